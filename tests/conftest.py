"""What every test may use: the 30-digit reference rows, one way to compare with them, and a browser."""

import json
import os
import signal
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from .browsing import CHROMIUM, LOCAL, chromium

REFERENCE = Path(__file__).parent / "reference"


def pytest_configure():
    """A shell starts what runs in the background deaf to Ctrl-C, and so would be every command that a test starts."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


FIRST = ["test_book", "test_lab", "test_browser", "test_grading", "test_moving", "test_building", "test_pseudo"]


def pytest_collection_modifyitems(items):
    """The files that take longest are begun first, so that no worker is left alone with one of them at the end.

    A cell of a notebook is not tried again: the kernel in which the cells before it ran would be gone.
    """
    items.sort(key=lambda item: FIRST.index(item.path.stem) if item.path.stem in FIRST else len(FIRST))
    for item in items:
        if item.path.suffix == ".ipynb":
            item.add_marker(pytest.mark.flaky(reruns=0))


def pytest_terminal_summary(terminalreporter):
    """The last lines say what was not run, and the command that brings what it needs."""
    reasons = Counter(report.longrepr[2] for report in terminalreporter.stats.get("skipped", []))
    for reason, count in reasons.items():
        terminalreporter.write_line(f"{count} tests were not run: {reason.removeprefix('Skipped: ')}", yellow=True)


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


@pytest.fixture(scope="session")
def browser():
    """Chromium. Where there is none the tests that ask for it are skipped, but never in CI."""
    if not CHROMIUM and not os.environ.get("CI"):
        pytest.skip("there is no Chromium on this machine (Debian, Ubuntu: apt-get install chromium)")
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(browser):
    """A page on which every error of the console and every request that leaves this machine is noted."""
    page = browser.new_page(viewport={"width": 1100, "height": 900})
    page.faults = []
    page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith(LOCAL) else page.faults.append(f"asked for {r.url}"))
    yield page
    page.close()
