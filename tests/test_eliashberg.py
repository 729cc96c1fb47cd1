"""Eliashberg theory for a spectrum: limits, plain Matsubara sums, and bad input."""

import numpy as np
import pytest
from scipy.special import psi

from bcs_helpers import eliashberg as el
from bcs_helpers import limits
from bcs_helpers.real_axis import gap_edge, real_axis_gap, strong_coupling_ratios
from bcs_helpers.units import kelvin

from .conftest import close

ONE = el.einstein_modes(1.0, 1.0)
LEAD = el.lead_model()


# ---- spectra ---------------------------------------------------------------------------------------------------


def test_the_moments_of_a_spectrum_by_hand():
    """α²F = aω² up to 1: λ = a, ω_log = e^(−½), ω₂ = 1/√2."""
    omega = np.linspace(1e-3, 1.0, 10_001)
    spectrum = el.tabulated(omega, 0.7 * omega**2)
    # the trapezoidal rule on 10 000 cells, and the piece below 0.001, are each about 1e-6
    assert close([spectrum.total, spectrum.omega_log, spectrum.omega_2], [0.7, np.exp(-0.5), 0.5**0.5], rel=1e-5)
    assert close(spectrum(np.array([0.5, 1.5])), [0.175, 0.0], rel=1e-8)


def test_a_narrow_peak_is_an_einstein_mode():
    """A peak of width 0.01 ω has the Tc of the line at its place, up to the square of the width."""
    omega = np.linspace(0.9, 1.1, 2001)
    narrow = el.tabulated(omega, 50 * el.lorentzian_peak(omega, 1.0, 0.01))
    line = el.einstein_modes(1.0, narrow.total)
    assert close(el.critical_temperature(narrow), el.critical_temperature(line), rel=2e-4)


def test_lines_add_up():
    """Twice a half is one, and a hundred lines at one place are one line, also after Lanczos' recurrence."""
    Tc = el.critical_temperature(ONE, 0.1)
    assert close(el.critical_temperature(el.einstein_modes([1.0, 1.0], [0.5, 0.5]), 0.1), Tc, rel=1e-11)
    crowd = el.einstein_modes(1 + 1e-9 * np.arange(100), np.full(100, 0.01))
    assert close(el.critical_temperature(crowd, 0.1), Tc, rel=1e-6)


@pytest.mark.parametrize("T", [1e-3, 0.06, 3.0])
def test_few_lines_stand_for_many(T):
    """λ_k of the few lines is that of all, for lead and for a spectrum of sound that reaches far down, at any T."""
    omega = np.geomspace(1e-3, 1.0, 500)
    for spectrum in (LEAD, el.tabulated(omega, omega**2)):
        assert spectrum.few[0].size < 140 < spectrum.omega.size

        def kernel(omega, coupling):
            return (coupling / (1 + (2 * np.pi * T * np.arange(1, 400)[:, None] / omega) ** 2)).sum(axis=1)

        assert close(kernel(*spectrum.few), kernel(spectrum.omega, spectrum.coupling), rel=2e-11)


# ---- on the imaginary axis -------------------------------------------------------------------------------------


def plain_iteration(lines, T, mu_star, N):
    """Second route: Δ and Z on the first N frequencies, iterated as the two equations stand; μ* carried to N."""
    n = np.arange(N)
    lam = sum(c / (1 + (2 * np.pi * T * np.arange(2 * N) / w) ** 2) for w, c in lines)
    near, far = lam[np.abs(n[:, None] - n)], lam[n[:, None] + n + 1]
    omega = (2 * n + 1) * np.pi * T
    Delta = np.full(N, 0.3)
    for _ in range(3000):
        root = np.hypot(omega, Delta)
        Z = 1 + np.pi * T / omega * ((near - far) @ (omega / root))
        new = np.pi * T / Z * ((near + far - 2 * mu_star) @ (Delta / root))
        if np.abs(new - Delta).max() < 1e-13:
            break
        Delta = new
    return new, Z


@pytest.mark.parametrize(
    ("lines", "t", "mu_star"),
    [
        ([(1.0, 1.0)], 0.3, 0.0),
        ([(1.0, 1.0)], 0.3, 0.1),
        ([(0.5, 0.8), (1.0, 0.7)], 0.6, 0.12),
        ([(1.0, 5.0)], 0.5, 0.1),
    ],
)
def test_the_gap_against_plain_iteration(lines, t, mu_star):
    """Δ(iω_n) and Z(iω_n) of the first frequencies, extrapolated from 300 and 600 of them, N⁻² being the error."""
    spectrum = el.einstein_modes(*(np.array(x) for x in zip(*lines, strict=True)))
    T = t * el.critical_temperature(spectrum, mu_star)
    found = el.matsubara_gap(spectrum, T, mu_star)
    cutoff = 10 * spectrum.omega.max()
    few = slice(8)
    assert np.array_equal(found.n[few], np.arange(8))

    def carried(N):
        return mu_star / (1 + mu_star * (psi(cutoff / (2 * np.pi * T) + 0.5) - psi(N + 0.5)))

    coarse, fine = (np.array(plain_iteration(lines, T, carried(N), N))[:, few] for N in (300, 600))
    Delta, Z = fine + (fine - coarse) / 3
    # the next order of the plain sums, N⁻⁴ or with a repulsion N⁻³
    assert close(found.Delta[few], Delta, abs=5e-6 * Delta[0])
    assert close(found.Z[few], Z, rel=5e-6)


def test_weak_coupling_is_bcs():
    """λ = 0.1: 2Δ0/Tc = 3.528, ΔC/γTc = 1.426, condensation energy ½N0(1 + λ)Δ0² − γT²/2; corrections are (Tc/ω)²."""
    weak = el.einstein_modes(1.0, 0.1)
    ratios = strong_coupling_ratios(weak)
    assert close(ratios.gap_ratio, 2 * limits.GAP_OVER_TC, rel=1e-6)
    assert close(ratios.heat_capacity_jump, limits.HEAT_CAPACITY_JUMP, rel=1e-6)
    T = 0.1 * ratios.Tc
    energy = el.matsubara_gap(weak, T).condensation_energy
    expected = 1.1 * (0.5 * ratios.gap**2 - np.pi**2 / 3 * T**2)
    # what is left is the entropy of a few quasiparticles, e^(−Δ/T)
    assert close(energy, expected, rel=1e-6)


@pytest.mark.parametrize(("spectrum", "mu_star"), [(ONE, 0.0), (ONE, 0.1), (el.einstein_modes(1.0, 10.0), 0.1)])
def test_the_jump_is_the_second_derivative_of_the_free_energy(spectrum, mu_star):
    """F_n − F_s = ½ (ΔC/Tc)(Tc − T)² close to Tc, extrapolated from 0.2 and 0.4 % below it."""
    Tc, jump = el.critical_temperature(spectrum, mu_star), el.heat_capacity_jump(spectrum, mu_star)

    def estimate(x):
        energy = el.matsubara_gap(spectrum, (1 - x) * Tc, mu_star).condensation_energy
        return 2 * energy / (x * Tc) ** 2 / (2 * np.pi**2 / 3 * (1 + spectrum.total))

    assert close(2 * estimate(0.002) - estimate(0.004), jump, rel=5e-5)


def test_very_strong_coupling():
    """λ → ∞: 2Δ0/Tc on the imaginary axis saturates, and every temperature down to Tc/100 converges."""
    strong = el.einstein_modes(1.0, 1e4)
    Tc = el.critical_temperature(strong)
    gaps = [el.matsubara_gap(strong, t * Tc).Delta[0] / Tc for t in (0.01, 0.1, 0.5, 0.9, 0.9999, 0.99999999)]
    assert np.all(np.diff(gaps) < 0) and gaps[-1] > 0
    # the limit of λ → ∞ is one number, in units of √λ ω
    other = el.einstein_modes(1.0, 1e6)
    assert close(
        el.matsubara_gap(other, 0.1 * el.critical_temperature(other)).Delta[0] / el.critical_temperature(other),
        gaps[1],
        rel=2e-3,
    )


def test_above_tc_there_is_no_gap():
    """At and above Tc Δ is exactly 0, Z is that of the normal metal, N(E) is 1 and there is no edge."""
    Tc = el.critical_temperature(LEAD, 0.1)
    for T in (Tc, 1.5 * Tc):
        normal = el.matsubara_gap(LEAD, T, 0.1)
        assert np.all(normal.Delta == 0) and normal.condensation_energy == 0 and normal.repulsion == 0
        assert close(normal.Z[0], 1 + LEAD.total, rel=1e-9)
        lam = 2 * np.pi * T * np.arange(3)
        lam = (LEAD.coupling / (1 + (lam[:, None] / LEAD.omega) ** 2)).sum(axis=1)
        assert close(normal.Z[2], 1 + (lam[0] + 2 * lam[1] + 2 * lam[2]) / 5, rel=1e-9)
        assert gap_edge(normal) == 0.0
        assert np.all(real_axis_gap(normal).density_of_states(np.linspace(-3, 3, 7)) == 1)


def test_the_isotropic_matrix_of_a_peer():
    """hydrogen-rtlab's plain matrix of 384 frequencies: the same Tc at μ* = 0; its sharp cutoff raises Tc by 0.3 %."""
    physics = pytest.importorskip("rtlab.physics")

    def theirs(mu_star):
        modes = [{"omega_mev": 4.0, "coupling": 0.6}, {"omega_mev": 10.0, "coupling": 0.8}]
        return physics.eliashberg_tc(modes, mu_star=mu_star, n_matsubara=384)["tc_k"]

    ours = el.einstein_modes([4.0, 10.0], [0.6, 0.8])
    # they stop at 0.005 K
    assert close(el.critical_temperature(ours) / kelvin, theirs(0.0), abs=5e-3)
    assert close(el.critical_temperature(ours, 0.1) / kelvin / theirs(0.1), 0.997, abs=2e-3)


# ---- bad input -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: el.einstein_modes(-1.0, 1.0), ValueError, "omega must be finite and > 0, got -1"),
        (lambda: el.einstein_modes([1.0, 2.0], [1.0]), ValueError, "one shape"),
        (lambda: el.einstein_modes(1.0, 0.0), ValueError, "coupling must be"),
        (lambda: el.tabulated([1.0, 2.0], [1.0, 1.0]), ValueError, "omega and alpha2F must have one shape"),
        (lambda: el.tabulated([1.0, 3.0, 2.0], [1.0, 1.0, 1.0]), ValueError, "omega must increase, got 3.0 before 2.0"),
        (lambda: el.tabulated([1.0, 2.0, 3.0], [0.0, 0.0, 0.0]), ValueError, "alpha2F must not vanish"),
        (lambda: el.tabulated([0.0, 2.0, 3.0], [1.0, 1.0, 1.0]), ValueError, "omega must be finite and > 0"),
        (lambda: el.tabulated([1.0, 2.0, 3.0], [1.0, -1.0, 1.0]), ValueError, "alpha2F must be"),
        (lambda: el.lorentzian_peak(1.0, 1.0, 0.0), ValueError, "width must be"),
        (lambda: el.critical_temperature(1.0), TypeError, "spectrum must be a Spectrum"),
        (lambda: el.critical_temperature(ONE, -0.1), ValueError, "mu_star must be"),
        (lambda: el.critical_temperature(ONE, [0.1, 0.2]), ValueError, "mu_star must be one number"),
        (lambda: el.critical_temperature(ONE, 0.1, cutoff=0.0), ValueError, "cutoff must be"),
        (lambda: el.critical_temperature(el.einstein_modes(1.0, 1e101)), ValueError, "coupling must be <= 1e100"),
        (lambda: el.heat_capacity_jump(el.einstein_modes(1.0, 0.05), 0.2), ValueError, "mu_star must leave a Tc > 0"),
        (lambda: el.matsubara_gap(ONE, 0.0), ValueError, "T must be"),
        (lambda: el.matsubara_gap(ONE, [0.1, 0.2]), ValueError, "T must be one number"),
        (lambda: el.matsubara_gap(ONE, 1e-4), ValueError, "T must be >= Tc/100"),
    ],
)
def test_bad_arguments_are_named(call, error, message):
    """Each error names the argument, its value and what is allowed."""
    with pytest.raises(error, match=message):
        call()
