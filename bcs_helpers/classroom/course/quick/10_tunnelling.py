"""Chapter 10, in passing: what a voltage sees."""

import numpy as np

from .... import tunnelling as physics
from ....units import hertz, meV
from ...quick import CONCEPT, ESTIMATE, GRAPH, PREDICT, WARM_UP, Choice, Number, miss, right, wrong

# A row is set by hand, as in a table.
# fmt: off
QUICK = (
    Number(
        "gap_and_wrong_resistance", PREDICT,
        "A gap is fitted to the current of a tunnel junction, measured up to twice the gap. Temperature and width of "
        "the levels are known, but the normal resistance was taken one per cent too large. By how many per cent does "
        "the gap of the best fit come out too small?",
        reference=lambda: _too_small(1.01), near=0.35, axis=(0.0, 4.0, 0.01),
        right="By {value} per cent, as much as the resistance is wrong: a larger resistance lowers the whole current, "
              "a smaller gap raises it again.",
        low="It is {value} per cent: the whole error of the resistance goes into the gap.",
        high="It is {value} per cent. It would be more if the width of the levels were fitted too.",
        misses=(
            miss(lambda: 0.0,
                 "The gap is where the curve bends, but also what is missing from the current far above. A fit uses "
                 "the whole curve: {value} per cent."),
        ),
    ),
    Number(
        "where_current_begins", GRAPH,
        "Two pieces of the same superconductor are divided by a thin barrier, in the cold. Read off the figure: at "
        "which voltage does the current of single electrons set in, in units of Δ/e?",
        reference=lambda: _onset(), near=0.1, axis=(0.0, 4.0, 0.01),
        right="At {value}: an electron that crosses leaves a quasiparticle behind and becomes one on the other side, "
              "and each costs Δ.",
        low="At {value}. Both sides have a gap.",
        high="At {value}: two quasiparticles, no more.",
        misses=(
            miss(lambda: 1.0,
                 "That is a junction with a normal metal on one side. Here both sides have a gap, and two "
                 "quasiparticles must be made: {value}."),
            miss(lambda: 0.0,
                 "At zero voltage there is a current of pairs. Single electrons need to pay for two quasiparticles: "
                 "{value}."),
        ),
    ),
    Choice(
        "josephson_current", CONCEPT,
        "Between two superconductors a current flows without a voltage. What drives it?",
        (
            wrong("The small voltage that is left over, too small to be measured.",
                  "It is zero: such a current flows for as long as one likes, and no energy is lost."),
            wrong("The pairs hop across one electron after the other, as thermal energy allows.",
                  "The current is largest at zero temperature, where there is none."),
            right("The difference of the two phases: the energy of the junction depends on it.",
                  "I = (2e/ħ) dE/dφ, and E = −E_J cos φ. It is of first order in the transparency, as the current of "
                  "single electrons is."),
            wrong("A difference of the gaps on both sides.",
                  "It also flows between two equal superconductors."),
        ),
        proof=lambda: physics.critical_current(0.01, 1.0) > 1.5,
    ),
    Choice(
        "andreev_doubles", CONCEPT,
        "Without a barrier, a contact of a normal metal and a superconductor conducts twice as well inside the gap "
        "as outside. Why?",
        (
            wrong("The superconductor has no resistance, and half of the resistance of the contact drops out.",
                  "Neither metal makes this resistance: it counts the channels of the contact."),
            right("Each electron that comes in takes a second one with it and leaves a hole, so that two charges "
                  "cross.",
                  "This is Andreev's reflection: inside the gap no single electron can enter, but a pair can."),
            wrong("The density of states at the edge of the gap is large.",
                  "Without a barrier the conductance does not measure the density of states; it is flat inside the "
                  "gap."),
        ),
        proof=lambda: abs(physics.andreev_reflection(0.3, 1.0, 0.0) - 1) < 1e-12,
    ),
    Number(
        "josephson_frequency", ESTIMATE,
        "A voltage of 1 µV lies on a Josephson junction. Of which power of ten is the frequency of its alternating "
        "current, in hertz?",
        reference=lambda: 2e-3 * meV / hertz, near=0.1, power=True, unit="Hz",
        right="{value} Hz: 2eV/h, 484 MHz for each microvolt. This is how voltages are kept today.",
        low="{value} Hz: 2eV/h, and h is 4·10⁻¹⁵ eV s.",
        high="{value} Hz: 2eV/h, and h is 4·10⁻¹⁵ eV s.",
    ),
    Choice(
        "warm_up_mv", WARM_UP,
        "The gap of a metal is Δ = 0.6 meV. At which voltage does its junction with a normal metal begin to conduct?",
        (
            right("0.6 mV", "One electron, one elementary charge: millielectronvolts become millivolts."),
            wrong("1.2 mV", "That is a junction between two such superconductors."),
            wrong("0.3 mV", "The current of pairs carries 2e, but here single electrons cross."),
        ),
    ),
)


def _onset():
    """Voltage above which a cold junction of two equal superconductors conducts, in units of the gap."""
    from scipy.optimize import brentq

    return brentq(lambda V: physics.sis_current(V, 0.02, 1.0) - 0.5, 1.5, 2.5)


def _too_small(R):
    """Per cent by which the best gap is too small if R_n is taken R times as large; up to 2.1 gaps, at 0.2 gaps."""
    from scipy.optimize import minimize_scalar

    V = np.linspace(0.03, 2.14, 60)
    current = physics.nis_current(V, 0.2, 1.0, broadening=0.036)

    def missed(Delta):
        return np.sum((current - physics.nis_current(V, 0.2, Delta, broadening=0.036) / R) ** 2)

    return 100 * (1 - minimize_scalar(missed, bounds=(0.9, 1.1), method="bounded").x)
