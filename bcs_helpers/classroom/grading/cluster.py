"""The same work on a Dask cluster (extra [cluster]): only bytes and settings travel, a lost worker loses nothing."""

import os
from itertools import islice

from . import grading, marking

AHEAD = 4  # notebooks in flight for each thread of the cluster


def marked(waiting, settings, address):
    """(submission, key, result, seconds) of each waiting notebook, as they come from the cluster."""
    try:
        from distributed import Client, as_completed
    except ImportError:
        raise grading.GradingError("--scheduler needs the extra [cluster]: pip install -e '.[cluster]'") from None
    jobs, digest = iter(waiting), grading.code_digest()
    with Client(address, timeout=30) as client:
        places, running = {}, as_completed(with_results=True)

        def submit(number):
            for submission, key in islice(jobs, number):
                data = submission.read()
                future = client.submit(
                    _on_worker,
                    data,
                    submission.stem,
                    settings,
                    digest,
                    key=f"bcs-{key}-{len(places)}-{os.getpid()}",
                    retries=3,
                )
                places[future] = (submission, key)
                running.add(future)

        submit(AHEAD * max(1, sum(client.nthreads().values())))
        for future, (result, seconds) in running:
            submission, key = places.pop(future)
            future.release()
            submit(1)
            yield submission, key, result, seconds
        client.run(marking.close_all)


def _on_worker(data, stem, settings, digest):
    if grading.code_digest() != digest:
        raise grading.GradingError("the cluster's workers have another version of bcs_helpers than this machine")
    return grading.mark_bytes(data, stem, settings)
