# %% [markdown]
# # 02 · Bind two electrons above a Fermi sea: tasks
#
# <!-- work -->
# *115 minutes, 16 points, and one question in words · read first: [chapter 02](../notebooks/02_cooper_problem.ipynb).*
#
# <!-- how to solve -->
# Write each function where the dots are and run the cell. `check`, at its end, says ✓ right, ✗ wrong and why, ! does not
# run, … not attempted. `hint(f)` gives the next hint. `carry_on(f)` puts the reference in place of a function that is not
# right yet, so that you can go on. Your function is tried with several sets of numbers.

# %%
import numpy as np

from bcs_helpers.classroom import ask, carry_on, check, hint, progress

# %%
ask("warm_up_log")


# %% [markdown]
# <!-- task: ion_displacement -->
# ## 1 · How far an ion moves (problem 1809263, 2 points, 20 min)
#
# An electron flies past an ion and pulls at it. How far does the ion swing out when the electron is gone?
#
# `speed` of the electron in $10^6$ m/s, `distance` $b$ of its path from the ion in nm, `mass` of the ion in u, its frequency as a temperature `theta` in kelvin
# ($\hbar\omega=k_B\Theta$), its `charge` $Z$. The Coulomb force at the distance $b$ acts for the time $2b/v$, and the ion is a harmonic oscillator. Return the displacement in pm ($10^{-12}$ m). Then ask whether that time is a good guess: integrate the sideways force along the straight path. Do the two momenta agree?

# %%
def ion_displacement(speed, distance, mass, theta, charge):
    """Largest displacement in pm of an ion that an electron has passed; 10⁶ m/s, nm, u, K, Z."""
    ...  # your code here


check(ion_displacement)

# %%
ion_displacement = carry_on(ion_displacement)


# %% [markdown]
# <!-- task: kick_attraction -->
# ## 2 · What the second electron gains (problem 1809263, 3 points, 15 min)
#
# A second electron follows on the same path and finds the ion nearer by its displacement $A$. By how much is its energy lower? Same arguments as before; return the energy in meV,
# as a positive number, to first order in $A/b$. (You may call `ion_displacement`.)

# %%
def kick_attraction(speed, distance, mass, theta, charge):
    """By how much the energy of a second electron is lowered, in meV; 10⁶ m/s, nm, u, K, Z."""
    ...  # your code here


check(kick_attraction)


# %% [markdown]
# <!-- task: pair_binding_energy -->
# ## 3 · One pair above a sea (4 points, 25 min)
#
# Two electrons above a filled sea attract each other with $-V$ while $0<\xi<\omega_D$. The condition on their binding energy is
#
# $$\frac1{N_0V}=\int_0^{\omega_D}\frac{d\xi}{2\xi+E_B}.$$
#
# Return $E_B$ in the same unit as `cutoff` $=\omega_D$ for any `coupling` $N_0V$, weak *or* strong, to five digits. There are two ways, which must agree: from the integral, and as the lowest eigenvalue of the pair's matrix on a fine grid of energies.

# %%
def pair_binding_energy(coupling, cutoff):
    """Binding energy of one pair above a sea, exact in the coupling, in the unit of cutoff."""
    ...  # your code here


check(pair_binding_energy)


# %% [markdown]
# <!-- task: threshold_coupling -->
# ## 4 · The threshold where states are missing (3 points, 20 min)
#
# Suppose that the density of states of each particle is not constant but vanishes like $x^p$ at $x=0$, with the energy $x$ in units of the cutoff; $p=\frac12$ is a free particle in empty space.
# Then
#
# $$\frac1g=\int_0^1\frac{x^p\,dx}{2x+E_B},$$
#
# with $g$ the attraction times the density of states at $x=1$. How strong must it be to bind at all? For `power` $p>0$ return the smallest $g$ with a bound state.

# %%
def threshold_coupling(power):
    """Smallest g that binds a pair whose density of states is x^power, 0 < x < 1."""
    ...  # your code here


check(threshold_coupling)

# %%
threshold_coupling = carry_on(threshold_coupling)


# %% [markdown]
# <!-- task: kept_out_binding_energy -->
# ## 5 · A pair that is kept away from the Fermi level (4 points, 25 min)
#
# Which states hold the pair together? Block those with $0<\xi<s$, by filling them with other electrons, so that the integral of task 3 begins at $s$. For a `coupling` $N_0V$ and an array
# `blocked` of values of $s$, in units of the cutoff, return $E_B$ in units of the cutoff: the energy by which the pair lies below $2E_F$, and 0 where it does not.

# %%
def kept_out_binding_energy(coupling, blocked):
    """E_B of a pair without 0 < ξ < s, for each s; units of the cutoff, 0 if not bound."""
    ...  # your code here


check(kept_out_binding_energy)


# %% [markdown]
# <!-- task: why_meV_beats_eV -->
# ## 6 · Why a weak attraction can win over a strong repulsion (in your own words, 3 points, 10 min)
#
# Without screening the attraction of task 2 is some meV to a hundred of them, and two electrons at the same distance repel each other with thousands. Screening lowers both: at 0.2 nm in aluminium to half a meV
# and to a hundred (chapter 02, section 1). Why does the repulsion not simply win?

# %% [markdown]
# <!-- answer: why_meV_beats_eV -->
# *Write your answer here.*

# %% [markdown]
# ## A derivation in steps: Cooper's sum
#
# From Schrödinger's equation of one pair above the sea to its binding energy: $(2\xi+E_B)\,a(\xi)=V\sum a$, $0<\xi<\omega_D$. Each step is a function; any form that gives the same numbers is right. The steps earn no points: task 3 is their sum.

# %% [markdown]
# ### 1 · One term of the sum
#
# `xi` is the energy of one electron above the Fermi level, `E_B` the binding energy. Divide the equation by its bracket, sum over all states and cancel $\sum a$: $1=V\sum(\ldots)$. Return what stands under the sum.

# %%
def term_of_coopers_sum(xi, E_B):
    """The term of the sum in 1 = V Σ (…)."""
    ...  # your code here


check(term_of_coopers_sum)


# %% [markdown]
# ### 2 · The sum as an integral
#
# Write $\sum\to N_0\int_0^{\omega_D}d\xi$ and return the integral without $N_0$.

# %%
def coopers_integral(E_B, cutoff):
    """∫ of the term from 0 to the cutoff."""
    ...  # your code here


check(coopers_integral)


# %% [markdown]
# ### 3 · Solve for the binding energy
#
# Now $1=N_0V$ times the integral. Return $E_B$ for any coupling $N_0V$.

# %%
def coopers_energy(coupling, cutoff):
    """Binding energy for any coupling."""
    ...  # your code here


check(coopers_energy)


# %% [markdown]
# ### 4 · The limit of weak coupling
#
# Return what is left of it when the coupling is small.

# %%
def coopers_energy_weak(coupling, cutoff):
    """Binding energy in the limit of weak coupling."""
    ...  # your code here


check(coopers_energy_weak)

# %% tags=["nbval-ignore-output"]
progress()
