"""python -m benchmarks.sliders: from a slider to pixels in a real JupyterLab, `explore` beside ipywidgets' `interact`.

Both show the same matplotlib figure, in one notebook, one kernel and one browser, and take turns. Times run from the
event of the slider to the first frame of the browser with another picture, so a frame (17 ms) is the least possible.
"""

import tempfile
from pathlib import Path
from statistics import median

from .browsing import chromium, jupyterlab, run_all, write_notebook

FIGURE = """
%matplotlib inline
import matplotlib.pyplot as plt
import numpy as np
from ipywidgets import interact
from bcs_helpers.explore import explore
from bcs_helpers.tunnelling import nis_conductance
V = np.linspace(-3, 3, 201)
def draw(ax, Gamma=0.05, T=0.2):
    ax.plot(V, nis_conductance(V, T, 1.0, broadening=Gamma), label="NIS")
    ax.axvline(1.0, ls=":", color="grey")
    ax.set(xlabel="bias eV/Δ", ylabel="dI/dV", ylim=(0, 4), title=f"Γ = {Gamma:.3f}, T = {T:.2f}")
    ax.legend()
def still(Gamma=0.05, T=0.2):
    fig, ax = plt.subplots()
    draw(ax, Gamma, T)
    plt.show()
plt.plot(0, 0);
"""
INTERACT = "interact(still, Gamma=(0.001, 0.3, 0.003), T=(0.01, 1.0, 0.01));"
EXPLORE = "explore(draw, Gamma=(0.001, 0.3, 0.003), T=(0.01, 1.0, 0.01), alt='A conductance.')"

# In the page: what a figure shows now, and when a frame first shows something else.
WATCH = """
window.shown = {
  explore: () => document.querySelector('[data-explore]')?.shadowRoot?.querySelector('g.moving')?.innerHTML,
  interact: () => { const i = document.querySelector('.jp-OutputArea-child .widget-output img');
                    return i?.complete ? i.src.length + i.src.slice(-4000) : undefined; }
};
window.begin = {};
window.until = (what, before) => new Promise((done, failed) => {
  const end = performance.now() + 60000;
  const look = () => {
    const now = window.shown[what]();
    if (now && now !== before) done(performance.now());
    else if (performance.now() > end) failed(new Error(`${what} shows no other picture within a minute`));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
});
window.changes = async (what, milliseconds) => {
  const end = performance.now() + milliseconds; let count = 0, before = window.shown[what]();
  await new Promise((done) => { const look = (t) => { const now = window.shown[what]();
    if (now && now !== before) { before = now; count += 1; }
    t < end ? requestAnimationFrame(look) : done(); }; requestAnimationFrame(look); });
  return count / milliseconds * 1000;
};
document.addEventListener('keydown', () => { window.pressed = performance.now(); }, true);
"""


def handle(page, what):
    """What a hand takes hold of to move the first parameter."""
    return page.locator("[data-explore] input[type=range] >> nth=0" if what == "explore" else ".noUi-handle >> nth=0")


def step(page, what, key):
    """Milliseconds from a key on the slider to another picture."""
    before = page.evaluate(f"window.shown.{what}()")
    waiting = page.evaluate_handle("([w, b]) => ({ then: undefined, promise: window.until(w, b) })", [what, before])
    handle(page, what).press(key)
    return waiting.evaluate("async (w) => await w.promise - window.pressed")


def jump(page):
    """Milliseconds from a far jump of explore's slider, for which no picture is ready, to its picture."""
    return page.evaluate("""async () => {
      const slider = document.querySelector('[data-explore]').shadowRoot.querySelector('input[type=range]');
      const before = window.shown.explore(), begun = performance.now();
      slider.value = (Number(slider.value) + 37) % 100;
      slider.dispatchEvent(new Event('input'));
      return await window.until('explore', before) - begun; }""")


def drag(page, what, seconds=3):
    """Redraws a second while a hand drags the slider to and fro."""
    box = (page.locator(".noUi-base >> nth=0") if what == "interact" else handle(page, what)).bounding_box()
    grip = handle(page, what).bounding_box() if what == "interact" else box
    page.mouse.move(grip["x"] + min(grip["width"] / 2, 8), grip["y"] + grip["height"] / 2)
    page.mouse.down()
    counting = page.evaluate_handle("([w, m]) => ({ promise: window.changes(w, m) })", [what, 1000 * seconds])
    for k in range(60 * seconds):
        place = abs((k / 90) % 2 - 1)
        page.mouse.move(box["x"] + (0.95 - 0.9 * place) * box["width"], box["y"] + box["height"] / 2)
        page.wait_for_timeout(1000 / 60)
    rate = counting.evaluate("(c) => c.promise")
    page.mouse.up()
    return rate


def first(page, what, cell):
    """Milliseconds from running a cell to its picture."""
    page.locator(".jp-CodeCell").nth(cell).click()
    waiting = page.evaluate_handle("(w) => ({ promise: window.until(w) })", what)
    page.keyboard.press("Control+Enter")
    return waiting.evaluate("async (w) => await w.promise - window.pressed")


def main(rounds=15):
    with tempfile.TemporaryDirectory() as folder, jupyterlab(folder) as url, chromium() as browser:
        write_notebook(Path(folder) / "bench.ipynb", [FIGURE, "pass", "pass"])
        page = browser.new_page(viewport={"width": 1100, "height": 1400})
        firsts = {"explore": [], "interact": []}
        for _ in range(5):
            run_all(page, url, "bench.ipynb")
            page.evaluate(WATCH)
            for cell, (what, code) in enumerate((("interact", INTERACT), ("explore", EXPLORE)), 1):
                page.locator(".jp-CodeCell .cm-content").nth(cell).fill(code)
                firsts[what].append(first(page, what, cell))
        page.wait_for_timeout(1000)
        steps, jumps, ready = [], [], []
        for k in range(rounds):
            jumps.append(jump(page))
            page.wait_for_timeout(600)  # idle time, in which the neighbours are made ready
            ready.append(step(page, "explore", "ArrowRight" if k % 2 else "ArrowLeft"))
            steps.append(step(page, "interact", "ArrowRight"))
        rates = {what: [drag(page, what) for _ in range(3)] for what in ("interact", "explore")}
    print(f"{'':<44}{'explore':>10}{'interact':>10}   target")
    near, far, slow = median(ready), median(jumps), median(steps)
    print(f"{'a key to pixels, median ms':<44}{near:>10.0f}{slow:>10.0f}   {slow / near:.1f}×: ≥ 4×, and ≤ 20 ms")
    print(f"{'the same after a jump to where nothing is ready':<44}{far:>10.0f}{'':>10}   {slow / far:.1f}×: ≥ 3×")
    fast, lame = median(rates["explore"]), median(rates["interact"])
    print(f"{'redraws a second while dragging':<44}{fast:>10.1f}{lame:>10.1f}   ≥ 20")
    one, other = median(firsts["explore"]), median(firsts["interact"])
    print(f"{'first picture, median ms':<44}{one:>10.0f}{other:>10.0f}   no later")


if __name__ == "__main__":
    main()
