"""What a wrong answer is told: a cause that explains every case, or what is right and where it goes wrong."""

import numpy as np
import pytest

from bcs_helpers.classroom import course
from bcs_helpers.classroom.diagnosis import FACTORS
from bcs_helpers.classroom.tasks import RIGHT, Task, judge, must, sheet, slip, times
from bcs_helpers.units import kelvin, meV


def row(reference, textbook, draw, **more):
    facts = {"tolerance": 1e-6, "slips": (), "hints": ("Think.", "Think again.")} | more
    return Task(name="of_the_tests", title="T", points=1, minutes=1, reason="exact", meaning="It is so.",
                reference=reference, textbook=textbook, draw=draw, **facts)  # fmt: skip


PENDULUM = row(
    lambda length, g, angle: 2 * np.pi * np.sqrt(length / g) * (1 + np.sin(angle / 2) ** 2 / 4),
    ((1.0, 9.81, 0.0), (2.5, 1.62, 0.4)),
    lambda rng, case: tuple(rng.uniform([0.5, 2.0, 0.1], [3.0, 12.0, 1.0])),
    slips=(
        slip("frequency", lambda length, g, angle: np.sqrt(g / length) / (2 * np.pi), "That is the frequency."),
        slip("half_a_swing", times(0.5), "That is half a swing."),
        slip("a_third", times(0.37), "A little more than a third."),
    ),
    properties=(must("positive", lambda v, *case: np.all(v > 0), "A period is positive."),),
)
SPECTRUM = row(
    lambda k: np.where(k >= 0, np.hypot(k, 0.3), 0.0),
    ((np.array([-1.0, 0.0, 0.2, 0.7, 2.0]),),),
    lambda rng, case: (np.append(-rng.uniform(0.1, 1), rng.uniform(0.1, 3.0, 4)),),
)
CURVE = row(
    lambda k: np.hypot(k, 0.3), ((np.array([0.1, 0.2, 0.7, 2.0]),),), lambda rng, case: (rng.uniform(0.1, 3, 4),)
)
PAIR = row(lambda a, b: np.array([a + b, a * b, a / b]), ((1.0, 3.0),), lambda rng, case: tuple(rng.uniform(1, 3, 2)))
MEAN = row(
    lambda z: np.vdot(z, z * [1, 1j]),
    ((np.array([1.0, 2.0]),), (np.array([1.0, 2j]),)),
    lambda rng, case: (rng.normal(size=2) + 1j * rng.normal(size=2),),
)


def told(task, answer, seed=None):
    paper = sheet(task, seed)
    verdict = judge(paper, [answer(right, *case) for right, case in zip(paper.right, paper.cases, strict=True)])
    return verdict.key, verdict.fields


PERIOD = PENDULUM.reference
WRONG = {
    # a factor, with its usual suspects
    "sign": (PENDULUM, lambda r, *x: -r, "factor.sign", {"because": "property.positive"}),
    "two": (PENDULUM, lambda r, *x: 2 * r, "factor.two", {}),
    "ten": (PENDULUM, lambda r, *x: 1e-6 * r, "factor.ten.small", {"power": 6}),
    "kelvin": (PENDULUM, lambda r, *x: r * meV / kelvin, "factor.kelvin", {}),
    "rounded": (PENDULUM, lambda r, *x: r * 6.28 * 1.0003, "factor.two_pi", {}),
    "other": (PENDULUM, lambda r, *x: 1.234 * r, "factor.other", {}),
    # two at once
    "sign and 2π": (PENDULUM, lambda r, *x: -2 * np.pi * r, "sign_and_factor", {"factor": "two_pi"}),
    "both": (PENDULUM, lambda r, *x: 0.5 * 0.37 * r, "two_slips", {"slips": ["half_a_swing", "a_third"]}),
    "known and a factor": (PENDULUM, lambda r, length, g, a: 1e3 * np.sqrt(g / length) / (2 * np.pi), "slip_and_factor",
                           {"slips": ["frequency"], "factor": "ten.large", "power": 3}),
    "known and known": (PENDULUM, lambda r, length, g, a: 0.5 * np.sqrt(g / length) / (2 * np.pi), "two_slips",
                        {"slips": ["frequency", "half_a_swing"]}),
    "a known slip, rounded": (PENDULUM, lambda r, *x: 0.4997 * r, "slip.half_a_swing", {}),
    # the arguments
    "exchanged": (PENDULUM, lambda r, length, g, a: PERIOD(g, length, a), "argument.exchanged",
                  {"first": 1, "second": 2}),
    "typed in": (PENDULUM, lambda r, length, g, a: PERIOD(length, 9.81, a), "argument.typed_in", {"number": 2}),
    "half an angle": (PENDULUM, lambda r, length, g, a: PERIOD(length, g, a / 2), "argument.half", {"number": 3}),
    "a power": (PENDULUM, lambda r, length, g, a: 3.3 * r * length, "power.too_many", {"number": 1, "power": "1"}),
    "twice divided": (PENDULUM, lambda r, length, g, a: r / g, "power.too_few", {"number": 2, "power": "1"}),
    "an argument not squared": (CURVE, lambda r, k: np.sqrt(k + 0.3**2), "argument.root", {"number": 1}),
    "a root too many": (PENDULUM, lambda r, *x: 1.7 * np.sqrt(r), "power.itself.small", {}),
    "constant": (PENDULUM, lambda r, *x: 2.0, "constant", {}),
    "zero": (SPECTRUM, lambda r, k: 0 * k, "constant", {}),
    # the answer
    "upside down": (PENDULUM, lambda r, *x: 1 / r, "change.inverse", {}),
    "offset": (PENDULUM, lambda r, *x: r + 5, "offset", {}),
    "nearly": (PENDULUM, lambda r, *x: r * 1.004, "nearly", {"per_cent": 0.5}),
    "order": (PAIR, lambda r, *x: r[::-1], "reversed", {}),
    "another order": (PAIR, lambda r, *x: r[[1, 0, 2]], "permuted", {}),
    "conjugate": (MEAN, lambda r, *x: np.conj(r), "change.conjugate", {}),
    # parts
    "one of three": (PAIR, lambda r, *x: r * np.array([1, 1, 2]), "parts",
                     {"right": [1, 2], "wrong": [3], "because": "factor.two"}),
    "no cause": (PAIR, lambda r, a, b: np.array([r[0], a**b, r[2] + b]), "parts", {"right": [1], "wrong": [2, 3]}),
    "a common part": (PAIR, lambda r, a, b: r * (1 + a * b), "common", {}),
    # where
    "in degrees": (PENDULUM, lambda r, length, g, a: PERIOD(length, g, np.radians(a)), "argument.degrees",
                   {"number": 3}),
    "left out": (PENDULUM, lambda r, length, g, a: PERIOD(length, g, 0.0), "argument.zero", {"number": 3}),
    "a term": (CURVE, lambda r, k: r + 0.3 * k, "term", {"number": 1}),
    "below the fraction": (CURVE, lambda r, k: 1 / (1 / r + 0.4), "inside.inverse", {}),
    "under the root": (CURVE, lambda r, k: np.sqrt(r**2 + 0.2), "inside.square", {}),
    "the argument alone": (CURVE, lambda r, k: 2 * k**1.5, "power.alone", {"number": 1, "power": "1.5"}),
    "two powers": (PENDULUM, lambda r, length, g, a: r * length**2 / g, "power.two",
                   {"first": 1, "power": "2", "second": 2, "other": "-1"}),
    "one of them first": (PAIR, lambda r, a, b: np.array([2 * r[0], r[1] + np.sin(a), r[2] + np.cos(b)]),
                     "one_of_them", {"which": 1, "because": "factor.two"}),
    "no zero": (SPECTRUM, lambda r, k: np.hypot(k, 0.3), "argument.absolute", {"number": 1}),
    "one side": (SPECTRUM, lambda r, k: np.where(k < 0, r + 0.1 * k**2, r), "where.negative", {"number": 1}),
    "not conjugated": (MEAN, lambda r, z: np.dot(z, z * [1, 1j]), "where.complex", {"number": 1}),
    "one end": (CURVE, lambda r, k: np.where(k > 0.5, r, 1.5 * r), "where.large", {"number": 1}),
}  # fmt: skip


@pytest.mark.parametrize("seed", [None, 1, 2, 3])
@pytest.mark.parametrize("name", WRONG)
def test_a_cause_is_named(name, seed):
    """At any seed, with what belongs to it."""
    task, answer, key, fields = WRONG[name]
    found = told(task, answer, seed)
    if seed is not None and name == "one end" and found[0] in {"some_inputs", "change.transposed"}:
        return
    assert (found[0], {name: value for name, value in found[1].items() if name not in PLACE}) == (key, fields)


PLACE = {"case", "of", "entry"}  # its own test: test_feedback.test_it_is_told_where_an_answer_goes_wrong_first


def test_a_cause_that_fails_in_one_case_is_not_told():
    """Each explanation above stops being one when a single case is not explained by it."""
    for name, (task, answer, key, _) in WRONG.items():
        paper = sheet(task)
        for spoilt in range(len(paper.cases)):
            given = [np.asarray(answer(r, *case)) for r, case in zip(paper.right, paper.cases, strict=True)]
            given[spoilt] = given[spoilt] * 1.777 + 0.123
            found = judge(paper, given).key
            if not key.startswith(("where.", "parts", "power.", "constant")):
                assert found != key, (name, spoilt)


def test_undoing_the_cause_makes_it_right():
    """For every factor that has a sentence: the answer over the factor is right, and the name is that of the factor."""
    paper = sheet(PENDULUM)
    for key, factor in FACTORS.items():
        given = [factor * right for right in paper.right]
        found = judge(paper, given).key
        assert found in (f"factor.{key}", "slip.half_a_swing"), key
        assert judge(paper, [value / factor for value in given]).state == RIGHT


def test_nearly_is_near_everywhere():
    """One case that is far takes the word away, and how near it is is no smaller than the worst error."""
    paper = sheet(SPECTRUM)
    given = [right * 1.004 for right in paper.right]
    assert judge(paper, given).key == "nearly"
    given[0] = given[0] * np.array([1, 1, 1, 1, 1.3])
    assert judge(paper, given).key != "nearly"


PLAIN = [task for task in course.tasks() if not task.costly]


@pytest.mark.parametrize("task", PLAIN, ids=lambda task: task.name)
def test_every_task_names_a_plain_cause(task):
    """A factor of 2, ½, π, 2π, 10^±3 or −1, two arguments exchanged, and a near miss are never told without a cause."""
    paper = sheet(task)
    for factor in (2, 0.5, np.pi, 2 * np.pi, 1e3, 1e-3, -1):
        key = judge(paper, [factor * right for right in paper.right]).key
        assert key.startswith(("slip.", "factor.", "two_slips", "slip_and_factor")), (factor, key)
        assert key != "factor.other", factor
    whole = all(np.all(right == np.round(right.real)) for right in paper.right)
    key = judge(paper, [(1 + 1.5 * task.tolerance) * right for right in paper.right]).key
    assert whole or key.split(".")[0] in {"nearly", "slip", "factor", "two_slips"}, key
