"""The solver's own record: what was answered, in a small file beside the notebook."""

import json
import os
from contextlib import suppress
from pathlib import Path

from ..words import say
from . import course
from .tasks import BLANK, BROKEN, RIGHT, STATES

VERSION = 2  # of the file
OLDER = {"not attempted": BLANK, "cannot be evaluated": BROKEN}  # states as version 1 called them
STARTED_IN = Path.cwd()  # where the notebook was when it imported this


def file():
    """The solver's own record: progress.json beside the notebook, wherever it goes later, or what BCS_PROGRESS says."""
    return STARTED_IN / (os.environ.get("BCS_PROGRESS") or "progress.json")


def read():
    """({task: state}, footnote). A file that cannot be used is set aside under another name, never lost."""
    path = file()
    if not path.exists():
        return {}, ""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] not in (1, VERSION):
            raise ValueError(f"version {data['version']}")
        solved = {str(name): OLDER.get(state, state) for name, state in data["tasks"].items()}
        if not set(solved.values()) <= set(STATES):
            raise ValueError("an unknown state")
        return solved, ""
    except OSError as error:
        why = error.strerror
        return {}, say("(Your progress file {file} cannot be read: {why}.)", file=path.name, why=why)
    except Exception:
        aside = path.with_name(f"{path.stem}-set-aside{path.suffix}")
        n = 1
        while aside.exists():
            n += 1
            aside = path.with_name(f"{path.stem}-set-aside-{n}{path.suffix}")
        with suppress(FileNotFoundError):  # another notebook did it at this moment
            path.rename(aside)
        told = "(Your progress file could not be understood. It is kept as {file}; a new one is begun.)"
        return {}, say(told, file=aside.name)


def beside():
    """{name: state} of what was answered in the chapters, whose notebooks stand beside the exercises."""
    found = {}
    if not os.environ.get("BCS_PROGRESS"):
        for path in STARTED_IN.parent.glob("*/progress.json"):
            with suppress(Exception):  # whoever works there is told
                found |= json.loads(path.read_text(encoding="utf-8"))["tasks"]
    names = {row.name for row in (*course.quick(), *course.steps())}
    return {name: state for name, state in found.items() if name in names and state in STATES}


def remember(task, verdict):
    """Keep a verdict; what was once right stays right. Returns a footnote, or nothing."""
    if verdict.state == BLANK or verdict.key == "interrupted":
        return ""
    solved, footnote = read()
    if solved.get(task.name) != RIGHT:
        solved[task.name] = verdict.state
    path = file()
    fresh = path.with_name(f"{path.stem}-{os.getpid()}{path.suffix}")  # another notebook may save at this moment
    try:
        fresh.write_text(json.dumps({"version": VERSION, "tasks": solved}, indent=1) + "\n", encoding="utf-8")
        fresh.replace(path)  # in one step: a crash leaves the old file or the new one
    except OSError as error:
        saved = say("(Your progress could not be saved: {why}.)", why=error.strerror)
        return "\n".join(filter(None, [footnote, saved]))
    return footnote
