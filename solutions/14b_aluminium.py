# %% [markdown]
# # Project B: aluminium from two numbers
#
# <!-- work -->
# *150 minutes, 17 points, and one question in words · uses: the gap ([chapter 05](../notebooks/05_gap_equation.ipynb)), condensation energy, critical field and heat capacity ([06](../notebooks/06_thermodynamics.ipynb)).*
#
# **What you have:** two numbers of aluminium, $\gamma=1.35$ mJ/(mol K²) and $T_c=1.163$ K, from a calorimeter (N. E. Phillips, Phys. Rev. 114, 676, 1959), and BCS.
# **What you will conclude:** which other measured numbers follow from these two, how well, and which agreement tests BCS and which only thermodynamics.

# %% [markdown] tags=["solution"]
# These are the explained solutions: the idea, the code, and a check by another way.

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

# %% [markdown] tags=["solution"]
# **Idea.** At the critical field, expelling the field costs what pairing gains: $H_c^2/8\pi=\frac12N_0\Delta_0^2$. The normal heat capacity gives $N_0=3\gamma_V/2\pi^2k_B^2$ (one spin, per volume), the ratio $\Delta_0=\pi e^{-\gamma_E}k_BT_c$. Then $k_B$ cancels:
#
# $$H_c(0)=\sqrt{6/\pi}\;\frac{\Delta_0}{k_BT_c}\,\sqrt{\gamma_V}\,T_c=2.44\,\sqrt{\gamma_V}\,T_c\quad(\gamma_V\text{ in erg/cm}^3\text{K}^2).$$


# %%
def field_from_two_numbers(gamma, volume, Tc):
    """H_c(0) in gauss from γ in mJ/(mol K²), the molar volume in cm³ and Tc in K."""
    # begin solution
    per_volume = 1e4 * gamma / volume  # erg/(cm³ K²)
    return np.sqrt(6 / np.pi) * np.pi / np.exp(np.euler_gamma) * np.sqrt(per_volume) * Tc
    # end solution


check(field_from_two_numbers)

# %%
field_from_two_numbers = carry_on(field_from_two_numbers)
H0, measured = field_from_two_numbers(gamma, volume, Tc), Al.Hc0.number
print(f"H_c(0) = {H0:.1f} G from γ and Tc; measured {measured} G: {H0 / measured - 1:+.1%}")

# %% tags=["solution"]
erg = 1.380649e-16 * Tc  # k_B Tc
N0 = 3 * 1e4 * gamma / volume * Tc**2 / (2 * np.pi**2 * erg**2)  # one spin, per erg and cm³
print(f"a second way, step by step: N0 = {N0:.2e} /(erg cm³), Δ0 = {gap(0.0, 1.0) * erg:.2e} erg, √(4πN0) Δ0 = {np.sqrt(4 * np.pi * N0) * gap(0.0, 1.0) * erg:.1f} G")

# %% [markdown]
# <!-- task: electronic_heat_capacity -->
# ## 2 · The whole curve of heat (5 points, 45 min)
#
# Return the electrons' heat capacity over $\gamma T_c$ for an increasing array `t` of $T/T_c$; some may be above 1. (`gap(t, 1.0)` is $\Delta(T)/k_BT_c$.)

# %% [markdown] tags=["solution"]
# **Idea.** Entropy of fermions, then $C=T\,dS/dT$ with the gap moving. In units of $T_c$ and with $\gamma=2\pi^2N_0/3$,
#
# $$\frac{S}{\gamma T_c}=-\frac{6}{\pi^2}\int_0^\infty\!d\xi\,\big[f\ln f+(1-f)\ln(1-f)\big],\qquad f=\frac1{e^{E/t}+1}.$$
#
# The integrand is even and smooth in $\xi$, so an even grid converges quickly; the bracket is $-[x f+\ln(1+e^{-x})]$ with $x=E/t$, which never overflows. The derivative is a central difference.


# %%
# begin solution
def entropy(t):
    """S/γTc at temperatures t = T/Tc."""
    xi = np.linspace(0, 50, 5001)
    x = np.hypot(xi, np.asarray(gap(t, 1.0))[..., None]) / np.asarray(t)[..., None]
    return 6 / np.pi**2 * np.trapezoid(x * np.exp(-x) / (1 + np.exp(-x)) + np.log1p(np.exp(-x)), xi)


# end solution
def electronic_heat_capacity(t):
    """C/γTc for an increasing array t = T/Tc."""
    # begin solution
    step = 1e-4
    return t * (entropy(t + step) - entropy(t - step)) / (2 * step)
    # end solution


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

# %% tags=["solution"]
print(f"jump: ({C[-1] / t[-1]:.2f} − 1) γTc; measured {Al.heat_capacity_jump.number} ({Al.heat_capacity_jump.status})")
for value in (0.25, 0.4, 0.5):
    print(f"t = {value}: BCS {electronic_heat_capacity(np.array([value]))[0]:.4f}, Phillips' fit {7.1 * np.exp(-1.34 / value):.4f}")
assert abs(entropy(np.array([1.0]))[0] - 1) < 1e-6  # second order: no latent heat, the entropies meet at Tc

# %% [markdown]
# <!-- task: field_from_heat -->
# ## 3 · The field, once more, out of the heat (5 points, 40 min)
#
# Let a calorimeter give `C`, the heat capacity over $\gamma T_c$, on an even grid `t` of $T/T_c$ from 0 to 1. Return $H_c/H_c(0)$ at the temperatures `at` (of $T/T_c$, up to 0.9). No theory of the metal enters: your function should work for any superconductor's heat.

# %% [markdown] tags=["solution"]
# **Idea.** $S_s=\int C/t\,dt$; the normal entropy is $t$. The free energies differ by $\int_t^1(t'-S_s)dt'$, and $H_c^2$ is proportional to it. At $t=0$ the ratio $C/t$ is 0/0 with limit zero.


# %%
def field_from_heat(t, C, at):
    """H_c/H_c(0) at the temperatures `at`, from C/γTc on an even grid of t = T/Tc from 0 to 1."""
    # begin solution
    ratio = np.divide(C, t, out=np.zeros_like(C), where=t > 0)
    area = cumulative_simpson(t - cumulative_simpson(ratio, x=t, initial=0), x=t, initial=0)
    return np.interp(at, t, np.sqrt(np.maximum(1 - area / area[-1], 0)))
    # end solution


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

# %% tags=["solution"]
from bcs_helpers.thermodynamics import critical_field

direct = critical_field(grid, gap(grid, 1.0), gap(0.0, 1.0))
print(f"largest deviation {100 * (h - 1 + grid**2).min():.2f} %; against the free energy computed directly: within {np.abs(h - direct).max():.0e}")
assert np.abs(h - direct).max() < 1e-3  # 401 points; the root magnifies the last ones

# %% [markdown]
# <!-- task: jump_from_field -->
# ## 4 · Rutgers' check (3 points, 20 min)
#
# A magnetometer gives the slope of the critical field at $T_c$, in G/K. Return the jump of the heat capacity there in mJ/(mol K), given also `Tc` in kelvin and the molar `volume` in cm³.

# %% [markdown] tags=["solution"]
# **Idea.** $F_n-F_s=H_c^2/8\pi$ per volume, and $C=-T\,d^2F/dT^2$, so $C_s-C_n=\frac{T}{8\pi}\frac{d^2H_c^2}{dT^2}=\frac{T}{4\pi}[H_c'^2+H_cH_c'']$, and $H_c=0$ at $T_c$.


# %%
def jump_from_field(slope, Tc, volume):
    """C_s − C_n at Tc in mJ/(mol K), from dH_c/dT in G/K."""
    # begin solution
    return 1e-4 * volume * Tc / (4 * np.pi) * slope**2
    # end solution


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
# <!-- begin solution -->
# Field at zero: 104 G against 103 G, one per cent, within the error of $\gamma$ alone. Jump: 1.43 against 1.4 (recalled). Deviation from the parabola: 3.7 % against 4 %. The fit to the cold heat capacity lies above BCS, by 3 % at $t=0.5$ and by a quarter at 0.25. These three test BCS: they contain the ratio $\Delta_0/T_c$ and the curve $\Delta(T)$. Rutgers' relation
# and the equality of the entropies at $T_c$ are thermodynamics and test the instruments. What is left may come from an anisotropic gap (Phillips found more heat than BCS at the lowest temperatures), from the lattice's heat that must be subtracted, or from $\gamma$.
# <!-- end solution -->

# %% tags=["solution"]
from bcs_helpers.classroom import rubric

rubric("what_two_numbers_know")

# %% tags=["nbval-ignore-output"]
progress()
