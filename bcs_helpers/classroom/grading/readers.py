"""The page on which answers in words are read: what stands on it, and who reads what.

Equal answers stand together once. They stand in an order that follows from a secret, and so do the numbers that
students have where names are hidden. What a reader ticks is kept by the browser and comes back as a file (manual.py).
"""

from hashlib import scrypt, sha256

from markupsafe import Markup

from ... import words
from .. import course, webpage
from . import manual, pages, pictures, rendering
from .reading import pictures_of
from .told import Unreadable

FOLDER = "pictures"
EACH = 2  # whole questions that a reader has at least, where questions are not split


def secret_of(seed):
    """A secret of the class, from which nobody learns its seed by trying numbers at leisure."""
    salt = f"answers of {course.current().folder.parent.name}".encode()
    return scrypt(str(seed).encode(), salt=salt, n=1 << 14, r=8, p=1, dklen=16).hex()


def _mixed(secret, *parts):
    """A digest by which things stand in an order that tells nothing."""
    return sha256("\0".join((secret, *parts)).encode("utf-8", "replace")).hexdigest()


def write(marks, class_, write, secret, shown=frozenset(), readers=1):
    """answers.html, and for several readers answers-1.html and so on; pages of readers who are no more are removed.

    `shown` are the names of the pictures that lie in pictures/.
    """
    questions = list(_questions(class_, secret, shown))
    write(marks / "answers.html", _page(class_, questions, secret))
    names = [f"answers-{number}.html" for number in range(1, readers + 1)] if readers > 1 else []
    for number, name in enumerate(names):
        write(marks / name, _page(class_, _share(questions, number, readers), secret, (number + 1, readers)))
    for old in marks.glob("answers-*.html"):
        if old.name not in names and old.stem.removeprefix("answers-").isdecimal():
            old.unlink()


def _page(class_, questions, secret, part=None):
    key = _mixed(secret, "the browser's key")[:16]
    return pages.page("answers.html", words.say("Answers in words"), class_, questions=questions, key=key, part=part,
                      **webpage.own(__package__, "answers.css", "answers.js"))  # fmt: skip


# ---- what stands on it --------------------------------------------------------------------------------------


def answers_of(students):
    """{(student, chapter, question): digest} of all answers."""
    return {(s.name, c, name): manual.digest(answer) for s in students for c, result in s.results.items()
            for name, answer in result.words.items() if answer}  # fmt: skip


def _questions(class_, secret, shown):
    """The questions in words of all chapters that count, each with its different answers."""
    order = sorted((student.name for student in class_.students), key=lambda name: _mixed(secret, name))
    number = {name: n for n, name in enumerate(order, 1)}
    for question in (q for chapter in class_.chapters for q in class_.policy.questions(chapter)):
        mixed = lambda item, name=question.name: _mixed(secret, name, item[0])  # noqa: E731
        alike = {}
        for student in class_.students:
            result = student.results.get(question.chapter)
            if answer := result and result.words.get(question.name):
                alike.setdefault(manual.digest(answer), []).append((number[student.name], student, answer))
        yield {
            "name": question.name, "title": question.title, "chapter": question.chapter, "of": question.points,
            "rubric": question.rubric, "people": sum(map(len, alike.values())), "whole": True,
            "answers": [_answer(class_, question, digest, sorted(rows, key=lambda row: row[0]), shown)
                        for digest, rows in sorted(alike.items(), key=mixed)],
        }  # fmt: skip


def _answer(class_, question, digest, rows, shown):
    """An answer, who gave it, and what was given for it."""
    text = rows[0][2]
    given = [manual.full(class_.manual, s.name, question.chapter, question.name) for _, s, _ in rows]
    lines = {}
    for (number, student, _), row in zip(rows, given, strict=True):
        lines.setdefault(_now(row, digest), []).append((number, student.name))
    present = all(row.answer in {"", digest} for row in given)  # and not about an earlier text
    same = given[0] if present and all(row[:3] == given[0][:3] for row in given) and not given[0].is_empty else None
    html = Markup(rendering.rendered(pictures.NAME.sub(lambda match: _if_shown(match, shown), text)))
    return {
        "digest": digest, "html": html, "source": "" if _is_plain(text) else text,
        "people": [(number, student.name) for number, student, _ in rows],
        "lines": [(people, line) for line, people in lines.items() if line], "given": same,
        "read": present and all(row.points is not None for row in given),
    }  # fmt: skip


def _is_plain(text):
    """Whether Markdown changes nothing in it."""
    return not any(sign in text for sign in "*_`$\\[]<>#|~&") and not text.startswith((" ", "-", "+", "1"))


def _if_shown(match, shown):
    return match[0] if match[1] in shown else f"attachment:{match[1]}?"


def _now(given, digest):
    """What counts at the moment, as a sentence; empty where nothing was given."""
    who = given.reader or given.file
    if given.apart:
        return manual.disagreement(given)
    if given.points is None:
        return ""
    if given.answer not in {"", digest}:
        told = "handed in again since {who} read it; {points:g} points stand"
        return words.say(told, who=who, points=given.points)
    return words.say("{points:g} points now, from {who}", points=given.points, who=who)


# ---- who reads what -----------------------------------------------------------------------------------------


def _share(questions, number, readers):
    """The questions of a reader: the same standard for all who answered one, so whole ones, in turn.

    A question is split, by its answers, only where readers would otherwise have fewer than EACH whole ones and
    unequal numbers of them.
    """
    whole = len(questions) if len(questions) >= EACH * readers else len(questions) - len(questions) % readers
    mine = questions[number:whole:readers]
    for question in questions[whole:]:
        answers = [a for a in question["answers"] if int(a["digest"], 16) % readers == number]
        mine.append({**question, "answers": answers, "whole": False})
    return mine


# ---- pictures -----------------------------------------------------------------------------------------------


def take_out_pictures(marks, students, submissions, most, write):
    """The names of the pictures in answers that lie in pictures/, after the missing ones were written there.

    `submissions` is {(student, chapter): the file that counts}. What belongs to no answer any more is removed.
    """
    folder, wanted = marks / FOLDER, {}
    for student in students:
        for chapter, result in student.results.items():
            names = [name for answer in result.words.values() for name in pictures.NAME.findall(answer)]
            wanted |= dict.fromkeys(names, submissions[student.name, chapter])
    there = {path.name for path in folder.glob("*")} if folder.is_dir() else set()
    for name in there - set(wanted):
        (folder / name).unlink()
    missing = {name: submission for name, submission in wanted.items() if name not in there}
    for submission in dict.fromkeys(missing.values()):
        try:
            held = pictures_of(submission.read(most))
        except (Unreadable, ValueError, KeyError, TypeError, AttributeError):  # it has changed in the meantime
            continue
        for name in held.keys() & missing.keys():
            if (picture := pictures.shown(held[name], name)) is not None:
                folder.mkdir(exist_ok=True)
                write(folder / name, picture)
                there.add(name)
    return there & set(wanted)
