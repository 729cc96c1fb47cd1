"""Project 14d: from the density profile of a trapped gas to the equation of state and the Bertsch parameter.

The profiles are simulated by `measured_profile`, whose docstring states the instrument.
"""

from typing import NamedTuple

import numpy as np
from scipy.optimize import curve_fit

from ..tasks import Question, Task, from_right, must, slip, times

HBAR, MASS = 1.054572e-34, 9.988e-27  # J s; kg, lithium-6
UM = 1e-6
NUMBER, MAGNIFICATION, FREQUENCY = 0.04, 0.007, 0.003  # relative standard errors of the calibrations


class Truth(NamedTuple):
    """What stands behind a simulated profile."""

    N: float  # atoms, both spins
    xi: float  # the Bertsch parameter
    f_r: float  # Hz
    f_z: float
    background: float  # over the density in the middle
    number: float  # true number over counted number, minus one
    magnification: float  # true length over the camera's, minus one


def truth(seed=None):
    """The truth behind the profile of a seed; without one, of the profile that everybody gets."""
    rng = np.random.default_rng(2010 if seed is None else seed)
    low, high = (1e5, 0.32, 300.0, 20.0, 0.01), (4e5, 0.65, 800.0, 50.0, 0.03)
    N, xi, f_r, f_z, background = rng.uniform(low, high)
    return Truth(N, xi, round(f_r, 1), round(f_z, 2), background, rng.normal(0, NUMBER), rng.normal(0, MAGNIFICATION))


def measured_profile(seed=None):
    """(z in µm, atoms per µm, their error, f_r, f_z in Hz), simulated.

    The gas: lithium-6 at unitarity and T = 0 in a harmonic trap that is round across and long along z, in the local
    density approximation. The instrument: a camera sees the shadow of the cloud and adds up what lies across z. Each
    pixel has a Gaussian error, which is given; light that the cloud has not absorbed leaves a constant background.
    Two calibrations are uncertain: all numbers of atoms by a common factor (4 per cent), all lengths by a common
    factor (0.7 per cent). Because a number is counted as absorption times area, the length enters it too, squared.
    """
    true = truth(seed)
    rng = np.random.default_rng([0 if seed is None else seed, 14])
    length = 1 + true.magnification
    number = (1 + true.number) * length**2
    R = _radius(true.N, true.xi, true.f_r, true.f_z) / length
    z = np.round(R / 25, 1) * np.arange(-36, 37)
    shape = _profile(z, true.N / number, R, 0.0)
    error = np.full(z.size, shape.max() / 150)
    return z, rng.normal(shape + true.background * shape.max(), error), error, true.f_r, true.f_z


def _radius(N, xi, f_r, f_z, spins=2):
    """Half-length of the cloud in µm: μ = √ξ ħω (3N)^{1/3} = ½ m ω_z² R²."""
    mean = 2 * np.pi * np.cbrt(f_r**2 * f_z)
    mu = np.sqrt(xi) * HBAR * mean * np.cbrt(6 * N / spins)
    return np.sqrt(2 * mu / MASS) / (2 * np.pi * f_z) / UM


def _profile(z, N, R, background, power=2.5):
    """Atoms per µm: N/R (16/5π) (1 − z²/R²)^{5/2} and a background; other powers are mistakes."""
    shape = np.maximum(1 - (z / R) ** 2, 0)
    norm = {2.5: 5 * np.pi / 16, 2.0: 16 / 15, 1.5: 3 * np.pi / 8}[power]
    return N / (R * norm) * shape**power + background


def _axial_density(z, N, xi, f_r, f_z, spins=2, power=2.5):
    return _profile(z, N, _radius(N, xi, f_r, f_z, spins), 0.0, power)


def _cloud(z, n, error, model=_profile, start=(), sigma=None):
    """Best (N, R, background) and their covariance."""
    dz = z[1] - z[0]
    guess = [np.sum(n - n.min()) * dz, 0.7 * z.max(), *start]
    sigma = error if sigma is None else sigma
    return curve_fit(model, z, n, guess, sigma, absolute_sigma=True)


def _cloud_from_profile(z, n, error):
    """[N, R, error of N, error of R]."""
    best, covariance = _cloud(z, n, error, start=[0.0])
    return np.array([*best[:2], *np.sqrt(np.diag(covariance))[:2]])


def _without_background(z, n, error):
    best, covariance = _cloud(z, n, error, lambda z, N, R: _profile(z, N, R, 0.0))
    return np.array([*best, *np.sqrt(np.diag(covariance))])


def _column_shape(z, n, error):
    best, covariance = _cloud(z, n, error, lambda z, N, R, b: _profile(z, N, R, b, 2.0), [0.0])
    return np.array([*best[:2], *np.sqrt(np.diag(covariance))[:2]])


def _errors_at_fixed_background(z, n, error):
    (N, R, b), _ = _cloud(z, n, error, start=[0.0])
    covariance = _cloud(z, n - b, error, lambda z, N, R: _profile(z, N, R, 0.0))[1]
    return np.array([N, R, *np.sqrt(np.diag(covariance))])


def _bertsch_from_size(N, R, f_r, f_z, spins=2, power=4):
    return (R / _radius(N, 1.0, f_r, f_z, spins)) ** power


def _centre(seed):
    """The middle of a profile, where the gas is dense, with the background subtracted."""
    z, n, error, f_r, f_z = measured_profile(seed)
    _, R, background = _cloud(z, n, error, start=[0.0])[0]
    middle = np.abs(z) < 0.7 * R
    return z[middle], n[middle] - background, error[middle], f_r, f_z


def _bertsch_from_slope(z, n, error, f_r, f_z, power=0.4, pressure=2 / 5, unweighted=False, twice=1.0):
    """ξ from the slope of P^{2/5} against the potential: P = mω_r² n/2π, P = (2/5) μ (2mμ/ħ²ξ)^{3/2}/3π²."""
    P, P_error = (MASS * (2 * np.pi * f_r) ** 2 * x / UM / (2 * np.pi) for x in (n, error))
    potential = 0.5 * MASS * (2 * np.pi * f_z * z * UM) ** 2
    weight = np.ones_like(P) if unweighted else P ** (1 - power) / (power * P_error)
    unit = potential.max()
    slope = -np.polyfit(potential / unit, P**power / (P**power).max(), 1, w=weight)[0] * (P**power).max() / unit
    return (pressure * (2 * MASS / HBAR**2) ** 1.5 / (3 * np.pi**2)) ** (2 / 3) * (slope * twice) ** (-5 / 3)


def _bertsch_error(N, R, f_r, f_z, R_error, number, magnification, frequency, length=8 / 3, total=np.hypot.reduce):
    """Standard error of ξ ∝ R⁴ N^{−2/3} f_z^{10/3} f_r^{−4/3}; lengths enter R and, squared, N."""
    parts = 4 * R_error / R, 2 / 3 * number, length * magnification, 10 / 3 * frequency, 4 / 3 * frequency
    return _bertsch_from_size(N, R, f_r, f_z) * total(np.array(parts))


def _draw_cloud(rng, case):
    true = truth(int(rng.integers(1, 10**6)))
    return true.N, _radius(*true[:4]), true.f_r, true.f_z


def _draw_budget(rng, case):
    N, R, f_r, f_z = _draw_cloud(rng, case)
    return N, R, f_r, f_z, R * rng.uniform(2e-3, 6e-3), *rng.uniform((0.01, 0.01, 2e-3), (0.03, 0.02, 5e-3))


def _draw_density(rng, case):
    N, R, f_r, f_z = _draw_cloud(rng, case)
    xi = rng.uniform(0.3, 1.0)
    R = _radius(N, xi, f_r, f_z)
    return np.append(np.linspace(-0.8, 0.8, 9), [1.2, 1.5]) * R, N, xi, f_r, f_z


# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
    Task(
        name="axial_density", title="Calculate the profile of the cloud", points=4, minutes=40,
        textbook=((np.array([-240.0, -150, -60, 0, 60, 150, 240, 400]), 2e5, 1.0, 500.0, 25.0),),
        draw=_draw_density,
        reference=_axial_density,
        tolerance=1e-2, reason="a per mille of the mass or of ħ moves the edge by half of that and the density near "
                               "it by ten times more",
        hints=("At each place the gas is a uniform one with the chemical potential μ − V. How does the density of a "
               "uniform gas at unitarity go with its chemical potential, and what power is left after two "
               "directions are integrated over?",
               "n ∝ (μ − V)^{3/2}; each integration over a direction raises the power by ½, so along z it is "
               "(1 − z²/R²)^{5/2}, whose integral over z is 5πR/16. Beyond R there is nothing.",
               "μ = √ξ ħω (3N)^{1/3} with ω³ = ω_r²ω_z, and ½mω_z²R² = μ. Frequencies are in Hz: ω = 2πf. Return "
               "atoms per µm."),
        slips=(
            slip("frequency_for_omega", lambda z, N, xi, r, a: _axial_density(z, N, xi, r / 2 / np.pi, a / 2 / np.pi),
                 "The frequencies are given in Hz: ω = 2πf."),
            slip("one_spin", lambda *data: _axial_density(*data, spins=1),
                 "You filled the levels with one kind of atom: N counts both spins, so that each level takes two."),
            slip("xi_not_rooted", lambda z, N, xi, r, a: _axial_density(z, N, xi**2, r, a),
                 "In the trap μ goes with the root of ξ: as the cloud shrinks, its density and its E_F grow."),
            slip("density_on_axis", lambda *data: _axial_density(*data, power=1.5),
                 "That is the shape of the density on the axis. The camera adds up all that lies across."),
            slip("column_density", lambda *data: _axial_density(*data, power=2.0),
                 "That is the shape after one direction is integrated over. Two are to be."),
            slip("per_metre", times(1e6), "That is in atoms per metre; atoms per µm are asked."),
        ),
        properties=(
            must("not_negative", lambda v, *data: np.all(v >= 0), "A density is not negative."),
            must("empty_outside", lambda v, *data: v[-1] == 0, "Outside the cloud there are no atoms: return zero."),
        ),
        meaning="A trap is many uniform gases at once: each place has its own chemical potential.",
    ),
    Task(
        name="cloud_from_profile", title="Fit the profile", points=4, minutes=35,
        textbook=lambda: (measured_profile()[:3],),
        draw=lambda rng, case: measured_profile(int(rng.integers(1, 10**6)))[:3],
        reference=_cloud_from_profile,
        tolerance=1e-2, reason="the fit is the same for everybody; its errors come from numerical derivatives",
        hints=("Which numbers does the shape have, if you do not ask where they come from? And what does the camera "
               "show where there are no atoms?",
               "N/R (16/5π)(1 − z²/R²)^{5/2} + b: three numbers. Beyond R only b is left.",
               "curve_fit with the given errors and absolute_sigma=True. Start with N from the sum of the pixels, R "
               "where the profile ends, b = 0. Order: N, R, error of N, error of R."),
        slips=(
            slip("no_background", _without_background,
                 "The background is missing from your model: far outside the profile does not go to zero."),
            slip("column_density", _column_shape,
                 "Your profile has the power 2. Two directions are integrated over: 5/2."),
            slip("background_held", _errors_at_fixed_background,
                 "Your errors are those at a fixed background. It is not known better than the fit knows it."),
            slip("variances", lambda *data: _cloud_from_profile(*data) ** [1, 1, 2, 2],
                 "Your last two numbers are variances; take their square roots."),
            slip("order", lambda *data: _cloud_from_profile(*data)[[1, 0, 3, 2]],
                 "Number and radius are exchanged: N comes first."),
        ),
        properties=(
            must("positive", lambda v, *data: np.all(v > 0), "All four numbers are positive."),
            must("inside", lambda v, z, n, s: v[1] < z.max(), "The cloud is smaller than the picture."),
        ),
        meaning="Shape, size, number: what one picture tells. The shape of a gas at unitarity is that of a free one.",
    ),
    Task(
        name="bertsch_from_size", title="Find the Bertsch parameter from the size", points=3, minutes=20,
        textbook=((2e5, 240.0, 500.0, 25.0),),
        draw=_draw_cloud,
        reference=_bertsch_from_size,
        tolerance=1e-2, reason="the fourth power of a ratio of lengths with constants of three to four digits",
        hints=("How large would the same number of free fermions be in the same trap?",
               "½mω_z²R² = μ = √ξ ħω (3N)^{1/3}, ω³ = ω_r²ω_z: solve for ξ.",
               "Let R₀ be the half-length for ξ = 1, from ½mω_z²R₀² = ħω(3N)^{1/3}. Then ξ = (R/R₀)⁴. R is in µm, "
               "and ω = 2πf."),
        slips=(
            slip("square", lambda *data: _bertsch_from_size(*data, power=2),
                 "That is √ξ: μ goes with the square of the radius, and with the root of ξ."),
            slip("ratio_of_sizes", lambda *data: _bertsch_from_size(*data, power=1),
                 "That is the ratio of two radii. ξ is a ratio of energies of gases of the same density."),
            slip("frequency_for_omega", times(1 / (2 * np.pi) ** 2), "The frequencies are given in Hz: ω = 2πf."),
            slip("one_spin", lambda *data: _bertsch_from_size(*data, spins=1),
                 "N counts both spins: each level takes two atoms."),
        ),
        properties=(
            must("positive", lambda v, *data: np.all(v > 0), "The gas resists the pull of the trap: ξ is positive."),
        ),
        meaning="At an infinite scattering length attraction makes the cloud smaller, but it does not collapse: ξ is "
                "positive.",
    ),
    Task(
        name="bertsch_from_slope", title="Find it again from the equation of state", points=4, minutes=40,
        textbook=lambda: (_centre(None),),
        draw=lambda rng, case: _centre(int(rng.integers(1, 10**6))),
        reference=_bertsch_from_slope,
        tolerance=2e-2, reason="a curve through P differs from the line through P^{2/5} by less than 0.12 %, a line of "
                               "equal weights by less than 1.5 %, in 999 of 1000 profiles",
        hints=("Across the trap the potential grows with ρ², and dV = mω_r²ρdρ. So the sum across, ∫n 2πρ dρ, is an "
               "integral of n over μ, and n = dP/dμ. What is it, then?",
               "P = mω_r² n/2π on the axis, with n in atoms per metre. At unitarity P = (2/5)nμ with "
               "n = (2mμ/ħ²ξ)^{3/2}/3π², so that P^{2/5} is a straight line in μ, hence in V = ½mω_z²z².",
               "Its slope is −[(2/5)(2m/ħ²)^{3/2}/3π²]^{2/5} ξ^{−3/5}. The error of P^{2/5} is (2/5)P^{−3/5} times "
               "that of P: weigh the points. Neither N nor μ nor R is needed."),
        slips=(
            slip("pressure_without_two_fifths", times((5 / 2) ** (2 / 3)),
                 "A factor 2/5 is missing: integrate n ∝ μ^{3/2} over μ to get the pressure."),
            slip("potential_doubled", times(2 ** (5 / 3)), "The potential is ½mω_z²z²: the half is missing."),
            slip("frequency_for_omega", times(1 / (2 * np.pi) ** 2), "The frequencies are given in Hz: ω = 2πf."),
            slip("per_micrometre", times(1e-4),
                 "Your density is in atoms per µm; the pressure in pascal needs metres."),
            slip("inverse", from_right(np.reciprocal), "That is 1/ξ."),
        ),
        properties=(
            must("positive", lambda v, *data: np.all(v > 0),
                 "The density falls as the potential rises: ξ is positive."),
        ),
        meaning="The equation of state without a model of the cloud: pressure from the sum across, chemical potential "
                "from the trap.",
    ),
    Task(
        name="bertsch_error", title="Make the error budget", points=4, minutes=30,
        textbook=((2e5, 240.0, 500.0, 25.0, 1.0, NUMBER, MAGNIFICATION, FREQUENCY),),
        draw=_draw_budget,
        builds_on=("bertsch_from_size",),
        reference=_bertsch_error,
        tolerance=1e-2, reason="linear propagation; drawing ten thousand times instead differs by less than 3 % of a "
                               "part of the whole",
        hints=("Write ξ as a product of powers of R, N, f_z and f_r. By which power does each go?",
               "ξ ∝ R⁴N^{−2/3}f_z^{10/3}f_r^{−4/3}. Four of the five errors are independent of each other as they "
               "stand. Which one enters twice?",
               "All lengths too small by a factor: R by its first power. And N, counted as absorption times area, by "
               "its second. So lengths enter ξ by the power 4 − 4/3.",
               "So the relative errors are multiplied by their powers: 4 for the fit of R, −⅔ for the counting, 4 − "
               "4/3 for the lengths, 10/3 and −4/3 for the two frequencies. Take the root of the sum of squares, "
               "times ξ."),
        slips=(
            slip("length_in_R_only", lambda *data: _bertsch_error(*data, length=4),
                 "You let a wrong length change R alone. The number of atoms is counted as absorption times area."),
            slip("length_twice", lambda *data: _bertsch_error(*data, length=np.hypot(4, 4 / 3)),
                 "You took the lengths in R and in N as independent. It is one camera: the two partly cancel."),
            slip("length_adds", lambda *data: _bertsch_error(*data, length=4 + 4 / 3),
                 "The lengths in R and in N add up in your budget. R stands above, N below the line."),
            slip("sum", lambda *data: _bertsch_error(*data, total=np.sum),
                 "You added the errors. Independent errors add in squares."),
            slip("relative", lambda *data: _bertsch_error(*data) / _bertsch_from_size(*data[:4]),
                 "That is the relative error; the absolute one of ξ is asked."),
        ),
        properties=(
            must("positive", lambda v, *data: np.all(v > 0), "An error is positive."),
        ),
        meaning="The noise of the picture is the smallest part: who wants ξ to a per cent must count atoms to a per "
                "cent.",
    ),
)

QUESTIONS = (
    Question(
        name="what_the_cloud_says", title="Say what the cloud tells", minutes=20,
        rubric=(
            (1, "states ξ with its error and compares it with 1, with mean field and with that of the real gas, in "
                "units of the error"),
            (1, "says which errors the two routes share and why their agreement is no proof of the calibrations; "
                "names the largest item of the budget"),
            (1, "names what neither route can see: a temperature above zero, a trap that is not harmonic, the local "
                "density approximation; and how one would look for it (wings, residuals, another number)"),
        ),
    ),
)
