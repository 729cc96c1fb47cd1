"""The same work on a Dask cluster (extra [cluster]): only bytes and settings travel, a lost worker loses nothing."""

import secrets
from contextlib import suppress
from itertools import islice

from . import marking
from .digest import code_digest
from .workers import GradingError, away, mark_bytes, read_again

AHEAD = 4  # notebooks in flight for each thread of the cluster
LOST = "every worker of the cluster that tried it was lost; run the same command again, or without --scheduler"


def marked(waiting, settings, address):
    """(submission, key, result, seconds) of each waiting notebook, as they come from the cluster."""
    try:
        from distributed import Client, KilledWorker, as_completed
    except ImportError:
        raise GradingError("--scheduler needs the extra [cluster]: pip install -e '.[cluster]'") from None
    jobs, digest, run = iter(waiting), code_digest(), secrets.token_hex(4)
    try:
        client = Client(address, timeout=30)
    except (OSError, ValueError) as error:
        raise GradingError(f"there is no scheduler at {address}: {error}") from None
    with client:
        places, running = {}, as_completed()

        def submit(number):
            for submission, key in islice(jobs, number):
                data = read_again(submission)
                if data is None:
                    yield submission, key, *away()
                    continue
                future = client.submit(
                    _on_worker, data, submission.stem, settings, digest,
                    key=f"bcs-{run}-{len(places)}", retries=3, pure=False,
                )  # fmt: skip
                places[future.key] = (submission, key)
                running.add(future)

        try:
            yield from submit(AHEAD * max(1, sum(client.nthreads().values())))
            for future in running:
                try:
                    result, seconds = future.result()
                except KilledWorker:
                    result, seconds = {"problem": LOST, "again": True}, 0.0
                future.release()
                yield from submit(1)
                yield (*places[future.key], result, seconds)
        finally:
            with suppress(Exception):  # a worker that is gone has nothing to close
                client.run(marking.close_all)


def _on_worker(data, stem, settings, digest):
    if code_digest() != digest:
        raise GradingError("the cluster's workers have another version of bcs_helpers, or another course, than we have")
    return mark_bytes(data, stem, settings)
