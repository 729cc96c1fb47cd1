"""Project 14b: heat capacity and critical field of aluminium, from γ and Tc and from measured-looking points.

The points of the calorimeter and of the magnetometer are simulated by `measured_heat` and `measured_field`, whose
docstrings state the instruments.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from scipy.integrate import cumulative_trapezoid
from scipy.optimize import curve_fit

from ... import gap as physics
from ...materials import elements
from ...thermodynamics import (
    critical_field_at_zero,
    density_of_states_from_gamma,
    entropy,
    gap_slope,
    heat_capacity,
)
from ...units import gauss, joule, kelvin, metre
from ..tasks import Question, Task, must, slip, times

AL = elements["Al"]
GAMMA, TC = 1.35, 1.163  # Phillips (1959); mJ/(mol K²), K
VOLUME = AL.atomic_weight.number / AL.density.number  # cm³/mol


def _field(gamma, volume, Tc):
    """Critical field at T = 0 in gauss."""
    per_volume = 1e-3 * gamma * joule / kelvin**2 / (volume * (1e-2 * metre) ** 3)
    return critical_field_at_zero(physics.gap(0.0, Tc * kelvin), density_of_states_from_gamma(per_volume)) / gauss


def _of_two_fluids(gamma, volume, Tc):
    """H² = 2πγTc² with γ in erg/(cm³ K²)."""
    return np.sqrt(2 * np.pi * 1e4 * gamma / volume) * Tc


def _heat(t):
    """C/γTc, superconducting below t = 1 and normal above."""
    return heat_capacity(np.asarray(t, float), physics.gap(t, 1.0))


class Truth(NamedTuple):
    """What stands behind the points of a sample."""

    gamma: float  # mJ/(mol K²)
    lattice: float  # A of A T³, mJ/(mol K⁴)
    Tc: float  # K
    ratio: float  # Δ(0)/k_B Tc
    thermometer: float  # true temperature over reading, minus one


def truth(seed=None):
    """The truth behind the points of a seed; without one, of the sample that everybody gets, much like aluminium."""
    rng = np.random.default_rng(1959 if seed is None else seed)
    low, high = (1.0, 150.0, 1.0, 1.6), (6.0, 250.0, 4.0, 2.0)
    if seed is None:
        low, high = (1.33, 420.0, 1.17, 1.65), (1.37, 435.0, 1.19, 1.72)
    gamma, debye, Tc, ratio = rng.uniform(low, high)
    return Truth(gamma, 1.9438e6 / debye**3, Tc, ratio, rng.normal(0.0, 0.003))


def _alpha_heat(t, ratio):
    """C/γTc below Tc when the gap is ratio/1.764 times that of weak coupling at every temperature."""
    D, k = physics.gap(t, 1.0), ratio / physics.gap(0.0, 1.0)
    return heat_capacity(np.asarray(t, float), k * D, k * gap_slope(t, D) * D / t)  # its slope is d ln Δ/d ln T


def measured_heat(seed=None):
    """(T, C, error) in the normal state, and (T, C, error) without a field; K and mJ/(mol K), simulated.

    The calorimeter: each heat capacity has a Gaussian error of 0.6 per cent of it and 0.003 mJ/(mol K) of the empty
    holder, and that error is given. The thermometer's scale has a standard error of 0.3 per cent: where it reads T,
    the temperature is T(1 + s), and the heat capacity, a heat over a step in temperature, comes out as C(1 + s).
    The sample: γT + AT³ in a field that keeps it normal; without a field, below Tc, the electrons' heat is that of
    BCS with a gap that is larger or smaller by one factor at all temperatures (the α model).
    """
    true = truth(seed)
    rng = np.random.default_rng([1960 if seed is None else seed, 14])
    scale = 1 + true.thermometer
    runs = np.linspace(0.35, 2.4, 24) * true.Tc, np.linspace(0.3, 0.98, 20) * true.Tc
    points = []
    for T, normal in zip(runs, (True, False), strict=True):
        electrons = true.gamma * (T if normal else true.Tc * _alpha_heat(T / true.Tc, true.ratio))
        C = scale * (electrons + true.lattice * T**3)
        error = np.hypot(6e-3 * C, 3e-3)
        points.append((T / scale, rng.normal(C, error), error))
    return tuple(points)


def measured_field(seed=None, volume=VOLUME):
    """(T in K, critical field in G, its error in G) just below Tc, simulated.

    The magnetometer: each field has a Gaussian error of 1/400 of the largest; the thermometer is that of the
    calorimeter. The field follows from the heat of the same sample, as thermodynamics demands.
    """
    true = truth(seed)
    t = np.linspace(0.0, 1.0, 2001)
    heat = _alpha_heat(np.clip(t, 1e-3, 1 - 1e-9), true.ratio)
    inner = cumulative_trapezoid(np.divide(heat, t, out=np.zeros_like(t), where=t > 0), t, initial=0.0)
    area = cumulative_trapezoid((t - inner)[::-1], t, initial=0.0)[::-1]
    at = np.linspace(0.96, 0.995, 15)
    H = np.sqrt(8 * np.pi * 1e4 * true.gamma / volume * np.interp(at, t, area)) * true.Tc
    rng = np.random.default_rng([1960 if seed is None else seed, 15])
    error = H.max() / 400
    return at * true.Tc / (1 + true.thermometer), rng.normal(H, error), np.full(at.size, error)


def _line(x, y, error):
    """(intercept, slope) of the weighted line, and their covariance."""
    powers = np.stack([np.ones_like(x), x], axis=1) / error[:, None]
    covariance = np.linalg.inv(powers.T @ powers)
    return covariance @ powers.T @ (y / error), covariance


def _gamma_from_heat(T, C, error):
    """[γ, A, error of γ, error of A] from C/T = γ + A T²."""
    best, covariance = _line(T**2, C / T, error / T)
    return np.array([*best, *np.sqrt(np.diag(covariance))])


def _gamma_all_alike(T, C, error):
    best, covariance = np.polyfit(T**2, C / T, 1, cov=True)
    return np.array([*best[::-1], *np.sqrt(np.diag(covariance))[::-1]])


def _gap_from_heat(T, C, error, gamma, lattice, Tc):
    """[Δ(0)/k_B Tc, its error] of the α model."""
    return _gap_fit(*(part.tobytes() for part in (T, C - lattice * T**3, error)), gamma, Tc)


@lru_cache(maxsize=400)
def _gap_fit(T, C, error, gamma, Tc):
    T, C, error = map(np.frombuffer, (T, C, error))
    model = lambda T, ratio: gamma * Tc * _alpha_heat(T / Tc, ratio)  # noqa: E731
    (ratio,), covariance = curve_fit(model, T, C, [1.8], error, absolute_sigma=True)
    return np.array([ratio, np.sqrt(covariance[0, 0])])


def _boltzmann(T, C, error, gamma, lattice, Tc):
    """The slope of ln C against Tc/T below 0.5 Tc, and its error."""
    C = C - lattice * T**3
    cold = T < 0.5 * Tc
    best, covariance = _line(Tc / T[cold], np.log(C[cold]), error[cold] / C[cold])
    return np.array([-best[1], np.sqrt(covariance[1, 1])])


def _electrons(seed):
    """The points of the superconductor with γ, A and Tc: from the normal points, and where the jump is seen."""
    true = truth(seed)
    normal, cold = measured_heat(seed)
    gamma, lattice, *_ = _gamma_from_heat(*normal)
    return *cold, float(gamma), float(lattice), round(true.Tc / (1 + true.thermometer), 4)


def _drawn_electrons(rng, case):
    """The same of a sample in which the lattice counts: kept, it moves the gap or its error by three tolerances."""
    while True:
        T, C, error, gamma, _, Tc = sample = _electrons(int(rng.integers(1, 10**6)))
        if np.abs(_gap_from_heat(T, C, error, gamma, 0.0, Tc) / _gap_from_heat(*sample) - 1).max() > 0.03:
            return sample


def _field_error(gamma, volume, Tc, gamma_error, volume_error, Tc_error, thermometer, scales=0.0):
    """Error of H_c(0) in G; `scales` times that of the thermometer is what mistakes add to it."""
    parts = gamma_error / (2 * gamma), volume_error / (2 * volume), Tc_error / Tc, scales * thermometer
    return _field(gamma, volume, Tc) * np.sqrt(np.sum(np.square(parts)))


def _without_halves(g, v, Tc, dg, dv, dT, s):
    return _field(g, v, Tc) * np.sqrt((dg / g) ** 2 + (dv / v) ** 2 + (dT / Tc) ** 2)


def _summed(g, v, Tc, dg, dv, dT, s):
    return _field(g, v, Tc) * (dg / (2 * g) + dv / (2 * v) + dT / Tc)


def _with_errors(rng, case):
    g, v, Tc = _metal(rng, case)
    return g, v, Tc, *(rng.uniform(0.002, 0.01, 3) * (g, v, Tc)), rng.uniform(0.006, 0.015)


def _from_heat(t, C, at, power=0.5, divide=True):
    """H_c/H_c(0) at the temperatures `at`, by integrating twice; other powers and integrands are mistakes."""
    ratio = np.divide(C, t, out=np.zeros_like(C), where=t > 0) if divide else C
    entropy = cumulative_trapezoid(ratio, t, initial=0.0)
    area = cumulative_trapezoid(t - entropy, t, initial=0.0)
    return np.interp(at, t, np.maximum((area[-1] - area) / area[-1], 0.0) ** power)


def _from_zero(t, C, at):
    """With the area from 0 to t in the place of that from t to 1."""
    return np.sqrt(1 - _from_heat(t, C, at) ** 2)


def _heat_up_to_Tc(t):
    """C/γTc of the superconductor, at t = 1 too: the limit from below."""
    return _heat(np.minimum(t, 1 - 1e-9))


def _curve(rng, case):
    t = np.linspace(0.0, 1.0, int(rng.integers(301, 601)))
    # aluminium's own curve, and others that a real metal might have: a normal part beside the paired one
    share = rng.uniform(0.0, 0.3)
    return t, (1 - share) * _heat_up_to_Tc(t) + share * 3 * t**3, np.sort(np.append(rng.uniform(0.1, 0.9, 6), 0.0))


def _jump(T, H, error, volume, correlated=True):
    """[ΔC, its error] in mJ/(mol K): T (dH/dT)²/4π at Tc of the line H = b − mT, which is b m/4π; H in G."""
    (b, slope), covariance = _line(T, H, error)
    factor = 1e-4 * volume / (4 * np.pi)
    gradient = factor * np.array([-slope, -b])
    covariance = covariance if correlated else np.diag(np.diag(covariance))
    return np.array([-factor * b * slope, np.sqrt(gradient @ covariance @ gradient)])


def _Tc_of_line(T, H, error):
    (b, slope), _ = _line(T, H, error)
    return -b / slope


def _draw_field(rng, case):
    volume = rng.uniform(7.0, 20.0)
    return *measured_field(int(rng.integers(1, 10**6)), volume), volume


def _metal(rng, case):
    return rng.uniform(0.5, 8.0), rng.uniform(7.0, 20.0), rng.uniform(0.5, 5.0)


EVEN = np.linspace(0.0, 1.0, 401)

# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
    Task(
        name="gamma_from_heat", title="Separate electrons and lattice", points=3, minutes=25,
        textbook=lambda: (measured_heat()[0],),
        draw=lambda rng, case: measured_heat(int(rng.integers(1, 10**6)))[0],
        reference=_gamma_from_heat,
        tolerance=5e-3, reason="a weighted line has a closed form; other weights change its errors by per cents",
        hints=("C = γT + AT³. What would have to be drawn against what, so that it becomes a straight line?",
               "C/T against T²: the line meets the axis at γ and has the slope A. Each C/T has the error of C over T.",
               "Weights 1/error² of the points, and the errors of γ and A from these given errors alone: "
               "curve_fit(…, sigma=error / T, absolute_sigma=True). Order: γ, A, error of γ, error of A."),
        slips=(
            slip("all_alike", _gamma_all_alike,
                 "All points count alike in your line, and its errors come from the scatter. Each point has an error "
                 "of its own, and it is given."),
            slip("errors_of_C", lambda T, C, s: _gamma_from_heat(T, C, s * T),
                 "The error of C/T is that of C, divided by T."),
            slip("order", lambda T, C, s: _gamma_from_heat(T, C, s)[[1, 0, 3, 2]],
                 "γ and A are exchanged: the intercept comes first."),
            slip("variances", lambda T, C, s: _gamma_from_heat(T, C, s) ** [1, 1, 2, 2],
                 "Your last two numbers are variances; take their square roots."),
        ),
        properties=(
            must("positive", lambda v, T, C, s: np.all(v > 0), "All four numbers are positive."),
            must("below_all", lambda v, T, C, s: v[0] < np.max(C / T), "γ cannot be larger than every C/T."),
        ),
        meaning="At one kelvin the electrons of aluminium take up fifty times as much heat as its lattice, at ten "
                "kelvin half as much.",
    ),
    Task(
        name="field_from_two_numbers", title="Calculate the critical field at zero temperature", points=4, minutes=30,
        textbook=((GAMMA, VOLUME, TC),),
        draw=_metal,
        reference=_field,
        tolerance=5e-3, reason="k_B, the gap ratio and the units to three digits",
        hints=("Which energy do the electrons gain by pairing, and which energy does the expelled field cost? At "
               "the critical field they are equal.",
               "½ N0 Δ² = H²/8π in Gaussian units, or B²/2μ0 in SI; N0 counts one spin. γ of the normal metal tells "
               "N0.",
               "γ = (2π²/3) N0 k_B² per volume: divide the molar γ by the molar volume. Δ follows from Tc by the "
               "universal ratio."),
        slips=(
            slip("both_spins", times(np.sqrt(2)),
                 "N0 in the condensation energy is the density of states of one spin; yours counts both."),
            slip("two_Delta", times(2), "You put 2Δ where Δ belongs."),
            slip("molar_volume_missing", lambda g, v, Tc: _field(g, 1.0, Tc),
                 "The molar volume is left out: γ is given per mole, the field needs it per volume."),
            slip("in_tesla", times(1e-4), "That is in tesla; gauss are asked."),
            slip("Tc_for_gap", lambda g, v, Tc: _field(g, v, Tc) * np.exp(np.euler_gamma) / np.pi,
                 "You put k_BTc where Δ belongs: between the two stands the universal ratio."),
            slip("root_two_too_small", times(1 / np.sqrt(2)),
                 "Too small by √2: pairing gains ½N0Δ², and the field costs H²/8π (B²/2μ0). Is there a ½ too many, "
                 "or too few?"),
            slip("joule_for_erg", times(1 / np.sqrt(10)),
                 "You put J/m³ into the Gaussian H²/8π. It wants erg/cm³, and 1 J/m³ is 10 erg/cm³."),
            slip("millijoule_for_joule", times(10 * np.sqrt(10)),
                 "Too large by the root of a thousand: γ is given in millijoule."),
            slip("gaussian_pi_missing", times(1 / (2 * np.sqrt(np.pi))),
                 "Too small by √4π: you took H²/2 for the energy of the field. In Gaussian units it is H²/8π."),
            slip("two_fluids", _of_two_fluids,
                 "You took the energy that the two fluids of chapter 01 gain, from γ and Tc alone. Here the gap "
                 "decides."),
        ),
        properties=(
            must("positive", lambda value, g, v, Tc: np.all(value > 0), "A critical field is positive."),
            must("in_range", lambda value, g, v, Tc: np.all((value > 5) & (value < 5000)),
                 "Such metals have critical fields of some ten to some thousand gauss: look at the units."),
        ),
        meaning="A magnetic field from the two numbers of a calorimeter. Phillips calculated 103.0 G from his whole "
                "heat capacity, with the same instrument.",
    ),
    Task(
        name="field_error", title="Propagate the errors to the field", points=3, minutes=30,
        textbook=((GAMMA, VOLUME, TC, 0.008, 0.05, 0.003, 0.005),),
        draw=_with_errors,
        builds_on=("field_from_two_numbers",),
        reference=_field_error,
        tolerance=1e-2, reason="linear propagation is exact to the square of relative errors of a per cent",
        hints=("By which power does the field go with γ, with the volume, with Tc? These three errors are "
               "independent.",
               "The thermometer's scale is one number that enters γ and Tc. Let the true temperature be T(1 + s): "
               "what happens to Tc, to the heat capacity (a heat over a step in temperature), to C/T?",
               "H_c(0) goes like γ^½, volume^(−½) and Tc. Under the scale γ goes like (1 + s)⁻², Tc like 1 + s. Put "
               "both into H_c(0), before you add any squares: what is left of s?",
               "Nothing is left of s. The relative error is the root of the sum of three squares: half that of γ, "
               "half that of the volume, and that of Tc. Multiply it by H_c(0) of the task before."),
        slips=(
            slip("thermometer_in_Tc", lambda *data: _field_error(*data, scales=1.0),
                 "You let the thermometer move Tc alone. A heat capacity is measured with the same thermometer."),
            slip("thermometer_twice", lambda *data: _field_error(*data, scales=np.sqrt(2)),
                 "You let the thermometer move γ and Tc as if by two independent errors. It is one number, and it "
                 "moves the two in opposite ways."),
            slip("thermometer_adds", lambda *data: _field_error(*data, scales=2.0),
                 "You let the thermometer move γ and Tc in the same direction."),
            slip("powers", _without_halves,
                 "The field goes with the square root of γ and of the volume: half of their relative errors count."),
            slip("sum", _summed, "You added the errors. Independent errors add in squares."),
            slip("relative", lambda *data: _field_error(*data) / _field(*data[:3]),
                 "That is the relative error; gauss are asked."),
        ),
        properties=(
            must("positive", lambda v, *data: np.all(v > 0), "An error is positive."),
            must("not_too_large", lambda v, *data: np.all(v < 0.1 * _field(*data[:3])),
                 "The field cannot be that uncertain: its inputs are known to about a per cent."),
        ),
        meaning="H_c² is an energy, and heat is measured with a voltmeter and a clock: a wrong thermometer gives a "
                "wrong γ and a wrong Tc, and the right field.",
    ),
    Task(
        name="electronic_heat_capacity", title="Calculate the whole heat capacity", points=5, minutes=45,
        textbook=((np.array([0.15, 0.3, 0.5, 0.7, 0.9, 0.99, 1.2]),),),
        draw=lambda rng, case: (np.sort(np.append(rng.uniform(0.15, 0.98, 6), rng.uniform(1.05, 1.5))),),
        reference=_heat,
        tolerance=5e-3, reason="a numerical derivative of the entropy reaches 1e-3; leaving out dΔ/dT costs several "
                               "per cent at the warmer points",
        hints=("Quasiparticles are fermions of energy E. Write their entropy, or ask how their energy changes with "
               "temperature.",
               "C = T dS/dT with S = −4 N0 ∫dξ [f ln f + (1−f) ln(1−f)] over ξ > 0, and γ = 2π²N0/3. Let the gap "
               "change with T as you differentiate.",
               "In units Tc = 1 take gap(t, 1.0) from bcs_helpers.gap and a step of 1e-4 in t; N0 drops out of S/γ. "
               "Above t = 1 the metal is normal, and the answer there is t."),
        slips=(
            slip("gap_held_fixed", lambda t: np.where(t < 1, heat_capacity(t, physics.gap(t, 1.0), 0.0), t),
                 "The gap is held fixed in your derivative. It shrinks as the metal warms, and that costs heat."),
            slip("halved", times(0.5), "Half of the heat is missing: count both spins, or both signs of ξ."),
            slip("over_gamma_T", lambda t: _heat(t) / t,
                 "That is C/γT; divide by γTc, the normal metal's heat capacity at the transition."),
            slip("normal_metal", lambda t: np.asarray(t, float), "That is the normal metal at all temperatures."),
            slip("entropy", lambda t: entropy(np.asarray(t, float), physics.gap(t, 1.0)),
                 "That is the entropy over γTc. The heat capacity is T times its derivative."),
            slip("constant_above_Tc", lambda t: np.where(t < 1, _heat(t), 1.0),
                 "Below Tc you are right. Above, the metal is normal, and its heat capacity goes on rising like γT."),
        ),
        properties=(
            must("positive", lambda v, t: np.all(v > 0), "A heat capacity is positive."),
            must("small_when_cold", lambda v, t: np.all(v[t < 0.45] < t[t < 0.45]),
                 "When it is cold the gap leaves hardly any quasiparticles: C must be smaller than the normal "
                 "metal's."),
            must("large_near_Tc", lambda v, t: np.all(v[(t > 0.6) & (t < 1)] > t[(t > 0.6) & (t < 1)]),
                 "Below Tc, where the gap closes, C must be larger than the normal metal's."),
            must("normal_above_Tc", lambda v, t: np.allclose(v[t > 1], t[t > 1], rtol=1e-2),
                 "Above Tc the metal is normal: C is γT there."),
            must("rises_to_jump", lambda v, t: np.all(np.diff(v[t < 1]) > 0),
                 "Below Tc the heat capacity rises with temperature all the way to the jump."),
        ),
        meaning="Exponentially small when cold, and at Tc larger than the normal metal's: the price of breaking "
                "pairs and of the shrinking gap.",
    ),
    Task(
        name="gap_from_heat", title="Fit the gap to the heat", points=4, minutes=35,
        textbook=lambda: (_electrons(None),),
        draw=_drawn_electrons,
        reference=_gap_from_heat,
        tolerance=1e-2, reason="the fit of one number is the same for everybody; a derivative of the entropy by "
                               "differences costs 1e-3",
        hints=("Subtract the lattice, which does not know of superconductivity. One number is free: Δ(0)/k_BTc.",
               "Take Δ(T) = r/1.764 times the gap of weak coupling at each temperature, in the entropy of task 4, "
               "and differentiate as there.",
               "curve_fit of γTc × C(t; r), with the errors that are given and absolute_sigma=True, starting at 1.8."),
        slips=(
            slip("boltzmann_slope", _boltzmann,
                 "You took the slope of ln C against 1/T. The factor before the exponential depends on the "
                 "temperature too, so the slope is smaller than the gap: fit the whole curve."),
            slip("lattice_kept", lambda T, C, s, g, A, Tc: _gap_from_heat(T, C, s, g, 0.0, Tc),
                 "The lattice's heat is still in your points: subtract it first."),
            slip("two_Delta", times(2), "That is 2Δ(0)/k_BTc; one Δ is asked."),
            slip("all_alike", lambda T, C, s, g, A, Tc: _gap_from_heat(T, C, np.full_like(s, 0.01 * C.max()), g, A, Tc),
                 "All points count alike in your fit. The cold ones have much smaller errors: use those that are "
                 "given."),
            slip("variance", lambda *data: _gap_from_heat(*data) ** [1, 2],
                 "Your second number is a variance; take its square root."),
        ),
        properties=(
            must("in_range", lambda v, *data: (0.5 < v[0] < 5) & (v[1] > 0),
                 "For all known phonon superconductors Δ(0)/k_BTc lies between 1.5 and 2.8, and an error is positive."),
        ),
        meaning="A calorimeter measures the gap to a per cent, and the fit tells whether one gap will do.",
    ),
    Task(
        name="field_from_heat", title="Calculate the field from the heat capacity", points=5, minutes=40,
        textbook=lambda: ((EVEN, _heat_up_to_Tc(EVEN), np.linspace(0.0, 0.9, 19)),),
        draw=_curve,
        reference=_from_heat,
        tolerance=5e-3,
        reason="two integrations by trapezoids or splines on some hundred points agree to 1e-3 up to 0.9 Tc",
        hints=("Heat capacity gives entropy, entropy gives free energy, free energy gives the field. Which "
               "integrals are these?",
               "S_s(t) = ∫₀ᵗ C/t′ dt′. The normal metal's, in the same units, is t. The two must meet at t = 1: "
               "look whether they do.",
               "F_n − F_s at t is ∫ₜ¹ (S_n − S_s) dt′, and the field goes with its root, divided by the value at 0."),
        slips=(
            slip("free_energy", lambda t, C, at: _from_heat(t, C, at, power=1.0),
                 "That is the free energy, which goes as the square of the field."),
            slip("energy_for_entropy", lambda t, C, at: _from_heat(t, C, at, divide=False),
                 "Your first integral is the energy, not the entropy: C has to be divided by the temperature inside "
                 "it."),
            slip("parabola", lambda t, C, at: 1 - at**2,
                 "That is the parabola. It is close, but the deviation from it is what this task is about."),
            slip("from_zero", _from_zero,
                 "You integrated from 0 up to t. The free energies are equal at Tc, so what they differ by at t is "
                 "the area from t to Tc."),
        ),
        properties=(
            must("one_at_zero", lambda v, t, C, at: np.isclose(v[0], 1.0, atol=2e-3),
                 "At zero temperature the ratio must be one."),
            must("falls", lambda v, t, C, at: np.all(np.diff(v) < 1e-6),
                 "The critical field falls as the temperature rises; yours rises somewhere."),
            must("near_parabola", lambda v, t, C, at: np.all(np.abs(v - (1 - at**2)) < 0.15),
                 "Critical fields of all metals lie within some per cent of the parabola 1 − t²; yours is far from "
                 "it."),
        ),
        meaning="A critical field without a magnet. A magnet would be a second instrument, and by thermodynamics it "
                "must find the same field.",
    ),
    Task(
        name="jump_from_field", title="Use Rutgers' relation", points=4, minutes=30,
        textbook=lambda: ((*measured_field(), VOLUME),),
        draw=_draw_field,
        reference=_jump,
        tolerance=1e-2, reason="a weighted line has a closed form; its error with Tc held is a few per thousand less",
        hints=("F_n − F_s per volume is H²/8π. Heat capacity is −T times its second derivative. What is left at Tc, "
               "where H is zero?",
               "Differentiate H² twice by the product rule and put H = 0: only the first derivative squared survives, "
               "T/4π times it. Fit a line H = b − mT; it also tells Tc = b/m.",
               "So the jump is b m/4π in erg/(cm³ K): 1 erg is 10⁻⁴ mJ, and a mole has the molar volume. b and m are "
               "strongly correlated, since T = 0 is far from the points: with g = (m, b)/4π the variance is g·C·g."),
        slips=(
            slip("halved", times(0.5), "The second derivative of H² gives two times the squared slope."),
            slip("temperature_missing", lambda T, H, s, v: _jump(T, H, s, v) / _Tc_of_line(T, H, s),
                 "One factor of the temperature is missing."),
            slip("per_volume", lambda T, H, s, v: _jump(T, H, s, 1.0),
                 "That is per cubic centimetre; per mole is asked."),
            slip("sign", lambda T, H, s, v: _jump(T, H, s, v) * [-1, 1],
                 "The sign: the superconductor has the larger heat capacity at Tc."),
            slip("in_erg", times(1e4), "That is in erg; mJ are asked, and 1 erg is 10⁻⁴ mJ."),
            slip("in_joule", times(1e-3), "That is in J; mJ are asked."),
            slip("gauss_for_tesla", times(1e8), "In the formula with μ0 the slope is in T/K: 1 G is 10⁻⁴ T."),
            slip("uncorrelated", lambda T, H, s, v: _jump(T, H, s, v, correlated=False),
                 "Your error takes intercept and slope as independent. The points are far from T = 0, so a steeper "
                 "line also begins higher: use the whole covariance matrix."),
        ),
        properties=(
            must("positive", lambda v, *data: np.all(v > 0),
                 "The heat capacity jumps up as the metal becomes superconducting, and an error is positive."),
            must("in_range", lambda v, *data: 0.01 < v[0] < 1000,
                 "The jump of such a metal is of the order of one to ten mJ/(mol K): look at the units."),
        ),
        meaning="Thermodynamics alone, no BCS: whatever makes a metal superconducting has to obey it.",
    ),
)

QUESTIONS = (
    Question(
        name="what_two_numbers_know", title="Say what the two numbers tell", minutes=15,
        rubric=(
            (1, "says which numbers follow from γ and Tc, with deviations and errors, that field, parabola and heat "
                "capacity come from one calorimeter, and that the thermometer cancels in the field"),
            (1, "tells what tests BCS (the shape of C(T); tin's measured field and jump) from what any superconductor "
                "must obey (Rutgers, equal entropies at Tc, field from heat capacity) and from what tests nothing "
                "(Rutgers with the slope of BCS)"),
            (1, "names a reason for a deviation: error of γ or Tc, molar volume, anisotropy of the gap, phonons in the "
                "measured heat"),
        ),
    ),
)
