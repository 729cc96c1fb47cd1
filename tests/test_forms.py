"""What a translator fills in: a form leaves the catalogues and comes back; what does not fit is refused."""

import json
from argparse import Namespace
from pathlib import Path

import polib
import pytest

from bcs_helpers import words
from bcs_helpers.classroom.wording import catalogues, command, forms, rooms

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
    assert said.out == f"05_gap: 1 filled in\n{path}: 1 are empty, 1 were refused\n" and "$T_c$ is missing" in said.err
    options.what = [str(locale / "none.json")]
    assert command.run(options, ROOT) == 1 and "none.json" in capsys.readouterr().err
