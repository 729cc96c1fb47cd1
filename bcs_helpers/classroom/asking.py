"""A question on the page, answered at once: ask("gap_against_temperature"), as the last line of a cell.

Its faces in one mime bundle, of which whoever shows it chooses one:

- live: an anywidget. It judges in the browser, and tells the kernel, which keeps for `progress()` that it was answered.
- text/html, without a kernel: the same script in the page. It asks for nothing elsewhere. The sentences stand in it
  encoded, so that nobody reads the answer by chance; without a script the question and its answers are shown.
- text/plain: the question and its answers.

The browser keeps the answer under the name of the question, so that it stands there when the page is opened again.
"""

import re
import sys
from base64 import b64encode
from difflib import get_close_matches
from functools import cache
from html import escape
from importlib.util import find_spec
from json import dumps
from pathlib import Path

from ..panel import begin, hint, script, words
from ..words import say, translate
from . import course, record
from .quick import CONCEPT, ERROR, ESTIMATE, GRAPH, PREDICT, WARM_UP, Choice
from .tasks import RIGHT, Verdict

__all__ = ["ask"]

SCRIPT = Path(__file__).with_suffix(".js")
HEADS = {
    PREDICT: "Predict, then look.",
    CONCEPT: "A question.",
    ERROR: "Find the error.",
    ESTIMATE: "Estimate.",
    GRAPH: "Read the graph.",
    WARM_UP: "Warm-up.",
}
REST = "(To answer here, run this cell.)"  # where no script runs
LETTERS = "ABCDEFGH"
SIGNS = re.compile(
    r"`([^`]+)`|(?<=[A-Za-zΑ-ω])_([A-Za-z0-9])(?![a-z]{2})|(?<=[Nεμ])(0)(?![.\d])|\^(?:\(([^()]+)\)|([A-Za-zΑ-ω]))"
)


def ask(name):
    """The question of that name, to be answered on the page. It earns no marks; `progress()` says what was answered.

    Returns
    -------
    Asked : what Jupyter shows

    Raises
    ------
    ValueError : there is no question of that name
    """
    row = course.asked(name)
    if row is None:
        near = get_close_matches(str(name), [row.name for row in course.quick()], 3)
        raise ValueError(f"{name!r} is not the name of a question; near it are {', '.join(near) or 'none'}")
    return Asked(row)


class Asked:
    """A question as Jupyter shows it."""

    def __init__(self, row):
        self.row, self.sheet = row, sheet(row)
        self._widget = _widget(self) if _kernel() else None

    def heard(self, answer):
        """Keep that it was answered: what was once right stays right."""
        state, _ = self.row.judge(int(answer) if isinstance(self.row, Choice) else float(answer))
        record.remember(self.row, Verdict(self.row.name, state, state))

    def __repr__(self):
        lines = [f"{self.sheet['head']} {self.sheet['asks']}"]
        return "\n".join([*lines, *(f"  {letter}  {text}" for letter, text in self._options())])

    def _options(self):
        return list(zip(LETTERS, (option["text"] for option in self.sheet.get("options", ())), strict=False))

    def _html(self):
        name = f"ask-{self.row.name}"
        data = b64encode(dumps(self.sheet, ensure_ascii=False).encode()).decode()
        listed = "".join(f"<li>{coded(text)}</li>" for _, text in self._options())
        still = f"<p><strong>{self.sheet['head']}</strong> {coded(self.sheet['asks'])}</p>"
        still += f'<ol type="A">{listed}</ol>' if listed else ""
        return f'<div class="{name}" data-question="{data}">{still}{hint(translate(REST))}</div>\n{begin(SCRIPT, name)}'

    def _repr_mimebundle_(self, **kwargs):
        bundle, details = self._widget._repr_mimebundle_(**kwargs) if self._widget else ({}, {})
        return {**bundle, "text/html": self._html(), "text/plain": repr(self)}, details


def sheet(row):
    """All that the browser needs of a question, in the reader's language."""
    told = {"name": row.name, "kind": row.kind, "head": translate(HEADS[row.kind]), "asks": translate(row.asks)}
    told["words"] = words(SCRIPT)
    if isinstance(row, Choice):
        options = [{"text": translate(o.text), "says": translate(o.says), "right": o.right} for o in row.options]
        return told | {"options": options}
    value = shown(row)
    rules = [
        [max(rule.low, -1e300), min(rule.high, 1e300), rule.state == RIGHT, say(rule.says, value=value)]
        for rule in row.rules
    ]
    axis = {"axis": row.axis, "mark": row.value} if row.axis else {}
    return told | axis | {"unit": row.unit, "power": row.power, "rules": rules}


def shown(row):
    """The right number as a sentence says it: 0.957, 3·10⁻⁴."""
    text = f"{row.value:.{row.digits}g}"
    if "e" not in text:
        return text.replace("-", "−")
    factor, power = text.split("e")
    power = str(int(power)).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"{factor}·10{power}".replace("-", "−")


def coded(text):
    """Text for a page, set as asking.js sets it: code between backquotes, what is lowered, what is raised."""
    return _set(escape(text, quote=False))


def _set(text):
    return SIGNS.sub(_sign, text)


def _sign(match):
    code, low, zero, bracket, letter = match.groups()
    if code:
        return f"<code>{code}</code>"
    return f"<sup>{_set(bracket or letter)}</sup>" if bracket or letter else f"<sub>{low or zero}</sub>"


def _kernel():
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return shell is not None and hasattr(shell, "kernel") and find_spec("anywidget") is not None


@cache
def _kind():
    """The class of the live question: only a notebook needs it."""
    import anywidget
    import traitlets

    class Question(anywidget.AnyWidget):
        _esm = script(SCRIPT)
        sheet = traitlets.Dict().tag(sync=True)

    return Question


def _widget(asked):
    widget = _kind()(sheet=asked.sheet)
    widget.on_msg(lambda _, answer, buffers: asked.heard(answer["answer"]))
    return widget
