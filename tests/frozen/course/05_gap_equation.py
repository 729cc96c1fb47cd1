"""The course that the tests of the grader mark by: four tasks and a question, so that chapter 05 may change."""

import numpy as np

from bcs_helpers import gap as physics
from bcs_helpers.classroom.tasks import Question, Task, must, slip, times
from bcs_helpers.units import kelvin, meV

FACTOR = 2 * np.exp(np.euler_gamma) / np.pi


def plain(name, points, reference, **more):
    """A task of which only the numbers matter."""
    words = {"title": name, "reason": "the tests' own", "hints": ("Think.",), "meaning": "It is right."}
    return Task(name=name, points=points, minutes=5, reference=reference, **{"tolerance": 2e-3, **words, **more})


TASKS = (
    plain(
        "transition_temperature",
        4,
        lambda coupling, cutoff: FACTOR * cutoff * np.exp(-1 / coupling),
        textbook=((0.18, 428.0), (0.30, 100.0)),
        draw=lambda rng, case: (rng.uniform(0.15, 0.30), rng.uniform(80.0, 450.0)),
        slips=(slip("no_prefactor", times(1 / FACTOR), "The number in front is missing."),),
    ),
    plain(
        "gap_ratio",
        3,
        lambda: 2 * np.pi / np.exp(np.euler_gamma),
        slips=(slip("one_gap", times(0.5), "That is one gap."), slip("rounded", lambda: 3.5, "Give three digits.")),
        properties=(must("order_of_one", lambda value: np.all((value > 0.1) & (value < 100)), "It is of order one."),),
    ),
    plain(
        "gap_curve",
        5,
        lambda t: physics.gap(np.asarray(t, float), 1.0) / physics.gap(0.0, 1.0),
        textbook=((np.array([0.0, 0.2, 0.5, 0.8, 0.95, 1.0, 1.2]),),),
        draw=lambda rng, case: (rng.uniform(0.05, 1.3, 7),),
        tolerance=1e-4,
    ),
    plain(
        "gap_in_meV",
        2,
        lambda Tc: physics.gap(0.0, np.asarray(Tc, float) * kelvin) / meV,
        textbook=((1.2,), (7.19,)),
        draw=lambda rng, case: (rng.uniform(0.3, 10.0),),
        title="From a thermometer to a voltmeter",
    ),
)
QUESTIONS = (
    Question(
        name="why_no_expansion",
        title="Why no expansion",
        minutes=5,
        rubric=((1, "The exponential is named."), (2, "It has no expansion.")),
    ),
)
