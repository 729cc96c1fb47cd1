"""The walls: a warm process in bubblewrap that forks a guarded child for each notebook, and the socket to it.

Nothing of a submission runs on this side. What comes back is bytes, bounded in length and in time.
"""

import json
import os
import select
import shutil
import socket
import subprocess
import sys
import tempfile
from collections import deque
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic

PACKAGE = Path(__file__).parents[2]
HERE = Path(__file__).parent
MOST = 1 << 20  # bytes of one answer
NOBODY = 65534
SCRATCH = "/scratch"  # not /tmp: a virtual environment may stand there, and what is mounted over it would hide it
START = 60  # seconds to load the libraries
NEEDED = """bcs grade runs submissions in a sandbox made with bubblewrap, and {why}.
{advice}
--isolation=none marks without walls: submissions then run as you, with all you may do."""
INSTALL = "On Debian and Ubuntu: apt install bubblewrap; elsewhere the package has the same name."
ELSEWHERE = "There is no bubblewrap for Windows and macOS: use WSL, or a Linux machine."
APPARMOR = """This system's AppArmor forbids programs to make user namespaces (Ubuntu from 24.04 on). Permit it to bwrap
with the profile in docs/instructors.md, or to all with: sysctl kernel.apparmor_restrict_unprivileged_userns=0"""
SWITCHED_OFF = "User namespaces are switched off in this system: see /proc/sys/user/max_user_namespaces."
CONTAINER = "{this} a container: it must be allowed to make user namespaces and to mount /proc in them."
DOCKER = """ Docker:
--security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined"""


def needed(why):
    """What to tell whoever has no sandbox: why, and what helps on this system."""
    if sys.platform != "linux":
        advice = ELSEWHERE
    elif shutil.which("bwrap") is None:
        advice = INSTALL
    elif _setting("kernel/apparmor_restrict_unprivileged_userns") == "1":
        advice = APPARMOR
    elif "0" in {_setting("user/max_user_namespaces"), _setting("kernel/unprivileged_userns_clone")}:
        advice = SWITCHED_OFF
    else:
        inside = any(map(os.path.exists, ("/.dockerenv", "/run/.containerenv")))
        advice = CONTAINER.format(this="This is" if inside else "If this is") + (DOCKER if inside else "")
    return NEEDED.format(why=why, advice=advice)


def _setting(name):
    """What /proc/sys says; empty where it says nothing."""
    try:
        return Path("/proc/sys", name).read_text().strip()
    except OSError:
        return ""


class SandboxError(Exception):
    """The sandbox cannot be set up; the message says what is missing."""


class Ended(Exception):
    """The child stopped speaking; the argument is why: 'time', 'memory', 'ended' or 'output'."""


@dataclass(frozen=True)
class Limits:
    """What one notebook may use: seconds, bytes, processes (threads count as processes)."""

    call_seconds: float = 10.0
    cell_seconds: float = 30.0
    notebook_seconds: float = 180.0
    memory: int = 2 << 30
    disk: int = 64 << 20
    processes: int = 48


class Sandbox:
    """A warm child process. `job()` opens a conversation with a fresh fork of it; `close()` leaves nothing running."""

    def __init__(self, limits, isolation="bubblewrap", hidden=()):
        if not hasattr(os, "fork"):
            raise SandboxError(needed("this system has neither it nor fork"))
        self.limits, self.isolated, self.closed = limits, isolation != "none", False
        self._folder = tempfile.TemporaryDirectory(prefix="bcs-sandbox-")
        package = _physics_only(Path(self._folder.name))
        settings = {**asdict(limits), "isolated": self.isolated, "uid": NOBODY}
        settings["cpu"] = int(limits.notebook_seconds) + 1
        settings["paths"] = list(map(str, _site_folders()))
        ours, theirs = socket.socketpair()
        if self.isolated:
            os.chmod(self._folder.name, 0o755)
            command = _bubblewrap(package, hidden, self._folder.name)
        else:
            command = [sys.executable, "-I", str(HERE / "child.py")]
        environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": SCRATCH if self.isolated else self._folder.name,
            "BCS_SANDBOX": "/sandbox" if self.isolated else str(package),
            "LANG": "C.UTF-8",
            "MPLBACKEND": "Agg",
            "OPENBLAS_NUM_THREADS": "1",
            "OMP_NUM_THREADS": "1",
            "PIP_NO_INDEX": "1",
        }
        environment |= {name: environment["HOME"] for name in ("MPLCONFIGDIR", "IPYTHONDIR", "TMPDIR")}
        try:
            self._process = subprocess.Popen(
                [*command, json.dumps(settings)],
                env=environment,
                stdin=theirs,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        finally:
            theirs.close()
        self._control = ours
        ours.settimeout(START)
        try:
            ready = ours.recv(1)
        except OSError:
            ready = b""
        if not ready:
            self._process.kill()
            reason = self._process.communicate()[1].decode(errors="replace").strip()[-500:]
            self.close()
            raise SandboxError(needed(f"it does not start: {reason or 'no answer'}"))

    def job(self):
        """A conversation with a fresh child, as a context; at its end the child and all it started are gone."""
        return Job(self._control)

    def close(self):
        """End the warm process and everything in it; a second time nothing happens."""
        if self.closed:
            return
        self.closed = True
        with suppress(OSError):
            self._control.shutdown(socket.SHUT_RDWR)
        self._control.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stderr:
            self._process.stderr.close()
        self._folder.cleanup()


class Job:
    """Lines of JSON to and from one child, as a context: entered when its walls stand, left when it is gone."""

    def __init__(self, control):
        self._socket, theirs = socket.socketpair()
        self._alive, guards = os.pipe()
        with theirs:
            socket.send_fds(control, [b"+"], [theirs.fileno(), guards])
        os.close(guards)
        self._lines, self._rest = deque(), b""

    def __enter__(self):
        try:
            first = self._message(monotonic() + START)
        except Ended:
            first = {}
        if first != {"walls": True}:  # nothing of a submission has been sent yet, so this is the sandbox speaking
            self.__exit__()
            raise SandboxError(needed(f"it cannot be closed: {str(first.get('end', 'no answer'))[:200]}"))
        return self

    def __exit__(self, *_):
        try:
            self._socket.settimeout(10)
            self._socket.shutdown(socket.SHUT_WR)
            while self._socket.recv(1 << 16):
                pass
        except OSError:
            pass
        self._socket.close()
        last = select.poll()
        last.register(self._alive, 0)  # it hangs up when the last process has gone
        gone = last.poll(10_000)
        os.close(self._alive)
        if not gone:
            raise SandboxError("a process of a submission did not end")

    def send(self, message, seconds=10.0):
        """Say something; Ended if the child does not listen."""
        self._socket.settimeout(seconds)
        try:
            self._socket.sendall(json.dumps(message).encode() + b"\n")
        except TimeoutError:
            raise Ended("time") from None
        except OSError:
            raise Ended("ended") from None

    def receive(self, seconds):
        """The next message of the child; Ended where it comes too late, is too long, or never comes."""
        message = self._message(monotonic() + max(seconds, 0.01))
        if "end" in message:
            raise Ended("memory" if message["end"] == "memory" else "ended")
        return message

    def _message(self, until):
        """The next line that is a dictionary, of what comes before `until`."""
        nonsense = 0
        while nonsense < 2 * MOST:
            line = self._line(until)
            if message := _read(line):
                return message
            nonsense += len(line) + 1
        raise Ended("output")

    def _line(self, until):
        while not self._lines:
            if len(self._rest) > 2 * MOST:
                raise Ended("output")
            try:
                self._socket.settimeout(max(until - monotonic(), 0.001))
                data = self._socket.recv(1 << 18)
            except TimeoutError:
                raise Ended("time") from None
            except OSError:
                raise Ended("ended") from None
            if not data:
                raise Ended("ended")
            if monotonic() > until:
                raise Ended("time")
            *lines, self._rest = (self._rest + data).split(b"\n")
            self._lines.extend(lines)
        if monotonic() > until:
            raise Ended("time")
        return self._lines.popleft()


def _read(line):
    """A line as a dictionary; an empty one where it is none."""
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return message if isinstance(message, dict) else {}


def _physics_only(folder):
    """A copy of the package without the questions: physics, and the stand-in for the classroom."""
    package = folder / "lib" / "bcs_helpers"
    (package / "classroom").mkdir(parents=True)
    for path in filter(Path.is_file, PACKAGE.iterdir()):
        shutil.copy(path, package)
    shutil.copy(HERE / "stand_in.py", package / "classroom" / "__init__.py")
    return folder / "lib"


def _bubblewrap(package, hidden, folder):
    """The command line: a read-only system, Python and physics; no network, no other files, no other processes."""
    program = shutil.which("bwrap")
    if program is None:
        raise SandboxError(needed("`bwrap` is not on this machine"))
    pythons = {Path(p).resolve() for p in (sys.base_prefix, sys.prefix, *_site_folders())}
    places = [Path("/usr"), *sorted(p for p in pythons if not p.is_relative_to("/usr"))]
    walls = ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--hostname", "sandbox"]
    walls += ["--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    if os.getuid() == 0 and _is_mapped(NOBODY):  # the child becomes nobody: no limit on processes holds for root
        walls += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    else:
        walls += ["--unshare-user", "--uid", str(NOBODY), "--gid", str(NOBODY)]
    walls += ["--proc", "/proc", "--dev", "/dev", "--size", str(64 << 20), "--perms", "1777", "--tmpfs", SCRATCH]
    if not any(place.is_relative_to("/tmp") for place in places):
        walls += ["--symlink", SCRATCH[1:], "/tmp"]
    for parent in sorted({parent for place in places for parent in place.parents if parent != Path("/")}):
        walls += ["--perms", "0755", "--dir", str(parent)]  # else a private folder on the way to Python stays private
    for place in places:
        walls += ["--ro-bind", str(place), str(place)]
    for name in ("bin", "sbin", "lib", "lib64", "lib32"):
        path = Path("/", name)
        if path.is_symlink():
            walls += ["--symlink", os.readlink(path), str(path)]
        elif path.is_dir():
            walls += ["--ro-bind", str(path), str(path)]
    for path in ("/etc/ld.so.cache", "/etc/alternatives"):
        walls += ["--ro-bind-try", path, path]
    for path in (PACKAGE, *map(Path, hidden)):
        path = path.resolve()
        if path.exists() and any(path.is_relative_to(place) for place in places):
            walls += ["--tmpfs", str(path)] if path.is_dir() else ["--ro-bind", os.devnull, str(path)]
    walls += ["--ro-bind", str(package), "/sandbox", "--ro-bind", str(HERE / "child.py"), "/sandbox-child.py"]
    walls += ["--chdir", "/", "--remount-ro", "/dev", "--remount-ro", "/"]
    interpreter = Path(sys.executable)
    return [program, *walls, str(interpreter.parent.resolve() / interpreter.name), "-I", "/sandbox-child.py"]


def _is_mapped(uid):
    """Whether there is such a user here: root of a user namespace of its own has no other."""
    lines = Path("/proc/self/uid_map").read_text().splitlines()
    ranges = [(int(first), int(count)) for first, _, count in map(str.split, lines)]
    return any(first <= uid < first + count for first, count in ranges)


def _site_folders():
    import numpy

    return [Path(numpy.__file__).parents[1]]
