# %% [markdown]
# # 06 · Compare the free energies of the two phases: tasks
#
# <!-- work -->
# *115 minutes, 14 points, and one question in words · read first: [chapter 06](../notebooks/06_thermodynamics.ipynb).*
#
# <!-- how to solve -->
# Write each function where the dots are and run the cell. `check`, at its end, says ✓ right, ✗ wrong and why, ! does not
# run, … not attempted. `hint(f)` gives the next hint. `carry_on(f)` puts the reference in place of a function that is not
# right yet, so that you can go on. Your function is tried with several sets of numbers.

# %%
import numpy as np
from scipy.integrate import quad

from bcs_helpers.classroom import ask, carry_on, check, hint, progress
from bcs_helpers.gap import gap
from bcs_helpers.tables import numbers, table

# %%
ask("warm_up_slope")


# %% [markdown]
# <!-- task: energy_gained_by_pairing -->
# ## 1 · What pairing gains (problem 1096932, 4 points, 30 min)
#
# By how much does the paired state lie below the Fermi sea at $T=0$? For a gap `Delta` and a cutoff `cutoff` (at least 25 Δ) in meV return three numbers as an array, each per volume, over $N_0$, in meV² and counted as positive:
# what smearing the Fermi surface costs in kinetic energy; what the attraction gives back, $\Delta^2/V$, where the gap equation at $T=0$ says what $V$ is; and the gain that is left, $(U_n-U_s)/N_0$. Does the third depend on the cutoff? ($N_0$ is the density of states of one spin.)

# %%
def energy_gained_by_pairing(Delta, cutoff):
    """Over N0 in meV²: the kinetic cost, what the attraction gives back, and the gain at T = 0."""
    ...  # your code here


check(energy_gained_by_pairing)


# %% [markdown]
# <!-- task: jump_of_heat_capacity -->
# ## 2 · The jump at Tc (problem 1096872, 4 points, 30 min)
#
# Cool a metal through $T_c$ and its heat capacity jumps, because below $T_c$ the gap depends on temperature, too. By how much, for a metal with `gamma` in mJ/(mol K²) and `Tc` in kelvin? What counts is the slope of $\Delta^2$.
#
# Return an array of two numbers in mJ/(mol K): the jump itself, with the slope at $T_c$ by the gap equation expanded in $\Delta^2$; and what the mean slope of the computed $\Delta^2$ between `t` $=T/T_c$ and $T_c$ gives in its place. (`gap(t, 1.0)` is $\Delta/k_BT_c$, and zero at $T_c$.) As `t` comes near to one they must agree.

# %%
def jump_of_heat_capacity(gamma, Tc, t):
    """C_s − C_n at Tc in mJ/(mol K): from the expansion, and from the mean slope of Δ² above t."""
    ...  # your code here


check(jump_of_heat_capacity)


# %% [markdown]
# <!-- task: latent_heat -->
# ## 3 · In a field the transition has a latent heat (3 points, 25 min)
#
# In a magnetic field the metal becomes normal at some $T<T_c$. How much heat does it take up there? Return it over $\gamma T_c^2$ for an array `t` of $T/T_c$ between 0 and 1. (`gap(t, 1.0)` is $\Delta/k_BT_c$.)

# %%
def latent_heat(t):
    """Heat over γTc² taken up when a field makes the metal normal at t = T/Tc."""
    ...  # your code here


check(latent_heat)

# %%
latent_heat = carry_on(latent_heat)


# %% [markdown]
# <!-- task: temperature_after_quench -->
# ## 4 · Cool by a magnetic field (3 points, 20 min)
#
# A thermally isolated superconductor at $t=T/T_c$ is made normal by slowly raising a magnetic field. What is its temperature afterwards, over $T_c$? (Electrons only; return an array for the array `t`.)

# %%
def temperature_after_quench(t):
    """T/Tc of the normal metal that a slow field makes of a superconductor at t = T/Tc."""
    ...  # your code here


check(temperature_after_quench)

# %%
temperature_after_quench = carry_on(temperature_after_quench)
t = np.array([0.3, 0.6, 0.9])
table(
    {
        "$T/T_c$ before": numbers(t, 1),
        "$T/T_c$ after": numbers(temperature_after_quench(t), decimals=3),
        r"latent heat $/\gamma T_c^2$": numbers(latent_heat(t), decimals=3),
    },
    caption="The two ways from the superconductor to the normal metal.",
)

# %% [markdown]
# <!-- task: why_the_jump_is_upward -->
# ## 5 · Why the jump is upward (in your own words, 3 points, 10 min)
#
# Without any formula for the jump: why must the heat capacity jump *up* when the metal becomes superconducting?

# %% [markdown]
# <!-- answer: why_the_jump_is_upward -->
# *Write your answer here.*

# %% tags=["nbval-ignore-output"]
progress()
