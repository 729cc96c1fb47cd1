# %% [markdown]
# # Solve the gap equation: tasks
#
# <!-- work -->
# *95 minutes, 14 points, and one question in words · read first: [chapter 05](../notebooks/05_gap_equation.ipynb).*
#
# <!-- how to solve -->
# Write each function where the dots are and run the cell. `check`, at its end, says ✓ right, ✗ wrong and why, ! does not run, … not
# attempted. `hint(f)` gives the next hint. `carry_on(f)` puts the reference in place of a function that
# is not right yet, so that you can go on. Your function is tried with the textbook's numbers and with others.

# %%
import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq

from bcs_helpers.classroom import carry_on, check, hint, progress


# %% [markdown]
# <!-- task: transition_temperature -->
# ## 1 · Where the gap closes (problem 1096866, 4 points, 20 min)
#
# How hot may a metal become before its pairs are gone, if the attraction $V$ acts in a shell of width $\omega_D$ around
# the Fermi level? At $T_c$ the gap equation is linear in $\Delta$ and reads
#
# $$\frac1{N_0V}=\int_0^{\omega_D}\!d\xi\,\frac{\tanh(\xi/2T_c)}{\xi}.$$
#
# Return $T_c$ in kelvin for a weak coupling $N_0V$ (`coupling`, at most 0.3) and a Debye temperature $\omega_D$ in kelvin (`cutoff`).

# %%
def transition_temperature(coupling, cutoff):
    """Tc in kelvin from the linearised gap equation, weak coupling; cutoff in kelvin."""
    ...  # your code here


check(transition_temperature)


# %% [markdown]
# <!-- task: gap_ratio -->
# ## 2 · The universal ratio of gap and critical temperature (problem 1096853, 3 points, 15 min)
#
# Aluminium and zinc have different couplings, cutoffs and densities of states. Show that the cost of breaking a pair at $T=0$ over
# the critical temperature, $2\Delta(0)/k_BT_c$, knows nothing of them, and return the number.

# %%
def gap_ratio():
    """The universal ratio 2Δ(0)/k_B Tc of weak coupling."""
    ...  # your code here


check(gap_ratio)


# %% [markdown]
# <!-- task: gap_curve -->
# ## 3 · The whole curve, by your own root finding (5 points, 40 min)
#
# Between $T=0$ and $T_c$ there is no formula: the gap must be found. Return $\Delta(T)/\Delta(0)$ for an array `t`
# of temperatures $T/T_c$ (some may be 0, 1 or above), right to four digits. (So keep the ratio of task 2 as a formula here; rounded, it shifts the curve near $T_c$.)

# %%
def gap_curve(t):
    """Δ(T)/Δ(0) for an array t = T/Tc."""
    ...  # your code here


check(gap_curve)

# %%
gap_curve = carry_on(gap_curve)
print(gap_curve(np.array([0.25, 0.5, 0.75])).round(4))


# %% [markdown]
# <!-- task: gap_in_meV -->
# ## 4 · The gap in meV from the critical temperature (2 points, 10 min)
#
# A metal loses its resistance at `Tc` kelvin. At which energy, in meV, does its density of states begin? Return $\Delta(0)$.

# %%
def gap_in_meV(Tc):
    """Δ(0) in meV of a weakly coupled superconductor with critical temperature Tc in kelvin."""
    ...  # your code here


check(gap_in_meV)

# %% [markdown]
# <!-- task: why_no_expansion -->
# ## 5 · Why no expansion in V can find it (in your own words, 3 points, 10 min)
#
# The attraction by phonons was proposed in 1950, the theory of BCS came in 1957. Looking at your formula for $T_c$: why can no expansion in powers of $V$, however many terms it has, contain superconductivity?

# %% [markdown]
# <!-- answer: why_no_expansion -->
# *Write your answer here.*

# %% tags=["nbval-ignore-output"]
progress()
