"""Eliashberg's gap at real energies: the gap edge, N(E) with its ripples, and the strong-coupling ratios.

>>> from bcs_helpers.eliashberg import LEAD_MU_STAR, lead_model
>>> from bcs_helpers.real_axis import strong_coupling_ratios
>>> lead = strong_coupling_ratios(lead_model(), LEAD_MU_STAR)
>>> round(lead.gap_ratio, 2), round(lead.heat_capacity_jump, 2)
(4.54, 2.91)

Δ(E) continues the Δ(iω_n) of `eliashberg` analytically. It is complex; $Δ0 = Re Δ(Δ0)$ is the edge, and

    $N(E)/N0 = Re E/√(E² − Δ²(E))$.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import pi
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from ._arguments import ArrayLike, ComplexOrArray, FloatOrArray, plain, positive, real, single
from .eliashberg import MatsubaraGap, Spectrum, critical_temperature, heat_capacity_jump, matsubara_gap

__all__ = ["Ratios", "RealAxisGap", "gap_edge", "real_axis_gap", "strong_coupling_ratios"]

AT_ONCE = 2**22  # entries of a matrix (energies × grid) that is held in memory


@dataclass(frozen=True, eq=False)
class RealAxisGap:
    """Δ(E) and Z(E) at real energies, continued from `MatsubaraGap`.

    Parameters
    ----------
    matsubara : MatsubaraGap
    edge : float, the gap edge $Δ0 = Re Δ(Δ0)$, energy; 0.0 in the normal state
    highest : float, the highest energy at which Δ and Z are known
    x, pairs, states : arrays, energies x > 0 with the integration weight times Δ/√(x² − Δ²) and x/√(x² − Δ²)
    """

    matsubara: MatsubaraGap
    edge: float
    highest: float
    x: NDArray[np.float64]
    pairs: NDArray[np.complex128]
    states: NDArray[np.complex128]

    def parts(self, E: NDArray[np.float64]) -> NDArray[np.complex128]:
        """ZΔ and ZE, an array of shape (2, E.size), at a flat array of energies 0 <= E <= highest."""
        found = np.empty((2, E.size), complex)
        size = AT_ONCE // max(self.x.size, self.matsubara.n.size)
        for start in range(0, E.size, size):
            here = E[start : start + size]
            source = _source(self.matsubara, here)
            if self.x.size:
                source = _convolved(source, _phonons(self.matsubara, here, self.x), self.pairs, self.states)
            found[:, start : start + size] = source
        return found

    def Delta(self, E: ArrayLike) -> ComplexOrArray:
        """Δ(E), complex, at real energies of either sign; $Δ(−E) = Δ(E)*$."""
        E, (pair, energy) = self._at(E)
        Delta = np.abs(E) * pair / np.where(energy == 0, 1, energy)
        return plain(np.where(E < 0, Delta.conj(), Delta))

    def density_of_states(self, E: ArrayLike) -> FloatOrArray:
        """$N(E)/N0 = Re E/√(E² − Δ²(E))$ at real energies of either sign; infinite at the edge itself."""
        E, (pair, energy) = self._at(E)
        root = _root(energy, pair)
        with np.errstate(divide="ignore", invalid="ignore"):
            N = np.where(root == 0, np.inf, (energy / root).real)
        return plain(np.where(pair == 0, 1.0, N))

    def ripples(self, E: ArrayLike) -> FloatOrArray:
        """N(E) over that of BCS with the same gap edge, minus 1: the image of the phonons. E above the edge."""
        (E,) = real(E=E)
        if not np.all(np.abs(E) > self.edge):
            raise ValueError(f"|E| must be > edge = {self.edge}, got {E.flat[np.argmin(np.abs(E))]}")
        return plain(self.density_of_states(E) * np.sqrt(1 - (self.edge / E) ** 2) - 1)

    def _at(self, E):
        (E,) = real(E=E)
        if np.any(np.abs(E) > self.highest):
            raise ValueError(f"|E| must be <= highest = {self.highest}, got {E.flat[np.argmax(np.abs(E))]}")
        pair, energy = self.parts(np.abs(E).ravel())
        return E, (pair.reshape(E.shape), energy.reshape(E.shape))


def real_axis_gap(matsubara: MatsubaraGap, *, highest: float | None = None, step: float = 0.1) -> RealAxisGap:
    """Δ(E) on the real axis by the iteration of Marsiglio, Schossmann and Carbotte: exact, without a fit.

    With $λ(z) = 2∫dΩ Ω α²F(Ω)/(Ω² − z²)$, occupations n and f, and the angles of `matsubara`,

        $Z(ω)Δ(ω) = φ_c + πT Σ_m λ(ω − iω_m) sin θ_m$
        $+ iπ ∫dx α²F(|ω − x|) [n(|ω − x|) + f(±x)] Δ(x)/√(x² − Δ²(x))$,

    and the same for Z(ω)ω with cos θ_m and x. The integral runs over a grid that is dense at the gap edge, where the
    square root is taken out by substitution; grid and edge are found together.

    Parameters
    ----------
    matsubara : MatsubaraGap of a spectrum on a grid; N(E) for T → 0 needs T of about Tc/10
    highest : float, > 0, energy; None: the gap and four times the highest phonon frequency
    step : float, 0 < step <= 0.2, step of the grid in units of the gap, far from the edge; the error goes as step²

    Returns
    -------
    RealAxisGap

    Raises
    ------
    TypeError : the spectrum has sharp modes
    ValueError : the grid needs more than 5000 points
    RuntimeError : the iteration has not converged

    Source
    ------
    F. Marsiglio, M. Schossmann, J. P. Carbotte, Phys. Rev. B 37, 4965 (1988)
    """
    spectrum, T = _known(matsubara), matsubara.T
    spectrum(0.0)  # sharp modes are refused
    (step,) = single(positive(step=step))
    if step > 0.2:
        raise ValueError(f"step must be <= 0.2, got {step}")
    edge = matsubara.Delta[0].item()
    (top,) = single(positive(highest=4 * spectrum.grid[-1] + edge if highest is None else highest))
    if edge == 0:
        empty = np.zeros(0)
        return RealAxisGap(matsubara, 0.0, top, empty, empty, empty)
    found, last = None, np.inf
    for _ in range(20):
        rough = abs(edge - last) > 1e-3 * edge and step < 0.2
        x, weight = _grid(edge, top + 40 * T, 0.25 * spectrum.omega_log, 0.2 if rough else step)
        start = found.parts(x) if found else (np.full(x.size, edge + 0j), x + 0j)
        pairs, states = _iterate(matsubara, x, weight, *start)
        found = RealAxisGap(matsubara, edge, top, x, pairs, states)
        last, edge = edge, _edge(found, edge)
        if abs(edge - last) < 1e-11 * edge and not rough:
            return found
    raise RuntimeError(f"the gap edge has not converged: it still moves from {last} to {edge}")


def gap_edge(matsubara: MatsubaraGap) -> float:
    """The gap edge $Δ0 = Re Δ(Δ0)$ on the real axis, where tunnelling sees it.

    Parameters
    ----------
    matsubara : MatsubaraGap; for T → 0 a temperature of about Tc/10

    Returns
    -------
    float, energy; 0.0 in the normal state

    Raises
    ------
    TypeError : sharp modes at or below the edge: give them a width
    RuntimeError : the iteration has not converged

    Source
    ------
    F. Marsiglio, M. Schossmann, J. P. Carbotte, Phys. Rev. B 37, 4965 (1988)
    """
    lowest, empty = _known(matsubara).omega.min().item(), np.zeros(0)
    if matsubara.Delta[0] == 0:
        return 0.0
    # below the lowest phonon nothing real is emitted, and the Matsubara sums are all there is
    edge, guess = np.inf, matsubara.Delta[0].item()
    if guess < lowest:
        edge = _edge(RealAxisGap(matsubara, guess, np.inf, empty, empty, empty), guess)
    if lowest - edge > 35 * matsubara.T:
        return edge
    return real_axis_gap(matsubara, highest=1.5 * guess).edge


class Ratios(NamedTuple):
    """Tc and the gap edge in the unit of the frequencies, 2Δ0/Tc (BCS: 3.528) and ΔC/γTc (BCS: 1.426)."""

    Tc: float
    gap: float
    gap_ratio: float
    heat_capacity_jump: float


def strong_coupling_ratios(spectrum: Spectrum, mu_star: float = 0.0, *, cutoff: float | None = None) -> Ratios:
    """Tc, the gap at T = Tc/10, 2Δ0/Tc and ΔC/γTc of a spectrum.

    Parameters
    ----------
    spectrum : Spectrum
    mu_star : float, >= 0, μ*
    cutoff : float, > 0, energy to which μ* belongs; None: ten times the highest frequency of the spectrum

    Returns
    -------
    Ratios

    Raises
    ------
    ValueError : there is no superconductivity
    TypeError : the gap edge lies above sharp modes
    RuntimeError : an iteration has not converged

    Source
    ------
    J. P. Carbotte, Rev. Mod. Phys. 62, 1027 (1990)
    """
    jump = heat_capacity_jump(spectrum, mu_star, cutoff=cutoff)
    Tc = critical_temperature(spectrum, mu_star, cutoff=cutoff)
    gap = gap_edge(matsubara_gap(spectrum, 0.1 * Tc, mu_star, cutoff=cutoff))
    return Ratios(Tc, gap, 2 * gap / Tc, jump)


def _known(matsubara):
    if not isinstance(matsubara, MatsubaraGap):
        raise TypeError(f"matsubara must be a MatsubaraGap (`matsubara_gap`), got {type(matsubara).__name__}")
    return matsubara.spectrum


def _grid(edge, top, width, step):
    """Energies and weights: midpoints above the edge, Gauss points in √(edge − x) below.

    Above, x = edge cosh t with t + (edge/width) sinh t in equal steps: even in them, so that the square root at the
    edge costs no accuracy, and never coarser than step · width.
    """
    ratio, end = edge / width, np.arccosh(top / edge)
    size = (end + ratio * np.sinh(end)) / step
    if size > 5000:
        raise ValueError(f"highest must be lower or step larger: {size:.0f} points are needed, 5000 are allowed")
    s = step * (np.arange(int(size) + 1) + 0.5)
    t = np.minimum(s, np.arcsinh(s / ratio))
    for _ in range(60):  # Newton from above, where the function is convex
        t -= (t + ratio * np.sinh(t) - s) / (1 + ratio * np.cosh(t))
    u, below = np.polynomial.legendre.leggauss(60)
    u = 0.5 * (u + 1)
    x = np.append(edge * (1 - u**2), edge * np.cosh(t))
    return x, np.append(edge * u * below, edge * step * np.sinh(t) / (1 + ratio * np.cosh(t)))


def _root(energy, pair):
    """√[(ZE)² − (ZΔ)²] in the first quadrant, where it lies for E > 0."""
    root = np.sqrt((energy - pair) * (energy + pair) + 0j)
    return np.abs(root.real) + 1j * np.abs(root.imag)


def _iterate(matsubara, x, weight, pair, energy):
    """The fixed point: weight times Δ/√(x² − Δ²) and x/√(x² − Δ²) on the grid; Anderson's mixing of ten steps."""
    source, kernels = _source(matsubara, x), _phonons(matsubara, x, x)
    tried, steps = [], []
    for _ in range(300):
        root = _root(energy, pair)
        pairs, states = weight * pair / root, weight * energy / root
        new = np.array(_convolved(source, kernels, pairs, states))
        old = np.array([pair, energy])
        tried, steps = [*tried[-9:], old], [*steps[-9:], new - old]
        if np.abs(steps[-1]).max() < 1e-12 * np.abs(energy).max():
            return pairs, states
        if len(steps) > 1:
            turns = np.array([steps[-1] - step for step in steps[:-1]]).reshape(len(steps) - 1, -1)
            share = np.linalg.lstsq(np.hstack([turns.real, turns.imag]).T, _flat(steps[-1]), rcond=1e-10)[0]
            for part, step, place in zip(share, steps, tried, strict=False):
                new = new - part * (old + steps[-1] - place - step)
        pair, energy = new
    change = np.abs(steps[-1]).max()
    raise RuntimeError(f"Δ(E) has not converged at T = {matsubara.T}: ZΔ still moves by {change:.1e}")


def _flat(x):
    """A complex array as one real vector."""
    return np.append(x.real.ravel(), x.imag.ravel())


def _convolved(source, kernels, pairs, states):
    """ZΔ and ZE: the Matsubara sums and the integral over phonons that are emitted or absorbed."""
    columns = np.array([pairs.real, pairs.imag, states.real, states.imag]).T
    here, mirrored = (kernel @ columns for kernel in kernels)
    pair = here[:, 0] - mirrored[:, 0] + 1j * (here[:, 1] + mirrored[:, 1])
    energy = here[:, 2] + mirrored[:, 2] + 1j * (here[:, 3] - mirrored[:, 3])
    return source[0] + 1j * pi * pair, source[1] + 1j * pi * energy


def _phonons(matsubara, E, x):
    """α²F(|E − x|)[n + f] for x, and for −x in its place; arrays of shape (E.size, x.size)."""
    T, alpha2F = matsubara.T, matsubara.spectrum
    f = expit(-x / T)

    def emission(d, occupied):
        d = np.abs(d)
        with np.errstate(over="ignore", divide="ignore", invalid="ignore"):
            return np.where(d > 0, alpha2F(d) * (1 / np.expm1(d / T) + occupied), 0.0)

    d = E[:, None] - x
    return emission(d, np.where(d > 0, 1 - f, f)), emission(E[:, None] + x, f)


def _source(matsubara, E):
    """The sums over Matsubara frequencies, at real energies E: of ZΔ and of ZE."""
    spectrum, T = matsubara.spectrum, matsubara.T
    size = np.hypot(matsubara.omega, matsubara.Delta)
    sine, cosine = matsubara.weight * matsubara.Delta / size, matsubara.weight * matsubara.omega / size
    # close to the real axis all lines count, and must lie closer than πT where E is among them; further away few do
    close = matsubara.omega < 0.3 * spectrum.omega.max()
    every = spectrum.omega, spectrum.coupling
    if spectrum.grid is not None and E.max() > spectrum.omega.min() - 35 * T:
        cells = int(np.diff(spectrum.grid).max() / (0.8 * T)) + 1
        if cells * spectrum.grid.size > 50_000:
            raise ValueError(f"T must be higher for this spectrum: at T = {T} it would take {cells} cells a point")
        if cells * spectrum.grid.size > 2000:
            every = spectrum.lines(cells)
    pair, energy = np.full(E.size, matsubara.repulsion), E.astype(float)
    for part, (lines, coupling) in ((close, every), (~close, spectrum.few_off_axis)):
        for i in range(E.size):
            z = E[i] + 1j * matsubara.omega[part]
            values = (1 / (1 - (z[:, None] / lines) ** 2)) @ coupling
            pair[i] += 2 * pi * T * (values.real @ sine[part])
            energy[i] += 2 * pi * T * (values.imag @ cosine[part])
    return pair, energy


def _edge(continued, guess):
    """Δ0 = Re Δ(Δ0), by secants."""

    def excess(E):
        return E - continued.Delta(E).real

    points = [guess, guess * (1 - 1e-4)]
    values = [excess(E) for E in points]
    for _ in range(50):
        points.append(points[-1] - values[-1] * (points[-1] - points[-2]) / (values[-1] - values[-2]))
        if abs(points[-1] - points[-2]) < 1e-13 * guess:
            return points[-1]
        values.append(excess(points[-1]))
    raise RuntimeError(f"the gap edge has not converged: {points[-1]} after {points[-2]}")
