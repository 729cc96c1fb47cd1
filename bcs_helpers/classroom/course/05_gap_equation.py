"""Chapter 05: the critical temperature, the universal ratio, the curve Δ(T), and two gaps in meV."""

import numpy as np

from ... import gap as physics
from ...units import kelvin, meV
from ..tasks import Question, Task, from_right, must, rounded, slip, times

EULER = np.euler_gamma
PREFACTOR = 2 * np.exp(EULER) / np.pi  # of Tc
UNIVERSAL = 2 * np.pi / np.exp(EULER)


def _two_temperatures(coupling, cutoff, prefactor=PREFACTOR):
    """Tc by the closed form of weak coupling, and as the root of the equation."""
    return np.array([prefactor * cutoff * np.exp(-1 / coupling), physics.critical_temperature(coupling, cutoff)])


def _two_ratios(coupling, limit=UNIVERSAL):
    """2Δ(0)/Tc in the limit of weak coupling, and at a coupling."""
    at = 2 * physics.zero_temperature_gap(coupling, 1.0) / physics.critical_temperature(coupling, 1.0)
    return np.array([limit, at])


def _gap_curve(t):
    return physics.gap(np.asarray(t, float), 1.0) / physics.gap(0.0, 1.0)


def _gaps_in_meV(Tc, left=None):
    """The gap at T = 0 and one per cent below Tc, where the share `left` of it is left."""
    return physics.gap(0.0, Tc * kelvin) / meV * np.array([1.0, _gap_curve(0.99) if left is None else left])


def _falls(value, t):
    order = np.argsort(t)
    return bool(np.all(np.diff(np.real(value)[order]) <= 1e-6))


# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
    Task(
        name="transition_temperature", title="Where the gap closes", problem="1096866", points=4, minutes=30,
        textbook=((0.18, 428.0), (0.30, 100.0), (1.0, 400.0)),
        draw=lambda rng, case: ((rng.uniform(0.15, 0.30), rng.uniform(0.8, 1.2))[case % 2], rng.uniform(80.0, 450.0)),
        reference=_two_temperatures,
        tolerance=6e-3, reason="textbooks round the factor to 1.13 or 1.14; at a coupling of 0.8 the two ways are 2.5 "
                               "per cent apart, and the nearest slip is off by as much",
        roundings=(
            rounded("1.13", lambda g, theta: _two_temperatures(g, theta, prefactor=1.13)),
            rounded("1.14", lambda g, theta: _two_temperatures(g, theta, prefactor=1.14)),
        ),
        hints=("At the transition Δ is zero inside the integral, so E = |ξ|. Which equation for Tc alone remains?",
               "Substitute x = ξ/2Tc. The upper limit is z = ω_D/2Tc, and for a large z ∫₀^z tanh(x)/x dx = ln(4e^γ "
               "z/π), up to terms like e^(−2z).",
               "First number: set that logarithm equal to 1/N0V and solve for Tc. Second number: find the z at which "
               "the integral by quad is 1/N0V; for a weak coupling z is large, and beyond x = 20 you may take "
               "ln(z/20).",
               "brentq(lambda z: integral(z) - 1 / coupling, low, high) needs a bracket: z is not far from that of the "
               "first number, cutoff/(2 Tc); half and twice of it will do. Then Tc = cutoff/(2z)."),
        slips=(
            slip("gap_not_tc", lambda g, theta: _two_temperatures(g, theta, prefactor=2.0),
                 "Your first number is Δ(0), the gap at zero temperature. Tc comes from the equation with Δ = 0 and "
                 "carries another factor in front of the exponential."),
            slip("no_prefactor", lambda g, theta: _two_temperatures(g, theta, prefactor=1.0),
                 "In your closed form the exponential is right, and the number in front of it is missing: keep the "
                 "constant that comes with the logarithm."),
            slip("both_spins", lambda g, theta: _two_temperatures(2 * g, theta),
                 "Both spins are counted: N0 in the coupling is the density of states of one spin."),
            slip("half_the_integral", lambda g, theta: _two_temperatures(g / 2, theta),
                 "Your integral is half as large as it should be: ξ runs from −ω_D to ω_D, and the equation has "
                 "already folded the two halves together."),
            slip("argument_of_tanh", times(2),
                 "Both numbers are too large by two: the argument of tanh is ξ/2Tc, not ξ/Tc."),
            slip("argument_of_tanh_in_the_root", lambda g, theta: _two_temperatures(g, theta) * np.array([1.0, 2.0]),
                 "Your root is twice as large as it should be: the argument of tanh is ξ/2Tc, not ξ/Tc."),
            slip("argument_of_tanh_in_the_form", lambda g, theta: _two_temperatures(g, theta) * np.array([2.0, 1.0]),
                 "Your closed form is twice as large as it should be: the upper limit of the integral over x is "
                 "ω_D/2Tc, not ω_D/Tc."),
            slip("gamma_for_its_exponential", lambda g, theta: _two_temperatures(g, theta, 2 * EULER / np.pi),
                 "In your closed form Euler's constant γ stands where e^γ should be."),
            slip("closed_form_twice", lambda g, theta: _two_temperatures(g, theta)[[0, 0]],
                 "Both of your numbers come from the closed form. It is the limit of a weak coupling: solve the "
                 "equation itself, and at strong coupling you will see another temperature."),
            slip("root_twice", lambda g, theta: _two_temperatures(g, theta)[[1, 1]],
                 "Both of your numbers are the root of the equation. The first should be the closed form, which is "
                 "right for a weak coupling only."),
            slip("sinh_for_exponential",
                 lambda g, theta: np.array([PREFACTOR * theta / 2 / np.sinh(1 / g), _two_temperatures(g, theta)[1]]),
                 "In your closed form stands a sinh, as in Δ(0). The logarithm of Tc, solved, gives the exponential "
                 "alone."),
        ),
        properties=(
            must("positive", lambda v, g, theta: np.all(v > 0),
                 "A critical temperature is positive for any attraction."),
            must("below_debye", lambda v, g, theta: np.all(v < theta),
                 "Your Tc is above the Debye temperature: look at the sign of the exponent, or at the equation that "
                 "you solve."),
            must("ways_agree", lambda v, g, theta: g > 0.31 or abs(v[0] / v[1] - 1) < 0.02,
                 "For a weak coupling the two ways must agree, and yours do not. One of them has an error in it."),
        ),
        meaning="Tc vanishes faster than any power of the coupling, so that no expansion in powers of it contains Tc. "
                "The closed form is good up to a coupling of one third and two and a half per cent too low at 0.8.",
    ),
    Task(
        name="gap_ratio", title="The universal ratio of gap and critical temperature", problem="1096853",
        points=3, minutes=20,
        builds_on=("transition_temperature",),
        textbook=((0.2,), (0.5,), (1.0,)),
        draw=lambda rng, case: ((rng.uniform(0.7, 1.2), rng.uniform(0.15, 0.3))[case % 2],),
        reference=_two_ratios,
        tolerance=3.6e-3, reason="textbooks round it to 3.52 or 3.53, or the factor of Tc to 1.13; each shows "
                                 "that both constants are in place",
        roundings=(
            rounded("3.52", lambda g: _two_ratios(g, 3.52)), rounded("3.53", lambda g: _two_ratios(g, 3.53)),
            rounded("2·1.76", lambda g: _two_ratios(g, 2 * 1.76)),
            rounded("4/1.13", lambda g: _two_ratios(g, 4 / 1.13)),
        ),
        hints=("Write the gap equation once at T = 0 and once at Tc. What do the two right-hand sides share?",
               "In the weak limit: asinh(ω_D/Δ) tends to ln(2ω_D/Δ), the thermal integral to ln(2e^γ ω_D/πTc). Set the "
               "two equal: coupling and cutoff drop out.",
               "At a given coupling do not take the limits: Δ(0) = ω_D/sinh(1/N0V), and Tc is the root of task 1, "
               "with ω_D = 1 in both.",
               "So the second number is 2/sinh(1/coupling) over the second number of task 1 for a cutoff of 1; the "
               "first is 2π/e^γ for every coupling. For a weak coupling they must agree."),
        slips=(
            slip("one_gap", times(0.5), "You wrote Δ(0)/Tc. The question asks for 2Δ(0), the cost of a broken pair."),
            slip("one_gap_in_the_limit", lambda g: _two_ratios(g) * np.array([0.5, 1.0]),
                 "Your first number is Δ(0)/Tc. The question asks for 2Δ(0), the cost of a broken pair."),
            slip("one_gap_at_the_coupling", lambda g: _two_ratios(g) * np.array([1.0, 0.5]),
                 "Your second number is Δ(0)/Tc. The question asks for 2Δ(0), the cost of a broken pair."),
            slip("sign_of_gamma", lambda g: _two_ratios(g, UNIVERSAL * np.exp(2 * EULER)),
                 "In your first number the sign of Euler's constant is turned round: the ratio has e^γ in the "
                 "denominator."),
            slip("gamma_not_exponential", lambda g: _two_ratios(g, 2 * np.pi / EULER),
                 "In your first number Euler's constant γ stands where e^γ should be."),
            slip("upside_down", from_right(np.reciprocal),
                 "Upside down: the energy stands above, the temperature below."),
            slip("prefactors_cancelled", lambda g: _two_ratios(g, 4.0),
                 "In the limit the constants in front of the two exponentials differ; they do not cancel to 2·2."),
            slip("measured_value", lambda g: _two_ratios(g, 3.5),
                 "Your first number is a measured value, or a rounded one. Give the number that the theory predicts, "
                 "to three digits."),
            slip("limit_twice", lambda g: _two_ratios(g)[[0, 0]],
                 "Your second number is the limit again. At the given coupling both equations are to be solved: at a "
                 "strong one their ratio is larger."),
            slip("no_limit", lambda g: _two_ratios(g)[[1, 1]],
                 "Your first number changes with the coupling. It should be the limit of a weak coupling, which is one "
                 "number for all metals."),
            slip("weak_tc", lambda g: np.array([UNIVERSAL, 2 / np.sinh(1 / g) / (PREFACTOR * np.exp(-1 / g))]),
                 "In your second number Tc is that of weak coupling. At a strong one it is larger: take the root of "
                 "the equation."),
            slip("weak_gap", lambda g: np.array([UNIVERSAL, 4 * np.exp(-1 / g) / physics.critical_temperature(g, 1.0)]),
                 "In your second number Δ(0) is that of weak coupling. At T = 0 the equation is solved by the sinh "
                 "without any limit."),
        ),
        properties=(
            must("order_of_one", lambda v, g: np.all((v > 0.1) & (v < 100)),
                 "The ratio of two energies that come from one equation is of order one."),
            must("ways_agree", lambda v, g: g > 0.31 or abs(v[0] / v[1] - 1) < 0.02,
                 "For a weak coupling the two numbers must agree, and yours do not. One of them has an error in it."),
        ),
        meaning="In the limit coupling, cutoff and density of states have dropped out: it is the same number for "
                "aluminium and for zinc. A strong coupling makes it larger, as is seen in lead, for which this model "
                "is too simple.",
    ),
    Task(
        name="gap_curve", title="The whole curve, by your own root finding", points=5, minutes=40,
        textbook=((np.array([0.0, 0.2, 0.5, 0.8, 0.95, 0.999, 1.0, 1.2]),),),
        draw=lambda rng, case: (rng.uniform(0.05, 1.3, 7),),
        program=True,
        reference=_gap_curve,
        tolerance=1e-4,
        reason="scipy's quad inside brentq reaches 4e-5 without special care; the usual tanh fit is off by 1e-2",
        hints=("Subtract the equation at T = 0 from the one at T: the coupling drops out and the cutoff may go to "
               "infinity.",
               "What remains is ln δ = −2∫₀^∞ dξ/[E (e^{E/T} + 1)], with E = √(ξ² + δ²) and T in units of Δ(0).",
               "t is T/Tc, but the integral wants T/Δ(0): the ratio of the task before converts one into the other. "
               "Look for the root δ between 1e-6 and 1 with brentq; return 1 at t = 0 and 0 from t = 1 on."),
        slips=(
            slip("tanh_fit", lambda t: np.tanh(1.74 * np.sqrt(np.maximum(1 / np.maximum(t, 1e-9) - 1, 0))),
                 "That is the popular interpolation. It is up to two per cent off: the task wants the root of the "
                 "gap equation."),
            slip("square_root", lambda t: np.sqrt(np.maximum(1 - t, 0)),
                 "The square root is right near Tc (apart from its factor), but the gap is flat at low temperature."),
            slip("cosine_fit", lambda t: np.sqrt(np.maximum(np.cos(np.pi * np.minimum(t, 1) ** 2 / 2), 0)),
                 "That is a fit formula; the task wants the root of the gap equation."),
            slip("in_tc", times(physics.gap(0.0, 1.0)),
                 "You return Δ(T)/Tc. Divide by Δ(0), so that the curve starts at one."),
            slip("two_units_of_temperature",
                 lambda t: physics.gap(np.asarray(t, float) / physics.gap(0.0, 1.0), 1.0) / physics.gap(0.0, 1.0),
                 "Your curve does not close at t = 1: temperature is measured in Δ(0) in one place and in Tc in "
                 "another."),
        ),
        properties=(
            must("not_negative", lambda v, t: np.all(v >= -1e-9), "A gap is never negative: return zero from Tc on."),
            must("closed_above_tc", lambda v, t: np.all(np.abs(v[t >= 1]) < 1e-6),
                 "From Tc on the gap is zero. (Nearly zero at t = 1? Then the ratio of task 2 is rounded.)"),
            must("largest_when_cold", lambda v, t: np.all(v <= 1 + 1e-6),
                 "In units of Δ(0) the gap is nowhere larger than one."),
            must("falls", _falls, "The gap falls as the temperature rises; yours rises somewhere."),
        ),
        nearly="Four digits are asked. Is the ratio of task 2 rounded, the cutoff finite, the integral too coarse? "
               "(A fit formula will not do.)",
        meaning="Flat when cold, because a quasiparticle costs Δ; a square root at Tc, as in every mean-field "
                "transition.",
    ),
    Task(
        name="gap_in_meV", title="The gap in meV, cold and just below the critical temperature", points=2, minutes=10,
        textbook=((1.2,), (7.19,)),
        draw=lambda rng, case: (rng.uniform(0.3, 10.0),),
        reference=_gaps_in_meV,
        tolerance=1e-2, reason="k_B and the ratio to three digits are enough, and so is the limit of the curve at Tc, "
                               "which is 4e-3 above it here",
        roundings=(
            rounded("1.76 and 8.617e-5 eV/K", times(1.76 / physics.gap(0.0, 1.0))),
            rounded("3.53/2 and 1.38/1.60", times(3.53 / 2 / physics.gap(0.0, 1.0) * 0.08625 / 0.0861733)),
            rounded("2/1.13 and 0.0862", times(2 / 1.13 / physics.gap(0.0, 1.0))),
            rounded("the limit near Tc", lambda Tc: _gaps_in_meV(Tc, 0.17367)),
            rounded("3.06 Tc near Tc", lambda Tc: _gaps_in_meV(Tc, 0.306 / physics.gap(0.0, 1.0))),
        ),
        hints=("The first: which ratio turns a critical temperature into a gap? It is dimensionless once k_B stands "
               "beside Tc. The second: which share of Δ(0) is left at t = 0.99?",
               "The ratio is that of task 2, which has 2Δ(0) in it. The share is a point of your curve of task 3; "
               "near Tc the curve is 1.737 √(1 − t).",
               "So Δ(0) is half the ratio of task 2, times k_BTc; k_B is 0.0862 meV per kelvin. Return "
               "np.array([1, share]) times it, with share = gap_curve(np.array([0.99]))[0]."),
        slips=(
            slip("both_gaps", times(2),
                 "That is 2Δ, the cost of breaking a pair; Δ of one quasiparticle is asked."),
            slip("in_kelvin", times(meV / kelvin), "k_B is left out: the answer is still in kelvin."),
            slip("only_tc", times(1 / physics.gap(0.0, 1.0)),
                 "The ratio of gap and critical temperature is missing: you began with k_BTc."),
            slip("prefactor_of_Tc", times(2 * np.exp(2 * np.euler_gamma) / np.pi**2),
                 "1.134 stands in the formula of Tc, before the cutoff. What is Δ(0) over k_BTc?"),
            slip("divided_by_ratio", times(physics.gap(0.0, 1.0) ** -2),
                 "You divided by the ratio. Which of the two is larger, Δ(0) or k_BTc?"),
            slip("in_eV", times(1e-3), "That is in eV; the question asks for meV."),
            slip("in_microeV", times(1e3), "That is in µeV; the question asks for meV."),
            slip("halved_twice", times(0.5),
                 "Half of it. The ratio of task 2 belongs to 2Δ(0), so that it is halved once; you halved it twice."),
            slip("bare_root", lambda Tc: _gaps_in_meV(Tc, 0.1),
                 "Δ(0) is right. Near Tc the gap is a square root, but with a number in front of it, which your "
                 "curve of task 3 knows."),
            slip("linear", lambda Tc: _gaps_in_meV(Tc, 0.01),
                 "Δ(0) is right. Near Tc the gap does not fall like 1 − t: it is a square root, and far more of it "
                 "is left."),
            slip("hardly_changed", lambda Tc: _gaps_in_meV(Tc, 0.99),
                 "Δ(0) is right. One per cent below Tc the gap is nearly closed: look at the end of your curve."),
            slip("closed", lambda Tc: _gaps_in_meV(Tc, 0.0),
                 "Δ(0) is right. At 0.99 Tc the gap is not yet zero: it closes with a vertical tangent."),
            slip("over_gap", lambda Tc: np.array([_gaps_in_meV(Tc)[0], _gap_curve(0.99)]),
                 "The second number is the share of Δ(0) that is left. It is asked in meV, as the first."),
            slip("over_tc", lambda Tc: _gaps_in_meV(Tc, _gap_curve(0.99) * physics.gap(0.0, 1.0)),
                 "Δ(0) is right. The second number is 1.76 times too large: the curve is over Δ(0), not over Tc."),
        ),
        properties=(
            must("positive", lambda v, Tc: np.all(v > 0), "A gap is positive."),
            must("order_of_tc", lambda v, Tc: 0.2 < v[0] * meV / (Tc * kelvin) < 10,
                 "The gap at T = 0 is of the order of k_BTc, and yours is not. Check the unit."),
            must("smaller_when_warm", lambda v, Tc: v[1] < v[0], "The gap is largest when it is cold: the first."),
        ),
        meaning="One per cent below Tc a sixth of the gap is there already: it opens like a square root. Δ(0) is the "
                "voltage, in mV, at which a cold tunnel junction of this metal and a normal one begins to conduct.",
        builds_on=("gap_curve",),
    ),
)

QUESTIONS = (
    Question(
        name="why_no_expansion", title="Why no expansion in V can find it", minutes=10,
        rubric=(
            (1, "exp(−1/N0V) has an essential singularity at V = 0"),
            (1, "all its derivatives vanish there, so its Taylor series is zero at every order"),
            (1, "the normal state is unstable for any attraction: no small V exists around which expanding is allowed"),
        ),
    ),
)
