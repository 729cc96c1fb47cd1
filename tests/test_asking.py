"""Questions in passing: sound rows, answers judged alike in Python and in the browser, pages without a kernel."""

import ast
import json
import os
import re
import subprocess
import sys
import time
from base64 import b64decode
from importlib import import_module

import numpy as np
import pytest
from nbformat.v4 import new_markdown_cell
from playwright.sync_api import expect
from scipy.integrate import quad

from bcs_helpers import classroom, panel, words
from bcs_helpers.classroom import ask, asking, check, course, feedback, notebooks, progress, record, tasks
from bcs_helpers.classroom.building import reach
from bcs_helpers.classroom.grading.inside import stand_in
from bcs_helpers.classroom.quick import Choice, Number, faults, miss, right, wrong
from bcs_helpers.classroom.tasks import RIGHT, WRONG, CourseError, repeated
from bcs_helpers.classroom.wording import rooms

from .browsing import PATIENCE, ROOT, jupyterlab, run_all, stop_kernels, write_notebook

ROWS = course.quick()
each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
NUMBER = dict(name="n", kind="predict", asks="a", reference=lambda: 2.0, near=0.1, right="r", low="l", high="h")


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A progress file of its own."""
    monkeypatch.setenv("BCS_PROGRESS", str(tmp_path / "progress.json"))
    return tmp_path / "progress.json"


# ---- rows -----------------------------------------------------------------------------------------------------


@each_row
def test_a_row_is_sound(row):
    """Its proof holds, each known miss is told its own sentence, and some guess on the axis is too low, some high."""
    assert not faults(row)


@each_row
def test_a_row_is_found_by_its_name_and_says_what_it_asks(row):
    """Every answer has its sentence; the plain text holds the question and no sentence of an answer."""
    shown = ask(row.name)
    text = repr(shown)
    assert course.asked(row.name) is row and row.asks in text and not feedback.course.find(row.name)
    said = [option.says for option in row.options] if isinstance(row, Choice) else [rule.says for rule in row.rules]
    assert all(said) and not any(says in text or says in shown._html() for says in said)
    assert json.loads(b64decode(re.search('data-question="([^"]+)"', shown._html())[1]))["asks"] == row.asks


def test_every_chapter_predicts_and_asks():
    """A prediction and two concept questions in each of the thirteen."""
    for stem in course.stems():
        if (ROOT / "notebooks" / f"{stem}.py").exists():
            kinds = [row.kind for row in course.quick(stem)]
            assert (kinds.count("predict"), kinds.count("concept")) == (1, 2), stem


def test_names_stand_once():
    """Also beside the tasks and the questions in words: one file keeps what became of them all."""
    rows = (*course.tasks(), *course.questions(), *course.quick(), *course.steps())
    assert not repeated(row.name for row in rows)


def test_the_right_answer_does_not_always_stand_first():
    """Nor in any other place."""
    places = [next(i for i, o in enumerate(row.options) if o.right) for row in ROWS if isinstance(row, Choice)]
    assert max(np.bincount(places)) < 0.6 * len(places)


def test_a_row_that_cannot_be_answered_is_told():
    """Two right answers, one answer, a doubled sentence, a band of no width, an unknown kind, no finite number."""
    for options in ((right("a", "b"), right("c", "d")), (right("a", "b"),), (right("a", "b"), wrong("a", "c"))):
        with pytest.raises(CourseError, match="'q'"):
            Choice("q", "concept", "?", options)
    with pytest.raises(CourseError, match="must be one of predict"):
        Choice("q", "riddle", "?", (right("a", "b"), wrong("c", "d")))
    for change in ({"near": 0.0}, {"axis": (1.0, 1.0, 0.1)}, {"kind": "riddle"}):
        with pytest.raises(CourseError, match="'n'"):
            Number(**NUMBER | change)
    with pytest.raises(CourseError, match="returns nan"):
        Number(**NUMBER | {"reference": lambda: float("nan")}).rules  # noqa: B018
    false = Choice("q", "concept", "?", (right("a", "b"), wrong("c", "d")), proof=lambda: False)
    assert faults(false) == ["q: the proof of the right answer is false"]
    hidden = Number(**NUMBER, axis=(2.0, 3.0, 0.1), misses=(miss(lambda: 2.05, "m"),))
    assert len(faults(hidden)) == 2


def test_a_number_is_judged_by_the_first_interval_that_holds_it():
    """Right, then the misses, then below and above; a power of ten is right on both sides of the number."""
    row = Number(**NUMBER, misses=(miss(lambda: 4.0, "twice"),))
    assert [row.judge(x) for x in (1.9, 4.2, 0.0, 9.0)] == [(RIGHT, "r"), (WRONG, "twice"), (WRONG, "l"), (WRONG, "h")]
    power = Number(**NUMBER | {"reference": lambda: 3e-7}, power=True)
    assert [power.judge(n)[0] for n in (-8, -7, -6, -5)] == [WRONG, RIGHT, RIGHT, WRONG]


def test_a_name_that_is_none_is_told_with_the_nearest():
    """As every bad argument is."""
    with pytest.raises(ValueError, match=r"'gap_at_half' is not the name of a question.*gap_at_half_tc"):
        ask("gap_at_half")


def test_an_answer_is_kept_without_marks_and_what_was_right_stays_right(kept):
    """progress() counts it beside the tasks."""
    before = progress()
    asking.Asked(course.asked("what_the_gap_is")).heard(1)
    asking.Asked(course.asked("what_the_gap_is")).heard(0)
    asking.Asked(course.asked("gap_at_half_tc")).heard(0.2)
    table = progress()
    chapter = next(row for row in table.chapters if row["chapter"] == "05_gap_equation")
    assert chapter["asked"]["what_the_gap_is"] == RIGHT and chapter["asked"]["gap_at_half_tc"] == WRONG
    assert (table.points, table.of) == (before.points, before.of)
    assert f">2 of {len(chapter['asked'])}<" in table._repr_html_()


def test_what_was_answered_in_a_chapter_is_seen_in_its_exercise(tmp_path, monkeypatch):
    """Their notebooks stand in folders side by side; a task is not taken from there."""
    monkeypatch.delenv("BCS_PROGRESS", raising=False)
    for folder in ("notebooks", "exercises"):
        (tmp_path / folder).mkdir()
    states = {"version": 2, "tasks": {"what_the_gap_is": "right", "gap_ratio": "right", "pair_or_not": "odd"}}
    (tmp_path / "notebooks" / "progress.json").write_text(json.dumps(states))
    monkeypatch.setattr(record, "STARTED_IN", tmp_path / "exercises")
    chapter = next(row for row in progress().chapters if row["chapter"] == "05_gap_equation")
    assert chapter["asked"]["what_the_gap_is"] == "right" and chapter["tasks"]["gap_ratio"] == "blank"


STEPS = course.steps()
each_step = pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)


@pytest.fixture(scope="module")
def solved():
    """{step: its function in the solutions}, from its definition alone."""
    found = {}
    for stem in {step.chapter for step in STEPS}:
        space = {"np": np, "quad": quad}
        names = {step.name for step in course.steps(stem)}
        tree = ast.parse((ROOT / "solutions" / f"{stem}.py").read_text(encoding="utf-8"))
        tree.body = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name in names]
        exec(compile(tree, stem, "exec"), space)
        found |= {name: space[name] for name in names}
    return found


@each_step
def test_a_step_is_a_task_without_points(step, solved, kept):
    """Its row is sound at twenty seeds; the solution is right, a blank is none, and progress counts it apart."""
    assert not tasks.faults(step, (None, *range(1, 21)))
    assert step.points == 0 and step.hints and step.slips
    for seed in (None, 1, 2, 3):
        assert feedback.evaluate(step, solved[step.name], seed).state == RIGHT
    assert feedback.evaluate(step, lambda *inputs: None).state == "blank"
    note = check(solved[step.name])
    assert note.key == "right" and "(0/" not in note.text and step.meaning in note.text
    assert next(row for row in progress().chapters if row["chapter"] == step.chapter)["asked"][step.name] == RIGHT
    exercise = (ROOT / "exercises" / f"{step.chapter}.py").read_text(encoding="utf-8")
    assert f"def {step.name}(" in exercise and f"check({step.name})" in exercise


def test_equal_forms_of_a_step_are_right_and_its_slips_are_told():
    """A logarithm as a difference, an integral by numbers; half of it is told as what it is."""
    step = course.find("coopers_integral")
    forms = [
        lambda E_B, cutoff: 0.5 * (np.log(2 * cutoff + E_B) - np.log(E_B)),
        lambda E_B, cutoff: quad(lambda xi: 1 / (2 * xi + E_B), 0, cutoff)[0],
        lambda E_B, cutoff: np.arctanh(cutoff / (cutoff + E_B)),
    ]
    assert [feedback.evaluate(step, form).state for form in forms] == [RIGHT] * 3
    wrong_one = feedback.evaluate(step, lambda E_B, cutoff: np.log((2 * cutoff + E_B) / E_B))
    assert wrong_one.key == "slip.inner_derivative"


# ---- words ----------------------------------------------------------------------------------------------------


def test_their_words_stand_in_the_rooms():
    """Of the rows in the chapter's, of the panel in the interface's; a unit is no word."""
    found = {message.text: room for room, messages in rooms.messages(ROOT).items() for message in messages}
    assert found[course.asked("what_the_gap_is").options[0].says] == "05_gap_equation"
    assert found[course.asked("gap_at_half_tc").misses[0].says] == "05_gap_equation"
    assert found["Commit"] == found["Predict, then look."] == "interface" and "eV" not in found


def test_a_question_speaks_the_readers_language(tmp_path, monkeypatch):
    """The question, the answers, the sentences with the number in them, and the panel's own words."""
    row = course.asked("gap_at_half_tc")
    chosen = {row.asks: "问题", row.right: "答案是 {value}。", "Commit": "提交", "Predict, then look.": "先预测。"}
    entries = "".join(f"\nmsgid {json.dumps(e, ensure_ascii=False)}\nmsgstr {json.dumps(c, ensure_ascii=False)}\n"
                      for e, c in chosen.items())  # fmt: skip
    (tmp_path / "zh_CN").mkdir()
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    (tmp_path / "zh_CN" / "05_gap_equation.po").write_text(head + entries, encoding="utf-8")
    monkeypatch.setattr(words, "LOCALE", tmp_path)
    monkeypatch.setenv("BCS_LANGUAGE", "zh_CN")
    words.forget()
    try:
        sheet = ask("gap_at_half_tc").sheet
        assert sheet["head"] == "先预测。" and sheet["asks"] == "问题" and sheet["words"]["Commit"] == "提交"
        assert sheet["rules"][0][3] == "答案是 0.957。" and "0.957" in sheet["rules"][1][3]
        assert repr(ask("gap_at_half_tc")) == "先预测。 问题" and "问题</p>" in ask("gap_at_half_tc")._html()
    finally:
        monkeypatch.undo()
        words.forget()


# ---- building and grading ---------------------------------------------------------------------------------------


def test_a_changed_sentence_reaches_the_notebook_that_holds_it():
    """Although it is stored encoded; one of another chapter does not."""
    package = reach.Package.of(ROOT / "bcs_helpers")
    notebook = notebooks.nbformat.read(ROOT / "notebooks" / "05_gap_equation.ipynb", 4)

    def digest(path, old, new):
        assert old in package.texts[path]
        changed = reach.Package(package.texts | {path: package.texts[path].replace(old, new)})
        return changed.digest_for(notebook, "05_gap_equation")

    rows = "classroom/course/quick/{}.py"
    before = package.digest_for(notebook, "05_gap_equation")
    assert digest(rows.format("05_gap_equation"), "That is a straight line", "This is a straight line") != before
    assert digest(rows.format("06_thermodynamics"), "That is the jump alone", "This is the jump alone") == before


def test_a_notebook_handed_in_may_ask():
    """The stand-in inside the sandbox has the same names."""
    assert set(stand_in.__all__) == set(classroom.__all__) and stand_in.ask("what_the_gap_is").state is None


# ---- in a browser -------------------------------------------------------------------------------------------------


@pytest.fixture
def static(page, tmp_path):
    """static(names, dark) opens a page of these questions from a disk."""

    def opened(*names, dark=False):
        look = "background: #131416; color: #cfd0d0" if dark else "background: white; color: black"
        body = "\n".join(ask(name)._html() for name in names)
        text = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Questions</title><body style="{look}">'
        path = tmp_path / "page.html"
        path.write_text(f"{text}<main><h1>Questions</h1>{body}</main></body></html>", encoding="utf-8")
        page.goto(path.as_uri())
        return [page.locator(f'[data-ask="{name}"]') for name in names]

    return opened


def test_the_browser_judges_as_python_does(static, page):
    """Every option of every choice, and guesses below, at and above every number."""
    static(*(row.name for row in ROWS))
    script = panel.script(asking.SCRIPT)
    for row in ROWS:
        if isinstance(row, Choice):
            guesses = range(len(row.options))
        else:
            ends = [end for rule in row.rules for end in (rule.low, rule.high) if abs(end) < 1e300]
            guesses = [row.value if not row.power else np.log10(row.value), *(end + 1e-3 for end in ends), -1e9, 1e9]
        told = page.evaluate(
            """async ([name, guesses, script]) => {
              const { judge } = await import(`data:text/javascript,${encodeURIComponent(script)}`);
              const sheet = JSON.parse(new TextDecoder().decode(Uint8Array.from(
                atob(document.querySelector(`.ask-${name}`).dataset.question), (letter) => letter.charCodeAt(0))));
              return guesses.map((guess) => judge(sheet, guess).right);
            }""",
            [row.name, [float(g) for g in guesses], script],
        )
        assert told == [row.judge(g)[0] == RIGHT for g in guesses], row.name
    assert page.faults == []


def test_the_browser_sets_signs_as_python_does(static, page):
    """What is lowered, what is raised, code; of every text of every question, and of some."""
    static("what_the_gap_is")
    sheets = [asking.sheet(row) for row in ROWS]
    texts = [text for told in sheets for text in (told["asks"], *(o["text"] for o in told.get("options", ())))]
    texts += [o["says"] for told in sheets for o in told.get("options", ())]
    texts += ["e^(2/N0V) and `a_b` < 1/k_Fa", "k_BTc, N0Δ², ε0m", "(−1)^N, e^γ & E_gap, N0.5, 10"]
    told = page.evaluate(
        """async ([texts, script]) => {
          const { set } = await import(`data:text/javascript,${encodeURIComponent(script)}`);
          const box = document.createElement("p");
          return texts.map((text) => (box.replaceChildren(...set(text)), box.innerHTML));
        }""",
        [texts, panel.script(asking.SCRIPT)],
    )
    assert told == [asking.coded(text) for text in texts]
    assert told[-3] == "e<sup>2/N<sub>0</sub>V</sup> and <code>a_b</code> &lt; 1/k<sub>F</sub>a"


def test_a_choice_is_answered_with_keys_alone(static, page):
    """Tab to the group, arrows in it, Enter; each answer is told, a wrong one may be changed; a reload remembers."""
    (question,) = static("what_the_gap_is")
    status = question.get_by_role("status")
    group = question.get_by_role("group")
    expect(group).to_have_accessible_name(re.compile("What is the energy 2Δ"))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(status).to_have_text("Choose an answer first.")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(status).to_contain_text("✗ Not so. A single pair does not exist apart")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(status).to_contain_text("✓ Right. Each quasiparticle costs")
    expect(question.get_by_role("button", name="Start again")).to_be_focused()
    page.reload()
    expect(status).to_contain_text("✓ Right. Each quasiparticle costs")
    expect(question.get_by_role("radio").nth(1)).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(status).to_have_text("")
    expect(question.get_by_role("radio").first).to_be_focused()
    assert page.faults == []


def test_a_prediction_is_made_once_and_then_the_truth_is_marked(static, page):
    """With keys on the axis; not before a point was set; a bad number that is kept does not break the page."""
    (question,) = static("gap_at_half_tc")
    status, slider = question.get_by_role("status"), question.get_by_role("slider", name="point on the axis")
    question.get_by_role("button", name="Commit").press("Enter")
    expect(status).to_have_text("Set the point first.")
    slider.press("Home")
    slider.press("ArrowRight")
    expect(question.get_by_role("spinbutton", name="your answer")).to_have_value("0.01")
    question.get_by_role("spinbutton").fill("0.5")
    question.get_by_role("spinbutton").press("Enter")
    expect(status).to_contain_text("✗ Not so. That is a straight line from one to zero.")
    expect(status).to_contain_text("0.957")
    expect(slider).to_be_disabled()
    left = float(question.locator(".mark > span").evaluate("e => parseFloat(e.style.left)"))
    assert abs(left - 100 * course.asked("gap_at_half_tc").value / 1.2) < 1e-3  # per cent
    question.get_by_role("button", name="Start again").click()
    expect(slider).to_be_enabled()
    expect(question.locator(".mark > span")).to_have_count(0)
    page.evaluate("localStorage.setItem('bcs-ask/gap_at_half_tc', '{broken')")
    page.reload()
    expect(status).to_have_text("")
    assert page.faults == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(static, page, dark):
    """A question of each form, before it is answered and after."""
    axe = import_module("axe_playwright_python.sync_playwright").Axe()
    forms = [next(r for r in ROWS if isinstance(r, Choice)), next(r for r in ROWS if getattr(r, "axis", None))]
    forms.append(next(r for r in ROWS if getattr(r, "power", False)))
    questions = static(*(row.name for row in forms), dark=dark)
    for after in (False, True):
        if after:
            for question in questions:
                for box in (question.get_by_role("radio").first, question.get_by_role("spinbutton")):
                    if box.count():
                        box.check() if box.get_attribute("type") == "radio" else box.fill("0")
                question.locator("button[type=submit]").click()
                expect(question.get_by_role("status")).not_to_have_text("")
        found = axe.run(page).response["violations"]
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []
    assert page.faults == []


def test_a_page_that_forbids_what_comes_from_elsewhere_still_asks(static, page):
    """The page asks for nothing, and nothing in it is evaluated as code."""
    (question,) = static("what_the_gap_is")
    path = page.url.removeprefix("file://")
    rule = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'"
    with open(path, encoding="utf-8") as file:
        text = file.read().replace("<title>", f'<meta http-equiv="Content-Security-Policy" content="{rule}"><title>')
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    page.reload()
    question.get_by_role("radio").nth(2).check()
    question.get_by_role("button", name="Answer").click()
    expect(question.get_by_role("status")).to_contain_text("That gain is ½N0Δ²")
    assert page.faults == []


@pytest.mark.flaky(reruns=2)  # JupyterLab on a machine that does other things misses a click now and then
def test_jupyterlab_asks_before_anything_is_run_and_the_kernel_keeps_the_answer(browser, page, tmp_path):
    """A trusted notebook as it is stored, keys alone; then run, answered, and found in the progress file."""
    folder = tmp_path / "lab"
    folder.mkdir()
    code = 'from bcs_helpers.classroom import ask\nask("what_the_gap_is")'
    write_notebook(folder / "asks.ipynb", [new_markdown_cell("# Asks"), code])
    stored = notebooks.nbformat.read(folder / "asks.ipynb", 4)
    output = notebooks.nbformat.v4.new_output("execute_result", {"text/html": ask("what_the_gap_is")._html()})
    output.execution_count = stored.cells[1].execution_count = 1
    stored.cells[1].outputs = [output]
    notebooks.nbformat.write(notebooks.canonical(stored, "asks"), folder / "asks.ipynb")
    with jupyterlab(folder) as url:
        environment = {**os.environ, "JUPYTER_DATA_DIR": str(folder.with_name("lab-jupyter") / "data")}
        trust = [sys.executable, "-m", "jupyter", "trust", str(folder / "asks.ipynb")]
        subprocess.run(trust, env=environment, check=True, capture_output=True)
        page.goto(f"{url}lab/tree/asks.ipynb?reset")
        question = page.locator('[data-ask="what_the_gap_is"]')
        question.get_by_role("radio").first.focus(timeout=PATIENCE)
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(question.get_by_role("status")).to_contain_text("That gain is ½N0Δ²")
        assert page.locator(".jp-Cell").count() == 2  # no key went to JupyterLab
        run_all(page, url, "asks.ipynb")
        expect(question.get_by_role("status")).to_contain_text("That gain is ½N0Δ²", timeout=PATIENCE)  # remembered
        question.get_by_role("radio").nth(1).check()
        question.get_by_role("button", name="Answer").press("Enter")
        expect(question.get_by_role("status")).to_contain_text("✓ Right.")
        until = time.monotonic() + PATIENCE / 1000
        while not (folder / "progress.json").exists() and time.monotonic() < until:
            time.sleep(0.2)
        assert json.loads((folder / "progress.json").read_text())["tasks"] == {"what_the_gap_is": "right"}
        stop_kernels(url)
    assert page.faults == []
