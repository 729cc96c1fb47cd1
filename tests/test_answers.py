"""A class of answers to all tasks: no right one is refused, no wrong one accepted, and nothing false is told."""

import pytest

from bcs_helpers.classroom import course

from . import answers

QUICK = [task for task in course.tasks() if not task.costly]
SAMPLE = [task for task in QUICK if task.chapter[:2] in {"02", "03", "05", "09"}][::2]


@pytest.mark.parametrize("task", SAMPLE, ids=lambda task: task.name)
def test_a_sample_of_the_class(task):
    """Of some tasks all answers."""
    found = answers.told([task])
    assert not answers.complaints(found)
    assert answers.table(found)["wrong answers"] >= 4


STEPS = [step for step in course.steps() if step.chapter[:2] in {"02", "05"}]


@pytest.mark.parametrize("task", [*SAMPLE, *STEPS], ids=lambda task: task.name)
def test_a_sample_of_what_was_written_by_hand(task):
    """Of some tasks and steps all answers from the statements alone, each as it was meant."""
    found = list(answers.by_hand([task]))
    assert not answers.complaints(found)
    assert answers.table(found)["wrong answers"] >= 3


def test_every_task_and_step_was_answered_by_hand():
    """Somebody who knew the statements alone wrote right and wrong answers to all of them."""
    names = {task.name for task in (*course.tasks(), *course.steps())}
    assert names == set(answers.answers_by_hand.RIGHT) == set(answers.answers_by_hand.WRONG)


def test_a_false_word_is_seen(monkeypatch):
    """A diagnosis that names another factor than the one that was made is found out."""
    task = course.find("gap_in_meV")
    monkeypatch.setattr("bcs_helpers.classroom.diagnosis.FACTORS", {"pi": 700.0, "sign": -1.0, "two": 2.0})
    monkeypatch.setattr(answers, "FACTORS", {"pi": 3.14159265, "sign": -1.0, "two": 2.0})
    told = answers.tell(task, "seven hundred times", lambda Tc: 700 * task.reference(Tc), False)
    assert told.key == "factor.pi" and told.false


@pytest.mark.nightly
def test_the_whole_class():
    """All of it: 200 right and 400 wrong answers at least; the share that is told no cause is small."""
    found = answers.told(QUICK)
    counts = answers.table(found)
    assert not answers.complaints(found)
    assert counts["right answers"] >= 200 and counts["wrong answers"] >= 400
    assert counts["told no cause"] <= 0.05 * counts["wrong answers"]


@pytest.mark.nightly
def test_the_whole_class_by_hand():
    """All from the statements alone: none refused, none accepted, nothing false, few without a cause."""
    found = list(answers.by_hand([*course.tasks(), *course.steps()]))
    counts = answers.table(found)
    assert not answers.complaints(found)
    assert counts["right answers"] >= 200 and counts["wrong answers"] >= 400
    assert counts["told no cause"] <= 0.05 * counts["wrong answers"]
