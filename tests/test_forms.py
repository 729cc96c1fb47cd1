"""What a translator fills in: a form leaves the catalogues and comes back; what does not fit is refused."""

import json
import re
import shutil
import subprocess
from argparse import Namespace
from importlib import import_module
from pathlib import Path

import polib
import pytest
from playwright.sync_api import expect

from bcs_helpers import words
from bcs_helpers.classroom import cli, project
from bcs_helpers.classroom.wording import catalogues, command, forms, rooms
from bcs_helpers.classroom.wording import page as the_page

ROOT = Path(__file__).parents[1]
GAP = "The gap closes like a square root at $T_c$."
COUNT = "{n} pairs are broken"
LABEL = "flux of $T_c$"
ROOMS = {
    "05_gap": [rooms.Message(GAP, note="notebooks/05_gap"), rooms.Message(COUNT, filled=True)],
    "05b_more": [rooms.Message(LABEL, note="notebooks/05b_more, shown by the code")],
    "common": [rooms.Message("Cooper pair", "answer")],
}
TOLD = {GAP: "能隙在 $T_c$ 处像平方根那样闭合。", COUNT: "拆开了 {n} 个库珀对", LABEL: "$T_c$ 的磁通"}


@pytest.fixture
def locale(tmp_path, monkeypatch):
    """Catalogues with all messages and no translation."""
    monkeypatch.setattr(words, "LOCALE", tmp_path / "locale")
    catalogues.merge(ROOMS, "zh_CN")
    words.forget()
    yield tmp_path
    words.forget()


def stored():
    return {e.msgid: e for c in catalogues.read("zh_CN").values() for e in c if not e.obsolete}


def the_form(locale, names=(), language="zh_CN"):
    path = locale / "form.json"
    path.write_text(forms.as_json(forms.todo(ROOT, ROOMS, language, names), language), encoding="utf-8")
    return path, json.loads(path.read_text(encoding="utf-8"))


def give(path, form):
    path.write_text(json.dumps(form), encoding="utf-8")
    return forms.fill(ROOMS, *forms.read(path))


def test_a_form_for_a_script(locale):
    """It has what is missing, with place, context and terms; it goes back; nothing is left to do, twice."""
    path, form = the_form(locale)
    assert [row["english"] for row in form["messages"]] == [GAP, COUNT, LABEL, "Cooper pair"]
    assert form["messages"][0]["where"] == "notebooks/05_gap" and form["messages"][3]["context"] == "answer"
    assert form["messages"][3]["terms"] == {"Cooper pair": ["库珀对"]}
    assert forms.fill(ROOMS, *forms.read(path)) == forms.Filled(empty=4)
    for row in form["messages"]:
        row["translation"] = TOLD.get(row["english"], "库珀对")
    assert give(path, form) == forms.Filled(done={"05_gap": 2, "05b_more": 1, "common": 1})
    assert words.translate("Cooper pair", "zh_CN", "answer") == "库珀对" and words.translate(GAP, "zh_CN") == TOLD[GAP]
    assert list(forms.todo(ROOT, ROOMS, "zh_CN")) == [] and len(list(forms.todo(ROOT, ROOMS, "zh_CN", every=True))) == 4
    before = {p: p.read_bytes() for p in locale.rglob("*.po")}
    give(path, form)
    assert {p: p.read_bytes() for p in locale.rglob("*.po")} == before


def test_a_form_for_an_editor(locale):
    """A .po file with notes; the mark fuzzy says that nobody has looked yet."""
    catalogues.merge({"05_gap": [rooms.Message("The gap is closed like a square root at $T_c$.")]}, "zh_CN")
    old = catalogues.read("zh_CN")
    next(e for e in old["05_gap"] if not e.obsolete).msgstr = TOLD[GAP]
    catalogues.store(old, "zh_CN")
    catalogues.merge(ROOMS, "zh_CN")
    path = locale / "form.po"
    path.write_text(forms.as_po(forms.todo(ROOT, ROOMS, "zh_CN", ["05"]), "zh_CN"), encoding="utf-8")
    form = polib.pofile(str(path))
    assert [entry.fuzzy for entry in form] == [True, False, False] and form[0].msgstr == TOLD[GAP]
    assert form[0].previous_msgid.startswith("The gap is closed")
    assert forms.fill(ROOMS, *forms.read(path)).done == {} and stored()[GAP].fuzzy
    form[0].flags = []
    form.save(str(path))
    assert forms.fill(ROOMS, *forms.read(path)).done == {"05_gap": 1}
    assert not stored()[GAP].fuzzy and stored()[GAP].previous_msgid is None
    assert words.FILLED in stored()[COUNT].flags


@pytest.mark.parametrize(
    ("english", "told", "fault"),
    [
        (GAP, "能隙在临界温度闭合。", r"formula $T_c$ is missing"),
        (COUNT, "拆开了许多库珀对", "field {n} is missing"),
        (COUNT, "拆开了 {n} 个\n库珀对", "one line"),
        (LABEL, "Φ₀，$T_c$ 的磁通", "no ₀: write it inside"),
        ("No such sentence.", "没有这句话。", "does not say this"),
    ],
)
def test_what_does_not_fit_is_refused(locale, english, told, fault):
    """With a sentence, and alone: the other rows of the form are kept."""
    rows = [(None, english, told), ("answer", "Cooper pair", "库珀对")]
    filled = forms.fill(ROOMS, "zh_CN", rows)
    assert [text for text, _ in filled.refused] == [english] and fault in filled.refused[0][1]
    assert filled.done == {"common": 1}
    assert english not in stored() or not stored()[english].msgstr


def test_nobody_s_translation_is_lost(locale):
    """What somebody else has filled in stays, unless it is asked for; a file of another room is not touched."""
    forms.fill(ROOMS, "zh_CN", [(None, COUNT, "已拆开 {n} 对")])
    rows = [(None, COUNT, TOLD[COUNT])]
    assert "已拆开" in forms.fill(ROOMS, "zh_CN", rows).refused[0][1] and stored()[COUNT].msgstr == "已拆开 {n} 对"
    assert forms.fill(ROOMS, "zh_CN", rows, replace=True).done == {"05_gap": 1}
    assert stored()[COUNT].msgstr == TOLD[COUNT]


def test_a_new_sentence_can_be_filled_in_before_it_is_extracted(locale):
    """It is put into its room; where it has moved to, its translation moves too."""
    more = ROOMS | {"05_gap": [*ROOMS["05_gap"], rooms.Message("two fluids")]}
    assert forms.fill(more, "zh_CN", [(None, "two fluids", "两种流体")]).done == {"05_gap": 1}
    moved = ROOMS | {"common": [*ROOMS["common"], rooms.Message("two fluids")]}
    assert catalogues.counts(catalogues.merge(moved, "zh_CN") and moved, "zh_CN")["common"]["done"] == 1


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.json", '{"messages": [{"english": "x"}]}', "is no form"),
        ("a.json", "{", "is no form"),
        ("a.json", '{"messages": [{"english": "x", "translation": 3}]}', "are texts"),
        ("a.po", "these are no messages", "neither a .po file nor JSON"),
    ],
)
def test_what_is_no_form_is_said(locale, name, text, why):
    """The file is named."""
    (locale / name).write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=rf"a\.\w+.*{why}"):
        forms.read(locale / name)


def test_rooms_are_named_by_their_numbers():
    """05 is every part of chapter 05; an unknown room is answered by those that there are."""
    assert forms.chosen(ROOMS, ["05", "common"]) == list(ROOMS) and forms.chosen(ROOMS, ["05b"]) == ["05b_more"]
    with pytest.raises(ValueError, match="no room '06'; there are 05_gap, 05b_more, common"):
        forms.chosen(ROOMS, ["06"])


def test_the_command(locale, capsys, monkeypatch):
    """`todo` prints what `fill` reads; a refusal is said and ends with 1."""
    monkeypatch.setattr(rooms, "messages", lambda root: ROOMS)
    options = Namespace(action="todo", what=["05"], language="zh", json=True, all=False, replace=False)
    assert command.run(options, ROOT) == 0
    path, form = locale / "05.json", json.loads(capsys.readouterr().out)
    form["messages"][0]["translation"], form["messages"][1]["translation"] = "能隙闭合。", TOLD[COUNT]
    path.write_text(json.dumps(form), encoding="utf-8")
    options = Namespace(action="fill", what=[str(path)], language="zh", replace=False)
    assert command.run(options, ROOT) == 1
    said = capsys.readouterr()
    assert (
        said.out == f"05_gap: 1 filled in\n{path}: 0 stood there already, 1 are empty, 1 were refused\n"
        and "$T_c$ is missing" in said.err
    )
    monkeypatch.setattr(project, "find_root", lambda: ROOT)
    assert cli.main(["words", "fill", "--replace", str(path)]) == 1 and "1 stood there" in capsys.readouterr().out
    options.what = [str(locale / "none.json")]
    assert command.run(options, ROOT) == 1 and "none.json" in capsys.readouterr().err


# ---- with an editor of .po files ---------------------------------------------------------------------------------


def rewritten(path):
    """As an editor of .po files writes it: lines wrapped, its own head. By msgcat where there is one."""
    if shutil.which("msgcat"):
        subprocess.run(["msgcat", "--width=60", "-o", path, path], check=True)
    else:
        form = polib.pofile(str(path), wrapwidth=60)
        form.save(str(path))
    form = polib.pofile(str(path), wrapwidth=60)
    form.metadata |= {"X-Generator": "Poedit 3.4", "PO-Revision-Date": "2026-01-01 00:00+0000"}
    return form


@pytest.fixture
def told(locale):
    """Catalogues in which all but one message are translated, and one has changed in English since."""
    old = "The gap closes like a root at $T_c$."
    begun = ROOMS | {"05_gap": [rooms.Message(old, note="notebooks/05_gap"), *ROOMS["05_gap"][1:]]}
    catalogues.merge(begun, "zh_CN")
    forms.fill(
        begun, "zh_CN", [(None, old, TOLD[GAP]), (None, COUNT, TOLD[COUNT]), ("answer", "Cooper pair", "库珀对")]
    )
    catalogues.merge(ROOMS, "zh_CN")
    return locale


def test_an_editor_s_file_is_taken(told):
    """Wrapped anew and with a head of its own: what it leaves as it is is no change, what it changes is put in."""
    path = told / "05_gap.po"
    shutil.copy(catalogues.folder("zh_CN") / "05_gap.po", path)
    form = rewritten(path)
    form.find(COUNT).msgstr = "打散了 {n} 个库珀对"
    form.save(str(path))
    assert path.read_text(encoding="utf-8").count("\n") > form.find(COUNT).linenum
    filled = forms.fill(ROOMS, *forms.read(path), replace=True)
    assert filled == forms.Filled(done={"05_gap": 1}, empty=1)  # the fuzzy one waits for somebody to look at it
    assert stored()[COUNT].msgstr == "打散了 {n} 个库珀对" and stored()[GAP].fuzzy
    assert "X-Generator" not in (catalogues.folder("zh_CN") / "05_gap.po").read_text(encoding="utf-8")


# ---- a page for a browser ----------------------------------------------------------------------------------------


def opened(browser_page, place, names=("05", "common")):
    """The page of rooms, opened from the disk."""
    rows = list(forms.todo(ROOT, ROOMS, "zh_CN", names, every=True))
    (place / "form.html").write_text(the_page.made(rows, "zh_CN", "05-common"), encoding="utf-8")
    browser_page.goto((place / "form.html").as_uri())
    return {a.locator(".english").text_content(): a for a in browser_page.locator("article").all()}


def saved(browser_page, place):
    """The file that the page saves."""
    with browser_page.expect_download() as download:
        browser_page.keyboard.press("Control+s")
    assert re.fullmatch(r"words-05-common-\d{14}\.json", download.value.suggested_filename)
    download.value.save_as(place / "saved.json")
    return place / "saved.json"


def shown(browser_page, what):
    browser_page.get_by_role("radio", name=what).check()
    return [a.locator(".english").text_content() for a in browser_page.locator("article:visible").all()]


def test_a_translation_is_changed_in_a_browser(told, page):
    """Change one, translate one, look at one again; faults are said at once; save, fill; it is in the catalogue."""
    row = opened(page, told)
    assert shown(page, "without translation") == [LABEL] and shown(page, "changed in English") == [GAP]
    assert shown(page, "all") == [GAP, COUNT, LABEL, "Cooper pair"]
    assert "库珀对" in row["Cooper pair"].locator(".terms").inner_text()
    assert "closes like a root" in row[GAP].locator(".before").inner_text()
    box = row[COUNT].get_by_role("textbox")
    box.fill("打散了许多库珀对")
    expect(row[COUNT].locator(".faults")).to_have_text("{n} is missing")
    expect(box).to_have_attribute("aria-invalid", "true")
    assert shown(page, "does not fit") == [COUNT] == shown(page, "written here")
    page.reload()  # it is still there
    row = {a.locator(".english").text_content(): a for a in page.locator("article").all()}
    assert row[COUNT].get_by_role("textbox").input_value() == "打散了许多库珀对"
    row[COUNT].get_by_role("textbox").fill("打散了 {n} 个库珀对")
    expect(row[COUNT].locator(".faults")).to_be_empty()
    row[COUNT].get_by_role("textbox").press("Control+Enter")
    page.keyboard.type("$T_c$ 的磁通")
    row[GAP].get_by_role("button", name="It still fits").click()
    assert shown(page, "written here") == [GAP, COUNT, LABEL]
    row[GAP].get_by_role("button", name="Undo").click()
    expect(page.locator("#count")).to_have_text("3 shown · not yet in a file: 2")
    path = saved(page, told)
    expect(page.get_by_role("status")).to_contain_text("Saved 2 translations as words-05-common-")
    expect(page.locator("#count")).to_have_text("3 shown")
    assert forms.fill(ROOMS, *forms.read(path)) == forms.Filled(done={"05_gap": 1, "05b_more": 1})
    assert stored()[COUNT].msgstr == "打散了 {n} 个库珀对" and stored()[LABEL].msgstr == "$T_c$ 的磁通"
    row = opened(page, told)  # what the catalogue has is no change any more
    assert shown(page, "written here") == [] and shown(page, "changed in English") == [GAP]
    shown(page, "all")
    assert row[COUNT].get_by_role("textbox").input_value() == "打散了 {n} 个库珀对"
    assert page.faults == []


def test_two_people_change_one_sentence(told, page):
    """The second file is refused for that sentence; the page says what stands there now, and it may be replaced."""
    box = opened(page, told)[COUNT].get_by_role("textbox")
    box.fill("打散了 {n} 个库珀对")
    path = saved(page, told)
    forms.fill(ROOMS, "zh_CN", [(None, COUNT, "{n} 个库珀对拆散了")], replace=True)
    assert "translated already" in forms.fill(ROOMS, *forms.read(path)).refused[0][1]
    row = opened(page, told)[COUNT]
    assert "{n} 个库珀对拆散了" in row.locator(".faults").inner_text()
    row.get_by_role("textbox").press("End")
    page.keyboard.type("。")
    expect(row.locator(".faults")).to_be_empty()
    assert forms.fill(ROOMS, *forms.read(saved(page, told))).done == {"05_gap": 1}
    assert stored()[COUNT].msgstr == "打散了 {n} 个库珀对。"


def test_a_browser_that_keeps_nothing_says_so(told, page):
    """Where the browser has no store the page works until it is closed, and says it."""
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('closed'); }})")
    row = opened(page, told)[COUNT]
    expect(page.get_by_role("alert")).to_contain_text("Save before you close it")
    row.get_by_role("textbox").fill("打散了 {n} 个库珀对")
    assert forms.fill(ROOMS, *forms.read(saved(page, told))).done == {"05_gap": 1}


def broken(translation):
    """A translation, and what becomes of it at careless hands: a part lost, doubled or set wrongly."""
    yield translation
    for pattern in (*catalogues.PARTS.values(), words.FIELD, re.compile(r"\*\*"), re.compile(" ")):
        for match in list(pattern.finditer(translation))[:2]:
            yield translation[: match.start()] + translation[match.end() :]
            yield translation[: match.end()] + match[0] + translation[match.end() :]
    yield translation.replace("，", ",")
    yield translation.replace("。", "\n", 1)
    yield translation + " $x_0$ [a](b.html) <b> {n} ₀"


def test_the_page_says_what_the_catalogues_refuse(page):
    """All sentences of a chapter and of the package, whole and broken: the script finds the same faults as Python."""
    sheet, pairs = [], []
    for room in ("05_gap_equation", "interface"):
        for entry in catalogues.read("zh_CN")[room]:
            if not entry.obsolete and entry.msgstr:
                message = rooms.Message(entry.msgid, note=entry.comment, filled=words.FILLED in entry.flags)
                sheet += [(message, text) for text in broken(entry.msgstr)]
    assert len(sheet) > 5000
    for message, text in sheet:
        drawn = catalogues.DRAWN in message.note
        pairs.append([message.text, text, {"filled": message.filled, "drawn": drawn}])
    page.set_content(the_page.made([], "zh_CN", "none"))
    found = page.evaluate("pairs => pairs.map((pair) => faults(...pair))", pairs)
    left = re.compile("the number |a \\*\\* does not close")
    differ, faulty = [], 0
    for (message, text), here in zip(sheet, found, strict=True):
        there = [fault for fault in catalogues.faults_of(message, text) if not left.match(fault)]
        there = [re.sub(r"^the (formula|code|target of a link|mark|tag|field) (?=.* (is|are) )", "", f) for f in there]
        faulty += bool(there)
        if [_kind(fault) for fault in there] != [_kind(fault) for fault in here]:
            differ.append((message.text, text, there, here))
    assert faulty > 2000 and differ == []


def _kind(fault):
    """A fault without the piece of text that it shows; the numbers of bold parts stand apart in both."""
    return re.sub(r": ….*…$", "", re.sub(r".*bold.*", "bold", re.sub(r"^the lines are not.*: ", "", fault)))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(told, browser, dark):
    """In light and dark, on a phone, with a fault said."""
    axe = import_module("axe_playwright_python.sync_playwright").Axe()
    phone = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme="dark" if dark else "light")
    opened(phone, told)[COUNT].get_by_role("textbox").fill("打散了许多库珀对")
    phone.get_by_text("Which keys").click()
    found = axe.run(phone).response["violations"]
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.close()


def test_the_page_speaks_the_language_of_its_reader(told, page, monkeypatch):
    """Its own words are looked up as all others."""
    catalogues.store({"interface": _catalogue("Save", "保存")}, "zh_CN")
    words.forget()
    monkeypatch.setenv("BCS_LANGUAGE", "zh")
    opened(page, told)
    expect(page.get_by_role("button", name="保存")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "zh-CN"


def _catalogue(english, translation):
    made = catalogues.empty("zh_CN")
    made.append(polib.POEntry(msgid=english, msgstr=translation))
    return made
