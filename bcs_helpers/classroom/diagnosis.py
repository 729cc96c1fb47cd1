"""What is wrong with an answer: the first explanation that holds for every case, as a key and fields.

    known slip · shape · nan · entries in another order · a function of the right answer · nearly · a factor · an
    argument that was exchanged, scaled or typed in · two slips at once · a power of an argument · parts that are
    right · a property that fails · where it begins to fail

An explanation is a claim about numbers and is tried as one: undoing the named cause must turn what was given into what
is right, in each case. Where nothing explains all, it is said what is right, and where it first goes wrong.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .answers import as_plain, distance, errors, furthest

LOOSE = 1e-2  # a known slip with rounded constants in it; it must be far from the right answer then
SAME = 1e-2  # how far a number that is said to be the same for all inputs may vary
NEAR = 2e-2  # what is called nearly right
HOW_NEAR = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)  # per cent

KELVIN_IN_MEV = 0.08617333  # k_B in meV/K, exact to seven digits (SI)
#: Factors that tell their cause, or their usual suspects: key and value; of each the inverse has a key of its own.
FACTORS = {
    "sign": -1.0, "two": 2.0, "half": 0.5, "four": 4.0, "quarter": 0.25,
    "root_two": 2**0.5, "inverse_root_two": 0.5**0.5, "pi": np.pi, "inverse_pi": 1 / np.pi,
    "two_pi": 2 * np.pi, "inverse_two_pi": 0.5 / np.pi, "kelvin": 1 / KELVIN_IN_MEV, "no_kelvin": KELVIN_IN_MEV,
}  # fmt: skip
#: More of them, believed only where several different numbers share the factor.
RARE = {
    "four_pi": 4 * np.pi, "inverse_four_pi": 0.25 / np.pi, "half_pi": np.pi / 2, "two_over_pi": 2 / np.pi, "three": 3.0,
    "third": 1 / 3, "eight": 8.0, "eighth": 0.125, "gap_over_Tc": np.pi / np.exp(np.euler_gamma),
    "Tc_over_gap": np.exp(np.euler_gamma) / np.pi, "decimal_logarithm": np.log(10), "natural_logarithm": 1 / np.log(10),
}  # fmt: skip
PLAIN = {
    "sign",
    "two",
    "half",
    "root_two",
    "inverse_root_two",
    "pi",
    "inverse_pi",
}  # one cause is likelier than two for these
POWERS = (1, -1, 0.5, -0.5, 2, -2, 1.5, -1.5, 3, -3)
MOST_CALLS = 200  # of the reference in a diagnosis, so that no explanation is sought for ever
#: What can be done to an argument before it enters.
SCALES = {
    "two": lambda x: 2 * x, "half": lambda x: x / 2, "two_pi": lambda x: 2 * np.pi * x,
    "inverse_two_pi": lambda x: x / (2 * np.pi), "kelvin": lambda x: x * KELVIN_IN_MEV,
    "no_kelvin": lambda x: x / KELVIN_IN_MEV, "ten.large": lambda x: 1e3 * x, "ten.small": lambda x: 1e-3 * x,
    "sign": np.negative, "square": np.square, "root": lambda x: np.sqrt(np.abs(x)), "inverse": np.reciprocal,
    "absolute": np.abs, "conjugate": np.conj, "degrees": lambda x: x * (np.pi / 180),
    "one": np.ones_like, "zero": np.zeros_like,
}  # fmt: skip
TINY = {"kelvin", "ten.small", "zero"}  # all the same to an answer that hardly depends on the argument
#: Functions of the answer from which a term may be missing.
INSIDE = {"inverse": np.reciprocal, "square": np.square}
#: What can be done to a right answer as a whole, besides a factor.
CHANGES = {
    "inverse": np.reciprocal,
    "square": np.square,
    "root": lambda right: np.sqrt(np.abs(right)),
    "complement": lambda right: 1 - right,
    "less_one": lambda right: right - 1,
    "more_one": lambda right: right + 1,
    "absolute": np.abs,
    "conjugate": np.conj,
    "real_part": lambda right: right.real + 0 * np.abs(right),
    "decimal_power": lambda right: 10.0**right,
    "exponential": np.exp,
    "decimal_log": lambda right: np.log10(np.abs(right)),
    "log": lambda right: np.log(np.abs(right)),
    "transposed": lambda right: right.T,
    "basis": lambda right: right[::-1, ::-1] if right.ndim == 2 else right,
}


def diagnose(sheet, values):
    """(key, fields) of the most helpful truth about wrong answers to the cases of a sheet."""
    paper = Paper(sheet, values)
    return next(found for look in LOOKS if (found := look(paper)) is not None)


@dataclass(frozen=True)
class Paper:
    """Wrong answers beside what is right."""

    sheet: object
    values: list

    @property
    def task(self):
        """The row."""
        return self.sheet.task

    @property
    def cases(self):
        """The inputs."""
        return self.sheet.cases

    @property
    def right(self):
        """The right answers."""
        return self.sheet.right

    @property
    def tolerance(self):
        """How well constants need to be known for a cause to be believed."""
        return min(max(self.task.tolerance, 3e-3), 3e-2)

    @property
    def close(self):
        """How well one number must fit all entries; constants in it are the solver's own."""
        return max(self.task.tolerance, 1e-4)

    @property
    def exact(self):
        """How well a form must fit that has more freedom than a factor, however rough the task is: numbers that lie
        near each other are a root of each other, and much else, to some per cent."""
        return min(self.close, 3e-3)

    @cached_property
    def entries(self):
        """For each case, which entries are right."""
        return [errors(v, r) <= self.task.tolerance for v, r in zip(self.values, self.right, strict=True)]

    @cached_property
    def calls(self):
        """A number for each time that the reference may be asked, until there are no more."""
        return iter(range(MOST_CALLS))

    @cached_property
    def various(self):
        """How many different right numbers there are, up to their signs."""
        flat = np.abs(np.concatenate([r.ravel() for r in self.right]))
        return len(set(np.round(np.log(flat[flat > 0]), 3)))

    def explained_by(self, answers, tolerance=None):
        """Whether other answers, one a case, are what was given."""
        return furthest(self.values, answers) <= (self.task.tolerance if tolerance is None else tolerance)

    def explained_by_reference(self, change):
        """Whether the reference at changed arguments is what was given; the first case decides about the rest.

        A change that does not apply (None), and a reference that does not accept it, explain nothing.
        """
        for value, case in zip(self.values, self.cases, strict=True):
            changed = change(case)
            if changed is None or next(self.calls, None) is None:
                return False
            try:
                if distance(value, as_plain(self.task.reference(*changed))) > min(self.task.tolerance, NEAR):
                    return False
            except Exception:
                return False
        return True

    def first(self, wrong):
        """Where it goes wrong first: the case, its entry if it has several, and how many cases there are."""
        where = next(n for n, flags in enumerate(wrong) if np.any(flags))
        fields = {"case": where + 1, "of": len(self.cases)}
        if np.ndim(wrong[where]):
            fields["entry"] = [int(n) + 1 for n in np.argwhere(wrong[where])[0]]
        return fields


# ---- explanations -------------------------------------------------------------------------------------------


def _known_slip(paper):
    for slip in paper.task.slips:
        if paper.explained_by(paper.sheet.wrong(slip)):
            return f"slip.{slip.key}", {}
    return None


def _shape(paper):
    for value, target in zip(paper.values, paper.right, strict=True):
        if value.shape != target.shape:
            return "shape", {"wanted": list(target.shape), "got": list(value.shape)}
    return None


def _not_finite(paper):
    for key, test in (("nan", np.isnan), ("infinite", np.isinf)):
        bad = [test(v) & ~test(r) for v, r in zip(paper.values, paper.right, strict=True)]
        if any(np.any(flags) for flags in bad):
            return key, paper.first(bad)
    return None


def _nearly_a_slip(paper):
    """A known slip with rounded constants: near it everywhere, and far from all else that is known."""
    if paper.task.tolerance > LOOSE:
        return None
    far = sorted((furthest(paper.values, paper.sheet.wrong(slip)), slip.key) for slip in paper.task.slips)
    others = [far[1][0]] if len(far) > 1 else []
    if far and far[0][0] < LOOSE and 4 * far[0][0] < min([furthest(paper.values, paper.right), *others]):
        return f"slip.{far[0][1]}", {}
    return None


def _ratio(values, right, tolerance):
    """The one factor between given and right answers, or None; a zero must be a zero."""
    v, r = (np.concatenate([np.ravel(a) for a in arrays]) for arrays in (values, right))
    counts = np.abs(r) > 1e-9 * np.max(np.abs(r), initial=0.0)
    if not np.any(counts):
        return None
    ratios = v[counts] / r[counts]
    middle = np.median(ratios.real) if np.iscomplexobj(ratios) else np.median(ratios)
    if middle == 0 or not np.isfinite(middle):
        return None
    if furthest([a / middle for a in values], right) > tolerance:
        return None
    return float(middle)


def _named(ratio, tolerance, rare):
    """(key, fields) of a factor that is known by itself; powers of ten have their power in the fields."""
    known = FACTORS | (RARE if rare else {})
    off, key = min((abs(ratio / f - 1), key) for key, f in known.items())
    if off <= tolerance:
        return key, {}
    if ratio > 0:
        power = round(np.log10(ratio))
        if power and abs(ratio / 10.0**power - 1) <= tolerance:
            return ("ten.large" if power > 0 else "ten.small"), {"power": abs(power)}
    return None


def _factor(paper):
    found = _factor_between(paper, paper.values, paper.right, paper.various)
    if found is None or (found[0] == "factor.other" and paper.various < 3):
        return None
    if found[0] == "factor.sign" and (broken := _property(paper)):
        return found[0], {"because": broken[0]}
    return found


def _factor_between(paper, values, right, various):
    tolerance = paper.tolerance
    ratio = _ratio(values, right, paper.close)
    if ratio is None or abs(ratio - 1) <= NEAR:
        return None
    own = _own_factors(paper)
    pairs = [(a, b) for n, (a, x) in enumerate(own) for b, y in own[n + 1 :] if abs(ratio / (x * y) - 1) <= tolerance]
    named = _named(ratio, tolerance, rare=various >= 3)
    if named and (len(pairs) != 1 or named[0] in PLAIN):
        return f"factor.{named[0]}", named[1]
    if len(pairs) == 1:
        return "two_slips", {"slips": list(pairs[0])}
    for key, x in own:  # a known slip, and a factor besides
        if other := _named(ratio / x, tolerance, rare=False):
            return "slip_and_factor", {"slips": [key], "factor": other[0], **other[1]}
    if ratio < 0 and (named := _named(-ratio, tolerance, rare=various >= 3)):
        return "sign_and_factor", {"factor": named[0], **named[1]}
    return "factor.other", {}


def _own_factors(paper):
    """The slips of the row that are factors of the right answer, with these."""
    return [(slip.key, slip.factor) for slip in paper.task.slips if slip.factor is not None]


def _order_of_entries(paper):
    if all(r.ndim == 1 and r.size > 1 for r in paper.right):
        if paper.explained_by([r[::-1] for r in paper.right]):
            return "reversed", {}
        if paper.explained_by([_like(v, r) for v, r in zip(paper.values, paper.right, strict=True)]):
            return "permuted", {}
    return None


def _like(value, right):
    """The right entries in the order of the given ones."""
    like = np.empty_like(right)
    like[np.argsort(np.real(value), kind="stable")] = right[np.argsort(np.real(right), kind="stable")]
    return like


def _change(paper):
    for key, change in CHANGES.items():
        changed = [np.asarray(change(r)) for r in paper.right]
        if paper.explained_by(changed) and not any(
            furthest(changed, [sign * r for r in paper.right]) <= 3 * paper.task.tolerance for sign in (1, -1)
        ):  # beside a large number, one is nothing
            return f"change.{key}", {}
    return None


def _argument(paper):
    """One argument left out, two of them exchanged; one scaled, or typed in."""
    if paper.task.costly:
        return None
    count = len(paper.cases[0])
    telling = paper.various >= 3 and _varieties(paper.values) >= 3  # many arguments lead to one number, as zero
    for i in range(count) if telling else ():
        if paper.explained_by_reference(lambda case, i=i: _changed(case, i, np.zeros_like)):
            scaled = _scaled(paper, i, [key for key in SCALES if key not in TINY])
            return f"argument.{scaled or 'zero'}", {"number": i + 1}
    for i in range(count):
        for j in range(i + 1, count):
            if paper.explained_by_reference(lambda case, i=i, j=j: _exchanged(case, i, j)) and not any(
                paper.explained_by_reference(lambda case, i=i, j=j, n=n: _changed(_exchanged(case, i, j), n, np.sqrt))
                for n in (i, j)
            ):  # an argument that does not matter there says nothing about its place
                return "argument.exchanged", {"first": i + 1, "second": j + 1}
    for i in range(count):
        typed = paper.sheet.textbook[i]
        if paper.explained_by_reference(lambda case, i=i, typed=typed: _replaced(case, i, typed)):
            return "argument.typed_in", {"number": i + 1}
    for i in range(count) if telling else ():
        if key := _scaled(paper, i, SCALES):
            return f"argument.{key}", {"number": i + 1}
    return None


def _scaled(paper, i, keys):
    """The first of these changes of an argument that explains the answers, or None."""
    for key in keys:
        change = SCALES[key]
        if all(np.array_equal(change(np.asarray(case[i])), case[i]) for case in paper.cases):
            continue
        if paper.explained_by_reference(lambda case, change=change: _changed(case, i, change)):
            return key
    return None


def _exchanged(case, i, j):
    if not _alike(case[i], case[j]):
        return None
    case = list(case)
    case[i], case[j] = case[j], case[i]
    return case


def _replaced(case, i, typed):
    return [*case[:i], typed, *case[i + 1 :]] if _alike(case[i], typed) else None


def _changed(case, i, change):
    if np.asarray(case[i]).dtype.kind not in "fc":
        return None
    changed = change(np.asarray(case[i]))
    return [*case[:i], changed if np.ndim(changed) else changed[()], *case[i + 1 :]]


def _alike(a, b):
    a, b = np.asarray(a), np.asarray(b)
    return a.shape == b.shape and (a.dtype.kind == b.dtype.kind == "c" or {a.dtype.kind, b.dtype.kind} <= {"i", "f"})


def _slip_and_factor(paper):
    """A known slip, and besides it a factor: one of the row's own, or one that everybody knows."""
    own = _own_factors(paper)
    for slip in paper.task.slips:
        if slip.factor is not None:
            continue
        wrong = paper.sheet.wrong(slip)
        if any(w.shape != v.shape for w, v in zip(wrong, paper.values, strict=True)) or _varieties(wrong) < 2:
            continue
        ratio = _ratio(paper.values, wrong, paper.close)
        if ratio is None or abs(ratio - 1) <= NEAR:
            continue
        for key, x in own:
            if abs(ratio / x - 1) <= paper.tolerance:
                return "two_slips", {"slips": [slip.key, key]}
        if named := _named(ratio, paper.tolerance, rare=False):
            return "slip_and_factor", {"slips": [slip.key], "factor": named[0], **named[1]}
    return None


def _varieties(arrays):
    flat = np.concatenate([np.ravel(a) for a in arrays])
    return len({f"{abs(x):.3e}" for x in flat if x})


def _table(paper):
    """(number of the argument, its value at each entry of each answer), for arguments that are numbers there."""
    for i in range(len(paper.cases[0])):
        rows = []
        for case, right in zip(paper.cases, paper.right, strict=True):
            x = np.asarray(case[i])
            if x.dtype.kind not in "ifc" or x.shape not in ((), right.shape):
                break
            rows.append(np.broadcast_to(x + 0.0, right.shape).ravel())
        else:
            yield i + 1, np.concatenate(rows)


def _flat(paper):
    return (np.concatenate([np.ravel(a) for a in arrays]) for arrays in (paper.values, paper.right))


def _power(paper):
    """The right answer times a power of one argument, and perhaps a number."""
    v, r = _flat(paper)
    used = (r != 0) & (v != 0)
    if np.any(used != (r != 0)) or np.count_nonzero(used) < 3 or np.iscomplexobj(v) or np.iscomplexobj(r):
        return None
    for number, x in _table(paper):
        if np.iscomplexobj(x) or np.any(x[used] <= 0) or len(set(np.round(np.log(x[used]), 2))) < 3:
            continue
        for power in POWERS:
            if _even(v[used] / r[used] / x[used] ** power, paper.exact):
                kind = "too_many" if power > 0 else "too_few"
                return f"power.{kind}", {"number": number, "power": f"{abs(power):g}"}
    if paper.various >= 3 and np.all(r[used] > 0):
        for power in (0.5, 2, 1 / 3, 3, -1):
            if _even(v[used] / r[used] ** power, paper.exact):
                return f"power.itself.{'small' if 0 < power < 1 else 'large' if power > 1 else 'inverse'}", {}
    return None


def _two_powers(paper):
    """The right answer, or a number, times powers of two arguments; or one argument alone, times a number."""
    v, r = _flat(paper)
    if np.iscomplexobj(v) or np.iscomplexobj(r) or np.any(v <= 0) or np.any(r <= 0):
        return None
    table = [(n, x) for n, x in _table(paper) if not np.iscomplexobj(x) and np.all(x > 0) and np.ptp(np.log(x)) > 0.1]
    kinds = _varieties(paper.values)
    for number, x in table:
        for power in POWERS:
            if kinds >= 3 and _even(v / x**power, paper.exact):
                return "power.alone", {"number": number, "power": f"{power:g}"}
    if kinds < 4:
        return None
    for what, y in (("power.two", v / r), ("power.product", v)):
        for a, (i, x) in enumerate(table):
            for j, z in table[a + 1 :]:
                if np.linalg.matrix_rank(np.stack([np.ones_like(x), np.log(x), np.log(z)]), tol=0.1) < 3:
                    continue
                for p in POWERS:
                    for q in POWERS:
                        if _even(y / x**p / z**q, paper.exact):
                            return what, {"first": i, "power": f"{p:g}", "second": j, "other": f"{q:g}"}
    return None


def _inside(paper):
    """A term that is the same for all inputs, inside of a function: under a root, below a fraction."""
    v, r = _flat(paper)
    if paper.various < 3 or np.iscomplexobj(v) or np.iscomplexobj(r) or np.any(v == 0) or np.any(r == 0):
        return None
    for key, function in INSIDE.items():
        here, there = function(v), function(r)
        off = here - there
        if not np.all(np.abs(off - np.median(off)) <= SAME * np.abs(np.median(off))):
            continue
        if np.all(np.abs(off - np.median(off)) <= paper.exact * np.abs(there)) and np.ptp(there) > 0.1 * abs(off[0]):
            return f"inside.{key}", {}
    return None


def _term(paper):
    """A term that is an argument times a number: missing, or one too many."""
    v, r = _flat(paper)
    off = v - r
    wrong = ~np.concatenate([np.ravel(flags) for flags in paper.entries])
    for number, x in _table(paper):
        if np.any(x[wrong] == 0) or len({f"{y:.3e}" for y in x[wrong]}) < 3:
            continue
        sizes = off[wrong] / x[wrong]
        size = np.median(sizes.real)
        if not np.all(np.abs(sizes - size) <= SAME * abs(size)):
            continue
        if np.all(np.abs(off - size * x * wrong) <= paper.exact * np.maximum(np.abs(r), np.abs(size * x))):
            return "term", {"number": number}
    return None


def _even(ratios, tolerance):
    return np.max(np.abs(ratios / np.median(ratios) - 1)) <= tolerance


def _offset(paper):
    v, r = _flat(paper)
    off = v - r
    same = np.abs(off - np.median(off))
    if paper.various >= 3 and np.all(same <= paper.exact * np.abs(r)) and np.all(same <= SAME * np.abs(np.median(off))):
        return "offset", {}
    return None


def _constant(paper):
    """One number for all inputs."""
    v, _ = _flat(paper)
    if len(v) > 1 and len(paper.values) > 1 and paper.various > 1 and np.ptp(np.abs(v)) <= 1e-9 * np.max(np.abs(v)):
        return "constant", {}
    return None


def _nearly(paper):
    far = furthest(paper.values, paper.right)
    if far > max(NEAR, 2 * paper.task.tolerance) or all(np.all(r == np.round(r.real)) for r in paper.right):
        return None
    return _near(far)


def _near(far):
    """The word nearly, with how near; None where that is far."""
    per_cent = next((p for p in HOW_NEAR if 100 * far <= p), None)
    return None if per_cent is None else ("nearly", {"per_cent": per_cent})


def _parts(paper):
    """Some of a few numbers, the same ones in every case; and what explains the others."""
    if not _few_numbers(paper):
        return None
    good = np.all(paper.entries, axis=0)
    if not good.any():
        return None
    fields = {"right": [int(n) + 1 for n in np.flatnonzero(good)], "wrong": [int(n) + 1 for n in np.flatnonzero(~good)]}
    because = _because(paper, ~good)
    return "parts", fields | ({} if because is None else {"because": because[0], **because[1]})


@dataclass(frozen=True)
class _Part:
    """A sheet of some numbers of each answer only."""

    task: object
    cases: list
    right: list


def _because(paper, which):
    """What explains those numbers of the answers by themselves; or None."""
    right, values = ([a[which] for a in arrays] for arrays in (paper.right, paper.values))
    part = Paper(_Part(paper.task, paper.cases, right), values)
    return next((found for look in PART_LOOKS if (found := look(part)) is not None), None)


def _factor_alone(paper):
    found = _factor_between(paper, paper.values, paper.right, _varieties(paper.right))
    return None if found and found[0] in {"two_slips", "slip_and_factor", "sign_and_factor"} else found


def _common(paper):
    """Of a few numbers all are off by one factor, another one in each case."""
    if not _few_numbers(paper):
        return None
    ratios = [_ratio([v], [r], min(paper.close, SAME)) for v, r in zip(paper.values, paper.right, strict=True)]
    return None if None in ratios else ("common", {})


def _one_of_them(paper):
    """Of a few numbers, all wrong, one that can be explained by itself."""
    if not _few_numbers(paper):
        return None
    for n in range(paper.right[0].size):
        because = _because(paper, [n])
        if because is not None and because[0] not in {"nearly", "factor.other"}:
            return "one_of_them", {"which": n + 1, "because": because[0], **because[1]}
    return None


def _few_numbers(paper):
    """Whether each answer is two to six numbers, not one for each entry of an input."""
    shapes = {r.shape for r in paper.right}
    shape = shapes.pop()
    few = not shapes and len(shape) == 1 and 1 < shape[0] <= 6
    return few and not any(np.shape(x) == shape for x in paper.cases[0])


def _property(paper):
    for prop in paper.task.properties:
        fails = [_fails(prop, value, case) for value, case in zip(paper.values, paper.cases, strict=True)]
        if any(fails):
            return f"property.{prop.key}", paper.first(fails)
    return None


def _fails(prop, value, case):
    """Whether a property is known not to hold; one that does not expect such a value says nothing about it."""
    try:
        return not prop.holds(value, *case)
    except Exception:
        return False


def _where(paper):
    """Which inputs come out right: where an argument is small, or not zero, or where the answer itself is not zero."""
    ok = np.concatenate([np.ravel(flags) for flags in paper.entries])
    if ok.all() or not ok.any():
        return None
    _, r = _flat(paper)
    first = paper.first([~flags for flags in paper.entries])
    if (number := _complex_alone(paper)) is not None:
        return "where.complex", {"number": number, **first}
    for number, x in _table(paper):
        if np.array_equal(~ok, x == 0):
            return "where.zero", {"number": number, **first}
        if np.array_equal(~ok, (x.real < 0) & (x.imag == 0)):
            return "where.negative", {"number": number, **first}
    if np.array_equal(~ok, r == 0):
        return "where.zero_answer", first
    if np.count_nonzero(~ok) > 2 and paper.various >= 3 and np.all(np.minimum(np.abs(r), np.abs(r - 1))[ok] < NEAR):
        v, r = (a[~ok] for a in _flat(paper))
        size = "off" if np.iscomplexobj(v) else "large" if np.all(v > r) else "small" if np.all(v < r) else "off"
        return f"where.ends.{size}", first
    for number, x in _table(paper):
        if np.count_nonzero(~ok) > 1 and not np.iscomplexobj(x):
            for key, y in (("where.small", x), ("where.large", -x)):
                if np.max(y[ok]) < np.min(y[~ok]):
                    return key, {"number": number, **first}
    return "some_inputs", {"right": int(ok.sum()), "entries": len(ok), **first}


def _complex_alone(paper):
    """The argument that is complex in just those cases in which something is wrong; None where there is none."""
    wrong = [not np.all(flags) for flags in paper.entries]
    for i in range(len(paper.cases[0])):
        if wrong == [np.asarray(case[i]).dtype.kind in "fc" and np.any(np.imag(case[i])) for case in paper.cases]:
            return i + 1
    return None


def _trend(paper):
    """The larger an argument, the more it is off."""
    v, r = _flat(paper)
    if np.iscomplexobj(v) or np.iscomplexobj(r) or np.any(r == 0) or np.any(v / np.where(r == 0, 1, r) <= 0):
        return None
    ratio = v / r
    found = [(number, _rank(x, ratio)) for number, x in _table(paper) if len(set(x)) > 3 and not np.iscomplexobj(x)]
    found = [(number, rank) for number, rank in found if abs(rank) > 0.999]
    if len(found) != 1:
        return None
    number, rank = found[0]
    size = "large" if np.all(ratio > 1) else "small" if np.all(ratio < 1) else "off"
    return f"trend.{size}.{'rises' if rank > 0 else 'falls'}", {"number": number}


def _rank(x, y):
    order = lambda a: np.argsort(np.argsort(a))  # noqa: E731
    return np.corrcoef(order(x), order(y))[0, 1]


def _unknown(paper):
    v, r = _flat(paper)
    if not np.iscomplexobj(v) and not np.iscomplexobj(r) and np.all(r != 0):
        ratio = v / r
        once = "" if _varieties([ratio]) > 1 else ".once"
        if np.all(ratio > 1):
            return f"too_large{once}", {}
        if np.all((ratio > 0) & (ratio < 1)):
            return f"too_small{once}", {}
    return "unknown", paper.first([~flags for flags in paper.entries])


LOOKS = (
    _known_slip, _shape, _not_finite, _nearly_a_slip, _order_of_entries, _change, _nearly, _factor, _argument,
    _constant, _parts, _slip_and_factor, _power, _offset, _inside, _term, _common, _one_of_them, _property,
    _two_powers, _where, _trend, _unknown,
)  # fmt: skip
PART_LOOKS = (_factor_alone, _change, _nearly, _power, _two_powers, _offset, _inside, _term)
