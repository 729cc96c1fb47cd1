"""Tables: gradebooks of learning platforms go round whole, and nothing that an instructor wrote is ever lost."""

import csv
import io

import pytest

from bcs_helpers.classroom.grading import gradebook

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
    gradebook.add_to_manual(path, ROWS)
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(FILLED)
    kept = mark + out.getvalue().rstrip("\r\n").encode(encoding)  # some leave out the last end of line
    path.write_bytes(kept)
    assert gradebook.read_manual(path)["ann", "05", "q"] == (2.5, "good; but “why”?")
    gradebook.add_to_manual(path, [*ROWS, ("=cmd()", "05", "q", 3)])
    assert path.read_bytes().startswith(kept)
    again = gradebook.read_manual(path)
    assert len(again) == 3 and gradebook.look_up(again, "=cmd()", "05", "q") == (None, "")
    text = path.read_bytes().decode("utf-16" if "16" in encoding else encoding).removeprefix("\ufeff")
    assert f"'=cmd(){separator}05" in text and text.count(end) == len(text.splitlines())


def test_columns_of_ones_own_and_another_order(tmp_path):
    """Columns are found by their names; more of them are left alone."""
    path = tmp_path / "manual.csv"
    path.write_text("Points,comment,student,my notes,chapter,question,of\n1,ok,ann,call her,05,q,3\n")
    gradebook.add_to_manual(path, ROWS)
    assert path.read_text().endswith('\n,,"Núñez, Bo",,05,q,3\n')
    assert gradebook.read_manual(path)["ann", "05", "q"] == (1, "ok")


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
    path.write_text(",".join(gradebook.MANUAL) + "\n" + lines + "\n")
    with pytest.raises(ValueError, match=says):
        gradebook.read_manual(path)
    path.write_text("student,points\nann,2\n")
    with pytest.raises(ValueError, match="missing: chapter, question, of, comment"):
        gradebook.read_manual(path)


def test_an_empty_row_beside_a_filled_one_and_rows_for_nobody(tmp_path):
    """The filled one counts; what is about nobody is named."""
    path = tmp_path / "manual.csv"
    path.write_text(",".join(gradebook.MANUAL) + "\nann,05,q,3,1,\nann,05,q,3,,\nanne,05,q,3,2,\n")
    manual = gradebook.read_manual(path)
    assert manual["ann", "05", "q"] == (1, "")
    assert gradebook.unknown(manual, [("ann", "05", "q")]) == [("anne", "05", "q")]


def test_names_that_the_file_has_no_letters_for(tmp_path):
    """The file stays as it is, and the way out is told."""
    path = tmp_path / "manual.csv"
    kept = (",".join(gradebook.MANUAL) + "\nJosé,05,q,3,1,\n").encode("cp1252")
    path.write_bytes(kept)
    with pytest.raises(ValueError, match="save it as UTF-8"):
        gradebook.add_to_manual(path, [("王小明", "05", "q", 3)])
    assert path.read_bytes() == kept


CANVAS = (
    "\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,HW 5 (88),HW 6 (89),Assignments Current Score\n"
    "    Points Possible,,,,,17,10,(read only)\n"
    '"Doe, Jane",4711,u1,jdoe,A,,3,90\n'
    '"Roe, Bob",12,4711,broe,A,2,,80\n'
    '"Student, Test",99,,,A,,,\n'
)


def test_a_gradebook_of_canvas(tmp_path):
    """Its ID columns and the assignment's come back; points go where the platform's number is, no other row changes."""
    exported = tmp_path / "canvas.csv"
    exported.write_text(CANVAS, encoding="utf-8")
    text, lines = gradebook.fill(exported, {"doejane": (14.5, "", "4711"), "zoe": (1, "", "")}, "HW 5")
    assert text.splitlines() == [
        "Student,ID,SIS User ID,SIS Login ID,Section,HW 5 (88)",
        "    Points Possible,,,,,17",
        '"Doe, Jane",4711,u1,jdoe,A,14.5',
        '"Roe, Bob",12,4711,broe,A,2',
        '"Student, Test",99,,,A,',
    ]
    assert lines == ["no row in canvas.csv for: zoe"]
    filled = tmp_path / "filled.csv"
    filled.write_text(text)
    assert gradebook.fill(filled, {"doejane": (14.5, "", "4711")}, "HW 5 (88)")[0] == text
    with pytest.raises(ValueError, match="--column must be one of"):
        gradebook.fill(exported, {}, "HW 7")


def test_a_worksheet_of_moodle(tmp_path):
    """All its columns come back, Grade and the feedback comments are filled, formulas are defused."""
    head = "Identifier,Full name,Email address,Status,Grade,Maximum grade,Grade can be changed,Feedback comments\n"
    exported = tmp_path / "moodle.csv"
    exported.write_text(
        head
        + 'Participant 22,Bob Roe,bob@x.edu,Submitted,,17,Yes,\nParticipant 23,"Doe, Jane",jd@x.edu,,5,17,Yes,old\n'
    )
    text, lines = gradebook.fill(exported, {"Bob Roe": (7, "=late()", "22"), "Jane Doe": (9, "ok", "")})
    assert text.splitlines()[1:] == [
        "Participant 22,Bob Roe,bob@x.edu,Submitted,7,17,Yes,'=late()",
        'Participant 23,"Doe, Jane",jd@x.edu,,9,17,Yes,ok',
    ]
    assert not lines


def test_headings_go_back_letter_by_letter_and_none_twice(tmp_path):
    """Also those with blanks around them, and those that two columns share."""
    exported = tmp_path / "moodle.csv"
    exported.write_text("Identifier, Full name,Grade,,\nParticipant 1,Al Bo,,left,right\nParticipant 2,Bo Al,,,\n")
    text, _ = gradebook.fill(exported, {"Al Bo (1)": (3, "", "1")})
    assert text == exported.read_text().replace("Al Bo,,", "Al Bo,3,")


def test_it_is_never_guessed_who_somebody_is(tmp_path):
    """Two rows of one name, or two students of one name: nothing is filled in, and it is told."""
    exported = tmp_path / "m.csv"
    exported.write_text(
        "Identifier,Full name,Grade\nParticipant 1,Jo Li,\nParticipant 2,Jo Li,\nParticipant 3,Al Bo,\n"
    )
    text, lines = gradebook.fill(exported, {"Jo Li": (1, "", ""), "Al Bo": (2, "", ""), "Bo, Al": (3, "", "")})
    assert text == exported.read_text() and lines == ["in m.csv it is not clear who is: Al Bo, Bo, Al, Jo Li"]
    text, lines = gradebook.fill(exported, {"Jo Li (2)": (1, "", "2")})
    assert "Participant 2,Jo Li,1" in text and "Participant 1,Jo Li,\n" in text and not lines


def test_semicolons_and_other_files(tmp_path):
    """A file saved by a spreadsheet is understood; a file of another kind is told."""
    path = tmp_path / "m.csv"
    path.write_bytes("Identifier;Full name;Grade\r\nParticipant 1;José;\r\n".encode("cp1252"))
    assert gradebook.fill(path, {"José": (3, "", "")})[0] == "Identifier,Full name,Grade\nParticipant 1,José,3\n"
    path.write_text("name,points\n")
    with pytest.raises(ValueError, match="neither a gradebook of Canvas"):
        gradebook.fill(path, {})
