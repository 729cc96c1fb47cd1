"""Answers as plain data, and how far two of them are apart."""

from contextlib import contextmanager
from warnings import catch_warnings, simplefilter

import numpy as np

from .grading.inside.codec import numbers


class NotANumber(ValueError):
    """The answer is not plain data: a number, or an array or nested list of numbers. `key`, `fields` for `say`."""

    def __init__(self, key, **fields):
        super().__init__(key, fields)
        self.key, self.fields = key, fields


def as_plain(answer):
    """The answer as an array of floats or complex numbers; anything else is NotANumber.

    Exact and long numbers (Fraction, Decimal, those of mpmath and sympy) are numbers, and so are arrays of them.
    """
    kind = type(answer).__name__
    try:
        return numbers(answer)
    except TypeError as error:
        raise NotANumber("not_a_number", type=kind) from error
    except Exception as error:  # ragged lists, and objects that only pretend to be numbers
        raise NotANumber("unreadable", type=kind) from error


def fitted(value, target):
    """The value in the shape of the target, where they differ by axes of length one only; else as it is."""
    if value.shape != target.shape and value.size == target.size and _long(value) == _long(target):
        return value.reshape(target.shape)
    return value


def _long(array):
    return [n for n in array.shape if n != 1]


def errors(value, expected):
    """Error of each entry over its right size; over the largest entry's thousandth where it is nearly zero."""
    scale = np.max(np.abs(expected), initial=0.0) or 1.0
    # an array is compared with its own largest entry, so that a zero in it is not asked to be exact
    return np.abs(value - expected) / np.maximum(np.abs(expected), 1e-3 * scale)


def distance(value, expected):
    """The largest error; infinite where the shapes differ, or something is not finite."""
    if value.shape != expected.shape:
        return np.inf
    worst = np.max(errors(value, expected), initial=0.0)
    return float(worst) if np.isfinite(worst) else np.inf


def furthest(values, expected):
    """The largest distance over the cases."""
    return max(distance(v, e) for v, e in zip(values, expected, strict=True))


@contextmanager
def undisturbed():
    """Our own arithmetic, whatever numpy.seterr and the filters of warnings say in the solver's process."""
    with np.errstate(all="ignore"), catch_warnings():
        simplefilter("ignore")
        yield
