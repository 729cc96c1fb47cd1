"""The lookup table is as exact as its expansion, and blocks change nothing."""

import numpy as np
import pytest

from bcs_helpers._table import BLOCK, Table, blockwise


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
