"""Chapter 04: new fermions, the blurred step, what breaks a pair, how fast its pieces run, and where states went."""

import numpy as np
from scipy.special import k1

from ... import limits
from ... import spectrum as physics
from ...units import kelvin, metre, meV, nm, second, speed_of_light
from ..tasks import Question, Task, must, rounded, slip, times

SPEED = 1e6 * metre / second  # the usual unit of a Fermi velocity
PER_MICROMETRE = 1e-3 / nm
HC = 2 * np.pi * speed_of_light / (1e-3 * metre) / meV  # meV mm


# ---- new fermions -------------------------------------------------------------------------------------------


def _anticommutators(M, adjoint=np.conj):
    """{γ₀, γ₀†}, {γ₁, γ₁†} and {γ₀, γ₁}: the diagonal of M M†, and what stands beside it."""
    gram = M @ adjoint(M).T
    return np.array([gram[0, 0], gram[1, 1], gram[0, 1]])


def _rotation(g, size=1.0, second_row=np.conj, first_row=lambda g: g):
    """[[u, −v], [v*, u]] with v = g u and u = size/√(1 + |g|²)."""
    return size / np.hypot(1, abs(g)) * np.array([[1, -first_row(g)], [second_row(g), 1]])


def _annihilates(value, g):
    """γ₀ and γ₁ leave nothing of |0⟩ + g|↑↓⟩."""
    return np.allclose([value[0, 0] * g + value[0, 1], value[1, 0] - value[1, 1] * np.conj(g)], 0, atol=1e-5)


def _unitary(value, g):
    return np.allclose(value @ value.conj().T, np.eye(2), rtol=0, atol=1e-5)


# ---- the blurred step ---------------------------------------------------------------------------------------


def _edge(p):
    """ξ/Δ where v² = p."""
    return (1 - 2 * p) / (2 * np.sqrt(p * (1 - p)))


def _width(p, Delta, v_F, distance=lambda p: 2 * _edge(p)):
    """The distance in meV, and in wave numbers per µm."""
    energy = distance(p) * Delta * meV
    return np.array([energy / meV, energy / (v_F * SPEED) / PER_MICROMETRE])


def _temperature(p, gap_over_Tc=limits.GAP_OVER_TC):
    return gap_over_Tc * _edge(p) / np.log(1 / p - 1)


# ---- what breaks a pair -------------------------------------------------------------------------------------


def _cheapest(mu, Delta):
    """Twice the smallest √(ξ² + Δ²), with ξ >= −μ."""
    return 2 * physics.quasiparticle_energy(np.minimum(mu, 0.0), Delta)


def _in_quanta(wavelength, Delta):
    """hf/2Δ."""
    return HC / wavelength / (2 * Delta)


def _draw_light(rng, case):
    Delta = rng.uniform(0.15, 1.5)
    pairs = np.array([0, 1, rng.integers(2, 6), rng.integers(20, 40)])
    return HC / (2 * Delta) / (pairs + rng.uniform(0.55, 0.8, 4)), Delta


# ---- how fast, and how many ---------------------------------------------------------------------------------


def _velocity(k, ratio):
    return physics.group_velocity(k**2 - 1, ratio, 1.0) * k


def _energy(speed, Delta):
    return Delta / np.sqrt(1 - speed**2)


def _in_bins(edges, Delta):
    return np.diff(physics.number_of_states(edges, Delta)) / np.diff(edges)


def _at_centres(edges, Delta):
    centre = (edges[1:] + edges[:-1]) / 2
    return np.where(centre > Delta, centre / np.sqrt(np.maximum(centre**2 - Delta**2, 1e-12)), 0)


def _returned(E):
    return physics.number_of_states(E, 1.0) - (E - 1)


# ---- a gap that varies, and heat ----------------------------------------------------------------------------


def _levels(h, Delta):
    """Singular values of h + iΔ: the matrix [[h, Δ], [Δ, −h]] seen along its chiral symmetry."""
    return np.sort(np.linalg.svd(h + 1j * np.diag(Delta), compute_uv=False))


def _mirrored(h, Delta, hole=-1):
    return np.linalg.eigvalsh(np.block([[h, np.diag(Delta)], [np.diag(Delta), hole * h]]))


def _chain(onsite, hopping=-1.0):
    step = hopping * np.ones(len(onsite) - 1)
    return np.diag(np.asarray(onsite, float)) + np.diag(step, 1) + np.diag(step, -1)


def _draw_chain(rng, case, sites=6):
    sign = np.where(np.arange(sites) < rng.integers(2, sites - 1), 1.0, -1.0)
    return _chain(rng.uniform(-0.5, 0.5, sites)), sign * rng.uniform(0.3, 0.8, sites)


def _thermal(T, Delta, N0, sign=-1.0):
    """4N₀Δ Σ (−1)^(n+1) K₁(nΔ/T), the Fermi function as a geometric series; T in mK. With sign = 1 that of Bose."""
    n = np.arange(1, 61)
    return 4 * N0 * Delta * np.sum(sign ** (n + 1) * k1(n * Delta / _in_meV(T)))


def _in_meV(T):
    return T * 1e-3 * kelvin / meV


def _draw_warm(rng, case):
    Delta = rng.uniform(0.1, 1.4)
    ratio = rng.uniform(2.0, 4.0) if case == 0 else rng.uniform(5.0, 22.0)  # a warm one tells Fermi from Bose
    return Delta / ratio / (1e-3 * kelvin / meV), Delta, rng.uniform(0.8, 3.0) * 1e7


# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
    Task(
        name="bogoliubov_anticommutators", title="Which mixtures are fermions?", problem="1096844", points=3,
        minutes=20,
        textbook=(
            (np.array([[0.8, -0.6], [0.6, 0.8]]),),
            (np.array([[0.8, 0.6], [0.6, 0.8]]),),
            (np.array([[1.2, -0.5], [0.5, 1.2]]),),
        ),
        draw=lambda rng, case: (rng.normal(size=(2, 2)) + 1j * rng.normal(size=(2, 2)),),
        reference=_anticommutators,
        tolerance=1e-6, reason="sums of two products: nothing but rounding",
        hints=("An anticommutator of two sums is the sum of the anticommutators of their terms. Which of those that "
               "occur here are not zero?",
               "Of {c↑, c↑†} = 1, {c↓†, c↓} = 1 and the mixed ones only the first two. And the † of a number times an "
               "operator conjugates the number.",
               "So {γ₀, γ₀†} = |M₀₀|² + |M₀₁|². The second row of M gives γ₁†; γ₁ itself is M₁₀* c↑† + M₁₁* c↓.",
               "{γ₁, γ₁†} is the same for the second row, and {γ₀, γ₁} = M₀₀ M₁₀* + M₀₁ M₁₁*: these are elements of M "
               "M†."),
        slips=(
            slip("not_conjugated", lambda M: _anticommutators(M, adjoint=lambda A: A),
                 "The † conjugates the coefficients. For real ones nothing happens, for complex ones it counts."),
            slip("minus_inside", lambda M: np.array([
                (np.abs(M) ** 2 @ [1, -1])[0], (np.abs(M) ** 2 @ [1, -1])[1], M[0] @ (M[1].conj() * [1, -1])]),
                 "A minus stands between the terms, where {c↓†, c↓} is as much +1 as {c↑, c↑†}. Anticommutators do not "
                 "ask which of the two operators stands first."),
            slip("second_row_undaggered", lambda M: _anticommutators(M) * [1, 1, 0],
                 "Your third one always vanishes, since both of its operators, c↑ and c↓†, anticommute with c↑ and "
                 "c↓†. The second row of M is γ₁†; γ₁ is its †."),
            slip("third_conjugated", lambda M: np.array([*_anticommutators(M)[:2], M[1] @ M[0].conj()]),
                 "The third one is conjugated: that is {γ₀†, γ₁†}. Which of your operators is the daggered one?"),
            slip("third_not_conjugated", lambda M: np.array([*_anticommutators(M)[:2], M[0] @ M[1]]),
                 "In the third one nothing is conjugated. The second row of M is γ₁†, and γ₁ has its coefficients "
                 "conjugated."),
            slip("columns_for_rows", lambda M: _anticommutators(M.conj().T),
                 "Those are the elements of M†M, built from the columns. Each new operator is a row of M."),
            slip("halved", times(0.5), "An anticommutator is AB + BA, without a half."),
            slip("imaginary_part_lost", lambda M: _anticommutators(M).real,
                 "An imaginary part got lost. With complex coefficients {γ₀, γ₁} may be complex."),
            slip("size_of_the_third", lambda M: np.abs(_anticommutators(M)),
                 "Of the third one you gave the absolute value. It is a number with a sign, and may be complex."),
            slip("roots", lambda M: np.array([*np.sqrt(np.abs(_anticommutators(M)[:2])), _anticommutators(M)[2]]),
                 "The first two are lengths of the rows, with a root. The anticommutator is the square of the length."),
            slip("assumed_fermions", lambda M: np.array([1.0, 1.0, 0.0]),
                 "So it should be for fermions. But M is any matrix here: what do the anticommutators come out as?"),
        ),
        properties=(
            must("first_two_positive", lambda v, M: np.all(np.abs(v[:2].imag) < 1e-6) and np.all(v[:2].real > 0),
                 "AA† + A†A cannot be negative, whatever A is: the first two must be positive numbers. (Do they "
                 "stand in the order of the question?)"),
        ),
        meaning="All anticommutators together are M M†. Fermions come out where M is unitary: that is u² + v² = 1, "
                "and the minus sign.",
    ),
    Task(
        name="rotation_from_amplitude", title="The transformation that belongs to a pair", problem="1096844", points=3,
        minutes=20,
        textbook=((0.75,), (-2.0,), (1.0 + 0.5j,)),
        draw=lambda rng, case: (complex(rng.uniform(0.3, 3.0) * np.exp(1j * rng.uniform(0.4, 2.7))),),
        reference=_rotation,
        tolerance=1e-6, reason="a square root and a few products",
        hints=("Let γ₀ = u c↑ − v c↓† act on |0⟩ + g|↑↓⟩. Both terms lead to the same state with one electron: when "
               "do they cancel?",
               "With c↑ c↑†c↓†|0⟩ = c↓†|0⟩ the cancellation says what v/u is. The length of the row then follows "
               "from {γ₀, γ₀†} = 1.",
               "The first row is a multiple of (1, −g). The second row must have the same length and be orthogonal "
               "to the first, in the sense of complex vectors: M M† = 1. So it is a multiple of (g*, 1)."),
        slips=(
            slip("sign_of_pair", lambda g: _rotation(-g),
                 "Your quasiparticles have |0⟩ − g|↑↓⟩ as their vacuum: a sign is lost where c↑ or c↓ acts on the "
                 "pair."),
            slip("rows_not_orthogonal", lambda g: _rotation(g, second_row=lambda g: g),
                 "For a complex g your two rows are not orthogonal: {γ₀, γ₁} is not zero. What stands in the second "
                 "row when M M† = 1?"),
            slip("conjugate_in_wrong_row", lambda g: _rotation(np.conj(g)),
                 "The conjugate stands in the wrong row: your vacuum is |0⟩ + g*|↑↓⟩."),
            slip("not_normalised", lambda g: _rotation(g, size=np.hypot(1, abs(g))),
                 "The vacuum is right, but the anticommutators are not one: the rows must be normalised."),
            slip("norm_squared", lambda g: _rotation(g, size=1 / np.hypot(1, abs(g))),
                 "You divided by 1 + |g|². That is the square of the row's length."),
            slip("lost_minus", lambda g: _rotation(g, second_row=lambda g: -np.conj(g)),
                 "Both off-diagonal elements have the same sign, so {γ₀, γ₁} is not zero: the lost minus of chapter "
                 "04."),
            slip("u_over_v", lambda g: _rotation(1 / g),
                 "g is the amplitude of the full state over that of the empty one: v/u, not u/v."),
        ),
        properties=(
            must("unitary", _unitary,
                 "Put your M into task 1: its anticommutators are not those of fermions. M M† must be 1."),
            must("annihilates_the_state", _annihilates,
                 "These are fermions, but not both of them annihilate the state. Let each act on |0⟩ + g|↑↓⟩, with "
                 "a complex g."),
            must("phases_fixed",
                 lambda value, g: np.all(np.abs(np.diag(value).imag) < 1e-6) and np.all(np.diag(value).real > 0),
                 "Nearly: the question also fixes two phases. The diagonal of M is real and positive."),
        ),
        meaning="One number g decides everything: the vacuum of the new fermions is the pair state, and normalised "
                "rows are u² + v² = 1.",
    ),
    Task(
        name="step_width", title="How wide is the step?", problem="1096918", points=3, minutes=20,
        textbook=((0.25, 0.18, 2.03), (0.1, 1.38, 1.83)),
        draw=lambda rng, case: (rng.uniform(0.02, 0.35), rng.uniform(0.1, 1.5), rng.uniform(1.0, 2.1)),
        reference=_width,
        tolerance=6e-3, reason="ħ = 1.05e-34 shifts the wave number by 4e-3; every slip is far larger",
        roundings=(rounded("ħ = 1.05e-34 J s", times(np.array([1, 1.05457 / 1.05]))),),
        hints=("Solve v² = p for ξ: it is an equation for ξ/E first.",
               "ξ/E = 1 − 2p. If the ratio ξ/√(ξ² + Δ²) is the cosine of an angle, ξ/Δ is its cotangent. The level 1 "
               "− p lies on the other side of the Fermi level.",
               "So ξ/Δ = c/√(1 − c²) with c = 1 − 2p, and the distance is twice that ξ. Near the Fermi level ξ = "
               "ħv_F(k − k_F). ħ is 0.658 meV·ps, and 10⁶ m/s is 1 µm/ps."),
        slips=(
            slip("one_side", times(0.5),
                 "That is the distance from the Fermi level to one of the two places. The step has two sides."),
            slip("two_Delta", times(2), "2Δ stands where Δ should be: in E the gap is counted once."),
            slip("sign", times(-1),
                 "The occupation falls with ξ: give the distance between the two places as a positive number."),
            slip("not_squared", lambda p, D, v: _width(p, D, v, lambda p: _edge(p**2) - _edge((1 - p) ** 2)),
                 "You asked where the amplitude v passes p. The occupation is its square."),
            slip("xi_for_energy", lambda p, D, v: _width(p, D, v, lambda p: 2 * (1 - 2 * p)),
                 "1 − 2p is ξ/E, not ξ/Δ: E contains ξ as well."),
            slip("order_of_magnitude", lambda p, D, v: _width(p, D, v, lambda p: 1.0),
                 "“About Δ” is the right size. Here the width is asked between two definite occupations."),
            slip("thermal_step", lambda p, D, v: _width(p, D, v, lambda p: 2 * np.log(1 / p - 1)),
                 "That is a thermal step, with Δ for the temperature. Pairing makes another curve, with longer tails."),
            slip("h_for_hbar", lambda p, D, v: _width(p, D, v) / np.array([1, 2 * np.pi]),
                 "The energy is right. In the wave number, h stands for ħ."),
            slip("per_nm", lambda p, D, v: _width(p, D, v) * np.array([1, 1e-3]),
                 "The energy is right. The wave number is in 1/nm; the question asks for 1/µm."),
            slip("per_metre", lambda p, D, v: _width(p, D, v) * np.array([1, 1e6]),
                 "The energy is right. The wave number is in 1/m; the question asks for 1/µm."),
        ),
        properties=(
            must("positive", lambda w, p, D, v: np.all(w > 0), "Both widths are distances: positive numbers."),
            must("same_step", lambda w, p, D, v: abs(w[0] / w[1] / (0.6582 * v) - 1) < 0.01,
                 "The two widths are the same step: their ratio is ħv_F. Check the units of the second."),
        ),
        meaning="In aluminium a step of some tenths of a meV, and of a tenth of an inverse micrometre: a "
                "hundred-thousandth of k_F.",
    ),
    Task(
        name="equally_blurred_temperature", title="How warm a normal metal is as blurred", problem="1096918", points=3,
        minutes=20,
        textbook=((np.array([0.4, 0.25, 0.1, 0.01]),),),
        draw=lambda rng, case: (np.sort(rng.uniform(0.005, 0.45, 4))[::-1].copy(),),
        reference=_temperature,
        tolerance=3e-3, reason="the universal gap ratio to three digits",
        roundings=(
            rounded("1.76", times(1.76 / limits.GAP_OVER_TC)), rounded("3.53/2", times(1.765 / limits.GAP_OVER_TC)),
        ),
        hints=("Where does a Fermi function of temperature T pass p, and where 1 − p? Compare with the same two "
               "places of v².",
               "The Fermi function takes 2T ln((1 − p)/p) from 1 − p to p. Set it equal to the width of v².",
               "The width of v² is that of the task before: 2Δ(0) c/√(1 − c²) with c = 1 − 2p. Solve for T and "
               "insert Δ(0) = π e^(−γ) k_BTc with Euler's constant γ (np.euler_gamma)."),
        slips=(
            slip("over_gap", lambda p: _temperature(p, 1.0), "That is T over Δ(0). The question asks for T over Tc."),
            slip("one_side_against_two", times(2),
                 "Too hot by a factor of two. Either the universal ratio was that of 2Δ(0), or the whole of one "
                 "step was compared with one side of the other."),
            slip("two_sides_against_one", times(0.5),
                 "Too cold by a factor of two: one side of v² was compared with both sides of the Fermi function."),
            slip("slopes", lambda p: limits.GAP_OVER_TC / 2 + 0 * p,
                 "You compared the slopes at the Fermi level. They agree at this temperature, but the widths asked "
                 "for reach further out, and depend on p."),
            slip("upside_down", lambda p: 1 / _temperature(p), "Upside down: T over Tc is asked."),
            slip("energy_for_temperature", lambda p: limits.GAP_OVER_TC * _edge(p),
                 "That is where v² passes p, in units of Tc. What does the Fermi function need to get there?"),
            slip("decimal_logarithm", lambda p: np.log(10) * _temperature(p),
                 "A logarithm to base 10 has slipped in; the Fermi function has e."),
        ),
        properties=(
            must("positive", lambda t, p: np.all(t > 0), "A temperature is positive."),
            must("falls_outward", lambda t, p: np.all(np.diff(t[np.argsort(-p)]) > 0),
                 "v² has tails that fall like a power, the Fermi function like an exponential. So the further out "
                 "one compares (the smaller p), the hotter the metal must be."),
        ),
        meaning="In its middle the step of the coldest superconductor is that of the normal metal near Tc; its tails "
                "no temperature can imitate.",
    ),
    Task(
        name="pair_breaking_energy", title="What it costs to break a pair", problem="1809270", points=3, minutes=20,
        textbook=((np.array([5.0, 0.3, -0.5, -1.5]), 1.0),),
        draw=lambda rng, case: (
            np.append(rng.uniform(0.2, 4.0, 2), -rng.uniform(0.2, 3.0, 2)),
            rng.uniform(0.3, 2.0),
        ),
        reference=_cheapest,
        tolerance=1e-4, reason="a closed form; a minimum over a fine grid of k is as good",
        hints=("A pair that breaks leaves two quasiparticles. What is the cheapest place for each of them?",
               "Which values can ξ = ħ²k²/2m − μ take when k may be anything? Is zero among them?",
               "For μ ≥ 0 the smallest |ξ| is zero. For negative μ it is |μ|, at the bottom of the band: "
               "np.minimum(mu, 0) covers both. The energy is twice √(ξ² + Δ²) there."),
        slips=(
            slip("one_quasiparticle", times(0.5), "That is the energy of one quasiparticle. A broken pair leaves two."),
            slip("always_two_Delta", lambda mu, D: 2 * D + 0 * mu,
                 "Right while there is a Fermi surface. When μ lies below the band no k has ξ = 0."),
            slip("always_at_zero_k", lambda mu, D: 2 * np.hypot(mu, D),
                 "That is at k = 0 for every μ. Where μ lies inside the band there are cheaper places."),
            slip("added_without_root", lambda mu, D: 2 * D - 2 * np.minimum(mu, 0.0),
                 "ξ and Δ do not simply add: the energy is √(ξ² + Δ²)."),
            slip("sign_of_mu", lambda mu, D: _cheapest(-mu, D),
                 "The sign of μ is turned round: a positive μ lies inside the band."),
            slip("gap_doubled_inside", lambda mu, D: np.hypot(np.minimum(mu, 0.0), 2 * D),
                 "Double the energy of a quasiparticle, not the gap in it."),
            slip("mu_taken_away", lambda mu, D: np.where(mu > 0, 2 * D, 2 * (np.hypot(mu, D) - mu)),
                 "For negative μ you took μ away from each energy, as if the two fermions left the gas. They stay, "
                 "and E is counted from μ already."),
        ),
        properties=(
            must("constant_inside_band", lambda E, mu, D: np.ptp(E[mu > 0]) < 1e-3 * D,
                 "As long as μ lies inside the band, some k has ξ = 0: the threshold cannot depend on μ there."),
            must("rises_below_band", lambda E, mu, D: np.max(E[mu > 0]) <= np.min(E[mu < 0]),
                 "It becomes dearer, not cheaper, when μ sinks below the band."),
        ),
        meaning="With a Fermi surface a pair costs 2Δ and nothing else matters; without one the gap in the spectrum "
                "and Δ are two different things.",
    ),
    Task(
        name="quasiparticles_from_light", title="One photon, how many quasiparticles?", problem="1809270", points=3,
        minutes=20,
        textbook=((np.array([5.0, 2.0, 1.0, 0.1]), 0.18),),
        draw=_draw_light,
        reference=lambda wavelength, Delta: 2 * np.floor(_in_quanta(wavelength, Delta)),
        tolerance=1e-3, reason="whole numbers; hc to three digits does not move any of them across a step",
        hints=("What is the smallest portion in which the energy can be spent, if light can neither bring nor take "
               "away an electron?",
               "Every portion is one broken pair. How many whole ones fit into hc/λ, and how many quasiparticles are "
               "that?",
               "A portion costs 2Δ and gives two quasiparticles. hc is 1.240 meV·mm. np.floor rounds down."),
        slips=(
            slip("pairs", times(0.5), "Those are the broken pairs. Each leaves two quasiparticles."),
            slip("odd_numbers", lambda w, D: np.floor(2 * _in_quanta(w, D)),
                 "Some of your numbers are odd. Light brings no electron, so quasiparticles come in twos."),
            slip("fractions", lambda w, D: 2 * _in_quanta(w, D),
                 "There are no fractions of a quasiparticle: how many whole pairs can be broken?"),
            slip("rounded_to_nearest", lambda w, D: 2 * np.round(_in_quanta(w, D)),
                 "You rounded to the nearest number. A pair that is nearly paid for is not broken: round down."),
            slip("one_Delta_a_pair", lambda w, D: 2 * np.floor(2 * _in_quanta(w, D)),
                 "You found room for twice as many: Δ is what one quasiparticle costs, and a broken pair leaves two."),
            slip("four_Delta", lambda w, D: 2 * np.floor(_in_quanta(w, D) / 2),
                 "Your energy is shared out in portions of 4Δ. How much do two quasiparticles cost?"),
            slip("hbar_for_h", lambda w, D: 2 * np.floor(_in_quanta(w, D) / (2 * np.pi)),
                 "ħ stands where h should be: a photon of wavelength λ has the energy hc/λ."),
            slip("first_step_only", lambda w, D: np.where(_in_quanta(w, D) > 1, 2.0, 0.0),
                 "That is the first step only. If the photon brings much more, the two fast quasiparticles can "
                 "break further pairs while they slow down."),
        ),
        properties=(
            must("whole", lambda n, w, D: np.all(np.abs(np.real(n) - np.round(np.real(n))) < 1e-9),
                 "A number of quasiparticles is a whole number."),
            must("even", lambda n, w, D: np.all(np.round(np.real(n)) % 2 == 0),
                 "Light brings no electron, so whether the number of electrons is even cannot change: "
                 "quasiparticles come in twos."),
            must("some_break", lambda n, w, D: np.any(np.real(n) > 0),
                 "You find none at all, but the shortest of these waves does break pairs. Check the units: meV and "
                 "mm."),
            must("energy_conserved", lambda n, w, D: np.all(np.real(n) * D <= 1.01 * HC / w),
                 "Energy is not conserved: each quasiparticle has at least Δ, and together yours have more than the "
                 "photon brought. Check the units, meV and mm."),
            must("falls_with_wavelength", lambda n, w, D: np.all(np.diff(np.real(n)[np.argsort(w)]) <= 0),
                 "The longer the wave, the less energy in the photon, and the fewer quasiparticles."),
        ),
        meaning="Below 2Δ a superconductor is dark at T = 0; far above, a single photon makes thousands of "
                "quasiparticles, and a detector counts them.",
    ),
    Task(
        name="quasiparticle_velocity", title="Against its own momentum", problem="1766611", points=3, minutes=15,
        textbook=((np.array([0.3, 0.8, 0.97, 1.01, 1.05, 1.5]), 0.1),),
        draw=lambda rng, case: (
            np.sort(np.append(rng.uniform(0.3, 0.95, 3), rng.uniform(1.05, 1.7, 3))),
            rng.uniform(0.05, 0.6),
        ),
        reference=_velocity,
        tolerance=1e-3, reason="a central difference with any step up to k_F/1000 is good to 3e-4 here",
        hints=("The chain rule: dE/dk = (dE/dξ)(dξ/dk).",
               "dE/dξ follows from E² = ξ² + Δ², and dξ/dk is ħ times the velocity of a free electron, which depends "
               "on k.",
               "dE/dξ is ξ/E. With k in units of k_F and energies in E_F, ξ is k² − 1, Δ is the given ratio, and the "
               "velocity of a free electron is k in units of v_F. Multiply the two."),
        slips=(
            slip("constant_free_velocity", lambda k, r: _velocity(k, r) / k,
                 "The free velocity is ħk/m, not v_F everywhere: these k are not all near k_F."),
            slip("in_energy_over_k", times(2),
                 "That is dE/dk in units of E_F/k_F. In units of v_F it is half of it, since v_F is 2E_F/ħk_F."),
            slip("always_positive", lambda k, r: np.abs(_velocity(k, r)),
                 "Below k_F the energy falls when k grows. The velocity has a sign there."),
            slip("free_electron", lambda k, r: 1.0 * k,
                 "That is the velocity of a free electron. Pairing changes the slope of the energy."),
            slip("linear_xi", lambda k, r: k * (k - 1) / np.hypot(k - 1, r / 2),
                 "You took ξ as a straight line about k_F. Away from it the parabola bends: ξ/E_F is k² − 1."),
            slip("phase_velocity", lambda k, r: np.hypot(k**2 - 1, r) / (2 * k),
                 "That is E/ħk, the velocity of the phase. A packet moves with dE/dk."),
            slip("coarse_gradient", lambda k, r: np.gradient(np.hypot(k**2 - 1, r), k) / 2,
                 "The points given are too far apart for np.gradient: the energy bends within Δ/ħv_F. Differentiate "
                 "the formula, or take a small step of your own."),
            slip("Delta_over_E", lambda k, r: k * r / np.hypot(k**2 - 1, r),
                 "Δ/E is 2uv, which is largest at k_F. The slope of E there is zero: which of ξ and Δ varies with k?"),
            slip("halved", times(0.5),
                 "Too small by a factor of two. A 2 comes out of ξ² under the root and another out of k²: is one of "
                 "them lost?"),
        ),
        properties=(
            must("changes_sign_at_kF", lambda v, k, r: np.all(v[k < 0.99] < 0) and np.all(v[k > 1.01] > 0),
                 "The energy is smallest at k_F: it falls before and rises after, and so does the sign of its slope."),
            must("not_faster_than_free", lambda v, k, r: np.all(np.abs(v) < k),
                 "Pairing only slows down: no quasiparticle is faster than the free electron with the same k."),
        ),
        meaning="A quasiparticle below k_F runs against its own momentum, as a hole does; at k_F it stands still.",
    ),
    Task(
        name="energy_at_speed", title="A mass at rest", problem="1766611", points=2, minutes=15,
        textbook=((np.array([0.0, 0.5, 0.9, 0.99]), 0.18),),
        draw=lambda rng, case: (np.sort(rng.uniform(0.2, 0.98, 4)), rng.uniform(0.1, 1.5)),
        reference=_energy,
        tolerance=1e-4, reason="a closed form",
        hints=("v_g/v_F = ξ/E, and E² = ξ² + Δ². Which of the three quantities must go?",
               "Put ξ = E·(v_g/v_F) into E² = ξ² + Δ² and solve for E.",
               "So E²(1 − (v_g/v_F)²) = Δ². Two tests: at rest E is the gap, and at v_F it has grown without limit."),
        slips=(
            slip("kinetic_part", lambda s, D: _energy(s, D) - D,
                 "That is the energy above the edge of the gap, the kinetic part. The whole E is asked."),
            slip("xi", lambda s, D: s * _energy(s, D),
                 "That is ξ, the energy of the electron before pairing. The quasiparticle's is E."),
            slip("newton", lambda s, D: D * (1 + s**2 / 2), "That is Newton's limit, for slow quasiparticles only."),
            slip("root_forgotten", lambda s, D: D / (1 - s**2), "A root is missing: E² is what you solved for."),
            slip("broken_pair", times(2), "That is a broken pair, two quasiparticles. One is asked."),
            slip("sign_in_square", lambda s, D: D / np.sqrt(1 + s**2),
                 "A sign in E² = ξ² + Δ² is turned round when ξ goes to the other side."),
        ),
        properties=(
            must("above_gap", lambda E, s, D: np.all(E > D * (1 - 1e-6)), "No quasiparticle costs less than the gap."),
            must("rises_with_speed", lambda E, s, D: np.all(np.diff(E[np.argsort(s)]) > 0),
                 "The faster, the dearer: E must rise with the speed."),
        ),
        meaning="Einstein's formula, with v_F for the speed of light and Δ for the energy at rest.",
    ),
    Task(
        name="density_in_bins", title="Count the states, bin by bin", problem="1809265", points=4, minutes=25,
        textbook=((np.array([0.0, 0.6, 0.95, 1.05, 1.5, 3.0]), 1.0), (np.array([0.0, 0.1, 0.2, 0.3, 0.4]), 0.18)),
        draw=lambda rng, case: (
            lambda D: (
                D * np.array([0, *rng.uniform([0.5, 0.9, 1.05, 1.4, 2.5], [0.8, 0.98, 1.2, 1.8, 4.0])]),
                D,
            )
        )(rng.uniform(0.2, 2.0)),
        program=True,
        reference=_in_bins,
        tolerance=2e-3,
        reason="counting a few hundred thousand levels, or a quadrature at the singular edge, is good to 1e-3",
        hints=("No state is lost: a level at ξ becomes one at E. So count levels in ξ, where they stand evenly.",
               "Which ξ > 0 belong to energies below E? Their number, over N₀, is √(E² − Δ²), and zero inside the "
               "gap.",
               "The mean density in a bin is the number of states in it over its width: np.diff of that root at the "
               "edges (zero inside the gap), over np.diff(edges). Or let np.histogram count many levels for you."),
        slips=(
            slip("at_the_middle", _at_centres,
                 "That is the density at the middle of each bin. Near Δ it varies so steeply that a mean is "
                 "something else: count the states in the bin."),
            slip("not_divided_by_width", lambda e, D: np.diff(physics.number_of_states(e, D)),
                 "Those are the numbers of states. Divide by the width of each bin."),
            slip("both_spins", times(2),
                 "Too many by a factor of two. N₀ counts one spin, and the states at +ξ and −ξ share one electron "
                 "state between them (u² + v² = 1), so far from the gap the ratio is one."),
            slip("states_cut_out", lambda e, D: np.diff(np.maximum(e, D)) / np.diff(e),
                 "You removed the states of the gap and left the others where they were. Levels are not cut out, "
                 "they move."),
            slip("Delta_for_E", lambda e, D: np.diff(np.arccosh(np.maximum(e / D, 1.0))) * D / np.diff(e),
                 "The numerator is |E|, not Δ: you integrated Δ/√(E² − Δ²)."),
            slip("normalised", lambda e, D: _in_bins(e, D) / physics.number_of_states(e[-1], D),
                 "Your histogram is normalised to one. Compare with the levels that the normal metal has in the "
                 "same bin."),
            slip("edges_in_xi", lambda e, D: np.diff(np.sqrt(e**2 + D**2)) / np.diff(e),
                 "You went from ξ to E with the edges of the bins. They are energies E already: which ξ belong to "
                 "them?"),
            slip("one_side", times(0.5),
                 "Half of it. The states at +ξ and at −ξ both reach the same E, and together they are one electron "
                 "state (u² + v² = 1): far from the gap the ratio is one."),
            slip("weighted_with_u2", lambda e, D: (_in_bins(e, D) + np.diff(np.maximum(e, D)) / np.diff(e)) / 2,
                 "You counted the levels with ξ > 0 alone, each with its u². Those with ξ < 0 stand at the same "
                 "energies and have an electron part, too."),
            slip("begins_at_two_Delta", lambda e, D: _in_bins(e, 2 * D),
                 "Your density begins at 2Δ. That is the price of a broken pair; the states of one quasiparticle "
                 "begin at Δ."),
        ),
        properties=(
            must("empty_gap", lambda N, e, D: np.all(np.abs(N[e[1:] <= D]) < 1e-9),
                 "A bin that lies wholly inside the gap holds no state."),
            must("not_negative", lambda N, e, D: np.all(N >= 0), "A number of states is not negative."),
            must("not_more_than_normal", lambda N, e, D: np.sum(N * np.diff(e)) <= e[-1] - e[0],
                 "Levels only move up. So below the last edge there cannot be more of them than in the normal metal."),
        ),
        meaning="The density is infinite at the edge, every count is finite: what an instrument shows there says "
                "more about its bins than about the metal.",
    ),
    Task(
        name="balancing_energy", title="Up to which energy?", problem="1809265", points=2, minutes=10,
        textbook=((0.18, 1.0), (1.38, 0.5)),
        draw=lambda rng, case: (rng.uniform(0.1, 2.0), rng.uniform(0.3, 2.5)),
        reference=lambda Delta, ratio: Delta * np.hypot(1, ratio),
        tolerance=2e-3, reason="a closed form; √2 to three digits, or a quadrature at the singular edge and a root",
        hints=("Which states are lost is known: N₀Δ. What is the number of states between Δ and E?",
               "Their density is N₀E/√(E² − Δ²). What is its integral from Δ to E?",
               "N₀√(E² − Δ²) states stand below E. Set this equal to the number that is asked for, in the same unit, "
               "and solve for E."),
        slips=(
            slip("normal_density", lambda D, r: D * (1 + r),
                 "You counted with the density of the normal metal. Above the gap the states stand closer."),
            slip("from_zero", lambda D, r: D * np.sqrt(1 + r),
                 "The number of states is to be squared when you solve for E, like the energies."),
            slip("without_the_gap", lambda D, r: D * r,
                 "You integrated as if the states began at zero energy: E² − Δ² is the square of the number, not E²."),
            slip("over_gap", lambda D, r: np.hypot(1, r), "That is the energy over Δ. Return it in the unit of Δ."),
            slip("both_sides", lambda D, r: D * np.hypot(1, r / 2),
                 "You counted the states on both sides of the Fermi level against those that are lost on one."),
        ),
        properties=(
            must("above_gap", lambda E, D, r: np.all(E > D), "The states begin at Δ: the energy is larger than that."),
            must("denser_than_normal", lambda E, D, r: np.all(E < D * (1 + r)),
                 "Above the gap the states stand closer than in the normal metal, so one need not go as far as there."),
        ),
        meaning="Below √2 Δ there are as many states as the gap took: they have not gone far.",
    ),
    Task(
        name="returned_share", title="Where the missing states stand", problem="1809265", points=3, minutes=20,
        textbook=((np.array([1.1, np.sqrt(2), 2.0, 5.0, 20.0]),),),
        draw=lambda rng, case: (np.sort(np.append(rng.uniform(1.05, 3.0, 3), rng.uniform(5.0, 20.0))),),
        reference=_returned,
        tolerance=1e-3, reason="a quadrature at the singular edge is good to 1e-4",
        hints=("The gap took N₀Δ. Excess means: states of the superconductor between Δ and E, less those that the "
               "normal metal has in the same interval.",
               "The superconductor has N₀√(E² − Δ²) states up to E. How many had the normal metal, between Δ and E?",
               "The normal metal had N₀(E − Δ). Subtract this, and divide by N₀Δ; here Δ = 1. Two tests: at the edge "
               "nothing has come back yet, and very far above everything has."),
        slips=(
            slip("all_states", lambda E: np.sqrt(E**2 - 1),
                 "Those are all the states between Δ and E, as in the task before. The interval was not empty in "
                 "the normal metal: only what is more than there was counts as returned."),
            slip("normal_added", lambda E: np.sqrt(E**2 - 1) + E - 1,
                 "The normal metal's states in the interval are to be taken away, and you added them."),
            slip("still_missing", lambda E: E - np.sqrt(E**2 - 1),
                 "That is what is still missing. The question asks for what has come back."),
            slip("normal_from_zero", lambda E: np.sqrt(E**2 - 1) - E,
                 "You took away the normal metal's states from 0 to E. Between Δ and E there are fewer."),
            slip("first_states_additional", lambda E: np.minimum(np.sqrt(E**2 - 1), 1.0),
                 "The first N₀Δ states above the gap are not all additional ones: some of their places were taken "
                 "before."),
            slip("both_signs", times(2),
                 "With both signs of E (or both spins) the gap takes twice as many, too. The share is the same."),
            slip("per_cent", times(1e2), "That is in per cent; the question asks for a share between 0 and 1."),
            slip("not_summed", lambda E: E / np.sqrt(E**2 - 1) - 1,
                 "That is the excess of the density at E. Sum it up from Δ to E."),
        ),
        properties=(
            must("share", lambda s, E: np.all((s >= 0) & (s <= 1)),
                 "The gap cannot give back more than it took: a share lies between zero and one."),
            must("grows_with_energy", lambda s, E: np.all(np.diff(s[np.argsort(E)]) > 0),
                 "The density of states stays above the normal one at all energies, so the share keeps growing with "
                 "E."),
        ),
        meaning="As many levels as the gap took stand below √2 Δ, but only a part of them is additional; the last "
                "ones return at infinite energy.",
    ),
    Task(
        name="bogoliubov_levels", title="When the gap varies from place to place", points=4, minutes=30,
        textbook=(
            (_chain(np.zeros(8)), np.full(8, 0.5)),
            (_chain(np.zeros(8)), 0.5 * np.array([1, 1, 1, 1, -1, -1, -1, -1])),
        ),
        draw=_draw_chain,
        reference=_levels,
        tolerance=1e-6, reason="eigenvalues of a small matrix: nothing but rounding",
        hints=("The excitation has two wave functions, u and v, one number each on every site. Write the two lines "
               "as one matrix with four blocks.",
               "np.block puts blocks together, np.diag makes a diagonal matrix of Δ. Which sign has the energy of a "
               "hole?",
               "The diagonal blocks are h and −h, and diag(Δ) stands in both others. The eigenvalues come as ±E, and "
               "np.linalg.eigvalsh gives them in rising order: keep the upper half."),
        slips=(
            slip("hole_sign", lambda h, D: _mirrored(h, D, hole=1)[len(D) :],
                 "Your hole has the energy of the electron. Taking an electron out costs −h: a sign in the last "
                 "block."),
            slip("mirror_images_kept", lambda h, D: _mirrored(h, D),
                 "To each E the matrix has a mirror image −E, which is the same excitation seen the other way "
                 "round. Keep those that are not negative."),
            slip("negative_half", lambda h, D: _mirrored(h, D)[: len(D)],
                 "You kept the mirror images at −E. An excitation costs energy."),
            slip("one_Delta", lambda h, D: np.sort(np.hypot(np.linalg.eigvalsh(h), np.mean(np.abs(D)))),
                 "√(ξ² + Δ²) with one Δ for all holds where Δ is the same on every site. Here it need not be: "
                 "diagonalise the matrix."),
            slip("level_by_level", lambda h, D: np.sort(np.hypot(np.linalg.eigvalsh(h), D)),
                 "You combined the levels of h with the gaps of the sites one by one. But a level is spread over "
                 "many sites: diagonalise the whole matrix."),
            slip("squares_added", lambda h, D: np.sqrt(np.linalg.eigvalsh(h @ h + np.diag(D**2))),
                 "h and Δ do not commute where Δ varies, so the square of the matrix has more in it than h² + Δ²."),
            slip("sign_of_Delta_lost", lambda h, D: _levels(h, np.abs(D)),
                 "The sign of Δ is lost. Does it matter, when it changes from site to site?"),
            slip("normal_metal", lambda h, D: np.sort(np.abs(np.linalg.eigvalsh(h))),
                 "That is the normal metal: Δ has not entered."),
            slip("broken_pairs", times(2), "Those are broken pairs, two quasiparticles each. One is asked."),
        ),
        properties=(
            must("not_negative", lambda E, h, D: np.all(E > -1e-9), "Excitation energies are not negative."),
            must("ascending", lambda E, h, D: np.all(np.diff(E) > -1e-9), "Give the energies in rising order."),
            must("sum_rule", lambda E, h, D: abs(np.sum(E**2) / (np.sum(h**2) + np.sum(D**2)) - 1) < 1e-6,
                 "A sum rule fails: the squares of the N energies must add up to the squares of all elements of h "
                 "and of Δ, half the trace of the squared matrix."),
        ),
        meaning="With one Δ everywhere no level lies below it; where its sign changes, a quasiparticle sits inside "
                "the gap.",
    ),
    Task(
        name="thermal_quasiparticles", title="Thermal quasiparticles in a cubic micrometre", points=3, minutes=25,
        textbook=((100.0, 0.18, 1.72e7), (250.0, 0.18, 1.72e7)),
        draw=_draw_warm,
        reference=_thermal,
        tolerance=1e-2,
        reason="k_B to three digits in an exponent of up to 22 costs 8e-3; the smallest slip below costs twice as much",
        hints=("Each level at ξ, above or below the Fermi level, and each spin can hold a quasiparticle. What is the "
               "probability that it does?",
               "It is the Fermi function of E = √(ξ² + Δ²). Sum over ξ of both signs and both spins.",
               "So the number is 4N0∫f(E)dξ over ξ > 0. k_B is 0.08617 meV/K, and T is in mK. The integrand has died "
               "at a few √(ΔT), with T as an energy: quad needs a finite upper limit there, or it may overlook it."),
        slips=(
            slip("two_Delta", lambda T, D, N0: _thermal(T, 2 * D, N0),
                 "2Δ stands in the energy of one quasiparticle. They are made in twos, but each is counted with its "
                 "own energy."),
            slip("factor_two_missing", times(0.5),
                 "A factor of two is missing: both spins count, and both signs of ξ."),
            slip("factor_four_missing", times(0.25),
                 "A factor of four is missing: both spins count, and both signs of ξ."),
            slip("cold_limit", lambda T, D, N0: 2 * N0 * np.sqrt(2 * np.pi * _in_meV(T) * D) * np.exp(-D / _in_meV(T)),
                 "That is the leading term for T → 0. At this temperature the next one still counts by per cents: "
                 "do the integral."),
            slip("normal_density", lambda T, D, N0: 4 * N0 * _in_meV(T) * np.log1p(np.exp(-D / _in_meV(T))),
                 "You integrated over E with the density of states of the normal metal. It has a peak just where "
                 "the quasiparticles are: integrate over ξ, or put the density of states in."),
            slip("bose", lambda T, D, N0: _thermal(T, D, N0, sign=1.0),
                 "You filled the levels as bosons would. Quasiparticles are fermions, and the warm ones feel it: "
                 "1/(e^(E/T) + 1)."),
            slip("bare_exponential", lambda T, D, N0: 4 * N0 * D * np.exp(-D / _in_meV(T)),
                 "The exponential is right; what stands before it must be integrated."),
            slip("edge_not_integrated", lambda T, D, N0: 2 * N0 * np.sqrt(_in_meV(T) * D) * np.exp(-D / _in_meV(T)),
                 "The powers are right; the peak of the density of states was not integrated: ∫ e^(−x)/√x dx is √π."),
            slip("normal_metal", lambda T, D, N0: 4 * N0 * _in_meV(T) * np.log(2),
                 "That is the normal metal: there is no gap in it."),
            slip("kelvin_for_meV", lambda T, D, N0: _thermal(T / 0.08617, D, N0),
                 "The temperature stands beside an energy in meV: k_B is missing."),
            slip("factor_two_too_many", times(2),
                 "Too many by a factor of two. From ξ > 0 the other sign of ξ doubles the number, and the other "
                 "spin doubles it again; no third 2 is needed."),
        ),
        properties=(
            must("positive", lambda n, T, D, N0: np.all(n > 0),
                 "A number of quasiparticles is positive at any temperature."),
            must("fewer_than_normal", lambda n, T, D, N0: np.all(n < 4 * N0 * _in_meV(T) * np.log(2)),
                 "Yours are more than the excitations of the normal metal at this temperature. The gap only makes "
                 "them fewer."),
        ),
        meaning="From 250 to 100 mK aluminium loses all but two in a million of them: the exponent is Δ, although "
                "they are made in twos.",
    ),
)

QUESTIONS = (
    Question(
        name="once_or_twice_the_gap", title="Δ or 2Δ?", minutes=10,
        rubric=(
            (1, "light brings no electron, so quasiparticles are made in twos: threshold 2Δ"),
            (1, "a tunnelling electron comes from outside and makes one quasiparticle: the current sets in at eV = Δ"),
            (1, "heat makes them in twos, but their number follows from each one's own probability e^(−Δ/T): "
                "exponent Δ"),
            (1, "the common reason: whether the number of electrons in the superconductor stays the same (its parity)"),
        ),
    ),
    Question(
        name="where_the_charge_went", title="Where the charge went", minutes=10,
        rubric=(
            (1, "at k_F the quasiparticle is half electron, half hole: u² − v² = ξ/E = 0"),
            (1, "no charge is lost: the rest has gone into the condensate, as part of a pair"),
            (1, "the spin stays with the quasiparticle (pairs are singlets and can take none)"),
        ),
    ),
)
