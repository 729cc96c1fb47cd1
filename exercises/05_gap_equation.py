# %% [markdown]
# # 05 · Solve the gap equation: tasks
#
# <!-- work -->
# *110 minutes, 14 points, and one question in words · read first: [chapter 05](../notebooks/05_gap_equation.ipynb).*
#
# <!-- how to solve -->
# Write each function where the dots are and run the cell. `check`, at its end, says ✓ right, ✗ wrong and why, ! does not
# run, … not attempted. `hint(f)` gives the next hint. `carry_on(f)` puts the reference in place of a function that is not
# right yet, so that you can go on. Your function is tried with several sets of numbers.

# %%
import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq

from bcs_helpers.classroom import ask, carry_on, check, hint, progress

# %%
ask("warm_up_tanh")


# %% [markdown]
# <!-- task: transition_temperature -->
# ## 1 · Where the gap closes (problem 1096866, 4 points, 30 min)
#
# How hot may a metal become before its pairs are gone, if the attraction $V$ acts in a shell of width $\omega_D$ around
# the Fermi level? At $T_c$ the gap equation is linear in $\Delta$ and reads
#
# $$\frac1{N_0V}=\int_0^{\omega_D}\!d\xi\,\frac{\tanh(\xi/2T_c)}{\xi}.$$
#
# Find $T_c$ in two ways, for a coupling $N_0V$ (`coupling`, between 0.15 and 1.2) and a Debye temperature $\omega_D$ in kelvin (`cutoff`). Return an array of two numbers in kelvin: $T_c$ from the closed form of the integral for $\omega_D\gg T_c$; and $T_c$ as the root of the equation, by `quad` and `brentq`.
# For a weak coupling, below 0.3, the two must agree. From which coupling on does the closed form fail?

# %%
def transition_temperature(coupling, cutoff):
    """Tc in kelvin from the linearised gap equation: closed form, and root; cutoff in kelvin."""
    ...  # your code here


check(transition_temperature)

# %%
transition_temperature = carry_on(transition_temperature)


# %% [markdown]
# <!-- task: gap_ratio -->
# ## 2 · The universal ratio of gap and critical temperature (problem 1096853, 3 points, 20 min)
#
# Aluminium and zinc have different couplings, cutoffs and densities of states. Show that the cost of breaking a pair at $T=0$ over
# the critical temperature, $2\Delta(0)/k_BT_c$, knows nothing of them as long as the coupling is weak.
#
# Return an array of two numbers for a `coupling` $N_0V$ between 0.15 and 1.2: the ratio in the limit of a weak coupling, to three digits; and the ratio at this coupling, with no limit taken, from $\Delta_0=\omega_D/\sinh(1/N_0V)$ and the root of task 1. From which coupling down do the two agree to three digits?

# %%
def gap_ratio(coupling):
    """2Δ(0)/k_B Tc: the universal number of weak coupling, and the ratio at this coupling."""
    ...  # your code here


check(gap_ratio)


# %% [markdown]
# <!-- task: gap_curve -->
# ## 3 · The whole curve, by your own root finding (5 points, 40 min)
#
# Between $T=0$ and $T_c$ there is no formula: the gap must be found. Return $\Delta(T)/\Delta(0)$ for an array `t`
# of temperatures $T/T_c$ (some may be 0, 1 or above), right to four digits. (So keep the ratio of task 2 as a formula here; rounded, it shifts the curve near $T_c$.) Program it yourself: to call the package is not the point.

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
# ## 4 · The gap in meV, cold and just below the critical temperature (2 points, 10 min)
#
# A metal loses its resistance at `Tc` kelvin. At which energy, in meV, does its density of states begin: at $T=0$, and one per cent below $T_c$, at $T=0.99\,T_c$? Return an array of the two, $\Delta(0)$ and $\Delta(0.99\,T_c)$. There are two ways to the second, your curve of task 3 and its limit near $T_c$. How far apart are they?

# %%
def gap_in_meV(Tc):
    """[Δ(0), Δ(0.99 Tc)] in meV of a weakly coupled superconductor; Tc in kelvin."""
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

# %% [markdown]
# ## A derivation in steps: from the gap equation to $T_c$
#
# The gap equation is $\dfrac1{N_0V}=\displaystyle\int_0^{\omega_D}d\xi\,\frac{\tanh(E/2T)}{E}$. Let $\Delta$ go to zero. Each step is a function; any form that gives the same numbers is right. The steps earn no points: task 1 is their sum.

# %% [markdown]
# ### 1 · The integrand at $T_c$
#
# Return what stands under the integral at $T_c$, where $\Delta=0$, for $\xi>0$.

# %%
def term_at_tc(xi, Tc):
    """The integrand of the gap equation at Tc."""
    ...  # your code here


check(term_at_tc)


# %% [markdown]
# ### 2 · A function of one variable
#
# With $x=\xi/2T_c$ the integral depends on $z=\omega_D/2T_c$ alone. Return it as a number.

# %%
def tanh_integral(z):
    """∫ tanh(x)/x dx from 0 to z."""
    ...  # your code here


check(tanh_integral)


# %% [markdown]
# ### 3 · Its form for large $z$
#
# Return the closed form that it takes for large $z$.

# %%
def tanh_integral_for_large_z(z):
    """The integral for large z."""
    ...  # your code here


check(tanh_integral_for_large_z)


# %% [markdown]
# ### 4 · The coupling that belongs to a $T_c$
#
# Return $N_0V$ for a given $T_c$ much below the cutoff.

# %%
def coupling_for_tc(Tc, cutoff):
    """N0V of a superconductor with this Tc."""
    ...  # your code here


check(coupling_for_tc)


# %% [markdown]
# ## A derivation in steps: the gap ratio
#
# The same equation, now at $T=0$. Each step is a function; any form that gives the same numbers is right. The steps earn no points: task 2 is their sum.

# %% [markdown]
# ### 1 · The integral at $T=0$
#
# Return the integral of the gap equation at $T=0$ for any $\Delta$.

# %%
def integral_at_zero_temperature(Delta, cutoff):
    """The integral of the gap equation at T = 0."""
    ...  # your code here


check(integral_at_zero_temperature)


# %% [markdown]
# ### 2 · The same for a small gap
#
# Return its form for $\Delta\ll\omega_D$.

# %%
def integral_for_small_gap(Delta, cutoff):
    """The integral for a gap much smaller than the cutoff."""
    ...  # your code here


check(integral_for_small_gap)


# %% [markdown]
# ### 3 · Divide one by the other
#
# Both integrals, this one and that of step 3 above, are $1/N_0V$. Return $\ln(\Delta(0)/\omega_D)$ and $\ln(T_c/\omega_D)$ for a coupling, as an array of two.

# %%
def log_of_gap_over_tc(coupling):
    """ln(Δ(0)/ω_D) and ln(Tc/ω_D)."""
    ...  # your code here


check(log_of_gap_over_tc)

# %% tags=["nbval-ignore-output"]
progress()
