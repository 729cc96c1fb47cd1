"""A language of English words in brackets, ⟦gap⟧: whatever a reader sees outside brackets cannot be translated."""

import importlib
import json
import re
import zlib
from base64 import b64decode
from html import unescape
from pathlib import Path

import nbformat
import pytest
from nbconvert.filters import markdown2html

from bcs_helpers import materials, words
from bcs_helpers.classroom import cli, course, say
from bcs_helpers.classroom import notebooks as nb
from bcs_helpers.classroom.grading import (
    account,
    choose,
    collect,
    grading,
    pages,
    points,
    policy,
    readers,
    results,
    summary,
    told,
)
from bcs_helpers.classroom.grading.manual import Given
from bcs_helpers.classroom.grading.policy import Policy
from bcs_helpers.classroom.wording import captions, catalogues, editions, rooms
from bcs_helpers.classroom.wording.command import ACTIONS
from bcs_helpers.figures import DRAWN
from bcs_helpers.tables import SUPERSCRIPT

from .browsing import CHROMIUM, chromium, jupyterlab

ROOT = Path(__file__).parents[1]
CHAPTER = "notebooks/05_gap_equation"
INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")
HIDDEN = re.compile(  # formulas, code, comments, scripts and tags of a page; addresses
    r"\$\$.*?\$\$|\$[^$]+\$|<(code|pre|script|style)\b.*?</\1>|<!--.*?-->|<[^>]+>|https?://\S+|\S+\.ipynb|\\\w+",
    re.DOTALL,
)
WORD = re.compile(r"(?<![\w.])[a-z]{3,}(?![\w.(])")  # no names: those have a capital; no parts of code
NAMES = {  # what is written alike in every language: data's own words, units, functions
    *("sourced", "recalled", "keV", "meV", "mol", "sin", "cos", "exp", "sinh", "tanh", "log", "def", "return", "and"),
    *("alphabetic", "hide", "tests", "lab", "make", "git", "pip", "bcs", "arXiv", "nbval", "quad", "brentq"),
}


SOURCES = {str(source) for source in materials.sources.values()}  # titles of papers stay in their language


def loose(text):
    """The words of a text that stand outside brackets, formulas and code."""
    text = re.sub("<sup>(.*?)</sup>", lambda power: power[1].translate(SUPERSCRIPT), unescape(text))
    for source in SOURCES:
        text = text.replace(source, " ")
    text = HIDDEN.sub(" ", text)
    while (inner := INNERMOST.sub(" ", text)) != text:
        text = inner
    return [word for word in WORD.findall(text) if word not in NAMES]


def test_what_is_loose_is_found():
    """Brackets may hold brackets; a formula is no word; a word outside is told."""
    assert loose("⟦the gap ⟦of tin⟧ closes⟧ at $T_c$ of `code` 3.5 K") == ["code"]
    assert loose("<p>⟦the gap⟧ closes <code>not here</code></p>") == ["closes"]


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory):
    """Catalogues of the language xx, made from all messages."""
    patch = pytest.MonkeyPatch()
    patch.setattr(words, "LOCALE", tmp_path_factory.mktemp("locale"))
    catalogues.pseudo(rooms.messages(ROOT))
    words.forget()
    yield words.LOCALE
    patch.undo()
    words.forget()


@pytest.fixture(scope="module")
def edition(pseudo):
    """All notebooks in that language, not yet run."""
    return editions.editions(ROOT, "xx")


def test_no_word_of_prose_is_left(edition):
    """Every notebook and the map, set by another reader of Markdown than the one that finds the words."""
    left = {}
    for name, notebook in edition.items():
        for cell in notebook.cells:
            if cell.cell_type == "markdown" and (found := loose(markdown2html(cell.source))):
                left.setdefault(name, []).extend(found)
    assert len(edition) > 40 and left == {}


def test_no_sentence_of_a_tutor_is_left(pseudo):
    """Rows and what is said of verdicts: each is a message."""
    left = []
    for task in course.tasks():
        texts = [task.title, task.meaning, *task.hints, *(row.says for row in (*task.slips, *task.properties))]
        left += [(task.name, text) for text in texts if not words.translate(text, "xx").startswith("⟦")]
    for question in course.questions():
        texts = [question.title, *(what for _, what in question.rubric)]
        left += [(question.name, text) for text in texts if not words.translate(text, "xx").startswith("⟦")]
    for text in (*say.SENTENCES.values(), *say.REMARKS.values()):
        left += [] if words.translate(text, "xx").startswith("⟦") else [text]
    assert left == []


def test_no_word_of_a_measured_value_is_left(pseudo):
    """What tables and figures show of a row: its kind, how it was got, and of what it is."""
    shown = [f"{row.of}, {row.kind}, {row.method}" for row in materials.all_rows()]
    shown += [element.name for element in materials.elements.values()]
    assert len(shown) > 300 and {text for text in shown if loose(words.fit(text, "xx"))} == set()


def test_no_word_of_a_page_of_the_book_is_left(pseudo, monkeypatch):
    """The book's own pages and what is derived for them; terms and titles of sources are in their own languages."""
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    monkeypatch.setenv("BCS_LANGUAGE", "xx")
    book = importlib.import_module("pages").made("xx")
    left = {}
    for name, text in book.items():
        if name.endswith(".md") and not name.startswith(("api", "references")):
            text = re.sub(
                r"^[`:]+\{[\w-]+\}( \S+$)?|^:\w+:( [\w/*]+$)?|^\w+/[\w*/]+$|^\w+$", "", text, flags=re.MULTILINE
            )
            text = re.sub(r"^\S.* — .*$", "", text, flags=re.MULTILINE) if name == "glossary.md" else text
            left |= {name: found} if (found := loose(markdown2html(text))) else {}
    assert len(book) > 70 and left == {}


# ---- what an instructor meets ---------------------------------------------------------------------------------

CODE = "def gap_ratio():\n    return 3.5"


def a_class():
    """One of each: right, wrong, broken and blank tasks, an answer read and one not, what cannot be marked."""
    stem = "05_gap_equation"
    ends = [
        ("right", "right", {}, ["transition_temperature"]),
        ("wrong", "unknown", {}, ["transition_temperature"]),
        ("broken", "error_after", {"cell": 3, "error": "NameError", "steps": [{"line": 1, "source": "T"}]}, None),
        ("blank", "blank", {}, None),
    ]
    tasks = {
        task.name: results.TaskResult(state, key, fields, 1.0, CODE, follows)
        for task, (state, key, fields, follows) in zip(course.tasks(stem), ends, strict=True)
    }
    question = course.questions(stem)[0].name
    remarks = [{"key": "missing", "fields": {"name": "qutip"}}]
    lines = [choose.Line("Ann", "Ann.ipynb", stem, ("counts_time", {})),
             choose.Line("Ann", "Ann-1.ipynb", None, ("older_guess", {})),
             choose.Line("Ann", "Ann.zip", None, ("deep_zip", {}), True)]  # fmt: skip
    ann, bo = results.Student("Ann", lines=lines), results.Student("Bo", lines=[lines[0]])
    ann.results = {stem: results.Result(stem, tasks, {question: "⟦⟧"}, remarks, [(9, "⟦⟧")], "xx")}
    bo.results = {stem: results.Result(stem, tasks, {}, [], [], "xx")}
    nobody = [f"N{number}" for number in range(11)]
    collected = collect.Collected((), (("A", "read_as_class", {}),), (("B", "not_work", {}),), nobody, ("Eve",))
    manual = {("Bo", stem, "gap_ratio"): Given(1.0, "⟦⟧"), ("Cy", stem, "gap_ratio"): Given(1.0, file="manual.csv"),
              ("Ann", stem, question): Given(apart=(Given(1.0, reader="⟦⟧"), Given(2.0, reader="⟦⟧"))),
              ("Bo", stem, question): Given(2.0, answer="earlier", reader="⟦⟧")}  # fmt: skip
    chapters, guessed = results.set_chapters([ann, bo], Policy())
    points.give([ann, bo], manual, Policy())
    memory = account.held([{"memory": kind} for kind in account.HELD], grading.Limits())
    return results.Class(
        (ann, bo), collected, manual, True, memory, readers.answers_of((ann, bo)), set=chapters, is_guessed=guessed
    )


def write(folder, made):
    """All pages, with those of three readers."""
    pages.write_all(folder, made, grading.write)
    readers.write(folder, made, grading.write, "secret", readers=3)


NAMED = re.compile(r"\d\d_\w+|Chapter \d+: [\w ]+|(?<=equation)\b|\b\w+\.(csv|html|ipynb|zip|py)\b|marks/\S+|--?[\w-]+")


def test_no_word_of_the_graders_pages_is_left(pseudo, tmp_path, monkeypatch):
    """A page for each student in the notebook's language; those of the class in the instructor's; the terminal."""
    made = a_class()
    write(tmp_path, made)
    found = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html"))
    of_readers = ("answers.html", "answers-1.html", "answers-2.html", "answers-3.html")
    assert found == sorted((*of_readers, "class.html", "feedback/Ann.html", "feedback/Bo.html", "handed_in.html"))
    assert "The class" in (tmp_path / "class.html").read_text("utf-8")  # the instructor still reads English
    of_class = (*of_readers, "class.html", "handed_in.html")
    assert all(loose((tmp_path / name).read_text("utf-8")) for name in of_class)
    students = {n: loose(names_out((tmp_path / n).read_text("utf-8"))) for n in found if n.startswith("feedback")}
    assert students == {"feedback/Ann.html": [], "feedback/Bo.html": []}
    monkeypatch.setenv("BCS_LANGUAGE", "xx")
    write(tmp_path, made)
    assert [word for name in of_class for word in loose(names_out((tmp_path / name).read_text("utf-8")))] == []
    labels = re.findall(r'(?:aria-label|title)="([^"]*)"', (tmp_path / "class.html").read_text("utf-8"))
    assert len(labels) > 4 and all("⟦" in label for label in labels)
    lines = [
        *pages.tell(tmp_path, made, pages.unfit_rows(made)),
        *pages.listing(made.collected, made.students[0].lines),
    ]
    assert len(lines) > 15 and {line: left for line in lines if (left := loose(names_out(line)))} == {}


def names_out(text):
    """Without the names of files, chapters and options."""
    return NAMED.sub(" ", re.sub(r"Chapter (\d+): ([\w ]+)", "", text))


def test_all_that_is_told_is_a_message(pseudo):
    """Each row of what the grader says of files, notebooks and functions, and of Python's own parser."""
    rows = [*told.SENTENCES.values(), *account.HELD.values(), *points.RULES.values(), *policy.ALLOWED.values()]
    rows += [*summary.WHYS.values(), *cli.ARGPARSE]
    assert [text for text in rows if not words.translate(text, "xx").startswith("⟦")] == []


@pytest.mark.parametrize("command", [(), ("build",), ("grade",), ("words",)])
def test_no_word_of_the_commands_help_is_left(pseudo, command, monkeypatch, capsys):
    """bcs --help, and that of each command; what the parser answers to a wrong option."""
    monkeypatch.setenv("BCS_LANGUAGE", "xx")
    for options in ("--help", "--no-such-option"):
        with pytest.raises(SystemExit):
            cli.main([*command, options])
    said = capsys.readouterr()
    text = re.sub(r"\{[^{}]*\}|--?[\w-]+|^  +\w+  |\bbcs\b( \w+)?|handed_in|\bwhat\b|\baction\b", " ",
                  said.out + said.err, flags=re.MULTILINE)  # fmt: skip
    text = re.sub(rf"^({'|'.join(ACTIONS)}) +", "", text, flags=re.MULTILINE)
    assert said.out.startswith("⟦usage: ⟧") and loose(text) == []


def test_a_command_answers_in_the_readers_language(pseudo, monkeypatch, capsys, tmp_path):
    """What goes wrong, and where."""
    monkeypatch.setenv("BCS_LANGUAGE", "xx")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for command in (
        ["build"],
        ["words", "count"],
        ["grade", "in"],
        ["grade", "none"],
        ["grade", "in", "--marks", "in"],
    ):
        assert cli.main(command) == (2 if command[0] == "grade" else 1)
        error = capsys.readouterr().err
        assert "⟦" in error and loose(re.sub(r"/[\w./-]*|\bin\b|\bnone\b", "", error)) == []


# ---- what the code shows ---------------------------------------------------------------------------------------


def shown(notebook):
    """What the outputs of a notebook show, part by part: printed lines, words of figures, tables, sliders, notes."""
    for cell in nb.code_cells(notebook):
        for output in cell.outputs:
            data = output.get("data", {})
            yield from output.get("text", "").splitlines()
            yield from (line.partition(" ")[2] for line in data.get(DRAWN, ()) if line.split()[0] in DRAWN_WORDS)
            yield data.get("text/plain", "").removeprefix("[figure]")
            html = re.sub(r'<img [^>]*alt="([^"]*)"[^>]*>', r"\1", SLIDER.sub("", data.get("text/html", "")))
            yield from re.split(r"</?(?:caption|t[rdh])\b[^>]*>", html)
            yield data.get("text/markdown", "")
            for packed in re.findall(r'data-vertices="([^"]+)"', data.get("text/html", "")):
                sheet = json.loads(zlib.decompress(b64decode(packed)).split(b"\n", 1)[0])
                yield from [sheet["alt"], *sheet["words"].values(), *(row["text"] for row in sheet["presets"])]
                yield from (row["label"] for row in sheet["controls"])


DRAWN_WORDS = ("axes", "legend", "text")
SLIDER = re.compile(r"<(div [^>]*data-vertices=|script ).*?>.*?</(div|script)>", re.DOTALL)


def run(edition, pseudo, name):
    ran = nb.run(edition[name], (ROOT / name).parent, BCS_LOCALE=str(pseudo), EXPLORE_READY="1")
    return nb.canonical(ran, name.split("/")[1])


@pytest.fixture(scope="module")
def chapter(edition, pseudo):
    """One chapter, run in that language."""
    return run(edition, pseudo, CHAPTER)


def left_in(notebook):
    return {
        line: found
        for line in shown(notebook)
        if (found := loose(re.sub(r"\b(log|linear|function)( \| |$)", "", line)))
    }


def test_no_word_of_an_output_is_left(chapter):
    """Alternative texts, labels, legends, sliders, tables and printed lines of a chapter as it runs."""
    assert len(captions.figures(chapter)) > 5
    assert left_in(chapter) == {}


NOTEBOOKS = [path.relative_to(ROOT).with_suffix("").as_posix() for path in sorted(ROOT.glob("*/*.ipynb"))]


@pytest.mark.nightly
@pytest.mark.parametrize("name", [name for name in NOTEBOOKS if name.startswith(("notebooks/", "solutions/"))])
def test_no_word_of_any_output_is_left(edition, pseudo, name):
    """The same for every chapter and every solution."""
    assert left_in(run(edition, pseudo, name)) == {}


@pytest.mark.skipif(CHROMIUM is None, reason="there is no browser")
def test_no_word_of_a_page_is_left(chapter, tmp_path):
    """The chapter in a real JupyterLab: every text that is painted, but for code and formulas, stands in brackets."""
    nbformat.write(chapter, tmp_path / "chapter.ipynb")
    look = """() => {
        const walk = document.createTreeWalker(document.querySelector(".jp-Notebook"), NodeFilter.SHOW_TEXT);
        const tools = ".jp-InputArea-editor, .jp-InputPrompt, .jp-OutputPrompt, .jp-Toolbar, .jp-Notebook-footer";
        const hidden = `${tools}, .jp-Placeholder, mjx-container, code, script, style`;
        const found = [];
        while (walk.nextNode()) {
            const box = walk.currentNode.parentElement.closest("p, li, h1, h2, h3, td, th, caption, div");
            if (!walk.currentNode.parentElement.closest(hidden) && !found.includes(box)) found.push(box);
        }
        const alts = [...document.querySelectorAll(".jp-Notebook img")].map((image) => image.alt);
        const text = (box) => { const copy = box.cloneNode(true);
            copy.querySelectorAll("mjx-container, code, script, style").forEach((part) => part.remove());
            return copy.textContent; };
        return [...alts, ...found.filter((box) => box.checkVisibility()).map(text)];
    }"""
    with jupyterlab(tmp_path) as url, chromium() as browser:
        page = browser.new_page()
        page.goto(f"{url}lab/tree/chapter.ipynb?reset")
        page.locator(".jp-Notebook img").first.wait_for(timeout=60_000)
        page.wait_for_timeout(3000)
        texts = page.evaluate(look)
    assert len(texts) > 40
    assert {text: loose(text) for text in texts if loose(text)} == {}
