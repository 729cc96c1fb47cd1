# %% [markdown]
# # 13 · Count the pairs in a nucleus and in a star: tasks
#
# <!-- work -->
# *140 minutes, 19 points, and one question in words · read first: [chapter 13](../notebooks/13_nuclei_and_stars.ipynb).*
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
ask("warm_up_odd")


# %% [markdown]
# <!-- task: five_point_gap -->
# ## 1 · The gap in a table of masses (4 points, 25 min)
#
# In chapter 13 the three-point differences of tin zigzag: 0.2 MeV more at even $N$ than at odd. Is the gap different there, or do three points measure something else as well?
#
# Let the energy be $\Delta$ higher for odd $N$, on top of a smooth energy that may be *curved*. There is one combination of the five energies at $N-2,\dots,N+2$, symmetric about $N$, that gives $\Delta$ and from which a curvature drops out. For consecutive neutron numbers `N` and *binding* energies `binding` $=-E$ in MeV return it for
# `N[2:-2]`. (The first table is tin's, summed up from the measured differences; its first two entries are arbitrary, for a constant and a slope drop out in any case.)

# %%
def five_point_gap(N, binding):
    """Pairing gap in MeV for N[2:-2], from binding energies, free of the curvature."""
    ...  # your code here


check(five_point_gap)

# %%
five_point_gap = carry_on(five_point_gap)
N, binding = inputs(five_point_gap)
Delta = five_point_gap(N, binding)
even = N[2:-2] % 2 == 0
print(f"tin: even N {Delta[even].mean():.3f} MeV, odd N {Delta[~even].mean():.3f} MeV")


# %% [markdown]
# <!-- task: shell_energies -->
# ## 2 · One shell, pair by pair (4 points, 30 min)
#
# What does it cost to break a pair if nothing else changes? Take a single shell: $\Omega$ levels (`capacity`), all at energy zero, and $H=-G\sum_{ij}P_i^\dagger P_j$, the sum over *all* $i$ and $j$. It holds $N$ `neutrons`, of which $s$ are without a partner, each alone in a level; the rest are pairs.
#
# For an array `unpaired` of values of $s$ (of the same parity as $N$) return the exact lowest energy for each, in the same unit as `G`.

# %%
def shell_energies(capacity, neutrons, unpaired, G):
    """Lowest energy of N neutrons in a shell of Ω levels, for each number s of unpaired ones."""
    ...  # your code here


check(shell_energies)

# %%
shell_energies = carry_on(shell_energies)
E = np.array([shell_energies(8, n, np.array([0, 2]), 0.2) for n in (4, 6, 8)])
table({"neutrons": [4, 6, 8], "$E(s=0)$ / MeV": numbers(E[:, 0], decimals=2),
       "$E(s=2)$ / MeV": numbers(E[:, 1], decimals=2),
       "the first pair costs / MeV": numbers(E[:, 1] - E[:, 0], decimals=2)},
      caption=r"A shell of $\Omega=8$ levels, $G=0.2$ MeV.")


# %% [markdown]
# <!-- task: share_missed_by_bcs -->
# ## 3 · What BCS misses in a shell (4 points, 30 min)
#
# The same shell, all neutrons paired: $n$ pairs in $\Omega$ levels have the exact energy $-Gn(\Omega-n+1)$. Now let BCS try: $\prod_j(u+vP_j^\dagger)|0\rangle$ with the right number of pairs *on the average*. Which share of the exact energy does its $\langle H\rangle$ miss?
#
# For `capacity` $\Omega$ and an array `pairs` of values of $n$ return $(E_\text{BCS}-E)/|E|$. Keep all terms of $\langle H\rangle$.

# %%
def share_missed_by_bcs(capacity, pairs):
    """Share of the exact energy of n pairs in a shell that the BCS state misses, for each n."""
    ...  # your code here


check(share_missed_by_bcs)

# %%
share_missed_by_bcs = carry_on(share_missed_by_bcs)
missed = share_missed_by_bcs(6, np.arange(1, 7))
table({"pairs": list(range(1, 7)), "share missed": numbers(missed, decimals=3)},
      caption=r"What BCS misses in a shell of $\Omega=6$ levels.")


# %% [markdown]
# <!-- task: neutron_critical_temperature -->
# ## 4 · How cold is a neutron star? (4 points, 25 min)
#
# Neutrons that have dripped out of the nuclei of the crust form a gas. Below which temperature is it superfluid? For a thin gas the gap is
#
# $$\Delta=\frac8{e^2}\,E_F\exp\left(-\frac\pi{2\tan\delta}\right),\qquad k_F\cot\delta=-\frac1a+\frac r2k_F^2,\qquad E_F=\frac{\hbar^2k_F^2}{2m_n}.$$
#
# (For neutrons $a$ is negative, so that $\tan\delta>0$: an attraction that does not quite bind.) Return the critical temperature in kelvin for an array `density` of the gas in g/cm³, a `scattering_length` $a<0$ and an `effective_range` $r$ in fm.

# %%
def neutron_critical_temperature(density, scattering_length, effective_range):
    """T_c in kelvin of a thin gas of neutrons; density in g/cm³, lengths in fm."""
    ...  # your code here


check(neutron_critical_temperature)

# %%
neutron_critical_temperature = carry_on(neutron_critical_temperature)
rho = np.array([1e10, 1e11, 1e12])
table({"density / (g/cm³)": numbers(rho, 1),
       "$T_c$ / K": numbers(neutron_critical_temperature(rho, -18.9, 2.75), 2)},
      caption="Critical temperatures of a thin gas of neutrons.")


# %% [markdown]
# <!-- task: vortices_let_go -->
# ## 5 · A glitch, counted in vortices (3 points, 20 min)
#
# A pulsar with the `period` $P$ (s) suddenly turns faster, by the fraction `jump` $=\delta\omega/\omega$. The angular momentum comes from its superfluid, whose moment of inertia is the fraction `share` $=I_s/I_c$ of all the rest, and which turns, very nearly, with the same $\omega$. A superfluid can slow down in one way only: vortices leave it. How many have to leave, if it fills a
# disc of `radius` (km)?

# %%
def vortices_let_go(period, jump, share, radius):
    """Number of vortices that leave the superfluid in a glitch; period in s, radius in km."""
    ...  # your code here


check(vortices_let_go)

# %%
vortices_let_go = carry_on(vortices_let_go)
stars = [(0.0893, 2e-6, 0.014, 10.0), (0.0334, 4e-9, 0.014, 10.0)]
table({"pulsar": ["Vela", "Crab"],
       "vortices that leave": numbers([vortices_let_go(*star) for star in stars], 2)},
      caption="Two glitches, from recalled numbers.")

# %% [markdown]
# <!-- task: what_cold_means -->
# ## 6 · What cold means (in your own words, 3 points, 10 min)
#
# Niobium at 10 K is too hot to be a superconductor; a neutron star at $10^8$ K is called cold. What is meant? And what speaks, from outside, for a superfluid inside the star? Name two signs.

# %% [markdown]
# <!-- answer: what_cold_means -->
# *Write your answer here.*

# %% tags=["nbval-ignore-output"]
progress()
