"""The figures that move, in a real browser: every chapter in JupyterLab and as an exported page."""

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import jupytext
import nbformat
import pytest

from .conftest import drag_and_compare, needs_browser

ROOT = Path(__file__).parents[1]
CHAPTERS = [p for p in sorted((ROOT / "notebooks").glob("*.py")) if "\nexplore(" in p.read_text("utf-8")]

sync_api = needs_browser()


@contextmanager
def jupyterlab(folder, runtime):
    """The address of a JupyterLab, with the settings of `make lab`, that serves a folder."""
    environment = os.environ | {
        "JUPYTER_CONFIG_PATH": str(ROOT / ".jupyter"),
        "JUPYTER_RUNTIME_DIR": str(runtime),
        "PYTHONPATH": str(ROOT),
    }
    options = [
        "--no-browser",
        "--allow-root",
        "--IdentityProvider.token=",
        "--port=0",
        f"--ServerApp.root_dir={folder}",
    ]
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options], env=environment, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(300):
            for path in runtime.glob("jpserver-*.json"):
                with path.open() as file:
                    yield json.load(file)["url"]
                    return
            time.sleep(0.1)
        raise RuntimeError("JupyterLab did not start within 30 s")
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lab")
    (folder / "notebooks").mkdir()
    with jupyterlab(folder / "notebooks", folder) as url:
        yield folder / "notebooks", url


def notebook(cells):
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})


def run_all(page, url, name):
    page.goto(f"{url}lab/tree/{name}?reset")
    page.locator(".jp-Notebook .jp-Cell").first.click()
    page.locator('.lm-MenuBar-itemLabel:text-is("Run")').click()
    page.get_by_text("Run All Cells", exact=True).click()


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_chapter_moves_in_jupyterlab(path, lab, page):
    """Run the chapter; each of its figures follows its controls, and no error is on the console."""
    folder, url = lab
    nbformat.write(notebook(jupytext.read(path).cells), folder / f"{path.stem}.ipynb")
    run_all(page, url, f"{path.stem}.ipynb")
    figures = page.locator("[data-explore]")
    count = path.read_text("utf-8").count("\nexplore(")
    sync_api.expect(figures).to_have_count(count, timeout=120_000)
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
    nbformat.write(notebook([nbformat.v4.new_code_cell(code)]), folder / "small.ipynb")
    run_all(page, url, "small.ipynb")
    figure = page.locator("[data-explore]")
    status, slider = figure.get_by_role("status"), figure.locator("input[type=range]")
    slider.press("End", timeout=60_000)
    sync_api.expect(status).to_have_text("ZeroDivisionError: division by zero")
    slider.press("Home")
    sync_api.expect(status).to_have_text("")
    moving = figure.locator("svg > g").nth(1)
    number = figure.get_by_role("spinbutton")
    before = moving.inner_html()
    number.fill("1.234")
    number.press("Enter")
    sync_api.expect(moving).not_to_have_js_property("innerHTML", before)
    page.locator('.lm-MenuBar-itemLabel:text-is("Kernel")').click()
    page.get_by_text("Shut Down Kernel", exact=True).click()
    page.wait_for_timeout(1000)
    number.fill("0.321")
    number.press("Enter")
    sync_api.expect(status).to_contain_text("No answer from the kernel", timeout=15_000)
