# %% [markdown]
# # 08 · Compute the collective modes: tasks
#
# <!-- work -->
# *175 minutes, 17 points, and one question in words · read first: [chapter 08](../notebooks/08_collective_modes.ipynb).*
#
# <!-- how to solve -->
# Write each function where the dots are and run the cell. `check`, at its end, says ✓ right, ✗ wrong and why, ! does not
# run, … not attempted. `hint(f)` gives the next hint. `carry_on(f)` puts the reference in place of a function that is not
# right yet, so that you can go on. Your function is tried with several sets of numbers.

# %%
import numpy as np
from scipy.constants import atomic_mass, c, e, epsilon_0, hbar
from scipy.optimize import brentq

from bcs_helpers.classroom import ask, carry_on, check, hint, progress
from bcs_helpers.gap import gap
from bcs_helpers.tables import numbers, table

# %%
ask("warm_up_plasma")


# %% [markdown]
# <!-- task: neutral_sound -->
# ## 1 · Sound that does not know the gap (problem 1146003, 3 points, 25 min)
#
# A neutral superfluid of fermions carries a wave of its phase. How fast is it, if the attraction is weak?
#
# Atoms of `mass` in u, half of them ↑ and half ↓, are confined to a wire, a sheet, or a cloud in space. The array `density` holds the three densities, of both spins together: per µm, per µm², per µm³.
# Return an array of the three velocities in mm/s, at $T=0$, in weak coupling.

# %%
def neutral_sound(mass, density):
    """Velocity in mm/s in a wire, a sheet and a cloud; mass in u, densities per µm^d."""
    ...  # your code here


check(neutral_sound)


# %% [markdown]
# <!-- task: plane_mode -->
# ## 2 · The mode in a plane (problem 1146003, 4 points, 50 min)
#
# In the chapter the wave bends below $2\Delta$ when it becomes as short as a pair is large. How does it bend when the fermions can move in a plane only?
#
# The condition is the one of the chapter's section 2,
#
# $$\int\!d\xi\;\Big\langle\frac{(E+E')(EE'+\xi\xi'+\Delta^2)}{2EE'\,[(E+E')^2-\omega^2]}\Big\rangle-\frac{1}{2\sqrt{\xi^2+\Delta^2}}=0,\qquad \xi,\xi'\to\xi\pm\tfrac12v_Fq\cos\theta,$$
#
# with the mean over the directions in the plane. Return $\omega/2\Delta$ for each element of the array `Q` $=v_Fq/2\Delta$, all between 0 and 1.3. Program it yourself: to call the package is not the point.

# %%
def plane_mode(Q):
    """ω/2Δ of the phase mode in two dimensions for an array Q = v_F q/2Δ."""
    ...  # your code here


check(plane_mode)


# %% [markdown]
# <!-- task: ring_modes -->
# ## 3 · A ring of phases, neutral and charged (4 points, 35 min)
#
# How many modes cost nothing, and what does charge do to them? Take a model small enough for matrices: `N` superconducting grains on a ring, with extra pairs $n_j$ and phases $\varphi_j$, and ($\hbar=1$)
#
# $$H=\frac12\sum_{ij}n_i\,C_{ij}\,n_j+\frac J2\sum_j(\varphi_{j+1}-\varphi_j)^2,\qquad\dot\varphi_j=-\frac{\partial H}{\partial n_j},\qquad\dot n_j=\frac{\partial H}{\partial\varphi_j}.$$
#
# $C=U\,\mathbb 1+W\,L^{+}$. Here $U$ is the energy of filling one grain, $W$ the strength of the Coulomb force over distance, $L$ the matrix of second differences on the closed ring (2 on the diagonal, $-1$ between neighbours), and $L^+$ its pseudo-inverse (`np.linalg.pinv`), which solves
# Poisson's equation. $W=0$ is the neutral ring. Return all `N` frequencies in ascending order.

# %%
def ring_modes(N, J, U, W):
    """All N frequencies, ascending, of a ring of grains; W is the Coulomb energy, 0 if neutral."""
    ...  # your code here


check(ring_modes)

# %%
ring_modes = carry_on(ring_modes)
columns = {"mode": np.arange(1, 9)}
for name, W in (("neutral", 0.0), ("charged", 2.0)):
    columns[name] = numbers(ring_modes(8, 1.0, 0.5, W), decimals=3)
table(columns, caption="Frequencies of a ring of eight grains.")


# %% [markdown]
# <!-- task: film_plasmon -->
# ## 4 · In a film the soft mode comes back (3 points, 25 min)
#
# Is the phase mode of every charged superconductor lifted to the plasma frequency? Take a film much thinner than the wavelength, in empty space.
#
# The film is a sheet with `inductance` $L$ per square in nH (chapter 07's exercises say how large it is): a field $\mathcal E$ along the film makes the current $K$ per width grow as $L\,\dot K=\mathcal E$. The array `wavelength` is in µm, ascending. Return the
# frequency $f=\omega/2\pi$ in GHz of a wave of charge along the film. The field is that of electrostatics (the wave is much slower than light).

# %%
def film_plasmon(wavelength, inductance):
    """Frequency in GHz of the charge wave on a superconducting film; µm, nH per square."""
    ...  # your code here


check(film_plasmon)


# %% [markdown]
# <!-- task: photon_mass_curve -->
# ## 5 · The photon loses its mass (3 points, 25 min)
#
# In the superconductor the photon has a mass. What becomes of it on warming?
#
# `depth` is the penetration depth at $T=0$ in nm; `t` is an array of $T/T_c$, ascending and below 1. The metal is clean, local and weakly coupled, as in section 5 of chapter 07. Return the photon's rest energy $mc^2$ in eV for each temperature. (`gap(t, 1.0)` is $\Delta/k_BT_c$.)

# %%
def photon_mass_curve(depth, t):
    """Rest energy in eV of the photon in a clean superconductor at t = T/Tc; depth(T = 0) in nm."""
    ...  # your code here


check(photon_mass_curve)


# %% [markdown]
# <!-- task: where_the_soft_mode_went -->
# ## 6 · Where the soft mode went (in your own words, 4 points, 15 min)
#
# In a cloud of neutral atoms the phase mode is a sound; in aluminium its energy is 16 eV. Where did the soft mode go, why is Goldstone's theorem not violated, and when is a charged superconductor's phase mode soft after all?

# %% [markdown]
# <!-- answer: where_the_soft_mode_went -->
# *Write your answer here.*

# %% [markdown]
# ## A derivation in steps: the sound mode
#
# The phase mode of a neutral superfluid stands where $\displaystyle\int_0^1dx\,\frac{s\arcsin s}{\sqrt{1-s^2}}=0$ (chapter 08); $x=\cos\theta$ is the direction of a pair. Each step is a function; any form that gives the same numbers is right. The steps earn no points, and chapter 08 draws the whole curve.

# %% [markdown]
# ### 1 · The variable $s^2$
#
# Return $s^2$: the frequency squared, less that of a pair which moves along with the wave, $(v_Fqx)^2$, in units of $(2\Delta)^2$.

# %%
def s_squared(omega, q, x, Delta, v_F):
    """The variable s²."""
    ...  # your code here


check(s_squared)


# %% [markdown]
# ### 2 · The first term for small $s$
#
# For long waves $s$ is small. Return the first term of the power series of $s\arcsin(s)/\sqrt{1-s^2}$.

# %%
def first_term(s):
    """First term of the power series in s."""
    ...  # your code here


check(first_term)


# %% [markdown]
# ### 3 · The mean over all directions
#
# Return $\int_0^1dx\,s^2$.

# %%
def mean_over_directions(omega, q, Delta, v_F):
    """∫ s² dx from 0 to 1."""
    ...  # your code here


check(mean_over_directions)


# %% [markdown]
# ### 4 · The speed in one, two and three dimensions
#
# Where that vanishes is the mode. Return its speed $\omega/q$; in $d$ dimensions the mean of $x^2$ is $1/d$.

# %%
def sound_in_dimensions(v_F, dimension):
    """Speed of the phase mode for long waves."""
    ...  # your code here


check(sound_in_dimensions)

# %% tags=["nbval-ignore-output"]
progress()
