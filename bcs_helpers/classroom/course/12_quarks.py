"""Chapter 12: mass without a bare mass, quark pairs above a Fermi sea, quark masses, W and Z, a screened force."""

import numpy as np
from scipy.optimize import brentq

from ...dense_matter import quark_mass
from ...gap import zero_temperature_gap
from ..tasks import Question, Task, must, slip, times

# ---- the mass of a quark ------------------------------------------------------------------------------------


def _mass(coupling, kinds):
    """M/Λ at m0 = 0, `kinds` = colours × flavours (two spins each): 1 = (kinds G/π²)[√(1 + M²) − M² arsinh(1/M)]."""

    def root(x):
        excess = lambda M: x * (np.hypot(1, M) - M**2 * np.arcsinh(1 / M)) - 1  # noqa: E731
        return brentq(excess, 1e-9, x) if x > 1 else 0.0

    return np.array([root(kinds * G / np.pi**2) for G in coupling])


def _world(rng, case):
    """Colours and flavours such that spin, colour and flavour left out are three different slips."""
    colours, flavours = ((4, 3), (5, 3), (3, 4), (3, 5))[rng.integers(4)]
    above = np.array([rng.uniform(0.5, 0.9), rng.uniform(1.1, 1.5), rng.uniform(1.6, 2.5), rng.uniform(6, 9)])
    return np.pi**2 / (colours * flavours) * above, colours, flavours


# ---- pairs of quarks above a Fermi sea ----------------------------------------------------------------------


def _pair_integral(Delta, mu):
    """∫₀¹ dp p² (1/E₋ + 1/E₊) in closed form, in units of the cutoff."""

    def one(shift):  # k = p + shift, p² = k² − 2 shift k + shift²
        def antiderivative(k):
            E = np.hypot(k, Delta)
            return (k / 2 - 2 * shift) * E + (shift**2 - Delta**2 / 2) * np.arcsinh(k / Delta)

        return antiderivative(1 + shift) - antiderivative(shift)

    return one(-mu) + one(mu)


def _quark_gap(mu, attraction):
    """The root of the full equation: the weak-coupling form is its limit."""
    excess = lambda log_gap: 4 * attraction / np.pi**2 * _pair_integral(np.exp(log_gap), mu) - 1  # noqa: E731
    return np.exp(brentq(excess, -60.0, 3.0, xtol=1e-13))


def _weak(mu, attraction, rest, width, weight=1.0):
    """`width` · exp(rest/2μ²) · exp(−π²/8Hμ²): the shape of every answer to this question, right or wrong."""
    return width * np.exp((rest - np.pi**2 / (4 * weight * attraction)) / (2 * mu**2))


def _weak_attraction(rng, case):
    mu, exponent = rng.uniform(0.58, 0.78), rng.uniform(6.0, 10.0)
    return mu, np.pi**2 / (8 * mu**2 * exponent + 4 * (1 - 3 * mu**2))


# ---- quark masses from meson masses -------------------------------------------------------------------------


def _weighed(m_pi, m_K, f, root):
    """m_ud and m_s from m_π² f² = 2 m_ud ⟨q̄q⟩ and m_K² f² = (m_ud + m_s) ⟨q̄q⟩."""
    light = m_pi**2 * f**2 / (2 * root**3)
    return np.array([light, m_K**2 * f**2 / root**3 - light])


# ---- gauge bosons -------------------------------------------------------------------------------------------


def _bosons(g, g_prime, v):
    return np.array([0.0, g, g, np.hypot(g, g_prime)]) * v / 2


# ---- a force of long range ----------------------------------------------------------------------------------


def _kappa(g):
    return g / np.sqrt(18) / np.pi


def _log_gap(g, s):
    """Δ rises as sin κx up to s and is constant beyond; its slope at s is κ²(x0 − s) times its value there."""
    kappa, s = _kappa(g), np.asarray(s, float)
    inside = np.minimum(s, np.pi / 2 / kappa)  # where Son's sine has its maximum before s, s does not matter
    return inside + 1 / (kappa * np.tan(kappa * inside))


def _unlimited(g, s):
    return s + 1 / (_kappa(g) * np.tan(_kappa(g) * s))


def _screened(rng, case):
    g = rng.uniform(1.2, 3.5)
    share = [rng.uniform(0.1, 0.3), rng.uniform(0.35, 0.6), rng.uniform(0.65, 0.9), rng.uniform(1.3, 1.9)]
    return g, np.pi / 2 / _kappa(g) * np.array(share)


# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
    Task(
        name="dynamical_mass", title="A mass without a bare mass", points=4, minutes=30,
        textbook=((np.array([1.5, 1.9, 2.06, 2.81]), 3, 2),),
        draw=_world,
        reference=lambda coupling, colours, flavours: quark_mass(0.0, coupling * colours * flavours / 6, 1.0),
        tolerance=5e-4, reason="a root of a closed form or of any quadrature that deserves the name, with room for "
                               "constants to four digits",
        hints=("How many quarks are there with a momentum p? Count what can be different about them: spin, colour, "
               "flavour.",
               "∫d³p/(2π)³ = ∫dp p²/2π², and there are 2 × colours × flavours kinds. Divide the equation by M: what "
               "remains says 1 = (coupling) × (an integral that falls as M grows).",
               "The integral is largest at M = 0. If even there the right-hand side stays below one, there is no "
               "root and the answer is zero: test this before you search."),
        slips=(
            slip("one_spin", lambda G, c, f: _mass(G, c * f / 2),
                 "Half of the sum is missing: a quark has two spins, and G stands with a 2."),
            slip("one_flavour", lambda G, c, f: _mass(G, c),
                 "Only one flavour of quark fills your sea: the pairs of every flavour contribute to the mean field."),
            slip("one_colour", lambda G, c, f: _mass(G, f),
                 "Only one colour of quark fills your sea: the pairs of every colour contribute to the mean field."),
            slip("antiquarks_counted", lambda G, c, f: _mass(G, 2 * c * f),
                 "Your sea is too full by a factor of two. The holes are the antiquarks; count the filled states "
                 "once."),
            slip("pair_energy", times(2),
                 "That is 2M, the energy that frees a quark and an antiquark; the mass of one is asked."),
            slip("constant_density", lambda G, c, f: zero_temperature_gap(np.asarray(G) * c * f / np.pi**2, 1.0),
                 "That is the metal's equation, with a constant density of states. In the vacuum it grows as p²."),
            slip("no_mass", lambda G, c, f: np.zeros(np.shape(G)),
                 "All your masses are zero. Either you took M = 0, or your sea is too empty to reach the "
                 "threshold: count spin, colour and flavour, and the 4π of d³p."),
            slip("halved", times(0.5),
                 "Half of it. What separates the filled states from the empty ones is 2M; the mass itself is the M "
                 "in E = √(p² + M²)."),
        ),
        properties=(
            must("not_negative", lambda v, G, c, f: np.all(v >= 0),
                 "A mass is not negative; where there is no root, return zero."),
            must("threshold", lambda v, G, c, f: np.all(v[G * c * f < 9.5] == 0),
                 "In the vacuum a weak attraction does nothing at all: for the smallest coupling M should be "
                 "exactly zero."),
            must("grows_with_coupling", lambda v, G, c, f: np.all(np.diff(v[np.argsort(G)]) >= 0),
                 "A stronger attraction gives a larger mass: yours does not grow with the coupling."),
        ),
        meaning="Above a threshold, which is lower the more kinds of quarks there are, particles without mass "
                "acquire one of the size of the cutoff.",
    ),
    Task(
        name="weak_quark_gap", title="With a Fermi sea there is no threshold", points=4, minutes=30,
        textbook=((0.6, 0.5), (0.7, 0.35)),
        draw=_weak_attraction,
        reference=_quark_gap,
        tolerance=3e-3, reason="the closed form for weak attraction and the root of the whole equation differ by "
                               "less than 1e-3 here; both count",
        hints=("Where Δ is small, only the states near p = μ need it. Everything else may be computed with Δ = 0. "
               "Which part of the integral is large?",
               "Write p² = μ² + (p − μ)(p + μ): the first term gives the logarithm of BCS, one for each side of the "
               "Fermi surface, the second a polynomial. Keep the antiquarks (E₊): they have no gap to speak of, but "
               "they shift the result.",
               "All together ∫dp p²(1/E₋ + 1/E₊) = polynomial in μ + 2μ² ln(2·(some momentum)/Δ). Solve for Δ. Or "
               "search for the root in ln Δ, after the substitution p = μ + Δ sinh u."),
        slips=(
            slip("constant_density", lambda mu, H: _weak(mu, H, 0.0, 2 * np.sqrt(mu * (1 - mu))),
                 "You took p² = μ² everywhere and left out the antiquarks. The exponent is right, but not the "
                 "number before it."),
            slip("antiquarks_missing", lambda mu, H: _weak(mu, H, 0.5 + mu - 3 * mu**2, 2 * np.sqrt(mu * (1 - mu))),
                 "The antiquarks (E₊) are left out: they have no Fermi surface, but they lend the pairs some "
                 "strength."),
            slip("one_side", lambda mu, H: _weak(mu, H, 1 - 3 * mu**2, 2 * np.sqrt(1 - mu**2), weight=0.5),
                 "Only one side of the Fermi surface is in your exponent: states with p < μ pair as well as those "
                 "above."),
            slip("metal", lambda mu, H: _weak(mu, H, 0.0, 2.0),
                 "That is the metal's formula with Λ for the cutoff. The exponent is right; but here the density of "
                 "states is not constant, and the two sides of the Fermi surface are not equally wide."),
            slip("bare_exponential", lambda mu, H: np.exp(-(np.pi**2) / (8 * H * mu**2)),
                 "That is the exponential alone. The question asks for the number before it, too."),
            slip("two_Delta", times(2),
                 "Too large by a factor of two: that is 2Δ, the energy of two quasiparticles; or a 2 too many "
                 "stands in your logarithm."),
            slip("vacuum_threshold", lambda mu, H: 0.0,
                 "You applied the vacuum's threshold. With a Fermi sea there are states at the energy where pairs "
                 "form: any attraction will do."),
        ),
        properties=(
            must("positive", lambda v, mu, H: np.all(v > 0),
                 "With a Fermi sea any attraction makes a gap: it is positive."),
            must("below_mu", lambda v, mu, H: np.all(v < mu / 10),
                 "For a weak attraction Δ is a small fraction of μ; yours is not small."),
        ),
        meaning="Not analytic at zero attraction, but never zero: that is BCS, with p² for the density of states and "
                "the antiquarks in the number before the exponential.",
    ),
    Task(
        name="quark_masses_from_mesons", title="Quark masses from meson masses", points=3, minutes=20,
        textbook=((138.0, 495.6, 92.4, 250.8),),
        draw=lambda rng, case: (
            rng.uniform(100.0, 200.0),
            rng.uniform(450.0, 650.0),
            rng.uniform(85.0, 100.0),
            rng.uniform(235.0, 265.0),
        ),
        reference=_weighed,
        tolerance=2e-3, reason="one closed expression, with room for constants rounded to three or four digits",
        hints=("What is in a pion, and what in a kaon? The bare masses of both quarks tilt the valley.",
               "For the pion 2m₀ is the sum of the masses of its two quarks. What stands in its place for a kaon, "
               "with one light quark and one strange?",
               "For the kaon it is m₀ + m_s. The condensate of one flavour is −root³, and it is taken to be the same "
               "for the strange quark. Solve for the light mass first, then subtract it from m_K²f_π²/root³."),
        slips=(
            slip("sum_of_masses", times(2),
                 "Too large by a factor of two: the law contains the masses of both quarks of the meson (or your "
                 "decay constant is in the convention that is larger by √2)."),
            slip("two_strange_quarks", lambda pi, K, f, q: np.array([pi**2, K**2]) * f**2 / (2 * q**3),
                 "The light one is right. But a kaon is not made of two strange quarks."),
            slip("light_quark_left_in", lambda pi, K, f, q: np.array([pi**2 / 2, K**2]) * f**2 / q**3,
                 "The light one is right. From the kaon you have the sum of two masses: the light quark's is still "
                 "in it."),
            slip("sums", lambda pi, K, f, q: np.array([pi**2, K**2]) * f**2 / q**3,
                 "Those are the sums of the two masses in the pion and in the kaon: share them out."),
            slip("order", lambda pi, K, f, q: _weighed(pi, K, f, q)[::-1],
                 "The order: first the light quark, then the strange one."),
            slip("mass_shared_out", lambda pi, K, f, q: np.array([pi / 2, K - pi / 2]),
                 "You shared out the mesons' masses among the quarks. Here a meson is a wave of a phase: its mass "
                 "*squared* is proportional to the quarks' masses."),
            slip("condensate_not_cubed", lambda pi, K, f, q: _weighed(pi, K, f, q) * q**2,
                 "The condensate is an energy cubed: what you are given is its cube root."),
            slip("sign", times(-1), "The sign: ⟨q̄q⟩ is negative, and another minus sign stands before it in the law."),
            slip("light_quark_alone", lambda pi, K, f, q: _weighed(pi, K, f, q)[0],
                 "That is the light quark alone; return an array of two, with the strange quark second."),
            slip("two_flavours", times(0.5),
                 "Half of both masses: you took the condensate of two flavours. The law has that of one, and so has "
                 "`root`."),
            slip("in_GeV", times(1e-3), "Those are in GeV; MeV are asked."),
        ),
        properties=(
            must("positive", lambda v, pi, K, f, q: np.all(v > 0), "A bare mass is positive."),
            must("strange_is_heavier", lambda v, pi, K, f, q: v[1] > v[0],
                 "The kaon is the heavier meson, so the strange quark must be the heavier one."),
            must("below_meson", lambda v, pi, K, f, q: np.all(v < K),
                 "A bare quark must be lighter than the meson it is in: check the powers of f and of the condensate."),
        ),
        meaning="The light quarks weigh less than two hundredths of what they seem to weigh in a proton, and a "
                "strange quark is some 25 times as heavy as they are.",
    ),
    Task(
        name="vector_boson_masses", title="The masses of W, Z and photon", points=4, minutes=30,
        textbook=((0.652, 0.357, 246.2),),
        draw=lambda rng, case: (rng.uniform(0.5, 1.0), rng.uniform(0.2, 0.45), rng.uniform(100.0, 300.0)),
        reference=_bosons,
        tolerance=2e-3,
        reason="a 4×4 matrix is diagonalised: only rounding is left, and the root of a zero to rounding counts as zero",
        hints=("Let the fields be W¹, W², W³, B. Each does something to the order parameter: gσ₁φ/2, gσ₂φ/2, "
               "gσ₃φ/2, g′φ/2. These are four vectors with two complex components.",
               "The energy |Σ A_a T_aφ|² is a quadratic form in four real fields: its matrix is Re[(T_aφ)†(T_bφ)]. "
               "Compare it with ½ Σ m²A².",
               "So the squared masses are the eigenvalues (numpy.linalg.eigvalsh) of 2 Re[(T_aφ)†(T_bφ)]. Rounding "
               "may leave −1e-16 where a zero belongs; cut it off before the root."),
        slips=(
            slip("generators_not_halved", times(2),
                 "Too large by a factor of two: the generators are halves, σ/2 and 1/2, as for a spin ½."),
            slip("root_two_too_large", times(np.sqrt(2)),
                 "Larger by √2: the lower component of the order parameter is v/√2."),
            slip("root_two_too_small", times(1 / np.sqrt(2)),
                 "Smaller by √2: the energy of a real field of mass m is ½m²A², so the matrix has a factor 2."),
            slip("diagonal", lambda g, gp, v: np.sort([gp, g, g, g]) * v / 2,
                 "You read off the diagonal. W³ and B act on the order parameter in the same direction, so that "
                 "they mix: diagonalise."),
            slip("hypercharge_doubled", lambda g, gp, v: _bosons(g, 2 * gp, v),
                 "Right except for the heaviest: B acts with g′/2, as the W with g/2."),
            slip("one_W_missing", lambda g, gp, v: np.sort([0.0, 0.0, g, np.hypot(g, gp)]) * v / 2,
                 "One of the W is missing: W¹ and W² are two fields, and σ₂ is imaginary. Take Re of φ†TTφ, not the "
                 "product of the real parts."),
            slip("squares", lambda g, gp, v: _bosons(g, gp, v) ** 2, "Those are the squared masses; take the root."),
            slip("massless_missing", lambda g, gp, v: _bosons(g, gp, v)[1:],
                 "Three masses are right, but there are four fields: give the massless one, too."),
            slip("order", lambda g, gp, v: _bosons(g, gp, v)[::-1],
                 "The right masses in the wrong order: sort them upwards."),
            slip("halved_twice", times(0.5),
                 "Too small by a factor of two: the ½ of the generators has entered twice."),
            slip("couplings_exchanged", lambda g, gp, v: _bosons(gp, g, v),
                 "g and g′ have changed places: g belongs to the three W, g′ to B."),
            slip("no_order_parameter", lambda g, gp, v: _bosons(g, gp, 1.0),
                 "The order parameter has not entered: every mass is proportional to v."),
        ),
        properties=(
            must("massless_photon", lambda m, g, gp, v: abs(m[0]) < 1e-4 * v,
                 "One mixture of the four fields leaves the order parameter alone. It must stay massless: it is the "
                 "photon."),
            must("equal_W", lambda m, g, gp, v: abs(m[1] - m[2]) < 1e-3 * m[3],
                 "W¹ and W² must weigh the same: rotating one into the other changes nothing."),
            must("below_order_parameter", lambda m, g, gp, v: np.all(m < v),
                 "With couplings below one no mass exceeds v. Is the result in the unit of v?"),
            must("ascending", lambda m, g, gp, v: np.all(np.diff(m) > -1e-6 * v), "Sort the masses upwards."),
        ),
        meaning="Three fields are screened by the vacuum as a magnetic field is by a superconductor; one finds no "
                "current that would screen it, and is light.",
    ),
    Task(
        name="log_gap_screened", title="The gap for a screened force", points=4, minutes=40,
        textbook=((2.0, np.array([2.0, 5.0, 8.0, 15.0])),),
        draw=_screened,
        reference=_log_gap,
        tolerance=2e-3, reason="the closed form; or the largest eigenvalue of a matrix of a hundred points, "
                               "good to 5e-4",
        hints=("For x < s nothing is new: Δ″ = −κ²Δ with κ² = g²/18π². What does Δ do for x > s, where the kernel "
               "does not depend on x any more?",
               "Beyond s the gap is constant. Differentiate the integral once: Δ′(x) = κ² ∫ Δ from x to x₀ for x < "
               "s. What is Δ′ at s, if Δ = Δ(s) from there to x₀?",
               "Δ′(s) = κ²(x₀ − s)Δ(s). Set Δ = sin κx up to s: then κ cot κs = κ²(x₀ − s), which gives x₀.",
               "If the sine has its maximum before s, the pairs never feel the screening: then x₀ = π/2κ. (Or put "
               "min(x, x′, s) on a hundred midpoints between 0 and x₀; more are slow, and not needed. Find the x₀ "
               "for which the largest eigenvalue is one.)"),
        slips=(
            slip("unscreened", lambda g, s: np.pi / 2 / _kappa(g) + 0 * s,
                 "That is Son's result, without screening. Below the energy of s the attraction does not grow any "
                 "more."),
            slip("contact", lambda g, s: 1 / (_kappa(g) ** 2 * s),
                 "That is the contact law with the attraction at s everywhere; between 0 and s it is still growing."),
            slip("strong_screening", _unlimited,
                 "Right for strong screening. But where s lies beyond the pairs' own energy, it cannot matter: the "
                 "sine turns down before it gets there."),
            slip("kappa_not_rooted", lambda g, s: _log_gap(_kappa(g) ** 2 * np.sqrt(18) * np.pi, s),
                 "κ² is given. Its root κ is what stands in the sine and in x₀."),
            slip("gap_itself", lambda g, s: np.exp(-_log_gap(g, s)),
                 "That is Δ₀/μ itself; its logarithm is asked, ln(μ/Δ₀)."),
            slip("sign", times(-1), "The sign: ln(μ/Δ₀) is positive, as Δ₀ is below μ."),
            slip("ended_at_screening", lambda g, s: np.minimum(s, np.pi / 2 / _kappa(g)),
                 "You ended the integral at s. Pairs with less energy than that still attract each other, only not "
                 "more strongly than at s."),
        ),
        properties=(
            must("above_unscreened", lambda v, g, s: np.all(v > 0.999 * np.pi / 2 / _kappa(g)),
                 "Cutting off an attraction cannot make the gap larger: ln(μ/Δ₀) is never below its value without "
                 "screening."),
            must("falls_with_screening", lambda v, g, s: np.all(np.diff(v[np.argsort(s)]) <= 1e-3 * v.max()),
                 "The later the screening sets in (the larger s), the larger is the gap, so ln(μ/Δ₀) must not rise "
                 "with s."),
        ),
        meaning="Screen the force and 1/g turns into the 1/g² of BCS: it is the range of the force that decides, not "
                "its strength.",
    ),
)

QUESTIONS = (
    Question(
        name="why_the_vacuum_needs_a_push", title="Why the vacuum has a threshold", minutes=10,
        rubric=(
            (1, "says which sum is compared: at a small gap the number of states near zero energy decides whether "
                "Σ1/2E grows without limit"),
            (1, "metal: states at the Fermi surface, a logarithm, so any attraction wins; vacuum: p² of them, none "
                "at p = 0, a finite sum, so a threshold"),
            (1, "draws a conclusion: the size of the gap (exponentially small or of the order of the cutoff), or "
                "that a Fermi sea of quarks has no threshold"),
        ),
    ),
)
