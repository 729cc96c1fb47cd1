"""One pair: Cooper's bound state, its size, and what empty space does instead."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import mp, mpf, quad
from scipy import constants as si
from scipy.integrate import quad as integral
from scipy.linalg import eigh_tridiagonal

from bcs_helpers import limits
from bcs_helpers.cooper import (
    binding_energy,
    empty_space_binding_energy,
    pair_amplitude,
    pair_wave_function,
    phonon_kick,
    rms_pair_size,
    square_well_binding_energy,
    square_well_threshold,
)
from bcs_helpers.gap import zero_temperature_gap
from bcs_helpers.units import dalton, kelvin, metre, second

from .conftest import close, rows

few = settings(max_examples=30, deadline=None)
couplings = st.floats(0.01, 50)
energies = st.floats(1e-6, 1e6)


# --- reference rows


@pytest.mark.parametrize("row", rows("cooper"), ids=lambda row: row["NV"])
def test_reference_rows(row):
    """Cooper's pair and the BCS gap at the same coupling: Δ0 = e^{1/N0V} E_B, exactly."""
    NV = float(row["NV"])
    E_B, weak = binding_energy(NV, 1.0), limits.binding_energy_weak(NV, 1.0)
    assert close(E_B, row["EB_over_wD_exact"])
    assert close(weak, row["EB_over_wD_weak"])
    assert close(weak / E_B - 1, row["rel_error_weak"], abs=1e-14)  # a difference of two numbers near 1
    assert close(zero_temperature_gap(NV, 1.0), row["Delta0_over_wD"])
    assert close(zero_temperature_gap(NV, 1.0) / E_B, row["BCS_over_Cooper_gain"])
    assert close(rms_pair_size(1.0, 1.0), row["rms_size_hbar_vF_over_EB"])


# --- the phonon kick


def test_phonon_kick_in_si_units():
    """The same classical estimate in SI units: some 10 meV at 10⁶ m/s and 0.2 nm from an Al ion."""
    e2, M, v, b, omega = si.e**2 / (4 * np.pi * si.epsilon_0), 27 * si.atomic_mass, 1e6, 0.2e-9, 6e13
    p = 2 * e2 / (b * v)
    A = p / (M * omega)
    kick = phonon_kick(v * metre / second, b * metre, 27 * dalton, omega / second)
    # 1e-9: measured constants enter by different routes
    assert close(kick.impulse * si.hbar * metre, p, rel=1e-9)
    assert close(kick.displacement / metre, A, rel=1e-9)
    assert close(kick.energy * 1e-3 * si.e, e2 * A / b**2, rel=1e-9)
    assert 10 < kick.energy < 100


def test_phonon_kick_impulse_is_the_integrated_force():
    """Sideways momentum: the Coulomb force along a straight path, integrated over time, gives 2Ze²/4πε₀bv."""
    v, b, Z = 2e6 * metre / second, 0.15, 3
    coulomb = Z * 1439.9645  # e²/4πε₀ in meV nm, to the digits given
    force = integral(lambda x: coulomb * b / (x * x + b * b) ** 1.5 / v, -np.inf, np.inf)[0]
    assert close(phonon_kick(v, b, 27 * dalton, 37.0, Z).impulse, force, rel=1e-7)


def test_phonon_kick_powers():
    """The attraction grows with Z² and falls with v, M, ω and the cube of the distance."""
    base = phonon_kick(1.0, 1.0, 1.0, 1.0).energy
    assert close(phonon_kick(2.0, 3.0, 5.0, 7.0, 11.0).energy / base, 11**2 / (2 * 27 * 5 * 7))
    assert phonon_kick(1.0, 1.0, 1.0, 1.0, 0.0) == (0.0, 0.0, 0.0)
    assert phonon_kick([1.0, 2.0], 1.0, 1.0, 428 * kelvin).energy.shape == (2,)


# --- Cooper's bound state


@few
@given(couplings, energies)
def test_binding_energy_solves_coopers_equation(NV, cutoff):
    """1 = N0V ∫₀^{ω_D} dξ/(2ξ + E_B) at any coupling."""
    with mp.workdps(40):
        E_B = mpf(binding_energy(NV, cutoff))
        assert abs(NV * mp.log1p(2 * mpf(cutoff) / E_B) / 2 - 1) < 1e-14


def test_binding_energy_from_a_matrix():
    """Second route: the lowest eigenvalue of H = 2ξ − V on equally spaced levels is −E_B."""
    NV, n = 0.8, 120
    xi = (np.arange(n) + 0.5) / n
    H = np.diag(2 * xi) - NV / n
    # midpoint rule: off by about (2/n E_B)²/24
    assert close(-np.linalg.eigvalsh(H)[0], binding_energy(NV, 1.0), rel=1e-3)


def test_no_threshold_for_cooper():
    """Any attraction binds above a Fermi sea, however little; without attraction nothing does."""
    tiny = binding_energy(np.array([0.003, 0.01, 0.1]), 1.0)
    assert (tiny > 0).all() and (np.diff(tiny) > 0).all()
    assert binding_energy(0.0, 1.0) == 0.0
    assert binding_energy(5e-324, 1.0) == 0.0  # e^{−2/N0V} is no float any more


def test_strong_coupling_binds_with_the_bare_attraction():
    """N0V → ∞: E_B → N0V ω_D, all levels degenerate, minus ω_D for their mean kinetic energy 2·ω_D/2."""
    assert close(binding_energy(1e6, 1.0), 1e6 - 1, rel=1e-12)


def test_pair_amplitude_is_normalised():
    """∫ψ² dξ = 1, and ψ is the lowest eigenvector of the matrix."""
    NV, n = 0.8, 120
    E_B = binding_energy(NV, 1.0)
    assert close(integral(lambda xi: pair_amplitude(xi, E_B, 1.0) ** 2, 0, 1)[0], 1, rel=1e-12)
    xi = (np.arange(n) + 0.5) / n
    ground = np.linalg.eigh(np.diag(2 * xi) - NV / n)[1][:, 0]
    assert close(np.abs(ground) * np.sqrt(n), pair_amplitude(xi, E_B, 1.0), rel=2e-3)


def test_pair_amplitude_ends():
    """No amplitude inside the Fermi sea nor beyond the cutoff."""
    assert (pair_amplitude(np.array([-0.5, -1e-3, 1.001]), 2e-3, 1.0) == 0).all()
    assert pair_amplitude(0.0, 2e-3, 1.0) > pair_amplitude(1.0, 2e-3, 1.0) > 0


@pytest.mark.parametrize("r", [1e-3, 0.5, 7.0, 300.0])
def test_pair_wave_function_is_the_fourier_transform(r):
    """ψ(r) in closed form (sine and cosine integrals) against the integral over ξ."""
    E_B, cutoff, v_F, k_F = 0.02, 1.0, 200.0, 3.0
    with mp.workdps(20):
        parts = [0, 1e-3, 1e-2, 0.1, 0.4, 0.7, 1]
        direct = quad(lambda xi: mp.sin((k_F + xi / v_F) * r) / (2 * xi + mpf(E_B)), parts)
        direct *= 2 / mp.log1p(2 * cutoff / mpf(E_B)) / (k_F * r)
    assert close(pair_wave_function(r, E_B, cutoff, v_F, k_F), float(direct), abs=1e-14 / (k_F * r))


def test_pair_wave_function_limits():
    """ψ = 1 at contact; far away the sharp Fermi edge leaves a tail N0V v_F cos(k_F r)/E_B k_F r²."""
    NV, v_F, k_F = 0.3, 1e3, 50.0
    E_B = binding_energy(NV, 1.0)
    assert close(pair_wave_function(1e-6, E_B, 1.0, v_F, k_F), 1, rel=1e-4)  # up to ω_D/v_F k_F
    r = 200 * v_F / E_B + np.linspace(0, 0.2, 50)
    tail = NV * v_F * np.cos(k_F * r) / (E_B * k_F * r**2)
    assert close(pair_wave_function(r, E_B, 1.0, v_F, k_F), tail, rel=0, abs=0.02 * np.abs(tail).max())


@few
@given(couplings, energies)
def test_rms_pair_size_is_the_spread_of_the_wave_function(NV, cutoff):
    """⟨r²⟩ = ∫(dψ/dk)²/∫ψ² over 0 < ξ < ω_D, with q = e^{−2/N0V}."""
    E_B, v_F = binding_energy(NV, cutoff), 7.0
    with mp.workdps(30):
        E, W = mpf(E_B), mpf(E_B) + 2 * mpf(cutoff)
        spread = (4 / mpf(6)) * (E**-3 - W**-3) / ((E**-1 - W**-1) / 2)
        assert close(rms_pair_size(v_F, E_B, cutoff), float(v_F * mp.sqrt(spread)), rel=1e-14)
    q = np.exp(-2 / NV)
    assert close(rms_pair_size(v_F, E_B, cutoff) / rms_pair_size(v_F, E_B), np.sqrt(1 + q + q * q), rel=1e-13)


# --- empty space


def test_empty_space_has_a_threshold():
    """Empty 3D space binds nothing up to g = 1; from there E_B = (8/π²)(g − 1)²ω: a power, no exponential."""
    assert (empty_space_binding_energy(np.array([0.0, 0.5, 0.999999, 1.0]), 1.0) == 0).all()
    for excess in 1e-4, 1e-6, 1e-9:
        g = 1 + excess
        assert close(empty_space_binding_energy(g, 2.0), 2 * 8 / np.pi**2 * (g - 1) ** 2, rel=2 * excess)


@few
@given(st.floats(1.0001, 1e6), energies)
def test_empty_space_solves_the_pair_equation(g, cutoff):
    """1 = g ∫₀^ω dε √(ε/ω)/(2ε + E_B), by quadrature in ε = ω y²."""
    E = empty_space_binding_energy(g, cutoff) / cutoff
    with mp.workdps(25):
        scale = mp.sqrt(mpf(E) / 2)
        parts = sorted({mpf(0), min(scale, mpf(1) / 2), min(10 * scale, mpf(1) / 2), mpf(1)})
        residual = g * quad(lambda y: 2 * y * y / (2 * y * y + E), parts) - 1
    # near the threshold the equation fixes g − 1, which is what the residual then measures
    assert abs(residual) < 1e-13 * max(1, g - 1)


@few
@given(st.floats(1e-15, 1e3))
def test_empty_space_relative_accuracy_at_threshold(excess):
    """s·arctan(1/s) = (g − 1)/g keeps all digits of a vanishing binding energy."""
    g = 1 + excess
    E = empty_space_binding_energy(g, 1.0)
    with mp.workdps(40):
        s = mp.sqrt(mpf(E) / 2)
        assert abs(s * mp.atan(1 / s) * g / (mpf(g) - 1) - 1) < 1e-13


def test_empty_space_at_strong_coupling():
    """g → ∞: E_B → (2/3)gω − (6/5)ω, the bare attraction less twice the mean kinetic energy 3ω/5."""
    g = np.array([1e8, 1e12, 1e16, 1e20, 1e300])
    assert close(empty_space_binding_energy(g, 1.0), 2 * g / 3 - 1.2, rel=1e-13)


@pytest.mark.parametrize("g", [0.6, 0.95, 1.5, 3.0])
def test_space_and_plane_from_a_matrix(g):
    """The pair's Hamiltonian 2ε − V√(NN′) on a grid: a plane (N = 1) binds at any g, space (N = √ε) for g > 1."""
    eps = (np.arange(120) + 0.5) / 120
    plane = np.linalg.eigvalsh(np.diag(2 * eps) - g / 120)[0]
    space = np.linalg.eigvalsh(np.diag(2 * eps) - g * np.outer(eps, eps) ** 0.25 / 120)[0]
    assert close(-plane, binding_energy(g, 1.0), rel=3e-3)  # midpoint rule: (1/60 E_B)²/24
    if g < 1:
        assert space > 0 and empty_space_binding_energy(g, 1.0) == 0
    else:
        assert close(-space, empty_space_binding_energy(g, 1.0), rel=5e-3)


def test_the_fermi_sea_binds_more():
    """At the same attraction a Fermi sea binds more than empty space, above its threshold as well."""
    g = np.linspace(0.05, 5, 100)
    assert (binding_energy(g, 1.0) > empty_space_binding_energy(g, 1.0)).all()


def test_square_well_threshold_scaling():
    """V₀ = π²ħ²/8m*a²: two electrons (m* = m/2) need V₀ = π²ħ²/4ma²."""
    assert close(square_well_threshold(2.0, 0.5), np.pi**2 / 16)
    assert square_well_binding_energy(square_well_threshold(0.3, 7.0), 0.3, 7.0) == 0.0
    assert square_well_binding_energy(0.0, 1.0, 1.0) == 0.0


@few
@given(st.floats(1e-3, 1e8))
def test_square_well_matches_the_wave_at_the_edge(excess):
    """Inside sin kr, outside e^{−κr}: k cot ka = −κ."""
    a, m = 1.3, 0.4
    V = square_well_threshold(a, m) * (1 + excess)
    E = square_well_binding_energy(V, a, m)
    assert 0 < E < V
    with mp.workdps(30):

        def mismatch(E):
            k, kappa = mp.sqrt(2 * mpf(m) * (V - E)), mp.sqrt(2 * mpf(m) * E)
            return k * mp.cos(k * a) + kappa * mp.sin(k * a)

        # the matching changes sign within 1e-12 of E, near the threshold within the rounding of V
        width = mpf(1e-12) * (1 + 1 / mpf(excess))
        assert mismatch(E * (1 - width)) * mismatch(min(E * (1 + width), (mpf(E) + V) / 2)) < 0


def test_square_well_near_threshold():
    """E_B = m*a²(V₀ − V_c)²/2 where it appears: quadratic in the excess over the threshold."""
    a, m = 0.7, 2.0
    V_c = square_well_threshold(a, m)
    V = V_c * (1 + 1e-10)
    assert close(square_well_binding_energy(V, a, m), m * a**2 * (V - V_c) ** 2 / 2, rel=1e-9)


def test_square_well_on_a_grid():
    """Second route: the radial Schrödinger equation as a tridiagonal matrix."""
    V, a, m, h = 4.0, 1.0, 1.0, 1e-3
    r = h * np.arange(1, 12000)
    inside = np.where(r < a - h / 4, -V, np.where(r < a + h / 4, -V / 2, 0.0))
    diagonal, beside = 1 / (m * h * h) + inside, np.full(r.size - 1, -1 / (2 * m * h * h))
    E = eigh_tridiagonal(diagonal, beside, select="i", select_range=(0, 0))
    assert close(square_well_binding_energy(V, a, m), -E[0][0], rel=1e-5)


# --- how the functions behave


@few
@given(st.floats(0.05, 20), st.floats(1e-5, 1e5))
def test_energies_scale(g, factor):
    """All energies times a factor: binding energies scale with it, sizes inversely."""
    assert close(binding_energy(g, factor), factor * binding_energy(g, 1.0), rel=1e-14)
    assert close(empty_space_binding_energy(g, factor), factor * empty_space_binding_energy(g, 1.0), rel=1e-14)
    E_B = binding_energy(g, 1.0)
    assert close(rms_pair_size(1.0, factor * E_B, factor), rms_pair_size(1.0, E_B, 1.0) / factor, rel=1e-13)
    V = 3 * square_well_threshold(1.0, 1.0)
    scaled = square_well_binding_energy(factor * V, 1.0, 1 / factor)
    assert close(scaled, factor * square_well_binding_energy(V, 1.0, 1.0), rel=1e-13)


def test_binding_grows_with_coupling():
    """More attraction, more binding, all the way from 10⁻² to 10³⁰⁰ without a warning."""
    g = np.logspace(-2, 300, 700)
    for E_B in binding_energy(g, 1.0), empty_space_binding_energy(g, 1.0):
        assert np.isfinite(E_B).all() and (np.diff(E_B) >= 0).all()
    assert (np.diff(square_well_binding_energy(np.logspace(-3, 200, 500), 1.0, 1.0)) >= 0).all()


def test_shapes():
    """Scalars give floats, arrays broadcast."""
    column, row = np.array([[0.2], [0.4], [3.0]]), np.array([1.0, 2.0])
    calls = {
        binding_energy: 2,
        empty_space_binding_energy: 2,
        pair_amplitude: 3,
        pair_wave_function: 5,
        rms_pair_size: 2,
        square_well_threshold: 2,
        square_well_binding_energy: 3,
    }
    for function, arguments in calls.items():
        assert type(function(*[1.5] * arguments)) is float, function
        assert function(column, row, *[1.5] * (arguments - 2)).shape == (3, 2), function
        assert function(np.empty((0,)), *[1.5] * (arguments - 1)).shape == (0,), function
    assert all(type(x) is float for x in phonon_kick(1, 2, 3, 4))


@pytest.mark.parametrize("bad", [-1.0, np.nan, np.inf, "1", None])
@pytest.mark.parametrize(
    "function, good, name, place",
    [
        (binding_energy, (0.3, 1.0), "coupling", 0),
        (binding_energy, (0.3, 1.0), "cutoff", 1),
        (empty_space_binding_energy, (2.0, 1.0), "coupling", 0),
        (empty_space_binding_energy, (2.0, 1.0), "cutoff", 1),
        (pair_amplitude, (0.1, 0.1, 1.0), "E_B", 1),
        (pair_amplitude, (0.1, 0.1, 1.0), "cutoff", 2),
        (pair_wave_function, (0.1, 0.1, 1.0, 1.0, 1.0), "r", 0),
        (pair_wave_function, (0.1, 0.1, 1.0, 1.0, 1.0), "k_F", 4),
        (rms_pair_size, (1.0, 0.1), "v_F", 0),
        (rms_pair_size, (1.0, 0.1), "E_B", 1),
        (square_well_threshold, (1.0, 0.1), "radius", 0),
        (square_well_binding_energy, (1.0, 0.1, 1.0), "depth", 0),
        (square_well_binding_energy, (1.0, 0.1, 1.0), "reduced_mass", 2),
        (phonon_kick, (1.0, 1.0, 1.0, 1.0, 1.0), "speed", 0),
        (phonon_kick, (1.0, 1.0, 1.0, 1.0, 1.0), "charge", 4),
    ],
)
def test_bad_arguments_are_named(function, good, name, place, bad):
    """A wrong argument is refused by name."""
    with pytest.raises((ValueError, TypeError), match=name):
        function(*good[:place], bad, *good[place + 1 :])


def test_zero_is_refused_where_nothing_is_left():
    """A pair with no binding energy has no wave function and no size."""
    for function, arguments in (pair_amplitude, (0.0, 0.0, 1.0)), (rms_pair_size, (1.0, 0.0)):
        with pytest.raises(ValueError, match=r"E_B must be finite and > 0, got 0\.0"):
            function(*arguments)
    with pytest.raises(TypeError, match="cutoff"):
        rms_pair_size(1.0, 1.0, "2")
