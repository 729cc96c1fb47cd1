"""Heat and order: entropy, heat capacity, free energy and critical field of a BCS superconductor.

N0 is the density of states of one spin per volume; γ = 2π²N0/3 is the normal heat capacity over T. Entropies
and heat capacities are given over γ, so with Tc = 1 they are S/γTc and C/γTc; energies are given over N0.
"""

from functools import cache

import numpy as np

from ._domain import nonnegative, plain, positive, real
from ._table import blockwise
from .response import (
    ActivatedTable,
    CondensedTable,
    gap_over_temperature,
    matsubara_superfluid,
    superfluid_density,
    thermal_integral,
    yosida,
)
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


def entropy(T, Delta):
    """Entropy of the quasiparticles, S/γ = T (6/π²) ∫₀^∞ dy [ln(1 + e^{−x}) + x f(x)], x = √(y² + (Δ/T)²).

    That is −2Σ_k [f ln f + (1 − f) ln(1 − f)] over γ.

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, k_B = 1)
    Delta : float or array, >= 0, gap at that temperature, same unit; they broadcast

    Returns
    -------
    float or array, unit of T, between 0 and T: T itself for Delta = 0 (normal metal)

    Raises
    ------
    ValueError, TypeError : an argument is outside its domain

    Source
    ------
    Tinkham, Introduction to Superconductivity, 2nd ed., sect. 3.6
    """
    T, Delta = nonnegative(T=T, Delta=Delta)
    return plain(blockwise(_entropy, T, Delta))


def heat_capacity(T, Delta, slope=None):
    """Heat capacity C/γ = (T/γ) dS/dT = T (6/π²) [I₂ − (Δ/2T)(dΔ/dT) Y], I₂ = ∫₀^∞ dy x² (−f′(x)).

    Without a slope the gap is taken to be the universal one, d ln Δ/d ln T = −Y/(1 − Y), and with a = Δ/T

        C/γT = (6/π²) I₂(a) + (3/π²) a² Y²/(1 − Y)

    is a function of a alone, 1 + 12/7ζ(3) as a → 0. At Delta = 0 exactly the metal is normal: C = γT.

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, k_B = 1)
    Delta : float or array, >= 0, gap at that temperature, same unit
    slope : float or array, optional, dΔ/dT of a measured gap (0 for a rigid one), no unit; all broadcast

    Returns
    -------
    float or array, unit of T

    Raises
    ------
    ValueError, TypeError : an argument is outside its domain

    Source
    ------
    Tinkham, 2nd ed., sect. 3.6
    """
    T, Delta = nonnegative(T=T, Delta=Delta)
    if slope is None:
        return plain(blockwise(_heat_capacity, T, Delta))
    rigid = blockwise(_rigid_heat_capacity, T, Delta)
    return plain(rigid - 3 / np.pi**2 * Delta * real(slope=slope) * yosida(T, Delta))


def gap_slope(T, Delta):
    """Logarithmic slope of the universal gap, d ln Δ/d ln T = −Y/(1 − Y).

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, k_B = 1)
    Delta : float or array, > 0, gap at that temperature, same unit; they broadcast

    Returns
    -------
    float or array, <= 0, no unit; −∞ as Delta → 0: the gap opens like a square root

    Raises
    ------
    ValueError, TypeError : an argument is outside its domain

    Source
    ------
    the derivative of Bardeen, Cooper, Schrieffer, Phys. Rev. 108, 1175 (1957), eq. 3.27
    """
    Delta = positive(Delta=Delta)
    with np.errstate(divide="ignore", over="ignore"):  # n_s may underflow
        return plain(-np.asarray(yosida(T, Delta)) / superfluid_density(T, Delta))


def free_energy_difference(T, Delta):
    """Free energy gained, (F_n − F_s)/N0 = 2πT Σ_{n>=0} (E_n − ω_n)²/E_n, E_n = √(ω_n² + Δ²), ω_n = (2n+1)πT.

    For the universal gap, whose equation has been used. The same number is ½Δ² − (π²/3) T² (1 − S/γT).

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, k_B = 1)
    Delta : float or array, >= 0, gap at that temperature, same unit; they broadcast

    Returns
    -------
    float or array, >= 0, unit of T²: ½Δ² at T = 0, (7ζ(3)/16π²) Δ⁴/T² near Tc, 0 in the normal metal

    Raises
    ------
    ValueError, TypeError : an argument is outside its domain

    Source
    ------
    J. Bardeen and M. J. Stephen, Phys. Rev. 136, A1485 (1964)
    """
    T, Delta = nonnegative(T=T, Delta=Delta)
    return plain(blockwise(_free_energy_difference, T, Delta))


def condensation_energy(Delta0, cutoff=None):
    """Energy gained at T = 0, (U_n − U_s)/N0 = ω_D (√(ω_D² + Δ0²) − ω_D), which is ½Δ0² in weak coupling.

    Parameters
    ----------
    Delta0 : float or array, >= 0, gap at T = 0
    cutoff : float or array, > 0, optional, energy ω_D in the same unit; without it Δ0 ≪ ω_D

    Returns
    -------
    float or array, unit of Delta0²

    Raises
    ------
    ValueError, TypeError : an argument is outside its domain

    Source
    ------
    Bardeen, Cooper, Schrieffer (1957), sect. II
    """
    Delta0 = nonnegative(Delta0=Delta0)
    x = 0 if cutoff is None else Delta0 / positive(cutoff=cutoff)
    return plain(Delta0**2 / (1 + np.hypot(1, x)))


def critical_field(T, Delta, Delta0):
    """Thermodynamic critical field H_c(T)/H_c(0) = √[(F_n − F_s)/(½N0Δ0²)].

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, k_B = 1)
    Delta : float or array, >= 0, universal gap at that temperature, same unit
    Delta0 : float or array, > 0, gap at T = 0, same unit; all broadcast

    Returns
    -------
    float or array, >= 0, no unit

    Raises
    ------
    ValueError, TypeError : an argument is outside its domain

    Source
    ------
    Bardeen, Cooper, Schrieffer (1957), sect. III
    """
    Delta0 = positive(Delta0=Delta0)
    return plain(np.sqrt(2 * np.asarray(free_energy_difference(T, Delta))) / Delta0)


def field_deviation(T, Delta, Delta0, Tc):
    """Deviation of the critical field from the parabola, D = H_c(T)/H_c(0) − (1 − t²), t = T/Tc.

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, k_B = 1)
    Delta : float or array, >= 0, universal gap at that temperature, same unit
    Delta0 : float or array, > 0, gap at T = 0, same unit
    Tc : float or array, > 0, critical temperature, same unit; all broadcast

    Returns
    -------
    float or array, no unit: down to −0.0368 at t = 0.70 in weak coupling; positive for lead and mercury

    Raises
    ------
    ValueError, TypeError : an argument is outside its domain

    Source
    ------
    Bardeen, Cooper, Schrieffer (1957), sect. III; Tinkham, 2nd ed., sect. 3.6
    """
    h = np.asarray(critical_field(T, Delta, Delta0))
    T, Delta, Delta0, Tc, h = np.broadcast_arrays(T, Delta, Delta0, positive(Tc=Tc), h)
    t = T / Tc
    deviation = np.asarray(h - (Tc - T) / Tc * (1 + t))
    cold = (t < 0.8) & (Delta > 0)  # D is small and h nearly 1: take h − 1 = (h² − 1)/(h + 1)
    square = blockwise(_cold_field_square, T[cold], Delta[cold], Delta0[cold], size=1024)
    deviation[cold] = t[cold] ** 2 + square / (h[cold] + 1)
    return plain(deviation)


def critical_field_at_zero(Delta0, N0):
    """Critical field at T = 0 from B_c²/2μ0 = ½N0Δ0², that is B_c = Δ0 √(μ0 N0) (Gaussian: H_c²/8π = ½N0Δ0²).

    Parameters
    ----------
    Delta0 : float or array, >= 0, gap at T = 0, in the energies of `units`
    N0 : float or array, >= 0, density of states of one spin, per energy and volume; they broadcast

    Returns
    -------
    float or array, a field: divide by units.tesla or units.gauss

    Raises
    ------
    ValueError, TypeError : an argument is outside its domain

    Source
    ------
    Bardeen, Cooper, Schrieffer (1957), sect. II
    """
    Delta0, N0 = nonnegative(Delta0=Delta0, N0=N0)
    return plain(Delta0 * np.sqrt(mu0 * N0))


def density_of_states_from_gamma(gamma):
    """Density of states of one spin from the normal heat capacity γT: N0 = 3γ/2π².

    Parameters
    ----------
    gamma : float or array, >= 0, per volume: for aluminium 0.135 * joule / kelvin**2 / (1e-2 * metre)**3 * 1e-3

    Returns
    -------
    float or array, per energy and volume (per energy and atom if gamma is per atom)

    Raises
    ------
    ValueError, TypeError : an argument is outside its domain

    Source
    ------
    Ashcroft and Mermin, Solid State Physics (1976), eq. 2.80, where g(E_F) = 2N0
    """
    return plain(3 / (2 * np.pi**2) * nonnegative(gamma=gamma))


# ---- numerics ----------------------------------------------------------------------------------------------


def _entropy(T, Delta):
    return T * np.minimum(_entropy_table()(T, Delta), 1)


def _heat_capacity(T, Delta):
    return T * np.where(Delta > 0, _heat_table(_universal_heat)(T, Delta), 1)


def _rigid_heat_capacity(T, Delta):
    return T * _heat_table(_rigid_heat)(T, Delta)


def _free_energy_difference(T, Delta):
    return 0.5 * Delta**2 * _free_energy_table()(T, Delta)


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
    Y = 2 * a * thermal_integral(a, np.cosh, 2)
    return _rigid_heat(a) + 3 / np.pi**2 * a**2 * Y**2 * np.exp(-a) / matsubara_superfluid(a)


@cache
def _free_energy_table():
    return CondensedTable(_matsubara_free_energy)


def _matsubara_free_energy(a):
    """(F_n − F_s)/½N0Δ² = (2/b²) Σ_{n>=0} (E − ν)²/E, E = √(ν² + b²), ν = n + ½, b = Δ/2πT."""
    b, N = np.asarray(a)[..., None] / (2 * np.pi), 200
    nu = np.arange(N) + 0.5
    E = np.hypot(nu, b)
    head = ((b / (E + nu)) ** 2 / E).sum(axis=-1)  # E − ν = b²/(E + ν)
    E = np.hypot(N, b[..., 0])
    r, s = b[..., 0] / E, N / E
    # ∫_N^∞ g dν + g′(N)/24 − 7g‴(N)/5760
    tail = r**2 * ((0.5 - (2 + s) / (24 * E**2)) / (1 + s) ** 2 + 7 * s / (384 * E**4))
    return 2 * (head + tail)


def _cold_field_square(T, Delta, Delta0):
    """H_c(T)²/H_c(0)² − 1 from the second form of the free energy, with Δ² − Δ0² from the gap equation."""
    a = gap_over_temperature(T, Delta)
    gap_square = np.expm1(-4 * np.exp(-a) * thermal_integral(a, np.ones_like, 1))  # ln(Δ/Δ0) = −2∫f du
    return gap_square - 2 * np.pi**2 / 3 * (T / Delta0) ** 2 * (1 - np.exp(-a) * _exact_entropy(a))
