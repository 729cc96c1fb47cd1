"""Chapter 03: spins, pairs as bosons, the number of pairs and its width, the phase, and the size of a pair."""

from functools import cache
from itertools import combinations
from math import factorial

import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.special import k0

from ... import ground_state as physics
from ...gap import gap
from ...spectrum import amplitudes
from ...units import electron_mass, kelvin, metre, meV, nm, second
from ..tasks import Question, Task, from_right, must, rounded, slip, times

SPEED = 1e6 * metre / second  # the usual unit of a Fermi velocity
HALF = np.sqrt(0.5)


# ---- spins --------------------------------------------------------------------------------------------------


def _spin_squared(state):
    """S² = 1 + P: the exchange P swaps the second and the third amplitude."""
    return np.vdot(state, state + np.asarray(state)[[0, 2, 1, 3]]).real


def _pauli_weight(orbital, spin, sign=-1, swap_orbital=True, swap_spin=True):
    """½(1 − ⟨P⟩) for the product of a normalised orbital matrix A[i, j] and a spin matrix χ[s, t]."""
    both = np.vdot(orbital, orbital.T if swap_orbital else orbital)
    return round(0.5 * (1 + sign * both * np.vdot(spin, spin.T if swap_spin else spin)).real, 14)


def _turned_weight(orbital, spin):
    """½(1 − Re⟨A|A†⟩⟨χ|χ†⟩): the exchange with a conjugation too many."""
    return 0.5 * (1 - np.vdot(orbital, orbital.conj().T) * np.vdot(spin, spin.conj().T)).real


def _normalised(rng, *shape):
    z = rng.normal(size=shape) + 1j * rng.normal(size=shape)
    return z / np.linalg.norm(z)


_EVEN = np.array([[0.0, 1.0], [1.0, 0.0]]) * HALF  # ψ(i, j) of an orbital pair, even
_SINGLET, _TRIPLET = np.array([[0.0, HALF], [-HALF, 0.0]]), np.array([[1.0, 0.0], [0.0, 0.0]])


# ---- pairs --------------------------------------------------------------------------------------------------


def _norm(phi, n):
    """R_n = n! e_n(g²), from the ratios R_{n+1}/R_n."""
    return np.prod(physics.boson_normalisation_ratio(phi)[:n])


def _probabilities(v):
    return physics.pair_number_distribution(np.sqrt(1 - v**2), v)


def _added_first(v):
    return np.polynomial.polynomial.polyfromroots(-np.sqrt(1 - v**2) / v) * np.prod(v)


def _projected(v, n, odds=lambda v: v**2 / (1 - v**2)):
    """n_k = w_k e_{n−1}(w without k)/e_n(w) with w = v²/u²."""
    w = odds(np.asarray(v, float))
    whole = np.poly(-w)[n]
    return np.array([w[k] * np.poly(-np.delete(w, k))[n - 1] for k in range(w.size)]) / whole


def _moments(v, per_level=4.0):
    N = 2 * np.sum(v**2)
    return np.array([N, N**2 + per_level * np.sum(v**2 * (1 - v**2))])


def _draw_v(rng, levels=5):
    return np.sort(rng.uniform(0.15, 0.97, levels))[::-1]


# ---- numbers and lengths ------------------------------------------------------------------------------------


def _relative_widths(levels, gaps):
    rows = []
    for M, Delta in zip(levels, gaps, strict=True):
        rows.append(physics.number_fluctuation(*amplitudes((2 * np.arange(M) + 1) / M - 1, Delta)))
    N, variance = np.array(rows).T
    return N, np.sqrt(variance)


def _width_exponent(levels, gaps):
    N, width = _relative_widths(levels, gaps)
    return np.polyfit(np.log(N), np.log(width / N), 1)[0]


def _draw_sizes(rng, case):
    levels = rng.integers(60, 90) * 2 ** np.arange(5)
    return levels, rng.uniform(0.1, 0.2) * (levels / levels[0]) ** -rng.uniform(0.2, 0.6)


def _number_width(N, ratio):
    return np.sqrt(physics.number_variance_per_electron(ratio, 1.0) / N)


def _length(Tc, v_F, size=physics.decay_length):
    return size(v_F * SPEED, gap(0.0, Tc * kelvin)) / nm


@cache
def _share_within(share=0.5, power=2):
    """The distance, in ħv_F/Δ, within which the partner is found with the probability `share`."""

    def inside(end):
        return quad(lambda s: k0(s) ** power, 0, end)[0]  # |F|² r² with the mean of sin²

    return brentq(lambda end: inside(end) / inside(50.0) - share, 1e-3, 10)


def _two_lengths(Tc, v_F, half=None):
    """ħv_F/Δ(0), and the distance within which the partner is in half of all cases (`half` of the first)."""
    return _length(Tc, v_F) * np.array([1.0, _share_within() if half is None else half])


def _counts(Delta, v_F, density, spins=2):
    E_F = (6 / spins * np.pi**2 * density) ** (2 / 3) / (2 * electron_mass)
    long, short = (f(v_F * SPEED, Delta * meV) for f in (physics.decay_length, physics.pippard_length))
    every = [physics.overlapping_pairs(size, density) for size in (long, short)]
    return np.array([*every, physics.overlapping_pairs(short, density, Delta * meV / E_F)])


def _powers_of_ten(Delta, v_F, density, factor=1.0):
    return np.log10(_counts(Delta, v_F, density) * factor)


def _pair_matrix(v):
    matrix = np.outer(v * np.sqrt(1 - v**2), v * np.sqrt(1 - v**2))
    np.fill_diagonal(matrix, v**2)
    return matrix


def _overlap(v, phase):
    return np.exp(np.real(physics.log_phase_overlap(np.sqrt(1 - v**2), v, phase)))


# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
    Task(
        name="total_spin_squared", title="The spin of two electrons", problem="1809307", points=2, minutes=10,
        textbook=(
            (np.array([0.0, HALF, -HALF, 0.0]),),
            (np.array([0.0, HALF, HALF, 0.0]),),
            (np.array([0.0, 1.0, 0.0, 0.0]),),
        ),
        draw=lambda rng, case: (_normalised(rng, 4),),
        reference=_spin_squared,
        tolerance=1e-6, reason="four amplitudes and a few products: nothing but rounding",
        hints=("Two spins ½ make four states with a definite total spin. Three of them have S = 1, and one has S = 0. "
               "Which one?",
               "The one that is odd when the two spins are exchanged: (↑↓ − ↓↑)/√2. With which probability is the "
               "given state in it?",
               "Its amplitude is (b − c)/√2, where b and c belong to ↑↓ and ↓↑; the probability is the square of its "
               "absolute value. All the rest is triplet.",
               "S² is S(S+1): 0 in the singlet, 2 in each of the three others. So the mean is 2(1 − p), with the "
               "probability p = ½|b − c|² of the singlet."),
        slips=(
            slip("cross_term_missing", lambda state: 1.5,
                 "You added s² of the two electrons. The square of a sum has a cross term, 2 s₁·s₂, and it is what "
                 "tells singlet from triplet."),
            slip("pauli_matrices", times(4), "You took Pauli matrices for the spins: s is σ/2."),
            slip("probability_of_triplet", times(0.5),
                 "That is the probability of the triplet. S² has the value S(S+1) in it, not one."),
            slip("root", lambda state: np.sqrt(np.abs(_spin_squared(state))),
                 "That is a root. The mean of S² itself is asked."),
            slip("singlet_not_normalised", lambda state: 2 - 2 * np.abs(state[1] - state[2]) ** 2,
                 "Your probability of the singlet is twice too large: its state is (↑↓ − ↓↑)/√2, with the root."),
            slip("triplet_not_normalised",
                 lambda state: 2 * (np.abs(state[0]) ** 2 + np.abs(state[3]) ** 2 + np.abs(state[1] + state[2]) ** 2),
                 "The triplet of ↑↓ and ↓↑ counts twice: its state is (↑↓ + ↓↑)/√2, with the root."),
            slip("amplitude_for_probability", lambda state: 2 - np.sqrt(2) * np.abs(state[1] - state[2]),
                 "You took away the amplitude of the singlet. A probability is its square."),
            slip("spin_itself", lambda state: np.sqrt(0.25 + np.abs(_spin_squared(state))) - 0.5,
                 "That is the S that would belong to it by S(S+1). The mean of S² itself is asked."),
            slip("singlet_and_triplet", lambda state: 2 - _spin_squared(state),
                 "Singlet and triplet have changed places: look at the sign of the exchange."),
            slip("z_component", lambda state: np.abs(state[0]) ** 2 + np.abs(state[3]) ** 2,
                 "That is Sz² alone. The triplet ↑↓ + ↓↑ has Sz = 0 and still a spin."),
            slip("no_interference",
                 lambda state: 1 + np.abs(state[0]) ** 2 + np.abs(state[3]) ** 2,
                 "You added the probabilities of ↑↓ and ↓↑. It is their amplitudes that add, or cancel: singlet and "
                 "triplet differ in nothing else."),
            slip("cross_term_turned",
                 lambda state: 2 * np.abs(state[0]) ** 2 + 2 * np.abs(state[3]) ** 2 + np.abs(state[1] - state[2]) ** 2,
                 "Right for ↑↑ and ↓↓, but of the other two states singlet and triplet have changed places: look at "
                 "the sign between ↑↓ and ↓↑."),
            slip("not_conjugated", lambda state: np.dot(state, state + np.asarray(state)[[0, 2, 1, 3]]),
                 "Complex amplitudes: the left factor of a mean value must be conjugated."),
        ),
        properties=(
            must("real", lambda v, state: np.all(np.abs(np.imag(v)) < 1e-9), "A mean value of a spin is real."),
            must("between_zero_and_two", lambda v, state: np.all((np.real(v) > -1e-9) & (np.real(v) < 2 + 1e-9)),
                 "Two spins ½ make S = 0 or S = 1, so the mean of S² lies between the values S(S+1) of these two."),
        ),
        meaning="S² measures the exchange of the two spins: odd means no spin at all, even means spin one.",
    ),
    Task(
        name="pauli_weight", title="What Pauli lets through", problem="1809307", points=3, minutes=15,
        textbook=((_EVEN, _SINGLET), (_EVEN, _TRIPLET), (np.array([[0.6, 0.8], [0.0, 0.0]]), _SINGLET)),
        draw=lambda rng, case: (_normalised(rng, 3, 3), _normalised(rng, 2, 2)),
        reference=_pauli_weight,
        tolerance=1e-6, reason="sums of a few dozen products: nothing but rounding",
        hints=("Exchanging two electrons exchanges where they are and how they spin, both at once. When is a product "
               "of two factors odd?",
               "When one of them is even and the other odd. So split each factor into its even and its odd part, "
               "A = ½(A + Aᵀ) + ½(A − Aᵀ).",
               "The squared lengths of the parts are probabilities: a for the odd part of A, 1 − a for its even one, "
               "and likewise s for χ.",
               "Even places with odd spins, or odd places with even spins: (1 − a) s + a (1 − s), with a the sum of "
               "all |½(A − Aᵀ)|² and s that of χ."),
        slips=(
            slip("even_part", lambda orbital, spin: _pauli_weight(orbital, spin, sign=1),
                 "That is the even part, which bosons would keep. Electrons keep the odd one."),
            slip("only_spins", lambda orbital, spin: _pauli_weight(orbital, spin, swap_orbital=False),
                 "You exchanged only the spins. An electron takes its place with it."),
            slip("only_places", lambda orbital, spin: _pauli_weight(orbital, spin, swap_spin=False),
                 "You exchanged only the places. An electron takes its spin with it."),
            slip("half_forgotten", times(4),
                 "The odd part is half of Ψ minus the exchanged Ψ; without the half, what is odd already becomes "
                 "twice as long."),
            slip("root_half", times(2),
                 "Twice the probability: the odd part is one half of Ψ minus the exchanged Ψ, not 1/√2 of it; with "
                 "overlaps, one half of 1 − ⟨Ψ|exchanged Ψ⟩."),
            slip("both_odd",
                 lambda A, chi: np.sum(np.abs(A - A.T) ** 2) * np.sum(np.abs(chi - chi.T) ** 2) / 16,
                 "That is the weight where places and spins are both odd; two odd factors make an even state."),
            slip("odd_spin_alone",
                 lambda A, chi: np.sum(np.abs(A + A.T) ** 2) * np.sum(np.abs(chi - chi.T) ** 2) / 16,
                 "That is one half of it, even places with the singlet. Odd places with a triplet are odd as well."),
            slip("conjugated", _turned_weight,
                 "You conjugated when you exchanged. The exchange only lets the indices change places: A[j, i], not "
                 "its conjugate."),
            slip("not_squared", lambda orbital, spin: np.sqrt(np.abs(_pauli_weight(orbital, spin))),
                 "That is the length of the odd part. A probability is its square."),
        ),
        properties=(
            must("probability", lambda v, *case: np.all((np.real(v) > -1e-9) & (np.real(v) < 1 + 1e-9)),
                 "A weight is a probability: between zero and one."),
        ),
        meaning="An even orbital passes with the singlet only: two electrons in an s wave have no choice of spin.",
    ),
    Task(
        name="pair_commutator", title="How far a pair is from a boson", problem="1809267", points=3, minutes=20,
        textbook=(
            (
                np.array([0.6, 0.8]),
                np.array([[0, 0], [1, 0], [1, 0], [1, 1]]),
                np.array([[0, 0], [0, 0], [1, 0], [1, 1]]),
            ),
        ),
        draw=lambda rng, case: (
            rng.uniform(0.3, 0.7, 2) / np.array([1.0, rng.uniform(0.3, 0.6)]),
            np.array([[1, 0], [1, 1], [0, 1], [0, 0], [0, 0]]),
            np.array([[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]),
        ),
        reference=physics.boson_commutator,
        tolerance=1e-6, reason="the result is a sum of two squares with signs",
        hints=("Start with one level: what do b b† and b† b give on the empty level, with one electron, with two?",
               "Pairs on different levels commute, so only k = l is left of the double sum, with the weight g_k².",
               "On one level [b, b†] = 1 − n↑ − n↓: each electron on the level blocks it, whether or not its partner "
               "is there. Add this up with the weights g_k²/Σg²."),
        slips=(
            slip("only_pairs_block",
                 lambda phi, up, down: np.sum(phi**2 * (1 - 2 * up * down), axis=1) / np.sum(phi**2),
                 "A single electron on a level counts too: it blocks the pair, although there is none."),
            slip("full_levels_drop_out",
                 lambda phi, up, down: np.sum(phi**2 * (1 - up * down), axis=1) / np.sum(phi**2),
                 "You left out the levels that hold a pair. They count with the minus sign, and one electron makes a "
                 "level count nothing."),
            slip("one_spin", lambda phi, up, down: np.sum(phi**2 * (1 - up), axis=1) / np.sum(phi**2),
                 "Only one of the two spins blocks in your formula. Both electrons of the pair need their place."),
            slip("sign_of_occupation", lambda phi, up, down: np.sum(phi**2 * (1 + up + down), axis=1) / np.sum(phi**2),
                 "The sign of the occupation is turned round: Pauli takes away, he does not add."),
            slip("not_normalised", lambda phi, up, down: np.sum(phi**2 * (1 - up - down), axis=1),
                 "The pair's wave function is not normalised: divide by Σg²."),
            slip("not_squared", lambda phi, up, down: np.sum(phi * (1 - up - down), axis=1) / np.sum(phi),
                 "Probabilities are squares: a level enters with g², once from b and once from b†."),
            slip("one_product", lambda phi, up, down: (1 - up) * (1 - down) @ phi**2 / np.sum(phi**2),
                 "That is ⟨b b†⟩ alone. The commutator takes ⟨b† b⟩ away."),
            slip("anticommutator", lambda phi, up, down: ((1 - up) * (1 - down) + up * down) @ phi**2 / np.sum(phi**2),
                 "That is the anticommutator: b b† and b† b are added in it."),
            slip("order", times(-1),
                 "The order is turned round: [b, b†] begins with b b†, which is one on an empty level."),
            slip("true_boson", lambda phi, up, down: np.ones(len(up)),
                 "That would be a true boson, whatever is there already. Your pairs are made of electrons."),
        ),
        properties=(
            must("between_minus_one_and_one", lambda v, phi, up, down: np.all(np.abs(v) < 1 + 1e-9),
                 "It lies between minus one, all levels full, and one, all empty."),
            must("empty_is_one", lambda v, phi, up, down: np.all(np.abs(v[(up + down).sum(axis=1) == 0] - 1) < 1e-6),
                 "With no electrons present, the pair is exactly a boson."),
        ),
        meaning="Each electron that is already there takes away the share of the level it blocks: a pair is a boson "
                "only where all levels are empty.",
    ),
    Task(
        name="composite_boson_norm", title="Many pairs in one wave function", problem="1809267", points=4, minutes=25,
        textbook=((np.array([0.5, 0.5, 0.5, 0.5]), 2), (np.array([0.8, 0.48, 0.36]), 2)),
        draw=lambda rng, case: (
            (lambda phi: phi / np.linalg.norm(phi))(rng.uniform(0.1, 1.0, 6)),
            int(rng.integers(3, 5)),
        ),
        program=True,
        reference=_norm,
        tolerance=1e-6, reason="a finite sum of products",
        hints=("Multiply b†ⁿ out. Which products of n level operators vanish, and how often does each of the others "
               "occur?",
               "A set of n different levels occurs n! times, once for each order, so its amplitude is n! times the "
               "product of its g.",
               "Square, add over all sets (itertools.combinations), and divide by the n! of true bosons."),
        slips=(
            slip("true_bosons", lambda phi, n: 1.0, "That is what true bosons have. No level may be used twice here."),
            slip("orders_forgotten", lambda phi, n: _norm(phi, n) / factorial(n),
                 "You counted each set of levels once. It is reached in every order of its levels, and amplitudes "
                 "of equal states add up."),
            slip("not_divided", lambda phi, n: _norm(phi, n) * factorial(n),
                 "That is the squared length of b†ⁿ|vac⟩. Divide by what bosons would have."),
            slip("not_squared", lambda phi, n: factorial(n) * sum(np.prod(np.array(c)) for c in combinations(phi, n)),
                 "Probabilities are squares: the product of the g of a set must be squared."),
            slip("even_spread", lambda phi, n: np.prod(1 - np.arange(n) / len(phi)),
                 "That formula holds for a g spread evenly over all levels. Here each level has its own."),
            slip("two_pairs", lambda phi, n: np.prod(1 - np.arange(n) * np.sum(phi**4)),
                 "Right for two pairs. A third one meets the first two on levels that are not chosen independently: "
                 "list the sets of levels."),
            slip("one_pair_more", lambda phi, n: _norm(phi, n + 1), "That is one pair more than asked."),
        ),
        properties=(
            must("between_zero_and_one", lambda v, phi, n: np.all((v > 0) & (v <= 1 + 1e-9)),
                 "Pauli only takes away: the ratio to bosons is positive and not above one."),
        ),
        meaning="What is missing to one is Pauli's share: with few pairs on many levels nearly nothing, with as many "
                "pairs as levels nearly all.",
    ),
    Task(
        name="pair_number_probabilities", title="Multiply the BCS state out", problem="1981947", points=4, minutes=25,
        textbook=((np.array([0.96, 0.8, 0.6, 0.28]),),),
        draw=lambda rng, case: (_draw_v(rng),),
        reference=_probabilities,
        tolerance=1e-6, reason="a polynomial of a few factors",
        hints=("Write the product for two levels. Which terms have no pair, one pair, two pairs?",
               "Terms with pairs on different levels are different states: their probabilities are added, not their "
               "amplitudes.",
               "So P(n) is the coefficient of xⁿ in Π(u² + v²x). np.convolve multiplies polynomials; begin with no "
               "pair."),
        slips=(
            slip("amplitudes_added", lambda v: _added_first(v) ** 2,
                 "You added the amplitudes of different configurations and squared the sum. They are orthogonal "
                 "states: square first."),
            slip("not_squared", lambda v: _added_first(v),
                 "These are sums of amplitudes u and v. Probabilities have u² and v²."),
            slip("order", lambda v: _probabilities(v)[::-1],
                 "The order is turned round: v² is the chance that the level holds a pair, and the list begins with "
                 "no pair."),
            slip("binomial", lambda v: np.array([_binomial(len(v), n, np.mean(v**2)) for n in range(len(v) + 1)]),
                 "A binomial law would need the same v on all levels; each level has its own."),
            slip("electrons", lambda v: np.insert(_probabilities(v), np.arange(1, len(v) + 1), 0.0),
                 "You list electrons. The question counts pairs, one entry for each number of pairs."),
        ),
        properties=(
            must("not_negative", lambda v, levels: np.all(v >= 0), "A probability is not negative."),
            must("sum_is_one", lambda v, levels: abs(np.sum(v) - 1) < 1e-5,
                 "The probabilities of all numbers of pairs must add up to one."),
        ),
        meaning="One state, all numbers of pairs at once: a sum over metals of different charge, each with its own "
                "weight.",
    ),
    Task(
        name="projected_occupation", title="The part with exactly n pairs", problem="1981947", points=4, minutes=30,
        textbook=((np.array([0.96, 0.8, 0.6, 0.28]), 2),),
        draw=lambda rng, case: (_draw_v(rng), int(rng.integers(2, 4))),
        reference=_projected,
        tolerance=1e-6, reason="a finite sum over configurations",
        hints=("Keep of the multiplied state only the terms with n pairs. Which weight has each of them?",
               "A configuration weighs Πv² over its full levels times Πu² over its empty ones.",
               "Add the weights of the configurations in which level k is full, and divide by the weight of all "
               "with n pairs."),
        slips=(
            slip("whole_state", lambda v, n: v**2,
                 "That is the occupation in the whole BCS state. Keep only the terms with n pairs."),
            slip("scaled", lambda v, n: n * v**2 / np.sum(v**2),
                 "Scaling v² so that the sum is right is a guess. It may even exceed one: count the configurations."),
            slip("empty_levels_missing", lambda v, n: _projected(v, n, odds=lambda v: v**2),
                 "The empty levels are missing: each contributes u² to the weight of a configuration."),
            slip("not_squared", lambda v, n: _projected(v, n, odds=lambda v: v / np.sqrt(1 - v**2)),
                 "The weights are squares of amplitudes."),
            slip("not_normalised", lambda v, n: _projected(v, n) * _probabilities(v)[n],
                 "Not normalised: divide by the weight P(n) of the part you kept."),
        ),
        properties=(
            must("probability", lambda value, v, n: np.all((value > -1e-9) & (value < 1 + 1e-9)),
                 "An occupation lies between zero and one."),
            must("sum_is_n", lambda value, v, n: abs(np.sum(value) - n) < 1e-5,
                 "The part has exactly n pairs, so the occupations must add up to n."),
        ),
        meaning="The part of sharp number is nearly the same metal: a little sharper at the Fermi level, and paired "
                "all the same.",
    ),
    Task(
        name="number_moments", title="Not an eigenstate of the number", problem="1809292", points=3, minutes=20,
        textbook=((np.array([0.96, 0.8, 0.6, 0.28]),), (np.array([1.0, 1.0, 0.0, 0.0]),)),
        draw=lambda rng, case: (_draw_v(rng, 7),),
        reference=_moments,
        tolerance=1e-6, reason="two finite sums",
        hints=("Each level holds no electron or two. What are the mean and the mean square of one level?",
               "Levels are independent: for two different ones ⟨N_k N_l⟩ = ⟨N_k⟩⟨N_l⟩.",
               "One level has the mean 2v² and the variance 4u²v². So ⟨N²⟩ is ⟨N⟩² plus the sum of these variances. "
               "Test: with all v at 0 or 1 the two are equal."),
        slips=(
            slip("no_spread", lambda v: _moments(v, 0.0),
                 "That would be an eigenstate: no spread at all. Is it true for a level that is half full?"),
            slip("pairs", lambda v: _moments(v) / np.array([2, 4]),
                 "You count pairs. N is the number of electrons, two for each pair."),
            slip("independent_electrons", lambda v: _moments(v, 2.0),
                 "You let the two electrons of a level come and go independently. They come together or not at all."),
            slip("spread_of_pairs", lambda v: _moments(v, 1.0),
                 "⟨N⟩ is right. In the spread you let the number of a level change by one; a pair changes it by "
                 "two, and the square by four."),
            slip("not_squared", lambda v: _moments(np.sqrt(v)),
                 "v is an amplitude. The probability of a full level is its square."),
            slip("cross_terms_missing", lambda v: np.array([2 * np.sum(v**2), 4 * np.sum(v**2)]),
                 "The cross terms of different levels are missing in ⟨N²⟩."),
            slip("variance", lambda v: np.array([2 * np.sum(v**2), 4 * np.sum(v**2 * (1 - v**2))]),
                 "Your second number is the variance. The question asks for ⟨N²⟩ itself."),
        ),
        properties=(
            must("square_not_smaller", lambda value, v: value[1] >= value[0] ** 2 - 1e-9,
                 "⟨N²⟩ is never smaller than ⟨N⟩²."),
            must("order_and_bound", lambda value, v: 0 <= value[0] <= 2 * v.size + 1e-9,
                 "⟨N⟩ comes first, and no level holds more than two electrons."),
            must("sharp_where_full",
                 lambda N, v: np.any((v > 1e-9) & (v < 1 - 1e-9)) or abs(N[1] - N[0] ** 2) < 1e-6 * N[1],
                 "Where all levels are full or empty the number is sharp: then ⟨N²⟩ must be ⟨N⟩². Try it."),
        ),
        meaning="⟨N²⟩ exceeds ⟨N⟩² as soon as one level is neither full nor empty: the state has no definite number "
                "of electrons.",
    ),
    Task(
        name="width_exponent", title="How the width falls with size", problem="1096852", points=4, minutes=25,
        textbook=(
            (np.array([100, 200, 400, 800, 1600]), np.full(5, 0.2)),
            (np.array([100, 200, 400, 800, 1600]), 0.2 * np.array([1, 1 / 2, 1 / 4, 1 / 8, 1 / 16])),
            (np.array([100, 200, 400, 800, 1600]), np.array([0.2, 0.12, 0.15, 0.05, 0.06])),  # no law at all
        ),
        draw=_draw_sizes,
        reference=_width_exponent,
        tolerance=5e-3, reason="5e-3 forgives levels that begin exactly at −1 and end at 1; the law without sums and "
                               "fit is off by 1e-2 and more",
        hints=("From the task before you have ⟨N⟩ and the variance for any amplitudes v. Compute both for each size.",
               "v² = ½(1 − ξ/E), with E from the gap of that size. Put the M levels at the middles of M equal steps "
               "from −1 to 1.",
               "A power law is a straight line of logarithms: np.polyfit of ln(√variance/⟨N⟩) against ln⟨N⟩, and "
               "its slope."),
        slips=(
            slip("not_divided", lambda levels, gaps: _width_exponent(levels, gaps) + 1,
                 "That is the exponent of the width itself. Divide it by ⟨N⟩ before the fit."),
            slip("variance", times(2), "That is the exponent of the variance over ⟨N⟩². Take the root."),
            slip("sign", times(-1), "The sign is turned round: the relative width falls."),
            slip("fixed_gap", lambda levels, gaps: -0.5,
                 "Minus one half is the law for a gap that stays the same. Here each size has its own gap: fit it."),
            slip("endless_band",
                 lambda levels, gaps: -(1 + np.log(gaps[0] / gaps[-1]) / np.log(levels[-1] / levels[0])) / 2,
                 "That is the law for a band without ends, where ⟨δN²⟩ goes as the number of levels within Δ. At "
                 "these sizes the ends show: do the sums, then the fit."),
            slip("axes_exchanged", lambda levels, gaps: 1 / _width_exponent(levels, gaps),
                 "The axes are exchanged: the size is the variable, the width the result."),
        ),
        properties=(
            must("negative", lambda v, *case: np.all(v < 0),
                 "The relative width falls with the size: the exponent is negative."),
            must("within_bounds", lambda v, *case: np.all((v > -1.2) & (v < -0.3)),
                 "Too steep or too flat: a fixed gap and a gap that follows the level spacing are the two ends of "
                 "the range."),
        ),
        meaning="A fixed gap gives 1/√N; a gap that shrinks with the level spacing gives 1/N, for then the same few "
                "levels throw dice in every size.",
    ),
    Task(
        name="relative_number_width", title="How sharp is the number?", problem="1096852", points=3, minutes=15,
        textbook=((2e20, 1.55e-5), (1e4, 1e-4)),
        draw=lambda rng, case: (10 ** rng.uniform(4, 23), 10 ** rng.uniform(-5, -4)),
        reference=_number_width,
        tolerance=1e-3,
        reason="the weak-coupling formula is right to a part in 10⁷ here; 1e-3 forgives rounded constants",
        hints=("Turn the sum of 4u²v² into an integral over ξ with the density of states of one spin.",
               "∫Δ²/(ξ² + Δ²)dξ over all ξ is πΔ. What is the density of states of one spin in terms of N and E_F?",
               "So the variance is πN₀Δ, and in three dimensions N₀ = 3N/4E_F for one spin. Divide the root of the "
               "variance by N."),
        slips=(
            slip("inverse_root", lambda N, ratio: 1 / np.sqrt(N),
                 "1/√N has the right power but not the right size: only the levels within Δ of the Fermi level are "
                 "uncertain."),
            slip("both_spins", times(np.sqrt(2)),
                 "Both spins are counted in the density of states. A level is a pair of states, one of each spin."),
            slip("pairs", times(0.5),
                 "You used u²v² for a level: that is the variance of the number of pairs, with N electrons below it."),
            slip("variance", lambda N, ratio: _number_width(N, ratio) ** 2,
                 "That is the variance over N². Take the root."),
            slip("order_of_magnitude", lambda N, ratio: np.sqrt(ratio / N),
                 "The order of magnitude is right, but the numbers in front are missing: do the integral and count "
                 "the states."),
            slip("constant_density", lambda N, ratio: np.sqrt(np.pi / 2 * ratio / N),
                 "You took the density of states as constant down to the bottom of the band. In three dimensions it "
                 "grows as the root of the energy."),
            slip("not_divided", lambda N, ratio: _number_width(N, ratio) * N, "That is the width itself. Divide by N."),
        ),
        properties=(
            must("below_inverse_root", lambda v, N, ratio: np.all((v > 0) & (v < 1 / np.sqrt(N))),
                 "It is positive, and smaller than 1/√N, since most levels are certain."),
            must("right_powers", lambda v, N, ratio: 0.2 < v**2 * N / ratio < 20,
                 "About N Δ/E_F levels are uncertain, so the variance must be of this order: yours has another "
                 "power of N or of Δ/E_F."),
        ),
        meaning="In a piece one can hold, the number is sharp to a part in 10¹²: the state pays almost nothing for "
                "its phase.",
    ),
    Task(
        name="coherence_length", title="How large is a pair?", problem="1809313", points=2, minutes=15,
        textbook=((1.181, 2.03), (7.196, 1.82)),
        draw=lambda rng, case: (rng.uniform(0.3, 9.0), rng.uniform(0.5, 2.1)),
        reference=_two_lengths,
        tolerance=1e-2, reason="ħ = 1.05e-34 and a gap ratio of 1.76 together cost 6e-3, a plain sum for the second "
                               "number a few thousandths; the nearest slip is far",
        roundings=(
            rounded("ħ = 1.05e-34 J s", times(1.05 / 1.05457)),
            rounded("1.76", times(gap(0.0, 1.0) / 1.76)),
            rounded("0.18 of Pippard's length", times(0.18 * np.pi * gap(0.0, 1.0))),
            rounded("1.05e-34, 1.76 and 1.38e-23", times(1.05 / 1.05457 * gap(0.0, 1.0) / 1.76 * 1.380649 / 1.38)),
        ),
        hints=("The first: energies within Δ of the Fermi level mean wave numbers within Δ/ħv_F. How wide is a wave "
               "packet made of them? The second: what is the probability that the partner is between r and r + dr?",
               "ξ₀ = ħv_F/Δ(0), and the gap follows from the critical temperature by the universal ratio. The "
               "probability goes as 4πr²F², and sin² has the mean ½, so that K₀²(r/ξ₀) is left.",
               "Δ(0) = π e^(−γ) k_BTc with Euler's constant γ (np.euler_gamma). ħ is 0.658 meV·ps, k_B is 0.0862 "
               "meV/K, and 10⁶ m/s is 1000 nm/ps. For the second find with brentq the end of ∫ k0(s)² ds, from 0 on, "
               "at which quad gives π²/8, half of the whole; times ξ₀."),
        slips=(
            slip("pippard", times(1 / np.pi),
                 "That is Pippard's length, ħv_F/πΔ(0), which tables list. The question asks for ħv_F/Δ(0)."),
            slip("two_Delta", times(0.5), "You divided by 2Δ, the cost of a broken pair. The length has Δ."),
            slip("h_for_hbar", times(2 * np.pi), "h instead of ħ: a factor 2π too long."),
            slip("Tc_for_gap", times(gap(0.0, 1.0)),
                 "k_B Tc stands where the gap should be. They differ by the ratio of chapter 05."),
            slip("prefactor_of_Tc", times(gap(0.0, 1.0) * np.pi / (2 * np.exp(np.euler_gamma))),
                 "1.134 stands in the formula of Tc, before the cutoff. The gap is 1.764 k_BTc."),
            slip("kelvin_for_meV", times(kelvin / meV),
                 "The temperature stands where an energy in meV should be: k_B is missing."),
            slip("in_um", times(1e-3), "That is in µm; the question asks for nm."),
            slip("in_metres", times(1e-9), "That is in metres; the question asks for nm."),
            slip("in_angstrom", times(10), "That is in ångström; the question asks for nm."),
            slip("rms_size", lambda Tc, v_F: _two_lengths(Tc, v_F, 8**-0.5),
                 "The first length is right. The second is the root-mean-square distance; asked is the distance that "
                 "half of the partners do not exceed."),
            slip("mean_distance", lambda Tc, v_F: _two_lengths(Tc, v_F, 2 / np.pi**2),
                 "The first length is right. The second is the mean distance; asked is the distance that half of the "
                 "partners do not exceed."),
            slip("amplitude", lambda Tc, v_F: _two_lengths(Tc, v_F, _share_within(power=1)),
                 "The first length is right. For the second you added up the wave function; a probability goes as "
                 "its square."),
            slip("half_the_amplitude", lambda Tc, v_F: _two_lengths(Tc, v_F, _share_within(0.25)),
                 "The first length is right. Within your second distance a quarter of the partners are found, not "
                 "half of them."),
            slip("half_of_the_first", lambda Tc, v_F: _two_lengths(Tc, v_F, 0.5),
                 "The first length is right. Half of the partners are nearer than half of it: the wave function is "
                 "large at small distances."),
        ),
        properties=(
            must("in_range", lambda v, Tc, v_F: np.all((v > 0.1) & (v < 1e5)),
                 "Out of range for nanometres: a pair in a metal is far larger than an atom and far smaller than a "
                 "millimetre."),
            must("half_is_nearer", lambda v, Tc, v_F: v[1] < v[0],
                 "Nearly all of the probability lies within ħv_F/Δ(0), so that half of it must lie nearer."),
        ),
        meaning="Hundreds to thousands of atoms fit between the two electrons of a pair: nothing here looks like a "
                "molecule. And it has no sharp size: half of the partners are much nearer than the length in its name.",
    ),
    Task(
        name="pairs_inside_a_pair", title="Pairs within a pair, counted three ways", problem="1809275", points=4,
        minutes=25,
        textbook=((0.18, 2.03, 181.0),),
        draw=lambda rng, case: (rng.uniform(0.1, 1.4), rng.uniform(1.0, 2.1), rng.uniform(90.0, 190.0)),
        reference=_powers_of_ten,
        tolerance=1.5e-3, reason="ħ = 1.05e-34 shifts a power of ten by 0.006; a factor of two, by 0.3",
        roundings=(
            rounded("ħ = 1.05e-34 J s",
                    from_right(lambda powers: powers + np.array([3, 3, 1]) * np.log10(1.05 / 1.05457))),
        ),
        hints=("A number of pairs is a volume times a density of pairs. Which density, and which radius?",
               "The first two count all electrons, n/2 pairs, in spheres of radius ħv_F/Δ and ħv_F/πΔ.",
               "The third multiplies the second by Δ/E_F, with E_F = ħ²(3π²n)^(2/3)/2m; ħ²/2m is 38.1 meV·nm².",
               "A sphere of radius r holds 4πr³/3 times n/2 pairs; ħ is 0.658 meV·ps, and 10⁶ m/s is 1000 nm/ps. "
               "Return np.log10 of the three counts."),
        slips=(
            slip("counts", _counts, "Those are the counts. Return their powers of ten, the logarithms to base 10."),
            slip("natural_logarithm", lambda Delta, v_F, n: np.log(_counts(Delta, v_F, n)),
                 "Those are natural logarithms; powers of ten are asked."),
            slip("electrons", lambda Delta, v_F, n: _powers_of_ten(Delta, v_F, n, 2.0),
                 "You counted electrons. Two of them make a pair."),
            slip("diameter_for_radius", lambda Delta, v_F, n: _powers_of_ten(Delta, v_F, n, 1 / 8),
                 "You took the length as a diameter. Here it is the radius of the sphere."),
            slip("cube", lambda Delta, v_F, n: _powers_of_ten(Delta, v_F, n, 3 / (4 * np.pi)),
                 "That is a cube of this edge. The question asks for a sphere."),
            slip("spin_forgotten", lambda Delta, v_F, n: np.log10(_counts(Delta, v_F, n, spins=1)),
                 "The Fermi energy forgot the spin: two electrons fit into each state, so that k_F³ = 3π²n."),
            slip("energy_from_velocity", lambda Delta, v_F, n: (
                _powers_of_ten(Delta, v_F, n)[[0, 1, 1]]
                + np.array([0, 0, np.log10(2 * Delta * meV / (electron_mass * (v_F * SPEED) ** 2))])
            ),
                 "You took E_F from v_F. Take it from the density, as for free electrons; in a metal the two need "
                 "not agree."),
            slip("two_Delta", lambda Delta, v_F, n: _powers_of_ten(Delta, v_F, n, 1 / np.array([8, 8, 4])),
                 "2Δ stands where Δ should be, in the lengths and in the shell."),
            slip("first_two_exchanged", lambda Delta, v_F, n: _powers_of_ten(Delta, v_F, n)[[1, 0, 2]],
                 "The first two have changed places: the longer length holds more."),
            slip("radius_in_third", lambda Delta, v_F, n: _powers_of_ten(Delta, v_F, n, np.array([1, 1, np.pi**3])),
                 "In the third count the radius is ħv_F/Δ again. Only the share of the electrons should change."),
        ),
        properties=(
            must("many_overlap", lambda v, *case: np.all(v > 0),
                 "In every count of these metals many pairs overlap: check the powers of ten of your units."),
            must("not_too_many", lambda v, *case: np.all(v < 16),
                 "That is far more than a pair of these metals can hold. Check the units: ħ is 0.658 meV·ps, and "
                 "10⁶ m/s is 1000 nm/ps."),
            must("ratio_of_radii", lambda v, *case: abs(v[0] - v[1] - 3 * np.log10(np.pi)) < 0.01,
                 "The first two counts differ only by the cube of the ratio of their radii."),
            must("shell_holds_fewer", lambda v, *case: v[2] < v[1],
                 "The shell holds fewer electrons than the whole metal."),
        ),
        meaning="In aluminium six powers of ten lie between the counts, and yet all say one thing: the ground state "
                "is no gas of separate pairs.",
    ),
    Task(
        name="phase_overlap", title="Two phases, two states", points=3, minutes=20,
        textbook=((np.array([0.96, 0.8, 0.6, 0.28]), np.array([0.0, 0.5, 1.5, 3.0, 2 * np.pi])),),
        draw=lambda rng, case: (_draw_v(rng), rng.uniform(0.3, 6.0, 5)),
        reference=_overlap,
        tolerance=1e-5, reason="a product of a few factors",
        hints=("The overlap of two products is the product of the overlaps of their levels.",
               "One level gives u² + v²e^{iφ}: its empty parts meet with weight u², its full parts with v² and the "
               "phase.",
               "Take the absolute value of the complex product, for each phase of the array."),
        slips=(
            slip("phase_per_electron", lambda v, phase: _overlap(v, 2 * phase),
                 "φ is the phase of a pair. You gave it to each electron."),
            slip("not_absolute", lambda v, phase: np.prod(1 - v**2 + v**2 * np.exp(1j * phase)[:, None], axis=1),
                 "That is the overlap with its phase. Only its absolute value is asked."),
            slip("squared", lambda v, phase: _overlap(v, phase) ** 2,
                 "That is the squared overlap, a probability. The overlap itself is asked."),
            slip("real_part", lambda v, phase: np.abs(np.prod(1 - v**2 + v**2 * np.cos(phase)[:, None], axis=1)),
                 "Taking the real part level by level loses the interference. Multiply complex numbers, then take "
                 "the absolute value."),
            slip("gaussian", lambda v, phase: np.exp(-np.sum(v**2 * (1 - v**2)) * phase**2 / 2),
                 "The Gaussian holds for small φ only: it knows nothing of the return at 2π."),
            slip("not_squared",
                 lambda v, phase: np.prod(np.abs(np.sqrt(1 - v**2) + v * np.exp(1j * phase)[:, None]), axis=1),
                 "Amplitudes u and v stand where their squares should be: each state brings one factor."),
        ),
        properties=(
            must("between_zero_and_one",
                 lambda value, v, phase: np.all((np.abs(value) < 1 + 1e-9) & (np.real(value) > -1e-9)),
                 "The absolute overlap of two normalised states lies between zero and one."),
            must("whole_turn", lambda value, v, phase: np.all(np.abs(value[np.cos(phase) > 1 - 1e-12] - 1) < 1e-6),
                 "Without a phase, and after a whole turn, the state is the old one: there the overlap must be one."),
        ),
        meaning="Each level that is half full pulls the two states apart; a metal with many of them cannot be in two "
                "phases at once.",
    ),
    Task(
        name="condensed_pairs", title="A macroscopic number in one state", points=3, minutes=20,
        textbook=(
            (amplitudes(np.linspace(-1, 1, 20), 0.3)[1],),
            (amplitudes(np.linspace(-1, 1, 80), 0.3)[1],),
        ),
        draw=lambda rng, case: (amplitudes(np.linspace(-1, 1, int(rng.integers(20, 60))), rng.uniform(0.2, 0.6))[1],),
        reference=lambda v: np.linalg.eigvalsh(_pair_matrix(v))[-1],
        tolerance=1e-5,
        reason="a few hundred steps of the power method reach it; the sum Σu²v² alone is off by a per cent or more",
        hints=("Which numbers does ⟨b†_k b_l⟩ hold on its diagonal and beside it? The levels are independent.",
               "On the diagonal it counts the pairs on a level, v²; beside it b†_k needs an amplitude u v from each "
               "of the levels.",
               "So the matrix is np.outer(u * v, u * v) with v² put on its diagonal (np.fill_diagonal). "
               "np.linalg.eigvalsh gives the eigenvalues in rising order: take the last."),
        slips=(
            slip("huge_metal", lambda v: np.sum(v**2 * (1 - v**2)),
                 "That is the sum of u²v², the right answer for a huge metal. Your matrix has a diagonal of its own."),
            slip("trace", lambda v: np.sum(v**2),
                 "That is the trace, the number of all pairs. How many of them share one state?"),
            slip("order_parameter", lambda v: np.sum(v * np.sqrt(1 - v**2)),
                 "That is Σ⟨b⟩, the order parameter Δ over V, a sum of amplitudes. The number of pairs in one state "
                 "is an eigenvalue."),
            slip("empty_diagonal", lambda v: np.linalg.eigvalsh(_pair_matrix(v) - np.diag(v**2))[-1],
                 "Your matrix has nothing on its diagonal. There it counts the pairs on each level."),
            slip("second_largest", lambda v: np.linalg.eigvalsh(_pair_matrix(v))[-2],
                 "That is the second largest eigenvalue, of an ordinary state."),
            slip("electrons", times(2), "You counted electrons. The question counts pairs."),
            slip("diagonal_doubled",
                 lambda v: np.linalg.eigvalsh(np.diag(v**2) + np.outer(v * np.sqrt(1 - v**2), v * np.sqrt(1 - v**2)))[
                     -1
                 ],
                 "The diagonal has u²v² on top of v². A pair put back on its own level is simply counted."),
            slip("fullest_level", lambda v: np.max(v**2),
                 "That is the fullest level. The matrix has elements beside the diagonal, and they matter."),
        ),
        properties=(
            must("between_bounds", lambda value, v: np.all((value > np.max(v**2)) & (value < np.sum(v**2))),
                 "It must lie between the largest element of the diagonal and the trace, which counts all pairs."),
        ),
        meaning="This number grows with the metal, all other eigenvalues stay below one: that is the condensate, "
                "without any boson.",
    ),
)

QUESTIONS = (
    Question(
        name="in_what_sense_bosons", title="In what sense do pairs condense like bosons?", minutes=10,
        rubric=(
            (1, "integer spin: pairs on different levels commute, so they change places without a sign"),
            (1, "on one level Pauli still acts: [b, b†] = 1 − n↑ − n↓; in a metal its mean is far from +1: nearly "
                "−1 for g ∝ v/u, the function of all pairs, nearly 0 for F = uv, that of the condensed ones (one of "
                "the two is enough)"),
            (1, "yet one pair state holds a number of pairs that grows with the metal (largest eigenvalue, or "
                "off-diagonal order)"),
            (1, "so there is no gas of pairs that condenses later: in a metal pairs and condensate appear together"),
        ),
    ),
)


def _binomial(M, n, p):
    return factorial(M) / factorial(n) / factorial(M - n) * p**n * (1 - p) ** (M - n)
