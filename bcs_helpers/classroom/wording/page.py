"""A form that is a page: a translator changes sentences in a browser, without git and without a network.

What is written stays in the browser until it is saved as a file that `bcs words fill` takes. The page knows the rules
of catalogues.faults that need no parser, from the same expressions, and says beside a sentence what it has lost.
"""

from itertools import groupby

from ... import words
from .. import webpage
from . import catalogues, prose


def made(rows, language, name):
    """The page of the rows of a form; its own words are in the reader's language."""
    messages = [{**row, "state": _state(row), "drawn": catalogues.DRAWN in row["where"]} for row in rows]
    template = webpage.environment(__package__, words.language()).get_template("form.html")
    return template.render(
        title=words.say("Words of the companion: {name}", name=name),
        name=name,
        translation=language,
        rooms=[(room, list(rows)) for room, rows in groupby(messages, lambda row: row["room"])],
        rules=_rules(),
        **webpage.own(__package__, "form.css", "form.js"),
    )


def _state(row):
    return "changed" if "before" in row else "done" if row["translation"] else "missing"


def _rules():
    """What catalogues.faults looks for, as the script needs it: the expressions mean the same in both languages."""
    return {
        "parts": [(name, pattern.pattern) for name, pattern in catalogues.PARTS.items()],
        "whole": ["formula", "code"],  # looked for in the whole sentence, the others outside these two
        "meant": sorted(catalogues.MEANT),
        "formula": words.FORMULA.pattern,
        "code": prose.CODE.pattern,
        "named": catalogues.NAMED.pattern,
        "field": words.FIELD.pattern,
        "jinja": catalogues.JINJA.pattern,
        "facts": sorted(prose.FIELDS),
        "unset": catalogues.UNSET.pattern,
        "setting": [pattern.pattern for pattern, _ in catalogues.SETTING],
        "lost": catalogues.LOST.pattern,
        "han": catalogues.HAN.pattern,
    }
