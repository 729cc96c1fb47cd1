# %% [markdown]
# # Project B: aluminium from two numbers
#
# <!-- work -->
# *150 minutes, 17 points, and one question in words · uses: the gap ([chapter 05](../notebooks/05_gap_equation.ipynb)), condensation energy, critical field and heat capacity ([06](../notebooks/06_thermodynamics.ipynb)).*
#
# **What you have:** two numbers of aluminium, $\gamma=1.35$ mJ/(mol K²) and $T_c=1.163$ K, from a calorimeter (N. E. Phillips, Phys. Rev. 114, 676, 1959), and BCS.
# **What you will conclude:** which other numbers of aluminium follow from these two, how well, and which agreement tests BCS, which only thermodynamics, and which nothing at all.
#
# Beside aluminium stands tin, whose field was measured inside the metal with muons (Karl et al., arXiv:1905.04228, 2019), and cadmium, whose field was measured with a magnet (Smith and Daunt 1952).

# %%
import numpy as np
from scipy.integrate import cumulative_simpson

from bcs_helpers.classroom import carry_on, check, hint, inputs, progress
from bcs_helpers.figures import BLACK, BLUE, RED, figure, show
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


# %% [markdown]
# <!-- task: field_from_two_numbers -->
# ## 1 · Calculate the critical field at zero temperature (4 points, 30 min)
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
# No magnet stands behind aluminium's 103.0 G. Phillips *calculated* this field from his heat capacity, as you will do in task 3. Tin's field was measured, with an error; its $\gamma$ was
# derived from the same measured field at low temperature. Keep in mind which numbers come from one instrument.

# %% [markdown]
# <!-- task: electronic_heat_capacity -->
# ## 2 · Calculate the whole heat capacity (5 points, 45 min)
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
# <!-- task: field_from_heat -->
# ## 3 · Calculate the field from the heat capacity (5 points, 40 min)
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
# ## 4 · Use Rutgers' relation (3 points, 20 min)
#
# A magnetometer gives the slope of the critical field at $T_c$, in G/K. Return the jump of the heat capacity there in mJ/(mol K), given also `Tc` in kelvin and the molar `volume` in cm³.

# %%
def jump_from_field(slope, Tc, volume):
    """C_s − C_n at Tc in mJ/(mol K), from dH_c/dT in G/K."""
    ...  # your code here


check(jump_from_field)

# %%
jump_from_field = carry_on(jump_from_field)
bcs = -1.7367 * H0 / Tc  # BCS: H_c falls like 1.7367 (1 − t) at Tc
table(
    {
        "slope at $T_c$": ["aluminium, BCS", "cadmium, measured with a magnet"],
        "G/K": numbers([bcs, -Cd.dHc_dT.number], 3),
        "jump / mJ/(mol K)": numbers(
            [
                jump_from_field(bcs, Tc, volume),
                jump_from_field(-Cd.dHc_dT.number, Cd.Tc.number, molar_volume(Cd)),
            ],
            3,
        ),
        r"jump $/\gamma T_c$": numbers(
            [
                jump_from_field(bcs, Tc, volume) / (gamma * Tc),
                jump_from_field(-Cd.dHc_dT.number, Cd.Tc.number, molar_volume(Cd))
                / (Cd.gamma.number * Cd.Tc.number),
            ],
            3,
        ),
    },
    caption="Rutgers' relation with a slope of BCS and with a measured one.",
)

# %% [markdown]
# Smith and Daunt derived cadmium's $\gamma$ from this slope and the parabola $H_c(0)(1-t^2)$. The muons gave tin's $\gamma$ from the measured field at low temperature, and its jump from the slope at $T_c$: $\Delta C/\gamma T_c=1.55(2)$.

# %% [markdown]
# <!-- task: what_two_numbers_know -->
# ## 5 · Say what the two numbers tell (in your own words, 3 points, 15 min)
#
# Which numbers of aluminium follow from $\gamma$ and $T_c$, and how well? Name the instrument behind each number that you compare with. Which of your comparisons tests BCS, which would hold for any superconductor, and which tests
# nothing? Which measurement of tin is independent of a calorimeter? What might cause what is left?

# %% [markdown]
# <!-- answer: what_two_numbers_know -->
# *Write your answer here.*

# %% tags=["nbval-ignore-output"]
progress()
