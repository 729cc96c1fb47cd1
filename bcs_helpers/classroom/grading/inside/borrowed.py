"""What of the physics of this package a function calls. For both sides, once."""

NO_PHYSICS = ("bcs_helpers.classroom", "bcs_helpers.units", "bcs_helpers.figures", "bcs_helpers.tables")


def of_the_package(function):
    """The names of the physics of this package that a solver's function, and those that it calls, refer to."""
    waiting, seen, found = [function], set(), set()
    while waiting:
        part = waiting.pop()
        part = getattr(part, "__wrapped__", getattr(part, "func", part))
        code, names = getattr(part, "__code__", None), getattr(part, "__globals__", {})
        if code is None or code in seen:
            continue
        seen.add(code)
        for name in _names_in(code) & names.keys():
            home = getattr(names[name], "__module__", None) or getattr(names[name], "__name__", "")
            if str(home).startswith("bcs_helpers.") and not str(home).startswith(NO_PHYSICS):
                found.add(name)
            elif callable(names[name]):
                waiting.append(names[name])
    return sorted(found)


def _names_in(code):
    """The names that a piece of code uses, with those of the functions inside it."""
    inner = [_names_in(const) for const in code.co_consts if hasattr(const, "co_names")]
    return set(code.co_names).union(*inner)
