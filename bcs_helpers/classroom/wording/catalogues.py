"""The catalogues of a second language: brought in step with the words, counted, and compared with the English.

A catalogue is a .po file: the English sentence, a note that says where it stands, the translation. A sentence that has
changed keeps its old translation beside it, marked fuzzy, and is shown in English until somebody has looked at it.
"""

import re
from difflib import SequenceMatcher
from pathlib import Path

import polib

from ... import words
from . import prose
from .rooms import Message

LIKE = 0.7  # how like an old sentence must be for its translation to be offered
FUZZY = "fuzzy"  # the flag of a translation that waits for somebody to look at it
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


def translated(catalogues):
    """{(context, English): entry} of what has a translation, fuzzy or not."""
    return {(e.msgctxt, e.msgid): e for c in catalogues.values() for e in c if e.msgstr and not e.obsolete}


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
        merged[room] = catalogue = empty(language)
        gone = {
            key: entry
            for key, entry in known.items()
            if key not in wanted and any(entry is one for one in old.get(room, ()))
        }
        for message in messages:
            catalogue.append(entry_of(message, known.get((message.context, message.text)), gone))
        for entry in gone.values():
            entry.obsolete = True
            catalogue.append(entry)
    for room in set(old) - set(rooms):
        for entry in old[room]:
            if entry.msgstr and (entry.msgctxt, entry.msgid) not in wanted:
                entry.obsolete = True
                merged.setdefault(room, empty(language)).append(entry)
    if write:
        store(merged, language)
    return merged


def empty(language):
    """A catalogue without messages."""
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {**HEAD, "Language": language, "Plural-Forms": "nplurals=1; plural=0;"}
    return catalogue


def entry_of(message, known=None, gone=()):
    """The entry of a message: with the translation it had, or, marked fuzzy, that of a like sentence that is gone."""
    entry = polib.POEntry(msgid=message.text, msgctxt=message.context, comment=message.note)
    if known:
        entry.msgstr, entry.flags = known.msgstr, [flag for flag in known.flags if flag == FUZZY]
        entry.previous_msgid, entry.tcomment = known.previous_msgid, known.tcomment
    elif near := _nearest(message.text, gone):
        old = gone.pop(near)
        entry.msgstr, entry.previous_msgid, entry.flags = old.msgstr, old.previous_msgid or old.msgid, [FUZZY]
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


def store(catalogues, language):
    """Store {room: catalogue}; a file that would be the same is not touched."""
    folder(language).mkdir(parents=True, exist_ok=True)
    for room, catalogue in catalogues.items():
        path, text = folder(language) / f"{room}.po", str(catalogue) + "\n"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def counts(rooms, language):
    """{room: {"messages", "done", "changed", "missing", "gone"}} of a language, as the catalogues stand."""
    catalogues = read(language)
    known = translated(catalogues)
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
    "formula": words.FORMULA,
    "code": prose.CODE,
    "target of a link": re.compile(r"(?<=\])\([^)\s]*\)"),
    "mark": re.compile(r"<!--.*?-->"),
    "tag": re.compile(r"</?[a-z][^<>]*>"),
}
MEANT = {"target of a link", "mark", "tag"}
NUMBER = re.compile(r"(?<![\w.{])\d+(?:[.,]\d+)*(?![\w}])")
MILLION = re.compile(r"\b(\d+) million")  # Chinese counts in ten thousands
DIGITS, POWERS = "零一二三四五六七八九", {"100": "百", "1000": "千"}
FEW = {str(n) for n in (*range(21), *range(30, 101, 10))}  # may be words in one language and digits in the other
JINJA = re.compile(r"%\(\w+\)[sdr]|%s\b")  # the field of a template, or of a sentence of Python's parser
LOST = re.compile(r"[ħ₀₁₂₃₄₅₆₇₈₉ₙₖ⁻⁺⁰⁵⁶⁷⁸⁹]")  # letters that the Chinese font does not have
HAN = re.compile(r"[\u2e80-\u9fff]")
IDEOGRAPH = "[\u4e00-\u9fff]"
NAMED = re.compile(  # words that a formula holds, and not a unit of two letters: these are translated
    rf"\\(?:text|mathrm)\{{[^{{}}]*(?:[^\W\d_]{{3}}|{IDEOGRAPH})[^{{}}]*\}}"
)
SETTING = (
    (re.compile(rf"{IDEOGRAPH}[A-Za-z0-9]|[A-Za-z0-9]{IDEOGRAPH}"), "a space is missing beside Chinese"),
    (re.compile(rf"{IDEOGRAPH}[,;:?!](?![A-Za-z0-9_])"), "a sign of half width stands after Chinese"),
)
UNSET = re.compile(r"\]\([^)]*\)|</?[a-z][^<>]*>|<!--.*?-->|%\(\w+\)")  # where no rule of setting holds
DRAWN = "shown by the code"  # in the note of a message that a figure may show


def faults(english, translation, filled=False):
    """What a translation has lost or broken of its English, a sentence each."""
    found = []
    for name, pattern in PARTS.items():
        there, here = (
            dict.fromkeys(map(unnamed, pattern.findall(text if name in ("formula", "code") else _bare(text))))
            for text in (english, translation)
        )
        found += [f"the {name} {part} is missing" for part in there if part not in here]
        if name in MEANT:  # a formula may be explained, a link may not be invented
            found += [f"the {name} {part} is not in the English" for part in here if part not in there]
    found += wrong_numbers(english, translation, filled)
    there, here = (_fields(text, filled) for text in (english, translation))
    found += [f"the field {field} is missing" for field in sorted(there - here)]
    found += [f"the field {field} is not in the English" for field in sorted(here - there)]
    marked = [words.FIELD.sub("x", text) if filled else text for text in (english, translation)]  # a hole may hold **
    bold = [text.count("**") for text in marked]
    if bold[0] != bold[1]:
        found.append(f"{bold[0] // 2} parts are bold in the English, {bold[1] // 2} in the translation")
    elif bold[1] and "**" in prose.shown(marked[1]):
        found.append("a ** does not close: it stands beside a sign of full width; put the sign outside")
    if translation.count("\n") != english.count("\n"):
        found.append("the lines are not those of the English: a translation of one line is one line")
    return [*found, *_set(translation, filled)]


def _set(text, filled):
    """Faults of setting: Chinese has signs of full width, and a space before and after formulas and Latin letters."""
    plain = UNSET.sub(lambda match: " " * len(match[0]), text)
    plain = words.FIELD.sub(lambda match: " " * len(match[0]), plain) if filled else plain
    for pattern in (words.FORMULA, prose.CODE):
        plain = pattern.sub(lambda match: "0" * len(match[0]), plain)
    for pattern, what in SETTING:
        for match in pattern.finditer(plain):
            yield f"{what}: …{text[max(match.start() - 4, 0) : match.end() + 6]}…"


def faults_of(message, translation):
    """The faults of a message's translation; those of a label too, where the message may be drawn."""
    found = faults(message.text, translation, message.filled)
    outside = words.FORMULA.sub("", translation)
    if DRAWN in message.note and "$" in translation and HAN.search(outside):
        lost = sorted(set(LOST.findall(outside)))
        found += [f"the font of a label with Chinese has no {letter}: write it inside $…$" for letter in lost]
    return found


def unnamed(formula):
    """A formula without the words inside it, which differ from language to language."""
    return NAMED.sub(r"\\text{}", formula)


def wrong_numbers(english, translation, filled=False):
    """The numbers outside formulas that a translation has lost or added, a sentence each; numerals are numbers too."""
    there, here = (_numbers(text, filled) for text in (MILLION.sub(_in_ten_thousands, english), translation))
    yield from (f"the number {n} is missing" for n in there if n not in here and _numeral(n) not in translation)
    yield from (f"the number {n} is not in the English" for n in here if n not in there and n not in FEW)


def _numbers(text, filled):
    text = re.sub(r"\]\([^)]*\)|<!--.*?-->|%\(\w+\)[sdr]", " ", _bare(text))
    return dict.fromkeys(NUMBER.findall(words.FIELD.sub(" ", text) if filled else text))


def _in_ten_thousands(match):
    return f"{100 * int(match[1])} "


def _numeral(number):
    """A whole number below a hundred, or a hundred or a thousand, in Chinese; else the number itself."""
    if number in POWERS or not number.isdecimal() or len(number) > 2:
        return POWERS.get(number, number)
    tens, ones = divmod(int(number), 10)
    return (DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (DIGITS[ones] if ones or not tens else "")


def _bare(text):
    return prose.CODE.sub(" ", words.FORMULA.sub(" ", text))


def _fields(text, filled):
    """The fields of a message; in prose only those that are facts, because braces there belong to formulas."""
    fields = words.FIELD.findall(text if filled else words.FORMULA.sub("", text))
    fields = {re.sub(r"(?<=^\{)(\w+)[!:].*(?=\})", r"\1", field) for field in fields} - {"{{", "}}"}
    return set(JINJA.findall(text)) | {field for field in fields if filled or field.strip("{}") in prose.FIELDS}


def all_faults(language):
    """Every fault of the translations of a language, a line each."""
    found, told = [], {}
    for room, catalogue in read(language).items():
        for entry in catalogue:
            if entry.obsolete or not entry.msgstr or entry.fuzzy:
                continue
            where = f"{room}.po: {entry.msgid[:60]!r}: "
            message = Message(entry.msgid, entry.msgctxt, entry.comment, words.FILLED in entry.flags)
            found += [where + fault for fault in faults_of(message, entry.msgstr)]
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
        term, *more = re.split(r" \((.*?)\)", term)
        parts = [part.strip() for part in re.split(r"[，、；/]|（.*?）", chinese) if part.strip()]
        parts += [part.removeprefix(more[0]) for part in parts if more and part.startswith(more[0])]
        terms.setdefault(term, []).extend(parts)
    return terms


def terms(root):
    """{pattern: (English term, list of its Chinese words)}: how a term is found in a sentence, the longest first."""
    return {
        re.compile(rf"\b{re.escape(term.removesuffix('s'))}s?\b", re.IGNORECASE if term.islower() else 0): (
            term,
            chinese,
        )
        for term, chinese in sorted(glossary(root).items(), key=lambda item: -len(item[0]))
    }


def missing_terms(root, language):
    """(room, term, its Chinese words, English, translation) where a term of the glossary is translated otherwise."""
    patterns = terms(root)
    for room, catalogue in read(language).items():
        for entry in catalogue:
            if entry.msgstr and not entry.obsolete:
                told, left = entry.msgstr.replace(" ", ""), entry.msgid
                for pattern, (term, chinese) in patterns.items():
                    left, found = pattern.subn("·", left)  # coherence is not asked for inside a coherence length
                    if found and not any(word.replace(" ", "") in told for word in chinese):
                        yield room, term, chinese, entry.msgid, entry.msgstr


def pseudo(rooms, language="xx"):
    """Catalogues of a language in which each message is the English in brackets: ⟦…⟧. What has none is no message."""
    made = {}
    for room, messages in rooms.items():
        made[room] = empty(language)
        for message in messages:
            entry = entry_of(message)
            entry.msgstr = f"⟦{message.text}⟧"
            made[room].append(entry)
    store(made, language)
