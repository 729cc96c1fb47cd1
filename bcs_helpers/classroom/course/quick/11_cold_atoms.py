"""Chapter 11, in passing: from pairs to molecules."""

from .... import crossover as physics
from ...quick import CONCEPT, GRAPH, PREDICT, WARM_UP, Choice, Number, miss, right, wrong

# A row is set by hand, as in a table.
# fmt: off
QUICK = (
    Choice(
        "is_there_a_transition", PREDICT,
        "A magnetic field makes the attraction of cold atoms stronger, until a single pair of them is bound in empty "
        "space. What does the gas do at that point?",
        (
            wrong("It goes through a phase transition.",
                  "Gap, energy and size of the pairs change smoothly. The symmetry that is broken is the same on "
                  "both sides, and nothing divides them."),
            wrong("It collapses.",
                  "The scattering length enters the equations as 1/a, which passes zero. What is left is the "
                  "distance of the atoms."),
            right("Nothing special: all changes smoothly.",
                  "In the gas the pair was bound before, thanks to the Fermi sea. What a single pair would do in "
                  "empty space is not seen in it."),
            wrong("The gap closes and opens again.", "The gap grows all the way."),
        ),
        proof=lambda: 0 < physics.gap(0.01) - physics.gap(-0.01) < 0.02,
    ),
    Choice(
        "gap_without_a_minimum", CONCEPT,
        "On the side of the molecules the chemical potential is negative. What does it cost to make a quasiparticle "
        "there?",
        (
            wrong("Δ, as always.",
                  "√((ε − μ)² + Δ²) is smallest where ε = μ. With a negative μ there is no such ε, and the least is "
                  "at ε = 0."),
            wrong("Nothing: there is no Fermi surface, so that there is no gap.",
                  "A molecule needs to be broken for it."),
            right("√(μ² + Δ²): its minimum is at zero momentum.",
                  "Deep on this side it is half of the binding energy of the molecule."),
        ),
        proof=lambda: physics.excitation_gap(1.5) > 1.05 * physics.gap(1.5),
    ),
    Choice(
        "condense_like_helium", CONCEPT, "Which statement about the two ends of the crossover is true?",
        (
            wrong("At both ends pairs form first and condense at a lower temperature.",
                  "At the weak end they form and condense at the same temperature."),
            right("At the weak end pairs form and condense at one temperature; at the strong end molecules exist far "
                  "above it.",
                  "So the transition at the strong end is that of Bose and Einstein, and its temperature does not "
                  "depend on how tightly the molecules are bound."),
            wrong("At the strong end Tc is highest, because the binding energy is largest.",
                  "The binding energy no longer matters there. Tc tends to that of ideal bosons, about a fifth of "
                  "the Fermi temperature."),
        ),
    ),
    Number(
        "read_mu_zero", GRAPH,
        "In the middle panel of the first figure of the chapter: at which 1/k_Fa does the chemical potential pass "
        "zero?",
        reference=lambda: _zero(), near=0.12, axis=(-2.0, 2.0, 0.01),
        right="At {value}, on the side of the molecules: from there on no Fermi surface is left.",
        low="It is at {value}: look where the dashed curve crosses zero.",
        high="It is at {value}: look where the dashed curve crosses zero.",
        misses=(miss(lambda: 0.0,
                     "At 1/k_Fa = 0 the scattering length is infinite, but the chemical potential is still positive. "
                     "It passes zero at {value}."),),
    ),
    Choice(
        "warm_up_unitarity", WARM_UP,
        "The scattering length a goes to infinity. On which length can the size of the pairs in the gas still depend?",
        (
            wrong("On none: the pairs become infinitely large.",
                  "A pair in empty space would. In a gas there is one more length."),
            right("On the distance of the atoms alone, 1/k_F.",
                  "So every energy is a number times E_F, the same for all such gases."),
            wrong("On the range of the force between two atoms.",
                  "It is a hundred times shorter than anything in the gas."),
        ),
    ),
)


def _zero():
    """Where the chemical potential vanishes."""
    from scipy.optimize import brentq

    return brentq(physics.chemical_potential, 0.0, 1.0)
