"""What prose names, as links: chapters and sections, terms of the glossary, papers by their DOI."""

import re
from functools import lru_cache
from html import escape
from pathlib import Path

from docutils.nodes import make_id
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
    sigma σ  theta θ  dagger †  sqrt √  approx ≈  propto ∝  ldots …  cdot ·  times ×  to →  infty ∞  ell ℓ
    varphi φ  phi φ  alpha α  beta β  kappa κ  tau τ  le ≤  ge ≥  sim ∼  rightarrow →  uparrow ↑  downarrow ↓
    langle ⟨  rangle ⟩  partial ∂  ll ≪  gg ≫  int ∫  sum Σ
"""))  # fmt: skip


def readable(tex):
    """A formula in a line of text: Greek letters and signs as such, everything else that TeX needs left out.

    >>> readable(r"2\\Delta_0/k_BT_c\\approx3.53")
    '2Δ0/kBTc≈3.53'
    """
    tex = re.sub(r"\\tfrac\s*(\d)\s*(\d)|\\frac\s*(\d)\s*(\d)", lambda m: "/".join(filter(None, m.groups())), tex)
    tex = re.sub(r"\\[td]?frac\{([^{}]*)\}\{([^{}]*)\}", r"\1/\2", tex)
    tex = re.sub(r"\\([A-Za-z]+) ?", lambda command: SIGNS.get(command[1], ""), tex)
    return re.sub(r"\\.|[{}_^$]", "", tex)


def papers(text, keep=lambda link: link):
    """The text with its papers as links; `keep` may put something else in the place of a link."""
    text = PAPER.sub(lambda m: keep(f"[{m[0]}](https://doi.org/10.1103/{JOURNALS[m[1]]}.{m[2]}.{m[3]})"), text)
    return PREPRINT.sub(lambda m: keep(f"[{m[0]}](https://arxiv.org/abs/{m[1]})"), text)


@lru_cache
def terms():
    """[(term, Chinese term, place on the page, its line of meaning)] of the glossary, longer terms first."""
    found = []
    text = GLOSSARY.read_text(encoding="utf-8")
    for head, meaning in re.findall(r"^(\S.* — .+)\n  (.+)$", text, re.MULTILINE):
        english, chinese = head.split(" — ", 1)
        ascii_ = head.encode("ascii", "ignore").decode()
        place = "term-" + re.sub(r"[^a-zA-Z0-9._]+", "-", ascii_).strip("-")
        plain = re.sub(r" \(.*?\)|\$", "", english)
        found.append((plain, chinese, place, meaning))
    return sorted(found, key=lambda term: -len(term[0]))


def _spaced(term):
    """A pattern for a Chinese term, or several: BCS理论 is set as BCS 理论."""
    words = (re.sub(r"(?<=[a-zA-Z)])(?=[\u4e00-\u9fff])", " ?", re.escape(word)) for word in term.split("；"))
    return f"(?:{'|'.join(words)})"


class Linker:
    """The links of one page; a term is one where it comes first, a chapter is none on its own page."""

    def __init__(self, stem, headings, language):
        """`headings` are {stem: {number of a section: (English heading, as told)}} of all chapters."""
        self.stem, self.headings, self.language = stem, headings, language
        self.number = {name[:2]: name for name in headings if name[2] == "_"}
        self.waiting = list(terms())

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
        for term in list(self.waiting):
            english, chinese, place, meaning = term
            word = re.escape(english) + "s?" if self.language == "en" else _spaced(chinese)
            pattern = rf"(?<![\w-]){word}(?![\w-])" if self.language == "en" else word
            if found := re.search(pattern, text, re.IGNORECASE):
                says = re.sub(r"\s*→[^→]*$", "", translate(meaning, self.language))
                says = escape(re.sub(r"\$([^$]+)\$", lambda m: readable(m[1]), says))
                told = f'<a class="term" href="../glossary.html#{place}" title="{says}">{found[0]}</a>'
                text = text[: found.start()] + keep(told) + text[found.end() :]
                self.waiting.remove(term)
        return text
