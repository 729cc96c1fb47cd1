"""Every task of the course: its solution earns all points, a blank none, each known slip its own sentence."""

import re
import tomllib
from pathlib import Path

import numpy as np
import pytest

from bcs_helpers.classroom import course
from bcs_helpers.classroom.feedback import evaluate
from bcs_helpers.classroom.tasks import BLANK, RIGHT, Question, faults, repeated, sheet

ROOT = Path(__file__).parents[1]
each_task = pytest.mark.parametrize("task", course.tasks(), ids=lambda task: task.name)
SEEDS = range(1, 21)


def seeds_of(task):
    """Twenty seeds; of a project's long fits three."""
    return SEEDS[:3] if task.chapter.startswith("14a") else SEEDS


@pytest.fixture(scope="module")
def solved():
    """{chapter: the namespace after running the code of its solutions}."""
    from bcs_helpers.classroom.notebooks import from_text

    spaces = {}

    def space(chapter):
        if chapter not in spaces:
            cells = from_text((ROOT / "solutions" / f"{chapter}.py").read_text(encoding="utf-8")).cells
            spaces[chapter] = {}
            for cell in cells:
                if cell.cell_type == "code":
                    exec(compile(cell.source, chapter, "exec"), spaces[chapter])
        return spaces[chapter]

    return space


@pytest.mark.nightly  # each time nbval compares what the solutions say of themselves, and the grader marks them
@each_task
def test_the_solution_earns_all_points(task, solved):
    """With the textbook's numbers, and with those of the seeds."""
    function = solved(task.chapter)[task.name]
    assert not getattr(function, "_stands_in", False), (
        "carry_on has put the reference in place of a solution that is not right"
    )
    for seed in (None, *(seeds_of(task) if task.draw else ())):
        verdict = evaluate(task, function, seed)
        assert (verdict.state, verdict.points) == (RIGHT, task.points), (seed, verdict.key)


@each_task
def test_a_blank_earns_nothing(task):
    """The starter as it is handed out is not attempted, and costs nothing but the points."""
    verdict = evaluate(task, lambda *inputs: None)
    assert (verdict.state, verdict.points) == (BLANK, 0)


@pytest.mark.parametrize("many", [False, pytest.param(True, marks=pytest.mark.nightly)])
@each_task
def test_the_row_is_sound(task, many):
    """Each slip gets its own sentence and no other; a right answer has every property; the textbook's number returned
    for all inputs fails: with the textbook's inputs, and at two seeds, nightly at every seed.
    """
    assert not faults(task, (None, *seeds_of(task)[: None if many else 2]))
    assert len(task.slips) >= 2 and not repeated(slip.says for slip in task.slips)


@each_task
def test_words_do_not_give_the_answer_away(task):
    """No hint and no diagnosis holds a reference value to three digits, and the rows are complete."""
    values = [v for right in sheet(task).right for v in np.ravel(right)]
    words = " ".join([*task.hints, *(s.says for s in task.slips), *(p.says for p in task.properties)])
    numbers = {f"{abs(part):.3g}" for value in values for part in (value.real, value.imag)}
    given = {digits for digits in numbers if len(digits.replace(".", "").strip("0")) >= 3 and digits in words}
    assert not given
    assert len(task.hints) >= 2


@pytest.mark.parametrize("question", course.questions(), ids=lambda question: question.name)
def test_a_question_in_words_has_its_cell_and_its_rubric(question):
    """The exercise has one empty cell for the answer; the solution shows an answer and the rubric."""
    marker = f"<!-- answer: {question.name} -->"
    exercise = (ROOT / "exercises" / f"{question.chapter}.py").read_text(encoding="utf-8")
    solution = (ROOT / "solutions" / f"{question.chapter}.py").read_text(encoding="utf-8")
    assert f"# {marker}\n# *Write your answer here.*" in exercise and exercise.count(marker) == 1
    assert f'rubric("{question.name}")' in solution and "rubric(" not in exercise
    assert question.points > 0 and question.minutes > 0 and len(question.rubric) >= 2


def test_every_problem_stands_in_its_chapter():
    """A chapter with tasks has one of ours and a question in words; the problems stand where the plan says."""
    chapters = {path.stem for path in (ROOT / "solutions").glob("*.py")}
    assert {task.chapter for task in course.tasks()} == {q.chapter for q in course.questions()} == chapters
    assert all(any(t.problem is None for t in course.tasks(stem)) for stem in course.stems())
    listed = tomllib.loads((ROOT / "docs" / "textbook.toml").read_text(encoding="utf-8"))["problem"]
    places = {problem["number"]: problem["chapter"] for problem in listed if "chapter" in problem}
    for task in course.tasks():
        if task.problem:
            assert places.get(task.problem) in (None, task.chapter), task.name
            assert task.problem in {problem["number"] for problem in listed}, task.name


def test_headings_say_what_the_rows_say():
    """Title, problem, points and minutes stand above each task, and their sums above the chapter, in every folder."""
    wrong = []
    for stem in course.stems():
        for folder in ("solutions", "exercises"):
            text = (ROOT / folder / f"{stem}.py").read_text(encoding="utf-8")
            for row in (*course.tasks(stem), *course.questions(stem)):
                marker = f"<!-- answer: {row.name} -->" if isinstance(row, Question) else f"check({row.name})"
                stands = text.index(marker)
                heading = text.rindex("\n# ## ", 0, stands)
                if not text[heading:stands].split("\n")[1].endswith(_facts(row)):
                    wrong.append(f"{folder}/{stem}.py, above {row.name}: should end in {_facts(row)}")
            minutes = sum(row.minutes for row in (*course.tasks(stem), *course.questions(stem)))
            sums = f"# *{minutes} minutes, {sum(task.points for task in course.tasks(stem))} points, and "
            if f"\n{sums}" not in text:
                wrong.append(f"{folder}/{stem}.py: the chapter should begin with {sums}")
    assert not wrong, "\n" + "\n".join(wrong)


def test_the_map_says_what_the_chapters_say():
    """A title and the minutes to read and to solve, in README.md and in index.ipynb."""
    maps = [(ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "index.ipynb")]
    for stem in course.stems():
        path = ROOT / "notebooks" / f"{stem}.py"
        if not path.exists():  # the projects have exercises only
            continue
        chapter = path.read_text(encoding="utf-8")
        heading = rf"^# # {stem[:2]} · (.+)$"
        title, read = (re.search(f, chapter, re.M)[1] for f in (heading, r"^# <!-- minutes: (\d+) -->$"))
        solve = sum(row.minutes for row in (*course.tasks(stem), *course.questions(stem)))
        line = rf"^.*\| {stem[:2]} {re.escape(title)} \|.*\(solutions/{stem}\.ipynb\) \| {read} \+ {solve} \|"
        assert all(re.search(line, page, re.M) for page in maps), f"{stem}: {title}, {read} + {solve}"


def _facts(row):
    """The end of a heading."""
    if isinstance(row, Question):
        return f"(in your own words, {row.points} points, {row.minutes} min)"
    problem = f"problem {row.problem}, " if row.problem else ""
    return f" · {row.title} ({problem}{row.points} points, {row.minutes} min)"


def test_names_are_unique_and_chapters_exist():
    """check finds a task, and ask a question, by its name alone, so a name stands once in the course."""
    course.current().refuse_doubled()
    for task in course.tasks():
        for folder in ("solutions", "exercises"):
            text = (ROOT / folder / f"{task.chapter}.py").read_text(encoding="utf-8")
            assert f"def {task.name}(" in text and f"check({task.name})" in text
