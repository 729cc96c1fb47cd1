# %% [markdown]
# # 03 · Build one state from all the pairs: tasks
#
# <!-- work -->
# *275 minutes, 42 points, and one question in words · read first: [chapter 03](../notebooks/03_bcs_ground_state.ipynb).*
#
# <!-- how to solve -->
# Write each function where the dots are and run the cell. `check`, at its end, says ✓ right, ✗ wrong and why, ! does not
# run, … not attempted. `hint(f)` gives the next hint. `carry_on(f)` puts the reference in place of a function that is not
# right yet, so that you can go on. Your function is tried with several sets of numbers.

# %%
from itertools import combinations
from math import factorial

import numpy as np

from bcs_helpers.classroom import ask, carry_on, check, hint, progress
from bcs_helpers.tables import numbers, table

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

# %%
def total_spin_squared(state):
    """⟨S²⟩ (ħ = 1) of two spins in the state with amplitudes ↑↑, ↑↓, ↓↑, ↓↓."""
    ...  # your code here


check(total_spin_squared)


# %% [markdown]
# <!-- task: pauli_weight -->
# ## 2 · What Pauli lets through (problem 1809307, 3 points, 15 min)
#
# Give two electrons any orbital wave function and any spin state. With what probability is the product a state that electrons may be in,
# odd under the exchange of the two?
#
# `orbital` is a matrix $A_{ij}$, the amplitude for the first electron on site $i$ and the second on $j$; `spin` is a $2\times2$ matrix $\chi_{st}$ in
# the same way. Both may be complex and are normalised ($\sum|A|^2=\sum|\chi|^2=1$). Return the squared length of the odd part of $A_{ij}\chi_{st}$.

# %%
def pauli_weight(orbital, spin):
    """Probability of the part of A[i, j] χ[s, t] that is odd under the exchange."""
    ...  # your code here


check(pauli_weight)


# %% [markdown]
# <!-- task: pair_commutator -->
# ## 3 · How far a pair is from a boson (problem 1809267, 3 points, 20 min)
#
# A pair has integer spin. Do its operators behave as a boson's? Take $b^\dagger=\sum_kg_k\,c^\dagger_{k\uparrow}c^\dagger_{-k\downarrow}$ with $\sum g_k^2=1$.
#
# `g` holds $g_k$, real but *not* normalised. `up` and `down` hold configurations, one a row: 1 where the state of that level is taken by an
# electron, 0 where it is free. Return $\langle[b,b^\dagger]\rangle$ for each row.

# %%
def pair_commutator(g, up, down):
    """⟨[b, b†]⟩ in each row of up, down, for b† = Σ g_k c†_{k↑} c†_{−k↓}; normalise g."""
    ...  # your code here


check(pair_commutator)


# %% [markdown]
# <!-- task: composite_boson_norm -->
# ## 4 · Many pairs in one wave function (problem 1809267, 4 points, 25 min)
#
# As many true bosons as one likes fit into one state, and $\langle\mathrm{vac}|b^nb^{\dagger n}|\mathrm{vac}\rangle=n!$. What becomes of it for pairs?
#
# For a normalised `g` and a number `n` of pairs return $R_n=\langle\mathrm{vac}|b^nb^{\dagger n}|\mathrm{vac}\rangle/n!$. Program it yourself: to call the package is not the point.

# %%
def composite_boson_norm(g, n):
    """R_n = ⟨b^n b†^n⟩/n! in the empty state, for pairs with the normalised wave function g."""
    ...  # your code here


check(composite_boson_norm)

# %%
composite_boson_norm = carry_on(composite_boson_norm)


# %% [markdown]
# <!-- task: pair_number_probabilities -->
# ## 5 · Multiply the BCS state out (problem 1981947, 4 points, 25 min)
#
# The BCS state is $\prod_k(u_k+v_kb_k^\dagger)|\mathrm{vac}\rangle$. How many pairs would one find in it?
#
# For an array `v` of amplitudes ($u_k=\sqrt{1-v_k^2}$) return the probabilities $P(0),P(1),\dots,P(M)$ of finding $n$ pairs on the $M$ levels.

# %%
def pair_number_probabilities(v):
    """P(n), n = 0 … len(v), of finding n pairs in the BCS state with amplitudes v."""
    ...  # your code here


check(pair_number_probabilities)

# %%
pair_number_probabilities = carry_on(pair_number_probabilities)
print(pair_number_probabilities(np.array([0.9, 0.7, 0.3])).round(4))


# %% [markdown]
# <!-- task: projected_occupation -->
# ## 6 · The part with exactly n pairs (problem 1981947, 4 points, 30 min)
#
# An isolated piece of metal has a definite number of electrons. Keep only the terms of the expanded state that have exactly `n` pairs, and normalise them. What
# is the probability $n_k$ that level $k$ holds a pair? Return it for all levels, for amplitudes `v` (none of them 0 or 1).

# %%
def projected_occupation(v, n):
    """Occupation of each level by a pair in the part of the BCS state that has exactly n pairs."""
    ...  # your code here


check(projected_occupation)

# %%
projected_occupation = carry_on(projected_occupation)


# %% [markdown]
# <!-- task: number_moments -->
# ## 7 · Not an eigenstate of the number (problem 1809292, 3 points, 20 min)
#
# A state of sharp electron number would have $\langle N^2\rangle=\langle N\rangle^2$. Does the BCS state?
#
# For amplitudes `v` return the two numbers $\langle N\rangle$ and $\langle N^2\rangle$ as an array. $N$ counts electrons.

# %%
def number_moments(v):
    """Array of ⟨N⟩ and ⟨N²⟩, N the number of electrons, in the BCS state with amplitudes v."""
    ...  # your code here


check(number_moments)

# %%
number_moments = carry_on(number_moments)


# %% [markdown]
# <!-- task: width_exponent -->
# ## 8 · How the width falls with size (problem 1096852, 4 points, 25 min)
#
# By which power of $\langle N\rangle$ does the relative width $\sqrt{\langle\delta N^2\rangle}/\langle N\rangle$ fall? It depends on what the gap does while the metal grows.
#
# `levels` is an array of sizes: $M$ levels, at the middles of $M$ equal steps from $-1$ to 1, so that $\xi_j=(2j+1)/M-1$ with $j=0\dots M-1$. `gaps` holds the gap $\Delta$ for each
# size. Fit a straight line to $\ln(\sqrt{\langle\delta N^2\rangle}/\langle N\rangle)$ against $\ln\langle N\rangle$ and return its slope.

# %%
def width_exponent(levels, gaps):
    """Slope of ln(√⟨δN²⟩/⟨N⟩) against ln⟨N⟩ for evenly spaced levels between −1 and 1."""
    ...  # your code here


check(width_exponent)

# %%
width_exponent = carry_on(width_exponent)


# %% [markdown]
# <!-- task: relative_number_width -->
# ## 9 · How sharp is the number? (problem 1096852, 3 points, 15 min)
#
# What stands in front of $1/\sqrt N$ in a real metal? For `N` electrons in three dimensions, with free-electron density of states and a gap that is the small fraction
# `ratio` $=\Delta/E_F$ of the Fermi energy, return $\sqrt{\langle\delta N^2\rangle}/N$.

# %%
def relative_number_width(N, ratio):
    """√⟨δN²⟩/N of N free electrons in three dimensions with the gap Δ = ratio · E_F."""
    ...  # your code here


check(relative_number_width)

# %%
relative_number_width = carry_on(relative_number_width)


# %% [markdown]
# <!-- task: coherence_length -->
# ## 10 · How large is a pair? (problem 1809313, 2 points, 15 min)
#
# Over which distance do the two electrons of a pair know of each other? For a metal with the critical temperature `Tc` in kelvin and the Fermi velocity `v_F` in units of $10^6$ m/s, at $T=0$ and with the gap of weak coupling, return an array of two lengths in nm:
#
# 1. the coherence length $\xi_0=\hbar v_F/\Delta$;
# 2. the distance within which the partner of an electron is found in half of all cases. The wave function of the condensed pairs is $F(r)\propto\frac{\sin k_Fr}{k_Fr}K_0(r/\xi_0)$ (`k0` of `scipy.special`), with so many oscillations that $\sin^2$ may be replaced by its mean. Does what you find agree with the right panel of Figure 3.7?

# %%
def coherence_length(Tc, v_F):
    """[ħv_F/Δ(0), distance of half of the partners] in nm; Tc in K, v_F in 10⁶ m/s."""
    ...  # your code here


check(coherence_length)

# %%
coherence_length = carry_on(coherence_length)
metals = {"Al": (1.181, 2.03), "Sn": (3.717, 1.89), "Pb": (7.196, 1.82)}
long, half = np.transpose([coherence_length(*row) for row in metals.values()])
table({"metal": metals, r"$T_c$ / K": numbers([Tc for Tc, _ in metals.values()], 4),
       r"$\xi_0$ / nm": numbers(long), r"$\xi_0/\pi$ / nm": numbers(long / np.pi),
       "half within / nm": numbers(half)},
      caption="Three lengths of a pair, with free-electron velocities.")


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

# %%
def pairs_inside_a_pair(Delta, v_F, n):
    """Powers of ten of the three counts, an array; Delta in meV, v_F in 10⁶ m/s, n in nm⁻³."""
    ...  # your code here


check(pairs_inside_a_pair)

# %%
pairs_inside_a_pair = carry_on(pairs_inside_a_pair)
powers_Al = pairs_inside_a_pair(0.18, 2.03, 181.0)
table({"count": [1, 2, 3], "power of ten": numbers(powers_Al, decimals=1)}, caption="Aluminium.")


# %% [markdown]
# <!-- task: phase_overlap -->
# ## 12 · Two phases, two states (3 points, 20 min)
#
# Give every pair of a BCS state the phase $\varphi$. How much has the new state in common with the old one? For amplitudes `v` and an array `phase` of phases $\varphi$ in
# radians return $|\langle0|\varphi\rangle|$.

# %%
def phase_overlap(v, phase):
    """|⟨0|φ⟩| for each φ of the array phase."""
    ...  # your code here


check(phase_overlap)

# %%
phase_overlap = carry_on(phase_overlap)


# %% [markdown]
# <!-- task: condensed_pairs -->
# ## 13 · A macroscopic number in one state (3 points, 20 min)
#
# Which part of the pairs sits in *one* state? The matrix $\langle b_k^\dagger b_l\rangle$ answers it: its eigenvalues are the numbers of pairs in its eigenstates ($b_k^\dagger$ puts a pair on level $k$, as in task 5). For
# amplitudes `v` return the largest eigenvalue.

# %%
def condensed_pairs(v):
    """Largest eigenvalue of the matrix ⟨b†_k b_l⟩ in the BCS state with amplitudes v."""
    ...  # your code here


check(condensed_pairs)

# %%
condensed_pairs = carry_on(condensed_pairs)


# %% [markdown]
# <!-- task: in_what_sense_bosons -->
# ## 14 · In what sense do pairs condense like bosons? (in your own words, 4 points, 10 min)
#
# "Pairs are bosons, so they condense like a Bose gas." In what sense is this sentence right, and in what sense is it wrong for a metal?

# %% [markdown]
# <!-- answer: in_what_sense_bosons -->
# *Write your answer here.*

# %% [markdown]
# ## A derivation in steps: the minimum of $W$
#
# For each pair state let $u=\sin\theta$ and $v=\cos\theta$. The energy is $W=\sum 2\xi v^2-V\sum\sum uv\,u'v'$, and $\Delta=V\sum uv$. Each step is a function; any form that gives the same numbers is right. The steps earn no points, and chapter 03 draws what they find.

# %% [markdown]
# ### 1 · The kinetic energy of a pair state
#
# Return the first term of $W$ for one state, as a function of $\xi$ and $\theta$.

# %%
def kinetic_of_pair_state(xi, theta):
    """Mean kinetic energy of one pair state."""
    ...  # your code here


check(kinetic_of_pair_state)


# %% [markdown]
# ### 2 · The slope of $W$
#
# Return $\partial W/\partial\theta$ of one state, with $\Delta$ for the sum over all others.

# %%
def slope_of_W(xi, Delta, theta):
    """Derivative of W with respect to one θ."""
    ...  # your code here


check(slope_of_W)


# %% [markdown]
# ### 3 · The product $uv$
#
# Where the slope vanishes, what is $uv$?

# %%
def uv_at_the_minimum(xi, Delta):
    """The product uv at the minimum."""
    ...  # your code here


check(uv_at_the_minimum)


# %% [markdown]
# ### 4 · The probability $v^2$
#
# And what is $v^2$? Of the two solutions choose the minimum.

# %%
def v2_at_the_minimum(xi, Delta):
    """The probability v² at the minimum."""
    ...  # your code here


check(v2_at_the_minimum)

# %% tags=["nbval-ignore-output"]
progress()
