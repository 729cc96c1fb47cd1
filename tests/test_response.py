"""Linear response: coherence factors, Yosida, penetration depth, sound, nuclear spins, light."""

import math
from itertools import pairwise

import mpmath as mp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.special import ellipe, ellipk

from bcs_helpers import limits
from bcs_helpers.gap import gap
from bcs_helpers.response import (
    absorption,
    coherence_factor,
    conductivity,
    penetration_depth,
    relaxation_rate,
    superfluid_density,
    ultrasonic_attenuation,
    yosida,
)
from bcs_helpers.spectrum import amplitudes

from .conftest import close, rows

FUNCTIONS_OF_GAP = (yosida, superfluid_density, ultrasonic_attenuation)
energies = st.floats(-6, 3).map(lambda x: 10**x)  # in units of Δ
few = settings(max_examples=40, deadline=None)


def fermi(x):
    """1/(e^x + 1)"""
    return 1 / (mp.exp(x) + 1)


def sech2(x):
    """(Δ/2T) sech²(Δ/2T): the weight of both logarithms, of light and of nuclear spins."""
    return x / 2 / math.cosh(x / 2) ** 2


# ---- reference values --------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows("thermo"), ids=lambda row: row["t"])
def test_functions_of_gap_over_temperature(row):
    """On the universal gap Yosida, superfluid density, depth and sound attenuation have their known values."""
    t = float(row["t"])
    Delta = gap(t, 1.0)
    assert close(yosida(t, Delta), row["yosida"])
    assert close(superfluid_density(t, Delta), row["n_s"])
    assert close(penetration_depth(t, Delta, 1.0), row["lambda_over_lambda0"])
    assert close(ultrasonic_attenuation(t, Delta), row["ultrasonic"])


@pytest.mark.parametrize("row", rows("mattis_bardeen"), ids=lambda row: f"{row['t']}-{row['w_over_Delta0']}")
def test_conductivity_rows(row):
    """Mattis and Bardeen's conductivity has its known values below, at and above the gap."""
    t, x = float(row["t"]), float(row["w_over_Delta0"])
    Delta, omega = gap(t, 1.0), x * limits.GAP_OVER_TC
    sigma = conductivity(omega, t, Delta)
    assert close(sigma.imag, row["s2"])
    # pair breaking begins at ω = 2Δ with a slope, so that a rounding of Δ counts (1 − 2Δ/ω)^(−1) times
    distance = abs(1 - 2 * Delta / omega)
    if distance > 1e-7 or distance == 0:
        assert close(sigma.real, row["s1"], rel=1e-12 + (1e-14 / distance if distance else 0))


@pytest.mark.parametrize("row", rows("hebel_slichter"), ids=lambda row: f"{row['t']}-{row['Gamma_over_Delta0']}")
def test_relaxation_rows(row):
    """The Hebel–Slichter rate has its known values from Γ = Δ0/1000 to Δ0/10."""
    t, broadening = float(row["t"]), float(row["Gamma_over_Delta0"]) * limits.GAP_OVER_TC
    assert close(relaxation_rate(t, gap(t, 1.0), broadening=broadening), row["Rs_over_Rn"])


# ---- closed forms and limits -------------------------------------------------------------------------------


def test_zero_temperature_is_plain():
    """At T = 0 nothing is normal: Y = 0, n_s = 1, no sound attenuation, and spins see Γ²/(Γ² + Δ²)."""
    assert (yosida(0, 1.0), superfluid_density(0, 1.0), ultrasonic_attenuation(0, 1.0)) == (0, 1, 0)
    assert close(relaxation_rate(0, 3.0, broadening=4.0), 0.64)
    assert close(relaxation_rate(1e-5, 3.0, broadening=4.0), 0.64, rel=1e-9)


def test_normal_metal_is_one():
    """For Δ = 0 every ratio to the normal metal is one, at any T, and no field is screened."""
    T = np.array([0.0, 0.3, 1e6])
    assert np.all(yosida(T, 0) == 1) and np.all(superfluid_density(T, 0) == 0)
    assert np.all(ultrasonic_attenuation(T, 0) == 1) and np.all(penetration_depth(T, 0, 50.0) == np.inf)
    assert np.all(relaxation_rate(T, 0, broadening=0.1) == 1)
    assert np.all(conductivity(0.5, T, 0) == 1) and np.all(absorption(0.5, T, 0, 1) == 1)


def test_cold_yosida_is_activated():
    """Y = √(2πΔ/T) e^(−Δ/T) (1 + 3T/8Δ + …) when cold, to relative accuracy."""
    a = 600.0
    series = limits.yosida_low_temperature(a) * (1 + 3 / (8 * a) - 15 / (128 * a**2))
    assert close(yosida(1.0, a), series, rel=1e-9)


def test_slopes_at_Tc():
    """n_s → 2(1 − t) as t → 1."""
    t = 1 - 1e-9
    assert close(superfluid_density(t, gap(t, 1.0)) / (1 - t), limits.SUPERFLUID_SLOPE, rel=1e-8)


def test_zero_temperature_conductivity_is_elliptic():
    """At T = 0 Mattis and Bardeen's two integrals are complete elliptic integrals."""
    below, above = np.array([1e-6, 0.1, 1.0, 1.99999, 2.0]), np.array([2.00001, 2.5, 7.0, 40.0])
    sigma = conductivity(below, 0.0, 1.0)
    assert np.all(sigma.real == 0) and close(sigma.imag, 2 / below * ellipe((below / 2) ** 2))
    k2 = (2 / above) ** 2
    sigma = conductivity(above, 0.0, 1.0)
    # the book's difference E − k²K loses digits where it is small: absolute tolerance
    assert close(sigma.real, ellipe(1 - k2) - k2 * ellipk(1 - k2), abs=1e-14)
    assert close(sigma.imag, ellipe(k2) - (1 - k2) * ellipk(k2), abs=1e-14)


def test_cold_integrals_meet_the_closed_forms():
    """Just above the temperature where the closed forms end, the integrals give the same conductivity."""
    omega = np.array([1e-6, 1e-3, 0.5, 1.9, 2 - 1e-9, 2 + 1e-6, 2.1, 5.0, 100.0, 1e3])
    warm, cold = conductivity(omega, 1.001 / 745, 1.0), conductivity(omega, 0.0, 1.0)
    assert close(warm.imag, cold.imag, rel=1e-13) and close(warm.real, cold.real, rel=1e-13, abs=1e-250)


def test_conductivity_far_above_the_gap_is_normal():
    """σ₂/σ_n → π(Δ/ω)² at T = 0, ω → ∞, without losing digits, and σ₁ → σ_n."""
    sigma = conductivity(1e6, 0.0, 1.0)
    assert close(sigma.imag, math.pi * 1e-12, rel=1e-10) and close(sigma.real, 1.0, rel=1e-10)
    assert close(conductivity(1e6, 1e-3, 1.0).imag, sigma.imag, rel=1e-12)


@pytest.mark.parametrize("T", [0.0, 0.05, 0.4, 3.0, 1e6])
def test_low_frequency_inductance(T):
    """ωσ₂ → πΔ tanh(Δ/2T) as ω → 0: the dirty superconductor's superfluid weight."""
    expected = math.pi * (math.tanh(0.5 / T) if T else 1.0)
    assert close(1e-9 * conductivity(1e-9, T, 1.0).imag, expected, rel=1e-8)


@pytest.mark.parametrize("T", [0.1, 0.5, 4.0])
def test_logarithms(T):
    """σ₁ grows by (Δ/2T) sech²(Δ/2T) per e-fold of 1/ω, the Hebel–Slichter rate by as much per e-fold of 1/Γ."""
    s = [conductivity(x, T, 1.0).real for x in (1e-9, math.e * 1e-9)]
    r = [relaxation_rate(T, 1.0, broadening=x) for x in (1e-9, math.e * 1e-9)]
    assert close(s[0] - s[1], sech2(1 / T), rel=1e-6) and close(r[0] - r[1], sech2(1 / T), rel=1e-6)


def test_hot_superconductor_is_almost_normal():
    """For T ≫ Δ what the gap changes dies like Δ/T: in σ₁, in the spin rate, and as −Δ/2T for slow sound."""
    T = np.array([1e6, 1e8])
    light, sound = conductivity(1e-6, T, 1.0).real, absorption(1e-6, T, 1.0, 1)
    for ratio in (light, sound, relaxation_rate(T, 1.0, broadening=0.01)):
        excess = (ratio - 1) * T
        assert abs(excess[0]) > 0.1 and close(excess[1], excess[0], abs=1e-6)  # 1e-15 of 1, times T, and Δ/T
    assert close((sound - 1) * T, -0.5, abs=1e-5)


@pytest.mark.parametrize("T", [0.03, 0.3, 5.0])
def test_slow_sound_sees_bare_fermi_function(T):
    """In case I the coherence factor cancels the densities of states: α_s/α_n → 2f(Δ) as ω → 0."""
    assert close(absorption(1e-9, T, 1.0, 1), ultrasonic_attenuation(T, 1.0), rel=1e-6)


def test_case_I_jumps_at_the_gap():
    """Pair breaking in case I starts with a jump π/2 at ω = 2Δ, T = 0; in case II it starts from zero."""
    assert close(absorption(2 + 1e-9, 0.0, 1.0, 1), math.pi / 2, rel=1e-8)
    assert absorption(2.0, 0.0, 1.0, 1) == absorption(2.0, 0.0, 1.0, 2) == 0
    assert close(absorption(2 + 1e-6, 0.0, 1.0, 2), math.pi / 4 * 1e-6, rel=1e-5)


# ---- second routes -----------------------------------------------------------------------------------------


def test_coherence_factors_from_amplitudes(rng):
    """½(1 ∓ Δ²/EE′) is the mean of (uu′ ∓ vv′)² over ±ξ′, and for pairs (E < 0) that of (vu′ ± uv′)²."""
    xi, xi_final, Delta = rng.normal(size=(3, 50))
    Delta = np.abs(Delta)
    E, E_final = np.hypot(xi, Delta), np.hypot(xi_final, Delta)
    u, v = amplitudes(xi, Delta)
    for case, sign in ((1, -1), (2, 1)):
        scatter, create = 0, 0
        for x in (xi_final, -xi_final):
            u_final, v_final = amplitudes(x, Delta)
            scatter += (u * u_final + sign * v * v_final) ** 2 / 2
            create += (v * u_final - sign * u * v_final) ** 2 / 2
        assert close(coherence_factor(E, E_final, Delta, case), scatter, rel=1e-10)
        assert close(coherence_factor(-E, E_final, Delta, case), create, rel=1e-10)


def test_coherence_factor_at_the_edge():
    """At the gap edge case I scattering is forbidden and case II certain; in the normal metal both are ½."""
    assert coherence_factor(1.0, 1.0, 1.0, 1) == 0 and coherence_factor(1.0, 1.0, 1.0, 2) == 1
    assert coherence_factor(-1.0, 1.0, 1.0, 1) == 1 and coherence_factor(-1.0, 1.0, 1.0, 2) == 0
    assert coherence_factor(0.3, -2.0, 0.0, 1) == coherence_factor(0.3, 2.0, 0.0, 2) == 0.5
    assert close(coherence_factor(1 + 1e-9, 1 + 1e-9, 1.0, 1), 1e-9, rel=1e-6)


@pytest.mark.parametrize("a", [1e-3, 0.3, 1.0, 4.0, 25.0])
def test_yosida_from_its_integral(a):
    """Y is the thermal average of ∂ξ/∂E at fixed ξ, and 1 − Y is a Matsubara sum."""
    end = math.sqrt(750 * (750 + 2 * a))

    def window(x):
        y = math.sqrt(x * x + a * a)
        return 2 * math.exp(a - y) / (1 + math.exp(-y)) ** 2

    scale = math.sqrt(a) + 1
    points = [0, scale, 3 * scale, 9 * scale, 30 * scale, end]
    integral = sum(quad(window, *ends, epsabs=0, epsrel=1e-13)[0] for ends in pairwise(points))
    assert close(yosida(1.0, a), math.exp(-a) * integral, rel=2e-12)  # 2e-12: quad's own error
    b = mp.mpf(a) / (2 * mp.pi)
    total = mp.nsum(lambda n: b**2 / ((n + 0.5) ** 2 + b**2) ** 1.5, [0, mp.inf], method="e")
    assert close(superfluid_density(1.0, a), str(total))


@pytest.mark.parametrize("T, broadening", [(0.05, 0.2), (0.6, 1e-4), (4.0, 2.0)])
def test_relaxation_from_complex_densities(T, broadening):
    """The rate is the thermal average of N² + M² taken from the complex Dynes root as it stands."""

    def integrand(E):
        z = mp.mpc(E, broadening)
        root = mp.sqrt(z - 1) * mp.sqrt(z + 1)
        return 2 * ((z / root).real ** 2 + (1 / root).real ** 2) / (4 * T * mp.cosh(E / (2 * T)) ** 2)

    points = {0.0, 1.0, 1 + 80 * T} | {k * T for k in range(1, 80, 3)}
    points |= {1 + s * broadening * 4.0**k for k in range(-1, 12) for s in (-1, 1)}
    with mp.workdps(20):
        direct = mp.quad(integrand, sorted(x for x in points if 0 <= x <= 1 + 80 * T))
    assert close(relaxation_rate(T, 1.0, broadening=broadening), str(direct))


@pytest.mark.parametrize("omega, T", [(0.3, 0.2), (2.2, 0.3), (6.0, 1.5)])
def test_absorption_and_inductance_from_their_integrals(omega, T):
    """The integrals of Mattis and Bardeen over E, with their roots left in, give the same numbers."""

    def part(sign, E, weight):
        roots = abs((E * E - 1) * ((E + omega) ** 2 - 1))
        return weight * abs(E * (E + omega) + sign) / mp.sqrt(roots) / omega

    def scattering(sign):
        ends = [1, 1 + omega / 9, 1 + omega, *(1 + omega + k * T for k in (1, 3, 6, 10, 20, 40, 80))]
        return mp.quad(lambda E: part(sign, E, 2 * (fermi(E / T) - fermi((E + omega) / T))), ends)

    def breaking(sign):
        if omega <= 2:
            return 0
        ends = [1 - omega, -omega / 2, -1]
        return mp.quad(lambda E: part(sign, E, 1 - 2 * fermi((E + omega) / T)), ends)

    def inductive(E):
        roots = (1 - E * E) * ((E + omega) ** 2 - 1)
        return mp.tanh((E + omega) / (2 * T)) * (E * (E + omega) + 1) / mp.sqrt(roots) / omega

    with mp.workdps(30):  # the double-exponential rule meets the roots at the ends with half of the digits
        omega, T = mp.mpf(omega), mp.mpf(T)
        assert close(absorption(float(omega), float(T), 1.0, 1), str(scattering(-1) + breaking(-1)))
        sigma = conductivity(float(omega), float(T), 1.0)
        assert close(sigma.real, str(scattering(1) + breaking(1)))
        low = max(1 - omega, mp.mpf(-1))
        assert close(sigma.imag, str(mp.quad(inductive, [low, (low + 1) / 2, 1])))


@pytest.mark.parametrize("T", [0.0, 0.2, 0.7])
def test_sum_rule(T):
    """The area missing under σ₁, (π/2)·πΔ tanh(Δ/2T), is the supercurrent's (Ferrell–Glover–Tinkham)."""
    y, weight = np.polynomial.legendre.leggauss(40)
    missing = 0.0
    edges = np.concatenate([[0.0], 10.0 ** np.arange(-12, 0), [0.5, 1.0, 1.5, 1.9]])
    # panels shrink towards ω = 2Δ, where σ₁ has a logarithmic kink when warm
    near = 2 - 0.1 * 10.0 ** -np.arange(0, 12), 2 + 0.1 * 10.0 ** -np.arange(12, -1, -1)
    edges = np.concatenate([edges, *near, [4.0, 8.0, 16.0, 40.0], 10.0 ** np.arange(2, 9)])
    edges = np.unique(edges)
    for low, high in pairwise(edges):
        omega = low + (high - low) * (1 + y) / 2
        missing += (1 - conductivity(omega, T, 1.0).real) @ weight * (high - low) / 2
    tanh = math.tanh(0.5 / T) if T else 1.0
    # beyond the last panel 1 − σ₁ ~ (Δ/ω)² ln(ω/Δ) leaves 1e-7
    assert close(missing, math.pi**2 / 2 * tanh, rel=1e-6)


# ---- published numbers -------------------------------------------------------------------------------------


def test_hebel_slichter_peak():
    """The rate rises above the normal one below Tc, peaks near 0.9 Tc, and falls exponentially when cold."""
    t = np.linspace(0.1, 0.999, 400)
    rate = relaxation_rate(t, gap(t, 1.0), broadening=0.02 * limits.GAP_OVER_TC)
    # Hebel and Slichter's aluminium (1959): maximum about twice the normal rate, at about 0.8–0.9 Tc
    assert 1.5 < rate.max() < 2.5 and 0.75 < t[rate.argmax()] < 0.95


def test_sound_halves_where_the_gap_is_ln3():
    """Sound attenuation 2f(Δ) is halved at Δ = T ln 3, which the universal gap reaches at t = 0.89."""
    assert close(ultrasonic_attenuation(1.0, math.log(3)), 0.5, rel=1e-15)
    t = np.linspace(0.5, 0.999, 2000)
    alpha = ultrasonic_attenuation(t, gap(t, 1.0))
    assert close(t[np.argmin(np.abs(alpha - 0.5))], 0.888, rel=1e-3)


# ---- what must hold everywhere -----------------------------------------------------------------------------


@few
@given(T=energies, omega=energies, Gamma=energies, factor=st.floats(1e-30, 1e30))
def test_only_ratios_matter(T, omega, Gamma, factor):
    """Ratios to the normal metal do not know the unit of energy."""
    D = factor
    for f in FUNCTIONS_OF_GAP:
        assert close(f(T * D, D), f(T, 1.0), rel=1e-12 + 1e-15 / T, abs=1e-300)
    assert close(
        relaxation_rate(T * D, D, broadening=Gamma * D),
        relaxation_rate(T, 1.0, broadening=Gamma),
        rel=1e-12 + 1e-15 / T,
    )
    if abs(omega - 2) > 1e-3:
        moved, here = conductivity(omega * D, T * D, D), conductivity(omega, T, 1.0)
        assert close(moved.real, here.real, rel=1e-12 + 1e-15 / T, abs=1e-300)
        assert close(moved.imag, here.imag, rel=1e-12)


@few
@given(T=st.floats(0, 1e9), omega=energies, Gamma=st.floats(1e-9, 10), Delta=st.sampled_from([0.0, 1e-6, 1.0, 1e3]))
def test_bounds(T, omega, Gamma, Delta):
    """Nothing is nan or negative, Y and n_s are fractions that add up to one, and sound is never amplified."""
    Y, n_s, alpha = (f(T, Delta) for f in FUNCTIONS_OF_GAP)
    assert 0 <= Y <= 1 and 0 <= n_s <= 1 and 0 <= alpha <= 1 and close(Y + n_s, 1.0)
    assert penetration_depth(T, Delta, 2.0) >= 2.0
    assert 0 < relaxation_rate(T, Delta, broadening=Gamma) < np.inf
    sigma = conductivity(omega, T, Delta)
    assert 0 <= sigma.real < np.inf and 0 <= sigma.imag < np.inf
    assert 0 <= absorption(omega, T, Delta, 1) < np.inf


def test_monotonic():
    """Warmer means more normal fluid and more attenuation; a narrower level means faster relaxation."""
    T = np.linspace(0.01, 20, 4000)
    assert np.all(np.diff(yosida(T, 1.0)) > 0) and np.all(np.diff(superfluid_density(T, 1.0)) < 1e-14)
    assert np.all(np.diff(relaxation_rate(0.5, 1.0, broadening=np.geomspace(1e-9, 0.1, 100))) < 0)


def test_extremes_are_silent():
    """Energies from 1e-300 to 1e300 in any combination raise no warning and give no nan."""
    powers = np.concatenate([[0], 10.0 ** np.array([-300, -100, -9, -1, 0, 9, 100, 300])])
    T, Delta, omega = (x.ravel() for x in np.meshgrid(powers, powers, powers[1:]))
    with np.errstate(all="raise", under="ignore"):
        assert np.isfinite(conductivity(omega, T, Delta)).all()
        assert np.isfinite(absorption(omega, T, Delta, 1)).all()
        wide = omega >= 1e-100 * Delta
        assert np.isfinite(relaxation_rate(T[wide], Delta[wide], broadening=omega[wide])).all()
        for f in FUNCTIONS_OF_GAP:
            assert np.isfinite(f(T, Delta)).all()
        assert not np.isnan(penetration_depth(T, Delta, 1.0)).any()


def test_shapes():
    """Scalars give floats (a complex for σ), arrays broadcast."""
    assert all(type(f(0.5, 1.0)) is float for f in FUNCTIONS_OF_GAP)
    assert type(relaxation_rate(0.5, 1, broadening=0.1)) is float and type(absorption(1, 0.5, 1, 2)) is float
    assert type(conductivity(1, 0.5, 1)) is complex and type(conductivity(1, 0, 1)) is complex
    assert type(penetration_depth(0.5, 1, 40.0)) is float and type(coherence_factor(2, 3, 1, 1)) is float
    T, Delta, omega = np.ones((3, 1, 1)), np.ones((4, 1)), np.ones(5)
    assert conductivity(omega, T, Delta).shape == absorption(omega, T, Delta, 1).shape == (3, 4, 5)
    assert relaxation_rate(T, Delta, broadening=omega).shape == penetration_depth(T, Delta, omega).shape == (3, 4, 5)
    assert coherence_factor(omega, T, Delta, 2).shape == (3, 4, 5)
    assert yosida(T, Delta).shape == (3, 4, 1) and yosida([], 1.0).shape == (0,)
    assert conductivity([], 1.0, 1.0).shape == relaxation_rate([], 1.0, broadening=1.0).shape == (0,)


@pytest.mark.parametrize("bad", [-1.0, np.nan, np.inf, [0.5, -1.0]])
def test_bad_values(bad):
    """A value outside the domain raises ValueError with the argument's name."""
    for f in FUNCTIONS_OF_GAP:
        with pytest.raises(ValueError, match="T must be"):
            f(bad, 1.0)
        with pytest.raises(ValueError, match="Delta must be"):
            f(1.0, bad)
    with pytest.raises(ValueError, match="lambda0 must be"):
        penetration_depth(1.0, 1.0, bad)
    with pytest.raises(ValueError, match="broadening must be"):
        relaxation_rate(1.0, 1.0, broadening=bad)
    for f in (conductivity, lambda *x: absorption(*x, 2)):
        with pytest.raises(ValueError, match="omega must be"):
            f(bad, 1.0, 1.0)
        with pytest.raises(ValueError, match="T must be"):
            f(1.0, bad, 1.0)
        with pytest.raises(ValueError, match="Delta must be"):
            f(1.0, 1.0, bad)


def test_bad_arguments():
    """Zero frequency or broadening, an energy inside the gap, a third case, and things that are no numbers raise."""
    with pytest.raises(ValueError, match=r"omega must be finite and > 0, got 0\.0"):
        conductivity(0.0, 1.0, 1.0)
    with pytest.raises(ValueError, match=r"broadening must be finite and > 0, got 0\.0"):
        relaxation_rate(1.0, 1.0, broadening=0.0)
    with pytest.raises(ValueError, match="broadening must be >= 1e-100 Delta"):
        relaxation_rate(1.0, 1.0, broadening=1e-200)
    with pytest.raises(TypeError):
        relaxation_rate(1.0, 1.0)
    with pytest.raises(ValueError, match=r"E must be outside the gap .* got E = 0\.5"):
        coherence_factor([1.5, 0.5], 2.0, 1.0, 1)
    with pytest.raises(ValueError, match=r"E_final must be outside the gap .* got E_final = 0\.0"):
        coherence_factor(1.0, 0.0, 0.0, 1)
    for bad in (0, 3, "I", None, True, 1.5):
        with pytest.raises(ValueError, match="case must be 1 or 2"):
            absorption(1.0, 1.0, 1.0, bad)
    for bad in ("1", None, 1j):
        with pytest.raises(TypeError, match="T must be a real number"):
            yosida(bad, 1.0)
