# %% [markdown]
# # 07 · Probe quasiparticles with sound, spins and light: answers
#
# <!-- work -->
# *160 minutes, 16 points, and one question in words · read first: [chapter 07](../notebooks/07_coherence_factors.ipynb).*
#
# <!-- how to solve -->

# %% [markdown] tags=["solution"]
# These are the explained solutions: the idea, the steps, the code, and a limit or a second way that confirms it. What an exercise leaves out stands between `# begin solution` and `# end solution`.

# %%
import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq

from bcs_helpers.classroom import ask, carry_on, check, hint, inputs, progress
from bcs_helpers.gap import gap
from bcs_helpers.tables import numbers, table

# %% tags=["solution"]
from bcs_helpers.classroom import rubric
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, figure, show
from bcs_helpers.response import conductivity, relaxation_rate, ultrasonic_attenuation

# %%
ask("warm_up_factor")

# %% [markdown]
# <!-- task: transition_weight -->
# ## 1 · Gaps of two signs (3 points, 25 min)
#
# In the chapter a probe moved a quasiparticle from $k$ to $k'$, and both states had the same gap. In some metals the gap differs between sheets of the Fermi surface, even in sign. What does the interference do
# then?
#
# `E`, `E_final`, `Delta`, `Delta_final` are arrays, one entry a transition: positive energies $E\ge|\Delta|$ and $E'\ge|\Delta'|$, and the gaps of the two states, of either sign. `parity` is the chapter's $\eta$, $+1$ for
# a probe that time reversal leaves unchanged and $-1$ for one that it reverses. Return the mean of the squared amplitude of the two paths over the signs of $\xi$ and $\xi'$, for each transition.

# %% [markdown] tags=["solution"]
# **Idea.** The quasiparticle with $\xi$ and $\Delta$ is the eigenvector $(u,v)$ of the matrix $\begin{pmatrix}\xi&\Delta\\\Delta&-\xi\end{pmatrix}$ with the energy $+E$. So $u^2=\frac12(1+\xi/E)$, $v^2=\frac12(1-\xi/E)$ and $2uv=\Delta/E$: a negative gap
# makes $v$ negative. The amplitude is $uu'-\eta\,vv'$, as in the chapter, and
#
# $$\big(uu'-\eta vv'\big)^2=u^2u'^2+v^2v'^2-2\eta\,uv\,u'v'=\frac12\Big(1+\frac{\xi\xi'}{EE'}\Big)-\frac\eta2\frac{\Delta\Delta'}{EE'} .$$
#
# The mean over the signs of $\xi,\xi'$ removes the first fraction. The code does it without this algebra.


# %%
def transition_weight(E, E_final, Delta, Delta_final, parity):
    """Mean of (uu′ − η vv′)² over the signs of ξ and ξ′, for gaps of either sign."""
    # begin solution
    def states(E, Delta):
        """u and v for both signs of ξ, along a new first axis."""
        xi = np.array([1, -1])[:, None] * np.sqrt(E**2 - Delta**2)
        return np.sqrt((1 + xi / E) / 2), np.sign(Delta) * np.sqrt((1 - xi / E) / 2)

    (u, v), (u2, v2) = states(E, Delta), states(E_final, Delta_final)
    amplitude = u[:, None] * u2 - parity * v[:, None] * v2  # sign of ξ, sign of ξ′, transition
    return np.mean(amplitude**2, axis=(0, 1))
    # end solution


check(transition_weight)

# %%
transition_weight = carry_on(transition_weight)

# %% [markdown] tags=["solution"]
# **A second way: two-by-two matrices.** Let a routine find the eigenvectors, whatever phases it likes. A probe of the density (case I) is the matrix $\tau_3=\mathrm{diag}(1,-1)$ between them, because a hole has the opposite charge; one of the
# spin (case II) is the unit matrix.

# %% tags=["solution"]
def from_matrices(E, E_final, Delta, Delta_final, parity):
    vector = lambda xi, Delta: np.linalg.eigh(np.array([[xi, Delta], [Delta, -xi]]))[1][:, 1]
    probe, signs = np.diag([1, -parity]), (1, -1)
    xi, xi_final = np.sqrt(E**2 - Delta**2), np.sqrt(E_final**2 - Delta_final**2)
    first = [vector(sign * xi, Delta) for sign in signs]
    last = [vector(sign * xi_final, Delta_final) for sign in signs]
    return np.mean([(after @ probe @ before) ** 2 for before in first for after in last])


cases = [(1.5, 2.0, 1.0, 1.0, -1), (1.5, 2.0, 1.0, -1.0, -1), (2.0, 1.25, 1.0, 1.0, 1)]
formula = [0.5 * (1 - parity * D * D2 / (E * E2)) for E, E2, D, D2, parity in cases]
table(
    {
        r"$\Delta'/\Delta$": numbers([case[3] for case in cases], decimals=0),
        r"$\eta$": numbers([case[4] for case in cases], decimals=0),
        "matrices": numbers([from_matrices(*case) for case in cases], decimals=6),
        "formula": numbers(formula, decimals=6),
    },
    caption="The mean of the squared amplitude, by two ways.",
)

# %% tags=["solution"]
def rate(T, Delta, Gamma, interference):
    """2∫dE (−f′)(N² + interference · M²) with levels of width Γ, as in section 2 of the chapter."""
    s = np.linspace(-np.arcsinh(Delta / Gamma), np.arcsinh(40 * T / Gamma), 2001)
    E = Delta + Gamma * np.sinh(s)
    root = np.sqrt(E + 1j * Gamma - Delta) * np.sqrt(E + 1j * Gamma + Delta)
    weight = ((E + 1j * Gamma) / root).real ** 2 + interference * (Delta / root).real ** 2
    return np.trapezoid(Gamma * np.cosh(s) / (2 * T * np.cosh(E / (2 * T)) ** 2) * weight, s)


# %% tags=["solution"]
E, t = np.linspace(1, 5, 200), np.linspace(0.3, 0.999, 150)
fig, (left, right) = figure(1, 2)
lines = [(1.0, RED, "-", "same sign"), (-1.0, BLUE, "--", "opposite sign")]
for other, colour, dash, name in lines:
    weight = transition_weight(E, E, 1.0 + 0 * E, other + 0 * E, -1)
    left.plot(E, weight, color=colour, ls=dash, label=name)
left.set(xlabel=r"energy $E=E'$ $/\,|\Delta|$", ylabel="factor of a spin flip", ylim=(0, 1.05))
left.legend()
lines = [
    (1, RED, "-", "all with the same sign"),
    (0, GREEN, "-.", "half and half"),
    (-1, BLUE, "--", "all with the opposite sign"),
]
for share, colour, dash, name in lines:
    relaxation = [rate(x, gap(x, 1.0), 0.02 * gap(0.0, 1.0), share) for x in t]
    right.plot(t, relaxation, color=colour, ls=dash, label=name)
right.axhline(1, color=GREY, lw=1)
right.set(xlabel="$T/T_c$", ylabel="$R_s/R_n$", xlim=(0.3, 1), ylim=(0, 2.3))
right.legend(loc="upper left")
show(fig, "gaps_of_two_signs")

# %% [markdown] tags=["solution"]
# **What it says.** Between gaps of opposite sign a spin feels what sound feels between gaps of the same sign: the crowded edge is cancelled. If half of the transitions change the sign, the interference averages out (the signed mean of $M$ is zero), and what is left is the
# density of states alone. This is why relaxation without a peak is taken as a hint, not a proof, of a gap that changes sign.

# %% [markdown]
# <!-- task: relaxation_ratio -->
# ## 2 · How fast nuclear spins relax (problem 1096880, 4 points, 40 min)
#
# A nuclear spin turns over and hands its energy $\omega$ to an electron whose spin turns over too. How fast is this in the superconductor, compared with the normal metal at the same temperature?
#
# The levels are sharp. The quasiparticle goes from $E$ to $E'=E+\omega$; the rate counts initial and final states, $N(E)N(E')$ with $N=E/\sqrt{E^2-\Delta^2}$, carries the coherence factor of case II, and contains $f(E)[1-f(E')]$ for an occupied initial and an empty final state.
# (It is proportional to $f(E)-f(E')$, with a factor that is the same in the normal metal.) Return $R_s/R_n$ for numbers `omega`, `T`, `Delta` in the same unit, with $0<\omega<2\Delta$.

# %% [markdown] tags=["solution"]
# **Why case II.** The spin flip $c^\dagger_{k'\downarrow}c_{k\uparrow}$ and its partner $c^\dagger_{-k\downarrow}c_{-k'\uparrow}$ lead between the same two quasiparticle states with the same sign, and their amplitudes add, $uu'+vv'$ (section 1 of the chapter).
#
# **Idea.** In the normal metal all densities are one, the factor is $\frac12$, and $\int_{-\infty}^\infty dE\,[f(E)-f(E+\omega)]=\omega$. So
#
# $$\frac{R_s}{R_n}=\frac2\omega\int_\Delta^\infty\!dE\;\frac{EE'+\Delta^2}{\sqrt{E^2-\Delta^2}\sqrt{E'^2-\Delta^2}}\,[f(E)-f(E')],$$
#
# with the 2 for the holes, which contribute as much as the particles.
#
# **Steps.** At the lower end the integrand goes like $1/\sqrt{(E-\Delta)(E'-\Delta)}$. With $E=\Delta+\omega\sinh^2v$ we have $E'-\Delta=\omega\cosh^2v$ and $dE/\sqrt{(E-\Delta)(E'-\Delta)}=2\,dv$: smooth, and $v$ runs to where $f$ has died out.


# %%
def relaxation_ratio(omega, T, Delta):
    """R_s/R_n when a nuclear spin gives the energy ω to a quasiparticle, sharp levels."""
    # begin solution
    f = lambda E: 1 / (np.exp(E / T) + 1)

    def integrand(v):
        E = Delta + omega * np.sinh(v) ** 2
        F = E + omega
        return 2 * (E * F + Delta**2) / np.sqrt((E + Delta) * (F + Delta)) * (f(E) - f(F))

    return 2 / omega * quad(integrand, 0, np.arcsinh(np.sqrt(40 * T / omega)), limit=200)[0]
    # end solution


check(relaxation_ratio)

# %%
relaxation_ratio = carry_on(relaxation_ratio)
frequencies = [0.1, 0.01, 0.001]
ratios = [relaxation_ratio(omega, 0.9, 0.9284) for omega in frequencies]
table(
    {r"$\omega/T_c$": numbers(frequencies, 1), "$R_s/R_n$": numbers(ratios, decimals=2)},
    caption="The rate at $0.9\\,T_c$.",
)

# %% tags=["solution"]
t = np.linspace(0.3, 0.995, 120)
fig, ax = figure()
lines = [(-1, GREEN, "-."), (-2, RED, "-"), (-3, ORANGE, "--"), (-4, BLUE, ":")]
for decade, colour, dash in lines:
    omega = 10.0**decade
    below = t[2 * gap(t, 1.0) > omega]
    ratios = [relaxation_ratio(omega, x, gap(x, 1.0)) for x in below]
    ax.plot(below, ratios, color=colour, ls=dash, label=rf"$\omega=10^{{{decade}}}\,T_c$")
sound = ultrasonic_attenuation(t, gap(t, 1.0))
ax.plot(t, sound, color=BLACK, lw=1, ls=(0, (1, 3)), label=r"sound, $2f(\Delta)$")
ax.set(xlabel="$T/T_c$", ylabel="$R_s/R_n$", xlim=(0.3, 1), ylim=(0, 5.4))
ax.legend(loc="upper left")
show(fig, "relaxation_ratio")

# %% [markdown] tags=["solution"]
# **The limit that confirms it.** There is no limit. Near the edge the integrand is $\Delta/(E-\Delta)$ down to the energy $\omega$, so each factor of ten in $\omega$ adds $2\Delta(-f')_\Delta\ln10=\ln10\;x/\cosh^2x$ with $x=\Delta/2T$, and nothing stops it:

# %% tags=["solution"]
x = 0.9284 / 1.8
frequencies = np.array([1e-2, 1e-4, 1e-6])
at = [[relaxation_ratio(part * w, 0.9, 0.9284) for part in (0.1, 1)] for w in frequencies]
rise = [higher - lower for higher, lower in at]
closed = np.log(10) * x / np.cosh(x) ** 2
table(
    {
        r"$\omega/T_c$": numbers(frequencies, 1),
        "a tenth of it adds": numbers(rise, decimals=4),
        "formula": numbers([closed] * 3, decimals=4),
    },
    caption="What a smaller frequency adds.",
)

# %% [markdown]
# <!-- task: width_from_rate -->
# ## 3 · What a measured rate knows (problem 1096880, 3 points, 30 min)
#
# In a metal it is not $\omega$ but the width of the levels that keeps the rate finite. A nuclear relaxation rate has been measured a little below $T_c$. How sharp are the levels?
#
# `ratio` is $R_s/R_n>1$, `T` the temperature in kelvin and `Delta` the gap at that temperature in meV (invented numbers, the first close to aluminium). Levels have Dynes' width, as in section 2 of the chapter: $z=E+i\Gamma$, $N=\mathrm{Re}\,z/\sqrt{z^2-\Delta^2}$, $M=\mathrm{Re}\,\Delta/\sqrt{z^2-\Delta^2}$, weight
# $N^2+M^2$. Return $\Gamma/\Delta$.

# %% [markdown] tags=["solution"]
# **Idea.** The rate falls when $\Gamma$ grows, so to a measured rate belongs one $\Gamma$: a root. It depends on the logarithm of $\Gamma$, and we look for that.
#
# **Steps.** The integrand has a peak of width $\Gamma$ at $E=\Delta$; $E=\Delta+\Gamma\sinh s$ makes a grid that is fine there and wide elsewhere. It begins at $E=0$, because levels with a width reach into the gap. The unit: $k_B=0.0862$ meV/K.


# %%
def width_from_rate(ratio, T, Delta):
    """Γ/Δ from a measured R_s/R_n; T in kelvin, Delta in meV."""
    # begin solution
    kT = 0.08617333 * T

    def rate(Gamma):
        s = np.linspace(-np.arcsinh(Delta / Gamma), np.arcsinh(40 * kT / Gamma), 4001)
        E = Delta + Gamma * np.sinh(s)
        root = np.sqrt(E + 1j * Gamma - Delta) * np.sqrt(E + 1j * Gamma + Delta)
        weight = ((E + 1j * Gamma) / root).real ** 2 + (Delta / root).real ** 2
        return np.trapezoid(Gamma * np.cosh(s) / (2 * kT * np.cosh(E / (2 * kT)) ** 2) * weight, s)

    return np.exp(brentq(lambda g: rate(np.exp(g) * Delta) - ratio, -20, 0))
    # end solution


check(width_from_rate)

# %%
width_from_rate = carry_on(width_from_rate)
ratios = [1.9, 2.1]
found = [width_from_rate(ratio, 1.05, 0.1061) for ratio in ratios]
table(
    {"$R_s/R_n$": numbers(ratios, 2), r"$\Gamma/\Delta$": numbers(found, 2)},
    caption="The width behind a rate, for a metal close to aluminium at 1.05 K.",
)

# %% [markdown] tags=["solution"]
# **What it says.** Ten per cent of the rate are a factor of 1.6 in the width. The rate knows the width only roughly, because it knows its logarithm. **The limit:** for small $\Gamma$ the same slope as in task 2 must return, since $\ln(\Delta/\Gamma)$ stands where $\ln(\Delta/\omega)$ stood.

# %% tags=["solution"]
kT = 0.08617333 * 1.05
x = 0.1061 / (2 * kT)
ratios, steps = [3.0, 5.0], []
for ratio in ratios:
    wide, narrow = width_from_rate(ratio, 1.05, 0.1061), width_from_rate(ratio + 0.1, 1.05, 0.1061)
    steps.append(0.1 / np.log(wide / narrow))
table(
    {
        "$R_s/R_n$": numbers(ratios, 2),
        r"its change with $\ln(\Delta/\Gamma)$": numbers(steps, decimals=4),
        r"$x/\cosh^2x$": numbers([x / np.cosh(x) ** 2] * 2, decimals=4),
    },
    caption="The slope of the rate against the logarithm of the width.",
)

# %% [markdown]
# <!-- task: gap_from_relaxation -->
# ## 4 · The gap from relaxation times (3 points, 20 min)
#
# Far below $T_c$ the nuclei must wait for a quasiparticle to come by. How large is the gap, if these are the waiting times?
#
# `T` holds temperatures in kelvin, all well below $T_c$, and `T1` relaxation times in seconds. (The data are synthetic: computed from BCS with some noise.) Fit a straight line to $\ln T_1$ against $1/T$ and return
# the gap $\Delta$ in meV that its slope gives.

# %% [markdown] tags=["solution"]
# **Idea.** The number of quasiparticles is activated, $1/T_1\propto e^{-\Delta/k_BT}$, so $\ln T_1=\mathrm{const}+(\Delta/k_B)\,(1/T)$. One quasiparticle scatters and has the energy $\Delta$; no pair must be broken for it, so it is not $2\Delta$.


# %%
def gap_from_relaxation(T, T1):
    """Gap in meV from the straight line of ln T1 against 1/T; kelvin, seconds."""
    # begin solution
    slope = np.polyfit(1 / T, np.log(T1), 1)[0]
    return 0.08617333 * slope
    # end solution


check(gap_from_relaxation)

# %%
T, T1 = inputs(gap_from_relaxation)
print(f"the data: {T.size} points, from {T1[0]} s at {T[0]} K to {T1[-1]} s at {T[-1]} K")

# %% [markdown] tags=["solution"]
# **What it says, and how well.** Is it the gap that was put in? We compute the rate of a metal whose gap we know, without noise, and fit it in the same window, from $T_c/2.5$ to $T_c/5$: once $T_1$ and once $T_1T$, which would be constant in the normal metal.

# %% tags=["solution"]
cold = 1 / np.linspace(2.5, 5, 12)  # Tc = 1
widths, slopes = [1e-2, 1e-4, 1e-6], []
for width in widths:
    ratio = relaxation_rate(cold, gap(cold, 1.0), broadening=width * gap(0.0, 1.0))
    times = (1 / (cold * ratio), 1 / ratio)
    slopes.append([np.polyfit(1 / cold, np.log(y), 1)[0] / gap(0.0, 1.0) for y in times])
table(
    {
        r"$\Gamma/\Delta_0$": numbers(widths, 1),
        r"gap from $T_1$ / $\Delta_0$": numbers([pair[0] for pair in slopes], decimals=3),
        r"gap from $T_1T$ / $\Delta_0$": numbers([pair[1] for pair in slopes], decimals=3),
    },
    caption="What the slope gives for a known gap.",
)

# %% tags=["solution"]
fig, ax = figure()
fits = [np.polyfit(1 / T, np.log(y), 1) for y in (T1, T1 * T / T[0])]
plain, times_T = (line[0] * 0.08617333 for line in fits)  # meV
lines = [
    (T1, BLUE, "o", "-", f"$T_1$: slope {plain:.2f} meV"),
    (T1 * T / T[0], RED, "s", "--", f"$T_1T$, times a constant: slope {times_T:.2f} meV"),
]
for line, (y, colour, mark, dash, label) in zip(fits, lines, strict=True):
    ax.semilogy(1 / T, y, mark, color=colour)
    drawn = np.exp(np.polyval(line, 1 / T))
    ax.semilogy(1 / T, drawn, color=colour, ls=dash, label=label)
ax.set(xlabel="$1/T$ (1/K)", ylabel="relaxation time (s)")
ax.legend()
show(fig, "gap_from_relaxation")

# %% [markdown] tags=["solution"]
# $T_1$ gives the gap within a few per cent too much, $T_1T$ gives it more than ten per cent too small. **Why:** for $T\ll\Delta$ the formula of the chapter's section 3 is $R_s/R_n\approx\frac{2\Delta}T\,e^{-\Delta/T}\ln(T/\Gamma)$. Times the normal metal's $T$ the
# powers of $T$ cancel, and only the logarithm is left to bend the line. (Sound, $2f(\Delta)$, would be straight without any factor.)

# %% [markdown]
# <!-- task: sheet_inductance -->
# ## 5 · An inductance without a coil (3 points, 30 min)
#
# Engineers of superconducting circuits use thin, dirty films as inductors. How large an inductance does a square of film have, if all one knows is its resistance before it became superconducting?
#
# `R` is that resistance of one square in Ω (of any size: length and width cancel), `T` and `Tc` in kelvin. Count the inertia of the condensate alone, at frequencies far below the gap, for a dirty film of weak coupling. Return the inductance $L$ of one square in pH.

# %% [markdown] tags=["solution"]
# **Idea.** The absorption that the gap has removed has become the condensate (the missing area of section 5). Its weight sets the response at low frequency, $\sigma_2/\sigma_n\to\pi\frac\Delta{\hbar\omega}\tanh\frac\Delta{2k_BT}$.
#
# **Steps.** A square of film has the conductance $1/R$ when normal, and $i\sigma_2/(\sigma_nR)$ when superconducting. An inductance has $1/(-i\omega L)=i/\omega L$. So $\omega L=R\,\sigma_n/\sigma_2$, the frequency cancels, and
#
# $$L=\frac{\hbar R}{\pi\Delta\tanh(\Delta/2k_BT)} .$$


# %%
def sheet_inductance(R, T, Tc):
    """Inductance in pH of one square of dirty film; R in Ω per square, temperatures in kelvin."""
    # begin solution
    hbar, k_B = 1.0545718e-34, 1.380649e-23  # J s, J/K
    Delta = k_B * gap(T, Tc)
    return hbar * R / (np.pi * Delta * np.tanh(Delta / (2 * k_B * T))) * 1e12
    # end solution


check(sheet_inductance)

# %% tags=["solution"]
films = [(500.0, 4.2, 10.0), (2.0, 1.0, 1.18)]  # R in Ω per square, T and Tc in kelvin
names = ["like NbN", "like aluminium"]
table(
    {
        "film": names,
        "$R$ / Ω": numbers([R for R, *_ in films], 3),
        "$T$ / K": numbers([T for _, T, _ in films], 2),
        "$T_c$ / K": numbers([Tc for *_, Tc in films], 2),
        "$L$ / pH": numbers([sheet_inductance(*film) for film in films], 3),
    },
    caption="Inductance of a square of two films; a film has its own $T_c$.",
)

# %% [markdown] tags=["solution"]
# **A second way.** Take $\sigma_2$ from the integral of Mattis and Bardeen at a real frequency, 5 GHz:

# %% tags=["solution"]
omega = 2 * np.pi * 5e9 * 1.0545718e-34 / 1.380649e-23  # in kelvin
per_second = 2 * np.pi * 5e9
exact = [
    R / conductivity(omega, T, gap(T, Tc)).imag / per_second * 1e12 for R, T, Tc in films
]
table(
    {
        "film": names,
        "$L$ at 5 GHz / pH": numbers(exact, 3),
        "limit of low frequency / pH": numbers([sheet_inductance(*film) for film in films], 3),
    },
    caption="The inductance from the integral, and its limit.",
)

# %% tags=["solution"]
t = np.linspace(0.05, 0.97, 200)
L = np.array([sheet_inductance(1.0, x, 1.0) for x in t])
fig, (left, right) = figure(1, 2)
left.plot(t, L, color=BLUE)
left.set(xlabel="$T/T_c$", ylabel=r"$L\,T_c/R$ (pH K/Ω)", ylim=(0, 12))
right.plot(t, np.sqrt(L[0] / L), color=RED)
right.set(xlabel="$T/T_c$", ylabel="resonance / that in the cold", ylim=(0, 1.05))
show(fig, "sheet_inductance")

# %% [markdown] tags=["solution"]
# The film like NbN is far below its gap at 5 GHz. Aluminium at 1 K is less so, $\hbar\omega\approx0.18\,\Delta$, and the limit is 6 per cent too large.
#
# **What it says.** One number, $L=1.38\,\mathrm{pH}\cdot R/T_c$ when cold (Ω and K): a square of a cold film with 500 Ω and 10 K has as much inductance as a wire of 70 micrometres (about 1 pH per micrometre), however small the square is. Where the curve is steep, a little warmth, or one absorbed photon that breaks pairs, shifts the resonance: this is how
# kinetic-inductance detectors see.

# %% [markdown]
# <!-- task: no_peak_no_s_wave -->
# ## 6 · No peak: no s-wave? (in your own words, 4 points, 15 min)
#
# A new superconductor is cooled and its $1/T_1$ falls below $T_c$ at once, without a peak. Someone concludes: "so it is not an *s*-wave superconductor". What can one conclude, what not, and what would you measure next?

# %% [markdown]
# <!-- answer: no_peak_no_s_wave -->
# <!-- begin solution -->
# The peak needs two things together: states crowded at a sharp edge of the gap, and an interference (case II) that does not cancel them. A missing peak says that one of the two is missing, and not which.
# An *s*-wave superconductor loses it when the edge is not sharp: short-lived quasiparticles in strong coupling, magnetic impurities, or a gap that differs widely over the Fermi surface. A gap that changes sign loses it too: with nodes the edge is
# hardly crowded, and where transitions connect gaps of opposite sign the interference averages out or turns destructive. So the conclusion does not follow. I would go to low temperature: an activated $1/T_1$
# means a gap everywhere, a power law ($T^3$ for lines of nodes in a clean metal) means nodes. The Knight shift then tells whether the pairs are singlets; its spin part vanishes in the cold if they are (unless spin–orbit scattering mixes the spins).
# <!-- end solution -->

# %% tags=["solution"]
rubric("no_peak_no_s_wave")

# %% tags=["nbval-ignore-output"]
progress()
