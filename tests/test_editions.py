"""The edition of a second language: the same code, other words; run only where it must; nobody's work overwritten."""

import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from bcs_helpers import words
from bcs_helpers.classroom import building, lab
from bcs_helpers.classroom import notebooks as nb
from bcs_helpers.classroom.grading import reading, sandbox
from bcs_helpers.classroom.wording import catalogues, editions, rooms

ROOT = Path(__file__).parents[1]

CHAPTER = """# %% [markdown]
# # Solve it
#
# *25 minutes · you need: sums*

# %%
from bcs_helpers.figures import figure, show
from bcs_helpers.tables import numbers, table

# %%
fig, ax = figure()
ax.plot([0, 1])
ax.set(xlabel="temperature", title=f"at {1 / 2} K")
show(fig, "A line rises.")
print(f"the sum is {1 + 1}")

# %% [markdown]
# <!-- figure: rising -->
# **Figure 5.1.** A line.

# %%
table({"metal": ["tin"], "$T_c$ / K": numbers([3.722])}, caption="One metal.")
"""

SOLUTION = """# %% [markdown]
# # Solve it: answers
#
# *20 minutes, 4 points*

# %%
import numpy as np


# %%
def gap_ratio():
    # begin solution
    return 3.53
    # end solution


# %% [markdown]
# Why?
#
# <!-- begin solution -->
# Because.
# <!-- end solution -->
"""

TOLD = {
    "Solve it": "求解",
    "Solve it: tasks": "求解：练习",
    "*{minutes} minutes · you need: sums*": "*{minutes} 分钟 · 需要：求和*",
    "temperature": "温度",
    "at {1 / 2} K": "{1 / 2} K 时",
    "A line rises.": "直线上升。",
    "the sum is {1 + 1}": "和为 {1 + 1}",
    "metal": "金属",
    "tin": "锡",
    "One metal.": "一种金属。",
    "A line.": "一条直线。",
    "*Write your answer here.*": "*在此作答。*",
    "Why?": "为什么？",
}


def translate(locale, told):
    messages = [rooms.Message(text, filled="{1" in text) for text in told]
    made = catalogues.merge({"05_small": messages}, "zh_CN", write=False)
    for entry in made["05_small"]:
        entry.msgstr = told.get(entry.msgid, "")
    catalogues.store(made, "zh_CN")
    words.forget()


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A small project with one chapter, and catalogues in Chinese."""
    locale, root = tmp_path / "locale", tmp_path / "project"
    monkeypatch.setattr(words, "LOCALE", locale)
    monkeypatch.setenv("BCS_LOCALE", str(locale))
    translate(locale, TOLD)
    for folder, text in (("notebooks", CHAPTER), ("solutions", SOLUTION)):
        (root / folder).mkdir(parents=True)
        notebook = nb.canonical(nb.from_text(text), "05_small")
        (root / folder / "05_small.ipynb").write_text(nb.to_json(notebook), encoding="utf-8")
    (root / "bcs_helpers").symlink_to(ROOT / "bcs_helpers")
    yield root
    words.forget()


def stored(root, name):
    return nbformat.read(root / "zh" / f"{name}.ipynb", as_version=4)


def test_an_edition_has_the_same_code_and_other_words(project):
    """Code cells are identical but for one line; prose, alternative texts, labels, heads and prints are Chinese."""
    built = building.edition(project, "zh_CN")
    assert sorted(built.written) == [
        *("zh/.built.json", "zh/.trusted.txt", "zh/exercises/05_small.ipynb"),
        *("zh/notebooks/05_small.ipynb", "zh/solutions/05_small.ipynb"),
    ]
    chapter, english = stored(project, "notebooks/05_small"), nb.from_text(CHAPTER)
    assert [c.source for c in editions.english(chapter).cells if c.cell_type == "code"] == [
        c.source for c in english.cells if c.cell_type == "code"
    ]
    assert words.edition(chapter.cells[1].source) == "zh_CN" and words.edition(english.cells[1].source) == "en"
    assert chapter.cells[0].source == "# 求解\n\n*25 分钟 · 需要：求和*"
    assert chapter.cells[3].source == "<!-- figure: rising -->\n**Figure 5.1.** 一条直线。"
    figure, printed = chapter.cells[2].outputs
    assert figure.data["text/plain"] == "[figure] 直线上升。" and 'alt="直线上升。"' in figure.data["text/html"]
    assert any("0.5 K 时" in line and "温度" in line for line in figure.data["application/vnd.bcs.drawn+json"])
    assert printed.text == "和为 2\n"
    assert chapter.cells[4].outputs[0].data["text/plain"] == "一种金属。\n金属  $T_c$ / K\n锡         3.72"
    exercise = stored(project, "exercises/05_small")
    assert "在此作答" in exercise.cells[3].source and "your code here" in exercise.cells[2].source
    assert words.edition(exercise.cells[1].source) == "zh_CN"
    assert building.edition(project, "zh_CN").written == []


def test_only_what_would_come_out_otherwise_is_run_again(project, monkeypatch):
    """Another word of prose runs nothing, another label runs its notebook; both are in the files."""
    building.edition(project, "zh_CN")
    ran, run = [], nb.run
    monkeypatch.setattr(nb, "run", lambda book, folder, **more: ran.append(folder.name) or run(book, folder, **more))
    translate(words.LOCALE, TOLD | {"A line.": "一条线。"})
    building.edition(project, "zh_CN")
    assert ran == [] and stored(project, "notebooks/05_small").cells[3].source.endswith("一条线。")
    translate(words.LOCALE, TOLD | {"temperature": "温 度"})
    building.edition(project, "zh_CN")
    assert ran == ["notebooks"]
    assert "温 度" in str(stored(project, "notebooks/05_small").cells[2].outputs[0])


@pytest.mark.parametrize(
    "change", ["code", *(pytest.param(c, marks=pytest.mark.nightly) for c in ("words", "outputs"))]
)
def test_a_derived_exercise_in_which_somebody_worked_is_left(project, change):
    """Code typed, an answer written, a cell run: the file stays as it is, and is named; the others go on."""
    building.edition(project, "zh_CN")
    path = project / "zh" / "exercises" / "05_small.ipynb"
    exercise = nbformat.read(path, as_version=4)
    if change == "code":
        exercise.cells[2].source = exercise.cells[2].source.replace("...", "return 3.5")
    elif change == "words":
        exercise.cells[3].source = "因为。"
    else:
        exercise.cells[2].outputs = [nbformat.v4.new_output("stream", text="3.5")]
    nbformat.write(exercise, path)
    mine = path.read_text(encoding="utf-8")
    translate(words.LOCALE, TOLD | {"Why?": "何故？"})
    assert building.edition(project, "zh_CN").left == {"exercises/05_small": "somebody has worked in it"}
    assert path.read_text(encoding="utf-8") == mine
    assert "何故" in stored(project, "solutions/05_small").cells[-1].source
    (project / "zh" / ".built.json").unlink()  # even where nothing tells what was derived
    assert "exercises/05_small" in building.edition(project, "zh_CN").left


def test_without_running_the_outputs_are_english_and_those_that_ran_stay(project):
    """`bcs lab --language zh` opens at once; what a build has run is not lost by it."""
    built = editions.build(project, "zh_CN")
    assert built.english == ["notebooks/05_small", "solutions/05_small"]
    assert stored(project, "notebooks/05_small").cells[0].source.startswith("# 求解")
    building.edition(project, "zh_CN")
    ran = (project / "zh" / "notebooks" / "05_small.ipynb").read_text(encoding="utf-8")
    assert editions.build(project, "zh_CN").english == []
    assert (project / "zh" / "notebooks" / "05_small.ipynb").read_text(encoding="utf-8") == ran
    assert building.edition(project, "zh_CN").written == []


def test_a_notebook_that_does_not_run_ends_the_build(project):
    """The message names the notebook of the edition; the others are written, and are not run again."""
    path = project / "notebooks" / "05_small.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("1 + 1", "1 / 0"), encoding="utf-8")
    with pytest.raises(building.BuildError, match=r"(?s)zh/notebooks/05_small: .*ZeroDivisionError"):
        building.edition(project, "zh_CN")
    made = {path.relative_to(project / "zh").as_posix() for path in (project / "zh").rglob("*.ipynb")}
    assert made == {"exercises/05_small.ipynb", "solutions/05_small.ipynb"}


def test_a_notebook_of_an_edition_runs_where_it_is_marked(tmp_path):
    """The package inside the sandbox has no words of any kind: neither the language nor a figure is an error there."""
    place = sandbox._physics_only(tmp_path)
    code = f"{words.EDITION.format('zh_CN')}\nfrom bcs_helpers import words\nprint(words.language(), words.__file__)\n"
    code += "from bcs_helpers.figures import figure, show\nshow(figure()[0], 'gap_curve')"
    run = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONPATH": str(place)}
    done = subprocess.run(run, capture_output=True, text=True, cwd=tmp_path, env=environment)
    assert done.stdout.splitlines()[0] == f"en {place / 'bcs_helpers' / 'words.py'}" and not done.stderr
    assert "[figure] gap_curve" in done.stdout


def test_the_grader_knows_the_language_of_a_notebook():
    """It is that of the derived exercise, whatever was written into it; an English one is English."""
    for language, spoken in (("zh_CN", "zh_CN"), (None, "en")):
        notebook = nb.without_solutions(nb.from_text(SOLUTION))
        if language:
            notebook = editions.derived(notebook, language)
        notebook.cells[1].source += "\nnp.seterr(all='ignore')"
        assert reading.read_notebook(nb.to_json(nb.canonical(notebook, "05_small")).encode()).language == spoken


def test_jupyterlab_speaks_the_language_too(project):
    """Settings of the language come before the project's; kernels inherit it."""
    environment = {"JUPYTER_CONFIG_PATH": "mine"}
    lab.prepare(ROOT, environment, "zh_CN")
    folders = environment["JUPYTER_CONFIG_PATH"].split(os.pathsep)
    assert folders == [str(ROOT / ".jupyter" / "zh_CN"), str(ROOT / ".jupyter"), "mine"]
    assert environment["BCS_LANGUAGE"] == "zh_CN"
    assert (ROOT / ".jupyter" / "zh_CN" / "labconfig" / "default_setting_overrides.json").exists()
    lab.prepare(ROOT, plain := {})
    assert "BCS_LANGUAGE" not in plain


@pytest.fixture(scope="module")
def both():
    """{folder/stem: (English notebook, Chinese one)} of all that is derived, nothing of it run."""
    made = editions.editions(ROOT, "zh_CN")
    paths = [path for path in ROOT.glob("*/*.ipynb") if path.parent.name != "zh"]
    english = {path.relative_to(ROOT).with_suffix("").as_posix(): path for path in [*paths, ROOT / "index.ipynb"]}
    assert set(made) == set(english)
    return {name: (nbformat.read(path, as_version=4), made[name]) for name, path in english.items()}


def test_every_notebook_has_an_edition(both):
    """All that is read, solved and looked up is derived, the map too; code is the English one in each."""
    for name, (before, made) in both.items():
        if name != "index":
            same = [cell.source for cell in nb.code_cells(editions.english(made))]
            assert same == [cell.source for cell in nb.code_cells(before)], name
        assert [c.cell_type for c in made.cells] == [c.cell_type for c in before.cells]
        assert [c.metadata for c in made.cells] == [c.metadata for c in before.cells]


INSIDE = re.compile(r"\\(?:text|mathrm)\{(?:[^{}]{3,}|[^{}]*[\u4e00-\u9fff][^{}]*)\}")  # words in a formula


def held(source):
    """What both languages share of a cell: formulas without the words inside, code, links, marks, its form."""
    display = [INSIDE.sub("", formula) for formula in re.findall(r"\$\$.+?\$\$", source, re.DOTALL)]
    rest = re.sub(r"\$\$.+?\$\$", "", source, flags=re.DOTALL)
    return {
        "formulas of a line": display,
        "formulas in a line": {INSIDE.sub("", formula) for formula in re.findall(r"\$([^$]+)\$", rest)},
        "code": set(re.findall(r"`[^`]+`", source)),
        "links": sorted(re.findall(r"\]\(([^)\s]+)\)", source)),
        "keys and marks": re.findall(r"<!--.*?-->", source),
        "headings": re.findall(r"^#+ (?:\d+ · )?", source, re.MULTILINE),
        "tables": [line.count("|") for line in re.sub(r"\$[^$]+\$", "", source).split("\n") if line.startswith("|")],
    }


def differences(english, chinese):
    """What a cell has otherwise than the English one; a letter of a formula may be named once more, to explain it."""
    there, here = held(english), held(chinese)
    formulas = there["formulas in a line"]
    here["formulas in a line"] -= {part for part in here["formulas in a line"] - formulas if part in " ".join(formulas)}
    yield from (f"{what}: {there[what]} / {here[what]}" for what in there if there[what] != here[what])
    yield from catalogues.wrong_numbers(english, chinese)


def test_each_cell_holds_the_same_in_both_languages(both):
    """Chapters, exercises, solutions and the map, cell by cell: formulas, code, links, keys, tables, numbers."""
    found = []
    for name, (english, chinese) in both.items():
        for place, (one, other) in enumerate(zip(english.cells, chinese.cells, strict=True)):
            if one.cell_type == "markdown":
                found += [f"{name}, cell {place}: {line}" for line in differences(one.source, other.source)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("english", "chinese", "fault"),
    [
        ("At $T_c$ it closes.", "在 $T_x$ 处闭合。", "formulas in a line"),
        ("$$a=b$$", "$$a=c$$", "formulas of a line"),
        ("$$a_\\text{even}$$", "$$a_\\text{偶}$$", ""),
        ("Of $V_\\text{K}$.", "关于 $V_\\text{H}$。", "formulas in a line"),
        ("With $s=k_{TF}b$.", "其中 $s=k_{TF}b$，$b$ 是距离。", ""),
        ("Call `gap`.", "调用 `gop`。", "code"),
        ("See [x](a.md#b).", "见[某](a.md#c)。", "links"),
        ("<!-- task: a -->\nDo.", "<!-- task: b -->\n做。", "keys and marks"),
        ("Of 12 metals 7 % are 25 K.", "12 种金属中，百分之七为 52 K。", "number 25"),
        ("Some 77 million, in 2 steps.", "约 7700 万，第二步。", ""),
        ("A fifth of one.", "0.3 个。", "0.3 is not in the English"),
        ("| a | b |\n|---|---|\n| c | $|x|$ |", "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 | $|x|$ |", "tables"),
    ],
)
def test_a_difference_between_editions_is_told(english, chinese, fault):
    """A broken formula, number, key or link is named; words in formulas, numerals and explained letters are not."""
    told = list(differences(english, chinese))
    assert any(fault in line for line in told) if fault else not told


README = {language: ROOT / name for language, name in (("en", "README.md"), ("zh", "README.zh.md"))}
CHINESE_ALONE = {"zh/"}  # code that only the Chinese page names


def named(text):
    """(blocks of commands without their comments, links, code) that a page names, its map left out."""
    text = re.sub(r"<!-- map begins -->.*<!-- map ends -->", "", text, flags=re.DOTALL)
    blocks = re.findall(r"^```\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    rest = re.sub(r"^```\n.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    commands = [re.sub(r" *#.*", "", block) for block in blocks]
    return commands, set(re.findall(r"\]\(([^)]+)\)", rest)), set(re.findall(r"`([^`]+)`", rest))


def test_the_readme_is_the_same_in_both_languages():
    """Each names the other in its first line; commands, code, links and the order of sections agree."""
    text = {language: path.read_text(encoding="utf-8") for language, path in README.items()}
    assert text["en"].startswith("[中文](README.zh.md)\n") and text["zh"].startswith("[English](README.md)\n")
    (commands, links, code), (zh_commands, zh_links, zh_code) = named(text["en"]), named(text["zh"])
    assert commands[0].split("\n") == ["make lab", "make test", ""] and commands == zh_commands
    assert zh_links - {"README.md", "README.md#the-map"} == links - {"README.zh.md"}
    assert all((ROOT / link.split("#")[0]).exists() for link in links | zh_links)
    assert "README.md#the-map" in zh_links and "\n## The map\n" in text["en"]
    assert zh_code - code == CHINESE_ALONE and code <= zh_code
    headings = [re.findall(r"^#+ (.+)$", page, re.MULTILINE) for page in text.values()]
    assert len(headings[0]) == len(headings[1])
    assert [words.translate(heading, "zh") for heading in headings[0]] == headings[1]
