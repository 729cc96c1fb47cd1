"""Chapter 04, in passing: what a quasiparticle is, and where its states are."""

import numpy as np

from .... import spectrum as physics
from ...quick import CONCEPT, GRAPH, PREDICT, WARM_UP, Choice, Number, Step, miss, right, wrong
from ...tasks import must, slip, times

# A row is set by hand, as in a table.
# fmt: off
QUICK = (
    Number(
        "electron_that_enters", PREDICT,
        "An electron with the energy 1.25 Δ runs into a superconductor. Inside, it is part electron and part hole. How "
        "large is the probability of the electron minus that of the hole?",
        reference=lambda: 1 - 2 * physics.occupation(0.75, 1.0), near=0.05, axis=(-1.0, 1.0, 0.01),
        right="It is {value}, u² − v² = ξ/E: the energy is 1.25 Δ, so that ξ is 0.75 Δ. Its speed is the same share of "
              "v_F.",
        low="It is {value}, u² − v² = ξ/E. With an energy above Δ it stays more electron than hole.",
        high="It is {value}, u² − v² = ξ/E. The gap mixes much of the hole into it, as long as its energy is not far "
             "above Δ.",
        misses=(
            miss(lambda: 1.0,
                 "That is the electron that came. Inside, the gap mixes it with a hole: u² − v² is ξ/E, {value}."),
            miss(lambda: 0.8,
                 "That is Δ/E, which is 2uv. The difference is u² − v² = ξ/E, {value}."),
            miss(lambda: 0.0,
                 "Half and half it is only at the edge of the gap, at the energy Δ. At 1.25 Δ the difference is "
                 "{value}."),
        ),
    ),
    Number(
        "states_above_the_gap", GRAPH,
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
        "In the left panel of the figure of the two branches: which points belong to states from which an electron "
        "is surely taken out?",
        (
            wrong("The large blue ones, far to the right.",
                  "Their area is u², the probability that an electron can be added."),
            right("The large red ones, far to the left.",
                  "Their area is v², the probability that the state is occupied. Deep in the sea it is one, and the "
                  "energy is nearly that of the normal metal."),
            wrong("The two at ξ = 0, as they are nearest to each other.",
                  "There both areas have half of their largest value: u² = v² = ½."),
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


def _state(rng, case):
    return rng.uniform(0.3, 2.0) * (-1) ** case, rng.uniform(0.4, 1.5)


# The mean-field Hamiltonian
STEPS = (
    Step(
        name="matrix_of_pair_state", title="The matrix of a pair state",
        textbook=((1.0, 0.5), (-0.5, 0.8)), draw=_state,
        reference=lambda xi, Delta: np.array([[0.0, -Delta], [-Delta, 2 * xi]]),
        tolerance=1e-6, reason="four numbers",
        hints=("On the diagonal stands the energy of the electrons: none in the empty state, two in the filled one.",
               "b† takes the empty state to the filled one, so that −Δ(b + b†) stands beside the diagonal, twice."),
        slips=(
            slip("one_electron", lambda xi, Delta: np.array([[0.0, -Delta], [-Delta, xi]]),
                 "The filled state holds two electrons: 2ξ."),
            slip("sign", lambda xi, Delta: np.array([[0.0, Delta], [Delta, 2 * xi]]),
                 "The sign beside the diagonal: in h stands −Δ(b + b†)."),
        ),
        properties=(must("symmetric", lambda m, xi, Delta: np.allclose(m, np.transpose(m)),
                         "b and b† are each other's adjoint: the matrix must be symmetric."),),
        meaning="The whole metal has become a set of two-level systems that know of each other through Δ alone.",
    ),
    Step(
        name="levels_of_pair_state", title="Its two energies",
        textbook=((1.0, 0.5), (-0.5, 0.8)), draw=_state,
        reference=lambda xi, Delta: xi + np.array([-1.0, 1.0]) * physics.quasiparticle_energy(xi, Delta),
        tolerance=1e-6, reason="an elementary function",
        hints=("Take half of the trace, ξ, out of the matrix. What is the square of the rest?",
               "The rest is (−ξ, −Δ; −Δ, ξ), and its square is ξ² + Δ² times the unit matrix. Return the lower "
               "energy first."),
        slips=(
            slip("without_the_trace", lambda xi, Delta: np.array([-1.0, 1.0]) * physics.quasiparticle_energy(xi, Delta),
                 "Half of the trace is forgotten: both energies lie around ξ."),
            slip("order", lambda xi, Delta: xi + np.array([1.0, -1.0]) * physics.quasiparticle_energy(xi, Delta),
                 "The lower energy comes first."),
        ),
        meaning="2E apart: two quasiparticles. A single electron in the state has the energy ξ, halfway between.",
    ),
    Step(
        name="cost_of_a_quasiparticle", title="What one quasiparticle costs",
        textbook=((1.0, 0.5), (-0.5, 0.8), (0.0, 1.0)), draw=_state,
        reference=physics.quasiparticle_energy,
        tolerance=1e-6, reason="an elementary function",
        hints=("A single electron blocks the state: no pair can scatter into it. What is the energy of the state "
               "then?",
               "It is ξ, and before it was ξ − E. The difference is asked."),
        slips=(
            slip("two_of_them", times(2.0), "That is the distance of the two levels, two quasiparticles."),
            slip("kinetic", lambda xi, Delta: abs(xi),
                 "That is the cost in a normal metal. The energy ξ − E of the paired state must be given up, too."),
        ),
        meaning="At least Δ: this is where the gap comes from.",
    ),
    Step(
        name="mean_pair_amplitude", title="The mean of b at a temperature",
        textbook=((1.0, 0.5, 0.3), (-0.5, 0.8, 0.6)),
        draw=lambda rng, case: (*_state(rng, case), rng.uniform(0.2, 0.8)),
        reference=lambda xi, Delta, T: Delta * np.tanh(physics.quasiparticle_energy(xi, Delta) / (2 * T))
        / (2 * physics.quasiparticle_energy(xi, Delta)),
        tolerance=1e-6, reason="an elementary function",
        hints=("⟨b⟩ is uv in the paired state, −uv in the doubly excited one, and zero with one electron.",
               "Their probabilities are (1 − f)², f² and 2f(1 − f), with f = 1/(e^(E/T) + 1); and uv = Δ/2E."),
        slips=(
            slip("cold", lambda xi, Delta, T: Delta / (2 * physics.quasiparticle_energy(xi, Delta)),
                 "That is zero temperature. Quasiparticles take away a part of it."),
            slip("one_f", lambda xi, Delta, T: Delta / (2 * physics.quasiparticle_energy(xi, Delta))
                 / (1 + np.exp(-physics.quasiparticle_energy(xi, Delta) / T)),
                 "You take away f once. Both states of the pair can be excited: 1 − 2f."),
            slip("tanh_of_E_over_T", lambda xi, Delta, T: Delta
                 * np.tanh(physics.quasiparticle_energy(xi, Delta) / T) / (2 * physics.quasiparticle_energy(xi, Delta)),
                 "The argument of tanh is E/2T."),
        ),
        meaning="Summed over the shell and multiplied by V it must be Δ again: the gap equation.",
    ),
)
