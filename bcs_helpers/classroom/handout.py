"""bcs build --course FOLDER: what an instructor's students get, made from rows and solutions.

    FOLDER/course/NN_name.py       the rows                                  the instructor's
    FOLDER/solutions/NN_name.*     statement and solution, .py or .ipynb     the instructor's
    FOLDER/exercises/              NN_name.ipynb, and course/ with what students get of the rows

What students get are the rows, and `check` answers; or, where the module of rows says MARKED_BY = "a name", the
facts alone, and `check` says who will mark it.
"""

import json
import tempfile
from pathlib import Path

import nbformat
import numpy as np

from ..words import say
from . import course
from . import notebooks as nb
from .tasks import RIGHT, CourseError, Question, faults

ASK = """
import json as _json
from bcs_helpers.classroom.feedback import course as _course, evaluate as _evaluate
_told = {}
for _task in _course.tasks(%r):
    _f = globals()[_task.name]
    _told[_task.name] = "carry_on" if getattr(_f, "_stands_in", False) else _evaluate(_task, _f).key
print(_json.dumps(_told))
"""


def make(folder, overwrite=False):
    """Write exercises/ of a course; the names of the files written.

    Raises CourseError, and writes nothing, where a row or a statement is missing, a solution does not earn all its
    points, or somebody has worked in an exercise that would be written anew.
    """
    folder = Path(folder)
    rows = course.Course(course.rows_of(folder))
    rows.refuse_doubled()
    files = {}
    for stem in rows.stems:
        if wrong := [fault for task in rows.tasks(stem) for fault in faults(task)]:
            raise CourseError("\n".join(wrong))
        solution = _solution(folder / "solutions", stem)
        _refuse_missing(rows, stem, solution)
        _refuse_unsolved(folder, rows, stem, solution)
        exercise = nb.canonical(nb.without_solutions(solution), stem)
        exercise.metadata["bcs"] = {"source": nb.source_digest(exercise)}
        path = folder / "exercises" / f"{stem}.ipynb"
        if path.exists() and not overwrite:
            stored = nbformat.read(path, as_version=4)
            if nb.source_digest(stored) not in (
                stored.metadata.get("bcs", {}).get("source"),
                nb.source_digest(exercise),
            ):
                raise CourseError(
                    say(
                        "exercises/{stem}: somebody has worked in it. Move it away, or --overwrite-exercises", stem=stem
                    )
                )
        files[path] = nb.to_json(exercise)
        files[folder / "exercises" / "course" / f"{stem}.py"] = _given(rows, stem)
    changed = [path for path, text in files.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[path], encoding="utf-8")
    return [path.relative_to(folder).as_posix() for path in changed]


def _solution(folder, stem):
    """The notebook with statement and solution."""
    twins = {suffix: folder / f"{stem}{suffix}" for suffix in (".py", ".ipynb")}
    found = {}
    if twins[".py"].exists():
        found[".py"] = nb.from_text(twins[".py"].read_text(encoding="utf-8"))
    if twins[".ipynb"].exists():
        found[".ipynb"] = nbformat.read(twins[".ipynb"], as_version=4)
    if not found:
        raise CourseError(say("{stem} has rows and no notebook: solutions/{stem}.py or .ipynb is missing", stem=stem))
    if len(found) == 2 and nb.source_digest(found[".py"]) != nb.source_digest(found[".ipynb"]):
        raise CourseError(say("solutions/{stem}: .py and .ipynb differ. Keep one and delete the other", stem=stem))
    return next(iter(found.values()))


def _refuse_missing(rows, stem, solution):
    code = "\n".join(cell.source for cell in solution.cells if cell.cell_type == "code")
    text = "\n".join(cell.source for cell in solution.cells if cell.cell_type == "markdown")
    missing = [f"def {t.name}(" for t in rows.tasks(stem) if f"def {t.name}(" not in code]
    missing += [f"check({t.name})" for t in rows.tasks(stem) if f"check({t.name})" not in code]
    markers = [f"<!-- answer: {q.name} -->" for q in rows.questions(stem)]
    missing += [marker for marker in markers if marker not in text]
    if missing:
        raise CourseError(say("solutions/{stem} does not hold {missing}", stem=stem, missing=", ".join(missing)))
    for marker in markers:
        cell = next(cell for cell in nb.without_solutions(solution).cells if marker in cell.source)
        if cell.source.replace(marker, "").strip() != nb.PLACEHOLDER:
            raise CourseError(
                say(
                    "solutions/{stem}: the cell with {marker} must hold the answer, as a solution, alone",
                    stem=stem,
                    marker=marker,
                )
            )


def _refuse_unsolved(folder, rows, stem, solution):
    """Run the solution in a kernel, with the course, and let each function be judged there."""
    asking = nbformat.from_dict(json.loads(json.dumps(solution)))
    asking.cells.append(nbformat.v4.new_code_cell(ASK % stem))
    with tempfile.TemporaryDirectory() as scratch:
        try:
            ran = nb.run(asking, Path(scratch), BCS_COURSE=str(folder.resolve()))
        except nb.NotebookError as error:
            raise CourseError(say("solutions/{stem}: {error}", stem=stem, error=error)) from None
    told = json.loads(ran.cells[-1].outputs[-1].text)
    if wrong := [f"{name} ({key})" for name, key in told.items() if key != RIGHT]:
        raise CourseError(say("solutions/{stem} does not earn all points: {wrong}", stem=stem, wrong=", ".join(wrong)))


# ---- what students get of the rows --------------------------------------------------------------------------


def _given(rows, stem):
    """The module of rows that stands beside the exercise."""
    marked_by = getattr(rows.module(stem), "MARKED_BY", None)
    if not marked_by:
        return (rows.folder / f"{stem}.py").read_text(encoding="utf-8")
    tasks = "".join(f"    {_facts(task, marked_by)},\n" for task in rows.tasks(stem))
    words = "".join(f"    {_source_of(question)},\n" for question in rows.questions(stem))
    head = (
        "from numpy import array, inf, nan  # noqa: F401\n\nfrom bcs_helpers.classroom.tasks import Facts, Question\n"
    )
    return f"{head}\nTASKS = (\n{tasks})\n\nQUESTIONS = (\n{words})\n"


def _facts(task, marked_by):
    textbook = tuple(task.textbook() if callable(task.textbook) else task.textbook)
    parts = {name: getattr(task, name) for name in ("name", "title", "points", "minutes", "hints", "problem")}
    parts |= {"marked_by": marked_by, "textbook": textbook}
    return f"Facts({', '.join(f'{name}={_plain(value)}' for name, value in parts.items())})"


def _source_of(question: Question):
    """A question without what earns its points: the rubric says the sum alone."""
    parts = {"name": question.name, "title": question.title, "minutes": question.minutes}
    parts["rubric"] = ((question.points, "…"),)
    return f"Question({', '.join(f'{name}={_plain(value)}' for name, value in parts.items())})"


def _plain(value):
    """A value of plain data as Python."""
    if isinstance(value, np.ndarray):
        return f"array({value.tolist()!r})"
    if isinstance(value, np.generic):
        return repr(value.item())
    if isinstance(value, tuple):
        return f"({''.join(f'{_plain(v)}, ' for v in value)})"
    if isinstance(value, list):
        return f"[{', '.join(map(_plain, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_plain(k)}: {_plain(v)}' for k, v in value.items())}}}"
    return repr(value)
