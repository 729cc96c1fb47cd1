"""Which file counts: what was meant counts, whatever its name; the instructor reads why, before anything is run."""

import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from bcs_helpers import words
from bcs_helpers.classroom import cli
from bcs_helpers.classroom.grading import marking, own
from bcs_helpers.classroom.grading.choose import choose
from bcs_helpers.classroom.grading.collect import collect
from bcs_helpers.classroom.grading.reading import read_notebook
from bcs_helpers.classroom.wording import prose

from .submissions import CELLS, notebook
from .test_collect import laid_out, packed

ROOT = Path(__file__).parents[1]
STEM = "05_gap_equation"
FULL = notebook(CELLS)
OTHER = notebook([*CELLS, "# another"])
SOLUTION, BLANK, READING = (
    (ROOT / folder / f"{STEM}.ipynb").read_bytes() for folder in ("solutions", "exercises", "notebooks")
)
SCRATCH = notebook(["x = 1"])


def timed(**members):
    """The bytes of a zip with the day of each member."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, (day, data) in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, day, 12, 0, 0)), data)
    return out.getvalue()


def whole_project():
    """The folder of the project as a student zips it: with the exercise filled in."""
    files = {f"bcs/{folder}/{STEM}.ipynb": data
             for folder, data in (("solutions", SOLUTION), ("notebooks", READING), ("exercises", FULL))}  # fmt: skip
    return files | {f"bcs/exercises/{p.name}": p.read_bytes() for p in (ROOT / "exercises").glob("0[1-4]*.ipynb")}


CASES = {  # files of one student, the one that counts for chapter 05, why, and why not the others
    "the whole project": ({f"jane/{name}": data for name, data in whole_project().items()},
                          f"jane/bcs/exercises/{STEM}.ipynb", "counts", {"own"}),
    "the whole project, as a zip": ({"jane.zip": packed(**whole_project()), "bob_x.ipynb": FULL},
                                    f"jane.zip: bcs/exercises/{STEM}.ipynb", "counts", {"own"}),
    "a reading notebook of the same name": ({f"jane/a_{STEM}.ipynb": FULL, f"jane/z_{STEM}.ipynb": READING},
                                            f"jane/a_{STEM}.ipynb", "counts", {"own"}),
    "a scratch notebook called like the chapter": ({f"jane/{STEM}.ipynb": FULL, f"jane/z{STEM}.ipynb": SCRATCH},
                                                   f"jane/{STEM}.ipynb", "counts_less", {"less"}),
    "a blank copy": ({f"jane/{STEM}.ipynb": FULL, f"jane/{STEM}-Copy1.ipynb": BLANK},
                     f"jane/{STEM}.ipynb", "counts_blank", {"blank"}),
    "a blank upload, late": ({f"jane_4711_10_{STEM}.ipynb": FULL, f"jane_LATE_4711_11_{STEM}-1.ipynb": BLANK},
                             f"jane_4711_10_{STEM}.ipynb", "counts_blank", {"blank"}),
    "uploads": ({f"jane_4711_9_{STEM}-9.ipynb": FULL, f"jane_4711_10_{STEM}.ipynb": OTHER},
                f"jane_4711_10_{STEM}.ipynb", "counts_upload", {"older_upload"}),
    "versions": ({f"jane/{STEM}_v9.ipynb": FULL, f"jane/{STEM}_v10.ipynb": OTHER},
                 f"jane/{STEM}_v10.ipynb", "counts_version", {"older_version"}),
    "copies of a browser": ({f"jane/{STEM} (2).ipynb": FULL, f"jane/{STEM} (10).ipynb": OTHER},
                            f"jane/{STEM} (10).ipynb", "counts_version", {"older_version"}),
    "full-width digits": ({f"jane/{STEM}（９）.ipynb": FULL, f"jane/{STEM}（１０）.ipynb": OTHER},
                          f"jane/{STEM}（１０）.ipynb", "counts_version", {"older_version"}),
    "times in the archive": ({"jane.zip": timed(**{f"z_{STEM}.ipynb": (3, FULL), f"a_{STEM}.ipynb": (4, OTHER)}),
                              "bob_x.ipynb": FULL}, f"jane.zip: a_{STEM}.ipynb", "counts_time", {"older_time"}),
    "nothing but names": ({f"jane/{STEM} better.ipynb": FULL, f"jane/{STEM} final.ipynb": OTHER},
                          f"jane/{STEM} final.ipynb", "counts_guess", {"older_guess"}),
    "the same twice": ({f"jane/{STEM}.ipynb": FULL, f"jane/{STEM} (1).ipynb": FULL},
                       f"jane/{STEM} (1).ipynb", "counts", {"same"}),
    "two halves": ({f"jane/{STEM}_1.ipynb": notebook(CELLS[:3]), f"jane/{STEM}_2.ipynb": notebook(CELLS[3:])},
                   f"jane/{STEM}_2.ipynb", "counts_version", {"older_version", "holds_more"}),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_was_meant_counts(name, tmp_path):
    """And each file is named, with the reason."""
    files, counts, why, others = CASES[name]
    collected = collect(laid_out(tmp_path, files))
    counting, lines = choose(s for s in collected.submissions if s.student == "jane")
    assert [c.submission.name for c in counting if c.chapter == STEM] == [counts]
    assert [line.told[0] for line in lines if line.chapter == STEM] == [why]
    assert {line.told[0] for line in lines if line.chapter is None} == others
    assert {line.file for line in lines} == {s.name for s in collected.submissions if s.student == "jane"}


def test_a_solution_of_ours_is_no_submission(tmp_path):
    """Handed in alone, even with other outputs and another name, it counts nothing, and a person is told."""
    book = json.loads(SOLUTION)
    for cell in book["cells"]:
        cell["metadata"] = {"x": 1}
        if cell["cell_type"] == "code":
            cell["outputs"] = []
            cell["source"] = "".join(cell["source"]) + "\n\n"
    laid_out(tmp_path, {"eve/my own work.ipynb": json.dumps(book).encode()})
    counting, (line,) = choose(collect(tmp_path).submissions)
    assert not counting and line.is_problem and line.told == ("own", {"file": f"solutions/{STEM}.ipynb"})


def test_two_chapters_in_one_notebook(tmp_path):
    """Both count. One function copied from another chapter makes no submission of that chapter, and is told."""
    other = [
        "".join(cell["source"])
        for cell in json.loads((ROOT / "exercises" / "06_thermodynamics.ipynb").read_bytes())["cells"]
        if cell["cell_type"] == "code"
    ]
    laid_out(tmp_path, {"jane/both.ipynb": notebook([*CELLS, *other, "# mine"]),
                        "bob/06.ipynb": notebook([*other, CELLS[2], "# mine"])})  # fmt: skip
    counting, lines = choose(collect(tmp_path).submissions)
    assert {(c.submission.student, c.chapter) for c in counting} == {
        ("jane", STEM), ("jane", "06_thermodynamics"), ("bob", "06_thermodynamics")}  # fmt: skip
    assert ("few_tasks", {"names": "gap_ratio", "chapter": STEM}) in [line.told for line in lines]


def test_the_list_runs_nothing(tmp_path, capsys, monkeypatch):
    """`--list` tells of every file and starts no sandbox, writes no marks."""
    monkeypatch.setattr(marking, "mark", lambda *given, **named: 1 / 0)
    laid_out(tmp_path / "in", {f"jane/{STEM}.ipynb": FULL, f"jane/{STEM}-Copy1.ipynb": BLANK, "bob/x.docx": b"x"})
    marks = tmp_path / "marks"
    assert cli.main(["grade", str(tmp_path / "in"), "--marks", str(marks), "--list"]) == 0
    said = capsys.readouterr().out
    assert f"= jane/{STEM}.ipynb: {STEM}, counts: the others are blank" in said
    assert f"- jane/{STEM}-Copy1.ipynb: blank" in said and "! x.docx: no notebook" in said
    assert not marks.exists()


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
def test_a_terminal_without_the_letters(encoding, tmp_path, monkeypatch):
    """What it cannot show is shown in another way; nothing stops."""
    out = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(out, encoding))
    laid_out(tmp_path / "in", {"王小明/05.ipynb": FULL})
    assert cli.main(["grade", str(tmp_path / "in"), "--marks", str(tmp_path / "m"), "--list"]) == 0
    sys.stdout.flush()
    assert b"\\u738b\\u5c0f\\u660e" in out.getvalue()


def test_what_we_gave_out_is_no_answer():
    """In no exercise as it is given out is there an answer, nor text of anybody's own."""
    for path in (ROOT / "exercises").glob("*.ipynb"):
        book = read_notebook(path.read_bytes(), path.stem)
        assert not any(book.words.values()) and not book.loose, path.name


EXERCISE = json.loads(BLANK)
ANSWER = "因为 exp(−1/x) 在零点没有泰勒级数。"


def _answered(change):
    """The exercise with its question answered: change(cells, number of the marked cell)."""
    cells = [{"cell_type": c["cell_type"], "source": "".join(c["source"])} for c in EXERCISE["cells"]]
    marked = next(n for n, cell in enumerate(cells) if "<!-- answer" in cell["source"])
    change(cells, marked)
    return json.dumps({"cells": cells, "nbformat": 4}).encode()


def _text(text, kind="markdown"):
    return {"cell_type": kind, "source": text}


PLACES = {
    "in the marked cell": lambda cells, n: cells[n].update(source=cells[n]["source"] + "\n" + ANSWER),
    "in place of the placeholder": lambda cells, n: cells[n].update(
        source=cells[n]["source"].split("\n")[0] + "\n" + ANSWER
    ),
    "over everything": lambda cells, n: cells[n].update(source=ANSWER),
    "in a cell below": lambda cells, n: cells.insert(n + 1, _text(ANSWER)),
    "in a raw cell below": lambda cells, n: cells.insert(n + 1, _text(ANSWER, "raw")),
    "above the marked cell": lambda cells, n: cells.insert(n, _text(ANSWER)),
    "at the end of the question": lambda cells, n: cells[n - 1].update(source=cells[n - 1]["source"] + "\n\n" + ANSWER),
    "in the question's cell, its mark gone": lambda cells, n: cells[n - 1].update(
        source=own.MARKS.sub("", cells[n - 1]["source"]) + "\n\n" + ANSWER
    ),
    "right behind the question": lambda cells, n: cells[n - 1].update(source=cells[n - 1]["source"] + " " + ANSWER),
    "in a code cell instead": lambda cells, n: cells.__setitem__(n, _text(ANSWER, "code")),
    "behind the placeholder": lambda cells, n: cells[n].update(source=cells[n]["source"] + " " + ANSWER),
}


@pytest.mark.parametrize("place", PLACES)
def test_an_answer_is_found_where_it_stands(place):
    """Nothing of ours is in it, and nothing of it is lost."""
    book = read_notebook(_answered(PLACES[place]))
    assert book.words["why_no_expansion"] == ANSWER and not book.loose


def test_text_that_answers_no_question_is_told():
    """It stands at the other end of the notebook: the question has no answer, and the text is shown."""
    book = read_notebook(_answered(lambda cells, n: (cells.pop(n), cells.insert(2, _text(ANSWER)))))
    assert not book.words.get("why_no_expansion") and [text for _, text in book.loose] == [ANSWER]


def test_what_we_gave_out_in_another_language_is_no_answer(monkeypatch):
    """The placeholder and the question are known in every language that has catalogues."""
    monkeypatch.setattr(words, "languages", lambda: ["xx"])
    monkeypatch.setattr(words, "translate", lambda text, language=None: f"⟦{text[::-1]}⟧" if language else text)
    try:
        own._known.cache_clear()
        cells = []
        for cell in EXERCISE["cells"]:
            text = "".join(cell["source"])
            if cell["cell_type"] == "markdown":
                text = prose.translated(text, lambda message: words.translate(message, "xx"))  # as an edition has it
            cells.append({"cell_type": cell["cell_type"], "source": text})
        book = read_notebook(json.dumps({"cells": cells, "nbformat": 4}).encode())
        assert book.words.get("why_no_expansion", "") == "" and not book.loose
    finally:
        own._known.cache_clear()
