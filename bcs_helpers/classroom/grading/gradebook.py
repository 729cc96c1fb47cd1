"""Tables: marks.csv, manual.csv (the instructor's own), and the gradebook that a learning platform exported."""

import codecs
import csv
import io
import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from ...words import say
from .names import encoding_of

SPREADSHEETS = ("gb18030", "big5", "shift_jis", "euc_kr", "cp1252", "latin-1")  # what they save that is not UTF-8
MANUAL = ["student", "chapter", "question", "of", "points", "comment"]


def safe(text):
    """Text that a spreadsheet does not take for a formula."""
    text = str(text)
    return f"'{text}" if text[:1] in {*"=+-@\t\r＝＋－＠"} else text


def table(rows):
    """Rows as the text of a CSV file."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


# ---- manual.csv ---------------------------------------------------------------------------------------------


def read_manual(path):
    """{(student, chapter, question): (points or None, comment)} of manual.csv, however a spreadsheet saved it.

    Raises ValueError naming the line.
    """
    if not path.exists():
        return {}
    text, _ = decode(path)
    rows = rows_of(path, text)
    _, head = next(rows, (1, []))
    columns = _columns(path, head)
    given, lines = {}, {}
    for line, row in rows:
        if any(row[len(head) :]):
            raise ValueError(
                say(
                    "{path}, line {line} has more cells than the first: does a comma stand outside quotes?",
                    path=path,
                    line=line,
                )
            )
        cell = {name: row[place].strip() if place < len(row) else "" for name, place in columns.items()}
        if not any(cell.values()):
            continue
        key = _key(cell["student"], cell["chapter"], cell["question"])
        value = (_points(cell["points"], cell["of"], f"{path}, line {line}"), cell["comment"])
        before = given.get(key, (None, ""))
        if before != value and (None, "") not in {before, value}:
            raise ValueError(
                say(
                    "{path}, lines {first} and {line} say different things about the same answer",
                    path=path,
                    first=lines[key],
                    line=line,
                )
            )
        if key not in given or value != (None, ""):
            given[key], lines[key] = value, line
    return given


def look_up(manual, student, chapter, question):
    """(points or None, comment) that the instructor wrote about an answer."""
    return manual.get(_key(student, chapter, question), (None, ""))


def unknown(manual, keys):
    """What is written in manual.csv about answers that are not there: (student, chapter, question)s."""
    known = {_key(*key) for key in keys}
    return sorted(key for key, value in manual.items() if key not in known and value != (None, ""))


def add_to_manual(path, rows):
    """Append the rows whose student, chapter and question are not there yet; what is there stays byte for byte.

    Raises ValueError where the file's encoding has no letters for a name.
    """
    known = read_manual(path)
    new = [dict(zip(MANUAL, [*map(safe, row), "", ""], strict=True)) for row in rows if _key(*row[:3]) not in known]
    if not path.exists():
        path.write_text(table([MANUAL, *([row[c] for c in MANUAL] for row in new)]), encoding="utf-8", newline="")
        return
    if not new:
        return
    text, encoding = decode(path)
    delimiter = _delimiter(text)
    _, head = next(rows_of(path, text))
    places = {place: name for name, place in _columns(path, head).items()}
    end = "\r\n" if "\r\n" in text else "\n"
    out = io.StringIO()
    lines = [[row.get(places.get(place), "") for place in range(len(head))] for row in new]
    csv.writer(out, lineterminator=end, delimiter=delimiter).writerows(lines)
    try:
        added = (("" if text.endswith(("\n", "\r")) else end) + out.getvalue()).encode(encoding)
    except UnicodeEncodeError:
        raise ValueError(
            say("{path} was saved in an encoding without letters for some names: save it as UTF-8", path=path)
        ) from None
    with path.open("ab") as file:
        file.write(added)


def decode(path):
    """(text, encoding) of a file that a spreadsheet may have saved in its own way."""
    data = path.read_bytes()
    for mark, first, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
    ):
        if data.startswith(mark):
            return data.decode(first), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        encoding = encoding_of([data], SPREADSHEETS)
        return data.decode(encoding, "replace"), encoding


def _delimiter(text):
    first = text.split("\n")[0]
    return max(",;\t", key=first.count)


def rows_of(path, text):
    """(line, row) of each row; ValueError names the line of what is no CSV."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    begin = 1
    try:
        for row in rows:
            yield rows.line_num, row
            begin = rows.line_num + 1
    except csv.Error as error:
        raise ValueError(
            say("{path}, line {begin}: is a quotation mark left open? ({error})", path=path, begin=begin, error=error)
        ) from None


def _columns(path, head):
    names = [name.strip().lower() for name in head]
    if missing := [name for name in MANUAL if name not in names]:
        raise ValueError(
            say(
                "{path} must keep the columns {columns}; missing: {missing}",
                path=path,
                columns=", ".join(MANUAL),
                missing=", ".join(missing),
            )
        )
    return {name: names.index(name) for name in MANUAL}


def _key(*names):
    """Without the apostrophe of `safe`, which spreadsheets sometimes eat, and without spaces at the ends."""
    return tuple(re.sub(r"^'(?=[=+\-@\t\r])", "", str(name)).strip() for name in names)


def _points(text, of, where):
    try:
        value = float(text.replace(",", ".")) if text else None
    except ValueError:
        value = math.nan
    if value is not None and not math.isfinite(value):
        raise ValueError(say("{where}: points must be a number or empty, not {text!r}", where=where, text=text))
    if value is not None and re.fullmatch(r"\d+", of) and not 0 <= value <= int(of):
        raise ValueError(
            say(
                "{where}: points must lie between 0 and {of}, not {text!r} (to give more, change `of`)",
                where=where,
                of=of,
                text=text,
            )
        )
    return value


# ---- the platform's gradebook -------------------------------------------------------------------------------

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
