"""make bench: what each function costs, beside what a user would write, in one run of one process.

Functions of a table are given as a ratio to the popular tanh formula over the same 10⁶ doubles, the others in µs a
point; beside it stand one table look-up (`take`) of as many points, and the formula as a textbook prints it, in a loop
around quad (tests/textbook.py). The machine is shared and noisy: each number is the best of several rounds, and only
ratios within one run mean anything. `python -m benchmarks.bench NAME …` runs the rows whose name has one of the words.
"""

import subprocess
import sys
from time import perf_counter

import numpy as np

from bcs_helpers import crossover, eliashberg, gap, real_axis, response, strong_coupling, thermodynamics, tunnelling
from tests import textbook

rng = np.random.default_rng(1957)
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


# ---- the table -------------------------------------------------------------------------------------------------


def rows():
    """(name, our call, points, target, the plain route, its points); target (number, unit)."""
    n, few_T, few_D = T.size, T[:FEW], DELTA[:FEW]
    w, y = rng.uniform(0.1, 6, 10_000), rng.uniform(-2, 2, 10_000)
    t, d = T[:10_000], DELTA[:10_000]
    few_w = w[:FEW]

    def each(function, *arrays):
        return lambda: [function(*values) for values in zip(*arrays, strict=True)]

    yield "gap", lambda: gap.gap(T, 1.0), n, (4, "tanh"), each(textbook.gap, few_T), FEW
    yield "superfluid density", lambda: response.superfluid_density(T, DELTA), n, (6, "tanh"), None, 0
    yield "Yosida function", lambda: response.yosida(T, DELTA), n, (6, "tanh"), each(textbook.yosida, few_T, few_D), FEW
    slow = each(textbook.entropy, few_T, few_D)
    yield "entropy", lambda: thermodynamics.entropy(T, DELTA), n, (6, "tanh"), slow, FEW
    yield "heat capacity", lambda: thermodynamics.heat_capacity(T, DELTA), n, (6, "tanh"), None, 0
    slow = each(textbook.conductivity, few_w, few_T, few_D)
    yield "σ₁ and σ₂", lambda: response.conductivity(w, t, d), w.size, (2, "µs"), slow, FEW
    slow = each(textbook.nis_conductance, few_w, few_T, few_D, np.full(FEW, 0.01))
    yield "NIS conductance", lambda: tunnelling.nis_conductance(w, t, d, broadening=0.01), w.size, (2, "µs"), slow, FEW
    yield "NIS current", lambda: tunnelling.nis_current(w, t, d, broadening=0.01), w.size, (2, "µs"), None, 0
    slow = each(textbook.sis_current, few_w, few_T, few_D)
    yield "SIS current", lambda: tunnelling.sis_current(w, t, d), w.size, (2, "µs"), slow, FEW
    slow = each(textbook.relaxation_rate, few_T, few_D, np.full(FEW, 0.05))
    yield "Hebel–Slichter", lambda: response.relaxation_rate(t, d, broadening=0.05), t.size, (2, "µs"), slow, FEW
    yield "crossover gap", lambda: crossover.gap(y), y.size, (2, "µs"), each(textbook.crossover, y[:3]), 3


def fits():
    """(points of the curve, seconds of a fit): how a fit grows."""
    for count in (51, 101, 201, 401):
        V = np.linspace(-3, 3, count)
        curve = tunnelling.nis_conductance(V, 0.1, 1.0, broadening=0.05)
        yield count, best(lambda V=V, curve=curve: tunnelling.fit_conductance(V, curve), rounds=3)


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


def eliashberg_growth():
    """(name, ours, plain) and what plain misses: weak coupling needs frequencies up to ω_E, spaced 2πTc."""
    for coupling, sizes in ((1.0, (96,)), (0.5, (96, 384)), (0.3, (384, 1200)), (0.1, ())):
        exact = strong_coupling.eliashberg_critical_temperature(coupling, 1.0)

        def ours(coupling=coupling):
            return strong_coupling.eliashberg_critical_temperature(coupling, 1.0)

        for size in sizes or (None,):
            name = f"Tc, λ = {coupling}" + (f"; plain matrix of {size}" if size else "; plain would need 10⁵")
            guess = strong_coupling.allen_dynes_critical_temperature(coupling, 0.0, 1.0, 1.0)
            plain = (lambda c=coupling, n=size, guess=guess: textbook.eliashberg(c, n, guess)) if size else None
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
        name = f"N(E), {real_axis.real_axis_gap(cold, step=step).x.size} energies"
        yield name, lambda step=step: real_axis.real_axis_gap(cold, step=step), None, None


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
    table, index = rng.random(16_384), rng.integers(0, 16_384, T.size)

    def look_up():
        return best(lambda: table.take(index, mode="clip"), rounds=5)

    def tanh():
        return best(lambda: textbook.interpolated_gap(T), rounds=5)

    take, formula = look_up(), tanh()
    print(f"10⁶ doubles: the tanh formula {1e3 * formula:.2f} ms, one table look-up {1e3 * take:.2f} ms\n")
    print(f"{'function':<20}{'cost':>12}  {'target':>10}  {'look-ups':>9}   {'a quad loop':>12}   {'faster by':>9}")
    for name, call, points, (target, unit), slow, slow_points in rows():
        if wanted and not any(word in name.lower() for word in wanted):
            continue
        call()  # tables are made at the first call
        take, formula = min(take, look_up()), min(formula, tanh())
        seconds = best(call)
        cost = seconds / formula if unit == "tanh" else 1e6 * seconds / points
        limit = f"≤ {target} {unit}"
        line = f"{name:<20}{cost:>7.2f} {unit:<4} {limit:>11}  {seconds / points / (take / T.size):>9.1f}"
        if slow:
            each, ours = best(slow, rounds=2) / slow_points, seconds / points
            line += f"   {1e6 * each:>9.0f} µs   {each / ours:>8.0f}×"
        print(line + ("" if cost <= target else "   MISSED"))
    if wanted:
        return
    print("\na fit of Δ, Γ and T to a curve of so many points")
    for count, seconds in fits():
        print(f"{count:>6}{1e3 * seconds:>10.0f} ms")
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
