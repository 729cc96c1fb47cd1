"""Currents through a contact with a superconductor: tunnel junctions, Andreev reflection, supercurrent, and a fit.

Units $e = 1$, and $R_n = G_n = 1$ for the contact in its normal state: a voltage is an energy, a current is e I R_n
(an energy), a conductance is G/G_n. $N(E) = |Re z/√(z² − Δ²)|$ with $z = E + iΓ$, and f is the Fermi function.

Conductance at zero voltage, at the edge of the gap and far outside:

>>> from bcs_helpers.tunnelling import nis_conductance
>>> nis_conductance([0.0, 1.0, 5.0], 0.1, 1.0, broadening=0.01).round(4)
array([0.011 , 1.5537, 1.0207])
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Any
from warnings import warn

import numpy as np

from ._arguments import ArrayLike, FloatOrArray, evaluate, fraction, nonnegative, positive, real
from ._numerics.blocks import blockwise
from ._numerics.quadrature import TAIL, double_exponential, gauss_fermi, gauss_legendre, trapezoid
from ._numerics.roots import find_root
from ._numerics.scaling import scaled

__all__ = [
    "TunnelFit",
    "andreev_level",
    "andreev_reflection",
    "btk_conductance",
    "critical_current",
    "critical_phase",
    "fit_conductance",
    "fit_current",
    "nis_conductance",
    "nis_current",
    "normal_reflection",
    "point_contact_current",
    "sis_current",
]

# ---- tunnel junctions --------------------------------------------------------------------------------------


def nis_current(V: ArrayLike, T: ArrayLike, Delta: ArrayLike, *, broadening: ArrayLike) -> FloatOrArray:
    """Current normal metal–insulator–superconductor: e I $R_n = ∫ dE N(E) [f(E − V) − f(E)]$.

    Parameters
    ----------
    V : float or array, voltage (an energy), either sign
    T : float or array, >= 0, same unit
    Delta : float or array, >= 0, same unit
    broadening : float or array, >= 0, same unit: Dynes' Γ, 0 for BCS's own density of states; all broadcast

    Returns
    -------
    float or array, same unit, odd in V. At $T = 0$ it is $Re √((V + iΓ)² − Δ²)$

    Source
    ------
    Tinkham, Introduction to Superconductivity, 2nd ed., sect. 3.8.3; R. C. Dynes et al., PRL 41, 1509 (1978)
    """
    junction = real(V=V) & nonnegative(T=T, Delta=Delta, broadening=broadening)
    return evaluate(_nis_current, junction)


def nis_conductance(V: ArrayLike, T: ArrayLike, Delta: ArrayLike, *, broadening: ArrayLike) -> FloatOrArray:
    """Conductance dI/dV of the same junction: $G/G_n = ∫ dE N(E) [−f′(E − V)]$, the smeared density of states.

    Parameters
    ----------
    V : float or array, voltage (an energy), either sign
    T : float or array, >= 0, same unit
    Delta : float or array, >= 0, same unit
    broadening : float or array, >= 0, same unit: Dynes' Γ, 0 for BCS's own density of states; all broadcast

    Returns
    -------
    float or array, >= 0, even in V; at $T = 0$ the density of states at V itself, and thus inf at $|V| = Δ > 0$
    if Γ is 0 as well. Exact to 1e-15; for $Γ = 0$ relatively so, also deep in the gap where it is exponentially small

    Source
    ------
    Tinkham, 2nd ed., sect. 3.8.3; R. C. Dynes et al., PRL 41, 1509 (1978)
    """
    junction = real(V=V) & nonnegative(T=T, Delta=Delta, broadening=broadening)
    return evaluate(_nis_conductance, junction)


def sis_current(V: ArrayLike, T: ArrayLike, Delta: ArrayLike, Delta2: ArrayLike | None = None) -> FloatOrArray:
    """Quasiparticle current between two superconductors: e I $R_n = ∫ dE N₁(E) N₂(E + V) [f(E) − f(E + V)]$.

    Parameters
    ----------
    V : float or array, voltage (an energy), either sign
    T : float or array, >= 0, same unit
    Delta : float or array, >= 0, same unit
    Delta2 : float or array, >= 0, same unit, the second gap; equal to the first if not given. All broadcast

    Returns
    -------
    float or array, same unit, odd in V. It jumps by $(π/2)√(Δ₁Δ₂) [f(−Δ₁) − f(Δ₂)]$ at $|V| = Δ₁ + Δ₂$, where
    the value is that above the jump. For T > 0 it peaks at $|V| = |Δ₁ − Δ₂|$, where both edges coincide: there it
    diverges like a logarithm, and is inf (equal gaps: I is 0 at $V = 0$, but I/V diverges)

    Source
    ------
    Tinkham, 2nd ed., sect. 3.8.4; I. Giaever, PRL 5, 464 (1960) for two different gaps
    """
    junction = real(V=V) & nonnegative(T=T, Delta=Delta)
    second = nonnegative(Delta2=Delta if Delta2 is None else Delta2)
    return evaluate(_sis_current, junction & second)


# ---- Andreev reflection ------------------------------------------------------------------------------------


def andreev_reflection(E: ArrayLike, Delta: ArrayLike, Z: ArrayLike) -> FloatOrArray:
    """Probability A that an electron is reflected as a hole: Δ²/(E² + c²(Δ² − E²)) in the gap and
    $Δ²/(E + c√(E² − Δ²))²$ above it, with $c = 1 + 2Z²$.

    Parameters
    ----------
    E : float or array, energy of the electron from the Fermi level, either sign
    Delta : float or array, >= 0, same unit
    Z : float or array, >= 0, strength of the barrier, dimensionless: 0 is a clean contact; all broadcast

    Returns
    -------
    float or array in [0, 1]; 1 at $|E| = Δ$ whatever the barrier, 0 in a normal metal

    Source
    ------
    G. E. Blonder, M. Tinkham, T. M. Klapwijk, Phys. Rev. B 25, 4515 (1982), table II
    """
    return evaluate(_andreev_reflection, real(E=E) & nonnegative(Delta=Delta, Z=Z))


def normal_reflection(E: ArrayLike, Delta: ArrayLike, Z: ArrayLike) -> FloatOrArray:
    """Probability B that an electron is reflected as an electron: 1 − A in the gap and
    $(c² − 1)(E² − Δ²)/(E + c√(E² − Δ²))²$ above it, with $c = 1 + 2Z²$.

    Parameters
    ----------
    E : float or array, energy of the electron from the Fermi level, either sign
    Delta : float or array, >= 0, same unit
    Z : float or array, >= 0, strength of the barrier, dimensionless; all broadcast

    Returns
    -------
    float or array in [0, 1]; 0 at $|E| = Δ > 0$ whatever the barrier, Z²/(1 + Z²) in a normal metal

    Source
    ------
    Blonder, Tinkham, Klapwijk (1982), table II
    """
    return evaluate(_normal_reflection, real(E=E) & nonnegative(Delta=Delta, Z=Z))


def btk_conductance(V: ArrayLike, T: ArrayLike, Delta: ArrayLike, Z: ArrayLike) -> FloatOrArray:
    """Conductance of a contact with barrier Z: $G/G_n = (1 + Z²) ∫ dE [1 + A(E) − B(E)] [−f′(E − V)]$.

    Parameters
    ----------
    V : float or array, voltage (an energy), either sign
    T : float or array, >= 0, same unit
    Delta : float or array, >= 0, same unit
    Z : float or array, >= 0, strength of the barrier, dimensionless; all broadcast

    Returns
    -------
    float or array, >= 0, even in V; 2 in the gap of a clean contact at $T = 0$, and 2(1 + Z²) at $|V| = Δ$

    Source
    ------
    Blonder, Tinkham, Klapwijk (1982), table II
    """
    return evaluate(_btk_conductance, real(V=V) & nonnegative(T=T, Delta=Delta, Z=Z), size=256)


# ---- supercurrent ------------------------------------------------------------------------------------------


def andreev_level(phi: ArrayLike, Delta: ArrayLike, transparency: ArrayLike) -> FloatOrArray:
    """Energy of the level bound in a short one-channel contact: $E_A = Δ √(1 − τ sin²(φ/2))$; the other is −E_A.

    Parameters
    ----------
    phi : float or array, phase difference in radians
    Delta : float or array, >= 0, an energy
    transparency : float or array, 0 <= τ <= 1, of the channel; all broadcast

    Returns
    -------
    float or array between 0 and Delta, unit of Delta

    Source
    ------
    C. W. J. Beenakker, PRL 67, 3836 (1991)
    """
    return evaluate(_andreev_level, real(phi=phi) & nonnegative(Delta=Delta) & fraction(transparency=transparency))


def point_contact_current(phi: ArrayLike, T: ArrayLike, Delta: ArrayLike, transparency: ArrayLike) -> FloatOrArray:
    """Supercurrent of a short one-channel contact: e I $R_n = (πΔ²/2) (sin φ/E_A) tanh(E_A/2T)$.

    The tunnel junction is $τ → 0$, I = I_c sin φ; the clean contact $τ = 1$ is Kulik and Omelyanchuk's,
    e I $R_n = πΔ sin(φ/2) tanh(Δ cos(φ/2)/2T)$.

    Parameters
    ----------
    phi : float or array, phase difference in radians
    T : float or array, >= 0, an energy
    Delta : float or array, >= 0, same unit
    transparency : float or array, 0 <= τ <= 1, of the channel; all broadcast

    Returns
    -------
    float or array, unit of Delta, odd in phi

    Source
    ------
    W. Haberkorn, H. Knauer, J. Richter, Phys. Status Solidi A 47, K161 (1978); Beenakker (1991);
    I. O. Kulik, A. N. Omelyanchuk, Sov. J. Low Temp. Phys. 3, 459 (1977) for $τ = 1$
    """
    contact = real(phi=phi) & nonnegative(T=T, Delta=Delta) & fraction(transparency=transparency)
    return evaluate(_point_contact_current, contact)


def critical_phase(T: ArrayLike, Delta: ArrayLike, transparency: ArrayLike) -> FloatOrArray:
    """Phase in [π/2, π] at which the supercurrent of the contact is largest.

    Parameters
    ----------
    T : float or array, >= 0, an energy
    Delta : float or array, >= 0, same unit
    transparency : float or array, 0 <= τ <= 1, of the channel; all broadcast

    Returns
    -------
    float or array, radians: π/2 for a tunnel junction, π for a clean contact at $T = 0$; at $T = 0$ in general
    $cos φ = −(1 − √(1−τ))/(1 + √(1−τ))$. Where $Δ = 0$ there is no current and π/2 is returned

    Source
    ------
    $dI/dφ = 0$ of `point_contact_current`
    """
    return evaluate(_critical_phase, nonnegative(T=T, Delta=Delta) & fraction(transparency=transparency), size=4096)


def critical_current(T: ArrayLike, Delta: ArrayLike, transparency: ArrayLike = 0.0) -> FloatOrArray:
    """Largest supercurrent of the contact; for a tunnel junction $(τ → 0) e I_c R_n = (πΔ/2) tanh(Δ/2T)$.

    Parameters
    ----------
    T : float or array, >= 0, an energy
    Delta : float or array, >= 0, same unit
    transparency : float or array, 0 <= τ <= 1, of the channel; all broadcast

    Returns
    -------
    float or array, unit of Delta; $πΔ (1 − √(1−τ))/τ$ at $T = 0$

    Source
    ------
    V. Ambegaokar, A. Baratoff, PRL 10, 486 (1963) with erratum 11, 104; Kulik, Omelyanchuk (1977) for $τ = 1$
    """
    return evaluate(_critical_current, nonnegative(T=T, Delta=Delta) & fraction(transparency=transparency), size=4096)


# ---- fit to a measured curve -------------------------------------------------------------------------------


@dataclass(frozen=True)
class TunnelFit:
    """Gap, Dynes broadening and temperature that fit a curve, each with its standard uncertainty.

    The uncertainty of a temperature that was given, not fitted, is 0. `chi2` is $Σ (residual/sigma)²$, with
    sigma = 1 if none was given; compare it with `freedom`, the number of points less that of fitted parameters.
    """

    Delta: float
    broadening: float
    T: float
    Delta_error: float
    broadening_error: float
    T_error: float
    chi2: float
    freedom: int


def fit_conductance(
    V: ArrayLike,
    conductance: ArrayLike,
    *,
    sigma: ArrayLike | None = None,
    T: ArrayLike | None = None,
    start: ArrayLike | None = None,
) -> TunnelFit:
    """Least-squares fit of `nis_conductance` to a measured curve G/G_n of V: Δ, Γ and T with uncertainties.

    Parameters
    ----------
    V : array of voltages (energies), either sign, in any order
    conductance : array of the same length, in units of the conductance of the normal state
    sigma : float or array, > 0, standard uncertainty of a measured value. Without it all points count alike and
        the scatter about the fit gives their uncertainty
    T : float, >= 0, hold the temperature at this value; fitted if not given
    start : (Delta, broadening, T) to start from; guessed from the curve if not given

    Returns
    -------
    TunnelFit, energies in the unit of V. Uncertainties are those of the linearised model, inf where the curve
    does not determine the parameters

    Raises
    ------
    ValueError : there are not more points than parameters

    Source
    ------
    Dynes et al. (1978) for the model; covariance (JᵀJ)⁻¹, e.g. Press et al., Numerical Recipes, sect. 15.6
    """
    curve = _curve(V=V, conductance=conductance)

    def guess(V, conductance):  # the conductance peaks close to the gap edge
        return np.abs(V[np.argmax(conductance)])

    return _fit(nis_conductance, guess, *curve, sigma, T, start)


def fit_current(
    V: ArrayLike,
    current: ArrayLike,
    *,
    sigma: ArrayLike | None = None,
    T: ArrayLike | None = None,
    start: ArrayLike | None = None,
) -> TunnelFit:
    """Least-squares fit of `nis_current` to a measured curve e I R_n of V; as `fit_conductance` otherwise.

    Parameters
    ----------
    V : array of voltages (energies), either sign, in any order
    current : array of the same length, current times the resistance of the normal state, unit of V
    sigma, T, start : as in `fit_conductance`

    Returns
    -------
    TunnelFit, energies in the unit of V

    Raises
    ------
    ValueError : there are not more points than parameters

    Source
    ------
    as `fit_conductance`
    """
    curve = _curve(V=V, current=current)

    def guess(V, current):  # at T = 0, I² = V² − Δ² above the gap
        return np.sqrt(np.maximum(V**2 - current**2, 0).max())

    return _fit(nis_current, guess, *curve, sigma, T, start)


# ---- numerics ----------------------------------------------------------------------------------------------


def _tanh(x, y):
    """tanh(x/y) for x, y >= 0, where x/0 is infinite and 0/0 is 0."""
    hot = x < 40 * y
    return np.where(hot, np.tanh(x / np.where(hot, y, 1.0)), np.where(x > 0, 1.0, 0.0))


# NIS. To smear a function F that is analytic in the upper half plane, move the contour past N poles of f:
#     ∫ dE F(E) [−f′(E − V)] = Σ_j w_j F(V + 2πiTN + T x_j) − 2πiT Σ_{n<N} F′(V + iω_n).
# There F is smooth on the scale of T, and Gauss quadrature is at once exact: N = 6 and 12 nodes leave 1e-15.
POLES = 6
X, WEIGHT = gauss_fermi(12)
OMEGA = 2 * np.pi * (np.arange(POLES) + 0.5)


def _contour(V, T, Delta, broadening):
    """The points z of the shifted line and the poles, and R = √(z² − Δ²) at both, on the branch Im R >= 0."""
    V, T, Delta, broadening = (x[:, None] for x in (V, T, Delta, broadening))

    def with_root(x, y):
        root = np.sqrt(y**2 - (x - Delta) * (x + Delta) + 2j * x * y)
        return x + 1j * y, root.imag + 1j * root.real

    return *with_root(V + T * X, 2 * np.pi * T * POLES + broadening), *with_root(V, T * OMEGA + broadening)


def _nis_current(V, T, Delta, broadening):
    unit, v, *rest = scaled(np.abs(V), T, Delta, broadening)
    return np.sign(V) * unit * blockwise(_forward_current, v, *rest, size=1024)


def _nis_conductance(V, T, Delta, broadening):
    _, v, *rest = scaled(np.abs(V), T, Delta, broadening)
    return blockwise(_smeared_density, v, *rest, size=1024)


def _smeared_density(V, T, Delta, broadening):
    """F = z/R, the density of states, with F′ = −Δ²/R³."""
    edge = (T == 0) & (broadening == 0) & (V == Delta)
    z, R, _, R_n = _contour(V, T, Delta, np.where(edge, 1.0, broadening))
    conductance = (z / R).real @ WEIGHT - 2 * np.pi * T * Delta**2 * (1 / R_n**3).imag.sum(axis=1)
    conductance[edge] = np.where(Delta[edge] > 0, np.inf, 1.0)
    gapped = _gapped(V, T, Delta, broadening)
    if gapped.any():
        E, du, q, p = _excitations(V[gapped], T[gapped], Delta[gapped])
        conductance[gapped] = (E * (q / (1 + q) ** 2 + p / (1 + p) ** 2) * du).sum(axis=1) / T[gapped]
    return np.maximum(conductance, 0)  # not −1e-17


def _forward_current(V, T, Delta, broadening):
    """F = R, the current at T = 0, with F′ = z/R. Of R = z − Δ²/(z + R) the part z smears to V itself."""
    current = np.empty_like(V)
    cold, gapped = T == 0, _gapped(V, T, Delta, broadening)
    # where I is small like V its rounding must be, too: I = V G(V/√3) up to the fifth order
    linear = ~cold & ~gapped & (V < 1e-4 * np.hypot(Delta, np.pi * T + broadening))
    if cold.any():
        _, R, *_ = _contour(V[cold], T[cold], Delta[cold], broadening[cold])
        current[cold] = R[:, 0].real
    if gapped.any():
        E, du, q, p = _excitations(V[gapped], T[gapped], Delta[gapped])
        balance = -np.expm1(-2 * V[gapped] / T[gapped])
        current[gapped] = (E * q / ((1 + q) * (1 + p)) * du).sum(axis=1) * balance
    if linear.any():
        v, *rest = (x[linear] for x in (V, T, Delta, broadening))
        current[linear] = v * _smeared_density(v / np.sqrt(3), *rest)
    other = ~(cold | gapped | linear)
    if other.any():
        V, T, Delta, broadening = (x[other] for x in (V, T, Delta, broadening))
        z, R, z_n, R_n = _contour(V, T, Delta, broadening)
        deficit = Delta**2 * ((1 / (z + R)).real @ WEIGHT) - 2 * np.pi * T * (z_n / R_n).imag.sum(axis=1)
        current[other] = V - deficit
    return np.maximum(current, 0)


def _gapped(V, T, Delta, broadening):
    """Where the tunnelling is exponentially small, and the contour's sum of numbers near 1 would drown it."""
    return (broadening == 0) & (T > 0) & (Delta - V > 2 * T)


def _excitations(V, T, Delta):
    """Nodes E = Δ cosh u and weights, N(E) dE = E du, for the states above the gap, with e^(−(E∓V)/T)."""
    V, T, Delta = (x[:, None] for x in (V, T, Delta))
    top, steps = 2 * np.arcsinh(np.sqrt(TAIL * T / (2 * Delta))), 32
    u, weight = trapezoid(top, steps)
    above = 2 * Delta * np.sinh(u / 2) ** 2  # E − Δ
    q = np.exp(-(Delta - V + above) / T)
    return Delta + above, weight, q, q * np.exp(-2 * V / T)


# SIS. Half the current comes from states that begin at the edge of the first gap, half from the second.


def _sis_current(V, T, Delta, Delta2):
    unit, v, *rest = scaled(np.abs(V), T, Delta, Delta2)
    return np.sign(V) * unit * blockwise(_pair_current, v, *rest, size=512)


def _pair_current(V, T, a, b):
    current = np.zeros_like(V)
    normal = (a == 0) | (b == 0)
    if normal.any():
        v, t, gap = V[normal], T[normal], np.maximum(a, b)[normal]
        current[normal] = _forward_current(v, t, gap, np.zeros_like(v))
    for edges in (a, b), (b, a):
        thermal = ~normal & (T > 0) & (V > 0)
        if thermal.any():
            current[thermal] += _thermal_part(V[thermal], T[thermal], *(x[thermal] for x in edges))
        pairs = ~normal & (V >= a + b)
        if pairs.any():
            current[pairs] += _pair_part(V[pairs], T[pairs], *(x[pairs] for x in edges))
        if np.array_equal(a, b):
            return np.where(normal, current, 2 * current)
    return current


def _thermal_part(V, T, a, b):
    """∫ dE N_a(E) N_b(E + V) [f(E) − f(E + V)] over E > a, E + V > b.

    With start = max(a, b − V), near and far the distances from there to the next two branch points below, the
    substitution E = start + near sinh²v removes both singularities at the edge.
    """
    start = np.maximum(a, b - V)
    apart = np.abs(np.where(2 * a > b, V - (b - a), a - (b - V)))  # near 0 the inner difference is exact
    coincident = apart == 0
    apart = np.where(coincident, 1.0, apart)
    near, far = np.minimum(apart, start + a), np.maximum(apart, start + a)
    top = np.arcsinh(np.sqrt(TAIL * T) / np.sqrt(near))
    steps = max(16, int(np.ceil(top.max() / 0.12)))
    V, T, a, b, start, near, far, top = (x[:, None] for x in (V, T, a, b, start, near, far, top))
    v, weight = trapezoid(top, steps)
    above = near * np.sinh(v) ** 2
    E, kappa = start + above, np.exp(-V / T)
    q = np.exp(-E / T)
    states = 2 * E * (E + V) / np.sqrt((above + far) * (E + V + b))
    integral = (states * q / ((1 + q) * (1 + kappa * q)) * weight).sum(axis=1)
    return np.where(coincident, np.inf, -np.expm1(-V / T)[:, 0] * integral)


def _pair_part(V, T, a, b):
    """∫ dE N_a(E) N_b(V − E) [1 − f(E) − f(V − E)] from E = a to the middle of its range, E = a cosh u."""
    width = np.maximum(V - a - b, 1e-30 * V)  # at the threshold the limit: the jump
    top = 2 * np.arcsinh(np.sqrt(width / a) / 2)
    nodes, weight = gauss_legendre(20 + 5 * int(top.max()))
    V, T, a, b, width = (x[:, None] for x in (V, np.where(T > 0, T, 1e-300), a, b, width))
    above = 2 * a * np.sinh(top[:, None] / 2 * nodes) ** 2
    E, rest = a + above, width - above  # rest = V − E − b
    states = E * (rest + b) / np.sqrt(rest * (rest + 2 * b))
    thermal = (1 + np.exp(-E / T)) * (1 + np.exp(-(rest + b) / T))
    return -np.expm1(-V / T)[:, 0] * top * ((states / thermal) @ weight)


# BTK.


def _andreev_reflection(E, Delta, Z):
    Delta, D, _, _, denominator = _btk(E, Delta, Z)
    return np.minimum((D * Delta) ** 2 / denominator, 1.0)


def _normal_reflection(E, Delta, Z):
    Delta, _, R, root, denominator = _btk(E, Delta, Z)
    return np.where(Delta > 0, 4 * R * root**2 / denominator, R)


def _btk(E, Delta, Z):
    """Δ, transparency D = 1/(1 + Z²) and reflection 1 − D of the barrier, √|E² − Δ²|, and D² times the
    denominator of table II, where c D = 2 − D."""
    _, E, Delta = scaled(np.abs(E), Delta)
    D, R, root = _barrier(Z), (Z / np.hypot(1, Z)) ** 2, np.sqrt(np.abs(E - Delta) * (E + Delta))
    x, y = D * E, (2 - D) * root
    denominator = np.where(E < Delta, x**2 + y**2, (x + y) ** 2)
    return Delta, D, R, root, np.where(denominator > 0, denominator, 1.0)


def _barrier(Z):
    """D = 1/(1 + Z²), not so small that D² would vanish."""
    return np.maximum(1 / np.hypot(1, Z), 1e-75) ** 2


def _btk_conductance(V, T, Delta, Z):
    _, V, T, Delta = scaled(np.abs(V), T, Delta)
    V, T, Delta, D = np.broadcast_arrays(V, T, Delta, _barrier(Z))
    conductance = np.where(Delta > 0, 0.0, 1.0)
    cold = (T == 0) & (Delta > 0)
    for mask, inside in ((cold & (V < Delta), True), (cold & (V >= Delta), False)):
        conductance[mask] = _spectral(np.abs(V - Delta)[mask] / Delta[mask], D[mask], inside)
    for sign in (1, -1):  # states of energy E and −E; the latter matter where V is not far above T
        warm = (T > 0) & (Delta > 0) & ((sign > 0) | (V < REACH * T))
        if warm.any():
            v, t, gap, d = sign * V[warm], T[warm], Delta[warm], D[warm]
            for inside in True, False:
                conductance[warm] += _from_edge(v, t, gap, d, inside)
    return conductance


def _spectral(x, D, inside):
    """(1 + Z²)(1 + A − B) at the distance xΔ from the gap edge, inside the gap or above it."""
    if inside:
        return 2 * D / ((D * (1 - x)) ** 2 + (2 - D) ** 2 * x * (2 - x))
    return 2 * (1 + x) / (D * (1 + x) + (2 - D) * np.sqrt(x * (2 + x)))


def _from_edge(V, T, Delta, D, inside):
    """∫ dE G(E) [−f′(E − V)] from the gap edge to the middle of the gap, or from the edge to ∞.

    The distance from the edge is x = centre + πT sinh t: this spreads out the thermal peak, and the double
    exponential rule in t takes care of the edge, where G has a square root and, for a high barrier, almost a pole.
    """
    centre = Delta - V if inside else V - Delta
    low = np.maximum(-REACH * T, -centre)
    high = REACH * T + np.maximum(-centre, 0)
    if inside:  # E = 0 is at x = Δ
        low, high = np.minimum(low, V), np.minimum(high, V)
    begin = (low + centre)[:, None]
    t0, t1 = (np.arcsinh(np.clip(x / (np.pi * T), -300, 300)) for x in (low, high))
    length, e = t1 - t0, np.exp(t0)[:, None]
    T, Delta, D = (x[:, None] for x in (T, Delta, D))
    m = np.expm1(length[:, None] * FRACTION)
    x = begin + np.pi / 2 * T * m * (e + 1 / (e + e * m))  # πT (sinh t − sinh t0) without cancellation
    up = e + e * m  # e^t
    q = np.exp(-np.pi / 2 * np.abs(up - 1 / up))
    peak = np.pi / 2 * (up + 1 / up) * q / (1 + q) ** 2
    return (_spectral(x / Delta, D, inside) * peak) @ FRACTION_WEIGHT * length


REACH = 45.0  # in units of T
FRACTION, FRACTION_WEIGHT = double_exponential(0.035)


# Josephson.


def _andreev_level(phi, Delta, tau):
    return Delta * np.hypot(np.sqrt(1 - tau), np.sqrt(tau) * np.cos(phi / 2))


def _point_contact_current(phi, T, Delta, tau):
    level = _andreev_level(phi, 1.0, tau)
    level = np.where(level > 0, level, 1.0)  # at level = 0, sin φ is 0 too
    return np.pi / 2 * Delta * np.sin(phi) / level * _tanh(Delta * level, 2 * T)


def _critical_phase(T, Delta, tau):
    _, T, Delta = scaled(T, Delta)

    def slope(c, T, Delta, tau):  # of ln I against c = cos φ/2
        level2 = 1 - tau + tau * c**2
        x = Delta * np.sqrt(level2) / np.where(T > 0, T, 1.0)
        decay = np.where(T > 0, _over_sinh(x), 0.0)
        return 1 - 2 * c**2 - (1 - c**2) * tau * c**2 / level2 * (1 - decay)

    root = np.sqrt(1 - tau)
    cold = np.sqrt(root / (1 + root))  # T = 0
    c = find_root(slope, 1e-150, 1.0, T, Delta, tau)
    return np.where(Delta == 0, np.pi / 2, 2 * np.arccos(np.where(T > 0, c, cold)))


def _over_sinh(x):
    """x/sinh x for x >= 0."""
    return np.where(x > 0, 2 * x * np.exp(-x) / -np.expm1(-2 * np.where(x > 0, x, 1.0)), 1.0)


def _critical_current(T, Delta, tau):
    return _point_contact_current(_critical_phase(T, Delta, tau), T, Delta, tau)


# Fit.


def _curve(**curve):
    """Two arrays of the same length, checked."""
    V, measured = (x for name in curve for x in real(**{name: curve[name]}))
    if V.ndim != 1 or V.shape != measured.shape:
        names = " and ".join(curve)
        raise ValueError(f"{names} must be two arrays of the same length, got shapes {V.shape} and {measured.shape}")
    return V, measured


def _fit(model, guess, V, measured, sigma, T, start):
    held = [] if T is None else [float(t) for t in nonnegative(T=T)]
    count = 3 - len(held)
    freedom = V.size - count
    if freedom < 1 or not V.any():
        raise ValueError(f"a curve must have more points than the {count} parameters, and not all at V = 0")
    (sigma_V,) = positive(sigma=1.0 if sigma is None else sigma)
    if sigma_V.shape not in ((), V.shape):
        raise ValueError(f"sigma must be a number or as long as V, got shapes {sigma_V.shape} and {V.shape}")
    weight = np.broadcast_to(1 / sigma_V, V.shape)
    unit, scale = np.abs(V).max(), np.linalg.norm(weight * measured) or 1.0

    def residual(p):
        Delta, broadening, temperature = [*(p * unit), *held]
        return weight * (model(V, temperature, Delta, broadening=broadening) - measured) / scale

    if start is None:
        shapes = product((0.5, 0.75, 1), (0.01, 0.03, 0.1, 0.3, 1), (0.01, 0.03, 0.1, 0.3, 1))
        starts = (guess(V, measured) or unit / 2) * np.array([*shapes])
    else:
        (p,) = nonnegative(start=start)
        if p.shape != (3,):
            raise ValueError(f"start must be (Delta, broadening, T), got shape {p.shape}")
        starts = p[None]
    best = _least_squares(residual, starts[:, :count] / unit)
    if start is None and (unresolved := _unresolved(V, *(best.x * unit), *held)):
        # the peak may stand anywhere between two voltages: there are several minima
        low, high = unresolved
        widths = (high - low) * np.array([0.003, 0.01, 0.03, 0.1, 0.3, 1])
        shapes = np.array([*product(np.linspace(2 * low - high, high, 25), widths, widths)])
        best = _least_squares(residual, np.maximum(shapes[:, :count], 0) / unit, tries=8, known=best)
    if not best.success:
        raise ArithmeticError(f"the fit did not converge ({best.message}): give start=(Delta, broadening, T)")
    if unresolved := _unresolved(V, *(best.x * unit), *held, steps=0.5):
        low, high = unresolved
        warn(
            f"the peak at the gap edge is narrower than half the step between the voltages {low:.6g} and {high:.6g}: "
            "the fit may be stuck beside the truth. Measure at closer voltages there, or hold T, or give a start",
            stacklevel=3,
        )
    chi2 = 2 * best.cost * scale**2
    _, s, axes = np.linalg.svd(best.jac, full_matrices=False)
    if s[-1] > 1e-12 * s[0]:
        errors = unit / scale * np.sqrt(((axes / s[:, None]) ** 2).sum(axis=0))
        errors *= 1 if sigma is not None else np.sqrt(chi2 / freedom)
    else:
        errors = np.full(count, np.inf)
    Delta, broadening, T = map(float, [*(best.x * unit), *held])
    Delta_error, broadening_error, T_error = map(float, [*errors, *(0.0 for _ in held)])
    return TunnelFit(Delta, broadening, T, Delta_error, broadening_error, T_error, float(chi2), freedom)


def _least_squares(residual, starts, tries=1, known=None) -> Any:
    """The best fit from the `tries` best starts, and the one that is known."""
    from scipy.optimize import least_squares

    floor = 1e-9  # of the largest voltage: Γ = T = 0 would make the conductance infinite at the gap edge
    starts = sorted(np.maximum(starts, 2 * floor), key=lambda p: np.sum(residual(p) ** 2))
    rule = partial(least_squares, residual, bounds=(floor, np.inf), jac="3-point", x_scale="jac")
    fits: list[Any] = [rule(p, ftol=1e-12, xtol=1e-10, gtol=1e-15) for p in starts[:tries]]
    return min([*fits, *([] if known is None else [known])], key=lambda fit: fit.cost)


def _unresolved(V, Delta, broadening, T, steps=1.0):
    """The two neighbouring |V| beside the gap edge, if the peak there is narrower than so many of their distance."""
    unit = np.abs(V).max()
    voltages = unit * np.unique(np.round(np.abs(V) / unit, 9))  # V and −V are one
    above = np.clip(np.searchsorted(voltages, Delta), 1, max(voltages.size - 1, 1))
    low, high = voltages[above - 1], voltages[min(above, voltages.size - 1)]
    return (low, high) if broadening + 2 * T < steps * (high - low) else None
