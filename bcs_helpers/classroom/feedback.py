"""What a solver calls in a notebook: check, hint, carry_on, inputs, progress, use_seed; in solutions: rubric.

Each shows a note at once, wherever in the cell it is called, and returns it. None of them raises because of what the
solver wrote, none shows the expected value, and nothing that the solver sets for a whole process (the working
directory, numpy.seterr, filters of warnings) changes a verdict.
"""

import difflib
import sys
import sysconfig
import traceback
from contextlib import contextmanager, redirect_stdout, suppress
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread
from time import process_time

import numpy as np

from ..words import say, translate
from . import course, record
from .grading.inside.borrowed import of_the_package
from .grading.inside.empty import is_empty
from .grading.inside.overheard import Overheard
from .grading.inside.settings import as_at_the_start
from .notes import Note, Table
from .say import MARKS, details, listed, sentence
from .tasks import BLANK, BROKEN, RIGHT, WRONG, CourseError, Facts, Verdict, judge, name_of, sheet

__all__ = ["carry_on", "check", "hint", "inputs", "progress", "rubric", "use_seed"]

PATIENCE = 20.0  # seconds until a function that is still running is named


def check(function, seed=None, *, show=True):
    """Say whether `function` solves its task: ✓ right · ✗ wrong, with a diagnosis · … not attempted · ! broken.

    The task is found by the function's name. `seed` varies the inputs; without it, and without `use_seed`, they
    are the textbook's and two others. The result is kept for `progress()`.

    Returns
    -------
    Note : for programs, which may pass show=False. Its `state` is "right", "wrong", "blank" or "broken", or None where
        nothing was judged; `key` says what was found, as "slip.gap_not_tc", "property.below_debye", "shape", "error"
        (the same in every language); `fields` are the numbers and names that belong to it; `points` what was
        earned; `text` what is shown.
    """
    task, unknown = _task_of(function)
    if task is None:
        return _shown(unknown, show)
    if getattr(function, "_stands_in", False):
        says = translate("This is the reference that carry_on put in place. Run the cell of your own function again.")
        return _shown(Note(says, key="stands_in", mark="…", title=translate(task.title), of=task.points or None), show)
    if isinstance(task, Facts):
        says = say("{name} will mark it; here nothing is said of it.", name=task.marked_by)
        return _shown(
            Note(says, key="marked_later", mark="…", title=translate(task.title), of=task.points or None), show
        )
    _asked.clear()
    try:
        verdict = evaluate(task, function, _checked(seed))
    except ValueError as error:
        return _shown(Note(f"{error}.", key="seed", mark="!"), show)
    if _asked:
        verdict = replace(verdict, fields={**verdict.fields, "stands_in": sorted(_asked)})
    if task.program and verdict.state == RIGHT and (taken := of_the_package(function)):
        verdict = replace(verdict, fields={**verdict.fields, "package": taken})
    note = Note(
        sentence(task.name, verdict.key, verdict.fields),
        state=verdict.state,
        key=verdict.key,
        fields=verdict.fields,
        mark=MARKS[verdict.state],
        title=translate(task.title),
        points=verdict.points,
        of=task.points or None,  # a step of a derivation earns none
        details=details(verdict.fields),
        footnote=record.remember(task, verdict),
    )
    return _shown(note, show)


def use_seed(seed):
    """From now on let the tasks' numbers follow from this whole number; None brings the textbook's back."""
    global _seed
    _seed = _checked(seed)


_seed = None


def _checked(seed):
    if seed is not None and (isinstance(seed, bool) or not isinstance(seed, int) or seed < 0):
        raise ValueError(say("seed must be a whole number, zero or larger, or None; got {seed!r}", seed=seed))
    return seed


def inputs(function):
    """The first case's arguments for the task of `function`, as a tuple: the textbook's numbers, or data to work on."""
    task, unknown = _task_of(function)
    if task is None:
        raise ValueError(unknown.text)
    return deepcopy(sheet(task, _seed).cases[0])


def evaluate(task, function, seed=None):
    """The verdict on a function, run here and now on copies of the task's inputs."""
    try:
        paper = sheet(task, _seed if seed is None else seed)
    except Exception as error:
        return _faulty(task, error)
    answers, caught, printed = [], [], Overheard(sys.stdout)
    try:
        _checking.append(task)
        with _patience(), as_at_the_start(caught), redirect_stdout(printed):
            for case in deepcopy(paper.cases):
                answers.append(function(*case))
    except BaseException as error:
        return Verdict(task.name, BROKEN, *_what_stopped(function, error))
    finally:
        _checking.pop()
    try:
        verdict = judge(paper, answers)
    except Exception as error:
        return _faulty(task, error)
    if verdict.state == BLANK and not is_empty(function):
        why = "printed" if printed.anything else "none"
        verdict = replace(verdict, state=BROKEN, key=f"returns_nothing.{why}")
    elif verdict.state == WRONG and "case" in verdict.fields:
        call = _call(task.name, paper.cases[verdict.fields["case"] - 1])
        verdict = replace(verdict, fields={**verdict.fields, "call": call})
    told = _warnings(function, caught)
    return replace(verdict, fields={**verdict.fields, "warnings": told}) if told else verdict


def _call(name, case):
    """The call that a case is, in a line of a page's width."""
    with np.printoptions(precision=4, threshold=8, edgeitems=3, linewidth=10_000):
        told = [np.array2string(x, separator=", ") if isinstance(x, np.ndarray) else f"{x:.6g}" if isinstance(x, float)
                else repr(x) for x in case]  # fmt: skip
    return f"{name}({', '.join(' '.join(part.split()) for part in told)})"[:200]


def _faulty(task, error):
    return Verdict(task.name, BROKEN, "row", {"text": f"{type(error).__name__}: {error}"})


def hint(function, number=None, *, show=True):
    """The next hint for the task of `function`, or hint `number` (1, 2, …); a Note with `fields` number and of."""
    task, unknown = _task_of(function)
    if task is None:
        return _shown(unknown, show)
    of, given = len(task.hints), _hints_given.get(task.name, 0)
    if not of:
        return _shown(Note(translate("There are no hints for this task."), key="no_such_hint"), show)
    number = min(given + 1, of) if number is None else number
    if not isinstance(number, int) or not 1 <= number <= of:
        says = say(
            "There are hints 1 to {of} for “{title}”, not {number!r}.",
            of=of,
            number=number,
            title=translate(task.title),
        )
        return _shown(Note(says, key="no_such_hint"), show)
    _hints_given[task.name] = max(given, number)
    label = say("Hint {number} of {of}:", number=number, of=of)
    fields = {"number": number, "of": of}
    solved = _solution(task) if number == of else ""
    if solved:
        fields["solution"] = solved
        solved = say(
            "That was the last one. The explained solution: [{title}]({address})",
            title=translate(task.title),
            address=solved,
        )
    return _shown(Note(translate(task.hints[number - 1]), key="hint", fields=fields, label=label, link=solved), show)


def _solution(task):
    """Where the solution of a task stands, as a link from the notebook; nothing where there is none beside it."""
    for folder in ("../solutions", "solutions"):
        if (record.STARTED_IN / folder / f"{task.chapter}.ipynb").exists():
            return f"{folder}/{task.chapter}.ipynb"
    return ""


_hints_given = {}


def carry_on(function):
    """`function` itself if it is right, else the reference in its place, and it says so: later cells can go on."""
    task, unknown = _task_of(function)
    if task is None:
        raise ValueError(unknown.text)
    if isinstance(task, Facts) or getattr(function, "_stands_in", False):
        return function
    state = evaluate(task, function).state
    if state == RIGHT:
        return function

    def reference(*inputs, **named):
        _asked.add(task.name)
        if state == BLANK and not _checking:  # nobody should read in a cell what they have not tried
            with suppress(Exception):
                return np.nan * task.reference(*inputs, **named)
            return np.nan * task.reference(*task.cases()[0])  # it may not take the nan of another one
        return task.reference(*inputs, **named)

    reference.__name__ = reference.__qualname__ = task.name
    reference.__doc__ = f"The reference of “{task.title}”, standing in for your own."
    reference._stands_in = True
    if state == BLANK:
        says = say(
            "Your `{name}` is not written yet. What you check later takes the reference in its place; in your own "
            "cells it gives nan until you have tried it.",
            name=task.name,
        )
    else:
        says = say("From here on the reference stands in for your `{name}`, which is not right yet.", name=task.name)
    fields = {"name": task.name}
    note = Note(says, key="carry_on", fields=fields, mark="→", title=translate(task.title), of=task.points or None)
    if not _shown(note).seen:
        print(note)
    return reference


_asked = set()  # the tasks whose references, standing in, were asked since the last check began
_checking = []  # not empty while a solver's function is run to be judged


def rubric(name):
    """What earns the points of a question in words: for solutions, and for whoever marks."""
    question = course.question(name)
    if question is None:
        known = [q.name for q in course.questions()]
        raise ValueError(say("{name!r} is not the name of a question in words: {known}", name=name, known=known))
    head = say("{title}, {points} points", title=translate(question.title), points=question.points)
    rows = [say("{points} for: {what}", points=points, what=translate(what)) for points, what in question.rubric]
    return _shown(Note(head, key="rubric", items=rows))


def progress():
    """What is solved, over all chapters, as one small table; the questions in words, which a person reads, among it.

    Its `chapters` is [{"chapter", "points", "of", "tasks": {name: state}, "words": {name: points}, "asked": {name:
    state}}, …], `points` and `of` are the sums over the tasks; `asked` are questions and steps that earn no marks.
    """
    solved, footnote = record.read()
    solved = record.beside() | solved
    chapters = []
    for stem in course.stems():
        states = {task.name: solved.get(task.name, BLANK) for task in course.tasks(stem)}
        earned = sum(task.points for task in course.tasks(stem) if states[task.name] == RIGHT)
        of = sum(task.points for task in course.tasks(stem))
        in_words = {question.name: question.points for question in course.questions(stem)}
        asked = {row.name: solved.get(row.name, BLANK) for row in (*course.quick(stem), *course.steps(stem))}
        chapters.append(
            {"chapter": stem, "points": earned, "of": of, "tasks": states, "words": in_words, "asked": asked}
        )
    titles = {task.name: translate(task.title) for task in course.tasks()}
    return _shown(Table(chapters, titles, footnote))


# ---- showing ------------------------------------------------------------------------------------------------


def _shown(note, show=True):
    """The note, after it was shown where there is a notebook to show it in."""
    if show:
        note.display()
    return note


# ---- the solver's function ----------------------------------------------------------------------------------


def _task_of(function):
    """(the task of a function, None), or (None, the note that says which name may be meant)."""
    frame = sys._getframe(2)
    names = {**frame.f_globals, **frame.f_locals}
    try:
        name = name_of(function, names, known=lambda name: course.find(name) is not None)
        if name is not None:
            return course.find(name), None
        if not callable(function):
            says = say("Pass the function itself, by its name alone; this is a {type}.", type=type(function).__name__)
            return None, Note(says, key="not_a_function", mark="!")
        shown = getattr(function, "__name__", None) or type(function).__name__
        near = difflib.get_close_matches(shown, [task.name for task in course.tasks()], 3)
    except CourseError as error:
        return None, Note(str(error), key="course", mark="!")
    if near:
        says = say("{name} is not the name of a task. Is it {names}?", name=shown, names=listed(near))
    else:
        says = say(
            "{name} is not the name of a task: keep the name that the exercise gives to the function.", name=shown
        )
    return None, Note(says, key="no_such_task", mark="!", fields={"name": shown, "near": near})


@contextmanager
def _patience():
    """After a while the solver is told that a function still runs, and how to stop it."""
    says = translate("Your function is still running. To stop it: ■ in the toolbar, or Kernel ▸ Interrupt.")
    done, begun = Event(), process_time()

    def watch():
        for wait in range(3):  # a machine with much else to do is given more time
            if done.wait(PATIENCE):
                return
            if wait == 2 or process_time() - begun > PATIENCE / 2:
                print(says, flush=True)
                return

    Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        done.set()


def _what_stopped(function, error):
    """(key, fields) of what a function raised: the error, and the solver's own lines that led to it."""
    if isinstance(error, KeyboardInterrupt):
        return "interrupted", {"steps": _steps(traceback.extract_tb(error.__traceback__))}
    steps = _steps(traceback.extract_tb(error.__traceback__))
    if isinstance(error, TypeError) and not steps:
        return "arguments", {"text": str(error)}
    return "error", {"error": type(error).__name__, "text": str(error), "steps": steps}


LIBRARIES = tuple(str(path) for path in (*{Path(sysconfig.get_path(kind)) for kind in ("stdlib", "purelib", "platlib")},
                                         Path(np.__file__).parents[1], Path(__file__).parents[1]))  # fmt: skip


def _own(filename):
    """Whether a file is the solver's: no library, and none of ours."""
    return not filename.startswith((*LIBRARIES, "<frozen", "<__array"))


def _steps(frames, most=5):
    """The solver's own lines, the innermost last; a line that calls itself stands once, with its number of times."""
    steps = {}
    for frame in frames:
        if _own(frame.filename):
            step = steps.setdefault((frame.filename, frame.lineno, frame.name), {"times": 0})
            step |= {"line": frame.lineno, "name": frame.name, "source": frame.line, "times": step["times"] + 1}
    return list(steps.values())[-most:]


def _warnings(function, caught, most=3):
    """What Python warned of while the function ran, each once, with the solver's line where it has one."""
    told = {}
    for w in caught:
        source = traceback.FrameSummary(w.filename, w.lineno, "").line if _own(w.filename) else ""
        step = [{"line": w.lineno, "name": "", "source": source}] if source else []
        told[w.category, str(w.message), w.lineno] = {
            "error": w.category.__name__,
            "text": str(w.message),
            "steps": step,
        }
    return list(told.values())[:most]
