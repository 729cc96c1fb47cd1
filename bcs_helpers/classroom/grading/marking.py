"""One notebook: its cells run in the sandbox, each task's function is asked there, the answers are judged here."""

import atexit
import base64
import builtins
import re
import threading
from collections import defaultdict
from functools import cache
from time import monotonic

import numpy as np

from .. import course
from ..tasks import BROKEN, WRONG, Verdict, judge, sheet
from .collect import Unreadable, read_notebook
from .sandbox import Ended, Limits, Sandbox, SandboxError

RESTARTS = 12  # cells of which the definitions are tried, too
MOST = 1 << 20
NOT_HERE = re.compile(r"(?!bcs_helpers)[A-Za-z_][\w.]{0,39}", re.ASCII)  # a module's name, as a child tells it
KNOWN = ("str", "list", "tuple", "dict", "set", "bytes", "function", "generator", "coroutine", "Figure", "Axes")


def mark(data, stem="", seed=None, limits=Limits(), isolation="bubblewrap", hidden=()):  # noqa: B008 — frozen
    """The result of one notebook, as plain data: chapter, verdict on each task, answers in words, remarks.

    Raises Unreadable where the bytes are no notebook, SandboxError where the sandbox does not work.
    """
    notebook = read_notebook(data, stem)
    settings = (limits, isolation, tuple(hidden))
    for attempt in (1, 2):
        sandbox = _take(settings)
        try:
            answers, remarks = ask(sandbox, notebook, seed)
            break
        except (OSError, SandboxError):  # the warm process is lost: once more with a new one
            stopping = sandbox.closed
            sandbox.close()
            if stopping or attempt == 2:
                raise
        finally:
            _give_back(settings, sandbox)
    rows = {}
    for task in course.tasks(notebook.chapter):
        code = _code(notebook.cells, task.name)
        verdict = verdict_on(task, seed, answers[task.name], limits, code)
        told = {"state": verdict.state, "key": verdict.key, "fields": verdict.fields, "points": verdict.points}
        rows[task.name] = {**told, "code": code}
    return {"chapter": notebook.chapter, "tasks": rows, "words": notebook.words, "remarks": remarks}


_free, _all, _lock = defaultdict(list), set(), threading.Lock()


def _take(settings):
    """A warm sandbox of this process that nobody uses, or a new one."""
    with _lock:
        if _free[settings]:
            return _free[settings].pop()
    sandbox = Sandbox(*settings)
    with _lock:
        _all.add(sandbox)
    return sandbox


def _give_back(settings, sandbox):
    with _lock:
        if sandbox.closed:
            _all.discard(sandbox)
        else:
            _free[settings].append(sandbox)


@atexit.register
def close_all():
    """End every sandbox of this process; whoever is marking in one stops with SandboxError or OSError."""
    with _lock:
        sandboxes = list(_all)
        _all.clear()
        _free.clear()
    for sandbox in sandboxes:
        sandbox.close()


# ---- asking -------------------------------------------------------------------------------------------------


def ask(sandbox, notebook, seed):
    """({task: its answers, or the word for how it ended}, remarks on cells), whatever the notebook does.

    A cell that dies or hangs is reduced to its definitions, then left out; a function that does is not asked again.
    """
    talk = _Talk(notebook, seed, sandbox.limits)
    while talk.waiting and monotonic() <= talk.until:
        with sandbox.job() as job:
            try:
                talk.run_cells(job)
                talk.call_tasks(job)
            except Ended as end:
                if not talk.blame(end.args[0]):
                    break
    left = "late" if monotonic() > talk.until else "lost"
    return talk.outcome | dict.fromkeys(talk.waiting, left), talk.remarks()


class _Talk:
    """What is known of a notebook so far, over all children that it was tried in."""

    def __init__(self, notebook, seed, limits):
        self.cells, self.seed, self.limits = list(notebook.cells), seed, limits
        self.until = monotonic() + limits.notebook_seconds
        self.waiting = [task.name for task in course.tasks(notebook.chapter)]
        self.modes = ["all"] * len(self.cells)  # of a cell: all, definitions, skip
        self.outcome, self.left_out, self.missing = {}, [], set()
        self.cell = None  # that runs now
        asks = any("inputs" in cell for cell in self.cells)
        self.public = {name: _encoded_public(name) for name in self.waiting if asks}

    def run_cells(self, job):
        """Run the cells; Ended where the child comes to its end, or never comes to theirs."""
        self.cell = 0
        job.send({"cells": self.cells, "modes": self.modes, "inputs": self.public})
        for _ in range(10 * len(self.cells) + 2):  # four rounds through the cells at most, two messages for each
            message = job.receive(self._left(self.limits.cell_seconds))
            if "ran" in message:
                self.cell = None
                return
            if type(number := message.get("cell")) is int and 0 <= number < len(self.cells):
                self.cell = number
            if isinstance(name := message.get("missing"), str) and NOT_HERE.fullmatch(name):
                self.missing.add(name)
        raise Ended("output")

    def call_tasks(self, job):
        """Call each function that was not yet called, on all its inputs."""
        while self.waiting:
            answers = []
            for encoded in _encoded(self.waiting[0], self.seed):
                job.send({"call": self.waiting[0], "inputs": encoded})
                answers.append(job.receive(self._left(self.limits.call_seconds)))
                if "error" in answers[-1] or "not" in answers[-1]:
                    break
            self.outcome[self.waiting.pop(0)] = answers

    def blame(self, reason):
        """Make a note of the cell or function at which a child ended; False where it is no use to try again."""
        if self.cell is None:
            self.outcome[self.waiting.pop(0)] = reason
            return True
        if not self.cells or self.modes[self.cell] == "skip":
            return False
        if self.modes[self.cell] == "all":
            self.left_out.append((self.cell, reason))
        patient = self.modes[self.cell] == "all" and len(self.left_out) <= RESTARTS
        self.modes[self.cell] = "definitions" if patient else "skip"
        return True

    def remarks(self):
        """What its author and the instructor should know: keys and fields of `say.remark`."""
        told = []
        for cell, reason in self.left_out:
            first = self.cells[cell].strip().split("\n")[0][:60]
            limits = _limits(self.limits, self.limits.cell_seconds)
            told.append({"key": reason, "fields": {"cell": cell + 1, "first": first, **limits}})
        return told + [{"key": "missing", "fields": {"name": name}} for name in sorted(self.missing)[:5]]

    def _left(self, seconds):
        rest = self.until - monotonic()
        if rest <= 0:
            raise Ended("time")
        return min(seconds, rest)


def encode(value):
    """Inputs as JSON: numbers, truth values, text, None, arrays, and lists, tuples and dictionaries of them."""
    if value is None or (isinstance(value, bool | int | float | str) and not isinstance(value, np.generic)):
        return value
    if isinstance(value, complex | np.complexfloating) and not isinstance(value, np.ndarray):
        return {"complex": [float(value.real), float(value.imag)]}
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, np.ndarray) and value.dtype.kind in "biufc":
        data = base64.b64encode(np.ascontiguousarray(value).tobytes()).decode()
        return {"array": data, "dtype": value.dtype.str, "shape": list(value.shape)}
    if isinstance(value, list):
        return [encode(v) for v in value]
    if isinstance(value, tuple):
        return {"tuple": [encode(v) for v in value]}
    if isinstance(value, dict):
        return {"dict": [[encode(k), encode(v)] for k, v in value.items()]}
    raise TypeError(f"the inputs of a task must be plain data, not a {type(value).__name__}")


def decode(message):
    """The array in an answer; None where there is none. Raises ValueError where it is anything but a plain array."""
    if message.get("nothing") is True:
        return None
    kind, shape, data = message.get("dtype"), message.get("shape"), message.get("array")
    if kind not in ("<f8", "<c16") or not isinstance(data, str) or not isinstance(shape, list) or len(shape) > 8:
        raise ValueError("not a number")
    if len(data) > MOST or not all(type(n) is int and 0 <= n <= MOST for n in shape):
        raise ValueError("not a number")
    return np.frombuffer(base64.b64decode(data, validate=True), kind).reshape(shape)


# ---- judging ------------------------------------------------------------------------------------------------


def verdict_on(task, seed, answers, limits, code=""):
    """The verdict on what came back for a task. Words of the notebook's own are told only where inputs are public."""
    if isinstance(answers, str):
        seconds = limits.notebook_seconds if answers in ("late", "lost") else limits.call_seconds
        return Verdict(task.name, BROKEN, answers, _limits(limits, seconds))
    last = answers[-1]
    if "error" in last:
        return Verdict(task.name, BROKEN, "error", _error(last, code, public=seed is None))
    if "not" in last:
        what = last.get("what") if last.get("what") in KNOWN else "thing of its own kind"
        if last["not"] == "a function":
            return Verdict(task.name, BROKEN, "not_a_function", {"name": task.name, "type": what})
        return Verdict(task.name, BROKEN, "not_a_number", {"type": what})
    try:
        values = [decode(message) for message in answers]
    except ValueError:
        return Verdict(task.name, BROKEN, "no_number")
    try:
        return judge(sheet(task, seed), values)
    except Exception:  # a row that does not expect such a value
        return Verdict(task.name, WRONG, "unknown")


def _limits(limits, seconds):
    return {"seconds": seconds, "memory": limits.memory >> 20}


def _error(message, code, public):
    """What stopped a function: the error's kind and, from the notebook, its line; its own words if inputs are public.

    Else a function could hand out the inputs that it was given.
    """
    name, line = message.get("error"), message.get("line")
    known = isinstance(name, str) and isinstance(getattr(builtins, name, None), type)
    fields = {"error": name if known else "Exception"}
    if public and known and isinstance(message.get("text"), str):
        fields["text"] = message["text"][:300]
    lines = code.strip("\n").split("\n")
    if type(line) is int and 0 < line <= len(lines) and lines[line - 1].strip():
        fields["steps"] = [{"line": line, "source": lines[line - 1].strip()[:120]}]
    return fields


@cache
def _encoded(name, seed):
    return [encode(tuple(case)) for case in sheet(course.find(name), seed).cases]


@cache
def _encoded_public(name):
    return encode(tuple(sheet(course.find(name)).cases[0]))


def _code(cells, name):
    """The cell in which the function was defined last, as text."""
    holding = [cell for cell in cells if f"def {name}" in cell or f"{name} =" in cell]
    defining = [cell for cell in holding if f"def {name}" in cell]
    return (defining or holding or [""])[-1][:20_000]


__all__ = ["Unreadable", "ask", "close_all", "decode", "encode", "mark", "verdict_on"]
