"""What people read: marks.csv, manual.csv, a page for each student and one for the class. Made from results alone."""

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache, partial
from hashlib import sha256

from jinja2 import Environment, PackageLoader

from ... import words
from .. import course, say
from ..tasks import BROKEN, STATES, WRONG
from . import account, gradebook, manual, told
from .results import rows

BINS = 10  # of the class's histogram of points


def write_all(marks, class_, write):
    """Write every page and table from a Class."""
    names = page_names([student.name for student in class_.students])
    write(marks / "marks.csv", _marks(class_))
    write(
        marks / "handed_in.html", page("handed_in.html", words.say("What was handed in"), class_, **_handed_in(class_))
    )
    write(
        marks / "class.html", page("class.html", words.say("The class"), class_, names=names, **_class(class_, names))
    )
    _write_feedback(marks / "feedback", class_, names, write)


@lru_cache
def _templates(language):
    """The templates in a language; `told` looks up a text that is no part of them, which is escaped as any other."""
    made = Environment(
        loader=PackageLoader("bcs_helpers.classroom.grading"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )  # fmt: skip
    told = partial(words.translate, language=language)
    made.install_gettext_callables(
        told, lambda one, many, n: told(one if n == 1 else many), newstyle=True,
        pgettext=lambda context, text: told(text, context=context),
    )  # fmt: skip
    made.filters["points"] = lambda value: f"{value:g}"
    made.globals |= {"language": language, "told": told, "chapter_title": partial(_chapter_title, language=language)}
    made.globals["quoted"] = lambda titles: words.say(", ", language=language).join(
        words.say("“{title}”", language=language, title=told(title)) for title in titles
    )
    return made


def _chapter_title(stem, language):
    number, _, name = stem.partition("_")
    return words.say("Chapter {number}: {name}", language=language, number=number, name=name.replace("_", " "))


def page(template, title, class_, language=None, **more):
    made = _templates(language or words.language()).get_template(template)
    return made.render(title=title, unprotected=class_.unprotected, **more)


def _marks(class_):
    """marks.csv: a row for each student, a column for each task."""
    columns = [row for chapter in class_.chapters for row in rows(chapter)]
    lines = [["student", *(row.name for row in columns), "total", "of"]]
    for s in class_.students:
        cells = ["" if s.points.get(row.name) is None else f"{s.points[row.name]:g}" for row in columns]
        lines.append([gradebook.safe(s.name), *cells, f"{s.earned:g}", f"{class_.of:g}"])
    return gradebook.table(lines)


def tell(marks, class_):
    """What the instructor should hear at the end of a run, a line each."""
    students, collected = class_.students, class_.collected
    files = sum(len(s.lines) for s in students)
    told_first = "{students} students, {files} files; see {page} and {other}"
    pages = {"page": marks / "class.html", "other": marks / "handed_in.html"}
    yield words.say(told_first, students=len(students), files=files, **pages)
    yield from (words.say("not marked: {line}", line=line) for s in students for line in s.problems)
    for place, key, fields in collected.layout:
        yield f"{place}: {told.sentence((key, fields))}"
    yield from (words.say("not on the roster: {name}", name=name) for name in collected.strangers)
    if collected.missing:
        yield words.say("handed in nothing: {names}", names=_some(collected.missing))
    keys = [(s.name, c, row.name) for s in students for c in s.results for row in rows(c)]
    for file, key in manual.unknown(class_.manual, keys):
        yield words.say("{file} has a row for which nothing was handed in: {row}", file=file, row=", ".join(key))
    yield from manual.told(class_.manual, class_.answers)
    if guesses := [s.name for s in students if any(line.told[0] == "counts_guess" for line in s.lines)]:
        yield words.say(
            "several files for one chapter, and nothing but names tells which is the last: {names}",
            names=_some(guesses),
        )
    if several := [s.name for s in students if _several(s) and s.name not in guesses]:
        yield words.say("several files for one chapter, of which one counts: {names}", names=_some(several))
    if loose := [s.name for s in students if any(result.loose for result in s.results.values())]:
        yield words.say(
            "text in no cell of a question, beside a question without an answer: {names}", names=_some(loose)
        )
    if unread := sum(value is None for s in students for value in s.points.values()):
        yield words.say(
            "answers in words not yet read, which count 0 until then: {count}, see {file}",
            count=unread, file=marks / "manual.csv",
        )  # fmt: skip
    yield from map(account.sentence, class_.memory)


def _several(student):
    return any(line.chapter is None and line.told[0].startswith(("older", "blank", "less")) for line in student.lines)


def _some(names):
    shown = ", ".join(names[:9])
    return words.say("{names} and {count} more", names=shown, count=len(names) - 9) if len(names) > 9 else shown


# ---- what was handed in -------------------------------------------------------------------------------------


def _handed_in(class_):
    """For each student each file, whether it counts, and why."""
    collected = class_.collected
    people = [{"name": s.name, "lines": [{"file": line.file, "chapter": line.chapter, "problem": line.is_problem,
                                          "why": told.sentence(line.told)} for line in s.lines]}
              for s in class_.students]  # fmt: skip
    places = [{"place": place, "why": told.sentence((key, fields))}
              for place, key, fields in (*collected.layout, *collected.aside)]  # fmt: skip
    return {"people": people, "places": places, "missing": collected.missing, "strangers": collected.strangers}


def listing(collected, lines):
    """The same as lines of text, before anything is marked (`bcs grade --list`)."""
    yield from (f"{place}: {told.sentence((key, fields))}" for place, key, fields in collected.layout)
    before = None
    for line in sorted(lines, key=lambda line: line.student):
        if line.student != before:
            yield line.student
        before = line.student
        sign = "=" if line.chapter else "!" if line.is_problem else "-"
        yield f"  {sign} {line.file}: {line.chapter + ', ' if line.chapter else ''}{told.sentence(line.told)}"
    yield from (f"{place}: {told.sentence((key, fields))}" for place, key, fields in collected.aside)
    yield from (f"{name}: {told.sentence(('not_on_roster', {}))}" for name in collected.strangers)
    yield from (f"{name}: {told.sentence(('missing', {}))}" for name in collected.missing)


# ---- a student's page ---------------------------------------------------------------------------------------


def _write_feedback(folder, class_, names, write):
    """A page for each student, and no other."""
    folder.mkdir(exist_ok=True)
    for student in class_.students:
        language = student.language
        chapters = [_student_chapter(student, c, class_.manual, language) for c in student.results]
        waiting = sum(row["of"] for c in chapters for row in c["words"] if row["points"] is None)
        problems = [{"file": line.file, "problem": told.sentence(line.told, language)} for line in student.problems]
        text = page("student.html", student.name, class_, language, student=student, waiting=waiting,
                     chapters=chapters, problems=problems)  # fmt: skip
        write(folder / names[student.name], text)
    for old in folder.glob("*.html"):
        if old.name not in names.values():
            old.unlink()


def _student_chapter(student, chapter, by_hand, language):
    result = student.results[chapter]

    def row(question, **more):
        points = student.points[question.name]
        given, comment = manual.look_up(by_hand, student.name, chapter, question.name)
        return {"title": question.title, "of": question.points, "points": points, "comment": comment,
                "by_hand": given is not None, **more}  # fmt: skip

    tasks = [(task, result.tasks[task.name]) for task in course.tasks(chapter) if task.name in result.tasks]
    return {
        "name": chapter,
        "file": student.file(chapter),
        "others": [{"file": line.file, "why": told.sentence(line.told, language)} for line in student.lines
                   if line.chapter is None and not line.is_problem],
        "remarks": _remarks(result, language),
        "tasks": [row(task, says=_says(task, r, language), code=r.code, mark=say.MARKS[r.state], kind=r.state,
                      follow_on=_titles(r.follow_on)) for task, r in tasks],
        "words": [row(q, rubric=q.rubric, answer=result.words.get(q.name, "")) for q in course.questions(chapter)],
        "loose": [{"cell": cell, "text": text[:2000]} for cell, text in result.loose],
    }  # fmt: skip


def _titles(names):
    return [course.find(name).title for name in names or ()]


def _remarks(result, language=None):
    return [say.remark(row["key"], row["fields"], language) for row in result.remarks]


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


def _class(class_, names):
    """What class.html shows."""
    students = class_.students
    missing = [{"student": s.name, "file": line.file, "problem": told.sentence(line.told)}
               for s in students for line in s.problems]  # fmt: skip
    remarks = [{"student": s.name, "page": names[s.name], "text": text}
               for s in students for r in s.results.values() for text in _remarks(r)]  # fmt: skip
    people = [{"student": s, "chapters": [{"name": c, "files": 1 + _others(s)} for c in s.results]} for s in students]
    return {"students": students, "people": people, "missing": missing, "remarks": remarks, "of": class_.of,
            "memory": [account.sentence(row) for row in class_.memory],
            "histogram": _histogram(students, class_.of), "loose": [s for s in students if any(
                result.loose for result in s.results.values())],
            "chapters": [_class_chapter(c, students) for c in class_.chapters]}  # fmt: skip


def _others(student):
    return sum(line.chapter is None and not line.is_problem for line in student.lines)


def _class_chapter(chapter, students):
    handed_in = [s for s in students if chapter in s.results]
    return {"name": chapter, "count": len(handed_in), "absent": [s.name for s in students if s not in handed_in],
            "tasks": [_class_task(task, handed_in) for task in course.tasks(chapter)],
            "words": [_class_question(question, handed_in) for question in course.questions(chapter)]}  # fmt: skip


def _class_task(task, handed_in):
    results = [s.results[task.chapter].tasks[task.name] for s in handed_in]
    count = Counter(result.state for result in results)
    alike = Counter(_says(task, _alike(result)) for result in results if result.state in {WRONG, BROKEN})
    common = sorted(alike.items(), key=lambda item: (-item[1], item[0]))[:8]
    return {"title": task.title, "common": common, "follow_on": sum(bool(r.follow_on) for r in results),
            **{state: count[state] for state in STATES}}  # fmt: skip


def _class_question(question, handed_in):
    written = [s for s in handed_in if s.results[question.chapter].words.get(question.name)]
    points = [s.points[question.name] for s in handed_in if s.points[question.name] is not None]
    return {"title": question.title, "of": question.points, "answered": len(written),
            "read": sum(s.points[question.name] is not None for s in written),
            "mean": sum(points) / len(points) if points else None}  # fmt: skip


def _alike(result):
    """What is counted as the same mistake: of an error its kind, wherever and with whatever words it came up."""
    kept = {k: v for k, v in result.fields.items() if k in {"error", "signs", "plain", "cell"}}
    return replace(result, fields=kept | ({"cell": "…"} if "cell" in kept else {})) if "error" in kept else result


def _says(task, result, language=None):
    return say.text(task.name, result.key, result.fields, language)


def _histogram(students, of):
    """How many students have how many points: (from, to, how many, height in per cent) of each bar."""
    count = Counter(min(BINS - 1, max(0, int(BINS * s.earned / of))) for s in students if s.results and of)
    most = max(count.values(), default=1)
    bar = lambda n: (of * n / BINS, of * (n + 1) / BINS, count[n], 100 * count[n] / most)  # noqa: E731
    return [bar(n) for n in range(BINS)] if count else []
