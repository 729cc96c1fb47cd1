# %% [markdown]
# # 09 · Compute the isotope effect
#
# **What you will see:** how $T_c$ falls with the mass of the nuclei, and what the electrons' own repulsion does to this law.

# %% tags=["hide-input"]
# Load what the chapter needs, and compute the first picture
import numpy as np
from IPython.display import display
from scipy.optimize import brentq

from bcs_helpers import limits
from bcs_helpers.classroom import ask
from bcs_helpers.eliashberg import LEAD_MU_STAR, critical_temperature, lead_model
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, figure, show
from bcs_helpers.materials import elements, isotope_masses, mercury_isotopes, rows
from bcs_helpers.real_axis import strong_coupling_ratios
from bcs_helpers.strong_coupling import (
    allen_dynes_critical_temperature, coulomb_pseudopotential, eliashberg_critical_temperature,
    isotope_exponent, mcmillan_critical_temperature, mcmillan_isotope_exponent,
    two_well_critical_temperature, two_well_isotope_exponent,
)
from bcs_helpers.tables import numbers, table
from bcs_helpers.units import kelvin

# Compute the attraction of four metals from their Tc, for the picture below
in_sources = sorted(rows(quantity="isotope_exponent", kind=("measured", "derived")), key=float)
debye = {"Pb": elements["Pb"].theta_D, "Sn": elements["Sn"].theta_D,
         "Ru": 550 * kelvin, "Zr": 290 * kelvin}  # of the last two about (recalled)


def attraction(metal, mu_star):
    """λ from McMillan's formula, Tc = (θ_D/1.45) exp(−1.04 (1 + λ)/(λ − μ* − 0.62 λ μ*))."""
    logarithm = np.log(float(debye[metal]) / (1.45 * float(elements[metal].Tc)))
    return (1.04 + logarithm * mu_star) / (logarithm * (1 - 0.62 * mu_star) - 1.04)

# %% tags=["hide-input"]
# Draw the measured exponents, and what the theory says for the repulsion of the slider
def draw_exponents(axes, mu_star=0.1):
    left, right = axes
    curve = mu_star / (1 - 0.62 * mu_star) + np.geomspace(0.2, 1.7, 80)  # λ
    right.plot(curve, mcmillan_isotope_exponent(curve, mu_star), color=BLUE)
    for metal, marker in (("Pb", "s"), ("Sn", "D"), ("Ru", "^"), ("Zr", "v")):
        lam = attraction(metal, mu_star)
        exponent, place = mcmillan_isotope_exponent(lam, mu_star), [r.of for r in in_sources]
        right.plot(lam, exponent, marker, color=BLUE, ms=8, label=f"{metal}: {exponent:.2f}")
        if metal in place:
            row = len(place) - 1 - place[::-1].index(metal)
            left.plot(exponent, row - 0.35, marker, color=BLUE, ms=7)
    for i, row in enumerate(in_sources):
        left.errorbar(row.number, i, xerr=row.uncertainty or None, fmt="o", color=RED, capsize=3,
                      mfc=RED if row.kind == "measured" else "white")
    left.axvline(0.5, color=GREY, ls="--", lw=1.2)
    left.set(xlabel=r"isotope exponent $\alpha$", xlim=(-0.15, 1.05), yticks=range(len(in_sources)))
    left.set_yticklabels([row.of for row in in_sources])
    right.axhline(0.5, color=GREY, ls="--", lw=1.2)
    right.set(xlabel=r"attraction $\lambda$", ylabel=r"calculated exponent $\alpha$")
    right.set(xlim=(0.1, 2), ylim=(-0.4, 0.6), title=rf"repulsion $\mu^*={mu_star:.3f}$")
    right.legend(loc="lower right")


display(ask("where_exponents_lie"))
explore(draw_exponents, mu_star=(0.0, 0.18), panels=(1, 2), size=(9.2, 3.4), play="mu_star",
        labels={"mu_star": "repulsion μ*"}, alt="exponents_and_repulsion",
        presets={"none": {"mu_star": 0.0}, "simple metals": {"mu_star": 0.1},
                 "transition metals": {"mu_star": 0.13}})

# %% [markdown]
# <!-- figure: exponents_and_repulsion -->
# **Figure 9.1.** Some exponents lie at $\frac12$, others far below, and a repulsion of the electrons bends the calculated ones down. Left: exponents that could be read in their sources; round filled points were measured, open ones derived from measured $T_c$'s. A square and a diamond below them are calculated. Right: McMillan's formula (section 4) against the attraction $\lambda$, which follows
# from $T_c$ and the Debye temperature of each metal (that of ruthenium and zirconium is recalled).
#
# Begin without repulsion: every metal has $\frac12$, however weak its attraction. Then move the repulsion up. Lead, with a strong attraction, hardly notices; tin meets its measured value near 0.1; ruthenium and zirconium, with a weak attraction, fall to zero, and ruthenium below. So a vanishing isotope effect need not mean that phonons do nothing.
#
# Lead sits at $\frac12$, tin close to it: nuclei take part. In a compound each element has an exponent of its own, and it is their sum that would be $\frac12$; so boron in MgB$_2$ and carbon in Rb$_3$C$_{60}$ need not reach it. In FeSe the structure changes with the isotope too, and for H$_3$S two analyses of the resistance disagree.
# Textbooks list more elements, among them some without any isotope effect; those values are recalled here and not drawn.

# %% [markdown]
# <!-- minutes: 25 -->
# *25 minutes · you need: $T_c$ in weak coupling (chapter 05), why the attraction is retarded (chapter 02), least squares · in the book: "The isotope effect".*
#
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
listed = sorted(rows(quantity="isotope_exponent", kind="recalled"), key=float)
columns = {"element": [row.of for row in listed], r"$\alpha$": [row.amount for row in listed]}
table(columns | {"kind": ["recalled"] * len(listed)}, caption="Exponents recalled from textbooks.")

# %% [markdown]
# If they are right, ruthenium and zirconium sit at zero. The book calls the agreement with $M^{-1/2}$ complete; it is, for some simple metals. This chapter asks how far one formula reaches both groups.
#
# ## 1 · Why one half
#
# An ion on a spring has $\omega\propto M^{-1/2}$, and changing the nucleus changes neither the spring nor the electrons. If $T_c=1.134\,\omega_De^{-1/N_0V}$ with the coupling unchanged, then $T_c\propto M^{-1/2}$:
#
# $$\alpha=-\frac{d\ln T_c}{d\ln M}=\frac12 .$$
#
# Lead's measured exponent, $0.501\pm0.013$, agrees. For mercury there are the two mean masses and critical temperatures that textbooks quote (recalled). If each $T_c$ is known to 1 mK, which is our assumption, they give:

# %%
(M1, T1), (M2, T2) = mercury_isotopes.items()
alpha = -np.log(T2 / T1) / np.log(M2 / M1)
error = np.sqrt(2) * 0.001 / (T1 / kelvin) / np.log(M2 / M1)  # each Tc to ± 1 mK, an assumption
print(f"mercury: {T1 / kelvin:.3f} K at {M1} u, {T2 / kelvin:.3f} K at {M2} u (recalled)")
print(f"α = {alpha:.2f} ± {error:.2f}")
light, heavy = isotope_masses["Hg"][196].number, isotope_masses["Hg"][204].number
shift = (M1 / light) ** 0.5 - (M1 / heavy) ** 0.5
fall = 1000 * T1 / kelvin * shift  # mK
print(f"from Hg-196 to Hg-204 α = ½ predicts a fall of {fall:.0f} mK, {shift:.1%}")

# %% [markdown]
# Four hundredths of a kelvin decide, between masses 2 per cent apart: this needs thermometers good to a millikelvin. And two points never test a power law; they only measure an exponent.
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
print(f"fitted: α = {-slope:.3f} ± {np.sqrt(covariance[0, 0]):.3f} (synthetic data)")
print(f"measured: α = {row.amount}, {(0.5 - row.number) / row.uncertainty:.1f} errors below ½")

# %% tags=["hide-input"]
# Draw the synthetic samples and the fit
fig, ax = figure()
ax.plot(np.log(M / 118.7), np.log(Tc), "o", color=ORANGE, label="synthetic samples")
x = np.linspace(-0.03, 0.05, 50)
ax.plot(x, offset + slope * (x + np.log(118.7)), color=BLUE, label=rf"fit, $\alpha={-slope:.3f}$")
ax.plot(x, np.log(elements["Sn"].Tc / kelvin) - 0.5 * x, color=GREY, ls=":", label=r"$\alpha=0.5$")
ax.set(xlabel=r"$\ln(M/118.7\,\mathrm{u})$", ylabel=r"$\ln(T_c/\mathrm{K})$")
ax.legend()
show(fig, "synthetic_tin")

# %% [markdown]
# <!-- figure: synthetic_tin -->
# **Figure 9.2.** We put in 0.462 and get $0.470\pm0.007$ from eighteen samples: one error away, as it should be. The measured $0.462\pm0.014$ is 2.7 of its errors below $\frac12$. Is that a real difference? Serin, Reynolds and Lohman found 0.46 for tin too (without an error in what we could read). But an error of measurement that all samples share, such as that of the thermometer, is not in the scatter, and the authors themselves call their exponent very close to the prediction. Repulsion can make a difference of this size, as section 4 shows.
#
# ## 3 · The repulsion, and why little of it is felt
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
closed = two_well_critical_temperature(lam, mu, omega_D, E_F)
print(f"Tc from the matrix {Tc:.5g} ω_D; closed form {closed:.5g} ω_D")
repulsion, most = np.array([0.0, mu, 0.4]), 1 / np.log(E_F / omega_D)
columns = {
    r"$\mu$": numbers(repulsion, decimals=1),
    r"$\mu^*$": numbers(coulomb_pseudopotential(repulsion, E_F, omega_D), decimals=3),
    r"$T_c/\omega_D$": numbers(two_well_critical_temperature(lam, repulsion, omega_D, E_F), 3),
}
table(
    columns,
    caption=rf"Two wells with $\lambda={lam}$; "
    rf"$\mu^*$ never exceeds $1/\ln(E_F/\omega_D)={most:.2f}$.",
)

# %% tags=["hide-input"]
# Draw the pseudopotential and Tc against the repulsion
mu = np.linspace(0, 1.5, 200)
fig, (left, right) = figure(1, 2)
for ratio, colour, style in [(10, GREEN, "--"), (150, BLUE, "-"), (1000, RED, "-.")]:
    left.plot(
        mu,
        coulomb_pseudopotential(mu, ratio, 1.0),
        color=colour,
        ls=style,
        label=rf"$E_F/\omega_D={ratio}$",
    )
left.plot(mu, mu, color=GREY, ls=":", label="no retardation")
left.set(xlabel=r"repulsion $\mu$", ylabel=r"$\mu^*$", ylim=(0, 0.6))
left.legend()
right.semilogy(
    mu, two_well_critical_temperature(0.4, mu, 1.0, 150.0), color=BLUE, label=r"with $\mu^*$"
)
weak = mu < 0.36
right.semilogy(
    mu[weak],
    limits.critical_temperature_weak(0.4 - mu[weak], 1.0),
    color=GREY,
    ls=":",
    label=r"with $\lambda-\mu$",
)
right.set(xlabel=r"repulsion $\mu$", ylabel=r"$T_c/\omega_D$, $\lambda=0.4$", ylim=(1e-8, 0.2))
right.legend()
show(fig, "pseudopotential")

# %% [markdown]
# <!-- figure: pseudopotential -->
# **Figure 9.3.** However strong the bare repulsion, $\mu^*$ cannot exceed $1/\ln(E_F/\omega_D)$, 0.20 for the solid curve. The electrons avoid each other in time: the ion stays displaced long after the first electron has left (chapter 02). Without the logarithm a repulsion of 0.4 would kill this superconductor; with it $T_c$ only falls, from 0.093 to 0.027 $\omega_D$.
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
by_mass, closed = isotope_exponent(Tc_of_mass, 1.0), two_well_isotope_exponent(0.4, mu_star)
print(f"α by changing the mass {by_mass:.6f}; closed form {closed:.6f}")
zero = brentq(lambda lam: mcmillan_isotope_exponent(lam, 0.13), 0.2, 1.0)
print(f"μ* = 0.13: α vanishes at λ = {2 * 0.13:.2f} (two wells), {zero:.2f} (McMillan)")

# %% tags=["hide-input"]
# Draw the isotope exponent against the attraction
lam = np.linspace(0.2, 1.5, 300)
fig, ax = figure()
for mu_star, style in [(0.10, "-"), (0.13, "--")]:
    ok = lam > 1.35 * mu_star
    ax.plot(
        lam[ok],
        two_well_isotope_exponent(lam[ok], mu_star),
        color=BLUE,
        ls=style,
        label=rf"two wells, $\mu^*={mu_star:.2f}$",
    )
    ok = lam > 1.8 * mu_star
    ax.plot(
        lam[ok],
        mcmillan_isotope_exponent(lam[ok], mu_star),
        color=RED,
        ls=style,
        label=rf"McMillan, $\mu^*={mu_star:.2f}$",
    )
ax.axhline(0.5, color=GREY, lw=1, ls=":")
ax.set(
    xlabel=r"attraction $\lambda$",
    ylabel=r"isotope exponent $\alpha$",
    ylim=(-0.3, 0.55),
    xlim=(0.2, 1.5),
)
ax.legend(loc="lower right")
show(fig, "exponent_and_attraction")

# %% [markdown]
# <!-- figure: exponent_and_attraction -->
# **Figure 9.4.** Strong attraction: close to $\frac12$, a little below, like tin. Weak attraction: anything, down through zero. A metal with a low $T_c$ for its Debye temperature is one with small $\lambda$, and ruthenium and zirconium are such metals ($T_c$ of half a kelvin). So a vanishing isotope
# effect need not mean that phonons do nothing: two effects of the same mass can cancel. Whether they do in a given metal is another question, which the last section asks.
#
# ## 5 · Beyond weak coupling
#
# When $\lambda$ is of order one, $T_c$ needs Eliashberg's equations. They keep two facts that BCS leaves out.
#
# * **The attraction is a phonon.** A phonon of frequency $\omega$ that is driven at another frequency $\nu$ answers more weakly: on the imaginary axis by the factor $\omega^2/(\omega^2+\nu^2)$. So two electrons attract each other as strongly as their frequencies are close. With the spectrum of the phonons and their coupling, which is written $\alpha^2F(\omega)$ (one symbol; its $\alpha$ is no exponent),
#
# $$\lambda(\nu)=2\int_0^\infty\!d\omega\,\frac{\omega\,\alpha^2F(\omega)}{\omega^2+\nu^2},\qquad\lambda=\lambda(0).$$
#
# * **The same phonons follow a single electron.** They make it heavier, by a factor $Z$ that depends on frequency.
#
# With the frequencies $\omega_n=(2n+1)\pi T$ of both signs the gap $\Delta_n$ and $Z_n$ obey
#
# $$Z_n\Delta_n=\pi T\sum_m\frac{[\lambda(\omega_n-\omega_m)-\mu^*]\,\Delta_m}{\sqrt{\omega_m^2+\Delta_m^2}},\qquad Z_n=1+\frac{\pi T}{\omega_n}\sum_m\frac{\lambda(\omega_n-\omega_m)\,\omega_m}{\sqrt{\omega_m^2+\Delta_m^2}} .$$
#
# The first is the gap equation: a constant $\lambda$ below $\omega_D$ gives BCS's, with $\lambda/Z$ and $Z=1+\lambda$. At $T_c$ the $\Delta_m$ are small, the roots become $|\omega_m|$, and a matrix has an eigenvalue zero. For one phonon frequency $\omega_E$ and $\mu^*=0$ a few lines are enough:


# %%
def einstein_matrix(T, lam, size=200):
    """The linear equation for Δ_n/ω_n, n = 0 … size − 1, with ω_E = 1: at Tc an eigenvalue is 0."""
    n = np.arange(size)
    at = lambda k: lam / (1 + (2 * np.pi * T * k) ** 2)  # λ at the frequency 2πTk
    mass = 2 * n + 1 + at(0) + 2 * np.append(0, np.cumsum(at(n[1:])))  # (2n + 1) Z_n
    return at(n[:, None] - n) + at(n[:, None] + n + 1) - np.diag(mass)


largest = lambda T: np.linalg.eigvalsh(einstein_matrix(T, 1.0))[-1]
matrix_Tc, package_Tc = brentq(largest, 0.05, 0.3), eliashberg_critical_temperature(1.0, 1.0)
print(f"λ = 1: Tc = {matrix_Tc:.5f} ω_E from the matrix, {package_Tc:.5f} ω_E from the package")

# %% [markdown]
# The package solves the same equations to ten digits. McMillan's and Allen and Dynes' formulas are fits to numerical solutions.

# %%
lam = np.geomspace(0.4, 30, 15)
eliashberg = eliashberg_critical_temperature(lam, 1.0)
dynes = allen_dynes_critical_temperature(lam, 0.0, 1.0, 1.0)
mcmillan = mcmillan_critical_temperature(lam, 0.0, 1.45 / 1.2)  # his prefactor Θ_D/1.45 as ω/1.2

# %% tags=["hide-input"]
# Draw Tc against the coupling
fig, ax = figure()
ax.loglog(lam, eliashberg, color=BLUE, label="Eliashberg")
ax.loglog(lam, dynes, color=RED, ls="--", label="Allen–Dynes")
ax.loglog(lam, mcmillan, color=GREEN, ls="-.", label="McMillan")
ax.loglog(
    lam,
    limits.critical_temperature_weak(lam, 1.0),
    color=GREY,
    ls=":",
    label=r"BCS, $1.134\,e^{-1/\lambda}$",
)
ax.loglog(
    lam[lam > 3], 0.1827 * np.sqrt(lam[lam > 3]), color=BLACK, lw=1, label=r"$0.1827\sqrt{\lambda}$"
)
ax.set(xlabel=r"coupling $\lambda$", ylabel=r"$T_c/\omega_E$", ylim=(1e-3, 2))
ax.legend()
show(fig, "eliashberg_tc")

# %% [markdown]
# <!-- figure: eliashberg_tc -->
# **Figure 9.5.** The BCS formula with $\lambda$ for $N_0V$ is far too optimistic: dressed by phonons the electrons are heavier, and the effective coupling is $\lambda/(1+\lambda)$. McMillan's formula knows that, but it saturates; Eliashberg's curve grows like $\sqrt\lambda$. Yet without repulsion, at every coupling, $T_c\propto\omega_E$
# and $\alpha=\frac12$ (if $\lambda$ does not change with the mass): strong coupling alone does not change the exponent.
#
# Lead has a spectrum of two broad peaks. The package has a *model* of it (positions, widths, $\lambda=1.55$ and $\mu^*=0.131$, all recalled from inverted tunnelling curves; nothing is fitted to the numbers below). What do the equations say beside BCS's two universal numbers?

# %%
lead, Pb = lead_model(), elements["Pb"]
Tc, _, gap_ratio, jump = strong_coupling_ratios(lead, LEAD_MU_STAR)
seen = {row.method: row.amount for row in rows(of="Pb", quantity="gap_ratio", kind="measured")}
columns = {
    "quantity": ["$T_c$ / K", r"$2\Delta_0/T_c$", r"$\Delta C/\gamma T_c$"],
    "BCS": ["–", *numbers([limits.GAP_RATIO, limits.HEAT_CAPACITY_JUMP], 3)],
    "Eliashberg, model of lead": numbers([Tc / kelvin, gap_ratio, jump], 3),
    "lead": [f"{Pb.Tc / kelvin:.3f}", f"{seen['far infrared']}", f"{Pb.heat_capacity_jump.amount}"],
    "kind": [Pb.Tc.kind, "measured, far infrared", Pb.heat_capacity_jump.kind],
}
table(columns, caption="Strong coupling in lead.")

# %%
# Tc ∝ ω · function of μ*, and dμ*/d ln ω = μ*²: so α = ½ [1 + μ*² d ln Tc/dμ*]
low, high = (critical_temperature(lead, LEAD_MU_STAR + step) for step in (-0.005, 0.005))
alpha = 0.5 * (1 + LEAD_MU_STAR**2 * np.log(high / low) / 0.01)
print(f"isotope exponent of the model of lead: {alpha:.3f}; measured {Pb.isotope_exponent.amount}")

# %% [markdown]
# The strong-coupling numbers lie where lead's do: $2\Delta_0/T_c$ is well above 3.53, and so is what is measured: 4.1(2) in the far infrared, 4.48(2) by tunnelling for the larger of the two gaps of a crystal. The jump is twice that of BCS. It is not a precise test: the model's six numbers come from tunnelling into the same metal. The exponent is close to $\frac12$, as measured.
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
    ax.loglog(
        M,
        Tc / two_well_critical_temperature(lam, mu, 1.0, 150.0),
        color=BLUE,
        label=rf"$\mu^*={mu_star:.3f}$, $\alpha={alpha:.2f}$",
    )
    ax.loglog(M, M**-0.5, color=GREY, ls=":", label=r"$M^{-1/2}$")
    ax.set(xlabel="mass $M/M_0$", ylabel="$T_c(M)/T_c(M_0)$", ylim=(0.5, 2))
    ax.minorticks_off()
    ax.set_xticks([0.5, 1, 2], ["0.5", "1", "2"])
    ax.set_yticks([0.5, 0.7, 1, 1.4, 2], ["0.5", "0.7", "1", "1.4", "2"])
    ax.legend()


# %%
explore(
    draw,
    lam=(0.25, 1.0),
    mu=(0.0, 0.8),
    labels={"lam": "attraction λ", "mu": "repulsion μ"},
    presets={"no repulsion": {"mu": 0.0}},
    alt="tc_against_mass",
)

# %% [markdown]
# <!-- figure: tc_against_mass -->
# **Figure 9.6.** $T_c$ against mass in the model of two wells, on logarithmic axes. The dotted line has the slope $-\frac12$.

# %% [markdown]
# ## Compare with experiment
#
# What does McMillan's formula say for each metal? Take his two values of the repulsion, $\mu^*=0.10$ for simple metals and $0.13$ for transition metals (recalled), find $\lambda$ from $T_c$ and $\theta_D$, and predict $\alpha$. Only tin's and lead's exponents could be read in their sources; the others are recalled, and so are the $\theta_D$ of ruthenium, zirconium and osmium, the transition metals.


# %%
def coupling_from(Tc, theta_D, mu_star=0.13):
    tc_of = lambda lam: mcmillan_critical_temperature(lam, mu_star, theta_D)
    return brentq(lambda lam: tc_of(lam) - Tc, 0.2, 5)


transition = {"Ru": 550 * kelvin, "Zr": 290 * kelvin, "Os": 500 * kelvin}  # about (recalled)
compared = [elements["Sn"].isotope_exponent, elements["Pb"].isotope_exponent]
compared += [row for row in listed if row.of != "Mo"]  # no Debye temperature at hand
metals = [elements[row.of] for row in compared]
theta = [float(transition.get(e.symbol) or e.theta_D) for e in metals]
columns = {"metal": [e.symbol for e in metals]}
for mu_star in (0.10, 0.13):
    lam = np.array([coupling_from(float(e.Tc), t, mu_star) for e, t in zip(metals, theta)])
    columns[rf"$\lambda$ ($\mu^*={mu_star:.2f}$)"] = numbers(lam, 2)
    columns[rf"$\alpha$ ($\mu^*={mu_star:.2f}$)"] = numbers(
        mcmillan_isotope_exponent(lam, mu_star), 2
    )
columns[r"$\alpha$ in experiment"] = [row.amount for row in compared]
columns["kind"] = [row.kind for row in compared]
table(columns, caption="The isotope exponent from McMillan's formula, and as reported.")

# %% [markdown]
# Measured: with $\mu^*=0.10$ tin comes out at 0.45 and lead at 0.48, within one and two errors of the measured values. Two metals with moderate and large $\lambda$ do not test the interesting part, weak coupling. There we have recalled values only, and they say: the trend is right, the numbers are not. With $\mu^*=0.13$ the transition metals fall well below $\frac12$, to 0.18 for ruthenium and 0.25 for zirconium;
# the reported zeros are lower still, zirconium's by five of its errors. Cadmium and zinc, with the same $\lambda$, differ in the experiment and not in the formula. One $\mu^*$ for a whole group is too rough where $\alpha$ depends on it so steeply. Thallium's $0.61\pm0.10$ lies above $\frac12$, by its error; the formula cannot reach that.
#
# ## Check
#
# Two routes to each exponent and to Eliashberg's $T_c$, and its published limit at strong coupling.

# %%
for lam, mu in [(0.3, 0.1), (0.5, 0.4), (0.8, 1.0)]:
    mu_star = coulomb_pseudopotential(mu, 150.0, 1.0)
    numeric = isotope_exponent(
        lambda M, lam=lam, mu=mu: two_well_critical_temperature(lam, mu, M**-0.5, 150.0), 1.0
    )
    assert abs(numeric - two_well_isotope_exponent(lam, mu_star)) < 1e-9  # difference of order 12
star = lambda M: coulomb_pseudopotential(0.4, 150.0, M**-0.5)
of_mass = lambda M: mcmillan_critical_temperature(0.6, star(M), M**-0.5)
closed = mcmillan_isotope_exponent(0.6, star(1.0))
assert abs(isotope_exponent(of_mass, 1.0) - closed) < 1e-9
eigenvalues = lambda Tc: np.linalg.eigvals(two_well_matrix(Tc, 0.4, 0.3, 1.0, 150.0)).real
exact = brentq(lambda Tc: eigenvalues(Tc).max() - 1, 1e-8, 0.5)
closed = two_well_critical_temperature(0.4, 0.3, 1.0, 150.0)
assert abs(exact / closed - 1) < 1e-9  # brentq's tolerance
print("matrix, closed form and finite differences agree")

# %%
assert abs(matrix_Tc / package_Tc - 1) < 1e-4  # 200 frequencies
limit = eliashberg_critical_temperature(3000.0, 1.0) / np.sqrt(3000)
assert abs(limit / 0.1827 - 1) < 2e-3  # Allen and Dynes' asymptote, four digits
print(f"Tc/√λ = {limit:.4f} ω_E at λ = 3000; Allen and Dynes: 0.1827")

# %% [markdown]
# ## Where this fails
#
# * **A common $\mu^*$** is a convention. Predicting the exponent of a given metal needs its own $\lambda$, $\mu$ and phonon spectrum.
# * **Inverse isotope effects** ($\alpha<0$): $T_c$ of SrPdH$_{3-x}$ is 2.1 K, that of SrPdD$_{2.9}$ 2.2 K (arXiv:2602.23691). Zero-point and anharmonic motion of light atoms is not in these formulas.
# * **Alloys and mass disorder** average frequencies, not $T_c$'s.
# * **Elements are not compounds**: in a compound each kind of atom has its own exponent, and the structure may change with the isotope.
# * **Other mechanisms**: an exponent of $\frac12$ shows that phonons take part; an exponent of 0 alone decides nothing.

# %%
ask("no_isotope_effect")

# %%
ask("why_repulsion_is_weak")

# %% [markdown]
# <!-- try it -->
# ## Try it
#
# * In section 1 change the assumed error of 1 mK to 5 mK, the 0.001 in the line of `error` to 0.005. Would the two points still exclude $\alpha=0.33$?
# * In section 3, in the cell that begins with `def two_well_matrix`, set `mu` to 0.5, and then `E_F` to 3.0 ($\omega_D$ is 1), as for light atoms or slow electrons. What becomes of superconductivity?
# * Which $\mu^*$ would give ruthenium $\alpha=0$ in McMillan's formula? In a new cell use `brentq` between 0.1 and 0.2, and keep $T_c$ fixed: `coupling_from(elements["Ru"].Tc, transition["Ru"], mu_star)` of "Compare with experiment" is the $\lambda$ that belongs to $\mu^*$.
# * [The exercises of this chapter](../exercises/09_isotope_effect.ipynb): another isotope, an exponent with its error, and the repulsion.
#
# ## Further reading
#
# * P. Morel, P. W. Anderson, *Phys. Rev.* **125**, 1263 (1962): retardation and $\mu^*$.
# * W. L. McMillan, *Phys. Rev.* **167**, 331 (1968): the formula, and how $\lambda$ is read off $T_c$.
# * P. B. Allen, R. C. Dynes, *Phys. Rev. B* **12**, 905 (1975): what McMillan's formula misses at strong coupling.
# * J. M. Lock, A. B. Pippard, D. Shoenberg, *Proc. Camb. Phil. Soc.* **47**, 811 (1951): tin, measured with care.
