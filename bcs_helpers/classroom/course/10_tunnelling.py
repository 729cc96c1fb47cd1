"""Chapter 10: a gap from an ohmmeter, two gaps from one curve, the excess current, and Josephson's two numbers."""

from functools import lru_cache

import numpy as np
from scipy.integrate import quad
from scipy.optimize.elementwise import find_root
from scipy.special import lambertw

from ...gap import gap
from ...response import yosida
from ...tunnelling import nis_conductance, point_contact_current, sis_current
from ...units import GHz, ampere, kelvin, meV, ohm
from ..tasks import Question, Task, must, slip, times

MICROAMPERE = 1e-6 * ampere


def _ohmmeter(Tc, t, stretch=1.0):
    """(T in K, G(0)/G_n) of a junction without broadening; the gap is BCS's times `stretch`."""
    T = np.asarray(t) * Tc
    return T, nis_conductance(0.0, T, stretch * gap(T, Tc), broadening=0.0)


def _draw_ohmmeter(rng, case):
    return _ohmmeter(rng.uniform(1.0, 9.0), np.sort(rng.uniform(0.2, 0.95, 5)), rng.uniform(0.95, 1.2))


def _gap_in_meV(T, ratio):
    """Δ in meV from Δ/k_B T."""
    return np.asarray(ratio) * T * kelvin / meV


def _inverse_yosida(G):
    """Δ/T at which the conductance at zero voltage, which is Yosida's function, is G."""
    return np.array(_inverse_of(tuple(G)))


@lru_cache(maxsize=200)  # several mistakes ask for the same
def _inverse_of(G):
    bracket = np.full(len(G), 1e-6), np.full(len(G), 600.0)
    return tuple(find_root(lambda x, G: np.log(yosida(1.0, x) / G), bracket, args=(np.array(G),)).x)


def _from_ohmmeter(T, G):
    return _gap_in_meV(T, _inverse_yosida(G))


def _two_metals(low, high, T):
    """(V in mV, e I R_n in meV) of a junction of two BCS metals with these critical temperatures in K, at T in K."""
    a, b = gap(T, low) * kelvin / meV, gap(T, high) * kelvin / meV
    V = np.arange(1, int(1000 * (1.25 + a / b))) * 1e-3 * b
    return V, sis_current(V, T * kelvin / meV, a, b)


def _draw_metals(rng, case):
    low = rng.uniform(1.0, 1.4)
    return _two_metals(low, rng.uniform(2.5, 4.5), rng.uniform(0.6, 0.85) * low)


def _features(V, current):
    """Voltages of the cusp and of the jump."""
    jump = np.argmax(np.diff(current))
    return V[np.argmax(current[:jump])], (V[jump] + V[jump + 1]) / 2


def _gaps(V, current):
    cusp, jump = _features(V, current)
    return np.array([jump - cusp, jump + cusp]) / 2


def _excess(Z):
    """e I_exc R_n/Δ = (D/2R) [1 − D²/(2(1 + R)√R) ln((1 + √R)/(1 − √R))], the BTK integral in closed form."""
    D = 1 / (1 + np.asarray(Z, float) ** 2)
    R = np.where(D < 1, 1 - D, 1e-4)  # in place of 0/0
    bracket = 1 - D**2 / ((1 + R) * np.sqrt(R)) * np.arctanh(np.sqrt(R))
    return np.where(D < 1, D / (2 * R) * bracket, 4 / 3)


def _inside(Z):
    """The part of it from inside the gap, ∫₀^Δ (G/G_n − 1) dV."""
    c = 1 + 2 * np.asarray(Z, float) ** 2
    root = np.where(c > 1, np.sqrt(c**2 - 1), 1.0)
    return np.where(c > 1, (1 + c) * np.arccosh(c) / (c * root), 2.0) - 1


def _single_charges(Z):
    """∫ [(1 + Z²)(1 − B) − 1] dV: each electron that does not come back counts once, and a hole brings nothing."""

    def above(u, c):
        E, s = np.cosh(u), np.sinh(u)
        return ((1 + c) / 2 * (1 - (c**2 - 1) * s**2 / (E + c * s) ** 2) - 1) * s

    far = np.array([quad(above, 0, 18, args=(1 + 2 * z**2,), limit=200)[0] for z in np.asarray(Z, float)])
    return (_inside(Z) + 1) / 2 - 1 + far


def _a_little_short(value, Z):
    """Less than the excess by up to a fifth, as without the tail of the integral."""
    share = value / _excess(Z)
    return np.all((share > 0.8) & (share < 1.002)) and np.any(share < 0.99)


def _numbers(Tc, T, R):
    """(I_c in µA, frequency in GHz at the voltage I_c R_n)."""
    voltage = point_contact_current(np.pi / 2, T, gap(T, Tc), 0.0) * kelvin
    return np.array([voltage / (R * ohm) / MICROAMPERE, 2 * voltage / GHz])


def _draw_junction(rng, case):
    Tc = rng.uniform(1.0, 10.0)
    return Tc, rng.uniform(0.55, 0.9) * Tc, rng.uniform(1.0, 100.0)


def _tanh_of(Tc, T, factor=0.5):
    return np.tanh(factor * gap(T, Tc) / T)


# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
    Task(
        name="gap_from_ohmmeter", title="A gap from an ohmmeter", points=4, minutes=35,
        textbook=lambda: (_ohmmeter(3.72, [0.24, 0.4, 0.6, 0.8, 0.94]),),
        draw=_draw_ohmmeter,
        reference=_from_ohmmeter,
        tolerance=2e-3, reason="a table or a quadrature of the conductance good to 1e-4 gives Δ to 1e-3, also near "
                               "Tc; the low-temperature formula misses by more",
        hints=("At zero voltage the conductance depends on one number only. Which? If you can compute it forwards, "
               "you can turn it round.",
               "G(0)/G_n = ∫dE N(E) [−f′(E)]: above the gap N = E/√(E² − Δ²), inside nothing, and both signs of E "
               "count.",
               "With E = Δ cosh u and x = Δ/k_BT the integral is ∫₀^∞ du x cosh u/[2cosh²(½x cosh u)]. Solve for x "
               "(brentq, or a table and np.interp), then Δ = x k_BT."),
        slips=(
            slip("bare_exponential", lambda T, G: _gap_in_meV(T, -np.log(G)),
                 "You took G = exp(−Δ/k_BT). The exponential is right, but there is a factor in front of it, and it "
                 "counts."),
            slip("normal_density", lambda T, G: _gap_in_meV(T, np.log(2 / G - 1)),
                 "You counted the thermal electrons beyond the gap as if their density of states were the normal "
                 "one. They pile up at the edge."),
            slip("cold_limit", lambda T, G: _gap_in_meV(T, -0.5 * lambertw(-(G**2) / np.pi, -1).real),
                 "You solved the formula with the square root, which is a limit for low temperature. The warm "
                 "points need the whole integral."),
            slip("two_Delta", times(2),
                 "You give 2Δ. One side of the junction is a normal metal; the window looks Δ away from the edge."),
            slip("one_side", lambda T, G: _from_ohmmeter(T, G / 2),
                 "A factor 2 in the conductance: electrons above the gap and holes below it conduct alike."),
            slip("over_kT", lambda T, G: _inverse_yosida(G),
                 "That is Δ/k_BT. Multiply by k_BT to have the gap in meV."),
            slip("in_kelvin", times(meV / kelvin), "That is Δ/k_B in kelvin: Boltzmann's constant is left out."),
            slip("in_ueV", times(1e3), "These gaps are in µeV; the question asks for meV."),
        ),
        properties=(
            must("positive", lambda v, T, G: np.all(v > 0), "A gap is positive."),
            must("in_range", lambda v, T, G: np.all((v > 0.01) & (v < 10)),
                 "Out of range: the gaps of such metals are tenths of a meV to a few meV. Check the units (k_B is "
                 "0.0862 meV/K)."),
            must("not_too_small", lambda v, T, G: np.all(v > 0.999 * _gap_in_meV(T, np.log(2 / G - 1))),
                 "Too small a gap at one temperature at least: there a density of states of 1 beyond it would "
                 "already conduct more than was measured, without any peak."),
            must("falls_with_temperature", lambda v, T, G: np.all(np.diff(v) < 0),
                 "A gap shrinks when the metal warms up; yours does not."),
        ),
        meaning="An ohmmeter and a thermometer see the whole curve Δ(T): at zero voltage the conductance knows "
                "nothing but Δ/k_BT, as long as no lifetime or leak fills the gap.",
    ),
    Task(
        name="gaps_without_a_fit", title="Two gaps read off one curve", points=3, minutes=20,
        textbook=lambda: (_two_metals(1.18, 3.72, 0.9),),
        draw=_draw_metals,
        reference=_gaps,
        tolerance=2e-2, reason="both features are known to one step of the voltage, a thousandth of the larger gap: "
                               "at most one per cent of the smaller",
        hints=("Plot the curve on a logarithmic axis. It has two features with names; where are they, in terms of "
               "the two gaps?",
               "The jump is the largest difference of neighbouring points (np.diff, np.argmax). The cusp is the "
               "highest current below it.",
               "The jump is at the sum of the gaps and the cusp at their difference. So half the sum of the two "
               "voltages is one gap, and half their difference the other. Return the smaller first."),
        slips=(
            slip("voltages", lambda V, I: np.array(_features(V, I)),
                 "Those are the voltages of the two features. The gaps are not read off directly, they are combined "
                 "in them."),
            slip("two_Delta", times(2),
                 "Too large by a factor of two: sum plus difference is two times the larger gap. (One Δ is asked, "
                 "not 2Δ.)"),
            slip("half_the_voltages", lambda V, I: np.array(_features(V, I)) / 2,
                 "Half the voltage would be right for two equal gaps. Here they differ, and each feature knows both."),
            slip("cusp_as_smaller_gap",
                 lambda V, I: np.array([_features(V, I)[0], np.subtract(*_features(V, I)[::-1])]),
                 "You took the cusp for the smaller gap. It marks where the two edges come to the same energy."),
            slip("order", lambda V, I: _gaps(V, I)[::-1], "The two gaps have changed places: the smaller one first."),
        ),
        properties=(
            must("positive_ascending", lambda v, V, I: 0 < v[0] < v[1],
                 "Two positive gaps are asked, the smaller one first."),
            must("sum_at_the_jump", lambda v, V, I: abs(v.sum() / _features(V, I)[1] - 1) < 0.02,
                 "Your gaps do not add up to the voltage of the jump: look for the steepest rise of the current."),
            must("difference_at_the_cusp", lambda v, V, I: abs(v[1] - v[0] - _features(V, I)[0]) < 0.02 * v[1],
                 "The jump is right, the cusp is not: look for the highest current below the jump."),
        ),
        meaning="Edges in place of a thermal window: with a second superconductor the gap is read off, at a "
                "temperature that would have blurred it.",
    ),
    Task(
        name="excess_current", title="What is left at high voltage", points=4, minutes=30,
        textbook=((np.array([0.0, 0.3, 0.6, 1.0, 2.0]),),),
        draw=lambda rng, case: (np.sort(rng.uniform(0.1, 2.5, 4)),),
        reference=_excess,
        tolerance=1e-2, reason="quadrature to infinity reaches 1e-8; an integral that ends at 1000 Δ misses 0.7 per "
                               "cent behind the strongest barrier",
        hints=("The current is the area under the conductance. Far above the gap it runs parallel to Ohm's line; "
               "which area is the distance between the two?",
               "Integrate G/G_n − 1 from V = 0 to infinity, at T = 0, where G/G_n = (1 + Z²)(1 + A − B) at the "
               "energy V. (andreev_reflection and normal_reflection of bcs_helpers.tunnelling return A and B.)",
               "Split at V = Δ, and go to infinity with V = Δ cosh u or quad(…, np.inf): the integrand falls like "
               "1/V² only, so an end at 10 Δ is not enough."),
        slips=(
            slip("stopped_at_gap", _inside,
                 "You stopped at the gap. Above it the conductance still differs from G_n, and for a strong barrier "
                 "that part is the larger."),
            slip("began_at_gap", lambda Z: _excess(Z) - _inside(Z),
                 "You began at the gap. The voltages below it belong to the current as well."),
            slip("normal_conductance", lambda Z: _excess(Z) / (1 + Z**2),
                 "You left out 1 + Z²: the current is asked in units of the contact's own normal conductance, which "
                 "the barrier lowers, too."),
            slip("term_missing", _single_charges,
                 "A term is missing in the conductance: an electron that comes back as a hole has carried two "
                 "charges across, 1 + A − B."),
            slip("both_signs", times(2),
                 "Too large by a factor of two: the integral over both signs of V counts the current of +V and of −V."),
            slip("sign", times(-1), "The sign: the current of the superconducting contact minus that of Ohm's line."),
            slip("halved", times(0.5),
                 "Exactly half of it. The integral from V = 0 upwards is the whole excess; it is not shared between "
                 "the two signs of V."),
            slip("no_barrier", lambda Z: np.full(np.shape(Z), 4 / 3),
                 "That is the excess of a contact without a barrier, for every Z. A barrier reflects electrons and "
                 "lowers it."),
            slip("clean_scaled", lambda Z: 4 / 3 / (1 + np.asarray(Z) ** 2),
                 "You scaled the clean contact's excess with the transmission. The barrier changes the shape of the "
                 "conductance as well: integrate for each Z."),
        ),
        properties=(
            must("positive", lambda v, Z: np.all(v > 0),
                 "The excess is positive: with any finite barrier a few electrons still come back as holes, and "
                 "each carries two charges."),
            must("falls_with_barrier", lambda v, Z: np.all(np.diff(v) < 0),
                 "A stronger barrier must leave less excess: Andreev reflection crosses it twice."),
            must("tail_cut_off", lambda v, Z: np.all(v > 0.5 / (1 + Z**2)),
                 "Too little for one barrier at least. Did the integral end at some finite voltage? The tail falls "
                 "like 1/V² only, and adds up."),
            must("below_clean", lambda v, Z: np.all(v < 2 / (1 + Z**2) + 1e-9),
                 "Too much: compare with the clean contact of the chapter, and let the barrier reduce it."),
            must("tail_nearly", lambda v, Z: not _a_little_short(v, Z),
                 "Nearly, but too small. Did the integral end at some finite voltage? The tail falls like 1/V² "
                 "only, and adds up."),
        ),
        meaning="A tunnel junction returns to Ohm's line, for it only moves states about; whoever finds an excess at "
                "high voltage has a contact that Andreev pairs can cross.",
    ),
    Task(
        name="josephson_numbers", title="How strong and how fast", points=3, minutes=20,
        textbook=((9.25, 4.2, 20.0), (1.18, 0.8, 100.0)),
        draw=_draw_junction,
        reference=_numbers,
        tolerance=2e-3, reason="constants to four digits are enough; the smallest slip, in the argument of the tanh, "
                               "is half a per cent",
        hints=("A tunnel junction carries without a voltage about as much as its normal resistance would carry at a "
               "voltage near the gap. The chapter has the formula, with temperature.",
               "I_c R_n is a voltage, and only the gap at the temperature T (bcs_helpers.gap.gap(T, Tc) returns it "
               "in kelvin) and the thermal quasiparticles decide how large it is. Any voltage makes the phase turn: "
               "which charge crosses it?",
               "I_c R_n = (πΔ/2e) tanh(Δ/2k_BT). One meV is one mV times e, and mV over Ω is mA. At the voltage V "
               "the phase turns at the angular frequency 2eV/ħ; cycles per second are asked, so 2eV/h."),
        slips=(
            slip("pi_half_missing", times(2 / np.pi),
                 "The factor π/2 is missing: the supercurrent is the normal current at the voltage πΔ/2e, not at Δ/e."),
            slip("clean_contact", times(2),
                 "Too large by a factor of two: you used πΔ (a clean contact at T = 0) or 2Δ. For a tunnel junction "
                 "it is πΔ/2."),
            slip("no_tanh", lambda Tc, T, R: _numbers(Tc, T, R) / _tanh_of(Tc, T),
                 "The factor tanh(Δ/2k_BT) is left out: thermal quasiparticles take part of the supercurrent away."),
            slip("argument_of_tanh", lambda Tc, T, R: _numbers(Tc, T, R) / _tanh_of(Tc, T) * _tanh_of(Tc, T, 1.0),
                 "The argument of the tanh is Δ/2k_BT: you left out the 2."),
            slip("at_zero_temperature", lambda Tc, T, R: _numbers(Tc, 1e-6 * Tc, R),
                 "That is the junction at T = 0. Take the temperature into account, in the gap and in the tanh."),
            slip("gap_at_zero", lambda Tc, T, R: _numbers(Tc, 1e-6 * Tc, R) * np.tanh(gap(0.0, Tc) / (2 * T)),
                 "You took the gap at T = 0; at the temperature T it is smaller."),
            slip("charge_e", lambda *case: _numbers(*case) * [1, 0.5],
                 "I_c is right; in the frequency the charge is that of a pair, 2e."),
            slip("omega", lambda *case: _numbers(*case) * [1, 2 * np.pi],
                 "I_c is right; the second number is an angular frequency. Divide by 2π to have cycles per second."),
            slip("charge_e_and_omega", lambda *case: _numbers(*case) * [1, np.pi],
                 "I_c is right; the second number is eV/ħ. It lacks the charge of a pair and the 2π of a cycle."),
            slip("in_mA", lambda *case: _numbers(*case) * [1e-3, 1], "The current is in mA; the question asks for µA."),
            slip("in_ampere", lambda *case: _numbers(*case) * [1e-6, 1],
                 "The current is in A; the question asks for µA."),
            slip("in_hertz", lambda *case: _numbers(*case) * [1, 1e9],
                 "The frequency is in Hz; the question asks for GHz (and for the current in µA)."),
            slip("order", lambda *case: _numbers(*case)[::-1], "The order: first the current, then the frequency."),
            slip("halved", times(0.5),
                 "Both are too small by a factor of two: a ½ stands beside Δ, which `gap` returns as it is."),
        ),
        properties=(
            must("below_cold_current", lambda v, Tc, T, R: np.all(v > 0) and v[0] < 1.001 * _numbers(Tc, 0.0, R)[0],
                 "Your junction carries more than it could at T = 0 (or a negative current). Check the formula and "
                 "the unit of the current."),
            must("frequency_fits_voltage",
                 lambda v, Tc, T, R: abs(v[1] / (v[0] * R) / (2e-6 * ampere * ohm / GHz) - 1) < 0.01,
                 "Your frequency does not belong to the voltage I_c R_n: with your current it must be 2eV/h."),
        ),
        meaning="The resistance sets the current, the gap alone the speed: hundreds of gigahertz for each millivolt, "
                "so such junctions detect radiation; and because f/V = 2e/h is exact, they realise the volt.",
    ),
)

QUESTIONS = (
    Question(
        name="why_the_gap_is_filled", title="Three ways to fill a gap", minutes=15,
        rubric=(
            (1, "names three causes: thermal smearing, broadening of the states (lifetime, Γ), Andreev pairs "
                "through a weak barrier"),
            (1, "temperature: cooling removes it exponentially; the other two leave a floor that does not move"),
            (1, "Γ against a leak: broadened states are conserved, so the current returns to Ohm's line; a leak "
                "leaves an excess current at high voltage (or: a barrier made thicker lowers G(0)/G_n of the leak "
                "only)"),
            (1, "a number: estimates from the chapter's formulas how large T, Γ or D would have to be"),
        ),
    ),
)
