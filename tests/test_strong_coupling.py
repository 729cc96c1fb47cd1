"""Isotope effect and strong coupling: reference rows, limits, second routes, and what happens to bad input."""

import mpmath as mp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcs_helpers import limits
from bcs_helpers import strong_coupling as sc
from bcs_helpers.units import kelvin, meV

from . import textbook
from .conftest import close, rows

ISOTOPE = rows("isotope")
TWO_WELL = [row for row in ISOTOPE if row["model"] == "BCS two-square-well"]
MCMILLAN = [row for row in ISOTOPE if row["model"] == "McMillan"]


def test_every_reference_row_belongs_to_a_model_tested_here():
    """The file holds two models and nothing else."""
    assert len(TWO_WELL) + len(MCMILLAN) == len(ISOTOPE) > 0


@pytest.mark.parametrize("row", TWO_WELL, ids=lambda row: f"{row['lam']}-{row['mu']}")
def test_two_wells_meet_every_reference_value_by_both_routes(row):
    """μ*, α from its formula, and α as the derivative of Tc, where the phonon frequency goes as M^(−1/2)."""
    coupling, mu, E_F = float(row["lam"]), float(row["mu"]), np.exp(float(row["ln_EF_over_wD"]))
    mu_star = sc.coulomb_pseudopotential(mu, E_F, 1.0)
    assert close(mu_star, row["mu_star"])
    assert close(sc.two_well_isotope_exponent(coupling, mu_star), row["alpha_formula"])

    def Tc(M):
        return sc.two_well_critical_temperature(coupling, mu, M**-0.5, E_F)

    assert close(sc.isotope_exponent(Tc, 1.0), row["alpha_numeric"])


@pytest.mark.parametrize("row", MCMILLAN, ids=lambda row: f"{row['lam']}-{row['mu_star']}")
def test_mcmillan_meets_every_reference_value_by_both_routes(row):
    """Tc, α from its formula, and α as the derivative of Tc with a μ* that follows the frequency."""
    coupling, mu_star = float(row["lam"]), float(row["mu_star"])
    assert close(sc.mcmillan_critical_temperature(coupling, mu_star, 1.0), row["Tc_over_ThetaD"])
    assert close(sc.mcmillan_isotope_exponent(coupling, mu_star), row["alpha_formula"])

    def Tc(M):
        omega = M**-0.5
        return sc.mcmillan_critical_temperature(coupling, sc.coulomb_pseudopotential(mu_star, 1.0, omega), omega)

    assert close(sc.isotope_exponent(Tc, 1.0), row["alpha_numeric"])


# ---- the pseudopotential and the two wells ---------------------------------------------------------------------


def test_renormalising_in_two_steps_is_renormalising_once():
    """μ* forms a group: from E_F to ω₁ to ω₂ is from E_F to ω₂, and the way back restores μ."""
    first = sc.coulomb_pseudopotential(0.4, 1e4, 300.0)
    assert close(sc.coulomb_pseudopotential(first, 300.0, 20.0), sc.coulomb_pseudopotential(0.4, 1e4, 20.0), rel=1e-14)
    assert close(sc.coulomb_pseudopotential(first, 300.0, 1e4), 0.4, rel=1e-14)


def test_the_pseudopotential_never_exceeds_the_inverse_logarithm():
    """However strong the repulsion, μ* → 1/ln(E_F/ω_D)."""
    assert close(sc.coulomb_pseudopotential(1e12, np.exp(6.0), 1.0), 1 / 6, rel=1e-11)


@pytest.mark.parametrize(("coupling", "mu"), [(0.25, 0.1), (0.2, 0.2), (0.15, 0.0)])
def test_two_wells_against_their_gap_equations(coupling, mu):
    """The 2×2 gap equations with ∫dξ tanh(ξ/2T)/ξ over each well have a zero determinant at Tc."""
    L = 5.0
    Tc = mp.mpf(sc.two_well_critical_temperature(coupling, mu, 1.0, np.exp(L)))
    F1 = mp.quad(lambda xi: mp.tanh(xi / 2 / Tc) / xi, [0, *(x * Tc for x in (1, 3, 10, 30)), 1])
    F2 = mp.quad(lambda x: mp.tanh(mp.exp(x) / 2 / Tc), [0, L])
    determinant = (1 - (coupling - mu) * F1) * (1 + mu * F2) - mu * F2 * mu * F1
    # what weak coupling leaves out is e^(−ω_D/Tc), here below 1e-80; the rest is rounding
    assert abs(determinant) < 1e-14


def test_without_repulsion_the_two_wells_are_bcs():
    """μ = 0: Tc = 1.134 ω_D e^(−1/λ), whatever E_F."""
    coupling = np.array([0.1, 0.3, 0.5])
    expected = limits.critical_temperature_weak(coupling, 7.0)
    assert close(sc.two_well_critical_temperature(coupling, 0.0, 7.0, 1e5), expected, rel=1e-14)


def test_retardation_lets_a_repulsion_larger_than_the_attraction_superconduct():
    """μ > λ and still Tc > 0, as long as λ > μ*; without retardation (E_F = ω_D) there is none."""
    assert sc.two_well_critical_temperature(0.3, 0.5, 1.0, 1e3) > 0
    assert sc.two_well_critical_temperature(0.3, 0.5, 1.0, 1.0) == 0.0


def test_the_isotope_effect_vanishes_where_half_the_attraction_is_lost():
    """λ = 2μ*: α = 0, the case of Ru and Zr; beyond it Tc rises with the mass."""
    assert sc.two_well_isotope_exponent(0.2, 0.1) == 0.0
    assert sc.two_well_isotope_exponent(0.19, 0.1) < 0


# ---- the isotope exponent of any function ----------------------------------------------------------------------


@given(exponent=st.floats(-3, 3), M=st.floats(1e-3, 1e3))
@settings(max_examples=30, deadline=None)
def test_the_exponent_of_a_power_law(exponent, M):
    """Tc ∝ M^(−α) has the exponent α at any mass."""
    assert close(sc.isotope_exponent(lambda m: 7.2 * m**-exponent, M), exponent, abs=2e-13)


def test_the_exponent_is_that_of_the_derivative():
    """Tc = exp(sin ln M) has α = −cos ln M: the difference is of order 12, not 2."""
    M = np.array([0.5, 1.0, 3.0, 200.0])
    assert close(sc.isotope_exponent(lambda m: np.exp(np.sin(np.log(m))), M), -np.cos(np.log(M)), abs=1e-13)


# ---- McMillan and Allen–Dynes ----------------------------------------------------------------------------------


def test_allen_dynes_corrections_are_one_at_weak_coupling():
    """f1 = f2 = 1 for λ → 0: McMillan's formula with ω_log/1.20 in place of Θ_D/1.45, up to λ^(3/2)."""
    ratio = sc.allen_dynes_critical_temperature(0.01, 0.0, 1.0, 1.3) / sc.mcmillan_critical_temperature(0.01, 0.0, 1.0)
    assert close(ratio, 1.45 / 1.2, rel=2e-4)


def test_allen_dynes_by_hand():
    """λ = 2, μ* = 0.1, ω₂ = 1.2 ω_log worked out step by step in 30 digits."""
    lam, mu, r = mp.mpf(2), mp.mpf(0.1), mp.mpf(1.2)
    L1, L2 = mp.mpf("2.46") * (1 + mp.mpf("3.8") * mu), mp.mpf("1.82") * (1 + mp.mpf("6.3") * mu) * r
    f1 = (1 + (lam / L1) ** mp.mpf("1.5")) ** (mp.mpf(1) / 3)
    f2 = 1 + (r - 1) * lam**2 / (lam**2 + L2**2)
    exponent = mp.mpf("1.04") * (1 + lam) / (lam - mu - mp.mpf("0.62") * lam * mu)
    expected = f1 * f2 / mp.mpf("1.2") * mp.exp(-exponent)
    assert close(sc.allen_dynes_critical_temperature(2.0, 0.1, 1.0, 1.2), float(expected), rel=1e-14)


def test_allen_dynes_grows_as_the_root_of_the_coupling():
    """λ → ∞: Tc/√λ → ω₂ e^(−1.04)/(1.2 √2.46), 3 % above Eliashberg's 0.1827; ω_log no longer matters."""
    expected = 1.5 * np.exp(-1.04) / (1.2 * np.sqrt(2.46))
    assert close(sc.allen_dynes_critical_temperature(1e12, 0.0, 1.0, 1.5) / 1e6, expected, rel=1e-10)


def test_too_much_repulsion_means_no_superconductivity():
    """Tc is exactly 0 where λ <= μ*(1 + 0.62 λ), and goes there without a jump."""
    threshold = 0.1 / (1 - 0.062)
    couplings = np.array([0.0, threshold, 0.11, 0.12])
    for Tc in (
        sc.mcmillan_critical_temperature(couplings, 0.1, 300.0),
        sc.allen_dynes_critical_temperature(couplings, 0.1, 300.0, 300.0),
    ):
        assert Tc[0] == Tc[1] == 0.0
        assert 0 < Tc[2] < Tc[3] < 1e-4


# ---- Eliashberg ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("coupling", [0.7, 1.0, 5.0, 50.0])
def test_eliashberg_against_plain_matsubara_sums(coupling):
    """Largest eigenvalue of the kernel on 80 and 160 frequencies: off by N⁻⁴, and right once that is extrapolated."""
    Tc = sc.eliashberg_critical_temperature(coupling, 1.0)
    coarse, fine = (textbook.eliashberg(coupling, N, Tc) for N in (80, 160))
    assert close((coarse - Tc) / (fine - Tc), 16, rel=0.05)
    assert close(fine + (fine - coarse) / 15, Tc, rel=5e-10)


@pytest.mark.parametrize(("coupling", "mu_star"), [(1.0, 0.1), (2.0, 0.15), (5.0, 0.1)])
def test_eliashberg_with_repulsion_against_plain_matsubara_sums(coupling, mu_star):
    """A sharp cutoff N for the repulsion, with μ* carried there, gives the same Tc, up to about N⁻²."""
    Tc = sc.eliashberg_critical_temperature(coupling, 1.0, mu_star)
    coarse, fine = (abs(textbook.eliashberg(coupling, N, Tc, mu_star) / Tc - 1) for N in (40, 160))
    assert fine < 4e-5
    assert fine < coarse / 8


def test_eliashberg_published_value():
    """Einstein mode, λ = 1, μ* = 0: Tc = 0.11462 ω_E (physics.md; also Allen, Dynes 1975, fig. 1)."""
    assert close(sc.eliashberg_critical_temperature(1.0, 1.0), 0.11462, rel=5e-5)


def test_eliashberg_at_very_strong_coupling():
    """Tc → 0.1827262477 ω_E √λ (Kiessling, Altshuler, Yuzbashyan, arXiv:2409.02121), always from below."""
    coupling = np.array([50.0, 1e4, 1e9, 1e30])
    ratio = sc.eliashberg_critical_temperature(coupling, 1.0) / np.sqrt(coupling)
    assert np.all(np.diff(ratio[:3]) > 0)
    assert close(ratio[2:], 0.1827262477, rel=6e-10)


def test_eliashberg_at_weak_coupling():
    """Tc → (2e^γ/π) e^(−1/2) ω_E e^(−(1+λ)/λ): not BCS but BCS/√e (Marsiglio, PRB 98, 024523), up to order λ."""
    coupling = np.array([0.04, 0.08])
    limit = limits.TC_PREFACTOR * np.exp(-0.5 - (1 + coupling) / coupling)
    excess = sc.eliashberg_critical_temperature(coupling, 1.0) / limit - 1
    assert 0 < excess[0] < 0.02
    assert close(excess[1] / excess[0], 2.0, rel=0.03)


def test_allen_dynes_fits_eliashberg():
    """The formula follows the equation it was fitted to: within 12 % from λ = 0.6 to 50 for an Einstein mode."""
    coupling = np.array([0.6, 1.0, 2.0, 5.0, 50.0])
    exact = sc.eliashberg_critical_temperature(coupling, 1.0)
    assert close(sc.allen_dynes_critical_temperature(coupling, 0.0, 1.0, 1.0), exact, rel=0.12)


def test_eliashberg_isotope_exponent():
    """Without repulsion α = ½ exactly; with it α is less, and close to McMillan's."""

    def exponent(mu_star):
        def Tc(M):
            omega = M**-0.5
            mu_omega = sc.coulomb_pseudopotential(mu_star, 1.0, omega)
            return sc.eliashberg_critical_temperature(2.0, omega, mu_omega, cutoff=omega)

        return sc.isotope_exponent(Tc, 1.0, step=0.2)

    assert close(exponent(0.0), 0.5, rel=1e-9)
    alpha = exponent(0.15)
    assert alpha < 0.49
    assert close(alpha, sc.mcmillan_isotope_exponent(2.0, 0.15), abs=0.01)


def test_a_pseudopotential_is_carried_to_another_cutoff():
    """μ* at 10 ω_E and the μ* that it becomes at 100 ω_E give one Tc; at ω_E itself the two cutoffs differ by 10 %."""
    mu_star, coupling = 0.1, np.array([0.5, 1.0])
    far = sc.coulomb_pseudopotential(mu_star, 10.0, 100.0)
    Tc = sc.eliashberg_critical_temperature(coupling, 1.0, mu_star)
    # psi(N + ½) is ln N up to 1/24 N², and N is 20 or more
    assert close(sc.eliashberg_critical_temperature(coupling, 1.0, far, cutoff=100.0), Tc, rel=1e-4)
    low = sc.eliashberg_critical_temperature(1.0, 10 * meV, mu_star, cutoff=10 * meV) / kelvin
    assert close(low, 8.37, abs=5e-3)
    assert close(sc.eliashberg_critical_temperature(1.0, 10 * meV, mu_star) / kelvin, 9.244, abs=5e-3)


def test_a_hopelessly_weak_coupling_has_Tc_zero():
    """λ = 0, λ → 0 and a repulsion that wins give Tc = 0.0, not an error."""
    assert sc.eliashberg_critical_temperature(0.0, 1.0) == 0.0
    assert sc.eliashberg_critical_temperature(1e-300, 1.0) == 0.0
    assert sc.eliashberg_critical_temperature(0.05, 1.0, 0.2) == 0.0


# ---- what must be true of all ----------------------------------------------------------------------------------


@given(scale=st.floats(1e-6, 1e6), coupling=st.floats(0.3, 3.0), mu_star=st.floats(0.0, 0.15))
@settings(max_examples=15, deadline=None)
def test_every_temperature_scales_with_the_energies(scale, coupling, mu_star):
    """Multiply all energies by a factor: so is every Tc, and μ* does not change."""
    for Tc in (
        lambda s: sc.two_well_critical_temperature(coupling, mu_star, s, 1e3 * s),
        lambda s: sc.mcmillan_critical_temperature(coupling, mu_star, s),
        lambda s: sc.allen_dynes_critical_temperature(coupling, mu_star, s, 1.1 * s),
        lambda s: sc.coulomb_pseudopotential(mu_star, 1e3 * s, s) * s,
    ):
        assert close(Tc(scale), scale * Tc(1.0), rel=1e-12)


def test_eliashberg_scales_with_the_frequency():
    """Tc ∝ ω_E at fixed λ and μ*."""
    assert close(
        sc.eliashberg_critical_temperature(2.0, 300.0, 0.1), 300 * sc.eliashberg_critical_temperature(2.0, 1.0, 0.1)
    )


def test_more_attraction_or_less_repulsion_raises_every_Tc():
    """dTc/dλ > 0 and dTc/dμ* < 0."""
    coupling, mu_star = np.linspace(0.4, 3, 12)[:, None], np.array([0.0, 0.08, 0.16])
    for Tc in (
        sc.two_well_critical_temperature(coupling, mu_star, 1.0, 1e3),
        sc.mcmillan_critical_temperature(coupling, mu_star, 1.0),
        sc.allen_dynes_critical_temperature(coupling, mu_star, 1.0, 1.2),
        sc.eliashberg_critical_temperature(coupling[3::4], 1.0, mu_star),
    ):
        assert np.all(np.diff(Tc, axis=0) > 0)
        assert np.all(np.diff(Tc, axis=1) < 0)


def test_arrays_broadcast_and_scalars_stay_floats():
    """(3, 1) with (2,) gives (3, 2); numbers give a Python float."""
    column, row = np.array([[0.5], [0.7], [0.9]]), np.array([0.1, 0.12])
    for function, rest in (
        (sc.coulomb_pseudopotential, (100.0, 1.0)),
        (sc.two_well_isotope_exponent, ()),
        (sc.mcmillan_isotope_exponent, ()),
        (sc.mcmillan_critical_temperature, (1.0,)),
        (sc.allen_dynes_critical_temperature, (1.0, 1.1)),
        (sc.two_well_critical_temperature, (1.0, 100.0)),
    ):
        if function is not sc.coulomb_pseudopotential:
            assert function(column, row, *rest).shape == (3, 2)
            assert isinstance(function(0.5, 0.1, *rest), float)
        else:
            assert function(column, row * 1e3, *rest[1:]).shape == (3, 2)
            assert isinstance(function(0.5, *rest), float)
    assert sc.eliashberg_critical_temperature(np.array([[1.0], [3.0]]), np.array([1.0, 2.0])).shape == (2, 2)
    assert isinstance(sc.eliashberg_critical_temperature(3.0, 1.0), float)
    assert isinstance(sc.isotope_exponent(lambda M: 1 / M, 3.0), float)
    assert sc.isotope_exponent(lambda M: 1 / M, column).shape == (3, 1)


GOOD = {
    sc.coulomb_pseudopotential: {"mu": 0.1, "E_F": 100.0, "omega": 1.0},
    sc.two_well_critical_temperature: {"coupling": 0.4, "mu": 0.1, "omega_D": 1.0, "E_F": 100.0},
    sc.two_well_isotope_exponent: {"coupling": 0.4, "mu_star": 0.1},
    sc.mcmillan_critical_temperature: {"coupling": 0.4, "mu_star": 0.1, "Theta_D": 1.0},
    sc.mcmillan_isotope_exponent: {"coupling": 0.4, "mu_star": 0.1},
    sc.allen_dynes_critical_temperature: {"coupling": 0.4, "mu_star": 0.1, "omega_log": 1.0, "omega_2": 1.1},
    sc.eliashberg_critical_temperature: {"coupling": 2.0, "omega_E": 1.0, "mu_star": 0.1},
}


@pytest.mark.parametrize(
    ("bad", "error"),
    [(-1.0, ValueError), (np.nan, ValueError), (np.inf, ValueError), ("x", TypeError), (None, TypeError)],
)
@pytest.mark.parametrize("function", GOOD, ids=lambda f: f.__name__)
def test_bad_arguments_are_named(function, bad, error):
    """Every argument outside its domain raises an error that starts with its name."""
    for name in GOOD[function]:
        with pytest.raises(error, match=rf"^{name} must be"):
            function(**{**GOOD[function], name: bad})


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: sc.coulomb_pseudopotential(0.5, 1.0, [1.0, 10.0]), r"E_F/omega\) must be > 0.*omega = 10"),
        (lambda: sc.coulomb_pseudopotential(0.5, 0.0, 1.0), "E_F must be"),
        (lambda: sc.two_well_critical_temperature(0.4, 0.1, 2.0, 1.0), "E_F must be >= omega_D, got E_F = 1"),
        (lambda: sc.two_well_isotope_exponent(0.1, 0.1), "coupling must be > mu_star"),
        (lambda: sc.mcmillan_isotope_exponent(0.1, 0.1), "coupling must be > mu_star"),
        (lambda: sc.allen_dynes_critical_temperature(1.0, 0.1, 2.0, 1.0), "omega_2 must be >= omega_log"),
        (lambda: sc.eliashberg_critical_temperature(1e101, 1.0), "coupling must be <= 1e100"),
        (lambda: sc.isotope_exponent(lambda M: 0.0 * M, 1.0), "Tc must be finite and > 0"),
        (lambda: sc.isotope_exponent(lambda M: M, 0.0), "M must be"),
        (lambda: sc.isotope_exponent(lambda M: M, 1.0, step=0.0), "step must be"),
    ],
)
def test_conditions_between_arguments(call, message):
    """What no single argument shows: nested wells, ordered moments, a diverging repulsion, a Tc that is zero."""
    with pytest.raises(ValueError, match=message):
        call()


def test_the_isotope_exponent_wants_a_function():
    """A number is not a function of the mass."""
    with pytest.raises(TypeError, match="Tc must be a function"):
        sc.isotope_exponent(7.2, 207.0)


@pytest.mark.filterwarnings("error")
def test_nothing_warns_at_the_edges():
    """Vanishing and huge couplings, equal cutoffs, enormous energies: no overflow, no nan."""
    coupling = np.array([0.0, 5e-324, 1e-200, 1e-8, 1.0, 1e8, 1e60])[:, None]
    mu_star = np.array([0.0, 1e-300, 0.1, 1.0])
    for Tc in (
        sc.mcmillan_critical_temperature(coupling, mu_star, 1e-3),
        sc.allen_dynes_critical_temperature(coupling, mu_star, 1e200, 1e201),
        sc.two_well_critical_temperature(coupling, mu_star, 1e-300, 1e300),
    ):
        assert np.all(np.isfinite(Tc))
    strong = sc.eliashberg_critical_temperature([[1e-300], [1e100]], [1e-300, 1.0, 1e200])
    assert np.all(np.isfinite(strong)) and strong.shape == (2, 3)
    assert sc.eliashberg_critical_temperature(0.05, 1.0, 0.2) == 0.0
