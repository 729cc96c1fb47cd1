"""A vortex in a dirty superconductor: Ginzburg–Landau near Tc, other solvers, B_c2, conserved states, bad input."""

import numpy as np
import pytest
from scipy.integrate import solve_bvp
from scipy.linalg import solve_banded

from bcs_helpers import limits
from bcs_helpers.gap import gap
from bcs_helpers.spectrum import density_of_states
from bcs_helpers.vortex import smallest_radius, vortex

from .conftest import close

DELTA0 = limits.GAP_OVER_TC  # with Tc = 1


@pytest.fixture(scope="module")
def cold():
    """A vortex at Tc/10 in a cell of 8 ξ."""
    return vortex(0.1, 1.0, radius=8.0)


def ginzburg_landau(radius):
    """f″ + f′/r − (1/r − r/R²)² f + f − f³ = 0 with f(0) = 0 and f′(R) = 0, in Ginzburg and Landau's ξ."""

    def equation(r, y):
        return [y[1], -y[1] / r + (1 / r - r / radius**2) ** 2 * y[0] - y[0] + y[0] ** 3]

    r = np.linspace(1e-6, radius, 600)
    found = solve_bvp(
        equation,
        lambda a, b: [a[0] - 1e-6 * a[1], b[1]],
        r,
        [np.tanh(r), 1 / np.cosh(r) ** 2],
        tol=1e-8,
        max_nodes=50_000,
    )
    assert found.success
    return found.sol


def test_near_tc_it_is_ginzburg_and_landau():
    """T → Tc: Δ(r)/Δ is the profile of Ginzburg and Landau with ξ² = πD/8(Tc − T), corrections being 1 − T/Tc."""
    T = 0.999
    xi = np.sqrt(np.pi * DELTA0 / 4 / (1 - T))  # D = 2Δ0ξ²
    v = vortex(T, 1.0, radius=10 * xi)
    profile = ginzburg_landau(10.0)
    r = np.linspace(0.01, 10.0, 100)
    assert close(v.gap(r * xi) / gap(T, 1.0), profile(r)[0], abs=1e-4)


def test_the_core_of_a_single_vortex():
    """Known numbers of one vortex far from others: slope 0.583 at the core, 1 − 1/2r² far out."""
    T = 0.999
    xi = np.sqrt(np.pi * DELTA0 / 4 / (1 - T))
    v = vortex(T, 1.0, radius=25 * xi, points=100)
    f = v.gap(np.array([0.01, 8.0, 10.0]) * xi) / gap(T, 1.0)
    # the cell's field adds a few 1/R², 0.5 %
    assert close(f[0] / 0.01, 0.5832, rel=5e-3)
    # the next terms are −9/8r⁴ and −10/r⁶, and the flow of the cell is 1/r − r/R²
    r = np.array([8.0, 10.0])
    assert close(f[1:], 1 - 0.5 * (1 / r - r / 625) ** 2 - 9 / 8 / r**4, abs=3e-4)


def test_the_gap_solves_its_own_equation(cold):
    """Second route: Usadel's equation by another solver at 200 frequencies, then Δ from the sum, its tail as 1/ω²."""
    r = np.linspace(1e-5, cold.radius, 200)
    xs, T = np.array([0.5, 1.0, 2.0, 5.0]), cold.T
    omegas = (2 * np.arange(200) + 1) * np.pi * T

    def angle(omega):
        def equation(r, y):
            flow = (1 / r - r / cold.radius**2) ** 2
            force = flow * np.sin(y[0]) * np.cos(y[0]) + (omega * np.sin(y[0]) - cold.gap(r) * np.cos(y[0])) / DELTA0
            return [y[1], force - y[1] / r]

        start = np.arctan(cold.gap(r) / omega)
        found = solve_bvp(
            equation, lambda a, b: [a[0] - 1e-5 * a[1], b[1]], r, [start, np.gradient(start, r)], tol=1e-7
        )
        assert found.success
        return found.sol(xs)[0]

    terms = np.array([cold.gap(xs) / omega - np.sin(angle(omega)) for omega in omegas])
    # what is left falls as 1/ω²: the last term times the ratio of the rest of the sum to it
    rest = terms[-1] * omegas[-1] ** 2 * np.sum(1 / ((2 * np.arange(200, 500_000) + 1) * np.pi * T) ** 2)
    found = 2 * np.pi * T * (terms.sum(axis=0) + rest)
    assert close(found, cold.gap(xs) * np.log(1 / T), rel=2e-4)


def finite_differences(v, omega, points):
    """cos θ at r = kR/8, from differences of second order, followed along ω from Δ0; θ(0) = 0, θ′(R) = 0."""
    r = v.radius * np.arange(1, points + 1) / points
    h, flow = r[0], (1 / r - r / v.radius**2) ** 2
    below, above = 1 / h**2 - 0.5 / h / r, 1 / h**2 + 0.5 / h / r
    below[-1] = 2 / h**2
    Delta, theta = v.gap(r), np.arctan(v.gap(r) / DELTA0) + 0j
    for share in np.linspace(0, 1, 21):
        here = DELTA0 * (omega / DELTA0) ** share
        for _ in range(20):
            last, following = np.append(0, theta[:-1]), np.append(theta[1:], 0)
            following[-1] = 0
            force = below * last + np.append(above[:-1], 0) * following - 2 / h**2 * theta
            force += -flow * np.sin(theta) * np.cos(theta) + (Delta * np.cos(theta) - here * np.sin(theta)) / DELTA0
            slope = -2 / h**2 - flow * np.cos(2 * theta) - (Delta * np.sin(theta) + here * np.cos(theta)) / DELTA0
            bands = np.array([np.append(0, above[:-1]), slope, np.append(below[1:], 0)])
            step = solve_banded((1, 1), bands, force)
            theta = theta - step
            if np.abs(step).max() < 1e-13:
                break
    return np.cos(theta[points // 8 - 1 :: points // 8])


def test_the_states_by_another_solver(cold):
    """Second route: Usadel's equation at a real energy by finite differences, the error h² taken out."""
    r = cold.radius * np.arange(1, 9) / 8
    for E in (0.0, 1.0, 1.8):
        coarse, fine = (finite_differences(cold, 0.05 - 1j * E, points) for points in (800, 1600))
        N = (fine + (fine - coarse) / 3).real
        assert close(cold.density_of_states(E, r, broadening=0.05), N, abs=1e-6)


def test_the_polynomial_has_converged(cold):
    """Twice the points change neither the gap nor the density of states."""
    fine = vortex(0.1, 1.0, radius=8.0, points=96)
    r = np.linspace(0, 8, 50)
    assert np.abs(fine.gap(r) - cold.gap(r)).max() < 1e-11
    E = np.linspace(0, 3, 31)
    a, b = (v.density_of_states(E, r, broadening=0.01) for v in (cold, fine))
    assert np.abs(a - b).max() < 1e-7


def test_core_and_far_field():
    """The core is a normal metal at every energy; far out N(E) is that of BCS, with the same Γ."""
    v = vortex(0.1, 1.0, radius=50.0)
    E = np.linspace(-4, 4, 81)
    assert np.all(v.density_of_states(E, 0.0, broadening=0.05) == 1)
    bulk = density_of_states(E, gap(0.1, 1.0), broadening=0.05)
    assert close(v.density_of_states(E, 50.0, broadening=0.05), bulk, abs=2e-3)
    assert close(v.gap(50.0), gap(0.1, 1.0), rel=1e-4)
    zero = v.density_of_states(0.0, np.linspace(0, 50, 101), broadening=0.05)
    assert np.all(np.diff(zero) < 1e-4) and zero[0] == 1 and zero[-1] < 0.04


def test_states_are_neither_made_nor_lost(cold):
    """∫(N − 1)dE = 0 at every place: what the gap removes piles up above it, with a tail as 1/E²."""
    u, weight = np.polynomial.legendre.leggauss(30)
    edges = np.array([0, 1.4, 1.9, 2.6, 5, 15, 60.0])
    half = np.diff(edges)[:, None] / 2
    E, weight = (edges[:-1, None] + half * (1 + u)).ravel(), (half * weight).ravel()
    N = cold.density_of_states(E, [0.5, 2.0, 8.0], broadening=0.05)
    total = weight @ (N - 1) + (N[-1] - 1) * E[-1]
    assert np.abs(total).max() < 5e-5


def test_the_upper_critical_field():
    """The cell shrinks to 2 ξ at T → 0 (pair breaking of Δ0/2), and the gap goes to 0 there as a square root."""
    assert close(smallest_radius(1e-6, 1.0), 2.0, rel=1e-6)
    # close to Tc the pair breaking is α = 4(Tc − T)/π
    assert close(smallest_radius(1 - 1e-6, 1.0), np.sqrt(2 * DELTA0 * np.pi / 4e-6), rel=1e-5)
    least = smallest_radius(0.5, 1.0)
    height = [vortex(0.5, 1.0, radius=least * (1 + x)).Delta[-1] for x in (1e-4, 4e-4)]
    assert close(height[1] / height[0], 2.0, rel=2e-3)


def test_lines_and_shapes(cold):
    """N has the shape of E, then that of r; it is even in both; numbers give a float; energies scale."""
    E, r = np.array([[0.3, -0.3], [1.0, 0.0]]), np.array([-2.0, 0.5, 2.0])
    N = cold.density_of_states(E, r, broadening=0.1)
    assert N.shape == (2, 2, 3)
    assert np.array_equal(N[0, 0], N[0, 1]) and np.array_equal(N[..., 0], N[..., 2])
    assert isinstance(cold.density_of_states(0.3, 0.5, broadening=0.1), float)
    assert isinstance(cold.gap(1.0), float) and cold.gap(-1.0) == cold.gap(1.0)
    small = vortex(0.1e-5, 1e-5, radius=8.0)
    assert close(small.gap(2.0), 1e-5 * cold.gap(2.0), rel=1e-10)
    assert close(small.density_of_states(0.3e-5, r, broadening=0.1e-5), N[0, 0], rel=1e-9)


@pytest.mark.parametrize(("T", "radius"), [(0.02, 8.0), (0.02, 40.0), (0.9, 6.0), (0.1, 2.0206), (0.999, 900.0)])
def test_a_vortex_is_found_wherever_there_is_one(T, radius):
    """Cold, warm, next to B_c2 and in a huge cell: Δ > 0 rises from the core."""
    v = vortex(T, 1.0, radius=radius)
    assert v.Delta[0] == pytest.approx(0, abs=1e-12) and np.all(np.diff(v.Delta) > -1e-6) and v.Delta[-1] > 0


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda v: vortex(1.0, 1.0, radius=8.0), "T must be < Tc = 1.0, got 1.0"),
        (lambda v: vortex(0.0, 1.0, radius=8.0), "T must be finite and > 0"),
        (lambda v: vortex([0.1, 0.2], 1.0, radius=8.0), "T must be one number"),
        (lambda v: vortex(0.1, 1.0, radius=2.0), "radius must be > 2.02048, where the field reaches B_c2"),
        (lambda v: vortex(0.1, 1.0, radius=2e3), "radius must be"),
        (lambda v: vortex(0.01, 1.0, radius=8.0), "T must be >= Tc/50"),
        (lambda v: vortex(0.1, 1.0, radius=8.0, points=8), "points must be between 16 and 200, got 8"),
        (lambda v: v.gap(9.0), r"\|r\| must be <= radius = 8.0, got 9.0"),
        (lambda v: v.density_of_states(0.0, -9.0, broadening=0.1), r"\|r\| must be <= radius"),
        (lambda v: v.density_of_states(0.0, 1.0, broadening=0.0), "broadening must be finite and > 0"),
        (lambda v: v.density_of_states(np.nan, 1.0, broadening=0.1), "E must be finite"),
    ],
)
def test_bad_arguments_are_named(cold, call, message):
    """Each error names the argument, its value and what is allowed."""
    with pytest.raises(ValueError, match=message):
        call(cold)
