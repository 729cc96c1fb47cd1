"""Every page of the book as a text that Sphinx can read, in English and in a second language.

The pages of both languages are made from the English ones: first what the book adds or leaves out, then the words.
Outputs come from the notebooks of the language (`bcs build --language zh`) where they have been run, else from the
English ones. What is derived from package and notebooks (references, index, API) is put at the marks <!-- name -->.
"""

import json
import re
from copy import deepcopy
from dataclasses import dataclass
from html import unescape
from itertools import count
from pathlib import Path

import conf
import nbformat
from docutils.nodes import make_id
from links import Linker
from lists import MODULES, PARTS, BookError, cover, derived, launch_links, page_of_module, without_bars

from bcs_helpers import words
from bcs_helpers.classroom import ask
from bcs_helpers.classroom.wording import captions, editions, prose
from bcs_helpers.figures import DRAWN
from bcs_helpers.words import FORMULA, translate

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
TRY_IT = re.compile(r"^<!-- try it -->\n## .+?\n\n.+?(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
MARK = re.compile(r"<!-- (\w+) -->")
UNSEEN = ("application/vnd.jupyter.widget-view+json", DRAWN)  # in an output, and for no page
NUMBERS = count()
CAPTION = re.compile(r"(<!-- figure: (\w+) -->\n)\*\*([^*\n]+)\*\*")  # it leads to the figure in a window of its own
# a slider's page uses the script of today, _static/explore.js, not the one of the day on which the chapter was built
MODULE = re.compile(r'(data-vertices=".*)<script type="module">\n.*\nready\("explore-\w+"\);\n</script>', re.DOTALL)
ASKS = re.compile(r'ask\("(\w+)"\)')
ASKED = re.compile(r'<div class="ask-(\w+)" ')
FIGURE = re.compile(
    r'<img alt="([^"]*)"(?: id="(\w+)")?(?: data-columns="([\d. ]+)")? width="\d+" src="data:image/png;base64,([^"]+)">'
)
ROW = re.compile(r"^\|.*$", re.MULTILINE)
KINDS = ("notebooks", "exercises", "solutions")
TRANSLATED = 0.5  # the part of its messages from which on a page is said to be translated


@dataclass
class Page:
    """A page that was a notebook: its cells in English, the same in the language of the book, the figures' names."""

    english: list
    told: list
    metadata: dict

    @property
    def title(self):
        """The page's heading, in the language of the book."""
        return re.search(r"^# (.+)$", self.told[0]["source"], re.MULTILINE)[1]

    @property
    def prose(self):
        """All that is said on it in English, code left out."""
        return "\n\n".join(cell["source"] for cell in self.english if cell["cell_type"] == "markdown")

    def headings(self):
        """(English heading, the same as told, functions defined below it) of each section."""
        found = []
        for cell, told in zip(self.english, self.told, strict=True):
            if cell["cell_type"] == "markdown":
                pair = (re.findall(r"^## (.+)$", c["source"], re.MULTILINE) for c in (cell, told))
                found += [(heading, other, []) for heading, other in zip(*pair, strict=True)]
            elif found:
                found[-1][2].extend(re.findall(r"^def (\w+)", cell["source"], re.MULTILINE))
        return found

    def text(self):
        """The notebook that Sphinx reads."""
        return json.dumps({**self.metadata, "cells": self.told}, ensure_ascii=False)


def gather(source, language="en"):
    """Write all pages of the book in a language into a folder. Only files that differ are written."""
    before = words.language()
    words.use(language)
    try:
        files = made(language)
    finally:
        words.use(before)
    for path in source.rglob("*"):
        if path.is_file() and path.relative_to(source).as_posix() not in files:
            path.unlink()
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        path = source / name
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def made(language):
    """{name: content} of all pages, in the language that is spoken."""
    files, problems = {}, []
    notebooks = collected(language, problems)
    files |= {f"{kind}/{stem}.ipynb": page.text() for (kind, stem), page in notebooks.items()}
    marks = derived(notebooks)
    english, sources = {}, {path.name: path for path in sorted(DOCS.glob("*.md"))}
    for name, path in sources.items():
        english[name] = path.read_text(encoding="utf-8")
        files[name] = MARK.sub(lambda mark: marks[mark[1]], prose.translated(english[name], translate))
    files |= {f"api/{name}.md": page_of_module(name) for name in MODULES}
    files |= {p.relative_to(DOCS).as_posix(): p.read_text(encoding="utf-8") for p in DOCS.glob("problem_set/*/*.py")}
    files["policy.toml"] = (ROOT / "bcs_helpers/classroom/grading/example_policy.toml").read_text(encoding="utf-8")
    files["summary.schema.json"] = (DOCS / "summary.schema.json").read_text(encoding="utf-8")
    files["docs/cover.png"] = cover(language)
    files["pages.json"] = json.dumps(about(notebooks, english), ensure_ascii=False, indent=1)
    if problems:
        raise BookError("\n".join(problems))
    return files


def collected(language, problems):
    """{(kind, stem): page} of all notebooks."""
    stored = {
        (kind, path.stem): json.loads(json.dumps(nbformat.read(path, as_version=4)))  # its texts in one piece
        for kind in KINDS
        for path in sorted((ROOT / kind).glob("*.ipynb"))
    }
    chapters = {stem: nbformat.from_dict(nb) for (kind, stem), nb in stored.items() if kind == "notebooks"}
    numbers = captions.numbers(chapters)
    pages = {}
    for (kind, stem), notebook in stored.items():
        if language != "en":
            with_outputs_of(notebook, editions.home(ROOT, language) / kind / f"{stem}.ipynb")
        cells = cells_of(notebook, kind, stem, problems)
        told = [in_language(cell, language, numbers, stem) for cell in cells]
        notebook["metadata"].pop("widgets", None)  # a page shows the figure's own html, which needs no kernel
        pages[kind, stem] = Page(cells, told, {key: value for key, value in notebook.items() if key != "cells"})
    headings = {
        stem: {heading[0]: (heading, told) for heading, told, _ in page.headings()}
        for (kind, stem), page in pages.items()
        if kind == "notebooks"
    }
    for (kind, stem), page in pages.items():
        link = Linker(stem if kind == "notebooks" else "", headings, language)
        for cell in page.told:
            if cell["cell_type"] == "markdown":
                cell["source"] = link(cell["source"])
    return pages


def with_outputs_of(notebook, path):
    """Put in the outputs of the same notebook in another language, if it was run with the same code."""
    if not path.exists():
        return
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    other = [cell for cell in editions.english(nbformat.read(path, as_version=4)).cells if cell.cell_type == "code"]
    if ["".join(cell["source"]) for cell in code] == [cell.source for cell in other]:
        for cell, ran in zip(code, other, strict=True):
            cell["outputs"] = json.loads(json.dumps(ran.outputs))


def in_language(cell, language, numbers, stem):
    """The cell as the book of a language shows it: its words, the numbers of figures, links to them, bars in tables."""
    cell = deepcopy(cell)
    if cell["cell_type"] == "markdown":
        source = prose.translated(cell["source"], translate)
        source = captions.numbered(source.replace("THIS_STEM", stem), numbers, language)
        source = captions.LINK.sub(lambda link: to_figure(link, numbers), source)
        source = CAPTION.sub(lambda caption: with_link(caption, numbers), source)
        cell["source"] = ROW.sub(lambda row: FORMULA.sub(without_bars, row[0]), source)
    return cell


def with_link(caption, numbers):
    """The number of a figure, which leads to its own window."""
    told = f'<a class="figure" href="../figures/{caption[2]}.html">{caption[3]}</a>'
    return f"{caption[1]}{told}" if caption[2] in numbers else caption[0]


def to_figure(link, numbers):
    """A link to a figure, which has a name of its own and is no heading."""
    if link[2] not in numbers:
        return link[0]
    told = link[0][1:].split("]")[0]
    return f'<a href="{link[1].replace(".ipynb#", ".html#")}">{told}</a>'


def cells_of(notebook, kind, stem, problems):
    """The cells of a page: figures with their alternative text, answers folded; still English."""
    cells = []
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
        if kind == "solutions" and cell["source"].strip() == "progress()":
            continue  # a page of answers knows nobody's progress
        if kind == "exercises" and (asked := ASKS.fullmatch(cell["source"].strip())):
            panel = {"text/html": ask(asked[1])._html(), "text/plain": ""}
            cell["outputs"] = [{"output_type": "display_data", "data": panel, "metadata": {}}]
        if cell["cell_type"] == "markdown":
            cell["source"] = TRY_IT.sub(rf"\g<0>\n\n{PARTS['try']}", cell["source"])
        for part in one_figure_each(cell):
            cells.append(part)
            for alt in alternatives(part):
                part["metadata"]["mystnb"] = {"image": {"alt": alt}}
                if not alt:
                    problems.append(f"{kind}/{stem}: a figure without alternative text: {cell['source'][:60]!r}")
    if kind == "solutions":
        cells = list(folded(cells))
    if kind == "exercises":
        cells.insert(1, markdown(PARTS["exercise"]))
        if conf.repository:
            cells.insert(2, markdown(f"{PARTS['server']}\n\n{launch_links(f'exercises/{stem}.ipynb')}"))
    return cells


def one_figure_each(cell):
    """The cell, and where it shows several figures, a cell without source for each further one."""
    outputs, parts = cell.get("outputs", []), [cell]
    cell["outputs"] = []
    for output in outputs:
        name, columns = name_of(output)
        shown = [as_shown(output)]
        if name:
            wide = f' data-columns="{columns}"' if columns else ""
            place = {"text/html": f'<span id="{name}"{wide}></span>'}
            shown.insert(0, {"output_type": "display_data", "data": place, "metadata": {}})
        if alternatives({"outputs": shown}) and alternatives(parts[-1]):
            more = {"cell_type": "code", "id": f"book-{next(NUMBERS)}", "execution_count": None, "source": ""}
            parts.append(more | {"metadata": {"tags": ["remove-input"]}, "outputs": []})
        parts[-1]["outputs"] += shown
    if cell["cell_type"] == "markdown":
        del cell["outputs"]
    return parts


def name_of(output):
    """The name to which links to a figure lead, and its columns; none of a slider, which carries its own."""
    found = FIGURE.fullmatch("".join(output.get("data", {}).get("text/html", "")))
    return (found[2], found[3]) if found else (None, None)


def as_shown(output):
    """The output as a page shows it: figures as files, formulas of tables set, no widget."""
    data = output.get("data", {})
    for kind in UNSEEN:
        data.pop(kind, None)
    if "text/html" in data:
        html = "".join(data["text/html"])
        if figure := FIGURE.fullmatch(html):
            del data["text/html"]
            data["image/png"] = figure[4]
            output["metadata"] = {"image/png": {"alt": unescape(figure[1])}}
        elif html.startswith("<table"):
            data["text/html"] = FORMULA.sub(set_formula, f'<div class="table-wrapper container">{html}</div>')
        elif asked := ASKED.match(html):  # in the page's language, whatever the notebook's
            data["text/html"] = ask(asked[1])._html()
        else:
            data["text/html"] = MODULE.sub(r"\1", html)
    return output


def set_formula(formula):
    """A formula in HTML, as the book marks what is to be set."""
    return rf'<span class="math notranslate nohighlight">\({formula[0][1:-1]}\)</span>'


def alternatives(cell):
    """The alternative text of each picture that the page will show as a picture; "" where there is none."""
    return [
        output.get("metadata", {}).get("image/png", {}).get("alt", "").strip()
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {}) and "text/html" not in output["data"]
    ]


def markdown(source):
    """A cell of the book's own."""
    return {"cell_type": "markdown", "id": f"book-{next(NUMBERS)}", "metadata": {}, "source": source}


def folded(cells):
    """The cells of a solution, with each run of answers between two marks that fold it."""
    run, opened = [], False
    for cell in [*cells, markdown("")]:
        task = cell["cell_type"] == "markdown" and "## " in cell["source"]
        answer = is_answer(cell)
        cell["source"] = re.sub(r"^ *# (begin|end) solution\n?", "", cell["source"], flags=re.MULTILINE)
        if (
            run and not answer and cell["cell_type"] == "markdown"
        ):  # the run ends; what is no answer at its end stays out
            last = max(i for i, (_, is_one) in enumerate(run) if is_one)
            yield markdown("```{answer} begin\n```")
            yield from (c for c, _ in run[: last + 1])
            yield markdown("```{answer} end\n```")
            yield from (c for c, _ in run[last + 1 :])
            run = []
        opened = opened or task
        if opened and (answer or run):
            run.append((cell, answer))
        elif cell["source"]:
            yield cell


def is_answer(cell):
    return "solution" in cell["metadata"].get("tags", []) or "begin solution" in cell["source"]


def about(notebooks, english):
    """What conf.py has to know of the pages: the English names of their sections, and which are translated."""
    texts = {f"{kind}/{stem}": [c["source"] for c in page.english if c["cell_type"] == "markdown"]
             for (kind, stem), page in notebooks.items()}  # fmt: skip
    texts |= {name.removesuffix(".md"): [text] for name, text in english.items()}
    second = [other for other in conf.LANGUAGES if other != "en"]
    pages = {}
    for name, sources in texts.items():
        messages = [run.text for source in sources for run in prose.runs(source)]
        done = sum(translate(message, other) != message for other in second for message in messages)
        pages[name] = {
            "translated": done >= TRANSLATED * len(messages) * len(second),
            "sections": [make_id(title) for source in sources for title in prose.headings(source)],
        }
    return pages
