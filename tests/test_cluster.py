"""bcs grade --scheduler: the same marks from a Dask cluster, and a worker lost in the middle loses nothing."""

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep

import pytest

from bcs_helpers.classroom import cli
from bcs_helpers.classroom.grading import grading, marking

from .submissions import CELLS, first, notebook
from .test_grading import LIMITS, frozen, walls  # noqa: F401 — fixtures

distributed = pytest.importorskip("distributed")
ROOT = Path(__file__).parents[1]
ENVIRONMENT = {"PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
SLOW = first("import time\ntime.sleep(0.7)")


@pytest.fixture
def handed_in(tmp_path):
    """Eight students; two of them slow, one with half of the tasks, one with nothing readable."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("ann", "bob", "cem", "dea"):
        (folder / f"{name}_05_gap_equation.ipynb").write_bytes(notebook(CELLS))
    for name in ("eva", "fay"):
        (folder / f"{name}_05_gap_equation.ipynb").write_bytes(SLOW)
    (folder / "gus_05_gap_equation.ipynb").write_bytes(notebook(CELLS[:3]))
    (folder / "hal_05_gap_equation.ipynb").write_bytes(b"{")
    return folder


def tables(marks):
    """All that people read, but for the times."""
    return {p.name: p.read_bytes() for p in marks.rglob("*") if p.suffix in {".csv", ".html"} and p.name != "time.html"}


def wait_for(condition, seconds, what):
    until = monotonic() + seconds
    while not condition():
        assert monotonic() < until, f"{what} took more than {seconds} s"
        sleep(0.05)


@contextmanager
def command(*words):
    """A Dask command, as a user types it, and its end with all that it started."""
    process = subprocess.Popen(
        [sys.executable, "-m", "dask", *words], env=os.environ | ENVIRONMENT, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield process
    finally:
        end(process)


def end(process):
    """Kill a command and its group; its sandboxes end with it."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)


@pytest.mark.nightly  # each time one that loses a worker
def test_a_local_cluster_gives_the_same_marks(handed_in, tmp_path, walls):  # noqa: F811
    """Two worker processes: every page and table is the same to the byte as without a cluster."""
    grading.grade(handed_in, tmp_path / "here", seed=3, limits=LIMITS)
    marking.close_all()
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0", silence_logs=50
    ) as cluster:
        lines = grading.grade(handed_in, tmp_path / "there", seed=3, limits=LIMITS, scheduler=cluster.scheduler_address)
    assert lines[0].startswith("8 students, 8 files")
    assert tables(tmp_path / "there") == tables(tmp_path / "here")


def test_a_worker_lost_in_the_middle_loses_nothing(handed_in, tmp_path, walls):  # noqa: F811
    """A scheduler and two workers from the command line; one is killed while it marks: all marks are there."""
    where = tmp_path / "scheduler.json"
    worker = ("worker", "--scheduler-file", str(where), "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1",
              "--local-directory", str(tmp_path))  # fmt: skip
    scheduler = ("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(where), "--no-dashboard")
    with command(*scheduler), command(*worker) as lost, command(*worker):
        wait_for(where.exists, 60, "the scheduler's start")
        address = json.loads(where.read_text())["address"]
        with distributed.Client(address, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)

        def killing(jobs, total):
            for number, job in enumerate(jobs):
                yield job
                if number == 1:
                    end(lost)

        begun = monotonic()
        grading.grade(handed_in, tmp_path / "marks", seed=3, limits=LIMITS, scheduler=address, report=killing)
        assert lost.returncode == -signal.SIGKILL and monotonic() - begun < 60
        before = tables(tmp_path / "marks")
        assert cli.main(["grade", str(handed_in), "--marks", str(tmp_path / "marks"), "--scheduler", address]) in {0, 1}
    grading.grade(handed_in, tmp_path / "here", seed=3, limits=LIMITS)
    assert before == tables(tmp_path / "here")


def test_a_notebook_that_loses_every_worker_is_named_and_tried_again(tmp_path, monkeypatch):
    """It is no mark: the class goes on, and the next run has it waiting."""
    (tmp_path / "in").mkdir()
    for name in ("ann", "bob"):
        (tmp_path / "in" / f"{name}_05_gap_equation.ipynb").write_bytes(notebook([*CELLS, f"# {name}"]))

    def marked(waiting, settings, address):
        for submission, key in waiting:
            yield submission, key, {"problem": ["worker_lost", {}], "again": True}, 0.0

    monkeypatch.setattr("bcs_helpers.classroom.grading.cluster.marked", marked)
    waiting = []
    for _ in (1, 2):
        lines = grading.grade(tmp_path / "in", tmp_path / "marks", limits=replace(LIMITS), scheduler="tcp://x:1",
                              report=lambda jobs, total: waiting.append(total) or jobs)  # fmt: skip
        assert sum("every worker" in line for line in lines) == 2
    assert waiting == [2, 2]


def test_no_scheduler_is_said_in_a_sentence(tmp_path, capsys):
    """A wrong address ends with a line, not with a traceback."""
    (tmp_path / "ann_05_gap_equation.ipynb").write_bytes(notebook(CELLS))
    words = ["grade", str(tmp_path), "--marks", str(tmp_path / "marks"), "--scheduler", "nonsense://here"]
    assert cli.main(words) == 2
    assert "there is no scheduler at nonsense://here" in capsys.readouterr().err
