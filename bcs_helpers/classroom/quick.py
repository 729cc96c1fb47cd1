"""Rows of what is asked in passing, without marks: a prediction, a concept, an estimate, the steps of a derivation.

    rows (course/quick/NN_name.py) ── Choice, Number ── asking.ask: a question on the page, answered at once
                                   └─ Step ── tasks.judge, feedback.check, as every task

Every answer of a Choice has its sentence. A Number is what a reference of the package returns, never typed in; the
sentences belong to intervals of the guess, of which the first that holds it speaks: what is right, the known misses,
what lies below and what lies above. `{value}` in a sentence is the right number.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil, floor, inf, isfinite, log10
from typing import NamedTuple

from .tasks import RIGHT, WRONG, CourseError, Task, repeated

PREDICT, CONCEPT, ERROR, ESTIMATE, GRAPH, WARM_UP = KINDS = (
    "predict", "concept", "error", "estimate", "graph", "warm_up",
)  # fmt: skip


@dataclass(frozen=True)
class Option:
    """One of the answers to choose from, and what is said to whoever chooses it."""

    text: str
    says: str
    right: bool = False


def right(text, says):
    """The right answer, and what is said of it."""
    return Option(text, says, True)


def wrong(text, says):
    """A wrong answer that people give, and what a tutor would say."""
    return Option(text, says)


@dataclass(frozen=True)
class Miss:
    """A wrong number that people give, computed as the right one is, and what a tutor would say."""

    value: Callable
    says: str


def miss(value, says):
    """A known wrong number: what computes it, and what is said of it."""
    return Miss(value, says)


class Rule(NamedTuple):
    """What is said of a guess from low to high."""

    low: float
    high: float
    state: str
    says: str


def _refuse_other_kinds(row):
    if row.kind not in KINDS:
        raise CourseError(f"the kind of {row.name!r} must be one of {', '.join(KINDS)}, got {row.kind!r}")


@dataclass(frozen=True, eq=False)
class Choice:
    """A question with a few answers, one of them right. Between backquotes stands code.

    `proof` is a short computation that is true because the right answer is right.
    """

    name: str
    kind: str
    asks: str
    options: tuple[Option, ...]
    proof: Callable | None = None
    chapter: str = ""  # set by the course

    def __post_init__(self):
        _refuse_other_kinds(self)
        if sum(option.right for option in self.options) != 1 or len(self.options) < 2:
            raise CourseError(f"of the answers of {self.name!r} one must be right, and one or more wrong")
        if twice := repeated([*(o.text for o in self.options), *(o.says for o in self.options)]):
            raise CourseError(f"the answers of {self.name!r} repeat {twice[0]!r}")

    def judge(self, answer):
        """(state, sentence) of the answer with that number, counted from 0."""
        option = self.options[answer]
        return (RIGHT if option.right else WRONG), option.says


@dataclass(frozen=True, eq=False)
class Number:
    """A number to guess: written, or set as a point on an axis; of an estimate, the power of ten."""

    name: str
    kind: str
    asks: str
    reference: Callable  # the right number, of no argument
    near: float  # how far from it is right: relative to it, on the axis, or beside the two powers of ten around it
    right: str
    low: str
    high: str
    misses: tuple[Miss, ...] = ()
    unit: str = ""
    digits: int = 2  # of the right number, when it is shown
    axis: tuple[float, float, float] | None = None  # from, to, step
    power: bool = False  # asked for is the power of ten
    chapter: str = ""  # set by the course

    def __post_init__(self):
        _refuse_other_kinds(self)
        if not self.near > 0 or (self.axis and not self.axis[0] < self.axis[1]):
            raise CourseError(f"{self.name!r} needs near > 0, and an axis that rises: {self.near}, {self.axis}")

    @cached_property
    def value(self):
        """The right number."""
        value = float(self.reference())
        if not isfinite(value) or (self.power and value <= 0):
            raise CourseError(f"the reference of {self.name!r} returns {value}")
        return value

    def _band(self, value):
        low, high = (floor(log10(value)), ceil(log10(value))) if self.power else (value, value)
        width = self.near if self.power or self.axis else self.near * abs(value)
        return low - width, high + width

    @cached_property
    def rules(self):
        """The rules for a guess; the first that holds it speaks."""
        bands = [Rule(*self._band(self.value), RIGHT, self.right)]
        bands += [Rule(*self._band(float(known.value())), WRONG, known.says) for known in self.misses]
        low, high = bands[0].low, bands[0].high
        return [*bands, Rule(-inf, low, WRONG, self.low), Rule(high, inf, WRONG, self.high)]

    def judge(self, answer):
        """(state, sentence) of a guess."""
        return next((rule.state, rule.says) for rule in self.rules if rule.low <= answer <= rule.high)


@dataclass(frozen=True, eq=False)
class Step(Task):
    """A step of a derivation: a task like any other, whose check is the reward."""

    points: int = field(default=0, kw_only=True)
    minutes: int = field(default=4, kw_only=True)

    def __post_init__(self):
        if missing := [n for n in ("name", "title", "reason", "hints", "meaning") if not getattr(self, n)]:
            raise CourseError(f"the step {self.name!r} lacks {', '.join(missing)}")
        if self.points or not self.tolerance > 0:
            raise CourseError(f"the step {self.name!r} earns no points, and needs a tolerance above 0")


def faults(row):
    """What is wrong with a row, a sentence each: a miss that nobody can be told, a number outside of its axis."""
    if isinstance(row, Choice):
        return [] if row.proof is None or row.proof() else [f"{row.name}: the proof of the right answer is false"]
    found, low, high = [], row.rules[0].low, row.rules[0].high
    if row.axis and not row.axis[0] <= row.value <= row.axis[1]:
        found.append(f"{row.name}: {row.value:.4g} does not lie on the axis")
    for known in row.misses:
        value = log10(known.value()) if row.power else float(known.value())
        if row.judge(value)[1] != known.says:
            found.append(f"{row.name}: the miss {value:.4g} is told {row.judge(value)[1]!r}")
        if row.axis and not row.axis[0] <= value <= row.axis[1]:
            found.append(f"{row.name}: the miss {value:.4g} does not lie on the axis")
    if row.axis and not (row.axis[0] < low and high < row.axis[1]):
        found.append(f"{row.name}: no guess on the axis is {'too low' if row.axis[0] >= low else 'too high'}")
    return found
