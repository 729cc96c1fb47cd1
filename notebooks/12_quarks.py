# %% [markdown]
# # 12 · Give the vacuum a gap
#
# **What you will see:** how the mass of a proton can be a BCS gap of the vacuum, and why dense quarks should pair.

# %% tags=["hide-input"]
# Load what the chapter needs
import numpy as np
from IPython.display import display
from scipy.constants import physical_constants
from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.special import expit

from bcs_helpers import limits
from bcs_helpers.classroom import ask
from bcs_helpers.collective import amplitude_response, london_length, plasma_frequency
from bcs_helpers.dense_matter import (
    CRITICAL_COUPLING,
    chiral_transition_temperature,
    colour_gap,
    pairing_temperature,
    pion_decay_constant,
    quark_condensate,
    quark_free_energy,
    quark_mass,
)
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, SKY, figure, show
from bcs_helpers.gap import gap, zero_temperature_gap
from bcs_helpers.materials import elements, njl_sets, particles
from bcs_helpers.tables import number, numbers, table
from bcs_helpers.units import MeV, electron_mass, fm, kelvin, meV, metre, speed_of_light

# %% tags=["hide-input"]
# Draw what quarks of each momentum offer to a mass, and what heat and density block
top = float(njl_sets[300]["cutoff"])  # Λ
wide = np.sinh(np.linspace(0, 1, 60) * np.arcsinh(20)) / 20  # from 0 to 1, dense at 0


def draw_offer(ax, T, mu, attraction):
    sea_edge = np.concatenate([mu * (1 - wide[::-1]), mu + (top / MeV - mu) * wide[1:]]) * MeV
    blocked = expit((mu * MeV - sea_edge) / T / MeV) + expit(-(mu * MeV + sea_edge) / T / MeV)
    every, free = sea_edge / top, sea_edge / top * (1 - blocked)
    offered = 12 * attraction / np.pi**2 * np.trapezoid(free, sea_edge / top)
    ax.fill_between(sea_edge / MeV, free, every, color="#c8c8c8", lw=0, label="blocked")
    ax.plot(sea_edge / MeV, free, color=BLUE, label="free")
    ax.plot([0, top / MeV], [0, 1], color=BLACK, lw=1, ls="--", label="cold and empty")
    ax.plot(mu, 0, "o", color=RED, ms=9, gid="mu")
    ax.set(xlabel="quark momentum $p$ (MeV)", ylabel=r"contribution $p/\Lambda$", xlim=(-15, 680))
    ax.set(ylim=(-0.08, 1.05), title=f"area under blue × $12G\\Lambda^2/\\pi^2$: {offered:.3f}")
    ax.legend(loc="upper left")


# Draw beside it the free energy against the mass, and show both
trial_mass = 450 * np.sin(np.linspace(-1, 1, 81) * np.pi / 2)  # MeV


def draw(axes, T=100.0, mu=0.0, attraction=2.06):
    draw_offer(axes[0], T, mu, attraction)
    energy = quark_free_energy(trial_mass * MeV, T * MeV, mu * MeV, attraction, top)
    energy = energy / speed_of_light**3 / (MeV / fm**3)
    axes[1].fill_between(trial_mass, np.minimum(energy, 0), 0, color=SKY, alpha=0.5, lw=0)
    axes[1].plot(trial_mass, energy, color=BLUE)
    axes[1].set(xlabel="quark mass $M$ (MeV)", ylabel=r"$\Omega(M)-\Omega(0)$ (MeV/fm$^3$)")
    axes[1].set(xlim=(-450, 450), ylim=(-120, 150), title=f"$T={T:.0f}$ MeV, $\\mu={mu:.0f}$ MeV")


display(ask("vacuum_with_weak_attraction"))
explore(draw, T=(10.0, 250.0), mu=(0.0, 450.0), attraction=[1.4, 2.06], panels=(1, 2),
        size=(9.2, 3.2), play="T", drag={"mu": "x"}, units={"T": "MeV", "mu": "MeV"},
        labels={"T": "temperature", "mu": "chemical potential μ", "attraction": "attraction G Λ²"},
        presets={"vacuum": {"T": 10.0, "mu": 0.0}, "hot": {"T": 200.0, "mu": 0.0},
                 "dense": {"T": 10.0, "mu": 350.0}}, alt="mass_of_the_vacuum")

# %% [markdown]
# <!-- figure: mass_of_the_vacuum -->
# **Figure 12.1.** The free energy of the vacuum against the mass of its quarks decides, and heat and density take the mass away. Left: what quarks of momentum $p$ offer to a small mass (section 1); it vanishes at $p=0$, where there are no states. The grey part is blocked, by heat or because a Fermi sea up to $\mu$ (red dot) fills the states
# already. Where the area under the blue curve times $12G\Lambda^2/\pi^2$ exceeds one, a small mass lowers the energy. Right: the free energy, with what a mass gains shaded; the quarks begin without mass, $m_0=0$, and $-M$ is the opposite side of a circle.
#
# Choose the weak attraction, 1.4: even a cold and empty vacuum offers 0.85 only, and the mass stays zero. With 2.06 the vacuum offers 1.25 and takes a mass near 280 MeV. Warm it, or drag the red dot to the right and so press quarks into it: the hill in the middle sinks, and the mass goes. Heat does it near 180 MeV, or $2\cdot10^{12}$ K; in the cold, density does it
# near $\mu=300$ MeV, of the order of the mass itself.

# %% [markdown]
# <!-- minutes: 40 -->
# *40 minutes · you need: the gap equation (chapter 05), the modes of the order parameter (08), $E=\sqrt{p^2+M^2}$ · in the book: the introduction
# announces high-energy physics and stops there.*
#
# | in the text | in the code | meaning | unit |
# |---|---|---|---|
# | $M$, $m_0$ | `M`, `m0` | mass of a quark in the vacuum; the mass it starts with ($\hbar=c=k_B=1$) | energy |
# | $p$, $E$ | `p`, `E` | momentum; $\sqrt{p^2+M^2}$ | energy |
# | $G$, $\Lambda$ | `coupling`, `cutoff` | attraction ($G\Lambda^2$ is a pure number); largest momentum | energy⁻²; energy |
# | $h$ | `h` | matrix that mixes right- and left-handed quarks of one momentum | energy |
# | $\langle\bar qq\rangle$, $f_\pi$ | `condensate`, `f_pi` | condensate of one flavour of quark; decay constant of the pion | energy³; energy |
# | $T_\chi$ | `T_chi` | transition temperature of the quark vacuum at $m_0=0$ | energy |
# | $\omega$, $I(\omega)$ | `omega` | frequency of a mode; the integral in its condition (section 3) | energy; 1/energy² |
# | $\Omega$ | `potential` | free energy per volume | energy/volume |
# | $\Delta$, $\xi$, $\omega_D$, $N_0V$ | `Delta`, `xi` | gap, electron energy, cutoff and coupling of BCS (chapter 05) | energy; 1 |
# | $\mu$, $H$ | `mu`, `H` | chemical potential of quarks; attraction between two quarks | energy; energy⁻² |
# | $v$, $m_W$, $m_Z$, $m_H$, $m_t$, $g_w$ | `v`, `m_W`, … | Deeper: order parameter of the electroweak vacuum; masses of W, Z, Higgs boson, top quark; coupling of the weak force | energy; 1 |
# | $g$, $x$ | `g`, `x0` | Deeper: coupling constant of the strong force; $\ln(\mu/\omega)$ | 1 |

# %% [markdown]
# Two spectra, the same curve: an electron in cold aluminium, and a quark in empty space in the model of Nambu and Jona-Lasinio (NJL).

# %%
Al, model = elements["Al"], njl_sets[300]
Delta = gap(0.0, Al.Tc)  # BCS
M = quark_mass(0.0, model["coupling"], model["cutoff"], model["quark_mass"])
print(f"2Δ = {2 * Delta / meV:.2f} meV, 2M = {2 * M / MeV:.0f} MeV, ratio {M / Delta:.1e}")
print(f"Δ/θ_D = {Delta / Al.theta_D:.4f}, M/Λ = {M / model['cutoff']:.2f}")

# %% tags=["hide-input"]
# Draw the energies of an electron in aluminium and of a quark in the vacuum
fig, axes = figure(1, 2)
for ax, size, unit, colour in [(axes[0], Delta, meV, BLUE), (axes[1], M, MeV, RED)]:
    x = np.linspace(-4, 4, 300) * size / unit
    for sign, dash in [(1, "-"), (-1, "--")]:
        ax.plot(x, sign * np.abs(x), color=GREY, lw=1, ls=":")
        ax.plot(x, sign * np.hypot(x, size / unit), color=colour, ls=dash)
axes[0].set(xlabel=r"electron energy $\xi$ (meV)", title="aluminium")
axes[0].set_ylabel(r"$\pm\sqrt{\xi^2+\Delta^2}$ (meV)")
axes[1].set(xlabel="quark momentum $p$ (MeV)", title="vacuum")
axes[1].set_ylabel(r"$\pm\sqrt{p^2+M^2}$ (MeV)")
show(fig, "quark_and_electron")

# %% [markdown]
# <!-- figure: quark_and_electron -->
# **Figure 12.2.** A mass has the same form as a gap. A massless quark is like an electron at the Fermi level: nothing separates its filled states (dashed branch, the Dirac sea) from the empty ones. Both curves are calculated. Nambu, who had just worked on BCS, turned this round: perhaps
# the mass *is* a gap, made by an attraction between the particles and the holes of the sea. The scales differ by a factor of $10^{12}$. Another difference matters more: $\Delta/\omega_D$ is tiny, $M/\Lambda$ is not. Why?
#
# ## 1 · Write the same equation with other states
#
# **The states.** A quark of momentum $p$ is right- or left-handed. Without mass the two do not mix: for each helicity (spin along or against $\mathbf p$) one has the energy $+p$, the other $-p$. A mass mixes them,
#
# $$h=\begin{pmatrix}p&M\\M&-p\end{pmatrix},\qquad\text{levels }\pm E,\quad E=\sqrt{p^2+M^2},$$
#
# as $\Delta$ mixes electron and hole, with $\xi$ in place of $p$. In the filled state of energy $-E$ the mixing is $\langle\bar qq\rangle_p=-M/E$.
#
# **The mean field.** The attraction is $-G[(\bar qq)^2+(\bar q\,i\gamma_5\boldsymbol\tau q)^2]$, of equal strength for $\bar qq$, a real $M$, and for its partners, an imaginary $M$. As in chapter 05, replace one factor by its mean: $-G(\bar qq)^2\to-2G\langle\bar qq\rangle_{\rm all}\,\bar qq$ and a constant. This is a mass, so with two flavours $M=m_0-4G\langle\bar qq\rangle$.
# One flavour has three colours and two helicities, and $\int d^3p/(2\pi)^3=\int dp\,p^2/2\pi^2$: six times this is $3/\pi^2$. At a temperature, $1-2f=\tanh(E/2T)$ is left of each state. So (Klevansky; Buballa, sec. 2)
#
# $$\Delta=N_0V\int_0^{\omega_D}\!d\xi\;\frac{\Delta}{E}\tanh\frac{E}{2T},\qquad M=m_0+\frac{12G}{\pi^2}\int_0^\Lambda\!dp\;p^2\,\frac{M}{E}\tanh\frac{E}{2T}.$$
#
# Where the metal has a constant density of states, the vacuum has $p^2$. For $m_0=0$ divide by $M$ and compare the two integrals, with the cutoff as unit.

# %%
node, weight = np.polynomial.legendre.leggauss(300)
p, dp = (1 + node) / 2, weight / 2  # momenta in units of Λ


def sea(M, T=0.0):
    """∫₀¹ dp p² tanh(E/2T)/E: what the Dirac sea offers to a quark of mass M."""
    E = np.hypot(p, M)
    return dp @ (p**2 / E * (np.tanh(E / (2 * T)) if T else 1.0))


# %%
ratio = np.array([0.5, 0.1, 0.01, 0.001])
print(f"GΛ² must exceed π²/6 = {CRITICAL_COUPLING:.4f}")
table({"gap / cutoff": numbers(ratio, 1),
       r"metal, $\int d\xi/E$": numbers(np.arcsinh(1 / ratio), 4),
       r"vacuum, $2\int dp\,p^2/E$": numbers([2 * sea(m) for m in ratio], 6)},
      caption="The integrals of the two gap equations at zero temperature.")

# %% tags=["hide-input"]
# Draw the two integrals against the trial gap, and the gap against the coupling
small = np.geomspace(1e-3, 3, 200)
near = 1 + np.geomspace(1e-9, 5e-3, 40)  # close to the threshold
above = np.sort(np.concatenate([np.linspace(0.1, 2, 400), near]))
mass = np.where(above > 1, quark_mass(0.0, above * CRITICAL_COUPLING, 1.0), np.nan)
fig, (left, right) = figure(1, 2)
left.loglog(small, np.arcsinh(1 / small), color=BLUE, label=r"metal: $\int d\xi/E$")
vacuum = [2 * sea(m) for m in small]
left.loglog(small, vacuum, color=RED, ls="--", label=r"vacuum: $2\int dp\,p^2/E$")
left.set(xlabel=r"trial gap ($\Delta/\omega_D$ or $M/\Lambda$)", ylabel="integral", ylim=(0.1, 20))
left.legend(loc="upper right")
right.semilogy(above, zero_temperature_gap(above, 1.0), color=BLUE, label="metal, $N_0V$")
right.semilogy(above, mass, color=RED, ls="--", label=r"vacuum, $6G\Lambda^2/\pi^2$")
right.axvline(1, color=GREY, lw=1, ls=":")
right.set(xlabel=r"coupling ($N_0V$ or $6G\Lambda^2/\pi^2$)", ylabel="gap / cutoff", ylim=(1e-4, 3))
right.legend(loc="lower right")
show(fig, "sea_and_threshold")

# %% [markdown]
# <!-- figure: sea_and_threshold -->
# **Figure 12.3.** The vacuum needs a strong attraction, the metal does not. Left: the metal's integral grows as a logarithm, so the line $1/N_0V$ is always met. The vacuum's, drawn twice as large, stops at one: at $p=0$, where the energy is zero, there are no states, and a weak attraction finds no partner. It is chapter 02 once more, a sea against empty space. Right: the mass starts at
# $G\Lambda^2=\pi^2/6$ with a vertical tangent. A tiny mass would need a coupling that is tuned to this threshold; that is why $M/\Lambda$ is of order one.
#
# ## 2 · Compute four numbers of the vacuum
#
# With $m_0=0$ the equation has a symmetry: quarks of right and left handedness can be rotated among the two flavours separately. The mass ties right to left and breaks it. Its order parameter and its stiffness, as the density of pairs and $n_s$ in a superconductor, are
#
# $$\langle\bar qq\rangle=-\frac{3}{\pi^2}\int_0^\Lambda\!dp\,p^2\frac ME,\qquad f_\pi^2=\frac{3M^2}{2\pi^2}\int_0^\Lambda\!dp\,\frac{p^2}{E^3},\qquad m_\pi^2f_\pi^2=-2m_0\langle\bar qq\rangle,$$
#
# The last equation, by Gell-Mann, Oakes and Renner, is derived in section 3: a small $m_0$ gives the phase mode a small mass. We solve for $M$ in plain lines.

# %%
def four_numbers(s, times=1.0):
    """M, cube root of ⟨q̄q⟩, f_π and m_π of a parameter set with m0 × `times`, by quadrature."""
    coupling, m0 = float(s["coupling"]), times * s["quark_mass"] / s["cutoff"]
    strength = 12 * coupling / np.pi**2
    M = brentq(lambda M: M - m0 - strength * M * sea(M), 0.1, 2)
    condensate = -3 / np.pi**2 * M * sea(M)
    f_pi = M * np.sqrt(3 / (2 * np.pi**2) * (dp @ (p**2 / np.hypot(p, M) ** 3)))
    m_pi = np.sqrt(-2 * m0 * condensate) / f_pi
    return np.array([M, np.cbrt(condensate), f_pi, m_pi]) * s["cutoff"]


# %%
sets = list(njl_sets.values())
M_set, root_set, f_set, pion_set = np.transpose([four_numbers(s) for s in sets]) / MeV
table({r"$\Lambda$ / MeV": numbers([s["cutoff"] / MeV for s in sets], decimals=1),
       r"$G\Lambda^2$": numbers([float(s["coupling"]) for s in sets], decimals=2),
       "$m_0$ / MeV": numbers([s["quark_mass"] / MeV for s in sets], decimals=1),
       "$M$ / MeV": numbers(M_set, decimals=0),
       r"$\langle\bar qq\rangle^{1/3}$ / MeV": numbers(root_set, decimals=1),
       r"$f_\pi$ / MeV": numbers(f_set, decimals=1),
       r"$m_\pi$ / MeV": numbers(pion_set, decimals=1)},
      caption="Three recalled parameter sets (first three columns) and what follows from them.")

# %% [markdown]
# The sets are those of Buballa's table 2.1. Three parameters, $\Lambda$, $G$ and $m_0$, are fitted to $f_\pi$, $m_\pi$ and $\langle\bar qq\rangle$; because the last is known only roughly, a choice remains, and $M$ comes out between 300 and 500 MeV, for a quark that had 5. In the first set three of them make roughly a proton (938 MeV, recalled), of which
# only the three $m_0$, 15 MeV or 1.6 %, are there without the condensate. In this model it is not the Higgs field that gives most of the mass we weigh.
#
# What does heat do to $M$?

# %%
T = np.linspace(0, 300, 301) * MeV
chiral = quark_mass(T, model["coupling"], model["cutoff"])
real = quark_mass(T, model["coupling"], model["cutoff"], model["quark_mass"])
T_chi = chiral_transition_temperature(model["coupling"], model["cutoff"])
crossover = T[np.argmin(np.gradient(real, T))] / MeV
print(f"T_χ = {T_chi / MeV:.0f} MeV for m0 = 0; steepest fall with m0: {crossover:.0f} MeV")
ends = np.array([quark_mass(0.0, s["coupling"], 1.0) for s in sets])
ends /= [chiral_transition_temperature(s["coupling"], 1.0) for s in sets]
table({"set": [f"M = {key} MeV" for key in njl_sets] + ["BCS"],
       r"gap at $T=0$ / transition temperature": numbers([*ends, limits.GAP_OVER_TC], decimals=2)},
      caption="The ratio that is universal in BCS, at $m_0=0$.")

# %%
below = np.array([1e-2, 1e-3, 1e-4])
square = (quark_mass(T_chi * (1 - below), model["coupling"], model["cutoff"]) / chiral[0]) ** 2
table({r"$1-T/T_\chi$": numbers(below, 1), r"$(M/M_0)^2/(1-T/T_\chi)$": numbers(square / below, 4)},
      caption=r"How the mass closes: a square root. $M_0$ is the mass at $T=0$, $m_0=0$.")

# %% tags=["hide-input"]
# Draw the quark mass against temperature, and beside the gap of BCS
fig, (left, right) = figure(1, 2)
left.plot(T / MeV, chiral / MeV, color=RED, label="$m_0=0$")
left.plot(T / MeV, real / MeV, color=BLUE, ls="--", label="$m_0=5$ MeV")
left.set(xlabel="temperature (MeV)", ylabel="quark mass $M$ (MeV)", xlim=(0, 300), ylim=(0, 330))
right.plot(T / T_chi, chiral / chiral[0], color=RED, label="$M/M_0$, vacuum")
bcs = gap(T / T_chi, 1.0) / gap(0.0, 1.0)
right.plot(T / T_chi, bcs, color=BLACK, ls=":", label=r"$\Delta/\Delta_0$, BCS")
right.set(xlabel=r"$T/T_\chi$ or $T/T_c$", ylabel="relative gap", xlim=(0, 1.2), ylim=(0, 1.1))
for ax in (left, right):
    ax.legend(loc="lower left")
show(fig, "mass_against_temperature")

# %% [markdown]
# <!-- figure: mass_against_temperature -->
# **Figure 12.4.** Heat takes the mass away as it takes a gap away. Left: for $m_0=0$ the transition is of second order, with the square root of every mean field (the last table). With $m_0=5$ MeV there is no transition, only a crossover: $m_0$ favours one direction of the order parameter from the start, as a magnetic field does in a ferromagnet. A superconductor
# meets such a field only where it touches another superconductor (Josephson's contact, chapter 10). Right: the curve resembles BCS, but $M_0/T_\chi$ depends on the coupling: where $M/\Lambda$ is not small, nothing is universal.
#
# ## 3 · Derive the pion and the sigma
#
# The order parameter has one amplitude and, with two flavours, three phases. Let it vibrate a little, $M\to M+\delta\,e^{-i\omega t}$ for the amplitude, $M+i\delta\,e^{-i\omega t}$ for a phase, and ask when it keeps itself up, as in chapter 08.
#
# 1. The vibration takes a quark from the filled state ($-E$) to the empty one ($+E$). The square of its matrix element is $\delta^2$ for the phase and $\delta^2p^2/E^2$ for the amplitude (checked below).
# 2. First-order perturbation theory at the frequency $\omega$ changes the mixing $\langle\bar qq\rangle_p$ in the direction of $\delta$ by $-\delta\,\dfrac{4E}{4E^2-\omega^2}$ times $1$ or $p^2/E^2$. (It also turns it a little into the other direction. This part has opposite signs for the two helicities and drops out of the sum, as it does in chapter 08 for electrons and holes.)
# 3. The sum of all these is the mean field, which has to be the $\delta$ we began with. For the phase: $1=\frac{12G}{\pi^2}\int dp\,p^2\,\frac{4E}{4E^2-\omega^2}$. The gap equation says $1-\frac{m_0}M=\frac{12G}{\pi^2}\int dp\,p^2\,\frac1E$.
#
# The difference of the two, with $I(\omega)=\frac{12G}{\pi^2}\int dp\,\frac{p^2}{E\,(4E^2-\omega^2)}$, and the same for the amplitude, are the conditions
#
# $$\text{phase (pion):}\quad\frac{m_0}{M}-\omega^2\,I(\omega)=0,\qquad\text{amplitude (sigma):}\quad\frac{m_0}{M}+(4M^2-\omega^2)\,I(\omega)=0.$$
#
# At $m_0=0$ the solutions can be read off: $\omega=0$, Goldstone's mode, and $\omega=2M$, exactly where a quark and an antiquark come free. The metal has the same pair with $\Delta$ for $M$ and $d\xi$ for $p^2dp$. Step 1 in numbers:

# %%
h = np.array([[0.6, 0.8], [0.8, -0.6]])  # p = 0.6, M = 0.8, E = 1
filled, empty = np.linalg.eigh(h)[1].T
for name, corner, expected in [("phase", 1j, 1.0), ("amplitude", 1.0, 0.6**2)]:
    square = abs(empty @ np.array([[0, np.conj(corner)], [corner, 0]]) @ filled) ** 2
    assert abs(square - expected) < 1e-12, name
print("matrix elements: 1 for the phase, p²/E² for the amplitude")


# %%
def responses(omega, M, coupling, m0):
    """Left-hand sides of the two conditions for ω < 2M, energies in units of Λ."""
    E = np.hypot(p, M)
    I = 12 * coupling / np.pi**2 * (dp @ (p**2 / (E * (4 * E**2 - omega**2))))
    return np.array([m0 / M - omega**2 * I, m0 / M + (4 * M**2 - omega**2) * I])


coupling, cutoff = float(model["coupling"]), float(model["cutoff"])
m0 = model["quark_mass"] / cutoff
M, M0 = quark_mass(0.0, coupling, 1.0, m0), quark_mass(0.0, coupling, 1.0)  # in units of Λ
m_pi = brentq(lambda omega: responses(omega, M, coupling, m0)[0], 0, 1.9 * M) * cutoff
print(f"m_π = {m_pi / MeV:.1f} MeV from the condition, 2M = {2 * M * cutoff / MeV:.0f} MeV")

# %% [markdown]
# A second way needs no perturbation theory. Each matrix $h$ is a spin in a field $(\mathrm{Re}\,M,\mathrm{Im}\,M,\pm p)$, with one sign for each helicity; the spin precesses about it, and all spins together make the field. Turn the phase by 0.05, let go, and count.

# %%
def vibrate(start, time):
    """The order parameter M(t), in units of Λ, of precessing spins that begin along `start`."""
    p, w = np.polynomial.legendre.leggauss(120)  # −1 to 1: both helicities
    dp, zero, step = w * p**2 / 2, 0 * p, time[1] - time[0]
    spin = -np.array([start.real + zero, start.imag + zero, p]) / np.hypot(p, abs(start))
    mean = lambda s: m0 - 12 * coupling / np.pi**2 * (dp @ (s[0] + 1j * s[1]))
    rate = lambda s: 2 * np.cross([mean(s).real + zero, mean(s).imag + zero, p], s, axis=0)
    orders = []
    for _ in time:
        orders.append(mean(spin))
        a = rate(spin)  # Runge and Kutta, fourth order
        b = rate(spin + step / 2 * a)
        c = rate(spin + step / 2 * b)
        spin = spin + step / 6 * (a + 2 * b + 2 * c + rate(spin + step * c))
    return np.array(orders)


# %%
time = np.linspace(0, 130, 1301)  # in units of 1/Λ
swing = vibrate(M * np.exp(0.05j), time).imag
turn = np.flatnonzero(np.diff(np.sign(swing)))
zeros = time[turn] - swing[turn] * 0.1 / (swing[turn + 1] - swing[turn])
counted = np.pi * (len(zeros) - 1) / (zeros[-1] - zeros[0]) * cutoff
print(f"m_π = {counted / MeV:.1f} MeV from the motion of the spins")
assert abs(counted / m_pi - 1) < 1e-3  # the swing is small, not infinitely small

# %% tags=["hide-input"]
# Draw the conditions of pion and sigma, and the amplitude mode of a superconductor
y = np.linspace(0, 0.999, 200)
free = np.array([responses(2 * M0 * yi, M0, coupling, 0.0) for yi in y])
tilted = np.array([responses(2 * M * yi, M, coupling, m0)[0] for yi in y])
metal = free[0, 1] / amplitude_response(y, 0.5).real
fig, ax = figure()
ax.plot(y, free[:, 1], color=RED, label="sigma, $m_0=0$")
ax.plot(y, metal, color=BLACK, ls=":", label="amplitude mode, superconductor")
ax.plot(y, free[:, 0], color=BLUE, label="pion, $m_0=0$")
ax.plot(y, tilted, color=BLUE, ls="--", label="pion, $m_0=5$ MeV")
ax.plot(m_pi / cutoff / (2 * M), 0, "o", color=BLUE)
ax.axhline(0, color=GREY, lw=1)
ax.set(xlabel=r"frequency $\omega/2M$ (or $\omega/2\Delta$)", ylabel="left-hand side")
ax.set(xlim=(0, 1), ylim=(-0.4, 0.4))
ax.legend(loc="lower left", ncols=2, fontsize=8.5)
show(fig, "pion_and_sigma")

# %% [markdown]
# <!-- figure: pion_and_sigma -->
# **Figure 12.5.** A mode stands where its curve is zero. Without $m_0$ the pion stands at zero; with $m_0$ the valley of chapter 08 is tilted, and the pion has 136 MeV. The red curve is zero at the threshold $2M$, like the dotted one of a superconductor (scaled to the same start).
#
# For a slow pion $I(0)=\frac{3G}{\pi^2}\int dp\,p^2/E^3=2Gf_\pi^2/M^2$, and $M\approx-4G\langle\bar qq\rangle$ turns the first condition into Gell-Mann, Oakes and Renner's: 136.0 MeV against 135.7 MeV from the condition itself. This mass is the geometric mean of a small and a large energy, which is why pions are so much lighter than everything else made of quarks.
# Nambu's relations $m_\pi=0$, $m_\sigma=2M$ are the frequencies 0 and $2\Delta$ of a neutral superfluid, and in both the squares of the two add up to $4\,\text{gap}^2$.
#
# **The dictionary** of the two theories, with the electroweak vacuum beside them (section "Deeper"):
#
# | | superconductor (BCS) | quark vacuum (NJL) | electroweak vacuum |
# |---|---|---|---|
# | order parameter | $\langle cc\rangle$, gap $\Delta$ | $\langle\bar qq\rangle$, mass $M$ | Higgs field, $v=246$ GeV |
# | what it ties together | electron and hole | quarks of right and left handedness | right and left, for every massive fermion |
# | symmetry before → after | U(1) → none | SU(2)×SU(2) → SU(2) | SU(2)×U(1) → U(1) |
# | phase modes (number of broken directions) | 1 | 3: $\pi^+,\pi^-,\pi^0$ | 3 |
# | coupled to a gauge field? | yes: photon, mass $\omega_p=1/\lambda_L$ | hardly: pions remain | yes: taken up by $W^+$, $W^-$, $Z$ |
# | amplitude mode | $2\Delta$ | sigma, $2M$ | Higgs boson, 125 GeV |
# | fermion energy | $\sqrt{\xi^2+\Delta^2}$ | $\sqrt{p^2+M^2}$ | $\sqrt{p^2+m_f^2}$, $m_f=y_fv/\sqrt2$ ($y_f$: a number of each fermion) |
# | microscopic origin | phonons | gluons (NJL: by hand) | not known |
# | field that tilts the valley | a second superconductor | $m_0$ | none |
# | what its theory is like | BCS, derived | BCS, a model | Ginzburg–Landau: $v$ is put in |
#
# ## 4 · Give quarks a Fermi sea
#
# Press matter until quarks fill a Fermi sea of $\mu=400$ to 500 MeV, as perhaps in the core of a neutron star. One gluon between two quarks attracts if their colours are antisymmetric. Quark pairs then condense: a superconductor of colour. With $H$ for the attraction, two colours and two flavours taking part (the phase 2SC) and
# massless quarks, the model gives
#
# $$1=\frac{4H}{\pi^2}\int_0^\Lambda\!dp\,p^2\Big(\frac1{E_-}+\frac1{E_+}\Big),\qquad E_\mp=\sqrt{(p\mp\mu)^2+\Delta^2}.$$
#
# At $\mu=0$ this is the vacuum again, with a threshold $H\Lambda^2=\pi^2/4$. We use $p=\mu+\Delta\sinh u$, and choose $\Delta$ to compute $H$, without any root finding.


# %%
def pairs(Delta, mu, T=0.0):
    """∫ dp p² (tanh(E₋/2T)/E₋ + tanh(E₊/2T)/E₊) in units of Λ."""
    u = np.linspace(np.arcsinh(-mu / Delta), np.arcsinh((1 - mu) / Delta), 4001)
    k, minus = mu + Delta * np.sinh(u), Delta * np.cosh(u)
    plus = np.hypot(k + mu, Delta)
    weight = (np.tanh(minus / 2 / T), np.tanh(plus / 2 / T)) if T else (1.0, 1.0)
    return np.trapezoid(k**2 * (weight[0] + weight[1] * minus / plus), u)


H = 0.75 * coupling

# %% tags=["hide-input"]
# Draw the gap of the quark superconductor against the attraction
trial = np.geomspace(1e-6, 0.6, 300)
styles = [(0, RED, "--"), (300, ORANGE, "-."), (400, GREEN, "-"), (500, BLUE, ":")]
fig, ax = figure()
for mu, colour, dash in styles:
    strength = [np.pi**2 / 4 / pairs(D, mu * MeV / cutoff) for D in trial]
    ax.semilogy(strength, trial * cutoff / MeV, color=colour, ls=dash, label=rf"$\mu={mu}$ MeV")
ax.axvline(H, color=GREY, lw=1)
ax.set(xlabel=r"attraction $H\Lambda^2$ between two quarks", ylabel=r"gap $\Delta$ (MeV)")
ax.set(xlim=(0, 4), ylim=(1e-3, 500))
ax.legend(loc="lower right")
show(fig, "colour_gap_and_attraction")

# %% [markdown]
# <!-- figure: colour_gap_and_attraction -->
# **Figure 12.6.** With a Fermi sea every attraction makes a gap. The sea moves the pairing to where there are states, and the threshold is gone. The grey line is $H=\frac34G$, the value that goes with an exchange of one gluon (Buballa, recalled).

# %%
chemical, found = np.array([400.0, 450.0, 500.0]), []
for mu in chemical * MeV / cutoff:
    Delta0 = brentq(lambda D: 4 * H / np.pi**2 * pairs(D, mu) - 1, 1e-4, 10)
    Tc = brentq(lambda T: 4 * H / np.pi**2 * pairs(1e-6, mu, T) - 1, 1e-3, 10)
    found.append((Delta0 * cutoff, Tc * cutoff))
gaps, temperatures = np.transpose(found)
distance = (np.pi**2 / 2) ** (1 / 3) * speed_of_light / (chemical * MeV)  # n = 2μ³/π²
table({r"$\mu$ / MeV": numbers(chemical, 3), r"$\Delta_0$ / MeV": numbers(gaps / MeV, 3),
       "$T_c$ / MeV": numbers(temperatures / MeV, 2),
       "$T_c$ / K": numbers(temperatures / kelvin, 2),
       r"$T_c/\Delta_0$": numbers(temperatures / gaps, 3),
       r"size of a pair $1/\pi\Delta_0$ / fm": numbers(speed_of_light / (np.pi * gaps) / fm, 2),
       "distance of quarks / fm": numbers(distance / fm, 2)},
      caption="The model's colour superconductor (calculated).")

# %% [markdown]
# The gap is about 100 MeV, and $T_c$ of the order of $10^{11}$ to $10^{12}$ K, while a neutron star is below $10^{10}$ K within minutes of its birth (chapter 13): cold, for a quark.
# $T_c/\Delta_0$ stays near the 0.567 of BCS; but $\Delta/\mu$ is a quarter, and a pair is no larger than the distance between quarks: nearer to the molecules of chapter 11 than to aluminium.
#
# $G$ was fitted to the vacuum, so these numbers are an extrapolation. What can be derived is the limit of very high density ("Deeper").
#
# ## Explore
#
# The free energy against $M$: the sum of the energies of the filled sea and of the attraction (heat included), at $\Lambda=664$ MeV. The curve is a cut through the valley; $-M$ is the opposite side of the circle. Heat it, weaken the coupling below 1.645, tilt it with $m_0$.


# %%
def draw(ax, T=100.0, coupling=2.06, m0=0.0):
    M = np.linspace(-600, 600, 301) * MeV
    potential = quark_free_energy(M, T * MeV, 0.0, coupling, cutoff, m0 * MeV)
    potential = potential / speed_of_light**3 / (MeV / fm**3)
    best = quark_mass(T * MeV, coupling, cutoff, m0 * MeV) / MeV
    shown, lowest = M / MeV, np.interp(best, M / MeV, potential)
    ax.plot(shown, potential, color=BLUE, label=rf"$\Omega(M)-\Omega(0)$, $T={T:.0f}$ MeV")
    ax.plot(best, lowest, "o", color=RED, label=f"gap equation: $M={best:.0f}$ MeV")
    ax.set(xlabel="$M$ (MeV)", ylabel="free energy (MeV/fm$^3$)")
    ax.set(xlim=(-600, 600), ylim=(-260, 150))
    ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2)


# %%
def transition(coupling, m0):
    return np.nan if m0 else chiral_transition_temperature(coupling, cutoff) / MeV


explore(draw, T=(5.0, 300.0), coupling=(1.2, 2.3), m0=[0.0, 5.0, 20.0], kinks={"T": transition},
        labels={"T": "temperature T", "coupling": "coupling G Λ²", "m0": "bare mass m₀"},
        units={"T": "MeV", "m0": "MeV"}, alt="chiral_valley",
        presets={"cold": {"T": 5.0}, "hot": {"T": 250.0}, "weak": {"T": 5.0, "coupling": 1.4}})

# %% [markdown]
# <!-- figure: chiral_valley -->
# **Figure 12.7.** The gap equation finds the lowest point of the free energy. Where heat or a smaller coupling has closed the double well, the mass is zero; with $m_0$ one side lies lower.
#
# ## Compare with experiment
#
# No experiment takes a quark out of the vacuum to weigh it, so $M$ has no measured value, and colour superconductivity has not been seen. What is known about the vacuum stands in the last two columns: averages of measurements, or QCD itself computed on a lattice.

# %%
three = [[f"{value:.{d}f}" for value in row] for row, d in
         [(pion_set, 1), (f_set, 1), (-root_set, 0), (2 * M_set, 0), (M_set, 0)]]
chiral_f = [pion_decay_constant(0.0, quark_mass(0.0, s["coupling"], s["cutoff"]), s["cutoff"])
            for s in sets]
three.insert(2, numbers(np.array(chiral_f) / MeV, decimals=1))
average = (2 * particles["charged_pion"] + particles["neutral_pion"]) / 3 / MeV
known = [f"{average:.1f}",
         *(number(particles[key].number, error=particles[key].uncertainty)
           for key in ("f_pi", "f_chiral")),
         number(-particles["condensate"].number, error=particles["condensate"].uncertainty),
         particles["sigma_mass"].amount, None]
kinds = ["compiled", "compiled", "lattice", "lattice, at 2 GeV", "compiled: pole of f₀(500)", None]
table({"quantity": [r"$m_\pi$ (fitted)", r"$f_\pi$ (fitted)", r"$f_\pi$ at $m_0=0$",
                    r"$|\langle\bar qq\rangle|^{1/3}$ (fitted, roughly)", "sigma: $2M$", "$M$"]}
      | {f"M = {key} MeV": [row[i] for row in three] for i, key in enumerate(njl_sets)}
      | {"known": known, "which is": kinds},
      caption="The vacuum of the model and what is known of it, in MeV.")

# %% [markdown]
# Sources: Particle Data Group (pion masses, $f_0(500)$; $f_\pi$ from the edition of 2006), arXiv:1310.3626 (lattice). How to read it:
#
# * Pion and $f_\pi$ are fitted: they test nothing. The condensate was chosen near $-(250\text{ MeV})^3$. In QCD its value depends on the scale at which one looks, so that 271(4) is a neighbour, not the same number.
# * $f_\pi$ at $m_0=0$ is not fitted. The lattice finds that it falls to 88.0(13) MeV when the quarks lose their mass; the first set gives 90.2, 1.7 errors above, the other two are 2.9 and 3.3 errors above.
# * The sigma: the pole of $f_0(500)$ has a real part of 400 to 550 MeV and half a width of 200 to 350 MeV: it decays into two pions faster than it swings. The model has it at $2M$ or slightly above, without this decay. The first set is nearest, and all three are too high.
# * $M=300$ MeV is a third of a nucleon (313 MeV), and half a rho meson is 388 MeV (both recalled): the right size, no more, since the model does not confine quarks.
# * The lattice finds a crossover, as the model does, at 156.5(15) MeV (recalled); the model's 182 MeV is 16 % higher. NJL's quarks are free to roam at any temperature, whereas real ones are confined below.
#
# ## Check
#
# Closed forms, second routes, and a published table.

# %%
for M_test in (0.05, 0.3, 1.0):  # the integral by hand
    by_hand = np.sqrt(1 + M_test**2) - M_test**2 * np.arcsinh(1 / M_test)
    assert abs(2 * sea(M_test) - by_hand) < 1e-10  # 300 Gauss points
assert quark_mass(0.0, 0.999 * CRITICAL_COUPLING, 1.0) == 0
assert quark_mass(0.0, 1.001 * CRITICAL_COUPLING, 1.0) > 0
at_T = T_chi / cutoff  # at T_χ a massless quark: 1 = (12G/π²) ∫ dp p tanh(p/2T)
assert abs(12 * coupling / np.pi**2 * (dp @ (p * np.tanh(p / 2 / at_T))) - 1) < 1e-10
print("the threshold π²/6, the integral and T_χ agree")

# %%
for s, own in zip(sets, M_set, strict=True):
    # Buballa's table (recalled) gives G to three digits, which moves M by about 1 MeV
    M_s = quark_mass(0.0, s["coupling"], s["cutoff"], s["quark_mass"])
    condensate = quark_condensate(0.0, M_s, s["cutoff"])
    assert abs(M_s - s["M"]) < 2 * MeV
    assert abs(np.cbrt(condensate) - s["condensate"]) < 0.5 * MeV
    assert abs(own * MeV / M_s - 1) < 1e-10  # the quadrature above against the package
    f_pi = pion_decay_constant(0.0, M_s, s["cutoff"])
    assert abs(f_pi - s["f_pi"]) < 1 * MeV  # the table's f_π is taken at m_π, ours at 0
    reduced = M_s / s["cutoff"], float(s["coupling"]), s["quark_mass"] / s["cutoff"]
    pole = brentq(lambda w: responses(w, *reduced)[0], 0, reduced[0]) * s["cutoff"]
    gmor = np.sqrt(-2 * s["quark_mass"] * condensate) / f_pi
    assert abs(pole / gmor - 1) < (gmor / M_s) ** 2 / 4  # next order in m_π²/4M²
print("masses, condensates and decay constants of the table; the pion by two routes")

# %%
weak = brentq(lambda T: pairs(1e-8, 0.6, T) - pairs(1e-5, 0.6), 1e-6, 1e-5)
assert abs(weak / pairing_temperature(1e-5) - 1) < 1e-4  # 4001 points across many decades
print("Tc/Δ0 = 0.567 for quarks in weak coupling")

# %% [markdown]
# ## Where this fails
#
# * **Confinement** is absent: in the model a sigma, or a pion heavier than $2M$, falls apart into free quarks, which nobody has seen.
# * **The cutoff** is part of the model: $M/\Lambda$ is about a half, so masses depend on how the integral is cut; only what follows from symmetry (Goldstone, Gell-Mann–Oakes–Renner) is safe.
# * **Mean field.** Pions are light and plentiful in warm matter and are left out of $M(T)$; near a true second-order transition the square root would change.
# * **A dictionary is not an identity.** QCD's pairs are quark and antiquark, whose order parameter is neutral; and nobody knows what, if anything, the Higgs field is made of.
# * **Colour superconductivity** at the density of stars is extrapolated. The strange quark's mass and charge neutrality work against the pairing there, and which phase has the lowest energy is not known.

# %%
ask("who_is_who")

# %%
ask("higgs_and_proton")

# %%
ask("gap_of_the_vacuum")

# %% [markdown]
# <!-- try it -->
# ## Try it
#
# * In the figure of "Explore" choose the bare mass 0 and the coupling 2.06, and move the temperature until the two wells merge. Compare with the $T_\chi$ that section 2 prints.
# * Double the $m_0$ of section 2: in a new cell compute `four_numbers(model, 2) / four_numbers(model)`. By which factor does the pion's mass grow (the last number), and why not by 2?
# * In section 4, in the cell that begins with `def pairs`, replace the factor `k**2` in the last line of `pairs` by 1, a constant density of states, and run this cell and that of the figure. What becomes of the threshold at $\mu=0$?
# * [The exercises of this chapter](../exercises/12_quarks.ipynb): other numbers of colours, weakly paired quarks, the masses of light and strange quarks, W and Z from a 4×4 matrix, and gluons that are screened.
#
# ## Deeper
#
# ### The electroweak vacuum: W, Z and Higgs
#
# The quark vacuum is a neutral superfluid, the electroweak one a charged superconductor. London's $\omega_p^2\propto e^2n_s$ becomes $m_W^2=\tfrac14g_w^2v^2$, and $m_Z=m_W/\cos\theta$. We need $v=(\sqrt2\,G_F)^{-1/2}$ from Fermi's constant (CODATA, in `scipy`), and
# $g_w=e/\sin\theta$ with $\sin^2\theta=0.2312$ and $e^2/4\pi=1/128$ at this energy (recalled).

# %%
GeV = 1e3 * MeV
v = GeV / np.sqrt(np.sqrt(2) * physical_constants["Fermi coupling constant"][0])
sin2, g_w = 0.2312, np.sqrt(4 * np.pi / 128 / 0.2312)  # recalled
m_W = g_w * v / 2
m_Z = m_W / np.sqrt(1 - sin2)
lam = london_length(Al.electron_density, electron_mass)
print(f"v = {v / GeV:.1f} GeV, g_w = {g_w:.3f}")
print(f"m_W = {m_W / GeV:.1f} GeV (80.4 recalled), m_Z = {m_Z / GeV:.1f} GeV (91.2 recalled)")
print(f"'London length' of the vacuum 1/m_W = {speed_of_light / m_W / metre:.2e} m")
print(f"London length of aluminium {lam / metre:.2e} m (calculated)")
print(f"W mass from the quark condensate alone: {g_w * f_set[0] / 2:.0f} MeV")

# %% [markdown]
# The simplest formula gives the W and Z to half a percent; the rest is corrections. The range of the weak force, $2.5\times10^{-18}$ m, is a penetration depth: it is short because the vacuum is a superconductor for W and Z. And since $\langle\bar qq\rangle$ ties left to right, it too breaks the electroweak symmetry. Were there no Higgs field, the W would weigh 30 MeV, and there
# would be no pions: the W and Z would have taken them up.
#
# What, then, is the Higgs boson? In a superconductor it is the amplitude mode of chapter 08, at $2\Delta$ because the order parameter is *made of* the electrons that it gaps. We compare the modes with the energy of the fermion pairs. For the quark vacuum $m_0=5$ MeV is kept in all numbers; the sigma then lies above $2M$, where it decays into quarks, and we take the frequency at which the real part of its condition is zero.

# %%
def sigma_condition(omega):
    """Real part of the sigma's condition above 2M, with the principal value of the integral."""
    pole = np.sqrt(omega**2 / 4 - M**2)
    rest = lambda k: 12 * coupling / np.pi**2 * k**2 / (4 * np.hypot(k, M) * (k + pole))
    return m0 / M + (4 * M**2 - omega**2) * quad(rest, 0, 1, weight="cauchy", wvar=pole)[0]


m_sigma = brentq(sigma_condition, 2.0001 * M, 2.6 * M) * cutoff
m_H, m_t, T_EW = 125.2 * GeV, 172.6 * GeV, 160 * GeV  # recalled; T_EW from lattice calculations
omega_p = plasma_frequency(Al.electron_density, electron_mass)
pair = np.array([2 * Delta, 2 * M * cutoff, 2 * m_t])
phase = np.array([omega_p, m_pi, m_W])
table({"system": ["aluminium", "quark vacuum", "electroweak vacuum"],
       "heaviest fermion pair": ["2Δ", "2M", "two top quarks"],
       "amplitude mode": numbers(np.array([2 * Delta, m_sigma, m_H]) / pair, 3),
       "phase mode, or the boson that took it up": numbers(phase / pair, 3),
       "transition temperature": numbers(np.array([Al.Tc, crossover * MeV, T_EW]) / pair, 2),
       "from": ["BCS (chapter 08)", "NJL (section 3)", "recalled"]},
      caption="Energies in units of the energy that frees a pair of the heaviest fermion.")

# %% [markdown]
# In the first two rows the amplitude mode lies at the pair energy because the theory puts it there: for aluminium this is the result of chapter 08 (mode at $2\Delta$), not a measurement, and for the vacuum that of section 3. In the third row it does not: were the Higgs field a BCS condensate of the heaviest fermion, the top quark, its boson would weigh near $2m_t=345$ GeV; it weighs 125. Corrections bring such models down, not far enough (Bardeen, Hill and Lindner). So the Higgs field
# behaves like Ginzburg and Landau's, with a stiffness of its own. In their language $m_H$ and the boson's mass $m$ are the inverse lengths of amplitude and field, and $\kappa=m_H/\sqrt2\,m$ exceeds $1/\sqrt2$, type II, if $m_H>m$, as it is for W and Z:

# %%
boson = np.array([m_W, m_Z])
table({"boson": ["W", "Z"], r"$\kappa=m_H/\sqrt{2}\,m$": numbers(m_H / np.sqrt(2) / boson, 3)},
      caption=r"Ginzburg and Landau's parameter of the vacuum; type II above 0.707.")

# %% [markdown]
# ### Quarks at very high density
#
# At very high density the strong force itself becomes weak, and the gap can be derived. Gluons of magnetic type are not screened at zero frequency, so pairing at lower energies is stronger: with $x=\ln(\mu/\omega)$
# the kernel of the gap equation is not a constant but, up to a factor $1/18\pi^2$, $g^2\min(x,x')$ (Son):
#
# $$\Delta(x)=\frac{g^2}{18\pi^2}\int_0^{x_0}\!dx'\,\min(x,x')\,\Delta(x')\;\Rightarrow\;\Delta''=-\frac{g^2}{18\pi^2}\,\Delta,$$
#
# $$\Delta\propto\sin\frac{gx}{3\sqrt2\pi},\qquad x_0=\ln\frac{\mu}{\Delta_0}=\frac{3\pi^2}{\sqrt2\,g}.$$
#
# The sine must be at its maximum at $x_0$, as $\Delta'=0$ there. A contact attraction, $\min(x,x')\to1$, gives $x_0\propto1/g^2$, the BCS law. Put the kernel on a grid and ask for its largest eigenvalue:

# %%
n = 800
grid = (np.arange(n) + 0.5) / n  # x/x0, midpoints
largest = np.linalg.eigvalsh(np.minimum.outer(grid, grid) / n)[-1]
assert abs(largest - 4 / np.pi**2) < 1e-6  # midpoint rule, error of order 1/n²
g = np.array([0.5, 1.0, 2.0])
x0 = np.sqrt(18 * np.pi**2 / largest) / g  # (g²/18π²) x0² × eigenvalue = 1
table({"$g$": numbers(g, 2), r"$\ln(\mu/\Delta_0)$, matrix": numbers(x0, decimals=3),
       "closed form": numbers(3 * np.pi**2 / np.sqrt(2) / g, decimals=3),
       "contact kernel": numbers(18 * np.pi**2 / g**2, decimals=1)},
      caption="The logarithm of the gap for a force of long range.")

# %% tags=["hide-input"]
# Draw the gap at very high density against the inverse coupling
g = np.geomspace(0.7, 4, 100)
bare, contact = np.exp(-3 * np.pi**2 / np.sqrt(2) / g), np.exp(-18 * np.pi**2 / g**2)
without = colour_gap(1.0, g, self_energy=False)
fig, ax = figure()
ax.semilogy(1 / g, colour_gap(1.0, g), color=BLUE, label="with the quarks' self-energy")
ax.semilogy(1 / g, without, color=GREEN, ls="--", label="without it")
ax.semilogy(1 / g, bare, color=BLACK, ls=":", label=r"$e^{-3\pi^2/\sqrt{2}g}$ alone")
ax.semilogy(1 / g, contact, color=RED, ls="-.", label=r"contact: $e^{-18\pi^2/g^2}$")
ax.set(xlabel="inverse coupling $1/g$", ylabel=r"gap $\Delta_0/\mu$")
ax.set(ylim=(1e-14, 2), xlim=(0.24, 1.45))
ax.legend()
show(fig, "gap_at_high_density")

# %% [markdown]
# <!-- figure: gap_at_high_density -->
# **Figure 12.8.** The long range of the force turns $1/g^2$ into $1/g$ and makes the gap larger by many powers of ten. Compare the red line (contact) with the others. Neither law has an expansion in powers of $g$.

# %%
g = np.array([2.5, 3.0, 3.5])
full, without = (colour_gap(450 * MeV, g, self_energy=flag) / MeV for flag in (True, False))
locked = colour_gap(450 * MeV, g, flavours=3) / 2 ** (1 / 3) / MeV
table({"$g$": numbers(g, 2), r"2SC: $\Delta_0$ / MeV": numbers(full, 2),
       r"2SC without the self-energy: $\Delta_0$ / MeV": numbers(without, 2),
       r"2SC: $T_c$ / MeV": numbers(pairing_temperature(full), 2),
       r"locked: $\Delta_0$ / MeV": numbers(locked, 2)},
      caption=r"The formula at $\mu=450$ MeV, far outside its range.")

# %% [markdown]
# *Which phase?* If the strange quark's mass does not matter, that is at asymptotic density, three flavours take part, and the ground state is known from QCD: colour–flavour locking (Alford, Rajagopal and Wilczek; Schäfer; Evans and others, recalled). All nine kinds of quarks pair, eight with the gap $\Delta_0$ and one with $2\Delta_0$. The exponent is the same, but not the prefactor and not the symmetry: $\Delta_0$ is
# smaller than that of 2SC with the same gluons by $2^{1/3}$, and $T_c/\Delta_0$ larger by the same factor (recalled). It wins because the energy gained goes as the sum of the squared gaps: $(8+4)\,2^{-2/3}=7.6$ against $4$ for the four quarks that pair in 2SC. The phase 2SC, with two colours and two flavours, competes only at intermediate density, where the strange quark is too heavy.
#
# At the densities of a star $g$ is about 3 and the formula is used far outside its range ($\mu>10^8$ MeV, says its source). The factor 5.7 between the first two columns shows how far corrections of the next order move it. Model and formula together say roughly 10 to 100 MeV for 2SC.

# %%
slope = np.log(colour_gap(1.0, 0.2) / colour_gap(1.0, 0.1)) + 5 * np.log(2)  # g⁻⁵ taken out
assert abs(slope / (3 * np.pi**2 / np.sqrt(2) * 5) - 1) < 1e-10
print("the package's formula has Son's exponent")

# %% [markdown]
# ## Further reading
#
# * Y. Nambu, G. Jona-Lasinio, *Phys. Rev.* **122**, 345 (1961): the paper; its first section is the dictionary, in the authors' words.
# * S. P. Klevansky, *Rev. Mod. Phys.* **64**, 649 (1992): every integral of sections 1 to 3 of this chapter.
# * M. Buballa, *Phys. Rep.* **407**, 205 (2005): the parameter sets, and quark pairs in the same model.
# * P. W. Anderson, *Phys. Rev.* **130**, 439 (1963): from the photon in a metal to masses of gauge bosons.
# * W. A. Bardeen, C. T. Hill, M. Lindner, *Phys. Rev. D* **41**, 1647 (1990): the Higgs field as a BCS condensate of top quarks, worked out before the top was found.
# * D. T. Son, *Phys. Rev. D* **59**, 094019 (1999): the exponent at very high density.
# * M. G. Alford, K. Rajagopal, F. Wilczek, *Nucl. Phys. B* **537**, 443 (1999): colour–flavour locking.
