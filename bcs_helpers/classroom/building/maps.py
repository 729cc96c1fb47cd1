"""The map of all chapters, in README.md and in index.ipynb, and the picture that stands above it."""

import base64
import re
from html import escape

import nbformat

from ...words import alternatives, say, translate
from .. import notebooks as nb
from ..project import ANSWERS, READ, SOLVE
from . import facts
from .pairs import BuildError, read_text

COVER = "five_contacts"  # the figure that is the picture in the README, by its key: its words are those of alt/*.toml
MAP = re.compile(r"(<!-- map begins -->\n).*?(<!-- map ends -->)", re.DOTALL)
PICTURE = re.compile(rf'<img [^>]*id="{COVER}"[^>]*src="data:image/png;base64,([^"]+)"')
SHOWN = re.compile(r'<img [^>]*src="docs/cover\.png"[^>]*>')
SOURCE = re.compile(r"^<!-- source -->\n.*?^<!-- source ends -->\n*", re.DOTALL | re.MULTILINE)  # no part of the map
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
    about = SOURCE.sub("", ABOUT.search(readme).group(1))
    index.cells = [nbformat.v4.new_markdown_cell(about.strip()), nbformat.v4.new_markdown_cell(table)]
    files = {
        "README.md": MAP.sub(lambda m: f"{m[1]}\n{table}\n\n{m[2]}", readme),
        "index.ipynb": nb.to_json(nb.canonical(index, "index")),
    }
    if picture := cover(built.values()):
        files["docs/cover.png"] = picture
        files["README.md"] = with_cover(files["README.md"], "en")
        if (chinese := read_text(root / "README.zh.md")) is not None:
            files["README.zh.md"] = with_cover(chinese, "zh_CN")
    return files


def cover(notebooks):
    """The picture of the README, a PNG, out of the notebook that holds it; None where none does."""
    for notebook in notebooks:
        for output in (output for cell in notebook.cells for output in cell.get("outputs", [])):
            if found := PICTURE.search("".join(output.get("data", {}).get("text/html", ""))):
                return base64.b64decode(found[1])
    return None


def with_cover(text, language):
    """The README whose picture has the figure's own alternative text, in this language."""
    alt = escape(translate(alternatives()[COVER][1], language))
    return SHOWN.sub(lambda _: f'<img alt="{alt}" src="docs/cover.png" width="704">', text)


def _table(built):
    """The map: chapter | read | solve | answers | minutes."""
    lines = ["| chapter | read | solve | answers | minutes |", "|---|---|---|---|---|"]
    for stem in sorted({name.split("/")[1] for name in built}):
        read, answers = built.get(f"{READ}/{stem}"), built.get(f"{ANSWERS}/{stem}")
        times = [read and facts.minutes_to_read(read), answers and facts.minutes_to_solve(stem)]
        links = [_link("read", READ, stem, read)]
        links += [_link("solve", SOLVE, stem, answers), _link("answers", ANSWERS, stem, answers)]
        minutes = " + ".join(str(number) for number in times if number)
        lines.append(f"| {stem.split('_')[0]} {facts.title(read or answers)} | {' | '.join(links)} | {minutes} |")
    return "\n".join(lines)


def _link(word, folder, stem, there):
    return f"[{word}]({folder}/{stem}.ipynb)" if there else ""
