# %% [markdown]
# # Measure the gap with a voltmeter
#
# <!-- minutes: 35 -->
# *35 minutes · you need: the density of states (chapter 04), $\Delta(T)$ (chapter 05), the Fermi function, least squares · in the book: tunnelling spectroscopy, which the introduction announces
# and the section on the density of states mentions with the scanning tunnelling microscope. The book stops there; this chapter goes on.*
#
# **What you will see:** that two wires and a barrier make a spectrometer for the gap; what temperature and lifetime do to its picture; and how the current changes
# when pairs, and not only single electrons, can cross.

# %% [markdown]
# | in the text | in the code | meaning | unit |
# |---|---|---|---|
# | $V$ | `V` | voltage times the electron's charge ($e=1$ in the code) | energy |
# | $R_n$, $G_n$ | — | resistance and conductance of the contact in its normal state; both 1 in the code | — |
# | $I$, $G$ | `I`, `G` | $eIR_n$; $dI/dV$ over $G_n$ | energy; 1 |
# | $\Delta$, $\Delta_0$ | `Delta` | gap at the temperature $T$; at $T=0$ | energy |
# | $\Gamma$ | `Gamma`, `broadening` | Dynes' broadening, an inverse lifetime | energy |
# | $N(E)$, $f(E)$ | `density_of_states`, — | density of states over that of the normal metal; Fermi function | 1 |
# | $D$, $R$, $Z$ | `D`, `1 - D`, `Z` | probability to cross and not to cross the barrier, $D=1/(1+Z^2)$, $R=1-D$; its strength | 1 |
# | $A$, $B$ | `A`, `B` | probability that an electron comes back as a hole; as an electron | 1 |
# | $\tau$, $\varphi$ | `tau`, `phi` | transparency of a channel ($D$ again, by its usual name there); phase difference | 1; rad |
# | $E_A$ | `level` | energy of Andreev's bound state | energy |
# | $I_c$ | `critical_current` | largest supercurrent, $eI_cR_n$ | energy |

# %%
import numpy as np
from scipy.integrate import quad
from scipy.special import ellipe, ellipk

from bcs_helpers import limits
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, figure, show
from bcs_helpers.gap import gap
from bcs_helpers.materials import elements, remarks, tunnel_gaps
from bcs_helpers.response import yosida
from bcs_helpers.spectrum import density_of_states
from bcs_helpers.tunnelling import (
    andreev_level, andreev_reflection, btk_conductance, critical_current, critical_phase, fit_current, nis_conductance,
    nis_current, normal_reflection, point_contact_current, sis_current,
)
from bcs_helpers.units import GHz, kelvin, meV

# %% [markdown]
# The contacts of this chapter, all of the same normal resistance, at $T=0.05\,\Delta_0$. N is a normal metal, S a superconductor, I an insulating barrier.

# %%
V, T = np.linspace(0, 3, 601), 0.05
fig, ax = figure()
ax.plot(V, V, color=GREY, ls="--", lw=1.2, label="NIN: Ohm's law")
ax.plot(V, nis_current(V, T, 1.0, broadening=0.0), color=BLUE, label=r"NIS: opens at $\Delta$")
ax.plot(V, sis_current(V, T, 1.0), color=RED, ls="-.", label=r"SIS: opens at $2\Delta$")
ax.plot([0, 0], [0, critical_current(T, 1.0)], color=RED, lw=4, label="SIS: supercurrent at $V=0$")
G = btk_conductance(V, T, 1.0, 0.0)
ax.plot(V, np.append(0, np.cumsum((G[1:] + G[:-1]) / 2)) * V[1], color=GREEN, ls=":", lw=2.4, label="NS without barrier: Andreev")
ax.set(xlabel=r"voltage $eV/\Delta_0$", ylabel=r"current $eIR_n/\Delta_0$", ylim=(0, 3.5))
ax.legend(loc="upper left", fontsize=8.5)
show(fig, "Current against voltage for contacts of equal normal resistance at low temperature. Ohm's law is a diagonal. The NIS current is nearly zero up to the gap and then bends towards the diagonal; the SIS current is nearly zero up to twice the gap, where it jumps; "
     "a thick bar at zero voltage up to 1.57 is the supercurrent. Without a barrier the NS current rises twice as steeply as Ohm's law inside the gap and stays above it.")

# %% [markdown]
# A barrier blocks single electrons below $\Delta$ (solid, bent) or $2\Delta$ (dash-dotted), and yet a current without any voltage flows between two superconductors (thick bar). Take the barrier away, and inside the gap the normal
# contact carries *twice* its normal current (dotted). We take these curves one by one.
#
# ## 1 · A current that counts states
#
# An electron crosses a thin barrier with a small probability, the same at all energies of interest. At voltage $V$ the normal metal offers electrons up to $V$ and the superconductor has $N(E)$ places:
#
# $$eIR_n=\int\!dE\,N(E)\,[f(E-V)-f(E)],\qquad G=\int\!dE\,N(E)\,[-f'(E-V)].$$
#
# Why do $u^2$ and $v^2$ not appear? A state of energy $E$ takes an electron with probability $u^2$, its partner across the Fermi surface with $v^2$, and the two add up to 1. What remains is the density of states seen through a window
# $-f'$. With $E=\Delta\cosh u$ the edge is tame, $N\,dE=E\,du$, and the integral takes three lines:


# %%
def conductance(V, T):
    """G/G_n for Δ = 1 and no broadening: states above the gap (E) and below it (−E)."""
    u = np.linspace(0, np.arccosh(2 + V + 40 * T), 4001)
    window = sum(1 / (4 * T * np.cosh(np.minimum(np.abs(np.cosh(u) - s * V) / (2 * T), 300)) ** 2) for s in (1, -1))
    return np.trapezoid(np.cosh(u) * window, u)


for V, T in [(0.0, 0.1), (0.9, 0.1), (1.0, 0.1), (1.5, 0.3)]:
    print(f"V = {V} Δ, T = {T} Δ: three lines {conductance(V, T):.6f}   module {nis_conductance(V, T, 1.0, broadening=0.0):.6f}")

# %%
width = 2 * np.log(3 + np.sqrt(8))  # 1/cosh²(x/2) is one half at x = ± half of this
print(f"full width of the window -f' at half height: {width:.4f} T")
for T in (0.02, 0.05, 0.1):
    V = np.linspace(1, 1 + 4 * T, 4001)
    peak = V[np.argmax(nis_conductance(V, T, 1.0, broadening=0.0))]
    print(f"T = {T} Δ: the peak of dI/dV is at {peak:.3f} Δ, that is Δ + {(peak - 1) / T:.2f} T")

# %%
warm = np.linspace(0.02, 0.995, 80)  # T/Tc
T, gaps = warm / limits.GAP_OVER_TC, gap(warm, 1.0) / limits.GAP_OVER_TC
V = gaps + T * np.linspace(0, 5, 1001)[:, None]  # where to look for the peak
highest = nis_conductance(V, T, gaps, broadening=0.02).argmax(axis=0)
peak = V[highest, np.arange(warm.size)]
print(f"from {warm[0]} to {warm[-1]} Tc, Γ = 0.02 Δ0: the gap goes from {gaps[0]:.2f} to {gaps[-1]:.2f} Δ0, the peak from {peak[0]:.2f} to {peak[-1]:.2f} Δ0")

# %%
V, t = np.linspace(-3, 3, 601), np.array([0.05, 0.2, 0.4, 0.7, 0.95])
fig, (left, right) = figure(1, 2)
for x, colour, style in zip(t, (BLUE, GREEN, ORANGE, RED, BLACK), ("-", "--", "-.", ":", "-"), strict=True):
    T, Delta = x / limits.GAP_OVER_TC, gap(x, 1.0) / limits.GAP_OVER_TC
    left.plot(V, nis_conductance(V, T, Delta, broadening=0.02), color=colour, ls=style, label=f"$T={x:g}\\,T_c$")
left.set(xlabel=r"voltage $eV/\Delta_0$", ylabel=r"conductance $G/G_n$")
left.legend(fontsize=8.5)
right.plot(warm, peak, color=RED, label="peak of $dI/dV$")
right.plot(warm, gaps, color=BLUE, ls="--", label=r"$\Delta(T)$")
right.set(xlabel="temperature $T/T_c$", ylabel=r"energy $/\Delta_0$", ylim=(0, 2))
right.legend()
show(fig, "Left: NIS conductance with broadening 0.02 Δ0 at five temperatures. At 0.05 Tc there are tall peaks at the gap and almost nothing between them; with rising temperature the peaks sink, spread and the valley fills, and at 0.95 Tc little is left. "
     "Right: the peak voltage against temperature starts near the gap and lies ever more above it, rising while the gap falls to zero.")

# %% [markdown]
# Left: the spectrum dissolves long before the gap closes. At $0.7\,T_c$ the gap is still $0.83\,\Delta_0$, but the window is $3.53\,T=1.40\,\Delta_0$ wide (numbers below). (That $3.5255\,T$ looks like the gap ratio $3.5278$ is chance.) Right: the
# peak is *not* the gap. Cold and sharp, it lies a little more than one $T$ above it, and with rising temperature it moves up while the gap goes down. A gap must be fitted, not read off the peak. That is section 2.
#
# At zero voltage the window looks at the middle of the gap. Without broadening only thermally excited electrons conduct, and $G(0)$ is Yosida's function, the same that counts the normal electrons in the penetration depth and in the Knight shift. Lifetime fills the gap too, and does not freeze out:
#
# $$G(0)\to\sqrt{2\pi\Delta/T}\;e^{-\Delta/T}\quad(\Gamma=0),\qquad G(0)\to\Gamma/\sqrt{\Gamma^2+\Delta^2}\quad(T=0).$$

# %%
t = 1 / np.linspace(1, 16, 200)
T, Delta = t / limits.GAP_OVER_TC, gap(t, 1.0) / limits.GAP_OVER_TC
fig, ax = figure()
for Gamma, colour, style in [(0.0, BLUE, "-"), (1e-4, GREEN, "--"), (1e-2, RED, "-.")]:
    ax.semilogy(1 / t, nis_conductance(0.0, T, Delta, broadening=Gamma), color=colour, ls=style, label=rf"$\Gamma={Gamma:g}\,\Delta_0$")
cold = t < 0.5
ax.semilogy(1 / t[cold], np.sqrt(2 * np.pi / T[cold]) * np.exp(-1 / T[cold]), color=BLACK, ls=":", label=r"$\sqrt{2\pi\Delta_0/T}\,e^{-\Delta_0/T}$")
ax.set(xlabel="inverse temperature $T_c/T$", ylabel="conductance at zero voltage $G(0)/G_n$")
ax.legend()
show(fig, "Conductance at zero voltage on a logarithmic axis against inverse temperature. Without broadening it falls along the dotted exponential by eleven powers of ten; with broadening it levels off, at 0.0001 and at 0.01.")

# %%
for t in (0.15, 0.5, 0.7, 0.9):
    T, Delta = t / limits.GAP_OVER_TC, gap(t, 1.0) / limits.GAP_OVER_TC
    print(f"T = {t:.2f} Tc: G(0) = {nis_conductance(0.0, T, Delta, broadening=0.0):.3e}   Yosida {yosida(T, Delta):.3e}   gap {Delta:.3f} Δ0, window {width * T:.3f} Δ0")

# %% [markdown]
# On this plot the slope of the straight line is $\Delta_0/T_c$: a gap from a thermometer and an ohmmeter. Where a curve levels off, temperature no longer matters and the floor shows $\Gamma$.
#
# ## 2 · A fit to a noisy curve
#
# Here is a curve as it comes from the laboratory, except that **it is synthetic**: we make it, for a tin junction at 1.3 K, with Gaussian noise from a generator with a stated seed. So we know the truth and can judge the fit.

# %%
SEED, NOISE = 10, 0.004 * meV  # of e I R_n
T_lab, Gamma = 1.3 * kelvin, 0.02 * meV
truth = gap(T_lab, elements["Sn"].Tc)
V = np.linspace(-1.2, 1.2, 121) * meV
exact = nis_current(V, T_lab, truth, broadening=Gamma)
I = exact + np.random.default_rng(SEED).normal(0, NOISE, V.size)
print(f"put in: Δ = {truth / meV:.4f} meV, Γ = {Gamma / meV:.4f} meV, T = {T_lab / meV:.4f} meV; noise {NOISE / meV} meV, {V.size} points")

# %%
held, free = fit_current(V, I, sigma=NOISE, T=T_lab), fit_current(V, I, sigma=NOISE)
for name, fit in [("T known", held), ("T fitted", free)]:
    print(f"{name:<9} Δ = {fit.Delta:.4f} ± {fit.Delta_error:.4f}   Γ = {fit.broadening:.4f} ± {fit.broadening_error:.4f}   T = {fit.T:.4f} ± {fit.T_error:.4f} meV"
          f"   χ² = {fit.chi2:.0f} for {fit.freedom}")
print(f"T known: Δ is {(held.Delta - truth) / held.Delta_error:+.1f} errors from the truth, Γ {(held.broadening - Gamma) / held.broadening_error:+.1f}")

# %%
assumed = np.linspace(0.9, 1.7, 17) * kelvin
fits = [fit_current(V, I, sigma=NOISE, T=x, start=(truth, Gamma, x)) for x in assumed]
for x, f in list(zip(assumed, fits, strict=True))[::4]:
    print(f"T assumed {x / kelvin:.1f} K: Γ = {f.broadening:.4f} meV, Δ = {f.Delta:.4f} meV, χ² = {f.chi2:.0f} for {f.freedom}")

# %%
model = nis_current(V, held.T, held.Delta, broadening=held.broadening)
fig, (left, right) = figure(1, 2)
left.plot(V, I, "o", ms=3, color=GREY, label="synthetic data")
left.plot(V, model, color=BLUE, label="fit, $T$ known")
left.plot(V, 20 * (I - model) - 1.5, ".", color=RED, ms=4, label=r"residual $\times20$, shifted by $-1.5$")
left.set(xlabel="voltage $V$ (mV)", ylabel="$IR_n$ (mV)")
left.legend(loc="upper left", fontsize=8.5)
right.errorbar(assumed / kelvin, [f.broadening for f in fits], [f.broadening_error for f in fits], fmt="o-", color=RED, lw=1, capsize=3, label=r"$\Gamma$ of the fit")
right.plot(assumed / kelvin, [f.Delta - truth for f in fits], "s--", color=BLUE, lw=1, label=r"$\Delta$ of the fit $-\,\Delta$ put in")
right.plot(T_lab / kelvin, Gamma, "*", ms=13, color=BLACK, label=r"$\Gamma$ put in")
right.set(xlabel="temperature assumed (K)", ylabel="energy (meV)")
right.legend(fontsize=8.5)
show(fig, "Left: synthetic current of a tin junction against voltage with the fitted curve, and its residuals enlarged below, which scatter without a pattern. "
     "Right: the broadening from the fit falls as the assumed temperature rises, reaches zero at 1.45 kelvin and stays there; the error of the gap falls from 0.009 millielectronvolts with it and then turns up. A star marks what was put in.")

# %% [markdown]
# The gap comes out to three parts in a thousand, and $\Gamma$ to a tenth. Left free, $T$ and $\Gamma$ exchange roles: each fills the gap and rounds the edge, and the error of $\Gamma$ grows five times. The right panel shows the danger. A thermometer that reads 0.2 K too
# low doubles $\Gamma$ and shifts the gap, and $\chi^2=104$ for 119 degrees of freedom does not object. One that reads too high drives $\Gamma$ to zero, where it stays (its error bar there means nothing), and now $\chi^2$ does grow. Measure the temperature separately, or cool until it does not matter.
#
# With $T$ known $\Delta$ missed by 2.3 of its own errors, which honest errors do once in about fifty times. Bad luck, or errors too small? Repeat the experiment with fresh noise.

# %%
rng, pulls = np.random.default_rng(SEED + 1), []
for _ in range(40):
    f = fit_current(V, exact + rng.normal(0, NOISE, V.size), sigma=NOISE, T=T_lab, start=(truth, Gamma, T_lab))
    pulls.append([(f.Delta - truth) / f.Delta_error, (f.broadening - Gamma) / f.broadening_error])
mean, spread = np.mean(pulls, axis=0), np.std(pulls, axis=0)
print(f"(fit − truth)/error over {len(pulls)} noisy curves: Δ mean {mean[0]:+.2f}, spread {spread[0]:.2f};  Γ mean {mean[1]:+.2f}, spread {spread[1]:.2f}")

# %% [markdown]
# Spreads near 1 and means near 0, within what 40 curves can tell (0.16 for a mean, 0.11 for a spread): it was bad luck. The quoted errors mean what they say, for this noise; a real amplifier drifts, too.
#
# ## 3 · Two superconductors
#
# With a superconductor on both sides there are two edges, $eIR_n=\int dE\,N_1(E)\,N_2(E+V)\,[f(E)-f(E+V)]$. Two features have names:
#
# * at $V=\Delta_1+\Delta_2$ the filled edge meets the empty one and the current *jumps*, by $\frac\pi2\sqrt{\Delta_1\Delta_2}\,[f(-\Delta_1)-f(\Delta_2)]$, because two inverse roots overlap;
# * at $V=|\Delta_1-\Delta_2|$ the few thermally excited electrons of the smaller gap meet the empty edge of the larger: a *cusp*, which grows like a logarithm and is frozen out with $T$.

# %%
Al, Sn = elements["Al"].Tc, elements["Sn"].Tc
T = 1.0 * kelvin
a, b = gap(T, Al), gap(T, Sn)
above, below = sis_current((a + b) * (1 + 1e-9), T, a, b), sis_current((a + b) * (1 - 1e-9), T, a, b)
fermi = lambda E: 1 / (np.exp(E / T) + 1)
print(f"Al–Sn at 1 K (BCS gaps): Δ = {a / meV:.4f} and {b / meV:.4f} meV; jump {above - below:.4f} meV, formula {np.pi / 2 * np.sqrt(a * b) * (fermi(-a) - fermi(b)):.4f} meV")
for distance in (1e-3, 1e-5, 1e-7, 1e-9):
    print(f"current at the fraction {distance:.0e} above the cusp: {sis_current((b - a) * (1 + distance), T, a, b) / meV:.4f} meV")

# %%
fig, (left, right) = figure(1, 2)
V = np.linspace(0.002, 1.2, 1200) * meV
for x, colour, style in [(0.5, BLUE, "-"), (0.8, GREEN, "--"), (1.0, ORANGE, "-."), (1.3, RED, ":")]:
    left.semilogy(V, sis_current(V, x * kelvin, gap(x * kelvin, Al), gap(x * kelvin, Sn)), color=colour, ls=style, label=f"{x} K")
left.set(xlabel="voltage $V$ (mV)", ylabel="$IR_n$ (mV)", title="Al–Sn", ylim=(1e-7, 3))
left.legend(fontsize=8.5)
V = np.linspace(0.002, 2.8, 1200)
for x, colour, style in [(0.2, BLUE, "-"), (0.6, GREEN, "--"), (0.8, ORANGE, "-."), (0.95, RED, ":")]:
    right.plot(V, sis_current(V, x / limits.GAP_OVER_TC, gap(x, 1.0) / limits.GAP_OVER_TC), color=colour, ls=style, label=f"$T={x}\\,T_c$")
right.set(xlabel=r"voltage $eV/\Delta_0$", ylabel=r"$eIR_n/\Delta_0$", title="equal gaps")
right.legend(fontsize=8.5)
show(fig, "Left, on a logarithmic axis: current of an aluminium–tin junction at 0.5, 0.8, 1.0 and 1.3 kelvin. The three colder curves have a spike at the difference of the gaps, fall beyond it and jump at the sum; the colder, the lower the current below the jump. At 1.3 kelvin aluminium is normal and both features are gone. "
     "Right: equal gaps; the current jumps at twice the gap, which moves down with temperature, and a thermal current grows below it.")

# %% [markdown]
# Read the left panel from the cusp to the jump: their half sum is the larger gap, their half difference the smaller, and no fit is needed. Between them the current *falls* with rising voltage, a negative resistance. Each step of a factor 100 towards the
# cusp adds the same 0.118 meV to the current (printed above): this is the logarithm. In the figure the grid of voltages ends it, in a real junction $\Gamma$ or an uneven gap. Right: with equal gaps the cusp sits at $V=0$, and what is left is the jump at $2\Delta(T)$. It stays sharp at any temperature,
# which the edge at $\Delta$ of section 1 does not: the second superconductor has no thermal window, it has an edge. For a sharp gap, use a superconducting tip.
#
# ## 4 · In as an electron, back as a hole
#
# Inside the gap no single electron can enter. But two can, as a pair: the electron is reflected as a hole, and a charge $2e$ has crossed (Andreev). At a perfect interface the amplitude is $\gamma=(E-i\sqrt{\Delta^2-E^2})/\Delta$, of size 1 inside the gap, and
# $(E-\sqrt{E^2-\Delta^2})/\Delta$ above it. Now add a barrier in front, which lets through with probability $D$ and reflects with $R=1-D$. The electron enters, comes back as a hole, leaves, or is reflected and tries again. (The barrier's own phases cancel, since electron and hole pick up opposite ones.) Sum the echoes:
#
# $$a=D\gamma\,[1+R\gamma^2+(R\gamma^2)^2+\dots]=\frac{D\gamma}{1-R\gamma^2},\qquad A=|a|^2 .$$


# %%
def echoes(E, Z, bounces):
    """Probability A that an electron of energy E (Δ = 1) comes back as a hole, after so many echoes."""
    D = 1 / (1 + Z**2)
    gamma = E - 1j * np.sqrt(1 - E + 0j) * np.sqrt(1 + E) if E < 1 else E - np.sqrt(E**2 - 1)
    return abs(D * gamma * np.sum(((1 - D) * gamma**2) ** np.arange(bounces))) ** 2


for E, Z in [(0.0, 0.0), (0.0, 1.0), (0.5, 1.0), (0.99, 1.0), (1.2, 1.0)]:
    print(f"E = {E:<4} Δ, Z = {Z}: 1 echo {echoes(E, Z, 1):.4f}, 3 echoes {echoes(E, Z, 3):.4f}, 100 echoes {echoes(E, Z, 100):.4f}   module (BTK) {andreev_reflection(E, 1.0, Z):.4f}")

# %%
E, V, Z = np.linspace(0, 2, 801), np.linspace(-2.5, 2.5, 501), 0.5
A, B = andreev_reflection(E, 1.0, Z), normal_reflection(E, 1.0, Z)
fig, (left, right) = figure(1, 2)
left.stackplot(E, A, B, 1 - A - B, colors=[BLUE, ORANGE, "#dddddd"])
for x, y, text, colour in [(0.4, 0.3, "hole, $A$", "white"), (0.3, 0.87, "electron, $B$", "black"), (1.25, 0.6, "enters", "black")]:
    left.text(x, y, text, color=colour)
left.set(xlabel=r"energy $E/\Delta$", ylabel="share of the electrons", title="$Z=0.5$", xlim=(0, 2), ylim=(0, 1))
for Z, colour, style in [(0.0, BLUE, "-"), (0.5, GREEN, "--"), (1.0, ORANGE, "-."), (5.0, RED, ":")]:
    right.plot(V, btk_conductance(V, 0.05, 1.0, Z), color=colour, ls=style, label=f"$Z={Z:g}$")
right.set(xlabel=r"voltage $eV/\Delta$", ylabel="conductance $G/G_n$", title=r"$T=0.05\,\Delta$")
right.legend(fontsize=8.5)
show(fig, "Left: share of electrons that come back as a hole, come back as an electron, or enter, against energy for a weak barrier: inside the gap nothing enters, at the edge all are holes, beyond it most enter. "
     "Right: conductance against voltage for four barriers at a low temperature: a plateau of height two without barrier, which becomes a valley between two peaks at the gap as the barrier grows.")

# %%
for Z in (0.0, 0.5, 1.0, 5.0):
    D = 1 / (1 + Z**2)
    print(f"Z = {Z:<3} D = {D:.3f}: G(0)/G_n = {btk_conductance(0.0, 0.0, 1.0, Z):.4f}, 2D/(2 − D)² = {2 * D / (2 - D) ** 2:.4f};  at V = Δ: {btk_conductance(1.0, 0.0, 1.0, Z):.2f}")
excess = quad(lambda V: btk_conductance(V, 0.0, 1.0, 0.0) - 1, 1, np.inf)[0] + 1
print(f"excess current of a contact without barrier: eIR_n − V → {excess:.4f} Δ")

# %% [markdown]
# A charge $2e$ for each electron: the conductance doubles, $G=2G_n$. With a barrier each Andreev reflection must cross it twice, so inside the gap $G/G_n\propto D$, and $G\propto D^2$ itself. This is why a tunnel junction shows an empty gap, and one formula leads from a metallic contact to
# section 1. At $E=\Delta$ the echoes are all in step ($\gamma=1$) and $A=1$ behind *any* barrier. The states of section 1 pile up and are conserved, so the tunnel current returns to Ohm's line; the clean contact keeps an excess of $\frac43\Delta$ for ever.
# An experimenter takes note: a filled gap may be temperature, $\Gamma$, or a leaky barrier.
#
# ## 5 · A current without voltage
#
# Put the second superconductor on the other side. A hole that comes back is turned into an electron again, and the round trip closes into a bound state, which depends on the phase difference. One channel of transparency $\tau$ has the levels $\pm E_A$, and the free energy $F$ of these two is all that depends on $\varphi$:
#
# $$E_A=\Delta\sqrt{1-\tau\sin^2\tfrac\varphi2},\qquad F=-2T\ln\!\Big(2\cosh\frac{E_A}{2T}\Big),\qquad eIR_n=\frac{2\pi}{\tau}\frac{dF}{d\varphi}.$$
#
# (A phase is conjugate to the number of pairs, $I=\frac{2e}\hbar\frac{dF}{d\varphi}$, and one channel with two spins has $1/R_n=\tau e^2/\pi\hbar$.)


# %%
def free_energy(phi, T, tau):
    return -2 * T * np.log(2 * np.cosh(andreev_level(phi, 1.0, tau) / (2 * T)))


T, h = 0.1, 1e-4
for phi, tau in [(1.0, 0.01), (1.0, 0.9), (2.8, 0.9)]:
    slope = (free_energy(phi + h, T, tau) - free_energy(phi - h, T, tau)) / (2 * h)
    print(f"φ = {phi}, τ = {tau}: from F {2 * np.pi / tau * slope:.5f}   module {point_contact_current(phi, T, 1.0, tau):.5f}   (π/2) sin φ = {np.pi / 2 * np.sin(phi):.5f}")

# %%
phi, t = np.linspace(0, 2 * np.pi, 401), np.linspace(0.01, 1, 300)
T, Delta = t / limits.GAP_OVER_TC, gap(t, 1.0) / limits.GAP_OVER_TC
fig, (left, right) = figure(1, 2)
for tau, colour, style in [(1.0, RED, "-"), (0.9, GREEN, "--"), (1e-6, BLUE, "-.")]:
    name = r"$\tau\to0$ (tunnel)" if tau < 0.1 else rf"$\tau={tau:g}$"
    left.plot(phi, point_contact_current(phi, 0.02, 1.0, tau), color=colour, ls=style, label=name)
    right.plot(t, critical_current(T, Delta, tau), color=colour, ls=style, label=name)
right.axhline(np.pi / 2, color=GREY, lw=1, ls=":", label=r"$\pi/2$")
left.set(xlabel=r"phase difference $\varphi$", ylabel=r"$eIR_n/\Delta$", xticks=[0, np.pi, 2 * np.pi], xticklabels=["0", r"$\pi$", r"$2\pi$"])
right.set(xlabel="temperature $T/T_c$", ylabel=r"$eI_cR_n/\Delta_0$", ylim=(0, 3.4))
right.legend()
show(fig, "Left: supercurrent against phase at T = 0.02 Δ: a sine for the tunnel junction, a skewed curve for transparency 0.9, and nearly a saw-tooth with a fall at π for the clean contact. "
     "Right: critical current against temperature; the clean contact starts at π and falls from the lowest temperatures on, the tunnel junction starts at π/2 and is flat at first; both vanish at Tc, with the same slope.")

# %%
for t in (0.01, 0.5, 0.99):
    T, Delta = t / limits.GAP_OVER_TC, gap(t, 1.0) / limits.GAP_OVER_TC
    print(f"T = {t} Tc: tunnel {critical_current(T, Delta):.4f}, clean {critical_current(T, Delta, 1.0):.4f} (ratio {critical_current(T, Delta, 1.0) / critical_current(T, Delta):.3f}), largest at φ = {critical_phase(T, Delta, 1.0) / np.pi:.3f} π")
print(f"tin, tunnel junction at T = 0: I_c R_n = {critical_current(0.0, gap(0.0, Sn)) / meV:.2f} mV; a voltage of 1 mV across a junction turns the phase with 2eV/h = {2 * meV / GHz:.1f} GHz")

# %% [markdown]
# A tunnel junction follows Josephson's $I_c\sin\varphi$, with Ambegaokar and Baratoff's $eI_cR_n=\frac\pi2\Delta\tanh\frac\Delta{2T}$. A surprise: pairs cross with $D$, like single electrons, not with $D^2$, because the two condensates are coherent, so the supercurrent is as large as the normal current at
# $V=\frac\pi2\Delta/e$. In a clean contact (Kulik and Omelyanchuk) $I_c$ is twice that, the curve is a saw-tooth, and heat blunts it soon since at $\varphi=\pi$ the level comes down to zero. At $T_c$ both agree. And a constant voltage makes an alternating current, at a frequency that contains
# nothing but $2e/h$: the 2 is the pair.
#
# ## Explore
#
# Temperature and lifetime on the conductance of section 1. Can you find two settings that look alike, one warm and sharp, one cold and broad? Then compare the walls and the bottom of the gap.


# %%
def draw(ax, t=0.2, Gamma=0.02):
    V, scale = np.linspace(-3, 3, 481), limits.GAP_OVER_TC
    T, Delta = t / scale, gap(t, 1.0) / scale
    ax.plot(V, density_of_states(V, Delta, broadening=Gamma), color=GREY, ls="--", lw=1.2, label=r"density of states, $\Gamma$ alone")
    ax.plot(V, nis_conductance(V, T, Delta, broadening=Gamma), color=BLUE, label=f"$dI/dV$, $T={t:.2f}\\,T_c$, $\\Gamma={Gamma:.3f}\\,\\Delta_0$")
    for sign in (-1, 1):
        ax.axvline(sign * Delta, color=RED, lw=1, ls=":")
    ax.set(xlabel=r"voltage $eV/\Delta_0$", ylabel="conductance $G/G_n$", ylim=(0, 4.5))
    ax.legend(loc="upper right")


# %%
explore(draw, t=(0.02, 1.0), Gamma=(0.002, 0.5), labels={"t": "temperature", "Gamma": "broadening Γ"}, units={"t": "Tc", "Gamma": "Δ₀"},
        presets={"cold, sharp": {"t": 0.02, "Gamma": 0.002}, "hot": {"t": 0.6, "Gamma": 0.002}, "dirty": {"t": 0.02, "Gamma": 0.2}},
        alt="NIS conductance at a fifth of Tc and broadening 0.02 Δ0 (solid), with the density of states (dashed) behind it, and dotted lines at plus and minus the gap. Temperature cuts the peaks to less than half and moves them outwards. "
            "Sliders change temperature and broadening.")

# %% [markdown]
# ## Compare with experiment
#
# Giaever's junctions of aluminium, indium, tin and lead gave the first gaps of this kind. His numbers are recalled (open symbols), those of the later table were read in the named source (filled). All are divided by the $T_c$ of the bulk metal.

# %%
for symbol in ("Al", "Sn", "In", "Pb"):
    e, full = elements[symbol], tunnel_gaps[symbol]
    later = f"{2 * e.Delta0 / e.Tc:.2f} ({e.Delta0.status})" if e.Delta0 else "no sourced gap"
    print(f"{symbol}: 2Δ = {full.amount} ({full.status}, {full.source}); 2Δ/Tc = {full / e.Tc:.2f}, later table {later};  BCS 2Δ0 = {limits.GAP_RATIO * e.Tc / meV:.3f} meV")
print("Debye temperature over gap:", {x: round(elements[x].theta_D / (tunnel_gaps[x] / 2)) for x in ("Al", "Sn", "In", "Pb")})
print(f"BCS: 2Δ0/Tc = {limits.GAP_RATIO:.3f};  later table: {elements['Pb'].Delta0.source}")
print(remarks["tunnelling"])

# %%
fig, ax = figure()
for i, symbol in enumerate(("Al", "Sn", "In", "Pb")):
    e, full = elements[symbol], tunnel_gaps[symbol]
    ax.errorbar(i, full / e.Tc, (full.uncertainty or 0) / e.Tc, fmt="o", mfc="white", ms=8, color=RED, capsize=3, label="first junctions (recalled)" if i == 0 else None)
    if e.Delta0:
        ax.plot(i, 2 * e.Delta0 / e.Tc, "s", color=BLUE, label="later table (sourced)" if i == 1 else None)
ax.axhline(limits.GAP_RATIO, color=BLACK, ls="--", label="BCS, weak coupling")
ax.set(xticks=range(4), xticklabels=["Al", "Sn", "In", "Pb"], ylabel=r"$2\Delta/k_BT_c$", ylim=(3, 4.8))
ax.legend(loc="upper left")
show(fig, "Ratio of the full gap to Tc for aluminium, tin, indium and lead. Aluminium, at 3.3, lies below the dashed BCS line at 3.53 with an error bar that almost reaches it; tin and indium lie on it or slightly above, lead at 4.3 to 4.5 far above.")

# %% [markdown]
# Aluminium, tin and indium come within seven per cent of the one number that BCS offers for all metals; lead is a quarter above, too far for any doubt about films or thermometers. There the attraction is strong, the phonons' energies reach only some seven times $\Delta$ (two hundred times in aluminium), and weak coupling is no longer good. (In lead the
# tunnel current shows the phonons themselves, as ripples in $dI/dV$ that this chapter's $N(E)$ does not have.) Five per cent between two tables of the same metal is also the size of the error one should expect: the $T_c$ of a film is not that of the bulk.
#
# ## Check
#
# Closed forms at $T=0$, a limit that joins two sections, and numbers from the literature.

# %%
V = np.array([1.2, 2.5, 6.0])
assert np.allclose(nis_current(V, 0.0, 1.0, broadening=0.0), np.sqrt(V**2 - 1), rtol=1e-12)  # rounding
assert np.allclose(sis_current(V, 0.3, 1.0, 0.0), nis_current(V, 0.3, 1.0, broadening=0.0), rtol=1e-12)  # a gap of 0 is a metal
V, k = np.array([2.0001, 2.5, 6.0]), 2 / np.array([2.0001, 2.5, 6.0])
closed = V * (ellipe(1 - k**2) - k**2 / 2 * ellipk(1 - k**2))  # scipy's parameter m
assert np.allclose(sis_current(V, 0.0, 1.0), closed, rtol=1e-10)  # rounding of 1 − k² near the jump
assert np.isclose(sis_current(2.0, 0.0, 1.0), np.pi / 2, rtol=1e-12)
print("T = 0: NIS is a hyperbola, SIS an elliptic integral with a jump of πΔ/2")

# %%
for V, T in [(0.0, 0.1), (0.9, 0.1), (1.5, 0.3)]:
    assert abs(conductance(V, T) / nis_conductance(V, T, 1.0, broadening=0.0) - 1) < 1e-9  # even in u and gone at the end: the trapezoid is exact to rounding
    assert abs(btk_conductance(V, T, 1.0, 300.0) - nis_conductance(V, T, 1.0, broadening=0.0)) < 1e-3  # D = 1e-5, edge cut off at its root
lost = quad(lambda V: nis_conductance(V, 0.2, 1.0, broadening=0.0) - 1, 0, 40)[0]
assert abs(lost + 1 / 80) < 1e-4  # states are conserved: what is missing up to V is Δ²/2V, next term smaller by (Δ/V)²
for t in (0.15, 0.5, 0.9):
    T, Delta = t / limits.GAP_OVER_TC, gap(t, 1.0) / limits.GAP_OVER_TC
    assert np.isclose(nis_conductance(0.0, T, Delta, broadening=0.0), yosida(T, Delta), rtol=1e-10)  # two routes to one function
print("three lines, echoes, Yosida, and the high barrier agree")

# %%
assert abs(echoes(0.5, 1.0, 100) - andreev_reflection(0.5, 1.0, 1.0)) < 1e-12  # what is left is R¹⁰⁰
assert abs(excess - 4 / 3) < 1e-6  # Blonder, Tinkham, Klapwijk (1982): 4/3 for Z = 0
assert np.isclose(critical_current(0.0, 1.0), limits.TUNNEL_CRITICAL_CURRENT, rtol=1e-12)  # Ambegaokar and Baratoff
assert np.isclose(critical_current(0.0, 1.0, 1.0), np.pi, rtol=1e-12)  # Kulik and Omelyanchuk
for value, put_in, error in [(held.Delta, truth, held.Delta_error), (held.broadening, Gamma, held.broadening_error)]:
    assert abs(value - put_in) < 4 * error  # four standard errors: 1 in 16 000
assert np.all(np.abs(mean) < 4 / np.sqrt(len(pulls))) and np.all(np.abs(spread - 1) < 4 / np.sqrt(2 * len(pulls)))  # statistics
print("published limits 4/3, π/2 and π; the fit finds what was put in")

# %% [markdown]
# ## Where this fails
#
# * **Dynes' $\Gamma$ is a fit parameter.** It was made for lifetimes; noise on the voltage, an uneven gap or a leaky barrier look much the same.
# * **One gap, no direction.** In a $d$-wave superconductor (chapter 04) the tunnel current depends on the face of the crystal.
# * **Strong coupling.** In lead $\Delta$ depends on energy, and $N(E)$ has the phonons in it.
# * **Andreev with one plane wave.** BTK is one-dimensional, for equal Fermi velocities, a sharp $\Delta$ at the interface and a contact smaller than the mean free path; a contact that is not small shows dips that are no gaps.
# * **Charging and noise** are left out of the Josephson current: small junctions switch early, and $I_c$ as measured lies below the formula.
#
# <!-- try it -->
# ## Try it
#
# * In section 2 raise `NOISE` tenfold, and then set it back and `T_lab` to 0.5 K. What does each do to the errors of $\Delta$ and $\Gamma$, with $T$ known and with $T$ fitted?
# * In section 3 replace tin by indium (in the line that sets `Al, Sn`). Where are cusp and jump now, and at what temperature does the cusp vanish?
# * In section 4 how large may $Z$ be before $G(0)$ drops below $G_n$? (Solve $2D=(2-D)^2$ and try.)
# * [The exercises of this chapter](../exercises/10_tunnelling.ipynb): a gap from an ohmmeter, two gaps read off one curve, what is left at high voltage, and Josephson's numbers.
# * Go on with [project A](../exercises/14a_tunnelling_curves.ipynb): from raw curves at five temperatures to $\Delta(T)$, $T_c$ and the coupling, with their errors.
#
# ## Further reading
#
# * I. Giaever, *Phys. Rev. Lett.* **5**, 147 and 464 (1960): the first gap on a voltmeter, then with two superconductors.
# * R. C. Dynes, V. Narayanamurti, J. P. Garno, *Phys. Rev. Lett.* **41**, 1509 (1978): the broadening and how it was measured.
# * G. E. Blonder, M. Tinkham, T. M. Klapwijk, *Phys. Rev. B* **25**, 4515 (1982): from metallic to tunnel contact; table II is what the module computes.
# * V. Ambegaokar, A. Baratoff, *Phys. Rev. Lett.* **10**, 486 (1963): the critical current, with its erratum.
# * L. Janson and others, arXiv:1110.6254: a student laboratory that fits a gap of niobium with a gold tip; a model for your own.
# * M. Tinkham, *Introduction to Superconductivity*, 2nd ed., section 3.8: tunnelling, in the same units and more slowly.
