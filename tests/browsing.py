"""What tests of moving figures share; the browser and JupyterLab are those of the benchmarks."""

import re
import time

from playwright.sync_api import expect

from benchmarks.browsing import (
    CHROMIUM,
    LOCAL,
    PATIENCE,
    ROOT,
    chromium,
    jupyterlab,
    run_all,
    stop_kernels,
    write_notebook,
)

__all__ = [
    "CHROMIUM",
    "LOCAL",
    "PATIENCE",
    "ROOT",
    "chromium",
    "drag_and_compare",
    "jupyterlab",
    "run_all",
    "stop_kernels",
    "write_notebook",
]


def drag_and_compare(figure):
    """Move each control of a figure; what moves must look different each time, and come back at `reset`."""
    moving = figure.locator("g.moving").first
    expect(moving.locator("path").first).to_be_attached(timeout=PATIENCE)
    begin = moving.inner_html()
    for slider in figure.locator("input[type=range]").all():
        before, picture = moving.inner_html(), figure.locator("svg[role=img]").screenshot()
        slider.press("End")
        expect(moving).not_to_have_js_property("innerHTML", before, timeout=PATIENCE)
        assert figure.locator("svg[role=img]").screenshot() != picture
    figure.get_by_role("button", name="reset").click()
    until = time.monotonic() + PATIENCE / 1000
    while _drawn(moving.inner_html()) != _drawn(begin) and time.monotonic() < until:
        time.sleep(0.1)
    assert _drawn(moving.inner_html()) == _drawn(begin)
    assert figure.locator("svg[role=img]").get_attribute("aria-label")
    assert figure.get_by_role("status").inner_text() == ""


def _drawn(svg):
    """A picture without the names of its markers: matplotlib makes them from digits that rounding may change."""
    return re.sub(r'(id="|#)m[0-9a-f]{10}', r"\1m", svg)
