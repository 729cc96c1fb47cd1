"""Chapter 09: Tc of another isotope, an exponent with its error, and what repulsion does to it."""

import numpy as np

from ...strong_coupling import two_well_isotope_exponent
from ..tasks import Explain, Mistake, Property, Task

CHAPTER = "09_isotope_effect"


def _slope(M, Tc, error):
    """(α, its error) of Tc ∝ M^−α: a straight line through logarithms, weighted by their errors."""
    weight = (Tc / error) ** 2
    x = np.log(M) - np.sum(weight * np.log(M)) / weight.sum()
    return -np.sum(weight * x * np.log(Tc)) / np.sum(weight * x**2), np.sum(weight * x**2) ** -0.5


def _samples(rng):
    count, alpha = int(rng.integers(4, 8)), rng.uniform(0.2, 0.6)
    M = np.sort(rng.uniform(1.0, 1.12, count)) * rng.uniform(60.0, 200.0)
    Tc = rng.uniform(2.0, 8.0) * (M / M[0]) ** -alpha
    error = rng.uniform(0.5, 1.5, count) * 5e-4 * Tc
    return M, rng.normal(Tc, error), error


#: Synthetic, of the size that tin has.
SAMPLES = (
    np.array([113.6, 116.7, 118.7, 119.8, 123.1]),
    np.array([3.805, 3.753, 3.723, 3.707, 3.656]),
    np.array([0.002, 0.002, 0.003, 0.002, 0.002]),
)

TASKS = (
    Task(
        name="other_isotope",
        chapter=CHAPTER,
        title="A heavier nucleus",
        problem="1809280",
        points=3,
        minutes=15,
        textbook=((4.185, 199.5, 203.4), (4.154, 200.6, 196.0)),
        draw=lambda rng: (rng.uniform(1.0, 9.0), *rng.uniform([60.0, 75.0], [70.0, 90.0])),
        reference=lambda Tc, M, other: Tc * np.sqrt(M / other),
        tolerance=1e-4,
        reason="the shift itself is one per cent; a ten-thousandth of Tc is one per cent of it",
        hints=(
            "Which frequency sets the scale of Tc, and how does it depend on the mass on the spring?",
            "The coupling N0V does not change, so Tc goes with the Debye frequency, and that with a power of the mass.",
        ),
        mistakes=(
            Mistake(
                lambda Tc, M, o: Tc * np.sqrt(o / M),
                "The wrong way round: a heavier ion is slower, and Tc follows the frequency.",
            ),
            Mistake(
                lambda Tc, M, o: Tc * M / o, "The frequency of a mass on a spring does not go as 1/M, but with a root."
            ),
            Mistake(
                lambda Tc, M, o: Tc + 0 * M,
                "No change at all: the coupling does not depend on the mass, but the cutoff does.",
            ),
        ),
        properties=(Property(lambda v, Tc, M, o: (v < Tc) == (o > M), "The heavier isotope must have the lower Tc."),),
        meaning="A hundredth of a kelvin, and proof that the lattice takes part.",
    ),
    Task(
        name="measured_isotope_exponent",
        chapter=CHAPTER,
        title="The exponent from a set of samples",
        points=4,
        minutes=30,
        textbook=(SAMPLES,),
        draw=_samples,
        reference=lambda M, Tc, error: _slope(M, Tc, error)[0],
        tolerance=1.5e-2,
        reason="logarithms or a fit of the power itself, at masses a tenth apart, agree to 1e-3; leaving out the weights moves it by about a standard error",
        hints=(
            "What does a power law look like when both axes are logarithmic?",
            "α is minus the slope of ln Tc against ln M. A point with a small error should count more: weight by 1/(relative error)².",
            "numpy.polyfit takes weights w = 1/error; the error of ln Tc is that of Tc over Tc.",
        ),
        mistakes=(
            Mistake(lambda M, Tc, e: -_slope(M, Tc, e)[0], "The sign: α is defined with a minus, Tc ∝ M^(−α)."),
            Mistake(
                lambda M, Tc, e: -np.polyfit(M, Tc, 1)[0],
                "That is the slope of Tc against M, with a unit. An exponent is the slope of logarithms.",
            ),
            Mistake(
                lambda M, Tc, e: 1 / _slope(M, Tc, e)[0], "That is the inverse of the exponent: the axes are exchanged."
            ),
        ),
        properties=(Property(lambda v, M, Tc, e: np.all(np.abs(v) < 2), "For all metals |α| is below one."),),
        meaning="Compare it with one half only together with its error, the next task.",
    ),
    Task(
        name="isotope_exponent_error",
        chapter=CHAPTER,
        title="And its error",
        points=4,
        minutes=30,
        textbook=(SAMPLES,),
        draw=_samples,
        reference=lambda M, Tc, error: _slope(M, Tc, error)[1],
        tolerance=3e-2,
        reason="propagation through the straight line is exact here; a derivative by small steps costs less than a per cent",
        hints=(
            "α is a weighted sum of the ln Tc. How do independent errors add in a sum?",
            "For weights w = (Tc/error)² the variance of the slope is 1/Σ w (x − x̄)², with x = ln M and x̄ its weighted mean.",
        ),
        mistakes=(
            Mistake(lambda M, Tc, e: _slope(M, Tc, e)[1] ** 2, "That is the variance; the standard error is its root."),
            Mistake(
                lambda M, Tc, e: np.sum((np.log(M) * Tc / e) ** 2) ** -0.5,
                "The masses have to be counted from their mean: a line that need not go through the origin knows its slope from their spread only.",
            ),
            Mistake(
                lambda M, Tc, e: _slope(M, Tc, e)[1] * np.mean(Tc),
                "You used the absolute errors of Tc for those of ln Tc: divide by Tc.",
            ),
            Mistake(
                lambda M, Tc, e: _slope(M, Tc, e)[1] / np.sqrt(len(M)),
                "Divided by √n once too often: the sum over the samples has done it.",
            ),
        ),
        properties=(Property(lambda v, M, Tc, e: np.all(v > 0), "A standard error is positive."),),
        meaning="Millikelvins on Tc become several hundredths on α, because isotopes differ so little in mass.",
    ),
    Task(
        name="exponent_with_repulsion",
        chapter=CHAPTER,
        title="Why some metals show none",
        points=4,
        minutes=30,
        textbook=((0.30, 0.10), (0.25, 0.12)),
        draw=lambda rng: (rng.uniform(0.25, 0.5), rng.uniform(0.08, 0.13)),
        reference=two_well_isotope_exponent,
        tolerance=1e-3,
        reason="a closed formula, or a numerical derivative good to 1e-4",
        hints=(
            "In the two-well model Tc = 1.134 ω_D exp[−1/(λ − μ*)]. In which two places does ω_D stand?",
            "μ* = μ/(1 + μ ln(E_F/ω_D)). Differentiate ln Tc by ln ω_D, μ being fixed, and remember dμ*/d ln ω_D = μ*².",
            "α is half of that derivative, because ω_D ∝ M^(−1/2).",
        ),
        mistakes=(
            Mistake(
                lambda lam, mu: 0.5 + 0 * lam,
                "That is the exponent without repulsion. The repulsion is felt less when the phonons are slower; that counts, too.",
            ),
            Mistake(
                lambda lam, mu: 0.5 * (1 - mu / (lam - mu)),
                "The power of the ratio: dμ*/d ln ω_D goes with the square of μ*, and so does the derivative of 1/(λ − μ*).",
            ),
            Mistake(
                lambda lam, mu: 0.5 * (1 + (mu / (lam - mu)) ** 2),
                "The sign: slower phonons give electrons more time to avoid each other, which works against the loss of Tc.",
            ),
            Mistake(lambda lam, mu: 1 - (mu / (lam - mu)) ** 2, "Twice too large: ω_D goes with the root of the mass."),
            Mistake(
                lambda lam, mu: 0.5 * (1 - (mu / lam) ** 2), "The coupling in the denominator is the net one, λ − μ*."
            ),
        ),
        properties=(
            Property(
                lambda v, lam, mu: np.all(v < 0.5), "Repulsion of this kind can only lower the exponent below one half."
            ),
        ),
        meaning="A small or even zero exponent does not disprove phonons: it shows the repulsion that they have to outlast.",
    ),
)

EXPLAINS = (
    Explain(
        name="does_zero_rule_out_phonons",
        chapter=CHAPTER,
        title="Does a zero rule out phonons?",
        minutes=10,
        rubric=(
            (1, "Tc depends on the mass in two ways, through the cutoff and through μ*"),
            (1, "they act against each other and can cancel when μ* is nearly half of λ (weak coupling, low Tc)"),
            (
                1,
                "so one needs another fingerprint (for example phonon structure in tunnelling) before excluding phonons",
            ),
        ),
    ),
)
