"""Project 14a: from raw tunnelling curves to Δ(T), Tc and the coupling, with uncertainties.

The curves are synthetic. Their truth, (Tc, 2Δ(0)/Tc, Γ/Δ(0)), follows from a seed and is told in the solution only.
"""

from functools import lru_cache

import numpy as np
from scipy.optimize import curve_fit

from ... import gap as physics
from ...tunnelling import fit_current, nis_conductance, nis_current
from ...units import kelvin, meV
from ..tasks import Question, Task, must, slip, times

FRACTIONS = np.array([0.2, 0.45, 0.65, 0.8, 0.9])  # temperatures of the curves over Tc
NOISE = 0.02  # standard deviation of a point, over Δ(0)


def truth(seed=None):
    """(Tc in K, 2Δ(0)/Tc, Γ/Δ(0)) behind the curves of a seed; without one, of the curves that everybody gets."""
    rng = np.random.default_rng(1908 if seed is None else seed)
    return rng.uniform(3.0, 9.0), rng.uniform(3.7, 4.5), rng.uniform(0.02, 0.06)


def measured_curves(seed=None):
    """(V in mV, e I R_n in meV of shape (5, 81), T in K) as the instrument would write them, with noise."""
    Tc, ratio, broadening = truth(seed)
    Delta0 = 0.5 * ratio * Tc * kelvin
    T = np.round(FRACTIONS * Tc, 2)
    V = np.linspace(-2.5, 2.5, 81) * Delta0
    clean = nis_current(V, T[:, None] * kelvin, _gaps(T, Tc, Delta0)[:, None], broadening=broadening * Delta0)
    noise = np.random.default_rng([0 if seed is None else seed, 14]).normal(0.0, NOISE * Delta0, clean.shape)
    return V / meV, (clean + noise) / meV, T


def _gaps(T, Tc, Delta0):
    """Δ(T): the BCS curve, scaled to a gap and a critical temperature of its own."""
    return Delta0 * physics.gap(np.asarray(T) / Tc, 1.0) / physics.gap(0.0, 1.0)


def _fits(V, current, T):
    """(gaps, their errors, Γ): the coldest curve gives Δ and Γ, the others Δ at this Γ."""
    return _fits_of(V.tobytes(), current.tobytes(), T.tobytes())


@lru_cache(maxsize=200)  # several tasks and their mistakes ask for the same fits
def _fits_of(*data):
    V, current, T = map(np.frombuffer, data)
    current = current.reshape(T.size, -1)
    cold = fit_current(V, current[0], T=T[0] * kelvin / meV)
    found = [(cold.Delta, cold.Delta_error)]
    for row, t in zip(current[1:], T[1:], strict=True):
        model = lambda V, D, t=t: _junction_current(V, t, abs(D), cold.broadening)  # noqa: E731
        (Delta,), covariance = curve_fit(model, V, row, found[-1][0])
        found.append((abs(Delta), np.sqrt(covariance[0, 0])))
    return (*np.transpose(found), cold.broadening)


def _fitted_gaps(V, current, T):
    return _fits(V, current, T)[0].copy()


def _cold_fits(V, current, T):
    return _fits(V, current, np.full_like(T, 1e-3))[0].copy()


def _errors(V, current, T):
    return _fits(V, current, T)[1].copy()


def _noise(V, current, T):
    Delta, _, Gamma = _fits(V, current, T)
    return np.array(
        [np.std(row - _junction_current(V, t, D, Gamma)) for row, t, D in zip(current, T, Delta, strict=True)]
    )


def _curve_fit(T, Delta, error):
    """(Tc, Δ0) and their covariance matrix, from the BCS curve through measured gaps."""
    start = [T[-1] / (1 - (Delta[-1] / 1.74 / Delta[0]) ** 2), Delta[0]]
    return curve_fit(lambda t, Tc, D: _gaps(t, Tc, D), T, Delta, start, error, absolute_sigma=True)


def _gap_data(seed=None):
    """(T in K, Δ in meV, error in meV) of the curves of a seed, as the tasks on the first half find them."""
    V, current, T = measured_curves(seed)
    return T, _fitted_gaps(V, current, T), _errors(V, current, T)


def _slope_Tc(T, Delta, error):
    """Where the straight line through the two warmest gaps meets zero."""
    return T[-1] + Delta[-1] * (T[-1] - T[-2]) / (Delta[-2] - Delta[-1])


def _ratio(T, Delta, error):
    (Tc, Delta0), _ = _curve_fit(T, Delta, error)
    return 2 * Delta0 * meV / (Tc * kelvin)


def _ratio_error(T, Delta, error, correlated=True):
    (Tc, Delta0), covariance = _curve_fit(T, Delta, error)
    slope = _ratio(T, Delta, error) * np.array([-1 / Tc, 1 / Delta0])
    if not correlated:
        covariance = np.diag(np.diag(covariance))
    return np.sqrt(slope @ covariance @ slope)


def _ratio_error_other_sign(T, Delta, error):
    (Tc, Delta0), covariance = _curve_fit(T, Delta, error)
    slope = _ratio(T, Delta, error) * np.array([1 / Tc, 1 / Delta0])
    return np.sqrt(slope @ covariance @ slope)


def _scatter(T, Delta, error):
    """Scatter of the gaps about the best curve, in units of their errors: about one."""
    best, _ = _curve_fit(T, Delta, error)
    return np.sqrt(np.sum(((Delta - _gaps(T, *best)) / error) ** 2) / (T.size - best.size))


def _draw_curves(rng, case):
    """In turn of a metal with a much larger gap than everybody's and of any: their errors then differ as much."""
    while True:
        seed = int(rng.integers(1, 10**6))
        if case % 2 or np.prod(truth(seed)[:2]) > 1.8 * np.prod(truth()[:2]):
            return measured_curves(seed)


def _draw_gaps(rng, case):
    """Gaps with the relative errors that the curves leave, for an instrument up to twice better or worse."""
    Tc, ratio, _ = truth(int(rng.integers(1, 10**6)))
    Delta = _gaps(FRACTIONS * Tc, Tc, 0.5 * ratio * Tc * kelvin / meV)
    error = rng.uniform(0.5, 2.0) * np.array([0.004, 0.004, 0.004, 0.005, 0.014]) * Delta
    return FRACTIONS * Tc, rng.normal(Delta, error), error


def _draw_junction(rng, case):
    Delta = rng.uniform(0.3, 2.0)
    return (
        np.linspace(-3, 3, 13) * Delta,
        rng.uniform(0.1, 0.5) * Delta * meV / kelvin,
        Delta,
        rng.uniform(0.02, 0.1) * Delta,
    )


def _junction_current(V, T, Delta, Gamma):
    return nis_current(V, T * kelvin / meV, Delta, broadening=Gamma)


# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
    Task(
        name="junction_current", title="The model: what the junction should do", points=4, minutes=30,
        textbook=((np.linspace(-4.0, 4.0, 17), 2.0, 1.3, 0.05),),
        draw=_draw_junction,
        reference=_junction_current,
        tolerance=2e-3, reason="a plain sum over a fine grid of energies reaches 1e-3; a missing temperature or "
                               "broadening costs 1e-2 or more",
        hints=("Electrons tunnel at an energy E from the filled states of one side to the empty ones of the other; "
               "the Pauli factors combine to a difference of two Fermi functions, one of them shifted by V.",
               "e I R_n = ∫ dE N(E) [f(E − V) − f(E)], where N is the density of states over the normal metal's.",
               "Dynes: N(E) = |Re (E + iΓ)/√((E + iΓ)² − Δ²)|. A grid fine on the scale of Γ, out to a few T beyond "
               "the largest voltage, is enough. T is in kelvin, all else in meV."),
        slips=(
            slip("no_smearing", lambda V, T, D, G: _junction_current(V, 1e-3, D, G),
                 "The thermal smearing is missing: both Fermi functions are steps in your integral."),
            slip("no_broadening", lambda V, T, D, G: _junction_current(V, T, D, 0.0),
                 "The broadening Γ is missing: your density of states is that of BCS."),
            slip("kelvin_for_meV", lambda V, T, D, G: _junction_current(V, T / kelvin * meV, D, G),
                 "T is used as if it were in meV. Multiply it by Boltzmann's constant."),
            slip("sign", times(-1), "The current flows backwards: the two Fermi functions are exchanged."),
            slip("conductance", lambda V, T, D, G: nis_conductance(V, T * kelvin / meV, D, broadening=G),
                 "That is the conductance dI/dV. The current has the difference of two Fermi functions, not a slope."),
            slip("doubled", times(2),
                 "Too large by a factor of two: far above the gap it must be Ohm's law, e I R_n = V, and one "
                 "integral over all E counts both signs of the energy."),
        ),
        properties=(
            must("odd", lambda v, V, T, D, G: np.allclose(v, -v[::-1], atol=1e-2 * D),
                 "Reversing the voltage must reverse the current: density of states and occupation have a symmetry "
                 "that yours lacks."),
            must("ohmic_far_above", lambda v, V, T, D, G: abs(v[-1]) < 1.02 * V[-1],
                 "Far above the gap the current must approach Ohm's law from below."),
            must("below_ohm", lambda v, V, T, D, G: np.all(np.abs(v) < np.abs(V) + 1e-3 * D),
                 "At no voltage can this junction carry more than Ohm's law: a gap takes states away from low "
                 "energies."),
            must("rises", lambda v, V, T, D, G: np.all(np.diff(v) > 0),
                 "A higher voltage must drive a larger current: yours falls somewhere. (V is in ascending order.)"),
        ),
        meaning="At low temperature the current is the area under the density of states: a voltmeter that counts "
                "states.",
    ),
    Task(
        name="fitted_gaps", title="Five curves, five gaps", points=4, minutes=40,
        textbook=lambda: (measured_curves(),),
        draw=_draw_curves,
        costly=True,
        builds_on=("junction_current",),
        reference=_fitted_gaps,
        tolerance=2e-2, reason="the noise leaves a standard error of 0.4 % (cold) to 2 % (warm); two honest fits to "
                               "the same points agree within one of them",
        hints=("One curve at a time: the temperature is known. The coldest gives Δ and Γ; keep its Γ for the "
               "others. Which function of scipy fits parameters to data?",
               "scipy.optimize.curve_fit with your junction_current. Start from a Δ near where the current begins "
               "to rise, and keep Δ and Γ positive by their absolute values.",
               "A fit that runs away at the warmest temperature needs a better start: the gap of the curve before."),
        slips=(
            slip("two_Delta", times(2),
                 "You give 2Δ, the distance of the two edges; one Δ is asked. In this junction only one side is a "
                 "superconductor."),
            slip("no_smearing", _cold_fits,
                 "The temperature is left out of the model: the smearing of the warm curves then moves their gaps."),
            slip("in_kelvin", times(meV / kelvin), "These gaps are in kelvin; meV are asked."),
        ),
        properties=(
            must("positive", lambda v, V, I, T: np.all(v > 0),
                 "A gap is positive: take the absolute value, the model does not know its sign."),
            must("falls_with_temperature", lambda v, V, I, T: v[0] > v[-1],
                 "The gap must be smaller at the warmest temperature than at the coldest."),
            must("within_the_curve", lambda v, V, I, T: np.all((v > 0.1 * V.max()) & (v < V.max())),
                 "One of your gaps lies outside the measured curve: look where the current rises, and at the units."),
        ),
        meaning="Nothing in the fit knew of the gap equation: five points of Δ(T) from five curves of current.",
    ),
    Task(
        name="gap_errors", title="How well are they known?", points=3, minutes=20,
        textbook=lambda: (measured_curves(),),
        draw=_draw_curves,
        costly=True,
        builds_on=("junction_current",),
        reference=_errors,
        tolerance=0.35, reason="from 81 points the noise is known to 8 %, and covariance and a bootstrap of 50 "
                               "differ by another 10 to 20 %",
        hints=("If the measurement were repeated, how would the fitted Δ scatter? The scatter of the points about "
               "the fit tells the noise.",
               "curve_fit returns a covariance matrix beside the parameters; the bootstrap (fit again to resampled "
               "points) is another way.",
               "The diagonal of the covariance matrix holds variances; take the root of the entry that belongs to "
               "Δ. Leave absolute_sigma at False, since no errors of the points are given."),
        slips=(
            slip("variance", lambda V, I, T: _errors(V, I, T) ** 2,
                 "That is the variance: its square root has the unit of a gap."),
            slip("divided_by_root_n", times(1 / 9),
                 "Divided by √81 once too often: the covariance of a fit already knows how many points there are."),
            slip("noise_of_a_point", _noise,
                 "That is the noise of a single point, not the uncertainty of a gap found from all of them."),
        ),
        properties=(
            must("positive", lambda v, V, I, T: np.all(v > 0), "An uncertainty is positive."),
            must("not_too_large", lambda v, V, I, T: np.all(v < 0.1 * _fits(V, I, T)[0]),
                 "The gaps cannot be that uncertain: 81 points with little noise tell each of them to a few per "
                 "cent at least."),
            must("warmest_least_certain", lambda v, V, I, T: v[-1] > v[0],
                 "The warmest gap must be the least certain: there smearing hides the edge. Is the temperature in "
                 "your fits, and Γ kept?"),
        ),
        meaning="The warm gaps are the uncertain ones: smearing hides the edge just where Δ(T) says most about Tc.",
    ),
    Task(
        name="critical_temperature_from_gaps", title="Tc, without ever reaching it", points=3, minutes=25,
        textbook=lambda: (_gap_data(),),
        draw=_draw_gaps,
        reference=lambda T, D, s: _curve_fit(T, D, s)[0][0],
        tolerance=8e-3, reason="the standard error of Tc is 0.5 %; a tanh formula in place of the gap equation "
                               "changes it by less than this",
        hints=("The shape of Δ(T)/Δ(0) against T/Tc is known from chapter 05. Two numbers are free.",
               "Fit Δ0 and Tc, weighing each point by its error (sigma=…, absolute_sigma=True). Beyond Tc the model "
               "is zero.",
               "Start with the coldest gap for Δ0 and a Tc some ten per cent above the warmest temperature; "
               "curve_fit then finds both."),
        slips=(
            slip("ratio_assumed", lambda T, D, s: D[0] / 1.764 * meV / kelvin,
                 "You assumed the weak-coupling ratio of Δ(0) and Tc. It is to be measured here, not assumed."),
            slip("straight_line", _slope_Tc,
                 "A straight line through the warmest points misses Tc: the curve falls like a square root."),
            slip("warmest_curve", lambda T, D, s: T[-1], "That is the warmest curve; its gap is not zero yet."),
            slip("line_through_squares",
                 lambda T, D, s: T[-1] + D[-1] ** 2 * (T[-1] - T[-2]) / (D[-2] ** 2 - D[-1] ** 2),
                 "A straight line through Δ² of the two warmest points is nearly right, but only near Tc is Δ² "
                 "straight. Fit the whole curve to all five."),
        ),
        properties=(
            must("above_warmest", lambda v, T, D, s: np.all(v > T[-1]),
                 "There is still a gap at the warmest temperature, so Tc lies above it."),
            must("not_far_above", lambda v, T, D, s: np.all(v < 2 * T[-1]),
                 "This Tc is far above the temperature at which the gap is nearly closed."),
        ),
        meaning="A transition located from below, by the shape of a curve: no resistance was measured.",
    ),
    Task(
        name="coupling_ratio", title="Weak or strong?", points=2, minutes=10,
        textbook=lambda: (_gap_data(),),
        draw=_draw_gaps,
        reference=_ratio,
        tolerance=1e-2, reason="the standard error of the ratio is 0.7 %",
        hints=("Both numbers come from the fit of the task before. Boltzmann's constant makes their ratio a pure "
               "number.",
               "Which gap belongs into the ratio: the coldest measured one, or the fitted one at zero temperature? "
               "And one Δ or two?",
               "Twice the fitted Δ0 in meV, over the fitted Tc in kelvin times Boltzmann's constant in meV/K."),
        slips=(
            slip("one_Delta", times(0.5), "That is Δ(0)/Tc; two Δ, the cost of a pair, are asked."),
            slip("meV_over_kelvin", times(kelvin / meV), "meV over kelvin: Boltzmann's constant is left out."),
            slip("weak_coupling", lambda T, D, s: 2 * np.pi / np.exp(np.euler_gamma),
                 "That is the number of weak coupling. Is this metal weakly coupled? Let the data say."),
            slip("warmest_for_Tc", lambda T, D, s: _ratio(T, D, s) * _curve_fit(T, D, s)[0][0] / T[-1],
                 "You took the warmest temperature for Tc; there the gap is not zero yet. Take the fitted Tc."),
        ),
        properties=(
            must("in_range", lambda v, T, D, s: np.all((v > 2) & (v < 6)),
                 "For all known phonon superconductors this ratio lies between 3 and 5.5."),
        ),
        meaning="Above weak coupling's number by several times its error means strong coupling, below it an "
                "anisotropic or a suppressed gap.",
    ),
    Task(
        name="coupling_ratio_error", title="Is the difference real?", points=3, minutes=20,
        textbook=lambda: (_gap_data(),),
        draw=_draw_gaps,
        reference=_ratio_error,
        tolerance=4e-2, reason="linear propagation with the covariance matrix is exact to the square of a relative "
                               "error of 0.5 %; a numerical derivative costs less than a per cent",
        hints=("If Tc comes out a little too large, what happens to Δ0 in the same fit? The two are not independent.",
               "Propagate with the whole covariance matrix C: variance = g·C·g, where g holds the derivatives of "
               "the ratio by Tc and by Δ0.",
               "With r for the ratio, g = r (−1/Tc, 1/Δ0). The errors of the gaps are given, so "
               "absolute_sigma=True. (Or shake the gaps by their errors and fit again.)"),
        slips=(
            slip("uncorrelated", lambda T, D, s: _ratio_error(T, D, s, correlated=False),
                 "You added the two errors as if they were independent. They come from one fit and are correlated."),
            slip("variance", lambda T, D, s: _ratio_error(T, D, s) ** 2, "That is the variance; take its square root."),
            slip("relative", lambda T, D, s: _ratio_error(T, D, s) / _ratio(T, D, s),
                 "That is the relative error; the absolute one is asked."),
            slip("sign_of_correlation", _ratio_error_other_sign,
                 "The correlation has come in with the wrong sign: Tc stands in the denominator, so its derivative "
                 "is negative."),
            slip("rescaled", lambda T, D, s: _ratio_error(T, D, s) * _scatter(T, D, s),
                 "Your fit has rescaled the errors by the scatter of five points about the curve. They are given in "
                 "meV: absolute_sigma=True."),
        ),
        properties=(
            must("positive", lambda v, T, D, s: np.all(v > 0), "An uncertainty is positive."),
            must("not_too_large", lambda v, T, D, s: np.all(v < 5 * np.max(s / D)),
                 "Larger than a fit of all five gaps leaves: even the least certain of them is known better."),
        ),
        meaning="Only with its error does a ratio say weak or strong.",
    ),
)

QUESTIONS = (
    Question(
        name="what_the_curves_say", title="The conclusion of your measurement", minutes=15,
        rubric=(
            (1, "states Δ(0), Tc and the ratio with uncertainties and sensible digits"),
            (1, "compares the ratio with weak coupling in units of its uncertainty and draws the conclusion"),
            (1, "names one assumption that the statistical error does not cover (shape of Δ(T), thermometer, Dynes' "
                "model, series resistance)"),
        ),
    ),
)
