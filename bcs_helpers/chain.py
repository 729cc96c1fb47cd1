"""A chain of sites with an attraction on each: the Bogoliubov–de Gennes equations, solved to self-consistency.

>>> import numpy as np
>>> from bcs_helpers.chain import bdg_chain
>>> chain = bdg_chain(np.zeros(8), hopping=1.0, U=2.0, mu=-1.0, T=0.0)
>>> bool(np.ptp(chain.Delta) < 1e-12), bool(np.allclose(chain.density, 1))
(True, True)
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ._arguments import ArrayLike, nonnegative, real, single

__all__ = ["BdGChain", "bdg_chain"]

SMALL = 24  # sites up to which the response is a matrix
LARGEST = 2_000  # sites: 0.3 GB, and some minutes


class BdGChain(NamedTuple):
    """Local gap Δ_i and density n_i on the sites; quasiparticle energies E >= 0, ascending."""

    Delta: NDArray[np.float64]
    density: NDArray[np.float64]
    energies: NDArray[np.float64]


def bdg_chain(potential: ArrayLike, hopping: float, U: float, mu: float, T: float, *, ring: bool = True) -> BdGChain:
    """Self-consistent $Δ_i = U ⟨c_{i↓} c_{i↑}⟩$ and n_i of $−t Σ c†c + Σ (V_i − μ) n_i − U Σ n_{i↑} n_{i↓}$.

    H = [[h, Δ], [Δ, −h]] with $h = −t + V_i − μ − U n_i/2$ (the last is Hartree's term); with $M = tanh(H/2T)$,
    $Δ_i = ½U M_{i,i+L}$ and $n_i = 1 − M_{ii}$. Iterated from the largest Δ and n = 1, then Newton's steps, beyond
    24 sites by GMRES, to which the response is only a product with a vector. Δ is exactly 0.0 where nothing pairs.

    Parameters
    ----------
    potential : (L,) array, energy: V_i, zeros for a clean chain; time grows like L³, memory like L².
    hopping : float >= 0, energy: t between neighbours.
    U : float >= 0, energy: attraction on a site.
    mu : float, energy: −U/2 for half filling without V.
    T : float >= 0, energy.
    ring : whether the last site is the first one's neighbour.

    Returns
    -------
    BdGChain

    Raises
    ------
    ValueError : more than 2000 sites.
    RuntimeError : no self-consistent solution was found.

    Source
    ------
    de Gennes, Superconductivity of Metals and Alloys (1966), ch. 5; Ghosal, Randeria & Trivedi, Phys. Rev. B
    65, 014501 (2001), sec. II.
    """
    (potential,) = real(potential=potential)
    hopping, U, T, mu = single(nonnegative(hopping=hopping, U=U, T=T) & real(mu=mu))
    if potential.ndim != 1 or potential.size == 0:
        raise ValueError(f"potential must be a list of one or more energies, got shape {potential.shape}")
    if potential.size > LARGEST:
        raise ValueError(f"potential must have at most {LARGEST} sites here, got {potential.size}")
    return _self_consistent(_MeanField(_one_electron(potential - mu, hopping, ring), U, T))


def _one_electron(field, hopping, ring):
    """The matrix of one electron on the chain."""
    L = field.size
    h = np.diag(field) - hopping * (np.eye(L, k=1) + np.eye(L, k=-1))
    if ring:
        h[0, -1] -= hopping
        h[-1, 0] -= hopping
    return h


class _MeanField:
    """What a chain makes of its mean field z = (F, n), F = Δ/U: the eigenstates, the averages, their response."""

    def __init__(self, h, U, T):
        self.h, self.U, self.T, self.sites = h, U, T, len(h)
        self.frozen = T <= 1e-200 * (np.max(np.abs(h)) + U)  # as good as T = 0

    def eigenstates(self, z):
        """(E, u, v, tanh(E/2T))."""
        F, n = z[: self.sites], z[self.sites :]
        field, Delta = self.h - np.diag(self.U * n / 2), np.diag(self.U * F)
        E, V = np.linalg.eigh(np.block([[field, Delta], [Delta, -field]]))
        return E, V[: self.sites], V[self.sites :], np.sign(E) if self.frozen else np.tanh(E / (2 * self.T))

    def averages(self, E, u, v, tanh):
        """(F, n) in these states."""
        return np.concatenate([(u * v) @ tanh / 2, 1 - (u * u - v * v) @ tanh / 2])

    def response(self, E, u, v, tanh):
        """x -> d averages/dz · x: first-order perturbation theory between all pairs of states."""
        L, U = self.sites, self.U
        apart = E[:, None] - E
        same = np.abs(apart) <= 1e-6 * self.T
        flat = np.zeros(2 * L) if self.frozen else (1 - tanh**2) / (2 * self.T)
        rate = np.where(same, flat, (tanh[:, None] - tanh) / np.where(same, 1, apart))

        def apply(x):
            Delta, field = U * x[:L, None], -U / 2 * x[L:, None]
            half = u.T @ (field * u / 2 + Delta * v) - v.T @ (field * v / 2)
            moved = rate * (half + half.T)
            up, down = u @ moved, v @ moved
            return np.concatenate([np.sum(up * v, axis=1) / 2, np.sum(down * v - up * u, axis=1) / 2])

        return apply


def _self_consistent(chain):
    """The mean field that the chain gives back, from the largest Δ and n = 1."""
    L = chain.sites
    z = np.repeat([0.5, 1.0], L)
    for _ in range(30):
        z, old = chain.averages(*chain.eigenstates(z)), z
        if np.max(np.abs(z - old)) < 1e-8:
            break
    for _ in range(60):
        states = chain.eigenstates(z)
        step = _newton_step(chain.response(*states), chain.averages(*states) - z)
        z = z + step
        if np.max(np.abs(step)) < 1e-12:
            break
    else:
        raise RuntimeError(f"no self-consistent Delta and density found, last change {np.max(np.abs(step))}")
    F, n = z[:L], z[L:]
    if np.max(np.abs(F)) < 1e-9:
        F = np.zeros(L)
    E, *_ = chain.eigenstates(np.concatenate([F, n]))
    return BdGChain(chain.U * F, n, np.abs(E[L:]))


def _newton_step(apply, rest):
    """The solution of x − apply(x) = rest.

    At half filling a gap turns into a charge wave at no cost, and should not drift: hence least squares, and nothing
    asked of GMRES below the rounding of `rest`.
    """
    from scipy.sparse.linalg import LinearOperator, gmres

    size = rest.size
    if size <= 2 * SMALL:
        return np.linalg.lstsq(np.eye(size) - np.array([apply(x) for x in np.eye(size)]).T, rest, rcond=1e-7)[0]
    linear = LinearOperator((size, size), lambda x: x - apply(x), dtype=float)
    return gmres(linear, rest, rtol=1e-6, atol=1e-14 * np.sqrt(size / 2), restart=50, maxiter=4)[0]
