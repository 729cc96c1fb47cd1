"""The reader's language: an English sentence goes in, the reader's sentence comes out.

The English sentence is the key. It is looked up in the catalogues `locale/LANGUAGE/*.po`; what has no translation,
or one whose English has changed since, is shown in English. Fields have names: say("{name} has {points} points", …).
A sentence that was filled in before it came here (a label made by an f-string) is found by its fixed parts.

The alternative texts of the figures are words too, and stand in `alt/STEM.toml`, each under its key.
"""

import json
import os
import re
import sys
import tomllib
from functools import lru_cache
from pathlib import Path

__all__ = ["alternatives", "edition", "fit", "language", "languages", "named", "say", "spoken", "translate", "use"]

ALT = Path(__file__).parent / "alt"
LOCALE = Path(os.environ.get("BCS_LOCALE") or Path(__file__).parent / "locale")
FONT = Path(__file__).parent / "fonts" / "NotoSansSC-subset.otf"  # Chinese letters of the figures: `bcs words font`
EDITION = 'from bcs_helpers.words import use; use("{}")'  # the first line of a notebook in another language
SPOKEN = re.compile(r'\bword\(\s*sheet,\s*("(?:[^"\\]|\\.)*")')
FIELD = re.compile(r"\{\{|\}\}|\{[^{}]*\}")
FILLED = "python-brace-format"  # the flag of a message with fields
FORMULA = re.compile(r"\$\$[^$]+\$\$|\$[^$]+\$")  # a pair of $$ is a fence of its own, never the ends of two
LIST = re.compile(r"(, |: )(?![^(]*\))")  # the commas and colons of a list, none in brackets
WORD = re.compile("[a-z]{3}")  # in a list; names, as Nb or MgB2, have capitals
NAMED = {"interface", "book"}  # the catalogues whose messages are asked for before they are filled in


def alternatives():
    """{key: (stem, alternative text)} of all figures, in the order of the files; no key may stand twice."""
    texts = {}
    for path in sorted(ALT.glob("*.toml")):
        for key, text in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if key in texts:
                raise ValueError(f"{key!r} stands in {texts[key][0]}.toml and in {path.name}; keys are unique")
            texts[key] = path.stem, " ".join(text.split())
    return texts


def languages():
    """The languages that have catalogues, English apart."""
    return sorted(folder.name for folder in LOCALE.iterdir() if any(folder.glob("*.po"))) if LOCALE.is_dir() else []


def language():
    """The language of whoever reads here: BCS_LANGUAGE, or English."""
    return _named(os.environ.get("BCS_LANGUAGE", "en"))


def named(language):
    """The name of a language as its catalogues have it, zh_CN for zh; ValueError where others have some.

    Where there are no catalogues at all, as where notebooks are marked, every language is English.
    """
    if language != "en" and languages() and _named(language) == "en":
        raise ValueError(f"language must be en or one of {', '.join(languages())}, got {language!r}")
    return _named(language)


def use(language):
    """From here on speak this language, in this process and in those it starts: use("zh_CN").

    Raises
    ------
    ValueError : there is no such language
    """
    os.environ["BCS_LANGUAGE"] = named(language)
    _listen()


def edition(source):
    """The language that the code of a notebook asks for in the line EDITION; en where there is none."""
    found = re.search(re.escape(EDITION).replace(r"\{\}", r"(\w+)"), source)
    return _named(found[1]) if found else "en"


def _listen():
    """In a notebook, let what its cells print be looked up too; where English is spoken, nothing is changed."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is not None and language() != "en":
        shell.user_ns["print"] = shell.user_ns_hidden["print"] = _print


def _print(*values, **options):
    """print, with its texts in the reader's language."""
    print(*(fit(value) if isinstance(value, str) else value for value in values), **options)


@lru_cache
def _named(language):
    """The name of the catalogues of a language, as zh_CN for zh, zh-CN or zh_CN.UTF-8; en where there are none."""
    wanted = str(language).split(".")[0].replace("-", "_")
    for name in languages():
        if wanted == name or wanted == name.split("_")[0]:
            return name
    return "en"


def translate(message, language=None, context=None):
    """The message in a language (by default the reader's); the message itself where there is no translation."""
    return _catalogue(_named(language) if language else _reader())[0].get((context, message), message)


def say(message, /, *, language=None, context=None, **fields):
    """The message in a language, with its named fields filled in: say("{name} has {points} points", …)."""
    return translate(message, language, context).format(**fields)


def spoken(script):
    """The words that a script says itself, as they stand in it: word(sheet, "reset")."""
    return [json.loads(text) for text in SPOKEN.findall(script.read_text(encoding="utf-8"))]


def fit(text, language=None):
    """The translation of a finished text, filled-in fields and all; the text itself where there is none.

    >>> fit("no such words 3.5")
    'no such words 3.5'
    """
    known, patterns = _catalogue(_named(language) if language else _reader())
    inner = text.strip()
    if not known or not inner:
        return text
    if (None, inner) in known:
        return text.replace(inner, known[None, inner])
    for pattern, names, translation in patterns:
        if found := pattern.fullmatch(inner):
            fields = {name: _listed(field, known) for name, field in zip(names, found.groups(), strict=True)}
            return text.replace(inner, _filled(translation, fields))
    return text.replace(inner, _listed(inner, known))


def _listed(text, known):
    """The translation of one message, or of several between commas or colons; the text itself unless each is known.

    A name, a number and a formula stand in a list as they are: "MgB2, small gap".
    """
    if (None, text) in known:
        return known[None, text]
    parts = LIST.split(text)  # words and what stands between them, in turns
    found = [known.get(("list" if i % 2 else None, part), part) for i, part in enumerate(parts)]
    words = list(zip(parts[::2], found[::2], strict=True))
    if any(new == old and WORD.search(FORMULA.sub("", old)) for old, new in words):
        return text
    return text if all(new == old for old, new in words) else "".join(found)


def forget():
    """Read the catalogues anew when next a word is asked for."""
    _named.cache_clear()
    _catalogue.cache_clear()


def _filled(translation, fields):
    signs = {"{{": "{", "}}": "}"} | fields
    return FIELD.sub(lambda match: signs.get(match[0], match[0]), translation)


def _reader():
    name = os.environ.get("BCS_LANGUAGE", "en")
    return name if name == "en" else _named(name)


@lru_cache
def _catalogue(language):
    """({(context, message): translation}, [(pattern, fields, translation)]) of a language; both empty for English."""
    known, filled = {}, {}
    if language != "en":
        from babel.messages.pofile import read_po

        for path in sorted((LOCALE / language).glob("*.po")):
            with path.open("rb") as file:
                for message in read_po(file):
                    if message.id and message.string and not message.fuzzy:
                        known.setdefault((message.context, message.id), message.string)
                        if FILLED in message.flags and path.stem not in NAMED:
                            filled.setdefault(message.id, message.string)
    rows = [(*_pattern(message), translation) for message, translation in filled.items()]
    rows.sort(key=lambda row: -len(re.sub(r"\(\.\+\?\)", "", row[0].pattern)))  # the most fixed letters first
    return known, rows


def _pattern(message):
    """(regular expression, names of its groups) of a message with fields."""
    parts, names, end = [], [], 0
    for match in FIELD.finditer(message):
        parts.append(re.escape(message[end : match.start()]))
        if match[0] in ("{{", "}}"):
            parts.append(re.escape(match[0][0]))
        else:
            parts.append("(.+?)")
            names.append(match[0])
        end = match.end()
    return re.compile("".join([*parts, re.escape(message[end:])]), re.DOTALL), names


_listen()
