"""Chapter 07, in passing: the same quasiparticles, asked in two ways."""

import numpy as np

from .... import response as physics
from ....gap import gap
from ...quick import CONCEPT, ERROR, PREDICT, WARM_UP, Choice, right, wrong


def relaxation(t):
    """Rate of nuclear relaxation over that of the normal metal, for levels a hundredth of the gap wide."""
    return physics.relaxation_rate(t, gap(t, 1.0), broadening=0.01 * gap(0.0, 1.0))


# A row is set by hand, as in a table.
# fmt: off
QUICK = (
    Choice(
        "two_probes_below_tc", PREDICT,
        "Sound and nuclear spins both lose energy to the electrons. What do the two rates do, compared with the "
        "normal metal, when it is cooled just below Tc?",
        (
            wrong("Both fall, as there are fewer quasiparticles.",
                  "Sound does. But the quasiparticles stand close together at the edge of the gap, and for the spins "
                  "this counts more: their rate rises first."),
            wrong("Both rise, as the density of states has a peak.",
                  "Spins do. For sound the two parts of a quasiparticle interfere destructively just where the "
                  "density of states is large, and its rate falls at once."),
            right("Sound falls at once; the spins' rate rises first.",
                  "The quasiparticles are the same. What differs is the sign with which their two parts, electron "
                  "and hole, act together."),
            wrong("Sound rises, the spins' rate falls.",
                  "It is the other way round: with sound the two parts subtract at the edge of the gap, with spins "
                  "they add."),
        ),
        proof=lambda: relaxation(0.9) > 1.2 and physics.ultrasonic_attenuation(0.9, gap(0.9, 1.0)) < 0.8,
    ),
    Choice(
        "why_interference", CONCEPT, "Why do two paths lead from one quasiparticle state to another?",
        (
            wrong("A quasiparticle can pass on either side of an obstacle.", "The two paths are not in space."),
            wrong("It may absorb or emit the quantum of the probe.",
                  "Those are two processes with different final energies; their rates add, not their amplitudes."),
            right("Both moving the electron k to k′ and moving the electron −k′ to −k bring about the same change.",
                  "A quasiparticle is part electron at k, part hole at −k. The two amplitudes add with a sign that "
                  "depends on whether the probe changes its sign when time is reversed."),
        ),
    ),
    Choice(
        "light_below_the_gap", CONCEPT,
        "At zero temperature light of a frequency ω falls on a superconductor. From which ħω on can it be absorbed?",
        (
            wrong("From Δ on, which is the energy of a quasiparticle.",
                  "Quasiparticles are made in pairs: at the least two of them, 2Δ."),
            right("From 2Δ on, and just there it begins from zero.",
                  "Two quasiparticles are needed. The density of states is largest at this edge, but the coherence "
                  "factor of light vanishes there, so that the absorption rises from zero."),
            wrong("From zero on: the resistance is zero, but not for alternating currents.",
                  "That holds above zero temperature, where quasiparticles are present. At T = 0 there are none, and "
                  "light below 2Δ is reflected."),
            wrong("From zero on, because the pairs are accelerated.",
                  "Pairs are accelerated, and give the energy back in each period: their response is out of phase "
                  "with the field."),
        ),
        proof=lambda: physics.absorption(1.9, 0.0, 1.0, 2) == 0 < physics.absorption(2.2, 0.0, 1.0, 2) < 0.2,
    ),
    Choice(
        "error_in_relaxation", ERROR, "In which step of this argument is the error?",
        (
            wrong("The density of states has a peak N_s(E) ~ E/√(E² − Δ²) at the edge of the gap.",
                  "This step is sound, for a gap that is the same in all directions and levels that are sharp."),
            wrong("A quasiparticle is scattered from E to nearly the same energy, so that the rate holds N_s(E)².",
                  "This step is sound: the quantum that a nuclear spin takes up is very small against Δ."),
            wrong("The integral of N_s² diverges, if only logarithmically, so that the rate is infinite for sharp "
                  "levels.",
                  "This step is sound: ∫ dE E²/(E² − Δ²) diverges as a logarithm at the edge. A level width, or a gap "
                  "that depends on direction, ends it."),
            right("The attenuation of sound holds the same N_s(E)², so that it rises below Tc as well.",
                  "The coherence factor is left out: for sound it is (ξ/E)² at equal energies, which cancels both "
                  "peaks. The rate falls as 2f(Δ)."),
        ),
        proof=lambda: abs(physics.coherence_factor(1.001, 1.001, 1.0, 1)) < 2e-3,
    ),
    Choice(
        "warm_up_factor", WARM_UP,
        "The coherence factor of case I is ½(1 − Δ²/EE′). What is it for E = E′ at the edge of the gap?",
        (
            right("0", "E = E′ = Δ, so that the two parts cancel. In case II the sign is plus, and the factor is 1."),
            wrong("½", "That is the value far above the gap."),
            wrong("1", "That is case II, with the plus sign."),
        ),
        proof=lambda: np.isclose(physics.coherence_factor(1.0, 1.0, 1.0, 1), 0.0),
    ),
)
