# %% [markdown]
# # Solve the gap equation
#
# <!-- minutes: 25 -->
# *25 minutes · you need: the quasiparticle energy $E=\sqrt{\xi^2+\Delta^2}$ (chapter 04) and the Fermi function ·
# in the book: "Thermodynamics and experimental tests", on the self-consistent gap equation, the critical temperature and
# the universal gap ratio.*
#
# **What you will see:** one equation decides how large the gap is, how it shrinks when the metal warms, and at
# which temperature it is gone; and two numbers come out of it that are the same for every weakly coupled
# superconductor.

# %% [markdown]
# | in the text | in the code | meaning | unit |
# |---|---|---|---|
# | $T$, $T_c$ | `T`, `Tc` | temperature, critical temperature ($k_B=1$) | energy |
# | $\Delta(T)$, $\Delta_0$ | `Delta`, `Delta0` | gap, gap at $T=0$ | energy |
# | $\xi$ | `xi` | electron energy from the Fermi level | energy |
# | $\omega_D$ | `cutoff` | the attraction acts for $|\xi|<\omega_D$ ($\hbar=1$) | energy |
# | $N_0V$ | `coupling` | density of states of one spin × attraction | 1 |
# | $E$, $f$ | `E` | quasiparticle energy $\sqrt{\xi^2+\Delta^2}$; Fermi function $1/(e^{E/T}+1)$ | energy; 1 |
# | $\gamma$ | `np.euler_gamma` | Euler's constant 0.5772… | 1 |
# | $t$, $a_0$ | `t`, `limits.GAP_OVER_TC` | $T/T_c$; the universal ratio $\Delta_0/T_c=\pi e^{-\gamma}=1.764$ (section 4) | 1 |
# | $\zeta(3)$ | `limits.ZETA3` | Apéry's constant 1.2021 | 1 |

# %%
import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq

from bcs_helpers import limits
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, figure, show
from bcs_helpers.gap import critical_temperature, gap, gap_finite_cutoff, zero_temperature_gap
from bcs_helpers.materials import elements
from bcs_helpers.units import kelvin

# %% [markdown]
# Here is where the chapter leads: on the left the gap against temperature, one curve for all weakly coupled
# superconductors; on the right the critical temperature against the strength of the attraction, which falls so
# fast that only a logarithmic axis can show it.

# %%
t = np.linspace(0, 1.1, 800)
coupling = np.geomspace(0.05, 2, 100)
fig, (left, right) = figure(1, 2)
left.plot(t, gap(t, 1.0) / gap(0.0, 1.0), color=BLUE)
left.set(xlabel="temperature $T/T_c$", ylabel=r"gap $\Delta(T)/\Delta_0$", ylim=(0, 1.1))
right.semilogy(coupling, critical_temperature(coupling, 1.0), color=RED)
right.set(xlabel="coupling $N_0V$", ylabel=r"critical temperature $T_c/\omega_D$", ylim=(1e-9, 2))
show(fig, "Left: the gap over its zero-temperature value stays flat up to a third of Tc, then falls and closes "
     "like a square root at Tc. Right: Tc over the Debye energy on a logarithmic axis falls from about one at "
     "coupling 2 to two billionths at coupling 0.05.")

# %% [markdown]
# Left: nothing happens until about $T_c/3$, because breaking a pair costs $2\Delta_0$ and thermal energy is too small
# to pay; near $T_c$ the gap closes with a vertical tangent. Right: from coupling 2 to coupling 0.05, a factor of 40, $T_c$
# falls by eight to nine powers of ten, yet it never reaches zero.
#
# ## 1 · An equation that asks for itself
#
# Pairs scatter from one state to another, and the gap in a state is the sum of what arrives from all the others.
# With a constant attraction inside the shell $|\xi|<\omega_D$ this sum is
#
# $$\frac{1}{N_0V}=\int_0^{\omega_D}\!d\xi\;\frac{\tanh(E/2T)}{E},\qquad E=\sqrt{\xi^2+\Delta^2}.$$
#
# The unknown stands inside $E$. The factor $\tanh(E/2T)=1-2f(E)$ is what blocking costs: a pair state in
# which a quasiparticle sits takes no part in pair scattering. Let us plot the right-hand side against $\Delta$ and look where it meets the left.

# %%
coupling, cutoff = 0.3, 1.0
Tc = critical_temperature(coupling, cutoff)
Delta0 = zero_temperature_gap(coupling, cutoff)
print(f"Tc = {Tc:.6f} ω_D,  Δ(0) = {Delta0:.6f} ω_D,  2Δ(0)/Tc = {2 * Delta0 / Tc:.5f}")


# %%
def right_hand_side(Delta, T):
    """The integral over the shell, by adaptive quadrature (at T = 0 the tanh is 1)."""
    def integrand(xi):
        E = np.hypot(xi, Delta)
        return (np.tanh(E / (2 * T)) if T > 0 else 1.0) / E
    return quad(integrand, 0, cutoff, points=[Delta, Tc], limit=200)[0]


print(f"at T = 0, Δ = Δ(0) the integral is {right_hand_side(Delta0, 0):.10f}; 1/N0V is {1 / coupling:.10f}")

# %%
Delta = np.linspace(0.02, 1.4, 60) * Delta0
fig, ax = figure()
for T, colour in [(0, BLUE), (0.6, GREEN), (0.9, ORANGE), (1.0, RED), (1.2, GREY)]:
    ax.plot(Delta / Delta0, [right_hand_side(D, T * Tc) for D in Delta], color=colour, label=f"$T={T}\\,T_c$")
ax.axhline(1 / coupling, color=BLACK, lw=1, ls="--", label=r"$1/N_0V$")
ax.set(xlabel=r"trial gap $\Delta/\Delta_0$", ylabel="right-hand side of the gap equation", ylim=(2.8, 4.2), xlim=(0, 1.4))
ax.legend()
show(fig, "The right-hand side of the gap equation against the trial gap at five temperatures: each curve falls with "
     "the gap and lies lower the hotter it is. The dashed line 1/N0V is met at Δ0 for T = 0, at smaller gaps for 0.6 and "
     "0.9 Tc, at zero for Tc, and not at all for 1.2 Tc.")

# %% [markdown]
# Every curve falls with $\Delta$, so there is at most one crossing with the dashed line: the gap is unique. Heating
# lowers the whole curve and the crossing moves left; at $T_c$ it arrives at $\Delta=0$, and above $T_c$ there
# is none. Nothing jumps: the transition is continuous, and that already says it is of second order.
#
# ## 2 · Where the gap closes
#
# At $T_c$ the gap is zero and the equation is linear in it; $E=|\xi|$ leaves an equation for $T_c$ alone. With
# $x=\xi/2T_c$ and $\omega_D\gg T_c$,
#
# $$\frac1{N_0V}=\int_0^{\omega_D/2T_c}\!\frac{\tanh x}{x}\,dx\;\to\;\ln\frac{2e^{\gamma}\omega_D}{\pi T_c}
# \qquad\Longrightarrow\qquad T_c=\frac{2e^{\gamma}}{\pi}\,\omega_D\,e^{-1/N_0V}=1.134\,\omega_D\,e^{-1/N_0V}.$$
#
# How weak must the coupling be for this? Compare with the equation solved as it stands.

# %%
for coupling in (0.1, 0.2, 0.3, 0.5, 1.0, 2.0):
    exact, weak = critical_temperature(coupling, 1.0), limits.critical_temperature_weak(coupling, 1.0)
    print(f"N0V = {coupling:<4} Tc/ω_D = {exact:.6e}   weak coupling {weak:.6e}   {100 * abs(weak / exact - 1):.6f} % off")

# %%
coupling = np.linspace(0.12, 2, 200)
inverse = 1 / coupling
fig, ax = figure()
ax.semilogy(inverse, critical_temperature(coupling, 1.0), color=RED, label="$T_c$, full equation")
ax.semilogy(inverse, limits.critical_temperature_weak(coupling, 1.0), color=RED, ls=":", label="$T_c$, weak coupling")
ax.semilogy(inverse, zero_temperature_gap(coupling, 1.0), color=BLUE, label=r"$\Delta_0=\omega_D/\sinh(1/N_0V)$")
ax.semilogy(inverse, limits.gap_weak(coupling, 1.0), color=BLUE, ls=":", label=r"$2\,\omega_D\,e^{-1/N_0V}$")
ax.set(xlabel="inverse coupling $1/N_0V$", ylabel=r"energy $/\omega_D$", xlim=(0.5, 8), ylim=(2e-4, 3))
ax.legend()
show(fig, "Critical temperature and zero-temperature gap over the Debye energy on a logarithmic axis against the inverse "
     "coupling. Both become straight parallel lines of slope minus one beyond 1/N0V = 2, where the weak-coupling "
     "formulas lie on top of them; at strong coupling the formulas overshoot.")

# %% [markdown]
# Against $1/N_0V$ both quantities become straight lines of slope $-1$, a fixed factor 1.764 apart: the picture
# of a universal ratio. At $N_0V=0.3$ the weak-coupling $T_c$ is right to all the digits shown; it fails only when $T_c$
# comes near $\omega_D$, where a sharp cutoff is no longer a model of anything. And the exponential has no
# expansion in powers of $V$: every derivative of $e^{-1/N_0V}$ vanishes at $V=0$. This is why decades of perturbation theory had not found it.
#
# ## 3 · The whole curve
#
# Subtract from the equation at $T$ the one at $T=0$. Coupling and cutoff drop out ($\omega_D\to\infty$):
#
# $$\ln\frac{\Delta(T)}{\Delta_0}=-2\int_0^\infty\!\frac{d\xi}{E\,(e^{E/T}+1)}.$$
#
# Only $T/\Delta_0$ is left, so $\Delta/\Delta_0$ is one function of $T/T_c$ for every weakly coupled
# superconductor. Its two ends have closed forms.

# %%
t = np.array([0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
delta = gap(t, 1.0) / gap(0.0, 1.0)
for ti, di in zip(t, delta, strict=True):
    print(f"T/Tc = {ti:<5} Δ/Δ0 = {di:.8f}")

# %%
t = np.linspace(0.001, 1, 1000)
delta = gap(t, 1.0) / gap(0.0, 1.0)
popular = np.tanh(1.74 * np.sqrt(1 / t - 1))
fig, (left, right) = figure(1, 2)
left.plot(t, delta, color=BLUE, label="gap equation")
left.plot(t[t > 0.6], limits.gap_near_Tc(t[t > 0.6]), color=RED, ls="--", label=r"$1.737\sqrt{1-t}$")
left.plot(t[t < 0.6], limits.gap_low_temperature(t[t < 0.6]), color=GREEN, ls="--", label=r"$1-\sqrt{2\pi t/a_0}\,e^{-a_0/t}$")
left.set(xlabel="temperature $t=T/T_c$", ylabel=r"gap $\Delta/\Delta_0$", ylim=(0, 1.15))
left.legend()
error = 100 * (popular[:-1] / delta[:-1] - 1)  # at Tc both are zero
right.plot(t[:-1], error, color=ORANGE)
right.set(xlabel="temperature $t=T/T_c$", ylabel="error of the tanh formula (%)", xlim=(0, 1), ylim=(-2.5, 1))
show(fig, "Left: the universal gap curve with its square-root form, which it joins near Tc, and its exponential form "
     "at low temperature, good below half of Tc. Right: the popular formula tanh(1.74 sqrt(Tc/T - 1)) is up to two per cent "
     "too small around 0.6 Tc.")

# %%
worst = np.argmax(np.abs(error))
print(f"largest error of the tanh formula: {error[worst]:.2f} % at T = {t[worst]:.2f} Tc")

# %% [markdown]
# Left: when cold, the correction is exponential with the exponent $\Delta_0/T$, because quasiparticles must be
# excited across the gap. Near $T_c$ the curve is $1.737\sqrt{1-t}$, the square root of every mean-field
# transition. Right: the formula with the tanh that many papers plot as "BCS" is built to have the right end at
# $T_c$; in between it is wrong by two per cent. For a fit to good data, use the equation.
#
# ## 4 · Two universal numbers
#
# Divide $\Delta_0$ by $T_c$ and the coupling disappears once more:
#
# $$\frac{2\Delta_0}{T_c}=\frac{2\pi}{e^{\gamma}}=3.528,\qquad \frac{\Delta(T)}{T_c}\to\pi\sqrt{\frac{8}{7\zeta(3)}}\,\sqrt{1-t}=3.063\sqrt{1-t}.$$
#
# "Universal" holds for $\omega_D\gg T_c$. A finite cutoff changes the ratio by a term in $(T_c/\omega_D)^2$, and the gap equation says which.

# %%
coupling = np.linspace(0.1, 1.0, 300)
Tc, Delta0 = critical_temperature(coupling, 1.0), zero_temperature_gap(coupling, 1.0)
correction = (np.pi / (2 * np.exp(np.euler_gamma))) ** 2
fig, ax = figure()
ax.plot(Tc, 2 * Delta0 / Tc, color=BLUE, label="finite cutoff")
ax.plot(Tc, limits.GAP_RATIO * (1 + correction * Tc**2), color=RED, ls="--", label=r"$3.528\,[1+0.778\,(T_c/\omega_D)^2]$")
ax.axhline(limits.GAP_RATIO, color=BLACK, lw=1, ls=":", label=r"$2\pi e^{-\gamma}=3.528$")
ax.set(xlabel=r"$T_c/\omega_D$", ylabel=r"$2\Delta_0/T_c$", xlim=(0, 0.42), ylim=(3.45, 4.1))
ax.legend()
show(fig, "The ratio 2Δ0/Tc against Tc/ω_D starts at 3.528 and rises quadratically; the closed form with the coefficient "
     "0.778 follows it up to about Tc = 0.2 ω_D and overshoots beyond.")
small = elements["Al"].Tc / elements["Al"].theta_D
print(f"aluminium: Tc/θ_D = {small:.4f}, so the correction is {correction * small**2:.1e}; at Tc = 0.1 ω_D it is {correction * 0.01:.1e}")

# %% [markdown]
# The solid curve leaves 3.528 quadratically. For aluminium the correction is six parts in a
# million. Even at $T_c/\omega_D=0.1$ it would be below one per cent. So when a measured ratio is far from 3.53,
# a finite cutoff is not the reason; that is the business of the comparison below.
#
# ## Explore
#
# Raise the temperature and watch the crossing move to the left and vanish. Change the coupling: the curve becomes
# steeper or flatter, but the crossing hardly moves, because $\Delta/\Delta_0$ depends on $T/T_c$ alone.


# %%
def draw(ax, t=0.6, coupling=0.3):
    Delta0 = zero_temperature_gap(coupling, 1.0)
    T = t * critical_temperature(coupling, 1.0)
    trial = np.linspace(0.01, 1.4, 120) * Delta0
    xi = np.sinh(np.linspace(0, np.arcsinh(1e3), 600)) / 1e3
    E = np.hypot(xi, trial[:, None])
    rhs = np.trapezoid(np.tanh(E / (2 * T)) / E, xi, axis=1)
    Delta = gap_finite_cutoff(T, coupling, 1.0)
    ax.plot(trial / Delta0, rhs * coupling, color=BLUE, label="right-hand side × $N_0V$")
    ax.axhline(1, color=BLACK, lw=1, ls="--", label="must be 1")
    if Delta:
        ax.plot(Delta / Delta0, 1, "o", color=RED, label=f"solution $\\Delta={Delta / Delta0:.3f}\\,\\Delta_0$")
    ax.set(xlabel=r"trial gap $\Delta/\Delta_0$", ylabel=r"$N_0V\int d\xi\,\tanh(E/2T)/E$", xlim=(0, 1.4), ylim=(0.75, 1.3))
    ax.legend(loc="upper right")


# %%
explore(draw, t=(0.02, 1.3), coupling=(0.15, 0.6), labels={"t": "temperature", "coupling": "coupling N₀V"}, units={"t": "Tc"},
        presets={"T = 0.9 Tc": {"t": 0.9}, "T = Tc": {"t": 1.0}},
        alt="The right-hand side of the gap equation times N0V against the trial gap at T = 0.6 Tc for coupling 0.3: a "
            "falling curve that crosses one at 0.91 of the zero-temperature gap; sliders change T/Tc and the coupling.")

# %% [markdown]
# ## Compare with experiment
#
# Tunnelling gives $2\Delta_0$, a thermometer gives $T_c$; their ratio needs no other parameter. Below are
# ratios whose gap was read in the named source (`sourced`). The horizontal axis is $T_c/\theta_D$,
# a crude measure of how strong the coupling is.

# %%
measured = [e for e in elements.values() if e.gap_ratio and e.gap_ratio.status == "sourced" and e.theta_D]
for e in sorted(measured, key=lambda e: e.Tc / e.theta_D):
    print(f"{e.symbol:<3} Tc = {e.Tc / kelvin:<5.2f} K   Tc/θ_D = {e.Tc / e.theta_D:.4f}   2Δ0/Tc = {e.gap_ratio:.2f}")
print(*sorted({e.gap_ratio.source for e in measured}), sep="\n")

# %%
fig, ax = figure()
place = {"Cd": (6, -4), "Zn": (6, -14), "Tl": (-15, 3)}  # of the labels that would lie on others
for e in measured:
    ax.plot(e.Tc / e.theta_D, e.gap_ratio, "o", color=RED)
    ax.annotate(e.symbol, (e.Tc / e.theta_D, e.gap_ratio), textcoords="offset points", xytext=place.get(e.symbol, (5, 4)))
ax.axhline(limits.GAP_RATIO, color=BLUE, label="BCS, weak coupling: 3.528")
ax.set(xlabel=r"$T_c/\theta_D$", ylabel=r"measured $2\Delta_0/k_BT_c$", xlim=(0, 0.08), ylim=(3, 5))
ax.legend(loc="upper left")
show(fig, "Measured gap ratios of superconducting elements against Tc over the Debye temperature: cadmium, zinc, gallium, "
     "tin, thallium and indium lie between 3.3 and 3.7, near the BCS line at 3.528, niobium at 3.9; lead and mercury, far right, at 4.45 and 4.6.")

# %% [markdown]
# Most elements lie within five per cent of 3.53, with no parameter adjusted; cadmium is seven per cent low (its $T_c$ is the
# lowest here, and so small a gap is hard to measure); niobium is eleven per cent high. Lead and mercury are 26 and 31 per cent too high. The cutoff correction of section 4 is far too small to explain it:
# these two are *strong-coupling* superconductors, in which $T_c$ is no longer tiny against the phonon energies, the
# attraction is retarded, and quasiparticles decay quickly. Eliashberg's theory (chapter 09) carries that. The book calls the ratio
# independent of the material, which is right within the weak-coupling theory; the data say for which metals that theory is meant.
#
# ## Check
#
# A closed form, two second routes, and a published table.

# %%
assert abs(2 * gap(0.0, 1.0) / (2 * np.pi * np.exp(-np.euler_gamma)) - 1) < 1e-12  # rounding only
assert gap(1.0, 1.0) == 0.0 and gap(2.0, 1.0) == 0.0  # exactly zero from Tc on


# %%
def by_quadrature(t):
    """Second route: adaptive quadrature inside a root finder, as one would write it first."""
    T = t / limits.GAP_OVER_TC  # in units of Δ0
    def residual(Delta):
        thermal = quad(lambda u: 1 / (np.exp(Delta * np.cosh(u) / T) + 1), 0, np.arccosh(700 * T / Delta))[0]
        return np.log(Delta) + 2 * thermal
    return brentq(residual, 1e-3, 1, xtol=1e-13)


for t in (0.3, 0.6, 0.9, 0.99):
    assert abs(by_quadrature(t) / (gap(t, 1.0) / gap(0.0, 1.0)) - 1) < 1e-8  # quad's own error estimate
print("quadrature inside brentq agrees to 1e-8")


# %%
def matsubara(t, n=200_000):
    """Third route: ln(1/t) = Σ [1/(n+½) − 1/√((n+½)² + (Δ/2πT)²)], a sum instead of an integral."""
    m = np.arange(n) + 0.5
    x = gap(t, 1.0) / (2 * np.pi * t)
    return np.sum(1 / m - 1 / np.hypot(m, x)) + x**2 / (4 * n**2)  # the last term is the tail of the sum


for t in (0.2, 0.5, 0.9, 0.999):
    assert abs(matsubara(t) - np.log(1 / t)) < 1e-10  # rounding of 2·10⁵ terms
print("the Matsubara sum agrees to 1e-10")

# %%
# B. Mühlschlegel, Z. Phys. 155, 313 (1959), four decimals, as textbooks reprint the table (recalled)
table = {0.3: 0.9971, 0.5: 0.9569, 0.7: 0.8288, 0.9: 0.5263}
for t, value in table.items():
    assert abs(gap(t, 1.0) / gap(0.0, 1.0) - value) < 6e-5  # rounding of the table
print("four entries of Mühlschlegel's table are reproduced to its four decimals")

# %% [markdown]
# ## Where this fails
#
# * **Strong coupling.** Pb and Hg above: use Eliashberg's equations once $T_c/\omega$ of the phonons is not small.
# * **The square well.** A constant attraction with a sharp edge is a caricature of the phonon interaction. The ratios survive because
#   they do not see the edge; $T_c$ itself depends on it through $\omega_D$ and should not be trusted better than its prefactor.
# * **Coulomb repulsion** is hidden in $V$. It lowers the coupling, and it changes the isotope effect (chapter 09).
# * **Mean field.** The square root at $T_c$ ignores fluctuations. With so many pairs inside one pair (chapter 03: $10^8$ in aluminium by the most cautious count) that is excellent in a
#   clean bulk metal, but not in thin dirty films or when pairs are small (chapter 11).
# * **Anisotropy.** Real gaps vary over the Fermi surface; the curve then is an average.
#
# <!-- try it -->
# ## Try it
#
# [The exercises of this chapter](../exercises/05_gap_equation.ipynb): $T_c$ from the linearised equation, the universal ratio, the curve by your
# own root finding, and a gap in meV.
#
# ## Further reading
#
# * J. Bardeen, L. N. Cooper, J. R. Schrieffer, *Phys. Rev.* **108**, 1175 (1957): section III is this chapter, in the authors' own words.
# * M. Tinkham, *Introduction to Superconductivity*, section 3.6: the same steps with more words between them.
# * B. Mühlschlegel, *Z. Phys.* **155**, 313 (1959): the tables everyone used before computers; a good test of one's own program.
# * J. P. Carbotte, *Rev. Mod. Phys.* **62**, 1027 (1990): how the ratios move away from 3.53 when the coupling is strong.
