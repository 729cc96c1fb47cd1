# %% [markdown]
# # 07 · Probe quasiparticles with sound, spins and light
#
# **What you will see:** what sound and nuclear spins do to the same quasiparticles, and why the two responses differ.

# %% tags=["hide-input"]
# Load what the chapter needs, and compute the first picture
from functools import reduce

import numpy as np
from IPython.display import display
from scipy.integrate import quad
from scipy.optimize import brentq, minimize_scalar
from scipy.special import ellipe, ellipk

from bcs_helpers import limits
from bcs_helpers.classroom import ask
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, PINK, RED, figure, show
from bcs_helpers.gap import gap
from bcs_helpers.materials import elements, nmr, ranges, remarks, rows
from bcs_helpers.response import (
    absorption, coherence_factor, conductivity, penetration_depth, relaxation_rate,
    superfluid_density, ultrasonic_attenuation, yosida,
)
from bcs_helpers.spectrum import amplitudes
from bcs_helpers.tables import number, numbers, table
from bcs_helpers.units import GHz, kelvin, metre, mu0, nm, ohm, second

# Compute the responses of three probes, over those of the normal metal, for the picture below
Delta0 = gap(0.0, 1.0)  # in units of Tc
heat = np.append(np.linspace(0.05, 0.95, 160), 1 - np.linspace(0.05**0.5, 0, 80)[1:] ** 2)
heat = np.append(heat, 1.2)
by_spins = relaxation_rate(heat, gap(heat, 1.0), broadening=0.02 * Delta0)
by_sound = ultrasonic_attenuation(heat, gap(heat, 1.0))
by_field = yosida(heat, gap(heat, 1.0))


def arrow(ax, x, start, end, colour):
    """A vertical arrow, as an area whose seven corners go with its ends."""
    head = np.sign(end - start) * min(0.09, abs(end - start))
    across = x + np.array([-0.05, -0.05, -0.13, 0, 0.13, 0.05, 0.05])
    ax.fill(across, [start, end - head, end - head, end, end - head, end - head, start],
            color=colour, lw=0)

# %% tags=["hide-input"]
# Draw the two amplitudes of each probe as arrows, for a final state on either side
def draw_arrows(ax, t, xi):
    u, v = amplitudes(xi, gap(t, 1.0))
    squares = []
    for place, sign in enumerate((-1, -1, 1, 1)):  # sound twice, spins twice
        one, other = (u * u, v * v) if place % 2 == 0 else (u * v, v * u)
        x = (0, 1, 2.5, 3.5)[place]
        arrow(ax, x - 0.17, 0, one, GREEN)
        arrow(ax, x + 0.17, one, one + sign * other, ORANGE)
        ax.plot([x - 0.4, x + 0.4], [one + sign * other] * 2, color=BLACK, lw=2)
        squares.append((one + sign * other) ** 2)
    sound, spins = np.mean(squares[:2]), np.mean(squares[2:])
    ax.set_title(f"F: sound {sound:.2f}, spins {spins:.2f}")
    for color, label in ((GREEN, "$uu'$"), (ORANGE, "$vv'$"), (BLACK, "sum")):
        ax.plot([], [], color=color, lw=4, label=label)
    ax.text(0.5, -0.3, "sound subtracts", ha="center", fontsize=10.5)
    ax.text(3.0, -0.3, "spins add", ha="center", fontsize=10.5)
    ax.set(xlim=(-0.6, 4.1), ylim=(-0.4, 1.5), ylabel="amplitude", xticks=[0, 1, 2.5, 3.5])
    ax.set_xticklabels([r"$\xi'=\xi$", r"$\xi'=-\xi$"] * 2)
    ax.legend(loc="upper center", ncols=3)


# Draw the responses beside them, with a dot at the temperature of the slider, and show both
def draw_pair(axes, t=0.85, xi=0.5):
    draw_arrows(axes[0], t, xi)
    axes[1].plot(heat, by_spins, color=RED, label="nuclear spins")
    axes[1].plot(heat, by_field, color=GREEN, ls="-.", label="susceptibility")
    axes[1].plot(heat, by_sound, color=BLUE, ls="--", label="sound")
    axes[1].plot(t, np.interp(t, heat, by_sound), "s", color=BLUE, ms=8)
    axes[1].plot(t, np.interp(t, heat, by_spins), "o", color=RED, ms=9, gid="t")
    axes[1].set(xlabel="temperature $T/T_c$", ylabel="superconductor / normal metal")
    E = np.hypot(xi, gap(t, 1.0))
    axes[1].set(xlim=(0, 1.25), ylim=(-0.08, 2.4), title=f"T = {t:.2f} Tc, E = {E:.2f} Tc")
    axes[1].legend(loc="upper left")


display(ask("two_probes_below_tc"))
explore(draw_pair, t=(0.1, 1.2), xi=(0.05, 2.0), panels=(1, 2), size=(9.2, 3.3), play="t",
        drag={"t": "x"}, labels={"t": "temperature", "xi": "electron energy ξ"},
        units={"t": "Tc", "xi": "Tc"}, presets={"T = Tc": {"t": 1.0}}, alt="add_or_cancel")

# %% [markdown]
# <!-- figure: add_or_cancel -->
# **Figure 7.1.** Below $T_c$ the damping of sound falls at once, while nuclear relaxation first rises, because two amplitudes are subtracted for one and added for the other. Left: the amplitudes $uu'$ and $vv'$ of a quasiparticle of the energy $\xi$, moved to the two states of the same quasiparticle energy; $F$ is the mean of the two squared sums (section 1).
# Right: three probes, over the normal metal. For the spins a level width had to be chosen, $\Gamma=0.02\,\Delta_0$; section 3 is about that choice.
#
# Press *T = Tc* and then drag the red dot to the left, to lower temperatures. In the normal metal there is one arrow only, and both probes have $F=\frac12$. Then the second amplitude grows: for sound it takes away, for spins it adds, and the mirror state $\xi'=-\xi$, closed to sound, opens for spins. Close to the gap edge (small $\xi$), where most of the states are, sound is left with nothing.
# When it is cold all three die, for they need thermally excited quasiparticles. The susceptibility, seen by the Knight shift, counts these and falls too.

# %% [markdown]
# <!-- minutes: 35 -->
# *35 minutes · you need: the amplitudes $u$, $v$ and the density of states (chapter 04), the gap $\Delta(T)$ (chapter 05) · in the book: "Advanced probes and
# collective modes", first half: nuclear relaxation and the Hebel–Slichter peak.*
#
# | in the text | in the code | meaning | unit |
# |---|---|---|---|
# | $T$, $\Delta$, $\Delta_0$ | `T`, `Delta`, `Delta0` | temperature, gap at $T$, gap at $T=0$ ($k_B=1$) | energy |
# | $t$ | `t` | $T/T_c$ | 1 |
# | $\xi$, $E=\sqrt{\xi^2+\Delta^2}$ | `xi`, `E` | electron and quasiparticle energy from the Fermi level | energy |
# | $u$, $v$ | `u`, `v` | amplitudes of "pair state empty" and "pair state full" | 1 |
# | $\eta$ | `parity` | $+1$ (case I) or $-1$ (case II): what time reversal does to the probe | 1 |
# | $f$ | | Fermi function $1/(e^{E/T}+1)$ | 1 |
# | $B_\eta$, $B_{\rm flip}$ | `amplitude`, `flipped` | what a probe does to the electrons, without and with a spin flip | 1 |
# | $F$ | `coherence_factor` | coherence factor; a prime marks the final state | 1 |
# | $N$, $M$ | `N`, `M` | density of states and its partner from the interference, over the normal one | 1 |
# | $\Gamma$ | `Gamma`, `broadening` | width of a quasiparticle level | energy |
# | $b$ | `b` | spread of the gap over directions, $\Delta(1\pm b)$ | 1 |
# | $Y$ | `yosida` | Yosida function: spin susceptibility over the normal one | 1 |
# | $\omega$ | `omega` | frequency of the probe ($\hbar=1$) | energy |
# | $\sigma_1+i\sigma_2$ | `conductivity` | complex conductivity over the normal one | 1 |
# | $\lambda$ | `penetration_depth` | depth to which a magnetic field enters | length |
# | $y$ | | $(1-t^4)^{-1/2}$: two fluids give $\lambda=\lambda(0)\,y$ | 1 |

# %% [markdown]
# ## 1 · Two paths between the same two states
#
# A probe that leaves the spin alone moves an electron from $k\!\uparrow$ to $k'\!\uparrow$. It also moves the time-reversed partners, and with a definite relative sign $\eta$:
#
# $$B_\eta=c^\dagger_{k'\uparrow}c_{k\uparrow}+\eta\,c^\dagger_{-k\downarrow}c_{-k'\downarrow},\qquad
# \eta=\begin{cases}+1&\text{case I: unchanged by time reversal (density, sound)}\\-1&\text{case II: reversed (spin along the axis, current)}\end{cases}$$
#
# A nuclear spin that turns over turns an electron's spin over, in the opposite sense. The contact interaction contains for this the sum over all $k$, $k'$ of $c^\dagger_{k'\downarrow}c_{k\uparrow}$, with the same weight for each term.
# So to every term belongs another one with the same sign and the same change of momentum:
#
# $$B_{\rm flip}=c^\dagger_{k'\downarrow}c_{k\uparrow}+c^\dagger_{-k\downarrow}c_{-k'\uparrow}.$$
#
# In the normal metal the two terms of each operator are two different processes. In the superconductor they lead from the *same* initial quasiparticle to the *same* final one, so
# their amplitudes add. We need no algebra to find them: four levels, sixteen states, and matrices that anticommute (Jordan–Wigner).

# %%
lower, string, one = np.array([[0, 1], [0, 0]]), np.diag([1, -1]), np.eye(2)
c = [reduce(np.kron, [string] * i + [lower] + [one] * (3 - i)) for i in range(4)]
vacuum = np.eye(16)[0]


def paired(u, v, i, j):
    """u + v c†_i c†_j: one factor of the BCS state."""
    return u * np.eye(16) + v * c[i].T @ c[j].T


# %%
def before_and_ground(xi, xi_final):
    """u′, v′, the quasiparticle in k↑ and the BCS state, for Δ = 1."""
    (u, v), (u2, v2) = amplitudes(xi, 1.0), amplitudes(xi_final, 1.0)
    ground = paired(u, v, 0, 1) @ paired(u2, v2, 2, 3) @ vacuum
    return u2, v2, (u * c[0].T - v * c[1]) @ ground, ground  # γ†↑ = u c†↑ − v c↓


def amplitude(xi, xi_final, parity):
    """⟨quasiparticle in k′↑| B |quasiparticle in k↑⟩; the levels are k↑, −k↓, k′↑, −k′↓."""
    u2, v2, before, ground = before_and_ground(xi, xi_final)
    after = (u2 * c[2].T - v2 * c[3]) @ ground
    return after @ (c[2].T @ c[0] + parity * c[1].T @ c[3]) @ before


def flipped(xi, xi_final):
    """⟨quasiparticle in k′↓| B_flip |quasiparticle in k↑⟩; the levels are k↑, −k↓, −k′↑, k′↓."""
    u2, v2, before, ground = before_and_ground(xi, xi_final)
    after = (u2 * c[3].T + v2 * c[2]) @ ground  # γ†↓ = u c†↓ + v c↑
    return after @ (c[3].T @ c[0] + c[1].T @ c[2]) @ before


# %%
pairs = np.array([(0.6, 0.3), (0.6, -0.3), (2.0, -1.0), (0.5, -0.5)])
(u, v), (u2, v2) = amplitudes(pairs[:, 0], 1.0), amplitudes(pairs[:, 1], 1.0)
by_matrix = {
    r"$\eta=+1$": [amplitude(*pair, 1) for pair in pairs],
    r"$\eta=-1$": [amplitude(*pair, -1) for pair in pairs],
    "spin flip": [flipped(*pair) for pair in pairs],
}
by_matrix = {head: np.round(column, 12) + 0.0 for head, column in by_matrix.items()}
table(
    {
        r"$\xi/\Delta$": numbers(pairs[:, 0], decimals=1),
        r"$\xi'/\Delta$": numbers(pairs[:, 1], decimals=1),
        **{head: numbers(column, decimals=4) for head, column in by_matrix.items()},
        "$uu'-vv'$": numbers(np.round(u * u2 - v * v2, 12) + 0.0, decimals=4),
        "$uu'+vv'$": numbers(u * u2 + v * v2, decimals=4),
    },
    caption="Amplitudes from matrices of sixteen states, and from $u$ and $v$.",
)

# %% [markdown]
# In $B_\eta$ the second path carries its own minus sign, from the exchange of two fermions. So a probe with $\eta=+1$ *subtracts*, $uu'-vv'$, and one with $\eta=-1$
# *adds*, $uu'+vv'$. The spin flip adds, too, with the same amplitude as $\eta=-1$: the BCS state is a singlet, so the direction of the spin does not matter. Nuclear relaxation is therefore case II. Each shell of energy $E'$ contains $\xi'$ and $-\xi'$; the mean over the two signs is the coherence factor
#
# $$F_{\mathrm{I,II}}=\Big\langle(uu'\mp vv')^2\Big\rangle_{\pm\xi'}=\frac12\Big(1\mp\frac{\Delta^2}{EE'}\Big).$$

# %% tags=["hide-input"]
# Draw the squared amplitudes against the final state, and the coherence factors against the energy
xi, xi_final = 0.5, np.linspace(-4, 4, 401)
(u, v), (u2, v2) = amplitudes(xi, 1.0), amplitudes(xi_final, 1.0)
fig, (left, right) = figure(1, 2)
left.plot(xi_final, (u * u2 - v * v2) ** 2, color=BLUE, ls="--", label="case I")
left.plot(xi_final, (u * u2 + v * v2) ** 2, color=RED, label="case II")
left.set(xlabel=r"final state $\xi'/\Delta$", ylim=(-0.03, 1.03))
left.set(ylabel=r"$(uu'\mp vv')^2$ from $\xi=\Delta/2$")
left.legend()
E, fine = np.linspace(1, 6, 16), np.linspace(1, 6, 300)
one, two = coherence_factor(fine, fine, 1.0, 1), coherence_factor(fine, fine, 1.0, 2)
right.plot(fine, one, color=BLUE, ls="--", label="case I, scattering")
right.plot(fine, two, color=RED, label="case II, scattering")
one, two = coherence_factor(-E, E, 1.0, 1), coherence_factor(-E, E, 1.0, 2)
right.plot(E, one, "o", color=BLUE, mfc="white", label="case I, pair creation")
right.plot(E, two, "s", color=RED, mfc="white", label="case II, pair creation")
right.set(xlabel=r"energy $E=E'$ $/\Delta$", ylabel="coherence factor $F$", ylim=(-0.03, 1.03))
right.legend(loc="center right", bbox_to_anchor=(1, 0.3))
show(fig, "two_amplitudes")

# %% [markdown]
# <!-- figure: two_amplitudes -->
# **Figure 7.2.** Interference cancels case I and doubles case II where the final state mirrors the first. Left: squared amplitudes from a state at $\xi=\Delta/2$. Right: their means over $\pm\xi'$.
# Sound cannot turn an electron-like quasiparticle ($\xi>0$) into its hole-like mirror image ($\xi'=-\xi$): the two have opposite charge and the amplitudes cancel exactly.
# For spin they never cancel, and between states near the gap edge they add up to almost one. After averaging, case I is zero at the gap edge, where all the
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
# In case I the product is one: interference removes precisely what the density of states piled up, and
#
# $$\frac{\alpha_s}{\alpha_n}=2f(\Delta)=\frac{2}{e^{\Delta/T}+1}.$$
#
# In case II it is $(E^2+\Delta^2)/(E^2-\Delta^2)$, and the integral does not exist: it diverges like a logarithm at the gap edge. So we give each level a width
# $\Gamma$ (Dynes): $z=E+i\Gamma$, $N=\mathrm{Re}\,z/\sqrt{z^2-\Delta^2}$, $M=\mathrm{Re}\,\Delta/\sqrt{z^2-\Delta^2}$, and the weight is $N^2\mp M^2$. The next cell
# integrates on a grid that is fine at the edge.


# %%
def rates(T, Delta, Gamma):
    """Case I, no interference, case II: 2∫dE (−f′) times N² − M², N², N² + M²."""
    s = np.linspace(-np.arcsinh(Delta / Gamma), np.arcsinh(40 * T / Gamma), 4001)
    E = Delta + Gamma * np.sinh(s)
    root = np.sqrt(E + 1j * Gamma - Delta) * np.sqrt(E + 1j * Gamma + Delta)
    N, M = ((E + 1j * Gamma) / root).real, (Delta / root).real
    window = Gamma * np.cosh(s) / (2 * T * np.cosh(E / (2 * T)) ** 2)
    return [np.trapezoid(window * weight, s) for weight in (N**2 - M**2, N**2, N**2 + M**2)]


t, Gamma = np.array([0.99, 0.95, 0.9, 0.8, 0.6, 0.4]), 0.02  # Γ in units of Δ0
subtract, alone, add = np.transpose([rates(x, gap(x, 1.0), Gamma * Delta0) for x in t])
table(
    {
        "$T/T_c$": numbers(t, decimals=2),
        "case I": numbers(subtract, decimals=3),
        r"$2f(\Delta)$": numbers(ultrasonic_attenuation(t, gap(t, 1.0)), decimals=3),
        "no interference": numbers(alone, decimals=3),
        "case II": numbers(add, decimals=3),
    },
    caption=rf"Rates over those of the normal metal, for $\Gamma={Gamma:g}\,\Delta_0$.",
)

# %% tags=["hide-input"]
# Draw the weight of a quasiparticle near the gap edge, and the responses in the cold
E = 1 + np.geomspace(1e-3, 4, 400)
fig, (left, right) = figure(1, 2)
left.loglog(E - 1, (E**2 + 1) / (E**2 - 1), color=RED, label="case II")
left.loglog(E - 1, E**2 / (E**2 - 1), color=GREY, ls=":", label="no interference")
left.loglog(E - 1, np.ones_like(E), color=BLUE, ls="--", label="case I")
left.set(xlabel=r"distance from the gap edge $(E-\Delta)/\Delta$", ylim=(0.5, 2000))
left.set_ylabel(r"weight $N^2(1\mp\Delta^2/E^2)$")
left.legend()
inverse = np.linspace(1.001, 8, 300)
T, Delta = 1 / inverse, gap(1 / inverse, 1.0)
for Gamma, colour, style in [(2e-2, ORANGE, (0, (5, 1))), (1e-3, RED, "-")]:
    rate = relaxation_rate(T, Delta, broadening=Gamma * Delta0)
    label = rf"spins, $\Gamma={Gamma:g}\,\Delta_0$"
    right.semilogy(inverse, rate, color=colour, ls=style, label=label)
right.semilogy(inverse, yosida(T, Delta), color=GREEN, ls="-.", label="susceptibility $Y$")
right.semilogy(inverse, ultrasonic_attenuation(T, Delta), color=BLUE, ls="--", label="sound")
cold = inverse > 1.5
law = limits.yosida_low_temperature(Delta / T)[cold]
label = r"$\sqrt{2\pi\Delta/T}\,e^{-\Delta/T}$"
right.semilogy(inverse[cold], law, color=BLACK, lw=1, ls=":", label=label)
law = 2 * np.exp(-Delta / T)[cold]
right.semilogy(inverse[cold], law, color=BLACK, lw=1, ls=(0, (1, 4)), label=r"$2e^{-\Delta/T}$")
right.set(xlabel="$T_c/T$", ylabel="superconductor / normal metal", ylim=(1e-6, 20))
right.legend(fontsize=8)
show(fig, "weights_and_cold_rates")

# %% [markdown]
# <!-- figure: weights_and_cold_rates -->
# **Figure 7.3.** Interference decides what is left of the crowded gap edge, and the gap decides how fast each response falls in the cold. Left: the weight of a quasiparticle. Right: the responses against the inverse temperature.
# For sound the peak in the density of states is invisible. Remove the interference (dotted) and sound would have a peak as well; add instead of subtract (solid) and the edge
# counts twice. So the book is right to name *both* causes of the peak in NMR: the pile-up of states, and the coherence that does not undo it. The numbers above say how much is whose: at $0.9\,T_c$
# with $\Gamma=0.02\,\Delta_0$ the density of states alone would give 1.20, with interference it is 1.87. They also show case I slightly above $2f(\Delta)$: levels
# with a width reach into the gap.
#
# When cold, each response is activated with the same $\Delta$. In this theory sound has no prefactor to fit: measure
# $\alpha_s/\alpha_n$, and $\Delta=T\ln(2\alpha_n/\alpha_s-1)$. The Yosida function $Y=2\int_0^\infty d\xi\,(-\partial f/\partial E)$ is the static spin response: pairs are singlets,
# only quasiparticles can be polarised, and the Knight shift falls with them. The narrow width's curve (solid) runs parallel to the others down to $10^{-4}$; that of the
# larger width (long dashes) ends in a floor, $R_s/R_n\to\Gamma^2/(\Gamma^2+\Delta^2)$: this floor belongs to the model of the width, not to BCS.
#
# ## 3 · How high is the peak?
#
# The book says that there is a peak just below $T_c$. It does not say how high, and cannot: without any broadening the answer is *infinite*. Near the edge $N^2+M^2\to\Delta/(E-\Delta)$ until
# $E-\Delta$ reaches $\Gamma$, so
#
# $$\frac{R_s}{R_n}\simeq 2\Delta\Big(-\frac{\partial f}{\partial E}\Big)_\Delta\ln\frac{\Delta}{\Gamma}+\dots=\frac{x}{\cosh^2x}\ln\frac{\Delta}{\Gamma}+\dots,\qquad x=\frac{\Delta}{2T}.$$
#
# The prefactor is largest where $2x\tanh x=1$. This fixes where the peak goes as $\Gamma\to0$, and what each further decade adds.


# %%
def peak(Gamma):
    """Temperature and height of the maximum, in Tc and in the normal rate, for a width Γ in Δ0."""

    def lowered(t):
        return -relaxation_rate(t, gap(t, 1.0), broadening=Gamma * Delta0)

    options = {"xatol": 1e-7}
    found = minimize_scalar(lowered, bounds=(0.5, 0.999), method="bounded", options=options)
    return found.x, -found.fun


# %%
x = brentq(lambda x: 2 * x * np.tanh(x) - 1, 0.1, 2)
slope = x / np.cosh(x) ** 2
place = brentq(lambda t: gap(t, 1.0) - 2 * x * t, 0.5, 0.999)
gained = slope * np.log(10)
print(f"Γ → 0: the peak moves to {place:.3f} Tc and gains {gained:.3f} with each decade of Γ")
widths = np.array([0.3, 0.1, 0.01, 1e-3, 1e-4, 1e-8])
places, heights = np.transpose([peak(Gamma) for Gamma in widths])
table(
    {
        r"$\Gamma/\Delta_0$": numbers(widths, 1),
        "height of the peak": numbers(heights, decimals=2),
        "its place $T/T_c$": numbers(places, decimals=3),
    },
    caption="The peak of nuclear relaxation for levels of a given width.",
)

# %% [markdown]
# In a real metal there is a second way to a finite height. Its gap is not the same in all directions, and the nucleus, being a point, averages over all of them. Spread the gap evenly over $\Delta(1\pm b)$,
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
spreads = np.array([0.3, 0.1, 0.03, 0.01])
table(
    {
        "spread $b$": [f"{b:g}" for b in spreads],
        "height of the peak": numbers(
            [max(spread_rate(t, b) for t in warm) for b in spreads], decimals=2
        ),
    },
    caption="The peak for sharp levels and a gap that differs with direction.",
)

# %%
width, b = np.geomspace(1e-6, 0.4, 40), np.geomspace(0.003, 0.4, 20)
by_width = [peak(w)[1] for w in width]
by_spread = [max(spread_rate(t, w) for t in warm) for w in b]

# %% tags=["hide-input"]
# Draw the relaxation for four widths, and the height of the peak against width and spread
t = np.linspace(0.3, 1.1, 400)
fig, (left, right) = figure(1, 2)
lines = [(-1, GREEN, "-."), (-2, RED, "-"), (-3, ORANGE, "--"), (-4, PINK, ":")]
for decade, colour, style in lines:
    rate = relaxation_rate(t, gap(t, 1.0), broadening=10.0**decade * Delta0)
    left.plot(t, rate, color=colour, ls=style, label=rf"$\Gamma=10^{{{decade}}}\,\Delta_0$")
left.set(xlabel="$T/T_c$", ylabel="$R_s/R_n$", xlim=(0.3, 1.1), ylim=(0, 4.5))
left.legend()
right.semilogx(width, by_width, color=RED, label=r"width $\Gamma/\Delta_0$")
right.semilogx(b, by_spread, color=BLUE, ls="--", label=r"spread $b$ of the gap")
straight = by_width[0] - slope * np.log(width / width[0])
right.semilogx(width, straight, color=BLACK, lw=1, ls=":", label="closed-form slope")
right.set(xlabel=r"$\Gamma/\Delta_0$ or $b$", ylabel="height of the peak", ylim=(0.9, 6.5))
right.legend()
show(fig, "height_of_the_peak")

# %% [markdown]
# <!-- figure: height_of_the_peak -->
# **Figure 7.4.** The peak grows by one unit each time the levels get ten times narrower, without end. Left: four BCS curves for one metal. Right: the height against the width, and against the spread of the gap.
# There is no "BCS height" to compare with;
# a measured height is a measurement of the broadening. The position depends little on the width (between 0.80 and 0.91 $T_c$ for all widths up to a tenth of the gap), and there is a peak for all of them.
#
# Even with no width at all, one cutoff is left: a nuclear spin flip costs its Zeeman energy, so the quasiparticle must change its energy by $\omega$, say of a frequency of 10 MHz. How high would the peak be then?

# %%
Al = elements["Al"]
larmor = 0.01 * GHz / gap(0.0, Al.Tc)  # a nuclear frequency of 10 MHz, in units of Δ0
height = max(absorption(larmor * Delta0, t, gap(t, 1.0), 2) for t in warm)
print(f"10 MHz is {larmor:.1e} Δ0 in aluminium; as the only cutoff it gives a peak of {height:.1f}")

# %% [markdown]
# The same formula with a finite frequency (`absorption`, case II) gives a peak of 4.1: finite, but twice the height of about 2 that is recalled for aluminium. (Hebel and Slichter let the spins relax with the field almost off, recalled; $\omega$ was then smaller still, and
# this peak would be higher.) If the recalled height is right, the width of the levels or the spread of the gap limits it.
#
# ## 4 · Light: a threshold at twice the gap
#
# An electric field drives currents, and currents are odd under time reversal: case II. With $E'=E+\omega$ (Mattis and Bardeen), over all $|E|,|E'|>\Delta$,
#
# $$\frac{\sigma_1}{\sigma_n}=\frac1\omega\int dE\,\frac{|EE'+\Delta^2|}{\sqrt{E^2-\Delta^2}\sqrt{E'^2-\Delta^2}}\,\big[f(E)-f(E')\big].$$
#
# Thermal quasiparticles absorb at any frequency; for $\omega>2\Delta$ light breaks pairs. At $T=0$ only the second is left, and absorption has a sharp threshold at $2\Delta_0$. The condensate
# itself answers out of phase, with $\sigma_2\simeq\pi\,\frac{\Delta}{\omega}\tanh\frac{\Delta}{2T}$ for $\omega\ll\Delta$.

# %% tags=["hide-input"]
# Draw the real and the imaginary part of the conductivity against the frequency
omega = np.linspace(0.02, 3, 600) * 2 * Delta0
fig, (left, right) = figure(1, 2)
for t, colour, style in [(0.0, BLUE, "-"), (0.7, GREEN, "-."), (0.9, ORANGE, (0, (5, 1)))]:
    sigma, Delta = conductivity(omega, t, gap(t, 1.0)), gap(t, 1.0)
    label = f"$\\sigma_1$, $T={t:g}\\,T_c$"
    left.plot(omega / (2 * Delta0), sigma.real, color=colour, ls=style, label=label)
    label = f"$T={t:g}\\,T_c$"
    right.loglog(omega / (2 * Delta0), sigma.imag, color=colour, ls=style, label=label)
    low = np.pi * Delta / omega * (np.tanh(Delta / (2 * t)) if t else 1)
    right.loglog(omega / (2 * Delta0), low, color=BLACK, lw=1, ls=":")
one = absorption(omega, 0.0, Delta0, 1)
left.plot(omega / (2 * Delta0), one, color=RED, ls="--", label="case I, $T=0$")
left.set(xlabel=r"frequency $\omega/2\Delta_0$", ylabel="absorption over normal")
left.set(xlim=(0, 3), ylim=(0, 2.5))
right.set(xlabel=r"frequency $\omega/2\Delta_0$", ylabel=r"$\sigma_2/\sigma_n$", ylim=(0.02, 100))
left.legend()
right.legend()
show(fig, "conductivity")

# %% [markdown]
# <!-- figure: conductivity -->
# **Figure 7.5.** A cold superconductor absorbs nothing below $2\Delta_0$ and begins gently above it; a warm one absorbs low frequencies. Left: absorption. Right: the response out of phase; dotted, $\pi\frac{\Delta}{\omega}\tanh\frac{\Delta}{2T}$.

# %%
edge = 2 * Delta0 * (1 + 1e-9)
at_edge = [absorption(edge, 0.0, Delta0, case) for case in (2, 1)]
fractions = np.array([0.1, 0.01, 0.001])
low = [conductivity(x * Delta0, 0.85, gap(0.85, 1.0)).real for x in fractions]
print(f"just above 2Δ₀ at T = 0: case II {at_edge[0]:.6f}, case I {at_edge[1]:.6f}")
print(f"π/2 = {np.pi / 2:.6f}; without interference the mean, {np.mean(at_edge):.4f}")
table(
    {r"$\omega/\Delta_0$": numbers(fractions, 1), r"$\sigma_1/\sigma_n$": numbers(low, decimals=3)},
    caption=r"Absorption of low frequencies at $0.85\,T_c$.",
)

# %% [markdown]
# At $T=0$ absorption starts *gently*, from zero. The crowded states at both edges of the gap would make a jump, to $\pi/4$;
# the pair-creating factor of case II is zero there and takes it away. A case I probe (dashed) jumps twice as high, to $\pi/2$: section 1's exchange of roles. In the warm metal quasiparticles absorb at low frequency, *more* than the
# normal metal, and like $\ln(T/\omega)$. It is the Hebel–Slichter peak again, with $\omega$ in the place of $\Gamma$: near 0.85 $T_c$ each decade in $\omega$ adds the same step, about one.
# Well below the threshold $\sigma_2$ follows $1/\omega$, the response of something that accelerates freely.
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
    below = quad(integrand, -25, threshold, limit=200)[0]
    return below + quad(integrand, threshold, np.log(end), limit=200)[0]


def condensate_weight(t):
    """(π/2) lim ω σ2/σn in units of Tc."""
    return np.pi**2 / 2 * gap(t, 1.0) * (np.tanh(gap(t, 1.0) / (2 * t)) if t else 1)


# %%
t = np.array([0.0, 0.5, 0.8, 0.95])
whole, reach = condensate_weight(0.0), 20  # how far one measures, in Δ0
share = 100 * missing_area(0.0, reach * Delta0) / whole
print(f"at T = 0 the window below 2Δ₀ holds {200 * Delta0 / whole:.0f} % of the missing area")
print(f"up to {reach} Δ₀ it is {share:.0f} %")
table(
    {
        "$T/T_c$": numbers(t, decimals=2),
        "missing area": numbers([missing_area(x) for x in t], decimals=5),
        "weight of the condensate": numbers([condensate_weight(x) for x in t], decimals=5),
    },
    caption=r"Missing area and weight of the condensate, in units of $\sigma_nT_c$.",
)

# %% tags=["hide-input"]
# Draw the missing area, and the superfluid weight against the temperature
omega = np.linspace(0.01, 4, 500) * 2 * Delta0
sigma_1 = absorption(omega, 0.0, Delta0, 2)
fig, (left, right) = figure(1, 2)
x = omega / (2 * Delta0)
left.plot(x, sigma_1, color=BLUE, label=r"$\sigma_1$ at $T=0$")
left.axhline(1, color=GREY, ls="--", label="normal metal")
label = r"missing, $\pi^2\Delta_0\sigma_n/2$ in all"
left.fill_between(x, sigma_1, 1, color=GREY, alpha=0.25, lw=0, label=label)
left.set(xlabel=r"frequency $\omega/2\Delta_0$", ylabel=r"$\sigma_1/\sigma_n$")
left.set(xlim=(0, 4), ylim=(0, 1.2))
left.legend(loc="lower right")
t = np.linspace(1e-3, 1, 400)
clean = superfluid_density(t, gap(t, 1.0))
dirty = gap(t, 1.0) / Delta0 * np.tanh(gap(t, 1.0) / (2 * t))
right.plot(t, clean, color=BLUE, label=r"clean: $1-Y$")
right.plot(t, dirty, color=RED, ls="--", label=r"dirty: $(\Delta/\Delta_0)\tanh(\Delta/2T)$")
right.plot(t, 1 - t**4, color=GREY, ls=":", label=r"two fluids: $1-t^4$")
right.set(xlabel="$T/T_c$", ylabel=r"superfluid weight $\lambda^2(0)/\lambda^2(T)$")
right.set(xlim=(0, 1), ylim=(0, 1.05))
right.legend(loc="lower left")
show(fig, "missing_area")

# %% [markdown]
# <!-- figure: missing_area -->
# **Figure 7.6.** The absorption that is missing at finite frequency has become the superfluid. Left: the missing area at $T=0$; the shaded part, up to $8\Delta_0$, is 78 per cent of the whole. Right: the superfluid weight of a clean and a dirty metal.
# The two columns of the table agree at every temperature. Less than half of it comes from the empty window below $2\Delta_0$; the rest sits in a long tail that must be measured
# far beyond the gap. How much superfluid there is depends on how clean the metal is. Nothing scatters in the clean limit, $n_s/n=1-Y$; in the dirty limit the weight is $\Delta\tanh(\Delta/2T)$.
# Both are flat when cold, exponentially so. The old two-fluid rule $1-t^4$ falls like a power and ends too steeply at $T_c$, with slope 4.

# %%
t = 1 - 1e-6
near = [superfluid_density(t, gap(t, 1.0)), gap(t, 1.0) / Delta0 * np.tanh(gap(t, 1.0) / (2 * t))]
table(
    {
        "metal": ["clean", "dirty", "two fluids"],
        r"superfluid weight over $1-t$, at $T_c$": numbers(
            np.array([*near, 1 - t**4]) / (1 - t), decimals=3
        ),
    },
    caption="How the superfluid weight begins.",
)

# %% [markdown]
# ## Explore
#
# Move the width of the levels through five decades. The peak grows without end; the cold floor appears when the width is large.


# %%
def draw(ax, decade=-1.8):
    t = np.linspace(0.15, 1.15, 250)
    Gamma = 10.0**decade
    rate = relaxation_rate(t, gap(t, 1.0), broadening=Gamma * Delta0)
    ax.plot(t, rate, color=RED, label=rf"spins, $\log_{{10}}(\Gamma/\Delta_0)={decade:.1f}$")
    sound = ultrasonic_attenuation(t, gap(t, 1.0))
    ax.plot(t, sound, color=BLUE, ls="--", label="sound, sharp levels")
    place, height = peak(Gamma)
    ax.plot(place, height, "o", color=BLACK, label=f"peak {height:.2f} at {place:.2f} $T_c$")
    ax.set(xlabel="$T/T_c$", ylabel="superconductor / normal metal")
    ax.set(xlim=(0.15, 1.15), ylim=(0, 5.5))
    ax.legend(loc="upper left")


# %%
explore(
    draw,
    decade=(-5, -0.3, 0.1),
    labels={"decade": "log₁₀ Γ/Δ₀"},
    presets={"a peak of 2": {"decade": -1.8}},
    alt="relaxation_slider",
)

# %% [markdown]
# <!-- figure: relaxation_slider -->
# **Figure 7.7.** Nuclear relaxation peaks below $T_c$, and the width of the levels sets the height. The dot marks the peak; sound with sharp levels has none.
#
# ## Compare with experiment
#
# **Nuclear spins.** Of relaxation in superconductors we could read no curve $T_1(T)$ with numbers, only these statements. The height and the place of the peak are therefore not tested here.

# %%
(alloys,) = ranges(method="NMR")
(mgb2,) = rows(of="MgB2", quantity="gap_ratio", method="NMR")
found = [
    ("normal Al", f"$T_1T$ = {nmr['T1T_Al27'].amount}", nmr["T1T_Al27"]),
    ("Al", f"$R_s/R_n$ about {nmr['peak'].amount} at the peak", nmr["peak"]),
    ("Al", "with impurities $T_1$ decreases, by less than 30 %", alloys),
    ("type I metals", "$T_1$ is longer than simple BCS gives", remarks["nmr"]),
    ("Rh", "relaxation is slower at all $T<T_c$: no peak", remarks["rhodium"]),
    ("MgB₂", rf"tiny peak; $2\Delta_0/k_BT_c$ about {mgb2.number:g}", mgb2),
]
table(
    {
        "metal": [metal for metal, *_ in found],
        "found": [what for _, what, _ in found],
        "kind": [row.kind for *_, row in found],
        "source": [str(row.source) for *_, row in found],
    },
    caption="What was read about nuclear relaxation.",
)

# %%
T1_at_Tc = nmr["T1T_Al27"] / Al.Tc / second
Gamma_2 = 10 ** brentq(lambda d: peak(10.0**d)[1] - 2, -4, -1)
b_2 = brentq(lambda b: max(spread_rate(t, b) for t in warm) - 2, 0.01, 0.4)
print(f"T1 of aluminium nuclei at Tc: {T1_at_Tc:.2f} s")
print(f"a peak of 2 needs Γ = {Gamma_2:.4f} Δ₀ or a gap spread of ± {100 * b_2:.0f} %")

# %% [markdown]
# A $T_1$ that is longer than that of sharp levels is a rate that is lower, as widths and spreads make it. In aluminium with impurities $T_1$ becomes shorter: scattering averages the gap over the directions, and a smaller spread means a higher rate. This has the sign of a gap spread.
# The two kinds of cutoff are not told apart by the height alone.
#
# **Sound.** We could read no measured $\alpha_s/\alpha_n$, only a gap that was derived from it: for lead $2\Delta_0/k_BT_c=4.1\pm0.2$, as in the far infrared. The attenuation depended on the amplitude of the sound; this is the value at the smallest amplitudes. In indium the gaps from sound are clearly lower than those of other methods (Brickwedde, Binnie and Reed, 1974).
# A response without a prefactor in theory need not be the best measure of a gap in practice.
#
# **Light.** Here there are measured numbers. P. L. Richards and M. Tinkham (1960) saw the onset of absorption in the bulk of six metals, and gave a bound for a seventh.

# %%
onset = rows(quantity="gap_ratio", method="far infrared", kind="measured")
(bound,) = ranges(quantity="gap_ratio", method="far infrared")
measured = np.array([row * elements[row.of].Tc / GHz for row in onset])
errors = np.array([row.uncertainty * elements[row.of].Tc / GHz for row in onset])
weak = np.array([2 * gap(0.0, elements[row.of].Tc) / GHz for row in onset])
table(
    {
        "metal": [elements[row.of].name for row in onset],
        r"$2\Delta_0/k_BT_c$": [number(row.number, 2, error=row.uncertainty) for row in onset],
        "onset / GHz": numbers(measured, error=errors),
        "BCS from $T_c$ / GHz": numbers(weak, 3),
        "difference in errors": numbers((measured - weak) / errors, decimals=1),
    },
    caption="The onset of absorption, Richards and Tinkham (1960).",
)

# %% [markdown]
# **Penetration depth.** For lead R. F. Gasparovic and W. L. McLean (1970) measured how $\lambda$ grows near $T_c$: $d\lambda/dy=41.8\pm0.9$ nm with $y=(1-t^4)^{-1/2}$. Lock's films have $\lambda(0)=39\pm3$ nm (chapter 01). In a local metal the slope is $\lambda(0)$ times
# a number that the superfluid weight gives. For a stronger coupling we multiply $\Delta(T)$ by a constant: a device for fitting, not a theory.

# %%
t = 1 - 1e-7
Pb = elements["Pb"]


def slope_near_Tc(weight):
    """dλ/dy over λ(0), where the superfluid weight is that at t just below 1."""
    return np.sqrt((1 - t**4) / weight)


# %%
ratios = [limits.GAP_RATIO, 4.1, 4.3]
local = [superfluid_density(t, x / limits.GAP_RATIO * gap(t, 1.0)) for x in ratios]
dirty = gap(t, 1.0) / Delta0 * np.tanh(gap(t, 1.0) / (2 * t))
factors = [1.0, *[slope_near_Tc(weight) for weight in (*local, dirty)], slope_near_Tc(local[0])]
depth = np.array([Pb.lambda0] * 5 + [Pb.lambda_L]) / nm
models = ["two fluids", "clean, ratio 3.53", "clean, ratio 4.1", "clean, ratio 4.3",
          "dirty, ratio 3.53", r"clean, ratio 3.53, $\lambda_L$"]  # fmt: skip
slopes = np.array(factors) * depth
unsure = [Pb.lambda0.uncertainty * factor for factor in factors[:-1]] + [None]
table(
    {
        "model": models,
        r"$\lambda(0)$ or $\lambda_L$ / nm": numbers(depth, 3),
        "slope over it": numbers(factors, decimals=2),
        r"$d\lambda/dy$ / nm": numbers(slopes, 3, error=unsure),
    },
    caption="The slope of the penetration depth of lead near $T_c$; measured is 41.8(9) nm.",
)

# %% tags=["hide-input"]
# Draw the onsets over BCS, and the slope of the depth of lead for several models
fig, (left, right) = figure(1, 2)
names = [elements[row.of].symbol for row in onset] + [bound.of]
left.axvline(1, color=BLUE, label=r"BCS, $3.53\,k_BT_c$")
places, style = range(len(onset)), {"fmt": "o", "color": RED, "capsize": 3}
left.errorbar(measured / weak, places, xerr=errors / weak, label="measured", **style)
top = bound.high / limits.GAP_RATIO
left.plot(top, len(onset), "<", color=RED, mfc="white", label="upper bound")
left.set(xlabel="onset of absorption / BCS", yticks=range(len(names)), yticklabels=names)
left.set(xlim=(0.6, 1.45), ylim=(6.5, -1.9))
left.legend(loc="lower right")
band = Pb.dlambda_dy
low, high = band.number - band.uncertainty, band.number + band.uncertainty
right.axvspan(low, high, color=RED, alpha=0.25, label="measured")
for place, (value, error) in enumerate(zip(slopes, unsure, strict=True)):
    right.errorbar(value, place, xerr=error, fmt="s", color=BLUE, mfc="white", capsize=3)
right.set(xlabel=r"$d\lambda/dy$ of lead (nm)", yticks=range(6), yticklabels=models)
right.set(ylim=(5.5, -1.2))
right.legend(loc="upper right")
show(fig, "onsets_and_slopes")

# %% [markdown]
# <!-- figure: onsets_and_slopes -->
# **Figure 7.8.** The onset of absorption lies near the gap of BCS, above it in strongly coupled metals; the slope of lead's penetration depth can be understood in more than one way. Left: onsets in six metals and a bound. Right: $d\lambda/dy$ of lead; the errors are those of $\lambda(0)$.
#
# Tin and vanadium agree with $2\Delta_0=3.53\,k_BT_c$ within their errors; indium, lead and mercury lie three to five errors above, as strongly coupled metals do. Niobium and tantalum lie *below*, where tunnelling (niobium, 3.93) and thermal conductivity (tantalum, 3.8) do not. Light enters only a thin layer, and a poor surface is a possible reason.
# All onsets lie between microwaves and the far infrared. R. E. Glover and M. Tinkham saw this gap in 1956 in thin films of lead and tin (recalled). Of $\sigma_1(\omega)$ above the onset we could read no numbers.
#
# For lead the clean metal of weak coupling with Lock's $\lambda(0)$ is too steep by three errors. Two changes bring it down, and both are real in lead: a larger gap, and the fact that lead is not local. Its $\xi_0$ is larger than $\lambda$ (96 and 30.5 nm, compiled), so that
# the measured $\lambda(0)$ lies above $\lambda_L$, while near $T_c$ the depth has grown and the metal is local. With $\lambda_L$ the weak-coupling slope fits as well (last row); but $\lambda_L$ may come from the same paper. Gasparovic and McLean fitted a ratio of 3.75, where tunnelling gives 4.3: one number cannot stand for
# strong coupling. Two fluids would fit, too, without a microscopic theory.
#
# ## Check
#
# The sixteen-state calculation against the formulas, the hand-made rates against the module, closed forms, a sum rule, and a textbook number.

# %%
for E, E_final in [(1.3, 2.1), (1.01, 5.0)]:
    xi, xi_final = np.sqrt(E**2 - 1), np.sqrt(E_final**2 - 1)
    for parity, case in [(1, 1), (-1, 2)]:
        mean = np.mean([amplitude(xi, s * xi_final, parity) ** 2 for s in (1, -1)])
        assert abs(mean - coherence_factor(E, E_final, 1.0, case)) < 1e-13  # rounding
    mean = np.mean([flipped(xi, s * xi_final) ** 2 for s in (1, -1)])
    assert abs(mean - coherence_factor(E, E_final, 1.0, 2)) < 1e-13  # spin flip: case II
print("coherence factors from 16 states agree with ½(1 ∓ Δ²/EE′)")


# %%
def creation(xi, xi_final, parity):
    """⟨quasiparticles in k′↑ and −k↓| B |ground state⟩: a pair is broken."""
    (u, v), (u2, v2) = amplitudes(xi, 1.0), amplitudes(xi_final, 1.0)
    ground = paired(u, v, 0, 1) @ paired(u2, v2, 2, 3) @ vacuum
    both = (u2 * c[2].T - v2 * c[3]) @ (v * c[0] + u * c[1].T) @ ground
    return both @ (c[2].T @ c[0] + parity * c[1].T @ c[3]) @ ground


for parity, case in [(1, 1), (-1, 2)]:
    mean = np.mean([creation(0.8, s * 1.7, parity) ** 2 for s in (1, -1)])
    expected = coherence_factor(-np.hypot(0.8, 1), np.hypot(1.7, 1), 1.0, case)
    assert abs(mean - expected) < 1e-13  # rounding
print("for pair creation the two cases change places")

# %%
for t in (0.3, 0.7, 0.95):
    Delta = gap(t, 1.0)
    hand = rates(t, Delta, 0.02 * Delta0)[2]
    module = relaxation_rate(t, Delta, broadening=0.02 * Delta0)
    sound = ultrasonic_attenuation(t, Delta)
    assert abs(hand / module - 1) < 1e-5  # trapezoid of 4001 points
    assert abs(rates(t, Delta, 1e-7 * Delta0)[0] / sound - 1) < 1e-4  # Γ → 0
    assert abs(absorption(1e-6, t, Delta, 1) / sound - 1) < 1e-5  # ω → 0
    assert abs(yosida(t, Delta) + superfluid_density(t, Delta) - 1) < 1e-12  # two routes
print("sound by three routes, relaxation by two, Yosida plus superfluid = 1")

# %%
t, b = 0.85, 0.3
D = gap(t, 1.0) * np.linspace(1 - b, 1 + b, 1001)[:, None]
E = gap(t, 1.0) * np.linspace(0.5, 12, 4001)
root = np.sqrt(E + 0.003j - D) * np.sqrt(E + 0.003j + D)
mean_N, mean_M = (E / root).real.mean(axis=0), (D / root).real.mean(axis=0)
brute = np.trapezoid((mean_N**2 + mean_M**2) / (2 * t * np.cosh(E / (2 * t)) ** 2), E)
assert abs(brute / spread_rate(t, b) - 1) < 0.01  # the width that smooths a sum over 1001 gaps
coarse, fine = spread_rate(t, 0.01), spread_rate(t, 0.01, 40_000)
assert abs(coarse / fine - 1) < 1e-3  # the grid is fine enough
print("the spread gap: closed averages agree with a sum over 1001 gaps")

# %%
grown = peak(1e-8)[1] - peak(1e-7)[1]
assert abs(grown / (slope * np.log(10)) - 1) < 0.005  # the maximum still drifts toward its limit
k2 = (2 * Delta0 / (5 * Delta0)) ** 2
sigma = conductivity(5 * Delta0, 0.0, Delta0)
closed = ellipe(1 - k2) - k2 * ellipk(1 - k2)
assert abs(sigma.real - closed) < 1e-12  # closed forms at T = 0, rounding
assert abs(sigma.imag - (ellipe(k2) - (1 - k2) * ellipk(k2))) < 1e-12
assert abs(conductivity(0.8 * Delta0, 0.0, Delta0).imag - 2.5 * ellipe(0.16)) < 1e-12
for t in (0.0, 0.5, 0.8):
    assert abs(missing_area(t) / condensate_weight(t) - 1) < 2e-5  # tail beyond 2·10⁷ Tc, and quad
print("slope of the peak, elliptic integrals and sum rule hold")

# %% [markdown]
# The missing area in numbers one can take to the laboratory: a dirty metal has $\lambda(0)=\sqrt{\rho_n/\pi\mu_0\Delta_0}$, quoted as $1.05\cdot10^{-3}\sqrt{\rho_n/T_c}$ metres for $\rho_n$ in Ω m and $T_c$ in K
# (Kes and Tsuei, 1983; recalled).

# %%
rho_n = 1e-8 * ohm * metre  # 1 µΩ cm
depth = np.sqrt(rho_n / (np.pi * mu0 * gap(0.0, kelvin)))  # Tc = 1 K
print(f"1 µΩ cm and Tc = 1 K: λ(0) = {depth / nm:.1f} nm")
assert abs(depth / nm - 105) < 0.5  # the rounding of 1.05

# %% [markdown]
# ## Where this fails
#
# * **The height of the peak** is not predicted by BCS; only broadening, anisotropy or strong coupling give it a value. Quasiparticles with a short life (strong coupling) can erase the peak altogether, so its absence does not exclude $s$-wave pairing.
# * **Dynes' width** is a convenient form, not a theory: it puts states into the gap, and the cold floor of $R_s/R_n$ comes with them.
# * **Knight shift.** In heavy metals spin–orbit scattering mixes the spins, and $\chi_s$ does not vanish at $T=0$ as the Yosida function does.
# * **Sound.** $2f(\Delta)$ is for longitudinal sound with $\omega\ll\Delta$. Transverse sound also couples through screened currents, and drops abruptly at $T_c$.
# * **Light.** Mattis and Bardeen's formula holds for dirty metals, or fields that vary fast over a pair. A clean metal at small wave vector absorbs almost nothing, because nothing takes up the momentum.
# * **Penetration depth.** $1-Y$ is local and clean; nonlocal metals need Pippard's or BCS's kernel, and the curve changes (Tinkham, section 3.10).

# %%
ask("why_interference")

# %%
ask("light_below_the_gap")

# %%
ask("error_in_relaxation")

# %% [markdown]
# <!-- try it -->
# ## Try it
#
# * In section 2, in the cell that begins with `def rates`, change `Gamma` from 0.02 to 0.002. Which of the three rates (case I, no interference, case II) move at 0.9 $T_c$, by how much, and which hardly changes?
# * In section 3, in the cell that begins with `def spread_rate`, change the numbers of `spreads` until one of them gives the peak that the table above has for $\Gamma=0.01\,\Delta_0$. How much broader must a spread be than a width?
# * In section 5, in the cell that defines `reach`, the missing area is counted up to $20\,\Delta_0$. Change `reach`: how far must an experiment measure to find 95 per cent of the superfluid?
# * [The exercises of this chapter](../exercises/07_coherence_factors.ipynb): the Hebel–Slichter rate by your own integral, the width behind a measured rate, gaps of two signs, a gap from relaxation times, and an inductance.
#
# ## Further reading
#
# * L. C. Hebel and C. P. Slichter, *Phys. Rev.* **113**, 1504 (1959): the measurement and its theory.
# * M. Tinkham, *Introduction to Superconductivity*, 2nd ed., sections 3.9 and 3.10: coherence factors, the three probes, and the sum rule.
# * R. W. Morse and H. V. Bohm, *Phys. Rev.* **108**, 1094 (1957): ultrasound, and the gap read from it, at the same time as BCS.
# * D. C. Mattis and J. Bardeen, *Phys. Rev.* **111**, 412 (1958): the conductivity used here, and used every day for superconducting circuits.
# * D. E. MacLaughlin, *Solid State Physics* **31**, 1 (1976): a review of magnetic resonance in superconductors, with the fate of the peak in many metals.
