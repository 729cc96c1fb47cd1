# %% [markdown]
# # 03 · Build one state from all the pairs
#
# **What you will see:** one state of all pairs has less energy than the filled Fermi sea, no sharp number of electrons but a sharp phase, and
# pairs so large that about a hundred million of them lie inside one another.

# %% tags=["hide-input"]
# Load what the chapter needs, and compute the first picture
from functools import reduce

import numpy as np
from IPython.display import display
from scipy import integrate, optimize, special

from bcs_helpers.classroom import ask
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, figure, show
from bcs_helpers.finite import bcs_ground_state, projection_after_variation
from bcs_helpers.gap import gap, zero_temperature_gap
from bcs_helpers.ground_state import (
    boson_commutator, boson_normalisation_ratio, decay_length, log_phase_overlap,
    number_fluctuation, number_variance_per_electron, overlapping_pairs,
    pair_number_distribution, pair_wave_function, pippard_length, rms_pair_size,
    variational_energy,
)
from bcs_helpers.materials import elements
from bcs_helpers.richardson import richardson_ground_state
from bcs_helpers.spectrum import amplitudes
from bcs_helpers.tables import numbers, table
from bcs_helpers.units import electron_mass, eV, meV, metre, mu0, nm, second

# Compute the numbers of pairs and the phases in the BCS state of 60 levels, for the picture below
ladder = np.arange(60) - 29.5  # energies of the levels in units of their spacing d
around = np.sinh(np.linspace(-1, 1, 161) * np.arcsinh(12)) / 12 * np.pi  # phases, dense at 0


def number_and_phase(ratio):
    """Probability of 0 … 60 pairs, and per radian of each phase, for a gap of ratio × d."""
    counted = pair_number_distribution(*amplitudes(ladder, ratio))
    waves = np.exp(-1j * np.outer(around, np.arange(61))) @ np.sqrt(counted)
    return counted, np.abs(waves) ** 2 / (2 * np.pi)

# %% tags=["hide-input"]
# Draw the pseudospins of twelve levels, with the gap as a handle
def draw_spins(ax, ratio):
    line, near = np.linspace(-6, 6, 121), ladder[abs(ladder) < 6]
    empty, full = amplitudes(near, ratio)
    ends = [near + part * empty * full for part in (-0.9, 0.9, np.nan)]
    heights = [full**2 + part * (full**2 - 0.5) for part in (-0.1, 0.1, np.nan)]
    ax.plot(line, amplitudes(line, ratio)[1] ** 2, color=GREY, lw=1)
    ax.plot(np.ravel(ends, "F"), np.ravel(heights, "F"), color=BLUE, lw=2)
    ax.plot(ends[1], heights[1], "o", color=BLUE, ms=4)
    ax.plot([-ratio, ratio], [-0.16, -0.16], color=RED)
    ax.plot(ratio, -0.16, "o", color=RED, ms=9, gid="ratio")
    ax.set(xlabel=r"energy of the level $\xi/d$", ylabel="occupation $v^2$")
    ax.set(xlim=(-6.4, 6.4), ylim=(-0.24, 1.12), title=f"Δ = {ratio:.2f} d")


# Draw the numbers of pairs and the phases on a ring beside them, and show all three
def draw_ring(axes, ratio=1.0):
    draw_spins(axes[0], ratio)
    counted, phases = number_and_phase(ratio)
    n, shift = np.arange(-8, 9), counted @ (np.arange(61) - 30) ** 2
    axes[1].vlines(n, 0, counted[n + 30], color=BLUE, lw=5)
    axes[1].set(xlabel=r"$n-\langle n\rangle$", ylabel="probability of $n$ pairs")
    axes[1].set(xlim=(-8.6, 8.6), ylim=(0, 1.05), title=f"δn = {np.sqrt(shift):.2f}")
    spread = np.sqrt(np.trapezoid(phases * around**2, around))
    for radius, colour in ((np.ones(161), GREY), (1 + 0.6 * phases, BLUE)):
        axes[2].plot(radius * np.cos(around), radius * np.sin(around), color=colour)
    mean = np.sqrt(counted[1:] * counted[:-1]).sum()
    axes[2].plot([0, mean], [0, 0], color=RED, lw=2)
    axes[2].plot(mean, 0, "o", color=RED, ms=7)
    axes[2].set(xlim=(-1.4, 2.3), ylim=(-1.85, 1.85), aspect="equal", xticks=[], yticks=[])
    axes[2].set(xlabel=r"phase $\varphi$", title=f"δφ = {spread:.2f} rad")


display(ask("width_of_the_phase"))
explore(draw_ring, ratio=(0.02, 6.0), panels=(1, 3), size=(9.2, 3.1), play="ratio",
        drag={"ratio": "x"}, labels={"ratio": "gap Δ"}, units={"ratio": "d"},
        presets={"grain": {"ratio": 0.2}}, alt="number_and_phase_ring")

# %% [markdown]
# <!-- figure: number_and_phase_ring -->
# **Figure 3.1.** When the gap grows, the number of pairs becomes unsharp and the phase becomes sharp. Left: each level as an arrow, the *pseudospin* $(u_kv_k,\,v_k^2-\frac12)$: up where there surely is a pair, down where there surely is none, sideways where there is both. Middle: the probability of $n$ pairs.
# Right: the probability of each phase, as the distance of the blue curve from the grey ring; the red pointer is the mean of $e^{i\varphi}$.
#
# Drag the red dot, which is the gap $\Delta$ in level spacings $d$, or press Play. A gap much smaller than $d$ leaves the filled Fermi sea: the arrows stand up or down, the number is sharp, all phases are equally probable, and the pointer has no length. As the gap grows, the arrows of the levels within $\Delta$ tilt to one side. All tilt to
# the *same* side: this common direction is the phase. The product $\delta n\,\delta\varphi$ falls to $\frac12$, the least that there can be (section 4). A metal lies far to the right of this slider: in a cubic millimetre of aluminium, $\Delta$ is more than $10^{15}$ spacings.

# %% [markdown]
# <!-- minutes: 40 -->
# *40 minutes · you need: spin ½, creation operators, the pair of chapter 02 · in the book: "The BCS ground state".*
#
# | in the text | in the code | meaning | unit |
# |---|---|---|---|
# | $\mathbf S$, $P_{12}$ | `S`, `swap` | total spin of two electrons ($\hbar=1$), exchange of their spins | 1 |
# | $b_k^\dagger=c_{k\uparrow}^\dagger c_{-k\downarrow}^\dagger$, $B$ | `b.T`, `B` | creates the pair of electrons on level $k$; $B=\sum_kb_k$ | 1 |
# | $H$, $H_\Delta$ | `H`, `mean_field(Delta)` | reduced Hamiltonian, its mean-field form | energy |
# | $u_k$, $v_k$ | `u`, `v` | amplitudes for level $k$ to be empty, to hold a pair (the book's coherence factors) | 1 |
# | $\theta_k$ | `theta` | angle with $u_k=\cos\theta_k$, $v_k=\sin\theta_k$ | rad |
# | $g_k$, $F_k$ | `v / u`, `u * v` | two wave functions of a pair: the one into which all pairs are put, and $\langle b_k\rangle$, the order parameter | 1 |
# | $\vert\mathrm{vac}\rangle$, $\vert\varphi\rangle$ | –, `bcs(phase)` | no electrons at all; the BCS state of phase $\varphi$, so that $\vert0\rangle$ is the one of phase zero | 1 |
# | $\varphi$ | `phase` | phase of a pair ($\varphi/2$ is the book's $\theta$, the phase of an electron) | rad |
# | $\xi$, $\Delta$, $D$ | `xi`, `Delta`, `trial` | electron energy from the Fermi level, gap, trial gap | energy |
# | $E$, $\omega_D$ | –, – | $\sqrt{\xi^2+\Delta^2}$; cutoff of the attraction, here half the width of the band and equal to 1 | energy |
# | $W$, $\Omega$ | `gain`, `mean_gain` | energy of a BCS state, lowest energy of $H_\Delta$ | energy |
# | $M$ | `M`, `levels` | number of levels | 1 |
# | $V$, $N_0V$ | `V`, `coupling` | attraction between two levels; times the density of states of one spin | energy; 1 |
# | $N$, $n=N/2$ | `N`, `n` | number of electrons, of pairs | 1 |
# | $\delta N$ | `variance` | $N-\langle N\rangle$; the code holds $\langle\delta N^2\rangle$ | 1 |
# | $v_F$, $k_F$, $E_F$ | `v_F`, `k_F`, `E_F` | Fermi velocity, wave number, energy | energy·length, 1/length, energy |
# | $\xi_0$ | `pippard_length` | coherence length $\hbar v_F/\pi\Delta_0$ | length |
# | $\gamma$, $\lambda_L$ | `gamma`, `lambda_L` | coefficient of the heat capacity of the normal metal, penetration depth | energy/(volume·temperature²), length |

# %% [markdown]
# Now let the metal itself grow. Take a band of evenly spaced levels, half filled, and give it more and more levels while the gap stays the same. On the left, the probability to find
# $n$ pairs in the BCS state; on the right, how much two such states with different phases have in common.


# %%
def band(levels, Delta=0.2):
    """Amplitudes u, v of the BCS state on evenly spaced levels between −1 and 1."""
    return amplitudes((np.arange(levels) + 0.5) / levels * 2 - 1, Delta)


# %% tags=["hide-input"]
# Draw the distribution of the number of pairs, and the overlap of two phases, for three sizes
phase = np.linspace(-np.pi, np.pi, 801)
fig, (left, right) = figure(1, 2)
for M, colour, dash in [(20, BLUE, ":"), (200, ORANGE, "--"), (2000, RED, "-")]:
    P = pair_number_distribution(*band(M))
    overlap = np.exp(log_phase_overlap(*band(M), phase).real)
    left.plot(np.arange(M + 1) / (M / 2), P / P.max(), color=colour, ls=dash, label=f"{M} levels")
    right.plot(phase, overlap, color=colour, ls=dash)
left.set(xlabel=r"number of pairs $n/\langle n\rangle$", xlim=(0.5, 1.5))
left.set(ylabel=r"probability $P(n)/P_{\max}$")
right.set(xlabel=r"difference of phase $\varphi$ (rad)")
right.set(ylabel=r"overlap $|\langle 0|\varphi\rangle|$")
left.legend()
show(fig, "number_and_phase_bells")

# %% [markdown]
# <!-- figure: number_and_phase_bells -->
# **Figure 3.2.** The number of pairs and the phase of the BCS state both become sharp when the metal grows. Left: the probability to find $n$ pairs, against $n$ over its mean. Right: the
# overlap of two BCS states against their difference of phase. In a large metal the number of pairs is sharp *compared with itself*, and the phase is sharp as well: states with slightly different phases
# have nothing in common. So nobody notices that the number is not quite sharp. One question comes first: what is a pair?

# %%
ask("width_of_the_number")

# %% [markdown]
# ## 1 · A pair has no spin, and is not quite a boson
#
# Write the spins of two electrons as $4\times4$ matrices on the states ↑↑, ↑↓, ↓↑, ↓↓, and look at the square of the total spin and at the exchange of the two.

# %%
one = np.eye(2)
sigma = np.array([[[0, 1], [1, 0]], [[0, -1j], [1j, 0]], [[1, 0], [0, -1]]])
S = [np.kron(s, one) / 2 + np.kron(one, s) / 2 for s in sigma]
S2 = sum(a @ a for a in S).real
swap = np.eye(4)[[0, 2, 1, 3]]  # ↑↓ and ↓↑ change places
print("S² = 1 + P₁₂ as matrices:", np.allclose(S2, np.eye(4) + swap))
values, states = np.linalg.eigh(S2)
singlet = states[:, 0] * np.sign(states[1, 0])
table({"number of the state": [1, 2, 3, 4],
       "$S^2$": numbers(np.abs(values), decimals=0),
       "under exchange": numbers(np.diag(states.T @ swap @ states), decimals=0),
       "amplitude of ↑↓": numbers(np.abs(states[1]), 3)},
      caption="Four states of two spins.")

# %% [markdown]
# Of the four states one is odd under exchange, $(\uparrow\downarrow-\downarrow\uparrow)/\sqrt2$, and it is the one without spin. The identity $S^2=1+P_{12}$ says
# why: odd ($P_{12}=-1$) means $S^2=0$, even means $S^2=2$, that is $S=1$. Two electrons in an *s* wave have an orbital part that is even, Pauli asks for a product that
# is odd, and so the spins have no choice. (Turned round: an orbital wave that is odd, a *p* wave as in liquid ³He, needs a triplet.)
#
# A turn by $2\pi$ multiplies one electron by $-1$ and two by $(-1)^2=+1$: with its integer spin the pair looks like a boson. How far does that go? Build the operators. Two states $k\uparrow$, $-k\downarrow$ make one level with four
# configurations; a sign makes the two electrons anticommute.

# %%
lower, sign = np.array([[0, 1], [0, 0]]), np.diag([1, -1])
up, down = np.kron(lower, one), np.kron(sign, lower)  # c_{k↑}, c_{−k↓} on ∅, ↓, ↑, ↑↓
b = down @ up  # so that b† = c†_{k↑} c†_{−k↓}
commutator = b @ b.T - b.T @ b
blocked = np.eye(4) - up.T @ up - down.T @ down
print("[b, b†] = 1 − n↑ − n↓:", np.allclose(commutator, blocked))
print("b†b† = 0:", not (b.T @ b.T).any())
table({"configuration": ["empty", "↓", "↑", "↑↓"],
       r"$[b,b^\dagger]$": np.diag(commutator).astype(int)},
      caption="The commutator on one level.")

# %%
places = [[sign] * j + [lower] + [one] * (3 - j) for j in range(4)]
c = [reduce(np.kron, factors) for factors in places]  # two levels: k↑, −k↓, l↑, −l↓
b_k, b_l = c[1] @ c[0], c[3] @ c[2]
commute = np.array_equal(b_k @ b_l.T, b_l.T @ b_k) and np.array_equal(b_k @ b_l, b_l @ b_k)
print("pairs on different levels commute:", commute)
print("electrons there anticommute:      ", np.array_equal(c[0] @ c[2].T, -c[2].T @ c[0]))

# %% [markdown]
# The book calls a pair a boson. On different levels this is exact: pairs change places without a sign. On the same level
# $[b,b^\dagger]=1-n_\uparrow-n_\downarrow$ is 1 only where the level is empty and $-1$ where it is full, and two pairs never fit on one level. Pauli's principle
# still acts inside the pair. A pair is a *hard-core* boson.
#
# What matters for condensation is whether many pairs fit into *one* wave function $b^\dagger=\sum_kg_kc_{k\uparrow}^\dagger c_{-k\downarrow}^\dagger$. For true bosons
# $\langle\mathrm{vac}|b^nb^{\dagger n}|\mathrm{vac}\rangle=n!$. For pairs (with $\sum g_k^2=1$) it is $n!\,R_n$, and the ratio $R_{n+1}/R_n$ says how much is left when one pair more is put in: 1 for bosons, and $1-n/M$ for a
# $g$ spread evenly over $M$ levels.

# %%
sizes = (10, 100, 1000)
ratios = [boson_normalisation_ratio(np.ones(M)) for M in sizes]
table({"levels": sizes,
       "second pair, $R_2/R_1$": numbers([ratio[1] for ratio in ratios], decimals=3),
       "at half filling": numbers([r[M // 2] for r, M in zip(ratios, sizes)], decimals=3)},
      caption="What is left when one pair more is put into the same wave function.")

# %% [markdown]
# In the BCS state, in which level $k$ is empty with the amplitude $u_k$ and full with $v_k$ (section 2), the measure is $\langle[b,b^\dagger]\rangle=\sum g^2(1-2v^2)$. But what is *the* wave function of a pair? Two functions have this name, and they are not the same:
#
# * $g_k\propto v_k/u_k$: *all* pairs of the state are put into it. It is large for the levels deep in the sea, which are full with or without pairing.
# * $F_k=u_kv_k$: it is large only near the Fermi level, where pairing changes the metal. It is the order parameter (section 2), and it is the one state that holds a macroscopic number of pairs (section 5).
#
# Compute the measure for both, in a three-dimensional gas, from a very small gap to a very large one.

# %%
mu = np.r_[-np.geomspace(30, 0.1, 30), np.geomspace(0.1, 3000, 40)]  # chemical potential, Δ = 1
grid = np.linspace(0, 1, 40_001)[1:]
k = grid * (np.sqrt(np.maximum(mu, 0)) + 60)[:, None]  # wave numbers, ξ = k² − μ
u, v = amplitudes(k**2 - mu[:, None], 1.0)
tail = 1 / (4 * k[:, -1])  # of the density, beyond the grid
E_F = (3 * (np.sum(k**2 * v**2, axis=1) * k[:, 0] + tail)) ** (2 / 3)  # free gas of this density
all_pairs = boson_commutator(k * v / u, v**2, v**2)  # g; each shell of wave numbers weighs k²
condensed = boson_commutator(k * u * v, v**2, v**2)  # F
small = np.array([3e-4, 0.1, 0.64, 10.0])
table({r"$\Delta/E_F$": numbers(small, 2),
       "$g=v/u$": numbers(np.interp(-small, -1 / E_F, all_pairs), decimals=2),
       "$F=uv$": numbers(np.interp(-small, -1 / E_F, condensed), decimals=2)},
      caption=r"The mean of $[b,b^\dagger]$ for the two wave functions.")

# %% tags=["hide-input"]
# Draw what Pauli's principle takes from one more pair, and the commutator against the gap
fig, (left, right) = figure(1, 2)
for M, colour, dash in [(10, BLUE, ":"), (100, ORANGE, "--"), (1000, RED, "-")]:
    lost = 1 - boson_normalisation_ratio(np.ones(M))[1:]
    left.loglog(np.arange(1, M), lost, color=colour, ls=dash, label=f"{M} levels")
right.semilogx(1 / E_F, all_pairs, color=GREEN, label="$g=v/u$: all pairs")
right.semilogx(1 / E_F, condensed, color=RED, ls="--", label="$F=uv$: the condensed ones")
left.set(xlabel="pairs already there, $n$", ylabel="lost to Pauli's principle, $1-R_{n+1}/R_n$")
right.set(xlabel=r"gap over Fermi energy $\Delta/E_F$", ylim=(-1.1, 1.1))
right.set(ylabel=r"$\langle[b,b^\dagger]\rangle$")
left.legend()
right.legend()
show(fig, "pauli_loss")

# %% [markdown]
# <!-- figure: pauli_loss -->
# **Figure 3.3.** Pairs are bosons when they are few on many levels, and in a metal they are not. Left: each new pair loses a fraction $n/M$. Right: the commutator in the BCS state of a gas, for both wave functions of a pair.
# A metal is at the left end. For the function that holds *all* pairs, $\langle[b,b^\dagger]\rangle$ is close to $-1$; but this is the full sea, and it would be so in a normal metal too. For the function that holds the *condensed* pairs it is
# close to 0: the levels that matter are half full and half empty. Neither value is the $+1$ of a boson. Only when the gap exceeds the Fermi energy, in a gas of molecules
# (chapter 11), do both approach it. So the book's "composite bosons that condense" is right in this: pairs commute, and as many of them as there are levels can share one wave function. It is a picture, not a
# calculation: in a metal there is no temperature at which pairs exist first and condense later.
#
# ## 2 · The Hamiltonian and the state, level by level
#
# Chapter 02 gave two electrons of opposite momenta and spins an attraction. Keep this one process for all electrons: a pair leaves level $l$ and enters level $k$, with the same amplitude $-V$ for all levels within $\omega_D$. This is the *reduced Hamiltonian*,
#
# $$H=\sum_k\xi_k\,(n_{k\uparrow}+n_{-k\downarrow})-V\sum_{kl}b_k^\dagger b_l ,$$
#
# counted from the chemical potential. Only pairs of total momentum zero are in it, because they have the most levels to go to (chapter 02). The terms $k=l$ only shift every pair by $V$, the attraction of a single level; as BCS do, we leave them out of the energies below.
#
# Write the last sum as $B^\dagger B$ with $B=\sum_kb_k$. $B$ adds up as many terms as there are levels, so it should be nearly a number. Split it, $B=\langle B\rangle+\delta B$ (with a real mean). Without any approximation
#
# $$B^\dagger B=\langle B\rangle\,(B^\dagger+B)-\langle B\rangle^2+\delta B^\dagger\,\delta B .$$
#
# *Mean field* means to leave out the last term. With $\Delta=V\langle B\rangle=V\sum_k\langle b_k\rangle$ this is
#
# $$-V\,B^\dagger B\;\to\;-\Delta\,(B^\dagger+B)+\frac{\Delta^2}V,\qquad H_\Delta=\sum_k\Big[\xi_k\,(n_{k\uparrow}+n_{-k\downarrow})-\Delta\,(b_k^\dagger+b_k)\Big]+\frac{\Delta^2}V .$$
#
# Now the levels no longer know of each other. On each one $-\Delta$ mixes "empty" and "pair", and the lowest state is some $u_k+v_kb_k^\dagger$. So the lowest state of $H_\Delta$ is the product that Bardeen, Cooper and Schrieffer proposed,
#
# $$|\Psi\rangle=\prod_k\left(u_k+v_k\,b_k^\dagger\right)|\mathrm{vac}\rangle,\qquad u_k^2+v_k^2=1 .$$
#
# Check each step on six levels, where all $2^6=64$ configurations of pairs can be written down. (Levels with a single electron stay as they are; chapter 04 needs them.) $\Delta$ is found by repeating: take the lowest state of $H_\Delta$, compute $V\langle B\rangle$ in it, put it in again.

# %%
xi6, identity = (np.arange(6) - 2.5) * 0.4, np.eye(64)
places = [[one] * j + [lower] + [one] * (5 - j) for j in range(6)]
pairs6 = [reduce(np.kron, factors) for factors in places]  # b_k: pairs commute, no signs
B = sum(pairs6)
kinetic = sum(2 * x * p.T @ p for x, p in zip(xi6, pairs6))
V6 = 0.334


def mean_field(Delta):
    return kinetic - Delta * (B.T + B) + Delta**2 / V6 * identity


Delta6 = 0.1  # any start
for _ in range(60):
    ground = np.linalg.eigh(mean_field(Delta6))[1][:, 0]
    Delta6 = V6 * (ground @ B @ ground)

# %%
mean = ground @ B @ ground
delta_B = B - mean * identity
split = mean * (B.T + B) - mean**2 * identity + delta_B.T @ delta_B
product = reduce(np.kron, np.transpose(amplitudes(xi6, Delta6)))  # Π(u + v b†)|vac⟩
print("the split of B†B is exact:", np.allclose(split, B.T @ B))
uv = np.prod(amplitudes(xi6, Delta6), axis=0)  # with v² = ½(1 − ξ/E), found below
print(f"Δ = {Delta6:.4f}, and VΣuv with this Δ is {V6 * uv.sum():.4f}")
print(f"overlap of the lowest state of H_Δ with the product: {abs(ground @ product):.6f}")

# %%
rows = []
for M in (6, 60, 600, 6000):
    u, v = band(M)
    rows.append((np.sum(u * v) ** 2, np.sum(v**4)))  # ⟨B⟩² and ⟨δB†δB⟩
kept, left_out = np.transpose(rows)
table({"levels": [6, 60, 600, 6000], r"$\langle B\rangle^2$": numbers(kept, 3),
       r"$\langle\delta B^\dagger\,\delta B\rangle$": numbers(left_out, 3),
       "left out / %": numbers(100 * left_out / (kept + left_out), 2)},
      caption="What the mean field keeps and what it leaves out when the band gets more levels.")

# %% [markdown]
# In the product the levels are independent, so $\langle b_k^\dagger b_l\rangle=\langle b_k\rangle\langle b_l\rangle$ for $k\neq l$: what is left out comes from $k=l$ alone and is $\sum v^4$. It grows like $M$ and what is kept like $M^2$: on a large metal the mean field loses nothing.
# (Section 4 compares with the exact energy.) With $\langle b_k\rangle=u_kv_k$ the energy of the product is
#
# $$W=\sum_k2\xi_kv_k^2-V\Big(\sum_ku_kv_k\Big)^2 .$$
#
# A second way to the same state does not use the mean field at all: let a computer find the best amplitudes. It is told nothing of a gap: one angle per level, $u=\cos\theta$, $v=\sin\theta$, all starting at 45°.

# %%
levels, coupling = 40, 0.5
xi = (np.arange(levels) + 0.5) / levels * 2 - 1  # energies in units of the cutoff
V = coupling / (levels / 2)  # the density of states of one spin is levels/2
sea = np.where(xi < 0, np.pi / 2, 0)


def energy(theta):
    kinetic_part = np.sum(2 * xi * np.sin(theta) ** 2)
    return kinetic_part - V * np.sum(np.sin(theta) * np.cos(theta)) ** 2


theta = optimize.minimize(energy, np.full(levels, np.pi / 4), tol=1e-8).x
Delta = V * np.sum(np.sin(theta) * np.cos(theta))
print(f"Δ = VΣuv = {Delta:.5f},  energy {energy(theta):.5f},  filled sea {energy(sea):.5f}")

# %% [markdown]
# The derivative says what was found. $\partial W/\partial\theta_k=2\xi_k\sin2\theta_k-2\Delta\cos2\theta_k$ with $\Delta=V\sum uv$, so that $\tan2\theta_k=\Delta/\xi_k$, or
#
# $$v_k^2=\frac12\Big(1-\frac{\xi_k}{E_k}\Big),\qquad u_kv_k=\frac{\Delta}{2E_k},\qquad E_k=\sqrt{\xi_k^2+\Delta^2}.$$
#
# Every level is asked one question only, how it compares with the common $\Delta$; and $\Delta$ is the answer of all levels together. Put $uv=\Delta/2E$ into $\Delta=V\sum uv$ and divide by $\Delta$: this is the *gap equation* at zero temperature,
#
# $$1=V\sum_k\frac1{2E_k},$$
#
# which chapter 05 solves, at all temperatures.
#
# **What has the phase.** The mean $\langle b_k\rangle=\langle c_{-k\downarrow}c_{k\uparrow}\rangle$ takes two electrons out and is not zero. In a normal metal, and in every state of sharp electron number, it is zero. It is the *order parameter* of the superconductor. We chose it real; it may be
# any complex number of the same size, $\langle c_{-k\downarrow}c_{k\uparrow}\rangle=u_kv_ke^{i\varphi}$ with the same $\varphi$ for all $k$, and then $\Delta$ carries the phase too. Section 4 turns it.

# %%
u_closed, v_closed = amplitudes(xi, Delta)
deviation = np.max(np.abs(np.sin(theta) ** 2 - v_closed**2))
print("largest difference of v² from the closed form is below 1e-5:", deviation < 1e-5)
print(f"V Σ 1/2E = {V * np.sum(0.5 / np.hypot(xi, Delta)):.6f}")

# %%
weak = 0.25  # a weaker coupling for the right panel, on 4000 levels
fine = (np.arange(4000) + 0.5) / 2000 - 1
Delta0 = zero_temperature_gap(weak, 1.0)
trial = np.linspace(0.01, 2.2, 220) * Delta0
u, v = amplitudes(fine, trial[:, None])
gain = variational_energy(fine, u, v, weak / 2000) - 2 * np.sum(fine[fine < 0])
mean_gain = gain + (trial - weak / 2000 * np.sum(u * v, axis=1)) ** 2 / (weak / 2000)
gain, mean_gain = gain / (2000 * Delta0**2), mean_gain / (2000 * Delta0**2)  # units of N0 Δ0²
best = np.argmin(gain)
print(f"least energy {gain[best]:.3f} N₀Δ₀² at a trial gap of {trial[best] / Delta0:.2f} Δ₀")

# %% tags=["hide-input"]
# Draw the minimised amplitudes, and the two energies against the trial gap
x, line = trial / Delta0, np.linspace(-1, 1, 400)
u, v, uv = *amplitudes(line, Delta), np.sin(theta) * np.cos(theta)
fig, (left, right) = figure(1, 2)
left.plot(xi, np.sin(theta) ** 2, "o", color=BLUE, ms=4, label="$v^2$, minimised")
left.plot(line, v**2, color=BLUE, lw=1, label="$v^2$, closed form")
left.plot(xi, uv, "s", color=RED, ms=4, mfc="none", label="$uv$, minimised")
left.plot(line, u * v, color=RED, lw=1, ls="--", label=r"$uv=\Delta/2E$")
left.set(xlabel=r"energy $\xi/\omega_D$", ylabel="$v^2$, $uv$", ylim=(-0.05, 1.45))
left.set(xticks=[-1, -0.5, 0, 0.5, 1])
left.legend(ncols=2)
right.plot(x, gain, color=BLUE, label="$W$, energy of the state")
right.plot(x, mean_gain, color=GREEN, ls="-.", label=r"$\Omega$, mean field")
right.plot(x, x**2 * (np.log(x) - 0.5 - weak * np.log(x) ** 2), color=RED, ls=":", lw=2.5,
           label="closed form of $W$")
right.set(xlabel=r"trial gap $D/\Delta_0$", ylabel=r"energy above the sea $/N_0\Delta_0^2$")
right.set(ylim=(-0.6, 0.8))
right.legend(loc="upper left")
show(fig, "minimised_amplitudes")

# %% [markdown]
# <!-- figure: minimised_amplitudes -->
# **Figure 3.4.** The state of least energy has a rounded step, and its energy is lowest at one gap. Left: the points found by the machine lie on the lines. The step of the Fermi sea is rounded over a width of about $\Delta$, and only there, where a level is both empty and full, is
# $uv$ large. Rounding costs kinetic energy; $uv$ earns more. Right: two energies against a trial gap $D$. $W$ is the energy of the *state* with a wrong gap. The sea at $D=0$ is a *maximum* towards pairing, since
# $W=N_0D^2[\ln(D/\Delta_0)-\frac12-N_0V\ln^2(D/\Delta_0)]$ is negative however small $D$ is, and the lowest point is $-\frac12N_0\Delta_0^2$ at $D=\Delta_0$ (chapter 06 compares it with a critical field). $\Omega$ is the lowest energy of the *mean-field Hamiltonian* $H_D$
# with a given $D$ and its constant $D^2/V$:
#
# $$\Omega=W+\frac{(D-V\sum uv)^2}V=N_0D^2\Big[\ln\frac D{\Delta_0}-\frac12\Big].$$
#
# The two agree only where $D=V\sum uv$, at the true gap; elsewhere $\Omega$ is larger, because $D$ is not the field that the state itself makes. Chapters 06 and 08 let $\Delta$ vary and use $\Omega$.
#
# ## 3 · A number that is not sharp
#
# Multiply the product out: each factor offers "empty" or "pair", and the terms hold from no pair to as many as there are levels. With four levels there are
# $2^4=16$ terms, and one can look at all of them.

# %%
four = np.array([-0.6, -0.2, 0.2, 0.6])  # energies of the levels
u, v = amplitudes(four, 0.3)
state = reduce(np.kron, np.transpose([u, v]))  # the 16 amplitudes, pair configurations 0000 … 1111
pairs = np.array([i.bit_count() for i in range(2**four.size)])
sorted_by_number = np.bincount(pairs, weights=state**2)
# Π(u² + v² x), lowest power first
polynomial = reduce(np.polymul, np.transpose([v**2, u**2]))[::-1]
table({"number of pairs": range(four.size + 1),
       f"from the {2**four.size} terms": numbers(sorted_by_number, decimals=5),
       "from the polynomial": numbers(polynomial, decimals=5),
       "`pair_number_distribution`": numbers(pair_number_distribution(u, v), decimals=5)},
      caption="The probability of each number of pairs, in three ways.")

# %% [markdown]
# Three ways give one distribution: the probability of $n$ pairs is the coefficient of $x^n$ in $\prod(u_k^2+v_k^2x)$. The state is no eigenstate of $N$: it holds 0, 2, 4, 6 and 8 electrons
# at once (never an odd number), with the largest probability in the middle. The levels are independent, so their variances add up:
#
# $$\langle\delta N^2\rangle=\sum_k4u_k^2v_k^2=\sum_k\frac{\Delta^2}{E_k^2}\;\longrightarrow\;\pi N_0\Delta .$$
#
# Levels deep in the sea or high above it are certain; only those within $\Delta$ of the Fermi level are not. (The arrow is the limit of a small gap.) How does the relative width fall when the metal grows?

# %%
sizes = 10 * 2 ** np.arange(0, 11)
N, variance = np.array([number_fluctuation(*band(M)) for M in sizes]).T
slope = np.polyfit(np.log(N), np.log(np.sqrt(variance) / N), 1)[0]
print(f"fitted exponent of the relative width: {slope:.4f}")
gaps = np.array([0.2, 0.02, 0.002])
summed = [number_fluctuation(*band(20_000, Delta))[1] for Delta in gaps]
table({r"$\Delta$ / half band": numbers(gaps, 1), r"$\langle\delta N^2\rangle$": numbers(summed, 4),
       r"$\pi N_0\Delta$": numbers(np.pi * 10_000 * gaps, 4)},
      caption="The variance of 20000 levels and its limit of a small gap.")

# %% tags=["hide-input"]
# Draw the number of pairs with its bell curve, and the relative width against size
fig, (left, right) = figure(1, 2)
for M, colour, mark in [(20, BLUE, "o"), (80, ORANGE, "s"), (320, RED, "^")]:
    n, width = np.arange(M + 1) - M / 2, np.sqrt(number_fluctuation(*band(M))[1] / 4)
    bell = np.exp(-(n**2) / (2 * width**2)) / (width * np.sqrt(2 * np.pi))
    P = pair_number_distribution(*band(M))
    left.semilogy(n, P, mark, color=colour, ms=4, label=f"{M} levels")
    left.semilogy(n, bell, color=colour, lw=1)
left.set(xlabel=r"pairs more than the mean, $n-\langle n\rangle$", ylabel="probability $P(n)$")
left.set(xlim=(-20, 20), ylim=(1e-9, 1))
left.legend(loc="lower center", fontsize=8)
limit = np.sqrt(0.2 * np.arctan(1 / 0.2) / N)
right.loglog(N, np.sqrt(variance) / N, "o", color=BLUE, label="summed over the levels")
right.loglog(N, limit, color=RED, ls="--", label=r"slope $-\frac{1}{2}$")
right.set(xlabel=r"mean number of electrons $\langle N\rangle$")
right.set(ylabel=r"$\sqrt{\langle\delta N^2\rangle}/\langle N\rangle$")
right.legend()
show(fig, "number_bells")

# %% [markdown]
# <!-- figure: number_bells -->
# **Figure 3.5.** The number of pairs spreads like $\sqrt N$, and relative to its mean like $1/\sqrt N$. Left: $P(n)$ is a bell curve over many powers of ten; in the far tails the points of the small bands lie above it, because the many levels that are almost certain add rare exceptions. It gets *wider* with the metal. Right: the mean
# grows faster, so that the relative width falls with the exponent $-\frac12$, which is the book's statement. What stands in front of $1/\sqrt N$ is smaller than one might think. Take a
# cubic millimetre of aluminium, with $T_c=1.181$ K, a fixed point of thermometry, and the density of states of free electrons.

# %%
metal = elements["Al"]
own_gap, density = gap(0.0, float(metal.Tc)), metal.electron_density
own_E_F = (3 * np.pi**2 * density) ** (2 / 3) / (2 * electron_mass)
per_electron = number_variance_per_electron(own_gap, own_E_F)
own_N = density * (1e-3 * metre) ** 3
print(f"Δ₀ = {own_gap / meV:.4f} meV, E_F = {own_E_F / eV:.2f} eV,", end=" ")
print(f"Δ₀/E_F = {own_gap / own_E_F:.2e}")
print(f"⟨δN²⟩/N = {per_electron:.2e}, N = {own_N:.1e}, width {np.sqrt(per_electron * own_N):.1e}")
print(f"relative {np.sqrt(per_electron / own_N):.1e};", end=" ")
print(f"1/√N is {1 / np.sqrt(per_electron):.0f} times more")

# %% [markdown]
# The number is uncertain by eighty million electrons out of $2\times10^{20}$, less than one part in $10^{12}$, and 166 times less than $1/\sqrt N$, because only the shell of
# width $\Delta$ takes part.
#
# ## 4 · A phase that is sharp
#
# Give every pair the phase $\varphi$: $|\varphi\rangle=\prod(u+v\,e^{i\varphi}b^\dagger)|\mathrm{vac}\rangle$, so that $|0\rangle$ is now the state of phase zero, not the vacuum. The transformation $e^{i\theta N}$ of the book turns one such state into another, with $\theta=\varphi/2$ because a
# pair is two electrons. A sea of sharp number only gets a factor. The six levels of section 2 are enough to see it all explicitly.

# %%
M = 6
u6, v6 = amplitudes(xi6, Delta6)
bits = (np.arange(2**M)[:, None] >> np.arange(M)[::-1]) & 1  # 64 pair configurations, one row each
H = kinetic - V6 * (B.T @ B - np.diag(bits.sum(axis=1)))  # terms k = l left out


def bcs(phase):
    """Π(u + v e^{iφ} b†)|vac⟩ on the 64 configurations; phase is a number or one per level."""
    return np.prod(np.where(bits, v6 * np.exp(1j * np.asarray(phase)), u6), axis=1)

# %%
turn = np.exp(1j * 0.35 * 2 * bits.sum(axis=1))  # e^{iθN} with θ = 0.35, N = 2 × pairs
print("e^{iθN}|0⟩ is the state with φ = 2θ:", np.allclose(turn * bcs(0), bcs(0.70)))
filled = np.all(bits == (xi6 < 0), axis=1) * 1.0  # the sea
print(f"overlap with its turned self: the state {abs(bcs(0) @ (turn * bcs(0))):.4f},", end=" ")
print(f"the sea {abs(filled @ (turn * filled)):.4f}")
phases = np.array([0.0, 1.0, 2.0, 3.0])
energies = [np.vdot(bcs(p), H @ bcs(p)).real for p in phases]
order = V6 * np.array([np.vdot(bcs(p), B @ bcs(p)) for p in phases])  # VΣ⟨c_{−k↓} c_{k↑}⟩
table({r"phase $\varphi$ / rad": numbers(phases, decimals=0),
       r"energy $\langle H\rangle$": numbers(energies, decimals=5),
       r"$V|\langle B\rangle|$": numbers(np.abs(order), decimals=5),
       r"phase of $\langle B\rangle$ / rad": numbers(np.angle(order), decimals=3)},
      caption="The state turned by four phases: its energy and its order parameter.")

# %% [markdown]
# The state changes, its energy does not. The size of the order parameter stays, and its phase is $\varphi$: on the circle of phases all places are equally good, and the metal is at one of them. That is the broken symmetry. What *does* cost energy is disagreement. Turn the
# phase of the three upper levels against the three lower ones, on the left below. On the right: how fast does the overlap of states of different $\varphi$ fall when the metal grows? For small $\varphi$
#
# $$|\langle0|\varphi\rangle|\;\approx\;e^{-\varphi^2\langle\delta N^2\rangle/8} .$$

# %% tags=["hide-input"]
# Draw the energy against the phase, and the overlap of two phases against the size
phase = np.linspace(0, 2 * np.pi, 61)
together = [np.vdot(bcs(p), H @ bcs(p)).real for p in phase]
halves = [bcs(p * (xi6 > 0)) for p in phase]
apart = [np.vdot(state_, H @ state_).real for state_ in halves]
fig, (left, right) = figure(1, 2)
left.plot(phase, together, color=BLUE, label="all levels turned")
left.plot(phase, apart, color=RED, ls="--", label="upper half turned")
left.set(xlabel=r"phase $\varphi$ (rad)", ylabel="energy / half the width of the band")
left.set(ylim=(-4.3, 0))
left.legend(loc="upper right")
angles = [(0.1, BLUE, "-"), (0.3, GREEN, "--"), (1.0, ORANGE, "-."), (np.pi, RED, ":")]
for p, colour, dash in angles:
    overlaps = [np.exp(log_phase_overlap(*band(M), p).real) for M in sizes]
    right.semilogy(sizes, overlaps, color=colour, ls=dash, label=rf"$\varphi={p:.3g}$")
right.set(xlabel="number of levels", ylabel=r"overlap $|\langle0|\varphi\rangle|$")
right.set(xlim=(0, 4000), ylim=(1e-60, 3))
right.legend()
show(fig, "phase_energy_and_overlap")

# %% [markdown]
# <!-- figure: phase_energy_and_overlap -->
# **Figure 3.6.** The common phase is free, and states of different phase soon have nothing in common. Left: the energy does not depend on the common phase, but relative phases are locked: the height of the dashed curve is what it costs to turn half of the levels against the rest. Right: straight lines on a logarithmic axis: the overlap falls exponentially with
# the *size* of the metal, for every $\varphi$ but multiples of $2\pi$. In the limit the states of the circle are orthogonal, and no local operator leads from one to another.
#
# Number and phase are conjugate. $|0\rangle=\sum_n\sqrt{P(n)}\,|n\rangle$, so its distribution over phases is the Fourier transform of $\sqrt{P(n)}$; and integrating $|\varphi\rangle$ over all phases
# with $e^{-in\varphi}$ gives back a state of exactly $n$ pairs.

# %%
angle, widths = np.linspace(-np.pi, np.pi, 4001)[:-1], []
for M in (20, 80, 320, 1280):
    P, n = pair_number_distribution(*band(M)), np.arange(M + 1)
    p = np.abs(np.exp(-1j * np.outer(angle, n)) @ np.sqrt(P)) ** 2
    widths.append((np.sqrt(P @ (n - M / 2) ** 2), np.sqrt(p @ angle**2 / p.sum())))
dn, dphi = np.transpose(widths)
table({"levels": [20, 80, 320, 1280],
       r"$\delta n/\langle n\rangle$": numbers(dn / [10, 40, 160, 640], decimals=4),
       r"$\delta\varphi$ / rad": numbers(dphi, decimals=4),
       r"$\delta n\,\delta\varphi$": numbers(dn * dphi, decimals=4)},
      caption="The widths of number and phase for four sizes.")

# %%
phases = np.arange(8) * 2 * np.pi / 8  # more phases than pairs: the sum over them is the integral
projected = sum(np.exp(-3j * p) * bcs(p) for p in phases) / 8
weight = np.vdot(projected, projected).real
holds = bits[np.abs(projected) > 1e-12].sum(axis=1)
print(f"pairs in the projected state: from {holds.min()} to {holds.max()}")
print(f"its weight {weight:.6f},  P(3) = {pair_number_distribution(u6, v6)[3]:.6f}")
energies = [np.vdot(bcs(0), H @ bcs(0)).real, np.vdot(projected, H @ projected).real / weight]
print(f"energy: BCS {energies[0]:.4f}, its part with 3 pairs {energies[1]:.4f}")
print(f"order parameter of this part: |⟨B⟩| = {abs(np.vdot(projected, B @ projected)):.4f}")

# %% [markdown]
# The product $\delta n\,\delta\varphi$ is ½, the least that Fourier allows: the BCS state is to number and phase what a coherent state of light is, and $\delta n/\langle n\rangle$ and $\delta\varphi$ *both* fall like $1/\sqrt N$.
# The part with a sharp number has no order parameter, and it has the *lower* energy. How does this go on? Compare with the exact ground state of the same levels (Richardson's solution, chapter 13).

# %%
sizes_L, gains = (8, 16, 32, 64), []
for L in sizes_L:
    grid, G = (np.arange(L) + 0.5) / L * 2 - 1, 0.5 / (L / 2)
    ways = (bcs_ground_state, projection_after_variation, richardson_ground_state)
    gains.append([way(grid, L // 2, G).condensation_energy for way in ways])
whole, part, exact = np.transpose(gains)
per_pair = np.array(sizes_L) / 2
table({"levels": sizes_L, "BCS, per pair": numbers(whole / per_pair, decimals=4),
       "projected, per pair": numbers(part / per_pair, decimals=4),
       "exact, per pair": numbers(exact / per_pair, decimals=4),
       "projected − BCS, total": numbers(part - whole, decimals=3),
       "exact − BCS, total": numbers(exact - whole, decimals=3)},
      caption=r"Condensation energy in units of $\omega_D$, here with the terms $k=l$.")

# %% [markdown]
# The differences of the total energies stay near a quarter and a fifth of the cutoff while the metal grows, so per pair they vanish: the mean field becomes exact for a large metal with this $H$. Why do they stay? The BCS state is a mixture of parts with different numbers, whose energies lie on a parabola about the mean. So its energy lies higher by half
# the curvature times $\langle\delta N^2\rangle$. The curvature falls like $1/N_0$, the variance grows like $\pi N_0\Delta$, and the size of the metal cancels. (With the curvature of a metal, $d\mu/dN=1/2N_0$, the estimate is $\frac\pi4\Delta=0.22$ here. It is an estimate only: at $N_0V=0.3$ it gives 0.056 where the computation gives 0.078.)
#
# Here the book needs some care: the metal does not give up its number *in order to* gain energy.
# Pairing gains the energy, and a state of sharp number gains as much (a little more, in fact). An isolated piece of metal has some definite number of electrons. The sharp phase
# costs nothing per electron, and it is what a metal connected to anything else will show: only *relative* phases between two metals are measured (chapter 10).
#
# ## 5 · How large is a pair, and how many are inside it
#
# The order parameter as a function of the distance of the two electrons is $F(\mathbf r)=\sum_ku_kv_ke^{i\mathbf k\cdot\mathbf r}$. It is the wave function of the condensed pairs. Since $uv$ is large within $\Delta$ of the Fermi level, $F$ extends over $\hbar v_F/\Delta$:
#
# $$F(r)\propto\frac{\sin k_Fr}{k_Fr}\,K_0\!\Big(\frac{r\Delta}{\hbar v_F}\Big).$$
#
# Three lengths go by the name of "size", all of them $\hbar v_F/\Delta$ times a number: Pippard's $\xi_0=\hbar v_F/\pi\Delta_0$, used by BCS and in tables; the rms size $\hbar v_F/(\sqrt8\,\Delta)$; and $\hbar v_F/\Delta$ itself, in which $K_0$ decays, the one the book writes.

# %%
Delta, v_F, k_F = 0.05, 2.0, 1.0  # a metal with k_F ξ0 = 13, so that the oscillations can be seen
r, x = np.linspace(0.1, 120, 3000), np.linspace(1e-4, 3, 600)
F = k_F * r * pair_wave_function(r, Delta, v_F, k_F) / Delta
closer = [integrate.quad(lambda s: special.k0(s) ** 2, 0, end)[0] for end in x]
inside = np.array(closer) / (np.pi**2 / 4)  # probability that the electrons are closer than x
sizes_of = {r"$\hbar v_F/\pi\Delta$": (pippard_length, GREEN, "--"),
            "rms": (rms_pair_size, ORANGE, "-."),
            r"$\hbar v_F/\Delta$": (decay_length, RED, ":")}
lengths = [size(1.0, 1.0) for size, *_ in sizes_of.values()]
in_metal = [size(metal.v_F, own_gap) / nm for size, *_ in sizes_of.values()]
table({"length": sizes_of, r"in $\hbar v_F/\Delta$": numbers(lengths, decimals=4),
       "probability within it": numbers(np.interp(lengths, x, inside), decimals=2),
       "size / nm": numbers(in_metal, 4)},
      caption=f"Three sizes of a pair; in nm for {metal.name}, with the free-electron velocity.")

# %% tags=["hide-input"]
# Draw the wave function of a pair, and the probability that its electrons are closer than r
fig, (left, right) = figure(1, 2)
left.plot(r * Delta / v_F, F, color=BLUE, lw=0.9, label="$k_Fr\\,F/N_0\\Delta$")
envelope = np.transpose([special.k0(x), -special.k0(x)])
left.plot(x, envelope, color=BLACK, lw=1, ls="--", label=[r"$\pm K_0$", None])
right.plot(x, inside, color=BLUE)
for (name, (_, colour, dash)), place in zip(sizes_of.items(), lengths):
    right.axvline(place, color=colour, ls=dash, lw=1.2, label=name)
left.set(xlabel=r"distance $r\Delta/\hbar v_F$", ylabel="pair wave function × distance")
left.set(xlim=(0, 3), ylim=(-3, 3))
right.set(xlabel=r"distance $r\Delta/\hbar v_F$", ylabel="probability within $r$")
right.set(xlim=(0, 3), ylim=(0, 1.05))
left.legend()
right.legend(loc="lower right")
show(fig, "pair_function_and_size")

# %% [markdown]
# <!-- figure: pair_function_and_size -->
# **Figure 3.7.** A pair is a standing wave under an envelope with no sharp end. Left: the wave function, with the Fermi wavelength. Right: the probability that the two electrons are closer than $r$. So "size" is a matter of definition; $\xi_0$ and the rms size hold about four fifths of the probability, and
# $\hbar v_F/\Delta$ nearly all of it. All three are of one order of magnitude, as the book's "≈" says. For lengths the factor $\pi$ is harmless. For volumes it is 31, and here
# the question how many pairs lie inside one needs an answer to three questions first: which length, which volume, and *which electrons count as paired*?

# %%
xi0, long = pippard_length(metal.v_F, own_gap), decay_length(metal.v_F, own_gap)
rms = rms_pair_size(metal.v_F, own_gap)
counts = {
    r"all electrons, radius $\hbar v_F/\Delta_0$": overlapping_pairs(long, density),
    r"all electrons, radius $\xi_0$": overlapping_pairs(xi0, density),
    f"all electrons, radius {metal.xi0.amount} ({metal.xi0.kind})":
        overlapping_pairs(metal.xi0, density),
    r"all electrons, cube of edge $\xi_0$": overlapping_pairs(xi0, density, shape="cube"),
    r"shell $\Delta_0$ at the Fermi level, radius $\xi_0$":
        overlapping_pairs(xi0, density, own_gap / own_E_F),
    r"condensed pairs $\sum u^2v^2$, rms radius": overlapping_pairs(rms, density, per_electron / 2),
}
table({"which electrons, which volume": counts, "pairs": numbers(counts.values(), 2)},
      caption=f"How many pairs of {metal.name} have their centre inside one, counted in six ways.")

# %% [markdown]
# The book's "trillions" are the second line, $5\times10^{12}$: Pippard's length and *every* electron. With the length that the book itself writes a few lines before it, $\hbar v_F/\Delta$, it would be the first, $1.5\times10^{14}$. Both count
# electrons at the bottom of the band, which pairing leaves as they were. If only the share $\Delta/E_F$ near the Fermi level is counted, 77 million remain. That is the number to
# keep, for the state itself says nearly the same: the matrix $\langle b_k^\dagger b_l\rangle$ has one eigenvalue that grows with the metal, and it counts the pairs that share one state.

# %%
rows = []
for M in (50, 200, 800):
    u, v = band(M)
    matrix = np.outer(u * v, u * v)
    np.fill_diagonal(matrix, v**2)
    values, states = np.linalg.eigh(matrix)
    share = abs(states[:, -1] @ (u * v)) ** 2 / np.sum((u * v) ** 2)  # overlap with F = uv
    rows.append((values[-1], values[-2], np.sum((u * v) ** 2), share))
largest, second_largest, condensed_number, share = np.transpose(rows)
table({"levels": [50, 200, 800], "largest eigenvalue": numbers(largest, decimals=2),
       "the next": numbers(second_largest, decimals=2),
       r"$\sum u^2v^2=\frac{1}{4}\langle\delta N^2\rangle$": numbers(condensed_number, decimals=2),
       "its state is $F=uv$ to": numbers(share, decimals=4)},
      caption=r"Eigenvalues of $\langle b_k^\dagger b_l\rangle$, and the state of the first.")

# %% [markdown]
# One pair state, $F_k=u_kv_k$, holds $\sum u^2v^2$ pairs (up to less than one), all others less than one each: this is what "a macroscopic number in a single state" means, without any boson. It is $\frac14\langle\delta N^2\rangle=\frac\pi4N_0\Delta$, the
# sum of section 3 again, and in three dimensions the share $\frac{3\pi}{8}\frac\Delta{E_F}$ of all pairs: the last line of the count, $10^8$. By every count the conclusion stands: the ground state is no gas of separate pairs.
#
# ## Compare with experiment
#
# A coherence length is not read from one instrument: it is fitted together with the penetration depth $\lambda_L$. The free-electron $v_F$ is a poor guess, because the
# lattice and the phonons change it. But the heat capacity knows the density of states, $N_0=3\gamma/2\pi^2$, the penetration depth knows $N_0v_F^2$, and together they give an average $v_F$ of the real electrons:
#
# $$\frac1{\mu_0e^2\lambda_L^2}=\frac23N_0v_F^2\quad\Longrightarrow\quad v_F=\frac1{\lambda_L}\sqrt{\frac{3}{2\mu_0e^2N_0}}.$$
#
# Three metals have both lengths from experiments: niobium (implanted muons), indium (critical fields of thin films) and lead (a review of experiments).

# %%
metals = [elements[symbol] for symbol in ("Nb", "In", "Pb")]
names = ["niobium", "indium", "lead"]
gaps = [float(e.Delta0 or e.gap_ratio * e.Tc / 2) for e in metals]  # indium: from 2Δ0/Tc
from_data = np.array([np.sqrt(3 / (2 * mu0 * e.N0)) / e.lambda_L for e in metals])
free = [pippard_length(e.v_F, Delta) / nm for e, Delta in zip(metals, gaps)]
better = pippard_length(from_data, np.array(gaps)) / nm
printed, speed = [e.xi0.number for e in metals], 1e6 * metre / second
errors = [e.xi0.uncertainty for e in metals]
table({"metal": names, r"$\xi_0$ / nm": numbers(printed, 3, error=errors),
       "kind": [e.xi0.kind for e in metals],
       r"$\xi_0$ with free $v_F$ / nm": numbers(free, 3),
       r"$v_F$ from $\gamma$, $\lambda_L$ / $10^6$ m/s": numbers(from_data / speed, 2),
       r"$\xi_0$ with this $v_F$ / nm": numbers(better, 3)},
      caption="Coherence lengths, and what two velocities make of the gap.")

# %%
table({"metal": names, r"$\lambda_L$ / nm": numbers([e.lambda_L.number for e in metals], 3,
                                                    error=[e.lambda_L.uncertainty for e in metals]),
       r"source of both lengths": [str(e.lambda_L.source) for e in metals],
       r"$\Delta_0$ / meV": numbers(np.array(gaps) / meV, 3),
       r"kind of $\gamma$": [e.gamma.kind for e in metals],
       r"source of $\gamma$": [str(e.gamma.source) for e in metals]},
      caption="What went in.")

# %% tags=["hide-input"]
# Draw the computed coherence lengths against the printed ones
fig, ax = figure()
for e, name, length, first, second_ in zip(metals, names, printed, free, better):
    ax.errorbar(length, first, xerr=e.xi0.uncertainty, fmt="^", color=ORANGE, mfc="none", ms=7)
    ax.errorbar(length, second_, xerr=e.xi0.uncertainty, fmt="s", color=BLUE, mfc="none", ms=7)
    ax.annotate(name, (length, second_), textcoords="offset points", xytext=(8, -12))
ax.plot([20, 1000], [20, 1000], color=BLACK, lw=1, ls="--")
ax.plot([], [], "^", color=ORANGE, mfc="none", ms=7, label="free-electron $v_F$")
ax.plot([], [], "s", color=BLUE, mfc="none", ms=7, label=r"$v_F$ from $\gamma$ and $\lambda_L$")
ax.set(xlabel=r"$\xi_0$ from experiments (nm)", ylabel=r"$\hbar v_F/\pi\Delta_0$ (nm)")
ax.set(xscale="log", yscale="log", xlim=(20, 1000), ylim=(20, 1000))
ticks = [20, 50, 100, 200, 500, 1000]
ax.set_xticks(ticks, ticks)
ax.set_yticks(ticks, ticks)
ax.minorticks_off()
ax.legend(loc="lower right")
show(fig, "tabulated_lengths")

# %% [markdown]
# <!-- figure: tabulated_lengths -->
# **Figure 3.8.** Coherence lengths agree with the theory when the velocity is that of the real electrons. With the free-electron velocity every length comes out too large, by a factor from 2.3 (indium) to 4.6 (niobium); with the velocity from $\gamma$ and $\lambda_L$ all three agree with the printed values to 11 %. All symbols are open, because the heights are
# computed. Read the agreement with care. $\xi_0$ and $\lambda_L$ of one metal come from one experiment or review, so they are not two witnesses. $\gamma$ of niobium and lead and the free velocity of niobium are recalled, and lead's gap differs by 18 % between directions of the crystal (chapter 04).
#
# Aluminium, cadmium and tin are missing, because we know their lengths only from a table that is itself calculated (recalled). For aluminium it says 1600 nm, where section 5 has 2363 nm with the free-electron velocity; with 1600 nm the count of section 5 shrinks to a third, as its third line says.
# The book's "hundreds to thousands of nanometres" fits indium and aluminium; lead has 96 nm and niobium 40.
#
# ## Check
#
# Closed forms, second routes, and a published number.

# %%
assert np.allclose(np.linalg.eigvalsh(S2), [0, 2, 2, 2], atol=1e-12)  # rounding only
assert np.isclose(singlet @ swap @ singlet, -1)
assert np.allclose(np.abs(singlet), [0, 0.5**0.5, 0.5**0.5, 0])
falling = 1 - np.arange(100) / 100  # M!/(M−n)!Mⁿ
assert np.allclose(boson_normalisation_ratio(np.ones(100)), falling, rtol=0, atol=1e-12)
summed = number_fluctuation(*band(4000, 0.2))[1]
closed = 2 * 2000 * 0.2 * np.arctan(1 / 0.2)  # for levels from −1 to 1: 2N0Δ arctan(1/Δ)
assert abs(summed / closed - 1) < 1e-6  # midpoint rule with 400 levels per Δ, 1/24·(1/400)²
counted, phases = number_and_phase(2.0)  # of the first figure: ⟨e^(iφ)⟩ in two ways
mean = np.trapezoid(phases * np.cos(around), around)
assert abs(mean - np.sqrt(counted[1:] * counted[:-1]).sum()) < 2e-3  # 160 trapezia
print("singlet, Pauli blocking and the number fluctuation agree with their closed forms")

# %%
Delta = V * np.sum(np.sin(theta) * np.cos(theta))  # the gap of the 40 levels of section 2
# the gap equation, to the tolerance of the minimiser
assert abs(1 - V * np.sum(0.5 / np.hypot(xi, Delta))) < 1e-6
integral = zero_temperature_gap(0.5, 1.0)
assert abs(Delta / integral - 1) < 1e-3  # the sum over 40 levels is d²/24 = 1e-4 off the integral
assert abs(np.sum(state**2) - 1) < 1e-12
assert np.allclose(sorted_by_number, polynomial, rtol=0, atol=1e-12)
assert abs(gain[best] + 0.5) < 2e-3  # −½N0Δ0²: terms (Δ0/ω_D)², and the grid of trial gaps
x_trial = trial / Delta0
omega = x_trial**2 * (np.log(x_trial) - 0.5)
assert np.allclose(mean_gain, omega, rtol=0, atol=5e-3)  # Ω: terms (Δ0/ω_D)² again
print("the minimum solves the gap equation, its depth is ½N₀Δ₀², and Ω has its closed form")

# %%
# exp(Σ g b†)|vac⟩ with g = v/u: exp(g b†) = 1 + g b†, since b†b† = 0
coherent = reduce(np.kron, [np.array([1, g]) for g in v6 / u6])
assert np.allclose(coherent / np.linalg.norm(coherent), bcs(0), rtol=0, atol=1e-12)  # rounding only
M, p = 500, 0.05
exponent = -(p**2) * number_fluctuation(*band(M))[1] / 8
assert abs(log_phase_overlap(*band(M), p).real / exponent - 1) < p**2  # next order in φ²
print("BCS is a coherent state of pairs in g = v/u; phases overlap like a bell")

# %%
weight = integrate.quad(lambda s: special.k0(s) ** 2, 0, 50)[0]
mean_square = integrate.quad(lambda s: s**2 * special.k0(s) ** 2, 0, 50)[0] / weight
assert abs(mean_square - 1 / 8) < 1e-8  # the rms size, from the wave function; quad's accuracy
# BCS (1957): ξ0 = 0.18 ħv_F/k_BTc; Faber and Pippard had found 0.15 from experiment (recalled)
factor = pippard_length(1.0, gap(0.0, 1.0))
assert abs(factor - 0.18) < 0.005  # the printed digits
print(f"the rms size is ħv_F/√8Δ; ξ₀ = {factor:.4f} ħv_F/k_BTc")

# %% [markdown]
# ## Where this fails
#
# * **Small systems.** With a gap of a few level spacings, in grains and nuclei, number fluctuations are not small; project, or solve exactly (chapter 13). Where $\Delta$ of the bulk falls below 0.28 of the spacing (project 14C), BCS finds no gap in an even grain, while the exact solution still pairs.
# * **Strong binding.** When $\Delta$ is not small against $E_F$, $\mu$ moves and $F(r)$ is no longer a standing wave under $K_0$ (chapter 11).
# * **Other pairs.** A singlet in an *s* wave is one choice of nature's. ³He has spin-triplet *p* waves; cuprates have singlets in a *d* wave.
# * **Scattering.** In a dirty metal a pair diffuses: for a mean free path $\ell\ll\xi_0$ its size is near $\sqrt{\xi_0\ell}$, and the number of pairs inside it falls.
# * **The phase alone** is not observable, and in a charged metal turning it everywhere is a gauge transformation. What is physical are differences of phase and currents (chapters 08 and 10).

# %%
ask("helium_or_pairs")

# %%
ask("what_phase_means")

# %%
ask("error_in_minimum")

# %%
ask("how_many_pairs_inside")

# %% [markdown]
# <!-- try it -->
# ## Try it
#
# * Start the minimiser of section 2 from the filled sea: in a new cell compute `optimize.minimize(energy, sea, tol=1e-8).fun` and compare it with `energy(sea)` and `energy(theta)`. Why does the minimiser stay there, although the sea is not the lowest state?
# * In section 2, in the cell that defines `mean_field`, start the repetition from `Delta6 = 0`, run the cell and print `Delta6`. Why does it stay there? Put 0.1 back and lower `V6`: for which values is $V$ too small for six levels to pair at all? (Then put 0.334 back and run the cell again: section 4 and "Check" use it.)
# * In section 3 put all energies in `four` to zero, and then take ten of them, `four = np.zeros(10)`. Which distribution is that, and why does the gap drop out?
# * Count the pairs of lead: in section 3 set `metal` to `elements["Pb"]` and `own_gap` to `metal.Delta0`, and run this cell and those of section 5. Do pairs still overlap by every count? At which size would they stop?
# * [The exercises of this chapter](../exercises/03_bcs_ground_state.ipynb): spins, pairs as bosons, the state multiplied out, its number and its phase, and how many
#   pairs share one state.
#
# ## Further reading
#
# * J. Bardeen, L. N. Cooper, J. R. Schrieffer, *Phys. Rev.* **108**, 1175 (1957): the product state is introduced in section II, the coherence length in section V.
# * M. Tinkham, *Introduction to Superconductivity*, 2nd ed., sections 3.3 and 3.4: number and phase, and the variation, with all steps.
# * M. Combescot, O. Betbeder-Matibet, F. Dubin, *Phys. Rep.* **463**, 215 (2008): what it takes to treat pairs of fermions as bosons, and what goes wrong.
# * C. N. Yang, *Rev. Mod. Phys.* **34**, 694 (1962): the largest eigenvalue of section 5 of this chapter as the definition of a condensate.
# * A. J. Leggett, *Quantum Liquids* (2006), chapter 5: the state of sharp number, and why the broken symmetry is a convenience.
# * J. R. Schrieffer, *Theory of Superconductivity* (1964), chapter 2: the overlap of pairs, counted for the shell at the Fermi level.
