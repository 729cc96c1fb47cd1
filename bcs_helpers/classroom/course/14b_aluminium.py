"""Project 14b: heat capacity and critical field of aluminium from γ and Tc alone."""

import numpy as np
from scipy.integrate import cumulative_trapezoid

from ... import gap as physics
from ...materials import elements
from ...thermodynamics import critical_field_at_zero, density_of_states_from_gamma, entropy, heat_capacity
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


def _from_heat(t, C, at, power=0.5, divide=True):
    """H_c/H_c(0) at the temperatures `at`, by integrating twice; other powers and integrands are mistakes."""
    ratio = np.divide(C, t, out=np.zeros_like(C), where=t > 0) if divide else C
    entropy = cumulative_trapezoid(ratio, t, initial=0.0)
    area = cumulative_trapezoid(t - entropy, t, initial=0.0)
    return np.interp(at, t, np.maximum((area[-1] - area) / area[-1], 0.0) ** power)


def _from_zero(t, C, at):
    """With the area from 0 to t in the place of that from t to 1."""
    return np.sqrt(1 - _from_heat(t, C, at) ** 2)


def _curve(rng, case):
    t = np.linspace(0.0, 1.0, int(rng.integers(301, 601)))
    # aluminium's own curve, and others that a real metal might have: a normal part beside the paired one
    share = rng.uniform(0.0, 0.3)
    return t, (1 - share) * _heat(t) + share * 3 * t**3, np.sort(np.append(rng.uniform(0.1, 0.9, 6), 0.0))


def _jump(slope, Tc, volume):
    """ΔC in mJ/(mol K): slope in G/K; 1 erg/cm³ is 1e-4 mJ/cm³."""
    return 1e-4 * volume * Tc * slope**2 / (4 * np.pi)


def _metal(rng, case):
    return rng.uniform(0.5, 8.0), rng.uniform(7.0, 20.0), rng.uniform(0.5, 5.0)


EVEN = np.linspace(0.0, 1.0, 401)

# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
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
               "In units Tc = 1 take gap(t, 1.0) from bcs_helpers.gap and a step of 1e-4 in t; above t = 1 the "
               "metal is normal."),
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
        name="field_from_heat", title="Calculate the field from the heat capacity", points=5, minutes=40,
        textbook=lambda: ((EVEN, _heat(EVEN), np.linspace(0.0, 0.9, 19)),),
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
        name="jump_from_field", title="Use Rutgers' relation", points=3, minutes=20,
        textbook=((-155.0, TC, VOLUME),),
        draw=lambda rng, case: (-rng.uniform(80.0, 300.0), rng.uniform(0.5, 5.0), rng.uniform(7.0, 20.0)),
        reference=_jump,
        tolerance=2e-3, reason="a closed formula; only the units can go wrong",
        hints=("F_n − F_s per volume is H²/8π. Heat capacity is −T times its second derivative. What is left at Tc, "
               "where H is zero?",
               "Differentiate H² twice by the product rule and put H = 0: only the first derivative squared survives.",
               "In Gaussian units T/4π times the squared slope is in erg/(cm³ K): 1 erg is 10⁻⁴ mJ, and a mole has "
               "the molar volume."),
        slips=(
            slip("halved", times(0.5), "The second derivative of H² gives two times the squared slope."),
            slip("temperature_missing", lambda s, Tc, v: _jump(s, Tc, v) / Tc,
                 "One factor of the temperature is missing."),
            slip("per_volume", lambda s, Tc, v: _jump(s, Tc, 1.0), "That is per cubic centimetre; per mole is asked."),
            slip("sign", times(-1), "The sign: the superconductor has the larger heat capacity at Tc."),
            slip("in_erg", times(1e4), "That is in erg; mJ are asked, and 1 erg is 10⁻⁴ mJ."),
            slip("in_joule", times(1e-3), "That is in J; mJ are asked."),
            slip("gauss_for_tesla", times(1e8), "In the formula with μ0 the slope is in T/K: 1 G is 10⁻⁴ T."),
        ),
        properties=(
            must("positive", lambda value, s, Tc, v: np.all(value > 0),
                 "The heat capacity jumps up as the metal becomes superconducting."),
            must("in_range", lambda value, s, Tc, v: np.all((value > 0.01) & (value < 1000)),
                 "The jump of such a metal is of the order of one to ten mJ/(mol K): look at the units."),
        ),
        meaning="Thermodynamics alone, no BCS: whatever makes a metal superconducting has to obey it.",
    ),
)

QUESTIONS = (
    Question(
        name="what_two_numbers_know", title="Say what the two numbers tell", minutes=15,
        rubric=(
            (1, "says which numbers of aluminium follow from γ and Tc, with the size of the deviations, and that "
                "field, parabola and heat capacity come from one calorimeter"),
            (1, "tells what tests BCS (the shape of C(T); tin's measured field and jump) from what any superconductor "
                "must obey (Rutgers, equal entropies at Tc, field from heat capacity) and from what tests nothing "
                "(Rutgers with the slope of BCS)"),
            (1, "names a reason for a deviation: error of γ or Tc, molar volume, anisotropy of the gap, phonons in the "
                "measured heat"),
        ),
    ),
)
