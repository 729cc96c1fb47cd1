"""Chapter 05, in passing: how the gap falls, and what it is."""

import numpy as np
from scipy.integrate import quad

from .... import gap as physics
from ....units import kelvin, meV
from ...quick import CONCEPT, ESTIMATE, GRAPH, PREDICT, WARM_UP, Choice, Number, Step, miss, right, wrong
from ...tasks import from_right, slip, times

# A row is set by hand, as in a table.
# fmt: off
QUICK = (
    Number(
        "gap_at_half_tc", PREDICT,
        "The gap is Δ(0) at zero temperature and zero at Tc. How large is it at half of Tc, in units of Δ(0)?",
        reference=lambda: physics.gap(0.5, 1.0) / physics.gap(0.0, 1.0), near=0.05, axis=(0.0, 1.2, 0.01), digits=3,
        right="It is {value}: at half of Tc almost nothing has happened. A quasiparticle costs Δ, several times the "
              "thermal energy, so that few are there to block pairs.",
        low="It is {value}, more than you guessed. Few quasiparticles are excited while the temperature is small "
            "against Δ, and only they weaken the gap.",
        high="It is {value}. The gap cannot be larger than at zero temperature, since each quasiparticle blocks a "
             "pair state.",
        misses=(
            miss(lambda: 0.5,
                 "That is a straight line from one to zero. The curve is flat when cold and steep at Tc: it is "
                 "{value}."),
            miss(lambda: np.sqrt(0.5),
                 "That is the square root of 1 − T/Tc. A square root is right near Tc, but the gap is flat at low "
                 "temperature: it is {value}."),
        ),
    ),
    Choice(
        "what_the_gap_is", CONCEPT, "What is the energy 2Δ(0) of a superconductor?",
        (
            wrong("The energy that binds two electrons into a pair, as a molecule is bound.",
                  "A single pair does not exist apart from the others. The sea would close over the place it leaves, "
                  "and Cooper's own pair has another, much smaller energy."),
            right("The least energy that it costs to break a pair: to make two quasiparticles.",
                  "Each quasiparticle costs √(ξ² + Δ²), and there are two of them. Their cost comes from all the "
                  "other pairs, which lose two states to scatter into."),
            wrong("The energy that is gained per electron when the metal becomes superconducting.",
                  "That gain is ½N0Δ² per volume: only the electrons within about Δ of the Fermi level take part, so "
                  "that per electron it is smaller by Δ/E_F."),
            wrong("The width of the shell around the Fermi level in which electrons attract each other.",
                  "That is 2ω_D, a property of the phonons. In weak coupling it is very much larger than 2Δ."),
        ),
        proof=lambda: physics.zero_temperature_gap(0.2, 1.0) < 0.02,
    ),
    Choice(
        "why_the_gap_closes", CONCEPT, "Why does the gap shrink when the metal is warmed?",
        (
            wrong("The thermal motion shakes the electrons of each pair apart, one pair after the other, and those "
                  "that are left keep their gap.",
                  "Then the spectrum would show the old gap up to Tc. It does not: the gap itself shrinks, for all "
                  "electrons alike, because it is a mean field that all pairs make together."),
            wrong("The lattice expands, and the attraction by phonons gets weaker.",
                  "In the gap equation the attraction V does not depend on temperature at all, and yet the gap "
                  "closes."),
            right("Quasiparticles occupy states into which pairs would scatter, so that less pairing is left.",
                  "This is the factor tanh(E/2T) = 1 − 2f. A smaller gap makes more quasiparticles, and near Tc each "
                  "of the two strengthens the other: the curve falls with a vertical tangent."),
            wrong("The Fermi function is washed out, so that there is no sharp Fermi level any more.",
                  "At Tc the Fermi function is washed out over a ten-thousandth of the Fermi energy. What counts is "
                  "how wide it is compared with Δ."),
        ),
    ),
    Number(
        "gap_of_tin", ESTIMATE,
        "Tin becomes superconducting at 3.7 K. Of which power of ten is its gap Δ(0) in electronvolts?",
        reference=lambda: physics.gap(0.0, 3.7 * kelvin) / meV * 1e-3, near=0.1, power=True, unit="eV",
        right="It is {value} eV: k_B times one kelvin is about 10⁻⁴ eV, and Δ(0) is 1.76 times k_BTc. A tunnel "
              "junction shows it at half a millivolt.",
        low="It is {value} eV: k_B times one kelvin is about 10⁻⁴ eV, and Δ(0) is 1.76 times k_BTc.",
        high="It is {value} eV. At room temperature, 300 K, k_BT is a fortieth of an electronvolt; tin's Tc is eighty "
             "times lower.",
    ),
    Number(
        "read_off_tc", GRAPH,
        "In the figure of Tc against the coupling: of which power of ten is Tc/ω_D at a coupling N0V of 0.1?",
        reference=lambda: physics.critical_temperature(0.1, 1.0), near=0.1, power=True,
        right="Read off the logarithmic axis it is about {value}. By calculation 1.13 e^(−10).",
        low="Higher up: the curve is at about {value} there. Each mark of the axis is one power of ten or more.",
        high="Lower: the curve is at about {value} there. On a logarithmic axis it bends down faster and faster.",
        misses=(miss(lambda: physics.critical_temperature(0.2, 1.0),
                     "That is the value at a coupling of 0.2; at 0.1 it is about {value}."),),
    ),
    Choice(
        "warm_up_tanh", WARM_UP,
        "In the gap equation stands tanh(E/2T). What is it for a state whose energy E is much smaller than T?",
        (
            right("About E/2T, which is small.",
                  "So a state that is thermally excited half of the time gives nothing: pairing needs states whose "
                  "occupation is certain."),
            wrong("About 1.", "That is the other limit, E much larger than T: no quasiparticle is there."),
            wrong("About e^(−E/T).",
                  "That is how the number of quasiparticles falls when E is much larger than T. For small x, tanh x "
                  "is x."),
        ),
        proof=lambda: abs(np.tanh(0.005) / 0.005 - 1) < 1e-4,
    ),
)


def _tanh_integral(z):
    return quad(lambda x: np.tanh(x) / x, 0, z, limit=400)[0]


def _large(z):
    return np.log(4 * np.exp(np.euler_gamma) * z / np.pi)


# From the gap equation to Tc, and the gap ratio
STEPS = (
    Step(
        name="term_at_tc", title="The integrand at Tc",
        textbook=((0.5, 1.0), (3.0, 0.4)), draw=lambda rng, case: tuple(rng.uniform(0.3, 2.0, 2)),
        reference=lambda xi, Tc: np.tanh(xi / (2 * Tc)) / xi,
        tolerance=1e-6, reason="an elementary function",
        hints=("In the gap equation stands tanh(E/2T)/E. Which of its letters changes at Tc?",
               "Δ is zero there, so that E = |ξ|."),
        slips=(
            slip("argument", lambda xi, Tc: np.tanh(xi / Tc) / xi, "The argument of tanh is ξ/2Tc."),
            slip("fermi_function", lambda xi, Tc: 1 / (np.exp(xi / Tc) + 1) / xi,
                 "That is f/ξ. What counts is 1 − 2f = tanh(ξ/2Tc)."),
        ),
        meaning="Finite at ξ = 0, where it is 1/2Tc: the temperature cuts off the logarithm that Δ cut off before.",
    ),
    Step(
        name="tanh_integral", title="A function of one variable",
        textbook=((0.5,), (20.0,)), draw=lambda rng, case: (rng.uniform(1.0, 40.0),),
        reference=_tanh_integral,
        tolerance=1e-4, reason="any sensible numerical integration reaches it",
        hints=("Put x = ξ/2Tc. What becomes of dξ/ξ, and what is the upper limit?",
               "dξ/ξ is dx/x, the limit is z = ω_D/2Tc. Return ∫ tanh(x)/x dx from 0 to z by quad or a sum."),
        slips=(
            slip("limit", lambda z: _tanh_integral(2 * z), "The upper limit is z = ω_D/2Tc, not twice that."),
            slip("from_one", lambda z: _tanh_integral(z) - _tanh_integral(1.0),
                 "Your integral begins at x = 1. It begins at zero, where tanh(x)/x is one."),
            slip("only_log", np.log, "That is the integral of 1/x alone. For small x the tanh keeps it finite."),
            slip("large_z", _large, "That is the limit of large z, the next step. Here z may be small."),
        ),
        meaning="Coupling on one side, ω_D/Tc alone on the other: so Tc is proportional to ω_D.",
    ),
    Step(
        name="tanh_integral_for_large_z", title="Its form for large z",
        textbook=((20.0,), (300.0,)), draw=lambda rng, case: (rng.uniform(15.0, 500.0),),
        reference=_large,
        tolerance=1e-4, reason="the integral itself is equal to this up to e^(−2z)",
        hints=("Integrate by parts: ln(x) tanh(x) minus the integral of ln(x)/cosh²(x).",
               "For large z the first is ln z, the second a number: −ln(4e^γ/π), γ being Euler's constant."),
        slips=(
            slip("only_log", np.log, "ln z is the first term. The number beside it counts: it becomes the factor "
                                     "1.13."),
            slip("sign_of_gamma", lambda z: np.log(4 * np.exp(-np.euler_gamma) * z / np.pi),
                 "The sign of Euler's constant: the number is ln(4e^γ/π)."),
            slip("sign_of_number", lambda z: np.log(z * np.pi / (4 * np.exp(np.euler_gamma))),
                 "The sign of the second term: −∫ ln(x)/cosh²(x) dx is positive."),
        ),
        meaning="A logarithm again, as in Cooper's problem: any coupling can be matched.",
    ),
    Step(
        name="coupling_for_tc", title="The coupling that belongs to a Tc",
        textbook=((0.01, 1.0), (0.001, 0.5)), draw=lambda rng, case: (10 ** rng.uniform(-4, -1.5), rng.uniform(0.5, 2)),
        reference=lambda Tc, cutoff: 1 / _large(cutoff / (2 * Tc)),
        tolerance=1e-4, reason="the limit of large z is exact here to all digits",
        hints=("1/N0V is the integral of the step before.",
               "z = ω_D/2Tc, so that 1/N0V = ln(2e^γ ω_D/πTc)."),
        slips=(
            slip("upside_down", from_right(np.reciprocal), "That is 1/N0V."),
            slip("z_without_two", lambda Tc, cutoff: 1 / _large(cutoff / Tc), "z is ω_D/2Tc: the 2 is lost."),
        ),
        meaning="Solved for Tc this is 1.13 ω_D e^(−1/N0V): task 1.",
    ),
    Step(
        name="integral_at_zero_temperature", title="The integral at T = 0",
        textbook=((0.1, 1.0), (0.5, 2.0)), draw=lambda rng, case: (rng.uniform(0.02, 0.9), rng.uniform(1.0, 3.0)),
        reference=lambda Delta, cutoff: np.arcsinh(cutoff / Delta),
        tolerance=1e-6, reason="an elementary function; quad is far more exact",
        hints=("At T = 0 no quasiparticle is there: tanh is 1. What is ∫ dξ/√(ξ² + Δ²)?",
               "Its antiderivative is arsinh(ξ/Δ). Put in the limits, ω_D and 0."),
        slips=(
            slip("weak", lambda Delta, cutoff: np.log(2 * cutoff / Delta),
                 "That is the limit of a small Δ, the next step. Here Δ may be of the order of ω_D."),
            slip("both_sides", times(2.0), "Both halves of the shell are folded into one: ξ runs from 0 to ω_D."),
        ),
        meaning="Set equal to 1/N0V it gives Δ(0) = ω_D/sinh(1/N0V).",
    ),
    Step(
        name="integral_for_small_gap", title="The same for a small gap",
        textbook=((1e-3, 1.0), (1e-4, 2.0)), draw=lambda rng, case: (10 ** rng.uniform(-6, -3), rng.uniform(1.0, 3.0)),
        reference=lambda Delta, cutoff: np.log(2 * cutoff / Delta),
        tolerance=1e-5, reason="the form before is equal to this up to (Δ/2ω_D)²",
        hints=("arcsinh y = ln(y + √(y² + 1)). What is left when y is large?",
               "√(y² + 1) becomes y, so that two of them stand in the logarithm."),
        slips=(
            slip("one_y", lambda Delta, cutoff: np.log(cutoff / Delta), "The 2 is lost: y + √(y² + 1) tends to 2y."),
            slip("upside_down", lambda Delta, cutoff: -np.log(2 * cutoff / Delta),
                 "Upside down: the integral is positive, and grows as the gap shrinks."),
        ),
        meaning="The logarithm of step 3, with another number in it. The two numbers make the ratio.",
    ),
    Step(
        name="log_of_gap_over_tc", title="Divide one by the other",
        textbook=((0.2,), (0.3,)), draw=lambda rng, case: (rng.uniform(0.1, 0.3),),
        reference=lambda coupling: np.array([
            np.log(2) - 1 / coupling, np.log(2 * np.exp(np.euler_gamma) / np.pi) - 1 / coupling]),
        tolerance=2e-3, reason="three digits of the two numbers are enough",
        hints=("Both integrals are 1/N0V. Solve each for its logarithm: first ln(Δ(0)/ω_D), then ln(Tc/ω_D).",
               "ln(Δ(0)/ω_D) = ln 2 − 1/N0V and ln(Tc/ω_D) = ln(2e^γ/π) − 1/N0V. In their difference the coupling "
               "drops out."),
        slips=(
            slip("order", from_right(lambda right: right[::-1]), "First the gap, then Tc."),
            slip("no_numbers", lambda coupling: np.array([-1 / coupling, -1 / coupling]),
                 "The numbers in front of the exponentials are lost, and they are all that the ratio consists of."),
            slip("sign_of_gamma", lambda coupling: np.array([
                np.log(2) - 1 / coupling, np.log(2 * np.exp(-np.euler_gamma) / np.pi) - 1 / coupling]),
                 "The sign of Euler's constant in ln Tc."),
        ),
        meaning="The difference is ln π − γ at every coupling: the ratio of task 2, in which nothing of the metal is "
                "left.",
    ),
)
