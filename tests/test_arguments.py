"""Arguments are checked once, and named when they are wrong."""

import numpy as np
import pytest

from bcs_helpers._domain import nonnegative, plain, positive, real, whole


def test_good_numbers_become_float_arrays():
    """Ints, floats, numpy scalars, lists and arrays pass; one argument comes alone, several as a list."""
    assert real(x=3).dtype == float
    a, b = positive(a=1, b=np.array([2, 3]))
    assert a.shape == () and b.tolist() == [2.0, 3.0]
    assert nonnegative(x=[]).shape == (0,)
    assert nonnegative(x=0.0) == 0 and real(x=-1e300) == -1e300


@pytest.mark.parametrize("value", ["1", None, True, [True], 1j, [1, None], [[1], [2, 3]], {}, object(), b"1"])
def test_what_is_not_a_real_number_is_a_type_error(value):
    """Strings, truth values, complex numbers and ragged lists are refused, with the argument's name."""
    for check in (real, nonnegative, positive):
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
    ],
)
def test_what_is_outside_the_domain_is_a_value_error(check, value, message):
    """The message says the argument, what is allowed, the value, and where it stands."""
    with pytest.raises(ValueError, match=f"^{message}$"):
        check(x=value)


def test_whole_numbers():
    """Counts are whole, not negative, and not truth values."""
    assert whole(n=3) == 3 and whole(n=np.int64(4)) == 4 and whole(n=1, m=2) == [1, 2]
    for value, error in [(1.0, TypeError), (True, TypeError), ("2", TypeError), (-1, ValueError)]:
        with pytest.raises(error, match="^n must be "):
            whole(n=value)


def test_scalars_come_out_as_python_numbers():
    """0-d arrays and numpy scalars become Python's own; arrays stay."""
    assert type(plain(np.float64(2))) is float and type(plain(np.array(2 + 1j))) is complex
    assert plain(np.array([1.0])).shape == (1,)
