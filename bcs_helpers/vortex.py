"""One vortex in a dirty superconductor, and what a scanning tunnelling microscope sees on a line through it.

>>> from bcs_helpers.vortex import vortex
>>> v = vortex(T=0.1, Tc=1.0, radius=8.0)
>>> N = v.density_of_states([0.0], [0.0, 1.0, 7.0], broadening=0.02)
>>> [round(x, 2) for x in N[0].tolist()]
[1.0, 0.66, 0.01]

The model is Usadel's equation in a circular cell that carries one flux quantum, with a field that does not vary over
the cell (London depth much longer than ξ): $B = Φ0/πR²$. Lengths are in units of $ξ = √(D/2Δ0)$, where D is the
diffusion constant and Δ0 the gap at T = 0 without a field. A large cell is a single vortex, a small one is near B_c2.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import psi

from ._arguments import ArrayLike, FloatOrArray, plain, positive, real, single, whole
from ._numerics.quadrature import gauss_frequencies
from .gap import GAP_OVER_TC, gap

__all__ = ["Vortex", "smallest_radius", "vortex"]


AT_ONCE = 2**22  # entries of matrices (frequencies × points²) that are held in memory


@dataclass(frozen=True, eq=False)
class Vortex:
    """A vortex at one temperature.

    Parameters
    ----------
    T, Tc : float, energy
    radius : float, radius R of the cell in ξ
    r, Delta : arrays of shape (N,), distance from the centre in ξ and gap Δ(r), energy
    """

    T: float
    Tc: float
    radius: float
    r: NDArray[np.float64]
    Delta: NDArray[np.float64]

    def gap(self, r: ArrayLike) -> FloatOrArray:
        """Δ at the distance |r| <= radius from the centre, a polynomial through the nodes."""
        r = self._inside(r)
        return plain((_interpolation(self.r, np.abs(r).ravel()) @ self.Delta).reshape(r.shape))

    def density_of_states(self, E: ArrayLike, r: ArrayLike, *, broadening: float) -> FloatOrArray:
        """$N(E, r)/N0 = Re cos θ$, with Usadel's equation at $ω = Γ − iE$.

        Parameters
        ----------
        E : float or array, any shape, energy
        r : float or array, any shape, |r| <= radius: place on a line through the centre, in ξ
        broadening : float, > 0, Γ, energy

        Returns
        -------
        array of shape E.shape + r.shape; exactly 1 at r = 0, where the normal core is
        """
        (E,), r, (broadening,) = real(E=E), self._inside(r), single(positive(broadening=broadening))
        energies, place = np.unique(np.abs(E), return_inverse=True)
        cell, between = _cell(self.radius, self.r.size), _interpolation(self.r, np.abs(r).ravel()).T
        N, size = np.empty((energies.size, r.size)), AT_ONCE // self.r.size**2
        for start in range(0, energies.size, size):
            omega = broadening - 1j * energies[start : start + size]
            theta = _followed(omega, self.Delta, cell, GAP_OVER_TC * self.Tc)
            N[start : start + size] = np.cos(theta @ between).real
        N = N[place.ravel()]
        return plain(N.reshape(E.shape + r.shape))

    def _inside(self, r):
        (r,) = real(r=r)
        if np.any(np.abs(r) > self.radius):
            raise ValueError(f"|r| must be <= radius = {self.radius}, got {r.flat[np.argmax(np.abs(r))]}")
        return r


def smallest_radius(T: float, Tc: float) -> float:
    """Cell radius in ξ at the upper critical field: $ln(Tc/T) = ψ(½ + α/2πT) − ψ(½)$ with $α = 2Δ0ξ²/R²$.

    Parameters
    ----------
    T, Tc : float, 0 < T < Tc, energies

    Returns
    -------
    float; below it there is no superconductivity

    Source
    ------
    K. Maki, Physics 1, 21 (1964); P. G. de Gennes, Phys. Kondens. Mater. 3, 79 (1964)
    """
    from scipy.optimize import brentq

    T, Tc = _cold(T, Tc)

    def excess(log_x):
        return psi(0.5 + np.exp(log_x)) - psi(0.5) - np.log(Tc / T)

    alpha = 2 * np.pi * T * np.exp(brentq(excess, np.log((1 - T / Tc) / 100), np.log(10 * Tc / T), xtol=1e-14))
    return np.sqrt(2 * GAP_OVER_TC * Tc / alpha).item()


def vortex(T: float, Tc: float, *, radius: float, points: int = 48) -> Vortex:
    """The gap around a vortex, self-consistent: Usadel's equation at every Matsubara frequency ω_n, in units of ξ,

        $Δ0 [θ″ + θ′/r − (1/r − r/R²)² sin θ cos θ] − ω_n sin θ + Δ(r) cos θ = 0$,   $θ(0) = 0$, $θ′(R) = 0$,
        $Δ ln(Tc/T) = 2πT Σ_n (Δ/ω_n − sin θ_n)$,

    collocated at Chebyshev points and solved by Newton's method for all θ_n and Δ together.

    Parameters
    ----------
    T, Tc : float, Tc/50 <= T < Tc, energies
    radius : float, cell radius R in ξ, above `smallest_radius(T, Tc)` and <= 1000
    points : int, 16 <= points <= 200, Chebyshev points; 48 give Δ to 1e-12 for R = 8 and to 4e-7 for R = 50

    Returns
    -------
    Vortex

    Raises
    ------
    RuntimeError : Newton's method has not converged

    Source
    ------
    K. D. Usadel, Phys. Rev. Lett. 25, 507 (1970); A. A. Golubov, U. Hartmann, Phys. Rev. Lett. 72, 3602 (1994),
    the cell
    """
    T, Tc = _cold(T, Tc)
    least = smallest_radius(T, Tc)
    (radius,), points = single(positive(radius=radius)), whole(points=points)
    if not least < radius <= 1000:
        raise ValueError(f"radius must be > {least:.6g}, where the field reaches B_c2, and <= 1000, got {radius}")
    if not 16 <= points <= 200:
        raise ValueError(f"points must be between 16 and 200, got {points}")
    if T < Tc / 50:
        raise ValueError(f"T must be >= Tc/50 = {Tc / 50}, got {T}")
    cell = r, kinetic, velocity2 = _cell(radius, points)
    n, weight = gauss_frequencies(Tc / T, reach=16, last=1e9)
    omega, weight = (2 * n + 1) * np.pi * T, 2 * np.pi * T * weight
    Delta = gap(T, Tc) * np.sqrt(1 - (least / radius) ** 2) * np.tanh(r / 1.5)
    theta = _followed(omega, Delta, cell, GAP_OVER_TC * Tc)
    for _ in range(60):
        force, jacobian = _usadel(theta, omega, Delta, kinetic, velocity2, GAP_OVER_TC * Tc)
        sine, cosine = np.sin(theta), np.cos(theta)
        # θ_n follows a change of Δ at once, so that only Δ is left: dθ_n = answer_n dΔ − shift_n
        drive = np.zeros_like(jacobian)
        drive[:, range(1, points - 1), range(1, points - 1)] = -cosine[:, 1:-1]
        solved = np.linalg.solve(jacobian, np.concatenate([drive, force[..., None]], axis=2))
        answer, shift = solved[..., :-1], solved[..., -1]
        missing = np.log(Tc / T) * Delta - weight @ (Delta / omega[:, None] - sine)
        slope = np.diag(np.full(points, np.log(Tc / T) - weight @ (1 / omega)))
        slope += np.einsum("n,ni,nij->ij", weight, cosine, answer)
        step = np.linalg.solve(slope, -missing + weight @ (cosine * shift))
        size = np.abs(step).max() / Tc
        step *= min(1, 0.5 / size)
        Delta, theta = Delta + step, theta + answer @ step - shift
        if size < 1e-12:
            break
    if not (size < 1e-10 and np.all(Delta[1:] > 0)):
        raise RuntimeError(f"the vortex has not converged at T = {T / Tc} Tc, R = {radius}: a last step of {size:.1e}")
    return Vortex(T, Tc, radius, r, Delta)


def _cold(T, Tc):
    T, Tc = single(positive(T=T, Tc=Tc))
    if not T < Tc:
        raise ValueError(f"T must be < Tc = {Tc}, got {T}")
    return T, Tc


def _cell(radius, points):
    """Chebyshev points from 0 to R, the matrix of d²/dr² + (1/r) d/dr with its two boundary rows, and (1/r − r/R²)²."""
    k = np.arange(points)
    x = np.cos(np.pi * k / (points - 1))
    c = np.where((k == 0) | (k == points - 1), 2.0, 1.0) * (-1.0) ** k
    apart = x[:, None] - x + np.eye(points)
    D = np.outer(c, 1 / c) / apart
    D -= np.diag(D.sum(axis=1))
    D *= -2 / radius
    r = 0.5 * radius * (1 - x)
    inner = np.where(r > 0, r, 1.0)
    kinetic = D @ D + D / inner[:, None]
    kinetic[0], kinetic[-1] = np.eye(points)[0], D[-1]
    return r, kinetic, np.where(r > 0, (1 / inner - r / radius**2) ** 2, 0.0)


def _usadel(theta, omega, Delta, kinetic, velocity2, stiffness):
    """Usadel's equation and its derivative by θ, shapes (ω, r) and (ω, r, r); first and last row: θ(0) and θ′(R)."""
    sine, cosine, omega = np.sin(theta), np.cos(theta), omega[:, None]
    local = -stiffness * velocity2 * sine * cosine - omega * sine + Delta * cosine
    slope = -stiffness * velocity2 * (cosine**2 - sine**2) - omega * cosine - Delta * sine
    local[:, [0, -1]] = slope[:, [0, -1]] = 0
    jacobian = np.broadcast_to(stiffness * kinetic, (*slope.shape, slope.shape[1])).astype(slope.dtype)
    jacobian[:, range(slope.shape[1]), range(slope.shape[1])] += slope
    return stiffness * theta @ kinetic.T + local, jacobian


def _followed(omega, Delta, cell, stiffness):
    """θ(r) at the frequencies ω, real or complex, Re ω > 0: followed from ω = Δ0, in as many steps as it takes."""
    r, kinetic, velocity2 = cell
    theta, left = np.zeros((omega.size, r.size), omega.dtype), np.arange(omega.size)
    for steps in (4, 16, 64, 256):
        there = np.repeat(np.arctan(Delta / stiffness).astype(omega.dtype)[None], left.size, axis=0)
        for share in np.linspace(0, 1, steps + 1):
            here = stiffness * (omega[left] / stiffness) ** share
            for _ in range(2 if share < 1 else 20):
                force, jacobian = _usadel(there, here, Delta, kinetic, velocity2, stiffness)
                change = np.linalg.solve(jacobian, force[..., None])[..., 0]
                there = there - change
                if np.abs(change).max() < 1e-12:
                    break
        good = (np.abs(change).max(axis=1) < 1e-9) & np.all(np.cos(there).real > -1e-6, axis=1)
        theta[left[good]] = there[good]
        left = left[~good]
        if not left.size:
            return theta
    raise RuntimeError(f"Usadel's equation has not converged at ω = {omega[left[0]]}: a larger broadening may help")


def _interpolation(nodes, r):
    """Matrix from values at Chebyshev points to the values at r of the polynomial through them (barycentric)."""
    weight = (-1.0) ** np.arange(nodes.size)
    weight[[0, -1]] /= 2
    apart = r[:, None] - nodes
    exact = apart == 0
    matrix = weight / np.where(exact, 1, apart)
    matrix /= matrix.sum(axis=1, keepdims=True)
    hit = exact.any(axis=1)
    matrix[hit] = exact[hit]
    return matrix
