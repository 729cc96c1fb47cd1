"""What every test may use: the 30-digit reference rows, one way to compare with them, and a browser."""

import json
import os
from importlib import import_module
from pathlib import Path
from shutil import which

import numpy as np
import pytest

REFERENCE = Path(__file__).parent / "reference"
BROWSER = which("chromium") or which("google-chrome") or which("chrome")
HERE = ("http://localhost", "http://127.0.0.1", "ws://", "file:", "data:", "blob:")


def rows(name):
    """The rows of reference/<name>.json: dicts of decimal strings (or plain values)."""
    return json.loads((REFERENCE / f"{name}.json").read_text(encoding="utf-8"))["rows"]


def close(value, expected, rel=1e-12, abs=0.0):
    """True where |value − expected| <= max(rel |expected|, abs); strings are read as floats."""
    expected = np.asarray(expected, dtype=float)
    return bool(np.all(np.abs(value - expected) <= np.maximum(rel * np.abs(expected), abs)))


@pytest.fixture
def rng():
    """Random numbers that are the same in every run."""
    return np.random.default_rng(1957)


# ---- a browser ------------------------------------------------------------------------------------------------


def needs_browser():
    """Playwright's module. Where there is no browser the tests that ask are skipped, but never in CI."""
    if os.environ.get("CI"):
        return import_module("playwright.sync_api")
    if not BROWSER:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)", allow_module_level=True)
    return pytest.importorskip("playwright.sync_api")


@pytest.fixture(scope="session")
def browser():
    """Chromium, to which no name but this machine's exists."""
    with needs_browser().sync_playwright() as playwright:
        offline = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox", offline])
        yield browser
        browser.close()


@pytest.fixture
def page(browser):
    """A page on which every error of the console and every request that leaves this machine is noted."""
    page = browser.new_page(viewport={"width": 1100, "height": 900})
    page.faults = []
    page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith(HERE) else page.faults.append(f"asked for {r.url}"))
    yield page
    page.close()


def drag_and_compare(figure):
    """Move each control of a figure; what moves must look different each time, and come back at `reset`."""
    expect = needs_browser().expect
    moving = figure.locator("svg > g").nth(1)
    expect(moving.locator("path").first).to_be_attached(timeout=90_000)
    begin = moving.inner_html()
    for slider in figure.locator("input[type=range]").all():
        before, picture = moving.inner_html(), figure.locator("svg").screenshot()
        slider.press("End")
        expect(moving).not_to_have_js_property("innerHTML", before, timeout=20_000)
        assert figure.locator("svg").screenshot() != picture
    figure.get_by_role("button", name="reset").click()
    expect(moving).to_have_js_property("innerHTML", begin, timeout=20_000)
    assert figure.locator("svg").get_attribute("aria-label")
    assert figure.get_by_role("status").inner_text() == ""
