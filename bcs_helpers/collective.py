"""Collective modes of a superconductor at T = 0: phase, amplitude, and what the electric charge makes of it.

The response of the gap equation to a small change of Δ(r, t), in weak coupling, depends on frequency and wave
vector only through $s² = (ω² − (v_F q x)²)/4Δ²$, x the cosine between k and q. With averages over x in [0, 1]

    phase:      $⟨s arcsin(s)/√(1 − s²)⟩$  has its zero at the Anderson–Bogoliubov mode, $ω → v_F q/√3$
    amplitude:  $⟨√(1 − s²) arcsin(s)/s⟩$  vanishes at $ω = 2Δ$, the edge of the continuum, like a square root

Sound beyond weak coupling is `crossover.sound_velocity`. Energies and frequencies share one unit; with the
floats of `units`, energies are in meV, lengths in nm and $e = ħ = 1$.

The phase mode begins as sound, with $v_F/√3$, and stays below 2Δ:

>>> from bcs_helpers.collective import phase_mode
>>> phase_mode([0.1, 1.0, 5.0], 1.0, 1.0).round(4)
array([0.0577, 0.5649, 1.8714])
"""

from __future__ import annotations

import numpy as np
from scipy.special import expit

from ._arguments import ArrayLike, ComplexOrArray, FloatOrArray, evaluate, nonnegative, positive, real, require, whole
from ._numerics.quadrature import gauss_legendre
from ._numerics.roots import newton
from .units import epsilon0, mu0, speed_of_light

__all__ = [
    "amplitude_mode",
    "amplitude_response",
    "field_profile",
    "london_length",
    "phase_mode",
    "phase_mode_depth",
    "phase_response",
    "photon",
    "photon_mass",
    "plasma_frequency",
    "plasmon",
    "slab_profile",
    "sound_velocity",
]


# ---- neutral: the phase


def sound_velocity(v_F: ArrayLike, *, dimension: int = 3) -> FloatOrArray:
    """Velocity of the phase mode for $q → 0$ in a weakly coupled neutral superfluid: $v_F/√d$ in d dimensions.

    Parameters
    ----------
    v_F : float or array, >= 0, Fermi velocity
    dimension : 1, 2 or 3

    Returns
    -------
    float or array, unit of v_F

    Source
    ------
    P. W. Anderson, Phys. Rev. 112, 1900 (1958)
    """
    if whole(dimension=dimension) not in (1, 2, 3):
        raise ValueError(f"dimension must be 1, 2 or 3, got {dimension}")
    return evaluate(lambda v_F: v_F / np.sqrt(dimension), nonnegative(v_F=v_F))


def phase_mode(q: ArrayLike, Delta: ArrayLike, v_F: ArrayLike) -> FloatOrArray:
    """Frequency ω(q) of the Anderson–Bogoliubov mode: $∫₀¹ dx s arcsin(s)/√(1 − s²) = 0$ in three dimensions.

    $ω → (v_F q/√3)[1 − (v_F q/Δ)²/45]$ for small q; it stays below 2Δ and merges with it exponentially.

    Parameters
    ----------
    q : float or array, >= 0, wave number
    Delta : float or array, >= 0, energy (the limit $Δ → 0$ is 0.0: the mode is squeezed out)
    v_F : float or array, >= 0, Fermi velocity, energy times length; all broadcast

    Returns
    -------
    float or array, 0 <= ω <= 2Δ (equal only by rounding, for v_F q > 25Δ), unit of Delta

    Source
    ------
    Anderson (1958); Combescot, Kagan, Stringari, Phys. Rev. A 74, 042717 (2006), BCS limit
    """
    return evaluate(_phase_mode, nonnegative(q=q, Delta=Delta, v_F=v_F), size=256)


def phase_mode_depth(q: ArrayLike, Delta: ArrayLike, v_F: ArrayLike) -> FloatOrArray:
    """Distance 2Δ − ω(q) of the Anderson–Bogoliubov mode from the pair continuum, without the cancellation.

    Parameters
    ----------
    q : float or array, >= 0, wave number
    Delta : float or array, >= 0, energy
    v_F : float or array, >= 0, Fermi velocity, energy times length; all broadcast

    Returns
    -------
    float or array, unit of Delta; falls from 2Δ at $q = 0$ like e^{−(4/π)Q ln(2Q/e)}, $Q = v_F q/2Δ$

    Source
    ------
    As `phase_mode`, solved in arctanh(ω/2Δ)
    """
    return evaluate(_phase_mode_depth, nonnegative(q=q, Delta=Delta, v_F=v_F), size=256)


def phase_response(omega: ArrayLike, q: ArrayLike, Delta: ArrayLike, v_F: ArrayLike) -> FloatOrArray:
    """Inverse response of the phase per N0, $∫₀¹ dx s arcsin(s)/√(1 − s²)$ with $s² = (ω² − (v_F q x)²)/4Δ²$.

    Parameters
    ----------
    omega : float or array, 0 <= omega < 2 Delta
    q : float or array, >= 0, wave number
    Delta : float or array, > 0, unit of omega
    v_F : float or array, >= 0, Fermi velocity, energy times length; all broadcast

    Returns
    -------
    float or array, dimensionless: 0 on the phase mode, > 0 above it; (ω² − (v_F q)²/3)/4Δ² for small ω and q

    Source
    ------
    Anderson (1958); the ξ integral of $Σ[(E+E′)(EE′+ξξ′+Δ²)/(2EE′((E+E′)²−ω²)) − 1/2E]$ done in closed form
    """
    wave = nonnegative(omega=omega, q=q) & positive(Delta=Delta) & nonnegative(v_F=v_F)
    omega, q, Delta, v_F = wave
    require(omega < 2 * Delta, "omega must be < 2 Delta", omega=omega, Delta=Delta)
    require(_reduced(q, Delta, v_F) <= 1e100, "v_F q/2Delta must be <= 1e100", v_F=v_F, q=q, Delta=Delta)
    return evaluate(_phase_response, wave, size=256)


# ---- neutral: the amplitude


def amplitude_response(omega: ArrayLike, Delta: ArrayLike) -> ComplexOrArray:
    """Response of the amplitude at $q = 0$ per 1/N0, $χ(ω) = s/(√(1 − s²) arcsin(s))$ with $s = (ω + i0)/2Δ$.

    χ is real below 2Δ. Above, the mode decays into pairs of quasiparticles, and its spectral function is
    $Im χ = (π/2) s/(√(s² − 1)(arcosh²s + π²/4))$: an inverse square root at the edge, not a mode's delta peak.

    Parameters
    ----------
    omega : float or array, >= 0
    Delta : float or array, >= 0, same unit; they broadcast

    Returns
    -------
    complex or array of complex, dimensionless; 1 at omega = 0, and 0 everywhere for Delta = 0

    Raises
    ------
    ValueError : omega = 2 Delta, where the response diverges

    Source
    ------
    Littlewood, Varma, Phys. Rev. B 26, 4883 (1982); the ξ integral of 1/2E − 2ξ²/(E(4E² − ω²)) in closed form
    """
    wave = nonnegative(omega=omega, Delta=Delta)
    omega, Delta = wave
    regular, small = (omega != 2 * Delta) | (Delta == 0), (omega / 1e100 <= 2 * Delta) | (Delta == 0)
    require(regular, "omega must differ from 2 Delta, where it diverges", omega=omega, Delta=Delta)
    require(small, "omega must be <= 1e100 times 2 Delta", omega=omega, Delta=Delta)
    return evaluate(_amplitude_response, wave, dtype=complex)


def amplitude_mode(q: ArrayLike, Delta: ArrayLike, v_F: ArrayLike) -> ComplexOrArray:
    """Complex frequency of the amplitude mode for small q: 2Δ + ζ (v_F q)²/4Δ, $ζ = 0.2369 − 0.2956i$.

    ζ is the zero of $∫₀¹ dx √(x² − ζ)$, the inverse response near the edge, continued through its cut (0, 1): a
    resonance broader than it is high above the edge. At $q = 0$ it is the branch point itself, see
    `amplitude_response`.

    Parameters
    ----------
    q : float or array, >= 0, wave number; the formula is the leading order, v_F q ≪ Δ
    Delta : float or array, > 0, energy
    v_F : float or array, >= 0, Fermi velocity, energy times length; all broadcast

    Returns
    -------
    complex or array of complex, unit of Delta; −2 Im is the decay rate

    Source
    ------
    Andrianov, Popov, Theor. Math. Phys. 28, 829 (1976); Kurkjian, Klimin, Tempere, Castin,
    Phys. Rev. Lett. 122, 093403 (2019)
    """
    return evaluate(_amplitude_mode, nonnegative(q=q) & positive(Delta=Delta) & nonnegative(v_F=v_F), dtype=complex)


# ---- charged: Anderson–Higgs


def plasma_frequency(n: ArrayLike, mass: ArrayLike) -> FloatOrArray:
    """Plasma frequency $ω_p = √(ne²/ε0m)$.

    Parameters
    ----------
    n : float or array, >= 0, number of electrons per volume (nm⁻³)
    mass : float or array, > 0, mass of one electron, as `units.electron_mass`; they broadcast

    Returns
    -------
    float or array, energy (meV)

    Source
    ------
    Ashcroft, Mermin, Solid State Physics (1976), ch. 1
    """
    return evaluate(lambda n, mass: np.sqrt(n / (epsilon0 * mass)), nonnegative(n=n) & positive(mass=mass))


def plasmon(q: ArrayLike, omega_p: ArrayLike, velocity: ArrayLike) -> FloatOrArray:
    """Longitudinal mode $ω = √(ω_p² + c²q²)$: the Coulomb force ne²/ε0m lifts the neutral sound cq.

    Parameters
    ----------
    q : float or array, >= 0, wave number
    omega_p : float or array, >= 0, plasma frequency (0 is the neutral gas)
    velocity : float or array, >= 0, velocity c of the neutral mode, energy times length. $v_F/√3$ belongs to
        ω_p ≪ 2Δ; a metal has ω_p ≫ 2Δ, does not feel the gap and has $√(3/5) v_F$ (Lindhard). All broadcast

    Returns
    -------
    float or array, unit of omega_p

    Source
    ------
    Anderson (1958) and Phys. Rev. 130, 439 (1963)
    """
    return evaluate(
        lambda q, omega_p, velocity: np.hypot(omega_p, velocity * q),
        nonnegative(q=q, omega_p=omega_p, velocity=velocity),
    )


def photon(q: ArrayLike, omega_p: ArrayLike) -> FloatOrArray:
    """Transverse mode $ω = √(ω_p² + c²q²)$, c the speed of light: the photon has a mass.

    It has swallowed the phase; its third polarisation is the `plasmon`. At $ω = 0$ the same equation has
    $q = iω_p/c$: static fields die like e^{−x/λ_L}, $λ_L = c/ω_p$ (local limit, λ_L ≫ coherence length).

    Parameters
    ----------
    q : float or array, >= 0, wave number (nm⁻¹)
    omega_p : float or array, >= 0, plasma frequency of the superfluid (meV); they broadcast

    Returns
    -------
    float or array, energy (meV)

    Source
    ------
    Anderson, Phys. Rev. 130, 439 (1963)
    """
    return plasmon(q, omega_p, speed_of_light)


def photon_mass(omega_p: ArrayLike) -> FloatOrArray:
    """Mass ħω_p/c² of the photon in a superconductor, the inverse London length in other units.

    Parameters
    ----------
    omega_p : float or array, >= 0, plasma frequency of the superfluid (meV)

    Returns
    -------
    float or array in the unit of mass of `units`; divide by electron_mass or kilogram

    Source
    ------
    Anderson, Phys. Rev. 130, 439 (1963)
    """
    return evaluate(lambda omega_p: omega_p / speed_of_light**2, nonnegative(omega_p=omega_p))


def london_length(n: ArrayLike, mass: ArrayLike) -> FloatOrArray:
    """London's penetration depth $λ_L = √(m/μ0ne²) = c/ω_p$.

    Parameters
    ----------
    n : float or array, > 0, number of superfluid electrons per volume (nm⁻³): all of them at $T = 0$
    mass : float or array, > 0, mass of one electron, as `units.electron_mass`; they broadcast

    Returns
    -------
    float or array, length (nm)

    Source
    ------
    F. and H. London, Proc. R. Soc. A 149, 71 (1935)
    """
    return evaluate(lambda n, mass: np.sqrt(mass / (mu0 * n)), positive(n=n, mass=mass))


def field_profile(x: ArrayLike, london_length: ArrayLike) -> FloatOrArray:
    """Magnetic field $B(x)/B(0) = e^{−x/λ_L}$ at depth x below a plane surface.

    Parameters
    ----------
    x : float or array, >= 0, depth
    london_length : float or array, > 0, same unit; they broadcast

    Returns
    -------
    float or array in [0, 1]

    Source
    ------
    F. and H. London (1935)
    """
    depth = nonnegative(x=x) & positive(london_length=london_length)
    return evaluate(lambda x, london_length: np.exp(-x / london_length), depth)


def slab_profile(x: ArrayLike, thickness: ArrayLike, london_length: ArrayLike) -> FloatOrArray:
    """Magnetic field $B(x)/B0 = cosh(x/λ_L)/cosh(d/2λ_L)$ in a slab |x| <= d/2 in a parallel field B0.

    Parameters
    ----------
    x : float or array, position from the middle, |x| <= thickness/2
    thickness : float or array, > 0, same unit
    london_length : float or array, > 0, same unit; all broadcast

    Returns
    -------
    float or array in [0, 1]

    Source
    ------
    Tinkham, Introduction to Superconductivity, 2nd ed., ch. 2
    """
    slab = real(x=x) & positive(thickness=thickness, london_length=london_length)
    x, thickness, _ = slab
    require(np.abs(x) <= thickness / 2, "x must lie within thickness/2 of the middle", x=x, thickness=thickness)
    return evaluate(_slab_profile, slab)


# ---- numerics of the phase mode, with w = ω/2Δ = tanh λ and Q = v_F q/2Δ

SOUND = 1e-8  # below this Q the mode is ω = v_F q/√3 to rounding
MERGED = 200.0  # above this Q, 2Δ − ω is smaller than any float
ZETA = 0.23688311179552130 - 0.29563278751799461j  # √(1−ζ) = ζ[ln(1+√(1−ζ)) − ½ ln ζ + iπ/2], Im ζ < 0
DEEP = 40.0  # e^{−40} is nothing
NEWTON_STEPS = 3  # from the start in _rapidity; two leave 5e-8


def _reduced(q, Delta, v_F):
    """Q = v_F q/2Δ; inf for Δ = 0 < v_F q."""
    with np.errstate(over="ignore", divide="ignore", invalid="ignore"):
        energy = v_F * q
        return np.where(energy > 0, energy / (2 * Delta), 0.0)


def _phase_mode(q, Delta, v_F):
    return 2 * Delta * np.tanh(_rapidity(_reduced(q, Delta, v_F)))


def _phase_mode_depth(q, Delta, v_F):
    return 4 * Delta * expit(-2 * _rapidity(_reduced(q, Delta, v_F)))


def _phase_response(omega, q, Delta, v_F):
    rapidity = np.log1p(2 * omega / (2 * Delta - omega)) / 2  # arctanh(ω/2Δ)
    return _phase_average(rapidity, _reduced(q, Delta, v_F))[0]


def _phase_average(lam, Q):
    """∫₀¹ dx s arcsin(s)/√(1 − s²) with s² = tanh²λ − Q²x², and its derivative with respect to λ.

    Qx = sinh(u)/cosh(λ) removes the near-singularity at s = 1: √(1 − s²) = cosh(u)/cosh(λ), and the integrand
    is analytic for |Im u| < π. It is π/2 up to u = λ − 40 and grows like u e^{u−λ} beyond u = λ: two panels
    of at most 40 each are enough.
    """
    lam, Q = np.broadcast_arrays(lam, np.maximum(Q, 1e-300))
    w, c = np.tanh(lam), np.cosh(lam)
    end = np.arcsinh(Q * c)
    start = np.clip(lam - DEEP, 0, end)
    middle = np.clip(lam, start, end)
    total, slope = np.pi / 2 * start / Q, np.pi / 2 * np.tanh(start) / Q
    nodes, weights = gauss_legendre(40)
    for low, high in (start, middle), (np.maximum(middle, end - DEEP), end):
        width = (high - low)[..., None]
        u, measure = low[..., None] + width * nodes, width / Q[..., None] * weights
        y, v = np.sinh(u) / c[..., None], np.cosh(u) / c[..., None]
        z = (w[..., None] - y) * (w[..., None] + y)
        s = np.sqrt(np.abs(z))
        angle = np.where(z > 0, np.arctan2(s, v), np.arcsinh(s))
        ratio = np.divide(angle, s, out=np.ones_like(s), where=s > 0)  # arcsin(s)/s
        total = total + np.sum(measure * z * ratio, axis=-1)
        slope = slope + np.sum(measure * (ratio / np.cosh(u) + 1 / c[..., None]) / np.cosh(u), axis=-1)
    return total, w * slope


def _rapidity(Q):
    """λ = arctanh(ω/2Δ) of the phase mode, by Newton's method: the average rises with λ and is convex."""
    sound, Q = np.minimum(Q, SOUND) / SOUND, np.clip(Q, SOUND, MERGED)
    # Q/√3 for small and (2/π)Q ln(2Q/e) for large Q
    lam = Q / np.pi * np.log(np.exp(np.pi / np.sqrt(3)) + (2 * Q / np.e) ** 2)

    def correction(lam):
        average, slope = _phase_average(lam, Q)
        return average / slope

    return newton(correction, lam, NEWTON_STEPS, tolerance=1e-6) * sound  # the last step squares what is left


# ---- numerics of the rest


def _amplitude_response(omega, Delta):
    edge = np.where(Delta > 0, 2 * Delta, 1 + 2 * omega)
    s = np.maximum(omega / edge, 1e-100)  # at omega = 0 the limit
    root = np.sqrt(np.abs(omega - edge) / edge) * np.sqrt(1 + s)  # |√(1 − s²)|
    below, above = np.arctan2(s, root) + 0j, np.arcsinh(root) - 0.5j * np.pi  # arcsin(s), arcsin(s)/i
    return np.where(Delta > 0, s / root / np.where(omega < edge, below, above), 0j)


def _amplitude_mode(q, Delta, v_F):
    return 2 * Delta + ZETA * (v_F * q) ** 2 / (4 * Delta)


def _slab_profile(x, thickness, london_length):
    x, half = np.abs(x) / london_length, thickness / 2 / london_length
    # cosh x/cosh y without its overflow
    return np.exp(x - half) * (1 + np.exp(-2 * x)) / (1 + np.exp(-2 * half))
