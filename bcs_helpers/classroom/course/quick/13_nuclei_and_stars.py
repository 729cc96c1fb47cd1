"""Chapter 13, in passing: few pairs, and very many."""

import numpy as np

from .... import finite as physics
from ....dense_matter import neutron_gap, pairing_temperature
from ....materials import tin_staggering
from ....units import MeV, fm, kelvin
from ...quick import CONCEPT, ESTIMATE, PREDICT, WARM_UP, Choice, Number, right, wrong


def staggering():
    """Mean odd-even staggering of tin with an even number of neutrons in an open shell, in MeV."""
    return np.mean([float(r) / MeV for n, r in tin_staggering.items() if r.kind == "derived" and n < 82 and n % 2 == 0])


# A row is set by hand, as in a table.
# fmt: off
QUICK = (
    Choice(
        "when_superfluid", PREDICT,
        "A neutron star is born at more than 10¹¹ K, and after a hundred thousand years its inside still has more "
        "than 10⁸ K. When do the neutrons of its crust become superfluid?",
        (
            wrong("Never: nothing is superfluid at a hundred million kelvin.",
                  "What counts is the temperature over Tc. Between nuclei pairs are held together by an MeV, and "
                  "measured by this, the star is colder than most metals in a laboratory."),
            wrong("Late, when the star has cooled to 10⁸ K.",
                  "By then nearly all of them have been superfluid for long: Tc is some ten times as high or more."),
            right("Early: most of them within the first day.",
                  "Tc is between 10⁹ and 10¹⁰ K at most densities of the crust, and neutrinos carry so much energy "
                  "away that the star is below it soon."),
        ),
        proof=lambda: pairing_temperature(neutron_gap(0.5 / fm) / 3) > 2.6e9 * kelvin,  # its temperature after a day
    ),
    Number(
        "staggering_of_tin", ESTIMATE,
        "Tin nuclei with an even number of neutrons are bound more tightly than their neighbours with an odd one. By "
        "how much, in MeV? (A neutron is bound by about 8 MeV.)",
        reference=staggering, near=0.4, axis=(0.0, 8.0, 0.05),
        right="By about {value} MeV, all along the shell: the last neutron has no partner, and this costs Δ.",
        low="By about {value} MeV. The effect is large: pairing is a sixth of what binds a neutron.",
        high="By about {value} MeV. Pairing concerns only the few neutrons near the Fermi level.",
    ),
    Choice(
        "gap_of_few_levels", CONCEPT,
        "In a nucleus whose levels are further apart than the attraction is strong, BCS finds no pairing. What is "
        "true?",
        (
            wrong("Then there is none: the solution u = 1 or v = 1 is exact.",
                  "Exact diagonalisation finds a gain of energy at every attraction."),
            right("Pairs still scatter, and gain energy; BCS overlooks it, as its only order parameter is zero.",
                  "The transition of BCS is sharp only for infinitely many levels. In a small system it is washed "
                  "out."),
            wrong("Then the nucleus cannot exist.",
                  "Its binding comes from elsewhere: pairing gives a fraction of one per cent of it."),
        ),
        proof=lambda: _gain_at_weak_pairing(),
    ),
    Choice(
        "number_in_a_nucleus", CONCEPT,
        "A nucleus has a definite number of neutrons, the BCS state has not. What does one do?",
        (
            wrong("Nothing: the spread is always negligible.",
                  "In a metal it is. With ten pairs in a shell it is several neutrons wide."),
            wrong("One gives up BCS.", "The state contains the right correlations; only its number is wrong."),
            right("One projects the state onto the number; it is best to do so before the energy is minimised.",
                  "Projected first, there is pairing at every attraction, close to the exact solution."),
        ),
    ),
    Number(
        "star_is_cold", ESTIMATE,
        "The gap in a neutron star is 1 MeV. Of which power of ten is its critical temperature, in kelvin?",
        reference=lambda: MeV / 1.764 / kelvin, near=0.1, power=True, unit="K",
        right="{value} K. With 10⁸ K inside, the star is very cold by this measure.",
        low="{value} K: a kelvin is about 10⁻⁴ eV.",
        high="{value} K: a kelvin is about 10⁻⁴ eV.",
    ),
    Choice(
        "warm_up_odd", WARM_UP,
        "E(N) is −20, −30, −38 MeV for N = 9, 10 and 11. With ½(−1)^N [E(N+1) − 2E(N) + E(N−1)], what is the "
        "staggering at N = 10?",
        (
            wrong("−1 MeV", "Look at the signs: −38 + 60 − 20 is +2."),
            right("1 MeV",
                  "½(−38 + 60 − 20). The tenth neutron brings 10 MeV, the eleventh only 8: half of the difference is "
                  "the price of having no partner."),
            wrong("2 MeV", "The factor ½ is missing: the difference of two neighbours holds the price twice."),
        ),
        proof=lambda: 0.5 * (-38 + 2 * 30 - 20) == 1,
    ),
)


def _gain_at_weak_pairing():
    """Whether pairing gains energy exactly, where BCS has no gap."""
    levels = np.arange(6.0)
    weak = 0.5 * physics.critical_pairing(levels, 3)
    exact, bcs = (state(levels, 3, weak).condensation_energy for state in (
        physics.exact_ground_state, physics.bcs_ground_state))
    return exact > 0 == bcs
