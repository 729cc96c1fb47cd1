"""What a task is, and how an answer is judged: plain data in, a verdict out.

The same row serves the solver (`feedback.check`, in the notebook) and a grader (which asks for the answers
somewhere else). Nothing here runs a solver's code.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np

RIGHT, WRONG, BLANK, BROKEN = "right", "wrong", "not attempted", "cannot be evaluated"


@dataclass(frozen=True)
class Mistake:
    """A known wrong answer, as a function of the task's inputs, and what a tutor would say to it."""

    answer: Callable
    says: str


@dataclass(frozen=True)
class Property:
    """Something every right answer has: holds(answer, *inputs) is true. `says` is told where it fails."""

    holds: Callable
    says: str


@dataclass(frozen=True)
class Task:
    """One task: the solver writes a function called `name` of plain data, returning plain data."""

    name: str
    chapter: str  # stem of the notebooks
    title: str
    points: int
    minutes: int
    reference: Callable  # the right answer, as a function of the inputs
    tolerance: float  # relative
    reason: str  # for the tolerance
    hints: tuple[str, ...]
    mistakes: tuple[Mistake, ...]
    meaning: str  # what a right answer says about nature, in a sentence
    textbook: tuple[tuple, ...] | Callable = ((),)  # the textbook's inputs (or what returns them): one tuple a case
    draw: Callable | None = None  # draw(rng) -> another case
    problem: str | None = None  # the textbook's number of the problem
    properties: tuple[Property, ...] = ()

    def cases(self, seed=None):
        """The inputs on which an answer is tried: the textbook's and two others, or three of the seed's."""
        textbook = self.textbook() if callable(self.textbook) else self.textbook
        if self.draw is None:
            return list(textbook)
        rng = np.random.default_rng([crc32(self.name.encode()), *([] if seed is None else [int(seed)])])
        drawn = [self.draw(rng) for _ in range(2 if seed is None else 3)]
        return [*textbook, *drawn] if seed is None else drawn


@dataclass(frozen=True)
class Explain:
    """A question answered in words, for a person to mark.

    The answer stands in the markdown cell that holds `<!-- answer: name -->`; the rubric is (points, what earns them).
    """

    name: str
    chapter: str
    title: str
    minutes: int
    rubric: tuple[tuple[int, str], ...]

    @property
    def points(self):
        """All points of the rubric."""
        return sum(points for points, _ in self.rubric)


@dataclass(frozen=True)
class Verdict:
    """What became of an answer: its state, what to tell the solver, and the points."""

    state: str
    says: str = ""
    points: int = 0
    task: Task = field(repr=False, default=None)


class NotANumber(ValueError):
    """The answer is not plain data: a number, or an array or nested list of numbers."""


def as_plain(answer):
    """The answer as an array of floats, complex numbers or truth values; anything else is NotANumber."""
    if isinstance(answer, str | bytes | dict | set) or callable(answer):
        raise NotANumber(f"a {type(answer).__name__} is not a number")
    try:
        value = np.asarray(answer)
    except Exception as error:  # ragged lists, and objects that only pretend to be numbers
        raise NotANumber(f"this {type(answer).__name__} cannot be read as numbers") from error
    if value.dtype.kind not in "biufc":
        raise NotANumber(f"a {type(answer).__name__} of {value.dtype} is not a number")
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


def judge(task, cases, answers):
    """The verdict on the answers to the cases: one answer a case, None where the function returned nothing."""
    if all(answer is None for answer in answers):
        return Verdict(BLANK, "Not attempted yet.", 0, task)
    if any(answer is None for answer in answers):
        return Verdict(WRONG, "For some inputs your function returns nothing: look for a missing return.", 0, task)
    try:
        values = [as_plain(answer) for answer in answers]
    except NotANumber as error:
        return Verdict(BROKEN, f"Your function must return numbers, but {error}.", 0, task)
    expected = [as_plain(task.reference(*case)) for case in cases]
    right = [agree(v, e, task.tolerance) for v, e in zip(values, expected, strict=True)]
    if all(right):
        return Verdict(RIGHT, task.meaning, task.points, task)
    return Verdict(WRONG, _diagnosis(task, cases, values, expected, right), 0, task)


def _diagnosis(task, cases, values, expected, right):
    """The most helpful true sentence: a known mistake, else the first property that fails, else where it fails."""
    for mistake in task.mistakes:
        wrong = [mistake.answer(*case) for case in cases]
        if all(agree(v, w, task.tolerance) for v, w in zip(values, wrong, strict=True)):
            return mistake.says
    for value, target in zip(values, expected, strict=True):
        if value.shape != target.shape:
            return f"The answer should be {_shape(target)}, yours is {_shape(value)}."
        if np.isnan(value).any():
            return "Your answer contains nan (not a number): look for 0/0, or the root of a negative number."
        if np.isinf(value).any() and not np.isinf(target).any():
            return "Your answer is infinite: look for a division by zero, or an exponential that overflows."
    for prop in task.properties:
        if not all(prop.holds(value, *case) for value, case in zip(values, cases, strict=True)):
            return prop.says
    if any(right):
        return (
            "Right for some inputs and wrong for others: is a number typed in where an argument belongs, "
            "or is the calculation too coarse for some of them?"
        )
    return "Not yet, and it is none of the slips we know. A hint may help."


def _shape(value):
    return "a single number" if value.ndim == 0 else f"an array of shape {value.shape}"
