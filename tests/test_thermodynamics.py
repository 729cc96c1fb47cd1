"""Entropy, heat capacity, free energy, condensation energy and critical field."""

import math

import mpmath as mp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad

from bcs_helpers import limits
from bcs_helpers.gap import gap, zero_temperature_gap
from bcs_helpers.response import superfluid_density, yosida
from bcs_helpers.thermodynamics import (
    condensation_energy,
    critical_field,
    critical_field_at_zero,
    density_of_states_from_gamma,
    entropy,
    field_deviation,
    free_energy_difference,
    gap_slope,
    heat_capacity,
)
from bcs_helpers.units import gauss, joule, kelvin, metre, mu0, tesla

from .conftest import close, rows

DELTA0 = limits.GAP_OVER_TC  # Tc = 1
GAMMA_OVER_N0 = 2 * math.pi**2 / 3
FUNCTIONS = (entropy, heat_capacity, free_energy_difference)
few = settings(max_examples=50, deadline=None)


# ---- reference values --------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows("thermo"), ids=lambda row: row["t"])
def test_thermodynamic_rows(row):
    """On the universal gap every thermodynamic function has its known value, however small."""
    t = float(row["t"])
    Delta = gap(t, 1.0)
    S, C, F = entropy(t, Delta), heat_capacity(t, Delta), free_energy_difference(t, Delta)
    assert close(S, row["S_over_gammaTc"]) and close(S / t, row["S_check_dF"])
    assert close(C, row["C_over_gammaTc"]) and close(C / t, row["Cs_over_Cn"])
    assert close(F / condensation_energy(DELTA0), row["F_n_minus_F_s_over_Ucond"])
    assert close(-(t**2) / 2 - F / GAMMA_OVER_N0, row["Fs_minus_Fn0_over_gammaTc2"])
    assert close(critical_field(t, Delta, DELTA0), row["Hc_over_Hc0"])
    assert close(field_deviation(t, Delta, DELTA0, 1.0), row["deviation_D"])
    assert close(gap_slope(t, Delta), row["dlndelta_dlnt"])
    assert close(heat_capacity(t, Delta, slope=Delta / t * float(row["dlndelta_dlnt"])), row["C_over_gammaTc"])


@pytest.mark.parametrize("row", rows("condensation"), ids=lambda row: row["NV"])
def test_condensation_rows(row):
    """The energy gained at T = 0 with a finite cutoff, and ½Δ0², have their known values."""
    Delta0 = zero_temperature_gap(float(row["NV"]), 1.0)
    assert close(condensation_energy(Delta0, 1.0), row["U_exact_over_N0wD2"])
    assert close(condensation_energy(Delta0), row["U_weak"])


def test_universal_constants():
    """Jump, slope and curvature of the reference constants come out of the functions."""
    value = {row["name"].split(" ")[0].rstrip(":"): float(row["value"]) for row in rows("constants")}
    t, cold = 1 - 1e-9, 0.01
    assert close(heat_capacity(t, gap(t, 1.0)) - t, value["dC_over_gammaTc"], rel=1e-8)
    assert close(critical_field(t, gap(t, 1.0), DELTA0) / (1 - t), limits.GAP_SLOPE, rel=1e-8)
    assert close(condensation_energy(DELTA0) / GAMMA_OVER_N0, value["Hc0^2/(8pi"])
    h2 = critical_field(cold, gap(cold, 1.0), DELTA0) ** 2
    assert close((1 - h2) / (2 * cold**2), value["two-fluid"] / 2, rel=1e-10)


# ---- closed forms and limits -------------------------------------------------------------------------------


def test_normal_metal():
    """For Δ = 0 the electrons are free: S = C = γT, nothing is gained, no field is needed."""
    T = np.array([0.0, 1e-3, 2.0])
    assert np.all(entropy(T, 0) == T) and np.all(heat_capacity(T, 0) == T)
    assert close(heat_capacity(T, 0, slope=0.0), T)
    assert np.all(free_energy_difference(T, 0) == 0) and np.all(critical_field(T, 0, 1.0) == 0)
    assert field_deviation(2.0, 0.0, DELTA0, 1.0) == 3.0 and field_deviation(0.5, 0.0, DELTA0, 1.0) == -0.75


def test_zero_temperature():
    """At T = 0 no entropy and no heat capacity are left, and the condensation energy is ½Δ²."""
    assert entropy(0, 3.0) == heat_capacity(0, 3.0) == heat_capacity(0, 3.0, slope=-1.0) == gap_slope(0, 3.0) == 0
    assert free_energy_difference(0, 3.0) == condensation_energy(3.0) == 4.5
    assert critical_field(0, 3.0, 3.0) == 1 and field_deviation(0, 3.0, 3.0, 1.7) == 0


def test_just_below_Tc():
    """As Δ/T → 0: S/γT → 1 − 3a²/2π², C/γT → 1 + 12/7ζ(3), F → 7ζ(3)Δ⁴/16π²T²."""
    a = 1e-4
    assert close(1 - entropy(1.0, a), 3 * a**2 / (2 * math.pi**2), abs=1e-14, rel=1e-6)
    assert close(heat_capacity(1.0, a), 1 + limits.HEAT_CAPACITY_JUMP, rel=1e-7)
    assert close(free_energy_difference(1.0, a), 7 * limits.ZETA3 / (16 * math.pi**2) * a**4, rel=1e-8)
    assert close(free_energy_difference(1.0, 1e-30) / 1e-120, 7 * limits.ZETA3 / (16 * math.pi**2))


def test_cold_is_activated():
    """When cold, C/γT → (6/π²)√(π/2) a^{5/2} e^(−a) (1 + 11/8a …) and S → C T/Δ: one gap sets both."""
    a = 600.0
    C = 6 / math.pi**2 * math.sqrt(math.pi / 2) * a**2.5 * math.exp(-a)
    assert close(heat_capacity(1.0, a) / C, 1 + 11 / (8 * a), rel=1e-5)
    assert close(entropy(1.0, a) / C * a, 1 + 15 / (8 * a), rel=1e-5)


def test_strong_coupling_condensation_is_linear():
    """With Δ0 ≫ ω_D only the shell of width ω_D gains: U → N0 ω_D Δ0; with Δ0 ≪ ω_D the cutoff drops out."""
    assert close(condensation_energy(1e9, 1.0), 1e9, rel=1e-8)
    assert close(condensation_energy(1e-9, 1.0), condensation_energy(1e-9))
    # ω_D² (√(1 + δ²) − 1) as Σ over the shell of E − ξ, with −Δ²/2E double counted
    assert close(condensation_energy(0.5, 1.0), math.sqrt(1.25) - 1, rel=1e-15)


# ---- second routes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("a", [1e-3, 0.4, 1.5, 2.9, 8.0, 60.0])
def test_free_energy_two_ways(a):
    """The Matsubara sum equals ½Δ² − (π²/3) T² (1 − S/γT): energy gained less what entropy takes back."""
    sum_form = free_energy_difference(1.0, a)
    assert close(sum_form, a**2 / 2 - math.pi**2 / 3 * (1 - entropy(1.0, a)), rel=1e-13, abs=1e-13)
    with mp.workdps(40):  # the terms as they stand cancel
        b = mp.mpf(a) / (2 * mp.pi)

        def term(n):
            E, nu = mp.hypot(n + mp.mpf(0.5), b), n + mp.mpf(0.5)
            return (E - nu) ** 2 / E

        assert close(sum_form, str(4 * mp.pi**2 * mp.nsum(term, [0, mp.inf], method="e")))


@pytest.mark.parametrize("a", [0.01, 0.7, 3.0, 20.0])
def test_entropy_from_occupations(a):
    """Entropy is −2Σ[f ln f + (1 − f) ln(1 − f)] over the quasiparticle states, as counted."""

    def states(y):
        x = math.hypot(y, a)
        return (math.log1p(math.exp(-x)) + x / (math.exp(x) + 1)) * math.exp(a)

    scale = math.sqrt(a) + 1
    edges = [0, scale, 3 * scale, 9 * scale, 40 * scale]
    total = sum(quad(states, edges[i], edges[i + 1], epsabs=0, epsrel=1e-13)[0] for i in range(4))
    assert close(entropy(1.0, a), 6 / math.pi**2 * math.exp(-a) * total, rel=2e-12)  # 2e-12: quad's own error


@pytest.mark.parametrize("t", [0.1, 0.3, 0.6, 0.9, 0.99])
def test_entropy_is_the_slope_of_the_free_energy(t):
    """d(F_n − F_s)/dT = S_s − S_n on the universal gap, though Δ itself depends on T."""
    h = 1e-3 * (1 - t)

    def F(T):
        return free_energy_difference(T, gap(T, 1.0))

    slope = (8 * (F(t + h) - F(t - h)) - F(t + 2 * h) + F(t - 2 * h)) / (12 * h)
    # rounding of F over the step
    assert close(slope / GAMMA_OVER_N0, entropy(t, gap(t, 1.0)) - t, abs=3e-14 / h)


def test_integrated_entropy_is_the_free_energy():
    """∫_t^1 (S_n − S_s) dT = (F_n − F_s)/γ: the area between the two entropy lines is the condensation energy."""
    y, weight = np.polynomial.legendre.leggauss(60)
    for t in (0.0, 0.4, 0.9):
        T = t + (1 - t) * (1 + y) / 2
        area = (T - entropy(T, gap(T, 1.0))) @ weight * (1 - t) / 2
        Delta = gap(t, 1.0)
        assert close(area, free_energy_difference(t, Delta) / GAMMA_OVER_N0)


@pytest.mark.parametrize("t", [0.1, 0.35, 0.7, 0.95])
def test_heat_capacity_is_the_slope_of_the_entropy(t):
    """C = T dS/dT on the universal gap, and at fixed gap without the slope term."""
    h = 2e-4 * (1 - t)

    def derivative(S):
        return (8 * (S(t + h) - S(t - h)) - S(t + 2 * h) + S(t - 2 * h)) / (12 * h)

    Delta = gap(t, 1.0)
    # rounding of S over the step
    assert close(heat_capacity(t, Delta), t * derivative(lambda T: entropy(T, gap(T, 1.0))), abs=2e-14 / h)
    assert close(heat_capacity(t, Delta, slope=0.0), t * derivative(lambda T: entropy(T, Delta)), abs=2e-14 / h)


def test_heat_capacity_of_a_measured_gap():
    """For any gap curve, here a wrong one, C = T dS/dT once its slope is given."""
    T, h = 0.6, 1e-4

    def Delta(T):
        return 1.3 * np.cos(T)

    slope = (entropy(T + h, Delta(T + h)) - entropy(T - h, Delta(T - h))) / (2 * h)
    assert close(heat_capacity(T, Delta(T), slope=-1.3 * np.sin(T)), T * slope, rel=1e-7)


@pytest.mark.parametrize("t", [0.05, 0.4, 0.8, 0.99])
def test_gap_slope_is_the_slope_of_the_gap(t):
    """d ln Δ/d ln T = −Y/(1 − Y) is the derivative of the gap that solves the gap equation."""
    h = 1e-4 * (1 - t)
    slope = (math.log(gap(t + h, 1.0)) - math.log(gap(t - h, 1.0))) / math.log((t + h) / (t - h))
    assert close(gap_slope(t, gap(t, 1.0)), slope, rel=1e-6, abs=1e-14 / h)


def test_entropy_balance():
    """Heating from 0 to Tc fills the same entropy in both phases: ∫C_s/T dT = γTc."""
    y, weight = np.polynomial.legendre.leggauss(60)
    T = (1 + y) / 2
    assert close(heat_capacity(T, gap(T, 1.0)) / T @ weight / 2, 1.0)


# ---- published numbers -------------------------------------------------------------------------------------


def test_bcs_exponential():
    """Bardeen, Cooper and Schrieffer's summary of the cold heat capacity: 8.5 γTc e^(−1.44 Tc/T), 2.5 < Tc/T < 6."""
    t = 1 / np.linspace(2.5, 6, 40)
    # a straight line through a curved Arrhenius plot: 1 % in the middle, 11 % at the cold end
    assert close(heat_capacity(t, gap(t, 1.0)), 8.5 * np.exp(-1.44 / t), rel=0.12)


def test_largest_deviation_from_the_parabola():
    """H_c(T) lies below the parabola by at most 3.7 % of H_c(0), near t = 0.7; Phillips (1959) found 4 % in Al."""
    t = np.linspace(0, 1, 1001)
    D = field_deviation(t, gap(t, 1.0), DELTA0, 1.0)
    assert close(D.min(), -0.0368, rel=2e-3) and close(t[D.argmin()], 0.70, rel=0.01) and D.max() == 0


def test_critical_field_of_aluminium():
    """γ = 1.35 mJ/mol K² and Tc = 1.163 K of aluminium give H_c(0) = 104 G; Phillips (1959): 103 G, from his C(T)."""
    molar_volume = 26.98 / 2.70 * (1e-2 * metre) ** 3
    gamma = 1.35e-3 * joule / kelvin**2 / molar_volume
    Delta0 = DELTA0 * 1.163 * kelvin
    H = critical_field_at_zero(Delta0, density_of_states_from_gamma(gamma))
    assert close(H / gauss, 103.0, rel=0.02) and close(H / tesla, 0.0103, rel=0.02)
    # γTc²/H_c(0)² = 0.168 in Gaussian units, where energy density is H²/8π: B²/2μ0 here
    assert close(gamma * (1.163 * kelvin) ** 2 / (H**2 * 4 * math.pi / mu0), limits.GAMMA_TC2_OVER_HC2)
    assert close(GAMMA_OVER_N0 * density_of_states_from_gamma(gamma), gamma)


# ---- what must hold everywhere -----------------------------------------------------------------------------


@few
@given(T=st.floats(1e-2, 1e6), factor=st.floats(1e-30, 1e30))
def test_scaling(T, factor):
    """S and C scale like an energy, F like its square, H_c/H_c(0) not at all."""
    for f, power in ((entropy, 1), (heat_capacity, 1), (free_energy_difference, 2)):
        assert close(f(T * factor, factor), f(T, 1.0) * factor**power)
    assert close(critical_field(T * factor, factor, factor), critical_field(T, 1.0, 1.0))


@few
@given(T=st.floats(0, 1e9), Delta=st.one_of(st.just(0.0), st.floats(1e-9, 1e9)))
def test_bounds(T, Delta):
    """Pairing only removes entropy, always gains free energy, and never more than ½Δ²."""
    assert 0 <= entropy(T, Delta) <= T
    assert 0 <= free_energy_difference(T, Delta) <= 0.5 * Delta**2
    assert 0 <= heat_capacity(T, Delta) <= 2.4262 * T
    assert heat_capacity(T, Delta, slope=0.0) >= 0
    assert 0 <= critical_field(T, Delta, 1e9) <= 1
    if Delta > 0:
        slope = gap_slope(T, Delta)
        assert slope <= 0 and close(slope * superfluid_density(T, Delta), -yosida(T, Delta), abs=1e-300)


def test_monotonic():
    """Along the universal curve entropy and heat capacity rise, the critical field falls, with no step at a seam."""
    t = np.linspace(0.005, 0.9999, 5000)
    Delta = gap(t, 1.0)
    assert np.all(np.diff(entropy(t, Delta)) > 0) and np.all(np.diff(heat_capacity(t, Delta)) > 0)
    assert np.all(np.diff(critical_field(t, Delta, DELTA0)) < 0)
    t = np.linspace(0.7999, 0.8001, 21)  # field_deviation changes its form at 0.8
    assert np.all(np.abs(np.diff(field_deviation(t, gap(t, 1.0), DELTA0, 1.0), n=2)) < 1e-10)


def test_extremes_are_silent():
    """Energies from 1e-150 to 1e150 in any combination raise no warning and give no nan."""
    powers = np.concatenate([[0], 10.0 ** np.array([-150, -100, -9, -1, 0, 1, 9, 100, 150])])
    T, Delta = (x.ravel() for x in np.meshgrid(powers, powers))
    with np.errstate(all="raise", under="ignore"):
        for f in FUNCTIONS:
            assert np.isfinite(f(T, Delta)).all()
        assert np.isfinite(heat_capacity(T, Delta, slope=0.0)).all()
        assert not np.isnan(gap_slope(T[Delta > 0], Delta[Delta > 0])).any()


def test_shapes():
    """Scalars give floats and arrays broadcast."""
    assert all(type(f(0.5, 1)) is float for f in (*FUNCTIONS, gap_slope))
    assert type(heat_capacity(0.5, 1, slope=0)) is float and type(critical_field(0.5, 1, 1)) is float
    assert type(field_deviation(0.5, 1, 1, 1)) is float and type(critical_field_at_zero(1, 2)) is float
    assert type(condensation_energy(1)) is float and type(condensation_energy(1, 2)) is float
    assert type(density_of_states_from_gamma(1)) is float
    T, Delta = np.full((3, 1), 0.5), np.ones(4)
    for f in (*FUNCTIONS, gap_slope):
        assert f(T, Delta).shape == (3, 4) and f([], 1.0).shape == (0,)
    assert heat_capacity(T, 1.0, slope=Delta).shape == critical_field(T, 1.0, Delta).shape == (3, 4)
    assert field_deviation(T, 1.0, Delta, 1.0).shape == condensation_energy(T, Delta).shape == (3, 4)


@pytest.mark.parametrize("bad", [-1.0, np.nan, np.inf, [0.5, -1.0]])
def test_bad_values(bad):
    """A value outside the domain raises ValueError with the argument's name."""
    for f in (*FUNCTIONS, gap_slope, lambda T, D: critical_field(T, D, 1.0), lambda T, D: field_deviation(T, D, 1, 1)):
        with pytest.raises(ValueError, match="T must be"):
            f(bad, 1.0)
        with pytest.raises(ValueError, match="Delta must be"):
            f(1.0, bad)
    for name, call in (
        ("Delta0", lambda x: critical_field(1.0, 1.0, x)),
        ("Delta0", lambda x: field_deviation(1.0, 1.0, x, 1.0)),
        ("Tc", lambda x: field_deviation(1.0, 1.0, 1.0, x)),
        ("Delta0", condensation_energy),
        ("cutoff", lambda x: condensation_energy(1.0, x)),
        ("Delta0", lambda x: critical_field_at_zero(x, 1.0)),
        ("N0", lambda x: critical_field_at_zero(1.0, x)),
        ("gamma", density_of_states_from_gamma),
    ):
        with pytest.raises(ValueError, match=f"{name} must be"):
            call(bad)


def test_bad_arguments():
    """Zero where a scale is needed, a slope that is not finite, and things that are no numbers raise."""
    for call in (
        lambda: critical_field(1.0, 1.0, 0.0),
        lambda: field_deviation(1.0, 1.0, 1.0, 0.0),
        lambda: condensation_energy(1.0, 0.0),
        lambda: gap_slope(1.0, 0.0),
    ):
        with pytest.raises(ValueError, match=r"must be finite and > 0, got 0\.0"):
            call()
    with pytest.raises(ValueError, match="slope must be finite"):
        heat_capacity(1.0, 1.0, slope=np.inf)
    for bad in ("1", None, 1j):
        with pytest.raises(TypeError, match="T must be a real number"):
            entropy(bad, 1.0)
