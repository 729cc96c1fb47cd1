"""The BCS–BEC crossover: reference rows, the two equations themselves, both limits, Tan's relations."""

from itertools import pairwise

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate
from scipy.special import gamma

from bcs_helpers import crossover

from .conftest import close, rows

OF_INV_KFA = [name for name in crossover.__all__ if name not in ("momentum_distribution", "pair_function")]
EVERYWHERE = [name for name in OF_INV_KFA if name != "dimer_chemical_potential"]
SAMPLES = (-10.0, -3.3, -1.0, 0.0, 0.4, 0.7, 2.0, 10.0)
interaction = st.floats(-10, 10)


# ---- reference values


@pytest.mark.parametrize("row", rows("crossover"), ids=lambda row: row["inv_kFa"])
@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("gap", "Delta_over_EF"),
        ("chemical_potential", "mu_over_EF"),
        ("excitation_gap", "E_gap_over_EF"),
        ("sound_velocity", "c_over_vF"),
        ("contact", "contact_over_kF4"),
        ("energy_per_particle", "E_per_N_over_EF"),
    ],
)
def test_reference_rows(row, name, column):
    """Every quantity agrees with the 30-digit solution of the two mean-field equations."""
    assert close(getattr(crossover, name)(float(row["inv_kFa"])), row[column])


@pytest.mark.parametrize("inv_kFa", [-10.0, -8.7, -5.5, -0.05, 0.9, 3.0, 10.0])
def test_differences_keep_their_digits(inv_kFa):
    """What pairing adds to a limit is relatively exact: 40-digit Legendre integrals, solved in x0 = μ/Δ.

    The forms are those of Marini, Pistolesi, Strinati (1998), with I5 and I6.
    """
    with mpmath.workdps(40):
        third, eta = mpmath.mpf(1) / 3, mpmath.mpf(inv_kFa)

        def integrals(x0):
            R = mpmath.sqrt(1 + x0**2)
            m1 = 1 / (2 * R * (R + x0)) if x0 > 0 else (R - x0) / (2 * R)
            K, E = mpmath.ellipk(1 - m1), mpmath.ellipe(1 - m1)
            return mpmath.sqrt(R) * (E - m1 * K), K / (2 * mpmath.sqrt(R))

        def equation(t):
            x0 = mpmath.sinh(t)
            I5, I6 = integrals(x0)
            return -4 / mpmath.pi * (x0 * I6 - I5) / (x0 * I5 + I6) ** third - eta

        start = mpmath.asinh(crossover.chemical_potential(inv_kFa) / crossover.gap(inv_kFa))
        x0 = mpmath.sinh(mpmath.findroot(equation, (start, start + mpmath.mpf("1e-6"))))
        I5, I6 = integrals(x0)
        Delta = (x0 * I5 + I6) ** (-2 * third)
        mu = x0 * Delta
        energy = 3 * mu / 5 - 3 * mpmath.pi / 10 * eta * Delta**2 / 4
        expected = {
            "gap": Delta,
            "chemical_potential": mu,
            "chemical_potential_shift": mu - 1,
            "energy_per_particle": energy,
            "condensation_energy": 3 * third / 5 * 3 - energy,
            "sound_velocity": mpmath.sqrt(Delta * (x0 * I5 + I6) * I5 / (I5**2 + I6**2) / 3),
        }
        if eta > 0:
            expected["dimer_chemical_potential"] = 2 * (mu + eta**2)
        for name, value in expected.items():
            assert close(getattr(crossover, name)(inv_kFa), float(value), rel=1e-13), name


def test_unitarity():
    """At unitarity the mean field has its universal numbers."""
    assert close(crossover.gap(0), 0.6864020521, rel=1e-10)
    assert close(crossover.chemical_potential(0), 0.5906055070, rel=1e-10)
    assert close(crossover.sound_velocity(0), 0.4436986616, rel=1e-10)
    # no scale but E_F: E/N = (3/5)μ and c² = μ/3 (in v_F²)
    assert close(crossover.energy_per_particle(0), 0.6 * crossover.chemical_potential(0), rel=1e-14)
    assert close(crossover.sound_velocity(0) ** 2, crossover.chemical_potential(0) / 3, rel=1e-14)


def test_chemical_potential_changes_sign():
    """At μ = 0, 1/k_Fa = 0.553, m = ½ and K = Γ(¼)²/4√π: Δ = (2/K)^{2/3}, 1/k_Fa = (2/K)^{1/3}/K."""
    K = gamma(0.25) ** 2 / (4 * np.sqrt(np.pi))
    inv_kFa = np.cbrt(2 / K) / K
    assert close(crossover.chemical_potential(inv_kFa), 0, abs=1e-14)
    assert close(crossover.gap(inv_kFa), (2 / K) ** (2 / 3), rel=1e-14)
    assert crossover.excitation_gap(0.55) == crossover.gap(0.55)
    assert crossover.excitation_gap(0.6) > crossover.gap(0.6)


# ---- second route: the two equations, by quadrature


@pytest.mark.parametrize("inv_kFa", [-1.5, -0.4, 0.0, 0.8, 3.0])
def test_gap_equation(inv_kFa):
    """−m/4πħ²a = ∫d³k/(2π)³ (1/2E − 1/2ε), or 1/k_Fa = (2/π)∫dk (1 − k²/E), by plain quadrature."""
    Delta, mu = crossover.gap(inv_kFa), crossover.chemical_potential(inv_kFa)
    edge = np.sqrt(max(mu, 0.1))
    pieces = (0, edge, 3 * edge, 10 * edge, np.inf)

    def integrand(k):
        E = np.hypot(k**2 - mu, Delta)
        return (Delta**2 + mu**2 - 2 * mu * k**2) / (E * (E + k**2))  # 1 − k²/E without its cancellation

    total = sum(integrate.quad(integrand, a, b, epsabs=1e-13, epsrel=1e-13)[0] for a, b in pairwise(pieces))
    assert close(2 / np.pi * total, inv_kFa, rel=1e-10, abs=1e-11)


@pytest.mark.parametrize("inv_kFa", [-1.5, -0.4, 0.0, 0.8, 3.0])
def test_number_equation(inv_kFa):
    """The momentum distribution holds all particles, 3∫k²n_k dk = 1."""
    width = crossover.excitation_gap(inv_kFa)
    pieces = (0, 0.5, 1, 1 + width, 3 + 3 * width, 10 + 10 * width)
    x, weight = np.polynomial.legendre.leggauss(200)
    total = 0.0
    for a, b in pairwise(pieces):
        k = a + (b - a) * (1 + x) / 2
        total += (b - a) / 2 * (k**2 * crossover.momentum_distribution(k, inv_kFa)) @ weight
    # beyond, n_k = C/k⁴ (1 + 2μ/k² + …)
    far = pieces[-1]
    C, mu, Delta = crossover.contact(inv_kFa), crossover.chemical_potential(inv_kFa), crossover.gap(inv_kFa)
    second = 3 * mu**2 - 0.75 * Delta**2
    total += C * (1 / far + 2 * mu / (3 * far**3) + second / (5 * far**5))
    assert close(3 * total, 1, rel=1e-9)  # what the tail leaves out, with far >= 10


@pytest.mark.parametrize("inv_kFa", [-2.0, 0.0, 0.8, 4.0])
def test_pair_size_by_quadrature(inv_kFa):
    """ξ² = ∫k²φ′² dk/∫k²φ² dk with φ = Δ/2E."""
    Delta, mu = crossover.gap(inv_kFa), crossover.chemical_potential(inv_kFa)
    edge = np.sqrt(max(mu, 0.3))

    def moment(f):
        cuts = (0, edge, 2 * edge, 10 * edge, np.inf)
        return sum(integrate.quad(f, a, b, epsabs=0, epsrel=1e-12, limit=200)[0] for a, b in pairwise(cuts))

    norm = moment(lambda k: k**2 / ((k**2 - mu) ** 2 + Delta**2))
    gradient = moment(lambda k: 4 * k**4 * (k**2 - mu) ** 2 / ((k**2 - mu) ** 2 + Delta**2) ** 3)
    assert close(crossover.pair_size(inv_kFa), np.sqrt(gradient / norm), rel=1e-10)


@pytest.mark.parametrize("inv_kFa", [-2.0, 0.0, 0.8, 4.0])
def test_pair_function(inv_kFa):
    """Its Fourier integral by quadrature; ∫F² in closed form, ⟨r²⟩ = ξ², and Tan's contact at small distance."""
    Delta, mu = crossover.gap(inv_kFa), crossover.chemical_potential(inv_kFa)
    for r in (0.05, 1.0, 7.0):
        # k/E less k/(k² + 1), which is (π/2)e^{−r} in closed form and leaves a tail of 1/k³
        rest = [
            integrate.quad(lambda k: k / np.hypot(k**2 - mu, Delta) - k / (k**2 + 1), *piece, weight="sin", wvar=r)[0]
            for piece in ((0, 5), (5, np.inf))
        ]
        expected = Delta / (4 * np.pi**2 * r) * (sum(rest) + np.pi / 2 * np.exp(-r))
        assert close(crossover.pair_function(r, inv_kFa), expected, rel=1e-6, abs=1e-9)
    log_r = np.linspace(np.log(1e-7), np.log(40 / min(Delta, 1)), 20_001)
    r = np.exp(log_r)
    weight = 4 * np.pi * r**3 * crossover.pair_function(r, inv_kFa) ** 2
    norm = np.trapezoid(weight, log_r)
    assert close(norm, Delta * np.sqrt(mu + 1j * Delta).real / (16 * np.pi), rel=1e-6)
    assert close(np.sqrt(np.trapezoid(weight * r**2, log_r) / norm), crossover.pair_size(inv_kFa), rel=1e-6)
    assert close((4 * np.pi * 1e-9 * crossover.pair_function(1e-9, inv_kFa)) ** 2, crossover.contact(inv_kFa), rel=1e-7)


def test_pair_function_of_a_dimer():
    """Deep on the side of molecules it is e^{−r/a}/r."""
    r = np.array([1e-3, 1e-2, 3e-2])
    expected = crossover.gap(100.0) * np.exp(-100 * r) / (8 * np.pi * r)
    assert close(crossover.pair_function(r, 100.0), expected, rel=1e-4)  # corrections of order n a³
    with pytest.raises(ValueError, match="r must be finite and > 0, got 0"):
        crossover.pair_function(0.0, 1.0)


# ---- thermodynamics: derivatives against their own formulas


def slope(function, x, h=0.02):
    """dfunction/dx from seven points: error h⁶f⁽⁷⁾/140."""
    x = x + h * np.arange(-3, 4)
    return function(x) @ np.array([-1, 9, -45, 0, 45, -9, 1]) / (60 * h)


@pytest.mark.parametrize("inv_kFa", [-4.0, -1.0, 0.0, 0.5, 3.0, 9.0])
def test_tan_adiabatic_relation(inv_kFa):
    """dE/d(1/a) = −ħ²C V/4πm (Tan 2008): per particle d(E/N)/d(1/k_Fa) = −(3π/2) C."""
    expected = -1.5 * np.pi * crossover.contact(inv_kFa)
    assert close(slope(crossover.energy_per_particle, inv_kFa), expected, rel=1e-7, abs=1e-12)


@pytest.mark.parametrize("inv_kFa", [-4.0, -1.0, 0.0, 0.5, 3.0, 9.0])
def test_chemical_potential_is_energy_derivative(inv_kFa):
    """μ = d(nE/N)/dn at fixed a: μ = (5/3)E/N − (η/3) d(E/N)/dη with η = 1/k_Fa."""
    energy = crossover.energy_per_particle
    expected = (5 * energy(inv_kFa) - inv_kFa * slope(energy, inv_kFa)) / 3
    assert close(crossover.chemical_potential(inv_kFa), expected, rel=1e-8, abs=1e-9)


@pytest.mark.parametrize("inv_kFa", [-4.0, -1.0, 0.0, 0.5, 2.0])
def test_sound_is_compressibility(inv_kFa):
    """mc² = n dμ/dn at fixed a: c² = (2μ − η dμ/dη)/6 in units v_F²."""
    mu = crossover.chemical_potential
    expected = (2 * mu(inv_kFa) - inv_kFa * slope(mu, inv_kFa)) / 6
    assert close(crossover.sound_velocity(inv_kFa) ** 2, expected, rel=1e-7)


def test_contact_is_the_tail():
    """n_k → C/k⁴ at large k (Tan 2008)."""
    inv_kFa = np.array([-10.0, -2.0, 0.0, 3.0, 10.0])
    k = 1e6
    # the next term is 2μ/k² = 2e-10 at most
    assert close(k**4 * crossover.momentum_distribution(k, inv_kFa), crossover.contact(inv_kFa), rel=3e-10)


# ---- the two limits


def test_bcs_limit():
    """Far on the BCS side: Δ → (8/e²) e^{π/2k_Fa}, c → v_F/√3, ξ → v_F/√8Δ, E/N → 3/5 − (3/8)Δ²."""
    inv_kFa = np.array([-8.0, -10.0, -100.0, -200.0])
    Delta = crossover.gap(inv_kFa)
    # the corrections are Δ² ln Δ
    assert close(Delta, 8 / np.e**2 * np.exp(np.pi / 2 * inv_kFa), rel=1e-9)
    assert close(crossover.sound_velocity(inv_kFa), 1 / np.sqrt(3), rel=1e-9)
    assert close(crossover.pair_size(inv_kFa) * Delta, 1 / np.sqrt(2), rel=1e-9)
    assert close(crossover.condensation_energy(inv_kFa), 0.375 * Delta**2, rel=1e-9)
    assert close(crossover.chemical_potential_shift(inv_kFa), -(Delta**2) / 4 * (np.log(8 / Delta) + 0.5), rel=1e-9)
    assert crossover.gap(-1e5) == 0.0 and crossover.pair_size(-1e5) == np.inf


def test_bec_limit():
    """Dimers of binding energy ħ²/ma², size a/√2, that repel like bosons of mass 2m with a_dd = 2a."""
    inv_kFa = np.array([1e3, 1e6, 1e30, 1e100])
    kFa = 1 / inv_kFa
    near = 3 * kFa[0] ** 3  # the first correction is of relative order n a³
    assert close(crossover.chemical_potential(inv_kFa), -(inv_kFa**2), rel=near)
    assert close(crossover.energy_per_particle(inv_kFa), -(inv_kFa**2), rel=near)
    assert close(crossover.pair_size(inv_kFa), kFa / np.sqrt(2), rel=near)
    assert close(crossover.gap(inv_kFa), np.sqrt(16 / (3 * np.pi) * inv_kFa), rel=near)
    # μ_d = 4πħ²a_dd n_d/2m with n_d = k_F³/6π² is (2/3π)(a_dd/a) k_Fa E_F; c² = μ_d/2m is (μ_d/E_F)/4 v_F²
    boson = 2 / (3 * np.pi) * 2 * kFa
    assert close(crossover.dimer_chemical_potential(inv_kFa), boson, rel=near)
    assert close(crossover.sound_velocity(inv_kFa) ** 2, boson / 4, rel=near)


@pytest.mark.parametrize("inv_kFa", [-6.0, -8.5, -10.0])
def test_step_at_the_fermi_surface(inv_kFa):
    """Deep in the BCS regime n_k is a step of width Δ, resolved although Δ = 2e-7 E_F: k² − μ keeps its digits."""
    Delta, shift = crossover.gap(inv_kFa), crossover.chemical_potential_shift(inv_kFa)
    for distance in (-30, -1, 0.5, 4):
        k = 1 + 0.5 * distance * Delta
        with mpmath.workdps(40):
            x = (mpmath.mpf(k) ** 2 - 1 - mpmath.mpf(shift)) / mpmath.mpf(Delta)
            expected = float((1 - x / mpmath.sqrt(1 + x**2)) / 2)
        assert close(crossover.momentum_distribution(k, inv_kFa), expected)


# ---- what must always hold


@settings(max_examples=40, deadline=None)
@given(interaction, interaction)
def test_monotone(first, second):
    """More attraction: larger Δ, gap, contact, energy gain; smaller μ, E/N, pairs; sound slows down."""
    low, high = sorted((first, second))
    if high - low < 1e-6:
        return
    for name in ("gap", "excitation_gap", "contact", "condensation_energy"):
        assert getattr(crossover, name)(low) < getattr(crossover, name)(high), name
    for name in ("chemical_potential_shift", "pair_size"):
        assert getattr(crossover, name)(low) > getattr(crossover, name)(high), name
    for name in ("chemical_potential", "energy_per_particle", "sound_velocity"):
        # flat to rounding deep in the BCS regime
        assert getattr(crossover, name)(low) >= getattr(crossover, name)(high) - 1e-14, name


@settings(max_examples=40, deadline=None)
@given(interaction)
def test_bounds_and_identities(inv_kFa):
    """Leggett's equations between the results: differences, contact, occupation, all from one Δ and one μ."""
    Delta, mu = crossover.gap(inv_kFa), crossover.chemical_potential(inv_kFa)
    assert 0 < Delta <= crossover.excitation_gap(inv_kFa)
    assert 0 < crossover.sound_velocity(inv_kFa) < 1 / np.sqrt(3) * (1 + 1e-14)
    assert close(crossover.chemical_potential_shift(inv_kFa), mu - 1, rel=1e-13, abs=1e-14)
    energy = crossover.energy_per_particle(inv_kFa)
    assert close(crossover.condensation_energy(inv_kFa), 0.6 - energy, abs=1e-14)
    assert close(energy, 0.6 * mu - 0.3 * np.pi * inv_kFa * crossover.contact(inv_kFa), abs=1e-14)
    k = np.linspace(0, 3, 31)
    n = crossover.momentum_distribution(k, inv_kFa)
    assert np.all((n >= 0) & (n <= 1)) and np.all(np.diff(n) <= 0)


@settings(max_examples=60, deadline=None)
@given(st.floats(-1e300, 1e100), st.floats(0, 1e300))
def test_no_nan_anywhere(inv_kFa, k):
    """Every finite interaction up to 1e100 has a finite answer (pairs of infinite size where Δ is 0.0)."""
    for name in EVERYWHERE:
        assert not np.isnan(getattr(crossover, name)(inv_kFa)), name
    assert 0 <= crossover.momentum_distribution(k, inv_kFa) <= 1
    if inv_kFa > 0:
        assert crossover.dimer_chemical_potential(inv_kFa) > 0


@pytest.mark.parametrize("name", OF_INV_KFA)
def test_shapes(name):
    """A scalar gives a float, an array its own shape, and each point the same as alone."""
    function = getattr(crossover, name)
    points = np.array([x for x in SAMPLES if x > 0] if name == "dimer_chemical_potential" else SAMPLES)
    assert type(function(1)) is float and type(function(np.float64(1))) is float
    grid = points.reshape(1, -1, 1)
    assert function(grid).shape == grid.shape and function(np.array([])).shape == (0,)
    assert close(function(points), [function(float(x)) for x in points], rel=2e-14)


def test_momentum_distribution_broadcasts():
    """Wave numbers along one axis, interactions along the other."""
    n = crossover.momentum_distribution(np.linspace(0, 2, 5)[:, None], np.array(SAMPLES))
    assert n.shape == (5, len(SAMPLES))
    assert type(crossover.momentum_distribution(1.0, 0.0)) is float


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf, 1.1e100, [0.0, np.nan]])
@pytest.mark.parametrize("name", OF_INV_KFA)
def test_bad_values(name, bad):
    """An interaction that is no finite number is refused by name."""
    with pytest.raises(ValueError, match="inv_kFa"):
        getattr(crossover, name)(bad)


@pytest.mark.parametrize("bad", ["0", None, 1j, True, [[0], [1, 2]]])
def test_bad_types(bad):
    """Text, None and complex numbers are no interaction."""
    with pytest.raises(TypeError, match="inv_kFa"):
        crossover.gap(bad)


def test_bad_domains():
    """A dimer needs a > 0, a wave number has no sign."""
    for bad in (0.0, -1.0):
        with pytest.raises(ValueError, match=r"inv_kFa must be finite and > 0"):
            crossover.dimer_chemical_potential(bad)
    with pytest.raises(ValueError, match="k must be finite and >= 0, got -1"):
        crossover.momentum_distribution(-1.0, 0.0)
