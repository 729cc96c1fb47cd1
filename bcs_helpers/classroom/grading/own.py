"""What the project itself gave out: its notebooks are known by the digests of their cells, in whatever file they come.

In a checkout it is read from the folders; a wheel carries it as own.json, which hatch_build.py writes. So nothing of
the package is imported when this module is loaded.
"""

import json
import re
from collections import defaultdict
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
FOLDERS = ("exercises", "solutions", "notebooks")
MARKER = re.compile(r"<!--\s*answer:\s*(\w+)\s*-->")
TASK = re.compile(r"<!--\s*task:\s*(\w+)\s*-->")
MARKS = re.compile(r"<!--\s*(?:(?:answer|task):\s*)?\w+\s*-->")
HAN = re.compile(r"[\u4e00-\u9fff]")
SHORT = 12  # letters: a shorter paragraph of ours may stand in anybody's words


def gather(root):
    """What is given out in a folder of the project: digests of code cells a notebook, and the text of the exercises.

    `asks` is {question: paragraphs of the cell that asks it}; `blanks` is what stands where an answer shall stand.
    """
    books, text, asks, blanks = {}, set(), {}, set()
    paths = [path for folder in FOLDERS for path in sorted((root / folder).glob("*.ipynb"))]
    for path in [*paths, *root.glob("index.ipynb")]:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        kinds = [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
        books[path.relative_to(root).as_posix()] = [digest(t) for kind, t in kinds if kind == "code" and t.strip()]
        if path.parent.name == "exercises":
            before = ""
            for kind, cell in kinds:
                if kind != "code" and (names := MARKER.findall(cell)):
                    asks |= {name: _paragraphs(before) for name in names}
                    blanks |= set(_paragraphs(cell))
                elif kind != "code":
                    text |= set(_paragraphs(cell))
                before = cell if kind != "code" else ""
    return {"books": books, "text": sorted(text), "asks": asks, "blanks": sorted(blanks)}


def digest(code):
    """A digest of a cell's code, without empty ends."""
    return sha256(_tidy(code).encode()).hexdigest()[:16]


def _tidy(text):
    return "\n".join(line.rstrip() for line in text.replace("\r", "").split("\n")).strip("\n")


def _paragraphs(text):
    """The paragraphs of a text, without the marks that say what it is."""
    return [part.strip() for part in re.split(r"\n\s*\n", _tidy(MARKS.sub("", text))) if part.strip()]


class Own:
    """What is known of all that was given out: by the project, and by the instructor whose course it is."""

    def __init__(self, *given):
        self.books, self.exercises, texts, self.asks = {}, set(), set(), {}
        for one in given:
            for name, cells in one["books"].items():
                if name.startswith("exercises/"):  # these may be handed in blank
                    self.exercises |= set(cells)
                elif cells:
                    self.books[name] = frozenset(cells)
            texts |= {said for text in (*one["text"], *one["blanks"]) for said in _in_all_languages(text)}
            for name, parts in one["asks"].items():
                self.asks[name] = {said for part in parts for said in _in_all_languages(part)}
        self.texts = frozenset(text for text in texts if _letters(text) >= SHORT)
        self.begins, self.ends = defaultdict(list), defaultdict(list)  # {their first or last letters: texts}
        longest_first = sorted(self.texts, key=len, reverse=True)  # so that none is cut by a shorter one
        for text in (text for text in longest_first if len(text) >= SHORT):
            self.begins[text[:SHORT]].append(text)
            self.ends[text[-SHORT:]].append(text)


def _in_all_languages(text):
    """A paragraph as it is given out: in English, and as the editions have it."""
    from ... import words

    if not words.languages():
        return {text}
    from ..wording import prose

    return {text} | {prose.translated(text, partial(words.translate, language=name)) for name in words.languages()}


def _letters(text):
    """The length of a text; a Chinese letter says as much as two of the alphabet."""
    return len(text) + len(HAN.findall(text))


@cache
def _given_by(root):
    stored = HERE / "own.json"
    return json.loads(stored.read_text(encoding="utf-8")) if root == ROOT and stored.exists() else gather(root)


def known():
    """What the project gave out, and the course in use."""
    from .. import course

    return _known(course.current().folder)


@cache
def _known(folder):
    ours = folder.is_relative_to(HERE.parent)  # else it is an instructor's own course
    return Own(_given_by(ROOT), *([] if ours else [_given_by(folder.parent)]))


def book(code):
    """The file of ours of which these are all code cells; empty where it is none."""
    cells = frozenset(digest(cell) for cell in code)
    return next((name for name, own in known().books.items() if cells == own), "")


def is_code(cell):
    """Whether this code stands so in one of our exercises."""
    return digest(cell) in known().exercises


def asks(text):
    """The question in words that this text asks, as we gave it out; None where it is none."""
    parts = set(_paragraphs(text))
    return next(
        (name for name, own in known().asks.items() if any(p in parts for p in own if _letters(p) > SHORT)), None
    )


def without(text):
    """The text without the paragraphs that we gave out, also where somebody wrote on in one of them."""
    return "\n\n".join(filter(None, map(_without, _paragraphs(text))))


def _without(part):
    ours = known()
    if part in ours.texts:
        return ""
    part = part.removeprefix(next((t for t in ours.begins.get(part[:SHORT], ()) if part.startswith(t)), ""))
    return part.removesuffix(next((t for t in ours.ends.get(part[-SHORT:], ()) if part.endswith(t)), "")).strip()


def is_text(text):
    """Whether nothing but what we gave out stands in it."""
    return not without(text)
