"""The web book: built once, then read in a browser that knows no other machine; and its checks, each seen to fail."""

import json
import os
import re
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from zipfile import ZipFile

import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from playwright.sync_api import expect

from bcs_helpers import materials
from bcs_helpers.classroom import course, lab
from bcs_helpers.classroom.wording import editions
from bcs_helpers.words import translate

from .browsing import drag_and_compare

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "docs"))
if not os.environ.get("CI"):
    pytest.importorskip("myst_nb", reason="the extra `book` is not installed")
import assemble  # noqa: E402
import book  # noqa: E402
import links  # noqa: E402
import lists  # noqa: E402
import pages  # noqa: E402

EXAMPLE = "https://github.com/someone/bcs-companion"
WEIGHT = 1_500_000  # bytes of a page
KINDS = [
    *("index", "notebooks/05_gap_equation", "exercises/05_gap_equation", "solutions/05_gap_equation", "exercises"),
    *(
        "solutions",
        "textbook",
        "glossary",
        "references",
        "api",
        "api/gap",
        "instructors",
        "marking",
        "search",
        "genindex",
    ),
    *("zh/index", "zh/notebooks/05_gap_equation"),
]


@pytest.fixture(scope="session")
def build(tmp_path_factory):
    """The folder in which `make book` has worked, with an address of the repository; BOOK_BUILT names one that has."""
    if built := os.environ.get("BOOK_BUILT"):
        return Path(built)
    folder = tmp_path_factory.mktemp("book")
    command = [sys.executable, str(ROOT / "docs" / "book.py"), "--build", str(folder)]
    done = subprocess.run(command, env=os.environ | {"BOOK_REPOSITORY": EXAMPLE}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


@pytest.fixture(scope="session")
def url(build):
    """The address of the book on a plain file server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=build / "book"))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


# The theme hides what is too wide, so the page's own width says nothing: look for what ends beyond the window and
# does not lie in a box that scrolls. (MathJax's text for screen readers is not seen.)
LOOK = """() => {
    const formulas = document.querySelectorAll("article .math").length;
    const set = document.querySelectorAll("article .math:has(mjx-container)").length;
    const bad = document.querySelectorAll("mjx-merror, [data-mjx-error]").length;
    const bare = [...document.images].filter((image) => !image.alt.trim()).length;
    const jumps = document.querySelectorAll("article img:not([width], [src^=data])").length;
    const broken = [...document.images].filter((image) => image.complete && !image.naturalWidth).length;
    const scrolls = (element) => element && (["auto", "scroll"].includes(getComputedStyle(element).overflowX) ||
        (element.tagName !== "ARTICLE" && scrolls(element.parentElement)));
    const wide = [...document.querySelectorAll("article *:not(mjx-assistive-mml, mjx-assistive-mml *)")].filter(
        (element) => element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element.parentElement));
    scrollTo(100, 0);
    const dragged = scrollX;
    return [dragged && `can be dragged sideways by ${dragged} px`,
        formulas - set && `${formulas - set} of ${formulas} formulas not typeset`, bad && `${bad} wrong formulas`,
        bare && `${bare} images without words`, jumps && `${jumps} images without a size`,
        broken && `${broken} broken images`,
        wide.length && `too wide: ${wide[0].tagName} ${wide[0].textContent.slice(0, 40)}`];
}"""


# what the walks over pages look at each time, and nightly
WALKS = [False, pytest.param(True, marks=pytest.mark.nightly)]


def walked(build, every):
    """Every page, or two chapters and one page of each kind."""
    names = every_page(build)
    return names if every else [name for name in names if name in {*KINDS, "notebooks/10_tunnelling"}]


def every_page(build):
    """Every page of the English book, and what is translated."""
    site = build / "book"
    english = [p for p in site.rglob("*.html") if p.relative_to(site).parts[0] not in {"zh", "_static", "pagefind"}]
    translated = [site / "zh" / f"{name}.html" for name in ("index", "notebooks/05_gap_equation", "search")]
    return sorted(p.relative_to(site).with_suffix("").as_posix() for p in [*english, *translated])


def open_page(page, address):
    """Go there, unfold the answers, and wait until MathJax is done and has its place."""
    page.goto(address, wait_until="load")
    page.evaluate("document.querySelectorAll('details').forEach((answer) => answer.open = true)")
    page.wait_for_function("!window.MathJax || (MathJax.startup && MathJax.startup.promise)")
    page.evaluate("window.MathJax && MathJax.startup.promise")
    page.evaluate("new Promise((done) => setTimeout(() => requestAnimationFrame(done), 20))")


# ---- the pages --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("every", WALKS)
def test_every_page_is_whole_on_a_phone(every, build, url, page):
    """Nothing from elsewhere, no error, formulas typeset, pictures told, no sideways scrolling, not too heavy."""
    page.set_viewport_size({"width": 390, "height": 844})
    wrong, names = [], every_page(build)
    assert {"notebooks/01_before_bcs", "solutions/14c_grain", "api/units", "search", "zh/index"} <= set(names)
    windows = [name for name in names if "figures/" in name]  # of one figure each: some will do
    pages = [name for name in walked(build, every) if name not in windows]
    for name in pages + windows[:: 10 if every else 60]:
        open_page(page, f"{url}/{name}.html")
        faults = page.evaluate(LOOK)
        size = (build / "book" / f"{name}.html").stat().st_size
        faults += [f"{size} bytes"] if size > WEIGHT else []
        wrong += [f"{name}: {fault}" for fault in [*filter(None, faults), *page.faults]]
        page.faults.clear()
    assert wrong == []


@pytest.mark.parametrize("every", WALKS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_fault_of_accessibility(scheme, every, url, page):
    """axe finds nothing serious or critical on any kind of page; in the dark only contrast can differ.

    Each time on a chapter, an exercise, and a page of each look, in the dark on two; nightly on one page of each kind.
    """
    axe = import_module("axe_playwright_python.sync_playwright").Axe()
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme=scheme)
    context = {"include": [["body"]], "exclude": [["mjx-container"]]}  # MathJax's own, and thousands of elements
    options = {"resultTypes": ["violations"]} | ({"runOnly": ["color-contrast"]} if scheme == "dark" else {})
    wrong = []
    some = ["zh/notebooks/05_gap_equation", "exercises/05_gap_equation", "index", "api/gap", "search"]
    for name in KINDS if every else some[: 2 if scheme == "dark" else None]:
        open_page(page, f"{url}/{name}.html")
        found = axe.run(page, context=context, options=options).response["violations"]
        serious = [fault for fault in found if fault["impact"] in {"serious", "critical"}]
        wrong += [f"{name}: {fault['id']}, {fault['nodes'][0]['html'][:90]}" for fault in serious]
    assert wrong == []


@pytest.mark.parametrize(("folder", "words"), [("", "of a superconductor"), ("zh/", "超导体的能量")])
def test_questions_are_answered_on_a_page(folder, words, url, page):
    """Each stands in its chapter, in both languages, and answers to keys."""
    open_page(page, f"{url}/{folder}notebooks/05_gap_equation.html")
    asked = [row.name for row in course.quick("05_gap_equation") if row.kind != "warm_up"]
    assert set(page.locator("[data-ask]").evaluate_all("all => all.map((e) => e.dataset.ask)")) == set(asked)
    question = page.locator('[data-ask="what_the_gap_is"]')
    expect(question.get_by_role("group")).to_contain_text(words)
    question.get_by_role("radio").first.focus()
    for key in ("ArrowDown", "Enter"):
        page.keyboard.press(key)
    expect(question.get_by_role("status")).to_contain_text("✓")
    assert page.faults == []


@pytest.mark.parametrize(("folder", "words"), [("", "tanh"), ("zh/", "tanh")])
def test_warm_ups_stand_on_the_exercise_too(folder, words, build, url, page):
    """Each exercise's page has its panel, which answers in the page's language."""
    for stem in (path.stem for path in (ROOT / "exercises").glob("*.ipynb")):
        text = (build / "book" / folder / "exercises" / f"{stem}.html").read_text(encoding="utf-8")
        assert re.findall(r'class="ask-(\w+)"', text) == re.findall(r'"s2">"(warm_up_\w+)"<', text) != []
    open_page(page, f"{url}/{folder}exercises/05_gap_equation.html")
    question = page.locator('[data-ask="warm_up_tanh"]')
    expect(question).to_be_visible()
    assert bool(re.search("[\u4e00-\u9fff]", question.get_by_role("button").first.inner_text())) == bool(folder)
    assert page.faults == []


@pytest.mark.parametrize("asked", ["search.html?q=xyzzy", "search.html?q=Josepson", "zh/search.html?q=密度泛函"])
def test_search_finds_nothing_where_there_is_nothing(asked, url, page):
    """What stands on no page is not said to be found."""
    page.goto(f"{url}/{asked}")
    message = page.locator(".pagefind-ui__message")
    expect(message).to_contain_text(re.compile("No results|未找到"))
    assert page.locator(".pagefind-ui__result").count() == 0 and page.faults == []


@pytest.mark.parametrize("word", ["Josephson", "Hebel", "超导", "库珀对"])
def test_search_finds(word, url, page):
    """English and Chinese words are found; the first result leads to a page that holds the word."""
    page.goto(url)
    page.locator(".sidebar-search").fill(word)
    page.locator(".sidebar-search").press("Enter")
    result = page.locator(".pagefind-ui__result-link").first
    result.wait_for()
    assert word in page.locator(".pagefind-ui__results").inner_text()
    result.click()
    page.wait_for_load_state()
    assert word in page.locator("article").text_content()  # which holds folded answers, too
    assert page.faults == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("search.html?q=库珀对", "/glossary.html#term-Cooper-pair"),
        ("search.html?q=库珀对", "/zh/notebooks/03_bcs_ground_state.html#"),
        ("search.html?q=超导能隙", "/zh/notebooks/05_gap_equation.html#"),
        ("zh/search.html?q=超导能隙", "/zh/glossary.html#term-energy-gap-superconducting"),
        ("zh/search.html?q=相干长度", "/zh/notebooks/03_bcs_ground_state.html#"),
        ("zh/search.html?q=BCS理论", "/zh/glossary.html#term-BCS-theory-BCS"),
        ("zh/search.html?q=能隙方程", "/zh/notebooks/05_gap_equation.html#"),
        ("zh/search.html?q=coherence", "/zh/glossary.html#term-coherence"),
    ],
)
def test_search_leads_to_the_place_in_either_language(asked, found, url, page):
    """Both sites find English and Chinese, and a result opens at the section or the glossary's term."""
    page.goto(f"{url}/{asked}")
    page.locator(".pagefind-ui__result-link").first.wait_for()
    there, more = page.locator(f'.pagefind-ui__result-link[href^="{found}"]'), page.locator(".pagefind-ui__button")
    for _ in range(8):
        page.wait_for_timeout(700)
        if there.count() or not more.is_visible():
            break
        more.click()
    there.first.wait_for()
    assert page.faults == []


def test_search_leads_to_what_holds_the_word_in_the_language_of_the_site(url, page):
    """A page with the word comes before one with its letters here and there; the reader's glossary before the other."""
    page.goto(f"{url}/zh/search.html?q=等离激元")
    first = page.locator(".pagefind-ui__result-link").first
    first.wait_for()
    page.goto(url + first.get_attribute("href"))
    assert "等离激元" in page.locator("article").text_content()
    page.goto(f"{url}/zh/search.html?q=库珀对")
    first.wait_for()
    page.wait_for_timeout(1000)
    found = page.locator(".pagefind-ui__result-link").evaluate_all("all => all.map((e) => e.getAttribute('href'))")
    glossaries = [link.partition("glossary.html")[0] for link in found if "/glossary.html" in link]
    assert glossaries and glossaries[0] == "/zh/"


def test_search_begins_with_a_chapter_and_needs_a_server(build, url, page):
    """Exercises, answers and code come after the chapters; a page opened from the disk says why it finds nothing."""
    page.goto(f"{url}/search.html?q=gap")
    first = page.locator(".pagefind-ui__result-link").first
    assert first.get_attribute("href").startswith("/notebooks/")
    page.goto((build / "book" / "search.html").as_uri())
    assert page.get_by_text("python -m http.server").is_visible()


def test_a_phone_shows_wide_figures_in_part_and_keeps_signs_with_their_formulas(url, page):
    """Two graphs side by side stay legible in a box that the keyboard scrolls; no line begins with a comma."""
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, f"{url}/notebooks/05_gap_equation.html")
    page.locator("html[data-arranged]").wait_for(state="attached")
    bottoms = "(box) => [...box.getClientRects()].map((part) => Math.round(part.bottom))"
    bound = page.locator(".together").all()
    assert len(bound) > 20 and all(len(set(box.evaluate(bottoms))) == 1 for box in bound)
    for picture in page.locator("img.wide").all():
        if picture.evaluate("(image) => image.parentElement.tagName") == "PICTURE":  # its columns stand in a column
            assert picture.evaluate("(image) => image.currentSrc").endswith("-tall.png")
        else:
            assert picture.bounding_box()["width"] > 640
            assert picture.evaluate("(image) => [image.parentElement.tabIndex, image.parentElement.role]") == [
                0,
                "group",
            ]


def test_what_a_page_says_of_itself(build):
    """Its first sentence, its other language, and what it lacks without JavaScript."""
    text = (build / "book" / "zh" / "notebooks" / "05_gap_equation.html").read_text(encoding="utf-8")
    assert '<meta name="description" content="你将看到' in text and text.count('name="viewport"') == 1
    assert '<link rel="alternate" hreflang="en" href="../../notebooks/05_gap_equation.html">' in text
    assert "- BCS 伴读</title>" in text and re.search('class="unscripted"[^>]*><em>公式和滑块需要 JavaScript', text)
    assert "<a" not in text.partition('name="description" content="')[2].partition(">")[0]
    english = (build / "book" / "api" / "gap.html").read_text(encoding="utf-8")  # it has no Chinese
    assert "hreflang" not in english.partition("</head>")[0] and 'class="unscripted"' in english


@pytest.mark.parametrize("chapter", ["05_gap_equation", "07_coherence_factors"])
def test_sliders_move_without_a_kernel(chapter, url, page):
    """Each control changes its curve, and `reset` brings the first picture back."""
    page.goto(f"{url}/notebooks/{chapter}.html")
    for figure in page.locator("[data-explore]").all():
        drag_and_compare(figure)
    assert page.locator("[data-explore]").count() > 0 and page.faults == []


STEMS = [path.stem for path in sorted((ROOT / "notebooks").glob("*.py"))]


@pytest.mark.parametrize("stems", [STEMS[4:12:7], pytest.param(STEMS, marks=pytest.mark.nightly)], ids=["two", "all"])
@pytest.mark.parametrize(("size", "latest"), [((1280, 800), 450), ((390, 844), 760)])
def test_the_picture_that_decides_stands_on_the_first_screen(size, latest, stems, url, page):
    """On a screen most of it, on a phone its beginning; title and sentence stand above it."""
    page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    seen = {}
    for stem in stems:
        open_page(page, f"{url}/notebooks/{stem}.html")
        page.evaluate("document.querySelectorAll('details').forEach((code) => code.open = false)")
        box = page.locator("[data-explore] svg[role=img]").first.bounding_box()
        seen[stem] = box["y"], (size[1] - box["y"]) / box["height"]
    print(*(f"{stem}: top {top:.0f} px, {share:.2f} of it seen" for stem, (top, share) in seen.items()), sep="\n")
    least = 0.6 if size[0] > 800 else 0
    assert {stem: found for stem, found in seen.items() if found[0] > latest or found[1] < least} == {}


def test_the_dark_switch(url, page):
    """The switch turns page, pictures and sliders dark, and light again; a dark system is dark from the beginning."""
    look = """() => [getComputedStyle(document.body).backgroundColor,
        getComputedStyle(document.querySelector(".cell_output > img")).filter,
        getComputedStyle(document.querySelector("[data-explore]").shadowRoot.querySelector("svg")).filter]"""
    light, turned = ["rgb(255, 255, 255)", "none", "none"], "invert(1) hue-rotate(180deg)"
    page.goto(f"{url}/notebooks/05_gap_equation.html")
    page.locator("[data-explore] svg[role=img]").wait_for()
    assert page.evaluate(look) == light
    switch = page.locator(".theme-toggle:visible")
    for _ in range(3):
        switch.click()
        page.wait_for_timeout(300)  # colours fade
        theme = page.evaluate("document.body.dataset.theme")
        background, *filters = page.evaluate(look)
        assert (filters == [turned, turned]) == (theme == "dark")
        assert (background != light[0]) == (theme == "dark")
    page.evaluate("localStorage.clear()")
    page.emulate_media(color_scheme="dark")
    page.reload()
    page.locator("[data-explore] svg[role=img]").wait_for()
    assert page.evaluate(look)[1:] == [turned, turned]
    assert page.faults == []


def test_answers_unfold_at_a_click(url, page):
    """A solution shows the questions; an answer comes when asked for, and the exercise holds none."""
    functions = len(course.tasks("05_gap_equation")) + len(course.steps("05_gap_equation"))
    page.goto(f"{url}/solutions/05_gap_equation.html")
    answer = page.get_by_text("Integrate by parts,")
    assert not answer.is_visible() and page.get_by_text("How hot may a metal become").is_visible()
    page.locator("details.answer > summary").first.click()
    assert answer.is_visible()
    assert page.locator("details.answer").count() == functions + len(course.questions("05_gap_equation"))
    assert page.get_by_text("Write each function").count() == page.get_by_text("progress()").count() == 0
    page.goto(f"{url}/exercises/05_gap_equation.html")
    assert page.locator("details.answer").count() == 0 and page.get_by_text("your code here").count() == functions
    page.get_by_role("link", name="The answers, explained").click()
    assert page.url.endswith("/solutions/05_gap_equation.html")


def test_two_languages(url, page):
    """The switch leads to the same page in Chinese and back; what is not translated is said to be English."""
    page.goto(f"{url}/notebooks/05_gap_equation.html")
    page.get_by_role("link", name="中文").click()
    assert page.url == f"{url}/zh/notebooks/05_gap_equation.html"
    assert page.locator("h1").inner_text().startswith("05 · 求解能隙方程")
    page.goto(f"{url}/notebooks/05_gap_equation.html?q=gap#references")
    assert page.get_by_role("link", name="中文").get_attribute("href").endswith("05_gap_equation.html?q=gap#references")
    page.goto(f"{url}/zh/notebooks/05_gap_equation.html")
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    page.get_by_role("link", name="English").click()
    assert page.url == f"{url}/notebooks/05_gap_equation.html"
    page.goto(f"{url}/zh/api/gap.html")  # docstrings stay English
    assert page.get_by_text("本页尚未翻译").is_visible() and page.locator("article [lang=en] h1").count() == 1


def test_a_chinese_browser_is_offered_chinese_and_the_choice_is_kept(url, browser, page):
    """On the start page and on any other; then the start page leads to the Chinese one, until English is chosen."""
    page.goto(f"{url}/index.html")  # a browser that speaks English
    expect(page.locator(".offer")).to_be_hidden()
    chinese = browser.new_context(locale="zh-CN").new_page()
    for name in ("notebooks/05_gap_equation", "index"):
        chinese.goto(f"{url}/{name}.html")
        expect(chinese.locator(".offer")).to_be_visible()
    chinese.get_by_role("link", name="阅读中文版").click()
    chinese.wait_for_url(f"{url}/zh/index.html")
    assert chinese.locator(".offer").count() == 0
    chinese.goto(f"{url}/index.html")
    chinese.wait_for_url(f"{url}/zh/index.html")
    chinese.get_by_role("link", name="English", exact=True).click()
    chinese.wait_for_url(f"{url}/index.html")
    chinese.goto(f"{url}/index.html")
    chinese.wait_for_load_state()
    expect(chinese.locator(".offer")).to_be_hidden()
    assert chinese.url == f"{url}/index.html"
    chinese.context.close()
    other = browser.new_context(locale="zh-CN").new_page()
    other.goto(f"{url}/index.html")
    other.get_by_role("button", name="继续看英文").click()
    other.reload()
    expect(other.locator(".offer")).to_be_hidden()
    other.context.close()


def test_on_paper(url, page):
    """In print there is no navigation, no control and no folded answer, and no line of code is cut."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 660, "height": 940})
    page.goto(f"{url}/notebooks/05_gap_equation.html")
    page.locator("[data-explore] svg[role=img]").wait_for()
    for hidden in (".sidebar-drawer", ".toc-drawer", "footer", ".skip-to-content", "[data-explore] input >> nth=0"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.evaluate("[...document.querySelectorAll('pre')].every((p) => p.scrollWidth <= p.clientWidth + 1)")
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.goto(f"{url}/solutions/05_gap_equation.html")
    assert page.get_by_text("Integrate by parts,").is_visible()


PLACES = [
    *("zh/notebooks/08_collective_modes.html#explore", "notebooks/02_cooper_problem.html#pair_wave"),
    *("notebooks/08_collective_modes.html#equation-8-4", "glossary.html#term-lattice"),
]


@pytest.mark.parametrize("size", [(390, 844), (1280, 800)])
def test_an_address_leads_to_its_place(size, url, page):
    """A section, a figure, a formula and a term stand just below the header, once formulas and figures have come."""
    page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    tops = {}
    for place in PLACES:
        page.goto("about:blank")
        page.goto(f"{url}/{place}")
        page.locator("html[data-arranged]").wait_for(state="attached")
        header = page.locator(".mobile-header").bounding_box()
        top = page.evaluate("document.getElementById(location.hash.slice(1)).getBoundingClientRect().top")
        tops[place] = top - (header["y"] + header["height"] if header else 0)
    assert {place: top for place, top in tops.items() if not 0 <= top <= 40} == {}


def test_who_has_moved_on_is_left_in_peace(url, page):
    """A page that is still being arranged does not take its reader back."""
    page.goto(f"{url}/notebooks/08_collective_modes.html#check", wait_until="domcontentloaded")
    page.evaluate("dispatchEvent(new WheelEvent('wheel')); scrollTo(0, 0)")
    page.locator("html[data-arranged]").wait_for(state="attached")
    assert page.evaluate("scrollY") < 200


@pytest.mark.parametrize("width", [390, 1280])
def test_the_reference_of_a_page_is_copied(width, url, browser):
    """The button stands at the reference, is seen without hovering, and copies what is written there."""
    context = browser.new_context(viewport={"width": width, "height": 844}, has_touch=width == 390)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{url}/zh/notebooks/05_gap_equation.html")
    page.locator(".cite summary").click()
    button, text = page.locator(".cite button.copybtn"), page.locator(".cite pre")
    expect(button).to_have_css("opacity", "1")
    box, about = button.bounding_box(), page.locator(".cite").bounding_box()
    assert about["y"] - 1 <= box["y"] <= about["y"] + 40 and box["x"] + box["width"] <= width
    button.click()
    expect(button).to_have_class(re.compile("success"))
    assert page.evaluate("navigator.clipboard.readText()").strip() == text.inner_text().strip()
    context.close()


def test_a_phone_says_what_goes_on_at_the_right(url, page):
    """What scrolls fades at its right until its end is seen; a table's title stays; no column is a letter wide."""
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, f"{url}/zh/notebooks/08_collective_modes.html")
    page.locator("html[data-arranged]").wait_for(state="attached")
    tables = page.locator("article .table-wrapper")
    assert any("more" in table.get_attribute("class").split() for table in tables.all())
    for table in tables.all():
        wide = table.evaluate("(box) => box.scrollWidth > box.clientWidth + 2")
        assert ("more" in table.get_attribute("class").split()) == wide
        table.evaluate("(box) => box.scrollTo({ left: box.scrollWidth, behavior: 'instant' })")
        expect(table).not_to_have_class(re.compile(r"\bmore\b"))
        assert all(width >= 35 for width in table.locator("td").evaluate_all("(all) => all.map((e) => e.clientWidth)"))
        if (title := table.locator("caption")).count():
            assert title.bounding_box()["x"] >= 0


def test_the_list_of_sections_closes_at_a_choice(url, page):
    """On a phone it lies over the page; a section that is chosen is then seen."""
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, f"{url}/notebooks/05_gap_equation.html")
    page.locator(".toc-header-icon").click()
    drawer = page.locator(".toc-drawer")
    expect(drawer).to_be_in_viewport()
    drawer.locator("a", has_text="Check").last.click()
    expect(drawer).not_to_be_in_viewport()
    expect(page.locator("section#check > h2")).to_be_in_viewport()


ROWS = """() => Object.fromEntries([...document.querySelectorAll(".math.equation")].map((box) => [box.id,
    [...box.querySelector("mjx-itable")?.children ?? []].map((row) => row.querySelectorAll("mjx-mo").length)]))"""


def test_a_formula_breaks_no_more_than_it_must(url, page):
    """On a phone between wide spaces first: each equation of a formula keeps its line, and ⟹ has none of its own."""
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, f"{url}/notebooks/02_cooper_problem.html")
    page.locator("html[data-arranged]").wait_for(state="attached")
    rows = page.evaluate(ROWS)
    four, six, eight = (rows[f"equation-2-{number}"] for number in (4, 6, 8))
    assert len(four) <= 3 and len(six) <= 3 and len(eight) == 2
    assert min(six[0], six[-1], *eight) > 1  # an equation with its signs, no side by itself


# ---- the sources ------------------------------------------------------------------------------------------------


def test_every_source_of_a_number_can_be_looked_up():
    """The page of references has each source with its link, and each recalled row by name and as recalled."""
    lines = lists.sources().splitlines()
    for row in (*materials.all_rows(), *materials.ranges(kind=materials.KINDS), *materials.remarks.values()):
        found = [line for line in lines if lists.plain(row.source) in line and f">{row.kind}<" in line]
        assert found and all(f"]({row.source.link})" in line for line in found if row.source.link), row
        if row.kind == "recalled":
            sign = lists.FORMULA.sub(lists.without_bars, lists.QUANTITIES[row.quantity])
            assert any(row.of in line and f"{sign}: " in line for line in found), row


def test_notebooks_can_be_opened_elsewhere(build, monkeypatch):
    """With an address, Binder and Colab by the convention of each; without one, no such link."""
    text = (build / "book" / "exercises" / "05_gap_equation.html").read_text(encoding="utf-8")
    path = "exercises/05_gap_equation.ipynb"
    assert f'href="https://mybinder.org/v2/gh/someone/bcs-companion/main?urlpath=lab/tree/{path}"' in text
    assert f'href="https://colab.research.google.com/github/someone/bcs-companion/blob/main/{path}"' in text
    assert f"pip install git+{EXAMPLE}" in (build / "book" / "exercises.html").read_text(encoding="utf-8")
    assert (ROOT / path).exists()
    assert f'href="{EXAMPLE}"' in (build / "book" / "exercises.html").read_text(encoding="utf-8")
    monkeypatch.setattr(lists.conf, "repository", "")
    notebook = json.loads((ROOT / path).read_text(encoding="utf-8"))
    cells = pages.cells_of(notebook, "exercises", "05_gap_equation", [])
    assert "mybinder" not in json.dumps(cells)


def test_the_index_of_the_textbook_is_complete():
    """Every problem that a task belongs to is listed, once; building the book proves that each target exists."""
    listed = [row["number"] for row in lists.textbook()["problem"]]
    assert len(listed) == len(set(listed)) == 20
    assert {number for task in course.tasks() for number in (task.problem or "").split()} <= set(listed)
    with pytest.raises(lists.BookError, match="no section 'The gap'"):
        lists.section({("notebooks", "05_gap_equation"): pages.Page([], [], {})}, "05_gap_equation", "The gap")


def test_the_glossary_speaks_both_languages():
    """Every entry has a Chinese term, one line, and a chapter; the terms stand in order."""
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    for part in re.findall(r"```\{glossary\}\n(.*?)```", text, re.DOTALL):
        entries = [entry.split("\n") for entry in part.strip().split("\n\n")]
        terms = [term.split(" — ")[0] for term, _ in entries]
        assert terms == sorted(terms, key=str.lower)
        for term, meaning in entries:
            assert re.search(r" — .*[\u4e00-\u9fff]", term), term
            assert re.search(r"\. → \[\d\d\]", meaning), term


NIGHTLY = [pytest.param(width, True, marks=pytest.mark.nightly) for width in (1280, 820, 390)]


@pytest.mark.parametrize(("width", "every"), [(1280, False), (390, False), *NIGHTLY])
def test_nothing_is_cut(width, every, build, url, page):
    """No equation, output or code scrolls sideways; on a phone code breaks, and equations break or shrink to 12 px.

    There a table and two graphs side by side may scroll. Two chapters and one page of each kind; nightly every page.
    """
    page.set_viewport_size({"width": width, "height": 900})
    wrong = []
    for name in walked(build, every):
        open_page(page, f"{url}/{name}.html")
        page.locator("html[data-arranged], html:not(:has(article))").wait_for(state="attached")
        wrong += [f"{name}: {what}" for what in page.evaluate(CUT) if width == 1280 or "output is cut" not in what]
    assert wrong == []


def test_displayed_formulas_are_as_large_as_those_in_the_text(url, page):
    """On a screen those that fit; on a phone they break at a relation before they become smaller than the text."""
    sizes = """() => {
        const size = (formula) => parseFloat(getComputedStyle(formula).fontSize);
        const room = (formula) => formula.parentElement.clientWidth;
        const fits = (formula) => formula.querySelector("mjx-math").offsetWidth < 0.9 * room(formula);
        const shown = [...document.querySelectorAll("article mjx-container[display=true]")].filter(fits).map(size);
        return [size(document.querySelector("article p mjx-container")), shown];
    }"""
    for width, least in ((1280, 1.0), (390, 0.78)):
        page.set_viewport_size({"width": width, "height": 900})
        open_page(page, f"{url}/notebooks/05_gap_equation.html")
        page.locator("html[data-arranged]").wait_for(state="attached")
        inline, shown = page.evaluate(sizes)
        assert inline > 18 and len(shown) > 2 and min(shown) >= least * inline - 0.1


def test_a_long_formula_in_the_text_breaks_on_a_phone(url, page):
    """It takes lines of its own at its relations, no line is a lone letter, and the sign that follows stays with it."""
    page.set_viewport_size({"width": 390, "height": 844})
    for name in ("solutions/05_gap_equation", "solutions/12_quarks", "api/gap"):
        open_page(page, f"{url}/{name}.html")
        page.locator("html[data-arranged]").wait_for(state="attached")
        rows = page.locator("article .math[data-lines]").evaluate_all("""(all) => all.map((formula) => {
            const table = formula.querySelector("mjx-mtable");
            const rows = [...table.querySelectorAll("mjx-mtr")].filter((row) => row.closest("mjx-mtable") === table);
            return rows.map((row) => row.querySelectorAll("mjx-c").length);
        })""")
        assert (rows or name == "api/gap") and all(letters > 1 for formula in rows for letters in formula), rows
        ends = page.locator(".together:has(> .wide)").evaluate_all("""(all) => all.map((together) => {
            const sign = document.createRange();
            sign.selectNodeContents(together.lastChild);
            return sign.getBoundingClientRect().top < together.firstChild.getBoundingClientRect().bottom;
        })""")
        assert all(ends)


CUT = """() => [...document.querySelectorAll(
    "article pre, article .math mjx-container, article .cell_output :not(pre, mjx-container, mjx-container *)"
)].flatMap((box) => {
    if (!box.clientWidth) return [];
    const told = box.textContent.slice(0, 50), inside = box.querySelector("mjx-math")?.getBoundingClientRect().width;
    if (box.tagName === "PRE") return box.scrollWidth > box.clientWidth + 2 ? [`code is cut: ${told}`] : [];
    if (box.tagName !== "MJX-CONTAINER")
        return box.scrollWidth > box.clientWidth + 2 && ["auto", "scroll"].includes(getComputedStyle(box).overflowX)
            ? [`output is cut: ${told}`] : [];
    const room = box.hasAttribute("display") ? box.parentElement : box.closest("p, li, td, dd, h1, h2, h3, article");
    return [...(inside > room.clientWidth + 2 ? [`equation is cut: ${told}`] : []),
        ...(parseFloat(getComputedStyle(box).fontSize) < 11.9 ? [`below 12 px: ${told}`] : [])];
})"""


@pytest.mark.parametrize(
    ("asked", "found"),
    [("search.html?q=ＢＣＳ", "BCS"), ("zh/search.html?q=BCS理论", "BCS"), ("zh/search.html?q=BCS 理论", "BCS")],
)
def test_search_takes_what_is_typed(asked, found, url, page):
    """Letters of full width and both spellings find the same; no excerpt shows code or TeX."""
    page.goto(f"{url}/{asked}")
    page.locator(".pagefind-ui__result-link").first.wait_for()
    text = page.locator(".pagefind-ui__results").inner_text()
    assert found in text and not re.search(r"\\\\[a-z]|\\$|import |np\\.", text)


def test_figures_have_a_window_of_their_own(build, url, page):
    """A caption's number leads to the figure as large as the window, to be saved with its licence; it moves, too."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{url}/notebooks/05_gap_equation.html")
    links = page.locator("a.figure")
    assert links.count() > 5
    names = [link.get_attribute("href").split("/")[-1].removesuffix(".html") for link in links.all()]
    for name in (names[1], "gap_follows"):
        page.goto(f"{url}/figures/{name}.html")
        page.wait_for_function("!window.MathJax?.startup || MathJax.startup.promise")
        shown = page.locator(".shown > img, .shown svg[role=img]").first
        shown.wait_for()
        box = shown.bounding_box()
        assert box["width"] > 900 or box["height"] > 700
        assert page.get_by_text("CC BY 4.0").is_visible() and page.faults == []
        with page.expect_download() as saved:
            page.get_by_role("link", name="PNG").click()
        assert saved.value.suggested_filename == f"{name}.png"
        assert Path(saved.value.path()).read_bytes().count(b"CC BY 4.0") == 1


def test_a_figure_in_its_window_is_larger_than_in_the_text(url, page):
    """Also on a phone, where it scrolls; the way back is wide enough for a finger and leads to the figure."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{url}/zh/figures/five_contacts.html")
    assert page.locator(".shown > img").bounding_box()["width"] == 680
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert translate("The BCS companion", "zh_CN") in page.locator(".licence").inner_text() + page.title()
    back = page.get_by_role("link", name=translate("back to the text", "zh_CN"))
    box = back.bounding_box()
    assert box["width"] > 44 and box["height"] >= 24
    back.click()
    assert page.url == f"{url}/zh/notebooks/10_tunnelling.html#five_contacts"


def test_saved_figures_are_signed_in_letters_that_exist(build):
    """The line under it and its Copyright name it in the page's language, in a font that has the letters."""
    for folder, name, language in (("", "Figure 5", "en"), ("zh", "图 5", "zh-CN")):
        with Image.open(build / "book" / folder / "figures" / "gap_follows.png") as image:
            licence = image.text["Copyright"]
        assert licence.startswith(name) and "CC BY 4.0" in licence
        assert set(map(ord, licence)) <= set(TTFont(assemble.FONTS[language]).getBestCmap())


def test_wide_figures_stand_in_columns_on_a_phone(build, url, page):
    """On solutions and in a figure's own window, too; it is said what is left and right there."""
    for path in (build / "book" / "solutions").glob("*.html"):
        text = path.read_text(encoding="utf-8")
        wide = len(re.findall("<img class=wide", text))
        assert wide == len(re.findall("<picture><source[^>]*><img class=wide", text)), path
    page.set_viewport_size({"width": 390, "height": 844})
    for name in ("solutions/06_thermodynamics", "figures/blurred_step"):
        open_page(page, f"{url}/{name}.html")
        assert page.locator("picture > img").first.evaluate("(image) => image.currentSrc").endswith("-tall.png")
        expect(page.locator("p.above").first).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 844})
    expect(page.locator("p.above").first).to_be_hidden()


def test_lists_fit_a_phone(url, page):
    """Rows of the textbook's tables are stacked, the index is as wide as the page, a drawn map scrolls in its box."""
    page.set_viewport_size({"width": 390, "height": 844})
    for name in ("textbook", "zh/textbook"):
        page.goto(f"{url}/{name}.html")
        page.locator("html[data-arranged]").wait_for(state="attached")
        boxes = page.locator("article .table-wrapper").evaluate_all(
            "(all) => all.map((b) => b.scrollWidth - b.clientWidth)"
        )
        assert boxes and max(boxes) <= 1, name
    page.goto(f"{url}/genindex.html")
    assert page.locator(".genindextable td").first.bounding_box()["width"] > 300
    page.goto(f"{url}/index.html")
    page.locator("html[data-arranged]").wait_for(state="attached")
    box = page.locator(".wide-box:has(svg.ways)")
    assert box.evaluate("(box) => [box.scrollWidth > 700, box.clientWidth < 390, box.tabIndex]") == [True, True, 0]
    assert page.locator("#the-map td").first.bounding_box()["width"] > 120


def test_nothing_that_is_read_is_smaller_than_12_px(url, page):
    """Headings of the sidebar, the contents of a page, folded code."""
    page.set_viewport_size({"width": 1440, "height": 900})
    small = """() => [...document.querySelectorAll(".toc-drawer *, .sidebar-drawer *, article pre, article code")]
        .filter((e) => e.textContent.trim() && e.checkVisibility() && parseFloat(getComputedStyle(e).fontSize) < 11.95)
        .map((e) => `${e.className || e.tagName} ${e.textContent.trim().slice(0, 30)}`)"""
    for name in ("notebooks/05_gap_equation", "api/gap", "exercises/05_gap_equation"):
        page.goto(f"{url}/{name}.html")
        assert page.evaluate(small) == [], name


def test_code_is_copied_without_what_it_prints(url, page):
    """An example of the API: its lines, neither prompts nor results."""
    page.goto(f"{url}/api/gap.html")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    example = page.locator(".highlight:has(.gp):has(.go)").first
    example.hover()
    example.locator(".copybtn").click()
    page.wait_for_timeout(300)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() and ">>>" not in copied and example.locator(".go").first.inner_text().strip() not in copied


def test_a_class_is_told_as_it_is_called(build):
    """Its signature has every field by name; of a parameter its type stands once, and ends before the sentence."""
    text = (build / "book" / "api" / "materials.html").read_text(encoding="utf-8")
    plain = " ".join(re.sub("<[^>]+>", "", text).split())
    assert "**__" not in plain and re.search(r"Measured\(of, quantity, number, unit, kind, method, source, unc", plain)
    assert "number – float. The value in its usual unit" in plain


def test_prose_leads_on(build):
    """Chapters, sections, terms and papers are links, and equations have numbers to which links lead."""
    text = (build / "book" / "notebooks" / "05_gap_equation.html").read_text(encoding="utf-8")
    assert re.search(r'href="03_bcs_ground_state\.html"[^>]*>(?:<[^>]*>)?chapter 03', text)
    assert "https://doi.org/10.1103/PhysRev.108.1175" in text and 'id="equation-5-1"' in text
    assert re.search(r'<a class="term" href="\.\./glossary\.html#term-[^"]+" title="[^"]{20}', text)
    assert re.search(r'href="#[a-z][^"]+"[^>]*>(?:<[^>]*>)?section \d', text)


def test_every_page_may_load_only_the_book(build):
    """A strict policy stands on each page, and no script is left that it does not know."""
    for path in (build / "book").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        rules = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
        assert rules and "unsafe-inline" not in rules[1].split("style-src")[0], path
        assert not re.search(r"<[^>]+ on\w+=", re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)), path


def test_the_whole_can_be_taken_along(build):
    """One file has what setting up and running need, in both languages; the same bytes each time."""
    for folder, extra in (("", "exercises/05_gap_equation.ipynb"), ("zh/", "zh/exercises/05_gap_equation.ipynb")):
        with ZipFile(build / "book" / folder / "download" / "bcs-companion.zip") as archive:
            names = set(archive.namelist())
            assert archive.testzip() is None
        needed = {"pyproject.toml", "Makefile", "bcs_helpers/explore.js", "notebooks/05_gap_equation.ipynb", extra}
        assert {f"bcs-companion/{name}" for name in needed} <= names
        assert not [name for name in names if "__pycache__" in name or name.endswith("progress.json")]


def test_what_was_taken_along_is_trusted(build, tmp_path, monkeypatch):
    """Out of the zip sliders move in JupyterLab before anything is run, and the Chinese edition is up to date."""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    roots = {}
    for folder in ("", "zh"):
        with ZipFile(build / "book" / folder / "download" / "bcs-companion.zip") as archive:
            archive.extractall(tmp_path / f"unpacked{folder}")
        roots[folder] = tmp_path / f"unpacked{folder}" / "bcs-companion"
        assert all((roots[folder] / path.relative_to(ROOT)).exists() for path in (ROOT / ".jupyter").rglob("*"))
    run = [path for kind in ("notebooks", "solutions") for path in (ROOT / kind).glob("*.ipynb")]
    assert set(lab.trust(roots[""])) >= {path.relative_to(ROOT).as_posix() for path in run}
    every = {path.relative_to(ROOT).as_posix() for kind in pages.KINDS for path in (ROOT / kind).glob("*.ipynb")}
    built = editions.build(roots["zh"], "zh_CN")  # as `bcs lab` does
    assert built.left == {} and built.written == []
    assert set(lab.trust(roots["zh"], "zh/.trusted.txt")) == {f"zh/{name}" for name in every | {"index.ipynb"}}
    for path in run:  # in Chinese where it was run in Chinese, else in English, but never without
        notebook = json.loads((roots["zh"] / "zh" / path.relative_to(ROOT)).read_text(encoding="utf-8"))
        assert any(cell.get("outputs") for cell in notebook["cells"]), path


def test_what_work_has_left_is_not_taken_along():
    """What running and solving leave stays out, wherever the folder stands; what belongs to the project does not."""
    left = "solutions/progress.json exercises/marks/a.html bcs_helpers/__pycache__/a.pyc"
    left += " exercises/.ipynb_checkpoints/a.ipynb exercises/Untitled1.ipynb bcs_helpers/locale/xx/book.po"
    assert not [name for name in left.split() if assemble.own(ROOT / name)]
    ours = "bcs_helpers/classroom/building/facts.py bcs_helpers/locale/zh_CN/book.po exercises/14c_grain.ipynb"
    ours += " .jupyter/trusted.txt"
    assert all(assemble.own(ROOT / name) for name in ours.split())


def test_a_missing_page_leads_on(build):
    """404.html finds its styles and links from any depth, in each language."""
    for folder in ("", "zh/"):
        text = (build / "book" / folder / "404.html").read_text(encoding="utf-8")
        assert f'href="/{folder}_static/' in text
        article = text.partition("<article")[2].partition("</article>")[0]
        assert {f'href="/{folder}{name}.html"' for name in ("index", "search")} <= set(
            re.findall("href=[^>]+", article)
        )


def test_both_editions_can_be_taken_along(build, url, page):
    """A page offers its notebook in its own language: the same code but for one line, the words of that language."""
    codes = []
    for folder in ("", "zh/"):
        page.goto(f"{url}/{folder}exercises/05_gap_equation.html")
        with page.expect_download() as waiting:
            page.locator("p.take-along a").click()
        notebook = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))
        codes.append(["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"])
    (first, *rest), (told, *same) = codes
    assert told == f'from bcs_helpers.words import use; use("zh_CN")\n{first}' and same == rest
    names = {p.relative_to(build / "book" / "download") for p in (build / "book" / "download").rglob("*.ipynb")}
    assert names == {p.relative_to(build / "book/zh/download") for p in (build / "book/zh/download").rglob("*.ipynb")}
    assert len(names) == sum(len(list((ROOT / kind).glob("*.ipynb"))) for kind in pages.KINDS)


def test_sections_have_the_same_anchors_in_both_languages(build):
    """So that the language link and links from elsewhere keep their place."""
    for name in ("notebooks/05_gap_equation", "textbook"):
        texts = [(build / "book" / folder / f"{name}.html").read_text("utf-8") for folder in ("", "zh")]
        english, chinese = (re.findall(r'<section[^>]* id="([^"]+)"', text) for text in texts)
        assert english == chinese and len(english) > 1


def test_the_chinese_page_is_made_from_the_catalogues(tmp_path):
    """Lists, parts and titles that the book makes are Chinese too; anchors stay; what is missing is English."""
    pages.gather(tmp_path, "zh_CN")
    chapter = json.loads((tmp_path / "notebooks" / "05_gap_equation.ipynb").read_text(encoding="utf-8"))
    text = "\n".join(cell["source"] for cell in chapter["cells"] if cell["cell_type"] == "markdown")
    assert text.startswith("# 05 · 求解能隙方程") and "练习是笔记本文件" in text and "## Try it" not in text
    assert "[解答](solutions/05_gap_equation.ipynb)" in (tmp_path / "exercises.md").read_text(encoding="utf-8")
    index = (tmp_path / "index.md").read_text(encoding="utf-8")
    assert "| 05 求解能隙方程 |" in index and ":caption: 阅读" in index and "<!--" not in index
    told = json.loads((tmp_path / "pages.json").read_text(encoding="utf-8"))
    assert told["notebooks/05_gap_equation"]["translated"] and told["index"]["translated"]
    assert told["notebooks/05_gap_equation"]["sections"][1] == "derive-the-gap-equation"
    assert not pages.about({}, {"new.md": "# A page that is new\n"})["new"]["translated"]


def test_figures_are_linked_and_tables_set():
    """A figure has a name to which links lead, on its page and from others; formulas in tables are set."""
    figure = '<img alt="A &lt; B" id="gap_curve" width="704" src="data:image/png;base64,AAAA">'
    cell = {
        "cell_type": "code",
        "source": 'show(fig, "gap_curve")',
        "metadata": {},
        "outputs": [
            {"output_type": "display_data", "data": {"text/html": figure, "text/plain": "[figure]"}, "metadata": {}},
            {"output_type": "display_data", "data": {"text/html": "<table>$T_c$ / K</table>"}, "metadata": {}},
        ],
    }
    name, picture, table = pages.one_figure_each(cell)[0]["outputs"]
    assert name["data"] == {"text/html": '<span id="gap_curve"></span>'}
    assert picture["data"]["image/png"] == "AAAA" and picture["metadata"]["image/png"]["alt"] == "A < B"
    assert r'<span class="math notranslate nohighlight">\(T_c\)</span> / K' in table["data"]["text/html"]
    numbers = {"gap_curve": "5.1"}
    source = "<!-- figure: gap_curve -->\n**Figure.** See [](05_gap_equation.ipynb#gap_curve), [x](y.ipynb#z)."
    told = pages.in_language(pages.markdown(source), "en", numbers, "06")["source"]
    assert '<a class="figure" href="../figures/gap_curve.html">Figure 5.1.</a> See' in told
    assert 'See <a href="05_gap_equation.html#gap_curve">Figure 5.1</a>, [x](y.ipynb#z).' in told


# ---- the checks, each broken on purpose -------------------------------------------------------------------------


def test_a_figure_without_words_ends_the_build():
    """A picture without alternative text is named."""
    output = {"output_type": "display_data", "data": {"image/png": ""}, "metadata": {}}
    cells = [
        pages.markdown("# Title"),
        {"cell_type": "code", "source": "show(fig)", "metadata": {}, "outputs": [output]},
    ]
    problems = []
    pages.cells_of({"metadata": {}, "cells": cells}, "notebooks", "05_gap_equation", problems)
    assert "notebooks/05_gap_equation: a figure without alternative text" in problems[0]
    output["metadata"] = {"image/png": {"alt": "a curve"}}
    problems.clear()
    made = pages.cells_of({"metadata": {}, "cells": cells}, "notebooks", "05_gap_equation", problems)
    assert made[1]["metadata"]["mystnb"]["image"]["alt"] == "a curve"
    assert problems == []


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<a href="other.html#here">', ""),
        ('<a href="https://example.org">', ""),
        ('<a href="missing.html">', "leads nowhere, missing.html"),
        ('<a href="other.html#there">', "no such place in the page, other.html#there"),
        ('<script src="https://example.org/x.js">', "loads from elsewhere, https://example.org/x.js"),
        ('<link rel="stylesheet" href="//example.org/x.css">', "loads from elsewhere, //example.org/x.css"),
        ('<img src="other.html" alt="">', "an image without alternative text, other.html"),
    ],
)
def test_the_finished_site_is_checked(html, fault, tmp_path):
    """Dead links and anchors, things from elsewhere and bare images are named."""
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    (tmp_path / "other.html").write_text('<p id="here">', encoding="utf-8")
    assert book.check(tmp_path) == ([f"page.html: {fault}"] if fault else [])


def test_a_warning_ends_the_build(tmp_path, capfd):
    """Unresolved references and unknown markup are errors, and each is told."""
    text = "[x](missing.md)\n\n[x](#no-heading)\n\n{ref}`nowhere`\n\n{nosuchrole}`x`"
    (tmp_path / "source" / "en").mkdir(parents=True)
    (tmp_path / "source" / "en" / "index.md").write_text(f"# Title\n\n{text}\n", encoding="utf-8")
    with pytest.raises(lists.BookError, match="Sphinx warned"):
        book.sphinx(tmp_path, languages=["en"])
    warnings = [line for line in capfd.readouterr().err.splitlines() if "WARNING" in line]
    for what in ("missing.md", "no-heading", "nowhere", "nosuchrole"):
        assert any(what in line for line in warnings), what


def test_a_chinese_term_is_found_however_it_is_set():
    """The glossary writes BCS理论, as the textbook does; prose sets a space there, and some terms have two words."""
    linker = links.Linker("02_cooper_problem", {}, "zh_CN")
    found = linker("由 BCS 理论、Bogoliubov 准粒子和格点计算；普适能隙比。")
    places = re.findall(r'href="\.\./glossary\.html#term-([^"]+)"', found)
    assert places == ["BCS-theory-BCS", "Bogoliubov-quasiparticle-Bogoliubov", "lattice", "universal-gap-ratio"]


def test_a_term_is_none_inside_a_longer_one():
    """费米能 stands in 费米能级, whether that is a link already or not; in English a composite boson is no boson."""
    linker = links.Linker("02_cooper_problem", {}, "zh_CN")
    told = [linker(text) for text in ("费米能级。", "又是费米能级，然后是费米能。")]
    assert [re.findall(r'term-([^"]+)"[^>]*>([^<]+)', text) for text in told] == [
        [("Fermi-level", "费米能级")],
        [("Fermi-energy", "费米能")],
    ]
    english = links.Linker("02_cooper_problem", {}, "en")("Composite bosons are almost bosons.")
    assert re.findall(r'term-([^"]+)"', english) == ["composite-boson", "boson"]


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\tfrac12\ln(1+2\omega_D/E_B)", "½ ln(1+2ωD/EB)"),
        (r"\frac1{2E}", "1/(2E)"),
        (r"\frac{1}{4}N_0", "¼N0"),
        (r"\frac\pi4N_0\Delta", "(π/4)N0Δ"),
        (r"\frac{\xi+E}{2E_B}", "(ξ+E)/(2EB)"),
        (r"\frac{\Delta}{E_B}", "Δ/EB"),
        (r"\Omega", "Ω"),
        (r"\arcsin s", "arcsin s"),
        (r"\xi=\Delta\sinh u", "ξ=Δ sinh u"),
        (r"\operatorname{asinh}(x)", "asinh(x)"),
        (r"E=\sqrt{\xi^2+\Delta^2}", "E=√(ξ²+Δ²)"),
        (r"v_F/\sqrt3", "vF/√3"),
        (r"10^{-8}\,\mathrm{m}", "10⁻⁸ m"),
        (r"e^{-1/N_0V}", "e^(-1/N0V)"),
        (r"c^\dagger_{k\uparrow}", "c†k↑"),
        (r"\{c,c^\dagger\}=1", "{c,c†}=1"),
        (r"\langle \bar q q\rangle", "⟨q̄ q⟩"),
        (r"2\Delta_0/k_BT_c\approx3.53", "2Δ0/kBTc≈3.53"),
    ],
)
def test_a_formula_in_a_line_of_text(tex, text):
    """Excerpts of the search and tooltips say the same as the formula: no factor, no bracket and no name is lost."""
    assert links.readable(tex) == text


def test_no_formula_of_the_book_loses_a_command(build):
    """Every command in a formula of the text is one that has a sign, or that says nothing of its own."""
    silent = set(re.findall(r"\w+", "mathbf mathrm mathcal mathbb boldsymbol rm text displaystyle left right big"))
    known = {*links.SIGNS, *links.ACCENTS, *silent, "sqrt", "frac", "tfrac", "dfrac", "operatorname", "begin", "end"}
    used = set()
    for path in (build / "book").rglob("*.html"):
        for formula in assemble.FORMULA.findall(path.read_text(encoding="utf-8")):
            used |= set(re.findall(r"\\([A-Za-z]+)", formula.replace("\\\\", " ")))
    assert {name for name in used - known if not links.NAMES.fullmatch(name)} == set()
