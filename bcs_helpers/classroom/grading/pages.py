"""What people read: marks.csv, manual.csv, a page for each student and one for the class. Made from results alone."""

import re
from collections import Counter
from hashlib import sha256

from jinja2 import Environment, PackageLoader

from .. import questions
from ..tasks import BLANK, BROKEN, RIGHT, WRONG
from . import gradebook

KIND = {RIGHT: "right", WRONG: "wrong", BROKEN: "broken", BLANK: "blank"}
MARKS = {RIGHT: "✓", WRONG: "✗", BROKEN: "!", BLANK: "…"}
TEMPLATES = Environment(
    loader=PackageLoader("bcs_helpers.classroom.grading"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)


def write_all(marks, graded, unprotected, write):
    """Write every page and table; the lines to tell the instructor."""
    class_ = students_of(graded)
    rows = [
        (student, result["chapter"], question.name, question.points)
        for student, chapters in class_.items()
        for result in chapters["results"]
        for question in questions.EXPLAINS
        if question.chapter == result["chapter"] and result["words"].get(question.name)
    ]
    gradebook.add_to_manual(marks / "manual.csv", rows)
    manual = gradebook.read_manual(marks / "manual.csv")
    (marks / "feedback").mkdir(exist_ok=True)
    chapters = [
        c for c in questions.by_chapter() if any(r["chapter"] == c for s in class_.values() for r in s["results"])
    ]
    names = [row.name for c in chapters for row in (*questions.by_chapter()[c], *_words(c))]
    table, summary, pages = [["student", *names, "total", "of"]], [], set()
    for student, record in class_.items():
        points = _points(student, record, manual)
        earned = sum(v for v in points.values() if v is not None)
        of = sum(
            row.points
            for r in record["results"]
            for row in (*questions.by_chapter()[r["chapter"]], *_words(r["chapter"]))
        )
        cells = ["" if points.get(n) is None else f"{points[n]:g}" for n in names]
        table.append([gradebook.safe(student), *cells, f"{earned:g}", f"{of:g}"])
        page = _page_name(student)
        pages.add(page)
        summary.append({"name": student, "page": page, "earned": earned, "possible": of})
        text = TEMPLATES.get_template("student.html").render(
            title=student, unprotected=unprotected, earned=earned, possible=of,
            waiting=sum(q.points for r in record["results"] for q in _words(r["chapter"])
                        if points[q.name] is None and r["words"].get(q.name)),
            chapters=_chapters(student, record, points, manual),
        )  # fmt: skip
        write(marks / "feedback" / page, text)
    for old in (marks / "feedback").glob("*.html"):
        if old.name not in pages:
            old.unlink()
    write(marks / "marks.csv", gradebook.table(table))
    missing = [
        {"student": student, **row} for student, record in class_.items() for row in record["problems"]
    ]  # fmt: skip
    text = TEMPLATES.get_template("class.html").render(
        title="The class", unprotected=unprotected, students=summary, missing=missing,
        chapters=[_class_chapter(c, class_) for c in chapters],
    )  # fmt: skip
    write(marks / "class.html", text)
    unread = [f"not readable: {row['student']}, {row['file']}: {row['problem']}" for row in missing]
    return [f"{len(class_)} students, {len(graded)} files; see {marks / 'class.html'}", *unread]


def students_of(graded):
    """{student: {results, problems, number}}: of several files for a chapter the last counts."""
    class_ = {}
    for submission, result in graded:
        record = class_.setdefault(submission.student, {"results": [], "problems": [], "number": ""})
        record["number"] = record["number"] or submission.number
        if "problem" in result:
            record["problems"].append({"file": submission.name, "problem": result["problem"]})
            continue
        before = next((r for r in record["results"] if r["chapter"] == result["chapter"]), None)
        others = [*before["others"], before["file"]] if before else []
        if before:
            record["results"].remove(before)
        record["results"].append({**result, "file": submission.name, "others": others})
    for record in class_.values():
        record["results"].sort(key=lambda r: r["chapter"])
    return dict(sorted(class_.items()))


def totals(marks, graded):
    """{student: (points, a line for the platform's feedback column, the platform's number)}."""
    manual, lines = gradebook.read_manual(marks / "manual.csv"), {}
    for student, record in students_of(graded).items():
        points = _points(student, record, manual)
        words = "; ".join(f"{name} {value:g}" for name, value in points.items() if value is not None)
        lines[student] = (sum(v for v in points.values() if v is not None), words, record["number"])
    return lines


def _words(chapter):
    return [q for q in questions.EXPLAINS if q.chapter == chapter]


def _points(student, record, manual):
    """{task or question: points, None where not yet read}; what the instructor wrote comes first."""
    points = {}
    for result in record["results"]:
        chapter = result["chapter"]
        given = lambda name: manual.get(tuple(map(gradebook.safe, (student, chapter, name))), (None, ""))[0]  # noqa: E731, B023
        for name, row in result["tasks"].items():
            points[name] = row["points"] if given(name) is None else given(name)
        for question in _words(chapter):
            blank = None if result["words"].get(question.name) else 0
            points[question.name] = blank if given(question.name) is None else given(question.name)
    return points


def _chapters(student, record, points, manual):
    comment = lambda c, name: manual.get(tuple(map(gradebook.safe, (student, c, name))), (None, ""))[1]  # noqa: E731
    for result in record["results"]:
        c = result["chapter"]
        yield {
            "name": c, "file": result["file"], "others": result["others"], "remarks": result["remarks"],
            "tasks": [
                {"title": t.title, "of": t.points, **result["tasks"][t.name], "points": points[t.name],
                 "mark": MARKS[result["tasks"][t.name]["state"]], "comment": comment(c, t.name)}
                for t in questions.by_chapter()[c] if t.name in result["tasks"]
            ],
            "words": [
                {"title": q.title, "of": q.points, "points": points[q.name], "rubric": q.rubric,
                 "answer": result["words"].get(q.name, ""), "comment": comment(c, q.name)}
                for q in _words(c)
            ],
        }  # fmt: skip
    for row in record["problems"]:
        yield {"name": row["file"], "problem": row["problem"]}


def _class_chapter(chapter, class_):
    results = [r for record in class_.values() for r in record["results"] if r["chapter"] == chapter]
    tasks = []
    for task in questions.by_chapter()[chapter]:
        rows = [r["tasks"][task.name] for r in results]
        count = Counter(KIND[row["state"]] for row in rows)
        said = Counter(row["says"] for row in rows if row["state"] in {WRONG, BROKEN})
        common = sorted(said.items(), key=lambda item: (-item[1], item[0]))[:8]
        tasks.append({"title": task.title, "common": common, **{kind: count[kind] for kind in KIND.values()}})
    return {"name": chapter, "count": len(results), "tasks": tasks}


def _page_name(student):
    """A file name for the student's page: letters and digits, with a digest where something was left out."""
    plain = re.sub(r"[^\w -]+", "_", student).strip(" _")[:60] or "student"
    return f"{plain}.html" if plain == student else f"{plain}-{sha256(student.encode()).hexdigest()[:6]}.html"
