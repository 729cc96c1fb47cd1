"""Chapter 01: London's sphere, flux in quanta, and the step that a heat capacity shows."""

import numpy as np
from scipy.special import spherical_in

from ...materials import elements
from ...units import flux_quantum, gauss, kelvin, metre, meV
from ..tasks import Question, Task, must, slip, times

MICROMETRE = 1e-6 * metre


def _sphere(x):
    """1 − (3/x) coth x + 3/x², written as a ratio of modified spherical Bessel functions."""
    return spherical_in(2, x) / spherical_in(0, x)


def _quanta(field, radius):
    """Flux through the bore in units of h/2e, not rounded."""
    return field * gauss * np.pi * (radius * MICROMETRE) ** 2 / flux_quantum


def _draw_cooling(rng, case):
    """In turn a little below a whole number and a little above: tells round from floor, and from ceil.

    The distance forgives Φ₀ to three digits.
    """
    radius = rng.uniform(4.0, 15.0)
    flux = 2 * rng.integers(5, 15) + (rng.uniform(0.6, 0.9) if case % 2 == 0 else rng.uniform(0.15, 0.4))
    return flux / _quanta(1.0, radius), radius


def _line(x, y):
    return np.polyfit(x, y, 1)[0]


def _step(T, C):
    return -_line(1 / T, np.log(C)) * kelvin / meV


def _heat(Tc, gamma, prefactor, exponent, t):
    """Temperatures in kelvin and heat capacities of the law C = a γ Tc e^(−b Tc/T)."""
    return t * Tc, prefactor * gamma * Tc * np.exp(-exponent / t)


def _aluminium():
    """Phillips's exponential over the range where it describes his data, mJ/(mol K)."""
    Al = elements["Al"]
    Tc = next(row.number for row in Al.rows if row.quantity == "Tc" and "Phillips" in row.source)
    t = np.linspace(Al.C_es_from.number, Al.C_es_to.number, 8)
    return (_heat(Tc, Al.gamma.number, Al.C_es_prefactor.number, Al.C_es_exponent.number, t),)


# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
    Task(
        name="sphere_diamagnetism", title="A grain too small to keep the field out", points=4, minutes=30,
        textbook=((np.array([0.5, 1.0, 3.0, 10.0, 100.0]),),),
        draw=lambda rng, case: (10 ** rng.uniform(-0.3, 2.0, 5),),
        reference=_sphere,
        tolerance=1e-5,
        reason="the closed form loses three digits by cancellation for the smallest grains; a quadrature is as good",
        hints=("Inside, B = ∇×A with A = f(r) sin θ along the circles, and London's equation gives for f the "
               "equation of a spherical wave with imaginary wave number.",
               "f ∝ cosh(r/λ)/r − λ sinh(r/λ)/r² is regular at the centre. Outside there is the field B₀ and a "
               "dipole: join A and its slope at r = R.",
               "Write A = a g(r) sin θ inside and A = (B₀r/2 + p/r²) sin θ outside. At r = R both A and its slope "
               "are the same: two equations for a and p.",
               "Divide the two equations: a drops out. With q = R g′(R)/g(R) the ratio that is asked is (q − 1)/(q + "
               "2). Test: for a large sphere it tends to 1 as 1 − 3λ/R, for a small one it falls as the square of "
               "R/λ."),
        slips=(
            slip("slab", lambda x: 1 - np.tanh(x) / x,
                 "That is a slab of thickness 2R. A sphere lets the field in from all sides."),
            slip("term_missing", lambda x: 1 - 3 / (x * np.tanh(x)),
                 "A term is missing. Without it a small grain would be strongly paramagnetic; with it the leading "
                 "terms cancel."),
            slip("sign_of_last_term", lambda x: 1 - 3 / (x * np.tanh(x)) - 3 / x**2,
                 "The sign of the last term is turned round: for a small grain the terms must cancel, not add."),
            slip("radius_for_diameter", lambda x: _sphere(2 * x),
                 "You took the argument as the radius and used the diameter. R/λ is given."),
            slip("diameter_for_radius", lambda x: _sphere(x / 2),
                 "You halved the argument: R/λ is given, not the diameter over λ."),
            slip("large_sphere", lambda x: 1 - 3 / x,
                 "That is the limit of a large sphere. It turns negative for a small one."),
            slip("long_needle", times(1.5),
                 "You divided by the volume times B₀/μ₀, as for a long needle. A sphere that expels the field makes "
                 "it denser around itself, and has one and a half times that moment."),
            slip("layer_cut_off", lambda x: (1 - 1 / x) ** 3,
                 "You cut off a layer of the thickness λ and took the rest as empty. That is a fair picture of a "
                 "large sphere, and none of a small one."),
            slip("one_minus", lambda x: 1 - _sphere(x),
                 "That is what is missing to a perfect diamagnet. The moment itself is asked."),
            slip("small_sphere", lambda x: x**2 / 15,
                 "That is the limit of a small sphere. It grows without end for a large one."),
        ),
        properties=(
            must("positive", lambda v, x: np.all(v > 0),
                 "However small, a superconducting grain pushes some field out: the ratio is positive."),
            must("below_one", lambda v, x: np.all(v < 1),
                 "No grain expels more than all the field: the ratio is below one."),
            must("rises_with_size", lambda v, x: np.all(np.diff(v[np.argsort(x)]) >= -1e-9),
                 "A larger grain expels more: the ratio must rise with R/λ."),
        ),
        meaning="A grain smaller than λ hardly feels the field at all: perfect diamagnetism belongs to pieces much "
                "larger than λ.",
    ),
    Task(
        name="trapped_quanta", title="How many quanta are left in the ring?", points=2, minutes=15,
        textbook=((2.7, 5.0), (0.45, 5.0)),
        draw=_draw_cooling,
        reference=lambda field, radius: float(np.round(_quanta(field, radius))),
        tolerance=1e-6, reason="a whole number",
        hints=("Which flux would the bore hold if nothing were quantised?",
               "The flux is the field times the area of the bore. Divide it by h/2e = 2.0678e-15 Wb. One gauss is "
               "1e-4 tesla.",
               "Of all whole numbers the ring chooses the one whose energy (νΦ₀ − Φ)² is the least, and keeps it "
               "when the field goes. That is the nearest one: round."),
        slips=(
            slip("h_over_e", lambda field, radius: float(np.round(_quanta(field, radius) / 2)),
                 "You divided by h/e, London's own guess. The carriers are pairs, and the quantum is half as large."),
            slip("not_rounded", _quanta, "That is the flux applied, in quanta. The ring holds a whole number of them."),
            slip("rounded_down", lambda field, radius: float(np.floor(_quanta(field, radius))),
                 "You cut off what lies beyond the whole number. The ring chooses the nearest one, since its energy "
                 "is the least."),
            slip("diameter_squared", lambda field, radius: float(np.round(4 * _quanta(field, radius))),
                 "The radius of the bore is given; you squared the diameter."),
            slip("pi_forgotten", lambda field, radius: float(np.round(_quanta(field, radius) / np.pi)),
                 "The area of a circle has π in it."),
            slip("hbar_for_h", lambda field, radius: float(np.round(2 * np.pi * _quanta(field, radius))),
                 "ħ/2e instead of h/2e: the quantum belongs to a whole turn of the phase."),
            slip("rounded_up", lambda field, radius: float(np.ceil(_quanta(field, radius))),
                 "You rounded up. The nearest whole number has the least energy."),
        ),
        properties=(
            must("whole", lambda v, *case: np.all(v == np.round(v)), "A number of quanta is whole."),
            must("positive", lambda v, *case: np.all(v >= 0), "The field is positive, and so is the number of quanta."),
            must("nearest", lambda v, *case: np.all(np.abs(v - _quanta(*case)) <= 0.5 + 1e-9),
                 "The tube keeps the applied flux to within half a quantum. Is the area that of a circle, and are "
                 "gauss and µm turned into tesla and metres?"),
        ),
        meaning="A bore a tenth of a hair wide counts the flux of the Earth's field one by one, and the size of the "
                "step says that the carriers are pairs.",
    ),
    Task(
        name="heat_capacity_step", title="The step in the heat capacity", points=3, minutes=20,
        textbook=_aluminium,
        draw=lambda rng, case: _heat(
            rng.uniform(0.8, 5.0),
            rng.uniform(1.2, 10.0),
            rng.uniform(7.0, 15.0),
            rng.uniform(1.3, 1.7),
            np.sort(rng.uniform(0.2, 0.5, 8)),
        ),
        reference=_step,
        tolerance=1e-3,
        reason="k_B to three digits; the data follow an exponential, so that any honest fit of it agrees",
        hints=("An exponential in 1/T becomes a straight line. On which axes?",
               "ln C = constant − E/(k_B T): np.polyfit of ln C against 1/T; its slope has the unit kelvin.",
               "E is minus the slope, times k_B, and k_B is 0.0862 meV per kelvin."),
        slips=(
            slip("in_kelvin", times(meV / kelvin), "That is in kelvin: k_B is left out."),
            slip("in_eV", times(1e-3), "That is in eV; the question asks for meV."),
            slip("against_T", lambda T, C: _line(T, np.log(C)) * kelvin / meV,
                 "You fitted ln C against T. The exponent has T in the denominator: which axis makes it a straight "
                 "line?"),
            slip("sign", times(-1), "The slope is negative, the energy is not: C grows as it gets warmer."),
            slip("decimal_logarithm", lambda T, C: _step(T, C) / np.log(10),
                 "You took logarithms to base 10. An exponential e^(−E/T) asks for natural ones."),
            slip("power_law", lambda T, C: _line(np.log(T), np.log(C)),
                 "That is a power, from a line of ln C against ln T. It has no unit, and with other temperatures it "
                 "would be another power."),
            slip("doubled", times(2), "You doubled it. The exponent of this law is E/(k_B T) as it stands."),
            slip("fitted_C_over_T", lambda T, C: -_line(1 / T, np.log(C / T)) * kelvin / meV,
                 "You fitted C/T. A factor T in front shifts the slope; the law is for C itself."),
            slip("halved", times(0.5),
                 "You halved it. The exponent of this law is E itself, not an energy that two quasiparticles share."),
            slip("fitted_C_T_3_2", lambda T, C: -_line(1 / T, np.log(C * T**1.5)) * kelvin / meV,
                 "You fitted C T^(3/2). That factor belongs to the theory at the lowest temperatures; the law here "
                 "is the exponential alone."),
            slip("fitted_C_over_T_3_2", lambda T, C: -_line(1 / T, np.log(C / T**1.5)) * kelvin / meV,
                 "You fitted C/T^(3/2), as for the carriers of a semiconductor. The law here is the exponential "
                 "alone."),
        ),
        properties=(
            must("positive", lambda v, T, C: np.all(v > 0), "A step is an energy above zero."),
            must("not_too_large", lambda v, T, C: np.all(v < 100 * np.max(T) * kelvin / meV),
                 "The energy is of the order of k_B times the temperatures of the data; yours is far above. Check "
                 "the unit."),
            must("not_too_small", lambda v, T, C: np.all(v > 0.3 * np.max(T) * kelvin / meV),
                 "Far below k_B times the temperatures of the data. Then C would hardly change over their range; "
                 "check the slope and the unit."),
        ),
        meaning="A tenth of a millielectronvolt in aluminium, of the order of k_B Tc: an energy that none of the "
                "theories of chapter 01 contains.",
    ),
)

QUESTIONS = (
    Question(
        name="two_facts_not_one", title="Zero resistance and perfect diamagnetism are two facts", minutes=10,
        rubric=(
            (1, "without friction Faraday's law only freezes the field that is there: dB/dt = 0 inside, not B = 0"),
            (1, "cooled in a field, the perfect conductor keeps it and the superconductor expels it (Meissner and "
                "Ochsenfeld)"),
            (1, "no memory of the history: the superconductor is a phase in equilibrium, to which a free energy "
                "belongs"),
        ),
    ),
)
