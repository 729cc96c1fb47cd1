# %% [markdown]
# # 10 · Measure the gap with a voltmeter: tasks
#
# <!-- work -->
# *120 minutes, 14 points, and one question in words · read first: [chapter 10](../notebooks/10_tunnelling.ipynb).*
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
from bcs_helpers.figures import BLUE, figure, show
from bcs_helpers.gap import gap
from bcs_helpers.tables import numbers, table

k_B = 0.08617333  # meV/K

# %%
ask("warm_up_mv")


# %% [markdown]
# <!-- task: gap_from_ohmmeter -->
# ## 1 · A gap from an ohmmeter (4 points, 35 min)
#
# The lock-in amplifier is broken; a thermometer and an ohmmeter are left. A junction of a normal metal and a superconductor, without broadening, has at the temperatures `T` (array, in K)
# the conductance `conductance` at zero voltage, in units of that of its normal state (array). What is the gap at each of the temperatures, in meV?
#
# You know neither the metal nor its $T_c$. The temperatures may be low or near $T_c$, so a formula for low temperature is not enough.

# %%
def gap_from_ohmmeter(T, conductance):
    """The gap in meV at each temperature (K) from the conductance at zero voltage, G(0)/G_n."""
    ...  # your code here


check(gap_from_ohmmeter)

# %%
gap_from_ohmmeter = carry_on(gap_from_ohmmeter)
T, conductance = inputs(gap_from_ohmmeter)
table({"$T$ / K": numbers(T, decimals=2), "$G(0)/G_n$": numbers(conductance, decimals=5),
       r"$\Delta$ / meV": numbers(gap_from_ohmmeter(T, conductance), decimals=3)},
      caption="The gap from the ohmmeter.")


# %% [markdown]
# <!-- task: gaps_without_a_fit -->
# ## 2 · Two gaps read off one curve (3 points, 20 min)
#
# Here is the current of a junction between two *different* superconductors (computed, without noise). Nobody noted the temperature, and no fit is wanted: the curve has two features that the eye can find.
# Return the two gaps in meV as an array, the smaller one first. `V` is in mV, at equal steps, and `current` is $eIR_n$ in meV. (The voltage is set and the current measured; a source that sets the current would jump over the part that falls.)

# %%
def gaps_without_a_fit(V, current): ...


V, current = inputs(gaps_without_a_fit)
fig, ax = figure()
ax.semilogy(V, current, color=BLUE)
ax.set(xlabel="voltage $V$ (mV)", ylabel="current $eIR_n$ (meV)")
show(fig, "two_features_gaps_without_a_fit")


# %%
def gaps_without_a_fit(V, current):
    """The two gaps in meV, the smaller one first, from the cusp and the jump of the current."""
    ...  # your code here


check(gaps_without_a_fit)

# %%
gaps_without_a_fit = carry_on(gaps_without_a_fit)
smaller, larger = gaps_without_a_fit(V, current)
print(f"gaps: {smaller:.3f} and {larger:.3f} meV")


# %% [markdown]
# <!-- task: excess_current -->
# ## 3 · What is left at high voltage (4 points, 30 min)
#
# Far above the gap every contact should forget superconductivity and follow Ohm's law. A contact with a weak barrier never quite does: its current stays parallel to Ohm's line, at a distance. In the model of Blonder, Tinkham and Klapwijk (section 5 of the chapter), at $T=0$, return that
# excess $e(I-V/R_n)R_n$ at $V\to\infty$ in units of $\Delta$, for an array `Z` of barrier strengths.

# %%
def excess_current(Z):
    """e I_exc R_n/Δ at T = 0 for each barrier strength Z."""
    ...  # your code here


check(excess_current)


# %% [markdown]
# <!-- task: josephson_numbers -->
# ## 4 · How strong and how fast (3 points, 20 min)
#
# A tunnel junction of two equal superconductors with critical temperature `Tc` has the normal resistance `R` in Ω and sits at the temperature `T` (both in K). Which supercurrent can it carry at most? And if that current breaks down
# and the voltage is $I_cR_n$, at which frequency does the current oscillate? Return both as an array: $I_c$ in µA and the frequency in GHz. (The gap follows BCS: `gap(T, Tc)` is $\Delta/k_B$ in kelvin.)

# %%
def josephson_numbers(Tc, T, R):
    """Critical current in µA and frequency in GHz at the voltage I_c R_n; Tc, T in K, R in Ω."""
    ...  # your code here


check(josephson_numbers)

# %% [markdown]
# <!-- task: why_the_gap_is_filled -->
# ## 5 · Three ways to fill a gap (in your own words, 4 points, 15 min)
#
# A conductance curve shows $G(0)=0.03\,G_n$ where one expected nothing. Name three possible causes. Which measurements would tell them apart? And how large would each cause have to be?

# %% [markdown]
# <!-- answer: why_the_gap_is_filled -->
# *Write your answer here.*

# %% tags=["nbval-ignore-output"]
progress()
