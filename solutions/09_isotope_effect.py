# %% [markdown]
# # 09 · Compute the isotope effect: answers
#
# <!-- work -->
# *115 minutes, 15 points, and one question in words · read first: [chapter 09](../notebooks/09_isotope_effect.ipynb).*
#
# <!-- how to solve -->

# %% [markdown] tags=["solution"]
# These are the explained solutions: the idea, the steps, the code, and a limit or a second way that confirms it. What an exercise leaves out stands between `# begin solution` and `# end solution`.

# %%
import numpy as np

from bcs_helpers.classroom import ask, carry_on, check, hint, inputs, progress

# %% tags=["solution"]
from bcs_helpers.classroom import rubric
from bcs_helpers.figures import BLUE, GREEN, GREY, RED, figure, show
from bcs_helpers.strong_coupling import coulomb_pseudopotential
from bcs_helpers.tables import numbers, table

# %%
ask("warm_up_isotope")

# %% [markdown]
# <!-- task: other_isotope -->
# ## 1 · A heavier nucleus (problem 1809280, 3 points, 15 min)
#
# Mercury of mean mass 199.5 u becomes superconducting at 4.185 K. Where does another isotope, if only the phonons' frequency changes? Return $T_c$ in kelvin for the mass `other`, given `Tc` at the mass `M` (both in u).

# %% [markdown] tags=["solution"]
# **Idea.** $T_c=1.134\,\omega_De^{-1/N_0V}$, and $\omega_D=\sqrt{k/M}$ with a spring $k$ that the nucleus does not change. The exponential stays.


# %%
def other_isotope(Tc, M, other):
    """Tc in K of the isotope of mass `other`, if Tc ∝ ω_D."""
    # begin solution
    return Tc * (M / other) ** 0.5
    # end solution


check(other_isotope)

# %% tags=["solution"]
print(f"203.4 u: {other_isotope(4.185, 199.5, 203.4):.3f} K; measured 4.146 K (recalled)")

# %% [markdown]
# <!-- task: measured_isotope_exponent -->
# ## 2 · The exponent from a set of samples (4 points, 30 min)
#
# Given are the masses `M` of some samples in u, their critical temperatures `Tc` in kelvin and the standard errors `error` of `Tc` (arrays). Which $\alpha$ fits $T_c\propto M^{-\alpha}$ best, if precise samples count more?

# %% [markdown] tags=["solution"]
# **Idea.** A power is a straight line in logarithms. The error of $\ln T_c$ is $\sigma/T_c$, and `polyfit` takes its inverse as weight.


# %%
def measured_isotope_exponent(M, Tc, error):
    """α of Tc ∝ M^(−α), weighted by the errors."""
    # begin solution
    return -np.polyfit(np.log(M), np.log(Tc), 1, w=Tc / error)[0]
    # end solution


check(measured_isotope_exponent)

# %% tags=["solution"]
mass = np.array([196.0, 199.5, 203.4])
exact = measured_isotope_exponent(mass, 4.2 * (mass / 200) ** -0.37, np.array([1e-3, 2e-3, 1e-3]))
print(f"a limit: samples that follow M^(-0.37) without error give α = {exact:.6f}")

# %% [markdown]
# <!-- task: isotope_exponent_error -->
# ## 3 · And its error (4 points, 30 min)
#
# Return the standard error of that $\alpha$, if the errors given are right and independent.

# %% [markdown] tags=["solution"]
# **Idea.** The covariance matrix of weighted least squares is $(A^TWA)^{-1}$, with rows $(x_i,1)$ in $A$ and $W=\mathrm{diag}(T_c/\sigma)^2$. Written out it is $1/\sum w(x-\bar x)^2$ for the slope: only the *spread* of $\ln M$ counts, which is why isotopes, ten per cent apart at best, ask for millikelvins.


# %%
def isotope_exponent_error(M, Tc, error):
    """Standard error of the fitted α."""
    # begin solution
    A = np.column_stack([np.log(M), np.ones_like(M)]) * (Tc / error)[:, None]
    return np.sqrt(np.linalg.inv(A.T @ A)[0, 0])
    # end solution


check(isotope_exponent_error)

# %%
measured_isotope_exponent = carry_on(measured_isotope_exponent)
isotope_exponent_error = carry_on(isotope_exponent_error)
M, Tc, error = inputs(measured_isotope_exponent)  # synthetic, of the size that tin has
alpha, its_error = measured_isotope_exponent(M, Tc, error), isotope_exponent_error(M, Tc, error)
print(f"α = {alpha:.3f} ± {its_error:.3f}")

# %% [markdown] tags=["solution"]
# **A second way.** Shake the data by their errors a thousand times and look how the exponent scatters.

# %% tags=["solution"]
rng = np.random.default_rng(2)
shaken = [measured_isotope_exponent(M, rng.normal(Tc, error), error) for _ in range(1000)]
print(f"scatter {np.std(shaken):.4f}, formula {its_error:.4f}")
assert abs(np.std(shaken) / its_error - 1) < 0.1  # a thousand samples know a width to 2 %

# %% tags=["solution"]
x = np.linspace(M[0], M[-1], 50)
fig, ax = figure()
ax.errorbar(M, Tc, error, fmt="o", color=RED, capsize=3, label="samples (synthetic)")
for weight, colour, dash, name in [
    (Tc / error, BLUE, "-", "weighted"),
    (None, GREEN, "--", "all alike"),
]:
    line = np.polyfit(np.log(M), np.log(Tc), 1, w=weight)
    ax.plot(
        x,
        np.exp(np.polyval(line, np.log(x))),
        color=colour,
        ls=dash,
        label=rf"{name}: $\alpha={-line[0]:.2f}$",
    )
ax.axhline(np.average(Tc, weights=error**-2), color=GREY, ls=":", label=r"$\alpha=0$")
ax.set(xlabel="mass (u)", ylabel="$T_c$ (K)")
ax.legend()
show(fig, "samples_of_isotope_exponent_error")

# %% [markdown]
# <!-- task: exponent_with_repulsion -->
# ## 4 · Why some metals show none (4 points, 30 min)
#
# In the two-well model $T_c\propto\omega_D\,e^{-1/(\lambda-\mu^*)}$, with $\mu^*=\mu/[1+\mu\ln(E_F/\omega_D)]$. The mass of the ions changes $\omega_D\propto M^{-1/2}$, and nothing else: $\lambda$, $\mu$ and $E_F$ stay. Return the isotope exponent $\alpha$ of $T_c\propto M^{-\alpha}$ for the couplings `lam` and `mu_star`.

# %% [markdown] tags=["solution"]
# **Idea.** $\alpha=-d\ln T_c/d\ln M=\frac12\,d\ln T_c/d\ln\omega_D$. Besides the prefactor, $\omega_D$ stands in $\mu^*$: $d\mu^*/d\ln\omega_D=+\mu^{*2}$, and $d[-1/(\lambda-\mu^*)]=-d\mu^*/(\lambda-\mu^*)^2$. So
#
# $$\alpha=\frac12\Big[1-\Big(\frac{\mu^*}{\lambda-\mu^*}\Big)^2\Big].$$


# %%
def exponent_with_repulsion(lam, mu_star):
    """α of the two-square-well model."""
    # begin solution
    return 0.5 * (1 - (mu_star / (lam - mu_star)) ** 2)
    # end solution


check(exponent_with_repulsion)

# %% [markdown] tags=["solution"]
# **A second way.** Move $\omega_D$ by a little, with $\mu$ and $E_F$ fixed, and differentiate numerically.


# %% tags=["solution"]
def log_Tc(log_omega, lam, mu, E_F=1e4):
    return log_omega - 1 / (lam - coulomb_pseudopotential(mu, E_F, np.exp(log_omega)))


mu, here = 0.2, np.log(30.0)  # meV
mu_star = coulomb_pseudopotential(mu, 1e4, 30.0)
lam = np.array([0.3, 0.4, 2 * mu_star])
numeric = 0.5 * (log_Tc(here + 1e-4, lam, mu) - log_Tc(here - 1e-4, lam, mu)) / 2e-4
formula = exponent_with_repulsion(lam, mu_star)
assert np.all(np.abs(numeric - formula) < 1e-6)
columns = {r"$\lambda$": numbers(lam, 3), "formula": numbers(formula, decimals=4)}
table(columns | {"derivative": numbers(np.abs(numeric), decimals=4)},
      caption=r"The isotope exponent; in the last row $\lambda=2\mu^*$.")

# %% [markdown] tags=["solution"]
# At $\lambda=2\mu^*$ the exponent is zero although phonons do all the binding, and for a weaker attraction it is negative: the heavier isotope has the higher $T_c$.

# %% tags=["solution"]
fig, ax = figure()
for repulsion, colour, dash in [(0.0, GREY, ":"), (0.10, BLUE, "-"), (0.15, RED, "--")]:
    lam = np.linspace(1.4 * repulsion + 0.03, 1.0, 300)
    ax.plot(
        lam,
        exponent_with_repulsion(lam, repulsion),
        dash,
        color=colour,
        label=rf"$\mu^*={repulsion:.2f}$",
    )
ax.axhline(0, color=GREY, lw=0.8)
ax.set(xlabel=r"attraction $\lambda$", ylabel=r"isotope exponent $\alpha$", ylim=(-0.6, 0.6))
ax.legend(loc="lower right")
show(fig, "exponent_with_repulsion")

# %% [markdown]
# <!-- task: does_zero_rule_out_phonons -->
# ## 5 · Does a zero rule out phonons? (in your own words, 3 points, 10 min)
#
# Ruthenium shows no isotope effect. Somebody concludes that phonons do not cause its superconductivity. Do you agree?

# %% [markdown]
# <!-- answer: does_zero_rule_out_phonons -->
# <!-- begin solution -->
# No. The mass enters twice: through the cutoff, which lowers $T_c$ for heavier ions, and through $\mu^*$, which slower phonons make smaller. The two act against each other; in the model of two wells they cancel when $\mu^*$ is half of $\lambda$. With the usual $\mu^*=0.13$ McMillan's formula gives ruthenium $\mu^*\approx\lambda/3$ and an exponent
# of about 0.2, so a zero needs a larger repulsion than is usual; but $\alpha$ depends on it so steeply that the theory allows it. A zero alone therefore does not exclude phonons. To decide one has to look for other evidence of them, such as the structure that they leave in tunnelling.
# <!-- end solution -->

# %% tags=["solution"]
rubric("does_zero_rule_out_phonons")

# %% tags=["nbval-ignore-output"]
progress()
