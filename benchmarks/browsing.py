"""A browser and a JupyterLab for tests and benchmarks: Debian's Chromium, driven by Playwright."""

import json
import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import which
from urllib.request import Request, urlopen

import nbformat
from playwright.sync_api import expect, sync_playwright

ROOT = Path(__file__).parents[1]
CHROMIUM = which("chromium") or which("google-chrome") or which("chrome")
LOCAL = ("http://localhost", "http://127.0.0.1", "ws://", "file:", "data:", "blob:")


PATIENCE = 60_000  # ms: these tests are about what happens, not how fast


@contextmanager
def chromium():
    """A headless browser, to which no name but this machine's exists."""
    offline = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
    with _playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", offline])
        yield browser
        browser.close()


_running = []


@contextmanager
def _playwright():
    """Playwright, which a process can start only once at a time: who comes second uses the one that runs."""
    if _running:
        yield _running[0]
        return
    with sync_playwright() as playwright:
        _running.append(playwright)
        try:
            yield playwright
        finally:
            _running.clear()


@contextmanager
def jupyterlab(folder, command=(sys.executable, "-m", "jupyterlab")):
    """The address of a JupyterLab that serves a folder, with data of its own: it trusts nothing that it is not told to.

    Started by itself it has the settings of `bcs lab`, which can be the command instead.
    """
    folder, own = Path(folder), Path(folder).with_name(f"{Path(folder).name}-jupyter")
    runtime = own / "runtime"
    environment = os.environ | {
        "JUPYTER_CONFIG_PATH": str(ROOT / ".jupyter"),
        "JUPYTER_CONFIG_DIR": str(own / "config"),
        "JUPYTER_DATA_DIR": str(own / "data"),
        "JUPYTER_RUNTIME_DIR": str(runtime),
        "PYTHONPATH": str(ROOT),
    }
    options = ["--no-browser", "--allow-root", "--IdentityProvider.token=", "--ServerApp.disable_check_xsrf=True"]
    command = [*command, *options, "--port=0", f"--ServerApp.root_dir={folder}"]
    server = subprocess.Popen(
        command, env=environment, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield _address(runtime)
    finally:
        server.terminate()
        try:
            server.wait(15)
        except subprocess.TimeoutExpired:  # a server whose threads wait for each other at its end
            server.kill()
            server.wait()


def _address(runtime):
    for _ in range(1800):
        for path in runtime.glob("jpserver-*.json"):
            with suppress(ValueError):  # it is not yet written to its end
                return json.loads(path.read_text())["url"]
        time.sleep(0.1)
    raise RuntimeError("JupyterLab did not start within three minutes")


def stop_kernels(url):
    """End the kernels of a JupyterLab: a page that is closed leaves its kernel running."""
    with urlopen(f"{url}api/kernels") as answer:
        kernels = json.load(answer)
    for kernel in kernels:
        urlopen(Request(f"{url}api/kernels/{kernel['id']}", method="DELETE")).close()


def write_notebook(path, cells):
    """A notebook of these cells without outputs; a text is a code cell."""
    cells = [nbformat.v4.new_code_cell(cell) if isinstance(cell, str) else cell for cell in cells]
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)


def run_all(page, url, name):
    """Open a notebook in JupyterLab and run its cells to the end: a kernel that still runs cells answers no slider."""
    page.goto(f"{url}lab/tree/{name}?reset")
    ready = page.get_by_text("Python 3 (ipykernel) | Idle")
    expect(ready).to_be_visible(timeout=2 * PATIENCE)  # else “Run” finds no kernel
    prompts, question = page.locator(".jp-CodeCell .jp-InputPrompt"), page.locator(".jp-Dialog .jp-mod-accept")
    for _ in range(3):  # a click may come while JupyterLab still arranges itself, or asks for a kernel
        if question.count():
            question.last.click()
        page.locator(".jp-Notebook .jp-Cell").first.click()
        page.locator('.lm-MenuBar-itemLabel:text-is("Run")').click()
        page.locator("#jp-mainmenu-run").get_by_text("Run All Cells", exact=True).click()
        with suppress(AssertionError):
            expect(prompts.first).to_have_text(re.compile(r"\[[\d*]+\]"), timeout=10_000)
            break
    expect(prompts.last).to_have_text(re.compile(r"\[\d+\]"), timeout=3 * PATIENCE)
