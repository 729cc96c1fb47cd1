"""The figures that move, in a real browser: every chapter in JupyterLab and as an exported page."""

import re

import jupytext
import nbformat
import numpy as np
import pytest
from playwright.sync_api import expect

from bcs_helpers.explore import explore

from .browsing import PATIENCE, ROOT, drag_and_compare, jupyterlab, run_all, stop_kernels, write_notebook

# JupyterLab on a machine that does other things, too, misses a click now and then: what fails once is tried again.
pytestmark = pytest.mark.flaky(reruns=2)
CHAPTERS = [p for p in sorted((ROOT / "notebooks").glob("*.py")) if "\nexplore(" in p.read_text("utf-8")]


@pytest.fixture(scope="module")
def server(tmp_path_factory, browser):
    folder = tmp_path_factory.mktemp("lab")
    with jupyterlab(folder) as url:
        yield folder, url


@pytest.fixture
def lab(server):
    yield server
    stop_kernels(server[1])


# Each time one, with a picture beside a prediction; nightly all of them.
IN_LAB = [path if path.stem[:2] == "05" else pytest.param(path, marks=pytest.mark.nightly) for path in CHAPTERS]


@pytest.mark.parametrize("path", IN_LAB, ids=lambda path: path.stem)
def test_chapter_moves_in_jupyterlab(path, lab, page):
    """Run the chapter; each of its figures follows its controls, and no error is on the console."""
    folder, url = lab
    write_notebook(folder / f"{path.stem}.ipynb", jupytext.read(path).cells)
    run_all(page, url, f"{path.stem}.ipynb")
    figures = page.locator("[data-explore]")
    count = path.read_text("utf-8").count("\nexplore(")
    expect(figures).to_have_count(count, timeout=PATIENCE)
    for figure in figures.all():
        drag_and_compare(figure)
    assert page.faults == []


AS_A_PAGE = [  # each time each chapter at one of the widths
    pytest.param(path, width, marks=[] if number % 2 == (width == 390) else pytest.mark.nightly)
    for number, path in enumerate(CHAPTERS)
    for width in (390, 1100)
]


@pytest.mark.parametrize(("path", "width"), AS_A_PAGE, ids=lambda value: getattr(value, "stem", None))
def test_chapter_moves_as_a_page(path, width, page, tmp_path):
    """The stored figures in a page of their own, from a disk and without a network: they move, and fit on a phone."""
    outputs = [o for c in nbformat.read(path.with_suffix(".ipynb"), 4).cells for o in c.get("outputs", [])]
    parts = [o.data["text/html"] for o in outputs if "explore-" in o.get("data", {}).get("text/html", "")]
    assert len(parts) == path.read_text("utf-8").count("\nexplore("), f"{path.stem} is not built: bcs build"
    (tmp_path / "page.html").write_text("<!doctype html><meta charset=utf-8>" + "\n".join(parts), encoding="utf-8")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((tmp_path / "page.html").as_uri())
    for figure in page.locator("[data-explore]").all():
        drag_and_compare(figure)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.faults == []


def test_an_error_and_a_lost_kernel_are_said(lab, page):
    """A bad value is named under the figure and the next good one recovers; without a kernel it stands still."""
    folder, url = lab
    code = "def draw(ax, a=1.0):\n    ax.plot([0, 1 / (a < 2.5) * a])\n    ax.set_ylim(0, 3)\n"
    code += "from bcs_helpers.explore import explore\nexplore(draw, a=(0.0, 3.0), alt='a line')"
    write_notebook(folder / "small.ipynb", [code])
    run_all(page, url, "small.ipynb")
    figure = page.locator("[data-explore]")
    status, slider = figure.get_by_role("status"), figure.locator("input[type=range]")
    slider.press("End", timeout=PATIENCE)
    expect(status).to_have_text("ZeroDivisionError: division by zero")
    slider.press("Home")
    expect(status).to_have_text("")
    moving = figure.locator("g.moving").first
    number = figure.get_by_role("spinbutton")
    before = moving.inner_html()
    number.click()
    number.press("Control+a")
    number.press_sequentially("1.234")  # by keys, which JupyterLab must not take for its own: 1 makes a heading
    number.press("Enter")
    expect(moving).not_to_have_js_property("innerHTML", before, timeout=PATIENCE)
    assert page.locator(".jp-CodeCell").count() == 1
    page.locator('.lm-MenuBar-itemLabel:text-is("Kernel")').click()
    page.get_by_text("Shut Down Kernel", exact=True).click()
    page.wait_for_timeout(1000)
    number.fill("0.321")
    number.press("Enter")
    expect(status).to_contain_text("No answer from the kernel", timeout=PATIENCE)
    expect(status).to_contain_text("Run ▸ Run All Cells")
    page.locator('.lm-MenuBar-itemLabel:text-is("Run")').click()  # to the letter
    page.locator("#jp-mainmenu-run").get_by_text("Run All Cells", exact=True).click()
    question = page.locator(".jp-Dialog .jp-mod-accept")
    expect(question.or_(page.get_by_text("Python 3 (ipykernel) | Idle")).first).to_be_visible(timeout=PATIENCE)
    if question.count():
        question.last.click()
    expect(status).to_have_text("", timeout=2 * PATIENCE)
    before = moving.inner_html()
    number.fill("2.0")  # the figure that was made anew follows its control; above 2.5 it has no value
    number.press("Enter")
    expect(moving).not_to_have_js_property("innerHTML", before, timeout=PATIENCE)


@pytest.fixture
def moving_page(page, tmp_path, monkeypatch):
    """Put a figure without a kernel on a page, and give it."""

    def show(draw, **options):
        monkeypatch.setenv("EXPLORE_READY", "1")
        text = explore(draw, **options)._html()
        (tmp_path / "page.html").write_text(f"<!doctype html><meta charset=utf-8>{text}", encoding="utf-8")
        page.goto((tmp_path / "page.html").as_uri())
        return page.locator("[data-explore]")

    return show


def linked(axes, t=1.0, n=2):
    wave, circle = axes
    x = np.linspace(0, 6.3, 100)
    wave.plot(x, np.sin(n * x))
    wave.plot(t, np.sin(n * t), "o", gid="t")
    wave.set(xlim=(0, 6.3), ylim=(-1.2, 1.2), title=f"t = {t:.2f}")
    circle.plot([0, np.cos(t)], [0, np.sin(t)])
    circle.set(xlim=(-1.2, 1.2), ylim=(-1.2, 1.2))


LINKED = {"t": (0.0, 6.3), "n": (1, 3), "panels": (1, 2), "play": "t", "drag": {"t": "x"}, "alt": "A wave, a circle."}


def test_a_page_reaches_every_value(moving_page):
    """What is typed is what is shown, to the digit; whole numbers stay whole; a screen reader hears where it stands."""
    figure = moving_page(lambda ax, a=1.0, n=2: ax.plot([0, a * n]), a=(0.0, 3.0), n=(0, 5), alt="A line.")
    a, n = figure.get_by_role("spinbutton").all()
    status, svg = figure.get_by_role("status"), figure.locator("svg[role=img]")
    expect(svg).to_have_attribute("aria-label", "A line.")
    for number, typed, shown in ((a, "0.7123", "0.7123"), (a, "99", "3"), (n, "4.4", "4"), (a, "0.5", "0.5")):
        number.fill(typed)
        number.press("Enter")
        expect(number).to_have_value(shown)
        expect(status).to_have_text("")
    expect(svg).to_have_attribute("aria-label", re.compile("now: a 0.5, n 4"))
    slider = figure.locator("input[type=range]").first
    slider.press("ArrowRight")
    expect(a).to_have_value("0.51")  # a key makes a step
    box = slider.bounding_box()
    figure.page.mouse.click(box["x"] + 0.3371 * box["width"], box["y"] + box["height"] / 2)
    assert float(a.input_value()) * 100 % 1 > 0.01  # the hand stands between two
    figure.get_by_role("button", name="reset").click()
    expect(svg).to_have_attribute("aria-label", "A line.")


@pytest.mark.parametrize("width", [390, pytest.param(1100, marks=pytest.mark.nightly)])
def test_a_handle_is_dragged(width, moving_page, page):
    """The marker goes where the hand goes, both panels follow, and the page says the same value."""
    page.set_viewport_size({"width": width, "height": 900})
    figure = moving_page(linked, **LINKED)
    number, handle = figure.get_by_role("spinbutton").first, figure.locator('[id="t"]').first
    box, before = handle.bounding_box(), figure.locator("g.moving").first.inner_html()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 7)
    page.mouse.up()
    assert handle.bounding_box()["x"] - box["x"] == pytest.approx(40, abs=0.5)
    assert float(number.input_value()) > 1.3 and figure.locator("g.moving").first.inner_html() != before
    page.mouse.move(x - 40, y)  # the hand is open
    assert handle.bounding_box()["x"] - box["x"] == pytest.approx(40, abs=0.5)
    tall = figure.locator("svg[role=img]").bounding_box()
    assert (tall["height"] > tall["width"]) == (width == 390)  # two panels stand one below the other
    assert page.evaluate("document.documentElement.scrollWidth") <= width and page.faults == []


def test_play_and_stop(moving_page, page):
    """Nothing moves by itself; the button plays, Escape stops; who asked for less motion gets a step for each press."""
    figure = moving_page(linked, **LINKED)
    number, button = figure.get_by_role("spinbutton").first, figure.get_by_role("button", name="Play")
    page.wait_for_timeout(200)
    assert number.input_value() == "1"
    button.press("Enter")
    expect(number).not_to_have_value("1")
    expect(figure.get_by_role("button", name="Pause")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-pressed", "false")
    stopped = number.input_value()
    page.wait_for_timeout(200)
    assert number.input_value() == stopped
    page.emulate_media(reduced_motion="reduce")
    button.click()
    page.wait_for_timeout(200)
    assert float(number.input_value()) - float(stopped) == pytest.approx(6.3 / 24, abs=2e-3)
    assert page.faults == []
