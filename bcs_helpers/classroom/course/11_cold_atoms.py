"""Chapter 11: a gas on the axis 1/k_F a, the crossover in a plane, what a radio photon pays, and sound from a table."""

import numpy as np
from scipy.interpolate import CubicSpline

from ...crossover import chemical_potential
from ...units import angstrom, dalton, kelvin, metre, nm
from ..tasks import Question, Task, must, slip, times

BOHR = 0.529177211 * angstrom
MICROKELVIN = 1e-6 * kelvin


def _place(a, density, mass, spins=2):
    """(1/k_F a, T_F in µK), each of the spin states filled alike; a in Bohr radii, density in m⁻³, mass in u."""
    k_F = np.cbrt(6 * np.pi**2 / spins * density / metre**3)
    return np.array([1 / (k_F * a * BOHR), k_F**2 / (2 * mass * dalton) / MICROKELVIN])


def _draw_gas(rng, case):
    return (
        float(np.round(rng.choice([-1, 1]) * rng.uniform(900, 6000))),
        float(f"{10 ** rng.uniform(17.5, 19.5):.3g}"),
        float(rng.choice([6.015, 39.964])),
    )


def _plane(E_b, total=2.0):
    """(Δ, μ) in E_F from √(μ² + Δ²) + μ = total (the number equation) and √(μ² + Δ²) − μ = E_b (the gap equation)."""
    return np.array([np.sqrt(total * E_b), (total - E_b) / 2])


def _draw_binding(rng, case):
    return (rng.uniform(0.1, 1.6) if rng.random() < 0.6 else rng.uniform(2.4, 5.0),)


def _threshold(Delta, mu):
    """√(μ² + Δ²) − μ, without the cancellation."""
    R = np.hypot(Delta, mu)
    return np.where(mu > 0, Delta**2 / (R + np.abs(mu)), R - mu)


def _edge(Delta, mu):
    return np.where(mu > 0, Delta, np.hypot(Delta, mu))


def _draw_gaps(rng, case):
    return (
        rng.uniform(0.2, 2.0, 4),
        np.concatenate([rng.uniform(0.3, 1.0, 2), rng.uniform(-3.0, -0.3, 2)]),
    )


def _table(start, end, lowered):
    """A table (1/k_F a, μ/E_F): mean field, lowered around unitarity as measurement wants it."""
    eta = np.linspace(start, end, 61)
    return eta, chemical_potential(eta) - lowered / (1 + eta**2)


def _sound(eta, mu, slope_factor=1 / 6):
    """(c/v_F)² = μ/3 − (η/6) dμ/dη inside the table."""
    return (mu / 3 - slope_factor * eta * CubicSpline(eta, mu)(eta, 1))[1:-1]


# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
    Task(
        name="place_on_the_axis", title="Where on the axis is this gas?", points=3, minutes=15,
        textbook=((-3500.0, 4e18, 6.015), (2000.0, 1.5e19, 39.964)),
        draw=_draw_gas,
        reference=_place,
        tolerance=2e-3, reason="four constants to four digits; the smallest slip, a cube root of two, is a quarter",
        hints=("The density fixes how far the momentum states are filled. How many atoms fit into one of them?",
               "Two spin states: n = 2 · (4π/3)k_F³/(2π)³. And E_F = ħ²k_F²/2m belongs to one atom.",
               "One Bohr radius is 0.0529 nm; scipy.constants has hbar, k (Boltzmann's) and atomic_mass (1 u), all "
               "in SI."),
        slips=(
            slip("one_spin", lambda a, n, m: _place(a, n, m, spins=1),
                 "You filled each state with one atom, k_F³ = 6π²n. That is a gas of one spin; here two spins share "
                 "the density."),
            slip("spin_counted_twice", lambda a, n, m: _place(a, n, m, spins=4),
                 "The density is that of both spin states together: you halved it and then counted two spins again."),
            slip("no_sphere_factor", lambda a, n, m: _place(a, n / (3 * np.pi**2), m),
                 "You took k_F = n^(1/3). Of the right order, but the sphere of filled states brings the factor 3π²."),
            slip("upside_down", lambda a, n, m: _place(a, n, m) ** [-1, 1],
                 "The first number is k_F a. The axis of the crossover is its inverse, which passes unitarity "
                 "smoothly."),
            slip("a_in_nm", lambda a, n, m: _place(a, n, m) * [BOHR / nm, 1],
                 "You took a for a length in nm: it is given in Bohr radii."),
            slip("a_in_angstrom", lambda a, n, m: _place(a, n, m) * [BOHR / angstrom, 1],
                 "You took a for a length in ångström: it is given in Bohr radii."),
            slip("half_missing", lambda a, n, m: _place(a, n, m) * [1, 2],
                 "1/k_F a is right. The Fermi energy is too large by a factor of two: the ½ of the kinetic energy "
                 "is missing, or you took the reduced mass of two atoms."),
            slip("h_for_hbar", lambda a, n, m: _place(a, n, m) * [1, 4 * np.pi**2],
                 "1/k_F a is right. In the Fermi energy you used h in place of ħ."),
            slip("in_kelvin", lambda a, n, m: _place(a, n, m) * [1, 1e-6],
                 "1/k_F a is right. Your temperature is a tiny number: is it in K, or an energy? The question asks "
                 "for µK."),
            slip("in_nK", lambda a, n, m: _place(a, n, m) * [1, 1e3],
                 "1/k_F a is right. The temperature is in nK; the question asks for µK."),
            slip("order", lambda a, n, m: _place(a, n, m)[::-1],
                 "The order: first 1/k_F a, then the Fermi temperature."),
            slip("pair_mass", lambda a, n, m: _place(a, n, m) * [1, 0.5],
                 "1/k_F a is right. The Fermi temperature is too small by a factor of two: you took the mass of a "
                 "pair, and E_F belongs to one atom."),
            slip("a_in_metres", lambda a, n, m: _place(a, n, m) * [BOHR / metre, 1],
                 "You took a for a length in metres: it is given in Bohr radii."),
        ),
        properties=(
            must("sign_of_a", lambda v, a, n, m: np.sign(v[0]) == np.sign(a),
                 "The sign of a is kept: negative on the BCS side, positive where there are molecules."),
            must("about_a_microkelvin", lambda v, a, n, m: 1e-3 < v[1] < 1e3,
                 "Such gases have Fermi temperatures around a microkelvin. Check the powers of ten of your units."),
            must("in_range", lambda v, a, n, m: 0.03 < abs(v[0]) < 100,
                 "In these gases a and 1/k_F are not so far apart: your 1/k_F a is out of range. Check the powers "
                 "of ten of both lengths."),
        ),
        meaning="Millions of times thinner than air, and yet strongly coupled: what counts is a beside 1/k_F, and "
                "not the size of an atom.",
    ),
    Task(
        name="crossover_in_a_plane", title="The crossover in a plane", points=4, minutes=35,
        textbook=((0.4,), (3.0,)),
        draw=_draw_binding,
        reference=_plane,
        tolerance=1e-2, reason="quadrature and root finding reach 1e-6; an end of the integrals at 1000 E_F moves a "
                               "small μ by half a per cent, and every slip is larger",
        hints=("First the number equation. With what probability is a momentum state filled, and how many states has "
               "a plane between k and k + dk?",
               "In the plane ∫d²k/(2π)² is ∫k dk/2π, each spin state has the occupation ½(1 − ξ/E), and n = k_F²/2π.",
               "Both integrals become simple with ε = k² as variable: dε = 2k dk. Or solve them numerically: for "
               "each μ the gap equation gives a Δ, and the number equation then picks μ.",
               "∫dε/E is ln(ξ + E) and ∫dε(1 − ξ/E) is ξ − E; at the lower end ξ = −μ. The number equation gives "
               "√(μ² + Δ²) + μ = 2, the gap equation √(μ² + Δ²) − μ = E_b. Their product is Δ²."),
        slips=(
            slip("mu_is_fermi_energy", lambda b: np.array([np.sqrt(b**2 + 2 * b), 1.0]),
                 "You kept μ = E_F and solved the gap equation alone. That is good for a metal; here the number "
                 "equation moves μ."),
            slip("one_spin", lambda b: _plane(b, 4.0),
                 "Your number equation counts one spin state: with both, half the occupation is enough for the same "
                 "density."),
            slip("half_the_density", lambda b: _plane(b, 1.0),
                 "Your gas has half the density: n = k_F²/2π counts both spin states, and so must 1 − ξ/E."),
            slip("mu_whole_binding", lambda b: np.array([np.sqrt(2 * b), 1 - b]),
                 "Δ is right. E_b is the energy of two atoms; each lowers μ by half of it."),
            slip("mu_of_dimer", lambda b: np.array([np.sqrt(2 * b), -b / 2]),
                 "Δ is right. Your μ is that of a dimer alone; the other atoms in the gas push it up."),
            slip("Delta_squared", lambda b: np.array([2 * b, 1 - b / 2]),
                 "μ is right. Take the square root: you returned Δ²."),
            slip("order", lambda b: _plane(b)[::-1], "The order: first Δ, then μ."),
            slip("two_Delta", lambda b: _plane(b) * [2, 1], "μ is right. You returned 2Δ; one Δ is asked."),
            slip("factor_under_root", lambda b: _plane(b) * [np.sqrt(0.5), 1],
                 "μ is right. In your Δ a factor is lost under the root: multiply the two equations for √(μ² + Δ²) "
                 "with each other."),
        ),
        properties=(
            must("positive", lambda v, b: v[0] > 0,
                 "Δ is positive: attraction of any strength pairs atoms in a plane."),
            must("number_equation", lambda v, b: abs(np.hypot(*v) + v[1] - 2) < 0.02,
                 "Put your Δ and μ into the number equation: it is not fulfilled, you have too many atoms or too "
                 "few (or your integral ends too early)."),
            must("gap_equation", lambda v, b: abs(np.hypot(*v) - v[1] - b) < 0.01 * (1 + b),
                 "The number of atoms is right, but the gap equation is not fulfilled. Its second term holds the "
                 "bound state of two atoms."),
        ),
        meaning="In a plane mean field needs no elliptic integrals, only a square root, and μ changes sign exactly "
                "where the dimer's energy is twice the Fermi energy.",
    ),
    Task(
        name="radio_threshold", title="What a radio photon pays", points=3, minutes=20,
        textbook=((np.array([0.2084, 0.6864, 1.3319, 1.8486]), np.array([0.9540, 0.5906, -0.8010, -3.8949])),),
        draw=_draw_gaps,
        reference=_threshold,
        tolerance=2e-3, reason="the formula is exact, a search over k with steps of 0.05 k_F misses less than this",
        hints=("Write down the energy afterwards minus before. Three things: the atom left behind alone, the atom "
               "that flies off, and one atom less in the gas.",
               "The one left behind is a quasiparticle, E_k. The one that flies off feels no others, k². The gas has "
               "given up one atom, −μ.",
               "So the photon of lowest energy minimises E_k + k² − μ over k. Is that where E_k alone has its "
               "minimum? Draw it.",
               "The sum is E_k + ξ_k, and it rises with ξ_k, for E_k never falls as fast as ξ_k rises. So k = 0 is "
               "the cheapest, where ξ = −μ, for either sign of μ."),
        slips=(
            slip("cheapest_quasiparticle", lambda D, mu: _edge(D, mu),
                 "That is the cheapest quasiparticle. The atom that was flipped has an energy, too, and k may be "
                 "chosen for both together."),
            slip("two_quasiparticles", lambda D, mu: 2 * _edge(D, mu),
                 "That is the energy of two quasiparticles. Here one of the atoms leaves the gas, and only one "
                 "quasiparticle stays."),
            slip("cheapest_k", lambda D, mu: np.where(mu > 0, D, np.hypot(D, mu) - mu),
                 "You took the k at which E_k is smallest. Minimise the whole cost: for μ > 0 another k is cheaper."),
            slip("mu_missing", lambda D, mu: np.hypot(D, mu),
                 "k = 0 is right. But an atom has left the gas, and its chemical potential is missing."),
            slip("sign_of_mu", lambda D, mu: np.hypot(D, mu) + mu,
                 "The sign of μ: an atom that leaves the gas lowers the energy of the gas by μ."),
            slip("small_gap", lambda D, mu: D**2 / (2 * mu),
                 "That is the limit of a small gap. For strong attraction the square root must be kept."),
        ),
        properties=(
            must("positive", lambda v, D, mu: np.all(v > 0),
                 "Breaking a pair costs energy: the threshold is positive."),
            must("below_Delta", lambda v, D, mu: np.all((v < D) | (mu < 0)),
                 "Where μ is positive your photon pays more than Δ. Try an atom from deep inside the Fermi sea."),
            must("above_molecule", lambda v, D, mu: np.all((v >= -2 * mu) | (mu > 0)),
                 "Where μ is negative your photon pays less than 2|μ|, the price of a molecule in a very thin gas."),
        ),
        meaning="The threshold is not the gap: Δ²/2E_F for weak attraction, the dimer's binding energy for strong. "
                "An edge in a spectrum must be asked which process it belongs to.",
    ),
    Task(
        name="sound_from_a_table", title="Sound from a table", points=4, minutes=30,
        textbook=lambda: (_table(-1.2, 1.2, 0.0), _table(-1.0, 1.4, 0.2)),
        draw=lambda rng, case: _table(-rng.uniform(0.6, 1.5), rng.uniform(0.6, 1.5), rng.uniform(0.0, 0.2)),
        reference=_sound,
        tolerance=5e-3,
        reason="differences of neighbouring points leave 1e-3 at this step; the smallest slip is some per cent",
        hints=("The table gives μ/E_F. When the gas is compressed at a fixed scattering length, two things change: "
               "E_F, and the place on the axis.",
               "μ = E_F·g(η) with E_F ∝ n^(2/3) and η = 1/k_F a ∝ n^(−1/3). Differentiate both factors; the "
               "derivative of g comes from np.gradient(mu, eta).",
               "n dE_F/dn = ⅔E_F and n dη/dn = −⅓η, so n dμ/dn = E_F(⅔g − ⅓ηg′). Divide by mv_F², which is 2E_F, and "
               "leave out the first and the last point."),
        slips=(
            slip("slope_missing", lambda eta, mu: mu[1:-1] / 3,
                 "You let only E_F grow with the density. 1/k_F a changes as well: the table's slope belongs into "
                 "the answer."),
            slip("sign_of_slope", lambda eta, mu: _sound(eta, mu, -1 / 6),
                 "The sign of the slope's term: a denser gas has a larger k_F, and so a smaller |1/k_F a|."),
            slip("third_missing", lambda eta, mu: _sound(eta, mu, 1 / 2),
                 "In the slope's term 1/k_F a goes with the cube root of the density: a factor ⅓ is missing."),
            slip("slope_doubled", lambda eta, mu: _sound(eta, mu, 1 / 3),
                 "The slope's term is too large by a factor of two: both terms are divided by mv_F² = 2E_F."),
            slip("doubled", times(2), "Too large by a factor of two: mv_F² is 2E_F."),
            slip("root", lambda eta, mu: np.sqrt(_sound(eta, mu)), "That is c/v_F. The question asks for its square."),
            slip("forward_difference",
                 lambda eta, mu: (mu[1:-1] - eta[1:-1] * np.diff(mu)[1:] / np.diff(eta)[1:] / 2) / 3,
                 "The formula is right. Your slope reaches to the next point only, and belongs half a step further "
                 "on: use the neighbours on both sides (np.gradient)."),
            slip("backward_difference",
                 lambda eta, mu: (mu[1:-1] - eta[1:-1] * np.diff(mu)[:-1] / np.diff(eta)[:-1] / 2) / 3,
                 "The formula is right. Your slope comes from the point before only, and belongs half a step back: "
                 "use the neighbours on both sides (np.gradient)."),
            slip("weak_limit", lambda eta, mu: np.full(eta.size - 2, 1 / 3),
                 "v_F/√3 is the sound of the weakly attracting gas alone. Use the table."),
            slip("slope_alone", lambda eta, mu: -CubicSpline(eta, mu)(eta, 1)[1:-1] * eta[1:-1] / 6,
                 "Only the slope's term is there: E_F itself grows with the density, too."),
        ),
        properties=(
            must("unitarity", lambda v, eta, mu: abs(3 * np.interp(0, eta[1:-1], v) / np.interp(0, eta, mu) - 1) < 0.02,
                 "Look at 1/k_F a = 0: there is no length but 1/k_F, μ ∝ n^(2/3), and this alone fixes c². Yours is "
                 "different."),
            must("positive", lambda v, eta, mu: np.all(v > 0),
                 "Somewhere your c² is negative: such a gas would collapse. Check the term with the slope away from "
                 "1/k_F a = 0."),
            must("slope_not_coarse", lambda v, *case: not 5e-3 < np.max(np.abs(v / _sound(*case) - 1)) < 0.03,
                 "Nearly. Probably the formula is right and the slope is not precise enough at some points: take it "
                 "from the neighbours on both sides (np.gradient). A polynomial through the whole table bends at "
                 "its ends."),
        ),
        meaning="The molecules' binding energy, which dominates μ, has dropped out: sound depends only on what "
                "compression costs.",
    ),
)

QUESTIONS = (
    Question(
        name="two_false_transitions", title="Two transitions that are none", minutes=15,
        rubric=(
            (1, "unitarity: what enters the equations is 1/a, which passes smoothly through zero; that a diverges "
                "is a matter of the variable"),
            (1, "μ = 0: the place of the minimum changes and the second derivative of the edge jumps, but the edge "
                "is no ground-state energy; the gap stays open"),
            (1, "the test: a transition at T = 0 would be a singular ground-state energy or a change of symmetry; "
                "in mean field the energy is smooth, and the broken symmetry is the same at both ends"),
            (1, "an example that does have a transition, with its reason (temperature; unequal spins; a pairing "
                "whose gap vanishes at k = 0, when μ passes zero)"),
        ),
    ),
)
