"""What a verdict is worth under a policy, and the rule that says so: (points, (key, fields)) of each task."""

import math
from dataclasses import dataclass
from datetime import timedelta

from ... import words
from ..say import listed
from ..tasks import BLANK, BROKEN, RIGHT, WRONG
from . import gradebook, manual
from .policy import REFUSE
from .received import arrival

RULES = {  # of a mark
    "right": "Rule: a right answer earns all points.",
    "wrong": "Rule: an answer that is not right earns no points.",
    "broken": "Rule: what does not run earns no points.",
    "blank": "Rule: what was not attempted earns no points.",
    "known_slip": "Rule: a known slip earns {per_cent:g} % of the points.",
    "parts": "Rule: parts that are right earn their share of {per_cent:g} % of the points; here {right} of {all}.",
    "nearly": "Rule: an answer that is nearly right earns {per_cent:g} % of the points.",
    "follow_on": "Rule: what is right apart from an earlier function earns {per_cent:g} % of the points.",
    "package_refused": "Rule: the point of this task is to program it, and a function that calls the package "
    "({names}) earns no points.",
    "package_remark": "Rule: a right answer earns all points. The point of this task is to program it, and this calls "
    "{names} of the package.",
    "by_hand": "Rule: your reader gave these points; they come before any other rule.",
    "read": "Rule: your reader gives the points of an answer in words.",
    "not_read": "Rule: your reader gives the points of an answer in words; nobody has read it yet.",
    "no_answer": "Rule: a question without an answer earns no points.",
    # of a chapter, or of all
    "in_time": "It arrived in time: {arrived}, due {due}.",
    "in_grace": "It arrived at {arrived}, due {due}: within the grace of {minutes:g} minutes nothing is taken.",
    "late": "Rule: late. It arrived at {arrived}, due {due}. For each day that has begun {per_cent:g} % of the "
    "chapter’s points are taken, {most:g} % at most; here {begun} × {per_cent:g} %, which is {taken:g} points.",
    "late_hours": "Rule: late. It arrived at {arrived}, due {due}. For each hour that has begun {per_cent:g} % of the "
    "chapter’s points are taken, {most:g} % at most; here {begun} × {per_cent:g} %, which is {taken:g} points.",
    "marked_late": "Rule: the platform marked it as late. {per_cent:g} % of the chapter’s points are taken, which is "
    "{taken:g} points.",
    "late_unknown": "The platform marked it as late; how late is not known, so nothing is taken.",
    "unknown": "When it arrived is not known, so nothing is taken for being late.",
    "cap": "Rule: the total is {cap:g} points at most; without this rule it would be {all:g}.",
    "not_set": "This chapter is not part of what was set: it is shown, and counts nothing.",
}


def sentence(rule, language=None):
    """The sentence of a rule."""
    key, fields = rule
    fields = {name: listed(value, language) if isinstance(value, list) else value for name, value in fields.items()}
    return words.say(RULES[key], language=language, **fields)


@dataclass(frozen=True)
class Deduction:
    """What is taken from a chapter, and why."""

    points: float
    rule: tuple
    unknown: bool = False  # no time is known, though there is a deadline


def of_task(row, result, policy):
    """(points, rule) of a task's verdict. Of several shares that apply the best one counts."""
    if result.state == RIGHT:
        if names := result.package:
            if policy.package_calls == REFUSE:
                return 0, ("package_refused", {"names": names})
            return row.points, ("package_remark", {"names": names})
        return row.points, ("right", {})
    shares = list(_shares(row, result, policy))
    share, rule = max(shares, key=lambda found: found[0], default=(0, None))
    if share > 0:
        return _rounded(share * row.points), rule
    return 0, ({WRONG: "wrong", BROKEN: "broken", BLANK: "blank"}[result.state], {})


def _shares(row, result, policy):
    """(share of the points, rule) of each partial success."""
    key, _, name = result.key.partition(".")
    told = lambda key, share, **more: (share, (key, {"per_cent": 100 * share, **more}))  # noqa: E731
    if key == "slip":
        yield told("known_slip", policy.slips.get((row.name, name), policy.known_slips))
    if key == "nearly":
        yield told("nearly", policy.nearly)
    if key == "parts":
        right, wrong = (len(result.fields.get(which, ())) for which in ("right", "wrong"))
        _, rule = told("parts", policy.parts, right=right, all=right + wrong)
        yield policy.parts * right / max(1, right + wrong), rule
    if result.follow_on:
        yield told("follow_on", policy.follow_on)


def give(students, by_hand, policy, submissions=(), times=None):
    """Fill in everybody's points, the rule behind each, and what is taken for being late.

    The instructor's own points come before all rules; None stands for an answer that nobody has read.
    `submissions` is {(student, chapter): what counts}. What the extensions name and nobody is, is returned.
    """
    unknown, submissions = set(policy.extensions), dict(submissions)
    for student in students:
        student.policy, student.points, student.rules, student.deductions = policy, {}, {}, {}
        ours = {name: value for name, value in policy.extensions.items() if _is(student, name, times)}
        unknown -= set(ours)
        extension = {chapter: value for each in ours.values() for chapter, value in each.items()}
        for chapter, result in student.results.items():
            for row in policy.rows(chapter):
                points, rule = _computed(row, result, policy)
                given, _ = manual.look_up(by_hand, student.name, chapter, row.name)
                if given is not None:
                    points, rule = given, ("by_hand" if row.name in result.tasks else "read", {})
                student.points[row.name], student.rules[row.name] = points, rule
            if chapter in policy.deadlines and (submission := submissions.get((student.name, chapter))):
                earned = sum(student.points[row.name] or 0 for row in policy.rows(chapter))
                student.deductions[chapter] = _late(submission, chapter, earned, policy, times, extension)
    return sorted(unknown)


def _is(student, name, times):
    roster = getattr(times, "roster", None)
    named = (roster and roster.find(name)) or name
    return gradebook.norm(named) in {gradebook.norm(student.name), gradebook.norm(student.number) or None}


def _computed(row, result, policy):
    if row.name in result.tasks:
        return of_task(row, result.tasks[row.name], policy)
    return (None, ("not_read", {})) if result.words.get(row.name) else (0, ("no_answer", {}))


def _late(submission, chapter, earned, policy, times, extension):
    """The Deduction of a chapter's points."""
    due = policy.deadlines[chapter]
    more = extension.get(chapter, extension.get(""))
    due = due + more if isinstance(more, timedelta) else more or due
    arrived, marked = arrival(submission, chapter, policy, times)
    if arrived is None:
        if not marked:
            return Deduction(0, ("unknown", {}), unknown=True)
        if more is not None or not policy.marked_late:
            return Deduction(0, ("late_unknown", {}), unknown=True)
        taken = _rounded(policy.marked_late * earned)
        return Deduction(taken, ("marked_late", {"per_cent": 100 * policy.marked_late, "taken": taken}))
    shown = {"arrived": _shown(arrived.astimezone(due.tzinfo)), "due": _shown(due)}
    late = arrived - due
    if late <= timedelta(0):
        return Deduction(0, ("in_time", shown))
    if late <= policy.grace:
        return Deduction(0, ("in_grace", shown | {"minutes": policy.grace.total_seconds() / 60}))
    begun = math.ceil(late / timedelta(hours=policy.hours))
    taken = _rounded(min(begun * policy.penalty, policy.most) * earned)
    fields = {"per_cent": 100 * policy.penalty, "most": 100 * policy.most, "begun": begun, "taken": taken}
    return Deduction(taken, ("late" if policy.hours > 1 else "late_hours", shown | fields))


def _shown(moment):
    return moment.strftime("%Y-%m-%d %H:%M")


def _rounded(points):
    return round(points, 2)
