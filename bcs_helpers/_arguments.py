"""What an argument may be: every number is checked once, on its way in, under its own name.

    return evaluate(kernel, nonnegative(T=T) & positive(Tc=Tc))  # an elementwise function, long arrays in blocks
    T, Tc = nonnegative(T=T) & positive(Tc=Tc)                   # or the float arrays themselves
    T, Tc = single(positive(T=T, Tc=Tc))                         # or floats, where one number each is wanted

Numbers, arrays and whatever numpy makes an array of real numbers from are taken. TypeError (not real numbers, or
numbers that carry a unit or a mask) and ValueError (outside the domain, or shapes that do not broadcast) name the
argument, the value and what is allowed.
"""

from __future__ import annotations

from collections.abc import Iterator
from reprlib import repr as short
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ._numerics.blocks import BLOCK, blockwise, common_shape

FloatOrArray = float | NDArray[np.float64]
ComplexOrArray = complex | NDArray[np.complex128]


class Arguments:
    """Checked float arrays under their names, in their order; `&` joins two. They come out if they broadcast."""

    def __init__(self, arrays: dict[str, NDArray[np.float64]]):
        self.arrays = arrays

    def __and__(self, other: Arguments) -> Arguments:
        return Arguments(self.arrays | other.arrays)

    def __iter__(self) -> Iterator[NDArray[np.float64]]:
        broadcast_shape(**self.arrays)
        return iter(self.arrays.values())


def real(**arguments: ArrayLike) -> Arguments:
    """The arguments as float arrays; each must be finite."""
    return _checked(arguments, lambda low, high: (low > -np.inf) & (high < np.inf), "finite")


def nonnegative(**arguments: ArrayLike) -> Arguments:
    """The arguments as float arrays; each must be finite and >= 0."""
    return _checked(arguments, lambda low, high: (low >= 0) & (high < np.inf), "finite and >= 0")


def positive(**arguments: ArrayLike) -> Arguments:
    """The arguments as float arrays; each must be finite and > 0."""
    return _checked(arguments, lambda low, high: (low > 0) & (high < np.inf), "finite and > 0")


def fraction(**arguments: ArrayLike) -> Arguments:
    """The arguments as float arrays; each must be between 0 and 1."""
    return _checked(arguments, lambda low, high: (low >= 0) & (high <= 1), "between 0 and 1")


def whole(**argument: int) -> int:
    """The one argument as an int; it must be a single whole number >= 0."""
    [(name, value)] = argument.items()
    if isinstance(value, bool) or not isinstance(value, (int, np.integer)):
        raise TypeError(f"{name} must be a whole number, got {short(value)}")
    if value < 0:
        raise ValueError(f"{name} must be >= 0, got {value}")
    return int(value)


def single(arguments: Arguments) -> list[float]:
    """The arguments as floats; each must be one number: `T, Tc = single(positive(T=T, Tc=Tc))`."""
    for name, x in arguments.arrays.items():
        if x.ndim:
            raise ValueError(f"{name} must be one number, got an array of shape {x.shape}")
    return [float(x) for x in arguments.arrays.values()]


def require(condition, message: str, **values) -> None:
    """ValueError with the message, and the first values that break a condition between arguments, where any do."""
    if not np.all(condition):
        broken = np.unravel_index(np.argmin(condition), np.shape(condition))
        got = ", ".join(f"{k} = {np.broadcast_to(v, np.shape(condition))[broken]}" for k, v in values.items())
        raise ValueError(f"{message}, got {got}")


def broadcast_shape(**arrays: NDArray[np.float64]) -> tuple[int, ...]:
    """The common shape of the arrays, or a ValueError that names them."""
    shapes = [x.shape for x in arrays.values()]
    try:
        return common_shape(shapes)
    except ValueError:
        names = ", ".join(arrays)
        raise ValueError(f"{names} must broadcast, got shapes {', '.join(map(str, shapes))}") from None


def evaluate(function, arguments: Arguments, *, size: int = BLOCK, dtype: type = float) -> Any:
    """function(*arguments) for an elementwise function, at most `size` points at a time; scalar in, float out.

    The function sees flat arrays, each of the length of the block or of length 1.
    """
    return plain(blockwise(function, *arguments, size=size, dtype=dtype))


def plain(result) -> Any:
    """Scalar in, float (or complex) out: a 0-d array becomes a Python number, others pass."""
    return result.item() if np.ndim(result) == 0 and isinstance(result, np.ndarray | np.generic) else result


def _checked(arguments, inside, allowed):
    checked = {}
    for name, value in arguments.items():
        x = _floats(name, value)
        # min and max carry a nan along, so two passes see everything
        if x.size and not inside(x.min(), x.max()):
            bad = ~inside(x, x)
            where = f" at index {tuple(int(i) for i in np.argwhere(bad)[0])}" if x.ndim else ""
            raise ValueError(f"{name} must be {allowed}, got {x[bad].flat[0]}{where}")
        checked[name] = x
    return Arguments(checked)


def _floats(name, value):
    _refuse_what_would_be_lost(name, value)
    try:
        x = np.asarray(value)
    except (TypeError, ValueError):  # ragged nested lists, and what will not be an array
        x = np.asarray(None)
    if x.dtype.kind not in "iuf":
        raise TypeError(f"{name} must be a real number or an array of them, got {short(value)}")
    return x.astype(float, copy=False)


def _refuse_what_would_be_lost(name, value):
    """numpy would strip a unit or a mask without a word."""
    if isinstance(value, (list, tuple)):
        for item in value if set(map(type, value)) - {float, int} else ():
            _refuse_what_would_be_lost(name, item)
    elif isinstance(value, np.ma.MaskedArray):
        raise TypeError(f"{name} carries a mask, which would be lost: pass {name}.compressed() or {name}.filled(...)")
    elif type(value) not in (float, int, np.ndarray) and not isinstance(value, float):  # ours know their unit
        for word in ("unit", "units", "magnitude"):
            if hasattr(type(value), word):
                raise TypeError(
                    f"{name} carries a unit, which would be lost, got {short(value)}: divide by the unit first, "
                    f"and multiply by the float of the same name in bcs_helpers.units"
                )
