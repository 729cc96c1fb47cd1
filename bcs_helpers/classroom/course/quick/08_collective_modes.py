"""Chapter 08, in passing: the phase that moves, and what charge makes of it."""

import numpy as np

from .... import collective as physics
from ...quick import CONCEPT, ERROR, PREDICT, WARM_UP, Choice, Number, miss, right, wrong

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
                  "The plasma frequency does not depend on the gap at all. It is thousands of times larger."),
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
            wrong("With it Maxwell's equations give ω² = ω_p² + c²q² for light, ω_p² = ne²/ε0m.", "This is right."),
            wrong("So a static field, ω = 0, has q = ±i ω_p/c and dies on the length c/ω_p.",
                  "This is right, and it is London's depth."),
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
