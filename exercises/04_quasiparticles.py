# %% [markdown]
# # 04 · Excite the superconductor: tasks
#
# <!-- work -->
# *280 minutes, 39 points, and two questions in words · read first: [chapter 04](../notebooks/04_quasiparticles.ipynb).*
#
# <!-- how to solve -->
# Write each function where the dots are and run the cell. `check`, at its end, says ✓ right, ✗ wrong and why, ! does not
# run, … not attempted. `hint(f)` gives the next hint. `carry_on(f)` puts the reference in place of a function that is not
# right yet, so that you can go on. Your function is tried with several sets of numbers.

# %%
import numpy as np
from scipy.integrate import quad

from bcs_helpers.classroom import ask, carry_on, check, hint, progress

# %%
ask("warm_up_energy")


# %% [markdown]
# <!-- task: bogoliubov_anticommutators -->
# ## 1 · Which mixtures are fermions? (problem 1096844, 3 points, 20 min)
#
# A quasiparticle is a mixture of an electron and a hole. Not every mixture is a particle that obeys Pauli's principle. Which ones do?
#
# Take the two places $\mathbf k\!\uparrow$ and $-\mathbf k\!\downarrow$ and mix them with any complex $2\times2$ matrix `M`, an array:
#
# $$\gamma_0=M_{00}\,c_\uparrow+M_{01}\,c_\downarrow^\dagger,\qquad\gamma_1^\dagger=M_{10}\,c_\uparrow+M_{11}\,c_\downarrow^\dagger .$$
#
# With $\{c_\uparrow,c_\uparrow^\dagger\}=\{c_\downarrow,c_\downarrow^\dagger\}=1$ and all others zero, the three anticommutators $\{\gamma_0,\gamma_0^\dagger\}$,
# $\{\gamma_1,\gamma_1^\dagger\}$ and $\{\gamma_0,\gamma_1\}$ are numbers. Return them as an array of three. For which $M$ are they 1, 1 and 0?

# %%
def bogoliubov_anticommutators(M):
    """{γ0, γ0†}, {γ1, γ1†} and {γ0, γ1}, three numbers, for γ0 and γ1† mixed by M."""
    ...  # your code here


check(bogoliubov_anticommutators)

# %%
bogoliubov_anticommutators = carry_on(bogoliubov_anticommutators)


# %% [markdown]
# <!-- task: rotation_from_amplitude -->
# ## 2 · The transformation that belongs to a pair (problem 1096844, 3 points, 20 min)
#
# The ground state of one pair of places is $|0\rangle+g\,c_\uparrow^\dagger c_\downarrow^\dagger|0\rangle$, up to its length, with a complex number $g$. Which quasiparticles have this state as their vacuum?
#
# For a number `g` return the $2\times2$ matrix $M$ of task 1 for which $\gamma_0$ and $\gamma_1$ are fermions and both annihilate this state. That leaves two phases open: choose them so that $M_{00}$ and $M_{11}$ are
# real and positive.

# %%
def rotation_from_amplitude(g):
    """The 2×2 matrix of the fermions whose vacuum is |0⟩ + g|↑↓⟩, with a real positive diagonal."""
    ...  # your code here


check(rotation_from_amplitude)

# %%
rotation_from_amplitude = carry_on(rotation_from_amplitude)


# %% [markdown]
# <!-- task: step_width -->
# ## 3 · How wide is the step? (problem 1096918, 3 points, 20 min)
#
# At $T=0$ the occupation $v^2=\frac12(1-\xi/E)$ falls from one to zero "over a width of about $\Delta$". Between which places, and how wide is that on the axis of $k$?
#
# For an occupation `p` below one half, the gap `Delta` in meV and the Fermi velocity `v_F` in $10^6$ m/s return an array of two numbers: the distance in energy $\xi$, in meV, from where $v^2=1-p$ to where $v^2=p$; and
# the same distance in wave numbers, in µm⁻¹, with $\xi=\hbar v_F(k-k_F)$.

# %%
def step_width(p, Delta, v_F):
    """Distance from v² = 1 − p to v² = p: in meV, and in 1/µm; Delta in meV, v_F in 10⁶ m/s."""
    ...  # your code here


check(step_width)

# %%
step_width = carry_on(step_width)


# %% [markdown]
# <!-- task: equally_blurred_temperature -->
# ## 4 · How warm a normal metal is as blurred (problem 1096918, 3 points, 20 min)
#
# Heat blurs the Fermi step, too. How warm would a *normal* metal have to be for its step to be as wide as that of the superconductor at $T=0$?
#
# Compare the distances from occupation $1-p$ to $p$. Return the temperature as a multiple of the $T_c$ of the superconductor, for an array `p` of numbers below one half. Take $\Delta(0)/k_BT_c$ from weak coupling.

# %%
def equally_blurred_temperature(p):
    """T/Tc at which a normal metal's Fermi step is as wide, from 1 − p to p, as v² at T = 0."""
    ...  # your code here


check(equally_blurred_temperature)

# %%
equally_blurred_temperature = carry_on(equally_blurred_temperature)


# %% [markdown]
# <!-- task: pair_breaking_energy -->
# ## 5 · What it costs to break a pair (problem 1809270, 3 points, 20 min)
#
# What is the smallest energy that breaks a pair and leaves the number of electrons as it was? In a metal the answer is well known. In a gas of cold atoms the chemical potential can be moved, even below the
# bottom of the band. Is the answer still the same?
#
# Electrons (or atoms) have $\xi=\hbar^2k^2/2m-\mu$ with any $k\geq0$, and quasiparticles $E=\sqrt{\xi^2+\Delta^2}$. For an array `mu` of chemical potentials, positive or negative, and a gap parameter `Delta`, in the same
# unit, return the smallest energy for each.

# %%
def pair_breaking_energy(mu, Delta):
    """Smallest energy of two quasiparticles in a band ξ = ħ²k²/2m − μ, for each μ of the array."""
    ...  # your code here


check(pair_breaking_energy)

# %%
pair_breaking_energy = carry_on(pair_breaking_energy)


# %% [markdown]
# <!-- task: quasiparticles_from_light -->
# ## 6 · One photon, how many quasiparticles? (problem 1809270, 3 points, 20 min)
#
# A superconducting film at $T=0$ absorbs one photon. Its energy is passed on until nothing more can be broken. How many quasiparticles can there be at the end, at most?
#
# For an array `wavelength` in mm and the gap `Delta` in meV return the largest number of quasiparticles for each wavelength.

# %%
def quasiparticles_from_light(wavelength, Delta):
    """Largest number of quasiparticles from one photon; wavelengths in mm, Delta in meV."""
    ...  # your code here


check(quasiparticles_from_light)

# %%
quasiparticles_from_light = carry_on(quasiparticles_from_light)


# %% [markdown]
# <!-- task: quasiparticle_velocity -->
# ## 7 · Against its own momentum (problem 1766611, 3 points, 15 min)
#
# With which velocity does a wave packet of quasiparticles move? Not only near $k_F$: take the whole parabola $\xi=\hbar^2k^2/2m-E_F$.
#
# For an array `k` of wave numbers in units of $k_F$ and a number `ratio` $=\Delta/E_F$ return the group velocity in units of $v_F=\hbar k_F/m$.

# %%
def quasiparticle_velocity(k, ratio):
    """Group velocity over v_F in a parabolic band; k in k_F, ratio = Δ/E_F."""
    ...  # your code here


check(quasiparticle_velocity)

# %%
quasiparticle_velocity = carry_on(quasiparticle_velocity)


# %% [markdown]
# <!-- task: energy_at_speed -->
# ## 8 · A mass at rest (problem 1766611, 2 points, 15 min)
#
# A quasiparticle at the edge of the gap stands still. How much energy must it have to run?
#
# Near the Fermi level $v_g=v_F\,\xi/E$. For an array `speed` of $v_g/v_F$ between 0 and 1 and the gap `Delta` in meV return the energy $E$ in meV.

# %%
def energy_at_speed(speed, Delta):
    """Energy in meV of a quasiparticle with the fraction `speed` of v_F; Delta in meV."""
    ...  # your code here


check(energy_at_speed)

# %%
energy_at_speed = carry_on(energy_at_speed)


# %% [markdown]
# <!-- task: density_in_bins -->
# ## 9 · Count the states, bin by bin (problem 1809265, 4 points, 25 min)
#
# The density of states is infinite at the edge of the gap, but no instrument shows infinity: it counts what falls into its bins. What does a histogram of the levels look like?
#
# `edges` are the rising edges of bins on the axis of $E\geq0$, an array, and `Delta` is the gap in the same unit. Return for each bin the mean of $N_s/N_0$. (Per spin and for one sign of $E$, so that it is 1 far from the gap. If you count, take so many
# levels that each bin is right to a thousandth.) Program it yourself: to call the package is not the point.

# %%
def density_in_bins(edges, Delta):
    """Mean of N_s/N0 in each bin; edges of the bins E >= 0, in the unit of Delta."""
    ...  # your code here


check(density_in_bins)

# %%
density_in_bins = carry_on(density_in_bins)


# %% [markdown]
# <!-- task: balancing_energy -->
# ## 10 · Up to which energy? (problem 1809265, 2 points, 10 min)
#
# The gap leaves no state below $\Delta$, where the normal metal has $N_0\Delta$ (on one side of the Fermi level). Above it they stand closer than in the normal metal. Up to which energy must one count, from $\Delta$ on,
# until as many states are found as the gap took away? And until it is half as many, or twice? Return the energy for a gap `Delta` and a number `ratio` of states over $N_0\Delta$, in the unit of `Delta`.

# %%
def balancing_energy(Delta, ratio):
    """Energy up to which the superconductor has `ratio` times N₀Δ states; in the unit of Delta."""
    ...  # your code here


check(balancing_energy)


# %% [markdown]
# <!-- task: returned_share -->
# ## 11 · Where the missing states stand (problem 1809265, 3 points, 20 min)
#
# As many states as the gap took stand below the energy of the task before. But the normal metal has states there, too. How many are more than it had, and how far must one look to find all that the gap took?
#
# For an array `E` of energies in units of $\Delta$, all above 1, return the share that is found between $\Delta$ and $E$: the states of the superconductor in this interval, less those that the normal metal has in the *same* interval, over $N_0\Delta$.

# %%
def returned_share(E):
    """Share of the missing states that stands as an excess between Δ and E; E in units of Δ."""
    ...  # your code here


check(returned_share)

# %%
returned_share = carry_on(returned_share)


# %% [markdown]
# <!-- task: bogoliubov_levels -->
# ## 12 · When the gap varies from place to place (4 points, 30 min)
#
# All the formulas so far hold where $\Delta$ is the same everywhere. What happens at a boundary, where it changes, perhaps even its sign?
#
# Electrons on $N$ sites, with
#
# $$H=\sum_{ij\sigma}h_{ij}\,c_{i\sigma}^\dagger c_{j\sigma}-\sum_i\Delta_i\left(c_{i\uparrow}^\dagger c_{i\downarrow}^\dagger+c_{i\downarrow}c_{i\uparrow}\right).$$
#
# `h` is a real symmetric $N\times N$ matrix (hopping, and energies from the Fermi level), `Delta` an array of $N$ real numbers. Now a quasiparticle has an amplitude $u_i$ as an electron ↑ and $v_i$ as a hole of ↓ on every site, and $\Delta_i$ mixes
# the two on the same site. Set up the $2N\times2N$ matrix for $(u,v)$ and return the $N$ excitation energies $E\geq0$ in rising order (one spin).

# %%
def bogoliubov_levels(h, Delta):
    """The N excitation energies, rising, for the N×N matrix h and the gaps Delta on the sites."""
    ...  # your code here


check(bogoliubov_levels)

# %%
bogoliubov_levels = carry_on(bogoliubov_levels)


# %% [markdown]
# <!-- task: thermal_quasiparticles -->
# ## 13 · Thermal quasiparticles in a cubic micrometre (3 points, 25 min)
#
# A superconducting qubit wants no quasiparticles. How many does heat make?
#
# Return their number in a cubic micrometre at the temperature `T` in mK, for a gap `Delta` in meV (well below $T_c$ it does not depend on $T$) and a density of states `N0` of one spin, in 1/(meV µm³). For aluminium $N_0=1.72\cdot10^7$ in this unit.

# %%
def thermal_quasiparticles(T, Delta, N0):
    """Thermal quasiparticles in a µm³; T in mK, Delta in meV, N0 of one spin in 1/(meV µm³)."""
    ...  # your code here


check(thermal_quasiparticles)

# %%
thermal_quasiparticles = carry_on(thermal_quasiparticles)


# %% [markdown]
# <!-- task: once_or_twice_the_gap -->
# ## 14 · Δ or 2Δ? (in your own words, 4 points, 10 min)
#
# Three experiments on one piece of superconductor: it begins to absorb light whose photons have $2\Delta$; a tunnel contact from a normal metal begins to conduct at the voltage $\Delta/e$; and the number of its quasiparticles goes as $e^{-\Delta/T}$. How can all three be true?

# %% [markdown]
# <!-- answer: once_or_twice_the_gap -->
# *Write your answer here.*

# %% [markdown]
# <!-- task: where_the_charge_went -->
# ## 15 · Where the charge went (in your own words, 3 points, 10 min)
#
# An electron enters a superconductor and becomes a quasiparticle at $k_F$, which has no charge on average. Charge is conserved. Where is it, and what became of the electron's spin?

# %% [markdown]
# <!-- answer: where_the_charge_went -->
# *Write your answer here.*

# %% [markdown]
# ## A derivation in steps: the mean-field Hamiltonian
#
# In the mean field each pair state has the Hamiltonian $h=\xi(n_\uparrow+n_\downarrow)-\Delta(b+b^\dagger)$, where $b$ takes the pair out. Each step is a function; any form that gives the same numbers is right. The steps earn no points, and chapter 05 goes on from the last.

# %% [markdown]
# ### 1 · The matrix of a pair state
#
# Return the $2\times2$ matrix of $h$ between the empty state (first) and the filled one.

# %%
def matrix_of_pair_state(xi, Delta):
    """h between the empty and the filled pair state."""
    ...  # your code here


check(matrix_of_pair_state)


# %% [markdown]
# ### 2 · Its two energies
#
# Return both eigenvalues, the lower one first.

# %%
def levels_of_pair_state(xi, Delta):
    """The two energies, ascending."""
    ...  # your code here


check(levels_of_pair_state)


# %% [markdown]
# ### 3 · What one quasiparticle costs
#
# One electron alone in the state has the energy $\xi$. How much more is that than the lower of the two?

# %%
def cost_of_a_quasiparticle(xi, Delta):
    """Energy of one quasiparticle."""
    ...  # your code here


check(cost_of_a_quasiparticle)


# %% [markdown]
# ### 4 · The mean of $b$ at a temperature
#
# The paired state has $\langle b\rangle=uv=\Delta/2E$ and the probability $(1-f)^2$; the doubly excited one $-uv$ and $f^2$; with one electron $\langle b\rangle=0$. Here $f=1/(e^{E/T}+1)$. Return $\langle b\rangle$.

# %%
def mean_pair_amplitude(xi, Delta, T):
    """Thermal mean of b."""
    ...  # your code here


check(mean_pair_amplitude)

# %% tags=["nbval-ignore-output"]
progress()
