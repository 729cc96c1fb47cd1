"""Chapter 14C, in passing: how far apart the levels of a grain are."""

from ...quick import WARM_UP, Choice, right, wrong

# A row is set by hand, as in a table.
# fmt: off
QUICK = (
    Choice(
        "warm_up_spacing", WARM_UP,
        "The levels of a metal grain lie d = 1/(N0·volume) apart. Another grain has half the diameter. What is its "
        "spacing?",
        (
            wrong("2 d", "The volume counts, not the diameter."),
            wrong("4 d", "That is the surface. The levels fill the volume."),
            right("8 d",
                  "Its volume is an eighth. At some diameter d is as large as the gap, and then the question is what "
                  "a gap means."),
            wrong("d/8", "A smaller grain has fewer levels in the same range of energy: they lie further apart."),
        ),
    ),
)
