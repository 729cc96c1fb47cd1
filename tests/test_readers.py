"""The page on which answers are read: whatever students write is shown and does nothing, and no tick is lost."""

import base64
import csv
import io
import json
import re
import struct
import zlib
from html.parser import HTMLParser
from importlib import import_module
from itertools import chain
from pathlib import Path

import pytest
from playwright.sync_api import expect

from bcs_helpers.classroom import course
from bcs_helpers.classroom.grading import collect, grading, manual, pictures, readers, reading, rendering, results

ROOT = Path(__file__).parents[1]
QUESTION = "why_no_expansion"
CHAPTER = "05_gap_equation"


def png(width=3, height=2, more=b""):
    """The bytes of a small grey picture, of the size that its head claims."""
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))  # noqa: E731
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * min(width, 9) for _ in range(min(height, 9))))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + (
        chunk(b"teXt", more) if more else b"") + chunk(b"IEND", b"")  # fmt: skip


def b64(data):
    return base64.b64encode(data).decode()


ALERT = "window.ran=1;alert(1)"
HOSTILE = {
    "script": f"<script>{ALERT}</script>\n\n<SCRIPT SRC=http://evil.test/x.js></SCRIPT>",
    "handlers": f'<img src=x onerror="{ALERT}"> <b onclick="{ALERT}" style="position:fixed">b</b>',
    "handler in a block": f'<div onclick="{ALERT}">\n\n<table background="//evil.test/"><tr><td onclick=x>a\n\n</div>',
    "links": "[a](javascript:window.ran=1) <javascript:window.ran=1> <a href='javascript:window.ran=1'>b</a> "
    "[c](data:text/html,x)\n\n[d]: javascript:window.ran=1\n\n[d] [e](http://evil.test/ \"t\")",
    "frames": "<iframe src='http://evil.test'></iframe><object data='http://evil.test'></object><embed src=//evil.te>",
    "svg": f"<svg onload='{ALERT}'><a xlink:href='javascript:{ALERT}'><text>a</text></a></svg>",
    "picture that is a drawing": "![a](data:image/svg+xml;base64," + b64(b"<svg onload='alert(1)'/>") + ")",
    "pictures from elsewhere": "![a](http://evil.test/a.png) <img src=//evil.test/b.png srcset='//evil.test/c 2x'>",
    "pictures of the disk": "![a](file:///etc/passwd) ![b](../state/times.json) <img src='pictures/../seed.txt'>",
    "styles": "<style>body{display:none}</style><link rel=stylesheet href=http://evil.test/x.css>"
    "<b style='background:url(http://evil.test)'>b</b>",
    "the page's own names": "<b id=said class=read data-points=9>b</b><article data-answer=x>a</article><main>m</main>",
    "forms": "<form action=http://evil.test><input name=points value=3><button>b</button></form><textarea>t</textarea>",
    "refresh": "<meta http-equiv=refresh content='0;url=http://evil.test'><base href=http://evil.test/>",
    "confusion": "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=x&gt;'>",
    "comments": "<!--><img src=x onerror=alert(1)>--> <![CDATA[<img src=x onerror=alert(1)>]]> <?php x ?>",
    "formula as a link": r"$\href{javascript:window.ran=1}{x}$ $\url{//evil.test}$ $\class{read}{x}$ $\cssId{said}{x}$",
    "formula as a script": r"$\text{<script>window.ran=1</script>}$ $<img src=x onerror=alert(1)>$ $\mathrm{<b>}$",
    "formula off its place": r"$\kern-9999em x \hspace{-9999em} y \raisebox{99em}{z}$",
    "broken formulas": "$\\frac{$ $x^2^3$ $\\left($ $\\begin{matrix}$ $$\\end{align}$$ $\\sqrt[$ \\[ \\] \\( $",
    "deep": "> " * 3000 + "x\n\n" + "- " * 500 + "x",
    "deep tags": "<div>" * 1400,
    "deep formula": "$" + "{" * 300 + "x" + "}" * 300 + "$ $" + r"\sqrt" * 900 + "$",
    "brackets": "![a](" * 4000,
    "stars": "**a*" * 5000,
    "a table of a million cells": "|" + "a|" * 900 + "\n|" + "-|" * 900 + "\n" + "|a|\n" * 1000,
    "references": "[x]: /" + "u" * 9000 + "\n\n" + "[x] " * 2400,
    "huge": "word " * 4000,
    "one long word": "x" * 20_000,
    "signs of all kinds": "".join(map(chr, [*range(1, 0x300), 0x202E, 0x2066, 0x200B, 0xFEFF, 0xFFFF, 0x1F600])),
}  # fmt: skip


class Seen(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes = set(), []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes += [(tag, *pair) for pair in attributes]


# ---- rendering ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_of_an_answer_can_act(name):
    """Only the named tags and attributes are left, no address among them, and a bounded length."""
    html = rendering.rendered(HOSTILE[name])
    seen = Seen(html)
    assert seen.tags <= rendering.TAGS | {"pre", "code"}
    assert len(html) <= rendering.GROWN + 20_000
    for tag, attribute, value in seen.attributes:
        assert attribute in rendering.ATTRIBUTES[tag] and not re.search(r"script:|//|url\(|data:|file:", value or "")


@pytest.mark.parametrize("name", HOSTILE)
def test_the_cleaning_holds_alone(name):
    """Whatever HTML came out of Markdown: no tag, attribute or address that is not named."""
    seen = Seen(rendering.clean(HOSTILE[name] + "<img src='http://evil.test/a'><img src='pictures/../seed.txt'>"))
    assert seen.tags <= rendering.TAGS and not [row for row in seen.attributes if row[1] == "src"]
    assert all(attribute in rendering.ATTRIBUTES.get(tag, ()) for tag, attribute, _ in seen.attributes)


def test_what_is_no_tag_of_a_person_is_text():
    """Nothing vanishes: not a comparison, and not a script, which can be read."""
    assert "T&lt;Tc and x&gt;0" in rendering.rendered("for T<Tc and x>0")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in rendering.rendered("<script>alert(1)</script>")
    assert "http://evil.test/a.png" in rendering.rendered("![a](http://evil.test/a.png)")
    assert "(https://doi.org/x)" in rendering.rendered("[the paper](https://doi.org/x)")
    assert rendering.rendered("$\\frac{$").count("\\frac{") == 1


@pytest.mark.parametrize(
    ("answer", "holds"),
    [
        ("**no** expansion", "<strong>no</strong>"),
        ("# Title", "<h4>Title</h4>"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "<td>2</td>"),
        ("H<sub>2</sub>O", "<sub>2</sub>"),
        ("`a<b`", "<code>a&lt;b</code>"),
        ("$T_c$", "<msub><mi>T</mi><mi>c</mi></msub>"),
        (r"so \(T_c\) is", "<msub><mi>T</mi><mi>c</mi></msub>"),
        ("$$\nx\n$$", '<math display="block">'),
        ("so\n\\[\n a\n + b\n\\]\nholds", "<mi>a</mi><mo>+</mo><mi>b</mi>"),
        (r"so \begin{align} a &= b \\ c &= d \end{align} holds", '<mtd columnalign="left"><mi></mi><mo>=</mo>'),
        (r"$\begin{aligned} a &= b \end{aligned}$", "<mtable"),
        (r"$\text{if } a<b \text{ and } a<c$", "<mo>&lt;</mo>"),
        (
            r"$\begin{pmatrix} a \\[2pt] b \end{pmatrix}$",
            "<mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr>",
        ),
        ("costs $5 and $6", "costs $5 and $6"),
        ("`\\(x\\)`", "<code>\\(x\\)</code>"),
    ],
)
def test_markdown_and_formulas_are_rendered(answer, holds):
    """As Jupyter shows them, with formulas that need no script."""
    assert holds in rendering.rendered(answer)


# ---- pictures -------------------------------------------------------------------------------------------------


def a_notebook(answer, **more):
    cell = {"cell_type": "markdown", "source": f"<!-- answer: {QUESTION} -->\n{answer}", **more}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def attached(data, mime="image/png", name="image.png"):
    return {"attachments": {name: {mime: b64(data)}}}


def words_of(data):
    return reading.read_notebook(data, CHAPTER).words[QUESTION]


def test_a_pasted_picture_is_named_by_what_it_shows():
    """Attached, in the text, in a tag: one name, so that equal answers are equal, and a result stays small."""
    beside = words_of(a_notebook("![a](attachment:my%20image.png)", **attached(png(), name="my image.png")))
    inside = words_of(a_notebook(f"![a](data:image/png;base64,{b64(png())})"))
    assert beside == inside == f"![a](attachment:{pictures.NAME.findall(beside)[0]})" and len(beside) < 60
    tag = words_of(a_notebook(f"<img src='data:image/png;base64,{b64(png())}' alt='a'>"))
    assert pictures.NAME.findall(tag) == pictures.NAME.findall(beside)
    assert rendering.rendered(tag).startswith('<img src="pictures/')
    other = words_of(a_notebook("![a](attachment:image.png)", **attached(png(4, 4))))
    assert manual.digest(other) != manual.digest(beside)


@pytest.mark.parametrize(
    ("kind", "data", "is_shown"),
    [
        ("png", png(), True),
        ("png", png(more=b"x" * (5 << 20)), True),
        ("png", png(more=b"x" * (13 << 20)), False),
        ("png", png(60_000, 60_000), False),
        ("png", png(8000, 8000), False),
        ("png", png(7000, 7000), True),
        ("png", b"<svg onload=alert(1)>", False),
        ("gif", png(), False),
        ("jpg", b"\xff\xd8\xff", False),
        ("webp", b"RIFF\0\0\0\0WEBPVP8 ", True),
        ("webp", b"<html>", False),
    ],
)
def test_only_pictures_of_a_sane_size_are_shown(kind, data, is_shown):
    """By what they are, not by what they are called."""
    assert (pictures.shown(b64(data), f"{'0' * 16}.{kind}") == data) == is_shown
    assert pictures.shown("no base64 !", f"{'0' * 16}.{kind}") is None


@pytest.mark.parametrize(
    "attachments",
    [
        *(3, [], {"image.png": 3}, {"image.png": {"image/png": 3}}, {"": {"image/png": "x"}}),
        *({"image.png": {"image/png": ["a", 3]}}, {"\ud800": {"image/png": "\ud800"}}),
    ],
)
def test_attachments_of_any_form_do_no_harm(attachments):
    """A notebook whose attachments are none is read as any other."""
    assert "attachment:image.png" in words_of(a_notebook("![a](attachment:image.png)", attachments={"x": attachments}))
    assert words_of(a_notebook("![a](attachment:image.png) here", attachments=attachments)).endswith("here")


# ---- who reads what -------------------------------------------------------------------------------------------


@pytest.fixture
def small(monkeypatch):
    """The tests' own course, with one question in words."""
    monkeypatch.setenv("BCS_COURSE", str(ROOT / "tests" / "frozen"))


def a_class(texts, given=(), question=None):
    """A Class of which only answers in words are known: {student: {question: answer}}, or {student: answer}."""
    students = []
    for name, answers in texts.items():
        answers = {QUESTION: answers} if isinstance(answers, str) else answers
        student = results.Student(name)
        for chapter in course.stems():
            of_chapter = {q.name: answers.get(q.name, "") for q in course.questions(chapter)}
            if any(of_chapter.values()):
                student.results[chapter] = results.Result(chapter, {}, of_chapter, [], [])
        students.append(student)
    given = dict(given)
    return results.Class(tuple(students), collect.Collected(()), given, False, [], readers.answers_of(students))


def test_every_answer_goes_to_one_reader_and_a_question_to_one_where_it_can(tmp_path):
    """Four readers of all questions: whole ones, as many each as can be; nothing twice, nothing left out."""
    questions = [q.name for q in course.questions()]
    made = a_class({f"s{n}": {q: f"{q} {n // 2}" for q in questions} for n in range(12)})
    readers.write(tmp_path, made, grading.write, "secret", readers=4)
    shares = [re.findall(r'data-answer="(\w+)"', (tmp_path / f"answers-{n}.html").read_text()) for n in (1, 2, 3, 4)]
    whole = re.findall(r'data-answer="(\w+)"', (tmp_path / "answers.html").read_text())
    assert sorted(chain(*shares)) == sorted(whole) and len(set(whole)) == len(whole) == 6 * len(questions)
    assert (
        max(map(len, shares)) - min(map(len, shares)) <= 6
        and "is split" not in (tmp_path / "answers-1.html").read_text()
    )
    readers.write(tmp_path, made, grading.write, "secret")
    assert [path.name for path in tmp_path.glob("answers*")] == ["answers.html"]


def test_one_question_is_split_and_says_so(small, tmp_path):
    """Where there are more readers than questions."""
    made = a_class({f"s{n}": f"answer {n}" for n in range(60)})
    readers.write(tmp_path, made, grading.write, "secret", readers=3)
    pages = [(tmp_path / f"answers-{n}.html").read_text() for n in (1, 2, 3)]
    shares = [re.findall(r'data-answer="(\w+)"', page) for page in pages]
    assert len(set(chain(*shares))) == 60 and all(10 < len(share) < 30 for share in shares)
    assert all("This question is split among the readers" in page for page in pages)


def test_the_order_does_not_tell_who_wrote(small, tmp_path):
    """Neither that of the answers nor that of the numbers follows the names; another secret, another order."""
    made = a_class({f"s{n:02d}": f"answer {n:02d}" for n in range(40)})
    orders = []
    for secret in ("one", "two"):
        readers.write(tmp_path, made, grading.write, secret)
        page = (tmp_path / "answers.html").read_text()
        names = re.findall(r'class="name">(s\d\d)<', page)
        numbers = dict(re.findall(r'class="name">(s\d\d)</span><span class="number">#(\d+)<', page))
        assert sorted(names) != names and sorted(map(int, numbers.values())) == list(range(1, 41))
        assert [int(numbers[name]) for name in sorted(names)] != sorted(map(int, numbers.values()))
        orders.append((names, numbers))
    assert all(one != two for one, two in zip(*orders, strict=True)) and len(
        readers.secret_of(3)
    ) == 32 != readers.secret_of(4)


# ---- in a browser ---------------------------------------------------------------------------------------------


def opened(page, folder, name="answers.html"):
    page.goto((folder / name).as_uri())
    return page


def saved(page):
    """(name, rows) of the file that Save gives."""
    with page.expect_download() as download:
        page.keyboard.press("s")
    text = Path(download.value.path()).read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    return download.value.suggested_filename, list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))


def keys(page, *pressed):
    for key in pressed:
        page.keyboard.press(key)


def test_hostile_answers_do_nothing_in_a_browser(small, tmp_path, page):
    """All of them on one page: no script runs, nothing is asked for, and it can be ticked."""
    made = a_class({f"{number:02d} {name}": text for number, (name, text) in enumerate(HOSTILE.items())}
                   | {"<img src=x onerror=alert(1)>": "fine", "zoe\" onfocus=\"alert(1)": "fine, too"})  # fmt: skip
    readers.write(tmp_path, made, grading.write, "secret")
    page.on("dialog", lambda dialog: (page.faults.append("a dialog"), dialog.dismiss()))
    opened(page, tmp_path)
    expect(page.locator("article")).to_have_count(len(HOSTILE) + 2)
    for article in page.locator("article").all():
        article.scroll_into_view_if_needed()
    for link in page.locator(".answer *:is(a, [href], b, u, mi)").all()[:40]:
        link.click(force=True, timeout=2000)
    assert page.evaluate("window.ran") is None and page.faults == []
    acting = """[...document.querySelectorAll(".answer *")].filter((e) => e.id || e.className ||
        getComputedStyle(e).position === "fixed" || [...e.attributes].some((a) => a.name.startsWith("on"))).length"""
    assert page.evaluate(acting) == 0
    keys(page, "n", "2")
    expect(page.locator("#count")).to_contain_text("1 of")


def test_the_policy_stops_what_would_slip_through(small, tmp_path, page):
    """Were the cleaning gone, the page's own policy would still let no script run and ask for nothing."""
    made = a_class({"ann": "here"})
    readers.write(tmp_path, made, grading.write, "secret")
    path = tmp_path / "answers.html"
    bad = "<script>window.ran=1</script><img src=http://evil.test/x onerror='window.ran=1'><iframe src='http://evil.test'></iframe>"
    path.write_text(path.read_text().replace("here", bad + "<b onclick='window.ran=1'>b</b>"))
    stopped, came = [], []
    page.on("requestfailed", lambda request: stopped.append((request.url, request.failure)))
    page.on("response", lambda response: came.append(response.url))
    opened(page, tmp_path).locator(".answer b").click()
    assert page.evaluate("window.ran") is None and [url for url in came if "evil" in url] == []
    assert {why for url, why in stopped if "evil" in url} == {"csp"}


def test_from_the_notebook_to_the_points_by_keyboard(small, tmp_path, page):
    """Tick, comment, reload, save, run again: the points are there; a changed answer is marked, nothing is lost."""
    folder, marks = tmp_path / "in", tmp_path / "marks"
    folder.mkdir()

    def hand_in(name, answer, **more):
        (folder / f"{name}_{CHAPTER}.ipynb").write_bytes(a_notebook(answer, **more))

    def run(**more):
        return grading.grade(folder, marks, seed=3, isolation="none", **more)

    def points_of(student):
        table = csv.DictReader((marks / "marks.csv").open(encoding="utf-8-sig"))
        return next(row[QUESTION] for row in table if row["student"] == student)

    hand_in("ann", "Because  $e^{-1/x}$ has **no** Taylor series.")
    hand_in("bob", "Because $e^{-1/x}$ has\n**no** Taylor series.")  # the same but for blanks
    hand_in("=cmd", 'No, "it" has, 王小明.\n![a](attachment:image.png)', **attached(png()))
    run()
    opened(page, marks)
    expect(page.locator("article")).to_have_count(2)
    assert {"ann, bob", "bob, ann"} & set(page.locator("h3").all_inner_texts())
    assert page.locator("img").evaluate("(e) => (e.loading = 'eager', e.decode().then(() => e.naturalWidth))") == 3
    first = page.locator("article", has_text="bob")
    page.keyboard.press("j")
    if "bob" not in page.evaluate("document.activeElement.innerText"):
        page.keyboard.press("j")
    keys(page, "2")
    expect(first.locator(".state")).to_have_text("2 of 3 points")
    keys(page, "c")
    page.keyboard.type('=well, "said" 好')
    keys(page, "Escape", "n")
    assert "cmd" in page.evaluate("document.activeElement.innerText")
    keys(page, "0")
    expect(page.locator("#count")).to_contain_text("2 of 2 read · not yet in a file: 2")
    page.reload()
    expect(page.locator("#count")).to_contain_text("2 of 2 read · not yet in a file: 2")
    assert first.locator("input[type=checkbox]").nth(1).is_checked()
    keys(page, "s")  # no name yet: it is asked for, and nothing is saved
    expect(page.locator("#said")).to_contain_text("Your name first")
    page.keyboard.type("Anna B.")
    page.locator("h1").click()
    name, rows = saved(page)
    assert re.fullmatch(r"manual-Anna-B--\d{14}\.csv", name) and {row["student"]: row["points"] for row in rows} == {
        "ann": "2",
        "bob": "2",
        "'=cmd": "0",
    }
    expect(page.locator("#count")).to_have_text("2 of 2 read")
    with (marks / name).open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.DictWriter(file, rows[0])
        table.writeheader()
        table.writerows(rows)
    before = (marks / "manual.csv").read_bytes()
    run()
    assert (marks / "manual.csv").read_bytes() == before
    assert [points_of(name) for name in ("ann", "bob", "'=cmd")] == ["2", "2", "0"]
    assert "=well, &#34;said&#34; 好" in (marks / "feedback" / "ann.html").read_text()
    # bob hands in another answer: his points stand, and both the run and the page say that it has changed
    hand_in("bob", "I think again.")
    told = [line for line in run() if line.startswith("handed in again since it was read")]
    assert len(told) == 1 and told[0].endswith(f"bob ({QUESTION})")
    page.reload()
    changed = page.locator("article", has_text="I think again.")
    expect(changed.locator(".state")).to_have_text(
        'not read The answer has changed since you gave 2 points. =well, "said" 好'
    )
    expect(changed.locator(".now")).to_have_text("handed in again since Anna B. read it; 2 points stand")
    expect(page.locator("article", has_text="Taylor").locator(".state")).to_have_text("2 of 3 points")
    keys(page, "n", "1", "2")
    _, rows = saved(page)
    assert {row["student"]: row["points"] for row in rows} == {"ann": "2", "bob": "3", "'=cmd": "0"}
    # a second reader disagrees
    with (tmp_path / "carl.csv").open("w", newline="") as file:
        table = csv.DictWriter(file, rows[0])
        table.writeheader()
        table.writerow(next(row for row in rows if row["student"] == "ann") | {"reader": "Carl", "points": "1"})
    lines = run(by_hand=[tmp_path / "carl.csv"])
    assert f"ann, {CHAPTER}, {QUESTION}: Anna B. gives 2, Carl gives 1; no points until manual.csv settles it" in lines
    assert points_of("ann") == "" and points_of("bob") == "2"
    opened(page, marks)
    expect(page.locator("article", has_text="Taylor").locator(".now")).to_contain_text("Carl gives 1; no points until")
    assert page.faults == []


def test_a_browser_that_keeps_nothing_says_so(small, tmp_path, page):
    """Ticks still come out as a file."""
    readers.write(tmp_path, a_class({"ann": "a", "bob": "b"}), grading.write, "secret")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    opened(page, tmp_path)
    expect(page.locator("#refused")).to_be_visible()
    keys(page, "n", "1", "n", "0")
    page.locator("#reader").fill("Anna")
    page.locator("h1").click()
    assert [row["points"] for row in saved(page)[1]] in (["1", "0"], ["0", "1"])
    assert page.faults == []


def test_points_by_hand_and_what_is_no_number(small, tmp_path, page):
    """A comma is a point; more than there is, or a word, is refused and told; Not read takes everything back."""
    readers.write(tmp_path, a_class({"ann": "a"}), grading.write, "secret")
    opened(page, tmp_path)
    keys(page, "n", "p")
    page.keyboard.type("2,5")
    expect(page.locator(".state")).to_have_text("2.5 of 3 points")
    page.locator("[name=points]").fill("7")
    expect(page.locator("#said")).to_have_text("a number between 0 and 3")
    expect(page.locator("[name=points]")).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".state")).to_have_text("2.5 of 3 points")
    page.get_by_role("button", name="Not read").click()
    expect(page.locator(".state")).to_have_text("not read")
    page.locator("#keys").uncheck()
    keys(page, "Tab", "1")
    expect(page.locator(".state")).to_have_text("not read")
    assert page.faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_by_all(small, tmp_path, browser, scheme):
    """axe finds nothing, light or dark; on a narrow screen nothing sticks out; hidden names are hidden from all."""
    given = {("ann", CHAPTER, QUESTION): manual.Given(2.0, "ok", "2", reader="Anna")}
    made = a_class({"ann": "# a\n$x$ `c` [l](http://x.test)", "bob": "b | c\n--|--\n1|2", "cy": "b" * 300}, given)
    readers.write(tmp_path, made, grading.write, "secret", readers=2)
    page = browser.new_page(color_scheme=scheme, viewport={"width": 390, "height": 800})
    opened(page, tmp_path, "answers-1.html")
    page.locator("#hide").check()
    axe = import_module("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page).response["violations"]
    assert [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert "ann" not in page.locator("#answers").inner_text() and "#" in page.locator("h3").first.inner_text()
    page.keyboard.press("n")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible() and page.locator(".answer").first.is_visible()
    page.close()
