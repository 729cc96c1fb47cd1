# %% [markdown]
# # Read the phonons' fingerprint
#
# <!-- minutes: 25 -->
# *25 minutes · you need: $T_c$ in weak coupling (chapter 05), why the attraction is retarded (chapter 02), least squares · in the book: "The isotope effect".*
#
# **What you will see:** that $T_c$ falls with the mass of the nucleus like $M^{-1/2}$ in some metals, hardly at all in others, and that the electrons' own repulsion
# explains the difference.

# %% [markdown]
# | in the text | in the code | meaning | unit |
# |---|---|---|---|
# | $M$, $T_c$ | `M`, `Tc` | mass of the isotope, critical temperature ($k_B=1$) | dalton (u), K |
# | $\alpha$ | `alpha` | isotope exponent, $T_c\propto M^{-\alpha}$ | 1 |
# | $\lambda$ | `lam` | attraction by phonons × density of states; in weak coupling $N_0V$ | 1 |
# | $\mu$, $\mu^*$ | `mu`, `mu_star` | repulsion × density of states; as it is felt below $\omega_D$ | 1 |
# | $\omega_D$, $\omega_E$ | `omega_D`, `omega_E` | frequency of the phonons ($\hbar=1$) | energy |
# | $\theta_D$ | `theta_D` | Debye temperature | K |
# | $E_F$ | `E_F` | range in energy of the repulsion | energy |

# %%
import numpy as np
from scipy.optimize import brentq

from bcs_helpers import limits
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, figure, show
from bcs_helpers.materials import elements, isotope_masses, mercury_isotopes
from bcs_helpers.strong_coupling import (
    allen_dynes_critical_temperature, coulomb_pseudopotential, eliashberg_critical_temperature, isotope_exponent,
    mcmillan_critical_temperature, mcmillan_isotope_exponent, two_well_critical_temperature, two_well_isotope_exponent,
)
from bcs_helpers.units import kelvin

# %% [markdown]
# The measured exponents first. Filled points were read in the named sources, open ones are textbook numbers (recalled).

# %%
measured = [row for e in elements.values() for row in e.rows if row.quantity == "isotope_exponent" and row.uncertainty]
measured.sort(key=float)
fig, ax = figure()
for i, row in enumerate(measured):
    sure = row.status == "sourced"
    ax.errorbar(row.number, i, xerr=row.uncertainty, fmt="o", color=RED, mfc=RED if sure else "white", capsize=3)
ax.axvline(0.5, color=BLUE, ls="--", label=r"$\alpha=\frac{1}{2}$: $T_c\propto\omega_D$ alone")
ax.set(xlabel=r"isotope exponent $\alpha$", yticks=range(len(measured)), yticklabels=[row.of for row in measured], xlim=(-0.1, 0.8))
ax.legend(loc="lower right")
show(fig, "Measured isotope exponents with error bars: ruthenium and zirconium at zero, osmium 0.15, cadmium 0.32, zinc, tin, lead and mercury between 0.45 and 0.50, thallium 0.61 "
     "with a large error; a dashed line marks one half.")

# %% [markdown]
# Lead and mercury sit at $\frac12$, tin and zinc close to it: nuclei take part. But ruthenium and zirconium sit at zero. The book calls the agreement with $M^{-1/2}$ complete; it is, for some simple metals.
# This chapter asks how far one formula reaches both groups.
#
# ## 1 · Why one half
#
# An ion on a spring has $\omega\propto M^{-1/2}$, and changing the nucleus changes neither the spring nor the electrons. If $T_c=1.134\,\omega_De^{-1/N_0V}$ with the coupling unchanged, then $T_c\propto M^{-1/2}$:
#
# $$\alpha=-\frac{d\ln T_c}{d\ln M}=\frac12 .$$
#
# For mercury, with the two mean masses and critical temperatures that textbooks quote (recalled), and for the lightest and heaviest isotopes that the book mentions:

# %%
(M1, T1), (M2, T2) = mercury_isotopes.items()
alpha = -np.log(T2 / T1) / np.log(M2 / M1)
error = np.sqrt(2) * 0.001 / (T1 / kelvin) / np.log(M2 / M1)  # each Tc to ± 1 mK, an assumption
print(f"mercury: Tc {T1 / kelvin:.3f} K at {M1} u, {T2 / kelvin:.3f} K at {M2} u → α = {alpha:.2f} ± {error:.2f} ({T1.status})")
light, heavy = isotope_masses["Hg"][196], isotope_masses["Hg"][204]
shift = (T1 / kelvin) * ((M1 / (light.number)) ** 0.5 - (M1 / (heavy.number)) ** 0.5)
print(f"from Hg-196 to Hg-204, α = ½ predicts that Tc falls by {1000 * shift:.0f} mK, {100 * shift / (T1 / kelvin):.1f} % of Tc")

# %%
M = np.linspace(195, 205, 100)
fig, ax = figure()
for a, colour, style in [(0.5, BLUE, "-"), (0.33, GREEN, "--"), (0.0, GREY, ":")]:
    ax.plot(M, (T1 / kelvin) * (M1 / M) ** a, color=colour, ls=style, label=rf"$\alpha={a}$ through the first point")
ax.errorbar([M1, M2], [T1 / kelvin, T2 / kelvin], yerr=0.001, fmt="o", color=RED, mfc="white", capsize=3, label="mercury (recalled)")
ax.set(xlabel="mean mass (u)", ylabel="critical temperature (K)")
ax.legend()
show(fig, "Critical temperature of mercury against the mean isotope mass: two open points with millikelvin error bars, 4.185 K at 199.5 u and 4.146 K at 203.4 u. The curve for exponent one half starts in the first and passes just below the second; those for one third and zero pass far above it.")

# %% [markdown]
# Four hundredths of a kelvin decide, between masses 2 per cent apart: this needs thermometers good to a millikelvin. Then $\alpha=0.48\pm0.02$ agrees with $\frac12$ and excludes $0.33$. But two points never test a power law; they only measure an exponent.
#
# ## 2 · Fit tin
#
# For tin the abstract of Lock, Pippard and Shoenberg gives an exponent with its error. To see how such a number arises we make data (synthetic, seed 1950): their $\alpha$ and their three isotopes, six samples of each, and 2 mK of noise in $T_c$.

# %%
row = elements["Sn"].isotope_exponent
M = np.repeat([m.number for m in isotope_masses["Sn"].values()], 6)  # six samples of each isotope
rng = np.random.default_rng(1950)
Tc = (elements["Sn"].Tc / kelvin) * (118.7 / M) ** row + rng.normal(0, 0.002, M.size)
(slope, offset), covariance = np.polyfit(np.log(M), np.log(Tc), 1, cov=True)
print(f"fitted α = {-slope:.3f} ± {np.sqrt(covariance[0, 0]):.3f} (synthetic data);  measured: {row.amount} ({row.status}, {row.source})")
print(f"the measured α lies {(0.5 - row.number) / row.uncertainty:.1f} of its errors below 1/2")

# %%
fig, ax = figure()
ax.plot(np.log(M / 118.7), np.log(Tc), "o", color=ORANGE, label="synthetic samples")
x = np.linspace(-0.03, 0.05, 50)
ax.plot(x, offset + slope * (x + np.log(118.7)), color=BLUE, label=rf"fit, $\alpha={-slope:.3f}$")
ax.plot(x, np.log(elements["Sn"].Tc / kelvin) - 0.5 * x, color=GREY, ls=":", label=r"$\alpha=0.5$")
ax.set(xlabel=r"$\ln(M/118.7\,\mathrm{u})$", ylabel=r"$\ln(T_c/\mathrm{K})$")
ax.legend()
show(fig, "Logarithm of the critical temperature against the logarithm of the mass for synthetic samples of three tin isotopes, a straight line fitted through them and, dotted, a slightly steeper line for one half.")

# %% [markdown]
# We put in 0.462 and get $0.470\pm0.007$ from eighteen samples: one error away, as it should be. The measured $0.462\pm0.014$ is 2.7 of its errors below $\frac12$: a small difference, and hardly chance. Repulsion can make it, as section 4 shows.
#
# ## 3 · The repulsion, and how it hides
#
# The Coulomb repulsion $\mu$ acts up to $E_F$, the attraction $\lambda$ only below $\omega_D$. In the model of two square wells the gap takes one value in each well. Its equation is two by two, and has a solution where
#
# $$\frac1{\lambda-\mu^*}=\ln\frac{1.134\,\omega_D}{T_c},\qquad \mu^*=\frac{\mu}{1+\mu\ln(E_F/\omega_D)} .$$

# %%
def two_well_matrix(Tc, lam, mu, omega_D, E_F):
    """The linear gap equation of the two wells; Tc is where an eigenvalue reaches 1."""
    L1, L2 = np.log(limits.TC_PREFACTOR * omega_D / Tc), np.log(E_F / omega_D)
    return np.array([[(lam - mu) * L1, -mu * L2], [-mu * L1, -mu * L2]])


lam, mu, omega_D, E_F = 0.4, 0.3, 1.0, 150.0
largest = lambda Tc: np.linalg.eigvals(two_well_matrix(Tc, lam, mu, omega_D, E_F)).real.max() - 1
Tc = brentq(largest, 1e-8, 0.5)
print(f"from the matrix Tc = {Tc:.6f} ω_D; closed form {two_well_critical_temperature(lam, mu, omega_D, E_F):.6f} ω_D")
mu_star = coulomb_pseudopotential(mu, E_F, omega_D)
print(f"μ = {mu}, μ* = {mu_star:.3f}: the pair feels {mu_star / mu:.0%} of μ; and never more than 1/ln(E_F/ω_D) = {1 / np.log(E_F / omega_D):.2f}")
for mu in (0.0, 0.4):
    print(f"λ = {lam}, μ = {mu}: Tc = {two_well_critical_temperature(lam, mu, omega_D, E_F):.3f} ω_D")

# %%
mu = np.linspace(0, 1.5, 200)
fig, (left, right) = figure(1, 2)
for ratio, colour, style in [(10, GREEN, "--"), (150, BLUE, "-"), (1000, RED, "-.")]:
    left.plot(mu, coulomb_pseudopotential(mu, ratio, 1.0), color=colour, ls=style, label=rf"$E_F/\omega_D={ratio}$")
left.plot(mu, mu, color=GREY, ls=":", label="no retardation")
left.set(xlabel=r"repulsion $\mu$", ylabel=r"$\mu^*$", ylim=(0, 0.6))
left.legend()
right.semilogy(mu, two_well_critical_temperature(0.4, mu, 1.0, 150.0), color=BLUE, label=r"with $\mu^*$")
weak = mu < 0.36
right.semilogy(mu[weak], limits.critical_temperature_weak(0.4 - mu[weak], 1.0), color=GREY, ls=":", label=r"with $\lambda-\mu$")
right.set(xlabel=r"repulsion $\mu$", ylabel=r"$T_c/\omega_D$, $\lambda=0.4$", ylim=(1e-8, 0.2))
right.legend()
show(fig, "Left: the pseudopotential against the bare repulsion for three ratios of Fermi to phonon energy; it bends over, below one over the logarithm of the ratio, and reaches 0.13 for a ratio of 1000. Right: Tc on a logarithmic axis "
     "falls gently with the repulsion when retardation is included, and collapses before 0.4 when it is not.")

# %% [markdown]
# However strong the bare repulsion, $\mu^*$ cannot exceed $1/\ln(E_F/\omega_D)$, here 0.20. The electrons avoid each other in time: the ion stays displaced long after the first electron has left (chapter 02). Without the logarithm a repulsion of 0.4 would kill this superconductor; with it $T_c$ only falls, from 0.093 to 0.027 $\omega_D$.
#
# ## 4 · How repulsion changes the isotope effect
#
# A heavier ion has a lower $\omega_D$; that lowers $T_c$ directly, but it also lengthens the retardation and so *reduces* $\mu^*$, which raises $T_c$. In the model of two wells, and in McMillan's formula,
#
# $$\alpha=\frac12\left[1-\Big(\frac{\mu^*}{\lambda-\mu^*}\Big)^2\right],\qquad \alpha=\frac12\left[1-\frac{1.04(1+\lambda)(1+0.62\lambda)\,\mu^{*2}}{[\lambda-\mu^*(1+0.62\lambda)]^2}\right].$$

# %%
def Tc_of_mass(M, lam=0.4, mu=0.3, E_F=150.0):
    return two_well_critical_temperature(lam, mu, M**-0.5, E_F)  # ω_D ∝ M^(−1/2), E_F and λ fixed


mu_star = coulomb_pseudopotential(0.3, 150.0, 1.0)
print(f"by changing the mass: α = {isotope_exponent(Tc_of_mass, 1.0):.6f}; closed form {two_well_isotope_exponent(0.4, mu_star):.6f}")
zero = brentq(lambda lam: mcmillan_isotope_exponent(lam, 0.13), 0.2, 1.0)
print(f"with μ* = 0.13 the exponent vanishes at λ = {2 * 0.13:.2f} (two wells), {zero:.2f} (McMillan)")

# %%
lam = np.linspace(0.2, 1.5, 300)
fig, ax = figure()
for mu_star, style in [(0.10, "-"), (0.13, "--")]:
    ok = lam > 1.35 * mu_star
    ax.plot(lam[ok], two_well_isotope_exponent(lam[ok], mu_star), color=BLUE, ls=style, label=rf"two wells, $\mu^*={mu_star:.2f}$")
    ok = lam > 1.8 * mu_star
    ax.plot(lam[ok], mcmillan_isotope_exponent(lam[ok], mu_star), color=RED, ls=style, label=rf"McMillan, $\mu^*={mu_star:.2f}$")
ax.axhline(0.5, color=GREY, lw=1, ls=":")
ax.set(xlabel=r"attraction $\lambda$", ylabel=r"isotope exponent $\alpha$", ylim=(-0.3, 0.55), xlim=(0.2, 1.5))
ax.legend(loc="lower right")
show(fig, "Isotope exponent against the attraction for two values of the pseudopotential, in the two-well model and in McMillan's formula. All curves approach one half at strong attraction and fall steeply at weak attraction, through zero between 0.20 and 0.32.")

# %% [markdown]
# Strong attraction: close to $\frac12$, a little below, like tin. Weak attraction: anything, down through zero. A metal with a low $T_c$ for its Debye temperature is one with small $\lambda$, and ruthenium and zirconium are such metals ($T_c$ of half a kelvin). So a vanishing isotope
# effect need not mean that phonons do nothing: two effects of the same mass can cancel.
#
# ## 5 · Beyond weak coupling
#
# When $\lambda$ is of order one, $T_c$ needs Eliashberg's equations, in which the phonon has a frequency and the electron a lifetime. For one phonon frequency $\omega_E$ the package solves them numerically, to ten digits; McMillan's and Allen and Dynes' formulas are fits to numerical solutions.

# %%
lam = np.geomspace(0.4, 30, 15)
eliashberg = eliashberg_critical_temperature(lam, 1.0)
dynes = allen_dynes_critical_temperature(lam, 0.0, 1.0, 1.0)
mcmillan = mcmillan_critical_temperature(lam, 0.0, 1.45 / 1.2)  # his prefactor Θ_D/1.45 as ω/1.2
print(f"λ = 1: Eliashberg Tc = {eliashberg_critical_temperature(1.0, 1.0):.5f} ω_E, Allen–Dynes {allen_dynes_critical_temperature(1.0, 0.0, 1.0, 1.0):.5f}, BCS with λ → {limits.critical_temperature_weak(1.0, 1.0):.5f}")

# %%
fig, ax = figure()
ax.loglog(lam, eliashberg, color=BLUE, label="Eliashberg")
ax.loglog(lam, dynes, color=RED, ls="--", label="Allen–Dynes")
ax.loglog(lam, mcmillan, color=GREEN, ls="-.", label="McMillan")
ax.loglog(lam, limits.critical_temperature_weak(lam, 1.0), color=GREY, ls=":", label=r"BCS, $1.134\,e^{-1/\lambda}$")
ax.loglog(lam[lam > 3], 0.1827 * np.sqrt(lam[lam > 3]), color=BLACK, lw=1, label=r"$0.1827\sqrt{\lambda}$")
ax.set(xlabel=r"coupling $\lambda$", ylabel=r"$T_c/\omega_E$", ylim=(1e-3, 2))
ax.legend()
show(fig, "Tc over the phonon frequency against the coupling on logarithmic axes: Eliashberg's curve grows without limit, like 0.18 root lambda; Allen and Dynes follow it; McMillan saturates at strong coupling; the BCS formula lies about four times too high at weak and moderate coupling.")

# %% [markdown]
# The BCS formula with $\lambda$ for $N_0V$ is far too optimistic: dressed by phonons the electrons are heavier, and the effective coupling is $\lambda/(1+\lambda)$. McMillan's formula knows that, but it saturates; Eliashberg's curve grows like $\sqrt\lambda$. Yet without repulsion, at every coupling, $T_c\propto\omega_E$
# and $\alpha=\frac12$ (if $\lambda$ does not change with the mass): strong coupling alone does not spoil the isotope effect.
#
# ## Explore
#
# Choose an attraction and a repulsion; watch $T_c(M)$ on logarithmic axes. Its slope is $-\alpha$.


# %%
def draw(ax, lam=0.4, mu=0.3):
    M = np.geomspace(0.5, 2, 80)
    Tc = two_well_critical_temperature(lam, mu, M**-0.5, 150.0)
    mu_star = coulomb_pseudopotential(mu, 150.0, 1.0)
    alpha = two_well_isotope_exponent(lam, mu_star)
    ax.loglog(M, Tc / two_well_critical_temperature(lam, mu, 1.0, 150.0), color=BLUE, label=rf"$\mu^*={mu_star:.3f}$, $\alpha={alpha:.2f}$")
    ax.loglog(M, M**-0.5, color=GREY, ls=":", label=r"$M^{-1/2}$")
    ax.set(xlabel="mass $M/M_0$", ylabel="$T_c(M)/T_c(M_0)$", ylim=(0.5, 2))
    ax.minorticks_off()
    ax.set_xticks([0.5, 1, 2], ["0.5", "1", "2"])
    ax.set_yticks([0.5, 0.7, 1, 1.4, 2], ["0.5", "0.7", "1", "1.4", "2"])
    ax.legend()


# %%
explore(draw, lam=(0.25, 1.0), mu=(0.0, 0.8), labels={"lam": "attraction λ", "mu": "repulsion μ"}, presets={"no repulsion": {"mu": 0.0}},
        alt="Critical temperature against mass on logarithmic axes for attraction 0.4 and repulsion 0.3: a falling line a little flatter than the dotted M to the minus one half; sliders change attraction and repulsion.")

# %% [markdown]
# ## Compare with experiment
#
# What does McMillan's formula say for each measured metal? Take his two values of the repulsion, $\mu^*=0.10$ for simple metals and $0.13$ for transition metals (recalled), find $\lambda$ from $T_c$ and $\theta_D$, and predict $\alpha$. Ruthenium, zirconium and osmium are the transition metals; their $\theta_D$ are recalled.

# %%
def coupling_from(Tc, theta_D, mu_star=0.13):
    return brentq(lambda lam: mcmillan_critical_temperature(lam, mu_star, theta_D) - Tc, 0.2, 5)


transition = {"Ru": 550 * kelvin, "Zr": 290 * kelvin, "Os": 500 * kelvin}  # Debye temperatures, about (recalled)
for row in measured:
    e = elements[row.of]
    theta_D = float(transition.get(row.of) or e.theta_D)
    pairs = [(mu_star, coupling_from(float(e.Tc), theta_D, mu_star)) for mu_star in (0.10, 0.13)]
    predicted = ",  ".join(f"μ* = {m:.2f}: λ = {lam:.2f}, α = {mcmillan_isotope_exponent(lam, m):.2f}" for m, lam in pairs)
    print(f"{row.of:<3}{predicted};  measured {row.amount} ({row.status})")

# %% [markdown]
# The trend is right. With $\mu^*=0.10$ tin, mercury and lead come out at 0.45 to 0.48, close to what was measured; the book's mercury belongs to the group where the fingerprint is clear. With $\mu^*=0.13$ the three transition metals fall well below $\frac12$, to 0.18 for ruthenium and 0.25 for zirconium. But the
# measured zeros are lower still, and cadmium and zinc, with the same $\lambda$, seem to differ in the experiment and do not in the formula. One $\mu^*$ for a whole group is too rough where $\alpha$ depends on it so steeply. Thallium's $0.61\pm0.10$ lies above $\frac12$, by its error; the formula cannot go there.
#
# ## Check
#
# Two routes to each exponent, and two published numbers.

# %%
for lam, mu in [(0.3, 0.1), (0.5, 0.4), (0.8, 1.0)]:
    mu_star = coulomb_pseudopotential(mu, 150.0, 1.0)
    numeric = isotope_exponent(lambda M, lam=lam, mu=mu: two_well_critical_temperature(lam, mu, M**-0.5, 150.0), 1.0)
    assert abs(numeric - two_well_isotope_exponent(lam, mu_star)) < 1e-9  # difference of order 12
of_mass = lambda M: mcmillan_critical_temperature(0.6, coulomb_pseudopotential(0.4, 150.0, M**-0.5), M**-0.5)
assert abs(isotope_exponent(of_mass, 1.0) - mcmillan_isotope_exponent(0.6, coulomb_pseudopotential(0.4, 150.0, 1.0))) < 1e-9
exact = brentq(lambda Tc: np.linalg.eigvals(two_well_matrix(Tc, 0.4, 0.3, 1.0, 150.0)).real.max() - 1, 1e-8, 0.5)
assert abs(exact / two_well_critical_temperature(0.4, 0.3, 1.0, 150.0) - 1) < 1e-9  # brentq's tolerance
print("matrix, closed form and finite differences agree")

# %%
assert abs(eliashberg_critical_temperature(1.0, 1.0) - 0.11462) < 1e-5  # five digits are quoted
assert abs(eliashberg_critical_temperature(3000.0, 1.0) / np.sqrt(3000) / 0.1827 - 1) < 2e-3  # Allen and Dynes' asymptote, four digits
assert abs(isotope_exponent(lambda M: eliashberg_critical_temperature(1.3, M**-0.5), 1.0) - 0.5) < 1e-9  # Tc ∝ ω_E exactly
print("Eliashberg: 0.1146 at λ = 1, 0.1827 √λ at strong coupling, α = ½ without repulsion")

# %% [markdown]
# ## Where this fails
#
# * **A common $\mu^*$** is a convention. Predicting the exponent of a given metal needs its own $\lambda$, $\mu$ and phonon spectrum.
# * **Inverse isotope effects** ($\alpha<0$, as in palladium hydride) come from anharmonic motion of light atoms, which is not in these formulas.
# * **Alloys and mass disorder** average frequencies, not $T_c$'s.
# * **Old data are not beyond doubt**: one re-analysis finds an exponent for mercury far from one half (arXiv:1102.1467).
# * **Other glue**: an exponent of $\frac12$ shows that phonons take part; an exponent of 0 shows nothing.
#
# <!-- try it -->
# ## Try it
#
# * In section 1 change the assumed error of 1 mK to 5 mK. Would mercury still exclude $\alpha=0.33$?
# * In section 3 set $E_F/\omega_D$ to 3, as for light atoms or slow electrons. What becomes of superconductivity at $\mu=0.5$, $\lambda=0.4$?
# * Which $\mu^*$ would give ruthenium $\alpha=0$ in McMillan's formula? Use `brentq`, and keep $T_c$ fixed.
# * [The exercises of this chapter](../exercises/09_isotope_effect.ipynb): another isotope, an exponent with its error, and the repulsion.
#
# ## Further reading
#
# * P. Morel, P. W. Anderson, *Phys. Rev.* **125**, 1263 (1962): retardation and $\mu^*$.
# * W. L. McMillan, *Phys. Rev.* **167**, 331 (1968): the formula, and how $\lambda$ is read off $T_c$.
# * P. B. Allen, R. C. Dynes, *Phys. Rev. B* **12**, 905 (1975): what McMillan's formula misses at strong coupling.
# * J. M. Lock, A. B. Pippard, D. Shoenberg, *Proc. Camb. Phil. Soc.* **47**, 811 (1951): tin, measured with care.
