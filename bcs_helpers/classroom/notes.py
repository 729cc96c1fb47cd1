"""What a solver sees below a cell: a note or a table, shown once, as a page would show it, and as plain text."""

import re
import sys
from html import escape
from unicodedata import east_asian_width

from ..words import say, translate
from .say import MARKS
from .tasks import BLANK, BROKEN, RIGHT, WRONG

STATE = {RIGHT: "solved", WRONG: "not right yet", BLANK: "not attempted", BROKEN: "does not run"}
SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+.!|~$&-])")
FULL = "。：；，！？（）"
SET = re.compile(r"(\$[^$\n]+\$|`[^`\n]+`)")  # a formula, or code


class Note:
    """A few words for the solver, for a person (`text`, and what Jupyter shows) and for programs (the rest)."""

    def __init__(self, says, *, state=None, key="", fields=None, mark="", label="", title="", points=0, of=None,
                 details=(), items=(), link="", footnote=""):  # fmt: skip
        self.state, self.key, self.fields, self.points = state, key, dict(fields or {}), points
        self.seen = None  # the cell in which it was shown
        self._head = " ".join(filter(None, [mark, label, title]))
        self._points = "" if of is None else say("({points}/{of}).", points=points, of=of)
        self._says, self._details, self._items, self._footnote = says, list(details), list(items), footnote
        self._link = link  # a sentence with a link, in Markdown of ours
        first = _joined(self._head, self._points, says)
        self.text = "\n".join(filter(None, [first, *(f"  {line}" for line in details), *items, link, footnote]))

    def __repr__(self):
        return self.text

    def _repr_markdown_(self):
        head = f"**{as_markdown(self._head)}**" if self._head else ""
        blocks = [_joined(head, self._points, as_markdown(self._says))]
        if self._details:
            blocks.append(fenced("\n".join(self._details)))
        if self._items:
            blocks.append("\n".join(f"- {as_markdown(item)}" for item in self._items))
        if self._link:
            blocks.append(self._link)
        if self._footnote:
            blocks += [as_markdown(line) for line in self._footnote.split("\n")]
        return "\n\n".join(blocks)

    def _bundle(self):
        return {"text/plain": self.text, "text/markdown": self._repr_markdown_()}

    def display(self):
        """Show it now, where there is a notebook; it is not shown again as the value of the same cell."""
        shell = _shell()
        if shell is not None:
            from IPython.display import display

            self.seen = shell.execution_count
            display(self._bundle(), raw=True)

    def _ipython_display_(self):
        if self.seen != _shell().execution_count:
            self.display()


class Table(Note):
    """The progress of a solver."""

    def __init__(self, chapters, titles, footnote=""):
        self.chapters, self._titles = chapters, titles
        points, self.of = (sum(row[what] for row in chapters) for what in ("points", "of"))
        super().__init__(self._plain(points), key="progress", points=points, footnote=footnote)

    def _plain(self, points):
        lines = [
            f"{row['chapter']:<24} {_points(row)}  {_wide(_in_words(row), 24)} {' '.join(_marks(row))}"
            for row in self.chapters
        ]  # marks last: their width varies
        total = _points({"points": points, "of": self.of})
        return "\n".join([*lines, f"{_wide(translate('all chapters'), 24)} {total}"])

    def _repr_html_(self):
        head = [translate(name) for name in ("chapter", "points", "solved", "tasks", "in words", "without marks")]
        rows = []
        for row in self.chapters:
            marks = " ".join(
                f'<span title="{escape(self._titles[name])}: {escape(translate(STATE[state]))}">{mark}</span>'
                for (name, state), mark in zip(row["tasks"].items(), _marks(row), strict=True)
            )
            cells = [_points(row).strip(), _solved([row]), marks, _words(row), _asked([row])]
            rows.append(_row(escape(row["chapter"]), cells))
        total = {"points": self.points, "of": self.of}
        foot = _row(
            escape(translate("all chapters")),
            [_points(total).strip(), _solved(self.chapters), "", "", _asked(self.chapters)],
        )
        note = f"<p>{escape(self._footnote)}</p>" if self._footnote else ""
        return (
            f"<table><caption>{escape(translate('Your progress'))}</caption>"
            f"<thead><tr>{''.join(f'<th scope=col {LEFT}>{escape(name)}</th>' for name in head)}</tr></thead>"
            f"<tbody>{''.join(rows)}</tbody><tfoot>{foot}</tfoot></table>{note}"
        )

    def _bundle(self):
        return {"text/plain": self.text, "text/html": self._repr_html_()}


def _joined(*parts):
    """The parts in one line, with a space between them but beside a sign of full width."""
    line = ""
    for part in filter(None, parts):
        line += part if not line or line[-1] in FULL or part[0] in FULL else f" {part}"
    return line


def _wide(text, width):
    """The text filled up to a width, in which a Chinese letter takes two places."""
    return text + " " * (width - len(text) - sum(east_asian_width(letter) in "WF" for letter in text))


LEFT = 'style="text-align: left"'


def _row(head, cells):
    return f"<tr><th scope=row {LEFT}>{head}</th>{''.join(f'<td {LEFT}>{cell}</td>' for cell in cells)}</tr>"


def _marks(row):
    return [{**MARKS, BLANK: "○"}[state] for state in row["tasks"].values()]  # dots in a row cannot be counted


def _points(row):
    return say("{points:>3} of {of:>3} points", points=row["points"], of=row["of"])


def _solved(chapters):
    states = [state for row in chapters for state in row["tasks"].values()]
    return say("{solved} of {tasks}", solved=states.count(RIGHT), tasks=len(states))


def _words(row, told="{questions} ({points} points)"):
    if not row["words"]:
        return ""
    return say(told, questions=len(row["words"]), points=sum(row["words"].values()))


def _asked(chapters):
    states = [state for row in chapters for state in row["asked"].values()]
    return say("{answered} of {questions}", answered=len(states) - states.count(BLANK), questions=len(states))


def _in_words(row):
    return _words(row, "{questions} in words ({points} points)")


def as_markdown(text):
    """Text for a page: formulas between $ signs and code between ` stay, all else means itself."""
    return "".join(part if SET.fullmatch(part) else SPECIAL.sub(r"\\\1", part) for part in SET.split(text))


def fenced(text):
    """Lines to be shown as they are."""
    fence = "`" * (1 + max([2, *map(len, re.findall("`+", text))]))
    return f"{fence}text\n{text}\n{fence}"


def _shell():
    """The notebook that runs this, or None."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None
