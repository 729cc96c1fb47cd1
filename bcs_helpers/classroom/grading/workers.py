"""Who does the work: threads of this machine, each with a sandbox of its own. (A cluster's workers do the same.)"""

from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from hashlib import sha256
from itertools import islice
from time import perf_counter

from . import marking
from .advice import SandboxError
from .told import Unreadable


class GradingError(Exception):
    """The class cannot be marked; the message says what to do."""


def begin(settings, workers):
    """Start the workers' sandboxes."""
    _sandboxes(settings).begin(workers)


def _sandboxes(settings):
    return marking.sandboxes_of(*(settings[name] for name in ("limits", "isolation", "secret")))


def here(waiting, settings, workers):
    """(what counts, key, result, seconds) of each waiting notebook, as they come, from this machine's workers."""
    jobs, running = iter(waiting), {}
    sandboxes = _sandboxes(settings)

    def work(counts):
        data = read_again(counts, settings)
        return away() if data is None else mark_bytes(data, counts.chapter, settings, sandboxes)

    with ThreadPoolExecutor(workers) as pool:
        try:
            running |= {pool.submit(work, job[0]): job for job in islice(jobs, workers)}
            while running:
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    running |= {pool.submit(work, job[0]): job for job in islice(jobs, 1)}
                    yield (*running.pop(future), *future.result())
        finally:
            marking.close_all()  # where it was stopped, the notebooks in work end here, and no other begins


def read_again(counts, settings):
    """The bytes that were chosen; None where the file went away or changed since then."""
    try:
        data = counts.submission.read(settings["most"])
    except Unreadable:
        return None
    return data if sha256(data).hexdigest() == counts.digest else None


def away():
    """What there is to say of a file that went away: nothing is kept, the next run tries again."""
    return {"problem": ["went_away", {}], "again": True}, 0.0


def mark_bytes(data, chapter, settings, sandboxes=None):
    """(result, seconds) of one notebook. What a worker does, here or in a cluster."""
    begun = perf_counter()
    try:
        result = marking.mark(data, chapter=chapter, **settings, sandboxes=sandboxes)
    except Unreadable as error:
        result = {"problem": error.told}
    except marking.Lost:
        result = {"problem": ["sandbox_lost", {}], "again": True}
    except (OSError, SandboxError):
        raise
    except Exception as error:  # a fault of ours must not stop the class
        result = {"problem": ["our_fault", {"error": type(error).__name__}]}
    return result, perf_counter() - begun
