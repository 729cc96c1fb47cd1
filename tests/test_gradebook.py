"""Tables: gradebooks of learning platforms go round whole, and nothing that an instructor wrote is ever lost."""

import pytest

from bcs_helpers.classroom.grading import gradebook

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
