# %% [markdown]
# # 07 · Probe quasiparticles with sound, spins and light: tasks
#
# <!-- work -->
# *160 minutes, 16 points, and one question in words · read first: [chapter 07](../notebooks/07_coherence_factors.ipynb).*
#
# <!-- how to solve -->
# Write each function where the dots are and run the cell. `check`, at its end, says ✓ right, ✗ wrong and why, ! does not
# run, … not attempted. `hint(f)` gives the next hint. `carry_on(f)` puts the reference in place of a function that is not
# right yet, so that you can go on. Your function is tried with several sets of numbers.

# %%
import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq

from bcs_helpers.classroom import ask, carry_on, check, hint, inputs, progress
from bcs_helpers.gap import gap
from bcs_helpers.tables import numbers, table

# %%
ask("warm_up_factor")


# %% [markdown]
# <!-- task: transition_weight -->
# ## 1 · Gaps of two signs (3 points, 25 min)
#
# In the chapter a probe moved a quasiparticle from $k$ to $k'$, and both states had the same gap. In some metals the gap differs between sheets of the Fermi surface, even in sign. What does the interference do
# then?
#
# `E`, `E_final`, `Delta`, `Delta_final` are arrays, one entry a transition: positive energies $E\ge|\Delta|$ and $E'\ge|\Delta'|$, and the gaps of the two states, of either sign. `parity` is the chapter's $\eta$, $+1$ for
# a probe that time reversal leaves unchanged and $-1$ for one that it reverses. Return the mean of the squared amplitude of the two paths over the signs of $\xi$ and $\xi'$, for each transition.

# %%
def transition_weight(E, E_final, Delta, Delta_final, parity):
    """Mean of (uu′ − η vv′)² over the signs of ξ and ξ′, for gaps of either sign."""
    ...  # your code here


check(transition_weight)

# %%
transition_weight = carry_on(transition_weight)


# %% [markdown]
# <!-- task: relaxation_ratio -->
# ## 2 · How fast nuclear spins relax (problem 1096880, 4 points, 40 min)
#
# A nuclear spin turns over and hands its energy $\omega$ to an electron whose spin turns over too. How fast is this in the superconductor, compared with the normal metal at the same temperature?
#
# The levels are sharp. The quasiparticle goes from $E$ to $E'=E+\omega$; the rate counts initial and final states, $N(E)N(E')$ with $N=E/\sqrt{E^2-\Delta^2}$, carries the coherence factor of case II, and contains $f(E)[1-f(E')]$ for an occupied initial and an empty final state.
# (It is proportional to $f(E)-f(E')$, with a factor that is the same in the normal metal.) Return $R_s/R_n$ for numbers `omega`, `T`, `Delta` in the same unit, with $0<\omega<2\Delta$.

# %%
def relaxation_ratio(omega, T, Delta):
    """R_s/R_n when a nuclear spin gives the energy ω to a quasiparticle, sharp levels."""
    ...  # your code here


check(relaxation_ratio)

# %%
relaxation_ratio = carry_on(relaxation_ratio)
frequencies = [0.1, 0.01, 0.001]
ratios = [relaxation_ratio(omega, 0.9, 0.9284) for omega in frequencies]
table(
    {r"$\omega/T_c$": numbers(frequencies, 1), "$R_s/R_n$": numbers(ratios, decimals=2)},
    caption="The rate at $0.9\\,T_c$.",
)


# %% [markdown]
# <!-- task: width_from_rate -->
# ## 3 · What a measured rate knows (problem 1096880, 3 points, 30 min)
#
# In a metal it is not $\omega$ but the width of the levels that keeps the rate finite. A nuclear relaxation rate has been measured a little below $T_c$. How sharp are the levels?
#
# `ratio` is $R_s/R_n>1$, `T` the temperature in kelvin and `Delta` the gap at that temperature in meV (invented numbers, the first close to aluminium). Levels have Dynes' width, as in section 2 of the chapter: $z=E+i\Gamma$, $N=\mathrm{Re}\,z/\sqrt{z^2-\Delta^2}$, $M=\mathrm{Re}\,\Delta/\sqrt{z^2-\Delta^2}$, weight
# $N^2+M^2$. Return $\Gamma/\Delta$.

# %%
def width_from_rate(ratio, T, Delta):
    """Γ/Δ from a measured R_s/R_n; T in kelvin, Delta in meV."""
    ...  # your code here


check(width_from_rate)

# %%
width_from_rate = carry_on(width_from_rate)
ratios = [1.9, 2.1]
found = [width_from_rate(ratio, 1.05, 0.1061) for ratio in ratios]
table(
    {"$R_s/R_n$": numbers(ratios, 2), r"$\Gamma/\Delta$": numbers(found, 2)},
    caption="The width behind a rate, for a metal close to aluminium at 1.05 K.",
)


# %% [markdown]
# <!-- task: gap_from_relaxation -->
# ## 4 · The gap from relaxation times (3 points, 20 min)
#
# Far below $T_c$ the nuclei must wait for a quasiparticle to come by. How large is the gap, if these are the waiting times?
#
# `T` holds temperatures in kelvin, all well below $T_c$, and `T1` relaxation times in seconds. (The data are synthetic: computed from BCS with some noise.) Fit a straight line to $\ln T_1$ against $1/T$ and return
# the gap $\Delta$ in meV that its slope gives.

# %%
def gap_from_relaxation(T, T1):
    """Gap in meV from the straight line of ln T1 against 1/T; kelvin, seconds."""
    ...  # your code here


check(gap_from_relaxation)

# %%
T, T1 = inputs(gap_from_relaxation)
print(f"the data: {T.size} points, from {T1[0]} s at {T[0]} K to {T1[-1]} s at {T[-1]} K")


# %% [markdown]
# <!-- task: sheet_inductance -->
# ## 5 · An inductance without a coil (3 points, 30 min)
#
# Engineers of superconducting circuits use thin, dirty films as inductors. How large an inductance does a square of film have, if all one knows is its resistance before it became superconducting?
#
# `R` is that resistance of one square in Ω (of any size: length and width cancel), `T` and `Tc` in kelvin. Count the inertia of the condensate alone, at frequencies far below the gap, for a dirty film of weak coupling. Return the inductance $L$ of one square in pH.

# %%
def sheet_inductance(R, T, Tc):
    """Inductance in pH of one square of dirty film; R in Ω per square, temperatures in kelvin."""
    ...  # your code here


check(sheet_inductance)

# %% [markdown]
# <!-- task: no_peak_no_s_wave -->
# ## 6 · No peak: no s-wave? (in your own words, 4 points, 15 min)
#
# A new superconductor is cooled and its $1/T_1$ falls below $T_c$ at once, without a peak. Someone concludes: "so it is not an *s*-wave superconductor". What can one conclude, what not, and what would you measure next?

# %% [markdown]
# <!-- answer: no_peak_no_s_wave -->
# *Write your answer here.*

# %% tags=["nbval-ignore-output"]
progress()
