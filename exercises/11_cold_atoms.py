# %% [markdown]
# # 11 · Cross from Cooper pairs to molecules: tasks
#
# <!-- work -->
# *115 minutes, 14 points, and one question in words · read first: [chapter 11](../notebooks/11_cold_atoms.ipynb).*
#
# <!-- how to solve -->
# Write each function where the dots are and run the cell. `check`, at its end, says ✓ right, ✗ wrong and why, ! does not
# run, … not attempted. `hint(f)` gives the next hint. `carry_on(f)` puts the reference in place of a function that is not
# right yet, so that you can go on. Your function is tried with several sets of numbers.
#
# Except in the first task, energies are in $E_F$ and wave numbers in $k_F$, so that $\xi_k=k^2-\mu$ and $E_k=\sqrt{\xi_k^2+\Delta^2}$, as in the chapter. The temperature is zero.

# %%
import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq, minimize_scalar

from bcs_helpers.classroom import ask, carry_on, check, hint, progress
from bcs_helpers.tables import numbers, table

# %%
ask("warm_up_unitarity")


# %% [markdown]
# <!-- task: place_on_the_axis -->
# ## 1 · Where on the axis is this gas? (3 points, 15 min)
#
# The laboratory tells the scattering length `a` in Bohr radii (with its sign), the `density` in atoms per m³ (both spin states together, filled alike), and the `mass` of an atom in u. Which side of the crossover is that?
# Return the array of $1/k_Fa$ and of the Fermi temperature $E_F/k_B$ in µK.

# %%
def place_on_the_axis(a, density, mass):
    """Array of 1/k_F a and T_F in µK; a in Bohr radii, density of both spins in m⁻³, mass in u."""
    ...  # your code here


check(place_on_the_axis)


# %% [markdown]
# <!-- task: crossover_in_a_plane -->
# ## 2 · The crossover in a plane (4 points, 35 min)
#
# Squeeze the gas between two sheets of light until it is flat. In a plane two atoms *always* have a bound state, however weakly they attract; let its binding energy be `binding` $=E_b$, in $E_F$. Chapter 11's subtraction now uses that bound state, and the gap equation reads
#
# $$\int_0^\infty\!k\,dk\,\Big[\frac1{2E_k}-\frac1{2k^2+E_b}\Big]=0 .$$
#
# Write down the number equation yourself: in the plane the density of both spin states together is $n=k_F^2/2\pi$. Solve the two equations, numerically or on paper, and return the array of $\Delta$ and $\mu$.

# %%
def crossover_in_a_plane(binding):
    """Array of Δ and μ in E_F for a gas in a plane; binding energy E_b of two atoms in E_F."""
    ...  # your code here


check(crossover_in_a_plane)


# %% [markdown]
# <!-- task: radio_threshold -->
# ## 3 · What a radio photon pays (3 points, 20 min)
#
# A radio wave can flip one of the two atoms of a pair into a third, empty spin state, in which it feels no other atom (in this task). It flies off with the momentum it had, and its partner stays behind in the gas. How much energy must the photon
# bring at least, beyond what it costs to flip a free atom? `Delta` and `mu` are arrays of $\Delta$ and $\mu$ in $E_F$, with $\mu$ of either sign; return an array.

# %%
def radio_threshold(Delta, mu):
    """Smallest photon energy, in E_F, that frees one atom of a pair, for arrays of Δ and μ."""
    ...  # your code here


check(radio_threshold)

# %% [markdown]
# Now let the photon find pairs in the plane of task 2. What does it pay there? (Compare each line with its $E_b$.)

# %%
crossover_in_a_plane, radio_threshold = carry_on(crossover_in_a_plane), carry_on(radio_threshold)
bindings = np.array([0.4, 1.0, 3.0])
plane = np.array([crossover_in_a_plane(E_b) for E_b in bindings]).T
table({"$E_b/E_F$": numbers(bindings, decimals=1),
       "the photon pays / $E_F$": numbers(radio_threshold(*plane), decimals=4)},
      caption="The threshold in a plane.")


# %% [markdown]
# <!-- task: sound_from_a_table -->
# ## 4 · Sound from a table (4 points, 30 min)
#
# How fast is sound in the gas? Everything is in the equation of state: $mc^2=n\,d\mu/dn$, at a fixed scattering length. You are given it as a table, from a theory or from a laboratory: `eta` holds values of $1/k_Fa$ at equal steps, and `mu` the values of $\mu/E_F$ there.
# Return $(c/v_F)^2$ for all points of the table except the first and the last ($v_F=\hbar k_F/m$).

# %%
def sound_from_a_table(eta, mu):
    """(c/v_F)² at the inner points of a table of μ/E_F against η = 1/k_F a."""
    ...  # your code here


check(sound_from_a_table)

# %% [markdown]
# <!-- task: two_false_transitions -->
# ## 5 · Two transitions that are none (in your own words, 4 points, 15 min)
#
# A neighbour says: "At unitarity the scattering length jumps from $-\infty$ to $+\infty$: a phase transition." Another: "No, at $\mu=0$, where the minimum of $E_k$ comes to $k=0$." Answer both. How would one recognise a transition at $T=0$? Name a change of the gas that does bring one.

# %% [markdown]
# <!-- answer: two_false_transitions -->
# *Write your answer here.*

# %% tags=["nbval-ignore-output"]
progress()
