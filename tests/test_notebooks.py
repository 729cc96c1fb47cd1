"""The stored notebooks as a reader meets them: figures with words, no errors, working links, the template kept."""

import json
import re
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
    """A verb title, minutes, a symbol table, the common sections in their order, short cells, a size one can load."""
    words = text(path)
    assert words.startswith("# ") and re.search(r"\d+ minutes", words) and "What you will see" in words
    assert re.search(r"\| in the text \| in the code \| meaning \| unit \|", words)
    places = [words.find(f"## {section}") for section in SECTIONS]
    assert -1 not in places and places == sorted(places), dict(zip(SECTIONS, places, strict=True))
    # lines of at most 100 characters; what is folded only draws, and imports are no thought
    for cell in cells(path, "code"):
        source = "".join(cell["source"])
        aside = "hide-input" in cell["metadata"].get("tags", []) or "import " in source.split("\n")[0]
        assert source.count("\n") < (29 if aside else 24), source
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
