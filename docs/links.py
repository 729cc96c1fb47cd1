"""What prose names, as links: chapters and sections, terms of the glossary, papers by their DOI."""

import re
from functools import lru_cache
from html import escape
from pathlib import Path

from docutils.nodes import make_id
from formulas import FUNCTIONS, RAISED
from myst_parser.mdit_to_docutils.base import default_slugify

from bcs_helpers.words import translate

GLOSSARY = Path(__file__).with_name("glossary.md")
KEPT = re.compile(  # what stays as it is: code, formulas, links, HTML, headings, captions, tables
    r"^```.*?^```$|^\$\$.*?\$\$$|^\\begin\{.*?^\\end\{\w+\*?\}$|`[^`]*`|\$[^$]*\$|!?\[[^\]]*\]\([^)]*\)|<!--.*?-->|<[^>]+>"
    r"|^#+ .*?$|^\|.*?$|^:{3}.*?$|https?://\S+|\*\*[^*\n\d][^*\n]*\*\*",
    re.MULTILINE | re.DOTALL,
)
OTHER = re.compile(r"section (\d) of chapter (\d\d)|chapter (\d\d),? (?:\()?section (\d)")
CHAPTERS = re.compile(r"\bchapters? \d\d(?:(?:, | and |, and )\d\d)*|第 ?\d\d ?章")
SECTION = re.compile(r"(?<!its )\bsection (\d)(?![\d.])|第 ?(\d) ?节")
NUMBER = re.compile(r"\b\d\d\b")
JOURNALS = {  # what the American Physical Society calls them in a DOI
    "Phys. Rev. Lett.": "PhysRevLett",
    "Rev. Mod. Phys.": "RevModPhys",
    "Phys. Rev.": "PhysRev",
    **{f"Phys. Rev. {letter}": f"PhysRev{letter}" for letter in "ABCDEX"},
}
PAPER = re.compile(
    rf"\*?({'|'.join(sorted(map(re.escape, JOURNALS), key=len, reverse=True))})\*? \**(\d+)\**,\s(L?\d+)(?= |\b)"
)
PREPRINT = re.compile(r"arXiv:(\d{4}\.\d{4,5})")
# TeX's name of each sign
SIGNS = dict(re.findall(r"(\w+) (\S)", """
    Delta Δ  gamma γ  xi ξ  omega ω  zeta ζ  hbar ħ  lambda λ  mu μ  pi π  Gamma Γ  Psi Ψ  psi ψ  epsilon ε
    sigma σ  theta θ  dagger †  approx ≈  propto ∝  ldots …  cdot ·  times ×  to →  infty ∞  ell ℓ
    varphi φ  phi φ  alpha α  beta β  kappa κ  tau τ  le ≤  ge ≥  sim ∼  rightarrow →  uparrow ↑  downarrow ↓
    langle ⟨  rangle ⟩  partial ∂  ll ≪  gg ≫  int ∫  sum Σ  delta δ  eta η  nu ν  rho ρ  chi χ  varepsilon ε
    Omega Ω  Lambda Λ  Phi Φ  Theta Θ  Sigma Σ  Pi Π  Xi Ξ  prod ∏  oint ∮  nabla ∇  pm ±  mp ∓  leq ≤  geq ≥
    neq ≠  simeq ≃  equiv ≡  in ∈  notin ∉  otimes ⊗  perp ⊥  vert |  lfloor ⌊  rfloor ⌋  dots …  circ °  prime ′
    Rightarrow ⇒  Longrightarrow ⟹
"""))  # fmt: skip
SIGNS |= dict.fromkeys([r"\ ", r"\,", r"\;", r"\\", "quad", "qquad"], " ") | {rf"\{sign}": sign for sign in "{}%"}
ACCENTS = {"bar": "\u0304", "hat": "\u0302", "tilde": "\u0303", "dot": "\u0307", "ddot": "\u0308"}
NAMES = re.compile(rf"(?:{FUNCTIONS}|tan|log)")
TOKEN = re.compile(r"\\(?:begin|end|operatorname)\{\w+\*?\}|\\[A-Za-z]+ ?|\\.|.", re.DOTALL)
HIGH = str.maketrans({low: high for high, low in RAISED.items() if high != "†"})
FRACTIONS = {"1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾"}
FACTOR = re.compile(r"[\d.]+|d?[^\W\d]['′]?(?:\0[^\0]*\0)?[²³⁴]?|\([^()]*\)|.")  # between \0 what is lowered


def readable(tex):
    """A formula in a line of text: letters, signs, powers, fractions and roots as one types them, the lowered plain.

    >>> readable(r"2\\Delta_0/k_BT_c\\approx3.53")
    '2Δ0/kBTc≈3.53'
    >>> readable(r"\\tfrac12\\ln(1+x^2),\\ E=\\sqrt{\\xi^2+\\Delta^2}")
    '½ ln(1+x²), E=√(ξ²+Δ²)'
    """
    return " ".join(_line(TOKEN.findall(tex)[::-1]).replace("\0", "").split())


def _line(tokens, one=False):
    """What TeX's tokens say, the next one last: up to a closing brace, or of one only."""
    out = ""
    while tokens and not (one and out) and (token := tokens.pop()) != "}":
        name = token.strip("\\ ") if re.match(r"\\[A-Za-z]", token) else token
        if name.endswith("frac"):
            out += _fraction(_argument(tokens), _argument(tokens), out, tokens)
        elif name == "sqrt":
            out += f"√{_factor(_argument(tokens))}"
        elif name == "^":
            out += _power(_argument(tokens))
        elif name == "_":
            out += "\0{}\0".format(_argument(tokens).replace("\0", ""))
        elif name in ACCENTS:
            out += _argument(tokens) + ACCENTS[name]
        elif name.startswith("operatorname") or NAMES.fullmatch(name):
            before = " " if re.search(r"[\w)\0²³⁴½⅓⅔¼¾]$", out) else ""
            after = "" if tokens and re.match(r"[(\[^_]|\\(?:left|big)", tokens[-1]) else " "
            out += before + name.removeprefix("operatorname").strip("{}*") + after
        elif name == "{":
            out += _line(tokens)
        else:
            out += SIGNS.get(name, "" if token[0] == "\\" or token in "&$" else token)
    return out


def _argument(tokens):
    """What a command is given."""
    while tokens and tokens[-1].isspace():
        tokens.pop()
    return _line(tokens, one=True)


def _factor(text):
    """A text as a factor: with brackets, unless it is a number or a letter."""
    return text if FACTOR.fullmatch(text) else f"({text})"


def _power(text):
    """A text raised."""
    if text in {"†", "*", "°", "′"} or not text:
        return text
    return text.translate(HIGH) if set(map(ord, text)) <= HIGH.keys() else f"^{_factor(text)}"


def _fraction(above, below, out, tokens):
    """A fraction between what stands before and after it."""
    above = f"({above})" if re.search(r"[^(\s^]\s*[-+−±∓=]|\s", re.sub(r"\(.*\)", "()", above)) else above
    text = f"{above}/{_factor(below)}"
    after = tokens[-1] if tokens else ""
    alone = not re.search(r"[\w)\0²³⁴] ?$", out) and not re.match(r"[\w(\[{√]|\\(?![,;!: ]|right|big|q?quad)", after)
    alone = alone or SIGNS.get(after.strip("\\ "), "a") in "·×≈∝≤≥∼→≪≫±∓≃≡≠⇒⟹⟩⟨"
    return FRACTIONS.get(text, text if alone else f"({text})")


def papers(text, keep=lambda link: link):
    """The text with its papers as links; `keep` may put something else in the place of a link."""
    text = PAPER.sub(lambda m: keep(f"[{m[0]}](https://doi.org/10.1103/{JOURNALS[m[1]]}.{m[2]}.{m[3]})"), text)
    return PREPRINT.sub(lambda m: keep(f"[{m[0]}](https://arxiv.org/abs/{m[1]})"), text)


@lru_cache
def terms():
    """[(term, Chinese term, place on the page, its line of meaning)] of the glossary."""
    found = []
    text = GLOSSARY.read_text(encoding="utf-8")
    for head, meaning in re.findall(r"^(\S.* — .+)\n  (.+)$", text, re.MULTILINE):
        english, chinese = head.split(" — ", 1)
        ascii_ = head.encode("ascii", "ignore").decode()
        place = "term-" + re.sub(r"[^a-zA-Z0-9._]+", "-", ascii_).strip("-")
        plain = re.sub(r" \(.*?\)|\$", "", english)
        found.append((plain, chinese, place, meaning))
    return found


def _spaced(term):
    """A pattern for a Chinese term, or several: BCS理论 is set as BCS 理论."""
    words = (re.sub(r"(?<=[a-zA-Z)])(?=[\u4e00-\u9fff])", " ?", re.escape(word)) for word in term.split("；"))
    return f"(?:{'|'.join(words)})"


@lru_cache
def patterns(language):
    """{term: (its pattern, those of the terms of which it is a part)}: 费米能 is none where 费米能级 stands."""
    own = int(language != "en")
    words = {}
    for term in terms():
        english, chinese = term[:2]
        word = _spaced(chinese) if own else rf"(?<![\w-]){re.escape(english)}s?(?![\w-])"
        words[term] = re.compile(word, re.IGNORECASE)
    return {
        term: (word, [longer for other, longer in words.items() if other is not term and word.search(other[own])])
        for term, word in words.items()
    }


class Linker:
    """The links of one page; a term is one where it comes first, a chapter is none on its own page."""

    def __init__(self, stem, headings, language):
        """`headings` are {stem: {number of a section: (English heading, as told)}} of all chapters."""
        self.stem, self.headings, self.language = stem, headings, language
        self.number = {name[:2]: name for name in headings if name[2] == "_"}
        self.waiting = dict(patterns(language))

    def __call__(self, source):
        """The Markdown text of a cell with links."""
        out, end = [], 0
        for kept in KEPT.finditer(source):
            out += [self._prose(source[end : kept.start()]), kept[0]]
            end = kept.end()
        return "".join([*out, self._prose(source[end:])])

    def _prose(self, text):
        if not text.strip():
            return text
        made = []

        def keep(link):
            made.append(link)
            return f"\0{len(made) - 1}\0"

        text = papers(text, keep)
        text = OTHER.sub(lambda m: keep(self._section(m[0], m[1] or m[4], m[2] or m[3])), text)
        text = CHAPTERS.sub(lambda m: self._chapters(m[0], keep), text)
        text = SECTION.sub(lambda m: keep(self._section(m[0], m[1] or m[2], self.stem[:2])), text)
        text = self._terms(text, keep)
        return re.sub("\0(\\d+)\0", lambda m: made[int(m[1])], text)

    def _chapters(self, text, keep):
        numbers = NUMBER.findall(text)
        if len(numbers) == 1:
            return keep(self._chapter(text, numbers[0]))
        return NUMBER.sub(lambda m: keep(self._chapter(m[0], m[0])), text)

    def _chapter(self, text, number):
        stem = self.number.get(number)
        return f"[{text}](../notebooks/{stem}.ipynb)" if stem and stem != self.stem else text

    def _section(self, text, number, chapter):
        stem = self.number.get(chapter)
        english, told = self.headings.get(stem, {}).get(number, ("", ""))
        if not told or "$" in told:  # of a formula MyST makes another anchor
            return text
        if stem == self.stem:  # an anchor is the English one in every language
            return f'<a href="#{make_id(english)}">{text}</a>'
        return f"[{text}](../notebooks/{stem}.ipynb#{default_slugify(told)})"

    def _terms(self, text, keep):
        for term, (word, longer) in list(self.waiting.items()):
            place, meaning = term[2:]
            taken = [range(*m.span()) for other in longer for m in other.finditer(text)]
            every = (m for m in word.finditer(text) if not any(m.start() in part for part in taken))
            if found := next(every, None):
                says = re.sub(r"\s*→[^→]*$", "", translate(meaning, self.language))
                says = escape(re.sub(r"\$([^$]+)\$", lambda m: readable(m[1]), says))
                if self.language == "zh_CN":  # a formula alone has no translation
                    says = re.sub(r"\.$", "。", says)
                told = f'<a class="term" href="../glossary.html#{place}" title="{says}">{found[0]}</a>'
                text = text[: found.start()] + keep(told) + text[found.end() :]
                del self.waiting[term]
        return text
