"""Integrals and sums by rules that converge exponentially: nodes and weights, each made once."""

from functools import cache

import numpy as np

TAIL = 38.0  # e^(−38) = 3e-17 ends an integral over thermal excitations


@cache
def gauss_legendre(count):
    """Nodes and weights of Gauss and Legendre on [0, 1]."""
    x, weight = np.polynomial.legendre.leggauss(count)
    return (1 + x) / 2, weight / 2


def gauss_fermi(count):
    """Nodes and weights of Gauss quadrature with the weight −f′(x) = ¼ sech²(x/2).

    Its polynomials have the recurrence p_{n+1} = x p_n − (πn²)²/(4n² − 1) p_{n−1} (continuous Hahn).
    """
    n = np.arange(1, count)
    off_diagonal = np.diag(np.pi * n**2 / np.sqrt(4 * n**2 - 1), 1)
    x, vectors = np.linalg.eigh(off_diagonal + off_diagonal.T)
    return x, vectors[0] ** 2


def gauss_chebyshev(L):
    """Nodes t > 0 and weights of ∫_{−L}^{L} dt y(t)/√(sinh(L + t) sinh(L − t)) for even y, a row for each L.

    Their number follows the longest interval: the nearest singularity of y is taken to be at Im t = π/2.
    """
    N = int(20 + 6 * np.max(L))
    theta = np.pi * (np.arange(N) + 0.5) / (2 * N)
    t, near, far = L * np.cos(theta), 2 * L * np.sin(theta / 2) ** 2, 2 * L * np.cos(theta / 2) ** 2
    return t, np.pi / N * np.sqrt(near / np.sinh(near)) * np.sqrt(far / np.sinh(far))


def trapezoid(length, steps):
    """Nodes 0 … length and weights of the trapezoid for an integrand that is even at 0 and gone at the end.

    Exponentially accurate: e^(−2πb/h) for a step h = length/steps and a nearest singularity at Im = b.
    """
    count = np.arange(steps + 1)
    return length / steps * count, length / steps * np.where(count == 0, 0.5, 1.0)


def double_exponential(h):
    """Nodes and weights on [0, 1] for an integrand with any singularity at 0."""
    tau = h * np.arange(-round(3.8 / h), round(3.1 / h) + 1)
    x = 1 / (1 + np.exp(-np.pi * np.sinh(tau)))
    return x, h * np.pi * np.cosh(tau) / (4 * np.cosh(np.pi / 2 * np.sinh(tau)) ** 2)


def half_integer_sum(term, rest, count=200):
    """Σ_{n>=0} g(n + ½): `count` terms of `term(ν)`, with ν on the last axis, and the rest by Euler and Maclaurin.

    rest(N) gives ∫_N^∞ g dν, g′(N) and g‴(N); what is left out is of the order of the fifth derivative.
    """
    integral, slope, third = rest(count)
    return term(np.arange(count) + 0.5).sum(axis=-1) + (integral + slope / 24 - 7 * third / 5760)


def thermal_integral(a, weight, power):
    """e^a ∫₀^∞ du weight(u) e^{−x}/(1 + e^{−x})^power, x = a cosh u: power 1 has f(x), power 2 has −f′(x)."""
    a = np.asarray(a)[..., None]
    h = np.minimum(0.2, 0.7 / np.sqrt(a))  # trapezoid: poles of f ask for the first, e^(−au²/2) for the second
    u = h * np.arange(120)
    y = weight(u) * np.exp(-2 * a * np.sinh(u / 2) ** 2) / (1 + np.exp(-a * np.cosh(u))) ** power
    return h[..., 0] * (y.sum(axis=-1) - y[..., 0] / 2)
