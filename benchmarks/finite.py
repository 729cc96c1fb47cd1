"""Finite systems: time and memory beside a plain program and a peer, and how they grow. `python benchmarks/finite.py`

Each ratio is of two calls in one process, in processor seconds, the best of three, taken in turn; memory is
what numpy and Python held at most.
"""

import tracemalloc
from itertools import combinations
from time import process_time

import numpy as np
from scipy.sparse.linalg import LinearOperator, eigsh

from bcs_helpers.chain import bdg_chain
from bcs_helpers.finite import exact_ground_state
from bcs_helpers.richardson import richardson_ground_state


def plain(levels, pairs, G):
    """The lowest energy by bit masks and Lanczos, as one would write it for distinct levels."""
    L = len(levels)
    masks = np.array([sum(1 << j for j in filled) for filled in combinations(range(L), pairs)])
    lower = np.array([sum(1 << j for j in filled) for filled in combinations(range(L), pairs - 1)])
    masks.sort()
    lower.sort()
    diagonal = sum(2 * e * (masks >> j & 1) for j, e in enumerate(levels))
    source = [np.flatnonzero(masks >> j & 1) for j in range(L)]
    target = [np.searchsorted(lower, masks[s] ^ (1 << j)) for j, s in enumerate(source)]

    def H(c):
        lowered, out = np.zeros(lower.size), diagonal * c
        for s, t in zip(source, target, strict=True):
            lowered[t] += c[s]
        for s, t in zip(source, target, strict=True):
            out[s] -= G * lowered[t]
        return out

    return eigsh(LinearOperator((masks.size,) * 2, H, dtype=float), k=1, which="SA")[0][0]


def best(*calls, rounds=3):
    """The least processor seconds of each call, taken in turn."""
    times = [np.inf] * len(calls)
    for _ in range(rounds):
        for i, call in enumerate(calls):
            start = process_time()
            call()
            times[i] = min(times[i], process_time() - start)
    return times


def peak(call):
    """MB that numpy and Python held at most during the call."""
    tracemalloc.start()
    call()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6


def bodge_once(sites):
    """What the peer does once, and ours some ten times: set up and diagonalise the same chain."""
    import bodge

    lattice = bodge.CubicLattice((sites, 1, 1))
    system = bodge.Hamiltonian(lattice)
    with system as (H, Delta):
        for i in lattice.sites():
            H[i, i] = 0.5 * bodge.σ0
            Delta[i, i] = 0.3 * bodge.jσ2
        for i, j in lattice.bonds():
            H[i, j] = -1.0 * bodge.σ0
    return system.diagonalize()


def main():
    print("half filling, G = 0.4 spacings      diagonalised   plain program   ratio     memory, both")
    for L in (16, 18, 20):
        levels = np.arange(float(L))
        ours, theirs = best(*(lambda f=f, e=levels: f(e, e.size // 2, 0.4) for f in (exact_ground_state, plain)))
        sizes = [peak(lambda f=f, e=levels: f(e, e.size // 2, 0.4)) for f in (exact_ground_state, plain)]
        print(
            f"{L:>6} levels {ours:>33.2f} s {theirs:>13.2f} s {ours / theirs:>7.2f}", *(f"{x:>6.0f} MB" for x in sizes)
        )
    print("\nRichardson, half filling: seconds at G = 0.2, 0.35, 1, 100 spacings")
    for L in (30, 100, 200):
        times = best(*(lambda G=G, L=L: richardson_ground_state(np.arange(L), L // 2, G) for G in (0.2, 0.35, 1, 100)))
        print(f"{L:>6} levels " + " ".join(f"{t:>9.3f}" for t in times))
    print("\na chain, open, self-consistent; bodge diagonalises it once")
    for sites in (60, 120, 400):
        (ours,) = best(lambda s=sites: bdg_chain(np.zeros(s), 1.0, 2.0, -0.5, 0.01, ring=False), rounds=1)
        try:
            (theirs,) = best(lambda s=sites: bodge_once(s), rounds=1)
            beside = f"bodge {theirs:>8.2f} s, ratio {ours / theirs:.2f}"
        except ImportError:
            beside = "bodge is not installed: pip install -e '.[bench]'"
        size = peak(lambda s=sites: bdg_chain(np.zeros(s), 1.0, 2.0, -0.5, 0.01, ring=False))
        print(f"{sites:>6} sites {ours:>9.2f} s {size:>6.0f} MB   {beside}")


if __name__ == "__main__":
    main()
