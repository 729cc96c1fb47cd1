"""bcs grade: every submission gets the mark it deserves, nothing is left behind, and twice gives the same bytes."""

import gc
import html
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import warnings
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep

import numpy as np
import pytest

from bcs_helpers.classroom import cli, course, feedback, record, say
from bcs_helpers.classroom.answers import distance
from bcs_helpers.classroom.grading import advice, attempts, digest, grading, marking, pages, sandbox
from bcs_helpers.classroom.grading.advice import SandboxError
from bcs_helpers.classroom.grading.job import Ended, Job
from bcs_helpers.classroom.grading.sandbox import Limits, Sandbox
from bcs_helpers.classroom.tasks import BROKEN

from .classes import OTHER, two_chapters, without_walls
from .submissions import CELLS, CLOSED, FULL, HONEST, HOSTILE, door, first, last, notebook

ROOT = Path(__file__).parents[1]
LIMITS = Limits(call_seconds=1.5, cell_seconds=1.5, notebook_seconds=30, memory=1 << 30, disk=16 << 20, processes=40)
SLOW = replace(LIMITS, call_seconds=6.0, cell_seconds=10.0)
NAMES = ("transition_temperature", "gap_ratio", "gap_curve", "gap_in_meV")


@pytest.fixture(scope="module", autouse=True)
def frozen():
    """A small course of the tests' own, so that the book's may change."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BCS_COURSE", str(ROOT / "tests" / "frozen"))
        yield


@pytest.fixture
def the_books(monkeypatch):
    """The book's own course."""
    monkeypatch.delenv("BCS_COURSE")


def why_not():
    """Why the sandbox does not work here; empty where it does."""
    kept = marking.sandboxes_of(LIMITS, "bubblewrap", ())  # the tests go on with it
    try:
        kept.give_back(kept.take())
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


def test_check_and_the_grader_call_alike(walls, capsys, monkeypatch):
    """What a notebook sets for numpy and for warnings reaches its functions in neither."""
    data, deserved = HONEST["warnings as errors"]
    names = {}
    monkeypatch.setattr(record, "remember", lambda task, verdict: "")
    with np.errstate(), warnings.catch_warnings():
        for cell in json.loads(data)["cells"]:
            exec(cell["source"], names)
        assert np.geterr()["divide"] == "raise"
        at_home = tuple(feedback.evaluate(course.find(name), names[name], seed=7).points for name in NAMES)
    assert at_home == points(marking.mark(data, seed=7, limits=LIMITS)) == deserved == FULL


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


def test_nothing_passes_from_one_submission_to_the_next(walls):
    """Whatever one leaves behind, in files, processes or sockets, the next one finds nothing."""
    leaves = """
        import os, socket
        for place in (".", "/tmp", "/scratch", "/dev/shm", "/var/tmp", "/dev", "/sandbox"):
            try: open(place + "/left-here", "w").write("2 pi exp(-gamma)")
            except OSError: pass
        if os.fork() == 0:
            os.setsid()
            left = socket.socket(socket.AF_UNIX)
            left.bind(chr(0) + "left-here")
            left.listen()
            left.accept()
        """
    finds = """
        for folder, _, files in os.walk("/", onerror=None):
            if "left-here" in files: return True
            if folder.count("/") > 3: _[:] = []
        return socket.socket(socket.AF_UNIX).connect(chr(0) + "left-here") is None
        """
    assert points(marking.mark(last(leaves), seed=7, limits=LIMITS)) == FULL
    assert points(marking.mark(door(finds), seed=7, limits=SLOW)) == CLOSED


def test_nobody_pays_for_what_the_one_before_started(walls):
    """A submission that hangs up and leaves many large processes behind is gone before the next one begins."""
    leaves = """
        def gap_in_meV(Tc):
            big = np.ones(58_000_000)
            for _ in range(36):
                try: child = os.fork()
                except OSError: break
                if child == 0: time.sleep(30); os._exit(0)
            time.sleep(0.5)
            frame = sys._getframe()
            while frame.f_code.co_name != "student": frame = frame.f_back
            frame.f_locals["channel"].shutdown(socket.SHUT_WR)
            time.sleep(30)
        """
    marking.mark(notebook([*CELLS[:4], "import os, socket, sys, time", leaves]), seed=7, limits=SLOW)
    assert points(marking.mark(notebook(CELLS), seed=7, limits=SLOW)) == FULL


@pytest.mark.parametrize(
    "answer", [{"not": "a number", "what": []}, {"array": "", "dtype": [], "shape": []}, {"error": [], "line": {}}]
)
def test_what_is_told_of_nonsense(answer):
    """An answer of no known form is none, and no fault of ours."""
    task = course.find("gap_in_meV")
    assert marking.verdict_on(task, 7, [answer], LIMITS).state == BROKEN


def test_a_library_that_is_not_here_is_told(walls):
    """By its name, and only if that is a name."""
    for name in ("no_such_library", "no such library <b>"):
        cell = f"raise ModuleNotFoundError(name={name!r})"
        remarks = marking.mark(last(cell), seed=7, limits=LIMITS)["remarks"]
        assert remarks == [{"key": "missing", "fields": {"name": name}}] * (" " not in name)


def test_a_call_of_the_package_is_noted_where_it_should_be_programmed(walls, the_books):
    """Of the task whose point that is, and of no other; also behind a helper."""
    helper = (
        CELLS[3]
        .replace("def gap_curve(t):", "def curve(t):")
        .replace("check(gap_curve)", "gap_curve = lambda t: curve(t)")
    )
    for cells in (CELLS, [*CELLS[:3], helper, *CELLS[4:]]):
        tasks = marking.mark(notebook(cells), seed=7, limits=LIMITS)["tasks"]
        assert {name: row["package"] for name, row in tasks.items() if "package" in row} == {"gap_curve": ["physics"]}


def test_what_a_child_says_of_the_package_is_only_a_claim():
    """Names that stand in the notebook, of the tasks that were asked about; nothing else comes out."""
    claim = {"a": ["gap", "3.527", "hidden", 7, "g" * 99], "b": ["gap"], "c": "gap"}
    assert attempts.borrowed(claim, ["a", "c"], ["from bcs_helpers.gap import gap  # " + "g" * 99]) == {"a": ["gap"]}
    assert attempts.borrowed(["a"], ["a"], ["a"]) == {} == attempts.borrowed(None, ["a"], ["a"])


@pytest.mark.parametrize("line", [b"\n", b"[]\n", b"x" * 1000 + b"\n", b"x" * 1000])
def test_a_child_that_never_comes_to_the_point(line):
    """It is given up after so many bytes, long before its time is over."""
    ours, theirs = socket.socketpair()

    def flood():
        with suppress(OSError), theirs:
            while True:
                theirs.sendall(line * 50_000)

    threading.Thread(target=flood, daemon=True).start()
    with ours, pytest.raises(Ended, match="output"):
        Job(ours).receive(60)


def test_a_child_that_says_a_letter_at_a_time():
    """Its time runs out all the same, though no wait for the next letter is ever too long."""
    end = monotonic() + 2

    class Drips:
        def settimeout(self, seconds):
            pass

        def recv(self, most):
            sleep(0.001)
            return b"x" if monotonic() < end else b""

    with pytest.raises(Ended, match="time"):
        Job(Drips()).receive(0.3)


# each time every second solution and every fourth exercise, nightly all: nbval has each solution checked each time
FOLDERS = [
    pytest.param(folder, path, marks=[pytest.mark.nightly] if number % often else [])
    for folder, often in (("solutions", 2), ("exercises", 4))
    for number, path in enumerate(sorted((ROOT / folder).glob("*.ipynb")))
]


@pytest.mark.parametrize(("folder", "path"), FOLDERS, ids=lambda v: v if isinstance(v, str) else v.stem)
def test_solutions_earn_everything_and_exercises_nothing(folder, path, walls, the_books):
    """Each chapter's own notebooks, handed in as they are, with inputs that nobody saw; chapters to come included."""
    tasks = course.tasks(path.stem) if path.stem in course.stems() else None
    if not tasks:
        pytest.skip("no tasks yet")
    result = marking.mark(path.read_bytes(), "renamed", seed=1911)
    assert result["chapter"] == path.stem and not result["remarks"]
    earned = {task.name: result["tasks"][task.name]["points"] for task in tasks}
    assert earned == {task.name: task.points if folder == "solutions" else 0 for task in tasks}, result
    assert all(bool(text) == (folder == "solutions") for text in result["words"].values())


def _said(result, name):
    """What a page says of a task."""
    told = result["tasks"][name]
    return say.text(name, told["key"], told["fields"])


def test_hidden_inputs_do_not_come_out(walls):
    """With a seed, the words of an error are not shown; without one the inputs are public and they are."""
    data = HOSTILE["error with the inputs in it"][0]
    said = lambda seed: _said(marking.mark(data, seed=seed, limits=LIMITS), NAMES[0])  # noqa: E731
    assert not re.search(r"secret \d", said(7)) and "ValueError" in said(7)
    assert re.search(r"secret \d", said(None))
    assert "line 1: def transition_temperature(c, t): raise" in said(7)  # the notebook's own words


def test_the_line_that_failed_is_shown(walls):
    """Also below a magic, a failing statement and a decorator: the line is counted as its author counts."""
    cell = """
        %%time
        1 / 0
        from functools import wraps

        @wraps(print)
        def scratch(): pass
        def gap_ratio():
            # a comment
            return 2 * missing
        """
    said = _said(marking.mark(notebook([*CELLS, cell]), seed=7, limits=LIMITS), "gap_ratio")
    assert said == (
        "Your function stopped with an error.\n  NameError: name 'missing' is not defined\n  line 9: return 2 * missing"
    )


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
    *_, memory = grading.grade(class_, marks, seed=3, limits=LIMITS)
    assert memory.startswith("Memory: the ") and memory in html.unescape((marks / "class.html").read_text())
    table = (marks / "marks.csv").read_text()
    assert (
        "alice,4,3,5,2" in table and "bob,4,3,0,0" in table and "doejane,4,3,5,2" in table and "evil,4,0,0,0" in table
    )
    assert "link,,," in table and "eve,,," in table and not list(tmp_path.glob("evil*"))
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

    def goes_on(jobs, total):
        counted.append(total)
        for job in jobs:
            held.clear()  # what is left of the first run goes away in the middle of the second, and ends nothing
            gc.collect()
            assert ended == ["first run"]
            yield job

    counted, held, ended, end = [], [], [], marking.close_all
    monkeypatch.setattr(marking, "close_all", lambda: (ended.append("second run" if counted else "first run"), end()))
    try:
        grading.grade(class_, marks, seed=3, limits=LIMITS, report=stopped)
    except KeyboardInterrupt as stop:
        held.append(stop)
    assert held
    grading.grade(class_, marks, limits=LIMITS, report=goes_on)
    assert counted == [2]  # of five, two of which hold the same bytes


def test_names_and_code_of_any_kind_reach_the_pages(tmp_path, walls, capsys):
    """Half characters, terminal commands and script in names, code and words: written as text, the class goes on."""
    folder = tmp_path / "in"
    folder.mkdir()
    words = {"cell_type": "markdown", "source": "<!-- answer: why_no_expansion --> <img src=x onerror=alert(1)> \ud800"}
    book = json.loads(HOSTILE["script in its words"][0])
    book["cells"].append(words)
    (folder / "=cmd()_05_gap_equation.ipynb").write_text(json.dumps(book))
    (folder / "half_05_gap_equation.ipynb").write_bytes(HONEST["half of a character"][0])
    for name in (b"\xff_05_gap_equation.ipynb", b"\x1b[2Jx_05_gap_equation.ipynb"):
        with open(os.fsencode(folder) + b"/" + name, "wb") as file:
            file.write(b"{")
    lines = grading.grade(folder, tmp_path / "marks", seed=3, limits=LIMITS)
    assert all(line.isprintable() for line in lines)
    for page in (tmp_path / "marks").rglob("*.html"):
        text = page.read_text()
        assert text.count("<script") == page.name.startswith("answers") and "<img" not in text
    assert "\n'=cmd(),4,3,5,2" in (tmp_path / "marks" / "marks.csv").read_text()


def test_nobody_gets_the_page_of_another():
    """Names that a file cannot have, names alike but for capitals, names that look like a digest: a page each."""
    first = pages.page_names(["O'Brien", "ann", "Ann", "a/b", "a:b", "..", "x" * 300, "王" * 80])
    chosen = first["O'Brien"].removesuffix(".html")
    names = pages.page_names(["O'Brien", chosen])
    assert len(set(names.values())) == 2 and names["O'Brien"] == first["O'Brien"]
    assert len({name.casefold() for name in first.values()}) == 8
    assert all("/" not in name and len(name.encode()) < 250 for name in first.values())
    assert pages.page_names(["Jane Doe"]) == {"Jane Doe": "Jane Doe.html"}


WORDS = "<!-- answer: why_no_expansion -->\nBecause exp(-1/x) has no Taylor series."


def test_answers_in_words_from_the_notebook_to_the_page(tmp_path, monkeypatch):
    """They wait in manual.csv; what is filled in reaches page and table; computed points can be mended."""
    folder, marks = tmp_path / "in", tmp_path / "marks"
    folder.mkdir()
    book = json.loads(notebook(CELLS[:3]))
    book["cells"].append({"cell_type": "markdown", "source": WORDS})
    without_walls(monkeypatch)
    (folder / "ann_05_gap_equation.ipynb").write_text(json.dumps(book))
    grading.grade(folder, marks, seed=3, limits=LIMITS)
    assert (marks / "marks.csv").read_text().endswith("ann,4,3,0,0,,,17\n")
    page = (marks / "feedback" / "ann.html").read_text()
    assert "no Taylor series" in page and "not yet read" in page and "What earns points" in page
    assert "no Taylor series" in (marks / "answers.html").read_text()
    manual = marks / "manual.csv"
    assert manual.read_text().endswith("ann,05_gap_equation,why_no_expansion,3,,\n")
    kept = (
        manual.read_text()[:-2]
        + '"2,5",Well said!\nann,05_gap_equation,gap_curve,5,4,A slip of the pen\nbo,05,x,1,1,\n'
    )
    manual.write_text(kept)
    lines = grading.grade(folder, marks, limits=LIMITS)
    assert manual.read_text() == kept
    assert (marks / "marks.csv").read_text().endswith("ann,4,3,4,0,2.5,13.5,17\n")
    page = (marks / "feedback" / "ann.html").read_text()
    assert "Well said!" in page and "A slip of the pen" in page and "your reader gave these points" in page
    assert "manual.csv has a row for which nothing was handed in: bo, 05, x" in lines


def test_only_the_chapter_that_is_marked_counts(tmp_path, monkeypatch):
    """A notebook of another chapter adds nothing to a total; it is named."""
    without_walls(monkeypatch)
    two_chapters(monkeypatch, tmp_path / "set")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "ann_05_gap_equation.ipynb").write_bytes(notebook(CELLS))
    (folder / "ann_06_other.ipynb").write_bytes(OTHER)
    lines = grading.grade(folder, tmp_path / "marks", seed=3, limits=LIMITS, chapter="05")
    assert (tmp_path / "marks" / "marks.csv").read_text().endswith("ann,4,3,5,2,0,14,17\n")
    assert any("it is of chapter 06_other" in line for line in lines)
    (tmp_path / "grades.csv").write_text("name,points\n")
    with pytest.raises(ValueError, match="neither a gradebook"):  # told before anything is marked
        grading.grade(folder, tmp_path / "m", export=tmp_path / "grades.csv", report=lambda jobs, total: 1 / 0)
    with pytest.raises(ValueError, match="chapter must begin one of"):
        grading.grade(folder, tmp_path / "marks", chapter="99")


def test_a_fault_of_ours_does_not_stop_the_class(tmp_path, monkeypatch):
    """It is named as one; what is wrong with the machine does stop it."""
    (tmp_path / "ann_05_gap_equation.ipynb").write_bytes(notebook(CELLS))

    def fails(error):
        def mark(*given, **named):
            raise error

        monkeypatch.setattr(marking, "mark", mark)
        return grading.grade(tmp_path, tmp_path / "marks", limits=LIMITS)

    assert "the grader failed on it (KeyError)" in fails(KeyError("oops"))[1]
    shutil.rmtree(tmp_path / "marks")
    with pytest.raises(SandboxError):
        fails(SandboxError("no walls"))


@pytest.fixture
def light(monkeypatch):
    """Sandboxes that load no library before a notebook asks for it: they start faster, for tests of their ends."""
    whole = sandbox._physics_only

    def few(folder):
        with (whole(folder) / "inside" / "warm.py").open("a") as warm:
            warm.write("\n\nLIBRARIES, make_tables, draw_nothing = (), lambda: None, lambda: None\n")
        return folder

    monkeypatch.setattr(sandbox, "_physics_only", few)


def two(tmp_path):
    """A class of two in `in`: ann and bob, all right."""
    (tmp_path / "in").mkdir()
    for name in ("ann", "bob"):
        (tmp_path / "in" / f"{name}_05_gap_equation.ipynb").write_bytes(notebook([*CELLS, f"# {name}"]))
    return tmp_path / "in"


def test_a_notebook_at_which_the_sandbox_ends_costs_its_author_only(tmp_path, walls, light, monkeypatch):
    """It is named and tried again by the next run; the others are marked. It is given up where nothing runs."""
    asks, ends = marking.ask, lambda book: "# ann" in book.cells

    def ask(box, book, seed):
        if ends(book):
            box._process.kill()
            box._process.wait()
        return asks(box, book, seed)

    monkeypatch.setattr(marking, "ask", ask)
    folder, waiting = two(tmp_path), []
    for _ in (1, 2):
        lines = grading.grade(folder, tmp_path / "marks", seed=3, limits=LIMITS,
                              report=lambda jobs, total: waiting.append(total) or jobs)  # fmt: skip
        assert sum("ann" in line and "the sandbox was lost twice" in line for line in lines) == 1
        assert "bob,4,3,5,2" in (tmp_path / "marks" / "marks.csv").read_text()
    assert waiting == [2, 1]
    monkeypatch.setattr(Job, "_message", lambda *given: {})
    with pytest.raises(SandboxError):
        grading.grade(folder, tmp_path / "marks", seed=3, limits=LIMITS)


def test_a_file_that_went_away_is_no_mark(tmp_path, monkeypatch):
    """Found, and gone when it is read again: it is named, nothing is kept, and the next run marks it."""
    without_walls(monkeypatch)
    folder, marks = two(tmp_path), tmp_path / "marks"
    gone = folder / "ann_05_gap_equation.ipynb"

    def moves(jobs, total):
        gone.rename(tmp_path / "elsewhere")
        yield from jobs

    lines = grading.grade(folder, marks, seed=3, limits=LIMITS, report=moves)
    assert any("ann" in line and "it went away" in line for line in lines)
    (tmp_path / "elsewhere").rename(gone)
    grading.grade(folder, marks, seed=3, limits=LIMITS)
    assert "ann,4,3,5,2" in (marks / "marks.csv").read_text()


def digest_with(monkeypatch, tmp_path, path, old="", new=""):
    """The code's digest, of a copy of the package in which something is another."""
    copy = tmp_path / "bcs_helpers"
    shutil.copytree(digest.PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "fonts", "locale"))
    text = (copy / path).read_text()
    assert old in text
    (copy / path).write_text(text.replace(old, new, 1))
    monkeypatch.setattr(digest, "PACKAGE", copy)
    return digest._digest.__wrapped__(copy / "classroom" / "course")


ROWS = "classroom/course/05_gap_equation.py"


@pytest.mark.parametrize(
    ("path", "old", "new", "again"),
    [
        (ROWS, "coupling and cutoff drop out.", "both of them drop out.", False),  # a sentence
        (ROWS, "np.exp(-1 / ", "np.exp(-1.1 / ", True),
        (ROWS, '"gap_ratio"', '"gap_relation"', True),
        (ROWS, "tolerance=1e-4", "tolerance=2e-4", True),
        ("classroom/answers.py", "1e-3 * scale", "2e-3 * scale", True),
        ("classroom/grading/marking.py", "RESTARTS = 12", "RESTARTS = 11", True),
        ("classroom/grading/reading.py", "2_000_000", "2_000_001", True),
        ("classroom/grading/inside/student.py", "ROUNDS = 4", "ROUNDS = 5", True),
        ("classroom/grading/inside/walls.py", '("CORE", 0)', '("CORE", 1)', True),
        ("gap.py", "def gap(", "def gap_of(", True),
        ("classroom/say.py", "Not yet, and", "Not yet. And", False),
        ("classroom/grading/pages.py", "BINS = 10", "BINS = 11", False),
        ("classroom/cli.py", '"bcs"', '"bsc"', False),
        ("figures.py", "110", "111", False),
    ],
)
def test_what_marks_again(path, old, new, again, monkeypatch, tmp_path, the_books):
    """Whatever judges does: a number of a question, a rule, the physics. A sentence, a page and a picture do not."""
    before = digest.code_digest()
    assert (digest_with(monkeypatch, tmp_path, path, old, new) != before) == again


def test_an_own_course_marks_again(tmp_path, monkeypatch):
    """A folder of the instructor's counts by its content, not by its place."""
    found = []
    for name, text in (("a", "x = 1"), ("b", "x = 1  # the same"), ("c", "x = 2")):
        (tmp_path / name / "course").mkdir(parents=True)
        (tmp_path / name / "course" / "01_rows.py").write_text(text)
        monkeypatch.setenv("BCS_COURSE", str(tmp_path / name))
        found.append(digest.code_digest())
    assert found[0] == found[1] != found[2]


def test_when_a_question_changes_everything_is_marked_again(tmp_path, monkeypatch):
    """And when nothing does, nothing is."""
    without_walls(monkeypatch)
    folder, waiting = two(tmp_path), []
    for name in ("as it is", "as it is", "another"):
        monkeypatch.setattr(grading, "code_digest", lambda name=name: name)
        grading.grade(folder, tmp_path / "marks", seed=3, limits=LIMITS,
                      report=lambda jobs, total: waiting.append(total) or jobs)  # fmt: skip
    assert waiting == [2, 0, 2]


def test_an_array_is_compared_with_its_own_largest_entry():
    """A zero in it may be missed by a thousandth of the tolerance, and by no more."""
    for error, right in ((5e-8, True), (5e-7, False)):
        assert (distance(np.array([1.0, error]), np.array([1.0, 0.0])) <= 1e-4) == right


def command(*words):
    """`bcs grade`, as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", "from bcs_helpers.classroom.cli import main; raise SystemExit(main())", "grade", *words],
        env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip


def test_rows_that_were_handed_in_are_not_the_course(tmp_path, the_books):
    """A student's folder course/ is no instructor's, wherever the command is typed: nothing in it runs."""
    rows = tmp_path / "course" / "05_gap_equation.py"
    rows.parent.mkdir()
    rows.write_text("import bcs_helpers.classroom\nfrom pathlib import Path\nPath('ran').touch()\nTASKS = ()\n")
    (tmp_path / "ann_05_gap_equation.ipynb").write_bytes(notebook(CELLS))
    words = ["grade", ".", "--marks", "marks", "--isolation", "none"]
    code = f"from bcs_helpers.classroom.cli import main; raise SystemExit(main({words!r}))"
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, timeout=200,
                   env=os.environ | {"PYTHONPATH": str(ROOT)})  # fmt: skip
    head, *rows = (tmp_path / "marks" / "marks.csv").read_text("utf-8-sig").splitlines()
    assert head.startswith(",".join(["student", *(task.name for task in course.tasks("05_gap_equation"))]))
    assert any(re.match(r"ann,\d", row) for row in rows) and not (tmp_path / "ran").exists()


def wait_for(condition, seconds=120):
    until = monotonic() + seconds
    while not condition():
        assert monotonic() < until
        sleep(0.05)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_the_command_stopped_by_force(how, tmp_path, walls):
    """Ctrl-C or worse in the middle of a slow notebook: it ends at once, leaves nothing running, and goes on later."""
    folder, marks, seconds = tmp_path / "in", tmp_path / "marks", 60 + os.getpid() / 1e6 + how / 1e8
    folder.mkdir()
    (folder / "a_05_gap_equation.ipynb").write_bytes(notebook(CELLS))
    (folder / "b_05_gap_equation.ipynb").write_bytes(first("import time\ntime.sleep(50)"))
    words = (str(folder), "--marks", str(marks), "--notebook-seconds", str(seconds))
    process = command(*words, "--cell-seconds", "55")
    limits = replace(LIMITS, notebook_seconds=seconds)
    try:
        wait_for(lambda: list((marks / "state").glob("*.json")))
        process.send_signal(how)
        _, said = process.communicate(timeout=15)
    finally:
        process.kill()
    wait_for(lambda: processes(limits) == 0, 10)
    assert process.returncode == (130 if how == signal.SIGINT else -how)
    assert "1/2" in said or how == signal.SIGKILL  # the progress bar
    again = command(*words, "--cell-seconds", "0.5")
    out, said = again.communicate(timeout=60)
    assert again.returncode == 0 and "2 students, 2 files" in out
    table = (marks / "marks.csv").read_text()
    assert "a,4,3,5,2" in table and "b,4,3,5,2" in table


def test_the_command_says_what_is_wrong_in_a_sentence(tmp_path, capsys):
    """No traceback for a missing folder, an empty one, bad options."""
    for words, says in (
        ([str(tmp_path / "nowhere")], "must be a folder or a zip"),
        ([str(tmp_path)], "there is no notebook"),
        ([str(tmp_path), "--marks", str(tmp_path)], "another folder"),
        ([str(tmp_path), "--workers", "0"], "at least 1"),
        ([str(tmp_path), "--call-seconds", "-1"], "call_seconds must be larger than zero"),
        ([str(tmp_path), "--notebook-seconds", "nan"], "notebook_seconds must be larger than zero"),
    ):
        assert cli.main(["grade", "--marks", str(tmp_path / "m"), *words]) == 2
        assert says in capsys.readouterr().err


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"platform": "darwin"}, "use WSL, or a Linux machine"),
        ({"bwrap": None}, "apt install bubblewrap"),
        ({"kernel/apparmor_restrict_unprivileged_userns": "1"}, "AppArmor"),
        ({"user/max_user_namespaces": "0"}, "switched off"),
        ({"container": True}, "--security-opt"),
        ({}, "If this is a container"),
    ],
)
def test_what_helps_where_there_is_no_sandbox(settings, says, monkeypatch):
    """The advice fits the system."""
    monkeypatch.setattr(advice.sys, "platform", settings.get("platform", "linux"))
    monkeypatch.setattr(advice.shutil, "which", lambda name: settings.get("bwrap", "/usr/bin/bwrap"))
    monkeypatch.setattr(advice, "_setting", lambda name: settings.get(name, ""))
    monkeypatch.setattr(advice.os.path, "exists", lambda path: settings.get("container", False))
    text = advice.needed("it does not start")
    assert says in text and "--isolation=none" in text


def test_without_bubblewrap_it_says_so_and_stops(monkeypatch):
    """No bwrap on the path: an error that names the package, and no marking."""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SandboxError, match="bubblewrap"):
        Sandbox(LIMITS)


def test_isolation_none_is_written_on_every_page(class_, tmp_path):
    """It marks, and every page says how."""
    marks = tmp_path / "marks"
    *_, memory = grading.grade(class_, marks, seed=3, limits=LIMITS, isolation="none")
    assert "nobody counted it" in memory and memory in (marks / "class.html").read_text()
    assert "alice,4,3,5,2" in (marks / "marks.csv").read_text()
    pages = list(marks.rglob("*.html"))
    assert len(pages) == 11 and all("--isolation=none" in p.read_text() for p in pages)


def test_every_task_has_inputs_that_can_be_sent(the_books):
    """What a task asks crosses as JSON, whichever chapter it belongs to."""
    for task in course.tasks():
        for case in task.cases(5):
            json.dumps(marking.encode(tuple(case)))


def test_importing_the_grader_needs_no_dask():
    """The extra [cluster] is needed only with --scheduler."""
    code = "import sys, bcs_helpers.classroom.grading.grading; print({'dask', 'distributed'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
