"""Richardson's equations against diagonalisation, closed forms and 25 digits."""

import numpy as np
import pytest
from hypothesis import given

from bcs_helpers import richardson
from bcs_helpers.finite import bcs_ground_state, exact_ground_state, pairing_spectrum
from bcs_helpers.richardson import richardson_ground_state

from .conftest import close
from .test_finite import couplings, few, systems

# 25 digits: λ_j² = λ_j + … followed from G = 0 with 80 digits
RICHARDSON_30 = [
    (0.2, "0.6137443914786724906449207", "0.9993264343675399922976", "0.04780661008647249275059"),
    (0.3, "1.915927516613494453966013", "0.9973269866540573340367", "0.1800188277203922521308"),
    (0.5, "10.56996165307588659851148", "0.9800113688352939177531", "0.4226642987427925438934"),
    (1.0, "72.39151435177319795988556", "0.8796026519207694048468", "0.4790451007721241047981"),
    (1.5, "162.5675102759729968886975", "0.7908380827906808282115", "0.4874590919046317456711"),
    (3.0, "475.6263313679735188488077", "0.6606615332118333077904", "0.4941257054129261973215"),
]


@pytest.mark.parametrize(("G", "gained", "lowest", "above"), RICHARDSON_30)
def test_richardson_thirty_levels(G, gained, lowest, above):
    """30 levels, half filled: 155 million configurations, weak to strong, through all collisions of pair energies."""
    state = richardson_ground_state(np.arange(1, 31), 15, G)
    assert close(state.condensation_energy, gained)
    assert close(state.occupation[[0, 15]], [lowest, above])


@few
@given(systems(), couplings)
def test_richardson_is_diagonalisation(system, G):
    """Richardson's equations and the matrix agree on energy, gap and every occupation."""
    exact, richardson = exact_ground_state(*system, G), richardson_ground_state(*system, G)
    assert close(richardson.condensation_energy, exact.condensation_energy, rel=1e-11)
    assert close(richardson.Delta, exact.Delta, rel=1e-11)
    assert close(richardson.occupation, exact.occupation, rel=1e-12, abs=1e-13)
    assert close(pairing_spectrum(*system, G, count=1)[0], exact.energy, abs=1e-13 * (1 + G) * 8)


def edge(rng, kind):
    """A system at an edge: shells, doublets split by 1e-12, gaps over 6 or 12 decades, a large offset."""
    L = int(rng.integers(2, 10))
    levels = {
        "shells": lambda: rng.integers(0, max(2, L // 2), L) * 1.0,
        "doublets": lambda: np.repeat(np.arange(L), 2)[:L] + 1e-12 * rng.integers(0, 2, L),
        "uneven": lambda: np.cumsum(10 ** rng.uniform(-6, 1, L)),
        "crowded": lambda: np.cumsum(10 ** rng.uniform(-12, 1, L)),
        "offset": lambda: 1e9 + rng.integers(0, 4 * L, L) / 4,
    }[kind]()
    return levels, int(rng.integers(1, L)), 10 ** rng.uniform(-4, 4)


@pytest.mark.parametrize("kind", ["shells", "doublets", "uneven", "crowded", "offset"])
def test_no_root_is_lost(kind, rng):
    """40 systems of each kind with G from 1e-4 to 1e4: the condensation energy of the matrix to 1e-12."""
    for _ in range(40):
        system = edge(rng, kind)
        exact, state = exact_ground_state(*system), richardson_ground_state(*system)
        assert close(state.condensation_energy, exact.condensation_energy), system
        # within a doublet the matrix itself knows n to 1e-16/(G times its splitting)
        assert close(state.occupation, exact.occupation, abs=1e-10), system


def test_uneven_levels_keep_their_digits():
    """Two levels 1e-6 apart beside gaps of 0.3 to 40, weakly paired: 40 digits by inverse iteration on the matrix."""
    levels = [0.00022000254878019304, 0.32976341667093084, 3.0461460116805665]
    levels += [3.0664566350805615, 3.066457795134697, 43.14182657136679]
    G = 0.00015054717255237344
    state = richardson_ground_state(levels, 5, G)
    assert close(state.condensation_energy, "1.375557411764570121188e-9")


@pytest.mark.parametrize("pairs", [1, 7, 20, 39])
def test_one_shell_of_forty(pairs):
    """Racah: 40 equal levels hold E = −G N(Ω − N + 1), their pair energies all in one cloud."""
    state = richardson_ground_state(np.zeros(40), pairs, 0.7)
    assert close(state.energy, -0.7 * pairs * (41 - pairs)) and close(state.occupation, pairs / 40)


@pytest.mark.parametrize("G", [0.01, 0.3, 0.45, 5.0])
def test_one_pair(G):
    """Cooper's equation on 80 levels: 1 = G Σ 1/(2ε − E)."""
    levels = np.arange(80.0)
    E = richardson_ground_state(levels, 1, G).energy
    assert close(np.sum(G / (2 * levels - E)), 1, rel=1e-11) and E < 0


@pytest.mark.parametrize("G", [0.5, 0.7, 1.0])
def test_series_is_pair_energies(G, rng):
    """The two ways share no line: λ as a series, and the pair energies at complex G."""
    levels = np.cumsum(rng.uniform(0.5, 1.5, 70)) * 0.6
    levels -= levels[29]
    series = richardson._strong(levels, 30, G, 70)
    angles = (0.15, 0.3, 0.08)  # on one or the other way roots may pass too near a level
    gain, shift = next(filter(None, (richardson._weak(levels / G, 30, angle, 0.05) for angle in angles)))
    assert close(series[0], G * gain, rel=1e-11) and close(series[1], shift, abs=1e-10)


def test_hundred_random_levels(rng):
    """100 random levels: more than BCS gains, Σ n = N, and dE/dG = −<P†P> = (E − Σ 2εn)/G."""
    levels, G = rng.uniform(0, 100, 100), np.array([0.4, 10.0])
    state, bcs = richardson_ground_state(levels, 50, G), bcs_ground_state(levels, 50, G)
    assert np.all(state.condensation_energy > bcs.condensation_energy) and close(state.occupation.sum(axis=1), 50)
    h = 1e-4 * G
    slope = np.diff([richardson_ground_state(levels, 50, g).energy for g in (G - h, G + h)], axis=0)[0] / (2 * h)
    assert close(slope, (state.energy - 2 * state.occupation @ levels) / G, rel=1e-6)


def test_what_is_not_the_ground_state_is_refused(monkeypatch):
    """λ that does not fall with ε is a state in which a pair sits above a hole: never returned."""
    assert richardson._is_ground_state(np.array([1, 0.9, 0.1, 0.0]))
    for lam in ([1, 0.1, 0.9, 0.0], [1.1, 0.9, 0.1, 0.0], [1, 0.9, 0.1, -0.1]):
        assert not richardson._is_ground_state(np.array(lam))
    monkeypatch.setattr(richardson, "_is_ground_state", lambda lam: False)
    with pytest.raises(RuntimeError, match="Richardson"):
        richardson_ground_state(np.arange(6), 3, 0.4)
