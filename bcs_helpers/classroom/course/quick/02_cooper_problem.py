"""Chapter 02, in passing: one pair above a sea."""

import numpy as np

from .... import cooper
from ...quick import CONCEPT, ERROR, ESTIMATE, PREDICT, WARM_UP, Choice, Number, Step, miss, right, wrong
from ...tasks import slip, times

# A row is set by hand, as in a table.
# fmt: off
QUICK = (
    Number(
        "half_the_attraction", PREDICT,
        "Two electrons above a Fermi sea attract each other, with N0V = 0.2, and their binding energy is 9·10⁻⁵ of "
        "ω_D. Now the attraction is halved. By which power of ten is the binding energy multiplied?",
        reference=lambda: cooper.binding_energy(0.1, 1.0) / cooper.binding_energy(0.2, 1.0), near=0.1, power=True,
        right="It is multiplied by {value}. The binding energy is 2ω_D e^(−2/N0V), and 2/N0V grows from 10 to 20.",
        low="It is multiplied by {value}, e^(−10): the exponent −2/N0V changes from −10 to −20.",
        high="It is multiplied by {value}. The attraction stands in the denominator of an exponent, 2ω_D e^(−2/N0V), "
             "so that halving it does far more than dividing by two.",
        misses=(
            miss(lambda: np.exp(-5),
                 "That would be an exponent of 1/N0V, as the gap has it. For a single pair it is 2/N0V, because only "
                 "empty states above the sea take part: {value}."),
        ),
    ),
    Choice(
        "pair_or_molecule", CONCEPT, "What distinguishes Cooper's pair from two atoms bound in a molecule?",
        (
            wrong("Nothing but the size: it is a molecule of two electrons, bound by phonons instead of by electrons.",
                  "A molecule needs a certain depth of its attraction. In three-dimensional empty space, this "
                  "attraction would bind nothing at all."),
            right("It is bound because the sea of other electrons forbids the states below the Fermi level.",
                  "The sea does not pull, it forbids. What is left are states whose density does not vanish at the "
                  "lowest energy, and there every attraction binds."),
            wrong("It is bound more tightly than a molecule, as it survives in a metal.",
                  "It is bound by less than a millielectronvolt, thousands of times less than a molecule."),
            wrong("It is a boson, a molecule of two atoms is not.",
                  "Both hold two fermions, so that in this respect they are alike. What differs is that a great many "
                  "Cooper pairs lie in the volume of each, in aluminium a hundred million."),
        ),
        proof=lambda: cooper.empty_space_binding_energy(0.3, 1.0) == 0 and cooper.binding_energy(0.3, 1.0) > 0,
    ),
    Choice(
        "why_electrons_attract", CONCEPT,
        "Both electrons are negative. How can phonons make them attract each other?",
        (
            wrong("The phonons screen the Coulomb repulsion down to zero, and what is left over is the attraction.",
                  "Screening makes a repulsion short and weak. It cannot turn its sign; the motion of the ions does."),
            wrong("The second electron sits beside the first one, in the dent that it has made.",
                  "Beside the first it would feel the full repulsion. The ions are slow: the attraction comes when "
                  "the first electron is long gone."),
            right("The first electron leaves a trail of displaced ions, which outlasts it; the second comes when the "
                  "first is far away.",
                  "The two avoid each other in time. This is why the attraction acts only between electrons whose "
                  "energies differ by less than about ω_D."),
            wrong("The ions move in phase with the electrons, at every frequency.",
                  "Only below their own frequency do the ions follow in phase. Above it they move against the force, "
                  "and the phonon part is a repulsion."),
        ),
    ),
    Choice(
        "error_in_coopers_sum", ERROR, "In which line does this derivation of Cooper's binding energy go wrong?",
        (
            wrong("`1/V = Σ 1/(2ξ + E_B)`, the sum over empty states with `0 < ξ < ω_D`.",
                  "This line is right: both electrons have the energy ξ, and the pair lies E_B below 2E_F."),
            wrong("`1/N0V = ∫ dξ/(2ξ + E_B)` from 0 to ω_D.",
                  "This line is right: N0 counts the states of one spin, because the other electron of the pair has "
                  "no choice."),
            right("`1/N0V = ln((2ω_D + E_B)/E_B)`.",
                  "The inner derivative is forgotten: ∫ dξ/(2ξ + E_B) is half of this logarithm. So the exponent "
                  "comes out as 1/N0V instead of 2/N0V."),
            wrong("`E_B ≈ 2ω_D exp(−1/N0V)`, as E_B is small against ω_D.",
                  "This follows from the line before it. The error was made earlier."),
        ),
        proof=lambda: abs(0.5 * np.log(2 / cooper.binding_energy(0.2, 1.0) + 1) - 5) < 1e-9,
    ),
    Number(
        "size_of_a_pair", ESTIMATE,
        "A pair is bound by 10⁻⁴ eV, and its electrons move with 10⁶ m/s; ħ is 7·10⁻¹⁶ eV s. Of which power of ten "
        "is its size in metres?",
        reference=lambda: 6.582e-16 * 1e6 / 1e-4, near=0.1, power=True, unit="m",
        right="About {value} m: a time ħ/E_B times the speed. In between lie some ten thousand atoms.",
        low="About {value} m. The electrons stay together for a time ħ/E_B, and in it they go a long way.",
        high="About {value} m: a time ħ/E_B times the speed.",
        misses=(miss(lambda: 3e-10,
                     "That is the distance of two atoms. A weakly bound pair is very much wider: ħ/E_B times the "
                     "speed, {value} m."),),
    ),
    Choice(
        "warm_up_log", WARM_UP, "What is ∫ dξ/(2ξ + b) from 0 to c?",
        (
            wrong("ln(1 + 2c/b)",
                  "Take its derivative with respect to c: it is 2/(2c + b), twice what stands under the integral."),
            right("½ ln(1 + 2c/b)", "The half is the inner derivative. In the chapter it doubles an exponent."),
            wrong("2 ln(1 + 2c/b)", "The derivative of ln(2ξ + b) holds a factor of 2; you need to divide by it."),
        ),
    ),
)


def _two(rng, case):
    return rng.uniform(0.05, 0.9), rng.uniform(1.0, 3.0)


# Cooper's sum
STEPS = (
    Step(
        name="term_of_coopers_sum", title="One term of the sum",
        textbook=((0.3, 0.1), (0.0, 0.5)), draw=_two,
        reference=lambda xi, E_B: 1 / (2 * xi + E_B),
        tolerance=1e-6, reason="an elementary function",
        hints=("Schrödinger's equation of the pair is (2ξ − E) a(ξ) = V Σ a. What is E, counted from 2E_F?",
               "E = −E_B. Divide by the bracket, sum both sides over ξ, and cancel the sum Σ a: 1 = V Σ 1/(2ξ + E_B)."),
        slips=(
            slip("one_electron", lambda xi, E_B: 1 / (xi + E_B), "Both electrons have the energy ξ: together 2ξ."),
            slip("sign_of_E_B", lambda xi, E_B: 1 / (2 * xi - E_B),
                 "The pair lies below the Fermi sea, at E = −E_B: the two energies add up in the denominator."),
        ),
        meaning="States near the Fermi level count most: the pair is made of them.",
    ),
    Step(
        name="coopers_integral", title="The sum as an integral",
        textbook=((0.01, 1.0), (0.5, 2.0)), draw=_two,
        reference=lambda E_B, cutoff: 0.5 * np.log1p(2 * cutoff / E_B),
        tolerance=1e-6, reason="an elementary function; quad is far more exact",
        hints=("Σ becomes N0 ∫ dξ from 0 to ω_D. Leave N0 out.",
               "∫ dξ/(2ξ + E_B) is ½ ln(2ξ + E_B), with the inner derivative of 2ξ. Put in the limits, ω_D and 0."),
        slips=(
            slip("weak", lambda E_B, cutoff: 0.5 * np.log(2 * cutoff / E_B),
                 "That is the logarithm for a binding energy much smaller than the cutoff; any is asked here."),
            slip("inner_derivative", times(2.0), "The inner derivative of 2ξ is forgotten: a factor of ½."),
            slip("both_sides", lambda E_B, cutoff: 0.5 * np.log((2 * cutoff + E_B) / abs(E_B - 2 * cutoff)),
                 "Your integral begins below the Fermi level. Those states are filled; ξ begins at zero."),
        ),
        meaning="As E_B goes to zero the logarithm grows without limit, so that every attraction finds its E_B.",
    ),
    Step(
        name="coopers_energy", title="Solve for the binding energy",
        textbook=((0.3, 1.0), (2.0, 1.0)), draw=lambda rng, case: (rng.uniform(0.2, 2.0), rng.uniform(0.5, 3.0)),
        reference=cooper.binding_energy,
        tolerance=1e-6, reason="an elementary function",
        hints=("Set N0V times the integral equal to one, and take the exponential of both sides.",
               "e^(2/N0V) = 1 + 2ω_D/E_B."),
        slips=(
            slip("weak", lambda g, cutoff: 2 * cutoff * np.exp(-2 / g),
                 "That is the limit of weak coupling, the next step. Here keep the −1 beside the exponential."),
            slip("exponent", lambda g, cutoff: 2 * cutoff / np.expm1(1 / g),
                 "The exponent is half as large as it should be: the ½ of the integral goes to the other side."),
        ),
        meaning="Exact for this model at any coupling; for strong coupling it grows as ω_D N0V.",
    ),
    Step(
        name="coopers_energy_weak", title="The limit of weak coupling",
        textbook=((0.1, 1.0), (0.2, 3.0)), draw=lambda rng, case: (rng.uniform(0.08, 0.25), rng.uniform(0.5, 3.0)),
        reference=lambda g, cutoff: 2 * cutoff * np.exp(-2 / g),
        tolerance=1e-6, reason="an elementary function",
        hints=("Which of the two terms of e^(2/N0V) − 1 is small when N0V is?",
               "Drop the 1, and bring the exponential into the numerator."),
        slips=(
            slip("exponent", lambda g, cutoff: 2 * cutoff * np.exp(-1 / g),
                 "That is Δ(0) of the metal, with 1/N0V in the exponent. For Cooper's single pair it is 2/N0V."),
            slip("prefactor", times(0.5), "The 2 in front of ω_D is lost."),
        ),
        meaning="No power series in V contains this: all its derivatives vanish at V = 0.",
    ),
)
