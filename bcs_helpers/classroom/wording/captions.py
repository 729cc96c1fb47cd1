"""The numbers of the figures: an author writes a mark, `bcs build` the number.

    show(fig, "gap_curve")                                   the figure, under its key

    # <!-- figure: gap_curve -->
    # **Figure 5.1.** The gap closes like a square root.     the paragraph that reads it: it begins with the caption
    #
    # … as [Figure 5.1](#gap_curve) shows …                  a link, here and (with the file's name) elsewhere

Numbers follow the order of the figures in a chapter. Bold words after a mark and the words of a link to a figure are
written anew at each build, so an author may leave them empty.
"""

import ast
import re

from ...words import say

NUMBER = re.compile(r"(<!-- figure: (\w+) -->\n)(?:\*\*[^*\n]*\*\* ?)?")
LINK = re.compile(r"\[[^\]\n]*\]\(((?:[^()\s]*\.ipynb)?#(\w+))\)")
SHOWN = {"show": (1, "key"), "explore": (None, "alt")}  # function -> place and name of the argument that is a key


def figures(notebook):
    """(number of the cell, key or sentence or None where it is not a constant) of each figure shown, in order."""
    found = []
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            calls = [node for node in ast.walk(tree(cell.source)) if isinstance(node, ast.Call)]
            for call in sorted(calls, key=lambda node: node.lineno):
                if getattr(call.func, "id", None) in SHOWN:
                    found.append((number, _constant(_key(call))))
    return found


def tree(source):
    """The syntax tree of a code cell; lines for IPython alone are left out."""
    return ast.parse(re.sub(r"^\s*[%!].*$", "", source, flags=re.MULTILINE))


def _key(call):
    place, name = SHOWN[call.func.id]
    named = [word.value for word in call.keywords if word.arg in (name, "alt")]
    return named[0] if named else call.args[place] if place is not None and len(call.args) > place else None


def _constant(node):
    return node.value if isinstance(node, ast.Constant) else None


def numbers(chapters):
    """{key: "5.1"} of the figures of {stem: notebook}."""
    found = {}
    for stem, notebook in chapters.items():
        keys = [key for _, key in figures(notebook) if key and key.isidentifier()]
        found |= {key: f"{int(stem[:2])}.{place}" for place, key in enumerate(dict.fromkeys(keys), 1)}
    return found


def numbered(source, numbers, language="en"):
    """The text of a markdown cell with the numbers of its figures put in, in a language."""

    def caption(match):
        head = say("**Figure {number}.**", language=language, number=numbers[match[2]])
        return f"{match[1]}{head} "

    def link(match):
        return f"[{say('Figure {number}', language=language, number=numbers[match[2]])}]({match[1]})"

    source = NUMBER.sub(lambda match: caption(match) if match[2] in numbers else match[0], source)
    return LINK.sub(lambda match: link(match) if match[2] in numbers else match[0], source)
