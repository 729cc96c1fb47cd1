"""Small, readable physics of the BCS chapter. Import what you need by its module:

>>> from bcs_helpers.gap import gap
>>> from bcs_helpers.units import kelvin, meV
>>> round(gap(1.0 * kelvin, 1.2 * kelvin) / meV, 4)
0.1203

Units k_B = ħ = e = 1 (see `units`); Δ is always an argument, only `gap` finds it. Arrays broadcast; a scalar gives a
float. Every function checks its arguments: what lies outside its domain, or will not broadcast, is a ValueError, and
what is no real number, or carries a unit or a mask, a TypeError, with the argument, the value and what is allowed.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

__version__ = "0.1.0"
__all__ = [
    "chain",
    "collective",
    "cooper",
    "crossover",
    "dense_matter",
    "eliashberg",
    "figures",
    "finite",
    "gap",
    "ground_state",
    "limits",
    "materials",
    "real_axis",
    "response",
    "richardson",
    "spectrum",
    "strong_coupling",
    "tables",
    "thermodynamics",
    "tunnelling",
    "units",
    "vortex",
]


def __getattr__(name: str) -> ModuleType:
    """A room is opened when it is first asked for."""
    if name in __all__:
        return import_module(f".{name}", __name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}; its rooms are {', '.join(__all__)}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
