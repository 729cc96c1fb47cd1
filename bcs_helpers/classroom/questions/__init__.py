"""Every task of the course, a module a chapter. A new module is added to MODULES."""

from . import (
    before_bcs,
    coherence_factors,
    cold_atoms,
    collective_modes,
    cooper_problem,
    gap_equation,
    ground_state,
    hands_on_aluminium,
    hands_on_curves,
    hands_on_grain,
    isotope_effect,
    nuclei_and_stars,
    quarks,
    quasiparticles,
    thermodynamics,
    tunnelling,
)

MODULES = (
    before_bcs,
    cooper_problem,
    ground_state,
    quasiparticles,
    gap_equation,
    thermodynamics,
    coherence_factors,
    collective_modes,
    isotope_effect,
    tunnelling,
    cold_atoms,
    quarks,
    nuclei_and_stars,
    hands_on_curves,
    hands_on_aluminium,
    hands_on_grain,
)
TASKS = tuple(task for module in MODULES for task in module.TASKS)
EXPLAINS = tuple(question for module in MODULES for question in module.EXPLAINS)


def find(name):
    """The task of that name, or None."""
    return next((task for task in TASKS if task.name == name), None)


def by_chapter():
    """{stem: [tasks]} in the order of the course."""
    chapters = {}
    for task in TASKS:
        chapters.setdefault(task.chapter, []).append(task)
    return chapters
