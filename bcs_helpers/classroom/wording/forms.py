"""What a translator fills in: the messages of rooms that have no translation yet, and the way back.

    bcs words todo 05 --json > 05.json      a form: each message with its place, its terms, its former translation
    bcs words fill 05.json                  what is filled in goes into the catalogues, if it fits its English

A form is JSON, for a script, a .po file, for an editor of such files, or a page for a browser (page.py). A row that
does not fit is refused with a sentence and the others are kept; the form may be mended and given again.
"""

import json
import re
from dataclasses import dataclass, field
from typing import NamedTuple

import polib

from ... import words
from ...words import say
from . import catalogues


@dataclass
class Filled:
    """What became of a form: {room: messages filled in}, [(English, why refused)], empty rows, those as before."""

    done: dict = field(default_factory=dict)
    refused: list = field(default_factory=list)
    empty: int = 0
    same: int = 0


class Row(NamedTuple):
    """A row that came back: a translation, and the one that stood there when somebody wrote it, where that is known."""

    context: str | None
    english: str
    translation: str
    instead_of: str | None = None


def chosen(rooms, names):
    """The names of rooms that somebody means: 05 is 05_gap_equation; all where none is named."""
    found = []
    for name in names:
        fits = [room for room in rooms if room == name or re.match(rf"{re.escape(name)}[a-z]?_", room)]
        if not fits:
            raise ValueError(say("there is no room {name!r}; there are {rooms}", name=name, rooms=", ".join(rooms)))
        found += fits
    return list(dict.fromkeys(found)) or list(rooms)


def todo(root, rooms, language, names=(), every=False):
    """The rows of a form: what is missing or fuzzy in the rooms, in the order in which a reader meets it."""
    known, terms = catalogues.translated(catalogues.read(language)), catalogues.terms(root)
    for room in chosen(rooms, names):
        for message in rooms[room]:
            entry = known.get((message.context, message.text))
            if every or not entry or entry.fuzzy:
                yield _row(room, message, entry, terms)


def _row(room, message, entry, terms):
    row = {"room": room, "where": message.note, "english": message.text, "translation": ""}
    if message.context:
        row["context"] = message.context
    if message.filled:
        row["filled"] = True
    if used := {term: chinese for pattern, (term, chinese) in terms.items() if pattern.search(message.text)}:
        row["terms"] = used
    if entry and entry.fuzzy:
        row["before"] = {"english": entry.previous_msgid or "", "translation": entry.msgstr}
    elif entry:
        row["translation"] = entry.msgstr
    return row


def as_json(rows, language):
    """The form for a script."""
    return json.dumps({"language": language, "messages": list(rows)}, ensure_ascii=False, indent=1)


def as_po(rows, language):
    """The form for an editor of .po files: a former translation is marked fuzzy until somebody takes the mark off."""
    form = catalogues.empty(language)
    for row in rows:
        notes = [row["where"], *(f"{term}: {' / '.join(chinese)}" for term, chinese in row.get("terms", {}).items())]
        entry = polib.POEntry(msgid=row["english"], msgctxt=row.get("context"), comment="\n".join(notes))
        entry.msgstr = row["translation"]
        if before := row.get("before"):
            entry.msgstr, entry.flags = before["translation"], [catalogues.FUZZY]
            entry.previous_msgid = before["english"] or None
        form.append(entry)
    return str(form)


def read(path):
    """(language, list of Row) of a form; ValueError where it is none."""
    text = path.read_text(encoding="utf-8-sig")
    if not text.lstrip().startswith("{"):
        try:
            form = polib.pofile(text, wrapwidth=0)
        except OSError as error:
            raise ValueError(say("{path} is neither a .po file nor JSON: {error}", path=path, error=error)) from None
        rows = [Row(e.msgctxt, e.msgid, "" if e.fuzzy else e.msgstr) for e in form if not e.obsolete]
        return form.metadata.get("Language", ""), rows
    try:
        form = json.loads(text)
        rows = [
            Row(row.get("context"), row["english"], row["translation"], row.get("instead_of"))
            for row in form["messages"]
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(
            say("{path} is no form as `bcs words todo --json` prints it: {error!r}", path=path, error=error)
        ) from None
    for _, english, translation, _ in rows:
        if not isinstance(english, str) or not isinstance(translation, str):
            raise ValueError(
                say(
                    "{path}: english and translation are texts, got {english!r}, {translation!r}",
                    path=path,
                    english=english,
                    translation=translation,
                )
            )
    return form.get("language", ""), rows


def fill(rooms, language, rows, replace=False):
    """Put the rows of a form into the catalogues of a language, where they fit; other rooms' files are not touched.

    Another translation that stands there gives way where the row was written in its place, or to `replace`.
    """
    stored, filled = catalogues.read(language), Filled()
    places = {(message.context, message.text): (room, message) for room in rooms for message in rooms[room]}
    for context, english, translation, instead_of in (Row(*row) for row in rows):
        room, message = places.get((context, english), (None, None))
        space = english.partition(english.strip()) if english.strip() else ("", "", "")
        translation = f"{space[0]}{translation.strip()}{space[2]}"  # as "usage: " has it
        if not translation.strip():
            filled.empty += 1
        elif message is None:
            filled.refused.append((english, "the companion does not say this; `bcs words todo` prints what it says"))
        elif faults := catalogues.faults_of(message, translation):
            filled.refused += [(english, fault) for fault in faults]
        else:
            entries = _entries(stored, room, message, language)
            stands = {"" if entry.fuzzy else entry.msgstr for entry in entries}
            others = stands - {"", translation, instead_of}
            if others and not replace:
                filled.refused.append((english, f"it is translated already, by {others.pop()!r}; --replace puts yours"))
                continue
            if stands == {translation}:
                filled.same += 1
                continue
            for entry in entries:
                entry.msgstr, entry.previous_msgid = translation, None
                entry.flags = [flag for flag in entry.flags if flag != catalogues.FUZZY]
            filled.done[room] = filled.done.get(room, 0) + 1
    catalogues.store(stored, language)
    words.forget()
    return filled


def _entries(stored, room, message, language):
    """The entries of a message wherever it stands; a new one in its room, where `extract` has not been there yet."""
    key = message.context, message.text
    found = [entry for c in stored.values() for entry in c if (entry.msgctxt, entry.msgid) == key]
    if not any(not entry.obsolete for entry in found):
        found.append(catalogues.entry_of(message))
        stored.setdefault(room, catalogues.empty(language)).append(found[-1])
    return [entry for entry in found if not entry.obsolete]
