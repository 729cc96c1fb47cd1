"""The course: which chapters there are, and their rows. A chapter's module is loaded when somebody asks for it.

A course is a folder of modules `NN_name.py`, named like the notebooks; each holds TASKS and QUESTIONS. Ours is this
folder. Another one has its rows in `course/` of a folder that BCS_COURSE names, or in which the notebook stands.

What a chapter asks in passing, without marks, stands in `quick/NN_name.py`: QUICK for `ask`, STEPS of derivations for
`check`.
"""

import os
import re
import sys
from dataclasses import replace
from functools import cache, cached_property
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from ..tasks import CourseError, repeated

__all__ = ["Course", "asked", "current", "find", "module", "ours", "question", "questions", "quick", "rows_of", "stems",
           "steps", "tasks"]  # fmt: skip

OURS = Path(__file__).resolve().parent
STARTED_IN = Path.cwd()  # where the notebook was when it imported this
STEM = re.compile(r"[0-9]{2}[a-z]?_\w+")  # 05_gap_equation, 14a_tunnelling_curves


class Rows:
    """The tables of these kinds in a folder of modules, one a chapter, each loaded when somebody asks for it."""

    def __init__(self, folder, kinds, needed):
        self.folder, self.kinds, self.needed, self.loaded = folder, kinds, needed, {}

    @cached_property
    def texts(self):
        """{chapter: text of its module}, in the order of their numbers; quotes of either kind are one."""
        paths = sorted(path for path in self.folder.glob("*.py") if STEM.fullmatch(path.stem))
        if self.needed and not paths:
            raise CourseError(f"there are no rows in {self.folder}: no file with a name like 05_gap_equation.py")
        return {path.stem: path.read_text(encoding="utf-8").replace("'", '"') for path in paths}

    def of(self, kind, stem=None):
        """The rows of a kind of a chapter, or of all; none of a chapter without a module."""
        stems = self.texts if stem is None else {stem} & self.texts.keys()
        return tuple(row for each in stems for row in self._load(each)[kind])

    def find(self, name, kind):
        """The row of that name, or None. Only the chapters that may hold it are loaded."""
        if not isinstance(name, str) or not name.isidentifier():
            return None
        holding = [stem for stem, text in self.texts.items() if stem in self.loaded or f'"{name}"' in text]
        # in a course of somebody's own a name may be made, and stand nowhere
        others = [] if OURS in (self.folder, self.folder.parent) else self.texts.keys() - holding
        rows = (row for stem in (*holding, *sorted(others)) for row in self.of(kind, stem))
        return next((row for row in rows if row.name == name), None)

    def _load(self, stem):
        if stem not in self.loaded:
            try:
                module = _module(self.folder, stem)
                rows = {kind: [replace(row, chapter=stem) for row in getattr(module, kind, ())] for kind in self.kinds}
            except Exception as error:
                why = error if isinstance(error, CourseError) else f"{type(error).__name__}: {error}"
                raise CourseError(f"{self.folder / stem}.py cannot be used: {why}") from error
            if twice := repeated(row.name for kind in self.kinds for row in rows[kind]):
                raise CourseError(f"{stem}: two rows are called {', '.join(twice)}")
            self.loaded[stem] = rows
        return self.loaded[stem]


class Course:
    """The chapters of a folder of rows, and what they ask in passing."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.rows = Rows(self.folder, ("TASKS", "QUESTIONS"), needed=True)
        self.passing = Rows(self.folder / "quick", ("QUICK", "STEPS"), needed=False)

    @property
    def stems(self):
        """The chapters, in the order of their numbers."""
        return list(self.rows.texts)

    def tasks(self, stem=None):
        """The tasks of a chapter, or of all."""
        return self.rows.of("TASKS", self._known(stem))

    def questions(self, stem=None):
        """The questions in words of a chapter, or of all."""
        return self.rows.of("QUESTIONS", self._known(stem))

    def quick(self, stem=None):
        """What a chapter, or all, asks in passing."""
        return self.passing.of("QUICK", stem)

    def steps(self, stem=None):
        """The steps of the derivations of a chapter, or of all."""
        return self.passing.of("STEPS", stem)

    def find(self, name):
        """The task or step of that name, or None."""
        return self.rows.find(name, "TASKS") or self.passing.find(name, "STEPS")

    def question(self, name):
        """The question in words of that name, or None."""
        return self.rows.find(name, "QUESTIONS")

    def asked(self, name):
        """The question of that name which is asked in passing, or None."""
        return self.passing.find(name, "QUICK")

    def module(self, stem):
        """The module of a chapter, for what else stands in it."""
        return _module(self.folder, stem)

    def _known(self, stem):
        if stem is not None and stem not in self.stems:
            raise CourseError(f"{stem!r} is no chapter of the course: {', '.join(self.stems)}")
        return stem

    def refuse_doubled(self):
        """Raise CourseError where two rows of the course have one name: a task is found by its name alone."""
        rows = [*self.tasks(), *self.questions(), *self.quick(), *self.steps()]
        if twice := repeated(row.name for row in rows):
            where = [f"{row.name} ({row.chapter})" for row in rows if row.name in twice]
            raise CourseError(f"one name belongs to one row, but there are {', '.join(where)}")


def _module(folder, stem):
    """The module of a chapter. Ours belong to the package, those of another course stand for themselves."""
    place = f"quick.{stem}" if folder.name == "quick" else stem
    ours = OURS in (folder, folder.parent)
    name = f"{__name__}.{place}" if ours else f"bcs_course_{place.replace('.', '_')}"
    path = folder / f"{stem}.py"
    module = sys.modules.get(name)
    if module is None or Path(module.__file__) != path:
        spec = spec_from_file_location(name, path)
        module = sys.modules[name] = module_from_spec(spec)
        try:
            spec.loader.exec_module(module)
        except BaseException:
            del sys.modules[name]
            raise
    return module


_courses = {}


def current():
    """The course of this process: that of BCS_COURSE, of the folder in which the notebook stands, or ours."""
    given = os.environ.get("BCS_COURSE")
    folder = _rows_at(Path(given).absolute()) if given else _beside_the_notebook() or OURS
    if folder not in _courses:
        _courses[folder] = Course(folder)
    return _courses[folder]


@cache
def _beside_the_notebook():
    """The folder of rows that was handed out with the notebook that runs here, or None."""
    for folder in (STARTED_IN / "course", STARTED_IN.parent / "course"):
        rows = [path for path in folder.glob("*.py") if STEM.fullmatch(path.stem)]
        if any("bcs_helpers.classroom" in path.read_text(encoding="utf-8", errors="replace") for path in rows):
            return folder  # and not somebody else's folder of that name
    return None


@cache
def _rows_at(folder):
    """`rows_of` for `current`, which is asked thousands of times: the disk is looked at once."""
    return rows_of(folder)


def rows_of(folder):
    """The folder of the rows of an instructor's course. Raises CourseError where there is none."""
    rows = Path(folder).resolve() / "course"
    if not rows.is_dir():
        raise CourseError(f"a course is a folder with a folder course/ in it; {folder} is none")
    return rows


def ours(name, **changes):
    """A task or a question of our own course, for use in another one: ours("gap_ratio", points=5)."""
    own = _courses.setdefault(OURS, Course(OURS))
    row = own.find(name) or own.question(name)
    if row is None:
        raise CourseError(f"{name!r} is no task and no question of ours")
    return replace(row, **changes)


def stems():
    """The chapters of the course, in order."""
    return current().stems


def tasks(stem=None):
    """The tasks of a chapter, or of all."""
    return current().tasks(stem)


def questions(stem=None):
    """The questions in words of a chapter, or of all."""
    return current().questions(stem)


def module(stem):
    """The module of a chapter, for what else stands in it: the truth behind synthetic data."""
    return current().module(stem)


def find(name):
    """The task of that name, or None."""
    return current().find(name)


def question(name):
    """The question in words of that name, or None."""
    return current().question(name)


def quick(stem=None):
    """What a chapter, or all, asks in passing."""
    return current().quick(stem)


def steps(stem=None):
    """The steps of the derivations of a chapter, or of all."""
    return current().steps(stem)


def asked(name):
    """The question of that name which is asked in passing, in this course or in ours; or None."""
    return current().asked(name) or _courses.setdefault(OURS, Course(OURS)).asked(name)
