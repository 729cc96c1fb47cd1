"""The plain, slow route: each formula as a textbook prints it, one point at a time, by scipy's own tools.

Tests compare with it, and benchmarks measure against it. Energies in one unit, k_B = 1.
"""

import warnings
from functools import wraps

import numpy as np
from scipy.integrate import IntegrationWarning, quad
from scipy.linalg import eigvalsh
from scipy.optimize import brentq, root
from scipy.special import psi

A0 = np.pi * np.exp(-np.euler_gamma)  # Δ(0)/Tc


def plain(function):
    """quad says that it is unsure near a peak; so would a student's."""

    @wraps(function)
    def quiet(*arguments):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", IntegrationWarning)
            return function(*arguments)

    return quiet


def interpolated_gap(t):
    """Δ(T)/Δ(0) by the formula that everybody uses: 2 % wrong."""
    return np.tanh(1.74 * np.sqrt(1 / t - 1))


def fermi(x):
    """f = 1/(e^x + 1)."""
    return 1 / (np.exp(min(x, 700)) + 1)


def slope(x):
    """−f′ = 1/4cosh²(x/2)."""
    return 0.25 / np.cosh(min(abs(x) / 2, 350)) ** 2


@plain
def gap(t):
    """Δ/Tc at t = T/Tc: ln(Δ/Δ0) = −2∫dξ f(E/T)/E."""

    def residual(delta):
        thermal = quad(lambda x: fermi(A0 * np.hypot(x, delta) / t) / np.hypot(x, delta), 0, np.inf)[0]
        return np.log(delta) + 2 * thermal

    return A0 * brentq(residual, 1e-6, 1, xtol=1e-13)


@plain
def yosida(t, d):
    """Y = 2∫₀^∞ dξ (−∂f/∂E)."""
    return 2 / t * quad(lambda x: slope(np.hypot(x, d) / t), 0, np.inf)[0]


@plain
def entropy(t, d):
    """S/γ = −(6/π²) ∫₀^∞ dξ [f ln f + (1 − f) ln(1 − f)]."""

    def s(x):
        f = fermi(np.hypot(x, d) / t)
        return -(f * np.log(f) if f else 0) - (1 - f) * np.log1p(-f)

    return 6 / np.pi**2 * quad(s, 0, np.inf)[0]


@plain
def conductivity(w, t, d):
    """σ₁/σ_n of Mattis and Bardeen: thermal quasiparticles, and pairs for ω > 2Δ."""

    def occupied(E):
        return fermi(E / t) - fermi((E + w) / t)

    def g(E, F):
        return abs(E * F + d * d) / np.sqrt((E * E - d * d) * (F * F - d * d))

    s = 2 / w * quad(lambda x: 2 * x * g(d + x * x, d + x * x + w) * occupied(d + x * x), 0, np.inf)[0]
    if w > 2 * d:
        s += quad(lambda E: g(E, E + w) * (1 - 2 * fermi((E + w) / t)), d - w, -d)[0] / w
    return s


@plain
def relaxation_rate(t, d, broadening):
    """R_s/R_n = 2∫₀^∞ dE (−f′) [N² + M²]."""

    def f(E):
        z = E + 1j * broadening
        r = np.sqrt(z - d) * np.sqrt(z + d)
        return ((z / r).real ** 2 + (d / r).real ** 2) * slope(E / t) / t

    return 2 * quad(f, 0, 40 * t + d, points=[d], limit=200)[0]


@plain
def nis_conductance(v, t, d, broadening):
    """G/G_n = ∫ dE N(E) [−f′(E − V)]."""
    z = 1j * broadening

    def smeared(E):
        return abs(((E + z) / (np.sqrt(E + z - d) * np.sqrt(E + z + d))).real) * slope((E - v) / t) / t

    far = 40 * t
    return quad(smeared, v - far, v + far, points=[p for p in (-d, d, v) if abs(p - v) < far], limit=400)[0]


@plain
def sis_current(v, t, d):
    """e I R_n = ∫ dE N(E) N(E + V) [f(E) − f(E + V)]."""

    def n(E):
        return abs(E) / np.sqrt(E * E - d * d) if abs(E) > d else 0.0

    points = [-d, d, -d - v, d - v]
    return quad(lambda E: n(E) * n(E + v) * (fermi(E / t) - fermi((E + v) / t)), -20, 20, points=points, limit=200)[0]


@plain
def crossover(inv_kFa):
    """(μ, Δ) in E_F from the gap and the number equation of Leggett."""

    def equations(p):
        mu, d = p

        def xi(k):
            return k * k - mu

        n = quad(lambda k: k * k * (1 - xi(k) / np.hypot(xi(k), d)), 0, np.inf, limit=200)[0]
        a = quad(lambda k: k * k * (1 / np.hypot(xi(k), d) - 1 / (k * k)) if k else 0.0, 0, np.inf, limit=200)[0]
        return n - 2 / 3, a + np.pi * inv_kFa / 2

    return root(equations, (0.5, 0.5)).x


def eliashberg(coupling, frequencies, guess, mu_star=0.0):
    """Tc/ω of one mode: the largest eigenvalue of the plain matrix of so many Matsubara frequencies is 0.

    μ* belongs to 10 ω and is carried to the last frequency, where its sum ends.
    """
    n = np.arange(frequencies)

    def largest(log_T):
        w = np.exp(-log_T) / (2 * np.pi)
        lam = coupling * w**2 / (w**2 + np.arange(2.0 * frequencies) ** 2)
        mu = mu_star / (1 - mu_star * (psi(frequencies + 0.5) - psi(10 * w + 0.5)))
        Z = 2 * n + 1 + lam[0] + 2 * np.append(0.0, np.cumsum(lam[1:frequencies]))
        kernel = lam[np.abs(n[:, None] - n)] + lam[n[:, None] + n + 1] - 2 * mu - np.diag(Z)
        norm = np.sqrt(2 * n + 1)
        return eigvalsh(kernel / np.outer(norm, norm), subset_by_index=[frequencies - 1, frequencies - 1])[0]

    return np.exp(brentq(largest, np.log(guess) - 0.7, np.log(guess) + 0.7, xtol=1e-13))
