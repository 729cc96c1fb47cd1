"""Collecting what was handed in: every sensible layout is understood, nobody can hand in for another, nothing hangs."""

import io
import json
import os
import re
import zipfile
from time import monotonic

import pytest

from bcs_helpers.classroom import course
from bcs_helpers.classroom.grading import collect as collecting
from bcs_helpers.classroom.grading import grading, tree
from bcs_helpers.classroom.grading.choose import choose
from bcs_helpers.classroom.grading.collect import EACH
from bcs_helpers.classroom.grading.collect import collect as collect_class
from bcs_helpers.classroom.grading.reading import read_notebook
from bcs_helpers.classroom.grading.roster import Roster
from bcs_helpers.classroom.grading.told import Unreadable, sentence

from .classes import FROZEN
from .submissions import CELLS, UNREADABLE, notebook

BOOK = notebook(CELLS)


def collect(folder, **more):
    return collect_class(folder, **more).submissions


NO_NOTEBOOK = ("no_notebook", {})


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
    "groups of a class": (
        {
            "Tutorial A/jane/05_gap_equation.ipynb": BOOK,
            "Tutorial A/bob/05_gap_equation.ipynb": BOOK,
            "Tutorial B/zoe/final.ipynb": BOOK,
            "Tutorial B/max/final.ipynb": BOOK,
            "Tutorial B/eva/final.ipynb": BOOK,
        },
        [("bob", ""), ("eva", ""), ("jane", ""), ("max", ""), ("zoe", "")],
    ),
    "groups, files in them": (
        {f"一组/{name}_05_gap_equation.ipynb": BOOK for name in ("张三", "李四", "王五")}
        | {f"二组/{name}_05_gap_equation.ipynb": BOOK for name in "abc"},
        [(name, "") for name in sorted(["张三", "李四", "王五", *"abc"])],
    ),
    "groups of student numbers": (
        {f"G{n}/{2024000 + 10 * n + k}/hw.ipynb": BOOK for n in (1, 2) for k in (1, 2)},
        [(str(n), "") for n in (2024011, 2024012, 2024021, 2024022)],
    ),
    "namesakes in groups": (
        {
            "A/Li/05_gap_equation.ipynb": BOOK,
            "A/Bo/05_gap_equation.ipynb": BOOK,
            "A/Su/05_gap_equation.ipynb": BOOK,
            "B/Li/x.ipynb": BOOK,
            "B/Yu/x.ipynb": BOOK,
            "B/Mo/x.ipynb": BOOK,
        },
        [("Bo", ""), ("Li (A)", ""), ("Li (B)", ""), ("Mo", ""), ("Su", ""), ("Yu", "")],
    ),
    "drafts of one's own": (
        {
            "jane/old/05_gap_equation.ipynb": BOOK,
            "jane/new/05_gap_equation.ipynb": BOOK,
            "bob/05_gap_equation.ipynb": BOOK,
            "zoe/05_gap_equation.ipynb": BOOK,
        },
        [("bob", ""), ("jane", ""), ("jane", ""), ("zoe", "")],
    ),
    "attempts of one's own": (
        {f"{who}/attempt {n}/05_gap_equation.ipynb": BOOK for who in ("jane", "bob") for n in (1, 2)},
        [("bob", ""), ("bob", ""), ("jane", ""), ("jane", "")],
    ),
    "a chapter for each folder of one's own": (
        {f"jane/week {n}/{stem}.ipynb": BOOK for n, stem in enumerate(("05_gap_equation", "06_thermodynamics"))}
        | {"bob/05_gap_equation.ipynb": BOOK},
        [("bob", ""), ("jane", ""), ("jane", "")],
    ),
    "two exports side by side": (
        {f"HW{n}.zip": packed(**{f"doejane_4711_{n}1_x.ipynb": BOOK, f"roebob_22_{n}2_x.ipynb": BOOK}) for n in (5, 6)},
        [("doejane", "4711"), ("doejane", "4711"), ("roebob", "22"), ("roebob", "22")],
    ),
    "an export in a folder of exports": (
        {
            "Canvas/HW5/doejane_4711_99_x.ipynb": BOOK,
            "Canvas/HW6/roebob_22_98_x.ipynb": BOOK,
            "Canvas/HW6/doejane_4711_97_x.ipynb": BOOK,
        },
        [("doejane", "4711"), ("doejane", "4711"), ("roebob", "22")],
    ),
    "Canvas without names": (
        {"anon_aB3xY_99_05_gap_equation.ipynb": BOOK, "anon_LATE_Qw9_98_05_gap_equation.ipynb": BOOK},
        [("anon (Qw9)", "Qw9"), ("anon (aB3xY)", "aB3xY")],
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


COPIES = [" - Copy (2)", " (1) (1)", "-Copy1-Copy2", " - 副本", " - 副本 (2)", "（1）", "的副本", " copy 3", " - Kopie",
          " - copia (2)", " のコピー", " - 복사본", " — копия".replace("—", "-"), "［2］", "【3】"]  # fmt: skip


@pytest.mark.parametrize("copy", COPIES)
def test_copies_of_copies_are_the_same_persons(copy, tmp_path):
    """Whatever word and whatever brackets the desktop, the browser or Jupyter writes for a copy."""
    laid_out(tmp_path, {f"jane_05_gap_equation{end}.ipynb": BOOK for end in ("", copy)})
    assert {student for student, *_ in found(tmp_path)} == {"jane"}


ENCODED = {  # as the names of people are written in the code pages of their systems
    "gb18030": ["王小明", "欧阳娜娜", "喆翀", "邹睿"],
    "gbk": ["刘婷婷_作业", "第三组"],
    "big5": ["王小明", "陳怡君", "林志豪"],
    "shift_jis": ["田中さくら", "山田太郎_レポート"],
    "euc_kr": ["김민수", "박지훈_과제"],
    "cp850": ["Müller", "Núñez", "Björn Åkesson"],
    "cp1252": ["José", "Müller"],
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_names_in_other_code_pages(encoding, tmp_path):
    """In a zip without a word about it, and on a disk: two people stay two, each under their own name."""
    names = [f"{name}/05_gap_equation.ipynb" for name in ENCODED[encoding]]
    data = packed(**{f"{n:03}" + "x" * (len(name.encode(encoding)) - 3): BOOK for n, name in enumerate(names)})
    for n, name in enumerate(names):
        data = data.replace(f"{n:03}".encode() + b"x" * (len(name.encode(encoding)) - 3), name.encode(encoding))
    (tmp_path / "class.zip").write_bytes(data)
    assert {student for student, *_ in found(tmp_path / "class.zip")} == set(ENCODED[encoding])
    for name in names:
        path = os.fsencode(tmp_path / "disk") + b"/" + name.encode(encoding)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(BOOK)
    assert {student for student, *_ in found(tmp_path / "disk")} == set(ENCODED[encoding])
    assert all(s.read() == BOOK for s in collect(tmp_path / "disk"))


def test_a_name_that_the_packer_wrote_twice(tmp_path):
    """Some write their system's letters and, in an extra field, what they stand for."""
    info = zipfile.ZipInfo("?? /05.ipynb".replace(" ", ""))
    name = "王五/05_gap_equation.ipynb".encode()
    info.extra = b"up" + (5 + len(name)).to_bytes(2, "little") + b"\1\0\0\0\0" + name
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        archive.writestr(info, BOOK)
        archive.writestr("bob/05_gap_equation.ipynb", BOOK)
    data = (tmp_path / "class.zip").read_bytes().replace(b"??/05.ipynb", b"\xcd\xf5/05.ipynb")
    (tmp_path / "class.zip").write_bytes(data)
    assert {student for student, *_ in found(tmp_path / "class.zip")} == {"bob", "王五"}


def test_a_zip_of_ones_own_overwrites_no_neighbour(tmp_path):
    """Names of a platform in a student's zip, of somebody who handed in: it is the zip's owner's, and that is said."""
    forged = packed(**{"doejane_41_9999_05_gap_equation-9.ipynb": BOOK})
    laid_out(tmp_path, {"mallory.zip": forged, "doejane_41_17_05_gap_equation.ipynb": BOOK,
                        "roebob_42_18_05_gap_equation.ipynb": BOOK})  # fmt: skip
    assert [s for s, *_ in found(tmp_path)] == ["doejane", "mallory", "roebob"]
    assert ("mallory.zip", "read_as_own", {"student": "mallory"}) in collect_class(tmp_path).layout


def test_a_huge_folder_costs_its_owner_only(tmp_path, monkeypatch):
    """Whoever hands in a tree without end is told so, and everybody else is found; what is beside it is found, too."""
    monkeypatch.setattr(tree, "STUDENT", 50)
    monkeypatch.setattr(tree, "CLASS", 1000)
    files = {f"{who}/05_gap_equation.ipynb": BOOK for who in ("ann", "jane", "zoe")}
    files |= {f"jane/a{n}/b{k}/x.py": b"" for n in range(40) for k in range(20)}
    laid_out(tmp_path, files)
    assert [s for s, *_ in found(tmp_path)] == ["ann", "jane", "zoe"]
    assert {s.student for s in collect(tmp_path) if s.problem} == {"jane"}
    laid_out(tmp_path, {"bob/05_gap_equation.ipynb": BOOK, "bob/venv/pyvenv.cfg": b"",
                        **{f"bob/venv/{n}.ipynb": BOOK for n in range(40)}})  # fmt: skip
    assert [s for s, *_ in found(tmp_path)].count("bob") == 1
    laid_out(tmp_path, {f"kim/big/x{n}/y{k}/z.py": b"" for n in range(40) for k in range(20)}
             | {"kim/work/a/b/c/d/e/05_gap_equation.ipynb": BOOK})  # fmt: skip
    assert [s for s, *_ in found(tmp_path)].count("kim") == 1


def test_nothing_goes_unnamed(tmp_path):
    """A link, an empty folder, a pipe, an empty zip: each is named with its reason; so is what belongs to nobody."""
    laid_out(tmp_path, {"jane/05_gap_equation.ipynb": BOOK, "zoe.zip": packed(), "notes.txt": b"x"})
    (tmp_path / "empty").mkdir()
    (tmp_path / "ann.ipynb").symlink_to("jane/05_gap_equation.ipynb")
    os.mkfifo(tmp_path / "bob_05_gap_equation.ipynb")
    class_ = collect_class(tmp_path)
    told = {s.student: s.problem[0] for s in class_.submissions if s.problem}
    assert told == {"empty": "empty_folder", "ann": "link", "bob": "special", "zoe": "empty_zip"}
    assert [(place, key) for place, key, _ in class_.aside] == [("notes.txt", "not_work")]


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
    assert {student for student, _, _ in found(folder)} == {"jane"}
    told = {s.student: s.problem[0] for s in collect(folder) if s.problem}
    assert told == {"ann": "link", "all": "link"} | {"bob": "link"}


def test_a_folder_that_may_not_be_read_is_told(tmp_path, monkeypatch):
    """The others are marked."""
    laid_out(tmp_path, {"jane/05_gap_equation.ipynb": BOOK, "bob/05_gap_equation.ipynb": BOOK})
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("bob"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(tree.os, "scandir", refuse)
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
    counting, lines = choose(collect(tmp_path))
    assert not counting and [line.is_problem for line in lines] == [True]
    assert re.match(r"the (file|notebook)|no function", sentence(lines[0].told))


def test_answers_in_words():
    """The marked cell and the text right after it, without the placeholder; of two copies, the one that is filled."""

    def book(*cells):
        return json.dumps(
            {"cells": [{"cell_type": kind, "source": text} for kind, text in cells], "nbformat": 4}
        ).encode()

    marked = "<!-- answer: why_no_expansion -->\n*Write your answer here.*"
    code, rest = ("code", "def gap_ratio(): ..."), ("markdown", "## 6 · Another\n\nIts words.")

    def answer(*cells):
        return read_notebook(book(code, *cells)).words.get("why_no_expansion", "")

    assert answer(("markdown", marked), rest) == ""
    assert answer(("markdown", f"{marked}\n\nBecause."), rest) == "Because."
    assert answer(("markdown", marked), ("markdown", "Because"), ("raw", "of this."), rest) == "Because\n\nof this."
    assert answer(("markdown", marked), code, ("markdown", "scratch")) == ""
    assert answer(("markdown", f"{marked} Because."), ("markdown", marked)) == "Because."


ROSTERS = {
    "names and numbers": "Name,ID,Mail\nJane Doe,4711,jd@x.edu\nBob Roe,22,bob@x.edu\nZoe Li,33,zli@x.edu\n",
    "first and last names": "last,first,login\nDoe,Jane,jdoe\nRoe,Bob,bob\nLi,Zoe,zoe\n",
    "numbers first": "学号,姓名,组\n4711,Jane Doe,A\n22,Bob Roe,A\n33,Zoe Li,B\n",
}


@pytest.mark.parametrize("name", ROSTERS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_roster_settles_who_is_who(name, encoding, tmp_path):
    """Whatever its columns and encoding: a name, a login or a number leads to the person; who is missing is told."""
    (tmp_path / "names.csv").write_bytes(ROSTERS[name].encode(encoding))
    roster = Roster(tmp_path / "names.csv")
    laid_out(tmp_path / "in", {"Tutorial A/Jane Doe/05_gap_equation.ipynb": BOOK, "Tutorial A/x/readme.txt": b"x",
                               "Roe, Bob_05_gap_equation.ipynb": BOOK, "eve_05_gap_equation.ipynb": BOOK})  # fmt: skip
    class_ = collect_class(tmp_path / "in", roster=roster)
    jane, bob, zoe = roster.people
    assert {s.student for s in class_.submissions if not s.problem} == {jane, bob, "eve"}
    assert class_.missing == (zoe,) and "eve" in class_.strangers


def test_a_roster_joins_and_parts(tmp_path):
    """One person under two names is one; two in a folder that looked like one person's are two; nobody is guessed."""
    (tmp_path / "names.csv").write_text("name,login,number\nJane Doe,jdoe,4711\nBob Roe,broe,22\n")
    roster = Roster(tmp_path / "names.csv")
    laid_out(tmp_path / "in", {
        "lab/Jane Doe/05_gap_equation.ipynb": BOOK, "lab/Bob Roe/06_thermodynamics.ipynb": BOOK,
        "jdoe_06_thermodynamics.ipynb": BOOK, "zed/05_gap_equation.ipynb": BOOK, "mo/05_gap_equation.ipynb": BOOK,
        "mallory/Jane Doe/05_gap_equation.ipynb": BOOK,
    })  # fmt: skip
    by_student = {}
    for student, _, name in [(s.student, s.number, s.name) for s in collect(tmp_path / "in", roster=roster)]:
        by_student.setdefault(student, []).append(name)
    assert by_student["Bob Roe"] == ["lab/Bob Roe/06_thermodynamics.ipynb"]
    assert by_student["Jane Doe"] == ["jdoe_06_thermodynamics.ipynb"]  # found by her login: no folder can be hers too
    assert "mallory/Jane Doe/05_gap_equation.ipynb" not in by_student["Jane Doe"]


def test_members_that_unpack_without_end_are_bounded(tmp_path):
    """What is tightly packed costs its owner a bounded time, at most three times the largest file, and is told."""
    with zipfile.ZipFile(tmp_path / "eve_05_gap_equation.zip", "w", zipfile.ZIP_LZMA) as archive:
        for n in range(30):
            archive.writestr(f"{n}.ipynb", b"[" + b" " * (4 << 20))
    laid_out(tmp_path, {"ann_05_gap_equation.ipynb": BOOK})
    counting, lines = choose(collect(tmp_path, most=5 << 20), most=5 << 20)
    assert [c.submission.student for c in counting] == ["ann"]
    keys = [line.told[0] for line in lines if line.student == "eve"]
    assert keys.count("much_to_unpack") == 27 and keys.count("not_json") == 3


def test_a_larger_notebook_may_be_allowed(tmp_path):
    """The message names the option, and the option helps."""
    book = json.loads(BOOK)
    book["cells"][0]["outputs"] = [{"text": "x" * (2 << 20)}]
    laid_out(tmp_path, {"ann_05_gap_equation.ipynb": json.dumps(book).encode()})
    _, (line,) = choose(collect(tmp_path, most=1 << 20), most=1 << 20)
    assert line.told == ("too_large", {"megabytes": 1}) and "--largest-megabytes" in sentence(line.told)
    assert choose(collect(tmp_path, most=3 << 20), most=3 << 20)[0]


def test_a_file_that_is_away_for_a_moment(tmp_path, monkeypatch):
    """A share that fails while the class is marked: nothing false is kept, and the next run marks it."""
    folder = laid_out(tmp_path / "in", {"ann_05_gap_equation.ipynb": BOOK})
    read, times = collecting.bytes_of, []

    def away(path, member, most):
        times.append(path)
        if len(times) == 2:  # found and read once, then away
            raise OSError(5, "Input/output error")
        return read(path, member, most)

    monkeypatch.setattr(collecting, "bytes_of", away)
    monkeypatch.setenv("BCS_COURSE", str(FROZEN))
    first = grading.grade(folder, tmp_path / "marks", seed=1, isolation="none")
    assert any("the next run tries again" in line for line in first)
    assert not list((tmp_path / "marks" / "state").glob("[0-9a-f]*.json"))
    second = grading.grade(folder, tmp_path / "marks", isolation="none")
    assert not any("not marked" in line for line in second)
    full = ",".join(str(task.points) for task in course.tasks("05_gap_equation"))
    assert f"ann,{full}" in (tmp_path / "marks" / "marks.csv").read_text()
