"""The same work on a Dask cluster (extra [cluster]): only bytes and settings travel, a lost worker loses nothing."""

import secrets
from contextlib import suppress
from itertools import islice

from ...words import say
from . import marking
from .digest import code_digest
from .workers import GradingError, away, mark_bytes, read_again

AHEAD = 4  # notebooks in flight for each thread of the cluster


def marked(waiting, settings, address):
    """(what counts, key, result, seconds) of each waiting notebook, as they come from the cluster."""
    try:
        from distributed import Client, KilledWorker, as_completed
    except ImportError:
        raise GradingError(say("--scheduler needs the extra [cluster]: pip install -e '.[cluster]'")) from None
    jobs, digest, run = iter(waiting), code_digest(), secrets.token_hex(4)
    try:
        client = Client(address, timeout=30)
    except (OSError, ValueError) as error:
        raise GradingError(say("there is no scheduler at {address}: {error}", address=address, error=error)) from None
    with client:
        places, running = {}, as_completed()

        def submit(number):
            for counts, key in islice(jobs, number):
                data = read_again(counts, settings)
                if data is None:
                    yield counts, key, *away()
                    continue
                future = client.submit(
                    _on_worker, data, counts.chapter, settings, digest,
                    key=f"bcs-{run}-{len(places)}", retries=3, pure=False,
                )  # fmt: skip
                places[future.key] = (counts, key)
                running.add(future)

        try:
            yield from submit(AHEAD * max(1, sum(client.nthreads().values())))
            for future in running:
                try:
                    result, seconds = future.result()
                except KilledWorker:
                    result, seconds = {"problem": ["worker_lost", {}], "again": True}, 0.0
                future.release()
                yield from submit(1)
                yield (*places[future.key], result, seconds)
        finally:
            with suppress(Exception):  # a worker that is gone has nothing to close
                client.run(marking.close_all)


def _on_worker(data, chapter, settings, digest):
    if code_digest() != digest:
        raise GradingError(
            say("the cluster's workers have another version of bcs_helpers, or another course, than we have")
        )
    return mark_bytes(data, chapter, settings)
