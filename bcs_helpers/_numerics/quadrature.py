"""Integrals and sums by rules that converge exponentially: nodes and weights, each made once."""

from functools import cache, lru_cache

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


def gauss_lines(omega, coupling, panel, count):
    """ω_j and λ_j of few lines for many: Σ λ_j f(ω_j²) by a Gauss rule in ω² of `count` in every `panel` of ln ω.

    On the imaginary axis ω²/(ω² − z²) has its pole at ω² < 0: the rule is right to coth(panel/2)^(−2 count), however
    far down the spectrum reaches. At other z it is the angle of z that counts. Lanczos' recurrence finds the rule.
    """
    from scipy.linalg import eigh_tridiagonal

    piece = np.floor(np.log(omega / omega.min()) / panel)
    found = []
    for number in np.unique(piece):
        here = piece == number
        squares, share = (omega[here] / omega[here].max()) ** 2, coupling[here]
        if share.size <= count:
            found.append((omega[here], share))
            continue
        basis, diagonal, beside = np.sqrt(share / share.sum())[None], [], []
        while True:
            vector = squares * basis[-1]
            diagonal.append(vector @ basis[-1])
            for _ in range(2):  # twice is enough to keep the basis orthogonal
                vector -= basis.T @ (basis @ vector)
            length = np.linalg.norm(vector)
            if len(diagonal) == count or length < 1e-13:
                break
            beside.append(length)
            basis = np.vstack([basis, vector / length])
        nodes, vectors = eigh_tridiagonal(diagonal, beside)
        found.append((omega[here].max() * np.sqrt(nodes), share.sum() * vectors[0] ** 2))
    return np.concatenate(found, axis=1)


def gauss_frequencies(w, nodes=12, reach=36, last=5000):
    """Numbers n and weights with Σ_{n>=0} f(n) = Σ weight f(n): all n at first, then Gauss rules panel by panel.

    w = ω_j/2πT are the widths of λ_k. A panel is at most twice as long as all before it, and twice as wide as any w
    that reaches so far; beyond `reach` w a line matters no more, and beyond `last` w nothing. A panel of no more than
    `nodes` integers is that many integers.
    """
    w = np.atleast_1d(w)
    panels, start = [], 0.0
    while start < last * max(w.max(), 1):
        felt = w[reach * np.maximum(w, 1) > start]
        length = max(nodes, 2 * start if not felt.size else min(2 * start, 2 * felt.min() // 1))
        n, weight = _gauss_sum(length, nodes)
        panels.append((start + n, weight))
        start += length
    return np.concatenate(panels, axis=1)


@lru_cache(maxsize=512)
def _gauss_sum(length, nodes):
    """Gauss rule for Σ_{n=0}^{length−1} f(n): nodes and weights from the discrete Chebyshev (Gram) polynomials."""
    from scipy.linalg import eigh_tridiagonal

    if length <= nodes:
        return np.arange(length), np.ones(int(length))
    k = np.arange(1.0, nodes)
    beta = k**2 * (length**2 - k**2) / (4 * (4 * k**2 - 1))
    n, vectors = eigh_tridiagonal(np.full(nodes, (length - 1) / 2), np.sqrt(beta))
    return n, length * vectors[0] ** 2
