"""Heat and order: entropy, heat capacity, free energy and critical field of a BCS superconductor.

N0 is the density of states of one spin per volume; $γ = 2π²N0/3$ is the normal heat capacity over T. Entropies
and heat capacities are given over γ, so with $Tc = 1$ they are S/γTc and C/γTc; energies are given over N0.

The heat capacity at half of Tc, over that of the normal metal:

>>> from bcs_helpers.gap import gap
>>> from bcs_helpers.thermodynamics import heat_capacity
>>> round(heat_capacity(0.5, gap(0.5, 1.0)) / 0.5, 4)
0.9463
"""

from __future__ import annotations

from functools import cache

import numpy as np

from ._arguments import ArrayLike, FloatOrArray, evaluate, nonnegative, positive, real
from ._numerics.quadrature import thermal_integral
from ._numerics.thermal import ActivatedTable, CondensedTable, free_energy, gap_over_temperature, normal, occupied
from ._numerics.thermal import superfluid as superfluid_sum
from .response import superfluid_density, yosida
from .units import mu0

__all__ = [
    "condensation_energy",
    "critical_field",
    "critical_field_at_zero",
    "density_of_states_from_gamma",
    "entropy",
    "field_deviation",
    "free_energy_difference",
    "gap_slope",
    "heat_capacity",
]


def entropy(T: ArrayLike, Delta: ArrayLike) -> FloatOrArray:
    """Entropy of the quasiparticles, $S/γ = T (6/π²) ∫₀^∞ dy [ln(1 + e^{−x}) + x f(x)]$, $x = √(y² + (Δ/T)²)$.

    That is $−2Σ_k [f ln f + (1 − f) ln(1 − f)]$ over γ.

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, $k_B = 1$)
    Delta : float or array, >= 0, gap at that temperature, same unit; they broadcast

    Returns
    -------
    float or array, unit of T, between 0 and T: T itself for Delta = 0 (normal metal)

    Source
    ------
    Tinkham, Introduction to Superconductivity, 2nd ed., sect. 3.6
    """
    return evaluate(_entropy, nonnegative(T=T, Delta=Delta))


def heat_capacity(T: ArrayLike, Delta: ArrayLike, slope: ArrayLike | None = None) -> FloatOrArray:
    """Heat capacity $C/γ = (T/γ) dS/dT = T (6/π²) [I₂ − (Δ/2T)(dΔ/dT) Y]$, $I₂ = ∫₀^∞ dy x² (−f′(x))$.

    Without a slope the gap is taken to be the universal one, $d ln Δ/d ln T = −Y/(1 − Y)$, and with a = Δ/T

        $C/γT = (6/π²) I₂(a) + (3/π²) a² Y²/(1 − Y)$

    is a function of a alone, 1 + 12/7ζ(3) as a → 0. At Delta = 0 exactly the metal is normal: $C = γT$.

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, $k_B = 1$)
    Delta : float or array, >= 0, gap at that temperature, same unit
    slope : float or array, optional, dΔ/dT of a measured gap (0 for a rigid one), no unit; all broadcast

    Returns
    -------
    float or array, unit of T

    Source
    ------
    Tinkham, 2nd ed., sect. 3.6
    """
    state = nonnegative(T=T, Delta=Delta)
    return evaluate(_heat_capacity, state) if slope is None else evaluate(_measured_heat, state & real(slope=slope))


def gap_slope(T: ArrayLike, Delta: ArrayLike) -> FloatOrArray:
    """Logarithmic slope of the universal gap, $d ln Δ/d ln T = −Y/(1 − Y)$.

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, $k_B = 1$)
    Delta : float or array, > 0, gap at that temperature, same unit; they broadcast

    Returns
    -------
    float or array, <= 0, no unit; −∞ as Delta → 0: the gap opens like a square root

    Source
    ------
    the derivative of Bardeen, Cooper, Schrieffer, Phys. Rev. 108, 1175 (1957), eq. 3.27
    """
    return evaluate(_gap_slope, nonnegative(T=T) & positive(Delta=Delta))


def free_energy_difference(T: ArrayLike, Delta: ArrayLike) -> FloatOrArray:
    """Free energy gained, $(F_n − F_s)/N0 = 2πT Σ_{n>=0} (E_n − ω_n)²/E_n$, $E_n = √(ω_n² + Δ²)$, $ω_n = (2n+1)πT$.

    For the universal gap, whose equation has been used. The same number is ½Δ² − (π²/3) T² (1 − S/γT).

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, $k_B = 1$)
    Delta : float or array, >= 0, gap at that temperature, same unit; they broadcast

    Returns
    -------
    float or array, >= 0, unit of T²: ½Δ² at $T = 0$, (7ζ(3)/16π²) Δ⁴/T² near Tc, 0 in the normal metal

    Source
    ------
    J. Bardeen and M. J. Stephen, Phys. Rev. 136, A1485 (1964)
    """
    return evaluate(_free_energy_difference, nonnegative(T=T, Delta=Delta))


def condensation_energy(Delta0: ArrayLike, cutoff: ArrayLike | None = None) -> FloatOrArray:
    """Energy gained at $T = 0$, $(U_n − U_s)/N0 = ω_D (√(ω_D² + Δ0²) − ω_D)$, which is ½Δ0² in weak coupling.

    Parameters
    ----------
    Delta0 : float or array, >= 0, gap at $T = 0$
    cutoff : float or array, > 0, optional, energy ω_D in the same unit; without it Δ0 ≪ ω_D

    Returns
    -------
    float or array, unit of Delta0²

    Source
    ------
    Bardeen, Cooper, Schrieffer (1957), sect. II
    """
    state = nonnegative(Delta0=Delta0)
    return evaluate(_condensation_energy, state if cutoff is None else state & positive(cutoff=cutoff))


def critical_field(T: ArrayLike, Delta: ArrayLike, Delta0: ArrayLike) -> FloatOrArray:
    """Thermodynamic critical field $H_c(T)/H_c(0) = √[(F_n − F_s)/(½N0Δ0²)]$.

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, $k_B = 1$)
    Delta : float or array, >= 0, universal gap at that temperature, same unit
    Delta0 : float or array, > 0, gap at $T = 0$, same unit; all broadcast

    Returns
    -------
    float or array, >= 0, no unit

    Source
    ------
    Bardeen, Cooper, Schrieffer (1957), sect. III
    """
    return evaluate(_critical_field, nonnegative(T=T, Delta=Delta) & positive(Delta0=Delta0))


def field_deviation(T: ArrayLike, Delta: ArrayLike, Delta0: ArrayLike, Tc: ArrayLike) -> FloatOrArray:
    """Deviation of the critical field from the parabola, $D = H_c(T)/H_c(0) − (1 − t²)$, $t = T/Tc$.

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, $k_B = 1$)
    Delta : float or array, >= 0, universal gap at that temperature, same unit
    Delta0 : float or array, > 0, gap at $T = 0$, same unit
    Tc : float or array, > 0, critical temperature, same unit; all broadcast

    Returns
    -------
    float or array, no unit: down to −0.0368 at $t = 0.70$ in weak coupling; positive for lead and mercury

    Source
    ------
    Bardeen, Cooper, Schrieffer (1957), sect. III; Tinkham, 2nd ed., sect. 3.6
    """
    return evaluate(_field_deviation, nonnegative(T=T, Delta=Delta) & positive(Delta0=Delta0, Tc=Tc), size=1024)


def critical_field_at_zero(Delta0: ArrayLike, N0: ArrayLike) -> FloatOrArray:
    """Critical field at $T = 0$ from $B_c²/2μ0 = ½N0Δ0²$, that is $B_c = Δ0 √(μ0 N0)$ (Gaussian: $H_c²/8π = ½N0Δ0²$).

    Parameters
    ----------
    Delta0 : float or array, >= 0, gap at $T = 0$, in the energies of `units`
    N0 : float or array, >= 0, density of states of one spin, per energy and volume; they broadcast

    Returns
    -------
    float or array, a field: divide by units.tesla or units.gauss

    Source
    ------
    Bardeen, Cooper, Schrieffer (1957), sect. II
    """
    return evaluate(lambda Delta0, N0: Delta0 * np.sqrt(mu0 * N0), nonnegative(Delta0=Delta0, N0=N0))


def density_of_states_from_gamma(gamma: ArrayLike) -> FloatOrArray:
    """Density of states of one spin from the normal heat capacity γT: $N0 = 3γ/2π²$.

    Parameters
    ----------
    gamma : float or array, >= 0, per volume: for aluminium 0.135 * joule / kelvin**2 / (1e-2 * metre)**3 * 1e-3

    Returns
    -------
    float or array, per energy and volume (per energy and atom if gamma is per atom)

    Source
    ------
    Ashcroft and Mermin, Solid State Physics (1976), eq. 2.80, where $g(E_F) = 2N0$
    """
    return evaluate(lambda gamma: 3 / (2 * np.pi**2) * gamma, nonnegative(gamma=gamma))


# ---- numerics ----------------------------------------------------------------------------------------------


def _entropy(T, Delta):
    return T * np.minimum(_entropy_table()(T, Delta), 1)


def _heat_capacity(T, Delta):
    return T * np.where(Delta > 0, _heat_table(_universal_heat)(T, Delta), 1)


def _measured_heat(T, Delta, slope):
    rigid = T * _heat_table(_rigid_heat)(T, Delta)
    return rigid - 3 / np.pi**2 * Delta * slope * yosida(T, Delta)


def _gap_slope(T, Delta):
    with np.errstate(divide="ignore", over="ignore"):  # n_s may underflow
        return -yosida(T, Delta) / superfluid_density(T, Delta)


def _free_energy_difference(T, Delta):
    return 0.5 * Delta**2 * _free_energy_table()(T, Delta)


def _condensation_energy(Delta0, cutoff=np.inf):
    return Delta0**2 / (1 + np.hypot(1, Delta0 / cutoff))


def _critical_field(T, Delta, Delta0):
    return np.sqrt(2 * _free_energy_difference(T, Delta)) / Delta0


def _field_deviation(T, Delta, Delta0, Tc):
    T, Delta, Delta0, Tc = np.broadcast_arrays(T, Delta, Delta0, Tc)
    h, t = _critical_field(T, Delta, Delta0), T / Tc
    deviation = h - (Tc - T) / Tc * (1 + t)
    cold = (t < 0.8) & (Delta > 0)  # D is small and h nearly 1: take h − 1 = (h² − 1)/(h + 1)
    square = _cold_field_square(T[cold], Delta[cold], Delta0[cold])
    deviation[cold] = t[cold] ** 2 + square / (h[cold] + 1)
    return deviation


def _cold_field_square(T, Delta, Delta0):
    """H_c(T)²/H_c(0)² − 1 from the second form of the free energy, with Δ² − Δ0² from the gap equation."""
    a = gap_over_temperature(T, Delta)
    gap_square = np.expm1(-2 * occupied(a))  # ln(Δ/Δ0) = −F
    return gap_square - 2 * np.pi**2 / 3 * (T / Delta0) ** 2 * (1 - np.exp(-a) * _exact_entropy(a))


@cache
def _entropy_table():
    return ActivatedTable(lambda a: np.exp(-a) * (a + 3) * np.sqrt(a + 3), lambda a: _exact_entropy(a) / (a + 3) ** 1.5)


def _exact_entropy(a):
    """e^a S/γT, by parts: S/γT = (6/π²) a² ∫₀^∞ du cosh(2u) f(a cosh u)."""
    return 6 / np.pi**2 * a**2 * thermal_integral(a, lambda u: np.cosh(2 * u), 1)


@cache
def _heat_table(heat):
    return ActivatedTable(lambda a: np.exp(-a) * (a + 3) ** 2 * np.sqrt(a + 3), lambda a: heat(a) / (a + 3) ** 2.5)


def _rigid_heat(a):
    """e^a C/γT = e^a (6/π²) I₂ for dΔ/dT = 0."""
    return 6 / np.pi**2 * a**3 * thermal_integral(a, lambda u: np.cosh(u) ** 3, 2)


def _universal_heat(a):
    """e^a C/γT on the universal gap."""
    return _rigid_heat(a) + 3 / np.pi**2 * a**2 * normal(a) ** 2 * np.exp(-a) / superfluid_sum(a)


@cache
def _free_energy_table():
    return CondensedTable(free_energy)
