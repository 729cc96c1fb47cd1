"""The student's side: the cells run, then calls are answered until the parent hangs up."""

import ast
import json
import random
import re
import sys
import threading
import traceback
from contextlib import redirect_stdout

from .borrowed import of_the_package
from .codec import decode, plain
from .empty import is_empty
from .overheard import Overheard
from .settings import as_at_the_start


def student(channel, shell, limits):
    """Run the cells, then answer calls until the parent hangs up."""
    lines = channel.makefile("rb")

    def say(message):
        channel.sendall(json.dumps(message).encode() + b"\n")

    job = json.loads(lines.readline())
    import numpy as np

    from bcs_helpers import classroom

    sys.path.insert(0, "")  # as in Jupyter: a notebook may write a module and import it
    random.seed(0)
    np.random.seed(0)  # noqa: NPY002 — for students who draw from it
    classroom._inputs.update({name: decode(case) for name, case in job["inputs"].items()})
    stubs = {name: stub(name, lines, say) for name in job.get("stubs", ())}
    classroom._stubs.update(stubs)
    cells = list(enumerate(zip(job["cells"], job["modes"], strict=True)))
    for _ in range(ROUNDS):
        again = []
        for number, (source, mode) in cells:
            say({"cell": number})
            error = run_cell(shell, source, mode)
            if error is not None:
                say({"cell": number, "failed": told(error, _line_of(error))})
            if isinstance(error, NameError):
                again.append((number, (source, mode)))
        if len(again) == len(cells):
            break
        cells = again  # a cell that stands before what it uses was run later by its author
    shell.user_ns.update(stubs)
    say({"ran": True, "package": {name: borrowed(shell, name) for name in job.get("program", ())}})
    while line := lines.readline():
        request = json.loads(line)
        say(answer(shell, request["call"], decode(request["inputs"])))


ROUNDS = 4
BODY = re.compile(r"\s*%%(?:time|timeit|capture|prun|debug)\b[^\n]*\n(?=.*\S)", re.DOTALL)  # around ordinary code
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
ASSIGNMENTS = (ast.Assign, ast.AnnAssign)
WORK = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom, ast.ListComp, ast.SetComp, ast.DictComp, ast.Pow)


def run_cell(shell, source, mode):
    """Run a cell, or (mode "definitions") what it defines; the error where there is one, else None.

    Where a statement fails, those after it are run all the same: a cell may be many, merged.
    """
    if mode == "skip":
        return None
    source = BODY.sub("#\n", source, count=1) if BODY.match(source) else source
    if mode == "definitions":
        nodes = [node for node in _statements(shell, source) if _defines(node)]
        for node in nodes:
            shell.run_cell(ast.unparse(node), silent=True)
        return None
    first = None
    while source:
        result = shell.run_cell(source, silent=True)
        if result.error_before_exec or result.error_in_exec is None:
            return first or result.error_before_exec
        first = first or result.error_in_exec
        source = _after(shell, source, _line_of(result.error_in_exec))
    return first


def _statements(shell, source):
    try:
        return ast.parse(shell.transform_cell(source)).body
    except SyntaxError:
        return []


def _after(shell, source, line):
    """The statements that begin after a line, each on its own line still; empty where there are none."""
    starts = [
        min([node.lineno, *(decorator.lineno for decorator in getattr(node, "decorator_list", ()))])
        for node in _statements(shell, source)
    ]
    later = [start for start in starts if start > line > 0]
    if not later:
        return ""
    lines = shell.transform_cell(source).split("\n")
    return "#\n" * (later[0] - 1) + "\n".join(lines[later[0] - 1 :])


def _defines(node):
    """A definition, an import, or a constant: nothing that could take long."""
    plain = isinstance(node, ASSIGNMENTS) and not any(isinstance(part, WORK) for part in ast.walk(node))
    return plain or isinstance(node, DEFINITIONS)


def _line_of(error):
    """The line of the cell at which it stopped; 0 where it is not known."""
    steps = traceback.extract_tb(error.__traceback__)
    unread = (error.lineno or 0) if isinstance(error, SyntaxError) else 0
    return next((step.lineno for step in steps if "ipython-input" in step.filename), unread)


def told(error, line):
    """What is told of an error: its kind, its words, its line in the cell, and the name of what was missing."""
    name = getattr(error, "filename", None) if isinstance(error, OSError) else getattr(error, "name", None)
    text = error.msg if isinstance(error, SyntaxError) else error
    return {"error": type(error).__name__, "text": str(text)[:300], "line": line, "name": str(name or "")[:200]}


def borrowed(shell, name):
    """What of the package a function calls whose point is to be programmed; told before any input is known here."""
    try:
        return of_the_package(shell.user_ns.get(name))[:8]
    except Exception:  # an object of the student's that answers to nothing
        return []


def answer(shell, name, inputs):
    """What the function of that name returns, as plain data."""
    function = shell.user_ns.get(name)
    if function is None:
        return {"nothing": True, "why": "absent"}
    if not callable(function):
        return {"not": "a function", "what": type(function).__name__}
    printed = Overheard()
    try:
        with as_at_the_start(), redirect_stdout(printed):
            value = plain(function(*inputs))
    except BaseException as error:
        cell = getattr(getattr(function, "__code__", None), "co_filename", None)
        own = [step.lineno for step in traceback.extract_tb(error.__traceback__) if step.filename == cell]
        return told(error, own[-1] if own else 0)
    if value == {"nothing": True}:
        value["why"] = "empty" if is_empty(function) else "printed" if printed.anything else "none"
    return value


WHOLE = (int, "int64", "int32")  # what stays a whole number on the way


def stub(name, lines, say):
    """A function that asks the parent for the reference's numbers; of the reference nothing is here."""
    lock = threading.Lock()

    def number(value):
        return plain(value) | {"whole": getattr(value, "dtype", type(value)) in WHOLE}

    def stands_in(*inputs, **named):
        with lock:
            say({"ask": name, "inputs": list(map(number, inputs)), "named": {k: number(v) for k, v in named.items()}})
            value = decode(json.loads(lines.readline())["value"])
        return value.item() if getattr(value, "shape", None) == () else value

    stands_in.__name__ = stands_in.__qualname__ = name
    return stands_in
