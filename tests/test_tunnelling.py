"""Tunnel junctions, Andreev reflection and supercurrents against closed forms, second routes and 30-digit rows."""

from dataclasses import FrozenInstanceError
from itertools import pairwise

import mpmath as mp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import ellipe, ellipk

from bcs_helpers import limits, spectrum
from bcs_helpers.gap import gap
from bcs_helpers.tunnelling import (
    andreev_level,
    andreev_reflection,
    btk_conductance,
    critical_current,
    critical_phase,
    fit_conductance,
    fit_current,
    nis_conductance,
    nis_current,
    normal_reflection,
    point_contact_current,
    sis_current,
)

from .conftest import close, rows

A0 = limits.GAP_OVER_TC

energies = st.floats(1e-3, 1e3)
biases = st.floats(0, 1e3) | energies
gammas = st.just(0.0) | st.floats(1e-12, 10.0)
barriers = st.floats(0, 30.0)
quick = settings(max_examples=25, deadline=None)


def reduced(row):
    """(T, Δ) of a row in units of Δ(0); Δ is 1 at T = 0, to the last digit: SIS has its jump at V = 2Δ."""
    t = float(row["t"])
    return t / A0, gap(t, 1.0) / A0 if t > 0 else 1.0


def gauss(function, *ends, n=60):
    """∫ by Gauss–Legendre on the intervals between `ends`."""
    x, weight = np.polynomial.legendre.leggauss(n)
    return sum((b - a) / 2 * function((a + b) / 2 + (b - a) / 2 * x) @ weight for a, b in pairwise(ends))


# ---- reference rows ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows("nis"))
def test_nis_rows(row):
    """Current and conductance of an NIS junction agree with the 30-digit values."""
    T, Delta = reduced(row)
    V, broadening = float(row["eV_over_Delta0"]), float(row["Gamma_over_Delta0"])
    # absolute, as the contour adds numbers near 1
    G = nis_conductance(V, T, Delta, broadening=broadening)
    assert close(G, row["dIdV_over_Gn"], rel=0, abs=1e-12)
    assert close(nis_current(V, T, Delta, broadening=broadening), row["eI_Rn_over_Delta0"], rel=0, abs=1e-12)


@pytest.mark.parametrize("row", rows("sis"))
def test_sis_rows(row):
    """The quasiparticle current of an SIS junction agrees with the 30-digit values, by both roads to it."""
    T, Delta = reduced(row)
    V = float(row["eV_over_Delta0"])
    assert close(sis_current(V, T, Delta), row["eIRn_over_Delta0"])
    # gaps that differ in the last digits take the road of different gaps (below, so that V = 2Δ stays above)
    assert close(sis_current(V, T, Delta, Delta * (1 - 4e-16)), row["eIRn_over_Delta0"])


@pytest.mark.parametrize("row", rows("btk_T0"))
def test_btk_rows_cold(row):
    """A, B and the conductance at T = 0 agree with matching at the interface in 30 digits."""
    E, Z = float(row["E_over_Delta"]), float(row["Z"])
    assert close(andreev_reflection(E, 1.0, Z), row["A"])
    assert close(normal_reflection(E, 1.0, Z), row["B"])
    assert close(btk_conductance(E, 0.0, 1.0, Z), row["G_over_Gn"])


@pytest.mark.parametrize("row", rows("btk_T"))
def test_btk_rows_warm(row):
    """The thermally smeared conductance of a contact agrees with the 30-digit values."""
    T, Delta = reduced(row)
    V = float(row["eV_over_Delta_T"]) * Delta
    assert close(btk_conductance(V, T, Delta, float(row["Z"])), row["G_over_Gn"])


@pytest.mark.parametrize("row", rows("josephson"))
def test_josephson_rows(row):
    """Critical currents of the tunnel junction and of the clean contact, and the phase where the latter has it."""
    T, Delta = reduced(row)
    assert close(critical_current(T, Delta), row["AB_eIcRn_over_Delta0"])
    assert close(critical_current(T, Delta, 1.0), row["KO2_eIcRn_over_Delta0"])
    assert close(critical_phase(T, Delta, 1.0), row["KO2_phi_max"])


# ---- NIS ---------------------------------------------------------------------------------------------------


def test_nis_at_zero_temperature_is_the_density_of_states():
    """At T = 0 the conductance is the density of states and the current the number of states, with any Γ."""
    V = np.array([0.0, 0.3, 0.999, 1.0 + 1e-9, 1.5, 40.0])
    for broadening in (0.0, 1e-6, 0.2):
        expected = spectrum.density_of_states(V, 1.0, broadening=broadening)
        assert close(nis_conductance(V, 0.0, 1.0, broadening=broadening), expected, rel=1e-13)
    assert close(nis_current(V, 0.0, 1.0, broadening=0.0), spectrum.number_of_states(V, 1.0), rel=1e-14)
    z = V + 0.2j
    expected = (np.sqrt(z - 1) * np.sqrt(z + 1)).real
    assert close(nis_current(V, 0.0, 1.0, broadening=0.2), expected, abs=1e-15)


def test_nis_gap_edge_at_zero_temperature():
    """Without temperature and broadening the conductance is infinite at the gap edge and zero inside the gap."""
    assert nis_conductance(1.0, 0.0, 1.0, broadening=0.0) == np.inf
    assert nis_conductance(-1.0, 0.0, 1.0, broadening=0.0) == np.inf
    assert nis_conductance(0.999, 0.0, 1.0, broadening=0.0) == 0.0
    assert nis_current(1.0, 0.0, 1.0, broadening=0.0) == 0.0
    # T or Γ makes the peak finite; near the edge it grows like the inverse root of either
    for peak in (
        [nis_conductance(1.0, T, 1.0, broadening=0.0) for T in (1e-8, 1e-10)],
        [nis_conductance(1.0, 0.0, 1.0, broadening=T) for T in (1e-8, 1e-10)],
    ):
        assert close(peak[1] / peak[0], 10.0, rel=1e-7)


@pytest.mark.parametrize("V, T, broadening", [(0.3, 0.05, 1e-3), (1.0, 0.1, 0.02), (2.0, 3.0, 0.3)])
def test_nis_second_route(V, T, broadening):
    """Smearing the Dynes density of states along the real axis gives the same as the contour above it."""
    mp.mp.dps = 20

    def states(E):
        z = mp.mpc(E, broadening)
        return abs((z / (mp.sqrt(z - 1) * mp.sqrt(z + 1))).real)

    ends = sorted({V - 50 * T, V + 50 * T, *(V + k * T for k in (-20, -8, -3, 0, 3, 8, 20))})
    ends = sorted({*ends, *(x for c in (-1, 1) for x in (c - 9 * broadening, c, c + 9 * broadening))})
    ends = [mp.mpf(x) for x in ends if V - 50 * T <= x <= V + 50 * T]
    G = mp.quad(lambda E: states(E) * mp.sech((E - V) / (2 * T)) ** 2 / (4 * T), ends)
    assert close(nis_conductance(V, T, 1.0, broadening=broadening), float(G), rel=1e-13, abs=1e-15)


@given(V=biases, T=energies, broadening=gammas)
@quick
def test_nis_conductance_is_the_slope_of_the_current(V, T, broadening):
    """The current grows by the integral of the conductance."""
    step = 0.2 * T
    grown = nis_current(V + step, T, 1.0, broadening=broadening) - nis_current(V, T, 1.0, broadening=broadening)
    integral = gauss(lambda v: nis_conductance(v, T, 1.0, broadening=broadening), V, V + step, n=24)
    assert close(grown, integral, rel=1e-12, abs=1e-14 * max(V, T, broadening, 1.0))


@pytest.mark.parametrize("a", [3.0, 30.0, 300.0])
def test_zero_bias_conductance_is_exponential(a):
    """At V = 0, G/G_n is the Yosida function (a/2)∫dξ sech²(aE/2Δ)/2Δ, to full precision however small it is."""
    mp.mp.dps = 20
    q = mp.quad(lambda x: mp.exp(a * (1 - mp.cosh(x))) * mp.cosh(x) / (1 + mp.exp(-a * mp.cosh(x))) ** 2, [0, 1, 3, 6])
    conductance = nis_conductance(0.0, 1 / a, 1.0, broadening=0.0)
    assert close(conductance, float(2 * a * q * mp.exp(-a)), rel=1e-13)
    # limits has the leading term, the next is 3/8a of it
    assert close(conductance, limits.yosida_low_temperature(a), rel=0.5 / a)


@pytest.mark.parametrize("T, broadening", [(0.05, 0.0), (2.0, 0.0), (0.3, 0.2), (0.0, 0.1)])
def test_nis_current_is_linear_at_small_bias(T, broadening):
    """I → G(0) V as V → 0, relatively exact however small the voltage, with the right cubic term."""
    for V in (1e-12, 1e-7, 1e-5, 7e-5, 2e-4):
        expected = gauss(lambda v: nis_conductance(v, T, 1.0, broadening=broadening), 0, V, n=4)
        assert close(nis_current(V, T, 1.0, broadening=broadening), expected)


def test_nis_current_lags_behind_the_normal_one():
    """Far above the gap, I = V − Δ²/2V at any T and Γ: what the gap removed comes back only slowly."""
    V = 1e3
    for T, broadening in ((0.0, 0.0), (0.5, 0.0), (0.5, 2.0)):
        deficit = V - nis_current(V, T, 1.0, broadening=broadening)
        assert close(deficit, 0.5 / V, rel=1e-5)  # the next term is smaller by (T, Γ)²/V²


# ---- SIS ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("a, b", [(1.0, 1.0), (1.0, 0.26), (1.0, 1e-3), (0.5, 2.0)])
def test_sis_at_zero_temperature(a, b):
    """At T = 0 the current is Werthamer's pair of elliptic integrals, nothing below V = Δ₁ + Δ₂."""
    V = (a + b) * np.array([1 + 1e-12, 1.01, 1.4, 5.0, 500.0])
    p = V**2 - (a - b) ** 2
    m = (V - a - b) * (V + a + b) / p
    # N. R. Werthamer, Phys. Rev. 147, 255 (1966)
    expected = np.sqrt(p) * ellipe(m) - 2 * a * b / np.sqrt(p) * ellipk(m)
    assert close(sis_current(V, 0.0, a, b), expected, rel=1e-12)  # the difference loses a digit or two at the jump
    assert np.all(sis_current((a + b) * np.array([0.0, 0.5, 1 - 1e-12]), 0.0, a, b) == 0)


@given(T=st.floats(0.01, 3), b=st.floats(0.01, 1))
@quick
def test_sis_jump(T, b):
    """The current jumps at V = Δ₁ + Δ₂, by (π/2)√(Δ₁Δ₂) [1 − f(Δ₁) − f(Δ₂)], and V there is above the jump."""
    edge = 1 + b
    jump = sis_current(edge, T, 1.0, b) - sis_current(edge * (1 - 1e-14), T, 1.0, b)
    open_states = 1 - 1 / (np.exp(1 / T) + 1) - 1 / (np.exp(b / T) + 1)
    # the current below the jump grows a little in the step of 1e-14
    assert close(jump, np.pi / 2 * np.sqrt(b) * open_states, rel=1e-10, abs=1e-12)
    assert close(sis_current(2.0, 0.0, 1.0), np.pi / 2, rel=1e-15)


@pytest.mark.parametrize("V, T, a, b", [(0.2, 0.1, 1.0, 1.0), (0.5, 0.15, 1.0, 0.3), (2.5, 0.8, 1.0, 0.3)])
def test_sis_second_route(V, T, a, b):
    """Integrating the product of the two densities of states over all energies gives the same current."""
    mp.mp.dps = 20
    edges = sorted(mp.mpf(x) for x in (-a, a, -V - b, b - V))

    def piece(edge, side, length):  # E = edge ± x²: the root of this edge cancels against dE = 2x dx
        def integrand(x):
            E = edge + side * x * x
            others = mp.fprod(abs(E - other) for other in edges if other is not edge)
            fermi = 1 / (1 + mp.exp(E / T)) - 1 / (1 + mp.exp((E + V) / T))
            return 2 * abs(E * (E + V)) / mp.sqrt(others) * fermi

        return mp.quad(integrand, mp.linspace(0, mp.sqrt(length), 9))

    current = piece(edges[0], -1, 60 * T) + piece(edges[-1], 1, 60 * T)
    for left, right in pairwise(edges):
        middle = (left + right) / 2
        if abs(middle) > a and abs(middle + V) > b:
            current += piece(left, 1, middle - left) + piece(right, -1, right - middle)
    assert close(sis_current(V, T, a, b), float(current), rel=1e-13)


def test_sis_of_two_gaps_peaks_where_the_edges_coincide():
    """Between Δ₂ − Δ₁ and Δ₂ + Δ₁ the current falls (Giaever): at Δ₂ − Δ₁ it has a logarithmic singularity."""
    a, b, T = 1.5, 0.25, 0.1
    V = np.linspace(b + a - 0.01, a - b, 60)[::-1]
    current = sis_current(V, T, a, b)
    assert current[0] == np.inf
    assert np.all(np.diff(current[1:-20]) < 0)
    # five equal factors in the distance from the singularity: five equal steps
    for side in (1, -1):
        steps = np.diff(sis_current((a - b) + side * np.logspace(-4, -9, 6), T, a, b))
        assert close(steps[1:], steps[-1], rel=2e-2)
    assert sis_current(a - b, 0.0, a, b) == 0.0


def test_sis_needs_no_bias_to_diverge():
    """With equal gaps I/V grows like ln(1/V) as V → 0: the junction has no linear response."""
    V = np.logspace(-4, -12, 9)
    steps = np.diff(sis_current(V, 0.3, 1.0) / V)
    a = 1 / 0.3
    # near the edge both signs of E contribute (Δ/2)(−f′(Δ)) ∫dx/√(x(x + V))
    slope = a / 4 / np.cosh(a / 2) ** 2 * np.log(10)
    assert close(steps[1:], slope, rel=1e-3)


@given(V=energies, T=energies, b=st.floats(1e-3, 1e3))
@quick
def test_sis_symmetries(V, T, b):
    """The junction does not mind which side is which, and reversing the voltage reverses the current."""
    current = sis_current(V, T, 1.0, b)
    swapped = sis_current(V, T, b, 1.0)
    assert swapped == current or close(swapped, current, rel=1e-13)  # both are inf at V = |Δ₁ − Δ₂|
    assert sis_current(-V, T, 1.0, b) == -current


@given(V=st.floats(1e-2, 100), T=st.floats(0.05, 100))
@quick
def test_sis_with_a_normal_side(V, T):
    """With one gap at zero the SIS junction is NIS; a small gap is close to that, by √Δ₂ at worst (V = Δ₁)."""
    assert sis_current(V, T, 1.0, 0.0) == sis_current(V, T, 0.0, 1.0) == nis_current(V, T, 1.0, broadening=0.0)
    assert close(sis_current(V, T, 1.0, 3e-13), nis_current(V, T, 1.0, broadening=0.0), rel=1e-5)


# ---- BTK ---------------------------------------------------------------------------------------------------


@given(E=st.floats(-3, 3), Z=barriers)
@quick
def test_reflection_probabilities(E, Z):
    """In the gap every electron comes back; above it fewer do; at the edge all come back as holes."""
    A, B = andreev_reflection(E, 1.0, Z), normal_reflection(E, 1.0, Z)
    assert 0 <= A <= 1 and 0 <= B <= 1
    assert close(A + B, 1.0) if abs(E) <= 1 else A + B < 1
    assert andreev_reflection(1.0, 1.0, Z) == 1 and normal_reflection(-1.0, 1.0, Z) == 0
    assert close(btk_conductance(E, 0.0, 1.0, Z), (1 + Z**2) * (1 + A - B), abs=1e-15 * (1 + Z**2))


def test_reflection_of_a_normal_metal():
    """Without a gap there are no holes, and the barrier reflects Z²/(1 + Z²)."""
    E, Z = np.array([0.0, 0.1, 5.0])[:, None], np.array([0.0, 0.5, 3.0])
    assert np.all(andreev_reflection(E, 0.0, Z) == 0)
    assert close(normal_reflection(E, 0.0, Z), np.broadcast_to(Z**2 / (1 + Z**2), (3, 3)), rel=1e-15)
    assert np.all(btk_conductance(E, np.array([0.0, 0.3, 1.0]), 0.0, Z) == 1)


def test_clean_contact_doubles_the_conductance():
    """Z = 0: G = 2 in the gap at T = 0, and the excess current ∫(G − 1)dV is 4Δ/3 at every temperature."""
    assert close(btk_conductance(np.linspace(-1, 1, 9), 0.0, 1.0, 0.0), 2.0, rel=1e-15)
    for T in (0.0, 0.05, 0.7):
        # substitution V = x/(1 − x); Blonder, Tinkham, Klapwijk (1982): 4Δ/3
        ends = (0, 0.5, 1) if T == 0 else (0, 0.3, 0.45, 0.5, 0.55, 0.7, 1)
        excess = gauss(lambda x, T=T: (btk_conductance(x / (1 - x), T, 1.0, 0.0) - 1) / (1 - x) ** 2, *ends)
        assert close(excess, 4 / 3, rel=1e-5)  # the kink at V = Δ limits the quadrature at T = 0


@pytest.mark.parametrize("Z", [3e3, 1e6])
def test_high_barrier_is_a_tunnel_junction(Z):
    """Z → ∞: the contact shows the density of states of an NIS junction, up to terms of order Z⁻²."""
    V = np.array([0.0, 0.7, 1.0, 1.2, 5.0])
    for T in (0.1, 1.0):
        assert close(btk_conductance(V, T, 1.0, Z), nis_conductance(V, T, 1.0, broadening=0.0), abs=30 / Z**2)


@pytest.mark.parametrize("V, T, Z", [(0.0, 0.02, 7.0), (1.3, 0.2, 0.0), (0.4, 5.0, 0.7), (9.0, 0.1, 0.2)])
def test_btk_second_route(V, T, Z):
    """Smearing 1 + A − B, as matching gives it, in 20 digits leads to the same conductance."""
    mp.mp.dps = 20
    z = mp.mpf(Z)

    def spectral(E):  # 2A in the gap, table II in u², v² above it
        if abs(E) <= 1:
            return 2 * (1 + z**2) / (E**2 + (1 - E**2) * (1 + 2 * z**2) ** 2)
        eps = mp.sqrt(E**2 - 1) / abs(E)
        u2, v2 = (1 + eps) / 2, (1 - eps) / 2
        gamma2 = (u2 + z**2 * eps) ** 2
        return (1 + z**2) * (1 + u2 * v2 / gamma2 - eps**2 * z**2 * (1 + z**2) / gamma2)

    def smeared(x, edge, side):  # E = edge ± x²
        E = edge + side * x * x
        return 2 * x * spectral(E) * mp.sech((E - V) / (2 * T)) ** 2 / (4 * T)

    total = mp.mpf(0)
    for edge in (-1, 1):
        for side, reach in ((edge, mp.sqrt(60 * T + max(edge * V, 0))), (-edge, mp.mpf(1))):
            ends = mp.linspace(0, reach, 7) if Z < 1 else [0, 0.01, 0.05, 0.2, *mp.linspace(0.3, reach, 6)]
            total += mp.quad(lambda x, edge=edge, side=side: smeared(x, edge, side), ends)
    assert close(btk_conductance(V, T, 1.0, Z), float(total), rel=1e-12)


def test_btk_is_cold_continuously():
    """Lowering T to zero leads to the T = 0 formula, however far, in the gap, at its edge and above."""
    V = np.array([0.0, 0.5, 0.9, 1.5, 3.0])
    cold = btk_conductance(V, 0.0, 1.0, 1.0)
    assert close(btk_conductance(V, 1e-7, 1.0, 1.0), cold, rel=1e-11)  # (T/Δ)² G″
    assert close(btk_conductance(V, 1e-30, 1.0, 1.0), cold, rel=1e-13)
    assert close(btk_conductance(1.0, 1e-30, 1.0, 1.0), 4.0, rel=1e-13)


# ---- supercurrent ------------------------------------------------------------------------------------------


@given(phi=st.floats(-6, 6), T=energies, tau=st.floats(0, 1))
@quick
def test_current_is_the_slope_of_the_free_energy(phi, T, tau):
    """e I R_n = (2π/τ) dF/dφ with F = −T ln 2cosh(E_A/2T): each spin direction fills its Andreev level."""
    if tau < 1e-6:
        return  # F hardly depends on φ
    mp.mp.dps = 40
    level = lambda x: mp.sqrt(1 - mp.mpf(tau) * mp.sin(x / 2) ** 2)  # noqa: E731
    free = lambda x: -T * mp.log(2 * mp.cosh(level(x) / (2 * T)))  # noqa: E731
    slope = float(4 * mp.pi / tau * mp.diff(free, mp.mpf(phi)))
    assert close(andreev_level(phi, 1.0, tau), float(level(mp.mpf(phi))), rel=1e-14, abs=1e-15)
    assert close(point_contact_current(phi, T, 1.0, tau), slope, rel=1e-11, abs=1e-15)


def test_point_contact_limits():
    """τ → 0 is Josephson's sine with Ambegaokar–Baratoff's amplitude, τ = 1 the clean contact; F is 2π-periodic."""
    phi, T = np.linspace(-3, 3, 13), np.array([[0.0], [0.2], [2.0]])
    tanh = np.tanh(0.5 / np.maximum(T, 1e-3))
    assert close(point_contact_current(phi, T, 1.0, 0.0), np.pi / 2 * tanh * np.sin(phi), rel=1e-13)
    clean = np.pi * np.sin(phi / 2) * np.tanh(np.cos(phi / 2) / 2 / np.maximum(T, 1e-3))
    assert close(point_contact_current(phi, T, 1.0, 1.0), clean, rel=1e-13)
    assert close(
        point_contact_current(phi + 2 * np.pi, 0.2, 1.0, 0.7), point_contact_current(phi, 0.2, 1.0, 0.7), abs=1e-14
    )


def test_andreev_levels_of_a_clean_contact_cross():
    """For τ = 1 the two levels ±Δ cos(φ/2) meet at φ = π; a barrier opens the gap 2Δ√(1 − τ) between them."""
    assert close(andreev_level(np.pi, 2.0, 1.0), 0.0, abs=1e-15)
    assert close(andreev_level(np.pi, 2.0, 0.99), 0.2, rel=1e-14)
    assert close(andreev_level([0.0, 2 * np.pi], 2.0, 0.3), 2.0, rel=1e-15)


def test_critical_current_at_zero_temperature():
    """At T = 0 the largest current is πΔ(1 − √(1−τ))/τ: πΔ/2 for the tunnel junction, twice that if clean."""
    tau = np.array([1e-3, 0.2, 0.9, 1.0])
    assert close(critical_current(0.0, 2.0, tau), 2 * np.pi * (1 - np.sqrt(1 - tau)) / tau, rel=1e-12)
    assert close(critical_current(0.0, 1.0), limits.TUNNEL_CRITICAL_CURRENT, rel=1e-15)
    assert close(critical_current(1e-9, 1.0, tau), critical_current(0.0, 1.0, tau), rel=1e-7)
    assert close(critical_phase(0.0, 1.0, [0.0, 1.0]), [np.pi / 2, np.pi], rel=1e-15)


def test_critical_current_near_Tc():
    """Near Tc the barrier no longer matters: eI_cR_n = πΔ²/4T for every transparency, at φ = π/2."""
    for tau in (0.0, 0.5, 1.0):
        assert close(critical_current(1.0, 1e-3, tau), np.pi / 4 * 1e-6, rel=1e-6)
        assert close(critical_phase(1.0, 1e-3, tau), np.pi / 2, rel=1e-6)
    assert critical_current(1.0, 0.0, 0.5) == 0.0


@given(T=st.floats(0, 10), tau=st.floats(0, 1), phi=st.floats(0, np.pi))
@quick
def test_critical_current_is_the_largest(T, tau, phi):
    """No phase carries more than the critical current."""
    assert point_contact_current(phi, T, 1.0, tau) <= critical_current(T, 1.0, tau) * (1 + 1e-14)


# ---- fit ---------------------------------------------------------------------------------------------------

TRUTH = {"Delta": 1.42, "broadening": 0.06, "T": 0.21}
BIAS = np.linspace(-5, 5, 101)
CURVES = [(fit_conductance, nis_conductance), (fit_current, nis_current)]


def errors_of(fit):
    return np.array([fit.Delta_error, fit.broadening_error, fit.T_error])


def values_of(fit):
    return np.array([fit.Delta, fit.broadening, fit.T])


@pytest.mark.parametrize("fitted, model", CURVES)
def test_fit_recovers_the_parameters(fitted, model):
    """A curve without noise gives back the parameters it was made of."""
    curve = model(BIAS, TRUTH["T"], TRUTH["Delta"], broadening=TRUTH["broadening"])
    fit = fitted(BIAS, curve)
    assert close(values_of(fit), list(TRUTH.values()), rel=1e-7)  # the optimiser stops at steps of 1e-10
    assert fit.chi2 < 1e-12 and fit.freedom == BIAS.size - 3
    # order of the points and the unit of energy do not matter
    scale = 1e-22
    shuffled = np.random.default_rng(0).permutation(BIAS.size)
    small = fitted(BIAS[shuffled] * scale, curve[shuffled] * (scale if model is nis_current else 1))
    assert close(values_of(small) / scale, list(TRUTH.values()), rel=1e-7)
    with pytest.raises(FrozenInstanceError):
        fit.Delta = 1.0


@pytest.mark.parametrize("fitted, model", CURVES)
def test_fit_uncertainties(fitted, model, rng):
    """Over many noisy curves the errors made are as large as the errors stated, and χ² is that of the noise."""
    curve = model(BIAS, TRUTH["T"], TRUTH["Delta"], broadening=TRUTH["broadening"])
    sigma = 0.01
    fits = [
        fitted(BIAS, curve + sigma * rng.standard_normal(BIAS.size), sigma=sigma, start=list(TRUTH.values()))
        for _ in range(16)
    ]
    pulls = np.array([(values_of(f) - list(TRUTH.values())) / errors_of(f) for f in fits])
    assert np.all(np.abs(pulls.mean(axis=0)) < 4 / np.sqrt(16))
    assert np.all((pulls.std(axis=0) > 0.5) & (pulls.std(axis=0) < 1.6))  # ±18 % is one sigma of 16 draws
    chi2 = np.mean([f.chi2 / f.freedom for f in fits])
    assert abs(chi2 - 1) < 4 * np.sqrt(2 / (16 * 98))


def test_fit_weights(rng):
    """Without sigma the scatter of the points sets the uncertainty; twice the sigma doubles it."""
    noisy = nis_conductance(BIAS, 0.21, 1.42, broadening=0.06) + 0.01 * rng.standard_normal(BIAS.size)
    plain, one, two = (fit_conductance(BIAS, noisy, sigma=s) for s in (None, 0.01, 0.02))
    assert close(values_of(one), values_of(plain), rel=1e-6)
    assert close(errors_of(two) / errors_of(one), 2.0, rel=1e-5)
    assert close(errors_of(plain), errors_of(one) * np.sqrt(one.chi2 / one.freedom), rel=1e-5)


def test_fit_with_known_temperature(rng):
    """A known temperature is kept, is not uncertain, and makes the other parameters more certain."""
    noisy = nis_conductance(BIAS, 0.21, 1.42, broadening=0.06) + 0.01 * rng.standard_normal(BIAS.size)
    free, held = fit_conductance(BIAS, noisy, sigma=0.01), fit_conductance(BIAS, noisy, sigma=0.01, T=0.21)
    assert held.T == 0.21 and held.T_error == 0.0 and held.freedom == BIAS.size - 2
    assert abs(held.Delta - 1.42) < 4 * held.Delta_error
    assert 0 < held.broadening_error < free.broadening_error
    cold = fit_conductance(BIAS, nis_conductance(BIAS, 0.0, 1.42, broadening=0.06), T=0.0)
    assert close(cold.Delta, 1.42, rel=1e-7) and close(cold.broadening, 0.06, rel=1e-6)


def test_fit_finds_a_peak_between_two_voltages():
    """A peak narrower than the voltage step leaves several minima: the deepest is found, and the doubt is told."""
    V = np.linspace(-3, 3, 33)
    for truth in ([1.0, 0.0016, 0.0036], [1.09, 0.003, 0.0024], [0.95, 0.0003, 0.002]):
        Delta, broadening, T = truth
        with pytest.warns(UserWarning, match="narrower than half the step between the voltages 0.9375 and 1.125"):
            fit = fit_conductance(V, nis_conductance(V, T, Delta, broadening=broadening))
        assert close(values_of(fit), truth, rel=1e-6)


def test_fit_of_a_normal_metal_says_it_knows_nothing():
    """A flat curve is a normal metal or any gap with a much larger broadening: Δ is fitted, but not determined."""
    fit = fit_conductance(BIAS, np.ones(BIAS.size), sigma=0.01)
    assert fit.chi2 < 0.01
    assert fit.Delta_error > fit.Delta


@pytest.mark.parametrize(
    "arguments, named",
    [
        (dict(V=[1.0, 2.0, 3.0, 4.0], conductance=[1.0, 1.0]), "length"),
        (dict(V=[1.0, 2.0, 3.0], conductance=[1.0, 1.0, 1.0]), "more points"),
        (dict(V=[0.0] * 5, conductance=[1.0] * 5), "V = 0"),
        (dict(V=[1.0, 2.0, 3.0, np.nan], conductance=[1.0] * 4), "V must"),
        (dict(V=[1.0, 2.0, 3.0, 4.0], conductance=[1.0, 1.0, 1.0, np.inf]), "conductance must"),
        (dict(V=[1.0, 2.0, 3.0, 4.0], conductance=[1.0] * 4, sigma=0.0), "sigma must"),
        (dict(V=[1.0, 2.0, 3.0, 4.0], conductance=[1.0] * 4, T=-1.0), "T must"),
        (dict(V=[1.0, 2.0, 3.0, 4.0], conductance=[1.0] * 4, start=(-1.0, 0.1, 0.1)), "start must"),
        (dict(V=1.0, conductance=1.0), "length"),
        (dict(V=[1.0, 2.0, 3.0, 4.0], conductance=[1.0] * 4, sigma=[0.1, 0.1]), "sigma must"),
        (dict(V=[1.0, 2.0, 3.0, 4.0], conductance=[1.0] * 4, start=(1.0, 0.1)), "start must"),
    ],
)
def test_fit_refuses(arguments, named):
    """A curve that cannot be fitted is refused with the reason."""
    with pytest.raises(ValueError, match=named):
        fit_conductance(**arguments)


# ---- domain ------------------------------------------------------------------------------------------------

# every function with good arguments; numbers of the last column scale like an energy
CALLS = [
    (nis_current, dict(V=0.5, T=0.2, Delta=1.0, broadening=0.1), "V T Delta broadening", 1),
    (nis_conductance, dict(V=0.5, T=0.2, Delta=1.0, broadening=0.1), "V T Delta broadening", 0),
    (sis_current, dict(V=0.5, T=0.2, Delta=1.0, Delta2=0.3), "V T Delta Delta2", 1),
    (andreev_reflection, dict(E=0.5, Delta=1.0, Z=0.3), "E Delta", 0),
    (normal_reflection, dict(E=0.5, Delta=1.0, Z=0.3), "E Delta", 0),
    (btk_conductance, dict(V=0.5, T=0.2, Delta=1.0, Z=0.3), "V T Delta", 0),
    (andreev_level, dict(phi=0.5, Delta=1.0, transparency=0.6), "Delta", 1),
    (point_contact_current, dict(phi=0.5, T=0.2, Delta=1.0, transparency=0.6), "T Delta", 1),
    (critical_phase, dict(T=0.2, Delta=1.0, transparency=0.6), "T Delta", 0),
    (critical_current, dict(T=0.2, Delta=1.0, transparency=0.6), "T Delta", 1),
]
functions = pytest.mark.parametrize("function, good, scaled, power", CALLS, ids=[c[0].__name__ for c in CALLS])


@functions
def test_shapes(function, good, scaled, power):
    """Scalars give a float, arrays broadcast, and an array is worked out point by point."""
    assert type(function(**good)) is float
    names = list(good)
    grid = {
        names[0]: np.array([[0.2], [0.7], [0.9]]),
        names[1]: np.array([0.3, 0.4]),
        **{n: good[n] for n in names[2:]},
    }
    table = function(**grid)
    assert table.shape == (3, 2) and table.dtype == float
    one = function(**{**grid, names[0]: 0.7, names[1]: 0.4})
    assert close(table[1, 1], one, rel=1e-13)
    assert function(**{**good, names[0]: np.empty((0, 3))}).shape == (0, 3)


@functions
@pytest.mark.parametrize("factor", [1e-200, 1e-22, 3.0, 1e150])
def test_scaling(function, good, scaled, power, factor):
    """The unit of energy does not matter, from joules to absurdity."""
    changed = {name: x * factor if name in scaled.split() else x for name, x in good.items()}
    assert close(function(**changed), function(**good) * factor**power, rel=1e-13)


@functions
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf, "1", None, 1j, True, [1.0, np.nan]])
def test_bad_arguments(function, good, scaled, power, bad):
    """What is not a finite real number is refused by name."""
    for name in good:
        if (name, bad) == ("Delta2", None):
            continue
        with pytest.raises((ValueError, TypeError), match=f"{name} must"):
            function(**{**good, name: bad})


@functions
def test_negative_arguments(function, good, scaled, power):
    """Only V, E and φ have a sign; reversing them reverses a current and nothing else; τ is at most 1."""
    odd = function in (nis_current, sis_current, point_contact_current)
    for name in good:
        changed = {**good, name: -good[name]}
        if name in ("V", "E", "phi"):
            assert function(**changed) == (-1 if odd else 1) * function(**good)
        else:
            with pytest.raises(ValueError, match=f"{name} must be .*, got -"):
                function(**changed)
    if "transparency" in good:
        with pytest.raises(ValueError, match=r"transparency must be between 0 and 1, got 1\.5"):
            function(**{**good, "transparency": [0.5, 1.5]})


def test_broadening_has_no_default():
    """A peak height means nothing without its broadening, so it must be said."""
    for function in (nis_current, nis_conductance):
        with pytest.raises(TypeError, match="broadening"):
            function(0.5, 0.2, 1.0)


def test_no_nan_anywhere():
    """Over twenty decades of every argument, zero included, each result is a number in its bounds."""
    some = [0.0, 5e-324, 1e-20, 1e-3, 1.0, 1.0 + 3e-16, 1e3, 1e300]
    V, T, a, b = (x.ravel() for x in np.meshgrid(some, some, some, some))
    G, current = nis_conductance(V, T, a, broadening=b), nis_current(V, T, a, broadening=b)
    assert np.all(G >= 0) and np.all(np.isfinite(G) | ((a > 0) & (V == a)))
    assert np.all(current >= 0) and np.all(current <= V * (1 + 1e-14))
    current = sis_current(V, T, a, b)
    assert np.all(current >= 0) and np.all(np.isfinite(current) | (V == np.abs(a - b)))
    G = btk_conductance(V, T, a, b)
    assert np.all(np.isfinite(G)) and np.all(G >= 0)
    assert np.all(G <= 2 * (1 + np.minimum(b, 1e75)) ** 2 * (1 + 1e-14))
    for probability in (andreev_reflection(V, a, b), normal_reflection(V, a, b)):
        assert np.all((probability >= 0) & (probability <= 1))
    tau = np.minimum(b, 1)
    assert np.all(np.isfinite(andreev_level(V, a, tau))) and np.all(np.isfinite(point_contact_current(V, T, a, tau)))
    phi = critical_phase(T, a, tau)
    assert np.all((phi >= np.pi / 2 * (1 - 1e-15)) & (phi <= np.pi))


@given(V=biases, T=st.floats(0.01, 1e3), broadening=gammas)
@quick
def test_nis_is_monotonic(V, T, broadening):
    """The current never falls with the voltage, and the gap only takes away from the normal one."""
    current = nis_current(np.array([V, V + 0.1]), T, 1.0, broadening=broadening)
    assert 0 <= current[0] < current[1] <= V + 0.1
