"""The words of a Markdown text: each paragraph, heading, list item and cell of a table is a message on one line.

In a block of commands or code the comments at the ends of lines are messages.

A translation is put back where the message stood; all else (markers, bars, fences, comments, formulas of their own
line) stays byte for byte. In a formula of its own line the words inside \\text{…} are messages. What is a fact and not
a word (numbers of figures and sections, points, minutes, problems) is no part of a message, or a field of it:
{minutes} minutes. So a changed number leaves its translation in place.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from ...words import FORMULA
from .captions import LINK

CODE = re.compile(r"`[^`]+`")
COMMENT = re.compile(r"(?:^|  )# (.+)$", re.MULTILINE)  # in a block of commands or code
NAMED = re.compile(r"(?<=\\text\{)\s*([^{}]*[^{}\s])\s*(?=\})")  # words that a formula holds
BAR = "\ue000"  # stands for a bar inside a formula, which CommonMark takes for the border of a cell
WORD = re.compile(r"[^\W\d_]{3,}|\b(?:an?|at|by|in|is|no|of|on|or|to)\b")
SILENT = re.compile(  # what is no word: formulas, code, comments, tags, targets of links, addresses
    r"\$[^$]*\$|`[^`]*`|<!--.*?-->|</?[a-z][^>]*>|(?<=\])\([^)]*\)|\bhttps?://\S+|\{[^{}]*\}|\\[A-Za-z]+", re.DOTALL
)
NUMBER = r"\d+[a-z]? · "  # of a title or a heading
OUTSIDE = re.compile(rf"\*\*Figure[^*]*\*\* ?|{NUMBER}|\d\d[a-z]? (?=[A-Z])")  # at the beginning of a message
ADMONITIONS = {"admonition", "note", "tip", "hint", "important", "warning"}
FACTS = (  # numbers that are facts of a row, and their fields
    (re.compile(r"(?<=\(problem )[\d ]+(?=,)"), "problem"),
    (re.compile(r"(?<=\(problems )[\d, ]+(?=,)"), "problems"),
    (re.compile(r"\d+(?= points?\b)"), "points"),
    (re.compile(r"\d+(?= min(?:utes)?\b)"), "minutes"),
)
FIELDS = {name for _, name in FACTS}


@dataclass(frozen=True)
class Run:
    """A message and where it stands in the text; `fields` are its facts."""

    start: int
    end: int
    text: str
    fields: dict


@lru_cache
def _parser():
    parser = MarkdownIt("commonmark").enable("table")
    return parser.use(dollarmath_plugin, double_inline=True).use(front_matter_plugin)


def has_words(text):
    """Whether there is something to translate: a word outside formulas, code and addresses."""
    return bool(WORD.search(SILENT.sub(" ", text)))


def runs(source):
    """The messages of a text, in order."""
    hidden = FORMULA.sub(lambda match: match[0].replace("|", BAR), source)
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found, place = [], 0
    for token in _parser().parse(hidden):
        if token.type == "fence" and token.info.startswith("{"):
            begin, last = starts[token.map[0]], starts[token.map[1] - 1]
            found += _directive(source, begin, starts[token.map[0] + 1], last)
            place = last
        elif token.type == "fence":
            begin, place = starts[token.map[0] + 1], starts[token.map[1] - 1]
            found += [Run(*match.span(1), match[1], {}) for match in COMMENT.finditer(source, begin, place)]
        if token.type == "math_block":
            begin, last = starts[token.map[0]], starts[token.map[1]]
            named = NAMED.finditer(source, begin, last)
            found += [Run(*match.span(1), match[1], {}) for match in named if has_words(match[1])]
        if token.type != "inline" or not token.content.strip():
            continue
        place = max(place, starts[token.map[0]])
        lines = token.content.split("\n")
        start = _find(hidden, lines[0].strip(), place)
        end = start
        for line in lines:
            end = _find(hidden, line.strip(), end) + len(line.strip())
        place = end
        if outside := OUTSIDE.match(source, start, end):
            start = outside.end()
        text, fields = _plain(source[start:end])
        if has_words(text):
            found.append(Run(start, end, text, fields))
    return found


def headings(source):
    """The headings of a text, as their letters."""
    tokens = _parser().parse(source)
    inside = [tokens[place + 1] for place, token in enumerate(tokens) if token.type == "heading_open"]
    return ["".join(child.content for child in token.children) for token in inside]


def shown(text):
    """The letters of a message as a page shows them, without its marks."""
    (token,) = _parser().parseInline(text)
    return "".join(child.content for child in token.children if child.type == "text")


def _directive(source, begin, body, end):
    """The messages of a directive of the book: its title, its caption, its text; code and options have none."""
    name, title = re.match(r"[`:]+\{([\w-]+)\} *(.*)", source[begin:body]).groups()
    parts = []
    if name in ADMONITIONS:
        parts = [(body - 1 - len(title.rstrip()), body - 1), (body, end)]
    elif name == "toctree":
        parts = [match.span(1) for match in re.compile(r"^:caption: (.+)$", re.MULTILINE).finditer(source, body, end)]
    elif name == "glossary":  # a term in both languages, and its meaning, which is set in
        parts = [match.span() for match in re.compile(r"(?:^ .+\n)+", re.MULTILINE).finditer(source, body, end)]
    for start, stop in parts:
        for run in runs(source[start:stop]):
            yield Run(start + run.start, start + run.end, run.text, run.fields)


def _find(text, part, place):
    found = text.find(part, place)
    if found < 0:  # a bar written \| inside a cell
        found = text.find(part.replace("|", r"\|"), place)
    if found < 0:
        raise ValueError(f"a part of a text cannot be found in it: {part!r}")
    return found


def _plain(part):
    """(message, its fields): one line, without markers of a quotation, facts as fields, links to figures empty."""
    text = " ".join(re.sub(r"^[ \t>]*", "", line) for line in part.split("\n"))
    text = re.sub(r"\s+", " ", LINK.sub(lambda m: f"[]({m[1]})" if m[0].startswith("[Figure ") else m[0], text)).strip()
    fields = {}
    for pattern, name in FACTS:
        if found := pattern.search(text):
            fields[name] = found[0]
            text = text[: found.start()] + f"{{{name}}}" + text[found.end() :]
    return text, fields


def message(text):
    """The message that a text of one run would be."""
    found = runs(text)
    return found[0].text if len(found) == 1 else " ".join(text.split())


def translated(source, translate):
    """The text with each message replaced by its translation; where there is none the text stays as it is."""
    parts, end = [], 0
    for run in runs(source):
        told = translate(run.text)
        if told != run.text:
            for name, value in run.fields.items():
                told = told.replace(f"{{{name}}}", value)
            parts += [source[end : run.start], told]
            end = run.end
    return "".join([*parts, source[end:]])
