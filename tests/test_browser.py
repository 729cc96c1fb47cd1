"""The figures that move, in a real browser: every chapter in JupyterLab and as an exported page."""

import re

import jupytext
import nbformat
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


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
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


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [390, 1100])
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
    moving = figure.locator("svg > g").nth(1)
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


def test_a_page_says_which_of_its_pictures_it_shows(page, tmp_path, monkeypatch):
    """A typed value without a picture is not passed off as one with; a screen reader hears where the controls stand."""
    monkeypatch.setenv("EXPLORE_READY", "1")
    monkeypatch.setattr("bcs_helpers.explore.READY", 5)
    text = explore(lambda ax, a=1.0: ax.plot([0, a]), a=(0.0, 3.0), alt="A line.")._html()
    (tmp_path / "page.html").write_text(f"<!doctype html><meta charset=utf-8>{text}", encoding="utf-8")
    page.goto((tmp_path / "page.html").as_uri())
    figure = page.locator("[data-explore]")
    number, status, svg = figure.get_by_role("spinbutton"), figure.get_by_role("status"), figure.locator("svg")
    expect(svg).to_have_attribute("aria-label", "A line.")
    number.fill("0.7")
    number.press("Enter")
    expect(status).to_have_text("0.7 has no picture here, the nearest is at 0.75")
    expect(number).to_have_value("0.75")
    expect(svg).to_have_attribute("aria-label", re.compile("now: a 0.75"))
    number.fill("3")
    number.press("Enter")
    expect(status).to_have_text("")
    number.fill("0.7")
    number.press("Enter")
    expect(status).not_to_have_text("")
    figure.get_by_role("button", name="reset").click()
    expect(status).to_have_text("")
    expect(svg).to_have_attribute("aria-label", "A line.")
