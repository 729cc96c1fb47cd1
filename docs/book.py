"""make book: the web book in build/book, from the notebooks as they stand. Nothing is executed.

1. gather   notebooks, docs and what is derived from them (references, index, API), in each language: see pages.py
2. sphinx   a site for each language, side by side; any warning ends it
3. assemble English in build/book, Chinese in build/book/zh; the notebooks of both, to be taken along
4. search   Pagefind's index of the pages, for each language
5. check    every link, anchor and alternative text of the finished site
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
sys.path[:0] = [str(DOCS), str(ROOT)]
from assemble import assemble, index_for_search  # noqa: E402
from check import check  # noqa: E402
from conf import LANGUAGES  # noqa: E402
from lists import BookError  # noqa: E402
from pages import gather  # noqa: E402


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
