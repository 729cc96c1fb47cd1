# %% [markdown]
# # 06 · Compare the free energies of the two phases: answers
#
# <!-- work -->
# *115 minutes, 14 points, and one question in words · read first: [chapter 06](../notebooks/06_thermodynamics.ipynb).*
#
# <!-- how to solve -->

# %% [markdown] tags=["solution"]
# These are the explained solutions: the idea, the steps, the code, and a limit or a second way that confirms it. What an exercise leaves out stands between `# begin solution` and `# end solution`.

# %%
import numpy as np
from scipy.integrate import quad

from bcs_helpers.classroom import ask, carry_on, check, hint, progress
from bcs_helpers.gap import gap
from bcs_helpers.tables import numbers, table

# %% tags=["solution"]
from bcs_helpers.classroom import rubric
from bcs_helpers.figures import BLACK, BLUE, RED, figure, show

# %%
ask("warm_up_slope")

# %% [markdown]
# <!-- task: energy_gained_by_pairing -->
# ## 1 · What pairing gains (problem 1096932, 4 points, 30 min)
#
# By how much does the paired state lie below the Fermi sea at $T=0$? For a gap `Delta` and a cutoff `cutoff` (at least 25 Δ) in meV return three numbers as an array, each per volume, over $N_0$, in meV² and counted as positive:
# what smearing the Fermi surface costs in kinetic energy; what the attraction gives back, $\Delta^2/V$, where the gap equation at $T=0$ says what $V$ is; and the gain that is left, $(U_n-U_s)/N_0$. Does the third depend on the cutoff? ($N_0$ is the density of states of one spin.)

# %% [markdown] tags=["solution"]
# **Idea.** An occupation $v^2=\frac12(1-\xi/E)$ moves electrons from below to above the Fermi level. With two electrons to a pair the kinetic energy rises by
#
# $$\frac{\delta K}{N_0}=\int_{-\omega_D}^{\omega_D}\!|\xi|\Big(1-\frac{|\xi|}{E}\Big)d\xi=\omega_D^2-\omega_D\sqrt{\omega_D^2+\Delta^2}+\Delta^2\operatorname{asinh}\frac{\omega_D}\Delta .$$
#
# The attraction gives back $\Delta^2/V=N_0\Delta^2\operatorname{asinh}(\omega_D/\Delta)$ by the gap equation. The logarithms cancel, and what is left is $\omega_D(\sqrt{\omega_D^2+\Delta^2}-\omega_D)\to\frac12\Delta^2$. Below, the sums are done by quadrature instead.


# %%
def energy_gained_by_pairing(Delta, cutoff):
    """Over N0 in meV²: the kinetic cost, what the attraction gives back, and the gain at T = 0."""
    # begin solution
    E = lambda xi: np.hypot(xi, Delta)
    kinetic = 2 * quad(lambda xi: xi * (1 - xi / E(xi)), 0, cutoff, points=[Delta], limit=200)[0]
    attraction = Delta**2 * quad(lambda xi: 1 / E(xi), 0, cutoff, points=[Delta], limit=200)[0]
    return np.array([kinetic, attraction, attraction - kinetic])
    # end solution


check(energy_gained_by_pairing)

# %% tags=["solution"]
cutoffs = [5.0, 50.0, 500.0]
parts = np.array([energy_gained_by_pairing(1.0, cutoff) for cutoff in cutoffs])
titles = ("cost / meV²", "given back / meV²", "gain / meV²")
table(
    {r"$\omega_D$ / meV": numbers(cutoffs)}
    | {title: numbers(column, decimals=5) for title, column in zip(titles, parts.T, strict=True)},
    caption=r"For $\Delta=1$ meV both parts grow with the cutoff, and the gain tends to 0.5.",
)

# %% [markdown]
# <!-- task: jump_of_heat_capacity -->
# ## 2 · The jump at Tc (problem 1096872, 4 points, 30 min)
#
# Cool a metal through $T_c$ and its heat capacity jumps, because below $T_c$ the gap depends on temperature, too. By how much, for a metal with `gamma` in mJ/(mol K²) and `Tc` in kelvin? What counts is the slope of $\Delta^2$.
#
# Return an array of two numbers in mJ/(mol K): the jump itself, with the slope at $T_c$ by the gap equation expanded in $\Delta^2$; and what the mean slope of the computed $\Delta^2$ between `t` $=T/T_c$ and $T_c$ gives in its place. (`gap(t, 1.0)` is $\Delta/k_BT_c$, and zero at $T_c$.) As `t` comes near to one they must agree.

# %% [markdown] tags=["solution"]
# **Idea.** In $S=-2\sum[f\ln f+(1-f)\ln(1-f)]$ temperature enters as $E/T$, so $dS/dT$ has a term from $1/T$, continuous at $T_c$, and one from $d\Delta^2/dT$, which is there below $T_c$ only. At $T_c$, where $\Delta=0$, the sum of the second is elementary:
# $\Delta C=-N_0\,d\Delta^2/dT$. The gap equation, expanded in $\Delta^2$, gives $\Delta^2=\frac{8\pi^2}{7\zeta(3)}T_c^2(1-t)$. With $N_0=3\gamma/2\pi^2$ the $\pi^2$ cancels:
#
# $$\frac{\Delta C}{\gamma T_c}=\frac{3}{2\pi^2}\cdot\frac{8\pi^2}{7\zeta(3)}=\frac{12}{7\zeta(3)} .$$


# %%
def jump_of_heat_capacity(gamma, Tc, t):
    """C_s − C_n at Tc in mJ/(mol K): from the expansion, and from the mean slope of Δ² above t."""
    # begin solution
    zeta3 = sum(1 / n**3 for n in range(1, 2001))
    slope = gap(t, 1.0) ** 2 / (1 - t)
    return np.array([12 / (7 * zeta3), 3 / (2 * np.pi**2) * slope]) * gamma * Tc
    # end solution


check(jump_of_heat_capacity)

# %% [markdown] tags=["solution"]
# **They meet at $T_c$.** The nearer `t` is to one, the nearer the mean slope comes to that of the expansion:

# %% tags=["solution"]
t = np.array([0.9, 0.99, 0.999, 0.9999])
expansion, slopes = np.array([jump_of_heat_capacity(1.0, 1.0, x) for x in t]).T
table(
    {"$T/T_c$": numbers(t, 4), "mean slope": numbers(slopes, 5),
     "expansion": numbers(expansion, 5)},
    caption=r"The jump over $\gamma T_c$ from the slope of the computed gap, "
            "and from the expansion.",
)

# %% [markdown]
# <!-- task: latent_heat -->
# ## 3 · In a field the transition has a latent heat (3 points, 25 min)
#
# In a magnetic field the metal becomes normal at some $T<T_c$. How much heat does it take up there? Return it over $\gamma T_c^2$ for an array `t` of $T/T_c$ between 0 and 1. (`gap(t, 1.0)` is $\Delta/k_BT_c$.)

# %% [markdown] tags=["solution"]
# **Idea.** A reversible transition at constant temperature takes up $T(S_n-S_s)$. The normal entropy is $\gamma T$; the superconductor's is that of its quasiparticles,
#
# $$\frac{S_s}{\gamma T_c}=\frac6{\pi^2}\int_0^\infty\!d\xi\,\big[xf+\ln(1+e^{-x})\big],\qquad x=\frac{\sqrt{\xi^2+\Delta^2}}{t},\quad f=\frac1{e^x+1}.$$


# %% tags=["solution"]
def entropy_sum(t):
    """S/γTc of the superconductor: an even grid is enough for a smooth, even integrand."""
    xi = np.linspace(0, 40, 4001)
    x = np.hypot(xi, np.asarray(gap(t, 1.0))[..., None]) / np.asarray(t)[..., None]
    integrand = x * np.exp(-x) / (1 + np.exp(-x)) + np.log1p(np.exp(-x))
    return 6 / np.pi**2 * np.trapezoid(integrand, xi)


# %%
def latent_heat(t):
    """Heat over γTc² taken up when a field makes the metal normal at t = T/Tc."""
    # begin solution
    return t * (t - entropy_sum(t))
    # end solution


check(latent_heat)

# %%
latent_heat = carry_on(latent_heat)

# %% [markdown]
# <!-- task: temperature_after_quench -->
# ## 4 · Cool by a magnetic field (3 points, 20 min)
#
# A thermally isolated superconductor at $t=T/T_c$ is made normal by slowly raising a magnetic field. What is its temperature afterwards, over $T_c$? (Electrons only; return an array for the array `t`.)

# %% [markdown] tags=["solution"]
# **Idea.** Slowly and isolated means constant entropy: $\gamma T_1=S_s(T)$. So $T_1/T_c=S_s/\gamma T_c$, the function of the task before.


# %%
def temperature_after_quench(t):
    """T/Tc of the normal metal that a slow field makes of a superconductor at t = T/Tc."""
    # begin solution
    return entropy_sum(t)
    # end solution


check(temperature_after_quench)

# %%
temperature_after_quench = carry_on(temperature_after_quench)
t = np.array([0.3, 0.6, 0.9])
table(
    {
        "$T/T_c$ before": numbers(t, 1),
        "$T/T_c$ after": numbers(temperature_after_quench(t), decimals=3),
        r"latent heat $/\gamma T_c^2$": numbers(latent_heat(t), decimals=3),
    },
    caption="The two ways from the superconductor to the normal metal.",
)

# %% tags=["solution"]
t = np.linspace(0.05, 1, 200)
fig, (left, right) = figure(1, 2)
left.plot(t, latent_heat(t), color=BLUE)
left.set(xlabel="$T/T_c$ of the transition", ylabel=r"latent heat / $\gamma T_c^2$")
right.plot(t, temperature_after_quench(t), color=RED, label="after")
right.plot(t, t, color=BLACK, ls=":", label="before")
right.set(xlabel="$T/T_c$ before", ylabel="$T/T_c$")
right.legend()
show(fig, "latent_heat_and_quench")

# %% [markdown] tags=["solution"]
# The latent heat vanishes at $T=0$, as the third law requires, and at $T_c$, where the transition is of second order. **The limit that confirms it:** near $T_c$ the entropies differ by $\Delta C\,(1-t)$, so the latent heat over $1-t$ must tend to the jump, 1.43.

# %% tags=["solution"]
near = np.array([0.99, 0.999])
ratio = latent_heat(near) / (1 - near)
table(
    {"$T/T_c$": numbers(near, 3), "latent heat over $1-t$": numbers(ratio, decimals=3)},
    caption=r"Near $T_c$, in units of $\gamma T_c^2$.",
)

# %% [markdown]
# <!-- task: why_the_jump_is_upward -->
# ## 5 · Why the jump is upward (in your own words, 3 points, 10 min)
#
# Without any formula for the jump: why must the heat capacity jump *up* when the metal becomes superconducting?

# %% [markdown]
# <!-- answer: why_the_jump_is_upward -->
# <!-- begin solution -->
# Without a field there is no latent heat, so both phases have the same entropy at $T_c$. Below it the superconductor is the more orderly one. Its entropy therefore falls more steeply on cooling, and $C=T\,dS/dT$ is larger. In the picture of quasiparticles: heating the superconductor near $T_c$ has to pay for more quasiparticles
# and, in addition, for the gap that shrinks because of them.
# <!-- end solution -->

# %% tags=["solution"]
rubric("why_the_jump_is_upward")

# %% tags=["nbval-ignore-output"]
progress()
