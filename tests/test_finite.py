"""Pairing on a few levels: exact, BCS and projected states; odd and even."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bcs_helpers.finite import (
    bcs_ground_state,
    critical_pairing,
    exact_ground_state,
    ground_energy,
    odd_even_staggering,
    pairing_hamiltonian,
    pairing_spectrum,
    projection_after_variation,
    variation_after_projection,
)
from bcs_helpers.richardson import richardson_ground_state

from .conftest import close, rows

EIGHT = np.arange(1, 9.0)
ROADS = [
    exact_ground_state,
    richardson_ground_state,
    bcs_ground_state,
    projection_after_variation,
    variation_after_projection,
]
few = settings(max_examples=10, deadline=None)
couplings = st.floats(1e-3, 30.0)


@st.composite
def systems(draw, most=8):
    """Distinct levels with gaps between 0.2 and 2, in any order, and a number of pairs."""
    gaps = draw(st.lists(st.floats(0.2, 2.0), min_size=1, max_size=most - 1))
    levels = draw(st.permutations([0.0, *np.cumsum(gaps)]))
    return np.array(levels), draw(st.integers(1, len(gaps)))


def expected(row, field):
    return np.array(row[field], dtype=float)


# --- reference rows: 8 levels, 4 pairs


@pytest.mark.parametrize("row", rows("richardson_8_4"), ids=lambda row: row["G"])
@pytest.mark.parametrize("road", [exact_ground_state, richardson_ground_state])
def test_exact_reference(row, road):
    """Diagonalisation and Richardson's equations give the same exact ground state."""
    state = road(EIGHT, 4, float(row["G"]))
    assert close(state.energy, row["E_exact"])
    assert close(state.condensation_energy, row["E_cond_exact"])
    assert close(state.occupation, row["occ_exact"])
    assert close(state.Delta, row["Delta_can"])
    assert close(state.energy + state.condensation_energy, row["E_HF"])


@pytest.mark.parametrize("row", rows("richardson_8_4"), ids=lambda row: row["G"])
def test_first_excited_reference(row):
    """The first excited state without broken pairs (given to 16 digits)."""
    assert close(pairing_spectrum(EIGHT, 4, float(row["G"])), [row["E_exact"], row["E_first_excited_s0"]])


@pytest.mark.parametrize("row", rows("richardson_8_4"), ids=lambda row: row["G"])
def test_bcs_reference(row):
    """BCS with the −Gv⁴ term; below the critical G its gap is 0.0 and not merely small."""
    state = bcs_ground_state(EIGHT, 4, float(row["G"]))
    assert close(state.energy, row["E_BCS"])
    assert close(state.condensation_energy, row["E_cond_BCS"])
    assert close(state.Delta, row["Delta_BCS"])
    assert close(state.occupation, row["occ_BCS"])


@pytest.mark.parametrize("row", [r for r in rows("richardson_8_4") if "E_PAV" in r], ids=lambda row: row["G"])
def test_projection_after_variation_reference(row):
    """The BCS state, cut down to 8 particles."""
    assert close(projection_after_variation(EIGHT, 4, float(row["G"])).energy, row["E_PAV"])


@pytest.mark.parametrize("row", rows("richardson_8_4"), ids=lambda row: row["G"])
def test_variation_after_projection_reference(row):
    """A minimum found in double precision: ours is never higher, and not lower than the minimiser's slack."""
    # the reference row at G = 0.05 stands 2.1e-11 above the minimum (next test), the others less than 5e-13
    energy, given = variation_after_projection(EIGHT, 4, float(row["G"])).energy, float(row["E_VAP_double"])
    assert given - 3e-11 <= energy <= given + 2e-14 * abs(given)


# 25 digits by Newton on the 70 amplitudes with 40 digits
VAP = {
    0.01: (19.9597480174204191841, 0.0002519825795808159),
    0.05: (19.79343038807955779613, 0.00656961192044220387),
    0.4: (17.77492345228836122777, 0.62507654771163877223),
    1.0: (10.51455565182912797493, 5.48544434817087202507),
    5.0: (-65.19509467892539452573, 65.19509467892539452573),
}


@pytest.mark.parametrize("G", VAP)
def test_variation_after_projection_to_all_digits(G):
    """The variational energy of the number-projected state, and what it gains on the Fermi sea."""
    state = variation_after_projection(EIGHT, 4, G)
    assert close(state.energy, VAP[G][0], rel=1e-14)
    assert close(state.condensation_energy, VAP[G][1], rel=1e-12)


def test_variation_after_projection_occupation():
    """Not only the energy: the occupation of the lowest level at G = 1, to 40 digits by Newton."""
    assert close(variation_after_projection(EIGHT, 4, 1.0).occupation[0], "0.87451969106558945301", rel=1e-13)


def test_exact_beyond_the_rows():
    """Weak, critical and strong G, 40-digit inverse iteration on the 70 configurations."""
    G = np.array([0.01, 0.3, 5.0])
    energy = ["19.9597435712394602838259144134", "18.4785514637746973431144170892", "-65.1955698135235697952241796516"]
    gained = ["0.000256428760539716174085586600736", "0.321448536225302656885582910824", energy[2][1:]]
    gap = ["0.00027825410319348834460310842483", "0.335618643513482128317107801035", "19.829812442213306384536300939"]
    for road in (exact_ground_state, richardson_ground_state):
        state = road(EIGHT, 4, G)
        assert close(state.energy, energy) and close(state.condensation_energy, gained) and close(state.Delta, gap)


def test_bcs_beyond_the_rows():
    """BCS just above the critical G, at strong G, and with uneven, dilute and shell-like levels (40 digits)."""
    state = bcs_ground_state(EIGHT, 4, 0.371)
    # Δ² grows like G − G_c, which is known to one part in 10¹⁶ / 2e-4 of itself
    assert close(state.condensation_energy, "5.466148782047277563189342e-8", rel=1e-11)
    assert close(state.Delta, "0.01716855315137505963716334")
    uneven = [4, 0.45, 1.3, 2.2, 0.1, 3.9, 0.4]
    shells = [0, 0, 0, 1, 1, 3]
    for levels, pairs, G, energy, gained, gap in [
        (EIGHT, 4, 0.38, "18.47887105472908557264", "0.001128945270914427360012", "0.2090646382655667991501"),
        (EIGHT, 4, 100.0, "-1764.059999440243377413991", "1384.059999440243377413991", "399.9914287294829728344"),
        (uneven, 2, 0.3, "-0.05303796869173878274098", "0.45303796869173878274098", "0.5877107046450857708333"),
        (uneven, 1, 2.0, "-9.314264573145675224680405", "7.514264573145675224680405", "4.789229708130504952102"),
        (shells, 2, 0.1, "-0.3593101790872507832854", "0.1593101790872507832854", "0.1601862392991481760677"),
    ]:
        state = bcs_ground_state(levels, pairs, G)
        assert close(state.condensation_energy, gained) and close(state.Delta, gap)
        assert close(state.energy, energy, abs=1e-15)


# --- closed forms and limits


@pytest.mark.parametrize("G", [1e-6, 0.3, 1.0, 40.0])
def test_two_levels(G):
    """One pair on two levels d apart: E = ε1 + ε2 − G − √(d² + G²); BCS has Δ = √(G² − d²) once G > d."""
    d = 0.7
    for road in (exact_ground_state, richardson_ground_state, variation_after_projection):
        state = road([1.0 + d, 1.0], 1, G)
        assert close(state.energy, 2 + d - G - np.hypot(d, G))
        assert close(state.condensation_energy, G**2 / (d + np.hypot(d, G)))
        assert close(state.occupation[1], 0.5 + 0.5 * d / np.hypot(d, G))
    assert close(bcs_ground_state([1.0 + d, 1.0], 1, G).Delta, np.sqrt(max(G**2 - d**2, 0)))
    assert close(critical_pairing([1.0 + d, 1.0], 1), d)


@pytest.mark.parametrize("pairs", range(8))
def test_one_shell(pairs):
    """A shell of Ω equal levels: E = 2Nε − G N(Ω − N + 1), BCS Δ = G √(N(Ω − N)) (Racah's seniority 0)."""
    shell, G = np.full(7, 0.3), 0.7
    exact = 0.6 * pairs - G * pairs * (7 - pairs + 1)
    for road in (exact_ground_state, projection_after_variation, variation_after_projection):
        state = road(shell, pairs, G)
        assert close(state.energy, exact, abs=1e-14) and close(state.occupation, pairs / 7, rel=1e-13)
    assert close(bcs_ground_state(shell, pairs, G).Delta, G * np.sqrt(pairs * (7 - pairs)))
    assert critical_pairing(shell, pairs) == (0.0 if 0 < pairs < 7 else np.inf)


def test_weak_pairing_is_second_order():
    """G → 0: each empty and filled level mix by G/2(ε_p − ε_h) and gain G times that; BCS has nothing."""
    G = 1e-9
    mixing = G / (2 * (EIGHT[4:, None] - EIGHT[:4]))
    moved = np.sqrt(np.concatenate([np.sum(mixing**2, axis=0), np.sum(mixing**2, axis=1)]))
    for road in (exact_ground_state, richardson_ground_state):
        state = road(EIGHT, 4, G)
        # third order is smaller by Σ G/d
        assert close(state.condensation_energy, G * mixing.sum(), rel=5e-9)
        assert close(state.Delta, G * moved.sum(), rel=5e-9)
    assert bcs_ground_state(EIGHT, 4, G).condensation_energy == bcs_ground_state(EIGHT, 4, G).Delta == 0.0


def test_strong_pairing_is_one_shell():
    """G → ∞: the levels act as one shell at their mean, N(L − N + 1) G deep, every level filled N/L."""
    for road in (exact_ground_state, richardson_ground_state):
        state = road(EIGHT, 3, 1e6)
        assert close(state.energy, 2 * 3 * 4.5 - 1e6 * 3 * 6, rel=1e-12)
        assert close(state.occupation, 3 / 8, rel=1e-5)


def test_large_grains_are_bulk():
    """L evenly spaced levels: corrections go like 1/L, to Δ = (L/2) d/sinh(d/G) and to exact = BCS."""
    G, w = 0.6, 1 / np.sinh(1 / 0.6)
    gap, energy, ratio = [], [], []
    for L in (30, 60):
        exact, bcs = (road(np.arange(L), L // 2, G) for road in (richardson_ground_state, bcs_ground_state))
        gap.append(2 * bcs.Delta / L)
        energy.append(4 * bcs.condensation_energy / L**2)
        ratio.append([exact.condensation_energy / bcs.condensation_energy, exact.Delta / bcs.Delta])
    gap, energy, ratio = (2 * np.array(x[1]) - np.array(x[0]) for x in (gap, energy, ratio))
    # what is left is of order 1/L²
    assert close(gap, w, rel=1e-3) and close(energy, np.hypot(1, w) - 1, rel=5e-3) and close(ratio, 1, rel=0.03)


# --- published


def test_published_matrix():
    """Four levels, two pairs, G = g/2: the 6 × 6 matrix of Lect. Notes Phys. 936 (Hjorth-Jensen et al. 2017), ch. 8."""
    g = 0.8
    H = pairing_hamiltonian([0, 1, 2, 3], 2, g / 2).toarray()
    assert close(np.diag(H), np.array([2, 4, 6, 6, 8, 10]) - g)
    assert close(H - np.diag(np.diag(H)), -g / 2 * (np.ones((6, 6)) - np.eye(6) - np.eye(6)[::-1]))


def test_known_energies():
    """8 levels, 4 pairs, G = 1: exact < variation after projection < projection after variation < BCS."""
    for road, energy in zip(
        [exact_ground_state, variation_after_projection, projection_after_variation, bcs_ground_state],
        [10.48659, 10.51456, 10.62194, 12.47949],
        strict=True,
    ):
        assert close(road(EIGHT, 4, 1.0).energy, energy, abs=5e-6)
    assert bcs_ground_state(EIGHT, 4, 0.3).Delta == 0.0
    assert close(exact_ground_state(EIGHT, 4, 0.3).condensation_energy, 0.321, abs=5e-4)


def test_seniority_of_a_shell():
    """Racah: two particles unpaired in a shell of Ω leave −G(N − v)(2Ω + 2 − N − v)/4: break a pair, pay GΩ."""
    shell, G, omega = np.zeros(6), 0.5, 6
    paired = ground_energy(shell, 6, G)
    broken = ground_energy(np.zeros(4), 4, G)  # the odd two block two of the six levels
    assert close(broken - paired, G * omega)


# --- second routes


def amplitudes_of_all(levels, pairs, G, weights):
    """<H> of Π over filled levels of `weights`, from the list of configurations."""
    states = list(combinations(range(len(levels)), pairs))
    c = np.array([np.prod(weights[list(s)]) for s in states])
    overlap = np.array([[len(set(a) & set(b)) for b in states] for a in states])
    H = -G * (overlap == pairs - 1) + np.diag([2 * np.sum(levels[list(s)]) - G * pairs for s in states])
    return c @ H @ c / (c @ c)


@pytest.mark.parametrize("G", [0.4, 1.0, 3.0])
def test_projection_by_gauge_angles(G):
    """Projection as the average over the phase of Δ: <H e^{iφN}>/<e^{iφN}> summed over L + 1 angles is exact."""
    n = bcs_ground_state(EIGHT, 4, G).occupation
    z = np.exp(2j * np.pi * np.arange(9) / 9)[:, None]
    one = 1 - n + z * n
    norm = np.prod(one, axis=1) * z[:, 0] ** -4
    uv, filled = np.sqrt(n * (1 - n)) / one, n * z / one
    pairing = z[:, 0] * (np.sum(uv, axis=1) ** 2 - np.sum(uv**2, axis=1)) + np.sum(filled, axis=1)
    energy = np.sum(norm * (filled @ (2 * EIGHT) - G * pairing)) / np.sum(norm)
    state = projection_after_variation(EIGHT, 4, G)
    assert close(state.energy, energy.real, abs=1e-13)
    assert close(state.occupation, (norm @ filled / np.sum(norm)).real)


@few
@given(systems(6), couplings, st.integers(0, 10**6))
def test_no_product_state_is_better(system, G, seed):
    """Variation after projection is the minimum: other amplitudes, listed one by one, only raise the energy."""
    levels, pairs = np.sort(system[0]), system[1]
    state = variation_after_projection(levels, pairs, G)
    rng = np.random.default_rng(seed)
    ratio = np.sqrt(state.occupation / (1 - state.occupation))
    for size in (0.0, 1e-3, 0.1, 1.0):
        trial = amplitudes_of_all(levels, pairs, G, ratio * np.exp(size * rng.normal(size=len(levels))))
        assert trial >= state.energy - 1e-13 * (abs(state.energy) + G)


def test_lanczos_is_richardson():
    """3432 configurations (Lanczos) against 14 quadratic equations."""
    levels = np.arange(14.0)
    for G in (0.01, 0.4, 3.0):
        lanczos, richardson = exact_ground_state(levels, 7, G), richardson_ground_state(levels, 7, G)
        assert close(lanczos.condensation_energy, richardson.condensation_energy, rel=1e-11)
        assert close(lanczos.occupation, richardson.occupation, rel=1e-11)
    lowest = pairing_spectrum(levels, 7, 0.4, count=3)
    assert close(lowest[0], richardson_ground_state(levels, 7, 0.4).energy) and np.all(np.diff(lowest) > 0.1)
    assert len(lowest) == 3


def test_shells_are_repeated_levels():
    """A shell in quasi-spin (10 configurations) is the limit of nearly equal levels (70 of them)."""
    shells = np.array([0.0, 0, 0, 1, 1, 1, 2.5, 2.5])
    split = shells + 1e-9 * np.arange(8)
    one, other = exact_ground_state(shells, 4, 0.3), exact_ground_state(split, 4, 0.3)
    assert [pairing_hamiltonian(levels, 4, 0.3).shape[0] for levels in (shells, split)] == [10, 70]
    assert close(one.energy, other.energy, rel=1e-7) and close(one.occupation, other.occupation, rel=1e-7)


@few
@given(systems(), couplings)
def test_occupation_is_the_slope_of_the_energy(system, G):
    """Hellmann–Feynman: dE/dε_j = 2 n_j, dE/dG = −<P†P>, for exact and variational states."""
    levels, pairs = system
    h = 1e-5
    for road in (exact_ground_state, bcs_ground_state, variation_after_projection):
        if road is bcs_ground_state:
            assume(abs(G / critical_pairing(levels, pairs) - 1) > 0.01)
        up, down = (road(levels + s * h * np.eye(len(levels))[0], pairs, G).energy for s in (1, -1))
        # central difference: error h² from the third derivative, 1e-15 E/h from rounding
        assert close((up - down) / (2 * h), 2 * road(levels, pairs, G).occupation[0], abs=1e-7 * (1 + 1 / G) + 1e-9 * G)


# --- what must be true


@few
@given(systems(), couplings)
def test_order_of_energies(system, G):
    """Exact <= VAP <= PAV and BCS <= Fermi sea: every road but the first is a trial state."""
    exact, _, bcs, pav, vap = (road(*system, G).condensation_energy for road in ROADS)
    slack = 1e-12 * exact
    assert exact >= vap - slack and vap >= max(pav, bcs) - slack and min(bcs, exact) >= 0


@few
@given(systems(), couplings)
def test_particle_number_and_order(system, G):
    """Σ n_j = N on every road, the exact occupation falls with ε, and Delta = G Σ √(n(1 − n))."""
    levels, pairs = system
    for road in ROADS:
        state = road(levels, pairs, G)
        n = state.occupation[np.argsort(levels)]
        assert close(n.sum(), pairs, rel=1e-12) and np.all(np.diff(n) <= 1e-12) and np.all((n >= 0) & (n <= 1))
        # from the rounded n, a hole is known to 1e-16
        assert close(state.Delta, G * np.sum(np.sqrt(n * (1 - n))), rel=1e-11, abs=1e-7 * G)


@few
@given(systems(), couplings, st.floats(-200, 200))
def test_scaling(system, G, power):
    """Twice every energy is twice every energy, over 400 decades of unit."""
    levels, pairs = system
    for road in ROADS:
        one, other = road(levels, pairs, G), road(levels * 10**power, pairs, G * 10**power)
        assert close(other.energy / 10**power, one.energy, rel=1e-11, abs=1e-12)
        assert close(other.Delta / 10**power, one.Delta, rel=1e-8, abs=1e-7 * G)
        assert close(other.occupation, one.occupation, rel=1e-8, abs=1e-8)


@few
@given(systems(), couplings)
def test_particles_and_holes(system, G):
    """Holes pair like particles: N pairs on ε gain what L − N pairs gain on −ε, with n → 1 − n."""
    levels, pairs = system
    for road in ROADS:
        particles, holes = road(levels, pairs, G), road(-levels, len(levels) - pairs, G)
        assert close(particles.condensation_energy, holes.condensation_energy, rel=1e-9, abs=1e-12 * G)
        assert close(particles.occupation, 1 - holes.occupation, abs=1e-9)


def test_an_offset_costs_no_digits():
    """Levels moved by 2³⁰, which their binary digits allow exactly, gain the same on every road."""
    levels, G = np.array([0.0, 0.5, 0.75, 2.0, 2.5, 4.0]), 0.7
    assert critical_pairing(levels + 2.0**30, 3) == critical_pairing(levels, 3)
    for road in ROADS:
        here, there = road(levels, 3, G), road(levels + 2.0**30, 3, G)
        assert here.condensation_energy == there.condensation_energy and np.all(here.occupation == there.occupation)


@pytest.mark.parametrize("power", [-10, -8, -6, -4, 0])
def test_shells_at_weak_pairing(power, rng):
    """Shells of equal levels, G down to 1e-10: exact >= VAP >= PAV, BCS; to first order an open shell is exact."""
    for _ in range(8):
        L = int(rng.integers(3, 8))
        levels, pairs = rng.integers(0, max(2, L // 2), L) * 1.0, int(rng.integers(1, L))
        G = 10.0**power * rng.uniform(1, 9)
        exact, _, bcs, pav, vap = (road(levels, pairs, G).condensation_energy for road in ROADS)
        assert exact * (1 + 1e-12) >= vap >= max(pav, bcs) * (1 - 1e-12), (levels, pairs, G)
        if critical_pairing(levels, pairs) == 0 and power < 0:
            assert close(vap, exact, rel=20 * L**2 * G), (levels, pairs, G)
    assert close(variation_after_projection([1, 0, 1, 0, 0, 2], 2, 2.8e-8).condensation_energy, 5.6e-8, rel=1e-6)
    far = [1, 2, 2, 2, 2, 2, 3, 3], 2, 4.75742003177442e-10  # its root takes more than a hundred steps
    assert bcs_ground_state(*far).condensation_energy <= variation_after_projection(*far).condensation_energy


def test_critical_pairing_is_where_the_gap_opens():
    """Δ is 0.0 up to the critical G and grows like its square root beyond."""
    G = critical_pairing(EIGHT, 4)
    assert 0.3 < G < 0.4
    below, near, far = bcs_ground_state(EIGHT, 4, G * np.array([1 - 1e-12, 1 + 1e-8, 1 + 4e-8])).Delta
    assert below == 0.0 and close(far / near, 2, rel=1e-6)
    # weak coupling: 1 = G Σ 1/2|ε − μ| without the self-energy G/2
    assert close(G, 1 / np.sum(0.5 / (np.abs(EIGHT - 4.5) + G / 2)))


def test_nothing_to_pair():
    """No pairs, no empty level, or no attraction: the Fermi sea, and an open shell shared evenly."""
    for road in ROADS:
        for pairs in (0, 8):
            state = road(EIGHT, pairs, 0.7)
            assert state.energy == 2 * EIGHT[:pairs].sum() - 0.7 * pairs and state.Delta == 0.0
        state = road(EIGHT[::-1], 3, 0)
        assert state.energy == 12.0 and list(state.occupation) == [0, 0, 0, 0, 0, 1, 1, 1]
    for road in (exact_ground_state, bcs_ground_state, variation_after_projection):
        assert list(road([0, 1, 1], 2, 0.0).occupation) == [1, 0.5, 0.5]


@few
@given(st.floats(-59, 6))
def test_over_all_couplings(power):
    """From 10⁻⁵⁹ to 10⁶ level spacings: finite, positive, and the two exact roads agree."""
    G = 10**power
    states = [road(EIGHT, 4, G) for road in ROADS]
    assert all(np.all(np.isfinite(x)) for state in states for x in state)
    assert close(states[0].condensation_energy, states[1].condensation_energy, rel=1e-11)
    assert states[0].condensation_energy >= states[4].condensation_energy * (1 - 1e-12) > 0


def test_shapes():
    """An array of G gives arrays in front, a number gives floats; levels may come in any order."""
    G = np.array([[0.0, 0.3], [0.5, 2.0]])
    for road in ROADS:
        state = road(EIGHT, 4, G)
        assert state.energy.shape == state.Delta.shape == (2, 2) and state.occupation.shape == (2, 2, 8)
        one = road(list(EIGHT[::-1]), 4, 0.5)
        assert type(one.energy) is type(one.condensation_energy) is type(one.Delta) is float
        assert close(state.energy[1, 0], one.energy) and close(state.occupation[1, 0], one.occupation[::-1])
    assert ground_energy(EIGHT, 7, G).shape == (2, 2) and type(ground_energy(EIGHT, 7, 0.5)) is float
    assert odd_even_staggering([3, 4, 5, 6], np.ones((2, 4))).shape == (2, 2)
    assert type(critical_pairing(EIGHT, 4)) is float


# --- odd and even


@pytest.mark.parametrize("G", [0.0, 0.3, 0.6, 1.5])
def test_odd_particle_blocks_a_level(G):
    """The odd one sits in the level whose loss hurts the pairs least: the first empty one at half filling."""
    each = [EIGHT[b] + exact_ground_state(np.delete(EIGHT, b), 3, G).energy for b in range(8)]
    assert ground_energy(EIGHT, 7, G) == min(each) and np.argmin(each) == 3
    assert ground_energy(EIGHT, 7, G, blocked=6) == each[6]
    assert close(ground_energy(EIGHT, 7, G, state=richardson_ground_state), min(each))


def test_odd_particle_alone_and_last():
    """One particle takes the lowest level; one hole the highest."""
    assert ground_energy(EIGHT, 1, 0.7) == 1.0 and ground_energy([2.0], 1, 0.7) == 2.0
    assert close(ground_energy(EIGHT, 15, 0.7), 2 * EIGHT.sum() - 8 - 7 * 0.7)


def test_staggering():
    """Free levels stagger by half a spacing at even N only; one shell by GΩ/2 at odd and G(Ω + 1)/2 at even N."""
    N = np.arange(2, 11)
    free = odd_even_staggering(N, [ground_energy(EIGHT, int(n), 0.0) for n in N])
    assert close(free, [0.0, 0.5] * 3 + [0.0])
    shell = odd_even_staggering(N, [ground_energy(np.zeros(8), int(n), 0.25) for n in N])
    assert close(shell, [1.0, 1.125] * 3 + [1.0])


def test_staggering_outlives_the_gap():
    """At G = 0.3 BCS has no gap: its staggering is the bare one plus G/2, the exact one is larger."""
    N = range(7, 10)
    bcs, exact = (
        odd_even_staggering(N, [ground_energy(EIGHT, n, 0.3, state=road) for n in N])[0]
        for road in (bcs_ground_state, exact_ground_state)
    )
    assert close(bcs, 0.5 + 0.15) and exact > bcs + 0.1


# --- bad inputs


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize(
    ("arguments", "error", "named"),
    [
        ((EIGHT, 4, -0.1), ValueError, "G"),
        ((EIGHT, 4, np.nan), ValueError, "G"),
        ((EIGHT, 4, 1e-70), ValueError, "G"),
        ((EIGHT, 4, "1"), TypeError, "G"),
        ((EIGHT, 4, None), TypeError, "G"),
        ((EIGHT, 9, 1.0), ValueError, "pairs"),
        ((EIGHT, -1, 1.0), ValueError, "pairs"),
        ((EIGHT, 4.0, 1.0), TypeError, "pairs"),
        (([], 0, 1.0), ValueError, "levels"),
        ((1.0, 1, 1.0), ValueError, "levels"),
        (([[1.0, 2.0]], 1, 1.0), ValueError, "levels"),
        (([1.0, np.inf], 1, 1.0), ValueError, "levels"),
        ((["a"], 1, 1.0), TypeError, "levels"),
    ],
)
def test_bad_systems(road, arguments, error, named):
    """What is not a system of levels and pairs is refused by name."""
    with pytest.raises(error, match=named):
        road(*arguments)


@pytest.mark.parametrize(
    ("call", "error", "named"),
    [
        (lambda: exact_ground_state(np.arange(30), 15, 1.0), ValueError, "pairs"),
        (lambda: exact_ground_state(np.arange(600.0), 2, 0.1), ValueError, "levels.*62 bits"),
        (lambda: exact_ground_state(np.arange(24), 12, 1.0), ValueError, "pairs.*2704156"),
        (lambda: pairing_spectrum(np.arange(20), 10, 1.0, count=50_000), ValueError, "count"),
        (lambda: pairing_hamiltonian(np.arange(24), 12, 1.0), ValueError, "pairs"),
        (lambda: pairing_hamiltonian(EIGHT, 4, [1.0, 2.0]), ValueError, "G"),
        (lambda: projection_after_variation(np.arange(2001), 9, 1.0), ValueError, "levels must be at most 2000"),
        (lambda: variation_after_projection(np.arange(401), 9, 1.0), ValueError, "levels must be at most 400"),
        (lambda: richardson_ground_state(np.arange(2001), 9, 1.0), ValueError, "levels must be at most 2000"),
        (lambda: pairing_spectrum(EIGHT, 4, 1.0, count=0), ValueError, "count"),
        (lambda: ground_energy(EIGHT, 17, 1.0), ValueError, "particles"),
        (lambda: ground_energy(EIGHT, 18, 1.0), ValueError, "particles"),
        (lambda: ground_energy(EIGHT, 7.0, 1.0), TypeError, "particles"),
        (lambda: ground_energy(EIGHT, 7, 1.0, blocked=8), ValueError, "blocked"),
        (lambda: odd_even_staggering([1, 3, 4], [1.0, 1, 1]), ValueError, "particles"),
        (lambda: odd_even_staggering([1.5, 2.5, 3.5], [1.0, 1, 1]), ValueError, "particles"),
        (lambda: odd_even_staggering([1, 2, 3], [1.0, 1]), ValueError, "energy"),
        (lambda: odd_even_staggering([1, 2, 3], 1.0), ValueError, "energy"),
    ],
)
def test_bad_arguments(call, error, named):
    """Each refusal names its argument."""
    with pytest.raises(error, match=named):
        call()


def test_the_spectrum_is_whole():
    """All 1716 eigenvalues where all are asked for, their sum the trace."""
    H = pairing_hamiltonian(np.arange(13), 6, 0.5)
    every = pairing_spectrum(np.arange(13), 6, 0.5, count=2000)
    assert (
        every.shape == (1716,)
        and close(every.sum(), H.trace())
        and close(every[:3], pairing_spectrum(np.arange(13), 6, 0.5, count=3))
    )


def test_the_spectrum_may_be_short():
    """More eigenvalues than there are: all of them, their sum the trace."""
    H = pairing_hamiltonian([0, 1, 2.5], 1, 0.4)
    assert close(pairing_spectrum([0, 1, 2.5], 1, 0.4, count=9).sum(), H.diagonal().sum()) and H.shape == (3, 3)
