"""bcs grade: every submission gets the mark it deserves, nothing is left behind, and twice gives the same bytes."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from bcs_helpers.classroom import questions
from bcs_helpers.classroom.grading import gradebook, grading, marking
from bcs_helpers.classroom.grading.collect import Unreadable, collect, read_notebook
from bcs_helpers.classroom.grading.sandbox import Limits, Sandbox, SandboxError

from .submissions import CELLS, FULL, HONEST, HOSTILE, UNREADABLE, notebook

LIMITS = Limits(call_seconds=1.5, cell_seconds=1.5, notebook_seconds=30, memory=1 << 30, disk=16 << 20, processes=40)
NAMES = [task.name for task in questions.by_chapter()["05_gap_equation"]]


def why_not():
    """Why the sandbox does not work here; empty where it does."""
    try:
        Sandbox(LIMITS).close()
    except SandboxError as error:
        return str(error)
    return ""


@pytest.fixture(scope="module")
def walls():
    """The sandbox works; where it cannot, these tests are skipped, but not in CI."""
    reason = why_not()
    if reason and os.environ.get("CI"):
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    yield
    marking.close_all()


def points(result):
    return tuple(result["tasks"][name]["points"] for name in NAMES)


@pytest.mark.parametrize("name", [*HONEST, *HOSTILE])
def test_each_submission_gets_the_mark_it_deserves(name, walls):
    """None where it may lose or keep points, as long as it gains none and ends."""
    data, deserved = (HONEST | HOSTILE)[name]
    result = marking.mark(data, seed=7, limits=LIMITS)
    if deserved is None:
        assert all(p <= f for p, f in zip(points(result), FULL, strict=True))
    else:
        assert points(result) == deserved, result


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_notebook_is_told_so(name):
    """Unreadable, with a reason; nothing is run for it."""
    with pytest.raises(Unreadable):
        read_notebook(UNREADABLE[name]) if UNREADABLE[name].strip() else _read_empty(UNREADABLE[name])


def _read_empty(data):
    read_notebook(data)


def processes(limits):
    """How many processes run in the sandboxes that have these limits."""
    lines, mark = 0, f'"notebook_seconds": {limits.notebook_seconds}'.encode()
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            lines += mark in path.read_bytes()
    return lines


def test_no_process_is_left(walls):
    """After close, the warm process, its guards and whatever students started are gone."""
    limits = replace(LIMITS, notebook_seconds=30 + os.getpid() / 1e8)  # known by it among the sandboxes of other tests
    marking.mark(HOSTILE["surviving process"][0], limits=limits)
    assert processes(limits) > 0
    marking.close_all()
    assert processes(limits) == 0


def test_hidden_inputs_do_not_come_out(walls):
    """With a seed, the words of an error are not shown; without one the inputs are public and they are."""
    data = HOSTILE["error with the inputs in it"][0]
    said = lambda seed: marking.mark(data, seed=seed, limits=LIMITS)["tasks"][NAMES[0]]["says"]  # noqa: E731
    assert "secret" not in said(7) and "ValueError" in said(7)
    assert "secret" in said(None)


@pytest.fixture
def class_(tmp_path):
    """Five students, in the layouts that people use."""
    folder = tmp_path / "in"
    (folder / "bob").mkdir(parents=True)
    (folder / "alice_05_gap_equation.ipynb").write_bytes(notebook(CELLS))
    (folder / "bob" / "05_gap_equation (1).ipynb").write_bytes(notebook(CELLS[:3]))
    (folder / "<script>alert(1)<!--_05_gap_equation.ipynb").write_bytes(
        notebook([*CELLS, "# </pre><script>alert(2)</script>"])
    )
    (folder / "eve_05_gap_equation.ipynb").write_bytes(b"")
    (folder / "link_05_gap_equation.ipynb").symlink_to("/etc/passwd")
    with zipfile.ZipFile(folder / "export.zip", "w") as archive:
        archive.writestr("doejane_4711_99_05_gap_equation-2.ipynb", notebook(CELLS))
    with zipfile.ZipFile(folder / "evil_4712_99_homework.zip", "w") as archive:
        archive.writestr("../../alice_05_gap_equation.ipynb", notebook(CELLS[:2]))
    return folder


def tree(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_class_from_files_to_pages(class_, tmp_path, walls):
    """Names and layouts are understood, pages hold no live script, twice gives the same bytes, manual.csv is kept."""
    marks = tmp_path / "marks"
    grading.grade(class_, marks, seed=3, limits=LIMITS)
    table = (marks / "marks.csv").read_text()
    assert (
        "alice,4,3,5,2" in table and "bob,4,3,0,0" in table and "doejane,4,3,5,2" in table and "evil,4,0,0,0" in table
    )
    assert "link" not in table and "eve,,," in table and not list(tmp_path.glob("evil*"))
    for page in [marks / "class.html", *(marks / "feedback").glob("*.html")]:
        assert "<script" not in page.read_text()
    before = tree(marks)
    grading.grade(class_, marks, limits=LIMITS)
    assert tree(marks) == before
    grading.grade(class_, tmp_path / "again", seed=3, limits=LIMITS, workers=2)
    varies = {"time.html", "state/times.json"}
    assert {k: v for k, v in tree(tmp_path / "again").items() if k not in varies} == {
        k: v for k, v in before.items() if k not in varies
    }


def test_it_goes_on_where_it_was_stopped(class_, tmp_path, walls, monkeypatch):
    """Stopped after two notebooks, the next run marks only the others."""
    marks = tmp_path / "marks"

    def stopped(jobs, total):
        for number, job in enumerate(jobs):
            if number == 2:
                raise KeyboardInterrupt
            yield job

    with pytest.raises(KeyboardInterrupt):
        grading.grade(class_, marks, seed=3, limits=LIMITS, report=stopped)
    counted = []
    grading.grade(class_, marks, limits=LIMITS, report=lambda jobs, total: counted.append(total) or jobs)
    assert counted == [3]


def test_what_the_instructor_wrote_stays(tmp_path):
    """Rows are only ever appended; what was written is kept byte for byte, and merged."""
    path = tmp_path / "manual.csv"
    gradebook.add_to_manual(path, [("ann", "05", "q", 3)])
    path.write_text(path.read_text().replace("ann,05,q,3,,", 'ann,05,q,3,"2,5",good'))
    kept = path.read_bytes()
    gradebook.add_to_manual(path, [("ann", "05", "q", 3), ("=cmd()", "05", "q", 3)])
    assert path.read_bytes().startswith(kept) and b"'=cmd()" in path.read_bytes()
    assert gradebook.read_manual(path)["ann", "05", "q"] == (2.5, "good")
    path.write_text(path.read_text() + "bea,05,q,3,many,\n")
    with pytest.raises(ValueError, match="line 4: points"):
        gradebook.read_manual(path)


def test_gradebooks_are_filled_in(tmp_path):
    """Canvas gets its ID columns and the assignment's; Moodle its Grade and the feedback column too."""
    marks = {"doejane": (14, "gap_ratio 3", "4711"), "Bob Roe": (7, "late", "22"), "zoe": (1, "", "")}
    canvas = tmp_path / "canvas.csv"
    canvas.write_text('Student,ID,SIS Login ID,Section,HW 5 (88),Other (9)\n"Doe, Jane",4711,jdoe,A,,3\n')
    text, lines = gradebook.fill(canvas, marks, "HW 5")
    assert text.splitlines() == ["Student,ID,SIS Login ID,Section,HW 5 (88)", '"Doe, Jane",4711,jdoe,A,14']
    assert lines == ["no row in canvas.csv for: Bob Roe, zoe"]
    moodle = tmp_path / "moodle.csv"
    moodle.write_text("Identifier,Full name,Grade,Feedback comments\nParticipant 22,Bob Roe,,\n")
    assert "Participant 22,Bob Roe,7,late" in gradebook.fill(moodle, marks)[0]
    with pytest.raises(ValueError, match="column"):
        gradebook.fill(canvas, marks, "HW 6")


def test_zip_bombs_and_broken_zips(tmp_path):
    """A member that unpacks to far too much is refused while it is read; a broken zip is one unreadable file."""
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x_05_gap_equation.ipynb", bytes(200 << 20))
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 no")
    found = collect(tmp_path)
    assert len(found) == 2
    for submission in found:
        with pytest.raises(Unreadable):
            submission.read()


def test_without_bubblewrap_it_says_so_and_stops(monkeypatch):
    """No bwrap on the path: an error that names the package, and no marking."""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SandboxError, match="bubblewrap"):
        Sandbox(LIMITS)


def test_isolation_none_is_written_on_every_page(class_, tmp_path):
    """It marks, and every page says how."""
    marks = tmp_path / "marks"
    grading.grade(class_, marks, seed=3, limits=LIMITS, isolation="none")
    assert "alice,4,3,5,2" in (marks / "marks.csv").read_text()
    pages = [marks / "class.html", *(marks / "feedback").glob("*.html")]
    assert len(pages) == 7 and all("--isolation=none" in p.read_text() for p in pages)


def test_every_task_has_inputs_that_can_be_sent():
    """What a task asks crosses as JSON, whichever chapter it belongs to."""
    for task in questions.TASKS:
        for case in task.cases(5):
            json.dumps(marking.encode(tuple(case)))


def test_importing_the_grader_needs_no_dask():
    """The extra [cluster] is needed only with --scheduler."""
    code = "import sys, bcs_helpers.classroom.grading.grading; print({'dask', 'distributed'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
