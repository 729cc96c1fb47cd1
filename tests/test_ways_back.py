"""The way back to the students: zips in the platforms' own forms, and totals of what was set."""

import csv
import json
import shutil
import zipfile

import pytest

from bcs_helpers.classroom.grading import grading, names, pages

from .classes import OTHER, RATIO, RIGHT, TEMPERATURE, book, two_chapters, without_walls


@pytest.fixture
def run(tmp_path, monkeypatch):
    """run({path: bytes}, **options): the lines told; the files lie below a folder `in`."""
    without_walls(monkeypatch)

    def grade(files, **options):
        shutil.rmtree(tmp_path / "in", ignore_errors=True)
        for name, data in files.items():
            path = tmp_path / "in" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return grading.grade(tmp_path / "in", tmp_path / "marks", seed=3, **options)

    grade.marks = tmp_path / "marks"
    return grade


def members(path):
    with zipfile.ZipFile(path) as archive:
        assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in archive.infolist())
        return {name: archive.read(name) for name in archive.namelist()}


def test_feedback_for_moodle_has_the_folders_that_moodle_made(run, monkeypatch):
    """A page in each participant's folder, rendered once: number and plugin words are there, nothing else is."""
    render, rendered = pages.feedback, []
    monkeypatch.setattr(pages, "feedback", lambda *given: rendered.append(given) or render(*given))
    run(
        {
            "Ann Lee_4711_assignsubmission_file/05_gap_equation.ipynb": RIGHT,
            "王小明_4712_assignsubmission_file_/05_gap_equation.ipynb": RIGHT,
            "Bob Roe_4713_assignsubmission_file/05_gap_equation.ipynb": book(RATIO, words=""),
        }
    )
    found = members(run.marks / "feedback-moodle.zip")
    assert list(found) == [
        "Ann Lee_4711_assignsubmission_file/feedback.html", "王小明_4712_assignsubmission_file_/feedback.html"
    ]  # fmt: skip
    assert (
        found["Ann Lee_4711_assignsubmission_file/feedback.html"] == (run.marks / "feedback/Ann Lee.html").read_bytes()
    )
    assert all(names.MOODLE_FOLDER.match(name.split("/")[0]) for name in found)
    assert len(rendered) == 3
    assert not (run.marks / "feedback-canvas.zip").exists()


def test_feedback_for_moodle_where_files_lay_side_by_side(run):
    """As older versions export them."""
    run({"Ann Lee_4711_assignsubmission_file_05_gap_equation.ipynb": RIGHT,
         "Bo Roe_4712_assignsubmission_file_05_gap_equation.ipynb": RIGHT})  # fmt: skip
    assert list(members(run.marks / "feedback-moodle.zip")) == [
        "Ann Lee_4711_assignsubmission_file_feedback.html", "Bo Roe_4712_assignsubmission_file_feedback.html"
    ]  # fmt: skip


def test_feedback_for_canvas_is_the_notebook_under_its_own_name(run):
    """With the feedback as its first cell: Canvas shows a file under the name of what was handed in."""
    name, other = "leeann_LATE_41_9901_05_gap_equation.ipynb", "roebob_42_9902_05_gap_equation-2.ipynb"
    lines = run({name: RIGHT, other: book(RATIO, words="")})
    found = members(run.marks / "feedback-canvas.zip")
    assert list(found) == [name]
    cells, before = json.loads(found[name])["cells"], json.loads(RIGHT)["cells"]
    assert cells[1:] == before and cells[0]["cell_type"] == "markdown" and cells[0]["id"] == "feedback"
    text = cells[0]["source"]
    assert text.startswith("# 14 of 17 points.\n") and "Rule: a right answer earns all points." in text
    assert "### ✓ " in text and "\n\n## Chapter 05: gap equation\n" in text
    assert "not in the zips with feedback, because an answer waits to be read: roebob" in lines
    run({name: RIGHT, other: book(RATIO, words="")}, provisional=True)
    assert list(members(run.marks / "feedback-canvas.zip")) == [name, other]


def test_an_export_in_a_zip_goes_back_under_the_names_in_it(run, tmp_path):
    """As it was downloaded."""
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        archive.writestr("leeann_41_9901_05_gap_equation.ipynb", RIGHT)
        archive.writestr("roebob_42_9902_05_gap_equation.ipynb", RIGHT)
    run({"submissions.zip": (tmp_path / "e.zip").read_bytes()})
    assert list(members(run.marks / "feedback-canvas.zip")) == [
        "leeann_41_9901_05_gap_equation.ipynb", "roebob_42_9902_05_gap_equation.ipynb"
    ]  # fmt: skip
    run({"ann_05_gap_equation.ipynb": RIGHT})  # no platform's name: an old zip does not stay
    assert not list(run.marks.glob("feedback-*.zip"))


def test_of_counts_what_was_set(run, tmp_path, monkeypatch):
    """One neighbour with another chapter changes nobody's total; the policy, or --chapter, has the last word."""
    two_chapters(monkeypatch, tmp_path / "set")
    files = {"ann_05_gap_equation.ipynb": RIGHT, "bob_05_gap_equation.ipynb": book(TEMPERATURE),
             "cy_05_gap_equation.ipynb": RIGHT, "cy_06_other.ipynb": OTHER}  # fmt: skip

    def totals():
        with (run.marks / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
            return {row["student"]: (row["total"], row["of"]) for row in csv.DictReader(file)}

    lines = run(files)
    assert totals() == {"ann": ("14", "17"), "bob": ("4", "17"), "cy": ("17", "34")}
    assert any(
        "taken as set, because at least half" in line and "06_other counts for those only" in line for line in lines
    )
    (tmp_path / "policy.toml").write_text('[set]\nchapters = ["05"]\n')
    lines = run(files)
    assert totals() == {"ann": ("14", "17"), "bob": ("4", "17"), "cy": ("14", "17")}
    assert "is not part of what was set" in (run.marks / "feedback" / "cy.html").read_text("utf-8")
    assert not any("taken as set" in line for line in lines)
    (tmp_path / "policy.toml").write_text('[set]\nchapters = ["05", "06"]\n')
    run(files)
    assert totals() == {"ann": ("14", "34"), "bob": ("4", "34"), "cy": ("17", "34")}
