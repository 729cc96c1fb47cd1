"""Collective modes: reference rows, the response of the gap equation itself, limits, and units."""

from itertools import pairwise

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import constants as si
from scipy import integrate

from bcs_helpers import collective, crossover, limits
from bcs_helpers.units import electron_mass, eV, kilogram, metre, meV, nm, speed_of_light

from .conftest import close, rows

energies = st.floats(1e-3, 1e3)
wave_numbers = st.just(0.0) | st.floats(1e-290, 30)  # in 2Δ/v_F; subnormal numbers keep no digits


# ---- the phase mode


@pytest.mark.parametrize("row", rows("anderson_bogoliubov"), ids=lambda row: row["vq_over_2Delta"])
def test_reference_rows(row):
    """The dispersion agrees with the 30-digit roots of ∫₀¹dx s f(s) = 0."""
    Q = float(row["vq_over_2Delta"])
    assert close(collective.phase_mode(Q, 0.5, 1.0), row["omega_over_2Delta"])
    assert close(collective.phase_mode(Q, 0.5, 1.0) / Q, row["c_over_vF"])


def test_published_dispersion():
    """c/v_F at v_F q/2Δ = 0.1, 0.5, 1, 2 to the five digits of the physics notes."""
    Q = np.array([0.1, 0.5, 1.0, 2.0])
    assert close(collective.phase_mode(Q, 0.5, 1.0) / Q, [0.57684, 0.56485, 0.53080, 0.42845], abs=5e-6, rel=0)


def gap_equation_response(omega, q, sign):
    """Σ[(E+E′)(EE′+ξξ′±Δ²)/(2EE′((E+E′)²−ω²)) − 1/2E] per N0 for Δ = v_F = 1, by two nested quadratures.

    ξ, ξ′ = ξ ± qx/2; + is the phase, − the amplitude; the second term is the gap equation, which took the place
    of 1/V.
    """

    def summand(xi, x):
        a, b = xi + q * x / 2, xi - q * x / 2
        A, B = np.hypot(a, 1), np.hypot(b, 1)
        return (A + B) * (A * B + a * b + sign) / (2 * A * B * ((A + B) ** 2 - omega**2)) - (1 / A + 1 / B) / 4

    def over_xi(x):
        cuts = ((0, 3), (3, 30), (30, np.inf))
        return 2 * sum(integrate.quad(summand, *cut, args=(x,), epsabs=1e-12, epsrel=1e-12)[0] for cut in cuts)

    return integrate.quad(over_xi, 0, 1, epsabs=1e-11, epsrel=1e-10)[0]


@pytest.mark.parametrize(("omega", "q"), [(0.5, 0.0), (1.0, 0.7), (0.3, 3.0), (1.9, 2.0)])
def test_phase_response_is_the_gap_equation(omega, q):
    """The closed form of the ξ integral is the linear response of the gap equation to a twist of the phase."""
    assert close(collective.phase_response(omega, q, 1.0, 1.0), gap_equation_response(omega, q, +1), rel=1e-9)


def test_goldstone():
    """A uniform static twist costs nothing; a slow one costs (ω² − (v_F q)²/3)/4Δ²."""
    assert collective.phase_response(0.0, 0.0, 1.0, 1.0) == 0.0
    omega, q = 1e-5, 3e-5
    assert close(collective.phase_response(omega, q, 1.0, 1.0), (omega**2 - q**2 / 3) / 4, rel=1e-9)


def test_phase_response_vanishes_on_the_mode():
    """The mode is the zero of the response: negative below, positive above."""
    q = np.array([0.02, 0.3, 1.0, 3.0, 8.0])
    omega = collective.phase_mode(q, 1.0, 1.0)
    step = 1e-6 * np.minimum(omega, collective.phase_mode_depth(q, 1.0, 1.0))
    assert np.all(collective.phase_response(omega - step, q, 1.0, 1.0) < 0)
    assert np.all(collective.phase_response(omega + step, q, 1.0, 1.0) > 0)


@pytest.mark.parametrize("Q", [0.004, 0.7, 2.3, 5.0, 20.0])
def test_merging_with_the_continuum(Q):
    """ω and 2Δ − ω against a 22-digit root in λ = arctanh(ω/2Δ), far into the exponential merging."""
    with mpmath.workdps(22):

        def average(lam):
            w, cosh = mpmath.tanh(lam), mpmath.cosh(lam)

            def integrand(u):  # x = sinh u/(Q cosh λ)
                y, v = mpmath.sinh(u) / cosh, mpmath.cosh(u) / cosh
                s = mpmath.sqrt(abs(w - y) * (w + y))
                return s * mpmath.atan2(s, v) if y < w else -s * mpmath.asinh(s)

            end = mpmath.asinh(Q * cosh)
            return mpmath.quad(integrand, mpmath.linspace(0, end, int(end / 3) + 2))

        start = mpmath.log(2 / mpmath.mpf(collective.phase_mode_depth(Q, 0.5, 1.0)) - 1) / 2
        lam = mpmath.findroot(average, (start, start * (1 + mpmath.mpf("1e-6"))), tol=1e-32 * min(Q, 1) ** 6)
        assert close(collective.phase_mode(Q, 0.5, 1.0), float(mpmath.tanh(lam)), rel=3e-15)
        # λ is good to 1e-14 of itself, and 2Δ − ω = 4Δ e^{−2λ}
        depth = float(2 / (1 + mpmath.exp(2 * lam)))
        assert close(collective.phase_mode_depth(Q, 0.5, 1.0), depth, rel=2e-14 * (1 + 2 * float(lam)))


def test_long_waves():
    """ω = (v_F q/√3)[1 − (v_F q/Δ)²/45 + …]: sound, bending down."""
    q = np.array([1e-300, 1e-12, 1e-4, 1e-2, 3e-2])
    bending = collective.phase_mode(q, 1.0, 1.0) / (q * limits.SOUND_VELOCITY) - 1
    # the next term is of order q⁴/1000
    assert close(bending, -(q**2) / 45, rel=0, abs=1e-9)
    assert close(bending[3:], -(q[3:] ** 2) / 45, rel=1e-3)


def test_depth_completes_the_mode():
    """The mode and its distance from the continuum add up to 2Δ, and the distance dies like e^{−(4/π)Q ln(2Q/e)}."""
    Q = np.array([0.0, 0.01, 0.5, 2.0, 6.0, 20.0])
    total = collective.phase_mode(Q, 0.5, 1.0) + collective.phase_mode_depth(Q, 0.5, 1.0)
    assert close(total, 1.0, rel=1e-14)
    Q = np.array([30.0, 100.0])
    assert close(np.log(collective.phase_mode_depth(Q, 0.5, 1.0)), -4 / np.pi * Q * np.log(2 * Q / np.e), rel=0.02)


def test_no_condensate_no_phase_mode():
    """For Δ → 0 the mode is squeezed between ω = 0 and the continuum at 2Δ = 0."""
    assert collective.phase_mode(1.0, 0.0, 1.0) == 0.0
    assert collective.phase_mode_depth([0.0, 1.0], 0.0, 1.0).tolist() == [0.0, 0.0]
    assert close(collective.phase_mode(1.0, 1e-9, 1.0), 2e-9, rel=1e-15)


@settings(max_examples=30, deadline=None)
@given(wave_numbers, wave_numbers, energies, energies)
def test_phase_mode_bounds(first, second, Delta, v_F):
    """0 <= ω <= min(v_F q/√3, 2Δ), rising with q; only v_F q/2Δ matters."""
    Q = np.sort([first, second])
    q = 2 * Delta * Q / v_F
    omega, depth = collective.phase_mode(q, Delta, v_F), collective.phase_mode_depth(q, Delta, v_F)
    assert np.all(omega >= 0) and np.all(omega <= 2 * Delta)
    assert np.all(omega <= v_F * q / np.sqrt(3) * (1 + 1e-14))
    assert omega[0] <= omega[1] * (1 + 1e-14) and depth[0] * (1 + 1e-11) >= depth[1]
    assert close(omega, 2 * Delta * collective.phase_mode(Q, 0.5, 1.0), rel=1e-13)


@settings(max_examples=40, deadline=None)
@given(st.floats(0, 1e300), st.floats(0, 1e150), st.floats(0, 1e300))
def test_phase_mode_has_no_nan(q, Delta, v_F):
    """Any finite q, Δ, v_F gives a frequency between 0 and 2Δ."""
    assert 0 <= collective.phase_mode(q, Delta, v_F) <= 2 * Delta
    assert 0 <= collective.phase_mode_depth(q, Delta, v_F) <= 2 * Delta


def test_sound_in_each_dimension():
    """v_F/√d; in three dimensions it is the slope of the dispersion and the BCS limit of the crossover."""
    assert collective.sound_velocity(2.0, dimension=1) == 2.0
    assert close(collective.sound_velocity(np.array([1.0, 2.0]), dimension=2), [np.sqrt(0.5), np.sqrt(2)], rel=1e-15)
    assert close(collective.sound_velocity(1.0), limits.SOUND_VELOCITY, rel=1e-15)
    assert close(collective.sound_velocity(1.0), crossover.sound_velocity(-10.0))


# ---- the amplitude


@pytest.mark.parametrize("omega", [0.0, 0.5, 1.0, 1.9])
def test_amplitude_response_is_the_gap_equation(omega):
    """Below 2Δ, 1/χ is minus the response of the gap equation to a change of |Δ| (1 = mass of the static mode)."""
    expected = -gap_equation_response(omega, 0.0, -1)
    assert close(1 / collective.amplitude_response(omega, 1.0), expected, rel=1e-9)


def test_amplitude_response_above_the_edge():
    """Above 2Δ, χ is the same function just above the real axis: 30-digit complex arcsine."""
    for s in (1e-9, 0.3, 1 - 1e-10, 1 + 1e-10, 1.0001, 1.5, 20.0, 1e8):
        with mpmath.workdps(40):
            x = mpmath.mpf(2 * s) / 2
            value = x / (mpmath.sqrt(1 - x) * mpmath.sqrt(1 + x) * mpmath.asin(x))
            value = complex(mpmath.conj(value) if value.imag < 0 else value)  # mpmath's side of the cut is its own
        assert abs(collective.amplitude_response(2 * s, 1.0) - value) <= 1e-14 * abs(value)


def test_amplitude_is_an_edge_not_a_peak():
    """At 2Δ + 0 the spectral function is an inverse square root, Im χ √(s − 1) → √2/π; no weight lies below."""
    distance = np.array([1e-4, 1e-8, 1e-12])
    above = collective.amplitude_response(2 * (1 + distance), 1.0)
    assert close(above.imag * np.sqrt(distance), np.sqrt(2) / np.pi, rel=2e-2)
    assert close(above[-1].imag * np.sqrt(distance[-1]), np.sqrt(2) / np.pi, rel=1e-4)  # rounding of s − 1
    assert np.all(collective.amplitude_response(np.linspace(0, 1.99, 20), 1.0).imag == 0)


def test_amplitude_kramers_kronig():
    """The spectral function alone gives the static response: 1/χ falls like 1/ln ω, so χ(0) − χ(i∞) = (2/π)∫Im χ/ω.

    With s = cosh y the integral is ∫dy 1/(y² + π²/4) = 1.
    """
    y = np.linspace(1e-3, 300, 300_001)
    Im = collective.amplitude_response(2 * np.cosh(np.minimum(y, 200)), 1.0).imag
    y, Im = y[y < 200], Im[y < 200]
    total = 2 / np.pi * integrate.trapezoid(Im * np.tanh(y), y)
    # the ends: Im χ tanh y = (π/2)/(y² + π²/4)
    ends = 2 / np.pi * (np.arctan(2 * y[0] / np.pi) + np.pi / 2 - np.arctan(2 * y[-1] / np.pi))
    assert close(total + ends, 1.0, rel=1e-7)
    assert collective.amplitude_response(0.0, 1.0) == 1.0


def test_amplitude_mode_is_a_pole():
    """The continued inverse response ∫₀¹dx √(1 − s²) arcsin(s)/s vanishes at 2Δ + ζ(v_F q)²/4Δ + O(q³)."""

    def continued(Omega, Q):
        # 1 − s² = Q²(x − x*)(x + x*); the contour passes below the branch point x*, which has come through [0, 1]
        branch = np.sqrt(Omega**2 - 1) / Q
        x, weight = np.polynomial.legendre.leggauss(60)
        total = 0j
        corners = (0, branch - 0.3j, 1)
        for a, b in pairwise(corners):
            z = (a + b) / 2 + (b - a) / 2 * x
            rotated = np.sqrt((branch - z) * -1j) * np.exp(0.25j * np.pi)  # √(x* − x), its cut turned down
            root = -1j * Q * rotated * np.sqrt(branch + z)
            s = np.sqrt(1 - root**2)
            total += (b - a) / 2 * (root * (np.pi / 2 - np.arcsin(root)) / s) @ weight
        return total

    # above the axis nothing is continued: the same contour gives the plain integral
    x, weight = np.polynomial.legendre.leggauss(60)
    Q = 0.02
    Omega = 1 + (0.3 + 0.5j) * Q**2
    s = np.sqrt(Omega**2 - (Q * (1 + x) / 2) ** 2)
    plain = ((-1j * np.sqrt(s - 1) * np.sqrt(s + 1) * np.arcsin(s) / s) @ weight) / 2
    assert abs(continued(Omega, Q) - plain) < 1e-9 * abs(plain)

    for Q in (0.02, 0.005):
        pole = collective.amplitude_mode(2 * Q, 1.0, 1.0) / 2
        h = 1e-4 * (pole - 1)
        slope = (continued(pole + h, Q) - continued(pole - h, Q)) / (2 * h)
        assert abs(continued(pole, Q) / slope) < Q * abs(pole - 1)
    assert close(collective.amplitude_mode(0.0, 1.3, 1.0).real, 2.6)


def test_amplitude_mode_published():
    """ζ = 0.2369 − 0.2956i (Kurkjian, Klimin, Tempere, Castin, PRL 122, 093403 (2019)) solves its equation."""
    zeta = collective.ZETA
    root = np.sqrt(1 - zeta)
    assert abs(root - zeta * (np.log(1 + root) - np.log(zeta) / 2 + 0.5j * np.pi)) < 1e-15
    shift = collective.amplitude_mode(0.2, 1.0, 1.0) - 2
    assert close(shift.real, 0.2369 * 0.01, rel=1e-4) and close(shift.imag, -0.2956 * 0.01, rel=2e-4)


# ---- charge


@settings(max_examples=30, deadline=None)
@given(st.floats(1e-6, 1e6), st.floats(1e-3, 1e3))
def test_london_length_is_c_over_plasma_frequency(n, mass):
    """The photon's mass is the inverse penetration depth: λ_L = c/ω_p = 1/mc."""
    mass *= electron_mass
    length, omega_p = collective.london_length(n, mass), collective.plasma_frequency(n, mass)
    assert close(length, speed_of_light / omega_p, rel=1e-14)
    assert close(length * collective.photon_mass(omega_p) * speed_of_light, 1, rel=1e-14)


def test_aluminium():
    """Al, n = 18.1e28 m⁻³: λ_L = 12.5 nm, ħω_p = 15.8 eV in SI (measured: 16 nm, 15.3 eV; Kittel's tables)."""
    n = 18.1e28 / metre**3
    length = np.sqrt(si.m_e / (si.mu_0 * 18.1e28 * si.e**2))
    omega_p = np.sqrt(18.1e28 * si.e**2 / (si.epsilon_0 * si.m_e))
    # μ0ε0c² = 1 holds to 1e-10 in the tabulated constants
    assert close(collective.london_length(n, electron_mass) / metre, length, rel=1e-9)
    assert close(collective.plasma_frequency(n, electron_mass) / eV, si.hbar * omega_p / si.e, rel=1e-9)
    assert close(collective.photon_mass(15.8 * eV) / kilogram, 15.8 * si.e / si.c**2)
    assert close(collective.london_length(n, electron_mass) / nm, 12.49, rel=1e-3)
    assert close(collective.plasma_frequency(n, electron_mass) / meV, 15798, rel=1e-3)


def test_anderson_higgs():
    """Charge lifts the massless phase mode to the plasma frequency, where photon and plasmon meet at q = 0."""
    q, omega_p = np.array([0.0, 1e-3, 1.0]), 5.0
    assert close(collective.plasmon(q, 0.0, 3.0), 3 * q)  # neutral: sound
    assert collective.plasmon(0.0, omega_p, 3.0) == collective.photon(0.0, omega_p) == omega_p
    assert close(collective.plasmon(q, omega_p, 3.0) ** 2, omega_p**2 + 9 * q**2, rel=1e-14)
    assert close(collective.photon(q, omega_p) ** 2, omega_p**2 + (speed_of_light * q) ** 2, rel=1e-14)
    assert np.all(collective.photon(q, omega_p) >= collective.plasmon(q, omega_p, 0.01 * speed_of_light))


def test_field_profiles():
    """λ_L²B″ = B with B = B0 at the surface; a thick slab is two half spaces, a thin one lets the field through."""
    x = np.linspace(0, 5, 11)
    B = collective.field_profile(x, 2.0)
    assert B[0] == 1 and close(B, np.exp(-x / 2), rel=1e-15)
    h = 1e-3
    slab = collective.slab_profile([0.4 - h, 0.4, 0.4 + h], 3.0, 0.7)
    assert close((slab[0] - 2 * slab[1] + slab[2]) / h**2, slab[1] / 0.49, rel=1e-6)
    assert collective.slab_profile(1.5, 3.0, 0.7) == collective.slab_profile(-1.5, 3.0, 0.7) == 1.0
    assert close(collective.slab_profile(49.0, 100.0, 1.0), collective.field_profile(1.0, 1.0))
    assert close(collective.slab_profile(0.0, 1.0, 1e3), 1, rel=2e-7)
    assert collective.slab_profile(0.0, 1e6, 1e-3) == 0.0


# ---- arguments

CALLS = {
    "sound_velocity": (1.0,),
    "phase_mode": (0.3, 1.0, 1.0),
    "phase_mode_depth": (0.3, 1.0, 1.0),
    "phase_response": (0.2, 0.3, 1.0, 1.0),
    "amplitude_response": (0.2, 1.0),
    "amplitude_mode": (0.1, 1.0, 1.0),
    "plasma_frequency": (1.0, 1.0),
    "plasmon": (1.0, 1.0, 1.0),
    "photon": (1.0, 1.0),
    "photon_mass": (1.0,),
    "london_length": (1.0, 1.0),
    "field_profile": (1.0, 1.0),
    "slab_profile": (0.2, 1.0, 1.0),
}


@pytest.mark.parametrize("name", collective.__all__)
def test_every_function_checks_and_broadcasts(name):
    """Numbers in, number out; arrays keep their shape and values; what is no number is refused by its name."""
    function, arguments = getattr(collective, name), CALLS[name]
    scalar = function(*arguments)
    assert type(scalar) is (complex if name.startswith("amplitude") else float)
    for i, value in enumerate(arguments):

        def call(new, i=i):
            return function(*arguments[:i], new, *arguments[i + 1 :])

        assert close(call(np.full((2, 1, 3), value)), np.full((2, 1, 3), scalar).real, rel=1e-14, abs=abs(scalar) * 0.9)
        assert np.shape(call(np.full((2, 1, 3), value))) == (2, 1, 3)
        assert np.all(np.abs(call([value, value]) - scalar) <= 1e-14 * abs(scalar))
        for bad in (np.nan, np.inf, -np.inf, [value, np.nan]):
            with pytest.raises(ValueError, match="must be finite"):
                call(bad)
        for bad in ("1", None, 1j):
            with pytest.raises(TypeError, match="must be a real number"):
                call(bad)
        if not (name == "slab_profile" and i == 0):
            with pytest.raises(ValueError, match="must be finite and >=? 0, got -1"):
                call(-1.0)


def test_other_domains():
    """The continuum, the divergence, the slab and the number of dimensions have their own limits."""
    with pytest.raises(ValueError, match=r"omega must be < 2 Delta, got omega = 2\.0, Delta = "):
        collective.phase_response([1.0, 2.0], 0.1, 1.0, 1.0)
    with pytest.raises(ValueError, match="v_F q/2Delta must be <= 1e100"):
        collective.phase_response(0.0, 1e101, 0.5, 1.0)
    with pytest.raises(ValueError, match=r"omega must differ from 2 Delta.*3\.0"):
        collective.amplitude_response([1.0, 3.0], 1.5)
    with pytest.raises(ValueError, match="omega must be <= 1e100 times"):
        collective.amplitude_response(1e101, 0.1)
    with pytest.raises(ValueError, match="within thickness/2"):
        collective.slab_profile(0.6, 1.0, 1.0)
    with pytest.raises(ValueError, match="dimension must be 1, 2 or 3, got 4"):
        collective.sound_velocity(1.0, dimension=4)
    with pytest.raises(TypeError, match="dimension must be a whole number"):
        collective.sound_velocity(1.0, dimension=2.5)
    with pytest.raises(ValueError, match="Delta must be finite and > 0, got 0"):
        collective.phase_response(0.0, 0.1, 0.0, 1.0)
    assert np.all(collective.amplitude_response([0.0, 1.0], 0.0) == 0)
