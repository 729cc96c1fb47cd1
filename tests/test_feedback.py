"""What a solver sees: ✓, ✗ with a diagnosis, … and !, whatever they wrote; and progress that survives."""

import json
import multiprocessing
import os
import signal
import sys
import warnings
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache, partial
from threading import Timer

import numpy as np
import pytest

from bcs_helpers.classroom import (
    carry_on,
    check,
    course,
    feedback,
    hint,
    inputs,
    notes,
    progress,
    record,
    rubric,
    say,
    use_seed,
)
from bcs_helpers.classroom.answers import NotANumber, as_plain, distance
from bcs_helpers.classroom.notes import Note
from bcs_helpers.classroom.tasks import BROKEN, RIGHT, WRONG, Task, Verdict, must, slip, times

SQUARE = Task(
    name="square",
    chapter="00_test",
    title="Squares",
    points=2,
    minutes=1,
    textbook=((3.0,),),
    draw=lambda rng, case: (rng.uniform(1, 2),),
    reference=lambda x: x**2,
    tolerance=1e-6,
    reason="exact",
    hints=("Multiply.", "By itself."),
    slips=(
        slip("double", lambda x: 2 * x, "That is the double."),
        slip("itself", lambda x: x, "That is x itself."),
        slip("twice", times(2), "That is twice the square, $2x^2$."),
    ),
    properties=(must("not_negative", lambda v, x: np.all(v >= 0), "A square is not negative."),),
    meaning="Area of a square.",
)


def put(monkeypatch, *tasks):
    """Let these be the tasks of a chapter of their own."""
    monkeypatch.setitem(course.current().rows.loaded, "00_test", {"TASKS": tasks, "QUESTIONS": ()})


@pytest.fixture(autouse=True)
def square_task(monkeypatch, tmp_path):
    """One task besides the course's, and a progress file of its own."""
    monkeypatch.setattr(course.current().rows, "texts", {"00_test": "", **course.current().rows.texts})
    put(monkeypatch, SQUARE)
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
    assert "the sign is not. A square is not negative." in repr(check(named(lambda x: -(x**2))))
    assert "The textbook's number is typed in" in repr(check(named(lambda x: 9.0)))
    assert "the same number for all inputs" in repr(check(named(lambda x: 8.0)))
    assert "a single number" in repr(check(named(lambda x: [x, x])))
    assert "nan" in repr(check(named(lambda x: float("nan"))))
    assert "infinite" in repr(check(named(lambda x: np.inf)))
    assert "missing return" in repr(check(named(lambda x: x * x if x == 3 else None)))
    assert "none of the slips" in repr(check(named(lambda x: 5 + 0.3 * x)))
    assert "Too large for all inputs" in repr(check(named(lambda x: x + 77)))


def test_what_counts_as_the_same_number():
    """Python floats, numpy scalars, 0-d arrays, ints: honest answers in any dress."""
    for dress in (float, np.float64, np.asarray, np.float32):
        expected = RIGHT if dress is not np.float32 else (RIGHT, WRONG)
        assert check(named(lambda x, dress=dress: dress(x * x))).state in expected


EXACT = [
    Fraction(9),
    Decimal(9),
    np.array([Fraction(9)]),
    np.ma.array(9.0),
    np.array(9.0, dtype=object),
    np.longdouble(9),
]


@pytest.mark.parametrize("nine", EXACT, ids=lambda nine: type(nine).__name__)
def test_exact_and_long_numbers_are_numbers(nine):
    """Those of the standard library, and arrays of them, alone and in a list."""
    assert as_plain(nine).dtype == float and np.all(as_plain(nine) == 9) and np.all(as_plain([nine, nine]) == 9)


def test_numbers_of_other_packages_are_numbers():
    """mpmath's and sympy's, real and complex, and a Series of pandas, with its entries in their order."""
    mpmath, sympy = pytest.importorskip("mpmath"), pytest.importorskip("sympy")
    for two in (mpmath.mpf(2), sympy.Integer(2), sympy.Rational(4, 2), 2 * sympy.sin(sympy.pi / 2), mpmath.sqrt(4)):
        assert as_plain(two) == 2.0 and as_plain([two, two]).shape == (2,)
    assert as_plain(mpmath.mpc(1, 2)) == 1 + 2j == as_plain(1 + 2 * sympy.I)
    with pytest.raises(NotANumber):
        as_plain(sympy.Symbol("x"))
    pandas = pytest.importorskip("pandas")
    assert as_plain(pandas.Series([3.0, 1.0], index=[7, 2])).tolist() == [3.0, 1.0]


def test_a_number_in_an_array_of_one_is_a_number_with_a_word():
    """As fsolve returns it; so are a row and a column where an array is asked."""
    note = check(named(lambda x: np.array([x * x])))
    assert note.state == RIGHT and "the shape (1,); it is taken as a single number" in note.text
    assert check(named(lambda x: [[2 * x]])).key == "slip.double"
    note = check(_called_as("gap_curve", lambda t: course.find("gap_curve").reference(t)[:, None]))
    assert note.state == RIGHT and "(8, 1)" in note.text and "(8,)" in note.text


def _called_as(name, function):
    function.__name__ = name
    return function


NO_NUMBERS = [
    "9",
    b"9",
    {"x": 9},
    {9},
    lambda: 9,
    object(),
    [1, [2]],
    None,
    [None],
    [object()],
    (x for x in [9]),
    ["9"],
]


@pytest.mark.parametrize("answer", NO_NUMBERS)
def test_only_plain_numbers_are_answers(answer):
    """Strings, dictionaries, objects, ragged lists are not numbers, quickly and with a word why."""
    with pytest.raises(NotANumber):
        as_plain(answer)


def test_what_was_attempted_is_not_called_blank(capsys):
    """print in place of return, and a return that is missing, are told as what they are; what is printed is seen."""

    def square(x):
        print(x * x)

    note = check(square)
    assert (note.state, note.key) == (BROKEN, "returns_nothing.printed") and "9.0" in capsys.readouterr().out

    def square(x):
        sys.stdout.writelines([str(x * x), "\n"])

    assert check(square).key == "returns_nothing.printed" and "9.0" in capsys.readouterr().out

    def square(x):
        x * x

    assert check(square).key == "returns_nothing.none"

    def square(x):
        """The square."""
        ...  # your code here

    assert check(square).key == "blank"


def test_it_is_told_where_an_answer_goes_wrong_first():
    """The call, with its inputs; in an array, the entry."""

    def square(x):
        return x * x if x == 3 else x * x * x + 0.1

    assert "wrong first for square(1." in check(square).text

    def gap_curve(t):
        return np.where(t > 0.4, course.find("gap_curve").reference(t), 0.97)

    note = check(gap_curve)
    assert (note.key, note.fields["number"]) == (
        "where.large",
        1,
    ) and "wrong first in entry 1 of gap_curve([" in note.text


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

    assert check(named(lambda x: Yes())).state == BROKEN


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


def test_what_is_no_task_is_told_with_the_nearest_names():
    """Three names at most, and no wall of all; what is no function at all is told so."""

    def gap_ration():
        pass

    note = check(gap_ration)
    assert note.key == "no_such_task" and note.state is None and "gap_ratio" in note.fields["near"]
    assert "gap_ratio" in note.text and len(note.text) < 200
    assert hint(print).key == "no_such_task" and check(lambda x: x).key == "no_such_task"
    assert check(9.0).key == "not_a_function" and "a float" in check(9.0).text
    with pytest.raises(ValueError, match="not the name of a task"):
        carry_on(print)


def _known_by_its_name(kind):
    """A right function in one of the ways that a solver, or a grader, finds it under the name of the task."""

    class Squares:
        def __call__(self, x):
            return x * x

    def power(n, x):
        return x**n

    def decorated(function):
        return lambda *inputs: function(*inputs)

    ways = {"lambda": lambda x: x * x, "partial": partial(power, 2), "object": Squares(), "another": power}
    ways |= {"decorated": decorated(lambda x: x * x), "cached": cache(lambda x: x * x), "numpy": np.square}
    return ways[kind]


@pytest.mark.parametrize("kind", ["lambda", "partial", "object", "decorated", "cached", "numpy"])
def test_a_function_is_what_the_name_is_bound_to(kind):
    """As for the grader, whatever the function calls itself."""
    square = _known_by_its_name(kind)
    assert check(square).state == RIGHT


def test_hints_come_one_at_a_time():
    """The next one at each call, the last one again at the end, or the one asked for."""
    f = named(lambda x: None)
    assert repr(hint(f)) == "Hint 1 of 2: Multiply."
    assert repr(hint(f)) == "Hint 2 of 2: By itself." == repr(hint(f))
    assert repr(hint(f, 1)) == "Hint 1 of 2: Multiply."
    for number in (0, 3, "x"):
        assert "hints 1 to 2" in repr(hint(f, number))


def test_carry_on_gives_yours_if_right_else_the_reference(capsys):
    """A stand-in computes, and cannot be handed in as one's own; it is named when it takes the place."""
    mine = named(lambda x: x * x)
    assert carry_on(mine) is mine and not capsys.readouterr().out
    stand_in = carry_on(named(lambda x: 3 * x))
    assert "the reference stands in for your `square`, which is not right yet" in capsys.readouterr().out
    assert stand_in(3.0) == 9.0 and stand_in.__name__ == "square"
    assert "carry_on put in place" in repr(check(stand_in))
    assert carry_on(stand_in) is stand_in


def test_what_rests_on_a_stand_in_is_marked(monkeypatch):
    """A later task that is right because the reference answered for an earlier one says so, and only that one."""
    later = replace(SQUARE, name="fourth_power", reference=lambda x: x**4, slips=(), properties=())
    put(monkeypatch, SQUARE, later)
    for first in (lambda x: 3 * x, lambda x: None):
        square = carry_on(named(first))
        note = check(_called_as("fourth_power", lambda x, square=square: square(x) ** 2))
        assert note.state == RIGHT and note.fields["stands_in"] == ["square"]
        assert "the reference stands in for square here" in note.text
        assert "stands in" not in check(_called_as("fourth_power", lambda x: x**4)).text


def test_a_call_of_the_package_is_told_apart(monkeypatch):
    """Where the point is to program, also behind a helper; not where it is used for something else."""
    put(monkeypatch, replace(SQUARE, program=True))
    space = {}
    source = "from bcs_helpers.gap import gap\nfrom bcs_helpers.units import kelvin\n"
    source += "def helper(x): return gap(0.0, 1.0) * x * x / gap(0.0, 1.0)\ndef square(x): return helper(x)\n"
    exec(source, space)
    note = check(space["square"])
    assert note.state == RIGHT and note.fields["package"] == ["gap"] and "this calls gap of the package" in note.text
    exec("def square(x): return x * x * kelvin / kelvin", space)
    assert "package" not in check(space["square"]).fields
    put(monkeypatch, SQUARE)
    exec("def square(x): return helper(x)", space)
    assert "package" not in check(space["square"]).fields


def test_nobody_reads_in_a_cell_what_he_has_not_tried(capsys):
    """For a function that is not written, the stand-in gives nan to the cells of the notebook."""
    stand_in = carry_on(named(lambda x: None))
    assert np.isnan(stand_in(3.0)) and np.isnan(stand_in("what it does not take"))
    assert "`square` is not written yet" in capsys.readouterr().out


def test_the_last_hint_points_to_the_solution(monkeypatch, tmp_path):
    """By a link, where a solution stands beside the exercise, and not before."""
    (tmp_path / "solutions").mkdir()
    (tmp_path / "exercises").mkdir()
    (tmp_path / "solutions" / "00_test.ipynb").write_text("{}")
    monkeypatch.setattr(record, "STARTED_IN", tmp_path / "exercises")
    assert "solution" not in hint(named(lambda x: None)).text
    note = hint(named(lambda x: None))
    assert "[Squares](../solutions/00_test.ipynb)" in note._repr_markdown_() and "That was the last one" in note.text


def test_progress_is_kept_and_what_was_right_stays_right(square_task):
    """A later slip does not take points away; the file is plain JSON."""
    check(named(lambda x: x * x))
    check(named(lambda x: 2 * x))
    assert json.loads(square_task.read_text()) == {"version": 2, "tasks": {"square": "right"}}
    table = repr(progress())
    assert "00_test" in table and "2 of   2 points" in table and "all chapters" in table
    assert len({line.index(" of ") for line in table.splitlines()}) == 1, "the points stand below each other"


def test_a_progress_file_of_the_first_version_is_read(square_task):
    """Its states had other names."""
    old = {"square": "right", "gap_ratio": "cannot be evaluated", "gap_curve": "wrong"}
    square_task.write_text(json.dumps({"version": 1, "tasks": old}))
    chapters = {row["chapter"]: row["tasks"] for row in progress().chapters}
    assert chapters["00_test"] == {"square": "right"} and chapters["05_gap_equation"]["gap_ratio"] == "broken"
    check(named(lambda x: 0.0))
    assert json.loads(square_task.read_text())["tasks"] == {
        "square": "right",
        "gap_ratio": "broken",
        "gap_curve": "wrong",
    }


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"version": 2, "tasks": {"square": "splendid"}}',
        '{"version": 99, "tasks": {}}',
        '{"version": 1, "tasks": 3}',
        "\x00",
    ],
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


def test_a_page_takes_nothing_of_the_solver_for_markup():
    """What the solver wrote stands in a block of its own; a tutor's formula is a formula, his asterisk an asterisk."""

    def square(x):
        raise ValueError("<b>x & y</b> ``` $z$")

    page = check(square)._repr_markdown_()
    assert page.startswith("**\\! Squares** (0/2).") and "````text\nValueError: <b>x & y</b> ``` $z$\n" in page
    assert check(named(lambda x: 2 * x * x))._repr_markdown_().endswith("That is twice the square, $2x^2$\\.")
    assert notes.as_markdown("λ − μ* and `error` <b>") == "λ − μ\\* and `error` \\<b\\>"


def test_what_programs_read():
    """State, key, fields and points hold no word of any language."""
    note = check(named(lambda x: 2 * x), show=False)
    assert (note.state, note.key, note.points, note.fields) == ("wrong", "slip.double", 0, {})
    assert check(named(lambda x: x * x)).points == 2
    note = check(named(lambda x: -x * x))
    assert (note.key, note.fields) == ("factor.sign", {"because": "property.not_negative"})
    note = check(named(lambda x: [x, x]))
    assert (note.key, note.fields) == ("shape", {"wanted": [], "got": [2]})
    note = hint(named(lambda x: None))
    assert (note.key, note.fields) == ("hint", {"number": 1, "of": 2})
    table = progress()
    assert table.chapters[0]["tasks"] == {"square": "right"} and table.points == 2 and table.of > 200


def test_a_table_of_progress_can_be_read_and_counted(square_task):
    """A caption, heads of rows and columns, a mark for each task, the questions in words."""
    check(named(lambda x: x * x))
    page = progress()._repr_html_()
    assert page.count("<caption>") == 1 and page.count("<th scope=row") == len(course.stems()) + 1
    assert page.count("<span title=") == len(course.tasks()) and ">✓</span>" in page and "1 (3 points)" in page


@pytest.mark.filterwarnings("default")
def test_what_the_solver_sets_for_the_process_reaches_no_verdict(square_task, tmp_path, monkeypatch):
    """Nor the place of the progress file."""
    monkeypatch.delenv("BCS_PROGRESS")
    monkeypatch.setattr(record, "STARTED_IN", tmp_path)
    monkeypatch.chdir("/")
    with np.errstate(all="raise"), warnings.catch_warnings():
        warnings.simplefilter("error")
        assert check(named(lambda x: x * x + np.exp(np.float64(-1e4)))).state == RIGHT
        note = check(named(lambda x: x * x + 0 * np.log(np.float64(0.0) + 0 * x).clip(0)))
        assert note.fields["warnings"][0]["error"] == "RuntimeWarning" and "divide by zero" in note.text
        assert check(_called("gap_curve")).state == "blank"
    assert (tmp_path / "progress.json").exists()


def test_a_warning_names_the_line_of_the_solver(capsys):
    """And no file of ours; nothing is printed besides the note."""

    def square(x):
        np.log(np.zeros(1))
        return x * x

    note = check(square)
    assert note.state == RIGHT and "RuntimeWarning: divide by zero" in note.text and "np.log(np.zeros(1))" in note.text
    assert ".py" not in note.text and capsys.readouterr() == ("", "")


def test_an_endless_recursion_is_told_in_a_few_lines():
    """The line that calls itself stands once."""

    def square(x):
        return square(x)

    text = check(square).text
    assert "RecursionError" in text and text.count("return square(x)") == 1 and len(text.splitlines()) < 6


def test_an_endless_loop_is_named_and_can_be_stopped(monkeypatch, capsys):
    """With how to stop it; then the solver's own lines are shown, and nothing is remembered."""
    monkeypatch.setattr(feedback, "PATIENCE", 0.05)

    def square(x):
        Timer(0.5, os.kill, [os.getpid(), signal.SIGINT]).start()
        while True:
            x += 1

    note = check(square)
    assert note.key == "interrupted" and "in square" in note.text and "feedback.py" not in note.text
    assert "still running" in capsys.readouterr().out
    assert progress().chapters[0]["tasks"] == {"square": "blank"}


def test_a_row_with_a_fault_is_not_the_solvers_fault(monkeypatch):
    """An instructor's row that fails is told as such, whatever was handed in."""
    broken = replace(SQUARE, reference=lambda x: 1 / 0)
    put(monkeypatch, broken)
    note = check(named(lambda x: x * x))
    assert note.key == "row" and "not yours: ZeroDivisionError" in note.text


def test_notes_of_a_cell_are_each_shown_once(tmp_path):
    """In a notebook: check and hint in one cell, a note as the value of a cell, and of a later one."""
    nbclient, nbformat = pytest.importorskip("nbclient"), pytest.importorskip("nbformat")
    cells = [
        "from bcs_helpers.classroom import carry_on, check, hint",
        "def gap_ratio(coupling): return [3.0, 3.0]\n\ncheck(gap_ratio)\nhint(gap_ratio)",
        "note = check(gap_ratio)\nnote",
        "note",
        "gap_ratio = carry_on(gap_ratio)",
        "check(gap_ratio, show=False);",
    ]
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    nbclient.NotebookClient(book, kernel_name="python3", resources={"metadata": {"path": tmp_path}}).execute()
    shown = [[output.data["text/markdown"][:8] for output in cell.outputs] for cell in book.cells]
    assert shown == [[], ["**✗ The ", "**Hint 1"], ["**✗ The "], ["**✗ The "], ["**→ The "], []]


def _save_often(path):
    """In a process of its own, as another notebook does: every warning that came back."""
    os.environ["BCS_PROGRESS"] = path
    return {
        record.remember(task, Verdict(task.name, WRONG, "unknown"))
        for _ in range(1000)
        for task in course.tasks("05_gap_equation")[:3]
    }


def test_two_notebooks_may_save_at_once(tmp_path):
    """Neither stands in the other's way, and the file stays whole."""
    path = tmp_path / "progress.json"
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as two:
        assert set.union(*two.map(_save_often, [str(path)] * 2)) == {""}
    assert len(json.loads(path.read_text())["tasks"]) == 3
    assert list(tmp_path.iterdir()) == [path]


def test_agreement_of_arrays():
    """Same shape, each entry within the tolerance of itself, or of the largest where it is nearly zero."""

    def agree(value, expected, tolerance):
        return distance(as_plain(value), as_plain(expected)) <= tolerance

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
        assert check(square).state == RIGHT
        use_seed(8)
        assert inputs(square) != first
    finally:
        use_seed(None)
    assert inputs(square) == (3.0,)


def test_every_seed_has_the_special_inputs_of_the_textbook_and_numbered_draws():
    """What the textbook's inputs alone can show, no seed leaves out; a draw is told which case it draws."""
    row = replace(SQUARE, draw=lambda rng, case: (10.0 + case,))
    assert row.cases() == [(3.0,), (10.0,), (11.0,)]
    assert row.cases(7) == [(10.0,), (11.0,), (12.0,), (3.0,)]
    assert SQUARE.cases(7) != SQUARE.cases(8) and SQUARE.cases(7) == SQUARE.cases(7)


def test_a_verdict_outlives_a_change_of_its_row():
    """A slip that is gone is told in general words; every sentence can be said; a shape is a number or an array."""
    assert say.sentence("square", "slip.gone", {}) == say.SENTENCES["unknown"] == say.sentence("gone", "right", {})
    fields = {"type": "list", "of": "object", "wanted": [2], "got": [], "text": "x", "seconds": 3.0, "memory": 64}
    fields |= {"name": "f", "cell": 1, "first": "import x", "signs": "（", "plain": "("}
    fields |= {"number": 1, "power": 3, "right": [1], "wrong": [2], "per_cent": 0.5, "entries": 3, "second": 2}
    fields |= {"slips": ["double", "twice"], "factor": "pi", "other": 2}
    for key in [key for key in say.SENTENCES if not key.endswith(".because")]:
        because = {"because": "change.inverse"} if f"{key}.because" in say.SENTENCES else {}
        assert "{" not in say.sentence("square", key, fields | because), key
    for key in say.REMARKS:
        assert "{" not in say.remark(key, fields)
    assert "a single number" in say.sentence("square", "shape", {"wanted": [2], "got": []})
    assert "yours is an array of shape (2,)" in say.sentence("square", "shape", {"wanted": [], "got": [2]})


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


def test_a_note_in_chinese_has_no_signs_of_half_width(monkeypatch):
    """Points, hints and the table of progress are set as Chinese is: no space beside a full sign, columns in line."""
    monkeypatch.setenv("BCS_LANGUAGE", "zh_CN")
    note = Note("你写的是 Δ(0)/Tc。", mark="✗", title="普适比值", points=0, of=2)
    assert note.text == "✗ 普适比值（0/2）。你写的是 Δ(0)/Tc。"
    assert note._repr_markdown_().startswith("**✗ 普适比值**（0/2）。你写的是")
    hint = Note("先分别写出两个方程。", label="提示 1（共 3 条）：")
    assert hint.text == "提示 1（共 3 条）：先分别写出两个方程。"
    assert hint._repr_markdown_() == "**提示 1（共 3 条）：** 先分别写出两个方程。"
    lines = progress().text.split("\n")
    widths = {len(line[: line.index("/")].encode("gbk")) for line in lines if "/" in line}
    assert len(widths) == 1
    monkeypatch.delenv("BCS_LANGUAGE")
    assert Note("You wrote it.", mark="✗", title="The ratio", points=0, of=2).text == "✗ The ratio (0/2). You wrote it."
