"""The stored notebooks as a reader meets them: figures with words, no errors, working links, the template kept."""

import ast
import json
import re
import symtable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CHAPTERS = sorted((ROOT / "notebooks").glob("*.ipynb"))
STORED = [*CHAPTERS, *sorted((ROOT / "solutions").glob("*.ipynb"))]
ALL = [*STORED, *sorted((ROOT / "exercises").glob("*.ipynb")), ROOT / "index.ipynb"]
SECTIONS = ("Compare with experiment", "Check", "Where this fails", "Further reading")
named = {"ids": lambda p: f"{p.parent.name}/{p.stem}"}


def cells(path, kind=None):
    every = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in every if kind in (None, cell["cell_type"])]


def text(path):
    return "\n\n".join("".join(cell["source"]) for cell in cells(path, "markdown"))


def outputs(path):
    return [output for cell in cells(path, "code") for output in cell["outputs"]]


def test_there_is_something_to_look_at():
    """A collector that finds nothing would look green."""
    assert len(CHAPTERS) >= 1 and len(STORED) > len(CHAPTERS) and len(ALL) > len(STORED)


@pytest.mark.parametrize("path", STORED, **named)
def test_stored_outputs_are_whole(path):
    """Every cell has run, in order; no error and no warning is stored."""
    assert [c["execution_count"] for c in cells(path, "code")] == list(range(1, len(cells(path, "code")) + 1))
    assert not [o for o in outputs(path) if o["output_type"] == "error" or o.get("name") == "stderr"]


@pytest.mark.parametrize("path", STORED, **named)
def test_every_figure_says_what_it_shows(path):
    """A picture carries an alternative text of at least a sentence, and is a real picture."""
    pictures = [o for o in outputs(path) if "image/png" in o.get("metadata", {})]
    for output in pictures:
        assert len(output["metadata"]["image/png"]["alt"]) > 40
        shown = "".join(output["data"].get("text/html", "")) + "".join(output["data"].get("image/png", ""))
        assert len(shown) > 5_000
    if path in CHAPTERS:
        assert 3 <= len(pictures) <= 12


@pytest.mark.parametrize("path", CHAPTERS, **named)
def test_a_chapter_keeps_the_template(path):
    """A verb title, what is seen, the picture that decides; minutes, symbols, the common sections in their order."""
    words = text(path)
    assert words.startswith("# ") and re.search(r"\d+ minutes", words) and "What you will see" in words
    assert re.search(r"\| in the text \| in the code \| meaning \| unit \|", words)
    places = [words.find(f"## {section}") for section in SECTIONS]
    assert -1 not in places and places == sorted(places), dict(zip(SECTIONS, places, strict=True))
    # The picture that decides takes two folded cells, however long: a third would push it off the first screen.
    moving = next(i for i, cell in enumerate(cells(path)) if "\nexplore(" in "".join(cell["source"]))
    assert moving == 2 and all("hide-input" in cell["metadata"]["tags"] for cell in cells(path)[1:3])
    assert "\ndisplay(ask(" in "".join(cells(path)[2]["source"])
    # A cell holds one thought; what is folded further down only draws.
    for cell in cells(path)[3:]:
        source = "".join(cell["source"]) if cell["cell_type"] == "code" else ""
        assert source.count("\n") < (29 if "hide-input" in cell["metadata"].get("tags", []) else 24), source
    assert all("".join(cell["source"]).count("\n") < 60 for cell in cells(path)[1:3])
    assert any("assert " in "".join(c["source"]) for c in cells(path, "code"))
    assert any("data-vertices" in "".join(o.get("data", {}).get("text/html", "")) for o in outputs(path))
    assert path.stat().st_size < 1_500_000


@pytest.mark.parametrize("path", ALL, **named)
def test_links_lead_somewhere(path):
    """Relative links in the prose point to files that exist."""
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text(path))
    assert not [link for link in links if not (path.parent / link).exists()]


@pytest.mark.parametrize("path", STORED, **named)
def test_sentences_about_numbers_are_not_typed_twice(path):
    """Code cells hold no prose output: what a chapter says stands in markdown, where it can be translated."""
    for output in outputs(path):
        for line in "".join(output.get("text", "")).splitlines():
            assert len(line) < 200, line


# ---- a picture that moves reads the chapter's names whenever it is moved ------------------------------------------


def read_from_globals(node):
    """The names that the functions inside this statement read from the module when they are called."""

    def inside(table):
        here = [symbol.get_name() for symbol in table.get_symbols() if symbol.is_global()]
        return {*here}.union(*map(inside, table.get_children()))

    made = symtable.symtable(ast.unparse(node), "cell", "exec").get_children()
    return set().union(*(inside(table) for table in made if table.get_name() not in AT_ONCE))


AT_ONCE = ("listcomp", "setcomp", "dictcomp", "genexpr")  # scopes that are done when their line is


def stored_in(node):
    """The names that a statement binds at the top, or changes a part of; a repeated import changes nothing."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Import | ast.ImportFrom):
        return set()
    names, waiting = set(), [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            continue
        if isinstance(getattr(part, "ctx", None), ast.Store):
            while isinstance(part, ast.Attribute | ast.Subscript | ast.Starred):
                part = part.value
            names |= {part.id} if isinstance(part, ast.Name) else set()
        waiting += ast.iter_child_nodes(part)
    return names


def rebound(text):
    """What is assigned below `explore(draw, …)` although `draw`, or what it calls, reads it: a sentence each."""
    tree, found = ast.parse(text), []
    for call in (n for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "explore"):
        above = {name: node for node in tree.body if node.lineno < call.lineno for name in stored_in(node)}
        waiting, read = [n.id for n in ast.walk(call.args[0]) if isinstance(n, ast.Name)], {}
        drawn = waiting[0]
        while waiting:
            name = waiting.pop()
            new = (read_from_globals(above[name]) & above.keys()) - read.keys() if name in above else set()
            read |= dict.fromkeys(new, name)
            waiting += new
        below = [node for node in tree.body if node.lineno > call.end_lineno]
        found += [
            f"line {node.lineno}: {name} is assigned anew, and {drawn} of line {call.lineno} reads it in {read[name]}"
            for node in below
            for name in sorted(stored_in(node) & read.keys())
        ]
    return found


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("Gamma = 3", ["Gamma"]),
        ("Gamma += 1", ["Gamma"]),
        ("for Gamma in (1, 2):\n    print(Gamma)", ["Gamma"]),
        ("grid[0] = 3", ["grid"]),
        ("def line(x):\n    return x", ["line"]),
        ("with open('x') as (a, scale):\n    pass", ["scale"]),
        ("t = 3\nax = x = 4\n[Gamma for Gamma in grid]\nother = Gamma\nimport numpy as np", []),
        ("def use():\n    Gamma = 4", []),
        ("def draw(ax, t=2.0):\n    ax.plot(t, 0)", []),  # explore has the function itself
    ],
)
def test_a_name_that_a_moving_picture_needs_is_found(below, names):
    """In the function and in what it calls; what it binds itself, and what its defaults were, may change."""
    above = """
import numpy as np
Gamma, grid, start = 1, [0, 1], 2.0
scale, start_of = 5, [a for a in grid]
def line(x):
    return [scale * x + Gamma for x in grid]
double = lambda x: 2 * line(x)
def draw(ax, t=start):
    x = np.array(grid)
    ax.plot(x, double(t) + start_of[0])
explore(draw, t=(0, 1), alt="key")
start = 7
"""
    found = rebound(above + below)
    assert [sentence.split()[2] for sentence in found] == names and all(s.startswith("line 13") for s in found)


@pytest.mark.parametrize("path", [p.with_suffix(".py") for p in STORED], **named)
def test_a_picture_moves_after_all_cells_have_run(path):
    """A slider is moved when the whole chapter has run: no later cell may change what its picture is drawn from."""
    source = path.read_text(encoding="utf-8")
    assert path.with_suffix(".ipynb") not in CHAPTERS or re.search(r"^explore\(", source, re.MULTILINE)
    assert rebound(source) == []
