"""The formulas of our docstrings, `$E = √(ξ² + Δ²)$`, as TeX: they are typed as they read, in Unicode, for `help()`.

Only what TeX writes otherwise is changed: raised and lowered digits, roots, names of functions, sums and a few signs.
"""

import re

RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ᴺ", "0123456789-+N", strict=True)) | {"†": r"\dagger "}
LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))
SIGNS = {
    "−": "-",
    "·": r"\cdot ",
    "…": r"\dots ",
    "ħ": r"\hbar ",
    "′": "'",
    "″": "''",
    "‴": "'''",
    "∞": r"\infty ",
    "∂": r"\partial ",
    "½": r"\tfrac12 ",
    "¼": r"\tfrac14 ",
    "⅔": r"\tfrac23 ",
    "⟨": r"\langle ",
    "⟩": r"\rangle ",
    "→": r"\to ",
    ">=": r"\ge ",
    "<=": r"\le ",
    "≫": r"\gg ",
    "≪": r"\ll ",
    "∝": r"\propto ",
    "±": r"\pm ",
    "∓": r"\mp ",
    "∇": r"\nabla ",
    "∫": r"\int",
    "Σ": r"\sum",
    "Π": r"\prod",
    "↑": r"\uparrow ",
    "↓": r"\downarrow ",
    "q̄": r"\bar q",
}
FUNCTIONS = "arctanh|arcosh|arcsin|arccos|arctan|sinh|cosh|tanh|sin|cos|cot|ln|exp|lim|max|min|Re|Im"


def tex(formula):
    """The formula as TeX."""
    formula = _with_braces(formula, "√", r"\\sqrt")
    formula = _with_braces(formula, "^", "^")
    formula = re.sub(f"[{''.join(LOWERED)}]+", lambda m: f"_{{{''.join(map(LOWERED.get, m[0]))}}}", formula)
    formula = re.sub(f"[{''.join(RAISED)}]+", lambda m: f"^{{{''.join(map(RAISED.get, m[0]))}}}", formula)
    for sign, replacement in SIGNS.items():
        formula = formula.replace(sign, replacement)
    formula = re.sub(r"\\(?:int|sum|prod)(?=[A-Za-z])", r"\g<0> ", formula)
    formula = re.sub(rf"(?<![A-Za-z\\])({FUNCTIONS})(?![A-Za-z])", r"\\operatorname{\1}", formula)
    formula = re.sub(r"(?<![A-Za-z\\])([A-Z])0(?=\W|[A-Z]|$)", r"\1_0", formula)  # N0, B0
    formula = re.sub(r"(Δ|ε|a|m)0(?!\d)", r"\1_0", formula)
    formula = re.sub(r"(?<![A-Za-z\\{])([A-Za-z]{3,})(?![A-Za-z}])", _word, formula)
    return re.sub(r"_([A-Za-z])([A-Za-z]+)", r"_{\1\2}", formula).replace("Tc", "T_c").replace("|", r"\vert ").strip()


COMMANDS = {s.strip(r" \^") for s in SIGNS.values()} | {"sqrt", "tfrac", "operatorname", "dagger", "bar"}


def _word(match):
    return match[0] if match[0] in COMMANDS or len(match[0]) < 4 else rf"\mathrm{{{match[0]}}}"


def _with_braces(formula, sign, command):
    """√(…) and ^(…) with their brackets matched; √ of a single factor takes that."""
    out, i = "", 0
    while i < len(formula):
        if formula[i] != sign:
            out, i = out + formula[i], i + 1
            continue
        i += 1
        if formula[i : i + 1] == "(":
            depth, end = 0, i
            for end in range(i, len(formula)):
                depth += (formula[end] == "(") - (formula[end] == ")")
                if not depth:
                    break
            inside, i = formula[i + 1 : end], end + 1
        elif sign == "√":
            factor = re.match(r"\d+|\w", formula[i:])
            inside, i = (factor[0], i + factor.end()) if factor else ("", i)
        else:
            out += sign
            continue
        out += f"{command.replace(chr(92) * 2, chr(92))}{{{_with_braces(inside, sign, command)}}}"
    return out
