"""Whose account of memory holds: the kernel's (a control group for each worker), or the guard's sum over processes.

The kernel's knows all that a worker's processes make it hold, in files, sockets and pipes, too. Where no group can
be made, the guard adds up what processes have mapped, and the filter of system calls refuses what is in no sum.
"""

import os
import shutil
import subprocess
from contextlib import suppress
from itertools import count
from pathlib import Path

from ...words import say
from .inside.walls import FILES

MOUNTS = (Path("/sys/fs/cgroup"), Path("/sys/fs/cgroup/unified"))  # the second where old controllers are used beside it
HELD = {
    "kernel": "Memory: the kernel's account held; nothing that a notebook makes it hold is left out.",
    "guard": "Memory: the guard's count held, as there is no control group to be had here; up to {more:.1f} GB that "
    "the kernel holds for sockets is in no count.",
    "nobody": "Memory: nobody counted it, and nothing was limited.",
}
SOCKET = 2 * 212_992  # bytes that a pair of sockets holds at the default size
WARM = 256 << 20  # bytes of the warm process and the guard, which live in the group, too
GUARDS = 16  # processes of ours, and those that are just ending


class Counted:
    """No group: the guard counts."""

    name, prefix = "guard", ()

    def started(self, pid):
        """Nothing to note."""

    def killed(self):
        """How often memory ran out in the group: there is none."""
        return 0

    def close(self):
        """Nothing to give back."""


class Group:
    """The kernel counts: `prefix` are the words before a command that put it into a group of its own."""

    name = "kernel"

    def __init__(self, prefix, mount, folder=None):
        self.prefix, self._mount, self._folder = prefix, mount, folder
        self._events = folder / "memory.events" if folder else None

    def started(self, pid):
        """Look up the group of a process that was started with the prefix."""
        if self._events is None and (here := own_group(self._mount, pid)):
            self._events = here / "memory.events"

    def killed(self):
        """How often memory ran out in the group so far."""
        with suppress(OSError, ValueError, AttributeError):
            words = dict(line.split() for line in self._events.read_text().splitlines())
            return int(words.get("oom_kill", 0))
        return 0

    def close(self):
        """Give the group back, when nothing runs in it any more."""
        if self._folder:
            with suppress(OSError):
                self._folder.rmdir()


def held(results, limits):
    """Which account held for these results: (key, fields) for each kind."""
    kinds = sorted({result["memory"] for result in results if "memory" in result})
    return [(kind, {"more": limits.processes * FILES / 2 * SOCKET / 1e9}) for kind in kinds]


def sentence(told):
    """The sentence of a key and its fields."""
    key, fields = told
    return say(HELD[key], **fields)


def account(limits):
    """A group of its own for a worker if one can be had, else Counted."""
    return _delegated(limits) or _by_systemd(limits) or Counted()


def own_group(mount, pid="self"):
    """The folder of a process's group below a mount of the second kind of control groups; None where there is none."""
    with suppress(OSError):
        for line in Path("/proc", str(pid), "cgroup").read_text().splitlines():
            if line.startswith("0::"):
                return mount / line[3:].lstrip("/")
    return None


def _mount():
    """Where control groups that have a controller of memory are mounted; None where they are not."""
    for mount in MOUNTS:
        with suppress(OSError):
            if "memory" in (mount / "cgroup.controllers").read_text().split():
                return mount
    return None


_number = count()


def _delegated(limits):
    """A group made by hand below our own, as root or as a user to whom it was handed down; None where it cannot be."""
    mount = _mount()
    here = mount and own_group(mount)
    if not here or not os.access(here, os.W_OK):
        return None
    if here.name == "bcs-self":  # an earlier worker of this process has stepped aside already
        here = here.parent
    try:
        _hand_down(here)
        for left in here.glob("bcs-worker-*"):  # of killed runs; one in use cannot be removed
            with suppress(OSError):
                left.rmdir()
        group = here / f"bcs-worker-{os.getpid()}-{next(_number)}"
        group.mkdir()
        (group / "memory.max").write_text(str(limits.memory + WARM))
        (group / "pids.max").write_text(str(limits.processes + GUARDS))
        with suppress(FileNotFoundError):  # a kernel without swap
            (group / "memory.swap.max").write_text("0")
    except OSError:
        return None
    enter = ("/bin/sh", "-c", 'echo $$ > "$0" && exec "$@"', str(group / "cgroup.procs"))
    return Group(enter, mount, group)


def _hand_down(here):
    """Let groups below this one have controllers: no process may be in it then, so ours steps aside."""
    wanted = {"memory", "pids", "cpu"} & set((here / "cgroup.controllers").read_text().split())
    if wanted <= set((here / "cgroup.subtree_control").read_text().split()):
        return
    words = " ".join(f"+{name}" for name in sorted(wanted))
    try:
        (here / "cgroup.subtree_control").write_text(words)
    except OSError:
        (here / "bcs-self").mkdir(exist_ok=True)
        (here / "bcs-self" / "cgroup.procs").write_text(str(os.getpid()))
        (here / "cgroup.subtree_control").write_text(words)


def _by_systemd(limits):
    """A scope of the user's own systemd, on machines where somebody has logged in; None where there is none."""
    mount = _mount()
    if not mount or not shutil.which("systemd-run"):
        return None
    prefix = ("systemd-run", "--user", "--scope", "-q", "-p", f"MemoryMax={limits.memory + WARM}", "-p",
              "MemorySwapMax=0", "-p", f"TasksMax={limits.processes + GUARDS}", "--")  # fmt: skip
    try:
        works = subprocess.run([*prefix, "true"], capture_output=True, timeout=2, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return Group(prefix, mount) if works.returncode == 0 else None
