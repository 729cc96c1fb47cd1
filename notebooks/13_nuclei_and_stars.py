# %% [markdown]
# # Count the pairs in a nucleus and in a star
#
# <!-- minutes: 40 -->
# *40 minutes · you need: the BCS state and its number fluctuation (chapter 03), the gap equation (chapter 05), Bose and Fermi counting · in the book: the introduction, which
# announces nuclei and neutron stars and stops there. This chapter makes it good.*
#
# **What you will see:** that tin nuclei with an even number of neutrons are bound more tightly, by the same energy that BCS calls Δ; that BCS overlooks pairing where only a few levels are near, and what of it survives;
# and that a neutron star, at a hundred million kelvin, is, measured by its $T_c$, as cold as aluminium in a dilution refrigerator.

# %% [markdown]
# | in the text | in the code | meaning | unit |
# |---|---|---|---|
# | $N$, $A$ | `N`, `A` | number of neutrons; of neutrons and protons | 1 |
# | $\Delta^{(3)}$ | `staggering` | odd–even staggering of the binding energy | MeV |
# | $\varepsilon_j$ | `levels` | levels, each with room for one pair | MeV, or their spacing $d$ |
# | $G$ | `G` | pairing strength: any pair hops to any level | as $\varepsilon$ |
# | $E_c$ | `condensation_energy` | energy gained below the filled Fermi sea | as $\varepsilon$ |
# | $k_F$, $n$ | `k_F`, `n` | Fermi wave number, density of neutrons, $n=k_F^3/3\pi^2$ | fm⁻¹, fm⁻³ |
# | $\Delta_F$, $T_c$ | `Delta`, `Tc` | gap at the Fermi surface at $T=0$; critical temperature ($k_B=1$) | MeV, K |
# | $\Omega$, $I_s/I$ | `Omega`, `share` | angular velocity; share of the moment of inertia in the superfluid | s⁻¹, 1 |

# %%
from itertools import combinations

import numpy as np

from bcs_helpers.dense_matter import NEUTRON_MASS, neutron_gap, pairing_temperature, phase_shift
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, figure, show
from bcs_helpers.finite import (
    bcs_ground_state, critical_pairing, exact_ground_state, ground_energy, odd_even_staggering, pairing_spectrum,
    projection_after_variation, variation_after_projection,
)
from bcs_helpers.gap import gap
from bcs_helpers.materials import neutron_stars, nuclei, tin_staggering
from bcs_helpers.richardson import richardson_ground_state
from bcs_helpers.thermodynamics import heat_capacity
from bcs_helpers.units import MeV, fm, kelvin, metre, second, speed_of_light

# %% [markdown]
# Tin has fifty protons, a closed shell, and isotopes with 50 to more than 82 neutrons. How does the binding energy change when one neutron is added?

# %%
open_shell = {n: row for n, row in tin_staggering.items() if row.kind == "derived" and n < 82}  # no extrapolated mass, no closed shell
N, staggering = np.array(list(open_shell)), np.array(list(open_shell.values())) / MeV
A = N + 50
even = N % 2 == 0
fig, ax = figure()
ax.plot(N, staggering, color=GREY, lw=1)
ax.plot(N[even], staggering[even], "o", color=BLUE, label="even $N$")
ax.plot(N[~even], staggering[~even], "s", color=RED, mfc="white", label="odd $N$")
ax.plot(N, nuclei["rule"] / MeV / np.sqrt(A), color=BLACK, ls="--", label=r"$12\,\mathrm{MeV}/\sqrt{A}$ (recalled)")
ax.set(xlabel="neutron number $N$ of tin", ylabel=r"$|\Delta^{(3)}|$ (MeV)", ylim=(0, 1.8))
ax.legend(loc="lower left")
show(fig, "Odd-even staggering of tin against the number of neutrons from 55 to 81: between 1.0 and 1.6 MeV throughout, even numbers about 0.2 MeV above odd ones; the dashed rule 12 MeV over root A passes near the odd points.")

# %%
print(f"mean of even N {staggering[even].mean():.2f} MeV, of odd N {staggering[~even].mean():.2f} MeV; the rule at A = 120: {nuclei['rule'] / MeV / np.sqrt(120):.2f} MeV")

# %% [markdown]
# The points are differences of measured masses (of the mass evaluation of 2020): $\Delta^{(3)}(N)=\frac12(-1)^N[E(N+1)-2E(N)+E(N-1)]$. If a last, unpaired neutron costs $\Delta$ and a smooth energy is all there is besides, each point is $\Delta$. So it is, to
# a fifth, over thirty isotopes: Bohr, Mottelson and Pines saw it in 1958, one year after BCS. But a nucleus has a few dozen neutrons, and chapter 03 showed that the BCS state does not know their number. Is a theory of $10^{23}$ electrons allowed here?
#
# ## 1 · How small is a nucleus?
#
# Take $\hbar v_F/\pi\Delta$ for the size of a pair, as in chapter 03, with the Fermi energy of nuclear matter, and compare.

# %%
E_F, Delta, R = 37 * MeV, 1.3 * MeV, 1.2 * fm * 120 ** (1 / 3)  # E_F and the radius: recalled
v_F = np.sqrt(2 * E_F / NEUTRON_MASS)
print(f"v_F = {v_F / speed_of_light:.2f} c, pair size ħv_F/πΔ = {v_F / (np.pi * Delta) / fm:.0f} fm, radius of tin 120: {R / fm:.1f} fm")
spacing = 2 * E_F / (3 * 35)  # one level a pair: N0 = 3N/4E_F pairs' levels per energy, N = 70
print(f"Δ/E_F = {Delta / E_F:.3f}; a free gas of 70 neutrons has a level every {spacing / MeV:.1f} MeV: Δ/d = {Delta / spacing:.1f}")

# %% [markdown]
# The pair is larger than the nucleus it lives in. And $\Delta/d$ is of the order of two: only a handful of levels take part (spherical nuclei help by bunching theirs into shells). A metal has $\Delta/d$ of $10^{20}$ and never notices; here the number of
# particles must be taken seriously. So we go back to a problem that can be solved exactly.
#
# ## 2 · Exact pairs
#
# Put pairs into levels $\varepsilon_j$, and let any pair hop to any empty level with strength $G$:
#
# $$H=2\sum_j\varepsilon_jN_j-G\sum_{ij}P_i^\dagger P_j .$$
#
# It is the BCS Hamiltonian, without the BCS state. A basis state is a set of filled levels; $H$ moves one pair at a time. The whole solution takes a few lines:

# %%
def exact(levels, pairs, G):
    """Lowest energy of the pairing Hamiltonian, by listing all ways to place the pairs."""
    states = list(combinations(range(len(levels)), pairs))
    where = {frozenset(s): i for i, s in enumerate(states)}
    H = np.diag([2 * sum(levels[j] for j in s) - G * pairs for s in states])
    for i, s in enumerate(states):
        for j in s:
            for k in set(range(len(levels))) - set(s):
                H[where[frozenset(s) - {j} | {k}], i] -= G
    return np.linalg.eigvalsh(H)[0]

# %%
ladder = np.arange(10.0)  # ten levels, spacing d = 1
for G in (0.2, 0.5):
    other = exact_ground_state(ladder, 5, G).energy, richardson_ground_state(ladder, 5, G).energy
    print(f"G = {G} d: listed {exact(ladder, 5, G):.9f}, package {other[0]:.9f}, Richardson's equations {other[1]:.9f}")

# %% [markdown]
# Five pairs on ten levels are 252 states. Richardson found in 1963 that this Hamiltonian has an exact solution in a few coupled equations; the three roads agree to all digits shown. Now BCS on the same levels, and two repairs. **PAV** (projection after variation) solves BCS and then keeps only
# the part of its state with five pairs; **VAP** (variation after projection) varies that part itself.

# %%
G = np.linspace(0.02, 1.0, 50)
roads = {"exact": (exact_ground_state, BLACK, "-"), "VAP": (variation_after_projection, GREEN, "--"),
         "PAV": (projection_after_variation, ORANGE, "-."), "BCS": (bcs_ground_state, RED, ":")}
result = {name: road(ladder, 5, G) for name, (road, _, _) in roads.items()}
fig, (left, right) = figure(1, 2)
for name, (_, colour, style) in roads.items():
    E_c = result[name].condensation_energy
    left.semilogy(G, np.where(E_c > 0, E_c, np.nan), color=colour, ls=style, label=name)
    right.plot(G, result[name].Delta, color=colour, ls=style)
G_c = critical_pairing(ladder, 5)
for ax, label in ((left, "condensation energy $E_c/d$"), (right, r"$G\sum\sqrt{n_j(1-n_j)}\,/\,d$")):
    ax.axvline(G_c, color=GREY, lw=1, ls=":")
    ax.set(xlabel="pairing strength $G/d$", ylabel=label)
left.legend()
show(fig, "Left, logarithmic: condensation energy against pairing strength. Exact and VAP are finite everywhere and nearly coincide; BCS and PAV begin only at 0.34 and lie below, BCS the lowest. "
     "Right: the sum that is the gap of BCS; exact and VAP coincide and rise smoothly from zero, BCS starts steeply at 0.34 and joins them, PAV stays a little below.")

# %%
for g in (0.3, 0.4, 0.6, 1.0):
    E = {name: float(road(ladder, 5, g).condensation_energy) for name, (road, _, _) in roads.items()}
    print(f"G = {g} d:  exact {E['exact']:.3f} d   share found by " + "   ".join(f"{n} {E[n] / E['exact']:4.0%}" for n in ("VAP", "PAV", "BCS")))
print(f"BCS begins at G = {G_c:.3f} d")

# %% [markdown]
# BCS fails twice. Below $G_c$ it finds nothing, although every $G$ gains energy: a finite system has no transition, and BCS's is an artefact of its uncertain number. Above, it first misses most of the energy. What it misses grows more slowly than the number of levels, so that in a large system nothing is missing (the check below counts it). Projecting afterwards mends the energy where BCS has a solution; varying the projected state is right to a few per cent everywhere. Two things survive: the *wave function*, since $\prod(u_j+v_jP_j^\dagger)$ cut to the right number is nearly exact, and the *gap*, which BCS has right to a few per cent (right) from $G=0.5\,d$ on. Only the sharp
# transition and the broken phase were make-believe.
#
# ## 3 · Tin from five shells
#
# Between the closed shells at 50 and 82 neutrons there are five shells, with room for 4, 3, 1, 2 and 6 pairs. With energies of the usual size (schematic; MeV above the lowest) and one number $G$, solve for every $N$ exactly; an odd neutron sits alone in a level and blocks it.

# %%
levels = np.repeat([0.0, 0.22, 1.9, 2.2, 2.8], [3, 4, 1, 2, 6])  # d5/2, g7/2, s1/2, d3/2, h11/2
counts = np.arange(3, 33)
model = {name: odd_even_staggering(counts, [ground_energy(levels, int(n), 0.22, state=road) for n in counts])
         for name, road in (("exact", exact_ground_state), ("BCS", bcs_ground_state))}
normal = odd_even_staggering(counts, [ground_energy(levels, int(n), 0.0) for n in counts])

# %%
fig, ax = figure()
ax.plot(N, staggering, "o", color=BLUE, label="measured")
ax.plot(50 + counts[1:-1], model["exact"], color=BLACK, label="five shells, exact")
ax.plot(50 + counts[1:-1], model["BCS"], color=RED, ls="--", label="five shells, BCS")
ax.plot(50 + counts[1:-1], normal, color=GREY, ls=":", label="without pairing")
ax.set(xlabel="neutron number $N$ of tin", ylabel=r"$\Delta^{(3)}$ (MeV)", ylim=(-0.1, 2.0))
ax.legend(loc="upper left", ncols=2)
show(fig, "Staggering against neutron number: measured points and the exact solution of the five-shell model both zigzag between 1.0 and 1.6 MeV; BCS zigzags a little lower; without pairing the staggering is zero except where a shell is full.")

# %%
both = np.isin(50 + counts[1:-1], N)
off = {name: model[name][both] - staggering[np.isin(N, 50 + counts[1:-1])] for name in model}
for name, difference in off.items():
    print(f"{name}: mean deviation {difference.mean():+.2f} MeV, rms {np.sqrt((difference**2).mean()):.2f} MeV")
lowest, first = pairing_spectrum(levels, 8, 0.22)
print(f"first excitation without broken spins, N = 66: {first - lowest:.2f} MeV")

# %% [markdown]
# One number, $G=0.22$ MeV, chosen for the height, gives twenty-eight points to 0.1 MeV on average (rms). The lowest excitation that keeps all pairs costs 2.3 MeV, near $2\Delta$. Even the zigzag is there, without being asked for: even $N$ lie higher, because the level that the next neutron takes costs something too. Without pairing (dotted) the staggering is zero inside a shell and jumps only where a shell
# is full: the gap is the pairing's work. And here BCS is not bad at all, because $G$ is well above critical: degenerate shells make $G_c$ small, and differences of energies forgive an error that all of them share.
#
# ## 4 · The largest nucleus
#
# A neutron star is $10^{57}$ neutrons: no number problem, infinite matter. Between nuclear density and a thousandth of it, two neutrons with opposite spins attract in the S wave. What do we know of the force? The phase shifts of scattering. A separable force fitted to scattering length and effective range
# gives the gap at every density:

# %%
k_F = np.linspace(0.02, 1.6, 160) / fm
Delta = neutron_gap(k_F)
weak = 8 / np.e**2 * k_F**2 / (2 * NEUTRON_MASS) * np.exp(-np.pi / 2 / np.tan(phase_shift(k_F)))
fig, (left, right) = figure(1, 2)
left.plot(k_F * fm, Delta / MeV, color=BLUE, label="gap equation")
left.plot(k_F * fm, weak / MeV, color=GREY, ls=":", label=r"$\frac{8}{e^2}E_F\,e^{-\pi/2\tan\delta}$")
strip = neutron_stars["singlet_gap"]
left.errorbar(neutron_stars["singlet_k_F"].number, strip.number, yerr=strip.uncertainty, fmt="o", color=RED, mfc="white", capsize=3, label="with medium (recalled)")
left.set(xlabel=r"Fermi wave number $k_F$ (fm$^{-1}$)", ylabel=r"gap $\Delta_F$ (MeV)", ylim=(0, 6))
right.semilogy(k_F * fm, pairing_temperature(Delta) / kelvin, color=BLUE, label="$T_c$, gap equation")
right.semilogy(k_F * fm, pairing_temperature(Delta / 3) / kelvin, color=RED, ls="--", label="a third of it")
right.axhspan(1e8, 1e9, color=GREEN, alpha=0.25, label="inside of a star, 1 to 10$^5$ years")
right.set(xlabel=r"Fermi wave number $k_F$ (fm$^{-1}$)", ylabel="temperature (K)", ylim=(3e7, 1e11))
left.legend(loc="upper left")
right.legend(loc="lower right")
show(fig, "Left: gap of neutron matter against Fermi wave number: it rises from zero to 3.1 MeV near 0.9 per fermi and falls again; the weak-coupling formula follows it up to 0.2 per fermi and then stays below, with a maximum of 1.8 MeV; one open point with an error bar at 1.5 MeV. "
     "Right, logarithmic: the critical temperature lies between ten to the nine and a few ten to the ten kelvin, far above a green band of stellar temperatures from ten to the eight to ten to the nine.")

# %%
peak = Delta.argmax()
top, n = Delta[peak], k_F[peak] ** 3 / (3 * np.pi**2)
print(f"largest gap {top / MeV:.2f} MeV at k_F = {k_F[peak] * fm:.2f}/fm, n = {n * fm**3:.3f}/fm³; Δ/E_F = {top / (k_F[peak]**2 / (2 * NEUTRON_MASS)):.2f}")
size = k_F[peak] / NEUTRON_MASS / (np.pi * top)
print(f"Tc = {pairing_temperature(top) / kelvin:.1e} K, with a third of the gap {pairing_temperature(top / 3) / kelvin:.1e} K;  pair size {size / fm:.1f} fm, neutron spacing {n**(-1 / 3) / fm:.1f} fm")

# %% [markdown]
# The gap has a maximum because two things change: with density there are more states at the Fermi level, but faster neutrons feel less of the attraction (the phase shift falls, and a hard core takes over, which this force lacks: trust nothing beyond 1 fm⁻¹). Other neutrons screen the attraction and leave half or a third (recalled; quantum Monte Carlo).
# Even so $T_c$ is near $10^{10}$ K. A star is born hotter and falls below it within days to months; after a year its inside is below $10^9$ K (recalled). In units of $T_c$ that is aluminium at a tenth of a kelvin; at the $10^8$ K of a mature star it is aluminium at about twenty millikelvin.
#
# ## 5 · Two messages from inside
#
# **Cooling.** A gap removes the heat capacity of what is paired. How much is left?

# %%
Tc = pairing_temperature(1.0 * MeV)
fig, ax = figure()
for share, colour, style in [(1.0, BLUE, "-"), (0.1, RED, "--")]:
    T = np.geomspace(0.012, 2, 300) * Tc
    ratio = np.array([heat_capacity(t, gap(t, Tc * share)) for t in T]) / T  # of normal neutrons: γT, and C comes as C/γ
    ax.loglog(T / kelvin, np.where(ratio > 0, ratio, np.nan), color=colour, ls=style, label=rf"$\Delta_0={share:g}$ MeV")
ax.axvspan(1e8, 1e9, color=GREEN, alpha=0.25)
ax.set(xlabel="temperature (K)", ylabel="heat capacity / that of normal neutrons", ylim=(1e-4, 5))
ax.legend(loc="lower right")
show(fig, "Heat capacity relative to normal neutrons against temperature, both logarithmic, for gaps of 1 and 0.1 MeV: a step up by 2.43 at the critical temperature and an exponential drop below. In the green band of stellar temperatures the first is gone, the second just passes its step.")

# %%
for Delta0, name in ((1.0, "paired in the S wave, 1 MeV"), (float(neutron_stars["triplet_gap"] / MeV), "in the core, 0.1 MeV (sourced)")):
    Tc = pairing_temperature(Delta0 * MeV)
    left = [heat_capacity(T, gap(T, Tc)) / T for T in (1e8 * kelvin, 3e8 * kelvin)]
    print(f"{name}: Tc = {Tc / kelvin:.1e} K; heat capacity left at 1e8 K {left[0]:.0e}, at 3e8 K {left[1]:.2g}")

# %% [markdown]
# In the crust, where S-wave pairing has gaps of about an MeV, the neutrons' heat capacity is simply gone. In the core the neutrons pair in a P wave, with a smaller and less known gap. The neutron star in Cassiopeia A, about 340 years old, was seen to cool by a few per cent in ten years; Page and others read this as the
# core passing its $T_c$ just now: pairs that form emit neutrinos. The gap they deduce, 0.1 MeV, puts $T_c$ at the temperature of the star (the data are debated).
#
# **Glitches.** A pulsar slows steadily, but some speed up suddenly, by a millionth, every few years. A superfluid does not slow with its container: its vortices are pinned in the crust. When many let go, their angular momentum comes out. How much superfluid must there be?

# %%
P, P_dot, jump, wait = 0.0893, 1.25e-13, 2e-6, 3 * 3.156e7  # Vela: period (s), its growth, relative jump, seconds between jumps (recalled)
slowed = P_dot / P * wait
print(f"Vela slows by {slowed:.1e} between jumps of {jump:.0e}: at least {jump / slowed:.1%} of the moment of inertia turns without friction")
Omega = 2 * np.pi / P / second
per_area = 2 * Omega / (np.pi / NEUTRON_MASS)  # Feynman: quantum of circulation h/2m, which is π/m here
print(f"vortices: {per_area * (1e-2 * metre) ** 2:.1e} per cm², {per_area * np.pi * (1e4 * metre) ** 2:.0e} in a star of 10 km; {1e6 * per_area**-0.5 / metre:.0f} µm apart")

# %% [markdown]
# One and a half per cent is about what the neutrons between the nuclei of the crust contribute (Link, Epstein and Lattimer found 1.4 % from many glitches). Each vortex carries the circulation $h/2m_n$: the two in it is the pair. $10^{17}$ of them, a macroscopic quantum state of ten kilometres, ticking in a radio telescope.
#
# ## Explore
#
# How the levels are filled, exactly and by BCS. Weaken $G$ below its critical value and watch BCS's dotted line become a step while the exact occupation keeps its tail; change the number of pairs.

# %%
def draw(ax, G=0.45, pairs=5):
    ax.plot(ladder, exact_ground_state(ladder, pairs, G).occupation, "o", color=BLACK, label="exact")
    ax.plot(ladder, variation_after_projection(ladder, pairs, G).occupation, color=GREEN, ls="--", label="VAP")
    ax.plot(ladder, bcs_ground_state(ladder, pairs, G).occupation, color=RED, ls=":", label="BCS")
    ax.set(xlabel=r"level energy $\varepsilon_j/d$", ylabel="pairs in the level", xlim=(-0.3, 9.3), ylim=(-0.05, 1.05))
    ax.set_title(f"critical G of BCS: {critical_pairing(ladder, pairs):.3f} d")
    ax.legend(loc="upper right")

# %%
explore(draw, G=(0.05, 1.0), pairs=[1, 2, 3, 4, 5, 6, 7, 8, 9], labels={"G": "G/d", "pairs": "pairs"},
        alt="Occupation of ten levels by five pairs at G of 0.45: exact points and the dashed projected line fall smoothly from near one to near zero; the dotted BCS line lies close to them, a little lower in the tails. Sliders change the pairing strength and the number of pairs.")

# %% [markdown]
# ## Compare with experiment
#
# For tin the comparison is section 3: masses known to a few keV. For stars there are few numbers, each with a model behind it.

# %%
for key in ("singlet_gap_bcs", "singlet_k_F", "singlet_gap", "triplet_gap"):
    print(f"{neutron_stars[key]}"[:190])
print(f"here: {top / MeV:.2f} MeV at {k_F[peak] * fm:.2f}/fm; share of the moment of inertia {jump / slowed:.1%}")

# %% [markdown]
# Our gap equation agrees with published BCS gaps, as it must: the same theory and nearly the same scattering data. With the medium the published gap is half. Gaps between 0.5 and 2 MeV all leave the crust superfluid at any age a pulsar is seen, which is why glitches prove superfluidity but do not measure $\Delta$.
#
# ## Check
#
# A closed form for two levels and for one shell, BCS in the limit of many levels, and the weak-coupling limit of the neutrons' gap.

# %%
for g in (0.1, 1.0, 3.0):  # one pair in two levels 0, 1: the 2 × 2 matrix by hand
    assert abs(exact([0.0, 1.0], 1, g) - (1 - g - np.hypot(1, g))) < 1e-12
shell = np.zeros(6)  # n pairs in a shell of Ω levels: E = −G n (Ω − n + 1), Racah
for n_pairs in range(1, 6):
    assert abs(exact(shell, n_pairs, 0.7) + 0.7 * n_pairs * (7 - n_pairs)) < 1e-12
assert abs(variation_after_projection(shell, 3, 0.7).energy + 0.7 * 3 * 4) < 1e-9  # exact there, too
print("two levels and one shell agree with their closed forms")

# %%
share = []
for L in (10, 20, 40):
    half = np.arange(float(L))
    share.append(bcs_ground_state(half, L // 2, 0.5).condensation_energy / richardson_ground_state(half, L // 2, 0.5).condensation_energy)
    print(f"{L} levels, G = 0.5 d: BCS finds {share[-1]:.0%} of the exact condensation energy")
assert share[0] < share[1] < share[2] and 1.5 < (1 - share[1]) / (1 - share[2]) < 2  # what is missing fades about as 1/L
dilute = 0.01 / fm
ratio = neutron_gap(dilute) / (8 / np.e**2 * dilute**2 / (2 * NEUTRON_MASS) * np.exp(-np.pi / 2 / np.tan(phase_shift(dilute))))
assert abs(ratio - 1) < 1e-3  # corrections of order (k_F r)²
assert 0.8 <= k_F[peak] * fm <= 0.9 and abs(top / neutron_stars["singlet_gap_bcs"] - 1) < 0.1  # published BCS gaps (recalled)

# %% [markdown]
# ## Where this fails
#
# - One constant $G$ for all levels is a caricature of the nuclear force; real $G$ depends on the levels, and protons and neutrons of one shell also pair with each other (they do not in tin, whose protons are closed).
# - Rotation, deformation and three-body forces are missing; away from closed shells $\Delta^{(3)}$ carries a share of the mean field, which even $N$ feel more.
# - The neutrons' force is fitted to scattering at low energy only. Beyond $k_F=1$ fm⁻¹ its hard core, the medium and, in the core, the P wave and the protons' own superconductivity (type II, at $10^9$ K) take over.
# - $T_c=0.567\,\Delta$ holds for an isotropic gap; the P-wave gap depends on direction. And BCS itself is strained: $\Delta/E_F$ reaches 0.2, and a pair is no larger than the distance of neutrons, as in chapter 11.
#
# <!-- try it -->
# ## Try it
#
# - Set `ladder` to `np.arange(12.0)` and pairs to 6. Does BCS's critical strength rise or fall? Why must it go to zero for many levels?
# - Change 0.22 in section 3 to 0.16. Which feature of the data is lost first, the height or the zigzag?
# - If Vela's jumps were ten times larger, would the crust's neutrons be enough?
# - [The exercises of this chapter](../exercises/13_nuclei_and_stars.ipynb): the gap of tin without its zigzag, one shell exactly and by BCS, the critical temperature of a neutron gas, and a glitch counted in vortices.
# - Go on with [project C](../exercises/14c_grain.ipynb): when is a metal grain still a superconductor?
#
# ## Further reading
#
# - A. Bohr, B. R. Mottelson, D. Pines, Phys. Rev. 110, 936 (1958): the proposal, one year after BCS, that nuclei pair; two pages.
# - R. W. Richardson, Phys. Lett. 3, 277 (1963): the exact solution used here.
# - J. von Delft, D. C. Ralph, Phys. Rep. 345, 61 (2001): metal grains so small that they are nuclei; when is a grain superconducting?
# - D. J. Dean, M. Hjorth-Jensen, Rev. Mod. Phys. 75, 607 (2003): pairing in nuclei and neutron stars in one review.
# - B. Link, R. I. Epstein, J. M. Lattimer, Phys. Rev. Lett. 83, 3362 (1999): how much superfluid glitches require.
# - D. Page, M. Prakash, J. M. Lattimer, A. W. Steiner, Phys. Rev. Lett. 106, 081101 (2011): the cooling of Cassiopeia A as a phase transition.
