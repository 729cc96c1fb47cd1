"""Words: each notebook in the form of the house, figures numbered, and a second language from one source."""

from argparse import Namespace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bcs_helpers import words
from bcs_helpers.classroom import course
from bcs_helpers.classroom import notebooks as nb
from bcs_helpers.classroom.wording import captions, catalogues, code, command, font, prose, rooms, style

ROOT = Path(__file__).parents[1]
PAIRS = sorted(path for folder in ("notebooks", "solutions") for path in (ROOT / folder).glob("*.py"))

CHAPTER = """# %%
show(fig, "gap_curve")

# %% [markdown]
# <!-- figure: gap_curve -->
# **Figure.** A gap closes.
#
# See [](#crossing) and [Figure 9.9](07_other.ipynb#peak), not [this](#elsewhere).

# %%
explore(draw, alt="crossing", T=(0, 1))

# %% [markdown]
# <!-- figure: crossing -->
# Lines cross.
"""


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_notebook_has_the_form_of_the_house(path):
    """Alternative texts under keys, captions under figures, tables in tables, short lines, folded cells with a word."""
    if not style.moved(path):
        pytest.skip("its alternative texts still stand in the code")
    assert style.faults(path) == []


def test_figures_are_numbered_in_their_order():
    """The build writes the number of each figure before its caption and into each link, and does so once."""
    other = nb.from_text('# %%\nshow(fig, key="peak")\n')
    notebook = nb.from_text(CHAPTER)
    numbers = captions.numbers({"05_gap": notebook, "07_other": other})
    assert numbers == {"gap_curve": "5.1", "crossing": "5.2", "peak": "7.1"}
    done = [captions.numbered(cell.source, numbers) for cell in notebook.cells if cell.cell_type == "markdown"]
    assert done[0] == (
        "<!-- figure: gap_curve -->\n**Figure 5.1.** A gap closes.\n\n"
        "See [Figure 5.2](#crossing) and [Figure 7.1](07_other.ipynb#peak), not [this](#elsewhere)."
    )
    assert done[1] == "<!-- figure: crossing -->\n**Figure 5.2.** Lines cross."
    assert [captions.numbered(source, numbers) for source in done] == done


def faults_of(tmp_path, text, folder="notebooks"):
    (tmp_path / folder).mkdir(exist_ok=True)
    path = tmp_path / folder / "05_gap.py"
    path.write_text(text, encoding="utf-8")
    return " | ".join(style.faults(path))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('# %%\nshow(fig, "A curve falls.")\n', "the alternative text stands in the code"),
        ('# %%\nshow(fig, "no_such_key")\n', "has no text under 'no_such_key'"),
        ('# %%\nshow(fig, f"a {x}")\n', "written out"),
        ('# %%\nshow(fig, "gap_curve")\n', "no paragraph below begins with <!-- figure: gap_curve -->"),
        ("# %% [markdown]\n# <!-- figure: lost -->\n# Words.\n", "marks a figure that is not here"),
        (f"# %%\nx = {'1' * 100}\n", "a line of 104 characters"),
        ("# %%\nfor x in y:\n    print(x)\n", "should be a table"),
        ("# %%\nprint(*names)\n", "should be a table"),
        ('# %% tags=["hide-input"]\nfig, ax = figure()\n', "must be a comment"),
        ('# %% tags=["hide-input"]\n# Draw the gap\nfig, ax = figure()\n', ""),
    ],
)
def test_faults_of_form_are_named(tmp_path, text, fault):
    """Each fault is said with its cell; a cell that has none is silent."""
    said = faults_of(tmp_path, text)
    assert fault in said if fault else not said


@pytest.mark.parametrize(
    ("output", "fault"),
    [
        (nb.nbformat.v4.new_output("stream", text="x" * 101), "shows a line of 101 characters"),
        (nb.nbformat.v4.new_output("stream", text="{'a': 1}"), "shows a raw object"),
        (nb.nbformat.v4.new_output("execute_result", {"text/plain": "[1, 2]"}), "shows a raw object"),
        (nb.nbformat.v4.new_output("execute_result", {"text/plain": "[1]", "text/html": "<table>"}), ""),
    ],
)
def test_faults_of_outputs_are_named(tmp_path, output, fault):
    """Wide lines and raw objects in what a notebook shows."""
    (tmp_path / "solutions").mkdir()
    stored = nb.nbformat.v4.new_notebook(cells=[nb.nbformat.v4.new_code_cell("x", outputs=[output])])
    nb.nbformat.write(stored, tmp_path / "solutions" / "05_gap.ipynb")
    said = faults_of(tmp_path, "# %%\nx\n", "solutions")
    assert fault in said if fault else not said


# ---- how words are found --------------------------------------------------------------------------------------

HEADING = "The gap (problem {problem}, {points} points, {minutes} min)"


def structure(text):
    hidden = prose.FORMULA.sub(lambda match: match[0].replace("|", prose.BAR), text)
    return [token.type for token in prose._parser().parse(hidden)]


def test_prose_survives_a_translation():
    """With nothing translated every text is itself; with every message in brackets its blocks are the same."""
    texts = [cell.source for path in PAIRS for cell in nb.from_text(path.read_text("utf-8")).cells
             if cell.cell_type == "markdown"]  # fmt: skip
    texts += [path.read_text("utf-8") for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]]
    assert len(texts) > 500
    for text in texts:
        assert prose.translated(text, lambda message: message) == text
        pseudo = prose.translated(text, "⟦{}⟧".format)
        assert structure(pseudo) == structure(text)
        assert pseudo.count("⟦") == len(prose.runs(text))


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("## 3 · The whole curve", ["The whole curve"]),
        ("## The gap (problem 1096866, 4 points, 20 min)", [HEADING]),
        ("*25 minutes · you need: sums*", ["*{minutes} minutes · you need: sums*"]),
        ("<!-- figure: a -->\n**Figure 5.1.** A gap\ncloses, see [Figure 5.2](#b).", ["A gap closes, see [](#b)."]),
        ("| head | `T` |\n|---|---|\n| where $|x|<1$ holds | $T$ |", ["head", "where $|x|<1$ holds"]),
        ("> quoted\n> words", ["quoted words"]),
        ("$$a\\text{ where }b,\\text{K}$$\n\nThen $c_\\text{odd}$.", ["where", "Then $c_\\text{odd}$."]),
        ("$$E = mc^2$$\n\n<!-- answer: why -->\n", []),
        ("$$a$$\n\n| head | `T` |\n|---|---|\n| of $|y|$ | $T$ |", ["head", "of $|y|$"]),
        ("$$a$$ is $|x|<1$\n\n$$b$$\n\n* with $y$", ["$$a$$ is $|x|<1$", "with $y$"]),
        ("```text\nnot these\n```", []),
        ("```sh\nmake lab     # opens it\n# a line of words\n```", ["opens it", "a line of words"]),
        ("```{admonition} A title\nits words\n```", ["A title", "its words"]),
        ("```{toctree}\n:caption: Read\n\nnotebooks/05\n```", ["Read"]),
    ],
)  # fmt: skip
def test_messages_of_prose(text, messages):
    """Numbers that are facts are fields or stay outside; formulas, code and marks alone are no message."""
    assert [run.text for run in prose.runs(text)] == messages


def test_facts_come_back():
    """A translation gets the numbers of its place; the rest of the text does not move."""
    text = "## 2 · The gap (problem 1096866, 4 points, 20 min)\n\n$$x$$\n\n* one\n* two\n"
    told = {HEADING: "能隙（{minutes} 分钟，习题 {problem}，{points} 分）"}
    done = prose.translated(text, lambda message: told.get(message, message))
    assert done == "## 2 · 能隙（20 分钟，习题 1096866，4 分）\n\n$$x$$\n\n* one\n* two\n"


CELL = r'''
"""Not these words."""
for name, T in [("two fluids", 0.1)]:
    ax.plot(x, y, color="black", ls="dashed", label=f"{name} at {T:.2f} K, $\\frac{{1}}{{2}}$")
ax.set(xlabel="gap $\\Delta$", yscale="log", title=names["a key"])
ax.annotate("here it ends", (0, 1), textcoords="offset points")
assert status == "the sourced ones", "not this either"
print("levels:", x)
table({"one metal": symbols, "$T_c$ / K": numbers(Tc, 3)}, caption="Some metals.")
rows["another head"] = data["a key of data"]
data["a key"] = x
table(rows)
explore(draw, alt="a figure", labels={"T": "temperature"}, presets={"at Tc": {"T": 1}})
for look in ({"fill": True, "mfc": "none", "capstyle": "butt"}, {"connectionstyle": "arc3,rad=0.2"}):
    ax.plot(x, y, **look)
'''


def test_messages_of_a_cell():
    """What a reader sees is found: labels, ticks, heads, controls, printed lines; keys and options are not."""
    assert dict(code.messages(CELL)) == {
        "two fluids": False,
        r"{name} at {T} K, $\frac{{1}}{{2}}$": True,
        r"gap $\Delta$": False,
        "here it ends": False,
        "levels:": False,
        "one metal": False,
        "Some metals.": False,
        "temperature": False,
        "at Tc": False,
        "another head": False,
    }


SPEAKING = """
KINDS = {"a": "First {n}.", "b": "Second."}

def one(n, told="By default."):
    say(told, n=n)
    return translate(KINDS[n]) or say("Yes." if n else "No.", context="answer")

def two():
    one(1, "Passed on.")
    return [translate(name) for name in ("points", *MORE)], say(unknown()), "x".translate(TABLE)

MORE = ("tasks", "minutes")
parser.add_argument("--one", help="of a command")
"""


def test_messages_of_the_package():
    """Texts reach `say` through names, choices, loops and functions; what cannot be followed is told."""
    spoken = code.Spoken(SPEAKING)
    assert {text for _, text in spoken.messages} == {
        *("First {n}.", "Second.", "By default.", "Passed on.", "Yes.", "No.", "points", "tasks", "minutes"),
        "of a command",
    }
    assert ("answer", "Yes.") in spoken.messages and [text for _, text in spoken.unknown] == ["unknown()"]


def test_every_sentence_of_the_package_is_found():
    """No call of say or translate hides its text, but for rows and texts that are found where they stand."""
    hidden = []
    for path in sorted((ROOT / "bcs_helpers").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if rooms.SPEAKS.search(source) and path.stem != "words":
            hidden += [f"{path.name}: {text}" for _, text in code.Spoken(source).unknown]
    rows = {"feedback.py: task.hints[number - 1]", "feedback.py: what", "say.py: message"}
    assert set(hidden) <= rows | {
        "figures.py: texts[key][1]",
        "maps.py: alternatives()[COVER][1]",
        "editions.py: text",
        "own.py: text",
        "own.py: bare",
    } | {"cli.py: options['help']"}


def test_every_room_has_words():
    """All chapters, tasks, figures, the package, its script and the book are found; a word stands in one room."""
    found = rooms.messages(ROOT)
    assert set(course.stems()) | {"book", "common", "interface"} <= set(found)
    assert len({(m.context, m.text) for room in found.values() for m in room}) == sum(map(len, found.values())) > 4000
    texts = {message.text: room for room, messages in found.items() for message in messages}
    assert texts["reset"] == "interface" and texts["Not attempted yet."] == "interface"
    assert texts[course.find("transition_temperature").slips[0].says] == "05_gap_equation"
    assert texts["chapter"] in {"book", "common"} and texts["Check"] == "common"


# ---- catalogues -----------------------------------------------------------------------------------------------


@pytest.fixture
def locale(tmp_path, monkeypatch):
    """An empty folder of catalogues."""
    monkeypatch.setattr(words, "LOCALE", tmp_path)
    words.forget()
    yield tmp_path
    words.forget()


def room(*texts):
    return [rooms.Message(text) for text in texts]


LONG = "The gap closes like a square root at the critical temperature."


def test_a_translation_follows_its_sentence(locale):
    """It moves with it into another room; a changed sentence keeps its old one, marked; a short one does not."""
    first = {"05": room(LONG, "two words"), "06": room("Here is a sentence of heat capacity.")}
    made = catalogues.merge(first, "zh_CN")
    for catalogue in made.values():
        for entry in catalogue:
            entry.msgstr = f"译{entry.msgid}"
    catalogues.store(made, "zh_CN")
    changed = LONG.replace("closes", "ends")
    second = {"05": room(changed, "two word"), "common": room("Here is a sentence of heat capacity.")}
    catalogues.merge(second, "zh_CN")
    after = {entry.msgid: entry for c in catalogues.read("zh_CN").values() for entry in c if not entry.obsolete}
    assert after["Here is a sentence of heat capacity."].msgstr == "译Here is a sentence of heat capacity."
    assert after[changed].fuzzy and after[changed].previous_msgid == LONG and after[changed].msgstr == f"译{LONG}"
    assert after["two word"].msgstr == ""
    counted = catalogues.counts(second, "zh_CN")
    assert counted["05"] == {"messages": 2, "done": 0, "changed": 1, "missing": 1, "gone": 0}
    assert counted["common"]["done"] == 1
    words.forget()
    assert words.translate(changed, "zh_CN") == changed  # until somebody has looked at it
    text = (locale / "zh_CN" / "05.po").read_text(encoding="utf-8")
    catalogues.merge(second, "zh_CN")
    assert (locale / "zh_CN" / "05.po").read_text(encoding="utf-8") == text
    catalogues.merge(first, "zh_CN")  # the sentence comes back, and so does its translation
    back = {entry.msgid: entry for c in catalogues.read("zh_CN").values() for entry in c if not entry.obsolete}
    assert back["two words"].msgstr == "译two words"


@pytest.mark.parametrize(
    ("english", "translation", "fault"),
    [
        ("At $T_c$ the gap closes.", "在临界温度能隙闭合。", "formula $T_c$ is missing"),
        ("Call `gap`.", "调用。", "code `gap` is missing"),
        ("See [here](a.md).", "见[此处](b.md)。", "target of a link (b.md) is not"),
        ("{n} points", "分", "field {n} is missing"),
        ("{n} points", "{m} 分", "field {m} is not"),
        ("{n} times {a ** 2:.3f}", "{n} 乘以 {a * 2:.3f}", "field {a ** 2:.3f} is missing"),
        ("{n} times {a ** 2} and {b ** 2}", "{n} 乘以 {b ** 2} 与 {a ** 2}", ""),
        ("**{n}** times {a ** 2}", "{n} 乘以 {a ** 2}", "1 parts are bold"),
        ("%(name)s has points", "得分", "field %(name)s is missing"),
        ("a$$x$$b $y$", "甲$$x$$乙", "formula $y$ is missing"),
        ("It is <br> so.", "如此。", "tag <br> is missing"),
        ("One line.", "一\n行。", "the lines are not those"),
        (r"Of $c_\text{odd}$.", r"关于 $c_\text{奇}$。", ""),
        ("At 12 K, step 2.", "在 21 K，第二步。", "the number 12 is missing"),
        ("It is so.", "如此,是的。", "half width stands after Chinese: …如此,是"),
        ("Of $T_c$.", "关于$T_c$ 的。", "a space is missing beside Chinese: …关于$T_c$ 的"),
        ("BCS theory", "BCS理论", "a space is missing beside Chinese: …BCS理论"),
        ("**Gap.** It closes.", "能隙闭合。", "1 parts are bold"),
        ("**Gap:** it closes.", "**能隙：**它闭合。", "does not close"),
        ("**Gap:** it closes.", "**能隙**：它闭合。", ""),
        (r"$\frac{1}{2}$ of all", r"全部的 $\frac{1}{2}$", ""),
        ("At $T_c$.", "在 $T_c$（$T_c$ 为临界温度）。", ""),
    ],
)
def test_faults_of_a_translation(english, translation, fault):
    """What is lost or broken is told; what is well said is not."""
    found = catalogues.faults(english, translation, filled="{n}" in english)
    assert any(fault in line for line in found) if fault else not found


def test_every_translation_fits_its_english():
    """Formulas, code, links, fields and bold parts are those of the English; a message has one translation."""
    assert catalogues.all_faults("zh_CN") == []


def test_the_glossary_decides_each_term():
    """No translation uses another word for a term than docs/glossary.md."""
    assert [row[:4] for row in catalogues.missing_terms(ROOT, "zh_CN")] == []


def test_figures_have_all_letters():
    """The font of the figures has every letter of each translation that a figure may show."""
    assert font.lacking() == [], "bcs words font"
    held = set(map(chr, TTFont(words.FONT).getBestCmap()))
    assert len(font.common()) == 3755 and font.common() | set(font.ELEMENTS) | set("αΩ，。±") <= held
    assert not held & set(map(chr, range(0x2080, 0x208A))) and not catalogues.LOST.search("".join(held))


def test_a_letter_that_the_font_lacks_is_told(locale, tmp_path):
    """With the label in which it stands; the font that is made anew has it. It comes out the same each time."""
    catalogues.merge({"05": [rooms.Message("coupling", note=f"x, {catalogues.DRAWN}")]}, "zh_CN")
    stored = catalogues.read("zh_CN")
    stored["05"][0].msgstr = "耦合"
    catalogues.store(stored, "zh_CN")
    small, again = tmp_path / "small.otf", tmp_path / "again.otf"
    font.make(set("合 1"), words.FONT, small)
    assert font.lacking(small) == [("耦", "coupling")]
    stored["05"][0].msgstr = "合 ħ"  # which matplotlib's own font has, but not beside a formula
    catalogues.store(stored, "zh_CN")
    assert font.lacking(small) == []
    stored["05"][0].msgstr = "合 ħ $x$"
    catalogues.store(stored, "zh_CN")
    assert font.lacking(small) == [("ħ", "coupling")]
    stored["05"][0].msgstr = "耦合"
    catalogues.store(stored, "zh_CN")
    assert "耦" in font.letters(ROOT) - font.common()
    assert font.make(font.letters(ROOT), words.FONT, again) > 4000 and font.lacking(again) == []
    first = again.read_bytes()
    assert font.make(font.letters(ROOT), words.FONT, again) and again.read_bytes() == first
    with pytest.raises(ValueError, match=r"README.md is no font"):
        font.make("a", ROOT / "README.md", small)


def test_counts_and_what_a_release_asks(locale, capsys):
    """A contributor sees the counts and is not stopped; a release is, by what is missing or changed."""
    table = catalogues.counts({"05": room("one word", "two words")}, "zh_CN")
    options = Namespace(language="zh_CN", complete=False)
    assert command.count(table, options) == 0
    assert "all rooms" in capsys.readouterr().out
    options.complete = True
    assert command.count(table, options) == 1
    assert "2 messages have no translation" in capsys.readouterr().err


def test_terms_of_the_glossary(locale):
    """A sentence that holds a term and whose translation does not is listed."""
    made = catalogues.merge({"05": room("The Cooper pair is bound.", "Cooper pairs are bound.")}, "zh_CN")
    made["05"][0].msgstr, made["05"][1].msgstr = "电子对被束缚。", "库珀对被束缚。"
    catalogues.store(made, "zh_CN")
    found = list(catalogues.missing_terms(ROOT, "zh_CN"))
    assert [(term, english) for _, term, _, english, _ in found] == [("Cooper pair", "The Cooper pair is bound.")]


def test_a_term_inside_a_longer_one_is_not_asked_for(locale):
    """The coherence length (BCS) may be 相干长度 and holds no coherence; beside it, coherence is asked for."""
    made = catalogues.merge({"05": room("the coherence length", "coherence and coherence lengths")}, "zh_CN")
    made["05"][0].msgstr, made["05"][1].msgstr = "相干长度", "BCS 相干长度"
    catalogues.store(made, "zh_CN")
    found = list(catalogues.missing_terms(ROOT, "zh_CN"))
    assert [(term, english) for _, term, _, english, _ in found] == [("coherence", "coherence and coherence lengths")]


# ---- how words are said ---------------------------------------------------------------------------------------


def test_a_finished_text_is_found_by_its_fixed_parts(locale):
    """The longest fixed part wins; words in holes are looked up too; spaces around stay; braces are braces."""
    filled = [rooms.Message(t, filled=True) for t in ("{n} of {name}", "gap {n} of {name}", "set {{{x}}} here")]
    made = catalogues.merge({"05": [*filled, *room("tin", "cold")]}, "zh_CN")
    told = ["{name}的{n}", "{name}能隙{n}", "此处 {{{x}}}", "锡", "冷"]
    for entry, text in zip(made["05"], told, strict=True):
        entry.msgstr = text
    catalogues.store(made, "zh_CN")
    words.forget()
    fit = lambda text: words.fit(text, "zh")  # noqa: E731
    assert fit("gap 0.58 of tin") == "锡能隙0.58" and fit("3 of lead") == "lead的3"
    assert fit("  cold:") == "  cold:" and fit(" cold\n") == " 冷\n"
    assert fit("set {4} here") == "此处 {4}" and fit("") == "" and words.fit("cold") == "cold"


def test_the_words_of_a_list_are_found_one_by_one(locale):
    """Where each word of a list is known; formulas, names and numbers stand as they are; brackets are kept whole."""
    filled = [rooms.Message("kind: {kind}", filled=True), *(rooms.Message(sign, "list") for sign in (", ", ": "))]
    made = catalogues.merge({"05": [*filled, *room("measured", "muons", "Nb (1950, impure)")]}, "zh_CN")
    for entry, text in zip(made["05"], ["来历：{kind}", "，", "：", "实测", "μ 子", "Nb（1950，不纯）"], strict=True):
        entry.msgstr = text
    catalogues.store(made, "zh_CN")
    words.forget()
    fit = lambda text: words.fit(text, "zh")  # noqa: E731
    assert fit("measured, muons") == "实测，μ 子" and fit("kind: measured, muons") == "来历：实测，μ 子"
    assert fit(r"$0.957\,\lambda$, measured") == r"$0.957\,\lambda$，实测" and fit("Al, muons") == "Al，μ 子"
    assert fit("Nb (1950, impure), muons") == "Nb（1950，不纯），μ 子" and fit("1, 2") == "1, 2"
    assert fit("muons: $a$, 3") == "μ 子：$a$，3" and fit("lead: 3") == "lead: 3"
    assert fit("measured, by hand") == "measured, by hand"


def test_languages_are_named_as_people_name_them(locale, monkeypatch):
    """zh, zh-CN and zh_CN.UTF-8 are Chinese; what is unknown is English, and told where somebody asks for it."""
    catalogues.store(catalogues.merge({"05": room("one")}, "zh_CN"), "zh_CN")
    words.forget()
    for name in ("zh", "zh-CN", "zh_CN.UTF-8", "zh_CN"):
        monkeypatch.setenv("BCS_LANGUAGE", name)
        assert words.language() == "zh_CN"
    monkeypatch.setenv("BCS_LANGUAGE", "tlh")
    assert words.language() == "en"
    with pytest.raises(ValueError, match=r"language must be en or one of zh_CN, got 'tlh'"):
        words.use("tlh")


def test_what_a_notebook_prints_is_looked_up(locale, monkeypatch, tmp_path):
    """In a notebook that speaks another language, printed words are that language's, whatever else a line holds."""
    made = catalogues.merge({"05": [rooms.Message("the gap is {x} meV", filled=True), *room("levels:")]}, "zh_CN")
    made["05"][0].msgstr, made["05"][1].msgstr = "能隙为 {x} meV", "能级："
    catalogues.store(made, "zh_CN")
    source = 'from bcs_helpers.words import use; use("zh")\nx = 0.58\n'
    source += 'print(f"the gap is {x:.1f} meV")\nprint("levels:", [1])'
    notebook = nb.nbformat.v4.new_notebook(cells=[nb.nbformat.v4.new_code_cell(source)])
    done = nb.run(notebook, ROOT / "notebooks", BCS_LOCALE=str(locale))
    assert done.cells[0].outputs[0].text == "能隙为 0.6 meV\n能级： [1]\n"
