# %% [markdown]
# # 02 · Bind two electrons above a Fermi sea
#
# **What you will see:** how two electrons, which repel, come to attract each other; and why above a Fermi sea
# *any* attraction binds them, while in empty space a weak one does nothing.

# %% tags=["hide-input"]
# Load what the chapter needs, and compute the first picture
import numpy as np
from IPython.display import display
from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.special import k1

from bcs_helpers import limits
from bcs_helpers.classroom import ask
from bcs_helpers.cooper import (
    binding_energy, empty_space_binding_energy, pair_amplitude, pair_wave_function, phonon_kick,
    rms_pair_size, square_well_binding_energy, square_well_threshold,
)
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, figure, show
from bcs_helpers.gap import zero_temperature_gap
from bcs_helpers.materials import elements
from bcs_helpers.tables import numbers, table
from bcs_helpers.units import dalton, electron_mass, epsilon0, kelvin, meV, metre, nm, second

# Compute the energies of a pair on 24 levels, and its exact binding energy, for the picture below
node, share = np.polynomial.legendre.leggauss(24)
ladder, share = ((node + 1) / 2) ** 2, share * (node + 1) / 2  # ξ/ω_D, and its part of the shell
strengths, v_FQ = np.linspace(0.1, 2, 39), 0.2  # N0V; of the moving pair, in ω_D
tried = np.geomspace(5e-10, 3, 160)  # E_B/ω_D
ends = [x * np.log(x) for x in (2 + tried, 2 + tried - v_FQ, tried + v_FQ, tried)]
PLACES = {  # the density of states on the levels; 1/N0V of each binding energy (sections 2 and 4)
    "Fermi sea": (ladder**0, np.log1p(2 / tried) / 2),
    "moving pair": (np.minimum(1, np.minimum(ladder, 1 - ladder) * 2 / v_FQ),
                    (ends[0] - ends[1] - ends[2] + ends[3]) / (2 * v_FQ)),
    "empty space": (np.sqrt(ladder), 1 - np.sqrt(tried / 2) * np.arctan(np.sqrt(2 / tried))),
}


def pair_levels(place, strength):
    """The 24 energies over ω_D: 2ξ on the diagonal, and −V between all levels."""
    weight = np.sqrt(share * PLACES[place][0])
    return np.linalg.eigvalsh(np.diag(2 * ladder) - strength * np.outer(weight, weight))

# %% tags=["hide-input"]
# Draw the energies against the attraction, and the binding energy on a logarithmic axis
def draw_pair(axes, coupling=0.9, place="Fermi sea"):
    left, right = axes
    now = pair_levels(place, coupling)
    fan = np.vstack([[pair_levels(place, x) for x in strengths], np.full(24, np.nan)]).T
    left.plot(np.tile([*strengths, np.nan], 23), fan[1:].ravel(), color=GREY, lw=0.7)
    left.plot(strengths, fan[0, :-1], color=RED)
    left.plot(np.full(23, coupling), now[1:], ".", color=BLUE, ms=5)
    left.plot(coupling, now[0], "o", color=RED, ms=9, gid="coupling")
    left.set(xlabel="attraction × density of states", ylabel=r"energy $/\omega_D$")
    left.set(xlim=(0, 2.1), ylim=(-1.4, 2.1), title=f"attraction {coupling:.2f}")
    dashes = {"Fermi sea": "-", "moving pair": "-.", "empty space": "--"}
    for name, dash in dashes.items():
        colour = RED if name == place else GREY
        right.plot(1 / PLACES[name][1], tried, color=colour, ls=dash, label=name)
    log_E = np.interp(-1 / coupling, -PLACES[place][1], np.log(tried), left=-np.inf)
    right.set(xlabel="attraction × density of states", xlim=(0, 2.1), ylim=(1e-9, 9), yscale="log")
    right.set(ylabel=r"binding energy $E_B/\omega_D$", title="no bound state")
    if log_E > np.log(1e-9):
        right.plot(coupling, np.exp(log_E), "o", color=RED, ms=7)
        power = round(log_E / np.log(10), 1) + 0.0  # no −0.0
        right.set_title(f"power of ten: {power:.1f}")
    right.legend(loc="lower right")


display(ask("half_the_attraction"))
explore(draw_pair, coupling=(0.1, 2.0), place=["Fermi sea", "moving pair", "empty space"],
        panels=(1, 2), size=(9.2, 3.2), play="coupling", drag={"coupling": "x"},
        labels={"coupling": "attraction", "place": "where"}, alt="pair_leaves",
        presets={"0.2": {"coupling": 0.2}, "0.1": {"coupling": 0.1}, "1.1": {"coupling": 1.1}})

# %% [markdown]
# <!-- figure: pair_leaves -->
# **Figure 2.1.** Two electrons attract each other, and one of their energies leaves all the others: above a Fermi sea for any attraction, elsewhere only for a strong one. Left: the energies of the pair on 24 levels, counted from where those of the
# free electrons begin (at $2E_F$ above a sea, at rest in empty space). Right: the binding energy $E_B$, by which the red energy lies below zero, on a logarithmic axis.
#
# Drag the red dot, or press Play. A grey energy sinks only as far as the next free one; the lowest has none below it. Then choose *empty space*: up to the attraction 1 nothing leaves. A *moving pair* (here $v_FQ=0.2\,\omega_D$, section 4) needs 0.62. The curve of the
# sea ends nowhere, it falls exponentially: at 0.9 the pair is bound by a quarter of $\omega_D$, at 0.2 by a ten-thousandth, which the left panel cannot show. (The 24 levels lie so close to zero that they stand for a continuum; the curves on the right are those of the continuum.)
#
# The horizontal axis is the attraction $V$ times a density of states: for the sea that at the Fermi level, for empty space that at the cutoff $\omega_D$. For the *same* $V$ the sea has the further advantage that its density of states is larger by
# $\sqrt{E_F/\omega_D}$, a factor of 18 in aluminium. The rest of the chapter explains the curves, and where the attraction comes from.

# %% [markdown]
# <!-- minutes: 35 -->
# *35 minutes · you need: Coulomb's law, the harmonic oscillator, and what a Fermi sea is · in the book: "The origin of pairing: the Cooper problem".*
#
# | in the text | in the code | meaning | unit |
# |---|---|---|---|
# | $b$, $v$ | `b`, `v` | distance at which an electron passes an ion; its speed | length; energy·length ($\hbar=1$) |
# | $Z$, $M$, $\omega_q$ | `Z`, `M`, `omega_q` | charge, mass and angular frequency of the ion (of a phonon with wave number $q$) | 1; mass; energy |
# | $p$, $A$, $U$ | `kick` | momentum and displacement of the ion, energy of the attraction | 1/length; length; energy |
# | $F$, $g_q$ | | force between electron and ion; their coupling to one phonon | energy/length; energy |
# | $\omega$, $V(\omega)$ | `omega` | energy that one electron hands to the other; their interaction | energy |
# | $k_{TF}$ | `k_TF` | Thomas–Fermi wave number: electrons screen a charge within $1/k_{TF}$ | 1/length |
# | $\Omega$ | `Omega` | plasma frequency of the ions | energy |
# | $\epsilon_r$ | | by how much electrons and ions together weaken a charge | 1 |
# | $E_B$ | `E_B` | binding energy of the pair, counted from $2E_F$ downwards | energy |
# | $\xi$ | `xi` | energy of one electron above the Fermi level | energy |
# | $\omega_D$ | `cutoff` | the attraction acts for $0<\xi<\omega_D$ | energy |
# | $N_0V$ | `coupling` | density of states of one spin at the Fermi level × attraction | 1 |
# | $\epsilon$, $g$ | `g` | energy of one particle in empty space; its density of states at $\epsilon=\omega_D$ × attraction | energy; 1 |
# | $\psi$, $C$ | `pair` | wave function of the pair; its sum over all states | |
# | $v_F$, $k_F$, $Q$ | `v_F`, `k_F` | Fermi velocity and wave number; total momentum of a pair | energy·length; 1/length |
# | $\mu$ | `mu` | cosine of the angle between $\mathbf k$ and $\mathbf Q$ | 1 |
# | $\Delta_0$, $T_c$ | `two_gap`, `Tc` | gap and critical temperature of the superconductor (chapter 05) | energy |
#
# ## 1 · From a kick to an attraction
#
# An electron of speed $v$ passes an ion of charge $Z$ at the distance $b$. The Coulomb force acts for a time of about $2b/v$ and leaves the ion,
# mass $M$ and frequency $\omega_q$, with a momentum $p$. The ion then swings towards the path,
#
# $$p=\frac{2Ze^2}{4\pi\epsilon_0\,b\,v},\qquad x(t)=A\,\sin\omega_qt,\qquad A=\frac{p}{M\omega_q}.$$
#
# A second electron that follows on the same path finds the ion nearer by $A$, and its energy is lower by an amount $U$: the force at the distance $b$
# times $A$. In a metal all other electrons *screen* the ion. They replace $1/r$ by $e^{-k_{TF}r}/r$, where Thomas and Fermi's wave number is $k_{TF}^2=4k_F/\pi a_0$ with Bohr's
# radius $a_0$. Both the kick and the force become smaller:
# $p$ by the factor $s\,K_1(s)$, with $s=k_{TF}b$ and a Bessel function, and the force by $(1+s)\,e^{-s}$. The repulsion of two electrons is screened, too.
#
# Take aluminium: the Fermi velocity, $M=27$ u, the Debye frequency for $\omega_q$, and $b$ of half a lattice spacing or more.

# %%
Al = elements["Al"]
v, M, omega_q = float(Al.v_F), 27 * dalton, float(Al.theta_D)
E_F = electron_mass * v**2 / 2
coulomb = 1 / (4 * np.pi * epsilon0)  # e²/4πε₀, with e = 1
k_TF = np.sqrt(4 * electron_mass * v * electron_mass * coulomb / np.pi)  # k_F = mv, 1/a0 = me²/4πε₀
Z, b = np.array([1, 3, 3]), np.array([0.2, 0.2, 0.3]) * nm
s = k_TF * b
kick = phonon_kick(v, b, M, omega_q, charge=Z)
screened = kick.energy * s * k1(s) * (1 + s) * np.exp(-s)
print(f"1/k_TF = {1 / k_TF / nm:.3f} nm, ω_D = {omega_q / meV:.1f} meV, √(E_F/ω_D) = "
      f"{np.sqrt(E_F / omega_q):.1f}")

# %%
table({"$Z$": Z, "$b$ / nm": numbers(b / nm, 1),
       "$A$, bare / pm": numbers(1e3 * kick.displacement / nm, 2),
       "$U$, bare / meV": numbers(kick.energy / meV, 2),
       "$U$, screened / meV": numbers(screened / meV, 2),
       "repulsion, bare / meV": numbers(coulomb / b / meV, 2),
       "repulsion, screened / meV": numbers(coulomb / b * np.exp(-s) / meV, 2)},
      caption="Attraction by one kicked ion, and repulsion of two electrons at the distance $b$.")

# %% [markdown]
# Without screening the attraction is 16 to 150 meV, and the repulsion five to seven thousand: meV against eV. But neither number is that of a metal. At $b=0.2$ nm screening leaves
# half a meV of the attraction at most, and 120 meV of the repulsion. So the honest comparison is about half a meV against a hundred; that the *bare* kick gives the book's "milli-electronvolts" is no proof of them.
# The repulsion still seems to win. It does not, because the two act at different times.

# %%
quarter = (2 * np.pi / omega_q) / 4  # a quarter of the ion's period
passing = 2 * 0.2 * nm / v
print(f"near the ion for {passing / second * 1e15:.2f} fs; the ion swings out after "
      f"{quarter / second * 1e15:.0f} fs")
print(f"by then the first electron is {v * quarter / nm:.0f} nm away")

# %%
t = np.linspace(0, 1, 300) * 2 * np.pi / omega_q
b = np.linspace(0.1, 0.4, 100) * nm
s, U = k_TF * b, phonon_kick(v, b, M, omega_q, charge=3).energy
attraction, repulsion = U * s * k1(s) * (1 + s) * np.exp(-s), coulomb / b * np.exp(-s)

# %% tags=["hide-input"]
# Draw the ion's swing in time, and attraction and repulsion against the distance of passage
fig, (left, right) = figure(1, 2)
left.plot(t / second * 1e15, np.sin(omega_q * t), color=BLUE)
left.axvline(0, color=RED, lw=2)  # the passage, narrower than this line
left.axvline(quarter / second * 1e15, color=GREY, ls=":")
left.set(xlabel="time after the first electron passed (fs)", ylabel="displacement of the ion $x/A$")
right.semilogy(b / nm, coulomb / b / meV, color=RED, ls=":", label="repulsion, bare")
right.semilogy(b / nm, repulsion / meV, color=RED, label="repulsion, screened")
right.semilogy(b / nm, U / meV, color=BLUE, ls=":", label="attraction, bare")
right.semilogy(b / nm, attraction / meV, color=BLUE, label="attraction, screened")
right.set(xlabel="distance $b$ (nm)", ylabel="energy (meV)", ylim=(1e-4, 1e6))
right.legend(ncols=2, loc="upper right")
show(fig, "kick_in_time")

# %% [markdown]
# <!-- figure: kick_in_time -->
# **Figure 2.2.** The ion answers late, and screening makes both the attraction and the repulsion small. Left: the whole passage is the red line at the very beginning, two tenths
# of a femtosecond; the ion reaches its largest displacement 28 fs later, when the first electron is already 57 nm away. The second electron uses the displaced ion without
# coming near the first: the two avoid their repulsion *in time*. This is **retardation**. Right: for $Z=3$ the screened attraction stays below the screened repulsion at every distance drawn.
#
# **From time to frequency.** How strong is a retarded attraction in the equation for a pair? There an electron has not a path but an energy, and what counts is the energy
# $\omega$ that it hands to the other. Any force is a sequence of small kicks $F\,dt'$, and each is answered by the swing above. A force $F\cos\omega t$ therefore moves the ion by
#
# $$x(t)=\int_{-\infty}^{t}\!dt'\,F\cos\omega t'\;\frac{\sin\omega_q(t-t')}{M\omega_q}=\frac{F\cos\omega t}{M(\omega_q^2-\omega^2)},$$
#
# and the second electron, which pulls at the ion with the same force, has its energy changed by $-F$ times this. So the interaction is
#
# $$V(\omega)=\frac{F^2}{M}\,\frac{1}{\omega^2-\omega_q^2}=\frac{2|g_q|^2\,\omega_q}{\omega^2-\omega_q^2},\qquad |g_q|=\frac{F}{\sqrt{2M\omega_q}} .$$
#
# This is the interaction that Fröhlich found by quantum mechanics, as the exchange of a *virtual phonon*: one electron emits it with the amplitude $g_q$ and the other absorbs it. It is
# **attractive for $\omega<\omega_q$**, because a slow force pulls the ion along, and repulsive for $\omega>\omega_q$, where the ion moves against the force. The integral, computed with a weak damping:

# %%
t, damping = np.linspace(0, 2000, 400_001), 0.01  # in units of 1/ω_q
omega = np.array([0.0, 0.5, 0.8, 2.0])
answer = [np.trapezoid(np.sin(t) * np.cos(w * t) * np.exp(-damping * t), t) for w in omega]
assert np.allclose(answer, 1 / (1 - omega**2), rtol=3e-3)  # damping² (1 + 3ω²)/(1 − ω²)²
table({r"$\omega/\omega_q$": numbers(omega, 2), "integral over the kicks": numbers(answer, 4),
       r"$1/(1-\omega^2/\omega_q^2)$": numbers(1 / (1 - omega**2), 4)},
      caption="How far a steady force moves the ion, over how far a constant one does.")

# %% [markdown]
# **With the repulsion.** The simplest model of a metal takes the ions for a charged jelly that is free to move (*jellium*). Electrons and ions then answer a charge together, by
# $\epsilon_r(q,\omega)=1+k_{TF}^2/q^2-\Omega^2/\omega^2$ with the ions' plasma frequency $\Omega$. Divide the bare repulsion by it:
#
# $$\frac{e^2}{\epsilon_0q^2\,\epsilon_r(q,\omega)}=\underbrace{\frac{e^2}{\epsilon_0(q^2+k_{TF}^2)}}_{\text{screened repulsion}}\;\Big[1+\frac{\omega_q^2}{\omega^2-\omega_q^2}\Big],\qquad
# \omega_q^2=\frac{\Omega^2q^2}{q^2+k_{TF}^2}.$$
#
# The second term is Fröhlich's. At $\omega=0$ it is exactly as large as the screened repulsion, and from there up to $\omega_q$ the sum is an attraction.

# %%
Omega = np.sqrt(3 * Al.electron_density / (epsilon0 * M))  # √(Z²n_ion e²/ε₀M), with Z n_ion = n
q, w = electron_mass * v, 0.4 * omega_q  # a phonon with the wave number k_F
phonon = Omega * q / np.hypot(q, k_TF)
together = 1 / (q**2 * (1 + (k_TF / q) ** 2 - (Omega / w) ** 2))
parts = (1 + phonon**2 / (w**2 - phonon**2)) / (q**2 + k_TF**2)
assert abs(together / parts - 1) < 1e-12  # the two forms of the equation above
print(f"ions of {M / dalton:.0f} u, q = k_F: ω_q = {phonon / meV:.0f} meV; "
      f"at ω = {w / meV:.0f} meV "
      f"the sum is {parts * (q**2 + k_TF**2):.2f} × the screened repulsion")

# %% tags=["hide-input"]
# Draw the interaction against the energy that is handed over
below, above = np.linspace(0, 0.97, 200), np.linspace(1.03, 2.5, 200)
fig, (left, right) = figure(1, 2, sharey=True)
for x in (below, above):
    name = "phonon exchange" if x is below else None
    left.plot(x, 1 / (x**2 - 1), color=BLUE, label=name)
    right.plot(x, 1 + 1 / (x**2 - 1), color=BLUE, label="repulsion + phonon" if name else None)
box = [0, 1, 1, 2.5], [-1, -1, 0, 0]
left.plot(*box, color=ORANGE, ls="--", label="model: $-V$ below the cutoff")
right.axhline(1, color=RED, ls=":", label="screened repulsion")
for ax in (left, right):
    ax.axhline(0, color=GREY, lw=0.8)
    ax.axvspan(0, 1, color=GREEN, alpha=0.1, lw=0)
    ax.set(xlabel=r"energy handed over $\omega/\omega_q$", ylim=(-6, 6), xlim=(0, 2.5))
    ax.legend(loc="upper right")
left.set_ylabel("interaction / screened repulsion")
show(fig, "interaction_in_frequency")

# %% [markdown]
# <!-- figure: interaction_in_frequency -->
# **Figure 2.3.** Below the phonon's frequency (green) the exchange of a phonon attracts. Left: the phonon part is nearly constant at small $\omega$, diverges at $\omega_q$ and is a vanishing repulsion
# far above. The dashed line is the model of this chapter and of BCS: a constant $-V$ for electrons within $\omega_D$ of the Fermi level, so that they exchange less than that, and nothing beyond. Right: with the screened
# repulsion of the jelly the sum vanishes at $\omega=0$ and is negative up to $\omega_q$. A real lattice is no jelly; whether the sum over all phonons is attractive differs from metal to metal.
# Section 3 shows what the model's sharp edge changes, and chapter 09 how much of the repulsion is left in the end (the Coulomb pseudopotential).
#
# ## 2 · Solve one equation for a sea and for empty space
#
# Put two electrons with opposite spins and momenta, $\mathbf k\uparrow$ and $-\mathbf k\downarrow$, above a filled sea and let them scatter into each other's states with the constant matrix
# element $-V$ as long as $0<\xi<\omega_D$. (Section 4 says why opposite.) Their energy is $2E_F-E_B$, and Schrödinger's equation for the amplitudes is
#
# $$(2\xi_k+E_B)\,\psi_k=V\sum_{k'}\psi_{k'} .$$
#
# 1. The right-hand side is the same number for every $k$. Call it $VC$, with $C=\sum_{k'}\psi_{k'}$.
# 2. Divide: $\psi_k=\dfrac{VC}{2\xi_k+E_B}$. The shape of the wave function is known before the energy is.
# 3. Sum over $k$: the left side is $C$ again, $C=VC\sum_k\dfrac1{2\xi_k+E_B}$.
# 4. Cancel $C$ and replace the sum by $N_0\int d\xi$. What remains is a condition on $E_B$ alone. In empty space two slow particles, counted from rest, feel the same attraction up to the same energy:
#
# $$\text{sea:}\quad \frac1{N_0V}=\int_0^{\omega_D}\frac{d\xi}{2\xi+E_B},\qquad \text{empty space:}\quad \frac1g=\int_0^{\omega_D}\sqrt{\frac{\epsilon}{\omega_D}}\,\frac{d\epsilon}{2\epsilon+E_B}.$$
#
# The four steps on 1500 levels: a matrix with $2\xi$ on its diagonal and $-V$ in every element. Its lowest state has the energy of step 4 and the shape of step 2.

# %%
n, coupling, start = 1500, 0.8, 0.0
xi = start + (1 - start) * (np.arange(n) + 0.5) / n  # in units of ω_D
attraction = coupling * (1 - start) / n  # N0V times the distance of two levels
energies, states = np.linalg.eigh(np.diag(2 * xi) - attraction)
E_B, pair = (1 - start) * binding_energy(coupling, 1.0) - 2 * start, states[:, 0]
step_2 = attraction * pair.sum() / (2 * xi + E_B)
print(f"lowest energy {energies[0]:.5f}, −E_B = {-E_B:.5f}; the next is {energies[1]:.5f}")
assert abs(energies[0] + E_B) < 1e-5  # midpoint rule, error of order 1/n²
assert np.allclose(step_2, pair, rtol=1e-4)

# %% [markdown]
# One state leaves the others and is bound; the next stays just above zero, between the first two levels of the free electrons.
#
# Sea and empty space differ in the density of states alone. The sea's is a constant, because at the Fermi level states are plenty; a slow particle in empty space has
# $N(\epsilon)\propto\sqrt\epsilon$, which vanishes exactly where the denominator is smallest; $g$ is $V$ times its value at the cutoff. Let us look at both right-hand sides.

# %%
E_B = np.geomspace(1e-8, 10, 300)
sea = 0.5 * np.log1p(2 / E_B)
s = np.sqrt(E_B / 2)
empty = 1 - s * np.arctan(1 / s)

# %% tags=["hide-input"]
# Draw both right-hand sides, and a weak and a strong attraction
fig, ax = figure()
ax.semilogx(E_B, sea, color=BLUE, label="Fermi sea")
ax.semilogx(E_B, empty, color=RED, ls="--", label="empty space")
for inverse, name in [(4, "weak attraction, 1/4"), (0.5, "strong attraction, 2")]:
    ax.axhline(inverse, color=BLACK, lw=1, ls=":")
    ax.text(2e-8, inverse + 0.12, name, fontsize=9.5)
ax.set(xlabel=r"trial binding energy $E_B/\omega_D$", ylim=(0, 10))
ax.set_ylabel("right-hand side of the pair equation")
ax.legend()
show(fig, "pair_equation")

# %% [markdown]
# <!-- figure: pair_equation -->
# **Figure 2.4.** The sea's right-hand side rises without limit towards weak binding, that of empty space stops at 1. Towards small $E_B$ the sea's integral grows like $\frac12\ln(2\omega_D/E_B)$ and is a straight line here: however high the
# line $1/N_0V$ lies, it is met. For $g<1$ the line $1/g$ meets nothing in empty space. The threshold is a matter of the density of
# states, not of statistics alone: the sea serves by *lifting the electrons to energies where there are states*. (Two particles in an empty
# plane have a constant density of states, and there any attraction binds as well.)
#
# ## 3 · Any attraction binds
#
# The sea's integral is $\frac12\ln(1+2\omega_D/E_B)$. Set it equal to $1/N_0V$ and solve; nothing is neglected:
#
# $$E_B=\frac{2\omega_D}{e^{2/N_0V}-1}\;\longrightarrow\;2\omega_D\,e^{-2/N_0V}\qquad(N_0V\to0).$$

# %%
coupling = np.array([0.1, 0.2, 0.3, 0.5, 1.0])
one, all_pair = binding_energy(coupling, 1.0), 2 * zero_temperature_gap(coupling, 1.0)
assert not empty_space_binding_energy(coupling, 1.0).any()  # in empty space none of them binds
table({"$N_0V$": numbers(coupling, 1), r"$E_B/\omega_D$": numbers(one, 5),
       r"$2e^{-2/N_0V}$": numbers(limits.binding_energy_weak(coupling, 1.0), 5),
       r"$2\Delta_0/E_B$": numbers(all_pair / one, 3)},
      caption="One pair above a sea; the last column compares it with all electrons paired.")

# %% tags=["hide-input"]
# Draw the energies against the inverse attraction
inverse = np.linspace(0.3, 10, 200)
one, weak = binding_energy(1 / inverse, 1.0), limits.binding_energy_weak(1 / inverse, 1.0)
all_pair = 2 * zero_temperature_gap(1 / inverse, 1.0)
fig, ax = figure()
ax.semilogy(inverse, one, color=BLUE, label="one pair")
ax.semilogy(inverse, weak, color=BLUE, ls=":", label=r"$2\omega_D e^{-2/N_0V}$")
ax.semilogy(inverse, all_pair, color=GREEN, ls="--", label=r"$2\Delta_0$, all electrons pair")
strong = 1 - np.geomspace(0.7, 1e-5, 100)
ax.semilogy(strong, empty_space_binding_energy(1 / strong, 1.0), color=RED, label="empty space")
ax.set(xlabel="inverse attraction $1/N_0V$", ylabel=r"energy $/\omega_D$", ylim=(1e-9, 10))
ax.legend()
show(fig, "pair_slopes")

# %% [markdown]
# <!-- figure: pair_slopes -->
# **Figure 2.5.** Against the inverse attraction $\ln E_B$ of one pair falls as a straight line of slope $-2$, and $\ln2\Delta_0$, the energy to break a pair of the whole sea, with slope $-1$. The red line is a pair in empty space, against $1/g$: at $1/g=1$ it drops to zero.
# So $E_B$ is not small like a power of $V$ but exponentially small, and on a linear axis one would believe it
# to be zero below $N_0V\approx0.2$. The dashed line is what happens when *all* electrons near the Fermi level pair at once (chapters 03 and 05): its slope is $-1$, so at $N_0V=0.2$ the
# energy to break a pair is 297 times larger than this chapter's pair suggests. Cooper's pair shows that the Fermi sea is unstable; it is not yet the new state.
#
# **Does the sharp edge matter?** Let the attraction fade out smoothly instead, $V\,w(\xi)\,w(\xi')$ with $w=1/(1+\xi^2/\omega_D^2)$ or a Gaussian. The same four steps give $1/N_0V=\int w^2\,d\xi/(2\xi+E_B)$.

# %%
def smooth(coupling, w):
    """E_B/ω_D of an attraction that fades out as w(ξ) does; ξ = e^u, solved for ln E_B."""
    def integral(log_E):
        part = lambda u: w(np.exp(u)) ** 2 * np.exp(u) / (2 * np.exp(u) + np.exp(log_E))
        return quad(part, -60, 5, points=[log_E], limit=400)[0]
    return np.exp(brentq(lambda log_E: integral(log_E) - 1 / coupling, -30, 3))


coupling = np.array([0.2, 0.3, 0.4])
sharp = binding_energy(coupling, 1.0)
lorentzian = np.array([smooth(c, lambda x: 1 / (1 + x**2)) for c in coupling])
gaussian = np.array([smooth(c, lambda x: np.exp(-(x**2))) for c in coupling])
table({"$N_0V$": numbers(coupling, 1), r"$E_B/\omega_D$, sharp edge": numbers(sharp, 2),
       "ratio, Lorentzian": numbers(lorentzian / sharp, 3),
       "ratio, Gaussian": numbers(gaussian / sharp, 3)},
      caption="Binding energy with a smooth edge over that with a sharp one.")

# %% [markdown]
# The ratio hardly depends on the coupling while $E_B$ itself changes a hundredfold: the exponential is the same, only the number in front of it depends on the shape. This is why a constant $-V$ will do.
#
# ## 4 · Why opposite momenta and opposite spins
#
# **Momenta.** Let the pair move with the total momentum $Q$: its electrons are at $\mathbf Q/2\pm\mathbf k$, and *both* must be above the sea. With $\mu=\cos\theta$ the angle between $\mathbf k$ and $\mathbf Q$, their energies are
# $\xi\pm\frac12v_FQ\mu$. The sum is still $2\xi$, but now $\xi$ must exceed $\frac12v_FQ|\mu|$ (and stay below $\omega_D$ by as much). States at the Fermi level are lost, and those bind most:
#
# $$\frac1{N_0V}=\int_0^1\!d\mu\int_{v_FQ\mu/2}^{\omega_D-v_FQ\mu/2}\frac{d\xi}{2\xi+E_B(Q)}\qquad\Longrightarrow\qquad E_B(Q)\approx E_B-\tfrac12v_FQ .$$

# %%
def moving(Q, coupling):
    """E_B(Q) for v_F Q in units of ω_D; 0 where no state lies below 2E_F."""
    def excess(log_E):
        E = np.exp(log_E)
        inner = lambda mu: 0.5 * np.log((2 - Q * mu + E) / (Q * mu + E))
        return quad(lambda u: 2 * u * inner(u**2), 0, 1)[0] - 1 / coupling  # μ = u²: no spike at 0
    return np.exp(brentq(excess, -25, 3)) if excess(-25) > 0 else 0.0


E_B = binding_energy(0.25, 1.0)
ratio = np.array([0.0, 0.1, 0.2, 0.5, 1.0, 2.0, 3.0])
bound = np.array([moving(r * E_B, 0.25) for r in ratio])
assert abs(bound[0] / E_B - 1) < 1e-8 and bound[-1] == 0
table({"$v_FQ/E_B$": numbers(ratio, 2), "$E_B(Q)/E_B$": numbers(bound / E_B, 3),
       "$1-v_FQ/2E_B$": numbers(1 - ratio / 2, 3)}, caption="Binding energy of a moving pair.")

# %% tags=["hide-input"]
# Draw the states that a moving pair may use, and its binding energy
kx, ky = np.meshgrid(np.linspace(-1.6, 1.6, 400), np.linspace(-1.6, 1.6, 400))
free = [abs(np.hypot(kx + s, ky) - 1.12) < 0.12 for s in (-0.1, 0.1)]  # k_F = 1, Q = 0.2 k_F
fig, (left, right) = figure(1, 2, size=(9.2, 4.2))
left.contourf(kx, ky, free[0] + 1.0 * free[1], levels=[0.5, 1.5, 2.5], colors=["#cfe3f1", BLUE])
angle = np.linspace(0, 2 * np.pi, 200)
for s in (-0.1, 0.1):
    left.plot(np.cos(angle) + s, np.sin(angle), color=BLACK, lw=0.8)
left.set(xlabel="$k_x/k_F$", ylabel="$k_y/k_F$", aspect="equal")
x = np.linspace(0, 3, 61)
right.plot(x, [moving(r * E_B, 0.25) / E_B for r in x], color=BLUE, label="pair equation")
right.plot(x, np.maximum(1 - x / 2, 0), color=GREY, ls=":", label="$1-v_FQ/2E_B$")
right.set(xlabel="$v_FQ/E_B$", ylabel="binding energy $E_B(Q)/E_B$", ylim=(0, 1.05), xlim=(0, 3))
right.legend()
show(fig, "moving_pair")

# %% [markdown]
# <!-- figure: moving_pair -->
# **Figure 2.6.** A pair that moves has fewer states to scatter into and is bound less. Left: a cut through the two Fermi spheres (circles) of a pair with $Q=0.2\,k_F$, each with a shell of free states outside; only where
# the shells overlap (full colour) may both electrons be. For $Q=0$ the shells coincide, and every state of the shell takes part. Right: the binding energy falls linearly at first; at $v_FQ=0.2\,E_B$ it is $0.902\,E_B$, and beyond $v_FQ=e\,E_B=2.72\,E_B$
# nothing is bound. With $E_B=1$ meV and aluminium's $E_F$ this limit is $Q\approx10^{-4}k_F$: the momenta are opposite to one part in ten thousand.
#
# **Spins.** The matrix element is the same for all $\mathbf k$, as for a force that acts only where the electrons touch. A pair with parallel spins (or any triplet) must have a wave function that is odd, $\psi_{-k}=-\psi_k$.
# Then $\sum_k\psi_k=0$ in step 1: it gains nothing. An even wave function goes with opposite spins in a singlet. Give the matrix the states $\mathbf k$ and $-\mathbf k$ separately:

# %%
n, coupling = 400, 0.8
xi = np.tile((np.arange(n) + 0.5) / n, 2)  # first all k, then all −k
energies, states = np.linalg.eigh(np.diag(2 * xi) - coupling / (2 * n))
exchanged = np.roll(states, n, axis=0)  # k ↔ −k
even = np.allclose(exchanged[:, 0], states[:, 0])
print(f"bound state: {energies[0]:.4f}, even under k ↔ −k: {even}")
odd = np.concatenate([np.eye(n), -np.eye(n)]) / np.sqrt(2)  # the odd states, ψ(−k) = −ψ(k)
levels = odd.T @ (np.diag(2 * xi) - coupling / (2 * n)) @ odd
print(f"largest shift of an odd state: {np.abs(levels - np.diag(2 * xi[:n])).max():.0e}")

# %% [markdown]
# The bound state is even, so its spins form a singlet; no odd state is moved at all. (An attraction that depends on the direction of $\mathbf k$ and $\mathbf k'$ can bind a triplet. In superfluid ³He it does.)
#
# ## 5 · A pair is large
#
# The wave function is $\psi(\xi)\propto1/(2\xi+E_B)$: it extends over energies of about $E_B$ above the Fermi level, and so over wave numbers
# $\delta k\approx E_B/v_F$. In space the pair is as wide as $1/\delta k$; exactly, with $\xi=v_F(k-k_F)$ and $\hbar=1$,
#
# $$\langle r^2\rangle=\frac{\int(d\psi/dk)^2\,d\xi}{\int\psi^2\,d\xi}=4v_F^2\,\frac{\int_0^\infty d\xi\,(2\xi+E_B)^{-4}}{\int_0^\infty d\xi\,(2\xi+E_B)^{-2}}=\frac{4v_F^2}{3E_B^2},\qquad\sqrt{\langle r^2\rangle}=\frac{2}{\sqrt3}\,\frac{\hbar v_F}{E_B}.$$
#
# (As in the textbooks, the sharp edge of $\psi$ at $\xi=0$ is left out. It gives the wave function a faint tail $\propto1/r^2$, with which $\langle r^2\rangle$ would be infinite.)

# %%
coupling = 1 / np.log(limits.TC_PREFACTOR * Al.theta_D / Al.Tc)  # from Tc and θ_D, weak coupling
for_Al = np.array([binding_energy(coupling, Al.theta_D), binding_energy(0.4, Al.theta_D)])
table({"$N_0V$": numbers([coupling, 0.4], 3), "$E_B$ / meV": numbers(for_Al / meV, 2),
       "rms size / nm": numbers(rms_pair_size(v, for_Al) / nm, 2)},
      caption="A lone pair in aluminium, with the coupling from $T_c$ and with a stronger one.")

# %% [markdown]
# The wave oscillates with the Fermi wavelength. To see its envelope, evaluate it at two phases a quarter of a period apart and add the squares.

# %%
cutoff, E_B, v_F, k_F = 1.0, binding_energy(0.4, 1.0), 10.0, 1.0  # a metal with E_F = 5 ω_D
r = np.linspace(0.5, 1600, 4000)
phases = 2 * np.pi * np.array([[1.0], [1.25]])
quadratures = phases * pair_wave_function(r, E_B, cutoff, v_F, phases / r)
envelope = np.hypot(*quadratures)
size = rms_pair_size(v_F, E_B, cutoff)
print(f"rms size: {size / (2 * np.pi):.0f} Fermi wavelengths")

# %% tags=["hide-input"]
# Draw the pair in energy and in space, with ten wavelengths of it in an inset
xi, near = np.linspace(0, 0.1, 300), np.linspace(60, 70, 600) * 2 * np.pi
fig, (left, right) = figure(1, 2)
left.plot(xi / E_B, pair_amplitude(xi, E_B, cutoff) ** 2 * E_B, color=BLUE)
left.set(xlabel=r"energy $\xi/E_B$", ylabel=r"$|\psi(\xi)|^2\,E_B$", xlim=(0, 5), ylim=(0, None))
right.fill_between(r / (2 * np.pi), -envelope, envelope, color=BLUE, alpha=0.2, lw=0)
right.plot(r / (2 * np.pi), envelope, color=BLUE, label="envelope")
high = 1.6 * envelope.max()
right.plot(2 * [size / (2 * np.pi)], [-high, 0.2 * high], color=RED, ls="--",
           label=r"$\sqrt{\langle r^2\rangle}$")
right.set(xlabel="distance $r$ in Fermi wavelengths", ylim=(-high, high))
right.set_ylabel(r"$k_F r\,\psi(r)/\psi(0)$")
right.legend(loc="lower right")
inset = right.inset_axes([0.42, 0.7, 0.55, 0.28])
wave = near * pair_wave_function(near, E_B, cutoff, v_F, k_F)
inset.plot(near / (2 * np.pi), wave, color=BLUE, lw=1)
inset.set(xticks=[60, 65, 70])
show(fig, "pair_wave")

# %% [markdown]
# <!-- figure: pair_wave -->
# **Figure 2.7.** The pair is narrow in energy and wide in space. Left: the pair lives mostly within one $E_B$ of the Fermi level. Right: in space it is a standing wave of the Fermi wavelength (the inset shows ten of them) under an
# envelope that is more than a hundred wavelengths wide, even at this strong attraction ($N_0V=0.4$, in a metal with $E_F=5\,\omega_D$, so that the waves can be drawn). With aluminium's numbers the single pair would be millimetres across: a sign, again, that one
# pair is the wrong unit. The pairs of the true ground state are smaller, like $\hbar v_F/\Delta$; chapter 03 measures them and counts how many overlap.
#
# ## Compare with experiment
#
# Nobody has measured the energy of a lone pair: where there is one, all electrons pair. What is measured is $2\Delta_0$, the energy that light must have to break a pair (chapter 07), or what tunnelling finds for it (chapter 10). Can it
# decide between a lone pair and the collective state? The table asks which coupling each of them needs for this value, and which coupling the measured $T_c$ gives in the collective theory (chapter 05).

# %%
metals = [elements[s] for s in ("Ga", "Ta", "V", "Sn", "In", "Nb", "Pb", "Hg")]
two_gap = np.array([e.gap_ratio * e.Tc for e in metals])
theta = np.array([float(e.theta_D) for e in metals])
Tc = np.array([float(e.Tc) for e in metals])
lone = 2 / np.log1p(2 * theta / two_gap)  # E_B = 2Δ0, solved for N0V
collective = 1 / np.arcsinh(2 * theta / two_gap)  # 2Δ0 = 2ω_D / sinh(1/N0V), likewise
from_Tc = 1 / np.log(limits.TC_PREFACTOR * theta / Tc)
errors = [(e.gap_ratio.uncertainty or 0) * t / meV for e, t in zip(metals, Tc, strict=True)]
table({"metal": [e.symbol for e in metals], "kind": [e.gap_ratio.kind for e in metals],
       "method": [e.gap_ratio.method for e in metals],
       r"$2\Delta_0$ / meV": numbers(two_gap / meV, 3, error=errors),
       "$N_0V$, lone pair": numbers(lone, 2), "$N_0V$, collective": numbers(collective, 3),
       "$N_0V$ from $T_c$": numbers(from_Tc, 3)},
      caption=r"Coupling that the measured $2\Delta_0$ asks for. Sources: Compare in chapter 05.")

# %% [markdown]
# With its coupling free, a lone pair fits every metal: one number and one free parameter are no test. The collective theory must meet two numbers, $2\Delta_0$ and $T_c$, with one coupling, and the last two columns agree to
# a few per cent (to ten in mercury). But that is the gap ratio of chapter 05 in other words, and no second piece of evidence.
# What decides is the temperature. A pair of two electrons above a rigid sea has one energy and no transition. In experiments the gap closes at $T_c$ (in a film of titanium, for example, microwaves find a gap that follows
# the curve $\Delta(T)$ of chapter 05: Thiemann, Dressel and Scheffler, 2018), and there the heat capacity jumps (chapter 06): all electrons change their state at once.
#
# ## Check
#
# Quadrature and root finding, and a problem of quantum mechanics textbooks. (The matrix of section 2 was a third way.)

# %%
def by_quadrature(coupling, weight):
    """The root of 1/coupling = ∫₀¹ weight(ε) dε/(2ε + E_B), solved for ln E_B."""
    def integral(E):
        part = lambda u: weight(u**2) * 2 * u / (2 * u**2 + E)
        return quad(part, 0, 1, epsabs=1e-12, limit=300)[0]
    return np.exp(brentq(lambda x: integral(np.exp(x)) - 1 / coupling, -12, 3, xtol=1e-12))


lowest = [-pair_levels(place, 1.3)[0] for place in PLACES]  # the 24 levels of the first figure
exact = [binding_energy(1.3, 1.0), moving(v_FQ, 1.3), empty_space_binding_energy(1.3, 1.0)]
assert np.allclose(lowest, exact, rtol=0.003)  # a kink in the moving pair's density of states
one, other = by_quadrature(0.4, lambda e: 1.0), by_quadrature(1.3, np.sqrt)
assert abs(one / binding_energy(0.4, 1.0) - 1) < 1e-8  # quad's own accuracy
assert abs(other / empty_space_binding_energy(1.3, 1.0) - 1) < 1e-8
print("quadrature and root finding agree to 1e-8")

# %%
m = electron_mass / 2  # reduced mass of two electrons, in a spherical well of 1 nm
threshold = square_well_threshold(1 * nm, m)
print(f"a well of radius 1 nm must be deeper than {threshold / meV:.0f} meV to bind two electrons")
assert square_well_binding_energy(0.999 * threshold, 1 * nm, m) == 0
E = square_well_binding_energy(2 * threshold, 1 * nm, m)
k, kappa = np.sqrt(2 * m * (2 * threshold - E)), np.sqrt(2 * m * E)  # inside; decay outside
# the wave must join smoothly at the edge, up to rounding
assert E > 0 and abs(k / np.tan(k * 1 * nm) + kappa) < 1e-10 * kappa

# %% [markdown]
# ## Where this fails
#
# * **One pair above a rigid sea** treats two electrons unlike the others. All are alike; chapter 03 lets them all pair.
# * **The kick** is classical, the ion is alone, and screening over a fraction of a lattice spacing is more than Thomas and Fermi's formula can describe. What stays is the retardation; the size of the attraction must come from
#   a calculation or from experiment (chapter 09).
# * **Jellium** is attractive below $\omega_q$ for any charge and mass. It cannot say which metals superconduct.
# * **A constant attraction with a sharp edge** gives the right exponential and a number in front of it that depends on the edge (section 3).
# * **Strong attraction** ($E_B$ near $\omega_D$ or $E_F$): the sea hardly matters and the pair becomes a molecule (chapter 11).
# * **"Any attraction"** means the *net* one, phonons and repulsion together, in a channel where it is attractive.

# %%
ask("pair_or_molecule")

# %%
ask("why_electrons_attract")

# %%
ask("error_in_coopers_sum")

# %%
ask("size_of_a_pair")

# %% [markdown]
# <!-- try it -->
# ## Try it
#
# * In section 1, in the cell that begins with `Al`, set `M` to that of lead, `207 * dalton`, and `omega_q` to `float(elements["Pb"].theta_D)`; run it and the table below it. Why is the bare attraction only about halved, although the ion is nearly eight times heavier?
# * Give the sea of section 2 a density of states that vanishes at the Fermi level, like $\xi^{0.3}$. Is there a threshold? (In a new cell compute the right-hand side at $E_B=0$: `quad(lambda x: x**0.3 / (2 * x), 0, 1)[0]`.)
# * Let the sum of section 2 begin at $\xi=0.2\,\omega_D$ instead of 0: set `start` to 0.2 in the cell of the matrix. Does the coupling 0.8 still bring the lowest energy below zero, that is below $2E_F$? Does the coupling 2? Why?
# * [The exercises of this chapter](../exercises/02_cooper_problem.ipynb): the kick in numbers, the binding energy, where a weak attraction does not bind, and a pair that is
#   kept away from the Fermi level.
#
# ## Further reading
#
# * L. N. Cooper, *Phys. Rev.* **104**, 1189 (1956): one page and a half; the equation of section 2 of this chapter is all there is.
# * H. Fröhlich, *Proc. R. Soc. A* **215**, 291 (1952): the interaction of two electrons by way of a phonon.
# * M. Tinkham, *Introduction to Superconductivity*, 2nd ed., section 3.1: the same with the wave function discussed.
# * P.-G. de Gennes, *Superconductivity of Metals and Alloys*, chapter 4: the interaction in jellium, the size of the pair, and why one pair is not enough.
# * L. D. Landau, E. M. Lifshitz, *Quantum Mechanics*, §33 and §45: wells in three and in fewer dimensions, thresholds and their absence.
