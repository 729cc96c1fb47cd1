"""Points and comments that people gave: manual.csv, which is the instructor's own, and the files of readers.

A row is about one answer of one student. Three columns more than an instructor's table has come from the page of
answers: `answer` (a digest of the text that was read), `reader` and `time`. Of one reader's rows the latest counts. Two
readers who give different points are told, and nothing counts until manual.csv, which has the last word, settles it.
"""

import csv
import io
import math
import re
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from ...words import say
from ..say import listed
from .tables import decode, delimiter_of, for_spreadsheets, line_end_of, rows_of, safe

OWN = "manual.csv"
COLUMNS = ["student", "chapter", "question", "of", "points", "comment"]
MORE = ["items", "answer", "reader", "time"]  # of a file that the page of answers saved


class Given(NamedTuple):
    """What somebody gave for an answer."""

    points: float | None = None
    comment: str = ""
    items: str = ""  # numbers of the rubric's rows that were ticked, as "1 3"
    answer: str = ""  # `digest` of what was read; empty where the row was written by hand
    reader: str = ""
    time: str = ""  # ISO 8601, UTC
    file: str = ""
    apart: tuple = ()  # what readers gave who disagree; then there are no points

    @property
    def is_empty(self):
        """Whether nothing is given."""
        return self.points is None and not self.comment

    @property
    def who(self):
        """The reader's name, or that of the file."""
        return self.reader or self.file


def digest(answer):
    """A digest of an answer; blanks and ends of lines do not count."""
    return sha256(" ".join(answer.split()).encode("utf-8", "replace")).hexdigest()[:16]


# ---- reading ------------------------------------------------------------------------------------------------


def read(path):
    """{(student, chapter, question): Given} of a file, however a spreadsheet saved it; {} where there is none.

    Raises ValueError naming the line.
    """
    if not path.exists():
        return {}
    rows = rows_of(path, decode(path)[0])
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
        comment, reader = _key(cell["comment"], cell.get("reader", ""))
        new = Given(_points(cell["points"], cell["of"], f"{path}, line {line}"), comment, cell.get("items", ""),
                    cell.get("answer", ""), reader, cell.get("time", ""), path.name)  # fmt: skip
        before = given.get(key, Given())
        if before.time and new.time and before.who == new.who:
            given[key] = max(before, new, key=lambda row: row.time)
        elif not (before.is_empty or new.is_empty or before[:2] == new[:2]):
            raise ValueError(
                say(
                    "{path}, lines {first} and {line} say different things about the same answer",
                    path=path,
                    first=lines[key],
                    line=line,
                )
            )
        elif key not in given or not new.is_empty:
            given[key], lines[key] = new, line
    return given


def files(marks, named=()):
    """The files with points beside manual.csv: all `manual*.csv` in `marks`, and those that were named.

    Raises ValueError for one that is not there.
    """
    own = (Path(marks) / OWN).resolve()
    found = {path.resolve(): path for path in (*sorted(Path(marks).glob("manual*.csv")), *map(Path, named))}
    for path in found.values():
        if not path.is_file():
            raise ValueError(say("--manual: there is no file {path}", path=path))
    return [path for resolved, path in found.items() if resolved != own]


def merged(own, readers, answers):
    """What counts: {(student, chapter, question): Given} of manual.csv and of readers' files.

    Parameters
    ----------
    own : what manual.csv holds
    readers : what each other file holds
    answers : {key: digest} of the answers as they are now; who read the present one comes before who read an earlier
    """
    voices = {}
    for rows in readers:
        for key, given in rows.items():
            voices.setdefault(key, []).append(given)
    counts = {key: _one(_latest(rows), answers.get(key)) for key, rows in voices.items()}
    for key, given in own.items():
        told = counts.get(key)
        if told is None or given.points is not None:
            others = (told.apart or (told,)) if told else ()
            counts[key] = given._replace(apart=tuple(o for o in others if o.points not in {None, given.points}))
        elif given.comment:
            counts[key] = told._replace(comment=_joined([given.comment, told.comment]))
    return counts


def _latest(rows):
    """Of each reader, and of each file without a reader's name, the rows that count."""
    by_reader = {}
    for row in rows:
        by_reader.setdefault(row.who, []).append(row)
    for same in by_reader.values():
        if all(row.time for row in same):
            yield max(same, key=lambda row: row.time)
        else:
            yield from same


def _one(rows, answer):
    """What one answer gets from several readers."""
    rows = [row for row in rows if not row.is_empty]
    if any(row.answer == answer for row in rows if row.points is not None):
        rows = [row for row in rows if row.answer in {answer, ""}]
    rows.sort(key=lambda row: (row.who, row.file))
    valued = [row for row in rows if row.points is not None]
    if len({row.points for row in valued}) > 1:
        return Given(apart=tuple(valued))
    names = _joined([row.who for row in valued], ", ")
    return (valued or rows or [Given()])[-1]._replace(comment=_joined([row.comment for row in rows]), reader=names)


def _joined(texts, between=" / "):
    return between.join(dict.fromkeys(filter(None, texts)))


# ---- what counts --------------------------------------------------------------------------------------------


def look_up(manual, student, chapter, question):
    """(points or None, comment) that was given for an answer."""
    return full(manual, student, chapter, question)[:2]


def full(manual, student, chapter, question):
    """All that was given for an answer, as a Given."""
    return manual.get(_key(student, chapter, question), Given())


def unknown(manual, keys):
    """(file, key) of what is written about answers that are not there: (student, chapter, question)s."""
    known = {_key(*key) for key in keys}
    return sorted((row.file, key) for key, row in manual.items()
                  if key not in known and (row.apart or not row.is_empty))  # fmt: skip


def told(manual, answers):
    """A line for each answer on which readers disagree, and for those whose text has changed since it was read."""
    changed = []
    for key, row in sorted(manual.items()):
        if row.apart:
            yield f"{', '.join(key)}: {disagreement(row)}"
        if row.points is not None and row.answer and answers.get(key, row.answer) != row.answer:
            changed.append(f"{key[0]} ({key[2]})")
    if changed:
        told_names = "handed in again since it was read, and keeps its points until it is read anew: {names}"
        yield say(told_names, names=listed(changed))


def disagreement(row):
    """What readers gave who disagree, and what counts."""
    gave = listed(say("{who} gives {points:g}", who=one.who, points=one.points) for one in row.apart)
    if row.points is None:
        return say("{gave}; no points until {file} settles it", gave=gave, file=OWN)
    return say("{gave}; {file} has the last word with {points:g}", gave=gave, file=OWN, points=row.points)


# ---- writing ------------------------------------------------------------------------------------------------


def append(path, rows):
    """Append the rows whose student, chapter and question are not there yet; what is there stays byte for byte.

    Raises ValueError where the file's encoding has no letters for a name.
    """
    known = read(path)
    new = [dict(zip(COLUMNS, [*map(safe, row), "", ""], strict=True)) for row in rows if _key(*row[:3]) not in known]
    if not path.exists():
        text = for_spreadsheets([COLUMNS, *([row[c] for c in COLUMNS] for row in new)])
        path.write_text(text, encoding="utf-8", newline="")
        return
    if not new:
        return
    text, encoding = decode(path)
    _, head = next(rows_of(path, text))
    places = {place: name for name, place in _columns(path, head).items()}
    end = line_end_of(text)
    out = io.StringIO()
    lines = [[row.get(places.get(place), "") for place in range(len(head))] for row in new]
    csv.writer(out, lineterminator=end, delimiter=delimiter_of(text)).writerows(lines)
    try:
        added = (("" if text.endswith(("\n", "\r")) else end) + out.getvalue()).encode(encoding)
    except UnicodeEncodeError:
        raise ValueError(
            say("{path} was saved in an encoding without letters for some names: save it as UTF-8", path=path)
        ) from None
    with path.open("ab") as file:
        file.write(added)


def _columns(path, head):
    """{column: its place}; those of MORE where they are there."""
    names = [name.strip().lower() for name in head]
    if missing := [name for name in COLUMNS if name not in names]:
        raise ValueError(
            say(
                "{path} must keep the columns {columns}; missing: {missing}",
                path=path,
                columns=", ".join(COLUMNS),
                missing=", ".join(missing),
            )
        )
    return {name: names.index(name) for name in (*COLUMNS, *MORE) if name in names}


def _key(*names):
    """Without the apostrophe of `safe`, which spreadsheets sometimes eat, and without spaces at the ends."""
    return tuple(re.sub(r"^'(?=[=+\-@\t\r＝＋－＠])", "", str(name)).strip() for name in names)


def _points(text, of, where):
    try:
        value = float(text.replace(",", ".")) if text else None
    except ValueError:
        value = math.nan
    if value is not None and not math.isfinite(value):
        raise ValueError(say("{where}: points must be a number or empty, not {text!r}", where=where, text=text))
    if value is not None and re.fullmatch(r"\d+(\.\d+)?", of) and not 0 <= value <= float(of):
        raise ValueError(
            say(
                "{where}: points must lie between 0 and {of}, not {text!r} (to give more, change `of`)",
                where=where,
                of=of,
                text=text,
            )
        )
    return value
