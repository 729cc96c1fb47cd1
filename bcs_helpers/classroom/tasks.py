"""What a task is, and how an answer is judged: plain data in, a verdict out.

    rows (course/NN_name.py) ── Task ── Sheet(task, seed): cases, right answers, slips ── judge ──> Verdict
                                                                 answers · diagnosis ──┘

The same row serves the solver (`feedback.check`, in the notebook) and a grader (which asks for the answers
somewhere else). Nothing here runs a solver's code, and a verdict holds keys and numbers, no sentence: `say` turns
it into words, in the language of whoever reads.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from zlib import crc32

import numpy as np

from ..words import say
from .answers import NotANumber, as_plain, distance, fitted, furthest, undisturbed
from .diagnosis import diagnose

RIGHT, WRONG, BLANK, BROKEN = STATES = ("right", "wrong", "blank", "broken")
DRAWN, DRAWN_FOR_A_SEED = 2, 3  # cases besides the textbook's


class CourseError(ValueError):
    """A row, or a course, that cannot be used; the message names it."""


# ---- rows ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class FromRight:
    """A wrong answer made from the right one, instead of from the inputs."""

    change: Callable
    factor: float | None = None  # where it is the right answer times a number


def from_right(change):
    """What a slip returns, as a function of the right answer: from_right(np.square) for the variance of an error."""
    return FromRight(change)


def times(factor):
    """What a slip returns when it is the right answer times a constant."""
    return FromRight(lambda right: factor * right, factor)


@dataclass(frozen=True)
class Slip:
    """A known wrong answer, as a function of the task's inputs or from the right one, and what a tutor would say."""

    key: str
    answer: Callable | FromRight
    says: str

    @property
    def factor(self):
        """The factor, where it is one of the right answer; else None."""
        return self.answer.factor if isinstance(self.answer, FromRight) else None


@dataclass(frozen=True)
class Must:
    """Something every right answer has: holds(answer, *inputs) is true. `says` is told where it fails."""

    key: str
    holds: Callable
    says: str


def slip(key, answer, says):
    """A known wrong answer: its key, what it returns for the inputs (or `times(c)`), what a tutor would say."""
    return Slip(key, answer, says)


def rounded(name, answer):
    """A right answer with a constant as textbooks round it: rounded("ħ = 1.05e-34 J s", times(1.05 / 1.0546))."""
    return Slip(name, answer, "")


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
    roundings: tuple[Slip, ...] = ()  # constants as textbooks round them; right, whatever the seed
    nearly: str = ""  # what usually keeps an answer to this task from being quite right
    program: bool = False  # its point is to program it: a call of the package is told apart
    costly: bool = False  # the reference takes too long to be asked what changed arguments would give
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
        if twice := repeated(row.key for row in (*self.slips, *self.properties, *self.roundings)):
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


class Sheet:
    """The cases of a task for a seed, with what is right and what each slip returns, all computed once."""

    def __init__(self, task, seed=None):
        self.task = task
        with undisturbed():
            self.cases = task.cases(seed)
        self._wrong = {}

    @property
    def textbook(self):
        """The first inputs of the textbook."""
        given = self.task.textbook
        return (given() if callable(given) else given)[0]

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
        given = [as_plain(answer) for answer in answers]
    except NotANumber as error:
        return Verdict(task.name, BROKEN, error.key, error.fields)
    values = [fitted(value, target) for value, target in zip(given, sheet.right, strict=True)]
    shapes = [[list(v.shape), list(w.shape)] for v, w in zip(given, values, strict=True) if v.shape != w.shape]
    word = {"reshaped": shapes[0]} if shapes else {}
    if all(distance(v, e) <= task.tolerance for v, e in zip(values, sheet.right, strict=True)):
        return Verdict(task.name, RIGHT, "right", word, task.points)
    key, fields = diagnose(sheet, values)
    return Verdict(task.name, WRONG, key, fields | word)


# ---- what an author must know -------------------------------------------------------------------------------


def faults(task, seeds=(None, 1, 2, 3)):
    """What is wrong with a row, a sentence each: a slip that is taken for another or for right or is too near to it, a
    textbook's rounding that is refused, a property that the right answer has not, a number that may be typed in for all
    inputs; a part that fails.
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
            elif furthest(paper.wrong(slip), paper.right) < 2 * task.tolerance:
                found.append(f"{task.name}: the slip {slip.key!r} is within twice the tolerance{where}")
        for rounding in task.roundings:
            if (told := judge(paper, paper.wrong(rounding)).key) != "right":
                found.append(f"{task.name}: {rounding.key} is judged {told}{where}")
        for prop in task.properties:
            if not all(prop.holds(value, *case) for value, case in zip(paper.right, paper.cases, strict=True)):
                found.append(f"{task.name}: the right answer has not the property {prop.key!r}{where}")
        if len(paper.cases) > 1 and judge(paper, [paper.right[0]] * len(paper.cases)).state == RIGHT:
            found.append(f"{task.name}: a number that is typed in is right{where}")
    return found
