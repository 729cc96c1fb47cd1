"""What a notebook of this house looks like: python -m bcs_helpers.classroom.wording.style notebooks/05_gap_equation.py

Alternative texts stand under keys, captions under figures, tables in tables; code lines are short; a folded cell says
what it draws.
"""

import ast
import re
import sys
from pathlib import Path

from ...words import alternatives
from .. import notebooks as nb
from .captions import NUMBER, figures, tree

WIDTH = 100  # of a line of code
RAW = re.compile(r"[\[({]|array\(|np\.|<")  # how the repr of a container or an object begins


def faults(path):
    """What is to be mended in a notebook, a line each; `path` leads to its .py."""
    path = Path(path)
    notebook, stem, texts = nb.from_text(path.read_text(encoding="utf-8")), path.stem, alternatives()
    found = [*_figures(notebook, stem, texts)]
    if path.parent.name == "notebooks":
        found += _captions(notebook)
    for number, cell in enumerate(notebook.cells, 1):
        if cell.cell_type == "code":
            found += [f"cell {number}: {fault}" for fault in _code(cell)]
    stored = path.with_suffix(".ipynb")
    if stored.exists():
        found += _outputs(nb.nbformat.read(stored, as_version=4))
    return found


def moved(path):
    """Whether the alternative texts of a notebook stand under keys, or have begun to."""
    keys = [key for _, key in figures(nb.from_text(Path(path).read_text(encoding="utf-8")))]
    return not keys or any(key and key.isidentifier() for key in keys)


def _figures(notebook, stem, texts):
    shown = []
    for number, key in figures(notebook):
        if key is None:
            yield f"cell {number + 1}: the key of a figure must be written out as a text"
        elif not key.isidentifier():
            yield f"cell {number + 1}: the alternative text stands in the code: {key[:60]!r}"
        elif key not in texts:
            yield f"cell {number + 1}: bcs_helpers/alt/{stem}.toml has no text under {key!r}"
        elif texts[key][0] != stem:
            yield f"cell {number + 1}: {key!r} stands in {texts[key][0]}.toml, not in {stem}.toml"
        elif key in shown:
            yield f"cell {number + 1}: {key!r} is shown twice"
        shown.append(key)


def _captions(notebook):
    keys = figures(notebook)
    for place, (number, key) in enumerate(keys):
        end = keys[place + 1][0] if place + 1 < len(keys) else len(notebook.cells)
        below = [cell.source for cell in notebook.cells[number : end + 1] if cell.cell_type == "markdown"]
        marks = [match for source in below for match in NUMBER.finditer(source)]
        if key and key.isidentifier() and key not in [match[2] for match in marks]:
            yield f"cell {number + 1}: no paragraph below begins with <!-- figure: {key} -->"
    known = {key for _, key in keys}
    for number, cell in enumerate(notebook.cells, 1):
        if cell.cell_type == "markdown":
            for match in NUMBER.finditer(cell.source):
                if match[2] not in known:
                    yield f"cell {number}: <!-- figure: {match[2]} --> marks a figure that is not here"


def _code(cell):
    for line in cell.source.splitlines():
        if len(line) > WIDTH:
            yield f"a line of {len(line)} characters: {line[:60]}"
    if "hide-input" in cell.metadata.get("tags", []) and not re.match(r"# ?\w", cell.source):
        yield f"is folded, so its first line must be a comment that says what it draws: {cell.source[:60]!r}"
    for node in ast.walk(tree(cell.source)):
        if isinstance(node, ast.For | ast.While | ast.ListComp) and any(_prints(inner) for inner in ast.walk(node)):
            yield f"prints in a loop what should be a table: {ast.unparse(node)[:60]!r}"
        elif _prints(node) and any(isinstance(argument, ast.Starred) for argument in node.args):
            yield f"prints a list that should be a table: {ast.unparse(node)[:60]!r}"


def _prints(node):
    return isinstance(node, ast.Call) and getattr(node.func, "id", None) == "print"


def _outputs(notebook):
    for number, cell in enumerate(notebook.cells, 1):
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            seen = {"text/html", "text/markdown", "image/png"} & set(data)
            text = output.get("text", "") if seen else output.get("text", data.get("text/plain", ""))
            for line in text.splitlines():
                if len(line) > WIDTH:
                    yield f"cell {number} shows a line of {len(line)} characters: {line[:60]!r}"
                raw = output["output_type"] == "execute_result" and RAW.match(line)
                if raw or re.search(r"\{'|np\.float", line):
                    yield f"cell {number} shows a raw object: {line[:60]!r}"


def main(paths):
    """Print the faults of each notebook; 1 where there are any."""
    every = [f"{Path(path).parent.name}/{Path(path).stem}: {fault}" for path in paths for fault in faults(path)]
    print(*every or ["Nothing to mend."], sep="\n")
    return 1 if every else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
