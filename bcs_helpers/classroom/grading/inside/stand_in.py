"""`bcs_helpers.classroom` as a notebook finds it inside the sandbox: the same names, and nothing to learn from them.

`carry_on(f)` is f itself, right or wrong, or what the parent put in its place for a second look: no reference is in
reach. `inputs(f)` are the textbook's.
"""

from copy import deepcopy

__all__ = ["ask", "carry_on", "check", "hint", "inputs", "progress", "rubric", "use_seed"]

_inputs, _stubs = {}, {}


class Note:
    """Silent: whoever marks speaks later."""

    state, key, text, points = None, "", "", 0

    def __repr__(self):
        return ""


def ask(name=None):
    return Note()


def check(function=None, seed=None, show=True):
    return Note()


def hint(function=None, number=None, show=True):
    return Note()


def progress():
    return Note()


def rubric(name=None):
    return Note()


def use_seed(seed=None):
    return None


def carry_on(function):
    return _stubs.get(getattr(function, "__name__", None), function)


def inputs(function):
    """The textbook's inputs of the task of `function`. Raises ValueError where there is no such task."""
    name = getattr(function, "__name__", None)
    if name not in _inputs:
        raise ValueError(f"{name} is not the name of a task")
    return deepcopy(_inputs[name])
