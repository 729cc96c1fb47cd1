"""Isotropic Eliashberg theory for a phonon spectrum: Tc, Δ(iω_n) and the jump of the heat capacity.

>>> from bcs_helpers.eliashberg import LEAD_MU_STAR, critical_temperature, lead_model
>>> from bcs_helpers.units import kelvin
>>> round(critical_temperature(lead_model(), LEAD_MU_STAR) / kelvin, 2)
7.3

A spectrum α²F(ω) is a `Spectrum`: `tabulated` on a grid, or `einstein_modes`, a sum of sharp lines. With
$λ_k = 2∫dω ω α²F(ω)/(ω² + (2πTk)²)$, $ω_n = (2n + 1)πT$ and $tan θ_n = Δ_n/ω_n$, Eliashberg's two equations are one,

    $(2n + 1) sin θ_n = Σ_{m>=0} [λ_{n−m} sin(θ_m − θ_n) + λ_{n+m+1} sin(θ_m + θ_n) − 2μ* cos θ_n sin θ_m]$,

and a maximum of a function of the angles: $F_n − F_s = 4π²T²N0 H(θ)$. The repulsion μ* belongs to a cutoff, by default
the literature's 10 ω_max: its sum runs over N = cutoff/2πT frequencies, in the sense that there $Σ 1/(2n + 1)$ is
$½[ψ(N + ½) − ψ(½)]$ for any real N; what falls off faster is not cut. (A sum that ends sharply jumps with T; it gives a
Tc that is 0.3 % higher at λ = 1, μ* = 0.1.) `strong_coupling.coulomb_pseudopotential` carries μ* to another cutoff.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import pi

import numpy as np
from numpy.typing import NDArray
from scipy.special import polygamma, psi

from ._arguments import ArrayLike, FloatOrArray, evaluate, nonnegative, plain, positive, real, single
from ._numerics.quadrature import gauss_frequencies, gauss_lines

__all__ = [
    "LEAD_MU_STAR",
    "MatsubaraGap",
    "Spectrum",
    "critical_temperature",
    "einstein_modes",
    "heat_capacity_jump",
    "lead_model",
    "lorentzian_peak",
    "matsubara_gap",
    "tabulated",
]

FloatArray = NDArray[np.float64]

#: μ* of lead, recalled from W. L. McMillan, J. M. Rowell, Phys. Rev. Lett. 14, 108 (1965) and not adjusted here.
LEAD_MU_STAR = 0.131


@dataclass(frozen=True, eq=False)
class Spectrum:
    """A phonon spectrum: lines λ_j at ω_j, with $α²F(ω) = ½ Σ λ_j ω_j δ(ω − ω_j)$, and where it was given, its grid.

    Parameters
    ----------
    omega, coupling : arrays of shape (M,), ω_j > 0, energy, and λ_j > 0
    grid, alpha2F : arrays of shape (P,), or None; α²F is linear between the points of the grid and zero outside it
    """

    omega: FloatArray
    coupling: FloatArray
    grid: FloatArray | None = None
    alpha2F: FloatArray | None = None

    @property
    def total(self) -> float:
        """$λ = 2∫dω α²F(ω)/ω$, the electron–phonon coupling."""
        return self.coupling.sum().item()

    @property
    def omega_log(self) -> float:
        """Logarithmic mean frequency $exp[(2/λ)∫dω ln(ω) α²F(ω)/ω]$."""
        return np.exp(self.coupling @ np.log(self.omega) / self.total).item()

    @property
    def omega_2(self) -> float:
        """Root mean square frequency $√((2/λ)∫dω ω α²F(ω))$."""
        largest = self.omega.max()
        return (largest * np.sqrt(self.coupling @ (self.omega / largest) ** 2 / self.total)).item()

    @cached_property
    def few(self) -> FloatArray:
        """ω_j and λ_j of few lines that give λ_k as all of them do, to 1e-11, at any temperature."""
        return gauss_lines(self.omega, self.coupling, 0.5, 9)

    @cached_property
    def few_off_axis(self) -> FloatArray:
        """The same for λ(z) with |arg z| of 0.1 or more, whatever the size of z."""
        return gauss_lines(self.omega, self.coupling, 0.5, 14)

    def lines(self, cells: int) -> tuple[FloatArray, FloatArray]:
        """ω_j and λ_j of the trapezoidal rule, with so many cells between two points of the grid."""
        return _trapezoid(self.grid, self.alpha2F, cells)

    def __call__(self, omega: ArrayLike) -> FloatOrArray:
        """α²F(ω) between the points of the grid; TypeError where the spectrum is a sum of sharp lines."""
        if self.grid is None:
            raise TypeError("α²F of sharp modes is no function: give the peaks a width and use `tabulated`")
        (omega,) = real(omega=omega)
        return plain(np.interp(omega, self.grid, self.alpha2F, 0.0, 0.0))


def einstein_modes(omega: ArrayLike, coupling: ArrayLike) -> Spectrum:
    """The spectrum $α²F(ω) = ½ Σ λ_j ω_j δ(ω − ω_j)$ of sharp modes.

    Parameters
    ----------
    omega : float or array of shape (M,), > 0, energy
    coupling : float or array of shape (M,), > 0, λ_j

    Returns
    -------
    Spectrum

    Raises
    ------
    ValueError : the two do not match in shape

    Source
    ------
    J. P. Carbotte, Rev. Mod. Phys. 62, 1027 (1990), the definition of λ
    """
    omega, coupling = map(np.atleast_1d, positive(omega=omega, coupling=coupling))
    if omega.shape != coupling.shape or omega.ndim != 1 or not omega.size:
        raise ValueError(f"omega and coupling must have one shape (M,), got {omega.shape} and {coupling.shape}")
    return Spectrum(omega, coupling)


def tabulated(omega: ArrayLike, alpha2F: ArrayLike) -> Spectrum:
    """The spectrum that is linear between the given points and zero outside them.

    Parameters
    ----------
    omega : array of shape (P,), 3 <= P <= 20 000, > 0 and increasing, energy. A spectrum that reaches ω = 0 must
        vanish there; leave the point out
    alpha2F : array of shape (P,), >= 0, not all zero

    Returns
    -------
    Spectrum : its lines are a trapezoidal rule on at least 2000 points

    Source
    ------
    J. P. Carbotte, Rev. Mod. Phys. 62, 1027 (1990), the definition of λ
    """
    (omega,), (alpha2F,) = positive(omega=omega), nonnegative(alpha2F=alpha2F)
    if omega.ndim != 1 or omega.shape != alpha2F.shape or not 3 <= omega.size <= 20_000:
        raise ValueError(
            f"omega and alpha2F must have one shape (P,), 3 <= P <= 20000, got {omega.shape} and {alpha2F.shape}"
        )
    if not np.all(np.diff(omega) > 0):
        i = np.argmin(np.diff(omega) > 0)
        raise ValueError(f"omega must increase, got {omega[i]} before {omega[i + 1]} at index {i}")
    if not alpha2F.any():
        raise ValueError("alpha2F must not vanish everywhere, got only zeros")
    lines = _trapezoid(omega, alpha2F, -(-2000 // (omega.size - 1)))
    return Spectrum(*lines, omega, alpha2F)


def _trapezoid(omega, alpha2F, cells):
    """ω_j and λ_j of the trapezoidal rule, with so many cells between two points of the grid."""
    fine = np.interp(np.arange((omega.size - 1) * cells + 1) / cells, np.arange(omega.size), omega)
    width = np.gradient(fine)
    width[[0, -1]] /= 2
    lines = 2 * np.interp(fine, omega, alpha2F) * width / fine
    return fine[lines > 0], lines[lines > 0]


def lorentzian_peak(omega: ArrayLike, centre: ArrayLike, width: ArrayLike) -> FloatOrArray:
    """A Lorentzian $1/[(ω − ω₁)² + Γ²] − 1/(10 Γ²)$, cut off where it vanishes, at |ω − ω₁| = 3Γ; its height is 1.

    Parameters
    ----------
    omega : float or array, >= 0, energy
    centre, width : float or array, > 0, ω₁ and Γ, same unit; all broadcast

    Returns
    -------
    float or array in [0, 1]

    Source
    ------
    D. J. Scalapino, J. R. Schrieffer, J. W. Wilkins, Phys. Rev. 148, 263 (1966), the form (recalled)
    """

    def peak(omega, centre, width):
        return np.maximum(10 / (1 + ((omega - centre) / width) ** 2) - 1, 0.0) / 9

    return evaluate(peak, nonnegative(omega=omega) & positive(centre=centre, width=width))


def lead_model() -> Spectrum:
    """A *model* of lead's α²F(ω), not a measurement: two peaks, transverse and longitudinal.

    Cut-off Lorentzians at 4.4 and 8.5 meV, of half width 0.75 and 0.5 meV. Their two strengths follow from λ = 1.55
    and ω_log = 56 K of inverted tunnelling curves. All six numbers are recalled, from the papers named below. With
    `LEAD_MU_STAR` they give Tc = 7.30 K, 2Δ0/Tc = 4.54 and ΔC/γTc = 2.91; nothing is fitted to these.

    Returns
    -------
    Spectrum : in the units of `units`

    Source
    ------
    D. J. Scalapino, J. R. Schrieffer, J. W. Wilkins, Phys. Rev. 148, 263 (1966), positions and widths (recalled);
    P. B. Allen, R. C. Dynes, Phys. Rev. B 12, 905 (1975), λ and ω_log of lead (recalled)
    """
    from .units import kelvin, meV

    omega = np.linspace(2.1, 10.1, 1001) * meV
    peaks = [lorentzian_peak(omega, *peak) for peak in ((4.4 * meV, 0.75 * meV), (8.5 * meV, 0.5 * meV))]
    low, high = (tabulated(omega, peak) for peak in peaks)
    share = np.log(56 * kelvin / low.omega_log) / np.log(high.omega_log / low.omega_log)
    return tabulated(omega, 1.55 * ((1 - share) / low.total * peaks[0] + share / high.total * peaks[1]))


# ---- the linear equation: Tc and the jump ----------------------------------------------------------------------


def critical_temperature(spectrum: Spectrum, mu_star: float = 0.0, *, cutoff: float | None = None) -> float:
    """Tc of a spectrum: the temperature at which the linear equation for $θ_n = x_n$ has its first solution.

        $(2m + 1) x_m = Σ_{n>=0} [λ_{m−n} (x_n − x_m) + λ_{m+n+1} (x_n + x_m) − 2μ* x_n]$

    Parameters
    ----------
    spectrum : Spectrum
    mu_star : float, >= 0, μ*
    cutoff : float, > 0, energy to which μ* belongs; None: ten times the highest frequency of the spectrum

    Returns
    -------
    float, unit of the frequencies, to a relative 1e-10 for the lines of the spectrum; 0.0 where Tc is below 1e-30 of
        the highest frequency

    Source
    ------
    G. Bergmann, D. Rainer, Z. Physik 263, 59 (1973); P. B. Allen, R. C. Dynes, Phys. Rev. B 12, 905 (1975)
    """
    return _critical_temperature(spectrum, mu_star, cutoff)[0]


def _critical_temperature(spectrum, mu_star, cutoff):
    """Tc and the linear equation there, None where Tc is 0."""
    from scipy.optimize import brentq

    mu_star, cutoff = _repulsion(spectrum, mu_star, cutoff)
    highest, total = spectrum.omega.max().item(), spectrum.total
    if total > 1e100:
        raise ValueError(f"coupling must be <= 1e100, got {total}")
    if total < 0.01:  # colder than 1e-30, by the bound `low`
        return 0.0, None
    # bounds: 0.1827 √λ ω₂, the limit of strong coupling; 0.6877 ω_log e^(−(1+λ)/λ), that of weak coupling, for μ* = 0
    high = np.log(0.19 * np.sqrt(total) * spectrum.omega_2)
    low = np.log(0.6 * spectrum.omega_log) - (1 + total) / total
    coldest = np.log(1e-30 * highest)

    def coarse(log_T):
        return _Linear(spectrum, np.exp(log_T), mu_star, cutoff, nodes=6, reach=6).margin()

    low = max(low, coldest)
    while coarse(low) < 0:
        if low == coldest:
            return 0.0, None
        high, low = low, max(low - 2 * (high - low), coldest)
    guess = brentq(coarse, low, high, xtol=1e-7)
    # the rough sums are right to 1e-4 or better; from there by secants, each a few steps of inverse iteration
    points = [guess, guess + 1e-6]
    fine = [_Linear(spectrum, np.exp(x), mu_star, cutoff) for x in points]
    values = [linear.nearest() for linear in fine]
    for _ in range(20):
        step = values[-1] * (points[-1] - points[-2]) / (values[-1] - values[-2])
        points.append(points[-1] - step)
        if abs(step) < 3e-12 or abs(points[-1] - points[-2]) < 4e-16 * abs(points[-1]):
            return np.exp(points[-1]).item(), fine[-1]
        fine.append(_Linear(spectrum, np.exp(points[-1]), mu_star, cutoff))
        values.append(fine[-1].nearest(fine[-2].vector))
    raise RuntimeError(f"Tc has not converged: ln T moves by {step:.1e} after 20 steps")


def heat_capacity_jump(spectrum: Spectrum, mu_star: float = 0.0, *, cutoff: float | None = None) -> float:
    """Jump of the heat capacity at Tc over the normal one, ΔC/γTc, with $γ = (2π²/3) N0 (1 + λ)$.

    Near Tc the angles are A x_n, and $H = ½ k A² − ¼ B A⁴$: k is zero at Tc, its slope and B are sums over the
    solution x of the linear equation, and $ΔC/γTc = 3 (dk/d ln T)²/[(1 + λ) B]$. Nothing is differentiated numerically.

    Parameters
    ----------
    spectrum : Spectrum
    mu_star : float, >= 0, μ*
    cutoff : float, > 0, energy to which μ* belongs; None: ten times the highest frequency of the spectrum

    Returns
    -------
    float, to about 1e-6; $12/7ζ(3) = 1.426$ in weak coupling

    Raises
    ------
    ValueError : there is no superconductivity

    Source
    ------
    J. Bardeen, M. Stephen, Phys. Rev. 136, A1485 (1964), the free energy; E. A. Yuzbashyan, M. K.-H. Kiessling,
    B. L. Altshuler, Phys. Rev. B 106, 064502 (2022), its form in angles
    """
    Tc, K = _critical_temperature(spectrum, mu_star, cutoff)
    mu_star, cutoff = _repulsion(spectrum, mu_star, cutoff)
    if K is None:
        raise ValueError(f"mu_star must leave a Tc > 0, got mu_star = {mu_star} with coupling = {spectrum.total}")
    n, weight, odd = K.n, K.weight, 2 * K.n + 1
    y = np.sqrt(mu_star) * K.vector[-1]
    x = K.vector[:-1] / np.sqrt(weight * odd) + y / odd
    minus, plus = (x - x[:, None]) ** 2, (x + x[:, None]) ** 2
    N = cutoff / (2 * pi * Tc)
    slope = -(y**2) * N * polygamma(1, N + 0.5) / 2
    for w, strength in zip(K.w, K.strength, strict=True):
        near, far = ((k / w) ** 2 / (1 + (k / w) ** 2) ** 2 for k in (n[:, None] - n, n[:, None] + n + 1))
        slope += strength * (weight @ (near * minus - far * plus) @ weight)
    quartic = (weight @ (K.far * plus**2 - K.near * minus**2) @ weight) / 12
    quartic += -(weight @ (odd * x**4)) / 6 + 2 * y / 3 * (weight @ x**3)
    return plain(3 * slope**2 / ((1 + spectrum.total) * quartic))


def _repulsion(spectrum, mu_star, cutoff):
    """μ* and its cutoff, checked; the default cutoff is 10 ω_max."""
    if not isinstance(spectrum, Spectrum):
        raise TypeError(f"spectrum must be a Spectrum (`tabulated`, `einstein_modes`), got {type(spectrum).__name__}")
    cutoff = 10 * spectrum.omega.max().item() if cutoff is None else cutoff
    mu_star, cutoff = single(nonnegative(mu_star=mu_star) & positive(cutoff=cutoff))
    return mu_star, cutoff


class _Kernel:
    """λ_{m−n} and λ_{m+n+1} between the frequencies n that stand for all of them.

    slope is (λ_{m−n} − λ_{m+n+1})/(2m + 1) without the cancellation, its diagonal without λ_0; beyond is what all n
    that are left out add to Σ_n slope; drift is Σ_n slope of each line, over its λ_j.
    """

    def __init__(self, spectrum, T, nodes=12, reach=36):
        lines, self.strength = spectrum.few
        self.w = lines / (2 * pi * T)
        self.n, self.weight = n, weight = gauss_frequencies(self.w, nodes, reach)
        if n.size > 3000:
            raise ValueError(f"T must be higher: {n.size} frequencies would be needed at T = {T}, 3000 are allowed")
        self.near, self.far, self.slope = np.zeros((3, n.size, n.size))
        self.drift = []
        minus, plus = (n[:, None] - n) ** 2, (n[:, None] + n + 1) ** 2
        for w, strength in zip(self.w, self.strength, strict=True):
            near, far = w**2 / (w**2 + minus), w**2 / (w**2 + plus)
            slope = near * far * ((2 * n + 1) / w**2)
            self.near += strength * near
            self.far += strength * far
            self.slope += strength * slope
            self.drift.append(slope @ weight)
        self.beyond = self.strength @ (self.w**2 / (weight.sum() ** 2 + self.w**2))
        # sin(θ_m − θ_n) has no term m = n, so λ_0 drops out before it can cancel
        np.fill_diagonal(self.near, 0)
        np.fill_diagonal(self.slope, -self.far.diagonal() / (2 * n + 1))

    def missed(self):
        """What the sums over λ_{m−n} miss of `of_tail`: far out they do not resolve it."""
        odd = 2 * self.n + 1
        return self.of_tail() - (self.near + self.far) @ (self.weight / odd) + self.slope @ self.weight + self.beyond

    def of_tail(self):
        """K applied to 1/(2n + 1), in closed form."""
        n, odd = self.n, 2 * self.n + 1
        result = np.zeros(n.size)
        for w, strength, drift in zip(self.w, self.strength, self.drift, strict=True):
            digamma = psi(n + 1 + 1j * w)
            # [λ_0 + 2 Σ_{k=1}^{n} λ_k]/(2n + 1) over λ as it stands would cancel at small n
            mass = np.where(n < 10 * w, drift, (pi * w / np.tanh(pi * w) - 2 * w * digamma.imag) / odd)
            result += strength * w**2 * (digamma.real - psi(0.5) - mass) / ((n + 0.5) ** 2 + w**2)
        return result


class _Linear(_Kernel):
    """The linear equation at one temperature, as a symmetric matrix.

    The repulsion becomes one more unknown, y = −2μ* Σ x_n. With x = y/(2n + 1) + z the rest, z, falls off as 1/n³ like
    the whole solution at μ* = 0. K applied to 1/(2n + 1) is known in closed form.
    """

    def __init__(self, spectrum, T, mu_star, cutoff, nodes=12, reach=36):
        super().__init__(spectrum, T, nodes, reach)
        odd, size = 2 * self.n + 1, self.n.size
        self.scale = np.sqrt(self.weight / odd)
        self.matrix = np.empty((size + 1, size + 1))
        self.matrix[:-1, :-1] = np.outer(self.scale, self.scale) * (self.near + self.far)
        self.matrix[range(size), range(size)] -= 1 + self.slope @ self.weight + self.beyond
        border = self.of_tail() if mu_star else np.zeros(size)
        self.matrix[-1, :-1] = self.matrix[:-1, -1] = np.sqrt(mu_star) * border * self.scale
        self.matrix[-1, -1] = 0.5 + mu_star * (_logarithm(cutoff / (2 * pi * T)) + border @ (self.weight / odd))

    def margin(self):
        """Positive below Tc, negative above: the second eigenvalue from the top; y has the first to itself."""
        from scipy.linalg import eigvalsh

        N = len(self.matrix)
        return eigvalsh(self.matrix, subset_by_index=[N - 2, N - 2])[0]

    def nearest(self, start=None):
        """The eigenvalue that is nearest to zero, by inverse iteration; its vector is kept."""
        from scipy.linalg import lu_factor, lu_solve

        N = len(self.matrix)
        x = start if start is not None and start.size == N else np.append(self.scale, 0.0)
        factors, value = lu_factor(self.matrix, check_finite=False), np.inf
        for _ in range(30):
            x = lu_solve(factors, x, check_finite=False)
            x /= np.linalg.norm(x)
            last, value = value, x @ self.matrix @ x
            if abs(value - last) < 1e-14:
                break
        self.vector = x
        return value


def _logarithm(N):
    """Σ 1/(2n + 1) over the first N frequencies, ½[ψ(N + ½) − ψ(½)], for any N >= 0."""
    return 0.5 * (psi(N + 0.5) - psi(0.5))


# ---- below Tc, on the imaginary axis ---------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class MatsubaraGap:
    """The solution at one temperature, at some Matsubara frequencies with the weights of a sum over all of them.

    Parameters
    ----------
    spectrum : Spectrum
    T, Tc : float, energy
    n, weight : arrays of shape (N,): Σ_{n>=0} f(n) is Σ weight f(n). n is 0, 1, 2 … at first, not whole later
    omega, Delta, Z : arrays of shape (N,): $ω_n = (2n + 1)πT$, Δ(iω_n) and Z(iω_n)
    repulsion : float, <= 0, what μ* adds to ZΔ at every frequency
    condensation_energy : float, (F_n − F_s)/N0 with N0 the bare density of states per spin; energy squared
    """

    spectrum: Spectrum
    T: float
    Tc: float
    n: FloatArray
    weight: FloatArray
    omega: FloatArray
    Delta: FloatArray
    Z: FloatArray
    repulsion: float
    condensation_energy: float


def matsubara_gap(spectrum: Spectrum, T: float, mu_star: float = 0.0, *, cutoff: float | None = None) -> MatsubaraGap:
    """Δ(iω_n) and Z(iω_n) at the temperature T: the maximum of H(θ), by Newton's method.

    Parameters
    ----------
    spectrum : Spectrum
    T : float, > 0, energy
    mu_star : float, >= 0, μ*
    cutoff : float, > 0, energy to which μ* belongs; None: ten times the highest frequency of the spectrum

    Returns
    -------
    MatsubaraGap : Delta is exactly 0.0 at and above Tc, and right to about 1e-7 below

    Raises
    ------
    ValueError : T is below Tc/100, where nothing changes any more
    RuntimeError : Newton's method has not converged

    Source
    ------
    G. M. Eliashberg, Sov. Phys. JETP 11, 696 (1960); E. A. Yuzbashyan, M. K.-H. Kiessling, B. L. Altshuler,
    Phys. Rev. B 106, 064502 (2022), the angles
    """
    Tc = critical_temperature(spectrum, mu_star, cutoff=cutoff)
    mu_star, cutoff = _repulsion(spectrum, mu_star, cutoff)
    (T,) = single(positive(T=T))
    if T < 0.01 * Tc:
        raise ValueError(f"T must be >= Tc/100 = {0.01 * Tc}, got {T}")
    K = _Kernel(spectrum, T, reach=16)
    odd = 2 * K.n + 1
    theta, c = _angles(K, spectrum, mu_star, cutoff, Tc, T) if T < Tc else (np.zeros(K.n.size), 0.0)
    sine, cosine = np.sin(theta), np.cos(theta)
    # λ_0 of the term m = n, which `_Kernel.slope` leaves out
    Z = 1 + (K.slope @ (K.weight * cosine)) + K.beyond + K.weight * K.strength.sum() / odd * cosine
    omega = odd * pi * T
    return MatsubaraGap(
        spectrum, T, Tc, K.n, K.weight, omega, omega * sine / cosine, Z, pi * T * c, _condensation(K, theta, c, T)
    )


def _condensation(K, theta, c, T):
    """4π²T² H(θ)."""
    odd = 2 * K.n + 1
    half, sine = np.sin(theta / 2), np.sin(theta)
    H = -2 * K.weight @ ((1 + K.beyond) * odd * half**2)
    near, far = np.sin((theta - theta[:, None]) / 2) ** 2, np.sin((theta + theta[:, None]) / 2) ** 2
    H += K.weight @ (K.far * far - K.near * near) @ K.weight + 0.5 * c * (K.weight @ sine)
    if c:
        H += c * (K.weight * K.missed()) @ (theta - 0.5 * c / odd)
    return (4 * pi**2 * T**2 * H).item()


def _angles(K, spectrum, mu_star, cutoff, Tc, T):
    """θ_n and c = −2μ* Σ sin θ_n at the maximum of H."""
    from scipy.linalg import solve

    n, weight, odd = K.n, K.weight, 2 * K.n + 1
    phonons = K.near + K.far
    # far out θ_n is c/(2n + 1): that is summed to the cutoff, the rest to ∞
    stiffness = 1 + 2 * mu_star * _logarithm(cutoff / (2 * pi * T))
    missed = K.missed() if mu_star else np.zeros(n.size)
    drag = (1 + K.beyond) * odd
    # from above: a few plain iterations, then Newton
    tangent = 4 * np.sqrt(spectrum.total) * spectrum.omega_2 / (pi * T) / odd / (1 + (n / K.w.max()) ** 2)
    c = 0.0
    for _ in range(200):
        theta = np.arctan(tangent)
        pair = phonons @ (weight * np.sin(theta))
        mass = drag + odd * (K.slope @ (weight * np.cos(theta)))  # λ_0 would only make it slow
        c = -2 * mu_star * (weight @ (np.sin(theta) - c / odd)) / stiffness
        tangent = (pair + c) / mass
        if np.abs(np.arctan(tangent) - theta).max() < 1e-3:
            break
    theta, size = np.arctan(tangent), n.size
    for _ in range(60):
        difference, total = theta - theta[:, None], theta + theta[:, None]
        force = (K.near * np.sin(difference) + K.far * np.sin(total)) @ weight - drag * np.sin(theta)
        force += c * (np.cos(theta) + missed)
        last = stiffness * c + 2 * mu_star * (weight @ (np.sin(theta) - c / odd))
        near, far = K.near * np.cos(difference), K.far * np.cos(total)
        jacobian = np.empty((size + 1, size + 1))
        jacobian[:-1, :-1] = (near + far) * weight
        jacobian[range(size), range(size)] += (far - near) @ weight - drag * np.cos(theta) - c * np.sin(theta)
        jacobian[:-1, -1] = np.cos(theta) + missed
        jacobian[-1, :-1] = 2 * mu_star * weight * np.cos(theta)
        jacobian[-1, -1] = stiffness - 2 * mu_star * (weight @ (1 / odd))
        step = solve(jacobian, -np.append(force, last), check_finite=False)
        theta, c = theta + step[:-1], c + step[-1]
        if np.max(np.abs(step[:-1])) < 1e-13:
            break
    if not (np.max(np.abs(step[:-1])) < 1e-10 and theta[0] > 0):
        raise RuntimeError(f"Δ(iω_n) has not converged at T = {T / Tc:.6g} Tc: a last step of {np.abs(step).max():.1e}")
    return theta, c
