"""Project 14a: from raw tunnelling curves to Δ(T), Tc and the coupling, with an error budget.

The curves are simulated by `measured_curves`, whose docstring states the instrument. Their `Truth` follows from a seed
and is told in the solution only.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from scipy.optimize import curve_fit, least_squares

from ... import gap as physics
from ...tunnelling import nis_conductance, nis_current
from ...units import kelvin, meV
from ..tasks import Question, Task, from_right, must, slip, times

K_B = kelvin / meV  # meV/K
FRACTIONS = np.array([0.2, 0.45, 0.65, 0.8, 0.9])  # temperatures of the curves over Tc
NOISE = 0.02  # standard deviation of a current, over Δ(0)/e R_n
THERMOMETER = 0.005  # standard error of its scale
HASTY_COLD = 1  # seed of a sample whose coldest gap is the one that is known badly
CLIP = 5  # a point further off than this many standard deviations is set aside


class Truth(NamedTuple):
    """What stands behind simulated curves; energies over Δ(0)."""

    Tc: float  # K
    ratio: float  # 2Δ(0)/k_B Tc
    broadening: float
    resistance: float  # kΩ
    offset: float  # of the voltmeter
    thermometer: float  # true temperature over reading, minus one


def truth(seed=None):
    """The truth behind the curves of a seed; without one, of the curves that everybody gets."""
    rng = np.random.default_rng(1911 if seed is None else seed)
    low, high = (3.0, 3.7, 0.03, 20.0, -0.05), (9.0, 4.5, 0.08, 200.0, 0.05)
    return Truth(*rng.uniform(low, high), rng.normal(0.0, THERMOMETER))


def measured_curves(seed=None, reach=2.5):
    """(V in mV, current in nA of shape (5, 41), T in K, noise in nA), simulated; V up to `reach` Δ(0).

    The instrument: the voltmeter reads too high by one offset; the ammeter adds Gaussian noise of a standard deviation
    that is known, and in 4 to 8 places a jump of 12 to 40 times as much; the thermometer's scale has a standard error
    of 0.5 per cent, the same at all temperatures. The junction: Dynes' density of states with one broadening, a
    normal resistance that nobody has measured, and Δ(T) of the BCS curve scaled to a ratio of its own.
    """
    true = truth(seed)
    rng = np.random.default_rng([0 if seed is None else seed, 14])
    Delta0 = 0.5 * true.ratio * true.Tc * K_B
    reading = np.round(FRACTIONS * true.Tc, 2)
    T = reading * (1 + true.thermometer)
    V = np.round(np.linspace(-reach, reach, 41) * Delta0, 4)
    clean = _currents(V - true.offset * Delta0, T, _gaps(T, true.Tc, Delta0), true.broadening * Delta0, true.resistance)
    noise = NOISE * Delta0 * 1e3 / true.resistance
    current = clean + rng.normal(0.0, noise, clean.shape)
    bad = rng.choice(clean.size, rng.integers(4, 9), replace=False)
    current.flat[bad] += rng.choice([-1, 1], bad.size) * rng.uniform(12, 40, bad.size) * noise
    return V, current, reading, float(noise)


def _gaps(T, Tc, Delta0):
    """Δ(T): the BCS curve, scaled to a gap and a critical temperature of its own."""
    return Delta0 * physics.gap(np.asarray(T) / Tc, 1.0) / physics.gap(0.0, 1.0)


def _junction_current(V, T, Delta, Gamma, R):
    """Current in nA; V in mV, T in K, energies in meV, R in kΩ."""
    return 1e3 / R * nis_current(V, T * K_B, Delta, broadening=Gamma)


def _currents(V, T, Delta, Gamma, R):
    """The currents at all temperatures, a row each."""
    return _junction_current(V, T[:, None], Delta[:, None], Gamma, R)


class Fit(NamedTuple):
    """All curves fitted at once: the parameters (gaps, Γ, R, offset), their covariance, the points that were kept."""

    best: np.ndarray
    covariance: np.ndarray
    residual: np.ndarray  # in standard deviations, of all points
    good: np.ndarray

    @property
    def chi_square(self):
        """Over the degrees of freedom."""
        return np.sum(self.residual[self.good] ** 2) / (self.good.sum() - self.best.size)


def _fit(V, current, T, noise, clip=CLIP):
    return _fit_of(V.tobytes(), current.tobytes(), T.tobytes(), noise, clip)


@lru_cache(maxsize=400)  # several tasks and their mistakes ask for the same fits
def _fit_of(V, current, T, noise, clip):
    V, T = np.frombuffer(V), np.frombuffer(T)
    current = np.frombuffer(current).reshape(T.size, -1)

    def model(p):
        return _currents(V - p[-1], T, np.abs(p[:-3]), np.abs(p[-3]) + 1e-6, p[-2])

    def jacobian(p):
        # a gap moves its own curve only, so that all gaps are moved at once
        here, step = model(p), 1e-4 * p[0]
        gaps = (model(p + step * (np.arange(p.size) < T.size)) - here) / step
        columns = [gaps * (np.arange(T.size) == i)[:, None] for i in range(T.size)]
        for i in (-3, -1):
            columns.append((model(p + step * (np.arange(p.size) == p.size + i)) - here) / step)
        columns.insert(-1, -here / p[-2])
        return np.stack(columns, axis=-1).reshape(-1, p.size) / noise

    top = V.argmax()
    scale = 1e3 * V[top] / np.median(current[-1, top - 3 :] * V[top] / V[top - 3 :])
    edge = np.max(V[current[0] < 1e3 * V / (2 * scale)])
    start = np.array([*np.full(T.size, edge) * np.sqrt(1 - (0.9 * T / T[-1]) ** 4), 0.05 * edge, scale, 0.0])
    scaled = np.array([*np.full(T.size, edge), 0.05 * edge, scale, 0.05 * edge])
    residual = lambda p: (model(p) - current).ravel() / noise  # noqa: E731
    found = least_squares(residual, start, jacobian, x_scale=scaled, loss="soft_l1")
    good = np.abs(residual(found.x)) < clip
    found = least_squares(lambda p: residual(p) * good, found.x, lambda p: jacobian(p) * good[:, None], x_scale=scaled)
    p = found.x
    p[:-2] = np.abs(p[:-2])
    J = jacobian(p)[good]
    return Fit(p, np.linalg.inv(J.T @ J), residual(p), good)


def _fitted_gaps(V, current, T, noise):
    return _fit(V, current, T, noise).best[:-3].copy()


def _all_points(V, current, T, noise):
    return _fit(V, current, T, noise, np.inf)


def _cold(V, current, T, noise):
    return _fitted_gaps(V, current, np.full_like(T, 1e-2), noise)


def _resistance_from_the_end(V, current, T, noise):
    """The gaps when R_n is taken from the last point of each curve, as if it lay on Ohm's line."""
    fit = _fit(V, current, T, noise)
    R = 1e3 * V[-1] / np.median(current[:, -1])
    return fit.best[:-3] * (1 + _pull(V, current, T, noise) * (R / fit.best[-2] - 1))


def _covariance(V, current, T, noise):
    return _fit(V, current, T, noise).covariance[:-3, :-3].copy()


def _errors(V, current, T, noise):
    return np.sqrt(np.diag(_covariance(V, current, T, noise)))


def _errors_at_fixed_resistance(V, current, T, noise):
    """As if R_n were known: the row of R_n is left out of the matrix before it is inverted."""
    inverse = np.linalg.inv(_fit(V, current, T, noise).covariance)
    kept = np.arange(len(inverse)) != len(inverse) - 2
    return np.sqrt(np.diag(np.linalg.inv(inverse[np.ix_(kept, kept)])))[: T.size]


def _pull(V, current, T, noise):
    """d ln Δ / d ln R_n along the valley of the fit."""
    best, C, *_ = _fit(V, current, T, noise)
    return C[:-3, -2] / C[-2, -2] * best[-2] / best[:-3]


def _correlation(V, current, T, noise):
    C = _fit(V, current, T, noise).covariance
    return C[:-3, -2] / np.sqrt(C[-2, -2] * np.diag(C)[:-3])


def _curve_fit(T, Delta, covariance):
    """(Tc, Δ0) and their covariance matrix, from the BCS curve through measured gaps."""
    start = [T[-1] / (1 - min((Delta[-1] / 1.74 / Delta[0]) ** 2, 0.5)), Delta[0]]
    return curve_fit(lambda t, Tc, D: _gaps(t, Tc, D), T, Delta, start, covariance, absolute_sigma=True)


def _Tc(T, Delta, covariance):
    return _curve_fit(T, Delta, covariance)[0][0]


def _ratio(T, Delta, covariance):
    (Tc, Delta0), _ = _curve_fit(T, Delta, covariance)
    return 2 * Delta0 / (Tc * K_B)


def _ratio_error(T, Delta, covariance, correlated=True):
    (Tc, Delta0), C = _curve_fit(T, Delta, covariance)
    slope = 2 * Delta0 / (Tc * K_B) * np.array([-1 / Tc, 1 / Delta0])
    return np.sqrt(slope @ (C if correlated else np.diag(np.diag(C))) @ slope)


def _ratio_error_of_independent_gaps(T, Delta, covariance):
    return _ratio_error(T, Delta, np.diag(np.diag(covariance)))


def _slope_Tc(T, Delta, covariance):
    """Where the straight line through the two warmest gaps meets zero."""
    return T[-1] + Delta[-1] * (T[-1] - T[-2]) / (Delta[-2] - Delta[-1])


def _chain(V, current, T, noise):
    return T, _fitted_gaps(V, current, T, noise), _covariance(V, current, T, noise)


def _budget(V, current, T, noise, thermometer):
    """(by noise, by the thermometer, both) of 2Δ(0)/k_B Tc."""
    by_noise = _ratio_error(*_chain(V, current, T, noise))
    up, down = (_ratio(*_chain(V, current, T * (1 + s), noise)) for s in (thermometer, -thermometer))
    by_thermometer = abs(up - down) / 2
    return np.array([by_noise, by_thermometer, np.hypot(by_noise, by_thermometer)])


def _budget_with(by_noise=None, by_thermometer=None, total=np.hypot):
    """The budget with one of its parts found in another way."""

    def budget(V, current, T, noise, thermometer):
        chain = _chain(V, current, T, noise)
        first, second, _ = _budget(V, current, T, noise, thermometer)
        first = by_noise(*chain) if by_noise else first
        second = by_thermometer(_ratio(*chain), thermometer) if by_thermometer else second
        return np.array([first, second, total(first, second)])

    return budget


def _draw_curves(rng, case):
    """In turn of a metal with a much larger gap than everybody's and of any: their errors then differ as much."""
    while True:
        seed = int(rng.integers(1, 10**6))
        if case % 2 or np.prod(truth(seed)[:2]) > 1.8 * np.prod(truth()[:2]):
            curves = measured_curves(seed)
            fit = _fit(*curves)
            if fit.best[-3] > 4 * np.sqrt(fit.covariance[-3, -3]):  # a broadening near zero has no error to speak of
                return curves


def _draw_stated_noise(rng, case):
    """Curves whose noise is stated too small, or too large, by the instrument's manual."""
    V, current, T, noise = _draw_curves(rng, case)
    return V, current, T, noise * (rng.uniform(0.78, 0.85) if case % 2 else rng.uniform(1.2, 1.4))


def _draw_reach(rng, case):
    """Curves that end at a lower or at a higher voltage than everybody's."""
    return measured_curves(int(rng.integers(1, 10**6)), rng.uniform(1.9, 2.1) if case % 2 else rng.uniform(3.2, 3.6))


def gap_data(seed=None, hasty=None):
    """(T in K, Δ in meV, covariance in meV²): gaps as the fit leaves them, their error in common from R_n included.

    One curve of the first four was taken in haste: its gap has an error of 4 per cent and is off by 1 to 2 of them.
    """
    rng = np.random.default_rng([0 if seed is None else seed, 15])
    true = truth(seed)
    Delta = _gaps(FRACTIONS * true.Tc, true.Tc, 0.5 * true.ratio * true.Tc * K_B)
    own, common = np.array([0.004, 0.004, 0.005, 0.008, 0.02]), rng.uniform(0.008, 0.015)
    hasty = rng.integers(1, 4) if hasty is None else hasty
    off = rng.normal(0.0, own) + common * rng.normal()
    own[hasty] = 0.04
    off[hasty] = rng.choice([-1, 1]) * rng.uniform(1, 2) * own[hasty]
    covariance = np.diag((own * Delta) ** 2) + np.outer(Delta, Delta) * common**2
    return FRACTIONS * true.Tc, Delta * (1 + off), covariance


def _draw_gaps(rng, case):
    return gap_data(int(rng.integers(1, 10**6)))


def _draw_junction(rng, case):
    Delta = rng.uniform(0.3, 2.0)
    V, T = np.linspace(-3, 3, 13) * Delta, rng.uniform(0.1, 0.5) * Delta / K_B
    return V, T, Delta, rng.uniform(0.03, 0.1) * Delta, rng.uniform(20.0, 200.0)


# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
    Task(
        name="junction_current", title="Calculate what the junction should do", points=4, minutes=30,
        textbook=((np.linspace(-4.0, 4.0, 17), 2.0, 1.3, 0.05, 50.0),),
        draw=_draw_junction,
        reference=_junction_current,
        tolerance=2e-3, reason="a plain sum over a fine grid of energies reaches 1e-3; a missing temperature or "
                               "broadening costs 1e-2 or more",
        hints=("Electrons tunnel at an energy E from the filled states of one side to the empty ones of the other; "
               "the Pauli factors combine to a difference of two Fermi functions, one of them shifted by V.",
               "e I R_n = ∫ dE N(E) [f(E − V) − f(E)], where N is the density of states over the normal metal's.",
               "Dynes: N(E) = |Re (E + iΓ)/√((E + iΓ)² − Δ²)|. A grid fine on the scale of Γ, out to a dozen T beyond "
               "the largest voltage, is enough. T is in kelvin; one millivolt over one kiloohm is a microampere."),
        slips=(
            slip("no_smearing", lambda V, T, D, G, R: _junction_current(V, 1e-3, D, G, R),
                 "The thermal smearing is missing: both Fermi functions are steps in your integral."),
            slip("no_broadening", lambda V, T, D, G, R: _junction_current(V, T, D, 0.0, R),
                 "The broadening Γ is missing: your density of states is that of BCS."),
            slip("kelvin_for_meV", lambda V, T, D, G, R: _junction_current(V, T / K_B, D, G, R),
                 "T is used as if it were in meV. Multiply it by Boltzmann's constant."),
            slip("sign", times(-1), "The current flows backwards: the two Fermi functions are exchanged."),
            slip("conductance", lambda V, T, D, G, R: 1e3 / R * nis_conductance(V, T * K_B, D, broadening=G),
                 "That is the conductance dI/dV. The current has the difference of two Fermi functions, not a slope."),
            slip("doubled", times(2),
                 "Too large by a factor of two: far above the gap it must be Ohm's law, I = V/R_n, and one "
                 "integral over all E counts both signs of the energy."),
            slip("in_microampere", times(1e-3), "That is in microamperes; nanoamperes are asked."),
            slip("resistance_missing", lambda V, T, D, G, R: _junction_current(V, T, D, G, 1.0) / 1e3,
                 "That is e I R_n in meV. Divide it by the resistance."),
        ),
        properties=(
            must("odd", lambda v, V, T, D, G, R: np.allclose(v, -v[::-1], atol=1e-2 * D * 1e3 / R),
                 "Reversing the voltage must reverse the current: density of states and occupation have a symmetry "
                 "that yours lacks."),
            must("ohmic_far_above", lambda v, V, T, D, G, R: abs(v[-1]) < 1.02 * V[-1] * 1e3 / R,
                 "Far above the gap the current must approach Ohm's law from below."),
            must("below_ohm", lambda v, V, T, D, G, R: np.all(np.abs(v) < (np.abs(V) + 1e-3 * D) * 1e3 / R),
                 "At no voltage can this junction carry more than Ohm's law: a gap takes states away from low "
                 "energies."),
            must("rises", lambda v, V, T, D, G, R: np.all(np.diff(v) > 0),
                 "A higher voltage must drive a larger current: yours falls somewhere. (V is in ascending order.)"),
        ),
        meaning="At low temperature the current is the area under the density of states: a voltmeter that counts "
                "states.",
    ),
    Task(
        name="fitted_gaps", title="Fit five curves at once", points=4, minutes=45,
        textbook=lambda: (measured_curves(),),
        draw=_draw_curves,
        costly=True,
        builds_on=("junction_current",),
        reference=_fitted_gaps,
        tolerance=4e-2, reason="noise leaves a standard error of 0.6 % (cold) to 3 % (warm); in 999 of 1000 samples "
                               "another limit for the jumps moves a gap by less than 1 %, soft_l1 alone by 3.7 %",
        hints=("Eight numbers are unknown: five gaps, and Γ, R_n and the voltmeter's offset, which all curves share. "
               "What would one curve alone tell of R_n?",
               "scipy.optimize.least_squares on the differences of all curves over the noise. Start from a gap near "
               "the voltage where the cold current rises, and from R_n of Ohm's law at the largest voltage.",
               "A jump of 20 standard deviations weighs 400 times as much as a point: look at what is left, set "
               "aside what cannot be noise (beyond about five), and fit again; a first fit with loss='soft_l1' is "
               "hardly pulled by it."),
        slips=(
            slip("two_Delta", times(2),
                 "You give 2Δ, the distance of the two edges; one Δ is asked. In this junction only one side is a "
                 "superconductor."),
            slip("no_smearing", _cold,
                 "The temperature is left out of the model: the smearing of the warm curves then moves their gaps."),
            slip("in_kelvin", times(1 / K_B), "These gaps are in kelvin; meV are asked."),
            slip("resistance_from_the_end", _resistance_from_the_end,
                 "You took R_n from the end of the curves, as if they had reached Ohm's law there. At 2.5 Δ the "
                 "current is still several per cent below it. Fit R_n."),
        ),
        properties=(
            must("positive", lambda v, V, I, T, s: np.all(v > 0),
                 "A gap is positive: take the absolute value, the model does not know its sign."),
            must("falls_with_temperature", lambda v, V, I, T, s: v[0] > v[-1],
                 "The gap must be smaller at the warmest temperature than at the coldest."),
            must("within_the_curve", lambda v, V, I, T, s: np.all((v > 0.1 * V.max()) & (v < V.max())),
                 "One of your gaps lies outside the measured curve: look where the current rises, and at the units."),
            must("jumps_set_aside", lambda v, V, I, T, s: not np.allclose(
                v, _all_points(V, I, T, s).best[:-3], rtol=1e-3
            ) or np.allclose(v, _fitted_gaps(V, I, T, s), rtol=4e-2),
                 "These are the gaps when every point counts. Some points cannot be noise: look at the differences "
                 "between the currents and your fit."),
        ),
        meaning="Nothing in the fit knew of the gap equation: five points of Δ(T) from five curves of current.",
    ),
    Task(
        name="goodness_of_fit", title="Ask whether the model fits", points=2, minutes=15,
        textbook=lambda: (measured_curves(),),
        draw=_draw_stated_noise,
        costly=True,
        builds_on=("junction_current",),
        reference=lambda V, I, T, s: _fit(V, I, T, s).chi_square,
        tolerance=0.1, reason="one point at 4.5 standard deviations more or less changes it by 10 %; a jump that is "
                              "kept changes it by 70 % or more",
        hints=("By how much should a current differ from the right curve, in units of the noise?",
               "Sum the squares of the differences over the noise, of the points that were kept, and divide by the "
               "number of points less the number of fitted parameters.",
               "least_squares returns half the sum of squares as .cost: take that of the last fit, to the points "
               "that were kept, with the ordinary loss. Eight parameters were fitted."),
        slips=(
            slip("not_reduced", lambda V, I, T, s: np.sum(_fit(V, I, T, s).residual[_fit(V, I, T, s).good] ** 2),
                 "That is χ² itself. Divide it by the number of degrees of freedom."),
            slip("jumps_kept", lambda V, I, T, s: _all_points(V, I, T, s).chi_square,
                 "The points that jump are still in your sum. They were set aside in the fit, and do not count here."),
            slip("in_nA", lambda V, I, T, s: _fit(V, I, T, s).chi_square * s**2,
                 "Your sum is in nA²: divide each difference by the noise."),
        ),
        properties=(
            must("positive", lambda v, *data: np.all(v > 0), "A sum of squares is positive."),
        ),
        meaning="Near one: the model does not contradict the data. That is not yet proof that it is the right one, "
                "nor that its scales are.",
    ),
    Task(
        name="gap_errors", title="Find how well they are known", points=3, minutes=20,
        textbook=lambda: (measured_curves(),),
        draw=_draw_curves,
        costly=True,
        builds_on=("junction_current",),
        reference=_errors,
        tolerance=0.1, reason="another limit for the jumps changes them by 2.4 % in 999 of 1000 samples; a fixed R_n "
                              "by 20 % or more; the noise is given, so that the scatter of the points is not asked",
        hints=("If the measurement were repeated, how would the fitted Δ scatter? The noise of a point is given.",
               "Near the minimum χ² is a parabola in the parameters. Half the matrix of its second derivatives is "
               "JᵀJ, where J holds the derivatives of the differences over the noise; it is to be inverted.",
               "Invert the whole matrix of all eight parameters, then take the roots of the diagonal elements that "
               "belong to the gaps. least_squares returns J as .jac."),
        slips=(
            slip("variance", from_right(np.square), "That is the variance: its square root has the unit of a gap."),
            slip("resistance_held", _errors_at_fixed_resistance,
                 "Your errors are those at a fixed R_n. It is not known better than the fit knows it, so its "
                 "uncertainty belongs to theirs: invert the matrix of all parameters."),
            slip("divided_by_root_n", times(1 / np.sqrt(41)),
                 "Divided by √41 once too often: the covariance of a fit already knows how many points there are."),
        ),
        properties=(
            must("positive", lambda v, *data: np.all(v > 0), "An uncertainty is positive."),
            must("not_too_large", lambda v, V, I, T, s: np.all(v < 0.2 * _fitted_gaps(V, I, T, s)),
                 "The gaps cannot be that uncertain: 41 points with little noise tell each of them to a few per "
                 "cent at least."),
            must("warmest_least_certain", lambda v, V, I, T, s: v[-1] > v[0],
                 "The warmest gap must be the least certain: there smearing hides the edge. Is the temperature in "
                 "your fits, and Γ kept?"),
        ),
        meaning="The warm gaps are the uncertain ones: smearing hides the edge just where Δ(T) says most about Tc.",
    ),
    Task(
        name="pull_of_resistance", title="See what is degenerate with what", points=3, minutes=25,
        textbook=lambda: (measured_curves(),),
        draw=_draw_reach,
        costly=True,
        builds_on=("junction_current",),
        reference=_pull,
        tolerance=0.1, reason="from the covariance matrix, or from a fit with R_n held one per cent off: the two "
                              "differ by the curvature of the valley, a few per cent",
        hints=("Hold R_n one per cent above its best value and fit everything else again. Which way do the gaps go?",
               "No second fit is needed: along the valley of χ² the gap moves by C(Δ, R)/C(R, R) for each kiloohm, "
               "with C the covariance matrix.",
               "Make it a pure number: per cent of the gap for each per cent of R_n, so multiply by R_n/Δ."),
        slips=(
            slip("sign", times(-1), "The sign: with R_n held higher, does the fitted gap rise or fall?"),
            slip("correlation", _correlation,
                 "That is the coefficient of correlation. It says how strictly the two are tied, not how far one "
                 "moves with the other."),
            slip("in_meV", lambda V, I, T, s: _pull(V, I, T, s) * _fitted_gaps(V, I, T, s) / 100,
                 "That is in meV for each per cent of R_n; a pure number is asked."),
            slip("in_meV_per_kiloohm",
                 lambda V, I, T, s: _pull(V, I, T, s) * _fitted_gaps(V, I, T, s) / _fit(V, I, T, s).best[-2],
                 "That is in meV for each kiloohm; a pure number is asked."),
            slip("absolute", lambda V, I, T, s: _pull(V, I, T, s) / 100,
                 "A hundred times too small: per cent of the gap for each per cent of R_n are asked."),
        ),
        properties=(
            must("larger_when_warm", lambda v, V, I, T, s: np.abs(v[-1]) > np.abs(v[0]),
                 "The warmest gap must be pulled the most: there a gap and a larger resistance look most alike."),
        ),
        meaning="A gap lowers the current at all voltages, and so does a larger resistance. What a fit cannot tell "
                "apart, a second instrument must: a measured R_n above Tc.",
    ),
    Task(
        name="critical_temperature_from_gaps", title="Find Tc without reaching it", points=3, minutes=25,
        textbook=lambda: (gap_data(), gap_data(HASTY_COLD, hasty=0)),  # the second tells a fit from the coldest gap
        draw=_draw_gaps,
        reference=_Tc,
        tolerance=2e-3, reason="the answer follows from the data and the shape; a hyperbolic tangent in place of the "
                               "gap equation changes it by 0.2 to 0.6 %",
        hints=("The shape of Δ(T)/Δ(0) against T/Tc is known from chapter 05. Two numbers are free.",
               "Fit Δ0 and Tc. The gaps are not independent: R_n has moved them together. curve_fit takes a whole "
               "matrix as sigma; with absolute_sigma=True the errors are those that are given.",
               "Start with the coldest gap for Δ0 and a Tc some ten per cent above the warmest temperature. "
               "Beyond Tc the model is zero."),
        slips=(
            slip("ratio_assumed", lambda T, D, C: D[0] / 1.764 / K_B,
                 "You assumed the weak-coupling ratio of Δ(0) and Tc. It is to be measured here, not assumed."),
            slip("straight_line", _slope_Tc,
                 "A straight line through the warmest points misses Tc: the curve falls like a square root."),
            slip("warmest_curve", lambda T, D, C: T[-1], "That is the warmest curve; its gap is not zero yet."),
            slip("all_alike", lambda T, D, C: _Tc(T, D, np.eye(T.size) * D[0] ** 2 * 1e-4),
                 "All gaps count alike in your fit. One of them is known far less well than the others: use the "
                 "errors."),
            slip("line_through_squares",
                 lambda T, D, C: T[-1] + D[-1] ** 2 * (T[-1] - T[-2]) / (D[-2] ** 2 - D[-1] ** 2),
                 "A straight line through Δ² of the two warmest points is nearly right, but only near Tc is Δ² "
                 "straight. Fit the whole curve to all five."),
        ),
        properties=(
            must("above_warmest", lambda v, T, D, C: np.all(v > T[-1]),
                 "There is still a gap at the warmest temperature, so Tc lies above it."),
            must("not_far_above", lambda v, T, D, C: np.all(v < 2 * T[-1]),
                 "This Tc is far above the temperature at which the gap is nearly closed."),
        ),
        meaning="A transition located from below, by the shape of a curve: no resistance was measured.",
    ),
    Task(
        name="coupling_ratio", title="Decide: weak or strong", points=2, minutes=10,
        textbook=lambda: (gap_data(), gap_data(HASTY_COLD, hasty=0)),  # the second tells a fit from the coldest gap
        draw=_draw_gaps,
        reference=_ratio,
        tolerance=4e-3, reason="as for Tc, and a Boltzmann constant of three digits",
        hints=("Both numbers come from the fit of the task before. Boltzmann's constant makes their ratio a pure "
               "number.",
               "Which gap belongs into the ratio: the coldest measured one, or the fitted one at zero temperature? "
               "And one Δ or two?",
               "Twice the fitted Δ0 in meV, over the fitted Tc in kelvin times Boltzmann's constant in meV/K."),
        slips=(
            slip("one_Delta", times(0.5), "That is Δ(0)/Tc; two Δ, the cost of a pair, are asked."),
            slip("meV_over_kelvin", times(K_B), "meV over kelvin: Boltzmann's constant is left out."),
            slip("weak_coupling", lambda T, D, C: 2 * np.pi / np.exp(np.euler_gamma),
                 "That is the number of weak coupling. Is this metal weakly coupled? Let the data say."),
            slip("warmest_for_Tc", lambda T, D, C: _ratio(T, D, C) * _Tc(T, D, C) / T[-1],
                 "You took the warmest temperature for Tc; there the gap is not zero yet. Take the fitted Tc."),
        ),
        properties=(
            must("in_range", lambda v, T, D, C: np.all((v > 2) & (v < 6)),
                 "For all known phonon superconductors this ratio lies between 3 and 5.5."),
        ),
        meaning="Above weak coupling's number by several times its error means strong coupling, below it an "
                "anisotropic or a suppressed gap.",
    ),
    Task(
        name="error_budget", title="Make the error budget", points=4, minutes=35,
        textbook=lambda: ((*measured_curves(), THERMOMETER),),
        draw=lambda rng, case: (*_draw_curves(rng, case), rng.uniform(0.004, 0.012)),
        builds_on=("junction_current", "coupling_ratio"),
        costly=True,
        reference=_budget,
        tolerance=0.05, reason="slopes by steps in place of a covariance change the part of the noise by up to 4.3 % "
                               "(260 samples); a thermometer that moves Tc alone, or errors without their "
                               "correlation, change it by 8 % or more",
        hints=("The noise: from the covariance of the gaps to that of Tc and Δ0, from there to the ratio. R_n has "
               "moved all gaps together: are Tc and Δ0 independent?",
               "With r for the ratio and g = r (−1/Tc, 1/Δ0), the variance by noise is g·C·g.",
               "The thermometer: raise all temperatures by its relative error and go through everything again, the "
               "fits of the curves too. Half the difference between up and down is its part.",
               "The third number: the noise and the thermometer are independent, so take the root of the sum of "
               "their squares."),
        slips=(
            slip("Tc_only", _budget_with(by_thermometer=lambda ratio, s: ratio * s),
                 "Your thermometer moves Tc only. A wrong temperature also changes the smearing in the model, and so "
                 "the fitted gaps: go through the whole chain again."),
            slip("uncorrelated", _budget_with(by_noise=lambda *chain: _ratio_error(*chain, correlated=False)),
                 "You added the errors of Tc and Δ0 as if they were independent. They come from one fit."),
            slip("gaps_independent", _budget_with(by_noise=_ratio_error_of_independent_gaps),
                 "You took the five gaps as independent. R_n, fitted for all of them, has moved them together: keep "
                 "the whole matrix."),
            slip("sum", _budget_with(total=np.add),
                 "You added the two errors. Independent errors add in squares."),
            slip("variances", from_right(np.square), "Those are variances; take their square roots."),
            slip("relative", lambda V, I, T, s, t: _budget(V, I, T, s, t) / _ratio(*_chain(V, I, T, s)),
                 "Those are relative errors; the absolute ones of the ratio are asked."),
        ),
        properties=(
            must("positive", lambda v, *data: np.all(v > 0), "An uncertainty is positive."),
            must("total_is_largest", lambda v, *data: v[-1] >= np.max(v[:-1]),
                 "The third number is both together: it cannot be smaller than one of its parts."),
        ),
        meaning="More points reduce the first number and leave the second as it is. The budget says which instrument "
                "to buy next.",
    ),
)

QUESTIONS = (
    Question(
        name="what_the_curves_say", title="Write the conclusion of your measurement", minutes=20,
        rubric=(
            (1, "states Δ(0), Tc and the ratio with sensible digits, and an error that tells noise from thermometer"),
            (1, "compares the ratio with weak coupling in units of its error, says how good the fit is and what was "
                "set aside, and draws the conclusion"),
            (1, "says what the fit cannot tell apart (R_n and gap) and how to remove it, and names one assumption that "
                "the budget does not cover (shape of Δ(T), Dynes' model, one Γ, series resistance)"),
        ),
    ),
)
