"""Chapter 06, in passing: heat, field, and how little energy pairing gains."""

from .... import thermodynamics as physics
from ....gap import gap
from ...quick import CONCEPT, ESTIMATE, GRAPH, PREDICT, WARM_UP, Choice, Number, miss, right, wrong


def just_below_tc():
    """Heat capacity over that of the normal metal, as T comes to Tc from below."""
    T = 1 - 1e-6
    return physics.heat_capacity(T, gap(T, 1.0)) / T


# A row is set by hand, as in a table.
# fmt: off
QUICK = (
    Number(
        "heat_capacity_at_tc", PREDICT,
        "A metal is cooled through Tc. Just below, what is its electronic heat capacity, in units of that just above?",
        reference=just_below_tc, near=0.25, axis=(0.0, 4.0, 0.01), digits=3,
        right="It is {value}: it jumps up. Each degree of cooling takes away quasiparticles, as in a normal metal; "
              "and it opens the gap further, which takes away more of them.",
        low="It is {value}, it jumps up. The gap opens so fast that each degree of cooling takes out more heat than in "
            "the normal metal.",
        high="It is {value}. The jump is large, but not that large.",
        misses=(
            miss(lambda: 1.0,
                 "That would be a transition without a jump. Entropy has no jump, its slope has one: the heat "
                 "capacity is {value} times as large."),
            miss(lambda: just_below_tc() - 1,
                 "That is the jump alone. The heat capacity itself is {value} times that of the normal metal."),
            miss(lambda: 0.0,
                 "The heat capacity is exponentially small only far below Tc. At Tc it jumps up, to {value}."),
        ),
    ),
    Choice(
        "order_of_the_transition", CONCEPT,
        "Is latent heat needed to take a superconductor through Tc, without a magnetic field?",
        (
            wrong("Yes, the energy that binds the pairs must be supplied, as when ice melts.",
                  "The pairs are not torn apart at Tc all at once. The gap goes to zero there, so that at Tc itself "
                  "nothing is left to be supplied."),
            right("No: entropy has no jump there, only the heat capacity has.",
                  "The transition is continuous. In a magnetic field below Tc it is not, and then there is a latent "
                  "heat."),
            wrong("Yes, since the heat capacity jumps.",
                  "A jump of the heat capacity is a kink of the energy, not a jump of it."),
        ),
        proof=lambda: abs(physics.entropy(1 - 1e-6, gap(1 - 1e-6, 1.0)) - 1) < 1e-4,
    ),
    Choice(
        "what_pairing_gains", CONCEPT,
        "At zero temperature, which energy falls when the metal becomes superconducting?",
        (
            wrong("The kinetic energy: the electrons come to rest in pairs.",
                  "It rises: the step of the distribution is washed out over Δ, so that electrons are lifted above "
                  "the Fermi level."),
            right("The energy of the attraction falls by more than the kinetic energy rises; ½N0Δ² is what is left.",
                  "Both are of the order N0Δ² times a logarithm. What is left over is a small difference."),
            wrong("Each electron gains Δ, so that the sum is NΔ.",
                  "Only the electrons within about Δ of the Fermi level take part, a share of Δ/E_F: the gain is of "
                  "the order N0Δ²."),
            wrong("The energy of the phonons, which are no longer excited.",
                  "At zero temperature no phonons are excited in either state."),
        ),
    ),
    Number(
        "gain_per_electron", ESTIMATE,
        "Pairing gains ½N0Δ² per volume. With Δ = 10⁻⁴ eV, E_F = 10 eV and N0 = 3n/4E_F, of which power of ten is "
        "the gain per electron, in electronvolts?",
        reference=lambda: 0.5 * 3 / (4 * 10.0) * 1e-8, near=0.1, power=True, unit="eV",
        right="About {value} eV. A chemical bond gains ten thousand million times as much, and yet this decides the "
              "state of the whole metal.",
        low="About {value} eV: ½·(3/4E_F)·Δ².",
        high="About {value} eV. Not all electrons gain, but a share Δ/E_F of them.",
        misses=(
            miss(lambda: 1e-4,
                 "That would be Δ for each electron. Only a share of about Δ/E_F of them takes part: {value} eV."),
        ),
    ),
    Number(
        "read_the_crossing", GRAPH,
        "In the left panel of the first figure of the chapter: below which temperature, in units of Tc, is the heat "
        "capacity of the superconductor smaller than that of the normal metal?",
        reference=lambda: _crossing(), near=0.06, axis=(0.0, 1.2, 0.01),
        right="Below {value}. Above it the superconductor takes up more heat, below it less; the two areas in C/T "
              "between the curves are equal.",
        low="It is {value}: look where the blue curve crosses the dashed line.",
        high="It is {value}: look where the blue curve crosses the dashed line, well below the jump.",
        misses=(miss(lambda: 1.0, "At Tc the curve jumps. It crosses the dashed line much lower, at {value}."),),
    ),
    Choice(
        "warm_up_slope", WARM_UP, "C = T dS/dT. What is S of a normal metal, with C = γT and S = 0 at T = 0?",
        (
            right("γT", "dS/dT = γ. So entropy and heat capacity of a normal metal are equal."),
            wrong("½γT²", "That is the energy, the integral of C over T. For S integrate C/T."),
            wrong("γ ln T", "C/T is the constant γ; its integral is γT."),
        ),
    ),
)


def _crossing():
    """Where C falls below γT."""
    from scipy.optimize import brentq

    return brentq(lambda T: physics.heat_capacity(T, gap(T, 1.0)) - T, 0.3, 0.9)
