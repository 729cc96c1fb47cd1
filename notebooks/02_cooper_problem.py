# %% [markdown]
# # Bind two electrons above a Fermi sea
#
# <!-- minutes: 25 -->
# *25 minutes · you need: Coulomb's law, the harmonic oscillator, and what a Fermi sea is · in the book: "The origin of pairing: the Cooper problem".*
#
# **What you will see:** how two electrons, which repel, come to attract each other by way of the lattice; and why above a filled Fermi sea
# *any* attraction binds them, while in empty space a weak one does nothing.

# %% [markdown]
# | in the text | in the code | meaning | unit |
# |---|---|---|---|
# | $b$, $v$ | `b`, `v` | distance at which an electron passes an ion; its speed | length; energy·length ($\hbar=1$) |
# | $Z$, $M$, $\omega$ | `Z`, `M`, `omega` | charge, mass and angular frequency of the ion | 1; mass; energy |
# | $p$, $A$, $U$ | `kick` | momentum and displacement of the ion, energy of the attraction | 1/length; length; energy |
# | $E_B$ | `E_B` | binding energy of the pair, counted from $2E_F$ downwards | energy |
# | $\xi$ | `xi` | energy of one electron above the Fermi level | energy |
# | $\omega_D$ | `cutoff` | the attraction acts for $0<\xi<\omega_D$ | energy |
# | $N_0V$ | `coupling` | density of states of one spin at the Fermi level × attraction | 1 |
# | $\epsilon$, $g$ | `g` | energy of one particle in empty space; its density of states at $\epsilon=\omega_D$ × attraction | energy; 1 |
# | $\psi$, $v_F$, $k_F$ | `v_F`, `k_F` | wave function of the pair; Fermi velocity and wave number | energy·length; 1/length |
# | $\Delta_0$, $T_c$ | `e.Delta0`, `e.Tc` | gap and critical temperature of the superconductor (chapter 05) | energy |

# %%
import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq

from bcs_helpers import limits
from bcs_helpers.cooper import (
    binding_energy, empty_space_binding_energy, pair_amplitude, pair_wave_function, phonon_kick, rms_pair_size,
    square_well_binding_energy, square_well_threshold,
)
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, figure, show
from bcs_helpers.gap import zero_temperature_gap
from bcs_helpers.materials import elements
from bcs_helpers.units import dalton, electron_mass, epsilon0, kelvin, meV, metre, nm, second

# %% [markdown]
# The chapter in one picture: the binding energy of two electrons against the strength of their attraction, once above a Fermi
# sea and once in empty space. The attraction and its cutoff are the same.

# %%
g = np.geomspace(0.05, 5, 400)
fig, ax = figure()
ax.loglog(g, binding_energy(g, 1.0), color=BLUE, label="above a Fermi sea")
bound = g > 1
ax.loglog(g[bound], empty_space_binding_energy(g[bound], 1.0), color=RED, ls="--", label="in empty 3D space")
ax.axvline(1, color=GREY, lw=1, ls=":")
ax.set(xlabel="attraction × density of states", ylabel=r"binding energy $E_B/\omega_D$", ylim=(1e-18, 30))
ax.legend()
show(fig, "Binding energy against the attraction on logarithmic axes. Above a Fermi sea the curve continues to arbitrarily "
     "weak attraction, falling to 1e-17 at 0.05; in empty three-dimensional space it drops vertically to zero at 1.")

# %% [markdown]
# At strong attraction the two curves run close together. Left of the dotted line empty space has no bound state at all, while the sea still has one,
# if only by an exponentially small energy. The rest of the chapter explains both curves, and where the attraction comes from.
#
# ## 1 · How an attraction arises
#
# An electron of speed $v$ passes an ion of charge $Z$ at the distance $b$. The Coulomb force acts for a time of about $2b/v$ and leaves the ion
# with the momentum $p$; the ion, mass $M$ and frequency $\omega$, then swings out by $A=p/M\omega$. A second electron that follows
# on the same path finds the ion nearer by $A$, and its energy is lower by $U$ (quantum mechanics calls this the exchange of a virtual phonon):
#
# $$p=\frac{2Ze^2}{4\pi\epsilon_0\,b\,v},\qquad A=\frac{p}{M\omega},\qquad U=\frac{Ze^2}{4\pi\epsilon_0\,b^2}\,A .$$
#
# Take aluminium: the Fermi velocity, $M=27$ u, the Debye frequency for $\omega$, and $b$ of half a lattice spacing.

# %%
Al = elements["Al"]
v, M, omega = float(Al.v_F), 27 * dalton, float(Al.theta_D)
for Z, b in [(1, 0.2 * nm), (3, 0.2 * nm), (1, 0.3 * nm)]:
    kick = phonon_kick(v, b, M, omega, charge=Z)
    print(f"Z = {Z}, b = {b / nm} nm: displacement {1e4 * kick.displacement / nm:.1f}e-4 nm, attraction {kick.energy / meV:.2f} meV")
print(f"for comparison: ħω_D = {omega / meV:.1f} meV, k_B·1 K = {kelvin / meV:.3f} meV, ", end="")
print(f"repulsion of two electrons 0.2 nm apart {1 / (4 * np.pi * epsilon0 * 0.2 * nm) / meV:.0f} meV")

# %% [markdown]
# Five to a hundred and fifty milli-electronvolts, as $Z^2/b^3$ has it: the scale of a phonon's energy, far above the thermal energy at a few kelvin, far below the bare
# repulsion of two electrons at such a distance. The book's "milli-electronvolts" is the right order, and screening, which the estimate leaves out, lowers it
# further. Then why does the repulsion not win? Look at the times.

# %%
quarter = (2 * np.pi / omega) / 4  # a quarter of the ion's period
passing = 2 * 0.2 * nm / v
print(f"the electron is near the ion for {passing / second * 1e15:.2f} fs, the ion swings out after {quarter / second * 1e15:.0f} fs")
print(f"by then the first electron is {v * quarter / nm:.0f} nm away")

# %%
tau = np.linspace(0, 1, 300)  # in periods of the ion
period = 2 * np.pi / omega
fig, (left, right) = figure(1, 2)
left.plot(tau * period / second * 1e15, np.sin(2 * np.pi * tau) * 1e4 * phonon_kick(v, 0.2 * nm, M, omega).displacement / nm, color=BLUE)
left.axvspan(0, passing / second * 1e15, color=RED, alpha=0.6, lw=0)
left.axvline(quarter / second * 1e15, color=GREY, ls=":")
left.set(xlabel="time after the first electron passed (fs)", ylabel=r"displacement of the ion ($10^{-4}$ nm)")
b = np.linspace(0.12, 0.6, 100) * nm
right.semilogy(b / nm, phonon_kick(v, b, M, omega).energy / meV, color=BLUE, label=r"$Z=1$")
right.semilogy(b / nm, phonon_kick(v, b, M, omega, charge=3).energy / meV, color=ORANGE, ls="--", label=r"$Z=3$")
right.set(xlabel="distance of passage $b$ (nm)", ylabel="attraction $U$ (meV)")
right.legend()
show(fig, "Left: the ion's displacement over one period of 112 femtoseconds; the electron's passage is a red sliver at the very beginning, "
     "the maximum comes after 28 femtoseconds. Right: the attraction in meV falls with the distance of passage like its inverse cube; "
     "charge 3 gives nine times charge 1.")

# %% [markdown]
# The red sliver on the left is the whole passage, two tenths of a femtosecond. The ion reaches its largest displacement 28 fs later, when the first electron is already
# 57 nm away. The second electron profits from the displaced ion without coming near the first: the two avoid their repulsion *in time*. This
# retardation, more than the size of $U$, is what lets some meV win over several eV; chapter 09 puts a number on it (the Coulomb pseudopotential).
#
# ## 2 · One equation, two worlds
#
# Put two electrons with opposite spins and momenta above a filled sea and let them scatter into each other's states with the constant matrix
# element $-V$ as long as $\xi<\omega_D$. In empty space two slow particles, counted from rest, feel the same attraction up to the same energy. Schrödinger's equation for their wave function, $(2\xi+E_B)\,\psi(\xi)=V\sum\psi$, gives a condition on $E_B$ alone:
#
# $$\text{sea:}\quad \frac1{N_0V}=\int_0^{\omega_D}\frac{d\xi}{2\xi+E_B},\qquad\qquad \text{empty space:}\quad \frac1g=\int_0^{\omega_D}\sqrt{\frac{\epsilon}{\omega_D}}\,\frac{d\epsilon}{2\epsilon+E_B}.$$
#
# Only the density of states differs. The sea's is a constant, because at the Fermi level states are plenty; a slow particle in empty space has
# $N(\epsilon)\propto\sqrt\epsilon$, which vanishes exactly where the denominator is smallest; $g$ is $V$ times its value at the cutoff. Let us look at both right-hand sides.

# %%
E_B = np.geomspace(1e-8, 10, 300)
sea = 0.5 * np.log1p(2 / E_B)
s = np.sqrt(E_B / 2)
empty = 1 - s * np.arctan(1 / s)
fig, ax = figure()
ax.semilogx(E_B, sea, color=BLUE, label="Fermi sea")
ax.semilogx(E_B, empty, color=RED, ls="--", label="empty space")
for inverse, name in [(4, "weak attraction, 1/4"), (0.5, "strong attraction, 2")]:
    ax.axhline(inverse, color=BLACK, lw=1, ls=":")
    ax.text(2e-8, inverse + 0.12, name, fontsize=9.5)
ax.set(xlabel=r"trial binding energy $E_B/\omega_D$", ylabel="right-hand side of the pair equation", ylim=(0, 10))
ax.legend()
show(fig, "Right-hand sides of the two pair equations against the trial binding energy on a logarithmic axis. The sea's rises without limit, as a "
     "straight line, towards small binding energies; empty space's levels off at 1. A horizontal line at 4 meets only the sea's, one at 0.5 meets both.")

# %% [markdown]
# Towards small $E_B$ the sea's integral grows like $\frac12\ln(2\omega_D/E_B)$, a straight line here, without limit: however high the
# line $1/N_0V$ lies, it is met. The other integral stops at 1: for $g<1$ there is nothing to meet. The threshold is a matter of the density of
# states, not of statistics alone: the sea serves by *lifting the electrons to where there are states*. (Two particles in an empty
# plane have a constant density of states, and there any attraction binds as well.)
#
# ## 3 · Any attraction binds
#
# The sea's integral is elementary, so the binding energy is exact:
#
# $$E_B=\frac{2\omega_D}{e^{2/N_0V}-1}\;\longrightarrow\;2\omega_D\,e^{-2/N_0V}\qquad(N_0V\to0).$$

# %%
for coupling in (0.1, 0.2, 0.3, 0.5, 1.0):
    exact, weak = binding_energy(coupling, 1.0), limits.binding_energy_weak(coupling, 1.0)
    print(f"N0V = {coupling}: E_B/ω_D = {exact:.6e}   weak coupling {weak:.6e}   2Δ0/E_B = {2 * zero_temperature_gap(coupling, 1.0) / exact:.4g}")
print("in empty space, for each of them:", empty_space_binding_energy(np.array([0.1, 0.2, 0.3, 0.5, 1.0]), 1.0))

# %%
inverse = np.linspace(0.3, 10, 200)
fig, ax = figure()
ax.semilogy(inverse, binding_energy(1 / inverse, 1.0), color=BLUE, label="one pair, exact")
ax.semilogy(inverse, limits.binding_energy_weak(1 / inverse, 1.0), color=BLUE, ls=":", label=r"$2\omega_D e^{-2/N_0V}$")
ax.semilogy(inverse, 2 * zero_temperature_gap(1 / inverse, 1.0), color=GREEN, ls="--", label=r"$2\Delta_0$, all electrons pair")
strong = inverse < 1
ax.semilogy(inverse[strong], empty_space_binding_energy(1 / inverse[strong], 1.0), color=RED, label="empty space")
ax.set(xlabel="inverse attraction $1/N_0V$", ylabel=r"energy $/\omega_D$", ylim=(1e-9, 10))
ax.legend()
show(fig, "Energies on a logarithmic axis against the inverse attraction. One pair's binding energy becomes a straight line of slope minus two (in the natural logarithm), reached by its "
     "weak-coupling form beyond 2; the pair-breaking energy of the full theory has slope minus one and lies far above; empty space ends at 1.")

# %% [markdown]
# The straight line has slope $-2$: $E_B$ is not small like a power of $V$ but exponentially small, and on a linear axis one would believe it
# to be zero below $N_0V\approx0.2$. The dashed line is what happens when *all* electrons near the Fermi level pair at once (chapters 03 and 05): its slope is $-1$, so at $N_0V=0.2$ the
# energy to break a pair is 297 times larger than this chapter's pair suggests. Cooper's pair shows that the Fermi sea is unstable; it is not yet the new state.
#
# ## 4 · A pair is large
#
# The wave function is $\psi(\xi)\propto1/(2\xi+E_B)$: it extends over energies of about $E_B$ above the Fermi level, and so over wave numbers
# $\delta k\approx E_B/v_F$. In space the pair is as wide as $1/\delta k$:
#
# $$\sqrt{\langle r^2\rangle}=\frac{2}{\sqrt3}\,\frac{\hbar v_F}{E_B}.$$
#
# (As in the textbooks, the sharp edge of $\psi$ at $\xi=0$ is left out. It gives the wave function a faint tail $\propto1/r^2$, with which $\langle r^2\rangle$ would be infinite.)

# %%
coupling = 1 / np.log(limits.TC_PREFACTOR * Al.theta_D / Al.Tc)  # what Tc and θ_D of aluminium say in weak coupling
E_B = binding_energy(coupling, Al.theta_D)
print(f"aluminium: N0V = {coupling:.3f}, E_B = {1e3 * E_B / meV:.3f} µeV, size {rms_pair_size(v, E_B) / metre * 1e3:.1f} mm")
E_strong = binding_energy(0.4, Al.theta_D)
print(f"with N0V = 0.4 instead: E_B = {E_strong / meV:.2f} meV, size {rms_pair_size(v, E_strong) / nm:.0f} nm")

# %%
cutoff, E_B, v_F, k_F = 1.0, binding_energy(0.4, 1.0), 10.0, 1.0  # a metal with E_F = 5 ω_D
xi, r = np.linspace(0, 0.1, 300), np.linspace(0.5, 1600, 20_000)
size = rms_pair_size(v_F, E_B, cutoff)
fig, (left, right) = figure(1, 2)
left.plot(xi / E_B, pair_amplitude(xi, E_B, cutoff) ** 2 * E_B, color=BLUE)
left.set(xlabel=r"energy $\xi/E_B$", ylabel=r"$|\psi(\xi)|^2\,E_B$", xlim=(0, 5), ylim=(0, None))
right.plot(r / (2 * np.pi), r * pair_wave_function(r, E_B, cutoff, v_F, k_F), color=BLUE, lw=0.5)
right.axvline(size / (2 * np.pi), color=RED, ls="--", label=r"$\sqrt{\langle r^2\rangle}$")
right.legend()
right.set(xlabel=r"distance $r$ in Fermi wavelengths", ylabel=r"$k_F r\,\psi(r)/\psi(0)$")
show(fig, "Left: the probability that the electrons of the pair have energy xi above the Fermi level falls to a quarter at half the binding "
     "energy. Right: the wave function in space times distance oscillates with the Fermi wavelength, so fast that it fills a band; the band narrows "
     "over hundreds of wavelengths, and a dashed line marks the rms size at 136.")
print(f"rms size: {size / (2 * np.pi):.0f} Fermi wavelengths")

# %% [markdown]
# Left: the pair lives mostly within one $E_B$ of the Fermi level. Right: in space it is a standing wave of the Fermi wavelength (too fast to be resolved here) under an
# envelope that is more than a hundred wavelengths wide, even at this strong attraction. With aluminium's numbers the single pair would be millimetres across: a sign, again, that one
# pair is the wrong unit. The pairs of the true ground state are smaller, like $\hbar v_F/\Delta$; chapter 03 measures them and counts how many overlap.
#
# ## Explore
#
# Lower the attraction through 1. Above a sea the crossing only slides to the left; in empty space it runs away to $E_B=0$ and is gone.


# %%
def draw(ax, attraction=1.5):
    E_B = np.geomspace(1e-8, 10, 200)
    s = np.sqrt(E_B / 2)
    ax.semilogx(E_B, 0.5 * np.log1p(2 / E_B), color=BLUE, label="Fermi sea")
    ax.semilogx(E_B, 1 - s * np.arctan(1 / s), color=RED, ls="--", label="empty space")
    ax.axhline(1 / attraction, color=BLACK, lw=1, ls=":")
    ax.plot(binding_energy(attraction, 1.0), 1 / attraction, "o", color=BLUE)
    if attraction > 1:
        ax.plot(empty_space_binding_energy(attraction, 1.0), 1 / attraction, "s", color=RED)
    ax.set(xlabel=r"trial binding energy $E_B/\omega_D$", ylabel="right-hand side", ylim=(0, 6), xlim=(1e-8, 10))
    ax.legend()


# %%
explore(draw, attraction=(0.17, 3.0), labels={"attraction": "attraction N₀V"}, presets={"0.9": {"attraction": 0.9}, "1.1": {"attraction": 1.1}},
        alt="The two right-hand sides of the pair equation against the trial binding energy at attraction 1.5: the horizontal line at two "
            "thirds meets the Fermi sea's curve at 0.7 and empty space's at 0.13 of the cutoff; the slider moves the line.")

# %% [markdown]
# ## Compare with experiment
#
# Nobody has measured the energy of a single Cooper pair: where there is one, all electrons pair. But a measured $T_c$ and Debye temperature
# give $N_0V$ (in weak coupling, chapter 05), this chapter gives $E_B$ from it, and the measured $2\Delta_0$ can be set beside it.

# %%
for symbol in ("Ga", "Sn", "V", "In", "Hg", "Pb"):
    e = elements[symbol]
    coupling, full = 1 / np.log(limits.TC_PREFACTOR * e.theta_D / e.Tc), e.gap_ratio * e.Tc
    E_B = binding_energy(coupling, e.theta_D)
    print(f"{symbol}: N0V = {coupling:.3f}  E_B = {1e3 * E_B / meV:7.3f} µeV   2Δ0 = {1e3 * full / meV:6.0f} µeV ({e.gap_ratio.kind}, {e.gap_ratio.method})   ratio {full / E_B:5.0f}   2e^(1/N0V) = {2 * np.exp(1 / coupling):5.0f}")

# %% [markdown]
# The gaps are 40 to 660 times larger than a lone pair's energy, and the weaker the coupling the larger the factor. For gallium, tin and vanadium it is the weak-coupling ratio
# $2\Delta_0/E_B=2e^{1/N_0V}$ of section 3 (last column), within the error of a gap, some five per cent; for indium and lead it is 15 % larger, for mercury 30 %: their coupling is not weak. The experiment decides against the lone pair and for the collective state.
#
# ## Check
#
# Quadrature and root finding, a matrix, and a problem of quantum mechanics textbooks.

# %%
def by_quadrature(coupling, weight):
    """The root of 1/coupling = ∫₀¹ weight(ε) dε/(2ε + E_B), solved for ln E_B."""
    def integral(E):
        return quad(lambda u: weight(u**2) * 2 * u / (2 * u**2 + E), 0, 1, epsabs=1e-12, limit=300)[0]
    return np.exp(brentq(lambda x: integral(np.exp(x)) - 1 / coupling, -12, 3, xtol=1e-12))


assert abs(by_quadrature(0.4, lambda e: 1.0) / binding_energy(0.4, 1.0) - 1) < 1e-8  # quad's own accuracy
assert abs(by_quadrature(1.3, np.sqrt) / empty_space_binding_energy(1.3, 1.0) - 1) < 1e-8
print("quadrature and root finding agree to 1e-8")

# %%
n, coupling = 1500, 0.8  # the pair as a matrix: 2ξ on the diagonal, −V in every element
xi = (np.arange(n) + 0.5) / n
lowest = np.linalg.eigvalsh(np.diag(2 * xi) - coupling / n)[0]
print(f"lowest eigenvalue {lowest:.5f}, −E_B = {-binding_energy(coupling, 1.0):.5f}")
assert abs(lowest + binding_energy(coupling, 1.0)) < 1e-5  # midpoint rule, error of order 1/n²

# %%
m = electron_mass / 2  # reduced mass of two electrons, in a spherical well of 1 nm
threshold = square_well_threshold(1 * nm, m)
print(f"a spherical well of 1 nm must be deeper than {threshold / meV:.0f} meV to bind two electrons")
assert square_well_binding_energy(0.999 * threshold, 1 * nm, m) == 0
E = square_well_binding_energy(2 * threshold, 1 * nm, m)  # above the threshold the wave must join smoothly at the edge
k, kappa = np.sqrt(2 * m * (2 * threshold - E)), np.sqrt(2 * m * E)  # wave number inside, decay outside
assert E > 0 and abs(k / np.tan(k * 1 * nm) + kappa) < 1e-10 * kappa  # rounding

# %% [markdown]
# ## Where this fails
#
# * **One pair above a rigid sea** treats two electrons unlike the others. All are alike; chapter 03 lets them all pair.
# * **The kick** is unscreened and classical, and the ion is alone. Real phonons are waves of the whole lattice; what survives is the order of magnitude and the retardation.
# * **A constant attraction with a sharp edge** gives the right exponential and an edge-dependent number in front of it.
# * **Strong attraction** ($E_B$ near $\omega_D$ or $E_F$): the sea hardly matters and the pair becomes a molecule (chapter 11).
# * **"Any attraction"** means the *net* one, phonons and repulsion together, in a channel where it is attractive.
#
# <!-- try it -->
# ## Try it
#
# * In section 1 set $M$ to that of lead (207 u) and $\omega$ to its Debye temperature. Why is the attraction only about halved, although the ion is nearly eight times heavier?
# * In section 2 give the sea a density of states that vanishes at the Fermi level, like $\xi^{0.3}$. Is there a threshold? (Compute the integral at $E_B=0$.)
# * In the matrix of the check let the sum begin at $\xi=0.2$ instead of 0. What happens to the binding of a weakly attracted pair, and why?
# * [The exercises of this chapter](../exercises/02_cooper_problem.ipynb): the kick in numbers, the binding energy, where weak glue does not hold, and a pair that is
#   kept away from the Fermi level.
#
# ## Further reading
#
# * L. N. Cooper, *Phys. Rev.* **104**, 1189 (1956): one page and a half; the equation of section 2 is all there is.
# * M. Tinkham, *Introduction to Superconductivity*, 2nd ed., section 3.1: the same with the wave function discussed.
# * P.-G. de Gennes, *Superconductivity of Metals and Alloys*, chapter 4: the size of the pair, and why one pair is not enough.
# * L. D. Landau, E. M. Lifshitz, *Quantum Mechanics*, §33 and §45: wells in three and in fewer dimensions, thresholds and their absence.
