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
