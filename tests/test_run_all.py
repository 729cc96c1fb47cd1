"""Who runs all cells of an untouched exercise learns no number that a task asks for."""

import ast
import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pytest

from bcs_helpers.classroom import course, feedback, notebooks

EXERCISES = sorted((Path(__file__).parents[1] / "exercises").glob("*.py"))
NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
FEW = 12  # numbers of an answer; those of a whole curve are met by chance
#: Numbers that are printed for another reason, and why: {stem: {text: reason}}.
COINCIDENCES = {
    "01_before_bcs": {"0.332": "a temperature of the table"},
    "12_quarks": {"1.00": "an attraction in the table"},
    "14b_aluminium": {"1.35": "the given γ"},
    "14c_grain": {
        "0.177": "an exact grain of the package's, in the table; no task asks for it",
        "0.294": "a size in the table",
        "2.62": "a size in the table",
        "2.96": "a size in the table",
    },
}


@pytest.fixture
def untouched(monkeypatch, tmp_path):
    """A folder of its own, in which nobody has tried anything; and what the references are asked and answer."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BCS_PROGRESS", str(tmp_path / "progress.json"))
    answers = []

    def listening(task):
        reference = task.reference

        def asked(*inputs, **named):
            answers.append((task.name, reference(*inputs, **named)))
            return answers[-1][1]

        return asked

    kept = {task: task.reference for task in course.tasks()}
    for task in kept:
        object.__setattr__(task, "reference", listening(task))
    yield answers
    for task, reference in kept.items():
        object.__setattr__(task, "reference", reference)
    plt.close("all")


def shown(path):
    """All text that the cells of an exercise print and show."""
    space, out = {"__name__": "__main__"}, StringIO()
    for cell in notebooks.code_cells(notebooks.from_text(path.read_text(encoding="utf-8"))):
        if "nbval-ignore-output" in cell.metadata.get("tags", ()):  # the list of points
            continue
        body = ast.parse(cell.source).body
        last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
        with redirect_stdout(out):
            exec(compile(ast.Module(body, []), path.name, "exec"), space)
            value = eval(compile(ast.Expression(last.value), path.name, "eval"), space) if last else None
            for name in ("_repr_markdown_", "_repr_html_"):
                if hasattr(value, name):
                    print(getattr(value, name)())
            print("" if value is None else value)
    return re.sub(r"[A-Za-z0-9+/=]{60,}", "", out.getvalue())  # pictures


def told(text, answers):
    """(what is printed, of which task) where a printed number of three digits and more is one of an answer."""
    numbers = [(t, float(t), len(re.sub(r"[eE].*|\D", "", t).lstrip("0"))) for t in set(NUMBER.findall(text))]
    found = set()
    for name, answer in answers:
        values = np.ravel(answer)
        for value in values[np.isfinite(values) & (values != 0)].real if values.size <= FEW else ():
            for printed, number, digits in numbers:
                if digits >= 3 and abs(number - value) <= 0.51 * 10.0 ** (np.floor(np.log10(abs(number))) + 1 - digits):
                    found.add((printed, name))
    return found


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_run_all_tells_no_number(path, untouched):
    """Neither that of a textbook's case nor that of a call in the notebook."""
    feedback.use_seed(None)
    text = shown(path)
    for task in course.tasks(path.stem):
        for case in task.cases():
            task.reference(*case)
    found = told(text, untouched)
    assert {row for row in found if row[0] not in COINCIDENCES.get(path.stem, {})} == set()


def test_a_number_that_is_told_is_seen():
    """In three digits and more, alone or in an array; two digits tell nothing."""
    answers = [("a", 1.76388), ("b", np.array([0.176596, 2e-7]))]
    assert told("Δ/T is 1.764, and 0.1766 d; 2.00e-07", answers) == {("1.764", "a"), ("0.1766", "b"), ("2.00e-07", "b")}
    assert not told("1.8 and 1.765", answers)
