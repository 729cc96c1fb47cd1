# %% [markdown]
# # Build one state from all the pairs
#
# <!-- minutes: 40 -->
# *40 minutes · you need: spin ½, creation operators, the pair of chapter 02 · in the book: "The BCS ground state": bosonic character and condensation,
# the variational wave function, broken gauge symmetry and particle number, coherence length and overlap.*
#
# **What you will see:** a product of very small superpositions, one for each pair of states, has less energy than the filled Fermi sea, no sharp number of
# electrons, a sharp phase, and pairs so large that about a hundred million of them lie inside one another.

# %% [markdown]
# | in the text | in the code | meaning | unit |
# |---|---|---|---|
# | $\mathbf S$, $P$ | `S`, `swap` | total spin of two electrons ($\hbar=1$), exchange of their spins | 1 |
# | $b_k^\dagger=c_{k\uparrow}^\dagger c_{-k\downarrow}^\dagger$ | `b.T` | creates the pair of electrons on level $k$ | 1 |
# | $u_k$, $v_k$ | `u`, `v` | amplitudes for level $k$ to be empty, to hold a pair (the book's coherence factors) | 1 |
# | $\theta_k$, $\theta$ | `theta`, – | angle with $u_k=\cos\theta_k$, $v_k=\sin\theta_k$; without an index the phase of one electron, as in the book | rad |
# | $\vert\mathrm{vac}\rangle$, $\vert\varphi\rangle$ | –, `bcs(phase)` | no electrons at all; the BCS state of phase $\varphi$, so that $\vert0\rangle$ is the one of phase zero | 1 |
# | $\phi_k$, $\varphi$ | –, `phase` | wave function of a pair; phase of the state (of a pair, not of an electron) | 1; rad |
# | $\xi$, $\Delta$, $D$ | `xi`, `Delta`, `trial` | electron energy from the Fermi level, gap, trial gap | energy |
# | $E$, $\omega_D$ | –, – | $\sqrt{\xi^2+\Delta^2}$; cutoff of the attraction, here half the width of the band and equal to 1 | energy |
# | $M$ | `M`, `levels` | number of levels | 1 |
# | $V$, $N_0V$ | `V`, `coupling` | attraction between two levels; times the density of states of one spin | energy; 1 |
# | $N$, $n=N/2$ | `N`, `n` | number of electrons, of pairs | 1 |
# | $\delta N$ | `variance` | $N-\langle N\rangle$; the code holds $\langle\delta N^2\rangle$ | 1 |
# | $v_F$, $k_F$, $E_F$ | `v_F`, `k_F`, `E_F` | Fermi velocity, wave number, energy | energy·length, 1/length, energy |
# | $\xi_0$ | `pippard_length` | coherence length $\hbar v_F/\pi\Delta_0$ | length |
# | $\gamma$, $\lambda_L$ | `gamma`, `lambda_L` | coefficient of the heat capacity of the normal metal, penetration depth | energy/(volume·temperature²), length |

# %%
from functools import reduce

import numpy as np
from scipy import integrate, optimize, special

from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, ORANGE, RED, figure, show
from bcs_helpers.finite import bcs_ground_state, projection_after_variation
from bcs_helpers.gap import gap, zero_temperature_gap
from bcs_helpers.ground_state import (
    boson_commutator, boson_normalisation_ratio, decay_length, log_phase_overlap, number_fluctuation, number_variance_per_electron,
    overlapping_pairs, pair_number_distribution, pair_wave_function, pippard_length, rms_pair_size, variational_energy
)
from bcs_helpers.materials import elements
from bcs_helpers.spectrum import amplitudes
from bcs_helpers.units import electron_mass, eV, kelvin, meV, metre, mu0, nm, second

# %% [markdown]
# The chapter in one picture. Take a band of evenly spaced levels, half filled, and let it grow while the gap stays the same. On the left, the probability to find
# $n$ pairs in the BCS state; on the right, how much two such states with different phases have in common.


# %%
def band(levels, Delta=0.2):
    """Amplitudes u, v of the BCS state on evenly spaced levels between −1 and 1."""
    return amplitudes((np.arange(levels) + 0.5) / levels * 2 - 1, Delta)


# %%
phase = np.linspace(-np.pi, np.pi, 801)
fig, (left, right) = figure(1, 2)
for M, colour, dash in [(20, BLUE, ":"), (200, ORANGE, "--"), (2000, RED, "-")]:
    P = pair_number_distribution(*band(M))
    left.plot(np.arange(M + 1) / (M / 2), P / P.max(), color=colour, ls=dash, label=f"{M} levels")
    right.plot(phase, np.exp(log_phase_overlap(*band(M), phase).real), color=colour, ls=dash)
left.set(xlabel=r"number of pairs $n/\langle n\rangle$", ylabel=r"probability $P(n)/P_{\max}$", xlim=(0.5, 1.5))
right.set(xlabel=r"difference of phase $\varphi$ (rad)", ylabel=r"overlap $|\langle 0|\varphi\rangle|$")
left.legend()
show(fig, "Left: the probability of finding n pairs against n over its mean, a bell that becomes ten times narrower when the number of levels grows "
     "from 20 to 2000. Right: the overlap of two BCS states against their difference of phase, a bell around zero that narrows in the same way.")

# %% [markdown]
# Both bells narrow together. In a large metal the number of pairs is sharp *compared with itself*, and the phase is sharp as well: states with slightly different phases
# have nothing in common. So nobody notices that the number is not quite sharp. One question comes first: what is a pair?
#
# ## 1 · A pair has no spin, and is not quite a boson
#
# Write the spins of two electrons as $4\times4$ matrices on the states ↑↑, ↑↓, ↓↑, ↓↓, and look at the square of the total spin and at the exchange of the two.

# %%
one = np.eye(2)
s = [np.array([[0, 1], [1, 0]]) / 2, np.array([[0, -1j], [1j, 0]]) / 2, np.array([[1, 0], [0, -1]]) / 2]
S = [np.kron(a, one) + np.kron(one, a) for a in s]
S2 = sum(a @ a for a in S).real
swap = np.eye(4)[[0, 2, 1, 3]]  # ↑↓ and ↓↑ change places
print("S² = 1 + P as matrices:", np.allclose(S2, np.eye(4) + swap))
values, states = np.linalg.eigh(S2)
for value, state in zip(values, states.T, strict=True):
    print(f"S² = {abs(value):.0f}, under exchange {state @ swap @ state:+.0f}")
singlet = states[:, 0] * np.sign(states[1, 0])
print("the S² = 0 state over ↑↑ ↑↓ ↓↑ ↓↓:", np.round(singlet, 3) + 0.0)

# %% [markdown]
# Of the four states one is odd under exchange, $(\uparrow\downarrow-\downarrow\uparrow)/\sqrt2$, and it is the one without spin. The identity $S^2=1+P$ says
# why: odd ($P=-1$) means $S^2=0$, even means $S^2=2$, that is $S=1$. Two electrons in an *s* wave have an orbital part that is even, Pauli asks for a product that
# is odd, and so the spins have no choice. (Turned round: an orbital wave that is odd, a *p* wave as in liquid ³He, needs a triplet.)
#
# A turn by $2\pi$ multiplies one electron by $-1$ and two by $(-1)^2=+1$: with its integer spin the pair looks like a boson. How far does that go? Build the operators. Two states $k\uparrow$, $-k\downarrow$ make one level with four
# configurations; a sign makes the two electrons anticommute.

# %%
lower, sign = np.array([[0, 1], [0, 0]]), np.diag([1, -1])
up, down = np.kron(lower, one), np.kron(sign, lower)  # c_{k↑}, c_{−k↓} on ∅, ↓, ↑, ↑↓
b = down @ up  # so that b† = c†_{k↑} c†_{−k↓}
commutator = b @ b.T - b.T @ b
print("[b, b†] = 1 − n↑ − n↓:", np.allclose(commutator, np.eye(4) - up.T @ up - down.T @ down))
print("its values on ∅, ↓, ↑, ↑↓:", *np.diag(commutator).astype(int))
print("b†b† = 0:", not (b.T @ b.T).any())

# %%
c = [reduce(np.kron, [sign] * j + [lower] + [one] * (3 - j)) for j in range(4)]  # two levels: k↑, −k↓, l↑, −l↓
b_k, b_l = c[1] @ c[0], c[3] @ c[2]
print("pairs on different levels commute:", np.array_equal(b_k @ b_l.T, b_l.T @ b_k) and np.array_equal(b_k @ b_l, b_l @ b_k))
print("electrons there anticommute:      ", np.array_equal(c[0] @ c[2].T, -c[2].T @ c[0]))

# %% [markdown]
# The book calls a pair a boson. On different levels this is exact: pairs change places without a sign. On the same level
# $[b,b^\dagger]=1-n_\uparrow-n_\downarrow$ is 1 only where the level is empty and $-1$ where it is full, and two pairs never fit on one level. Pauli has not left;
# he sits inside. A pair is a *hard-core* boson.
#
# What matters for condensation is whether many pairs fit into *one* wave function $b^\dagger=\sum_k\phi_kc_{k\uparrow}^\dagger c_{-k\downarrow}^\dagger$. For true bosons
# $\langle\mathrm{vac}|b^nb^{\dagger n}|\mathrm{vac}\rangle=n!$. For pairs (with $\sum\phi_k^2=1$) it is $n!\,F_n$, and the ratio $F_{n+1}/F_n$ says how much is left when one pair more is put in: 1 for bosons, and $1-n/M$ for a
# $\phi$ spread evenly over $M$ levels. In a BCS state the measure is $\langle[b,b^\dagger]\rangle=\sum\phi^2(1-2v^2)$,
# where $\phi\propto v/u$ is the wave function into which *all* its pairs are put. (With exactly $n$ pairs in $\phi$ it is $2F_{n+1}/F_n-1$.)

# %%
for M in (10, 100, 1000):
    ratio = boson_normalisation_ratio(np.ones(M))
    print(f"{M:4d} levels: F2/F1 = {ratio[1]:.3f}, at half filling F(n+1)/F(n) = {ratio[M // 2]:.3f}")

# %%
mu = np.r_[-np.geomspace(30, 0.1, 30), np.geomspace(0.1, 3000, 40)]  # chemical potential of a 3D gas, Δ = 1
k = np.linspace(0, 1, 40_001)[1:] * (np.sqrt(np.maximum(mu, 0)) + 60)[:, None]  # wave numbers, ξ = k² − μ
u, v = amplitudes(k**2 - mu[:, None], 1.0)
density_integral = np.sum(k**2 * v**2, axis=1) * k[:, 0] + 1 / (4 * k[:, -1])  # the last term is the tail beyond the grid
E_F = (3 * density_integral) ** (2 / 3)  # of a free gas of the same density
as_boson = boson_commutator(k * v / u, v**2, v**2)  # each shell of wave numbers weighs k²
print(f"Δ/E_F = {1 / E_F[-1]:.1e}: ⟨[b,b†]⟩ = {as_boson[-1]:+.3f}     Δ/E_F = {1 / E_F[0]:.0f}: {as_boson[0]:+.3f}")
print(f"zero at Δ/E_F = {np.interp(0, as_boson[::-1], 1 / E_F[::-1]):.2f}")

# %%
fig, (left, right) = figure(1, 2)
for M, colour, dash in [(10, BLUE, ":"), (100, ORANGE, "--"), (1000, RED, "-")]:
    left.loglog(np.arange(1, M), 1 - boson_normalisation_ratio(np.ones(M))[1:], color=colour, ls=dash, label=f"{M} levels")
right.semilogx(1 / E_F, as_boson, color=GREEN)
left.set(xlabel="pairs already there, $n$", ylabel=r"lost to Pauli, $1-F_{n+1}/F_n$")
right.set(xlabel=r"gap over Fermi energy $\Delta/E_F$", ylabel=r"$\langle[b,b^\dagger]\rangle$", ylim=(-1.1, 1.1))
left.legend()
show(fig, "Left: what Pauli takes from one more pair against the pairs already there, straight lines of slope one on logarithmic axes, a tenth as high for "
     "ten times more levels. Right: the commutator of b and its adjoint in the BCS state of a three-dimensional gas is minus one for small gaps and "
     "rises through zero, where the gap is two thirds of the Fermi energy, to one when the gap is much larger.")

# %% [markdown]
# Left: with few pairs on many levels, each new pair loses a fraction $n/M$: bosons, as nearly as one likes. Right: a metal is the other end. Its sea is *full* of pairs, every one of them blocks
# levels for the others, and $\langle[b,b^\dagger]\rangle$ is close to $-1$, as far from a boson as it can be. Only when the gap exceeds the Fermi energy, in a gas of molecules
# (chapter 11), does it approach $+1$. So the book's "composite bosons that condense" is right in this: pairs commute, and as many of them as there are levels can share one wave function. It is a picture, not a
# calculation: in a metal there is no temperature at which pairs exist first and condense later.
#
# ## 2 · The state, level by level
#
# Bardeen, Cooper and Schrieffer proposed a product over levels,
#
# $$|\Psi\rangle=\prod_k\left(u_k+v_k\,b_k^\dagger\right)|\mathrm{vac}\rangle,\qquad u_k^2+v_k^2=1,$$
#
# where $|\mathrm{vac}\rangle$ has no electrons. Its energy for pairs that scatter from any level to any other with the amplitude $-V$ is
#
# $$W=\sum_k2\xi_kv_k^2-V\Big(\sum_ku_kv_k\Big)^2 .$$
#
# Let a computer find the best amplitudes. It is told nothing of a gap: one angle per level, $u=\cos\theta$, $v=\sin\theta$, all starting at 45°.

# %%
levels, coupling = 40, 0.5
xi = (np.arange(levels) + 0.5) / levels * 2 - 1  # energies in units of the cutoff
V = coupling / (levels / 2)  # the density of states of one spin is levels/2
sea = np.where(xi < 0, np.pi / 2, 0)


def energy(theta):
    return np.sum(2 * xi * np.sin(theta) ** 2) - V * np.sum(np.sin(theta) * np.cos(theta)) ** 2


theta = optimize.minimize(energy, np.full(levels, np.pi / 4), tol=1e-8).x
Delta = V * np.sum(np.sin(theta) * np.cos(theta))
print(f"Δ = VΣuv = {Delta:.5f},  energy {energy(theta):.5f},  filled sea {energy(sea):.5f}")

# %% [markdown]
# The derivative says what was found. $\partial W/\partial\theta_k=2\xi_k\sin2\theta_k-2\Delta\cos2\theta_k$ with $\Delta=V\sum uv$, so that $\tan2\theta_k=\Delta/\xi_k$, or
#
# $$v_k^2=\frac12\Big(1-\frac{\xi_k}{E_k}\Big),\qquad E_k=\sqrt{\xi_k^2+\Delta^2}.$$
#
# Every level is asked one question only, how it compares with the common $\Delta$; and $\Delta$ is the answer of all levels together.

# %%
u_closed, v_closed = amplitudes(xi, Delta)
print("largest difference of v² from the closed form is below 1e-5:", np.max(np.abs(np.sin(theta) ** 2 - v_closed**2)) < 1e-5)

# %%
weak = 0.25  # a weaker coupling for the right panel, on 4000 levels
fine = (np.arange(4000) + 0.5) / 2000 - 1
Delta0 = zero_temperature_gap(weak, 1.0)
trial = np.linspace(0.01, 2.2, 220) * Delta0
gain = variational_energy(fine, *amplitudes(fine, trial[:, None]), weak / 2000) - 2 * np.sum(fine[fine < 0])
gain /= 2000 * Delta0**2  # in units of N0 Δ0²
best = np.argmin(gain)
print(f"least energy {gain[best]:.3f} N0Δ0² at a trial gap of {trial[best] / Delta0:.2f} Δ0")

# %%
x, line = trial / Delta0, np.linspace(-1, 1, 400)
u, v, uv = *amplitudes(line, Delta), np.sin(theta) * np.cos(theta)
fig, (left, right) = figure(1, 2)
left.plot(xi, np.sin(theta) ** 2, "o", color=BLUE, ms=4, label="$v^2$, minimised")
left.plot(line, v**2, color=BLUE, lw=1, label="$v^2$, closed form")
left.plot(xi, uv, "s", color=RED, ms=4, mfc="none", label="$uv$, minimised")
left.plot(line, u * v, color=RED, lw=1, ls="--", label=r"$uv=\Delta/2E$")
left.set(xlabel=r"energy $\xi/\omega_D$", ylabel="$v^2$, $uv$", ylim=(-0.05, 1.45), xticks=[-1, -0.5, 0, 0.5, 1])
left.legend(ncols=2)
right.plot(x, gain, color=BLUE, label="4000 levels")
right.plot(x, x**2 * (np.log(x) - 0.5 - weak * np.log(x) ** 2), color=RED, ls="--", label="closed form")
right.set(xlabel=r"trial gap $D/\Delta_0$", ylabel=r"energy above the sea $/N_0\Delta_0^2$", ylim=(-0.6, 0.8))
right.legend()
show(fig, "Left: against energy, the minimised v squared falls smoothly from nearly one to nearly zero around the Fermi level and uv has a peak of one half there; both "
     "lie on the closed forms. Right: the energy of a BCS state with a trial gap falls from zero, has a minimum of minus one half at the true gap and rises beyond; "
     "the closed form lies on it.")

# %% [markdown]
# Left: the points found by the machine lie on the lines. The step of the Fermi sea is rounded over a width of about $\Delta$, and only there, where a level is both empty and full, is
# $uv$ large. Rounding costs kinetic energy; $uv$ earns more. Right: all states of this form with a wrong gap $D$. The sea at $D=0$ is a *maximum* towards pairing, since
# $W=N_0D^2[\ln(D/\Delta_0)-\frac12-N_0V\ln^2(D/\Delta_0)]$ is negative however small $D$ is, and the lowest point is $-\frac12N_0\Delta_0^2$ at $D=\Delta_0$ (chapter 06 measures it as a magnetic field).
# How $\Delta_0$ depends on $V$ is the gap equation, chapter 05.
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
polynomial = reduce(np.polymul, np.transpose([v**2, u**2]))[::-1]  # Π(u² + v² x), lowest power first
print("from the 16 terms:    ", np.round(sorted_by_number, 5))
print("from the polynomial:  ", np.round(polynomial, 5))
print("pair_number_distribution:", np.round(pair_number_distribution(u, v), 5))

# %% [markdown]
# Three roads, one distribution: the probability of $n$ pairs is the coefficient of $x^n$ in $\prod(u_k^2+v_k^2x)$. The state is no eigenstate of $N$: it holds 0, 2, 4, 6 and 8 electrons
# at once (never an odd number), with the largest chance in the middle. Each level is an independent throw, hence
#
# $$\langle\delta N^2\rangle=\sum_k4u_k^2v_k^2=\sum_k\frac{\Delta^2}{E_k^2}\;\longrightarrow\;\pi N_0\Delta,\qquad\frac{\langle\delta N^2\rangle}{N}=\frac{3\pi}{4}\frac{\Delta}{E_F}\quad\text{in three dimensions.}$$
#
# Levels deep in the sea or high above it are certain; only those within $\Delta$ of the Fermi level throw dice. (The arrow is the limit of a small gap; below, $\Delta=0.2$ of the
# half band is still 13 % away from it.) How does the relative width fall when the metal grows?

# %%
sizes = 10 * 2 ** np.arange(0, 11)
N, variance = np.array([number_fluctuation(*band(M)) for M in sizes]).T
slope = np.polyfit(np.log(N), np.log(np.sqrt(variance) / N), 1)[0]
print(f"fitted exponent of the relative width: {slope:.4f}")
for Delta in (0.2, 0.02, 0.002):
    print(f"20000 levels, Δ = {Delta}: ⟨δN²⟩ = {number_fluctuation(*band(20_000, Delta))[1]:.2f},  πN0Δ = {np.pi * 10_000 * Delta:.2f}")

# %%
fig, (left, right) = figure(1, 2)
for M, colour, mark in [(20, BLUE, "o"), (80, ORANGE, "s"), (320, RED, "^")]:
    n, width = np.arange(M + 1) - M / 2, np.sqrt(number_fluctuation(*band(M))[1] / 4)
    left.semilogy(n, pair_number_distribution(*band(M)), mark, color=colour, ms=4, label=f"{M} levels")
    left.semilogy(n, np.exp(-(n**2) / (2 * width**2)) / (width * np.sqrt(2 * np.pi)), color=colour, lw=1)
left.set(xlabel=r"pairs more than the mean, $n-\langle n\rangle$", ylabel="probability $P(n)$", xlim=(-20, 20), ylim=(1e-9, 1))
left.legend(loc="lower center", fontsize=8)
right.loglog(N, np.sqrt(variance) / N, "o", color=BLUE, label="summed over the levels")
right.loglog(N, np.sqrt(2 * 0.2 * np.arctan(1 / 0.2) / 2 / N), color=RED, ls="--", label=r"slope $-\frac{1}{2}$")
right.set(xlabel=r"mean number of electrons $\langle N\rangle$", ylabel=r"$\sqrt{\langle\delta N^2\rangle}/\langle N\rangle$")
right.legend()
show(fig, "Left: probability of the number of pairs about its mean on a logarithmic axis for 20, 80 and 320 levels; points along the parabolas of bell curves, "
     "which become wider with the number of levels. Right: the relative width of the electron number against the mean number on logarithmic axes, points on a line of slope minus one half.")

# %% [markdown]
# Left: $P(n)$ is a bell curve over many powers of ten; in the far tails the points of the small bands lie above it, because the many levels that are almost certain add rare exceptions. It gets *wider* with the metal, like $\sqrt N$. Right: the mean
# grows faster, so that the relative width falls with the exponent $-\frac12$, which is the book's statement. What stands in front of $1/\sqrt N$ is smaller than one might think. Take a
# cubic millimetre of aluminium ($T_c=1.181$ K, a fixed point of thermometry).

# %%
Al, Tc_Al = elements["Al"], elements["Al"].Tc
Delta_Al, density = gap(0.0, Tc_Al), Al.electron_density
E_F_Al = (3 * np.pi**2 * density) ** (2 / 3) / (2 * electron_mass)
per_electron = number_variance_per_electron(Delta_Al, E_F_Al)
N_Al = density * (1e-3 * metre) ** 3
print(f"Δ0 = {Delta_Al / meV:.4f} meV, E_F = {E_F_Al / eV:.2f} eV, ⟨δN²⟩/N = {per_electron:.2e} = (3π/4)·{Delta_Al / E_F_Al:.2e}")
print(f"N = {N_Al:.1e}, width {np.sqrt(per_electron * N_Al):.1e}, relative {np.sqrt(per_electron / N_Al):.1e};  1/√N is {1 / np.sqrt(per_electron):.0f} times more")

# %% [markdown]
# The number is uncertain by eighty million electrons out of $2\times10^{20}$, less than one part in $10^{12}$, and 166 times less than $1/\sqrt N$, because only the shell of
# width $\Delta$ takes part.
#
# ## 4 · A phase that is
#
# Give every pair the phase $\varphi$: $|\varphi\rangle=\prod(u+v\,e^{i\varphi}b^\dagger)|\mathrm{vac}\rangle$, so that $|0\rangle$ is now the state of phase zero, not the vacuum. The transformation $e^{i\theta N}$ of the book turns one such state into another, with $\varphi=2\theta$ because a
# pair is two electrons. A sea of sharp number only gets a factor. Six levels are enough to see it all explicitly.

# %%
M = 6
xi6 = (np.arange(M) - 2.5) * 0.4
bits = (np.arange(2**M)[:, None] >> np.arange(M)[::-1]) & 1  # 64 pair configurations, one row each
hop = np.abs(bits[:, None] - bits).sum(axis=2) == 2  # one pair changes its level …
hop &= bits.sum(axis=1)[:, None] == bits.sum(axis=1)  # … and the number of pairs stays
u6, v6 = amplitudes(xi6, 0.8)
H = np.diag(bits @ (2 * xi6)) - 0.8 / np.sum(u6 * v6) * hop  # V = Δ/Σuv, terms k = l left out


def bcs(phase):
    """Π(u + v e^{iφ} b†)|vac⟩ on the 64 configurations; phase is a number or one per level."""
    return np.prod(np.where(bits, v6 * np.exp(1j * np.asarray(phase)), u6), axis=1)


# %%
turn = np.exp(1j * 0.35 * 2 * bits.sum(axis=1))  # e^{iθN} with θ = 0.35, N = 2 × pairs
print("e^{iθN}|0⟩ is the state with φ = 2θ:", np.allclose(turn * bcs(0), bcs(0.70)))
sea = np.all(bits == (xi6 < 0), axis=1) * 1.0
print("overlap of the state with its turned self:", round(abs(bcs(0) @ (turn * bcs(0))), 4), "  of the sea:", round(abs(sea @ (turn * sea)), 4))
for phase in (0, 1, 2, 3):
    print(f"φ = {phase}: energy {np.real(np.vdot(bcs(phase), H @ bcs(phase))):.6f}", end="   ")

# %% [markdown]
# The state changes, its energy does not: on the circle of phases all places are equally good, and the metal sits on one. That is the broken symmetry. What *does* cost energy is disagreement. Turn the
# phase of the three upper levels against the three lower ones, on the left below. On the right: how fast do states of different $\varphi$ lose touch as the metal grows?
#
# $$|\langle0|\varphi\rangle|=\prod_k\sqrt{1-4u_k^2v_k^2\sin^2\tfrac\varphi2}\;\approx\;e^{-\varphi^2\langle\delta N^2\rangle/8}\quad\text{for small }\varphi.$$

# %%
phase = np.linspace(0, 2 * np.pi, 61)
together = [np.vdot(bcs(p), H @ bcs(p)).real for p in phase]
apart = [np.vdot(bcs(p * (xi6 > 0)), H @ bcs(p * (xi6 > 0))).real for p in phase]
fig, (left, right) = figure(1, 2)
left.plot(phase, together, color=BLUE, label="all levels turned")
left.plot(phase, apart, color=RED, ls="--", label="upper half turned")
left.set(xlabel=r"phase $\varphi$ (rad)", ylabel="energy / half the width of the band", ylim=(-4.3, 0))
left.legend(loc="upper right")
for p, colour, dash in [(0.1, BLUE, "-"), (0.3, GREEN, "--"), (1.0, ORANGE, "-."), (np.pi, RED, ":")]:
    right.semilogy(sizes, [np.exp(log_phase_overlap(*band(M), p).real) for M in sizes], color=colour, ls=dash, label=rf"$\varphi={p:.3g}$")
right.set(xlabel="number of levels", ylabel=r"overlap $|\langle0|\varphi\rangle|$", xlim=(0, 4000), ylim=(1e-60, 3))
right.legend()
show(fig, "Left: the energy of the six-level state against the phase is a horizontal line when all levels are turned together, and rises to a maximum at pi "
     "when only the upper half is turned. Right: the overlap of two states against the number of levels on a logarithmic axis; straight lines downwards, steeper for a larger phase.")

# %% [markdown]
# Left: the common phase is free, relative phases are locked: the height of the dashed curve is what it costs to turn half of the levels against the rest. Right: straight lines on a logarithmic axis: the overlap dies exponentially with
# the *size* of the metal, for every $\varphi$ but multiples of $2\pi$. In the limit the states of the circle are orthogonal, and no local operator leads from one to another.
#
# Number and phase are conjugate. $|0\rangle=\sum_n\sqrt{P(n)}\,|n\rangle$, so its distribution over phases is the Fourier transform of $\sqrt{P(n)}$; and integrating $|\varphi\rangle$ over all phases
# with $e^{-in\varphi}$ gives back a state of exactly $n$ pairs.

# %%
angle = np.linspace(-np.pi, np.pi, 4001)[:-1]
for M in (20, 80, 320, 1280):
    P, n = pair_number_distribution(*band(M)), np.arange(M + 1)
    p = np.abs(np.exp(-1j * np.outer(angle, n)) @ np.sqrt(P)) ** 2
    dn, dphi = np.sqrt(P @ (n - M / 2) ** 2), np.sqrt(p @ angle**2 / p.sum())
    print(f"{M:4d} levels: δn/⟨n⟩ = {dn / (M / 2):.4f}   δφ = {dphi:.4f} rad   δn·δφ = {dn * dphi:.4f}")

# %%
phases = np.arange(8) * 2 * np.pi / 8  # more phases than pairs: the sum over them is the integral, exactly
projected = sum(np.exp(-3j * p) * bcs(p) for p in phases) / 8
print("pairs in the projected state:", set(bits[np.abs(projected) > 1e-12].sum(axis=1).tolist()))
print(f"its weight {np.vdot(projected, projected).real:.6f},  P(3) = {pair_number_distribution(u6, v6)[3]:.6f}")
print(f"energy: BCS {np.vdot(bcs(0), H @ bcs(0)).real:.4f}, its part with 3 pairs {np.vdot(projected, H @ projected).real / np.vdot(projected, projected).real:.4f}")

# %% [markdown]
# The product $\delta n\,\delta\varphi$ is ½, the least that Fourier allows: the BCS state is to number and phase what a coherent state of light is, and $\delta n/\langle n\rangle$ and $\delta\varphi$ *both* fall like $1/\sqrt N$.
# The last line deserves a pause: the part with a sharp number has the *lower* energy. How does this go on?

# %%
for L in (8, 16, 32, 64):
    grid, G = (np.arange(L) + 0.5) / L * 2 - 1, 0.5 / (L / 2)
    whole, part = (road(grid, L // 2, G).condensation_energy for road in (bcs_ground_state, projection_after_variation))
    print(f"{L:2d} levels: condensation energy per pair  BCS {2 * whole / L:.5f}   projected {2 * part / L:.5f}   difference of the totals {part - whole:.4f}")

# %% [markdown]
# The difference of the total energies stays near a fifth of the cutoff while the metal grows, so per pair it vanishes. Here the book needs some care: the metal does not give up its number *in order to* gain energy.
# Pairing gains the energy, and a state of sharp number gains as much (a little more, in fact). An isolated piece of metal has some definite number of electrons. The sharp phase is
# bought for nothing per electron, and it is what a metal connected to anything else will show: only *relative* phases between two metals are measured (chapter 10).
#
# ## 5 · How large is a pair, and how many are inside it
#
# The wave function of a pair inside the state is $F(\mathbf r)=\sum_ku_kv_ke^{i\mathbf k\cdot\mathbf r}$. Since $uv$ is large within $\Delta$ of the Fermi level, $F$ extends over $\hbar v_F/\Delta$:
#
# $$F(r)\propto\frac{\sin k_Fr}{k_Fr}\,K_0\!\Big(\frac{r\Delta}{\hbar v_F}\Big).$$
#
# Three lengths go by the name of "size", all of them $\hbar v_F/\Delta$ times a number: Pippard's $\xi_0=\hbar v_F/\pi\Delta_0$, used by BCS and in tables; the rms size $\hbar v_F/(\sqrt8\,\Delta)$; and $\hbar v_F/\Delta$ itself, in which $K_0$ decays, the one the book writes.

# %%
Delta, v_F, k_F = 0.05, 2.0, 1.0  # a metal with k_F ξ0 = 13, so that the oscillations can be seen
r, x = np.linspace(0.1, 120, 3000), np.linspace(1e-4, 3, 600)
F = k_F * r * pair_wave_function(r, Delta, v_F, k_F) / Delta
inside = np.array([integrate.quad(lambda s: special.k0(s) ** 2, 0, end)[0] for end in x]) / (np.pi**2 / 4)
lengths = {"ħv_F/πΔ": (1 / np.pi, GREEN, "--"), "rms": (1 / np.sqrt(8), ORANGE, "-."), "ħv_F/Δ": (1, RED, ":")}
for name, (place, *_) in lengths.items():
    print(f"{name:<7} = {place:.4f} ħv_F/Δ: the electrons are closer than this with probability {np.interp(place, x, inside):.2f}")

# %%
fig, (left, right) = figure(1, 2)
left.plot(r * Delta / v_F, F, color=BLUE, lw=0.9, label="$k_Fr\\,F/N_0\\Delta$")
left.plot(x, np.transpose([special.k0(x), -special.k0(x)]), color=BLACK, lw=1, ls="--", label=[r"$\pm K_0$", None])
right.plot(x, inside, color=BLUE)
for name, (place, colour, dash) in lengths.items():
    right.axvline(place, color=colour, ls=dash, lw=1.2, label=name.replace("v_F", "$v_F$"))
left.set(xlabel=r"distance $r\Delta/\hbar v_F$", ylabel="pair wave function × distance", xlim=(0, 3), ylim=(-3, 3))
right.set(xlabel=r"distance $r\Delta/\hbar v_F$", ylabel="probability within $r$", xlim=(0, 3), ylim=(0, 1.05))
left.legend()
right.legend(loc="lower right")
show(fig, "Left: the pair wave function times distance oscillates with the Fermi wavelength between the dashed envelopes plus and minus K0. Right: the probability "
     "that the two electrons are closer than r rises steeply and levels off at one; three vertical lines mark Pippard's length at 0.32, the rms size at 0.35 and the decay length at 1.")

# %%
for name, length in [("ħv_F/Δ0", decay_length), ("rms", rms_pair_size), ("ħv_F/πΔ0", pippard_length)]:
    print(f"aluminium, {name:<9} {length(Al.v_F, Delta_Al) / nm:.0f} nm")
print(f"table: {Al.xi0}")

# %% [markdown]
# Left: a standing wave of the Fermi wavelength under an envelope with no sharp end. Right: so "size" is a matter of taste; $\xi_0$ and the rms size hold about four fifths of the probability, and
# $\hbar v_F/\Delta$ nearly all of it. All three are of one order of magnitude, as the book's "≈" says. For lengths the factor $\pi$ is harmless. For volumes it is 31, and here
# the question how many pairs lie inside one needs an answer to three questions first: which length, which volume, and *which electrons count as paired*?

# %%
xi0, long = pippard_length(Al.v_F, Delta_Al), decay_length(Al.v_F, Delta_Al)
shell = Delta_Al / E_F_Al
ways = {
    "all electrons, sphere of radius ħv_F/Δ0": overlapping_pairs(long, density),
    "all electrons, sphere of radius ξ0": overlapping_pairs(xi0, density),
    "all electrons, sphere of the tabulated ξ0": overlapping_pairs(Al.xi0, density),
    "all electrons, cube of edge ξ0": overlapping_pairs(xi0, density, shape="cube"),
    "shell Δ0 at the Fermi level, sphere of radius ξ0": overlapping_pairs(xi0, density, shell),
    "condensed pairs Σu²v², sphere of the rms radius": overlapping_pairs(rms_pair_size(Al.v_F, Delta_Al), density, per_electron / 2),
}
for name, count in ways.items():
    print(f"{name:<50} {count:.1e}")

# %% [markdown]
# The book's "trillions" are the second line, $5\times10^{12}$: Pippard's length and *every* electron. With the length that the book itself writes a few lines before it, $\hbar v_F/\Delta$, it would be the first, $1.6\times10^{14}$. Both count
# electrons at the bottom of the band, which pairing leaves as they were. If only the share $\Delta/E_F$ near the Fermi level is counted, 80 million remain. That is the number to
# keep, for the state itself says nearly the same: the matrix $\langle b_k^\dagger b_l\rangle$ has one eigenvalue that grows with the metal, and it counts the pairs that share one state.

# %%
for M in (50, 200, 800):
    u, v = band(M)
    matrix = np.outer(u * v, u * v)
    np.fill_diagonal(matrix, v**2)
    largest = np.linalg.eigvalsh(matrix)[-2:][::-1]
    print(f"{M:3d} levels: eigenvalues {largest[0]:6.2f}, {largest[1]:.2f}, …   Σu²v² = {np.sum((u * v)**2):6.2f} = ⟨δN²⟩/4")

# %% [markdown]
# One pair state holds $\sum u^2v^2$ pairs (up to less than one), all others less than one each: this is what "a macroscopic number in a single state" means, without any boson. It is $\frac14\langle\delta N^2\rangle=\frac\pi4N_0\Delta$, the
# sum of section 3 again, and $\frac{3\pi}{8}\frac\Delta{E_F}$ of all pairs: the last line of the count, $10^8$. By every count the conclusion stands: the ground state is no gas of separate pairs.
#
# ## Explore
#
# Move the gap, measured in level spacings $d$, and the number of levels. When does the bell with $\langle\delta N^2\rangle=\pi\Delta/d$ become right, and what is left of it when the gap is smaller than a level spacing?


# %%
def draw(ax, ratio=2.0, levels=40):
    xi = np.arange(levels) - (levels - 1) / 2  # in level spacings; the density of states of one spin is 1/d
    n = np.arange(levels + 1) - levels / 2
    width = np.sqrt(np.pi * ratio) / 2  # of the number of pairs
    seen = abs(n) <= 12
    ax.bar(n[seen], pair_number_distribution(*amplitudes(xi, ratio))[seen], color=BLUE, width=0.7, label="BCS state")
    line = np.linspace(-12, 12, 121)
    ax.plot(line, np.exp(-(line**2) / (2 * width**2)) / (width * np.sqrt(2 * np.pi)), color=RED, ls="--", label=r"bell, $\langle\delta N^2\rangle=\pi\Delta/d$")
    ax.set(xlabel=r"pairs more than the mean, $n-\langle n\rangle$", ylabel="probability $P(n)$", xlim=(-12, 12), ylim=(0, 1))
    ax.legend()


# %%
explore(draw, ratio=(0.05, 40.0), levels=(2, 100, 2), labels={"ratio": "gap Δ", "levels": "number of levels"}, units={"ratio": "d"},
        presets={"grain": {"ratio": 0.2, "levels": 40}, "metal": {"ratio": 20.0, "levels": 100}},
        alt="Probability of the number of pairs about its mean for 40 levels and a gap of two level spacings: bars that follow a dashed bell curve with a "
            "maximum of 0.3; sliders change the gap and the number of levels.")

# %% [markdown]
# ## Compare with experiment
#
# A coherence length is not read from one instrument. Tables compute it from other data, and one can do the same. The free-electron $v_F$ is a poor guess, because the
# lattice and the phonons change it. But the heat capacity knows the density of states, $N_0=3\gamma/2\pi^2$, the penetration depth knows $N_0v_F^2$, and together they give an average $v_F$ of the real electrons:
#
# $$\frac1{\mu_0e^2\lambda_L^2}=\frac23N_0v_F^2\quad\Longrightarrow\quad v_F=\frac1{\lambda_L}\sqrt{\frac{3}{2\mu_0e^2N_0}}.$$

# %%
rows = []
for symbol in ("Al", "Cd", "Sn", "Pb", "Nb"):
    e = elements[symbol]
    Delta_e = float(e.Delta0) if e.Delta0 else gap(0.0, e.Tc)
    v_measured = np.sqrt(3 / (2 * mu0 * e.N0)) / e.lambda_L
    free, better = pippard_length(e.v_F, Delta_e) / nm, pippard_length(v_measured, Delta_e) / nm
    rows.append((symbol, e.xi0 / nm, free, better, e.xi0.status))
    print(f"{symbol}: ξ0 with free v_F {free:5.0f} nm, with v_F = {v_measured / (1e6 * metre / second):.2f}e6 m/s {better:5.0f} nm,  table {e.xi0.amount} ({e.xi0.status})")

# %%
names = ("xi0", "lambda_L", "gamma", "Delta0", "v_F")
for name in names:
    used = [row for symbol, *_ in rows if (row := getattr(elements[symbol], name))]
    for source in dict.fromkeys((row.status, row.source) for row in used):
        print(f"{name:<9}{' '.join(row.of for row in used if (row.status, row.source) == source):<15}{source[0]}: {source[1]}")

# %%
fig, ax = figure()
for symbol, table, free, better, status in rows:
    ax.plot(table, free, "^", color=ORANGE, mfc="none", ms=7)
    ax.plot(table, better, "o" if status == "sourced" else "s", color=BLUE, mfc=BLUE if status == "sourced" else "none", ms=7)
    ax.annotate(symbol, (table, better), textcoords="offset points", xytext=(8, -12))
ax.plot([20, 5000], [20, 5000], color=BLACK, lw=1, ls="--")
ax.plot([], [], "^", color=ORANGE, mfc="none", ms=7, label="free-electron $v_F$")
ax.plot([], [], "s", color=BLUE, mfc="none", ms=7, label=r"$v_F$ from $\gamma$ and $\lambda_L$; table recalled")
ax.plot([], [], "o", color=BLUE, ms=7, label="the same; table sourced")
ax.set(xlabel=r"$\xi_0$ of the table (nm)", ylabel=r"$\hbar v_F/\pi\Delta_0$ (nm)", xscale="log", yscale="log", xlim=(20, 3000), ylim=(20, 8000))
ax.legend(loc="lower right")
show(fig, "Coherence length computed from the Fermi velocity and the gap against the tabulated one, both on logarithmic axes, for niobium, lead, tin, cadmium and "
     "aluminium. With the free-electron velocity all points lie above the diagonal; with the velocity from heat capacity and penetration depth they lie close to it.")

# %% [markdown]
# With the free-electron velocity every length comes out too large, by a factor 1.5 in aluminium and 6 in cadmium; with the velocity from $\gamma$ and $\lambda_L$ all five agree with the tables to 16 %. This is also why the 2381 nm
# of section 5 is not the 1600 nm of the tables: aluminium's electrons are slower at the Fermi level than free ones. With 1600 nm the count of section 5 shrinks to a third, as its third line says. Read the agreement with
# care. For aluminium, cadmium and tin, $\lambda_L$ and $\xi_0$ come from one and the same table, which Kittel heads "calculated" (recalled): there we see mostly that his table agrees with itself. Both lengths of lead, and both of
# niobium, were read in one paper each. The book's "hundreds to thousands of nanometres" fits three of the five; lead has 96 nm and niobium 40.
#
# ## Check
#
# Closed forms, second routes, and a published number.

# %%
assert np.allclose(np.linalg.eigvalsh(S2), [0, 2, 2, 2], atol=1e-12)  # rounding only
assert np.isclose(singlet @ swap @ singlet, -1) and np.allclose(np.abs(singlet), [0, 0.5**0.5, 0.5**0.5, 0])
assert np.allclose(boson_normalisation_ratio(np.ones(100)), 1 - np.arange(100) / 100, rtol=0, atol=1e-12)  # M!/(M−n)!Mⁿ
exact = number_fluctuation(*band(4000, 0.2))[1]  # closed form for levels from −1 to 1: 2N0Δ arctan(1/Δ)
assert abs(exact / (2 * 2000 * 0.2 * np.arctan(1 / 0.2)) - 1) < 1e-6  # midpoint rule with 400 levels per Δ, 1/24·(1/400)²
print("singlet, Pauli blocking and the number fluctuation agree with their closed forms")

# %%
Delta = V * np.sum(np.sin(theta) * np.cos(theta))  # the gap of the 40 levels of section 2
assert abs(1 - V * np.sum(0.5 / np.hypot(xi, Delta))) < 1e-6  # the gap equation as a sum: the minimiser's tolerance
assert abs(Delta / zero_temperature_gap(0.5, 1.0) - 1) < 1e-3  # and as an integral: the sum over 40 levels is d²/24 = 1e-4 off
assert abs(np.sum(state**2) - 1) < 1e-12 and np.allclose(sorted_by_number, polynomial, rtol=0, atol=1e-12)
assert abs(gain[best] + 0.5) < 2e-3  # −½N0Δ0²: weak coupling leaves out terms (Δ0/ω_D)²; grid of trial gaps
print("the minimum solves the gap equation, its depth is ½N0Δ0²")

# %%
coherent = reduce(np.kron, [np.array([1, g]) for g in v6 / u6])  # exp(Σ g b†)|vac⟩: exp(g b†) = 1 + g b†, since b†b† = 0
assert np.allclose(coherent / np.linalg.norm(coherent), bcs(0), rtol=0, atol=1e-12)  # g = v/u; rounding only
M, p = 500, 0.05
bell = -(p**2) * number_fluctuation(*band(M))[1] / 8
assert abs(log_phase_overlap(*band(M), p).real / bell - 1) < p**2  # next order in φ²
print("BCS is a coherent state of pairs; phases overlap like a bell")

# %%
mean_square = integrate.quad(lambda s: s**2 * special.k0(s) ** 2, 0, 50)[0] / integrate.quad(lambda s: special.k0(s) ** 2, 0, 50)[0]
assert abs(mean_square - 1 / 8) < 1e-8  # the rms size, from the wave function; quad's accuracy
# BCS (1957): ξ0 = 0.18 ħv_F/k_BTc; Faber and Pippard had found 0.15 from experiment (recalled)
factor = pippard_length(1.0, gap(0.0, 1.0))
assert abs(factor - 0.18) < 0.005  # the printed digits
ratio = ways["all electrons, sphere of radius ħv_F/Δ0"] / ways["all electrons, sphere of radius ξ0"]
assert abs(ratio / np.pi**3 - 1) < 1e-12  # rounding only
print(f"ξ0 = {factor:.4f} ħv_F/k_BTc; the two lengths differ by π, the counts by π³ = {ratio:.1f}")

# %% [markdown]
# ## Where this fails
#
# * **Small systems.** With a gap of a few level spacings, in grains and nuclei, number fluctuations are not small; project, or solve exactly (chapter 13). Where $\Delta$ of the bulk falls below 0.28 of the spacing (project 14C), BCS finds no gap in an even grain, while the exact solution still pairs.
# * **Strong binding.** When $\Delta$ is not small against $E_F$, $\mu$ moves and $F(r)$ is no longer a standing wave under $K_0$ (chapter 11).
# * **Other pairs.** A singlet in an *s* wave is one choice of nature's. ³He has spin-triplet *p* waves; cuprates have singlets in a *d* wave.
# * **Scattering.** In a dirty metal a pair diffuses: for a mean free path $\ell\ll\xi_0$ its size is near $\sqrt{\xi_0\ell}$, and the number of pairs inside it falls.
# * **The phase alone** is not observable, and in a charged metal turning it everywhere is a gauge transformation. What is physical are differences of phase and currents (chapters 08 and 10).
#
# <!-- try it -->
# ## Try it
#
# * In section 2 start the minimiser from the filled sea (`sea` instead of 45°). Why does it stay there, although the sea is not the lowest state?
# * In section 3 put all four energies in `four` to zero, or take ten of them. Which distribution is that, and why does the gap drop out?
# * In section 5 take lead: its $v_F$, $\Delta_0$ and density from `elements["Pb"]`. Do pairs still overlap by every count? At which size would they stop?
# * [The exercises of this chapter](../exercises/03_bcs_ground_state.ipynb): spins, pairs as bosons, the state multiplied out, its number and its phase, and how many
#   pairs share one state.
#
# ## Further reading
#
# * J. Bardeen, L. N. Cooper, J. R. Schrieffer, *Phys. Rev.* **108**, 1175 (1957): the product state is introduced in section II, the coherence length in section V.
# * M. Tinkham, *Introduction to Superconductivity*, 2nd ed., sections 3.3 and 3.4: number and phase, and the variation, with all steps.
# * M. Combescot, O. Betbeder-Matibet, F. Dubin, *Phys. Rep.* **463**, 215 (2008): what it takes to treat pairs of fermions as bosons, and what goes wrong.
# * C. N. Yang, *Rev. Mod. Phys.* **34**, 694 (1962): the largest eigenvalue of section 5 as the definition of a condensate.
# * A. J. Leggett, *Quantum Liquids* (2006), chapter 5: the state of sharp number, and why the broken symmetry is a convenience.
# * J. R. Schrieffer, *Theory of Superconductivity* (1964), chapter 2: the overlap of pairs, counted for the shell at the Fermi level.
