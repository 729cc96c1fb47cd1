"""The catalogues of a second language: brought in step with the words, counted, and compared with the English.

A catalogue is a .po file: the English sentence, a note that says where it stands, the translation. A sentence that has
changed keeps its old translation beside it, marked fuzzy, and is shown in English until somebody has looked at it.
"""

import re
from difflib import SequenceMatcher
from pathlib import Path

import polib

from ... import words
from ..wording import prose

LIKE = 0.7  # how like an old sentence must be for its translation to be offered
SHORT = 20  # letters: shorter sentences are alike by chance
HEAD = {
    "Project-Id-Version": "The BCS companion",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


def folder(language):
    """Where the catalogues of a language are."""
    return words.LOCALE / language


def read(language):
    """{room: catalogue} of a language."""
    return {path.stem: polib.pofile(str(path), wrapwidth=0) for path in sorted(folder(language).glob("*.po"))}


def merge(rooms, language, write=True):
    """Bring the catalogues of a language in step with the messages; {room: catalogue} as they now are.

    A translation goes with its sentence, into another room too. For a new sentence, that of a sentence of the same
    room which is gone and much like it is offered, marked fuzzy.
    """
    old = read(language)
    known = {}
    for catalogue in old.values():
        for entry in catalogue:
            if entry.msgstr and not (entry.obsolete and (entry.msgctxt, entry.msgid) in known):
                known[entry.msgctxt, entry.msgid] = entry
    wanted = {(message.context, message.text) for room in rooms.values() for message in room}
    merged = {}
    for room, messages in rooms.items():
        merged[room] = catalogue = _empty(language)
        gone = {
            key: entry
            for key, entry in known.items()
            if key not in wanted and any(entry is one for one in old.get(room, ()))
        }
        for message in messages:
            catalogue.append(_entry(message, known.get((message.context, message.text)), gone))
        for entry in gone.values():
            entry.obsolete = True
            catalogue.append(entry)
    for room in set(old) - set(rooms):
        for entry in old[room]:
            if entry.msgstr and (entry.msgctxt, entry.msgid) not in wanted:
                entry.obsolete = True
                merged.setdefault(room, _empty(language)).append(entry)
    if write:
        _write(merged, language)
    return merged


def _empty(language):
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {**HEAD, "Language": language, "Plural-Forms": "nplurals=1; plural=0;"}
    return catalogue


def _entry(message, known, gone):
    entry = polib.POEntry(msgid=message.text, msgctxt=message.context, comment=message.note)
    if known:
        entry.msgstr, entry.flags = known.msgstr, [flag for flag in known.flags if flag == "fuzzy"]
        entry.previous_msgid, entry.tcomment = known.previous_msgid, known.tcomment
    elif near := _nearest(message.text, gone):
        old = gone.pop(near)
        entry.msgstr, entry.previous_msgid, entry.flags = old.msgstr, old.previous_msgid or old.msgid, ["fuzzy"]
    if message.filled:
        entry.flags.append(words.FILLED)
    return entry


def _nearest(text, gone):
    """The key of the sentence that is gone and most like this one, or nothing."""
    if len(text) < SHORT:
        return None
    best, place = LIKE, None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(text)
    for key in gone:
        matcher.set_seq1(key[1])
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
            best, place = matcher.ratio(), key
    return place


def _write(catalogues, language):
    folder(language).mkdir(parents=True, exist_ok=True)
    for room, catalogue in catalogues.items():
        path, text = folder(language) / f"{room}.po", str(catalogue) + "\n"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def counts(rooms, language):
    """{room: {"messages", "done", "changed", "missing", "gone"}} of a language, as the catalogues stand."""
    catalogues = read(language)
    known = {(e.msgctxt, e.msgid): e for c in catalogues.values() for e in c if e.msgstr and not e.obsolete}
    wanted = {(message.context, message.text) for room in rooms.values() for message in room}
    table = {}
    for room in sorted({*rooms, *catalogues}):
        entries = [known.get((message.context, message.text)) for message in rooms.get(room, ())]
        changed = sum(entry is not None and entry.fuzzy for entry in entries)
        missing = sum(entry is None for entry in entries)
        here = [e for e in catalogues.get(room, ()) if e.msgstr and not e.obsolete]
        table[room] = {
            "messages": len(entries),
            "done": len(entries) - changed - missing,
            "changed": changed,
            "missing": missing,
            "gone": sum((e.msgctxt, e.msgid) not in wanted for e in here),
        }
    return table


# ---- a pair: the English and its translation ------------------------------------------------------------------

PARTS = {
    "formula": re.compile(r"\$[^$]+\$"),
    "code": re.compile(r"`[^`]+`"),
    "target of a link": re.compile(r"(?<=\])\([^)\s]*\)"),
    "mark": re.compile(r"<!--.*?-->"),
}
MEANT = {"target of a link", "mark"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+(?:![rsa])?(?::[^{}]*)?\}")
LOST = re.compile(r"[ħℏ₀₁₂₃₄₅₆₇₈₉⁻⁺]")  # letters that the Chinese font does not have
HAN = re.compile(r"[\u2e80-\u9fff]")


def faults(english, translation, filled=False):
    """What a translation has lost or broken of its English, a sentence each."""
    found = []
    for name, pattern in PARTS.items():
        there, here = (dict.fromkeys(pattern.findall(text)) for text in (english, translation))
        found += [f"the {name} {part} is missing" for part in there if part not in here]
        if name in MEANT:  # a formula may be explained, a link may not be invented
            found += [f"the {name} {part} is not in the English" for part in here if part not in there]
    there, here = (_fields(text, None if filled else prose.FIELDS) for text in (english, translation))
    found += [f"the field {field} is missing" for field in sorted(there - here)]
    found += [f"the field {field} is not in the English" for field in sorted(here - there)]
    bold = [text.count("**") for text in (english, translation)]
    if bold[0] != bold[1]:
        found.append(f"{bold[0] // 2} parts are bold in the English, {bold[1] // 2} in the translation")
    elif bold[1] and "**" in prose.shown(translation):
        found.append("a ** does not close: it stands beside a sign of full width; put the sign outside")
    return found


def _fields(text, names):
    """The fields of a message; in prose only those that are facts, because braces there belong to formulas."""
    silent = PARTS["formula"].sub("", text) if names else text
    fields = {re.sub(r"[!:][^{}]*\}$", "}", field) for field in PLACEHOLDER.findall(silent)}
    return {field for field in fields if not names or field.strip("{}") in names}


def all_faults(language):
    """Every fault of the translations of a language, a line each."""
    found, told = [], {}
    for room, catalogue in read(language).items():
        for entry in catalogue:
            if entry.obsolete or not entry.msgstr or entry.fuzzy:
                continue
            where = f"{room}.po: {entry.msgid[:60]!r}: "
            found += [where + fault for fault in faults(entry.msgid, entry.msgstr, words.FILLED in entry.flags)]
            other = told.setdefault((entry.msgctxt, entry.msgid), (room, entry.msgstr))
            if other[1] != entry.msgstr:
                found.append(f"{where}{other[0]}.po says {other[1]!r}, here stands {entry.msgstr!r}")
    return found


# ---- terms, and a language to try with ------------------------------------------------------------------------


def glossary(root):
    """{English term: list of its Chinese words} of docs/glossary.md."""
    terms = {}
    text = (Path(root) / "docs" / "glossary.md").read_text(encoding="utf-8")
    for term, chinese in re.findall(r"^(\S[^\n]*?) — ([^\n]+)$", text, re.MULTILINE):
        term = re.sub(r" \(.*?\)", "", term)
        terms.setdefault(term, []).extend(
            part.strip() for part in re.split(r"[，、；/]|（.*?）", chinese) if part.strip()
        )
    return terms


def missing_terms(root, language):
    """(room, term, its Chinese words, English, translation) where a term of the glossary is translated otherwise."""
    terms = {
        re.compile(rf"\b{re.escape(term)}s?\b", re.IGNORECASE if term.islower() else 0): (term, chinese)
        for term, chinese in glossary(root).items()
    }
    for room, catalogue in read(language).items():
        for entry in catalogue:
            if entry.msgstr and not entry.obsolete:
                told = entry.msgstr.replace(" ", "")
                for pattern, (term, chinese) in terms.items():
                    if pattern.search(entry.msgid) and not any(word.replace(" ", "") in told for word in chinese):
                        yield room, term, chinese, entry.msgid, entry.msgstr


def pseudo(rooms, language="xx"):
    """Catalogues of a language in which each message is the English in brackets: ⟦…⟧. What has none is no message."""
    made = {}
    for room, messages in rooms.items():
        made[room] = _empty(language)
        for message in messages:
            entry = _entry(message, None, {})
            entry.msgstr = f"⟦{message.text}⟧"
            made[room].append(entry)
    _write(made, language)
