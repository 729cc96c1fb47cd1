"""What a task is, and how an answer is judged: plain data in, a verdict out.

    rows (course/NN_name.py) ── Task ── Sheet(task, seed): cases, right answers, slips ── judge ──> Verdict

The same row serves the solver (`feedback.check`, in the notebook) and a grader (which asks for the answers
somewhere else). Nothing here runs a solver's code, and a verdict holds keys and numbers, no sentence: `say` turns
it into words, in the language of whoever reads.
"""

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from warnings import catch_warnings, simplefilter
from zlib import crc32

import numpy as np

from ..words import say

RIGHT, WRONG, BLANK, BROKEN = STATES = ("right", "wrong", "blank", "broken")
DRAWN, DRAWN_FOR_A_SEED = 2, 3  # cases besides the textbook's


class CourseError(ValueError):
    """A row, or a course, that cannot be used; the message names it."""


# ---- rows ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class FromRight:
    """A wrong answer made from the right one, instead of from the inputs."""

    change: Callable


def from_right(change):
    """What a slip returns, as a function of the right answer: from_right(np.square) for the variance of an error."""
    return FromRight(change)


def times(factor):
    """What a slip returns when it is the right answer times a constant."""
    return FromRight(lambda right: factor * right)


@dataclass(frozen=True)
class Slip:
    """A known wrong answer, as a function of the task's inputs or from the right one, and what a tutor would say."""

    key: str
    answer: Callable | FromRight
    says: str


@dataclass(frozen=True)
class Must:
    """Something every right answer has: holds(answer, *inputs) is true. `says` is told where it fails."""

    key: str
    holds: Callable
    says: str


def slip(key, answer, says):
    """A known wrong answer: its key, what it returns for the inputs (or `times(c)`), what a tutor would say."""
    return Slip(key, answer, says)


def must(key, holds, says):
    """A property of every right answer: its key, holds(answer, *inputs), what is said where it fails."""
    return Must(key, holds, says)


@dataclass(frozen=True, eq=False)
class Task:
    """One task: the solver writes a function called `name` of plain data, returning plain data.

    The chapter is not written here: it is the stem of the module (`course/NN_name.py`) that holds the row.
    """

    name: str
    title: str
    points: int
    minutes: int
    reference: Callable  # the right answer, as a function of the inputs
    tolerance: float  # relative
    reason: str  # for the tolerance
    hints: tuple[str, ...]
    meaning: str  # what a right answer says about nature, in a sentence
    slips: tuple[Slip, ...] = ()
    properties: tuple[Must, ...] = ()
    textbook: tuple[tuple, ...] | Callable = ((),)  # the textbook's inputs (or what returns them): one tuple a case
    draw: Callable | None = None  # draw(rng, case) -> the inputs of drawn case number 0, 1, …
    problem: str | None = None  # the textbook's number of the problem
    builds_on: tuple[str, ...] = ()  # earlier tasks whose functions its solution calls
    chapter: str = ""  # set by the course

    def __post_init__(self):
        missing = [name for name in ("name", "title", "reason", "hints", "meaning") if not getattr(self, name)]
        missing += [name for name in ("points", "minutes", "tolerance") if not getattr(self, name) > 0]
        if missing:
            raise CourseError(say("the task {task!r} lacks {missing}", task=self.name, missing=", ".join(missing)))
        if twice := repeated(row.key for row in (*self.slips, *self.properties)):
            raise CourseError(
                say(
                    "the task {task!r} has two slips or properties called {twice}",
                    task=self.name,
                    twice=", ".join(twice),
                )
            )

    def cases(self, seed=None):
        """The inputs on which an answer is tried: the textbook's and some drawn ones.

        Without a seed the textbook's come first. A seed's own come first for it, and the textbook's follow: they hold
        the special inputs (a zero, a limit, "no solution"), which no seed may leave out.
        """
        textbook = list(self.textbook() if callable(self.textbook) else self.textbook)
        if self.draw is None:
            return textbook
        rng = np.random.default_rng([crc32(self.name.encode()), *([] if seed is None else [int(seed)])])
        drawn = [self.draw(rng, case) for case in range(DRAWN if seed is None else DRAWN_FOR_A_SEED)]
        return textbook + drawn if seed is None else drawn + textbook


@dataclass(frozen=True, eq=False)
class Facts:
    """What a student is given of a task whose reference the instructor keeps: `check` says who will mark it."""

    name: str
    title: str
    points: int
    minutes: int
    marked_by: str
    hints: tuple[str, ...] = ()
    textbook: tuple[tuple, ...] = ((),)
    problem: str | None = None
    chapter: str = ""  # set by the course

    def cases(self, seed=None):
        """The textbook's inputs, whatever the seed."""
        return list(self.textbook)


@dataclass(frozen=True, eq=False)
class Question:
    """A question answered in words, for a person to mark.

    The answer stands in the markdown cell that holds `<!-- answer: name -->`; the rubric is (points, what earns them).
    """

    name: str
    title: str
    minutes: int
    rubric: tuple[tuple[int, str], ...]
    chapter: str = ""  # set by the course

    def __post_init__(self):
        missing = [name for name in ("name", "title", "minutes", "rubric") if not getattr(self, name)]
        if missing:
            raise CourseError(say("the question {task!r} lacks {missing}", task=self.name, missing=", ".join(missing)))

    @property
    def points(self):
        """All points of the rubric."""
        return sum(points for points, _ in self.rubric)


def repeated(names):
    """The names that stand more than once, in order."""
    seen, twice = set(), {}
    for name in names:
        if name in seen:
            twice[name] = True
        seen.add(name)
    return list(twice)


# ---- the solver's function ----------------------------------------------------------------------------------


def name_of(function, namespace=None, known=lambda name: True):
    """The name by which a callable is a solver's function, or None.

    It is the name that a grader would call in the solver's notebook: the function's own, else, for a lambda, a
    partial, a decorated function or any other callable, a name of the namespace that it is bound to. `known` says
    which names are tasks.
    """
    if not callable(function):
        return None
    own = getattr(function, "__name__", None)
    if isinstance(own, str) and known(own):
        return own
    bound = [name for name, value in (namespace or {}).items() if value is function and known(name)]
    if not bound and hasattr(function, "func"):  # a partial that was not given a name
        return name_of(function.func, namespace, known)
    return bound[0] if bound else None


# ---- answers ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Verdict:
    """What became of an answer: the task's name, a state, the key of what is to be said, its fields, the points."""

    task: str
    state: str
    key: str
    fields: dict = field(default_factory=dict)
    points: int = 0


class NotANumber(ValueError):
    """The answer is not plain data: a number, or an array or nested list of numbers. `key`, `fields` for `say`."""

    def __init__(self, key, **fields):
        super().__init__(key, fields)
        self.key, self.fields = key, fields


def as_plain(answer):
    """The answer as an array of floats, complex numbers or truth values; anything else is NotANumber."""
    kind = type(answer).__name__
    if isinstance(answer, str | bytes | dict | set) or callable(answer):
        raise NotANumber("not_a_number", type=kind)
    try:
        value = np.asarray(answer)
    except Exception as error:  # ragged lists, and objects that only pretend to be numbers
        raise NotANumber("unreadable", type=kind) from error
    if value.dtype.kind not in "biufc":
        raise NotANumber("of_no_numbers", type=kind, of=str(value.dtype))
    return value.astype(complex if value.dtype.kind == "c" else float)


def agree(value, expected, tolerance):
    """True where two plain answers agree: same shape, every number within the relative tolerance."""
    value, expected = as_plain(value), as_plain(expected)
    if value.shape != expected.shape:
        return False
    scale = np.max(np.abs(expected), initial=0.0) or 1.0
    # an array is compared with its own largest entry, so that a zero in it is not asked to be exact
    allowed = tolerance * np.maximum(np.abs(expected), 1e-3 * scale)
    return bool(np.all(np.abs(value - expected) <= allowed))


@contextmanager
def undisturbed():
    """Our own arithmetic, whatever numpy.seterr and the filters of warnings say in the solver's process."""
    with np.errstate(all="ignore"), catch_warnings():
        simplefilter("ignore")
        yield


class Sheet:
    """The cases of a task for a seed, with what is right and what each slip returns, all computed once."""

    def __init__(self, task, seed=None):
        self.task = task
        with undisturbed():
            self.cases = task.cases(seed)
        self._wrong = {}

    @cached_property
    def right(self):
        """The right answer to each case."""
        return [as_plain(self.task.reference(*case)) for case in self.cases]

    def wrong(self, slip):
        """What a slip of the task returns for each case."""
        if slip.key not in self._wrong:
            if isinstance(slip.answer, FromRight):
                answers = [as_plain(slip.answer.change(right)) for right in self.right]
            else:
                answers = [as_plain(slip.answer(*case)) for case in self.cases]
            self._wrong[slip.key] = answers
        return self._wrong[slip.key]


@lru_cache(maxsize=2048)
def sheet(task, seed=None):
    """The sheet of a task for a seed, kept for the next answer."""
    return Sheet(task, seed)


def judge(sheet, answers):
    """The verdict on the answers to the cases: one answer a case, None where the function returned nothing."""
    with undisturbed():
        return _judge(sheet, answers)


def _judge(sheet, answers):
    task = sheet.task
    if all(answer is None for answer in answers):
        return Verdict(task.name, BLANK, "blank")
    if any(answer is None for answer in answers):
        return Verdict(task.name, WRONG, "no_return")
    try:
        values = [as_plain(answer) for answer in answers]
    except NotANumber as error:
        return Verdict(task.name, BROKEN, error.key, error.fields)
    right = [agree(v, e, task.tolerance) for v, e in zip(values, sheet.right, strict=True)]
    if all(right):
        return Verdict(task.name, RIGHT, "right", {}, task.points)
    key, fields = _diagnosis(sheet, values, right)
    return Verdict(task.name, WRONG, key, fields)


def _diagnosis(sheet, values, right):
    """(key, fields) of the most helpful truth: a known slip, else the first property that fails, else where it does."""
    task = sheet.task
    for slip in task.slips:
        if all(agree(v, w, task.tolerance) for v, w in zip(values, sheet.wrong(slip), strict=True)):
            return f"slip.{slip.key}", {}
    for value, target in zip(values, sheet.right, strict=True):
        if value.shape != target.shape:
            return "shape", {"wanted": list(target.shape), "got": list(value.shape)}
        if np.isnan(value).any():
            return "nan", {}
        if np.isinf(value).any() and not np.isinf(target).any():
            return "infinite", {}
    for prop in task.properties:
        if any(_fails(prop, value, case) for value, case in zip(values, sheet.cases, strict=True)):
            return f"property.{prop.key}", {}
    return ("some_inputs" if any(right) else "unknown"), {}


def _fails(prop, value, case):
    """Whether a property is known not to hold; one that does not expect such a value says nothing about it."""
    try:
        return not prop.holds(value, *case)
    except Exception:
        return False


# ---- what an author must know -------------------------------------------------------------------------------


def faults(task, seeds=(None, 1, 2, 3)):
    """What is wrong with a row, a sentence each: a slip that is taken for another or for right, a property that the
    right answer has not, a number that may be typed in for all inputs; a part that fails.
    """
    found = []
    for seed in seeds if task.draw else (None,):
        where = "" if seed is None else f" at seed {seed}"
        paper = sheet(task, seed)
        try:
            right = judge(paper, paper.right)
        except Exception as error:
            return [f"{task.name}: the reference fails{where}: {type(error).__name__}: {error}"]
        if right.state != RIGHT:
            found.append(f"{task.name}: the reference is judged {right.state}, {right.key}{where}")
        for slip in task.slips:
            try:
                told = judge(paper, paper.wrong(slip)).key
            except Exception as error:
                told = f"{type(error).__name__}: {error}"
            if told != f"slip.{slip.key}":
                found.append(f"{task.name}: the slip {slip.key!r} is judged {told}{where}")
        for prop in task.properties:
            if not all(prop.holds(value, *case) for value, case in zip(paper.right, paper.cases, strict=True)):
                found.append(f"{task.name}: the right answer has not the property {prop.key!r}{where}")
        if len(paper.cases) > 1 and judge(paper, [paper.right[0]] * len(paper.cases)).state == RIGHT:
            found.append(f"{task.name}: a number that is typed in is right{where}")
    return found
