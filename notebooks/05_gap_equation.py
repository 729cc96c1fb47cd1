# %% [markdown]
# # 05 · Solve the gap equation
#
# **What you will see:** one equation decides how large the gap is, how it shrinks when the metal warms, and when it is
# gone; two numbers come out of it that all weakly coupled superconductors share.

# %% tags=["hide-input"]
# Load what the chapter needs, and compute the first picture
import numpy as np
from IPython.display import display
from scipy.integrate import quad
from scipy.optimize import brentq

from bcs_helpers import limits
from bcs_helpers.classroom import ask
from bcs_helpers.eliashberg import LEAD_MU_STAR, lead_model
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, PINK, RED, SKY, figure, show
from bcs_helpers.gap import critical_temperature, gap, gap_finite_cutoff, zero_temperature_gap
from bcs_helpers.materials import elements, rows
from bcs_helpers.real_axis import strong_coupling_ratios
from bcs_helpers.tables import numbers, table
from bcs_helpers.units import kelvin

# Compute what each pair state adds to the gap equation, and their sum, for the picture below
N0V, T_end, Delta_cold = 0.3, critical_temperature(0.3, 1.0), zero_temperature_gap(0.3, 1.0)
near = np.sinh(np.linspace(-1, 1, 160) * np.arcsinh(40)) / 10  # ξ/Δ0 from -4 to 4
shell = np.sinh(np.linspace(0, np.arcsinh(1e4), 2000)) / 1e4 / Delta_cold  # from 0 to ω_D


def added(xi, Delta, t):
    """tanh(E/2T)/E and 1/E, times Δ0, for ξ and Δ in units of Δ0 and t = T/Tc."""
    E = np.maximum(np.hypot(xi, Delta), 1e-6)
    return np.tanh(E * Delta_cold / (2 * t * T_end)) / E, 1 / E

# %% tags=["hide-input"]
# Draw it with the part that heat blocks, and the gap up to the temperature of the slider
def draw(axes, t=0.25):
    left, right = axes
    warming = np.append(min(t, 1) * np.sin(np.linspace(0, np.pi / 2, 120)), t)
    gaps = gap_finite_cutoff(warming * T_end, N0V, 1.0) / Delta_cold
    free, every = added(near, gaps[-1], t)
    area = N0V * np.trapezoid(added(shell, gaps[-1], t)[0], shell)
    left.fill_between(near, free, np.minimum(every, 8), color="#c8c8c8", lw=0, label="blocked")
    left.plot(near, free, color=BLUE, label=r"free: $\tanh(E/2T)/E$")
    left.plot(near, 1 / np.hypot(near, 1), color=BLACK, lw=1, ls="--", label="at $T=0$")
    left.set(xlabel=r"energy from the Fermi level $\xi/\Delta_0$", xlim=(-4, 4), ylim=(0, 2.5))
    left.set(ylabel=r"contribution $\times\Delta_0$", title=f"area under blue × $N_0V$: {area:.3f}")
    left.legend(loc="upper right")
    right.plot(warming, gaps, color=BLUE)
    right.plot(t, gaps[-1], "o", color=RED, ms=9, gid="t")
    right.set(xlabel="temperature $T/T_c$", ylabel=r"gap $\Delta(T)/\Delta_0$", xlim=(0, 1.34))
    right.set(ylim=(-0.04, 1.1), title=f"$\\Delta={gaps[-1]:.3f}\\,\\Delta_0$")


display(ask("gap_at_half_tc"))
explore(draw, t=(0.05, 1.3), panels=(1, 2), size=(9.2, 3.2), play="t", drag={"t": "x"},
        labels={"t": "temperature"}, units={"t": "Tc"}, presets={"T = Tc": {"t": 1.0}},
        kinks={"t": lambda: 1.0}, alt="gap_follows")

# %% [markdown]
# <!-- figure: gap_follows -->
# **Figure 5.1.** Quasiparticles block pair states, and the gap shrinks until what is left pairs as much as before. Left: what a pair state of the energy $\xi$ adds to the sum in the gap equation (section 1); the grey part
# is blocked, the blue curve is left. Up to $T_c$ the area under it, counted from the Fermi level to the cutoff, is $1/N_0V$ at every temperature: what is lost at the Fermi level must come back beside it, and for this the gap must be smaller. Right: the gap so far.
#
# Drag the red dot, or press Play. Nothing happens until about $T_c/3$, because breaking a pair costs $2\Delta_0$ and the thermal energy is too small for it; near $T_c$ the gap closes with a vertical tangent. Above $T_c$ even a gap of zero
# does not leave enough: at $1.3\,T_c$ the area is 8 per cent too small.

# %% [markdown]
# <!-- minutes: 30 -->
# *30 minutes · you need: the Hamiltonian and $u$, $v$ of chapter 03, the quasiparticle energy $E=\sqrt{\xi^2+\Delta^2}$ (chapter 04) and the Fermi function ·
# in the book: "Thermodynamics and experimental tests", on the self-consistent gap equation, the critical temperature and
# the universal gap ratio.*
#
# | in the text | in the code | meaning | unit |
# |---|---|---|---|
# | $T$, $T_c$ | `T`, `Tc` | temperature, critical temperature ($k_B=1$) | energy |
# | $\Delta(T)$, $\Delta_0$ | `Delta`, `Delta0` | gap, gap at $T=0$ | energy |
# | $\xi$ | `xi` | electron energy from the Fermi level | energy |
# | $\omega_D$ | `cutoff` | the attraction acts for $|\xi|<\omega_D$ ($\hbar=1$) | energy |
# | $N_0V$ | `coupling` | density of states of one spin × attraction | 1 |
# | $E$, $f$ | `E`, `f` | quasiparticle energy $\sqrt{\xi^2+\Delta^2}$; Fermi function $1/(e^{E/T}+1)$ | energy; 1 |
# | $b_k$ | `b` | takes the pair out of $\mathbf k\uparrow,-\mathbf k\downarrow$: $c_{-k\downarrow}c_{k\uparrow}$ | 1 |
# | $\Omega$ | `omega` | free energy of the mean-field state (grand potential) | energy |
# | $\gamma$ | `np.euler_gamma` | Euler's constant 0.5772… | 1 |
# | $t$, $a_0$ | `t`, `limits.GAP_OVER_TC` | $T/T_c$; the universal ratio $\Delta_0/T_c=\pi e^{-\gamma}=1.764$ (section 4) | 1 |
# | $\zeta(3)$ | `limits.ZETA3` | Apéry's constant 1.2021 | 1 |

# %% tags=["hide-input"]
# Draw Tc against the coupling
coupling = np.geomspace(0.05, 2, 100)
fig, ax = figure(size=(6.4, 3.2))
ax.semilogy(coupling, critical_temperature(coupling, 1.0), color=RED)
ax.set(xlabel="coupling $N_0V$", ylabel=r"critical temperature $T_c/\omega_D$", ylim=(1e-9, 2))
show(fig, "tc_and_coupling")

# %% [markdown]
# <!-- figure: tc_and_coupling -->
# **Figure 5.2.** The critical temperature falls exponentially when the attraction gets weaker. From coupling 2 to coupling 0.05, a factor of 40, $T_c$
# falls by eight to nine powers of ten, yet it never reaches zero. Only a logarithmic axis can show it.

# %%
ask("read_off_tc")

# %% [markdown]
# ## 1 · Derive the gap equation
#
# Chapter 03 wrote the Hamiltonian of electrons that scatter only as pairs, from $\mathbf l\uparrow,-\mathbf l\downarrow$ to $\mathbf k\uparrow,-\mathbf k\downarrow$, with one matrix element $-V$ in the shell $|\xi|<\omega_D$:
#
# $$H=\sum_{k\sigma}\xi_k n_{k\sigma}-V\sum_{kl}b_k^\dagger b_l,\qquad b_k=c_{-k\downarrow}c_{k\uparrow}.$$
#
# **Step 1, the mean field.** The second term is $-VB^\dagger B$ with $B=\sum_kb_k$, a sum over very many states, so it deviates little from its mean. Call $\Delta=V\langle B\rangle=V\sum_k\langle b_k\rangle$
# (its phase is free; we take it real), write $B=\Delta/V+\delta B$ and drop $\delta B^\dagger\,\delta B$:
#
# $$-VB^\dagger B\;\to\;-\Delta\,(B^\dagger+B)+\frac{\Delta^2}{V},\qquad H\to\sum_k h_k+\frac{\Delta^2}{V},\qquad h_k=\xi_k(n_{k\uparrow}+n_{-k\downarrow})-\Delta\,(b_k^\dagger+b_k).$$
#
# The pair states no longer know of each other, except by $\Delta$.
#
# **Step 2, one pair state.** It is empty, filled with a pair, or holds one electron (two ways). The terms with $\Delta$ mix empty and filled and leave the single electrons alone. The $2\times2$ block has the
# energies $\xi\mp E$, and its two states are $u+v\,b^\dagger$ and $-v+u\,b^\dagger$ on the empty state (chapters 03 and 04):
#
# | state | energy | quasiparticles | probability | $\langle b\rangle$ in it |
# |---|---|---|---|---|
# | paired, $u+vb^\dagger$ | $\xi-E$ | none | $(1-f)^2$ | $+uv=+\Delta/2E$ |
# | one electron (twice) | $\xi$ | one | $f(1-f)$ each | 0 |
# | doubly excited, $-v+ub^\dagger$ | $\xi+E$ | two | $f^2$ | $-uv=-\Delta/2E$ |
#
# **Step 3, the average.** A single quasiparticle *blocks* the pair state: nothing can scatter into it. Two of them are worse: the doubly excited state contributes with the opposite sign. Together
#
# $$\langle b_k\rangle=\frac{\Delta}{2E}\,\big[(1-f)^2-f^2\big]=\frac{\Delta}{2E}\,(1-2f)=\frac{\Delta}{2E}\tanh\frac{E}{2T}.$$
#
# Check these steps with matrices. The four states are empty, $\uparrow$, $\downarrow$, pair:

# %%
b = np.zeros((4, 4))
b[0, 3] = 1.0  # takes the pair out
n_both = np.diag([0.0, 1.0, 1.0, 2.0])


def thermal(xi, Delta, T):
    """⟨b⟩ and −T ln Tr e^(−h/T) of one pair state, from the eigenstates of its 4 × 4 matrix."""
    energies, states = np.linalg.eigh(xi * n_both - Delta * (b + b.T))
    weights = np.exp(-(energies - energies[0]) / T)
    mean = np.einsum("ai,ab,bi->i", states, b, states) @ weights / weights.sum()
    return mean, energies[0] - T * np.log(weights.sum())


# %%
xi, Delta, T = 0.7, 1.0, 0.6  # any three numbers
E = np.hypot(xi, Delta)
f = 1 / (np.exp(E / T) + 1)
by_hand = np.array([(1 - f) ** 2 - f**2, 1 - 2 * f, np.tanh(E / (2 * T))]) * Delta / (2 * E)
assert np.allclose(by_hand, thermal(xi, Delta, T)[0], rtol=1e-12)
print(f"⟨b⟩ from the matrix {thermal(xi, Delta, T)[0]:.10f}, from step 3 {by_hand[0]:.10f}")

# %% tags=["hide-input"]
# Draw what a pair state contributes, and how the temperature lowers it
x, xi = np.linspace(0, 8, 200), np.linspace(-6, 6, 400)
f, E = 1 / (np.exp(x) + 1), np.hypot(xi, 1.0)
fig, (left, right) = figure(1, 2)
left.plot(x, (1 - f) ** 2, color=BLUE, label="paired, $(1-f)^2$")
left.plot(x, 2 * f * (1 - f), color=GREY, ls="--", label="blocked, $2f(1-f)$")
left.plot(x, f**2, color=RED, ls=":", label="doubly excited, $f^2$")
left.set(xlabel="quasiparticle energy $E/T$", ylabel="probability", ylim=(0, 1))
left.legend()
warm = np.tanh(E / 2) / (2 * E)  # T = Δ
right.plot(xi, 1 / (2 * E), color=BLUE, label="$T=0$")
right.plot(xi, warm, color=RED, label=r"$T=\Delta$")
right.fill_between(xi, warm, 1 / (2 * E), color="#d9d9d9", label="lost to quasiparticles")
right.set(xlabel=r"energy from the Fermi level $\xi/\Delta$", ylim=(0, 0.75))
right.set_ylabel(r"$\langle b\rangle$")
right.legend(loc="upper right")
show(fig, "blocking")

# %% [markdown]
# <!-- figure: blocking -->
# **Figure 5.3.** Quasiparticles take pair states out of the pairing, first those at the Fermi level. Left: the probabilities of step 2 for one pair state; at $E=0$ they are $\frac14$, $\frac12$ and $\frac14$, and nothing is left of $(1-f)^2-f^2$. Right:
# what each pair state contributes to $\langle B\rangle$ at the same $\Delta$; heat takes away the shaded part.
#
# **Step 4, self-consistency.** The mean field must be the mean of what it produces: $\Delta=V\sum_k\langle b_k\rangle$. For $\Delta\neq0$ cancel it on both sides, and replace the sum by $N_0\int d\xi$. The two halves of the shell are equal, so that the 2 goes:
#
# $$\frac{1}{N_0V}=\int_0^{\omega_D}\!d\xi\;\frac{\tanh(E/2T)}{E},\qquad E=\sqrt{\xi^2+\Delta^2}.$$
#
# This is the **gap equation**. The unknown stands inside $E$: the gap must be found by trial. There is a second way to it: a $\Delta$ that one imposes is right where the free energy $\Omega=\Delta^2/V-T\sum_k\ln\operatorname{Tr}e^{-h_k/T}$
# is lowest. On a metal of 400 pair states both ways give one gap:

# %%
levels = (np.arange(-200, 200) + 0.5) / 200  # in units of ω_D, N0 = 200 states per ω_D
V, T = 0.3 / 200, 0.02
trial = np.linspace(0.02, 0.1, 41)
pairs = np.array([[thermal(xi, D, T) for xi in levels] for D in trial]).sum(axis=1)
mismatch = V * pairs[:, 0] / trial - 1  # zero where Δ = V Σ⟨b⟩
omega = trial**2 / V + pairs[:, 1]
slope = np.gradient(omega, trial, edge_order=2)
by_mean = np.interp(0, -mismatch, trial)  # both cross zero once
by_free_energy = np.interp(0, slope, trial)
print(f"Δ = V Σ⟨b⟩ at {by_mean:.5f} ω_D, the free energy is lowest at {by_free_energy:.5f} ω_D")
print(f"gap equation with the integral: {gap_finite_cutoff(T, 0.3, 1.0):.5f} ω_D")
assert abs(by_mean / by_free_energy - 1) < 1e-3  # interpolation between the trial gaps

# %% [markdown]
# Now the integral. Plot the right-hand side against $\Delta$ and look where it meets the left.

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


at_zero = right_hand_side(Delta0, 0)
print(f"at T = 0, Δ = Δ(0) the integral is {at_zero:.10f}; 1/N₀V is {1 / coupling:.10f}")

# %% tags=["hide-input"]
# Draw the right-hand side of the gap equation at five temperatures
Delta = np.linspace(0.02, 1.4, 60) * Delta0
fig, ax = figure()
for T, colour in [(0, BLUE), (0.6, GREEN), (0.9, ORANGE), (1.0, RED), (1.2, GREY)]:
    rhs = [right_hand_side(D, T * Tc) for D in Delta]
    ax.plot(Delta / Delta0, rhs, color=colour, label=f"$T={T}\\,T_c$")
ax.axhline(1 / coupling, color=BLACK, lw=1, ls="--", label=r"$1/N_0V$")
ax.set(xlabel=r"trial gap $\Delta/\Delta_0$", ylabel="right-hand side of the gap equation")
ax.set(ylim=(2.8, 4.2), xlim=(0, 1.4))
ax.legend()
show(fig, "right_hand_side")

# %% [markdown]
# <!-- figure: right_hand_side -->
# **Figure 5.4.** The gap at each temperature is where the curve meets the dashed line $1/N_0V$. Every curve falls with $\Delta$, so there is at most one crossing with the dashed line: the gap is unique. Heating
# lowers the whole curve and the crossing moves left; at $T_c$ it arrives at $\Delta=0$, and above $T_c$ there
# is none. The gap does not jump: it closes continuously. That entropy is continuous, too, and that the heat capacity jumps, which makes the transition one of second order, is computed in chapter 06.
#
# ## 2 · Find where the gap closes
#
# At $T_c$ the gap is zero and the equation is linear in it; $E=|\xi|$ leaves an equation for $T_c$ alone. With
# $x=\xi/2T_c$ and $\omega_D\gg T_c$,
#
# $$\frac1{N_0V}=\int_0^{\omega_D/2T_c}\!\frac{\tanh x}{x}\,dx\;\to\;\ln\frac{2e^{\gamma}\omega_D}{\pi T_c}
# \qquad\Longrightarrow\qquad T_c=\frac{2e^{\gamma}}{\pi}\,\omega_D\,e^{-1/N_0V}=1.134\,\omega_D\,e^{-1/N_0V}.$$
#
# How weak must the coupling be for this? Compare with the equation solved as it stands.

# %%
coupling = np.array([0.1, 0.2, 0.3, 0.5, 1.0, 2.0])
exact = critical_temperature(coupling, 1.0)
weak = limits.critical_temperature_weak(coupling, 1.0)
table({"$N_0V$": numbers(coupling, 1), r"$T_c/\omega_D$": numbers(exact, 6),
       r"$1.134\,e^{-1/N_0V}$": numbers(weak, 6),
       "deviation / %": numbers(100 * (weak / exact - 1), decimals=4)},
      caption="Critical temperature from the full equation, and its limit of weak coupling.")

# %% tags=["hide-input"]
# Draw Tc and the gap against the inverse coupling, with their limits of weak coupling
coupling = np.linspace(0.12, 2, 200)
inverse = 1 / coupling
exact, weak = critical_temperature(coupling, 1.0), limits.critical_temperature_weak(coupling, 1.0)
gap_exact, gap_weak = zero_temperature_gap(coupling, 1.0), limits.gap_weak(coupling, 1.0)
fig, ax = figure()
ax.semilogy(inverse, exact, color=RED, label="$T_c$, full equation")
ax.semilogy(inverse, weak, color=RED, ls=":", label="$T_c$, weak coupling")
ax.semilogy(inverse, gap_exact, color=BLUE, label=r"$\Delta_0=\omega_D/\sinh(1/N_0V)$")
ax.semilogy(inverse, gap_weak, color=BLUE, ls=":", label=r"$2\,\omega_D\,e^{-1/N_0V}$")
ax.set(xlabel="inverse coupling $1/N_0V$", ylabel=r"energy $/\omega_D$")
ax.set(xlim=(0.5, 8), ylim=(2e-4, 3))
ax.legend()
show(fig, "weak_coupling")

# %% [markdown]
# <!-- figure: weak_coupling -->
# **Figure 5.5.** Critical temperature and gap become two parallel straight lines against the inverse coupling. Against $1/N_0V$ both quantities become straight lines of slope $-1$, a fixed factor 1.764 apart: the picture
# of a universal ratio. At $N_0V=0.3$ the weak-coupling $T_c$ is right to all the digits shown; at strong coupling, left, the formulas of weak coupling are too low, but where $T_c$
# comes near $\omega_D$ a sharp cutoff is no longer a model of anything. And the exponential has no
# expansion in powers of $V$: every derivative of $e^{-1/N_0V}$ vanishes at $V=0$. So no expansion in powers of $V$ can contain it. The attraction by phonons was proposed in 1950, the theory came in 1957; that $e^{-1/N_0V}$ has no expansion may be one reason why it was not found at once.
#
# ## 3 · Compute the whole curve
#
# Subtract from the equation at $T$ the one at $T=0$. Coupling and cutoff drop out ($\omega_D\to\infty$):
#
# $$\ln\frac{\Delta(T)}{\Delta_0}=-2\int_0^\infty\!\frac{d\xi}{E\,(e^{E/T}+1)}.$$
#
# Only $T/\Delta_0$ is left, so $\Delta/\Delta_0$ is one function of $T/T_c$ for every weakly coupled
# superconductor. Its two ends have closed forms.

# %%
t = np.array([0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
table({"$T/T_c$": numbers(t, decimals=2),
       r"$\Delta/\Delta_0$": numbers(gap(t, 1.0) / gap(0.0, 1.0), decimals=8)},
      caption="The gap curve.")

# %%
t = np.linspace(0.001, 1, 1000)
delta = gap(t, 1.0) / gap(0.0, 1.0)
popular = np.tanh(1.74 * np.sqrt(1 / t - 1))  # a formula that many papers plot as "BCS"
error = 100 * (popular[:-1] / delta[:-1] - 1)  # at Tc both are zero
worst = np.argmax(np.abs(error))
print(f"largest error of the tanh formula: {error[worst]:.2f} % at T = {t[worst]:.2f} Tc")

# %% tags=["hide-input"]
# Draw the gap curve with its two ends, and the error of the tanh formula
warm, cold = t[t > 0.6], t[t < 0.6]
low = r"$1-\sqrt{2\pi t/a_0}\,e^{-a_0/t}$"
fig, (left, right) = figure(1, 2)
left.plot(t, delta, color=BLUE, label="gap equation")
left.plot(warm, limits.gap_near_Tc(warm), color=RED, ls="--", label=r"$1.737\sqrt{1-t}$")
left.plot(cold, limits.gap_low_temperature(cold), color=GREEN, ls="--", label=low)
left.set(xlabel="temperature $t=T/T_c$", ylabel=r"gap $\Delta/\Delta_0$", ylim=(0, 1.15))
left.legend()
right.plot(t[:-1], error, color=ORANGE)
right.set(xlabel="temperature $t=T/T_c$", ylabel="error of the tanh formula (%)")
right.set(xlim=(0, 1), ylim=(-2.5, 1))
show(fig, "gap_curve_and_ends")

# %% [markdown]
# <!-- figure: gap_curve_and_ends -->
# **Figure 5.6.** The gap curve joins an exponential at low temperature to a square root at $T_c$. Left: when cold, the correction is exponential with the exponent $\Delta_0/T$, because quasiparticles must be
# excited across the gap. Near $T_c$ the curve is $1.737\sqrt{1-t}$, the square root of every mean-field
# transition. Right: the formula with the tanh that many papers plot as "BCS" is built to have the right end at
# $T_c$; in between it is wrong by two per cent. For a fit to good data, use the equation.
#
# ## 4 · Divide, and find two universal numbers
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
small = elements["Al"].Tc / elements["Al"].theta_D
print(f"aluminium: Tc/θ_D = {small:.4f}, so the correction is {correction * small**2:.1e}; "
      f"at Tc = 0.1 ω_D it is {correction * 0.01:.1e}")

# %% tags=["hide-input"]
# Draw the gap ratio of a finite cutoff and its first correction
closed = limits.GAP_RATIO * (1 + correction * Tc**2)
fig, ax = figure()
ax.plot(Tc, 2 * Delta0 / Tc, color=BLUE, label="finite cutoff")
ax.plot(Tc, closed, color=RED, ls="--", label=r"$3.528\,[1+0.778\,(T_c/\omega_D)^2]$")
ax.axhline(limits.GAP_RATIO, color=BLACK, lw=1, ls=":", label=r"$2\pi e^{-\gamma}=3.528$")
ax.set(xlabel=r"$T_c/\omega_D$", ylabel=r"$2\Delta_0/T_c$", xlim=(0, 0.42), ylim=(3.45, 4.1))
ax.legend()
show(fig, "cutoff_correction")

# %% [markdown]
# <!-- figure: cutoff_correction -->
# **Figure 5.7.** A finite cutoff raises the ratio, but only where $T_c$ is comparable to the cutoff. The solid curve leaves 3.528 quadratically. For aluminium the correction is six parts in a
# million. Even at $T_c/\omega_D=0.1$ it would be below one per cent. So when a measured ratio is far from 3.53,
# a finite cutoff is not the reason; that is the business of the comparison below.
#
# ## Compare with experiment
#
# A gap can be measured in several ways, and a thermometer gives $T_c$; their ratio needs no other parameter. The figure shows every ratio of an element of which we could read the source. A
# filled symbol is *measured*: the source gives this ratio. An open one is *derived*: from a gap and a $T_c$, or with the help of a theory. The metals stand in the order of $T_c/\theta_D$, a rough measure of how strong the coupling is.

# %%
found = [r for r in rows(quantity="gap_ratio", kind=("measured", "derived"))
         if r.of in elements and elements[r.of].theta_D]
found.sort(key=lambda r: elements[r.of].Tc / elements[r.of].theta_D)
table({"metal": [r.of for r in found], "method": [r.method for r in found],
       "kind": [r.kind for r in found],
       r"$2\Delta_0/k_BT_c$": numbers(found, 3, error=[r.uncertainty for r in found]),
       "source": [str(r.source) for r in found]}, caption="Gap ratios of elements.")

# %%
model = strong_coupling_ratios(lead_model(), LEAD_MU_STAR)  # Eliashberg's equations; some seconds
print(f"model of lead: Tc = {model.Tc / kelvin:.2f} K, 2Δ₀/Tc = {model.gap_ratio:.2f}, "
      f"jump of C over normal C: {model.heat_capacity_jump:.2f}")

# %% tags=["hide-input"]
# Symbols of the methods, and a place for each value beside the others of its metal
look = {"tunnelling": ("o", BLUE), "far infrared": ("s", RED), "ultrasound": ("D", GREEN),
        "microwave": ("v", PINK), "thermal conductivity": ("^", ORANGE), "muons": ("P", SKY),
        "penetration depth": ("X", GREY)}
metals = list(dict.fromkeys(r.of for r in found))  # in the order of Tc/θ_D
places = []
for place, metal in enumerate(metals):
    many = sum(r.of == metal for r in found)
    places += list(place + 0.12 * (np.arange(many) - many / 2 + 0.5))

# %% tags=["hide-input"]
# Draw the measured and derived gap ratios by method
fig, ax = figure(size=(8.4, 4.4))
for x, r in zip(places, found):
    (marker, colour), face = look[r.method], None if r.kind == "measured" else "none"
    error = r.uncertainty or 0
    ax.errorbar(x, float(r), error, fmt=marker, color=colour, mfc=face, lw=1, ms=6)
for method, (marker, colour) in look.items():
    ax.plot([], [], marker, color=colour, label=method)
star = metals.index("Pb") + 0.45, model.gap_ratio
ax.plot(*star, "*", color=BLACK, ms=11, label="calculated: model of lead")
ax.axhline(limits.GAP_RATIO, color=BLUE, lw=1, label="BCS, weak coupling: 3.528")
strength = [elements[metal].Tc / elements[metal].theta_D for metal in metals]
ax.set_xticks(range(len(metals)), [f"{m}\n{s:.3f}" for m, s in zip(metals, strength)])
ax.set(xlabel=r"metal and its $T_c/\theta_D$", ylabel=r"$2\Delta_0/k_BT_c$", ylim=(2.4, 5))
ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))
show(fig, "gap_ratios_by_method")

# %% [markdown]
# <!-- figure: gap_ratios_by_method -->
# **Figure 5.8.** Gap ratios of nine elements by method, filled where measured and open where derived. The blue line is BCS, with no parameter adjusted. Left, at small
# $T_c/\theta_D$, titanium, gallium, vanadium, tantalum and tin agree with 3.53 within five per cent or within 1.5 errors. One value of tin, 3.68(6), derived with a model, is four per cent and 2.5 of its errors away. To the right the ratio rises: indium 4.1(2), lead mostly 4.1 to 4.6, mercury 4.6(2).
#
# The *spread* says how well such numbers are known:
#
# * **Lead**: six values, 3.75 to 4.62, further apart than their errors. A tunnel junction on a single crystal finds two gaps (3.81 and 4.48), so one number does not describe the metal. Some values rest on weak-coupling theory: ultrasound was
#   extrapolated with the BCS curve $\Delta(T)$, 3.75 is what BCS makes of the penetration depth, and muons give 4.62 with a scaled BCS gap.
# * **Niobium**: 3.93 by tunnelling into crystals, 3.5(2) from the heat that phonons carry, 2.8(3) in the far infrared, where the metal's surface is seen.
# * The values by far infrared come from one paper and one apparatus: they are not independent of each other.
# * For aluminium, zinc, cadmium and thallium we could read no source. The values one finds quoted, 3.2 to 3.6, are recalled and therefore not drawn.
#
# The cutoff correction of section 4 is far too small to explain lead and mercury. They are *strong-coupling* superconductors, in which $T_c$ is no longer tiny against the phonon energies, the
# attraction is retarded, and quasiparticles decay quickly. Eliashberg's theory (chapter 09) carries that. The star is its result for a *stated model* of lead, not a measurement: two peaks in the phonon spectrum, at 4.4 and 8.5 meV, a coupling
# $\lambda=1.55$, a mean phonon frequency of 56 K, and $\mu^*=0.131$ for the repulsion. All these are recalled; none was adjusted here. They give $2\Delta_0/T_c=4.54$ and a jump of the heat capacity of 2.91 times that of the normal metal, where BCS has 3.53 and 1.43, and $T_c=7.30$ K. But $\lambda$ and $\mu^*$ were once found from
# lead's own tunnelling curve. So the star shows that strong coupling gives a ratio of this size; it is no independent prediction.
#
# The book calls the ratio independent of the material. That is right within the weak-coupling theory; the data say for which metals that theory is meant.
#
# ## Check
#
# Second routes, and a published table.

# %%
# the ratio from two equations at weak coupling: Tc by quadrature and root finding, the gap by asinh
ratio = 2 * zero_temperature_gap(0.08, 1.0) / critical_temperature(0.08, 1.0)
assert abs(ratio / (2 * np.pi * np.exp(-np.euler_gamma)) - 1) < 1e-10  # (Tc/ω_D)² is 2e-11
assert gap(1.0, 1.0) == 0.0 and gap(2.0, 1.0) == 0.0  # exactly zero from Tc on


# %%
def by_quadrature(t):
    """Second route: adaptive quadrature inside a root finder, as one would write it first."""
    T = t / limits.GAP_OVER_TC  # in units of Δ0
    def residual(Delta):
        occupied = lambda u: 1 / (np.exp(Delta * np.cosh(u) / T) + 1)
        return np.log(Delta) + 2 * quad(occupied, 0, np.arccosh(700 * T / Delta))[0]
    return brentq(residual, 1e-3, 1, xtol=1e-13)


for t in (0.3, 0.6, 0.9, 0.99):
    assert abs(by_quadrature(t) / (gap(t, 1.0) / gap(0.0, 1.0)) - 1) < 1e-8  # quad's own error
print("quadrature inside brentq agrees to 1e-8")


# %%
def matsubara(t, n=200_000):
    """Third route: ln(1/t) = Σ [1/(n+½) − 1/√((n+½)² + (Δ/2πT)²)], a sum, not an integral."""
    m = np.arange(n) + 0.5
    x = gap(t, 1.0) / (2 * np.pi * t)
    tail = x**2 / (4 * n**2)
    return np.sum(1 / m - 1 / np.hypot(m, x)) + tail


for t in (0.2, 0.5, 0.9, 0.999):
    assert abs(matsubara(t) - np.log(1 / t)) < 1e-10  # rounding of 2·10⁵ terms
print("the Matsubara sum agrees to 1e-10")

# %%
# B. Mühlschlegel, Z. Phys. 155, 313 (1959), as textbooks reprint the table (recalled)
published = {0.3: 0.9971, 0.5: 0.9569, 0.7: 0.8288, 0.9: 0.5263}
for t, value in published.items():
    assert abs(gap(t, 1.0) / gap(0.0, 1.0) - value) < 6e-5  # rounding of the table
print("four entries of Mühlschlegel's table are reproduced to its four decimals")

# %% [markdown]
# ## Where this fails
#
# * **Strong coupling.** Lead and mercury: use Eliashberg's equations (chapter 09) once $T_c/\omega$ of the phonons is not small.
# * **The square well.** A constant attraction with a sharp edge is a rough model of the phonon interaction (chapter 02). The ratios do not depend on
#   the edge; $T_c$ itself does, through $\omega_D$, and is no better known than its prefactor.
# * **Coulomb repulsion** is hidden in $V$. It lowers the coupling, and it changes the isotope effect (chapter 09).
# * **Mean field.** Step 1 drops $\delta B^\dagger\delta B$, and with it fluctuations near $T_c$. With so many pairs inside one pair (chapter 03: $10^8$ in aluminium by the most cautious count) that is excellent in a
#   clean bulk metal, but not in thin dirty films or when pairs are small (chapter 11).
# * **Anisotropy.** Real gaps vary over the Fermi surface; the curve then is an average.

# %%
ask("what_the_gap_is")

# %%
ask("why_the_gap_closes")

# %%
ask("gap_of_tin")

# %% [markdown]
# <!-- try it -->
# ## Try it
#
# [The exercises of this chapter](../exercises/05_gap_equation.ipynb): $T_c$ from the linearised equation, the universal ratio, the curve by your
# own root finding, and a gap in meV. Then go on with [chapter 06](06_thermodynamics.ipynb), where the gap gives a heat capacity.
#
# ## Further reading
#
# * J. Bardeen, L. N. Cooper, J. R. Schrieffer, *Phys. Rev.* **108**, 1175 (1957): section III is this chapter, in the authors' own words.
# * M. Tinkham, *Introduction to Superconductivity*, section 3.6: the same steps with more words between them.
# * B. Mühlschlegel, *Z. Phys.* **155**, 313 (1959): the tables everyone used before computers; a good test of one's own program.
# * J. P. Carbotte, *Rev. Mod. Phys.* **62**, 1027 (1990): how the ratios move away from 3.53 when the coupling is strong.
