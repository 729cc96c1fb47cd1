"""References asked with inputs of a student's choosing: in a process of their own, with a limit on time and memory.

Numbers go in and numbers come out, as JSON. What takes too long ends the process; the next question gets a new one.
"""

import json
import os
import select
import subprocess
import sys
import threading
from contextlib import suppress
from time import monotonic

from .. import course
from ..tasks import undisturbed
from .inside.codec import answered, encode

MEMORY = 2 << 30  # bytes
START = 60.0  # seconds to load the physics


class References:
    """The process that computes references. `ask` may be called from several threads."""

    def __init__(self):
        self._process, self._rest, self._lock = None, b"", threading.Lock()

    def ask(self, task, inputs, named, seconds):
        """The encoded value of a task's reference; None where it has none, or not within the time."""
        with self._lock:
            if self._process is None or self._process.poll() is not None:
                self._start()
            try:
                self._process.stdin.write(json.dumps([task, inputs, named]).encode() + b"\n")
                self._process.stdin.flush()
                return json.loads(self._line(seconds))["value"]
            except (OSError, ValueError, KeyError, TimeoutError):
                self._stop()
                return None

    def _start(self):
        # -P: the folder that the instructor works in may hold a student's numpy.py
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", __name__], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        self._rest = b""
        with suppress(TimeoutError, OSError):
            self._line(START)

    def _line(self, seconds):
        end, pipe = monotonic() + seconds, self._process.stdout.fileno()
        while b"\n" not in self._rest:
            ready, *_ = select.select([pipe], [], [], max(0.0, end - monotonic()))
            data = os.read(pipe, 1 << 20) if ready else b""
            if not data:
                raise TimeoutError
            self._rest += data
        line, self._rest = self._rest.split(b"\n", 1)
        return line

    def _stop(self):
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()

    def close(self):
        """End the process, if there is one."""
        with self._lock:
            self._stop()


def value_of(task, inputs, named):
    """What a task's reference says to plain inputs, encoded; None where it says nothing."""

    def number(message):
        value = answered(message)
        if value is not None and message.get("whole") is True:
            value = value.astype(int)
        return value.item() if value is not None and value.ndim == 0 else value

    try:
        reference = course.find(task).reference
        with undisturbed():
            value = reference(*map(number, inputs), **{name: number(v) for name, v in named.items()})
        return encode(value)
    except Exception:  # whatever a reference makes of inputs that no task has
        return None


def main():
    """Answer questions until there are no more."""
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    course.tasks()
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    out.write(b"ready\n")
    out.flush()
    for line in sys.stdin.buffer:
        out.write(json.dumps({"value": value_of(*json.loads(line))}).encode() + b"\n")
        out.flush()


if __name__ == "__main__":
    main()
