# %% [markdown]
# # 08 · Compute the collective modes
#
# **What you will see:** a neutral superfluid carries a sound wave of its phase; charge lifts this wave to the plasma frequency and makes the photon heavy, which is the Meissner effect.

# %% tags=["hide-input"]
# Load what the chapter needs, and compute the first picture
import numpy as np
from IPython.display import display
from matplotlib.collections import LineCollection, PolyCollection
from scipy.integrate import quad
from scipy.optimize import brentq

from bcs_helpers import limits
from bcs_helpers.classroom import ask
from bcs_helpers.collective import (
    amplitude_response, field_profile, london_length, phase_mode, phase_response,
    photon, photon_mass, plasma_frequency, plasmon,
)
from bcs_helpers.crossover import sound_velocity
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, figure, show
from bcs_helpers.gap import gap
from bcs_helpers.materials import cold_atoms, elements, plasmons, remarks
from bcs_helpers.tables import numbers, table
from bcs_helpers.units import electron_mass, eV, meV, nm, speed_of_light

# Compute the hat, seen obliquely, for the picture below
wave_number, tilt = 0.2, np.radians(42)  # v_F q/2Δ of the wave that moves; how steeply one looks
around = np.radians(np.arange(0, 361, 10))


def projected(r, angle):
    """The energy Δ²(ln Δ − ½) over the plane of the order parameter, projected on the page."""
    height = 1.2 * r**2 * (np.log(np.maximum(r, 1e-9)) - 0.5)
    across, away = r * np.cos(angle), r * np.sin(angle)
    return np.stack([across, away * np.sin(tilt) + height * np.cos(tilt)])


radii = np.linspace(1.34, 0.05, 20)  # from this tilt no part of the hat hides another
disks = [projected(r, around).T for r in radii]
valley = np.exp(-(((radii - 1) / 0.3) ** 2))
shades = 0.94 - np.outer(valley, [0.45, 0.28, 0.1])
mesh = [projected(r, around).T for r in (0.33, 0.67, 1.0, 1.34)]
mesh += [projected(np.linspace(0, 1.34, 14), angle).T for angle in around[:-1:3] + 0.26]


# Compute how an amplitude rings that is held aside and let go (section 5)
def ringing(t):
    """Amplitude over its value at t = 0, t in h/2Δ: ∫ dy cos(2πt cosh y)/(y² + π²/4)."""
    u = np.linspace(0, 30, 6001)
    y, dy = u + 0.25j * np.pi * np.tanh(u), 1 + 0.25j * np.pi / np.cosh(u) ** 2  # where it decays
    return np.trapezoid(np.exp(2j * np.pi * t * np.cosh(y)) / (y**2 + np.pi**2 / 4) * dy, u).real

# %% tags=["hide-input"]
# Draw the hat with the phase of one wave and the amplitude on it, at the time of the slider
def draw_hat(ax, t, frequency):
    ax.add_collection(PolyCollection(disks, facecolors=shades, lw=0), autolim=False)
    ax.add_collection(LineCollection(mesh, colors="#6f8294", lw=0.5), autolim=False)
    swing = np.radians(-90) + np.radians(30) * np.array([-1, np.cos(2 * np.pi * frequency * t), 1])
    ax.plot(*projected(1.0, np.linspace(swing[0], swing[2], 20)), color=RED, lw=1.6)
    ax.plot(*projected(1.0, swing[1]), "o", color=RED, ms=11)
    ax.plot(*projected(np.linspace(0.7, 1.34, 20), 0.1), color=BLACK, lw=1.6)
    ax.plot(*projected(1 + 0.7 * ringing(t), 0.1), "D", color=BLACK, ms=8)
    ax.text(0, -1.5, "phase", color=RED, ha="center", fontsize=11)
    ax.text(1.4, 0.05, "amplitude", color=BLACK, fontsize=11)
    ax.set(xlim=(-1.4, 2.15), ylim=(-1.6, 0.85), title=f"t = {t:.2f} h/2Δ")
    ax.set_aspect("equal")
    ax.axis("off")


# Draw beside it the frequencies of both, with the charge of the slider, and show both
along = np.linspace(0, 0.3, 31)
neutral = phase_mode(2 * along, 1.0, 1.0) / 2  # in units of 2Δ
slow = phase_mode(2 * wave_number, 1.0, 1.0) / 2


def draw_modes(axes, t=0.1, charge=0.0):
    frequency = np.hypot(charge, slow)
    draw_hat(axes[0], t, frequency)
    axes[1].fill_between([0, 0.3], 1, 1.3, color="#d4d4d4", lw=0)
    axes[1].text(0.15, 1.13, "pairs break", ha="center", fontsize=10)
    axes[1].plot([0, 0.3], [0, 0.3], color=GREY, ls=":", label=r"particles: $v_Fq$")
    axes[1].plot(along, np.hypot(charge, neutral), color=RED, label="phase, with charge")
    axes[1].plot(along[::15], neutral[::15], color=BLUE, ls="--", label="phase, no charge")
    axes[1].plot(0, 1, "D", color=BLACK, ms=8, label="amplitude")
    axes[1].plot(wave_number, frequency, "o", color=RED, ms=9)
    axes[1].plot(0, charge, "o", color=RED, mfc="white", ms=10, gid="charge")
    axes[1].set(xlabel=r"wave number $v_Fq/2\Delta$", ylabel=r"frequency $\omega/2\Delta$")
    axes[1].set(xlim=(-0.012, 0.3), ylim=(-0.04, 1.3))
    axes[1].set_title(f"ω = {frequency:.3f} · 2Δ")
    axes[1].legend(loc="center left", bbox_to_anchor=(1, 0.5))


display(ask("speed_of_the_phase_mode"))
explore(draw_modes, t=(0.1, 1.2), charge=(0.0, 0.7), panels=(1, 2), size=(9.2, 3.2), play="t",
        drag={"charge": "y"}, labels={"t": "time", "charge": "plasma frequency"},
        units={"t": "h/2Δ", "charge": "2Δ"},
        presets={"no charge": {"charge": 0.0}, "charged": {"charge": 0.6}}, alt="hat")

# %% [markdown]
# <!-- figure: hat -->
# **Figure 8.1.** The energy has a circle of minima, along which the phase moves and across which the amplitude moves; charge makes the phase fast. Left: the energy at $T=0$ over the complex plane of the order parameter (section 1). The round ball is the phase at one place of a standing wave, the
# diamond an amplitude that was pushed outwards and let go at $t=0$ (section 5); both motions are drawn large. Right: their frequencies. The wave on the left has the wave number of the filled dot, 0.2; its frequency stands above.
#
# Press Play without charge: the wave of the phase is slow, and the amplitude rings at $2\Delta$ and dies away. Compare the slope of the dashed line with that of the dotted one, the particles themselves. Then drag the open circle up, which gives the particles a charge, and press Play again. Even the longest wave now has a frequency, the plasma frequency (section 3);
# the amplitude, which moves no charge, keeps its frequency. The lines are the law of long waves; where they are drawn, the full response differs from it by at most 1.3 per cent (Check). In a metal the circle stands thousands to tens of thousands of times higher than $2\Delta$.

# %% [markdown]
# <!-- minutes: 30 -->
# *30 minutes · you need: the BCS state and its phase (chapter 03), the quasiparticle energy (chapter 04), plane waves · in the book: "Advanced probes and
# collective modes", on the Anderson–Bogoliubov mode and the Anderson–Higgs mechanism.*
#
# | in the text | in the code | meaning | unit |
# |---|---|---|---|
# | $\Delta$, $\varphi$ | `Delta`, — | amplitude and phase of the order parameter $\Delta e^{i\varphi}$ | energy; rad |
# | $\omega$, $q$ | `omega`, `q` | frequency and wave number of a mode ($\hbar=1$) | energy; 1/length |
# | $\xi$, $E$ | `xi`, `E` | electron energy from the Fermi level; $E=\sqrt{\xi^2+\Delta^2}$ | energy |
# | $N_0$, $\Omega$ | — | density of states of one spin per volume; free energy per volume | 1/(energy·volume); energy/volume |
# | $Q$ | `Q` | $v_Fq/2\Delta$ | 1 |
# | $c$, $v_F$ | —, `v_F` | velocity of the phase mode; Fermi velocity | energy·length |
# | $c_{\rm light}$ | `speed_of_light` | velocity of light | energy·length |
# | $n$, $m$, $\delta n$ | `Al.electron_density`, `electron_mass` | density and mass of the particles; change of the density | 1/volume; mass; 1/volume |
# | $s$, $\chi$ | `chi` | $\omega/2\Delta$; response of the amplitude (over its static value) | 1 |
# | $\omega_p$ | `omega_p` | plasma frequency $\sqrt{ne^2/\epsilon_0m}$ | energy |
# | $\lambda_L$ | `london_length` | London's penetration depth | length |

# %% [markdown]
# ## 1 · Minima on a circle
#
# The energy gained at $T=0$ depends on the amplitude of the order parameter alone (chapter 06): $\Omega/N_0=\Delta^2(\ln\frac{\Delta}{\Delta_0}-\frac12)$. The phase
# does not appear. Over the complex plane of the order parameter this is the hat of [Figure 8.1](#hat).
#
# The bottom of its valley is a circle. Moving along it, the phase, costs nothing if the whole sample moves together; so a long wave of the phase must have a low frequency: Goldstone's theorem. Moving across it,
# the amplitude, costs energy like a spring. We take the two in turn.

# %% [markdown]
# ## 2 · The phase mode of a neutral superfluid
#
# Let the phase vary a little, as $e^{i(qr-\omega t)}$. Then the order parameter has a small imaginary part $\delta\,e^{i(qr-\omega t)}$ besides $\Delta$, and we ask when it keeps itself up.
#
# 1. As a perturbation it makes two quasiparticles out of the ground state, with the two electrons of a pair that moves with wave number $q$: their energies are $\xi,\xi'\to\xi\pm\frac12v_Fq\cos\theta$, those of the quasiparticles $E$ and $E'$. The amplitude is $\delta\,(uu'+vv')$ (chapter 04's $u$, $v$).
# 2. First-order perturbation theory at the frequency $\omega$ adds to the pair function $\langle c_{-k'\downarrow}c_{k\uparrow}\rangle$, which has the factor $uu'+vv'$ once more, the imaginary part $\delta\,(uu'+vv')^2\,\dfrac{E+E'}{(E+E')^2-\omega^2}$.
# 3. $V$ times the sum of the pair function is the order parameter, which has to be the $\delta$ we began with: $\dfrac1V=\sum(uu'+vv')^2\dfrac{E+E'}{(E+E')^2-\omega^2}$. The gap equation says that $\dfrac1V=\sum\dfrac1{2E}$ too.
#
# With $(uu'+vv')^2=\frac12\big(1+\frac{\xi\xi'+\Delta^2}{EE'}\big)$ the difference of the two is
#
# $$\int\!d\xi\;\Big\langle\frac{(E+E')(EE'+\xi\xi'+\Delta^2)}{2EE'\,[(E+E')^2-\omega^2]}\Big\rangle-\frac{1}{2\sqrt{\xi^2+\Delta^2}}=0,$$
#
# where the brackets average over the direction $\theta$. At $\omega=q=0$ this is the gap equation minus itself: to turn the phase as a whole costs nothing. (For the amplitude, section 5, $uu'-vv'$ takes the place of $uu'+vv'$. That the two do not mix holds in weak coupling, where electrons and holes are alike.)
# First a check of step 3's factor, then the integral over $\xi$ and angle on a grid and its root in $\omega$.

# %%
one, two = np.random.default_rng(8).normal(0, 2, (2, 6))  # ξ and ξ' in units of Δ
u, v = (
    np.sqrt((1 + sign * np.array([one, two]) / np.hypot([one, two], 1)) / 2) for sign in (1, -1)
)
factor = (u[0] * u[1] + v[0] * v[1]) ** 2
formula = (1 + (one * two + 1) / (np.hypot(one, 1) * np.hypot(two, 1))) / 2
print(f"largest difference of the two forms of (uu' + vv')²: {np.abs(factor - formula).max():.0e}")

# %%
node, weight = np.polynomial.legendre.leggauss(24)
cosine, angle_weight = (1 + node) / 2, weight / 2  # the average over a hemisphere
u, du = np.linspace(-18, 18, 1441, retstep=True)
xi, dxi = np.sinh(u)[:, None], np.cosh(u) * du  # in units of Δ


def condition(omega, Q, cosine=cosine, weight=angle_weight):
    """Left-hand side for Δ = 1: ω and v_F q = 2Q in units of Δ."""
    plus, minus = xi + Q * cosine, xi - Q * cosine
    E, F = np.hypot(plus, 1), np.hypot(minus, 1)
    pairs = (E + F) * (E * F + plus * minus + 1) / (2 * E * F * ((E + F) ** 2 - omega**2))
    return dxi @ (pairs @ weight - 0.5 / np.hypot(xi[:, 0], 1))


# %%
Q = np.array([0.05, 0.1, 0.5, 1.0, 2.0])
root = np.array([brentq(condition, 0, 2 - 1e-9, args=(x,), xtol=1e-14) for x in Q])
module = phase_mode(2 * Q, 1.0, 1.0)  # the integral over ξ in closed form
columns = {r"$v_Fq/2\Delta$": numbers(Q, 2), r"$\omega/v_Fq$, grid": numbers(root / (2 * Q), 6)}
table(
    columns | {r"$\omega/v_Fq$, package": numbers(module / (2 * Q), 6)},
    caption=r"Velocity of the phase mode; $1/\sqrt{3}=0.577350$.",
)

# %% tags=["hide-input"]
# Draw the frequency of the phase mode
Q = np.linspace(0, 3, 300)
mode = phase_mode(2 * Q, 1.0, 1.0) / 2
fig, ax = figure()
ax.plot(Q, mode, color=BLUE, label="phase mode")
ax.plot(Q, Q / np.sqrt(3), color=RED, ls="--", label=r"$\omega=v_Fq/\sqrt{3}$")
ax.axhspan(1, 1.3, color=GREY, alpha=0.35, lw=0)
ax.text(0.1, 1.12, "pairs break", fontsize=10)
ax.set(
    xlabel=r"wave number $v_Fq/2\Delta$",
    ylabel=r"frequency $\omega/2\Delta$",
    ylim=(0, 1.3),
    xlim=(0, 3),
)
ax.legend(loc="lower right")
show(fig, "phase_mode_dispersion")

# %% [markdown]
# <!-- figure: phase_mode_dispersion -->
# **Figure 8.2.** Long waves run at $v_F/\sqrt3$, which is the book's result; the 3 under the root comes from the average of $\cos^2\theta$, $\frac13$ in three-dimensional space. It is also the sound velocity that the compressibility of
# an ideal Fermi gas gives, $mc^2=n\,d\mu/dn$ with the chemical potential $\mu$: the gap drops out. Waves shorter than the size of a pair bend over and hide below the continuum.
# Where does the velocity apply? In a cold gas the attraction can be tuned. It is measured by $1/k_Fa$ with the scattering length $a$ (chapter 11): large and negative is weak, 0 is called unitarity, positive means molecules.

# %%
y = np.array([-3.0, -1.0, 0.0, 1.0])
velocity = numbers([sound_velocity(x) for x in y], decimals=4)
table(
    {"$1/k_Fa$": numbers(y, decimals=0), "$c/v_F$": velocity},
    caption="Velocity of sound in mean-field theory at $T=0$.",
)

# %% [markdown]
# In weak coupling (first line) it is $1/\sqrt3=0.577$; at unitarity mean-field theory gives 0.444. So the book's $v_F/\sqrt3$ belongs to weak attraction. And $^3$He, which the book names beside the atomic gases, pairs in a $p$-wave: it has this mode, but breaks more symmetries and has more soft modes besides. Its velocity is not $v_F/\sqrt3$: from low to high pressure sound runs at 183 to 420 m/s, and $v_F/\sqrt3$ falls from 34 to 19 m/s (recalled). The strong forces between the atoms, not the pairing, make the liquid so stiff.
#
# ## 3 · Charge lifts it
#
# A phase wave moves particles, so it changes the density: $\ddot{\delta n}=-c^2q^2\,\delta n$. Charged particles feel in addition the field of the charge they pile up. By Poisson's equation the divergence of this field is proportional to
# $\delta n$ itself, and adds $-\omega_p^2\,\delta n$ to the right-hand side, however long the wave:
#
# $$\omega^2=\omega_p^2+c^2q^2,\qquad\omega_p^2=\frac{ne^2}{\epsilon_0m}.$$

# %%
metals = [elements[symbol] for symbol in ("Al", "Sn", "Pb")]
w = np.array([plasma_frequency(e.electron_density, electron_mass) for e in metals])
pair = np.array([2 * gap(0.0, e.Tc) for e in metals])  # BCS
columns = {"metal": [e.symbol for e in metals], r"$\hbar\omega_p$ / eV": numbers(w / eV, 3)}
columns |= {
    r"$2\Delta$ / meV": numbers(pair / meV, 3),
    r"$\hbar\omega_p/2\Delta$": numbers(w / pair, 2),
}
table(
    columns, caption=r"Both calculated: $\omega_p$ from the electron density, $2\Delta$ from $T_c$."
)

# %%
Al = elements["Al"]
Delta, v_F = gap(0.0, Al.Tc), float(Al.v_F)
omega_p = plasma_frequency(Al.electron_density, electron_mass)

# %% tags=["hide-input"]
# Draw the mode energies against wave number
q = np.geomspace(1e-6, 1, 300) / nm
fig, ax = figure()
ax.loglog(q * nm, photon(q, omega_p) / meV, color=RED, label="photon in the metal")
ax.loglog(q * nm, speed_of_light * q / meV, color=RED, ls=":", label="photon in empty space")
ax.loglog(
    q * nm,
    plasmon(q, omega_p, np.sqrt(3 / 5) * v_F) / meV,
    color=ORANGE,
    ls="--",
    label="plasmon (charged phase mode)",
)
ax.axhline(2 * Delta / meV, color=BLACK, lw=1, label=r"$2\Delta$: pairs break")
ax.loglog(q * nm, phase_mode(q, Delta, v_F) / meV, color=BLUE, label="phase mode, were it neutral")
ax.set(
    xlabel=r"wave number $q$ (nm$^{-1}$)", ylabel=r"energy $\hbar\omega$ (meV)", ylim=(1e-4, 1e6)
)
ax.legend(fontsize=8.5)
show(fig, "mode_energies")

# %% [markdown]
# <!-- figure: mode_energies -->
# **Figure 8.3.** Energies of the modes against wave number for aluminium's numbers, both axes logarithmic. Without charge there would be a wave at the lowest energies (the phase mode). With charge it has moved up by more than four powers of ten (dashed), and the light that was at low energy
# outside (dotted) has moved up with it (solid, above). At $T=0$ no wave of the electrons in the bulk is left below $2\Delta$.
#
# In [Figure 8.1](#hat) the ratio $\omega_p/2\Delta$ is at most 0.7. A wave above $2\Delta$ could break pairs; a long wave of the charge hardly couples to them. In a real metal the ratio is of the order of $10^4$: the mode that Goldstone's theorem wanted at zero energy stands at 16 eV in aluminium (calculated, see the table), as an ordinary plasmon, and knows nothing of superconductivity
# (at such frequencies the velocity is no longer $v_F/\sqrt3$ but the normal metal's $\sqrt{3/5}\,v_F$). Goldstone's theorem is not violated: it assumes forces of short range.
#
# ## 4 · The photon's mass
#
# Transverse light, too, drives the superfluid: the current is $-n e^2A/m$ without delay (London), which adds $\omega_p^2$ to Maxwell's wave equation, $\omega^2=\omega_p^2+c_{\rm light}^2q^2$. That is the energy of a particle of mass
# $\hbar\omega_p/c_{\rm light}^2$. For a static field $\omega=0$, and the wave number is imaginary: $q=i/\lambda_L$, $\lambda_L=c_{\rm light}/\omega_p$.

# %%
lam = london_length(Al.electron_density, electron_mass)
mass = photon_mass(omega_p)
print(f"photon mass {omega_p / eV:.1f} eV/c² = {mass / electron_mass:.1e} electron masses")
print(f"λ_L = {lam / nm:.1f} nm, c_light/ω_p = {speed_of_light / omega_p / nm:.1f} nm")

# %% tags=["hide-input"]
# Draw the field against depth and the photon's energy
depth = np.linspace(0, 100, 400) * nm
fig, (left, right) = figure(1, 2)
left.plot(depth / nm, field_profile(depth, lam), color=BLUE, label="superconductor, $\\omega\\to0$")
for fraction, colour, style in [(0.9, GREEN, "--"), (1.1, ORANGE, "-.")]:
    k = np.sqrt((fraction**2 - 1) + 0j) / lam
    left.plot(
        depth / nm,
        np.exp(1j * k * depth).real,
        color=colour,
        ls=style,
        label=rf"$\omega={fraction}\,\omega_p$",
    )
left.set(xlabel="depth (nm)", ylabel="field / field at the surface")
left.legend()
q = np.linspace(0, 0.15, 200) / nm
right.plot(q * nm, photon(q, omega_p) / eV, color=RED, label="in the metal")
right.plot(q * nm, speed_of_light * q / eV, color=RED, ls=":", label="in empty space")
right.set(xlabel=r"wave number (nm$^{-1}$)", ylabel="photon energy (eV)", ylim=(0, 35))
right.legend()
show(fig, "photon_mass")

# %% [markdown]
# <!-- figure: photon_mass -->
# **Figure 8.4.** A static field falls by a factor $e$ every 12.5 nm: this is the Meissner effect. Left: the field against the depth. Just below the plasma frequency (dashed) it still dies, over a longer way; above (dash-dotted) it runs on as a wave. Right: the energy of a photon in the metal begins at $\hbar\omega_p$, 16 eV, and approaches that in empty space.
#
# A field whose quantum has a mass reaches only as far as $\hbar/(\text{mass}\cdot c_{\rm light})=\lambda_L$, as Yukawa saw for the nuclear force. A normal metal has the same $\omega_p$ and reflects light of high frequency just as well; the difference is at $\omega\to0$.
# There the normal metal does not screen a static field, even if its electrons never scatter: electrons that move along the wave fronts take up any small energy (Landau damping), and their response cancels the mass. In a superconductor such excitations cost $2\Delta$; it is the gap that keeps the mass. The count of modes is right: a massless photon has two polarisations, a massive one has three; the third is the plasmon of section 3, the phase
# mode that the photon has "eaten". In the electroweak theory the same bookkeeping gives the W and Z their masses (chapter 12).
#
# ## 5 · The amplitude mode
#
# Across the valley there is a spring. Its resonance lies at $2\Delta$, exactly where pairs begin to break, so the vibration can decay. With $s=\omega/2\Delta$ the response of the amplitude is
#
# $$\chi(\omega)=\frac{s}{\sqrt{1-s^2}\,\arcsin s}.$$

# %% tags=["hide-input"]
# Draw the response of the amplitude
omega = np.concatenate([np.linspace(0, 1.999, 400), np.linspace(2.001, 6, 600)])
chi = amplitude_response(omega, 1.0)
fig, ax = figure()
ax.plot(omega / 2, chi.imag, color=BLUE, label=r"Im $\chi$: absorption")
ax.plot(omega / 2, chi.real, color=RED, ls="--", label=r"Re $\chi$")
ax.axvline(1, color=GREY, lw=1, ls=":")
ax.set(
    xlabel=r"frequency $\omega/2\Delta$",
    ylabel=r"response of the amplitude $\chi$",
    ylim=(-0.5, 6),
    xlim=(0, 3),
)
ax.legend()
show(fig, "amplitude_response")

# %%
above = np.array([1e-2, 1e-4, 1e-6])
edge = amplitude_response(2 * (1 + above), 1.0).imag * np.sqrt(above)
table(
    {
        r"$s=\omega/2\Delta$": numbers(1 + above, decimals=6),
        r"$\sqrt{s-1}\;\mathrm{Im}\,\chi$": numbers(edge, decimals=4),
    },
    caption=r"Absorption just above $2\Delta$.",
)

# %% [markdown]
# <!-- figure: amplitude_response -->
# **Figure 8.5.** The absorption (solid) begins at $2\Delta$ with an edge, $1/\sqrt{\omega-2\Delta}$, not with a sharp line. (The product in the table settles at $\sqrt2/\pi=0.4502$.)
#
# The amplitude mode is born at the threshold of its own decay. It carries no charge and light couples to it only weakly; it was first noticed in the Raman
# spectrum of NbSe$_2$ (Sooryakumar and Klein, 1980, recalled). It is the superconductor's Higgs boson.
#
# In time: an amplitude that was held aside and is let go at $t=0$ follows $\frac2\pi\int d\omega\,\mathrm{Im}\,\chi\,\frac{\cos\omega t}{\omega}=\int_0^\infty\!dy\,\frac{\cos(2\Delta t\cosh y)}{y^2+\pi^2/4}$. It falls at once, then rings at $2\Delta$, and the ringing dies only like $1/\sqrt t$: this is what the diamond does in [Figure 8.1](#hat).
#
# ## Explore
#
# The phase's inverse response against frequency: where it crosses zero the mode stands. Raise the wave number and watch the crossing move to the right and come to a stand below $2\Delta$.


# %%
def draw(ax, Q=0.5):
    omega = np.linspace(0, 0.9999, 200) * 2
    ax.plot(
        omega / 2,
        phase_response(omega, 2 * Q, 1.0, 1.0),
        color=BLUE,
        label="inverse response of the phase",
    )
    ax.plot(
        phase_mode(2 * Q, 1.0, 1.0) / 2,
        0,
        "o",
        color=RED,
        label=f"mode, $c/v_F={phase_mode(2 * Q, 1.0, 1.0) / (2 * Q):.3f}$",
    )
    ax.axvline(Q / np.sqrt(3), color=RED, lw=1, ls="--", label=r"$v_Fq/\sqrt{3}$")
    ax.axhline(0, color=GREY, lw=1)
    ax.axvspan(1, 1.25, color="#d4d4d4", lw=0)
    ax.text(1.21, 0.5, "pairs break", rotation=90, ha="center", va="center", fontsize=10)
    ax.set(xlabel=r"frequency $\omega/2\Delta$", ylabel="inverse response per $N_0$")
    ax.set(xlim=(0, 1.25), ylim=(-1, 2))
    ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3)


# %%
explore(
    draw,
    Q=(0.05, 2.0),
    labels={"Q": "wave number"},
    units={"Q": "2Δ/v_F"},
    alt="phase_inverse_response",
)

# %% [markdown]
# <!-- figure: phase_inverse_response -->
# **Figure 8.6.** The inverse response of the phase crosses zero where the mode stands. The dashed line is $v_Fq/\sqrt3$; it passes $2\Delta$, where the continuum of broken pairs begins (grey), the mode does not.

# %% [markdown]
# ## Compare with experiment
#
# **The charged mode.** Plasmons are measured by the energy that fast electrons lose in a foil. At long waves $\hbar\omega=\hbar\omega_p+\alpha\,\hbar^2q^2/m$, and the normal metal's velocity of section 3 gives $\alpha=\frac35E_F/\hbar\omega_p$.

# %%
E_F = electron_mass * v_F**2 / 2
print(f"aluminium, section 3: α = {0.6 * E_F / omega_p:.2f} (calculated, free electrons)")
names = ("Li", "Na", "K", "Mg", "Al")
columns = {
    "metal": list(names),
    r"$\alpha$ calculated": numbers([plasmons[f"{name}_theory"] for name in names], decimals=2),
    r"$\alpha$ measured": numbers([plasmons[name] for name in names], decimals=2),
}
table(
    columns, caption="Dispersion of the plasmon, from the International Tables for Crystallography."
)

# %% [markdown]
# The measured plasmon runs more slowly than the theory says, in aluminium by a factor of two at long waves: electrons avoid each other (exchange and correlation), which the formula leaves out.
#
# **London's length** from the electron density has no other input. It is the local, clean, free-electron value. Beside it stand values from experiments on lead and indium, and for aluminium and tin the values of a textbook's table, which are *calculated* from other data (and recalled).

# %%
metals = [elements[symbol] for symbol in ("Al", "Sn", "In", "Pb")]
free = np.array([london_length(e.electron_density, electron_mass) for e in metals])
length = np.array([float(e.lambda_L) for e in metals])
k_F = np.cbrt([3 * np.pi**2 * e.electron_density for e in metals])
heavy = np.array([float(e.N0) for e in metals]) / (electron_mass * k_F / (2 * np.pi**2))
columns = {
    "metal": [e.symbol for e in metals],
    r"$c_{\rm light}/\omega_p$ / nm": numbers(free / nm, 3),
    r"$\lambda_L$ / nm": numbers(length / nm, 3),
    r"$\lambda_L$ is": ["calculated", "calculated", "derived", "compiled"],
    r"$m^*/m$ that it needs": numbers((length / free) ** 2, 2),
    r"$m^*/m$ from $\gamma$": numbers(heavy, 2),
    "area, at most": numbers(np.sqrt(heavy) * free / length, 2),
}
table(
    columns,
    caption="Sources: Al, Sn Kittel's table (recalled); In Toxen; Pb Gasparovic and McLean.",
)

# %% [markdown]
# The density sets the scale, 12 to 16 nm; the lengths are longer. Could heavy electrons be the reason? As $\lambda_L\propto\sqrt{m^*}$, indium, tin and lead would need masses of four to six. The heat capacity, with phonons included, knows of 1.3 to 2. So mass is not the reason; in aluminium it makes most of the difference, elsewhere not. The Fermi surface is:
#
# $$\frac1{\lambda_L^2}=\frac{\mu_0e^2}{12\pi^3\hbar}\oint v_F\,dS .$$
#
# The planes on which electrons are reflected in a crystal (Bragg) cut away area $S$ and slow the electrons near the cuts. The heat capacity measures $\gamma\propto\oint dS/v_F$. The two together bound the area: $(\oint dS)^2\le\oint v_F\,dS\oint dS/v_F$. The last column gives this bound in units of the free sphere's area: in tin, indium and lead at most about two thirds of it carries the current.
#
# **The neutral mode** is seen where particles are neutral, in a cold gas of fermionic atoms at resonance. There $mc^2=n\,d\mu/dn$ with $\mu=\xi_BE_F$ ($\xi_B$ is Bertsch's parameter, a pure number) gives $c/v_F=\sqrt{\xi_B/3}$.

# %%
bertsch = cold_atoms["bertsch_2013"]
speed = np.sqrt(bertsch / 3)
error = speed * bertsch.uncertainty / (2 * bertsch)
columns = {
    "velocity": ["from the Bertsch parameter", "mean field", "weak coupling"],
    "$c/v_F$": [*numbers([speed], error=[error]), *numbers([sound_velocity(0.0), 3**-0.5], 3)],
    "kind": ["derived", "calculated", "calculated"],
}
table(columns, caption="Sound of the unitary Fermi gas.")

# %%
seen = {
    "NbTiN film": "higgs_film",
    "unitary gas": "higgs_unitary",
    "gas, crossover": "higgs_crossover",
    "gas, modulated": "higgs_modulated",
}
said = [remarks[key] for key in seen.values()]
table(
    {
        "system": list(seen),
        "what was measured": [row.text for row in said],
        "method": [row.method for row in said],
        "source": [str(row.source) for row in said],
    },
    caption="The amplitude mode.",
)

# %% [markdown]
# 0.351 is not a measured velocity: it follows from density profiles, by the compressibility. Joseph et al. sent sound pulses through the gas and found $c\propto v_F$ over a factor of 30 in density, with a spread of 1.8 per cent; we have not read the velocity itself. It lies below mean field: at resonance the pairs are small and mean field is only a guide (chapter 11).
# The amplitude mode was seen as an oscillation at $2\Delta$ in a superconducting film and in cold gases. In the unitary gas it decays faster than BCS says, and toward molecules it disappears.
#
# ## Check
#
# The root on the grid against the package's closed form, the expansion for small $q$, and a sum rule.

# %%
for Q in (0.1, 0.7, 1.5):
    root = brentq(condition, 0, 2 - 1e-9, args=(Q,), xtol=1e-14)
    assert abs(root / phase_mode(2 * Q, 1.0, 1.0) - 1) < 1e-8  # 24 angles and a trapezoid
q = 1e-2
slowed = phase_mode(q, 1.0, 1.0) / (q * limits.SOUND_VELOCITY)
assert abs(slowed - (1 - q**2 / 45)) < 1e-9  # next order q⁴
print("v_F/√3, its correction 1/45, and two routes agree")

# %% [markdown]
# The first figure of the chapter once more. In the charged gas a density wave stands where $1+\frac{3\omega_p^2}{(v_Fq)^2}\,\chi_n=0$, with the density response $\chi_n$ of the neutral superfluid, here over its static value. With $F=\arcsin(s)/(s\sqrt{1-s^2})$, $s^2=(\omega^2-\eta^2)/4\Delta^2$ and $\eta=v_Fq\cos\theta$ it is
# $\chi_n=\big\langle\frac{\eta^2-\omega^2F}{\eta^2-\omega^2}\big\rangle-\frac{\omega^2\langle F\rangle^2}{4\Delta^2\langle s^2F\rangle}$. For small $q$ it goes to $-(v_Fq)^2/3\omega^2$, so that $\omega=\omega_p$ at any strength of the charge.

# %%
share = 3 * cosine**2 * angle_weight  # the average over cos θ = cosine³: fine where F is steep


def response_with_charge(w, Q, plasma):
    """1 + 3(ω_p/v_F q)² χ_n; all three frequencies in units of 2Δ."""
    eta = Q * cosine**3
    s = np.sqrt(w**2 - eta**2 + 0j)
    F = (np.arcsin(s) / (s * np.sqrt(1 - s**2))).real
    bare = share @ ((eta**2 - w**2 * F) / (eta**2 - w**2))
    mixed = w**2 * (share @ F) ** 2 / (share @ ((w**2 - eta**2) * F))
    return 1 + 3 * (plasma / Q) ** 2 * (bare - mixed)


law, full = np.hypot([0.1, 0.4, 0.7], phase_mode(0.6, 1.0, 1.0) / 2), []
for plasma in (0.1, 0.4, 0.7):
    start = phase_mode(0.6, 1.0, 1.0) / 2 + 1e-6
    full.append(brentq(response_with_charge, start, 1 - 1e-9, args=(0.3, plasma)))
assert np.all(np.abs(law / full - 1) < 0.013)  # at the right end of the figure, where it is largest
print(f"law of long waves, largest error drawn: {np.max(law / full) - 1:.1%}")

# %%
# Kramers and Kronig: the static response is an integral of the absorption,
# Re χ(0) = (2/π)∫ Im χ dω/ω = 1
absorbed = quad(
    lambda y: 2 / np.pi * amplitude_response(2 * np.cosh(y), 1.0).imag * np.tanh(y),
    1e-9,
    100,
    limit=400,
)[0]
tail = 1 / 100  # Im χ → π/2y² and y = 100 is where we stopped
assert abs(absorbed + tail - 1) < 1e-5  # the tail's next term
print(f"sum rule: {absorbed + tail:.6f}")
y = np.linspace(1e-6, 9, 400_001)  # the ringing once more, as a Fourier integral of the absorption
spectrum = 2 / np.pi * amplitude_response(2 * np.cosh(y), 1.0).imag * np.tanh(y)
for t in (0.1, 0.5, 1.2):
    phases = 2 * np.pi * t * np.cosh(y)
    summed = np.trapezoid(np.cos(phases) * spectrum * np.exp(-((phases / 400) ** 2)), y)
    assert abs(summed - ringing(t)) < 1e-3  # the last factor, which ends the integral
print("the amplitude rings as its absorption says")

# %% [markdown]
# ## Where this fails
#
# * **Weak coupling, $T=0$, no impurities**: at finite temperature quasiparticles damp the phase mode, and impurities make it diffuse. Close to $T_c$ a charged superconductor has a soft phase mode after all: quasiparticles screen its charge (Carlson and Goldman, 1973 to 1975, recalled).
# * **The plasmon at 16 eV** is beyond BCS: at that energy the metal does not know that it is superconducting.
# * **Low dimensions**: in a film or wire the Coulomb force does not hold the plasmon up, and a soft phase mode returns.
# * **London's locality** needs $\lambda_L\gg\xi_0$; clean aluminium has it the wrong way round (12.5 nm against 1600 nm, which is calculated and recalled), and its real penetration depth is longer than $\lambda_L$.
# * **The amplitude mode** is sharp only where something pushes it below $2\Delta$, such as a charge-density wave.

# %%
ask("phase_mode_in_a_metal")

# %%
ask("amplitude_mode")

# %%
ask("error_in_photon_mass")

# %% [markdown]
# <!-- try it -->
# ## Try it
#
# * Let all fermions of section 2 move along $q$ ($\cos\theta=1$) instead of averaging: in a new cell compute `brentq(condition, 0, 2 - 1e-9, args=(0.5, np.ones(1), np.ones(1))) / (2 * 0.5)`, then with other $Q<1$ in both places of the 0.5. Which velocity $\omega/v_Fq$ do you find, and does the mode still bend?
# * Which density would a charged superfluid need for its plasmon to lie below $2\Delta$ of aluminium? In a new cell compare `plasma_frequency(n, electron_mass)` with `2 * Delta`, and `n` with `Al.electron_density`.
# * Expand $\chi$ of section 5 just above $\omega=2\Delta$. Where does the printed 0.4502 come from?
# * [The exercises of this chapter](../exercises/08_collective_modes.ipynb): the velocity of the neutral mode and its bend in a plane, a ring of phases with and without charge, the soft mode of a film, and the photon's mass.
#
# ## Further reading
#
# * P. W. Anderson, *Phys. Rev.* **112**, 1900 (1958): the phase mode, and why it becomes the plasmon.
# * P. W. Anderson, *Phys. Rev.* **130**, 439 (1963): plasmons, gauge invariance, and mass; the idea of the Higgs mechanism, in four pages.
# * D. Pekker, C. M. Varma, *Annu. Rev. Condens. Matter Phys.* **6**, 269 (2015): amplitude modes wherever there is a circular valley.
# * R. Combescot, M. Yu. Kagan, S. Stringari, *Phys. Rev. A* **74**, 042717 (2006): the phase mode from BCS to BEC.
