"""Answers to all tasks as a class would write them, from the statements alone: `RIGHT` and `WRONG` are
{task: {what was done: function}}.

Nothing here was derived from the solutions, the slips or the hints. Where a program is long it stands once, with its
usual mistakes as keywords.
"""

from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from math import comb, factorial, floor, log, prod

import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq, curve_fit, least_squares
from scipy.special import k0 as special_k0
from scipy.special import k1, spherical_in, zeta

from bcs_helpers.gap import gap

RIGHT, WRONG = {}, {}
pi, k_B, hbar, e, m_e, u = np.pi, 0.0861733, 1.0545718e-34, 1.6021766e-19, 9.1093837e-31, 1.6605391e-27
eps0, c_light, m_n, a_0 = 8.8541878e-12, 2.99792458e8, 1.674927e-27, 5.2917721e-11
meV, h = 1.6021766e-22, 2 * np.pi * 1.0545718e-34
gamma = np.exp(0.5772156649)


def right(task, **answers):
    RIGHT.setdefault(task, {}).update(answers)


def wrong(task, **answers):
    WRONG.setdefault(task, {}).update(answers)


def using(function, **keywords):
    """The same program, written with these mistakes."""

    def answer(*inputs):
        return function(*inputs, **keywords)

    return answer


def fermi(x):
    return 1 / (np.exp(np.minimum(x, 700)) + 1)


# ---- 01 --------------------------------------------------------------------------------------------------------------


def sphere(x):
    x = np.asarray(x)
    return 1 - 3 / x / np.tanh(x) + 3 / x**2


right(
    "sphere_diamagnetism",
    formula=sphere,
    bessel=lambda x: spherical_in(2, x) / spherical_in(0, x),
    a_list=lambda x: [float(1 - 3 * (1 / np.tanh(y) - 1 / y) / y) for y in x],
)
wrong(
    "sphere_diamagnetism",
    small_grains=lambda x: x**2 / 15,
    large_grains=lambda x: 1 - 3 / x,
    last_term_lost=lambda x: 1 - 3 / x / np.tanh(x),
    sign_of_last_term=lambda x: 1 - 3 / x / np.tanh(x) - 3 / x**2,
    tanh_for_coth=lambda x: 1 - 3 / x * np.tanh(x) + 3 / x**2,
    depth_over_radius=lambda x: sphere(1 / x),
    negative_moment=lambda x: -sphere(x),
    plate=lambda x: 1 - np.tanh(x) / x,
    demagnetised=lambda x: 1.5 * sphere(x),
    first_value_only=lambda x: sphere(x)[0],
)


def quanta(field, radius, flux=h / 2 / e, rounded=round, area=pi):
    return rounded(1e-4 * field * area * (radius * 1e-6) ** 2 / flux)


right(
    "trapped_quanta",
    si=quanta,
    gauss_and_centimetres=lambda B, r: int(B * pi * (r * 1e-4) ** 2 / 2.0678e-7 + 0.5),
    three_digits=using(quanta, flux=2.07e-15),
    numpy_rounds=using(quanta, rounded=np.rint),
)
wrong(
    "trapped_quanta",
    floor=using(quanta, rounded=floor),
    not_rounded=using(quanta, rounded=float),
    charge_e=using(quanta, flux=h / e),
    hbar_for_h=using(quanta, flux=hbar / 2 / e),
    diameter=using(quanta, area=4 * pi),
    circumference=lambda B, r: round(1e-4 * B * 2 * pi * r * 1e-6 / 2.0678e-15),
    tesla=lambda B, r: round(B * pi * (r * 1e-6) ** 2 / 2.0678e-15),
    no_pi=using(quanta, area=1),
    one_more=using(quanta, rounded=lambda x: floor(x) + 1),
)


def step_of_heat(T, C, unit=k_B, sign=-1, x=lambda T: 1 / T, y=lambda T, C: np.log(C)):
    return sign * unit * np.polyfit(x(np.asarray(T)), y(np.asarray(T), np.asarray(C)), 1)[0]


def by_sums(T, C):
    x, y = 1 / T, np.log(C)
    return -0.0862 * ((x - x.mean()) * y).sum() / ((x - x.mean()) ** 2).sum()


right("heat_capacity_step", polyfit=step_of_heat, sums=by_sums, in_eV=using(step_of_heat, unit=8.617e-5 * 1000))
wrong(
    "heat_capacity_step",
    sign=using(step_of_heat, sign=1),
    log10=using(step_of_heat, y=lambda T, C: np.log10(C)),
    kelvin=using(step_of_heat, unit=1),
    electronvolts=using(step_of_heat, unit=8.617e-5),
    against_T=using(step_of_heat, x=lambda T: T),
    over_T=using(step_of_heat, y=lambda T, C: np.log(C / T)),
    half=using(step_of_heat, unit=k_B / 2),
    twice=using(step_of_heat, unit=2 * k_B),
    not_logarithm=using(step_of_heat, y=lambda T, C: C),
    intercept=lambda T, C: np.polyfit(1 / T, np.log(C), 1)[1],
)

# ---- 02 --------------------------------------------------------------------------------------------------------------


def swing(v, b, M, theta, Z, time=2.0, ħ=hbar, unit=1e12, square=1):
    force = Z**square * e**2 / (4 * pi * eps0 * (b * 1e-9) ** 2)
    kick = force * time * b * 1e-9 / (v * 1e6)
    return unit * kick / (M * u * 1.380649e-23 * theta / ħ)


def swing_by_integral(v, b, M, theta, Z):
    momentum, _ = quad(lambda t: 1 / (1 + t * t) ** 1.5, -np.inf, np.inf)
    return momentum / 2 * swing(v, b, M, theta, Z)


right(
    "ion_displacement",
    si=swing,
    integral=swing_by_integral,
    textbook_hbar=using(swing, ħ=1.05e-34),
    coulomb_1_44=lambda v, b, M, theta, Z: (
        2 * Z * 1.44 * 1.602e-28 / (b * 1e-9 * v * 1e6) / (M * 1.66e-27 * 1.381e-23 * theta / 1.055e-34) * 1e12
    ),
)
wrong(
    "ion_displacement",
    half_time=using(swing, time=1.0),
    h_for_hbar=using(swing, ħ=h),
    nanometres=using(swing, unit=1e9),
    metres=using(swing, unit=1),
    charge_forgotten=lambda v, b, M, theta, Z: swing(v, b, M, theta, 1),
    charge_squared=using(swing, square=2),
    static=lambda v, b, M, theta, Z: (
        1e12 * Z * e**2 / (4 * pi * eps0 * (b * 1e-9) ** 2) / (M * u * (1.380649e-23 * theta / hbar) ** 2)
    ),
    electron_mass=lambda v, b, M, theta, Z: swing(v, b, m_e / u, theta, Z),
    force_over_distance=lambda v, b, M, theta, Z: swing(v, b, M, theta, Z) * b,
    no_4_pi=lambda v, b, M, theta, Z: 4 * pi * swing(v, b, M, theta, Z),
    free_flight=lambda v, b, M, theta, Z: (
        1e12 * 2 * Z * e**2 / (4 * pi * eps0 * b * 1e-9 * v * 1e6) / (M * u) * (2 * b * 1e-9 / (v * 1e6))
    ),
)


def lowered(v, b, M, theta, Z, part=1.0, unit=1000.0):
    return part * unit * Z * 1.4399645 * swing(v, b, M, theta, Z) * 1e-3 / b**2


right(
    "kick_attraction",
    coulomb=lowered,
    coulomb_144=using(lowered, part=1.44 / 1.4399645),
    si=lambda *a: a[4] * e**2 / (4 * pi * eps0) * swing(*a) * 1e-12 / (a[1] * 1e-9) ** 2 / meV,
)
wrong(
    "kick_attraction",
    sign=using(lowered, part=-1),
    half=using(lowered, part=0.5),
    twice=using(lowered, part=2),
    electronvolts=using(lowered, unit=1),
    picometres=using(lowered, unit=1e6),
    one_over_b=lambda *a: lowered(*a) * a[1],
    potential_itself=lambda v, b, M, theta, Z: 1440 * Z / b,
    charge_once=lambda *a: lowered(*a) / a[4],
    spring=lambda v, b, M, theta, Z: (
        0.5 * M * u * (1.380649e-23 * theta / hbar) ** 2 * (swing(v, b, M, theta, Z) * 1e-12) ** 2 / meV
    ),
)


def one_pair(g, w):
    return 2 * w / np.expm1(2 / g)


for task in ("pair_binding_energy", "coopers_energy"):
    right(
        task,
        formula=one_pair,
        sinh=lambda g, w: w * np.exp(-1 / g) / np.sinh(1 / g),
        root=lambda g, w: (
            brentq(lambda x: 0.5 * np.log1p(2 * np.exp(-x)) - 1 / g, -700, 700) * 0
            + w * np.exp(brentq(lambda x: 0.5 * np.log1p(2 * np.exp(-x)) - 1 / g, -700, 700))
        ),
        minus_one=lambda g, w: 2 * w / (np.exp(2 / g) - 1),
    )
    wrong(
        task,
        weak=lambda g, w: 2 * w * np.exp(-2 / g),
        exponent_1=lambda g, w: 2 * w / (np.exp(1 / g) - 1),
        no_2=lambda g, w: w / np.expm1(2 / g),
        plus_1=lambda g, w: 2 * w / (np.exp(2 / g) + 1),
        negative=lambda g, w: -one_pair(g, w),
        gap=lambda g, w: w / np.sinh(1 / g),
        half_exponent=lambda g, w: 2 * w * np.exp(-1 / g),
        exchanged=lambda g, w: one_pair(w, g),
        coupling_itself=lambda g, w: 2 * w / np.expm1(2 * g),
    )

right(
    "threshold_coupling",
    closed=lambda p: 2 * p,
    fraction=lambda p: Fraction(2) * Fraction(p),
    integral=lambda p: 2 / quad(lambda y: 1 / p, 0, 1)[0],
    decimal=lambda p: Decimal(2) * Decimal(float(p)),
)
wrong(
    "threshold_coupling",
    p=lambda p: p,
    inverse=lambda p: 1 / (2 * p),
    next_power=lambda p: 2 * (p + 1),
    one_over_p=lambda p: 1 / p,
    half=lambda p: p / 2,
    free_particle_only=lambda p: 1.0,
    no_threshold=lambda p: 0.0,
    square=lambda p: 2 * p**2,
    four=lambda p: 4 * p,
)


def kept_out(g, s, zero=True, power=2.0, shift=0.0):
    s = np.asarray(s, float)
    x = np.exp(power / g)
    E = 2 * (1 - s * x) / (x - 1) + shift * s
    return np.maximum(E, 0) if zero else E


def kept_out_by_root(g, blocked):
    found = []
    for s in blocked:

        def f(E, s=s):
            return 0.5 * np.log((2 + E) / (2 * s + E)) - 1 / g

        found.append(brentq(f, 1e-300, 1e4, xtol=1e-300, rtol=1e-12) if s == 0 or f(1e-300) > 0 else 0)
    return np.array(found)


right("kept_out_binding_energy", formula=kept_out, root=kept_out_by_root, a_list=lambda g, s: list(kept_out(g, s)))
wrong(
    "kept_out_binding_energy",
    no_zero=using(kept_out, zero=False),
    from_the_block=using(kept_out, shift=2.0, zero=False),
    exponent_1=using(kept_out, power=1.0),
    weak=lambda g, s: np.maximum(2 * np.exp(-2 / g) - 2 * s, 0),
    linear=lambda g, s: one_pair(g, 1) * (1 - s),
    narrower_cutoff=lambda g, s: one_pair(g, 1 - s),
    absolute=lambda g, s: np.abs(kept_out(g, s, zero=False)),
    half=lambda g, s: kept_out(g, s) / 2,
    nan=lambda g, s: np.where(kept_out(g, s) > 0, kept_out(g, s), np.nan),
    block_once=lambda g, s: np.maximum(one_pair(g, 1) - s, 0),
)

right("term_of_coopers_sum", term=lambda xi, E: 1 / (2 * xi + E), power=lambda xi, E: (xi + E + xi) ** -1.0)
wrong(
    "term_of_coopers_sum",
    one_electron=lambda xi, E: 1 / (xi + E),
    minus=lambda xi, E: 1 / (2 * xi - E),
    upside_down=lambda xi, E: 2 * xi + E,
    twice_all=lambda xi, E: 1 / (2 * (xi + E)),
)
right(
    "coopers_integral",
    log=lambda E, w: 0.5 * np.log(1 + 2 * w / E),
    quad=lambda E, w: quad(lambda x: 1 / (2 * x + E), 0, w)[0],
)
wrong(
    "coopers_integral",
    no_half=lambda E, w: np.log(1 + 2 * w / E),
    weak=lambda E, w: 0.5 * np.log(2 * w / E),
    log10=lambda E, w: 0.5 * np.log10(1 + 2 * w / E),
    one_w=lambda E, w: 0.5 * np.log(1 + w / E),
)
right(
    "coopers_energy_weak",
    weak=lambda g, w: 2 * w * np.exp(-2 / g),
    power=lambda g, w: 2 * w * 7.38905609893 ** (-1 / g),
)
wrong(
    "coopers_energy_weak",
    exact=one_pair,
    exponent_1=lambda g, w: 2 * w * np.exp(-1 / g),
    no_2=lambda g, w: w * np.exp(-2 / g),
    plus=lambda g, w: 2 * w * np.exp(2 / g),
)

# ---- 03 --------------------------------------------------------------------------------------------------------------

S2 = np.array([[2, 0, 0, 0], [0, 1, 1, 0], [0, 1, 1, 0], [0, 0, 0, 2]])


def by_kron(state):
    s = [np.array(m) / 2 for m in ([[0, 1], [1, 0]], [[0, -1j], [1j, 0]], [[1, 0], [0, -1]])]
    total = [np.kron(m, np.eye(2)) + np.kron(np.eye(2), m) for m in s]
    return (np.conj(state) @ sum(m @ m for m in total) @ state).real


right(
    "total_spin_squared",
    matrices=by_kron,
    components=lambda c: 2 * abs(c[0]) ** 2 + 2 * abs(c[3]) ** 2 + abs(c[1] + c[2]) ** 2,
    singlet=lambda c: 2 - abs(c[1] - c[2]) ** 2,
    complex_type=lambda c: complex(np.vdot(c, S2 @ c)),
    exchange=lambda c: 1 + np.vdot(c, np.asarray(c)[[0, 2, 1, 3]]).real,
)
wrong(
    "total_spin_squared",
    no_conjugate=lambda c: np.real(c @ S2 @ c),
    S_not_S_plus_1=lambda c: 1 - abs(c[1] - c[2]) ** 2 / 2,
    no_cross=lambda c: 1.5,
    Sz_squared=lambda c: abs(c[0]) ** 2 + abs(c[3]) ** 2,
    no_interference=lambda c: 2 * abs(c[0]) ** 2 + 2 * abs(c[3]) ** 2 + abs(c[1]) ** 2 + abs(c[2]) ** 2,
    minus=lambda c: 2 * abs(c[0]) ** 2 + 2 * abs(c[3]) ** 2 + abs(c[1] - c[2]) ** 2,
    root=lambda c: np.sqrt(np.vdot(c, S2 @ c).real),
    in_pauli_matrices=lambda c: 4 * np.vdot(c, S2 @ c).real,
    dot_product=lambda c: np.vdot(c, S2 @ c).real / 2 - 0.75,
    not_squared=lambda c: np.real(2 * c[0] + 2 * c[3] + c[1] + c[2]),
)


def odd_part(A, chi, sign=-1, conj=True, half=0.5, orbital=True, spin=True):
    full = np.einsum("ij,st->ijst", A, chi)
    other = np.einsum("ij,st->ijst", A.T if orbital else A, chi.T if spin else chi)
    part = half * (full + sign * other)
    return np.sum(abs(part) ** 2) if conj else np.real(np.sum(part**2))


right(
    "pauli_weight",
    projected=odd_part,
    overlap=lambda A, x: 0.5 * (1 - np.vdot(A, A.T).real * np.vdot(x, x.T).real),
    weights=lambda A, x: (lambda a, s: a * (1 - s) + (1 - a) * s)(
        np.sum(abs(A - A.T) ** 2) / 4, np.sum(abs(x - x.T) ** 2) / 4
    ),
)
wrong(
    "pauli_weight",
    even=using(odd_part, sign=1),
    no_half=using(odd_part, half=1),
    no_conjugate=using(odd_part, conj=False),
    orbital_only=using(odd_part, spin=False),
    spin_only=using(odd_part, orbital=False),
    both_odd=lambda A, x: np.sum(abs(A - A.T) ** 2) / 4 * np.sum(abs(x - x.T) ** 2) / 4,
    singlet_only=lambda A, x: np.sum(abs(A + A.T) ** 2) / 4 * np.sum(abs(x - x.T) ** 2) / 4,
    half_one=using(odd_part, half=2**-0.5),
    root=lambda A, x: np.sqrt(odd_part(A, x)),
    dagger=lambda A, x: (
        np.sum(abs(np.einsum("ij,st->ijst", A, x) - np.einsum("ij,st->ijst", A.conj().T, x.conj().T)) ** 2) / 4
    ),
)


def commutator(g, up, down):
    g, up, down = np.asarray(g), np.asarray(up), np.asarray(down)
    return (1 - up - down) @ g**2 / np.sum(g**2)


right(
    "pair_commutator",
    formula=commutator,
    loop=lambda g, up, down: [
        sum(x * x * (1 - a - b) for x, a, b in zip(g, r, s, strict=False)) / sum(x * x for x in g)
        for r, s in zip(up, down, strict=False)
    ],
    normalised=lambda g, up, down: 1 - ((up + down) * (g / np.linalg.norm(g)) ** 2).sum(axis=1),
)
wrong(
    "pair_commutator",
    not_normalised=lambda g, up, down: (1 - up - down) @ g**2,
    up_only=lambda g, up, down: (1 - up) @ g**2 / np.sum(g**2),
    both_taken=lambda g, up, down: (1 - up * down) @ g**2 / np.sum(g**2),
    both_free=lambda g, up, down: ((1 - up) * (1 - down)) @ g**2 / np.sum(g**2),
    sign=lambda g, up, down: -commutator(g, up, down),
    boson=lambda g, up, down: np.ones(len(up)),
    norm_of_sum=lambda g, up, down: (1 - up - down) @ g**2 / np.sum(g) ** 2,
    g_not_squared=lambda g, up, down: (1 - up - down) @ g / np.sum(g),
    anticommutator=lambda g, up, down: (1 - up - down + 2 * up * down) @ g**2 / np.sum(g**2),
    plus=lambda g, up, down: 1 + (up + down) @ g**2 / np.sum(g**2),
)


def e_n(x, n):
    return sum(prod(c) for c in combinations([float(y) for y in x], n))


def dp(x, n):
    p = np.zeros(n + 1)
    p[0] = 1
    for y in x:
        p[1:] = p[1:] + y * p[:-1]
    return p[n]


right(
    "composite_boson_norm",
    combinations=lambda g, n: factorial(n) * e_n(np.asarray(g) ** 2, n),
    table=lambda g, n: factorial(n) * dp(np.asarray(g) ** 2, n),
    polynomial=lambda g, n: factorial(n) * abs(np.poly(np.asarray(g) ** 2)[n]),
)
wrong(
    "composite_boson_norm",
    no_factorial=lambda g, n: e_n(g**2, n),
    factorial_twice=lambda g, n: factorial(n) ** 2 * e_n(g**2, n),
    g_not_squared=lambda g, n: factorial(n) * e_n(g, n),
    boson=lambda g, n: 1.0,
    fourth_power=lambda g, n: factorial(n) * e_n(g**4, n),
    even_g=lambda g, n: prod(1 - k / len(g) for k in range(n)),
    first_correction=lambda g, n: 1 - n * (n - 1) / 2 * np.sum(g**4),
    one_pair_more=lambda g, n: factorial(n + 1) * e_n(g**2, n + 1),
    ratio=lambda g, n: n * e_n(g**2, n) / e_n(g**2, n - 1),
)


def numbers_of_pairs(v):
    p = np.array([1.0])
    for x in v:
        p = np.convolve(p, [1 - x * x, x * x])
    return p


def binomial(v):
    q, M = np.mean(np.square(v)), len(v)
    return [comb(M, n) * q**n * (1 - q) ** (M - n) for n in range(M + 1)]


def poisson(v):
    q = np.sum(np.square(v))
    return [np.exp(-q) * q**n / factorial(n) for n in range(len(v) + 1)]


right(
    "pair_number_probabilities",
    convolve=numbers_of_pairs,
    combinations=lambda v: [
        prod(1 - x * x for x in v) * e_n(np.square(v) / (1 - np.square(v)), n) for n in range(len(v) + 1)
    ],
    a_tuple=lambda v: tuple(numbers_of_pairs(v)),
)
wrong(
    "pair_number_probabilities",
    v_for_v2=lambda v: numbers_of_pairs(np.sqrt(v)),
    reversed=lambda v: numbers_of_pairs(v)[::-1],
    binomial=binomial,
    poisson=poisson,
    amplitudes=lambda v: np.sqrt(numbers_of_pairs(v)),
    last_missing=lambda v: numbers_of_pairs(v)[:-1],
    squared_sum=lambda v: np.poly(-np.asarray(v) / np.sqrt(1 - np.square(v))) ** 2 * np.prod(1 - np.square(v)),
    not_normalised=lambda v: numbers_of_pairs(v) / np.prod(1 - np.square(v)),
    gaussian=lambda v: (
        np.exp(-((np.arange(len(v) + 1) - np.sum(v**2)) ** 2) / 2 / np.sum(v**2 * (1 - v**2)))
        / np.sqrt(2 * pi * np.sum(v**2 * (1 - v**2)))
    ),
)


def projected(v, n, weight=lambda v: v**2 / (1 - v**2)):
    w = weight(np.asarray(v, float))
    return np.array([w[k] * dp(np.delete(w, k), n - 1) / dp(w, n) for k in range(len(w))])


def projected_by_states(v, n):
    v = np.asarray(v)
    total, taken = 0, np.zeros(len(v))
    for c in combinations(range(len(v)), n):
        inside = np.isin(np.arange(len(v)), c)
        p = np.prod(np.where(inside, v**2, 1 - v**2))
        total, taken = total + p, taken + p * inside
    return taken / total


right(
    "projected_occupation",
    polynomials=projected,
    all_states=projected_by_states,
    one_minus=lambda v, n: 1 - np.array([
        dp(np.delete(v**2 / (1 - v**2), k), n) / dp(v**2 / (1 - v**2), n) for k in range(len(v))
    ]),
)  # fmt: skip
wrong(
    "projected_occupation",
    unprojected=lambda v, n: np.square(v),
    v_for_v2=using(projected, weight=lambda v: v / np.sqrt(1 - v**2)),
    no_u=using(projected, weight=lambda v: v**2),
    scaled=lambda v, n: n * np.square(v) / np.sum(np.square(v)),
    not_normalised=lambda v, n: projected(v, n) * numbers_of_pairs(v)[n],
    empty=lambda v, n: 1 - projected(v, n),
    one_more=lambda v, n: projected(v, min(n + 1, len(v))),
    even=lambda v, n: np.full(len(v), n / len(v)),
    electrons=lambda v, n: 2 * projected(v, n),
    sum_to_1=lambda v, n: projected(v, n) / n,
)


def moments(v, N=2.0, fluctuation=4.0, power=2):
    v = np.asarray(v) ** (power / 2)
    mean = N * np.sum(v**2)
    return np.array([mean, mean**2 + fluctuation * np.sum(v**2 * (1 - v**2))])


def moments_by_distribution(v):
    p, N = numbers_of_pairs(v), 2 * np.arange(len(v) + 1)
    return [p @ N, p @ N**2]


right("number_moments", formula=moments, distribution=moments_by_distribution, a_tuple=lambda v: tuple(moments(v)))
wrong(
    "number_moments",
    pairs=using(moments, N=1.0, fluctuation=1.0),
    fluctuation_2=using(moments, fluctuation=2.0),
    fluctuation_1=using(moments, fluctuation=1.0),
    sharp=using(moments, fluctuation=0),
    variance=lambda v: np.array([2 * np.sum(v**2), 4 * np.sum(v**2 * (1 - v**2))]),
    v_for_v2=using(moments, power=1),
    minus=using(moments, fluctuation=-4.0),
    only_mean=lambda v: 2 * np.sum(np.square(v)),
    exchanged=lambda v: moments(v)[::-1],
    v4=lambda v: np.array([2 * np.sum(v**2), 4 * np.sum(v**2) ** 2 + 4 * np.sum(v**2)]),
)


def exponent(levels, gaps, root=0.5, over=1.0, sign=1, ends=False, x=None, xi_sign=-1):
    N, y = [], []
    for M, D in zip(levels, gaps, strict=False):
        xi = np.linspace(-1, 1, M) if ends else (2 * np.arange(M) + 1) / M - 1
        E = np.hypot(xi, D)
        v2 = (1 + xi_sign * xi / E) / 2
        N.append(2 * v2.sum())
        y.append((4 * (v2 * (1 - v2)).sum()) ** root / N[-1] ** over)
    return sign * np.polyfit(np.log(x if x is not None else N), np.log(y), 1)[0]


right(
    "width_exponent",
    fit=exponent,
    holes=using(exponent, xi_sign=1),
    log10=lambda levels, gaps: float(
        np.polyfit(
            np.log10(levels),
            [
                np.log10(np.sqrt(np.sum(D**2 / (((2 * np.arange(M) + 1) / M - 1) ** 2 + D**2))) / M)
                for M, D in zip(levels, gaps, strict=False)
            ],
            1,
        )[0]
    ),
)
wrong(
    "width_exponent",
    no_root=using(exponent, root=1, over=2),
    variance_over_N=using(exponent, root=1),
    not_relative=using(exponent, over=0),
    sign=using(exponent, sign=-1),
    half=lambda levels, gaps: -0.5,
    against_M_and_1_over=lambda levels, gaps: 1 / exponent(levels, gaps),
    two_sizes=lambda levels, gaps: exponent(levels[[0, -1]], gaps[[0, -1]]),
    constant_gap=lambda levels, gaps: exponent(levels, np.full(len(levels), gaps[0])),
    not_logarithm=lambda levels, gaps: np.polyfit(levels, np.exp(exponent(levels, gaps) * np.log(levels)), 1)[0],
)

right(
    "relative_number_width",
    formula=lambda N, r: np.sqrt(3 * pi * r / 4 / N),
    digits=lambda N, r: 1.535 * (r / N) ** 0.5,
    integral=lambda N, r: np.sqrt(
        4 * 0.75 * N * r * quad(lambda x: 0.25 / (1 + x * x), -np.inf, np.inf)[0]
    ) / N,
)  # fmt: skip
wrong(
    "relative_number_width",
    both_spins=lambda N, r: np.sqrt(3 * pi * r / 2 / N),
    no_pi=lambda N, r: np.sqrt(3 * r / 4 / N),
    no_root=lambda N, r: 3 * pi * r / 4 / N,
    not_relative=lambda N, r: np.sqrt(3 * pi * r * N / 4),
    pairs=lambda N, r: np.sqrt(3 * pi * r / 16 / N),
    one_over_root=lambda N, r: 1 / np.sqrt(N),
    root_of_ratio=lambda N, r: np.sqrt(r / N),
    exchanged=lambda N, r: np.sqrt(3 * pi * N / 4 / r),
    half_integral=lambda N, r: np.sqrt(3 * pi * r / 8 / N),
    plane=lambda N, r: np.sqrt(pi * r / 2 / N),
)


def xi_0(Tc, v, ratio=1.764, ħ=hbar, unit=1e9, k=1.380649e-23):
    return unit * ħ * v * 1e6 / (ratio * k * Tc)


def half_of_k0(power=2, share=0.5, weight=0):
    """Where half of the area under s^weight K0^power is reached, by a sum on a fine grid."""
    s = np.linspace(0, 5, 200_001)[1:] ** 2
    area = np.cumsum((s**weight * special_k0(s) ** power) * np.gradient(s))
    return s[np.searchsorted(area, share * area[-1])]


def two_lengths(Tc, v, half=None, **how):
    return xi_0(Tc, v, **how) * np.array([1.0, half_of_k0() if half is None else half])


right(
    "coherence_length",
    formula=two_lengths,
    ratio_176=using(two_lengths, ratio=1.76),
    ratio_353=using(two_lengths, ratio=3.53 / 2),
    textbook_hbar=using(two_lengths, ħ=1.05e-34, ratio=1.76),
    a_list=lambda Tc, v: [x for x in two_lengths(Tc, v)],
    exact_ratio=using(two_lengths, ratio=pi / gamma),
)
wrong(
    "coherence_length",
    pippard=lambda Tc, v: two_lengths(Tc, v) / pi,
    twice_the_gap=using(two_lengths, ratio=3.528),
    h_for_hbar=using(two_lengths, ħ=h),
    thermal=using(two_lengths, ratio=1),
    micrometres=using(two_lengths, unit=1e6),
    angstrom=using(two_lengths, unit=1e10),
    v_in_km=lambda Tc, v: two_lengths(Tc, v) / 1e6,
    exchanged=lambda Tc, v: two_lengths(v, Tc),
    ratio_113=using(two_lengths, ratio=1.13),
    wave_not_squared=lambda Tc, v: two_lengths(Tc, v, half_of_k0(power=1)),
    rms=using(two_lengths, half=8**-0.5),
    with_r_squared=lambda Tc, v: two_lengths(Tc, v, half_of_k0(weight=2)),
    coherence_only=xi_0,
)


def inside(D, v, n, pair=0.5, ball=4 * pi / 3, logarithm=np.log10, E_F=None, ħ=hbar, share=1):
    R = ħ * v * 1e6 / (D * meV) * 1e9
    E = ħ**2 * (3 * pi**2 * n * 1e27) ** (2 / 3) / 2 / m_e / meV if E_F is None else E_F(v)
    counts = np.array(
        [pair * n * ball * R**3, pair * n * ball * (R / pi) ** 3, pair * n * ball * (R / pi) ** 3 * (D / E) ** share]
    )
    return logarithm(counts)


right(
    "pairs_inside_a_pair",
    formula=inside,
    textbook_hbar=using(inside, ħ=1.05e-34),
    a_list=lambda D, v, n: [float(x) for x in inside(D, v, n)],
    fermi_36=using(inside, ħ=1.055e-34),
)
wrong(
    "pairs_inside_a_pair",
    electrons=using(inside, pair=1),
    no_logarithm=using(inside, logarithm=lambda x: x),
    natural_logarithm=using(inside, logarithm=np.log),
    cube=using(inside, ball=1),
    diameter=using(inside, ball=pi / 6),
    from_velocity=using(inside, E_F=lambda v: 0.5 * m_e * (v * 1e6) ** 2 / meV),
    reversed=lambda D, v, n: inside(D, v, n)[::-1],
    share_squared=using(inside, share=2),
    h_for_hbar=using(inside, ħ=h),
    all_paired=using(inside, share=0),
)


def overlap(v, phase, turns=1.0, power=1.0, whole=True):
    v, phase = np.asarray(v), np.asarray(phase)
    z = np.prod(1 - v**2 + v**2 * np.exp(1j * turns * phase[:, None]), axis=1)
    return abs(z) ** power if whole else z


right(
    "phase_overlap",
    product=overlap,
    sines=lambda v, phase: [float(np.prod(np.sqrt(1 - 4 * v**2 * (1 - v**2) * np.sin(p / 2) ** 2))) for p in phase],
    by_numbers=lambda v, phase: abs(np.exp(1j * np.outer(phase, np.arange(len(v) + 1))) @ numbers_of_pairs(v)),
)
wrong(
    "phase_overlap",
    phase_twice=using(overlap, turns=2),
    phase_half=using(overlap, turns=0.5),
    squared=using(overlap, power=2),
    complex=using(overlap, whole=False),
    real_part=lambda v, phase: overlap(v, phase, whole=False).real,
    gaussian=lambda v, phase: np.exp(-(phase**2) * np.sum(v**2 * (1 - v**2)) / 2),
    v_for_v2=lambda v, phase: abs(np.prod(np.sqrt(1 - v**2) + v * np.exp(1j * phase[:, None]), axis=1)),
    degrees=lambda v, phase: overlap(v, np.radians(phase)),
    average=lambda v, phase: abs(np.mean(1 - v**2 + v**2 * np.exp(1j * phase[:, None]), axis=1)),
    log=lambda v, phase: np.log(overlap(v, phase)),
)


def pair_matrix(v, diagonal=None, off=lambda v: v * np.sqrt(1 - v**2)):
    v = np.asarray(v)
    M = np.outer(off(v), off(v))
    np.fill_diagonal(M, v**2 if diagonal is None else diagonal(v))
    return M


right(
    "condensed_pairs",
    eigvalsh=lambda v: np.linalg.eigvalsh(pair_matrix(v))[-1],
    svd=lambda v: np.linalg.norm(pair_matrix(v), 2),
    diag_plus=lambda v: max(
        np.linalg.eigvals(np.outer(v * np.sqrt(1 - v**2), v * np.sqrt(1 - v**2)) + np.diag(v**4)).real
    ),
)
wrong(
    "condensed_pairs",
    uv_diagonal=lambda v: np.sum(v**2 * (1 - v**2)),
    smallest=lambda v: np.linalg.eigvalsh(pair_matrix(v))[0],
    all_pairs=lambda v: np.sum(v**2),
    v_outer_v=lambda v: np.linalg.eigvalsh(np.outer(v, v))[-1],
    off_v2=lambda v: np.linalg.eigvalsh(pair_matrix(v, off=lambda v: v**2))[-1],
    share=lambda v: np.linalg.eigvalsh(pair_matrix(v))[-1] / np.sum(v**2),
    all_values=lambda v: np.linalg.eigvalsh(pair_matrix(v)),
    electrons=lambda v: 2 * np.linalg.eigvalsh(pair_matrix(v))[-1],
    u_outer_v=lambda v: np.linalg.eigvalsh(pair_matrix(v, off=lambda v: np.sqrt(v * np.sqrt(1 - v**2))))[-1],
    squared_sum=lambda v: np.sum(v * np.sqrt(1 - v**2)) ** 2,
)

right(
    "kinetic_of_pair_state",
    cos=lambda xi, th: 2 * xi * np.cos(th) ** 2,
    double=lambda xi, th: xi * (1 + np.cos(2 * th)),
)
wrong(
    "kinetic_of_pair_state",
    one_electron=lambda xi, th: xi * np.cos(th) ** 2,
    sine=lambda xi, th: 2 * xi * np.sin(th) ** 2,
    not_squared=lambda xi, th: 2 * xi * np.cos(th),
    degrees=lambda xi, th: 2 * xi * np.cos(np.radians(th)) ** 2,
)
right(
    "slope_of_W",
    double=lambda xi, D, th: -2 * xi * np.sin(2 * th) - 2 * D * np.cos(2 * th),
    single=lambda xi, D, th: -4 * xi * np.sin(th) * np.cos(th) - 2 * D * (np.cos(th) ** 2 - np.sin(th) ** 2),
)
wrong(
    "slope_of_W",
    D_once=lambda xi, D, th: -2 * xi * np.sin(2 * th) - D * np.cos(2 * th),
    sign=lambda xi, D, th: 2 * xi * np.sin(2 * th) + 2 * D * np.cos(2 * th),
    sign_of_D=lambda xi, D, th: -2 * xi * np.sin(2 * th) + 2 * D * np.cos(2 * th),
    angle=lambda xi, D, th: -2 * xi * np.sin(th) - 2 * D * np.cos(th),
)
right(
    "uv_at_the_minimum", form=lambda xi, D: D / 2 / np.hypot(xi, D), root=lambda xi, D: 0.5 / np.sqrt(1 + (xi / D) ** 2)
)
wrong(
    "uv_at_the_minimum",
    no_half=lambda xi, D: D / np.hypot(xi, D),
    xi_above=lambda xi, D: xi / 2 / np.hypot(xi, D),
    square=lambda xi, D: D**2 / 4 / (xi**2 + D**2),
    no_root=lambda xi, D: D / 2 / (xi**2 + D**2),
)
right("v2_at_the_minimum", form=lambda xi, D: (1 - xi / np.hypot(xi, D)) / 2)
wrong(
    "v2_at_the_minimum",
    u2=lambda xi, D: (1 + xi / np.hypot(xi, D)) / 2,
    no_half=lambda xi, D: 1 - xi / np.hypot(xi, D),
    v=lambda xi, D: np.sqrt((1 - xi / np.hypot(xi, D)) / 2),
    D_above=lambda xi, D: (1 - D / np.hypot(xi, D)) / 2,
)

# ---- 04 --------------------------------------------------------------------------------------------------------------


def anticommutators(M, conj=np.conj, sign=1, third=None):
    third = conj if third is None else third
    return np.array([
        M[0, 0] * conj(M[0, 0]) + sign * M[0, 1] * conj(M[0, 1]),
        M[1, 0] * conj(M[1, 0]) + sign * M[1, 1] * conj(M[1, 1]),
        M[0, 0] * third(M[1, 0]) + sign * M[0, 1] * third(M[1, 1]),
    ])  # fmt: skip


def by_matrices(M):
    take = np.array([[0, 1], [0, 0]])
    up, down = np.kron(take, np.eye(2)), np.kron(np.diag([1, -1]), take)
    a = M[0, 0] * up + M[0, 1] * down.T
    b = np.conj(M[1, 0]) * up.T + np.conj(M[1, 1]) * down
    return [(x @ y + y @ x)[0, 0] for x, y in ((a, a.conj().T), (b, b.conj().T), (a, b))]


right(
    "bogoliubov_anticommutators",
    terms=anticommutators,
    matrices=by_matrices,
    products=lambda M: [np.vdot(M[0], M[0]), np.vdot(M[1], M[1]), np.vdot(M[1], M[0])],
    gram=lambda M: (M @ np.conj(M).T)[[0, 1, 0], [0, 1, 1]],
)
wrong(
    "bogoliubov_anticommutators",
    no_conjugate=using(anticommutators, conj=lambda x: x),
    minus=using(anticommutators, sign=-1),
    third_unconjugated=using(anticommutators, third=lambda x: x),
    unitary=lambda M: np.array([1.0, 1.0, 0.0]),
    vanishing_third=lambda M: np.array([*anticommutators(M)[:2], 0.0]),
    conjugated_third=lambda M: np.array([*anticommutators(M)[:2], anticommutators(M)[2].conj()]),
    two_only=lambda M: anticommutators(M)[:2],
    four_by_four=lambda M: np.multiply.outer(anticommutators(M), np.eye(4)),
    real=lambda M: np.real(anticommutators(M)),
    columns=lambda M: anticommutators(M.T),
    third_first=lambda M: anticommutators(M)[[2, 0, 1]],
    size=lambda M: np.abs(anticommutators(M)),
)


def rotation(g, sign=1, conj=np.conj, norm=lambda g: np.sqrt(1 + abs(g) ** 2), place=False):
    M = np.array([[1, -sign * g], [sign * conj(g), 1]]) / norm(g)
    return M.T if place else M


right(
    "rotation_from_amplitude",
    formula=rotation,
    uv=lambda g: (lambda u: np.array([[u, -g * u], [np.conj(g) * u, u]]))((1 + g * np.conj(g)) ** -0.5),
)
wrong(
    "rotation_from_amplitude",
    sign=using(rotation, sign=-1),
    no_conjugate=using(rotation, conj=lambda g: g),
    not_normalised=using(rotation, norm=lambda g: 1),
    g_squared=using(rotation, norm=lambda g: np.sqrt(1 + g**2)),
    transposed=using(rotation, place=True),
    modulus=lambda g: rotation(abs(g)),
    symmetric=lambda g: np.array([[1, -g], [-np.conj(g), 1]]) / np.sqrt(1 + abs(g) ** 2),
    norm_1=using(rotation, norm=lambda g: 1 + abs(g) ** 2),
    conjugated=lambda g: rotation(np.conj(g)),
)


def width(p, D, v, side=2.0, ħ=hbar, unit=1e-6):
    xi = D * (1 - 2 * p) / np.sqrt(1 - (1 - 2 * p) ** 2)
    return np.array([side * xi, side * xi * meV / (ħ * v * 1e6) * unit])


right(
    "step_width",
    formula=width,
    textbook_hbar=using(width, ħ=1.05e-34),
    in_eV=lambda p, D, v: (lambda x: [x, x * 1e-3 / (6.582e-16 * v * 1e6) * 1e-6])(
        D * (1 - 2 * p) / (p * (1 - p)) ** 0.5
    ),
    tangent=lambda p, D, v: (lambda x: (x, x / (0.6582 * v)))(2 * D * np.tan(np.arcsin(1 - 2 * p))),
)
wrong(
    "step_width",
    one_side=using(width, side=1),
    h_for_hbar=using(width, ħ=h),
    per_nm=using(width, unit=1e-9),
    per_metre=using(width, unit=1),
    about_D=lambda p, D, v: np.array([D, D * meV / (hbar * v * 1e6) * 1e-6]),
    order=lambda p, D, v: width(p, D, v)[::-1],
    exchanged=lambda p, D, v: width(p, v, D),
    in_v=lambda p, D, v: width(np.sqrt(p), D, v),
    no_root=lambda p, D, v: width(p, D, v) / np.sqrt(1 - (1 - 2 * p) ** 2),
    energies_only=lambda p, D, v: width(p, D, v)[0],
)


def blurred(p, ratio=1.764, normal=2.0, sc=2.0, logarithm=np.log):
    p = np.asarray(p)
    return ratio * sc * (1 - 2 * p) / (2 * np.sqrt(p * (1 - p))) / (normal * logarithm((1 - p) / p))


right(
    "equally_blurred_temperature",
    formula=blurred,
    ratio_176=using(blurred, ratio=1.76),
    one_side_of_both=using(blurred, normal=1.0, sc=1.0),
    arctanh=lambda p: [3.53 / 4 * (1 - 2 * x) / np.sqrt(x * (1 - x)) / (2 * np.arctanh(1 - 2 * x)) for x in p],
)
wrong(
    "equally_blurred_temperature",
    pair=using(blurred, ratio=3.528),
    one_side_normal=using(blurred, normal=1.0),
    one_side_sc=using(blurred, sc=1.0),
    log10=using(blurred, logarithm=np.log10),
    inverse=lambda p: 1 / blurred(p),
    gap_as_unit=using(blurred, ratio=1.0),
    half_everywhere=lambda p: np.full(np.shape(p), 1.764 / 2),
    boltzmann=lambda p: 1.764 * (1 - 2 * p) / (2 * np.sqrt(p * (1 - p))) / np.log(1 / p),
)

right(
    "pair_breaking_energy",
    where=lambda mu, D: np.where(np.asarray(mu) > 0, 2 * D, 2 * np.hypot(mu, D)),
    minimum=lambda mu, D: 2 * np.hypot(np.minimum(mu, 0), D),
    loop=lambda mu, D: [2 * D if m >= 0 else 2 * (m * m + D * D) ** 0.5 for m in mu],
)
wrong(
    "pair_breaking_energy",
    always_2D=lambda mu, D: np.full(len(mu), 2 * D),
    one=lambda mu, D: np.hypot(np.minimum(mu, 0), D),
    at_the_bottom=lambda mu, D: 2 * np.hypot(mu, D),
    sum_of_both=lambda mu, D: 2 * (np.maximum(-mu, 0) + D),
    from_the_other_side=lambda mu, D: 2 * np.hypot(np.maximum(mu, 0), D),
    a_number=lambda mu, D: 2 * D,
    molecule=lambda mu, D: np.where(mu > 0, 2 * D, -2 * mu),
    pair_and_mu=lambda mu, D: np.where(mu > 0, 2 * D, 2 * np.hypot(mu, D) - 2 * mu),
    no_root=lambda mu, D: 2 * (np.minimum(mu, 0) ** 2 + D**2),
)


def from_light(wavelength, D, hc=1.23984, pair=2.0, many=2.0, whole=np.floor):
    return many * whole(hc / np.asarray(wavelength) / (pair * D))


right(
    "quasiparticles_from_light",
    formula=from_light,
    si=lambda w, D: [2 * int(6.62607e-34 * 2.9979e8 / (x * 1e-3) / (2 * D * 1.60218e-22)) for x in w],
    integer=lambda w, D: (2 * (1.2398 / w // (2 * D))).astype(int),
)
wrong(
    "quasiparticles_from_light",
    no_floor=using(from_light, whole=lambda x: x),
    pairs=using(from_light, many=1.0),
    one_gap_each=lambda w, D: np.floor(1.23984 / w / D),
    up=using(from_light, whole=np.ceil),
    nearest=using(from_light, whole=np.rint),
    hbar_for_h=using(from_light, hc=1.23984 / 2 / pi),
    micrometres=using(from_light, hc=1239.84),
    pair_is_gap=using(from_light, pair=1.0),
    two=lambda w, D: np.full(len(w), 2.0),
)


def speed(k, r, near=False, factor=1.0, power=2):
    xi = 2 * (k - 1) if near else np.asarray(k) ** 2 - 1
    return factor * (1 if near else k) * xi / np.sqrt(xi**2 + r**power)


right(
    "quasiparticle_velocity",
    formula=speed,
    derivative=lambda k, r: (np.hypot((k + 1e-5) ** 2 - 1, r) - np.hypot((k - 1e-5) ** 2 - 1, r)) / 4e-5,
    hypot=lambda k, r: k * (k * k - 1) / np.hypot(k * k - 1, r),
)
wrong(
    "quasiparticle_velocity",
    no_k=lambda k, r: (k**2 - 1) / np.hypot(k**2 - 1, r),
    near=using(speed, near=True),
    speed=lambda k, r: abs(speed(k, r)),
    factor_2=using(speed, factor=2.0),
    half=using(speed, factor=0.5),
    ratio_not_squared=using(speed, power=1),
    normal=lambda k, r: k,
    phase_velocity=lambda k, r: np.hypot(k**2 - 1, r) / k,
    sign=using(speed, factor=-1),
    hole=lambda k, r: k * np.hypot(k**2 - 1, r) / (k**2 - 1 + 1e-9),
)
right(
    "energy_at_speed",
    formula=lambda s, D: D / np.sqrt(1 - s**2),
    cosh=lambda s, D: D * np.cosh(np.arctanh(s)),
    loop=lambda s, D: [D * (1 - x * x) ** -0.5 for x in s],
)
wrong(
    "energy_at_speed",
    no_root=lambda s, D: D / (1 - s**2),
    upside=lambda s, D: D * np.sqrt(1 - s**2),
    kinetic=lambda s, D: D * (1 / np.sqrt(1 - s**2) - 1),
    newton=lambda s, D: D * (1 + s**2 / 2),
    xi=lambda s, D: D * s / np.sqrt(1 - s**2),
    pair=lambda s, D: 2 * D / np.sqrt(1 - s**2),
    no_square=lambda s, D: D / np.sqrt(1 - s),
    plus=lambda s, D: D / np.sqrt(1 + s**2),
)


def bins(edges, D, divide=True, factor=1.0, unit=1.0):
    edges = np.asarray(edges, float)
    levels = np.sqrt(np.maximum(edges**2 - D**2, 0))
    return factor * np.diff(levels) / (np.diff(edges) / unit if divide else 1)


def bins_counted(edges, D):
    xi = (np.arange(2_000_000) + 0.5) * (edges[-1] * 1.01 / 2_000_000)
    return np.histogram(np.hypot(xi, D), edges)[0] * xi[0] * 2 / np.diff(edges)


right(
    "density_in_bins",
    formula=bins,
    counted=bins_counted,
    complex=lambda a, D: np.diff(np.sqrt(a**2 - D**2 + 0j).real) / np.diff(a),
)
wrong(
    "density_in_bins",
    not_divided=using(bins, divide=False),
    middle=lambda a, D: np.nan_to_num(
        (lambda E: np.where(E > D, E / np.sqrt(np.maximum(E**2 - D**2, 1e-12)), 0))((a[1:] + a[:-1]) / 2)
    ),
    both_spins=using(bins, factor=2),
    half=using(bins, factor=0.5),
    no_clip=lambda a, D: np.diff(np.sqrt(a**2 - D**2)) / np.diff(a),
    step=lambda a, D: ((a[1:] + a[:-1]) / 2 > D).astype(float),
    density_at_edges=lambda a, D: (a[1:] > D) * a[1:] / np.sqrt(np.maximum(a[1:] ** 2 - D**2, 1e-9)),
    pair_gap=lambda a, D: bins(a, 2 * D),
    xi_for_E=lambda a, D: np.diff(np.hypot(a, D)) / np.diff(a),
    equal_bins=lambda a, D: np.diff(np.sqrt(np.maximum(a**2 - D**2, 0))) / (a[1] - a[0]),
)

right("balancing_energy", root=lambda D, r: D * np.sqrt(1 + r * r), hypot=lambda D, r: float(np.hypot(D, r * D)))
wrong(
    "balancing_energy",
    always_root_2=lambda D, r: D * 2**0.5,
    linear=lambda D, r: D * (1 + r),
    root_of_1_plus_r=lambda D, r: D * np.sqrt(1 + r),
    minus=lambda D, r: D * np.sqrt(abs(r * r - 1)),
    above_the_gap=lambda D, r: D * (np.sqrt(1 + r * r) - 1),
    in_units_of_D=lambda D, r: np.sqrt(1 + r * r),
    no_root=lambda D, r: D * (1 + r * r),
    exchanged=lambda D, r: r * np.sqrt(1 + D * D),
    xi=lambda D, r: r * D,
)
right(
    "returned_share",
    formula=lambda E: np.sqrt(E**2 - 1) - (E - 1),
    small=lambda E: 1 - 1 / (E + np.sqrt(E * E - 1)),
    quad=lambda E: [quad(lambda t: np.cosh(t) - np.sinh(t), 0, np.arccosh(x))[0] for x in E],
)
wrong(
    "returned_share",
    all_states=lambda E: np.sqrt(E**2 - 1),
    normal_from_zero=lambda E: np.sqrt(E**2 - 1) - E,
    missing=lambda E: E - np.sqrt(E**2 - 1),
    density=lambda E: E / np.sqrt(E**2 - 1) - 1,
    far=lambda E: 1 - 1 / (2 * E),
    twice=lambda E: 2 * (np.sqrt(E**2 - 1) - E + 1),
    over_normal=lambda E: np.sqrt(E**2 - 1) / (E - 1) - 1,
    plus=lambda E: np.sqrt(E**2 - 1) + E - 1,
    all_found=lambda E: np.ones(len(E)),
)


def levels_of(h0, D, hole=-1, off=lambda D: -D):
    D = np.diag(D)
    E = np.linalg.eigvalsh(np.block([[h0, off(D)], [off(D), hole * h0]]))
    return E[len(h0) :]


right(
    "bogoliubov_levels",
    matrix=levels_of,
    other_sign=using(levels_of, off=lambda D: D),
    squared=lambda h0, D: np.sqrt(np.maximum(np.linalg.eigvalsh((h0 + 1j * np.diag(D)) @ (h0 - 1j * np.diag(D))), 0)),
    sorted=lambda h0, D: sorted(
        x for x in np.linalg.eigvals(np.block([[h0, np.diag(D)], [np.diag(D), -h0]])).real
    )[len(D) :],
)  # fmt: skip
wrong(
    "bogoliubov_levels",
    all_of_them=lambda h0, D: np.linalg.eigvalsh(np.block([[h0, -np.diag(D)], [-np.diag(D), -h0]])),
    no_hole_sign=using(levels_of, hole=1),
    absolute=lambda h0, D: levels_of(h0, abs(D)),
    half=using(levels_of, off=lambda D: D / 2),
    twice=using(levels_of, off=lambda D: 2 * D),
    falling=lambda h0, D: levels_of(h0, D)[::-1],
    pairs=lambda h0, D: 2 * levels_of(h0, D),
    local=lambda h0, D: np.sort(np.hypot(np.diag(h0), D)),
    mean_gap=lambda h0, D: np.sort(np.hypot(np.linalg.eigvalsh(h0), np.mean(D))),
    no_gap=lambda h0, D: np.sort(abs(np.linalg.eigvalsh(h0))),
)


def thermal(T, D, N0, factor=4.0, T_unit=1e-3, bose=1.0):
    t = k_B * T * T_unit
    y, _ = quad(lambda s: D * np.cosh(s) / (np.exp(D * (np.cosh(s) - 1) / t) + bose * np.exp(-D / t)), 0, 12, limit=200)
    return factor * N0 * y * np.exp(-D / t)


right(
    "thermal_quasiparticles",
    integral=thermal,
    bessel=lambda T, D, N0: 4 * N0 * D * sum((-1) ** (n + 1) * k1(n * D / (k_B * T * 1e-3)) for n in range(1, 9)),
    over_xi=lambda T, D, N0: 4 * N0 * quad(lambda x: fermi(np.hypot(x, D) / (k_B * T * 1e-3)), 0, 5 * D, limit=200)[0],
)
wrong(
    "thermal_quasiparticles",
    one_spin=using(thermal, factor=2.0),
    quarter=using(thermal, factor=1.0),
    pair_exponent=lambda T, D, N0: thermal(T, 2 * D, N0),
    kelvin=using(thermal, T_unit=1.0),
    exponential_only=lambda T, D, N0: N0 * np.exp(-D / (k_B * T * 1e-3)),
    gap_times_exponential=lambda T, D, N0: 4 * N0 * D * np.exp(-D / (k_B * T * 1e-3)),
    temperature_times=lambda T, D, N0: 4 * N0 * k_B * T * 1e-3 * np.exp(-D / (k_B * T * 1e-3)),
    no_root_2_pi=lambda T, D, N0: 2 * N0 * np.sqrt(D * k_B * T * 1e-3) * np.exp(-D / (k_B * T * 1e-3)),
    pairs=using(thermal, factor=2.0),
    up_and_down_twice=using(thermal, factor=8.0),
    bose=using(thermal, bose=-1.0),
)

right(
    "matrix_of_pair_state",
    matrix=lambda xi, D: np.array([[0, -D], [-D, 2 * xi]]),
    a_list=lambda xi, D: [[0, -D], [-D, 2 * xi]],
)
wrong(
    "matrix_of_pair_state",
    xi_once=lambda xi, D: np.array([[0, -D], [-D, xi]]),
    sign=lambda xi, D: np.array([[0, D], [D, 2 * xi]]),
    shifted=lambda xi, D: np.array([[-xi, -D], [-D, xi]]),
    order=lambda xi, D: np.array([[2 * xi, -D], [-D, 0]]),
)
right("levels_of_pair_state", formula=lambda xi, D: np.array([xi - np.hypot(xi, D), xi + np.hypot(xi, D)]))
wrong(
    "levels_of_pair_state",
    around_zero=lambda xi, D: np.array([-np.hypot(xi, D), np.hypot(xi, D)]),
    order=lambda xi, D: np.array([xi + np.hypot(xi, D), xi - np.hypot(xi, D)]),
    half=lambda xi, D: np.array([xi - np.hypot(xi, D) / 2, xi + np.hypot(xi, D) / 2]),
    minus_xi=lambda xi, D: np.array([-xi - np.hypot(xi, D), -xi + np.hypot(xi, D)]),
)
right("cost_of_a_quasiparticle", root=lambda xi, D: np.sqrt(xi**2 + D**2))
wrong(
    "cost_of_a_quasiparticle",
    two=lambda xi, D: 2 * np.hypot(xi, D),
    minus_xi=lambda xi, D: np.hypot(xi, D) - xi,
    gap=lambda xi, D: D,
    square=lambda xi, D: xi**2 + D**2,
)
right(
    "mean_pair_amplitude",
    tanh=lambda xi, D, T: D / 2 / np.hypot(xi, D) * np.tanh(np.hypot(xi, D) / 2 / T),
    fermi=lambda xi, D, T: D / 2 / np.hypot(xi, D) * (1 - 2 * fermi(np.hypot(xi, D) / T)),
)
wrong(
    "mean_pair_amplitude",
    tanh_E_over_T=lambda xi, D, T: D / 2 / np.hypot(xi, D) * np.tanh(np.hypot(xi, D) / T),
    no_temperature=lambda xi, D, T: D / 2 / np.hypot(xi, D),
    no_half=lambda xi, D, T: D / np.hypot(xi, D) * np.tanh(np.hypot(xi, D) / 2 / T),
    one_minus_f=lambda xi, D, T: D / 2 / np.hypot(xi, D) * (1 - fermi(np.hypot(xi, D) / T)),
    plus=lambda xi, D, T: D / 2 / np.hypot(xi, D) * (1 + 2 * fermi(np.hypot(xi, D) / T)),
)

# ---- 05 --------------------------------------------------------------------------------------------------------------


def tanh_integral(z):
    return quad(lambda x: np.tanh(x) / x, 0, min(z, 20), limit=200)[0] + (log(z / 20) if z > 20 else 0)


def temperatures(g, w, factor=2 * gamma / pi, in_exponent=1.0, in_tanh=2.0, coupling=1.0, part=1.0, upper=1.0):
    def mismatch(y):
        return part * tanh_integral(upper * w / in_tanh / np.exp(y)) - 1 / (coupling * g)

    root = np.exp(brentq(mismatch, log(w) - 60, log(w) + 9))
    return np.array([factor * w * np.exp(-in_exponent / (coupling * g)), root])


def other(first=None, second=None, both=temperatures):
    """One of two numbers is another one."""

    def answer(*inputs):
        good = both(*inputs)
        return np.array([good[0] if first is None else first(*inputs), good[1] if second is None else second(*inputs)])

    return answer


def coarse_root(g, w):
    x = np.linspace(1e-6, 1, 40001)
    T = np.linspace(0.3, 3, 200) * 1.134 * w * np.exp(-1 / g)
    sums = []
    for one in T:
        e = w * x**3  # dense at small energies
        sums.append(np.trapezoid(np.tanh(e / 2 / one) / e, e))
    return np.array([1.134 * w * np.exp(-1 / g), np.interp(-1 / g, -np.array(sums), T)])


right(
    "transition_temperature",
    both=temperatures,
    three_digits=using(temperatures, factor=1.13),
    four_digits=using(temperatures, factor=1.134),
    a_list=lambda g, w: list(temperatures(g, w)),
    a_sum=coarse_root,
)
wrong(
    "transition_temperature",
    closed_form_alone=lambda g, w: 1.134 * w * np.exp(-1 / g),
    closed_form_twice=lambda g, w: np.array([1.134, 1.134]) * w * np.exp(-1 / g),
    no_prefactor=using(temperatures, factor=1.0),
    gap=using(temperatures, factor=2.0),
    pair=using(temperatures, in_exponent=2.0),
    tanh_xi_over_T=using(temperatures, in_tanh=1.0),
    tanh_xi_over_T_in_both=using(temperatures, in_tanh=1.0, factor=4 * gamma / pi),
    half_prefactor=using(temperatures, factor=gamma / pi),
    exponent=other(first=lambda g, w: 1.134 * w * np.exp(-g)),
    plus=using(temperatures, in_exponent=-1.0),
    exchanged=lambda g, w: temperatures(g, w)[::-1],
    in_meV=lambda g, w: temperatures(g, w) * k_B,
    gamma_for_its_exponential=using(temperatures, factor=2 * 0.5772 / pi),
    sign_of_gamma=using(temperatures, factor=2 / gamma / pi),
    both_halves=using(temperatures, part=2.0),
    only_logarithm=other(second=lambda g, w: w / 2 * np.exp(-1 / g)),
    both_spins=using(temperatures, coupling=2.0),
    sinh=other(first=lambda g, w: 1.134 * w / 2 / np.sinh(1 / g)),
    root_is_z=other(second=lambda g, w: w / 2 / temperatures(g, w)[1]),
    integral_to_twice=using(temperatures, upper=2.0),
)


def ratios(g, limit=2 * pi / gamma, gap=lambda g: 1 / np.sinh(1 / g), tc=lambda g: temperatures(g, 1.0)[1], two=2.0):
    return np.array([limit, two * gap(g) / tc(g)])


right(
    "gap_ratio",
    both=ratios,
    three_digits=using(ratios, limit=3.53),
    twice_176=using(ratios, limit=2 * 1.764),
    twice_176_short=using(ratios, limit=2 * 1.76),
    from_113=using(ratios, limit=4 / 1.13),
    from_two_integrals=lambda g: np.array([
        3.528, 2 * brentq(lambda D: np.arcsinh(1 / D) - 1 / g, 1e-9, 9) / temperatures(g, 1.0)[1]]),
    decimal=lambda g: [Decimal("3.528"), Decimal(float(ratios(g)[1]))],
)  # fmt: skip
wrong(
    "gap_ratio",
    limit_alone=lambda g: 3.528,
    limit_twice=lambda g: [3.528, 3.528],
    half=lambda g: ratios(g) / 2,
    half_limit=using(ratios, limit=1.764),
    half_at_coupling=using(ratios, two=1.0),
    four=using(ratios, limit=4.0),
    pi_only=using(ratios, limit=pi),
    weak_tc=using(ratios, tc=lambda g: 1.134 * np.exp(-1 / g)),
    weak_gap=using(ratios, gap=lambda g: 2 * np.exp(-1 / g)),
    both_weak=using(ratios, gap=lambda g: 2 * np.exp(-1 / g), tc=lambda g: 1.134 * np.exp(-1 / g)),
    inverse=lambda g: 1 / ratios(g),
    exchanged=lambda g: ratios(g)[::-1],
    twice=using(ratios, limit=7.056),
    gamma_itself=using(ratios, limit=2 * pi / 0.5772),
    gamma_above=using(ratios, limit=2 * pi * gamma),
    measured_lead=using(ratios, limit=4.3),
    tc_and_gap=lambda g: [1 / np.sinh(1 / g), temperatures(g, 1.0)[1]],
    deviation=lambda g: [3.528, ratios(g)[1] - 3.528],
    relative=lambda g: [3.528, ratios(g)[1] / 3.528],
)


def own_curve(t, ratio=pi / gamma, two=2.0, at_zero=1.0, above=0.0, scale=1.0, points=1200):
    found = []
    theta = np.linspace(0, 16, points)
    for x in np.asarray(t, float):
        if x <= 0:
            found.append(at_zero)
        elif x >= 1:
            found.append(above)
        else:

            def equation(logd, x=x):
                d = np.exp(logd)
                y = two * fermi(ratio * d / x * np.cosh(np.minimum(theta, 700)))
                return logd + np.trapezoid(y, theta)

            try:
                found.append(np.exp(brentq(equation, -14, 0.5)))
            except ValueError:
                found.append(np.nan)
    return scale * np.array(found)


def by_tanh(t):
    found = []
    for x in t:
        if x >= 1:
            found.append(0.0)
            continue
        if x < 0.02:
            found.append(1.0)
            continue
        r = np.concatenate([np.linspace(0, 60, 30001)])

        def f(d, x=x, r=r):
            E = np.hypot(r, d)
            y = np.tanh(E / 2 / x) / np.maximum(E, 1e-12) - np.tanh(r / 2) / np.maximum(r, 1e-12)
            y[0] = np.tanh(d / 2 / x) / d - 0.5
            h = r[1]
            return (y[0] + y[-1] + 4 * y[1:-1:2].sum() + 2 * y[2:-1:2].sum()) * h / 3 - d * d / 4 / 60**2

        found.append(brentq(f, 1e-5, 2.0) / (pi / gamma))
    return np.array(found)


right("gap_curve", thermal_part=own_curve, tanh=by_tanh, a_list=lambda t: own_curve(t).tolist())
wrong(
    "gap_curve",
    tanh_formula=lambda t: np.where(t < 1, np.tanh(1.74 * np.sqrt(np.maximum(1 / np.maximum(t, 1e-9) - 1, 0))), 0),
    root=lambda t: np.sqrt(np.maximum(1 - t, 0)),
    near_tc=lambda t: 1.74 * np.sqrt(np.maximum(1 - t, 0)),
    cosine=lambda t: np.sqrt(np.maximum(np.cos(pi * np.minimum(t, 1) ** 2 / 2), 0)),
    two_fluid=lambda t: np.maximum(1 - t**4, 0),
    parabola=lambda t: np.maximum(1 - t**2, 0),
    over_Tc=using(own_curve, scale=1.764),
    f_once=using(own_curve, two=1.0),
    ratio_353=using(own_curve, ratio=3.528),
    ratio_1=using(own_curve, ratio=1.0),
    zero_fails=using(own_curve, at_zero=np.nan),
    zero_at_zero=using(own_curve, at_zero=0.0),
    nan_above=using(own_curve, above=np.nan),
    rough=using(own_curve, points=12),
    ratio_18=using(own_curve, ratio=1.8),
    low_T=lambda t: np.where(
        t < 1, 1 - np.sqrt(2 * pi * np.maximum(t, 1e-9) / 1.764) * np.exp(-1.764 / np.maximum(t, 1e-9)), 0
    ),
    as_squared=lambda t: own_curve(t) ** 2,
)


def two_gaps(Tc, ratio=1.764, k=k_B, left=1.7367 * 0.1):
    return np.array([ratio * k * Tc, ratio * k * Tc * left])


right(
    "gap_in_meV",
    three_digits=using(two_gaps, ratio=1.76, k=8.617e-2),
    ratio_353=using(two_gaps, ratio=3.53 / 2),
    own_curve=lambda Tc: pi / gamma * k_B * Tc * own_curve(np.array([0.0, 0.99])),
    a_list=lambda Tc: [0.152 * Tc, 0.0263 * Tc],
    near_tc=lambda Tc: np.array([1.764 * k_B * Tc, 3.06 * k_B * Tc * np.sqrt(0.01)]),
    decimal=lambda Tc: [Decimal("0.152") * Decimal(str(float(Tc))), Decimal("0.0264") * Decimal(str(float(Tc)))],
)
wrong(
    "gap_in_meV",
    pair=using(two_gaps, ratio=3.53),
    electronvolts=using(two_gaps, k=8.617e-5),
    kelvin=using(two_gaps, k=1.0),
    thermal=using(two_gaps, ratio=1.0),
    from_2D=using(two_gaps, ratio=3.53 / 4),
    joule=using(two_gaps, k=1.38e-23),
    prefactor_tc=using(two_gaps, ratio=1.134),
    linear=using(two_gaps, left=0.01),
    bare_root=using(two_gaps, left=0.1),
    share=lambda Tc: np.array([1.764 * k_B * Tc, 0.1737]),
    cold_only=lambda Tc: 1.764 * k_B * Tc,
    exchanged=lambda Tc: two_gaps(Tc)[::-1],
)
right("term_at_tc", term=lambda xi, Tc: np.tanh(xi / 2 / Tc) / xi, fermi=lambda xi, Tc: (1 - 2 * fermi(xi / Tc)) / xi)
wrong(
    "term_at_tc",
    xi_over_T=lambda xi, Tc: np.tanh(xi / Tc) / xi,
    two_below=lambda xi, Tc: np.tanh(xi / 2 / Tc) / 2 / xi,
    cold=lambda xi, Tc: 1 / xi,
    no_xi=lambda xi, Tc: np.tanh(xi / 2 / Tc),
)
right("tanh_integral", quad=tanh_integral, plain=lambda z: quad(lambda x: np.tanh(x) / x, 0, z, limit=400)[0])
wrong(
    "tanh_integral",
    large=lambda z: np.log(2.268 * z),
    logarithm=lambda z: np.log(z),
    from_1=lambda z: quad(lambda x: np.tanh(x) / x, 1, z)[0],
    tanh_only=lambda z: np.log(np.cosh(z)),
)
right("tanh_integral_for_large_z", form=lambda z: np.log(4 * gamma * z / pi), digits=lambda z: np.log(2.268 * z))
wrong(
    "tanh_integral_for_large_z",
    bare=lambda z: np.log(z),
    other_variable=lambda z: np.log(1.134 * z),
    log10=lambda z: np.log10(2.268 * z),
    gamma_itself=lambda z: np.log(4 * 0.5772 * z / pi),
)
right(
    "coupling_for_tc",
    form=lambda Tc, w: 1 / np.log(1.134 * w / Tc),
    root=lambda Tc, w: -1 / np.log(Tc / (2 * gamma / pi * w)),
)
wrong(
    "coupling_for_tc",
    upside=lambda Tc, w: np.log(1.134 * w / Tc),
    no_prefactor=lambda Tc, w: 1 / np.log(w / Tc),
    sign=lambda Tc, w: 1 / np.log(Tc / w / 1.134),
    gap=lambda Tc, w: 1 / np.log(2 * w / Tc),
    z_prefactor=lambda Tc, w: 1 / np.log(2.268 * w / Tc),
)
right(
    "integral_at_zero_temperature",
    arsinh=lambda D, w: np.arcsinh(w / D),
    quad=lambda D, w: quad(lambda x: 1 / np.hypot(x, D), 0, w, limit=200, points=[min(D, w / 2)])[0],
    log=lambda D, w: np.log((w + np.hypot(w, D)) / D),
)
wrong(
    "integral_at_zero_temperature",
    small_gap=lambda D, w: np.log(2 * w / D),
    half=lambda D, w: np.arcsinh(w / D) / 2,
    sinh=lambda D, w: np.sinh(w / D),
    arctan=lambda D, w: np.arctan(w / D),
    upside=lambda D, w: np.arcsinh(D / w),
)
right("integral_for_small_gap", log=lambda D, w: np.log(2 * w / D), two=lambda D, w: 0.693147 + np.log(w) - np.log(D))
wrong(
    "integral_for_small_gap",
    no_2=lambda D, w: np.log(w / D),
    upside=lambda D, w: np.log(D / 2 / w),
    power=lambda D, w: np.log(w / 2 / D),
)
right("log_of_gap_over_tc", both=lambda g: np.array([np.log(2) - 1 / g, np.log(1.134) - 1 / g]))
wrong(
    "log_of_gap_over_tc",
    order=lambda g: np.array([np.log(1.134) - 1 / g, np.log(2) - 1 / g]),
    plus=lambda g: np.array([np.log(2) + 1 / g, np.log(1.134) + 1 / g]),
    not_log=lambda g: np.array([2 * np.exp(-1 / g), 1.134 * np.exp(-1 / g)]),
    no_prefactors=lambda g: np.array([-1 / g, -1 / g]),
    coupling=lambda g: np.array([np.log(2) - g, np.log(1.134) - g]),
)

# ---- 06 --------------------------------------------------------------------------------------------------------------


def by_parts(D, w, kinetic=1.0, attraction=1.0):
    costs = 2 * quad(lambda x: x * (1 - x / np.hypot(x, D)), 0, w, limit=400, points=[D])[0]
    return attraction * D**2 * np.arcsinh(w / D) - kinetic * costs


def gain(D, w, kinetic=1.0, attraction=1.0, signs=(1, 1, 1), total=-1):
    cost, back = kinetic * by_parts(D, w, -1.0, 0.0), attraction * by_parts(D, w, 0.0, 1.0)
    return np.array(signs) * np.array([cost, back, back + total * cost])


right(
    "energy_gained_by_pairing",
    parts=gain,
    half_square=lambda D, w: [*gain(D, w)[:2], D * D / 2],
    exact=lambda D, w: [
        w * w - w * np.hypot(w, D) + D**2 * np.arcsinh(w / D), D**2 * np.arcsinh(w / D), w * (np.hypot(w, D) - w)],
    weak=lambda D, w: [D**2 * (log(2 * w / D) - 0.5), D**2 * log(2 * w / D), D**2 / 2],
)  # fmt: skip
wrong(
    "energy_gained_by_pairing",
    gain_alone=lambda D, w: D * D / 2,
    quarter=lambda D, w: [*gain(D, w)[:2], D * D / 4],
    square=lambda D, w: [*gain(D, w)[:2], D * D],
    sign=using(gain, signs=(1, 1, -1)),
    energies=using(gain, signs=(1, -1, -1)),
    attraction_negative=using(gain, signs=(1, -1, 1)),
    order=lambda D, w: gain(D, w)[[1, 0, 2]],
    gain_first=lambda D, w: gain(D, w)[[2, 0, 1]],
    kinetic_half=using(gain, kinetic=0.5),
    attraction_half=using(gain, attraction=0.5),
    kinetic_added=using(gain, total=1),
    gap_alone=lambda D, w: [*gain(D, w)[:2], D],
    attraction_twice=using(gain, attraction=2.0),
    all_twice=lambda D, w: 2 * gain(D, w),
    all_half=lambda D, w: gain(D, w) / 2,
    not_folded=lambda D, w: [gain(D, w)[0], 0.5 * gain(D, w)[1], D**2 / 2],
    over_delta_squared=lambda D, w: gain(D, w) / D**2,
    kinetic_without_absolute=lambda D, w: [0.0, gain(D, w)[1], gain(D, w)[1]],
)


ZETA_3 = zeta(3)


def jumps(y, Tc, t, number=12 / 7 / ZETA_3, slope=lambda t: gap(t, 1.0) ** 2 / (1 - t), factor=3 / pi**2 / 2):
    return np.array([number, factor * slope(t)]) * y * Tc


right(
    "jump_of_heat_capacity",
    both=jumps,
    three_digits=using(jumps, number=1.43),
    in_kelvin=lambda y, Tc, t: [1.426 * y * Tc, 3 / pi**2 / 2 * y * (gap(t * Tc, Tc) ** 2 - 0) / (Tc - t * Tc)],
    fraction=lambda y, Tc, t: [float(Fraction(143, 100)) * y * Tc, jumps(y, Tc, t)[1]],
)
wrong(
    "jump_of_heat_capacity",
    jump_alone=lambda y, Tc, t: 1.43 * y * Tc,
    jump_twice=lambda y, Tc, t: [1.43 * y * Tc, 1.43 * y * Tc],
    whole_Cs=using(jumps, number=2.43),
    whole_Cs_in_both=lambda y, Tc, t: jumps(y, Tc, t) + y * Tc,
    over_normal=lambda y, Tc, t: jumps(1, 1, t),
    no_Tc=lambda y, Tc, t: jumps(y, 1, t),
    Tc_squared=lambda y, Tc, t: jumps(y, Tc**2, t),
    normal=using(jumps, number=1.0),
    half=lambda y, Tc, t: jumps(y, Tc, t) / 2,
    joule=lambda y, Tc, t: jumps(y, Tc, t) / 1000,
    down=lambda y, Tc, t: -jumps(y, Tc, t),
    zeta_2=using(jumps, number=12 / 7 / zeta(2)),
    no_zeta=using(jumps, number=12 / 7),
    both_spins=lambda y, Tc, t: 2 * jumps(y, Tc, t),
    slope_at_t=using(jumps, slope=lambda t: -(gap(t + 1e-4, 1.0) ** 2 - gap(t - 1e-4, 1.0) ** 2) / 2e-4),
    from_zero=using(jumps, slope=lambda t: (gap(0.0, 1.0) ** 2 - gap(t, 1.0) ** 2) / t),
    slope_of_the_gap=using(jumps, slope=lambda t: gap(t, 1.0) / (1 - t)),
    gap_over_gap_0=using(jumps, slope=lambda t: gap(t, 1.0) ** 2 / gap(0.0, 1.0) ** 2 / (1 - t)),
    N0_forgotten=using(jumps, factor=1.0),
    negative_slope=using(jumps, factor=-3 / pi**2 / 2),
    exchanged=lambda y, Tc, t: jumps(y, Tc, t)[::-1],
    t_for_one_minus_t=using(jumps, slope=lambda t: gap(t, 1.0) ** 2 / t),
    not_divided=using(jumps, slope=lambda t: gap(t, 1.0) ** 2),
)


def entropy(t, part=1.0, holes=True):
    """Over γTc."""
    found = []
    for x in np.asarray(t, float):
        D = gap(x, 1.0)
        xi = np.linspace(0, 40 * x, 4001)
        f = fermi(np.hypot(xi, D) / x)
        y = -f * np.log(np.maximum(f, 1e-300)) - holes * (1 - f) * np.log1p(-f)
        found.append(part * 6 / pi**2 * np.trapezoid(y, xi))
    return np.array(found)


def entropy_by_energy(t):
    found = []
    for x in t:
        D = gap(x, 1.0)
        y, _ = quad(
            lambda s, D=D, x=x: (np.hypot(s, D) + s * s / np.hypot(s, D)) * fermi(np.hypot(s, D) / x),
            0,
            40 * x,
            limit=200,
        )
        found.append(6 / pi**2 * y / x)
    return np.array(found)


right(
    "latent_heat",
    entropies=lambda t: t * (t - entropy(t)),
    energies=lambda t: t**2 - t * entropy_by_energy(t),
)
wrong(
    "latent_heat",
    sign=lambda t: t * (entropy(t) - t),
    no_T=lambda t: t - entropy(t),
    one_spin=lambda t: t * (t - entropy(t, 0.5)),
    normal=lambda t: t**2,
    superconducting=lambda t: t * entropy(t),
    electrons_only=lambda t: t * (t - entropy(t, 1, False)),
    parabola=lambda t: t**2 * (1 - t**2) * 2 * 0.473,
    two_fluid=lambda t: t**2 * (1 - t**2),
    condensation=lambda t: 0.236 * (1 - t**2) ** 2,
    too_much=lambda t: t * (t - entropy(t, 2.0)),
    half=lambda t: t * (t - entropy(t)) / 2,
)
right("temperature_after_quench", entropies=entropy, energies=entropy_by_energy)
wrong(
    "temperature_after_quench",
    same=lambda t: t,
    one_spin=using(entropy, part=0.5),
    two_fluid=lambda t: t**3,
    electrons_only=using(entropy, holes=False),
    times_t=lambda t: t * entropy(t),
    over_t=lambda t: entropy(t) / t,
    root=lambda t: np.sqrt(entropy(t)),
    energy_kept=lambda t: np.sqrt(np.maximum(2 * (t**2 / 2 - 0.236 * (1 - t**2) ** 2), 0)),
    warmer=lambda t: 2 * t - entropy(t),
    twice=using(entropy, part=2.0),
)

# ---- 07 --------------------------------------------------------------------------------------------------------------


def weight(E, Ef, D, Df, eta):
    total = 0
    for s in (1, -1):
        for r in (1, -1):
            xi, xf = s * np.sqrt(E**2 - D**2), r * np.sqrt(Ef**2 - Df**2)
            uu = np.sqrt((1 + xi / E) / 2 * (1 + xf / Ef) / 2)
            vv = np.sign(D * Df) * np.sqrt((1 - xi / E) / 2 * (1 - xf / Ef) / 2)
            total = total + (uu - eta * vv) ** 2 / 4
    return total


right("transition_weight", formula=lambda E, Ef, D, Df, eta: (1 - eta * D * Df / E / Ef) / 2, signs=weight)
wrong(
    "transition_weight",
    no_half=lambda E, Ef, D, Df, eta: 1 - eta * D * Df / E / Ef,
    plus=lambda E, Ef, D, Df, eta: (1 + eta * D * Df / E / Ef) / 2,
    sizes=lambda E, Ef, D, Df, eta: (1 - eta * abs(D * Df) / E / Ef) / 2,
    one_gap=lambda E, Ef, D, Df, eta: (1 - eta * D**2 / E / Ef) / 2,
    no_parity=lambda E, Ef, D, Df, eta: (1 - D * Df / E / Ef) / 2,
    with_xi=lambda E, Ef, D, Df, eta: (1 + (np.sqrt(E**2 - D**2) * np.sqrt(Ef**2 - Df**2) - eta * D * Df) / E / Ef) / 2,
    densities=lambda E, Ef, D, Df, eta: (
        (1 - eta * D * Df / E / Ef) / 2 * E * Ef / np.sqrt((E**2 - D**2 + 1e-9) * (Ef**2 - Df**2 + 1e-9))
    ),
    quarter=lambda E, Ef, D, Df, eta: (1 - eta * D * Df / E / Ef) / 4,
    one_energy=lambda E, Ef, D, Df, eta: (1 - eta * D * Df / E**2) / 2,
    squared=lambda E, Ef, D, Df, eta: ((1 - eta * D * Df / E / Ef) / 2) ** 2,
)


def rate(w, T, D, factor=2.0, eta=-1, occupation=None, density=True):
    s = np.linspace(0, np.arccosh(1 + 40 * T / D), 20001)
    x = s**2 / s[-1]  # denser at the edge
    E = D * np.cosh(x)
    Ef = E + w
    f = fermi(E / T) - fermi(Ef / T) if occupation is None else occupation(E, Ef, T)
    root = np.sqrt(Ef**2 - D**2)
    y = (E * Ef - eta * D * D) / root * f if density else (1 - eta * D * D / E / Ef) * f * D * np.sinh(x)
    return factor * np.trapezoid(y, x) / w


def rate_by_quad(w, T, D):
    def y(s):
        E = D * np.cosh(s)
        return (E * (E + w) + D * D) / np.sqrt((E + w) ** 2 - D * D) * (fermi(E / T) - fermi((E + w) / T))

    b = np.arccosh(1 + 60 * T / D)
    edge = min(np.sqrt(2 * w / D), b / 2)
    return 2 / w * (quad(y, 0, edge, limit=300)[0] + quad(y, edge, b, limit=300)[0])


right("relaxation_ratio", grid=rate, quad=rate_by_quad)
wrong(
    "relaxation_ratio",
    half_axis=using(rate, factor=1.0),
    case_one=using(rate, eta=1),
    no_interference=using(rate, eta=0),
    no_densities=using(rate, density=False),
    twice=using(rate, factor=4.0),
    not_over_normal=lambda w, T, D: rate(w, T, D) * w,
    occupied_only=using(rate, occupation=lambda E, Ef, T: fermi(E / T)),
    sum_of_f=using(rate, occupation=lambda E, Ef, T: fermi(E / T) + fermi(Ef / T)),
    over_T=lambda w, T, D: rate(w, T, D) * w / T,
    pair_gap=lambda w, T, D: rate(w, T, 2 * D),
    exponential=lambda w, T, D: np.exp(-D / T),
)


def dynes_rate(G, T, D, part=2.0, M2=1.0):
    x = np.unique(np.concatenate([np.linspace(0, 30 * T, 4000), D + G * np.sinh(np.linspace(-9, 9, 2001))]))
    x = x[(x >= 0) & (x <= 30 * T)]
    z = x + 1j * G
    root = np.sqrt(z * z - D * D)
    N, M = (z / root).real, (D / root).real
    return part * np.trapezoid((N**2 + M2 * M**2) / (4 * T * np.cosh(x / 2 / T) ** 2), x)


def level_width(ratio, T, D, unit=k_B, result=1.0, **how):
    t = unit * T

    def y(s):
        return dynes_rate(np.exp(s) * D, t, D, **how) - ratio

    s = np.linspace(-16, 1, 35)
    v = np.array([y(x) for x in s])
    k = np.flatnonzero((v[:-1] > 0) & (v[1:] <= 0))
    return result * np.exp(brentq(y, s[k[-1]], s[k[-1] + 1])) if k.size else np.nan


right("width_from_rate", root=level_width)
wrong(
    "width_from_rate",
    in_meV=lambda ratio, T, D: D * level_width(ratio, T, D),
    half_axis=using(level_width, part=1.0),
    no_M=using(level_width, M2=0.0),
    case_one=using(level_width, M2=-1.0),
    kelvin=using(level_width, unit=1.0),
    half_width=using(level_width, result=0.5),
    full_width=using(level_width, result=2.0),
    inverse=lambda ratio, T, D: 1 / level_width(ratio, T, D),
    logarithm_only=lambda ratio, T, D: np.exp(-ratio),
    k_B_short=using(level_width, unit=0.0900),
)
right(
    "gap_from_relaxation",
    polyfit=lambda T, T1: k_B * np.polyfit(1 / T, np.log(T1), 1)[0],
    sums=lambda T, T1: 0.0862 * np.cov(1 / T, np.log(T1))[0, 1] / np.var(1 / T, ddof=1),
)
wrong(
    "gap_from_relaxation",
    half=lambda T, T1: k_B * np.polyfit(1 / T, np.log(T1), 1)[0] / 2,
    pair=lambda T, T1: k_B * np.polyfit(1 / T, np.log(T1), 1)[0] * 2,
    kelvin=lambda T, T1: np.polyfit(1 / T, np.log(T1), 1)[0],
    rate=lambda T, T1: -k_B * np.polyfit(1 / T, np.log(T1), 1)[0],
    log10=lambda T, T1: k_B * np.polyfit(1 / T, np.log10(T1), 1)[0],
    electronvolts=lambda T, T1: 8.617e-5 * np.polyfit(1 / T, np.log(T1), 1)[0],
    against_T=lambda T, T1: k_B * np.polyfit(T, np.log(T1), 1)[0],
    no_logarithm=lambda T, T1: k_B * np.polyfit(1 / T, T1, 1)[0],
    intercept=lambda T, T1: k_B * np.polyfit(1 / T, np.log(T1), 1)[1],
    exchanged_axes=lambda T, T1: k_B * np.polyfit(np.log(T1), 1 / T, 1)[0],
)


def inductance(R, T, Tc, D=None, ħ=hbar, tanh=True, unit=1e12, over=pi, half=2):
    D = gap(T, Tc) if D is None else D(T, Tc)
    return unit * ħ * R / (over * D * 1.380649e-23 * (np.tanh(D / half / T) if tanh else 1))


right("sheet_inductance", formula=inductance, textbook_hbar=using(inductance, ħ=1.05e-34))
wrong(
    "sheet_inductance",
    no_tanh=using(inductance, tanh=False),
    gap_at_zero=using(inductance, D=lambda T, Tc: 1.764 * Tc),
    no_pi=using(inductance, over=1),
    h_for_hbar=using(inductance, ħ=h),
    nanohenry=using(inductance, unit=1e9),
    twice_pi=using(inductance, over=2 * pi),
    D_over_T=using(inductance, half=1),
    pair_gap=using(inductance, D=lambda T, Tc: 2 * gap(T, Tc)),
    cold=using(inductance, D=lambda T, Tc: 1.764 * Tc, tanh=False),
    root=using(inductance, D=lambda T, Tc: 1.764 * Tc * np.sqrt(1 - T / Tc)),
    henry=using(inductance, unit=1),
)

# ---- 08 --------------------------------------------------------------------------------------------------------------


def sound(mass, n, spins=2.0, d=(1, 2, 3), ħ=hbar, unit=1e3, power=0.5):
    n = np.asarray(n, float) * np.array([1e6, 1e12, 1e18]) * spins / 2
    k = np.array([pi * n[0] / 2, np.sqrt(2 * pi * n[1]), (3 * pi**2 * n[2]) ** (1 / 3)])
    return unit * ħ * k / (mass * u) / np.array(d) ** power


right("neutral_sound", formula=sound, textbook_hbar=using(sound, ħ=1.05e-34), a_list=lambda m, n: list(sound(m, n)))
wrong(
    "neutral_sound",
    fermi_velocity=using(sound, d=(1, 1, 1)),
    always_3=using(sound, d=(3, 3, 3)),
    no_root=using(sound, power=1.0),
    one_spin=using(sound, spins=4.0),
    half_density=using(sound, spins=1.0),
    h_for_hbar=using(sound, ħ=h),
    metres=using(sound, unit=1.0),
    order=lambda m, n: sound(m, n)[::-1],
    times_root=using(sound, power=-0.5),
    pair_mass=lambda m, n: sound(2 * m, n),
    micrometres=using(sound, unit=1e6),
)


def curve_in_plane(Q, mean="plane"):
    theta = (np.arange(400) + 0.5) * pi / 800 if mean == "plane" else None
    c = np.cos(theta) if mean == "plane" else (np.arange(400) + 0.5) / 400 if mean == "space" else np.ones(1)

    def f(w, q):
        s2 = w * w - (q * c) ** 2
        s = np.sqrt(abs(s2))
        y = np.where(
            s2 > 0,
            s * np.arcsin(np.minimum(s, 1)) / np.sqrt(np.maximum(1 - s2, 1e-14)),
            -s * np.arcsinh(s) / np.sqrt(1 + s * s),
        )
        return y.mean()

    return np.array([0.0 if q == 0 else brentq(f, 1e-9, 1 - 1e-12, args=(q,)) for q in Q])


def by_the_condition(Q):
    x, g = np.polynomial.legendre.leggauss(48)
    t, gt = (x + 1) * pi / 4, g / 2
    np.concatenate([np.sinh(3.5 * x)])
    X = np.linspace(-9.0, 9.0, 241)
    xi, wx = 0.35 * np.sinh(X), 0.35 * np.cosh(X) * (X[1] - X[0])

    def f(w, q):
        a = 0.5 * q * np.cos(t)[:, None]
        p, m = xi + a, xi - a
        E, F = np.hypot(p, 0.5), np.hypot(m, 0.5)
        y = (E + F) * (E * F + p * m + 0.25) / (2 * E * F * ((E + F) ** 2 - w * w))
        return ((gt @ y - 0.5 / np.hypot(xi, 0.5)) * wx).sum()

    return np.array([0.0 if q == 0 else brentq(f, 1e-6, 1 - 1e-9, args=(q,), xtol=1e-9) for q in Q])


right("plane_mode", arcsine=curve_in_plane, condition=by_the_condition)
wrong(
    "plane_mode",
    linear=lambda Q: Q / np.sqrt(2),
    cut=lambda Q: np.minimum(Q / np.sqrt(2), 1),
    space=using(curve_in_plane, mean="space"),
    wire=lambda Q: np.minimum(Q, 1.0),
    omega_over_D=lambda Q: 2 * curve_in_plane(Q),
    Q_over_D=lambda Q: curve_in_plane(np.minimum(Q * 2, 1.3)),
    squared=lambda Q: curve_in_plane(Q) ** 2,
    tanh=lambda Q: np.tanh(Q / np.sqrt(2)),
    root_3=lambda Q: Q / np.sqrt(3),
    half_q=lambda Q: curve_in_plane(Q / 2),
)


def ring(N, J, U, W, root=True, zero=True, ordered=True, two=2.0, sine=2.0):
    L = two - two * np.cos(2 * pi * np.arange(N) / N)
    w2 = J * (U * L + W * ((L > 1e-12) if zero else 1))
    w = np.sqrt(w2) if root else w2
    return np.sort(w) if ordered else w


def ring_by_matrix(N, J, U, W):
    L = 2 * np.eye(N) - np.roll(np.eye(N), 1, 0) - np.roll(np.eye(N), -1, 0)
    C = U * np.eye(N) + W * np.linalg.pinv(L)
    return np.sqrt(np.maximum(np.sort(np.linalg.eigvals(J * C @ L).real), 0))


right("ring_modes", formula=ring, matrix=ring_by_matrix)
wrong(
    "ring_modes",
    squared=using(ring, root=False),
    all_lifted=using(ring, zero=False),
    not_sorted=using(ring, ordered=False),
    falling=lambda N, J, U, W: ring(N, J, U, W)[::-1],
    neutral=lambda N, J, U, W: ring(N, J, U, 0),
    half_of_them=lambda N, J, U, W: ring(N, J, U, W)[: N // 2],
    no_J=lambda N, J, U, W: ring(N, 1, U, W),
    exchanged=lambda N, J, U, W: ring(N, J, W, U),
    J_twice=lambda N, J, U, W: ring(N, 2 * J, U, W),
    in_cycles=lambda N, J, U, W: ring(N, J, U, W) / 2 / pi,
    open_chain=lambda N, J, U, W: np.sqrt(J * U * (2 - 2 * np.cos(pi * np.arange(N) / N)) + J * W * (np.arange(N) > 0)),
    no_factor=using(ring, two=1.0),
)


def plasmon(lam, L, two=2.0, turns=2 * pi, power=1.0, unit=1e-9, mu=1e-6):
    q = (2 * pi / (np.asarray(lam) * mu)) ** power
    return unit * np.sqrt(q / (two * eps0 * L * 1e-9)) / turns


right("film_plasmon", formula=plasmon, textbook=lambda lam, L: plasmon(lam, L) * np.sqrt(8.8541878 / 8.85))
wrong(
    "film_plasmon",
    one_side=using(plasmon, two=1.0),
    angular=using(plasmon, turns=1.0),
    wavelength_for_q=lambda lam, L: plasmon(lam, L) / np.sqrt(2 * pi),
    gauss=using(plasmon, two=4 * pi),
    linear=lambda lam, L: 1e-9 * c_light / (np.asarray(lam) * 1e-6),
    hertz=using(plasmon, unit=1.0),
    nanometres=using(plasmon, mu=1e-9),
    no_root=lambda lam, L: plasmon(lam, L) ** 2,
    exchanged=lambda lam, L: np.sqrt(np.asarray(lam)) * plasmon(1.0, L),
    megahertz=using(plasmon, unit=1e-6),
    four=using(plasmon, two=4.0),
)


def superfluid(t, two=2.0):
    found = []
    for x in np.asarray(t, float):
        D = gap(x, 1.0) if x > 0 else 1.764
        if x <= 0:
            found.append(1.0)
            continue
        xi = np.linspace(0, 40 * x, 4001)
        found.append(1 - two * np.trapezoid(1 / (4 * x * np.cosh(np.minimum(np.hypot(xi, D) / 2 / x, 300)) ** 2), xi))
    return np.array(found)


def photon(depth, t, n=superfluid, root=0.5, hc=197.327):
    return hc / depth * n(np.asarray(t)) ** root


right("photon_mass_curve", yosida=photon, si=using(photon, hc=1.055e-34 * 2.998e8 / 1.602e-19 * 1e9))
wrong(
    "photon_mass_curve",
    no_root=using(photon, root=1.0),
    two_fluid=using(photon, n=lambda t: 1 - t**4),
    h_for_hbar=using(photon, hc=1239.84),
    electron_part=lambda depth, t: 197.327 / depth * np.sqrt(1 - superfluid(t)),
    half_axis=using(photon, n=lambda t: superfluid(t, 1.0)),
    depth_grows=using(photon, root=-0.5),
    constant=using(photon, n=lambda t: np.ones(len(t))),
    gap_like=using(photon, n=lambda t: np.array([gap(x, 1.0) / gap(0.0, 1.0) for x in t]) ** 2),
    dirty=using(
        photon, n=lambda t: np.array([gap(x, 1.0) / 1.764 * np.tanh(gap(x, 1.0) / 2 / max(x, 1e-3)) for x in t])
    ),
    meV=using(photon, hc=197327.0),
)
right("s_squared", form=lambda w, q, x, D, v: (w**2 - (v * q * x) ** 2) / (2 * D) ** 2)
wrong(
    "s_squared",
    in_D=lambda w, q, x, D, v: (w**2 - (v * q * x) ** 2) / D**2,
    not_squared=lambda w, q, x, D, v: np.sqrt(abs(w**2 - (v * q * x) ** 2)) / (2 * D),
    plus=lambda w, q, x, D, v: (w**2 + (v * q * x) ** 2) / (2 * D) ** 2,
    no_x=lambda w, q, x, D, v: (w**2 - (v * q) ** 2) / (2 * D) ** 2,
    two_once=lambda w, q, x, D, v: (w**2 - (v * q * x) ** 2) / (2 * D**2),
)
right("first_term", square=lambda s: s**2, product=lambda s: s * s)
wrong(
    "first_term",
    linear=lambda s: s,
    next=lambda s: s**2 + 2 / 3 * s**4,
    half=lambda s: s**2 / 2,
    all=lambda s: s * np.arcsin(s) / np.sqrt(1 - s * s),
)
right("mean_over_directions", form=lambda w, q, D, v: (w**2 - (v * q) ** 2 / 3) / (4 * D * D))
wrong(
    "mean_over_directions",
    half=lambda w, q, D, v: (w**2 - (v * q) ** 2 / 2) / (4 * D * D),
    no_third=lambda w, q, D, v: (w**2 - (v * q) ** 2) / (4 * D * D),
    in_D=lambda w, q, D, v: (w**2 - (v * q) ** 2 / 3) / D**2,
    third_of_all=lambda w, q, D, v: (w**2 - (v * q) ** 2) / 3 / (4 * D * D),
)
right("sound_in_dimensions", root=lambda v, d: v / np.sqrt(d), power=lambda v, d: v * d**-0.5)
wrong(
    "sound_in_dimensions",
    no_root=lambda v, d: v / d,
    always_3=lambda v, d: v / 3**0.5,
    fermi=lambda v, d: v,
    times=lambda v, d: v * np.sqrt(d),
)

# ---- 09 --------------------------------------------------------------------------------------------------------------

right("other_isotope", root=lambda Tc, M, o: Tc * np.sqrt(M / o), power=lambda Tc, M, o: Tc * (o / M) ** -0.5)
wrong(
    "other_isotope",
    upside=lambda Tc, M, o: Tc * np.sqrt(o / M),
    no_root=lambda Tc, M, o: Tc * M / o,
    square=lambda Tc, M, o: Tc * (M / o) ** 2,
    unchanged=lambda Tc, M, o: Tc,
    shift=lambda Tc, M, o: Tc * (np.sqrt(M / o) - 1),
    linear=lambda Tc, M, o: Tc * (1 - (o - M) / M),
    measured=lambda Tc, M, o: Tc * (M / o) ** 0.4,
    exchanged=lambda Tc, M, o: M * np.sqrt(Tc / o),
    twice=lambda Tc, M, o: 2 * Tc * np.sqrt(M / o),
)


def isotope(M, Tc, error, w=lambda Tc, error: Tc / error, y=np.log, x=np.log, sign=-1):
    return sign * np.polyfit(x(M), y(Tc), 1, w=w(Tc, error))[0]


def isotope_power(M, Tc, error):
    best, _ = curve_fit(lambda M, a, b: a * (M / M.mean()) ** -b, M, Tc, (Tc.mean(), 0.5), sigma=error)
    return best[1]


def isotope_sums(M, Tc, error):
    w, x, y = (Tc / error) ** 2, np.log(M), np.log(Tc)
    x0, y0 = np.average(x, weights=w), np.average(y, weights=w)
    return -np.sum(w * (x - x0) * (y - y0)) / np.sum(w * (x - x0) ** 2)


right("measured_isotope_exponent", polyfit=isotope, curve_fit=isotope_power, sums=isotope_sums)
wrong(
    "measured_isotope_exponent",
    unweighted=using(isotope, w=lambda Tc, s: np.ones(len(Tc))),
    sign=using(isotope, sign=1),
    weights_squared=using(isotope, w=lambda Tc, s: (Tc / s) ** 2),
    by_errors=using(isotope, w=lambda Tc, s: s / Tc),
    one_logarithm=using(isotope, x=lambda M: M),
    no_logarithms=using(isotope, x=lambda M: M, y=lambda T: T),
    first_and_last=lambda M, Tc, s: -np.log(Tc[-1] / Tc[0]) / np.log(M[-1] / M[0]),
    half=lambda M, Tc, s: 0.5,
    mixed_logarithms=using(isotope, x=np.log10),
    inverse=lambda M, Tc, s: 1 / isotope(M, Tc, s),
)


def isotope_error(M, Tc, error, mean=True, w=None, root=0.5):
    w = (Tc / error) ** 2 if w is None else w(Tc, error)
    x = np.log(M)
    x0 = np.average(x, weights=w) if mean else 0
    return np.sum(w * (x - x0) ** 2) ** -root


right(
    "isotope_exponent_error",
    formula=isotope_error,
    curve_fit=lambda M, Tc, s: np.sqrt(
        curve_fit(lambda x, a, b: a - b * x, np.log(M), np.log(Tc), sigma=s / Tc, absolute_sigma=True)[1][1, 1]
    ),
    matrix=lambda M, Tc, s: np.sqrt(
        np.linalg.inv((lambda A: A.T @ A)(np.array([np.ones(len(M)), np.log(M)]).T * (Tc / s)[:, None]))[1, 1]
    ),
)
wrong(
    "isotope_exponent_error",
    scaled=lambda M, Tc, s: np.sqrt(np.polyfit(np.log(M), np.log(Tc), 1, w=Tc / s, cov=True)[1][0, 0]),
    variance=using(isotope_error, root=1.0),
    other_alone=using(isotope_error, mean=False),
    mean_error=using(isotope_error, w=lambda Tc, s: np.full(len(Tc), np.mean(Tc / s) ** 2)),
    not_relative=using(isotope_error, w=lambda Tc, s: s**-2.0),
    two=lambda M, Tc, s: 2 * isotope_error(M, Tc, s),
    over_root_n=lambda M, Tc, s: isotope_error(M, Tc, s) / np.sqrt(len(M)),
    scatter=lambda M, Tc, s: np.std(np.log(Tc) + isotope(M, Tc, s) * np.log(M)),
    intercept=lambda M, Tc, s: np.sqrt(np.polyfit(np.log(M), np.log(Tc), 1, w=Tc / s, cov="unscaled")[1][1, 1]),
    relative=lambda M, Tc, s: isotope_error(M, Tc, s) / isotope(M, Tc, s),
)


def two_wells(lam, mu):
    def logT(m):  # m = ln M; mu fixed in the wide band
        mu_here = mu / (1 + mu * m / 2)
        return -m / 2 - 1 / (lam - mu_here)

    return -(logT(1e-4) - logT(-1e-4)) / 2e-4


right("exponent_with_repulsion", formula=lambda lam, mu: 0.5 * (1 - (mu / (lam - mu)) ** 2), derivative=two_wells)
wrong(
    "exponent_with_repulsion",
    no_half=lambda lam, mu: 1 - (mu / (lam - mu)) ** 2,
    not_squared=lambda lam, mu: 0.5 * (1 - mu / (lam - mu)),
    over_lambda=lambda lam, mu: 0.5 * (1 - (mu / lam) ** 2),
    plus=lambda lam, mu: 0.5 * (1 + (mu / (lam - mu)) ** 2),
    plain=lambda lam, mu: 0.5,
    square_below_only=lambda lam, mu: 0.5 * (1 - mu / (lam - mu) ** 2),
    no_minus=lambda lam, mu: 0.5 * (1 - (mu / (lam + mu)) ** 2),
    half_of_the_term=lambda lam, mu: 0.5 - (mu / (lam - mu)) ** 2,
    sign=lambda lam, mu: -0.5 * (1 - (mu / (lam - mu)) ** 2),
    exchanged=lambda lam, mu: 0.5 * (1 - (lam / (mu - lam)) ** 2),
    mcmillan=lambda lam, mu: (
        0.5 * (1 - 1.04 * (1 + lam) * (1 + 0.62 * lam) * (mu / (lam - mu * (1 + 0.62 * lam))) ** 2)
    ),
)

# ---- 10 --------------------------------------------------------------------------------------------------------------


def zero_bias(x, two=2.0):
    s = np.linspace(0, 40, 4001)
    return two * np.trapezoid(1 / (4 * np.cosh(np.minimum(np.hypot(s, x) / 2, 300)) ** 2), s)


def ohmmeter(T, G, unit=k_B, two=2.0):
    return np.array(
        [
            unit * t * brentq(lambda x, g=g: zero_bias(x, two) - g, 0, 60) if g < two / 2 else 0.0
            for t, g in zip(T, G, strict=False)
        ]
    )


def ohmmeter_table(T, G):
    x = np.linspace(0, 40, 4001)
    y = np.array([zero_bias(a) for a in x])
    return 0.08617 * np.asarray(T) * np.interp(-np.log(G), -np.log(y), x)


right("gap_from_ohmmeter", roots=ohmmeter, table=ohmmeter_table)
wrong(
    "gap_from_ohmmeter",
    kelvin=using(ohmmeter, unit=1.0),
    electronvolts=using(ohmmeter, unit=8.617e-5),
    exponential=lambda T, G: -k_B * T * np.log(G),
    low_T=lambda T, G: np.array([
        k_B * t * brentq(lambda x, g=g: np.log(np.sqrt(2 * pi * x)) - x - np.log(g), 0.5, 60)
        if g < np.sqrt(pi) * np.exp(-0.5) else 0 for t, g in zip(T, G, strict=False)
    ]),
    half_axis=using(ohmmeter, two=1.0),
    pair=lambda T, G: 2 * ohmmeter(T, G),
    both_axes_twice=using(ohmmeter, two=4.0),
    a_mean=lambda T, G: np.mean(ohmmeter(T, G)),
    first_only=lambda T, G: np.full(len(T), ohmmeter(T[:1], G[:1])[0]),
    fermi_at_gap=lambda T, G: k_B * T * np.log(np.maximum(2 / G - 1, 1e-9)),
)  # fmt: skip


def two_features(V, current, halves=2.0, order=1):
    V, current = np.asarray(V), np.asarray(current)
    jump = np.argmax(
        np.diff(current)
        / np.maximum(current[:-1], 1e-12)
        * (V[:-1] > 0.3 * V[-1] * 0)
        * (current[1:] > 0.02 * current[-1])
    )
    peaks = [i for i in range(1, jump) if current[i] > current[i - 1] and current[i] >= current[i + 1]]
    cusp = max(peaks, key=lambda i: current[i]) if peaks else 0
    total, difference = (V[jump] + V[jump + 1]) / 2, V[cusp]
    return np.array([total - difference, total + difference])[::order] / halves


right("gaps_without_a_fit", features=two_features)
wrong(
    "gaps_without_a_fit",
    not_halved=using(two_features, halves=1.0),
    order=using(two_features, order=-1),
    the_features=lambda V, I: (lambda a: np.array([a[1] - a[0], a[1] + a[0]]))(two_features(V, I)),
    equal=lambda V, I: np.full(2, two_features(V, I).mean()),
    jump_is_a_gap=lambda V, I: (lambda a: np.array([a[1] - a[0], 2 * a[0]]))(two_features(V, I)),
    microvolt=lambda V, I: 1000 * two_features(V, I),
    larger_only=lambda V, I: two_features(V, I)[1],
    quarter=using(two_features, halves=4.0),
    volt=lambda V, I: two_features(V, I) / 1000,
)


def excess(Z, norm=True, minus=True, above=True, square=2):
    found = []
    for z in np.asarray(Z, float):
        z2 = z**square
        s = (np.arange(4000) + 0.5) / 4000
        A = 1 / (s**2 + (1 - s**2) * (1 + 2 * z2) ** 2)
        inner = np.mean(2 * A - (1 / (1 + z2) if minus else 0))
        E = 1 / s
        root = np.sqrt(1 - 1 / E**2)
        g2 = (0.5 * (1 + root) + z2 * root) ** 2
        a, b = 0.25 / E**2 / g2, root**2 * z2 * (1 + z2) / g2
        outer = np.mean((1 + a - b - 1 / (1 + z2)) * E**2)
        found.append((1 + z2 if norm else 1) * (inner + (outer if above else 0)))
    return np.array(found)


def excess_quad(Z):
    found = []
    for z in Z:

        def T(E, z=z):
            if E < 1:
                return 2 / (E * E + (1 - E * E) * (1 + 2 * z * z) ** 2)
            r = np.sqrt(1 - 1 / E**2)
            return 2 / (1 + (1 + 2 * z * z) * r)

        low = quad(lambda E, z=z, T=T: (1 + z * z) * T(E) - 1, 0, 1)[0]
        high = quad(lambda s, z=z, T=T: ((1 + z * z) * T(1 / s) - 1) / s**2, 0, 1, limit=300)[0]
        found.append(low + high)
    return found


right("excess_current", integral=excess, quad=excess_quad)
wrong(
    "excess_current",
    not_normalised=using(excess, norm=False),
    ohm_not_subtracted=using(excess, minus=False),
    below_the_gap=using(excess, above=False),
    Z_not_squared=using(excess, square=1),
    twice=lambda Z: 2 * excess(Z),
    half=lambda Z: excess(Z) / 2,
    clean=lambda Z: np.full(len(Z), 4 / 3),
    over_normal=lambda Z: 4 / 3 / (1 + Z**2),
    tunnel=lambda Z: np.zeros(len(Z)),
    sign=lambda Z: -excess(Z),
    exponential=lambda Z: 4 / 3 * np.exp(-(Z**2)),
)


def josephson(Tc, T, R, D=gap, two=2.0, tanh=True, unit=1e3, f=483.5978, order=1):
    D = D(T, Tc) * k_B
    IR = pi * D / two * (np.tanh(D / 2 / (k_B * T)) if tanh and T > 0 else 1)
    return np.array([unit * IR / R, f * IR])[::order]


right(
    "josephson_numbers",
    formula=josephson,
    constant_484=using(josephson, f=483.6),
    si=lambda Tc, T, R: [
        josephson(Tc, T, R)[0], 2 * 1.602e-19 * josephson(Tc, T, R)[0] * 1e-6 * R / 6.626e-34 * 1e-9
    ],
)  # fmt: skip
wrong(
    "josephson_numbers",
    no_tanh=using(josephson, tanh=False),
    gap_at_zero=using(josephson, D=lambda T, Tc: 1.764 * Tc),
    pair_gap=using(josephson, two=1.0),
    no_pi=lambda Tc, T, R: josephson(Tc, T, R) / pi,
    charge_e=using(josephson, f=241.8),
    angular=using(josephson, f=483.6 * 2 * pi),
    milliampere=using(josephson, unit=1.0),
    order=using(josephson, order=-1),
    current_only=lambda Tc, T, R: josephson(Tc, T, R)[0],
    quarter=using(josephson, two=4.0),
    exchanged=lambda Tc, T, R: josephson(T, Tc, R),
    hertz=using(josephson, f=4.836e11),
)

# ---- 11 --------------------------------------------------------------------------------------------------------------


def place(a, n, M, spins=3.0, invert=True, ħ=hbar, unit=1e6, order=1, sign=True):
    k = (spins * pi**2 * n) ** (1 / 3)
    x = k * a * a_0
    x = 1 / x if invert else x
    return np.array([x if sign else abs(x), unit * (ħ * k) ** 2 / (2 * M * u * 1.380649e-23)])[::order]


right(
    "place_on_the_axis",
    formula=place,
    textbook=lambda a, n, M: place(a, n, M) * np.array([5.2917721 / 5.29, (1.0546 / 1.0545718) ** 2]),
)
wrong(
    "place_on_the_axis",
    one_spin=using(place, spins=6.0),
    half_density=using(place, spins=1.5),
    no_sign=using(place, sign=False),
    k_a=using(place, invert=False),
    order=using(place, order=-1),
    h_for_hbar=using(place, ħ=h),
    nanokelvin=using(place, unit=1e9),
    kelvin=using(place, unit=1.0),
    nanometres=lambda a, n, M: np.array([place(a, n, M)[0] * 0.0529, place(a, n, M)[1]]),
    no_half=lambda a, n, M: place(a, n, M) * np.array([1, 2]),
    pair_mass=lambda a, n, M: place(a, n, 2 * M),
)
right(
    "crossover_in_a_plane",
    closed=lambda b: np.array([np.sqrt(2 * b), 1 - b / 2]),
    a_tuple=lambda b: ((2 * b) ** 0.5, 1 - b / 2),
)
wrong(
    "crossover_in_a_plane",
    order=lambda b: np.array([1 - b / 2, np.sqrt(2 * b)]),
    root_b=lambda b: np.array([np.sqrt(b), 1 - b / 2]),
    mu_is_1=lambda b: np.array([np.sqrt(2 * b), 1.0]),
    whole_b=lambda b: np.array([np.sqrt(2 * b), 1 - b]),
    molecule=lambda b: np.array([np.sqrt(2 * b), -b / 2]),
    one_spin=lambda b: (lambda n: np.array([np.sqrt(2 * b * n), n - b / 2]))(2.0),
    half_density=lambda b: np.array([np.sqrt(b), 0.5 - b / 2]),
    no_root=lambda b: np.array([2 * b, 1 - b / 2]),
    gap_only=lambda b: np.sqrt(2 * b),
    plus=lambda b: np.array([np.sqrt(2 * b), 1 + b / 2]),
    exponential=lambda b: np.array([2 * np.exp(-1 / b), 1 - b / 2]),
)
right(
    "radio_threshold",
    formula=lambda D, mu: np.hypot(D, mu) - mu,
    search=lambda D, mu: [
        min(np.hypot(x * x - m, d) + x * x - m for x in np.linspace(0, 3, 301)) for d, m in zip(D, mu, strict=False)
    ],
)
wrong(
    "radio_threshold",
    gap=lambda D, mu: D,
    pair=lambda D, mu: 2 * D,
    edge=lambda D, mu: np.where(mu > 0, D, np.hypot(D, mu)),
    plus=lambda D, mu: np.hypot(D, mu) + mu,
    at_zero=lambda D, mu: np.hypot(D, mu),
    twice=lambda D, mu: 2 * (np.hypot(D, mu) - mu),
    weak=lambda D, mu: D**2 / (2 * abs(mu)),
    absolute=lambda D, mu: np.hypot(D, mu) - abs(mu),
    from_edge=lambda D, mu: np.where(mu > 0, D, np.hypot(D, mu)) - mu,
    exchanged=lambda D, mu: np.hypot(D, mu) - D,
    half=lambda D, mu: (np.hypot(D, mu) - mu) / 2,
)


def sound_table(eta, mu, slope=-1.0, all_points=False, part=1 / 6, two=2.0):
    d = np.gradient(mu, eta)
    c = part * (two * np.asarray(mu) + slope * np.asarray(eta) * d)
    return c if all_points else c[1:-1]


right(
    "sound_from_a_table",
    gradient=sound_table,
    differences=lambda eta, mu: mu[1:-1] / 3 - eta[1:-1] * (mu[2:] - mu[:-2]) / (eta[2:] - eta[:-2]) / 6,
)
wrong(
    "sound_from_a_table",
    no_slope=using(sound_table, slope=0.0),
    sign=using(sound_table, slope=1.0),
    all_points=using(sound_table, all_points=True),
    root=lambda eta, mu: np.sqrt(np.maximum(sound_table(eta, mu), 0)),
    in_E_F=using(sound_table, part=1 / 3),
    slope_twice=using(sound_table, slope=-2.0),
    slope_third=using(sound_table, slope=-1 / 3),
    half=using(sound_table, part=1 / 12),
    plane=using(sound_table, part=1 / 4),
    one_mu=using(sound_table, two=1.0),
    slope_only=using(sound_table, two=0.0),
)

# ---- 12 --------------------------------------------------------------------------------------------------------------


def mass(G, colours, flavours, spins=2.0, zero=True, space=2 * pi**2, two=2.0):
    found = []
    for g in np.asarray(G, float):

        def f(M, g=g):
            return (
                two * g * spins * colours * flavours / space * 0.5 * (np.sqrt(1 + M * M) - M * M * np.arcsinh(1 / M))
                - 1
            )

        if f(1e-9) > 0:
            b = 1.0
            while f(b) > 0:
                b *= 2
            found.append(brentq(f, 1e-9, b))
        else:
            found.append(0.0 if zero else np.nan)
    return np.array(found)


def mass_by_iteration(G, colours, flavours):
    found = []
    for g in G:

        def f(M, g=g):
            return 4 * g * colours * flavours / (2 * pi**2) * quad(lambda p: p * p / np.hypot(p, M), 0, 1)[0] - 1

        found.append(brentq(f, 1e-10, 50) if f(1e-10) > 0 else 0)
    return found


right("dynamical_mass", closed=mass, quad=mass_by_iteration)
wrong(
    "dynamical_mass",
    no_spins=using(mass, spins=1.0),
    particles_and_holes=using(mass, spins=4.0),
    nan=using(mass, zero=False),
    no_flavours=lambda G, c, f: mass(G, c, 1),
    no_colours=lambda G, c, f: mass(G, 1, f),
    h_for_hbar=using(mass, space=4 * pi),
    G_once=using(mass, two=1.0),
    above_threshold=lambda G, c, f: np.sqrt(np.maximum(1 - pi**2 / (c * f * G), 0)),
    weak=lambda G, c, f: 2 * np.exp(-(pi**2) / (c * f * G)),
    in_own_world=lambda G, c, f: mass(G, 3, 2),
    first_only=lambda G, c, f: mass(G, c, f)[0],
)


def quark_gap(mu, H, anti=True, exponent=4.0, prefactor=2.0, rest=True):
    a = 0.5 * ((1 - mu) ** 2 + mu**2) + 2 * mu * (1 - 2 * mu)
    b = 0.5 * ((1 + mu) ** 2 - mu**2) - 2 * mu + mu**2 * log((1 + mu) / mu)
    y = pi**2 / exponent / H - (a if rest else 0) - (b if anti and rest else 0)
    return (
        prefactor * np.sqrt(mu * (1 - mu)) * np.exp(-y / 2 / mu**2) if rest else prefactor * mu * np.exp(-y / 2 / mu**2)
    )


def quark_gap_root(mu, H):
    def part(x, D, s):
        E = np.hypot(x, D)
        ash = np.sign(x) * np.log((abs(x) + E) / D)
        return 0.5 * (x * E - D * D * ash) + 2 * s * mu * E + mu**2 * ash

    def f(y):
        D = np.exp(y)
        return part(1 - mu, D, 1) - part(-mu, D, 1) + part(1 + mu, D, -1) - part(mu, D, -1) - pi**2 / 4 / H

    return np.exp(brentq(f, -600, 2))


right("weak_quark_gap", expansion=quark_gap, root=quark_gap_root)
wrong(
    "weak_quark_gap",
    no_antiquarks=using(quark_gap, anti=False),
    bcs=using(quark_gap, rest=False),
    bcs_cutoff=using(quark_gap, rest=False, prefactor=1.0),
    exponent_2=using(quark_gap, exponent=2.0),
    exponent_8=using(quark_gap, exponent=8.0),
    prefactor_1=using(quark_gap, prefactor=1.0),
    prefactor_4=using(quark_gap, prefactor=4.0),
    logarithm=lambda mu, H: np.log(quark_gap(mu, H)),
    exchanged=lambda mu, H: quark_gap(min(H, 0.95), mu),
    exponential_only=lambda mu, H: np.exp(-(pi**2) / 8 / H / mu**2),
    over_mu=lambda mu, H: quark_gap(mu, H) / mu,
)


def bare(m_pi, m_K, f, root, two=2.0, minus=1.0, power=3, order=1):
    light = (m_pi * f) ** 2 / two / root**power
    return np.array([light, (m_K * f) ** 2 / root**power - minus * light])[::order]


right(
    "quark_masses_from_mesons",
    formula=bare,
    ratio=lambda p, K, f, r: (lambda m: [m, m * (2 * K**2 / p**2 - 1)])(p**2 * f**2 / 2 / r**3),
)
wrong(
    "quark_masses_from_mesons",
    light_not_subtracted=using(bare, minus=0.0),
    light_twice=using(bare, minus=2.0),
    no_two=using(bare, two=1.0),
    strange_halved=lambda p, K, f, r: np.array([(p * f) ** 2 / 2 / r**3, (K * f) ** 2 / 2 / r**3]),
    not_cubed=using(bare, power=1),
    squared=using(bare, power=2),
    order=using(bare, order=-1),
    mass_not_squared=lambda p, K, f, r: np.array([p * f**2 / 2 / r**3, K * f**2 / r**3 - p * f**2 / 2 / r**3]),
    f_not_squared=lambda p, K, f, r: bare(p, K, f, r) / f,
    all_flavours=using(bare, two=4.0),
    strange_alone=lambda p, K, f, r: bare(p, K, f, r)[1],
    sign=lambda p, K, f, r: -bare(p, K, f, r),
)


def bosons(g, gp, v, half=0.5):
    return np.array([0.0, half * g * v, half * g * v, half * np.hypot(g, gp) * v])


def bosons_by_matrix(g, gp, v):
    s = [np.array(m) for m in ([[0, 1], [1, 0]], [[0, -1j], [1j, 0]], [[1, 0], [0, -1]])]
    columns = [g / 2 * (m @ np.array([0, v]) / np.sqrt(2)) for m in s] + [gp / 2 * np.array([0, v]) / np.sqrt(2)]
    F = np.array(columns)
    return np.sqrt(np.maximum(np.linalg.eigvalsh(2 * (F.conj() @ F.T).real), 0))


right("vector_boson_masses", formula=bosons, matrix=bosons_by_matrix)
wrong(
    "vector_boson_masses",
    no_half=using(bosons, half=1.0),
    root_2=using(bosons, half=0.5**0.5),
    root_8=using(bosons, half=0.125**0.5),
    squared=lambda g, gp, v: bosons(g, gp, v) ** 2,
    falling=lambda g, gp, v: bosons(g, gp, v)[::-1],
    three=lambda g, gp, v: bosons(g, gp, v)[1:],
    different=lambda g, gp, v: np.array([0, g * v / 2, np.hypot(g, gp) * v / 2]),
    no_mixing=lambda g, gp, v: np.sort(np.array([gp, g, g, g]) * v / 2),
    sum=lambda g, gp, v: np.array([0, g * v / 2, g * v / 2, (g + gp) * v / 2]),
    exchanged=lambda g, gp, v: bosons(gp, g, v),
    unsorted=lambda g, gp, v: np.array([g * v / 2, g * v / 2, np.hypot(g, gp) * v / 2, 0]),
    hundredth=using(bosons, half=0.25),
)


def log_gap(g, s, k=None, cot=1.0, plus=True):
    k = g / np.sqrt(18) / pi if k is None else k(g)
    s = np.asarray(s, float)
    x = np.minimum(k * s, pi / 2)
    return np.where(k * s < pi / 2, (s if plus else 0) + cot / np.tan(x) / k, pi / 2 / k)


right("log_gap_screened", closed=log_gap, a_list=lambda g, s: list(log_gap(g, s)))
wrong(
    "log_gap_screened",
    unscreened=lambda g, s: np.full(len(s), pi * np.sqrt(18) * pi / 2 / g),
    no_s=using(log_gap, plus=False),
    kappa_squared=using(log_gap, k=lambda g: g**2 / 18 / pi**2),
    no_18=using(log_gap, k=lambda g: g / pi),
    no_pi=using(log_gap, k=lambda g: g / np.sqrt(18)),
    tan=lambda g, s: (lambda k: np.where(k * s < pi / 2, s + np.tan(np.minimum(k * s, 1.57)) / k, pi / 2 / k))(
        g / pi / np.sqrt(18)
    ),
    always_cot=lambda g, s: (lambda k: s + 1 / np.tan(k * s) / k)(g / pi / np.sqrt(18)),
    constant_kernel=lambda g, s: (lambda k: 1 / (k * k * s))(g / pi / np.sqrt(18)),
    minus=using(log_gap, cot=-1.0),
    cut_at_s=lambda g, s: np.minimum(s, pi * np.sqrt(18) * pi / 2 / g),
    gap=lambda g, s: np.exp(-log_gap(g, s)),
)


def log_gap_by_matrix(g, screening, points=100):
    y = (np.arange(points) + 0.5) / points

    def largest(x_0, s):
        x = y * x_0
        kernel = np.minimum(np.minimum(x[:, None], x), s) * x_0 / points
        return g**2 / 18 / pi**2 * np.linalg.eigvalsh(kernel)[-1] - 1

    return [brentq(largest, 1e-3, 200 / g, args=(s,), xtol=1e-5) for s in screening]


right("log_gap_screened", matrix=log_gap_by_matrix)

# ---- 13 --------------------------------------------------------------------------------------------------------------


def five_points(N, B, weights=(1, -4, 6, -4, 1), over=8.0, parity=True):
    N, B = np.asarray(N), np.asarray(B)
    y = sum(w * B[k : len(B) - 4 + k] for k, w in enumerate(weights)) / over
    return (-1.0) ** N[2:-2] * y if parity else y


right(
    "five_point_gap",
    fourth_difference=five_points,
    convolve=lambda N, B: np.where(N[2:-2] % 2 == 0, 1, -1) * np.convolve(B, np.array([1, -4, 6, -4, 1]) / 8, "valid"),
    three_points=lambda N, B: (lambda d: (d[:-2] + 2 * d[1:-1] + d[2:]) / 4)(
        (-1.0) ** N[1:-1] * (2 * B[1:-1] - B[2:] - B[:-2]) / 2
    ),
)
wrong(
    "five_point_gap",
    no_parity=using(five_points, parity=False),
    sixteenth=using(five_points, over=16.0),
    quarter=using(five_points, over=4.0),
    three_point=lambda N, B: ((-1.0) ** N[1:-1] * (2 * B[1:-1] - B[2:] - B[:-2]) / 2)[1:-1],
    sign=lambda N, B: -five_points(N, B),
    three_point_mean=lambda N, B: (lambda d: (d[:-2] + d[1:-1] + d[2:]) / 3)(
        (-1.0) ** N[1:-1] * (2 * B[1:-1] - B[2:] - B[:-2]) / 2
    ),
    other_weights=using(five_points, weights=(-1, 4, 6, 4, -1)),
    all_points=lambda N, B: np.pad(five_points(N, B), 2, mode="edge"),
    two_neutrons=using(five_points, weights=(1, 0, -2, 0, 1)),
    third_difference=using(five_points, weights=(0, -1, 3, -3, 1), over=4.0),
)


def shell(W, N, s, G, block=True, one=1, left=True):
    s = np.asarray(s)
    n = (N - s) / 2 if left else N / 2
    return -G * n * ((W - s if block else W) - n + one)


right(
    "shell_energies",
    formula=shell,
    quarter=lambda W, N, s, G: -G / 4 * (N - s) * (2 * W - N - s + 2),
    a_list=lambda W, N, s, G: list(shell(W, N, s, G)),
)
wrong(
    "shell_energies",
    not_blocked=using(shell, block=False),
    all_pairs=using(shell, left=False),
    no_one=using(shell, one=0),
    sign=lambda W, N, s, G: -shell(W, N, s, G),
    block_half=lambda W, N, s, G: -G * (N - s) / 2 * (W - s / 2 - (N - s) / 2 + 1),
    neutrons_for_pairs=lambda W, N, s, G: -G * (N - s) * (W - s - (N - s) + 1),
    independent=lambda W, N, s, G: -G * (N - s) / 2,
    empty_shell=lambda W, N, s, G: -G * (N - s) / 2 * (W - s),
    half_G=lambda W, N, s, G: shell(W, N, s, G) / 2,
    above_ground=lambda W, N, s, G: shell(W, N, s, G) - shell(W, N, 0, G),
    two=using(shell, one=2),
)


def missed(W, n, diagonal=True, off=True, ratio=True, sign=1):
    n = np.asarray(n, float)
    E = -n * (W - n + 1)
    pair = (W - 1 if off else W) * n * (W - n) / W
    bcs = -(pair + (n if diagonal else 0))
    return sign * (bcs - E) / (abs(E) if ratio else 1)


right(
    "share_missed_by_bcs",
    formula=missed,
    closed=lambda W, n: (W - n) / W / (W - n + 1),
    fractions=lambda W, n: [Fraction(int(W - k), int(W)) / int(W - k + 1) for k in n],
)
wrong(
    "share_missed_by_bcs",
    no_diagonal=using(missed, diagonal=False),
    diagonal_twice=using(missed, off=False),
    gap_energy=using(missed, off=False, diagonal=False),
    not_relative=using(missed, ratio=False),
    sign=using(missed, sign=-1),
    over_bcs=lambda W, n: missed(W, n) / (1 - missed(W, n)),
    one_over_W=lambda W, n: np.full(len(n), 1 / W),
    one_over_n=lambda W, n: 1 / np.asarray(n),
    percent=lambda W, n: 100 * missed(W, n),
    found=lambda W, n: 1 - missed(W, n),
    half_filled=lambda W, n: np.full(len(n), missed(W, np.array([W / 2]))[0]),
)


def star(
    rho,
    a,
    r,
    ratio=pi / gamma,
    spins=3.0,
    E=20.736,
    pre=8 / np.e**2,
    sign=1.0,
    range_sign=0.5,
    unit=8.617333e-11,
    half=2.0,
):
    n = np.asarray(rho) / (m_n * 1e3) * 1e-39  # fm⁻³
    k = (spins * pi**2 * n) ** (1 / 3)
    tan = k / (-sign / a + range_sign * r * k * k)
    return pre * E * k * k * np.exp(-pi / half / tan) / ratio / unit


right(
    "neutron_critical_temperature",
    formula=star,
    ratio_176=using(star, ratio=1.76),
    hbar_c=using(star, E=197.327**2 / 2 / 939.565),
)
wrong(
    "neutron_critical_temperature",
    gap=using(star, ratio=1.0),
    pair=using(star, ratio=3.528),
    MeV=using(star, unit=1.0),
    one_spin=using(star, spins=6.0),
    no_prefactor=using(star, pre=1.0),
    prefactor_e=using(star, pre=8 / np.e),
    no_range=using(star, range_sign=0.0),
    range_sign=using(star, range_sign=-0.5),
    range_twice=using(star, range_sign=1.0),
    exponent=using(star, half=1.0),
    no_half_in_E=using(star, E=41.47),
    kelvin_from_eV=using(star, unit=8.617e-5),
    prefactor_2=using(star, pre=2.0),
)


def vortices(P, jump, share, radius, mass=m_n, two=2.0, hh=h, power=2, divide=True):
    kappa = hh / two / mass
    return 2 * (2 * pi / P) / kappa * pi * (radius * 1e3) ** power * (jump / share if divide else jump * share)


right("vortices_let_go", formula=vortices, textbook=using(vortices, hh=6.63e-34, mass=1.675e-27))
wrong(
    "vortices_let_go",
    one_neutron=using(vortices, two=1.0),
    hbar_for_h=using(vortices, hh=hbar),
    no_share=lambda P, j, s, R: vortices(P, j, 1.0, R),
    times_share=using(vortices, divide=False),
    density_of_omega=lambda P, j, s, R: vortices(P, j, s, R) / 2,
    frequency=lambda P, j, s, R: vortices(P, j, s, R) / 2 / pi,
    diameter=lambda P, j, s, R: vortices(P, j, s, R / 2),
    kilometres=lambda P, j, s, R: vortices(P, j, s, R) * 1e-6,
    all_of_them=lambda P, j, s, R: vortices(P, 1.0, 1.0, R),
    electron=using(vortices, mass=m_e),
    circumference=lambda P, j, s, R: vortices(P, j, s, R) * 2 / (R * 1e3),
    sign=lambda P, j, s, R: -vortices(P, j, s, R),
)

# ---- 14a -------------------------------------------------------------------------------------------------------------

delta_t = np.linspace(0, 1.2, 1201)
delta_of_t = np.array([gap(t, 1.0) for t in delta_t]) / gap(0.0, 1.0)


def junction(V, T, D, G, R, unit=1e3, k=k_B, absolute=True, width=1.0, normal=False, shift=1.0):
    V = np.atleast_1d(np.asarray(V, float))
    t, G = k * T, width * G
    x = np.unique(np.concatenate([np.linspace(-1, 1, 1201) * (np.max(abs(V)) + 25 * t + 3 * D), *(
        s * D + max(G, 1e-4) * np.sinh(np.linspace(-8, 8, 401)) for s in (1, -1)
    )]))  # fmt: skip
    z = x + 1j * G
    N = abs((z / np.sqrt(z * z - D * D + 0j)).real) if absolute else (z / np.sqrt(z * z - D * D + 0j)).real

    def f(y):
        return 1 / (np.exp(np.clip(y / t, -600, 600)) + 1)

    y = N * (f(x - shift * V[:, None]) - (0.0 if normal else f(x)))
    return unit * np.trapezoid(y, x, axis=1) / R


def junction_by_derivative(V, T, D, G, R):
    """The integral of N(E) over a step, folded with −f′."""
    y = np.linspace(-26, 26, 1601) * k_B * T
    g = 1 / (4 * k_B * T * np.cosh(y / 2 / k_B / T) ** 2)

    def root(E):
        return abs((np.sqrt((E + 1j * G) ** 2 - D * D + 0j)).real) * np.sign(E)

    return 1e3 / R * np.array([np.trapezoid(g * root(v + y), y) for v in np.asarray(V)])


right("junction_current", thermal=junction, folded=junction_by_derivative)
wrong(
    "junction_current",
    microampere=using(junction, unit=1.0),
    picoampere=using(junction, unit=1e6),
    half_width=using(junction, width=0.5),
    sharp=using(junction, width=0.02),
    kelvin=using(junction, k=1.0),
    ohm=lambda V, T, D, G, R: np.asarray(V) / R * 1e3,
    pair_gap=lambda V, T, D, G, R: junction(V, T, 2 * D, G, R),
    sign=lambda V, T, D, G, R: -junction(V, T, D, G, R),
    cold=lambda V, T, D, G, R: junction(V, T / 20, D, G, R),
    half_voltage=using(junction, shift=0.5),
    conductance=lambda V, T, D, G, R: np.gradient(junction(V, T, D, G, R), V),
    two_hot_sides=lambda V, T, D, G, R: junction(V, 2 * T, D, G, R),
)


class Fit:
    """All curves at once, in the given temperatures; the mistakes of a fit are keywords."""

    def __init__(self, V, current, T, noise, offset=True, cut=5.0, broad=True, R=None, thermometer=1.0):
        self.T, self.noise, self.n = np.asarray(T) * thermometer, noise, len(T)
        self.V, self.I = np.asarray(V), np.asarray(current)
        self.offset, self.broad, self.R = offset, broad, R
        rough = (self.V[-1] - self.V[0]) / (self.I[0, -1] - self.I[0, 0]) * 1e3
        start = np.array([*np.full(self.n, 0.3 * max(self.V)), 0.05 * max(self.V), rough, 0.0])
        self.keep = np.ones(self.I.shape, bool)
        best = least_squares(self.rest, start, x_scale=np.maximum(abs(start), 1e-2), loss="soft_l1")
        for _ in range(2):
            full = self.full(best.x)
            if cut:
                self.keep = abs(full) < cut
            best = least_squares(self.rest, best.x, x_scale=np.maximum(abs(best.x), 1e-3), xtol=1e-10, ftol=1e-10)
        self.x, self.J = best.x, best.jac
        self.chi2 = np.sum(self.rest(best.x) ** 2)
        free = [
            *range(self.n),
            *([self.n] if broad else []),
            *([self.n + 1] if R is None else []),
            *([self.n + 2] if offset else []),
        ]
        self.free = free
        self.covariance = np.zeros((len(start),) * 2)
        self.covariance[np.ix_(free, free)] = np.linalg.inv(self.J[:, free].T @ self.J[:, free])

    def full(self, p):
        G = abs(p[self.n]) if self.broad else 1e-3
        R = p[self.n + 1] if self.R is None else self.R
        V0 = p[self.n + 2] if self.offset else 0.0
        return np.array([
            (self.I[i] - junction_fast(self.V - V0, self.T[i], abs(p[i]), G, R)) / self.noise for i in range(self.n)
        ])  # fmt: skip

    def rest(self, p):
        return np.where(self.keep, self.full(p), 0).ravel()


def junction_fast(V, T, D, G, R):
    y = np.linspace(-1, 1, 161) * 18 * k_B * T
    g = 1 / (4 * k_B * T * np.cosh(y / 2 / k_B / T) ** 2)
    E = V[:, None] + y
    root = np.sqrt((E + 1j * G) ** 2 - D * D)
    return 1e3 / R * (g * abs(root.real) * np.sign(E)).sum(axis=1) * (y[1] - y[0])


FITS = {}


def fit(V, current, T, noise, **how):
    """The fit, made once."""
    key = np.asarray(V).tobytes(), np.asarray(current).tobytes(), np.asarray(T).tobytes(), noise, str(how)
    if key not in FITS:
        FITS[key] = Fit(V, current, T, noise, **how)
    return FITS[key]


def fitted(V, current, T, noise, **how):
    return abs(fit(V, current, T, noise, **how).x[: len(T)])


def chi2(V, current, T, noise, parameters=True, over=True, root=False, **how):
    f = fit(V, current, T, noise, **how)
    y = f.chi2 / ((f.keep.sum() - (len(f.free) if parameters else 0)) if over else 1)
    return np.sqrt(y) if root else y


def fit_errors(V, current, T, noise, joint=True, scale=1.0, **how):
    f = fit(V, current, T, noise, **how)
    C = f.covariance if joint else np.diag(1 / np.maximum(np.sum(f.J**2, axis=0), 1e-30))
    return scale * np.sqrt(np.diag(C)[: len(T)])


def pull(V, current, T, noise, **how):
    f, n = fit(V, current, T, noise, **how), len(T)
    return f.covariance[:n, n + 1] / f.covariance[n + 1, n + 1] * f.x[n + 1] / f.x[:n]


def pull_by_second_fit(V, current, T, noise):
    f = fit(V, current, T, noise)
    n, x = len(T), f.x
    held = Fit.__new__(Fit)
    held.__dict__.update(f.__dict__)
    held.R = 1.01 * x[n + 1]
    low = Fit.__new__(Fit)
    low.__dict__.update(f.__dict__)
    low.R = 0.99 * x[n + 1]
    up, down = (
        least_squares(g.rest, x, x_scale=np.maximum(abs(x), 1e-3), xtol=1e-11, ftol=1e-11).x for g in (held, low)
    )
    return np.log(up[:n] / down[:n]) / np.log(held.R / low.R)


# the sweep is symmetric: a voltmeter's offset that is not fitted spoils χ² (task 3); whether it spoils a gap (on 47 of
# 1000 sheets) or the errors of the gaps depends on the sample, so that it is neither right nor wrong there
right("fitted_gaps", fit=fitted)
right("goodness_of_fit", fit=chi2)
right("gap_errors", fit=fit_errors)
right("pull_of_resistance", covariance=pull, second_fit=pull_by_second_fit)
wrong(
    "fitted_gaps",
    no_cut=using(fitted, cut=None),
    sharp=using(fitted, broad=False),
    whole=lambda *a: 2 * fitted(*a),
    a_mean=lambda *a: np.full(len(a[2]), fitted(*a).mean()),
    kelvin=lambda *a: fitted(*a) / k_B,
    falling_order=lambda *a: fitted(*a)[::-1],
)
wrong(
    "goodness_of_fit",
    no_offset=using(chi2, offset=False),
    no_cut=using(chi2, cut=None),
    total=using(chi2, over=False),
    root=using(chi2, root=True),
    one=lambda *a: 1.0,
    noise_not_squared=lambda V, I, T, s: chi2(V, I, T, s) * s,
)
wrong(
    "gap_errors",
    each_alone=using(fit_errors, joint=False),
    root_2=using(fit_errors, scale=2**-0.5),
    variance=lambda *a: fit_errors(*a) ** 2,
    known_R=lambda V, I, T, s: fit_errors(V, I, T, s, R=fit(V, I, T, s).x[len(T) + 1]),
    scaled=lambda V, I, T, s: fit_errors(V, I, T, s) * 1.3,
    relative=lambda V, I, T, s: fit_errors(V, I, T, s) / fitted(V, I, T, s),
)
wrong(
    "pull_of_resistance",
    sign=lambda *a: -pull(*a),
    not_logarithmic=lambda V, I, T, s: (lambda f: f.covariance[:5, 6] / f.covariance[6, 6])(fit(V, I, T, s)),
    correlation=lambda V, I, T, s: (
        lambda f: f.covariance[:5, 6] / np.sqrt(f.covariance[6, 6] * np.diag(f.covariance)[:5])
    )(fit(V, I, T, s)),
    inverse=lambda *a: 1 / pull(*a),
    percent=lambda *a: 100 * pull(*a),
    the_other_way=lambda V, I, T, s: (lambda f: f.covariance[:5, 6] / np.diag(f.covariance)[:5] * f.x[:5] / f.x[6])(
        Fit(V, I, T, s)
    ),
)


def tc_fit(T, D, C, whole=True, weight=True, fixed=None, result="Tc"):
    T, D, C = np.asarray(T), np.asarray(D), np.asarray(C)
    W = np.linalg.inv(C) if whole else np.diag(1 / np.diag(C)) if weight else np.eye(len(T))
    L = np.linalg.cholesky(W).T

    def curve(Tc):
        return np.interp(np.minimum(T / Tc, 1.2), delta_t, delta_of_t)

    def residual(p):
        D0 = fixed(D, p[1]) if fixed else p[0]
        return L @ (D - D0 * curve(p[1]))

    best = None
    for f in (1.02, 1.08, 1.2, 1.5):
        found = least_squares(residual, [D[0] * 1.01, max(T) * f], x_scale=[D[0], max(T)], diff_step=1e-4)
        best = found if best is None or found.cost < best.cost else best
    D0, Tc = (fixed(D, best.x[1]) if fixed else best.x[0]), best.x[1]
    return Tc if result == "Tc" else 2 * D0 / k_B / Tc


right("critical_temperature_from_gaps", gls=tc_fit)
right("coupling_ratio", gls=using(tc_fit, result="ratio"))
wrong(
    "critical_temperature_from_gaps",
    diagonal=using(tc_fit, whole=False),
    unweighted=using(tc_fit, whole=False, weight=False),
    weak_coupling=using(tc_fit, fixed=lambda D, Tc: 1.764 * k_B * Tc),
    coldest_gap=using(tc_fit, fixed=lambda D, Tc: D[0]),
    from_ratio=lambda T, D, C: D[0] / 1.764 / k_B,
    last_temperature=lambda T, D, C: np.max(T),
    meV=lambda T, D, C: k_B * tc_fit(T, D, C),
    straight_line=lambda T, D, C: (lambda p: -p[1] / p[0])(np.polyfit(T, D**2, 1)),
)
wrong(
    "coupling_ratio",
    half=lambda *a: tc_fit(*a, result="ratio") / 2,
    weak=lambda *a: 3.528,
    coldest=lambda T, D, C: 2 * D[0] / k_B / tc_fit(T, D, C),
    kelvin=lambda *a: tc_fit(*a, result="ratio") * k_B,
    inverse=lambda *a: 1 / tc_fit(*a, result="ratio"),
    unweighted=using(tc_fit, whole=False, weight=False, result="ratio"),
    diagonal=using(tc_fit, whole=False, result="ratio"),
)


def budget(V, current, T, noise, thermometer, total=np.hypot, joint=True, half=0.5):
    def ratio(scale):
        f = fit(V, current, T, noise, thermometer=scale)
        C = f.covariance[: len(T), : len(T)]
        return T * scale, abs(f.x[: len(T)]), C if joint else np.diag(np.diag(C))

    t, D, C = ratio(1.0)
    step = 1e-3 * D
    moved = [step * (np.arange(5) == i) for i in range(5)]
    slopes = [(tc_fit(t, D + x, C, result="ratio") - tc_fit(t, D - x, C, result="ratio")) / 2 / x.sum() for x in moved]
    by_noise = np.sqrt(slopes @ C @ slopes)
    up, down = (tc_fit(*ratio(1 + s), result="ratio") for s in (thermometer, -thermometer))
    by_thermometer = half * abs(up - down)
    return np.array([by_noise, by_thermometer, total(by_noise, by_thermometer)])


right("error_budget", refitted=budget)
wrong(
    "error_budget",
    sum=using(budget, total=lambda a, b: a + b),
    no_half=using(budget, half=1.0),
    independent=using(budget, joint=False),
    percent=lambda *a: 100 * budget(*a),
    no_total=lambda *a: budget(*a)[:2],
    scale_times_ratio=lambda V, I, T, s, th: (lambda b: np.array([b[0], th * 4.0, np.hypot(b[0], th * 4.0)]))(
        budget(V, I, T, s, th)
    ),
)

# ---- 14b -------------------------------------------------------------------------------------------------------------


def normal_heat(T, C, error, weighted=True, scaled=False, order=1):
    T, C, error = map(np.asarray, (T, C, error))
    w = T / error if weighted else np.ones(len(T))
    p, cov = np.polyfit(T**2, C / T, 1, w=w, cov=True if scaled else "unscaled")
    s = np.sqrt(np.diag(cov))
    return np.array([p[1], p[0], s[1], s[0]])[::order]


def normal_heat_fit(T, C, error):
    p, cov = curve_fit(lambda T, g, A: g * T + A * T**3, T, C, (1, 0.03), sigma=error, absolute_sigma=True)
    return [*p, *np.sqrt(np.diag(cov))]


right("gamma_from_heat", line=normal_heat, curve_fit=normal_heat_fit)
wrong(
    "gamma_from_heat",
    unweighted=using(normal_heat, weighted=False),
    scaled=using(normal_heat, scaled=True),
    order=lambda *a: normal_heat(*a)[[1, 0, 3, 2]],
    values_only=lambda *a: normal_heat(*a)[:2],
    variances=lambda *a: (lambda p: np.array([p[0], p[1], p[2] ** 2, p[3] ** 2]))(normal_heat(*a)),
    T_for_T2=lambda T, C, s: (lambda p: np.array([p[1], p[0], 0.01, 0.01]))(np.polyfit(T, C / T, 1, w=T / s)),
    errors_of_C=lambda T, C, s: (lambda p, c: np.array([p[1], p[0], np.sqrt(c[1, 1]), np.sqrt(c[0, 0])]))(
        *np.polyfit(T**2, C / T, 1, w=1 / s, cov="unscaled")
    ),
    errors_first=lambda *a: normal_heat(*a)[[2, 3, 0, 1]],
    mixed=lambda *a: normal_heat(*a)[[0, 2, 1, 3]],
)


def H0(gamma, volume, Tc, N=3 / 2 / pi**2, unit=1e4, ratio=1.76388, mu0=4e-7 * pi):
    y = gamma * 1e-3 / (volume * 1e-6)
    energy = N / 2 * y * (ratio * Tc) ** 2
    return unit * np.sqrt(2 * mu0 * energy)


right(
    "field_from_two_numbers",
    si=H0,
    ratio_176=using(H0, ratio=1.76),
    cgs=lambda y, V, Tc: np.sqrt(8 * pi * 0.236 * y * 1e4 / V) * Tc,
)
wrong(
    "field_from_two_numbers",
    both_spins=using(H0, N=3 / pi**2),
    one_quarter=using(H0, N=3 / 4 / pi**2),
    tesla=using(H0, unit=1.0),
    pair_gap=using(H0, ratio=3.528),
    no_gap=using(H0, ratio=1.0),
    no_root=lambda *a: H0(*a) ** 2,
    no_two_mu0=using(H0, mu0=2e-7 * pi),
    four_pi=lambda y, V, Tc: np.sqrt(4 * pi * 0.236 * y * 1e4 / V) * Tc,
    no_volume=lambda y, V, Tc: H0(y, 1.0, Tc),
    no_Tc=lambda y, V, Tc: H0(y, V, 1.0),
    joule_for_millijoule=lambda y, V, Tc: H0(1000 * y, V, Tc),
    spins_once=using(H0, N=3 / 2 / pi**2 / 4),
)


def H0_error(y, V, Tc, dy, dV, dTc, s, common=1.0, linear=False, half=0.5):
    # γ = C/T and its units: T true is T(1+s); γTc² falls as energy/..., H ∝ √γ Tc
    parts = [half * dy / y, half * dV / V, dTc / Tc, common * s]
    total = sum(parts) if linear else np.sqrt(sum(p * p for p in parts))
    return H0(y, V, Tc) * total


right("field_error", gamma_1_over_T2=using(H0_error, common=0.0))
wrong(
    "field_error",
    whole_s=using(H0_error, common=1.0),
    half_s=using(H0_error, common=0.5),
    linear=using(H0_error, linear=True, common=0.0),
    no_half=using(H0_error, half=1.0, common=0.0),
    relative=lambda *a: H0_error(*a, common=0.0) / H0(*a[:3]),
    twice=lambda *a: 2 * H0_error(*a, common=0.0),
    variance=lambda *a: H0_error(*a, common=0.0) ** 2,
    one_point_five=using(H0_error, common=1.5),
    no_Tc=lambda y, V, Tc, dy, dV, dTc, s: H0_error(y, V, Tc, dy, dV, 0.0, s, common=0.0),
    without_volume=lambda y, V, Tc, dy, dV, dTc, s: H0_error(y, V, Tc, dy, 0.0, dTc, s, common=0.0),
)


def heat(t, slope=1.0, part=1.0, normal=True, ratio=1.0):
    found = []
    for x in np.asarray(t, float):
        if x >= 1:
            found.append(x if normal else 0.0)
            continue
        if x < 0.02:
            found.append(0.0)
            continue

        def D2(y):
            return gap(y, 1.0) ** 2

        step = min(1e-4, (1 - x) / 2)
        D = ratio * gap(x, 1.0)
        d = ratio**2 * (D2(x + step) - D2(x - step)) / 2 / step
        xi = np.linspace(0, 45 * x, 3001)
        E = np.hypot(xi, D)
        y = (E**2 / x - slope * d / 2) / (4 * x * np.cosh(np.minimum(E / 2 / x, 300)) ** 2)
        found.append(part * 6 / pi**2 * np.trapezoid(y, xi))
    return np.array(found)


def heat_by_entropy(t):
    t = np.asarray(t, float)
    return np.array([x if x >= 1 else 0.0 if x < 0.02 else x * (entropy([x + s])[0] - entropy([x - s])[0]) / 2 / s
                     for x, s in ((x, min(1e-4, abs(1 - x) / 2 + 1e-9)) for x in t)])  # fmt: skip


right("electronic_heat_capacity", integral=heat, entropy=heat_by_entropy)
wrong(
    "electronic_heat_capacity",
    constant_gap=using(heat, slope=0.0),
    one_spin=using(heat, part=0.5),
    sign_of_slope=using(heat, slope=-1.0),
    slope_twice=using(heat, slope=2.0),
    zero_above=using(heat, normal=False),
    over_t=lambda t: heat(t) / np.maximum(t, 1e-9),
    entropy=lambda t: np.where(t < 1, entropy(np.clip(t, 0.02, 0.9999)), t),
    no_t=lambda t: np.gradient(np.where(t < 1, entropy(np.clip(t, 0.02, 0.9999)), t), t),
    jump_only=lambda t: np.where(t < 1, 2.43 * t**3, t),
    exponential=lambda t: np.where(t < 1, 9.17 * np.exp(-1.5 / np.maximum(t, 0.01)), t),
    normal=lambda t: t,
    wide_gap=using(heat, ratio=1.1),
)


def alpha_heat(x, r):
    """Cα/γTc below Tc by the curve of the heat capacity of a scaled gap."""
    return heat(x, ratio=r / 1.764)


def alpha_fit(T, C, error, gamma, A, Tc, lattice=True, weighted=True, scale=1.0, ratio=1.0, absolute=True):
    t = np.asarray(T) / Tc
    y, s = (np.asarray(C) - (A * np.asarray(T) ** 3 if lattice else 0)) / gamma / Tc, np.asarray(error) / gamma / Tc
    if not weighted:
        s = np.full(len(t), s.mean())
    grid = np.linspace(1.3, 2.4, 12)
    table = np.array([alpha_heat(t, r) for r in grid])
    model = np.polynomial.Polynomial.fit(grid, table @ np.eye(len(t)), 8) if False else None
    fit = np.polyfit(grid - 1.8, table, 8)

    def f(r):
        return sum(c * (r - 1.8) ** (8 - k) for k, c in enumerate(fit)) if model is None else model(r)

    best = least_squares(lambda p: (f(p[0]) - y) / s, [1.75])
    e1 = 1 / np.sqrt(np.sum(best.jac**2))
    if not absolute:
        e1 *= np.sqrt(2 * best.cost / (len(t) - 1))
    return np.array([ratio * best.x[0], scale * ratio * e1])


right("gap_from_heat", alpha=alpha_fit)
wrong(
    "gap_from_heat",
    lattice_left=using(alpha_fit, lattice=False),
    unweighted=using(alpha_fit, weighted=False),
    whole=using(alpha_fit, ratio=2.0),
    variance=lambda *a: (lambda p: np.array([p[0], p[1] ** 2]))(alpha_fit(*a)),
    weak=lambda *a: np.array([1.764, alpha_fit(*a)[1]]),
    root_n=lambda *a: alpha_fit(*a) * np.array([1, np.sqrt(len(a[0]))]),
    over_root_n=lambda *a: alpha_fit(*a) / np.array([1, np.sqrt(len(a[0]))]),
    alpha_factor=lambda *a: alpha_fit(*a) / 1.764,
    value_only=lambda *a: alpha_fit(*a)[0],
    meV=lambda *a: alpha_fit(*a) * k_B * a[5],
)


def from_heat(t, C, at, normal=True, root=True, over=True, T_in=True):
    t, C = np.asarray(t), np.asarray(C)
    from scipy.interpolate import CubicSpline

    S = CubicSpline(t[1:], C[1:] / t[1:]) if t[0] == 0 else CubicSpline(t, C / t)
    x = np.linspace(0, 1, 4001)
    c = np.where(x < t[1], 0, S(np.maximum(x, t[1])))
    c[-1] = S(1 - 1e-9)
    s = np.concatenate([[0], np.cumsum((c[1:] + c[:-1]) / 2 * (x[1] - x[0]))])
    s = s / s[-1] if False else s
    d = (x if normal else 0) - s
    F = np.concatenate([[0], np.cumsum((d[1:] + d[:-1]) / 2 * (x[1] - x[0]))])
    y = np.maximum(F[-1] - F, 0) / (F[-1] if over else 1)
    return np.interp(at, x, np.sqrt(y) if root else y)


def from_heat_energies(t, C, at):
    t, C, at = np.asarray(t), np.asarray(C), np.asarray(at)
    x = np.linspace(0, 1, 8001)
    C = np.array(C)
    c = np.interp(x, t[:-1], C[:-1])
    top = 2 * C[-2] - C[-3] if abs(C[-1] - 1) < 1e-6 else C[-1]
    c = np.interp(x, np.append(t[:-1], 1), np.append(C[:-1], top))
    y = np.where(x > 0, c / np.maximum(x, 1e-12), 0)
    s = np.concatenate([[0], np.cumsum((y[1:] + y[:-1]) / 2 / 8000)])
    U = np.concatenate([[0], np.cumsum((c[1:] + c[:-1]) / 2 / 8000)])
    F = (0.5 - U[-1]) + U - x * s + x * x / 2  # F_n − F_s, with U_n(1) = U_s(1)
    F = x * x / 2 - U + (U[-1] - 0.5) - (x * x - x * s)
    return np.interp(at, x, np.sqrt(np.maximum(F, 0) / F[0]))


right("field_from_heat", spline=from_heat, energies=from_heat_energies)
wrong(
    "field_from_heat",
    no_root=using(from_heat, root=False),
    not_over_zero=using(from_heat, over=False),
    parabola=lambda t, C, at: 1 - np.asarray(at) ** 2,
    no_normal=lambda t, C, at: np.sqrt(np.maximum(1 - np.interp(at, t, np.cumsum(C)) / np.sum(C), 0)),
    linear=lambda t, C, at: 1 - np.asarray(at),
    heat_itself=lambda t, C, at: np.interp(at, t, C),
    energy_only=lambda t, C, at: (
        lambda U: np.sqrt(np.maximum(np.interp(at, t, U[-1] - U - (1 - t**2) / 2) / (U[-1] - 0.5), 0))
    )(np.concatenate([[0], np.cumsum((C[1:] + C[:-1]) / 2 * (t[1] - t[0]))])),
    two_fluid=lambda t, C, at: (1 - np.asarray(at) ** 2) ** 2,
    entropy=lambda t, C, at: np.interp(at, t, np.cumsum(C / np.maximum(t, 1e-3)) * (t[1] - t[0])),
)


def rutgers(T, H, error, volume, weighted=True, mu0=4e-7 * pi, unit=1e3, absolute=True, times_T=True):
    T, H, error = np.asarray(T), np.asarray(H) * 1e-4, np.asarray(error) * 1e-4
    x0 = T.mean()
    p, c = np.polyfit(T - x0, H, 1, w=1 / error if weighted else None, cov="unscaled" if absolute else True)
    a, b = p
    x0 - b / a

    def f(a, b):
        return unit * volume * 1e-6 * ((x0 - b / a) if times_T else 1) * a * a / mu0

    J = np.array(
        [(f(a * 1.0001, b) - f(a * 0.9999, b)) / (a * 2e-4), (f(a, b * 1.0001) - f(a, b * 0.9999)) / (b * 2e-4)]
    )
    return np.array([f(a, b), np.sqrt(J @ c @ J)])


right("jump_from_field", si=rutgers, cgs=lambda T, H, s, V: rutgers(T, H, s, V) * (4e-7 * pi / 1.2566e-6))
wrong(
    "jump_from_field",
    unweighted=using(rutgers, weighted=False, absolute=False),
    scaled=using(rutgers, absolute=False),
    no_mu0=using(rutgers, mu0=1.0),
    twice=using(rutgers, mu0=2e-7 * pi),
    half=using(rutgers, mu0=8e-7 * pi),
    joule=using(rutgers, unit=1.0),
    no_T=using(rutgers, times_T=False),
    value_only=lambda *a: rutgers(*a)[0],
    tesla_for_gauss=lambda T, H, s, V: rutgers(T, np.asarray(H) * 1e4, np.asarray(s) * 1e4, V),
    variance=lambda *a: (lambda p: np.array([p[0], p[1] ** 2]))(rutgers(*a)),
    gauss_4pi_squared=using(rutgers, mu0=16e-7 * pi**2),
    slope_once=lambda *a: np.sqrt(rutgers(*a)),
)

# ---- 14c -------------------------------------------------------------------------------------------------------------


def smallest(gamma, volume, Tc, spins=2.0, ratio=1.764, shape=6 / pi, unit=1e9, D=1.0):
    k = 1.380649e-23
    N0 = 3 * gamma * 1e-3 / (volume * 1e-6) / (2 * pi**2 * k**2) * spins / 2  # of one spin
    V = D / (N0 * ratio * k * Tc)
    return unit * (shape * V) ** (1 / 3)


right("smallest_superconductor", formula=smallest, ratio_176=using(smallest, ratio=1.76))
wrong(
    "smallest_superconductor",
    both_spins=using(smallest, spins=4.0),
    half_the_states=using(smallest, spins=1.0),
    radius=lambda *a: smallest(*a) / 2,
    cube=using(smallest, shape=1.0),
    pair_gap=using(smallest, ratio=3.528),
    thermal=using(smallest, ratio=1.0),
    metres=using(smallest, unit=1.0),
    angstrom=using(smallest, unit=1e10),
    no_root=lambda *a: smallest(*a) ** 3,
    square_root=lambda *a: smallest(*a) ** 1.5,
    radius_for_diameter=using(smallest, shape=3 / 4 / pi),
    exchanged=lambda gamma, volume, Tc: (
        smallest(Tc, volume, gamma) if abs(gamma - Tc) < 0 else smallest(volume, gamma, Tc)
    ),
)


def pairing(levels, pairs, G, diagonal=True, two=2.0, sign=-1, all_to_all=True):
    states = [frozenset(c) for c in combinations(range(len(levels)), pairs)]
    H = np.zeros((len(states),) * 2)
    for a, s in enumerate(states):
        H[a, a] = two * sum(levels[i] for i in s) + (sign * G * pairs if diagonal else 0)
        for b, r in enumerate(states):
            if len(s & r) == pairs - 1 and a != b:
                H[a, b] = sign * G
    return np.linalg.eigvalsh(H)[0]


def pairing_by_operators(levels, pairs, G):
    n = len(levels)
    states = [s for s in range(2**n) if s.bit_count() == pairs]
    where = {s: k for k, s in enumerate(states)}
    H = np.zeros((len(states),) * 2)
    for s in states:
        for i in range(n):
            if not s >> i & 1:
                continue
            H[where[s], where[s]] += 2 * levels[i]
            for j in range(n):
                gone = s & ~(1 << i)
                if not gone >> j & 1:
                    H[where[gone | 1 << j], where[s]] -= G
    return float(np.linalg.eigvalsh(H).min())


right("exact_pairing_energy", combinations=pairing, operators=pairing_by_operators)
wrong(
    "exact_pairing_energy",
    no_diagonal=using(pairing, diagonal=False),
    one_electron=using(pairing, two=1.0),
    repulsion=using(pairing, sign=1),
    no_hopping=lambda levels, pairs, G: 2 * np.sum(np.sort(levels)[:pairs]) - G * pairs,
    sea=lambda levels, pairs, G: 2 * np.sum(np.sort(levels)[:pairs]),
    degenerate=lambda levels, pairs, G: 2 * np.sum(np.sort(levels)[:pairs]) - G * pairs * (len(levels) - pairs + 1),
    twice_G=lambda levels, pairs, G: pairing(levels, pairs, 2 * G),
    half_G=lambda levels, pairs, G: pairing(levels, pairs, G / 2),
    one_pair_at_a_time=lambda levels, pairs, G: pairs * pairing(levels, 1, G) if pairs else 0.0,
    gain=lambda levels, pairs, G: pairing(levels, pairs, G) - 2 * np.sum(np.sort(levels)[:pairs]),
    electrons=lambda levels, pairs, G: pairing(levels, min(2 * pairs, len(levels)), G),
)


def grain(count, G, half=0.5, zero=0.0, middle=True, two=2.0, levels=2):
    xi = np.arange(levels * count) + (0.5 if middle else 0.0) - levels * count / 2

    def f(D):
        return G * np.sum(1 / (two * np.hypot(xi, D))) - 1

    if f(1e-12) <= 0:
        return zero
    return half / 0.5 * brentq(f, 1e-12, 10 * count * (1 + G))


right("grain_gap", root=grain, small_gap=lambda n, G: float(grain(n, G)))
wrong(
    "grain_gap",
    nan=using(grain, zero=float("nan")),
    whole=using(grain, half=1.0),
    no_two=using(grain, two=1.0),
    four=using(grain, two=4.0),
    shifted=using(grain, middle=False),
    half_the_levels=using(grain, levels=1),
    metal=lambda n, G: n / np.sinh(1 / G),
    weak=lambda n, G: 2 * n * np.exp(-1 / G),
    cutoff_one=lambda n, G: 1 / np.sinh(1 / G),
    never_zero=lambda n, G: max(grain(n, G), 1e-3),
    in_cutoff=lambda n, G: grain(n, G) / n,
)


def parity(levels, n, G, half=0.5, sign=1, blocked=True, which=None):
    E = pairing
    levels = np.asarray(levels)
    k = n if which is None else which
    odd = (levels[k] if blocked else 0) + E(np.delete(levels, k), n, G)
    return sign * (odd - half * (E(levels, n, G) + E(levels, n + 1, G)))


right(
    "parity_gap",
    best_level=lambda levels, n, G: min(parity(levels, n, G, which=k) for k in range(len(levels))),
)
wrong(
    "parity_gap",
    sign=using(parity, sign=-1),
    no_half=using(parity, half=1.0),
    energy_of_odd_forgotten=using(parity, blocked=False),
    level_not_blocked=lambda L, n, G: L[n] + pairing(L, n, G) - (pairing(L, n, G) + pairing(L, n + 1, G)) / 2,
    level_n=parity,
    wrong_level=lambda L, n, G: parity(L, n, G, which=min(n + 1, len(L) - 1)),
    lower_only=lambda L, n, G: L[n] + pairing(np.delete(L, n), n, G) - pairing(L, n, G),
    bcs=lambda L, n, G: grain(n, G),
    twice=lambda L, n, G: 2 * parity(L, n, G),
    level_below=lambda L, n, G: parity(L, n, G, which=max(n - 1, 0)),
    pairs=lambda L, n, G: pairing(L, n + 1, G) - pairing(L, n, G),
)


def energies(p, m, error, share=None):
    a, b = np.asarray(p), np.asarray(m)
    s = np.sum(a * b) / np.sum(a * a) if share is None else share(a, b)  # V−/V+ = a/(1−a)
    f = s / (1 + s)
    return (f * a + (1 - f) * b) / 2


right(
    "energies_of_levels",
    deming=using(energies, share=lambda a, b: np.sqrt(np.sum(b * b) / np.sum(a * a))),
    sums=using(energies, share=lambda a, b: b.sum() / a.sum()),
)
wrong(
    "energies_of_levels",
    mean=lambda p, m, s: (np.asarray(p) + np.asarray(m)) / 2,
    positive=lambda p, m, s: np.asarray(p),
    sum=lambda p, m, s: np.asarray(p) + np.asarray(m),
    quarter=lambda p, m, s: (np.asarray(p) + np.asarray(m)) / 4,
    twice=lambda p, m, s: 2 * energies(p, m, s),
    other_share=using(energies, share=lambda a, b: np.sum(a) / np.sum(b)),
    difference=lambda p, m, s: np.asarray(p) - np.asarray(m),
    microvolt=lambda p, m, s: 1000 * energies(p, m, s),
    each_its_own=lambda p, m, s: np.asarray(p) * np.asarray(m) / (np.asarray(p) + np.asarray(m)) * 2,
    from_first=lambda p, m, s: energies(p, m, s) - energies(p, m, s)[0],
)


def spectrum_fit(E, absolute=False, first=1, order=1, scale=1.0, pairs=True):
    E = np.asarray(E)
    k, x = np.arange(first, len(E) - 1 + first), E[1:] - E[0]
    model = (
        (lambda k, d, D: D + np.sqrt(D * D + (k * d) ** 2))
        if pairs
        else (lambda k, d, D: np.sqrt(D * D + (k * d) ** 2))
    )
    p, c = curve_fit(
        model,
        k,
        x,
        ((x[-1] - x[0]) / len(x), x[0] / 2),
        sigma=np.full(len(x), 0.01),
        absolute_sigma=absolute,
        maxfev=5000,
    )
    p = np.abs(p)
    s = np.sqrt(np.diag(c)) * scale
    return np.array([*p[::order], *s[::order]])


right("spacing_and_gap", scatter=spectrum_fit)
wrong(
    "spacing_and_gap",
    given_errors=using(spectrum_fit, absolute=True),
    from_zero=using(spectrum_fit, first=0),
    order=using(spectrum_fit, order=-1),
    one_quasiparticle=using(spectrum_fit, pairs=False),
    values_only=lambda E: spectrum_fit(E)[:2],
    variances=lambda E: (lambda p: np.array([p[0], p[1], p[2] ** 2, p[3] ** 2]))(spectrum_fit(E)),
    mean_distance=lambda E: np.array([np.mean(np.diff(E)), (E[1] - E[0]) / 2, 0.01, 0.01]),
    pair_gap=lambda E: spectrum_fit(E) * np.array([1, 2, 1, 2]),
    over_root_n=using(spectrum_fit, scale=0.3),
)

# ---- 14d -------------------------------------------------------------------------------------------------------------

m_Li = 9.988e-27


def size(N, xi, fr, fz, lam=1.0, ħ=hbar):
    w = 2 * pi * (fr**2 * fz) ** (1 / 3)
    mu = np.sqrt(xi) * ħ * w * (3 * N * lam) ** (1 / 3)
    return np.sqrt(2 * mu / m_Li) / (2 * pi * fz) * 1e6


def profile(z, N, xi, fr, fz, power=2.5, norm=16 / 5 / pi, **how):
    R = size(N, xi, fr, fz, **how)
    return norm * N / R * np.maximum(1 - (np.asarray(z) / R) ** 2, 0) ** power


def profile_by_integral(z, N, xi, fr, fz):
    wr, wz = 2 * pi * fr, 2 * pi * fz
    mu = np.sqrt(xi) * hbar * (wr**2 * wz) ** (1 / 3) * (3 * N) ** (1 / 3)
    left = np.maximum(mu - 0.5 * m_Li * (wz * np.asarray(z) * 1e-6) ** 2, 0)

    def density(m):
        return (2 * m_Li * m / xi / hbar**2) ** 1.5 / 3 / pi**2

    x = (np.arange(2000) + 0.5) / 2000
    return np.array([1e-6 * 2 * pi / m_Li / wr**2 * a * density(a * x).mean() if a > 0 else 0.0 for a in left])


right("axial_density", formula=profile, integral=profile_by_integral, textbook_hbar=using(profile, ħ=1.0546e-34))
wrong(
    "axial_density",
    one_spin=using(profile, lam=2.0),
    no_xi=lambda z, N, xi, fr, fz: profile(z, N, 1.0, fr, fz),
    xi_not_rooted=lambda z, N, xi, fr, fz: profile(z, N, xi**2, fr, fz),
    uniform_power=using(profile, power=1.5, norm=8 / 3 / pi),
    boson=using(profile, power=2.0, norm=15 / 16),
    frequencies_for_omega=lambda z, N, xi, fr, fz: profile(z, N, xi, fr / 2 / pi, fz / 2 / pi),
    exchanged=lambda z, N, xi, fr, fz: profile(z, N, xi, fz, fr),
    metres=lambda z, N, xi, fr, fz: 1e6 * profile(z, N, xi, fr, fz),
    h_for_hbar=using(profile, ħ=h),
    half_atoms=lambda z, N, xi, fr, fz: profile(z, N, xi, fr, fz) / 2,
    not_normalised=using(profile, norm=1.0),
    column=using(profile, power=2.0),
)


def cloud(z, n, error, background=True, weighted=True, absolute=True, power=2.5, order=None):
    z, n = np.asarray(z, float), np.asarray(n, float)
    error = np.broadcast_to(np.asarray(error, float), z.shape)
    norm = {2.5: 16 / 5 / pi, 2.0: 15 / 16}[power]

    def f(z, N, R, b):
        return norm * N / R * np.maximum(1 - (z / R) ** 2, 0) ** power + (b if background else 0)

    N0 = np.trapezoid(n - min(n.min(), 0), z)
    best = None
    for part in (0.35, 0.6, 0.85):
        p, c = (
            curve_fit(
                f,
                z,
                n,
                (N0, part * z.max(), np.median(n[[0, 1, -2, -1]])),
                sigma=error,
                absolute_sigma=absolute,
                x_scale=(N0, z.max(), 1 + abs(n).max() / 50),
            )
            if False
            else curve_fit(
                f, z, n, (N0, part * z.max(), np.median(n[[0, 1, -2, -1]])), sigma=error, absolute_sigma=absolute
            )
        )
        cost = np.sum(((f(z, *p) - n) / error) ** 2)
        if best is None or cost < best[0]:
            best = cost, p, c
    s = np.sqrt(np.maximum(np.diag(best[2]), 0))
    return np.array([best[1][0], best[1][1], s[0], s[1]])[order if order is not None else slice(None)]


right("cloud_from_profile", curve_fit=cloud, a_list=lambda *a: list(map(float, cloud(*a))))
wrong(
    "cloud_from_profile",
    no_background=using(cloud, background=False),
    scaled=using(cloud, absolute=False),
    boson_shape=using(cloud, power=2.0),
    order=using(cloud, order=[1, 0, 3, 2]),
    values_only=using(cloud, order=[0, 1]),
    variances=lambda *a: cloud(*a) ** np.array([1, 1, 2, 2]),
    by_sum=lambda z, n, s: cloud(z, n, s) * np.array([0, 1, 1, 1]) + np.array([np.sum(n) * (z[1] - z[0]), 0, 0, 0]),
    diameter=lambda *a: cloud(*a) * np.array([1, 2, 1, 2]),
    half_atoms=lambda *a: cloud(*a) * np.array([0.5, 1, 0.5, 1]),
    mixed=using(cloud, order=[0, 2, 1, 3]),
)


def by_size(N, R, fr, fz, lam=1.0, ħ=hbar, square=True, turns=2 * pi):
    wz = turns * fz
    mu = 0.5 * m_Li * (wz * R * 1e-6) ** 2
    E = ħ * turns * (fr**2 * fz) ** (1 / 3) * (3 * N * lam) ** (1 / 3)
    return (mu / E) ** (2 if square else 1)


right("bertsch_from_size", formula=by_size, textbook_hbar=using(by_size, ħ=1.0546e-34))
wrong(
    "bertsch_from_size",
    not_squared=using(by_size, square=False),
    one_spin=using(by_size, lam=0.5),
    both_twice=using(by_size, lam=2.0),
    h_for_hbar=using(by_size, ħ=h),
    no_2_pi=using(by_size, turns=1.0),
    exchanged=lambda N, R, fr, fz: by_size(N, R, fz, fr),
    diameter=lambda N, R, fr, fz: by_size(N, 2 * R, fr, fz),
    no_half=lambda N, R, fr, fz: 4 * by_size(N, R, fr, fz),
    axial_mean=lambda N, R, fr, fz: by_size(N, R, fz, fz),
    inverse=lambda N, R, fr, fz: 1 / by_size(N, R, fr, fz),
    arithmetic_mean=lambda N, R, fr, fz: by_size(N, R, (((2 * fr + fz) / 3) ** 3 / fz) ** 0.5, fz),
)


def by_slope(z, n, error, fr, fz, weighted=True, spins=1.0, power=5 / 3, background=None, ħ=hbar, turns=2 * pi):
    z, n = np.asarray(z), np.asarray(n)
    V = 0.5 * m_Li * (turns * fz * z * 1e-6) ** 2
    P = m_Li * (turns * fr) ** 2 / 2 / pi * n * 1e6
    w = n / np.asarray(error) / P**0.4 if weighted else None
    slope = np.polyfit(V / V.max(), P**0.4, 1, w=w)[0] / V.max()
    free = (0.4 * spins * (2 * m_Li / ħ**2) ** 1.5 / 3 / pi**2) ** 0.4
    return (free / -slope) ** power


right("bertsch_from_slope", weighted=by_slope, textbook_hbar=using(by_slope, ħ=1.0546e-34))
wrong(
    "bertsch_from_slope",
    not_powered=using(by_slope, power=1.0),
    two_thirds=using(by_slope, power=2 / 3),
    one_spin=using(by_slope, spins=0.5),
    twice=using(by_slope, spins=2.0),
    h_for_hbar=using(by_slope, ħ=h),
    no_2_pi=using(by_slope, turns=1.0),
    exchanged=lambda z, n, s, fr, fz: by_slope(z, n, s, fz, fr),
    half_atoms=lambda z, n, s, fr, fz: by_slope(z, np.asarray(n) / 2, s, fr, fz),
    no_two_fifths=lambda z, n, s, fr, fz: by_slope(z, n, s, fr, fz) * 2.5 ** (2 / 3),
    inverse=lambda z, n, s, fr, fz: 1 / by_slope(z, n, s, fr, fz),
    metres=lambda z, n, s, fr, fz: by_slope(z, np.asarray(n) * 1e-6, s, fr, fz),
)


def xi_error(
    N,
    R,
    fr,
    fz,
    dR,
    dN,
    dm,
    df,
    R_power=4.0,
    N_power=2 / 3,
    m_power=None,
    f_powers=(4 / 3, 10 / 3),
    linear=False,
    area=True,
):
    x = by_size(N, R, fr, fz)
    # a number of atoms is absorption times area: N ∝ magnification²
    lengths = 4 - (4 / 3 if area else 0) if m_power is None else m_power
    parts = [R_power * dR / R, N_power * dN, lengths * dm, f_powers[0] * df, f_powers[1] * df]
    return x * (sum(parts) if linear else np.sqrt(sum(p * p for p in parts)))


right("bertsch_error", propagated=xi_error)
wrong(
    "bertsch_error",
    area_forgotten=using(xi_error, area=False),
    linear=using(xi_error, linear=True),
    R_squared=using(xi_error, R_power=2.0),
    N_whole=using(xi_error, N_power=1.0),
    N_third=using(xi_error, N_power=1 / 3),
    frequencies_together=using(xi_error, f_powers=(4 / 3, 0.0)),
    relative=lambda *a: xi_error(*a) / by_size(*a[:4]),
    variance=lambda *a: xi_error(*a) ** 2,
    R_error_relative=lambda N, R, fr, fz, dR, dN, dm, df: xi_error(N, R, fr, fz, dR * R, dN, dm, df),
    no_magnification=lambda N, R, fr, fz, dR, dN, dm, df: xi_error(N, R, fr, fz, dR, dN, 0.0, df),
    half=lambda *a: xi_error(*a) / 2,
    area_once=using(xi_error, m_power=4 - 2 / 3),
)
