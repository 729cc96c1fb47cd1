"""make book: the web book in build/book, from the notebooks as they stand. Nothing is executed.

1. gather   notebooks, docs and what is derived from them (references, index, API), in each language: see pages.py
2. sphinx   a site for each language, side by side; any warning ends it
3. assemble English in build/book, Chinese in build/book/zh; the notebooks of both, to be taken along
4. search   Pagefind's index of the pages, for each language
5. check    every link, anchor and alternative text of the finished site
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from struct import unpack
from urllib.parse import unquote, urlsplit

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
sys.path[:0] = [str(DOCS), str(ROOT)]
from conf import LANGUAGES  # noqa: E402
from pages import KINDS, BookError, gather  # noqa: E402

from bcs_helpers import figures  # noqa: E402
from bcs_helpers.classroom import notebooks as nb  # noqa: E402
from bcs_helpers.classroom.wording import editions  # noqa: E402

IMAGE = re.compile(r'<img ([^>]*src="([^":]+\.png)")')


# ---- 2 · sphinx -----------------------------------------------------------------------------------------------


def sphinx(build, languages=tuple(LANGUAGES)):
    """The site of each language, from build/source/LANGUAGE, all at the same time."""
    running = []
    for language in languages:
        out = build / language
        shutil.rmtree(out, ignore_errors=True)  # Sphinx does not see that a hook of conf.py has changed
        command = [sys.executable, "-m", "sphinx", "-b", "html", "-W", "--keep-going", "-n", "-q", "-c", str(DOCS)]
        command += [
            "-d",
            str(out / "doctrees"),
            "-D",
            f"language={language}",
            str(build / "source" / language),
            str(out / "html"),
        ]
        running.append(subprocess.Popen(command, cwd=ROOT))
    if any([process.wait() for process in running]):
        raise BookError("Sphinx warned; see above")


# ---- 3 · assemble ---------------------------------------------------------------------------------------------


def assemble(build, site):
    shutil.rmtree(site, ignore_errors=True)
    leave = shutil.ignore_patterns(".buildinfo*", "objects.inv")
    for language, folder in LANGUAGES.items():
        shutil.copytree(build / language / "html", site / folder, dirs_exist_ok=True, ignore=leave)
        take_along(site / folder / "download", language)
    (site / ".nojekyll").touch()
    for path in site.rglob("*.html"):
        text = IMAGE.sub(partial(sized, path.parent), path.read_text(encoding="utf-8"))
        text = re.sub(r'(<dt id="term-[^>]*>[^<]* — )([^<]+)', r'\1<span lang="zh-CN">\2</span>', text)
        path.write_text(text, encoding="utf-8")


def take_along(folder, language):
    """The notebooks of a language, for download: as they were run, else with their words alone."""
    made = editions.editions(ROOT, language) if language != "en" else {}
    for path in sorted(path for kind in KINDS for path in (ROOT / kind).glob("*.ipynb")):
        name = path.relative_to(ROOT).with_suffix("").as_posix()
        there = path if language == "en" else editions.home(ROOT, language) / f"{name}.ipynb"
        text = there.read_text(encoding="utf-8") if there.exists() else nb.to_json(made[name])
        target = folder / f"{name}.ipynb"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def sized(folder, image):
    """The start of the same <img> with its size, so that nothing moves when it comes, and a mark if it is wide."""
    pixels = unpack(">II", (folder / image[2]).read_bytes()[16:24])
    width, height = (round(number / figures.SHARP) for number in pixels)
    return f"<img {'class=wide ' if width > 900 else ''}width={width} height={height} {image[1]}"


# ---- 4 · search -----------------------------------------------------------------------------------------------


def index_for_search(site, work):
    """An index for each language: its own pages, and the other language's of those that are translated."""
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    english = {name for name in pages if not name.startswith("zh/")}
    both = {name for name in english if 'data-pagefind-body lang="en"' not in pages[f"zh/{name}"]}
    wanted = {"": english | {f"zh/{name}" for name in both}, "zh": (pages.keys() - english) | both}
    shutil.rmtree(work, ignore_errors=True)
    for folder, names in wanted.items():
        for name in names:
            path = work / folder / "site" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(searchable(pages[name]), encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", str(work / folder / "site"), "--force-language", "en"]
        command += ["--output-path", str(site / folder / "pagefind"), "--exclude-selectors", ".headerlink", "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise BookError(f"Pagefind failed:\n{done.stdout}{done.stderr}")


def searchable(page):
    """The page as Pagefind needs it: an anchor is a heading with an id, and a Chinese character is a word.

    (Its own division of Chinese into words is not the browser's, so that a word would not find itself.)
    """
    page = re.sub(r'(<section[^>]* id="([^"]+)"[^>]*>(?:<span[^>]*></span>|\s)*<h\d)>', r'\1 id="\2">', page)
    page = re.sub(r'<dt( class="sig[^>]*| id="term-[^>]*)>(.*?)</dt>', r"<h3\1>\2</h3>", page, flags=re.DOTALL)
    return re.sub(r"[\u4e00-\u9fff](?![^<>]*>)", r" \g<0> ", page)


# ---- 5 · check ------------------------------------------------------------------------------------------------


class Page(HTMLParser):
    """The anchors of a page, where it leads, what it loads, and its images without alternative text."""

    def __init__(self, text):
        super().__init__()
        self.anchors, self.links, self.loads, self.bare = set(), set(), set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.anchors |= {attributes[key] for key in ("id", "name") if attributes.get(key)}
        if href := attributes.get("href"):
            (self.links if tag == "a" or attributes.get("rel") == "canonical" else self.loads).add(href)
        if src := attributes.get("src"):
            self.loads.add(src)
        if tag == "img" and not (attributes.get("alt") or "").strip():
            self.bare.append(attributes.get("src", "")[:80])


def check(site):
    """A line for every link that leads nowhere, everything asked for elsewhere, every image without words."""
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    faults = []
    for path, page in pages.items():
        here = path.relative_to(site).as_posix()
        faults += [f"{here}: an image without alternative text, {src}" for src in page.bare]
        faults += [f"{here}: loads from elsewhere, {url}" for url in page.loads if urlsplit(url).netloc]
        for link in page.links | page.loads:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if target.is_dir():
                target /= "index.html"
            if not target.exists():
                faults.append(f"{here}: leads nowhere, {link}")
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
                faults.append(f"{here}: no such place in the page, {link}")
    return sorted(faults)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--build", type=Path, default=ROOT / "build", help="the folder to work in")
    chosen = options.parse_args()
    build = chosen.build.resolve()
    site = build / "book"
    try:
        for language in LANGUAGES:
            gather(build / "source" / language, language)
        sphinx(build)
        assemble(build, site)
        index_for_search(site, build / "search")
        if faults := check(site):
            raise BookError("\n".join(faults))
    except BookError as error:
        sys.exit(f"{error}\nThe book was not built.")
    print(f"The book stands in {os.path.relpath(site)}. To read it: python -m http.server -d {os.path.relpath(site)}")


if __name__ == "__main__":
    main()
