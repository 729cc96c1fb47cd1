"""The tools: tables as exact as their expansions, blocks that change nothing, rules of quadrature, verified roots."""

import numpy as np
import pytest
from scipy.special import zeta

from bcs_helpers._numerics.blocks import BLOCK, blockwise
from bcs_helpers._numerics.quadrature import (
    double_exponential,
    gauss_chebyshev,
    gauss_fermi,
    gauss_legendre,
    half_integer_sum,
    thermal_integral,
    trapezoid,
)
from bcs_helpers._numerics.roots import find_root, newton, root_above
from bcs_helpers._numerics.scaling import ratio, scaled
from bcs_helpers._numerics.table import Table


def test_a_smooth_function_is_reproduced_to_rounding(rng):
    """exp on [0, 1], ends included, to a few units in the last place."""
    s = np.concatenate([[0.0, 1.0, 1e-300, 1 - 1e-16], rng.random(10_000)])
    assert np.max(np.abs(Table(np.exp)(s) / np.exp(s) - 1)) < 5e-15


def test_the_error_follows_the_third_derivative():
    """The quadratic in a cell is off by |f‴|/(192·16384³): cos(100 s) shows it, and no more."""
    s = np.linspace(0, 1, 100_001)
    error = np.max(np.abs(Table(lambda s: np.cos(100 * s), degree=160)(s) - np.cos(100 * s)))
    bound = 100**3 / 192 / 16384**3
    assert 0.9 * bound < error < 1.1 * bound


@pytest.mark.parametrize("size", [1, 7, BLOCK])
def test_blocks_change_nothing(size, rng):
    """A blocked evaluation equals the plain one for every shape: scalar, empty, broadcast."""
    x, y = rng.random((5, 1)), rng.random(4)
    assert np.array_equal(blockwise(lambda x, y: x * np.exp(y), x, y, size=size), x * np.exp(y))
    assert blockwise(lambda x: 2 * x, np.array(3.0), size=size) == 6
    assert blockwise(lambda x: 2 * x, np.empty((0, 3)), size=size).shape == (0, 3)


def test_long_arrays_are_cut():
    """No block is longer than asked."""
    lengths = []
    blockwise(lambda x: lengths.append(len(x)) or x, np.arange(10.0), size=4)
    assert lengths == [4, 4, 2]


def test_blocks_keep_complex_numbers():
    """The kind of number of the result is said, so that an empty array has it too."""
    assert blockwise(lambda x: 1j * x, [1.0, 2.0], dtype=complex).tolist() == [1j, 2j]
    assert blockwise(lambda x: 1j * x, [], dtype=complex).dtype == complex


def test_rules_of_quadrature_integrate_what_they_are_made_for():
    """Each rule against an integral in closed form: powers, −f′, an edge singularity, an even bell."""
    x, w = gauss_legendre(8)
    assert np.isclose(w @ x**15, 1 / 16, rtol=1e-14)
    x, w = gauss_fermi(6)
    assert np.isclose(w @ x**2, np.pi**2 / 3, rtol=1e-13) and np.isclose(w @ x**4, 7 * np.pi**4 / 15, rtol=1e-13)
    x, w = double_exponential(0.05)
    assert np.isclose(w @ x**-0.5, 2, rtol=1e-8) and np.isclose(w @ np.log(x), -1, rtol=1e-12)
    x, w = trapezoid(8.0, 40)
    assert np.isclose(w @ np.exp(-(x**2)), np.sqrt(np.pi) / 2, rtol=1e-14)
    # √(sinh(L + t) sinh(L − t)) = √(cosh²t... ) → √(L² − t²) for small L: ∫ dt/√(L² − t²) = π
    _, w = gauss_chebyshev(np.array([[1e-6]]))
    assert np.isclose(w.sum(), np.pi, rtol=1e-11)
    assert np.isclose(thermal_integral(30.0, np.cosh, 2) * 2 * 30, np.sqrt(2 * np.pi * 30), rtol=0.02)


def test_half_integer_sums():
    """Σ 1/(n + ½)³ = 7 ζ(3), the tail by Euler and Maclaurin."""
    total = half_integer_sum(lambda nu: nu**-3.0, lambda N: (N**-2 / 2, -3 * N**-4.0, -60 * N**-6.0), count=20)
    assert np.isclose(total, 7 * zeta(3), rtol=1e-13)


def test_roots_are_verified():
    """A root that is not there, or a start too far away, raises instead of coming back."""
    assert np.allclose(find_root(lambda x, a: x**2 - a, 0.0, 4.0, np.array([2.0, 9.0])), [np.sqrt(2), 3], rtol=1e-15)
    with pytest.raises(ArithmeticError, match="no root was found for 1 of 2 points, the first at 1"):
        find_root(lambda x, a: x**2 - a, 0.0, 4.0, np.array([2.0, 25.0]))
    assert root_above(lambda x, a: x - a, 0.0, 4.0, np.array([-1.0, 1.0])).tolist() == [0.0, 1.0]
    correction = lambda x: (x * x - 2) / (2 * x)  # noqa: E731
    assert np.isclose(newton(correction, np.array([1.5]), steps=4, tolerance=1e-6)[0], np.sqrt(2), rtol=1e-15)
    with pytest.raises(ArithmeticError, match="no root was found"):
        newton(correction, np.array([1e6]), steps=4, tolerance=1e-6)


def test_scaling_loses_no_bit():
    """Energies in units of a power of two; a ratio beyond the limit is the limit."""
    unit, a, b = scaled(np.array([3e200]), np.array([1.1e-7 * 3e200]))
    assert a * unit == 3e200 and b * unit == 1.1e-7 * 3e200 and 1 <= a[0] < 2
    assert ratio(1e300, 1e-300) == 1e300 and ratio(3.0, 2.0) == 1.5
