"""What is in a notebook: its code cells, the chapters of which it holds tasks, the answers in words. Read as data."""

import json
import re
from dataclasses import dataclass

from ...words import edition
from .. import course
from . import own, pictures
from .names import chapter_in
from .told import Unreadable

MOST = 32 << 20  # bytes of a notebook
CONTAINERS, COMMAS, SOURCE, CELLS = 2_000_000, 3_000_000, 1 << 20, 2000  # in a notebook of that size
NEXT_TASK = re.compile(r"\s*#{1,3} \d+ ·")  # how the exercises begin a task, where its mark is gone
HEADING = re.compile(r"\s*#{1,3}\s")
LONGEST = 20_000  # letters of an answer


@dataclass(frozen=True)
class Notebook:
    """What is read from a submission."""

    cells: tuple[str, ...]  # of code, not empty
    defines: dict  # {chapter: names of its tasks}
    chapter: str | None  # the one that it is about
    words: dict  # {question: answer}, of all chapters that count
    loose: tuple[tuple[int, str], ...]  # (cell, text) of what stands in no marked cell
    language: str = "en"  # of the edition that it belongs to

    @property
    def chapters(self):
        """The chapters it counts for: its own, and others of which it holds half of the tasks or an answer in words."""
        answered = {q.chapter for q in course.questions() if self.words.get(q.name)}
        also = [c for c, names in self.defines.items() if c in answered or 2 * len(names) >= len(course.tasks(c))]
        return tuple(dict.fromkeys([*([self.chapter] if self.chapter else []), *also]))


def read_notebook(data, stem="", most=MOST):
    """The Notebook in these bytes, of any notebook format from 3 on. Raises Unreadable."""
    scale = max(1, most // MOST)
    if sum(map(data.count, (b"[", b"{"))) > scale * CONTAINERS or data.count(b",") > scale * COMMAS:
        raise Unreadable("too_many_pieces")
    try:
        kinds = tuple(_kind_and_text(cell)[:2] for cell in _cells(data))
    except (ValueError, RecursionError):
        raise Unreadable("not_json") from None
    except (KeyError, TypeError, AttributeError):
        raise Unreadable("not_a_notebook") from None
    code = tuple(text for kind, text in kinds if kind == "code" and text.strip())
    if len(code) > CELLS or sum(map(len, code)) > SOURCE:
        raise Unreadable("much_code", cells=CELLS)
    defines = _defines(code)
    named = chapter_in(stem)[0]
    chapter = max(defines, key=lambda c: (len(defines[c]), c == named), default=named)
    words, loose = _words(kinds)
    language = next((found for text in code if (found := edition(text)) != "en"), "en")
    return Notebook(code, defines, chapter, words, loose, language)


def pictures_of(data):
    """{name: picture as base64} of all that text cells hold, by the names that their texts have in a Notebook."""
    found = {}
    for cell in _cells(data):
        found |= _kind_and_text(cell)[2]
    return found


def _cells(data):
    book = json.loads(data)
    return book["cells"] if "cells" in book else [c for sheet in book["worksheets"] for c in sheet["cells"]]


def _kind_and_text(cell):
    """(kind, text, its pictures) of a cell; in the text a picture is named by its digest."""
    kind, text = str(cell["cell_type"]), _text(cell.get("source", cell.get("input", "")))
    return kind, *((text, {}) if kind == "code" else pictures.named(text, cell.get("attachments")))


def _text(source):
    text = source if isinstance(source, str) else "".join(source)
    return text.encode("utf-8", "replace").decode()  # half of a surrogate pair is JSON, but no text


def _defines(code):
    """{chapter: the names of its tasks that the code defines}."""
    text = "\n".join(code)
    names = set(re.findall(r"\bdef\s+(\w+)", text)) | set(re.findall(r"^(\w+)\s*=", text, re.MULTILINE))
    found = {c: [task.name for task in course.tasks(c) if task.name in names] for c in course.stems()}
    return {chapter: names for chapter, names in found.items() if names}


def code_of(cells, name):
    """The cell in which a function was defined last, as text; empty where there is none."""
    holding = [cell for cell in cells if re.search(rf"\bdef {name}\b|\b{name} *=", cell)]
    defining = [cell for cell in holding if re.search(rf"\bdef {name}\b", cell)]
    return (defining or holding or [""])[-1][:LONGEST]


def is_blank(notebook, chapter):
    """Whether all its cells for a chapter's tasks, and its answers in words, stand as they were given out."""
    cells = [code_of(notebook.cells, name) for name in notebook.defines.get(chapter, ())]
    written = any(notebook.words.get(q.name) for q in course.questions(chapter))
    return not written and all(map(own.is_code, cells))


# ---- answers in words ---------------------------------------------------------------------------------------


def _words(kinds):
    """({question: its answer}, (cell, text) of what stands beside all questions).

    An answer is what stands in the marked cell and in the text cells after it; where the mark is gone, what stands
    between the question and the next cell of ours. What we gave out is not part of it. Of several the last is taken.
    """
    answers, loose, question, marked = {}, [], None, False
    for number, (kind, text) in enumerate(kinds, 1):
        if kind == "code":
            if not text.strip() or own.is_code(text):
                question = None
            elif question and not marked and not answers.get(question):  # typed where it was asked, into a code cell
                answers[question] = text.strip()
            elif question:
                question = None
            continue
        if names := own.MARKER.findall(text):
            question, marked = names[-1], True
        elif tasks := own.TASK.findall(text):
            question, marked = tasks[-1] if course.question(tasks[-1]) else None, False
        elif asked := own.asks(text):
            question, marked = asked, False
        elif question and (NEXT_TASK.match(text) or (HEADING.match(text) and own.is_text(text))):
            question = None
        answer = own.without(text)
        if not answer:
            continue
        if question is None:
            loose.append((number, answer[:LONGEST]))
        elif names and answers.get(question):  # a second marked cell: a copy, of which the later one counts
            answers[question] = answer
        else:
            answers[question] = "\n\n".join(filter(None, [answers.get(question, ""), answer]))
    return {name: answer[:LONGEST] for name, answer in answers.items()}, tuple(loose)
