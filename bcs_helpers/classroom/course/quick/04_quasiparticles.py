"""Chapter 04, in passing: what a quasiparticle is, and where its states are."""

from .... import spectrum as physics
from ...quick import CONCEPT, GRAPH, PREDICT, WARM_UP, Choice, Number, miss, right, wrong

# A row is set by hand, as in a table.
# fmt: off
QUICK = (
    Number(
        "states_above_the_gap", PREDICT,
        "A normal metal has one state per unit of energy, at all energies near the Fermi level. In the "
        "superconductor there are none below Δ. How many are there at the energy 1.25 Δ?",
        reference=lambda: physics.density_of_states(1.25, 1.0, broadening=0.0),
        near=0.15, axis=(0.0, 4.0, 0.01), digits=3,
        right="It is {value}, E/√(E² − Δ²). The states that are missing below Δ are heaped up just above it.",
        low="It is {value}, more than in the normal metal. No state is lost: those that the gap pushes out stand "
            "above it.",
        high="It is {value}. The heap at the edge is infinitely high, but it falls off fast.",
        misses=(
            miss(lambda: 1.0,
                 "That is the normal metal. The states that the gap pushes out must be somewhere: there are {value} "
                 "here."),
            miss(lambda: 0.6,
                 "That is √(E² − Δ²)/E, upside down: the speed of the quasiparticles in units of v_F. Where they are "
                 "slow, states are dense: {value}."),
        ),
    ),
    Choice(
        "charge_of_a_quasiparticle", CONCEPT,
        "A quasiparticle stands exactly at the Fermi level, at ξ = 0. What is it?",
        (
            wrong("One half of a broken pair: an electron, with the charge −e.",
                  "Far above the Fermi level it is an electron. At ξ = 0 it is as much the lack of one."),
            right("Half electron and half hole: its mean charge is zero, its spin is one half, and its group "
                  "velocity is zero.",
                  "u² − v² = ξ/E vanishes there, and so does dE/dk = v_F ξ/E. It costs Δ, the least that any costs."),
            wrong("Nothing: there are no states in the gap.",
                  "The energy of this quasiparticle is Δ, the edge of the gap, not zero. The place in k-space is "
                  "still there."),
            wrong("A pair that has been lifted across the gap.",
                  "Lifting a pair makes two quasiparticles, with 2Δ in all. A single one blocks a pair state."),
        ),
        proof=lambda: physics.group_velocity(0.0, 1.0, 1.0) == 0 and physics.occupation(0.0, 1.0) == 0.5,
    ),
    Choice(
        "gap_and_resistance", CONCEPT, "Is it the energy gap that makes the resistance vanish?",
        (
            wrong("Yes: with a gap no electron can be scattered, so that a current never decays.",
                  "An insulator has a larger gap, and it carries no current at all. There also are superconductors "
                  "without a gap."),
            wrong("Yes, since the quasiparticles, which would have resistance, are frozen out.",
                  "Near Tc there are many quasiparticles, and the resistance is exactly zero all the same: the pairs "
                  "carry the current past them."),
            right("No: what counts is that all pairs share one phase; a gap alone would make an insulator.",
                  "A current is a phase that winds. To let it decay, the phase of all pairs must slip at once. The "
                  "gap makes this state robust, but is not its reason."),
        ),
    ),
    Choice(
        "read_branches", GRAPH,
        "In the left panel of the first figure of the chapter: which points belong to states from which an electron "
        "is surely taken out?",
        (
            wrong("The large blue ones, far to the right.",
                  "Their area is u², the probability that an electron can be added."),
            right("The large red ones, far to the left.",
                  "Their area is v², the probability that the state is occupied. Deep in the sea it is one, and the "
                  "energy is nearly that of the normal metal."),
            wrong("The two at ξ = 0, as they are nearest to each other.",
                  "There both areas are half as large as elsewhere: u² = v² = ½."),
        ),
        proof=lambda: physics.occupation(-4.0, 1.0) > 0.98,
    ),
    Choice(
        "warm_up_energy", WARM_UP,
        "An electron is 3 energy units above the Fermi level, and Δ is 4. What does the quasiparticle cost?",
        (
            wrong("7", "The two do not add: E = √(ξ² + Δ²)."),
            right("5", "√(9 + 16). And 3 units below the Fermi level it costs 5, too."),
            wrong("4", "That is the least it can cost, at the Fermi level."),
            wrong("√7", "The squares are added, not subtracted: pairing makes excitations cost more."),
        ),
        proof=lambda: abs(physics.quasiparticle_energy(3.0, 4.0) - 5) < 1e-12,
    ),
)
