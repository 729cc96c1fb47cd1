"""The gap equation: reference rows, limits, second routes, and what happens to bad input."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad

from bcs_helpers import limits
from bcs_helpers.gap import critical_temperature, gap, gap_finite_cutoff, zero_temperature_gap

from .conftest import close, rows

FIXED_T = ("0.3", "0.5", "0.7", "0.9", "0.99")


def test_the_universal_gap_meets_every_reference_value():
    """Δ(T)/Δ(0) against 30-digit roots of the weak-coupling gap equation, from T = 0.02 Tc to Tc(1 − 1e-12)."""
    table = rows("gap")
    t = np.array([float(row["t"]) for row in table])
    assert close(gap(t, 1.0) / limits.GAP_OVER_TC, [row["delta"] for row in table])
    assert close(gap(t, 1.0), [row["Delta_over_Tc"] for row in table])


@pytest.mark.parametrize("row", rows("finite_debye"), ids=lambda row: row["NV"])
def test_the_full_equation_meets_every_reference_value(row):
    """Tc, Δ(0) and Δ(T) with a finite cutoff against 30-digit roots of the full gap equation."""
    coupling = float(row["NV"])
    Tc, Delta0 = critical_temperature(coupling, 1.0), zero_temperature_gap(coupling, 1.0)
    assert close(Tc, row["Tc_over_wD"])
    assert close(Delta0, row["Delta0_over_wD"])
    assert close(2 * Delta0 / Tc, row["ratio_2Delta0_over_Tc"])
    for t in FIXED_T:
        assert close(gap_finite_cutoff(float(t) * Tc, coupling, 1.0) / Delta0, row[f"delta({t})"])


@pytest.mark.parametrize("coupling", [0.05, 0.11, 0.3, 0.77, 1.0, 1.3, 2.0])
def test_the_root_of_the_full_equation_solves_it(coupling):
    """1/N0V = ∫₀^ω_D dξ tanh(E/2T)/E, put back into 30-digit quadrature, at Tc and at half of it."""
    import mpmath as mp

    mp.mp.dps = 30
    Tc = critical_temperature(coupling, 1.0)
    for T in (Tc, Tc / 2):
        Delta2 = mp.mpf(gap_finite_cutoff(T, coupling, 1.0)) ** 2 if T < Tc else mp.mpf(0)

        def integrand(u, T=T, Delta2=Delta2):  # ξ = T sinh u
            E = mp.sqrt((T * mp.sinh(u)) ** 2 + Delta2)
            return mp.tanh(E / (2 * T)) / E * T * mp.cosh(u)

        steps = mp.linspace(0, mp.asinh(1 / mp.mpf(T)), 30)
        # the logarithm makes an error of the integral a relative error of T and Δ
        assert abs(mp.quad(integrand, steps) - 1 / mp.mpf(coupling)) < 1e-13 * max(1, 1 / coupling)


def test_the_universal_gap_is_the_weak_coupling_limit_of_the_full_one():
    """With Tc = 1e-5 ω_D the cutoff is invisible: the correction is of order (Tc/ω_D)²."""
    Tc = critical_temperature(0.09, 1.0)
    t = np.linspace(0.01, 0.999, 41)
    assert close(gap_finite_cutoff(t * Tc, 0.09, 1.0), gap(t * Tc, Tc), rel=1e-9)


def test_quadrature_and_the_equation_agree_in_weak_coupling():
    """ln(Δ/Δ0) = −2∫dξ/[E(e^{E/T}+1)] by scipy's adaptive quadrature."""
    for t in (0.2, 0.5, 0.8, 0.97):
        Delta = gap(t, 1.0)
        thermal = quad(
            lambda u, a=Delta / t: 1 / (np.exp(min(a * np.cosh(u), 700)) + 1),
            0,
            12,
            epsabs=1e-13,
            epsrel=1e-12,
        )[0]
        assert abs(np.log(Delta / limits.GAP_OVER_TC) + 2 * thermal) < 1e-11  # what quad reaches


def test_limits_at_both_ends():
    """Exponentially flat at T → 0, 1.7367 √(1 − t) at Tc, exactly 0.0 from Tc on."""
    assert close(gap(0.0, 1.0), limits.GAP_OVER_TC, rel=2e-14)
    s = 1e-9
    assert close(
        gap(1 - s, 1.0) / limits.GAP_OVER_TC, limits.gap_near_Tc(1 - s), rel=1e-8
    )  # the next term is of order s
    assert close(1 - gap(0.1, 1.0) / limits.GAP_OVER_TC, 1 - limits.gap_low_temperature(0.1), rel=0.01)
    assert gap(1.0, 1.0) == 0.0 == gap(1.5, 1.0)
    assert gap_finite_cutoff(critical_temperature(0.4, 1.0), 0.4, 1.0) == 0.0
    assert gap_finite_cutoff(0.0, 0.4, 1.0) == zero_temperature_gap(0.4, 1.0)


def test_the_gap_is_smooth_across_the_range_where_the_finite_cutoff_solver_takes_over():
    """Δ(T) falls steadily from T = 0 to Tc, also where the solver begins."""
    T = np.linspace(0, critical_temperature(0.6, 1.0), 400)
    assert np.all(np.diff(gap_finite_cutoff(T, 0.6, 1.0)) <= 1e-15)


def test_finite_cutoff_near_Tc():
    """Close to Tc the gap still is a square root, to the accuracy that the rounding of Tc allows."""
    coupling = 0.2
    Tc = critical_temperature(coupling, 1.0)
    s = np.array([1e-3, 1e-5, 1e-7])
    slope = gap_finite_cutoff(Tc * (1 - s), coupling, 1.0) / np.sqrt(s) / Tc
    # next term of order s, cutoff term of order (Tc/ω_D)², rounding of Tc over s
    assert close(slope, limits.GAP_SLOPE_OVER_TC, rel=2e-3)
    assert close(slope[2], slope[1], rel=1e-5)


@given(t=st.floats(0, 2), Tc=st.floats(1e-6, 1e6))
def test_scaling_bounds_and_type(t, Tc):
    """Δ scales with Tc, lies between 0 and 1.7639 Tc, and a scalar gives a float."""
    Delta = gap(t * Tc, Tc)
    assert isinstance(Delta, float)
    assert 0 <= Delta <= limits.GAP_OVER_TC * Tc * (1 + 1e-13)
    assert Delta == pytest.approx(gap(t * Tc * 8, Tc * 8) / 8, rel=1e-12)


@settings(max_examples=60, deadline=None)
@given(coupling=st.floats(0.02, 20), cutoff=st.floats(1e-3, 1e3), t=st.floats(0, 1.2))
def test_finite_cutoff_scaling_and_bounds(coupling, cutoff, t):
    """Tc and Δ scale with the cutoff; Δ lies between 0 and Δ(0); nothing is nan for any coupling."""
    Tc = critical_temperature(coupling, cutoff)
    assert 0 < Tc == pytest.approx(cutoff * critical_temperature(coupling, 1.0), rel=1e-12)
    Delta, Delta0 = gap_finite_cutoff(t * Tc, coupling, cutoff), zero_temperature_gap(coupling, cutoff)
    assert isinstance(Delta, float) and 0 <= Delta <= Delta0 * (1 + 1e-12)


def test_tc_rises_with_the_coupling():
    """More attraction, higher Tc, over the whole range of couplings."""
    Tc = critical_temperature(np.geomspace(0.01, 50, 300), 1.0)
    assert np.all(np.diff(Tc) > 0)


def test_arrays_broadcast():
    """Temperatures along one axis, materials along the other."""
    assert gap(np.linspace(0, 2, 5)[:, None], np.array([1.0, 2.0, 3.0])).shape == (5, 3)
    assert gap_finite_cutoff(np.zeros((4, 1)), np.array([0.2, 0.3]), 1.0).shape == (4, 2)
    assert gap([], 1.0).shape == (0,)


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: gap(-1, 1), ValueError, "T must be finite and >= 0, got -1"),
        (lambda: gap(1, 0), ValueError, "Tc must be finite and > 0, got 0"),
        (lambda: gap(float("nan"), 1), ValueError, "T must be .* got nan"),
        (lambda: gap([0.1, np.inf], 1), ValueError, r"T must be .* got inf at index \(1,\)"),
        (lambda: gap("cold", 1), TypeError, "T must be a real number .* 'cold'"),
        (lambda: gap(None, 1), TypeError, "T must be a real number"),
        (lambda: gap(True, 1), TypeError, "T must be a real number"),
        (lambda: gap(1j, 1), TypeError, "T must be a real number"),
        (lambda: critical_temperature(0, 1), ValueError, "coupling must be finite and > 0, got 0"),
        (lambda: critical_temperature(0.3, -1), ValueError, "cutoff must be finite and > 0"),
        (lambda: zero_temperature_gap(-0.3, 1), ValueError, "coupling must be finite and > 0"),
        (lambda: gap_finite_cutoff(-1, 0.3, 1), ValueError, "T must be finite and >= 0"),
    ],
)
def test_bad_input_is_named(call, error, words):
    """The message names the argument, the value and what is allowed."""
    with pytest.raises(error, match=words):
        call()
