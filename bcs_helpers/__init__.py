"""Small, readable physics of the BCS chapter. Import what you need by its module:

>>> from bcs_helpers.gap import gap
>>> from bcs_helpers.units import kelvin, meV
>>> round(gap(1.0 * kelvin, 1.2 * kelvin) / meV, 4)
0.1155

Units k_B = ħ = e = 1 (see `units`); Δ is always an argument, only `gap` finds it.
"""

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
