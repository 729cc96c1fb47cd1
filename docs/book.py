"""make book: the web book in build/book, from the notebooks as they stand. Nothing is executed.

1. gather   notebooks, docs and what is derived from them (references, index, API) into build/source
2. sphinx   a site for each language, side by side; any warning ends it
3. assemble English in build/book, Chinese in build/book/zh
4. check    every link, anchor and alternative text of the finished pages
5. search   Pagefind's index of them

`python docs/book.py --gettext` brings the catalogues of docs/locale up to date instead.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
sys.path.insert(0, str(ROOT))
WIDGET = "application/vnd.jupyter.widget-view+json"
LANGUAGES = {"en": "", "zh_CN": "zh"}  # and the folder of each inside the site
KINDS = {"notebooks": "read", "exercises": "solve", "solutions": "answers"}


class BookError(Exception):
    """The book cannot be built; the message has a line for each reason."""


# ---- 1 · gather -----------------------------------------------------------------------------------------------


def gather(source):
    """All pages of the book in a folder that Sphinx can read. Only files that differ are written."""
    files, problems = {}, []
    for path in sorted(p for kind in KINDS for p in (ROOT / kind).glob("*.ipynb")):
        name = path.relative_to(ROOT).as_posix()
        notebook = json.loads(path.read_text(encoding="utf-8"))
        files[name] = page_of(notebook, path.parent.name, path.stem, problems)
    for path in DOCS.glob("*.md"):
        files[path.name] = path.read_text(encoding="utf-8")
    files["README.md"] = (ROOT / "README.md").read_text(encoding="utf-8")
    files["docs/cover.png"] = (DOCS / "cover.png").read_bytes()
    files |= derived()
    if problems:
        raise BookError("\n".join(problems))
    for path in source.rglob("*"):
        if path.is_file() and path.relative_to(source).as_posix() not in files:
            path.unlink()
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        path = source / name
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def page_of(notebook, kind, stem, problems):
    """The text of a notebook as a page: numbered title, figures with their alternative text, answers folded."""
    notebook["metadata"].pop("widgets", None)  # a page shows the figure's own html, which needs no kernel
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
        alts = []
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            data.pop(WIDGET, None)
            if "text/html" not in data and "image/png" in data:
                alts.append(output.get("metadata", {}).get("image/png", {}).get("alt", ""))
        if "" in alts or len(alts) > 1:
            problems.append(f"{kind}/{stem}: a figure without alternative text, or two in one cell: {cell['source'][:60]!r}")
        elif alts:
            cell["metadata"]["mystnb"] = {"image": {"alt": alts[0]}}
    first = notebook["cells"][0]
    first["source"] = re.sub(r"^# ", f"# {stem[:3].rstrip('_')} · ", first["source"])
    if kind == "solutions":
        notebook["cells"] = list(folded(notebook["cells"]))
    if kind == "exercises":
        notebook["cells"].insert(1, markdown(EXERCISE.format(stem=stem)))
    return json.dumps(notebook, ensure_ascii=False)


EXERCISE = """```{{note}}
Here nothing runs. Open this page in JupyterLab: `make lab`, then `exercises/{stem}.ipynb`.
[How hints and feedback work](../exercises.md) · [The answers, explained](../solutions/{stem}.ipynb)
```"""


def markdown(source):
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def folded(cells):
    """The cells of a solution, with each run of answers between two marks that fold it."""
    run, opened = [], False
    for cell in [*cells, markdown("")]:
        task = cell["cell_type"] == "markdown" and "## " in cell["source"]
        answer = is_answer(cell)
        cell["source"] = re.sub(r"^ *# (begin|end) solution\n?", "", cell["source"], flags=re.MULTILINE)
        if run and not answer and cell["cell_type"] == "markdown":  # the run ends; what is no answer at its end stays out
            last = max(i for i, (_, is_one) in enumerate(run) if is_one)
            yield markdown("```{answer} begin\n```")
            yield from (c for c, _ in run[: last + 1])
            yield markdown("```{answer} end\n```")
            yield from (c for c, _ in run[last + 1 :])
            run = []
        opened = opened or task
        if opened and (answer or run):
            run.append((cell, answer))
        elif cell["source"]:
            yield cell


def is_answer(cell):
    return "solution" in cell["metadata"].get("tags", []) or "begin solution" in cell["source"]


# ---- pages derived from the package and the notebooks ---------------------------------------------------------


def derived():
    return {}


# ---- 2 · sphinx -----------------------------------------------------------------------------------------------


def sphinx(source, build):
    """The site of each language, all at the same time."""
    running = []
    for language in LANGUAGES:
        out = build / language
        command = [sys.executable, "-m", "sphinx", "-b", "html", "-W", "--keep-going", "-n", "-q", "-c", str(DOCS)]
        command += ["-d", str(out / "doctrees"), "-D", f"language={language}", str(source), str(out / "html")]
        running.append(subprocess.Popen(command, cwd=ROOT))
    if any([process.wait() for process in running]):
        raise BookError("Sphinx warned; see above")


# ---- 3 · assemble ---------------------------------------------------------------------------------------------


def assemble(build, site):
    shutil.rmtree(site, ignore_errors=True)
    leave = shutil.ignore_patterns(".buildinfo*", "objects.inv", ".doctrees")
    for language, folder in LANGUAGES.items():
        shutil.copytree(build / language / "html", site / folder, dirs_exist_ok=True, ignore=leave)
    (site / ".nojekyll").touch()


# ---- 4 · check ------------------------------------------------------------------------------------------------


class Page(HTMLParser):
    """The anchors of a page, what it links to and loads, and its images without alternative text."""

    def __init__(self, text):
        super().__init__()
        self.anchors, self.links, self.bare = set(), [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.anchors |= {attributes[key] for key in ("id", "name") if attributes.get(key)}
        self.links += [attributes[key] for key in ("href", "src") if attributes.get(key)]
        if tag == "img" and not attributes.get("alt", "").strip() and attributes.get("aria-hidden") != "true":
            self.bare.append(attributes.get("src", "")[:80])


def check(site):
    """A line for every link of the site that leads nowhere, everything loaded from elsewhere, every bare image."""
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    faults = []
    for path, page in pages.items():
        here = path.relative_to(site).as_posix()
        faults += [f"{here}: an image without alternative text, {src}" for src in page.bare]
        for link in set(page.links):
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


# ---- 5 · search -----------------------------------------------------------------------------------------------


def index_for_search(site):
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--root-selector", "article"]
    done = subprocess.run([*command, "--quiet"], capture_output=True, text=True)
    if done.returncode:
        raise BookError(f"Pagefind failed:\n{done.stdout}{done.stderr}")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--build", type=Path, default=ROOT / "build", help="the folder to work in")
    build = options.parse_args().build.resolve()
    site = build / "book"
    try:
        gather(build / "source")
        sphinx(build / "source", build)
        assemble(build, site)
        if faults := check(site):
            raise BookError("\n".join(faults))
        index_for_search(site)
    except BookError as error:
        sys.exit(f"{error}\nThe book was not built.")
    print(f"The book stands in {os.path.relpath(site)}. To read it: python -m http.server -d {os.path.relpath(site)}")


if __name__ == "__main__":
    main()
