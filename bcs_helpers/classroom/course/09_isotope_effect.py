"""Chapter 09: Tc of another isotope, an exponent with its error, and what repulsion does to it."""

import numpy as np

from ...strong_coupling import two_well_isotope_exponent
from ..tasks import Question, Task, from_right, must, slip, times


def _slope(M, Tc, error):
    """(α, its error) of Tc ∝ M^−α: a straight line through logarithms, weighted by their errors."""
    weight = (Tc / error) ** 2
    x = np.log(M) - np.sum(weight * np.log(M)) / weight.sum()
    return -np.sum(weight * x * np.log(Tc)) / np.sum(weight * x**2), np.sum(weight * x**2) ** -0.5


def _from_two(M, Tc, error):
    return -np.log(Tc[-1] / Tc[0]) / np.log(M[-1] / M[0])


def _error_from_two(M, Tc, error):
    return np.hypot(error[0] / Tc[0], error[-1] / Tc[-1]) / np.log(M[-1] / M[0])


def _samples(rng, case):
    """Some good samples, some poor ones; drawn again until it matters how they are weighed, for α and for its error.

    What is wrong must lie four times the tolerance of α away, and twice that of its error.
    """
    while True:
        M, Tc, error = samples = _some_samples(rng)
        alpha, its_error = _slope(*samples)
        weights = {}, {"w": (Tc / error) ** 2}, {"w": error / Tc}
        others = [-_polyfit(M, Tc, **weight)[0] for weight in weights]
        ways = _error_from_scatter, _error_from_plain_mean, _error_of_unweighted, _error_from_two
        errors = _slope(M, Tc, Tc / np.mean(Tc / error))[1], *(way(*samples) for way in ways)
        if all(abs(other / alpha - 1) > 0.01 for other in (*others, _from_two(*samples))) and all(
            abs(other / its_error - 1) > 0.12 for other in errors
        ):
            return samples


def _some_samples(rng):
    count, alpha = int(rng.integers(4, 8)), rng.uniform(0.25, 0.6)
    M = (np.linspace(1.0, 1.12, count) + rng.uniform(-0.008, 0.008, count)) * rng.uniform(60.0, 200.0)
    Tc = rng.uniform(2.0, 8.0) * (M / M[0]) ** -alpha
    error = rng.permutation(np.geomspace(3e-4, 3e-3, count)) * Tc
    return M, rng.normal(Tc, error), error


def _polyfit(M, Tc, **options):
    return np.polyfit(np.log(M), np.log(Tc), 1, **options)


def _error_from_scatter(M, Tc, error):
    return np.sqrt(_polyfit(M, Tc, w=Tc / error, cov=True)[1][0, 0])


def _error_from_plain_mean(M, Tc, error):
    return np.sum((Tc / error * (np.log(M) - np.mean(np.log(M)))) ** 2) ** -0.5


def _error_of_unweighted(M, Tc, error):
    x = np.log(M) - np.mean(np.log(M))
    return np.sqrt(np.sum((x * error / Tc) ** 2)) / np.sum(x**2)


#: Synthetic, of the size that tin has: three precise samples and two poor ones.
SAMPLES = (
    np.array([113.6, 116.7, 118.7, 119.8, 123.1]),
    np.array([3.805, 3.758, 3.729, 3.708, 3.674]),
    np.array([0.002, 0.002, 0.008, 0.002, 0.012]),
)

# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
    Task(
        name="other_isotope", title="A heavier nucleus", problem="1809280", points=3, minutes=15,
        textbook=((4.185, 199.5, 203.4), (4.154, 200.6, 196.0)),
        draw=lambda rng, case: (rng.uniform(1.0, 9.0), *rng.uniform([60.0, 75.0], [70.0, 90.0])),
        reference=lambda Tc, M, other: Tc * np.sqrt(M / other),
        tolerance=1e-4, reason="the shift itself is one per cent; a ten-thousandth of Tc is one per cent of it",
        hints=("Which frequency sets the scale of Tc, and how does it depend on the mass on the spring?",
               "The coupling N0V does not change, so Tc goes with the Debye frequency, and that with a power of the "
               "mass.",
               "A mass M on a spring k swings with √(k/M), so Tc ∝ M^(−1/2). Divide the two temperatures: all but "
               "the masses drops out."),
        slips=(
            slip("upside_down", lambda Tc, M, o: Tc * np.sqrt(o / M),
                 "The wrong way round: a heavier ion is slower, and Tc follows the frequency."),
            slip("no_root", lambda Tc, M, o: Tc * M / o,
                 "The frequency of a mass on a spring does not go as 1/M, but with a root."),
            slip("unchanged", lambda Tc, M, o: Tc + 0 * M,
                 "No change at all: the coupling does not depend on the mass, but the cutoff does."),
            slip("shift_only", lambda Tc, M, o: Tc * (np.sqrt(M / o) - 1),
                 "That is the shift of Tc; the new Tc itself is asked."),
            slip("small_change", lambda Tc, M, o: Tc * (1 - (o - M) / (2 * M)),
                 "That is the rule for a small change of mass. The power itself is as short, and holds for any "
                 "change."),
        ),
        properties=(
            must("heavier_is_lower", lambda v, Tc, M, o: (v < Tc) == (o > M),
                 "The heavier isotope must have the lower Tc."),
            must("less_than_the_mass", lambda v, Tc, M, o: v > 0 and abs(np.log(v / Tc)) < abs(np.log(M / o)),
                 "In per cent Tc must change by less than the mass: a frequency is not as sensitive as that."),
        ),
        meaning="One per cent, some hundredths of a kelvin; that it is measured shows that the lattice takes part.",
    ),
    Task(
        name="measured_isotope_exponent", title="The exponent from a set of samples", points=4, minutes=30,
        textbook=(SAMPLES,),
        draw=_samples,
        reference=lambda M, Tc, error: _slope(M, Tc, error)[0],
        tolerance=2.5e-3, reason="logarithms or a fit of the power itself agree to 3e-4, weights 1/error in place of "
                                 "Tc/error to 2e-3; wrong weights move it by some per cent",
        hints=("What does a power law look like when both axes are logarithmic?",
               "α is minus the slope of ln Tc against ln M. A point with a small error should count more: weight by "
               "1/(relative error)².",
               "numpy.polyfit takes weights w = 1/error; the error of ln Tc is that of Tc over Tc."),
        slips=(
            slip("sign", times(-1), "The sign: α is defined with a minus, Tc ∝ M^(−α)."),
            slip("no_logarithms", lambda M, Tc, e: -np.polyfit(M, Tc, 1)[0],
                 "That is the slope of Tc against M, with a unit. An exponent is the slope of logarithms."),
            slip("one_logarithm", lambda M, Tc, e: -np.polyfit(M, np.log(Tc), 1, w=Tc / e)[0],
                 "Only Tc has its logarithm. A power law is a straight line where both axes are logarithmic."),
            slip("no_logarithms_weighted", lambda M, Tc, e: -np.polyfit(M, Tc, 1, w=1 / e)[0],
                 "The weights are right, but that is the slope of Tc against M, with a unit. An exponent is the slope "
                 "of logarithms."),
            slip("axes_exchanged", from_right(np.reciprocal),
                 "That is the inverse of the exponent: the axes are exchanged."),
            slip("unweighted", lambda M, Tc, e: -_polyfit(M, Tc)[0],
                 "All your samples count alike. Those with a small error should count more: use `error` for the "
                 "weights."),
            slip("weights_squared", lambda M, Tc, e: -_polyfit(M, Tc, w=(Tc / e) ** 2)[0],
                 "Your weights are squared once too often: numpy.polyfit squares w itself, so give it one over the "
                 "error."),
            slip("weights_upside_down", lambda M, Tc, e: -_polyfit(M, Tc, w=e / Tc)[0],
                 "Your weights are upside down: the poor samples count most."),
            slip("two_samples", _from_two,
                 "You used the first sample and the last. Those between know something, too."),
            slip("intercept", lambda M, Tc, e: _polyfit(M, Tc, w=Tc / e)[1],
                 "That is the height of the straight line; polyfit lists the slope first."),
        ),
        properties=(
            must("below_two", lambda v, M, Tc, e: np.all(np.abs(v) < 2), "For all metals |α| is below one."),
            must("positive", lambda v, M, Tc, e: np.all(v > 0),
                 "Here the heavier samples have the lower Tc: α is positive."),
        ),
        meaning="Compare it with one half only together with its error, the next task.",
    ),
    Task(
        name="isotope_exponent_error", title="And its error", points=4, minutes=30,
        textbook=(SAMPLES,),
        draw=_samples,
        reference=lambda M, Tc, error: _slope(M, Tc, error)[1],
        tolerance=6e-2, reason="propagation through the straight line is exact here; two thousand shakes "
                               "of the data scatter by 1.6 %, and this is nearly four times as much",
        hints=("α is a weighted sum of the ln Tc. How do independent errors add in a sum?",
               "For weights w = (Tc/error)² the variance of the slope is 1/Σ w (x − x̄)², with x = ln M and x̄ its "
               "weighted mean.",
               "Return the root of this variance. numpy.polyfit gives the variance, too, with cov='unscaled': it is "
               "the first entry of the covariance matrix. (Or shake the data by their errors, two thousand times or "
               "more.)"),
        slips=(
            slip("variance", from_right(np.square), "That is the variance; the standard error is its root."),
            slip("not_from_the_mean", lambda M, Tc, e: np.sum((np.log(M) * Tc / e) ** 2) ** -0.5,
                 "The masses have to be counted from their mean: a line that need not go through the origin knows "
                 "its slope from their spread only."),
            slip("plain_mean", _error_from_plain_mean,
                 "You counted ln M from its plain mean. It is the weighted mean from which a weighted line turns."),
            slip("of_a_mean", lambda M, Tc, e: np.sum((Tc / e) ** 2) ** -0.5,
                 "That is the error of a mean of all ln Tc. A slope is the less certain, the nearer the masses lie."),
            slip("unweighted_line", _error_of_unweighted,
                 "That is the error of a line in which all samples count alike. The one of the task before is "
                 "weighted."),
            slip("absolute_errors", lambda M, Tc, e: _slope(M, Tc, e)[1] * np.mean(Tc),
                 "You used the absolute errors of Tc for those of ln Tc: divide by Tc."),
            slip("root_n_again", lambda M, Tc, e: _slope(M, Tc, e)[1] / np.sqrt(len(M)),
                 "Divided by √n once too often: the sum over the samples has done it."),
            slip("from_scatter", _error_from_scatter,
                 "Your error comes from the scatter of the points about the line (cov=True, or curve_fit without "
                 "absolute_sigma). Here the errors given are right: use them as they are."),
            slip("relative_error", lambda M, Tc, e: _slope(M, Tc, e)[1] / _slope(M, Tc, e)[0],
                 "That is the error over α itself; what is asked is the error of α."),
            slip("two_samples", _error_from_two,
                 "That is what the first sample and the last know alone. All together know more."),
        ),
        properties=(
            must("positive", lambda v, M, Tc, e: np.all(v > 0), "A standard error is positive."),
            must("below_two_samples", lambda v, M, Tc, e: np.all(v < 1.05 * _error_from_two(M, Tc, e)),
                 "Too large: the first sample and the last alone would already give a smaller error than yours."),
        ),
        meaning="Two millikelvin on Tc become a hundredth or two on α, because isotopes differ so little in mass.",
    ),
    Task(
        name="exponent_with_repulsion", title="Why some metals show none", points=4, minutes=30,
        textbook=((0.30, 0.10), (0.25, 0.12)),
        draw=lambda rng, case: (rng.uniform(0.25, 0.5), rng.uniform(0.08, 0.13)),
        reference=two_well_isotope_exponent,
        tolerance=1e-3, reason="a closed formula, or a numerical derivative good to 1e-4",
        hints=("In the two-well model Tc = 1.134 ω_D exp[−1/(λ − μ*)]. In which two places does ω_D stand?",
               "μ* = μ/(1 + μ ln(E_F/ω_D)). Differentiate ln Tc by ln ω_D, μ being fixed, and remember dμ*/d ln ω_D "
               "= μ*².",
               "The ω_D in front adds 1 to that derivative, the exponent adds −μ*²/(λ − μ*)². α is half of the sum, "
               "because ω_D ∝ M^(−1/2)."),
        slips=(
            slip("no_repulsion", lambda lam, mu: 0.5,
                 "That is the exponent without repulsion. The repulsion is felt less when the phonons are slower; "
                 "that counts, too."),
            slip("not_squared", lambda lam, mu: 0.5 * (1 - mu / (lam - mu)),
                 "The power of the ratio: dμ*/d ln ω_D goes with the square of μ*, and so does the derivative of "
                 "1/(λ − μ*)."),
            slip("sign_of_repulsion", lambda lam, mu: 0.5 * (1 + (mu / (lam - mu)) ** 2),
                 "The sign: slower phonons give electrons more time to avoid each other, which works against the "
                 "loss of Tc."),
            slip("no_root_of_mass", times(2),
                 "Too large by a factor of two: ω_D goes with one over the root of the mass."),
            slip("sum_of_couplings", lambda lam, mu: 0.5 * (1 - (mu / (lam + mu)) ** 2),
                 "The sign beside λ: the repulsion weakens the attraction, so the net coupling is λ − μ*."),
            slip("not_the_net_coupling", lambda lam, mu: 0.5 * (1 - (mu / lam) ** 2),
                 "The coupling in the denominator is the net one, λ − μ*."),
            slip("denominator_not_squared", lambda lam, mu: 0.5 * (1 - mu**2 / (lam - mu)),
                 "The derivative of 1/(λ − μ*) by μ* has the square of λ − μ* in its denominator."),
            slip("sign", times(-1),
                 "The sign: α is defined with a minus, Tc ∝ M^(−α), and a heavier ion has the smaller ω_D."),
            slip("halved_twice", times(0.5), "Half of it: the root of the mass in ω_D brings one ½, and you have two."),
        ),
        properties=(
            must("below_one_half", lambda v, lam, mu: np.all(v < 0.5),
                 "Repulsion of this kind can only lower the exponent below one half."),
            must("not_inverted", lambda v, lam, mu: np.all(v > -0.3),
                 "This repulsion is not that strong: it cannot turn the effect of the mass right round."),
        ),
        meaning="A small or even zero exponent does not exclude phonons: a repulsion with a changing μ* can make "
                "it.",
    ),
)

QUESTIONS = (
    Question(
        name="does_zero_rule_out_phonons", title="Does a zero rule out phonons?", minutes=10,
        rubric=(
            (1, "Tc depends on the mass in two ways, through the cutoff and through μ*"),
            (1, "they act against each other; in the two-well model they cancel at μ* = λ/2 (in McMillan's formula "
                "the usual μ* lowers α without making it zero)"),
            (1, "so one needs other evidence (for example phonon structure in tunnelling) before excluding phonons"),
        ),
    ),
)
