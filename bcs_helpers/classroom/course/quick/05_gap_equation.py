"""Chapter 05, in passing: how the gap falls, and what it is."""

import numpy as np

from .... import gap as physics
from ....units import kelvin, meV
from ...quick import CONCEPT, ESTIMATE, GRAPH, PREDICT, WARM_UP, Choice, Number, miss, right, wrong

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
                  "This is the factor tanh(E/2T) = 1 − 2f. A smaller gap makes more quasiparticles, and near Tc this "
                  "runs away: the curve falls with a vertical tangent."),
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
        low="It is {value} eV. k_B times one kelvin is about 10⁻⁴ eV.",
        high="It is {value} eV. Room temperature, 300 K, is a fortieth of an electronvolt; this is a hundred times "
             "less.",
    ),
    Number(
        "read_off_tc", GRAPH,
        "In the right panel of the first figure of the chapter: of which power of ten is Tc/ω_D at a coupling N0V of "
        "0.1?",
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
