"""Chapter 07: interference, the peak of nuclear relaxation and what limits it, gaps from T1, and an inductance."""

import numpy as np
from scipy.optimize import brentq
from scipy.special import expit

from ... import response
from ...gap import gap
from ...units import kelvin, meV, ohm, second
from ..tasks import Question, Task, must, slip, times

PICOHENRY = 1e-12 * ohm * second


# ---- interference -------------------------------------------------------------------------------------------


def _weight(E, E_final, Delta, Delta_final, parity):
    """½(1 − η ΔΔ′/EE′): the signs of the gaps included."""
    return 0.5 * (1 - parity * Delta * Delta_final / (E * E_final))


def _mean_amplitude(E, E_final, Delta, Delta_final, parity):
    """Mean of uu′ − η vv′ itself, not of its square."""

    def both(E, Delta):
        x = np.sqrt(1 - (Delta / E) ** 2)
        return np.sqrt((1 + x) / 2), np.sign(Delta) * np.sqrt((1 - x) / 2)

    (u, v), (u2, v2) = both(E, Delta), both(E_final, Delta_final)
    swap, swap2 = np.sign(Delta), np.sign(Delta_final)  # ξ → −ξ exchanges |u| and |v|
    pairs = [
        (a * b, c * d) for a, c in ((u, v), (np.abs(v), swap * u)) for b, d in ((u2, v2), (np.abs(v2), swap2 * u2))
    ]
    return sum(uu - parity * vv for uu, vv in pairs) / 4


def _one_branch(E, E_final, Delta, Delta_final, parity):
    x = np.sqrt(1 - (Delta / E) ** 2) * np.sqrt(1 - (Delta_final / E_final) ** 2)
    return _weight(E, E_final, Delta, Delta_final, parity) + 0.5 * x


def _draw_transitions(rng, case):
    Delta, Delta_final = rng.uniform(0.5, 1.5, 4), rng.uniform(0.5, 1.5, 4) * np.array([1, -1, -1, 1])
    E, E_final = Delta * rng.uniform(1.05, 2.5, 4), np.abs(Delta_final) * rng.uniform(1.05, 2.5, 4)
    return E, E_final, Delta, Delta_final, int(rng.choice([-1, 1]))


# ---- relaxation ---------------------------------------------------------------------------------------------


def _absorbed(case):
    return lambda omega, T, Delta: response.absorption(omega, T, Delta, case)


def _without_interference(omega, T, Delta):
    return (_absorbed(1)(omega, T, Delta) + _absorbed(2)(omega, T, Delta)) / 2


def _from_the_edge(omega, T, Delta):
    """v and E = Δ + ω sinh²v, with which both square roots at the edge go."""
    v = np.linspace(0, np.arcsinh(np.sqrt(40 * T / omega)), 4001)
    return v, Delta + omega * np.sinh(v) ** 2


def _with_one_energy(squared):
    """As the reference, but with 1 + Δ²/squared(E, E′)² in the place of 1 + Δ²/EE′."""

    def rate(omega, T, Delta):
        v, E = _from_the_edge(omega, T, Delta)
        final = E + omega
        weight = E * final * (1 + (Delta / squared(E, final)) ** 2) / np.sqrt((E + Delta) * (final + Delta))
        return 4 / omega * np.trapezoid(weight * (expit(-E / T) - expit(-final / T)), v)

    return rate


def _with_slope(omega, T, Delta):
    """As the reference, but with −f′(E) in the place of [f(E) − f(E′)]/ω."""
    v, E = _from_the_edge(omega, T, Delta)
    weight = (E * (E + omega) + Delta**2) / np.sqrt((E + Delta) * (E + omega + Delta))
    return np.trapezoid(weight / (T * np.cosh(E / (2 * T)) ** 2), v)


def _normal_from_zero(omega, T, Delta):
    """As the reference, but the normal metal's integral runs over E > 0 only, and is taken twice."""
    half = omega - T * np.log((1 + np.exp(omega / T)) / 2)  # ∫₀^∞ [f(E) − f(E + ω)] dE = ∫₀^ω f dE
    return _absorbed(2)(omega, T, Delta) * omega / (2 * half)


def _draw_spin_flip(rng, case):
    t = rng.uniform(0.5, 0.95)
    return 10 ** rng.uniform(-1.2, -0.4), t, gap(t, 1.0)


def _summed(weight, inside=True):
    """R_s/R_n by a sum over E with the given weight(E, N, M); without the states inside the gap if asked."""

    def rate(T, Delta, Gamma):
        s = np.linspace(-np.arcsinh(Delta / Gamma) if inside else 0, np.arcsinh(40 * T / Gamma), 2001)
        E = Delta + Gamma * np.sinh(s)
        root = np.sqrt(E + 1j * Gamma - Delta) * np.sqrt(E + 1j * Gamma + Delta)
        N, M = ((E + 1j * Gamma) / root).real, (Delta / root).real
        return np.trapezoid(Gamma * np.cosh(s) / (2 * T * np.cosh(E / (2 * T)) ** 2) * weight(E, N, M), s)

    return rate


def _width_over_gap(ratio, T, Delta, rate=lambda T, Delta, Gamma: response.relaxation_rate(T, Delta, broadening=Gamma)):
    """Γ/Δ at which the rate is the measured one; T in kelvin, Δ in meV."""
    T, Delta = T * kelvin, Delta * meV
    return np.exp(brentq(lambda g: rate(T, Delta, np.exp(g) * Delta) - ratio, np.log(1e-14), 0.0, xtol=1e-12))


def _leading_logarithm(ratio, T, Delta):
    x = Delta * meV / (2 * T * kelvin)
    return np.exp(-ratio * np.cosh(x) ** 2 / x)


def _draw_rate(rng, case):
    t, Tc = rng.uniform(0.8, 0.95), rng.uniform(1.0, 4.5)
    Delta = gap(t * Tc * kelvin, Tc * kelvin)
    ratio = response.relaxation_rate(t * Tc * kelvin, Delta, broadening=10 ** rng.uniform(-3, -1.2) * Delta)
    return round(ratio, 3), round(t * Tc, 4), round(Delta / meV, 5)


# ---- gaps from relaxation times -----------------------------------------------------------------------------


def _relaxation_times(rng, case=0):
    """Synthetic T1 of a cold superconductor, in seconds, with two per cent of noise."""
    Tc, ratio = rng.uniform(1.0, 4.0) * kelvin, rng.uniform(3.4, 4.0)
    T = Tc / np.linspace(2.5, 5.0, 12)
    Delta = gap(T, Tc) * ratio / 3.528
    rate = response.relaxation_rate(T, Delta, broadening=1e-4 * ratio / 2 * Tc)
    T1 = 1.8 / (T / kelvin) / rate * np.exp(0.02 * rng.normal(size=T.size))
    return (T / kelvin).round(4), np.array([float(f"{x:.3g}") for x in T1])


def _arrhenius(T, T1):
    return np.polyfit(1 / T, np.log(T1), 1)[0]


# ---- inductance ---------------------------------------------------------------------------------------------


def _inductance(R, T, Tc, Delta=gap, thermal=True):
    """L = ħR/πΔ tanh(Δ/2T) in pH."""
    T, Tc = T * kelvin, Tc * kelvin
    D = Delta(T, Tc)
    return R * ohm / (np.pi * D * (np.tanh(D / (2 * T)) if thermal else 1)) / PICOHENRY


# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
    Task(
        name="transition_weight", title="Gaps of two signs", points=3, minutes=25,
        textbook=(
            (
                np.array([1.0, 1.5, 1.5, 3.0]),
                np.array([1.0, 2.0, 2.0, 3.0]),
                np.array([0.9, 1.0, 1.0, 1.0]),
                np.array([0.9, 1.0, -1.0, -2.0]),
                -1,
            ),
            (
                np.array([1.5, 1.5, 2.0]),
                np.array([2.0, 2.0, 1.25]),
                np.array([1.0, 1.0, 1.0]),
                np.array([1.0, -1.0, -1.0]),
                1,
            ),
        ),
        draw=_draw_transitions,
        reference=_weight,
        tolerance=1e-6, reason="a mean of four squares: nothing but rounding",
        hints=("An energy E belongs to two states, with ξ = +√(E² − Δ²) and −√(E² − Δ²). Which amplitudes u, v has "
               "each of them, and what does the sign of Δ change?",
               "u and v are the components of the eigenvector of the matrix (ξ, Δ; Δ, −ξ) with the energy +E: the "
               "sign of Δ makes v negative.",
               "The amplitude of the two paths together is uu′ − η vv′. Square it first, then take the mean over the "
               "four combinations of signs of ξ and ξ′.",
               "In numbers: u = √(½(1 + ξ/E)), and v = √(½(1 − ξ/E)) with the sign of Δ. The same with primes."),
        slips=(
            slip("cases_exchanged", lambda E, F, D, G, parity: _weight(E, F, D, G, -parity),
                 "The two cases have changed places: a probe that time reversal leaves as it is (η = +1) subtracts, "
                 "because the second path brings its own minus sign."),
            slip("absolute_gaps", lambda E, F, D, G, parity: _weight(E, F, np.abs(D), np.abs(G), parity),
                 "You took only the size of the gaps. Where the gap is negative, v is negative as well, and the two "
                 "paths interfere the other way."),
            slip("positive_xi_only", _one_branch,
                 "You took ξ and ξ′ positive only. Each energy has an electron-like and a hole-like state; take the "
                 "mean over both."),
            slip("ratio_to_normal", times(2),
                 "Too large by a factor of two: that is the ratio to the normal metal, whose factor is one half."),
            slip("amplitude_averaged", _mean_amplitude,
                 "You averaged the amplitude. Different final states do not interfere: square first."),
            slip("halved", times(0.5),
                 "Half of it. The two paths add as they are, without a 1/√2, and the mean is over four combinations "
                 "of signs."),
            slip("summed", times(4), "You summed over the four combinations of signs instead of taking the mean."),
        ),
        properties=(
            must("probability", lambda v, *case: np.all((np.real(v) > -1e-9) & (np.real(v) < 1 + 1e-9)),
                 "The mean of a squared overlap of normalised states lies between zero and one."),
            must("interferes_both_ways",
                 lambda v, E, F, D, G, parity: np.all(np.sign(0.5 - np.real(v)) == np.sign(parity * D * G)),
                 "In one transition at least the two paths interfere the wrong way: with equal gaps η = +1 must "
                 "come out below one half and η = −1 above, and with gaps of opposite sign the other way round."),
        ),
        meaning="A sign between two gaps exchanges the roles of sound and spin: a peak that is missing can be the "
                "trace of a gap that changes sign.",
    ),
    Task(
        name="relaxation_ratio", title="How fast nuclear spins relax", problem="1096880", points=4, minutes=40,
        textbook=((0.05, 0.9, 0.9284), (0.3, 0.6, 1.5998)),
        draw=_draw_spin_flip,
        reference=_absorbed(2),
        tolerance=1e-3, reason="an integral with two inverse square roots at its end, done with some care; what "
                               "makes a difference in physics is larger",
        hints=("The question names all the factors of the rate. What does the coherence factor of case II do at the "
               "edge of the gap? And what must the ratio be without a gap?",
               "Put together: N(E) N(E′), twice the coherence factor of case II, which is 1 + Δ²/EE′, and the "
               "thermal window [f(E) − f(E′)]/ω. Quasiparticles are both electrons and holes: what does that do to "
               "an integral that starts at Δ?",
               "N N′ (1 + Δ²/EE′) = (EE′ + Δ²)/(√(E² − Δ²) √(E′² − Δ²)). Integrate over E > Δ and take it twice; for "
               "Δ = 0 the result must be one when ω is small.",
               "With E = Δ + ω sinh²v both square roots at the edge go: dE/√((E − Δ)(E′ − Δ)) = 2 dv, and the rest "
               "is smooth."),
        slips=(
            slip("case_one", _absorbed(1),
                 "You subtracted the two paths: that is case I, sound. A spin is odd under time reversal and adds "
                 "them."),
            slip("no_interference", _without_interference,
                 "The densities of states alone: the interference of the two paths is missing, 1 + Δ²/EE′."),
            slip("particles_only", times(0.5),
                 "Too small by a factor of two: an integral over E > Δ counts the particles, and the holes "
                 "contribute as much."),
            slip("doubled", times(2),
                 "Too large by a factor of two: check the normal metal, Δ = 0, where the ratio must be one."),
            slip("sound", lambda omega, T, Delta: 2 / (np.exp(Delta / T) + 1),
                 "That is the answer for sound, where the interference cancels the crowded edge. For spins it does "
                 "the opposite."),
            slip("omega_as_width", lambda omega, T, Delta: response.relaxation_rate(T, Delta, broadening=omega),
                 "You took ω for a width of the levels. Here they are sharp, and the final state lies at E + ω."),
            slip("not_divided", lambda omega, T, Delta: _absorbed(2)(omega, T, Delta) * omega / -np.expm1(-omega / T),
                 "You did not divide by the normal metal: there the integral of f(E)[1 − f(E′)] is ω/(1 − e^(−ω/T))."),
            slip("divided_by_T",
                 lambda omega, T, Delta: _absorbed(2)(omega, T, Delta) * omega / T / -np.expm1(-omega / T),
                 "You divided by T, the normal metal's integral for ω → 0. At a finite ω it is ω/(1 − e^(−ω/T))."),
            slip("normal_positive_energies", _normal_from_zero,
                 "Your normal metal counts only E > 0, twice. It has no gap: electrons also go from below E = 0 to "
                 "above, so integrate over all E; the rate is then ω/(1 − e^(−ω/T))."),
            slip("slope_of_f", _with_slope,
                 "You used the slope of f at E. The quasiparticle ends at E + ω: a finite ω needs the difference "
                 "f(E) − f(E + ω)."),
            slip("first_energy_squared", _with_one_energy(lambda E, F: E),
                 "Your coherence factor has the square of the first energy. It contains both, the one before and "
                 "the one after."),
            slip("final_energy_squared", _with_one_energy(lambda E, F: F),
                 "Your coherence factor has the square of the final energy. It contains both, the one before and "
                 "the one after."),
        ),
        properties=(
            must("positive", lambda v, *case: np.all(v > 0), "A rate is positive."),
            must("above_sound", lambda v, omega, T, Delta: np.all(v > 2 / (np.exp((Delta + omega) / T) + 1)),
                 "The crowded states at the edge of the gap and the interference both raise the rate: it must be "
                 "larger than that of sound, which feels neither."),
            must("integral_not_coarse", lambda v, *case: not 1e-3 < abs(v / _absorbed(2)(*case) - 1) < 0.02,
                 "Nearly. Probably the formula is right and the integral is not: at its lower end the integrand is "
                 "infinite, and an even grid misses a part of it. Substitute for E, or cut the range finely there."),
        ),
        meaning="Below Tc the rate first rises above the normal one, and by how much is decided by the smallest "
                "energy that cuts the integral off.",
    ),
    Task(
        name="width_from_rate", title="What a measured rate knows", problem="1096880", points=3, minutes=30,
        textbook=((2.0, 1.05, 0.1061), (1.6, 3.0, 0.2965)),
        draw=_draw_rate,
        reference=_width_over_gap,
        tolerance=1e-2,
        reason="the rate depends on the logarithm of the width: a rate good to 0.4 per cent gives it to one per cent",
        hints=("First go the other way: which rate belongs to a given width? Then ask how this rate changes when the "
               "width grows.",
               "R_s/R_n = 2∫dE (−f′)(N² + M²) over E > 0, with the N and M of the question. Take k_BT in meV, as Δ.",
               "The smaller the width the higher the rate, without end. So there is one Γ for each measured rate: a "
               "root, best looked for on a logarithmic scale.",
               "The chapter's rates (or relaxation_rate of bcs_helpers.response) gives the rate; brentq over ln(Γ/Δ) "
               "from −20 to 0 finds the width. If it finds no change of sign there, look at the units: Δ is in meV, "
               "T in kelvin."),
        slips=(
            slip("in_meV", lambda ratio, T, Delta: _width_over_gap(ratio, T, Delta) * Delta,
                 "That is Γ in meV. The question asks for it over the gap: divide by Δ."),
            slip("no_interference", lambda *case: _width_over_gap(*case, rate=_summed(lambda E, N, M: N**2)),
                 "Without interference the edge counts half, and the width comes out far too small: the weight is "
                 "N² + M²."),
            slip("integral_from_gap",
                 lambda *case: _width_over_gap(*case, rate=_summed(lambda E, N, M: N**2 + M**2, inside=False)),
                 "Your integral starts at Δ. Levels with a width reach into the gap: begin at E = 0."),
            slip("over_two_Delta", times(0.5),
                 "You divided by the pair-breaking energy 2Δ; the width over Δ is asked."),
            slip("leading_logarithm", _leading_logarithm,
                 "That is the leading logarithm alone. A constant stands beside it, and a small change of the rate "
                 "is a large one of the width: take the whole integral."),
            slip("full_width", times(2), "That is 2Γ, the full width of a level. The Γ in z = E + iΓ is half of it."),
        ),
        properties=(
            must("positive", lambda v, *case: np.all(v > 0), "A width is positive."),
            must("not_too_broad", lambda v, *case: np.all(v < 0.5),
                 "With so broad a level hardly any peak would be left; the rate given lies well above the normal one."),
        ),
        meaning="BCS does not predict the height of the peak; the height measures how sharp the edge of the gap is, "
                "on a logarithmic scale.",
    ),
    Task(
        name="gap_from_relaxation", title="The gap from relaxation times", points=3, minutes=20,
        textbook=lambda: (_relaxation_times(np.random.default_rng(7)),),
        draw=_relaxation_times,
        reference=lambda T, T1: _arrhenius(T, T1) * kelvin / meV,
        tolerance=2e-3, reason="the least-squares line through the same points, and k_B to three digits",
        hints=("Relaxation needs a quasiparticle. How many are there when it is cold, as a function of 1/T?",
               "1/T1 goes like e^(−Δ/k_BT): ln T1 against 1/T is a straight line. np.polyfit finds its slope, in "
               "kelvin.",
               "Multiply the slope by k_B, which is 0.0862 meV per kelvin."),
        slips=(
            slip("in_kelvin", times(meV / kelvin),
                 "That is Δ/k_B in kelvin: multiply by Boltzmann's constant in meV/K."),
            slip("two_Delta", times(2),
                 "You gave 2Δ. To break a pair costs 2Δ, but the line is asked for the gap Δ of one quasiparticle."),
            slip("halved", times(0.5),
                 "You halved the slope. One quasiparticle of energy Δ flips the spin, and its Boltzmann factor is "
                 "e^(−Δ/k_BT)."),
            slip("sign", times(-1), "The sign: the slope of ln(1/T1) is −Δ, and a gap is positive."),
            slip("decimal_logarithm", lambda T, T1: _arrhenius(T, T1) * kelvin / np.log(10),
                 "You took the logarithm to base ten; Boltzmann's factor is a power of e."),
            slip("against_T", lambda T, T1: np.polyfit(T, np.log(T1), 1)[0] * kelvin,
                 "You fitted against T. The exponent is Δ/k_BT, so the straight line is against 1/T."),
            slip("fitted_T1_T", lambda T, T1: _arrhenius(T, T1 * T) * kelvin,
                 "You fitted T1·T. That takes the normal metal's factor T out, but when cold another factor 1/T "
                 "comes with the states at the gap edge and cancels it: T1 itself is the straighter line."),
        ),
        properties=(
            must("above_kT", lambda v, T, T1: np.all(v > np.max(T) * kelvin),
                 "The rate falls so steeply because k_BT is much smaller than the gap, in the same unit."),
            must("not_too_large", lambda v, T, T1: np.all(v < 100 * np.max(T) * kelvin),
                 "With so large a gap there would be no quasiparticle left at these temperatures: look at the unit."),
        ),
        meaning="The peak depends on the broadening, the cold slope on hardly anything but the gap: two measurements "
                "in one curve.",
    ),
    Task(
        name="sheet_inductance", title="An inductance without a coil", points=3, minutes=30,
        textbook=((500.0, 4.2, 10.0), (2.0, 1.0, 1.2)),
        draw=lambda rng, case: (
            rng.uniform(1.0, 900.0),
            *(np.array([rng.uniform(0.45, 0.95), 1.0]) * rng.uniform(1.0, 15.0)),
        ),
        reference=_inductance,
        tolerance=5e-3,
        reason="ħ = 1.05e-34 J s is off by 0.43 per cent; the corrections by temperature are several per cent",
        hints=("What is missing from the absorption has become the condensate. With which σ₂ does it answer at low "
               "frequency?",
               "σ₂/σ_n → π (Δ/ħω) tanh(Δ/2k_BT). An inductance L passes the current V/iωL: compare it with a sheet "
               "of conductance σ₂/(σ_n R).",
               "So 1/ωL = σ₂/(σ_n R). The ω drops out: L is R times ħ/πΔ, over tanh(Δ/2k_BT). gap(T, Tc) of "
               "bcs_helpers.gap is Δ in the unit of Tc; 1 Ω s = 10¹² pH."),
        slips=(
            slip("thermal_factor_missing", lambda R, T, Tc: _inductance(R, T, Tc, thermal=False),
                 "The thermal factor is missing: quasiparticles take a part of the response away, tanh(Δ/2k_BT)."),
            slip("gap_at_zero", lambda R, T, Tc: _inductance(R, T, Tc, Delta=lambda T, Tc: gap(0.0, Tc)),
                 "You used the gap at T = 0. At this temperature it is smaller."),
            slip("at_zero_temperature",
                 lambda R, T, Tc: _inductance(R, T, Tc, Delta=lambda T, Tc: gap(0.0, Tc), thermal=False),
                 "That is the inductance at T = 0. Warmth closes the gap and takes part of the condensate away."),
            slip("argument_of_tanh",
                 lambda R, T, Tc: _inductance(R, T, Tc) * np.tanh(x := gap(T, Tc) / (2 * T)) / np.tanh(2 * x),
                 "The argument of tanh is Δ/2k_BT; the 2 is missing."),
            slip("gap_in_units_of_Tc", lambda R, T, Tc: _inductance(R, T, Tc) * Tc,
                 "gap(t, 1.0) is Δ in units of k_BTc: multiply it by k_B and by Tc."),
            slip("two_Delta", times(0.5), "Half: the formula has Δ, and the pair-breaking energy 2Δ has slipped in."),
            slip("h_for_hbar", times(2 * np.pi), "Too large by 2π: h was taken for ħ."),
            slip("pi_forgotten", times(np.pi), "Too large by π: the two crowded edges of the gap bring a π into σ₂."),
            slip("in_henry", times(1e-12), "That is in henry: a picohenry is 10⁻¹² of it."),
            slip("half_beside_Delta", times(2),
                 "Too large by a factor of two. Has a ½ slipped in beside Δ, such as that of a tunnel junction's "
                 "critical current?"),
        ),
        properties=(
            must("positive", lambda v, *case: np.all(v > 0), "The condensate has inertia: its inductance is positive."),
            must("in_range", lambda v, R, T, Tc: np.all((v > 0.1 * R / Tc) & (v < 100 * R / Tc)),
                 "The order of magnitude is off: look at the units (ħ in J s, k_B in J/K, and 10¹² pH in a henry)."),
        ),
        meaning="A dirty film with a low Tc is a large inductance of almost no size: resonators and detectors are "
                "made of it.",
    ),
)

QUESTIONS = (
    Question(
        name="no_peak_no_s_wave", title="No peak: no s-wave?", minutes=15,
        rubric=(
            (1, "a peak needs two things: crowded states at a sharp gap edge, and interference that does not cancel "
                "them (case II)"),
            (1, "a broad edge (strong coupling, short lifetimes, a spread of the gap) removes it: an s-wave is not "
                "excluded"),
            (1, "a gap that changes sign or has nodes removes it as well: there the interference averages out, and "
                "the edge is less crowded"),
            (1, "another measurement that tells them apart, e.g. the cold limit (activated or a power of T), or the "
                "Knight shift"),
        ),
    ),
)
