# %% [markdown]
# # Project B: aluminium from two numbers
#
# <!-- work -->
# *150 minutes, 17 points, and one question in words · uses: the gap ([chapter 05](../notebooks/05_gap_equation.ipynb)), condensation energy, critical field and heat capacity ([06](../notebooks/06_thermodynamics.ipynb)).*
#
# **What you have:** two numbers of aluminium, $\gamma=1.35$ mJ/(mol K²) and $T_c=1.163$ K, from a calorimeter (N. E. Phillips, Phys. Rev. 114, 676, 1959), and BCS.
# **What you will conclude:** which other measured numbers follow from these two, how well, and which agreement tests BCS and which only thermodynamics.

# %%
import numpy as np
from scipy.integrate import cumulative_simpson

from bcs_helpers.classroom import carry_on, check, hint, inputs, progress
from bcs_helpers.figures import BLACK, BLUE, RED, figure, show
from bcs_helpers.gap import gap
from bcs_helpers.materials import elements

Al = elements["Al"]
gamma, Tc = 1.35, 1.163  # mJ/(mol K²), K
volume = Al.atomic_weight.number / Al.density.number  # cm³/mol
print(f"molar volume {volume:.2f} cm³/mol")


# %% [markdown]
# <!-- task: field_from_two_numbers -->
# ## 1 · A magnetic field from a calorimeter (4 points, 30 min)
#
# Which field destroys superconductivity at $T=0$? Return it in gauss, for `gamma` in mJ/(mol K²), a molar `volume` in cm³ and `Tc` in kelvin, in weak coupling.

# %%
def field_from_two_numbers(gamma, volume, Tc):
    """H_c(0) in gauss from γ in mJ/(mol K²), the molar volume in cm³ and Tc in K."""
    ...  # your code here


check(field_from_two_numbers)

# %%
field_from_two_numbers = carry_on(field_from_two_numbers)
H0, measured = field_from_two_numbers(gamma, volume, Tc), Al.Hc0.number
print(f"H_c(0) = {H0:.1f} G from γ and Tc; measured {measured} G: {H0 / measured - 1:+.1%}")


# %% [markdown]
# <!-- task: electronic_heat_capacity -->
# ## 2 · The whole curve of heat (5 points, 45 min)
#
# Return the electrons' heat capacity over $\gamma T_c$ for an increasing array `t` of $T/T_c$; some may be above 1. (`gap(t, 1.0)` is $\Delta(T)/k_BT_c$.)

# %%
def electronic_heat_capacity(t):
    """C/γTc for an increasing array t = T/Tc."""
    ...  # your code here


check(electronic_heat_capacity)

# %%
electronic_heat_capacity = carry_on(electronic_heat_capacity)
t = np.linspace(0.01, 0.9995, 400)
C = electronic_heat_capacity(t)
fig, ax = figure()
ax.plot(t, C, color=BLUE, label="superconducting")
ax.plot([0, 1.3], [0, 1.3], color=BLACK, ls="--", label="normal")
cold = (t > 0.25) & (t < 0.5)
ax.plot(t[cold], 7.1 * np.exp(-1.34 / t[cold]), color=RED, lw=4, alpha=0.5, label="Phillips' fit to Al")
ax.set(xlabel="$T/T_c$", ylabel=r"$C/\gamma T_c$", ylim=(0, 2.6))
ax.legend(loc="upper left")
show(fig, "Heat capacity over gamma Tc against temperature: the superconducting curve rises from zero, crosses the straight normal line at about 0.51 and reaches 2.43 at Tc; the fit to measured aluminium between 0.25 and 0.5 lies on or slightly above it.")


# %% [markdown]
# <!-- task: field_from_heat -->
# ## 3 · The field, once more, out of the heat (5 points, 40 min)
#
# Let a calorimeter give `C`, the heat capacity over $\gamma T_c$, on an even grid `t` of $T/T_c$ from 0 to 1. Return $H_c/H_c(0)$ at the temperatures `at` (of $T/T_c$, up to 0.9). No theory of the metal enters: your function should work for any superconductor's heat.

# %%
def field_from_heat(t, C, at):
    """H_c/H_c(0) at the temperatures `at`, from C/γTc on an even grid of t = T/Tc from 0 to 1."""
    ...  # your code here


check(field_from_heat)

# %%
field_from_heat = carry_on(field_from_heat)
t, heat, _ = inputs(field_from_heat)
grid = np.linspace(0, 0.99, 100)
h = field_from_heat(t, heat, grid)
fig, ax = figure()
ax.plot(grid, 100 * (h - (1 - grid**2)), color=BLUE, label="from the heat of BCS")
ax.axhline(-4, color=RED, ls="--", label="largest deviation measured in Al, 4 % (Phillips)")
ax.set(xlabel="$T/T_c$", ylabel=r"$H_c/H_c(0)-(1-t^2)$ (%)", ylim=(-6, 0.5))
ax.legend(loc="lower center")
show(fig, "Deviation of the critical field from the parabola in per cent against temperature: zero at both ends, a smooth minimum of minus 3.7 near 0.7; a dashed line marks minus 4.")


# %% [markdown]
# <!-- task: jump_from_field -->
# ## 4 · Rutgers' check (3 points, 20 min)
#
# A magnetometer gives the slope of the critical field at $T_c$, in G/K. Return the jump of the heat capacity there in mJ/(mol K), given also `Tc` in kelvin and the molar `volume` in cm³.

# %%
def jump_from_field(slope, Tc, volume):
    """C_s − C_n at Tc in mJ/(mol K), from dH_c/dT in G/K."""
    ...  # your code here


check(jump_from_field)

# %%
jump_from_field = carry_on(jump_from_field)
slope = -1.7367 * H0 / Tc  # BCS: H_c falls like 1.74 (1 − t) at Tc
print(f"slope {slope:.0f} G/K → jump {jump_from_field(slope, Tc, volume):.2f} mJ/(mol K); 1.43 γTc = {1.426 * gamma * Tc:.2f}")

# %% [markdown]
# <!-- task: what_two_numbers_know -->
# ## 5 · What two numbers know (in your own words, 3 points, 15 min)
#
# Which measured numbers of aluminium follow from $\gamma$ and $T_c$, and how well? Which of your comparisons tests BCS, and which would hold for any superconductor? What might cause what is left?

# %% [markdown]
# <!-- answer: what_two_numbers_know -->
# *Write your answer here.*

# %% tags=["nbval-ignore-output"]
progress()
