"""The gradebook that a learning platform exported, filled in."""

import codecs
import csv
import io
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ...words import say
from ..say import listed
from .tables import decode, delimiter_of, line_end_of, mark_of, rows_of, safe

CANVAS = ("ID", "SIS User ID", "SIS Login ID", "Student")
MOODLE = ("Identifier", "ID number", "Email address", "Username", "Full name")
NUMBER = re.compile(r"\s*\d+(?:[.,]\d+)?\s*")


class Total(NamedTuple):
    """What goes back about a student: the points (None while answers wait), a line of words, the platform's number."""

    points: float | None
    words: str = ""
    number: str = ""
    of: float | None = None  # the points that could be had


@dataclass(frozen=True)
class Gradebook:
    """A gradebook as a platform exported it, and which of its columns, by their places, mean what."""

    name: str
    form: "Form"
    first: list  # the headings, letter by letter
    rows: list
    keys: tuple  # places of the columns that may say who a row is about
    numbers: int  # the place of the column with the platform's number of a student
    points: int | None  # the place of the column to be filled
    maximum: float | None  # the points that the platform gives for it
    comment: int | None  # the place of the column for what is told, where there is one
    kept: list  # places of the columns that go back to the platform

    def rows_of(self, student, number):
        """The rows that may be a student's: by the platform's number, or, without one, by all that names somebody."""
        wanted = norm(number or student)
        places = [self.numbers] if number else self.keys
        return [row for row in self.rows if any(wanted and norm(self._key(row, place)) == wanted for place in places)]

    def names_in(self, row):
        """All that names the person of a row."""
        return [name for place in self.keys if (name := self._key(row, place)).strip()]

    def _key(self, row, place):
        """A cell; of the platform's number, which may stand behind a word ("Participant 12"), the number."""
        return re.sub(r"^\D+(?=\d+$)", "", row[place].strip()) if place == self.numbers else row[place]

    def arrivals(self, moment):
        """(row, time) of each row for which the first column that holds times, and nothing else, has one."""
        for place in range(len(self.first)):
            told = [(row, moment(row[place])) for row in self.rows if row[place].strip() not in {"", "-", "–"}]
            if told and all(when for _, when in told):
                return told
        return []

    def grade(self, total):
        """A total as it is written into its column, scaled to the platform's maximum."""
        points = total.points
        if self.maximum is not None and total.of:
            points = min(points * self.maximum / total.of, self.maximum)
        text = f"{round(points, 2):g}"
        return text.replace(".", ",") if self.form.decimal_comma else text

    def data(self):
        """The bytes of the CSV file that goes back: separators, line ends and letters as they came."""
        return self.form.data([[row[place] for place in self.kept] for row in (self.first, *self.rows)])


@dataclass(frozen=True)
class Form:
    """How a table was written."""

    encoding: str
    mark: bytes  # at its beginning
    delimiter: str
    end: str
    decimal_comma: bool

    @classmethod
    def of(cls, path, text, encoding):
        """That of a file."""
        delimiter = delimiter_of(text)
        comma = delimiter != "," and bool(re.search(rf"(?:^|{delimiter})\"?\d+,\d+\"?(?:{delimiter}|\r?$)", text, re.M))
        return cls(encoding, mark_of(path.read_bytes()), delimiter, line_end_of(text), comma)

    def data(self, rows):
        """Rows in that form; in UTF-8 with a mark, where its letters do not suffice."""
        out = io.StringIO()
        csv.writer(out, delimiter=self.delimiter, lineterminator=self.end).writerows(rows)
        try:
            return self.mark + out.getvalue().encode(self.encoding)
        except UnicodeEncodeError:
            return codecs.BOM_UTF8 + out.getvalue().encode()


def fill(exported_, marks, column=None):
    """(bytes of the filled-in CSV, what is Told) for a gradebook exported from Canvas or Moodle.

    `marks` is {student: Total}. A row is a student's if the platform's number is, or, for a file without one, if
    exactly one row has the name. Where there is no total yet, the row stays as it is. Raises ValueError where the file
    is of neither kind or has no such column.
    """
    book = exported(Path(exported_), column)
    marks = {student: Total(*total) for student, total in marks.items()}
    named = Counter(norm(student) for student, total in marks.items() if not total.number)
    absent, unclear, waiting = [], [], []
    for student, total in sorted(marks.items()):
        hits = book.rows_of(student, total.number)
        if len(hits) > 1 or named[norm(total.number or student)] > 1:
            unclear.append(student)
        elif not hits:
            absent.append(student)
        elif total.points is None:
            waiting.append(student)
        else:
            hits[0][book.points] = book.grade(total)
            if book.comment is not None:
                hits[0][book.comment] = safe(total.words)
    lines, told = [], {"file": book.name}
    if absent:
        lines.append(say("no row in {file} for: {names}", names=listed(absent), **told))
    if unclear:
        lines.append(say("in {file} it is not clear who is: {names}", names=listed(unclear), **told))
    if waiting:
        words = "left as they were in {file}, because an answer waits to be read (--provisional fills them in): {names}"
        lines.append(say(words, names=listed(waiting), **told))
    scales = {total.of for total in marks.values() if total.of}
    if book.maximum is None and marks:
        lines.append(say("{file} tells no maximum: the points are written as they are", **told))
    for of in sorted(scales - {book.maximum}) if book.maximum is not None else ():
        words = "scaled: {of:g} points here are {maximum:g} in {file}"
        lines.append(say(words, of=of, maximum=book.maximum, **told))
    return book.data(), Told(lines, [*absent, *unclear])


class Told(NamedTuple):
    """What there is to say of a filled-in gradebook, and whose points could not be written."""

    lines: list
    nobody: list


def exported(path, column=None, times=False):
    """The Gradebook in a file. Raises ValueError where no platform's is, or it has no such column.

    A worksheet of Moodle is known by its form, whatever its language: its first column holds a word and a number of
    each participant; the maximum is the only column with one number in all rows and nothing but numbers to its left.
    With `times` no column needs to be found for the points.
    """
    text, encoding = decode(path)
    first, *rows = [row for _, row in rows_of(path, text) if row] or [[]]
    head = _names(first)
    rows = [row + [""] * (len(head) - len(row)) for row in rows]
    if "ID" in head and "Student" in head:
        book = _canvas(path, head, rows, column, times)
    elif head[:1] == ["Identifier"] or _participants(rows):
        book = _moodle(path, head, rows, column, times)
    else:
        neither = (
            "{exported} is neither a gradebook of Canvas (Student, ID) nor of Moodle (a first column as Participant 12)"
        )
        raise ValueError(say(neither, exported=path))
    return Gradebook(path.name, Form.of(path, text, encoding), first, rows, **book)


def _names(first):
    return [name.strip() for name in first]


def _canvas(path, head, rows, column, times):
    """Which places mean what in a gradebook of Canvas: the row below the headings tells the maximum."""
    name = _canvas_column(head, column)
    if not times:
        _must_be_one_of(head, name)
    kept = {*CANVAS, "Integration ID", "Root Account", "Section", name}
    place = head.index(name) if name in head else None
    possible = [row for row in rows if row[head.index("Student")].strip() == "Points Possible"]
    maximum = _number(possible[0][place]) if possible and place is not None else None
    return {
        "keys": tuple(head.index(key) for key in CANVAS if key in head), "numbers": head.index("ID"),
        "points": place, "maximum": maximum or None, "comment": None,
        "kept": [place for place, name in enumerate(head) if name in kept],
    }  # fmt: skip


def _moodle(path, head, rows, column, times):
    """Which places mean what in a grading worksheet of Moodle; all of its columns go back."""
    place = _moodle_points(path, head, rows, column, times)
    named = [n for n, name in enumerate(head) if name in MOODLE]
    keys = tuple(named) if len(named) > 1 else (0, *range(1, place if place is not None else len(head)))
    maximum = _maximum(rows, place + 1) if place is not None and place + 1 < len(head) else None
    return {"keys": keys, "numbers": 0, "points": place, "maximum": maximum,
            "comment": _moodle_comment(head, rows, place), "kept": list(range(len(head)))}  # fmt: skip


def _moodle_points(path, head, rows, column, times):
    """The place of the column for the points: the one that was named, else to the left of the only maximum."""
    if column is None and not times and "Grade" in head:
        column = "Grade"
    if column is not None:
        _must_be_one_of(head, column)
        place = head.index(column)
    else:
        found = [n for n in range(2, len(head)) if _maximum(rows, n) and _is_for_grades(rows, n - 1)] if rows else []
        if (len(found) != 1 or len(rows) < 2) and not times:
            told = "it is not clear in {file} which column is for the points: give --column, as one of {columns}"
            raise ValueError(say(told, file=path.name, columns=", ".join(map(repr, head))))
        place = found[0] - 1 if len(found) == 1 else None
    if place is not None and not _is_for_grades(rows, place):
        told = "the column {column!r} of {file} holds words: grades of a scale cannot be filled in from points"
        raise ValueError(say(told, column=head[place], file=path.name))
    return place


def _moodle_comment(head, rows, place):
    """The place of the column for comments: known by its name in English, else the last one where it tells no times."""
    if "Feedback comments" in head:
        return head.index("Feedback comments")
    if "Grade" in head or len(head) - 1 <= (place or 0) + 1:
        return None
    when = re.compile(r"[-–]|.*\d:\d\d.*")  # the last column tells when, where no comments were switched on
    return None if any(when.fullmatch(row[-1].strip()) for row in rows) else len(head) - 1


def _must_be_one_of(head, column):
    if column not in head:
        other, none = "--column must be one of {columns}, not {column!r}", "--column must be given, as one of {columns}"
        raise ValueError(say(other if column else none, columns=", ".join(map(repr, head)), column=column))


def _participants(rows):
    """Whether the first column holds one word (of any language) and distinct numbers."""
    found = [re.fullmatch(r"(\D+?)\s*(\d+)", row[0].strip()) for row in rows]
    return bool(found) and all(found) and len({m[1] for m in found}) == 1 and len({m[2] for m in found}) == len(found)


def _maximum(rows, place):
    """The number that stands in all rows of a column, or None."""
    values = {_number(row[place]) for row in rows}
    return next(iter(values)) if len(values) == 1 and None not in values and 0 not in values else None


def _is_for_grades(rows, place):
    """A column of numbers that need not be there."""
    return all(not row[place].strip("-– ") or _number(row[place]) is not None for row in rows)


def _number(text):
    return float(text.strip().replace(",", ".")) if NUMBER.fullmatch(text) else None


def _canvas_column(head, wanted):
    """The assignment's column: Canvas writes its own number behind the name, which nobody should have to type."""
    fits = [c for c in head if wanted and (c == wanted or re.sub(r" \(\d+\)$", "", c) == wanted)]
    return fits[0] if len(fits) == 1 else wanted


def norm(text):
    """A name or number without case, punctuation and order: 'Doe, Jane' and 'Jane Doe' are the same."""
    text = unicodedata.normalize("NFC", text)
    return " ".join(sorted(re.findall(r"\w+", text.removeprefix("Participant ").split("@")[0].lower())))
