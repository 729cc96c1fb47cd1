"""Collecting what was handed in: every sensible layout is understood, nobody can hand in for another, nothing hangs."""

import io
import json
import os
import zipfile
from time import monotonic

import pytest

from bcs_helpers.classroom.grading import collect as collecting
from bcs_helpers.classroom.grading.collect import EACH, NO_NOTEBOOK, Unreadable, collect, read_notebook

from .submissions import CELLS, UNREADABLE, notebook

BOOK = notebook(CELLS)


def packed(**files):
    """The bytes of a zip; in the names a double underscore is a slash."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def laid_out(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def found(folder):
    return [(s.student, s.number, s.name) for s in collect(folder) if not s.problem]


LAYOUTS = {
    "name before the chapter": ({"jane_05_gap_equation.ipynb": BOOK}, [("jane", "")]),
    "name behind the chapter": ({"05_Gap_Equation_Jane Doe.ipynb": BOOK}, [("Jane Doe", "")]),
    "a folder each": (
        {"jane/05_gap_equation.ipynb": BOOK, "bob/05_gap_equation.ipynb": BOOK},
        [("bob", ""), ("jane", "")],
    ),
    "folders in a chapter's folder": ({"05_gap_equation/jane/05_gap_equation.ipynb": BOOK}, [("jane", "")]),
    "a renamed notebook": ({"jane/final version (2).ipynb": BOOK}, [("jane", "")]),
    "a browser's ending": (
        {"jane_05_gap_equation.ipynb.txt": BOOK, "bob/05.ipynb.json": BOOK},
        [("bob", ""), ("jane", "")],
    ),
    "names of other alphabets": (
        {"José Núñez_05_gap_equation.ipynb": BOOK, "王小明/05_gap_equation.ipynb": BOOK},
        [("José Núñez", ""), ("王小明", "")],
    ),
    "Canvas, unpacked": (
        {"doejane_4711_99_05_gap_equation-2.ipynb": BOOK, "roebob_LATE_22_98_my work.ipynb": BOOK},
        [("doejane", "4711"), ("roebob", "22")],
    ),
    "Moodle, unpacked": (
        {
            "Jane Doe_4711_assignsubmission_file_/05_gap_equation.ipynb": BOOK,
            "Bob Roe_22_assignsubmission_file/x.ipynb": BOOK,
        },
        [("Bob Roe", "22"), ("Jane Doe", "4711")],
    ),
    "Moodle, without folders": (
        {"Jane Doe_4711_assignsubmission_file_05_gap_equation.ipynb": BOOK},
        [("Jane Doe", "4711")],
    ),
    "namesakes": (
        {"Jo Li_1_assignsubmission_file_/a.ipynb": BOOK, "Jo Li_2_assignsubmission_file_/a.ipynb": BOOK},
        [("Jo Li (1)", "1"), ("Jo Li (2)", "2")],
    ),
    "what is no work": (
        {
            "jane/05_gap_equation.ipynb": BOOK,
            "jane/.ipynb_checkpoints/05_gap_equation-checkpoint.ipynb": BOOK,
            "__MACOSX/jane/._05_gap_equation.ipynb": BOOK,
            "jane/data.csv": b"1",
            "README.txt": b"hi",
        },
        [("jane", "")],
    ),
    "a folder around all": (
        {"export-1/jane/05_gap_equation.ipynb": BOOK, "export-1/bob/05_gap_equation.ipynb": BOOK},
        [("bob", ""), ("jane", "")],
    ),
    "Canvas, in a folder": ({"submissions/doejane_4711_99_x.ipynb": BOOK}, [("doejane", "4711")]),
    "Moodle, in a folder": ({"hw/Bob Roe_22_assignsubmission_file/x.ipynb": BOOK}, [("Bob Roe", "22")]),
    "one student with folders": ({"jane/work/05_gap_equation.ipynb": BOOK}, [("jane", "")]),
    "a zip of one's own": (
        {"jane.zip": packed(**{"hw/05_gap_equation.ipynb": BOOK}), "bob_05_gap_equation.ipynb": BOOK},
        [("bob", ""), ("jane", "")],
    ),
    "a zip in one's folder": (
        {"Jane Doe_4711_assignsubmission_file_/hw.zip": packed(**{"05_gap_equation.ipynb": BOOK})},
        [("Jane Doe", "4711")],
    ),
    "a platform's zip beside others": (
        {
            "export.zip": packed(**{"doejane_4711_99_x.ipynb": BOOK, "roebob_22_98_x.ipynb": BOOK}),
            "zoe_05_gap_equation.ipynb": BOOK,
        },
        [("doejane", "4711"), ("roebob", "22"), ("zoe", "")],
    ),
    "one zip alone": (
        {"class.zip": packed(**{"jane/05_gap_equation.ipynb": BOOK, "bob/05_gap_equation.ipynb": BOOK})},
        [("bob", ""), ("jane", "")],
    ),
    "a zip in the platform's zip": (
        {
            "export.zip": packed(
                **{"doejane_4711_99_hw.zip": packed(**{"a/05_gap_equation.ipynb": BOOK}), "roebob_22_98_x.ipynb": BOOK}
            )
        },
        [("doejane", "4711"), ("roebob", "22")],
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layouts(name, tmp_path):
    """Whose a notebook is, is read from the layout; and each can be read."""
    files, expected = LAYOUTS[name]
    laid_out(tmp_path, files)
    assert [(student, number) for student, number, _ in found(tmp_path)] == expected
    assert all(submission.read() == BOOK for submission in collect(tmp_path) if not submission.problem)
    if len(files) == 1 and name.endswith(("alone", "platform's zip")):  # the zip itself may be given, too
        assert [(student, number) for student, number, _ in found(tmp_path / next(iter(files)))] == expected


def test_of_copies_the_highest_number_stands_last(tmp_path):
    """(10) comes after (9), and -2 after none."""
    laid_out(tmp_path, {f"jane/05_gap_equation{n}.ipynb": BOOK for n in (" (10)", " (9)", "", "-2")})
    assert [name for _, _, name in found(tmp_path)][-1] == "jane/05_gap_equation (10).ipynb"


@pytest.mark.parametrize(
    "name", ["eve_13_97_hw.zip", "eve.zip", "Eve_13_assignsubmission_file_/hw.zip", "eve_05_gap_equation.zip"]
)
def test_nobody_hands_in_for_another(name, tmp_path):
    """Whatever the names in it, a zip that a student handed in is that student's."""
    forged = packed(**{
        "alice_05_gap_equation.ipynb": BOOK, "alice/05_gap_equation.ipynb": BOOK,
        "../../alice_05_gap_equation.ipynb": BOOK, "/alice/05_gap_equation.ipynb": BOOK,
        "Alice_1_assignsubmission_file_/05_gap_equation.ipynb": BOOK,
        "inner.zip": packed(**{"alice_05_gap_equation.ipynb": BOOK}),
    })  # fmt: skip
    laid_out(tmp_path, {name: forged, "alice_05_gap_equation.ipynb": BOOK})
    assert {student.lower() for student, _, _ in found(tmp_path)} == {"alice", "eve"}
    assert sum(student == "alice" for student, _, _ in found(tmp_path)) == 1


@pytest.mark.parametrize(
    "names",
    [
        ["05_gap_equation_group-1.ipynb", "05_gap_equation_group-2.ipynb", "05_gap_equation_group-3.ipynb"],
        ["05_gap_equation-100234.ipynb", "05_gap_equation-100235.ipynb"],
        ["alice_05_gap_equation.ipynb", "eve.zip"],
        ["Bob Roe_22_assignsubmission_file_/05_gap_equation.ipynb",
         "Bob Roe_22_assignsubmission_file_x Smith_4711_assignsubmission_file_/05_gap_equation.ipynb"],
    ],
)  # fmt: skip
def test_no_two_become_one(names, tmp_path):
    """A number at a name's end is no copy's, a zip of one's own hands in for nobody else, nor does a name one chose."""
    zipped = packed(**{"alice_1_2_zz05_gap_equation.ipynb": BOOK, "eve_3_4_05_gap_equation.ipynb": BOOK})
    laid_out(tmp_path, {name: zipped if name.endswith(".zip") else BOOK for name in names})
    students = [student for student, *_ in found(tmp_path)]
    assert len(set(students)) == len(students) == len(names) + ("eve.zip" in names)


@pytest.mark.parametrize("copy", [" - Copy (2)", " (1) (1)", "-Copy1-Copy2"])
def test_copies_of_copies_are_the_same_persons(copy, tmp_path):
    laid_out(tmp_path, {f"jane_05_gap_equation{end}.ipynb": BOOK for end in ("", copy)})
    assert {student for student, *_ in found(tmp_path)} == {"jane"}


@pytest.mark.parametrize("who", ["{}", "{}_1{}_assignsubmission_file_"])
def test_a_class_in_one_folder_of_a_zip(who, tmp_path):
    """As macOS compresses a folder."""
    names = ["Jane", "Bob", "Zed"]
    files = {f"HW5/{who.format(name, len(name))}/05_gap_equation.ipynb": BOOK for name in names}
    (tmp_path / "wrapped.zip").write_bytes(packed(**files))
    assert {student for student, *_ in found(tmp_path / "wrapped.zip")} == set(names)


def test_who_handed_in_no_notebook_is_named_once(tmp_path):
    """A report in another format is told, with its name, and not beside a notebook that is there."""
    laid_out(tmp_path, {"jane/a.docx": b"x", "jane/b.pdf": b"x", "bob/a.docx": b"x", "bob/05_gap_equation.ipynb": BOOK,
                        "eve_13_97_hw.zip": packed(**{"x.txt": b"1"}), "notes.txt": b"mine"})  # fmt: skip
    problems = {s.student: (s.problem, s.name) for s in collect(tmp_path) if s.problem}
    assert problems == {"jane": (NO_NOTEBOOK, "a.docx, b.pdf"), "eve": (NO_NOTEBOOK, "eve_13_97_hw.zip: x.txt")}


def test_names_of_any_bytes(tmp_path):
    """No name harms a terminal, a table or the disk: neither bytes that are no text nor commands of a terminal."""
    for name in (b"\xff\xfe_05_gap_equation.ipynb", b"\x1b[2Jx_05_gap_equation.ipynb", b"a\nb_05_gap_equation.ipynb",
                 b"x;=cmd()_05_gap_equation.ipynb", "\u202eeve_05_gap_equation.ipynb".encode()):  # fmt: skip
        with open(os.fsencode(tmp_path) + b"/" + name, "wb") as file:
            file.write(BOOK)
    for submission in collect(tmp_path):
        for text in (submission.student, submission.name, submission.stem):
            assert text.isprintable() and ";" not in text and text.encode()
        assert submission.read() == BOOK


def test_links_are_not_followed(tmp_path):
    """Neither to a file nor to a folder, nor as members of a zip."""
    outside = laid_out(tmp_path / "outside", {"bob_05_gap_equation.ipynb": BOOK})
    folder = laid_out(tmp_path / "in", {"jane_05_gap_equation.ipynb": BOOK})
    (folder / "ann_05_gap_equation.ipynb").symlink_to("/etc/passwd")
    (folder / "bob").symlink_to(outside)
    link = zipfile.ZipInfo("cem_05_gap_equation.ipynb")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert {student for student, _, _ in found(folder)} == {"jane", "all"}
    assert next(s for s in collect(folder) if s.student == "all").read() == b"/etc/passwd"


def test_a_folder_that_may_not_be_read_is_told(tmp_path, monkeypatch):
    """The others are marked."""
    laid_out(tmp_path, {"jane/05_gap_equation.ipynb": BOOK, "bob/05_gap_equation.ipynb": BOOK})
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("bob"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(collecting.os, "scandir", refuse)
    assert [(s.student, bool(s.problem)) for s in collect(tmp_path)] == [("bob", True), ("jane", False)]


def test_bombs(tmp_path):
    """Members that unpack to far too much, broken zips, names and numbers without end: told, and quickly."""
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x_05_gap_equation.ipynb", bytes(200 << 20))
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 no")
    long = " " * 60_000 + "(1)" * 1000
    (tmp_path / "long.zip").write_bytes(packed(**{f"{long}.ipynb": BOOK, f"{long}/x.ipynb": BOOK}))
    (tmp_path / "many.zip").write_bytes(packed(**{f"{n}.ipynb": b"{}" for n in range(3000)}))
    begun = monotonic()
    submissions = collect(tmp_path)
    for submission in submissions:
        if submission.student != "many":
            with pytest.raises(Unreadable):
                submission.read()
    assert monotonic() - begun < 5
    assert {s.student for s in submissions} == {"bomb", "broken", "long", "many"}
    assert sum(s.student == "many" for s in submissions) == EACH + 1


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_notebook_is_told_so(name, tmp_path):
    """Unreadable, with a reason in words; nothing is run for it."""
    (tmp_path / "jane.ipynb").write_bytes(UNREADABLE[name])
    with pytest.raises(Unreadable, match=r"^the (file|notebook)|^no function"):
        read_notebook(collect(tmp_path)[0].read(), "jane")


def test_answers_in_words():
    """The marked cell and the text right after it, without the placeholder; of two copies, the one that is filled."""

    def book(*cells):
        return json.dumps(
            {"cells": [{"cell_type": kind, "source": text} for kind, text in cells], "nbformat": 4}
        ).encode()

    marked = "<!-- answer: why_no_expansion -->\n*Write your answer here.*"
    code, rest = ("code", "def gap_ratio(): ..."), ("markdown", "## 6 · Another\n\nIts words.")

    def answer(*cells):
        return read_notebook(book(code, *cells)).words["why_no_expansion"]

    assert answer(("markdown", marked), rest) == ""
    assert answer(("markdown", f"{marked}\n\nBecause."), rest) == "Because."
    assert answer(("markdown", marked), ("markdown", "Because"), ("raw", "of this."), rest) == "Because\n\nof this."
    assert answer(("markdown", marked), code, ("markdown", "scratch")) == ""
    assert answer(("markdown", f"{marked} Because."), ("markdown", marked)) == "Because."
