"""Arguments are checked once, and named when they are wrong: the checks themselves, then every public function."""

import gc
import tracemalloc
from importlib import import_module
from inspect import isfunction, signature
from itertools import pairwise

import numpy as np
import pytest

from bcs_helpers._arguments import evaluate, fraction, nonnegative, plain, positive, real, single, whole
from bcs_helpers.eliashberg import einstein_modes, matsubara_gap, tabulated

# ---- the checks --------------------------------------------------------------------------------------------


def test_good_numbers_become_float_arrays():
    """Ints, floats, numpy scalars, lists and arrays pass, under their names and in their order."""
    (x,) = real(x=3)
    a, b, c = positive(a=1, b=np.array([2, 3])) & nonnegative(c=0)
    assert x.dtype == float and a.shape == () and b.tolist() == [2.0, 3.0] and c == 0
    assert next(iter(nonnegative(x=[]))).shape == (0,)
    assert [*real(x=-1e300)] == [-1e300] and next(iter(fraction(x=[0, 1]))).tolist() == [0, 1]


@pytest.mark.parametrize("value", ["1", None, True, [True], 1j, [1, None], [[1], [2, 3]], {}, object(), b"1"])
def test_what_is_not_a_real_number_is_a_type_error(value):
    """Strings, truth values, complex numbers and ragged lists are refused, with the argument's name."""
    for check in (real, nonnegative, positive, fraction):
        with pytest.raises(TypeError, match="^x must be a real number or an array of them, got "):
            check(x=value)


@pytest.mark.parametrize(
    ("check", "value", "message"),
    [
        (real, np.nan, "x must be finite, got nan"),
        (real, -np.inf, "x must be finite, got -inf"),
        (nonnegative, -1e-300, "x must be finite and >= 0, got -1e-300"),
        (nonnegative, [[1, 2], [3, -4]], r"x must be finite and >= 0, got -4.0 at index \(1, 1\)"),
        (positive, 0, "x must be finite and > 0, got 0.0"),
        (positive, [1, np.nan], r"x must be finite and > 0, got nan at index \(1,\)"),
        (fraction, [0.5, 1.5], r"x must be between 0 and 1, got 1.5 at index \(1,\)"),
        (fraction, np.nan, "x must be between 0 and 1, got nan"),
    ],
)
def test_what_is_outside_the_domain_is_a_value_error(check, value, message):
    """The message says the argument, what is allowed, the value, and where it stands."""
    with pytest.raises(ValueError, match=f"^{message}$"):
        check(x=value)


def test_whole_numbers():
    """Counts are whole, not negative, and not truth values."""
    assert whole(n=3) == 3 and whole(n=np.int64(4)) == 4
    for value, error in [(1.0, TypeError), (True, TypeError), ("2", TypeError), (-1, ValueError)]:
        with pytest.raises(error, match="^n must be "):
            whole(n=value)


def test_single_numbers():
    """Where one number is wanted, a float comes out and an array is refused with its shape."""
    assert (
        single(positive(a=np.float32(2)) & real(b=-1)) == [2.0, -1.0] and type(single(real(a=np.array(1)))[0]) is float
    )
    with pytest.raises(ValueError, match=r"^b must be one number, got an array of shape \(1,\)$"):
        single(positive(a=1.0, b=[1.0]))


def test_scalars_come_out_as_python_numbers():
    """0-d arrays and numpy scalars become Python's own; arrays stay."""
    assert type(plain(np.float64(2))) is float and type(plain(np.array(2 + 1j))) is complex
    assert plain(np.array([1.0])).shape == (1,)
    assert type(evaluate(np.add, real(a=1, b=2))) is float
    assert type(evaluate(lambda a: a + 1j, real(a=1), dtype=complex)) is complex


# ---- every public function that broadcasts -----------------------------------------------------------------

MODULES = """spectrum gap cooper ground_state thermodynamics response tunnelling collective crossover limits
    dense_matter strong_coupling eliashberg finite richardson chain vortex real_axis"""
LEVELS = {  # these take levels on the last axis, or a measured curve
    *("bogoliubov_matrix", "pair_number_distribution", "number_fluctuation", "log_phase_overlap", "boson_commutator"),
    *("boson_normalisation_ratio", "variational_energy", "fit_conductance", "fit_current"),
}
SYSTEMS = {  # and these a system: what they take, and which of it is numbers
    "finite.pairing_hamiltonian": {"levels": [1, 2], "pairs": 1, "G": 1},
    "finite.pairing_spectrum": {"levels": [1, 2], "pairs": 1, "G": 1},
    "finite.exact_ground_state": {"levels": [1, 2], "pairs": 1, "G": 1},
    "finite.bcs_ground_state": {"levels": [1, 2], "pairs": 1, "G": 2},
    "finite.projection_after_variation": {"levels": [1, 2], "pairs": 1, "G": 2},
    "finite.variation_after_projection": {"levels": [1, 2], "pairs": 1, "G": 2},
    "finite.pairing_state": {"solve": lambda levels, pairs, G: (G, 0 * levels), "levels": [1, 2], "pairs": 1, "G": 1},
    "finite.critical_pairing": {"levels": [1, 2], "pairs": 1},
    "finite.ground_energy": {"levels": [1, 2], "particles": 1, "G": 1},
    "finite.odd_even_staggering": {"particles": [1, 2, 3], "energy": [1, 3, 6]},
    "richardson.richardson_ground_state": {"levels": [1, 2], "pairs": 1, "G": 1},
    "chain.bdg_chain": {"potential": [1, 1], "hopping": 1, "U": 2, "mu": 1, "T": 0},
    "vortex.smallest_radius": {"T": 1, "Tc": 2},
    "vortex.vortex": {"T": 1, "Tc": 2, "radius": 8, "points": 16},
    "eliashberg.einstein_modes": {"omega": [1, 2], "coupling": [1, 1]},
    "eliashberg.tabulated": {"omega": [1, 2, 3], "alpha2F": [1, 1, 1]},
    "eliashberg.critical_temperature": {"spectrum": einstein_modes(1, 1), "mu_star": 0, "cutoff": 9},
    "eliashberg.heat_capacity_jump": {"spectrum": einstein_modes(1, 1), "mu_star": 0, "cutoff": 9},
    "eliashberg.matsubara_gap": {"spectrum": einstein_modes(1, 1), "T": 1, "mu_star": 0, "cutoff": 9},
    "real_axis.real_axis_gap": {"matsubara": matsubara_gap(tabulated([1, 2, 3], [1, 1, 1]), 1), "highest": 9},
    "real_axis.strong_coupling_ratios": {"spectrum": einstein_modes(1, 1), "mu_star": 0, "cutoff": 9},
}
NO_NUMBERS = {"eliashberg.lead_model", "real_axis.gap_edge"}
SPECIAL_VALUES = {"scattering_length": -2.0, "T": 0.5, "coupling": 2.0, "x": 0.25}  # every other number is 1
OTHERS = {"case": 1, "dimension": 3, "flavours": 2, "self_energy": True, "shape": "cube"}
SPECIAL = {
    "strong_coupling.mcmillan_isotope_exponent": {"mu_star": 0.25},
    "strong_coupling.isotope_exponent": {"Tc": lambda M: np.asarray(M) ** -0.5},
    "response.coherence_factor": {"E": 3.0, "E_final": 2.0},
    "collective.phase_response": {"omega": 0.5},
}


def functions():
    for name in MODULES.split():
        module = import_module(f"bcs_helpers.{name}")
        for public, function in vars(module).items():
            ours = isfunction(function) and function.__module__ == module.__name__
            if ours and public[0] != "_" and public not in LEVELS and f"{name}.{public}" not in NO_NUMBERS:
                yield f"{name}.{public}", function


ALL = dict(functions())
FUNCTIONS = {name: function for name, function in ALL.items() if name not in SYSTEMS}
SLOW = {  # their blocks are short
    *(f"dense_matter.{n}" for n in ("quark_mass", "neutron_gap", "chiral_transition_temperature", "quark_condensate")),
    *("gap.critical_temperature", "gap.gap_finite_cutoff", "tunnelling.btk_conductance", "tunnelling.critical_phase"),
    *("collective.phase_mode", "collective.phase_mode_depth", "collective.phase_response"),
}
ONE_SOLUTION_A_POINT = {"strong_coupling.eliashberg_critical_temperature"}
every = pytest.mark.parametrize("name", FUNCTIONS)


def good(name):
    """Arguments that the function takes: (numbers that broadcast, the others)."""
    names = [*signature(FUNCTIONS[name]).parameters]
    values = dict.fromkeys(names, 1.0) | SPECIAL_VALUES | SPECIAL.get(name, {})
    others = {n: OTHERS.get(n, values[n]) for n in names if n in OTHERS or callable(values[n])}
    return {n: values[n] for n in names if n not in others}, others


def call(name, **changed):
    numbers, others = good(name)
    return FUNCTIONS[name](**{**numbers, **others, **changed})


def same(a, b):
    """Equal to rounding, for a number, an array of one, or a tuple of them."""
    a, b = (x if isinstance(x, tuple) else (x,) for x in (a, b))
    return all(np.all(np.abs(np.ravel(x) - np.ravel(y)) <= 1e-14 * np.abs(y)) for x, y in zip(a, b, strict=True))


class Quantity:
    """What packages of units have in common: a number that numpy takes, beside a unit under one of three names."""

    def __array__(self, *_, **__):
        return np.array(1.0)

    def __float__(self):
        return 1.0


WITH_UNITS = [type("Q", (Quantity,), {word: property(lambda self: "mK")})() for word in ("unit", "units", "magnitude")]


@every
def test_what_would_be_lost_is_refused(name):
    """numpy strips a unit or a mask without a word; here both are refused, with the cure."""
    for argument in good(name)[0]:
        for quantity in WITH_UNITS:
            for value in (quantity, [quantity, quantity], [[1.0, quantity]]):
                with pytest.raises(TypeError, match=f"^{argument} carries a unit.*divide by the unit first"):
                    call(name, **{argument: value})
        masked = np.ma.masked_less([1.0, 2.0], 1.5)
        for value in (masked, [masked, masked], np.ma.masked):
            with pytest.raises(TypeError, match=f"^{argument} carries a mask.*compressed"):
                call(name, **{argument: value})


@every
def test_every_kind_of_number_counts_alike(name):
    """Unsigned integers, small integers, float32, lists and 0-d arrays give what floats give."""
    numbers, _ = good(name)
    expected = call(name)
    for argument, value in numbers.items():
        kinds = [np.float32, np.array, np.float64] + [np.int8] * (value == int(value))
        kinds += [np.uint8, np.uint64] * (value == int(value) > 0)
        for kind in kinds:
            assert same(call(name, **{argument: kind(value)}), expected), (argument, kind)
        for kind in (list, tuple, lambda v: np.array(v, dtype=np.float32)) if argument != "step" else ():
            assert same(call(name, **{argument: kind([value])}), expected), (argument, kind)


@every
def test_shapes_that_do_not_broadcast_name_the_arguments(name):
    """Not numpy's raw message: which arguments they are, and their shapes."""
    numbers, _ = good(name)
    numbers.pop("step", None)  # one number
    for a, b in pairwise(numbers):
        with pytest.raises(ValueError, match=rf"\b{a}\b.* must broadcast, got shapes .*\(3,\).*\(4,\)") as caught:
            call(name, **{a: np.full(3, numbers[a]), b: np.full(4, numbers[b])})
        assert b in str(caught.value).split(" must")[0].split(", ")


systems = pytest.mark.parametrize("name", SYSTEMS)


def numbers_of(name):
    """The arguments of a system that are numbers, of any kind: not counts."""
    return {n: v for n, v in SYSTEMS[name].items() if isinstance(v, (int, list)) and n not in ("pairs", "points")}


@systems
def test_what_a_system_would_lose_is_refused(name):
    """Levels, sites, spectra, temperatures and couplings carry no unit and no mask; each is named, with the cure."""
    for argument, value in numbers_of(name).items():
        if (name, argument) == ("finite.ground_energy", "particles"):
            continue  # a count
        quantity = WITH_UNITS[0]
        for lost in (quantity, [quantity] * np.size(value), np.ma.masked_all(np.shape(value))):
            with pytest.raises(TypeError, match=f"^{argument} carries a (unit|mask).*(divide by|compressed)"):
                ALL[name](**SYSTEMS[name] | {argument: lost})
        with pytest.raises(ValueError, match=f"^{argument} must be"):
            ALL[name](**SYSTEMS[name] | {argument: np.full(np.shape(value), np.nan)})
        if not np.ndim(value) and argument != "G":
            with pytest.raises(ValueError, match=rf"^{argument} must be one number.*\(2,\)"):
                ALL[name](**SYSTEMS[name] | {argument: [value, value]})


@systems
def test_every_kind_of_system_counts_alike(name):
    """Unsigned integers, float32 and tuples give what floats give."""

    def flat(found):
        found = getattr(found, "__dict__", found)
        if isinstance(found, (dict, tuple)):
            values = found.values() if isinstance(found, dict) else found
            return np.concatenate([flat(x) for x in values])
        found = found.toarray() if hasattr(found, "toarray") else found
        return np.ravel(found) if isinstance(found, (int, float, np.ndarray)) else np.zeros(0)

    expected = flat(ALL[name](**SYSTEMS[name]))
    for kind in (np.uint8, np.float32, np.float64):
        changed = {n: np.asarray(v, kind)[()] for n, v in numbers_of(name).items() if n != "particles"}
        found = flat(ALL[name](**SYSTEMS[name] | changed))
        assert np.array_equal(found, expected), kind
    lists = {n: tuple(v) for n, v in SYSTEMS[name].items() if isinstance(v, list)}
    assert np.array_equal(flat(ALL[name](**SYSTEMS[name] | lists)), expected)


@pytest.mark.parametrize(
    "name",
    [
        name if number % 6 == 0 and name not in SLOW else pytest.param(name, marks=pytest.mark.nightly)
        for number, name in enumerate(sorted(FUNCTIONS.keys() - ONE_SOLUTION_A_POINT))
    ],
)
def test_long_arrays_need_little_memory(name):
    """At most 100 bytes a point: what is needed beside the result does not grow with the array.

    Each time a sixth of the functions, nightly all.
    """
    numbers, _ = good(name)
    long = max(numbers, key=lambda n: n in ("T", "E", "V", "inv_kFa", "coupling"))
    call(name, **{long: np.full(20, numbers[long])})  # tables are made at the first call

    def peak(count):
        values = np.full(count, numbers[long]) * (1 + 1e-3 * np.linspace(0, 1, count))
        gc.collect()
        tracemalloc.start()
        call(name, **{long: values})
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    few, many = (5_000, 10_000) if name in SLOW else (20_000, 40_000)
    assert peak(many) - peak(few) <= 100 * (many - few)


def test_bodies_of_knowledge_are_complete():
    """The list above holds all that broadcasts: a new function joins by itself, or says that it takes levels."""
    assert len(FUNCTIONS) > 80 and set(SYSTEMS) <= set(ALL)


def test_packages_of_units_are_refused():
    """astropy's and pint's own quantities, alone and in lists."""
    from bcs_helpers.gap import gap

    try_units = []
    try:
        from astropy import units

        try_units += [600 * units.mK, [0.5, 1.0] * units.K, [600 * units.mK], 0.3 * units.dimensionless_unscaled]
    except ImportError:
        pass
    try:
        from pint import UnitRegistry

        registry = UnitRegistry()
        try_units += [600 * registry.mK, [1.0, 2.0] * registry.K, [600 * registry.mK]]
    except ImportError:
        pass
    if not try_units:
        pytest.skip("neither astropy nor pint is installed")
    for T in try_units:
        with pytest.raises(TypeError, match="^T carries a unit"):
            gap(T, 1.2)


def test_series_behave():
    """A column of a pandas table is an array like any other."""
    pandas = pytest.importorskip("pandas")
    from bcs_helpers.gap import gap

    table = pandas.DataFrame({"T": [0.1, 0.5], "unit": [1, 2]}, index=["unit", "units"])
    assert np.array_equal(gap(table["T"], 1.0), gap([0.1, 0.5], 1.0))
    with pytest.raises((TypeError, ValueError), match="^T must"):
        gap(pandas.Series([0.1, None], dtype="Float64"), 1.0)


def test_measured_values_pass():
    """Our own measured values know their unit and are floats in the package's units."""
    from bcs_helpers.gap import gap
    from bcs_helpers.materials import elements

    Tc = elements["Al"].Tc
    assert gap(0.0, Tc) == gap(0.0, float(Tc))
