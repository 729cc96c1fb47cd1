"""Chapter 13: the gap in a table of masses, pairs in one shell, what BCS misses there, and neutrons in a star."""

import numpy as np
from scipy import constants as si

from ...dense_matter import NEUTRON_MASS, pairing_temperature
from ...finite import bcs_ground_state, exact_ground_state
from ...materials import tin_staggering
from ...units import MeV, fm, kelvin
from ..tasks import Question, Task, must, slip, times

# ---- masses -------------------------------------------------------------------------------------------------


def _tin():
    """Neutron numbers and binding energies of tin (MeV), summed up from the measured differences.

    No difference of second order feels the two constants of the sum: the first nucleus is at zero, the second at 9.
    """
    known = {n: row for n, row in tin_staggering.items() if row.kind == "derived" and n < 82}  # up to the closed shell
    N = np.arange(min(known) - 1, max(known) + 2)
    binding = [0.0, 9.0]
    for n in N[1:-1]:
        bend = -2 * (-1) ** n * known[int(n)] / MeV
        binding.append(2 * binding[-1] - binding[-2] + bend)
    return ((N, np.array(binding)),)


def _chain(rng, case):
    """Ten to fourteen isotopes: a smooth, curved energy and a gap that changes slowly."""
    N = np.arange(rng.integers(6) + 10) + int(rng.integers(50, 100))
    x = N - N[0]
    smooth = rng.uniform(8, 12) * x - rng.uniform(0.15, 0.35) / 2 * x**2 + rng.uniform(-0.004, 0.004) * x**3
    return N, smooth - (N % 2) * (rng.uniform(0.8, 1.8) + rng.uniform(-0.02, 0.02) * x)


def _three(N, B):
    return -0.5 * (-1.0) ** N[1:-1] * np.diff(B, 2)


def _five(N, B):
    """A quarter, a half and a quarter of three neighbouring three-point values: a curvature drops out."""
    three = _three(N, B)
    return (three[:-2] + 2 * three[1:-1] + three[2:]) / 4


# ---- one shell ----------------------------------------------------------------------------------------------


def _seniority(capacity, neutrons, unpaired, G):
    """Diagonalised: what the unpaired neutrons leave free is a smaller shell with the rest of the pairs."""
    free = [(np.zeros(capacity - s), (neutrons - s) // 2) for s in unpaired]
    return np.array([exact_ground_state(*rest, G).energy if rest[1] else 0.0 for rest in free])


def _racah(levels, pairs, G):
    """The same in closed form, quick enough for the mistakes."""
    return -G * pairs * (levels - pairs + 1)


def _shell_of(rng, case):
    capacity = int(rng.integers(6, 13))
    neutrons = int(rng.integers(5, capacity + 1))
    return capacity, neutrons, neutrons % 2 + np.array([0, 2, 4]), rng.uniform(0.1, 0.5)


def _pairs(neutrons, unpaired):
    return (neutrons - np.asarray(unpaired)) // 2


def _missed(capacity, pairs):
    """From the two energies of the package."""
    exact, bcs = (
        np.array([road(np.zeros(capacity), int(n), 1.0).energy for n in pairs])
        for road in (exact_ground_state, bcs_ground_state)
    )
    return bcs / -exact + 1


def _share(c, n):
    """The same in closed form, quick enough for the mistakes."""
    return (1 - n / c) / (c - n + 1)


def _capacities(rng, case):
    capacity = int(rng.integers(5, 25))
    some = np.sort(rng.choice(np.arange(1, capacity), size=3, replace=False))
    return capacity, np.append(some, capacity)


# ---- neutrons in a star -------------------------------------------------------------------------------------


def _wave_number(density, spins=2):
    return (6 * np.pi**2 / spins * density * 1e-3 / si.m_n * 1e-39) ** (1 / 3)  # g/cm³ → 1/fm


def _Tc(density, a, r, *, spins=2, power=1.0, inverted=False):
    k = _wave_number(np.asarray(density, float), spins)
    cot = ((-1 / a + r * k**2 / 2) / k) ** (-1 if inverted else 1)
    E_F = (k / fm) ** 2 / (2 * NEUTRON_MASS)
    return pairing_temperature(8 / np.e**2 * E_F * np.exp(-np.pi / 2 * power * cot)) / kelvin


def _T_F(density):
    return (_wave_number(density) / fm) ** 2 / (2 * NEUTRON_MASS) / kelvin


def _all_vortices(period, radius, quantum=si.h / (2 * si.m_n)):
    return 2 * (2 * np.pi / period) * np.pi * (1e3 * radius) ** 2 / quantum


def _let_go(period, jump, share, radius):
    return _all_vortices(period, radius) * jump / share


# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
    Task(
        name="five_point_gap", title="The gap in a table of masses", points=4, minutes=25,
        textbook=_tin,
        draw=_chain,
        reference=_five,
        tolerance=2e-3, reason="differences of energies of some hundred MeV lose three digits of fifteen; the rest "
                               "is room for masses rounded to 0.1 keV",
        hints=("Suppose the energy is a parabola in N, plus Δ for every odd N. What does the three-point formula of "
               "the chapter give at even N, and what at odd N?",
               "The curvature enters with opposite signs at neighbouring N. Average neighbours such that it cancels, "
               "and N stays in the middle.",
               "Give the values at N − 1, N and N + 1 the weights w, 1 − 2w and w. For which w does the alternating "
               "part vanish? And mind that the table has binding energies, E = −B.",
               "w = ¼. Written out, the five energies get the weights 1, −4, 6, −4 and 1, over 8. For binding "
               "energies the sign in front is (−1)^N; it makes the gap positive at even and at odd N."),
        slips=(
            slip("three_points", lambda N, B: _three(N, B)[1:-1],
                 "Your gap still zigzags from N to N + 1: three points cannot tell the pairing from a curvature of "
                 "the smooth energy."),
            slip("three_points_everywhere", _three,
                 "That is the three-point formula at all inner N. With two neighbours on either side the sequence "
                 "becomes shorter, and the curvature can be taken out."),
            slip("sign", times(-1),
                 "The sign: the table holds binding energies, and a larger one is a lower energy. (Or (−1)^N is "
                 "turned round.)"),
            slip("parity_factor_missing", lambda N, B: (-1.0) ** N[2:-2] * _five(N, B),
                 "The factor (−1)^N is missing: an odd N lies high, an even one low, and both should give the same "
                 "gap."),
            slip("two_Delta", times(2),
                 "Too large by a factor of two: both neighbours of a paired nucleus lack a pair, so the second "
                 "difference holds 2Δ."),
            slip("halved", times(0.5),
                 "Half of it: try your combination on a pure zigzag of the energy, 0, Δ, 0, Δ, 0. It should give "
                 "back Δ."),
            slip("equal_weights", lambda N, B: (_three(N, B)[:-2] + _three(N, B)[1:-1] + _three(N, B)[2:]) / 3,
                 "Three equal weights leave a third of the zigzag: the two outer values together must count as much "
                 "as the inner one."),
            slip("four_points", lambda N, B: (_three(N, B)[:-1] + _three(N, B)[1:]) / 2,
                 "The mean of two neighbours removes the curvature, but it belongs to N + ½ (the four-point "
                 "formula). Make it symmetric about N."),
        ),
        properties=(
            must("positive", lambda v, N, B: np.all(v > 0),
                 "Even N is bound more tightly throughout, so the gap must be positive for each N."),
            must("below_some_MeV", lambda v, N, B: np.all(v < 3),
                 "A gap of a heavy nucleus is of the order of 1 MeV; yours is larger."),
        ),
        meaning="With a curvature allowed for, even and odd N agree, on the average over tin to a hundredth of an "
                "MeV: what stays is the pairing.",
    ),
    Task(
        name="shell_energies", title="One shell, pair by pair", points=4, minutes=30,
        textbook=((6, 6, np.array([0, 2, 4, 6]), 0.2), (6, 5, np.array([1, 3, 5]), 0.2)),
        draw=_shell_of,
        reference=_seniority,
        tolerance=1e-6, reason="a closed form, or an eigenvalue: nothing but rounding is left",
        hints=("A neutron without partner sits in one of the Ω levels. What may the pairs still do there?",
               "s levels are blocked. n = (N − s)/2 pairs are left on Ω − s levels of energy zero. From how many "
               "arrangements of the pairs can one hop lead to a given one?",
               "In the state where all arrangements have the same amplitude, H multiplies by a number: −G for each "
               "of the n(Ω′ − n) hops into it, with Ω′ = Ω − s levels, and −G for each of the n pairs that stay."),
        slips=(
            slip("unpaired_do_not_block", lambda c, N, s, G: _racah(c, _pairs(N, s), G),
                 "The unpaired neutrons block nothing in your shell: no pair may enter a level that is half filled."),
            slip("two_unpaired_a_level", lambda c, N, s, G: _racah(c - s / 2, _pairs(N, s), G),
                 "Two unpaired neutrons in one level would be a pair: each of them blocks a level of its own."),
            slip("diagonal_missing", lambda c, N, s, G: -G * _pairs(N, s) * (c - s - _pairs(N, s)),
                 "The terms i = j of the double sum are missing: a pair may hop onto its own level."),
            slip("diagonal_only", lambda c, N, s, G: -G * _pairs(N, s) * np.ones(np.shape(s)),
                 "That is the diagonal of the matrix only. What binds is the hopping."),
            slip("sign", times(-1), "The sign: an attraction lowers the energy below zero."),
            slip("four_times", times(4),
                 "Four times too large: N − s neutrons are half as many pairs, and the formula has the square of "
                 "this."),
            slip("excitation_energies",
                 lambda c, N, s, G: _racah(c - s, _pairs(N, s), G) - _racah(c - s[0], _pairs(N, s[0]), G),
                 "Those are the excitation energies above the first state; the energies themselves are asked."),
            slip("over_G", lambda c, N, s, G: _racah(c - s, _pairs(N, s), 1.0),
                 "Those are the energies in multiples of G: multiply by it."),
            slip("halved", times(0.5),
                 "Exactly half of the energies. No ½ stands before the double sum, although it holds each hop "
                 "twice, as i, j and as j, i."),
            slip("hops_counted_twice", times(2),
                 "Exactly twice the energies. The double sum already holds each hop and the way back, and each "
                 "counts with G once."),
            slip("neutrons_for_pairs", lambda c, N, s, G: _racah(c - s, N - s, G),
                 "You took each of the N − s neutrons for a pair. Two of them make one."),
        ),
        properties=(
            must("not_positive", lambda v, c, N, s, G: np.all(v <= 1e-12),
                 "An attraction cannot raise the energy above zero."),
            must("rises_with_seniority", lambda v, c, N, s, G: np.all(np.diff(v[np.argsort(s)]) > 0),
                 "Every pair that is broken costs energy: your energies do not rise with s."),
            must("zero_all_unpaired", lambda v, c, N, s, G: np.all(np.abs(v[np.asarray(s) == N]) < 1e-9),
                 "With all neutrons unpaired there is nothing for the attraction to act on."),
        ),
        meaning="To break the first pair costs the same for any number of neutrons: the gap of a shell needs no "
                "condensate and no uncertain number.",
    ),
    Task(
        name="share_missed_by_bcs", title="What BCS misses in a shell", points=4, minutes=30,
        textbook=((6, np.array([1, 2, 3, 6])), (16, np.array([4, 8, 12, 16]))),
        draw=_capacities,
        reference=_missed,
        tolerance=1e-3,
        reason="a closed form; the term that is often left out changes the answer by more than a hundredth",
        hints=("In a shell all levels are alike. So each of them has the same v², and the mean number of pairs "
               "fixes it.",
               "⟨P†_iP_j⟩ is u_iv_iu_jv_j on two different levels. What is it on one and the same level?",
               "The double sum has Ω(Ω − 1) terms with i ≠ j, each u²v², and Ω terms with i = j: there P†P asks "
               "whether the pair is present, which it is with probability v². Insert v² = n/Ω and compare with the "
               "exact energy."),
        slips=(
            slip("diagonal_as_others", lambda c, n: 1 / (c - n + 1),
                 "You counted u²v² also for i = j, as −Δ²/G does; on one level ⟨P†P⟩ is v². The difference, Gv⁴ a "
                 "level, is small in a metal but not here."),
            slip("over_G", lambda c, n: n * (1 - n / c),
                 "That is the energy that is missed, in units of G; its share of the exact energy is asked."),
            slip("divided_by_bcs", lambda c, n: _share(c, n) / (1 - _share(c, n)),
                 "You divided by the energy of BCS; divide by the exact one."),
            slip("share_found", lambda c, n: 1 - _share(c, n),
                 "That is the share which BCS finds; what it misses is asked."),
            slip("sign", times(-1),
                 "The sign: BCS lies above the exact energy, and what it misses counts as positive."),
            slip("diagonal_missing", lambda c, n: 1 - ((c - 1) * (1 - n / c)) / (c - n + 1),
                 "The terms i = j of the double sum are missing in your BCS energy: a pair may stay on its level."),
        ),
        properties=(
            must("not_negative", lambda v, c, n: np.all(v > -1e-9),
                 "BCS is a variational state: its energy cannot be below the exact one, so it never misses a "
                 "negative share."),
            must("below_one", lambda v, c, n: np.all(v < 1),
                 "BCS finds some of the energy: the share missed is below one."),
            must("full_shell", lambda v, c, n: np.all(np.abs(v[np.asarray(n) == c]) < 1e-6),
                 "In a full shell there is one state only, and BCS has it: nothing is missed there."),
            must("misses_something", lambda v, c, n: np.all(v[np.asarray(n) < c] > 0),
                 "Unless the shell is full, BCS must miss something: its number of pairs is uncertain."),
        ),
        meaning="One part in some number of levels: a seventh in a small shell of a nucleus, and nothing that one "
                "could notice in a metal.",
    ),
    Task(
        name="neutron_critical_temperature", title="How cold is a neutron star?", points=4, minutes=25,
        textbook=((np.array([1e10, 1e11, 1e12]), -18.9, 2.75),),
        draw=lambda rng, case: (
            10 ** np.sort(rng.uniform(9.5, 12.0, 3)),
            rng.uniform(-20.0, -8.0),
            rng.uniform(2.0, 3.5),
        ),
        reference=_Tc,
        tolerance=5e-3, reason="constants to three or four digits enter an exponent",
        hints=("Three steps: the density of neutrons gives k_F, k_F and the force give the gap, the gap gives T_c.",
               "n = k_F³/3π² for two spins, and a neutron weighs 1.675e-24 g; 1 fm³ = 1e-39 cm³. Then tan δ = "
               "k_F/(−1/a + r k_F²/2), with a negative.",
               "Δ = (8/e²) E_F exp(−π/2 tan δ), where tan δ stands in the denominator; ħ²/2m = 20.7 MeV fm², and 1 "
               "MeV is 1.160e10 K. In weak coupling T_c = (e^γ/π) Δ with Euler's constant γ (np.euler_gamma)."),
        slips=(
            slip("one_spin", lambda rho, a, r: _Tc(rho, a, r, spins=1),
                 "Your k_F belongs to neutrons of one spin only; here both spins fill the sea."),
            slip("two_Delta", times(2),
                 "Too large by a factor of two: either 2Δ stands for Δ, or E_F = ħ²k²/2m lacks its 2."),
            slip("gap_over_k", lambda rho, a, r: _Tc(rho, a, r) * np.pi / np.exp(np.euler_gamma),
                 "That is the gap over k_B. T_c is smaller, by the universal ratio."),
            slip("no_effective_range", lambda rho, a, r: _Tc(rho, a, 0.0),
                 "The effective range is left out: faster neutrons feel less of the attraction."),
            slip("range_not_halved", lambda rho, a, r: _Tc(rho, a, 2 * r),
                 "The effective range enters with a half: r k_F²/2."),
            slip("exponent_doubled", lambda rho, a, r: _Tc(rho, a, r, power=2.0),
                 "Twice the exponent: that is the law of one pair above a sea, e^(−2/N₀V), or a density of states "
                 "that is too small by a factor of 2."),
            slip("prefactor_missing", lambda rho, a, r: _Tc(rho, a, r) * np.e**2 / 8,
                 "The number 8/e² before the exponential is missing."),
            slip("tangent_upside_down", lambda rho, a, r: _Tc(rho, a, r, inverted=True),
                 "In the exponent tan δ stands in the denominator; your formula for k_F cot δ gives its inverse."),
            slip("in_MeV", lambda rho, a, r: _Tc(rho, a, r) * kelvin / MeV, "That is in MeV; kelvin are asked for."),
            slip("ratio_of_two_Delta", times(0.5),
                 "Too small by a factor of two: you divided Δ by the universal ratio that belongs to 2Δ."),
        ),
        properties=(
            must("positive", lambda v, rho, a, r: np.all(v > 0), "An absolute temperature is positive."),
            must("below_fermi_temperature", lambda v, rho, a, r: np.all(v < _T_F(rho)),
                 "T_c must lie well below the Fermi temperature E_F/k_B; yours does not. Look at the sign in the "
                 "exponent, and at the units."),
            must("rises_with_density", lambda v, rho, a, r: np.all(np.diff(v[np.argsort(rho)]) > 0),
                 "At these densities more neutrons pair more strongly: your T_c does not rise with density."),
        ),
        meaning="Near 10⁸ K in the thinnest gas and some 10⁹ K where it is denser: there the crust became superfluid "
                "while the star was young.",
    ),
    Task(
        name="vortices_let_go", title="A glitch, counted in vortices", points=3, minutes=20,
        textbook=((0.0893, 2e-6, 0.014, 10.0), (0.0334, 4e-9, 0.02, 12.0)),
        draw=lambda rng, case: (
            rng.uniform(0.03, 1.0),
            10 ** rng.uniform(-9, -5.5),
            rng.uniform(0.01, 0.1),
            rng.uniform(9.0, 14.0),
        ),
        reference=_let_go,
        tolerance=3e-3, reason="constants to three or four digits",
        hints=("What the crust gains in angular momentum the superfluid loses. By how much does the superfluid's "
               "angular velocity change?",
               "A superfluid turns by having vortices: 2ω/κ on each unit of area, with the quantum of circulation κ. "
               "What carries the circulation, one neutron or a pair?",
               "κ = h/2mₙ = 1.98e-7 m²/s, and I_s δω_s = I_c δω_c. How many vortices does the disc hold before, and "
               "how many when the superfluid turns slower by δω_s?",
               "So δω_s = ω·jump/share with ω = 2π/P, and the number that leaves is 2δω_s/κ times the area of the "
               "disc in m²."),
        slips=(
            slip("one_neutron", times(0.5),
                 "Half of them: either your quantum of circulation belongs to one neutron (a pair weighs 2mₙ), or "
                 "the 2 of 2ω is missing, the vorticity of a rotating body."),
            slip("doubled", times(2),
                 "Too many by a factor of two: there is one 2 in 2ω and one in 2mₙ, and no third."),
            slip("share_of_whole", lambda P, jump, share, R: _let_go(P, jump, share, R) * (1 - share),
                 "Nearly: `share` compares the superfluid with all the rest, I_s/I_c, not with the whole star."),
            slip("all_vortices", lambda P, jump, share, R: _all_vortices(P, R),
                 "Those are all the vortices of the star. How many leave in one glitch?"),
            slip("equal_change", lambda P, jump, share, R: _all_vortices(P, R) * jump,
                 "You let the superfluid slow by as much as the crust speeds up. It has the smaller moment of "
                 "inertia, so it must change more."),
            slip("share_on_wrong_side", lambda P, jump, share, R: _all_vortices(P, R) * jump * share,
                 "The share is on the wrong side: the smaller the superfluid's moment of inertia, the more it has "
                 "to slow down."),
            slip("frequency_for_omega", times(1 / (2 * np.pi)),
                 "Too few by 2π: the angular velocity is 2π over the period (or h was taken for ħ)."),
            slip("hbar_for_h", times(2 * np.pi), "Too many by 2π: the quantum of circulation has h in it, not ħ."),
            slip("km2_for_m2", times(1e-6), "The radius is given in km: 1 km² = 10⁶ m²."),
            slip("sphere_for_disc", times(4),
                 "Four times too many: vortices run through the disc, πR²; a sphere's surface 4πR² is not what "
                 "counts."),
            slip("shared_with_itself", lambda P, jump, share, R: _let_go(P, jump, share, R) * (1 + share),
                 "Nearly: the superfluid gives its angular momentum to the rest, not to the whole star with itself "
                 "in it."),
            slip("km_once", times(1e-3),
                 "You turned km into m once. The area has the square of the radius, and so of the unit."),
            slip("one_neutron_and_half", times(0.25),
                 "A quarter of them: your quantum of circulation belongs to one neutron, and the 2 of 2ω is missing "
                 "as well."),
        ),
        properties=(
            must("positive", lambda v, P, jump, share, R: np.all(v > 0),
                 "Give the number that leaves as a positive number."),
            must("below_all", lambda v, P, jump, share, R: np.all(v < _all_vortices(P, R)),
                 "No more vortices can leave than there are in the star."),
        ),
        meaning="For Vela some 3·10¹³ vortices, which let go within a minute; and yet it is only one in seven "
                "thousand.",
    ),
)

QUESTIONS = (
    Question(
        name="what_cold_means", title="What cold means", minutes=10,
        rubric=(
            (1, "cold is T against T_c (and E_F/k_B), not against kelvin: compares the numbers of the star with "
                "those of a metal"),
            (1, "a sign in the star's warmth: the paired neutrons' heat capacity is gone, or forming pairs emit "
                "neutrinos, so that the star cools at another rate"),
            (1, "a sign in its rotation: quantised vortices that are pinned and let go, so that a glitch needs a "
                "part without friction"),
        ),
    ),
)
