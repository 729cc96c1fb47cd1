"""For machines: exit codes, a documented summary, what changed between two runs; numbers for the teacher."""

import csv
import html
import json
import shutil
from pathlib import Path

import jsonschema
import numpy as np
import pytest

from bcs_helpers.classroom import cli
from bcs_helpers.classroom.grading import grading, numbers, summary
from bcs_helpers.classroom.grading.policy import Policy
from bcs_helpers.classroom.grading.results import Student

from .classes import CURVE, MILLIVOLT, RATIO, RIGHT, SLIP, TEMPERATURE, book, hand_in, without_walls

SCHEMA = json.loads((Path(__file__).parents[1] / "docs" / "summary.schema.json").read_text("utf-8"))
CHAPTER = "05_gap_equation"


@pytest.fixture
def command(tmp_path, monkeypatch, capsys):
    """command(*options, **students): the exit code of `bcs grade` on a class; `.said`, `.marks`, `.ran`."""
    ran = without_walls(monkeypatch)

    def run(*options, **students):
        if students:
            shutil.rmtree(tmp_path / "in", ignore_errors=True)
            hand_in(tmp_path / "in", **students)
        monkeypatch.setenv("BCS_COURSE", str(Path(__file__).parent / "frozen"))
        code = cli.main(["grade", str(tmp_path / "in"), "--marks", str(run.marks), "--seed", "3", *options])
        run.said = capsys.readouterr()
        return code

    run.marks, run.ran = tmp_path / "marks", ran
    run.summary = lambda: json.loads((run.marks / "summary.json").read_text("utf-8"))
    return run


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


# ---- exit codes ---------------------------------------------------------------------------------------------


def test_all_is_marked(command):
    """0, and nobody is needed."""
    assert command(ann=RIGHT, bob=book(TEMPERATURE, SLIP)) == 0
    assert command.summary()["needs_person"] == {}


def test_something_needs_a_person(command, tmp_path):
    """1: a file that cannot be read, an answer that waits, too few points; summary.json says what and whose."""
    assert command(ann=RIGHT, bob=b"{") == 1
    assert command.summary()["needs_person"] == {"not_marked": ["bob"]}
    assert command(ann=book(RATIO, words="")) == 1
    assert command.summary()["needs_person"] == {"to_read": ["ann"]}
    assert command("--minimum", "14", ann=RIGHT) == 0
    assert command("--minimum", "14.5") == 1
    assert (
        command.summary()["needs_person"] == {"below_minimum": ["ann"]} and "below 14.5 points: ann" in command.said.out
    )
    (command.marks / "manual.csv").write_text(
        f"student,chapter,question,of,points,comment\nzoe,{CHAPTER},gap_ratio,3,1,\n"
    )
    assert command() == 1 and list(command.summary()["needs_person"]) == ["manual_row_for_nobody"]
    (command.marks / "manual.csv").unlink()
    (tmp_path / "c.csv").write_text("Student,ID,HW (5)\n    Points Possible,,17\nzoe,41,\n")
    assert command("--gradebook", str(tmp_path / "c.csv"), "--column", "HW") == 1
    assert command.summary()["needs_person"] == {"gradebook": ["ann"]}


def test_the_set_up_is_at_fault(command, tmp_path):
    """2: no folder, a wrong option, a gradebook of another kind; nothing is marked."""
    hand_in(tmp_path / "in", ann=RIGHT)
    (tmp_path / "c.csv").write_text("name,points\n")
    for options in (
        ["--gradebook", str(tmp_path / "c.csv")],
        ["--minimum", "-1"],
        ["--only", "zoe"],
        ["--workers", "0"],
    ):
        assert command(*options) == 2, options
    assert command.ran == []
    with pytest.raises(SystemExit) as end:
        cli.main(["grade"])
    assert end.value.code == 2


def test_the_minimum_must_be_a_number_of_points(command):
    """The name, the value, what is allowed."""
    assert command("--minimum", "-1", ann=RIGHT) == 2
    assert "minimum must be zero or larger, not -1" in command.said.err


# ---- one student --------------------------------------------------------------------------------------------


def test_only_one_student_is_marked(command, tmp_path):
    """Nobody else's notebook is run, no other page and no other row of the gradebook is written."""
    (tmp_path / "c.csv").write_text("Student,ID,HW (5)\n    Points Possible,,17\nann,41,\nbob,42,3\n")
    how = ("--only", "ANN", "--gradebook", str(tmp_path / "c.csv"), "--column", "HW")
    assert command(*how, ann=RIGHT, bob=book(TEMPERATURE)) == 0
    assert len(command.ran) == 1 and [p.name for p in (command.marks / "feedback").iterdir()] == ["ann.html"]
    assert "ann,41,14\nbob,42,3\n" in (command.marks / "gradebook.csv").read_text()
    assert "only for one student" not in command.said.out and "(--only)" in command.said.out
    assert command() == 0 and len(command.ran) == 2  # bob is marked by the next run, ann is not marked again
    assert command("--only", "zoe") == 2
    assert "only must be the name or number of one who handed something in, as ann, bob; got 'zoe'" in command.said.err


# ---- the summary --------------------------------------------------------------------------------------------


def test_the_summary_is_as_documented(command, tmp_path):
    """docs/summary.schema.json holds for a class of all kinds; version, points, rules and states are there."""
    (tmp_path / "policy.toml").write_text(
        "[partial]\nknown_slips = 0.5\n[deadlines]\n05 = 2026-11-20\n[late]\npercent = 10\n"
    )
    command(ann=book(TEMPERATURE, SLIP, words=""), bob=b"{", cy=RIGHT)
    told = command.summary()
    jsonschema.validate(told, SCHEMA)
    assert told["version"] == summary.VERSION == SCHEMA["properties"]["version"]["const"]
    assert set(told) == set(SCHEMA["properties"]) and told["of"] == 17 and told["set"] == [CHAPTER]
    ann, bob, cy = told["students"]
    tasks = {row["name"]: row for row in ann["chapters"][0]["tasks"]}
    assert (ann["points"], ann["so_far"], ann["provisional"], cy["points"]) == (None, 5.5, True, 14)
    assert (tasks["gap_ratio"]["key"], tasks["gap_ratio"]["rule"]) == ("slip.one_gap", "known_slip")
    assert bob["not_marked"] == [{"file": f"bob_{CHAPTER}.ipynb", "why": "not_json"}]
    assert ann["chapters"][0]["taken"]["rule"] == "unknown"
    told["students"][0]["chapters"][0]["tasks"][0]["state"] = "perfect"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told, SCHEMA)


def test_every_need_is_documented():
    """What can need a person stands in the schema."""
    source = Path(summary.__file__).read_text("utf-8")
    named = SCHEMA["properties"]["needs_person"]["propertyNames"]["enum"]
    assert all(f'"{name}"' in source for name in named if name not in {"gradebook", "below_minimum"})


# ---- between two runs ---------------------------------------------------------------------------------------


def test_who_gained_or_lost_what_and_why(command, tmp_path):
    """Another file, another policy, a reader's points; a run in which nothing changed says nothing."""
    command(ann=book(TEMPERATURE, SLIP), bob=RIGHT)
    assert table(command.marks / "changes.csv") == []
    command()
    assert table(command.marks / "changes.csv") == []
    (tmp_path / "policy.toml").write_text("[partial]\nknown_slips = 0.5\n")
    command()
    (row,) = table(command.marks / "changes.csv")
    assert (row["student"], row["task"], row["before"], row["after"]) == ("ann", "gap_ratio", "0", "1.5")
    assert row["why"] == "the policy changed" and row["rule"].startswith("Rule: a known slip earns 50 %")
    assert "since the last run, students who gained points: 1; who lost points: 0" in command.said.out
    command(ann=book(TEMPERATURE, RATIO), bob=RIGHT)
    (row,) = table(command.marks / "changes.csv")
    assert (row["task"], row["after"], row["why"]) == ("gap_ratio", "3", "another file counts")
    manual = command.marks / "manual.csv"
    manual.write_text(f"student,chapter,question,of,points,comment\nbob,{CHAPTER},gap_ratio,3,1,\n")
    command()
    (row,) = table(command.marks / "changes.csv")
    assert (row["student"], row["before"], row["after"]) == ("bob", "3", "1") and "reader" in row["why"]
    manual.unlink()
    command("--seed", "3", bob=RIGHT)
    rows = table(command.marks / "changes.csv")
    assert {r["why"] for r in rows if r["student"] == "ann"} == {"is not there any more"} and len(rows) == 6


def test_a_question_that_changed_is_told_as_that(command, monkeypatch):
    """The same file, the same policy, another verdict."""
    command(ann=RIGHT)
    monkeypatch.setattr(grading, "code_digest", lambda: "another")
    without_walls(monkeypatch, gap_ratio={"state": "wrong", "key": "unknown", "points": 0})
    command()
    (row,) = table(command.marks / "changes.csv")
    assert (row["before"], row["after"]) == ("3", "0") and row["why"].startswith("the same file was marked again")


def test_a_summary_of_another_version_is_not_compared(command):
    """Nothing is said of what cannot be known."""
    command(ann=RIGHT)
    told = command.summary() | {"version": 0}
    (command.marks / "summary.json").write_text(json.dumps(told))
    command(ann=book(TEMPERATURE))
    assert table(command.marks / "changes.csv") == []


# ---- numbers for the teacher --------------------------------------------------------------------------------


def test_verdicts_as_a_table(command):
    """A row for each student and task, with keys; a spreadsheet opens it rightly."""
    command(ann=book(TEMPERATURE, SLIP, words=""), bob=RIGHT)
    rows = {(row["student"], row["task"]): row for row in table(command.marks / "verdicts.csv")}
    assert len(rows) == 10 and rows["ann", "gap_ratio"]["key"] == "slip.one_gap"
    assert rows["ann", "why_no_expansion"]["state"] == "words" and rows["ann", "why_no_expansion"]["points"] == ""
    assert rows["bob", "gap_ratio"]["rule"] == "right"
    for name in ("marks.csv", "verdicts.csv", "changes.csv"):
        assert (command.marks / name).read_bytes().startswith(b"\xef\xbb\xbf")


class Marked(Student):
    """A student with points for the four tasks, and the question."""

    def __init__(self, *points):
        super().__init__("x", points=dict(zip(NAMES, points, strict=True)))


NAMES = ("transition_temperature", "gap_ratio", "gap_curve", "gap_in_meV", "why_no_expansion")


def test_discrimination_is_the_item_rest_correlation(monkeypatch):
    """Against the textbook's formula, written out; who waits for a reader is left out; what does not vary has none."""
    without_walls(monkeypatch)
    table = [(4, 3, 5, 2, 3), (4, 3, 0, 2, 1), (0, 3, 0, 2, 0), (4, 3, 5, 0, 2), (0, 3, 0, 2, 2), (4, 3, 5, 2, 1)]
    students = [Marked(*row) for row in table] + [Marked(4, 3, 5, 2, None)]
    found = numbers.discrimination(students, CHAPTER, Policy())
    x, rest = [row[2] for row in table], [sum(row) - row[2] for row in table]
    mean = lambda v: sum(v) / len(v)  # noqa: E731
    cov = mean([a * b for a, b in zip(x, rest, strict=True)]) - mean(x) * mean(rest)
    spread = lambda v: (mean([a * a for a in v]) - mean(v) ** 2) ** 0.5  # noqa: E731
    value, count = found["gap_curve"]
    assert np.isclose(value, cov / spread(x) / spread(rest), rtol=1e-12) and count == 6
    assert found["gap_ratio"] == (None, 6)
    assert numbers.discrimination(students[:4], CHAPTER, Policy())["gap_curve"] == (None, 4)


def test_what_to_teach_again_in_four_lines(command):
    """The tasks that cost most points first, with the commonest mistake; no line for what all have right."""
    command(ann=book(TEMPERATURE, SLIP, MILLIVOLT), bob=book(TEMPERATURE, SLIP + "  # b", MILLIVOLT),
            cy=book(TEMPERATURE, RATIO, CURVE, MILLIVOLT))  # fmt: skip
    page = html.unescape((command.marks / "class.html").read_text("utf-8"))
    lines = page.partition("<ol>")[2].partition("</ol>")[0].split("</li>")[:-1]
    assert len(lines) == 2 and "1 of 3 are right; the commonest mistake, 2 times: That is one gap." in lines[0]
    assert "1 of 3 are right; 2 did not try, and no mistake came twice" in lines[1]
    command(ann=book(), bob=book("# b"))
    page = (command.marks / "class.html").read_text("utf-8")
    assert page.partition("<ol>")[2].partition("</ol>")[0].count("<li>") == 4
    command(ann=book(TEMPERATURE, SLIP, CURVE, MILLIVOLT), cy=RIGHT)
    page = (command.marks / "class.html").read_text("utf-8")
    assert "1 of 2 are right; 0 did not try, and no mistake came twice" in page
    command(ann=RIGHT)
    assert "What to teach again" not in (command.marks / "class.html").read_text("utf-8")
