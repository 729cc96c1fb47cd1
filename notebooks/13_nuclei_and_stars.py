# %% [markdown]
# # 13 · Count the pairs in a nucleus and in a star
#
# **What you will see:** how cold a neutron star is, measured by its $T_c$; and pairing that BCS overlooks in nuclei.

# %% tags=["hide-input"]
# Load what the chapter needs, and compute the first picture
from itertools import combinations

import numpy as np
from IPython.display import display
from scipy.constants import physical_constants
from scipy.integrate import solve_ivp
from scipy.optimize import minimize
from scipy.special import expit

from bcs_helpers.classroom import ask
from bcs_helpers.dense_matter import NEUTRON_MASS, neutron_gap, pairing_temperature, phase_shift
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, SKY, figure, show
from bcs_helpers.finite import (
    bcs_ground_state,
    critical_pairing,
    exact_ground_state,
    ground_energy,
    odd_even_staggering,
    pairing_spectrum,
    projection_after_variation,
    variation_after_projection,
)
from bcs_helpers.gap import gap
from bcs_helpers.materials import elements, neutron_stars, nuclei, ranges, tin_staggering
from bcs_helpers.richardson import richardson_ground_state
from bcs_helpers.tables import number, numbers, table
from bcs_helpers.thermodynamics import heat_capacity
from bcs_helpers.units import MeV, fm, kelvin, kilogram, metre, second, speed_of_light

# Compute the critical temperature of neutron matter at each density
filled_to = np.linspace(0.1, 1.5, 100) / fm  # Fermi wave numbers
gram_per_cm3 = kilogram / (1e3 * (1e-2 * metre) ** 3)
thickness = NEUTRON_MASS * filled_to**3 / (3 * np.pi**2) / gram_per_cm3
pairs_below = pairing_temperature(neutron_gap(filled_to)) / kelvin
sure = filled_to * fm < 1  # beyond, the force lacks its hard core
moments = {"1 min": 1.9e-6, "1 day": 1 / 365, "1 year": 1.0, "1000 years": 1e3}


def star_is(log_age):
    """Temperature of a star of normal neutrons in K, from log₁₀ of its age in years (section 5)."""
    return 1e9 * (10**log_age / 0.66) ** (-1 / 6)

# %% tags=["hide-input"]
# Draw the temperature of the star among the critical temperatures
def draw_layers(ax, now):
    for part in (1, 1 / 3):
        above = np.maximum(part * pairs_below, now)
        ax.fill_between(thickness, now, above, color=SKY, alpha=0.35, lw=0)
    ax.loglog(thickness[sure], pairs_below[sure], color=BLUE, label="$T_c$, gap equation")
    ax.loglog(thickness[~sure], pairs_below[~sure], color=BLUE, ls=":")
    ax.loglog(thickness, pairs_below / 3, color=GREEN, ls="--", label="a third of it")
    ax.axhline(now, color=RED, label="star")
    ax.set(xlabel="density of the neutrons (g/cm$^3$)", ylabel="temperature (K)")
    ax.set(xlim=(thickness[0], thickness[-1]), ylim=(8e7, 2e11))
    like = 1.2e3 * now / pairs_below.max()  # aluminium: 1.2 K
    ax.set_title(f"as cold as aluminium at {like:.0f} mK")
    ax.legend(loc="upper left", ncols=2)


# Draw its cooling up to the age of the slider, and show both
def draw(axes, log_age=0.0):
    draw_layers(axes[0], star_is(log_age))
    past, whole = np.array([-5.72, log_age]), np.array([-5.72, 5])
    axes[1].semilogy(whole, star_is(whole), color=GREY, ls=":")
    axes[1].semilogy(past, star_is(past), color=RED)
    axes[1].semilogy(log_age, star_is(log_age), "o", color=RED, ms=9, gid="log_age")
    axes[1].set(xlabel="age of the star", ylabel="temperature (K)")
    axes[1].set(xlim=(-6, 5.3), ylim=(8e7, 2e11))
    axes[1].set_xticks(np.log10(list(moments.values())), list(moments))
    axes[1].set_title(f"$T={star_is(log_age) / 1e9:.3f}\\cdot10^9$ K")


display(ask("when_superfluid"))
explore(draw, log_age=(-5.72, 5.0), panels=(1, 2), size=(9.2, 3.2), play="log_age",
        drag={"log_age": "x"}, labels={"log_age": "age, log₁₀ of years"},
        presets={"1 day": {"log_age": -2.56}, "1 year": {"log_age": 0.0},
                 "340 years": {"log_age": 2.53}}, alt="star_sinks_through_tc")

# %% [markdown]
# <!-- figure: star_sinks_through_tc -->
# **Figure 13.1.** The temperature of a neutron star sinks through the critical temperature of its neutrons. Left: $T_c$ of S-wave pairs against the density of the neutrons (section 4); the shaded neutrons are superfluid, those below the dashed line also where the other neutrons leave only a third of the gap. Dotted: beyond the range of the force that is used. The title compares the star's $T/T_c$, with the largest $T_c$, to that of aluminium ($T_c=1.2$ K). Right: a star of normal
# neutrons, cooled by neutrinos (section 5).
#
# Drag the red dot, or press Play; the age is logarithmic. A minute old, at 8·10⁹ K, the star is below the blue curve already between 3·10¹² and 2·10¹⁴ g/cm³. After a day even a third of $T_c$ is enough at nearly all of these densities, and after 340 years from about 10¹¹ g/cm³ on: the thinner the gas, the later. So a star that we see has been superfluid in its crust
# almost all its life. Two things are left out: the crust takes a century to follow the core whose temperature this is, and what pairs do to the cooling.

# %% [markdown]
# <!-- minutes: 45 -->
# *45 minutes · you need: number fluctuation of the BCS state (chapter 03), gap equation (05), Bose and Fermi counting · in the book: the
# introduction announces nuclei and neutron stars and stops there.*
#
# | in the text | in the code | meaning | unit |
# |---|---|---|---|
# | $N$, $A$ | `N`, `A` | number of neutrons; of neutrons and protons | 1 |
# | $\Delta^{(3)}$ | `staggering` | odd–even staggering of the binding energy | MeV |
# | $\varepsilon_j$, $d$ | `levels` | levels, each with room for one pair; their spacing | MeV |
# | $P_j^\dagger$, $N_j$ | | puts a pair into level $j$; number of pairs there | 1 |
# | $G$ | `G` | pairing strength: any pair hops to any level | as $\varepsilon$ |
# | $u_j$, $v_j$, $x_j$ | `x` | amplitudes of BCS; $x_j=v_j/u_j$ | 1 |
# | $E_c$ | `condensation_energy` | energy gained below the filled Fermi sea | as $\varepsilon$ |
# | $k_F$, $n$ | `k_F`, `n` | Fermi wave number, density of neutrons, $n=k_F^3/3\pi^2$ | fm⁻¹, fm⁻³ |
# | $\Delta_F$, $T_c$ | `Delta`, `Tc` | gap at the Fermi surface at $T=0$; critical temperature ($k_B=1$) | MeV, K |
# | $C$, $Q$ | `C`, `Q` | heat capacity of a star's core; energy that its neutrinos carry away | per volume; per volume and time |
# | $\omega$, $I_s/I$ | `omega`, `share` | angular velocity; share of the moment of inertia in the superfluid | s⁻¹, 1 |

# %% [markdown]
# Tin has fifty protons, a closed shell, and isotopes with 50 to more than 82 neutrons. How does the binding energy change when one neutron is added? We take all differences of measured masses; the one at $N=54$ needs an extrapolated mass and is left out.

# %%
measured = {n: row for n, row in tin_staggering.items() if row.kind == "derived"}
open_shell = {n: row for n, row in measured.items() if n < 82}
N = np.array(list(open_shell))
staggering = np.array(list(open_shell.values())) / MeV
error = np.array([row.uncertainty for row in open_shell.values()])  # MeV
even, A = N % 2 == 0, N + 50
print(f"{len(N)} isotopes, N = {N[0]} to {N[-1]}; errors {1e3 * error.min():.1f} to "
      f"{1e3 * error.max():.0f} keV")
print(f"mean of even N {staggering[even].mean():.2f} MeV, "
      f"of odd N {staggering[~even].mean():.2f} MeV")
print(f"the rule at A = 120: {nuclei['rule'] / MeV / np.sqrt(120):.2f} MeV (recalled)")

# %%
ask("staggering_of_tin")

# %% tags=["hide-input"]
# Draw the odd-even staggering of tin with its errors
fig, ax = figure()
ax.plot(N, staggering, color=GREY, lw=1)
style = {"ls": "", "lw": 1, "capsize": 2}
for some, marker, colour, name in [(even, "o", BLUE, "even $N$"), (~even, "s", RED, "odd $N$")]:
    look = {"marker": marker, "color": colour, "label": name} | style
    ax.errorbar(N[some], staggering[some], error[some], **look)
beyond = [n for n in measured if n >= 82]
value, bar = [measured[n] / MeV for n in beyond], [measured[n].uncertainty for n in beyond]
ax.errorbar(beyond, value, bar, marker="x", color=GREY, label="closed shell and beyond", **style)
rule = nuclei["rule"] / MeV / np.sqrt(A)
ax.plot(N, rule, color=BLACK, ls="--", label=r"$12\,\mathrm{MeV}/\sqrt{A}$ (recalled)")
ax.set(xlabel="neutron number $N$ of tin", ylabel=r"$|\Delta^{(3)}|$ (MeV)", ylim=(0, 2.7))
ax.legend(loc="upper left")
show(fig, "tin_staggering")

# %% [markdown]
# <!-- figure: tin_staggering -->
# **Figure 13.2.** Between the closed shells the staggering of tin is the same to a fifth. The points are derived from measured masses (NUBASE2020): $\Delta^{(3)}(N)=\frac12(-1)^N[E(N+1)-2E(N)+E(N-1)]$; their errors are mostly smaller than the symbols. If a last, unpaired neutron costs $\Delta$ and a smooth energy is all there is besides, each point is $\Delta$.
# At $N=82$ (cross) the next neutron must go into a new shell, and $\Delta^{(3)}$ measures the distance of the shells, not pairing; beyond it begins a shell with other levels. We use $N=55$ to 81.
#
# Bohr, Mottelson and Pines proposed in 1958, one year after BCS, that nuclei pair. But a nucleus has a few dozen neutrons, and chapter 03 showed that the BCS state does not know their number. Is a theory of $10^{23}$ electrons allowed here?
#
# ## 1 · Ask how small a nucleus is
#
# Take $\hbar v_F/\pi\Delta$ for the size of a pair, as in chapter 03, with the Fermi energy of nuclear matter, and compare.

# %%
E_F, Delta, R = 37 * MeV, 1.3 * MeV, 1.2 * fm * 120 ** (1 / 3)  # E_F and the radius: recalled
v_F = np.sqrt(2 * E_F / NEUTRON_MASS)
size = v_F / (np.pi * Delta)
spacing = 2 * E_F / (3 * 35)  # one level a pair: N0 = 3N/4E_F pairs' levels per energy, N = 70
Al = elements["Al"]
grains = gap(0.0, Al.Tc) * Al.N0 * (1e-2 * metre) ** 3  # Δ/d = Δ N0 × volume
print(f"v_F = {v_F / speed_of_light:.2f} c, Δ/E_F = {Delta / E_F:.3f}")
print(f"pair size ħv_F/πΔ = {size / fm:.0f} fm, radius of tin 120: {R / fm:.1f} fm")
print(f"a free gas of 70 neutrons: d = {spacing / MeV:.1f} MeV, Δ/d = {Delta / spacing:.1f}")
print(f"a cubic centimetre of aluminium: Δ/d = {grains:.0e}")

# %% [markdown]
# The pair is larger than the nucleus it lives in. And $\Delta/d$ is of the order of two: only a handful of levels take part (spherical nuclei help by bunching theirs into shells). A piece of metal has $\Delta/d$ of $10^{18}$; here the number of
# particles must be taken seriously. So we go back to a problem that can be solved exactly.
#
# ## 2 · Solve the pairing problem exactly, and project BCS
#
# Put pairs into levels $\varepsilon_j$, and let any pair hop to any empty level with strength $G$:
#
# $$H=2\sum_j\varepsilon_jN_j-G\sum_{ij}P_i^\dagger P_j .$$
#
# It is the BCS Hamiltonian of chapters 03 and 05, without the BCS state. A basis state is a set $S$ of filled levels; $H$ moves one pair at a time. The whole solution takes a few lines:

# %%
def configurations(levels, pairs, G):
    """All ways to place the pairs, a row each, and the Hamiltonian between them."""
    states = list(combinations(range(len(levels)), pairs))
    where = {frozenset(s): i for i, s in enumerate(states)}
    H = np.diag([2 * sum(levels[j] for j in s) - G * pairs for s in states])
    for i, s in enumerate(states):
        for j in s:
            for k in set(range(len(levels))) - set(s):
                H[where[frozenset(s) - {j} | {k}], i] -= G
    return np.array(states), H


# %%
ladder = np.arange(10.0)  # ten levels, spacing d = 1
pairs, strengths = 5, np.array([0.2, 0.5])
listed = [np.linalg.eigvalsh(configurations(ladder, pairs, g)[1])[0] for g in strengths]
table({"$G/d$": numbers(strengths, 1), "listed": numbers(listed, decimals=9),
       "package": numbers(exact_ground_state(ladder, pairs, strengths).energy, decimals=9),
       "Richardson": numbers(richardson_ground_state(ladder, pairs, strengths).energy, decimals=9)},
      caption=f"Lowest energy (in $d$) of {pairs} pairs on {ladder.size} levels, in three ways.")

# %% [markdown]
# Five pairs on ten levels are 252 states. Richardson found in 1963 that this Hamiltonian has an exact solution in a few coupled equations; the three ways agree to all digits shown.
#
# Now BCS on the same levels. Its state is a sum over all numbers of pairs,
#
# $$\prod_j(u_j+v_jP_j^\dagger)|0\rangle=\prod_ju_j\;\prod_j(1+x_jP_j^\dagger)|0\rangle,\qquad x_j=\frac{v_j}{u_j}.$$
#
# Multiply the product out: the terms with exactly $n$ pairs are its **projection**. (It is the same to turn the phase of all $v_j$ by $\varphi$ and to average over $\varphi$ with the weight $e^{-in\varphi}$.)
#
# $$|n,x\rangle=\sum_{|S|=n}\;\prod_{j\in S}x_jP_j^\dagger\,|0\rangle,\qquad E_n(x)=\frac{\langle n,x|H|n,x\rangle}{\langle n,x|n,x\rangle}.$$
#
# Two repairs follow. **PAV** (projection after variation) takes $E_n$ at the $x$ of BCS, which made $\langle H\rangle$ of the *whole* state lowest. **VAP** (variation after projection) takes the lowest $E_n(x)$ itself. In plain lines:

# %%
def projected(x, states, H):
    """The projected state |n, x⟩, normalised, over the configurations, and its energy."""
    amplitude = np.prod(x[states], axis=1)
    amplitude /= np.linalg.norm(amplitude)
    return amplitude, amplitude @ H @ amplitude


found = []
for g in (0.4, 0.6, 1.0):
    states, H = configurations(ladder, pairs, g)
    exact = np.linalg.eigh(H)[1][:, 0]
    occupied = bcs_ground_state(ladder, pairs, g).occupation  # v²
    x = np.sqrt(occupied / (1 - occupied))
    after, E_after = projected(x, states, H)
    best = minimize(lambda log_x: projected(np.exp(log_x), states, H)[1], np.log(x))
    before, E_before = projected(np.exp(best.x), states, H)
    assert abs(E_after - projection_after_variation(ladder, pairs, g).energy) < 1e-9
    assert abs(E_before - variation_after_projection(ladder, pairs, g).energy) < 1e-6
    found.append(((exact @ before) ** 2, (exact @ after) ** 2))

# %%
roads = {"exact": exact_ground_state, "VAP": variation_after_projection,
         "PAV": projection_after_variation, "BCS": bcs_ground_state}
three = np.array([0.4, 0.6, 1.0])
at = {name: road(ladder, pairs, three) for name, road in roads.items()}
E_c = {name: state.condensation_energy for name, state in at.items()}
table({"$G/d$": numbers(three, 1), "$E_c/d$ exact": numbers(E_c["exact"], decimals=3)}
      | {f"{name}: share found / %": numbers(100 * E_c[name] / E_c["exact"], decimals=0)
         for name in ("VAP", "PAV", "BCS")}
      | {"VAP: overlap²": numbers([f[0] for f in found], decimals=4),
         "PAV: overlap²": numbers([f[1] for f in found], decimals=4),
         "gap of BCS / exact": numbers(at["BCS"].Delta / at["exact"].Delta, decimals=3)},
      caption="What the approximate states find; overlap² is with the exact state.")

# %% tags=["hide-input"]
# Draw condensation energy and canonical gap against the pairing strength
G = np.linspace(0.02, 1.0, 50)
look = {"exact": (BLACK, "-"), "VAP": (GREEN, "--"), "PAV": (ORANGE, "-."), "BCS": (RED, ":")}
fig, (left, right) = figure(1, 2)
for name, road in roads.items():
    state, (colour, dash) = road(ladder, pairs, G), look[name]
    gained = np.where(state.condensation_energy > 0, state.condensation_energy, np.nan)
    left.semilogy(G, gained, color=colour, ls=dash, label=name)
    right.plot(G, state.Delta, color=colour, ls=dash, label=name)
G_c = critical_pairing(ladder, pairs)
left.set_ylabel("condensation energy $E_c/d$")
right.set_ylabel(r"$G\sum\sqrt{n_j(1-n_j)}\,/\,d$")
for ax in (left, right):
    ax.axvline(G_c, color=GREY, lw=1, ls=":")
    ax.set_xlabel("pairing strength $G/d$")
    ax.legend(loc="lower right")
show(fig, "exact_and_projected")

# %% [markdown]
# <!-- figure: exact_and_projected -->
# **Figure 13.3.** BCS has a sharp transition where the exact solution has none. The grey line is the critical strength of BCS, $G_c=0.34\,d$. Left: below it BCS finds nothing, although every $G$ gains energy: a finite system has no transition, and that of BCS is an artefact of its uncertain number. Above, it first misses most of the energy. Right: the sum that is the gap of BCS.
#
# What BCS misses grows more slowly than the number of levels, so that in a large system nothing is missing (the check below counts it). Projecting afterwards mends the energy where BCS has a solution; varying the projected state finds 96 per cent or more at every strength. Two things survive: the *wave function*, since the projected product with the best $x_j$ has an overlap² with the exact state of 0.995 or more (column VAP), and the *gap*, which BCS has right to a few per cent from $G=0.6\,d$ on.
#
# ## 3 · Describe tin by five shells
#
# Between the closed shells at 50 and 82 neutrons there are five shells. In the order of their energy they have room for 3, 4, 1, 2 and 6 pairs. With energies of the usual size (schematic; MeV above the lowest) and one number $G$, solve for every $N$ exactly; an odd neutron sits alone in a level and blocks it.

# %%
levels = np.repeat([0.0, 0.22, 1.9, 2.2, 2.8], [3, 4, 1, 2, 6])  # d5/2, g7/2, s1/2, d3/2, h11/2
counts = np.arange(4, 33)  # neutrons above 50; the differences are at N = 55 to 81
G_tin, model = 0.22, {}
for name, G, road in [("exact", G_tin, exact_ground_state), ("BCS", G_tin, bcs_ground_state),
                      ("normal", 0.0, exact_ground_state)]:
    energy = [ground_energy(levels, int(n), G, state=road) for n in counts]
    model[name] = odd_even_staggering(counts, energy)
lowest, first = pairing_spectrum(levels, 8, G_tin)
print(f"first excitation without broken pairs, N = 66: {first - lowest:.2f} MeV")

# %% tags=["hide-input"]
# Draw the staggering of tin and of the five-shell model
fig, ax = figure()
look = {"color": BLUE, "capsize": 2, "lw": 1, "label": "from measured masses"}
ax.errorbar(N, staggering, error, fmt="o", **look)
ax.plot(N, model["exact"], color=BLACK, label="five shells, exact")
ax.plot(N, model["BCS"], color=RED, ls="--", label="five shells, BCS")
ax.plot(N, model["normal"], color=GREY, ls=":", label="without pairing")
ax.set(xlabel="neutron number $N$ of tin", ylabel=r"$\Delta^{(3)}$ (MeV)", ylim=(-0.1, 2.0))
ax.legend(loc="upper left", ncols=2)
show(fig, "tin_and_five_shells")

# %%
parity = np.where(even, staggering[even].mean(), staggering[~even].mean())
tries = {"five shells, exact": model["exact"], "five shells, BCS": model["BCS"],
         "two constants, for even and odd N": parity,
         "one constant": np.full(len(N), staggering.mean()),
         "rule with √A": nuclei["rule"] / MeV / np.sqrt(A)}
off = {name: values - staggering for name, values in tries.items()}
light = N <= 62
table({"description": list(off),
       "mean deviation / MeV": numbers([d.mean() for d in off.values()], decimals=3),
       "rms / MeV": numbers([np.sqrt((d**2).mean()) for d in off.values()], decimals=3),
       "mean up to N = 62 / MeV": numbers([d[light].mean() for d in off.values()], decimals=3),
       "mean from N = 63 / MeV": numbers([d[~light].mean() for d in off.values()], decimals=3)},
      caption="How well tin's staggering is described, N = 55 to 81.")

# %% [markdown]
# <!-- figure: tin_and_five_shells -->
# **Figure 13.4.** Five shells and one strength give the size and the zigzag of tin's staggering, but not all of it. Without pairing (dotted) the staggering is zero inside a shell and jumps only where a shell
# is full: what is measured is the work of pairing.
#
# How good is this? $G=0.22$ MeV was chosen for the height, and five level energies were put in. The model's rms deviation, 0.09 MeV, is hardly better than that of two constants, one for even and one for odd $N$, and four times the largest error of measurement. Up to $N=62$ the model lies 0.12 MeV too low; a larger $G$ would mend that and make the rest worse. So tin does not *test* this model.
# What the model does explain: the zigzag, which nobody put in, and the dip at $N=65$, where the two lower shells are full. Even $N$ lie higher, because the level that the next neutron takes costs something too. The lowest excitation that keeps all pairs costs 2.3 MeV, near $2\Delta$. And BCS is not bad here, because $G$ is well above critical: degenerate shells make $G_c$ small, and an error that all energies share drops out of their differences.
#
# ## 4 · Compute the gap of neutron matter
#
# A neutron star is $10^{57}$ neutrons: no number problem, infinite matter. Between nuclear density and a thousandth of it, two neutrons with opposite spins attract in the S wave. What do we know of the force? The phase shifts of scattering. A separable force fitted to scattering length and effective range
# gives the gap at every density:

# %%
k_F = np.linspace(0.02, 1.6, 160) / fm
Delta = neutron_gap(k_F)
E_F = k_F**2 / (2 * NEUTRON_MASS)
weak = 8 / np.e**2 * E_F * np.exp(-np.pi / 2 / np.tan(phase_shift(k_F)))
peak = Delta.argmax()
top, n = Delta[peak], k_F[peak] ** 3 / (3 * np.pi**2)
size = k_F[peak] / NEUTRON_MASS / (np.pi * top)
print(f"largest gap {top / MeV:.2f} MeV at k_F = {k_F[peak] * fm:.2f}/fm, n = {n * fm**3:.3f}/fm³")
print(f"there Δ/E_F = {top / E_F[peak]:.2f}; pair size {size / fm:.1f} fm, "
      f"neutron spacing {n ** (-1 / 3) / fm:.1f} fm")
print(f"Tc = {pairing_temperature(top) / kelvin:.1e} K, with a third of the gap "
      f"{pairing_temperature(top / 3) / kelvin:.1e} K")

# %% tags=["hide-input"]
# Draw gap and critical temperature of neutron matter
fig, (left, right) = figure(1, 2)
left.plot(k_F * fm, Delta / MeV, color=BLUE, label="gap equation")
formula = r"$\frac{8}{e^2}E_F\,e^{-\pi/2\tan\delta}$"
left.plot(k_F * fm, weak / MeV, color=GREY, ls=":", label=formula)
left.set(xlabel=r"Fermi wave number $k_F$ (fm$^{-1}$)", ylabel=r"gap $\Delta_F$ (MeV)", ylim=(0, 5))
T_c, third = pairing_temperature(Delta) / kelvin, pairing_temperature(Delta / 3) / kelvin
right.semilogy(k_F * fm, T_c, color=BLUE, label="$T_c$, gap equation")
right.semilogy(k_F * fm, third, color=RED, ls="--", label="a third of it")
band = "inside of a star, 1 to 10$^5$ years"
right.axhspan(1e8, 1e9, color=GREEN, alpha=0.25, label=band)
right.set(xlabel=r"Fermi wave number $k_F$ (fm$^{-1}$)", ylabel="temperature (K)", ylim=(3e7, 1e11))
left.legend(loc="upper left")
right.legend(loc="lower right")
show(fig, "neutron_matter_gap")

# %% [markdown]
# <!-- figure: neutron_matter_gap -->
# **Figure 13.5.** The gap of neutron matter has a maximum, and from $k_F=0.2$ fm⁻¹ on $T_c$ lies above the temperature of a star. With density there are more states at the Fermi level, but faster neutrons feel less of the attraction (the phase shift falls, and a hard core takes over, which this force lacks: trust nothing beyond 1 fm⁻¹). Other neutrons screen the attraction and leave half or a third (recalled; quantum Monte Carlo); the dashed line shows a third.
#
# Even so $T_c$ is several $10^9$ to $10^{10}$ K. A star falls below it within minutes of its birth, and after a year its inside is below $10^9$ K (section 5 computes both). In units of $T_c$ that is aluminium at a tenth of a kelvin; at the $10^8$ K of a mature star it is aluminium at ten to twenty millikelvin.
#
# ## 5 · Read two signs from inside
#
# ### A star cools
#
# The core of a young star has one temperature, and neutrinos carry its energy away: $C\,dT/dt=-Q$. We compute a cubic centimetre of core matter, with $k_F=1.7$ fm⁻¹ and an effective mass $m^*=0.7\,m_n$ (recalled).
#
# * **Heat capacity.** Normal neutrons have $C_n=\frac13m^*k_FT$. Pairing multiplies it by the factor of chapter 06: a step up by 2.43 at $T_c$, an exponential fall below. The electrons' tenth stays.
# * **Normal neutrinos.** In collisions neutrons turn into protons and back (modified Urca process): $Q=10^{21}\,T_9^8$ erg/(cm³ s), $T_9=T/10^9$ K, to a factor of a few (recalled). If the protons are paired, a part $s$ of it is left.
# * **Pairs that form.** Two quasiparticles, probability $f^2$, recombine to a pair and give their energy to two neutrinos. With Fermi's constant $G_F$, three kinds of neutrinos and a number $a$ for spin and medium (Yakovlev and others, recalled),
#
# $$Q_{\rm pair}=\frac{4G_F^2m^*k_F}{15\pi^5}\,3a\;T^7\,y^2\!\int_0^\infty\!dx\,z^4f(z)^2,\qquad z=\sqrt{x^2+y^2},\quad y=\frac{\Delta(T)}T .$$
#
# In the core the S wave is repulsive and neutrons pair in a P wave. We take the gap curve of BCS for it, with one $T_c$ in the whole core.

# %%
T9, year, cm = 1e9 * kelvin, 3.156e7 * second, 1e-2 * metre
erg = 1e-7 / physical_constants["electron volt"][0] * 1e-6 * MeV
m_star, k_core, c = 0.7 * NEUTRON_MASS, 1.7 / fm, speed_of_light
G_F = physical_constants["Fermi coupling constant"][0] / (1e3 * MeV) ** 2 * c**3  # energy × volume
x, dx = np.linspace(0, 30, 600, retstep=True)


def from_pairs(T, Delta, a):
    """Energy per volume and time in the neutrinos of pairs that form."""
    y = Delta / T
    z = np.hypot(x, y)
    integral = np.trapezoid(z**4 * expit(-z) ** 2, dx=dx)
    return 4 * G_F**2 * m_star * k_core / (15 * np.pi**5 * c**6) * 3 * a * T**7 * y**2 * integral


def factor(T, Tc):
    """Heat capacity over that of normal neutrons."""
    return heat_capacity(T, gap(T, Tc)) / T


# %%
def star(years, Tc, a, s):
    """Temperature of the core at the ages `years`, from 2·10¹⁰ K at the first of them."""
    def slope(log_t, log_T):
        T = np.exp(log_T[0])
        C = m_star * k_core * T / 3 * (factor(T, Tc) + 0.1)
        Delta = gap(T, Tc)
        Q = s * 1e21 * erg / cm**3 / second * (T / T9) ** 8 * np.exp(-Delta / T)
        return [-np.exp(log_t) * year * (Q + from_pairs(T, Delta, a)) / (C * T)]
    log_t = np.log(years)
    start = [np.log(20 * T9)]
    done = solve_ivp(slope, log_t[[0, -1]], start, "LSODA", log_t, rtol=1e-6, atol=1e-8)
    return np.exp(done.y[0])


age = np.geomspace(1e-7, 1e5, 300)
never = 1e-6 * T9  # a Tc that is never reached
stories = {"normal neutrons": (never, 0.0, 1.0), "protons paired": (never, 0.0, 0.12),
           "and neutrons below 5.5·10⁸ K": (0.55 * T9, 0.8, 0.12)}
curves = {name: star(age, *how) for name, how in stories.items()}
normal = curves["normal neutrons"]
seconds = np.interp(-np.log([10 * T9, 3 * T9]), -np.log(normal), age) * year / second
print(f"normal: 10¹⁰ K after {seconds[0]:.0f} s, 3·10⁹ K after {seconds[1] / 86400:.1f} days, "
      f"{np.interp(1, age, normal) / kelvin:.1e} K after a year")

# %% tags=["hide-input"]
# Draw the heat capacity of paired neutrons, and the cooling of a star
fig, (left, right) = figure(1, 2)
for Delta0, colour, dash in [(1.0, BLUE, "-"), (0.1, RED, "--")]:
    Tc = pairing_temperature(Delta0 * MeV)
    T = np.geomspace(0.012, 2, 300) * Tc
    ratio = np.array([factor(t, Tc) for t in T])
    shown = np.where(ratio > 0, ratio, np.nan)
    left.loglog(T / kelvin, shown, color=colour, ls=dash, label=rf"$\Delta_0={Delta0:g}$ MeV")
left.axvspan(1e8, 1e9, color=GREEN, alpha=0.25, label="star, 1 to 10$^5$ years")
left.set(xlabel="temperature (K)", ylabel="heat capacity / normal", ylim=(1e-4, 5))
left.legend(loc="lower right")
looks = [(GREY, ":"), (BLUE, "--"), (RED, "-"), (GREEN, "-.")]
for (name, T), (colour, dash) in zip(curves.items(), looks):
    right.loglog(age, T / kelvin, color=colour, ls=dash, label=name)
right.axvline(340, color=GREY, lw=1)
right.set(xlabel="age (years)", ylabel="temperature of the core (K)")
right.set(xlim=(1e-6, 1e5), ylim=(1e8, 3e10))
right.legend(loc="upper right")
show(fig, "cooling_star")

# %% [markdown]
# <!-- figure: cooling_star -->
# **Figure 13.6.** Pairing first takes the heat capacity away, and a star that reaches $T_c$ in its core cools faster for a while. Left: neutrons of the crust, with a gap of an MeV, hold no heat any more at a star's temperature; those of the core, with 0.1 MeV, may just be at their step. Right: a normal star cools as $T\approx10^9\,\mathrm K\,(t/0.66\ \mathrm{yr})^{-1/6}$. Where paired protons stop most of the Urca process it stays
# warmer; and when the neutrons pair, after some 200 years here, the neutrinos of forming pairs cool it quickly. The vertical line is the age of Cassiopeia A, 340 years. Light from the surface, which we leave out, takes over after some $10^5$ years.
#
# The neutron star in Cassiopeia A was seen to cool within years. Page and others read this as the core passing its $T_c$ now, and deduced $T_c\approx5\cdot10^8$ K. How fast does our star cool at this age? Its surface follows the core as $T_s\propto T^{0.55}$ (recalled).

# %%
cases = {"no pairing of neutrons": (never, 0.0, 0.12),
         "Tc = 5.0·10⁸ K, a = 0.8": (0.50 * T9, 0.8, 0.12),
         "Tc = 5.5·10⁸ K, a = 0.8": (0.55 * T9, 0.8, 0.12),
         "Tc = 6.0·10⁸ K, a = 0.8": (0.60 * T9, 0.8, 0.12),
         "Tc = 5.2·10⁸ K, a = 3.2": (0.52 * T9, 3.2, 0.12)}
decade = np.array([star(np.array([1e-7, 330.0, 340.0]), *how)[1:] for how in cases.values()])
computed = 55 * (1 - decade[:, 1] / decade[:, 0])
table({"core": list(cases), "core at 330 years / K": numbers(decade[:, 0] / kelvin, 3),
       "decline of the surface in ten years / %": numbers(computed, 2)},
      caption="How fast the computed star cools (calculated; s = 0.12).")

# %% [markdown]
# Without pairing of neutrons the surface cools by 0.3 % in ten years, whatever its rates, since $T\propto t^{-1/6}$. With it the rate is several times larger for some decades, but only if $T_c$ fits the age to ten or twenty per cent. The number $a$ is 3.2 if only the spins couple, and nearer 0.8 with corrections of the medium (Leinson, recalled; debated). In a real core $T_c$ depends on the density, so that the transition takes longer and is less steep.
#
# ### A pulsar jumps
#
# A pulsar slows steadily, but some speed up suddenly, by a millionth, every few years. A superfluid does not slow with its container: its vortices are pinned in the crust. When many let go, their angular momentum comes out. How much superfluid must there be? If the superfluid does not slow at all between jumps, what it keeps is what the jump gives back:

# %%
P, P_dot, jump, wait = 0.0893, 1.25e-13, 2e-6, 3 * 3.156e7  # Vela (recalled); s, 1, 1, s
slowed = P_dot / P * wait
share = jump / slowed
omega = 2 * np.pi / P / second
per_area = 2 * omega / (np.pi / NEUTRON_MASS)  # Feynman: circulation h/2m, which is π/m here
print(f"Vela slows by {slowed:.1e} between jumps of {jump:.0e}: at least {share:.1%} superfluid")
print(f"vortices: {per_area * cm**2:.1e} per cm², {1e6 * per_area**-0.5 / metre:.0f} µm apart, "
      f"{per_area * np.pi * (1e4 * metre) ** 2:.0e} in a star of 10 km")

# %% [markdown]
# Each vortex carries the circulation $h/2m_n$: the two in it is the pair. If this reading is right, $10^{17}$ of them make a quantum state of ten kilometres, seen in a radio telescope.
#
# Is there that much superfluid in the crust? The neutrons between the nuclei have a few per cent of the moment of inertia. But they do not move freely: the lattice of nuclei drags most of them along (*entrainment*, the Bragg reflection of neutrons), so that a given jump needs several times more of them. The comparison below shows where this leaves us.
#
# ## Explore
#
# How the levels are filled, exactly and by BCS. Weaken $G$ below its critical value and watch BCS's dotted line become a step while the exact occupation keeps its tail; change the number of pairs.

# %%
def draw(ax, G=0.45, pairs=5):
    exact, bcs = exact_ground_state(ladder, pairs, G), bcs_ground_state(ladder, pairs, G)
    varied = variation_after_projection(ladder, pairs, G)
    ax.plot(ladder, exact.occupation, "o", color=BLACK, label="exact")
    ax.plot(ladder, varied.occupation, color=GREEN, ls="--", label="VAP")
    ax.plot(ladder, bcs.occupation, color=RED, ls=":", label="BCS")
    ax.set(xlabel=r"level energy $\varepsilon_j/d$", ylabel="pairs in the level")
    ax.set(xlim=(-0.3, ladder[-1] + 0.3), ylim=(-0.05, 1.05))
    ax.set_title(f"critical G of BCS: {critical_pairing(ladder, pairs):.3f} d")
    ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1.08), ncols=3)


# %%
explore(draw, G=(0.05, 1.0), pairs=list(range(1, ladder.size)),
        labels={"G": "G/d", "pairs": "pairs"}, alt="pair_occupation")

# %% [markdown]
# <!-- figure: pair_occupation -->
# **Figure 13.7.** The exact occupation never quite becomes a step: with five pairs the first level above it holds 0.025 at $G/d=0.2$ and 0.001 at 0.05. VAP follows it at every strength.
#
# ## Compare with experiment
#
# **Tin.** The comparison is section 3, with the errors of the masses: a few keV, far less than any model's deviation.
#
# **Cassiopeia A.** The decline of the surface temperature was measured several times, with two kinds of detector of one observatory (Chandra):

# %%
first, quoted, fixed, varied = (neutron_stars[f"cas_a_{key}"]
                                for key in ("decline", "quoted", "hrc_fixed", "hrc"))
hrc, bound, higher = (neutron_stars[f"cas_a_{key}"] for key in ("hrc_2012", "fixed", "varied"))
table({"what": ["ACIS, 2000 to 2009", "the same, as quoted in 2013", "HRC-S, to 2012",
                "ACIS in another mode, 2006 to 2015", "HRC, 25 years, fixed absorption",
                "HRC, 25 years, variable absorption"],
       "decline in ten years / %": [
           f"{100 * first.number:g}", number(100 * quoted, error=100 * quoted.uncertainty),
           f"{100 * hrc.low:.1f} to {100 * hrc.high:.1f}",
           f"< {100 * bound.high:.1f} or < {100 * higher.high:.1f} (3σ)",
           *numbers([100 * fixed, 100 * varied],
                    error=[100 * fixed.uncertainty, 100 * varied.uncertainty])],
       "source": [str(row.source) for row in (first, quoted, hrc, bound, fixed, varied)]},
      caption="Cassiopeia A: measured decline of the surface temperature.")

# %% [markdown]
# The rates disagree by more than their errors: the detectors have systematic faults that are not all understood. With its free choices of $T_c$ and $a$ our star can give any rate from 0.3 to 3 %, so all but the first agree with some choice; and the smallest rate is one error from a star without pairing of neutrons (0.3 %). One calculation finds that the usual P-wave condensate emits too little (Leinson, arXiv:1509.02827). So the fall of the temperature is a hint of a transition, not a measurement of a gap.
#
# **Vela.** The share of the moment of inertia that has to be superfluid, and what a crust has:

# %%
needed = [neutron_stars[key] for key in ("crust_share", "crust_share_entrained")]
(crust,) = ranges(of="neutron stars of 1.3 to 1.5 solar masses")
table({"share": ["needed, estimate of section 5", "needed, without entrainment",
                 "needed, with entrainment", "in the crust, 1.3 to 1.5 solar masses"],
       "of the moment of inertia / %": [*(f"{100 * part:.2g}" for part in (share, *needed)),
                                        f"{100 * crust.low:.0f} to {100 * crust.high:.0f}"],
       "kind": ["from recalled numbers", *[r.kind for r in needed], crust.kind],
       "source": ["", *[str(r.source) for r in needed], str(crust.source)]},
      caption="Is the superfluid of the crust enough?")

# %% [markdown]
# Without entrainment the crust is enough; with it (7 %) it is not, unless the star has an unusually thick crust (Andersson and others: "the crust is not enough"; Chamel; the first paper cited in the table argues that it may be enough; another finds that the largest glitches need more than the crust even without entrainment, arXiv:1806.01521). How strong entrainment is, and whether superfluid of the core takes part, is open. That the spin-up of Vela in 2016 took less than 12.6 seconds (90 % confidence, Ashton and others) fits a fluid that is suddenly coupled. Glitches are the best evidence for a superfluid inside neutron stars;
# but gaps between 0.5 and 2 MeV all leave the crust superfluid at any age a pulsar is seen, so they do not measure $\Delta$.
#
# **Neutron matter** is compared with other theories only:

# %%
keys = ("singlet_gap_bcs", "singlet_k_F", "singlet_gap")
rows = [neutron_stars[key] for key in keys]
table({"quantity": ["largest gap, BCS / MeV", r"$k_F$ of the largest gap / fm$^{-1}$",
                    "largest gap with the medium / MeV"],
       "here": [number(top / MeV, 3), number(k_F[peak] * fm, 2), None],
       "published": [number(r.number, 2, error=r.uncertainty) for r in rows],
       "kind": [r.kind for r in rows], "source": [str(r.source) for r in rows]},
      caption="The S-wave gap of neutron matter.")

# %% [markdown]
# Our gap equation agrees with published BCS gaps, as it must: the same theory and nearly the same scattering data. With the medium the published gap is half.
#
# ## Check
#
# A closed form for two levels and for one shell, BCS in the limit of many levels, the weak-coupling limit of the neutrons' gap, and two numbers of the cooling star.

# %%
for g in (0.1, 1.0, 3.0):  # one pair in two levels 0, 1: the 2 × 2 matrix by hand
    energy = np.linalg.eigvalsh(configurations([0.0, 1.0], 1, g)[1])[0]
    assert abs(energy - (1 - g - np.hypot(1, g))) < 1e-12
shell = np.zeros(6)  # n pairs in a shell of six levels: E = −G n (6 − n + 1), Racah
for n_pairs in range(1, 6):
    energy = np.linalg.eigvalsh(configurations(shell, n_pairs, 0.7)[1])[0]
    assert abs(energy + 0.7 * n_pairs * (7 - n_pairs)) < 1e-12
varied = variation_after_projection(shell, 3, 0.7).energy
assert abs(varied + 0.7 * 3 * 4) < 1e-9  # exact there, too
print("two levels and one shell agree with their closed forms")

# %%
sizes, missing = (10, 20, 40), []
for L in sizes:
    half = np.arange(float(L)), L // 2, 0.5
    exact = richardson_ground_state(*half).condensation_energy
    missing.append(1 - bcs_ground_state(*half).condensation_energy / exact)
assert missing[0] > missing[1] > missing[2]
assert 1.5 < missing[1] / missing[2] < 2  # fades about as 1/L
table({"levels": sizes, "missing / %": numbers(100 * np.array(missing), 2)},
      caption=r"What BCS misses of the condensation energy at $G=0.5\,d$.")

# %%
dilute = 0.01 / fm
thin = 8 / np.e**2 * dilute**2 / (2 * NEUTRON_MASS)
thin *= np.exp(-np.pi / 2 / np.tan(phase_shift(dilute)))
assert abs(neutron_gap(dilute) / thin - 1) < 1e-3  # corrections of order (k_F r)²
unit = 4 * G_F**2 * NEUTRON_MASS**2 * c * T9**7 / (15 * np.pi**5 * c**6) / (erg / cm**3 / second)
assert abs(unit / 1.17e21 - 1) < 1e-3  # Yakovlev and others (recalled): 1.170·10²¹ erg/(cm³ s)
rate = 1e21 * erg / cm**3 / second / (m_star * k_core * T9**2 / 3 * 1.1) * year
late = (6 * rate * 100) ** (-1 / 6)  # d(T₉)/dt = −rate T₉⁷ by hand, after 100 years
assert abs(np.interp(100, age, normal) / T9 / late - 1) < 1e-3
assert abs(star_is(2.0) * kelvin / T9 / late - 1) < 1e-2  # the first figure's star, two digits
print("the gap of a thin gas, the neutrinos' prefactor and the cooling law agree")

# %% [markdown]
# ## Where this fails
#
# - One constant $G$ for all levels is a caricature of the nuclear force; real $G$ depends on the levels, and protons and neutrons of one shell also pair with each other (they do not in tin, whose protons are closed).
# - Rotation, deformation and three-body forces are missing; away from closed shells $\Delta^{(3)}$ carries a share of the mean field, which even $N$ feel more.
# - The neutrons' force is fitted to scattering at low energy only. Beyond $k_F=1$ fm⁻¹ its hard core, the medium and, in the core, the P wave and the protons' own superconductivity (type II, at $10^9$ K) take over.
# - $T_c=0.567\,\Delta$ holds for an isotropic gap; the P-wave gap depends on direction. And BCS itself is strained: $\Delta/E_F$ reaches 0.2, and a pair is no larger than the distance of neutrons, as in chapter 11.
# - The cooling star is one cubic centimetre of one density, with rates recalled to a factor of a few and $s$, $T_c$ and $a$ chosen. A real core has a range of $T_c$, a crust that takes a century to follow, and a surface.

# %%
ask("gap_of_few_levels")

# %%
ask("number_in_a_nucleus")

# %%
ask("star_is_cold")

# %% [markdown]
# <!-- try it -->
# ## Try it
#
# - In section 2, in the cell that begins with `ladder`, set `ladder` to `np.arange(12.0)` and `pairs` to 6, and print `critical_pairing(ladder, pairs)`. Does BCS's critical strength rise or fall? Why must it go to zero for many levels?
# - In section 3 change `G_tin` from 0.22 to 0.16. Which feature of the data is lost first, the height or the zigzag?
# - In section 5 add a star with a $T_c$ of $10^{10}$ K, $a=0.8$ and $s=0.12$: write `stories["10¹⁰ K"] = (10 * T9, 0.8, 0.12)` above the line of `curves`. Nothing happens to it at 340 years: why not, and why is it warmer than the others by then?
# - [The exercises of this chapter](../exercises/13_nuclei_and_stars.ipynb): the gap of tin without its zigzag, one shell exactly and by BCS, the critical temperature of a neutron gas, and a glitch counted in vortices.
# - Go on with [project C](../exercises/14c_grain.ipynb): when is a metal grain still a superconductor?
#
# ## Further reading
#
# - A. Bohr, B. R. Mottelson, D. Pines, *Phys. Rev.* **110**, 936 (1958): the proposal, one year after BCS, that nuclei pair; two pages.
# - R. W. Richardson, *Phys. Lett.* **3**, 277 (1963): the exact solution used here.
# - J. von Delft, D. C. Ralph, *Phys. Rep.* **345**, 61 (2001): metal grains so small that they are nuclei; when is a grain superconducting?
# - D. J. Dean, M. Hjorth-Jensen, *Rev. Mod. Phys.* **75**, 607 (2003): pairing in nuclei and neutron stars in one review.
# - D. G. Yakovlev, A. D. Kaminker, O. Y. Gnedin, P. Haensel, *Phys. Rep.* **354**, 1 (2001): every neutrino process of section 5 of this chapter, and what pairing does to it.
# - D. Page, M. Prakash, J. M. Lattimer, A. W. Steiner, *Phys. Rev. Lett.* **106**, 081101 (2011): the cooling of Cassiopeia A as a phase transition.
# - B. Link, R. I. Epstein, J. M. Lattimer, *Phys. Rev. Lett.* **83**, 3362 (1999): how much superfluid glitches require.
# - N. Andersson, K. Glampedakis, W. C. G. Ho, C. M. Espinoza, *Phys. Rev. Lett.* **109**, 241103 (2012), and N. Chamel, *Phys. Rev. Lett.* **110**, 011101 (2013): entrainment, and why the crust may not be enough.
