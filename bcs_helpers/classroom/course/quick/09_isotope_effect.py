"""Chapter 09, in passing: what the mass of the ions decides, and what it does not."""

from ....materials import rows
from ...quick import CONCEPT, PREDICT, WARM_UP, Choice, Number, miss, right, wrong


def exponents():
    """The measured isotope exponents."""
    return [float(row) for row in rows(quantity="isotope_exponent", kind=("measured", "derived"))]


# A row is set by hand, as in a table.
# fmt: off
QUICK = (
    Choice(
        "where_exponents_lie", PREDICT,
        "If Tc is proportional to the frequency of the phonons, it falls with the mass of the ions as M^(−1/2). "
        "Where do the exponents of real metals lie?",
        (
            wrong("All at ½.",
                  "Tin, lead and mercury are near it. But other metals lie far below."),
            right("Some near ½, others down to about zero.",
                  "The repulsion of the electrons counts too: what is felt of it depends on the frequency of the "
                  "phonons, and this takes part of the effect away."),
            wrong("All at zero.",
                  "The ions make the attraction. That Tc depends on their mass at all was the sign that led to it."),
            wrong("All at 1.",
                  "A frequency goes as one over the root of a mass."),
        ),
        proof=lambda: min(exponents()) < 0.1 and any(abs(x - 0.5) < 0.05 for x in exponents()),
    ),
    Choice(
        "no_isotope_effect", CONCEPT,
        "A metal shows no isotope effect. Does this prove that its pairs are not made by phonons?",
        (
            wrong("Yes: without a dependence on the mass of the ions they cannot take part.",
                  "Part of the effect may be taken away by another one: a lower frequency lets less repulsion "
                  "through, which raises Tc, and the two can cancel."),
            right("No: the repulsion that is left over depends on the phonon frequency too, and can cancel the "
                  "effect.",
                  "Ruthenium has an exponent near zero. For a proof one needs more, as the phonon spectrum in the "
                  "tunnel current of lead."),
            wrong("No, because isotope effects cannot be measured well enough.",
                  "They are measured to a few hundredths in good samples."),
        ),
    ),
    Choice(
        "why_repulsion_is_weak", CONCEPT,
        "The bare Coulomb repulsion of two electrons is stronger than the attraction by phonons. Why is there "
        "superconductivity all the same?",
        (
            wrong("Screening makes the repulsion weaker than the attraction.",
                  "Screened, too, it is as strong or stronger: μ is about ½, and λ is often less."),
            wrong("Pairs have opposite spins, so that they do not repel each other.",
                  "Opposite spins do not avoid each other by the exclusion principle: they feel the repulsion fully."),
            right("The repulsion acts at once, the attraction later: the pair avoids itself in time.",
                  "So only μ* = μ/(1 + μ ln(E_F/ω_D)) of the repulsion is felt, about 0.1 instead of ½."),
            wrong("The lattice is positive and cancels the repulsion.",
                  "The mean charge of the lattice is already cancelled by the mean charge of the electrons."),
        ),
    ),
    Number(
        "warm_up_isotope", WARM_UP,
        "With an exponent of ½: by how many per cent does Tc change if the ions become 2 per cent heavier?",
        reference=lambda: 100 * (1.02**-0.5 - 1), near=0.06, unit="%", digits=2,
        right="By {value} per cent: a small change of M changes M^(−1/2) by minus half of it.",
        low="It is {value} per cent: a small change of M changes M^(−1/2) by minus half of it.",
        high="It is {value} per cent, and Tc falls: heavier ions move more slowly.",
        misses=(
            miss(lambda: 100 * (1.02**0.5 - 1), "The sign: heavier ions have lower frequencies, and Tc falls."),
            miss(lambda: -2.0, "That would be an exponent of 1. It is ½: {value} per cent."),
        ),
    ),
)
