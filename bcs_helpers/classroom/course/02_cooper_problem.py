"""Chapter 02: the kick of an ion, the bound state above a sea, and the density of states that decides."""

import numpy as np

from ... import cooper as physics
from ...gap import zero_temperature_gap
from ...units import dalton, kelvin, metre, meV, nm, second
from ..tasks import Question, Task, must, rounded, slip, times

PICOMETRE = 1e-12 * metre


def _kick(speed, distance, mass, theta, charge):
    return physics.phonon_kick(
        speed * 1e6 * metre / second, distance * nm, mass * dalton, theta * kelvin, charge=charge
    )


def _exact_difference(*case):
    """Ze²/4πε₀ · [1/(b − A) − 1/b], not expanded in A/b."""
    b = case[1] * nm
    return _attraction(*case) / (1 - _kick(*case).displacement / b)


def _displacement(*case):
    return _kick(*case).displacement / PICOMETRE


def _attraction(*case):
    return _kick(*case).energy / meV


def _kinetic(speed, distance, mass, theta, charge):
    """p²/2M of the ion, in meV."""
    return _kick(speed, distance, mass, theta, charge).impulse ** 2 / (2 * mass * dalton) / meV


def _draw_metal(rng, case):
    return (
        rng.uniform(1.0, 2.1),
        rng.uniform(0.15, 0.4),
        rng.uniform(20, 210),
        rng.uniform(90, 450),
        int(rng.integers(3, 5)),
    )


def _draw_near(rng, case):
    """A close passage of a light, slow ion: A/b is some per cent, so that first order shows."""
    return (
        rng.uniform(1.0, 1.8),
        rng.uniform(0.15, 0.22),
        rng.uniform(20, 70),
        rng.uniform(90, 300),
        int(rng.integers(3, 5)),
    )


def _kept_out(coupling, threshold):
    """1/g = ½ ln[(2 + E)/(2s + E)] in units of the cutoff, solved for E; 0 if it is negative."""
    q = np.exp(-2 / np.asarray(coupling))
    return np.maximum(2 * (q - threshold) / (1 - q), 0.0)


# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
    Task(
        name="ion_displacement", title="How far an ion moves", problem="1809263", points=2, minutes=20,
        textbook=((2.03, 0.2, 27.0, 428.0, 3), (2.03, 0.2, 27.0, 428.0, 1)),
        draw=_draw_metal,
        reference=_displacement,
        tolerance=1e-2,
        reason="five constants to three digits each; the smallest real slip changes the answer by a half",
        roundings=(
            rounded("ħ = 1.05e-34 J s", times(1.05 / 1.05457)),
            rounded("e = 1.6e-19 C", times((1.6 / 1.60218) ** 2)),
            rounded("both", times(1.05 / 1.05457 * (1.6 / 1.60218) ** 2)),
        ),
        hints=("First the momentum: a force that pulls for a short time. Then the swing of an oscillator that was "
               "kicked.",
               "The force Ze²/4πε₀b² pulls for the time 2b/v. An oscillator that starts with the momentum p reaches "
               "A = p/Mω. The frequency is ω = k_BΘ/ħ.",
               "So p = 2Ze²/4πε₀bv. In SI: e²/4πε₀ = 2.307e-28 J m, 1 u = 1.661e-27 kg, k_B/ħ = 1.309e11 rad/s per "
               "kelvin."),
        slips=(
            slip("half_the_passage", times(0.5),
                 "The passage lasts 2b/v: the electron pulls while it comes and while it goes."),
            slip("frequency_for_omega", times(2 * np.pi),
                 "The angular frequency is asked for in A = p/Mω: you divided by f = k_BΘ/h instead."),
            slip("charge_forgotten", lambda v, b, M, theta, Z: _displacement(v, b, M, theta, 1),
                 "The ion carries the charge Z, so the kick has it, too."),
            slip("charge_twice", lambda v, b, M, theta, Z: _displacement(v, b, M, theta, Z**2),
                 "The passing electron has the charge one: the force on the ion has Z once."),
            slip("in_nm", times(1e-3), "That is in nm; the question asks for pm."),
            slip("in_metres", times(1e-12), "That is in metres; the question asks for pm."),
            slip("electron_mass", lambda v, b, M, theta, Z: (
                _displacement(v, b, M, theta, Z) * (dalton * M / (9.1093837e-31 / 1.66053907e-27 * dalton))
            ),
                 "The mass is that of an electron in your formula. It is the ion that swings."),
        ),
        properties=(
            must("positive", lambda v, *case: np.all(v > 0),
                 "The ion is drawn towards the electron's path: give its displacement as a positive length."),
            must("below_distance", lambda value, v, b, M, theta, Z: np.all(value < 1e3 * b),
                 "Your ion swings further than its distance from the path. Check the powers of ten."),
            must("above_nuclear_size", lambda v, *case: np.all(v > 1e-2),
                 "Your ion moves by less than a nucleus is wide. Check the powers of ten."),
        ),
        meaning="Some thousandths of the lattice spacing: the ion hardly moves, and yet the attraction comes from "
                "this motion.",
    ),
    Task(
        name="kick_attraction", title="What the second electron gains", problem="1809263", points=3, minutes=15,
        textbook=((2.03, 0.2, 27.0, 428.0, 3), (2.03, 0.2, 27.0, 428.0, 1)),
        draw=_draw_near,
        builds_on=("ion_displacement",),
        reference=_attraction,
        tolerance=6e-3, reason="constants to three digits enter twice; the unexpanded form is a per cent off",
        roundings=(
            rounded("ħ = 1.05e-34 J s", times(1.05 / 1.05457)),
            rounded("e = 1.6e-19 C", times((1.6 / 1.60218) ** 3)),
        ),
        hints=("The second electron follows on the same path. How does its potential energy −Ze²/4πε₀r change when "
               "r shrinks from b to b − A?",
               "A is tiny against b, so the change is the force times A: U = Ze²A/4πε₀b².",
               "In SI e²/4πε₀ = 2.307e-28 J m, and 1 meV = 1.602e-22 J."),
        slips=(
            slip("whole_potential",
                 lambda v, b, M, theta, Z: _attraction(v, b, M, theta, Z) * b * 1e3 / _displacement(v, b, M, theta, Z),
                 "That is the whole potential energy of electron and ion. Only its change by the displacement "
                 "counts: the rest was there before."),
            slip("halved", times(0.5),
                 "A factor of two is missing. Either the passage lasts b/v in your kick, or you halved the energy "
                 "as for a spring; the ion acts on the second electron, and nothing is stretched there."),
            slip("charge_once", lambda *case: _attraction(*case) / case[-1],
                 "The charge of the ion enters twice: once when it is kicked and once when it attracts."),
            slip("sign", times(-1),
                 "The sign is a matter of wording: give by how much the energy is lower, a positive number."),
            slip("in_eV", times(1e-3), "That is in eV; the question asks for meV."),
            slip("h_and_hbar", times(2 * np.pi), "h and ħ are exchanged in the frequency of the ion."),
            slip("not_expanded", _exact_difference,
                 "Right, and more than is asked: this is the difference of 1/(b − A) and 1/b without approximation. "
                 "Keep only the first order in A/b; the estimate is no better than that."),
            slip("energy_of_the_ion", _kinetic,
                 "That is the energy p²/2M which the ion took up. The question is what the second electron gains "
                 "from the displacement."),
        ),
        properties=(
            must("positive", lambda v, *case: np.all(v > 0),
                 "An attraction lowers the energy; give by how much, a positive number."),
            must("below_bare", lambda value, v, b, M, theta, Z: np.all(value < 1440 * Z / b),
                 "More than the ion and an electron have at this distance. Check the powers of ten."),
            must("not_tiny", lambda value, *case: np.all(value > 1e-2),
                 "Less than a hundredth of a meV: check the powers of ten, and whether e² stands there as often as "
                 "it should."),
        ),
        meaning="About as much as a phonon has, for Z = 1, and far less than the bare repulsion. Screening lowers "
                "both; what helps the attraction is that it acts at another time.",
    ),
    Task(
        name="pair_binding_energy", title="One pair above a sea", points=4, minutes=25,
        textbook=((0.3, 36.9), (1.0, 36.9)),
        draw=lambda rng, case: (rng.uniform(0.25, 1.5), rng.uniform(5.0, 40.0)),
        reference=physics.binding_energy,
        tolerance=1e-5,
        reason="a logarithm inverted by hand or by brentq; the weak-coupling form is off by 1e-3 and more",
        hints=("The integral over ξ is elementary. What is it, as a logarithm?",
               "1/N₀V = ½ ln(1 + 2ω_D/E_B). Solve for E_B and keep all terms.",
               "Take the exponential of twice both sides: 1 + 2ω_D/E_B = e^(2/N₀V). What is left is one line. (If "
               "you search for the root instead, do so in ln E_B: the energy may be a thousandth of the cutoff.)"),
        slips=(
            slip("weak_coupling", lambda g, cutoff: 2 * cutoff * np.exp(-2 / g),
                 "That is the limit of weak coupling. At N₀V of order one it misses the answer: keep the 1 beside "
                 "the exponential."),
            slip("many_pairs", lambda g, cutoff: 2 * zero_temperature_gap(g, cutoff),
                 "That is 2Δ, the energy to break a pair when all electrons pair. Here there is one pair, and its "
                 "exponent is another."),
            slip("one_electron", lambda g, cutoff: cutoff * np.exp(-1 / g) / (1 - np.exp(-1 / g)),
                 "The energy of two electrons is 2ξ: the denominator has 2ξ + E_B."),
            slip("both_spins", lambda g, cutoff: physics.binding_energy(2 * g, cutoff),
                 "Both spins are counted. The pair scatters between pair states, of which there are N₀, the states "
                 "of one spin."),
            slip("sign", times(-1), "A binding energy is counted downwards from 2E_F: positive when bound."),
            slip("over_cutoff", lambda g, cutoff: physics.binding_energy(g, 1.0),
                 "That is E_B over the cutoff. Return it in the same unit as the cutoff."),
            slip("exponent_doubled", lambda g, cutoff: physics.binding_energy(g / 2, cutoff),
                 "Your exponent is too large by a factor of two. Books that write 4/NV count both spins in N; N₀ is "
                 "that of one."),
            slip("sign_of_the_one", lambda g, cutoff: 2 * cutoff / (np.exp(2 / g) + 1),
                 "The sign of the 1 beside the exponential is turned round: solve the logarithm again."),
            slip("per_electron", times(0.5),
                 "That is the binding for each of the two electrons. E_B belongs to the pair."),
            slip("per_pair_doubled", times(2),
                 "Too large by a factor of two. E_B is the energy of the pair already: it is not counted again for "
                 "each electron."),
        ),
        properties=(
            must("positive", lambda v, g, cutoff: np.all(v > 0),
                 "Above a Fermi sea any attraction binds: the energy is positive."),
            must("below_coupling_times_cutoff", lambda v, g, cutoff: np.all(v < g * cutoff),
                 "The integral is smaller than ω_D/E_B, so E_B stays below N₀V times the cutoff; yours is above."),
        ),
        meaning="Never zero, and smaller than any power of the attraction: the sea is unstable against any attraction.",
    ),
    Task(
        name="threshold_coupling", title="The threshold where states are missing", points=3, minutes=20,
        textbook=((0.5,), (1.0,)),
        draw=lambda rng, case: (rng.uniform(0.1, 2.0),),
        reference=lambda power: 2.0 * power,
        tolerance=2e-3,
        reason="a quadrature of a weak singularity at the lower end is good to three digits without care",
        hints=("At the threshold the pair is just bound: put E_B = 0 into the equation for the pair.",
               "What is left is 1/g = ∫₀¹ x^p/(2x) dx. For which p does it exist?",
               "Under the integral stands half of x^(p−1); the 2 is there because each of two particles has the "
               "energy x. Integrate this power from 0 to 1. That is 1/g, so turn it over."),
        slips=(
            slip("one_particle", times(0.5), "Two particles share the energy: 2x stands in the denominator, not x."),
            slip("two_changed_sides", times(0.25),
                 "The 2 of the denominator has changed sides: 1/g is half an integral, so g is twice its inverse."),
            slip("upside_down", lambda power: 1 / (2 * power), "That is the integral. The threshold is its inverse."),
            slip("power_not_lowered", lambda power: 2 * (power + 1),
                 "You integrated x^p alone. The denominator takes one power away."),
            slip("free_particles", lambda power: 1.0,
                 "That is the threshold of free particles in three dimensions only. The density of states has the "
                 "power p here."),
            slip("both_spins", times(2),
                 "Too large by a factor of two. Each of the two spins has the density of states g is made of; the "
                 "pair needs one factor of it."),
        ),
        properties=(
            must("positive", lambda v, power: np.all(v > 0),
                 "With states missing at zero energy there is a threshold above zero."),
            must("empty_space", lambda v, power: power != 0.5 or abs(v - 1) < 0.01,
                 "For p = ½ this should be the threshold of empty space in chapter 02, and it is not."),
            must("not_too_large", lambda v, power: np.all(v < 2 * (power + 1)),
                 "Too large: 2x is at most 2, so that at E_B = 0 the integral is at least 1/2(p + 1)."),
        ),
        meaning="It vanishes with p. Any attraction binds above a Fermi sea because the sea lifts the pair to energies "
                "where the density of states does not vanish.",
    ),
    Task(
        name="kept_out_binding_energy", title="A pair that is kept away from the Fermi level", points=4, minutes=25,
        textbook=((0.5, np.array([0.0, 0.005, 0.01, 0.015, 0.03])),),
        draw=lambda rng, case: (
            lambda g: (g, np.append(np.exp(-2 / g) * np.sort(rng.uniform(0.1, 0.9, 4)), 2 * np.exp(-2 / g)))
        )(rng.uniform(0.4, 0.9)),
        reference=_kept_out,
        tolerance=1e-4, reason="a closed form; a root found to 1e-8 of the cutoff passes as well",
        hints=("The states from 0 to s are taken by others. Which limit of the integral changes?",
               "1/N₀V = ½ ln[(2 + E_B)/(2s + E_B)] with energies in units of the cutoff. Solve for E_B.",
               "Take the exponential of twice both sides: with a = e^(2/N₀V) it reads 2 + E_B = a(2s + E_B), which "
               "is linear in E_B. Where the result is negative, the pair does not lie below 2E_F: return 0 there."),
        slips=(
            slip("negative_kept", lambda g, s: 2 * (np.exp(-2 / g) - s) / (1 - np.exp(-2 / g)),
                 "A negative binding energy is none: return zero where no state lies below 2E_F."),
            slip("lower_limit_at_zero", lambda g, s: _kept_out(g, 0.0) + 0 * s,
                 "You left the lower limit of the integral at zero. The states below s are blocked."),
            slip("below_lowest_level", lambda g, s: _kept_out(g, 0.0) * (1 - s),
                 "That is how far the pair lies below the lowest free level, 2s (or what a range shortened by s "
                 "would give). E_B is counted from 2E_F, and the blocked strip must be paid for."),
            slip("binding_unchanged", lambda g, s: np.maximum(_kept_out(g, 0.0) - 2 * s, 0.0),
                 "Nearly: you counted the cost 2s of the lowest free state, and kept the binding as it was. The "
                 "upper limit and s both enter the logarithm."),
            slip("one_electron", lambda g, s: _kept_out(g, s / 2),
                 "Two electrons at the threshold have the energy 2s, not s."),
            slip("per_electron", times(0.5),
                 "That is the binding for each of the two electrons. E_B belongs to the pair."),
            slip("per_pair_doubled", times(2),
                 "Too large by a factor of two. E_B is the energy of the pair already: it is not counted again for "
                 "each electron."),
        ),
        properties=(
            must("not_negative", lambda v, g, s: np.all(v >= 0),
                 "A binding energy is positive, or zero where nothing is bound."),
            must("falls_with_s", lambda v, g, s: np.all(np.diff(v[np.argsort(s)]) <= 1e-12),
                 "The more states are blocked, the weaker the binding: it must fall with s."),
        ),
        meaning="Blocking a strip half as wide as the pair's binding energy destroys it: the states at the Fermi "
                "level do the binding.",
    ),
)

QUESTIONS = (
    Question(
        name="why_meV_beats_eV", title="Why a weak attraction can win over a strong repulsion", minutes=10,
        rubric=(
            (1, "the ion is slow: it swings out long after the first electron has passed, which is far away by then"),
            (1, "so the attraction acts at another time (and distance) than the repulsion; the two electrons avoid "
                "each other"),
            (1, "the repulsion is screened, and acts over a much wider range of energies, which weakens it in the "
                "pair equation"),
        ),
    ),
)
