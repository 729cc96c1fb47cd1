"""Roots, element by element, that are verified before they are returned."""

import numpy as np


def find_root(function, low, high, *parameters):
    """Zero of function(x, *parameters) between low and high, where it has opposite signs; everything broadcasts.

    Raises ArithmeticError rather than return what has not converged.
    """
    from scipy.optimize import elementwise  # a third of the whole import, and needed at the first call only

    with np.errstate(invalid="ignore"):  # its own √(1 − x), where x rounds to just above one
        found = elementwise.find_root(function, (low, high), args=parameters)
    _verify(found.success, found.x)
    return found.x


def root_above(function, low, high, *parameters):
    """Zero of a rising function between low and high; low itself where it starts above zero."""
    low, high, *parameters = (np.array(x) for x in np.broadcast_arrays(low, high, *parameters))
    inside = function(low, *parameters) < 0
    low[inside] = find_root(function, low[inside], high[inside], *(p[inside] for p in parameters))
    return low


def newton(correction, x, steps, tolerance):
    """x after `steps` corrections x → x − correction(x), for a start so good that they reach rounding.

    The last one must be below `tolerance`, relative to 1 + |x|.
    """
    change = np.inf
    for _ in range(steps):
        change = correction(x)
        x = x - change
    _verify(np.abs(change) <= tolerance * (1 + np.abs(x)), x)
    return x


def _verify(converged, x):
    if not np.all(converged):
        where = np.flatnonzero(~np.asarray(converged))
        raise ArithmeticError(f"no root was found for {where.size} of {np.size(x)} points, the first at {where[0]}")
