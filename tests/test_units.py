"""The unit system k_B = ħ = e = 1 is consistent: numbers that combine many units come out as measured."""

from math import pi

import pytest

from bcs_helpers import units as u


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (u.kelvin / u.meV, 0.08617333262),  # CODATA 2018: k_B/e
        (u.flux_quantum / (u.tesla * u.metre**2), 2.067833848e-15),  # CODATA 2018: h/2e
        (u.GHz / u.meV, 4.135667696e-3),  # CODATA 2018: h
        (4 * pi * u.epsilon0 * u.speed_of_light, 137.035999),  # CODATA 2018: 1/α = 4πε0ħc/e²
        (u.electron_mass * u.speed_of_light**2 / u.MeV, 0.51099895),  # CODATA 2018
        (u.nucleon_mass * u.speed_of_light**2 / u.MeV, (938.27209 + 939.56542) / 2),  # CODATA 2018
        (u.tesla**2 / (2 * u.mu0) / (u.joule / u.metre**3), 397887.36),  # B²/2μ0 at 1 T
        (u.flux_quantum**2 / (u.ohm * u.second) ** 2 / (u.ampere**2), 2.067833848e-15**2),  # Wb = V s = Ω A s
        (2 * pi / u.ohm, 25812.80745),  # CODATA 2018: von Klitzing's h/e² in ohm
        (u.dalton * u.mole / (1e-3 * u.kilogram), 1.0),  # a mole of a gram per mole
        (u.fm / u.nm, 1e-6),
    ],
)
def test_combinations(value, expected):
    """Each line mixes several units; the number is independent of our choice of system."""
    assert value == pytest.approx(expected, rel=2e-8)
