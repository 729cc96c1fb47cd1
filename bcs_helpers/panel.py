"""What the package's panels in a page share: sliders (explore) and questions (classroom.ask).

A panel has a script of its own beside its module, before which panel.js is put. With a kernel that text is the script
of an anywidget; without one it stands in the page below the panel's data, and loads nothing.
"""

from html import escape
from pathlib import Path

from .words import fit, spoken

__all__ = ["begin", "hint", "script", "words"]

SHARED = Path(__file__).with_suffix(".js")


def script(own):
    """The whole script of the panel whose own part is the file `own`."""
    return "\n".join(path.read_text(encoding="utf-8") for path in (SHARED, own))


def words(own):
    """{English: in the reader's language} of what a panel says itself."""
    return {english: fit(english) for english in spoken(own)}


def hint(told):
    """A line for where neither a kernel nor a script runs: what to do. The book, where nothing runs, leaves it out."""
    return f'<p class="not-run">{escape(told)}</p>'


def begin(own, name):
    """The script in a page without a kernel, which puts panels at the places of class `name`."""
    return f'<script type="module">\n{script(own)}\nready("{name}");\n</script>'
