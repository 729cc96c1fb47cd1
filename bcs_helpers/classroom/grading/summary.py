"""For machines: marks/summary.json (docs/summary.schema.json), what needs a person, what changed since the last run."""

from collections import Counter
from hashlib import sha256
from pathlib import Path

from ...words import say
from . import tables
from .points import sentence

VERSION = 1  # of summary.json; a new one where a key goes or means something else
WHYS = {  # why points changed, by what is looked at first
    "new": "came newly",
    "gone": "is not there any more",
    "reader": "a reader's points changed",
    "file": "another file counts",
    "marked_again": "the same file was marked again and judged otherwise: a question, the grader or the seed changed",
    "policy": "the policy changed",
}


def needs(class_, rows=()):
    """{what needs a person: the names, or how many}; empty where nothing does. `rows` of points by hand fit nobody."""
    students = class_.students
    lines = [(s, line) for s in students for line in s.lines]
    found = {
        "not_marked": [s.name for s in students if s.problems],
        "to_read": [s.name for s in students if any(value is None for value in s.points.values())],
        "guessed_file": [s.name for s, line in lines if line.told[0] == "counts_guess"],
        "loose_text": [s.name for s in students if any(result.loose for result in s.results.values())],
        "no_time": [s.name for s in students if any(d.unknown for d in s.deductions.values())],
        "extension_for_nobody": list(class_.unknown),
        "manual_row_for_nobody": [", ".join(key) for _, key in rows],
        "not_on_roster": list(class_.collected.strangers),
    }
    return {key: sorted(set(names)) for key, names in found.items() if names}


def summary(class_, digests, settings, needed):
    """What stands in summary.json. `digests` are {(student, chapter): the digest of the file that counts}."""
    return {
        "version": VERSION,
        "settings": settings,
        "set": list(class_.set),
        "of": class_.of,
        "students": [_student(class_, s, digests) for s in class_.students],
        "needs_person": needed,
        "isolation": "none" if class_.unprotected else "bubblewrap",
    }


def _student(class_, student, digests):
    total = student.earned if class_.has_total(student) else None
    return {
        "name": student.name,
        "number": student.number,
        "points": total,
        "so_far": student.earned,
        "of": student.possible,
        "provisional": bool(student.waiting),
        "chapters": [_chapter(student, chapter, digests) for chapter in student.results],
        "not_marked": [{"file": line.file, "why": line.told[0]} for line in student.problems],
    }


def _chapter(student, chapter, digests):
    result, late = student.results[chapter], student.deductions.get(chapter)
    tasks = []
    for row in student.policy.rows(chapter):
        verdict = result.tasks.get(row.name)
        rule, fields = student.rules[row.name]
        told = {"name": row.name, "kind": "task" if verdict else "words", "points": student.points[row.name],
                "of": row.points, "rule": rule, "rule_fields": fields}  # fmt: skip
        if verdict:
            told |= {"state": verdict.state, "key": verdict.key, "follow_on": verdict.follow_on or [],
                     "package": verdict.package or []}  # fmt: skip
        else:
            told |= {"answered": bool(result.words.get(row.name))}
        tasks.append(told)
    return {
        "chapter": chapter,
        "file": student.file(chapter),
        "digest": digests.get((student.name, chapter), ""),
        "is_set": chapter in student.set,
        "taken": {"points": late.points, "rule": late.rule[0], "rule_fields": late.rule[1]} if late else None,
        "tasks": tasks,
        "remarks": [row["key"] for row in result.remarks],
    }


def settings_of(depends, policy_file):
    """Digests of what marks depend on, which tell two runs apart and tell no secret."""
    digest = lambda data: sha256(data).hexdigest()[:16]  # noqa: E731
    policy = digest(Path(policy_file).read_bytes()) if policy_file else ""
    return {"marking": digest(depends.encode()), "policy": policy}


# ---- between two runs ---------------------------------------------------------------------------------------


def changes(before, after):
    """[(student, chapter, task, points before, points after, why, the rule after)] between two summaries."""
    if not before or before.get("version") != VERSION:
        return []
    old, new = _flat(before), _flat(after)
    found = []
    for key in sorted({*old, *new}):
        one, other = old.get(key), new.get(key)
        points, fresh = one and one["points"], other and other["points"]
        if points != fresh or (one is None) != (other is None):
            found.append((*key, points, fresh, _why(one, other), other and other["says"]))
    return found


def _flat(told):
    """{(student, chapter, task, or "late"): its points, and what they follow from}."""
    found = {}
    for student in told["students"]:
        for chapter in student["chapters"]:
            rows = list(chapter["tasks"])
            if late := chapter["taken"]:
                rows.append({**late, "name": "late", "points": -late["points"]})
            for row in rows:
                more = {"digest": chapter["digest"], "says": (row["rule"], row["rule_fields"])}
                found[student["name"], chapter["chapter"], row["name"]] = row | more
    return found


def _why(one, other):
    if one is None or other is None:
        return "new" if one is None else "gone"
    by_hand = {"by_hand", "read"}
    if by_hand & {one["rule"], other["rule"]}:
        return "reader"
    if one["digest"] != other["digest"]:
        return "file"
    if any(one.get(name) != other.get(name) for name in ("state", "key", "answered", "follow_on", "package")):
        return "marked_again"
    return "policy"


def changes_table(found):
    """changes.csv: who gained or lost what, and why."""
    shown = lambda points: "" if points is None else f"{points:g}"  # noqa: E731
    rows = [["student", "chapter", "task", "before", "after", "why", "rule"]]
    for student, chapter, task, one, other, why, says in found:
        cells = [tables.safe(student), chapter, task, shown(one), shown(other), say(WHYS[why])]
        rows.append([*cells, tables.safe(sentence(says)) if says else ""])
    return tables.for_spreadsheets(rows)


def changes_line(found, place):
    """A line for the end of a run."""
    if not found:
        return None
    up = Counter(student for student, *_, one, other, _, _ in found if (other or 0) > (one or 0))
    down = Counter(student for student, *_, one, other, _, _ in found if (other or 0) < (one or 0))
    told = "since the last run, students who gained points: {up}; who lost points: {down}; see {file}"
    return say(told, up=len(up), down=len(down), file=place)
