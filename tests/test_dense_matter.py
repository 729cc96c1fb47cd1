"""Quark masses, colour superconductivity, neutron matter: reference rows, limits, second routes, bad input."""

from itertools import pairwise

import mpmath as mp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.optimize import brentq, minimize_scalar

from bcs_helpers import dense_matter as dm
from bcs_helpers import limits
from bcs_helpers.units import MeV, fm, kelvin, speed_of_light

from .conftest import close, rows


def digits(text):
    """1e-12, or half a unit of the last digit that the reference row prints, if that is more."""
    return max(1e-12, 0.5 * 10.0 ** -len(text.partition(".")[2]) / abs(float(text)))


@pytest.mark.parametrize("row", rows("njl"), ids=lambda row: row["Lambda_MeV"])
def test_the_quark_vacuum_meets_every_reference_value(row):
    """Constituent mass, condensate and pion decay constant of the vacuum for three sets of parameters."""
    cutoff, coupling, current_mass = (float(row[key]) for key in ("Lambda_MeV", "G_Lambda2", "m0_MeV"))
    M = dm.quark_mass(0.0, coupling, cutoff, current_mass)
    condensate = np.cbrt(dm.quark_condensate(0.0, M, cutoff))
    f_pi = dm.pion_decay_constant(0.0, M, cutoff)
    for value, name in (
        (M, "M_MeV"),
        (condensate, "qq_per_flavour_cuberoot_MeV"),
        (f_pi, "fpi_chiral_MeV"),
    ):
        assert close(value, row[name], rel=digits(row[name]))
    # Gell-Mann–Oakes–Renner: f_π² m_π² = −2 m0 ⟨q̄q⟩ gives a pion of 135–138 MeV
    assert 130 < np.sqrt(-2 * current_mass * condensate**3) / f_pi < 140


# ---- quark mass ------------------------------------------------------------------------------------------------


def gap_residual(M, T, coupling, current_mass):
    """1 − m0/M − (12G/π²) ∫₀¹ dp p² tanh(E/2T)/E, in 30 digits and with Λ = 1."""
    M, T = mp.mpf(M), mp.mpf(T)

    def integrand(p):
        E = mp.sqrt(p * p + M * M)
        return p * p / E * (mp.tanh(E / 2 / T) if T else 1)

    ends = sorted({mp.mpf(0), mp.mpf(1), *(x for x in (M / 4, M, 4 * M, T, 5 * T, 20 * T) if 0 < x < 1)})
    return 1 - mp.mpf(current_mass) / M - 12 * mp.mpf(coupling) / mp.pi**2 * mp.quad(integrand, ends)


@pytest.mark.parametrize(("M", "T", "mu", "m0"), [(0.4, 0.1, 0, 0.01), (0.2, 0.05, 0.45, 0), (-0.3, 0.2, 0.3, 0.02)])
def test_the_slope_of_the_free_energy_is_the_gap_equation(M, T, mu, m0):
    """dΩ/dM = (M − m0)/2G − (6/π²) ∫ dp p² (M/E) [1 − f(E − μ) − f(E + μ)], with the states that the sea blocks."""

    def left(p):
        E = np.hypot(p, M)
        return p**2 * M / E * (np.tanh((E - mu) / 2 / T) + np.tanh((E + mu) / 2 / T)) / 2

    expected = (M - m0) / (2 * 2.06) - 6 / np.pi**2 * quad(left, 0, 1, points=(0.1, mu or 0.5), epsabs=1e-13)[0]
    energy = dm.quark_free_energy(M + 1e-3 * np.arange(-2, 3), T, mu, 2.06, 1.0, m0)
    assert close(energy @ np.array([1, -8, 0, 8, -1]) / 12e-3, expected, rel=1e-8, abs=1e-10)


def test_free_energy_of_cold_quarks():
    """A sea that does not reach the mass changes nothing; without mass its pressure is μ⁴/2π². Minima: `quark_mass`."""
    empty, filled = dm.quark_free_energy(0.45, 2e-3, np.array([0.0, 0.3]), 2.06, 1.0)
    assert close(filled - empty, 0.3**4 / (2 * np.pi**2), rel=1e-3)  # heat adds (πT/μ)²
    T = np.array([0.02, 0.15])
    trial = np.linspace(0.01, 0.8, 2001)[:, None]
    lowest = trial[dm.quark_free_energy(trial, T, 0.0, 2.06, 1.0, 0.01).argmin(axis=0), 0]
    assert close(lowest, dm.quark_mass(T, 2.06, 1.0, 0.01), abs=4e-4, rel=0)


@pytest.mark.parametrize(
    ("T", "coupling", "current_mass"),
    [
        (0.0, 1.65, 0.0),
        (0.0, 50.0, 0.0),
        (0.0, 1.3, 1e-7),
        (0.0, 0.1, 10.0),
        (0.05, 1.9, 0.003),
        (0.2, 2.19, 0.0),
        (0.4, 2.19, 0.008),
        (30.0, 200.0, 1e-4),
        (1e-8, 1.7, 1e-12),
        (0.0, 2.0, 1e-200),
        (0.1, 1e8, 1e-10),
    ],
)
def test_the_mass_solves_the_gap_equation(T, coupling, current_mass):
    """The root is a root of the same equation in 30-digit quadrature, from the critical coupling to M ≫ Λ."""
    M = dm.quark_mass(T, coupling, 1.0, current_mass)
    with mp.workdps(30):
        up, down = (gap_residual(M * (1 + e), T, coupling, current_mass) for e in (1e-12, -1e-12))
    assert up > 0 > down


def test_chiral_symmetry_breaks_above_the_critical_coupling():
    """m0 = 0, T = 0: M = 0 up to GΛ² = π²/6; then 1 − π²/6GΛ² = 1 − √(1+x²) + x² arsinh(1/x), x = M/Λ."""
    assert np.all(dm.quark_mass(0.0, dm.CRITICAL_COUPLING * np.array([0.1, 0.9, 1.0]), 600.0) == 0.0)
    coupling = dm.CRITICAL_COUPLING * np.array([1.01, 1.3, 2.0, 10.0])
    x = dm.quark_mass(0.0, coupling, 1.0)
    closed = 1 - np.sqrt(1 + x**2) + x**2 * np.arcsinh(1 / x)
    assert close(closed, 1 - dm.CRITICAL_COUPLING / coupling, rel=2e-13)


def test_the_chiral_transition_is_of_second_order():
    """m0 = 0: M ∝ √(T_χ − T) below T_χ, exactly 0 at and above; M is continuous, its slope is not."""
    Tc = dm.chiral_transition_temperature(2.19, 631.0)
    assert np.all(dm.quark_mass(Tc * np.array([1.0, 1 + 1e-15, 1.5, 100.0]), 2.19, 631.0) == 0.0)
    t = np.array([1e-6, 1e-8])
    ratio = dm.quark_mass(Tc * (1 - t), 2.19, 631.0) / np.sqrt(t)
    assert close(ratio[0], ratio[1], rel=2e-6)
    assert ratio[1] > 100


def test_a_current_mass_makes_the_transition_smooth():
    """m0 > 0: M falls monotonically, never below m0, and reaches m0 far above T_χ."""
    T = np.linspace(20, 2000, 199)
    M = dm.quark_mass(T, 2.19, 631.0, 5.5)
    assert np.all(np.diff(M) < 0) and np.all(M > 5.5)
    assert close(dm.quark_mass(1e9, 2.19, 631.0, 5.5), 5.5, rel=1e-6)


def test_the_transition_temperature_near_the_critical_coupling():
    """T_χ → (Λ/π) √(3(1 − π²/6GΛ²)), from ∫₀^∞ dp p/(e^{p/T} + 1) = π²T²/12; 0 below."""
    coupling = dm.CRITICAL_COUPLING * np.array([1.0001, 1.001])
    expected = np.sqrt(3 * (1 - dm.CRITICAL_COUPLING / coupling)) / np.pi
    assert close(dm.chiral_transition_temperature(coupling, 1.0), expected, rel=1e-11)
    assert dm.chiral_transition_temperature(dm.CRITICAL_COUPLING, 1.0) == 0.0


def test_the_condensate_is_the_other_half_of_the_gap_equation():
    """M = m0 − 4G⟨q̄q⟩ at any temperature."""
    T = np.array([0.0, 50.0, 150.0, 190.0, 250.0, 900.0])
    M = dm.quark_mass(T, 2.06, 664.3, 5.0)
    assert close(5.0 - 4 * 2.06 / 664.3**2 * dm.quark_condensate(T, M, 664.3), M, rel=1e-13)


@pytest.mark.parametrize("T", [0.05, 0.25])
def test_the_condensate_is_the_derivative_of_the_free_energy(T):
    """Second route: M minimises Ω(M) = (M − m0)²/4G − (6/π²)∫dp p² [E + 2T ln(1 + e^{−E/T})], and dΩ/dm0 = 2⟨q̄q⟩."""
    G, current_mass, step = 2.2, 0.01, 1e-3

    def omega(M, m0):
        def integrand(p):
            E = np.hypot(p, M)
            return p * p * (E + 2 * T * np.log1p(np.exp(-E / T)))

        return (M - m0) ** 2 / (4 * G) - 6 / np.pi**2 * quad(integrand, 0, 1, epsabs=1e-14, epsrel=1e-14)[0]

    def lowest(m0):
        return minimize_scalar(omega, bounds=(0, 2), args=(m0,), method="bounded", options={"xatol": 1e-9})

    M = dm.quark_mass(T, G, 1.0, current_mass)
    assert close(lowest(current_mass).x, M, rel=1e-5)  # a minimum is found to the root of the rounding error
    slope = (lowest(current_mass + step).fun - lowest(current_mass - step).fun) / (2 * step)
    assert close(slope, 2 * dm.quark_condensate(T, M, 1.0), rel=1e-4)  # step² times the third derivative


def test_published_parameter_sets():
    """Buballa, Phys. Rep. 407, 205 (2005), table 2.1: M = 300, 400, 500 MeV, ⟨q̄q⟩^(1/3) as printed, f_π = 92.4 MeV."""
    for cutoff, coupling, current_mass, mass, root in (
        (664.3, 2.06, 5.0, 300, -250.8),
        (587.9, 2.44, 5.6, 400, -240.8),
        (569.3, 2.81, 5.5, 500, -242.4),
    ):
        M = dm.quark_mass(0.0, coupling, cutoff, current_mass)
        assert close(M, mass, rel=0.01)  # G is printed with three digits
        assert close(np.cbrt(dm.quark_condensate(0.0, M, cutoff)), root, rel=0.002)
        assert close(dm.pion_decay_constant(0.0, M, cutoff), 92.4, rel=0.003)


def test_the_pion_decay_constant_in_closed_form():
    """T = 0: f_π² = (3M²/2π²) [arsinh(Λ/M) − 1/√(1 + M²/Λ²)]; it vanishes with M and grows to MΛ^{3/2} laws."""
    M = np.array([1e-12, 1e-4, 0.3, 2.0])
    closed = M * np.sqrt(3 / (2 * np.pi**2) * (np.arcsinh(1 / M) - 1 / np.sqrt(1 + M**2)))
    assert close(dm.pion_decay_constant(0.0, M, 1.0), closed, rel=1e-13)
    assert dm.pion_decay_constant(0.1, 0.0, 1.0) == 0.0
    assert close(dm.pion_decay_constant(0.0, 1e5, 1.0), np.sqrt(0.5 / np.pi**2 / 1e5), rel=1e-9)


@pytest.mark.parametrize("T", [1e-3, 0.1, 0.7])
def test_the_thermal_pion_decay_constant(T):
    """f_π² = (3M²/2π²) ∫dp p² tanh(E/2T)/E³ in 30-digit quadrature."""
    with mp.workdps(30):
        M = mp.mpf(0.03)

        def integrand(p):
            E = mp.sqrt(p * p + M * M)
            return p * p * mp.tanh(E / 2 / mp.mpf(T)) / E**3

        integral = mp.quad(integrand, [0, 0.001, 0.01, 0.03, 0.1, 0.3, 1])
        expected = M * mp.sqrt(3 * integral / 2) / mp.pi
    assert close(dm.pion_decay_constant(T, 0.03, 1.0), float(expected), rel=1e-13)


# ---- colour superconductivity ----------------------------------------------------------------------------------


def test_the_exponent_of_the_colour_gap_from_its_gap_equation():
    """Magnetic gluons give Δ(x) = ḡ² ∫₀^X dy min(x, y) Δ(y), ḡ = g/3√2π, x = ln(scale/energy): X = ln(scale/Δ) is
    where the largest eigenvalue is one, Son's 3π²/√2g."""
    n = 400
    x = (np.arange(n) + 0.5) / n
    largest = np.linalg.eigvalsh(np.minimum(x[:, None], x))[-1] / n  # for X = 1; it goes as X²
    for g in (0.1, 1.0):
        X = 3 * np.sqrt(2) * np.pi / g / np.sqrt(largest)
        ratio = (
            dm.colour_gap(1.0, g) * g**5 / (dm.colour_gap(1.0, 1e3) * 1e15 * np.exp(3 * np.pi**2 / np.sqrt(2) / 1e3))
        )
        assert close(-np.log(ratio), X, rel=1e-5)


def test_the_prefactor_of_the_colour_gap():
    """512π⁴ (2/N_f)^{5/2} μ g^(−5), times b₀′ = e^{−(π²+4)/8} ≃ 0.177 (Wang, Rischke 2002, abstract)."""
    bare = dm.colour_gap(500.0, 2.0, self_energy=False)
    assert close(bare, 512 * np.pi**4 * 500 / 32 * np.exp(-3 * np.pi**2 / 2**1.5), rel=1e-13)
    assert close(dm.colour_gap(500.0, 2.0) / bare, 0.177, rel=3e-3)
    assert close(dm.colour_gap(500.0, 2.0, 3) / dm.colour_gap(500.0, 2.0), (2 / 3) ** 2.5, rel=1e-13)


def test_the_colour_gap_is_a_sizeable_fraction_of_mu_at_most():
    """Formally Δ0 is largest at g = 3π²/5√2 = 4.19, where it is some ten MeV for μ = 500 MeV, far from asymptotic."""
    g = np.linspace(3, 6, 301)
    gap = dm.colour_gap(500.0, g)
    assert close(g[gap.argmax()], 3 * np.pi**2 / (5 * np.sqrt(2)), abs=0.01)
    assert 10 < gap.max() < 100


def test_the_ratio_of_gap_and_transition_temperature():
    """2SC and neutrons keep the BCS ratio Δ0/Tc = π e^(−γ), 0.57 the other way round; 1 MeV is 6.58e9 K."""
    assert close(dm.pairing_temperature(limits.GAP_OVER_TC), 1.0, rel=1e-15)
    assert close(dm.pairing_temperature(1 * MeV) / kelvin, 6.579e9, rel=1e-4)


# ---- neutron matter --------------------------------------------------------------------------------------------


def effective_range_function(k, **fit):
    """k cot δ."""
    return k / np.tan(dm.phase_shift(k, **fit))


def test_the_separable_potential_has_the_fitted_scattering_length_and_range():
    """k cot δ = −1/a + ½ r k² + O(k⁴) for small k."""
    k = np.array([1e-3, 2e-3]) / fm
    low, high = effective_range_function(k)
    curvature = (high - low) / (k[1] ** 2 - k[0] ** 2)
    assert close(2 * curvature, 2.75 * fm, rel=1e-5)
    assert close(low - curvature * k[0] ** 2, 1 / (18.9 * fm), rel=1e-8)


@pytest.mark.parametrize("k", [0.05, 0.4, 1.0, 2.0])
def test_the_phase_shift_solves_the_scattering_equation(k):
    """Second route: k cot δ = (4π/v²)[1/λ − ∫ dq q²/2π² v²/(q² − k²)] with a numerical principal value."""
    strength, width = dm.neutron_potential(-18.9, 2.75)

    def v(q):
        return 1 / (1 + (q / width) ** 2)

    def integrand(q):
        return q * q * v(q) ** 2 / (q + k) / (2 * np.pi**2)

    near = quad(integrand, 0, 2 * k, weight="cauchy", wvar=k, epsabs=1e-13)[0]
    far = quad(lambda q: integrand(q) / (q - k), 2 * k, np.inf, epsabs=1e-13)[0]
    expected = 4 * np.pi / v(k) ** 2 * (1 / strength - near - far)
    fit = {"scattering_length": -18.9, "effective_range": 2.75}
    assert close(effective_range_function(k, **fit), expected, rel=1e-9)


@pytest.mark.parametrize("k_F", [0.05, 0.3, 0.88, 1.6, 4.0])
def test_the_neutron_gap_solves_its_gap_equation(k_F):
    """1 = λ/m ∫ dk k²/4π² v²/√(ξ² + Δ²), Δ(k) = Δ(k_F) v(k)/v(k_F), with the strength from scattering."""
    gap = dm.neutron_gap(k_F, 1.0, -18.9, 2.75)
    strength, width = dm.neutron_potential(-18.9, 2.75)
    with mp.workdps(30):

        def v(k):
            return 1 / (1 + (k / mp.mpf(width)) ** 2)

        def integrand(k):
            return k**2 * v(k) ** 2 / mp.hypot((k * k - k_F * k_F) / 2, gap * v(k) / v(k_F)) / (4 * mp.pi**2)

        w = mp.mpf(gap) / k_F
        ends = {k_F + s * w * 16**j for s in (-1, 1) for j in range(25)} | {0, k_F, width, 3 * width}
        ends = sorted(mp.mpf(k) for k in ends if 0 <= k < 5 * width)
        total = strength * mp.quad(integrand, [*ends, mp.inf])
    # the integral falls as N0 |V| ln Δ, with N0 |V| = 0.1 … 0.6 here
    assert close(float(total), 1.0, rel=1e-11)


def test_the_largest_neutron_gap():
    """BCS ¹S₀ gaps peak at about 3 MeV near k_F = 0.8–0.9/fm (Dean, Hjorth-Jensen 2003; recalled, not read there)."""
    k_F = np.linspace(0.02, 2.5, 249) / fm
    gap = dm.neutron_gap(k_F) / MeV
    assert 2.7 < gap.max() < 3.3
    assert 0.8 <= k_F[gap.argmax()] * fm <= 0.9
    assert close(dm.NEUTRON_MASS * speed_of_light**2 / MeV, 939.565, rel=1e-6)
    assert 1.5e10 < dm.pairing_temperature(gap.max() * MeV) / kelvin < 2.2e10


def test_dilute_neutrons_know_only_the_scattering_length():
    """k_F → 0: Δ → (8/e²) E_F e^{π/2k_Fa}, with a correction of order k_F (r and a)."""
    k_F = np.array([0.01, 0.02])
    limit = 8 * np.exp(-2) * k_F**2 / 2 * np.exp(-np.pi / (2 * k_F))
    excess = dm.neutron_gap(k_F, 1.0, -1.0, 0.1) / limit - 1
    assert abs(excess[0]) < 0.02
    assert close(excess[1] / excess[0], 2.0, rel=0.1)


def test_unitary_neutrons_are_the_unitary_fermi_gas():
    """r → 0 and a → −∞: Δ/μ = 0.6864020521/0.5906055070 of the crossover at unitarity (E_F stands for μ here)."""
    gap = dm.neutron_gap(1.0, 0.5, -1e12, 1e-12)
    assert close(gap, 0.6864020521 / 0.5906055070, rel=1e-9)


def test_the_transition_temperature_of_neutrons_from_the_linear_gap_equation():
    """Second route: 1 = λ/m ∫ dk k²/4π² v² tanh(ξ/2Tc)/ξ has Tc = (e^γ/π) Δ(k_F), up to (Tc/E_F)²."""
    k_F, a, r = 0.3, -1.0, 1.0
    strength, width = dm.neutron_potential(a, r)
    gap = dm.neutron_gap(k_F, 1.0, a, r)

    def excess(T):
        def integrand(k):
            xi = (k * k - k_F * k_F) / 2
            x = xi / (2 * T)
            pairing = np.tanh(x) / x if abs(x) > 1e-8 else 1.0
            return k * k / (1 + (k / width) ** 2) ** 2 * pairing / (2 * T) / (4 * np.pi**2)

        w = T / k_F
        ends = [0, *(k_F - w * 4.0 ** np.arange(4, -1, -1)), *(k_F + w * 4.0 ** np.arange(8)), 3 * width]
        ends = sorted(k for k in ends if 0 <= k <= 3 * width)
        parts = [quad(integrand, p, q, epsabs=1e-13)[0] for p, q in pairwise(ends)]
        return strength * (sum(parts) + quad(integrand, 3 * width, np.inf, epsabs=1e-13)[0]) - 1

    Tc = brentq(excess, 0.3 * gap, gap, rtol=1e-10)
    assert close(Tc, dm.pairing_temperature(gap), rel=2 * (gap / (k_F**2 / 2)) ** 2)
    assert gap < 0.02 * k_F**2 / 2


def test_a_gap_too_small_for_floats_is_zero():
    """e^{π/2k_Fa} at k_F|a| = 1e-4 is e^(−15708): 0.0 without a warning; so is the colour gap at g = 0.01."""
    assert dm.neutron_gap(1e-4, 1.0, -1.0, 0.1) == 0.0
    assert dm.colour_gap(500.0, 0.01) == 0.0


# ---- what must be true of all ----------------------------------------------------------------------------------


@given(
    scale=st.floats(1e-6, 1e6),
    T=st.floats(0, 0.5),
    coupling=st.floats(0.5, 5),
    current_mass=st.floats(1e-3, 0.1),
    k_F=st.floats(0.05, 3),
)
@settings(max_examples=12, deadline=None)
def test_results_scale_with_their_units(scale, T, coupling, current_mass, k_F):
    """Other units of energy or length change the numbers, not the physics."""
    s = scale
    M = dm.quark_mass(T, coupling, 1.0, current_mass)
    assert close(dm.quark_mass(s * T, coupling, s, s * current_mass), s * M, rel=1e-11)
    assert close(dm.quark_condensate(s * T, s * M, s), s**3 * dm.quark_condensate(T, M, 1.0), rel=1e-12)
    assert close(dm.pion_decay_constant(s * T, s * M, s), s * dm.pion_decay_constant(T, M, 1.0), rel=1e-12)
    assert close(dm.neutron_gap(k_F / s, 1.0, -s, s / 8), dm.neutron_gap(k_F, 1.0, -1.0, 0.125) / s**2, rel=1e-10)
    assert close(dm.neutron_gap(k_F, s, -1.0, 0.1), dm.neutron_gap(k_F, 1.0, -1.0, 0.1) / s, rel=1e-12)


def test_more_coupling_more_mass():
    """M rises with G and m0, falls with T; the gap rises with |a|."""
    M = dm.quark_mass(np.array([0.3, 0.1, 0.0])[:, None, None], np.array([[1.0], [1.8], [4.0]]), 1.0, [1e-3, 0.1])
    assert M.shape == (3, 3, 2)
    assert all(np.all(np.diff(M, axis=axis) > 0) for axis in (1, 2))
    assert np.all(np.diff(M, axis=0) >= 0)
    assert np.all(np.diff(dm.neutron_gap(1.0, 1.0, [-0.5, -1.0, -5.0, -50.0], 0.5)) > 0)


def test_arrays_broadcast_and_scalars_stay_floats():
    """(3, 1) with (2,) gives (3, 2); numbers give a Python float."""
    column, row = np.array([[0.1], [0.2], [0.3]]), np.array([2.0, 3.0])
    for value in (
        dm.quark_mass(column, row, 1.0),
        dm.quark_condensate(column, row, 1.0),
        dm.pion_decay_constant(column, row, 1.0),
        dm.chiral_transition_temperature(row, column),
        dm.colour_gap(column, row),
        dm.phase_shift(column, -row),
        dm.neutron_potential(-column, row)[0],
        dm.neutron_gap(column, row),
        dm.pairing_temperature(column * row),
    ):
        assert value.shape == (3, 2)
        assert np.all(np.isfinite(value))
    for value in (
        dm.quark_mass(0, 2, 1),
        dm.quark_mass(5, 2, 1),
        dm.quark_condensate(0, 1, 1),
        dm.pion_decay_constant(0, 1, 1),
        dm.chiral_transition_temperature(1, 1),
        dm.colour_gap(1, 1),
        dm.phase_shift(0),
        *dm.neutron_potential(),
        dm.neutron_gap(1 / fm),
        dm.pairing_temperature(1),
    ):
        assert isinstance(value, float)


GOOD = {
    dm.quark_mass: {"T": 0.1, "coupling": 2.0, "cutoff": 1.0, "current_mass": 0.01},
    dm.chiral_transition_temperature: {"coupling": 2.0, "cutoff": 1.0},
    dm.quark_condensate: {"T": 0.1, "M": 0.3, "cutoff": 1.0},
    dm.pion_decay_constant: {"T": 0.1, "M": 0.3, "cutoff": 1.0},
    dm.colour_gap: {"mu": 500.0, "coupling": 1.0},
    dm.pairing_temperature: {"Delta0": 1.0},
    dm.neutron_potential: {"scattering_length": -1.0, "effective_range": 0.1},
    dm.phase_shift: {"k": 1.0, "scattering_length": -1.0, "effective_range": 0.1},
    dm.neutron_gap: {"k_F": 1.0, "mass": 1.0, "scattering_length": -1.0, "effective_range": 0.1},
}


@pytest.mark.parametrize(
    ("bad", "error"),
    [(-1.0, ValueError), (np.nan, ValueError), (np.inf, ValueError), ("x", TypeError), (None, TypeError)],
)
@pytest.mark.parametrize("function", GOOD, ids=lambda f: f.__name__)
def test_bad_arguments_are_named(function, bad, error):
    """Every argument outside its domain raises an error that starts with its name."""
    for name in GOOD[function]:
        value = 1.0 if name == "scattering_length" and bad == -1.0 else bad
        with pytest.raises(error, match=rf"^{name} must be"):
            function(**{**GOOD[function], name: value})


def test_flavours_are_counted():
    """N_f is a whole number, at least one."""
    with pytest.raises(ValueError, match="flavours must be >= 1"):
        dm.colour_gap(500.0, 1.0, 0)
    with pytest.raises(TypeError, match="flavours must be a whole number"):
        dm.colour_gap(500.0, 1.0, 2.5)


@pytest.mark.filterwarnings("error")
def test_nothing_warns_at_the_edges():
    """T = 0 and T ≫ Λ, M = 0 and M ≫ Λ, no current mass, free quarks, vanishing and huge k_F: finite everywhere."""
    T = np.array([0.0, 1e-300, 1e-20, 0.3, 1e20, 1e300])[:, None, None]
    coupling = np.array([1e-300, 1.0, dm.CRITICAL_COUPLING, 2.0, 1e8])[:, None]
    current_mass = np.array([0.0, 1e-300, 1e-10, 1.0, 1e10])
    M = dm.quark_mass(T, coupling, 1.0, current_mass)
    assert np.all(np.isfinite(M)) and np.all(M >= current_mass)
    M = np.array([0.0, 1e-300, 1e-10, 1.0, 1e150])
    assert np.all(np.isfinite(dm.quark_condensate(T, M, 1.0)))
    assert np.all(np.isfinite(dm.pion_decay_constant(T, M, 1.0)))
    assert np.all(np.isfinite(dm.chiral_transition_temperature(coupling, 1.0)))
    k_F = np.array([1e-150, 1e-9, 0.1, 10.0, 1e30])[:, None]
    assert np.all(np.isfinite(dm.neutron_gap(k_F, 1.0, [-1e-9, -1.0, -1e30], 1.0)))
    assert np.all(np.isfinite(dm.colour_gap(500.0, [1e-310, 1e-5, 1.0, 1e300])))
