"""The formulas of docstrings: typed as they read, set by the book."""

import re
import sys
from importlib import import_module
from inspect import getdoc, isfunction
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[1] / "docs"
ROOMS = """gap spectrum cooper ground_state thermodynamics response tunnelling collective crossover dense_matter limits
    finite richardson chain strong_coupling eliashberg real_axis vortex"""


@pytest.fixture
def docs(monkeypatch):
    monkeypatch.syspath_prepend(str(DOCS))
    yield import_module
    for name in ("conf", "formulas"):
        sys.modules.pop(name, None)


def docstrings():
    for room in ROOMS.split():
        module = import_module(f"bcs_helpers.{room}")
        yield room, getdoc(module)
        for name, thing in vars(module).items():
            if isfunction(thing) and thing.__module__ == module.__name__ and name[0] != "_":
                yield f"{room}.{name}", getdoc(thing)


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("E = √(ξ² + Δ²)", r"E = \sqrt{ξ^{2} + Δ^{2}}"),
        ("1 = N0V ∫₀^{ω_D} dξ/(2ξ + E_B)", r"1 = N_0V \int_{0}^{ω_D} dξ/(2ξ + E_B)"),
        ("b₀′ = e^(−(π² + 4)/8)", r"b_{0}' = e^{-(π^{2} + 4)/8}"),
        ("2/√3 tanh x", r"2/\sqrt{3} \operatorname{tanh} x"),
        ("⟨bᴺb†ᴺ⟩", r"\langle b^{N}b^{\dagger N}\rangle"),
        ("√(1 − τ sin²(φ/2))", r"\sqrt{1 - τ \operatorname{sin}^{2}(φ/2)}"),
    ],
)
def test_formulas_as_tex(docs, typed, set_):
    """Powers, indices, roots with their brackets matched, names of functions, bounds of integrals."""
    assert docs("formulas").tex(typed) == set_


def test_every_formula_can_be_set(docs):
    """Braces match and nothing has two exponents or two indices at once; each room has formulas."""
    tex, seen = docs("formulas").tex, set()
    for name, text in docstrings():
        for formula in re.findall(r"\$([^$]+)\$", text):
            result = tex(formula)
            seen.add(name.split(".")[0])
            assert result.count("{") == result.count("}"), (name, formula)
            assert not re.search(r"([\^_])(\{[^{}]*\}|\w)\s*\1", result), (name, formula)
        assert text.count("$") % 2 == 0, name
    assert seen == set(ROOMS.split())


def test_a_name_begins_no_list(docs):
    """An author's initial is no list, a bare sign no markup; formulas and code are."""
    pytest.importorskip("sphinx")
    core = pytest.importorskip("docutils.core")
    lines = [
        "Energy $E = √(x²)$ of `phi`, a_ |b| 2*x.",
        "",
        "Source",
        "------",
        "C. W. J. Beenakker, PRL 67, 3836 (1991)",
    ]
    docs("conf").plain_docstring(None, "function", "f", None, None, lines)
    html = core.publish_parts("\n".join(lines), writer="html5", settings_overrides={"report_level": 5})["body"]
    assert "<ol" not in html and "C. W. J. Beenakker" in html and "a_ |b| 2*x" in html
    assert r":math:`E = \sqrt{x^{2}}`" in lines[0]
