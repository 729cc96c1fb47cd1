"""Settings of the web book. `docs/book.py` gathers the sources and runs Sphinx with them: `make book`."""

import inspect
import json
import os
import re
import sys
from dataclasses import is_dataclass
from html import escape
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from shutil import copy, copytree
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from docutils import nodes
from docutils.parsers.rst import Directive

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE))
from formulas import tex  # noqa: E402

import bcs_helpers  # noqa: E402
from bcs_helpers import panel  # noqa: E402
from bcs_helpers.classroom.wording.rooms import of_template  # noqa: E402
from bcs_helpers.words import translate  # noqa: E402

project = "The BCS companion"
author = "The BCS companion's authors"
version = release = bcs_helpers.__version__
language = "en"

# Where the project lives, once it does: with an address, each notebook can be opened on Binder and Colab.
repository = os.environ.get("BOOK_REPOSITORY", "")  # https://github.com/owner/name
branch = os.environ.get("BOOK_BRANCH") or "main"

# Where the site stands on its server: a page that is not there may be asked for at any depth.
address = urlsplit(os.environ.get("BOOK_ADDRESS", ""))  # https://owner.github.io/name/
prefix = f"{address.path.rstrip('/')}/"

RELEASED = re.search(r"^date-released: (\d{4})", (HERE.parent / "CITATION.cff").read_text(encoding="utf-8"), re.M)

LANGUAGES = {"en": "", "zh_CN": "zh"}  # and the folder of each inside the site

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.mathjax"]
extensions += ["sphinx_copybutton", "notfound.extension"]
exclude_patterns = ["README.md"]
templates_path = ["_templates"]
default_role = "code"
nitpicky = True
suppress_warnings = ["config.cache"]

nb_execution_mode = "off"  # what is shown is what `bcs build` ran and stored
nb_merge_streams = True
nb_render_markdown_format = "myst"  # formulas in what `check` says
myst_enable_extensions = ["dollarmath", "amsmath", "attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3
myst_dmath_double_inline = True

autodoc_member_order = "bysource"
autodoc_typehints = "none"
napoleon_google_docstring = False
napoleon_use_param = napoleon_use_rtype = False
napoleon_attr_annotations = False  # the docstrings say it
napoleon_custom_sections = [(name, "notes_style") for name in ("Returns", "Raises", "Source")]
add_module_names = False

# Words of the theme that Sphinx does not bring in Chinese; those of docs/_templates are found there.
THEME = (
    *("Next", "Previous", "On this page", "Skip to content", "Back to top", "Home", "Made with"),
    *("Toggle Light / Dark / Auto color theme", "Toggle site navigation sidebar", "Toggle table of contents sidebar"),
)
WORDS = TemporaryDirectory()


def theme_words(folder):
    """Write the words of theme and templates, out of the catalogues of all words, where Sphinx looks for them."""
    templates = [text for path in sorted(HERE.glob("_templates/*.html")) for _, text in of_template(path)]
    for language in LANGUAGES:
        catalogue = Catalog(locale=language)
        for text in (*templates, *THEME):
            if (told := translate(text, language)) != text:
                catalogue.add(text, told)
                catalogue.add(f"{text} ", f"{told} ")  # as the theme writes “Made with ”
        path = Path(folder, language, "LC_MESSAGES", "sphinx.mo")
        path.parent.mkdir(parents=True)
        with path.open("wb") as file:
            write_mo(file, catalogue)
    return folder


locale_dirs = [theme_words(WORDS.name)]

html_theme = "furo"
html_favicon = "_static/favicon.svg"
html_static_path = ["_static"]
html_css_files = ["book.css"]
html_js_files = ["old.js", ("explore.js", {"defer": "defer"}), ("book.js", {"defer": "defer"})]
html_additional_pages = {"search": "search.html"}  # Pagefind's, see templates
html_show_sourcelink = html_copy_source = html_show_sphinx = False
html_permalinks_icon = "#"
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
copybutton_selector = "div.highlight pre, .cite pre"
copybutton_exclude = ".linenos, .gp, .go"

pygments_style, pygments_dark_style = "a11y-high-contrast-light", "a11y-high-contrast-dark"

# Mathematics: MathJax from a Python package, with its fonts, so that a page asks nobody on the net.
MATHJAX = Path(find_spec("sphinx-mathjax-offline").origin).parent / "static" / "mathjax"
MATHJAX_PARTS = ["core", "input/tex", "output/chtml", "a11y/assistive-mml"]
mathjax_path = "mathjax/startup.js"
mathjax3_config = {
    "loader": {"load": MATHJAX_PARTS},  # without the menu, a third of the whole
    "options": {"enableAssistiveMml": True},
}


def write_explore(app):
    """The script of the sliders for all pages: as a plain script, since a page opened from a disk loads no module."""
    if app.builder.format == "html":
        script = panel.script(HERE.parent / "bcs_helpers" / "explore.js")
        script = re.sub(r"^export default .*$", "", re.sub(r"^export (?!default)", "", script, flags=re.M), flags=re.M)
        begin = 'for (const host of document.querySelectorAll("[data-vertices]")) ready(host.classList[0]);'
        path = Path(app.outdir, "_static", "explore.js")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"(() => {{\n{script}\n{begin}\n}})();\n", encoding="utf-8")


def copy_mathjax(app):
    """What a page may ask for: the parts of the script, the fonts, and the rarer TeX macros."""
    if app.builder.format == "html":
        target = app.outdir / "_static" / "mathjax"
        for folder in ("output/chtml/fonts/woff-v2", "input/tex/extensions"):
            copytree(MATHJAX / folder, target / folder)
        for name in ("startup", "output/chtml/fonts/tex", *MATHJAX_PARTS):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            copy(MATHJAX / f"{name}.js", target / f"{name}.js")


LISTED = re.compile(r"^(\s*)(\(?(?:\w|#)+[.)]\s)")  # "C. W. J. Beenakker" begins no list
MARKUP = re.compile(r"`[^`]*`|\*\w+\*|[*|\\]|_(?=\W|$)")  # code and emphasis are meant; single signs are not


FORMULA = re.compile(r"`[^`]*`|\$[^$]+\$|[^`$]+|[`$]")


def _set(part):
    """A part of a line: a formula as mathematics, code as it is, words with every sign that is none of ours escaped."""
    if part[0] == "$" and len(part) > 1:
        return f":math:`{tex(part[1:-1])}`"
    return part if part[0] == "`" else MARKUP.sub(lambda sign: sign[0] if len(sign[0]) > 1 else "\\" + sign[0], part)


def plain_docstring(app, what, name, obj, options, lines):
    """Our docstrings are plain text: no sign in them is markup, `x : meaning` begins an item, `$…$` is a formula."""
    section, told, code = "", [], False
    for line, below in pairwise([*lines, ""]):
        if re.fullmatch(r"-{3,}", below.strip()):
            section = line.strip()
        code = bool(line.strip()) and (code or line.startswith(">>>"))
        if not code:
            line = LISTED.sub(r"\1\\\2", FORMULA.sub(lambda part: _set(part[0]), line))
            line = re.sub(r"(:math:`[^`]*`)(?=\w)", r"\1\\ ", line)
        item = re.fullmatch(r"(\S[^:]*) : (.+)", line)
        if section == "Parameters" and item:
            told += [item[1], f"    {item[2]}{'.' if below.strip()[:1].isupper() else ''}"]  # the type, then a sentence
        elif section == "Raises" and item:
            told += ["", f"**{item[1]}**: {item[2]}"]
        else:
            told.append(line.strip() if section in {"Returns", "Raises", "Source"} else line)
    lines[:] = told


def whole_signature(app, what, name, obj, options, signature, returns):
    """A dataclass takes its fields, also where its __new__ looks at some of them alone."""
    if what != "class" or not is_dataclass(obj) or "*_" not in (signature or ""):
        return None
    _, *parameters = inspect.signature(obj.__init__).parameters.values()
    return str(inspect.Signature([p.replace(annotation=p.empty) for p in parameters])), returns


def own_words(app, config):
    """The title, the licence and the words about code, in the book's language."""
    config.html_title = translate("The BCS companion", config.language)
    config.copyright = translate("text and figures CC BY 4.0, code MIT", config.language)
    config.nb_code_prompt_show = translate("Show code cell source", config.language)
    config.nb_code_prompt_hide = translate("Hide code cell source", config.language)


def whole_site(app, config):
    """The page that stands for missing ones, with links from the site's root."""
    config.notfound_urls_prefix = prefix + (f"{LANGUAGES[config.language]}/" if LANGUAGES[config.language] else "")
    title = translate("This page does not exist", config.language)
    told = translate(
        "The address may be old or mistyped. [The map](index.html) and [the search](search.html) lead on.",
        config.language,
    )
    told = re.sub(r"\[(.+?)\]\((.+?)\)", rf'<a href="{config.notfound_urls_prefix}\2">\1</a>', told)
    config.notfound_context = {"title": title, "body": f"<h1>{title}</h1><p>{told}</p>"}


def english_anchors(app, doctree):
    """A section has the same anchor in every language, in addresses and in links: its English heading gives it."""
    name, sections = app.env.docname, list(doctree.findall(nodes.section))
    anchors = pages_of(app).get(name, {}).get("sections", [])
    if app.config.language == "en" or len(anchors) != len(sections):
        return
    renamed = {}
    for section, anchor in zip(sections, anchors, strict=True):
        if anchor and anchors.count(anchor) == 1:
            renamed[section["ids"][0]] = anchor
            section["ids"] = [anchor, *section["ids"][1:]]
    slugs = app.env.metadata[name].get("myst_slugs", {})
    ours = {slug: [line, renamed.get(anchor, anchor), title] for slug, (line, anchor, title) in slugs.items()}
    app.env.metadata[name]["myst_slugs"] = {place[1]: place for place in ours.values()} | ours


def pages_of(app):
    """What pages.py tells of each page."""
    path = Path(app.srcdir, "pages.json")
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def index_told(entries, language):
    """The entries of the index with Sphinx's word for a module, which it leaves English, in this language."""
    told = {"module": translate("module", language)}

    def named(name, rest):
        links, below, *more = rest
        return told.get(name, name), [links, [(told.get(other, other), places) for other, places in below], *more]

    return [(letter, [named(name, rest) for name, rest in group]) for letter, group in entries]


def page_context(app, pagename, templatename, context, doctree):
    """The way to the same page in the other language, and whether this one is translated."""
    headings = context.get("furo_navigation_tree", "")
    context["furo_navigation_tree"] = headings.replace('role="heading"', 'role="heading" aria-level="2"')
    english = app.config.language == "en"
    pages = pages_of(app)
    context["translated"] = english or doctree is None or pages.get(pagename, {}).get("translated", False)
    context["offered"] = english and pages.get(pagename, {}).get("translated", False)  # to a Chinese browser
    up = "../" * (pagename.count("/") + (not english))
    context["other_page"] = f"{up if pagename != '404' else prefix}{'zh/' if english else ''}{pagename}.html"
    context["site_address"] = address.geturl().rstrip("/")
    context["key"] = re.sub(r"\W+", "_", f"bcs_companion_{pagename}{'' if english else '_zh'}")
    context["year"] = RELEASED[1]
    if not english and pagename == "genindex":
        context["genindexentries"] = index_told(context["genindexentries"], app.config.language)
    context["metatags"] = ""  # Sphinx repeats a line of the theme's
    if doctree and (text := description(doctree, pagename)):
        context["metatags"] += f'<meta name="description" content="{escape(text)}">\n'
    if pages.get(pagename, {}).get("translated", False):
        here, there = ("en", "zh-CN") if english else ("zh-CN", "en")
        for language, page in ((here, f"{pagename.split('/')[-1]}.html"), (there, context["other_page"])):
            context["metatags"] += f'<link rel="alternate" hreflang="{language}" href="{page}">\n'
    context["ranks_lower"] = pagename.split("/")[0] in {"api", "exercises", "solutions"}


def description(doctree, pagename):
    """The first paragraph in plain words: of a chapter what will be seen, of an exercise its first question."""
    sections = list(doctree.findall(nodes.section))
    first = sections[1] if pagename.startswith(("exercises/", "solutions/")) else doctree
    for paragraph in first.findall(nodes.paragraph):
        text = " ".join(re.sub(r"<[^>]*>", "", paragraph.astext()).split())  # a term of the glossary is a link
        told = isinstance(paragraph.parent, nodes.section) and not isinstance(paragraph[0], nodes.emphasis)
        if told and len(text.encode()) > 60 and "\\" not in text:
            return text
    return ""


def setup(app):
    """The hooks above, and the two marks that fold an answer."""

    class Answer(Directive):
        """`{answer} begin` … `{answer} end`: what stands between is shown after a click."""

        required_arguments = 1

        def run(self):
            words = translate("Show the answer", self.state.document.settings.env.config.language)
            begin = f'<details class="answer"><summary>{words}</summary><div>'
            return [nodes.raw("", begin if self.arguments[0] == "begin" else "</div></details>", format="html")]

    app.add_directive("answer", Answer)
    app.connect("config-inited", own_words)
    app.connect("doctree-read", english_anchors, priority=100)  # before anything counts sections
    app.connect("config-inited", whole_site)
    app.connect("builder-inited", copy_mathjax)
    app.connect("build-finished", lambda app, error: error or write_explore(app))
    app.connect("builder-inited", lambda app: setattr(app.builder, "search", False))  # Pagefind searches
    app.connect("autodoc-process-docstring", plain_docstring, priority=400)
    app.connect("autodoc-process-signature", whole_signature)
    app.connect("html-page-context", page_context, priority=900)  # after the theme's
    return {"parallel_read_safe": True, "parallel_write_safe": True}
