"""Problem set 3: a task of our own, one of the companion's with other points, and a question in words."""

import numpy as np

from bcs_helpers.classroom.course import ours
from bcs_helpers.classroom.tasks import Question, Task, must, slip, times

# MARKED_BY = "Dr. Chen"  # then students get the facts alone, and check says who will mark it

TASKS = (
    ours("gap_ratio", points=5),
    Task(
        name="coherence_length",
        title="How large is a pair?",
        points=3,
        minutes=10,
        textbook=((2.03, 0.34), (1.0, 1.0)),
        draw=lambda rng, case: (rng.uniform(0.5, 2.5), rng.uniform(0.1, 2.0)),
        reference=lambda speed, gap: 658.2119569 * speed / (np.pi * gap),
        tolerance=5e-3,
        reason="ħ to three digits",
        hints=("A pair lasts for ħ/Δ. How far does an electron fly in that time?", "BCS divide it by π."),
        slips=(
            slip("no_pi", times(np.pi), "That is ħv/Δ. BCS define their length with another factor π below."),
            slip("h_not_hbar", times(2 * np.pi), "That is with h; the length has ħ in it."),
        ),
        properties=(must("positive", lambda v, speed, gap: np.all(v > 0), "A length is positive."),),
        meaning="Hundreds of nanometres: between the two electrons of a pair there are millions of others.",
    ),
)

QUESTIONS = (
    Question(
        name="why_so_many",
        title="Why do they not disturb each other?",
        minutes=5,
        rubric=((1, "pairs overlap, and all of them are in one state"), (1, "so a pair is a correlation, no molecule")),
    ),
)
