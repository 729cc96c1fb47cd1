# %% [markdown]
# # Compare the free energies of the two phases: tasks
#
# <!-- work -->
# *110 minutes, 13 points, and one question in words · read first: [chapter 06](../notebooks/06_thermodynamics.ipynb).*
#
# <!-- how to solve -->
# Write each function where the dots are and run the cell. `check`, at its end, says ✓ right, ✗ wrong and why, ! does not run, … not
# attempted. `hint(f)` gives the next hint. `carry_on(f)` puts the reference in place of a function that
# is not right yet, so that you can go on. Your function is tried with the textbook's numbers and with others.

# %% [markdown] tags=["solution"]
# These are the explained solutions: the idea, the steps, the code, and a limit that confirms it.

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
# By how much does the paired state lie below the Fermi sea at $T=0$? Add up what smearing the Fermi surface costs and what the attraction gives back. Return the gain $(U_n-U_s)/N_0$ per volume in meV², for a gap `Delta` and a cutoff `cutoff` (at least 25 Δ) in meV;
# $N_0$ is the density of states of one spin.

# %% [markdown] tags=["solution"]
# **Idea.** An occupation $v^2=\frac12(1-\xi/E)$ moves electrons from below to above the Fermi level. With two electrons to a pair the kinetic energy rises by
#
# $$\frac{\delta K}{N_0}=\int_{-\omega_D}^{\omega_D}\!|\xi|\Big(1-\frac{|\xi|}{E}\Big)d\xi=\omega_D^2-\omega_D\sqrt{\omega_D^2+\Delta^2}+\Delta^2\operatorname{asinh}\frac{\omega_D}\Delta .$$
#
# The attraction gives $-\Delta^2/V=-N_0\Delta^2\operatorname{asinh}(\omega_D/\Delta)$ by the gap equation. The logarithms cancel, and what is left is $\omega_D(\sqrt{\omega_D^2+\Delta^2}-\omega_D)\to\frac12\Delta^2$. Below, the sums are done by quadrature instead.


# %%
def energy_gained_by_pairing(Delta, cutoff):
    """(U_n − U_s)/N0 in meV², from the kinetic energy and the attraction at T = 0."""
    # begin solution
    E = lambda xi: np.hypot(xi, Delta)
    kinetic = 2 * quad(lambda xi: xi * (1 - xi / E(xi)), 0, cutoff, points=[Delta], limit=200)[0]
    attraction = Delta**2 * quad(lambda xi: 1 / E(xi), 0, cutoff, points=[Delta], limit=200)[0]
    return attraction - kinetic
    # end solution


check(energy_gained_by_pairing)

# %% tags=["solution"]
cutoffs = [5.0, 50.0, 500.0]
gains = [energy_gained_by_pairing(1.0, cutoff) for cutoff in cutoffs]
table(
    {r"$\omega_D$ / meV": numbers(cutoffs), r"gain $/N_0$ / meV²": numbers(gains, decimals=5)},
    caption=r"For $\Delta=1$ meV the gain tends to the weak-coupling value 0.5.",
)

# %% [markdown]
# <!-- task: jump_of_heat_capacity -->
# ## 2 · The jump at Tc (problem 1096872, 3 points, 25 min)
#
# Cool a metal through $T_c$ and its heat capacity jumps. By how much, in mJ/(mol K), for a metal with `gamma` in mJ/(mol K²) and `Tc` in kelvin? There are two ways, which must agree: the gap equation expanded in $\Delta^2$, and the slope of the computed `gap(t, 1.0) ** 2` just below $T_c$.

# %% [markdown] tags=["solution"]
# **Idea.** In $S=-2\sum[f\ln f+(1-f)\ln(1-f)]$ temperature enters as $E/T$, so $dS/dT$ has a term from $1/T$, continuous at $T_c$, and one from $d\Delta^2/dT$, which is there below $T_c$ only. At $T_c$, where $\Delta=0$, the sum of the second is elementary:
# $\Delta C=-N_0\,d\Delta^2/dT$. The gap equation, expanded in $\Delta^2$, gives $\Delta^2=\frac{8\pi^2}{7\zeta(3)}T_c^2(1-t)$. With $N_0=3\gamma/2\pi^2$ the $\pi^2$ cancels:
#
# $$\frac{\Delta C}{\gamma T_c}=\frac{3}{2\pi^2}\cdot\frac{8\pi^2}{7\zeta(3)}=\frac{12}{7\zeta(3)} .$$


# %%
def jump_of_heat_capacity(gamma, Tc):
    """C_s − C_n at Tc in mJ/(mol K), weak coupling."""
    # begin solution
    zeta3 = sum(1 / n**3 for n in range(1, 2001))
    return 12 / (7 * zeta3) * gamma * Tc
    # end solution


check(jump_of_heat_capacity)

# %% [markdown] tags=["solution"]
# **A second way.** The slope of $\Delta^2$ from the computed gap, just below $T_c$:

# %% tags=["solution"]
t = np.array([0.99, 0.999, 0.9999])
slopes = 3 / (2 * np.pi**2) * gap(t, 1.0) ** 2 / (1 - t)
table(
    {
        "$T/T_c$": [*numbers(t, 4), "formula"],
        r"jump $/\gamma T_c$": numbers([*slopes, jump_of_heat_capacity(1.0, 1.0)], 5),
    },
    caption="The jump from the slope of the computed gap, and from the formula.",
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
