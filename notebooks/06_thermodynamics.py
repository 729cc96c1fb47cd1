# %% [markdown]
# # 06 · Compare the free energies of the two phases
#
# **What you will see:** how much energy a metal gains by pairing, and how a critical field and a heat capacity each measure that gain.

# %% tags=["hide-input"]
# Load what the chapter needs, and compute the first picture
import numpy as np
from IPython.display import display
from scipy.integrate import cumulative_simpson, quad
from scipy.optimize import minimize_scalar

from bcs_helpers import limits
from bcs_helpers.classroom import ask
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, SKY, figure, show
from bcs_helpers.gap import gap, zero_temperature_gap
from bcs_helpers.materials import elements, rows
from bcs_helpers.tables import number, numbers, table
from bcs_helpers.thermodynamics import (
    condensation_energy, critical_field, critical_field_at_zero,
    entropy, field_deviation, free_energy_difference, heat_capacity,
)
from bcs_helpers.units import eV, electron_mass, gauss, meV

# Compute the free energy of a trial gap, for the picture below and for section 3
y, weight = np.polynomial.legendre.leggauss(200)
y, weight = 20 * (y + 1), 20 * weight  # ξ/T from 0 to 40
Delta0 = gap(0.0, 1.0)  # in units of Tc


def landscape(D, T):
    """(Ω(Δ) − Ω_n)/N0 in units of Tc², for an array of trial gaps."""
    D = np.asarray(D, float)[..., None]
    thermal = np.log1p(np.exp(-np.hypot(y, D / T))) - np.log1p(np.exp(-y))
    D = D[..., 0]
    cold = D**2 * (np.log(np.maximum(D, 1e-12) / Delta0) - 0.5)
    return cold - 4 * T**2 * (thermal @ weight)

# %% tags=["hide-input"]
# Draw C/T up to the temperature of the red dot, with its two areas
def draw_heat(ax, t):
    warming = np.linspace(0.001, min(t, 1 - 1e-9), 300)
    heat = heat_capacity(warming, gap(warming, 1.0)) / warming
    now = 1.0 if t > 1 else heat[-1]  # above Tc it is the normal metal
    ax.fill_between(warming, np.minimum(heat, 1), 1, color=SKY, alpha=0.5, lw=0, label="less")
    ax.fill_between(warming, 1, np.maximum(heat, 1), color=ORANGE, alpha=0.5, lw=0, label="more")
    ax.axhline(1, color=GREY, lw=1, ls="--", label="normal metal")
    ax.plot([*warming, warming[-1], t], [*heat, now, now], color=BLUE)
    ax.plot(t, 0, "o", color=RED, ms=9, gid="t")
    difference = t - entropy(t, gap(t, 1.0))
    ax.set(xlabel="temperature $T/T_c$", ylabel=r"$C/\gamma T$", xlim=(0, 1.34), ylim=(-0.12, 2.6))
    ax.set_title(f"$S_n-S_s={difference:.3f}\\,\\gamma T_c$")
    ax.legend(loc="upper left")


# Draw beside it the free energy against the trial gap and its minimum, and show both
def draw(axes, t=0.3):
    draw_heat(axes[0], t)
    trial, way = np.linspace(0, 1.4, 120), np.linspace(0, t, 200)
    depth = -free_energy_difference(way, gap(way, 1.0)) / Delta0**2
    axes[1].plot(trial, landscape(trial * Delta0, t) / Delta0**2, color=BLUE)
    axes[1].plot(gap(way, 1.0) / Delta0, depth, color=RED, lw=1, ls=":")
    axes[1].plot(gap(t, 1.0) / Delta0, depth[-1], "o", color=RED, ms=7)
    axes[1].set(xlabel=r"trial gap $\Delta/\Delta_0$", ylabel=r"$(\Omega-\Omega_n)/N_0\Delta_0^2$")
    axes[1].set(xlim=(-0.04, 1.4), ylim=(-0.55, 0.4), title=f"$T={t:.2f}\\,T_c$")


display(ask("heat_capacity_at_tc"))
explore(draw, t=(0.05, 1.3), panels=(1, 2), size=(9.2, 3.2), play="t", drag={"t": "x"},
        labels={"t": "temperature"}, units={"t": "Tc"}, presets={"T = Tc": {"t": 1.0}},
        alt="areas_and_valley")

# %% [markdown]
# <!-- figure: areas_and_valley -->
# **Figure 6.1.** The heat capacity over temperature, up to the temperature of the red dot, and the free energy that the gap makes smallest. Left: an area under $C/T$ is an entropy. The area below the dashed line is what the superconductor has less than
# the normal metal, the area above it what it has more, and the title gives the difference. Right: the free energy against a trial gap (section 3). The dot is where the gap equation of chapter 05 and the Matsubara sum of section 2 put the minimum, the dotted line the way it came.
#
# Drag the red dot on the axis through $T_c$, or press Play. When it is cold there is almost no heat capacity, because there are almost no quasiparticles; from about half of $T_c$ on there is more than in the normal metal. At $T_c$ the two areas are
# equal: both metals have the same entropy. There the heat capacity drops by $1.43\,\gamma T_c$ onto that of the normal metal, while the minimum of the free energy arrives at zero gap, and its depth at zero, without a jump. We now derive each feature.

# %%
ask("read_the_crossing")

# %% [markdown]
# <!-- minutes: 30 -->
# *30 minutes · you need: the gap $\Delta(T)$ (chapter 05), free energy and entropy · in the book: "Thermodynamics and experimental tests", on the condensation energy and the heat capacity.*
#
# | in the text | in the code | meaning | unit |
# |---|---|---|---|
# | $\Delta$, $\Delta_0$ | `Delta`, `Delta0` | gap at $T$, gap at $T=0$ | energy |
# | $\xi$, $E$, $f$ | `xi`, `E` | electron energy from the Fermi level; $E=\sqrt{\xi^2+\Delta^2}$; Fermi function of $E$ | energy; 1 |
# | $\omega_D$, $N_0V$ | `cutoff`, `coupling` | range and strength of the attraction (chapter 05) | energy; 1 |
# | $N_0$ | `N0` | density of states of one spin, per volume | 1/(energy·volume) |
# | $\gamma=\frac{2\pi^2}{3}N_0$ | `gamma` | normal heat capacity over temperature ($k_B=1$) | as $N_0$ |
# | $F_n-F_s$ | `free_energy_difference` | free energy per volume gained by pairing; the function gives it over $N_0$ | energy/volume; energy² |
# | $W(\Delta)$ | `kinetic + pairing` | energy of a BCS state with a trial gap; the code has it over $N_0$ | energy/volume; energy² |
# | $\Omega(\Delta)$ | `landscape` | free energy as a function of a trial gap; the code has it over $N_0$ | energy/volume; energy² |
# | $S$, $C$ | `entropy`, `heat_capacity` | entropy and heat capacity; the functions give them over $\gamma$ | 1/volume; energy |
# | $B_c$, $h$ | `critical_field` | thermodynamic critical field; $h=B_c(T)/B_c(0)$ | tesla; 1 |
# | $t$, $a$ | `t` | $T/T_c$; $\Delta/T$ | 1 |
# | $Y$ | | Yosida function: the share of excitations that heat can still move | 1 |
# | $\zeta(3)$ | `limits.ZETA3` | Apéry's constant 1.2021 | 1 |

# %% [markdown]
# ## 1 · What pairing gains
#
# Pairing smears the Fermi step, which costs kinetic energy, and gains interaction energy. With the occupation $v^2(\xi)$ of chapter 03 and a trial gap $\Delta$
# that need not be the right one, the two parts are, over $N_0$,
#
# $$W=K+P,\qquad K=2\int_0^{\omega_D}\!\xi\Big(1-\frac{\xi}{E}\Big)d\xi,\qquad P=-N_0V\Big(\Delta\,\mathrm{asinh}\frac{\omega_D}{\Delta}\Big)^2 .$$

# %%
coupling, cutoff = 0.3, 1.0
D0 = zero_temperature_gap(coupling, cutoff)
trial = np.arange(1, 401) / 200 * D0
root = np.sqrt(cutoff**2 + trial**2)
kinetic = cutoff**2 - cutoff * root + trial**2 * np.arcsinh(cutoff / trial)
pairing = -coupling * (trial * np.arcsinh(cutoff / trial)) ** 2
best = np.argmin(kinetic + pairing)
energies = np.array([kinetic[best], pairing[best], (kinetic + pairing)[best]])
table(
    {
        "at the minimum of the sum": ["trial gap", "kinetic energy", "interaction energy", "sum"],
        "value": numbers([trial[best] / D0, *energies / D0**2], 4),
        "unit": [r"$\Delta_0$", *3 * [r"$N_0\Delta_0^2$"]],
    },
    caption=f"The energy of the paired state over the normal one, for $N_0V={coupling}$.",
)

# %% tags=["hide-input"]
# Draw kinetic and interaction energy and their sum against the trial gap
fig, ax = figure()
ax.plot(trial / D0, kinetic / D0**2, color=RED, ls="--", label="kinetic energy (cost)")
ax.plot(trial / D0, pairing / D0**2, color=GREEN, ls="-.", label="interaction energy (gain)")
ax.plot(trial / D0, (kinetic + pairing) / D0**2, color=BLUE, label="sum")
depth = condensation_energy(D0, cutoff) / D0**2
label = f"$-{depth:.2f}\\,N_0\\Delta_0^2$"
ax.plot(1, -depth, "o", color=BLACK)
ax.annotate(label, (1, -depth), (0, -22), textcoords="offset points", ha="center")
ax.set(xlabel=r"trial gap $\Delta/\Delta_0$", ylabel=r"energy $/N_0\Delta_0^2$")
ax.set(ylim=(-4, 4), xlim=(0, 2))
ax.legend(loc="upper left")
show(fig, "cost_and_gain_of_pairing")

# %% [markdown]
# <!-- figure: cost_and_gain_of_pairing -->
# **Figure 6.2.** Kinetic energy rises, interaction energy falls, and their sum has a flat minimum at the gap $\Delta_0$.
# Two large numbers nearly cancel. The sum has its minimum at the gap of chapter 05, with the depth of the book,
#
# $$U_n-U_s=\tfrac12N_0\Delta_0^2\qquad\text{(weak coupling; }N_0\text{ counts one spin)}.$$
#
# In words: within $\Delta_0$ below the Fermi level there are $2N_0\Delta_0$ electrons (two spins), that is $N_0\Delta_0$ pairs, and it is as if each of these pairs gained $\Delta_0/2$. The
# electrons far below the Fermi level gain nothing.

# %%
Al = elements["Al"]
(Tc_Al,) = rows(of="Al", quantity="Tc", source="Phillips")  # of the sample that gave γ
D_Al = gap(0.0, Tc_Al)
per_atom = condensation_energy(D_Al) * Al.N0 / Al.atom_density
table(
    {
        "energy in aluminium": ["gained by pairing, per atom", "$k_BT_c$", "Fermi energy"],
        "meV": numbers([per_atom / meV, Tc_Al / meV, electron_mass * Al.v_F**2 / 2 / meV], 2),
    },
    caption="What pairing gains, beside the other energies of the metal.",
)

# %% [markdown]
# A few millionths of a meV per atom decide over the state of the metal, because the larger energies are the same in both phases.
#
# ## 2 · Measure the gain by a critical field
#
# A superconductor expels the field, which costs $B^2/2\mu_0$ per volume. When that exceeds the gain, the metal turns normal:
#
# $$\frac{B_c^2(T)}{2\mu_0}=F_n-F_s=2\pi TN_0\sum_{n\ge0}\frac{(E_n-\omega_n)^2}{E_n},\qquad E_n=\sqrt{\omega_n^2+\Delta^2},\;\omega_n=(2n+1)\pi T .$$
#
# (In Gaussian units the left-hand side is $H_c^2/8\pi$.) So the field at which superconductivity ends measures a free energy. There is a second way to it: a calorimeter
# measures $C$, and $C$ integrated twice gives $F_n-F_s$ and from it the same $B_c$, by thermodynamics, without a magnet. BCS needs only $\gamma$ and $T_c$:

# %%
Sn = elements["Sn"]
bcs = [critical_field_at_zero(D_Al, Al.N0), critical_field_at_zero(gap(0.0, Sn.Tc), Sn.N0)]
table(
    {
        "metal": [Al.name, Sn.name],
        r"BCS from $\gamma$ and $T_c$ / G": numbers([field / gauss for field in bcs], 4),
        "$B_c(0)$ / G": [number(e.Hc0.number, 4, error=e.Hc0.uncertainty) for e in (Al, Sn)],
        "kind": [e.Hc0.kind for e in (Al, Sn)],
        "by": [e.Hc0.method for e in (Al, Sn)],
    },
    caption="The critical field at zero temperature.",
)

# %% [markdown]
# The two fields in the third column are of different kinds. **Tin's field was measured**: muons stopped in the metal turn at a rate that tells the field where they are.
# **Aluminium's 103 G was calculated** by Phillips from his heat capacity, with the same calorimeter that gave $\gamma$ and $T_c$. Aluminium therefore tests the shape of $C(T)$; it is no independent test of a field.

# %%
t = np.linspace(0, 1, 400)
h = critical_field(t, gap(t, 1.0), Delta0)
deviation = field_deviation(t, gap(t, 1.0), Delta0, 1.0)
lowest = np.argmin(deviation)
print(f"largest deviation {100 * deviation[lowest]:.2f} % at t = {t[lowest]:.2f}")
print(f"near Tc h = {h[-5] / (1 - t[-5]):.3f} (1 − t), closed form {limits.GAP_SLOPE:.3f}")

# %% tags=["hide-input"]
# Draw the critical field beside the parabola, and the deviation from it
fig, (left, right) = figure(1, 2)
left.plot(t, h, color=BLUE, label="BCS")
left.plot(t, 1 - t**2, color=GREY, ls="--", label=r"parabola $1-t^2$")
left.set(xlabel="$T/T_c$", ylabel=r"critical field $B_c(T)/B_c(0)$", xlim=(0, 1), ylim=(0, 1.05))
left.legend()
right.plot(t**2, 100 * deviation, color=BLUE, label="BCS")
aluminium = 100 * Al.parabola_deviation
right.axhline(aluminium, color=RED, ls=":", label="Al, largest, calculated from its heat capacity")
right.set(xlabel="$(T/T_c)^2$", ylabel="deviation from the parabola (%)", xlim=(0, 1))
right.set(ylim=(-5, 1))
right.legend(loc="upper center")
show(fig, "field_and_parabola")

# %% [markdown]
# <!-- figure: field_and_parabola -->
# **Figure 6.3.** The critical field of BCS lies just below a parabola. Left: the field. Right: its deviation from the parabola; the dotted line is the largest deviation in aluminium (Phillips 1959).
# The parabola is an old empirical rule. BCS follows it to within four per cent of $B_c(0)$ and says where it must miss. The deviation that Phillips calculated from
# aluminium's heat capacity, 4 per cent, has the size and the sign of BCS. A magnet found that lead lies *above* the parabola (Decker, Mapother and Shaw 1958): strong coupling, see "Where this fails".
# Near $T_c$ the field is linear, because $F_n-F_s$ goes with $\Delta^4$ there and $B_c$ with $\Delta^2$; its slope, $1.737\,(1-t)$, has the number of the gap, $1.737\sqrt{1-t}$.
#
# ## 3 · Find the order of the transition
#
# The quasiparticles are the only disorder. Their entropy, and the free energy as a function of a gap that is free to vary, are
#
# $$S=-2\sum_k\big[f\ln f+(1-f)\ln(1-f)\big],\qquad \frac{\Omega(\Delta)-\Omega_n}{N_0}=\Delta^2\Big(\ln\frac{\Delta}{\Delta_0}-\frac12\Big)-4T\!\int_0^\infty\!d\xi\,\ln\frac{1+e^{-E/T}}{1+e^{-\xi/T}} .$$
#
# The function `landscape` at the top of the chapter computes it, by 200 points of Gauss and Legendre in $\xi/T$.
#
# Away from its minimum, $\Omega$ at $T=0$ is not the energy $W$ of section 1. $W$ is the energy of a BCS state whose occupation belongs to the trial gap. In $\Omega$ the trial gap is a field of its own, and a
# state that does not produce this field costs more:
#
# $$\Omega(\Delta)=W(\Delta)+\frac{1}{V}\Big(\Delta-V\sum_k u_kv_k\Big)^2 .$$
#
# The bracket is the gap equation. Where it is solved, the two agree; elsewhere $\Omega$ is larger:

# %%
mismatch = trial - coupling * trial * np.arcsinh(cutoff / trial)  # Δ − V Σuv, on section 1's grid
omega = kinetic + pairing + mismatch**2 / coupling
weak = (trial / D0) ** 2 * (np.log(trial / D0) - 0.5)  # the formula of Ω at T = 0
some = [99, 199, 299, 399]
table(
    {
        r"trial gap $\Delta/\Delta_0$": numbers(trial[some] / D0, 2),
        r"$W/N_0\Delta_0^2$": numbers((kinetic + pairing)[some] / D0**2, decimals=3),
        r"$W$ with the added square": numbers(omega[some] / D0**2, decimals=3),
        r"$\Omega$ by its formula": numbers(weak[some], decimals=3),
    },
    caption="Two energies of a trial gap at $T=0$; the formula holds in weak coupling.",
)


# %% tags=["hide-input"]
# Draw the free energy against the trial gap at four temperatures, and the two entropies
gaps = np.linspace(0, 1.3, 200)
fig, (left, right) = figure(1, 2)
lines = [(0.3, BLUE, "-"), (0.7, GREEN, "--"), (0.9, ORANGE, "-."), (1.1, GREY, ":")]
for T, colour, style in lines:
    valley = landscape(gaps * Delta0, T) / Delta0**2
    left.plot(gaps, valley, color=colour, ls=style, label=f"$T={T}\\,T_c$")
left.set(xlabel=r"trial gap $\Delta/\Delta_0$", ylabel=r"$(\Omega-\Omega_n)/N_0\Delta_0^2$")
left.set(ylim=(-0.55, 0.5))
left.legend()
t = np.linspace(0.01, 1.2, 400)
right.plot(t, entropy(t, gap(t, 1.0)), color=BLUE, label="superconductor")
right.plot(t, t, color=GREY, ls="--", label="normal metal")
right.set(xlabel="$T/T_c$", ylabel=r"entropy $S/\gamma T_c$", xlim=(0, 1.2), ylim=(0, 1.25))
right.legend()
show(fig, "valleys_and_entropy")

# %% [markdown]
# <!-- figure: valleys_and_entropy -->
# **Figure 6.4.** The free energy has one minimum at each temperature, and the two entropies meet at $T_c$. Left: $\Omega$ against the trial gap. Right: the entropies.
# On the left the minimum moves to zero gap continuously; it does not jump. On the right the two entropies meet at $T_c$, so there is no latent heat. The transition at zero
# field is of second order. In a field below $B_c(0)$ the metal crosses the phase boundary at $T<T_c$, where the entropies differ: there it is of first order, with the latent heat $T(S_n-S_s)$.

# %%
t = np.array([0.2, 0.5, 0.7, 0.9, 0.999])
latent = t * (t - entropy(t, gap(t, 1.0)))
table(
    {
        "$T/T_c$": numbers(t, 3),
        "$B_c(T)/B_c(0)$": numbers(critical_field(t, gap(t, 1.0), Delta0), decimals=4),
        r"latent heat $/\gamma T_c^2$": numbers(latent, decimals=4),
    },
    caption="Latent heat of the transition in a field.",
)

# %% [markdown]
# ## 4 · Derive the heat capacity
#
# Heating a superconductor excites quasiparticles and shrinks the gap, and both take energy. In the entropy of section 3 one has $dS=2\sum_k(E/T)\,df$, and $f$ depends on $T$ through $E/T$. With $2E\,dE/dT=d\Delta^2/dT$ this is
#
# $$C=T\frac{dS}{dT}=2\sum_k\Big(-\frac{df}{dE}\Big)\Big[\frac{E^2}{T}-\frac12\frac{d\Delta^2}{dT}\Big].$$
#
# The gap equation, differentiated, gives the slope: $\frac{d\ln\Delta}{d\ln T}=-\frac{Y}{1-Y}$, with the Yosida function $Y$ below. On the self-consistent gap $C$ then depends on $a=\Delta/T$ alone:
#
# $$\frac{C}{\gamma T}=\frac{6}{\pi^2}\int_0^\infty\!dy\;\frac{x^2}{4\cosh^2(x/2)}+\frac{3}{\pi^2}\,\frac{a^2Y^2}{1-Y},\qquad x=\sqrt{y^2+a^2},$$
#
# with $y=\xi/T$ and $Y=\int_0^\infty dy/2\cosh^2(x/2)$, which falls from 1 at $T_c$ to 0 when cold (more in chapter 07). At $T_c$ the second term is the jump, $\Delta C/\gamma T_c=12/7\zeta(3)$; cold, all is $C\propto T^{-3/2}e^{-\Delta_0/T}$.

# %%
just_below = 1 - 1e-9
jump = heat_capacity(just_below, gap(just_below, 1.0)) - just_below
print(f"jump at Tc: {jump:.6f} γTc;  12/7ζ(3) = {limits.HEAT_CAPACITY_JUMP:.6f}")

# %%
inverse = np.linspace(1.001, 10, 2000)
t = 1 / inverse
C = heat_capacity(t, gap(t, 1.0))
leading = np.sqrt(2 * np.pi) * limits.GAP_OVER_TC**2.5 * t**-1.5 * np.exp(-limits.GAP_OVER_TC / t)
tail = 3 / np.pi**2 * leading


# %%
def cold_fit(low, high):
    """(A, b) of a straight line through BCS, C/γTc = A exp(−b Tc/T), for low < T/Tc < high."""
    inside = (low < 1 / inverse) & (1 / inverse < high)
    slope, offset = np.polyfit(inverse[inside], np.log(C[inside]), 1)
    return np.exp(offset), -slope


low, high = Al.C_es_from.number, Al.C_es_to.number  # Phillips' window
A, b = cold_fit(low, high)
print(f"BCS for {low:g} < T/Tc < {high:g}: C/γTc = {A:.1f} exp(−{b:.2f} Tc/T)")
print(f"Phillips' fit:           C/γTc = {Al.C_es_prefactor:.1f} exp(−{Al.C_es_exponent:.2f} Tc/T)")

# %% tags=["hide-input"]
# Draw the heat capacity on a logarithmic axis against the inverse temperature
fig, ax = figure()
window = (t > Al.C_es_from) & (t < Al.C_es_to)
fit = Al.C_es_prefactor * np.exp(-Al.C_es_exponent * inverse[window])
ax.semilogy(inverse, C, color=BLUE, label="BCS")
label = r"leading term, $\propto t^{-3/2}e^{-1.764/t}$"
ax.semilogy(inverse, tail, color=BLUE, ls=":", label=label)
label = "Al, fit by Phillips (1959) in its range"
ax.semilogy(inverse[window], fit, color=RED, lw=3, alpha=0.6, label=label)
ax.semilogy(inverse, t, color=GREY, ls="--", label="normal metal")
ax.set(xlabel="$T_c/T$", ylabel=r"$C/\gamma T_c$", xlim=(1, 8), ylim=(1e-5, 5))
ax.legend()
show(fig, "cold_heat_capacity")

# %% [markdown]
# <!-- figure: cold_heat_capacity -->
# **Figure 6.5.** Against the inverse temperature the logarithm of the heat capacity is nearly a straight line.
# Its slope is not $-1.76$ in any window one can reach: the factor $t^{-3/2}$ makes it flatter, and BCS itself, fitted in the range of Phillips' fit, gives
# $-1.43$ where he found $-1.34$. Reading a gap off such a slope without that factor would give a number 20 per cent too small.
#
# Below $t=0.25$ Phillips' points lie *above* his exponential, up to four times at the lowest temperature, $t=0.146$. A gap that is not the same in all directions would have this sign, because the smallest gap
# decides when it is cold. Is that enough? Spread the gap evenly around its mean:

# %%
coldest = 0.17 / 1.163  # K over K: where the superconducting data of Phillips end
nodes, shares = np.polynomial.legendre.leggauss(40)
isotropic = heat_capacity(coldest, Delta0)
fit = 4 * Al.C_es_prefactor * np.exp(-Al.C_es_exponent / coldest)
spreads = np.array([0.1, 0.2, 0.3, 0.4])
spread = Delta0 * (1 + spreads[:, None] * nodes)
raised = heat_capacity(coldest, spread) @ shares / 2 / isotropic
table(
    {
        "source of the heat": [*[f"gap spread by ± {100 * s:.0f} %" for s in spreads], "aluminium"],
        "heat capacity over that of one gap": numbers([*raised, fit / isotropic], 2),
    },
    caption="The coldest heat capacity; for aluminium four times the fit is taken.",
)

# %% [markdown]
# Only a very wide spread would do, and nothing else in this chapter asks for one. We leave the cause open.
#
# ## Compare with experiment
#
# BCS gives three numbers that hold for every weakly coupled metal: the jump $\Delta C/\gamma T_c=1.426$, the ratio $\gamma T_c^2/H_c^2(0)=0.168$ (Gaussian, $\gamma$ per volume), and the slope of section 4.
# We test the second as the critical field that $\gamma$ and $T_c$ predict. Below, "derived" is obtained from measured numbers by thermodynamics, "calculated" is a field that
# was integrated from a heat capacity, and "recalled" is a textbook number from memory.

# %%
metals = [e for e in elements.values() if e.Hc0 and e.gamma and e.density and e.theta_D]
metals = sorted((e for e in metals if e.symbol != "Cd"), key=lambda e: e.Tc / e.theta_D)
critical = {e.symbol: Tc_Al if e is Al else e.Tc for e in metals}  # γ and H_c of one sample
predicted = {e.symbol: critical_field_at_zero(gap(0.0, critical[e.symbol]), e.N0) for e in metals}
table(
    {
        "metal": [e.symbol for e in metals],
        r"$T_c/\theta_D$": numbers([e.Tc / e.theta_D for e in metals], decimals=4),
        r"$\gamma$": [e.gamma.kind for e in metals],
        "$B_c(0)$ / G": [f"{e.Hc0.number:g}" for e in metals],
        "field": [e.Hc0.kind for e in metals],
        "predicted / G": numbers([predicted[e.symbol] / gauss for e in metals], 4),
        "ratio": numbers([e.Hc0 / predicted[e.symbol] for e in metals], decimals=3),
    },
    caption="The critical field and what BCS predicts from the heat capacity and $T_c$.",
)

# %% [markdown]
# Which of these are tests?
#
# * **Tin** was measured with a field. Its $\gamma$ comes from the same curve: when cold, $F_n-F_s=\frac12N_0\Delta_0^2-\frac12\gamma T^2$, so the curve begins as $h^2=1-4\pi\,\frac{\gamma T_c^2}{H_c^2(0)}\,t^2$. The ratio tests the shape of one measured curve, without a calorimeter.
# * **Aluminium and thallium** were measured with a calorimeter alone. The ratio tests the shape of $C(T)$.
# * **Cadmium** is left out although a magnet measured it. Its $\gamma$ was found from the slope at $T_c$ *with the parabola*, $\gamma=V_m(dH_c/dT)^2/8\pi$, as the next cell shows. A ratio with it would test that assumption. Zirconium's is the same.
# * **The others** have a recalled field. They are in the table, not in the figure.

# %%
sloped = [elements[symbol] for symbol in ("Cd", "Zr")]
molar = [e.atomic_weight.number / e.density.number for e in sloped]  # cm³/mol
slope = [e.dHc_dT.number for e in sloped]  # G/K
by_parabola = 1e-4 * np.array(molar) * np.square(slope) / (8 * np.pi)  # 1 erg = 1e-4 mJ
table(
    {
        "metal": [e.name for e in sloped],
        "slope at $T_c$ / (G/K)": numbers(slope),
        r"$\gamma$ by the parabola / mJ/(mol K²)": numbers(by_parabola),
        r"$\gamma$ given / mJ/(mol K²)": numbers([e.gamma.number for e in sloped]),
    },
    caption="Two derived values of $\\gamma$ and where they come from.",
)

# %% [markdown]
# The jump. Tin's was derived from the slope of the measured field at $T_c$ by thermodynamics (Rutgers' relation, project B), so it owes nothing to a calorimeter, and it has an error. All other jumps here are recalled.

# %%
jumps = rows(quantity="heat_capacity_jump", kind=("derived", "recalled"))
table(
    {
        "metal": [row.of for row in jumps],
        r"$\Delta C/\gamma T_c$": [number(row.number, 2, error=row.uncertainty) for row in jumps],
        "over BCS": numbers([row / limits.HEAT_CAPACITY_JUMP for row in jumps], decimals=2),
        "kind": [row.kind for row in jumps],
    },
    caption="The jump of the heat capacity at $T_c$, and its ratio to 1.426.",
)

# %% [markdown]
# The cold slope, from three calorimeters. What BCS gives depends on the window of the fit; aluminium's is known, the other two are not stated in what we could read.

# %%
windows = [(0.1, 0.2), (0.15, 0.3), (0.25, 0.5), (0.3, 0.6)]
slopes = [cold_fit(low, high)[1] for low, high in windows]
table(
    {
        "fitted for $T/T_c$": [f"{low} to {high}" for low, high in windows],
        "slope $b$ of BCS": numbers(slopes, 3),
    },
    caption=r"BCS fitted by $C/\gamma T_c=A\,e^{-bT_c/T}$ in four windows.",
)

# %% tags=["hide-input"]
# Draw the slopes of the cold heat capacity against the strength of the coupling
fig, (left, right) = figure(1, 2)
left.axhspan(min(slopes), max(slopes), color=BLUE, alpha=0.2, label="BCS, by the window of the fit")
left.plot([], [], "o", color=RED, label="measured, calorimeter")
left.set(xlabel=r"$T_c/\theta_D$", ylabel="slope $b$ of the cold heat capacity")
left.set(xlim=(0, 0.08), ylim=(1.2, 1.9))
left.legend(loc="upper left")
for row in rows(quantity="C_es_exponent", kind="measured"):
    place = elements[row.of].Tc / elements[row.of].theta_D
    left.plot(place, row, "o", color=RED)
    left.annotate(row.of, (place, row), (6, 4), textcoords="offset points")

# %% tags=["hide-input"]
# Draw beside it the fields and the jump of tin over the values of BCS, and show both
ways = {"Sn": "field, measured with muons", "Al": "field, calculated from the heat capacity"}
for e in (Sn, Al, elements["Tl"]):
    place, ratio = e.Tc / e.theta_D, e.Hc0 / predicted[e.symbol]
    face = RED if e is Sn else "white"
    right.plot(place, ratio, "o", color=RED, mfc=face, label=ways.get(e.symbol))
    right.annotate(e.symbol, (place, ratio), (6, -12), textcoords="offset points")
step, bcs = Sn.heat_capacity_jump, limits.HEAT_CAPACITY_JUMP
place = Sn.Tc / Sn.theta_D
right.errorbar(place, step / bcs, step.uncertainty / bcs, fmt="s", color=GREEN, mfc="white")
right.plot([], [], "s", color=GREEN, mfc="white", label="jump of tin, derived from its field")
right.axhline(1, color=BLUE)
right.set(xlabel=r"$T_c/\theta_D$", ylabel="found / BCS", xlim=(0, 0.05), ylim=(0.95, 1.2))
right.legend(loc="upper left")
show(fig, "slopes_fields_and_jump")

# %% [markdown]
# <!-- figure: slopes_fields_and_jump -->
# **Figure 6.6.** The values lie near those of weak coupling, and not exactly on them. Left: slopes of the cold heat capacity. Right: critical fields and the jump of tin, over BCS.
# Tin's field is 2 per cent above the prediction. Its jump is 9 per cent above BCS, six of its errors. Aluminium and thallium agree to 1 and 4 per cent. The slope of mercury, the most strongly coupled of the three, lies above every window; aluminium's lies below.
# The errors of the fields' ratios are not known, because most sources that we could read give none for $\gamma$; the molar volume at room temperature alone makes half a per cent.
#
# The recalled numbers tell the same story with less weight: lead and mercury have jumps of 2.4 to 2.7 and fields 14 to 17 per cent above, as they had larger gaps in chapter 05. This is strong coupling. The book's "very good agreement
# in many conventional superconductors" fits the weakly coupled metals; of the jump, tin is the only one whose error we could read.
#
# ## Check
#
# The landscape against the gap equation, integrated entropy against the Matsubara sum, and a closed form.

# %%
for T in (0.3, 0.7, 0.95):
    options = {"xatol": 1e-9}
    lowest = minimize_scalar(landscape, args=(T,), bounds=(1e-3, 2.5), options=options)
    assert abs(lowest.x - gap(T, 1.0)) < 1e-5  # a minimum is flat: √ of the rounding
    assert abs(lowest.fun + free_energy_difference(T, gap(T, 1.0))) < 1e-10  # quadrature
print("the minimum of the landscape is the gap, its depth the Matsubara sum")

# %%
t = np.linspace(1e-6, 1, 4001)
integral = cumulative_simpson(t - entropy(t, gap(t, 1.0)), x=t, initial=0)  # ∫(S_n − S_s) dT
gained = 2 * np.pi**2 / 3 * (integral[-1] - integral)  # F_n − F_s over N0, since γ = 2π²N0/3
away = np.max(np.abs(gained - free_energy_difference(t, gap(t, 1.0))))
assert away < 1e-7  # Simpson's rule at the kink of Tc
entropy_C = quad(lambda T: heat_capacity(T, gap(T, 1.0)) / T, 0.01, 1, epsabs=1e-10)[0]
assert abs(entropy_C - 1) < 1e-8  # ∫C dT/T up to Tc is the normal entropy
print("free energy = integrated entropy; the areas under C/T match")

# %%
assert abs(free_energy_difference(0.0, Delta0) / (0.5 * Delta0**2) - 1) < 1e-12  # rounding only
assert abs(jump - limits.HEAT_CAPACITY_JUMP) < 1e-7  # taken 1e-9 below Tc
# Ω is W with the added square; the rest is of order (Δ/ω_D)²
assert np.max(np.abs(omega / D0**2 - weak)) < 2 * (D0 / cutoff) ** 2

# %% [markdown]
# ## Where this fails
#
# * **Strong coupling**: jumps up to 2.7 (recalled) and lead's positive deviation from the parabola need Eliashberg's theory (chapter 09).
# * **Anisotropic gaps** raise the coldest heat capacity. Whether this is what Phillips saw in aluminium is open here.
# * **Type II metals**: $B_c$ here is the thermodynamic field; Nb and V let flux in earlier and lose superconductivity later (chapter 01).
# * **The lattice** has its own heat capacity $\propto T^3$, which must be subtracted first; for lead near $T_c$ it is the larger part.
# * **$\gamma$ from free electrons** would be wrong by the effective mass; take the measured one.

# %%
ask("order_of_the_transition")

# %%
ask("what_pairing_gains")

# %%
ask("gain_per_electron")

# %% [markdown]
# <!-- try it -->
# ## Try it
#
# * In section 1 double the coupling, to 0.6, and run the section again. Is the minimum still at $-\frac12N_0\Delta_0^2$? Compare `condensation_energy(D0, cutoff)` with `condensation_energy(D0)`.
# * In the first figure of the chapter move the red dot to the temperature where the two heat capacities cross. What is special there about the difference of the entropies, in the title?
# * In section 4, in the cell that begins with `def cold_fit`, move the window of the fit to $0.1<t<0.2$: set `low, high` to `0.1, 0.2`. How does the apparent exponent change, and why is such a measurement hard?
# * [The exercises of this chapter](../exercises/06_thermodynamics.ipynb): what pairing gains, the jump, a latent heat, and cooling by a magnet.
# * Go on with [chapter 07](07_coherence_factors.ipynb): what the same quasiparticles do to sound, to nuclear spins and to light.
# * Go on with [project B](../exercises/14b_aluminium.ipynb): critical field and heat capacity of aluminium from two numbers.
#
# ## Further reading
#
# * N. E. Phillips, *Phys. Rev.* **114**, 676 (1959): aluminium measured from 0.1 to 4 K; the deviations are as instructive as the agreement.
# * M. Tinkham, *Introduction to Superconductivity*, 2nd ed., sections 3.4 and 3.6: condensation energy and heat capacity on a few pages.
# * J. Bardeen, L. N. Cooper, J. R. Schrieffer, *Phys. Rev.* **108**, 1175 (1957), section III: the same curves, first drawn.
