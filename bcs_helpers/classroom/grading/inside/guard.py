"""Ends a notebook, with all that it started, when the parent hangs up or memory runs out."""

import json
import os
import resource
import select
import signal
import sys
from contextlib import suppress

from . import walls
from .student import student

TICK = 50  # ms between two looks at the memory


def guard(channel, shell, limits, alive):
    """Run the student's code in a child; end it, and all it started, when the parent hangs up or memory runs out."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    try:
        if limits["isolated"]:
            walls.own_namespaces()
    except OSError as error:
        channel.sendall(json.dumps({"end": f"sandbox: {error}"}).encode() + b"\n")
        return
    parent = os.getpid()
    job = os.fork()
    if job == 0:
        try:
            os.close(alive)  # open in the guard alone: its end tells the parent that the last process has gone
            os.setsid()
            if sys.platform == "linux":
                walls.die_with_parent()
            enter(channel, shell, limits)
        finally:
            os._exit(0)  # whatever was raised: the way back leads into the warm process
    reason = watch(channel, job, limits, {1, os.getppid(), parent})
    with suppress(OSError):
        channel.sendall(b"\n" + json.dumps({"end": reason}).encode() + b"\n")


def enter(channel, shell, limits):
    """Close the walls behind this process, say so, and let the student's code run."""

    def say(message):
        channel.sendall(json.dumps(message).encode() + b"\n")

    try:
        if limits["isolated"]:
            walls.lock_in(limits)
    except (OSError, KeyError, ValueError) as error:
        say({"end": f"sandbox: {error}"})
        return
    say({"walls": True})  # from here on no word of this process is believed about the sandbox itself
    student(channel, shell, limits)


def watch(channel, job, limits, ours):
    """Wait for the end of a child and bring it about; why it ended: ended, killed, memory, hung up."""
    hang_up = select.poll()
    hang_up.register(channel, getattr(select, "POLLRDHUP", select.POLLHUP))
    with suppress(AttributeError, OSError):  # an older kernel: the end is then seen at the next look
        hang_up.register(os.pidfd_open(job), select.POLLIN)
    ended, status, reason = 0, 0, "ended"
    while not ended:
        heard = [place for place, _ in hang_up.poll(TICK)]
        if channel.fileno() in heard:
            reason = "hung up"
            break
        if not heard and limits["counted"] and memory_used(ours, limits["memory"]) > limits["memory"]:
            reason = "memory"
            break
        ended, status = os.waitpid(job, os.WNOHANG)
    if not limits["isolated"]:
        with suppress(ProcessLookupError):
            os.killpg(job, signal.SIGKILL)
    if not ended:
        os.kill(job, signal.SIGKILL)  # the first process of a pid namespace takes all others with it
        os.waitpid(job, 0)
    elif os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        reason = "killed"  # by itself, or by a kernel that is short of memory, through whose fault ever
    return reason


def memory_used(ours, enough):
    """Bytes in use by all processes of the sandbox but those that are ours; shared pages are shared out.

    That is asked only where the quick sum, in which shared pages count for everybody, is more than `enough`.
    """
    theirs = [int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) not in ours]
    quick = sum(map(_resident, theirs))
    return quick if quick <= enough else sum(map(_shared_out, theirs))


def _resident(pid):
    try:
        with open(f"/proc/{pid}/statm", "rb") as line:
            return int(line.read().split()[1]) * resource.getpagesize()
    except (OSError, IndexError):  # it has just ended
        return 0


def _shared_out(pid):
    try:
        with open(f"/proc/{pid}/smaps_rollup", "rb") as lines:
            return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(b"Pss:"))
    except (OSError, StopIteration):  # it has just ended, or it may not be asked
        return _resident(pid)
