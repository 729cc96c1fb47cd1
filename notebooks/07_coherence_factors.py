# %% [markdown]
# # Ask with sound, spins and light
#
# <!-- minutes: 35 -->
# *35 minutes · you need: the amplitudes $u$, $v$ and the density of states (chapter 04), the gap $\Delta(T)$ (chapter 05) · in the book: "Advanced probes and
# collective modes", first half: nuclear relaxation and the Hebel–Slichter peak.*
#
# **What you will see:** two probes shake the very same quasiparticles; below $T_c$ one response falls at once, the other rises first, and the only difference is
# whether two amplitudes are subtracted or added.

# %% [markdown]
# | in the text | in the code | meaning | unit |
# |---|---|---|---|
# | $T$, $\Delta$, $\Delta_0$ | `T`, `Delta`, `Delta0` | temperature, gap at $T$, gap at $T=0$ ($k_B=1$) | energy |
# | $t$ | `t` | $T/T_c$ | 1 |
# | $\xi$, $E=\sqrt{\xi^2+\Delta^2}$ | `xi`, `E` | electron and quasiparticle energy from the Fermi level | energy |
# | $u$, $v$ | `u`, `v` | amplitudes of "pair state empty" and "pair state full" | 1 |
# | $\eta$ | `parity` | $+1$ (case I) or $-1$ (case II): what time reversal does to the probe | 1 |
# | $f$ | | Fermi function $1/(e^{E/T}+1)$ | 1 |
# | $F$ | `coherence_factor` | coherence factor; a prime marks the final state | 1 |
# | $N$, $M$ | `N`, `M` | density of states and its partner from the interference, over the normal one | 1 |
# | $\Gamma$ | `Gamma`, `broadening` | width of a quasiparticle level | energy |
# | $b$ | `b` | spread of the gap over directions, $\Delta(1\pm b)$ | 1 |
# | $Y$ | `yosida` | Yosida function: spin susceptibility over the normal one | 1 |
# | $\omega$ | `omega` | frequency of the probe ($\hbar=1$) | energy |
# | $\sigma_1+i\sigma_2$ | `conductivity` | complex conductivity over the normal one | 1 |
# | $\lambda$ | `penetration_depth` | depth to which a magnetic field enters | length |

# %%
from functools import reduce

import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq, minimize_scalar
from scipy.special import ellipe, ellipk

from bcs_helpers import limits
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, PINK, RED, figure, show
from bcs_helpers.gap import gap
from bcs_helpers.materials import elements, nmr, remarks, tunnel_gaps
from bcs_helpers.response import absorption, coherence_factor, conductivity, penetration_depth, relaxation_rate
from bcs_helpers.response import superfluid_density, ultrasonic_attenuation, yosida
from bcs_helpers.spectrum import amplitudes
from bcs_helpers.units import GHz, kelvin, meV, metre, mu0, nm, ohm, second, speed_of_light

# %% [markdown]
# Three probes, all measured against the normal metal, in reduced units ($T_c=1$): the damping of sound, the spin susceptibility seen by the Knight shift, and
# the rate $1/T_1$ at which nuclear spins relax. For the last one a level width had to be chosen, $\Gamma=0.02\,\Delta_0$; section 3 is about that choice.

# %%
t = np.linspace(0.02, 1.2, 600)
Delta, Delta0 = gap(t, 1.0), gap(0.0, 1.0)
fig, ax = figure()
ax.plot(t, relaxation_rate(t, Delta, broadening=0.02 * Delta0), color=RED, label=r"nuclear relaxation $R_s/R_n$, $\Gamma=0.02\,\Delta_0$")
ax.plot(t, yosida(t, Delta), color=GREEN, ls="-.", label=r"spin susceptibility $\chi_s/\chi_n$")
ax.plot(t, ultrasonic_attenuation(t, Delta), color=BLUE, ls="--", label=r"sound attenuation $\alpha_s/\alpha_n$")
ax.set(xlabel="temperature $T/T_c$", ylabel="superconductor / normal metal", xlim=(0, 1.2), ylim=(0, 2.4))
ax.legend(loc="upper left")
show(fig, "Three responses over those of the normal metal against T/Tc. Coming from above Tc, sound attenuation drops with a vertical tangent and the spin "
     "susceptibility with a finite slope, while nuclear relaxation rises to a peak of about 1.9 near 0.87 Tc and falls below one only under 0.6 Tc. All nearly vanish in the cold.")

# %% [markdown]
# All three need thermally excited quasiparticles, so all three die when the metal is cold. But just below $T_c$ sound and spins give opposite answers. In the
# normal metal both count electrons in the same way. What has changed is how the two halves of a quasiparticle, electron and hole, interfere.
#
# ## 1 · Two paths between the same two states
#
# A probe moves an electron from $k\!\uparrow$ to $k'\!\uparrow$. It also moves the time-reversed partners, and with a definite relative sign $\eta$:
#
# $$B=c^\dagger_{k'\uparrow}c_{k\uparrow}+\eta\,c^\dagger_{-k\downarrow}c_{-k'\downarrow},\qquad
# \eta=\begin{cases}+1&\text{case I: unchanged by time reversal (density, sound)}\\-1&\text{case II: reversed (spin, current)}\end{cases}$$
#
# In the normal metal the two terms are two different processes. In the superconductor they lead from the *same* initial quasiparticle to the *same* final one, so
# their amplitudes add. We need no algebra to find them: four levels, sixteen states, and matrices that anticommute (Jordan–Wigner).

# %%
lower, string, one = np.array([[0, 1], [0, 0]]), np.diag([1, -1]), np.eye(2)
c = [reduce(np.kron, [string] * i + [lower] + [one] * (3 - i)) for i in range(4)]  # k↑, −k↓, k′↑, −k′↓
vacuum = np.eye(16)[0]


def paired(u, v, i, j):
    """u + v c†_i c†_j: one factor of the BCS state."""
    return u * np.eye(16) + v * c[i].T @ c[j].T


# %%
def amplitude(xi, xi_final, parity, Delta=1.0):
    """⟨quasiparticle in k′| B |quasiparticle in k⟩ from 16×16 matrices."""
    (u, v), (u2, v2) = amplitudes(xi, Delta), amplitudes(xi_final, Delta)
    ground = paired(u, v, 0, 1) @ paired(u2, v2, 2, 3) @ vacuum
    before = (u * c[0].T - v * c[1]) @ ground  # γ† = u c†↑ − v c↓
    after = (u2 * c[2].T - v2 * c[3]) @ ground
    return after @ (c[2].T @ c[0] + parity * c[1].T @ c[3]) @ before


for xi, xi_final in [(0.6, 0.3), (0.6, -0.3), (2.0, -1.0), (0.5, -0.5)]:
    (u, v), (u2, v2) = amplitudes(xi, 1.0), amplitudes(xi_final, 1.0)
    print(f"ξ = {xi}, ξ′ = {xi_final:4}:  case I {round(amplitude(xi, xi_final, 1), 4) + 0:.4f}, uu′−vv′ = {u * u2 - v * v2:.4f};  "
          f"case II {amplitude(xi, xi_final, -1):.4f}, uu′+vv′ = {u * u2 + v * v2:.4f}")

# %% [markdown]
# The second path carries its own minus sign, from the exchange of two fermions. So a probe with $\eta=+1$ *subtracts*, $uu'-vv'$, and one with $\eta=-1$
# *adds*, $uu'+vv'$. Each shell of energy $E'$ contains $\xi'$ and $-\xi'$; the mean over the two signs is the coherence factor
#
# $$F_{\mathrm{I,II}}=\Big\langle(uu'\mp vv')^2\Big\rangle_{\pm\xi'}=\frac12\Big(1\mp\frac{\Delta^2}{EE'}\Big).$$

# %%
xi, xi_final = 0.5, np.linspace(-4, 4, 401)
(u, v), (u2, v2) = amplitudes(xi, 1.0), amplitudes(xi_final, 1.0)
fig, (left, right) = figure(1, 2)
left.plot(xi_final, (u * u2 - v * v2) ** 2, color=BLUE, ls="--", label="case I")
left.plot(xi_final, (u * u2 + v * v2) ** 2, color=RED, label="case II")
left.set(xlabel=r"final state $\xi'/\Delta$", ylabel=r"$(uu'\mp vv')^2$ from $\xi=\Delta/2$", ylim=(-0.03, 1.03))
left.legend()
print(f"at ξ′ = −ξ: case I {np.interp(-xi, xi_final, (u * u2 - v * v2) ** 2) + 0:.3f}, case II {np.interp(-xi, xi_final, (u * u2 + v * v2) ** 2):.3f}")

# %%
E, fine = np.linspace(1, 6, 16), np.linspace(1, 6, 300)
right.plot(fine, coherence_factor(fine, fine, 1.0, 1), color=BLUE, ls="--", label="case I, scattering")
right.plot(fine, coherence_factor(fine, fine, 1.0, 2), color=RED, label="case II, scattering")
right.plot(E, coherence_factor(-E, E, 1.0, 1), "o", color=BLUE, mfc="white", label="case I, pair creation")
right.plot(E, coherence_factor(-E, E, 1.0, 2), "s", color=RED, mfc="white", label="case II, pair creation")
right.set(xlabel=r"energy $E=E'$ $/\Delta$", ylabel="coherence factor $F$", ylim=(-0.03, 1.03))
right.legend(loc="center right", bbox_to_anchor=(1, 0.3))
show(fig, "Left: squared amplitudes from the state at half a gap above the Fermi level against the final state. Case I vanishes at minus half a gap and rises to 0.6 on the electron side; "
     "case II peaks at one for plus half a gap. Right: mean coherence factor against energy; case I starts at zero, case II at one, both approach one half. "
     "For creating a pair the two curves change places.")

# %% [markdown]
# Left: sound cannot turn an electron-like quasiparticle ($\xi>0$) into its hole-like mirror image ($\xi'=-\xi$): the two have opposite charge and the amplitudes cancel exactly.
# For spin they never cancel, and between states near the gap edge they add up to almost one. Right: after averaging, case I is zero at the gap edge, where all the
# states are, and case II is twice its normal value $\frac12$. Far from the gap, $E\gg\Delta$, nothing interferes any more. When the probe creates *two* quasiparticles instead of
# moving one, the roles are exchanged. We shall meet that in section 4.
#
# ## 2 · Sound falls, spins peak
#
# At a frequency far below $\Delta$ the probe moves a quasiparticle without changing its energy. The rate counts initial states, final states, and blocking, and carries
# the factor of section 1. Over the normal metal ($F=\frac12$):
#
# $$\frac{R_s}{R_n}=2\int_\Delta^\infty\!dE\,\Big(-\frac{\partial f}{\partial E}\Big)\,N^2(E)\Big(1\mp\frac{\Delta^2}{E^2}\Big),\qquad N(E)=\frac{E}{\sqrt{E^2-\Delta^2}} .$$
#
# In case I the product is *exactly one*: interference removes precisely what the density of states piled up, and
#
# $$\frac{\alpha_s}{\alpha_n}=2f(\Delta)=\frac{2}{e^{\Delta/T}+1}.$$
#
# In case II it is $(E^2+\Delta^2)/(E^2-\Delta^2)$, and the integral does not exist: it diverges like a logarithm at the gap edge. So we give each level a width
# $\Gamma$ (Dynes): $z=E+i\Gamma$, $N=\mathrm{Re}\,z/\sqrt{z^2-\Delta^2}$, $M=\mathrm{Re}\,\Delta/\sqrt{z^2-\Delta^2}$, and the weight is $N^2\mp M^2$. Let us do
# it by hand, with a grid that is fine at the edge.


# %%
def rates(T, Delta, Gamma):
    """Case I, no interference, case II: 2∫dE (−f′) times N² − M², N², N² + M²."""
    s = np.linspace(-np.arcsinh(Delta / Gamma), np.arcsinh(40 * T / Gamma), 4001)
    E = Delta + Gamma * np.sinh(s)
    root = np.sqrt(E + 1j * Gamma - Delta) * np.sqrt(E + 1j * Gamma + Delta)
    N, M = ((E + 1j * Gamma) / root).real, (Delta / root).real
    window = Gamma * np.cosh(s) / (2 * T * np.cosh(E / (2 * T)) ** 2)
    return [np.trapezoid(window * weight, s) for weight in (N**2 - M**2, N**2, N**2 + M**2)]


for t in (0.99, 0.95, 0.9, 0.8, 0.6, 0.4):
    subtract, alone, add = rates(t, gap(t, 1.0), 0.02 * Delta0)
    print(f"T = {t:<4} Tc: case I {subtract:.3f} (2f(Δ) = {ultrasonic_attenuation(t, gap(t, 1.0)):.3f}),  no interference {alone:.3f},  case II {add:.3f}")

# %%
E = 1 + np.geomspace(1e-3, 4, 400)
fig, (left, right) = figure(1, 2)
left.loglog(E - 1, (E**2 + 1) / (E**2 - 1), color=RED, label="case II")
left.loglog(E - 1, E**2 / (E**2 - 1), color=GREY, ls=":", label="no interference")
left.loglog(E - 1, np.ones_like(E), color=BLUE, ls="--", label="case I")
left.set(xlabel=r"distance from the gap edge $(E-\Delta)/\Delta$", ylabel=r"weight $N^2(1\mp\Delta^2/E^2)$", ylim=(0.5, 2000))
left.legend()
print(f"one thousandth of Δ above the edge: case II {(E[0]**2 + 1) / (E[0]**2 - 1):.0f}, no interference {E[0]**2 / (E[0]**2 - 1):.0f}, case I 1")

# %%
inverse = np.linspace(1.001, 8, 300)
T, Delta = 1 / inverse, gap(1 / inverse, 1.0)
for Gamma, colour, style in [(2e-2, ORANGE, (0, (5, 1))), (1e-3, RED, "-")]:
    right.semilogy(inverse, relaxation_rate(T, Delta, broadening=Gamma * Delta0), color=colour, ls=style, label=rf"spins, $\Gamma={Gamma:g}\,\Delta_0$")
right.semilogy(inverse, yosida(T, Delta), color=GREEN, ls="-.", label="susceptibility $Y$")
right.semilogy(inverse, ultrasonic_attenuation(T, Delta), color=BLUE, ls="--", label="sound")
cold = inverse > 1.5
right.semilogy(inverse[cold], limits.yosida_low_temperature(Delta / T)[cold], color=BLACK, lw=1, ls=":", label=r"$\sqrt{2\pi\Delta/T}\,e^{-\Delta/T}$")
right.semilogy(inverse[cold], 2 * np.exp(-Delta / T)[cold], color=BLACK, lw=1, ls=(0, (1, 4)), label=r"$2e^{-\Delta/T}$")
right.set(xlabel="$T_c/T$", ylabel="superconductor / normal metal", ylim=(1e-6, 20))
right.legend(fontsize=8)
show(fig, "Left, both axes logarithmic: the weight of a quasiparticle against its distance from the gap edge. Case I is one everywhere; without interference it rises toward the edge as one over the distance, "
     "half as high as case II there. Right: three responses on a logarithmic axis against Tc/T. Sound and susceptibility become straight lines onto their dotted closed forms; "
     "nuclear relaxation starts above one and falls alongside for the narrow width, and flattens below one thousandth for the wide one.")

# %% [markdown]
# Left: for sound the famous peak in the density of states is invisible. Remove the interference (dotted) and sound would have a peak as well; add instead of subtract (solid) and the edge
# counts twice. So the book is right to name *both* causes of the peak in NMR: the pile-up of states, and the coherence that does not undo it. The numbers above say how much is whose: at $0.9\,T_c$
# with $\Gamma=0.02\,\Delta_0$ the density of states alone would give 1.20, with interference it is 1.87. They also show case I slightly above $2f(\Delta)$: levels
# with a width reach into the gap.
#
# Right: when cold, each response is activated with the same $\Delta$. Sound has no prefactor to fit, so it is the cleanest gauge of the gap: measure
# $\alpha_s/\alpha_n$, solve $\Delta=T\ln(2\alpha_n/\alpha_s-1)$. The Yosida function $Y=2\int_0^\infty d\xi\,(-\partial f/\partial E)$ is the static spin response: pairs are singlets,
# only quasiparticles can be polarised, and the Knight shift falls with them. The narrow width's curve (solid) runs parallel to the others down to $10^{-4}$; that of the
# larger width (long dashes) ends in a floor, $R_s/R_n\to\Gamma^2/(\Gamma^2+\Delta^2)$: that is the width in the model speaking, not BCS.
#
# ## 3 · How high is the peak?
#
# The book says that there is a peak just below $T_c$. How high, it does not say, and cannot: without any broadening the answer is *infinite*. Near the edge $N^2+M^2\to\Delta/(E-\Delta)$ until
# $E-\Delta$ reaches $\Gamma$, so
#
# $$\frac{R_s}{R_n}\simeq 2\Delta\Big(-\frac{\partial f}{\partial E}\Big)_\Delta\ln\frac{\Delta}{\Gamma}+\dots=\frac{x}{\cosh^2x}\ln\frac{\Delta}{\Gamma}+\dots,\qquad x=\frac{\Delta}{2T}.$$
#
# The prefactor is largest where $2x\tanh x=1$. This fixes where the peak goes as $\Gamma\to0$, and what each further decade adds.


# %%
def peak(Gamma):
    """Temperature and height of the maximum, in Tc and in the normal rate, for a width Γ in Δ0."""
    found = minimize_scalar(lambda t: -relaxation_rate(t, gap(t, 1.0), broadening=Gamma * Delta0), bounds=(0.5, 0.999), method="bounded", options={"xatol": 1e-7})
    return found.x, -found.fun


x = brentq(lambda x: 2 * x * np.tanh(x) - 1, 0.1, 2)
slope = x / np.cosh(x) ** 2
place = brentq(lambda t: gap(t, 1.0) - 2 * x * t, 0.5, 0.999)
print(f"Γ → 0: the peak moves to {place:.3f} Tc and gains {slope * np.log(10):.3f} with each decade of Γ")
for Gamma in (0.3, 0.1, 0.01, 1e-3, 1e-4, 1e-8):
    print("Γ = {:g} Δ0: peak of {:.2f} at {:.3f} Tc".format(Gamma, *peak(Gamma)[::-1]))

# %% [markdown]
# A real metal has a second way out. Its gap is not the same in all directions, and the nucleus, being a point, averages over all of them. Spread the gap evenly over $\Delta(1\pm b)$,
# keep every level sharp, and the averages of $N$ and $M$ are elementary and finite.


# %%
def spread_rate(t, b, points=6000):
    """R_s/R_n with sharp levels and gaps evenly spread over Δ(1 ± b)."""
    low, high = gap(t, 1.0) * (1 - b), gap(t, 1.0) * (1 + b)
    E = low + 40 * t * np.linspace(0, 1, points)[1:] ** 3
    bottom, top = np.minimum(low, E), np.minimum(high, E)
    N = E * (np.arcsin(top / E) - np.arcsin(bottom / E)) / (high - low)
    M = (np.sqrt(E**2 - bottom**2) - np.sqrt(E**2 - top**2)) / (high - low)
    return np.trapezoid((N**2 + M**2) / (2 * t * np.cosh(E / (2 * t)) ** 2), E)


warm = np.linspace(0.7, 0.99, 60)
for b in (0.3, 0.1, 0.03, 0.01):
    print(f"spread ±{b}: peak of {max(spread_rate(t, b) for t in warm):.2f}")

# %%
t = np.linspace(0.3, 1.1, 400)
fig, (left, right) = figure(1, 2)
for Gamma, colour, style in [(1e-1, GREEN, "-."), (1e-2, RED, "-"), (1e-3, ORANGE, "--"), (1e-4, PINK, ":")]:
    left.plot(t, relaxation_rate(t, gap(t, 1.0), broadening=Gamma * Delta0), color=colour, ls=style, label=rf"$\Gamma=10^{{{np.log10(Gamma):.0f}}}\,\Delta_0$")
left.set(xlabel="$T/T_c$", ylabel="$R_s/R_n$", xlim=(0.3, 1.1), ylim=(0, 4.5))
left.legend()
print(f"at 0.99 Tc all of them are already above the normal rate: {relaxation_rate(0.99, gap(0.99, 1.0), broadening=0.1 * Delta0):.2f} for the widest")

# %%
width, b = np.geomspace(1e-6, 0.4, 40), np.geomspace(0.003, 0.4, 20)
right.semilogx(width, [peak(w)[1] for w in width], color=RED, label=r"width $\Gamma/\Delta_0$")
right.semilogx(b, [max(spread_rate(t, w) for t in warm) for w in b], color=BLUE, ls="--", label=r"spread $b$ of the gap")
right.semilogx(width, peak(1e-6)[1] - slope * np.log(width / 1e-6), color=BLACK, lw=1, ls=":", label="closed-form slope")
right.axhline(nmr["peak"], color=GREY, lw=1, ls="-.", label="aluminium, about 2 (recalled)")
right.set(xlabel=r"$\Gamma/\Delta_0$ or $b$", ylabel="height of the peak", ylim=(0.9, 6.5))
right.legend()
show(fig, "Left: nuclear relaxation against T/Tc for four level widths; the peak grows from 1.3 at a tenth of the gap to 4.2 at a ten-thousandth and moves from 0.91 to 0.83 Tc. "
     "Right: the height of the peak against the width on a logarithmic axis is a straight line of the closed-form slope that never levels off toward small widths; "
     "the curve for a spread of the gap lies almost one unit above it and is nearly parallel. A horizontal line marks two.")

# %% [markdown]
# On the left four honest BCS curves for one and the same metal. On the right the height against the width: a straight line with no end, one unit for each factor of ten. There is no "BCS height" to compare with;
# a measured height is a measurement of the broadening. That is not a weakness. The position is robust (between 0.80 and 0.91 $T_c$ for all widths up to a tenth of the gap), and so is the sign of the effect.
#
# Even with no width at all, nature has a cutoff left: a nuclear spin flip costs its Zeeman energy, so the quasiparticle must change its energy by $\omega$, say of a frequency of 10 MHz. How high would the peak be then?

# %%
larmor = 0.01 * GHz / gap(0.0, elements["Al"].Tc)  # a nuclear frequency of 10 MHz, in units of Δ0 of aluminium
height = max(absorption(larmor * Delta0, t, gap(t, 1.0), 2) for t in warm)
print(f"10 MHz is {larmor:.1e} Δ0 in aluminium; as the only cutoff it gives a peak of {height:.1f}")

# %% [markdown]
# The same formula with a finite frequency (`absorption`, case II) gives a peak of 4.1: finite, but twice what is seen. (Hebel and Slichter let the spins relax with the field almost off, recalled; $\omega$ was then smaller still, and
# this peak would be higher.) So in a real metal it is the width of the levels or the spread of the gap that limits it.
#
# ## 4 · Light: a threshold and its shadow
#
# An electric field drives currents, and currents are odd under time reversal: case II. With $E'=E+\omega$ (Mattis and Bardeen), over all $|E|,|E'|>\Delta$,
#
# $$\frac{\sigma_1}{\sigma_n}=\frac1\omega\int dE\,\frac{|EE'+\Delta^2|}{\sqrt{E^2-\Delta^2}\sqrt{E'^2-\Delta^2}}\,\big[f(E)-f(E')\big].$$
#
# Thermal quasiparticles absorb at any frequency; for $\omega>2\Delta$ light breaks pairs. At $T=0$ only the second is left, and absorption has a sharp threshold at $2\Delta_0$. The condensate
# itself answers out of phase, with $\sigma_2\simeq\pi\,\frac{\Delta}{\omega}\tanh\frac{\Delta}{2T}$ for $\omega\ll\Delta$.

# %%
omega = np.linspace(0.02, 3, 600) * 2 * Delta0
fig, (left, right) = figure(1, 2)
for t, colour, style in [(0.0, BLUE, "-"), (0.7, GREEN, "-."), (0.9, ORANGE, (0, (5, 1)))]:
    sigma, Delta = conductivity(omega, t, gap(t, 1.0)), gap(t, 1.0)
    left.plot(omega / (2 * Delta0), sigma.real, color=colour, ls=style, label=f"$\\sigma_1$, $T={t:g}\\,T_c$")
    right.loglog(omega / (2 * Delta0), sigma.imag, color=colour, ls=style, label=f"$T={t:g}\\,T_c$")
    right.loglog(omega / (2 * Delta0), np.pi * Delta / omega * (np.tanh(Delta / (2 * t)) if t else 1), color=BLACK, lw=1, ls=":")
left.plot(omega / (2 * Delta0), absorption(omega, 0.0, Delta0, 1), color=RED, ls="--", label="case I, $T=0$")
left.set(xlabel=r"frequency $\omega/2\Delta_0$", ylabel="absorption over normal", xlim=(0, 3), ylim=(0, 2.5))
right.set(xlabel=r"frequency $\omega/2\Delta_0$", ylabel=r"$\sigma_2/\sigma_n$", ylim=(0.02, 100))
left.legend()
right.legend()
show(fig, "Left: real conductivity against frequency over twice the zero-temperature gap. At T = 0 it is zero up to one and rises from there continuously toward one; at 0.7 and 0.9 Tc it grows toward zero frequency "
     "and has a minimum at the reduced threshold. Case I absorption at T = 0 jumps from zero to 1.57 at the threshold and comes down. "
     "Right: imaginary conductivity, both axes logarithmic, falls as one over frequency, on dotted closed-form lines at low frequency, and faster above the threshold; warmer is lower, and leaves the dotted line earlier.")

# %%
edge = 2 * Delta0 * (1 + 1e-9)
print(f"just above 2Δ0 at T = 0: case II absorbs {absorption(edge, 0.0, Delta0, 2):.6f}, case I {absorption(edge, 0.0, Delta0, 1):.6f}; π/2 = {np.pi / 2:.6f}")
print(f"without interference it would be their mean, {(absorption(edge, 0.0, Delta0, 1) + absorption(edge, 0.0, Delta0, 2)) / 2:.4f}")
for fraction in (0.1, 0.01, 0.001):
    print(f"at 0.85 Tc, ω = {fraction} Δ0: σ1/σn = {conductivity(fraction * Delta0, 0.85, gap(0.85, 1.0)).real:.3f}")

# %% [markdown]
# Left, solid: below $2\Delta_0$ a cold superconductor absorbs nothing, above it absorption starts *gently*, from zero. The crowded states at both edges of the gap would make a jump, to $\pi/4$;
# the pair-creating factor of case II is zero there and takes it away. A case I probe (dashed) jumps twice as high, to $\pi/2$: section 1's exchange of roles. Warm, the picture turns over: quasiparticles absorb at low frequency, *more* than the
# normal metal, and like $\ln(T/\omega)$. It is the Hebel–Slichter peak again, with $\omega$ in the place of $\Gamma$: near 0.85 $T_c$ each decade in $\omega$ adds the same step, about one.
# Right: well below the threshold $\sigma_2$ follows $1/\omega$, the response of something that accelerates freely.
#
# ## 5 · The missing area
#
# The total absorption of electrons, $\int_0^\infty\sigma_1\,d\omega$, depends on their number and mass alone. (In a dirty metal $\sigma_n$ is constant up to frequencies far above the gap.) What disappears from $\sigma_1$ at finite frequency must therefore have gone
# somewhere: into a $\delta$ function at $\omega=0$, the loss-free current. By causality its weight also sets the $1/\omega$ tail of $\sigma_2$ (Ferrell, Glover, Tinkham):
#
# $$\int_{0^+}^\infty\!\big(\sigma_n-\sigma_1\big)\,d\omega=\frac\pi2\,\lim_{\omega\to0}\omega\,\sigma_2=\frac{\pi^2}{2}\,\Delta\tanh\frac{\Delta}{2T}\;\sigma_n=\frac{\pi}{2\mu_0\lambda^2}.$$


# %%
def missing_area(t, end=2e7):
    """∫ dω (1 − σ1/σn) in units of Tc, over ln ω and with a break at the threshold."""
    def integrand(logarithm):
        return np.exp(logarithm) * (1 - absorption(np.exp(logarithm), t, gap(t, 1.0), 2))
    threshold = np.log(2 * gap(t, 1.0))
    return quad(integrand, -25, threshold, limit=200)[0] + quad(integrand, threshold, np.log(end), limit=200)[0]


def condensate_weight(t):
    """(π/2) lim ω σ2/σn in units of Tc."""
    return np.pi**2 / 2 * gap(t, 1.0) * (np.tanh(gap(t, 1.0) / (2 * t)) if t else 1)


# %%
for t in (0.0, 0.5, 0.8, 0.95):
    print(f"T = {t:<4} Tc: missing area {missing_area(t):.5f}, weight of the condensate {condensate_weight(t):.5f}  (σn Tc)")
print(f"at T = 0 the window below 2Δ0 holds {200 * Delta0 / condensate_weight(0.0):.0f} % of it; "
      f"up to 20 Δ0 it is {100 * missing_area(0.0, 20 * Delta0) / condensate_weight(0.0):.0f} %")

# %%
omega = np.linspace(0.01, 4, 500) * 2 * Delta0
sigma_1 = absorption(omega, 0.0, Delta0, 2)
fig, (left, right) = figure(1, 2)
left.plot(omega / (2 * Delta0), sigma_1, color=BLUE, label=r"$\sigma_1$ at $T=0$")
left.axhline(1, color=GREY, ls="--", label="normal metal")
left.fill_between(omega / (2 * Delta0), sigma_1, 1, color=GREY, alpha=0.25, lw=0, label=r"missing, $\frac{\pi^2}{2}\Delta_0\sigma_n$ in all")
left.set(xlabel=r"frequency $\omega/2\Delta_0$", ylabel=r"$\sigma_1/\sigma_n$", xlim=(0, 4), ylim=(0, 1.2))
left.legend(loc="lower right")
print(f"shaded so far: {np.trapezoid(1 - sigma_1, omega) / condensate_weight(0.0):.2f} of the whole")

# %%
t = np.linspace(1e-3, 1, 400)
local = gap(t, 1.0) / Delta0 * np.tanh(gap(t, 1.0) / (2 * t))
right.plot(t, superfluid_density(t, gap(t, 1.0)), color=BLUE, label=r"clean: $1-Y$")
right.plot(t, local, color=RED, ls="--", label=r"dirty: $(\Delta/\Delta_0)\tanh(\Delta/2T)$")
right.plot(t, 1 - t**4, color=GREY, ls=":", label=r"two fluids: $1-t^4$")
right.set(xlabel="$T/T_c$", ylabel=r"superfluid weight $\lambda^2(0)/\lambda^2(T)$", xlim=(0, 1), ylim=(0, 1.05))
right.legend(loc="lower left")
show(fig, "Left: real conductivity at T = 0 against frequency with the area between it and the normal value shaded: a full rectangle up to the threshold and a long thin tail above. "
     "Right: superfluid weight against T/Tc for a clean metal, a dirty one and the two-fluid rule; all fall from one to zero; from 0.4 Tc on the clean one is lowest and the two-fluid rule highest.")

# %% [markdown]
# The two columns agree at every temperature: the superfluid is made of the absorption that is no longer there. Less than half of it comes from the empty window below $2\Delta_0$; the rest sits in a long tail that must be measured
# far beyond the gap: the shaded part of the figure, up to $8\Delta_0$, is 78 per cent of the whole. Right: how much superfluid there is depends on how clean the metal is. Nothing scatters in the clean limit, $n_s/n=1-Y$; in the dirty limit the weight is $\Delta\tanh(\Delta/2T)$.
# Both are flat when cold, exponentially so. The old two-fluid rule $1-t^4$ falls like a power and ends too steeply at $T_c$, with slope 4.

# %%
t = 1 - 1e-6
for name, weight in [("clean", superfluid_density(t, gap(t, 1.0))), ("dirty", gap(t, 1.0) / Delta0 * np.tanh(gap(t, 1.0) / (2 * t))), ("two fluids", 1 - t**4)]:
    print(f"{name}: superfluid weight → {weight / (1 - t):.3f} (1 − t) at Tc")

# %% [markdown]
# ## Explore
#
# Move the width of the levels through five decades. The peak grows and never settles; the cold floor appears when the width is large. `log10 Γ` $=-1.8$ gives the height recalled for aluminium.


# %%
def draw(ax, decade=-1.8):
    t = np.linspace(0.15, 1.15, 250)
    Gamma = 10.0**decade
    ax.plot(t, relaxation_rate(t, gap(t, 1.0), broadening=Gamma * Delta0), color=RED, label=rf"spins, $\Gamma={Gamma:.2g}\,\Delta_0$")
    ax.plot(t, ultrasonic_attenuation(t, gap(t, 1.0)), color=BLUE, ls="--", label="sound, sharp levels")
    place, height = peak(Gamma)
    ax.plot(place, height, "o", color=BLACK, label=f"peak {height:.2f} at {place:.2f} $T_c$")
    ax.set(xlabel="$T/T_c$", ylabel="superconductor / normal metal", xlim=(0.15, 1.15), ylim=(0, 5.5))
    ax.legend(loc="upper left")


# %%
explore(draw, decade=(-5, -0.3, 0.1), labels={"decade": "log₁₀ Γ/Δ₀"}, presets={"aluminium": {"decade": -1.8}},
        alt="Nuclear relaxation over its normal value against T/Tc for a level width of 0.016 gaps: a peak of 1.99 at 0.87 Tc, marked by a dot, "
            "and the monotonic curve of sound attenuation below it; the slider changes the width by powers of ten.")

# %% [markdown]
# ## Compare with experiment
#
# *Nuclear spins.* In a normal metal $T_1T$ is constant (Korringa). Its measured value for aluminium sets the scale, the rest is BCS. What width makes the peak as high as recalled?

# %%
Al = elements["Al"]
print(nmr["T1T_Al27"], nmr["peak"], remarks["nmr"], sep="\n")
T1_at_Tc = nmr["T1T_Al27"] / Al.Tc / second
Gamma_2 = 10 ** brentq(lambda d: peak(10.0**d)[1] - nmr["peak"], -4, -1)
b_2 = brentq(lambda b: max(spread_rate(t, b) for t in warm) - nmr["peak"], 0.01, 0.4)
print(f"T1 of aluminium at Tc: {T1_at_Tc:.2f} s. A peak of 2 needs Γ = {Gamma_2:.4f} Δ0 or a gap spread of ±{100 * b_2:.0f} %")

# %% [markdown]
# *Penetration depth.* For lead, Gasparovic and McLean found that $\lambda(T)$ follows BCS if the gap is taken as $3.75\,k_BT_c$, while tunnelling gives 4.3. Below, $\Delta(T)$ is multiplied
# by a constant so that $2\Delta_0/k_BT_c$ takes these values: a device for fitting, not a theory.

# %%
inverse = np.linspace(0.9, 5, 300)
fig, (left, right) = figure(1, 2)
left.semilogy(inverse, T1_at_Tc * inverse, color=GREY, ls="--", label="normal: $T_1T=1.80$ s K (sourced)")
for Gamma, colour, style in [(Gamma_2, RED, "-"), (1e-4, PINK, ":")]:
    rate = relaxation_rate(1 / inverse, gap(1 / inverse, 1.0), broadening=Gamma * Delta0)
    left.semilogy(inverse, T1_at_Tc * inverse / rate, color=colour, ls=style, label=rf"BCS, $\Gamma={Gamma:.2g}\,\Delta_0$")
    slope_cold = -np.polyfit(inverse[(inverse > 2) & (inverse < 4)], np.log(rate)[(inverse > 2) & (inverse < 4)], 1)[0]
    print(f"Γ = {Gamma:.2g} Δ0: T1 dips to {np.min(T1_at_Tc * inverse / rate):.2f} s; from Tc/2 to Tc/4 the rate falls like exp(−{slope_cold:.2f} Tc/T)")

# %%
t = (1 - 1 / np.linspace(1.0001, 4, 300) ** 2) ** 0.25
for ratio, colour, style in [(limits.GAP_RATIO, BLUE, "-"), (3.75, GREEN, "--"), (4.3, ORANGE, "-.")]:
    depth = penetration_depth(t, ratio / limits.GAP_RATIO * gap(t, 1.0), 1.0)
    right.plot(1 / np.sqrt(1 - t**4), depth, color=colour, ls=style, label=rf"clean, $2\Delta_0={ratio:.2f}\,k_BT_c$")
right.plot([1, 4], [1, 4], color=GREY, ls=":", label="two fluids")
left.set(xlabel="$T_c/T$", ylabel=r"$T_1$ of $^{27}$Al (s)", xlim=(0.9, 5), ylim=(0.2, 3e4))
right.set(xlabel=r"$1/\sqrt{1-t^4}$", ylabel=r"$\lambda(T)/\lambda(0)$", xlim=(1, 4), ylim=(1, 6))
left.legend()
right.legend(loc="upper left")
show(fig, "Left: calculated relaxation time of aluminium nuclei in seconds on a logarithmic axis against Tc/T: the normal metal's line; the two BCS curves dip below it just under Tc, the narrower width deeper, and then rise "
     "by about three orders of magnitude, almost parallel. Right: penetration depth over its zero-temperature value against the two-fluid variable: away from the corner all BCS curves lie above the diagonal, the larger the gap ratio the closer to it.")

# %%
for t in (0.3, 0.6, 0.9):
    depths = [penetration_depth(t, r / limits.GAP_RATIO * gap(t, 1.0), 1.0) for r in (limits.GAP_RATIO, 3.75, 4.3)]
    print(f"t = {t}: λ/λ0 = {depths[0]:.4f}, {depths[1]:.4f}, {depths[2]:.4f} for 3.53, 3.75, 4.30;  two fluids {1 / np.sqrt(1 - t**4):.4f}")
for e in (elements["Al"], elements["Pb"], elements["Nb"]):
    print(f"{e.symbol}: λ_L = {e.lambda_L.amount} ({e.lambda_L.status}), ξ0 = {e.xi0.amount} ({e.xi0.status}), ξ0/λ_L = {e.xi0 / e.lambda_L:.1f}")
Nb39, Nb47 = (next(r for r in elements["Nb"].rows if r.quantity == q and "Maxfield" in r.source) for q in ("lambda_L", "lambda0"))
print(f"niobium, {Nb39.source}: λ_L = {Nb39.amount}, measured λ(0) = {Nb47.amount}, ratio {Nb47 / Nb39:.2f}")

# %% [markdown]
# Two widths that differ by a factor of 150 change the dip of $T_1$ by a factor of two, but the slopes of the two lines differ by only a few per cent: the peak belongs to the broadening, the activation to the gap. (Both slopes are
# smaller than $\Delta_0/T_c=1.76$; a factor in front of the exponential flattens them, as it did for the heat capacity in chapter 06.) A spread of the gap of about a tenth, or a width
# of 1.5 per cent, would explain a peak of 2; the remark in the table, that measured $T_1$ are always *longer* than those of simple BCS, fits this picture: their peaks are lower than those of sharp levels.
#
# For lead, a larger gap ratio brings $\lambda(T)$ toward the two-fluid line, one reason why the old rule served strong-coupling metals so well. That tunnelling and $\lambda(T)$ want two different ratios shows the limit
# of the device: one number cannot stand for strong coupling. Also, lead and aluminium are not local: $\xi_0>\lambda_L$, so the field changes within one pair, screening is weaker and $\lambda(0)>\lambda_L$. In niobium the two lengths are
# equal within a factor of 1.4 and $\lambda(0)$ is already 20 per cent above $\lambda_L$, though the error bars nearly cover that.
#
# *Light.* A gap sets a frequency, $2\Delta_0/h$. Below it a cold metal is a perfect mirror, above it an ordinary one.

# %%
for e in sorted((e for e in elements.values() if e.Delta0), key=lambda e: e.Delta0):
    threshold = 2 * e.Delta0
    wavelength = 2 * np.pi * speed_of_light / threshold / (1e-3 * metre)
    print(f"{e.symbol:<3} Δ0 = {e.Delta0 / meV:.3f} meV ({e.Delta0.status}): threshold {threshold / GHz:5.0f} GHz, {wavelength:.2f} mm;  BCS from Tc: {2 * gap(0.0, e.Tc) / GHz:5.0f} GHz")
print(f"Al  2Δ0 = {tunnel_gaps['Al'].amount} ({tunnel_gaps['Al'].status}): threshold {tunnel_gaps['Al'] / GHz:5.0f} GHz;  BCS from Tc: {2 * gap(0.0, Al.Tc) / GHz:5.0f} GHz")

# %% [markdown]
# All thresholds lie between microwaves and the far infrared, from 35 GHz to 750 GHz, a region for which there were hardly any instruments in 1956, when Glover and Tinkham saw this gap in thin films of lead and tin
# (recalled). The last column is chapter 05 once more: mercury and lead are far above the weak-coupling value.
# A quantum circuit of aluminium must stay below some 80 GHz for the same reason.
#
# ## Check
#
# The sixteen-state calculation against the module, the hand-made rates against the module, closed forms, a sum rule, and a textbook number.

# %%
for E, E_final in [(1.3, 2.1), (1.01, 5.0)]:
    xi, xi_final = np.sqrt(E**2 - 1), np.sqrt(E_final**2 - 1)
    for parity, case in [(1, 1), (-1, 2)]:
        mean = np.mean([amplitude(xi, s * xi_final, parity) ** 2 for s in (1, -1)])
        assert abs(mean - coherence_factor(E, E_final, 1.0, case)) < 1e-13  # rounding of 16×16 products
print("coherence factors from 16 states agree with ½(1 ∓ Δ²/EE′)")


# %%
def creation(xi, xi_final, parity):
    """⟨quasiparticles in k′↑ and −k↓| B |ground state⟩: breaking a pair instead of moving a quasiparticle."""
    (u, v), (u2, v2) = amplitudes(xi, 1.0), amplitudes(xi_final, 1.0)
    ground = paired(u, v, 0, 1) @ paired(u2, v2, 2, 3) @ vacuum
    both = (u2 * c[2].T - v2 * c[3]) @ (v * c[0] + u * c[1].T) @ ground
    return both @ (c[2].T @ c[0] + parity * c[1].T @ c[3]) @ ground


for parity, case in [(1, 1), (-1, 2)]:
    mean = np.mean([creation(0.8, s * 1.7, parity) ** 2 for s in (1, -1)])
    assert abs(mean - coherence_factor(-np.hypot(0.8, 1), np.hypot(1.7, 1), 1.0, case)) < 1e-13  # rounding
print("for pair creation the two cases change places")

# %%
for t in (0.3, 0.7, 0.95):
    Delta = gap(t, 1.0)
    hand = rates(t, Delta, 0.02 * Delta0)[2]
    assert abs(hand / relaxation_rate(t, Delta, broadening=0.02 * Delta0) - 1) < 1e-5  # trapezoid of 4001 points
    assert abs(rates(t, Delta, 1e-7 * Delta0)[0] / ultrasonic_attenuation(t, Delta) - 1) < 1e-4  # Γ → 0
    assert abs(absorption(1e-6, t, Delta, 1) / ultrasonic_attenuation(t, Delta) - 1) < 1e-5  # ω → 0
    assert abs(yosida(t, Delta) + superfluid_density(t, Delta) - 1) < 1e-12  # energy integral and Matsubara sum
print("sound by three routes, relaxation by two, Yosida plus superfluid = 1")

# %%
t, b = 0.85, 0.3
D = gap(t, 1.0) * np.linspace(1 - b, 1 + b, 1001)[:, None]
E = gap(t, 1.0) * np.linspace(0.5, 12, 4001)
root = np.sqrt(E + 0.003j - D) * np.sqrt(E + 0.003j + D)
mean_N, mean_M = (E / root).real.mean(axis=0), (D / root).real.mean(axis=0)
brute = np.trapezoid((mean_N**2 + mean_M**2) / (2 * t * np.cosh(E / (2 * t)) ** 2), E)
assert abs(brute / spread_rate(t, b) - 1) < 0.01  # the small width that smooths a sum over 1001 gaps
assert abs(spread_rate(t, 0.01) / spread_rate(t, 0.01, 40_000) - 1) < 1e-3  # the grid is fine enough
print("the spread gap: closed averages agree with a sum over 1001 gaps")

# %%
grown = peak(1e-8)[1] - peak(1e-7)[1]
assert abs(grown / (slope * np.log(10)) - 1) < 0.005  # the maximum still drifts toward its limit
k2 = (2 * Delta0 / (5 * Delta0)) ** 2
sigma = conductivity(5 * Delta0, 0.0, Delta0)
assert abs(sigma.real - (ellipe(1 - k2) - k2 * ellipk(1 - k2))) < 1e-12  # closed forms at T = 0, rounding
assert abs(sigma.imag - (ellipe(k2) - (1 - k2) * ellipk(k2))) < 1e-12
assert abs(conductivity(0.8 * Delta0, 0.0, Delta0).imag - 2.5 * ellipe(0.16)) < 1e-12
for t in (0.0, 0.5, 0.8):
    assert abs(missing_area(t) / condensate_weight(t) - 1) < 2e-5  # tail beyond 2·10⁷ Tc, and quad
print("slope of the peak, elliptic integrals and sum rule hold")

# %% [markdown]
# The missing area in numbers one can take to the laboratory: a dirty metal has $\lambda(0)=\sqrt{\rho_n/\pi\mu_0\Delta_0}$, quoted as $1.05\cdot10^{-3}\sqrt{\rho_n/T_c}$ metres for $\rho_n$ in Ω m and $T_c$ in K
# (Kes and Tsuei, 1983; recalled).

# %%
depth = np.sqrt(1e-8 * ohm * metre / (np.pi * mu0 * gap(0.0, kelvin)))  # 1 µΩ cm, Tc = 1 K
print(f"1 µΩ cm and Tc = 1 K: λ(0) = {depth / nm:.1f} nm")
assert abs(depth / nm - 105) < 0.5  # the rounding of 1.05

# %% [markdown]
# ## Where this fails
#
# * **The height of the peak** is not predicted by BCS; only broadening, anisotropy or strong coupling give it a value. Quasiparticles that live shortly (strong coupling) can erase the peak altogether, so its absence does not exclude $s$-wave pairing.
# * **Dynes' width** is a convenient form, not a theory: it puts states into the gap, and the cold floor of $R_s/R_n$ comes with them.
# * **Knight shift.** In heavy metals spin–orbit scattering mixes the spins, and $\chi_s$ does not vanish at $T=0$ as the Yosida function does.
# * **Sound.** $2f(\Delta)$ is for longitudinal sound with $\omega\ll\Delta$. Transverse sound also couples through screened currents, and drops abruptly at $T_c$.
# * **Light.** Mattis and Bardeen's formula holds for dirty metals, or fields that vary fast over a pair. A clean metal at small wave vector absorbs almost nothing: momentum must go somewhere.
# * **Penetration depth.** $1-Y$ is local and clean; nonlocal metals need Pippard's or BCS's kernel, and the curve changes (Tinkham, section 3.10).
#
# <!-- try it -->
# ## Try it
#
# * In the first table of section 2 change the width from 0.02 to 0.002. Which of the three columns move, by how much at 0.9 $T_c$, and which does not care?
# * In the list of heights for a spread gap, change the numbers until one of them gives the peak of $\Gamma=0.01\,\Delta_0$. How much broader must a spread be than a width?
# * In section 5 the missing area is counted up to `20 * Delta0`. Change the 20: how far must an experiment measure to find 95 per cent of the superfluid?
# * [The exercises of this chapter](../exercises/07_coherence_factors.ipynb): the Hebel–Slichter rate by your own integral, the width behind a measured rate, gaps of two signs, a gap from relaxation times, and an inductance.
#
# ## Further reading
#
# * L. C. Hebel and C. P. Slichter, *Phys. Rev.* **113**, 1504 (1959): the measurement and its theory; the surprise is still felt in the text.
# * M. Tinkham, *Introduction to Superconductivity*, 2nd ed., sections 3.9 and 3.10: coherence factors, the three probes, and the sum rule.
# * R. W. Morse and H. V. Bohm, *Phys. Rev.* **108**, 1094 (1957): ultrasound, and the gap read from it, at the same time as BCS.
# * D. C. Mattis and J. Bardeen, *Phys. Rev.* **111**, 412 (1958): the conductivity used here, and used every day for superconducting circuits.
# * D. E. MacLaughlin, *Solid State Physics* **31**, 1 (1976): a review of magnetic resonance in superconductors, with the fate of the peak in many metals.
