"""Policies: one file says what is set, when it is due and what half a success is worth; each mark names its rule."""

import csv
import html
import shutil
import zipfile
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bcs_helpers.classroom import cli, course
from bcs_helpers.classroom.grading import grading, points, policy, received
from bcs_helpers.classroom.grading.results import TaskResult

from .classes import CURVE, MILLIVOLT, RATIO, RIGHT, SLIP, TEMPERATURE, book, hand_in, without_walls

CHAPTER = "05_gap_equation"


@pytest.fixture
def marks(tmp_path, monkeypatch):
    """marks(policy, students, **options): the lines of a run, and {student: row of marks.csv}; `marks.ran` counts."""

    def run(text="", students=None, find=None, **options):
        if not hasattr(run, "ran"):
            run.ran = without_walls(monkeypatch, **(find or {}))
        if students:
            shutil.rmtree(tmp_path / "in", ignore_errors=True)
            hand_in(tmp_path / "in", **students)
        (tmp_path / "policy.toml").write_text(text, encoding="utf-8")
        lines = grading.grade(tmp_path / "in", tmp_path / "marks", seed=3, **options)
        with (tmp_path / "marks" / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
            return lines, {row["student"]: row for row in csv.DictReader(file)}

    run.page = lambda name: html.unescape((tmp_path / "marks" / "feedback" / f"{name}.html").read_text("utf-8"))
    run.folder = tmp_path
    return run


# ---- the file -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[lates]\n", "lates is not known; known here are set, points, deadlines"),
        ("[late]\npercents = 3\n", "late.percents is not known; known here are percent, per"),
        ("[late]\npercent = 120\n", "late.percent must be a number from 0 to 100, not 120"),
        ("[late]\npercent = true\n", "late.percent must be a number from 0 to 100, not True"),
        ("[late]\npercent = nan\n", "late.percent must be a number from 0 to 100, not nan"),
        ('[late]\nper = "week"\n', 'late.per must be "day" or "hour", not \'week\''),
        ('[late]\nzone = "Mars/Base"\n', "late.zone must be the name of a time zone"),
        ("[late]\ngrace = -1\n", "late.grace must be a number of minutes, zero or larger, not -1"),
        ("[late]\nzip_times = 1\n", "late.zip_times must be true or false, not 1"),
        ('[late]\ntimes = "nowhere.csv"\n', "late.times: there is no file"),
        ("late = 3\n", "late must be a section, as [late] on a line of its own, not 3"),
        ('[deadlines]\n05 = "soon"\n', "deadlines.05 must be a date, as 2026-11-20"),
        ("[deadlines]\n99 = 2026-11-20\n", "deadlines.99 must be a chapter of this course: 05_gap_equation, not '99'"),
        ("[extensions]\nann = -1\n", "extensions.ann must be a number of days"),
        ("[extensions]\nann = {06 = 1}\n", "extensions.ann must be a chapter of this course"),
        ('[set]\nchapters = "05"\n', "set.chapters must be a list of names, not '05'"),
        ('[set]\nonly = ["gap_raito"]\n', "near it: gap_ratio"),
        ("[points]\ngap_ratio = 0\n", "points.gap_ratio must be a number larger than zero, not 0"),
        ("[points]\nwhy_no_expansion = 4\n", "a question in words earns what its rubric says"),
        ("[partial]\nknown_slips = 1.5\n", "partial.known_slips must be a number from 0 (nothing) to 1 (all points)"),
        ('[partial.slips]\n"gap_ratio.two" = 0.5\n', "slips of this task: one_gap, rounded, not 'gap_ratio.two'"),
        ('[partial.slips]\n"gap_ratio.one_gap" = 5\n', "partial.slips.gap_ratio.one_gap must be a number from 0"),
        ('[package_calls]\nprogramming = "shout"\n', 'programming must be "remark" or "refuse", not \'shout\''),
        ("[total]\ncap = 0\n", "total.cap must be a number larger than zero, not 0"),
        ("[late\n", "is no TOML in UTF-8"),
    ],
)
def test_what_is_wrong_in_the_file_is_told_by_key_value_and_what_is_allowed(text, says, tmp_path, monkeypatch):
    """No key is passed over, no value is bent."""
    without_walls(monkeypatch)
    (tmp_path / "policy.toml").write_text(text)
    with pytest.raises(policy.PolicyError) as error:
        policy.read_policy(tmp_path / "policy.toml")
    assert says in str(error.value) and "policy.toml" in str(error.value)


def test_the_example_is_a_policy(tmp_path, capsys, monkeypatch):
    """`bcs grade --example-policy` prints a file that can be used, and no key is missing in it."""
    assert cli.main(["grade", "--example-policy"]) == 0
    text = capsys.readouterr().out
    without_walls(monkeypatch)
    (tmp_path / "policy.toml").write_text(text, encoding="utf-8")
    read = policy.read_policy(tmp_path / "policy.toml")
    assert read.penalty == 0.1 and read.points == {"gap_ratio": 5} and read.cap == 20
    assert read.deadlines[CHAPTER] == datetime(2026, 11, 20, 18, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert read.extensions["Jane Doe"] == {"": timedelta(days=2)}
    assert read.extensions["4711"][""].hour == 23
    keys = [(section, key) for section, keys in policy.SECTIONS.items() for key in keys if key != "*"]
    assert all(f"[{section}" in text and (f"{key} =" in text or f"[{section}.{key}]" in text) for section, key in keys)


def test_a_file_that_cannot_be_used_stops_the_run_before_marking(tmp_path, monkeypatch, capsys):
    """Exit code 2, a sentence, and no notebook was run."""
    ran = without_walls(monkeypatch)
    folder = hand_in(tmp_path / "in", ann=RIGHT)
    (tmp_path / "p.toml").write_text("[late]\npercent = 300\n")
    words = [str(folder), "--marks", str(tmp_path / "m"), "--policy", str(tmp_path / "p.toml"), "--course", "x"]
    monkeypatch.setattr(course, "current", course.current)
    assert cli.main(["grade", *words[:-2]]) == 2 and not ran
    assert "late.percent must be a number from 0 to 100, not 300" in capsys.readouterr().err


# ---- what a verdict is worth --------------------------------------------------------------------------------


def result(state="wrong", key="unknown", **more):
    return TaskResult(state, key, more.pop("fields", {}), 0, "", **more)


@pytest.mark.parametrize(
    ("given", "rules", "worth", "rule"),
    [
        (result("right", "right"), {}, 3, "right"),
        (result(), {"known_slips": 1, "parts": 1, "nearly": 1, "follow_on": 1}, 0, "wrong"),
        (result("broken", "error"), {"known_slips": 1}, 0, "broken"),
        (result("blank", "blank"), {"follow_on": 1}, 0, "blank"),
        (result(key="slip.one_gap"), {}, 0, "wrong"),
        (result(key="slip.one_gap"), {"known_slips": 0.5}, 1.5, "known_slip"),
        (result(key="slip.one_gap"), {"known_slips": 0.5, "slips": {("gap_ratio", "one_gap"): 0}}, 0, "wrong"),
        (result(key="slip.one_gap"), {"slips": {("gap_ratio", "one_gap"): 0.8}}, 2.4, "known_slip"),
        (result(key="slip.rounded"), {"slips": {("gap_ratio", "one_gap"): 0.8}}, 0, "wrong"),
        (result(key="parts", fields={"right": [1, 2], "wrong": [3]}), {"parts": 1}, 2, "parts"),
        (result(key="parts", fields={"right": [1, 2], "wrong": [3]}), {"parts": 0.5}, 1, "parts"),
        (result(key="nearly", fields={"per_cent": 1}), {"nearly": 0.5}, 1.5, "nearly"),
        (result(follow_on=["a"]), {"follow_on": 0.5}, 1.5, "follow_on"),
        (result(key="slip.one_gap", follow_on=["a"]), {"follow_on": 0.5, "known_slips": 0.9}, 2.7, "known_slip"),
        (result(key="slip.one_gap", follow_on=["a"]), {"follow_on": 0.5, "known_slips": 0.1}, 1.5, "follow_on"),
        (result("right", "right", package=["gap"]), {}, 3, "package_remark"),
        (result("right", "right", package=["gap"]), {"package_calls": "refuse"}, 0, "package_refused"),
        (result("right", "right"), {"package_calls": "refuse"}, 3, "right"),
    ],
)
def test_what_a_verdict_is_worth(given, rules, worth, rule, monkeypatch):
    """A task is right or not, unless the policy knows half a success; of several the best counts."""
    without_walls(monkeypatch)
    earned, (key, fields) = points.of_task(course.find("gap_ratio"), given, policy.Policy(**rules))
    assert (round(earned, 6), key) == (worth, rule)
    assert points.sentence((key, fields)).startswith("Rule: ")


def test_shares_from_the_notebook_to_the_page(marks):
    """A known slip, parts that are right, a follow-on success, own points: in table and page, with the rule."""
    text = """
[points]
gap_ratio = 10
[partial]
known_slips = 0.5
parts = 1
follow_on = 0.25
"""
    find = {"gap_curve": {"state": "wrong", "key": "parts", "fields": {"right": [1, 2, 4], "wrong": [3]}},
            "gap_in_meV": {"state": "wrong", "key": "unknown", "points": 0, "follow_on": ["gap_ratio"]}}  # fmt: skip
    _, rows = marks(text, {"ann": book(TEMPERATURE, SLIP, CURVE, MILLIVOLT)}, find)
    ann = rows["ann"]
    assert (ann["transition_temperature"], ann["gap_ratio"], ann["gap_in_meV"]) == ("4", "5", "0.5")
    assert ann["gap_curve"] == "3.75" and ann["of"] == "24"
    page = marks.page("ann")
    assert "5 of 10 points" in page
    for rule in (
        "a right answer earns all points",
        "a known slip earns 50 %",
        "parts that are right earn their share of 100 %",
        "what is right apart from an earlier function earns 25 %",
        "a question without an answer",
    ):
        assert f"Rule: {rule}" in page
    assert page.count("Rule: ") == 5  # of each task and question


def test_another_policy_runs_no_notebook(marks):
    """Tables and pages follow from what is stored."""
    marks("", {"ann": book(TEMPERATURE, SLIP, CURVE, MILLIVOLT)})
    _, rows = marks("[partial]\nknown_slips = 1\n")
    assert rows["ann"]["gap_ratio"] == "3" and len(marks.ran) == 1


def test_a_selection_and_own_points(marks):
    """What is left out stands nowhere, and counts nothing."""
    _, rows = marks('[set]\nleave_out = ["gap_curve", "why_no_expansion"]\n', {"ann": RIGHT})
    assert "gap_curve" not in rows["ann"] and (rows["ann"]["total"], rows["ann"]["of"]) == ("9", "9")
    assert "gap_curve" not in marks.page("ann")
    _, rows = marks('[set]\nonly = ["gap_ratio"]\n[points]\ngap_ratio = 2.5\n')
    assert (rows["ann"]["total"], rows["ann"]["of"]) == ("2.5", "2.5")


def test_the_instructors_points_come_before_all_rules(marks):
    """Under a policy, too."""
    marks("", {"ann": book(TEMPERATURE, SLIP, CURVE, MILLIVOLT)})
    manual = marks.folder / "marks" / "manual.csv"
    manual.write_text(f"student,chapter,question,of,points,comment\nann,{CHAPTER},gap_ratio,3,1,\n")
    _, rows = marks("[partial]\nknown_slips = 0.5\n")
    assert rows["ann"]["gap_ratio"] == "1" and "they come before any other rule" in marks.page("ann")


def test_a_cap(marks):
    """The total stays below it, of what is possible, too, and the page says so."""
    _, rows = marks("[total]\ncap = 10\n", {"ann": RIGHT, "bob": book(TEMPERATURE)})
    assert [(rows[name]["total"], rows[name]["of"]) for name in ("ann", "bob")] == [("10", "10"), ("4", "10")]
    assert "the total is 10 points at most; without this rule it would be 14" in marks.page("ann")
    assert "at most" not in marks.page("bob")


# ---- when it arrived ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2026-11-20 18:05", (2026, 11, 20, 18, 5)),
        ("2026-11-20T18:05:30", (2026, 11, 20, 18, 5, 30)),
        ("Friday, 20 November 2026, 6:05 PM", (2026, 11, 20, 18, 5)),
        ("Friday, 20 November 2026, 12:05 AM", (2026, 11, 20, 0, 5)),
        ("Freitag, 20. November 2026, 18:05", (2026, 11, 20, 18, 5)),
        ("vendredi 20 novembre 2026, 18:05", (2026, 11, 20, 18, 5)),
        ("viernes, 20 de noviembre de 2026, 18:05", (2026, 11, 20, 18, 5)),
        ("2026年11月20日 星期五 18:05", (2026, 11, 20, 18, 5)),
        ("2026年11月20日 下午6:05", (2026, 11, 20, 18, 5)),
        ("2026/11/20 18:05", (2026, 11, 20, 18, 5)),
        ("11/12/2026 18:05", None),  # of which country?
        ("20 November 2026", None),
        ("2026-11-20", None),
        ("-", None),
        ("2026-13-40 18:05", None),
        ("2026年11月20日 28:05", None),
    ],
)
def test_a_time_as_platforms_write_it(text, when):
    """What is not sure is none."""
    assert received.moment(text) == (when and datetime(*when))


LATE = """
[deadlines]
05 = 2026-11-20T18:00:00
[late]
percent = 10
most = 25
grace = 15
zone = "Asia/Shanghai"
times = "received.csv"
"""


def received_at(marks, *rows):
    (marks.folder / "received.csv").write_text("student,time\n" + "".join(f"{s},{t}\n" for s, t in rows), "utf-8")


def test_late_by_days_with_grace_and_a_limit(marks):
    """Each day that has begun costs; what is not known costs nothing, and is told."""
    received_at(
        marks,
        ("in_time", "2026-11-20 17:59"),
        ("grace", "2026-11-20 18:15"),
        ("one", "2026-11-20 18:16"),
        ("one_zone", "2026-11-20T10:16:00+00:00"),
        ("two", "2026-11-21 18:01"),
        ("many", "2026-12-21 18:01"),
    )
    names = ("in_time", "grace", "one", "one_zone", "two", "many", "nobody")
    lines, rows = marks(LATE, dict.fromkeys(names, RIGHT))
    assert [rows[n]["late"] for n in names] == ["0", "0", "-1.4", "-1.4", "-2.8", "-3.5", "0"]
    assert [rows[n]["total"] for n in names] == ["14", "14", "12.6", "12.6", "11.2", "10.5", "14"]
    assert "when it arrived, or how late, is not known, so nothing was taken: nobody" in lines
    rule = "10 % of the chapter’s points are taken, 25 % at most; here 2 × 10 %, which is 2.8 points"
    assert rule in marks.page("two")
    assert "within the grace of 15 minutes" in marks.page("grace") and "in time" in marks.page("in_time")
    assert "is not known, so nothing is taken" in marks.page("nobody")
    _, rows = marks(LATE.replace("most = 25", 'per = "hour"'))
    assert rows["one"]["late"] == "-1.4" and rows["two"]["late"] == "-14" and len(marks.ran) == 1


def test_extensions_by_name_or_number_of_the_roster(marks):
    """Days more, or another deadline, for all chapters or one; for nobody it is told."""
    (marks.folder / "roster.csv").write_text("name,login,number\nAnn Lee,al,901\nBob Roe,br,902\nCy Day,cd,903\n")
    received_at(marks, ("al", "2026-11-21 18:30"), ("Bob Roe", "2026-11-22 09:00"), ("903", "2026-11-22 09:00"))
    text = LATE + '[extensions]\nal = 2\n902 = {05 = 2026-11-22}\n"Dee Foe" = 1\n'
    lines, rows = marks(text, {"al": RIGHT, "br": RIGHT, "cd": RIGHT}, roster=marks.folder / "roster.csv")
    assert {name: row["late"] for name, row in rows.items()} == {"Ann Lee": "0", "Bob Roe": "0", "Cy Day": "-2.8"}
    assert "the policy has an extension for somebody who handed in nothing: Dee Foe" in lines


def test_times_of_a_moodle_worksheet_in_any_language(marks):
    """The worksheet that is filled in tells when things arrived."""
    (marks.folder / "w.csv").write_text(
        "编号,全名,状态,成绩,最高成绩,上次修改(提交),上次修改(成绩),反馈评语\n"
        "参与人11,Ann,已提交,-,14.00,2026年11月20日 星期五 19:00,-,\n参与人12,Bob,没有提交,-,14.00,-,-,\n",
        "utf-8",
    )
    students = {"ann": RIGHT, "bob": RIGHT}
    lines, rows = marks(LATE.replace('times = "received.csv"\n', ""), students, export=marks.folder / "w.csv")
    assert (rows["ann"]["late"], rows["bob"]["late"]) == ("-1.4", "0")
    assert "when it arrived, or how late, is not known, so nothing was taken: bob" in lines


def test_late_as_canvas_says_it(marks):
    """The mark in a file's name tells that, and not how much."""
    shutil.rmtree(marks.folder / "in", ignore_errors=True)
    (marks.folder / "in").mkdir()
    for name in ("doejane_LATE_41_99_05_gap_equation.ipynb", "roebob_42_98_05_gap_equation.ipynb"):
        (marks.folder / "in" / name).write_bytes(RIGHT)
    text = LATE.replace('times = "received.csv"\n', "")
    lines, rows = marks(text)
    assert [rows[n]["late"] for n in ("doejane", "roebob")] == ["0", "0"]
    assert "how late is not known, so nothing is taken" in marks.page("doejane")
    lines, rows = marks(text.replace("grace", "marked_late = 20\ngrace"))
    assert [rows[n]["late"] for n in ("doejane", "roebob")] == ["-2.8", "0"]
    assert "the platform marked it as late. 20 %" in marks.page("doejane")
    late, own = (
        ("x/a_LATE_4_5_b.ipynb", "e.zip: anon_LATE_x4y5_6_b.ipynb"),
        ("LATE_notes.ipynb", "a_4_5_my_LATE_b.ipynb"),
    )
    assert all(map(received.marked_late, late)) and not any(map(received.marked_late, own))
    assert any("not known" in line and "roebob" in line for line in lines)


def test_times_of_an_archive_only_where_they_are_asked_for(marks):
    """They are those of the packer's clock."""
    hand_in(marks.folder / "in", bob=RIGHT)
    with zipfile.ZipFile(marks.folder / "in" / "ann.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo("05_gap_equation.ipynb", (2026, 11, 20, 18, 20, 0)), RIGHT)
    text = LATE.replace('times = "received.csv"\n', "")
    assert marks(text)[1]["ann"]["late"] == "0"
    assert marks(text.replace("grace", "zip_times = true\ngrace"))[1]["ann"]["late"] == "-1.4"


# ---- no total while an answer waits -------------------------------------------------------------------------


def test_no_total_is_told_while_an_answer_waits(marks):
    """Neither on the page, nor in the table, nor in the gradebook; unless it is asked for."""
    (marks.folder / "c.csv").write_text("Student,ID,HW (5)\n    Points Possible,,17\nann,41,3\nbob,42,\n")
    how = {"export": marks.folder / "c.csv", "column": "HW"}
    students = {"ann": book(TEMPERATURE, RATIO, words=""), "bob": RIGHT}
    lines, rows = marks("", students, **how)
    filled = marks.folder / "marks" / "gradebook.csv"
    assert rows["ann"]["total"] == rows["ann"]["why_no_expansion"] == "" and rows["bob"]["total"] == "14"
    assert "ann,41,3\n" in filled.read_text() and "bob,42,14\n" in filled.read_text()
    assert "There is no total yet" in marks.page("ann") and "7 of 17 points" not in marks.page("ann")
    assert any("because an answer waits to be read (--provisional fills them in): ann" in line for line in lines)
    _, rows = marks("", provisional=True, **how)
    assert rows["ann"]["total"] == "7" and "ann,41,7\n" in filled.read_text() and "7 of 17 points" in marks.page("ann")
    manual = marks.folder / "marks" / "manual.csv"
    manual.write_text(f"student,chapter,question,of,points,comment\nann,{CHAPTER},why_no_expansion,3,2,\n")
    _, rows = marks("", **how)
    assert rows["ann"]["total"] == "9" and "ann,41,9\n" in filled.read_text() and "9 of 17 points" in marks.page("ann")
