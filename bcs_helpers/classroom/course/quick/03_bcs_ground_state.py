"""Chapter 03, in passing: the number that is not sharp, and what a pair is."""

import numpy as np

from .... import ground_state as physics
from ....spectrum import amplitudes, occupation, quasiparticle_energy
from ...quick import CONCEPT, ERROR, ESTIMATE, GRAPH, PREDICT, WARM_UP, Choice, Number, Step, miss, right, wrong
from ...tasks import slip, times


def relative_width(levels):
    """Spread of the number of electrons over its mean, in a half-filled band of evenly spaced levels."""
    mean, variance = physics.number_fluctuation(*amplitudes((np.arange(levels) + 0.5) / levels * 2 - 1, 0.2))
    return np.sqrt(variance) / mean


def phase_width(gap):
    """Spread of the phase in rad, for 60 levels, half filled, and a gap in units of their spacing."""
    probability = physics.pair_number_distribution(*amplitudes(np.arange(60) - 29.5, gap))
    angle = np.linspace(-np.pi, np.pi, 2000, endpoint=False)
    weight = np.abs(np.exp(-1j * np.outer(angle, np.arange(61))) @ np.sqrt(probability)) ** 2
    return np.sqrt(weight @ angle**2 / weight.sum())


# A row is set by hand, as in a table.
# fmt: off
QUICK = (
    Number(
        "width_of_the_phase", PREDICT,
        "In the BCS state of a small grain the number of pairs is uncertain by δn = 2 (the gap is six level spacings). "
        "How uncertain is its phase: how large is δφ, in radians?",
        reference=lambda: phase_width(6.0), near=0.15,
        right="It is {value}. Number and phase are conjugate, and the product δn δφ is ½, the least that there can be.",
        low="It is {value}. The product δn δφ cannot be less than ½.",
        high="It is {value}. In the BCS state δn δφ is ½, the least that there can be.",
        misses=(
            miss(lambda: 0.5,
                 "That would be δn δφ = 1. The least product of two conjugate widths is ½, and the BCS state has it: "
                 "{value}."),
            miss(lambda: np.pi / np.sqrt(3),
                 "That is the width of a phase that is wholly unknown, as in a state of sharp number. Here it is "
                 "{value}."),
        ),
    ),
    Number(
        "width_of_the_number", GRAPH,
        "In the BCS state the number of electrons is not sharp. A half-filled band gets a hundred times more levels, "
        "at the same gap. By which factor is the width of the distribution, divided by its mean, multiplied?",
        reference=lambda: relative_width(2000) / relative_width(20), near=0.15,
        right="By about {value}. Each level fluctuates by itself, so that the variance grows like the number of "
              "levels and the relative width like one over its root.",
        low="By about {value}: the width itself grows, only more slowly than the mean.",
        high="By about {value}. The fluctuations of many levels average out.",
        misses=(
            miss(lambda: 0.01,
                 "The width itself grows too, like the root of the number of levels. Divided by the mean it is "
                 "multiplied by about {value}."),
            miss(lambda: 1.0,
                 "The levels do not fluctuate together, each does so by itself: the relative width is multiplied by "
                 "about {value}."),
            miss(lambda: 10.0, "That is the width itself. Divided by the mean it is multiplied by about {value}."),
        ),
    ),
    Choice(
        "helium_or_pairs", CONCEPT, "Do Cooper pairs condense as the atoms of liquid helium-4 do?",
        (
            wrong("Yes: first pairs form, and when they are cold enough they condense, as bosons do.",
                  "In a weakly coupled metal pairs form and condense at one and the same temperature. There is no "
                  "gas of pairs above Tc."),
            right("No: pairs overlap by the million, and exist only together; forming and condensing is one step.",
                  "The operators that create and take away a pair do not even commute as those of bosons. The "
                  "exclusion principle of their electrons is what makes the gap."),
            wrong("No: pairs are fermions, since they consist of fermions.",
                  "Two fermions together have whole-numbered spin. The reason is another: they overlap, so that the "
                  "pair is no particle of its own."),
            wrong("Yes, but at the temperature of Bose and Einstein for particles of two electron masses.",
                  "That would be some tens of thousands of kelvin at the density of a metal. Tc has nothing to do "
                  "with it."),
        ),
        proof=lambda: physics.boson_commutator(np.ones(4) / 2, np.full(4, 0.5), np.full(4, 0.5)) < 0.6,
    ),
    Choice(
        "what_phase_means", CONCEPT, "The BCS state has a definite phase. What follows?",
        (
            wrong("The number of electrons in the metal is known.",
                  "It is the other way round: sharp phase and sharp number exclude each other, as position and "
                  "momentum do."),
            wrong("Charge is not conserved in a superconductor.",
                  "The Hamiltonian conserves it. The state is a superposition of different numbers, and projected "
                  "onto one of them it has the same energy per electron, up to a part that vanishes for a large "
                  "metal."),
            right("A difference of phase between two superconductors can be measured; the phase of one alone cannot.",
                  "Josephson's current depends on the difference. Turning both phases by the same angle changes "
                  "nothing that could be seen."),
            wrong("All electrons have the same phase, as the photons of a laser.",
                  "The phase belongs to the pairs, to the product uv, not to single electrons, whose mean amplitude "
                  "is zero."),
        ),
    ),
    Choice(
        "error_in_minimum", ERROR,
        "In which line does this minimisation of the energy W go wrong? Here u = sin θ and v = cos θ for each state, "
        "and Δ = V Σ uv.",
        (
            wrong("`W = 2 Σ ξ cos²θ − V Σ Σ sinθ cosθ sinθ′ cosθ′`.",
                  "This line is right: the kinetic energy 2ξv², and the scattering of pairs from one state to the "
                  "other."),
            wrong("`W = Σ ξ (1 + cos 2θ) − (V/4) Σ Σ sin 2θ sin 2θ′`.",
                  "This line is right: 2cos²θ = 1 + cos 2θ, and 2 sin θ cos θ = sin 2θ for each of the two."),
            right("`∂W/∂θ = −2ξ sin 2θ − (V/2) cos 2θ Σ sin 2θ′ = 0`.",
                  "Each θ stands in the double sum twice, once in each place. So the second term is twice as large: "
                  "−V cos 2θ Σ sin 2θ′ = −2Δ cos 2θ."),
            wrong("`tan 2θ` is then a constant over ξ.",
                  "This follows from the line before it; only the constant is wrong, since an error was made earlier."),
        ),
    ),
    Number(
        "how_many_pairs_inside", ESTIMATE,
        "A pair in aluminium fills a sphere with a radius of 10⁻⁶ m. Of the electrons, 2·10²⁹ per m³, a share of "
        "10⁻⁴ takes part in pairing. Of which power of ten is the number of other pairs whose centre lies inside a "
        "pair?",
        reference=lambda: 0.5 * 2e29 * 1e-4 * 4 / 3 * np.pi * 1e-18, near=1.1, power=True,
        right="Some {value} of them. A pair is nothing like a molecule in a thin gas.",
        low="Some {value}: the volume is about 4·10⁻¹⁸ m³, and a cubic metre holds 10²⁵ pairs.",
        high="Some {value}. Only the share of the electrons near the Fermi level counts.",
    ),
    Choice(
        "warm_up_uv", WARM_UP, "With u² + v² = 1, where is the product uv largest?",
        (
            wrong("Where v = 1: the state is surely occupied.", "Then u is zero, and so is the product."),
            wrong("Where u = 1: the state is surely empty.", "Then v is zero, and so is the product."),
            right("Where u² = v² = ½.",
                  "There the pair state is most uncertain, empty or filled with equal weight. This is at the Fermi "
                  "level, and there it gives most to the gap."),
        ),
    ),
)


def _state(rng, case):
    return rng.uniform(0.3, 2.0) * (-1) ** case, rng.uniform(0.4, 1.5)


# The minimum of W
STEPS = (
    Step(
        name="kinetic_of_pair_state", title="The kinetic energy of a pair state",
        textbook=((1.0, 0.3), (-0.5, 1.2)), draw=lambda rng, case: (rng.uniform(0.5, 2.0), rng.uniform(0.2, 0.7)),
        reference=lambda xi, theta: 2 * xi * np.cos(theta) ** 2,
        tolerance=1e-6, reason="an elementary function",
        hints=("The pair state is filled with the probability v² = cos²θ. How many electrons are in it then?",
               "Two electrons, each with the energy ξ."),
        slips=(
            slip("one_electron", times(0.5), "A filled pair state holds two electrons."),
            slip("sine", lambda xi, theta: 2 * xi * np.sin(theta) ** 2,
                 "v = cos θ here. With the sine you count the state when it is empty."),
        ),
        meaning="Alone it is smallest with all states below the Fermi level filled: the normal metal.",
    ),
    Step(
        name="slope_of_W", title="The slope of W",
        textbook=((1.0, 0.5, 0.3), (-0.5, 0.8, 1.2)),
        draw=lambda rng, case: (*_state(rng, case), rng.uniform(0.2, 0.7)),
        reference=lambda xi, Delta, theta: -2 * xi * np.sin(2 * theta) - 2 * Delta * np.cos(2 * theta),
        tolerance=1e-6, reason="an elementary function",
        hints=("Write 2 cos²θ = 1 + cos 2θ and sin θ cos θ = ½ sin 2θ before you take the derivative.",
               "θ stands in the double sum twice, once in each place, so that its derivative is doubled. Then use Δ "
               "= V Σ uv."),
        slips=(
            slip("once_in_the_sum", lambda xi, Delta, theta: -2 * xi * np.sin(2 * theta) - Delta * np.cos(2 * theta),
                 "θ stands in the double sum twice: the second term is twice as large."),
            slip("sign_of_Delta", lambda xi, Delta, theta: -2 * xi * np.sin(2 * theta) + 2 * Delta * np.cos(2 * theta),
                 "The interaction is attractive: its sign in W is minus, and so is that of its derivative."),
        ),
        meaning="One condition for each state, and all of them are tied together by Δ alone.",
    ),
    Step(
        name="uv_at_the_minimum", title="The product uv",
        textbook=((1.0, 0.5), (-0.5, 0.8), (0.0, 1.0)), draw=_state,
        reference=lambda xi, Delta: Delta / (2 * quasiparticle_energy(xi, Delta)),
        tolerance=1e-6, reason="an elementary function",
        hints=("The slope vanishes where tan 2θ = −Δ/ξ. Which sides does the triangle have?",
               "Its hypotenuse is E = √(ξ² + Δ²), so that sin 2θ = Δ/E; and uv = ½ sin 2θ."),
        slips=(
            slip("without_half", times(2.0), "That is sin 2θ = 2uv; uv is half of it."),
            slip("cosine", lambda xi, Delta: xi / (2 * quasiparticle_energy(xi, Delta)),
                 "That is the cosine of 2θ. Δ belongs in the numerator."),
        ),
        meaning="Largest at the Fermi level, where it is ½, and spread over an energy Δ around it.",
    ),
    Step(
        name="v2_at_the_minimum", title="The probability v²",
        textbook=((1.0, 0.5), (-0.5, 0.8), (0.0, 1.0)), draw=_state,
        reference=occupation,
        tolerance=1e-6, reason="an elementary function",
        hints=("v² = cos²θ = ½(1 + cos 2θ). Which sign has cos 2θ far above the Fermi level?",
               "Far above, v² must vanish: of the two solutions cos 2θ = ±ξ/E the minimum is the one with the minus "
               "sign."),
        slips=(
            slip("maximum", lambda xi, Delta: occupation(-xi, Delta),
                 "That is the maximum of W, with the states far above the Fermi level filled. Take the other sign."),
            slip("without_half", lambda xi, Delta: 1 - xi / quasiparticle_energy(xi, Delta),
                 "The factor ½ is missing: a probability is at most one."),
        ),
        meaning="A step that is washed out over Δ at zero temperature: what pairing pays in kinetic energy.",
    ),
)
