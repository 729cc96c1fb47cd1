"""Chapter 14D, in passing: where a trapped gas ends."""

from ...quick import WARM_UP, Choice, right, wrong

# A row is set by hand, as in a table.
# fmt: off
QUICK = (
    Choice(
        "warm_up_trap", WARM_UP,
        "A gas in the potential ½mω²z² ends where this is equal to its chemical potential μ. The same gas in the same "
        "trap gets half as long. By which factor has μ changed?",
        (
            wrong("½", "The potential grows as the square of the distance, and so does μ with the half-length."),
            right("¼",
                  "μ = ½mω²R²: half of R is a quarter of μ. So an error of the length by one per cent is an error of "
                  "μ by two."),
            wrong("1/√2", "That would be a half-length that grows as μ². It grows as √μ."),
            wrong("⅛", "That is the volume of the cloud. The chemical potential is the energy at its end."),
        ),
    ),
)
