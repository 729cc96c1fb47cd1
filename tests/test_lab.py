"""bcs lab on a clone, in a real JupyterLab: everything opens, sliders move at once, a look leaves no trace."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import expect

from bcs_helpers.classroom import lab

from .browsing import PATIENCE, ROOT, drag_and_compare, jupyterlab, stop_kernels

NOTEBOOKS = ["index.ipynb", *(f"{p.parent.name}/{p.name}" for p in sorted(ROOT.glob("[nes]*s/*.ipynb")))]
STEMS = [path.stem for path in sorted((ROOT / "notebooks").glob("*.py"))]
CHAPTER, EXERCISE = "notebooks/05_gap_equation.ipynb", "exercises/05_gap_equation.ipynb"
OPEN = """async name => {
    const widget = await jupyterapp.commands.execute("docmanager:open",
        { path: name, factory: "Notebook", kernelPreference: { shouldStart: false, canStart: false } });
    await widget.context.ready;
    return widget.context.model.cells.length;
}"""
SAVE = """async name => {
    const widget = await jupyterapp.commands.execute("docmanager:open", { path: name, factory: "Notebook" });
    await widget.context.save();
    widget.dispose();
}"""


def git(root, *arguments):
    who = ["-c", "user.name=A. Reader", "-c", "user.email=reader@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="session")
def origin(tmp_path_factory):
    """This tree as a repository with two commits; between them every chapter, solution and exercise has changed."""
    root = tmp_path_factory.mktemp("origin") / "companion"
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("this is no checkout of git, so there is nothing to clone")
    for name in filter(lambda name: (ROOT / name).exists(), listed.stdout.splitlines()):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    git(root, "init", "--initial-branch=main")
    now = {path: path.read_text(encoding="utf-8") for name in NOTEBOOKS for path in twins(root, name)}
    for path, text in now.items():
        path.write_text(re.sub(r"(# [A-Z])", r"\1 older", text, count=1), encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--message=before")
    for path, text in now.items():
        path.write_text(text, encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--message=now")
    return root


def twins(root, name):
    return [path for path in (root / name, (root / name).with_suffix(".py")) if path.exists()]


@pytest.fixture
def clone(origin, tmp_path):
    git(tmp_path, "clone", str(origin), "clone")
    return tmp_path / "clone"


def bcs_lab(clone, *options):
    return jupyterlab(clone, [str(Path(sys.executable).with_name("bcs")), "lab", *options])


def changes(root):
    """What git shows, but for what says which Python somebody has."""
    lines = git(root, "diff", "--unified=0", "--no-color").splitlines()
    said = [line for line in lines if re.match(r"[+-](?![+-]{2})", line)]
    names = ("codemirror_mode", "name", "version", "file_extension", "mimetype", "nbconvert_exporter", "pygments_lexer")
    plain = re.compile(rf'[+-]\s+("({"|".join(names)})": .*|}},?|"language_info": {{)')
    return [line for line in said if not plain.fullmatch(line)] + git(root, "status", "--short", "--ignored=no").split(
        "??"
    )[1:]


# ---- without a browser --------------------------------------------------------------------------------------


def test_only_what_was_built_is_trusted(origin, tmp_path, monkeypatch):
    """Notebooks of the list that are what the list says, whichever Python opened them last; each is signed once."""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    git(tmp_path, "clone", str(origin), "clone")
    root = tmp_path / "clone"
    listed = [line.split("  ")[1] for line in (root / lab.TRUSTED).read_text().splitlines()]
    assert {name for name in NOTEBOOKS if name.startswith(("notebooks", "solutions"))} == set(listed)
    changed, looked_at, gone = listed[:3]
    text = (root / changed).read_text(encoding="utf-8")
    (root / changed).write_text(text.replace('"<img alt', '"<img class=\\"x\\" alt', 1), encoding="utf-8")
    notebook = nbformat.read(root / looked_at, as_version=4)
    notebook.metadata["language_info"]["version"] = "3.99"
    nbformat.write(notebook, root / looked_at)
    (root / gone).unlink()
    assert lab.trust(root) == [name for name in listed if name not in (changed, gone)]
    assert lab.trust(root) == []


def test_kernels_get_one_thread_unless_the_user_says_otherwise(tmp_path):
    """And the project's settings come first, before those that the user has."""
    environment = {"OPENBLAS_NUM_THREADS": "4", "JUPYTER_CONFIG_PATH": "mine"}
    lab.prepare(tmp_path, environment)
    assert environment["OPENBLAS_NUM_THREADS"] == "4" and environment["OMP_NUM_THREADS"] == "1"
    assert environment["JUPYTER_CONFIG_PATH"] == os.pathsep.join([str(tmp_path / ".jupyter"), "mine"])


def test_options_are_jupyterlabs(capfd):
    """bcs lab hands on what it is given."""
    command = [Path(sys.executable).with_name("bcs"), "lab", "--version"]
    done = subprocess.run(command, cwd=ROOT / "docs", capture_output=True, text=True, check=True)
    assert re.fullmatch(r"4\.\d+\.\d+\w*\n", done.stdout)


def test_no_notebook_and_no_setting_pairs():
    """Pairing is the author's business: JupyterLab opens what it is asked for, whatever lies beside it."""
    assert not [name for name in NOTEBOOKS if "jupytext" in json.loads((ROOT / name).read_text("utf-8"))["metadata"]]
    settings = [ROOT / "pyproject.toml", *(ROOT / ".jupyter").rglob("*.json")]
    assert not [path for path in settings if "py:percent" in path.read_text(encoding="utf-8")]


def test_a_windows_checkout_is_in_step(origin, tmp_path):
    """Git for Windows gives every text CRLF unless .gitattributes says otherwise: nothing drifts, scripts run."""
    git(tmp_path, "-c", "core.autocrlf=true", "-c", "core.eol=crlf", "clone", str(origin), "clone")
    root = tmp_path / "clone"
    bcs = [Path(sys.executable).with_name("bcs"), "build", "--check"]
    done = subprocess.run(bcs, cwd=root, capture_output=True, text=True)
    assert (done.stdout, done.returncode) == ("Everything derived is up to date.\n", 0)
    subprocess.run(["bash", "-n", ".ci/run"], cwd=root, check=True)
    assert subprocess.run(["bash", "-c", "set -euo pipefail; . <(head -3 .ci/run)"], cwd=root).returncode == 0
    git(root, "config", "core.autocrlf", "true")
    assert git(root, "status", "--short") == ""


# ---- with one -----------------------------------------------------------------------------------------------


@pytest.mark.flaky(reruns=2)
@pytest.mark.parametrize("every", [False, pytest.param(True, marks=pytest.mark.nightly)])
def test_everything_opens_after_a_pull_and_a_look_leaves_no_trace(every, clone, browser, page):
    """Clone, move back one commit, pull; notebooks open, are saved, and git sees nothing (nightly: all notebooks)."""
    git(clone, "checkout", "-B", "main", "HEAD~1")
    for name in NOTEBOOKS[::2]:  # the .py of each other notebook came a day later, by a copy or a sync
        for path in twins(clone, name)[1:]:
            os.utime(path, (path.stat().st_atime, path.stat().st_mtime + 86_400))
    with bcs_lab(clone, "--expose-app-in-browser") as url:
        page.goto(f"{url}lab?reset")
        page.wait_for_function("window.jupyterapp?.restored", timeout=PATIENCE)
        page.evaluate("jupyterapp.restored")
        git(clone, "merge", "--ff-only", "origin/main")
        for name in NOTEBOOKS if every else NOTEBOOKS[::7]:
            cells = json.loads((clone / name).read_text(encoding="utf-8"))["cells"]
            assert page.evaluate(OPEN, name) == len(cells), name
            page.evaluate(SAVE, name)
        assert page.locator(".jp-Dialog").count() == 0
    assert changes(clone) == []


SCREEN, UPPER_HALF = {"width": 1280, "height": 800}, 400
SEEN = """() => {
    const picture = document.querySelector("[data-explore]").shadowRoot.querySelector("[role=img]");
    const { top, height } = picture.getBoundingClientRect();
    const end = document.querySelector(".jp-NotebookPanel-notebook").getBoundingClientRect().bottom;
    return [top, (end - top) / height];
}"""


def on_first_screen(page):
    """(where the first moving picture begins, in px, and how much of it is seen) before the page is scrolled."""
    expect(page.locator("[data-explore]").first.locator("g.moving path").first).to_be_attached(timeout=2 * PATIENCE)
    expect(page.locator(".jp-Notebook mjx-container").first).to_be_attached(timeout=PATIENCE)
    page.wait_for_timeout(1000)  # formulas above it find their size
    return page.evaluate(SEEN)


@pytest.mark.flaky(reruns=2)
def test_the_sliders_of_a_fresh_clone_move_and_survive_a_save(clone, browser, page):
    """Before anything is run; with a kernel that has started, a save changes nothing that a reader sees.

    The picture that decides begins in the upper half of a window of 1280 × 800 and is seen in full.
    """
    page.set_viewport_size(SCREEN)
    with bcs_lab(clone) as url:
        page.goto(f"{url}lab/tree/{CHAPTER}?reset")
        top, share = on_first_screen(page)
        assert top < UPPER_HALF and share >= 1
        for figure in page.locator("[data-explore]").all() or [page.locator("[data-explore]").first]:
            expect(figure).to_be_visible(timeout=2 * PATIENCE)
            drag_and_compare(figure)
        expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=2 * PATIENCE)
        page.locator(".jp-Notebook .jp-Cell").first.click()
        before = (clone / CHAPTER).stat().st_mtime_ns
        page.keyboard.press("Control+s")
        page.wait_for_timeout(3000)
        assert (clone / CHAPTER).stat().st_mtime_ns != before
        stop_kernels(url)
    assert changes(clone) == []


@pytest.mark.nightly  # each time that of one chapter is seen with its sliders
def test_the_picture_that_decides_stands_on_the_first_screen(clone, browser, page):
    """In each chapter."""
    page.set_viewport_size(SCREEN)
    seen = {}
    with bcs_lab(clone) as url:
        for stem in STEMS:
            page.goto(f"{url}lab/tree/notebooks/{stem}.ipynb?reset")
            seen[stem] = on_first_screen(page)
        stop_kernels(url)
    print(*(f"{stem}: top {top:.0f} px, {share:.2f} of it seen" for stem, (top, share) in seen.items()), sep="\n")
    assert {stem: found for stem, found in seen.items() if found[0] > UPPER_HALF or found[1] < 1} == {}


@pytest.mark.flaky(reruns=2)
def test_where_sliders_cannot_move_the_page_says_what_to_do(clone, browser, page):
    """JupyterLab started by itself does not trust the notebooks: a picture, and one line."""
    with jupyterlab(clone) as url:
        page.goto(f"{url}lab/tree/{CHAPTER}?reset")
        line = page.locator(".not-run", has_text="To move it").first
        expect(line).to_have_text("To move it: Run ▸ Run All Cells.", timeout=2 * PATIENCE)
        line.scroll_into_view_if_needed()
        expect(line).to_be_visible()
        assert page.locator("[data-explore]").count() == 0
        stop_kernels(url)


@pytest.mark.flaky(reruns=2)
def test_work_from_another_editor_is_opened_and_kept(clone, browser, page):
    """An exercise solved elsewhere, so that only its .ipynb knows: opened, saved, and the work is in it."""
    notebook = nbformat.read(clone / EXERCISE, as_version=4)
    cell = next(cell for cell in notebook.cells if "def gap_ratio" in cell.source)
    cell.source = cell.source.replace("...  # your code here", "return 3.5277539  # mine")
    nbformat.write(notebook, clone / EXERCISE)
    twin = (clone / EXERCISE).with_suffix(".py")
    os.utime(twin, (2e9, 2e9))
    blank = twin.read_text(encoding="utf-8")
    with bcs_lab(clone, "--expose-app-in-browser") as url:
        page.goto(f"{url}lab?reset")
        page.wait_for_function("window.jupyterapp?.restored", timeout=PATIENCE)
        page.evaluate("jupyterapp.restored")
        page.evaluate(OPEN, EXERCISE)
        expect(page.get_by_text("return 3.5277539")).to_be_visible(timeout=PATIENCE)
        page.evaluate(SAVE, EXERCISE)
    assert "return 3.5277539  # mine" in (clone / EXERCISE).read_text(encoding="utf-8")
    assert twin.read_text(encoding="utf-8") == blank
    bcs = [Path(sys.executable).with_name("bcs"), "build"]
    done = subprocess.run(bcs, cwd=clone, capture_output=True, text=True)
    assert "left exercises/05_gap_equation: somebody has worked in it" in done.stdout
    assert "return 3.5277539  # mine" in (clone / EXERCISE).read_text(encoding="utf-8")


TAB = """name => {
    const tabs = [...document.querySelectorAll(".lm-DockPanel-tabBar .lm-TabBar-tab")];
    const label = tabs.find(tab => tab.title.includes(name))?.querySelector(".lm-TabBar-tabLabel");
    return label ? [getComputedStyle(label, "::before").content, label.textContent] : [];
}"""


@pytest.mark.flaky(reruns=2)
def test_tabs_of_one_chapter_can_be_told_apart(clone, browser, page):
    """Chapter, exercise and solution have one file name, and three titles; before the name in a tab is the folder."""
    with bcs_lab(clone, "--expose-app-in-browser") as url:
        page.goto(f"{url}lab?reset")
        page.wait_for_function("window.jupyterapp?.restored", timeout=PATIENCE)
        page.evaluate("jupyterapp.restored")
        for folder in ("notebooks", "exercises", "solutions"):
            name = CHAPTER.replace("notebooks", folder)
            page.evaluate(OPEN, name)
            page.wait_for_function(f"({TAB})('{name}').length", timeout=PATIENCE)
            assert page.evaluate(TAB, name) == [f'"{folder}/"', Path(name).name]
    firsts = [
        nbformat.read(ROOT / folder / Path(CHAPTER).name, 4).cells[0].source for folder in ("exercises", "solutions")
    ]
    assert [first.splitlines()[0].rpartition(": ")[2] for first in firsts] == ["tasks", "answers"]


@pytest.mark.flaky(reruns=2)
def test_the_map_is_opened_and_leaves_nothing(clone, browser, page):
    """The first page is the map; saving it makes no second file."""
    with bcs_lab(clone) as url:
        page.goto(url)
        expect(page.locator(".jp-RenderedMarkdown table")).to_be_visible(timeout=2 * PATIENCE)
        assert page.url.endswith("/lab/tree/index.ipynb")
        page.locator(".jp-Notebook .jp-Cell").first.click()
        page.keyboard.press("Control+s")
        page.wait_for_timeout(3000)
        stop_kernels(url)
    assert changes(clone) == [] and not (clone / "index.py").exists()


@pytest.mark.nightly
def test_the_chinese_edition_opens_in_a_chinese_jupyterlab(clone, browser, page):
    """`bcs lab --language zh`: menus, map and chapter are Chinese, a slider moves at once, and git sees nothing."""
    with bcs_lab(clone, "--language", "zh") as url:
        page.goto(url)
        expect(page).to_have_url(re.compile("/lab/tree/zh/index.ipynb"), timeout=PATIENCE)
        expect(page.locator(".lm-MenuBar-itemLabel").first).to_have_text("文件", timeout=PATIENCE)
        expect(page.locator(".jp-Notebook h1").first).to_contain_text("BCS 伴读", timeout=PATIENCE)
        page.goto(f"{url}lab/tree/zh/{CHAPTER}?reset")
        expect(page.locator(".jp-Notebook h1").first).to_contain_text("求解能隙方程", timeout=PATIENCE)
        drag_and_compare(page.locator("[data-explore]").first)
        assert page.faults == []
        stop_kernels(url)
    assert changes(clone) == []
