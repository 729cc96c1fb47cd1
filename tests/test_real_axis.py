"""Eliashberg's gap on the real axis: the way back to the imaginary one, lead, and bad input."""

import numpy as np
import pytest

from bcs_helpers import eliashberg as el
from bcs_helpers import limits
from bcs_helpers import real_axis as ra
from bcs_helpers.strong_coupling import allen_dynes_critical_temperature
from bcs_helpers.units import kelvin, meV

from .conftest import close

LEAD = el.lead_model()


@pytest.fixture(scope="module")
def lead():
    """The model of lead on the imaginary and on the real axis at a tenth of Tc."""
    Tc = el.critical_temperature(LEAD, el.LEAD_MU_STAR)
    matsubara = el.matsubara_gap(LEAD, 0.1 * Tc, el.LEAD_MU_STAR)
    return matsubara, ra.real_axis_gap(matsubara)


@pytest.fixture(scope="module")
def wide(lead):
    """Energies, weights, N(E) and Δ(E) up to 150 meV; E = edge + s² takes the square root at the edge out."""
    real = ra.real_axis_gap(lead[0], highest=150.0, step=0.2)
    ds = np.sqrt(150.0 - real.edge) / 1000
    s = ds * (np.arange(1000) + 0.5)
    E = real.edge + s**2
    return real.edge, E, 2 * s * ds, real.density_of_states(E), real.Delta(E)


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
    assert close(real.edge, ra.gap_edge(lead[0]), rel=1e-9)
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
    other = ra.real_axis_gap(matsubara, step=step).density_of_states(E)
    assert np.abs(other - real.density_of_states(E)).max() < (4e-6 if step < 0.1 else 4e-5)


def test_a_warm_superconductor_has_states_in_the_gap():
    """At 0.99 Tc the iteration converges, and phonons have filled the gap to 8 %; at 0.5 Tc to 1e-4."""
    Tc = el.critical_temperature(LEAD, 0.13)
    cold, warm = (ra.real_axis_gap(el.matsubara_gap(LEAD, t * Tc, 0.13), highest=6.0) for t in (0.5, 0.99))
    assert 1e-5 < cold.density_of_states(0.0) < 1e-3
    assert 0.05 < warm.density_of_states(0.0) < 0.15


def test_the_way_back_when_it_is_warm():
    """At 0.8 Tc phonons are absorbed, and states fill the gap; N(E) still gives back the cos θ_n it came from."""
    matsubara = el.matsubara_gap(LEAD, 0.8 * el.critical_temperature(LEAD, 0.13), 0.13)
    real = ra.real_axis_gap(matsubara, highest=40.0)
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
    real = ra.real_axis_gap(matsubara, highest=0.1)
    assert close(real.edge, matsubara.Delta[0], rel=5e-3)
    assert close(real.density_of_states(2 * real.edge), 2 / np.sqrt(3), rel=3e-3)


def test_weak_coupling_on_the_real_axis():
    """A coupling of 0.25 on a grid much coarser than T: the edge is that of the Matsubara sums alone, and BCS above."""
    weak = el.tabulated(LEAD.grid[::20], 0.16 * LEAD.alpha2F[::20])
    Tc = el.critical_temperature(weak)
    matsubara = el.matsubara_gap(weak, 0.1 * Tc)
    real = ra.real_axis_gap(matsubara, highest=12 * meV)
    assert np.pi * matsubara.T < 0.1 * np.diff(weak.grid)[0]
    assert close(real.edge, ra.gap_edge(matsubara), rel=1e-9)
    # (Tc/ω)² ln(ω/Tc) is 2e-4, with a factor of about 5
    assert close(2 * real.edge / Tc, 2 * limits.GAP_OVER_TC, rel=2e-3)
    assert np.abs(real.ripples(np.linspace(0.1, 11.0, 30))).max() < 3e-4


def test_energies_scale():
    """All frequencies times a factor: Tc and the gap follow, the ratios stay."""
    factor = 1e-4
    small = el.tabulated(factor * LEAD.grid, LEAD.alpha2F)
    a, b = ra.strong_coupling_ratios(LEAD, 0.13), ra.strong_coupling_ratios(small, 0.13)
    assert close([b.Tc, b.gap], [factor * a.Tc, factor * a.gap], rel=1e-9)
    assert close(b[2:], a[2:], rel=1e-8)


# ---- lead ------------------------------------------------------------------------------------------------------


def test_lead_does_not_fit_bcs():
    """The model of lead: Tc within 2 % of 7.2 K, ratios 4.54 and 2.91, on the side of the metal and not of BCS."""
    assert close([LEAD.total, LEAD.omega_log / kelvin], [1.55, 56.0], rel=1e-12)
    ratios = ra.strong_coupling_ratios(LEAD, el.LEAD_MU_STAR)
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
        (lambda: ra.real_axis_gap(el.matsubara_gap(el.einstein_modes(1.0, 1.0), 0.05)), TypeError, "sharp modes"),
        (lambda: ra.real_axis_gap(el.matsubara_gap(LEAD, 0.3), step=0.3), ValueError, "step must be <= 0.2"),
        (lambda: ra.real_axis_gap(el.matsubara_gap(LEAD, 0.3), highest=1e6), ValueError, "5000 are allowed"),
        (lambda: ra.gap_edge(el.matsubara_gap(el.einstein_modes(1.0, 20.0), 0.1)), TypeError, "sharp modes"),
        (lambda: ra.real_axis_gap(el.matsubara_gap(LEAD, 0.3), step=[0.1]), ValueError, "step must be one number"),
        (lambda: ra.gap_edge(LEAD), TypeError, "matsubara must be a MatsubaraGap"),
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
