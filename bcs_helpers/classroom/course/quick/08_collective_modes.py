"""Chapter 08, in passing: the phase that moves, and what charge makes of it."""

import numpy as np

from .... import collective as physics
from ...quick import CONCEPT, ERROR, PREDICT, WARM_UP, Choice, Number, Step, miss, right, wrong
from ...tasks import slip, times

# A row is set by hand, as in a table.
# fmt: off
QUICK = (
    Number(
        "speed_of_the_phase_mode", PREDICT,
        "In a superfluid of neutral fermions with weak attraction, a wave of the phase travels through the gas. How "
        "fast is it for long waves, in units of the Fermi velocity?",
        reference=lambda: physics.sound_velocity(1.0), near=0.04, axis=(0.0, 1.4, 0.01), digits=3,
        right="It is {value}, 1/√3: the average of the squared component of the velocity along the wave, ⟨v_x²⟩ = "
              "v_F²/3.",
        low="It is {value}. Although the gap is small, the wave is fast: it is the gas that moves, and the gap drops "
            "out.",
        high="It is {value}. Only the component of the velocities along the wave counts.",
        misses=(
            miss(lambda: 1.0,
                 "That is the speed of each particle. The wave goes along one direction, and the particles fly in "
                 "all three: {value}."),
            miss(lambda: 0.0,
                 "The phase costs nothing only where it is the same everywhere. A long wave has a low frequency, yet "
                 "a speed: {value}."),
            miss(lambda: np.sqrt(3 / 5),
                 "√(3/5) belongs to waves of a gas that is deformed without collisions and without a gap. Here it is "
                 "{value}, as for ordinary sound."),
        ),
    ),
    Choice(
        "phase_mode_in_a_metal", CONCEPT,
        "The pairs of a metal have a charge. What becomes of the mode that costs nothing, the wave of the phase?",
        (
            wrong("It stays, since Goldstone's theorem holds for every broken symmetry.",
                  "The theorem asks for forces of short range. The Coulomb force is not one."),
            wrong("It disappears without a trace.",
                  "The number of modes is conserved: the two of light and the one of the phase become three at the "
                  "plasma frequency."),
            right("It is lifted to the plasma frequency: a wave of the phase moves charge, and charge costs Coulomb "
                  "energy.",
                  "The same energy is the mass of the photon in the metal, and its inverse is London's penetration "
                  "depth."),
            wrong("It gets the energy 2Δ, because pairs would have to be broken.",
                  "The plasma frequency does not depend on the gap at all. It is thousands to tens of thousands "
                  "of times larger."),
        ),
        proof=lambda: physics.plasmon(0.0, 5.0, 0.7) == 5.0 == physics.photon(0.0, 5.0),
    ),
    Choice(
        "amplitude_mode", CONCEPT, "What is the “Higgs mode” of a superconductor?",
        (
            wrong("The mode that gives mass to the photon.",
                  "That is the phase. The amplitude gives no mass; it is what is left over when the phase has been "
                  "used up."),
            right("An oscillation of the size of the gap, at the frequency 2Δ, where pairs begin to break.",
                  "So it decays into quasiparticles, slowly, as a power of the time. In a superconductor it carries "
                  "no charge and no dipole, so that light sees it only in second order."),
            wrong("A particle of its own that moves in the metal.",
                  "It is a motion of the whole order parameter, made of the same electrons."),
            wrong("An oscillation of the phase, at the plasma frequency.",
                  "That is the other mode, along the valley. This one goes up and down its wall."),
        ),
    ),
    Choice(
        "error_in_photon_mass", ERROR, "In which step of this argument is the error?",
        (
            wrong("In the superconductor the current follows the vector potential: j = −(ne²/m) A.",
                  "This is London's equation, for a potential without divergence."),
            wrong("With it Maxwell's equations give ω² = ω_p² + c²q² for light, ω_p² = ne²/ε0m.",
                  "This step is sound."),
            wrong("So a static field, ω = 0, has q = ±i ω_p/c and dies on the length c/ω_p.",
                  "This step is sound: it is London's depth."),
            right("A normal metal has the same dispersion of light above ω_p, so that it also shows a Meissner "
                  "effect.",
                  "In the normal metal j = −(ne²/m) A holds only at frequencies above the rate of collisions, and "
                  "without collisions the electrons' orbits still let a static field in. Rigidity at ω = 0 needs the "
                  "phase of the pairs."),
        ),
    ),
    Choice(
        "warm_up_plasma", WARM_UP,
        "The dispersion is ω = √(ω_p² + c²q²). What is the group velocity dω/dq for q → 0?",
        (
            wrong("c", "That is the limit of large q."),
            right("0", "dω/dq = c²q/ω. A photon at rest: it has a mass."),
            wrong("ω_p/q", "That is the phase velocity ω/q, and it is infinite for q → 0."),
        ),
    ),
)


def _wave(rng, case):
    return rng.uniform(0.05, 0.3), rng.uniform(0.1, 0.5), rng.uniform(0.8, 1.5), rng.uniform(0.7, 1.5)


def _mean_s2(omega, q, Delta, v_F):
    return (omega**2 - (v_F * q) ** 2 / 3) / (4 * Delta**2)


# The sound mode
STEPS = (
    Step(
        name="s_squared", title="The variable s²",
        textbook=((0.2, 0.3, 0.5, 1.0, 1.0), (0.1, 0.3, 0.9, 1.2, 0.8)),
        draw=lambda rng, case: (*_wave(rng, case)[:2], rng.uniform(0.2, 1.0), *_wave(rng, case)[2:]),
        reference=lambda omega, q, x, Delta, v_F: (omega**2 - (v_F * q * x) ** 2) / (4 * Delta**2),
        tolerance=1e-6, reason="an elementary function",
        hints=("A pair that moves with q along the direction x = cos θ sees the frequency of the wave changed by its "
               "own motion.",
               "ω² is replaced by ω² − (v_F q x)², and all is measured in 2Δ."),
        slips=(
            slip("in_gaps", times(4.0), "Measured in Δ. The threshold of breaking a pair is 2Δ."),
            slip("sign", lambda omega, q, x, Delta, v_F: (omega**2 + (v_F * q * x) ** 2) / (4 * Delta**2),
                 "The sign: motion takes away from ω², so that s² may become negative."),
        ),
        meaning="Frequency and wave number enter together: a wave that keeps up with the particles costs nothing.",
    ),
    Step(
        name="first_term", title="The first term for small s",
        textbook=((0.3,), (0.1,)), draw=lambda rng, case: (rng.uniform(0.15, 0.6),),
        reference=np.square,
        tolerance=1e-6, reason="a power of s",
        hints=("Expand s arcsin(s)/√(1 − s²) in powers of s: what is arcsin s for small s?",
               "arcsin s ≈ s and √(1 − s²) ≈ 1. One power stands in front."),
        slips=(
            slip("whole", lambda s: s * np.arcsin(s) / np.sqrt(1 - s**2),
                 "That is the whole function. Asked is the first term of its power series."),
            slip("one_power", lambda s: s, "The s in front is lost."),
            slip("second_term", lambda s: s**2 + 2 * s**4 / 3, "You kept the second term, too."),
        ),
        meaning="For long waves only this term counts, and the condition becomes linear in ω² and q².",
    ),
    Step(
        name="mean_over_directions", title="The mean over all directions",
        textbook=((0.2, 0.3, 1.0, 1.0), (0.1, 0.4, 1.2, 0.8)), draw=_wave,
        reference=_mean_s2,
        tolerance=1e-6, reason="an elementary function",
        hints=("Integrate s² over x from 0 to 1: ω² and Δ do not depend on x.",
               "∫ x² dx from 0 to 1 is one third."),
        slips=(
            slip("no_mean", lambda omega, q, Delta, v_F: (omega**2 - (v_F * q) ** 2) / (4 * Delta**2),
                 "That is x = 1 alone, particles that fly along the wave. Take the mean over x."),
            slip("half", lambda omega, q, Delta, v_F: (omega**2 - (v_F * q) ** 2 / 2) / (4 * Delta**2),
                 "One half is the mean of x, or of x² on a circle. In three dimensions the mean of x² is one third."),
        ),
        meaning="Where it vanishes the phase keeps itself up: that is the mode.",
    ),
    Step(
        name="sound_in_dimensions", title="The speed in one, two and three dimensions",
        textbook=((1.0, 3), (2.0, 2), (1.5, 1)), draw=lambda rng, case: (rng.uniform(0.5, 3.0), 3 - case),
        reference=lambda v_F, dimension: v_F / np.sqrt(dimension),
        tolerance=1e-4, reason="a root",
        hints=("Set the mean equal to zero and solve for ω/q. Which mean of x² belongs to d dimensions?",
               "The components of a unit vector share its length alike: ⟨x²⟩ = 1/d."),
        slips=(
            slip("always_three", lambda v_F, dimension: v_F / np.sqrt(3), "Right in three dimensions. What is ⟨x²⟩ "
                                                                          "in d?"),
            slip("no_root", lambda v_F, dimension: v_F / dimension, "The root is missing: ω² = v_F² q²/d."),
        ),
        meaning="As for ordinary sound in a gas of such particles: Δ has dropped out.",
    ),
)
