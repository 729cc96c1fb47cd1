"""The policies of a class in one file, policy.toml: what is set, when it is due, and what half a success is worth.

Nothing here is part of what a notebook's result depends on: with another policy only tables and pages are made anew.
"""

import math
import tomllib
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from ...words import say, translate
from .. import course
from ..tasks import Question

HOURS = {"day": 24, "hour": 1}
REMARK, REFUSE = PACKAGE_CALLS = ("remark", "refuse")

ALLOWED = {  # what a value may be, as it is told
    "share": "a number from 0 (nothing) to 1 (all points)",
    "per cent": "a number from 0 to 100",
    "number": "a number larger than zero",
    "minutes": "a number of minutes, zero or larger",
    "unit": "\"day\" or \"hour\"",
    "yes or no": "true or false",
    "file": "the name of a file",
    "zone": "the name of a time zone, as \"Asia/Shanghai\"",
    "calls": "\"remark\" or \"refuse\"",
    "names": "a list of names",
    "section": "a section, as [{key}] on a line of its own",
    "time": "a date, as 2026-11-20, or a date and time, as 2026-11-20T18:00:00",
    "extension": "a number of days, or a date with or without a time, or one of these for each chapter, "
    "as {{05 = 2}}",
    "chapter": "a chapter of this course: {stems}",
    "task": "a task or question of this course; near it: {near}",
    "only a task": "a task: a question in words earns what its rubric says",
    "slip": "the name of a task and of one of its slips, as \"gap_ratio.one_gap\"; slips of this task: {slips}",
}  # fmt: skip
#: Section: {key: what its value may be}. A section whose keys are names of the course has a key "*".
SECTIONS = {
    "set": {"chapters": "names", "only": "names", "leave_out": "names"},
    "points": {"*": "number"},
    "deadlines": {"*": "time"},
    "extensions": {"*": "extension"},
    "late": {
        "percent": "per cent", "per": "unit", "most": "per cent", "grace": "minutes", "marked_late": "per cent",
        "zone": "zone", "times": "file", "zip_times": "yes or no",
    },
    "partial": {"known_slips": "share", "parts": "share", "nearly": "share", "follow_on": "share", "slips": "section"},
    "package_calls": {"programming": "calls"},
    "total": {"cap": "number"},
}  # fmt: skip


class PolicyError(ValueError):
    """A policy file that cannot be used: the message names the file, the key, the value and what is allowed."""


@dataclass(frozen=True)
class Policy:
    """What is set and what it is worth. Without a file: everything handed in, a task is right or not, nothing is late.

    Shares and penalties are fractions (0.1 for ten per cent); times know their zone.
    """

    chapters: tuple[str, ...] = ()  # that are set; none: see `results.set_chapters`
    only: tuple[str, ...] = ()  # tasks and questions; none: all
    leave_out: tuple[str, ...] = ()
    points: dict = field(default_factory=dict)  # {task: own points}
    deadlines: dict = field(default_factory=dict)  # {chapter: time}
    extensions: dict = field(default_factory=dict)  # {student, as written: {chapter or "": time or days}}
    penalty: float = 0.0
    hours: float = 24.0  # for which the penalty is taken once, begun ones counted whole
    most: float = 1.0
    grace: timedelta = timedelta()
    marked_late: float = 0.0  # where a platform says that it was late, and not how late
    zone: tzinfo | None = None  # None: this machine's
    times: Path | None = None  # a table of when things arrived
    zip_times: bool = False
    known_slips: float = 0.0
    parts: float = 0.0
    nearly: float = 0.0
    follow_on: float = 0.0
    slips: dict = field(default_factory=dict)  # {(task, slip): share}
    package_calls: str = REMARK
    cap: float = math.inf

    def rows(self, chapter):
        """All that earns points in a chapter, with the points that it has here: its tasks, then its questions."""
        return [*self.tasks(chapter), *self.questions(chapter)]

    def possible(self, chapters):
        """All points of these chapters."""
        return min(sum(row.points for chapter in chapters for row in self.rows(chapter)), self.cap)

    def tasks(self, chapter):
        """The tasks of a chapter that are set."""
        rows = [task for task in course.tasks(chapter) if self.is_set(task)]
        return [replace(task, points=self.points[task.name]) if task.name in self.points else task for task in rows]

    def questions(self, chapter):
        """The questions in words of a chapter that are set."""
        return [question for question in course.questions(chapter) if self.is_set(question)]

    def is_set(self, row):
        """Whether a task or question counts."""
        return row.name not in self.leave_out and (not self.only or row.name in self.only)

    def local(self, moment):
        """A time with its zone: the policy's, where it has none of its own."""
        if moment.tzinfo is not None:
            return moment
        return moment.replace(tzinfo=self.zone) if self.zone else moment.astimezone()


def read_policy(path):
    """The Policy of a file. Raises PolicyError."""
    path = Path(path)
    try:
        given = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise PolicyError(say("{path} cannot be read: {error}", path=path, error=error.strerror)) from None
    except ValueError as error:  # of TOML and of UTF-8
        raise PolicyError(say("{path} is no TOML in UTF-8: {error}", path=path, error=error)) from None
    return _Reader(path).policy(given)


class _Reader:
    """Turns a file's tables into a Policy, and says what is wrong with a key's value."""

    def __init__(self, path):
        self.path = path

    def policy(self, given):
        """The Policy of a file's tables."""
        self._known(given, SECTIONS, "")
        for name, table in given.items():
            if not isinstance(table, dict):
                raise self._not(name, table, "section")
            keys = SECTIONS[name]
            if "*" not in keys:
                self._known(table, keys, name)
            for key, value in table.items():
                self._check(f"{name}.{key}", value, keys.get(key) or keys["*"])
        set_, late, partial = given.get("set", {}), given.get("late", {}), given.get("partial", {})
        told = {name: partial.get(name, 0.0) for name in ("known_slips", "parts", "nearly", "follow_on")}
        return Policy(
            chapters=tuple(self._chapter("set.chapters", name) for name in set_.get("chapters", ())),
            only=tuple(self._row("set.only", name).name for name in set_.get("only", ())),
            leave_out=tuple(self._row("set.leave_out", name).name for name in set_.get("leave_out", ())),
            points={self._task(f"points.{name}", name).name: own for name, own in given.get("points", {}).items()},
            deadlines={self._chapter(f"deadlines.{name}", name): self._zoned(given, _end(moment))
                       for name, moment in given.get("deadlines", {}).items()},
            extensions={name: self._extension(given, name, value)
                        for name, value in given.get("extensions", {}).items()},
            penalty=late.get("percent", 0) / 100,
            hours=HOURS[late.get("per", "day")],
            most=late.get("most", 100) / 100,
            grace=timedelta(minutes=late.get("grace", 0)),
            marked_late=late.get("marked_late", 0) / 100,
            zone=ZoneInfo(late["zone"]) if "zone" in late else None,
            times=self._file("late.times", late["times"]) if "times" in late else None,
            zip_times=late.get("zip_times", False),
            slips={self._slip(f"partial.slips.{name}", name, share): share
                   for name, share in partial.get("slips", {}).items()},
            package_calls=given.get("package_calls", {}).get("programming", REMARK),
            cap=given.get("total", {}).get("cap", math.inf),
            **told,
        )  # fmt: skip

    def _known(self, table, keys, where):
        for key in table:
            if key not in keys:
                told = "{path}: {key} is not known; known here are {known}"
                key = f"{where}.{key}" if where else key
                raise PolicyError(say(told, path=self.path, key=key, known=", ".join(keys)))

    def _not(self, key, value, kind, **fields):
        fields = {"key": key, **fields}
        told = "{path}: {key} must be {allowed}, not {value}"
        allowed = say(ALLOWED[kind], **fields)
        shown = str(value) if isinstance(value, date | time) else repr(value)
        return PolicyError(say(told, path=self.path, key=key, allowed=allowed, value=shown[:200]))

    def _check(self, key, value, kind):
        number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        fits = {
            "share": number and 0 <= value <= 1,
            "per cent": number and 0 <= value <= 100,
            "number": number and value > 0,
            "minutes": number and 0 <= value <= 60 * 24 * 366,
            "unit": isinstance(value, str) and value in HOURS,
            "yes or no": isinstance(value, bool),
            "file": isinstance(value, str) and bool(value.strip()),
            "zone": isinstance(value, str) and _is_zone(value),
            "calls": value in PACKAGE_CALLS if isinstance(value, str) else False,
            "names": isinstance(value, list) and all(isinstance(name, str) for name in value),
            "section": isinstance(value, dict),
            "time": isinstance(value, date),
            "extension": self._is_extension(value),
        }
        if not fits[kind]:
            raise self._not(key, value, kind)

    def _is_extension(self, value):
        if isinstance(value, dict):
            return bool(value) and all(not isinstance(v, dict) and self._is_extension(v) for v in value.values())
        days = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 366
        return days or isinstance(value, date)

    def _extension(self, given, name, value):
        """{chapter, "" for all: days, or the new deadline}."""
        each = value if isinstance(value, dict) else {"": value}
        chapter = lambda key: key and self._chapter(f"extensions.{name}", key)  # noqa: E731
        moment = lambda v: self._zoned(given, _end(v)) if isinstance(v, date) else timedelta(days=v)  # noqa: E731
        return {chapter(key): moment(v) for key, v in each.items()}

    def _zoned(self, given, moment):
        zone = given.get("late", {}).get("zone")
        return Policy(zone=ZoneInfo(zone) if zone else None).local(moment)

    def _chapter(self, key, name):
        stems = course.stems()
        fits = [stem for stem in stems if name and stem.startswith((name, f"0{name}_"))]
        if len(fits) != 1:
            raise self._not(key, name, "chapter", stems=", ".join(stems))
        return fits[0]

    def _row(self, key, name):
        for row in (*course.tasks(), *course.questions()):
            if row.name == name:
                return row
        raise self._not(key, name, "task", near=_near(name))

    def _task(self, key, name):
        row = self._row(key, name)
        if isinstance(row, Question):
            raise self._not(key, name, "only a task")
        return row

    def _slip(self, key, name, share):
        task, _, slip = name.partition(".")
        self._check(key, share, "share")
        slips = [row.key for row in getattr(self._row(key, task), "slips", ())]
        if slip not in slips:
            raise self._not(key, name, "slip", slips=", ".join(slips) or translate("none"))
        return task, slip

    def _file(self, key, name):
        path = self.path.parent / name
        if not path.is_file():
            raise PolicyError(say("{path}: {key}: there is no file {file}", path=self.path, key=key, file=path))
        return path


def _near(name):
    from difflib import get_close_matches

    rows = [row.name for row in (*course.tasks(), *course.questions())]
    return ", ".join(get_close_matches(name, rows, 5, 0.4)) or ", ".join(rows[:5])


def _is_zone(name):
    try:
        return bool(ZoneInfo(name))
    except (OSError, ValueError, KeyError):
        return False


def _end(moment):
    """A day stands for its last second."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time(23, 59, 59))
