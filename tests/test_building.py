"""bcs build on a small tree: the same bytes everywhere, drift is seen, nothing is lost, nothing half done."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import pytest

from bcs_helpers.classroom import building, course, notebooks, project
from bcs_helpers.classroom.building import reach
from bcs_helpers.classroom.cli import main

HERE = Path(__file__).parents[1]
OURS = course.Course(course.OURS)

CHAPTER = """\
# %% [markdown]
# # Count the pairs
# <!-- minutes: 3 -->
# *3 minutes · you need: your fingers*

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
# # Count the pairs: answers
# <!-- work -->
# *9 minutes, 2 points, and one question in words · you need: the chapter*
#
# <!-- task: pairs -->
# ## 1 · How many? (2 points, 4 min)

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
# <!-- task: reason -->
# ## 2 · For what? (in your own words, 1 points, 5 min)
#
# Why?
# <!-- begin solution -->
# Because.
# <!-- end solution -->
'''
# not what the notebooks run (they find the real package), but what they seem to reach
FIGURES = """\
from . import base


def figure():
    return base.x


def show(fig, alt):
    if not alt:
        raise ValueError("alt is empty, and that helps nobody")


def unused():
    return base.y
"""
BASE = """\
x = 1
y = 2


def explore(draw):
    \"\"\"A figure.\"\"\"
    return draw


def nobody_calls_me():
    return 3
"""
COURSE = """\
from bcs_helpers.classroom.tasks import Question, Task

TASKS = (
    Task(
        name="pairs", title="How many?", points=2, minutes=4, reference=lambda n: n // 2, textbook=((4,),), tolerance=1e-9,
        reason="a count", hints=("Halve.",), meaning="Two make a pair.",
    ),
)
QUESTIONS = (Question(name="reason", title="For what?", minutes=5, rubric=((1, "because"),)),)
"""
README = "# Little book\n\nAbout it.\n\n<!-- about ends -->\n\n<!-- map begins -->\n<!-- map ends -->\n"


def make_tree(root):
    for folder in ("notebooks", "solutions", "exercises", "bcs_helpers"):
        (root / folder).mkdir(parents=True)
    (root / "notebooks/01_pairs.py").write_text(CHAPTER)
    (root / "solutions/01_pairs.py").write_text(SOLUTION)
    (root / "README.md").write_text(README)
    for name, text in {
        "__init__": "",
        "figures": FIGURES,
        "explore": "from .base import explore",
        "base": BASE,
        "other": "",
    }.items():
        (root / f"bcs_helpers/{name}.py").write_text(text)
    return root


def contents(root):
    return {
        p.relative_to(root): p.read_bytes() for p in root.rglob("*") if p.is_file() and "__pycache__" not in p.parts
    }


@pytest.fixture(scope="module", autouse=True)
def rows(tmp_path_factory):
    """The rows of the little tree's task and question."""
    folder = tmp_path_factory.mktemp("rows")
    (folder / "course").mkdir()
    (folder / "course/01_pairs.py").write_text(COURSE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BCS_COURSE", str(folder))
        yield folder


@pytest.fixture(scope="module")
def built(tmp_path_factory, rows):
    root = make_tree(tmp_path_factory.mktemp("built") / "a")
    building.build(root)
    return root


@pytest.fixture
def tree(built, tmp_path):
    return shutil.copytree(built, tmp_path / "tree")


@pytest.fixture
def at_once(built, monkeypatch):
    """A notebook that is run takes no kernel and has the outputs that it had: for tests of what runs, and when."""

    def run(notebook, folder, **surroundings):
        before = notebooks.nbformat.read(built / folder.name / "01_pairs.ipynb", as_version=4)
        return notebooks.with_outputs_of(notebook, before)

    monkeypatch.setattr(notebooks, "run", run)


@pytest.fixture
def clone(tree):
    """The tree as somebody has it who has just cloned it: in git, and without a cache."""
    (tree / ".gitignore").write_text("build/\n")
    git(tree, "init", "--initial-branch=main")
    commit(tree)
    shutil.rmtree(tree / "build")
    return tree


def git(root, *arguments):
    who = ["-c", "user.name=A. Reader", "-c", "user.email=reader@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True, text=True).stdout


def commit(root):
    git(root, "add", ".")
    git(root, "commit", "--message=a change")


def runs(root):
    """How many notebooks a build runs."""
    jobs = []

    def report(results, total):
        jobs.append(total)
        return results

    building.build(root, report=report)
    return jobs[0]


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_was_built_is_in_step(built):
    """A built tree has nothing to do, and its parts are what they should be."""
    assert building.check(built) == [] and building.build(built) == building.building.Built([], {})
    exercise = (built / "exercises/01_pairs.py").read_text()
    assert exercise.count("...  # your code here") == 1 and "n // 2" not in exercise and "half" not in exercise
    assert "Because" not in exercise and "yours" not in exercise and "*Write your answer here.*" in exercise
    row = "| 01 Count the pairs | [read](notebooks/01_pairs.ipynb) | [solve](exercises/01_pairs.ipynb) | [answers](solutions/01_pairs.ipynb) | 3 + 9 |"
    assert row in (built / "README.md").read_text()
    assert row in "".join(json.loads((built / "index.ipynb").read_text())["cells"][1]["source"])
    outputs = [
        o for c in json.loads((built / "notebooks/01_pairs.ipynb").read_text())["cells"] for o in c.get("outputs", [])
    ]
    assert [o["metadata"]["image/png"]["alt"] for o in outputs[:2]] == [
        "a straight line",
        "a line whose slope moves",
    ]
    assert outputs[2]["data"]["text/plain"] == ["42"]


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
        ("notebooks/01_pairs.ipynb", '"nbformat_minor": 5', '"nbformat_minor": 5 ', "not in the form"),
        (
            "notebooks/01_pairs.ipynb",
            '"[figure] a straight line',
            '"[figure] a line',
            "outputs are not those",
        ),
        ("exercises/01_pairs.py", "your code here", "my code here", "somebody has worked in it"),
        ("exercises/01_pairs.ipynb", "your code here", "my code here", "somebody has worked in it"),
        (".jupyter/trusted.txt", "notebooks/01", "notebooks/02", "trusted.txt: differs"),
        ("README.md", "3 + 9", "3 + 3", "README.md: differs"),
        ("index.ipynb", "3 + 9", "3 + 3", "index.ipynb: differs"),
        ("bcs_helpers/base.py", "x = 1", "x = 2", "what it computes with has changed"),
    ],
)
def test_drift_is_seen(tree, name, old, new, words):
    """Each derived thing, changed by one character, fails the check."""
    edit(tree / name, old, new)
    assert words in "\n".join(building.check(tree))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ('title="How many?"', 'title="How many pairs?"', "## 1 · How many pairs? (2 points, 4 min)"),
        ("points=2", "points=3", "## 1 · How many? (3 points, 4 min)"),
        ("points=2", "points=3", "*9 minutes, 3 points, and one question in words · you need"),
        ("minutes=5", "minutes=6", "(in your own words, 1 points, 6 min)"),
        ("minutes=5", "minutes=6", "*10 minutes, 2 points"),
        ("minutes=5", "minutes=6", "| 3 + 10 |"),
        ("tolerance", 'problem="1096866", tolerance', "## 1 · How many? (problem 1096866, 2 points, 4 min)"),
        ('(1, "because"),', '(1, "because"), (2, "so"),', "(in your own words, 3 points, 5 min)"),
    ],
)
def test_a_fact_of_a_row_is_changed_in_one_place(tree, tmp_path, monkeypatch, old, new, shown):
    """Everything that shows it is named, and follows at the next build, without running anything."""
    (tmp_path / "course").mkdir()
    assert old in COURSE
    (tmp_path / "course/01_pairs.py").write_text(COURSE.replace(old, new, 1))
    monkeypatch.setenv("BCS_COURSE", str(tmp_path))
    places = ["README.md", "index.ipynb"] if "|" in shown else [f"solutions/01_pairs{s}" for s in (".py", ".ipynb")]
    places += [] if "|" in shown else [f"exercises/01_pairs{s}" for s in (".py", ".ipynb")]
    assert not any(shown in (tree / place).read_text() for place in places)
    assert {f"{place}: differs from what bcs build writes" for place in places} - set(building.check(tree)) == set()
    assert runs(tree) == 0 and building.check(tree) == []
    assert all(shown in (tree / place).read_text() for place in places)


def test_a_fact_of_a_chapter_is_changed_in_one_place(tree):
    """Its title, in the title of the solutions and in the map; its minutes, at their mark."""
    edit(tree / "notebooks/01_pairs.py", "· Count the pairs", "· Count all pairs")
    edit(tree / "notebooks/01_pairs.py", "minutes: 3", "minutes: 7")
    assert runs(tree) == 0
    assert "| 01 Count all pairs |" in (tree / "README.md").read_text()
    assert "| 7 + 9 |" in (tree / "README.md").read_text()
    assert "# 01 · Count all pairs: tasks" in (tree / "exercises/01_pairs.ipynb").read_text()
    assert "*7 minutes · you need" in (tree / "notebooks/01_pairs.ipynb").read_text()


def test_printed_text_is_one_output_however_it_arrived():
    """A kernel sends what is printed in pieces that depend on timing; stored, the pieces are one."""
    from nbformat import v4

    pieces = [v4.new_output("stream", name="stdout", text=text) for text in ("a", "\n", "b\n")]
    cell = v4.new_code_cell("print()", execution_count=1, outputs=[*pieces, v4.new_output("display_data"), pieces[0]])
    stored = notebooks.canonical(v4.new_notebook(cells=[cell]), "x").cells[0].outputs
    assert [output.get("text") for output in stored] == ["a\nb\n", None, "a"]


def test_missing_outputs_and_strays_are_seen(tree, at_once):
    """Outputs cleared, an exercise without a solution, a twin that is gone."""
    path = tree / "notebooks/01_pairs.ipynb"
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    path.write_text(json.dumps(notebook))
    (tree / "solutions/01_pairs.ipynb").unlink()
    drift = "\n".join(building.check(tree))
    assert "notebooks/01_pairs: a cell has not been run" in drift and "solutions/01_pairs: .ipynb is missing" in drift
    shutil.copy(tree / "exercises/01_pairs.py", tree / "exercises/02_stray.py")
    building.build(tree)
    assert building.check(tree) == ["exercises/02_stray: has no solution it could be made from"]


@pytest.mark.parametrize("cached", [True, False])
@pytest.mark.parametrize(
    ("name", "old", "new", "count"),
    [
        ("bcs_helpers/other.py", "", "z = 1\n", 0),  # a module that nobody imports
        ("bcs_helpers/base.py", "y = 2", "y = 3", 0),  # a name that no notebook reaches, in a module that one does
        ("bcs_helpers/base.py", "return 3", "return 4", 0),
        ("bcs_helpers/base.py", "def nobody", "def new():\n    return 5\n\n\ndef nobody", 0),
        ("bcs_helpers/base.py", "A figure.", "A figure that moves.", 0),
        ("bcs_helpers/base.py", "def explore(draw):", "def explore(draw: object) -> object:  # the same", 0),
        ("bcs_helpers/figures.py", "and that helps nobody", "which helps nobody", 0),
        ("notebooks/01_pairs.py", "minutes: 3", "minutes: 4", 0),
        ("bcs_helpers/base.py", "x = 1", "x = 2", 1),  # reached through figures.figure
        (
            "bcs_helpers/base.py",
            "return draw",
            "return draw, 1",
            1,
        ),  # reached through explore.py, which only passes it on
        ("bcs_helpers/figures.py", "from . import base", "from . import base\n\nbase.x.update(y=3)", 1),
        ("notebooks/01_pairs.py", "6 * 7", "7 * 6", 1),
    ],
)
def test_only_what_would_come_out_otherwise_runs_again(clone, at_once, cached, name, old, new, count):
    """What a notebook reaches is followed by definitions; the cache and git, where there is no cache, agree."""
    if cached:
        assert runs(clone) == 0 and (clone / "build/built.json").exists()
    text = (clone / name).read_text()
    (clone / name).write_text(text.replace(old, new, 1) if old else new)
    named = [line for line in building.check(clone) if "what it computes with" in line]
    assert len(named) == (count if name.startswith("bcs_helpers") else 0)
    assert runs(clone) == count and building.check(clone) == []


ROWS = {
    "__init__.py": "",
    "classroom/__init__.py": "from .feedback import ask, check",
    "classroom/feedback.py": "from .course import rows\ndef ask(n): return rows(n)\ndef check(f): return rows(f)",
    "classroom/course/__init__.py": "from importlib import import_module\ndef rows(f): return import_module(f.name)",
    "classroom/course/01_pairs.py": """
TWO, FIVE = 2, 5
TASKS = (
    Task(name="half", title="Half of them", points=2, minutes=4, problem="1096866", reference=lambda n: n // TWO,
         tolerance=1e-9, hints=("Think of how many there are in a pair",), meaning="Every pair has two members, never three"),
    Task(name="fifth", title="A fifth", points=2, minutes=4, reference=lambda n: n // FIVE, tolerance=1e-6),
    *more(),
)
""",
    "classroom/course/quick/__init__.py": "",
    "classroom/course/quick/01_pairs.py": """
QUICK = (
    Choice("why_two", CONCEPT, "Why are there two in a pair?", (right("By definition of it", "So it is called"),)),
    Choice("why_not", CONCEPT, "Why not three of them?", (right("By another definition", "So it is not called"),)),
)
STEPS = (Step(name="fifth_step", tolerance=1e-3),)
def truth(): return 42
""",
}
ROWS["classroom/course/02_triples.py"] = ROWS["classroom/course/01_pairs.py"]


@pytest.mark.parametrize(
    ("name", "old", "new", "stale"),
    [
        ("01_pairs", "Think of how many", "Count how many", ""),  # a hint
        ("01_pairs", "two members", "2 members", "solution"),  # a sentence that is shown
        ("01_pairs", "Half of them", "One half of them", ""),  # a title that is not
        ("01_pairs", "minutes=4, problem", "minutes=5, problem", ""),  # for the heading
        ("01_pairs", "1096866", "1096867", ""),
        ("01_pairs", "points=2, minutes=4, problem", "points=3, minutes=4, problem", "solution"),
        ("01_pairs", "1e-9", "1e-8", "solution"),
        ("01_pairs", "n // TWO", "(n // TWO)**1", "solution"),
        ("01_pairs", "TWO, FIVE = 2, 5", "TWO, FIVE = 2, 6", "solution"),  # what its row names
        ("01_pairs", "1e-6", "1e-5", ""),  # rows that no cell names
        ("01_pairs", "*more()", "*fewer()", "chapter solution"),  # a row whose name is made, and may be any
        ("quick/01_pairs", "1e-3", "1e-2", ""),
        ("quick/01_pairs", "So it is called", "So it is named", "chapter"),
        ("quick/01_pairs", "So it is not called", "So it is not named", ""),
        ("quick/01_pairs", '"why_two", CONCEPT', '"why_two", PREDICT', "chapter"),
        ("quick/01_pairs", '"why_not", CONCEPT', '"why_not", PREDICT', ""),
        ("quick/01_pairs", "return 42", "return 43", "solution"),  # taken as an attribute of the module
        ("02_triples", "1e-9", "1e-8", ""),  # another chapter's
        ("__init__", "f.name", "f.title", "chapter solution"),
    ],
)
def test_a_notebook_depends_on_the_rows_that_it_names(name, old, new, stale):
    """A chapter on those that it asks, solutions on those that they check; on sentences where an output shows them."""

    def notebook(code, html):
        cell = notebooks.nbformat.v4.new_code_cell(f"from bcs_helpers.classroom import ask, check\n{code}")
        cell.outputs = [notebooks.nbformat.v4.new_output("execute_result", data={"text/html": html})]
        return notebooks.nbformat.v4.new_notebook(cells=[cell])

    sheet = b64encode(b'{"asks": "Why are there two in a pair?", "says": "So it is called"}').decode()
    here = {
        "chapter": notebook('ask("why_two")\nshow(fig, "half")', f'<div data-question="{sheet}"></div>'),
        "solution": notebook(
            "check(half)\nx.truth()", "<p>✓ half.\n<b>Every pair</b> has two\nmembers, never three</p>"
        ),
    }
    path = f"classroom/course/{name}.py"
    assert old in ROWS[path]
    before, after = reach.Package(ROWS), reach.Package(ROWS | {path: ROWS[path].replace(old, new, 1)})
    assert [
        n for n in here if before.digest_for(here[n], "01_pairs") != after.digest_for(here[n], "01_pairs")
    ] == stale.split()


def test_a_chapter_asks_only_its_own_questions():
    """Whoever changes a question has one chapter to run again, the one whose name its module has."""
    for path in sorted(HERE.glob("notebooks/*.ipynb")):
        cells = [reach.parsed(code) for code in reach.code_of(notebooks.nbformat.read(path, as_version=4))]
        calls = [node for cell in cells for node in ast.walk(cell) if isinstance(node, ast.Call)]
        asked = {call.args[0].value for call in calls if getattr(call.func, "id", "") == "ask"}
        assert asked and asked <= {row.name for row in OURS.quick(path.stem)}, path.stem


def test_words_can_be_built_without_running(tree, at_once):
    """While the package changes: prose follows, outputs stay, and the next build runs what it must."""
    edit(tree / "bcs_helpers/base.py", "x = 1", "x = 2")
    edit(tree / "notebooks/01_pairs.py", "· Count", "· Add")
    done = building.build(tree, run=False, report=lambda jobs, total: [] if total == 0 else 1 / 0)
    assert "notebooks/01_pairs.ipynb" in done.written and "| 01 Add the pairs |" in (tree / "README.md").read_text()
    edit(tree / "notebooks/01_pairs.py", "· Add", "· Find")  # the twin to be followed is known all the same
    building.build(tree, run=False)
    assert runs(tree) == 1 and building.check(tree) == []


def test_either_twin_is_followed_and_two_edits_are_a_conflict(tree):
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


@pytest.mark.parametrize("edited", [".py", ".ipynb"])
@pytest.mark.parametrize("way", ["cloned", "committed", "stashed", "pulled", "checked out", "copied"])
def test_the_edited_twin_is_found_however_the_tree_came_here(clone, edited, way, tmp_path):
    """Without a cache, after half a commit, a stash, a pull, a checkout, and whatever the times of the files."""
    path, old = clone / f"solutions/01_pairs{edited}", clone / f"solutions/01_pairs{edited}"
    if way in ("pulled", "checked out"):  # the cache is of an older state, or of another branch
        runs(clone)
        git(clone, "switch", "--create=other")
        for twin in (".py", ".ipynb"):
            edit(clone / f"solutions/01_pairs{twin}", "Because.", "Because it is so.")
        commit(clone)
        if way == "checked out":
            building.build(clone)
            git(clone, "checkout", "main")
    edit(path, "Why?", "Wherefore?")
    if way == "committed":
        commit(clone)
    if way == "stashed":
        git(clone, "stash")
        assert building.check(clone) == []
        git(clone, "stash", "pop")
    if way == "copied":
        times = {".py": 2e9, ".ipynb": 1e9}
        for suffix, time in times.items():
            os.utime(old.with_suffix(suffix), (time, time))
    building.build(clone)
    for twin in (".py", ".ipynb"):
        assert "Wherefore?" in (clone / f"solutions/01_pairs{twin}").read_text()
    assert building.check(clone) == []


def test_without_cache_and_git_nobody_knows_which_twin_was_edited(tree):
    """Then it is not guessed."""
    shutil.rmtree(tree / "build")
    assert building.check(tree) == []
    edit(tree / "solutions/01_pairs.ipynb", "Why?", "How?")
    with pytest.raises(building.BuildError, match="nothing here tells which was edited"):
        building.build(tree)


def test_a_pull_with_other_code_and_the_same_outputs_leaves_nothing_stale(clone):
    """Somebody else has rewritten a function, run the notebooks, and committed: here nothing has drifted."""
    runs(clone)
    edit(clone / "bcs_helpers/base.py", "x = 1", "x = 3 - 2")
    assert building.check(clone) != []
    commit(clone)
    assert building.check(clone) == []


def test_a_new_clone_takes_a_commit_at_its_word(clone, at_once):
    """Other code was committed that gives the same outputs: a clone runs nothing, whoever has built before runs it."""
    cached = clone.with_name("cached")
    shutil.copytree(clone, cached)
    runs(cached)
    for root in (clone, cached):
        edit(root / "bcs_helpers/base.py", "x = 1", "x = 3 - 2")
        commit(root)
    assert runs(clone) == 0 and runs(cached) == 1
    (clone / "notebooks/01_pairs.ipynb").unlink()
    assert runs(clone) == 1 and building.check(clone) == []


@pytest.mark.parametrize(
    ("name", "old", "comment"),
    [
        ("solutions/01_pairs.py", "# Why?", ""),
        ("solutions/01_pairs.py", "# Why?", "# "),
        ("notebooks/01_pairs.py", "6 * 7", ""),
        ("notebooks/01_pairs.ipynb", ' "cells"', ""),
        ("docs/page.md", "A page", ""),
        ("README.md", "About it.", ""),
    ],
)
def test_the_marks_of_a_conflict_are_never_built(tree, name, old, comment, monkeypatch, capsys):
    """What git leaves of two edits of one line is named with its line, in a twin and in a page."""
    (tree / "docs").mkdir(exist_ok=True)
    (tree / "docs/page.md").write_text("A page\n")
    marks = (f"{comment}{mark}" for mark in ("<<<<<<< HEAD", "=======", ">>>>>>> theirs"))
    edit(tree / name, old, "{}\nours\n{}\ntheirs\n{}\n".format(*marks) + old)
    before = contents(tree)
    monkeypatch.chdir(tree)
    assert main(["build"]) == 1 and main(["build", "--check"]) == 1
    said = capsys.readouterr()
    for words in (said.err, said.out):
        assert f"{name}: line " in words and "the mark of a conflict that git left, <<<<<<<" in words
    assert contents(tree) == before


def test_a_mark_that_came_into_a_cell_is_seen(tree):
    """A merge tool that knows notebooks leaves its marks inside a cell."""
    edit(tree / "solutions/01_pairs.ipynb", '"Why?\\n"', '"=======\\n"')
    with pytest.raises(building.BuildError, match="solutions/01_pairs.ipynb: line 4 is the mark of a conflict"):
        building.build(tree)


@pytest.mark.parametrize("suffix", [".py", ".ipynb"])
@pytest.mark.parametrize("new", ["01_two", "02_pairs"])
def test_one_twin_renamed_is_said(tree, suffix, new):
    """Half a rename would make a second chapter of the same content."""
    (tree / f"notebooks/01_pairs{suffix}").rename(tree / f"notebooks/{new}{suffix}")
    with pytest.raises(building.BuildError, match="notebooks: .*01_pairs.*(both its files|Rename the other file)"):
        building.build(tree)


@pytest.mark.parametrize("deleted", [".py", ".ipynb"])
def test_a_twin_that_is_gone_comes_back(tree, at_once, deleted):
    """From the other one, as it was."""
    before = contents(tree)
    (tree / f"notebooks/01_pairs{deleted}").unlink()
    building.build(tree)
    assert contents(tree) == before


def test_a_byte_order_mark_and_other_line_ends_change_nothing(tree):
    """As some editors and some checkouts write them: nothing drifted, and nothing is written."""
    for path in [*tree.rglob("*.py"), *tree.rglob("*.ipynb"), *tree.rglob("*.md"), *tree.rglob("*.txt")]:
        mark = "\ufeff" if path.suffix == ".py" and path.parent.name == "solutions" else ""
        path.write_bytes((mark + path.read_text(encoding="utf-8").replace("\n", "\r\n")).encode())
    assert building.check(tree) == [] and building.build(tree).written == []


def test_a_look_leaves_no_trace(tree):
    """JupyterLab writes the notebook as it is stored, but for the version of Python: that is no drift."""
    stored = {path: path.read_text() for path in tree.rglob("*.ipynb")}
    for path in stored:
        notebook = notebooks.nbformat.read(path, as_version=4)
        notebook.metadata["language_info"] |= {"version": "3.99.1", "file_extension": ".py"}
        notebooks.nbformat.write(notebook, path)
        assert path.read_text() != stored[path]
    assert building.check(tree) == [] and building.build(tree).written == []
    for path, text in stored.items():
        notebook = notebooks.nbformat.read(path, as_version=4)
        notebook.metadata["language_info"] = {"name": "python"}
        notebooks.nbformat.write(notebook, path)
        assert path.read_text() == text


def test_of_a_figure_that_moves_its_page_is_stored_and_no_widget(built):
    """Without a kernel a widget stands still, and JupyterLab would prefer it to the page that moves."""
    text = (built / "notebooks/01_pairs.ipynb").read_text()
    assert "data-vertices" in text and "Run All Cells" in text
    assert "widget" not in json.dumps(json.loads(text)["metadata"]) and "widget-view" not in text


def test_a_solvers_work_is_left_and_blocks_nothing(tree, monkeypatch, capsys):
    """Work in either twin is named and stays; everything else is built; asked for by name it is made anew."""
    monkeypatch.chdir(tree)
    for twin in ("exercises/01_pairs.ipynb", "exercises/01_pairs.py"):
        edit(tree / twin, "...  # your code here", "return 1")
        edit(tree / "solutions/01_pairs.py", "Why?", "Why, then?")
        work = (tree / twin).read_text()
        for _ in range(2):
            assert main(["build"]) == 0
            assert "left exercises/01_pairs: somebody has worked in it" in capsys.readouterr().out
            assert (tree / twin).read_text() == work
            assert "Why, then?" in (tree / "solutions/01_pairs.ipynb").read_text()
        assert building.check(tree) == ["exercises/01_pairs: somebody has worked in it; bcs build leaves it"]
        building.build(tree, overwrite_exercises=True)
        assert building.check(tree) == []
        edit(tree / "solutions/01_pairs.py", "Why, then?", "Why?")
        building.build(tree)


@pytest.mark.parametrize("content", ["{", "<<<<<<< HEAD\n{}\n"])
def test_an_exercise_in_pieces_blocks_nothing(tree, content):
    """Neither one that is no notebook, nor one that a merge has left in two."""
    (tree / "exercises/01_pairs.ipynb").write_text(content)
    assert list(building.build(tree).left) == ["exercises/01_pairs"]
    assert (tree / "exercises/01_pairs.ipynb").read_text() == content


def test_work_that_was_committed_is_work(clone):
    """A solver who keeps the answers in git: a changed task does not take them away."""
    edit(clone / "exercises/01_pairs.ipynb", "...  # your code here", "return 1")
    commit(clone)
    edit(clone / "solutions/01_pairs.py", "Why?", "How?")
    assert list(building.build(clone).left) == ["exercises/01_pairs"]
    assert "return 1" in (clone / "exercises/01_pairs.ipynb").read_text()


def test_an_exercise_in_which_nobody_worked_follows_its_task(clone):
    """Without a cache, too."""
    edit(clone / "solutions/01_pairs.py", "Why?", "How?")
    assert building.build(clone).left == {}
    assert "How?" in (clone / "exercises/01_pairs.ipynb").read_text()


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
    edit(tree / "solutions/01_pairs.py", "print(pairs(4))", code)
    edit(tree / "notebooks/01_pairs.py", "minutes: 3", "minutes: 4")
    before = contents(tree)
    monkeypatch.chdir(tree / "solutions")
    assert main(["build"]) == 1
    said = capsys.readouterr().err
    assert "solutions/01_pairs: cell 3" in said and words in said and code[:9] in said
    assert contents(tree) == before


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("notebooks/01_pairs.ipynb", "{", "not readable as a notebook"),
        ("README.md", "# no marks", "README.md must hold the marks"),
        ("notebooks/01_pairs.py", "# %% [markdown]\n# no title\n", "must hold a title, # …"),
        ("notebooks/01_pairs.py", "# %% [markdown]\n# # Title\n", "a mark must say how long one reads"),
        (
            "solutions/01_pairs.py",
            SOLUTION.replace("task: pairs", "task: paris"),
            "paris --> is no row of this chapter",
        ),
        ("solutions/01_pairs.py", SOLUTION.replace("task: reason", "task: pairs"), "a row is marked twice: pairs"),
        ("solutions/01_pairs.py", SOLUTION.replace("# <!-- task: reason -->\n", ""), "is marked <!-- task: reason -->"),
        ("solutions/01_pairs.py", SOLUTION.replace("## 2", "### 2"), "below <!-- task: reason --> must stand"),
        (
            "solutions/01_pairs.py",
            SOLUTION + "# begin solution\n",
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
    with pytest.raises(project.NotAProject, match="is not inside a folder with"):
        project.find_root()
    for command in (["build"], ["build", "--check"], ["lab"]):
        assert main(command) == 1 and "is not inside a folder with" in capsys.readouterr().err


def test_nbval_compares_stored_outputs(tree):
    """The strict run of `make test` passes on the built notebook, and fails where one stored number is changed."""
    shutil.rmtree(tree / "bcs_helpers")  # the notebook is to find the real package
    (tree / "solutions/01_pairs.ipynb").unlink()
    stored = (tree / "notebooks/01_pairs.ipynb").read_text()
    lines = re.findall(r'"line 2 (\w+)"', stored)
    assert len(lines) == 2  # of the figure, and of the figure that moves
    bad = {
        "numbers": ((lines[0], "00000000"), ('"42"', '"43"')),
        "words": (("[figure] a straight", "[figure] A straight"),),
    }
    for name, changes in bad.items():
        changed = stored
        for old, new in changes:
            changed = changed.replace(old, new, 1)
        (tree / f"notebooks/{name}.ipynb").write_text(changed)
    rules = Path(__file__).with_name("nbval.cfg")
    options = ["--nbval", "--nbval-current-env", f"--nbval-sanitize-with={rules}"]
    command = [sys.executable, "-m", "pytest", "-q", "-rf", "-p", "no:cacheprovider", *options, "notebooks"]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True)
    failed = re.findall(r"^FAILED notebooks/(\w+)\.ipynb::Cell (\d)", done.stdout, re.MULTILINE)
    assert sorted(failed) == [("numbers", "0"), ("numbers", "2"), ("words", "0")], done.stdout
    assert done.returncode == 1 and "3 failed, 6 passed" in done.stdout
