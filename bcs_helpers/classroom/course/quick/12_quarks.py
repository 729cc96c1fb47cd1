"""Chapter 12, in passing: the vacuum as a superconductor, and where the likeness ends."""

from .... import dense_matter as physics
from ....gap import zero_temperature_gap
from ...quick import CONCEPT, ESTIMATE, PREDICT, WARM_UP, Choice, Number, right, wrong

# A row is set by hand, as in a table.
# fmt: off
QUICK = (
    Choice(
        "vacuum_with_weak_attraction", PREDICT,
        "In a metal the weakest attraction opens a gap. In the vacuum, a sea of massless quarks, the gap would be a "
        "mass. Does the weakest attraction open it, too?",
        (
            wrong("Yes: it is the same gap equation.",
                  "The equation is the same, the density of states is not: in the vacuum it vanishes at zero energy, "
                  "and with it the logarithm that made every attraction enough."),
            right("No: the attraction has to be stronger than a certain value.",
                  "At zero energy there are no states, as there are none for two particles in empty space. So here "
                  "is a threshold again."),
            wrong("No: a mass can never arise from massless particles.",
                  "It does, above the threshold; in this model most of the mass of a proton arises so."),
        ),
        proof=lambda: physics.quark_mass(0.0, 0.9 * physics.CRITICAL_COUPLING, 1.0, 0.0) == 0
        and zero_temperature_gap(0.1, 1.0) > 0,
    ),
    Choice(
        "who_is_who", CONCEPT, "What corresponds to the pion in a superconductor?",
        (
            wrong("The Cooper pair.",
                  "To the pair corresponds the pair of quark and antiquark in the vacuum. The pion is a motion of "
                  "this condensate."),
            right("The mode of the phase, which costs nothing in a neutral superfluid.",
                  "It would be massless if quarks had no mass of their own. As they have a small one, the pion is "
                  "light, not massless."),
            wrong("The amplitude mode at 2Δ.", "To it corresponds the sigma, at twice the mass of the quark."),
            wrong("The quasiparticle.", "That is the quark with its mass."),
        ),
    ),
    Choice(
        "higgs_and_proton", CONCEPT, "Where does most of the mass of a proton come from?",
        (
            wrong("From the Higgs field, as all mass.",
                  "The Higgs field gives the quarks in it a few MeV each, about one hundredth of the mass of the "
                  "proton."),
            right("From the interaction: quarks that are nearly massless become heavy in a condensate of quark pairs.",
                  "In the model of the chapter this is a gap, and its size is some 300 MeV for each of three quarks."),
            wrong("From the binding energy of the three quarks, which adds to their masses.",
                  "Binding lowers the energy. In the model of the chapter it is the quarks themselves that are heavy."),
        ),
    ),
    Number(
        "gap_of_the_vacuum", ESTIMATE,
        "The gap of aluminium is 0.2 meV, the mass that the vacuum gives a quark is 300 MeV. By which power of ten "
        "do they differ?",
        reference=lambda: 300e6 / 0.2e-3, near=0.1, power=True,
        right="By {value}, and yet it is the same equation.",
        low="By {value}: from milli to mega are nine powers of ten, and 300/0.2 is more than a thousand.",
        high="By {value}: from milli to mega are nine powers of ten, and 300/0.2 is more than a thousand.",
    ),
    Choice(
        "warm_up_density", WARM_UP,
        "The energy of a massless particle is proportional to its momentum, in three dimensions. How does its "
        "density of states behave near zero energy?",
        (
            wrong("It is constant.",
                  "That holds near a Fermi surface, where the number of states on it does not change."),
            wrong("It grows as the root of the energy.", "That is a particle with a mass, with energy p²/2m."),
            right("It grows as the square of the energy.",
                  "A shell in momentum space has the surface 4πp², and p is proportional to the energy. So at zero "
                  "energy there are no states."),
        ),
    ),
)
