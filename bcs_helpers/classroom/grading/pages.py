"""What people read: marks.csv, manual.csv, a page for each student and one for the class. Made from results alone."""

import re
from collections import Counter
from functools import lru_cache, partial
from hashlib import sha256

from ... import words
from .. import course, say, webpage
from ..tasks import STATES
from . import account, manual, numbers, points, tables, told

BINS = 10  # of the class's histogram of points


def write_all(marks, class_, write, only=None):
    """Write every page and table from a Class; with `only`, of the students' pages this one's alone."""
    names = page_names([student.name for student in class_.students])
    write(marks / "marks.csv", _marks(class_))
    write(marks / "verdicts.csv", _verdicts(class_))
    write(
        marks / "handed_in.html", page("handed_in.html", words.say("What was handed in"), class_, **_handed_in(class_))
    )
    write(
        marks / "class.html", page("class.html", words.say("The class"), class_, names=names, **_class(class_, names))
    )
    _write_feedback(marks / "feedback", class_, names, write, only)


@lru_cache
def _templates(language):
    """The templates in a language."""
    made = webpage.environment(__package__, language)
    made.filters["points"] = lambda value: f"{value:g}"
    made.globals["chapter_title"] = partial(_chapter_title, language=language)
    made.globals["tells"] = lambda found: "–" if found[0] is None else f"{found[0]:.2f} ({found[1]})"
    quoted = lambda title: words.say("“{title}”", language=language, title=made.globals["told"](title))  # noqa: E731
    made.globals["quoted"] = lambda titles: say.listed(map(quoted, titles), language)
    return made


def _chapter_title(stem, language):
    number, _, name = stem.partition("_")
    return words.say("Chapter {number}: {name}", language=language, number=number, name=name.replace("_", " "))


def page(template, title, class_, language=None, **more):
    made = _templates(language or words.language()).get_template(template)
    return made.render(title=title, unprotected=class_.unprotected, **more)


def _marks(class_):
    """marks.csv: a row for each student, a column for each task; no total while an answer waits."""
    chapters = [c for c in course.stems() if c in class_.chapters or c in class_.set]
    columns = [row for chapter in chapters for row in class_.policy.rows(chapter)]
    late = ["late"] if class_.policy.deadlines else []
    lines = [["student", *(row.name for row in columns), *late, "total", "of"]]
    for s in class_.students:
        cells = ["" if s.points.get(row.name) is None else f"{s.points[row.name]:g}" for row in columns]
        total = f"{s.earned:g}" if class_.has_total(s) or not s.results else ""
        lines.append([tables.safe(s.name), *cells, *(f"{-s.taken or 0:g}" for _ in late), total, f"{s.possible:g}"])
    return tables.for_spreadsheets(lines)


def _verdicts(class_):
    """verdicts.csv: a row for each student and task, with the keys of what was found."""
    lines = [["student", "chapter", "task", "state", "key", "follow_on", "points", "of", "rule"]]
    for s in class_.students:
        for chapter, result in s.results.items():
            for row in class_.policy.rows(chapter):
                found, given = result.tasks.get(row.name), s.points[row.name]
                words = "words", "answered" if result.words.get(row.name) else "blank"
                state, key = (found.state, found.key) if found else words
                follow = " ".join(found.follow_on or ()) if found else ""
                cells = [chapter, row.name, state, key, follow, "" if given is None else f"{given:g}"]
                lines.append([tables.safe(s.name), *cells, f"{row.points:g}", s.rules[row.name][0]])
    return tables.for_spreadsheets(lines)


def unfit_rows(class_):
    """(file, (student, chapter, question)) of the rows of points by hand for which nothing was handed in."""
    keys = [(s.name, c, row.name) for s in class_.students for c in s.results for row in class_.policy.rows(c)]
    return manual.unknown(class_.manual, keys)


def tell(marks, class_, unfit):
    """What the instructor should hear of the class, a line each. `unfit` are rows of points by hand."""
    students, collected = class_.students, class_.collected
    files = sum(len(s.lines) for s in students)
    told_first = "{students} students, {files} files; see {page} and {other}"
    pages = {"page": marks / "class.html", "other": marks / "handed_in.html"}
    yield words.say(told_first, students=len(students), files=files, **pages)
    if class_.is_guessed and set(class_.set) != set(class_.chapters):
        yield words.say(
            "taken as set, because at least half of the class handed it in: {chapters}; {others} counts for those only "
            "who handed it in (`chapters` in policy.toml, or --chapter, says what is set)",
            chapters=say.listed(class_.set), others=say.listed(c for c in class_.chapters if c not in class_.set),
        )  # fmt: skip
    yield from (words.say("not marked: {line}", line=line) for s in students for line in s.problems)
    for place, key, fields in collected.layout:
        yield f"{place}: {told.sentence((key, fields))}"
    yield from (words.say("not on the roster: {name}", name=name) for name in collected.strangers)
    if collected.missing:
        yield words.say("handed in nothing: {names}", names=_some(collected.missing))
    for file, key in unfit:
        yield words.say("{file} has a row for which nothing was handed in: {row}", file=file, row=", ".join(key))
    yield from manual.told(class_.manual, class_.answers)
    if class_.unknown:
        told_names = "the policy has an extension for somebody who handed in nothing: {names}"
        yield words.say(told_names, names=_some(class_.unknown))
    if timeless := [s.name for s in students if any(d.unknown for d in s.deductions.values())]:
        told_names = "when it arrived, or how late, is not known, so nothing was taken: {names}"
        yield words.say(told_names, names=_some(timeless))
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
            "answers in words not yet read: {count}, see {file}; whose answer waits has no total yet (--provisional "
            "tells what there is so far)",
            count=unread, file=marks / "manual.csv",
        )  # fmt: skip


def _several(student):
    return any(line.chapter is None and line.told[0].startswith(("older", "blank", "less")) for line in student.lines)


def _some(names):
    shown = say.listed(names[:9])
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


def _write_feedback(folder, class_, names, write, only):
    """A page for each student, and no other."""
    folder.mkdir(exist_ok=True)
    for student in class_.students:
        if only in {None, student.name}:
            write(folder / names[student.name], feedback(class_, student))
    for old in folder.glob("*.html"):
        if old.name not in names.values():
            old.unlink()


def feedback(class_, student, template="student.html"):
    """A student's page, or the first cell of the notebook that goes back."""
    language = student.language
    chapters = [_student_chapter(student, c, class_.manual, language) for c in student.results]
    problems = [{"file": line.file, "problem": told.sentence(line.told, language)} for line in student.problems]
    capped = ("cap", {"cap": student.policy.cap, "all": student.before_cap})
    return page(template, student.name, class_, language, student=student, waiting=student.waiting,
                has_total=class_.has_total(student), chapters=chapters, problems=problems,
                cap=points.sentence(capped, language) if student.before_cap > student.policy.cap else "")  # fmt: skip


def _student_chapter(student, chapter, by_hand, language):
    result, late = student.results[chapter], student.deductions.get(chapter)

    def row(question, **more):
        given, comment = manual.look_up(by_hand, student.name, chapter, question.name)
        return {"title": question.title, "of": question.points, "points": student.points[question.name],
                "comment": comment, "by_hand": given is not None,
                "rule": points.sentence(student.rules[question.name], language), **more}  # fmt: skip

    tasks = [(task, result.tasks[task.name]) for task in student.policy.tasks(chapter) if task.name in result.tasks]
    rules = [] if chapter in student.set else [("not_set", {})]
    rules += [late.rule] if late else []
    return {
        "name": chapter,
        "file": student.file(chapter),
        "others": [{"file": line.file, "why": told.sentence(line.told, language)} for line in student.lines
                   if line.chapter is None and not line.is_problem],
        "remarks": _remarks(result, language),
        "rules": [points.sentence(rule, language) for rule in rules],
        "tasks": [row(task, says=numbers.says_of(task, r, language), code=r.code, mark=say.MARKS[r.state], kind=r.state,
                      follow_on=_titles(r.follow_on)) for task, r in tasks],
        "words": [row(q, rubric=q.rubric, answer=result.words.get(q.name, ""))
                  for q in student.policy.questions(chapter)],
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
    policy = class_.policy
    missing = [{"student": s.name, "file": line.file, "problem": told.sentence(line.told)}
               for s in students for line in s.problems]  # fmt: skip
    remarks = [{"student": s.name, "page": names[s.name], "text": text}
               for s in students for r in s.results.values() for text in _remarks(r)]  # fmt: skip
    people = [{"student": s, "chapters": [{"name": c, "files": 1 + _others(s)} for c in s.results]} for s in students]
    return {"students": students, "people": people, "missing": missing, "remarks": remarks,
            "of": class_.of, "has_total": class_.has_total, "teach": list(numbers.lessons(class_)),
            "memory": [account.sentence(row) for row in class_.memory],
            "histogram": _histogram(students, class_.of), "loose": [s for s in students if any(
                result.loose for result in s.results.values())],
            "chapters": [_class_chapter(c, students, policy) for c in class_.chapters]}  # fmt: skip


def _others(student):
    return sum(line.chapter is None and not line.is_problem for line in student.lines)


def _class_chapter(chapter, students, policy):
    handed_in = [s for s in students if chapter in s.results]
    tells = numbers.discrimination(handed_in, chapter, policy)
    return {"name": chapter, "count": len(handed_in), "absent": [s.name for s in students if s not in handed_in],
            "tasks": [_class_task(task, handed_in, tells[task.name]) for task in policy.tasks(chapter)],
            "words": [_class_question(question, handed_in, tells[question.name])
                      for question in policy.questions(chapter)]}  # fmt: skip


def _class_task(task, handed_in, tells):
    results = [s.results[task.chapter].tasks[task.name] for s in handed_in]
    count = Counter(result.state for result in results)
    return {"title": task.title, "common": numbers.common(task, results)[:8], "tells": tells,
            "follow_on": sum(bool(r.follow_on) for r in results),
            **{state: count[state] for state in STATES}}  # fmt: skip


def _class_question(question, handed_in, tells):
    written = [s for s in handed_in if s.results[question.chapter].words.get(question.name)]
    given = [s.points[question.name] for s in handed_in if s.points[question.name] is not None]
    return {"title": question.title, "of": question.points, "answered": len(written), "tells": tells,
            "read": sum(s.points[question.name] is not None for s in written),
            "mean": sum(given) / len(given) if given else None}  # fmt: skip


def _histogram(students, of):
    """How many students have how many points: (from, to, how many, height in per cent) of each bar."""
    count = Counter(min(BINS - 1, max(0, int(BINS * s.earned / of))) for s in students if s.results and of)
    most = max(count.values(), default=1)
    bar = lambda n: (of * n / BINS, of * (n + 1) / BINS, count[n], 100 * count[n] / most)  # noqa: E731
    return [bar(n) for n in range(BINS)] if count else []
