"""Small classes of the frozen course, marked without walls: the tests of pages, tables and policies run no sandbox."""

import json
from pathlib import Path

from bcs_helpers.classroom import course, feedback, record
from bcs_helpers.classroom.grading import grading, marking
from bcs_helpers.classroom.grading.reading import code_of, read_notebook

from .submissions import CELLS, notebook

FROZEN = Path(__file__).parent / "frozen"
IMPORTS, TEMPERATURE, RATIO, CURVE, MILLIVOLT = CELLS
SLIP = "def gap_ratio():\n    return np.pi / np.exp(np.euler_gamma)"  # the known slip one_gap
WORDS = "<!-- answer: why_no_expansion -->\nIt has no Taylor series."


def book(*cells, words=None):
    """The bytes of a notebook with these cells, and an answer in words."""
    made = json.loads(notebook([IMPORTS, *cells]))
    if words is not None:
        made["cells"].append({"cell_type": "markdown", "metadata": {}, "source": WORDS + words})
    return json.dumps(made).encode()


RIGHT = book(TEMPERATURE, RATIO, CURVE, MILLIVOLT)


def without_walls(monkeypatch, **more):
    """From now on `marking.mark` runs these tests' own notebooks in this process; the list of what it marked.

    `more` is {task: {field: value}}: what a second look, or a look at the package, would have found.
    """
    marked = []

    def mark(data, stem="", seed=None, chapter=None, most=1 << 25, **settings):
        read, names, tasks = read_notebook(data, stem, most), {}, {}
        chapter = chapter or read.chapter
        marked.append(data)
        for cell in read.cells:
            exec(cell, names)
        for task in course.tasks(chapter):
            verdict = feedback.evaluate(task, names.get(task.name, lambda *inputs: None), seed)
            fields = {key: value for key, value in verdict.fields.items() if key not in {"call", "warnings"}}
            told = {"state": verdict.state, "key": verdict.key, "fields": fields, "points": verdict.points}
            found = more.get(task.name, {}) if verdict.state != "blank" else {}
            tasks[task.name] = told | {"code": code_of(read.cells, task.name)} | found
        words = {q.name: read.words.get(q.name, "") for q in course.questions(chapter)}
        plain = {"remarks": [], "loose": [], "language": "en"}
        return {"chapter": chapter, "tasks": tasks, "words": words, **plain}

    monkeypatch.setenv("BCS_COURSE", str(FROZEN))
    monkeypatch.setattr(record, "remember", lambda task, verdict: "")  # cells with check(…) leave no progress.json
    monkeypatch.setattr(marking, "mark", mark)
    monkeypatch.setattr(grading, "begin", lambda settings, workers: None)
    return marked


OTHER = book("def other_gap_ratio():\n    return 2 * np.pi / np.exp(np.euler_gamma)")  # of the second chapter


def two_chapters(monkeypatch, folder):
    """From now on the course has the frozen chapter twice: as 05_gap_equation, and as 06_other with other names."""
    (folder / "course").mkdir(parents=True)
    text = (FROZEN / "course" / "05_gap_equation.py").read_text("utf-8")
    (folder / "course" / "05_gap_equation.py").write_text(text, "utf-8")
    for old in ("transition_temperature", "gap_ratio", "gap_curve", "gap_in_meV", "why_no_expansion"):
        text = text.replace(f'"{old}"', f'"other_{old}"')
    (folder / "course" / "06_other.py").write_text(text, "utf-8")
    monkeypatch.setenv("BCS_COURSE", str(folder))


def hand_in(folder, **students):
    """A folder with a notebook of each student."""
    folder.mkdir(exist_ok=True)
    for name, data in students.items():
        (folder / f"{name}_05_gap_equation.ipynb").write_bytes(data)
    return folder
