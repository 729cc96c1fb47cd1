"""Project 14c: when is a metal grain still a superconductor? Exact pairing against BCS."""

import numpy as np
from scipy.optimize import brentq

from ... import gap as physics
from ...finite import exact_ground_state, ground_energy
from ...thermodynamics import density_of_states_from_gamma
from ...units import joule, kelvin, metre, nm
from ..tasks import Question, Task, must, slip, times


def _diameter(gamma, volume, Tc, spins=1):
    """Diameter in nm of a sphere whose level spacing 1/(N0 V) equals Δ(0)."""
    N0 = spins * density_of_states_from_gamma(1e-3 * gamma * joule / kelvin**2 / (volume * (1e-2 * metre) ** 3))
    return (6 / np.pi / (N0 * physics.gap(0.0, Tc * kelvin))) ** (1 / 3) / nm


def _exact(levels, pairs, G):
    return exact_ground_state(levels, pairs, G).energy


def _bcs_gap(count, G, half=0.5, energy=2.0):
    """Δ/d of `count` pairs on 2·count even levels: 1 = G Σ 1/2E, the chemical potential midway; 0 without a root."""
    xi = np.arange(count) + half  # distances to the middle; each occurs above and below
    excess = lambda D: G * np.sum(2 / (energy * np.hypot(xi, D))) - 1  # noqa: E731
    return brentq(excess, 1e-12, 2 * count * G) if excess(1e-12) > 0 else 0.0


def _on_a_level(count, G):
    xi = np.arange(2 * count) - count
    return brentq(lambda D: G * np.sum(1 / (2 * np.hypot(xi, D))) - 1, 1e-12, 2 * count * G)


def _parity(levels, pairs, G):
    """E(2n+1) − [E(2n) + E(2n+2)]/2."""
    E = [ground_energy(levels, 2 * pairs + extra, G) for extra in (0, 1, 2)]
    return E[1] - (E[0] + E[2]) / 2


def _unblocked(levels, pairs, G):
    """The same if the odd electron did not stand in the pairs' way."""
    E = [ground_energy(levels, 2 * pairs + extra, G) for extra in (0, 2)]
    return E[0] + np.sort(levels)[pairs] - (E[0] + E[1]) / 2


def _without_its_own_energy(levels, pairs, G):
    """The lowest energy of the pairs when any one level is blocked, but nothing for the electron in it."""
    odd = min(_exact(np.delete(levels, k), pairs, G) for k in range(len(levels)))
    return odd - (_exact(levels, pairs, G) + _exact(levels, pairs + 1, G)) / 2


def _grain(rng, case):
    count = int(rng.integers(4, 9))
    return np.sort(rng.uniform(0.0, count, count)), int(rng.integers(2, count - 1)), rng.uniform(0.3, 1.2)


# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
    Task(
        name="smallest_superconductor", title="Anderson's question", points=3, minutes=25,
        textbook=((1.35, 9.993, 1.163),),
        draw=lambda rng, case: (rng.uniform(0.5, 8.0), rng.uniform(7.0, 20.0), rng.uniform(0.5, 9.0)),
        reference=_diameter,
        tolerance=5e-3, reason="a cube root of three-digit constants",
        hints=("A grain has separate levels. How does their mean distance depend on its volume and on the density "
               "of states?",
               "Each level holds two electrons, so d = 1/(N0 V) with N0 of one spin; N0 = 3γ/2π²k_B² per volume. "
               "Set d equal to Δ(0).",
               "Δ(0) comes from Tc by the universal ratio, V of a sphere is πD³/6. Mind mJ/mol and cm³/mol."),
        slips=(
            slip("both_spins_or_two_Delta", times(1 / np.cbrt(2)),
                 "Either both spins are in your density of states, although a level takes two electrons; or 2Δ "
                 "stands where the question has Δ."),
            slip("radius", times(0.5), "That is the radius; the diameter is asked."),
            slip("molar_volume_missing", lambda g, v, Tc: _diameter(g, 1.0, Tc),
                 "The molar volume is left out: γ is given per mole."),
            slip("cube", lambda g, v, Tc: _diameter(g, v, Tc) * (np.pi / 6) ** (1 / 3),
                 "That is the edge of a cube of the right volume; the grain is a sphere."),
            slip("Tc_for_gap", lambda g, v, Tc: _diameter(g, v, Tc) * (np.pi / np.exp(np.euler_gamma)) ** (1 / 3),
                 "You put k_BTc where Δ belongs: between the two stands the universal ratio."),
            slip("millijoule_for_joule", times(1 / 10),
                 "Ten times too small: the γ in your formula is a thousand times too large. It is given in "
                 "millijoule."),
        ),
        properties=(
            must("in_range", lambda value, g, v, Tc: np.all((value > 0.1) & (value < 1000)),
                 "A size between a tenth of a nanometre and a micrometre is to be expected: look at the units."),
        ),
        meaning="Some nanometres, some ten thousand atoms: in a smaller grain the levels are further apart than the "
                "gap is wide.",
    ),
    Task(
        name="exact_pairing_energy", title="All ways to place the pairs", points=5, minutes=45,
        textbook=((np.arange(6.0), 3, 0.5), (np.arange(8.0), 4, 0.3)),
        draw=_grain,
        reference=_exact,
        tolerance=1e-6, reason="a matrix is diagonalised: nothing but rounding is left",
        hints=("A state is a choice of filled levels. Which choices does one hop of a pair connect?",
               "Diagonal: twice the energies of the filled levels, and the pair that hops from a level to the same "
               "level. Off the diagonal: −G where two choices differ by one pair.",
               "itertools.combinations lists the choices; numpy.linalg.eigvalsh gives the energies, the lowest first."),
        slips=(
            slip("diagonal_missing", lambda e, n, G: _exact(e, n, G) + G * n,
                 "The terms i = j of the double sum are missing: a pair may hop onto its own level."),
            slip("one_electron_a_level", lambda e, n, G: _exact(e, n, 2 * G) / 2,
                 "Two electrons sit in each filled level: its energy counts twice."),
            slip("fermi_sea", lambda e, n, G: 2 * np.sum(np.sort(e)[:n]),
                 "That is the filled Fermi sea, without any pairing."),
            slip("diagonal_only", lambda e, n, G: 2 * np.sum(np.sort(e)[:n]) - G * n,
                 "That is the Fermi sea's energy with the diagonal part of the attraction only: let the pairs hop."),
            slip("energy_gained", lambda e, n, G: _exact(e, n, G) - 2 * np.sum(np.sort(e)[:n]),
                 "That is the energy gained; what is asked is the whole energy, the Fermi sea's included."),
            slip("one_pair", lambda e, n, G: _exact(e, n, G) / n,
                 "That is the energy of one pair; all of them are asked."),
        ),
        properties=(
            must("below_fermi_sea", lambda value, e, n, G: np.all(value < 2 * np.sum(np.sort(e)[:n])),
                 "An attraction lowers the energy below that of the filled Fermi sea, for any G."),
            must("above_lower_bound", lambda value, e, n, G: np.all(
                value > 2 * np.sum(np.sort(e)[:n]) - G * n * (len(e) - n + 1) * (1 + 1e-9)
            ),
                 "Too low: even if all levels had the same energy, −Gn(Ω − n + 1) is the most that n pairs on Ω "
                 "levels can gain. Does each matrix element stand where exactly one pair has moved?"),
        ),
        meaning="Exact, with the number of pairs sharp: BCS in a small system is judged by it.",
    ),
    Task(
        name="grain_gap", title="What BCS says to the same levels", points=4, minutes=30,
        textbook=((5, 0.6), (10, 0.5), (5, 0.2)),
        draw=lambda rng, case: (int(rng.integers(3, 30)), rng.uniform(0.6, 1.0)),
        reference=_bcs_gap,
        tolerance=1e-5, reason="the root of a short sum, found to rounding",
        hints=("The gap equation is a sum over levels here, not an integral: Σ over all 2n levels of 1/2E.",
               "Half the levels are filled, so by symmetry the chemical potential lies midway between two levels: "
               "the nearest are half a spacing away.",
               "At Δ = 0 the sum is finite. If even there G times the sum stays below one, there is no solution: "
               "return zero."),
        slips=(
            slip("sum_doubled", lambda n, G: _bcs_gap(n, G, energy=1.0),
                 "Your sum is twice as large as it should be: 1/2E for each level."),
            slip("one_side", lambda n, G: _bcs_gap(n, G, energy=4.0),
                 "Your sum is half as large as it should be: levels above and below the chemical potential both "
                 "count."),
            slip("integral", lambda n, G: n / np.sinh(1 / G),
                 "That is the integral, right for a large metal. A grain's levels have to be summed."),
            slip("mu_too_far", lambda n, G: _bcs_gap(n, G, half=1.0),
                 "Your chemical potential is a whole spacing away from the nearest levels. Where does it lie when "
                 "half of them are filled?"),
            slip("mu_on_a_level", _on_a_level,
                 "Your chemical potential lies on a level. When half of them are filled it lies midway between two."),
            slip("weak_coupling", lambda n, G: 2 * n * np.exp(-1 / G),
                 "That is the formula of weak coupling for a large metal. A grain's levels have to be summed."),
            slip("two_Delta", times(2),
                 "Too large by a factor of two: that is 2Δ, which breaks a pair; one Δ is asked."),
        ),
        properties=(
            must("not_negative", lambda value, n, G: np.all(value >= 0),
                 "A gap is not negative; where there is no solution, return zero."),
            must("below_upper_bound", lambda value, n, G: np.all(value <= n * G * (1 + 1e-9)),
                 "Too large: if all 2n levels lay at the chemical potential the sum would give Δ = nG, and no "
                 "spacing can make it larger."),
            must("zero_without_solution", lambda value, n, G: np.all(value < 1e-6) or _bcs_gap(n, G) > 0,
                 "For one of the attractions there is no solution at all: look at the sum for Δ = 0, and return "
                 "zero there."),
        ),
        meaning="In a grain BCS has a critical attraction, which no large metal has: the level spacing cuts off "
                "Cooper's logarithm.",
    ),
    Task(
        name="parity_gap", title="One electron too many", points=4, minutes=30,
        textbook=((np.arange(8.0), 3, 0.4),),
        draw=_grain,
        builds_on=("exact_pairing_energy",),
        costly=True,
        reference=_parity,
        tolerance=1e-5, reason="differences of exact energies lose two or three digits of fifteen",
        hints=("The odd electron has no partner. What does it do to the level it sits in, as far as the pairs are "
               "concerned?",
               "Its level is blocked: the pairs see one level less. Try each level for it and keep the lowest energy.",
               "Compare the odd grain with the mean of its two even neighbours."),
        slips=(
            slip("sign", times(-1), "The sign: it counts by how much the odd grain lies above its neighbours."),
            slip("sum_of_neighbours", times(2), "Compare with the mean of the two neighbours, not with their sum."),
            slip("level_not_blocked", _unblocked,
                 "Your odd electron does not block its level: no pair may hop into a level that is half filled."),
            slip("one_neighbour", lambda e, n, G: ground_energy(e, 2 * n + 1, G) - ground_energy(e, 2 * n, G),
                 "That is what the next electron costs, compared with one neighbour. Take the mean of both."),
            slip("own_energy_missing", _without_its_own_energy,
                 "Your odd electron blocks a level, but its own energy ε in that level is missing."),
        ),
        properties=(
            must("positive", lambda value, e, n, G: np.all(value > 0),
                 "With an attraction the odd grain always lies above the mean of its neighbours."),
            must("below_attraction", lambda value, e, n, G: np.all(value < G * len(e)),
                 "Too large: without attraction the parity gap is zero here, and the attraction cannot make it "
                 "larger than G times the number of levels."),
        ),
        meaning="Even where BCS has no gap, odd and even grains differ. At the same N0V the difference has a minimum "
                "where the spacing is about the gap, and grows in smaller grains.",
    ),
)

QUESTIONS = (
    Question(
        name="when_is_a_grain_superconducting", title="When is a grain still superconducting?", minutes=15,
        rubric=(
            (1, "compares level spacing and gap, and says what BCS concludes below the critical size"),
            (1, "contrasts it with the exact result at the same N0V: no threshold in size; the energy gained falls "
                "smoothly, the parity gap has a minimum near d = Δ and grows in smaller grains (only Δ_P/d falls)"),
            (1, "says what is meant by superconducting in a grain: which observable (parity gap, excitation gap), "
                "and that resistance or phase mean nothing there"),
        ),
    ),
)
