# %% [markdown]
# # 01 · Ask what a microscopic theory must explain: tasks
#
# <!-- work -->
# *75 minutes, 9 points, and one question in words · read first: [chapter 01](../notebooks/01_before_bcs.ipynb).*
#
# <!-- how to solve -->
# Write each function where the dots are and run the cell. `check`, at its end, says ✓ right, ✗ wrong and why, ! does not
# run, … not attempted. `hint(f)` gives the next hint. `carry_on(f)` puts the reference in place of a function that is not
# right yet, so that you can go on. Your function is tried with several sets of numbers.

# %%
import numpy as np

from bcs_helpers.classroom import ask, carry_on, check, hint, inputs, progress
from bcs_helpers.tables import numbers, table

# %%
ask("warm_up_depth")


# %% [markdown]
# <!-- task: sphere_diamagnetism -->
# ## 1 · A grain too small to keep the field out (4 points, 30 min)
#
# D. Shoenberg measured fine grains of mercury and found them far from perfect diamagnets (*Proc. R. Soc. A* **175**, 49 (1940), recalled). What does London's theory say about a sphere of radius $R$ in a field $B_0$, with the
# penetration depth $\lambda$?
#
# For an array `x` of values of $R/\lambda$ return the magnetic moment divided by that of a sphere of the same size from which the field is expelled altogether
# ($-2\pi B_0R^3/\mu_0$).

# %%
def sphere_diamagnetism(x):
    """Moment of a London sphere over that of a perfectly diamagnetic one, for an array x = R/λ."""
    ...  # your code here


check(sphere_diamagnetism)


# %% [markdown]
# <!-- task: trapped_quanta -->
# ## 2 · How many quanta are left in the ring? (2 points, 15 min)
#
# A long superconducting tube with a bore of radius `radius` in µm and a wall much thicker than $\lambda$ is cooled through $T_c$ in a parallel field of `field` gauss, slowly, so that it ends in the state of lowest energy; then the field is
# switched off. How many quanta of flux does the bore keep? Return the number.

# %%
def trapped_quanta(field, radius):
    """Number of flux quanta kept by a tube (bore radius in µm) that was cooled in `field` gauss."""
    ...  # your code here


check(trapped_quanta)


# %% [markdown]
# <!-- task: heat_capacity_step -->
# ## 3 · The step in the heat capacity (3 points, 20 min)
#
# Between a quarter and a half of $T_c$ an exponential $e^{-E/k_BT}$ describes the heat capacity of the electrons of aluminium, as if each excitation cost the energy $E$ (a step). How high is it?
#
# `T` is an array of temperatures in kelvin and `C` the heat capacities (in any unit). Fit a straight line to $\ln C$ against $1/T$ and return $E$ in meV. The first data are computed from the
# exponential with which N. E. Phillips described his measurements; the next cell shows them.

# %%
def heat_capacity_step(T, C):
    """Energy E in meV of the law C ∝ exp(−E/k_B T); T in kelvin."""
    ...  # your code here


check(heat_capacity_step)

# %%
T, C = inputs(heat_capacity_step)
table(
    {"$T$ / K": numbers(T, decimals=3), "$C$ / mJ/(mol K)": numbers(C, decimals=4)},
    caption="The first data of the task, computed from Phillips' exponential.",
)

# %% [markdown]
# <!-- task: two_facts_not_one -->
# ## 4 · Zero resistance and perfect diamagnetism are two facts (in your own words, 3 points, 10 min)
#
# A friend says: "A superconductor has no resistance, hence no electric field inside, hence $\partial B/\partial t=0$. So the Meissner effect is nothing new." What is missing?

# %% [markdown]
# <!-- answer: two_facts_not_one -->
# *Write your answer here.*

# %% tags=["nbval-ignore-output"]
progress()
