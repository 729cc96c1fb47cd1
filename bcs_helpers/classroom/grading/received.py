"""When something arrived: by the platform's table of submissions, by a table of one's own, or by an archive's times.

A time without a zone is one of the policy's zone. What cannot be read as a time is none: nobody is late by a guess.
"""

import re
from datetime import datetime
from functools import cache

from ...words import say
from . import gradebook, tables
from .names import canvas, parts

MONTHS_OF = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "tr", "ru", "uk", "cs")  # languages
AFTERNOON = re.compile(r"p\.?\s?m\b|下午|晚上|午後|오후", re.IGNORECASE)
MORNING = re.compile(r"a\.?\s?m\b|上午|凌晨|早上|午前|오전", re.IGNORECASE)
CLOCK = re.compile(r"(?<!\d)(\d{1,2})(?:[:时時]|h(?=\d))(\d{2})(?!\d)")
NUMBERS = re.compile(r"(\d{4})\s*[年/.\-년]\s*(\d{1,2})\s*[月/.\-월]\s*(\d{1,2})")


def moment(text):
    """The time that a text tells, as platforms write it (ISO, Chinese, or with the month's name); None where none.

    Days and months as numbers alone, in the order of a country (11/12/2026), are not guessed.
    """
    text = " ".join(text.split())
    try:
        found = datetime.fromisoformat(text)
        return found if ":" in text else None
    except ValueError:
        pass
    clock = CLOCK.search(text)
    day = _day(CLOCK.sub(" ", text))
    if not clock or not day:
        return None
    hour, minute = map(int, clock.groups())
    if AFTERNOON.search(text):
        hour = hour % 12 + 12
    elif MORNING.search(text):
        hour %= 12
    try:
        return datetime(*day, hour, minute)
    except ValueError:
        return None


def _day(text):
    if numbers := NUMBERS.search(text):
        return tuple(map(int, numbers.groups()))
    year, day = re.search(r"(?<!\d)\d{4}(?!\d)", text), re.search(r"(?<!\d)\d{1,2}(?!\d)", text)
    months = {_months()[word] for word in re.findall(r"[^\W\d_]+", text.casefold()) if word in _months()}
    return (int(year[0]), months.pop(), int(day[0])) if year and day and len(months) == 1 else None


@cache
def _months():
    """{a month's name or its short form, in any of the known languages: its number}; none that means two."""
    from babel import Locale

    found = {}
    for language in MONTHS_OF:
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in Locale.parse(language).months[form][width].items():
                    found.setdefault(name.casefold().strip("."), set()).add(number)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1}


class Times:
    """A table of when things arrived: one's own (student, time, chapter if it matters), or a platform's worksheet."""

    def __init__(self, path, roster=None):
        self.path, self.roster = path, roster
        text, _ = tables.decode(path)
        rows = [(line, row) for line, row in tables.rows_of(path, text) if any(row)]
        head = [name.strip().lower().lstrip("\ufeff") for name in rows[0][1]] if rows else []
        self._found, self.kept = {}, 0  # {(norm of a student, chapter or ""): time}
        if {"student", "time"} <= set(head):
            self._own(head, rows[1:])
        else:
            self._worksheet()

    def _own(self, head, rows):
        for line, row in rows:
            cell = dict(zip(head, (c.strip() for c in row), strict=False))
            if not cell.get("student") or not cell.get("time"):
                continue
            if (when := moment(cell["time"])) is None:
                told = "{path}, line {line}: time must be like 2026-11-20 18:00, not {text!r}"
                raise ValueError(say(told, path=self.path, line=line, text=cell["time"]))
            student = (self.roster and self.roster.find(cell["student"])) or cell["student"]
            self._found[gradebook.norm(student), cell.get("chapter", "")] = when

    def _worksheet(self):
        book = gradebook.exported(self.path, times=True)
        for row, when in book.arrivals(moment):
            for name in book.names_in(row):
                self._found[gradebook.norm(name), ""] = when

    def of(self, student, number, chapter):
        """When a student's work on a chapter arrived, or None; by the platform's number, or without one by name."""
        who = gradebook.norm(number or student)
        for chapters in (chapter, chapter.partition("_")[0], ""):
            for key in (who, gradebook.norm(student)):
                if (key, chapters) in self._found:
                    return self._found[key, chapters]
        return None


def arrival(submission, chapter, policy, times):
    """(time or None, whether the platform marked it as late) of what counts for a chapter."""
    when = times.of(submission.student, submission.number, chapter) if times else None
    if when is None and policy.zip_times and submission.time:
        when = datetime(*submission.time[:6])
    return policy.local(when) if when else None, marked_late(submission.name)


def marked_late(name):
    """Whether Canvas wrote into a file's name that it was late."""
    return any((match := canvas(part)) and match["late"] for part in parts(name))
