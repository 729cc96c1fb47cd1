"""Points that people gave: nothing they wrote is lost or garbled, and two who disagree are told."""

import csv
import io

import pytest

from bcs_helpers.classroom.grading import manual

ROWS = [("ann", "05", "q", 3), ("Núñez, Bo", "05", "q", 3)]
FILLED = [["student", "chapter", "question", "of", "points", "comment"],
          ["ann", "05", "q", "3", "2,5", "good; but “why”?"], ["Núñez, Bo", "05", "q", "3", "", ""]]  # fmt: skip
SPREADSHEETS = {  # encoding, separator, end of line, mark at the beginning
    "as it was": ("utf-8", ",", "\n", b""),
    "semicolons, BOM, CRLF": ("utf-8", ";", "\r\n", b"\xef\xbb\xbf"),
    "Windows' own letters": ("cp1252", ";", "\r\n", b""),
    "Unicode text": ("utf-16-le", "\t", "\r\n", b"\xff\xfe"),
}


@pytest.mark.parametrize("name", SPREADSHEETS)
def test_whatever_a_spreadsheet_makes_of_manual_csv(name, tmp_path):
    """It is read, rows are only appended, in its own fashion, and what was there stays byte for byte."""
    encoding, separator, end, mark = SPREADSHEETS[name]
    path, out = tmp_path / "manual.csv", io.StringIO()
    manual.append(path, ROWS)
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(FILLED)
    kept = mark + out.getvalue().rstrip("\r\n").encode(encoding)  # some leave out the last end of line
    path.write_bytes(kept)
    assert manual.read(path)["ann", "05", "q"][:2] == (2.5, "good; but “why”?")
    manual.append(path, [*ROWS, ("=cmd()", "05", "q", 3)])
    assert path.read_bytes().startswith(kept)
    again = manual.read(path)
    assert len(again) == 3 and manual.look_up(again, "=cmd()", "05", "q") == (None, "")
    text = path.read_bytes().decode("utf-16" if "16" in encoding else encoding).removeprefix("\ufeff")
    assert f"'=cmd(){separator}05" in text and text.count(end) == len(text.splitlines())


def test_columns_of_ones_own_and_another_order(tmp_path):
    """Columns are found by their names; more of them are left alone."""
    path = tmp_path / "manual.csv"
    path.write_text("Points,comment,student,my notes,chapter,question,of\n1,ok,ann,call her,05,q,3\n")
    manual.append(path, ROWS)
    assert path.read_text().endswith('\n,,"Núñez, Bo",,05,q,3\n')
    assert manual.read(path)["ann", "05", "q"][:2] == (1, "ok")


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("ann,05,q,3,many,", "line 2: points must be a number or empty, not 'many'"),
        ("ann,05,q,3,nan,", "line 2: points"),
        ("ann,05,q,3,inf,", "line 2: points"),
        ("ann,05,q,3,1,\nann,05,q,3,2,", "lines 2 and 3 say different things"),
        ("ann,05,q,3,25,", "line 2: points must lie between 0 and 3"),
        ("ann,05,q,3,-2,", "line 2: points must lie"),
        ("ann,05,q,3,2,5,fine", "line 2 has more cells"),
        ('ann,05,q,3,2,"so close\nbob,05,q,3,3,good', "line 2: is a quotation mark left open"),
        ('ann,05,q,3,2,"so close\nbob,05,q,3,0,"very poor"', "line 2: is a quotation mark left open"),
        (f"ann,05,q,3,2,{'x' * 140_000}", "line 2"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_line(lines, says, tmp_path):
    """No points are guessed."""
    path = tmp_path / "manual.csv"
    path.write_text(",".join(manual.COLUMNS) + "\n" + lines + "\n")
    with pytest.raises(ValueError, match=says):
        manual.read(path)
    path.write_text("student,points\nann,2\n")
    with pytest.raises(ValueError, match="missing: chapter, question, of, comment"):
        manual.read(path)


def test_an_empty_row_beside_a_filled_one_and_rows_for_nobody(tmp_path):
    """The filled one counts; what is about nobody is named."""
    path = tmp_path / "manual.csv"
    path.write_text(",".join(manual.COLUMNS) + "\nann,05,q,3,1,\nann,05,q,3,,\nanne,05,q,3,2,\n")
    given = manual.read(path)
    assert given["ann", "05", "q"][:2] == (1, "")
    assert manual.unknown(given, [("ann", "05", "q")]) == [("manual.csv", ("anne", "05", "q"))]


def test_names_that_the_file_has_no_letters_for(tmp_path):
    """The file stays as it is, and the way out is told."""
    path = tmp_path / "manual.csv"
    kept = (",".join(manual.COLUMNS) + "\nJosé,05,q,3,1,\n").encode("cp1252")
    path.write_bytes(kept)
    with pytest.raises(ValueError, match="save it as UTF-8"):
        manual.append(path, [("王小明", "05", "q", 3)])
    assert path.read_bytes() == kept


# ---- what a spreadsheet saves ---------------------------------------------------------------------------------

COMMENTS = ("很好", "好", "对！", "不错", "Δ≠0", "T和Tc混淆", "缺少“虚部”——见第3页", "漏了因子2，Δ应为2Δ")
WESTERN = ("“yes” – no’s", "it’s ok", "schön erklärt", "créée à côté", "±1°")


def saved(tmp_path, comment, encoding, name="ann"):
    path = tmp_path / "manual.csv"
    path.write_bytes((",".join(manual.COLUMNS) + f"\n{name},05,q,3,2,{comment}\n").encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_a_chinese_comment_arrives_as_it_was_written(encoding, tmp_path):
    """Whatever the code page, with or without a mark, and beside names in ASCII."""
    for comment in COMMENTS:
        path = saved(tmp_path, comment, encoding)
        assert manual.look_up(manual.read(path), "ann", "05", "q") == (2, comment)
        manual.append(path, [("王小明", "05", "q", 3)])
        assert set(manual.read(path)) == {("ann", "05", "q"), ("王小明", "05", "q")}


def test_western_letters_are_not_taken_for_chinese_ones(tmp_path):
    """What a spreadsheet on a western Windows saves."""
    for comment in WESTERN:
        assert manual.look_up(manual.read(saved(tmp_path, comment, "cp1252")), "ann", "05", "q") == (2, comment)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("ann,05,q,3,2,хорошо\n".encode("cp1251"), "not clear in which encoding .* save it as UTF-8"),
        ("ann,05,q,3,2,příliš žluťoučký\n".encode("cp1250"), "not clear in which encoding"),
        ("王小明,05,q,3,2,能隙\n".encode() + "bo,05,q,3,2,很好\n".encode("gbk"), "not in line 3: two encodings"),
        ("ann,05,q,3,2,很好\n".encode("gbk") + b"bo,05,q,3,2,\xff\n", "not clear in which encoding"),
        (b"\xff\xfea\x00\x00\xd8", "not clear in which encoding"),
    ],
)
def test_letters_are_not_guessed(data, says, tmp_path):
    """What would be garbled is refused; nothing of it reaches a student."""
    path = tmp_path / "manual.csv"
    path.write_bytes(data if data.startswith(b"\xff") else ",".join(manual.COLUMNS).encode() + b"\n" + data)
    with pytest.raises(ValueError, match=says):
        manual.read(path)


def test_a_new_file_opens_rightly_in_a_chinese_spreadsheet(tmp_path):
    """It begins with the mark of UTF-8."""
    manual.append(tmp_path / "manual.csv", [("王小明", "05", "q", 3)])
    assert (tmp_path / "manual.csv").read_bytes().startswith(b"\xef\xbb\xbfstudent,")


# ---- several readers ------------------------------------------------------------------------------------------

KEY = ("ann", "05", "q")


def row(points, reader="", time="", answer="", comment="", file="a.csv"):
    return {KEY: manual.Given(points, comment, "", answer, reader, time, file)}


@pytest.mark.parametrize(
    ("own", "readers", "points", "comment"),
    [
        ({}, [row(2, "Anna"), row(2, "Bob", comment="ok")], 2, "ok"),
        ({}, [row(2, "Anna", comment="well"), row(2, "Bob", comment="ok")], 2, "well / ok"),
        ({}, [row(2, "Anna"), row(3, "Bob")], None, ""),
        ({}, [row(2), row(3, file="b.csv")], None, ""),  # by hand, known by their files
        ({}, [row(2, "Anna", "10:00"), row(3, "Anna", "11:00")], 3, ""),  # she thought better of it
        ({}, [row(3, "Anna", "11:00"), row(2, "Anna", "10:00")], 3, ""),
        ({}, [row(2, "Anna", "10:00"), row(None, "Anna", "11:00")], None, ""),  # she took it back
        ({}, [row(2, "Anna", answer="old"), row(3, "Bob", answer="new")], 3, ""),  # he read the text of now
        ({}, [row(2, "Anna", answer="old")], 2, ""),
        ({}, [row(None, "Anna", comment="hm"), row(3, "Bob")], 3, "hm"),
        (row(1, file="manual.csv"), [row(2, "Anna"), row(3, "Bob")], 1, ""),  # it has the last word
        (row(None, file="manual.csv"), [row(2, "Anna")], 2, ""),
        (row(None, comment="see me", file="manual.csv"), [row(2, "Anna", comment="ok")], 2, "see me / ok"),
        (row(1, file="manual.csv"), [], 1, ""),
    ],
)
def test_what_readers_gave_is_merged(own, readers, points, comment):
    """Of one reader the latest counts, the answer of now before an earlier one, and nothing where two disagree."""
    for order in (readers, readers[::-1]):
        given = manual.merged(own, order, {KEY: "new"})
        assert manual.look_up(given, *KEY) == (points, comment)


def test_two_who_disagree_are_told():
    """A sentence with both names and what they gave; so is what manual.csv settles, and an answer that changed."""
    lines = lambda own, readers: list(manual.told(manual.merged(own, readers, {KEY: "new"}), {KEY: "new"}))  # noqa: E731
    apart = [row(2, "Anna"), row(3, "Bob")]
    assert lines({}, apart) == ["ann, 05, q: Anna gives 2, Bob gives 3; no points until manual.csv settles it"]
    settled = row(2, file="manual.csv")
    assert lines(settled, apart) == ["ann, 05, q: Bob gives 3; manual.csv has the last word with 2"]
    assert lines(settled, apart[:1]) == [] == lines({}, [row(2, "Anna", answer="new")])
    (told,) = lines({}, [row(2, "Anna", answer="old")])
    assert told.startswith("handed in again since it was read") and told.endswith("ann (q)")


def test_which_files_are_read(tmp_path):
    """All manual*.csv of the folder and those that are named, each once, without manual.csv; a missing one is told."""
    for name in ("manual.csv", "manual-anna.csv", "manual-bob (1).csv", "marks.csv"):
        (tmp_path / name).write_text(",".join(manual.COLUMNS))
    other = tmp_path / "in" / "manual.csv"
    other.parent.mkdir()
    other.write_text(",".join(manual.COLUMNS))
    found = manual.files(tmp_path, [other, tmp_path / "manual-anna.csv", str(tmp_path / "manual.csv")])
    names = [path.relative_to(tmp_path).as_posix() for path in found]
    assert names == ["manual-anna.csv", "manual-bob (1).csv", "in/manual.csv"]
    with pytest.raises(ValueError, match="--manual: there is no file nowhere.csv"):
        manual.files(tmp_path, ["nowhere.csv"])
