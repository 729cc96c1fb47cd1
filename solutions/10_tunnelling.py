# %% [markdown]
# # 10 · Measure the gap with a voltmeter: answers
#
# <!-- work -->
# *120 minutes, 14 points, and one question in words · read first: [chapter 10](../notebooks/10_tunnelling.ipynb).*
#
# <!-- how to solve -->

# %% [markdown] tags=["solution"]
# These are the explained solutions: the idea, the steps, the code, and a limit or a second way that confirms it. What an exercise leaves out stands between `# begin solution` and `# end solution`.

# %%
import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq

from bcs_helpers.classroom import ask, carry_on, check, hint, inputs, progress
from bcs_helpers.figures import BLUE, figure, show
from bcs_helpers.gap import gap
from bcs_helpers.tables import numbers, table

k_B = 0.08617333  # meV/K

# %% tags=["solution"]
from bcs_helpers.classroom import rubric
from bcs_helpers.figures import BLACK, GREEN, ORANGE, RED
from bcs_helpers.tunnelling import btk_conductance, nis_conductance, sis_current

# %%
ask("warm_up_mv")

# %% [markdown]
# <!-- task: gap_from_ohmmeter -->
# ## 1 · A gap from an ohmmeter (4 points, 35 min)
#
# The lock-in amplifier is broken; a thermometer and an ohmmeter are left. A junction of a normal metal and a superconductor, without broadening, has at the temperatures `T` (array, in K)
# the conductance `conductance` at zero voltage, in units of that of its normal state (array). What is the gap at each of the temperatures, in meV?
#
# You know neither the metal nor its $T_c$. The temperatures may be low or near $T_c$, so a formula for low temperature is not enough.

# %% [markdown] tags=["solution"]
# **Idea.** At $V=0$ the integral of chapter 10 contains energies over $T$ only. With $E=\Delta\cosh u$, both signs of $E$, and $x=\Delta/k_BT$,
#
# $$\frac{G(0)}{G_n}=2\int_\Delta^\infty\!dE\,\frac E{\sqrt{E^2-\Delta^2}}\,\frac1{4k_BT\cosh^2(E/2k_BT)}=\int_0^\infty\!du\,\frac{x\cosh u}{2\cosh^2(\frac12x\cosh u)} .$$
#
# One number in, one number out, for any metal: turn it round with a root finder. The integrand is even in $u$ and falls off like the exponential of an exponential, so the trapezoid is exact to rounding.


# %%
def gap_from_ohmmeter(T, conductance):
    """The gap in meV at each temperature (K) from the conductance at zero voltage, G(0)/G_n."""
    # begin solution
    u = np.linspace(0, 16, 4001)

    def at_zero_voltage(x):
        half = np.minimum(x * np.cosh(u) / 2, 300)  # beyond, nothing is left
        return np.trapezoid(half / np.cosh(half) ** 2, u)

    x = [brentq(lambda x: np.log(at_zero_voltage(x) / G), 1e-3, 100) for G in conductance]
    return np.array(x) * k_B * T
    # end solution


check(gap_from_ohmmeter)

# %%
gap_from_ohmmeter = carry_on(gap_from_ohmmeter)
T, conductance = inputs(gap_from_ohmmeter)
table({"$T$ / K": numbers(T, decimals=2), "$G(0)/G_n$": numbers(conductance, decimals=5),
       r"$\Delta$ / meV": numbers(gap_from_ohmmeter(T, conductance), decimals=3)},
      caption="The gap from the ohmmeter.")

# %% tags=["solution"]
x = np.linspace(0.05, 10, 300)
curve, dirty = np.linspace(0.3, 3.7, 200), np.linspace(0.3, 3.6, 100)
Gamma = 1e-3 * k_B * gap(0.0, 3.72)
leaky = nis_conductance(0.0, k_B * dirty, k_B * gap(dirty, 3.72), broadening=Gamma)
fig, (left, right) = figure(1, 2)
integral = nis_conductance(0.0, 1.0, x, broadening=0.0)
left.semilogy(x, integral, color=BLUE, label="the integral")
cold = np.sqrt(2 * np.pi * x) * np.exp(-x)
left.semilogy(x, cold, color=RED, ls="--", label=r"$\sqrt{2\pi x}\,e^{-x}$")
left.semilogy(x, np.exp(-x), color=GREEN, ls=":", label="$e^{-x}$")
left.set(xlabel=r"$x=\Delta/k_BT$", ylabel="$G(0)/G_n$", ylim=(1e-4, 2))
left.legend()
right.plot(curve, k_B * gap(curve, 3.72), color=BLACK, lw=1, label="gap put in (tin)")
right.plot(T, gap_from_ohmmeter(T, conductance), "o", color=BLUE, label="ohmmeter")
right.plot(dirty, gap_from_ohmmeter(dirty, leaky), color=RED, ls="--",
           label=r"the same with $\Gamma=10^{-3}\Delta_0$")
right.set(xlabel="temperature (K)", ylabel=r"gap $\Delta$ (meV)", ylim=(0, 0.65))
right.legend(loc="lower center")
show(fig, "gap_from_ohmmeter_curve")

# %% [markdown] tags=["solution"]
# **What it says.** Left: the formula with the square root is the limit for large $x$ (its next term is $1+3/8x$, four per cent at $x=9$ in $G$, and half a per cent in $\Delta$). The bare exponential never becomes right: on a plot of $\ln G$ against $1/T$ the prefactor tilts the line.
# Right: the five readings lie on the curve $\Delta(T)$ of tin. They must, because the conductances were computed with it; what this shows is that the method brings back what was put in, without using a gap equation. So with the readings of a real junction it would be a test of that equation. The dashed line warns. A broadening of one thousandth leaves a floor in $G(0)$, and the cold ohmmeter takes the floor for thermal electrons. It sees too small a gap, which seems to *close on cooling*. So
# the method checks itself: where the gap stops growing on cooling, something else fills it. Question 5 comes back to this.

# %% [markdown]
# <!-- task: gaps_without_a_fit -->
# ## 2 · Two gaps read off one curve (3 points, 20 min)
#
# Here is the current of a junction between two *different* superconductors (computed, without noise). Nobody noted the temperature, and no fit is wanted: the curve has two features that the eye can find.
# Return the two gaps in meV as an array, the smaller one first. `V` is in mV, at equal steps, and `current` is $eIR_n$ in meV. (The voltage is set and the current measured; a source that sets the current would jump over the part that falls.)

# %%
def gaps_without_a_fit(V, current): ...


V, current = inputs(gaps_without_a_fit)
fig, ax = figure()
ax.semilogy(V, current, color=BLUE)
ax.set(xlabel="voltage $V$ (mV)", ylabel="current $eIR_n$ (meV)")
show(fig, "two_features_gaps_without_a_fit")


# %% [markdown] tags=["solution"]
# **Idea.** The jump is at $\Delta_1+\Delta_2$, where the filled edge of one metal meets the empty edge of the other. The cusp is at $\Delta_2-\Delta_1$, where the two *empty* edges meet, and the few thermal electrons above the smaller gap pass from peak to peak.
# Half the sum and half the difference of the two voltages are the gaps. A jump is the largest difference of neighbours, and the cusp is the highest point below it.


# %%
def gaps_without_a_fit(V, current):
    """The two gaps in meV, the smaller one first, from the cusp and the jump of the current."""
    # begin solution
    last = np.argmax(np.diff(current))  # the last point below the jump
    cusp, jump = V[np.argmax(current[:last])], (V[last] + V[last + 1]) / 2
    return np.array([jump - cusp, jump + cusp]) / 2
    # end solution


check(gaps_without_a_fit)

# %%
gaps_without_a_fit = carry_on(gaps_without_a_fit)
smaller, larger = gaps_without_a_fit(V, current)
print(f"gaps: {smaller:.3f} and {larger:.3f} meV")

# %% [markdown] tags=["solution"]
# **The way back.** Make such curves of aluminium and tin at twelve temperatures, read them off, and compare with the gaps that went in.

# %% tags=["solution"]
warm, curve, read = np.linspace(0.55, 1.14, 12), np.linspace(0.4, 1.3, 200), []
for T in warm:
    a, b = k_B * gap(T, 1.18), k_B * gap(T, 3.72)
    V = np.arange(1, 1600) * 0.5e-3
    read.append(gaps_without_a_fit(V, sis_current(V, k_B * T, a, b)))
fig, ax = figure()
looks = ("aluminium", 1.18, BLUE, "o", "-"), ("tin", 3.72, RED, "s", "--")
for i, (name, Tc, colour, mark, dash) in enumerate(looks):
    ax.plot(curve, k_B * gap(curve, Tc), color=colour, ls=dash, lw=1.2, label=f"{name}, put in")
    ax.plot(warm, np.array(read)[:, i], mark, color=colour, label=f"{name}, read off")
ax.set(xlabel="temperature (K)", ylabel=r"gap $\Delta$ (meV)", ylim=(0, 0.65))
ax.legend(loc="center left")
show(fig, "gaps_read_off_without_a_fit")

# %% [markdown] tags=["solution"]
# **What it says.** At 1.1 K the thermal window is $3.5\,k_BT=0.33$ meV wide, four times the gap of aluminium there, and yet the points stay on the curve. No window enters: both features are edges against edges. Above aluminium's $T_c$ one of the edges is gone, and both
# features with it: then only a fit helps.

# %% [markdown]
# <!-- task: excess_current -->
# ## 3 · What is left at high voltage (4 points, 30 min)
#
# Far above the gap every contact should forget superconductivity and follow Ohm's law. A contact with a weak barrier never quite does: its current stays parallel to Ohm's line, at a distance. In the model of Blonder, Tinkham and Klapwijk (section 5 of the chapter), at $T=0$, return that
# excess $e(I-V/R_n)R_n$ at $V\to\infty$ in units of $\Delta$, for an array `Z` of barrier strengths.

# %% [markdown] tags=["solution"]
# **Idea.** The current is the area under the conductance, so the distance is $\int_0^\infty(G/G_n-1)\,dV$. With $c=1+2Z^2$ the probabilities of Blonder, Tinkham and Klapwijk (energies in $\Delta$, $s=\sqrt{E^2-1}$) combine to
#
# $$\frac G{G_n}=\frac{1+c}{E^2+c^2(1-E^2)}\ \ (E<1),\qquad\frac G{G_n}=\frac{(1+c)E}{E+cs}\ \ (E>1).$$
#
# Inside, nothing enters, and all comes from holes: $1+A-B=2A$. Above, the numerator $(E+cs)^2+1-(c^2-1)s^2$ is $2E(E+cs)$, and one factor cancels. The normal conductance $1/(1+Z^2)=2/(1+c)$ is divided out.


# %%
def excess_current(Z):
    """e I_exc R_n/Δ at T = 0 for each barrier strength Z."""
    # begin solution
    def area(c):
        inside = lambda E: (1 + c) / (E**2 + c**2 * (1 - E**2)) - 1
        share = lambda s: s / np.hypot(1, s)  # s/E, and dE = (s/E) ds
        above = lambda s: ((1 + c) / (1 + c * share(s)) - 1) * share(s)
        return quad(inside, 0, 1, limit=200)[0] + quad(above, 0, np.inf, limit=200)[0]

    return np.array([area(1 + 2 * z**2) for z in Z])
    # end solution


check(excess_current)

# %% tags=["solution"]
def closed_form(D):
    back = np.sqrt(1 - D)  # amplitude that the barrier throws back
    logarithm = np.log((1 + back) / (1 - back))
    return D / (2 * (1 - D)) * (1 - D**2 / (2 * (2 - D) * back) * logarithm)


D = np.linspace(0.02, 0.99, 200)
Z = np.array([0.0, 0.2, 0.4, 0.7, 1.0, 1.5, 2.5, 5.0])
V = np.linspace(0, 4, 4001)
fig, (left, right) = figure(1, 2)
for z, colour, dash in [(0.0, BLUE, "-"), (0.5, GREEN, "--"), (1.0, ORANGE, "-."), (5.0, RED, ":")]:
    G = btk_conductance(V, 0.0, 1.0, z)
    current = np.append(0, np.cumsum(G[1:] + G[:-1]) / 2) * V[1]
    left.plot(V, current - V, color=colour, ls=dash, label=f"$Z={z:g}$")
    left.plot(4.15, excess_current(np.array([z])), "<", color=colour)
left.set(xlabel=r"voltage $eV/\Delta$", ylabel=r"$(eIR_n-eV)/\Delta$", xlim=(0, 4.3))
left.legend(fontsize=8.5)
right.plot(1 / (1 + Z**2), excess_current(Z), "o", color=BLUE, label="task 3")
right.plot(D, closed_form(D), color=BLUE, lw=1, label="closed form")
right.plot(D, D / 2, color=RED, ls="--", label="$D/2$")
right.plot(D, 2 * D / (2 - D) ** 2, color=BLACK, ls=":", label="$G(0)/G_n$")
right.set(xlabel="probability $D$ to cross the barrier", ylim=(0, 2))
right.set_ylabel(r"$eI_{\rm exc}R_n/\Delta$ or $G(0)/G_n$")
right.legend(fontsize=8.5)
show(fig, "excess_current_and_limits")

# %% [markdown] tags=["solution"]
# **What it says.** Left: what a tunnel junction ($Z=5$) lacks inside the gap it gets back above it, for it only moves states about (chapter 04 counts them). A clean contact gains inside the gap, where pairs carry two charges, and gets more on top.
#
# **Two limits.** The area integral has a closed form,
#
# $$\frac{eI_{\rm exc}R_n}\Delta=\frac D{2(1-D)}\Big[1-\frac{D^2}{2(2-D)\sqrt{1-D}}\ln\frac{1+\sqrt{1-D}}{1-\sqrt{1-D}}\Big],$$
#
# which tends to $\frac43$ for $D\to1$, the chapter's number, and to $D/2$ for $D\to0$. There $G(0)/G_n=2D/(2-D)^2\to D/2$ as well (dotted): a small leak leaves the same number at zero and at high voltage.

# %% tags=["solution"]
Z = np.array([0.2, 1.0, 5.0])
D = 1 / (1 + Z**2)
table({"$Z$": numbers(Z, decimals=1), "quadrature": numbers(excess_current(Z), decimals=5),
       "closed form": numbers(closed_form(D), decimals=5), "$D/2$": numbers(D / 2, decimals=5),
       "$G(0)/G_n$": numbers(2 * D / (2 - D) ** 2, decimals=5)},
      caption="The excess by two ways, and two numbers that it tends to when $D$ is small.")

# %% [markdown]
# <!-- task: josephson_numbers -->
# ## 4 · How strong and how fast (3 points, 20 min)
#
# A tunnel junction of two equal superconductors with critical temperature `Tc` has the normal resistance `R` in Ω and sits at the temperature `T` (both in K). Which supercurrent can it carry at most? And if that current breaks down
# and the voltage is $I_cR_n$, at which frequency does the current oscillate? Return both as an array: $I_c$ in µA and the frequency in GHz. (The gap follows BCS: `gap(T, Tc)` is $\Delta/k_B$ in kelvin.)

# %% [markdown] tags=["solution"]
# **Idea.** Ambegaokar and Baratoff: $eI_cR_n=\frac\pi2\Delta(T)\tanh\frac{\Delta(T)}{2k_BT}$. A gap in meV gives a voltage in mV, and mV over Ω are mA. Josephson: the phase turns with $\dot\varphi=2eV/\hbar$, so the current oscillates with the frequency $\nu=2eV/h$, 483.6 GHz for a millivolt.


# %%
def josephson_numbers(Tc, T, R):
    """Critical current in µA and frequency in GHz at the voltage I_c R_n; Tc, T in K, R in Ω."""
    # begin solution
    Delta = k_B * gap(T, Tc)
    voltage = np.pi / 2 * Delta * np.tanh(Delta / (2 * k_B * T))  # mV
    return np.array([1000 * voltage / R, 483.5978 * voltage])
    # end solution


check(josephson_numbers)

# %% [markdown] tags=["solution"]
# **A second way.** In the imaginary-time picture the pair amplitude of each side is $\Delta/\sqrt{\omega_n^2+\Delta^2}$ at the frequency $\omega_n=\pi T(2n+1)$, and the current is the sum of the products of the two: $eI_cR_n=2\pi T\sum_{n\ge0}\Delta^2/(\omega_n^2+\Delta^2)$.
# No tanh is in sight, and yet it is the same (dots).

# %% tags=["solution"]
def matsubara_sum(T, Tc, terms=200_000):
    Delta, omega = gap(T, Tc), np.pi * T * (2 * np.arange(terms) + 1)
    return 2 * np.pi * T * k_B * np.sum(Delta**2 / (omega**2 + Delta**2))


fig, ax = figure()
looks = ("niobium", 9.25, BLUE, "-"), ("tin", 3.72, RED, "--"), ("aluminium", 1.18, GREEN, "-.")
for name, Tc, colour, dash in looks:
    T = np.linspace(0.02, 1, 150) * Tc
    product = [josephson_numbers(Tc, t, 1000.0)[0] for t in T]
    ax.plot(T, product, color=colour, ls=dash, label=name)
    dots = np.array([0.2, 0.4, 0.6, 0.8, 0.95]) * Tc
    ax.plot(dots, [matsubara_sum(t, Tc) for t in dots], "o", color=colour)
ax.set(xlabel="temperature (K)", ylabel="$I_cR_n$ (mV)")
there, back = (lambda mV: 483.5978 * mV), (lambda GHz: GHz / 483.5978)
right = ax.secondary_yaxis("right", functions=(there, back))
right.set_ylabel("frequency (GHz)")
ax.legend()
show(fig, "josephson_products")

# %% [markdown] tags=["solution"]
# **What it says.** The product does not know the size of the junction. Niobium at 4.2 K, the temperature of liquid helium, has lost only seven per cent, one reason for its use; its junctions (weak coupling assumed) come near a terahertz. At $T_c$ the curve comes in straight, since $\Delta\tanh(\Delta/2T)\approx\Delta^2/2T$ and $\Delta^2\propto T_c-T$.

# %% [markdown]
# <!-- task: why_the_gap_is_filled -->
# ## 5 · Three ways to fill a gap (in your own words, 4 points, 15 min)
#
# A conductance curve shows $G(0)=0.03\,G_n$ where one expected nothing. Name three possible causes. Which measurements would tell them apart? And how large would each cause have to be?

# %% [markdown]
# <!-- answer: why_the_gap_is_filled -->
# <!-- begin solution -->
# *Temperature.* Electrons are excited across the gap. $G(0)=0.03$ needs $k_BT=0.19\,\Delta$, a third of $T_c$. On cooling it vanishes like $e^{-\Delta/k_BT}$: at half that temperature it is below $3\cdot10^{-4}$.
# *Broadening.* States are smeared into the gap, $G(0)\approx\Gamma/\Delta$, so $\Gamma=0.03\,\Delta$. Cooling does not remove it. *A leak.* Somewhere the barrier is weak, and Andreev reflection brings pairs through: $2D/(2-D)^2=0.03$ gives $D=0.057$. Cooling does not remove this either.
#
# So cool first. If a floor stays, compare the current at high voltage with Ohm's line. Broadened states are conserved and the current returns to the line; an even leak of this size leaves an excess of $0.03\,\Delta/eR_n$ (task 3), a few clean pinholes ($G(0)=2G_n$ each, $\frac43\Delta$ each) leave $0.02$. Or make the barrier thicker: $G(0)/G_n$ of a leak falls with $D$,
# that of $\Gamma$ stays.
# <!-- end solution -->

# %% tags=["solution"]
rubric("why_the_gap_is_filled")

# %% tags=["nbval-ignore-output"]
progress()
