"""Project 14c: when is a metal grain still a superconductor? Exact pairing against BCS, and a spectrum to analyse.

The spectra are simulated by `measured_peaks`, whose docstring states the instrument.
"""

from typing import NamedTuple

import numpy as np
from scipy.optimize import brentq, curve_fit

from ... import gap as physics
from ...finite import exact_ground_state, ground_energy
from ...richardson import richardson_ground_state
from ...thermodynamics import density_of_states_from_gamma
from ...units import joule, kelvin, metre, meV, nm
from ..tasks import Question, Task, must, slip, times

GAMMA, VOLUME, TC = 1.35, 9.993, 1.163  # aluminium (Phillips, 1959); mJ/(mol K²), cm³/mol, K
PEAKS, LEVELS = 9, 12  # peaks of a spectrum; levels on either side of the middle one that take part in pairing
POSITION = 0.004  # standard error of a peak, mV


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


def _in_the_middle(levels, pairs, G):
    """The same if the odd electron always took the level above the n lowest."""
    odd = levels[pairs] + _exact(np.delete(levels, pairs), pairs, G)
    return odd - (_exact(levels, pairs, G) + _exact(levels, pairs + 1, G)) / 2


def _without_its_own_energy(levels, pairs, G):
    """The lowest energy of the pairs when any one level is blocked, but nothing for the electron in it."""
    odd = min(_exact(np.delete(levels, k), pairs, G) for k in range(len(levels)))
    return odd - (_exact(levels, pairs, G) + _exact(levels, pairs + 1, G)) / 2


def _grain(rng, case):
    count = int(rng.integers(4, 9))
    return np.sort(rng.uniform(0.0, count, count)), int(rng.integers(2, count - 1)), rng.uniform(0.3, 1.2)


class Grain(NamedTuple):
    """What stands behind a simulated spectrum; energies in meV."""

    diameter: float  # nm
    spacing: float
    bulk_gap: float
    share: float  # of the voltage that falls across the junction where the electron comes in
    charging: float  # energy of the first peak


def grain(seed=None, diameter=None):
    """The grain behind the spectrum of a seed; without one, the grain that everybody gets."""
    rng = np.random.default_rng(1996 if seed is None else seed)
    diameter = diameter or rng.uniform(6.0, 9.0)
    gap = physics.gap(0.0, TC * kelvin) / meV
    spacing = gap * (_diameter(GAMMA, VOLUME, TC) / diameter) ** 3
    return Grain(diameter, spacing, gap, 0.5 + rng.choice([-1, 1]) * rng.uniform(0.05, 0.2), rng.uniform(1.0, 3.0))


def measured_peaks(seed=None, diameter=None):
    """(peaks at positive voltage, at negative voltage (their size), standard error), in mV, simulated.

    The grain: a sphere of aluminium with an odd number of electrons. Its levels are even, but each is displaced by
    Gaussian noise of 0.1 spacings, as levels of an irregular grain are, roughly. 12 levels on either side of the
    middle one take part in pairing, with the attraction that gives the large metal its gap. Energies are exact
    (Richardson): first the even ground state, in which the new electron completes the pair; then the states in which
    it sits in the first, second … level above, and both block their levels. Other states are taken as too faint.

    The instrument: an electron can come in from either side, so that each energy E is seen twice, at the voltages
    E/a and −E/(1 − a), where a is the share of the voltage across the one junction. Positions have a Gaussian error.
    """
    true = grain(seed, diameter)
    rng = np.random.default_rng([0 if seed is None else seed, 14])
    levels = np.arange(-LEVELS, LEVELS + 1) + rng.normal(0.0, 0.1, 2 * LEVELS + 1)
    attraction = 1 / np.arcsinh((LEVELS + 0.5) * true.spacing / true.bulk_gap)
    energy = [richardson_ground_state(levels, LEVELS + 1, attraction).energy]
    for k in range(LEVELS + 1, LEVELS + PEAKS):
        blocked = [LEVELS, k]
        rest = richardson_ground_state(np.delete(levels, blocked), LEVELS, attraction)
        energy.append(rest.energy + levels[blocked].sum())
    E = true.charging + true.spacing * (np.array(energy) - energy[0])
    sides = rng.normal([E / true.share, E / (1 - true.share)], POSITION)
    return *np.round(sides, 4), POSITION


def _share(positive, negative):
    """The share a of the voltage: |V−|/V+ is a/(1 − a) for every peak."""
    return negative.sum() / (positive + negative).sum()


def _energies(positive, negative, error, exchanged=False):
    """E = a V+ = (1 − a)|V−|, each side with the weight of its error."""
    a = _share(positive, negative)
    sides = np.array([positive * a, negative * (1 - a)])
    if exchanged:
        sides = np.array([positive * (1 - a), negative * a])
    return np.average(sides, axis=0, weights=[1 / a**2, 1 / (1 - a) ** 2])


def pair_breaking(k, d, Delta):
    """Distance of the k-th peak from the first: one quasiparticle at the Fermi level, one k levels above."""
    return Delta + np.hypot(Delta, k * d)


def _spacing_and_gap(E, model=pair_breaking):
    """[d, Δ, error of d, error of Δ], the errors from the scatter of the levels."""
    k, x = np.arange(1, E.size), E[1:] - E[0]
    best, covariance = curve_fit(model, k, x, [(x[-1] - x[0]) / (k.size - 1), x[0] / 3])
    return np.array([*np.abs(best), *np.sqrt(np.diag(covariance))])


def _errors_of_positions(E):
    """The errors if only the positions of the peaks were uncertain, and not the levels."""
    best = _spacing_and_gap(E)[:2]
    k, x = np.arange(1, E.size), E[1:] - E[0]
    covariance = curve_fit(pair_breaking, k, x, best, np.full(k.size, POSITION / 2), absolute_sigma=True)[1]
    return np.array([*best, *np.sqrt(np.diag(covariance))])


def _with_the_first_counted(E):
    return _spacing_and_gap(E, lambda k, d, D: pair_breaking(k - 1, d, D))


def _drawn_energies(rng, case):
    return (_energies(*measured_peaks(int(rng.integers(1, 10**6)))),)


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
               "Each level holds two electrons, so d = 1/(N0·volume) with N0 of one spin; N0 = 3γ/2π²k_B² per volume. "
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
               "return zero. Otherwise the sum falls as Δ grows, and brentq finds the root between 0 and G times "
               "count."),
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
        # the second levels are crowded above the Fermi level: there the odd electron does best one level lower
        textbook=((np.arange(8.0), 3, 0.4), (np.array([0.0, 1.0, 2.0, 3.0, 3.2, 3.4, 3.6, 6.0]), 3, 0.8)),
        draw=_grain,
        builds_on=("exact_pairing_energy",),
        costly=True,
        reference=_parity,
        tolerance=1e-5, reason="differences of exact energies lose two or three digits of fifteen",
        hints=("The odd electron has no partner. What does it do to the level it sits in, as far as the pairs are "
               "concerned?",
               "Its level is blocked: the pairs see one level less. Try each level for it and keep the lowest energy.",
               "So E(2n + 1) is the lowest, over all j, of ε_j plus the energy of n pairs on the other levels. E(2n) "
               "and E(2n + 2) are those of n and n + 1 pairs on all levels: subtract their mean."),
        slips=(
            slip("sign", times(-1), "The sign: it counts by how much the odd grain lies above its neighbours."),
            slip("sum_of_neighbours", times(2), "Compare with the mean of the two neighbours, not with their sum."),
            slip("level_not_blocked", _unblocked,
                 "Your odd electron does not block its level: no pair may hop into a level that is half filled."),
            slip("one_neighbour", lambda e, n, G: ground_energy(e, 2 * n + 1, G) - ground_energy(e, 2 * n, G),
                 "That is what the next electron costs, compared with one neighbour. Take the mean of both."),
            slip("always_the_middle", _in_the_middle,
                 "Your odd electron takes the level at the Fermi level. Where the levels are uneven another one may "
                 "disturb the pairs less: try each, and keep the lowest energy."),
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
    Task(
        name="energies_of_levels", title="Turn voltages into energies", points=3, minutes=25,
        textbook=lambda: (measured_peaks(),),
        draw=lambda rng, case: measured_peaks(int(rng.integers(1, 10**6))),
        reference=_energies,
        tolerance=3e-3, reason="all fair ways to the share of the voltage, and all weights of the two sides, agree to "
                               "1.7e-3 in 999 of 1000 spectra; equal shares are off by 1e-2 or more",
        hints=("Every level is seen twice. What does the ratio of its two voltages tell, and should that ratio "
               "differ from level to level?",
               "|V−|/V+ = a/(1 − a) for all peaks: find one a from all of them. The sum of all |V−| over the sum of "
               "all voltages is a.",
               "Then a V+ and (1 − a)|V−| are two measurements of the same energy: take their mean. (A voltage of "
               "one mV moves an electron by one meV.)"),
        slips=(
            slip("halves", lambda p, n, s: (p + n) / 4,
                 "You let the voltage fall in equal halves across the two junctions. The two voltages of each level "
                 "tell that it does not."),
            slip("exchanged", lambda p, n, s: _energies(p, n, s, exchanged=True),
                 "The shares are exchanged: a larger voltage is needed where the smaller share of it acts."),
            slip("voltages", lambda p, n, s: p,
                 "Those are the voltages. Only the share across one junction lifts an electron into the grain."),
            slip("doubled", times(2), "Too large by a factor of two: take the mean of the two sides, not their sum."),
        ),
        properties=(
            must("rises", lambda v, p, n, s: np.all(np.diff(v) > 0),
                 "The energies must rise from peak to peak, as the voltages do."),
            must("below_both", lambda v, p, n, s: np.all((v < p) & (v < n)),
                 "An energy is smaller than either of its voltages: only a share of each lifts the electron."),
        ),
        meaning="The instrument calibrates itself: what is seen twice tells how the voltage is shared.",
    ),
    Task(
        name="spacing_and_gap", title="Find the spacing and the gap of the grain", points=4, minutes=35,
        textbook=lambda: ((_energies(*measured_peaks()),),),
        draw=_drawn_energies,
        reference=_spacing_and_gap,
        tolerance=1e-2, reason="the best values and their errors follow from the energies; digits are lost to "
                               "rounding only",
        hints=("The new electron first completes the pair: that is the first peak. What does it cost to put it into "
               "another level, where it breaks the pair?",
               "Subtract the first energy. Peak k = 1, 2, … then lies at Δ + √(Δ² + (kd)²). scipy's curve_fit finds d "
               "and Δ.",
               "The levels of a real grain are not even, by far more than a peak's position is uncertain. So the error "
               "is told by the scatter about the fit: leave absolute_sigma at False, then take the roots of the "
               "diagonal of the covariance matrix. Order: d, Δ, error of d, error of Δ."),
        slips=(
            slip("errors_of_positions", _errors_of_positions,
                 "Your errors are those of the positions of peaks. Look how far the peaks lie from the fit: the levels "
                 "themselves are uneven. Take the errors from the scatter."),
            slip("two_Delta", lambda E: _spacing_and_gap(E) * [1, 2, 1, 2], "You give 2Δ; one Δ is asked."),
            slip("order", lambda E: _spacing_and_gap(E)[[1, 0, 3, 2]],
                 "Spacing and gap are exchanged: d comes first."),
            slip("first_counted", _with_the_first_counted,
                 "Your first distance belongs to k = 1: the level above the one where the odd electron sits."),
            slip("variances", lambda E: np.append(_spacing_and_gap(E)[:2], _spacing_and_gap(E)[2:] ** 2),
                 "Your last two numbers are variances; take their square roots."),
        ),
        properties=(
            must("positive", lambda v, E: np.all(v > 0), "All four numbers are positive."),
            must("below_range", lambda v, E: v[0] < E[-1] - E[0],
                 "The spacing cannot be larger than the whole spectrum."),
        ),
        meaning="The spacing tells the size of the grain without a microscope; the empty stretch after the first peak "
                "is the trace of pairing.",
    ),
)

QUESTIONS = (
    Question(
        name="when_is_a_grain_superconducting", title="When is a grain still superconducting?", minutes=20,
        rubric=(
            (1, "compares level spacing and gap, and says what BCS concludes below the critical size"),
            (1, "contrasts it with the exact result at the same N0V: no threshold in size; the energy gained falls "
                "smoothly, the parity gap has a minimum near d = Δ and grows in smaller grains (only Δ_P/d falls)"),
            (1, "says what is meant by superconducting in a grain: which observable (parity gap, the empty stretch of "
                "a spectrum) and how well one spectrum tells it, and that resistance or phase mean nothing there"),
        ),
    ),
)
