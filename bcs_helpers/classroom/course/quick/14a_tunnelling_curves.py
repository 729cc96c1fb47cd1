"""Chapter 14A, in passing: what temperature does to a curve."""

import numpy as np

from ...quick import WARM_UP, Number, miss

# A row is set by hand, as in a table.
# fmt: off
QUICK = (
    Number(
        "warm_up_smearing", WARM_UP,
        "A normal metal at the temperature T is one side of a junction. How many k_BT wide, at half of its height, "
        "does a single sharp level of the other side appear in dI/dV?",
        reference=lambda: 4 * np.arccosh(np.sqrt(2)), near=0.12,  # where −∂f/∂E = 1/4T cosh²(E/2T) is 1/8T
        right="{value} of them: the width of −∂f/∂E. At 1 K this is 0.3 mV, as much as the gap of many a metal.",
        low="{value} of them, more than that: the Fermi function falls from 0.9 to 0.1 over some four k_BT.",
        high="{value} of them, less than that: the Fermi function falls from 0.9 to 0.1 over some four k_BT.",
        misses=(
            miss(lambda: 1.0, "The Fermi function is wider than one k_BT: −∂f/∂E is {value} of them wide."),
        ),
    ),
)
