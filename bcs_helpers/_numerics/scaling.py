"""Numbers brought near 1 before they are squared or divided."""

import numpy as np


def scaled(*energies):
    """A power of two as large as the largest energy, and the energies in it: no power overflows, no bit is lost.

    What is then too small to divide by is 0.
    """
    energies = np.broadcast_arrays(*energies)
    unit = np.ldexp(1.0, np.frexp(np.max(energies, axis=0))[1] - 1)
    return unit, *(np.where(E / unit < 1e-150, 0.0, E / unit) for E in energies)


def ratio(x, scale, limit=1e300):
    """x/scale, or the limit where it is beyond."""
    with np.errstate(over="ignore"):
        return np.minimum(x / scale, limit)
