"""What a function finds set when it is called, whatever its notebook set before. For both sides, once."""

import warnings
from contextlib import contextmanager

import numpy as np


@contextmanager
def as_at_the_start(caught=None):
    """numpy and the filters of warnings as Python starts with them; warnings go into the list `caught` alone."""
    with (
        np.errstate(divide="warn", over="warn", under="ignore", invalid="warn"),
        warnings.catch_warnings(record=True) as new,
    ):
        warnings.simplefilter("ignore")
        for kind in (RuntimeWarning, UserWarning, SyntaxWarning):  # of scipy's integrals, too
            warnings.simplefilter("default", kind)
        try:
            yield
        finally:
            if caught is not None:
                caught += new
