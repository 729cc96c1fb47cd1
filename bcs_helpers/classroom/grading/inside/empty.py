"""Whether a function is as it was handed out. For both sides, once."""

import dis


def is_empty(function):
    """Whether its code is that of a function without a body."""

    def nothing():
        """Nothing."""

    steps = [[(step.opname, step.argval) for step in dis.get_instructions(code)]
             for code in (nothing.__code__, getattr(function, "__code__", None)) if code]  # fmt: skip
    return len(steps) == 2 and steps[0] == steps[1]
