"""Figures: sharp and small pictures, alternative texts under a key, words in the reader's language."""

import warnings
from base64 import b64decode
from html import unescape
from io import BytesIO

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from PIL import Image, ImageColor

from bcs_helpers import figures, words
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLUE, HOUSE, edges, figure, picture, png, reword, show

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "gap $\\\\Delta$"
msgstr "能隙 $\\\\Delta$"

msgid "cold"
msgstr "冷"

#, python-brace-format
msgid "at {T} of {name}"
msgstr "{name}，{T}"

msgid "tin"
msgstr "锡"

msgid "A curve falls, slowly."
msgstr "曲线缓慢下降。"

msgid "reset"
msgstr "复位"

#, fuzzy
msgid "warm"
msgstr "热"
"""


@pytest.fixture
def chinese(tmp_path, monkeypatch):
    """A catalogue of a few words, and a reader who wants it."""
    (tmp_path / "zh_CN").mkdir()
    (tmp_path / "zh_CN" / "few.po").write_text(CATALOGUE, encoding="utf-8")
    monkeypatch.setattr(words, "LOCALE", tmp_path)
    monkeypatch.setenv("BCS_LANGUAGE", "zh")
    words.forget()
    yield
    words.forget()


@pytest.fixture
def texts(tmp_path, monkeypatch):
    """A file of alternative texts."""
    folder = tmp_path / "alt"
    folder.mkdir()
    (folder / "05_gap.toml").write_text('gap_curve = """\nA curve falls,\n  slowly."""\n', encoding="utf-8")
    monkeypatch.setattr(words, "ALT", folder)
    return folder


def drawn():
    fig, ax = figure()
    ax.plot([0, 1], [0, 1], color=BLUE, label="cold")
    ax.set(xlabel=r"gap $\Delta$", ylabel="warm", title="at 0.5 K of tin")
    ax.set_xticks([0, 1], ["cold", "1"])
    ax.legend()
    return fig


def test_a_picture_is_sharp_and_keeps_its_colours():
    """Twice as many pixels as the page shows; white is white, and no pixel of a flat colour is off by a level."""
    fig, ax = figure()
    ax.axhspan(0, 1, color=BLUE)
    data = png(fig)
    image = np.asarray(Image.open(BytesIO(data)).convert("RGB"))
    assert image.shape == (880, 1408, 3) and fig.dpi == 110
    assert (image[0, 0] == 255).all()
    np.testing.assert_allclose(image[440, 900] / 255, to_rgb(BLUE), atol=1.01 / 255)
    saved = BytesIO()
    fig.savefig(saved, dpi=220)
    whole = np.asarray(Image.open(saved).convert("RGB")).astype(int)
    assert np.abs(whole - image).mean() < 0.5  # of 255 levels: what 64 colours cost
    assert data == png(fig)


def test_a_thin_line_keeps_its_colour_beside_many_others():
    """An image with all colours of a map takes none away from the house's."""
    fig, (left, right) = figure(1, 2)
    for height, colour in enumerate(HOUSE[1:]):
        left.plot([0, 1], [height, height], color=colour, lw=0.8)
    right.imshow(np.arange(3600.0).reshape(60, 60), cmap="cividis")
    found = {pixel for _, pixel in Image.open(BytesIO(png(fig))).convert("RGB").getcolors(1 << 20)}
    assert {ImageColor.getrgb(colour) for colour in HOUSE} <= found


def test_the_columns_of_a_figure():
    """A colour bar stands in the column of its picture, at its right."""
    fig, (left, right) = figure(1, 2)
    bar = fig.colorbar(left.imshow([[0, 1], [2, 3]]), ax=left)
    right.plot([0, 1])
    fig.draw_without_rendering()
    begin, middle, end = np.array(edges(fig)) * fig.dpi / 72
    assert abs(left.get_tightbbox().x0 - begin) < 10 and abs(right.get_tightbbox().x1 - end) < 10  # of 1000 pixels
    assert bar.ax.get_tightbbox().x1 < middle < right.get_tightbbox().x0


def test_the_faces_of_a_figure(texts, monkeypatch):
    """A PNG, an img that carries its text where JupyterLab keeps it, and the text itself."""
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda data, raw, metadata: shown.append((data, metadata)))
    show(drawn(), "gap_curve")
    (data, metadata) = shown[0]
    assert data["text/plain"] == "[figure] A curve falls, slowly."
    assert metadata == {"image/png": {"alt": "A curve falls, slowly."}}
    start = '<img alt="A curve falls, slowly." id="gap_curve" width="704" src="data:image/png;base64,'
    assert data["text/html"] == f'{start}{data["image/png"]}">'
    assert Image.open(BytesIO(b64decode(data["image/png"]))).size == (1408, 880)
    assert 'alt="a &quot;word&quot; &lt; 1"' in picture(drawn(), 'a "word" < 1')["text/html"]


@pytest.mark.parametrize(
    ("key", "says"),
    [("gap_curv", "there is 'gap_curve', in 05_gap.toml"), ("tunnel", "bcs_helpers/alt/STEM.toml"), (" ", "needs")],
)
def test_a_missing_text_is_named(texts, key, says):
    """The message says the key, and where the text is to be written."""
    with pytest.raises(ValueError, match=says):
        show(drawn(), key)


def test_a_key_stands_once(texts):
    """The same key in two files is an error that names both."""
    (texts / "06_heat.toml").write_text('gap_curve = "Another."\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"05_gap.toml and in 06_heat.toml"):
        words.alternatives()


def test_a_figure_speaks_the_readers_language(chinese, texts):
    """Labels, titles filled in, ticks and legend are looked up; what has changed or is missing stays English."""
    fig = drawn()
    reword(fig)
    ax = fig.axes[0]
    assert ax.get_xlabel() == r"能隙 $\Delta$" and ax.get_ylabel() == "warm" and ax.get_title() == "锡，0.5 K"
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["冷", "1"]
    assert ax.get_legend().get_texts()[0].get_text() == "冷"
    assert ax.xaxis.label.get_fontfamily()[0] == "Noto Sans SC" and ax.yaxis.label.get_fontfamily() == ["sans-serif"]
    assert figures.alternative("gap_curve") == "曲线缓慢下降。"


def test_chinese_letters_are_drawn(chinese, caplog):
    """No letter is missing in the picture, beside a formula either: matplotlib warns of the first, logs the second."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert picture(drawn(), "x y")["image/png"]
    assert not [record for record in caplog.records if "glyph" in record.getMessage().lower()]


def test_a_slider_speaks_the_readers_language(chinese):
    """Its picture, controls and buttons, and what the script itself says; English sheets carry no words."""

    def draw(ax, T=0.5, metal="tin"):
        ax.plot([0, T], label="cold")
        ax.set(xlabel=r"gap $\Delta$", title=f"at {T} K of {metal}")

    given = {"T": (0.1, 1.0), "metal": ["tin", "Hg"], "labels": {"T": "cold"}, "presets": {"tin": {"T": 0.2}}}
    widget = explore(draw, alt="A curve falls, slowly.", **given)
    assert [control["texts"] for control in widget.sheet["controls"]] == [None, ["锡", "Hg"]]
    assert widget.sheet["alt"] == "曲线缓慢下降。" and widget.sheet["controls"][0]["label"] == "冷"
    assert widget.sheet["presets"][0]["text"] == "锡" and widget.sheet["words"]["reset"] == "复位"
    widget._drawing.picture({"T": 0.7, "metal": "tin"})
    assert (
        widget._drawing.axes[0].get_title() == "锡，0.7 K" and widget._drawing.axes[0].get_xlabel() == r"能隙 $\Delta$"
    )
    assert unescape(widget._html()).startswith('<img alt="曲线缓慢下降。"')


def test_a_slider_in_english_needs_no_words():
    """What the script says stands in it in English."""
    assert "words" not in explore(lambda ax, a=1.0: ax.plot([0, a]), a=(0.0, 3.0), alt="A line.").sheet


# ---- what is drawn ------------------------------------------------------------------------------------------


def curves(shift=0.0, digits=1.0, value=1.0, label="gap", mask=False, **look):
    """A figure with one artist of each kind."""
    fig, ax = figure()
    x = np.linspace(0.01, 1, 500)
    ax.semilogy(x, digits * np.exp(-1 / x) + shift, label=label, **look)
    ax.fill_between(x, 1e-40, value * x)
    ax.scatter(x[::50], x[::50])
    ax.axvspan(0.2, 0.2 + 0.1 * value)
    ax.annotate("here", (0.5, 0.1))
    ax.set(xlabel="coupling", xlim=(0, 1), ylim=(1e-45, 2))
    ax.legend()
    grid = np.ma.masked_less(np.outer(x[::25], x[::25]) ** value, 0.1 if mask else -1)
    ax.inset_axes([0.6, 0.1, 0.3, 0.3]).pcolormesh(grid)
    fig.add_axes([0.1, 0.7, 0.1, 0.1]).imshow(grid[:, :9])
    return figures.drawn(fig)


def test_what_is_drawn_does_not_depend_on_last_digits_or_looks():
    """Another machine's rounding, a thicker line: the same figure."""
    assert curves() == curves(digits=1 + 1e-12) == curves(value=1 + 1e-12) == curves(lw=5, color="k", ls="--")
    assert len(curves()) == 11


@pytest.mark.parametrize("change", [{"shift": 1e-3}, {"value": 1.02}, {"label": "the gap"}, {"mask": True}])
def test_a_change_that_can_be_seen_changes_what_is_drawn(change):
    """A curve, an area, a picture, a word."""
    assert curves(**change) != curves()


def test_what_is_drawn_is_in_the_output():
    """There `make test` compares it with what the notebook draws today."""
    fig, ax = figure()
    ax.plot([0, 1], [1, 2])
    assert picture(fig, "a line")[figures.DRAWN] == figures.drawn(fig)
