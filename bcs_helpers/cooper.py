"""One pair: the phonon kick that attracts two electrons, Cooper's bound state, and what needs no Fermi sea.

E_B > 0 is the binding energy, measured downwards from two electrons at the Fermi level (or at rest, in empty
space); ξ counts from the same place, per electron.

However weak the attraction, above a Fermi sea a pair is bound, in empty space it is not:

>>> from bcs_helpers.cooper import binding_energy, empty_space_binding_energy
>>> round(binding_energy(0.3, 1.0), 6), empty_space_binding_energy(0.3, 1.0)
(0.002549, 0.0)
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.special import elliprd, sici

from ._arguments import ArrayLike, FloatOrArray, evaluate, nonnegative, plain, positive, real
from ._numerics.roots import find_root, newton
from .units import epsilon0

__all__ = [
    "PhononKick",
    "binding_energy",
    "empty_space_binding_energy",
    "pair_amplitude",
    "pair_wave_function",
    "phonon_kick",
    "rms_pair_size",
    "square_well_binding_energy",
    "square_well_threshold",
]


class PhononKick(NamedTuple):
    """What a passing electron does to an ion: impulse (ħ/length), displacement (length), energy."""

    impulse: float
    displacement: float
    energy: float


def phonon_kick(
    speed: ArrayLike, distance: ArrayLike, mass: ArrayLike, frequency: ArrayLike, charge: ArrayLike = 1.0
) -> PhononKick:
    """Semiclassical phonon exchange: $p = 2Ze²/4πε₀bv$, displacement A = p/Mω, energy Ze²A/4πε₀b².

    An electron passes an ion at distance b and kicks it sideways; the ion swings with amplitude A towards the
    path. A second electron on the path finds the ion nearer by A: its potential is lower by the energy given.

    Parameters
    ----------
    speed : float or array, > 0, of the electrons, energy · length (2e6 * metre / second)
    distance : float or array, > 0, closest approach b, length of `units`
    mass : float or array, > 0, of the ion (27 * dalton)
    frequency : float or array, > 0, angular frequency ω of the ion as an energy (ħω)
    charge : float or array, >= 0, Z of the ion; all broadcast

    Returns
    -------
    PhononKick(impulse, displacement, energy) : 1/nm, nm and meV (first order in A/b, so meant for A << b)

    Source
    ------
    Impulse: Jackson, Classical Electrodynamics, 3rd ed., sect. 13.1; no screening, so an order of magnitude
    """
    ion = positive(speed=speed, distance=distance, mass=mass, frequency=frequency) & nonnegative(charge=charge)
    speed, distance, mass, frequency, charge = ion
    coulomb = charge / (4 * np.pi * epsilon0)  # Ze²/4πε₀ with e = 1
    impulse = 2 * coulomb / (distance * speed)
    displacement = impulse / (mass * frequency)
    energy = coulomb * displacement / distance**2
    return PhononKick(plain(impulse), plain(displacement), plain(energy))


def binding_energy(coupling: ArrayLike, cutoff: ArrayLike) -> FloatOrArray:
    """Binding energy of Cooper's pair, $1 = N0V ∫₀^{ω_D} dξ/(2ξ + E_B)$, exactly: $E_B = 2ω_D/(e^{2/N0V} − 1)$.

    The density of states is constant down to $ξ = 0$. So it is for two particles in an empty plane: in two
    dimensions the same formula holds without a Fermi sea.

    Parameters
    ----------
    coupling : float or array, >= 0, N0V
    cutoff : float or array, >= 0, ω_D; they broadcast

    Returns
    -------
    float or array, >= 0, unit of cutoff; > 0 for any coupling > 0, until e^{−2/N0V} underflows (N0V < 0.0027)

    Source
    ------
    L. N. Cooper, Phys. Rev. 104, 1189 (1956); Tinkham, Introduction to Superconductivity, 2nd ed., sect. 3.1
    """
    return evaluate(_binding_energy, nonnegative(coupling=coupling, cutoff=cutoff))


def pair_amplitude(xi: ArrayLike, E_B: ArrayLike, cutoff: ArrayLike) -> FloatOrArray:
    """Wave function of Cooper's pair above the Fermi sea, $ψ(ξ) = √(E_B(E_B + 2ω_D)/ω_D) / (2ξ + E_B)$.

    Parameters
    ----------
    xi : float or array, energy of each electron from the Fermi level
    E_B : float or array, > 0, binding energy
    cutoff : float or array, > 0, ω_D; all broadcast

    Returns
    -------
    float or array, $1/√energy$, normalised to $∫₀^{ω_D} ψ² dξ = 1$; 0 inside the sea and beyond the cutoff

    Source
    ------
    Tinkham, 2nd ed., sect. 3.1 ($g_k ∝ 1/(2ε_k − E)$)
    """
    return evaluate(_pair_amplitude, real(xi=xi) & positive(E_B=E_B, cutoff=cutoff))


def pair_wave_function(r: ArrayLike, E_B: ArrayLike, cutoff: ArrayLike, v_F: ArrayLike, k_F: ArrayLike) -> FloatOrArray:
    """Cooper's pair in space, $ψ(r)/ψ(0) = (2/L) ∫₀^{ω_D} dξ sin((k_F + ξ/v_F) r) / [(2ξ + E_B) k_F r]$.

    $L = ln(1 + 2ω_D/E_B) = 2/N0V$. In closed form, with $y = E_B r/2v_F$ and $Y = y(1 + 2ω_D/E_B)$, it is
    $Im{e^{i(k_F r − y)} ([Ci + i Si](Y) − [Ci + i Si](y))} / (L k_F r)$. The edge of the Fermi sea is sharp, so the
    tail is no exponential: it falls as N0V v_F cos(k_F r)/E_B k_F r².

    Parameters
    ----------
    r : float or array, > 0, distance of the two electrons
    E_B : float or array, > 0, binding energy
    cutoff : float or array, > 0, ω_D (small against the Fermi energy: the band is taken as linear)
    v_F : float or array, > 0, Fermi velocity, energy · length
    k_F : float or array, > 0, Fermi wave number, 1/length; all broadcast

    Returns
    -------
    float or array, dimensionless; tends to 1 (within ω_D/v_F k_F) as $r → 0$. Rounding is about 1e-15/(k_F r)

    Source
    ------
    Fourier transform of `pair_amplitude`
    """
    return evaluate(_pair_wave_function, positive(r=r, E_B=E_B, cutoff=cutoff, v_F=v_F, k_F=k_F))


def rms_pair_size(v_F: ArrayLike, E_B: ArrayLike, cutoff: ArrayLike | None = None) -> FloatOrArray:
    """Rms size of Cooper's pair, $(2/√3) (v_F/E_B) √(1 + q + q²)$ with $q = E_B/(E_B + 2ω_D) = e^{−2/N0V}$.

    $⟨r²⟩ = ∫|dψ/dk|² / ∫|ψ|²$ over 0 < ξ < ω_D. The step of ψ at the Fermi level is left out, as in the
    textbooks: with it ⟨r²⟩ would be infinite, because of the tail in `pair_wave_function`.

    Parameters
    ----------
    v_F : float or array, > 0, Fermi velocity, energy · length
    E_B : float or array, > 0, binding energy
    cutoff : float or array, > 0, ω_D; without it ω_D >> E_B and the size is $(2/√3) v_F/E_B$. All broadcast

    Returns
    -------
    float or array, length

    Source
    ------
    de Gennes, Superconductivity of Metals and Alloys, sect. 4.1, for $ω_D → ∞$
    """
    pair = positive(v_F=v_F, E_B=E_B)
    return evaluate(_rms_pair_size, pair if cutoff is None else pair & positive(cutoff=cutoff))


def empty_space_binding_energy(coupling: ArrayLike, cutoff: ArrayLike) -> FloatOrArray:
    """Binding energy of two particles in empty 3D space, $1 = g ∫₀^ω dε √(ε/ω)/(2ε + E_B)$; 0 for g <= 1.

    The same attraction with the same cutoff as Cooper's, but no Fermi sea: ε starts at 0, where the density of
    states vanishes. The equation, $1/g = 1 − s·arctan(1/s)$ with $s = √(E_B/2ω)$, has a solution for g > 1 only.

    Parameters
    ----------
    coupling : float or array, >= 0, $g = N(ω)V$: attraction times density of states (per spin) at the cutoff
    cutoff : float or array, >= 0, ω; they broadcast

    Returns
    -------
    float or array, >= 0, unit of cutoff; exactly 0 for g <= 1, then (8/π²)(g − 1)²ω at first

    Source
    ------
    Cooper's equation with the density of states of free particles, $N(ε) = N(ω) √(ε/ω)$
    """
    return evaluate(_empty_space_binding_energy, nonnegative(coupling=coupling, cutoff=cutoff))


def square_well_threshold(radius: ArrayLike, reduced_mass: ArrayLike) -> FloatOrArray:
    """Depth a spherical square well must exceed to bind, $V₀ = π²ħ²/8m*a²$.

    Parameters
    ----------
    radius : float or array, > 0, a
    reduced_mass : float or array, > 0, m*: half the mass of two equal particles; they broadcast

    Returns
    -------
    float or array, > 0, energy

    Source
    ------
    Landau, Lifshitz, Quantum Mechanics, 3rd ed., sect. 33, problem 1
    """
    return evaluate(_threshold, positive(radius=radius, reduced_mass=reduced_mass))


def square_well_binding_energy(depth: ArrayLike, radius: ArrayLike, reduced_mass: ArrayLike) -> FloatOrArray:
    """Binding energy of two particles in a 3D square well, $E_B = V₀ sin²x$; 0 at and below the threshold.

    The s wave needs $k cot ka = −κ$. With $w = a√(2m*V₀)$ and $ka = π/2 + x$ this is $x + w(1 − cos x) = w − π/2$,
    0 < x < π/2.

    Parameters
    ----------
    depth : float or array, >= 0, V₀
    radius : float or array, > 0, a
    reduced_mass : float or array, > 0, m*: half the mass of two equal particles; all broadcast

    Returns
    -------
    float or array from 0 to depth, same unit

    Source
    ------
    Landau, Lifshitz, Quantum Mechanics, 3rd ed., sect. 33, problem 1
    """
    well = nonnegative(depth=depth) & positive(radius=radius, reduced_mass=reduced_mass)
    return evaluate(_square_well_binding_energy, well)


# ---- numerics ----------------------------------------------------------------------------------------------


def _binding_energy(coupling, cutoff):
    with np.errstate(divide="ignore", over="ignore"):  # no coupling: e^{−∞} = 0
        x = 1 / coupling
    half = np.exp(-x)  # one factor at a time: e^{−2x} may underflow where 2ω_D e^{−2x} does not
    return 2 * cutoff * half * half / -np.expm1(-2 * np.minimum(x, 1e300))


def _pair_amplitude(xi, E_B, cutoff):
    norm = np.sqrt(E_B * (2 + E_B / cutoff))
    return np.where((xi >= 0) & (xi <= cutoff), norm / (2 * np.abs(xi) + E_B), 0.0)


def _pair_wave_function(r, E_B, cutoff, v_F, k_F):
    near, far = E_B * r / (2 * v_F), (E_B + 2 * cutoff) * r / (2 * v_F)
    (Si, Ci), (Si_near, Ci_near) = sici(far), sici(np.maximum(near, np.finfo(float).tiny))
    wave = np.exp(1j * (k_F * r - near)) * ((Ci - Ci_near) + 1j * (Si - Si_near))
    return wave.imag / (k_F * r) / np.log1p(2 * cutoff / E_B)


def _rms_pair_size(v_F, E_B, cutoff=np.inf):
    q = E_B / (E_B + 2 * cutoff)
    return 2 / np.sqrt(3) * (v_F / E_B) * np.sqrt(1 + q + q * q)


def _empty_space_binding_energy(coupling, cutoff):
    g = np.clip(coupling, 1.0, 1e17)  # from there on E_B = ⅔gω to all digits
    bound = (g - 1) / g

    def mismatch(log_s, g, bound):
        s = np.exp(log_s)
        # 1 − s·arctan(1/s) = (s/3) R_D(1+s², 1+s², s²); each side is written where it does not cancel
        weak, strong = s * np.arctan2(1, s) - bound, 1 / g - s / 3 * elliprd(1 + s * s, 1 + s * s, s * s)
        return np.where(g < 2, weak, strong)

    # s·arctan(1/s) is below πs/2, and 1 minus it below 1/3s²
    low, high = np.log(np.where(g > 1, 0.6 * bound, 0.1)), np.log(0.6 * np.sqrt(g))
    root = find_root(mismatch, low, high, np.where(g > 1, g, 1.5), np.where(g > 1, bound, 1 / 3))
    return np.where(g > 1, 2 * cutoff * np.exp(2 * root) * (np.maximum(coupling, 1.0) / g), 0.0)


def _threshold(radius, reduced_mass):
    return np.pi**2 / (8 * reduced_mass * radius**2)


def _square_well_binding_energy(depth, radius, reduced_mass):
    threshold = _threshold(radius, reduced_mass)
    deep = np.maximum(depth, threshold)
    w = radius * np.sqrt(2 * reduced_mass * deep)
    excess = w * (w / (w + np.pi / 2)) * ((deep - threshold) / deep)  # w − π/2, exactly 0 at the threshold

    def correction(x):
        return (x + 2 * w * np.sin(x / 2) ** 2 - excess) / (1 + w * np.sin(x))

    # from the right on a convex function: no step passes the root
    x = newton(correction, np.minimum(excess, np.pi / 2), steps=10, tolerance=1e-14)
    return depth * np.sin(x) ** 2
