"""Feedback in the form that a learning platform takes back, under the names that it gave.

Moodle takes a zip with a folder for each participant, of which it reads the number and two words of its own. Canvas
takes a zip with the files that it gave out, each under its own name: so what goes back is the student's notebook, with
the feedback as its first cell. Nothing is sent of whoever has no total yet.
"""

import io
import json
import zipfile
from functools import cache

from ...words import say
from ..say import listed
from . import names as naming
from . import pages
from .told import Unreadable

WHEN = (1980, 1, 1, 0, 0, 0)  # of every member: the same marks give the same bytes


def write_zips(marks, class_, students, write):
    """Write feedback-moodle.zip and feedback-canvas.zip, as far as names of these platforms came; lines to tell.

    The pages of these `students` are there already.
    """
    moodle, canvas, left, waiting = {}, {}, [], []
    students_by_name = {student.name: student for student in class_.students}
    page_names = pages.page_names(students_by_name)
    first_cell = cache(lambda name: pages.feedback(class_, students_by_name[name], "notebook.html"))
    for (name, _), submission in sorted(class_.submissions.items(), key=lambda item: item[0]):
        form, place = _origin(submission)
        if name not in students or form is None:
            continue
        if not class_.has_total(students_by_name[name]):
            waiting.append(name)
        elif form == "moodle":
            moodle[place] = (marks / "feedback" / page_names[name]).read_bytes()
        elif (data := _with_feedback(submission, first_cell(name))) is None:
            left.append(name)
        else:
            canvas[place] = data
    lines = []
    for platform, members in (("moodle", moodle), ("canvas", canvas)):
        path = marks / f"feedback-{platform}.zip"
        if members:
            write(path, _zip(members))
            lines.append(say("wrote {name}", name=path))
        else:
            path.unlink(missing_ok=True)
    if waiting:
        told = "not in the zips with feedback, because an answer waits to be read: {names}"
        lines.append(say(told, names=listed(sorted(set(waiting)))))
    if left:
        told = "not in feedback-canvas.zip, because the notebook takes no further cell: {names}"
        lines.append(say(told, names=listed(left)))
    return lines


def _origin(submission):
    """(platform or None, the name in the zip that goes back) of a file, by the name that a platform gave."""
    parts = naming.parts(submission.name)
    for part in parts:
        if match := naming.MOODLE.match(part):
            if match["file"]:  # files side by side
                return "moodle", f"{part[: match.start('file')].rstrip('_')}_feedback.html"
            return "moodle", f"{part}/feedback.html"
    for part in parts:
        if naming.canvas(part):
            return ("canvas", part) if naming.NOTEBOOK.search(part) else (None, "")  # a zip of the student's own
    return None, ""


def _with_feedback(submission, text):
    """The bytes of a notebook with the feedback as its first cell, or None."""
    try:
        book = json.loads(submission.read())
        cells = book["cells"] if "cells" in book else book["worksheets"][0]["cells"]
        cell = {"cell_type": "markdown", "metadata": {}, "source": text}
        if (book.get("nbformat"), book.get("nbformat_minor", 0)) >= (4, 5):
            cell["id"] = "feedback"
        cells.insert(0, cell)
        return json.dumps(book, ensure_ascii=True, indent=1).encode()
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, Unreadable):
        return None


def _zip(members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, WHEN)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(info, members[name])
    return data.getvalue()
