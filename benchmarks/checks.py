"""What a `check` costs beside the solver's own function: the slowest tasks, in CPU seconds and over the median task.

    python -m benchmarks.checks            all tasks and steps; a row for each of the slowest
    python -m benchmarks.checks gap_       those whose name holds the word

Three things are timed for each task: the references of its cases; all that is tried on an answer that nothing explains
(known slips, exchanged and scaled arguments, powers: the longest diagnosis there is); the same for the cases of a seed.
A table made once is not made again, as in a solver's notebook: each is timed after one right answer. No check should
take two seconds; an answer that nothing explains is the only one that comes near. CPU time, as the machine is shared.
"""

import sys
from time import process_time

import numpy as np

from bcs_helpers.classroom import course
from bcs_helpers.classroom.tasks import RIGHT, Sheet, judge

LIMIT = 2.0  # seconds, what a solver waits without a thought
SLOWEST = 12


def unexplained(right):
    """An answer to each case that no cause explains: each number of it off by a factor of its own."""
    rng = np.random.default_rng(87)
    return [r * rng.uniform(0.4, 0.9, np.shape(r)) for r in right]


def seconds(task, seed):
    """(references, judging a right answer, judging what nothing explains), each in CPU seconds."""
    start = process_time()
    paper = Sheet(task, seed)
    right = paper.right
    references = process_time() - start
    start = process_time()
    assert judge(paper, right).state == RIGHT
    easy = process_time() - start
    start = process_time()
    judge(paper, unexplained(right))
    return references, easy, process_time() - start


def main(word=""):
    rows = []
    for task in (*course.tasks(), *course.steps()):
        if word in task.name:
            at_home, at_a_seed = seconds(task, None), seconds(task, 1)
            rows.append((max(*at_home, *at_a_seed), task.name, at_home, at_a_seed))
    rows.sort(reverse=True)
    middle = float(np.median([row[0] for row in rows]))
    print(f"{len(rows)} tasks and steps; median of the slowest part {1e3 * middle:.1f} ms")
    print("task                              references      right  unexplained     (s)   at a seed   over the median")
    for slowest, name, (references, easy, hard), (_, _, there) in rows[:SLOWEST]:
        over = slowest / middle
        print(f"{name:34}{references:10.3f}{easy:11.4f}{hard:13.3f}{there:20.3f}{over:18.0f}")
    return sum(row[0] > LIMIT for row in rows)


if __name__ == "__main__":
    sys.exit(min(1, main(*sys.argv[1:2])))
