"""Chapter 01, in passing: a field in a metal, and what the older theories can and cannot tell."""

import numpy as np

from ....collective import field_profile, slab_profile
from ....materials import elements
from ....units import flux_quantum, metre, nm, tesla
from ...quick import CONCEPT, GRAPH, PREDICT, WARM_UP, Choice, Number, miss, right, wrong


def kept():
    """Mean field that a perfect conductor keeps, over the one in which it was cooled: a slab ten λ thick."""
    x = np.linspace(-5, 5, 2001)
    return 1 - np.trapezoid(slab_profile(x, 10.0, 1.0), x) / 10


# A row is set by hand, as in a table.
# fmt: off
QUICK = (
    Number(
        "trapped_field", PREDICT,
        "A slab, ten penetration depths thick, is cooled in a field B0 and loses its resistance, but does nothing more "
        "than that. Then the field outside is switched off. How large is the mean field in the slab, in units of B0?",
        reference=kept, near=0.06, axis=(-0.2, 1.2, 0.01), digits=2,
        right="It is {value}. Without resistance the field inside stays as it was; only near the two faces does it "
              "fall to zero.",
        low="It is {value}. Without resistance the field inside cannot change, but for a layer at each face.",
        high="It is {value}. At both faces the field falls to zero, over about one penetration depth, and the slab is "
             "only ten of them thick.",
        misses=(
            miss(lambda: 0.0,
                 "That is a superconductor, which pushes the field out. A slab that has merely lost its resistance "
                 "keeps {value} of it."),
            miss(lambda: 1.0,
                 "Deep inside, yes. But at the faces the field is zero, and it rises over one penetration depth: the "
                 "mean is {value}."),
        ),
    ),
    Number(
        "field_in_lead", GRAPH,
        "A magnetic field B0 lies along the surface of superconducting lead, whose penetration depth is 39 nm. How "
        "much of it, in units of B0, is left 78 nm below the surface?",
        reference=lambda: field_profile(78 * nm, elements["Pb"].lambda0), near=0.04, axis=(-0.2, 1.2, 0.01),
        right="It is {value}. The field falls by a factor e on each penetration depth, and this is two of them.",
        low="It is {value}. Inside the field is not exactly zero: it falls exponentially, and this is not deep.",
        high="It is {value}. The currents that screen the field flow in a layer about as thick as the penetration "
             "depth, and this is twice as deep.",
        misses=(
            miss(lambda: 0.0,
                 "Zero is right for the inside of a thick piece, not at this depth. The field needs a length to "
                 "fall, and {value} of it is left."),
            miss(lambda: np.exp(-1),
                 "That is what is left one penetration depth below the surface. This is two: {value}."),
            miss(lambda: 1.0,
                 "That would be a metal without screening. The field falls on each penetration depth: {value} of it "
                 "is left."),
        ),
    ),
    Choice(
        "cooled_in_a_field", CONCEPT,
        "A metal is first put into a weak magnetic field and then cooled below Tc. What tells a superconductor from "
        "a metal that has merely lost its resistance?",
        (
            wrong("Nothing: without resistance the currents that keep the field out flow for ever.",
                  "Those currents arise when a field is switched on. Here the field was inside before, and a metal "
                  "that has merely lost its resistance would keep it."),
            wrong("The field is trapped in the superconductor, because no current in it can decay.",
                  "That is the metal without resistance: dB/dt = 0, so that the field stays as it was. The "
                  "experiment of Meissner and Ochsenfeld shows the opposite."),
            right("The superconductor drives the field out, although nothing about the field was changed.",
                  "So the state with B = 0 inside does not depend on the order of the steps: it is a state of "
                  "equilibrium, which infinite conductivity alone is not."),
        ),
    ),
    Choice(
        "what_tells_pairs", CONCEPT,
        "Which measurement shows most directly that the carriers of the current have the charge 2e?",
        (
            wrong("The penetration depth: London's formula contains the charge.",
                  "London's formula holds n q²/m. Pairs have half the number, four times the square of the charge "
                  "and twice the mass, so that the depth is the same."),
            right("The magnetic flux through a ring, which comes in units of h/2e.",
                  "The phase of what carries the current must fit into the ring. With charge q the unit is h/q, and "
                  "the one that was measured is half of h/e."),
            wrong("The resistance, which is zero.", "A resistance that is zero contains no charge at all."),
            wrong("The jump of the heat capacity at Tc.",
                  "The heat capacity counts excitations; they carry no mark of the charge of a pair."),
        ),
        proof=lambda: abs(flux_quantum / (tesla * metre**2) / 2.0678e-15 - 1) < 1e-4,
    ),
    Choice(
        "warm_up_depth", WARM_UP,
        "In London's theory the penetration depth is √(m/μ0ne²). What happens to it if the density n of the "
        "superconducting electrons falls to a quarter?",
        (
            wrong("It is halved.", "Fewer electrons screen less well: the depth must grow."),
            right("It is doubled.",
                  "The density stands under the root, in the denominator. When Tc comes near, n goes to zero, and "
                  "the field fills the metal."),
            wrong("It is four times as large.", "The density stands under a root."),
        ),
    ),
)
