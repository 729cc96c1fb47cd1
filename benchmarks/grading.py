"""What marking costs: bcs grade beside nbgrader and plain execution, on the same notebooks, in one run.

    python benchmarks/grading.py            a class of 40, then 2000 copies: about fifteen minutes on two quiet cores
    python benchmarks/grading.py --small    a class of 6, then 24 copies: does it still work?
    python benchmarks/grading.py --copies   only what a copy costs beside the floor

Each way marks the same honest class, with the same four tasks of chapter 05 and their points; nbgrader's test cells,
which are in the notebooks, ask what our questions ask on three inputs. No two notebooks are alike: the same bytes
would be marked once. Seconds of wall time in separate processes, start included.
Memory is the sum over all processes of a command (shared pages shared out), looked at ten times a second.

The floor of a copy is a fork of a process with the same libraries loaded, in which the notebook's cells and the same
calls run by plain exec: no walls, no shell, nothing sent or judged. Both take turns on the same notebooks. Two
workers are held against two loops that do nothing but count: what two cores give on the machine at that moment.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from statistics import median
from time import perf_counter

from bcs_helpers.classroom import course

ROOT = Path(__file__).parents[1]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1", "JUPYTER_PLATFORM_DIRS": "1"}
ENVIRONMENT["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"  # nbgrader calls alembic
CHAPTER = "05_gap_equation"
SETUP = (
    "import numpy as np\nfrom scipy.integrate import quad\nfrom scipy.optimize import brentq\n"
    "from bcs_helpers.classroom import check"
)
ROOT_OF_TC = """def transition_temperature(coupling, cutoff):
    def mismatch(z):
        near = quad(lambda x: np.tanh(x) / x, 0, min(z, 20))[0]
        return near + np.log(max(z / 20, 1)) - 1 / coupling
    root = cutoff / 2 / brentq(mismatch, 1e-3, 1e6)
"""
RATIO_OF_ROOTS = """def gap_ratio(coupling):
    ratio = 1 / np.sinh(1 / coupling) / transition_temperature(coupling, 1.0)[1]
"""
# (name, three ways that students write it, nbgrader's test); the i-th student takes way i of each
TASKS = (
    (
        "transition_temperature",
        (
            f"{ROOT_OF_TC}    return [2 * np.exp(np.euler_gamma) / np.pi * cutoff * np.exp(-1 / coupling), root]",
            f"{ROOT_OF_TC}    return np.array([1.1338656 * cutoff * np.exp(-1 / coupling), root])",
            f"{ROOT_OF_TC}    return 1.13386591 / np.exp(1 / coupling) * cutoff, root",
        ),
        "for g in (0.1, 0.2, 0.3):\n"
        "    assert np.isclose(transition_temperature(g, 300.0)[0], 340.15976 * np.exp(-1 / g), rtol=1e-4)",
    ),
    (
        "gap_ratio",
        (
            f"{RATIO_OF_ROOTS}    return [2 * np.pi / np.exp(np.euler_gamma), 2 * ratio]",
            f"{RATIO_OF_ROOTS}    return np.array([3.527754, 2 * ratio])",
            f"{RATIO_OF_ROOTS}    return [np.pi / np.exp(np.euler_gamma), ratio]",  # forgets the two
        ),
        "assert np.isclose(gap_ratio(0.2)[0], 3.527754, rtol=1e-4)",
    ),
    (
        "gap_curve",
        (
            "def gap_curve(t):\n"
            "    def residual(d, t):\n"
            "        f = lambda x: 1 / np.hypot(x, d) / (np.exp(min(np.hypot(x, d) / t, 700)) + 1)\n"
            "        return np.log(d) + 2 * quad(f, 0, 60 * t + 10 * d, limit=200)[0]\n"
            "    def one(t):\n"
            "        t0 = t * np.exp(np.euler_gamma) / np.pi\n"
            "        return 0.0 if t >= 1 else brentq(residual, 1e-9, 1.0, args=(t0,))\n"
            "    return np.array([one(x) for x in np.atleast_1d(t)])",
            "def gap_curve(t):\n"
            "    from bcs_helpers import gap\n"
            "    return gap.gap(np.asarray(t), 1.0) / gap.gap(0.0, 1.0)",
            "def gap_curve(t):\n    return np.sqrt(np.cos(np.pi / 2 * np.asarray(t) ** 2))",  # an interpolation
        ),
        "from bcs_helpers import gap\nt = np.array([0.1, 0.5, 0.9])\n"
        "assert np.allclose(gap_curve(t), gap.gap(t, 1.0) / gap.gap(0.0, 1.0), rtol=1e-4)",
    ),
    (
        "gap_in_meV",
        (
            "def gap_in_meV(Tc):\n    return np.pi / np.exp(np.euler_gamma) * 0.08617333 * Tc",
            "def gap_in_meV(Tc):\n    return 1.763877 * 8.617333e-2 * Tc",
            "def gap_in_meV(Tc):\n    ...",
        ),
        "for Tc in (1.2, 7.2, 9.3):\n    assert np.isclose(gap_in_meV(Tc), 0.15199907 * Tc, rtol=1e-4)",
    ),
)


def notebook(student=None):
    """A notebook of the assignment as nbgrader's instructor writes it (no student), or as a student hands it in."""

    def cell(source, name, **more):
        rules = {
            "schema_version": 3,
            "grade_id": name,
            "grade": False,
            "solution": False,
            "locked": False,
            "task": False,
        }
        metadata = {"nbgrader": rules | more} if more else {}
        return {"cell_type": "code", "id": name, "metadata": metadata, "source": source, "outputs": [],
                "execution_count": None}  # fmt: skip

    cells = [cell(f"# {'the instructor' if student is None else f'student {student}'}\n{SETUP}", "setup")]
    for number, (name, ways, test) in enumerate(TASKS):
        body = ways[0 if student is None else (student // 3**number) % 3]
        if student is None:
            head, _, rest = body.partition("\n")
            body = f"{head}\n    ### BEGIN SOLUTION\n{rest}\n    ### END SOLUTION"
        cells.append(cell(body, f"{name}-answer", solution=True))
        cells.append(cell(f"check({name})", f"{name}-check"))
        cells.append(cell(test, f"{name}-test", grade=True, locked=True, points=course.find(name).points))
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})


def run(command, **more):
    """(seconds, most MB in use at once) of a command and all its processes.

    Memory is looked at twice a second: a look takes time of the cores that are measured.
    """
    begun, most = perf_counter(), 0
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, env=ENVIRONMENT, stdout=said, stderr=said, **more)
        while process.poll() is None:
            most = max(most, memory(process.pid))
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.5)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{command} failed:\n{said.read()[-2000:]}")
    return perf_counter() - begun, most / 2**20


def memory(root):
    """Bytes in use by a process and all below it."""
    children, total = {}, 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            children.setdefault(int(path.read_text().rpartition(")")[2].split()[1]), []).append(int(path.parent.name))
        except (OSError, IndexError):
            continue
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        waiting += children.get(pid, [])
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
            total += sum(1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        except (OSError, IndexError):
            continue
    return total


def ours(folder, students, workers=1):
    """bcs grade on a class, as one types it."""
    handed_in = folder / f"in-{students}"
    if not handed_in.exists():
        handed_in.mkdir()
        for n in range(students):
            (handed_in / f"student{n:04d}_{CHAPTER}.ipynb").write_text(notebook(n))
    marks = folder / f"marks-{students}-{workers}"
    code = "from bcs_helpers.classroom.cli import main; raise SystemExit(main())"
    result = run(
        [sys.executable, "-c", code, "grade", str(handed_in), "--marks", str(marks), "--workers", str(workers)]
    )
    with (marks / "marks.csv").open() as file:
        points = [float(row["total"]) for row in csv.DictReader(file)]
    assert len(points) == students
    return (*result, points)


def nbgraders(folder, students):
    """nbgrader autograde on the same class; None where it is not installed."""
    if subprocess.run([sys.executable, "-c", "import nbgrader"], env=ENVIRONMENT, capture_output=True).returncode:
        return None
    home = folder / "course"
    (home / "source" / "ps").mkdir(parents=True)
    (home / "source" / "ps" / f"{CHAPTER}.ipynb").write_text(notebook())
    nbgrader = [sys.executable, "-m", "nbgrader"]
    run([*nbgrader, "generate_assignment", "ps", "--create"], cwd=home)
    for n in range(students):
        place = home / "submitted" / f"student{n:04d}" / "ps"
        place.mkdir(parents=True)
        (place / f"{CHAPTER}.ipynb").write_text(notebook(n))
    result = run([*nbgrader, "autograde", "ps"], cwd=home)
    code = (
        "import json; from nbgrader.api import Gradebook; "
        "print(json.dumps([s.score for s in Gradebook('sqlite:///gradebook.db').assignment_submissions('ps')]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=home, env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    return (*result, json.loads(done.stdout))


FLOOR = """
import gc, json, os, sys, time
from bcs_helpers.classroom.grading.inside import stand_in, warm
warm.warm_up()
sys.modules["bcs_helpers.classroom"] = stand_in
asks = json.loads(sys.argv[1])
import numpy as np
from bcs_helpers.classroom.grading.inside.codec import decode
asks = [(name, [decode(case) for case in cases]) for name, cases in asks]
gc.collect()
gc.freeze()
print("warm", flush=True)
for line in sys.stdin:
    cells, begun = json.loads(line), time.perf_counter()
    child = os.fork()
    if child == 0:
        names = {}
        for cell in cells:
            try:
                exec(compile(cell, "cell", "exec"), names)
            except Exception:
                pass
        for name, cases in asks:
            for case in cases:
                names[name](*case)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    print(json.dumps([time.perf_counter() - begun, status]), flush=True)
"""


def copies(number):
    """(seconds of each copy as bcs grade marks it, seconds of the same at the floor), in turns in one run."""
    from bcs_helpers.classroom.grading import marking
    from bcs_helpers.classroom.grading.reading import read_notebook

    asks = [(task.name, marking._encoded(task, 7)) for task in course.tasks(CHAPTER)]
    floor = subprocess.Popen(
        [sys.executable, "-c", FLOOR, json.dumps(asks)], env=ENVIRONMENT | {"MPLBACKEND": "Agg"},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    books = [notebook(n).encode() for n in range(number)]
    ours, theirs = [], []
    try:
        assert floor.stdout.readline() == "warm\n"
        marking.mark(books[0], seed=7)  # the start does not belong to a copy
        for book in books:
            begun = perf_counter()
            marking.mark(book, seed=7)
            ours.append(perf_counter() - begun)
            floor.stdin.write(json.dumps(read_notebook(book).cells) + "\n")
            floor.stdin.flush()
            seconds, status = json.loads(floor.stdout.readline())
            assert status == 0
            theirs.append(seconds)
    finally:
        floor.stdin.close()
        floor.wait()
        marking.close_all()
    return ours, theirs


def loops(number):
    """Seconds for as many loops side by side, each of which only counts."""
    code = "for _ in range(60_000_000): pass"
    begun = perf_counter()
    running = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(number)]
    for process in running:
        process.wait()
    return perf_counter() - begun


def executed(folder, students):
    """Plain execution: nbclient, a fresh kernel for each notebook, errors allowed, nothing marked."""
    code = (
        "import sys, nbformat; from nbclient import NotebookClient\n"
        "for path in sys.argv[1:]:\n"
        "    NotebookClient(nbformat.read(path, 4), kernel_name='python3', allow_errors=True).execute()"
    )
    return run([sys.executable, "-c", code, *map(str, sorted((folder / f"in-{students}").glob("*.ipynb")))])


def main(words=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--small", action="store_true", help="few notebooks: does it still work?")
    parser.add_argument("--copies", action="store_true", help="only what a copy costs beside the floor")
    parser.add_argument("--many", type=int, help="how many copies (default: 2000)")
    options = parser.parse_args(words)
    students, many = (6, 24) if options.small else (40, 2000)
    many = options.many or many
    print(f"load of the machine at the beginning: {os.getloadavg()[0]:.1f} of {os.cpu_count()} cores\n")
    _copies(6 if options.small else 40)
    if not options.copies:
        with tempfile.TemporaryDirectory(prefix="bcs-bench-") as folder:
            _classes(Path(folder), students, many)
    print(f"\nload of the machine at the end: {os.getloadavg()[0]:.1f}")


def _copies(number):
    mine, floor = copies(number)
    for name, times in (("a copy", mine), ("the floor", floor)):
        print(f"{name:<12} median {median(times):.3f} s, best {min(times):.3f} s, mean {sum(times) / number:.3f} s")
    print(f"{sum(mine) / sum(floor):.2f}× the floor, {number} in turns (target: at most 2×)\n")


def _classes(folder, students, many):
    print(f"{'way':<44}{'notebooks':>9}{'s':>9}{'s each':>9}{'MB':>7}   faster by")

    def row(name, count, seconds, megabytes, base=None):
        faster = f"{seconds / base:>8.1f}×" if base else ""
        print(f"{name:<44}{count:>9}{seconds:>9.1f}{seconds / count:>9.3f}{megabytes:>7.0f}   {faster}", flush=True)

    seconds, megabytes, points = ours(folder, students)
    row("bcs grade", students, seconds, megabytes)
    peer = nbgraders(folder, students)
    if peer:
        row("nbgrader autograde", students, *peer[:2], seconds)
        same = sum(a == b for a, b in zip(points, peer[2], strict=True))
        print(f"{'':<44}(the same points for {same} of {students}; target: 10×)")
    else:
        print("nbgrader is not installed: pip install -e '.[bench]'")
    row("nbclient, executed and not marked", students, *executed(folder, students), seconds)
    long, more, _ = ours(folder, many)
    row("bcs grade", many, long, more)
    print(f"{'':<44}(memory {more / megabytes:.2f} of the smaller class's; target: flat)")
    if peer:
        print(f"{'':<44}({peer[0] / students / (long / many):.1f}× nbgrader's pace, where the start no longer counts)")
    one, two = loops(1), loops(2)
    both, more, _ = ours(folder, many, workers=2)
    row("bcs grade --workers 2", many, both, more)
    gain, possible = long / both, min(2.0, 2 * (one + loops(1)) / (two + loops(2)))  # more than two cores there are not
    print(f"{'':<44}(two workers {gain:.2f}× one, two loops {possible:.2f}×: {gain / possible:.0%}; target: 85 %)")


if __name__ == "__main__":
    main()
