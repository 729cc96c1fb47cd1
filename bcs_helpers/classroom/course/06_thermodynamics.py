"""Chapter 06: condensation energy, the jump of the heat capacity, latent heat, and cooling by a magnet."""

import numpy as np

from ... import gap as physics
from ... import limits
from ...thermodynamics import condensation_energy, entropy, free_energy_difference, heat_capacity
from ..tasks import Question, Task, must, rounded, slip, times

SUPER_OVER_NORMAL = 1 + limits.HEAT_CAPACITY_JUMP


def _entropy(t):
    """S/γTc of the superconductor."""
    return entropy(np.asarray(t, float), physics.gap(t, 1.0))


def _heat(t):
    return heat_capacity(np.asarray(t, float), physics.gap(t, 1.0))


def _latent(t):
    return t * (t - _entropy(t))


def _free_energy(t):
    """(F_n − F_s)/γTc², with N0 = 3γ/2π²."""
    return 3 / (2 * np.pi**2) * free_energy_difference(t, physics.gap(t, 1.0))


def _smearing(Delta, cutoff):
    """The kinetic energy that an occupation v² costs, over N0."""
    return Delta**2 * np.arcsinh(cutoff / Delta) - condensation_energy(Delta, cutoff)


def _parts_of_the_gain(Delta, cutoff, kinetic=1.0, attraction=1.0, total=-1):
    """What smearing costs, what the attraction gives back, and what is left; over N0."""
    cost, back = kinetic * _smearing(Delta, cutoff), attraction * Delta**2 * np.arcsinh(cutoff / Delta)
    return np.array([cost, back, back + total * cost])


def _two_jumps(gamma, Tc, t, number=limits.HEAT_CAPACITY_JUMP):
    """The jump, and what the mean slope of Δ² between t and Tc gives for it."""
    slope = 3 / (2 * np.pi**2) * physics.gap(t, 1.0) ** 2 / (1 - t)
    return np.array([number, slope]) * gamma * Tc


def _slope(t, step=1e-4):
    """The same with the slope of Δ² at t, over γTc."""
    below, above = physics.gap(np.array([t - step, t + step]), 1.0)
    return 3 / (2 * np.pi**2) * (below**2 - above**2) / (2 * step)


def _energy_root(t):
    """Where a normal metal has the heat content that the superconductor gained from zero."""
    grid = np.linspace(0.0, 1.0, 2001)
    content = np.concatenate([[0.0], np.cumsum((_heat(grid)[1:] + _heat(grid)[:-1]) / 2) * (grid[1] - grid[0])])
    return np.sqrt(2 * np.interp(t, grid, content))


def _cold(rng, case):
    return (np.sort(rng.uniform(0.25, 0.95, 5)),)


# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
    Task(
        name="energy_gained_by_pairing", title="What pairing gains", problem="1096932", points=4, minutes=30,
        textbook=((0.18, 37.0), (1.0, 40.0)),
        draw=lambda rng, case: (rng.uniform(0.1, 1.5), rng.uniform(40.0, 80.0)),
        reference=_parts_of_the_gain,
        tolerance=2e-3, reason="for a cutoff above 25 Δ the closed weak-coupling result differs from the full sum by "
                               "less than 5e-4; both count",
        hints=("Two energies change at T = 0: the kinetic one, because occupation is smeared, and the one of the "
               "attraction. Which goes up, which down?",
               "Kinetic: ∫dξ |ξ| (1 − |ξ|/E) over both signs of ξ; each pair brings two electrons. Attraction: Δ²/V, "
               "where the gap equation says what 1/N0V is: ∫dξ/E over ξ > 0.",
               "Both by quad, from 0 to the cutoff; tell it with points=[Delta] where the integrand bends. The third "
               "number is the second less the first.",
               "By hand ∫ξ²/E dξ from 0 to ω is ½[ω√(ω² + Δ²) − Δ² asinh(ω/Δ)], and ∫dξ/E is asinh(ω/Δ). In the "
               "difference asinh drops out, and what is left must tend to ½Δ²."),
        slips=(
            slip("both_spins", times(2),
                 "Too large by a factor of two: N0 counts one spin, and each state of a pair must be counted once."),
            slip("sign", lambda D, w: _parts_of_the_gain(D, w) * np.array([1, 1, -1]),
                 "The sign of the third number: it is asked by how much the superconductor lies below the normal "
                 "metal."),
            slip("signs", lambda D, w: _parts_of_the_gain(D, w) * np.array([1, -1, 1]),
                 "The second number is what the attraction gives back, counted as positive."),
            slip("all_changes", lambda D, w: _parts_of_the_gain(D, w) * np.array([1, -1, -1]),
                 "Those are the changes of the energies. The gain is asked: what the attraction gives back, and what "
                 "is left over, are counted as positive."),
            slip("one_electron_of_each_pair", lambda D, w: _parts_of_the_gain(D, w, kinetic=0.5),
                 "The kinetic energy is counted for one electron of each pair, or above the Fermi level alone. There "
                 "are two electrons, and both sides."),
            slip("attraction_counted_twice", lambda D, w: _parts_of_the_gain(D, w, attraction=2.0),
                 "The attraction is twice as large as it should be. The energies of the quasiparticles count it twice; "
                 "its energy is Δ²/V, once, and 1/N0V is ∫dξ/E over ξ > 0 alone."),
            slip("attraction_halved", lambda D, w: _parts_of_the_gain(D, w, attraction=0.5),
                 "The attraction is half as large as it should be: its energy is Δ²/V, without a half."),
            slip("cost_added", lambda D, w: _parts_of_the_gain(D, w, total=1),
                 "You added the kinetic energy to the gain. Smearing the Fermi surface costs it: subtract."),
            slip("not_squared", lambda D, w: np.array([*_parts_of_the_gain(D, w)[:2], D / 2]),
                 "The unit of your third number: an energy per N0 is the square of an energy."),
            slip("Delta_for_each_pair", lambda D, w: np.array([*_parts_of_the_gain(D, w)[:2], D**2]),
                 "Your third number is not the difference of the other two: Δ² would be the gain if each of N0Δ pairs "
                 "gained Δ. Subtract."),
            slip("one_side", lambda D, w: _parts_of_the_gain(D, w) / 2,
                 "Too small by a factor of two: states below and above the Fermi level contribute alike."),
        ),
        properties=(
            must("positive", lambda v, D, w: np.all(v > 0),
                 "All three are counted as positive: what smearing costs, what the attraction gives back, and what is "
                 "left over."),
            must("difference", lambda v, D, w: abs(v[1] - v[0] - v[2]) < 0.02 * v[1],
                 "The third number must be the second less the first, and yours is not."),
            must("parts_cancel", lambda v, D, w: v[2] < 0.5 * v[1],
                 "The gain must be much smaller than either part: the two cancel almost."),
        ),
        meaning="N0 Δ pairs gain Δ/2 each: the cutoff has dropped out of the difference. Shared among all atoms of "
                "aluminium this is some billionths of an electronvolt.",
    ),
    Task(
        name="jump_of_heat_capacity", title="The jump at Tc", problem="1096872", points=4, minutes=30,
        textbook=((1.35, 1.163, 0.99), (1.35, 1.163, 0.8)),
        draw=lambda rng, case: (
            rng.uniform(0.5, 8.0), rng.uniform(0.5, 9.0), (rng.uniform(0.7, 0.9), rng.uniform(0.97, 0.995))[case % 2]),
        reference=_two_jumps,
        tolerance=5e-3, reason="the book rounds the universal number to 1.43; at t = 0.8 the two ways are 16 per cent "
                               "apart",
        roundings=(rounded("1.43", lambda gamma, Tc, t: _two_jumps(gamma, Tc, t, 1.43)),),
        hints=("The quasiparticles' energies depend on temperature through Δ. Which term of dS/dT is there just "
               "below Tc and not just above?",
               "ΔC = −N0 dΔ²/dT at Tc: only the slope of Δ² is needed, and N0 = 3γ/2π².",
               "First number: near Tc the gap equation expanded in Δ gives Δ² = (8π²/7ζ(3)) Tc² (1 − t). Second "
               "number: the line from Δ² at t down to zero at Tc has the slope −Δ²(t)/(Tc − T).",
               "With Tc = 1 the second number is 3γ/2π² · gap(t, 1.0)²/(1 − t), times Tc; the first is 12/7ζ(3) times "
               "γTc. For t near 1 they must agree."),
        slips=(
            slip("not_a_difference", lambda g, Tc, t: _two_jumps(g, Tc, t, SUPER_OVER_NORMAL),
                 "Your first number is the heat capacity just below Tc; the jump is its difference from the normal "
                 "metal's."),
            slip("normal_metal_added", lambda g, Tc, t: _two_jumps(g, Tc, t) + g * Tc,
                 "Those are heat capacities of the superconductor. The jump is the difference from the normal metal's: "
                 "take γTc away from both."),
            slip("zeta_missing", lambda g, Tc, t: _two_jumps(g, Tc, t, 12 / 7),
                 "In your first number the zeta function is missing: the expansion of the gap equation brings it in."),
            slip("zeta_above", lambda g, Tc, t: _two_jumps(g, Tc, t, (12 / 7) ** 2 / limits.HEAT_CAPACITY_JUMP),
                 "In your first number the zeta function stands above; the expansion has it in the denominator."),
            slip("normal_metal", lambda g, Tc, t: _two_jumps(g, Tc, t, 1.0),
                 "Your first number is the heat capacity of the normal metal at Tc."),
            slip("two_fluids", lambda g, Tc, t: _two_jumps(g, Tc, t, 2.0),
                 "Your first number is the jump of the two fluids of chapter 01, with C = 3γTc t³. Here the gap "
                 "decides."),
            slip("limit_twice", lambda g, Tc, t: _two_jumps(g, Tc, t)[[0, 0]],
                 "Your second number is the limit again. It should come from the computed gap at t, and well below Tc "
                 "it is smaller."),
            slip("no_limit", lambda g, Tc, t: _two_jumps(g, Tc, t)[[1, 1]],
                 "Your first number changes with t. The jump is a limit, and the expansion of the gap equation says "
                 "which."),
            slip("slope_at_t", lambda g, Tc, t: np.array([_two_jumps(g, Tc, t)[0], _slope(t) * g * Tc]),
                 "Your second number has the slope of Δ² at t itself. Asked is the mean slope from t to Tc."),
            slip("gap_not_squared", lambda g, Tc, t: np.array([
                _two_jumps(g, Tc, t)[0], 3 / (2 * np.pi**2) * physics.gap(t, 1.0) / (1 - t) * g * Tc]),
                 "In your second number stands Δ, and it is Δ² that falls to zero in a straight line."),
            slip("not_times_Tc", lambda g, Tc, t: _two_jumps(g, 1.0, t),
                 "γ alone is not a heat capacity: multiply by the temperature."),
            slip("both_spins", times(2),
                 "Too large by a factor of two: N0 in the formula counts one spin, and γ both."),
            slip("over_gamma_Tc", lambda g, Tc, t: _two_jumps(1.0, 1.0, t),
                 "Those are over γTc; the jump itself is asked, in mJ/(mol K)."),
            slip("halved", times(0.5),
                 "Half of it. Quasiparticles of both spins and with both signs of ξ take up heat: one of the two is "
                 "missing."),
        ),
        properties=(
            must("positive", lambda v, g, Tc, t: np.all(v > 0),
                 "The heat capacity is larger on the superconducting side."),
            must("of_order_gamma_Tc", lambda v, g, Tc, t: np.all((v / (g * Tc) > 0.2) & (v / (g * Tc) < 10)),
                 "The jump is of the order of γTc, and yours is not. Check the power of Tc and the unit."),
            must("ways_agree", lambda v, g, Tc, t: t < 0.97 or abs(v[0] / v[1] - 1) < 0.05,
                 "Near Tc the two numbers must agree, and yours do not. One of them has an error in it."),
        ),
        meaning="Divided by γTc it is the same number for every weakly coupled metal; a larger one is a sign of strong "
                "coupling.",
    ),
    Task(
        name="latent_heat", title="In a field the transition has a latent heat", points=3, minutes=25,
        textbook=((np.array([0.3, 0.5, 0.7, 0.9]),),),
        draw=_cold,
        reference=_latent,
        tolerance=5e-3, reason="the entropy by a plain sum is good to 1e-4; the difference from the normal metal's "
                               "magnifies it near t = 1",
        hints=("Without a field the entropies of the two phases meet at Tc. With a field the transition happens at a "
               "lower temperature. Which quantity jumps there?",
               "The heat taken up is T times the difference of the entropies, of the normal metal (γT) and the "
               "superconductor.",
               "entropy(T, Delta) of bcs_helpers.thermodynamics returns S/γ; with Tc = 1 that is S/γTc. The normal "
               "metal's is t. Multiply the difference by t."),
        slips=(
            slip("entropy", lambda t: t - _entropy(t),
                 "That is the difference of the entropies; a heat is temperature times entropy."),
            slip("sign", times(-1),
                 "The sign: heat is taken up when the more orderly phase gives way to the normal one."),
            slip("heat_capacities", lambda t: t * (_heat(t) - t),
                 "Heat capacities instead of entropies: the latent heat is T times a difference of entropies."),
            slip("free_energies", _free_energy,
                 "That is the difference of the free energies, which the field makes up for. The heat is T times "
                 "the difference of the entropies."),
            slip("superconductor_alone", lambda t: t * _entropy(t),
                 "Only the superconductor's entropy is there; its difference from the normal metal's counts."),
        ),
        properties=(
            must("positive", lambda v, t: np.all(v >= 0),
                 "The superconductor is the more orderly phase at all temperatures below Tc: leaving it takes heat."),
            must("below_normal_entropy", lambda v, t: np.all(v < t**2),
                 "More than T times the whole entropy γT of the normal metal cannot be taken up."),
        ),
        meaning="First order in a field, second order without: the latent heat vanishes at both ends of the field's "
                "curve.",
    ),
    Task(
        name="temperature_after_quench", title="Cool by a magnetic field", points=3, minutes=20,
        textbook=((np.array([0.3, 0.5, 0.8, 0.95]),),),
        draw=_cold,
        reference=_entropy,
        tolerance=3e-3, reason="the entropy by a plain sum is good to 1e-4",
        hints=("No heat enters while a magnetic field slowly destroys superconductivity. Which quantity keeps its "
               "value?",
               "Start with the superconductor's entropy at t; end with a normal metal of the same entropy. What is "
               "its temperature?",
               "A normal metal has the entropy γT, so in units of γTc its entropy is its T/Tc. For the "
               "superconductor take what the task before used."),
        slips=(
            slip("equal_heat_capacity", _heat,
                 "That equates the heat capacity; in a slow, isolated process it is the entropy that stays."),
            slip("equal_heat_content", _energy_root,
                 "You kept the heat content. The magnet does work, so the energy changes; the entropy does not."),
            slip("difference", lambda t: t - _entropy(t),
                 "That is by how much it cools. The temperature afterwards is asked."),
            slip("over_initial", lambda t: _entropy(t) / t,
                 "That is the temperature afterwards over the one before. The question asks for it over Tc."),
            slip("unchanged", lambda t: np.asarray(t, float),
                 "The temperature does change: the same temperature would be more entropy in the normal metal."),
        ),
        properties=(
            must("colder", lambda v, t: np.all(v < t),
                 "The normal metal has more entropy at the same temperature, so with the same entropy it must be "
                 "colder."),
            must("positive", lambda v, t: np.all(v > 0), "An absolute temperature is positive."),
        ),
        meaning="A superconductor cools when a magnet makes it normal: below 0.3 Tc almost to nothing (the lattice, "
                "left out here, sets the limit).",
    ),
)

QUESTIONS = (
    Question(
        name="why_the_jump_is_upward", title="Why the jump is upward", minutes=10,
        rubric=(
            (1, "the entropies are equal at Tc and the superconductor's must be smaller below it"),
            (1, "so its slope at Tc must be larger, and C = T dS/dT jumps up on cooling"),
            (1, "in the picture: heat goes not only into more quasiparticles but into making the gap smaller"),
        ),
    ),
)
