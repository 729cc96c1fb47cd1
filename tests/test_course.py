"""A course: found lazily, by name; an instructor's own folder is built, solved and graded; authors are told names."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bcs_helpers.classroom import cli, course, feedback, handout
from bcs_helpers.classroom.tasks import CourseError, Question, Task, faults, slip, times

SET = Path(__file__).parents[1] / "docs" / "problem_set"
ROW = dict(name="a", title="A", points=1, minutes=1, reference=lambda: 1.0, tolerance=1e-3, reason="r", hints=("h",),
           meaning="m")  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    """An instructor's folder outside of the project, in which nothing is built yet."""
    return Path(shutil.copytree(SET, tmp_path / "set"))


@pytest.fixture
def using(monkeypatch):
    """using(folder) makes it the course of this process."""
    return lambda folder: monkeypatch.setenv("BCS_COURSE", str(folder))


def answered(source, answer):
    """A notebook handed in: its cells with the dots replaced."""
    book = json.loads(source.read_text(encoding="utf-8"))
    for cell in book["cells"]:
        cell["source"] = "".join(cell["source"])
        for name, body in answer.items():
            if f"def {name}(" in cell["source"]:
                cell["source"] = cell["source"].replace("...  # your code here", body)
    return json.dumps(book)


RATIO = "return [3.53, 2 * zero_temperature_gap(coupling, 1.0) / critical_temperature(coupling, 1.0)]"
RIGHT = {"gap_ratio": RATIO, "coherence_length": "return 658.2 * speed / np.pi / gap"}
SLIP = {"gap_ratio": RATIO, "coherence_length": "return 658.2 * speed / gap"}


def test_a_course_of_an_instructors_own_is_built_solved_and_graded(folder, tmp_path, capsys, monkeypatch):
    """With a task of ours in it, for other points; rows and solutions stay out of what is handed in and graded."""
    monkeypatch.delenv("BCS_COURSE", raising=False)
    assert cli.main(["build", "--course", str(folder)]) == 0, capsys.readouterr().err
    exercise = folder / "exercises" / "03_problem_set.ipynb"
    text = exercise.read_text(encoding="utf-8")
    assert "your code here" in text and "658.2" not in text and "correlation" not in text
    assert (folder / "exercises/course/03_problem_set.py").read_text() == (SET / "course/03_problem_set.py").read_text()
    assert cli.main(["build", "--course", str(folder)]) == 0 and "Nothing to do" in capsys.readouterr().out

    class_ = tmp_path / "in"
    class_.mkdir()
    for student, answer in (("ann", RIGHT), ("bo", SLIP), ("cy", {})):
        (class_ / f"{student}_03_problem_set.ipynb").write_text(answered(exercise, answer), encoding="utf-8")
    marks = tmp_path / "marks"
    monkeypatch.setenv("BCS_COURSE", "")  # restored at the end, whatever the command sets
    command = ["grade", str(class_), "--marks", str(marks), "--course", str(folder), "--seed", "3"]
    assert cli.main([*command, "--isolation", "none"]) == 0, capsys.readouterr().err
    table = (marks / "marks.csv").read_text()
    assert "student,gap_ratio,coherence_length,why_so_many,total,of" in table
    assert "ann,5,3,0,8,10" in table and "bo,5,0,0,5,10" in table and "cy,0,0,0,0,10" in table
    assert "BCS define their length" in (marks / "feedback" / "bo.html").read_text()


def in_a_notebook(folder, code):
    """What Python prints that was started in the folder of the exercises, as a notebook is."""
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


SOLVED = """
from bcs_helpers.classroom import carry_on, check, hint, inputs, progress
def coherence_length(speed, gap): return 658.2 * speed / gap
print(check(coherence_length))
print(hint(coherence_length).key, inputs(coherence_length), carry_on(coherence_length)(1, 1) < 659)
print(len(progress().chapters))
"""


def test_students_who_get_the_rows_are_answered(folder):
    """From the folder of the exercises alone, with nothing set."""
    handout.make(folder)
    alone = Path(shutil.move(folder / "exercises", folder.parent / "handed_out"))
    told = in_a_notebook(alone, SOLVED)
    assert told.startswith("✗ How large is a pair? (0/3). That is ħv/Δ.") and "hint (2.03, 0.34) True\n1" in told


def test_students_who_do_not_get_them_hear_who_will_mark(folder):
    """The facts are there, and the hints; no reference, no slip, no rubric."""
    path = folder / "course/03_problem_set.py"
    path.write_text(path.read_text(encoding="utf-8").replace("# MARKED_BY", "MARKED_BY"), encoding="utf-8")
    handout.make(folder)
    alone = Path(shutil.move(folder / "exercises", folder.parent / "handed_out"))
    told = in_a_notebook(alone, SOLVED)
    assert "… How large is a pair? (0/3). Dr. Chen will mark it" in told and "hint (2.03, 0.34) True\n1" in told
    given = (alone / "course/03_problem_set.py").read_text(encoding="utf-8")
    assert all(word not in given for word in ("658", "np.pi", "lambda", "That is", "correlation", "Hundreds"))


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("course", 'name="coherence_length"', 'name="gap_ratio"', "two rows are called gap_ratio"),
        ("course", '"h_not_hbar"', '"no_pi"', "'coherence_length' has two slips or properties called no_pi"),
        ("course", 'reason="ħ to three digits"', 'reason=""', "'coherence_length' lacks reason"),
        ("course", "np.pi * gap),", "np.pi * gapp),", "coherence_length: the reference fails: NameError"),
        ("course", "times(2 * np.pi)", "times(np.pi)", "the slip 'h_not_hbar' is judged slip.no_pi"),
        ("course", "np.all(v > 0)", "np.all(v < 0)", "has not the property 'positive'"),
        ("course", "tolerance=5e-3", "tolerance=5.0", "the slip 'no_pi' is judged right"),
        ("course", "TASKS = (", "TASKS = (,", "SyntaxError"),
        ("course", '"gap_ratio", points', '"gap_ration", points', "'gap_ration' is no task and no question of ours"),
        ("solutions", "def coherence_length", "def coherence", "does not hold def coherence_length("),
        ("solutions", "answer: why_so_many", "answer: why", "does not hold <!-- answer: why_so_many -->"),
        ("solutions", "# <!-- answer", "# Write:\n# <!-- answer", "must hold the answer, as a solution, alone"),
        ("solutions", "return 658.2 * speed", "return 1", "coherence_length (power.too_few)"),
        ("solutions", "# end solution\n\n\ncheck(gap", "\n\ncheck(gap", "is not closed"),
    ],
)
def test_an_author_is_told_what_is_wrong_by_its_name(folder, file, old, new, told):
    """And nothing is written."""
    path = folder / file / "03_problem_set.py"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises((CourseError, handout.nb.NotebookError)) as error:
        handout.make(folder)
    assert told in str(error.value), error.value
    assert not (folder / "exercises").exists()


def test_a_name_stands_once_in_a_course(folder):
    """Both places are named."""
    shutil.copy(folder / "course/03_problem_set.py", folder / "course/04_again.py")
    with pytest.raises(CourseError, match=r"gap_ratio \(03_problem_set\), .*gap_ratio \(04_again\)"):
        handout.make(folder)


def test_an_exercise_in_which_somebody_worked_is_left(folder):
    """Until it is asked for by name."""
    handout.make(folder)
    path = folder / "exercises/03_problem_set.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("...  # your", "return 1  # your"), encoding="utf-8")
    with pytest.raises(CourseError, match="somebody has worked"):
        handout.make(folder)
    assert handout.make(folder, overwrite=True) == ["exercises/03_problem_set.ipynb"]


def test_no_course_is_told(using, tmp_path):
    """A folder without course/, and one without a row, are named; check says so and does not raise."""
    using(tmp_path)
    note = feedback.check(lambda: 1)
    assert note.key == "course" and str(tmp_path) in note.text
    (tmp_path / "course").mkdir()
    assert "there are no rows in" in feedback.check(lambda: 1).text


def test_only_the_chapter_that_is_asked_for_is_loaded():
    """A name is found by the text of the modules, the module by its stem; quotes of either kind will do."""
    own = course.Course(course.OURS)
    assert own.find("gap_in_meV").chapter == "05_gap_equation" and list(own.rows.loaded) == ["05_gap_equation"]
    assert own.find("no such name") is None and own.question("why_no_expansion").points == 3
    assert own.stems[0] == "01_before_bcs" and own.stems[-1].startswith("14")
    with pytest.raises(CourseError, match="'15_nothing' is no chapter"):
        own.tasks("15_nothing")


@pytest.mark.parametrize("lacking", ["title", "reason", "hints", "meaning", "points", "minutes", "tolerance"])
def test_a_row_that_lacks_something_is_told(lacking):
    """By the task's name and the field's."""
    with pytest.raises(CourseError, match=f"'a' lacks {lacking}"):
        Task(**ROW | {lacking: type(ROW[lacking])()})
    with pytest.raises(CourseError, match="two slips or properties called b"):
        Task(**ROW, slips=(slip("b", times(2), "B"), slip("b", times(3), "C")))
    with pytest.raises(CourseError, match="'q' lacks rubric"):
        Question("q", "Q", 1, ())


def test_a_number_that_may_be_typed_in_is_a_fault_of_the_row():
    """Where all inputs lead to one answer."""
    row = Task(
        **ROW | {"reference": lambda x: abs(x)}, textbook=((1.0,),), draw=lambda rng, case: (rng.choice([-1, 1]),)
    )
    assert faults(row, (None, 5)) == [f"a: a number that is typed in is right{where}" for where in ("", " at seed 5")]


def test_the_rows_stay_short():
    """Forty lines a task, not counting those that hold only strings, over all chapters."""
    lines = [line.strip() for path in course.OURS.glob("[0-9]*.py") for line in path.read_text("utf-8").splitlines()]
    code = [line for line in lines if line and not (line[0] == line.rstrip("),")[-1:] == '"')]
    assert 10 < len(code) / len(course.tasks()) <= 40
