# %% [markdown]
# # 05 · Solve the gap equation: answers
#
# <!-- work -->
# *110 minutes, 14 points, and one question in words · read first: [chapter 05](../notebooks/05_gap_equation.ipynb).*
#
# <!-- how to solve -->

# %% [markdown] tags=["solution"]
# These are the explained solutions: the idea, the steps, the code, and a limit or a second way that confirms it. What an exercise leaves out stands between `# begin solution` and `# end solution`.

# %%
import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq

from bcs_helpers.classroom import ask, carry_on, check, hint, progress

# %% tags=["solution"]
from bcs_helpers.classroom import rubric
from bcs_helpers.figures import BLUE, RED, figure, show
from bcs_helpers.tables import numbers, table

# %%
ask("warm_up_tanh")

# %% [markdown]
# <!-- task: transition_temperature -->
# ## 1 · Where the gap closes (problem 1096866, 4 points, 30 min)
#
# How hot may a metal become before its pairs are gone, if the attraction $V$ acts in a shell of width $\omega_D$ around
# the Fermi level? At $T_c$ the gap equation is linear in $\Delta$ and reads
#
# $$\frac1{N_0V}=\int_0^{\omega_D}\!d\xi\,\frac{\tanh(\xi/2T_c)}{\xi}.$$
#
# Find $T_c$ in two ways, for a coupling $N_0V$ (`coupling`, between 0.15 and 1.2) and a Debye temperature $\omega_D$ in kelvin (`cutoff`). Return an array of two numbers in kelvin: $T_c$ from the closed form of the integral for $\omega_D\gg T_c$; and $T_c$ as the root of the equation, by `quad` and `brentq`.
# For a weak coupling, below 0.3, the two must agree. From which coupling on does the closed form fail?

# %% [markdown] tags=["solution"]
# **Idea.** With $x=\xi/2T_c$ the right-hand side is a pure function of $z=\omega_D/2T_c$, and for weak coupling $z$ is
# large. Integrate by parts,
#
# $$\int_0^z\frac{\tanh x}{x}dx=\ln z\,\tanh z-\int_0^z\frac{\ln x}{\cosh^2x}dx .$$
#
# For large $z$ the first term is $\ln z$ and the second integral may run to infinity, where it is
# $-\ln(4e^{\gamma}/\pi)$. So $1/N_0V=\ln(4e^\gamma z/\pi)=\ln(2e^\gamma\omega_D/\pi T_c)$, and solving for $T_c$ is one line.
#
# The second way takes no limit: the root $z$ of "integral less $1/N_0V$". The first number tells where to look for it. Beyond $x=20$ the tanh is 1 to all digits, and the integral a logarithm.


# %%
def transition_temperature(coupling, cutoff):
    """Tc in kelvin from the linearised gap equation: closed form, and root; cutoff in kelvin."""
    # begin solution
    closed_form = 2 * np.exp(np.euler_gamma) / np.pi * cutoff * np.exp(-1 / coupling)

    def mismatch(z):
        beyond = np.log(max(z / 20, 1))
        return quad(lambda x: np.tanh(x) / x, 0, min(z, 20))[0] + beyond - 1 / coupling

    guess = cutoff / (2 * closed_form)
    z = brentq(mismatch, guess / 2, 2 * guess)
    return np.array([closed_form, cutoff / (2 * z)])
    # end solution


check(transition_temperature)

# %%
transition_temperature = carry_on(transition_temperature)

# %% [markdown] tags=["solution"]
# **Where they part.** The relative difference is of the order $e^{-\omega_D/T_c}$: invisible for a weak coupling, two and a half per cent at 0.8. As the coupling goes to zero $T_c$ vanishes faster than any power, but never is zero.

# %% tags=["solution"]
couplings = [0.18, 0.30, 0.5, 0.8, 1.2]
formula, root = np.array([transition_temperature(g, 428.0) for g in couplings]).T
table({"$N_0V$": numbers(couplings, 2),
       "formula / K": numbers(formula, decimals=4),
       "integral / K": numbers(root, decimals=4)},
      caption=r"Critical temperature for $\omega_D=428$ K.")

# %% [markdown]
# <!-- task: gap_ratio -->
# ## 2 · The universal ratio of gap and critical temperature (problem 1096853, 3 points, 20 min)
#
# Aluminium and zinc have different couplings, cutoffs and densities of states. Show that the cost of breaking a pair at $T=0$ over
# the critical temperature, $2\Delta(0)/k_BT_c$, knows nothing of them as long as the coupling is weak.
#
# Return an array of two numbers for a `coupling` $N_0V$ between 0.15 and 1.2: the ratio in the limit of a weak coupling, to three digits; and the ratio at this coupling, with no limit taken, from $\Delta_0=\omega_D/\sinh(1/N_0V)$ and the root of task 1. From which coupling down do the two agree to three digits?

# %% [markdown] tags=["solution"]
# **Idea.** Write the same left-hand side twice. At $T=0$ the tanh is 1 and
# $1/N_0V=\operatorname{asinh}(\omega_D/\Delta_0)\to\ln(2\omega_D/\Delta_0)$. At $T_c$ task 1 found
# $\ln(2e^\gamma\omega_D/\pi T_c)$. The two logarithms are equal, so $\Delta_0/T_c=\pi/e^{\gamma}$. At a given coupling both equations are solved without the limits; the cutoff drops out there, too.


# %%
def gap_ratio(coupling):
    """2Δ(0)/k_B Tc: the universal number of weak coupling, and the ratio at this coupling."""
    # begin solution
    limit = 2 * np.pi / np.exp(np.euler_gamma)
    gap, Tc = 1 / np.sinh(1 / coupling), transition_temperature(coupling, 1.0)[1]
    return np.array([limit, 2 * gap / Tc])
    # end solution


check(gap_ratio)

# %% [markdown] tags=["solution"]
# **The limit.** The weaker the attraction, the closer the ratio is to its limit: from a coupling of about 0.3 down, three digits agree.

# %% tags=["solution"]
couplings = np.array([1.2, 0.6, 0.3, 0.15])
limit, ratios = np.array([gap_ratio(g) for g in couplings]).T
table({"$N_0V$": numbers(couplings, 2), r"$2\Delta_0/T_c$": numbers(ratios, decimals=6),
       "limit": numbers(limit, decimals=6)},
      caption="Twice the gap over the critical temperature, and the limit of a weak coupling.")

# %% [markdown]
# <!-- task: gap_curve -->
# ## 3 · The whole curve, by your own root finding (5 points, 40 min)
#
# Between $T=0$ and $T_c$ there is no formula: the gap must be found. Return $\Delta(T)/\Delta(0)$ for an array `t`
# of temperatures $T/T_c$ (some may be 0, 1 or above), right to four digits. (So keep the ratio of task 2 as a formula here; rounded, it shifts the curve near $T_c$.) Program it yourself: to call the package is not the point.

# %% [markdown] tags=["solution"]
# **Idea.** Subtract the equation at $T=0$ from the one at $T$; the cutoff may then go to infinity:
#
# $$\ln\delta=-2\int_0^\infty\frac{d\xi}{E(e^{E/T}+1)},\qquad E=\sqrt{\xi^2+\delta^2},\quad\delta=\Delta/\Delta_0 .$$
#
# Three details make it work. $\xi=\delta\sinh u$ turns $d\xi/E$ into $du$ and the integrand into a smooth, quickly falling function. The integrand is
# cut where the exponential is beyond the range of numbers. The root is bracketed by 0 and 1, because the left side
# minus the right side rises with $\delta$. And $t=T/T_c$ becomes a temperature in units of $\Delta_0$ by the ratio of task 2.


# %%
def gap_curve(t):
    """Δ(T)/Δ(0) for an array t = T/Tc."""
    # begin solution
    def residual(delta, T):
        end = np.arccosh(max(700 * T / delta, 1.0))
        occupied = lambda u: 1 / (np.exp(delta * np.cosh(u) / T) + 1)
        return np.log(delta) + 2 * quad(occupied, 0, end)[0]

    def solve(ti):
        if ti < 0.05 or ti >= 1:  # below, the correction is e^(−35)
            return float(ti < 1)
        return brentq(residual, 1e-6, 1, args=(ti * np.exp(np.euler_gamma) / np.pi,))

    return np.array([solve(ti) for ti in np.atleast_1d(t)])
    # end solution


check(gap_curve)

# %%
gap_curve = carry_on(gap_curve)
print(gap_curve(np.array([0.25, 0.5, 0.75])).round(4))

# %% tags=["solution"]
t = np.append(1 - np.linspace(1, 0, 100) ** 2, 1.1)  # dense at Tc, where the curve is steepest
fig, ax = figure()
ax.plot(t, gap_curve(t), color=BLUE, label="root of the gap equation")
ax.plot(t, 1.7367 * np.sqrt(np.maximum(1 - t, 0)), color=RED, ls="--", label=r"$1.737\sqrt{1-t}$")
ax.set(xlabel="$T/T_c$", ylabel=r"$\Delta(T)/\Delta(0)$", ylim=(0, 1.2))
ax.legend()
show(fig, "computed_gap_curve")

# %% [markdown] tags=["solution"]
# **The limit that confirms it.** Near $T_c$ the curve must approach $1.737\sqrt{1-t}$, with the number
# $e^\gamma\sqrt{8/7\zeta(3)}$, and the dashed line shows that it does. At $t=0.3$ it is still 0.997: at low temperature the gap hardly changes.

# %% [markdown]
# <!-- task: gap_in_meV -->
# ## 4 · The gap in meV, cold and just below the critical temperature (2 points, 10 min)
#
# A metal loses its resistance at `Tc` kelvin. At which energy, in meV, does its density of states begin: at $T=0$, and one per cent below $T_c$, at $T=0.99\,T_c$? Return an array of the two, $\Delta(0)$ and $\Delta(0.99\,T_c)$. There are two ways to the second, your curve of task 3 and its limit near $T_c$. How far apart are they?

# %% [markdown] tags=["solution"]
# **Idea.** The first: half of the universal ratio times $k_BT_c$, with $k_B=0.0862$ meV/K. The second is a share of it that no metal changes: the curve of task 3 at $t=0.99$.


# %%
def gap_in_meV(Tc):
    """[Δ(0), Δ(0.99 Tc)] in meV of a weakly coupled superconductor; Tc in kelvin."""
    # begin solution
    k_B = 0.08617333  # meV per kelvin
    cold = np.pi / np.exp(np.euler_gamma) * k_B * Tc
    return cold * np.array([1.0, gap_curve(np.array([0.99]))[0]])
    # end solution


check(gap_in_meV)

# %% tags=["solution"]
below = np.array([0.1, 0.01, 0.001])  # 1 − t
curve, limit = gap_curve(1 - below), 1.7367 * np.sqrt(below)
table({"$1-t$": numbers(below, 1), "curve": numbers(curve, 4), "limit": numbers(limit, 4),
       "limit over curve": numbers(limit / curve, 5)},
      caption=r"The share $\Delta/\Delta(0)$ that is left, by two ways.")

# %% [markdown] tags=["solution"]
# **What it says.** The limit is too large by $0.4\,(1-t)$: at $t=0.99$ less than half a per cent. One per cent below $T_c$ seventeen per cent of the gap are there already. So a thermometer that is off by a hundredth of $T_c$ makes a large error of the gap near $T_c$, and none in the cold.
#
# For a metal with $T_c=1.2$ K, about that of aluminium, $\Delta(0)$ is 0.18 meV, for lead (7.19 K)
# 1.09 meV. Tunnelling finds 1.18 and 1.39 meV in lead: it is a strong-coupling superconductor, and weak coupling gives too small a gap (chapter 05, Compare with experiment).

# %% [markdown]
# <!-- task: why_no_expansion -->
# ## 5 · Why no expansion in V can find it (in your own words, 3 points, 10 min)
#
# The attraction by phonons was proposed in 1950, the theory of BCS came in 1957. Looking at your formula for $T_c$: why can no expansion in powers of $V$, however many terms it has, contain superconductivity?

# %% [markdown]
# <!-- answer: why_no_expansion -->
# <!-- begin solution -->
# $e^{-1/N_0V}$ has an essential singularity at $V=0$. Every derivative vanishes there, so its Taylor series is zero term by term although the function is not:
# no order of perturbation theory can contain it. The deeper reason is that the normal state is unstable against *any* attraction, so there is no range of small $V$
# in which it would be a fair starting point.
# <!-- end solution -->

# %% tags=["solution"]
rubric("why_no_expansion")

# %% [markdown]
# ## A derivation in steps: from the gap equation to $T_c$
#
# The gap equation is $\dfrac1{N_0V}=\displaystyle\int_0^{\omega_D}d\xi\,\frac{\tanh(E/2T)}{E}$. Let $\Delta$ go to zero. Each step is a function; any form that gives the same numbers is right. The steps earn no points: task 1 is their sum.

# %% [markdown]
# ### 1 · The integrand at $T_c$
#
# Return what stands under the integral at $T_c$, where $\Delta=0$, for $\xi>0$.

# %% [markdown] tags=["solution"]
# **Step.** $E=\xi$.


# %%
def term_at_tc(xi, Tc):
    """The integrand of the gap equation at Tc."""
    # begin solution
    return np.tanh(xi / (2 * Tc)) / xi
    # end solution


check(term_at_tc)

# %% [markdown]
# ### 2 · A function of one variable
#
# With $x=\xi/2T_c$ the integral depends on $z=\omega_D/2T_c$ alone. Return it as a number.

# %% [markdown] tags=["solution"]
# **Step.** $d\xi/\xi=dx/x$, so the integral is $\int_0^z\tanh(x)\,dx/x$.


# %%
def tanh_integral(z):
    """∫ tanh(x)/x dx from 0 to z."""
    # begin solution
    return quad(lambda x: np.tanh(x) / x, 0, z, limit=400)[0]
    # end solution


check(tanh_integral)

# %% [markdown]
# ### 3 · Its form for large $z$
#
# Return the closed form that it takes for large $z$.

# %% [markdown] tags=["solution"]
# **Step.** By parts: $\ln z\tanh z-\int\ln x/\cosh^2x\,dx\to\ln z+\ln(4e^\gamma/\pi)$.


# %%
def tanh_integral_for_large_z(z):
    """The integral for large z."""
    # begin solution
    return np.log(4 * np.exp(np.euler_gamma) * z / np.pi)
    # end solution


check(tanh_integral_for_large_z)

# %% [markdown]
# ### 4 · The coupling that belongs to a $T_c$
#
# Return $N_0V$ for a given $T_c$ much below the cutoff.

# %% [markdown] tags=["solution"]
# **Step.** $1/N_0V=\ln(2e^\gamma\omega_D/\pi T_c)$; solved for $T_c$ it is task 1.


# %%
def coupling_for_tc(Tc, cutoff):
    """N0V of a superconductor with this Tc."""
    # begin solution
    return 1 / np.log(2 * np.exp(np.euler_gamma) * cutoff / (np.pi * Tc))
    # end solution


check(coupling_for_tc)

# %% [markdown]
# ## A derivation in steps: the gap ratio
#
# The same equation, now at $T=0$. Each step is a function; any form that gives the same numbers is right. The steps earn no points: task 2 is their sum.

# %% [markdown]
# ### 1 · The integral at $T=0$
#
# Return the integral of the gap equation at $T=0$ for any $\Delta$.

# %% [markdown] tags=["solution"]
# **Step.** $\tanh=1$ and $\int_0^{\omega_D}d\xi/\sqrt{\xi^2+\Delta^2}=\operatorname{arsinh}(\omega_D/\Delta)$.


# %%
def integral_at_zero_temperature(Delta, cutoff):
    """The integral of the gap equation at T = 0."""
    # begin solution
    return np.arcsinh(cutoff / Delta)
    # end solution


check(integral_at_zero_temperature)

# %% [markdown]
# ### 2 · The same for a small gap
#
# Return its form for $\Delta\ll\omega_D$.

# %% [markdown] tags=["solution"]
# **Step.** $\operatorname{arsinh}y=\ln(y+\sqrt{y^2+1})\to\ln2y$.


# %%
def integral_for_small_gap(Delta, cutoff):
    """The integral for a gap much smaller than the cutoff."""
    # begin solution
    return np.log(2 * cutoff / Delta)
    # end solution


check(integral_for_small_gap)

# %% [markdown]
# ### 3 · Divide one by the other
#
# Both integrals, this one and that of step 3 above, are $1/N_0V$. Return $\ln(\Delta(0)/\omega_D)$ and $\ln(T_c/\omega_D)$ for a coupling, as an array of two.

# %% [markdown] tags=["solution"]
# **Step.** $\ln2-1/N_0V$ and $\ln(2e^\gamma/\pi)-1/N_0V$. Their difference, $\ln\pi-\gamma$, contains no coupling.


# %%
def log_of_gap_over_tc(coupling):
    """ln(Δ(0)/ω_D) and ln(Tc/ω_D)."""
    # begin solution
    return np.log([2, 2 * np.exp(np.euler_gamma) / np.pi]) - 1 / coupling
    # end solution


check(log_of_gap_over_tc)

# %% tags=["nbval-ignore-output"]
progress()
