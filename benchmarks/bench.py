"""make bench: what each function costs, beside what a student would write, in one run of one process.

Array functions are given as a ratio to one np.exp pass over the same 10⁶ doubles, the others in µs a point. The
machine is shared and noisy: each number is the best of several rounds, and only ratios within one run mean
anything. `python benchmarks/bench.py NAME …` runs the rows whose name contains one of the words.
"""

import subprocess
import sys
import warnings
from time import perf_counter

import numpy as np
from scipy.integrate import quad
from scipy.linalg import eigvalsh
from scipy.optimize import brentq, root

from bcs_helpers import crossover, eliashberg, gap, response, strong_coupling, thermodynamics, tunnelling

warnings.filterwarnings("ignore", module="__main__")  # quad says that it is unsure; so would a student's
rng = np.random.default_rng(1957)
A0 = gap.GAP_OVER_TC
T = rng.uniform(0.02, 0.99, 1_000_000)
DELTA = gap.gap(T, 1.0)
FEW = 20  # points for what is slow


def best(function, rounds=7, seconds=4.0):
    """The least time of several rounds, none begun after `seconds`."""
    times, begun = [], perf_counter()
    while len(times) < rounds and (not times or perf_counter() - begun < seconds):
        start = perf_counter()
        function()
        times.append(perf_counter() - start)
    return min(times)


# ---- what a student would write: quad inside a loop ------------------------------------------------------------


def fermi(x):
    return 1 / (np.exp(min(x, 700)) + 1)


def quad_gap(t):
    """Δ/Δ0 by brentq around quad, as the textbook's equation stands."""

    def residual(delta):
        thermal = quad(lambda x: fermi(A0 * np.hypot(x, delta) / t) / np.hypot(x, delta), 0, np.inf)[0]
        return np.log(delta) + 2 * thermal

    return brentq(residual, 1e-6, 1)


def quad_yosida(t, d):
    return quad(lambda x: 0.5 / t / np.cosh(min(np.hypot(x, d) / 2 / t, 350)) ** 2, 0, np.inf)[0]


def quad_entropy(t, d):
    def s(x):
        f = fermi(np.hypot(x, d) / t)
        return -(f * np.log(f) if f else 0) - (1 - f) * np.log1p(-f)

    return 6 / np.pi**2 * quad(s, 0, np.inf)[0]


def quad_sigma1(w, t, d):
    def occupied(E):
        return fermi(E / t) - fermi((E + w) / t)

    def g(E, F):
        return abs(E * F + d * d) / np.sqrt((E * E - d * d) * (F * F - d * d))

    s = 2 / w * quad(lambda x: 2 * x * g(d + x * x, d + x * x + w) * occupied(d + x * x), 0, np.inf)[0]
    if w > 2 * d:
        s += quad(lambda E: g(E, E + w) * (1 - 2 * fermi((E + w) / t)), d - w, -d)[0] / w
    return s


def quad_nis(v, t, d):
    def smeared(E):
        return 1 / (4 * t * np.cosh(np.clip((E + v) / 2 / t, -300, 300)) ** 2)

    z = 0.01j
    return quad(
        lambda E: abs(((E + z) / np.sqrt((E + z) ** 2 - d * d)).real) * smeared(E), -30, 30, points=[-d, d, -v]
    )[0]


def quad_sis(v, t, d):
    def n(E):
        return abs(E) / np.sqrt(E * E - d * d) if abs(E) > d else 0.0

    points = [-d, d, -d - v, d - v]
    return quad(lambda E: n(E) * n(E + v) * (fermi(E / t) - fermi((E + v) / t)), -20, 20, points=points, limit=200)[0]


def quad_relaxation(t, d, gamma):
    def f(E):
        z = E + 1j * gamma
        r = np.sqrt(z - d) * np.sqrt(z + d)
        return ((z / r).real ** 2 + (d / r).real ** 2) / (4 * t * np.cosh(min(E / 2 / t, 350)) ** 2)

    return 2 * quad(f, 0, 40 * t + d, points=[d], limit=200)[0]


def quad_crossover(y):
    def equations(p):
        mu, d = p

        def xi(k):
            return k * k - mu

        n = quad(lambda k: k * k * (1 - xi(k) / np.hypot(xi(k), d)), 0, np.inf, limit=200)[0]
        a = quad(lambda k: k * k * (1 / np.hypot(xi(k), d) - 1 / (k * k)) if k else 0.0, 0, np.inf, limit=200)[0]
        return n - 2 / 3, a + np.pi * y / 2

    return root(equations, (0.5, 0.5)).x


# ---- the table -------------------------------------------------------------------------------------------------


def rows():
    """(name, our call, points, target, what a student would write, its points); target (number, unit)."""
    few_T, few_D = T[:FEW], DELTA[:FEW]
    w = rng.uniform(0.1, 6, 10_000)
    t, d = T[:10_000], DELTA[:10_000]

    def each(function, *arrays):
        return lambda: [function(*values) for values in zip(*arrays, strict=True)]

    n = T.size
    yield "gap", lambda: gap.gap(T, 1.0), n, (3, "exp"), each(quad_gap, few_T), FEW
    yield "superfluid density", lambda: response.superfluid_density(T, DELTA), n, (6, "exp"), None, 0
    yield "Yosida function", lambda: response.yosida(T, DELTA), n, (6, "exp"), each(quad_yosida, few_T, few_D), FEW
    yield "entropy", lambda: thermodynamics.entropy(T, DELTA), n, (6, "exp"), each(quad_entropy, few_T, few_D), FEW
    yield "heat capacity", lambda: thermodynamics.heat_capacity(T, DELTA), n, (6, "exp"), None, 0
    slow = each(quad_sigma1, w[:FEW], few_T, few_D)
    yield "σ₁ and σ₂", lambda: response.conductivity(w, t, d), w.size, (20, "µs"), slow, FEW
    slow = each(quad_nis, w[:FEW], few_T, few_D)
    yield "NIS conductance", lambda: tunnelling.nis_conductance(w, t, d, broadening=0.01), w.size, (10, "µs"), slow, FEW
    yield "NIS current", lambda: tunnelling.nis_current(w, t, d, broadening=0.01), w.size, (10, "µs"), None, 0
    yield (
        "SIS current",
        lambda: tunnelling.sis_current(w, t, d),
        w.size,
        (10, "µs"),
        each(quad_sis, w[:FEW], few_T, few_D),
        FEW,
    )
    slow = each(lambda a, b: quad_relaxation(a, b, 0.05), few_T, few_D)
    yield "Hebel–Slichter", lambda: response.relaxation_rate(t, d, broadening=0.05), t.size, (60, "µs"), slow, FEW
    y = rng.uniform(-2, 2, 10_000)
    yield "crossover gap", lambda: crossover.gap(y), y.size, (20, "µs"), each(quad_crossover, y[:3]), 3


def peers():
    """(name, ours, theirs) against packages of the extra [bench], the same quantity to the same purpose."""
    try:
        from rtlab.physics import eliashberg_tc
    except ImportError:
        print("hydrogen-rtlab is not installed: pip install -e '.[bench]'")
    else:
        modes = [{"omega_mev": 10.0, "coupling": 1.0}]
        yield (
            "Eliashberg Tc, λ = 1 (hydrogen-rtlab)",
            lambda: strong_coupling.eliashberg_critical_temperature(1.0, 10.0),
            lambda: eliashberg_tc(modes, mu_star=0.0),
        )


def plain_eliashberg(coupling, frequencies):
    """Tc/ω of one mode as one would write it: brentq for the largest eigenvalue of the plain Matsubara matrix."""
    n = np.arange(frequencies)

    def largest(log_T):
        lam = coupling / (1 + (2 * np.pi * np.exp(log_T) * np.arange(2 * frequencies)) ** 2)
        Z = 2 * n + 1 + lam[0] + 2 * np.append(0, np.cumsum(lam[1:frequencies]))
        kernel = lam[np.abs(n[:, None] - n)] + lam[n[:, None] + n + 1] - np.diag(Z)
        norm = np.sqrt(2 * n + 1)
        return eigvalsh(kernel / np.outer(norm, norm), subset_by_index=[frequencies - 1, frequencies - 1])[0]

    guess = np.log(strong_coupling.allen_dynes_critical_temperature(coupling, 0.0, 1.0, 1.0))
    return np.exp(brentq(largest, guess - 0.7, guess + 0.7, xtol=1e-12))


def eliashberg_growth():
    """(name, ours, plain) and what plain misses: weak coupling needs frequencies up to ω_E, spaced 2πTc."""
    for coupling, sizes in ((1.0, (96,)), (0.5, (96, 384)), (0.3, (384, 1200)), (0.1, ())):
        exact = strong_coupling.eliashberg_critical_temperature(coupling, 1.0)

        def ours(coupling=coupling):
            return strong_coupling.eliashberg_critical_temperature(coupling, 1.0)

        for size in sizes or (None,):
            name = f"Tc, λ = {coupling}" + (f"; plain matrix of {size}" if size else "; plain would need 10⁵")
            plain = (lambda coupling=coupling, size=size: plain_eliashberg(coupling, size)) if size else None
            yield name, ours, plain, abs(plain() / exact - 1) if size else None
    lead, mu_star = eliashberg.lead_model(), eliashberg.LEAD_MU_STAR
    Tc = eliashberg.critical_temperature(lead, mu_star)
    cold = eliashberg.matsubara_gap(lead, 0.1 * Tc, mu_star)
    yield "Tc, lead's model", lambda: eliashberg.critical_temperature(lead, mu_star), None, None
    yield "ΔC/γTc, lead's model", lambda: eliashberg.heat_capacity_jump(lead, mu_star), None, None
    for t in (0.9, 0.3, 0.1):
        name = f"Δ(iω) at {t} Tc, {eliashberg.matsubara_gap(lead, t * Tc, mu_star).n.size} frequencies"
        yield name, lambda t=t: eliashberg.matsubara_gap(lead, t * Tc, mu_star), None, None
    for step in (0.2, 0.1, 0.05):
        name = f"N(E), {eliashberg.real_axis_gap(cold, step=step).x.size} energies"
        yield name, lambda step=step: eliashberg.real_axis_gap(cold, step=step), None, None


def imports():
    """Seconds of a fresh interpreter: numpy and scipy.special, the same and bcs_helpers, and all its physics."""
    base = "import numpy, scipy.special"
    physics = "gap, spectrum, cooper, ground_state, thermodynamics, response, collective, tunnelling, crossover, "
    physics += "finite, richardson, chain, dense_matter, strong_coupling"
    codes = {
        base: base,
        "import bcs_helpers": f"{base}; import bcs_helpers",
        "and its physics modules": f"{base}; from bcs_helpers import {physics}",
    }
    times = dict.fromkeys(codes, np.inf)
    for _ in range(7):  # interleaved, so that a busy moment hits all three
        for name, code in codes.items():
            start = perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            times[name] = min(times[name], perf_counter() - start)
    return times


def main(words):
    wanted = [word.lower() for word in words]
    exp = best(lambda: np.exp(T), rounds=30)
    print(f"one np.exp pass over 10⁶ doubles: {1e3 * exp:.2f} ms\n")
    print(f"{'function':<24}{'cost':>10}  {'target':>10}   {'a quad loop':>14}   {'faster by':>9}")
    for name, call, points, (target, unit), slow, slow_points in rows():
        if wanted and not any(word in name.lower() for word in wanted):
            continue
        call()  # tables are made at the first call
        exp = min(exp, best(lambda: np.exp(T), rounds=5))
        seconds = best(call)
        cost = seconds / exp if unit == "exp" else 1e6 * seconds / points
        line = f"{name:<24}{cost:>7.2f} {unit:<3} {'≤ ' + str(target) + ' ' + unit:>10}"
        if slow:
            each, ours = best(slow, rounds=2) / slow_points, seconds / points
            line += f"   {1e6 * each:>11.0f} µs   {each / ours:>8.0f}×"
        print(line + ("" if cost <= target else "   MISSED"))
    if wanted:
        return
    print("\nagainst a peer package, the same quantity in the same process")
    for name, ours, theirs in peers():
        a, b = best(ours), best(theirs)
        print(f"{name:<44}{1e3 * a:>9.2f} ms  {1e3 * b:>9.2f} ms   {b / a:>7.1f}×")
    print("\nEliashberg: how the cost grows")
    for name, ours, plain, missed in eliashberg_growth():
        line = f"{name:<44}{1e3 * best(ours):>9.2f} ms"
        if plain:
            a, b = best(ours), best(plain)
            line += f"  {1e3 * b:>9.2f} ms   {b / a:>7.1f}×   plain is off by {missed:.0e}"
        print(line)
    print("\na fresh interpreter, best of seven")
    times = imports()
    base = next(iter(times.values()))
    for name, seconds in times.items():
        print(f"{name:<32}{1e3 * seconds:>7.0f} ms   {seconds / base:.2f}×")


if __name__ == "__main__":
    main(sys.argv[1:])
