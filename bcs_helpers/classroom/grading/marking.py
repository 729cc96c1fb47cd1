"""One notebook: its cells run in the sandbox, each task's function is asked there, the answers are judged here."""

import atexit
import threading
from contextlib import nullcontext
from dataclasses import replace
from functools import cache
from time import monotonic

from ...words import say
from .. import course
from ..tasks import BROKEN, RIGHT, WRONG, Verdict, judge, sheet
from . import attempts, follow_on, turns
from .advice import SandboxError
from .inside.codec import answered, encode
from .job import Ended
from .reading import MOST as LARGEST
from .reading import code_of, read_notebook
from .sandbox import Limits, Sandbox
from .told import Unreadable

RESTARTS = 12  # cells of which the definitions are tried, too
HURRIED = {"time", "late", "killed"}  # ends that a busy machine can bring about


class Lost(Exception):
    """A notebook at which the sandbox ends, though it works for others."""


def mark(data, stem="", seed=None, limits=Limits(), isolation="bubblewrap", secret=(), neighbours=False,  # noqa: B008
         sandboxes=None, chapter=None, most=LARGEST):  # fmt: skip
    """The result of one notebook, as plain data: chapter, verdict on each task, answers in words, remarks.

    `secret` are folders that it must not see. With `neighbours`, others may be marked on this machine at the same
    time: what was too slow beside them is looked at once more, alone. `sandboxes` are those to use, if not the
    ones that this process keeps. `chapter` is the one to mark, if not the one that the notebook is about.

    Raises Unreadable where the bytes are no notebook, SandboxError where the sandbox does not work, Lost where it
    works, but not for this notebook.
    """
    notebook = read_notebook(data, stem, most)
    notebook = replace(notebook, chapter=chapter or notebook.chapter)
    if notebook.chapter is None:
        raise Unreadable("no_chapter")
    sandboxes = sandboxes or sandboxes_of(limits, isolation, secret)
    with turns.together() if neighbours else nullcontext():
        talk, rows, memory = _asked(sandboxes, notebook, seed)
    if neighbours and talk.hurried:
        with turns.alone():
            talk, rows, memory = _asked(sandboxes, notebook, seed)
    words = {q.name: notebook.words.get(q.name, "") for q in course.questions(notebook.chapter)}
    loose = [list(row) for row in notebook.loose] if not all(words.values()) else []
    return {"chapter": notebook.chapter, "tasks": rows, "words": words, "remarks": talk.remarks(), "loose": loose,
            "language": notebook.language, "memory": memory}  # fmt: skip


def _asked(sandboxes, notebook, seed):
    """(the talk with a notebook, what came of each task, whose account of memory held).

    Where the warm process is lost, it is tried once more with a new one.
    """
    for attempt in (1, 2):
        sandbox = sandboxes.take(new=attempt > 1)
        try:
            talk = ask(sandbox, notebook, seed)
            rows = _rows(talk, notebook, seed, sandbox.limits)
            _look_again(sandbox, talk, rows, notebook, seed)
            return talk, rows, sandbox.memory
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
        raise SandboxError(say("an empty notebook does not run in the sandbox: {why}", why=end.args[0])) from None
    finally:
        sandboxes.give_back(sandbox)
    raise Lost


def _rows(talk, notebook, seed, limits):
    """{task: its verdict, points and code, as plain data}."""
    rows = {}
    for task in course.tasks(notebook.chapter):
        code = code_of(notebook.cells, task.name)
        verdict = verdict_on(task, seed, talk.outcome[task.name], limits, code, notebook.cells)
        verdict = attempts.explained(verdict, talk.outcome[task.name], notebook.cells, talk.failed)
        told = {"state": verdict.state, "key": verdict.key, "fields": verdict.fields, "points": verdict.points}
        rows[task.name] = {**told, "code": code}
        if names := talk.package.get(task.name):
            rows[task.name]["package"] = names
    return rows


def _look_again(sandbox, talk, rows, notebook, seed):
    """Note in the rows which task is right with the references of the earlier tasks that it builds on."""
    until = monotonic() + sandbox.limits.notebook_seconds
    for name, earlier in follow_on.looks(notebook.chapter, {name: row["state"] for name, row in rows.items()}).items():
        again = _Talk(notebook, seed, sandbox.limits, tasks=[name], until=until)
        again.modes, again.stubs = list(talk.modes), follow_on.Stubs(earlier, follow_on.references)
        again.run(sandbox)
        if verdict_on(course.find(name), seed, again.outcome[name], sandbox.limits).state == RIGHT:
            rows[name]["follow_on"] = earlier


class Sandboxes:
    """Warm sandboxes of one kind, as many as are in use at the same time. Closed, there are no more to be had."""

    def __init__(self, settings):
        self.settings, self.closed = settings, False
        self._free, self._starting, self._all, self._lock = [], [], set(), threading.Lock()

    def begin(self, number):
        """Start as many, and do not wait for them: who calls has something to do in the meantime."""
        for _ in range(number):
            sandbox = self._new()
            with self._lock:
                self._starting.append(sandbox)

    def take(self, new=False):
        """One that nobody uses, or a new one. Raises SandboxError where none can be made, or all are closed."""
        with self._lock:
            if self.closed:
                raise SandboxError(say("marking was stopped"))
            if self._free and not new:
                return self._free.pop()
            sandbox = self._starting.pop() if self._starting else None
        return (sandbox or self._new()).wait()

    def _new(self):
        sandbox = Sandbox(*self.settings)
        with self._lock:
            self._all.add(sandbox)
            stopped = self.closed
        if stopped:
            sandbox.close()
            raise SandboxError(say("marking was stopped"))
        return sandbox

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
    follow_on.references.close()


# ---- asking -------------------------------------------------------------------------------------------------


def ask(sandbox, notebook, seed):
    """The talk with a notebook, at its end: what came of each task, whatever the notebook does.

    A cell that dies or hangs is reduced to its definitions, then left out; a function that does is not asked again.
    """
    talk = _Talk(notebook, seed, sandbox.limits)
    talk.run(sandbox)
    return talk


class _Talk:
    """What is known of a notebook so far, over all children that it was tried in."""

    def __init__(self, notebook, seed, limits, tasks=None, until=None):
        self.cells, self.seed, self.limits = list(notebook.cells), seed, limits
        self.until = until or monotonic() + limits.notebook_seconds
        self.waiting = tasks or [task.name for task in course.tasks(notebook.chapter)]
        self.stubs = None  # in a second look: what stands in for earlier tasks
        self.modes = ["all"] * len(self.cells)  # of a cell: all, definitions, skip
        self.outcome, self.left_out = {}, []  # {task: its answers, or the word for how it ended}, [(cell, reason)]
        self.failed = {}  # {cell: what is told of its error}
        self.package = {}  # {task: what of the package it calls, where it should be programmed}
        self.cell = None  # that runs now
        asks = any("inputs" in cell for cell in self.cells)
        self.public = {name: _encoded(course.find(name), None)[0] for name in self.waiting if asks}

    def run(self, sandbox):
        """Ask for every task, in as many children as it takes."""
        while self.waiting and monotonic() <= self.until:
            with sandbox.job() as job:
                try:
                    self.run_cells(job)
                    self.call_tasks(job)
                except Ended as end:
                    if not self.blame(end.args[0]):
                        break
        self.outcome |= dict.fromkeys(self.waiting, "late" if monotonic() > self.until else "lost")

    @property
    def hurried(self):
        """Whether an end came that others on the machine may have brought about."""
        ends = {reason for _, reason in self.left_out} | {end for end in self.outcome.values() if isinstance(end, str)}
        return bool(ends & HURRIED)

    def hear(self, job, seconds):
        """The child's next message; what a stub asks on the way is answered."""
        end = monotonic() + seconds
        while True:
            message = job.receive(self._left(end - monotonic()))
            if self.stubs is None or "ask" not in message:
                return message
            begun = monotonic()
            job.send(self.stubs.answer(message))
            end += monotonic() - begun  # a reference's time is not the function's

    def run_cells(self, job):
        """Run the cells; Ended where the child comes to its end, or never comes to theirs."""
        self.cell = 0
        stubs = self.stubs.names if self.stubs else []
        program = [name for name in self.waiting if getattr(course.find(name), "program", False)]
        started = {"cells": self.cells, "modes": self.modes, "inputs": self.public, "stubs": stubs, "program": program}
        job.send(started)
        for _ in range(10 * len(self.cells) + 2):  # four rounds through the cells at most, two messages for each
            message = self.hear(job, self.limits.cell_seconds)
            if "ran" in message:
                self.cell = None
                self.package |= attempts.borrowed(message.get("package"), program, self.cells)
                return
            if type(number := message.get("cell")) is int and 0 <= number < len(self.cells):
                self.cell = number
                self.failed.pop(number, None)  # it may run better in a later round
                if "failed" in message:
                    self.failed[number] = attempts.told(message["failed"], self.cells[number])
        raise Ended("output")

    def call_tasks(self, job):
        """Call each function that was not yet called, on all its inputs."""
        while self.waiting:
            answers = []
            for encoded in _encoded(course.find(self.waiting[0]), self.seed):
                job.send({"call": self.waiting[0], "inputs": encoded})
                answers.append(self.hear(job, self.limits.call_seconds))
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
        return told + attempts.remarks(self.failed, self.cells)

    def _left(self, seconds):
        rest = self.until - monotonic()
        if rest <= 0:
            raise Ended("time")
        return min(seconds, rest)


# ---- judging ------------------------------------------------------------------------------------------------


def verdict_on(task, seed, answers, limits, code="", cells=()):
    """The verdict on what came back for a task. Words of the notebook's own are told only where inputs are public."""
    if isinstance(answers, str):
        seconds = limits.notebook_seconds if answers in ("late", "lost") else limits.call_seconds
        return Verdict(task.name, BROKEN, answers, _limits(limits, seconds))
    last = answers[-1]
    if "error" in last:
        return Verdict(task.name, BROKEN, "error", _error(last, code, cells, public=seed is None))
    if "not" in last:
        what = last.get("what") if last.get("what") in attempts.KINDS else "thing of its own kind"
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


def _error(message, code, cells, public):
    """What stopped a function: the error's kind and, from the notebook, its line; its own words if inputs are public.

    Else a function could hand out the inputs that it was given.
    """
    fields = {"error": attempts.kind_of(message), **attempts.missing(message, cells)}
    if public and fields["error"] != "Exception" and isinstance(message.get("text"), str):
        fields["text"] = message["text"][:300]
    return fields | attempts.where(message, code)


@cache  # by the task itself: another course may have one of the same name
def _encoded(task, seed):
    return [encode(tuple(case)) for case in sheet(task, seed).cases]


__all__ = ["Lost", "Unreadable", "ask", "close_all", "encode", "mark", "verdict_on"]
