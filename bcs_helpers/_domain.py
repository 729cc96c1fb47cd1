"""What an argument may be: every number is checked once, on its way in, under its own name.

    T, Delta = nonnegative(T=T, Delta=Delta)

gives float arrays, or raises TypeError (not real numbers) or ValueError (outside the domain)
with a message that names the argument, the value and what is allowed.
"""

from reprlib import repr as short

import numpy as np


def real(**arguments):
    """The arguments as float arrays; each must be finite."""
    return _checked(arguments, -np.inf, "finite", strict=False)


def nonnegative(**arguments):
    """The arguments as float arrays; each must be finite and >= 0."""
    return _checked(arguments, 0.0, "finite and >= 0", strict=False)


def positive(**arguments):
    """The arguments as float arrays; each must be finite and > 0."""
    return _checked(arguments, 0.0, "finite and > 0", strict=True)


def whole(**arguments):
    """The arguments as ints; each must be a single whole number >= 0."""
    for name, value in arguments.items():
        if isinstance(value, bool) or not isinstance(value, (int, np.integer)):
            raise TypeError(f"{name} must be a whole number, got {short(value)}")
        if value < 0:
            raise ValueError(f"{name} must be >= 0, got {value}")
    return _one_or_all([int(value) for value in arguments.values()])


def plain(result):
    """Scalar in, float (or complex) out: a 0-d array becomes a Python number, others pass."""
    return result.item() if np.ndim(result) == 0 and isinstance(result, np.ndarray | np.generic) else result


def _checked(arguments, low, allowed, strict):
    checked = []
    for name, value in arguments.items():
        try:
            x = np.asarray(value)
        except ValueError:  # ragged nested lists
            x = np.asarray(None)
        if x.dtype.kind not in "iuf":
            raise TypeError(f"{name} must be a real number or an array of them, got {short(value)}")
        x = x.astype(float, copy=False)
        # min and max carry a nan along, so two passes see everything
        smallest, largest = (x.min(), x.max()) if x.size else (1.0, 1.0)
        if not (-np.inf < smallest and largest < np.inf and (smallest > low if strict else smallest >= low)):
            bad = ~np.isfinite(x) | (x <= low if strict else x < low)
            where = f" at index {tuple(int(i) for i in np.argwhere(bad)[0])}" if x.ndim else ""
            raise ValueError(f"{name} must be {allowed}, got {x[bad].flat[0]}{where}")
        checked.append(x)
    return _one_or_all(checked)


def _one_or_all(values):
    return values[0] if len(values) == 1 else values
