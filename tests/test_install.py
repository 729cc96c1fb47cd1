"""The package where other people have it: a wheel in an empty environment, and beside an old Jupyter, as on Colab."""

import json
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from bcs_helpers import words
from bcs_helpers.classroom import course
from bcs_helpers.classroom import notebooks as nb
from bcs_helpers.classroom.wording import editions

ROOT = Path(__file__).parents[1]
OLD_JUPYTER = ("ipykernel==6.17.1", "tornado==6.3.3", "ipywidgets==7.7.1", "ipython==7.34.0")
KINDS = ("text/plain", "image/png")
FIGURE = """
from bcs_helpers.figures import figure, show
fig, ax = figure()
ax.plot([1, 2])
show(fig, "A line that goes up.")
"""
SOLVED = """
import numpy as np
from bcs_helpers.classroom import check, hint, progress
from bcs_helpers.gap import critical_temperature, zero_temperature_gap
def gap_ratio(coupling):
    at = 2 * zero_temperature_gap(coupling, 1.0) / critical_temperature(coupling, 1.0)
    return np.array([2 * np.pi * np.exp(-np.euler_gamma), at])
"""
pytestmark = pytest.mark.nightly


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The package as one file."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT)
    (path,) = folder.glob("*.whl")
    return path


def environment(folder, *packages):
    """The Python of a new environment, and what it holds besides pip."""
    run(sys.executable, "-m", "venv", folder)
    python = folder / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "setuptools", *packages)
    return python, installed(python)


def installed(python):
    """{name: version} of an environment."""
    return {row["name"]: row["version"] for row in json.loads(run(python, "-m", "pip", "list", "--format=json"))}


def chinese_exercise():
    """The code cells of the Chinese exercise 05 as the book offers it: blank, and with one slip in its second task."""
    cells = [cell.source for cell in nb.code_cells(editions.editions(ROOT, "zh_CN")["exercises/05_gap_equation"])]
    wrong = "from bcs_helpers.gap import critical_temperature as Tc\n    "
    wrong += "return [np.pi * np.exp(-np.euler_gamma), 1 / np.sinh(1 / coupling) / Tc(coupling, 1.0)]"
    return cells, [cell.replace("...", wrong) if "def gap_ratio" in cell else cell for cell in cells]


def assert_chinese(said, slip):
    """A hint was given, and the slip named, in Chinese and not in English."""
    row = course.find("gap_ratio")
    told = [row.hints[0], *(one.says for one in row.slips if one.key == slip)]
    assert all(words.translate(text, "zh") in said for text in told) and not any(text in said for text in told)


def test_a_wheel_in_an_empty_environment(wheel, tmp_path):
    """What it brings is small; physics, `check` and Chinese work; what is missing is told with its command."""
    python, before = environment(tmp_path / "env")
    run(python, "-m", "pip", "install", "--quiet", wheel)
    assert set(installed(python)) - set(before) == {"babel", "numpy", "scipy", "bcs-companion"}
    elsewhere = {"cwd": tmp_path}
    assert run(python, "-c", "import bcs_helpers.gap as g; print(g.gap(0.0, 1.0))", **elsewhere).startswith("1.763")
    assert "✓" in run(python, "-c", f"{SOLVED}\nprint(check(gap_ratio).text)", **elsewhere)
    chinese = 'from bcs_helpers.words import use; use("zh_CN")\nfrom bcs_helpers.words import translate'
    assert run(python, "-c", f"{chinese}\nprint(translate('Further reading'))", **elsewhere).strip() == "延伸阅读"
    assert "✓" in run(python, "-c", f"{chinese}\n{SOLVED}\nprint(check(gap_ratio).text)", **elsewhere)
    cells, half = chinese_exercise()
    last = "print(check(gap_ratio).text, hint(gap_ratio), progress(), sep=chr(10))"
    for solved, slip in ((cells, ""), (half, "one_gap")):  # all cells, one after the other, in a folder of its own
        assert_chinese(run(python, "-c", "\n\n".join([*solved, last]), **elsewhere), slip)
    for room, library in (("figures", "matplotlib"), ("explore", "anywidget")):
        done = subprocess.run([python, "-c", f"import bcs_helpers.{room}"], capture_output=True, text=True, **elsewhere)
        assert done.returncode == 1 and f"pip install {library}" in done.stderr.splitlines()[-1]


def test_beside_an_old_jupyter(wheel, tmp_path):
    """Nothing that runs there is replaced; `check`, `hint`, `progress`, figures work in its kernel, in Chinese, too."""
    python, before = environment(tmp_path / "env", *OLD_JUPYTER, "matplotlib", "numpy", "scipy")
    run(python, "-m", "pip", "install", "--quiet", wheel)
    after = installed(python)
    assert after.items() >= before.items() and after.keys() - before.keys() <= {"bcs-companion", "babel"}
    kernels = tmp_path / "data" / "kernels" / "old"
    kernels.mkdir(parents=True)
    argv = [str(python), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    (kernels / "kernel.json").write_text(json.dumps({"argv": argv, "display_name": "old", "language": "python"}))

    def said(*sources):
        """What each of these cells shows in the old kernel."""
        book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
        client = NotebookClient(book, timeout=120, kernel_name="old", resources={"metadata": {"path": str(tmp_path)}})
        client.create_kernel_manager()
        client.km.kernel_spec_manager.kernel_dirs.insert(0, str(kernels.parent))
        client.execute()
        shown = [[{"text/plain": o.get("text", "")} | o.get("data", {}) for o in cell.outputs] for cell in book.cells]
        return [["\n".join(str(part[kind]) for part in cell if kind in part) for kind in KINDS] for cell in shown]

    solved = ("check(gap_ratio)", "hint(gap_ratio)", "progress()", FIGURE)
    checked, hinted, progress, picture = said(SOLVED, *solved)[1:]
    assert "✓" in checked[0] and "Hint 1" in hinted[0] and "05_gap_equation" in progress[0] and picture[1]
    told = said(*chinese_exercise()[1], *solved)
    assert_chinese("\n".join(text for text, _ in told), "one_gap")
    assert "✗" in told[-4][0] and "全部章节" in told[-2][0] and told[-1][1]
