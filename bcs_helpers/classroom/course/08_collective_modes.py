"""Chapter 08: sound of a superfluid, a ring of phases with and without charge, a film, and the photon's mass."""

import numpy as np
from scipy.constants import c, e, epsilon_0, hbar
from scipy.optimize import brentq

from ... import collective
from ...gap import gap
from ...response import superfluid_density
from ...units import dalton, metre, nm, second
from ..tasks import Question, Task, must, rounded, slip, times

SPEED = 1e-3 * metre / second  # mm/s
PHOTON = hbar * c / e * 1e9  # ħc in eV nm
DIMENSIONS = np.array([1, 2, 3])


# ---- neutral ------------------------------------------------------------------------------------------------


def _fermi_velocity(mass, density, spins=2):
    """v_F in mm/s in a wire, a sheet and a cloud; mass in u, densities per µm, µm² and µm³."""
    full = np.array([2.0, np.pi, 4 * np.pi / 3])  # the Fermi sphere in one, two and three dimensions
    k_F = 2 * np.pi * (np.asarray(density) / (spins * full)) ** (1 / DIMENSIONS) / (1000 * nm)
    return k_F / (mass * dalton) / SPEED


def _neutral_sound(mass, density):
    v_F = _fermi_velocity(mass, density)
    return np.array([collective.sound_velocity(v, dimension=int(d)) for v, d in zip(v_F, DIMENSIONS, strict=True)])


ANGLE = np.pi * (np.arange(400) + 0.5) / 400  # a mean over a full period: converges exponentially


def _inverse_response(z):
    """s arcsin(s)/√(1 − s²) as a function of z = s², which may be negative."""
    s = np.sqrt(np.abs(z))
    return np.where(z > 0, s * np.arcsin(np.minimum(s, 1)), -s * np.arcsinh(s)) / np.sqrt(1 - z)


def _plane_mode(Q):
    """ω/2Δ of the phase mode in two dimensions, Q = v_F q/2Δ."""

    def condition(w, Q):
        return np.mean(_inverse_response(w**2 - (Q * np.cos(ANGLE)) ** 2))

    return np.array([brentq(condition, 0, 1 - 1e-12, args=(x,), xtol=1e-14) for x in np.atleast_1d(Q)])


# ---- charged ------------------------------------------------------------------------------------------------


def _ring(N, J, U, W, local=lambda m, N: 4 * np.sin(np.pi * m / N) ** 2, lifted=False):
    """Frequencies √(J(Uλ + W)) with λ = 4 sin²(πm/N), and 0 for m = 0."""
    m = np.arange(N)
    second_difference = local(m, N)
    return np.sort(np.sqrt(J * (U * second_difference + W * ((m > 0) | lifted))))


def _inverse_forgotten(N, J, U, W):
    second_difference = 4 * np.sin(np.pi * np.arange(N) / N) ** 2
    return np.sort(np.sqrt(J * second_difference * (U + W * second_difference)))


def _film(wavelength, inductance):
    """f in GHz of ω² = q/2ε0L, q = 2π/wavelength; µm and nH."""
    q = 2 * np.pi / (np.asarray(wavelength) * 1e-6)
    return np.sqrt(q / (2 * epsilon_0 * inductance * 1e-9)) / (2 * np.pi) / 1e9


def _film_with_light(wavelength, inductance):
    """The same with √(q² − ω²/c²) in the place of q."""
    q, a = 2 * np.pi / (np.asarray(wavelength) * 1e-6), 2 * epsilon_0 * inductance * 1e-9
    return np.sqrt(2 * q**2 / (c**-2 + np.sqrt(c**-4 + (2 * a * q) ** 2))) / (2 * np.pi) / 1e9


def _photon(depth, t, weight=lambda t: np.sqrt(superfluid_density(t, gap(t, 1.0)))):
    """ħc/λ(T) in eV, with the inverse depth ∝ weight(t)."""
    return PHOTON / depth * weight(np.asarray(t, float))


def _gap_share(t):
    return gap(t, 1.0) / gap(0.0, 1.0)


# A row is set by hand, as in a table: its key, the condition, and below it what is said.
# fmt: off
TASKS = (
    Task(
        name="neutral_sound", title="Sound that does not know the gap", problem="1146003", points=3, minutes=25,
        textbook=((6.015, np.array([2.0, 4.0, 10.0])),),
        draw=lambda rng, case: (
            rng.uniform(3.0, 90.0),
            np.array([rng.uniform(1, 4), rng.uniform(1, 9), rng.uniform(1, 30)]),
        ),
        reference=_neutral_sound,
        tolerance=8e-3, reason="constants of nature to three digits are enough; the nearest slip is off by a quarter",
        roundings=(
            rounded("ħ = 1.05e-34 J s", times(1.05 / 1.05457)),
            rounded("and u = 1.66e-27 kg", times(1.05 / 1.05457 * 1.66054 / 1.66)),
        ),
        hints=("A slow, long wave finds the gas in equilibrium everywhere. Which property of a gas in equilibrium "
               "sets the velocity of sound?",
               "The compressibility: mc² = n dμ/dn. In weak coupling μ is the Fermi energy. How does it grow with "
               "the density if n ∝ k_F in a wire, k_F² in a sheet, k_F³ in a cloud?",
               "E_F ∝ n^(2/d), so n dμ/dn = (2/d) E_F. And k_F: two atoms, ↑ and ↓, to each cell (2π)^d of wave "
               "numbers.",
               "So c = v_F/√d with v_F = ħk_F/m. In a wire k_F = πn/2, in a sheet k_F = √(2πn), in a cloud k_F³ = "
               "3π²n."),
        slips=(
            slip("fermi_velocity", _fermi_velocity,
                 "That is the Fermi velocity. The wave runs along one direction, and the fermions move in all of "
                 "them."),
            slip("root_forgotten", lambda m, n: _fermi_velocity(m, n) / DIMENSIONS,
                 "You divided by the number of dimensions. An average of cos² belongs to the square of the "
                 "velocity: take its root."),
            slip("directions_of_the_cloud", lambda m, n: _fermi_velocity(m, n) / np.sqrt(3),
                 "You used the three dimensions of the cloud for the wire and the sheet too: count the directions "
                 "in which the atoms can move."),
            slip("cloud_for_all", lambda m, n: [_neutral_sound(m, np.full(3, density))[2] for density in n],
                 "You used k_F and the root of the cloud for the wire and the sheet too: count the wave numbers and "
                 "the directions in each dimension."),
            slip("one_spin", lambda m, n: _fermi_velocity(m, n, spins=1) / np.sqrt(DIMENSIONS),
                 "You filled the Fermi sphere with one kind of atom. Both spins share it, so k_F is smaller."),
            slip("pair_mass", times(1 / np.sqrt(2)),
                 "If pairs carry the mass 2m, their chemical potential is 2μ as well: the two factors cancel."),
            slip("bosons", lambda m, n: _fermi_velocity(m, n) / np.sqrt(2),
                 "That is mc² = μ, as for bosons that repel, whose μ is proportional to n. How does E_F grow with "
                 "the density in d dimensions?"),
            slip("plasmon_factor", lambda m, n: _fermi_velocity(m, n) * np.sqrt(3 / 5),
                 "That factor belongs to the plasmon of a metal, which is far too fast to feel the gap. Here the "
                 "wave is slow and the gas in equilibrium."),
            slip("h_for_hbar", times(2 * np.pi), "Too large by 2π: h was taken for ħ."),
            slip("in_m_per_s", times(1e-3), "That is in metres per second; the answer is asked in mm/s."),
        ),
        properties=(
            must("positive", lambda v, *case: np.all(v > 0), "A velocity is positive."),
            must("not_faster_than_fermions", lambda v, m, n: np.all(v <= _fermi_velocity(m, n) * 1.0001),
                 "The wave is carried by the fermions and cannot be faster than they are."),
            must("not_too_slow", lambda v, m, n: np.all(v > _fermi_velocity(m, n) / 10),
                 "Far too slow for these densities: look at the units (u, µm, mm/s)."),
        ),
        meaning="The attraction makes the wave possible, and does not appear in its velocity: for long waves only "
                "the stiffness of the gas counts.",
    ),
    Task(
        name="plane_mode", title="The mode in a plane", problem="1146003", points=4, minutes=50,
        textbook=((np.array([0.1, 0.4, 0.8, 1.2]),),),
        draw=lambda rng, case: (np.sort(rng.uniform(0.1, 1.3, 4)),),
        program=True,
        reference=_plane_mode,
        tolerance=1e-3, reason="the double integral by brute force is good to 1e-4 on a modest grid",
        hints=("The chapter's condition is an integral over ξ and a mean over directions. Only the mean knows the "
               "number of dimensions.",
               "In a plane every angle θ between 0 and 2π has the same weight; in space it was every cos θ. An even "
               "grid of angles is enough, since the integrand is periodic.",
               "Put Δ = 1: ξ, ξ′ = ξ ± Q cos θ, and ω = 2w. Integrate ξ = sinh u with the trapezoid, and look for "
               "the root in 0 < w < 1 with brentq."),
        slips=(
            slip("directions_of_space", lambda Q: collective.phase_mode(2 * Q, 1.0, 1.0) / 2,
                 "That is the mode in space: your directions are spread evenly in cos θ. In a plane they are even "
                 "in θ."),
            slip("long_waves", lambda Q: Q / np.sqrt(2),
                 "That is the law of long waves. When the wavelength comes near to the size of a pair, the mode "
                 "bends."),
            slip("long_waves_in_space", lambda Q: Q / np.sqrt(3),
                 "That is the law of long waves in space. In a plane the mean is another one, and the mode bends."),
            slip("over_Delta", times(2), "That is ω/Δ: what is asked is ω over the energy 2Δ at which pairs break."),
            slip("velocity", lambda Q: _plane_mode(Q) / Q, "That is the velocity over v_F; the frequency is asked."),
            slip("one_direction", lambda Q: np.array(Q, float),
                 "You let all fermions move along the wave: take the mean over their directions."),
        ),
        properties=(
            must("positive", lambda v, Q: np.all(v > 0), "The frequency of a stable mode is positive."),
            must("below_two_Delta", lambda v, Q: np.all(v < 1),
                 "The mode must stay below 2Δ: above, it would break pairs and decay."),
            must("rises_with_q", lambda v, Q: np.all(np.diff(v) > 0), "Shorter waves must have the higher frequency."),
            must("not_faster_than_fermions", lambda v, Q: np.all(v < Q),
                 "The wave cannot be faster than the fermions that carry it."),
        ),
        meaning="In a plane the wave is faster than in space, because more of the motion is along it; and it bends "
                "below the pair-breaking energy all the same.",
    ),
    Task(
        name="ring_modes", title="A ring of phases, neutral and charged", points=4, minutes=35,
        textbook=((6, 1.0, 0.5, 0.0), (6, 1.0, 0.5, 2.0)),
        draw=lambda rng, case: (int(rng.integers(5, 12)), *rng.uniform(0.5, 2.0, 3)),
        reference=_ring,
        tolerance=1e-3, reason="the zero mode comes out of a matrix as the root of a rounding error, about 1e-8",
        hints=("Write the two equations of motion as matrices: what pulls at the number when neighbouring phases "
               "differ, and how fast does a phase turn when the number is off?",
               "The pull is J L φ with the matrix L of second differences (2, −1, −1, closed to a ring), the rate "
               "is C n with C = U·1 + W·pinv(L). Two first-order equations make one of second order.",
               "φ̈ = −J C L φ: the squares of the frequencies are the eigenvalues of J C L. Rounding may make the "
               "smallest slightly negative: clip it before the root."),
        slips=(
            slip("squares", lambda N, J, U, W: _ring(N, J, U, W) ** 2,
                 "Those are the squares of the frequencies: take the root."),
            slip("uniform_phase_lifted", lambda N, J, U, W: _ring(N, J, U, W, lifted=True),
                 "You lifted the uniform phase as well. Turning all phases together moves no charge, whatever its "
                 "Coulomb energy."),
            slip("local_coulomb", lambda N, J, U, W: _ring(N, J, U + W, 0.0),
                 "You added W to the energy of each grain alone. It acts over distance, through the inverse of the "
                 "matrix of second differences."),
            slip("poisson_upside_down", _inverse_forgotten,
                 "You used L for the Coulomb energy. Charge is the source in Poisson's equation, so the potential "
                 "is the inverse of L."),
            slip("open_chain", lambda N, J, U, W: _ring(N, J, U, W, lambda m, N: 4 * np.sin(np.pi * m / (2 * N)) ** 2),
                 "That is an open chain. The last grain is coupled to the first."),
            slip("long_waves",
                 lambda N, J, U, W: _ring(N, J, U, W, lambda m, N: (2 * np.pi * np.minimum(m, N - m) / N) ** 2),
                 "You took the law of long waves, ω ∝ k, for all of them. On a ring of grains short waves are slower."),
            slip("in_hertz", times(1 / (2 * np.pi)), "You divided by 2π: the frequencies of e^(−iωt) are asked."),
            slip("no_coulomb", lambda N, J, U, W: _ring(N, J, U, 0.0), "The Coulomb energy W has not entered."),
            slip("root_two_too_large", times(np.sqrt(2)),
                 "Too large by √2. Both terms of H have a ½, which cancels the 2 of the derivative: in one of them "
                 "you lost it."),
            slip("root_two_too_small", times(1 / np.sqrt(2)),
                 "Too small by √2. A ½ of H still stands in one equation of motion: the derivative of a square "
                 "cancels it."),
        ),
        properties=(
            must("ascending", lambda v, *case: np.all(np.diff(v) >= -1e-9), "List the frequencies in ascending order."),
            must("one_zero", lambda v, *case: np.all(np.abs(v[0]) < 1e-3 * np.max(np.abs(v))),
                 "Turning all phases together costs nothing: one frequency must be zero."),
            must("only_one_zero", lambda v, *case: np.all(v[1] > 1e-2 * np.max(v)),
                 "Only one way of moving costs nothing; all other modes must have a frequency."),
        ),
        meaning="One broken symmetry, one soft branch; charge lifts all of it but the one motion that piles up no "
                "charge.",
    ),
    Task(
        name="film_plasmon", title="In a film the soft mode comes back", points=3, minutes=25,
        textbook=((np.array([100.0, 200.0, 500.0]), 2.0),),
        draw=lambda rng, case: (
            np.array([*np.sort(rng.uniform(50.0, 350.0, 2)), rng.uniform(400.0, 800.0)]),
            rng.uniform(0.4, 2.5),
        ),
        reference=_film,
        tolerance=1e-3, reason="constants of nature to four digits; the delay of light changes it by 6e-3",
        roundings=(rounded("ε₀ = 8.85e-12 F/m", times((8.8542 / 8.85) ** 0.5)),),
        hints=("In the bulk Poisson's equation gave a force without a factor q. How far does the field of a charged "
               "stripe reach out of a film?",
               "A charge wave σ e^{iqx} on a sheet makes the potential σ/2ε₀q in the sheet: it dies out like "
               "e^(−q|z|) on both sides.",
               "The condensate accelerates: L dK/dt is the field along the film, for the current K per width. With "
               "the conservation of charge this gives ω² = q²/L times the potential per charge.",
               "The potential per charge is 1/2ε₀q, so ω² = q/2ε₀L with q = 2π/wavelength. Turn µm and nH into "
               "metres and henries, and divide ω by 2π."),
        slips=(
            slip("omega", times(2 * np.pi), "That is the angular frequency: divide by 2π for GHz."),
            slip("one_side", times(np.sqrt(2)),
                 "The field goes out on both sides of the film: the potential is half of what you took."),
            slip("inverse_wavelength", lambda wavelength, L: _film(wavelength, L) / np.sqrt(2 * np.pi),
                 "Too small by the root of 2π. Either 1/wavelength stands for the wave number, which is 2π over the "
                 "wavelength, or 4πε₀ for 2ε₀, together with a 2."),
            slip("halved_twice", times(1 / np.sqrt(2)),
                 "Too small by the root of two: that the field goes out on both sides halves the potential once, "
                 "not twice."),
            slip("retarded", _film_with_light,
                 "You let the field need time. That is true to nature, and lowers the long waves a little; what is "
                 "asked is the simpler field of electrostatics."),
            slip("in_hertz", times(1e9), "That is in hertz; the answer is asked in GHz."),
        ),
        properties=(
            must("positive", lambda v, *case: np.all(v > 0), "A frequency is positive."),
            must("falls_with_wavelength", lambda v, *case: np.all(np.diff(v) < 0),
                 "The wavelengths are given in ascending order: longer waves must be slower."),
            must("slower_than_light", lambda v, wavelength, L: np.all(v < c / (wavelength * 1e-6) / 1e9),
                 "Nothing on the film can outrun light of the same wavelength: look at the units."),
            must("not_too_slow", lambda v, wavelength, L: np.all(v > 0.01 * c / (wavelength * 1e-6) / 1e9),
                 "Slower than a hundredth of light: with these numbers it is not that slow. Look at the units (µm, "
                 "nH, GHz)."),
            must("not_like_sound", lambda v, wavelength, L: v[0] / v[-1] < 0.99 * wavelength[-1] / wavelength[0],
                 "Your frequency goes like 1/wavelength, as that of a sound. Here the restoring force depends on "
                 "the wavelength, too."),
        ),
        meaning="In a film the Coulomb force of a long wave grows weak, and the phase mode is soft again: the longer "
                "the wave, the further below the gap.",
    ),
    Task(
        name="photon_mass_curve", title="The photon loses its mass", points=3, minutes=25,
        textbook=((39.0, np.array([0.4, 0.7, 0.9, 0.99])),),
        draw=lambda rng, case: (rng.uniform(15.0, 300.0), np.sort(rng.uniform(0.4, 0.98, 4))),
        reference=_photon,
        tolerance=5e-3, reason="the superfluid fraction by a plain sum is good to 1e-3, ħc = 197 eV nm to 2e-3",
        roundings=(
            rounded("ħc = 197 eV nm", times(197 / 197.327)),
            rounded("1.05e-34, 3e8 and 1.6e-19", times(1.05 / 1.05457 * 3 / 2.99792 * 1.60218 / 1.6)),
        ),
        hints=("A static field dies out like e^(−x/λ). Which imaginary wave number is that, and which mass belongs "
               "to it in ω² = (mc²/ħ)² + c²q²?",
               "mc² = ħc/λ, and ħc = 197.3 eV nm. At a finite temperature only the superfluid fraction n_s/n = 1 − "
               "Y carries the current.",
               "1/λ² is proportional to n_s, so the mass goes with its root. superfluid_density(T, Delta) is in "
               "bcs_helpers.response, gap(t, 1.0) is Δ with Tc = 1."),
        slips=(
            slip("root_forgotten", lambda depth, t: _photon(depth, t, lambda t: superfluid_density(t, gap(t, 1.0))),
                 "You let the mass go with the density. The density gives 1/λ², the square of the mass: take the "
                 "root."),
            slip("follows_the_gap", lambda depth, t: _photon(depth, t, _gap_share),
                 "You let the mass follow the gap. In a clean metal it follows the superfluid density, which falls "
                 "earlier."),
            slip("two_fluids", lambda depth, t: _photon(depth, t, lambda t: np.sqrt(1 - t**4)),
                 "That is the old two-fluid rule, 1 − t⁴. BCS gives the superfluid fraction: 1 − Y."),
            slip("normal_fraction",
                 lambda depth, t: _photon(depth, t, lambda t: np.sqrt(1 - superfluid_density(t, gap(t, 1.0)))),
                 "You took the normal fraction. The condensate gives the photon its mass."),
            slip("dirty_metal",
                 lambda depth, t: _photon(depth, t, lambda t: np.sqrt(_gap_share(t) * np.tanh(gap(t, 1.0) / (2 * t)))),
                 "That is the dirty metal, Δ tanh(Δ/2T). This one is clean: its superfluid fraction is 1 − Y."),
            slip("near_Tc", lambda depth, t: _photon(depth, t, lambda t: np.sqrt(2 * (1 - t))),
                 "That is the law close to Tc. In the cold it gives more than the whole density."),
            slip("gap_at_zero",
                 lambda depth, t: _photon(depth, t, lambda t: np.sqrt(superfluid_density(t, gap(0.0, 1.0)))),
                 "You kept the gap of T = 0. On warming it closes, and more of the fluid is normal."),
            slip("at_zero_temperature", lambda depth, t: _photon(depth, t, np.ones_like),
                 "That is the mass at T = 0, for all temperatures."),
            slip("h_for_hbar", times(2 * np.pi), "Too large by 2π: h was taken for ħ."),
            slip("depth_of_energy", times(0.5),
                 "Half of it. Did you take λ for the depth at which B², the energy, dies out? It is that of the "
                 "field itself."),
        ),
        properties=(
            must("positive", lambda v, *case: np.all(v > 0), "Below Tc the photon has a mass, and a mass is positive."),
            must("falls_with_temperature", lambda v, *case: np.all(np.diff(v) < 0),
                 "The warmer, the less superfluid, and the lighter the photon."),
            must("below_cold_value", lambda v, depth, t: np.all(v < PHOTON / depth * 1.0001),
                 "It cannot be heavier than at T = 0, where the whole density screens."),
            must("in_range", lambda v, depth, t: np.all(v > 0.05 * PHOTON / depth),
                 "Far too light for these temperatures: look at the units (eV and nm; ħc = 197.3 eV nm)."),
        ),
        meaning="At Tc the photon is massless again and the field goes in: the Meissner effect is the photon's mass, "
                "and its square follows the superfluid density.",
    ),
)

QUESTIONS = (
    Question(
        name="where_the_soft_mode_went", title="Where the soft mode went", minutes=15,
        rubric=(
            (1, "a broken continuous symmetry with short-range forces has one soft mode: the phase wave, seen as "
                "sound in a neutral gas"),
            (1, "a wave of the phase moves charge, and the Coulomb force is of long range: the theorem's assumption "
                "fails and the mode starts at the plasma frequency"),
            (1, "no mode is lost: two polarisations of a massless photon and the phase become three of a massive "
                "one, and its mass is the Meissner effect"),
            (1, "a case where it is soft although charged, with the reason: a film or wire, whose field leaves into "
                "empty space (or a weak junction, of low plasma frequency)"),
        ),
    ),
)
