"""The lists that the book derives from package, notebooks and README: what stands at the marks <!-- name -->."""

import re
import textwrap
import tomllib
from collections.abc import Mapping
from html import escape
from importlib import import_module
from inspect import getdoc
from pathlib import Path

import conf
import nbformat
import taken
from links import papers
from myst_parser.mdit_to_docutils.base import default_slugify

import bcs_helpers
from bcs_helpers import materials
from bcs_helpers.classroom import course
from bcs_helpers.classroom.building import facts, maps
from bcs_helpers.classroom.wording import editions, prose
from bcs_helpers.words import FORMULA, alternatives, fit, language, say, translate

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
READING = re.compile(r"^## Further reading\n+(.+?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
README = {  # the parts of README.md that are pages' too
    "about": re.compile(r"^# .*?\n(.*?)<!-- about ends -->", re.DOTALL | re.MULTILINE),
    "commands": re.compile(r"^## Begin\n(.*?)^## ", re.DOTALL | re.MULTILINE),
    "map": re.compile(r"<!-- map begins -->\n(.*?)<!-- map ends -->", re.DOTALL),
}
COMMENT = re.compile(r"<!-- .*? -->\n?")
MODULES = [*bcs_helpers.__all__, "explore", "classroom"]


class BookError(Exception):
    """The book cannot be built; the message has a line for each reason."""


# What the book says on many pages, in Markdown.
PARTS = {
    "two hours": "Two hours: how pairing makes a gap, and how large it is",
    "exam": "The exam: the theory and its classic tests, with the exercises",
    "research": "Research: the methods, and where they lead on",
    "try": "Exercises are notebooks, to be solved in JupyterLab: [how to begin](../exercises.md).",
    "exercise": """```{admonition} Solve it in JupyterLab
Nothing runs on this page: `make lab`, then `exercises/THIS_STEM.ipynb`; in Chinese `make lab LANGUAGE=zh`,
then `zh/exercises/THIS_STEM.ipynb`. To read the questions and the answers a phone is enough.

[How hints and feedback work](../exercises.md) · [The answers, explained](../solutions/THIS_STEM.ipynb)
```""",
    "server": "Or on a server:",
    "get": """Download <a href="download/bcs-companion.zip" download>the whole companion</a>, unpack it, open a
terminal in the folder, and take one of these ways.""",
    "repository": "It also stands in [its repository](REPOSITORY).",
    "launch": """With nothing installed, on a server: follow *Binder* or *Colab* in the list below or on an exercise's
page.

- **Binder** sets up the whole companion, which takes some minutes, and forgets your work after a while: download
  the notebook before you leave.
- **Colab** opens the notebook alone. Put the package beside it by running this in a new first cell:

  ```text
  %pip install git+REPOSITORY
  ```""",
}


def part(name):
    """One of these, in the language of the book."""
    return prose.translated(PARTS[name], translate).replace("REPOSITORY", conf.repository)


def without_bars(formula):
    """The same formula without the sign that parts the cells of a table."""
    return formula[0].replace("|", r"\vert ")


def derived(notebooks):
    """What stands at the marks <!-- name --> of the pages in docs/."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    parts = {name: COMMENT.sub("", pattern.search(readme)[1]).strip() for name, pattern in README.items()}
    parts["about"] = maps.SHOWN.sub("", parts["about"])
    parts["commands"] = taken.without_tests(parts["commands"])
    return {
        **{name: prose.translated(text, translate) for name, text in parts.items()},
        "get": "\n\n".join([part("get"), *([part("repository")] if conf.repository else [])]),
        "launch": part("launch") if conf.repository else "",
        "exercises": exercises(notebooks),
        "solutions": solutions(notebooks),
        "cover": f"![{plain(translate(alternatives()[maps.COVER][1]))}](docs/cover.png)",
        "ways": ways(notebooks),
        "take": take(),
        "equations": equations(notebooks),
        "problems": problems(notebooks),
        "reading": reading(notebooks),
        "sources": sources(),
        "modules": modules(),
    }


def table(head, rows):
    lines = ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows)]
    return "\n".join(lines)


def exercises(notebooks):
    names = ["exercise", "tasks", "points", "answers", *(["open on"] if conf.repository else [])]
    head, rows = [translate(name) for name in names], []
    for (kind, stem), page in notebooks.items():
        if kind == "exercises":
            tasks, questions = course.tasks(stem), course.questions(stem)
            points, in_words = (sum(row.points for row in rows) for rows in (tasks, questions))
            row = [f"[{page.title}](exercises/{stem}.ipynb)", str(len(tasks) + len(questions))]
            row.append(say("{points} + {in_words} in words", points=points, in_words=in_words))
            row.append(f"[{translate('answers')}](solutions/{stem}.ipynb)")
            rows.append(row + ([launch_links(f"exercises/{stem}.ipynb")] if conf.repository else []))
    return table(head, rows)


WAYS = {"two hours": "02 03 05", "exam": "02 03 04 05 06 07", "research": "04 05 07 08 09 10 11 13"}
SOLVED = {"exam"}  # the ways whose exercises belong to them
NEEDS = re.compile(r"you need:(.*?)(?: · |\*$)", re.DOTALL | re.MULTILINE)
CHAPTER = re.compile(r"(?<![\d.])(?:0[1-9]|1[0-3])(?![\d.])")  # "(chapter 03) … (04)", but no 0.05
BOX, STEP = (128, 66), (152, 74)  # a chapter of the drawn map, and from one to the next: width, height
LINES = {True: 18, False: 9}  # letters in a line of a box: Latin, Chinese


def needed(page):
    """The numbers of the chapters that a chapter says it needs."""
    told = NEEDS.search(page.prose)
    return sorted(set(CHAPTER.findall(told[1]))) if told else []


def minutes(page):
    return int(re.search(r"<!-- minutes: (\d+) -->", page.prose)[1])


def trusted(numbers, needs):
    """The chapters that a way does not walk through, but that those on it need."""
    return sorted({other for number in numbers for other in needs[number]} - set(numbers))


def ways(notebooks):
    """The chapters as a drawn map, an arrow from each to those that need it, and three ways through as lists."""
    chapters = {stem[:2]: (stem, page) for (kind, stem), page in notebooks.items() if kind == "notebooks"}
    needs = {number: [other for other in needed(page) if other in chapters] for number, (_, page) in chapters.items()}
    lines = [translate("The chapters as a map: an arrow leads from each chapter to those that need it."), ""]
    lines += [f"```{{raw}} html\n{drawn(chapters, needs, lines[0])}\n```", ""]

    def linked(numbers, between):
        return between.join(f"[{number}](notebooks/{chapters[number][0]}.ipynb)" for number in numbers)

    for way, chosen in WAYS.items():
        numbers = chosen.split()
        told = say(
            "- **{way}**: {steps} · {minutes} minutes of reading",
            way=part(way),
            steps=linked(numbers, " → "),
            minutes=sum(minutes(chapters[number][1]) for number in numbers),
        )
        if way in SOLVED:
            solving = sum(facts.minutes_to_solve(chapters[number][0]) for number in numbers)
            told += say(", {minutes} of solving", minutes=solving)
        if rest := trusted(numbers, needs):
            told += say(" · known already or taken on trust: {steps}", steps=linked(rest, ", "))
        lines.append(told)
    return "\n".join(lines)


def drawn(chapters, needs, label):
    """The map as SVG: a column for each step from the beginning, a box with number and title for each chapter."""
    level, behind = {}, {}  # behind: all that a chapter needs, at first or second hand
    for number in chapters:
        level[number] = max((level[other] + 1 for other in needs[number]), default=0)
        behind[number] = set(needs[number]).union(*(behind[other] for other in needs[number]))
    columns = [[number for number in chapters if level[number] == k] for k in range(max(level.values()) + 1)]
    (wide, high), (across, down) = BOX, STEP
    tall = max(len(column) for column in columns)
    place = {
        number: (across * x + 2, round(down * (y + (tall - len(column)) / 2)) + 2)
        for x, column in enumerate(columns)
        for y, number in enumerate(column)
    }
    arrows, boxes = [], []
    for number, (stem, page) in chapters.items():
        x, y = place[number]
        for other in needs[number]:
            if not any(other in behind[another] for another in needs[number]):
                from_x, from_y = place[other]
                arrows.append(f'<path d="M{from_x + wide} {from_y + high // 2}L{x - 5} {y + high // 2}"/>')
        lines = textwrap.wrap(page.title.replace(" · ", " ", 1), LINES[page.title.isascii() or language() == "en"])
        first = y + high / 2 + 4 - 7.5 * (len(lines) - 1)
        told = "".join(
            f'<tspan x="{x + wide / 2:.0f}" y="{first + 15 * k:.1f}">{escape(line)}</tspan>'
            for k, line in enumerate(lines)
        )
        boxes.append(
            f'<a href="notebooks/{stem}.html"><rect x="{x}" y="{y}" width="{wide}" height="{high}" rx="8"/>'
            f'<text style="font-size: 12px">{told}</text></a>'
        )
    tip = 'viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"'
    size = f"{across * (len(columns) - 1) + wide + 4} {down * (tall - 1) + high + 4}"
    return (
        f'<svg class="ways" viewBox="0 0 {size}" role="group" aria-label="{escape(label)}"><defs>'
        f'<marker id="tip" {tip}><path d="M0 0L8 4L0 8z"/></marker></defs>'
        f'<g class="arrows">{"".join(arrows)}</g>{"".join(boxes)}</svg>'
    )


def cover(spoken):
    """The picture of the first page, a PNG: from the language's own notebook where that was run, else the README's."""
    path = editions.home(ROOT, spoken) / "notebooks" / f"{alternatives()[maps.COVER][0]}.ipynb"
    own = maps.cover([nbformat.read(path, as_version=4)]) if spoken != "en" and path.exists() else None
    return own or (DOCS / "cover.png").read_bytes()


def take():
    """What can be taken along."""
    return f'<a href="download/bcs-companion.zip" download>{translate("Download the whole companion")}</a>'


def launch_links(path):
    """A notebook on Binder and on Colab, each by its own convention."""
    where = conf.repository.removeprefix("https://github.com/")
    binder = f"https://mybinder.org/v2/gh/{where}/{conf.branch}?urlpath=lab/tree/{path}"
    colab = f"https://colab.research.google.com/github/{where}/blob/{conf.branch}/{path}"
    return f"[Binder]({binder}) · [Colab]({colab})"


def solutions(notebooks):
    found = [(stem, page) for (kind, stem), page in notebooks.items() if kind == "solutions"]
    return "\n".join(f"- [{page.title}](solutions/{stem}.ipynb)" for stem, page in found)


def link(kind, stem, heading, text):
    return f"[{text}]({kind}/{stem}.ipynb#{default_slugify(heading)})"


def section(notebooks, stem, name):
    """The link to a section of a chapter, given by its English heading with or without the number."""
    for heading, told, _ in notebooks["notebooks", stem].headings():
        if heading.split(" · ", 1)[-1] == name:
            return link("notebooks", stem, told, f"{stem[:2]}.{told}")
    raise BookError(f"docs/textbook.toml: {stem} has no section {name!r}")


def textbook():
    return tomllib.loads((DOCS / "textbook.toml").read_text(encoding="utf-8"))


def equations(notebooks):
    rows = []
    for row in textbook()["equation"]:
        formula = FORMULA.sub(without_bars, translate(row["formula"]))
        rows.append([formula, section(notebooks, row["chapter"], row["section"]), translate(row["book"])])
    return table([translate(name) for name in ("equation", "here", "in the book")], rows)


def problems(notebooks):
    rows = []
    for row in textbook()["problem"]:
        stem = row["chapter"]
        tasks = [t for t in course.tasks() if row["number"] in (t.problem or "").split()]
        places = [
            link(
                "exercises",
                t.chapter,
                told,
                f"{t.chapter.split('_')[0]} · "
                + say("{title} ({points} points)", title=translate(t.title), points=t.points),
            )
            for t in tasks
            if ("exercises", t.chapter) in notebooks
            for _, told, functions in notebooks["exercises", t.chapter].headings()
            if t.name in functions
        ]
        chapter = say("chapter {number}", number=stem[:2])
        rows.append(
            [row["number"], translate(row["about"]), "<br>".join(places) or f"[{chapter}](notebooks/{stem}.ipynb)"]
        )
    return table([translate(name) for name in ("problem", "about", "here")], rows)


def reading(notebooks):
    """The lists under Further reading, chapter by chapter, with the papers as links."""
    parts = []
    for (kind, stem), page in notebooks.items():
        if kind == "notebooks":
            found = READING.search("\n".join(c["source"] for c in page.english if c["cell_type"] == "markdown"))
            if not found:
                raise BookError(f"notebooks/{stem} has no section 'Further reading'")
            parts.append(f"## {page.title}\n\n{papers(prose.translated(found[1].strip(), translate))}")
    return "\n\n".join(parts)


# The quantities of measured.csv as they are written; what has no sign of its own is named as it stands there.
QUANTITIES = {
    "Tc": "$T_c$",
    "theta_D": r"$\theta_D$",
    "gamma": r"$\gamma$",
    "Hc0": "$H_c(0)$",
    "dHc_dT": "$-dH_c/dT$ at $T_c$",
    "Hc2": "$H_{c2}$",
    "parabola_deviation": "deviation of $H_c$ from the parabola",
    "heat_capacity_jump": r"$\Delta C/\gamma T_c$",
    "gap_ratio": r"$2\Delta_0/k_BT_c$",
    "Delta0": r"$\Delta_0$",
    "2 Delta": r"$2\Delta$",
    "gap": "gap",
    "gap_difference": "difference of two gaps",
    "gap_anisotropy": "ratio of two gaps",
    "xi0": r"$\xi_0$",
    "lambda_L": r"$\lambda_L$",
    "lambda0": r"$\lambda(0)$",
    "dlambda_dy": r"$d\lambda/dy$ near $T_c$",
    "kappa": r"$\kappa$",
    "isotope_exponent": r"isotope exponent $\alpha$",
    "Tc_shift": "shift of $T_c$ between isotopes",
    "C_es_prefactor": r"$a$ in $C_{es}/\gamma T_c=ae^{-bT_c/T}$",
    "C_es_exponent": r"$b$ in $C_{es}/\gamma T_c=ae^{-bT_c/T}$",
    "C_es_from": "lowest $T/T_c$ of this fit",
    "C_es_to": "highest $T/T_c$ of this fit",
    "lattice_T3": "coefficient of $T^3$ in the heat capacity",
    "density": "density",
    "atomic_weight": "atomic weight",
    "valence": "valence",
    "isotope mass": "isotope mass",
    "|Delta(3)|": r"$|\Delta^{(3)}|$",
    "sqrt(A) x gap": r"$\sqrt A\,\Delta$",
    "T1 T": "$T_1T$",
    "decrease of T1": "decrease of $T_1$",
    "R_s/R_n at its peak": "$R_s/R_n$ at its peak",
    "Tc/T_F": "$T_c/T_F$",
    "Delta/E_F": r"$\Delta/E_F$",
    "Bertsch parameter": r"Bertsch parameter $\xi$",
    "resonance field": "resonance field",
    "spread of c/v_F": "spread of $c/v_F$",
    "breathing frequency": "breathing frequency",
    "plasmon_dispersion": r"plasmon dispersion $\alpha$",
    "Tc of the triplet": "$T_c$ of the triplet",
    "largest gap": "largest gap",
    "largest BCS gap": "largest BCS gap",
    "k_F of the largest gap": "$k_F$ of the largest gap",
    "decline of surface temperature": "decline of the surface temperature",
    "crust share of the moment of inertia": "crust's share of the moment of inertia",
    "loose share of the moment of inertia": "loose share of the moment of inertia",
    "braking index": "braking index",
    "rise time": "rise time",
    "mass": "mass",
    "charge radius": "charge radius",
    "real part of the pole": "real part of the pole",
    "half width of the pole": "half width of the pole",
    "f_pi": r"$f_\pi$",
    "cube root of <qq> per flavour": r"$|\langle\bar qq\rangle|^{1/3}$ per flavour",
    "cutoff": r"cutoff $\Lambda$",
    "G cutoff^2": r"$G\Lambda^2$",
    "bare quark mass": "bare quark mass $m_0$",
    "constituent mass": "constituent mass $M$",
    "lambda": r"$\lambda$ of the electrons and phonons",
    "phonon peak": "peak of the phonons",
    "phonon end": "highest phonon",
    "Cooper-pair mass/2m_e": "mass of a pair over $2m_e$",
    "v_F": "$v_F$",
    "spin polarisation": "spin polarisation",
    "transparency of the contact": "transparency of the contact",
    "resistivity": "resistivity",
    "lifetime of a current": "lifetime of a current",
}


def sources():
    """Every source of a measured value: its link, what of it was read, and what it gives, by kind."""
    found = {}
    for row in (*materials.all_rows(), *materials.ranges(kind=materials.KINDS)):
        quantities = found.setdefault((row.source, row.kind), {})
        quantities.setdefault(row.quantity, []).append(fit(row.of))
    rows = []
    for (source, kind), quantities in sorted(found.items(), key=lambda item: (item[0][1] == "recalled", item[0])):
        given = [
            f"{FORMULA.sub(without_bars, prose.translated(QUANTITIES[quantity], translate))}: "
            + plain(several(names, kind == "recalled"))
            for quantity, names in quantities.items()
        ]
        rows.append([cited(source), of_kind(kind), read(source), "<br>".join(given)])
    for remark in materials.remarks.values():
        rows.append([cited(remark.source), of_kind(remark.kind), read(remark.source), plain(translate(remark.text))])
    return table([translate(name) for name in ("source", "kind", "read", "gives")], rows)


def of_kind(kind):
    """The kind of a value, which stays on one line."""
    return f'<span class="together">{translate(kind)}</span>'


def read(source):
    """What of a source was read; what its page does not show of authors and journal is no reader's matter."""
    return plain(translate(source.read.partition(";")[0] or "not read"))


def cited(source):
    return f"[{plain(source)}]({source.link})" if source.link else plain(source)


def several(names, all_of_them):
    """The names of what was measured; where one has a comma of its own, semicolons part them."""
    names = list(dict.fromkeys(names))
    sign = say("; ") if any("," in name or "，" in name for name in names) else say(", ", context="names")
    if all_of_them or len(names) < 6:
        return sign.join(names)
    return say("{names} and {number} others", names=sign.join(names[:3]), number=len(names) - 3)


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
