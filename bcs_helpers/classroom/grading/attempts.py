"""What was attempted and did not work: the cell that failed first, a statement that cannot be read, print for return.

What a child tells is only a claim. So an error is told by a name of Python's own, a line by what stands there in the
notebook, and the name of a missing thing only if the notebook itself holds it: no input can come out in them.
"""

import builtins
import re
from dataclasses import replace

from ..tasks import BLANK, BROKEN

KINDS = ("str", "list", "tuple", "dict", "set", "bytes", "function", "generator", "coroutine", "Figure", "Axes", "int",
         "float", "complex", "bool", "ndarray", "float64", "int64", "complex128", "Series", "DataFrame")  # fmt: skip
MODULE = re.compile(r"(?!bcs_helpers)[A-Za-z_][\w.]{0,39}", re.ASCII)
FILE = re.compile(r"[\w ./\\-]{1,80}")
MOST = 20_000  # letters of a cell in which a name is looked for
LITERAL = re.compile(rf"['\"]({FILE.pattern})['\"]")
MISSING = {
    "NameError": "name '{name}' is not defined",
    "ModuleNotFoundError": "No module named '{name}'",
    "FileNotFoundError": "No such file or directory: '{name}'",
}
FULL_WIDTH = dict(zip("（）［］｛｝：，；．＝＋－＊／＜＞！“”‘’、。", "()[]{}:,;.=+-*/<>!\"\"'',.", strict=True))


def told(message, cell):
    """What is believed of a child's word about a cell that failed: {error, text, line, source, name}."""
    if not isinstance(message, dict):
        message = {}
    text, name = message.get("text"), message.get("name")
    fields = {"error": kind_of(message), **where(message, cell)}
    if isinstance(text, str) and text.isprintable():
        fields["text"] = text[:300]
    if not name and fields["error"] == "FileNotFoundError":  # numpy says it in its words only
        name = next((part for part in LITERAL.findall(cell) if part in fields.get("text", "")), "")
    return fields | {"name": name[:80] if isinstance(name, str) else ""}


def kind_of(message):
    """The name of an error of Python's own; of any other, Exception."""
    name = message.get("error")
    return name if isinstance(name, str) and isinstance(getattr(builtins, name, None), type) else "Exception"


def where(message, cell):
    """{steps: the line and what stands there}, if the cell has such a line. Lines are counted from its first text."""
    lines, line = cell.strip("\n").split("\n"), message.get("line")
    if type(line) is int and 0 < line <= len(lines) and lines[line - 1].strip():
        return {"steps": [{"line": line, "source": lines[line - 1].strip()[:120]}]}
    return {}


def missing(message, cells):
    """{text: Python's words for what was missing}, where the notebook itself holds its name."""
    name, words = message.get("name"), MISSING.get(kind_of(message))
    if words and isinstance(name, str) and FILE.fullmatch(name) and any(name in cell for cell in cells):
        return {"text": words.format(name=name)}
    return {}


def explained(verdict, answers, cells, failed):
    """The verdict, or a better one where the code was written and an error, or print, kept it from answering."""
    if isinstance(answers, str):
        return verdict
    if verdict.key == "error":
        return _after_a_failure(verdict, answers[-1], cells, failed)
    if verdict.state != BLANK:
        return verdict
    defining = [n for n, cell in enumerate(cells) if re.search(rf"\bdef\s+{verdict.task}\b", cell)]
    if defining and defining[-1] in failed:
        error = failed[defining[-1]]
        fields = {"cell": defining[-1] + 1, **{k: v for k, v in error.items() if k != "name"}}
        if error["error"] not in {"SyntaxError", "IndentationError", "TabError"}:
            return replace(verdict, state=BROKEN, key="not_reached", fields=fields)
        source = error.get("steps", [{"source": ""}])[0]["source"]
        if signs := [c for c in dict.fromkeys(source) if c in FULL_WIDTH]:
            fields |= {"signs": " ".join(signs), "plain": " ".join(FULL_WIDTH[c] for c in signs)}
            return replace(verdict, state=BROKEN, key="full_width", fields=fields)
        return replace(verdict, state=BROKEN, key="not_read", fields=fields)
    why = answers[-1].get("why")
    if why in ("printed", "none"):
        return replace(verdict, state=BROKEN, key=f"returns_nothing.{why}", fields={})
    return verdict


def _after_a_failure(verdict, answer, cells, failed):
    """A function that misses a name, where the cell that should have made it had failed."""
    name = answer.get("name")
    if verdict.fields.get("error") != "NameError" or not isinstance(name, str) or not name[:80].isidentifier():
        return verdict
    n = name[:80]
    makes = re.compile(rf"(def|class|as|for) +{n}\b|\b{n} *(,[^=\n]{{0,80}})?=[^=]|\bimport .{{0,200}}\b{n}\b")
    cell = next((number for number in sorted(failed) if makes.search(cells[number][:MOST])), None)
    if cell is None:
        return verdict
    before = {k: v for k, v in failed[cell].items() if k != "name"}
    return replace(verdict, key="error_after", fields={**verdict.fields, "cell": cell + 1, "before": [before]})


def borrowed(message, tasks, cells):
    """{task: names of the package that its function calls}, as far as the notebook itself holds them."""
    told = message if isinstance(message, dict) else {}
    lists = {task: told[task] for task in tasks if isinstance(told.get(task), list)}
    is_there = lambda name: (  # noqa: E731
        isinstance(name, str) and len(name) < 60 and name.isidentifier() and any(name in cell for cell in cells)
    )
    return {task: [name for name in names[:8] if is_there(name)] for task, names in lists.items()}


def remarks(failed, cells):
    """What was not there where it was marked: modules, and files that a notebook reads."""
    modules, files = {}, {}
    for error in failed.values():
        name = error["name"]
        if error["error"] == "ModuleNotFoundError" and MODULE.fullmatch(name):
            modules[name] = True
        elif error["error"] == "FileNotFoundError" and missing(error, cells):
            files[name] = True
    told = [{"key": "missing", "fields": {"name": name}} for name in sorted(modules)[:5]]
    return told + [{"key": "missing_file", "fields": {"name": name}} for name in sorted(files)[:5]]
