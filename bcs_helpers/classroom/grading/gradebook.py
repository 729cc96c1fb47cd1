"""Tables: marks.csv, manual.csv (the instructor's own), and the gradebook that a learning platform exported."""

import csv
import io
import re
from pathlib import Path

MANUAL = ["student", "chapter", "question", "of", "points", "comment"]


def safe(text):
    """Text that a spreadsheet does not take for a formula."""
    text = str(text)
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def table(rows):
    """Rows as the text of a CSV file."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def read_manual(path):
    """{(student, chapter, question): (points or None, comment)} of manual.csv. Raises ValueError naming the line."""
    if not path.exists():
        return {}
    text = path.read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=_delimiter(text)))
    if not rows or rows[0] != MANUAL:
        raise ValueError(f"{path} must begin with the columns {', '.join(MANUAL)}")
    given = {}
    for number, row in enumerate(rows[1:], 2):
        if not any(row):
            continue
        student, chapter, question, _, points, comment = (*row, *[""] * 6)[:6]
        try:
            value = float(points.replace(",", ".")) if points.strip() else None
        except ValueError:
            raise ValueError(f"{path}, line {number}: points must be a number or empty, not {points!r}") from None
        given[student, chapter, question] = (value, comment)
    return given


def add_to_manual(path, rows):
    """Append the rows whose student, chapter and question are not there yet; what is there stays byte for byte."""
    known = read_manual(path)
    new = [[*map(safe, row), "", ""] for row in rows if tuple(map(safe, row[:3])) not in known]
    if not path.exists():
        path.write_text(table([MANUAL, *new]), encoding="utf-8")
    elif new:
        text = path.read_bytes().decode("utf-8-sig")
        out = io.StringIO()
        csv.writer(out, lineterminator="\n", delimiter=_delimiter(text)).writerows(new)
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write(("" if text.endswith("\n") else "\n") + out.getvalue())


def _delimiter(text):
    return ";" if ";" in text.split("\n")[0] else ","


def fill(exported, marks, column=None):
    """(text of the filled-in CSV, students without a row) for a gradebook exported from Canvas or Moodle.

    `marks` is {student: (points, comment, platform number)}. Raises ValueError where the file is of neither kind or
    has no such column.
    """
    text = Path(exported).read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    head = rows[0] if rows else []
    if "Identifier" in head and "Grade" in head:
        column, keys = column or "Grade", ("Identifier", "ID number", "Email address", "Full name")
        comment, kept = "Feedback comments", head
    elif "ID" in head and "Student" in head:
        comment, keys = None, ("ID", "SIS User ID", "SIS Login ID", "Student")
        kept = [c for c in head if c in {*keys, "Section"}] + ([column] if column else [])
    else:
        raise ValueError(f"{exported} is neither a gradebook of Canvas (Student, ID) nor of Moodle (Identifier, Grade)")
    if column not in head:
        raise ValueError(f"column must be one of {head}, not {column!r}")
    by_key = {}
    for student, (points, words, number) in marks.items():
        for key in filter(None, (number, student)):
            by_key[_norm(key)] = (student, points, words)
    found = set()
    for row in rows[1:]:
        row += [""] * (len(head) - len(row))
        for name in keys:
            hit = by_key.get(_norm(row[head.index(name)])) if name in head and row[head.index(name)] else None
            if hit:
                found.add(hit[0])
                row[head.index(column)] = f"{hit[1]:g}"
                if comment in head:
                    row[head.index(comment)] = safe(hit[2])
                break
    places = [head.index(c) for c in kept]
    return table([[row[i] for i in places] for row in rows]), sorted(set(marks) - found)


def _norm(text):
    """A name or number without case, punctuation and order: 'Doe, Jane' and 'Jane Doe' are the same."""
    return " ".join(sorted(re.findall(r"\w+", text.removeprefix("Participant ").split("@")[0].lower())))
