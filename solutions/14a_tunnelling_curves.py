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

# %% [markdown] tags=["solution"]
# These are the explained solutions. The truth behind the curves is told at the end.

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

# %% [markdown] tags=["solution"]
# **Idea.** Count electrons that find an empty state at the same energy, both ways. The tunnelling probability cancels against $R_n$, the density of states of the normal metal is constant, and what remains is
#
# $$eIR_n=\int dE\,N(E)\,[f(E-V)-f(E)],\qquad N(E)=\Big|\mathrm{Re}\frac{E+i\Gamma}{\sqrt{(E+i\Gamma)^2-\Delta^2}}\Big|.$$
#
# The difference of the Fermi functions vanishes beyond a few $T$ outside $[0,V]$. The integrand varies on the scale of $\Gamma$ or $T$, so an even grid finer than $\Gamma$ does it: the sum of a smooth function over an even grid converges quickly.


# %%
def junction_current(V, T, Delta, Gamma):
    """e I R_n in meV of a normal metal–superconductor junction; V in mV, T in K, Delta and Gamma in meV."""
    # begin solution
    end = np.max(np.abs(V)) + 20 * k_B * T
    E = np.linspace(-end, end, 2001)
    z = E + 1j * Gamma
    N = np.abs((z / np.sqrt(z**2 - Delta**2)).real)
    fermi = lambda x: 1 / (np.exp(np.clip(x / (k_B * T), -700, 700)) + 1)
    return np.array([N @ (fermi(E - v) - fermi(E)) for v in np.atleast_1d(V)]) * (E[1] - E[0])
    # end solution


check(junction_current)

# %% [markdown] tags=["solution"]
# **A limit.** Without broadening and heat nothing flows below the edge, and above it the integral is elementary: $eIR_n=\sqrt{V^2-\Delta^2}$.

# %% tags=["solution"]
v = np.array([0.5, 1.1, 1.5, 3.0])
print("computed:", junction_current(v, 0.02, 1.0, 5e-3).round(3), " limit:", np.sqrt(np.maximum(v**2 - 1, 0)).round(3))

# %%
junction_current = carry_on(junction_current)

# %% [markdown]
# <!-- task: fitted_gaps -->
# ## 2 · Five curves, five gaps (4 points, 40 min)
#
# The temperatures are known. Fit $\Delta$ and $\Gamma$ to the coldest curve; $\Gamma$ belongs to the junction, so keep it and fit $\Delta$ alone to the others. Return the five gaps in meV. (`V` in mV of shape (n,), `current` in meV of shape (5, n), `T` in K of shape (5,).)

# %% [markdown] tags=["solution"]
# **Idea.** Least squares curve by curve. At the warmest temperature smearing hides $\Gamma$: fitted freely there, it runs away and takes the error of $\Delta$ with it. The model does not mind the signs of $\Delta$ and $\Gamma$, so we pass absolute values. Start from the last voltage at which the coldest current is below half of Ohm's: just above the edge.


# %%
# begin solution
def fit(V, row, t, Delta, Gamma=None):
    """Best (Δ, Γ), or Δ alone at a given Γ, in meV, and the covariance matrix."""
    if Gamma is None:
        model = lambda V, Delta, Gamma: junction_current(V, t, abs(Delta), np.hypot(Gamma, 4e-3 * V.max()))
        return curve_fit(model, V, row, (Delta, 0.04 * Delta))
    return curve_fit(lambda V, Delta: junction_current(V, t, abs(Delta), Gamma), V, row, Delta)


def fit_all(V, current, T):
    results = [fit(V, current[0], T[0], np.max(V[current[0] < V / 2]))]
    Gamma = abs(results[0][0][1])
    for row, t in zip(current[1:], T[1:]):
        results.append(fit(V, row, t, results[-1][0][0], Gamma))  # starting from the gap of the curve before
    return results


# end solution
def fitted_gaps(V, current, T):
    """The gap Δ in meV for each row of `current`."""
    # begin solution
    return np.array([abs(best[0]) for best, _ in fit_all(V, current, T)])
    # end solution


check(fitted_gaps)

# %% tags=["solution"]
fits = fit_all(V, current, T)
best_Gamma = abs(fits[0][0][1])
fig, (left, right) = figure(1, 2)
for row, t, (best, _), colour, mark in zip(current, T, fits, (BLUE, GREEN, ORANGE, PINK, RED), "os^Dv"):
    curve = junction_current(V, t, abs(best[0]), best_Gamma)
    left.plot(V, row, mark, color=colour, ms=3, mfc="none", mew=0.7, label=f"{t:.2f} K")
    left.plot(V, curve, color=BLACK, lw=0.8)
    right.plot(V, row - curve, mark, color=colour, ms=3, mfc="none", mew=0.7)
left.set(xlabel="voltage $V$ (mV)", ylabel="current $e I R_n$ (meV)")
right.set(xlabel="voltage $V$ (mV)", ylabel="current minus fit (meV)")
left.legend()
show(fig, "Left: the five measured curves with a thin fitted line through each. Right: what is left when the fit is subtracted scatters evenly about zero at all voltages and temperatures.")

# %% [markdown] tags=["solution"]
# **Look at what is left.** The differences scatter evenly about zero, without a wave near the edge: the model has what it needs, and what remains is noise.

# %% [markdown]
# <!-- task: gap_errors -->
# ## 3 · How well are they known? (3 points, 20 min)
#
# Return the standard uncertainties of the five gaps in meV, from the scatter of the points about the fits.

# %% [markdown] tags=["solution"]
# **Idea.** The covariance matrix of a least-squares fit, $s^2(J^TJ)^{-1}$, with $s$ from the residuals. curve_fit returns it; its diagonal holds variances.


# %%
def gap_errors(V, current, T):
    """The standard uncertainty of each gap in meV."""
    # begin solution
    return np.array([np.sqrt(covariance[0, 0]) for _, covariance in fit_all(V, current, T)])
    # end solution


check(gap_errors)

# %%
fitted_gaps, gap_errors = carry_on(fitted_gaps), carry_on(gap_errors)
Delta, error = fitted_gaps(V, current, T), gap_errors(V, current, T)
for t, D, e in zip(T, Delta, error):
    print(f"T = {t:.2f} K: Δ = {D:.3f} ± {e:.3f} meV")

# %% [markdown] tags=["solution"]
# **A second way.** Make new data from the fit, with fresh noise of the size of the residuals, and fit again: the scatter of forty such fits is the uncertainty (parametric bootstrap).

# %% tags=["solution"]
rng = np.random.default_rng(1)
Gamma = fit(V, current[0], T[0], Delta[0])[0][1]
for i in (1, 4):
    curve = junction_current(V, T[i], Delta[i], Gamma)
    noise = np.std(current[i] - curve)
    again = [fit(V, curve + rng.normal(0, noise, V.size), T[i], Delta[i], Gamma)[0][0] for _ in range(40)]
    print(f"T = {T[i]:.2f} K: bootstrap ± {np.std(again):.3f}, covariance ± {error[i]:.3f} meV")
    assert 0.6 < np.std(again) / error[i] < 1.6  # forty samples know a width to 11 %

# %% [markdown]
# <!-- task: critical_temperature_from_gaps -->
# ## 4 · Tc, without ever reaching it (3 points, 25 min)
#
# The next tasks take the temperatures, gaps and errors as arrays. Fit the BCS curve $\Delta(T)=\Delta_0\,\delta(T/T_c)$ with *both* $\Delta_0$ and $T_c$ free, weigh each gap by its error, and return $T_c$ in kelvin. (`gap(t, 1.0) / gap(0.0, 1.0)` is $\delta(t)$.)

# %% [markdown] tags=["solution"]
# **Idea.** Strong coupling changes the ratio of $\Delta_0$ and $T_c$ but hardly the shape of the curve, so the shape may be borrowed from weak coupling and the two scales left free.


# %%
# begin solution
def fit_curve(T, Delta, error):
    """Best (Tc, Δ0) and their covariance matrix."""
    model = lambda T, Tc, Delta0: Delta0 * gap(T / Tc, 1.0) / gap(0.0, 1.0)
    return curve_fit(model, T, Delta, (1.1 * T[-1], Delta[0]), error, absolute_sigma=True)


# end solution
def critical_temperature_from_gaps(T, Delta, error):
    """Tc in K from gaps Δ ± error in meV at the temperatures T in K."""
    # begin solution
    return fit_curve(T, Delta, error)[0][0]
    # end solution


check(critical_temperature_from_gaps)

# %% [markdown]
# <!-- task: coupling_ratio -->
# ## 5 · Weak or strong? (2 points, 10 min)
#
# Return $2\Delta(0)/k_BT_c$ from the same three arrays.

# %% [markdown] tags=["solution"]
# **Idea.** The fit gave both scales. A pair costs *twice* the gap, and $k_B$ makes the ratio a pure number, to be held against weak coupling's 3.53.


# %%
def coupling_ratio(T, Delta, error):
    """2Δ(0)/k_B Tc, with both from the fit."""
    # begin solution
    Tc, Delta0 = fit_curve(T, Delta, error)[0]
    return 2 * Delta0 / (k_B * Tc)
    # end solution


check(coupling_ratio)

# %% [markdown]
# <!-- task: coupling_ratio_error -->
# ## 6 · Is the difference real? (3 points, 20 min)
#
# Return the standard uncertainty of that ratio.

# %% [markdown] tags=["solution"]
# **Idea.** A fit that takes $T_c$ too large makes $\Delta_0$ too small: the two are correlated (by how much is printed at the end), and their relative errors *add* more than independent ones would in a ratio. With $g=(\partial r/\partial T_c,\partial r/\partial\Delta_0)=r\,(-1/T_c,1/\Delta_0)$ the variance is $g^TCg$.


# %%
def coupling_ratio_error(T, Delta, error):
    """The standard uncertainty of 2Δ(0)/k_B Tc."""
    # begin solution
    (Tc, Delta0), covariance = fit_curve(T, Delta, error)
    slope = 2 * Delta0 / (k_B * Tc) * np.array([-1 / Tc, 1 / Delta0])
    return np.sqrt(slope @ covariance @ slope)
    # end solution


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

# %% [markdown] tags=["solution"]
# The points lie on a curve of BCS's shape, but above the dotted one, which has the height that weak coupling would give. Now the truth:

# %% tags=["solution"]
from bcs_helpers.classroom import course, rubric

true_Tc, true_ratio, true_broadening = course.module("14a_tunnelling_curves").truth()
print(f"truth: Tc = {true_Tc:.3f} K, ratio {true_ratio:.3f}, Γ/Δ(0) = {true_broadening:.3f};  ratio off by {(ratio - true_ratio) / spread:+.1f} standard errors")
assert abs(ratio - true_ratio) < 3 * spread
(best_Tc, best_gap), covariance = fit_curve(T, Delta, error)
print(f"Δ(0) = {best_gap:.4f} ± {covariance[1, 1]**0.5:.4f} meV, Tc = {best_Tc:.3f} ± {covariance[0, 0]**0.5:.3f} K, correlation {covariance[0, 1] / np.sqrt(covariance[0, 0] * covariance[1, 1]):.1f}")

# %% [markdown]
# <!-- task: what_the_curves_say -->
# ## 7 · The conclusion of your measurement (in your own words, 3 points, 15 min)
#
# Write the abstract of your measurement in three or four sentences: what was found, with uncertainties; weakly or strongly coupled, and how sure; what your error bars do not cover.

# %% [markdown]
# <!-- answer: what_the_curves_say -->
# <!-- begin solution -->
# From tunnelling at five temperatures we find $\Delta(0)=0.845(2)$ meV and, from the shape of $\Delta(T)$, $T_c=4.58(1)$ K. The ratio $2\Delta(0)/k_BT_c=4.28(2)$ exceeds weak coupling's 3.53 by some forty standard errors: the metal is strongly coupled.
# The errors are those of noise alone; they do not cover a thermometer off by a per cent (which would move the ratio by a per cent), a series resistance, or a shape of $\Delta(T)$ that departs from that of weak coupling.
# <!-- end solution -->

# %% tags=["solution"]
rubric("what_the_curves_say")

# %% tags=["nbval-ignore-output"]
progress()
