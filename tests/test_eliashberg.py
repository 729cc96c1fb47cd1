"""Eliashberg theory for a spectrum: limits, plain Matsubara sums, the way back from the real axis, and bad input."""

import doctest
import importlib

import numpy as np
import pytest
from scipy.special import psi

from bcs_helpers import eliashberg as el
from bcs_helpers import limits
from bcs_helpers.strong_coupling import allen_dynes_critical_temperature
from bcs_helpers.units import kelvin, meV

from .conftest import close

ONE = el.einstein_modes(1.0, 1.0)
LEAD = el.lead_model()


@pytest.fixture(scope="module")
def lead():
    """The model of lead on the imaginary and on the real axis at a tenth of Tc."""
    Tc = el.critical_temperature(LEAD, el.LEAD_MU_STAR)
    matsubara = el.matsubara_gap(LEAD, 0.1 * Tc, el.LEAD_MU_STAR)
    return matsubara, el.real_axis_gap(matsubara)


@pytest.fixture(scope="module")
def wide(lead):
    """Energies, weights, N(E) and Δ(E) up to 150 meV; E = edge + s² takes the square root at the edge out."""
    real = el.real_axis_gap(lead[0], highest=150.0, step=0.2)
    ds = np.sqrt(150.0 - real.edge) / 1000
    s = ds * (np.arange(1000) + 0.5)
    E = real.edge + s**2
    return real.edge, E, 2 * s * ds, real.density_of_states(E), real.Delta(E)


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
    ratios = el.strong_coupling_ratios(weak)
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
        assert el.gap_edge(normal) == 0.0
        assert np.all(el.real_axis_gap(normal).density_of_states(np.linspace(-3, 3, 7)) == 1)


def test_energies_scale():
    """All frequencies times a factor: Tc and the gap follow, the ratios stay."""
    factor = 1e-4
    small = el.tabulated(factor * LEAD.grid, LEAD.alpha2F)
    a, b = el.strong_coupling_ratios(LEAD, 0.13), el.strong_coupling_ratios(small, 0.13)
    assert close([b.Tc, b.gap], [factor * a.Tc, factor * a.gap], rel=1e-9)
    assert close(b[2:], a[2:], rel=1e-8)


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


# ---- the real axis ---------------------------------------------------------------------------------------------


def test_the_way_back_to_the_imaginary_axis(lead, wide):
    """The spectral representations of N(E) and Re Δ/√(E² − Δ²) give back the cos θ_n and sin θ_n they came from."""
    matsubara, (edge, E, step, N, Delta) = lead[0], wide
    omega = matsubara.omega[:10, None]
    root = np.hypot(omega[:, 0], matsubara.Delta[:10])
    back = 1 - 2 / np.pi * np.arctan(edge / omega[:, 0])
    back += 2 / np.pi * (((N - 1) * step) * omega / (omega**2 + E**2)).sum(axis=1)
    assert close(back, omega[:, 0] / root, abs=1e-5)
    pairs = (Delta / (np.sqrt(E - Delta) * np.sqrt(E + Delta))).real
    back = 2 / np.pi * (pairs * step * E / (omega**2 + E**2)).sum(axis=1)
    # beyond the last energy E Re Δ/√(E² − Δ²) is constant up to 1/E²
    slope = (E[-1] * pairs[-1] - E[-200] * pairs[-200]) / (E[-1] ** -2 - E[-200] ** -2)
    back += 2 / np.pi * (pairs[-1] - slope / E[-1] ** 3 + slope / (3 * E[-1] ** 3))
    assert close(back, matsubara.Delta[:10] / root, abs=1e-5)


def test_states_are_neither_made_nor_lost(wide):
    """What the gap removes from N(E) piles up above it: ∫(N − 1)dE = 0; the tail is Δ∞²/2E²."""
    edge, E, step, N, Delta = wide
    assert abs(((N - 1) * step).sum() - edge + (Delta[-1] ** 2).real / 2 / E[-1]) < 2e-5 * edge


def pade(z, u, x):
    """Thiele's continued fraction through the points (z, u), at x."""
    g = np.array(u, dtype=complex)
    for i in range(1, len(z)):
        g[i:] = (g[i - 1] - g[i:]) / ((z[i:] - z[i - 1]) * g[i:])
    value = 0.0
    for i in range(len(z) - 1, 0, -1):
        value = g[i] * (x - z[i - 1]) / (1 + value)
    return g[0] / (1 + value)


def test_a_pade_fit_agrees_below_the_phonons(lead):
    """Second route: a continued fraction through Δ(iω_n) of 24 frequencies gives Δ(E) up to where emission begins."""
    matsubara, real = lead
    some = slice(24)
    for E in (0.3, 1.0, 1.4, 2.5):
        assert abs(pade(1j * matsubara.omega[some], matsubara.Delta[some], E) - real.Delta(E)) < 2e-5


def test_the_edge_is_where_the_gap_equals_the_energy(lead):
    """Δ0 = Re Δ(Δ0); no states below it, many just above, and both signs of E alike."""
    _, real = lead
    assert close(real.Delta(real.edge).real, real.edge, rel=1e-10)
    assert close(real.edge, el.gap_edge(lead[0]), rel=1e-9)
    E = np.array([0.0, 0.5, 0.99]) * real.edge
    assert np.all(np.abs(real.density_of_states(E)) < 1e-6)
    assert real.density_of_states(1.0001 * real.edge) > 50
    assert np.array_equal(real.density_of_states(-E - 1), real.density_of_states(E + 1))
    assert real.Delta(-3.0) == real.Delta(3.0).conjugate()


@pytest.mark.parametrize("step", [0.05, 0.2])
def test_the_grid_does_not_matter(lead, step):
    """A grid twice as fine or as coarse changes N(E) by its square: 3e-6 and 2e-5."""
    matsubara, real = lead
    E = np.linspace(1.5, 30.0, 200)
    other = el.real_axis_gap(matsubara, step=step).density_of_states(E)
    assert np.abs(other - real.density_of_states(E)).max() < (4e-6 if step < 0.1 else 4e-5)


def test_a_warm_superconductor_has_states_in_the_gap():
    """At 0.99 Tc the iteration converges, and phonons have filled the gap to 8 %; at 0.5 Tc to 1e-4."""
    Tc = el.critical_temperature(LEAD, 0.13)
    cold, warm = (el.real_axis_gap(el.matsubara_gap(LEAD, t * Tc, 0.13), highest=6.0) for t in (0.5, 0.99))
    assert 1e-5 < cold.density_of_states(0.0) < 1e-3
    assert 0.05 < warm.density_of_states(0.0) < 0.15


def test_the_way_back_when_it_is_warm():
    """At 0.8 Tc phonons are absorbed, and states fill the gap; N(E) still gives back the cos θ_n it came from."""
    matsubara = el.matsubara_gap(LEAD, 0.8 * el.critical_temperature(LEAD, 0.13), 0.13)
    real = el.real_axis_gap(matsubara, highest=40.0)
    u = (np.arange(800) + 0.5) / 800
    below, above = real.edge * (1 - u**3), real.edge + (40.0 - real.edge) * u**3
    E = np.append(below, above)
    step = np.append(3 * u**2 * real.edge, 3 * u**2 * (40.0 - real.edge)) / 800
    omega = matsubara.omega[:6, None]
    excess = (real.density_of_states(E) - 1) * step
    back = 1 + 2 / np.pi * (excess * omega / (omega**2 + E**2)).sum(axis=1)
    assert close(back, omega[:, 0] / np.hypot(omega[:, 0], matsubara.Delta[:6]), abs=2e-5)


def test_a_spectrum_that_begins_at_zero():
    """α²F ∝ ω², as for sound: a gap in weak coupling, with the edge of the imaginary axis up to (Δ/ω)²."""
    omega = np.linspace(0.005, 1.0, 400)
    sound = el.tabulated(omega, 0.5 * omega**2)
    Tc = el.critical_temperature(sound, 0.1)
    matsubara = el.matsubara_gap(sound, 0.1 * Tc, 0.1)
    real = el.real_axis_gap(matsubara, highest=0.1)
    assert close(real.edge, matsubara.Delta[0], rel=5e-3)
    assert close(real.density_of_states(2 * real.edge), 2 / np.sqrt(3), rel=3e-3)


def test_weak_coupling_on_the_real_axis():
    """A coupling of 0.25 on a grid much coarser than T: the edge is that of the Matsubara sums alone, and BCS above."""
    weak = el.tabulated(LEAD.grid[::20], 0.16 * LEAD.alpha2F[::20])
    Tc = el.critical_temperature(weak)
    matsubara = el.matsubara_gap(weak, 0.1 * Tc)
    real = el.real_axis_gap(matsubara, highest=12 * meV)
    assert np.pi * matsubara.T < 0.1 * np.diff(weak.grid)[0]
    assert close(real.edge, el.gap_edge(matsubara), rel=1e-9)
    # (Tc/ω)² ln(ω/Tc) is 2e-4, with a factor of about 5
    assert close(2 * real.edge / Tc, 2 * limits.GAP_OVER_TC, rel=2e-3)
    assert np.abs(real.ripples(np.linspace(0.1, 11.0, 30))).max() < 3e-4


# ---- lead ------------------------------------------------------------------------------------------------------


def test_lead_does_not_fit_bcs():
    """The model of lead: Tc within 2 % of 7.2 K, ratios 4.54 and 2.91, on the side of the metal and not of BCS."""
    assert close([LEAD.total, LEAD.omega_log / kelvin], [1.55, 56.0], rel=1e-12)
    ratios = el.strong_coupling_ratios(LEAD, el.LEAD_MU_STAR)
    assert close(ratios.Tc / kelvin, 7.304, abs=1e-3)
    assert close(ratios.gap / meV, 1.4288, abs=1e-4)
    assert close(ratios.gap_ratio, 4.5402, abs=1e-4)
    assert close(ratios.heat_capacity_jump, 2.9138, abs=1e-4)
    fit = allen_dynes_critical_temperature(LEAD.total, el.LEAD_MU_STAR, LEAD.omega_log, LEAD.omega_2)
    assert close(fit, ratios.Tc, rel=0.1)


def test_the_ripples_lie_at_the_phonons(lead):
    """N(E) falls steepest where E − Δ0 passes the two peaks of α²F, 4.4 and 8.5 meV, from above BCS to below."""
    _, real = lead
    E = np.linspace(real.edge + 2, real.edge + 11, 1801)
    ripples = real.ripples(E)
    slope = np.gradient(ripples, E)
    for peak in (4.4, 8.5):
        near = np.abs(E - real.edge - peak) < 1.2
        assert abs(E[near][slope[near].argmin()] - real.edge - peak) < 0.4
    assert 0.02 < ripples.max() < 0.1 and -0.1 < ripples.min() < -0.02


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
        (lambda: el.real_axis_gap(el.matsubara_gap(ONE, 0.05)), TypeError, "sharp modes"),
        (lambda: el.real_axis_gap(el.matsubara_gap(LEAD, 0.3), step=0.3), ValueError, "step must be <= 0.2"),
        (lambda: el.real_axis_gap(el.matsubara_gap(LEAD, 0.3), highest=1e6), ValueError, "5000 are allowed"),
        (lambda: el.gap_edge(el.matsubara_gap(el.einstein_modes(1.0, 20.0), 0.1)), TypeError, "sharp modes"),
    ],
)
def test_bad_arguments_are_named(call, error, message):
    """Each error names the argument, its value and what is allowed."""
    with pytest.raises(error, match=message):
        call()


def test_energies_that_are_not_known_are_refused(lead):
    """Beyond `highest` nothing is extrapolated, and below the edge there is no BCS to compare with."""
    _, real = lead
    with pytest.raises(ValueError, match=r"\|E\| must be <= highest"):
        real.density_of_states([0.0, 1e3])
    with pytest.raises(ValueError, match=r"\|E\| must be > edge"):
        real.ripples([3.0, 1.0])


def test_the_example_of_the_module():
    """The example in the docstring prints what it says."""
    assert doctest.testmod(importlib.import_module("bcs_helpers.eliashberg")).failed == 0
