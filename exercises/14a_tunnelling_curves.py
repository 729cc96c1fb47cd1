# %% [markdown]
# # Project A: from raw tunnelling curves to Δ(T), Tc and the coupling
#
# <!-- work -->
# *160 minutes, 19 points, and one question in words · uses: the density of states ([chapter 04](../notebooks/04_quasiparticles.ipynb)), the curve $\Delta(T)$ ([05](../notebooks/05_gap_equation.ipynb)), tunnelling
# ([10](../notebooks/10_tunnelling.ipynb)).*
#
# **What you have:** five current–voltage curves of a junction between a normal metal and an unknown superconductor, taken at five temperatures, with noise. (They are synthetic: made by a seeded generator that knows its truth and keeps it.)
# **What you will conclude:** the gap at each temperature, the critical temperature, and whether the metal is a weakly or a strongly coupled superconductor, each with its uncertainty.
#
# `inputs(f)` gives the data of a task. `check` tries your function on other samples too, so write a method, not a number.

# %%
import numpy as np
from scipy.optimize import curve_fit

from bcs_helpers.classroom import carry_on, check, hint, inputs, progress
from bcs_helpers.figures import BLACK, BLUE, GREEN, ORANGE, PINK, RED, figure, show
from bcs_helpers.gap import gap

k_B = 0.0861733  # meV/K


# %% [markdown]
# First look at the raw data: voltage in mV, current times normal resistance in meV, temperature in K.

# %%
def fitted_gaps(V, current, T): ...


V, current, T = inputs(fitted_gaps)
fig, ax = figure()
for row, t, colour, mark in zip(current, T, (BLUE, GREEN, ORANGE, PINK, RED), "os^Dv"):
    ax.plot(V, row, mark, color=colour, ms=3, mfc="none", mew=0.7, label=f"{t:.2f} K")
ax.plot(V, V, color=BLACK, lw=1, ls=":", label="Ohm's law")
ax.set(xlabel="voltage $V$ (mV)", ylabel="current $e I R_n$ (meV)")
ax.legend()
show(fig, "Raw data: current against voltage at five temperatures. The coldest curve is flat around zero voltage and rises steeply at about 0.8 millivolts; the warmer ones are smoother; all approach the dotted straight line of Ohm's law.")


# %% [markdown]
# <!-- task: junction_current -->
# ## 1 · The model: what the junction should do (4 points, 30 min)
#
# Which current flows from a normal metal into a superconductor whose density of states has Dynes' broadening $\Gamma$? Return $eIR_n$ in meV for an array `V` of voltages in mV, at `T` kelvin, with `Delta` and `Gamma` in meV.

# %%
def junction_current(V, T, Delta, Gamma):
    """e I R_n in meV of a normal metal–superconductor junction; V in mV, T in K, Delta and Gamma in meV."""
    ...  # your code here


check(junction_current)

# %%
junction_current = carry_on(junction_current)


# %% [markdown]
# <!-- task: fitted_gaps -->
# ## 2 · Five curves, five gaps (4 points, 40 min)
#
# The temperatures are known. Fit $\Delta$ and $\Gamma$ to the coldest curve; $\Gamma$ belongs to the junction, so keep it and fit $\Delta$ alone to the others. Return the five gaps in meV. (`V` in mV of shape (n,), `current` in meV of shape (5, n), `T` in K of shape (5,).)

# %%
def fitted_gaps(V, current, T):
    """The gap Δ in meV for each row of `current`."""
    ...  # your code here


check(fitted_gaps)


# %% [markdown]
# <!-- task: gap_errors -->
# ## 3 · How well are they known? (3 points, 20 min)
#
# Return the standard uncertainties of the five gaps in meV, from the scatter of the points about the fits.

# %%
def gap_errors(V, current, T):
    """The standard uncertainty of each gap in meV."""
    ...  # your code here


check(gap_errors)

# %%
fitted_gaps, gap_errors = carry_on(fitted_gaps), carry_on(gap_errors)
Delta, error = fitted_gaps(V, current, T), gap_errors(V, current, T)
for t, D, e in zip(T, Delta, error):
    print(f"T = {t:.2f} K: Δ = {D:.3f} ± {e:.3f} meV")


# %% [markdown]
# <!-- task: critical_temperature_from_gaps -->
# ## 4 · Tc, without ever reaching it (3 points, 25 min)
#
# The next tasks take the temperatures, gaps and errors as arrays. Fit the BCS curve $\Delta(T)=\Delta_0\,\delta(T/T_c)$ with *both* $\Delta_0$ and $T_c$ free, weigh each gap by its error, and return $T_c$ in kelvin. (`gap(t, 1.0) / gap(0.0, 1.0)` is $\delta(t)$.)

# %%
def critical_temperature_from_gaps(T, Delta, error):
    """Tc in K from gaps Δ ± error in meV at the temperatures T in K."""
    ...  # your code here


check(critical_temperature_from_gaps)


# %% [markdown]
# <!-- task: coupling_ratio -->
# ## 5 · Weak or strong? (2 points, 10 min)
#
# Return $2\Delta(0)/k_BT_c$ from the same three arrays.

# %%
def coupling_ratio(T, Delta, error):
    """2Δ(0)/k_B Tc, with both from the fit."""
    ...  # your code here


check(coupling_ratio)


# %% [markdown]
# <!-- task: coupling_ratio_error -->
# ## 6 · Is the difference real? (3 points, 20 min)
#
# Return the standard uncertainty of that ratio.

# %%
def coupling_ratio_error(T, Delta, error):
    """The standard uncertainty of 2Δ(0)/k_B Tc."""
    ...  # your code here


check(coupling_ratio_error)

# %%
critical_temperature_from_gaps, coupling_ratio = carry_on(critical_temperature_from_gaps), carry_on(coupling_ratio)
coupling_ratio_error = carry_on(coupling_ratio_error)
Tc, ratio, spread = (f(T, Delta, error) for f in (critical_temperature_from_gaps, coupling_ratio, coupling_ratio_error))
print(f"Tc = {Tc:.3f} K, 2Δ(0)/k_B Tc = {ratio:.3f} ± {spread:.3f}; weak coupling: {2 * gap(0.0, 1.0):.3f}")

# %%
t = np.linspace(0, 1.1 * Tc, 200)
fig, ax = figure()
ax.errorbar(T, Delta, error, fmt="o", color=RED, capsize=3, label="fitted gaps")
ax.plot(t, ratio * k_B * Tc / 2 * gap(t / Tc, 1.0) / gap(0.0, 1.0), color=BLUE, label="best curve")
ax.plot(t, gap(t, Tc) * k_B, color=BLACK, ls=":", label="weak coupling with this $T_c$")
ax.set(xlabel="temperature (K)", ylabel=r"gap $\Delta$ (meV)", ylim=(0, None))
ax.legend(loc="lower left")
show(fig, "Gap against temperature: five points, with error bars hardly larger than the dots, on the fitted BCS curve; the dotted weak-coupling curve with the same critical temperature runs about a sixth below them.")

# %% [markdown]
# <!-- task: what_the_curves_say -->
# ## 7 · The conclusion of your measurement (in your own words, 3 points, 15 min)
#
# Write the abstract of your measurement in three or four sentences: what was found, with uncertainties; weakly or strongly coupled, and how sure; what your error bars do not cover.

# %% [markdown]
# <!-- answer: what_the_curves_say -->
# *Write your answer here.*

# %% tags=["nbval-ignore-output"]
progress()
