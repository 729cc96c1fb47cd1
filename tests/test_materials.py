"""Measured rows: all there, sourced, plausible, and consistent with each other and with theory."""

import copy
import doctest
import json
import pickle
from collections import Counter
from dataclasses import FrozenInstanceError, replace
from math import exp, hypot, log, pi

import numpy as np
import pytest

from bcs_helpers import limits, materials
from bcs_helpers.gap import gap
from bcs_helpers.materials import (
    UNITS,
    Measured,
    Remark,
    all_rows,
    cold_atoms,
    electron_phonon,
    elements,
    isotope_masses,
    mercury_isotopes,
    neutron_stars,
    njl_sets,
    nmr,
    nuclei,
    remarks,
    tin_staggering,
    tunnel_gaps,
)
from bcs_helpers.units import (
    angstrom,
    electron_mass,
    eV,
    fm,
    gauss,
    joule,
    kelvin,
    metre,
    meV,
    mu0,
    nm,
    second,
)

from .conftest import close

AL, SN, PB, HG, NB = (elements[symbol] for symbol in ("Al", "Sn", "Pb", "Hg", "Nb"))

# quantity: how many rows, least and greatest number in the usual unit, unit
WHAT_IS_PLAUSIBLE = {
    "Tc": (24, 0.01, 30, "K"),
    "theta_D": (18, 50, 2000, "K"),
    "gamma": (12, 0.1, 15, "mJ/(mol K^2)"),
    "Hc0": (12, 1, 1e4, "G"),
    "heat_capacity_jump": (11, 1, 3, ""),
    "gap_ratio": (22, 3, 5, ""),
    "Delta0": (9, 0.01, 5, "meV"),
    "v_F": (9, 0.5, 3, "× 10^6 m/s"),
    "xi0": (7, 10, 1e4, "nm"),
    "lambda_L": (8, 10, 500, "nm"),
    "lambda0": (4, 10, 500, "nm"),
    "kappa": (3, 0.1, 2, ""),
    "isotope_exponent": (14, 0, 1, ""),
    "parabola_deviation": (1, -0.05, 0.05, ""),
    "C_es_prefactor": (3, 5, 20, ""),
    "C_es_exponent": (3, 1, 2, ""),
    "C_es_from": (1, 0, 1, ""),
    "C_es_to": (1, 0, 1, ""),
    "density": (17, 2, 23, "g/cm^3"),
    "atomic_weight": (17, 26, 210, "Da"),
    "valence": (10, 1, 4, ""),
    "mass": (14, 115, 210, "Da"),
    "|Delta(3)|": (28, 0.5, 2, "MeV"),
    "sqrt(A) x gap": (1, 10, 14, "MeV"),
    "T1 T": (4, 0.1, 100, "s K"),
    "R_s/R_n at its peak": (1, 1, 5, ""),
    "2 Delta": (4, 0.1, 5, "meV"),
    "Tc/T_F": (1, 0.1, 0.25, ""),
    "Delta/E_F": (2, 0.3, 0.7, ""),
    "rf gap/E_F": (1, 0.1, 0.7, ""),
    "Bertsch parameter": (2, 0.3, 0.6, ""),
    "resonance field": (1, 500, 1000, "G"),
    "spread of c/v_F": (1, 0, 0.1, ""),
    "gap": (1, 0.01, 1, "MeV"),
    "largest BCS gap": (1, 1, 5, "MeV"),
    "largest gap": (1, 0.5, 3, "MeV"),
    "k_F of the largest gap": (1, 0.5, 1.5, "1/fm"),
    "lambda": (4, 0.1, 3, ""),
    "Tc/omega sqrt(lambda)": (1, 0.1, 0.2, ""),
    "cutoff": (3, 500, 700, "MeV"),
    "G cutoff^2": (3, 1, 5, ""),
    "bare quark mass": (3, 1, 10, "MeV"),
    "constituent mass": (3, 200, 600, "MeV"),
    "f_pi": (3, 92, 93, "MeV"),
    "cube root of <qq> per flavour": (3, -300, -200, "MeV"),
}


def one(symbol, quantity, number):
    """The row of an element with this quantity and number; the first if two sources give the same."""
    row, *_ = [r for r in elements[symbol].rows if (r.quantity, r.number) == (quantity, number)]
    return row


# --- every row ---------------------------------------------------------------------------------------------


def test_no_row_is_lost_or_new_without_a_bound():
    """Each quantity has as many rows as were typed in, and none comes without bounds of what it may be."""
    assert Counter(row.quantity for row in all_rows()) == {q: n for q, (n, *_) in WHAT_IS_PLAUSIBLE.items()}


@pytest.mark.parametrize("row", all_rows(), ids=lambda row: f"{row.of} {row.quantity}")
def test_every_row_is_plausible_sourced_and_prints_it(row):
    """A measured value has a plausible size in its usual unit; its source and status show in print."""
    _, low, high, unit = WHAT_IS_PLAUSIBLE[row.quantity]
    assert low <= row.number <= high and row.unit == unit
    assert row.source.strip() and row.status in {"sourced", "recalled"}
    assert row.uncertainty is None or 0 < row.uncertainty < 0.4 * high
    for part in (row.of, row.quantity, f"{row.number:.10g}", row.unit, row.source, row.status, row.note):
        assert part in str(row)
    assert type(row.value) is float and row.value == row == row.number * UNITS[row.unit]


def test_every_row_is_frozen():
    """Nobody changes a measured value by accident: neither a row, an element, a remark nor a table."""
    for row in all_rows():
        with pytest.raises(FrozenInstanceError):
            row.number = 1.0
        with pytest.raises(FrozenInstanceError):
            row.value = 1.0
    with pytest.raises(FrozenInstanceError):
        AL.Tc = 1.0
    with pytest.raises(FrozenInstanceError):
        remarks["nmr"].text = ""
    for table in (
        elements,
        isotope_masses["Hg"],
        mercury_isotopes,
        tin_staggering,
        nmr,
        njl_sets[300],
        remarks,
    ):
        with pytest.raises(TypeError):
            table["Al"] = None


def test_no_row_stands_twice():
    """One quantity of one thing with one number from one source is one row."""
    keys = Counter((row.of, row.quantity, row.number, row.source) for row in all_rows())
    assert max(keys.values()) == 1


# --- the numbers themselves --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("symbol", "quantity", "number", "uncertainty", "status"),
    [
        ("Al", "Tc", 1.2, None, "sourced"),
        ("Al", "Tc", 1.163, None, "sourced"),
        ("Al", "theta_D", 427.7, None, "sourced"),
        ("Al", "gamma", 1.35, None, "sourced"),
        ("Al", "Hc0", 103.0, None, "sourced"),
        ("Al", "gap_ratio", 3.4, None, "recalled"),
        ("Al", "v_F", 2.03, None, "recalled"),
        ("Al", "xi0", 1600, None, "recalled"),
        ("Al", "parabola_deviation", -0.04, None, "sourced"),
        ("Al", "C_es_prefactor", 7.1, None, "sourced"),
        ("Al", "C_es_exponent", 1.34, None, "sourced"),
        ("Cd", "Delta0", 0.072, None, "sourced"),
        ("Cd", "isotope_exponent", 0.32, 0.07, "recalled"),
        ("Ga", "gap_ratio", 3.6, None, "sourced"),
        ("Hg", "theta_D", 71.9, None, "sourced"),
        ("Hg", "heat_capacity_jump", 2.4, None, "recalled"),
        ("Hg", "gap_ratio", 4.61, None, "sourced"),
        ("Hg", "isotope_exponent", 0.5, 0.03, "recalled"),
        ("In", "gamma", 1.69, None, "sourced"),
        ("Mo", "isotope_exponent", 0.33, None, "recalled"),
        ("Nb", "lambda0", 47, 5, "sourced"),
        ("In", "lambda0", 64, 3, "sourced"),
        ("Ta", "kappa", 0.5, 0.2, "sourced"),
        ("Nb", "lambda_L", 39, 5, "sourced"),
        ("Nb", "lambda_L", 29, None, "sourced"),
        ("Pb", "Tc", 7.19, None, "sourced"),
        ("Pb", "gap_ratio", 4.3, None, "sourced"),
        ("Pb", "gap_ratio", 3.75, None, "sourced"),
        ("Pb", "xi0", 83, None, "recalled"),
        ("Pb", "isotope_exponent", 0.501, 0.013, "sourced"),
        ("Sn", "isotope_exponent", 0.462, 0.014, "sourced"),
        ("Sn", "isotope_exponent", 0.46, None, "sourced"),
        ("Sn", "isotope_exponent", 0.47, 0.02, "recalled"),
        ("Ta", "gamma", 5.9, None, "recalled"),
        ("Ti", "Tc", 0.39, None, "sourced"),
        ("Tl", "isotope_exponent", 0.61, 0.1, "recalled"),
        ("Tl", "Hc0", 171, None, "recalled"),
        ("V", "gamma", 9.26, None, "recalled"),
        ("Zn", "Tc", 0.88, None, "sourced"),
        ("Zn", "isotope_exponent", 0.45, 0.05, "recalled"),
    ],
)
def test_elements_as_typed_from_the_primary_file(symbol, quantity, number, uncertainty, status):
    """The rows of the elements are those that were collected, brackets like 0.47(2) read as 0.47 ± 0.02."""
    row = one(symbol, quantity, number)
    assert (row.uncertainty, row.status) == (uncertainty, status)


def test_other_rows_as_typed_from_the_primary_file():
    """The rows beyond the elements are those that were collected."""
    assert isotope_masses["Hg"][198].number == 197.96677 and isotope_masses["Pb"][208].number == 207.97665
    assert (nmr["T1T_Al27"].number, nmr["T1T_Al27"].uncertainty) == (1.80, 0.05)
    assert (nmr["T1T_Cu63"].number, nmr["T1T_Cu63"].uncertainty) == (1.27, 0.07)
    assert tunnel_gaps["Pb"].number == 2.68 and tunnel_gaps["Pb"].status == "recalled"
    assert (cold_atoms["Tc_unitary"].number, cold_atoms["Tc_unitary"].uncertainty) == (0.167, 0.013)
    assert (cold_atoms["gap_unitary"].number, cold_atoms["gap_unitary"].uncertainty) == (0.45, 0.05)
    assert cold_atoms["gap_rf"].status == "recalled" and remarks["gap_rf"].status == "sourced"
    assert [tin_staggering[N].number for N in (54, 65, 81)] == [1.473, 1.008, 1.066]
    assert nuclei["rule"].number == 12 and neutron_stars["triplet_gap"].number == 0.1
    assert [row.number for row in njl_sets[400].values()] == [587.9, 2.44, 5.6, 400, 92.4, -240.8]
    assert electron_phonon["Ta"].number == 0.88 and electron_phonon["asymptote"].number == 0.1827


def test_what_was_recalled_says_so():
    """A number that nobody read in its source must not pass for data."""
    for table in (mercury_isotopes, tunnel_gaps, *njl_sets.values()):
        assert {row.status for row in table.values()} == {"recalled"}
    assert "recalled" in str(mercury_isotopes[199.5]) and "check before use" in str(mercury_isotopes[199.5])


def test_first_row_counts_and_a_sourced_one_comes_first():
    """Where one quantity was measured twice, the number that was read goes before the one remembered."""
    for element in elements.values():
        for quantity in {row.quantity for row in element.rows}:
            rows = [row for row in element.rows if row.quantity == quantity]
            assert getattr(element, quantity) is rows[0]
            assert [row.status for row in rows] == sorted((row.status for row in rows), reverse=True)
    assert elements["V"].gamma.number == 9.82 and elements["Ti"].gamma is None


# --- rows against each other and against theory ------------------------------------------------------------


def test_gap_ratio_is_the_gap_over_Tc():
    """2Δ0/k_B Tc formed from gap and Tc is the ratio in its row, to its last digit or the error of Δ0."""
    for element in elements.values():
        if element.Delta0 is not None:
            spread = element.Delta0.uncertainty or 0.0  # else half a last digit of the ratio
            rounding = spread / element.Delta0.number + 0.0051 / element.gap_ratio
            assert close(2 * element.Delta0 / element.Tc, element.gap_ratio, rel=rounding), element


def test_gap_ratios_agree_between_sources():
    """Two measurements of 2Δ0/k_B Tc differ by 11 % at most (Zn), but for the penetration depth of lead."""
    for element in elements.values():
        ratios = [row.number for row in element.rows if row.quantity == "gap_ratio" and row.number != 3.75]
        assert not ratios or max(ratios) <= 1.11 * min(ratios), element


def test_second_measurements_agree():
    """Tc, Debye temperature, γ and H_c(0) measured twice differ by a few per cent."""
    for element in elements.values():
        for quantity in ("Tc", "theta_D", "gamma", "Hc0"):
            numbers = [row.number for row in element.rows if row.quantity == quantity]
            assert not numbers or max(numbers) <= 1.07 * min(numbers), (element, quantity)


def test_condensation_energy_links_calorimetry_and_critical_field():
    """γTc²/H_c(0)² = 0.168 in Gaussian units for weak coupling; elements scatter from 0.12 (Hg) to 0.18."""
    ratios = {}
    for e in elements.values():
        if e.gamma is not None and e.Hc0 is not None:
            gamma = e.gamma * e.atom_density
            ratios[e.symbol] = gamma * e.Tc**2 / (4 * pi * e.Hc0**2 / mu0)
    assert len(ratios) == 11
    assert all(0.12 < ratio < 0.185 for ratio in ratios.values()), ratios
    assert close(np.median(list(ratios.values())), limits.GAMMA_TC2_OVER_HC2, rel=0.1)
    # one sample throughout: Phillips' calorimetric Tc, γ and H_c(0) of aluminium
    Tc = one("Al", "Tc", 1.163)
    assert close(AL.gamma * AL.atom_density * Tc**2 * mu0 / (4 * pi * AL.Hc0**2), limits.GAMMA_TC2_OVER_HC2, rel=0.03)


def test_condensation_energy_from_N0_and_gap():
    """B_c²/2μ0 = ½N0Δ0² with N0 from γ and Δ0 = 1.764 Tc gives 103 G for aluminium to 2 %."""
    Delta0 = limits.GAP_OVER_TC * one("Al", "Tc", 1.163)
    assert close((mu0 * AL.N0) ** 0.5 * Delta0 / gauss, 103.0, rel=0.02)


def test_fermi_velocity_is_that_of_free_electrons():
    """v_F = (3π²n)^(1/3)/m, n from valence, density and atomic weight; liquid mercury is 5 % less dense."""
    checked = 0
    for e in elements.values():
        if e.v_F is not None:
            v_F = (3 * pi**2 * e.electron_density) ** (1 / 3) / electron_mass
            assert close(v_F, e.v_F, rel=0.02 if e.symbol == "Hg" else 0.007), e
            checked += 1
    assert checked == 9


def test_electron_density_of_aluminium_and_lead():
    """Aluminium has 18.1, lead 13.2 × 10²² conduction electrons per cm³ (Ashcroft & Mermin, table 1.1)."""
    per_cm3 = 1 / (1e-2 * metre) ** 3
    assert close(AL.electron_density / (1e22 * per_cm3), 18.1, rel=0.005)
    assert close(PB.electron_density / (1e22 * per_cm3), 13.2, rel=0.006)
    assert elements["Ti"].electron_density is None and elements["Ti"].N0 is None


def test_atoms_of_aluminium_fill_its_lattice():
    """Four atoms in a cube of 4.05 Å: the atom density is 0.0602 per Å³."""
    assert close(AL.atom_density, 4 / (4.05 * angstrom) ** 3, rel=0.002)


def test_density_of_states_from_gamma():
    """γ = 2.35714 mJ/(mol K²) belongs to one state per eV and atom for both spins, π²k_B²/3 N_A."""
    per_atom = AL.N0 / AL.atom_density
    assert close(2 * per_atom * eV, 1.35 / 2.35714, rel=3e-6)


def test_coherence_length_is_below_that_of_free_electrons():
    """ξ0 = ħv_F/πΔ0 with the v_F of free electrons is longer than the measured ξ0 (2330 nm in Al)."""
    free = {s: elements[s].v_F / (pi * limits.GAP_OVER_TC * elements[s].Tc) for s in ("Al", "Nb", "Pb", "Sn")}
    assert all(elements[s].xi0 < xi0 for s, xi0 in free.items())
    assert close(free["Al"] / nm, 2332, rel=1e-3)


def test_specific_heat_of_aluminium_is_near_the_textbook_exponential():
    """Phillips' fit 7.1 e^(−1.34 Tc/T) stays within 25 % of the 8.5 e^(−1.44 Tc/T) of BCS in its range."""
    for t in np.linspace(AL.C_es_from, AL.C_es_to, 6):
        assert close(AL.C_es_prefactor * exp(-AL.C_es_exponent / t), 8.5 * exp(-1.44 / t), rel=0.25)


def test_mercury_isotopes_give_the_exponent():
    """α = −d ln Tc/d ln M = 0.48 from the two mercury samples; heavier is lower."""
    (light, high), (heavy, low) = mercury_isotopes.items()
    alpha = log(high / low) / log(heavy / light)
    assert close(alpha, one("Hg", "isotope_exponent", 0.48), abs=0.005)


def test_isotope_masses_are_near_their_mass_numbers():
    """A nucleus weighs its mass number in daltons, less 0.1 at most for the binding."""
    for masses in isotope_masses.values():
        assert all(0 < A - mass.number < 0.11 for A, mass in masses.items())


def test_isotope_exponents_of_ruthenium_and_zirconium_vanish():
    """The isotope effect fails in Ru and Zr, and a row that says 0 is still there for a filter to find."""
    found = [e.symbol for e in elements.values() if e.isotope_exponent]
    assert {"Ru", "Zr", "Os", "Sn", "Pb"} < set(found) and "Nb" not in found
    assert elements["Ru"].isotope_exponent == 0.0


def test_tin_nuclei_stagger_about_the_rule():
    """The staggering of tin scatters about 12/√A MeV and is larger where N is even."""
    scaled = {N: row / nuclei["rule"] * (50 + N) ** 0.5 for N, row in tin_staggering.items()}
    assert all(0.8 < x < 1.5 for x in scaled.values())
    even = np.mean([row for N, row in tin_staggering.items() if N % 2 == 0])
    odd = np.mean([row for N, row in tin_staggering.items() if N % 2])
    assert even > odd


def test_njl_sets_solve_their_gap_equation():
    """M = m0 + (12GM/π²)∫p²dp/E, p < Λ, and ⟨q̄q⟩ = −(3M/π²)∫p²dp/E, to the rounding of the printed set."""
    x, weight = np.polynomial.legendre.leggauss(40)
    for M_key, row in njl_sets.items():
        cutoff, M = row["cutoff"].number, row["M"].number
        assert M == M_key
        p = 0.5 * cutoff * (x + 1)
        integral = 0.5 * cutoff * np.sum(weight * p**2 / np.hypot(p, M))
        right = row["quark_mass"].number + 12 * row["coupling"] / cutoff**2 * M / pi**2 * integral
        assert close(right, M, rel=2e-3)
        assert close(-((3 * M / pi**2 * integral) ** (1 / 3)), row["condensate"].number, rel=2e-3)


def test_bertsch_parameters_agree():
    """The corrected Bertsch parameter lies within the two uncertainties of the first one."""
    first, later = cold_atoms["bertsch_2012"], cold_atoms["bertsch_2013"]
    assert abs(first - later) < hypot(first.uncertainty, later.uncertainty)


# --- how a row behaves -------------------------------------------------------------------------------------


def test_a_row_is_a_float_in_package_units():
    """Dividing by the unit gives the number back; formulas, arrays and JSON take a row as a float."""
    assert close(AL.Tc / kelvin, 1.2, rel=1e-15) and close(NB.Delta0 / meV, 1.56, rel=1e-15)
    assert close(AL.Hc0 / gauss, 103, rel=1e-15) and close(AL.v_F / (metre / second), 2.03e6, rel=1e-15)
    assert close(neutron_stars["singlet_k_F"] * fm, 0.85, rel=1e-15)
    assert close(nmr["T1T_Al27"] / (1 * kelvin) / second, 1.80, rel=1e-14)  # T1 at 1 K
    assert close(AL.gamma / (joule / kelvin**2) * 6.02214076e23, 1.35e-3, rel=1e-14)
    assert type(2 * AL.Tc) is float and np.asarray(AL.Tc).dtype == float
    assert close(gap(0.0, AL.Tc) / meV, limits.GAP_OVER_TC * 1.2 * 0.08617333, rel=1e-7)
    assert np.all(np.array([0.5, 1.0]) * AL.Tc == np.array([0.5, 1.0]) * AL.Tc.value)
    assert f"{AL.Tc / kelvin:.2f} K" == "1.20 K" and json.loads(json.dumps(AL.Tc)) == AL.Tc.value


def test_copies_and_pickles_keep_the_source():
    """A row that travels still knows where it was read."""
    for again in (copy.copy(AL.Tc), copy.deepcopy(AL.Tc), pickle.loads(pickle.dumps(AL.Tc))):
        assert repr(again) == repr(AL.Tc) and again == AL.Tc
    assert replace(AL.Tc, number=1.18) / kelvin == pytest.approx(1.18)


def test_an_element_prints_its_table():
    """Printing an element shows every value with unit, source and status."""
    lines = str(AL).splitlines()
    assert lines[0] == "aluminium (Al)" and len(lines) == 1 + len(AL.rows)
    for line, row in zip(lines[1:], AL.rows, strict=True):
        for part in (row.quantity, row.amount, row.status, row.source, row.note):
            assert part in line
    assert "0.462 ± 0.014" in str(SN)


def test_remarks_have_a_source_too():
    """What a source says in words is frozen, sourced and prints its source."""
    for remark in remarks.values():
        assert isinstance(remark, Remark) and remark.status in {"sourced", "recalled"} and remark.source
        assert remark.text in str(remark) and remark.source in str(remark) and remark.status in str(remark)
    assert len(remarks) == 7


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"unit": "furlong"}, ValueError, "unit must be one of .* got 'furlong'"),
        ({"status": "guessed"}, ValueError, "status must be one of sourced, recalled, got 'guessed'"),
        ({"source": ""}, ValueError, "source must be named"),
        ({"number": float("nan")}, ValueError, "number must be finite, got nan"),
        ({"number": float("inf")}, ValueError, "number must be finite, got inf"),
        ({"number": "1.2"}, TypeError, "number must be a real number"),
        ({"number": None}, TypeError, "number must be a real number"),
    ],
)
def test_a_bad_row_is_refused(change, error, message):
    """A row without a known unit, a status, a source or a number is no measurement."""
    good = {"of": "Al", "quantity": "Tc", "number": 1.2, "unit": "K", "source": "here", "status": "sourced"}
    assert Measured(**good).amount == "1.2 K"
    with pytest.raises(error, match=message):
        Measured(**good | change)


def test_the_example_in_the_docstring_runs():
    """What the module shows first is what it does."""
    result = doctest.testmod(materials)
    assert result.attempted == 5 and result.failed == 0
