"""The gradebook that a learning platform exported, filled in."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from ...words import say
from .tables import decode, rows_of, safe, table

NUMBERED = {"ID", "Identifier"}  # what the platform's number of a student, in a file's name, stands for
CANVAS = ("ID", "SIS User ID", "SIS Login ID", "Student")
MOODLE = ("Identifier", "ID number", "Email address", "Username", "Full name")


@dataclass(frozen=True)
class Gradebook:
    """A gradebook as a platform exported it, and which of its columns mean what."""

    name: str
    first: list  # the headings, letter by letter
    rows: list
    keys: tuple  # columns that may say who a row is about
    points: str  # the column to be filled
    comment: str | None  # the column for what is told, where there is one
    kept: list  # places of the columns that go back to the platform

    @property
    def head(self):
        """The columns' names."""
        return _names(self.first)

    def cell(self, row, column):
        """What stands in a row's column."""
        return row[self.head.index(column)]

    def put(self, row, column, text):
        """Write into a row's column."""
        row[self.head.index(column)] = text

    def rows_of(self, student, number):
        """The rows that may be a student's: by the platform's number, or, without one, by all that names somebody."""
        wanted = norm(number or student)
        columns = [k for k in self.keys if k in self.head and (k in NUMBERED or not number)]
        return [row for row in self.rows if any(wanted and norm(self.cell(row, k)) == wanted for k in columns)]

    def text(self):
        """As the CSV file that goes back."""
        return table([[row[place] for place in self.kept] for row in (self.first, *self.rows)])


def fill(exported, marks, column=None):
    """(text of the filled-in CSV, lines to tell) for a gradebook exported from Canvas or Moodle.

    `marks` is {student: (points, comment, platform number)}. A row is a student's if the platform's number is, or, for
    a file without one, if exactly one row has the name. Raises ValueError where the file is of neither kind or has no
    such column.
    """
    book = _exported(Path(exported), column)
    named = Counter(norm(student) for student, (_, _, number) in marks.items() if not number)
    absent, unclear = [], []
    for student, (points, words, number) in sorted(marks.items()):
        hits = book.rows_of(student, number)
        if len(hits) > 1 or named[norm(number or student)] > 1:
            unclear.append(student)
        elif not hits:
            absent.append(student)
        else:
            book.put(hits[0], book.points, f"{points:g}")
            if book.comment:
                book.put(hits[0], book.comment, safe(words))
    lines = []
    if absent:
        lines.append(say("no row in {file} for: {names}", file=book.name, names=", ".join(absent)))
    if unclear:
        lines.append(say("in {file} it is not clear who is: {names}", file=book.name, names=", ".join(unclear)))
    return book.text(), lines


def _exported(path, column):
    """The Gradebook in a file. Raises ValueError where no platform's is, or it has no such column."""
    text, _ = decode(path)
    first, *rows = [row for _, row in rows_of(path, text) if row] or [[]]
    head = _names(first)
    if "Identifier" in head and "Grade" in head:
        keys, column, comment, kept = MOODLE, column or "Grade", "Feedback comments", set(head)
    elif "ID" in head and "Student" in head:
        keys, column, comment = CANVAS, _canvas_column(head, column), None
        kept = {*keys, "Integration ID", "Root Account", "Section", column}
    else:
        neither = "{exported} is neither a gradebook of Canvas (Student, ID) nor of Moodle (Identifier, Grade)"
        raise ValueError(say(neither, exported=path))
    if column not in head:
        other, none = "--column must be one of {columns}, not {column!r}", "--column must be given, as one of {columns}"
        raise ValueError(say(other if column else none, columns=", ".join(map(repr, head)), column=column))
    rows = [row + [""] * (len(head) - len(row)) for row in rows]
    places = [place for place, name in enumerate(head) if name in kept]
    return Gradebook(path.name, first, rows, keys, column, comment if comment in head else None, places)


def _names(first):
    return [name.strip() for name in first]


def _canvas_column(head, wanted):
    """The assignment's column: Canvas writes its own number behind the name, which nobody should have to type."""
    fits = [c for c in head if wanted and (c == wanted or re.sub(r" \(\d+\)$", "", c) == wanted)]
    return fits[0] if len(fits) == 1 else wanted


def norm(text):
    """A name or number without case, punctuation and order: 'Doe, Jane' and 'Jane Doe' are the same."""
    text = unicodedata.normalize("NFC", text)
    return " ".join(sorted(re.findall(r"\w+", text.removeprefix("Participant ").split("@")[0].lower())))
