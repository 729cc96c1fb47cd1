"""How often an honest answer to a task on noisy data passes, and how often a wrong one does: by simulation.

    python -m benchmarks.honest              a thousand sheets of each task
    python -m benchmarks.honest 100 cloud_   a hundred, of the tasks whose names hold the word

The honest answers are those of tests/answers_by_hand.py, which were written without the references, and a shaking of
the data where the hint speaks of one; the wrong ones are the named slips and those written by hand. A sheet is what a
grader's seed draws: several samples and the textbook's own, and an answer passes when it is right for each of them.
"""

import sys

import numpy as np

from bcs_helpers.classroom import course
from bcs_helpers.classroom.answers import as_plain, distance, undisturbed
from bcs_helpers.classroom.tasks import Sheet
from tests.answers_by_hand import RIGHT, WRONG

TASKS = [
    *("heat_capacity_step", "gap_from_relaxation", "measured_isotope_exponent", "isotope_exponent_error"),
    *("gaps_without_a_fit", "critical_temperature_from_gaps", "coupling_ratio", "gamma_from_heat", "jump_from_field"),
    *("energies_of_levels", "spacing_and_gap", "cloud_from_profile", "bertsch_from_slope", "fitted_gaps"),
    *("goodness_of_fit", "gap_errors", "pull_of_resistance", "gap_from_heat", "error_budget"),
]


def shaken(M, Tc, error, times=2000):
    """The error of the isotope exponent from data that are shaken by their errors, as the hint has it."""
    rng = np.random.default_rng(int(1e6 * np.sum(Tc)) % 2**32)
    y = np.log(Tc + error * rng.normal(size=(times, len(Tc)))).T
    return np.std(np.polyfit(np.log(M), y, 1, w=Tc / error)[0])


HONEST = {"isotope_exponent_error": {"shaken 2000 times": shaken}}


def passes(paper, answers):
    """Whether the answers to the cases of a sheet are all right; the first that is wrong, or fails, decides."""
    try:
        with undisturbed():
            pairs = zip(answers, paper.right, strict=True)
            return all(distance(answer, right) <= paper.task.tolerance for answer, right in pairs)
    except Exception:
        return False


def accepted(paper, function):
    """Whether what a function answers passes."""
    return passes(paper, (as_plain(function(*case)) for case in paper.cases))


def main(number="1000", word=""):
    print(f"{number} sheets of each task")
    print(f"{'task':32}{'honest answer':22}{'passes':>8}   slips and wrong answers that pass")
    failed = 0
    for name in TASKS:
        if word not in name:
            continue
        task = course.find(name)
        honest = RIGHT[name] | HONEST.get(name, {})
        passed, slips = dict.fromkeys(honest, 0), {}
        for seed in range(1, int(number) + 1):
            paper = Sheet(task, seed)
            for done, function in honest.items():
                passed[done] += accepted(paper, function)
            for slip in task.slips:
                slips[slip.key] = slips.get(slip.key, 0) + passes(paper, paper.wrong(slip))
            for done, function in WRONG[name].items():
                slips[done] = slips.get(done, 0) + accepted(paper, function)
        bad = ", ".join(f"{key} {count}" for key, count in slips.items() if count) or "none"
        for done, count in passed.items():
            print(f"{name:32}{done:22}{count:8}   {bad}", flush=True)
            name, bad = "", ""
            failed += count < 0.999 * int(number)
        failed += sum(count > 0.001 * int(number) for count in slips.values())
    return failed


if __name__ == "__main__":
    sys.exit(min(1, main(*sys.argv[1:])))
