# %% [markdown]
# # 03 · Build one state from all the pairs: answers
#
# <!-- work -->
# *275 minutes, 42 points, and one question in words · read first: [chapter 03](../notebooks/03_bcs_ground_state.ipynb).*
#
# <!-- how to solve -->

# %% [markdown] tags=["solution"]
# These are the explained solutions: the idea, the steps, the code, and a limit or a second way that confirms it. What an exercise leaves out stands between `# begin solution` and `# end solution`.

# %%
from itertools import combinations
from math import factorial

import numpy as np

from bcs_helpers.classroom import ask, carry_on, check, hint, progress
from bcs_helpers.tables import numbers, table

# %% tags=["solution"]
from functools import reduce
from itertools import product

from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.special import k0

from bcs_helpers.classroom import rubric
from bcs_helpers.figures import BLUE, GREEN, ORANGE, RED, figure, show

# %%
ask("warm_up_uv")

# %% [markdown]
# <!-- task: total_spin_squared -->
# ## 1 · The spin of two electrons (problem 1809307, 2 points, 10 min)
#
# Two spins ½ may add up or cancel. How much spin is in a given state of two electrons?
#
# `state` holds the four amplitudes of ↑↑, ↑↓, ↓↑, ↓↓ in this order (an array, perhaps complex, normalised). Return the mean value
# $\langle S^2\rangle$ of the square of the total spin, in units of $\hbar^2$.

# %% [markdown] tags=["solution"]
# **Idea.** Of the four states with a definite total spin one is odd under the exchange of the two spins, the singlet $(↑↓-↓↑)/\sqrt2$. It has $S=0$; the three even ones have $S=1$, so that $S(S+1)=2$.
#
# The amplitude of the singlet is $(b-c)/\sqrt2$, with $b$ and $c$ those of ↑↓ and ↓↑. Its probability is $p=\frac12|b-c|^2$, and $\langle S^2\rangle=2(1-p)$.


# %%
def total_spin_squared(state):
    """⟨S²⟩ (ħ = 1) of two spins in the state with amplitudes ↑↑, ↑↓, ↓↑, ↓↓."""
    # begin solution
    singlet = abs(state[1] - state[2]) ** 2 / 2
    return 2 * (1 - singlet)
    # end solution


check(total_spin_squared)

# %% [markdown] tags=["solution"]
# **A second way: matrices.** The total spin is $s\otimes1+1\otimes s$ for each of three directions, with $s=\sigma/2$; nothing needs to be known about singlets.
# Mix ↑↓ and ↓↑ with a relative phase and walk from triplet to singlet: $S^2=S(S+1)$ falls from 2 to 0, and with $S^2=1+P_{12}$ it is at the same time a measure of the exchange $P_{12}$.

# %% tags=["solution"]
sigma = np.array([[[0, 1], [1, 0]], [[0, -1j], [1j, 0]], [[1, 0], [0, -1]]])
S = [np.kron(s, np.eye(2)) / 2 + np.kron(np.eye(2), s) / 2 for s in sigma]
S2 = sum(s @ s for s in S)
angles = np.array([0, 90, 180])
states = [np.array([0, 1, np.exp(1j * np.radians(a)), 0]) / np.sqrt(2) for a in angles]
table({"state": ["triplet", "half of each", "singlet"], r"$\alpha$ / °": angles,
       "short argument": numbers([abs(total_spin_squared(s)) for s in states], decimals=3),
       "matrices": numbers([abs(np.vdot(s, S2 @ s)) for s in states], decimals=3)},
      caption=r"The mean of $S^2$ when ↑↓ and ↓↑ are added with the phase $\alpha$.")

# %% [markdown]
# <!-- task: pauli_weight -->
# ## 2 · What Pauli lets through (problem 1809307, 3 points, 15 min)
#
# Give two electrons any orbital wave function and any spin state. With what probability is the product a state that electrons may be in,
# odd under the exchange of the two?
#
# `orbital` is a matrix $A_{ij}$, the amplitude for the first electron on site $i$ and the second on $j$; `spin` is a $2\times2$ matrix $\chi_{st}$ in
# the same way. Both may be complex and are normalised ($\sum|A|^2=\sum|\chi|^2=1$). Return the squared length of the odd part of $A_{ij}\chi_{st}$.

# %% [markdown] tags=["solution"]
# **Idea.** Exchanging two electrons exchanges site *and* spin. A product is odd where one factor is even and the other odd.
#
# The odd part of the orbital, $\frac12(A-A^T)$, has the probability $a$, the even one $1-a$; in the same way $s$ and $1-s$ for the spins. So the weight is $(1-a)s+a(1-s)$.


# %%
def pauli_weight(orbital, spin):
    """Probability of the part of A[i, j] χ[s, t] that is odd under the exchange."""
    # begin solution
    a, s = (np.sum(np.abs(x - x.T) ** 2) / 4 for x in (orbital, spin))
    return (1 - a) * s + a * (1 - s)
    # end solution


check(pauli_weight)

# %% [markdown] tags=["solution"]
# **The limits.** An even orbital with the singlet passes whole, with a triplet not at all; an odd orbital the other way round. Electrons
# that pair in an *s* wave, which is even, therefore *must* be in the singlet.

# %% tags=["solution"]
even, odd = np.array([[0, 1], [1, 0]]) / np.sqrt(2), np.array([[0, 1], [-1, 0]]) / np.sqrt(2)
table({"orbital": ["even", "odd"],
       "singlet": numbers([pauli_weight(A, odd) for A in (even, odd)], decimals=3),
       "triplet ↑↓ + ↓↑": numbers([pauli_weight(A, even) for A in (even, odd)], decimals=3)},
      caption="The part that Pauli's principle lets through.")

# %% [markdown]
# <!-- task: pair_commutator -->
# ## 3 · How far a pair is from a boson (problem 1809267, 3 points, 20 min)
#
# A pair has integer spin. Do its operators behave as a boson's? Take $b^\dagger=\sum_kg_k\,c^\dagger_{k\uparrow}c^\dagger_{-k\downarrow}$ with $\sum g_k^2=1$.
#
# `g` holds $g_k$, real but *not* normalised. `up` and `down` hold configurations, one a row: 1 where the state of that level is taken by an
# electron, 0 where it is free. Return $\langle[b,b^\dagger]\rangle$ for each row.

# %% [markdown] tags=["solution"]
# **Idea.** On different levels everything commutes, so only $\sum_kg_k^2[b_k,b_k^\dagger]$ is left. On one level, $b_kb_k^\dagger$ is 1 on the
# empty level and 0 on the other three; $b_k^\dagger b_k$ is 1 on the full one. Their difference is $1,0,0,-1$, that is $1-n_\uparrow-n_\downarrow$.


# %%
def pair_commutator(g, up, down):
    """⟨[b, b†]⟩ in each row of up, down, for b† = Σ g_k c†_{k↑} c†_{−k↓}; normalise g."""
    # begin solution
    weight = g**2 / np.sum(g**2)
    return (1 - up - down) @ weight
    # end solution


check(pair_commutator)

# %% [markdown] tags=["solution"]
# **A second way: matrices.** Two levels are four places for electrons, $2^4=16$ configurations. A string of signs makes the operators
# anticommute, and the commutator can be multiplied out without any thought.

# %% tags=["solution"]
lower, sign, one = np.array([[0, 1], [0, 0]]), np.diag([1, -1]), np.eye(2)
places = [[sign] * j + [lower] + [one] * (3 - j) for j in range(4)]
c = [reduce(np.kron, factors) for factors in places]  # k↑, −k↓, l↑, −l↓
b = 0.6 * c[1] @ c[0] + 0.8 * c[3] @ c[2]
commutator = b @ b.T - b.T @ b
n = np.array(list(product([0, 1], repeat=4)))  # the configurations in the order of the matrix
by_levels = pair_commutator(np.array([0.6, 0.8]), n[:, ::2], n[:, 1::2])
print("diagonal:", np.allclose(commutator, np.diag(np.diag(commutator))), end="   ")
print("equal to the sum over levels:", np.allclose(np.diag(commutator), by_levels))

# %% [markdown]
# <!-- task: composite_boson_norm -->
# ## 4 · Many pairs in one wave function (problem 1809267, 4 points, 25 min)
#
# As many true bosons as one likes fit into one state, and $\langle\mathrm{vac}|b^nb^{\dagger n}|\mathrm{vac}\rangle=n!$. What becomes of it for pairs?
#
# For a normalised `g` and a number `n` of pairs return $R_n=\langle\mathrm{vac}|b^nb^{\dagger n}|\mathrm{vac}\rangle/n!$. Program it yourself: to call the package is not the point.

# %% [markdown] tags=["solution"]
# **Idea.** No level can be used twice, so $b^{\dagger n}|\mathrm{vac}\rangle$ contains only sets $A$ of $n$ different levels. Each set is reached in $n!$ orders that
# all give the same state, so its amplitude is $n!\prod g_k$. Square, add, divide:
#
# $$R_n=\frac1{n!}\sum_{|A|=n}\Big(n!\prod_{k\in A}g_k\Big)^2=n!\sum_{|A|=n}\prod_{k\in A}g_k^2 .$$


# %%
def composite_boson_norm(g, n):
    """R_n = ⟨b^n b†^n⟩/n! in the empty state, for pairs with the normalised wave function g."""
    # begin solution
    return factorial(n) * sum(np.prod(np.square(levels)) for levels in combinations(g, n))
    # end solution


check(composite_boson_norm)

# %%
composite_boson_norm = carry_on(composite_boson_norm)

# %% tags=["solution"]
fig, ax = figure()
for M, colour, dash in [(4, RED, "o-"), (8, ORANGE, "s--"), (16, BLUE, "^:")]:
    pairs = np.arange(min(M, 8) + 1)
    ratio = [composite_boson_norm(np.full(M, M**-0.5), int(n)) for n in pairs]
    ax.plot(pairs, ratio, dash, color=colour, label=f"{M} levels")
ax.axhline(1, color=GREEN, lw=1, label="true bosons")
ax.set(xlabel="number of pairs $n$", ylabel="$R_n$", ylim=(0, 1.1))
ax.legend()
show(fig, "boson_ratio_composite_boson_norm")

# %% [markdown] tags=["solution"]
# **The limit that confirms it.** For a $g$ spread evenly over $M$ levels $R_n=\prod_{j<n}(1-j/M)$. It tends to 1 when $M\to\infty$: on many levels
# pairs never meet, and that is when "composite boson" is more than a name.

# %% [markdown]
# <!-- task: pair_number_probabilities -->
# ## 5 · Multiply the BCS state out (problem 1981947, 4 points, 25 min)
#
# The BCS state is $\prod_k(u_k+v_kb_k^\dagger)|\mathrm{vac}\rangle$. How many pairs would one find in it?
#
# For an array `v` of amplitudes ($u_k=\sqrt{1-v_k^2}$) return the probabilities $P(0),P(1),\dots,P(M)$ of finding $n$ pairs on the $M$ levels.

# %% [markdown] tags=["solution"]
# **Idea.** For two levels the product is $u_1u_2+(v_1u_2b_1^\dagger+u_1v_2b_2^\dagger)+v_1v_2b_1^\dagger b_2^\dagger$. The two terms in the bracket are different states with one pair,
# so $P(1)=v_1^2u_2^2+u_1^2v_2^2$: squares first, then the sum. In general $P(n)$ is the coefficient of $x^n$ in $\prod(u_k^2+v_k^2x)$.


# %%
def pair_number_probabilities(v):
    """P(n), n = 0 … len(v), of finding n pairs in the BCS state with amplitudes v."""
    # begin solution
    P = np.ones(1)
    for vk in v:
        P = np.convolve(P, [1 - vk**2, vk**2])
    return P
    # end solution


check(pair_number_probabilities)

# %%
pair_number_probabilities = carry_on(pair_number_probabilities)
print(pair_number_probabilities(np.array([0.9, 0.7, 0.3])).round(4))

# %% [markdown] tags=["solution"]
# **A second way: the phase.** Give every pair the phase $\varphi$. The overlap with the state of phase zero is $\prod(u_k^2+v_k^2e^{i\varphi})=\sum_nP(n)e^{in\varphi}$, a Fourier
# series whose coefficients are the probabilities. Number and phase are conjugate, and this is where one sees it.

# %% tags=["solution"]
v = np.array([0.96, 0.8, 0.6, 0.28])
phase = 2 * np.pi * np.arange(5) / 5
overlap = np.prod(1 - v**2 + v**2 * np.exp(1j * phase)[:, None], axis=1)
table({"pairs": range(5), "from the phases": numbers(np.fft.fft(overlap).real / 5, decimals=5),
       "by multiplying out": numbers(pair_number_probabilities(v), decimals=5)},
      caption="The distribution of the number of pairs in two ways.")

# %% [markdown]
# <!-- task: projected_occupation -->
# ## 6 · The part with exactly n pairs (problem 1981947, 4 points, 30 min)
#
# An isolated piece of metal has a definite number of electrons. Keep only the terms of the expanded state that have exactly `n` pairs, and normalise them. What
# is the probability $n_k$ that level $k$ holds a pair? Return it for all levels, for amplitudes `v` (none of them 0 or 1).

# %% [markdown] tags=["solution"]
# **Idea.** A configuration that fills the set $A$ of levels has the weight $\prod_{k\in A}v_k^2\prod_{k\notin A}u_k^2$. All sets of $n$ levels together weigh $P(n)$;
# those which contain $k$, divided by it, give $n_k$. With a handful of levels one can simply list them.


# %%
def projected_occupation(v, n):
    """Occupation of each level by a pair in the part of the BCS state that has exactly n pairs."""
    # begin solution
    places = range(len(v))
    filled = np.array([[k in chosen for k in places] for chosen in combinations(places, n)])
    weight = np.prod(np.where(filled, v**2, 1 - v**2), axis=1)
    return weight @ filled / np.sum(weight)
    # end solution


check(projected_occupation)

# %%
projected_occupation = carry_on(projected_occupation)

# %% tags=["solution"]
M = 14
xi = (2 * np.arange(M) + 1) / M - 1
v = np.sqrt((1 - xi / np.hypot(xi, 0.3)) / 2)
fig, ax = figure()
ax.plot(xi, v**2, "o-", color=BLUE, label="whole BCS state")
part = projected_occupation(v, M // 2)
ax.plot(xi, part, "s--", color=RED, label=f"its part with {M // 2} pairs")
ax.set(xlabel=r"energy $\xi$ / half band width", ylabel="occupation by a pair", ylim=(-0.05, 1.15))
ax.legend()
show(fig, "occupations_projected_occupation")

# %% [markdown] tags=["solution"]
# **What it says.** Fixing the number hardly changes the metal: the step stays smooth, only a little steeper. The rounding is the pairing; the spread of the number
# is a side effect. (The mean over all $n$, weighted with $P(n)$, gives back $v^2$ exactly.)

# %% tags=["solution"]
v4 = np.array([0.96, 0.8, 0.6, 0.28])
P4 = pair_number_probabilities(v4)
mean = sum(P4[n] * projected_occupation(v4, n) for n in range(1, 5))
table({"level": range(1, 5), "weighted mean over $n$": numbers(mean, decimals=6),
       "$v^2$": numbers(v4**2, decimals=6)},
      caption="The parts of definite number together give back the whole state.")

# %% [markdown]
# <!-- task: number_moments -->
# ## 7 · Not an eigenstate of the number (problem 1809292, 3 points, 20 min)
#
# A state of sharp electron number would have $\langle N^2\rangle=\langle N\rangle^2$. Does the BCS state?
#
# For amplitudes `v` return the two numbers $\langle N\rangle$ and $\langle N^2\rangle$ as an array. $N$ counts electrons.

# %% [markdown] tags=["solution"]
# **Idea.** A level holds two electrons with probability $v^2$, else none: $\langle N_k\rangle=2v_k^2$, $\langle N_k^2\rangle=4v_k^2$, and so a variance of
# $4v_k^2-4v_k^4=4u_k^2v_k^2$. Independent levels: variances add, $\langle N^2\rangle=\langle N\rangle^2+4\sum u_k^2v_k^2$. The state is an eigenstate only if each level is full
# or empty, $u_kv_k=0$ everywhere: the Fermi sea.


# %%
def number_moments(v):
    """Array of ⟨N⟩ and ⟨N²⟩, N the number of electrons, in the BCS state with amplitudes v."""
    # begin solution
    N = np.sum(2 * v**2)
    return np.array([N, N**2 + np.sum(4 * v**2 * (1 - v**2))])
    # end solution


check(number_moments)

# %%
number_moments = carry_on(number_moments)

# %% [markdown] tags=["solution"]
# **A second way.** The distribution of task 5 has the same two moments.

# %% tags=["solution"]
P, electrons = pair_number_probabilities(v4), 2 * np.arange(5)
table({"moment": [r"$\langle N\rangle$", r"$\langle N^2\rangle$"],
       "from the distribution": numbers([P @ electrons, P @ electrons**2], decimals=6),
       "from the levels": numbers(number_moments(v4), decimals=6)},
      caption="Two moments in two ways.")

# %% [markdown]
# <!-- task: width_exponent -->
# ## 8 · How the width falls with size (problem 1096852, 4 points, 25 min)
#
# By which power of $\langle N\rangle$ does the relative width $\sqrt{\langle\delta N^2\rangle}/\langle N\rangle$ fall? It depends on what the gap does while the metal grows.
#
# `levels` is an array of sizes: $M$ levels, at the middles of $M$ equal steps from $-1$ to 1, so that $\xi_j=(2j+1)/M-1$ with $j=0\dots M-1$. `gaps` holds the gap $\Delta$ for each
# size. Fit a straight line to $\ln(\sqrt{\langle\delta N^2\rangle}/\langle N\rangle)$ against $\ln\langle N\rangle$ and return its slope.

# %% [markdown] tags=["solution"]
# **Idea.** $v^2=\frac12(1-\xi/E)$ gives the moments of task 7 for each size; the half-filled band has $\langle N\rangle=M$. Only levels within $\Delta$ are uncertain, and there
# are about $N_0\Delta$ of them, $N_0=M/2$: $\langle\delta N^2\rangle\approx\pi N_0\Delta$. With a fixed gap the width grows like $\sqrt M$ and the exponent is $-\frac12$. With
# $\Delta\propto1/M$ the number of uncertain levels stays, and the exponent is $-1$.


# %%
def width_exponent(levels, gaps):
    """Slope of ln(√⟨δN²⟩/⟨N⟩) against ln⟨N⟩ for evenly spaced levels between −1 and 1."""
    # begin solution
    N, width = np.zeros(len(levels)), np.zeros(len(levels))
    for i, (M, gap) in enumerate(zip(levels, gaps)):
        xi = (2 * np.arange(M) + 1) / M - 1
        v2 = (1 - xi / np.hypot(xi, gap)) / 2
        N[i], width[i] = np.sum(2 * v2), np.sqrt(np.sum(4 * v2 * (1 - v2)))
    return np.polyfit(np.log(N), np.log(width / N), 1)[0]
    # end solution


check(width_exponent)

# %%
width_exponent = carry_on(width_exponent)

# %% tags=["solution"]
sizes, powers = 100 * 2 ** np.arange(5), np.linspace(0, 1, 11)
slopes = [width_exponent(sizes, 0.2 * (sizes / 100.0) ** -p) for p in powers]
fig, ax = figure()
ax.plot(powers, slopes, "o", color=BLUE, label="fitted, 100 to 1600 levels")
straight = -(1 + powers) / 2
ax.plot(powers, straight, color=RED, ls="--", label=r"$-\frac{1+p}{2}$, from $\pi N_0\Delta$")
ax.set(xlabel=r"power $p$ in $\Delta\propto M^{-p}$", ylabel="exponent of the relative width")
ax.legend()
show(fig, "exponents_width_exponent")

# %% [markdown] tags=["solution"]
# **The limit that confirms it.** The points follow the straight line $-(1+p)/2$ within a few hundredths; the difference is the end of the band, which cuts the sum at
# these sizes. The book's $1/\sqrt N$ is its left end: a metal that grows and stays the same metal.

# %% [markdown]
# <!-- task: relative_number_width -->
# ## 9 · How sharp is the number? (problem 1096852, 3 points, 15 min)
#
# What stands in front of $1/\sqrt N$ in a real metal? For `N` electrons in three dimensions, with free-electron density of states and a gap that is the small fraction
# `ratio` $=\Delta/E_F$ of the Fermi energy, return $\sqrt{\langle\delta N^2\rangle}/N$.

# %% [markdown] tags=["solution"]
# **Idea.** $\sum4u^2v^2=\sum\Delta^2/E^2$ becomes $N_0\int\Delta^2d\xi/(\xi^2+\Delta^2)=\pi N_0\Delta$. Free electrons have $N=\frac43N_0E_F$ (both spins, density of states
# $\propto\sqrt\epsilon$), so $N_0=3N/4E_F$ and
#
# $$\frac{\sqrt{\langle\delta N^2\rangle}}N=\sqrt{\frac{3\pi}4\,\frac\Delta{E_F}}\;\frac1{\sqrt N}.$$


# %%
def relative_number_width(N, ratio):
    """√⟨δN²⟩/N of N free electrons in three dimensions with the gap Δ = ratio · E_F."""
    # begin solution
    return np.sqrt(0.75 * np.pi * ratio / N)
    # end solution


check(relative_number_width)

# %%
relative_number_width = carry_on(relative_number_width)

# %% [markdown] tags=["solution"]
# **A second way.** Sum over the states of a box instead: energies $\epsilon\propto k^2$ with weight $k^2dk$, and no weak coupling.

# %% tags=["solution"]
ratios, t = np.array([1e-2, 1e-3]), np.linspace(-15, 15, 40_001)
xi = ratios[:, None] * np.sinh(t)  # fine where the step is, up to 10⁶ Δ away
states = np.sqrt(np.maximum(1 + xi, 0)) * ratios[:, None] * np.cosh(t)  # √ε dξ/dt
uncertain = states * ratios[:, None] ** 2 / (xi**2 + ratios[:, None] ** 2)
variance = np.trapezoid(uncertain, t)
table({r"$\Delta/E_F$": numbers(ratios, 1),  # N = 4/3 in these units
       r"$\sqrt{N}$ × width, from the sum": numbers(np.sqrt(variance / (4 / 3)), decimals=5),
       "from the formula": numbers(relative_number_width(1, ratios), decimals=5)},
      caption=r"The relative width of the electron number times $\sqrt{N}$.")

# %% [markdown]
# <!-- task: coherence_length -->
# ## 10 · How large is a pair? (problem 1809313, 2 points, 15 min)
#
# Over which distance do the two electrons of a pair know of each other? For a metal with the critical temperature `Tc` in kelvin and the Fermi velocity `v_F` in units of $10^6$ m/s, at $T=0$ and with the gap of weak coupling, return an array of two lengths in nm:
#
# 1. the coherence length $\xi_0=\hbar v_F/\Delta$;
# 2. the distance within which the partner of an electron is found in half of all cases. The wave function of the condensed pairs is $F(r)\propto\frac{\sin k_Fr}{k_Fr}K_0(r/\xi_0)$ (`k0` of `scipy.special`), with so many oscillations that $\sin^2$ may be replaced by its mean. Does what you find agree with the right panel of Figure 3.7?

# %% [markdown] tags=["solution"]
# **Idea.** Only states within $\Delta$ of the Fermi level take part, a range $\delta k\sim\Delta/\hbar v_F$ of wave numbers, and a packet of that range is $\hbar v_F/\Delta$ wide. With
# $\Delta_0=1.764\,k_BT_c$ this is $\xi_0=0.567\,\hbar v_F/k_BT_c$. Tables list Pippard's length, which is shorter by a factor of $\pi$, $0.18\,\hbar v_F/k_BT_c$. Which of the two is called $\xi_0$ is a convention: say which.
#
# The second length is no convention. The probability that the partner is between $r$ and $r+dr$ is $\propto r^2F^2\,dr\propto K_0^2(r/\xi_0)\,dr$, and $\int_0^\infty K_0^2\,ds=\pi^2/4$; so the end of the integral is wanted at which it is $\pi^2/8$.


# %%
def coherence_length(Tc, v_F):
    """[ħv_F/Δ(0), distance of half of the partners] in nm; Tc in K, v_F in 10⁶ m/s."""
    # begin solution
    hbar, k_B = 0.6582120, 0.08617333  # meV ps, meV/K
    factor = np.exp(np.euler_gamma) / np.pi
    long = factor * hbar * (1000 * v_F) / (k_B * Tc)  # 10⁶ m/s = 1000 nm/ps
    inside = lambda end: quad(lambda s: k0(s) ** 2, 0, end)[0]
    return long * np.array([1.0, brentq(lambda end: inside(end) - np.pi**2 / 8, 0.01, 1)])
    # end solution


check(coherence_length)

# %%
coherence_length = carry_on(coherence_length)
metals = {"Al": (1.181, 2.03), "Sn": (3.717, 1.89), "Pb": (7.196, 1.82)}
long, half = np.transpose([coherence_length(*row) for row in metals.values()])
table({"metal": metals, r"$T_c$ / K": numbers([Tc for Tc, _ in metals.values()], 4),
       r"$\xi_0$ / nm": numbers(long), r"$\xi_0/\pi$ / nm": numbers(long / np.pi),
       "half within / nm": numbers(half)},
      caption="Three lengths of a pair, with free-electron velocities.")

# %% [markdown] tags=["solution"]
# **A second way.** Let chance do it: draw many distances with the density $K_0^2$ and look at the middle one of them.

# %% tags=["solution"]
rng = np.random.default_rng(10)
s = 8 * rng.random(4_000_000) ** 3  # many small distances; each stands for its step ds ∝ s^(2/3)
kept = s[1.4 * rng.random(s.size) < k0(s) ** 2 * s ** (2 / 3)]
print(f"middle one of {kept.size} distances: {np.median(kept):.4f} ξ₀, "
      f"by the integral {half[0] / long[0]:.4f} ξ₀")
assert abs(np.median(kept) / (half[0] / long[0]) - 1) < 0.01  # so many know the middle to 2e-3

# %% [markdown] tags=["solution"]
# Half of the partners are within a tenth of $\hbar v_F/\Delta$, a third of Pippard's length. Yet even this is hundreds of times the distance of two electrons.
#
# **Beside what is printed.** For Pippard's length a table has 1600 nm for aluminium (calculated there, and recalled here), a review of experiments has 96 nm for lead: shorter, by a third for Al and a factor of 3.6 for Pb. Free-electron velocities are too large, because the
# lattice and the phonons slow the electrons at the Fermi level down, and lead's gap is larger than weak coupling says. The order holds: the larger $T_c$, the smaller the pair.

# %% [markdown]
# <!-- task: pairs_inside_a_pair -->
# ## 11 · Pairs within a pair, counted three ways (problem 1809275, 4 points, 25 min)
#
# How many other pairs have their centre inside one pair? Given the gap `Delta` in meV, `v_F` in $10^6$ m/s and the electron density `n` in nm⁻³, count in three ways, each time in a sphere, and return
# the array of the three powers of ten, $\log_{10}$ of the counts:
#
# 1. radius $\hbar v_F/\Delta$, all electrons paired;
# 2. radius $\xi_0=\hbar v_F/\pi\Delta$, all electrons paired;
# 3. radius $\xi_0$, only the share $\Delta/E_F$ of the electrons, with $E_F$ of free electrons of this density.

# %% [markdown] tags=["solution"]
# **Idea.** Volume times density of pairs. The first two differ by $\pi^3=31$, which is no physics at all, only the definition of a length. The third asks which electrons pairing changes at
# all: a shell of width $\Delta$, the share $\Delta/E_F\sim10^{-5}$.


# %%
def pairs_inside_a_pair(Delta, v_F, n):
    """Powers of ten of the three counts, an array; Delta in meV, v_F in 10⁶ m/s, n in nm⁻³."""
    # begin solution
    hbar, hbar2_2m = 0.6582120, 38.09982  # meV ps, meV nm²
    long = hbar * 1000 * v_F / Delta  # nm
    E_F = hbar2_2m * (3 * np.pi**2 * n) ** (2 / 3)
    radius, share = np.array([long, long / np.pi, long / np.pi]), np.array([1, 1, Delta / E_F])
    return np.log10(share * n / 2 * 4 * np.pi / 3 * radius**3)
    # end solution


check(pairs_inside_a_pair)

# %%
pairs_inside_a_pair = carry_on(pairs_inside_a_pair)
powers_Al = pairs_inside_a_pair(0.18, 2.03, 181.0)
table({"count": [1, 2, 3], "power of ten": numbers(powers_Al, decimals=1)}, caption="Aluminium.")

# %% [markdown] tags=["solution"]
# **What to keep.** The book's "trillions" are the second count. The third, a hundred million, is the one that the state itself supports (task 13 finds the same from a matrix). All of them are far
# above one, and that is the statement: pairs are not molecules. Where would they be? The share is $\Delta/E_F$ and $\xi_0\propto1/\Delta$, so the count goes as $(E_F/\Delta)^2$: only
# for $\Delta\sim E_F$ would a pair be alone.

# %% tags=["solution"]
ratio = np.geomspace(1e-5, 1, 6)
E_F = 38.09982 * (3 * np.pi**2 * 181.0) ** (2 / 3)
v = np.sqrt(2 * E_F * 2 * 38.09982) / (0.6582120 * 1000)  # v_F = √(2E_F/m) in 10⁶ m/s
third = [pairs_inside_a_pair(r * E_F, v, 181.0)[2] for r in ratio]
table({r"$\Delta/E_F$": numbers(ratio, 1), "third count, power of ten": numbers(third, decimals=1)},
      caption="The third count when the gap grows.")

# %% [markdown]
# <!-- task: phase_overlap -->
# ## 12 · Two phases, two states (3 points, 20 min)
#
# Give every pair of a BCS state the phase $\varphi$. How much has the new state in common with the old one? For amplitudes `v` and an array `phase` of phases $\varphi$ in
# radians return $|\langle0|\varphi\rangle|$.

# %% [markdown] tags=["solution"]
# **Idea.** Products factor: each level contributes $\langle u+vb^\dagger|u+ve^{i\varphi}b^\dagger\rangle=u^2+v^2e^{i\varphi}$. Full and empty levels only give a phase; a level that is both gives a factor below one.


# %%
def phase_overlap(v, phase):
    """|⟨0|φ⟩| for each φ of the array phase."""
    # begin solution
    return np.abs(np.prod(1 - v**2 + v**2 * np.exp(1j * np.asarray(phase))[:, None], axis=1))
    # end solution


check(phase_overlap)

# %%
phase_overlap = carry_on(phase_overlap)

# %% [markdown] tags=["solution"]
# **A limit and a second way.** For small $\varphi$ the product tends to $e^{-\varphi^2\langle\delta N^2\rangle/8}$, and for any $\varphi$ it is $|\sum P(n)e^{in\varphi}|$ with the
# probabilities of task 5.

# %% tags=["solution"]
small, large = np.array([0.02, 0.1]), np.array([1.0, 2.5])
N, N2 = number_moments(v4)
gauss = np.exp(-(small**2) * (N2 - N**2) / 8)
fourier = np.abs(np.exp(1j * np.outer(large, np.arange(5))) @ pair_number_probabilities(v4))
table({r"$\varphi$ / rad": numbers([*small, *large], 2),
       "product": numbers(phase_overlap(v4, np.r_[small, large]), decimals=6),
       "limit of small phases": numbers([*gauss, None, None], decimals=6),
       "from $P(n)$": numbers([None, None, *fourier], decimals=6)},
      caption="The overlap, its limit and a second way.")

# %% [markdown]
# <!-- task: condensed_pairs -->
# ## 13 · A macroscopic number in one state (3 points, 20 min)
#
# Which part of the pairs sits in *one* state? The matrix $\langle b_k^\dagger b_l\rangle$ answers it: its eigenvalues are the numbers of pairs in its eigenstates ($b_k^\dagger$ puts a pair on level $k$, as in task 5). For
# amplitudes `v` return the largest eigenvalue.

# %% [markdown] tags=["solution"]
# **Idea.** On the diagonal, $b_k^\dagger b_k$ counts a pair on level $k$: $v_k^2$. Beside it the two levels are independent and $\langle b_k^\dagger\rangle=u_kv_k$, so the element is
# $u_kv_ku_lv_l$. The matrix is a diagonal (with $v^2-u^2v^2=v^4$) plus one single big state, $u_kv_k$ times itself, whose length squared is $\sum u^2v^2$.


# %%
def condensed_pairs(v):
    """Largest eigenvalue of the matrix ⟨b†_k b_l⟩ in the BCS state with amplitudes v."""
    # begin solution
    uv = v * np.sqrt(1 - v**2)
    return np.linalg.eigvalsh(np.diag(v**4) + np.outer(uv, uv))[-1]
    # end solution


check(condensed_pairs)

# %%
condensed_pairs = carry_on(condensed_pairs)

# %% [markdown] tags=["solution"]
# **The limit that confirms it.** The remaining $v^4$ adds less than one, so the largest eigenvalue lies between $\sum u^2v^2$ and that plus one, and grows with the metal
# like $\frac\pi4N_0\Delta$: a macroscopic number of pairs in one state. All others stay below one.

# %% tags=["solution"]
sizes = (20, 80, 320, 1280)
amplitudes = []
for M in sizes:
    xi = (2 * np.arange(M) + 1) / M - 1
    amplitudes.append(np.sqrt((1 - xi / np.hypot(xi, 0.1)) / 2))
sums = [np.sum(v**2 * (1 - v**2)) for v in amplitudes]
table({"levels": sizes,
       "largest eigenvalue": numbers([condensed_pairs(v) for v in amplitudes], decimals=2),
       r"$\sum u^2v^2$": numbers(sums, decimals=2),
       r"$\frac{\pi}{4}N_0\Delta$": numbers(np.pi / 4 * np.array(sizes) / 2 * 0.1, decimals=2)},
      caption="The number of pairs in one state.")

# %% [markdown]
# <!-- task: in_what_sense_bosons -->
# ## 14 · In what sense do pairs condense like bosons? (in your own words, 4 points, 10 min)
#
# "Pairs are bosons, so they condense like a Bose gas." In what sense is this sentence right, and in what sense is it wrong for a metal?

# %% [markdown]
# <!-- answer: in_what_sense_bosons -->
# <!-- begin solution -->
# Right: a pair has integer spin, and the operators of pairs on different levels commute, so pairs change places without a sign; and a number of pairs that grows with the metal is in one
# state, the largest eigenvalue of $\langle b_k^\dagger b_l\rangle$. Wrong: on the same level Pauli stays, $[b,b^\dagger]=1-n_\uparrow-n_\downarrow$, so that no metal is near the value $+1$ of bosons: the mean is nearly $-1$ for the function $g\propto v/u$ into which all pairs are put (as in any full sea), and nearly 0 for $F=uv$, which holds the condensed pairs. Pairs
# overlap by the million, and each needs the others. There is no temperature at which a gas of them exists and condenses later; the pairs and their common state appear together.
# <!-- end solution -->

# %% tags=["solution"]
rubric("in_what_sense_bosons")

# %% [markdown]
# ## A derivation in steps: the minimum of $W$
#
# For each pair state let $u=\sin\theta$ and $v=\cos\theta$. The energy is $W=\sum 2\xi v^2-V\sum\sum uv\,u'v'$, and $\Delta=V\sum uv$. Each step is a function; any form that gives the same numbers is right. The steps earn no points, and chapter 03 draws what they find.

# %% [markdown]
# ### 1 · The kinetic energy of a pair state
#
# Return the first term of $W$ for one state, as a function of $\xi$ and $\theta$.

# %% [markdown] tags=["solution"]
# **Step.** Two electrons with the probability $\cos^2\theta$: $2\xi\cos^2\theta=\xi(1+\cos2\theta)$.


# %%
def kinetic_of_pair_state(xi, theta):
    """Mean kinetic energy of one pair state."""
    # begin solution
    return xi * (1 + np.cos(2 * theta))
    # end solution


check(kinetic_of_pair_state)

# %% [markdown]
# ### 2 · The slope of $W$
#
# Return $\partial W/\partial\theta$ of one state, with $\Delta$ for the sum over all others.

# %% [markdown] tags=["solution"]
# **Step.** $W=\sum\xi(1+\cos2\theta)-\frac V4\sum\sum\sin2\theta\sin2\theta'$. As $\theta$ stands in the double sum twice, $\partial W/\partial\theta=-2\xi\sin2\theta-V\cos2\theta\sum\sin2\theta'=-2\xi\sin2\theta-2\Delta\cos2\theta$.


# %%
def slope_of_W(xi, Delta, theta):
    """Derivative of W with respect to one θ."""
    # begin solution
    return -2 * xi * np.sin(2 * theta) - 2 * Delta * np.cos(2 * theta)
    # end solution


check(slope_of_W)

# %% [markdown]
# ### 3 · The product $uv$
#
# Where the slope vanishes, what is $uv$?

# %% [markdown] tags=["solution"]
# **Step.** $\tan2\theta=-\Delta/\xi$, so $\sin2\theta=\Delta/E$ and $uv=\frac12\sin2\theta$, positive for a positive $\Delta$.


# %%
def uv_at_the_minimum(xi, Delta):
    """The product uv at the minimum."""
    # begin solution
    return Delta / (2 * np.hypot(xi, Delta))
    # end solution


check(uv_at_the_minimum)

# %% [markdown]
# ### 4 · The probability $v^2$
#
# And what is $v^2$? Of the two solutions choose the minimum.

# %% [markdown] tags=["solution"]
# **Step.** $v^2=\frac12(1+\cos2\theta)$ with $\cos2\theta=-\xi/E$: far below the Fermi level the state is filled. The other sign is the maximum.


# %%
def v2_at_the_minimum(xi, Delta):
    """The probability v² at the minimum."""
    # begin solution
    return 0.5 * (1 - xi / np.hypot(xi, Delta))
    # end solution


check(v2_at_the_minimum)

# %% tags=["nbval-ignore-output"]
progress()
