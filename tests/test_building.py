"""bcs build on a small tree: the same bytes everywhere, drift is seen, nothing is lost, nothing half done."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bcs_helpers.classroom import building, notebooks
from bcs_helpers.classroom.cli import main

CHAPTER = """\
# %% [markdown]
# # Count the pairs
# *3 minutes*

# %%
from bcs_helpers.figures import figure, show
from bcs_helpers.explore import explore

def draw(ax, a=1.0):
    ax.plot([0, 1], [0, a])

fig, ax = figure()
draw(ax)
show(fig, "a straight line")

# %%
explore(draw, a=(0.5, 2.0), alt="a line whose slope moves")

# %%
6 * 7
"""
SOLUTION = '''\
# %% [markdown]
# # Count the pairs: tasks
# *2 minutes*

# %% [markdown] tags=["solution"]
# The answer is yours.

# %%
# begin solution
def half(n):
    return n // 2


# end solution
def pairs(n):
    """Pairs among n."""
    # begin solution
    return half(n)
    # end solution


print(pairs(4))

# %% [markdown]
# Why?
# <!-- begin solution -->
# Because.
# <!-- end solution -->
'''
README = "# Little book\n\nAbout it.\n\n<!-- about ends -->\n\n<!-- map begins -->\n<!-- map ends -->\n"


def make_tree(root):
    for folder in ("notebooks", "solutions", "exercises", "bcs_helpers"):
        (root / folder).mkdir(parents=True)
    (root / "notebooks/01_pairs.py").write_text(CHAPTER)
    (root / "solutions/01_pairs.py").write_text(SOLUTION)
    (root / "README.md").write_text(README)
    for name, text in {
        "__init__": "",
        "figures": "from . import base",
        "explore": "",
        "base": "x = 1",
        "other": "",
    }.items():
        (root / f"bcs_helpers/{name}.py").write_text(text)
    return root


def contents(root):
    return {
        p.relative_to(root): p.read_bytes() for p in root.rglob("*") if p.is_file() and "__pycache__" not in p.parts
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = make_tree(tmp_path_factory.mktemp("built") / "a")
    building.build(root)
    return root


@pytest.fixture
def tree(built, tmp_path):
    return shutil.copytree(built, tmp_path / "tree")


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_was_built_is_in_step(built):
    """A built tree has nothing to do, and its parts are what they should be."""
    assert building.check(built) == [] and building.build(built) == []
    exercise = (built / "exercises/01_pairs.py").read_text()
    assert exercise.count("...  # your code here") == 1 and "n // 2" not in exercise and "half" not in exercise
    assert "Because" not in exercise and "yours" not in exercise and "*Write your answer here.*" in exercise
    row = "| 01 Count the pairs | [read](notebooks/01_pairs.ipynb) | [solve](exercises/01_pairs.ipynb) | [answers](solutions/01_pairs.ipynb) | 3 + 2 |"
    assert row in (built / "README.md").read_text()
    assert row in "".join(json.loads((built / "index.ipynb").read_text())["cells"][1]["source"])
    outputs = [
        o for c in json.loads((built / "notebooks/01_pairs.ipynb").read_text())["cells"] for o in c.get("outputs", [])
    ]
    assert [o["metadata"]["image/png"]["alt"] for o in outputs[:2]] == [
        "a straight line",
        "a line whose slope moves",
    ]
    assert outputs[2]["data"]["text/plain"] == "42"


def test_built_again_elsewhere_it_gives_the_same_bytes(built, tmp_path):
    """Another folder, everything derived made anew: identical, widgets and figures included."""
    again = make_tree(tmp_path / "somewhere" / "else")
    building.build(again)
    assert contents(again) == contents(built)


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("notebooks/01_pairs.py", "6 * 7", "6 * 8", ".py and .ipynb differ"),
        ("solutions/01_pairs.py", "Why?", "Why not?", ".py and .ipynb differ"),
        ("notebooks/01_pairs.ipynb", '"42"', '"43"', "outputs are not those"),
        (
            "notebooks/01_pairs.ipynb",
            '"[figure] a straight line',
            '"[figure] a line',
            "outputs are not those",
        ),
        ("exercises/01_pairs.py", "your code here", "my code here", "differs from what bcs build writes"),
        ("exercises/01_pairs.ipynb", "your code here", "my code here", "differs from what bcs build writes"),
        ("README.md", "3 + 2", "3 + 3", "README.md: differs"),
        ("index.ipynb", "3 + 2", "3 + 3", "index.ipynb: differs"),
        ("bcs_helpers/base.py", "x = 1", "x = 2", "the package has changed"),
    ],
)
def test_drift_is_seen(tree, name, old, new, words):
    """Each derived thing, changed by one character, fails the check."""
    edit(tree / name, old, new)
    assert words in "\n".join(building.check(tree))


def test_printed_text_is_one_output_however_it_arrived():
    """A kernel sends what is printed in pieces that depend on timing; stored, the pieces are one."""
    from nbformat import v4

    pieces = [v4.new_output("stream", name="stdout", text=text) for text in ("a", "\n", "b\n")]
    cell = v4.new_code_cell("print()", execution_count=1, outputs=[*pieces, v4.new_output("display_data"), pieces[0]])
    stored = notebooks.canonical(v4.new_notebook(cells=[cell]), "x").cells[0].outputs
    assert [output.get("text") for output in stored] == ["a\nb\n", None, "a"]


def test_missing_outputs_and_strays_are_seen(tree):
    """Outputs cleared, an exercise without a solution, a twin that is gone."""
    path = tree / "notebooks/01_pairs.ipynb"
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    path.write_text(json.dumps(notebook))
    (tree / "solutions/01_pairs.ipynb").unlink()
    drift = "\n".join(building.check(tree))
    assert "notebooks/01_pairs: the outputs are not those" in drift and "solutions/01_pairs: .ipynb is missing" in drift
    shutil.copy(tree / "exercises/01_pairs.py", tree / "exercises/02_stray.py")
    building.build(tree)
    assert building.check(tree) == ["exercises/02_stray: has no solution it could be made from"]


def test_only_what_changed_runs_again(tree):
    """A module no notebook imports runs nothing; a module one of them imports runs that one."""
    jobs = []

    def report(results, total):
        jobs.append(total)
        return results

    (tree / "bcs_helpers/other.py").write_text("y = 1")
    building.build(tree, report=report)
    edit(tree / "bcs_helpers/base.py", "x = 1", "x = 2")
    building.build(tree, report=report)
    assert jobs == [0, 1]


def test_the_newer_twin_wins_and_two_edits_are_a_conflict(tree):
    """An edit of either twin reaches the other; edits of both are named, and both files stay."""
    edit(tree / "solutions/01_pairs.ipynb", "Why?", "Wherefore?")
    building.build(tree)
    assert "Wherefore?" in (tree / "solutions/01_pairs.py").read_text()
    edit(tree / "solutions/01_pairs.ipynb", "Wherefore?", "How?")
    edit(tree / "solutions/01_pairs.py", "Wherefore?", "When?")
    before = contents(tree)
    with pytest.raises(building.BuildError, match="solutions/01_pairs: .py and .ipynb were both edited"):
        building.build(tree)
    assert contents(tree) == before


def test_a_solvers_work_is_not_overwritten(tree):
    """An exercise somebody worked in stops the build, in either twin, until asked for by name."""
    for twin in ("exercises/01_pairs.ipynb", "exercises/01_pairs.py"):
        edit(tree / twin, "...  # your code here", "return 1")
        before = contents(tree)
        with pytest.raises(building.BuildError, match="exercises/01_pairs: somebody has worked in it"):
            building.build(tree)
        assert contents(tree) == before
        building.build(tree, overwrite_exercises=True)
        assert building.check(tree) == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("import sys; print('hm', file=sys.stderr)", "wrote to stderr: hm"),
        ("import warnings; warnings.warn('careful')", "careful"),
        ("object()", "shows the address of an object"),
        ("import os; print(os.getcwd())", "shows a path of this machine"),
    ],
)
def test_a_notebook_that_fails_is_named_and_nothing_is_written(tree, code, words, monkeypatch, capsys):
    """Notebook, cell and error; the exit code is not zero; the tree is as it was."""
    edit(tree / "notebooks/01_pairs.py", "6 * 7", code)
    edit(tree / "solutions/01_pairs.py", "Why?", "Why, then?")
    before = contents(tree)
    monkeypatch.chdir(tree / "solutions")
    assert main(["build"]) == 1
    said = capsys.readouterr().err
    assert "notebooks/01_pairs: cell 4" in said and words in said and code[:9] in said
    assert contents(tree) == before


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("notebooks/01_pairs.ipynb", "{", "not readable as a notebook"),
        ("README.md", "# no marks", "README.md must hold the marks"),
        ("notebooks/01_pairs.py", "# %% [markdown]\n# no title\n", "must hold a line '# Title'"),
        (
            "solutions/01_pairs.py",
            "# %% [markdown]\n# # T\n# 1 minutes\n\n# %%\n# begin solution\n",
            "solutions/01_pairs: a solution is not closed",
        ),
    ],
)
def test_a_broken_tree_is_said(tree, name, content, words, monkeypatch, capsys):
    """Rubbish is named, with a non-zero exit code and without a traceback."""
    (tree / name).write_text(content)
    monkeypatch.chdir(tree)
    assert main(["build"]) == 1
    assert words in capsys.readouterr().err


def test_outside_the_project_it_says_so(tmp_path, monkeypatch, capsys):
    """bcs build somewhere else."""
    monkeypatch.chdir(tmp_path)
    assert main(["build", "--check"]) == 1 and "is not inside a folder with" in capsys.readouterr().err


def test_nbval_compares_stored_outputs(tree):
    """The strict run of `make test` passes on the built notebook, and fails when one stored number is changed."""

    def nbval():
        rules = Path(__file__).with_name("nbval.cfg")
        options = ["--nbval", "--nbval-current-env", f"--nbval-sanitize-with={rules}"]
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options]
        return subprocess.run([*command, "notebooks/01_pairs.ipynb"], cwd=tree, capture_output=True, text=True)

    shutil.rmtree(tree / "bcs_helpers")  # the notebook is to find the real package
    good = nbval()
    assert good.returncode == 0 and "3 passed" in good.stdout, good.stdout
    edit(tree / "notebooks/01_pairs.ipynb", '"42"', '"43"')
    bad = nbval()
    assert bad.returncode == 1 and "1 failed" in bad.stdout
