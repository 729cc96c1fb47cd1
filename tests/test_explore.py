"""Figures that move: the same picture as matplotlib's, controls that know their values, three faces of one call."""

import gc
import json
import os
import re
import subprocess
import zlib
from base64 import b64decode
from pathlib import Path
from shutil import which
from threading import Thread

import numpy as np
import pytest
from matplotlib import __version_info__ as version_info
from matplotlib import rc_context

from bcs_helpers.explore import explore
from bcs_helpers.figures import DRAWN, figure, png

HERE = Path(__file__).parent
ALT = "a line and what lies below it"


def draw(ax, slope=1.0, kind="linear"):
    x = np.linspace(0.1, 2, 50)
    ax.plot(x, slope * x, label=rf"$\alpha={slope:.2f}$")
    ax.fill_between(x, slope * x, alpha=0.3)
    ax.plot(1, slope, "o")
    ax.set(xlim=(0, 2), ylim=(0.01, 9), xlabel="$x$", yscale=kind, title=f"slope {slope:.2f}")
    ax.legend()


def ask(widget, **values):
    """What the widget answers the browser."""
    sent = []
    widget.send = sent.append
    widget._answer(widget, {"key": "k", "values": values}, [])
    return sent[0]


def numbers(svg):
    return np.array(re.findall(r"-?\d+\.?\d*", " ".join(re.findall(r' d="([^"]*)"', svg))), float)


def test_a_line_lies_where_the_axes_put_it():
    """The path's points are those of matplotlib's transform, to a tenth of a point."""

    def line(ax, a=1.0):
        ax.plot([0, 1, 2], [0, a, 0])
        ax.set(xlim=(0, 2), ylim=(0, 3))

    widget = explore(line, a=(0.5, 2.5), alt=ALT)
    (ax,) = widget._drawing.axes
    svg = ask(widget, a=2.0)["moving"]
    height = widget.sheet["height"]
    expected = ax.transData.transform([[0, 0], [1, 2.0], [2, 0]]) * [1, -1] + [0, height]
    np.testing.assert_allclose(numbers(svg)[:6].reshape(3, 2), expected, atol=0.11)


@pytest.mark.parametrize("kind", ["linear", "log"])
def test_a_redraw_is_what_a_fresh_figure_shows(kind):
    """After any other values the picture is, to the byte, that of an Axes on which nothing was drawn before."""
    used, fresh = (explore(draw, slope=(0.5, 4.0), kind=["linear", "log"], alt=ALT) for _ in range(2))
    ask(used, slope=3.0, kind="log"), ask(used, slope=0.7, kind="linear")
    assert ask(used, slope=2.0, kind=kind) == ask(fresh, slope=2.0, kind=kind)


def _bars(ax, a):
    ax.bar([1, 2, 3], [a, 2, 1], label="bars")
    ax.errorbar([1, 2], [a, 1], yerr=0.2, label="points")
    ax.scatter([1, 2], [1, a], s=20)
    ax.text(1, a, "here"), ax.annotate("there", (1, 1), (2, a), arrowprops={"arrowstyle": "->"})
    ax.legend()


def _settings(ax, a):
    ax.plot([0, 1], [0, a])
    if a > 2:
        ax.invert_yaxis()
        ax.grid(False)
        ax.margins(0.3)
        ax.tick_params(axis="x", labelrotation=30)
        ax.spines.right.set_visible(True)
        ax.set_aspect(0.2)
        ax.set_facecolor("#eeeeee")


def _ticks(ax, a):
    ax.plot([0, 1], [0, a])
    if a > 2:
        ax.set_xticks([0, 0.5, 1], ["none", "half", "all"])
        ax.minorticks_on()


def _bare(ax, a):
    ax.imshow(np.full((3, 3), a), vmin=0, vmax=4)
    ax.axhspan(0, a, alpha=0.2), ax.axvline(1), ax.contour(np.outer([1, 2, 3], [1, 2, a]), levels=[2.0])
    if a > 2:
        ax.axis("off")


@pytest.mark.parametrize("drawn", [_bars, _settings, _ticks, _bare])
def test_nothing_stays_from_one_picture_to_the_next(drawn):
    """Whatever was on the Axes before, and however it was set, a picture is that of a fresh one."""

    def same(ax, a=1.0):
        drawn(ax, a)

    used, fresh = (explore(same, a=(0.5, 4.0), alt=ALT) for _ in range(2))
    for a in (3.0, 0.7, 3.5):
        ask(used, a=a)
    assert ask(used, a=1.0)["moving"] == ask(fresh, a=1.0)["moving"] == used.sheet["first"]["moving"]
    assert ask(used, a=3.0) == ask(fresh, a=3.0)


def test_the_frame_is_sent_only_when_it_changes():
    """Moving the line sends the line; another scale sends ticks and labels too, and coming back sends none."""
    widget = explore(draw, slope=(0.5, 4.0), kind=["linear", "log"], alt=ALT)
    assert ask(widget, slope=2.0, kind="linear")["frame"] is None
    assert ask(widget, slope=2.0, kind="log")["frame"] not in (None, widget.sheet["first"]["frame"])
    assert ask(widget, slope=1.0, kind="linear") == {
        "key": "k",
        "frame": None,
        "moving": widget.sheet["first"]["moving"],
    }


def test_an_error_is_an_answer_and_the_next_value_recovers():
    def breaks(ax, a=1.0):
        if a > 2:
            raise ValueError("a is too large")
        ax.plot([0, a])

    widget = explore(breaks, a=(0.0, 3.0), alt=ALT)
    assert ask(widget, a=2.5) == {"key": "k", "error": "ValueError: a is too large"}
    assert "moving" in ask(widget, a=1.5)


@pytest.mark.parametrize(
    ("extra", "name"),
    [(lambda ax: ax.twinx(), "Axes"), (lambda ax: ax.figure.text(0, 0, "hello"), "hello")],
)
def test_what_cannot_be_carried_over_is_named(extra, name):
    with pytest.raises(NotImplementedError, match=name):
        explore(lambda ax, a=1.0: extra(ax), a=(0.0, 2.0), alt=ALT)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"slope": (2.0, 4.0)}, r"slope must lie between 2.0 and 4.0, got 1.0"),
        ({"slope": (4.0, 2.0)}, r"slope needs low < high"),
        ({"slope": (0.0, 4.0, -1.0)}, r"a step above zero"),
        ({"kind": ["log"]}, r"kind must be one of \['log'\], got 'linear'"),
        ({"ax": (0.0, 1.0)}, r"ax must be a parameter of draw with a default"),
        ({"other": (0.0, 1.0)}, r"other must be a parameter"),
        ({"slope": (0.0, 4.0), "presets": {"steep": {"slope": 9.0}}}, r"got 9.0"),
        ({"slope": (0.0, 4.0), "presets": {"steep": {"slip": 9.0}}}, r"steep names slip"),
        ({"slope": (0.0, 4.0), "units": {"slip": "m"}}, r"units names slip; the controls are slope"),
        ({"slope": (0.0, 4.0), "play": "kind"}, r"play names kind; the sliders are slope"),
        ({"slope": (0.0, 4.0), "drag": {"slip": "x"}}, r"drag names slip"),
        ({"slope": (0.0, 4.0), "drag": {"slope": "r"}}, r"drag must say \"x\" or \"y\" for each parameter, got 'r'"),
        ({"slope": (0.0, 4.0), "drag": {"slope": "x"}}, r'one marker must be drawn with gid="slope", there are 0'),
        (
            {"slope": (0.0, 4.0), "n": (1, 9), "kind": ["linear"], "kinks": {"n": max, "slip": max}},
            r"kinks names n, slip; the sliders with values between whole numbers are slope",
        ),
        (
            {"slope": (0.0, 4.0), "kinks": {"slope": 2.0}},
            r"kinks must give a function of the other controls for slope, got 2.0",
        ),
        (
            {"slope": (0.0, 4.0), "kind": ["linear"], "kinks": {"slope": lambda slip, slope: 1.0}},
            r"the kink of slope is a function of slip, slope; it may depend on controls that have none: kind",
        ),
        (
            {"slope": (0.0, 4.0), "n": (1, 9), "m": (0, 1), "kinks": {"slope": lambda n, m: 1.0}},
            r"the kink of slope may depend on one slider and on choices, got n, m",
        ),
        ({"slope": (0.0, 4.0), "alt": " "}, r"needs the key of its alternative text"),
    ],
)
def test_bad_input_says_what_is_allowed(given, words):
    def with_more(ax, slope=1.0, kind="linear", n=2, m=1):
        draw(ax, slope, kind)

    with pytest.raises(ValueError, match=words):
        explore(with_more if "n" in given else draw, **{"alt": ALT, **given})


def test_controls_know_their_values():
    """A hundred steps, whole numbers that stay whole, and every default and preset within reach."""

    def two(ax, n=3, a=0.123):
        assert isinstance(n, int)

    widget = explore(two, n=(1, 9, 2), a=(0.0, 1.0), alt=ALT, presets={"more": {"a": 0.777}}, units={"a": "m"})
    n, a = widget.sheet["controls"]
    assert n["values"] == [1, 3, 5, 7, 9] and (a["unit"], a["label"]) == ("m", "a")
    assert (
        len(a["values"]) == 103 and {0.0, 0.123, 0.777, 1.0} <= set(a["values"]) and a["values"] == sorted(a["values"])
    )
    assert "error" not in ask(widget, n=5.0, a=99) and "error" in ask(widget, n="x", a=0)


@pytest.mark.parametrize("constrained", [True, False])
def test_the_still_picture_is_the_static_figure(constrained):
    """To the byte, as `show` shows it, however the picture before it was made."""
    with rc_context({"figure.constrained_layout.use": constrained}):
        fig, ax = figure()
        draw(ax)
        widget = explore(draw, slope=(0.5, 4.0), alt=ALT)
    assert b64decode(widget._still["image/png"]) == png(fig)


def test_the_faces_of_one_call(monkeypatch):
    """A widget, a picture, a sentence; a page with all pictures only where it is asked for, and the same each time."""
    monkeypatch.delenv("EXPLORE_READY", raising=False)
    make = lambda: explore(draw, slope=(0.5, 4.0), kind=["linear", "log"], alt=ALT, presets={"two": {"slope": 2.0}})  # noqa: E731
    data, metadata = make()._repr_mimebundle_()
    assert {"application/vnd.jupyter.widget-view+json", "image/png", "text/html", "text/plain", DRAWN} == set(data)
    assert data["text/plain"] == f"[figure] {ALT}" and metadata == {"image/png": {"alt": ALT}}
    assert data["text/html"].startswith(f'<img alt="{ALT}" width="704" src="data:image/png;base64,')

    monkeypatch.setenv("EXPLORE_READY", "1")
    (page, _), (again, _) = make()._repr_mimebundle_(), make()._repr_mimebundle_()
    page = page["text/html"]
    assert page == again["text/html"] and f'<img alt="{ALT}"' in page and len(page) < 200_000
    assert not re.search(r"\b(src|href)=\"(?!data:|#)|https?://|import ", page)
    sheet = json.loads(zlib.decompress(b64decode(re.search('data-vertices="([^"]*)"', page)[1])).partition(b"\n")[0])
    nodes = [slope for (slope,) in sheet["blocks"]]
    assert len(nodes) == 2 and all({0.5, 1.0, 2.0, 4.0} <= set(slopes) for slopes in nodes)  # linear, logarithmic
    assert len(sheet["shown"]) == sum(map(len, nodes)) < 60
    assert sheet["glyphs"].count("<path id=") == len(set(re.findall(r'<path id="[^"]*"', sheet["glyphs"]))) > 10


def test_many_steps_leak_nothing():
    """What lives in memory, on the Axes and on the figure stays what it was."""

    def line(ax, a=1.0):
        ax.plot([0, a], label="line")
        ax.legend()
        ax.set(xlim=(0, 1), ylim=(0, 9))

    widget = explore(line, a=(0.0, 9.0), alt=ALT)

    def drag(steps):
        for k in range(steps):
            ask(widget, a=9 * k / steps)
        gc.collect()
        return len(gc.get_objects()), len(widget._drawing.axes[0].get_children()), len(widget._drawing.figure.axes)

    objects, *parts = drag(60)  # matplotlib's own caches fill
    later, *still = drag(400)
    cached = 0 if version_info >= (3, 10) else 4 * 4096  # before, matplotlib kept the sizes of texts for each renderer
    assert still == parts and later - objects < 200 + cached


def test_two_figures_may_be_moved_at_once():
    """Kernels answer each figure in a thread of its own; no picture fails, and none is another's."""

    def alone(ax, a=1.0):
        ax.plot([0, 1], [0, a], "o-", label=rf"$\frac{{\alpha}}{{2}}={a:.3f}\,\Delta_0$")
        ax.set(title=rf"$\sqrt{{{a:.2f}}}$", ylim=(0, 3))
        ax.legend()

    def moved(widget, answers):
        widget.send = answers.append
        for k in range(40):
            widget._answer(widget, {"key": k, "values": {"a": 0.5 + k / 20}}, [])

    widgets, answers = [explore(alone, a=(0.0, 3.0), alt=ALT) for _ in range(3)], [[], [], []]
    threads = [Thread(target=moved, args=pair) for pair in zip(widgets, answers, strict=True)]
    [thread.start() for thread in threads], [thread.join() for thread in threads]
    assert not [answer for row in answers for answer in row if "error" in answer]
    assert answers[0] == answers[1] == answers[2] and len(answers[0]) == 40


def test_running_a_cell_again_keeps_one_figure():
    """Twenty runs of a cell leave in the kernel what one run leaves: one figure, and the comms of one widget."""
    from jupyter_client.manager import start_new_kernel

    code = "explore(lambda ax, a=1.0: ax.plot([0, a]), a=(0.0, 2.0), alt='a line')"
    count = (
        "gc.collect(); print(*(sum(type(o).__name__ == n for o in gc.get_objects()) for n in ('Drawing', 'Figure')))"
    )

    def run(code, cell):
        content = {"code": code, "silent": False, "store_history": False, "user_expressions": {}}
        message = client.session.msg("execute_request", content, metadata={"cellId": cell})
        client.shell_channel.send(message)
        said = []
        while True:
            reply = client.get_iopub_msg(timeout=60)
            if reply["parent_header"].get("msg_id") == message["header"]["msg_id"]:
                said += [reply["content"].get("text"), reply["content"].get("evalue")]
                if reply["content"].get("execution_state") == "idle":
                    return [text for text in said if text]

    manager, client = start_new_kernel(cwd=str(HERE.parent))
    try:
        assert run("import gc; from bcs_helpers.explore import explore, Explorer", "first") == []
        for _ in range(20):
            run(code, "second")
        assert run(count, "third") == ["1 1\n"]
        run(code, "fourth")
        assert run(count, "third") == ["2 2\n"]
        assert run("import comm; print(len(comm.get_comm_manager().comms))", "third") == [
            "4\n"
        ]  # a model and its layout
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_the_script_by_itself():
    """tests/test_explore.mjs: what a kernel is asked and what is shown; by node, which playwright brings along."""
    from playwright._impl._driver import compute_driver_executable

    node = which("node") or compute_driver_executable()[0]
    done = subprocess.run([node, HERE / "test_explore.mjs"], capture_output=True, text=True, env=os.environ)
    assert done.returncode == 0, done.stderr
