"""A chain of sites in the Bogoliubov–de Gennes equations."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bcs_helpers.chain import bdg_chain

from .conftest import close

few = settings(max_examples=10, deadline=None)


def ring_residuals(chain, U, mu, T):
    """1 = (U/L) Σ_k tanh(E/2T)/2E and n = (1/L) Σ_k (1 − ξ/E tanh(E/2T)) on a clean ring with t = 1."""
    Delta, n, L = chain.Delta[0], chain.density[0], len(chain.Delta)
    xi = -2 * np.cos(2 * np.pi * np.arange(L) / L) - mu - U * n / 2
    E = np.hypot(xi, Delta)
    tanh = np.tanh(E / (2 * T)) if T else np.sign(E)
    return Delta * (1 - U * np.mean(tanh / (2 * E))), n - np.mean(1 - xi / E * tanh), np.sort(E)


@pytest.mark.parametrize("L", [1, 2, 3, 8, 21])
@pytest.mark.parametrize(
    ("U", "mu", "T"), [(2.0, -1.3, 0.0), (1.0, -0.5, 0.0), (3.0, -1.5, 0.1), (5.0, -2.9, 0.4), (1.5, 0.1, 2.0)]
)
def test_ring_is_the_gap_equation(L, U, mu, T):
    """A uniform ring in space is the gap and number equation in k."""
    chain = bdg_chain(np.zeros(L), 1.0, U, mu, T)
    gap, number, E = ring_residuals(chain, U, mu, T)
    assert abs(gap) < 1e-12 and abs(number) < 1e-12 and close(chain.energies, E, abs=1e-12)
    assert np.ptp(chain.Delta) < 1e-12 and np.ptp(chain.density) < 1e-9


def test_single_site():
    """A site at half filling: Δ = (U/2) tanh(Δ/2T), so Δ(0) = U/2, Tc = U/4, and exactly 0.0 above."""
    U = 1.6
    assert close(bdg_chain([0.0], 0.0, U, -U / 2, 0.0).Delta[0], U / 2)
    for t in (0.3, 0.9, 0.99999):
        Delta = bdg_chain([0.0], 0.0, U, -U / 2, t * U / 4).Delta[0]
        # near Tc the equation fixes Δ² to 1e-16/(1 − t)
        assert (
            close(Delta, U / 2 * np.tanh(2 * Delta / (t * U)), rel=1e-10) and Delta > 0.9 * U * np.sqrt(3 * (1 - t)) / 3
        )
    for t in (1.0, 1.0001, 2.0):
        assert bdg_chain([0.0], 0.0, U, -U / 2, t * U / 4).Delta[0] == 0.0


def test_chain_is_a_fixed_point(rng):
    """In a random potential the answer reproduces itself, and 1000 plain iterations from beside it come back."""
    L, U, mu, T = 7, 3.0, -1.2, 0.05
    V = rng.uniform(-1, 1, L)
    chain = bdg_chain(V, 1.0, U, mu, T, ring=False)
    F, n = chain.Delta / U + 0.01, chain.density + 0.01 * rng.normal(size=L)
    for _ in range(1000):
        h = np.diag(V - mu - U * n / 2) - np.eye(L, k=1) - np.eye(L, k=-1)
        E, Q = np.linalg.eigh(np.block([[h, U * np.diag(F)], [U * np.diag(F), -h]]))
        M = Q * np.tanh(E / (2 * T)) @ Q.T
        F, n = np.diag(M[:L, L:]) / 2, 1 - np.diag(M)[:L]
    assert close(chain.Delta, U * F, rel=1e-11) and close(chain.density, n, rel=1e-11)
    assert np.ptp(chain.Delta) > 0.1 and np.all(chain.Delta > 0)


@few
@given(st.integers(1, 9), st.floats(0.0, 6.0), st.floats(-3, 3), st.floats(0, 2), st.booleans(), st.integers(0, 99))
def test_chain_bounds(L, U, shift, T, ring, seed):
    """0 <= Δ <= U/2, 0 <= n <= 2, particles and holes alike; and the energies scale."""
    V = np.random.default_rng(seed).uniform(-2, 2, L)
    try:
        chain = bdg_chain(V, 1.0, U, shift - U / 2, T, ring=ring)
    except RuntimeError:
        assume(False)
    assert np.all(chain.Delta >= -1e-12) and np.all(chain.Delta <= U / 2 + 1e-12)
    assert np.all((chain.density >= -1e-12) & (chain.density <= 2 + 1e-12)) and np.all(chain.energies >= 0)
    other = bdg_chain(V * 1e-6, 1e-6, U * 1e-6, (shift - U / 2) * 1e-6, T * 1e-6, ring=ring)
    assert close(other.energies, chain.energies * 1e-6, abs=1e-13 * (1 + U)) and len(chain.energies) == L


@pytest.mark.parametrize(("T", "ring"), [(0.02, True), (0.0, False)])
def test_long_chains_are_a_fixed_point(T, ring, rng):
    """40 sites, beyond the matrix of the response: one more diagonalisation gives the same Δ and n."""
    L, U, mu = 40, 2.5, -0.9
    V = rng.uniform(-1, 1, L)
    chain = bdg_chain(V, 1.0, U, mu, T, ring=ring)
    h = np.diag(V - mu - U * chain.density / 2) - np.eye(L, k=1) - np.eye(L, k=-1)
    if ring:
        h[0, -1] = h[-1, 0] = -1
    E, Q = np.linalg.eigh(np.block([[h, np.diag(chain.Delta)], [np.diag(chain.Delta), -h]]))
    M = Q * (np.tanh(E / (2 * T)) if T else np.sign(E)) @ Q.T
    assert close(U / 2 * np.diag(M[:L, L:]), chain.Delta, abs=1e-12) and np.ptp(chain.Delta) > 0.1
    assert close(1 - np.diag(M)[:L], chain.density, rel=1e-12) and close(E[L:], chain.energies, rel=1e-11)


@pytest.mark.parametrize(
    ("arguments", "error", "named"),
    [
        (([], 1, 1, 0, 1), ValueError, "potential"),
        ((0.0, 1, 1, 0, 1), ValueError, "potential"),
        (([0.0], -1, 1, 0, 1), ValueError, "hopping"),
        (([0.0], 1, -1, 0, 1), ValueError, "U"),
        (([0.0], 1, 1, [0, 1], 1), ValueError, "mu"),
        (([0.0], 1, 1, 0, np.inf), ValueError, "T"),
        (([0.0], 1, 1, 0, None), TypeError, "T"),
        ((np.zeros(2001), 1, 1, 0, 1), ValueError, "potential"),
    ],
)
def test_bad_chains(arguments, error, named):
    """Each refusal names its argument."""
    with pytest.raises(error, match=named):
        bdg_chain(*arguments)
