"""Tables: numbers as a book prints them, heads that are read aloud, and bad input told."""

import re

import numpy as np
import pytest

from bcs_helpers.tables import number, numbers, table


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (1.1751, 3, "1.18"),
        (9.999, 3, "10.0"),
        (0.025, 3, "0.0250"),
        (-3.2e7, 2, "−3.2×10⁷"),
        (1.25e-12, 3, "1.25×10⁻¹²"),
        (0.00099999, 3, "0.00100"),
        (99999.9, 3, "1.00×10⁵"),
        (-0.0, 3, "0"),
        (1234.5, 2, "1200"),
        (float("nan"), 3, "–"),
        (None, 3, "–"),
        (-np.inf, 3, "−∞"),
        (7, 1, "7"),
    ],
)
def test_significant_digits(value, digits, text):
    """So many digits as asked for, a true minus, and a power of ten where zeros would have to be counted."""
    assert number(value, digits) == text


@pytest.mark.parametrize(
    ("value", "error", "text"),
    [
        (3.53, 0.02, "3.53(2)"),
        (1.1811, 0.012, "1.181(12)"),
        (1234, 30, "1230(30)"),
        (12345, 150, "12340(150)"),
        (1.2e-5, 3e-7, "1.20(3)×10⁻⁵"),
        (6.02e23, 1e20, "6.0200(10)×10²³"),
        (0.9996, 0.0995, "1.00(10)"),
        (-0.5, 0.01, "−0.500(10)"),
        (2.0, 0, "2.00"),
        (2.0, None, "2.00"),
    ],
)
def test_an_uncertainty_counts_last_digits(value, error, text):
    """The value ends where its uncertainty does; two digits where the first is a 1."""
    assert number(value, error=error) == text


def test_the_bracket_says_the_uncertainty():
    """Read back, value and bracket agree with what went in, to the rounding of the bracket, over twenty decades."""
    rng = np.random.default_rng(1)
    for exponent in rng.uniform(-10, 10, 300):
        value = rng.choice([-1, 1]) * 10**exponent
        error = abs(value) * 10 ** rng.uniform(-4, -0.1)
        text = number(value, error=error).replace("−", "-")
        found = re.fullmatch(r"(-?\d+)(?:\.(\d+))?\((\d+)\)(?:×10(.+))?", text)
        power = int(found[4].translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))) if found[4] else 0
        read = float(f"{found[1]}.{found[2] or 0}") * 10.0**power
        bracket = int(found[3]) * 10.0 ** (power - len(found[2] or ""))
        assert abs(bracket / error - 1) < 0.26 and abs(read - value) <= 0.51 * bracket


def test_decimals():
    """The same number of decimals for a whole column."""
    assert numbers([1, 12.3456, -0.001], decimals=2) == ["1.00", "12.35", "0.00"]


def test_a_table_has_heads_caption_and_rows():
    """Heads name columns and rows for a screen reader; formulas stay for the page to set; signs are escaped."""
    shown = table(
        {"metal": ["Al", "Pb & Sn"], "$T_c<9$ / K": numbers([1.2e-5, 7.2]), "n": [1, None]}, caption="Two metals."
    )
    html = shown._repr_html_()
    assert '<caption style="text-align: left">Two metals.</caption>' in html
    assert html.count('scope="col"') == 3 and html.count('scope="row"') == 2
    assert "$T_c&lt;9$ / K" in html and "Pb &amp; Sn" in html and "1.20×10<sup>−5</sup>" in html
    assert html.count("text-align: right") == 2 * 3 and "color" not in html
    assert repr(shown).splitlines() == [
        "Two metals.",
        "metal    $T_c<9$ / K  n",
        "Al         1.20×10⁻⁵  1",
        "Pb & Sn         7.20  –",
    ]


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ({"a": [1], "b": [1, 2]}, "as long as each other"),
        ({}, "at least one"),
        ({"a": [0.1]}, "numbers"),
        ({"a": [np.float64(1)]}, "say how it is written"),
        ({"a": [{"b": 1}]}, "say how it is written"),
    ],
)
def test_bad_tables_are_told(columns, says):
    """Lengths that differ, no column, and raw numbers or objects as cells."""
    with pytest.raises(ValueError, match=says):
        table(columns)


@pytest.mark.parametrize("given", [{"digits": 0}, {"decimals": -1}, {"error": -0.1}, {"error": [0.1, 0.2]}])
def test_bad_numbers_are_told(given):
    """No digits, and uncertainties that are none."""
    with pytest.raises(ValueError, match="must"):
        numbers([1.0], **given)
