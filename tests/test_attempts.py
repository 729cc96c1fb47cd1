"""What was attempted is told with its error, and an earlier mistake is not told as a later one."""

import json
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from textwrap import dedent

import numpy as np
import pytest

from bcs_helpers.classroom import course, say
from bcs_helpers.classroom.answers import as_plain, distance, undisturbed
from bcs_helpers.classroom.grading import follow_on, marking
from bcs_helpers.classroom.grading.inside.codec import decode, encode
from bcs_helpers.classroom.grading.references import References, value_of
from bcs_helpers.classroom.grading.sandbox import Limits
from bcs_helpers.classroom.tasks import BLANK, BROKEN, RIGHT, sheet

from .solutions import builds_on
from .submissions import CELLS, notebook

ROOT = Path(__file__).parents[1]
LIMITS = Limits(call_seconds=20, cell_seconds=60)
OTHERS = [CELLS[0], CELLS[1], CELLS[3], CELLS[4]]
RATIO = "2 * np.pi / np.exp(np.euler_gamma)"


def marked(cells, **more):
    """The result of a notebook of honest cells (which need no walls), by the frozen course."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BCS_COURSE", str(ROOT / "tests" / "frozen"))
        return marking.mark(notebook(list(map(dedent, cells))), seed=7, limits=LIMITS, isolation="none", **more)


ATTEMPTS = {  # what stands in the cell of gap_ratio: the key, and what the page says
    "nothing": ("def gap_ratio():\n    ...  # your code here", "blank", ""),
    "a docstring": ("def gap_ratio():\n    '''The ratio.'''\n    pass", "blank", ""),
    "a syntax error": (f"def gap_ratio():\n    x = (1\n    return {RATIO} +", "not_read", "line "),
    "an indentation": (f"def gap_ratio():\n        x = 1\n    return {RATIO}", "not_read", "line 3: return"),
    "full-width brackets": (f"def gap_ratio（）：\n    return {RATIO}", "full_width", "（ ） ："),
    "a full-width comma": ("def gap_ratio():\n    return max(3.5， 3.52)", "full_width", "line 2: return max("),
    "print for return": (f"def gap_ratio():\n    print({RATIO})", "returns_nothing.printed", "with return"),
    "no return": (f"def gap_ratio():\n    x = {RATIO}", "returns_nothing.none", "missing return"),
    "a value": ("gap_ratio = 3.5277", "not_a_function", "bound to a float"),
    "a value of numpy": (f"gap_ratio = {RATIO}", "not_a_function", "bound to a float"),
    "an array": ("gap_ratio = np.array([3.5])", "not_a_function", "bound to a ndarray"),
    "an error above it": (f"import no_such_module\ndef gap_ratio():\n    return {RATIO}", "right", ""),
    "a cell that stops": (f"y = undefined_thing\nif y:\n    pass\nwith y:\n    def gap_ratio(): return {RATIO}",
                          "not_reached", "name 'undefined_thing' is not defined"),
}  # fmt: skip


@pytest.mark.parametrize("name", ATTEMPTS)
def test_what_was_attempted_is_told(name):
    """By a key, with the line and the words of Python; nothing that was written counts as not attempted."""
    code, key, says = ATTEMPTS[name]
    result = marked([*OTHERS, code])["tasks"]["gap_ratio"]
    assert result["key"] == key
    assert (result["state"] == BLANK) == (key == "blank") and (result["points"] > 0) == (key == "right")
    assert says in say.text("gap_ratio", result["key"], result["fields"])


FAILED = {  # cells before gap_ratio that fail, and what is said of them
    "a missing module": ("import no_such_module as lost\nk = lost.k", "No module named 'no_such_module'",
                         ["It imports no_such_module, which is not installed where it was marked."]),
    "a missing file": ("k = np.loadtxt('data.txt')", "",
                       ["It reads data.txt, which was not there where it was marked: a notebook must stand alone."]),
    "a file opened": ("with open('my data.csv') as f:\n    k = float(f.read())",
                      "No such file or directory: 'my data.csv'",
                      ["It reads my data.csv, which was not there where it was marked: a notebook must stand alone."]),
    "an error": ("# the constant\nk = 1 / 0", "line 2: k = 1 / 0", []),
    "a syntax error": ("k = (2\nprint k", "SyntaxError", []),
}  # fmt: skip


@pytest.mark.parametrize("name", FAILED)
def test_the_cell_that_failed_first_is_named(name):
    """A function that misses a name says which cell should have made it, and what happened there."""
    cell, says, remarks = FAILED[name]
    result = marked([*OTHERS, cell, f"def gap_ratio():\n    return k * {RATIO} / k"])
    task = result["tasks"]["gap_ratio"]
    text = say.text("gap_ratio", task["key"], task["fields"])
    assert task["key"] == "error_after" and "code cell 5 had failed before" in text
    assert "name 'k' is not defined" in text and says in text
    assert [say.remark(row["key"], row["fields"]) for row in result["remarks"]] == remarks


def test_a_child_can_tell_nothing_through_an_error():
    """What it claims of a cell is believed only where the notebook itself holds it; no input comes out in a name."""
    cells = ["x = 1"]
    for message in ({"error": "NameError", "name": "secret_0.18"}, {"error": "ModuleNotFoundError", "name": ["x"]},
                    {"error": "FileNotFoundError", "name": None}, {"error": [], "name": "x"}, {}):  # fmt: skip
        assert marking.attempts.missing(message, cells) == {}
    assert marking.attempts.told({"error": "secret", "line": 10**9, "text": "a\nb", "name": {}}, "x = 1") == {
        "error": "Exception", "name": ""}  # fmt: skip
    assert marking.attempts.told([], "x") == {"error": "Exception", "name": ""}


# ---- follow-on errors ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("stem", course.stems())
def test_rows_say_on_which_tasks_a_solution_builds(stem):
    """What a row says is what its solution does: the earlier functions that it reaches, through helpers and values."""
    assert {task.name: task.builds_on for task in course.tasks(stem) if task.builds_on} == builds_on(stem)


PAIRS = [(task, course.find(name)) for task in course.tasks() for name in task.builds_on]


@pytest.mark.parametrize(("later", "earlier"), PAIRS, ids=lambda task: task.name)
def test_no_later_task_is_the_earlier_one_at_other_inputs(later, earlier):
    """Else its stub would be its answer: the reference of the earlier one, at any of the inputs, is another number."""
    cases, rights, asked = sheet(later, 7).cases[:2], sheet(later, 7).right, len(sheet(earlier, 7).cases[0])
    for choice in permutations(range(len(cases[0])), asked):
        with undisturbed():  # inputs in the wrong places may give anything
            try:
                values = [as_plain(earlier.reference(*(case[i] for i in choice))) for case in cases]
            except Exception:
                continue  # not even its inputs
            assert not all(distance(v, right) <= later.tolerance for v, right in zip(values, rights, strict=False))


def spoiled(stem, name, change):
    """The bytes of a solution in which a function is changed: change(its value)."""
    book = json.loads((ROOT / "solutions" / f"{stem}.ipynb").read_bytes())
    for cell in book["cells"]:
        cell["source"] = "".join(cell["source"])
        if cell["cell_type"] == "code" and f"def {name}(" in cell["source"]:
            cell["source"] += f"\n_right = {name}\ndef {name}(*given, **named):\n    return {change}\n"
    return json.dumps(book).encode()


CHANGES = [
    "1.7 * _right(*given, **named)",
    *(pytest.param(c, marks=pytest.mark.nightly) for c in ("None", "[]")),
    "1 / 0",
]


@pytest.mark.parametrize("change", CHANGES)
def test_an_earlier_mistake_is_told_as_such(change):
    """The later task is right with the reference of the earlier one: that is told, and earns nothing by itself."""
    data = spoiled("02_cooper_problem", "ion_displacement", change)
    tasks = marking.mark(data, seed=5, limits=LIMITS, isolation="none")["tasks"]
    assert tasks["ion_displacement"]["state"] != RIGHT and "follow_on" not in tasks["ion_displacement"]
    assert tasks["kick_attraction"]["follow_on"] == ["ion_displacement"]
    assert tasks["kick_attraction"]["points"] == tasks["ion_displacement"]["points"] == 0
    assert all(tasks[name]["state"] == RIGHT for name in ("pair_binding_energy", "threshold_coupling"))


def test_a_mistake_of_its_own_is_none_of_the_earlier_ones():
    """Wrong with the reference too: nothing is told of the earlier task; and a right one is not looked at again."""
    book = json.loads(spoiled("02_cooper_problem", "ion_displacement", "1.7 * _right(*given, **named)"))
    wrong = "def kick_attraction(*a): return 3.0\ndef unused"
    for cell in book["cells"]:
        cell["source"] = cell["source"].replace("def kick_attraction", wrong)
    tasks = marking.mark(json.dumps(book).encode(), seed=5, limits=LIMITS, isolation="none")["tasks"]
    assert "follow_on" not in tasks["kick_attraction"]
    states = {task.name: RIGHT for task in course.tasks("02_cooper_problem")}
    assert follow_on.looks("02_cooper_problem", states) == {}
    assert follow_on.looks("02_cooper_problem", states | {"kick_attraction": BROKEN}) == {}
    states |= {"kick_attraction": BROKEN, "ion_displacement": BLANK}
    assert follow_on.looks("02_cooper_problem", states) == {"kick_attraction": ["ion_displacement"]}


@pytest.fixture
def references():
    """A process of references that ends with the test."""
    process = References()
    yield process
    process.close()


def test_a_stub_answers_only_plain_questions_and_only_so_many(references):
    """Other tasks, other things than numbers, too much, or too often: None; a number is the reference's."""
    number = encode(np.array(0.25)) | {"whole": False}
    good = {"ask": "transition_temperature", "inputs": [number, encode(np.array(300.0))]}
    stubs = follow_on.Stubs(["transition_temperature"], references)
    expected = course.find("transition_temperature").reference(0.25, 300.0)
    assert decode(stubs.answer(good)["value"]) == pytest.approx(expected, rel=1e-15)
    big = {"array": "A" * (2 << 20), "dtype": "<f8", "shape": [1]}
    for message in ({**good, "ask": "gap_ratio"}, {**good, "ask": ["x"]}, {**good, "inputs": "x"},
                    {**good, "inputs": [big, number]}, {**good, "inputs": [1, 2]}, {**good, "named": []},
                    {**good, "inputs": [number]}, {**good, "named": {"__class__": number}}, {"ask": None},
                    {**good, "inputs": [{"not": "a number"}, number]}):  # fmt: skip
        assert stubs.answer(message) == {"value": None}
    assert stubs.answer(good)["value"] is not None
    stubs.calls = 1
    assert stubs.answer(good)["value"] is not None and stubs.answer(good) == {"value": None}
    stubs.calls, stubs.left = 10, 0.0
    assert stubs.answer(good) == {"value": None}


def test_a_reference_that_takes_too_long_is_ended(references, monkeypatch):
    """Its process goes, the answer is None, and the next question is answered by a new one."""
    number = encode(np.array(0.25))
    question = ("transition_temperature", [number, encode(np.array(300.0))], {})
    assert references.ask(*question, 60) is not None
    first = references._process.pid
    assert references.ask(*question, 0.0) is None
    assert references.ask(*question, 60) is not None and references._process.pid != first


def test_named_inputs_and_whole_numbers_reach_a_reference():
    """As a student may call an earlier function by the names of its inputs; a count stays a count."""
    by_place = [encode(np.array(float(value))) for value in (0.25, 300.0)]
    names = course.find("transition_temperature").reference.__code__.co_varnames[:2]
    assert value_of("transition_temperature", [], dict(zip(names, by_place, strict=True))) == value_of(
        "transition_temperature", by_place, {}
    )
    counting = replace(course.find("gap_ratio"), reference=lambda n: list(range(n)))
    whole = encode(np.array(3.0)) | {"whole": True}
    course_find, course.find = course.find, lambda name: counting
    try:
        assert value_of("gap_ratio", [whole], {}) == [0, 1, 2]
    finally:
        course.find = course_find
