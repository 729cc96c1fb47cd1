"""The gap equation: Δ(T) and Tc, universal in weak coupling and with a finite cutoff.

    $1/(N0 V) = ∫₀^{ω_D} dξ tanh(E/2T)/E$,   $E = √(ξ² + Δ²)$

N0 is the density of states of one spin, V the attraction, N0V the dimensionless `coupling`, ω_D the `cutoff`.

The ratio 2Δ(0)/kTc is 3.53, and the gap closes like a square root:

>>> from bcs_helpers.gap import gap
>>> [round(gap(t, 1.0), 4) for t in (0.0, 0.5, 0.99, 1.0)]
[1.7639, 1.6878, 0.3051, 0.0]
"""

from __future__ import annotations

from functools import cache

import numpy as np

from ._arguments import ArrayLike, FloatOrArray, evaluate, nonnegative, positive
from ._numerics.quadrature import gauss_legendre
from ._numerics.roots import find_root
from ._numerics.table import Table
from ._numerics.thermal import log_cooling, occupied

__all__ = ["GAP_OVER_TC", "critical_temperature", "gap", "gap_finite_cutoff", "zero_temperature_gap"]

#: Δ(0)/Tc in weak coupling, $π e^(−γ) = 1.7639$
GAP_OVER_TC = np.pi * np.exp(-np.euler_gamma)


def gap(T: ArrayLike, Tc: ArrayLike) -> FloatOrArray:
    """Universal weak-coupling gap Δ(T): $ln(Δ(T)/Δ(0)) = −2∫₀^∞ dξ/[E (e^{E/T} + 1)]$, $E = √(ξ² + Δ²)$.

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, $k_B = 1$)
    Tc : float or array, > 0, same unit; broadcasts with T

    Returns
    -------
    float or array, same unit; $Δ(0) = π e^(−γ) Tc = 1.7639 Tc$, exactly 0.0 at and above Tc

    Source
    ------
    Bardeen, Cooper, Schrieffer (1957), eq. 3.27; tabulated by Mühlschlegel, Z. Phys. 155, 313 (1959)
    """
    return evaluate(_universal_gap, nonnegative(T=T) & positive(Tc=Tc))


def zero_temperature_gap(coupling: ArrayLike, cutoff: ArrayLike) -> FloatOrArray:
    """Gap at $T = 0$ for a finite cutoff: $Δ(0) = ω_D / sinh(1/N0V)$.

    Parameters
    ----------
    coupling : float or array, > 0, dimensionless N0V
    cutoff : float or array, > 0, energy ω_D; they broadcast

    Returns
    -------
    float or array, > 0, unit of cutoff

    Source
    ------
    Bardeen, Cooper, Schrieffer (1957), eq. 2.40
    """
    return evaluate(_zero_temperature_gap, positive(coupling=coupling, cutoff=cutoff))


def critical_temperature(coupling: ArrayLike, cutoff: ArrayLike) -> FloatOrArray:
    """Critical temperature: the solution of $1/N0V = ∫₀^{ω_D} dξ tanh(ξ/2Tc)/ξ$, with no weak-coupling step.

    Parameters
    ----------
    coupling : float or array, > 0, dimensionless N0V
    cutoff : float or array, > 0, energy ω_D; they broadcast

    Returns
    -------
    float or array, > 0, unit of cutoff

    Source
    ------
    Bardeen, Cooper, Schrieffer (1957), eq. 3.28 before its weak-coupling limit
    """
    return evaluate(_critical_temperature, positive(coupling=coupling, cutoff=cutoff), size=4096)


def gap_finite_cutoff(T: ArrayLike, coupling: ArrayLike, cutoff: ArrayLike) -> FloatOrArray:
    """Gap Δ(T) from the full gap equation with a finite cutoff, $1/N0V = ∫₀^{ω_D} dξ tanh(E/2T)/E$.

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, $k_B = 1$)
    coupling : float or array, > 0, dimensionless N0V
    cutoff : float or array, > 0, energy ω_D in the unit of T; all broadcast

    Returns
    -------
    float or array, same unit; exactly 0.0 at and above `critical_temperature(coupling, cutoff)`.
    Near Tc the rounding of Tc itself limits the relative accuracy to about 1e-15/(1 − T/Tc)

    Source
    ------
    Bardeen, Cooper, Schrieffer (1957), eq. 3.27
    """
    return evaluate(_gap_finite_cutoff, nonnegative(T=T) & positive(coupling=coupling, cutoff=cutoff), size=4096)


# ---- numerics ----------------------------------------------------------------------------------------------


def _universal_gap(T, Tc):
    s = np.maximum((Tc - T) / Tc, 0.0)  # 1 − T/Tc from the difference, which is exact near Tc
    square = _gap_table()(s)  # s (1 + (1 − s) g), step by step in place: this is the hot path
    square *= 1 - s
    square += 1
    square *= s
    return np.sqrt(square) * (GAP_OVER_TC * Tc)


@cache
def _gap_table():
    """The gap equation, solved once for all: a table of g(s) in (Δ/Δ0)² = s (1 + t g), s = 1 − t = 1 − T/Tc.

    g is smooth, from 2.016 at Tc to 1 at T = 0.
    Written so, the error of the table is multiplied by t: what depends on e^(−Δ/T) is sensitive when cold.
    """

    def g(s):
        t = 1 - s

        def residual(delta, s, t):
            a = GAP_OVER_TC * delta / t
            near, far = np.minimum(a, 3.0), np.maximum(a, 3.0)
            cooling = np.where(a < 3, log_cooling(near), np.log(far / GAP_OVER_TC) + occupied(far))
            return cooling + np.log1p(-s)

        delta = find_root(residual, 0.999 * np.sqrt(s), np.minimum(1.74 * np.sqrt(s), 1.001), s, t)
        a = GAP_OVER_TC * delta / t
        # (Δ/Δ0)² − 1 = e^(−2F) − 1, relatively exact when cold
        return np.where(a < 3, (delta**2 / s - 1) / t, (1 + np.expm1(-2 * occupied(a)) / t) / s)

    return Table(g)


def _zero_temperature_gap(coupling, cutoff):
    # 1/sinh(x) = 2e^(−x)/(1 − e^(−2x)), which cannot overflow
    return cutoff * 2 * np.exp(-1 / coupling) / -np.expm1(-2 / coupling)


def _critical_temperature(coupling, cutoff):
    """Tc = ω_D/2z, where ∫₀^z dx tanh(x)/x = 1/N0V, solved for w = ln z."""
    node, weight = gauss_legendre(48)

    def residual(w, target):
        # x = sinh u; past u = 4 tanh(x) = 1 and the integral is ln x
        end = np.minimum(np.arcsinh(np.exp(np.minimum(w, 5))), 4.0)
        u = np.multiply.outer(end, node)
        integral = (np.tanh(np.sinh(u)) / np.tanh(u)) @ weight * end
        return integral + np.maximum(w - np.log(np.sinh(4.0)), 0) - target

    target = 1 / coupling
    # x/(1 + x) <= tanh x <= min(x, 1) brackets the root: e^(1/N0V) > z > 1/N0V, and > e^(1/N0V − 1) beyond 1
    low = np.where(target < 1, np.log(target), target - 1)
    return cutoff * (0.5 * np.exp(-find_root(residual, low - 1e-9, target, target)))


def _gap_finite_cutoff(T, coupling, cutoff):
    Tc, Delta0 = _critical_temperature(coupling, cutoff), _zero_temperature_gap(coupling, cutoff)
    T, Tc, Delta0, cutoff = np.broadcast_arrays(T, Tc, Delta0, cutoff)
    # colder than Δ0/1000 the gap is Δ0 to the last digit: thermal terms are e^(−1000)
    Delta = np.where(T < Tc, Delta0, 0.0)
    warm = (T < Tc) & (T > Delta0 / 1000)
    if warm.any():
        Delta[warm] = _solve_gap(T[warm], Tc[warm], Delta0[warm], cutoff[warm])
    return Delta


def _solve_gap(T, Tc, Delta0, cutoff):
    """With a finite cutoff, no table: the root Δ of ∫₀^{ω_D} dξ [tanh(E/2T)/E − tanh(ξ/2Tc)/ξ] = 0, for flat arrays.

    Tc's own equation is subtracted under the integral, so that the small Δ near Tc does not come from a
    difference of large numbers.
    """
    node, weight = gauss_legendre(80)

    def residual(fraction, T, Tc, Delta0, cutoff):
        Delta2 = fraction * Delta0**2
        end = np.minimum(cutoff, 40 * Tc)  # further out every tanh is 1 and the integral is a logarithm
        outside = np.log1p(_rise(cutoff, Delta2) / (2 * cutoff)) - np.log1p(_rise(end, Delta2) / (2 * end))
        T, Tc, Delta2, last = (x[:, None] for x in (T, Tc, Delta2, np.arcsinh(end / T)))
        u = last * node
        xi = T * np.sinh(u)
        above = _rise(xi, Delta2)
        E = xi + above
        pairing = (xi * _tanh_difference(E / T, xi / T, above / T) - above * np.tanh(xi / (2 * T))) / (E * xi)
        cooling = _tanh_difference(xi / T, xi / Tc, xi * (Tc - T) / (T * Tc)) / xi
        return ((pairing + cooling) * T * np.cosh(u) * last) @ weight + outside

    fraction = find_root(residual, np.zeros_like(T), np.full_like(T, 1.001), T, Tc, Delta0, cutoff)
    return Delta0 * np.sqrt(fraction)


def _rise(xi, Delta2):
    """E − ξ = Δ²/(E + ξ)."""
    return Delta2 / (np.sqrt(xi**2 + Delta2) + xi)


def _tanh_difference(p, q, difference):
    """tanh(p/2) − tanh(q/2) for p >= q >= 0 with p − q given, without cancellation or overflow."""
    return -2 * np.exp(-q) * np.expm1(-difference) / ((1 + np.exp(-p)) * (1 + np.exp(-q)))
