"""The conversation with one child: lines of JSON over a socket, bounded in length and in time.

Nothing of a submission runs on this side, and of what comes back nothing is believed but its form.
"""

import json
import os
import select
import socket
from collections import deque
from time import monotonic

from ...words import say
from .advice import SandboxError, needed

MOST = 1 << 20  # bytes of one answer
START = 180  # seconds to load the libraries; a start that fails is told at once


class Ended(Exception):
    """The child stopped speaking; the argument is why: 'time', 'memory', 'ended', 'killed' or 'output'."""


class Job:
    """Lines of JSON to and from one child, as a context: entered when its walls stand, left when it is gone."""

    def __init__(self, ours, alive=None, killed=lambda: 0):
        self._socket, self._alive = ours, alive  # the end of a pipe that hangs up when the last process has gone
        self._killed, self._before = killed, killed()  # how often the kernel ended something for want of memory
        self._lines, self._rest = deque(), b""

    @classmethod
    def begun(cls, control, killed):
        """That with a child which the warm process forks for it. Raises OSError where the warm process is lost."""
        ours, theirs = socket.socketpair()
        alive, guards = os.pipe()
        job = cls(ours, alive, killed)
        try:
            socket.send_fds(control, [b"+"], [theirs.fileno(), guards])
        except OSError:
            ours.close()
            os.close(alive)
            raise
        finally:
            theirs.close()
            os.close(guards)
        return job

    def __enter__(self):
        try:
            first = self._message(monotonic() + START)
        except Ended:
            first = {}
        if first != {"walls": True}:  # nothing of a submission has been sent yet, so this is the sandbox speaking
            self.__exit__()
            raise SandboxError(
                needed(say("it cannot be closed: {reason}", reason=str(first.get("end") or say("no answer"))[:200]))
            )
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
        last.register(self._alive, 0)
        gone = last.poll(10_000)
        os.close(self._alive)
        if not gone:
            raise SandboxError(say("a process of a submission did not end"))

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
            known = message["end"] in ("memory", "killed")
            raise Ended("memory" if self._killed() > self._before else message["end"] if known else "ended")
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
