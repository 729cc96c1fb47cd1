"""Who does the work: threads of this machine, each with a sandbox of its own. (A cluster's workers do the same.)"""

from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from itertools import islice
from time import perf_counter

from . import marking
from .collect import Unreadable
from .sandbox import SandboxError

AWAY = "the file was there, and then it was not: run the same command again"


class GradingError(Exception):
    """The class cannot be marked; the message says what to do."""


def here(waiting, settings, workers):
    """(submission, key, result, seconds) of each waiting notebook, as they come, from this machine's workers."""
    jobs, running = iter(waiting), {}
    sandboxes = marking.sandboxes_of(*(settings[name] for name in ("limits", "isolation", "secret")))

    def work(submission):
        data = read_again(submission)
        return away() if data is None else mark_bytes(data, submission.stem, settings, sandboxes)

    with ThreadPoolExecutor(workers) as pool:
        try:
            running |= {pool.submit(work, job[0]): job for job in islice(jobs, workers)}
            while running:
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    running |= {pool.submit(work, job[0]): job for job in islice(jobs, 1)}
                    yield (*running.pop(future), *future.result())
        finally:
            marking.close_all()  # where it was stopped, the notebooks in work end here, and no other begins


def read_again(submission):
    """Its bytes; None where the file went away since it was found."""
    try:
        return submission.read()
    except Unreadable:
        return None


def away():
    """What there is to say of a file that went away: nothing is kept, the next run tries again."""
    return {"problem": AWAY, "again": True}, 0.0


def mark_bytes(data, stem, settings, sandboxes=None):
    """(result, seconds) of one notebook. What a worker does, here or in a cluster."""
    begun = perf_counter()
    try:
        result = marking.mark(data, stem, **settings, sandboxes=sandboxes)
    except Unreadable as error:
        result = {"problem": str(error)}
    except marking.Lost as error:
        result = {"problem": str(error), "again": True}
    except (OSError, SandboxError):
        raise
    except Exception as error:  # a fault of ours must not stop the class
        result = {"problem": f"the grader failed on it ({type(error).__name__}): please mark it by hand, and tell us"}
    return result, perf_counter() - begun
