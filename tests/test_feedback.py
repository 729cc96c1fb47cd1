"""What a solver sees: ✓, ✗ with a diagnosis, … and !, whatever they wrote; and progress that survives."""

import json
import multiprocessing
import os
import re
from concurrent.futures import ProcessPoolExecutor
from html import unescape

import numpy as np
import pytest

from bcs_helpers.classroom import carry_on, check, feedback, hint, inputs, progress, rubric, use_seed
from bcs_helpers.classroom.tasks import (
    BROKEN,
    RIGHT,
    WRONG,
    Mistake,
    NotANumber,
    Property,
    Task,
    Verdict,
    agree,
    as_plain,
)

SQUARE = Task(
    name="square",
    chapter="00_test",
    title="Squares",
    points=2,
    minutes=1,
    textbook=((3.0,),),
    draw=lambda rng: (rng.uniform(1, 2),),
    reference=lambda x: x**2,
    tolerance=1e-6,
    reason="exact",
    hints=("Multiply.", "By itself."),
    mistakes=(Mistake(lambda x: 2 * x, "That is the double."), Mistake(lambda x: x, "That is x itself.")),
    properties=(Property(lambda v, x: np.all(v >= 0), "A square is not negative."),),
    meaning="Area of a square.",
)


@pytest.fixture(autouse=True)
def square_task(monkeypatch, tmp_path):
    """One task besides the course's, and a progress file of its own."""
    monkeypatch.setattr(feedback.questions, "TASKS", (SQUARE, *feedback.questions.TASKS))
    monkeypatch.setenv("BCS_PROGRESS", str(tmp_path / "progress.json"))
    monkeypatch.setattr(feedback, "_hints_given", {})
    return tmp_path / "progress.json"


def named(function):
    function.__name__ = "square"
    return function


def test_right_wrong_blank_and_broken():
    """The four states, each with the sentence that belongs to it."""
    assert repr(check(named(lambda x: x * x))) == "✓ Squares (2/2). Area of a square."
    assert repr(check(named(lambda x: 2 * x))) == "✗ Squares (0/2). That is the double."
    assert repr(check(named(lambda x: None))) == "… Squares (0/2). Not attempted yet."
    assert repr(check(named(lambda x: ...))).startswith("! Squares (0/2). Your function must return numbers")
    assert "A square is not negative." in repr(check(named(lambda x: -(x**2))))
    assert "Right for some inputs" in repr(check(named(lambda x: 9.0)))
    assert "a single number" in repr(check(named(lambda x: [x, x])))
    assert "nan" in repr(check(named(lambda x: float("nan"))))
    assert "infinite" in repr(check(named(lambda x: np.inf)))
    assert "missing return" in repr(check(named(lambda x: x * x if x == 3 else None)))
    assert "none of the slips" in repr(check(named(lambda x: x + 77)))


def test_what_counts_as_the_same_number():
    """Python floats, numpy scalars, 0-d arrays, ints: honest answers in any dress."""
    for dress in (float, np.float64, np.asarray, np.float32):
        expected = RIGHT if dress is not np.float32 else (RIGHT, WRONG)
        assert check(named(lambda x, dress=dress: dress(x * x))).verdict.state in expected


@pytest.mark.parametrize("answer", ["9", b"9", {"x": 9}, {9}, lambda: 9, object(), [1, [2]], None, [None], [object()]])
def test_only_plain_numbers_are_answers(answer):
    """Strings, dictionaries, objects, ragged lists are not numbers, quickly and with a word why."""
    with pytest.raises(NotANumber):
        as_plain(answer)


def test_an_object_that_says_yes_to_everything_is_not_a_number():
    """Comparisons of the solver's own make no difference."""

    class Yes:
        def __eq__(self, other):
            return True

        __hash__ = None

        def __sub__(self, other):
            return 0

        def __array__(self, *args, **kwargs):
            raise RuntimeError("no")

    assert check(named(lambda x: Yes())).verdict.state == BROKEN


def test_an_error_is_shown_where_it_happened():
    """The solver's own line and the message; none of the machinery around it."""

    def square(x):
        y = x / 0
        return y

    text = repr(check(square))
    assert "ZeroDivisionError" in text and "line" in text and "y = x / 0" in text
    assert "feedback.py" not in text and "tasks.py" not in text
    assert "could not be called" in repr(check(named(lambda: 1)))
    assert "SystemExit" in repr(check(named(lambda x: exit(3))))


def test_a_function_that_changes_its_input_harms_nobody():
    """Inputs are copies."""

    def square(x):
        x = np.asarray(x)
        x *= 0
        return x

    check(square)
    assert SQUARE.textbook == ((3.0,),)


def test_unknown_functions_are_named():
    """check of something that is no task says which tasks there are, and does not raise."""
    assert "not the name of a task" in repr(check(lambda x: x))
    assert "gap_ratio" in repr(check(3)) and "gap_ratio" in repr(hint(print))
    with pytest.raises(ValueError, match="not the name of a task"):
        carry_on(print)


def test_hints_come_one_at_a_time():
    """The next one at each call, the last one again at the end, or the one asked for."""
    f = named(lambda x: None)
    assert repr(hint(f)) == "Hint 1 of 2: Multiply."
    assert repr(hint(f)) == "Hint 2 of 2: By itself." == repr(hint(f))
    assert repr(hint(f, 1)) == "Hint 1 of 2: Multiply."
    for number in (0, 3, "x"):
        assert "hints 1 to 2" in repr(hint(f, number))


def test_carry_on_gives_yours_if_right_else_the_reference():
    """A stand-in computes, and cannot be handed in as one's own."""
    mine = named(lambda x: x * x)
    assert carry_on(mine) is mine
    stand_in = carry_on(named(lambda x: None))
    assert stand_in(3.0) == 9.0 and stand_in.__name__ == "square"
    assert "carry_on put in place" in repr(check(stand_in))
    assert carry_on(stand_in) is stand_in


def test_progress_is_kept_and_what_was_right_stays_right(square_task):
    """A later slip does not take points away; the file is plain JSON."""
    check(named(lambda x: x * x))
    check(named(lambda x: 2 * x))
    assert json.loads(square_task.read_text())["tasks"] == {"square": "right"}
    table = repr(progress())
    assert "00_test" in table and "2 of   2 points" in table and "all chapters" in table
    assert len({line.index(" of ") for line in table.splitlines()}) == 1, "the points stand below each other"


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"version": 99, "tasks": {}}', '{"version": 1, "tasks": 3}', "\x00"]
)
def test_a_progress_file_that_cannot_be_read_is_set_aside(square_task, content):
    """Nothing is lost, it is said, and a new one begins; twice over."""
    for aside in ("progress-set-aside.json", "progress-set-aside-2.json"):
        square_task.write_text(content)
        assert aside in repr(check(named(lambda x: x * x)))
        assert (square_task.parent / aside).read_text() == content
        assert json.loads(square_task.read_text())["tasks"] == {"square": "right"}


def test_a_folder_that_cannot_be_written_is_said(monkeypatch, tmp_path):
    """The verdict still comes."""
    monkeypatch.setenv("BCS_PROGRESS", str(tmp_path / "missing" / "progress.json"))
    text = repr(check(named(lambda x: x * x)))
    assert text.startswith("✓") and "could not be saved" in text


def test_a_page_shows_the_same_words(square_task):
    """And takes nothing of them for markup."""

    def square(x):
        raise ValueError("<b>x & y</b>")

    note = check(square)
    assert "<b>x & y</b>" in repr(note) and unescape(re.sub("<[^>]*>", "", note._repr_html_())) == repr(note)


def _save_often(path):
    """In a process of its own, as another notebook does: every warning that came back."""
    os.environ["BCS_PROGRESS"] = path
    return {feedback._remember(task, Verdict(WRONG)) for _ in range(1000) for task in feedback.questions.TASKS[:3]}


def test_two_notebooks_may_save_at_once(tmp_path):
    """Neither stands in the other's way, and the file stays whole."""
    path = tmp_path / "progress.json"
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as two:
        assert set.union(*two.map(_save_often, [str(path)] * 2)) == {""}
    assert len(json.loads(path.read_text())["tasks"]) == 3
    assert list(tmp_path.iterdir()) == [path]


def test_agreement_of_arrays():
    """Same shape, each entry within the tolerance of itself, or of the largest where it is nearly zero."""
    assert agree([1.0, 2.0], [1.0, 2.0 + 1e-7], 1e-6) and not agree([1.0, 2.0], [1.0, 2.1], 1e-6)
    assert agree([1.0, 1e-12], [1.0, 0.0], 1e-6) and not agree([1.0, 1e-4], [1.0, 0.0], 1e-6)
    assert not agree([1.0], 1.0, 1e-6) and agree(1 + 1j, 1 + 1j, 1e-9) and not agree(np.nan, 1.0, 1.0)


def test_a_seed_changes_the_numbers_until_it_is_taken_back():
    """The textbook's numbers come first by default; a seed draws others, the same ones each time."""
    square = named(lambda x: x * x)
    assert inputs(square) == (3.0,)
    try:
        use_seed(7)
        first = inputs(square)
        assert first != (3.0,) and inputs(square) == first
        assert check(square).verdict.state == RIGHT
        use_seed(8)
        assert inputs(square) != first
    finally:
        use_seed(None)
    assert inputs(square) == (3.0,)


@pytest.mark.parametrize("seed", [-1, 1.5, "7", True])
def test_a_seed_is_a_whole_number(seed):
    """check says so, use_seed raises: both name the value."""
    assert repr(check(named(lambda x: x * x), seed)).startswith(
        f"! seed must be a whole number, zero or larger, or None; got {seed!r}"
    )
    with pytest.raises(ValueError, match="whole number"):
        use_seed(seed)


def test_inputs_are_copies():
    """What a solver does to the arrays of a task does not reach the task."""
    (t,) = inputs(_called("gap_curve"))
    t[:] = 99
    assert inputs(_called("gap_curve"))[0][0] == 0.0


def _called(name):
    def function(*inputs):
        return None

    function.__name__ = name
    return function


def test_a_rubric_says_what_earns_the_points():
    """For solutions; an unknown question is named together with the known ones."""
    shown = repr(rubric("why_no_expansion"))
    assert "3 points" in shown and "essential singularity" in shown
    with pytest.raises(ValueError, match="'nonsense' is not the name of a question in words"):
        rubric("nonsense")
