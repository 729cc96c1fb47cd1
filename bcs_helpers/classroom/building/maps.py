"""The map of all chapters, in README.md and in index.ipynb, and the picture that stands above it."""

import base64
import re

import nbformat

from ...words import say
from .. import notebooks as nb
from ..project import ANSWERS, READ, SOLVE
from . import facts
from .pairs import BuildError, read_text

COVER = "05_gap_equation"  # the chapter whose first figure is the picture in the README
MAP = re.compile(r"(<!-- map begins -->\n).*?(<!-- map ends -->)", re.DOTALL)
PICTURE = re.compile(r'<img [^>]*src="data:image/png;base64,([^"]+)"')
ABOUT = re.compile(r"(# .*?)\n*<!-- about ends -->", re.DOTALL)


def maps(root, built):
    """The map in README.md and in index.ipynb, and the picture on the README."""
    readme = read_text(root / "README.md")
    if readme is None or not MAP.search(readme) or not ABOUT.search(readme):
        raise BuildError(
            say("README.md must hold the marks <!-- about ends -->, <!-- map begins --> and <!-- map ends -->")
        )
    table = _table(built)
    index = nbformat.v4.new_notebook()
    about = re.sub(r"^!\[.*?\]\(.*?\)\n*", "", ABOUT.search(readme).group(1), flags=re.MULTILINE | re.DOTALL)
    index.cells = [nbformat.v4.new_markdown_cell(about.strip()), nbformat.v4.new_markdown_cell(table)]
    files = {
        "README.md": MAP.sub(lambda m: f"{m[1]}\n{table}\n\n{m[2]}", readme),
        "index.ipynb": nb.to_json(nb.canonical(index, "index")),
    }
    cover = built.get(f"{READ}/{COVER}")
    pictures = [
        picture[1]
        for cell in (cover.cells if cover else [])
        for output in cell.get("outputs", [])
        if (picture := PICTURE.search(output.get("data", {}).get("text/html", "")))
    ]
    if pictures:
        files["docs/cover.png"] = base64.b64decode(pictures[0])
    return files


def _table(built):
    """The map: chapter | read | solve | answers | minutes."""
    lines = ["| chapter | read | solve | answers | minutes |", "|---|---|---|---|---|"]
    for stem in sorted({name.split("/")[1] for name in built}):
        read, answers = built.get(f"{READ}/{stem}"), built.get(f"{ANSWERS}/{stem}")
        times = [read and facts.minutes_to_read(read), answers and facts.minutes_to_solve(stem)]
        links = [_link("read", READ, stem, read)]
        links += [_link("solve", SOLVE, stem, answers), _link("answers", ANSWERS, stem, answers)]
        minutes = " + ".join(str(number) for number in times if number)
        lines.append(f"| {stem[:2]} {facts.title(read or answers)} | {' | '.join(links)} | {minutes} |")
    return "\n".join(lines)


def _link(word, folder, stem, there):
    return f"[{word}]({folder}/{stem}.ipynb)" if there else ""
