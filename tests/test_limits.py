"""The universal numbers against 30-digit values: the answer key itself is checked."""

import pytest

from bcs_helpers import limits

from .conftest import close, rows

NAMES = {
    "Delta0_over_kTc": limits.GAP_OVER_TC,
    "2Delta0_over_kTc": limits.GAP_RATIO,
    "Tc_prefactor_2e^gamma/pi": limits.TC_PREFACTOR,
    "dC_over_gammaTc": limits.HEAT_CAPACITY_JUMP,
    "gap_slope_near_Tc: Delta/Delta0 = c sqrt(1-t)": limits.GAP_SLOPE,
    "Delta/kTc = c sqrt(1-t)": limits.GAP_SLOPE_OVER_TC,
    "Hc slope: Hc/Hc0 = c (1-t)": limits.GAP_SLOPE,
    "gamma Tc^2/Hc0^2 (cgs, per volume)": limits.GAMMA_TC2_OVER_HC2,
    "Hc0^2/(8pi gamma Tc^2) = U_cond/(gamma Tc^2)": limits.CONDENSATION_OVER_GAMMA_TC2,
    "ns slope: ns = c(1-t)": limits.SUPERFLUID_SLOPE,
    "two-fluid low-T: Hc/Hc0 = 1 - c t^2": limits.CRITICAL_FIELD_CURVATURE,
    "NIS/tanh interpolation: delta~tanh(c sqrt(1/t-1)), c matching sqrt slope": limits.GAP_SLOPE,
    "pi/2*Delta0/(e Rn): Ic Rn e/ kTc": limits.TUNNEL_CRITICAL_CURRENT * limits.GAP_OVER_TC,
}


@pytest.mark.parametrize("row", rows("constants"), ids=lambda row: row["name"][:30])
def test_universal_numbers(row):
    """Each closed form of this module to the last digits of a double."""
    assert close(NAMES[row["name"]], row["value"], rel=4e-16 * 4)


@pytest.mark.parametrize("row", rows("finite_debye")[:2], ids=lambda row: row["NV"])
def test_weak_coupling_formulas(row):
    """The weak-coupling forms equal the tabulated ones to rounding."""
    assert close(limits.critical_temperature_weak(float(row["NV"]), 1.0), row["Tc_weak_formula"], rel=1e-14)
    assert close(limits.gap_weak(float(row["NV"]), 1.0), row["Delta0_weak_2exp"], rel=1e-14)


@pytest.mark.parametrize("row", rows("cooper")[:3], ids=lambda row: row["NV"])
def test_weak_binding(row):
    """2 ω_D e^(−2/N0V), Cooper's weak-coupling binding energy."""
    assert close(limits.binding_energy_weak(float(row["NV"]), 1.0), row["EB_over_wD_weak"], rel=1e-14)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: limits.critical_temperature_weak(-0.3, 1), "coupling must be finite and > 0, got -0.3"),
        (lambda: limits.gap_weak(0.3, 0), "cutoff must be finite and > 0, got 0"),
        (lambda: limits.binding_energy_weak(0.0, 1), "coupling must be finite and > 0"),
        (lambda: limits.gap_near_Tc(-5), "t must be finite and >= 0, got -5"),
        (lambda: limits.gap_low_temperature([0.1, -1]), r"t must be finite and >= 0, got -1.0 at index \(1,\)"),
        (lambda: limits.yosida_low_temperature(-1), "a must be finite and >= 0, got -1"),
    ],
)
def test_the_answer_key_knows_its_domain(call, words):
    """No coupling, temperature or gap below zero gets a number."""
    with pytest.raises(ValueError, match=words):
        call()


def test_limits_at_their_ends():
    """A scalar gives a float; at T = 0 the gap is Δ(0), above Tc it is 0."""
    assert limits.gap_low_temperature(0.0) == 1.0 and limits.gap_near_Tc(2) == 0.0
    assert type(limits.gap_weak(0.3, 1)) is float
