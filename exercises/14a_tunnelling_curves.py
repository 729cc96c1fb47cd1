# %% [markdown]
# # 14a · Project A: from raw tunnelling curves to Δ(T), Tc and the coupling
#
# <!-- work -->
# *225 minutes, 25 points, and one question in words · uses: the density of states ([chapter 04](../notebooks/04_quasiparticles.ipynb)), the curve $\Delta(T)$ ([05](../notebooks/05_gap_equation.ipynb)), tunnelling
# ([10](../notebooks/10_tunnelling.ipynb)).*
#
# **What you have:** five current–voltage curves of a junction between a normal metal and an unknown superconductor, taken at five temperatures.
# **What you will conclude:** the gap at each temperature, the critical temperature, and whether the metal is a weakly or a strongly coupled superconductor; each with an error, and with a list of what makes up the error.
#
# **The data are simulated.** A function with a seed makes them; it knows the truth and keeps it. The instrument that it simulates:
#
# - The voltmeter (mV) reads wrong by an unknown offset, the same in all curves.
# - The ammeter (nA) adds Gaussian noise; its standard deviation was measured and is given. In a few places the current *jumps*, as when somebody switches a lamp on; these points are no Gaussian noise.
# - The thermometer's scale has a standard error of 0.5 %: all temperatures are wrong by the same unknown factor.
# - The junction has a normal resistance $R_n$ that nobody has measured, and Dynes' broadening $\Gamma$, both the same at all temperatures.
#
# `inputs(f)` gives the data of a task. `check` tries your function on other samples too, so write a method, not a number.

# %%
import numpy as np
from scipy.optimize import curve_fit, least_squares
from scipy.special import expit

from bcs_helpers.classroom import ask, carry_on, check, hint, inputs, progress
from bcs_helpers.figures import BLACK, BLUE, GREEN, ORANGE, PINK, RED, figure, show
from bcs_helpers.gap import gap
from bcs_helpers.tables import number, numbers, table

k_B = 0.0861733  # meV/K
COLOURS, MARKS = (BLUE, GREEN, ORANGE, PINK, RED), "os^Dv"

# %%
ask("warm_up_smearing")


# %% [markdown]
# First look at the raw data.

# %%
def fitted_gaps(V, current, T, noise): ...


V, current, T, noise = inputs(fitted_gaps)
fig, ax = figure()
for row, t, colour, mark in zip(current, T, COLOURS, MARKS):
    ax.plot(V, row, mark, color=colour, ms=3, mfc="none", mew=0.7, label=f"{t:.2f} K")
ax.set(xlabel="voltage $V$ (mV)", ylabel="current $I$ (nA)")
ax.legend()
show(fig, "raw_curves_fitted_gaps")
print(f"noise of a current: {noise:.3f} nA")


# %% [markdown]
# <!-- task: junction_current -->
# ## 1 · Calculate what the junction should do (4 points, 30 min)
#
# Which current flows from a normal metal into a superconductor whose density of states has Dynes' broadening $\Gamma$? Return it in nA for an array `V` of voltages in mV, at `T` kelvin, with `Delta` and `Gamma` in meV and the normal resistance `R` in kiloohm. (The voltmeter's offset is not part of the junction.)

# %%
def junction_current(V, T, Delta, Gamma, R):
    """Current in nA, normal metal–superconductor; V in mV, T in K, energies in meV, R in kΩ."""
    ...  # your code here


check(junction_current)

# %%
junction_current = carry_on(junction_current)


# %% [markdown]
# <!-- task: fitted_gaps -->
# ## 2 · Fit five curves at once (4 points, 45 min)
#
# Fit all five curves *together*: five gaps, and $\Gamma$, $R_n$ and the offset of the voltmeter ($V=V_\text{true}+V_0$), which are the same in all curves. Take the temperatures from the thermometer. Set aside the points that cannot be noise: those further than five standard deviations from the fit. Return the five gaps in meV. (`V` in mV of shape (n,), `current` in nA of shape (5, n), `T` in K of shape (5,), `noise` in nA.)

# %%
def fitted_gaps(V, current, T, noise):
    """The gap Δ in meV for each row of `current`."""
    ...  # your code here


check(fitted_gaps)


# %% [markdown]
# <!-- task: goodness_of_fit -->
# ## 3 · Ask whether the model fits (2 points, 15 min)
#
# Return $\chi^2$ over the number of degrees of freedom, of the points that were kept. (Some samples of `check` come from instruments whose manual states a wrong noise: there it is not near one.)

# %%
def goodness_of_fit(V, current, T, noise):
    """χ² over the degrees of freedom."""
    ...  # your code here


check(goodness_of_fit)


# %% [markdown]
# <!-- task: gap_errors -->
# ## 4 · Find how well they are known (3 points, 20 min)
#
# Return the standard errors of the five gaps in meV that follow from the given noise. $R_n$, $\Gamma$ and the offset are not known better than your fit knows them.

# %%
def gap_errors(V, current, T, noise):
    """The standard error of each gap in meV."""
    ...  # your code here


check(gap_errors)

# %%
goodness_of_fit = carry_on(goodness_of_fit)
fitted_gaps, gap_errors = carry_on(fitted_gaps), carry_on(gap_errors)
Delta, error = fitted_gaps(V, current, T, noise), gap_errors(V, current, T, noise)
print(f"χ² over the degrees of freedom: {goodness_of_fit(V, current, T, noise):.2f}")
table(
    {"$T$ / K": numbers(T, 3), r"$\Delta$ / meV": numbers(Delta, error=error)},
    caption="The gaps, with the errors that noise leaves.",
)


# %% [markdown]
# <!-- task: pull_of_resistance -->
# ## 5 · See what is degenerate with what (3 points, 25 min)
#
# Suppose that $R_n$ was held one per cent above its best value. By how many per cent would each gap move, if all else were fitted again? Return the five numbers $d\ln\Delta/d\ln R_n$ at the minimum. There are two ways: one needs a second fit, one none. Do they agree?

# %%
def pull_of_resistance(V, current, T, noise):
    """d ln Δ / d ln R_n of the five gaps along the valley of χ²."""
    ...  # your code here


check(pull_of_resistance)


# %% [markdown]
# <!-- task: critical_temperature_from_gaps -->
# ## 6 · Find Tc without reaching it (3 points, 25 min)
#
# This task and the next take the temperatures, the gaps and their 5×5 `covariance` matrix in meV². (The samples are of their own: one gap in them is known badly.) Fit the BCS curve $\Delta(T)=\Delta_0\,\delta(T/T_c)$ with *both* $\Delta_0$ and $T_c$ free, use the whole matrix, and return $T_c$ in kelvin. (`gap(t, 1.0) / gap(0.0, 1.0)` is $\delta(t)$.)

# %%
def critical_temperature_from_gaps(T, Delta, covariance):
    """Tc in K from gaps in meV at the temperatures T in K, with their covariance matrix."""
    ...  # your code here


check(critical_temperature_from_gaps)


# %% [markdown]
# <!-- task: coupling_ratio -->
# ## 7 · Decide: weak or strong (2 points, 10 min)
#
# Return $2\Delta(0)/k_BT_c$ from the same three arrays.

# %%
def coupling_ratio(T, Delta, covariance):
    """2Δ(0)/k_B Tc, with both from the fit."""
    ...  # your code here


check(coupling_ratio)


# %% [markdown]
# <!-- task: error_budget -->
# ## 8 · Make the error budget (4 points, 35 min)
#
# Go from the raw curves to the ratio, and return three numbers: its standard error from the noise; its error from the thermometer, whose scale has the relative standard error `thermometer` (half the difference between all temperatures raised and lowered by it); and both together.

# %%
def error_budget(V, current, T, noise, thermometer):
    """(by noise, by the thermometer, together): standard errors of 2Δ(0)/k_B Tc."""
    ...  # your code here


check(error_budget)

# %%
coupling_ratio, error_budget = carry_on(coupling_ratio), carry_on(error_budget)
critical_temperature_from_gaps = carry_on(critical_temperature_from_gaps)
# the gaps as independent: good enough for a first look
covariance_of_gaps = np.diag(error**2)
Tc = critical_temperature_from_gaps(T, Delta, covariance_of_gaps)
ratio = coupling_ratio(T, Delta, covariance_of_gaps)
by_noise, by_thermometer, together = error_budget(V, current, T, noise, 0.005)
print(f"Tc = {Tc:.3f} K")
print(f"2Δ(0)/k_B Tc = {ratio:.3f} ± {by_noise:.3f} (noise) ± {by_thermometer:.3f} (thermometer)")
print(f"together ± {together:.3f}; weak coupling: {2 * gap(0.0, 1.0):.3f}")

# %%
s = np.linspace(0, 1.1, 200)  # T/Tc
weak = gap(s, 1.0)
fig, ax = figure()
ax.errorbar(T, Delta, error, fmt="o", color=RED, capsize=3, label="fitted gaps")
best_curve = ratio * k_B * Tc / 2 * weak / gap(0.0, 1.0)
ax.plot(s * Tc, best_curve, color=BLUE, label="best curve")
ax.plot(s * Tc, k_B * Tc * weak, color=BLACK, ls=":", label="weak coupling with this $T_c$")
ax.set(xlabel="temperature (K)", ylabel=r"gap $\Delta$ (meV)", ylim=(0, None))
ax.legend(loc="lower left")
show(fig, "gap_against_temperature_error_budget")

# %% [markdown]
# <!-- task: what_the_curves_say -->
# ## 9 · Write the conclusion of your measurement (in your own words, 3 points, 20 min)
#
# Write the abstract of your measurement in four or five sentences: what was found, with errors; how good the fit is and what was set aside; weakly or strongly coupled, and how sure; what the fit cannot tell apart, and what your budget does not cover. Which instrument would you buy next?

# %% [markdown]
# <!-- answer: what_the_curves_say -->
# *Write your answer here.*

# %% tags=["nbval-ignore-output"]
progress()
