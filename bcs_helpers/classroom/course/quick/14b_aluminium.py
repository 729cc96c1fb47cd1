"""Chapter 14B, in passing: what an error of a slope is."""

from ...quick import WARM_UP, Choice, right, wrong

# A row is set by hand, as in a table.
# fmt: off
QUICK = (
    Choice(
        "warm_up_average", WARM_UP,
        "Four measurements of a gap have the error 0.02 meV each, and nothing in common. What is the error of their "
        "mean?",
        (
            wrong("0.02 meV", "That is the error of one. In the mean the errors cancel in part."),
            right("0.01 meV",
                  "It falls as the root of their number. An error that they have in common, as that of a voltmeter, "
                  "does not."),
            wrong("0.005 meV",
                  "The mean divides the sum by four, but the errors of four add up to twice the error of one."),
            wrong("0.04 meV", "That is the error of their sum."),
        ),
        proof=lambda: (4 * 0.02**2) ** 0.5 / 4 == 0.01,
    ),
)
