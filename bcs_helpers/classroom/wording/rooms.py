"""Every message of the companion, and the room in which its translation is kept.

A room for each chapter (its notebook, exercise and solution, its tasks, its figures), one for the book and one for what
the package says; a message that several rooms share stands in `common`. Each room is a catalogue `ROOM.po`.
"""

import ast
import csv
import re
import tomllib
from dataclasses import dataclass, fields, is_dataclass

from ...words import LIST, WORD, alternatives, spoken
from .. import course
from .. import notebooks as nb
from . import code, prose

COMMON, INTERFACE, BOOK = "common", "interface", "book"
FACTS = {"name", "chapter", "problem", "reason", "key", "kind", "unit"}  # of a row: nobody reads them as words
# a module that takes its words from `words`
SPEAKS = re.compile(r"^\s*from \.[\w.]* import .*\b(words|say|translate)\b|\.words import", re.MULTILINE)
TRANS = ("gettext", "ngettext", "pgettext", "_")


@dataclass(frozen=True)
class Message:
    """A sentence to be translated: its text, what tells it apart from a like one, and what a translator should know."""

    text: str
    context: str | None = None
    note: str = ""
    filled: bool = False  # it has fields


def messages(root):
    """{room: list of messages} of a project, each message once, in the order in which a reader meets them."""
    found = {}
    for room, message in _all(root):
        found.setdefault((message.context, message.text), []).append((room, message))
    rooms = {}
    for places in found.values():
        here = {room for room, _ in places}
        message = next((m for _, m in places if m.filled), places[0][1])
        rooms.setdefault(here.pop() if len(here) == 1 else COMMON, []).append(message)
    return dict(sorted(rooms.items()))


def _all(root):
    for folder in ("notebooks", "solutions"):
        for path in sorted((root / folder).glob("*.py")):
            notebook = nb.from_text(path.read_text(encoding="utf-8"))
            yield from ((path.stem, message) for message in of_notebook(notebook, f"{folder}/{path.stem}"))
            if folder == "solutions":
                exercise = nb.without_solutions(notebook)
                yield from ((path.stem, message) for message in of_notebook(exercise, f"exercises/{path.stem}"))
    for key, (stem, text) in alternatives().items():
        yield stem, Message(text, note=f"the figure {key}, for a reader who cannot see it")
    yield from ((stem, message) for stem, message in of_tasks())
    yield from ((INTERFACE, message) for message in of_package(root / "bcs_helpers"))
    yield from ((INTERFACE, message) for message in of_materials(root / "bcs_helpers"))
    yield from ((BOOK, message) for message in of_book(root))


def of_notebook(notebook, place):
    """The messages of a notebook's prose and of what its code shows."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            yield from (Message(run.text, note=place) for run in prose.runs(cell.source))
        elif cell.cell_type == "code":
            sentences = set(code.alternatives_in(cell.source))
            yield from (Message(text, note=f"{place}, a figure") for text in sentences)
            for text, filled in code.messages(cell.source):
                yield Message(text, note=f"{place}, shown by the code", filled=filled)


def of_tasks():
    """(stem, message) of each sentence in the rows of the tasks, found by walking them."""
    for task in (*course.tasks(), *course.questions(), *course.quick(), *course.steps()):
        for where, text in _sentences(task):
            yield task.chapter, Message(text, note=f"{task.name}.{where}")


def _sentences(thing, where=""):
    if isinstance(thing, str):
        if prose.has_words(thing):
            yield where, thing
    elif isinstance(thing, tuple | list):
        for number, part in enumerate(thing, 1):
            yield from _sentences(part, f"{where}.{number}")
    elif is_dataclass(thing):
        key = getattr(thing, "key", "")
        for field in fields(thing):
            if field.name not in FACTS:
                yield from _sentences(getattr(thing, field.name), f"{where}.{key or field.name}".strip("."))


def of_package(package):
    """The messages that the package's modules, scripts and templates say."""
    for path in sorted(package.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if SPEAKS.search(source):
            name = path.relative_to(package).with_suffix("").as_posix()
            for context, text in code.Spoken(source).messages:
                yield Message(text, context, name, "{" in text)
    for path in sorted(package.rglob("*.js")):
        yield from (Message(text, note=path.name, filled="{" in text) for text in spoken(path))
    templates = sorted(package.rglob("templates/*.html"))
    if templates:
        yield from (Message(text, context, path.name) for path in templates for context, text in of_template(path))


def of_materials(package):
    """The words of measured values that tables and figures show: kinds, methods, names, remarks; how a list is joined.

    "MgB2, small gap" is a list, whose parts are looked up one by one. All stand in the text of the files: the words
    import no physics.
    """
    for sign in (", ", ": "):
        yield Message(sign, "list", note="between the words of a list")
    spoken = code.Spoken((package / "materials.py").read_text(encoding="utf-8"))
    said = [call.keywords for call in ast.walk(spoken.tree) if code.calls(call, "_remarks")]
    with (package / "measured.csv").open(encoding="utf-8", newline="") as file:
        subjects = [part for row in csv.DictReader(file) for part in LIST.split(row["of"]) if WORD.search(part)]
    with (package / "sources.toml").open("rb") as file:
        parts = [row["read"].partition(";")[0] for row in tomllib.load(file).values() if "read" in row]
    for note, texts in {
        "how much of a source was read": [*parts, "not read"],
        "how far a number is from an experiment, or how it was got": spoken.constants("KINDS", "METHODS"),
        "a metal": spoken.constants("_NAMES"),
        "what a source says": [keyword.value.elts[0].value for keywords in said for keyword in keywords],
        "what was measured": subjects,
    }.items():
        yield from (Message(text, note=f"measured values, {note}") for text in dict.fromkeys(texts))


def of_template(path):
    """(context, message) of a Jinja template: {% trans %} … {% endtrans %}, {{ _("…") }}, {{ pgettext("…", "…") }}."""
    from jinja2 import Environment

    environment = Environment(extensions=["jinja2.ext.i18n"])
    source = re.sub(r'\{% extends "!.*?%\}', "", path.read_text(encoding="utf-8"))
    for _, function, texts in environment.extract_translations(source, TRANS):
        texts = [texts] if isinstance(texts, str) else [text for text in texts if text]
        context = texts.pop(0) if function == "pgettext" else None
        yield from ((context, text) for text in texts)


def of_book(root):
    """The messages of the book's own pages, of the map, and of the book's theme."""
    for path in [root / "README.md", *sorted((root / "docs").glob("*.md"))]:
        yield from (Message(run.text, note=path.name) for run in prose.runs(path.read_text(encoding="utf-8")))
    lists = root / "docs" / "textbook.toml"
    if lists.exists():
        for rows in tomllib.loads(lists.read_text(encoding="utf-8")).values():
            for row in rows:
                for name in ("book", "formula", "about"):
                    if prose.has_words(row.get(name, "")):
                        yield Message(row[name], note=f"textbook.toml, {name}")
    for path in sorted((root / "docs" / "_templates").glob("*.html")):
        yield from (Message(text, context, path.name) for context, text in of_template(path))
    for path in sorted((root / "docs").glob("*.py")):
        spoken = code.Spoken(path.read_text(encoding="utf-8"))
        yield from (Message(text, context, path.name, "{" in text) for context, text in spoken.messages)
        for text in spoken.constants("PARTS"):
            yield from (Message(run.text, note=path.name) for run in prose.runs(text))
        quantities = (text for text in spoken.constants("QUANTITIES") if prose.has_words(text))
        yield from (Message(text, note=path.name) for text in (*spoken.constants("THEME"), *quantities))
