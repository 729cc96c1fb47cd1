"""What a superconductor answers: coherence factors, sound, nuclear spins, magnetic field and light.

Each result is a ratio to the normal metal. A probe that scatters quasiparticles from E to E′ carries the
coherence factor ½(1 ∓ Δ²/EE′): minus for case I (sound), plus for case II (nuclear spins, microwaves).

Just below Tc nuclear spins relax faster than in the normal metal, sound is damped less:

>>> from bcs_helpers.gap import gap
>>> from bcs_helpers.response import relaxation_rate, ultrasonic_attenuation
>>> Delta = gap(0.9, 1.0)
>>> round(relaxation_rate(0.9, Delta, broadening=0.02), 3), round(ultrasonic_attenuation(0.9, Delta), 3)
(2.093, 0.526)
"""

from __future__ import annotations

from functools import cache, partial

import numpy as np
from scipy.special import ellipe, elliprd

from ._arguments import ArrayLike, ComplexOrArray, FloatOrArray, evaluate, nonnegative, plain, positive, real, require
from ._numerics.blocks import blockwise
from ._numerics.quadrature import gauss_chebyshev, trapezoid
from ._numerics.scaling import ratio
from ._numerics.thermal import ActivatedTable, CondensedTable, gap_over_temperature, normal, superfluid

__all__ = [
    "absorption",
    "coherence_factor",
    "conductivity",
    "penetration_depth",
    "relaxation_rate",
    "superfluid_density",
    "ultrasonic_attenuation",
    "yosida",
]


def coherence_factor(E: ArrayLike, E_final: ArrayLike, Delta: ArrayLike, case: int) -> FloatOrArray:
    """Coherence factor ½(1 ∓ Δ²/EE′) of a transition $E → E′$: minus in case I, plus in case II.

    The mean of (uu′ ∓ vv′)² over ±ξ′ for scattering. A pair created or destroyed has E < 0 (a hole becomes a
    particle), and the mean of (vu′ ± uv′)² follows: the two cases change places.

    Parameters
    ----------
    E, E_final : float or array, |E| >= Delta and not 0, energies from the Fermi level, either sign
    Delta : float or array, >= 0, same unit; all broadcast
    case : 1 (even under time reversal: sound) or 2 (odd: spins, currents)

    Returns
    -------
    float or array in [0, 1]; ½ in the normal metal

    Raises
    ------
    ValueError : an energy lies inside the gap

    Source
    ------
    Tinkham, Introduction to Superconductivity, 2nd ed., sect. 3.9
    """
    E, E_final, Delta = real(E=E, E_final=E_final) & nonnegative(Delta=Delta)
    e, e_final = _outside_gap(Delta, E=E, E_final=E_final)
    # 1 − Δ²/EE′ from the distances to the gap edge, so that it does not cancel there
    destructive = 0.5 * ((e - Delta) / e + Delta / e * ((e_final - Delta) / e_final))
    opposite = (E < 0) != (E_final < 0)
    return plain(np.where(opposite == (_case(case) == 2), destructive, 1 - destructive))


def yosida(T: ArrayLike, Delta: ArrayLike) -> FloatOrArray:
    """Yosida function $Y = 2∫₀^∞ dξ (−∂f/∂E)$, $E = √(ξ² + Δ²)$: what is left of the spin susceptibility.

    Also the normal fraction of a clean superconductor, and the zero-bias conductance of an NIS junction.

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, $k_B = 1$)
    Delta : float or array, >= 0, gap at that temperature, same unit; they broadcast

    Returns
    -------
    float or array in [0, 1]: 1 for Delta = 0, $√(2πΔ/T) e^(−Δ/T)$ when cold (relatively exact there)

    Source
    ------
    K. Yosida, Phys. Rev. 110, 769 (1958)
    """
    return evaluate(_yosida, nonnegative(T=T, Delta=Delta))


def superfluid_density(T: ArrayLike, Delta: ArrayLike) -> FloatOrArray:
    """Superfluid fraction $n_s/n = 1 − Y(Δ/T) = 2πT Σ_{n>=0} Δ²/(ω_n² + Δ²)^{3/2}$ of a clean superconductor.

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, $k_B = 1$)
    Delta : float or array, >= 0, gap at that temperature, same unit; they broadcast

    Returns
    -------
    float or array in [0, 1]: 1 at $T = 0$, 0 for Delta = 0; relatively exact near Tc too

    Source
    ------
    Bardeen, Cooper, Schrieffer, Phys. Rev. 108, 1175 (1957), sect. V; Tinkham, 2nd ed., sect. 3.10
    """
    return evaluate(_superfluid_table(), nonnegative(T=T, Delta=Delta))


def penetration_depth(T: ArrayLike, Delta: ArrayLike, lambda0: ArrayLike) -> FloatOrArray:
    """London penetration depth $λ(T) = λ(0)/√(n_s/n)$ of a clean, local superconductor.

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, $k_B = 1$)
    Delta : float or array, >= 0, gap at that temperature, same unit
    lambda0 : float or array, > 0, λ(0) in any unit of length; all broadcast

    Returns
    -------
    float or array, unit of lambda0; inf for Delta = 0, where nothing screens

    Source
    ------
    Tinkham, 2nd ed., sect. 3.10
    """
    return evaluate(_penetration_depth, nonnegative(T=T, Delta=Delta) & positive(lambda0=lambda0))


def ultrasonic_attenuation(T: ArrayLike, Delta: ArrayLike) -> FloatOrArray:
    """Attenuation of longitudinal sound $α_s/α_n = 2f(Δ) = 2/(e^{Δ/T} + 1)$, for ω ≪ Δ.

    In case I the coherence factor cancels both densities of states and leaves the bare Fermi function:
    the limit $ω → 0$ of `absorption(omega, T, Delta, 1)`.

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, $k_B = 1$)
    Delta : float or array, >= 0, gap at that temperature, same unit; they broadcast

    Returns
    -------
    float or array in [0, 1]: 1 for Delta = 0

    Source
    ------
    Bardeen, Cooper, Schrieffer (1957), sect. IV; Tinkham, 2nd ed., sect. 3.9.1
    """
    return evaluate(_ultrasonic_attenuation, nonnegative(T=T, Delta=Delta))


def relaxation_rate(T: ArrayLike, Delta: ArrayLike, *, broadening: ArrayLike) -> FloatOrArray:
    """Nuclear spin relaxation $R_s/R_n = 2∫₀^∞ dE (−∂f/∂E) [N² + M²]$ (Hebel–Slichter).

    $N = Re z/√(z² − Δ²)$ and $M = Re Δ/√(z² − Δ²)$ with $z = E + iΓ$. As $Γ → 0$ the rate grows like ln(Δ/Γ): how
    high the peak below Tc stands is a statement about the broadening, so Γ has no default.

    Parameters
    ----------
    T : float or array, >= 0, temperature (an energy, $k_B = 1$)
    Delta : float or array, >= 0, gap at that temperature, same unit
    broadening : float or array, > 0 and >= 1e-100 Delta, same unit: Γ. All broadcast

    Returns
    -------
    float or array, > 0: 1 for Delta = 0, Γ²/(Γ² + Δ²) at $T = 0$

    Source
    ------
    L. C. Hebel and C. P. Slichter, Phys. Rev. 113, 1504 (1959); Γ as in R. C. Dynes et al. (1978)
    """
    state = nonnegative(T=T, Delta=Delta) & positive(broadening=broadening)
    T, Delta, broadening = state
    require(broadening >= 1e-100 * Delta, "broadening must be >= 1e-100 Delta", broadening=broadening, Delta=Delta)
    return evaluate(_relaxation_rate, state)


def absorption(omega: ArrayLike, T: ArrayLike, Delta: ArrayLike, case: int) -> FloatOrArray:
    """Absorbed power α_s/α_n at frequency ω for a perturbation of case I or II; case II is Re σ_s/σ_n.

    $(1/ω) ∫ dE |EE′ ∓ Δ²|/(√(E² − Δ²) √(E′² − Δ²)) [f(E) − f(E′)]$,  $E′ = E + ω$,  over all |E|, |E′| > Δ

    Thermal quasiparticles scatter; for ω > 2Δ pairs are broken as well.

    Parameters
    ----------
    omega : float or array, > 0, frequency (an energy, $ħ = 1$)
    T : float or array, >= 0, temperature (an energy, $k_B = 1$), same unit
    Delta : float or array, >= 0, gap at that temperature, same unit; all broadcast
    case : 1 (minus: sound) or 2 (plus: currents, spins)

    Returns
    -------
    float or array, >= 0: 1 for Delta = 0. At $ω = 2Δ$ case I jumps; case II grows like ln(T/ω) as $ω → 0$

    Source
    ------
    D. C. Mattis and J. Bardeen, Phys. Rev. 111, 412 (1958), eq. 3.9; Tinkham, 2nd ed., sect. 3.9
    """
    light = positive(omega=omega) & nonnegative(T=T, Delta=Delta)
    return evaluate(partial(_absorption, case=_case(case)), light)


def conductivity(omega: ArrayLike, T: ArrayLike, Delta: ArrayLike) -> ComplexOrArray:
    """Complex conductivity (σ₁ + iσ₂)/σ_n of Mattis and Bardeen: dirty, or extreme anomalous, limit.

    σ₁ is `absorption` in case II, and with $E′ = E + ω$
    $σ₂/σ_n = (1/ω) ∫_{max(Δ−ω, −Δ)}^{Δ} dE (EE′ + Δ²) tanh(E′/2T)/(√(Δ² − E²) √(E′² − Δ²))$.

    At $T = 0$ both are elliptic integrals (parameter m), with $k = 2Δ/ω$:
    $σ₁ = 0$, $σ₂ = k E(1/k²)$ below the gap; $σ₁ = E(1−k²) − k²K(1−k²)$, $σ₂ = E(k²) − (1−k²)K(k²)$ above.

    Parameters
    ----------
    omega : float or array, > 0, frequency (an energy, $ħ = 1$)
    T : float or array, >= 0, temperature (an energy, $k_B = 1$), same unit
    Delta : float or array, >= 0, gap at that temperature, same unit; all broadcast

    Returns
    -------
    complex or complex array: 1 for Delta = 0. Time runs as e^(−iωt); for e^(+iωt) take the conjugate

    Source
    ------
    D. C. Mattis and J. Bardeen, Phys. Rev. 111, 412 (1958), eqs. 3.9-3.11
    """
    return evaluate(_conductivity, positive(omega=omega) & nonnegative(T=T, Delta=Delta), dtype=complex)


# ---- arguments ---------------------------------------------------------------------------------------------


def _case(case):
    if isinstance(case, bool) or case not in (1, 2):
        raise ValueError(f"case must be 1 or 2, got {case!r}")
    return case


def _outside_gap(Delta, **energies):
    """|E| of each energy; one inside the gap, or E = 0, raises."""
    for name, E in energies.items():
        allowed = f"{name} must be outside the gap (|{name}| >= Delta, not 0)"
        require((np.abs(E) >= Delta) & (E != 0), allowed, **{name: E}, Delta=Delta)
        yield np.abs(E)


# ---- functions of a = Δ/T alone ----------------------------------------------------------------------------


def _yosida(T, Delta):
    return np.minimum(_yosida_table()(T, Delta), 1)


@cache
def _yosida_table():
    return ActivatedTable(lambda a: np.exp(-a) * np.sqrt(a + 3), lambda a: normal(a) / np.sqrt(a + 3))


@cache
def _superfluid_table():
    return CondensedTable(superfluid)


def _penetration_depth(T, Delta, lambda0):
    with np.errstate(divide="ignore"):
        return lambda0 / np.sqrt(_superfluid_table()(T, Delta))


def _ultrasonic_attenuation(T, Delta):
    boltzmann = np.exp(-gap_over_temperature(T, Delta))
    return 2 * boltzmann / (1 + boltzmann)


# ---- relaxation --------------------------------------------------------------------------------------------

STEP = 1 / 8  # of a trapezoid on the whole line whose nearest singularity is at Im v = π/4: error e^(−π²/2h)


def _nodes(end):
    """v = 0, h, 2h … up to the largest end, with the trapezoid's weights."""
    steps = max(1, int(np.ceil(np.max(end) / STEP)))
    return trapezoid(STEP * steps, steps)


def _relaxation_rate(T, Delta, broadening):
    T, Delta, broadening = np.broadcast_arrays(T, Delta, broadening)
    scale = np.hypot(Delta, broadening)
    d, g = Delta / scale, broadening / scale
    # hotter than 1e20 gaps the rate is 1 to the last digit; colder than 1e-9 it is that of T = 0
    tau = ratio(T, scale, 1e20)
    rate = np.where(Delta > 0, g**2, 1.0)
    warm = (Delta > 0) & (tau > 1e-9)
    rate[warm] = blockwise(_relaxation, tau[warm], d[warm], g[warm], size=256)
    return rate


def _relaxation(T, d, g):
    """The rate for flat arrays of T, Δ, Γ in units of √(Δ² + Γ²).

    With P = |z|² − Δ² and R = |z² − Δ²| = √(P² + 4Γ²Δ²) the bracket is N² + M² = (P + 2Δ²)(R + P)/2R².
    P = 2ΓΔ sinh w takes the peak at the gap edge apart; e^w = (Γ/Δ) y puts E = 0 at y = 1, where
    E² = (y − 1)(Γ² + Δ²/y). Then y = 1 + (c sinh v)², and every term is positive.
    """
    T, d, g = (x[:, None] for x in (T, d, g))
    c = np.minimum(3 * T, 1)
    # thermal tail e^(−44) below the smallest possible result, (Γ/Δ)²
    E2 = (T * (44 - 2 * np.log(g))) ** 2
    B = E2 + g**2 - d**2
    root = np.sqrt(B**2 + (2 * g * d) ** 2)
    y = np.where(B > 0, (root + B) / (2 * g**2), 2 * d**2 / (root + np.abs(B)))
    v, weight = _nodes(np.arcsinh(np.sqrt(y) / c))

    z = c * np.sinh(v)
    y = 1 + z**2
    rise = g**2 + d**2 / y
    boltzmann = np.exp(-z * np.sqrt(rise) / T)
    window = boltzmann / (T * (1 + boltzmann) ** 2)
    factor = (d**2 * (2 - 1 / y) + g**2 * y) / (1 + (d / (g * y)) ** 2)
    return (2 * c * np.cosh(v) / (y * np.sqrt(rise)) * window * factor) @ weight


# ---- light and sound ---------------------------------------------------------------------------------------
#
# With e = E + ω/2 the four gap edges lie at ±K and ±H, K = ω/2 + Δ, H = ω/2 − Δ, and the integrals are
#   scattering     e > K          [f(e − ω/2) − f(e + ω/2)] 2n/√((e² − H²)(e² − K²))
#   pair breaking  −H < e < H     tanh((e + ω/2)/2T) (−n)/√((H² − e²)(K² − e²))       if ω > 2Δ
#   inductive      |H| < e < K    tanh((e + ω/2)/2T) n/√((e² − H²)(K² − e²))
# times 1/ω, where n = EE′ + Δ² = e² − HK in case II and EE′ − Δ² = e² − (H² + K²)/2 in case I.
# The distances of K from the other edges are m = min(ω, 2Δ), M = max(ω, 2Δ) and m + M.


def _absorption(omega, T, Delta, case):
    omega, T, Delta = np.broadcast_arrays(omega, T, Delta)
    result = np.where(Delta > 0, 0.0, 1.0)
    paired, breaking = Delta > 0, (Delta > 0) & (omega > 2 * Delta)
    result[paired] = _in_gap_units(_scattering, omega, T, Delta, paired, case)
    result[breaking] += _in_gap_units(_pair_breaking, omega, T, Delta, breaking, case)
    return result


def _conductivity(omega, T, Delta):
    omega, T, Delta = np.broadcast_arrays(omega, T, Delta)
    result = np.ones(omega.shape, dtype=complex)
    cold = T < Delta / 745  # e^(−Δ/T) is below the smallest double
    result[cold] = _conductivity_at_zero(omega[cold], Delta[cold])
    warm = (Delta > 0) & ~cold
    result[warm] = _absorption(omega[warm], T[warm], Delta[warm], case=2)
    result[warm] += 1j * _in_gap_units(_inductive, omega, T, Delta, warm)
    return result


def _in_gap_units(part, omega, T, Delta, where, *case):
    """part(ω, T, Δ, H) at the chosen points, energies in units of M, as columns for a row of nodes."""

    def block(omega, T, Delta):
        M, H = np.maximum(omega, 2 * Delta), omega / 2 - Delta  # H while the difference is exact
        return part(*(ratio(x, M)[:, None] for x in (omega, T, Delta, H)), *case)

    omega, T, Delta = omega[where], T[where], Delta[where]
    hot, near = ratio(T, np.minimum(omega, 2 * Delta)), -np.abs(ratio(omega, 2 * Delta) - 1)
    return blockwise(block, omega, T, Delta, size=512, effort=hot if part is _scattering else near)


def _scattering(omega, T, Delta, H, case):
    """e − K = x = p sinh²v removes the root at the edge; p <= m keeps its neighbours at Im v = π/2."""
    # ratios beyond 1e18 have reached their limits to the last digit
    omega, Delta = np.maximum(omega, 1e-290), np.maximum(Delta, 1e-20)
    T = np.clip(T, Delta / 745, 1e18)
    m, M = np.minimum(omega, 2 * Delta), np.maximum(omega, 2 * Delta)
    p = np.minimum(m, 8 * T)
    v, weight = _nodes(np.arcsinh(np.sqrt(44 * T) / np.sqrt(p)))

    x = np.minimum(np.sqrt(p) * np.sinh(v), np.sqrt(1000 * T)) ** 2  # past its own end a point adds nothing
    boltzmann = np.exp(-(Delta + x) / T)
    # f(E) − f(E + ω) without a difference
    window = boltzmann * -np.expm1(-omega / T) / ((1 + boltzmann) * (1 + boltzmann * np.exp(-omega / T)))
    n = x * (x + m + M) + Delta * (omega if case == 1 else omega + 2 * Delta)
    jacobian = 2 * np.sqrt(p) * np.cosh(v)  # de/√x
    return (2 / omega * jacobian * window * n / np.sqrt((x + m) * (x + M) * (x + m + M))) @ weight


def _pair_breaking(omega, T, Delta, H, case):
    """e = g tanh(s/2), g = √(HK): both roots become √(sinh(L + s) sinh(L − s)), sinh L = g/Δ."""
    Delta = np.maximum(Delta, 1e-20)
    T = np.maximum(T, np.maximum(Delta / 745, 1e-17))
    K = omega / 2 + Delta
    g = np.sqrt(H) * np.sqrt(K)
    s, weight = gauss_chebyshev(np.arcsinh(g / Delta))
    e = g * np.tanh(s / 2)
    # mean of tanh((ω/2 + e)/2T) and tanh((ω/2 − e)/2T)
    high, low = np.exp(-(omega / 2 + e) / T), np.exp(-(omega / 2 - e) / T)
    window = -np.expm1(-omega / T) / ((1 + low) * (1 + high))
    n = (g / np.cosh(s / 2)) ** 2 + (2 * Delta**2 if case == 1 else 0)
    return (weight * window * n / (2 * omega * Delta)).sum(axis=-1)


def _inductive(omega, T, Delta, H):
    """e = g e^t, g = √(|H|K): both roots become √(sinh(L + t) sinh(L − t)), tanh L = m/M.

    n = 2g² e^t cosh t or sinh t, for ω below or above 2Δ; t and −t are added by hand, so that above the gap
    nothing cancels.
    """
    T = np.maximum(T, 1 / 1500)  # E′ >= M/2 is then 750 T, and tanh is 1
    omega, Delta = np.maximum(omega, 1e-290), np.maximum(Delta, 1e-290)
    K = omega / 2 + Delta
    h = np.maximum(np.abs(H), 1e-20 * K)  # ω = 2Δ is the limit of a weak H ln H
    g = np.sqrt(h) * np.sqrt(K)
    t, weight = gauss_chebyshev(np.log1p(np.minimum(omega, 2 * Delta) / h) / 2)
    sinh = np.sinh(t)
    cosh = np.sqrt(1 + sinh**2)
    up = sinh + cosh
    # tanh(A/2) = −X/(2 + X), X = e^(−A) − 1, at A± = (g e^{±t} + ω/2)/T
    low, rise = np.expm1(-(g / up + omega / 2) / T), np.expm1(-2 * g * sinh / T)
    high = rise + low * (1 + rise)
    tanh_high, tanh_low = -high / (2 + high), -low / (2 + low)
    step = -2 * (1 + low) * rise / ((2 + high) * (2 + low))  # tanh_high − tanh_low
    below = cosh * (up * tanh_high + tanh_low / up)
    above = sinh * (sinh * (tanh_high + tanh_low) + cosh * step)
    n = np.where(H > 0, above, below)
    return (weight * n * g / (2 * omega)).sum(axis=-1)


def _conductivity_at_zero(omega, Delta):
    def legendre(m, m1):  # E(m) − m1 K(m) without the difference, m1 = 1 − m
        return m * m1 * elliprd(0, 1, m1) / 3

    above = omega > 2 * Delta
    below = ratio(2 * Delta, omega) * ellipe(ratio(omega, 2 * Delta, 1.0) ** 2)
    omega = np.where(above, omega, 4 * Delta)  # stands in where `below` is taken
    k = np.maximum(2 * Delta / omega, 1e-150)
    k2, rest = k**2, (omega - 2 * Delta) / omega * (1 + k)
    return np.where(above, legendre(rest, k2) + 1j * legendre(k2, rest), 1j * below)
