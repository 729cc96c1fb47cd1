"""Plain data as JSON, the only thing that crosses the walls: inputs go in, numbers come out. For both sides, once."""

import base64

import numpy as np

MOST = 1 << 20  # letters of an answer's array, and the longest side of its shape
ANSWERS = {"f": "<f8", "c": "<c16"}  # an answer is one of these


def encode(value):
    """Inputs as JSON: numbers, truth values, text, None, arrays, and lists, tuples and dictionaries of them."""
    if value is None or (isinstance(value, bool | int | float | str) and not isinstance(value, np.generic)):
        return value
    if isinstance(value, complex | np.complexfloating) and not isinstance(value, np.ndarray):
        return {"complex": [float(value.real), float(value.imag)]}
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, np.ndarray) and value.dtype.kind in "biufc":
        return _packed(value)
    if isinstance(value, list):
        return [encode(v) for v in value]
    if isinstance(value, tuple):
        return {"tuple": [encode(v) for v in value]}
    if isinstance(value, dict):
        return {"dict": [[encode(k), encode(v)] for k, v in value.items()]}
    raise TypeError(f"the inputs of a task must be plain data, not a {type(value).__name__}")


def decode(value):
    """The inputs that were encoded."""
    if isinstance(value, list):
        return [decode(v) for v in value]
    if not isinstance(value, dict):
        return value
    if "tuple" in value:
        return tuple(decode(v) for v in value["tuple"])
    if "complex" in value:
        return complex(*value["complex"])
    if "dict" in value:
        return {decode(k): decode(v) for k, v in value["dict"]}
    return _unpacked(value).copy()


def numbers(value):
    """An answer as an array of floats or complex numbers. Raises TypeError where it holds anything else.

    Exact and long numbers, which numpy keeps as objects, become floats: whatever has a value says so to complex().
    """
    if isinstance(value, NO_NUMBERS) or callable(value):
        raise TypeError("not a number")
    array = np.asarray(value)
    if array.dtype.kind == "O":
        entries = [_number(entry) for entry in array.ravel()]
        array = np.array(entries).reshape(array.shape)
    if array.dtype.kind not in "biufc":
        raise TypeError("not numbers")
    return np.asarray(array, ANSWERS["c" if array.dtype.kind == "c" else "f"], order="C")


NO_NUMBERS = (str, bytes, dict, set)


def _number(entry):
    entry = entry.item() if isinstance(entry, np.ndarray) and entry.ndim == 0 else entry
    if entry is None or isinstance(entry, NO_NUMBERS) or callable(entry) or isinstance(entry, np.ndarray):
        raise TypeError("not a number")
    z = complex(entry)
    return z if z.imag else z.real


def plain(value):
    """An answer as JSON: an array of numbers, that nothing was returned, or what it is instead."""
    if value is None:
        return {"nothing": True}
    try:
        return _packed(numbers(value))
    except TypeError:
        return {"not": "a number", "what": type(value).__name__}


def answered(message):
    """The array in an answer; None where there is none. Raises ValueError where it is anything but a plain array."""
    if message.get("nothing") is True:
        return None
    kind, shape, data = message.get("dtype"), message.get("shape"), message.get("array")
    if kind not in ANSWERS.values() or not isinstance(data, str) or not isinstance(shape, list) or len(shape) > 8:
        raise ValueError("not a number")
    if len(data) > MOST or not all(type(n) is int and 0 <= n <= MOST for n in shape):
        raise ValueError("not a number")
    return _unpacked(message)


def _packed(array):
    data = base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()
    return {"array": data, "dtype": array.dtype.str, "shape": list(array.shape)}


def _unpacked(message):
    return np.frombuffer(base64.b64decode(message["array"], validate=True), message["dtype"]).reshape(message["shape"])
