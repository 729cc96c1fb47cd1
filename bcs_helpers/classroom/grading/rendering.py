"""An answer in words as a reader sees it: Markdown, LaTeX and pictures made HTML, and nothing of it can act.

markdown-it-py reads the Markdown, latex2mathml turns formulas into MathML, which browsers show without a script, and
nh3 lets through the tags and attributes named here and no others. No link can be followed and nothing is fetched:
addresses stand as text. What cannot be read as Markdown, or grows out of all measure, is shown as it was written.
"""

import re
from functools import cache, lru_cache
from html import escape, unescape

import nh3
from latex2mathml.converter import convert
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

from ...words import say

FORMULA, DEEP = 4000, 60  # letters of a formula, and how deep its brackets may stand in one another
# Signs that make parsers slow, and how many an answer may hold: far more than an honest one does.
MOST = {"[": 400, "|": 300, "<": 1500, "`": 1500, "*": 2000, "_": 2500, "~~": 1000, "$": 2000, "!": 4000, "&": 2500,
        "\\": 5000, "\\(": 300, "\\[": 300, "\\begin": 100}  # fmt: skip
GROWN, TAGGED = 400_000, 30_000  # letters and signs "<" of an answer as HTML
ADDRESS = 200  # letters of an address that are shown
PICTURE = re.compile(r"[0-9a-f]{16}\.(png|jpg|gif|webp)")  # the name of a picture, see pictures.py

TEXT = (
    "p br hr b strong i em u s del ins sub sup small code pre kbd blockquote ul ol li dl dt dd div span h4 "
    "table caption thead tbody tr th td img"
)
MATHS = (
    "math mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts "
    "mprescripts mtable mtr mtd mstyle mpadded mphantom menclose"
)
TAGS = {*TEXT.split(), *MATHS.split()}
CLEANED = {"script", "style", "iframe", "svg", "template", "noscript", "object", "title", "textarea", "xmp"}
MATH_WORDS = (
    "accent accentunder columnalign columnspacing display displaystyle fence form largeop linethickness lspace "
    "mathvariant maxsize minsize movablelimits notation rowspacing rspace scriptlevel separator stretchy symmetric "
    "width"
)
ATTRIBUTES = {"*": set(), "img": {"src", "alt", "loading"}, "ol": {"start"}, "td": {"colspan", "rowspan"}} | {
    tag: set(MATH_WORDS.split()) for tag in MATHS.split()
}


@lru_cache(maxsize=20_000)
def rendered(answer):
    """The answer as HTML that is safe to stand in a page; its pictures lie in `pictures/` beside it."""
    try:
        if any(answer.count(sign) > most for sign, most in MOST.items()):
            raise ValueError("more signs than a person writes")
        html = clean(_markdown().render(in_dollars(answer)))
        if len(html) > GROWN or html.count("<") > TAGGED:
            raise ValueError("it grew too large")
    except Exception:  # whatever a parser stumbles over
        return f"<pre>{escape(answer)}</pre>"
    return html


def clean(html):
    """Only what is named above passes."""
    return _cleaner().clean(html)


@cache
def _cleaner():
    return nh3.Cleaner(tags=TAGS, attributes=ATTRIBUTES, attribute_filter=_passes, clean_content_tags=CLEANED,
                       url_schemes=set(), link_rel=None, strip_comments=True)  # fmt: skip


def _passes(tag, name, value):
    if name == "src":
        return value if value.startswith("pictures/") and PICTURE.fullmatch(value[9:]) else None
    return value


@cache
def _markdown():
    made = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table", "strikethrough"])
    made.use(dollarmath_plugin, allow_labels=False, allow_digits=False, double_inline=True)
    for name in ("math_inline", "math_inline_double", "math_block"):
        made.add_render_rule(name, _formula)
    rules = {"image": _image, "link_open": _link_open, "link_close": _link_close, "heading_open": _heading,
             "heading_close": _heading, "html_inline": _html, "html_block": _html}  # fmt: skip
    for name, rule in rules.items():
        made.add_render_rule(name, rule)
    return made


# ---- pictures, links, headings --------------------------------------------------------------------------------

TAG = re.compile(r"<!--.*?-->|</?([a-z][a-z0-9-]*)\b[^<>]*>?", re.IGNORECASE | re.DOTALL)
ATTRIBUTE = r"""\b{}\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)"""
WRITTEN = {*TEXT.split(), "a", "center", "font"}  # tags that a person may write; of these three nothing is left


def _image(renderer, tokens, place, options, env):
    token = tokens[place]
    return _picture(token.attrGet("src") or "", renderer.renderInlineAsText(token.children or [], options, env))


def _html(renderer, tokens, place, options, env):
    return TAG.sub(_tag, tokens[place].content)


def _tag(found):
    """A tag that a person may write; any other is text: in "T<Tc and x>0" none is meant."""
    name = (found[1] or "").lower()
    if name == "img":
        src, alt = (re.search(ATTRIBUTE.format(part), found[0], re.IGNORECASE) for part in ("src", "alt"))
        return _picture(*(unescape(part[1].strip("\"'")) if part else "" for part in (src, alt)))
    return found[0] if name in WRITTEN or not name else escape(found[0])


def _picture(src, alt):
    """A picture that was pasted; of any other the address, as text."""
    name = src.removeprefix("attachment:")
    if src.startswith("attachment:") and PICTURE.fullmatch(name):
        alt = alt or say("picture")
        return f'<img src="pictures/{name}" alt="{escape(alt)}" loading="lazy">'
    if src.startswith("attachment:"):
        told = say("[a pasted picture that cannot be shown: see the notebook]")
    else:
        told = say("[a picture that is not shown: {address}]", address=_short(src))
    return escape(f"{alt} {told}".strip())


def _link_open(renderer, tokens, place, options, env):
    return "<u>"


def _link_close(renderer, tokens, place, options, env):
    opened = place
    if tokens[place].info == "auto":
        return "</u>"
    while tokens[opened].type != "link_open":  # links do not nest
        opened -= 1
    address = str(tokens[opened].attrGet("href") or "")
    return f"</u> ({escape(_short(address))})"


def _heading(renderer, tokens, place, options, env):
    end = "/" if tokens[place].nesting < 0 else ""
    return f"<{end}h4>"  # below the page's own headings, whatever the answer's


def _short(address):
    return address if len(address) <= ADDRESS else f"{address[:ADDRESS]}…"


# ---- formulas -------------------------------------------------------------------------------------------------

DISPLAYED = "align|alignat|displaymath|eqnarray|equation|flalign|gather|math|multline"
FORMULAS = re.compile(
    r"(?P<left>```.*?```|`[^`\n]*`|\$\$.+?\$\$|\$[^$\n]+\$)|(?<!\\)\\\((?P<inline>.+?)\\\)|(?<!\\)\\\[(?P<block>.+?)\\\]"
    rf"|(?P<named>\\begin\{{(?P<name>{DISPLAYED})(?P<star>\*?)\}}.+?\\end\{{(?P=name)(?P=star)\}})",
    re.DOTALL,
)


def in_dollars(text):
    r"""A text in which \(…\), \[…\] and \begin{align}…\end{align} stand in dollars, as Jupyter shows them, too."""
    return FORMULAS.sub(_in_dollars, text)


def _in_dollars(found):
    if found["left"]:
        return found["left"]
    if found["inline"]:
        return f"${found['inline'].strip()}$"
    inner = (found["block"] or found["named"]).strip()
    return f"\n\n$$\n{inner}\n$$\n\n" if "\n" in inner else f"$${inner}$$"


def _formula(renderer, tokens, place, options, env):
    token = tokens[place]
    html = mathml(token.content, block=token.block or token.type == "math_inline_double")
    return f"<p>{html}</p>" if token.block else html


TEXTS = re.compile(r"\\(?:text\w*|mbox)\s*\{[^{}]*\}")  # what the converter puts into the page letter by letter
AS_ALIGN = re.compile(r"(\\(?:begin|end)\{)(?:align|alignat|eqnarray|flalign|gather|multline)\*?(?=\})")
AS_SPLIT = re.compile(r"(\\(?:begin|end)\{)(?:aligned|alignedat|gathered)(?=\})")
APART = re.compile(r"(\\\\)\*?\[[^\]\n]{1,9}\]")  # \\[2pt]: the converter would print the length


@lru_cache(maxsize=20_000)
def mathml(source, block=False):
    """A formula as MathML; the source as code where it cannot be read."""
    source = source.strip()
    try:
        if len(source) > FORMULA or _depth(source) > DEEP:
            raise ValueError("no formula that a person wrote")
        told = TEXTS.sub(lambda found: escape(found[0], quote=False), source)
        told = AS_SPLIT.sub(r"\1split", AS_ALIGN.sub(r"\1align*", APART.sub(r"\1", told)))
        return convert(told, display="block" if block else "inline")
    except Exception:  # it raises of many kinds, and RecursionError
        return f"<code>{escape(source)}</code>"


def _depth(source):
    deepest = depth = 0
    for sign in re.findall(r"\{|\}|\\left\b|\\right\b|\\begin\b|\\end\b|\\\w+(?=\\)|[\^_]", source):
        depth += 1 if sign not in ("}", "\\right", "\\end") else -1
        depth = 0 if depth < 0 else depth
        deepest = max(deepest, depth)
    return deepest
