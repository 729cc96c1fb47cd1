# %% [markdown]
# # 14a · Project A: from raw tunnelling curves to Δ(T), Tc and the coupling: answers
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

# %% [markdown] tags=["solution"]
# These are the explained solutions. The truth behind the curves is told at the end. What an exercise leaves out stands between `# begin solution` and `# end solution`.

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

# %% [markdown] tags=["solution"]
# **Idea.** Count electrons that find an empty state at the same energy, both ways. The tunnelling probability cancels against $R_n$, the density of states of the normal metal is constant, and what remains is
#
# $$eIR_n=\int dE\,N(E)\,[f(E-V)-f(E)],\qquad N(E)=\Big|\mathrm{Re}\frac{E+i\Gamma}{\sqrt{(E+i\Gamma)^2-\Delta^2}}\Big|.$$
#
# The difference of the Fermi functions vanishes beyond a dozen $T$ outside $[0,V]$. The integrand varies on the scale of $\Gamma$ or $T$, so an even grid finer than $\Gamma$ does it: the sum of a smooth function over an even grid converges quickly. `expit(-x)` is $1/(e^x+1)$, and does not overflow.


# %%
def junction_current(V, T, Delta, Gamma, R):
    """Current in nA, normal metal–superconductor; V in mV, T in K, energies in meV, R in kΩ."""
    # begin solution
    end = np.max(np.abs(V)) + 12 * k_B * T
    E = np.linspace(-end, end, 801)
    z = E + 1j * Gamma
    N = np.abs((z / np.sqrt(z**2 - Delta**2)).real)
    difference = expit((np.asarray(V)[:, None] - E) / (k_B * T)) - expit(-E / (k_B * T))
    return 1e3 / R * (difference @ N) * (E[1] - E[0])
    # end solution


check(junction_current)

# %% [markdown] tags=["solution"]
# **A limit.** Without broadening and heat nothing flows below the edge, and above it the integral is elementary: $eIR_n=\sqrt{V^2-\Delta^2}$.

# %% tags=["solution"]
v = np.array([0.5, 1.1, 1.5, 3.0])
table(
    {
        r"$V/\Delta$": numbers(v, 2),
        r"computed, $T=0.02$ K": numbers(junction_current(v, 0.02, 1.0, 5e-3, 1e3), decimals=3),
        r"$\sqrt{V^2-\Delta^2}$": numbers(np.sqrt(np.maximum(v**2 - 1, 0)), decimals=3),
    },
    caption=r"The current $eIR_n/\Delta$ of a cold junction with little broadening.",
)

# %%
junction_current = carry_on(junction_current)

# %% [markdown]
# <!-- task: fitted_gaps -->
# ## 2 · Fit five curves at once (4 points, 45 min)
#
# Fit all five curves *together*: five gaps, and $\Gamma$, $R_n$ and the offset of the voltmeter ($V=V_\text{true}+V_0$), which are the same in all curves. Take the temperatures from the thermometer. Set aside the points that cannot be noise: those further than five standard deviations from the fit. Return the five gaps in meV. (`V` in mV of shape (n,), `current` in nA of shape (5, n), `T` in K of shape (5,), `noise` in nA.)

# %% [markdown] tags=["solution"]
# **Idea.** Least squares on the differences over the noise. Plain squares trust a point that is twenty standard deviations away more than all its neighbours; the loss `soft_l1` grows like the first power out there, so the first fit is hardly pulled. Then we see which points jump, leave out those beyond five standard deviations and fit again with squares, because for Gaussian noise
# these use the data best and their covariance is known. Of 205 Gaussian points one lies beyond five standard deviations in one experiment of eight thousand. The start: $R_n$ from Ohm's law at the end, the gap from the last voltage at which the cold current is below half of it.


# %%
# begin solution
def residuals(p, V, current, T, noise):
    """(model − current)/noise of all points; p holds five gaps, Γ, R and the offset."""
    *gaps, Gamma, R, offset = p
    curves = [
        junction_current(V - offset, t, abs(D), abs(Gamma) + 1e-3 * V[-1], R)
        for t, D in zip(T, gaps)
    ]
    return ((np.array(curves) - current) / noise).ravel()


def fit_all(V, current, T, noise, R=None):
    """Best parameters, their covariance, residuals and the points kept; R may be held."""
    ohm = 1e3 * V[-1] / np.median(current[:, -1])
    edge = np.max(V[current[0] < 500 * V / ohm])
    start = np.array([*edge * np.sqrt(1 - (0.9 * T / T[-1]) ** 4), 0.05 * edge, R or ohm, 0.0])
    free = np.arange(8) != (6 if R else -1)

    def model(q, good=1.0):
        p = start.copy()
        p[free] = q
        return residuals(p, V, current, T, noise) * good

    own = np.kron(np.eye(5), np.ones((V.size, 1)))  # a gap moves its own curve only
    moves = np.hstack([own, np.ones((current.size, 3))])[:, free]
    scale = np.array([*[edge] * 5, 0.1 * edge, ohm, 0.1 * edge])[free]
    how = {"x_scale": scale, "jac_sparsity": moves}
    first = least_squares(model, start[free], loss="soft_l1", ftol=1e-3, **how)
    good = np.abs(model(first.x)) < 5
    last = least_squares(model, first.x, args=(good,), ftol=1e-6, **how)
    J = last.jac.toarray()
    return np.abs(last.x), np.linalg.inv(J.T @ J), model(last.x), good


# end solution
def fitted_gaps(V, current, T, noise):
    """The gap Δ in meV for each row of `current`."""
    # begin solution
    return fit_all(V, current, T, noise)[0][:5]
    # end solution


check(fitted_gaps)

# %% tags=["solution"]
best, covariance, residual, good = fit_all(V, current, T, noise)
residual, good = residual.reshape(current.shape), good.reshape(current.shape)
fig, (left, right) = figure(1, 2)
for row, left_over, kept, colour, mark in zip(current, residual, good, COLOURS, MARKS):
    left.plot(V, row + left_over * noise, color=BLACK, lw=0.8)
    left.plot(V, row, mark, color=colour, ms=3, mfc="none", mew=0.7)
    right.plot(V[kept], -left_over[kept], mark, color=colour, ms=3, mfc="none", mew=0.7)
    left.plot(V[~kept], row[~kept], "x", color=BLACK, ms=7)
left.set(xlabel="voltage $V$ (mV)", ylabel="current $I$ (nA)")
right.set(xlabel="voltage $V$ (mV)", ylabel="(current minus fit) / noise")
show(fig, "fit_and_residuals_fitted_gaps")

# %% [markdown] tags=["solution"]
# **Look at what is left.** Crosses mark the points that were set aside. The differences of the others scatter evenly about zero, without a wave near the edge: the model has what it needs, and what remains is noise.

# %% [markdown]
# <!-- task: goodness_of_fit -->
# ## 3 · Ask whether the model fits (2 points, 15 min)
#
# Return $\chi^2$ over the number of degrees of freedom, of the points that were kept. (Some samples of `check` come from instruments whose manual states a wrong noise: there it is not near one.)

# %% [markdown] tags=["solution"]
# **Idea.** Each difference over the noise should be about one. Eight parameters were fitted, so eight of the kept points are used up. With $\nu=193$ degrees of freedom $\chi^2/\nu$ scatters by $\sqrt{2/\nu}=0.10$ about one.


# %%
def goodness_of_fit(V, current, T, noise):
    """χ² over the degrees of freedom."""
    # begin solution
    best, _, residual, good = fit_all(V, current, T, noise)
    return np.sum(residual[good] ** 2) / (good.sum() - best.size)
    # end solution


check(goodness_of_fit)

# %% [markdown]
# <!-- task: gap_errors -->
# ## 4 · Find how well they are known (3 points, 20 min)
#
# Return the standard errors of the five gaps in meV that follow from the given noise. $R_n$, $\Gamma$ and the offset are not known better than your fit knows them.

# %% [markdown] tags=["solution"]
# **Idea.** With $J$ the derivatives of the residuals, $\chi^2$ near its minimum is $\chi^2_{\min}+\delta^TJ^TJ\,\delta$, and the covariance of *all* parameters is $(J^TJ)^{-1}$. Its diagonal elements hold what the uncertainty of $R_n$ adds to a gap; a matrix in which $R_n$ is held is smaller by a quarter in the errors.


# %%
def gap_errors(V, current, T, noise):
    """The standard error of each gap in meV."""
    # begin solution
    return np.sqrt(np.diag(fit_all(V, current, T, noise)[1]))[:5]
    # end solution


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

# %% [markdown] tags=["solution"]
# **A second way.** Make new data from the fit, with fresh noise, and fit again: the scatter of twenty such fits is the error (parametric bootstrap).

# %% tags=["solution"]
rng = np.random.default_rng(1)
clean = current + (residual * noise)
again = [fitted_gaps(V, clean + rng.normal(0, noise, clean.shape), T, noise) for _ in range(20)]
bootstrap = np.std(again, axis=0)
assert np.all(np.abs(bootstrap / error - 1) < 0.6)  # twenty samples know a width to 16 %
table(
    {
        "$T$ / K": numbers(T, 3),
        "covariance / meV": numbers(error, 2),
        "bootstrap / meV": numbers(bootstrap, 2),
    },
    caption="Two ways to the errors of the gaps.",
)

# %% [markdown]
# <!-- task: pull_of_resistance -->
# ## 5 · See what is degenerate with what (3 points, 25 min)
#
# Suppose that $R_n$ was held one per cent above its best value. By how many per cent would each gap move, if all else were fitted again? Return the five numbers $d\ln\Delta/d\ln R_n$ at the minimum. There are two ways: one needs a second fit, one none. Do they agree?

# %% [markdown] tags=["solution"]
# **Idea.** Hold $R_n$ off its best value by $\delta R$: the others move to the bottom of the valley of $\chi^2$, that is by $C_{\Delta R}/C_{RR}\,\delta R$, with the covariance matrix $C$. A gap lowers the current at all voltages, and so does a larger resistance; a fit that may not have the one takes the other.


# %%
def pull_of_resistance(V, current, T, noise):
    """d ln Δ / d ln R_n of the five gaps along the valley of χ²."""
    # begin solution
    best, C, *_ = fit_all(V, current, T, noise)
    return C[:5, 6] / C[6, 6] * best[6] / best[:5]
    # end solution


check(pull_of_resistance)

# %% tags=["solution"]
R, shifts = best[6], np.array([-0.01, -0.005, 0, 0.005, 0.01])
held = [fit_all(V, current, T, noise, R=R * (1 + shift)) for shift in shifts]
chi = [np.sum(fit[2][good.ravel()] ** 2) / (good.sum() - 7) for fit in held]  # R_n is not fitted
moved = np.array([fit[0][:5] for fit in held]) / best[:5] - 1
table(
    {
        "$R_n$ held off by / %": numbers(100 * shifts, decimals=1),
        r"$\chi^2/\nu$": numbers(chi, 3),
        "coldest gap moves by / %": numbers(100 * moved[:, 0], decimals=1),
        "warmest gap moves by / %": numbers(100 * moved[:, -1], decimals=1),
    },
    caption="All else fitted again, at a resistance that is held.",
)

# %% tags=["solution"]
second_way = (moved[3] - moved[1]) / 0.01
pull = pull_of_resistance(V, current, T, noise)
assert np.allclose(second_way, pull, rtol=0.05)  # the valley is slightly curved
print("d ln Δ/d ln R_n, coldest and warmest gap:", number(pull[0], 3), "and", number(pull[-1], 3))

# %% [markdown] tags=["solution"]
# **Read the table.** Half a per cent of $R_n$ hardly shows in $\chi^2/\nu$, whose own scatter is 0.10, but moves the warmest gap by more than its error. Who normalises the curves first, with an $R_n$ from their ends, cannot see this in the residuals. One measurement above $T_c$, where the junction is ohmic, would remove it.

# %% [markdown]
# <!-- task: critical_temperature_from_gaps -->
# ## 6 · Find Tc without reaching it (3 points, 25 min)
#
# This task and the next take the temperatures, the gaps and their 5×5 `covariance` matrix in meV². (The samples are of their own: one gap in them is known badly.) Fit the BCS curve $\Delta(T)=\Delta_0\,\delta(T/T_c)$ with *both* $\Delta_0$ and $T_c$ free, use the whole matrix, and return $T_c$ in kelvin. (`gap(t, 1.0) / gap(0.0, 1.0)` is $\delta(t)$.)

# %% [markdown] tags=["solution"]
# **Idea.** Strong coupling changes the ratio of $\Delta_0$ and $T_c$ but little the shape of the curve, so the shape may be borrowed from weak coupling and the two scales left free. That is an assumption; the five points test it only roughly.


# %%
# begin solution
def fit_curve(T, Delta, covariance):
    """Best (Tc, Δ0) and their covariance matrix."""
    model = lambda T, Tc, Delta0: Delta0 * gap(T / Tc, 1.0) / gap(0.0, 1.0)
    start = (1.1 * T[-1], Delta[0])
    return curve_fit(model, T, Delta, start, covariance, absolute_sigma=True)


# end solution
def critical_temperature_from_gaps(T, Delta, covariance):
    """Tc in K from gaps in meV at the temperatures T in K, with their covariance matrix."""
    # begin solution
    return fit_curve(T, Delta, covariance)[0][0]
    # end solution


check(critical_temperature_from_gaps)

# %% [markdown]
# <!-- task: coupling_ratio -->
# ## 7 · Decide: weak or strong (2 points, 10 min)
#
# Return $2\Delta(0)/k_BT_c$ from the same three arrays.

# %% [markdown] tags=["solution"]
# **Idea.** The fit gave both scales. A pair costs *twice* the gap, and $k_B$ makes the ratio a pure number, to be compared with weak coupling's 3.53.


# %%
def coupling_ratio(T, Delta, covariance):
    """2Δ(0)/k_B Tc, with both from the fit."""
    # begin solution
    Tc, Delta0 = fit_curve(T, Delta, covariance)[0]
    return 2 * Delta0 / (k_B * Tc)
    # end solution


check(coupling_ratio)

# %% [markdown]
# <!-- task: error_budget -->
# ## 8 · Make the error budget (4 points, 35 min)
#
# Go from the raw curves to the ratio, and return three numbers: its standard error from the noise; its error from the thermometer, whose scale has the relative standard error `thermometer` (half the difference between all temperatures raised and lowered by it); and both together.

# %% [markdown] tags=["solution"]
# **Idea.** The noise goes from the covariance of the gaps to that of $(T_c,\Delta_0)$ and, with $g=r\,(-1/T_c,1/\Delta_0)$, to the variance $g^TCg$ of the ratio. $R_n$ has moved all gaps together, so the errors of $T_c$ and $\Delta_0$ have a positive correlation and partly cancel in the ratio. The thermometer enters twice: $T_c$ follows it,
# and in the model of the current a higher temperature smears more, for which the fit changes the gaps. So the whole chain runs again.


# %%
def error_budget(V, current, T, noise, thermometer):
    """(by noise, by the thermometer, together): standard errors of 2Δ(0)/k_B Tc."""
    # begin solution
    best, covariance, *_ = fit_all(V, current, T, noise)
    (Tc, Delta0), C = fit_curve(T, best[:5], covariance[:5, :5])
    g = 2 * Delta0 / (k_B * Tc) * np.array([-1 / Tc, 1 / Delta0])
    by_noise = np.sqrt(g @ C @ g)

    def ratio(T):
        best, covariance, *_ = fit_all(V, current, T, noise)
        return coupling_ratio(T, best[:5], covariance[:5, :5])

    up, down = ratio(T * (1 + thermometer)), ratio(T * (1 - thermometer))
    by_thermometer = abs(up - down) / 2
    return np.array([by_noise, by_thermometer, np.hypot(by_noise, by_thermometer)])
    # end solution


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

# %% [markdown] tags=["solution"]
# The points lie on a curve of BCS's shape, but above the dotted one, which has the height that weak coupling would give. Now with the whole matrix, and the truth beside it:

# %% tags=["solution"]
from bcs_helpers.classroom import course, rubric

true = course.module("14a_tunnelling_curves").truth()
Delta0_true = true.ratio * true.Tc * k_B / 2
(best_Tc, best_gap), C = fit_curve(T, best[:5], covariance[:5, :5])
found = [best_gap, best_Tc, 2 * best_gap / (k_B * best_Tc), best[5], best[6], best[7]]
errors = [*np.sqrt(np.diag(C))[::-1], by_noise, *np.sqrt(np.diag(covariance))[5:]]
sign = np.sign(true.offset)  # the fit's function returns absolute values
truths = [Delta0_true, true.Tc, true.ratio, true.broadening * Delta0_true, true.resistance]
truths.append(abs(true.offset) * Delta0_true)
assert abs(found[2] - true.ratio) < 3 * together
table(
    {
        "": [
            r"$\Delta(0)$ / meV", "$T_c$ / K", r"$2\Delta(0)/k_BT_c$",
            r"$\Gamma$ / meV", r"$R_n$ / k$\Omega$", "size of the offset / mV",
        ],
        "found": [number(x, error=e) for x, e in zip(found, errors)],
        "truth": numbers(truths, 4),
        "off by, in standard errors of the noise": numbers(
            [(x - y) / e for x, y, e in zip(found, truths, errors)], decimals=1
        ),
    },
    caption="What was found, with the errors that noise leaves, and the truth.",
)  # fmt: skip

# %% tags=["solution"]
print(f"correlation of Tc and Δ(0): {C[0, 1] / np.sqrt(C[0, 0] * C[1, 1]):+.2f}")
print(f"the thermometer's scale was wrong by {100 * true.thermometer:+.2f} %")

# %% [markdown]
# <!-- task: what_the_curves_say -->
# ## 9 · Write the conclusion of your measurement (in your own words, 3 points, 20 min)
#
# Write the abstract of your measurement in four or five sentences: what was found, with errors; how good the fit is and what was set aside; weakly or strongly coupled, and how sure; what the fit cannot tell apart, and what your budget does not cover. Which instrument would you buy next?

# %% [markdown]
# <!-- answer: what_the_curves_say -->
# <!-- begin solution -->
# Five tunnelling curves, fitted together with $\Gamma$, $R_n$ and the voltmeter's offset, give $\Delta(0)=0.612(3)$ meV and, from the shape of $\Delta(T)$, $T_c=3.46$ K, known to 0.02 K from the noise and to 0.02 K from the thermometer. The fit is as good as it should be, $\chi^2/\nu=1.04\pm0.10$, after four of 205 data points were set aside as jumps.
# The ratio $2\Delta(0)/k_BT_c=4.11\pm0.03$ (noise) $\pm0.02$ (thermometer) exceeds weak coupling's 3.53 by sixteen times the error of both together: under the assumptions of the fit the metal is strongly coupled.
# What the curves cannot tell apart is $R_n$ and the gaps: one per cent of $R_n$ moves the coldest gap by 1.8 % and the warmest by 7 %, and $\chi^2$ hardly shows it. So a resistance measured above $T_c$ comes next, then a better thermometer; more points help less. Not in the budget are a series resistance, another density of states than Dynes', a $\Gamma$ that changes with temperature, and a $\Delta(T)$ of another shape.
# <!-- end solution -->

# %% tags=["solution"]
rubric("what_the_curves_say")

# %% tags=["nbval-ignore-output"]
progress()
