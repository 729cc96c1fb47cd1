"""The former names, for modules that still use them: `_arguments`, with a single argument as an array."""

from . import _arguments
from ._arguments import plain, short, whole

__all__ = ["nonnegative", "plain", "positive", "real", "short", "whole"]


def _unpacked(check):
    def checked(**arguments):
        arrays = list(check(**arguments).arrays.values())
        return arrays[0] if len(arrays) == 1 else arrays

    return checked


real, nonnegative, positive = (_unpacked(getattr(_arguments, n)) for n in ("real", "nonnegative", "positive"))
