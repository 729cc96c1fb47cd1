"""Functions of a = Δ/T alone: exact sums and integrals, stripped to what is smooth in s = a/(a + 3), and looked up."""

import numpy as np

from .quadrature import half_integer_sum, thermal_integral
from .table import Table


def gap_over_temperature(T, Delta):
    """a = Δ/T for checked arrays; 1000 stands for everything colder, 0 for the normal metal at any T."""
    return Delta / np.maximum(T, np.maximum(Delta / 1000, np.finfo(float).tiny))


class ActivatedTable:
    """A function that is activated when cold: leading(a) g(s), where leading has e^(−a) and the powers of a + 3."""

    def __init__(self, leading, smooth):
        self.leading = leading
        self.table = Table(lambda s: smooth(3 * s / (1 - s)))

    def __call__(self, T, Delta):
        a = gap_over_temperature(T, Delta)
        return self.leading(a) * self.table(a / (a + 3))


class CondensedTable:
    """A function that rises from a² near Tc to 1 when cold: s² (1 + (1 − s) g(s))."""

    def __init__(self, exact):
        self.table = Table(lambda s: (exact(3 * s / (1 - s)) / s**2 - 1) / (1 - s))

    def __call__(self, T, Delta):
        s = Delta / (Delta + (3 * T + np.finfo(float).tiny))  # 0, not 0/0, for Δ = T = 0
        return np.minimum(s * s * (1 + (1 - s) * self.table(s)), 1)


def occupied(a):
    """F(a) = 2∫₀^∞ du f(a cosh u). The weak-coupling gap equation reads ln(Δ/Δ0) = −F(Δ/T)."""
    return 2 * np.exp(-a) * thermal_integral(a, np.ones_like, 1)


def log_cooling(a):
    """ln(Tc/T) = Σ_{n>=0} [1/ν − 1/√(ν² + b²)], ν = n + ½, b = Δ/2πT: the same equation where Δ is small."""
    b = np.asarray(a) / (2 * np.pi)

    def term(nu):
        r = np.hypot(nu, b[..., None])
        return b[..., None] ** 2 / (nu * r * (nu + r))

    def rest(N):  # its third derivative is below rounding
        R = np.hypot(N, b)
        return np.log1p(b**2 / (2 * N * (N + R))), N / R**3 - 1 / N**2, 0.0

    return half_integer_sum(term, rest)


def superfluid(a):
    """n_s = 1 − Y = Σ_{n>=0} b²/E³, E = √(ν² + b²), ν = n + ½, b = Δ/2πT."""
    b = np.asarray(a) / (2 * np.pi)

    def rest(N):
        E = np.hypot(N, b)
        r, s = b / E, N / E
        return r**2 / (1 + s), -3 * r**2 * s / E**2, r**2 * s * (45 - 105 * s**2) / E**4

    return half_integer_sum(lambda nu: b[..., None] ** 2 / np.hypot(nu, b[..., None]) ** 3, rest)


def normal(a):
    """e^a Y, the Yosida function, from its integral."""
    return 2 * a * thermal_integral(a, np.cosh, 2)


def free_energy(a):
    """(F_n − F_s)/½N0Δ² = (2/b²) Σ_{n>=0} (E − ν)²/E, E = √(ν² + b²), ν = n + ½, b = Δ/2πT."""
    b = np.asarray(a) / (2 * np.pi)

    def term(nu):
        E = np.hypot(nu, b[..., None])
        return 2 * (b[..., None] / (E + nu)) ** 2 / E  # E − ν = b²/(E + ν)

    def rest(N):
        E = np.hypot(N, b)
        r, s = b / E, N / E
        return (r / (1 + s)) ** 2, -2 * r**2 * (2 + s) / (1 + s) ** 2 / E**2, -30 * r**2 * s / E**4

    return half_integer_sum(term, rest)
