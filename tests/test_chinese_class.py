"""A Chinese class, end to end: notebooks of the Chinese edition come as Moodle packs them, and are answered in Chinese.

One of the class solved the English notebook. Who hands in what stands in CLASS; the sandbox marks it.
"""

import csv
import html
import re
import zipfile
from pathlib import Path

import nbformat
import pytest

from bcs_helpers import words
from bcs_helpers.classroom import course
from bcs_helpers.classroom import notebooks as nb
from bcs_helpers.classroom.grading import gradebook, grading, reading
from bcs_helpers.classroom.wording import catalogues, editions

from .test_grading import walls  # noqa: F401 — a fixture

ROOT = Path(__file__).parents[1]
STEM, QUESTION = "05_gap_equation", "why_no_expansion"
TASKS = [task.name for task in course.tasks(STEM)]
RATIO, HALF = "    return 2 * np.pi * np.exp(-np.euler_gamma)", "    return np.pi * np.exp(-np.euler_gamma)"
BECAUSE = "因为 $e^{-1/N_0V}$ 在 $V=0$ 处有本性奇点：它的各阶导数都为零，“逐项展开”得到的每一项都是零。"
ENGLISH = "Every derivative of exp(−1/N0V) vanishes at V = 0."
READ = {"王小明": ("2.5", "讲得清楚；但“为什么各阶导数都为零”，请再写一步"), "Jane Doe": ("3", "Good.")}
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def functions(cells):
    """{name of a task: the code cell that defines it}."""
    code = [cell for cell in cells if cell.cell_type == "code"]
    return {name: next(cell for cell in code if f"def {name}(" in cell.source) for name in TASKS}


def exercise(language="zh_CN", answer="", **solved):
    """The bytes of the exercise, in which some functions are as the solution has them (True) or as told."""
    solution = nbformat.read(ROOT / "solutions" / f"{STEM}.ipynb", as_version=4)
    given, right = nb.without_solutions(solution), functions(solution.cells)
    if language != "en":
        given = editions.derived(given, language)
    for name, cell in functions(given.cells).items():
        if solved.get(name) is True:
            cell.source = right[name].source
        elif name in solved:
            cell.source = cell.source.replace("    ...  # your code here", solved[name])
    marked = next(cell for cell in given.cells if f"<!-- answer: {QUESTION} -->" in cell.source)
    if answer:
        mark, placeholder = marked.source.split("\n")
        marked.source = f"{mark}\n{answer}"
        assert placeholder == words.translate(nb.PLACEHOLDER, language)
    return nb.to_json(nb.canonical(given, STEM)).encode()


ALL = dict.fromkeys(TASKS, True)
SLIPPED = {"transition_temperature": True, "gap_ratio": HALF, "gap_in_meV": True}
CLASS = {  # name and number on the platform: (name of the file, its bytes, points of the tasks)
    "王小明_4711": (f"{STEM}.ipynb", exercise(answer=BECAUSE, **ALL), [3, 2, 5, 2]),
    "李娜_22": ("第五章作业.ipynb", exercise(**SLIPPED), [3, 0, 0, 2]),
    "欧阳娜娜_23": (f"{STEM} - 副本 (2).ipynb", exercise(), [0, 0, 0, 0]),
    "喆翀_24": ("能隙方程（终稿）.ipynb", exercise(gap_ratio=RATIO, gap_in_meV="    return 系数 * Tc"), [0, 2, 0, 0]),
    "Jane Doe_25": (f"{STEM}.ipynb", exercise("en", ENGLISH, **SLIPPED), [3, 0, 0, 2]),
}
LATE = {"邹睿_26": (f"{STEM}.ipynb", exercise(answer="V=0 是奇点。", gap_ratio=HALF), [0, 0, 0, 0])}


class InGBK(zipfile.ZipInfo):
    """A file in a zip as Chinese Windows packs it: its name in GBK, and no word about it."""

    def _encodeFilenameFlags(self):
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def export(path, people, kind=zipfile.ZipInfo):
    """What Moodle offers as "download all submissions"."""
    with zipfile.ZipFile(path, "w") as archive:
        for who, (name, data, _) in people.items():
            archive.writestr(kind(f"{who}_assignsubmission_file_/{name}"), data)
    return path


def text_of(path):
    """What a page says: without its marks, styles and the student's own code."""
    page = re.sub(r"<(style|script|pre)\b.*?</\1>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", "\n", page))


@pytest.fixture(scope="module")
def marks(tmp_path_factory, walls):  # noqa: F811
    """The folder of marks after two runs, before the second of which the answers were read in Chinese Excel."""
    folder = tmp_path_factory.mktemp("class")
    marks, manual = folder / "marks", folder / "marks" / "manual.csv"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BCS_LANGUAGE", "zh_CN")
        grading.grade(export(folder / "作业.zip", CLASS), marks, seed=20)
        assert len(list((marks / "state").glob("[0-9a-f]*.json"))) == len(CLASS)
        head, *rows = csv.reader(manual.read_text(encoding="utf-8").splitlines())
        assert [row[0] for row in rows] == ["Jane Doe", "王小明"], "nobody else answered in words"
        saved = [head, *([*row[:4], *READ[row[0]]] for row in rows)]
        manual.write_bytes(gradebook.table(saved).replace("\n", "\r\n").encode("gbk"))
        (folder / "saved.csv").write_bytes(manual.read_bytes())
        lines = grading.grade(export(folder / "gbk.zip", CLASS | LATE, InGBK), marks)
        (folder / "told.txt").write_text("\n".join(lines), encoding="utf-8")
    return marks


def test_everybody_has_their_marks(marks):
    """Whatever the letters of the zip: each name is whole, points are right, blank earns none, what was read counts."""
    head, *rows = csv.reader((marks / "marks.csv").read_text(encoding="utf-8").splitlines())
    assert {row[0] for row in rows} == {who.rsplit("_", 1)[0] for who in CLASS | LATE}
    found = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    for who, (_, _, points) in (CLASS | LATE).items():
        row = found[who.rsplit("_", 1)[0]]
        assert [float(row[name]) for name in TASKS] == points, row
    words_of = {name: row[QUESTION] for name, row in found.items()}
    assert words_of == {"王小明": "2.5", "Jane Doe": "3", "邹睿": "", "李娜": "0", "欧阳娜娜": "0", "喆翀": "0"}
    assert len(list((marks / "state").glob("[0-9a-f]*.json"))) == len(CLASS | LATE)


def test_the_table_of_chinese_excel_stays_as_it_is(marks):
    """GBK, its ends of lines and its commas; the row of whoever came later is appended in the same letters."""
    saved, now = (marks.parent / "saved.csv").read_bytes(), (marks / "manual.csv").read_bytes()
    assert now.startswith(saved) and now[len(saved) :].decode("gbk") == f"邹睿,{STEM},{QUESTION},3,,\r\n"
    told = (marks.parent / "told.txt").read_text(encoding="utf-8")
    assert "邹睿" not in told and "已读" not in told and str(marks / "manual.csv") in told


def test_each_is_answered_in_the_language_of_their_notebook(marks):
    """No sentence of the other language stands on a page; the comment, which a person wrote, apart."""
    pages = {path.stem: text_of(path) for path in (marks / "feedback").glob("*.html")}
    assert set(pages) == {who.rsplit("_", 1)[0] for who in CLASS | LATE}
    told = {e.msgid: e.msgstr for room in catalogues.read("zh_CN").values() for e in room if e.msgid != e.msgstr}
    sentences = [english for english in told if len(english) > 12 and " " in english and "{" not in english]
    for name, page in pages.items():
        if name == "Jane Doe":
            assert not CHINESE.search(page) and READ[name][1] in page
        else:
            assert [english for english in sentences if english in page] == [] and CHINESE.search(page)
        spoken = f'<html lang="{"en" if name == "Jane Doe" else "zh-CN"}"'
        assert spoken in (marks / "feedback" / f"{name}.html").read_text(encoding="utf-8")
    slip = next(row.says for row in course.find("gap_ratio").slips if row.key == "one_gap")
    assert slip in pages["Jane Doe"] and all(words.translate(slip, "zh") in pages[name] for name in ("李娜", "邹睿"))
    assert BECAUSE in pages["王小明"] and READ["王小明"][1] in pages["王小明"]
    assert "系数" in (marks / "feedback" / "喆翀.html").read_text(encoding="utf-8")


def test_one_slip_is_counted_once_over_the_languages(marks):
    """The class's page is Chinese, as its instructor is; two Chinese notebooks and an English one made one mistake."""
    page = text_of(marks / "class.html")
    slip = next(row.says for row in course.find("gap_ratio").slips if row.key == "one_gap")
    assert f"3 × {words.translate(slip, 'zh')}" in page and slip not in page
    answers = text_of(marks / "answers.html")
    assert BECAUSE in answers and ENGLISH in answers


# The way back into Moodle: points. Feedback as a zip in Moodle's form, and a worksheet with Chinese heads, belong here.


def test_points_go_back_into_the_worksheet(tmp_path):
    """Each to their own row, found by the platform's number, however Chinese Excel saved it."""
    people = [who.split("_") for who in CLASS]
    head = ["Identifier", "Full name", "Status", "Grade", "Maximum grade", "Feedback comments"]
    rows = [[f"Participant {number}", name, "已提交", "", "15.00", ""] for name, number in people]
    path = tmp_path / "成绩.csv"
    path.write_bytes(gradebook.table([head, *rows]).replace("\n", "\r\n").encode("gbk"))
    text, lines = gradebook.fill(path, {name: (sum(CLASS[f"{name}_{n}"][2]), "", n) for name, n in people})
    filled = {row[1]: row[3] for row in csv.reader(text.splitlines())}
    assert not lines and (filled["王小明"], filled["Jane Doe"], filled["喆翀"]) == ("12", "5", "2")


@pytest.mark.parametrize("name", [path.stem for path in sorted((ROOT / "exercises").glob("*.ipynb"))])
def test_a_blank_chinese_exercise_says_nothing(name):
    """All that is given out is known as ours in Chinese too, headings with points and minutes among it."""
    solution = nbformat.read(ROOT / "solutions" / f"{name}.ipynb", as_version=4)
    given = editions.derived(nb.without_solutions(solution), "zh_CN")
    read = reading.read_notebook(nb.to_json(nb.canonical(given, name)).encode(), name)
    assert read.chapter == name and not any(read.words.values()) and not read.loose
