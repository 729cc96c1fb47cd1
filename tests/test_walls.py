"""Every wall of the sandbox by itself: what is bound, limited, refused; each test fails without its wall."""

import ast
import ctypes
import ctypes.util
import errno
import fcntl
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import sleep, time
from types import SimpleNamespace

import pytest

from bcs_helpers.classroom.grading import account, marking, places, sandbox, turns
from bcs_helpers.classroom.grading.advice import SandboxError
from bcs_helpers.classroom.grading.inside import codec
from bcs_helpers.classroom.grading.inside import walls as inside
from bcs_helpers.classroom.grading.job import Ended, Job
from bcs_helpers.classroom.grading.sandbox import Sandbox

from .submissions import CELLS, CLOSED, door, first, notebook
from .test_grading import LIMITS, NAMES, frozen, points, wait_for, walls  # noqa: F401 — fixtures

ROOT = Path(__file__).parents[1]


# ---- the filter of system calls -------------------------------------------------------------------------------

REFUSED = [
    *("ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd", "bpf", "perf_event_open", "userfaultfd"),
    *("io_uring_setup", "add_key", "request_key", "keyctl", "unshare", "setns", "mount", "umount2", "pivot_root"),
    *("chroot", "open_tree", "move_mount", "fsopen", "mount_setattr", "memfd_create", "memfd_secret", "shmget"),
    *("msgget", "semget", "mq_open", "vmsplice", "inotify_init", "inotify_init1", "fanotify_init"),
]
SOME = [  # (call, arguments, what the filter answers; None: it lets the call pass)
    ("clone3", (), errno.ENOSYS),
    ("setsid", (), 0),
    ("clone", (0x10000000 | 17,), errno.EPERM),  # CLONE_NEWUSER
    ("clone", (17,), None),
    ("mmap", (0, 4096, 3, 0x21), errno.EPERM),  # shared and of no file
    ("mmap", (0, 4096, 3, 0x01), None),  # shared
    ("mmap", (0, 4096, 3, 0x22), None),  # of no file
    ("setsockopt", (3, 1, 7), 0),
    ("setsockopt", (3, 1, 32), 0),
    ("setsockopt", (3, 1, 2), None),
    ("setsockopt", (3, 6, 7), None),
    ("fcntl", (3, 1031), errno.EPERM),
    ("fcntl", (3, 1), None),
    *((name, (family,), errno.EAFNOSUPPORT) for name in ("socket", "socketpair") for family in (2, 10, 16, 40)),
    *((name, (1,), None) for name in ("socket", "socketpair")),
]


def filtered(machine, number, arguments=(), architecture=None):
    """What the filter says of a call: computed here by the rules of classic BPF, without a kernel."""
    program = inside.program(machine)
    architecture = inside.MACHINES[machine][1] if architecture is None else architecture
    data = {0: number, 4: architecture, **{16 + 8 * n: value for n, value in enumerate(arguments)}}
    place = accumulator = 0
    while True:
        code, if_true, if_false, value = program[place]
        if code == 0x06:
            return value
        if code == 0x20:
            accumulator = data.get(value, 0)
            place += 1
            continue
        holds = {0x15: accumulator == value, 0x35: accumulator >= value, 0x45: bool(accumulator & value)}[code]
        place += 1 + (if_true if holds else if_false)


ALLOWED, KILLED = 0x7FFF0000, 0x80000000


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
@pytest.mark.parametrize(
    ("name", "arguments", "answer"), [*((name, (), errno.EPERM) for name in REFUSED), *SOME], ids=lambda v: str(v)
)
def test_what_the_filter_says(name, arguments, answer, machine):
    """Each call that reaches around the walls is refused, and its harmless relatives pass."""
    number = inside.NUMBERS[name][inside.MACHINES[machine][0]]
    if number is None:
        pytest.skip("there is no such call on this machine")
    assert filtered(machine, number, arguments) == (ALLOWED if answer is None else 0x50000 | answer)


def test_other_dialects_are_refused():
    """A call of 32 bits has other numbers: the process ends. The x32 calls do not exist."""
    assert filtered("x86_64", 20, architecture=0x40000003) == KILLED
    assert filtered("aarch64", 20, architecture=0x40000028) == KILLED
    assert filtered("x86_64", 0x40000000 + 1) == 0x50000 | errno.EPERM
    assert filtered("x86_64", 1) == filtered("aarch64", 64) == ALLOWED  # write


def test_the_numbers_are_the_kernels():
    """As libseccomp has them, for both machines."""
    library = ctypes.util.find_library("seccomp")
    if library is None:
        pytest.skip("libseccomp is not on this machine")
    number_of = ctypes.CDLL(library).seccomp_syscall_resolve_name_arch
    number_of.argtypes = (ctypes.c_uint32, ctypes.c_char_p)
    for name, numbers in inside.NUMBERS.items():
        theirs = [number_of(architecture, name.encode()) for _, architecture in inside.MACHINES.values()]
        theirs = [None if number < 0 else number for number in theirs]
        assert theirs == list(numbers) or theirs == [None, None], name  # an older library does not know them all


# ---- a running notebook, as the machine around it sees it -----------------------------------------------------


def processes():
    """{pid: its parent} of this machine."""
    found = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            found[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    return found


def chain(pid):
    """The process, its youngest child, the youngest child of that, and so on."""
    parents = processes()
    below = [pid]
    while children := [child for child, parent in parents.items() if parent == below[-1]]:
        below.append(max(children))
    return below


@pytest.fixture(scope="module")
def running(walls):  # noqa: F811
    """(warm process, student's process) of a notebook that sleeps."""
    box = Sandbox(LIMITS, secret=()).wait()
    with box.job() as job:
        job.send({"cells": ["import time\ntime.sleep(100)"], "modes": ["all"], "inputs": {}})
        job.receive(10)
        *_, warm, _guard, student = chain(box._process.pid)
        yield warm, student
    box.close()


def namespaces(pid):
    return {path.name: os.readlink(path) for path in Path(f"/proc/{pid}/ns").iterdir() if "_for_" not in path.name}


def test_the_warm_process_is_in_rooms_of_its_own(running):
    """Network, processes, names of the machine, shared memory and mounts are not those of this machine."""
    ours, theirs = namespaces("self"), namespaces(running[0])
    assert not [name for name in ("net", "pid", "uts", "ipc", "mnt") if ours[name] == theirs[name]]


def test_the_student_is_in_rooms_of_its_own(running):
    """Users, processes, shared memory and mounts are not those of the warm process."""
    warm, student = map(namespaces, running)
    assert not [name for name in ("user", "pid", "uts", "ipc", "mnt") if warm[name] == student[name]]


def test_the_student_has_no_rights(running):
    """No capability, now or later; a filter; nobody's number; the first to go where memory runs out."""
    status = dict(line.split(":\t", 1) for line in Path(f"/proc/{running[1]}/status").read_text().splitlines())
    assert {int(status[f"Cap{kind}"], 16) for kind in ("Inh", "Prm", "Eff", "Bnd", "Amb")} == {0}
    assert status["NoNewPrivs"] == "1" and status["Seccomp"] == "2"
    assert os.getuid() != 0 or status["Uid"].split() == [str(sandbox.NOBODY)] * 4
    assert Path(f"/proc/{running[1]}/oom_score_adj").read_text() == "1000\n"
    assert Path(f"/proc/{running[0]}/oom_score_adj").read_text() != "1000\n"


def test_what_a_student_can_write_to(running):
    """Two small folders of its own, and no file outside; everything else is read-only, and no device but three."""
    mounts = [line.split(" - ") for line in Path(f"/proc/{running[1]}/mountinfo").read_text().splitlines()]
    mounts = [(left.split()[4], left.split()[5].split(","), right.split()) for left, right in mounts]
    last = {place: (options, right) for place, options, right in mounts}  # the one on top
    devices = {f"/dev/{name}" for name in ("null", "random", "urandom")}
    assert {place for place in last if place.startswith("/dev")} == devices | {"/dev/shm"}
    covers = {str(path) for path in sandbox._places(()).covered if not path.is_dir()}  # by a device that holds nothing
    writable = {place for place, (options, _) in last.items() if "rw" in options} - devices - covers
    assert writable == {"/scratch", "/dev/shm"}
    for place, size in (("/scratch", LIMITS.disk), ("/dev/shm", LIMITS.disk // 4)):
        options, (kind, _, more) = last[place]
        assert kind == "tmpfs" and {"nosuid", "nodev"} <= set(options)
        assert f"size={size >> 10}k" in more.split(",") and "nr_inodes=4096" in more.split(",")
    assert last["/proc"][1][0] == "tmpfs" and "ro" in last["/proc"][0]


LIMITED = ("NPROC", "NOFILE", "FSIZE", "CPU", "CORE", "MSGQUEUE", "SIGPENDING", "MEMLOCK")


def test_the_limits_of_a_process(walls):  # noqa: F811
    """Each is what was asked for, hard and soft; of addresses as many more as were taken before."""
    cell = f"""
        import resource
        def gap_curve(t):
            return [resource.getrlimit(getattr(resource, "RLIMIT_" + n)) for n in {(*LIMITED, "AS")!r}]
        """
    box = Sandbox(LIMITS).wait()
    answers = marking.ask(box, marking.read_notebook(notebook([*CELLS, cell])), 7).outcome["gap_curve"]
    box.close()
    soft, hard = codec.answered(answers[0]).T
    wanted = [LIMITS.processes, inside.FILES, LIMITS.disk, LIMITS.notebook_seconds + 1, 0, 0, 256, 0]
    assert (soft == hard).all() and soft[:-1].tolist() == wanted
    assert LIMITS.memory < soft[-1] < LIMITS.memory + (4 << 30)


def test_memory_is_counted_over_all_processes(walls):  # noqa: F811
    """Twelve processes of 100 MB are more than a gigabyte, though none of them is."""
    cell = """
        import os, time
        for _ in range(12):
            if os.fork() == 0:
                x = np.ones(13_000_000)
                time.sleep(60)
        time.sleep(60)
        """
    told = marking.mark(first(cell), seed=7, limits=replace(LIMITS, cell_seconds=60.0, notebook_seconds=100.0))
    assert told["remarks"][0]["key"] == "memory" and points(told) == (4, 3, 5, 2)


def test_threads_of_an_honest_notebook_have_addresses(walls):  # noqa: F811
    """Each thread that computes takes far more addresses than memory; that is no fault."""
    cell = """
        from concurrent.futures import ThreadPoolExecutor
        with ThreadPoolExecutor(16) as pool: list(pool.map(lambda n: np.ones(100_000).sum(), range(64)))
        """
    assert points(marking.mark(first(cell), seed=7, limits=LIMITS)) == (4, 3, 5, 2)


def test_nothing_is_painted(walls):  # noqa: F811
    """A figure that nobody sees costs nothing, and no description of it is looked up."""
    paints = """
        from bcs_helpers import figures
        fig, ax = figures.figure()
        figures.show(fig, "no_such_key")
        return len(figures.png(fig)) > 0
        """
    assert points(marking.mark(door(paints), seed=7, limits=LIMITS)) == CLOSED


def test_tables_are_made_once(walls):  # noqa: F811
    """The physics' own tables are there before the first notebook runs."""
    empty = """
        import functools, inspect
        found = [f for name, module in sys.modules.items() if name.startswith("bcs_helpers.")
                 for f in vars(module).values() if hasattr(f, "cache_info") and not inspect.signature(f).parameters]
        return not found or any(f.cache_info().currsize == 0 for f in found)
        """
    assert points(marking.mark(door(empty), seed=7, limits=LIMITS)) == CLOSED


# ---- what is seen ---------------------------------------------------------------------------------------------

LOOKS = """
import os, sys
named = ("isotope_effect", "test_grading", "gap_equation", "bcs_companion", "marks.csv", "packed-refs", "of-nobody-")
def says_something(path):  # not so what is covered: an empty folder, a device that holds nothing
    return os.listdir(path) if os.path.isdir(path) else os.path.isfile(path)
count, found = 0, []
for folder, folders, files in os.walk("/"):
    count += len(files)
    found += [os.path.join(folder, n) for n in folders + files if any(word in n for word in named)]
found = [path for path in found if says_something(path)]
def gap_ratio(*inputs): raise ValueError(found[:2], count > 5000)
"""
RUNS = """
import json, sys
from bcs_helpers.classroom.grading import marking
from bcs_helpers.classroom.grading.sandbox import Limits, Sandbox
sandbox = Sandbox(Limits(cell_seconds=60.0), secret=tuple(sys.argv[2:])).wait()
talk = marking.ask(sandbox, marking.read_notebook(open(sys.argv[1], "rb").read()), 7)
sandbox.close()
print(talk.outcome["gap_ratio"][0]["text"])
"""


def laid_out(layout, folder):
    """The project in a folder, as a clone or as what an installer leaves; (where Python finds it, what is secret)."""
    home = folder / ("site-packages" if layout == "wheel" else "clone")
    no_caches = shutil.ignore_patterns("__pycache__")
    shutil.copytree(places.PACKAGE, home / "bcs_helpers", ignore=no_caches)
    course = folder / "of-nobody-course"
    if layout == "clone":
        (home / "tests").mkdir()
        (home / "tests" / "test_grading.py").write_text("")
    else:
        course = home / "of-nobody-course"  # an instructor's own, installed beside it
        (home / "bcs_companion-0.1.0.dist-info").mkdir()
        (home / "bcs_companion.pth").write_text(str(folder))
    course.mkdir()
    (course / "of-nobody-row.py").write_text("")
    return home, course


@pytest.mark.parametrize("user", ["nobody", "ourselves"])
@pytest.mark.parametrize("layout", ["clone", "wheel"])
def test_nothing_of_the_project_is_seen(layout, user, tmp_path, walls):  # noqa: F811
    """However it is installed, and whoever marks: a notebook that looks at every file finds physics alone."""
    home, course = laid_out(layout, tmp_path)
    handed_in = tmp_path / "in.ipynb"
    handed_in.write_bytes(notebook([*CELLS, LOOKS]))
    paths = [str(home), *(path for path in sys.path if Path(path).name in places.LIBRARIES)]
    options = {"user": 65534, "group": 65534, "extra_groups": []} if user == "nobody" else {}
    if user == "nobody":
        if os.getuid() != 0 or not everybody_may_run(places.interpreter()):
            pytest.skip("only root can become somebody else, and only where others may run this Python")
        for path in (tmp_path, *tmp_path.parents[:3]):
            path.chmod(0o755)
    done = subprocess.run(
        [str(places.interpreter()), "-c", RUNS, str(handed_in), str(course)], capture_output=True, text=True,
        env={"PYTHONPATH": os.pathsep.join(paths), "PATH": os.environ["PATH"]}, timeout=200, **options,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert ast.literal_eval(done.stdout) == ([], True)


def everybody_may_run(path):
    return all(p.stat().st_mode & 0o005 == 0o005 for p in (path, *path.parents, *places.site_folders()))


def test_a_clone_among_the_libraries_is_covered(monkeypatch, tmp_path):
    """Where it lies in a place that Python needs, an empty folder lies over it."""
    clone = libraries(monkeypatch, tmp_path) / "src" / "clone"
    (clone / "bcs_helpers").mkdir(parents=True)
    monkeypatch.setattr(places, "PACKAGE", clone / "bcs_helpers")
    found = places.places([])
    assert clone in found.covered and clone.parents[1] in found.bound


def libraries(monkeypatch, tmp_path):
    """A folder of libraries, as the only one that there is."""
    site = tmp_path / "env" / "site-packages"
    site.mkdir(parents=True)
    monkeypatch.setattr(places, "site_folders", lambda: [site])
    return site


def test_what_cannot_be_covered_is_refused(monkeypatch, tmp_path):
    """The folder of marks is one that Python needs, or holds one and lies in one: a sentence, and no marking."""
    site = libraries(monkeypatch, tmp_path)
    with pytest.raises(places.Visible, match="is, or lies in|lies in a folder"):
        places.places([site])
    monkeypatch.undo()
    sandbox._places.cache_clear()
    with pytest.raises(SandboxError, match="cannot hide all that it must"):
        Sandbox(LIMITS, secret=(str(places.site_folders()[0]),))


def test_a_second_name_of_a_secret_place_is_found(tmp_path, walls):  # noqa: F811
    """A folder that is mounted once more among the fonts is known by its number, and marking is refused."""
    secret, site = tmp_path / "marks", tmp_path / "env" / "site-packages"
    (secret / "state").mkdir(parents=True)
    (site / "fonts" / "again").mkdir(parents=True)
    code = (
        "import sys; from pathlib import Path; from bcs_helpers.classroom.grading import places\n"
        f"places.site_folders = lambda: [Path({str(site)!r})]\n"
        f"try: places.places([{str(secret)!r}])\n"
        "except places.Visible as error: print(error)"
    )
    for inner in ("", "state"):
        mounted = ["--bind", str(secret / inner), str(site / "fonts" / "again")]
        done = subprocess.run(
            ["bwrap", "--dev-bind", "/", "/", *mounted, sys.executable, "-c", code],
            capture_output=True, text=True, cwd=ROOT, timeout=100,
        )  # fmt: skip
        assert "can also be reached as" in done.stdout, done.stderr


def test_covers_are_empty_and_read_only(tmp_path):
    """One empty folder over each folder, nothing over each file, and no writable memory anywhere."""
    (tmp_path / "cover").mkdir()
    (tmp_path / "names.pth").write_text("")
    found = places.Places((tmp_path,), (tmp_path / "cover", tmp_path / "names.pth"))
    words = places.bindings(found, tmp_path / "empty", tmp_path / "lib")
    triples = [tuple(words[n : n + 3]) for n in range(len(words) - 2)]
    assert ("--ro-bind", str(tmp_path / "empty"), str(tmp_path / "cover")) in triples
    assert ("--ro-bind", os.devnull, str(tmp_path / "names.pth")) in triples
    assert "--tmpfs" not in words and "--bind" not in words


# ---- what is left ---------------------------------------------------------------------------------------------


def test_what_killed_runs_left_goes_away(monkeypatch, tmp_path):
    """Folders that nobody lives in, and only those: not one that is in use, not one that is just being made."""
    monkeypatch.setattr(sandbox.tempfile, "tempdir", str(tmp_path))
    old, lived_in, young = (tmp_path / f"{sandbox.FOLDER}{name}" for name in ("old", "lived_in", "young"))
    for folder in (old, lived_in, young):
        (folder / "lib").mkdir(parents=True)
    for folder in (old, lived_in):
        os.utime(folder, (time() - 3600,) * 2)
    (tmp_path / "somebody-elses").mkdir()
    os.utime(tmp_path / "somebody-elses", (time() - 3600,) * 2)
    lock = os.open(lived_in, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_SH)
    folder, own = sandbox._temporary_folder()
    assert not old.exists() and lived_in.exists() and young.exists() and (tmp_path / "somebody-elses").exists()
    os.utime(folder, (time() - 3600,) * 2)
    sandbox._temporary_folder()
    assert folder.exists()
    os.close(own)
    sandbox._temporary_folder()
    assert not folder.exists()
    os.close(lock)


# ---- turns ----------------------------------------------------------------------------------------------------


def test_many_together_or_one_alone(monkeypatch, tmp_path):
    """Whoever is alone is alone, many are together at the same time, and nobody waits for ever."""
    monkeypatch.setattr(turns.tempfile, "tempdir", str(tmp_path))
    inside_now, most, wrong, lock = [], [], [], threading.Lock()

    def work(how, alone):
        for _ in range(5):
            with how():
                with lock:
                    inside_now.append(alone)
                    most.append(len(inside_now))
                    if len(inside_now) > 1 and any(inside_now):
                        wrong.append(list(inside_now))
                sleep(0.002)
                with lock:
                    inside_now.remove(alone)

    threads = [threading.Thread(target=work, args=(turns.together, False)) for _ in range(12)]
    threads += [threading.Thread(target=work, args=(turns.alone, True)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not any(thread.is_alive() for thread in threads)
    assert not wrong and max(most) > 1


def test_the_lock_holds_between_processes(monkeypatch, tmp_path):
    """Another run on this machine waits, too."""
    monkeypatch.setattr(turns.tempfile, "tempdir", str(tmp_path))
    code = (
        "from bcs_helpers.classroom.grading import turns; print('wants', flush=True)\n"
        "with turns.together(): print('in', flush=True)"
    )
    with turns.alone():
        other = subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=ROOT,
            env=os.environ | {"TMPDIR": str(tmp_path)},
        )  # fmt: skip
        assert other.stdout.readline() == "wants\n"
        sleep(0.3)
        free = time()
    assert other.stdout.readline() == "in\n" and time() - free < 30
    other.communicate(timeout=30)


@pytest.mark.parametrize("end", ["time", "late", "killed"])
def test_what_was_too_slow_beside_others_is_tried_alone(end, monkeypatch, tmp_path):
    """Only the second look counts, and nobody else is marked during it; who was alone gets no second look."""
    monkeypatch.setattr(turns.tempfile, "tempdir", str(tmp_path))
    looks = []

    def ask(box, book, seed):
        with open(tmp_path / f"bcs-grade-{os.getuid()}-room.lock", "a") as room:
            try:
                fcntl.flock(room, fcntl.LOCK_SH | fcntl.LOCK_NB)
                looks.append("together")
            except BlockingIOError:
                looks.append("alone")
        talk = marking._Talk(book, seed, LIMITS)
        talk.outcome = {name: end if looks[-1] == "together" else [{"nothing": True}] for name in NAMES}
        return talk

    class Boxes:
        closed = False

        def take(self, new=False):
            return SimpleNamespace(memory="guard", limits=LIMITS)

        def give_back(self, box):
            pass

    monkeypatch.setattr(marking, "ask", ask)
    told = marking.mark(notebook(CELLS), limits=LIMITS, neighbours=True, sandboxes=Boxes())
    assert looks == ["together", "alone"]
    assert all(row["state"] == "blank" for row in told["tasks"].values())
    looks.clear()
    marking.mark(notebook(CELLS), limits=LIMITS, sandboxes=Boxes())
    assert len(looks) == 1


def test_which_ends_others_can_bring_about(walls):  # noqa: F811
    """A function that is too slow, a cell that is, a kernel that kills; not an error, and not too much memory."""
    box = Sandbox(LIMITS).wait()
    kill = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"
    for cell, hurried in (
        ("def gap_ratio():\n    while True: pass", True),
        ("while True: pass", True),
        (f"def gap_ratio():\n    import ctypes\n    {kill.splitlines()[0]}\n    os.kill(os.getpid(), 11)", False),
        ("def gap_ratio(): return 1 / 0", False),
    ):
        seconds = 0.5 if hurried else 20  # however busy this machine is, it brings none of the others about
        box.limits = replace(LIMITS, cell_seconds=seconds, call_seconds=seconds, notebook_seconds=60)
        assert marking.ask(box, marking.read_notebook(notebook([*CELLS, cell])), 7).hurried == hurried, cell
    box.close()


def test_stopped_marking_begins_nothing(monkeypatch):
    """A sandbox that is just starting ends with the others, and none can be had afterwards."""
    sleeps = lambda: subprocess.Popen(["sleep", "60"], stderr=subprocess.PIPE)  # noqa: E731
    boxes, raised = marking.Sandboxes((LIMITS, "bubblewrap", ())), []
    monkeypatch.setattr(sandbox, "_start", lambda *given: (sleeps(), socket.socketpair()[0]))

    def takes():
        try:
            boxes.take()
        except SandboxError as error:
            raised.append(error)

    thread = threading.Thread(target=takes)
    thread.start()
    wait_for(lambda: boxes._all)
    (box,) = boxes._all
    box._process.kill()
    boxes.close()
    thread.join(10)
    assert raised and box.closed and not box._folder.exists()
    with pytest.raises(SandboxError, match="stopped"):
        boxes.take()


# ---- the account of memory ------------------------------------------------------------------------------------


@contextmanager
def groups(monkeypatch, tmp_path, controllers="cpu memory pids", handed="cpu memory pids"):
    """A folder that looks like a mount of control groups, in which our own group is `mine`."""
    mount = tmp_path / "cgroup"
    (mount / "mine").mkdir(parents=True)
    for folder in (mount, mount / "mine"):
        (folder / "cgroup.controllers").write_text(controllers)
        (folder / "cgroup.subtree_control").write_text(handed)
    monkeypatch.setattr(account, "MOUNTS", (mount,))
    monkeypatch.setattr(account, "own_group", lambda mount, pid="self": mount / "mine")
    yield mount / "mine"


def test_a_group_for_a_worker(monkeypatch, tmp_path):
    """Where one can be made it holds the limit and the warm process, and the command steps into it first."""
    with groups(monkeypatch, tmp_path) as mine:
        (mine / "bcs-worker-left-by-a-killed-run").mkdir()
        kept = account.account(LIMITS)
        (group,) = mine.glob("bcs-worker-*")
        assert kept.name == "kernel"
        assert int((group / "memory.max").read_text()) == LIMITS.memory + account.WARM
        assert (group / "memory.swap.max").read_text() == "0"
        assert int((group / "pids.max").read_text()) == LIMITS.processes + account.GUARDS
        done = subprocess.run([*kept.prefix, "echo", "two words"], capture_output=True, text=True, check=True)
        assert done.stdout == "two words\n" and (group / "cgroup.procs").read_text().strip().isdigit()
        assert kept.killed() == 0
        (group / "memory.events").write_text("low 0\noom 3\noom_kill 2\n")
        assert kept.killed() == 2


def test_controllers_are_handed_down(monkeypatch, tmp_path):
    """Where they are not yet, they are; a group that cannot, or has none, is none."""
    with groups(monkeypatch, tmp_path, handed="") as mine:
        assert account.account(LIMITS).prefix
        assert (mine / "cgroup.subtree_control").read_text() == "+cpu +memory +pids"
    monkeypatch.setattr(account, "own_group", lambda mount, pid="self": tmp_path / "nowhere")
    assert not account.account(LIMITS).prefix


@pytest.mark.parametrize("controllers", ["", "cpu pids"])
def test_without_a_controller_the_guard_counts(controllers, monkeypatch, tmp_path):
    """A mount is no account: a mixed system has one without memory. It is said which holds."""
    with groups(monkeypatch, tmp_path, controllers=controllers):
        kept = account.account(LIMITS)
        assert not kept.prefix and kept.killed() == 0 and kept.name == "guard"


def test_memory_that_the_kernel_refused_is_told_as_memory():
    """A child that ends while the count of the group grows ended for want of memory."""
    count = [3]
    ours, theirs = socket.socketpair()
    job = Job(ours, killed=lambda: count[0])
    for grown, reason in ((0, "killed"), (1, "memory")):
        count[0] += grown
        theirs.sendall(b'{"end": "killed"}\n')
        with pytest.raises(Ended, match=reason):
            job.receive(5)
    ours.close()
    theirs.close()


def test_plain_data_comes_back_as_it_went():
    """What is encoded on one side is decoded on the other."""
    import numpy as np

    value = ({"a": [1, 2.5, None, "x"], 3: (True, 1 - 2j)}, np.arange(6.0).reshape(2, 3))
    back = codec.decode(json.loads(json.dumps(codec.encode(value))))
    assert back[0] == value[0] and (back[1] == value[1]).all() and back[1].shape == (2, 3)


def test_whose_account_held_is_said():
    """A sentence for each kind that was met, and none for what was not run."""
    results = [{"memory": "guard"}, {"problem": "the file is empty"}, {"memory": "guard"}]
    (line,) = map(account.sentence, account.held(results, LIMITS))
    assert "the guard's count held" in line and "0.5 GB" in line
    assert len(account.held([*results, {"memory": "kernel"}], LIMITS)) == 2
