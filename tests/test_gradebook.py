"""Tables: gradebooks of learning platforms go round whole, and nothing that an instructor wrote is ever lost."""

import csv
import io

import pytest

from bcs_helpers.classroom.grading import gradebook

CANVAS = (
    "\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,HW 5 (88),HW 6 (89),Assignments Current Score\n"
    "    Points Possible,,,,,17,10,(read only)\n"
    '"Doe, Jane",4711,u1,jdoe,A,,3,90\n'
    '"Roe, Bob",12,4711,broe,A,2,,80\n'
    '"Student, Test",99,,,A,,,\n'
)


def filled(exported, marks, column=None):
    """(the text that goes back, without its mark; the lines that are told)."""
    data, told = gradebook.fill(exported, marks, column)
    return data.decode("utf-8-sig"), told.lines


def test_a_gradebook_of_canvas(tmp_path):
    """Its ID columns and the assignment's come back; points go where the platform's number is, no other row changes."""
    exported = tmp_path / "canvas.csv"
    exported.write_text(CANVAS, encoding="utf-8")
    text, lines = filled(exported, {"doejane": (14.5, "", "4711"), "zoe": (1, "", "")}, "HW 5")
    assert text.splitlines() == [
        "Student,ID,SIS User ID,SIS Login ID,Section,HW 5 (88)",
        "    Points Possible,,,,,17",
        '"Doe, Jane",4711,u1,jdoe,A,14.5',
        '"Roe, Bob",12,4711,broe,A,2',
        '"Student, Test",99,,,A,',
    ]
    assert lines == ["no row in canvas.csv for: zoe"]
    again = tmp_path / "filled.csv"
    again.write_text(text)
    assert filled(again, {"doejane": (14.5, "", "4711")}, "HW 5 (88)")[0] == text
    with pytest.raises(ValueError, match="--column must be one of"):
        filled(exported, {}, "HW 7")
    with pytest.raises(ValueError, match="--column must be given"):
        filled(exported, {})


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_gradebook_keeps_its_separators_ends_of_line_and_mark(mark, tmp_path):
    """Canvas writes semicolons and decimal commas in some countries; it reads the same again."""
    exported = tmp_path / "canvas.csv"
    exported.write_bytes(
        mark + "Student;ID;HW (8)\r\n    Points Possible;;20,00\r\n王小明;41;3,5\r\nBo;42;\r\n".encode()
    )
    data, _ = gradebook.fill(exported, {"王小明": (7.25, "", "41", 10)}, "HW")
    assert data == mark + "Student;ID;HW (8)\r\n    Points Possible;;20,00\r\n王小明;41;14,5\r\nBo;42;\r\n".encode()


def test_points_are_scaled_to_the_maximum_and_never_above_it(tmp_path):
    """It is told; where the platform tells no maximum, that is told, too."""
    exported = tmp_path / "canvas.csv"
    exported.write_text("Student,ID,HW (8)\n    Points Possible,,100\nAnn,41,\nBo,42,\nCy,43,7\n")
    marks = {"Ann": (14, "", "41", 17), "Bo": (18, "", "42", 17), "Cy": (None, "", "43", 17)}
    text, lines = filled(exported, marks, "HW")
    assert "Ann,41,82.35\n" in text and "Bo,42,100\n" in text and "Cy,43,7\n" in text
    assert "scaled: 17 points here are 100 in canvas.csv" in lines
    assert lines[0].endswith("(--provisional fills them in): Cy")
    exported.write_text("Student,ID,HW (8)\nAnn,41,\n")
    text, lines = filled(exported, {"Ann": (14, "", "41", 17)}, "HW")
    assert "Ann,41,14\n" in text and lines == ["canvas.csv tells no maximum: the points are written as they are"]
    exported.write_text("Student,ID,HW (8)\n    Points Possible,,17.0\nAnn,41,\n")
    assert filled(exported, {"Ann": (14, "", "41", 17)}, "HW")[1] == []


def test_a_worksheet_of_moodle(tmp_path):
    """All its columns come back, Grade and the feedback comments are filled, formulas are defused."""
    head = "Identifier,Full name,Email address,Status,Grade,Maximum grade,Grade can be changed,Feedback comments\n"
    exported = tmp_path / "moodle.csv"
    exported.write_text(
        head
        + 'Participant 22,Bob Roe,bob@x.edu,Submitted,,17,Yes,\nParticipant 23,"Doe, Jane",jd@x.edu,,5,17,Yes,old\n'
    )
    text, lines = filled(exported, {"Bob Roe": (7, "=late()", "22"), "Jane Doe": (9, "ok", "")})
    assert text.splitlines()[1:] == [
        "Participant 22,Bob Roe,bob@x.edu,Submitted,7,17,Yes,'=late()",
        'Participant 23,"Doe, Jane",jd@x.edu,,9,17,Yes,ok',
    ]
    assert not lines


LANGUAGES = {  # headings, the word before the number, the state, a time
    "de": ("ID,Vollständiger Name,E-Mail-Adresse,Status,Bewertung,Bestwertung,Bewertung kann geändert werden,"
           "Zuletzt geändert (Abgabe),Zuletzt geändert (Bewertung),Feedback als Kommentar",
           "Teilnehmer/in", "Abgegeben", '"Freitag, 20. November 2026, 18:05"'),
    "fr": ("Identifiant,Nom complet,Statut,Note,Note maximale,La note peut être modifiée,Dernière modification "
           "(travail remis),Dernière modification (note),Feedback par commentaires",
           "Participant", "Remis", '"vendredi 20 novembre 2026, 18:05"'),
    "zh": ("编号,全名,学号,状态,成绩,最高成绩,成绩可以更改,上次修改(提交),上次修改(成绩),反馈评语",
           "参与人", "已提交", "2026年11月20日 星期五 18:05"),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_worksheet_of_moodle_in_another_language(language, tmp_path):
    """Columns are found by place and pattern; all headings and the last-modified times go back letter by letter."""
    head, word, state, when = LANGUAGES[language]
    width, rows = len(head.split(",")), []
    for number, name in ((22, "Bob Roe"), (31, "王小明"), (7, "Ann Lee")):
        more = [] if width == 9 else ["x@y.edu"] if language == "de" else [f"2026{number:04}"]
        rows.append(",".join([f"{word}{number}", name, *more, state, "-", '"17,00"' if language == "de" else "17.00",
                              "OK", when, "-", ""]))  # fmt: skip
    exported = tmp_path / "worksheet.csv"
    exported.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    marks = {"Bob Roe": (8.5, "gap_ratio 3", "22", 34), "小明王": (1, "", "", 34), "王小明": (34, "", "", 34)}
    marks.pop("小明王")
    text, lines = filled(exported, marks)
    before, after = (list(csv.reader(io.StringIO(t))) for t in (exported.read_text("utf-8"), text))
    grade, comment = 4 if width == 10 else 3, width - 1
    assert [row[grade] for row in after[1:]] == ["4.25", "17", "-"] and after[1][comment] == "gap_ratio 3"
    for row in (*before, *after):
        row[grade] = row[comment] = ""
    before[0], after[0] = [exported.read_text("utf-8").splitlines()[0]], [text.splitlines()[0]]
    assert before == after and lines == ["scaled: 34 points here are 17 in worksheet.csv"]


def test_a_worksheet_in_which_the_column_is_not_clear(tmp_path):
    """It is asked for, never guessed; --column has the last word; grades of a scale are refused."""
    exported = tmp_path / "w.csv"
    exported.write_text("编号,全名,成绩,最高成绩\n参与人1,Ann,,17\n", "utf-8")
    with pytest.raises(ValueError, match="give --column, as one of '编号', '全名', '成绩', '最高成绩'"):
        filled(exported, {"Ann": (3, "", "1")})
    assert "参与人1,Ann,3,17\n" in filled(exported, {"Ann": (3, "", "1", 17)}, "成绩")[0]
    exported.write_text("编号,全名,测验,最高,成绩,最高成绩\n参与人1,Ann,,5,,17\n参与人2,Bo,,5,,17\n", "utf-8")
    with pytest.raises(ValueError, match="give --column"):
        filled(exported, {"Ann": (3, "", "1")})
    assert "参与人2,Bo,,5,3,17\n" in filled(exported, {"Bo": (3, "", "2", 17)}, "成绩")[0]
    exported.write_text("编号,全名,成绩,最高成绩\n参与人1,Ann,优秀,17\n参与人2,Bo,,17\n", "utf-8")
    with pytest.raises(ValueError, match="holds words: grades of a scale"):
        filled(exported, {"Ann": (3, "", "1")}, "成绩")


def test_no_words_go_into_a_column_of_times(tmp_path):
    """Where comments are switched off in Moodle, the last column tells when the grade was changed."""
    exported = tmp_path / "w.csv"
    exported.write_text("编号,全名,成绩,最高成绩,上次修改(成绩)\n参与人1,Ann,,17,-\n参与人2,Bo,,17,-\n", "utf-8")
    assert "参与人1,Ann,3,17,-\n" in filled(exported, {"Ann": (3, "words", "1", 17)})[0]


def test_headings_go_back_letter_by_letter_and_none_twice(tmp_path):
    """Also those with blanks around them, and those that two columns share."""
    exported = tmp_path / "moodle.csv"
    exported.write_text("Identifier, Full name,Grade,,\nParticipant 1,Al Bo,,left,right\nParticipant 2,Bo Al,,,\n")
    text, _ = filled(exported, {"Al Bo (1)": (3, "", "1")})
    assert text == exported.read_text().replace("Al Bo,,", "Al Bo,3,")


def test_it_is_never_guessed_who_somebody_is(tmp_path):
    """Two rows of one name, or two students of one name: nothing is filled in, and it is told."""
    exported = tmp_path / "m.csv"
    exported.write_text(
        "Identifier,Full name,Grade,Maximum grade\nParticipant 1,Jo Li,,9\nParticipant 2,Jo Li,,9\n"
        "Participant 3,Al Bo,,9\n"
    )
    text, lines = filled(exported, {"Jo Li": (1, "", ""), "Al Bo": (2, "", ""), "Bo, Al": (3, "", "")})
    assert text == exported.read_text() and lines == ["in m.csv it is not clear who is: Al Bo, Bo, Al, Jo Li"]
    text, lines = filled(exported, {"Jo Li (2)": (1, "", "2")})
    assert "Participant 2,Jo Li,1" in text and "Participant 1,Jo Li,," in text and not lines


def test_semicolons_and_other_files(tmp_path):
    """A file saved by a spreadsheet is understood; a file of another kind is told."""
    path = tmp_path / "m.csv"
    path.write_bytes("Identifier;Full name;Grade\r\nParticipant 1;José;\r\n".encode("cp1252"))
    data, _ = gradebook.fill(path, {"José": (3, "", "")})
    assert data == "Identifier;Full name;Grade\r\nParticipant 1;José;3\r\n".encode("cp1252")
    path.write_text("name,points\n")
    with pytest.raises(ValueError, match="neither a gradebook of Canvas"):
        gradebook.fill(path, {})
