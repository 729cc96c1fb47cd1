"""Numbers for the teacher: how well a task tells apart who knows from who does not, and what to teach again."""

from collections import Counter
from dataclasses import replace

import numpy as np

from ...words import say, translate
from .. import say as sentences
from ..tasks import BROKEN, RIGHT, WRONG

LESSONS = 4  # lines
FEWEST = 5  # people, for a correlation


def discrimination(handed_in, chapter, policy):
    """{task or question: (item–rest correlation, or None where it has none; over how many students)} of a chapter.

    Pearson's r = cov(x, R) / (σ_x σ_R) of a task's points x and the points R of all the chapter's other ones, over the
    students whose points are all known. None for fewer than 5 of them, and where x or R is the same for everybody.
    Item analysis calls it the corrected item–total correlation: without the item's own share in the total.
    """
    rows = policy.rows(chapter)
    table = [[s.points[row.name] for row in rows] for s in handed_in]
    known = np.array([line for line in table if None not in line], float).reshape(-1, len(rows))
    found = {}
    for n, row in enumerate(rows):
        item, rest = known[:, n], known.sum(axis=1) - known[:, n]
        varies = len(known) >= FEWEST and np.std(item) > 0 and np.std(rest) > 1e-9
        found[row.name] = (float(np.corrcoef(item, rest)[0, 1]) if varies else None, len(known))
    return found


def lessons(class_):
    """What to teach again, in at most four lines: the tasks that cost the class most points, with their commonest slip.

    A task that hardly anybody got right, though many tried, comes before one that was left out: points lost by a wrong
    answer count whole, those of a blank half.
    """
    lost = []
    for chapter in class_.chapters:
        handed_in = [s for s in class_.students if chapter in s.results]
        for task in class_.policy.tasks(chapter):
            results = [s.results[chapter].tasks[task.name] for s in handed_in]
            count = Counter(result.state for result in results)
            cost = task.points * (count[WRONG] + count[BROKEN] + 0.5 * count["blank"]) / len(handed_in)
            if count[RIGHT] < len(handed_in):
                lost.append((-cost, task.name, task, results, count))
    for *_, task, results, count in sorted(lost, key=lambda row: row[:2])[:LESSONS]:
        fields = {"title": translate(task.title), "right": count[RIGHT], "all": len(results)}
        says, times = next(iter(common(task, results)), ("", 0))
        if times > 1:
            told = "{title}: {right} of {all} are right; the commonest mistake, {count} times: {says}"
            yield say(told, count=times, says=says.split("\n")[0], **fields)
        else:
            told = "{title}: {right} of {all} are right; {blank} did not try, and no mistake came twice."
            yield say(told, blank=count["blank"], **fields)


def common(task, results):
    """[(what is said, how often)] of the wrong answers to a task, the commonest first."""
    alike = Counter(says_of(task, _alike(r)) for r in results if r.state in {WRONG, BROKEN})
    return sorted(alike.items(), key=lambda item: (-item[1], item[0]))


def says_of(task, result, language=None):
    """What is said about a result."""
    return sentences.text(task.name, result.key, result.fields, language)


def _alike(result):
    """What is counted as the same mistake: of an error its kind, wherever and with whatever words it came up."""
    kept = {k: v for k, v in result.fields.items() if k in {"error", "signs", "plain", "cell"}}
    return replace(result, fields=kept | ({"cell": "…"} if "cell" in kept else {})) if "error" in kept else result
