"""Each quantity against the formula as a textbook prints it, integrated by brute force: a second route for all."""

import numpy as np
import pytest

from bcs_helpers import crossover, gap, response, thermodynamics, tunnelling

from . import textbook

ROWS = [  # ours, the plain route, arguments, what quad reaches
    (lambda t: gap.gap(t, 1.0), textbook.gap, [(0.1,), (0.5,), (0.9,), (0.99,)], 1e-8),
    (response.yosida, textbook.yosida, [(0.1, 1.7), (0.5, 1.6), (0.9, 0.9), (3.0, 0.1)], 1e-8),
    (thermodynamics.entropy, textbook.entropy, [(0.2, 1.7), (0.5, 1.6), (0.9, 0.9)], 1e-8),
    (lambda *x: response.conductivity(*x).real, textbook.conductivity, [(0.3, 0.5, 1.0), (2.7, 0.3, 1.0)], 1e-6),
    (
        lambda t, d, g: response.relaxation_rate(t, d, broadening=g),
        textbook.relaxation_rate,
        [(0.5, 1.0, 0.05), (0.9, 0.6, 0.1)],
        1e-8,
    ),
    (
        lambda v, t, d, g: tunnelling.nis_conductance(v, t, d, broadening=g),
        textbook.nis_conductance,
        [(0.0, 0.2, 1.0, 0.05), (1.1, 0.1, 1.0, 0.01), (2.5, 0.3, 1.2, 0.1)],
        1e-8,
    ),
    (tunnelling.sis_current, textbook.sis_current, [(0.7, 0.5, 1.0), (2.6, 0.2, 1.0)], 1e-3),
    (
        lambda y: np.array([crossover.chemical_potential(y), crossover.gap(y)]),
        textbook.crossover,
        [(-1.0,), (0.0,), (1.0,)],
        3e-5,
    ),
]


@pytest.mark.parametrize(("ours", "plain", "points", "reached"), ROWS, ids=[row[1].__name__ for row in ROWS])
def test_the_fast_route_gives_what_the_plain_one_gives(ours, plain, points, reached):
    """To the accuracy that adaptive quadrature has: 1.5e-8 in itself, less beside a singularity."""
    for point in points:
        assert np.allclose(ours(*point), plain(*point), rtol=reached, atol=1.5e-8), point


def test_the_popular_formula_is_two_per_cent_wrong():
    """tanh(1.74 √(Tc/T − 1)) is off by up to 2 %."""
    t = np.linspace(0.01, 0.99, 99)
    error = np.abs(textbook.interpolated_gap(t) / (gap.gap(t, 1.0) / gap.GAP_OVER_TC) - 1)
    assert 0.015 < error.max() < 0.025
