"""Spectrum, coherence factors and density of states: identities, limits, sum rules, bad input."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from bcs_helpers.spectrum import (
    amplitudes,
    bogoliubov_matrix,
    density_of_states,
    group_velocity,
    number_of_states,
    occupation,
    quasiparticle_energy,
)

from .conftest import close

energies = st.floats(-1e6, 1e6)
gaps = st.floats(0, 1e3)


@given(xi=energies, Delta=gaps)
def test_energies_and_coherence_factors_obey_their_identities(xi, Delta):
    """E >= Δ and |ξ|; u² + v² = 1; E(u² − v²) = ξ; 2Euv = Δ."""
    E, (u, v) = quasiparticle_energy(xi, Delta), amplitudes(xi, Delta)
    assert isinstance(E, float) and isinstance(u, float) and E >= max(Delta, abs(xi)) * (1 - 1e-15)
    assert u**2 + v**2 == pytest.approx(1, rel=1e-14)
    assert E * (u**2 - v**2) == pytest.approx(xi, rel=1e-12, abs=1e-12 * E + 1e-150)
    assert 2 * E * u * v == pytest.approx(Delta, rel=1e-12, abs=1e-150)  # v² underflows below
    assert occupation(-xi, Delta) == pytest.approx(1 - occupation(xi, Delta), rel=1e-14)


def test_small_occupation_is_relatively_exact():
    """Far above the Fermi level v² = Δ²/4ξ², where 1 − ξ/E would give zero."""
    xi = np.array([1e6, 1e9, 1e150])
    assert close(occupation(xi, 1.0), 0.25 / xi / xi, rel=1e-11)


def test_the_step_is_as_wide_as_the_gap():
    """v² falls from 85 % to 15 % between ξ = −Δ and ξ = Δ: ½(1 ± 1/√2)."""
    assert close(occupation(-2.0, 2.0), 0.5 * (1 + 1 / np.sqrt(2)), rel=1e-15)
    assert occupation(0.0, 0.0) == 0.5 and occupation(-1.0, 0.0) == 1 and occupation(1.0, 0.0) == 0


@given(xi=energies, Delta=st.floats(1e-3, 1e3))
def test_the_bogoliubov_matrix_diagonalises(xi, Delta):
    """B H Bᵀ = diag(E, −E) for H = [[ξ, Δ], [Δ, −ξ]]-type matrices, and B is orthogonal (fermions stay fermions)."""
    B = bogoliubov_matrix(*amplitudes(xi, Delta))
    assert np.allclose(B @ B.T, np.eye(2), atol=1e-14)
    E = quasiparticle_energy(xi, Delta)
    H = np.array([[xi, -Delta], [-Delta, -xi]])  # in (c↑, c†↓) with the sign convention of this module
    assert np.allclose(B @ H @ B.T, np.diag([E, -E]), atol=1e-12 * E)


def test_group_velocity_is_the_slope_of_the_energy():
    """dE/dk by central differences; zero at k_F, ±v_F far away."""
    xi, v_F, h = np.linspace(-5, 5, 41), 3.0, 1e-5
    slope = (quasiparticle_energy(xi + v_F * h, 1.0) - quasiparticle_energy(xi - v_F * h, 1.0)) / (2 * h)
    assert np.allclose(group_velocity(xi, 1.0, v_F), slope, atol=1e-8)  # step² truncation
    assert group_velocity(0.0, 1.0, v_F) == 0 and group_velocity(0.0, 0.0, v_F) == 0
    assert group_velocity(-1e9, 1.0, v_F) == -v_F


def test_density_of_states_without_broadening():
    """E/√(E² − Δ²) outside, 0 inside, infinite at the edge; the normal metal is flat."""
    assert close(density_of_states([1.25, -1.25], 1.0, broadening=0), 5 / 3, rel=1e-15)
    assert density_of_states(0.99, 1.0, broadening=0) == 0
    assert density_of_states(-1.0, 1.0, broadening=0) == np.inf
    assert density_of_states([0.0, 0.3], 0.0, broadening=0).tolist() == [1, 1]


@pytest.mark.parametrize("Gamma", [1e-12, 1e-4, 0.1, 3.0])
def test_broadened_density_of_states_against_high_precision(Gamma):
    """Dynes' form with 30 digits, on the branch that is positive on both sides of the gap."""
    import mpmath as mp

    mp.mp.dps = 30
    E = np.array([0.0, 0.3, 0.999, 1.0, 1.001, 2.0, 40.0])
    z = [mp.mpc(e, Gamma) for e in E]
    exact = [float((zi / (mp.sqrt(zi - 1) * mp.sqrt(zi + 1))).real) for zi in z]
    assert close(density_of_states(E, 1.0, broadening=Gamma), exact, rel=1e-13)
    assert np.array_equal(density_of_states(-E, 1.0, broadening=Gamma), density_of_states(E, 1.0, broadening=Gamma))


def test_the_states_removed_by_the_gap_come_back():
    """N0Δ states stand in [Δ, √2Δ]; the deficit against the normal metal there is 41.4 % of Δ, and goes like Δ²/2E."""
    assert close(number_of_states(np.sqrt(2), 1.0), 1.0, rel=1e-15)
    assert close(np.sqrt(2) - number_of_states(np.sqrt(2), 1.0), np.sqrt(2) - 1, rel=1e-14)
    assert close(1e4 - number_of_states(1e4, 1.0), 0.5e-4, rel=1e-7)
    counted = quad(lambda x: 2 * x * density_of_states(1 + x * x, 1.0, broadening=0), 1e-12, 1)[0]
    assert close(number_of_states(2.0, 1.0), counted, rel=1e-9)  # what quad reaches across the edge
    assert number_of_states(0.5, 1.0) == 0


def test_shapes_broadcast():
    """Energies along one axis, gaps along the other."""
    assert density_of_states(np.zeros((3, 1)), np.ones(4), broadening=0.1).shape == (3, 4)
    assert bogoliubov_matrix(np.ones(5), 0.0).shape == (5, 2, 2)
    assert amplitudes(np.zeros((2, 1)), np.ones(3))[0].shape == (2, 3)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: quasiparticle_energy(np.nan, 1), "xi must be finite"),
        (lambda: occupation(1, -1), "Delta must be finite and >= 0, got -1"),
        (lambda: group_velocity(1, 1, -1), "v_F must be finite and >= 0"),
        (lambda: density_of_states(1, 1, broadening=-0.1), "broadening must be finite and >= 0"),
        (lambda: number_of_states(-1, 1), "E must be finite and >= 0"),
    ],
)
def test_bad_input_is_named(call, words):
    """The message names the argument, the value and what is allowed."""
    with pytest.raises(ValueError, match=words):
        call()


def test_broadening_has_no_default():
    """A peak height means nothing without the broadening that made it."""
    with pytest.raises(TypeError, match="broadening"):
        density_of_states(1.0, 1.0)
