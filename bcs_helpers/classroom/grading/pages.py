"""What people read: marks.csv, manual.csv, a page for each student and one for the class. Made from results alone."""

import re
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256

from jinja2 import Environment, PackageLoader

from .. import course, say
from ..tasks import BROKEN, STATES, WRONG
from . import gradebook

BINS = 10  # of the class's histogram of points
TEMPLATES = Environment(
    loader=PackageLoader("bcs_helpers.classroom.grading"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)
TEMPLATES.filters["points"] = lambda value: f"{value:g}"
TEMPLATES.filters["chapter"] = lambda stem: "Chapter {}: {}".format(*stem.replace("_", " ").split(" ", 1))


@dataclass
class Student:
    """What one student handed in: {chapter: result} of what was marked, and what could not be."""

    name: str
    number: str = ""
    results: dict = field(default_factory=dict)
    problems: list = field(default_factory=list)
    points: dict = field(default_factory=dict)  # {task or question: points, None where not yet read}

    @property
    def earned(self):
        return sum(value for value in self.points.values() if value is not None)

    @property
    def possible(self):
        return sum(row.points for chapter in self.results for row in _rows(chapter))


def write_all(marks, graded, unprotected, write):
    """Write every page and table; (the students, the lines to tell the instructor)."""
    students = students_of(graded)
    wanted = [(s.name, c, q.name, q.points) for s in students for c, r in s.results.items() for q in _words(c)
              if r["words"].get(q.name)]  # fmt: skip
    gradebook.add_to_manual(marks / "manual.csv", wanted)
    manual = gradebook.read_manual(marks / "manual.csv")
    for student in students:
        student.points = _points(student, manual)
    chapters = [c for c in course.stems() if any(c in s.results for s in students)]
    rows = [row for c in chapters for row in _rows(c)]
    of = sum(row.points for row in rows)
    lines = [["student", *(row.name for row in rows), "total", "of"]]
    for s in students:
        cells = ["" if s.points.get(row.name) is None else f"{s.points[row.name]:g}" for row in rows]
        lines.append([gradebook.safe(s.name), *cells, f"{s.earned:g}", f"{of:g}"])
    write(marks / "marks.csv", gradebook.table(lines))
    names = _write_feedback(marks / "feedback", students, manual, unprotected, write)
    text = TEMPLATES.get_template("answers.html").render(
        title="Answers in words", unprotected=unprotected, questions=_answers(chapters, students, manual)
    )
    write(marks / "answers.html", text)
    missing = [{"student": s.name, **row} for s in students for row in s.problems]
    remarks = [{"student": s.name, "page": names[s.name], "text": text}
               for s in students for r in s.results.values() for text in _remarks(r)]  # fmt: skip
    text = TEMPLATES.get_template("class.html").render(
        title="The class", unprotected=unprotected, students=students, names=names, missing=missing, remarks=remarks,
        of=of, histogram=_histogram(students, of), chapters=[_class_chapter(c, students) for c in chapters],
    )  # fmt: skip
    write(marks / "class.html", text)
    keys = [(s.name, c, row.name) for s in students for c in s.results for row in _rows(c)]
    says = [f"{len(students)} students, {len(graded)} files; see {marks / 'class.html'}"]
    says += [f"not marked: {row['student']}, {row['file']}: {row['problem']}" for row in missing]
    says += [f"manual.csv has a row for which nothing was handed in: {', '.join(key)}"
             for key in gradebook.unknown(manual, keys)]  # fmt: skip
    twice = [s.name for s in students if any(r["others"] for r in s.results.values())]
    if twice:
        names = ", ".join(twice[:9]) + (f" and {len(twice) - 9} more" if len(twice) > 9 else "")
        says.append(f"several files for one chapter, of which the last counts: {names}")
    if unread := sum(value is None for s in students for value in s.points.values()):
        says.append(f"answers in words not yet read, which count 0 until then: {unread}, see {marks / 'manual.csv'}")
    return students, says


def students_of(graded):
    """The students by name, each with what was handed in: of several files for a chapter the last counts."""
    class_ = {}
    for submission, result in graded:
        student = class_.setdefault(submission.student, Student(submission.student))
        student.number = student.number or submission.number
        if "problem" in result:
            student.problems.append({"file": submission.name, "problem": result["problem"]})
            continue
        before = student.results.pop(result["chapter"], None)
        others = [*before["others"], before["file"]] if before else []
        student.results[result["chapter"]] = {**result, "file": submission.name, "others": others}
    for student in class_.values():
        student.results = dict(sorted(student.results.items()))
    return [class_[name] for name in sorted(class_)]


def totals(students):
    """{student: (points, a line for the platform's feedback column, the platform's number)}."""
    words = lambda s: "; ".join(f"{name} {value:g}" for name, value in s.points.items() if value is not None)  # noqa: E731
    return {s.name: (s.earned, words(s), s.number) for s in students if s.results}


def _words(chapter):
    return course.questions(chapter)


def _remarks(result):
    return [say.remark(row["key"], row["fields"]) for row in result["remarks"]]


def _rows(chapter):
    """All that earns points in a chapter: its tasks, then its questions in words."""
    return [*course.tasks(chapter), *_words(chapter)]


def _points(student, manual):
    """{task or question: points, None where not yet read}; what the instructor wrote comes first."""
    points = {}
    for chapter, result in student.results.items():
        for row in _rows(chapter):
            if row.name in result["tasks"]:
                computed = result["tasks"][row.name]["points"]
            else:
                computed = None if result["words"].get(row.name) else 0
            given, _ = gradebook.look_up(manual, student.name, chapter, row.name)
            points[row.name] = computed if given is None else given
    return points


# ---- a student's page ---------------------------------------------------------------------------------------


def _write_feedback(folder, students, manual, unprotected, write):
    """A page for each student, and no other; {student: file name}."""
    folder.mkdir(exist_ok=True)
    names = page_names([student.name for student in students])
    for student in students:
        chapters = [_student_chapter(student, c, result, manual) for c, result in student.results.items()]
        waiting = sum(row["of"] for c in chapters for row in c["words"] if row["points"] is None)
        text = TEMPLATES.get_template("student.html").render(
            title=student.name, unprotected=unprotected, student=student, waiting=waiting, chapters=chapters
        )
        write(folder / names[student.name], text)
    for old in folder.glob("*.html"):
        if old.name not in names.values():
            old.unlink()
    return names


def _student_chapter(student, chapter, result, manual):
    def row(question, **more):
        points = student.points[question.name]
        given, comment = gradebook.look_up(manual, student.name, chapter, question.name)
        return {"title": question.title, "of": question.points, "points": points, "comment": comment,
                "by_hand": given is not None, **more}  # fmt: skip

    return {
        "name": chapter,
        "file": result["file"],
        "others": result["others"],
        "remarks": _remarks(result),
        "tasks": [
            row(task, says=_says(task, told), code=told["code"], mark=say.MARKS[told["state"]], kind=told["state"])
            for task in course.tasks(chapter)
            if (told := result["tasks"].get(task.name))
        ],
        "words": [row(q, rubric=q.rubric, answer=result["words"].get(q.name, "")) for q in _words(chapter)],
    }


def page_names(students):
    """A file name for each student's page: the name, with a digest where something was left out or it is not unique.

    Nobody can choose a name so as to get the page of another: what looks like a digest gets one of its own.
    """
    plain = {student: re.sub(r"[^\w -]+", "_", student).strip(" _")[:40] or "student" for student in students}
    count = Counter(name.casefold() for name in plain.values())
    names = {}
    for student, name in plain.items():
        unique = name == student and count[name.casefold()] == 1 and not re.search(r"-[0-9a-f]{8}$", name)
        names[student] = f"{name}.html" if unique else f"{name}-{sha256(student.encode()).hexdigest()[:8]}.html"
    return names


# ---- the class page -----------------------------------------------------------------------------------------


def _class_chapter(chapter, students):
    handed_in = [s for s in students if chapter in s.results]
    tasks, words = [], []
    for task in course.tasks(chapter):
        told = [s.results[chapter]["tasks"][task.name] for s in handed_in]
        count = Counter(row["state"] for row in told)
        alike = Counter(_says(task, _alike(row)) for row in told if row["state"] in {WRONG, BROKEN})
        common = sorted(alike.items(), key=lambda item: (-item[1], item[0]))[:8]
        tasks.append({"title": task.title, "common": common, **{state: count[state] for state in STATES}})
    for question in _words(chapter):
        answered = [s for s in handed_in if s.results[chapter]["words"].get(question.name)]
        points = [s.points[question.name] for s in handed_in if s.points[question.name] is not None]
        read = [s for s in answered if s.points[question.name] is not None]
        mean = sum(points) / len(points) if points else None
        words.append({"title": question.title, "of": question.points, "answered": len(answered),
                      "read": len(read), "mean": mean})  # fmt: skip
    absent = [s.name for s in students if chapter not in s.results]
    return {"name": chapter, "count": len(handed_in), "tasks": tasks, "words": words, "absent": absent}


def _alike(told):
    """What is counted as the same mistake: of an error its kind, wherever and with whatever words it came up."""
    if "error" not in told["fields"]:
        return told
    return {**told, "fields": {"error": told["fields"]["error"]}}


def _says(task, told):
    return say.text(task.name, told["key"], told["fields"])


def _answers(chapters, students, manual):
    """The questions in words of these chapters, each with all that was answered to it."""
    for question in (q for c in chapters for q in _words(c)):
        answers = []
        for student in students:
            answer = student.results.get(question.chapter, {"words": {}})["words"].get(question.name)
            _, comment = gradebook.look_up(manual, student.name, question.chapter, question.name)
            if answer:
                answers.append({"student": student.name, "answer": answer, "comment": comment,
                                "points": student.points[question.name]})  # fmt: skip
        yield {"name": question.name, "title": question.title, "chapter": question.chapter,
               "points": question.points, "rubric": question.rubric, "answers": answers}  # fmt: skip


def _histogram(students, of):
    """How many students have how many points: (from, to, how many, height in per cent) of each bar."""
    count = Counter(min(BINS - 1, max(0, int(BINS * s.earned / of))) for s in students if s.results and of)
    most = max(count.values(), default=1)
    bar = lambda n: (of * n / BINS, of * (n + 1) / BINS, count[n], 100 * count[n] / most)  # noqa: E731
    return [bar(n) for n in range(BINS)] if count else []
