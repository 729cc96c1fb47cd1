"""The BCS ground state: numbers, phase, bosons, energy, size."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import mp, mpf, quad
from scipy.integrate import quad as integral
from scipy.optimize import minimize
from scipy.stats import binom

from bcs_helpers import limits
from bcs_helpers.ground_state import (
    boson_commutator,
    boson_normalisation_ratio,
    decay_length,
    log_phase_overlap,
    number_fluctuation,
    number_variance_per_electron,
    overlapping_pairs,
    pair_number_distribution,
    pair_wave_function,
    pair_wave_function_weak,
    pippard_length,
    rms_pair_size,
    variational_energy,
)
from bcs_helpers.spectrum import amplitudes
from bcs_helpers.units import electron_mass, eV, kelvin, metre, meV, nm, second

from .conftest import close, rows

few = settings(max_examples=30, deadline=None)
angles = st.lists(st.floats(0.0, np.pi / 2), min_size=1, max_size=8).map(np.array)
gaps = st.floats(1e-6, 1e3)


def shell(levels, Delta, width=1.0):
    """Amplitudes u, v on evenly spaced levels −width … width."""
    return amplitudes(np.linspace(-width, width, levels), Delta)


def fock_states(levels):
    """All 2^levels pair configurations, one row of zeros and ones each."""
    return np.array(list(product([0, 1], repeat=levels)))


def bcs_vector(u, v):
    """Π(u + v b†)|0⟩ as a vector on `fock_states`."""
    return np.prod(np.where(fock_states(len(u)), v, u), axis=1)


# --- reference rows


@pytest.mark.parametrize("row", rows("number_fluctuation"), ids=lambda row: row["Delta_over_EF"])
def test_number_fluctuation_reference(row):
    """⟨δN²⟩/N in 3D at fixed density, beside (3π/4)Δ/E_F: N = 10²² electrons are certain to 13 digits."""
    delta = float(row["Delta_over_EF"])
    variance = number_variance_per_electron(delta, 1.0)
    assert close(variance, row["varN_over_N"])
    assert close(0.75 * np.pi * delta, row["weak_3pi_Delta_over_4EF"])
    assert close(np.sqrt(variance / 1e22), row["rms_rel_for_N_1e22"])


@pytest.mark.parametrize("row", rows("length_scales"), ids=lambda row: row["metal"])
def test_length_scales_reference(row):
    """One metal, every way of counting the pairs inside a pair: from 10⁶ to 10¹⁴."""
    given = {key: float(value) for key, value in row.items() if key != "metal"}
    v_F, Tc, n = given["vF"] * metre / second, given["Tc"] * kelvin, given["n_e"] / metre**3
    Delta = limits.GAP_OVER_TC * Tc
    k_F = (3 * np.pi**2 * n) ** (1 / 3)
    E_F = k_F**2 / (2 * electron_mass)  # from the density; v_F is given apart, and ½m v_F² is 0.4 % off
    xi0, decay = pippard_length(v_F, Delta), decay_length(v_F, Delta)
    computed = {
        "Delta0_meV": Delta / meV,
        "hbar_vF_over_Delta_nm": decay / nm,
        "hbar_vF_over_piDelta0_nm": xi0 / nm,
        "EF_eV": E_F / eV,
        "pairs_all_electrons_in_sphere_xi0": overlapping_pairs(xi0, n),
        "pairs_all_electrons_in_cube_xi0": overlapping_pairs(xi0, n, shape="cube"),
        "pairs_shell_Delta_over_EF_in_sphere": overlapping_pairs(xi0, n, Delta / E_F),
        "pairs_all_in_sphere_hbarvF_over_Delta": overlapping_pairs(decay, n),
        "kF_xi0": k_F * xi0,
    }
    for key, value in computed.items():
        # the rows are printed with 8 to 10 digits: agreement to half a unit of the last one
        digits = row[key].replace("+", "").split("e")[0].replace(".", "").lstrip("0")
        assert close(value, row[key], rel=6 * 10.0 ** -max(len(digits), 8)), key


# --- numbers


def test_distribution_of_equal_levels_is_binomial():
    """At ξ = 0 every level is full with probability ½: P is binomial, also far in the tails."""
    u, v = amplitudes(np.zeros(1000), 1.0)
    P = pair_number_distribution(u, v)
    # scipy's own tails are good to about 1e-11
    assert close(P, binom.pmf(np.arange(1001), 1000, 0.5), rel=1e-10)


@few
@given(angles)
def test_distribution_from_the_state_vector(angle):
    """Second route: the 2^n amplitudes of Π(u + v b†)|0⟩, squared and sorted by the number of pairs."""
    u, v = np.cos(angle), np.sin(angle)
    weights = np.bincount(fock_states(angle.size).sum(axis=1), bcs_vector(u, v) ** 2)
    assert close(pair_number_distribution(u, v), weights, rel=1e-12, abs=1e-300)


def test_distribution_of_thousands_of_levels():
    """The first moments of P(n) are those of `number_fluctuation`, each entry is a probability."""
    u, v = shell(3000, 0.2)
    P, n = pair_number_distribution(u, v), np.arange(3001)
    N, variance = number_fluctuation(u, v)
    assert (P >= 0).all() and close(P.sum(), 1, rel=1e-12)
    assert close(2 * n @ P, N, rel=1e-12)
    assert close(4 * (n - N / 2) ** 2 @ P, variance, rel=1e-11)


def test_distribution_keeps_its_small_entries():
    """A polynomial with positive terms: P(n) at 10⁻²⁰⁰ has as many digits as P at its maximum."""
    u, v = shell(200, 1e-2)
    P = pair_number_distribution(u, v)
    with mp.workdps(30):
        exact = [mpf(1)]
        for a, b in zip(u.tolist(), v.tolist(), strict=True):
            exact = [
                mpf(a) ** 2 * left + mpf(b) ** 2 * right
                for left, right in zip([*exact, mpf(0)], [mpf(0), *exact], strict=True)
            ]
        assert min(exact) < 1e-200
        assert all(p == 0 or abs(p / e - 1) < 1e-12 for p, e in zip(P.tolist(), exact, strict=True) if e > 1e-290)


def test_relative_fluctuation_falls_as_one_over_sqrt_N():
    """√⟨δN²⟩/⟨N⟩ = c/√N: a hundred times the volume, a tenth of the relative fluctuation."""
    N, variance = np.array([number_fluctuation(*shell(10 * 4**k + 1, 0.3)) for k in range(5)]).T
    slope = np.diff(np.log(np.sqrt(variance) / N)) / np.diff(np.log(N))
    assert close(slope[-1], -0.5, rel=1e-3)


def test_weak_coupling_variance():
    """Σ4u²v² = πN0Δ for levels of density N0 over a band much wider than Δ."""
    levels, Delta = 200001, 1e-3
    N0 = (levels - 1) / 2
    variance = number_fluctuation(*shell(levels, Delta))[1]
    assert close(variance, np.pi * N0 * Delta, rel=1e-3)  # the band ends: 1 − 2Δ/π
    assert close(variance, 2 * N0 * Delta * np.arctan(1 / Delta), rel=1e-6)


def test_normal_metal_has_a_sharp_number():
    """Δ = 0: every level full or empty, no fluctuation."""
    u, v = amplitudes(np.array([-3.0, -1.0, -0.5, 1.0, 2.0]), 0.0)
    assert (pair_number_distribution(u, v) == [0, 0, 0, 1, 0, 0]).all()
    assert number_fluctuation(u, v) == (6.0, 0.0)
    assert number_variance_per_electron(0.0, 1.0) == 0.0
    assert variational_energy([-3.0, -1.0, -0.5, 1.0, 2.0], u, v, 1.0) == -9.0


@few
@given(st.floats(0.01, 20))
def test_variance_per_electron_from_the_integrals(delta):
    """Second route: μ makes ¾∫√ε(1 − ξ/E)dε equal to 1, and ¾∫√ε(Δ/E)²dε is the variance; ε = y²."""
    variance = number_variance_per_electron(delta, 1.0)
    c = variance / (0.75 * np.pi * delta)  # Re√(μ + iΔ) = c means μ = c² − (Δ/2c)²
    mu = c * c - (delta / (2 * c)) ** 2

    def sum_over_levels(f):
        g = lambda y: 2 * y * y * f(y * y - mu, np.hypot(y * y - mu, delta))  # noqa: E731
        far = 2 * np.sqrt(abs(mu) + delta)
        middle = integral(g, 0, far, points=[np.sqrt(max(mu, 0))], limit=300, epsabs=0, epsrel=1e-10)[0]
        return 0.75 * (middle + integral(g, far, np.inf, epsabs=0, epsrel=1e-10)[0])

    assert close(sum_over_levels(lambda xi, E: delta**2 / E / (E + xi)), 1, rel=1e-8)
    assert close(sum_over_levels(lambda xi, E: (delta / E) ** 2), variance, rel=1e-8)


def test_variance_per_electron_limits():
    """(3π/4)Δ/E_F in weak coupling; molecules fluctuate like independent pairs, ⟨δN²⟩ = 2N."""
    assert close(
        number_variance_per_electron(np.array([1e-9, 1e-30, 1e-300]), 1.0),
        0.75 * np.pi * np.array([1e-9, 1e-30, 1e-300]),
    )
    assert close(number_variance_per_electron(np.array([1e3, 1e30, 1e300]), 1.0), 2.0)
    assert close(number_variance_per_electron(1e300, 1e-300), 2.0)
    ladder = number_variance_per_electron(np.logspace(-12, 4, 400), 1.0)
    assert (np.diff(ladder) > -1e-14).all() and (ladder <= 2).all()


def test_variance_per_electron_at_unitarity():
    """Δ/E_F = 0.6864020521, μ/E_F = 0.5906055070 (mean field): ⟨δN²⟩/N = (3π/4)Δ Re√(μ + iΔ)."""
    Delta, mu = 0.6864020521, 0.5906055070
    assert close(
        number_variance_per_electron(Delta, 1.0), 0.75 * np.pi * Delta * np.sqrt(mu + 1j * Delta).real, rel=1e-9
    )


# --- phase


@few
@given(angles, st.floats(-7, 7))
def test_overlap_is_the_fourier_transform_of_the_numbers(angle, phase):
    """Number and phase are conjugate: ⟨0|φ⟩ = Σ P(n) e^{inφ}."""
    u, v = np.cos(angle), np.sin(angle)
    P = pair_number_distribution(u, v)
    direct = np.sum(P * np.exp(1j * phase * np.arange(P.size)))
    assert abs(np.exp(log_phase_overlap(u, v, phase)) - direct) < 1e-13


def test_overlap_of_many_levels():
    """Twice the levels, twice the exponent: states of different phase become orthogonal, and the log says how fast."""
    small, large = (log_phase_overlap(*shell(n, 0.1), 2.0).real for n in (5001, 50001))
    assert large < -745  # below the smallest float
    assert close(large / small, 10, rel=1e-3)
    assert np.exp(log_phase_overlap(*shell(50001, 0.1), 2.0)) == 0


@pytest.mark.parametrize("phase", [1e-7, 0.3, 3.0, np.pi, 6.2, -40.0])
def test_overlap_digits(phase):
    """½ln(1 − 4u²v² sin²(φ/2)) keeps its digits for small angles and near φ = π, where a level may cancel."""
    xi = np.linspace(-1, 1, 41)
    real_part = log_phase_overlap(*amplitudes(xi, 0.3), phase).real
    with mp.workdps(40):
        c2, s2, gap2 = mp.cos(mpf(phase) / 2) ** 2, mp.sin(mpf(phase) / 2) ** 2, mpf(0.3) ** 2
        terms = [mp.log(c2 + s2 * mpf(x) ** 2 / (mpf(x) ** 2 + gap2)) / 2 for x in xi.tolist()]
        assert close(real_part, float(mp.fsum(terms)), rel=1e-13)


def test_small_phase_measures_the_variance():
    """|⟨0|φ⟩|² = 1 − ¼⟨δN²⟩φ² for small φ: a wide number makes a sharp phase; the angle turns by ½⟨N⟩φ."""
    u, v = shell(500, 0.2)
    N, variance = number_fluctuation(u, v)
    logarithm = log_phase_overlap(u, v, 1e-5)
    assert close(-2 * logarithm.real, variance * 1e-10 / 4, rel=1e-8)
    assert close(logarithm.imag, N * 1e-5 / 2, rel=1e-8)


def test_no_phase_without_pairing():
    """A Fermi sea only picks up e^{inφ}: no broken symmetry."""
    u, v = amplitudes(np.array([-2.0, -1.0, 1.0]), 0.0)
    assert close(np.abs(np.exp(log_phase_overlap(u, v, np.linspace(0, 6, 7)))), 1)


# --- bosons


def test_equal_weights():
    """φ² = 1/M on M levels: F_{N+1}/F_N = 1 − N/M, a boson while the levels are many."""
    ratio = boson_normalisation_ratio(np.full(2000, 0.3))
    assert close(ratio, 1 - np.arange(2000) / 2000)


@few
@given(st.lists(st.floats(0.01, 1), min_size=2, max_size=7).map(np.array))
def test_normalisation_from_the_polynomials(phi):
    """F_N = N! e_N(φ²), each polynomial summed over all choices of N levels; 1 − N Σφ⁴ <= F_{N+1}/F_N <= 1 − Σφ⁴."""
    weight = phi**2 / np.sum(phi**2)
    e = np.array([sum(np.prod(choice) for choice in combinations(weight, n)) for n in range(phi.size + 1)])
    ratio = boson_normalisation_ratio(phi)
    N, purity = np.arange(phi.size), np.sum(weight**2)
    assert close(ratio, (N + 1) * e[1:] / e[:-1], rel=1e-12)
    assert close(ratio[0], 1) and close(ratio[1], 1 - purity)
    assert (ratio[1:] <= 1 - purity + 1e-14).all() and (ratio >= 1 - N * purity - 1e-14).all()


@few
@given(st.lists(st.floats(0.05, 1), min_size=2, max_size=6).map(np.array), st.integers(0, 5))
def test_commutator_in_the_state_of_N_pairs(phi, N):
    """In b†ᴺ|0⟩ the occupations give ⟨[b, b†]⟩ = 2F_{N+1}/F_N − 1 (n_k summed over all configurations)."""
    N = min(N, phi.size - 1)
    states = fock_states(phi.size)
    states = states[states.sum(axis=1) == N]
    weight = np.prod(np.where(states, phi**2, 1), axis=1)
    n = weight @ states / weight.sum()
    assert close(boson_commutator(phi, n, n), 2 * boson_normalisation_ratio(phi)[N] - 1, rel=0, abs=1e-13)


def test_commutator_of_one_level():
    """[b, b†] = 1 − n↑ − n↓ on one level: 1 when empty, −1 when full, 0 with one electron (blocked)."""
    assert boson_commutator(1.0, 0.0, 0.0) == 1.0
    assert boson_commutator(1.0, 1.0, 1.0) == -1.0
    assert boson_commutator(1.0, 1.0, 0.0) == 0.0


def test_extreme_weights():
    """Thousands of levels whose φ² spans 10³⁰⁰ neither overflow nor underflow; empty levels count for nothing."""
    phi = np.concatenate([np.logspace(0, -150, 1000), np.zeros(3)])
    ratio = boson_normalisation_ratio(phi)
    assert np.isfinite(ratio).all() and (ratio[:1000] > 0).all() and (ratio[1000:] == 0).all()
    assert close(boson_normalisation_ratio(1e200 * phi[:50]), boson_normalisation_ratio(phi[:50]), rel=1e-12)


# --- energy


@few
@given(angles, st.floats(0, 3))
def test_energy_is_the_expectation_value(angle, V):
    """Second route: H = Σ2ξ n − V Σ b†_k b_l as a matrix on all pair configurations."""
    n = angle.size
    u, v, xi = np.cos(angle), np.sin(angle), np.linspace(-1, 2, n)
    states = fock_states(n)
    annihilate = [np.zeros((len(states),) * 2) for _ in range(n)]
    for k in range(n):
        occupied = np.flatnonzero(states[:, k])
        annihilate[k][occupied - 2 ** (n - 1 - k), occupied] = 1
    B = sum(annihilate)
    H = np.diag(states @ (2 * xi)) - V * B.T @ B
    psi = bcs_vector(u, v)
    assert close(variational_energy(xi, u, v, V, diagonal=True), psi @ H @ psi, rel=0, abs=1e-12)
    drop = V * np.sum(v**4)
    assert close(variational_energy(xi, u, v, V), psi @ H @ psi + drop, rel=0, abs=1e-12)


def test_least_energy_is_the_bcs_state():
    """Minimised level by level, the energy gives v² = ½(1 − ξ/E) with Δ = VΣuv."""
    xi, V = np.linspace(-1, 1, 12), 0.35
    least = minimize(lambda a: variational_energy(xi, np.cos(a), np.sin(a), V), np.full(12, 0.7), tol=1e-12)
    v2 = np.sin(least.x) ** 2
    Delta = V * np.sum(np.sqrt(v2 * (1 - v2)))
    assert Delta > 0.3
    assert close(v2, amplitudes(xi, Delta)[1] ** 2, rel=0, abs=1e-5)  # the minimum is flat: √ of its tolerance


@pytest.mark.parametrize("row", rows("richardson_8_4"), ids=lambda row: row["G"])
def test_energy_of_eight_levels(row):
    """8 levels, 4 pairs: minimised at ⟨N⟩ = 8 with the −GΣv⁴ term, the energy is the E_BCS of the reference."""
    eps, G = np.arange(1.0, 9.0), float(row["G"])
    v2 = np.array([float(n) for n in row["occ_BCS"]])
    energy = variational_energy(eps, np.sqrt(1 - v2), np.sqrt(v2), G, diagonal=True)
    assert close(energy, row["E_BCS"], rel=1e-10)  # the occupations are printed with fewer digits
    assert close(number_fluctuation(np.sqrt(1 - v2), np.sqrt(v2))[0], 8, rel=1e-10)


# --- size


def test_lengths():
    """ħv_F/Δ = πξ₀ and the rms size is (π/√8)ξ₀; a normal metal has no length."""
    v_F, Delta = 1.3e3, 0.2
    assert close(decay_length(v_F, Delta), 6500.0)
    assert close(pippard_length(v_F, Delta), 6500 / np.pi)
    assert close(rms_pair_size(v_F, Delta) / pippard_length(v_F, Delta), np.pi / np.sqrt(8))
    for length in decay_length, pippard_length, rms_pair_size:
        assert length(1.0, 0.0) == np.inf and length(1.0, 1e-320) == np.inf


def test_rms_size_from_the_wave_function():
    """⟨r²⟩ = ∫r⁴F²/∫r²F² with F ∝ K₀(rΔ/v_F) sin(k_F r)/r, sin² → ½: 1/8 in units of (v_F/Δ)²."""
    v_F, Delta, k_F = 1.0, 1.0, 1e4

    def moment(power):  # at the maxima of sin² the envelope is left
        def envelope(r):
            top = (np.floor(k_F * r / np.pi) + 0.5) * np.pi / k_F
            return (top * pair_wave_function_weak(top, Delta, v_F, k_F)) ** 2 * top**power

        x, w = np.polynomial.legendre.leggauss(400)
        return np.sum(w * envelope(10 * (1 + x)))

    assert close(np.sqrt(moment(2) / moment(0)), rms_pair_size(v_F, Delta), rel=1e-3)  # step of π/k_F


def test_weak_wave_function_is_a_cosine_transform():
    """∫dξ cos(ξr/v_F)·Δ/2E over all ξ is Δ K₀(rΔ/v_F), times sin(k_F r)/k_F r."""
    r, Delta, v_F, k_F = 0.7, 1.1, 2.0, 30.0
    t = r / v_F
    transform = 2 * integral(lambda xi: Delta / (2 * np.hypot(xi, Delta)), 0, np.inf, weight="cos", wvar=t)[0]
    assert close(pair_wave_function_weak(r, Delta, v_F, k_F), np.sin(k_F * r) / (k_F * r) * transform, rel=1e-7)


@pytest.mark.parametrize("r, Delta", [(0.1, 0.5), (1.0, 0.05), (3.0, 2.0), (0.5, 30.0)])
def test_wave_function_from_the_radial_integral(r, Delta):
    """Second route: (Δ/r)∫₀^∞ q sin(qr)/√((q² − 1)² + Δ²) dq along the real axis, v_F = 2, k_F = 1."""
    split = 200 * np.pi
    grid, weight = np.polynomial.legendre.leggauss(20)
    edges = np.linspace(0, split / r, 8001)
    q = (edges[:-1, None] + edges[1:, None] + np.diff(edges)[:, None] * grid) / 2
    f = q * np.sin(q * r) / np.hypot(q * q - 1, Delta)
    near = np.sum(f * weight * np.diff(edges)[:, None]) / 2
    # from the node of the sine at q = split/r on: ∫sin(qr)/q dq (1 + 1/q² + …), asymptotically
    far = (1 / split) * (1 - 2 / split**2 + 24 / split**4) + (r / split) ** 2 / split
    assert close(pair_wave_function(r, Delta, 2.0, 1.0), Delta / r * (near + far), rel=1e-9)


@pytest.mark.parametrize("x, delta", [(1e-4, 0.1), (10.0, 0.2), (300.0, 0.1), (700.0, 1.0), (20.0, 20.0), (1e-6, 1e-6)])
def test_wave_function_digits(x, delta):
    """The turned contour in 30 digits: relative to the envelope only the rounding of the phase k_F r is lost."""
    with mp.workdps(30):
        kappa = mp.sqrt(1 + 1j * mpf(delta))
        a, b = kappa.real, kappa.imag

        def f(u):
            q = a + 1j * b * mp.cosh(u)
            return mp.exp(1j * q * x) * q / mp.sqrt((q + a) ** 2 + b * b)

        exact = quad(f, mp.linspace(0, mp.acosh(1 + 50 / (b * x)), 20)).imag * 2 * delta / x
        envelope = mp.besselk(0, b * x) * delta / x
    assert close(
        pair_wave_function(x, delta, 2.0, 1.0), float(exact), rel=1e-13, abs=1e-15 * (50 + x) * float(envelope)
    )


def test_wave_function_becomes_weak():
    """Δ/E_F → 0: the exact F tends to Δ sin(k_F r)/(k_F r) K₀(r/πξ₀), with an error of order 1/k_F r."""
    v_F, k_F, Delta = 2.0, 1.0, 1e-5
    r = np.linspace(0.1, 3, 20) * decay_length(v_F, Delta)
    r = (np.round(r / np.pi) + 0.5) * np.pi  # where sin² = 1
    assert close(pair_wave_function(r, Delta, v_F, k_F), pair_wave_function_weak(r, Delta, v_F, k_F), rel=1e-4)


def test_wave_function_at_contact():
    """F = πΔ/2k_F r as r → 0, whatever Δ/E_F: two electrons that meet do not know about the sea."""
    r = np.array([1e-12, 1e-9])
    assert close(
        pair_wave_function(r, np.array([[1e-3], [10.0]]), 2.0, 1.0),
        np.pi * np.array([[1e-3], [10.0]]) / (2 * r),
        rel=1e-8,
    )


def test_wave_function_of_a_normal_metal():
    """Δ = 0: no pairs, no pair wave function, at any distance."""
    r = np.array([1e-300, 1.0, 1e10])
    assert (pair_wave_function(r, 0.0, 1.0, 1.0) == 0).all()
    assert (pair_wave_function_weak(r, 0.0, 1.0, 1.0) == 0).all()


# --- how the functions behave


@few
@given(gaps, st.floats(1e-4, 1e4))
def test_energies_scale(Delta, factor):
    """Ratios do not feel the unit of energy, energies scale with it, lengths do not change if v_F scales too."""
    assert close(
        number_variance_per_electron(factor * Delta, factor), number_variance_per_electron(Delta, 1.0), rel=1e-13
    )
    assert close(pippard_length(factor, factor * Delta), pippard_length(1.0, Delta), rel=1e-14)
    u, v = shell(20, Delta)
    xi = np.linspace(-1, 1, 20)
    one, many = variational_energy(xi, u, v, 0.3), variational_energy(factor * xi, u, v, 0.3 * factor)
    assert close(many, factor * one, rel=1e-12, abs=1e-12 * factor)
    for F in pair_wave_function, pair_wave_function_weak:
        assert close(F(0.5, factor * Delta, 2 * factor, 1.0), factor * F(0.5, Delta, 2.0, 1.0), rel=1e-11, abs=1e-300)


def test_wide_domain():
    """No warning and no nan for r and Δ over 300 orders of magnitude."""
    x = np.array([1e-290, 1e-150, 1e-9, 1e-3, 1.0, 1e3, 1e9])
    for F in pair_wave_function, pair_wave_function_weak:
        assert np.isfinite(F(x[:, None], x, 2.0, 1.0)).all()
    assert np.isfinite(number_variance_per_electron(np.logspace(-320, 300, 63), 1.0)).all()


def test_many_states_at_once():
    """Leading axes are states, the last axis is levels."""
    xi = np.linspace(-1, 1, 30)
    Delta = np.array([0.1, 0.2, 0.3, 0.4])
    u, v = amplitudes(xi, Delta[:, None])
    assert pair_number_distribution(u, v).shape == (4, 31)
    assert all(part.shape == (4,) for part in number_fluctuation(u, v))
    assert variational_energy(xi, u, v, 0.1).shape == (4,)
    assert log_phase_overlap(u, v, 0.3).shape == (4,)
    assert log_phase_overlap(u[0], v[0], np.zeros(5)).shape == (5,)
    assert boson_normalisation_ratio(u * v).shape == (4, 30)
    assert boson_commutator(u * v, v**2, v**2).shape == (4,)
    assert close(pair_number_distribution(u, v)[2], pair_number_distribution(u[2], v[2]))
    assert close(boson_normalisation_ratio(u * v)[2], boson_normalisation_ratio(u[2] * v[2]))


def test_shapes():
    """Scalars give floats (a complex for the overlap), arrays broadcast."""
    column, row = np.array([[0.2], [0.4], [3.0]]), np.array([1.0, 2.0])
    calls = {
        number_variance_per_electron: 2,
        pippard_length: 2,
        decay_length: 2,
        rms_pair_size: 2,
        overlapping_pairs: 3,
        pair_wave_function: 4,
        pair_wave_function_weak: 4,
    }
    for function, arguments in calls.items():
        assert type(function(*[1.5] * arguments)) is float, function
        assert function(column, row, *[1.5] * (arguments - 2)).shape == (3, 2), function
        assert function(np.empty((0,)), *[1.5] * (arguments - 1)).shape == (0,), function
    assert [type(x) for x in number_fluctuation(0.6, 0.8)] == [float, float]
    assert type(variational_energy(1.0, 0.6, 0.8, 0.1)) is float
    assert type(boson_commutator(1.0, 0.5, 0.5)) is float
    assert type(log_phase_overlap(0.6, 0.8, 1.0)) is complex
    assert close(pair_number_distribution(0.6, 0.8), [0.36, 0.64])


@pytest.mark.parametrize("bad", [-1.0, np.nan, np.inf, "1", None])
@pytest.mark.parametrize(
    "function, good, name, place",
    [
        (number_variance_per_electron, (0.1, 1.0), "Delta", 0),
        (number_variance_per_electron, (0.1, 1.0), "E_F", 1),
        (pippard_length, (1.0, 0.1), "v_F", 0),
        (decay_length, (1.0, 0.1), "Delta", 1),
        (rms_pair_size, (1.0, 0.1), "Delta", 1),
        (overlapping_pairs, (1.0, 1.0, 1.0), "size", 0),
        (overlapping_pairs, (1.0, 1.0, 1.0), "density", 1),
        (overlapping_pairs, (1.0, 1.0, 1.0), "share", 2),
        (pair_wave_function, (1.0, 0.1, 1.0, 1.0), "r", 0),
        (pair_wave_function_weak, (1.0, 0.1, 1.0, 1.0), "Delta", 1),
        (variational_energy, (0.1, 0.6, 0.8, 1.0), "interaction", 3),
        (boson_commutator, (1.0, 0.1, 0.1), "n_up", 1),
        (boson_commutator, (1.0, 0.1, 0.1), "n_down", 2),
    ],
)
def test_bad_arguments_are_named(function, good, name, place, bad):
    """A wrong argument is refused by name."""
    with pytest.raises((ValueError, TypeError), match=name):
        function(*good[:place], bad, *good[place + 1 :])


def test_states_must_be_states():
    """Amplitudes that do not square to one, occupations above one and an empty pair are refused."""
    for function in pair_number_distribution, number_fluctuation:
        with pytest.raises(ValueError, match=r"u² \+ v² = 1 on every level, got 0\.5"):
            function([1.0, 0.5], [0.0, 0.5])
    with pytest.raises(ValueError, match="n_down must be between 0 and 1, got 1.5"):
        boson_commutator([1.0, 1.0], 0.0, [0.5, 1.5])
    with pytest.raises(ValueError, match="phi must be nonzero"):
        boson_normalisation_ratio([0.0, 0.0])
    with pytest.raises(ValueError, match="shape must be 'sphere' or 'cube', got 'ball'"):
        overlapping_pairs(1.0, 1.0, shape="ball")
    for bad in (np.nan, "u", None, 1j):
        with pytest.raises((TypeError, ValueError), match="u must be"):
            log_phase_overlap(bad, 1.0, 0.1)


# ---- edges -------------------------------------------------------------------------------------------------


def test_amplitudes_in_single_precision():
    """float32 has seven digits: u² + v² = 1 is asked for to its own rounding, and to 1e-12 in double precision."""
    u, v = amplitudes(np.linspace(-3, 3, 50), 1.0)
    single = number_fluctuation(u.astype(np.float32), v.astype(np.float32))
    assert np.allclose(single, number_fluctuation(u, v), rtol=1e-6)
    with pytest.raises(ValueError, match="u² \\+ v² = 1"):
        number_fluctuation(u * (1 + 1e-9), v)


def test_unsigned_energies_do_not_wrap():
    """u(ξ) of an unsigned ξ is that of the same number as a float."""
    assert amplitudes(np.uint8(3), 1) == amplitudes(3.0, 1.0)


def test_states_that_do_not_fit_are_named():
    """Levels on the last axis, states before it: what does not fit together is said by name."""
    u, v = amplitudes(np.linspace(-3, 3, 5), 1.0)
    with pytest.raises(ValueError, match=r"u, v must broadcast, got shapes \(5,\), \(4,\)"):
        pair_number_distribution(u, v[:4])
    with pytest.raises(ValueError, match=r"u, v, phase must broadcast, got shapes \(2,\), \(2,\), \(3,\)"):
        log_phase_overlap([u, u], [v, v], np.zeros(3))
    with pytest.raises(ValueError, match=r"phi, n_up, n_down must broadcast"):
        boson_commutator(np.ones(5), np.zeros(4), 0.0)
    with pytest.raises(ValueError, match=r"u, v, xi must broadcast"):
        variational_energy(np.zeros(4), u, v, 1.0)
    with pytest.raises(ValueError, match=r"interaction must broadcast"):
        variational_energy(np.zeros(5), [u, u], [v, v], np.ones(3))


def test_work_that_would_never_end_is_refused_before_it_begins():
    """A million levels would need 10¹² steps: the message says so."""
    u = np.broadcast_to(np.sqrt(0.5), 1_000_000)
    for call in (lambda: pair_number_distribution(u, u), lambda: boson_normalisation_ratio(u)):
        with pytest.raises(ValueError, match=r"got 1\.0e\+12 for shape \(1000000,\): about 3000 s of work"):
            call()
