"""The walls: a warm process in bubblewrap that forks a guarded child for each notebook.

Nothing of a submission runs on this side; `job` is the conversation with a child.
"""

import fcntl
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from time import time

from ...words import say
from . import places
from .account import account
from .advice import SandboxError, needed
from .job import START, Job
from .places import PACKAGE, site_folders

INSIDE = Path(__file__).parent / "inside"
NOBODY = 65534
SCRATCH = "/scratch"  # not /tmp: a virtual environment may stand there, and what is mounted over it would hide it
FOLDER = "bcs-sandbox-"  # how the temporary folders begin
YOUNG = 60  # seconds for which a folder may be without its lock
ENTER = """import os, sys
sys.path[:0] = [sys.argv.pop(1)]
sys.path += [path for path in sys.argv.pop(1).split(os.pathsep) if path not in sys.path]
from inside.warm import main
main()"""
LOGIN = ("XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS")  # what systemd-run needs, and nobody else gets


@dataclass(frozen=True)
class Limits:
    """What one notebook may use: seconds, bytes, processes (threads count as processes)."""

    call_seconds: float = 10.0
    cell_seconds: float = 30.0
    notebook_seconds: float = 180.0
    memory: int = 2 << 30
    disk: int = 64 << 20
    processes: int = 32


class Sandbox:
    """A warm child process. `wait()` until it is warm; `job()` then opens a conversation with a fresh fork of it.

    `close()`, which may come at any time and from any thread, leaves nothing running.
    """

    def __init__(self, limits, isolation="bubblewrap", secret=()):
        if not hasattr(os, "fork"):
            raise SandboxError(needed(say("this system has neither it nor fork")))
        self.limits, self.isolated, self.closed, self._closing = limits, isolation != "none", False, Lock()
        paths = os.pathsep.join(str(path.resolve()) for path in site_folders())
        walls = _bubblewrap(secret) if self.isolated else None
        self._folder, self._lock = _temporary_folder()
        self._account = account(limits) if self.isolated else None
        settings = {**asdict(limits), "isolated": self.isolated, "uid": NOBODY}
        settings |= {"cpu": int(limits.notebook_seconds) + 1, "counted": self.isolated and not self._account.prefix}
        package = _physics_only(self._folder / "lib")
        if self.isolated:
            binds = places.bindings(_places(tuple(secret)), _empty(self._folder), package)
            command = [*self._account.prefix, *walls, *binds, "--chdir", "/", "--remount-ro", "/", "--"]
            command += [str(places.interpreter()), "-I", "-c", ENTER, "/sandbox", paths]
        else:
            command = [sys.executable, "-I", "-c", ENTER, str(package), paths]
        self._process, self._control = _start(command, settings, SCRATCH if self.isolated else str(self._folder))
        if self.isolated:
            self._account.started(self._process.pid)

    def wait(self):
        """Itself, when it is warm; until then it can be closed, and nothing else. Raises SandboxError."""
        try:
            ready = self._control.recv(1)
        except OSError:
            ready = b""
        if not ready:
            self._process.kill()
            reason = self._process.communicate()[1].decode(errors="replace").strip()[-500:] if not self.closed else ""
            self.close()
            raise SandboxError(needed(say("it does not start: {reason}", reason=reason or say("no answer"))))
        return self

    @property
    def memory(self):
        """Whose account of memory holds: the kernel's, the guard's, or nobody's."""
        return self._account.name if self.isolated else "nobody"

    def job(self):
        """A conversation with a fresh child, as a context; at its end the child and all it started are gone."""
        return Job.begun(self._control, self._account.killed if self.isolated else lambda: 0)

    def close(self):
        """End the warm process and everything in it; a second time nothing happens."""
        with self._closing:
            if self.closed:
                return
            self.closed = True
        with suppress(OSError):
            self._control.shutdown(socket.SHUT_RDWR)  # which also ends the wait for it in another thread
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._control.close()
        if self._process.stderr:
            self._process.stderr.close()
        if self._account:
            self._account.close()
        os.close(self._lock)
        shutil.rmtree(self._folder, ignore_errors=True)


def _temporary_folder():
    """(a folder that the walls can be built of, a lock on it). What killed runs have left goes away with time."""
    for old in Path(tempfile.gettempdir()).glob(f"{FOLDER}*"):
        with suppress(OSError):
            if old.is_symlink() or old.stat().st_uid != os.getuid() or time() - old.stat().st_mtime < YOUNG:
                continue
            lock = os.open(old, os.O_RDONLY)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # fails where somebody lives in it
                shutil.rmtree(old, ignore_errors=True)
            finally:
                os.close(lock)
    folder = Path(tempfile.mkdtemp(prefix=FOLDER))
    os.chmod(folder, 0o755)
    lock = os.open(folder, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_SH)
    return folder, lock


def _empty(folder):
    """An empty folder, to be bound over what must not be seen."""
    (folder / "empty").mkdir(mode=0o755)
    return folder / "empty"


def _physics_only(folder):
    """A copy of the package without the questions: physics, the stand-in for the classroom, and what runs inside."""
    shutil.copytree(PACKAGE, folder / "bcs_helpers", ignore=lambda path, names: _not_physics(Path(path), names))
    shutil.copytree(INSIDE, folder / "inside", ignore=shutil.ignore_patterns("__pycache__"))
    classroom = folder / "bcs_helpers" / "classroom"
    classroom.mkdir()
    (folder / "inside" / "stand_in.py").rename(classroom / "__init__.py")
    return folder


def _not_physics(path, names):
    """Its files are physics, drawing or words; of its folders only `fonts` and those named with an underscore are."""
    if path != PACKAGE:
        return [name for name in names if name == "__pycache__"]
    seen = lambda name: name == "fonts" or (name.startswith("_") and name != "__pycache__")  # noqa: E731
    return [name for name in names if (path / name).is_dir() and not seen(name)]


@cache
def _places(secret):
    return places.places(secret)


def _bubblewrap(secret):
    """The first words of the command: no network, no other processes, no rights; nothing is bound yet."""
    program = shutil.which("bwrap")
    if program is None:
        raise SandboxError(needed(say("`bwrap` is not on this machine")))
    try:
        _places(tuple(secret))
    except places.Visible as error:
        raise SandboxError(
            say("The sandbox cannot hide all that it must: {error}. Move one of them.", error=error)
        ) from None
    walls = ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--hostname", "sandbox"]
    walls += ["--die-with-parent", "--cap-drop", "ALL"]
    if os.getuid() == 0 and _is_mapped(NOBODY):  # the child becomes nobody: no limit on processes holds for root
        walls += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    else:
        walls += ["--unshare-user", "--uid", str(NOBODY), "--gid", str(NOBODY)]
    walls += [word for name in LOGIN for word in ("--unsetenv", name)]
    walls += ["--proc", "/proc", "--size", str(64 << 20), "--perms", "1777", "--tmpfs", SCRATCH]
    if not any(place.is_relative_to("/tmp") for place in _places(tuple(secret)).bound):
        walls += ["--symlink", SCRATCH[1:], "/tmp"]
    return [program, *walls]


def _start(command, settings, home):
    """(the warm process, the socket on which it is given its notebooks)."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": home,
        "LANG": "C.UTF-8",
        "MPLBACKEND": "Agg",
        "MALLOC_ARENA_MAX": "2",  # else each thread takes 128 MB of addresses, which its limit counts
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "PIP_NO_INDEX": "1",
    }
    environment |= dict.fromkeys(("MPLCONFIGDIR", "IPYTHONDIR", "TMPDIR"), home)
    environment |= {name: os.environ[name] for name in LOGIN if name in os.environ}
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(
            [*command, json.dumps(settings)],
            env=environment,
            stdin=theirs,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    ours.settimeout(START)
    return process, ours


def _is_mapped(uid):
    """Whether there is such a user here: root of a user namespace of its own has no other."""
    lines = Path("/proc/self/uid_map").read_text().splitlines()
    ranges = [(int(first), int(count)) for first, _, count in map(str.split, lines)]
    return any(first <= uid < first + count for first, count in ranges)
