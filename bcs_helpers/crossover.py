"""The BCS–BEC crossover of a three-dimensional Fermi gas at T = 0, in mean field (Leggett).

Two equations fix Δ and μ for a given density n and scattering length a:

    $−m/4πħ²a = ∫ d³k/(2π)³ [1/2E − m/ħ²k²]$        (gap)
    $n        = ∫ d³k/(2π)³ [1 − ξ/E]$              (number),   $ξ = ħ²k²/2m − μ$,  $E = √(ξ² + Δ²)$

Units: energies in E_F, wave numbers in k_F, lengths in 1/k_F, velocities in $v_F = ħk_F/m$, where
$k_F = (3π²n)^{1/3}$ and $E_F = ħ²k_F²/2m$ belong to the free gas of the same density ($ħ = k_F = 2m = 1$, so that
$E_F = 1$ and $v_F = 2$). Everything depends on inv_kFa = 1/k_F a alone: −∞ is the BCS limit, 0 unitarity, +∞ the
Bose gas of dimers with binding energy $E_b = ħ²/ma² = 2 inv_kFa²$.

How: with $μ/Δ = sinh t$ both integrals become complete elliptic integrals of parameter $m = 1/(1 + e^{−2t})$, and

    $√(μ² + Δ²) = ν^{−2/3}$,   1/k_F a = (2/π) h ν^{−1/3},   $ν = (m − m₁)E + m₁K$,   $h = 2E − K$,   $m₁ = 1 − m$.

The derivatives are as short, $dh/dt = −ν$ and $dν/dt = 3 m m₁ h$, so that Newton's method finds t.

At unitarity, on the BCS side and on the BEC side:

>>> from bcs_helpers.crossover import chemical_potential, gap
>>> gap([-1.0, 0.0, 1.0]).round(4), chemical_potential([-1.0, 0.0, 1.0]).round(4)
(array([0.2084, 0.6864, 1.3319]), array([ 0.954 ,  0.5906, -0.801 ]))
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.special import expit

from ._arguments import ArrayLike, FloatOrArray, evaluate, nonnegative, positive, real, require
from ._numerics.roots import newton
from .spectrum import occupation

__all__ = [
    "chemical_potential",
    "chemical_potential_shift",
    "condensation_energy",
    "contact",
    "dimer_chemical_potential",
    "energy_per_particle",
    "excitation_gap",
    "gap",
    "momentum_distribution",
    "pair_function",
    "pair_size",
    "sound_velocity",
]


def gap(inv_kFa: ArrayLike) -> FloatOrArray:
    """Gap parameter Δ/E_F; (8/e²) e^{π/2k_Fa} in the BCS limit, $√(16/3πk_Fa)$ in the BEC limit.

    Parameters
    ----------
    inv_kFa : float or array, 1/k_F a, up to 1e100

    Returns
    -------
    float or array, > 0, in E_F (0.0 below 1/k_F a = −474: smaller than any float)

    Source
    ------
    A. J. Leggett, in Modern Trends in the Theory of Condensed Matter (Springer 1980);
    Marini, Pistolesi, Strinati, Eur. Phys. J. B 1, 151 (1998)
    """
    return _at_detuning(lambda s: s.R * s.sech, inv_kFa)


def chemical_potential(inv_kFa: ArrayLike) -> FloatOrArray:
    """Chemical potential μ/E_F; 1 in the BCS limit, −1/(k_Fa)² (half the binding energy) in the BEC limit.

    Parameters
    ----------
    inv_kFa : float or array, 1/k_F a, up to 1e100

    Returns
    -------
    float or array in E_F; it changes sign at 1/k_F a = 0.553

    Source
    ------
    Leggett (1980); Marini, Pistolesi, Strinati (1998)
    """
    return _at_detuning(lambda s: s.R * s.tanh, inv_kFa)


def chemical_potential_shift(inv_kFa: ArrayLike) -> FloatOrArray:
    """Shift (μ − E_F)/E_F by pairing, without the cancellation; −(Δ²/4)(ln(8/Δ) + ½) in the BCS limit.

    Parameters
    ----------
    inv_kFa : float or array, 1/k_F a, up to 1e100

    Returns
    -------
    float or array, < 0, in E_F

    Source
    ------
    The number equation, with E(m) − 1 from Legendre's relation
    """
    return _at_detuning(lambda s: s.shift, inv_kFa)


def dimer_chemical_potential(inv_kFa: ArrayLike) -> FloatOrArray:
    """Chemical potential of a dimer above its binding energy, (2μ + E_b)/E_F; (4/3π) k_Fa in the BEC limit.

    That limit is the mean field of dimers of mass 2m with scattering length $a_dd = 2a$ (exact theory: 0.6 a).

    Parameters
    ----------
    inv_kFa : float or array, 1/k_F a, > 0 (there is no dimer for a < 0), up to 1e100

    Returns
    -------
    float or array, > 0, in E_F, without the cancellation of 2μ against E_b

    Source
    ------
    Sá de Melo, Randeria, Engelbrecht, Phys. Rev. Lett. 71, 3202 (1993); 0.6 a: Petrov, Salomon, Shlyapnikov,
    Phys. Rev. Lett. 93, 090404 (2004)
    """
    (eta,) = positive(inv_kFa=inv_kFa)
    return _at_detuning(_dimer_shift, eta)


def excitation_gap(inv_kFa: ArrayLike) -> FloatOrArray:
    """Lowest energy of a quasiparticle, min E_k: Δ where μ >= 0, $√(μ² + Δ²)$ where μ < 0.

    Parameters
    ----------
    inv_kFa : float or array, 1/k_F a, up to 1e100

    Returns
    -------
    float or array, > 0, in E_F

    Source
    ------
    Leggett (1980)
    """
    return _at_detuning(lambda s: s.R * np.where(s.t >= 0, s.sech, 1.0), inv_kFa)


def sound_velocity(inv_kFa: ArrayLike) -> FloatOrArray:
    """Velocity of sound c/v_F, $mc² = n dμ/dn$ at fixed a; $1/√3$ in the BCS, $√(k_Fa/3π)$ in the BEC limit.

    Parameters
    ----------
    inv_kFa : float or array, 1/k_F a, up to 1e100

    Returns
    -------
    float or array, > 0, in v_F

    Source
    ------
    Marini, Pistolesi, Strinati (1998); Combescot, Kagan, Stringari, Phys. Rev. A 74, 042717 (2006)
    """
    return _at_detuning(lambda s: np.sqrt(np.cbrt(s.nu) / 3 * (s.A / (s.A**2 + s.m * s.m1 * s.K * s.K))), inv_kFa)


def contact(inv_kFa: ArrayLike) -> FloatOrArray:
    """Tan's contact per volume in units k_F⁴: $C = m²Δ²/ħ⁴$, that is (Δ/E_F)²/4; then $n_k → C/k⁴$.

    Parameters
    ----------
    inv_kFa : float or array, 1/k_F a, up to 1e100

    Returns
    -------
    float or array, >= 0, in k_F⁴; 4/3πk_Fa in the BEC limit

    Source
    ------
    S. Tan, Ann. Phys. 323, 2971 (2008): $C = lim k⁴n_k$
    """
    return _at_detuning(lambda s: (s.R * s.sech) ** 2 / 4, inv_kFa)


def energy_per_particle(inv_kFa: ArrayLike) -> FloatOrArray:
    """Energy per particle $E/N E_F = (3/5)μ − (3π/10) C/k_Fa$; 3/5 in the BCS, −1/(k_Fa)² in the BEC limit.

    Parameters
    ----------
    inv_kFa : float or array, 1/k_F a, up to 1e100

    Returns
    -------
    float or array in E_F. The part beyond −E_b/2, near k_Fa/3π, keeps 11 digits at $1/k_Fa = 10$, 8 at 100

    Source
    ------
    Tan's pressure relation, Ann. Phys. 323, 2987 (2008), with $E = μN − PV$
    """
    return _at_detuning(lambda s: 0.6 * s.R * (s.tanh - s.m * s.m1 * s.h / s.nu), inv_kFa)


def condensation_energy(inv_kFa: ArrayLike) -> FloatOrArray:
    """Energy per particle gained over the free Fermi gas, 3/5 − E/N E_F, without the cancellation.

    Parameters
    ----------
    inv_kFa : float or array, 1/k_F a, up to 1e100

    Returns
    -------
    float or array, >= 0, in E_F; (3/8)(Δ/E_F)² in the BCS limit, which is ½N0Δ² per volume

    Source
    ------
    Leggett (1980); BCS limit: Bardeen, Cooper, Schrieffer (1957), eq. 2.42
    """
    return _at_detuning(lambda s: 0.6 * (s.R * (2 * s.m1 + s.m * s.m1 * s.h / s.nu) - s.R_minus_1), inv_kFa)


def pair_size(inv_kFa: ArrayLike) -> FloatOrArray:
    """Root-mean-square size k_F ξ of a pair with wave function $φ_k = u_k v_k = Δ/2E_k$: $ξ² = Σ|∇φ|²/Σ|φ|²$.

    Parameters
    ----------
    inv_kFa : float or array, 1/k_F a, up to 1e100

    Returns
    -------
    float or array, > 0, in 1/k_F; $v_F/√8Δ$ in the BCS limit (inf below $1/k_Fa = −451$), $a/√2$ in the BEC limit

    Source
    ------
    Marini, Pistolesi, Strinati (1998); the integrals give $ξ² = (4 + e^{2t})/8√(μ² + Δ²)$
    """
    with np.errstate(over="ignore"):
        return _at_detuning(lambda s: np.hypot(2, np.exp(s.t)) / np.sqrt(8 * s.R), inv_kFa)


def pair_function(r: ArrayLike, inv_kFa: ArrayLike) -> FloatOrArray:
    """Wave function of a pair with its partners r apart, $F(r) = ∫ d³k/(2π)³ u_k v_k e^{ik·r}$; Δ/8πr for $r → 0$.

    Two atoms of unlike spins are found at this distance with the density $n²/4 + F²$.

    Parameters
    ----------
    r : float or array, > 0, in 1/k_F
    inv_kFa : float or array, 1/k_F a, up to 1e100; broadcasts with r

    Returns
    -------
    float or array in k_F³, with $∫d³r F² = Δ Re √(μ + iΔ)/16π$; $Δ e^{−r/a}/8πr$ in the BEC limit. rF is good to
    1e-10 of its largest value

    Source
    ------
    Marini, Pistolesi, Strinati (1998): its size is `pair_size`
    """
    return evaluate(_pair_function, positive(r=r) & _detuning(inv_kFa), size=256)


def momentum_distribution(k: ArrayLike, inv_kFa: ArrayLike) -> FloatOrArray:
    """Occupation $n_k = v_k² = ½(1 − ξ/E)$ of one spin state, $ξ = k² − μ$; normalised by $3∫k²n_k dk = 1$.

    Parameters
    ----------
    k : float or array, >= 0, wave number in k_F
    inv_kFa : float or array, 1/k_F a, up to 1e100; broadcasts with k

    Returns
    -------
    float or array in [0, 1]; → C/k⁴ for large k

    Source
    ------
    Leggett (1980)
    """
    return evaluate(_momentum_distribution, nonnegative(k=k) & _detuning(inv_kFa))


# ---- the solution: t = arsinh(μ/Δ), and the elliptic integrals at t


class _State(NamedTuple):
    """The gas at t = arsinh(μ/Δ): m, m₁, K, ν and h as above, A = E − m₁K, and ν − 1 for t > 0."""

    t: np.ndarray
    m: np.ndarray
    m1: np.ndarray
    K: np.ndarray
    A: np.ndarray
    nu: np.ndarray
    h: np.ndarray
    nu_minus_1: np.ndarray

    @property
    def tanh(self):
        """$μ/√(μ² + Δ²)$"""
        return np.tanh(self.t)

    @property
    def sech(self):
        """$Δ/√(μ² + Δ²)$"""
        small = np.exp(-np.abs(self.t))
        return 2 * small / (1 + small**2)

    @property
    def shift(self):
        """μ/E_F − 1, without the cancellation"""
        return self.R_minus_1 - 2 * self.m1 * self.R

    @property
    def R(self):
        """$√(μ² + Δ²)/E_F$"""
        return self.nu ** (-2 / 3)

    @property
    def R_minus_1(self):
        """R − 1, relatively exact also in the BCS limit, where it vanishes like Δ² ln Δ"""
        ln_nu = np.where(self.t > 0, np.log1p(np.maximum(self.nu_minus_1, -0.5)), np.log(self.nu))
        return np.expm1(-2 / 3 * ln_nu)


def _at(t):
    """The state at given t."""
    m, m1, tanh = expit(2 * t), expit(-2 * t), np.tanh(t)
    # K(m) = t + ln 4 beyond t = 20, to 1e-17
    near = np.minimum(t, 20)
    M, _, tail = _agm(np.sqrt(expit(-2 * near)), expit(2 * near))
    K = np.pi / (2 * M) + (t - near)
    # BCS side: E(m) − 1 from the complementary mean and Legendre's relation EK′ + E′K − KK′ = π/2
    right = np.maximum(t, 0)
    _, loss1, tail1 = _agm(np.sqrt(expit(2 * right)), expit(-2 * right))
    E_minus_1 = K * (m1 / 2 + tail1) - loss1
    A = np.where(t > 0, 1 + (E_minus_1 - m1 * K), K * (m / 2 - tail))
    nu, h = tanh * A + 2 * m * m1 * K, 2 * A - tanh * K
    nu_minus_1 = E_minus_1 - 2 * m1 * (1 + E_minus_1) + m1 * K
    return _State(t, m, m1, K, A, nu, h, nu_minus_1)


def _detuning(inv_kFa):
    detuning = real(inv_kFa=inv_kFa)
    (eta,) = detuning
    require(eta <= 1e100, "inv_kFa must be <= 1e100", inv_kFa=eta)
    return detuning


def _at_detuning(formula, inv_kFa):
    """formula(state) at given 1/k_F a."""
    return evaluate(lambda eta: formula(_solve(eta)), _detuning(inv_kFa))


def _dimer_shift(s):
    M, loss, tail = _agm(np.sqrt(s.m1), s.m)
    below_1 = (s.m - loss + 2 * tail) / M  # 1 − (2/π)h
    return 2 * s.R * (2 * s.m - below_1 * (2 - below_1))


def _momentum_distribution(k, eta):
    s, k = _solve(eta), np.minimum(k, 1e100)  # n_k = 0.0 there, and k² is still a float
    # k² − 1 − (μ − 1): near k_F the width Δ of the step may be far below the rounding of k² − μ
    return occupation((k - 1) * (k + 1) - s.shift, s.R * s.sech)


def _pair_function(r, eta):
    # rF = (Δ/4π²) ∫ k sin(kr)/E dk, taken along the cut of E² = (k² − k₁²)(k² − k₁*²): k = k₁ + ix², x = e^t/√r
    s, near, step = _solve(eta), np.maximum(r, 1e-12)[..., None], 0.15
    k1 = np.sqrt(s.R * (s.tanh + 1j * s.sech))[..., None]  # √(μ + iΔ)
    x = np.exp(np.arange(-40, 1.9, step)) / np.sqrt(near)
    k, Delta = k1 + 1j * x**2, (s.R * s.sech)[..., None]
    over_E = x / (np.sqrt(2j * k1 - x**2) * np.sqrt(2j * Delta + (2j * k1 - x**2) * x**2))
    with np.errstate(over="ignore"):
        return step / np.pi**2 * (Delta * k * np.exp(1j * k * near) * over_E).real.sum(axis=-1) / r


NEWTON_STEPS = 4  # three leave 2e-8 everywhere, four leave rounding


def _solve(target):
    """The state at given 1/k_F a, by Newton's method in t.

    1/k_F a falls like −2t/π on the BCS side and like e^{−2t/3} on the BEC side, where its logarithm is taken:
    so the equation is nearly linear in t everywhere.
    """
    t = 2 - np.log(4) - np.pi / 2 * np.minimum(target, 0) - 1.5 * np.log1p(2 * np.maximum(target, 0))

    def correction(t):
        s = _at(t)
        eta = 2 / np.pi * s.h / np.cbrt(s.nu)
        slope = -2 / np.pi * (s.nu + s.m * s.m1 * s.h * (s.h / s.nu)) / np.cbrt(s.nu)
        return (_level(eta) - _level(target)) * (1 + np.maximum(eta, 0)) / slope

    return _at(newton(correction, t, NEWTON_STEPS, tolerance=1e-6))  # the last step squares what is left


def _level(eta):
    """η on the BCS side, ln(1 + η) on the BEC side."""
    return np.minimum(eta, 0) + np.log1p(np.maximum(eta, 0))


def _agm(b, c2):
    """Arithmetic–geometric mean M of 1 and b, with c2 = 1 − b²; also Σ c_j, Σ 2^{j−1} c_j² for j >= 1.

    Σ c_j = 1 − M, K = π/2M and 1 − E/K = c2/2 + the last sum. Eight steps are enough for b > 1e-9.
    """
    a, loss, tail, weight = 1.0, 0.0, 0.0, 0.5
    for _ in range(8):
        a, b, weight = (a + b) / 2, np.sqrt(a * b), 2 * weight
        c = c2 / (4 * a)
        c2 = c**2
        loss, tail = loss + c, tail + weight * c2
    return a, loss, tail
