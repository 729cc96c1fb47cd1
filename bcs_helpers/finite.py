"""Pairing in small systems: a few levels solved exactly, by BCS and by number projection; a BdG chain.

    H = Σ_j ε_j n_j − G Σ_jk P†_j P_k,        P†_j = c†_j↑ c†_j↓

on doubly degenerate levels ε_j; a level listed Ω times is a shell that holds Ω pairs. Five roads lead from
the same (levels, pairs, G) to a `PairingState`: diagonalisation and Richardson's equations (exact), BCS,
and BCS projected on its particle number after or before the variation. Where BCS has no gap
(G <= `critical_pairing`), the exact state still gains energy: pairing without a broken symmetry.
"""

from functools import wraps
from typing import NamedTuple

import numpy as np
from scipy.special import expit

from ._domain import nonnegative, plain, real, short, whole

__all__ = [
    "BdGChain",
    "PairingState",
    "bcs_ground_state",
    "bdg_chain",
    "critical_pairing",
    "exact_ground_state",
    "ground_energy",
    "odd_even_staggering",
    "pairing_hamiltonian",
    "pairing_spectrum",
    "projection_after_variation",
    "richardson_ground_state",
    "variation_after_projection",
]

LARGEST = 200_000  # configurations that diagonalisation takes on
DENSE = 1_000  # up to here the matrix is stored in full


class PairingState(NamedTuple):
    """What each road returns: floats for one G, arrays over G for several.

    energy: <H>. condensation_energy: the filled Fermi sea's <H> minus that, to full relative precision.
    occupation: pairs n_j in each level, 0 to 1, in the order of `levels` on the last axis.
    Delta: G Σ_j √(n_j(1 − n_j)), which is the gap of BCS; for sharp particle number it is called canonical.
    """

    energy: float | np.ndarray
    condensation_energy: float | np.ndarray
    occupation: np.ndarray
    Delta: float | np.ndarray


def _ground_state(solve):
    """Make the public function from solve(sorted levels, pairs, G > 0) -> (energy gained, n_j − sea)."""

    @wraps(solve)
    def state(levels, pairs, G):
        levels, pairs, G = _system(levels, pairs, G)
        order = np.argsort(levels, kind="stable")
        eps, sea = levels[order], _fermi_sea(levels.size, pairs)
        gain, shift = np.zeros(G.shape), np.zeros((*G.shape, levels.size))
        for at, g in np.ndenumerate(G):
            unit = np.ldexp(1.0, np.frexp(np.ptp(eps) + g)[1])  # a power of two: dividing rounds nothing
            if g == 0:  # nothing pairs; an open shell is shared evenly
                shell = eps == eps[max(pairs - 1, 0)]
                shift[at][shell] = np.mean(sea[shell]) - sea[shell]
            elif g < 1e-60 * unit:
                raise ValueError(f"G must be 0 or at least 1e-60 of the spread of the levels, got {g}")
            elif 0 < pairs < levels.size:
                gain[at], shift[at] = solve(eps / unit, pairs, float(g / unit))
                gain[at] *= unit
        # 1 − n is summed on its own: a small hole keeps its digits
        Delta = G * np.sum(np.sqrt(np.maximum((sea + shift) * ((1 - sea) - shift), 0)), axis=-1)
        occupation = np.empty_like(shift)
        occupation[..., order] = sea + shift
        energy = np.sum(2 * eps[:pairs]) - G * pairs - gain
        return PairingState(plain(energy), plain(gain), occupation, plain(Delta))

    return state


def _system(levels, pairs, G):
    levels, pairs, G = real(levels=levels), whole(pairs=pairs), nonnegative(G=G)
    if levels.ndim != 1 or levels.size == 0:
        raise ValueError(f"levels must be a list of one or more energies, got shape {levels.shape}")
    if pairs > levels.size:
        raise ValueError(f"pairs must be <= {levels.size}, the number of levels, got {pairs}")
    return levels, pairs, G


def _single(**values):
    for name, value in values.items():
        if np.ndim(value):
            raise ValueError(f"{name} must be a single number, got shape {np.shape(value)}")


def _fermi_sea(count, pairs):
    """1.0 for the `pairs` lowest of the sorted levels, 0.0 above."""
    return (np.arange(count) < pairs) * 1.0


# ---- exact: diagonalisation ------------------------------------------------------------------------


def pairing_hamiltonian(levels, pairs, G):
    """H = 2 Σ_j ε_j N_j − G P†P, P = Σ_j P_j, on the states without broken pairs: a sparse matrix.

    Basis: all ways to put the pairs into the distinct levels, the lowest filled first, so that state 0 is
    the Fermi sea. In a shell of Ω equal levels P_j takes n pairs to n − 1 with √(n(Ω − n + 1)).

    Parameters
    ----------
    levels : (L,) array, energy: ε_j in any order; equal ones make a shell.
    pairs : int, 0..L.
    G : float >= 0, energy.

    Returns
    -------
    scipy.sparse.csr_array, energy.

    Raises
    ------
    ValueError, TypeError : outside the domain, or more than 200000 configurations.

    Source
    ------
    Quasi-spin: Kerman, Ann. Phys. 12, 300 (1961); Volya, Brown & Zelevinsky, Phys. Lett. B 509, 37 (2001).
    """
    from scipy.sparse import csr_array, diags_array

    levels, pairs, G = _system(levels, pairs, G)
    _single(G=G)
    energies, capacity = np.unique(levels, return_counts=True)
    states = _configurations(capacity, pairs)
    P = _pair_annihilation(states, capacity)
    return csr_array(diags_array(2 * states @ energies) - float(G) * (P.T @ P))


def pairing_spectrum(levels, pairs, G, *, count=2):
    """The `count` lowest eigenvalues of `pairing_hamiltonian`, ascending (all, if there are fewer).

    Parameters
    ----------
    levels, pairs, G : as in `pairing_hamiltonian`.
    count : int >= 1.

    Returns
    -------
    (count,) array, energy.

    Raises
    ------
    ValueError, TypeError : as `pairing_hamiltonian`.

    Source
    ------
    As `pairing_hamiltonian`.
    """
    count = whole(count=count)
    if count < 1:
        raise ValueError(f"count must be >= 1, got {count}")
    H = pairing_hamiltonian(levels, pairs, G)
    if H.shape[0] <= DENSE:
        return np.linalg.eigvalsh(H.toarray())[:count]
    from scipy.sparse.linalg import eigsh

    count = min(count, H.shape[0] - 1)
    return np.sort(eigsh(H, k=count, which="SA", v0=np.ones(H.shape[0]), return_eigenvectors=False))


@_ground_state
def exact_ground_state(levels, pairs, G):
    """The exact ground state, H c = E c with the lowest E, by diagonalising `pairing_hamiltonian`.

    Up to 1000 configurations the amplitudes x beside the Fermi sea's solve (H' − E) x = −h, E = h·x (all from
    the energy of the sea), which keeps the digits of a small condensation energy; beyond that, Lanczos.

    Parameters
    ----------
    levels : (L,) array, energy: ε_j in any order; equal ones make a shell, of which the evenly filled
        (quasi-spin) states are kept.
    pairs : int, 0..L.
    G : array >= 0, energy.

    Returns
    -------
    PairingState

    Raises
    ------
    ValueError, TypeError : outside the domain, or more than 200000 configurations.

    Source
    ------
    As `pairing_hamiltonian`; canonical gap: von Delft & Ralph, Phys. Rep. 345, 61 (2001).
    """
    energies, shell, capacity = np.unique(levels, return_inverse=True, return_counts=True)
    states = _configurations(capacity, pairs)
    P = _pair_annihilation(states, capacity)
    moved, filled = states - states[0], states[0] / capacity
    open_shell = G * float(states[0] @ (capacity - states[0]))  # gained already by the evenly filled sea
    raised = 2 * moved @ (energies - levels[pairs - 1]) + G * pairs + open_shell
    if len(states) == 1:
        x, E = np.zeros(0), 0.0
    elif len(states) <= DENSE:
        H = np.diag(raised) - G * (P.T @ P).toarray()
        E = np.linalg.eigvalsh(H)[0]
        x = np.linalg.solve(H[1:, 1:] - E * np.eye(len(H) - 1), -H[1:, 0])
        E = (E * (x @ x) + H[0, 1:] @ x) / (1 + x @ x)  # Newton's step for E = h·x
    else:
        from scipy.sparse.linalg import LinearOperator, eigsh

        H = LinearOperator((len(states),) * 2, lambda c: raised * c - G * (P.T @ (P @ c)), dtype=float)
        c = eigsh(H, k=1, which="SA", v0=np.ones(len(states)))[1][:, 0]
        x = c[1:] / c[0]
        E = -G * (P.T @ (P @ np.append(0, x)))[0]
    shift = np.append(1, x**2) @ moved / (1 + x @ x) / capacity
    return open_shell - E, (filled[shell] - _fermi_sea(levels.size, pairs)) + shift[shell]


def _configurations(capacity, pairs):
    """Rows n_j <= capacity_j with Σ n_j = pairs, from the Fermi sea downwards (reverse dictionary order)."""
    ways = [1] + [0] * pairs
    for c in capacity:
        ways = [sum(ways[max(0, m - c) : m + 1]) for m in range(pairs + 1)]
    if ways[pairs] > LARGEST:
        raise ValueError(
            f"pairs must leave at most {LARGEST} configurations for diagonalisation, got {pairs} with "
            f"{ways[pairs]} of them; richardson_ground_state goes further"
        )
    states = np.zeros((1, 0), dtype=np.int64)
    for j, c in enumerate(capacity):
        filling = np.tile(np.arange(c, -1, -1), len(states))
        states = np.column_stack([np.repeat(states, c + 1, axis=0), filling])
        left = pairs - states.sum(axis=1)
        states = states[(left >= 0) & (left <= sum(capacity[j + 1 :]))]
    return states


def _pair_annihilation(states, capacity):
    """P = Σ_j P_j from these states to those with one pair less; P_j |n> = √(n(Ω − n + 1)) |n − 1>."""
    from scipy.sparse import csr_array

    source, level = np.nonzero(states)
    n = states[source, level]
    lowered = states[source] - np.eye(len(capacity), dtype=np.int64)[level]
    target = np.unique(lowered, axis=0, return_inverse=True)[1].ravel() if len(n) else source
    size = (np.max(target, initial=0) + 1, len(states))
    return csr_array((np.sqrt(n * (capacity[level] - n + 1.0)), (target, source)), shape=size)


# ---- exact: Richardson's equations -----------------------------------------------------------------


@_ground_state
def richardson_ground_state(levels, pairs, G):
    """Richardson's exact ground state, from λ_j² = λ_j + G Σ_k≠j (λ_j − λ_k)/(2ε_j − 2ε_k).

    λ_j = G Σ_α 1/(2ε_j − E_α) stay real and smooth where the pair energies E_α collide. They start at
    G = 0 as the Fermi sea and are followed in G; then E = 2 Σ ε_j λ_j − G N(L − N + 1) for N pairs, and
    n_j = λ_j − G dλ_j/dG. For L = 30 this takes about 20 ms, for L = 100 about 0.1 s.

    Parameters
    ----------
    levels : (L,) array, energy: ε_j, distinct, in any order, L <= 300.
    pairs : int, 0..L.
    G : array >= 0, energy.

    Returns
    -------
    PairingState

    Raises
    ------
    ValueError, TypeError : outside the domain, or two levels coincide.
    RuntimeError : the path in G was lost: seen for 40 and more unevenly crowded levels, and for G beyond
        10⁴ level spacings (60 levels) or 10² (100 levels).

    Source
    ------
    Richardson, Phys. Lett. 3, 277 (1963); Faribault, El Araby, Sträter & Gritsev, Phys. Rev. B 83, 235124
    (2011).
    """
    if levels.size > 300:
        raise ValueError(f"levels must be at most 300 here, got {levels.size}")
    if np.any(np.diff(levels) == 0):
        raise ValueError("levels must be distinct here (exact_ground_state takes shells), got two alike")
    apart = 2 * (levels[:, None] - levels)
    L, sea, depth = levels.size, _fermi_sea(levels.size, pairs), 2 * (levels - levels[pairs - 1])
    inverse = 1 / (apart + np.eye(L)) - np.eye(L)
    pull = np.diag(inverse.sum(axis=1)) - inverse

    def pulled(x):  # = pull @ x = Σ_k (x_j − x_k)/(2ε_j − 2ε_k), difference first
        return np.sum(inverse * (x[:, None] - x), axis=1)

    def newton_in_levels(shift, g):  # shift = λ − sea
        force = pulled(sea) + pulled(shift)
        residual = (2 * sea - 1) * shift + shift**2 - g * force
        J = np.diag(2 * (sea + shift) - 1) - g * pull
        return J, np.linalg.solve(J, np.column_stack([residual, force])).T

    g, shift, slope = _follow(newton_in_levels, 0.0, np.zeros(L), G, levels[pairs] - levels[pairs - 1], 100.0)
    if g == G:
        # what is left of λ − sea, and of E, when first order in G is taken out exactly
        second = (2 * sea - 1) * (G * pulled(shift) - shift**2)
        growth = (2 * sea - 1) * (pulled(shift) + G * pulled(slope) - 2 * shift * slope)
        return -depth @ second, second - G * growth

    # At strong G λ is a smooth function of ε, and J hopeless in levels: `pull` lowers the degree of every
    # polynomial in ε, so all its eigenvalues are zero. In orthogonal polynomials that is an exact triangle, the
    # coefficients y of λ fade with the degree, and elimination loses nothing.
    Q, product = _level_polynomials(levels - levels.mean())
    lowering = np.triu(Q.T @ pull @ Q, 1)
    degree, d = np.arange(L), np.ptp(levels) / (L - 1)

    def newton_in_polynomials(y, g):
        M, force = product(y), lowering @ y
        J = 2 * M - np.eye(L) - g * lowering
        return J, np.linalg.solve(J, np.column_stack([M @ y - y - g * force, force])).T

    def fading(y, slope, g, h):  # evenly spaced levels: y_m fades like tanh(d/2G)^m
        ratio = np.tanh(d / (2 * (g + h))) / np.tanh(d / (2 * g))
        return ratio**degree * (y + h * (slope + degree * y * d / (g**2 * np.sinh(min(d / g, 500)))))

    g, y, slope = _follow(newton_in_polynomials, g, Q.T @ (sea + shift), G, g / 16, np.inf, fading)
    shift = Q @ (y - G * slope) - sea
    if abs(np.sum(shift)) > 1e-10:
        raise RuntimeError("Richardson's equations lost count of the pairs on the way to G")
    return depth @ (sea - Q @ y) + G * pairs * (L - pairs), shift


def _follow(newton, g, x, G, step, tolerated, predict=lambda x, slope, g, h: x + h * slope):
    """Follow x(g) from g to G by predictor and Newton; stop where the Jacobian's condition passes `tolerated`.

    newton(x, g) -> the Jacobian, (Newton's correction to x, dx/dg).
    """
    shortest = 1e-9 * step
    _, (_, slope) = newton(x, g)
    while g < G:
        to = min(g + step, G)
        trial, corrections, good = predict(x, slope, g, to - g), [], False
        try:
            while not corrections or (1e-9 < corrections[-1] < 0.1 and len(corrections) < 9):
                _, (correction, _) = newton(trial, to)
                trial = trial - correction
                corrections.append(np.max(np.abs(correction)))
            if corrections[-1] <= 1e-9:
                J, (_, new) = newton(trial, to)
                good = np.linalg.cond(J) < tolerated
        except np.linalg.LinAlgError:  # too far: try a shorter step
            pass
        if good:
            x, g, slope = trial, to, new
            step = 2 * step if corrections[0] < 0.02 else step
        elif step < g / 8 and np.isfinite(tolerated):
            break
        elif step < shortest:
            raise RuntimeError(f"Richardson's equations could not be followed beyond {g / G:.3g} G")
        else:
            step = step / 2
    return g, x, slope


def _level_polynomials(x):
    """Orthonormal polynomials on the points x, as columns by degree, and y -> matrix of multiplication by Qy."""
    L = x.size
    Q = np.full((L, L), 1 / np.sqrt(L))
    for m in range(1, L):
        v = x / np.max(np.abs(x)) * Q[:, m - 1]
        for _ in range(2):
            v = v - Q[:, :m] @ (v @ Q[:, :m])
        Q[:, m] = v / np.linalg.norm(v)
    m = np.arange(L)
    low, high = np.abs(m[:, None] - m)[..., None], (m[:, None] + m)[..., None]
    three = ((Q[:, :, None] * Q[:, None, :]).reshape(L, -1).T @ Q).reshape(L, L, L)
    three[(m < low) | (m > high)] = 0  # as the degrees demand, exactly
    return Q, lambda y: three @ y


# ---- BCS -------------------------------------------------------------------------------------------


@_ground_state
def bcs_ground_state(levels, pairs, G):
    """BCS at fixed <N>, the best of all Π(u_j + v_j P†_j)|0>: E = 2 Σ ε_j v_j² − Δ²/G − G Σ v_j⁴.

    1 = G Σ 1/2E_j,  Σ v_j² = N,  v_j² = ½(1 − x_j/E_j),  E_j² = x_j² + Δ²,  x_j = ε_j − G v_j² − μ, with the
    last term of E kept in the variation. Δ is exactly 0.0 up to `critical_pairing`. The condensation energy
    is Σ (2E_j − G) q_j², q_j the pairs that left (or entered) level j.

    Parameters
    ----------
    levels, pairs, G : as in `exact_ground_state`, any number of levels.

    Returns
    -------
    PairingState

    Raises
    ------
    ValueError, TypeError : outside the domain.

    Source
    ------
    Ring & Schuck, The Nuclear Many-Body Problem (1980), sec. 6.3; the sum over q_j² follows from it.
    """
    from scipy.optimize import brentq

    balanced, excess, most = _gap_equation(levels, pairs, G)
    if excess(0) <= 0:
        return 0.0, np.zeros(levels.size)
    D = brentq(excess, 0, (1 + 1e-9) * most, xtol=1e-45 * most, rtol=1e-15)
    E, q_over_D = balanced(D)
    q = D * q_over_D
    return np.sum((2 * E - G) * q**2), (1 - 2 * _fermi_sea(levels.size, pairs)) * q


def critical_pairing(levels, pairs):
    """The G up to which BCS on these levels has no gap: 1 = G Σ_j 1/2|x_j| at Δ = 0.

    Parameters
    ----------
    levels : (L,) array, energy.
    pairs : int, 0..L.

    Returns
    -------
    float, energy: 0.0 for an open shell, inf where no level or every level is filled.

    Raises
    ------
    ValueError, TypeError : outside the domain.

    Source
    ------
    As `bcs_ground_state`.
    """
    from scipy.optimize import brentq

    levels, pairs, _ = _system(levels, pairs, 0.0)
    if pairs in (0, levels.size):
        return np.inf
    levels, L = np.sort(levels), levels.size
    if levels[pairs - 1] == levels[pairs]:
        return 0.0
    unit = np.ptp(levels) / (L - 1)
    fewest = (levels[pairs] - levels[pairs - 1]) / unit / (2 * L**1.5)  # bounds from 1 = G Σ 1/(2|y_j| + G)
    G = brentq(lambda G: _gap_equation(levels / unit, pairs, G)[1](0), fewest, 2.1, xtol=1e-20, rtol=1e-15)
    return float(unit * G)


def _gap_equation(levels, pairs, G):
    """balanced(D) -> E_j, q_j/D at Δ² = D and the μ that keeps <N>; excess(D) = G Σ 1/2E_j − 1; the largest D."""
    from scipy.optimize import brentq

    side = 1 - 2 * _fermi_sea(levels.size, pairs)
    most = G**2 * pairs * (levels.size - pairs)
    reach = (1 + np.sqrt(levels.size)) * np.sqrt(most) + G

    def quasiparticles(D, mu):
        # y = x(1 − G/2E) by Newton from above, where it is convex; mu includes G/2
        y = side * (levels - mu)
        x = np.abs(y) + G / 2
        for _ in range(100):
            E = np.sqrt(x * x + D)
            step = (x - G * x / (2 * E) - np.abs(y)) / (1 - G * D / (2 * E**3))
            x = x - step
            if np.all(np.abs(step) <= 1e-15 * x):
                break
        E = np.sqrt(x * x + D)
        return E, np.where(y >= 0, 1 / (2 * E * (E + x)), (E + x) / (2 * E * D))

    def balanced(D):
        edges = levels[0] - reach, levels[-1] + reach
        D = max(D, 1e-30 * most)
        mu = brentq(lambda mu: side @ quasiparticles(D, mu)[1], *edges, xtol=1e-16 * reach, rtol=1e-15)
        return quasiparticles(D, mu)

    def excess(D):
        return G * np.sum(0.5 / balanced(D)[0]) - 1

    return balanced, excess, most


# ---- number projection -----------------------------------------------------------------------------


@_ground_state
def projection_after_variation(levels, pairs, G):
    """The BCS state cut down to its component of N pairs (PAV); the Fermi sea where BCS has no gap.

    Parameters
    ----------
    levels, pairs, G : as in `exact_ground_state`, any number of levels.

    Returns
    -------
    PairingState

    Raises
    ------
    ValueError, TypeError : outside the domain.

    Source
    ------
    Dietrich, Mang & Pradal, Phys. Rev. 135, B22 (1964); Ring & Schuck (1980), ch. 11.
    """
    _, shift = bcs_ground_state.__wrapped__(levels, pairs, G)
    if not np.any(shift):
        return 0.0, shift
    q = np.abs(shift)
    gain, _, shift = _projected(0.5 * np.sign(shift) * np.log(q / (1 - q)), levels, pairs, G)
    return gain, shift


@_ground_state
def variation_after_projection(levels, pairs, G):
    """The best of all N-pair parts of Π(u_j + v_j P†_j)|0> (VAP): BCS with sharp particle number.

    The projected energy is minimised over t_j = ln(v_j/u_j) by its exact gradient, which is then brought to
    zero: energies are good to 1e-15 relative, occupations to 1e-12.

    Parameters
    ----------
    levels, pairs, G : as in `exact_ground_state`, any number of levels.

    Returns
    -------
    PairingState

    Raises
    ------
    ValueError, TypeError : outside the domain.

    Source
    ------
    Dietrich, Mang & Pradal, Phys. Rev. 135, B22 (1964); Braun & von Delft, Phys. Rev. Lett. 81, 4712 (1998).
    """
    from scipy.optimize import minimize, root

    # a first guess of the gap, and of the energy that one pair gains, for weak and for strong G
    apart = levels[pairs] - levels[pairs - 1] + G
    start = -np.arcsinh((levels - (levels[pairs] + levels[pairs - 1]) / 2) / np.sqrt(G * apart))
    unit = G * G / apart

    def energy(t):
        gain, gradient, _ = _projected(t, levels, pairs, G)
        return -gain / unit, gradient / unit

    near = minimize(energy, start, jac=True, method="BFGS", options={"gtol": 1e-6}).x
    # a common shift of t changes nothing: keep its mean while the gradient goes to zero
    t = root(lambda t: energy(t)[1] + np.mean(t - near), near, tol=1e-15).x
    gain, _, shift = _projected(t, levels, pairs, G)
    return gain, shift


def _projected(t, levels, pairs, G):
    """Energy gained, −its gradient and n_j − sea of the N-pair part of Π(u_j + v_j P†_j)|0>, v_j/u_j = e^t_j.

    sums[., k, n + 1]: over all ways to have n pairs in the levels other than k, each level weighing u² or v²:
    of 1, of the excitation energy, and with one or both ends (uv each) of a pair's move among these levels.
    All terms are positive, so that nothing cancels.
    """
    L, sea = levels.size, _fermi_sea(levels.size, pairs)
    u2, v2 = expit(-2 * t), expit(2 * t)
    uv = np.sqrt(u2 * v2)
    raised = 2 * np.abs(levels - (levels[pairs - 1] + levels[pairs]) / 2)
    sums = np.zeros((4, L, pairs + 2))
    sums[0, :, 1] = 1
    for j in range(L):
        others = np.arange(L) != j
        old = sums[:, others]
        filled = np.zeros_like(old)
        filled[..., 1:] = v2[j] * old[..., :-1]
        new = u2[j] * old + filled
        new[1] += raised[j] * (u2[j] * old[0] if sea[j] else filled[0])
        new[2] += uv[j] * old[0]
        new[3] += uv[j] * old[2]
        sums[:, others] = new
    weight, excited = sums[:2, :, -1]  # N pairs in the others: k is empty
    weight1, excited1, arrived1, moved1 = sums[..., -2]  # N − 1
    moved2 = sums[3, :, -3]  # N − 2
    norm = u2 * weight + v2 * weight1
    n, hole = v2 * weight1 / norm, u2 * weight / norm
    exchange = G * uv * arrived1 / norm  # pairs that hop into or out of k
    with_k = (v2 * excited1 - 2 * G * v2 * moved2) / norm - exchange + (1 - sea) * raised * n
    without_k = (u2 * excited - 2 * G * u2 * moved1) / norm - exchange + sea * raised * hole
    E = np.mean(with_k + without_k)
    return -E, 2 * (with_k - E * n), np.where(sea, -hole, n)


# ---- odd and even ----------------------------------------------------------------------------------


def ground_energy(levels, particles, G, *, state=exact_ground_state, blocked=None):
    """Lowest energy of any number of particles; an odd one sits alone in a level, which no pair can use.

    Parameters
    ----------
    levels : (L,) array, energy.
    particles : int, 0..2L.
    G : array >= 0, energy.
    state : the ground-state function to use for the pairs.
    blocked : int, index of the level that the odd particle takes; None tries all and keeps the lowest.

    Returns
    -------
    float or array of the shape of G, energy.

    Raises
    ------
    ValueError, TypeError : outside the domain, and as `state`.

    Source
    ------
    Blocking: Ring & Schuck (1980), ch. 6; von Delft & Ralph, Phys. Rep. 345, 61 (2001).
    """
    pairs = whole(particles=particles) // 2
    if particles > 2 * np.size(levels):
        raise ValueError(f"particles must be <= {2 * np.size(levels)}, two a level, got {particles}")
    levels, pairs, G = _system(levels, pairs, G)
    if particles % 2 == 0:
        return state(levels, pairs, G).energy
    tried = np.unique(levels, return_index=True)[1] if blocked is None else [whole(blocked=blocked)]
    if tried[-1] >= levels.size:
        raise ValueError(f"blocked must be < {levels.size}, the number of levels, got {blocked}")
    paired = [state(np.delete(levels, b), pairs, G).energy if pairs else 0 * G for b in tried]
    return plain(np.min([levels[b] + E for b, E in zip(tried, paired, strict=True)], axis=0))


def odd_even_staggering(particles, energy):
    """Three-point staggering Δ(3)(N) = ½(−1)^N [E(N+1) − 2E(N) + E(N−1)]: positive if even N is bound more.

    Parameters
    ----------
    particles : (n,) array, consecutive whole numbers, n >= 3.
    energy : (..., n) array, energy: total energies or masses (minus the binding energies).

    Returns
    -------
    (..., n − 2) array, energy: for particles[1:-1].

    Raises
    ------
    ValueError, TypeError : numbers not consecutive, shapes that do not fit.

    Source
    ------
    Satuła, Dobaczewski & Nazarewicz, Phys. Rev. Lett. 81, 3599 (1998), eq. (1).
    """
    particles, energy = real(particles=particles, energy=energy)
    if particles.ndim != 1 or particles.size < 3 or particles[0] % 1 or np.any(np.diff(particles) != 1):
        raise ValueError(f"particles must be three or more consecutive whole numbers, got {short(particles)}")
    if energy.shape[-1:] != particles.shape:
        raise ValueError(f"energy must end in {particles.size} values, one a number, got shape {energy.shape}")
    return 0.5 * (-1.0) ** particles[1:-1] * np.diff(energy, n=2, axis=-1)


# ---- a chain ---------------------------------------------------------------------------------------


class BdGChain(NamedTuple):
    """Local gap Δ_i and density n_i on the sites; quasiparticle energies E >= 0, ascending."""

    Delta: np.ndarray
    density: np.ndarray
    energies: np.ndarray


def bdg_chain(potential, hopping, U, mu, T, *, ring=True):
    """Self-consistent Δ_i = U <c_i↓ c_i↑> and n_i of −t Σ c†c + Σ (V_i − μ) n_i − U Σ n_i↑ n_i↓.

    H = [[h, Δ], [Δ, −h]] with h = −t + V_i − μ − U n_i/2 (the last is Hartree's term); with M = tanh(H/2T),
    Δ_i = ½U M_{i, i+L} and n_i = 1 − M_ii. Iterated from the largest Δ and n = 1, then Newton. Δ is exactly
    0.0 where nothing pairs.

    Parameters
    ----------
    potential : (L,) array, energy: V_i, zeros for a clean chain; the cost grows like L⁴.
    hopping : float >= 0, energy: t between neighbours.
    U : float >= 0, energy: attraction on a site.
    mu : float, energy: −U/2 for half filling without V.
    T : float >= 0, energy.
    ring : whether the last site is the first one's neighbour.

    Returns
    -------
    BdGChain

    Raises
    ------
    ValueError, TypeError : outside the domain.
    RuntimeError : no self-consistent solution was found.

    Source
    ------
    de Gennes, Superconductivity of Metals and Alloys (1966), ch. 5; Ghosal, Randeria & Trivedi, Phys. Rev. B
    65, 014501 (2001), sec. II.
    """
    potential, mu = real(potential=potential, mu=mu)
    hopping, U, T = nonnegative(hopping=hopping, U=U, T=T)
    _single(hopping=hopping, U=U, mu=mu, T=T)
    if potential.ndim != 1 or potential.size == 0:
        raise ValueError(f"potential must be a list of one or more energies, got shape {potential.shape}")
    L = potential.size
    h = np.diag(potential - mu) - hopping * (np.eye(L, k=1) + np.eye(L, k=-1))
    if ring:
        h[0, -1] -= hopping
        h[-1, 0] -= hopping

    frozen = T <= 1e-200 * (np.max(np.abs(h)) + U)  # as good as T = 0

    def eigenstates(F, n):  # F = Δ/U
        field, Delta = h - np.diag(U * n / 2), np.diag(U * F)
        E, V = np.linalg.eigh(np.block([[field, Delta], [Delta, -field]]))
        return E, V[:L], V[L:], np.sign(E) if frozen else np.tanh(E / (2 * T))

    def averages(E, u, v, tanh):
        return np.concatenate([(u * v) @ tanh / 2, 1 - (u * u - v * v) @ tanh / 2])

    def slope(E, u, v, tanh):
        """d averages/d(F, n): first-order perturbation theory between all pairs of states."""
        apart = E[:, None] - E
        same = np.abs(apart) <= 1e-6 * T
        flat = np.zeros(2 * L) if frozen else (1 - tanh**2) / (2 * T)
        rate = np.where(same, flat, (tanh[:, None] - tanh) / np.where(same, 1, apart))
        u, v, u_, v_ = u[:, :, None], v[:, :, None], u[:, None, :], v[:, None, :]
        A = np.concatenate([u * v_ + v * u_, u * u_ - v * v_]).reshape(2 * L, -1)
        return np.repeat([0.25, -0.5], L)[:, None] * ((A * rate.ravel()) @ A.T) * np.repeat([U, -U / 2], L)

    z = np.repeat([0.5, 1.0], L)
    for _ in range(30):
        z = averages(*eigenstates(z[:L], z[L:]))
    for _ in range(60):
        states = eigenstates(z[:L], z[L:])
        # least squares: at half filling a gap turns into a charge wave at no cost, and should not drift
        step = np.linalg.lstsq(np.eye(2 * L) - slope(*states), averages(*states) - z, rcond=1e-7)[0]
        z = z + step
        if np.max(np.abs(step)) < 1e-12:
            break
    else:
        raise RuntimeError(f"no self-consistent Delta and density found, last change {np.max(np.abs(step))}")
    F, n = z[:L], z[L:]
    if np.max(np.abs(F)) < 1e-9:
        F = np.zeros(L)
    return BdGChain(U * F, n, np.abs(eigenstates(F, n)[0][L:]))
