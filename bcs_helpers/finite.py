"""Pairing on a few levels: solved exactly, by BCS and by number projection; odd and even.

    $H = Σ_j ε_j n_j − G Σ_{jk} P†_j P_k$,   $P†_j = c†_{j↑} c†_{j↓}$

on doubly degenerate levels ε_j; a level listed Ω times is a shell that holds Ω pairs. Five roads lead from
the same (levels, pairs, G) to a `PairingState`: diagonalisation (here) and Richardson's equations
(`richardson`), both exact; BCS, and BCS projected on its particle number after or before the variation.
Where BCS has no gap (G <= `critical_pairing`), the exact state still gains energy: pairing without a broken
symmetry.

>>> from bcs_helpers.finite import bcs_ground_state, exact_ground_state
>>> exact, bcs = (road(range(1, 9), 4, 0.3) for road in (exact_ground_state, bcs_ground_state))
>>> round(exact.condensation_energy, 6), bcs.condensation_energy
(0.321449, 0.0)
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from ._arguments import ArrayLike, FloatOrArray, nonnegative, plain, real, short, single, whole

if TYPE_CHECKING:
    from scipy.sparse import csr_array

__all__ = [
    "PairingState",
    "bcs_ground_state",
    "critical_pairing",
    "exact_ground_state",
    "ground_energy",
    "odd_even_staggering",
    "pairing_hamiltonian",
    "pairing_spectrum",
    "pairing_state",
    "projection_after_variation",
    "variation_after_projection",
]

DENSE = 1_000  # configurations up to which the matrix is stored in full
LARGEST = 1e9  # bytes that a calculation may need
PROJECTED, VARIED = 2_000, 400  # levels that are projected on their number once, or as often as a minimum takes
MANY = 1_000  # steps to a root, which may lie 1e-9 of a level spacing beside a pole


class PairingState(NamedTuple):
    """What each road returns: floats for one G, arrays over G for several.

    energy: ⟨H⟩. condensation_energy: the filled Fermi sea's ⟨H⟩ minus that, to full relative precision.
    occupation: pairs n_j in each level, 0 to 1, in the order of `levels` on the last axis.
    Delta: $G Σ_j √(n_j(1 − n_j))$, which is the gap of BCS; for sharp particle number it is called canonical.
    """

    energy: FloatOrArray
    condensation_energy: FloatOrArray
    occupation: NDArray[np.float64]
    Delta: FloatOrArray


def pairing_state(
    solve: Callable, levels: ArrayLike, pairs: int, G: ArrayLike, *, most: int | None = None
) -> PairingState:
    """The `PairingState` of one road, from what it does for a single G > 0 and sorted levels.

    Parameters
    ----------
    solve : solve(levels, pairs, G) -> (energy gained, n_j − 1 below and n_j above the Fermi level), for
        1 <= pairs < L, levels that ascend from ε_pairs = 0, and energies in a unit near their spread.
    levels : (L,) array, energy: ε_j in any order; equal ones make a shell.
    pairs : int, 0..L.
    G : array >= 0, energy.
    most : int, levels that `solve` can take within some minutes; None: any number.

    Returns
    -------
    PairingState

    Source
    ------
    Canonical gap: von Delft & Ralph, Phys. Rep. 345, 61 (2001).
    """
    levels, pairs, G = _system(levels, pairs, G)
    if most is not None and levels.size > most:
        raise ValueError(f"levels must be at most {most} here, which take minutes, got {levels.size}")
    order = np.argsort(levels, kind="stable")
    eps, sea = levels[order], _fermi_sea(levels.size, pairs)
    centred = eps - eps[max(pairs - 1, 0)]
    gain, shift = np.zeros(G.shape), np.zeros((*G.shape, levels.size))
    for at, g in np.ndenumerate(G):
        unit = np.ldexp(1.0, np.frexp(np.ptp(eps) + g)[1])  # a power of two: dividing rounds nothing
        if g == 0:  # nothing pairs; an open shell is shared evenly
            shell = centred == 0
            shift[at][shell] = np.mean(sea[shell]) - sea[shell]
        elif g < 1e-60 * unit:
            raise ValueError(f"G must be 0 or at least 1e-60 of the spread of the levels, got {g}")
        elif 0 < pairs < levels.size:
            gain[at], shift[at] = solve(centred / unit, pairs, float(g / unit))
            gain[at] *= unit
    # 1 − n is summed on its own: a small hole keeps its digits
    Delta = G * np.sum(np.sqrt(np.maximum((sea + shift) * ((1 - sea) - shift), 0)), axis=-1)
    occupation = np.empty_like(shift)
    occupation[..., order] = sea + shift
    energy = np.sum(2 * eps[:pairs]) - G * pairs - gain
    return PairingState(plain(energy), plain(gain), occupation, plain(Delta))


def _system(levels, pairs, G):
    (levels,), pairs, (G,) = real(levels=levels), whole(pairs=pairs), nonnegative(G=G)
    if levels.ndim != 1 or levels.size == 0:
        raise ValueError(f"levels must be a list of one or more energies, got shape {levels.shape}")
    if pairs > levels.size:
        raise ValueError(f"pairs must be <= {levels.size}, the number of levels, got {pairs}")
    return levels, pairs, G


def _fermi_sea(count, pairs):
    """1.0 for the `pairs` lowest of the sorted levels, 0.0 above."""
    return (np.arange(count) < pairs) * 1.0


# ---- exact: diagonalisation ------------------------------------------------------------------------


def pairing_hamiltonian(levels: ArrayLike, pairs: int, G: float) -> csr_array:
    """$H = 2 Σ_j ε_j N_j − G P†P$, $P = Σ_j P_j$, on the states without broken pairs: a sparse matrix.

    Basis: all ways to put the pairs into the distinct levels, the lowest filled first, so that state 0 is
    the Fermi sea. In a shell of Ω equal levels P_j takes n pairs to n − 1 with $√(n(Ω − n + 1))$.

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
    ValueError : more than 1 GB would be needed (20 levels at half filling fit), or a configuration does not
        fit into 62 bits.

    Source
    ------
    Quasi-spin: Kerman, Ann. Phys. 12, 300 (1961); Volya, Brown & Zelevinsky, Phys. Lett. B 509, 37 (2001).
    """
    from scipy.sparse import csr_array, diags_array

    levels, pairs, _ = _system(levels, pairs, G)
    (G,) = single(nonnegative(G=G))
    shells = _Shells(levels, pairs)
    # each state has itself and less than (pairs + 1) × distinct levels neighbours
    shells.fits(24.0 * shells.count * min((pairs + 1) * len(shells.energies), shells.count))
    P = shells.annihilation()
    return csr_array(diags_array(2 * shells.raised(shells.energies)) - G * (P.T @ P))


def pairing_spectrum(levels: ArrayLike, pairs: int, G: float, *, count: int = 2) -> NDArray[np.float64]:
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
    ValueError : more than 1 GB would be needed.

    Source
    ------
    As `pairing_hamiltonian`.
    """
    count = whole(count=count)
    if count < 1:
        raise ValueError(f"count must be >= 1, got {count}")
    levels, pairs, _ = _system(levels, pairs, G)
    (G,) = single(nonnegative(G=G))
    shells = _Shells(levels, pairs)
    if shells.count <= DENSE or count > shells.count // 8:
        shells.fits(24.0 * shells.count**2)
        return np.linalg.eigvalsh(pairing_hamiltonian(levels, pairs, G).toarray())[:count]
    from scipy.sparse.linalg import eigsh

    shells.fits(8.0 * shells.count * max(2 * count + 1, 20))
    H = _operator(2 * shells.raised(shells.energies), G, shells.annihilation())
    return np.sort(eigsh(H, k=count, which="SA", v0=np.ones(shells.count), return_eigenvectors=False))


def exact_ground_state(levels: ArrayLike, pairs: int, G: ArrayLike) -> PairingState:
    """The exact ground state, $H c = E c$ with the lowest E, by diagonalising `pairing_hamiltonian`.

    Up to 1000 configurations the amplitudes x beside the Fermi sea's solve $(H′ − E) x = −h$, $E = h·x$ (all from
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
    ValueError : more than 1 GB would be needed (22 levels at half filling fit), or a configuration does not
        fit into 62 bits; `richardson_ground_state` has no such limit.

    Source
    ------
    As `pairing_hamiltonian`.
    """
    return pairing_state(_diagonalised, levels, pairs, G)


def _diagonalised(levels, pairs, G):
    shells = _Shells(levels, pairs)
    shells.fits(8.0 * shells.count * (22 + 4 * min(pairs, len(shells.energies))))
    sea, capacity = shells.filled(0), shells.capacity
    open_shell = G * float(sea @ (capacity - sea))  # gained already by the evenly filled sea
    raised = 2 * shells.raised(shells.energies, sea) + G * pairs + open_shell
    P = shells.annihilation()
    if shells.count == 1:
        x, E = np.zeros(0), 0.0
    elif shells.count <= DENSE:
        H = np.diag(raised) - G * (P.T @ P).toarray()
        E = np.linalg.eigvalsh(H)[0]
        x = np.linalg.solve(H[1:, 1:] - E * np.eye(len(H) - 1), -H[1:, 0])
        E = (E * (x @ x) + H[0, 1:] @ x) / (1 + x @ x)  # Newton's step for E = h·x
    else:
        from scipy.sparse.linalg import eigsh

        c = eigsh(_operator(raised, G, P), k=1, which="SA", v0=np.ones(shells.count))[1][:, 0]
        x = c[1:] / c[0]
        E = -G * (P.T @ (P @ np.append(0, x)))[0]
    weight = np.append(1, x**2) / (1 + x @ x)
    moved = np.array([weight @ (shells.filled(j=j) - sea[j]) for j in range(len(capacity))])
    shift = (moved / capacity)[shells.of_level]
    return open_shell - E, ((sea / capacity)[shells.of_level] - _fermi_sea(levels.size, pairs)) + shift


def _operator(diagonal, G, P):
    from scipy.sparse.linalg import LinearOperator

    Pt = P.T.tocsr()
    return LinearOperator((diagonal.size,) * 2, lambda c: diagonal * c - G * (Pt @ (P @ c)), dtype=float)


class _Shells:
    """All ways to put the pairs into the distinct levels, each way a whole number, its digits the pairs in a level.

    A level that holds Ω pairs has a digit to base Ω + 1, the lowest level the first: for distinct levels these
    are bit masks. They fall, so that state 0 is the Fermi sea.
    """

    def __init__(self, levels, pairs):
        self.energies, self.of_level, self.capacity = np.unique(levels, return_inverse=True, return_counts=True)
        self.pairs = pairs
        base = [int(c) + 1 for c in self.capacity]
        bits = np.sum(np.log2(self.capacity + 1.0))
        if bits > 62:
            raise ValueError(
                f"levels must fit into 62 bits here (one a level), got {levels.size} that need {bits:.0f}; "
                "richardson_ground_state has no such limit"
            )
        self.place = [1]
        for b in base[:0:-1]:
            self.place.insert(0, self.place[0] * b)
        ways = [1] + [0] * pairs
        for b in base:
            total = np.cumsum([0, *ways], dtype=object)
            ways = [total[m + 1] - total[max(0, m + 1 - b)] for m in range(pairs + 1)]
        self.count = int(ways[pairs])

    def fits(self, size):
        """Refuse, before work begins, what would need too much memory, and with it too much time."""
        if size > LARGEST:
            raise ValueError(
                f"pairs must leave fewer configurations (or count be smaller): {self.pairs} pairs leave {self.count}, "
                f"which need {size / 1e9:.3g} GB of {LARGEST / 1e9:.0f} allowed; richardson_ground_state goes further"
            )

    def states(self, pairs):
        """The whole numbers, falling."""
        states, left, after = np.zeros(1, dtype=np.int64), np.full(1, pairs), int(self.capacity.sum())
        for c, place in zip(self.capacity, self.place, strict=True):
            after -= int(c)
            most, choices = np.minimum(c, left), np.minimum(c, left) - np.maximum(0, left - after) + 1
            nth = np.arange(choices.sum()) - np.repeat(np.cumsum(choices) - choices, choices)
            filling = np.repeat(most, choices) - nth
            states, left = np.repeat(states, choices) + place * filling, np.repeat(left, choices) - filling
        return states

    @cached_property
    def all(self):
        return self.states(self.pairs)

    def filled(self, state=slice(None), j=slice(None)):
        """Pairs in level j of each state, or in each level of one state."""
        return self.all[state] // np.array(self.place)[j] % (self.capacity[j] + 1)

    def raised(self, energies, sea=None):
        """Σ_j ε_j n_j of each state, from that of the sea if it is given."""
        sea = 0 * self.capacity if sea is None else sea
        return sum(e * (self.filled(j=j) - sea[j]) for j, e in enumerate(energies))

    def annihilation(self):
        """P = Σ_j P_j from these states to those with one pair less; P_j |n> = √(n(Ω − n + 1)) |n − 1>."""
        from scipy.sparse import csr_array

        if not self.pairs:
            return csr_array((1, self.count))
        lower = self.states(self.pairs - 1)[::-1]
        entries = []
        for j, (c, place) in enumerate(zip(self.capacity, self.place, strict=True)):
            n = self.filled(j=j)
            source = np.flatnonzero(n).astype(np.int32)
            target = np.searchsorted(lower, self.all[source] - place).astype(np.int32)
            entries.append((np.sqrt(n[source] * (c - n[source] + 1.0)), lower.size - 1 - target, source))
        value, target, source = (np.concatenate(x) for x in zip(*entries, strict=True))
        return csr_array((value, (target, source)), shape=(lower.size, self.count))


# ---- BCS -------------------------------------------------------------------------------------------


def bcs_ground_state(levels: ArrayLike, pairs: int, G: ArrayLike) -> PairingState:
    """BCS at fixed ⟨N⟩, the best of all $Π(u_j + v_j P†_j)|0⟩$: $E = 2 Σ ε_j v_j² − Δ²/G − G Σ v_j⁴$.

    $1 = G Σ 1/2E_j$, $Σ v_j² = N$, $v_j² = ½(1 − x_j/E_j)$, $E_j² = x_j² + Δ²$, $x_j = ε_j − G v_j² − μ$, with the
    last term of E kept in the variation. Δ is exactly 0.0 up to `critical_pairing`. The condensation energy
    is $Σ (2E_j − G) q_j²$, q_j the pairs that left (or entered) level j.

    Parameters
    ----------
    levels, pairs, G : as in `exact_ground_state`, any number of levels.

    Returns
    -------
    PairingState

    Source
    ------
    Ring & Schuck, The Nuclear Many-Body Problem (1980), sec. 6.3; the sum over q_j² follows from it.
    """
    return pairing_state(_bcs, levels, pairs, G)


def _bcs(levels, pairs, G):
    from scipy.optimize import brentq

    balanced, excess, most = _gap_equation(levels, pairs, G)
    if excess(0) <= 0:
        return 0.0, np.zeros(levels.size)
    D = brentq(excess, 0, (1 + 1e-9) * most, xtol=1e-45 * most, rtol=1e-15, maxiter=MANY)
    E, q_over_D = balanced(D)
    q = D * q_over_D
    return np.sum((2 * E - G) * q**2), (1 - 2 * _fermi_sea(levels.size, pairs)) * q


def critical_pairing(levels: ArrayLike, pairs: int) -> float:
    """The G up to which BCS on these levels has no gap: $1 = G Σ_j 1/2|x_j|$ at Δ = 0.

    Parameters
    ----------
    levels : (L,) array, energy.
    pairs : int, 0..L.

    Returns
    -------
    float, energy: 0.0 for an open shell, inf where no level or every level is filled.

    Source
    ------
    As `bcs_ground_state`.
    """
    from scipy.optimize import brentq

    levels, pairs, _ = _system(levels, pairs, 0.0)
    if pairs in (0, levels.size):
        return np.inf
    levels, L = np.sort(levels), levels.size
    levels = levels - levels[pairs - 1]  # an offset costs no digits
    if levels[pairs - 1] == levels[pairs]:
        return 0.0
    unit = np.ptp(levels) / (L - 1)
    fewest = (levels[pairs] - levels[pairs - 1]) / unit / (2 * L**1.5)  # bounds from 1 = G Σ 1/(2|y_j| + G)
    G = brentq(
        lambda G: _gap_equation(levels / unit, pairs, G)[1](0), fewest, 2.1, xtol=1e-20, rtol=1e-15, maxiter=MANY
    )
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
        tight = {"xtol": 1e-16 * reach, "rtol": 1e-15, "maxiter": MANY}
        mu = brentq(lambda mu: side @ quasiparticles(D, mu)[1], *edges, **tight)
        return quasiparticles(D, mu)

    def excess(D):
        return G * np.sum(0.5 / balanced(D)[0]) - 1

    return balanced, excess, most


# ---- number projection -----------------------------------------------------------------------------


def projection_after_variation(levels: ArrayLike, pairs: int, G: ArrayLike) -> PairingState:
    """The BCS state cut down to its component of N pairs (PAV); the Fermi sea where BCS has no gap.

    Parameters
    ----------
    levels, pairs, G : as in `exact_ground_state`, any number of levels.

    Returns
    -------
    PairingState

    Raises
    ------
    ValueError : more than 2000 levels

    Source
    ------
    Dietrich, Mang & Pradal, Phys. Rev. 135, B22 (1964); Ring & Schuck (1980), ch. 11.
    """
    return pairing_state(_projected_bcs, levels, pairs, G, most=PROJECTED)


def _projected_bcs(levels, pairs, G):
    _, shift = _bcs(levels, pairs, G)
    if not np.any(shift):
        return 0.0, shift
    q = np.abs(shift)
    gain, _, _, shift = _projected(0.5 * np.sign(shift) * np.log(q / (1 - q)), levels, pairs, G)
    return gain, shift


def variation_after_projection(levels: ArrayLike, pairs: int, G: ArrayLike) -> PairingState:
    """The best of all N-pair parts of $Π(u_j + v_j P†_j)|0⟩$ (VAP): BCS with sharp particle number.

    The projected energy is minimised over $t_j = ln(v_j/u_j)$ by its exact gradient, which is then brought to
    zero: energies are good to 1e-15 relative, occupations to 1e-12.

    Parameters
    ----------
    levels, pairs, G : as in `exact_ground_state`, any number of levels.

    Returns
    -------
    PairingState

    Raises
    ------
    ValueError : more than 400 levels

    Source
    ------
    Dietrich, Mang & Pradal, Phys. Rev. 135, B22 (1964); Braun & von Delft, Phys. Rev. Lett. 81, 4712 (1998).
    """
    return pairing_state(_varied, levels, pairs, G, most=VARIED)


def _varied(levels, pairs, G):
    from scipy.optimize import minimize, root

    shell = np.unique(levels, return_inverse=True)[1]  # equal levels have equal t
    size = np.bincount(shell)
    middle, apart = (levels[pairs - 1] + levels[pairs]) / 2, levels[pairs] - levels[pairs - 1] + G
    unit = G * G / apart  # what a pair gains, for weak and for strong G
    best, bound = None, _projected_bcs(levels, pairs, G)[0]

    def energy(t):
        gain, balance, exchange, _ = _projected(t[shell], levels, pairs, G)
        return -gain / unit, 2 * np.bincount(shell, balance * exchange) / unit

    def unbalanced(t, start):  # a common shift of t changes nothing: its mean is kept
        _, balance, _, _ = _projected(t[shell], levels, pairs, G)
        return np.bincount(shell, balance) / size + np.mean(t - start)

    guess = -np.arcsinh((np.unique(levels) - middle) / np.sqrt(G * apart))
    for descend in (False, True):
        start = minimize(energy, guess, jac=True, method="BFGS", options={"gtol": 1e-6}).x if descend else guess
        t = root(unbalanced, start, args=(start,), tol=1e-15).x
        gain, balance, _, shift = _projected(t[shell], levels, pairs, G)
        if np.max(np.abs(balance)) < 1e-9 and gain > bound * (1 - 1e-12) and gain > (best or (0,))[0]:
            best = gain, shift
        if best:
            return best
    raise RuntimeError(f"no minimum of the projected energy was found for {pairs} pairs at G = {G:.3g} times the unit")


def _projected(t, levels, pairs, G):
    """Energy gained, ½ dE/dt_j over the exchange energy, that energy, and n_j − sea, for v_j/u_j = e^t_j.

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
    E = np.mean(with_k + without_k)  # in with_k − E n a nearly full level would lose its digits
    with np.errstate(invalid="ignore"):  # a trial so far out that nothing hops is no minimum
        return -E, (hole * with_k - n * without_k) / exchange, exchange, np.where(sea, -hole, n)


# ---- odd and even ----------------------------------------------------------------------------------


def ground_energy(
    levels: ArrayLike,
    particles: int,
    G: ArrayLike,
    *,
    state: Callable[..., PairingState] = exact_ground_state,
    blocked: int | None = None,
) -> FloatOrArray:
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

    Source
    ------
    Blocking: Ring & Schuck (1980), ch. 6; von Delft & Ralph, Phys. Rep. 345, 61 (2001).
    """
    (levels,), pairs = real(levels=levels), whole(particles=particles) // 2
    if particles > 2 * levels.size:
        raise ValueError(f"particles must be <= {2 * levels.size}, two a level, got {particles}")
    levels, pairs, G = _system(levels, pairs, G)
    if particles % 2 == 0:
        return state(levels, pairs, G).energy
    tried = np.unique(levels, return_index=True)[1] if blocked is None else [whole(blocked=blocked)]
    if tried[-1] >= levels.size:
        raise ValueError(f"blocked must be < {levels.size}, the number of levels, got {blocked}")
    paired = [state(np.delete(levels, b), pairs, G).energy if pairs else 0 * G for b in tried]
    return plain(np.min([levels[b] + E for b, E in zip(tried, paired, strict=True)], axis=0))


def odd_even_staggering(particles: ArrayLike, energy: ArrayLike) -> NDArray[np.float64]:
    """Three-point staggering $Δ(3)(N) = ½(−1)^N [E(N+1) − 2E(N) + E(N−1)]$: positive if even N is bound more.

    Parameters
    ----------
    particles : (n,) array, consecutive whole numbers, n >= 3.
    energy : (..., n) array, energy: total energies or masses (minus the binding energies).

    Returns
    -------
    (..., n − 2) array, energy: for particles[1:-1].

    Source
    ------
    Satuła, Dobaczewski & Nazarewicz, Phys. Rev. Lett. 81, 3599 (1998), eq. (1).
    """
    (particles,), (energy,) = real(particles=particles), real(energy=energy)
    if particles.ndim != 1 or particles.size < 3 or particles[0] % 1 or np.any(np.diff(particles) != 1):
        raise ValueError(f"particles must be three or more consecutive whole numbers, got {short(particles)}")
    if energy.shape[-1:] != particles.shape:
        raise ValueError(f"energy must end in {particles.size} values, one a number, got shape {energy.shape}")
    return 0.5 * (-1.0) ** particles[1:-1] * np.diff(energy, n=2, axis=-1)
