# %% [markdown]
# # Give the vacuum a gap
#
# <!-- minutes: 40 -->
# *40 minutes · you need: the gap equation (chapter 05), the two modes of the order parameter (chapter 08), relativistic energy $E=\sqrt{p^2+M^2}$ · in the book: the introduction, which announces
# that the theory reaches into high-energy physics. The book stops at the announcement; this chapter makes it good.*
#
# **What you will see:** in a simple model most of the mass of a proton is a BCS gap of the vacuum; the pion is its phase mode, the W and Z are its heavy photons, and quarks pressed together should become a
# superconductor up to $10^{11}$ or $10^{12}$ K.

# %% [markdown]
# | in the text | in the code | meaning | unit |
# |---|---|---|---|
# | $M$, $m_0$ | `M`, `m0` | mass of a quark in the vacuum; the mass it starts with ($\hbar=c=k_B=1$) | energy |
# | $p$, $E$ | `p`, `E` | momentum; $\sqrt{p^2+M^2}$ | energy |
# | $G$, $\Lambda$ | `coupling`, `cutoff` | attraction ($G\Lambda^2$ is a pure number); largest momentum | energy⁻²; energy |
# | $\langle\bar qq\rangle$, $f_\pi$ | `condensate`, `f_pi` | condensate of one flavour of quark; decay constant of the pion | energy³; energy |
# | $T_\chi$ | `T_chi` | transition temperature of the quark vacuum at $m_0=0$ | energy |
# | $\Omega$ | `potential` | free energy per volume | energy/volume |
# | $\Delta$, $\xi$, $\omega_D$, $N_0V$ | `Delta`, `xi` | gap, electron energy, cutoff and coupling of BCS (chapter 05) | energy; 1 |
# | $\mu$, $H$ | `mu`, `H` | chemical potential of quarks; attraction between two quarks | energy; energy⁻² |
# | $g$ | `g` | coupling constant of the strong force; in section 4 of the weak force, $g_w$ | 1 |
# | $v$, $m_W$, $m_Z$, $m_H$, $m_t$ | `v`, `m_W`, `m_Z`, `m_H`, `m_t` | order parameter of the electroweak vacuum; masses of W, Z, Higgs boson, top quark | energy |

# %%
import numpy as np
from scipy.constants import physical_constants
from scipy.optimize import brentq

from bcs_helpers import limits
from bcs_helpers.collective import amplitude_response, london_length, plasma_frequency
from bcs_helpers.dense_matter import (
    CRITICAL_COUPLING, chiral_transition_temperature, colour_gap, pairing_temperature, pion_decay_constant, quark_condensate, quark_mass,
)
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, figure, show
from bcs_helpers.gap import gap, zero_temperature_gap
from bcs_helpers.materials import elements, njl_sets
from bcs_helpers.units import MeV, electron_mass, fm, kelvin, meV, metre, speed_of_light

# %% [markdown]
# Two spectra, the same curve: an electron in cold aluminium, and a quark in empty space in the model of Nambu and Jona-Lasinio (NJL).

# %%
Al, model = elements["Al"], njl_sets[300]
Delta, M = gap(0.0, Al.Tc), quark_mass(0.0, model["coupling"], model["cutoff"], model["quark_mass"])
fig, axes = figure(1, 2)
for ax, size, unit, colour in [(axes[0], Delta, meV, BLUE), (axes[1], M, MeV, RED)]:
    x = np.linspace(-4, 4, 300) * size
    for sign in (1, -1):
        ax.plot(x / unit, sign * np.abs(x) / unit, color=GREY, lw=1, ls=":")
        ax.plot(x / unit, sign * np.hypot(x, size) / unit, color=colour, ls="-" if sign > 0 else "--")
axes[0].set(xlabel=r"electron energy $\xi$ (meV)", ylabel=r"$\pm\sqrt{\xi^2+\Delta^2}$ (meV)", title="aluminium")
axes[1].set(xlabel="quark momentum $p$ (MeV)", ylabel=r"$\pm\sqrt{p^2+M^2}$ (MeV)", title="vacuum")
show(fig, "Left: energy of a quasiparticle in aluminium against the electron energy, two hyperbolas with a gap of 0.36 millielectronvolts between them. Right: energy of a quark against its momentum, the same "
     "two hyperbolas with a gap of 600 megaelectronvolts. Dotted in both: the crossing straight lines without a gap.")

# %%
print(f"2Δ = {2 * Delta / meV:.2f} meV, 2M = {2 * M / MeV:.0f} MeV, ratio {M / Delta:.1e};  Δ/θ_D = {Delta / Al.theta_D:.4f}, M/Λ = {M / model['cutoff']:.2f}")

# %% [markdown]
# A massless quark is like an electron at the Fermi level: nothing separates its filled states (dashed branch, the Dirac sea) from the empty ones. A mass is a gap. Nambu, who had just worked on BCS, turned this round: perhaps
# the mass *is* a gap, made by an attraction between the particles and the holes of the sea. The scales differ by $10^{12}$. Another difference matters more: $\Delta/\omega_D$ is tiny, $M/\Lambda$ is not. Why?
#
# ## 1 · The same equation with other states
#
# The attraction $G$ acts between a quark and a hole of the Dirac sea (an antiquark). Both have momentum up to $\Lambda$. The mean field of all such pairs is the mass, as the mean field of all Cooper pairs is the gap. Two flavours, three colours and two spins give
# the factor 12 (Klevansky; Buballa, sec. 2):
#
# $$\Delta=N_0V\int_0^{\omega_D}\!d\xi\;\frac{\Delta}{E}\tanh\frac{E}{2T},\qquad\qquad M=m_0+\frac{12G}{\pi^2}\int_0^\Lambda\!dp\;p^2\,\frac{M}{E}\tanh\frac{E}{2T}.$$
#
# Where the metal has a constant density of states, the vacuum has $p^2$. For $m_0=0$ divide by $M$ and plot the two integrals, with the cutoff as unit.

# %%
node, weight = np.polynomial.legendre.leggauss(300)
p, dp = (1 + node) / 2, weight / 2  # momenta in units of Λ


def sea(M, T=0.0):
    """∫₀¹ dp p² tanh(E/2T)/E: what the Dirac sea offers to a quark of mass M."""
    E = np.hypot(p, M)
    return dp @ (p**2 / E * (np.tanh(E / (2 * T)) if T else 1.0))


# %%
for M in (0.5, 0.1, 0.01, 0.001):
    print(f"gap/cutoff = {M:<6} metal {np.arcsinh(1 / M):.3f}   vacuum, ×2: {2 * sea(M):.6f}")
print(f"so G Λ² must exceed π²/6 = {CRITICAL_COUPLING:.4f}")

# %%
small = np.geomspace(1e-3, 3, 200)
fig, (left, right) = figure(1, 2)
left.loglog(small, np.arcsinh(1 / small), color=BLUE, label=r"metal: $\int d\xi/E$")
left.loglog(small, [2 * sea(m) for m in small], color=RED, ls="--", label=r"vacuum: $2\int dp\,p^2/E$")
left.set(xlabel=r"trial gap ($\Delta/\omega_D$ or $M/\Lambda$)", ylabel="integral", ylim=(0.1, 20))
x = np.sort(np.append(np.linspace(0.1, 2, 400), 1 + np.geomspace(1e-9, 5e-3, 40)))
right.semilogy(x, zero_temperature_gap(x, 1.0), color=BLUE, label=r"metal, $x=N_0V$")
right.semilogy(x, np.where(x > 1, quark_mass(0.0, x * CRITICAL_COUPLING, 1.0), np.nan), color=RED, ls="--", label=r"vacuum, $x=6G\Lambda^2/\pi^2$")
for s in njl_sets.values():
    right.plot(s["coupling"] / CRITICAL_COUPLING, s["M"] / s["cutoff"], "o", color=RED, mfc="white")
right.axvline(1, color=GREY, lw=1, ls=":")
right.set(xlabel="coupling $x$", ylabel=r"gap / cutoff", ylim=(1e-4, 3))
for ax in (left, right):
    ax.legend(loc="lower right" if ax is right else "upper right")
show(fig, "Left, log–log: the metal's integral grows without limit as the trial gap shrinks, the vacuum's levels off at one. Right: gap over cutoff on a logarithmic axis against coupling; the metal has a gap at every "
     "coupling, the vacuum none below one and then a steep rise. Three open circles between 1.2 and 1.8, fits with a small bare mass, lie on or slightly above the vacuum's curve.")

# %% [markdown]
# Left: the metal's integral grows as a logarithm, so the line $1/N_0V$ is always met. The vacuum's, drawn twice as large, stops at one: at the Dirac point there are no states, and a weak attraction finds no partner. It is chapter 02 once more, a sea against empty space. Right: the mass starts at
# $G\Lambda^2=\pi^2/6$ with a vertical wall. A tiny gap would need a coupling tuned to the wall; that is why $M/\Lambda$ is of order one. The circles are the fits that follow (recalled; they include a small $m_0$).
#
# ## 2 · Four numbers of the vacuum
#
# With $m_0=0$ the equation has a symmetry: quarks of right and left helicity can be rotated among the two flavours separately. The mass ties right to left and breaks it. Its order parameter and its stiffness, as the density of pairs and $n_s$ in a superconductor, are
#
# $$\langle\bar qq\rangle=-\frac{3}{\pi^2}\int_0^\Lambda\!dp\,p^2\frac ME,\qquad f_\pi^2=\frac{3M^2}{2\pi^2}\int_0^\Lambda\!dp\,\frac{p^2}{E^3},\qquad m_\pi^2f_\pi^2=-2m_0\langle\bar qq\rangle,$$
#
# The last equation, by Gell-Mann, Oakes and Renner, is a promise that section 3 keeps: a small $m_0$ costs the phase mode a small mass. We solve for $M$ in plain lines and compare.

# %%
for s in njl_sets.values():
    coupling, m0 = float(s["coupling"]), s["quark_mass"] / s["cutoff"]
    M = brentq(lambda M: M - m0 - 12 * coupling / np.pi**2 * M * sea(M), 0.1, 2)
    condensate = -3 / np.pi**2 * M * sea(M)
    f_pi = M * np.sqrt(3 / (2 * np.pi**2) * (dp @ (p**2 / np.hypot(p, M) ** 3)))
    m_pi = np.sqrt(-2 * m0 * condensate) / f_pi
    values = np.array([M, np.cbrt(condensate), f_pi, m_pi]) * s["cutoff"] / MeV
    print("Λ = {:.1f} MeV, GΛ² = {:.2f}: M = {:.0f}, ⟨q̄q⟩^⅓ = {:.1f}, f_π = {:.1f}, m_π = {:.1f} MeV".format(s["cutoff"] / MeV, coupling, *values))
    assert abs(M * s["cutoff"] / quark_mass(0.0, coupling, s["cutoff"], s["quark_mass"]) - 1) < 1e-10  # quadrature and root

# %% [markdown]
# Three parameters, $\Lambda$, $G$ and $m_0$, are fitted to $f_\pi$, $m_\pi$ and $\langle\bar qq\rangle$; because the last is known only roughly, near $-(250\text{ MeV})^3$, a choice remains, and $M$ comes out between 300 and 500 MeV, for a quark that had 5. Three of them make roughly a proton (938 MeV, recalled), of which
# only the three $m_0$, 15 MeV or 1.6 %, are there without the condensate. It is not the Higgs field that gives most of the mass we weigh.
#
# Heat breaks pairs here too. What happens to $M$?

# %%
T = np.linspace(0, 300, 301) * MeV
chiral = quark_mass(T, model["coupling"], model["cutoff"])
real = quark_mass(T, model["coupling"], model["cutoff"], model["quark_mass"])
T_chi = chiral_transition_temperature(model["coupling"], model["cutoff"])
fig, (left, right) = figure(1, 2)
left.plot(T / MeV, chiral / MeV, color=RED, label="$m_0=0$")
left.plot(T / MeV, real / MeV, color=BLUE, ls="--", label="$m_0=5$ MeV")
left.set(xlabel="temperature (MeV)", ylabel="quark mass $M$ (MeV)", xlim=(0, 300), ylim=(0, 330))
right.plot(T / T_chi, chiral / chiral[0], color=RED, label="$M/M_0$, vacuum")
right.plot(T / T_chi, gap(T / T_chi, 1.0) / gap(0.0, 1.0), color=BLACK, ls=":", label=r"$\Delta/\Delta_0$, BCS")
right.set(xlabel=r"$T/T_\chi$ or $T/T_c$", ylabel="relative gap", xlim=(0, 1.2), ylim=(0, 1.1))
for ax in (left, right):
    ax.legend(loc="lower left")
show(fig, "Left: quark mass against temperature, both axes in MeV. In the chiral limit it falls from 283 continuously to zero near 177 with a vertical tangent; with a bare mass of 5 it bends into a tail that never reaches zero. "
     "Right: the chiral curve over its zero-temperature value lies close to the BCS gap curve, slightly above it.")

# %%
print("M0/T_χ:", *(f"{quark_mass(0.0, s['coupling'], 1.0) / chiral_transition_temperature(s['coupling'], 1.0):.2f}" for s in njl_sets.values()), f"   BCS: {limits.GAP_OVER_TC:.2f}")
for x in (1e-2, 1e-3, 1e-4):
    print(f"1 − T/T_χ = {x:g}: (M/M0)²/(1 − T/T_χ) = {(quark_mass(T_chi * (1 - x), model['coupling'], model['cutoff']) / chiral[0])**2 / x:.3f}")
crossover = T[np.argmin(np.gradient(real, T))] / MeV
print(f"T_χ = {T_chi / MeV:.0f} MeV for m0 = 0; steepest fall with m0: {crossover:.0f} MeV")

# %% [markdown]
# For $m_0=0$ the transition is of second order, with the square root of every mean field (the last ratios settle). With $m_0=5$ MeV there is no transition, only a crossover: $m_0$ favours one direction of the order parameter from the start, as a magnetic field does in a ferromagnet. A superconductor
# meets such a field only where it touches another superconductor (Josephson's contact, chapter 10). The curve resembles BCS, but $M_0/T_\chi$ depends on the coupling: where $M/\Lambda$ is not small, nothing is universal.
#
# ## 3 · Pion and sigma
#
# The order parameter has one amplitude and, with two flavours, three phases. Let them oscillate as $e^{-i\omega t}$, and ask when the gap equation still holds. Subtracting the equation at rest leaves, with $I=\frac{12G}{\pi^2}\int dp\,\frac{p^2}{E\,(4E^2-\omega^2)}$,
#
# $$\text{phase (pion):}\quad\frac{m_0}{M}-\omega^2\,I(\omega)=0,\qquad\qquad\text{amplitude (sigma):}\quad\frac{m_0}{M}+(4M^2-\omega^2)\,I(\omega)=0.$$
#
# At $m_0=0$ the solutions can be read off: $\omega=0$, Goldstone's mode, and $\omega=2M$, exactly where a quark and an antiquark come free. The metal has the same pair with $\Delta$ for $M$ and $d\xi$ for $p^2dp$ (chapter 08).


# %%
def responses(omega, M, coupling, m0):
    """Left-hand sides of the two conditions for ω < 2M, energies in units of Λ."""
    E = np.hypot(p, M)
    I = 12 * coupling / np.pi**2 * (dp @ (p**2 / (E * (4 * E**2 - omega**2))))
    return np.array([m0 / M - omega**2 * I, m0 / M + (4 * M**2 - omega**2) * I])


coupling, cutoff, m0 = float(model["coupling"]), float(model["cutoff"]), model["quark_mass"] / model["cutoff"]
M = quark_mass(0.0, coupling, 1.0, m0)
m_pi = brentq(lambda omega: responses(omega, M, coupling, m0)[0], 0, 1.9 * M) * cutoff
print(f"m_π = {m_pi / MeV:.1f} MeV from the condition, 2M = {2 * M * cutoff / MeV:.0f} MeV")

# %%
M0 = quark_mass(0.0, coupling, 1.0)
y = np.linspace(0, 0.999, 200)
free = np.array([responses(2 * M0 * yi, M0, coupling, 0.0) for yi in y])
tilted = np.array([responses(2 * M * yi, M, coupling, m0)[0] for yi in y])
fig, ax = figure()
ax.plot(y, free[:, 1], color=RED, label="sigma, $m_0=0$")
ax.plot(y, free[0, 1] / amplitude_response(y, 0.5).real, color=BLACK, ls=":", label="amplitude mode, superconductor")
ax.plot(y, free[:, 0], color=BLUE, label="pion, $m_0=0$")
ax.plot(y, tilted, color=BLUE, ls="--", label="pion, $m_0=5$ MeV")
ax.plot(m_pi / cutoff / (2 * M), 0, "o", color=BLUE)
ax.axhline(0, color=GREY, lw=1)
ax.set(xlabel=r"frequency $\omega/2M$ (or $\omega/2\Delta$)", ylabel="inverse response", xlim=(0, 1), ylim=(-0.4, 0.4))
ax.legend(loc="lower left", ncols=2, fontsize=8.5)
show(fig, "Inverse response against frequency over twice the mass: the pion's without bare mass starts at zero and falls; with 5 MeV it starts slightly above and crosses zero at 0.23, marked by a dot. "
     "The sigma's starts at 0.3 and reaches zero at one; the superconductor's amplitude mode, scaled to the same start, lies above it and ends at the same point with a steeper fall.")

# %% [markdown]
# A mode stands where its curve is zero. For a slow pion $I(0)=\frac{3G}{\pi^2}\int dp\,p^2/E^3=2Gf_\pi^2/M^2$, and $M\approx-4G\langle\bar qq\rangle$ turns the first condition into Gell-Mann, Oakes and Renner's: 136.0 MeV against 135.7 MeV from the condition itself. Without $m_0$ the pion is at rest; the valley of chapter 08 is tilted by 5 MeV and the pion rolls at 136 MeV. This mass is the geometric mean of a small and a large energy, which is why pions are so much lighter than everything else made of quarks. The red
# curve hits zero at the threshold, like the dotted one of a superconductor. So Nambu's relations $m_\pi=0$, $m_\sigma=2M$ are the frequencies 0 and $2\Delta$ of a neutral superfluid, and in both $\omega_1^2+\omega_2^2=4\,\text{gap}^2$ (Nambu found such pairs in $^3$He too). The sigma, at 600 MeV, decays
# into two pions; the particle seen there, $f_0(500)$, is very broad (recalled).
#
# ## 4 · The dictionary, and the Higgs
#
# | | superconductor (BCS) | quark vacuum (NJL) | electroweak vacuum |
# |---|---|---|---|
# | order parameter | $\langle cc\rangle$, gap $\Delta$ | $\langle\bar qq\rangle$, mass $M$ | Higgs field, $v=246$ GeV |
# | what it ties together | electron and hole | quarks of left and right helicity | left and right, for every massive fermion |
# | symmetry before → after | U(1) → none | SU(2)×SU(2) → SU(2) | SU(2)×U(1) → U(1) |
# | phase modes (number of broken directions) | 1 | 3: $\pi^+,\pi^-,\pi^0$ | 3 |
# | coupled to a gauge field? | yes: photon, mass $\omega_p=1/\lambda_L$ | hardly: pions remain | yes: eaten by $W^+$, $W^-$, $Z$ |
# | amplitude mode | $2\Delta$ | sigma, $2M$ | Higgs boson, 125 GeV |
# | fermion energy | $\sqrt{\xi^2+\Delta^2}$ | $\sqrt{p^2+M^2}$ | $\sqrt{p^2+m_f^2}$, $m_f=y_fv/\sqrt2$ ($y_f$: a number of each fermion) |
# | microscopic origin | phonons | gluons (NJL: by hand) | not known |
# | field that tilts the valley | a second superconductor | $m_0$ | none |
# | what its theory is like | BCS, derived | BCS, a model | Ginzburg–Landau: $v$ is put in |
#
# The quark vacuum is a neutral superfluid, the electroweak one a charged superconductor. London's $\omega_p^2\propto e^2n_s$ becomes $m_W^2=\tfrac14g_w^2v^2$, and $m_Z=m_W/\cos\theta$. We need $v=(\sqrt2\,G_F)^{-1/2}$ from Fermi's constant (CODATA, in `scipy`), and
# $g_w=e/\sin\theta$ with $\sin^2\theta=0.2312$ and $e^2/4\pi=1/128$ at this energy (recalled).

# %%
GeV = 1e3 * MeV
v = GeV / np.sqrt(np.sqrt(2) * physical_constants["Fermi coupling constant"][0])
sin2, g_w = 0.2312, np.sqrt(4 * np.pi / 128 / 0.2312)  # recalled
m_W = g_w * v / 2
m_Z = m_W / np.sqrt(1 - sin2)
print(f"v = {v / GeV:.1f} GeV, g_w = {g_w:.3f}: m_W = {m_W / GeV:.1f} GeV, m_Z = {m_Z / GeV:.1f} GeV")
lam = london_length(Al.electron_density, electron_mass)
print(f"'London length' of the vacuum 1/m_W = {speed_of_light / m_W / metre:.2e} m; aluminium {lam / metre:.2e} m, ratio {lam * m_W / speed_of_light:.0e}")
print(f"W mass from the quark condensate alone: g_w f_π/2 = {g_w * float(model['f_pi']) / 2 / MeV:.0f} MeV")

# %% [markdown]
# The range of the weak force, $2.5\times10^{-18}$ m, is a penetration depth: it is short because the vacuum is a superconductor for W and Z. And since $\langle\bar qq\rangle$ ties left to right, it too breaks the electroweak symmetry. Were there no Higgs field, the W would weigh 30 MeV, and there
# would be no pions: the W and Z would have eaten them.
#
# What, then, is the Higgs boson? In a superconductor, the amplitude mode of chapter 08, at $2\Delta$ because the order parameter is *made of* the electrons that it gaps. Put each system's energies in units of what its heaviest fermion pair costs.

# %%
m_H, m_t, T_EW, lattice = 125.2 * GeV, 172.6 * GeV, 160 * GeV, 156.5 * MeV  # recalled; T_EW is from lattice calculations
omega_p = plasma_frequency(Al.electron_density, electron_mass)
rows = {"aluminium": (2 * Delta, 2 * Delta, omega_p, float(Al.Tc)), "quark vacuum": (2 * M0 * cutoff, 2 * M0 * cutoff, m_pi, T_chi), "electroweak": (2 * m_t, m_H, m_W, T_EW)}
fig, ax = figure(size=(7.4, 3.4))
marks = [("amplitude mode", "D", RED), ("phase mode, or the gauge boson that ate it", "s", BLUE), ("transition temperature", "^", GREEN)]
for k, (pair, *energies) in enumerate(rows.values()):
    for energy, (label, marker, colour) in zip(energies, marks, strict=True):
        recalled = k == 2
        ax.semilogx(energy / pair, -k, marker, color=colour, ms=8, mfc="white" if recalled else colour, label=label if k == 0 else None)
        print(f"{[*rows][k]:<13}{label.split(',')[0]:<23}{energy / pair:.3g}")
ax.axvline(1, color=BLACK, lw=1, ls=":")
ax.set(xlabel="energy / energy that frees a pair of fermions", xlim=(0.1, 1e5), ylim=(-2.6, 1.5), yticks=[0, -1, -2], yticklabels=list(rows))
ax.legend(loc="upper center")
show(fig, "Three rows, a logarithmic axis of energy over pair-breaking energy. Aluminium: amplitude mode at one, Tc at 0.28, photon mass at 43 thousand. Quark vacuum: amplitude mode at one, transition temperature at 0.31, pion at 0.24. "
     "Electroweak: W at 0.23, Higgs boson at 0.36 and transition temperature at 0.46, all left of one.")

# %% [markdown]
# In the first two rows the diamond sits on the dotted line. In the third it does not: were the Higgs field a BCS condensate of the heaviest fermion, the top quark, its boson would weigh near $2m_t=345$ GeV; it weighs 125 (open marks: from recalled numbers). Corrections bring such models down, not far enough (Bardeen, Hill and Lindner). So the Higgs field
# behaves like Ginzburg and Landau's, with a stiffness of its own. In their language $m_H$ and $m_W$ are the inverse lengths of amplitude and field, and $\kappa=m_H/\sqrt2\,m$ exceeds $1/\sqrt2$, type II, if $m_H$ is above the mass $m$ of the boson, as it is for W and Z:

# %%
for name, mass in (("W", m_W), ("Z", m_Z)):
    print(f"κ = m_H/√2 m_{name} = {m_H / np.sqrt(2) / mass:.2f}, type II above {1 / np.sqrt(2):.2f}")

# %% [markdown]
# ## 5 · Quarks with a Fermi sea
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


# %%
trial = np.geomspace(1e-6, 0.6, 300)
fig, ax = figure()
for mu, colour, style in [(0, RED, "--"), (300, ORANGE, "-."), (400, GREEN, "-"), (500, BLUE, ":")]:
    strength = [np.pi**2 / 4 / pairs(D, mu * MeV / cutoff) for D in trial]
    ax.semilogy(strength, trial * cutoff / MeV, color=colour, ls=style, label=rf"$\mu={mu}$ MeV")
ax.axvline(0.75 * coupling, color=GREY, lw=1)
ax.set(xlabel=r"attraction $H\Lambda^2$ between two quarks", ylabel=r"gap $\Delta$ (MeV)", xlim=(0, 4), ylim=(1e-3, 500))
ax.legend(loc="lower right")
show(fig, "Gap of the quark superconductor on a logarithmic axis against the attraction. Without a Fermi sea the gap drops vertically to zero at 2.47; with a chemical potential of 300, 400 or 500 MeV it stays finite at every attraction "
     "and falls smoothly. The grey line at 1.5 is at three quarters of the coupling of the vacuum.")

# %%
H = 0.75 * coupling
for mu in (400, 450, 500):
    Delta0 = brentq(lambda D: 4 * H / np.pi**2 * pairs(D, mu * MeV / cutoff) - 1, 1e-4, 1)
    Tc = brentq(lambda T: 4 * H / np.pi**2 * pairs(1e-6, mu * MeV / cutoff, T) - 1, 1e-3, 1)
    print(f"μ = {mu} MeV: Δ0 = {Delta0 * cutoff / MeV:.0f} MeV, Tc = {Tc * cutoff / MeV:.0f} MeV, Tc/Δ0 = {Tc / Delta0:.3f}; pair size v/πΔ = {speed_of_light / (np.pi * Delta0 * cutoff) / fm:.1f} fm")
print(f"BCS Tc/Δ0 = {pairing_temperature(1.0):.3f}; 1 MeV is {MeV / kelvin:.2e} K; distance of quarks n^(−1/3) at 450 MeV: {(np.pi**2 / 2)**(1 / 3) * speed_of_light / (450 * MeV) / fm:.2f} fm")

# %% [markdown]
# The sea moves the pairing to where there are states, and the wall is gone. With $H=\frac34G$, the value that goes with an exchange of one gluon (Buballa, recalled), the gap is about 100 MeV. Then $T_c$ is of the order of $10^{11}$ to $10^{12}$ K, while a neutron star a year old is below $10^{10}$ K (recalled): cold, for a quark.
# $T_c/\Delta_0$ stays near the 0.567 of BCS; but $\Delta/\mu$ is a fifth or more, and a pair is no larger than the distance between quarks ($n=2\mu^3/\pi^2$): nearer to the molecules of chapter 11 than to aluminium.
#
# $G$ was fitted to the vacuum. At very high density the strong force itself becomes weak, and the gap can be derived. A surprise waits there. Gluons of magnetic type are not screened at zero frequency, so pairing at lower energies is stronger: with $x=\ln(\mu/\omega)$
# the kernel of the gap equation is not a constant but, up to a factor $1/18\pi^2$, $g^2\min(x,x')$ (Son):
#
# $$\Delta(x)=\frac{g^2}{18\pi^2}\int_0^{x_0}\!dx'\,\min(x,x')\,\Delta(x')\;\Rightarrow\;\Delta''=-\frac{g^2}{18\pi^2}\,\Delta\;\Rightarrow\;\Delta\propto\sin\frac{gx}{3\sqrt2\pi},\quad x_0=\ln\frac{\mu}{\Delta_0}=\frac{3\pi^2}{\sqrt2\,g}.$$
#
# The sine must be at its maximum at $x_0$, as $\Delta'=0$ there. A contact attraction, $\min(x,x')\to1$, gives $x_0\propto1/g^2$, the BCS law. Put the kernel on a grid and ask for its largest eigenvalue:

# %%
n = 800
grid = (np.arange(n) + 0.5) / n  # x/x0, midpoints
largest = np.linalg.eigvalsh(np.minimum.outer(grid, grid) / n)[-1]
for g in (0.5, 1.0, 2.0):
    x0 = np.sqrt(18 * np.pi**2 / largest) / g  # (g²/18π²) x0² × eigenvalue = 1
    print(f"g = {g}: ln(μ/Δ0) = {x0:.3f} from the matrix, {3 * np.pi**2 / np.sqrt(2) / g:.3f} in closed form; contact kernel {18 * np.pi**2 / g**2:.1f}")

# %%
g = np.geomspace(0.7, 4, 100)
fig, ax = figure()
ax.semilogy(1 / g, colour_gap(1.0, g), color=BLUE, label="with the quarks' self-energy")
ax.semilogy(1 / g, colour_gap(1.0, g, self_energy=False), color=GREEN, ls="--", label="without it")
ax.semilogy(1 / g, np.exp(-3 * np.pi**2 / np.sqrt(2) / g), color=BLACK, ls=":", label=r"$e^{-3\pi^2/\sqrt{2}g}$ alone")
ax.semilogy(1 / g, np.exp(-18 * np.pi**2 / g**2), color=RED, ls="-.", label=r"contact: $e^{-18\pi^2/g^2}$")
ax.set(xlabel="inverse coupling $1/g$", ylabel=r"gap $\Delta_0/\mu$", ylim=(1e-14, 2), xlim=(0.24, 1.45))
ax.legend()
show(fig, "Gap over chemical potential on a logarithmic axis against the inverse coupling. Both versions of the full formula are flat at strong coupling and then fall almost as straight lines, a factor of 5.7 apart; the exponential alone is exactly straight and lower, by one "
     "power of ten at the left and nearly five at the right; the exponential of a contact attraction plunges out of the figure at once.")

# %%
for g in (2.5, 3.0, 3.5):
    full, bare = (colour_gap(450 * MeV, g, self_energy=flag) / MeV for flag in (True, False))
    print(f"μ = 450 MeV, g = {g}: Δ0 = {full:.0f} MeV, without the self-energy {bare:.0f} MeV; Tc = {pairing_temperature(full):.0f} MeV")

# %% [markdown]
# The long range of the force turns $1/g^2$ into $1/g$ and lifts the gap beyond recognition (red, dash-dotted, against blue). Neither law has an expansion in powers of $g$. At the densities of a star $g$ is about 3 and the formula is used far outside its range ($\mu>10^8$ MeV, says its source): the factor 5.7 between the two versions is an honest
# error bar. Model and formula together say roughly 10 to 100 MeV.
#
# ## Explore
#
# The free energy against $M$: the sum of the energies of the filled sea and of the attraction (heat included), at $\Lambda=664$ MeV. The curve is a cut through the valley; $-M$ is the opposite side of the circle. Heat it, weaken it below 1.645, tilt it.


# %%
def draw(ax, T=100.0, coupling=2.06, m0=0.0):
    M = np.linspace(-450, 450, 301) * MeV / cutoff
    t, bare = T * MeV / cutoff, m0 * MeV / cutoff
    E = np.hypot(p, M[:, None])
    potential = (M - bare) ** 2 / (4 * coupling) - 6 / np.pi**2 * (p**2 * (E + 2 * t * np.log1p(np.exp(-E / t)))) @ dp
    potential = (potential - potential[150]) * cutoff**4 / speed_of_light**3 / (MeV / fm**3)
    best = quark_mass(T * MeV, coupling, cutoff, m0 * MeV) / MeV
    ax.plot(M * cutoff / MeV, potential, color=BLUE, label=rf"$\Omega(M)-\Omega(0)$, $T={T:.0f}$ MeV")
    ax.plot(best, np.interp(best * MeV / cutoff, M, potential), "o", color=RED, label=f"gap equation: $M={best:.0f}$ MeV")
    ax.set(xlabel="$M$ (MeV)", ylabel=r"free energy (MeV/fm$^3$)", xlim=(-450, 450), ylim=(-120, 150))
    ax.legend(loc="upper center")


# %%
explore(draw, T=(5.0, 300.0), coupling=(1.2, 2.6), m0=[0.0, 5.0, 20.0], labels={"T": "temperature T", "coupling": "coupling G Λ²", "m0": "bare mass m₀"},
        units={"T": "MeV", "m0": "MeV"}, presets={"cold": {"T": 5.0}, "hot": {"T": 250.0}, "weak": {"T": 5.0, "coupling": 1.4}},
        alt="The free energy against the quark mass at a temperature of 100 MeV, coupling 2.06 and no bare mass: a double well with equal minima on both sides of a hill, and a dot from the gap equation in the right one; "
            "sliders change temperature and coupling, a menu the bare mass.")

# %% [markdown]
# ## Compare with experiment
#
# No experiment takes a quark out of the vacuum to weigh it, so $M$ has no measured value, and colour superconductivity has not been seen. What is measured, or computed from QCD itself on a lattice, stands below; all these values are *recalled*, except Fermi's constant above.

# %%
print(f"pion: {m_pi / MeV:.1f} MeV from the model (fitted); average of the three charges (2·139.57 + 134.98)/3 = {(2 * 139.57 + 134.98) / 3:.1f} MeV")
print(f"M: a third of a nucleon {938.9 / 3:.0f} MeV, half a rho meson {775 / 2:.0f} MeV; sets {', '.join(str(k) for k in njl_sets)} MeV ({model['M'].status}, {model['M'].source})")
print(f"crossover: model {crossover:.0f} MeV, lattice {lattice / MeV} ± 1.5 MeV")
for name, value, known in (("W", m_W, 80.4), ("Z", m_Z, 91.19)):
    print(f"m_{name}: {value / GeV:.1f} GeV against {known} GeV, {100 * (value / GeV / known - 1):+.1f} %")

# %% [markdown]
# The pion is fitted, so its mass tests nothing. That one $M$ in the range of a third of a nucleon and half a rho goes with it is the model's success; a crossover instead of a transition, too, is what the lattice finds. Its temperature is 16 % too high: NJL's quarks are free to roam at any temperature, whereas real
# ones are confined below. The W and Z agree to half a percent from the simplest formula; the rest is corrections.
#
# ## Check
#
# Closed forms, second routes, and a published table.

# %%
for M_test in (0.05, 0.3, 1.0):  # the integral by hand
    assert abs(2 * sea(M_test) - (np.sqrt(1 + M_test**2) - M_test**2 * np.arcsinh(1 / M_test))) < 1e-10  # 300 Gauss points
assert quark_mass(0.0, 0.999 * CRITICAL_COUPLING, 1.0) == 0 < quark_mass(0.0, 1.001 * CRITICAL_COUPLING, 1.0)
x = T_chi / cutoff  # at T_χ a massless quark: 1 = (12G/π²) ∫ dp p tanh(p/2T)
assert abs(12 * coupling / np.pi**2 * (dp @ (p * np.tanh(p / 2 / x))) - 1) < 1e-10
print("the wall at π²/6, the integral and T_χ agree")

# %%
for s in njl_sets.values():  # Buballa's table (recalled); G is given to three digits, which moves M by about 1 MeV
    M_s = quark_mass(0.0, s["coupling"], s["cutoff"], s["quark_mass"])
    condensate = quark_condensate(0.0, M_s, s["cutoff"])
    assert abs(M_s - s["M"]) < 2 * MeV and abs(np.cbrt(condensate) - s["condensate"]) < 0.5 * MeV
    f_pi = pion_decay_constant(0.0, M_s, s["cutoff"])
    assert abs(f_pi - s["f_pi"]) < 1 * MeV  # the table's f_π is taken at m_π, ours at 0
    pole = brentq(lambda w: responses(w, M_s / s["cutoff"], float(s["coupling"]), s["quark_mass"] / s["cutoff"])[0], 0, M_s / s["cutoff"])
    gmor = np.sqrt(-2 * s["quark_mass"] * condensate) / f_pi
    assert abs(pole * s["cutoff"] / gmor - 1) < (gmor / M_s) ** 2 / 4  # next order in m_π²/4M²
print("masses, condensates and decay constants of the table; the pion by two routes")

# %%
assert abs(largest - 4 / np.pi**2) < 1e-6  # midpoint rule, error of order 1/n²
slope = np.log(colour_gap(1.0, 0.2) / colour_gap(1.0, 0.1)) + 5 * np.log(2)
assert abs(slope / (3 * np.pi**2 / np.sqrt(2) * 5) - 1) < 1e-10  # the exponent, after taking g⁻⁵ out
weak = brentq(lambda T: pairs(1e-8, 0.6, T) - pairs(1e-5, 0.6), 1e-6, 1e-5)
assert abs(weak / pairing_temperature(1e-5) - 1) < 1e-4  # weak coupling: 4001 points across many decades
print("Son's exponent from the matrix, and Tc/Δ0 = 0.567 for quarks in weak coupling")

# %% [markdown]
# ## Where this fails
#
# * **Confinement** is absent: in the model a sigma, or a pion heavier than $2M$, falls apart into free quarks, which nobody has seen.
# * **The cutoff** is part of the model: $M/\Lambda$ is about a half, so masses depend on how the integral is cut; only what follows from symmetry (Goldstone, Gell-Mann–Oakes–Renner) is safe.
# * **Mean field.** Pions are light and plentiful in warm matter and are left out of $M(T)$; near a true second-order transition the square root would change.
# * **A dictionary is not an identity.** QCD's pairs are quark and antiquark, whose order parameter is neutral; and nobody knows what, if anything, the Higgs field is made of.
# * **Colour superconductivity** at the density of stars is extrapolated. The strange quark's mass and charge neutrality strain the pairs; other phases (colour–flavour locking, with $T_c/\Delta_0$ larger by $2^{1/3}$) compete.
#
# <!-- try it -->
# ## Try it
#
# * In Explore, set $m_0=0$ and find by hand the temperature where the two wells merge at coupling 2.06. Compare with `T_chi`.
# * In section 2 double $m_0$ in the printed table. By which factor does the pion's mass grow, and why not by 2?
# * In section 5 replace the factor `k**2` in `pairs` by 1, a constant density of states. What becomes of the wall at $\mu=0$?
# * [The exercises of this chapter](../exercises/12_quarks.ipynb): other numbers of colours, weakly paired quarks, the masses of light and strange quarks, W and Z from a 4×4 matrix, and gluons that are screened.
#
# ## Further reading
#
# * Y. Nambu, G. Jona-Lasinio, *Phys. Rev.* **122**, 345 (1961): the paper; its first section is the dictionary, in the authors' words.
# * S. P. Klevansky, *Rev. Mod. Phys.* **64**, 649 (1992): every integral of sections 1 to 3.
# * M. Buballa, *Phys. Rep.* **407**, 205 (2005): the parameter sets, and quark pairs in the same model.
# * P. W. Anderson, *Phys. Rev.* **130**, 439 (1963): from the photon in a metal to masses of gauge bosons.
# * W. A. Bardeen, C. T. Hill, M. Lindner, *Phys. Rev. D* **41**, 1647 (1990): the Higgs field as a BCS condensate of top quarks, worked out before the top was found.
# * D. T. Son, *Phys. Rev. D* **59**, 094019 (1999): the exponent of section 5.
