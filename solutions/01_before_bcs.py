# %% [markdown]
# # 01 · Ask what a microscopic theory must explain: answers
#
# <!-- work -->
# *75 minutes, 9 points, and one question in words · read first: [chapter 01](../notebooks/01_before_bcs.ipynb).*
#
# <!-- how to solve -->

# %% [markdown] tags=["solution"]
# These are the explained solutions: the idea, the steps, the code, and a limit or a second way that confirms it. What an exercise leaves out stands between `# begin solution` and `# end solution`.

# %%
import numpy as np

from bcs_helpers.classroom import ask, carry_on, check, hint, inputs, progress
from bcs_helpers.tables import numbers, table

# %% tags=["solution"]
from scipy.integrate import quad

from bcs_helpers.classroom import rubric
from bcs_helpers.figures import BLUE, GREEN, RED, figure, show

# %%
ask("warm_up_depth")

# %% [markdown]
# <!-- task: sphere_diamagnetism -->
# ## 1 · A grain too small to keep the field out (4 points, 30 min)
#
# D. Shoenberg measured fine grains of mercury and found them far from perfect diamagnets (*Proc. R. Soc. A* **175**, 49 (1940), recalled). What does London's theory say about a sphere of radius $R$ in a field $B_0$, with the
# penetration depth $\lambda$?
#
# For an array `x` of values of $R/\lambda$ return the magnetic moment divided by that of a sphere of the same size from which the field is expelled altogether
# ($-2\pi B_0R^3/\mu_0$).

# %% [markdown] tags=["solution"]
# **Idea.** Write $\mathbf A=f(r)\sin\theta$ along the circles about the field. Outside, the field and a dipole, $f=\frac12B_0r+m'/r^2$. Inside, $\nabla^2\mathbf A=\mathbf A/\lambda^2$, that is
#
# $$f''+\frac2rf'-\frac2{r^2}f=\frac f{\lambda^2},\qquad f\propto i_1(r/\lambda)=\frac{\cosh(r/\lambda)}{r/\lambda}-\frac{\sinh(r/\lambda)}{(r/\lambda)^2}.$$
#
# $f$ and $f'$ are continuous at $R$. Write $s=Rf'/f$ for the inner solution at $R$; then $\frac12B_0R-2m'/R^2=s\,(\frac12B_0R+m'/R^2)$, so $m'=\frac12B_0R^3\,(1-s)/(2+s)$. An empty sphere has
# $s\to\infty$ and $m'=-\frac12B_0R^3$, and the ratio is $(s-1)/(s+2)$. With $x=R/\lambda$ it becomes
#
# $$\frac m{m_{\rm perfect}}=1-\frac3x\coth x+\frac3{x^2}.$$


# %%
def sphere_diamagnetism(x):
    """Moment of a London sphere over that of a perfectly diamagnetic one, for an array x = R/λ."""
    # begin solution
    return 1 - 3 / (x * np.tanh(x)) + 3 / x**2
    # end solution


check(sphere_diamagnetism)

# %% tags=["solution"]
x = np.geomspace(0.2, 100, 300)
fig, ax = figure()
ax.loglog(x, sphere_diamagnetism(x), color=BLUE, label="sphere")
ax.loglog(x[x < 3], x[x < 3] ** 2 / 15, color=RED, ls="--", label=r"small: $x^2/15$")
ax.loglog(x[x > 4], 1 - 3 / x[x > 4], color=GREEN, ls="-.", label=r"large: $1-3/x$")
ax.set(xlabel=r"radius $R/\lambda$", ylabel="moment / perfect", ylim=(1e-3, 2))
ax.legend()
show(fig, "sphere_moment")

# %% [markdown] tags=["solution"]
# **The limits, and a second way.** For small $x$ the two large terms cancel and $x^2/15$ remains; for large $x$ a layer of thickness $\lambda$ is lost, $1-3\lambda/R$, as if the radius were
# smaller by $\lambda$. A grain with $R=\lambda$ has 6 per cent of the moment. The moment can also be added up from the currents, $\mu_0\lambda^2j=-A$:
# $m=-\frac{4\pi}{3\mu_0\lambda^2}\int_0^Rf\,r^3dr$.

# %% tags=["solution"]
i1 = lambda r: np.cosh(r) / r - np.sinh(r) / r**2
slope = lambda r: np.sinh(r) / r - 2 * i1(r) / r  # its derivative
radii, currents = np.array([0.5, 1.0, 5.0]), []
for X in radii:
    f_at_R = 1.5 * X / (2 + X * slope(X) / i1(X))  # from the joining, in units of B0 λ
    moment = quad(lambda r: f_at_R * i1(r) / i1(X) * r**3, 0, X)[0]
    currents.append(2 / 3 / X**3 * moment)
table(
    {
        r"$R/\lambda$": numbers(radii, 2),
        "from the currents": numbers(currents, decimals=6),
        "formula": numbers(sphere_diamagnetism(radii), decimals=6),
    },
    caption="The moment of a sphere, by two ways.",
)

# %% [markdown]
# <!-- task: trapped_quanta -->
# ## 2 · How many quanta are left in the ring? (2 points, 15 min)
#
# A long superconducting tube with a bore of radius `radius` in µm and a wall much thicker than $\lambda$ is cooled through $T_c$ in a parallel field of `field` gauss, slowly, so that it ends in the state of lowest energy; then the field is
# switched off. How many quanta of flux does the bore keep? Return the number.

# %% [markdown] tags=["solution"]
# **Idea.** The phase of the wave function may turn only a whole number of times round the bore. The energy of the state with $\nu$ quanta is $\propto(\nu\Phi_0-\Phi)^2$ in the applied
# flux $\Phi=B\pi R^2$, so on cooling the nearest whole number wins; afterwards it cannot change, because the wall would have to become normal. The quantum is $h/2e=2.0678\times10^{-15}$ Wb.


# %%
def trapped_quanta(field, radius):
    """Number of flux quanta kept by a tube (bore radius in µm) that was cooled in `field` gauss."""
    # begin solution
    return round(field * 1e-4 * np.pi * (radius * 1e-6) ** 2 / 2.067834e-15)
    # end solution


check(trapped_quanta)

# %% tags=["solution"]
fields = [0.1, 0.2, 0.5, 1.0]
table(
    {"field / G": numbers(fields, 2), "quanta": [trapped_quanta(field, 5.0) for field in fields]},
    caption="Quanta kept by a bore of radius 5 µm.",
)

# %% [markdown] tags=["solution"]
# **What it says.** For a bore of 5 µm one quantum is a quarter of a gauss; below half of that the tube stays empty, although the field was there. In the Earth's field it holds two. With the
# quantum $h/e$ it would be one: in 1961 that difference was the experiment.

# %% [markdown]
# <!-- task: heat_capacity_step -->
# ## 3 · The step in the heat capacity (3 points, 20 min)
#
# Between a quarter and a half of $T_c$ an exponential $e^{-E/k_BT}$ describes the heat capacity of the electrons of aluminium, as if each excitation cost the energy $E$ (a step). How high is it?
#
# `T` is an array of temperatures in kelvin and `C` the heat capacities (in any unit). Fit a straight line to $\ln C$ against $1/T$ and return $E$ in meV. The first data are computed from the
# exponential with which N. E. Phillips described his measurements; the next cell shows them.

# %%
def heat_capacity_step(T, C):
    """Energy E in meV of the law C ∝ exp(−E/k_B T); T in kelvin."""
    # begin solution
    slope = np.polyfit(1 / T, np.log(C), 1)[0]
    return -0.08617333 * slope
    # end solution


check(heat_capacity_step)

# %%
T, C = inputs(heat_capacity_step)
table(
    {"$T$ / K": numbers(T, decimals=3), "$C$ / mJ/(mol K)": numbers(C, decimals=4)},
    caption="The first data of the task, computed from Phillips' exponential.",
)

# %% [markdown] tags=["solution"]
# **Idea.** $\ln C=\text{const}-E/k_BT$: on the axes $1/T$ and $\ln C$ the slope is $-E/k_B$.

# %% tags=["solution"]
fig, (left, right) = figure(1, 2)
left.semilogy(1 / T, C, "o", color=BLUE)
right.loglog(T, C, "o", color=BLUE)
power = np.polyfit(np.log(T[:3]), np.log(C[:3]), 1)
exponent = power[0]
label = f"power {exponent:.1f}, coldest three"
right.loglog(T, np.exp(np.polyval(power, np.log(T))), color=RED, ls="--", label=label)
line = np.polyfit(1 / T, np.log(C), 1)
step = heat_capacity_step(T, C)
drawn = np.exp(np.polyval(line, 1 / T))
left.semilogy(1 / T, drawn, color=RED, ls="--", label=f"step of {step:.3f} meV")
left.set(xlabel="inverse temperature $1/T$ (1/K)", ylabel="heat capacity (mJ/mol K)")
right.set(xlabel="temperature $T$ (K)", ylabel="heat capacity (mJ/mol K)")
left.legend()
right.legend()
show(fig, "heat_capacity_step")

# %% [markdown] tags=["solution"]
# **What it says.** On the left a line, on the right a bend. That is no finding about aluminium: the points were computed from an exponential. The finding is Phillips', that his data follow this exponential in this window; below it they lie higher (chapter 01).
# The step is 0.13 meV, that is $1.34\,k_BT_c$. Chapter 05 derives a gap of $1.76\,k_BT_c$; the fit gives less, mainly because the
# full law has a power of the temperature in front, $C\propto T^{-3/2}e^{-\Delta/T}$ in the cold, and that power lowers the slope by $\frac32k_BT$.

# %% [markdown]
# <!-- task: two_facts_not_one -->
# ## 4 · Zero resistance and perfect diamagnetism are two facts (in your own words, 3 points, 10 min)
#
# A friend says: "A superconductor has no resistance, hence no electric field inside, hence $\partial B/\partial t=0$. So the Meissner effect is nothing new." What is missing?

# %% [markdown]
# <!-- answer: two_facts_not_one -->
# <!-- begin solution -->
# $\partial B/\partial t=0$ freezes the field that is there; it does not say that it is zero. A perfect conductor cooled in a field would keep that field, a superconductor pushes it out: that is
# what Meissner and Ochsenfeld saw. The final state of the superconductor does not depend on the order of events. It is therefore a phase in thermal equilibrium, to which a free energy
# belongs, and zero resistance alone would not make it one.
# <!-- end solution -->

# %% tags=["solution"]
rubric("two_facts_not_one")

# %% tags=["nbval-ignore-output"]
progress()
