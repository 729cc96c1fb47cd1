"""What a solver calls in a notebook: check, hint, carry_on, inputs, progress, use_seed; in solutions: rubric.

Each returns a small object that Jupyter shows as the value of the cell. None of them raises because of
what the solver wrote, and none of them shows the expected value.
"""

import json
import os
import traceback
from copy import deepcopy
from html import escape
from pathlib import Path

from . import questions
from .tasks import BLANK, BROKEN, RIGHT, Verdict, judge

__all__ = ["carry_on", "check", "hint", "inputs", "progress", "rubric", "use_seed"]

MARKS = {RIGHT: "✓", BLANK: "…", BROKEN: "!"}
VERSION = 1  # of the progress file


class Note:
    """A few lines of text for the solver, shown by Jupyter as the cell's value."""

    def __init__(self, text, verdict=None):
        self.text, self.verdict = text, verdict

    def __repr__(self):
        return self.text

    def _repr_html_(self):
        """The same, with lines that end between words: JupyterLab ends those of plain text anywhere."""
        return f'<div style="white-space: pre-wrap; font-family: monospace">{escape(self.text)}</div>'


def check(function, seed=None):
    """Say whether `function` solves its task: ✓ right · ✗ wrong, with a diagnosis · … not attempted · ! broken.

    The task is found by the function's name. `seed` varies the inputs; without it, and without `use_seed`, they
    are the textbook's and two others. The result is kept for `progress()`.
    """
    task = questions.find(getattr(function, "__name__", None))
    if task is None:
        return Note(_unknown(function))
    if getattr(function, "_stands_in", False):
        return Note("… This is the reference that carry_on put in place. Run the cell of your own function again.")
    try:
        verdict = evaluate(task, function, _checked(seed))
    except ValueError as error:
        return Note(f"! {error}.")
    warning = _remember(task, verdict)
    points = f"{verdict.points}/{task.points}"
    return Note(f"{MARKS.get(verdict.state, '✗')} {task.title} ({points}). {verdict.says}{warning}", verdict)


def use_seed(seed):
    """From now on let the tasks' numbers follow from this whole number; None brings the textbook's back."""
    global _seed
    _seed = _checked(seed)


_seed = None


def _checked(seed):
    if seed is not None and (isinstance(seed, bool) or not isinstance(seed, int) or seed < 0):
        raise ValueError(f"seed must be a whole number, zero or larger, or None; got {seed!r}")
    return seed


def inputs(function):
    """The first case's arguments for the task of `function`, as a tuple: the textbook's numbers, or data to work on."""
    task = questions.find(getattr(function, "__name__", None))
    if task is None:
        raise ValueError(_unknown(function))
    return deepcopy(task.cases(_seed)[0])


def evaluate(task, function, seed=None):
    """The verdict on a function, run here and now on copies of the task's inputs."""
    cases = task.cases(_seed if seed is None else seed)
    try:
        answers = [function(*deepcopy(case)) for case in cases]
    except (Exception, SystemExit) as error:
        return Verdict(BROKEN, _own_traceback(function, error), 0, task)
    return judge(task, cases, answers)


def hint(function, number=None):
    """The next hint for the task of `function`, or hint `number` (1, 2, …)."""
    task = questions.find(getattr(function, "__name__", None))
    if task is None:
        return Note(_unknown(function))
    given = _hints_given.get(task.name, 0)
    number = min(given + 1, len(task.hints)) if number is None else number
    if not isinstance(number, int) or not 1 <= number <= len(task.hints):
        return Note(f"There are hints 1 to {len(task.hints)} for “{task.title}”, not {number!r}.")
    _hints_given[task.name] = max(given, number)
    return Note(f"Hint {number} of {len(task.hints)}: {task.hints[number - 1]}")


_hints_given = {}


def carry_on(function):
    """`function` itself if it is right, else the reference in its place, so that later cells can go on."""
    task = questions.find(getattr(function, "__name__", None))
    if task is None:
        raise ValueError(_unknown(function))
    if getattr(function, "_stands_in", False) or evaluate(task, function).state == RIGHT:
        return function

    def reference(*inputs, **named):
        return task.reference(*inputs, **named)

    reference.__name__ = reference.__qualname__ = task.name
    reference.__doc__ = f"The reference of “{task.title}”, standing in for your own."
    reference._stands_in = True
    return reference


def rubric(name):
    """What earns the points of a question in words: for solutions, and for whoever marks."""
    question = next((q for q in questions.EXPLAINS if q.name == name), None)
    if question is None:
        raise ValueError(f"{name!r} is not the name of a question in words: {[q.name for q in questions.EXPLAINS]}")
    lines = [f"{points} for: {what}" for points, what in question.rubric]
    return Note("\n".join([f"{question.title}, {question.points} points", *lines]))


def progress():
    """What is solved, over all chapters, as one small table."""
    solved, warning = _read()
    lines, total, points = [], 0, 0
    for chapter, tasks in questions.by_chapter().items():
        states = [solved.get(task.name, BLANK) for task in tasks]
        earned = sum(task.points for task, state in zip(tasks, states, strict=True) if state == RIGHT)
        possible = sum(task.points for task in tasks)
        marks = "".join(MARKS.get(state, "✗") for state in states)
        lines.append(f"{chapter:<24} {earned:>3} of {possible:>3} points  {marks}")  # marks last: their width varies
        total, points = total + earned, points + possible
    return Note("\n".join([*lines, f"{'all chapters':<24} {total:>3} of {points:>3} points{warning}"]))


# ---- the solver's own words and files -----------------------------------------------------------------------


def _unknown(function):
    names = ", ".join(sorted(task.name for task in questions.TASKS))
    shown = getattr(function, "__name__", repr(function))
    return f"{shown} is not the name of a task. Pass the function itself; the tasks are: {names}."


def _own_traceback(function, error):
    """The error as it happened in the solver's own cell, without the frames of the machinery around it."""
    code = getattr(function, "__code__", None)
    own = [f for f in traceback.extract_tb(error.__traceback__) if code and f.filename == code.co_filename]
    where = "".join(f"\n  line {f.lineno} of the cell: {f.line}" for f in own)
    if isinstance(error, TypeError) and not own:
        return f"Your function could not be called with the task's arguments: {error}"
    return f"Your function stopped with an error.{where}\n  {type(error).__name__}: {error}"


def _file():
    """The solver's own record: progress.json beside the notebook, or where BCS_PROGRESS says."""
    return Path(os.environ.get("BCS_PROGRESS", "progress.json"))


def _read():
    """({task: state}, warning). A file that cannot be used is set aside under another name, never lost."""
    path = _file()
    if not path.exists():
        return {}, ""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            raise ValueError(f"version {data['version']}")
        return {str(name): str(state) for name, state in data["tasks"].items()}, ""
    except OSError as error:
        return {}, f"\n(Your progress file {path.name} cannot be read: {error.strerror}.)"
    except Exception:
        aside = path.with_name(f"{path.stem}-set-aside{path.suffix}")
        n = 1
        while aside.exists():
            n += 1
            aside = path.with_name(f"{path.stem}-set-aside-{n}{path.suffix}")
        path.rename(aside)
        return (
            {},
            f"\n(Your progress file could not be understood. It is kept as {aside.name}; a new one is begun.)",
        )


def _remember(task, verdict):
    """Keep a verdict; what was once right stays right. Returns a warning, or nothing."""
    if verdict.state == BLANK:
        return ""
    solved, warning = _read()
    if solved.get(task.name) != RIGHT:
        solved[task.name] = verdict.state
    path = _file()
    fresh = path.with_name(f"{path.stem}-{os.getpid()}{path.suffix}")  # another notebook may save at this moment
    try:
        fresh.write_text(json.dumps({"version": VERSION, "tasks": solved}, indent=1) + "\n", encoding="utf-8")
        fresh.replace(path)  # in one step: a crash leaves the old file or the new one
    except OSError as error:
        return f"{warning}\n(Your progress could not be saved: {error.strerror}.)"
    return warning
