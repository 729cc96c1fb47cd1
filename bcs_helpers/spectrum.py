"""One pair of states: quasiparticle energy, coherence factors, Bogoliubov transformation, density of states.

ξ is the normal-state energy measured from the Fermi level, Δ >= 0 the gap, in the same unit. The sign
convention of the transformation is that of Tinkham: $γ₀ = u c_{k↑} − v c†_{−k↓}$, with u, v real and u >= 0.

Half a gap above the Fermi level, an excitation is more electron than hole:

>>> from bcs_helpers.spectrum import amplitudes, quasiparticle_energy
>>> round(quasiparticle_energy(0.5, 1.0), 4), [round(x**2, 4) for x in amplitudes(0.5, 1.0)]
(1.118, [0.7236, 0.2764])
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ._arguments import ArrayLike, FloatOrArray, evaluate, nonnegative, plain, real

__all__ = [
    "amplitudes",
    "bogoliubov_matrix",
    "density_of_states",
    "group_velocity",
    "number_of_states",
    "occupation",
    "quasiparticle_energy",
]


def quasiparticle_energy(xi: ArrayLike, Delta: ArrayLike) -> FloatOrArray:
    """Quasiparticle energy $E = √(ξ² + Δ²)$.

    Parameters
    ----------
    xi : float or array, energy from the Fermi level
    Delta : float or array, >= 0, same unit; broadcasts with xi

    Returns
    -------
    float or array, >= Delta, same unit

    Source
    ------
    Bardeen, Cooper, Schrieffer, Phys. Rev. 108, 1175 (1957), eq. 2.36
    """
    return evaluate(np.hypot, real(xi=xi) & nonnegative(Delta=Delta))


def occupation(xi: ArrayLike, Delta: ArrayLike) -> FloatOrArray:
    """Probability $v² = ½(1 − ξ/E)$ that the pair state (k↑, −k↓) is occupied at $T = 0$; u² = occupation(−ξ, Δ).

    Parameters
    ----------
    xi : float or array, energy from the Fermi level
    Delta : float or array, >= 0, same unit; broadcasts with xi

    Returns
    -------
    float or array in [0, 1]; relatively exact also where v² is small; ½ where $ξ = Δ = 0$

    Source
    ------
    Bardeen, Cooper, Schrieffer (1957), eq. 2.35
    """
    return evaluate(_occupation, real(xi=xi) & nonnegative(Delta=Delta))


def amplitudes(xi: ArrayLike, Delta: ArrayLike) -> tuple[FloatOrArray, FloatOrArray]:
    """Coherence factors $u = √(½(1 + ξ/E))$ and $v = √(½(1 − ξ/E))$, both >= 0.

    Parameters
    ----------
    xi : float or array, energy from the Fermi level
    Delta : float or array, >= 0, same unit; broadcasts with xi

    Returns
    -------
    (u, v) : two floats or arrays with $u² + v² = 1$ and $2uv = Δ/E$

    Source
    ------
    Tinkham, Introduction to Superconductivity, 2nd ed., eq. 3.35
    """
    xi, Delta = real(xi=xi) & nonnegative(Delta=Delta)
    return plain(np.sqrt(occupation(-xi, Delta))), plain(np.sqrt(occupation(xi, Delta)))


def bogoliubov_matrix(u: ArrayLike, v: ArrayLike) -> NDArray[np.float64]:
    """The 2×2 matrix of the Bogoliubov transformation, (γ₀, γ₁†) = [[u, −v], [v, u]] (c_{k↑}, c†_{−k↓}).

    Parameters
    ----------
    u, v : float or array, real amplitudes; they broadcast. The matrix is orthogonal, so that the new
        operators anticommute like fermions, exactly where u² + v² = 1 (not enforced: a reader checks it)

    Returns
    -------
    array of shape (..., 2, 2)

    Source
    ------
    Tinkham, 2nd ed., eq. 3.28; for other sign conventions replace v by −v
    """
    u, v = np.broadcast_arrays(*real(u=u, v=v))
    return np.stack([np.stack([u, -v], axis=-1), np.stack([v, u], axis=-1)], axis=-2)


def group_velocity(xi: ArrayLike, Delta: ArrayLike, v_F: ArrayLike) -> FloatOrArray:
    """Group velocity $dE/dk = v_F ξ/E$ of a quasiparticle near the Fermi surface, where $ξ = v_F (k − k_F)$.

    Parameters
    ----------
    xi : float or array, energy from the Fermi level
    Delta : float or array, >= 0, same unit
    v_F : float or array, >= 0, Fermi velocity in any unit; all broadcast

    Returns
    -------
    float or array between −v_F and v_F, in the unit of v_F; 0 where $ξ = 0$

    Source
    ------
    Tinkham, 2nd ed., sect. 3.5
    """
    return evaluate(_group_velocity, real(xi=xi) & nonnegative(Delta=Delta, v_F=v_F))


def density_of_states(E: ArrayLike, Delta: ArrayLike, *, broadening: ArrayLike) -> FloatOrArray:
    """Density of states $N_s(E)/N(0) = |Re z/√(z² − Δ²)|$ with $z = E + iΓ$ (Dynes); BCS's own for $Γ = 0$.

    Parameters
    ----------
    E : float or array, energy from the Fermi level, either sign
    Delta : float or array, >= 0, same unit
    broadening : float or array, >= 0, same unit: Dynes' Γ; no default, a peak height means nothing without it

    Returns
    -------
    float or array, >= 0; both signs of E counted as in a tunnelling experiment; inf at $|E| = Δ > 0$ for $Γ = 0$

    Source
    ------
    Bardeen, Cooper, Schrieffer (1957), eq. 3.24; R. C. Dynes et al., Phys. Rev. Lett. 41, 1509 (1978)
    """
    return evaluate(_density_of_states, real(E=E) & nonnegative(Delta=Delta, broadening=broadening))


def number_of_states(E: ArrayLike, Delta: ArrayLike) -> FloatOrArray:
    """Number of states between 0 and E, per N(0): $∫₀^E N_s dE′/N(0) = √(E² − Δ²)$ outside the gap, 0 inside.

    Parameters
    ----------
    E : float or array, >= 0, energy from the Fermi level
    Delta : float or array, >= 0, same unit; they broadcast

    Returns
    -------
    float or array, energy unit of E. The normal metal has E: the deficit $E − √(E² − Δ²)$ is Δ at the gap edge,
    41 % of it at $√2 Δ$, and dies like Δ²/2E: what the gap removed returns completely, but only at $E → ∞$

    Source
    ------
    Tinkham, 2nd ed., eq. $3.73 (dE N_s = dξ N(0))$
    """
    return evaluate(_number_of_states, nonnegative(E=E, Delta=Delta))


# ---- the formulas, written so that nothing cancels -------------------------------------------------------------


def _occupation(xi, Delta):
    E = np.hypot(xi, Delta)
    scale = np.where(E > 0, E, 1.0)
    x, d = np.abs(xi) / scale, Delta / scale
    # above the Fermi level 1 − ξ/E cancels; the same number is Δ²/E(E + ξ)
    minority = np.where(E > 0, d**2 / (2 * (1 + x)), 0.5)
    return np.where(xi > 0, minority, 1 - minority)


def _group_velocity(xi, Delta, v_F):
    E = np.hypot(xi, Delta)
    return v_F * (xi / np.where(E > 0, E, 1.0))


def _density_of_states(E, Delta, broadening):
    E = np.abs(E)
    edge = (E == Delta) & (broadening == 0) & (Delta > 0)
    normal = Delta == 0
    z = np.where(edge | normal, 1.0 + 2.0 * Delta, E) + 1j * np.where(edge | normal, 0.0, broadening)
    # √(z−Δ)√(z+Δ) keeps to the right branch where √(z²−Δ²) would not
    N = (z / (np.sqrt(z - Delta) * np.sqrt(z + Delta))).real
    return np.where(edge, np.inf, np.where(normal, 1.0, np.abs(N)))


def _number_of_states(E, Delta):
    return np.sqrt(np.maximum(E - Delta, 0)) * np.sqrt(E + Delta)
