"""One notebook: its cells run in the sandbox, each task's function is asked there, the answers are judged here."""

import atexit
import builtins
import re
import threading
from contextlib import nullcontext
from functools import cache
from time import monotonic

from .. import course
from ..tasks import BROKEN, WRONG, Verdict, judge, sheet
from . import turns
from .collect import Unreadable, read_notebook
from .inside.codec import answered, encode
from .sandbox import Ended, Limits, Sandbox, SandboxError

RESTARTS = 12  # cells of which the definitions are tried, too
NOT_HERE = re.compile(r"(?!bcs_helpers)[A-Za-z_][\w.]{0,39}", re.ASCII)  # a module's name, as a child tells it
KNOWN = ("str", "list", "tuple", "dict", "set", "bytes", "function", "generator", "coroutine", "Figure", "Axes")


HURRIED = {"time", "late", "killed"}  # ends that a busy machine can bring about
LOST = "the sandbox was lost twice while it ran, and works without it: run the same command again, or read it yourself"


class Lost(Exception):
    """A notebook at which the sandbox ends, though it works for others; the message says so."""


def mark(data, stem="", seed=None, limits=Limits(), isolation="bubblewrap", secret=(), neighbours=False,  # noqa: B008
         sandboxes=None):  # fmt: skip
    """The result of one notebook, as plain data: chapter, verdict on each task, answers in words, remarks.

    `secret` are folders that it must not see. With `neighbours`, others may be marked on this machine at the same
    time: what was too slow beside them is looked at once more, alone. `sandboxes` are those to use, if not the
    ones that this process keeps.

    Raises Unreadable where the bytes are no notebook, SandboxError where the sandbox does not work, Lost where it
    works, but not for this notebook.
    """
    notebook = read_notebook(data, stem)
    sandboxes = sandboxes or sandboxes_of(limits, isolation, secret)
    with turns.together() if neighbours else nullcontext():
        answers, remarks, hurried, memory = _asked(sandboxes, notebook, seed)
    if neighbours and hurried:
        with turns.alone():
            answers, remarks, _, memory = _asked(sandboxes, notebook, seed)
    rows = {}
    for task in course.tasks(notebook.chapter):
        code = _code(notebook.cells, task.name)
        verdict = verdict_on(task, seed, answers[task.name], limits, code)
        told = {"state": verdict.state, "key": verdict.key, "fields": verdict.fields, "points": verdict.points}
        rows[task.name] = {**told, "code": code}
    return {"chapter": notebook.chapter, "tasks": rows, "words": notebook.words, "remarks": remarks,
            "memory": memory}  # fmt: skip


def _asked(sandboxes, notebook, seed):
    """What `ask` returns, and whose account of memory held. Where the warm process is lost, a new one is tried."""
    for attempt in (1, 2):
        sandbox = sandboxes.take(new=attempt > 1)
        try:
            return *ask(sandbox, notebook, seed), sandbox.memory
        except (OSError, SandboxError):
            sandbox.close()
            if sandboxes.closed:
                raise
        finally:
            sandboxes.give_back(sandbox)
    sandbox = sandboxes.take(new=True)  # raises SandboxError where the fault is not the notebook's
    try:
        with sandbox.job() as job:
            job.send({"cells": [], "modes": [], "inputs": {}})
            job.receive(sandbox.limits.cell_seconds)
    except Ended as end:
        raise SandboxError(f"an empty notebook does not run in the sandbox: {end.args[0]}") from None
    finally:
        sandboxes.give_back(sandbox)
    raise Lost(LOST)


class Sandboxes:
    """Warm sandboxes of one kind, as many as are in use at the same time. Closed, there are no more to be had."""

    def __init__(self, settings):
        self.settings, self.closed = settings, False
        self._free, self._all, self._lock = [], set(), threading.Lock()

    def take(self, new=False):
        """One that nobody uses, or a new one. Raises SandboxError where none can be made, or all are closed."""
        with self._lock:
            if self._free and not new and not self.closed:
                return self._free.pop()
            if self.closed:
                raise SandboxError("marking was stopped")
        sandbox = Sandbox(*self.settings)
        with self._lock:
            self._all.add(sandbox)
            stopped = self.closed
        if stopped:
            sandbox.close()
            raise SandboxError("marking was stopped")
        return sandbox.wait()

    def give_back(self, sandbox):
        """It may be used again, if it still works."""
        with self._lock:
            if sandbox.closed:
                self._all.discard(sandbox)
            else:
                self._free.append(sandbox)

    def close(self):
        """End them all, those in use and those that are just starting, too."""
        with self._lock:
            self.closed, sandboxes = True, list(self._all)
        for sandbox in sandboxes:
            sandbox.close()


_kept, _keeping = {}, threading.Lock()


def sandboxes_of(limits, isolation, secret):
    """The sandboxes of that kind that this process keeps."""
    settings = (limits, isolation, tuple(secret))
    with _keeping:
        return _kept.setdefault(settings, Sandboxes(settings))


@atexit.register
def close_all():
    """End every sandbox of this process; whoever is marking in one stops with SandboxError or OSError."""
    with _keeping:
        kept = list(_kept.values())
        _kept.clear()
    for sandboxes in kept:
        sandboxes.close()


# ---- asking -------------------------------------------------------------------------------------------------


def ask(sandbox, notebook, seed):
    """({task: its answers, or the word for how it ended}, remarks on cells, hurried), whatever the notebook does.

    It was hurried if an end came that others on the machine may have brought about.

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
    outcome = talk.outcome | dict.fromkeys(talk.waiting, left)
    ends = {reason for _, reason in talk.left_out} | {end for end in outcome.values() if isinstance(end, str)}
    return outcome, talk.remarks(), bool(ends & HURRIED)


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
        self.public = {name: _encoded(course.find(name), None)[0] for name in self.waiting if asks}

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
            for encoded in _encoded(course.find(self.waiting[0]), self.seed):
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
        values = [answered(message) for message in answers]
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


@cache  # by the task itself: another course may have one of the same name
def _encoded(task, seed):
    return [encode(tuple(case)) for case in sheet(task, seed).cases]


def _code(cells, name):
    """The cell in which the function was defined last, as text."""
    holding = [cell for cell in cells if f"def {name}" in cell or f"{name} =" in cell]
    defining = [cell for cell in holding if f"def {name}" in cell]
    return (defining or holding or [""])[-1][:20_000]


__all__ = ["Lost", "Unreadable", "ask", "close_all", "encode", "mark", "verdict_on"]
