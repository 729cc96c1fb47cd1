"""Words: each notebook in the form of the house, figures numbered, and a second language from one source."""

from pathlib import Path

import pytest

from bcs_helpers.classroom import notebooks as nb
from bcs_helpers.classroom.wording import captions, style

ROOT = Path(__file__).parents[1]
PAIRS = sorted(path for folder in ("notebooks", "solutions") for path in (ROOT / folder).glob("*.py"))

CHAPTER = """# %%
show(fig, "gap_curve")

# %% [markdown]
# <!-- figure: gap_curve -->
# **Figure.** A gap closes.
#
# See [](#crossing) and [Figure 9.9](07_other.ipynb#peak), not [this](#elsewhere).

# %%
explore(draw, alt="crossing", T=(0, 1))

# %% [markdown]
# <!-- figure: crossing -->
# Lines cross.
"""


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_notebook_has_the_form_of_the_house(path):
    """Alternative texts under keys, captions under figures, tables in tables, short lines, folded cells with a word."""
    if not style.moved(path):
        pytest.skip("its alternative texts still stand in the code")
    assert style.faults(path) == []


def test_figures_are_numbered_in_their_order():
    """The build writes the number of each figure before its caption and into each link, and does so once."""
    other = nb.from_text('# %%\nshow(fig, key="peak")\n')
    notebook = nb.from_text(CHAPTER)
    numbers = captions.numbers({"05_gap": notebook, "07_other": other})
    assert numbers == {"gap_curve": "5.1", "crossing": "5.2", "peak": "7.1"}
    done = [captions.numbered(cell.source, numbers) for cell in notebook.cells if cell.cell_type == "markdown"]
    assert done[0] == (
        "<!-- figure: gap_curve -->\n**Figure 5.1.** A gap closes.\n\n"
        "See [Figure 5.2](#crossing) and [Figure 7.1](07_other.ipynb#peak), not [this](#elsewhere)."
    )
    assert done[1] == "<!-- figure: crossing -->\n**Figure 5.2.** Lines cross."
    assert [captions.numbered(source, numbers) for source in done] == done
    assert captions.unnumbered(done[0]).startswith(
        "<!-- figure: gap_curve -->\nA gap closes.\n\nSee [](#crossing) and []("
    )


def faults_of(tmp_path, text, folder="notebooks"):
    (tmp_path / folder).mkdir(exist_ok=True)
    path = tmp_path / folder / "05_gap.py"
    path.write_text(text, encoding="utf-8")
    return " | ".join(style.faults(path))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('# %%\nshow(fig, "A curve falls.")\n', "the alternative text stands in the code"),
        ('# %%\nshow(fig, "no_such_key")\n', "has no text under 'no_such_key'"),
        ('# %%\nshow(fig, f"a {x}")\n', "written out"),
        ('# %%\nshow(fig, "gap_curve")\n', "no paragraph below begins with <!-- figure: gap_curve -->"),
        ("# %% [markdown]\n# <!-- figure: lost -->\n# Words.\n", "marks a figure that is not here"),
        (f"# %%\nx = {'1' * 100}\n", "a line of 104 characters"),
        ("# %%\nfor x in y:\n    print(x)\n", "should be a table"),
        ("# %%\nprint(*names)\n", "should be a table"),
        ('# %% tags=["hide-input"]\nfig, ax = figure()\n', "must be a comment"),
        ('# %% tags=["hide-input"]\n# Draw the gap\nfig, ax = figure()\n', ""),
    ],
)
def test_faults_of_form_are_named(tmp_path, text, fault):
    """Each fault is said with its cell; a cell that has none is silent."""
    said = faults_of(tmp_path, text)
    assert fault in said if fault else not said


@pytest.mark.parametrize(
    ("output", "fault"),
    [
        (nb.nbformat.v4.new_output("stream", text="x" * 101), "shows a line of 101 characters"),
        (nb.nbformat.v4.new_output("stream", text="{'a': 1}"), "shows a raw object"),
        (nb.nbformat.v4.new_output("execute_result", {"text/plain": "[1, 2]"}), "shows a raw object"),
        (nb.nbformat.v4.new_output("execute_result", {"text/plain": "[1]", "text/html": "<table>"}), ""),
    ],
)
def test_faults_of_outputs_are_named(tmp_path, output, fault):
    """Wide lines and raw objects in what a notebook shows."""
    (tmp_path / "solutions").mkdir()
    stored = nb.nbformat.v4.new_notebook(cells=[nb.nbformat.v4.new_code_cell("x", outputs=[output])])
    nb.nbformat.write(stored, tmp_path / "solutions" / "05_gap.ipynb")
    said = faults_of(tmp_path, "# %%\nx\n", "solutions")
    assert fault in said if fault else not said
