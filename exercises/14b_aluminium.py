# %% [markdown]
# # 14b · Project B: aluminium from two numbers
#
# <!-- work -->
# *250 minutes, 28 points, and one question in words · uses: the gap ([chapter 05](../notebooks/05_gap_equation.ipynb)), condensation energy, critical field and heat capacity ([06](../notebooks/06_thermodynamics.ipynb)).*
#
# **What you have:** points with errors from a calorimeter and a magnetometer, *simulated*, of a sample much like aluminium; two numbers of real aluminium, $\gamma=1.35$ mJ/(mol K²) and $T_c=1.163$ K, measured with a calorimeter (N. E. Phillips, Phys. Rev. 114, 676, 1959), and BCS.
# **What you will conclude:** which other numbers follow from $\gamma$ and $T_c$, how well they are known, and which agreement tests BCS, which only thermodynamics, and which nothing at all.
#
# **The simulated instruments.** A function with a seed makes the points. Each heat capacity has a Gaussian error of 0.6 % and of 0.003 mJ/(mol K) for the empty holder; each field one of 1/400 of the largest. These errors are given with the points. Both instruments use one thermometer, whose scale has a standard error of 0.3 %:
# where it reads $T$ the temperature is $T(1+s)$, with one unknown $s$.
#
# Beside aluminium stands tin, whose field was measured inside the metal with muons (Karl et al., arXiv:1905.04228, 2019), and cadmium, whose field was measured with a magnet (Smith and Daunt 1952).

# %%
import numpy as np
from scipy.integrate import cumulative_simpson
from scipy.optimize import curve_fit

from bcs_helpers.classroom import ask, carry_on, check, hint, inputs, progress
from bcs_helpers.figures import BLACK, BLUE, GREEN, RED, figure, show
from bcs_helpers.gap import gap
from bcs_helpers.materials import elements
from bcs_helpers.tables import number, numbers, table

Al, Sn, Cd = elements["Al"], elements["Sn"], elements["Cd"]
gamma, Tc = 1.35, 1.163  # mJ/(mol K²), K: one sample, one calorimeter


def molar_volume(metal):
    """cm³/mol at room temperature."""
    return metal.atomic_weight.number / metal.density.number


volume = molar_volume(Al)
print(f"molar volume {volume:.2f} cm³/mol")

# %%
ask("warm_up_average")


# %% [markdown]
# <!-- task: gamma_from_heat -->
# ## 1 · Separate electrons and lattice (3 points, 25 min)
#
# In a field that destroys superconductivity the metal's heat capacity is $C=\gamma T+AT^3$, from electrons and lattice. Given `T` in K, `C` in mJ/(mol K) and the standard `error` of each point, return four numbers: $\gamma$, $A$, the error of $\gamma$, the error of $A$. The errors are to follow from those that are given.

# %%
def gamma_from_heat(T, C, error):
    """[γ, A, error of γ, error of A] in mJ/(mol K²) and mJ/(mol K⁴)."""
    ...  # your code here


check(gamma_from_heat)

# %%
gamma_from_heat = carry_on(gamma_from_heat)
T, C, error = inputs(gamma_from_heat)
gamma_here, A, gamma_error, A_error = gamma_from_heat(T, C, error)
fig, (left, right) = figure(1, 2)
left.errorbar(T**2, C / T, error / T, fmt="o", ms=3, color=BLUE, label="simulated points")
left.plot(T**2, gamma_here + A * T**2, color=BLACK, lw=1, label="weighted line")
left.set(xlabel="$T^2$ (K$^2$)", ylabel="$C/T$ (mJ/mol K$^2$)")
left.legend()
rest = (C - gamma_here * T - A * T**3) / error
right.errorbar(T, rest, 1, fmt="o", ms=3, color=BLUE)
right.axhline(0, color=BLACK, lw=1)
right.set(xlabel="$T$ (K)", ylabel="(point minus line) / error")
show(fig, "normal_heat_and_residuals")
print(f"γ = {number(gamma_here, error=gamma_error)} mJ/(mol K²)")
print(f"A = {number(A, error=A_error)} mJ/(mol K⁴); χ² = {np.sum(rest**2):.1f} for {T.size - 2}")


# %% [markdown]
# <!-- task: field_from_two_numbers -->
# ## 2 · Calculate the critical field at zero temperature (4 points, 30 min)
#
# Which field destroys superconductivity at $T=0$? Return it in gauss, for `gamma` in mJ/(mol K²), a molar `volume` in cm³ and `Tc` in kelvin, in weak coupling.

# %%
def field_from_two_numbers(gamma, volume, Tc):
    """H_c(0) in gauss from γ in mJ/(mol K²), the molar volume in cm³ and Tc in K."""
    ...  # your code here


check(field_from_two_numbers)

# %%
field_from_two_numbers = carry_on(field_from_two_numbers)
H0 = field_from_two_numbers(gamma, volume, Tc)
H0_tin = field_from_two_numbers(Sn.gamma.number, molar_volume(Sn), Sn.Tc.number)
table(
    {
        "metal": ["aluminium", "tin"],
        r"BCS from $\gamma$ and $T_c$ / G": numbers([H0, H0_tin], 4),
        "$H_c(0)$ / G": [f"{Al.Hc0.number:.1f}", number(Sn.Hc0.number, error=Sn.Hc0.uncertainty)],
        "found": [f"{row.kind}, {row.method}" for row in (Al.Hc0, Sn.Hc0)],
        "BCS too large by / %": numbers(
            [100 * (H0 / Al.Hc0.number - 1), 100 * (H0_tin / Sn.Hc0.number - 1)], decimals=1
        ),
    },
    caption="The field of BCS, and the field found.",
)


# %% [markdown]
# No magnet stands behind aluminium's 103.0 G. Phillips *calculated* this field from his heat capacity, as you will do in task 6. Tin's field was measured, with an error; its $\gamma$ was
# derived from the same measured field at low temperature. Keep in mind which numbers come from one instrument.

# %% [markdown]
# <!-- task: field_error -->
# ## 3 · Propagate the errors to the field (3 points, 30 min)
#
# Let $\gamma$, the volume and $T_c$ have the independent standard errors `gamma_error`, `volume_error` and `Tc_error`, in their own units. Besides, the scale of the thermometer has the relative standard error `thermometer`: one number $s$, with $T_\text{true}=T(1+s)$, that enters all temperatures, those of the heat capacity too. Return the standard error of $H_c(0)$ in gauss.

# %%
def field_error(gamma, volume, Tc, gamma_error, volume_error, Tc_error, thermometer):
    """Standard error of H_c(0) in gauss."""
    ...  # your code here


check(field_error)


# %% [markdown]
# <!-- task: electronic_heat_capacity -->
# ## 4 · Calculate the whole heat capacity (5 points, 45 min)
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
cold = (t > Al.C_es_from) & (t < Al.C_es_to)
fit = Al.C_es_prefactor * np.exp(-Al.C_es_exponent / t[cold])
ax.plot(t[cold], fit, color=RED, lw=4, alpha=0.5, label="Al, fit by Phillips (1959)")
ax.set(xlabel="$T/T_c$", ylabel=r"$C/\gamma T_c$", ylim=(0, 2.6))
ax.legend(loc="upper left")
show(fig, "aluminium_heat_capacity")


# %% [markdown]
# <!-- task: gap_from_heat -->
# ## 5 · Fit the gap to the heat (4 points, 35 min)
#
# Now the simulated points without a field. Let the gap of this sample be that of weak coupling, times one factor at all temperatures: $\Delta(T)=\frac{r}{1.764}\,\Delta_\text{BCS}(T)$, with $r=\Delta(0)/k_BT_c$ (the α model). Given `T`, `C` and `error` of the points below $T_c$, and `gamma`, `A` and `Tc` of the sample (as exact here), return $r$ and its standard error.

# %%
def gap_from_heat(T, C, error, gamma, A, Tc):
    """[Δ(0)/k_B Tc, its error] of the α model."""
    ...  # your code here


check(gap_from_heat)

# %%
gap_from_heat = carry_on(gap_from_heat)
points = inputs(gap_from_heat)
r, r_error = gap_from_heat(*points)
print(f"Δ(0)/k_B Tc = {number(r, error=r_error)}; weak coupling 1.764, at γ and Tc as given")


# %% [markdown]
# <!-- task: field_from_heat -->
# ## 6 · Calculate the field from the heat capacity (5 points, 40 min)
#
# Let a calorimeter give `C`, the heat capacity over $\gamma T_c$, on an even grid `t` of $T/T_c$ from 0 to 1. Return $H_c/H_c(0)$ at the temperatures `at` (of $T/T_c$, up to 0.9). No theory of the metal enters: your function should work for any superconductor's heat capacity. (In this way Phillips found 103.0 G.)

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
ax.plot(grid, 100 * (h - (1 - grid**2)), color=BLUE, label="from the heat capacity of BCS")
largest = 100 * Al.parabola_deviation
label = "largest in Al, calculated from its heat capacity (Phillips)"
ax.axhline(largest, color=RED, ls="--", label=label)
ax.set(xlabel="$T/T_c$", ylabel=r"$H_c/H_c(0)-(1-t^2)$ (%)", ylim=(-6, 0.5))
ax.legend(loc="lower center")
show(fig, "aluminium_field_deviation")


# %% [markdown]
# <!-- task: jump_from_field -->
# ## 7 · Use Rutgers' relation (4 points, 30 min)
#
# A magnetometer gives the critical field at temperatures just below $T_c$: `T` in K, `H` in gauss, the standard `error` of each field. Put a weighted straight line through the points. Return the jump of the heat capacity at the temperature where the line meets zero, in mJ/(mol K), and its standard error, for a molar `volume` in cm³.

# %%
def jump_from_field(T, H, error, volume):
    """[C_s − C_n at Tc, its error] in mJ/(mol K), from H_c in G near Tc."""
    ...  # your code here


check(jump_from_field)

# %%
jump_from_field = carry_on(jump_from_field)
T, H, error, volume = inputs(jump_from_field)
jump, jump_error = jump_from_field(T, H, error, volume)
print(f"simulated sample: ΔC = {number(jump, error=jump_error)} mJ/(mol K)")
cadmium = 1e-4 * molar_volume(Cd) * Cd.Tc.number * Cd.dHc_dT.number**2 / (4 * np.pi)
of_cadmium = cadmium / (Cd.gamma.number * Cd.Tc.number)
slope = abs(Cd.dHc_dT.number)
print(f"cadmium, measured slope {slope:.0f} G/K: {cadmium:.2f} mJ/(mol K) = {of_cadmium:.2f} γTc")

# %% [markdown]
# Smith and Daunt derived cadmium's $\gamma$ from this slope and the parabola $H_c(0)(1-t^2)$. The muons gave tin's $\gamma$ from the measured field at low temperature, and its jump from the slope at $T_c$: $\Delta C/\gamma T_c=1.55(2)$.

# %% [markdown]
# <!-- task: what_two_numbers_know -->
# ## 8 · Say what the two numbers tell (in your own words, 3 points, 15 min)
#
# Which numbers of aluminium follow from $\gamma$ and $T_c$, and how well are they known? Which error cancels where, and which is in no covariance matrix? Name the instrument behind each number that you compare with. Which of your comparisons tests BCS, which would hold for any superconductor, and which tests
# nothing? Which measurement of tin is independent of a calorimeter? What might cause what is left?

# %% [markdown]
# <!-- answer: what_two_numbers_know -->
# *Write your answer here.*

# %% tags=["nbval-ignore-output"]
progress()
