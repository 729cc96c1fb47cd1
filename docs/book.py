"""make book: the web book in build/book, from the notebooks as they stand. Nothing is executed.

1. gather   notebooks, docs and what is derived from them (references, index, API) into build/source
2. sphinx   a site for each language, side by side; any warning ends it
3. assemble English in build/book, Chinese in build/book/zh
4. search   Pagefind's index of the pages, for each language
5. check    every link, anchor and alternative text of the finished site

`--gettext` brings the catalogues of docs/locale up to date instead; `--gettext notebooks/06_thermodynamics` begins one.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from functools import partial
from html.parser import HTMLParser
from importlib import import_module
from inspect import getdoc
from itertools import count
from pathlib import Path
from struct import unpack
from urllib.parse import unquote, urlsplit

DOCS = Path(__file__).resolve().parent
ROOT, LOCALE = DOCS.parent, DOCS / "locale"
sys.path[:0] = [str(DOCS), str(ROOT)]
import conf  # noqa: E402
from myst_parser.mdit_to_docutils.base import default_slugify  # noqa: E402
from sphinx_intl.catalog import load_po  # noqa: E402

import bcs_helpers  # noqa: E402
from bcs_helpers import materials  # noqa: E402
from bcs_helpers.classroom import course  # noqa: E402

TRY_IT = re.compile(r"^<!-- try it -->\n## .+?\n\n.+?(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
HOW_TO_SOLVE = re.compile(r"\n\n<!-- how to solve -->\n.+?(?=\n\n|\Z)", re.DOTALL)
IMAGE = re.compile(r'<img ([^>]*src="([^":]+\.png)")')
WIDGET = "application/vnd.jupyter.widget-view+json"
NUMBERS = count()
# a slider's page uses the script of today, not the one of the day on which the chapter was built
SCRIPT = (ROOT / "bcs_helpers" / "explore.js").read_text(encoding="utf-8")
MODULE = re.compile(r'(<script type="module">\n)(.*)(\nready\("explore-\w+"\);\n</script>)', re.DOTALL)
ROW, FORMULA = re.compile(r"^\|.*$", re.MULTILINE), re.compile(r"\$[^$]+\$")
LANGUAGES = {"en": "", "zh_CN": "zh"}  # and the folder of each inside the site
KINDS = ("notebooks", "exercises", "solutions")
MODULES = [name for name in bcs_helpers.__all__] + ["explore", "classroom"]


class BookError(Exception):
    """The book cannot be built; the message has a line for each reason."""


# ---- 1 · gather -----------------------------------------------------------------------------------------------


def gather(source):
    """All pages of the book in a folder that Sphinx can read. Only files that differ are written."""
    files, problems, notebooks = {}, [], {}
    for path in sorted(p for kind in KINDS for p in (ROOT / kind).glob("*.ipynb")):
        notebooks[path.parent.name, path.stem] = notebook = json.loads(path.read_text(encoding="utf-8"))
        files[path.relative_to(ROOT).as_posix()] = page_of(notebook, path.parent.name, path.stem, problems)
    marks = derived(notebooks)
    for path in DOCS.glob("*.md"):
        files[path.name] = re.sub(r"<!-- (\w+) -->", lambda m: marks[m[1]], path.read_text(encoding="utf-8"))
    files |= {f"api/{name}.md": page_of_module(name) for name in MODULES}
    files |= {p.relative_to(DOCS).as_posix(): p.read_text(encoding="utf-8") for p in DOCS.glob("problem_set/*/*.py")}
    files["README.md"] = (ROOT / "README.md").read_text(encoding="utf-8")
    files["docs/cover.png"] = (DOCS / "cover.png").read_bytes()
    if problems:
        raise BookError("\n".join(problems))
    for path in source.rglob("*"):
        if path.is_file() and path.relative_to(source).as_posix() not in files:
            path.unlink()
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        path = source / name
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def page_of(notebook, kind, stem, problems):
    """The text of a notebook as a page: numbered title, figures with their alternative text, answers folded."""
    notebook["metadata"].pop("widgets", None)  # a page shows the figure's own html, which needs no kernel
    cells = []
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
        if kind == "solutions" and cell["source"].strip() == "progress()":
            continue  # a page of answers knows nobody's progress
        if cell["cell_type"] == "markdown":
            cell["source"] = ROW.sub(lambda row: FORMULA.sub(without_bars, row[0]), cell["source"])
            cell["source"] = TRY_IT.sub(rf"\g<0>\n\n{TRY}", cell["source"])
        for part in one_figure_each(cell):
            cells.append(part)
            for alt in alternatives(part):
                part["metadata"]["mystnb"] = {"image": {"alt": alt}}
                if not alt:
                    problems.append(f"{kind}/{stem}: a figure without alternative text: {cell['source'][:60]!r}")
    notebook["cells"] = cells
    first = notebook["cells"][0]
    first["source"] = re.sub(r"^# ", f"# {stem[:3].rstrip('_')} · ", first["source"])
    if kind == "solutions":
        first["source"] = re.sub(r"^(# .+?)(: tasks)?$", r"\1: answers", first["source"], count=1, flags=re.MULTILINE)
        first["source"] = HOW_TO_SOLVE.sub("", first["source"])
        notebook["cells"] = list(folded(notebook["cells"]))
    if kind == "exercises":
        launched = f" Or on a server: {launch_links(f'exercises/{stem}.ipynb')}." if conf.repository else ""
        notebook["cells"].insert(1, markdown(EXERCISE.format(stem=stem, launch=launched)))
    return json.dumps(notebook, ensure_ascii=False)


def one_figure_each(cell):
    """The cell, and where it shows several figures, a cell without source for each further one."""
    outputs, parts = cell.get("outputs", []), [cell]
    cell["outputs"] = []
    for output in outputs:
        data = output.get("data", {})
        data.pop(WIDGET, None)
        if "text/html" in data:
            data["text/html"] = MODULE.sub(lambda m: m[1] + SCRIPT + m[3], "".join(data["text/html"]))
        parts[-1]["outputs"].append(output)
        if len(alternatives(parts[-1])) > 1:
            parts[-1]["outputs"].pop()
            more = {"cell_type": "code", "id": f"book-{next(NUMBERS)}", "execution_count": None, "source": ""}
            parts.append(more | {"metadata": {"tags": ["remove-input"]}, "outputs": [output]})
    if cell["cell_type"] == "markdown":
        del cell["outputs"]
    return parts


def alternatives(cell):
    """The alternative text of each picture that the page will show as a picture; "" where there is none."""
    return [
        output.get("metadata", {}).get("image/png", {}).get("alt", "").strip()
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {}) and "text/html" not in output["data"]
    ]


def without_bars(formula):
    """The same formula without the sign that parts the cells of a table."""
    return formula[0].replace("|", r"\vert ")


TRY = "Exercises are notebooks, to be solved in JupyterLab: [how to begin](../exercises.md)."
EXERCISE = """```{{admonition}} Solve it in JupyterLab
Nothing runs on this page: `make lab`, then `exercises/{stem}.ipynb`.{launch}
[How hints and feedback work](../exercises.md) · [The answers, explained](../solutions/{stem}.ipynb)
```"""


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


# ---- lists derived from the package and the notebooks ---------------------------------------------------------


def derived(notebooks):
    """What stands at the marks <!-- name --> of the pages in docs/."""
    return {
        "get": GET.format(f"from [its repository]({conf.repository})" if conf.repository else "from your teacher"),
        "launch": launch(),
        "exercises": exercises(notebooks),
        "solutions": solutions(notebooks),
        "equations": equations(notebooks),
        "problems": problems(notebooks),
        "reading": reading(notebooks),
        "sources": sources(),
        "modules": modules(),
    }


def table(head, rows):
    lines = ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows)]
    return "\n".join(lines)


def launch():
    if not conf.repository:
        return ""
    return LAUNCH.format(repository=conf.repository)


GET = "Get the project's folder {}, open a terminal in it, and take one of these ways."
LAUNCH = """With nothing installed, on a server: follow *Binder* or *Colab* in the list below or on an exercise's page.

- **Binder** sets up the whole companion, which takes some minutes, and forgets your work after a while: download
  the notebook before you leave.
- **Colab** opens the notebook alone. Put the package beside it by running this in a new first cell:

  ```text
  %pip install git+{repository}
  ```"""


def title_of(notebook):
    return re.search(r"^# (.+)$", notebook["cells"][0]["source"], re.MULTILINE)[1]


def exercises(notebooks):
    head = ["exercise", "tasks", "points", "answers"] + (["open on"] if conf.repository else [])
    rows = []
    for (kind, stem), notebook in notebooks.items():
        if kind == "exercises":
            tasks = course.tasks(stem)
            words = course.questions(stem)
            points = f"{sum(t.points for t in tasks)} + {sum(t.points for t in words)} in words"
            row = [f"[{title_of(notebook)}](exercises/{stem}.ipynb)", str(len(tasks) + len(words)), points]
            row.append(f"[answers](solutions/{stem}.ipynb)")
            rows.append(row + ([launch_links(f"exercises/{stem}.ipynb")] if conf.repository else []))
    return table(head, rows)


def launch_links(path):
    """A notebook on Binder and on Colab, each by its own convention."""
    where = conf.repository.removeprefix("https://github.com/")
    binder = f"https://mybinder.org/v2/gh/{where}/{conf.branch}?urlpath=lab/tree/{path}"
    colab = f"https://colab.research.google.com/github/{where}/blob/{conf.branch}/{path}"
    return f"[Binder]({binder}) · [Colab]({colab})"


def solutions(notebooks):
    return "\n".join(
        f"- [{title_of(notebook)}](solutions/{stem}.ipynb)"
        for (kind, stem), notebook in notebooks.items()
        if kind == "solutions"
    )


def headings(notebook):
    """(heading, functions defined below it) of each section."""
    found = []
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            found += [(line, []) for line in re.findall(r"^## (.+)$", cell["source"], re.MULTILINE)]
        elif found:
            found[-1][1].extend(re.findall(r"^def (\w+)", cell["source"], re.MULTILINE))
    return found


def link(kind, stem, heading, text):
    return f"[{text}]({kind}/{stem}.ipynb#{default_slugify(heading)})"


def section(notebooks, stem, name):
    """The link to a section of a chapter, given by its heading with or without the number."""
    for heading, _ in headings(notebooks["notebooks", stem]):
        if heading.split(" · ", 1)[-1] == name:
            return link("notebooks", stem, heading, f"{stem[:2]}.{heading}")
    raise BookError(f"docs/textbook.toml: {stem} has no section {name!r}")


def textbook():
    return tomllib.loads((DOCS / "textbook.toml").read_text(encoding="utf-8"))


def equations(notebooks):
    rows = []
    for row in textbook()["equation"]:
        formula = FORMULA.sub(without_bars, row["formula"])
        rows.append([formula, section(notebooks, row["chapter"], row["section"]), row["book"]])
    return table(["equation", "here", "in the book"], rows)


def problems(notebooks):
    rows = []
    for row in textbook()["problem"]:
        stem = row["chapter"]
        tasks = [t for t in course.tasks() if row["number"] in (t.problem or "").split()]
        places = [
            link("exercises", t.chapter, heading, f"{t.title} ({t.points} points)")
            for t in tasks
            for heading, functions in headings(notebooks.get(("exercises", t.chapter), {"cells": []}))
            if t.name in functions
        ]
        here = "<br>".join(places) or f"[chapter {stem[:2]}](notebooks/{stem}.ipynb)"
        rows.append([row["number"], row["about"], here])
    return table(["problem", "about", "here"], rows)


def reading(notebooks):
    """The lists under Further reading, chapter by chapter."""
    parts = []
    for (kind, stem), notebook in notebooks.items():
        text = "\n".join(cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "markdown")
        found = re.search(r"^## Further reading\n+(.+?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
        if kind == "notebooks":
            if not found:
                raise BookError(f"notebooks/{stem} has no section 'Further reading'")
            parts.append(f"## {title_of(notebook)}\n\n{found[1].strip()}")
    return "\n\n".join(parts)


def sources():
    """Every source of a measured value: its link, what of it was read, and what it gives, by kind."""
    found = {}
    for row in (*materials.all_rows(), *materials.ranges(kind=materials.KINDS)):
        quantities = found.setdefault((row.source, row.kind), {})
        quantities.setdefault(row.quantity.replace("_", " "), []).append(row.of)
    rows = []
    for (source, kind), quantities in sorted(found.items(), key=lambda item: (item[0][1] == "recalled", item[0])):
        shown = ", ".join if kind == "recalled" else several
        given = "; ".join(f"{quantity} of {shown(names)}" for quantity, names in quantities.items())
        cited = f"[{plain(source)}]({source.link})" if source.link else plain(source)
        rows.append([cited, kind, plain(source.read) or "not read", plain(given)])
    for remark in materials.remarks.values():
        cited = f"[{plain(remark.source)}]({remark.source.link})" if remark.source.link else plain(remark.source)
        rows.append([cited, remark.kind, plain(remark.source.read), plain(remark.text)])
    return table(["source", "kind", "read", "gives"], rows)


def several(names):
    names = list(dict.fromkeys(names))
    return ", ".join(names) if len(names) < 6 else f"{', '.join(names[:3])} and {len(names) - 3} others"


def plain(text):
    """Text in which Markdown finds nothing to do."""
    return re.sub(r"([\\`*_|$<>\[\]])", r"\\\1", text)


def modules():
    """A line for each module of the package, and its page in the list of contents."""
    lines = [f"- [`{name}`](api/{name}.md): {first_line(name)}" for name in MODULES]
    names = "\n".join(f"api/{name}" for name in MODULES)
    return "\n".join(lines) + f"\n\n```{{toctree}}\n:hidden:\n\n{names}\n```"


def first_line(name):
    return plain(getdoc(import_module(f"bcs_helpers.{name}")).split("\n\n")[0].replace("\n", " "))


def page_of_module(name):
    """The page of a module: its docstrings, the numbers of `units`, and of tables only what they are."""
    module = import_module(f"bcs_helpers.{name}")
    tables = [n for n in getattr(module, "__all__", ()) if isinstance(getattr(module, n), Mapping | tuple)]
    lines = [f".. automodule:: bcs_helpers.{name}", "   :members:"]
    lines += [f"   :exclude-members: {', '.join(tables)}"] if tables else []
    for table_name in tables:
        lines += ["", f".. autodata:: bcs_helpers.{name}.{table_name}", "   :no-value:"]
    page = "\n".join([f"# `{name}`", "", "```{eval-rst}", *lines, "```", ""])
    if name == "units":
        numbers = [(n, value) for n, value in vars(module).items() if isinstance(value, float) and n != "pi"]
        page += "\n" + table(["name", "value"], [[f"`{n}`", f"{value:.10g}"] for n, value in numbers]) + "\n"
    return page


# ---- 2 · sphinx -----------------------------------------------------------------------------------------------


def sphinx(source, build, languages=tuple(LANGUAGES)):
    """The site of each language, all at the same time."""
    running = []
    for language in languages:
        out = build / language
        shutil.rmtree(out, ignore_errors=True)  # Sphinx does not see that a hook of conf.py has changed
        command = [sys.executable, "-m", "sphinx", "-b", "html", "-W", "--keep-going", "-n", "-q", "-c", str(DOCS)]
        command += ["-d", str(out / "doctrees"), "-D", f"language={language}", str(source), str(out / "html")]
        running.append(subprocess.Popen(command, cwd=ROOT))
    if any([process.wait() for process in running]):
        raise BookError("Sphinx warned; see above")


# ---- 3 · assemble ---------------------------------------------------------------------------------------------


def assemble(build, site):
    shutil.rmtree(site, ignore_errors=True)
    leave = shutil.ignore_patterns(".buildinfo*", "objects.inv")
    for language, folder in LANGUAGES.items():
        shutil.copytree(build / language / "html", site / folder, dirs_exist_ok=True, ignore=leave)
    (site / ".nojekyll").touch()
    for path in site.rglob("*.html"):
        text = IMAGE.sub(partial(sized, path.parent), path.read_text(encoding="utf-8"))
        text = re.sub(r'(<dt id="term-[^>]*>[^<]* — )([^<]+)', r'\1<span lang="zh-CN">\2</span>', text)
        path.write_text(text, encoding="utf-8")


def sized(folder, image):
    """The start of the same <img> with its size, so that nothing moves when it comes, and a mark if it is wide."""
    width, height = unpack(">II", (folder / image[2]).read_bytes()[16:24])
    return f"<img {'class=wide ' if width > 900 else ''}width={width} height={height} {image[1]}"


# ---- 4 · search -----------------------------------------------------------------------------------------------


def index_for_search(site, work):
    """An index for each language: its own pages, and the other language's of those that are translated."""
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    english = {name for name in pages if not name.startswith("zh/")}
    both = {name for name in english if 'data-pagefind-body lang="en"' not in pages[f"zh/{name}"]}
    wanted = {"": english | {f"zh/{name}" for name in both}, "zh": (pages.keys() - english) | both}
    shutil.rmtree(work, ignore_errors=True)
    for folder, names in wanted.items():
        for name in names:
            path = work / folder / "site" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(searchable(pages[name]), encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", str(work / folder / "site"), "--force-language", "en"]
        command += ["--output-path", str(site / folder / "pagefind"), "--exclude-selectors", ".headerlink", "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise BookError(f"Pagefind failed:\n{done.stdout}{done.stderr}")


def searchable(page):
    """The page as Pagefind needs it: an anchor is a heading with an id, and a Chinese character is a word.

    (Its own division of Chinese into words is not the browser's, so that a word would not find itself.)
    """
    page = re.sub(r'(<section[^>]* id="([^"]+)"[^>]*>(?:<span[^>]*></span>|\s)*<h\d)>', r'\1 id="\2">', page)
    page = re.sub(r'<dt( class="sig[^>]*| id="term-[^>]*)>(.*?)</dt>', r"<h3\1>\2</h3>", page, flags=re.DOTALL)
    return re.sub(r"[\u4e00-\u9fff](?![^<>]*>)", r" \g<0> ", page)


# ---- 5 · check ------------------------------------------------------------------------------------------------


class Page(HTMLParser):
    """The anchors of a page, where it leads, what it loads, and its images without alternative text."""

    def __init__(self, text):
        super().__init__()
        self.anchors, self.links, self.loads, self.bare = set(), set(), set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.anchors |= {attributes[key] for key in ("id", "name") if attributes.get(key)}
        if href := attributes.get("href"):
            (self.links if tag == "a" or attributes.get("rel") == "canonical" else self.loads).add(href)
        if src := attributes.get("src"):
            self.loads.add(src)
        if tag == "img" and not (attributes.get("alt") or "").strip():
            self.bare.append(attributes.get("src", "")[:80])


def check(site):
    """A line for every link that leads nowhere, everything asked for elsewhere, every image without words."""
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    faults = []
    for path, page in pages.items():
        here = path.relative_to(site).as_posix()
        faults += [f"{here}: an image without alternative text, {src}" for src in page.bare]
        faults += [f"{here}: loads from elsewhere, {url}" for url in page.loads if urlsplit(url).netloc]
        for link in page.links | page.loads:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if target.is_dir():
                target /= "index.html"
            if not target.exists():
                faults.append(f"{here}: leads nowhere, {link}")
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
                faults.append(f"{here}: no such place in the page, {link}")
    return sorted(faults)


# ---- translation ----------------------------------------------------------------------------------------------


def templates(source, build, pages=()):
    """What can be translated of the pages that have a catalogue, and of `pages`: a folder of .pot files."""
    everything, wanted = build / "gettext", build / "pot"
    command = [sys.executable, "-m", "sphinx", "-b", "gettext", "-q", "-c", str(DOCS)]
    if subprocess.run([*command, "-d", str(build / "doctrees"), str(source), str(everything)], cwd=ROOT).returncode:
        raise BookError("Sphinx could not extract the messages; see above")
    shutil.rmtree(wanted, ignore_errors=True)
    folder = LOCALE / "zh_CN" / "LC_MESSAGES"
    begun = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.po")}
    for name in {*pages, *begun} - {"sphinx"}:
        if not (everything / f"{name}.pot").exists():
            raise BookError(f"docs/locale: {name} is no page of the book")
        (wanted / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(everything / f"{name}.pot", wanted / f"{name}.pot")
    return wanted


def update_catalogues(locale, pots):
    """Bring the catalogues in step with the pages; what has to be translated again, a line each."""
    command = [sys.executable, "-m", "sphinx_intl", "update", "-l", "zh_CN", "-w", "0", "-j", "1"]
    subprocess.run([*command, "-d", str(locale), "-p", str(pots)], check=True, stdout=subprocess.DEVNULL)
    stale = []
    for path in sorted(locale.rglob("*.po")):
        catalogue = load_po(str(path))
        changed = [message.id for message in catalogue if message.id and message.fuzzy]
        gone = [message.id for message in catalogue.obsolete.values() if message.string]
        stale += [f"{path.relative_to(locale).as_posix()}: changed, {text[:70]!r}" for text in changed]
        stale += [f"{path.relative_to(locale).as_posix()}: gone, {text[:70]!r}" for text in gone]
    return stale


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--build", type=Path, default=ROOT / "build", help="the folder to work in")
    options.add_argument(
        "--gettext", nargs="*", metavar="PAGE", help="update the catalogues, and begin one for each page"
    )
    chosen = options.parse_args()
    build = chosen.build.resolve()
    source, site = build / "source", build / "book"
    try:
        gather(source)
        if chosen.gettext is not None:
            stale = update_catalogues(LOCALE, templates(source, build, chosen.gettext))
            print(*stale, "To be translated again." if stale else "Every translation fits its page.", sep="\n")
            return
        sphinx(source, build)
        assemble(build, site)
        index_for_search(site, build / "search")
        if faults := check(site):
            raise BookError("\n".join(faults))
    except BookError as error:
        sys.exit(f"{error}\nThe book was not built.")
    print(f"The book stands in {os.path.relpath(site)}. To read it: python -m http.server -d {os.path.relpath(site)}")


if __name__ == "__main__":
    main()
