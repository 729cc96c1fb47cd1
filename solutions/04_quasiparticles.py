# %% [markdown]
# # 04 · Excite the superconductor: answers
#
# <!-- work -->
# *280 minutes, 39 points, and two questions in words · read first: [chapter 04](../notebooks/04_quasiparticles.ipynb).*
#
# <!-- how to solve -->

# %% [markdown] tags=["solution"]
# These are the explained solutions: the idea, the steps, the code, and a limit or a second way that confirms it. What an exercise leaves out stands between `# begin solution` and `# end solution`.

# %%
import numpy as np
from scipy.integrate import quad

from bcs_helpers.classroom import ask, carry_on, check, hint, progress

# %% tags=["solution"]
from scipy.optimize import brentq
from scipy.special import k1

from bcs_helpers.classroom import rubric
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, figure, show
from bcs_helpers.tables import numbers, table

# %%
ask("warm_up_energy")

# %% [markdown]
# <!-- task: bogoliubov_anticommutators -->
# ## 1 · Which mixtures are fermions? (problem 1096844, 3 points, 20 min)
#
# A quasiparticle is a mixture of an electron and a hole. Not every mixture is a particle that obeys Pauli's principle. Which ones do?
#
# Take the two places $\mathbf k\!\uparrow$ and $-\mathbf k\!\downarrow$ and mix them with any complex $2\times2$ matrix `M`, an array:
#
# $$\gamma_0=M_{00}\,c_\uparrow+M_{01}\,c_\downarrow^\dagger,\qquad\gamma_1^\dagger=M_{10}\,c_\uparrow+M_{11}\,c_\downarrow^\dagger .$$
#
# With $\{c_\uparrow,c_\uparrow^\dagger\}=\{c_\downarrow,c_\downarrow^\dagger\}=1$ and all others zero, the three anticommutators $\{\gamma_0,\gamma_0^\dagger\}$,
# $\{\gamma_1,\gamma_1^\dagger\}$ and $\{\gamma_0,\gamma_1\}$ are numbers. Return them as an array of three. For which $M$ are they 1, 1 and 0?

# %% [markdown] tags=["solution"]
# **Idea.** Of the anticommutators of the terms only $\{c_\uparrow,c_\uparrow^\dagger\}=1$ and $\{c_\downarrow^\dagger,c_\downarrow\}=1$ survive. What is left of $\{\gamma_0,\gamma_0^\dagger\}$ is
# $|M_{00}|^2+|M_{01}|^2$. In the same way $\{\gamma_1,\gamma_1^\dagger\}=|M_{10}|^2+|M_{11}|^2$ and, since $\gamma_1=M_{10}^*c_\uparrow^\dagger+M_{11}^*c_\downarrow$, $\{\gamma_0,\gamma_1\}=M_{00}M_{10}^*+M_{01}M_{11}^*$.
#
# These are the elements of $MM^\dagger$. So *the new operators are fermions if and only if $M$ is unitary.* For the book's $M=\begin{pmatrix}u&-v\\v&u\end{pmatrix}$ the diagonal says $u^2+v^2=1$, and the minus sign makes the rest vanish.


# %%
def bogoliubov_anticommutators(M):
    """{γ0, γ0†}, {γ1, γ1†} and {γ0, γ1}, three numbers, for γ0 and γ1† mixed by M."""
    # begin solution
    gram = M @ M.conj().T
    return np.array([gram[0, 0], gram[1, 1], gram[0, 1]])
    # end solution


check(bogoliubov_anticommutators)

# %%
bogoliubov_anticommutators = carry_on(bogoliubov_anticommutators)

# %% [markdown] tags=["solution"]
# **A second way: matrices.** One place is empty or filled; "take out" is the matrix $a=\begin{pmatrix}0&1\\0&0\end{pmatrix}$. For two places put them side by side with `np.kron`. Two operators made as
# $a\otimes1$ and $1\otimes a$ would commute, but electrons anticommute. So the second one gets a sign that looks at the first place, $\mathrm{diag}(1,-1)\otimes a$. Everything else is multiplication.

# %% tags=["solution"]
cases = {r"$u=0.8$, $v=0.6$": [[0.8, -0.6], [0.6, 0.8]],
         "$u=v=0.8$": [[0.8, -0.8], [0.8, 0.8]],
         "the minus lost": [[0.8, 0.6], [0.6, 0.8]],
         r"$v=0.6\,i$": [[0.8, -0.6j], [0.6j, 0.8]],
         r"$v=0.6\,i$, $v^*$ below": [[0.8, -0.6j], [-0.6j, 0.8]]}
take = np.array([[0, 1], [0, 0]])
up, down = np.kron(take, np.eye(2)), np.kron(np.diag([1, -1]), take)


def quasiparticles(M):
    """γ0 and γ1 as 4×4 matrices."""
    return M[0, 0] * up + M[0, 1] * down.T, (M[1, 0] * up + M[1, 1] * down.T).conj().T


def by_matrices(M):
    """The three anticommutators, each a 4×4 matrix."""
    a, b = quasiparticles(M)
    pairs = [(a, a.conj().T), (b, b.conj().T), (a, b)]
    return np.array([A @ B + B @ A for A, B in pairs])


matrices = np.array(list(cases.values()), complex)
found = np.array([bogoliubov_anticommutators(M) for M in matrices])
units = np.multiply.outer(found, np.eye(4))
print("by matrices the same, times one:", np.allclose([by_matrices(M) for M in matrices], units))
table({"mixture": cases, r"$\{\gamma_0,\gamma_0^\dagger\}$": numbers(found[:, 0].real, decimals=2),
       r"$\{\gamma_1,\gamma_1^\dagger\}$": numbers(found[:, 1].real, decimals=2),
       r"$|\{\gamma_0,\gamma_1\}|$": numbers(np.abs(found[:, 2]), decimals=2)},
      caption="The three anticommutators of five mixtures.")

# %% [markdown] tags=["solution"]
# The last two lines show what the condition is for a complex pair amplitude: $|u|^2+|v|^2=1$ is not enough, the second row needs the conjugate $v^*$.

# %% [markdown]
# <!-- task: rotation_from_amplitude -->
# ## 2 · The transformation that belongs to a pair (problem 1096844, 3 points, 20 min)
#
# The ground state of one pair of places is $|0\rangle+g\,c_\uparrow^\dagger c_\downarrow^\dagger|0\rangle$, up to its length, with a complex number $g$. Which quasiparticles have this state as their vacuum?
#
# For a number `g` return the $2\times2$ matrix $M$ of task 1 for which $\gamma_0$ and $\gamma_1$ are fermions and both annihilate this state. That leaves two phases open: choose them so that $M_{00}$ and $M_{11}$ are
# real and positive.

# %% [markdown] tags=["solution"]
# **Idea.** First annihilate, then normalise, then complete.
#
# 1. $c_\uparrow$ makes $g\,c_\downarrow^\dagger|0\rangle$ of the state, and $c_\downarrow^\dagger$ makes $c_\downarrow^\dagger|0\rangle$ of it. So $M_{00}\,g+M_{01}=0$: the first row is proportional to $(1,-g)$.
# 2. $\{\gamma_0,\gamma_0^\dagger\}=1$ asks for $|M_{00}|^2(1+|g|^2)=1$. With $u=1/\sqrt{1+|g|^2}$ and $v=gu$ this is $|u|^2+|v|^2=1$, and $u+v\,c_\uparrow^\dagger c_\downarrow^\dagger$ is the normalised state.
# 3. The second row must be orthogonal to the first and of length one: $(v^*,u)$, up to a phase. Then it annihilates the state, too.


# %%
def rotation_from_amplitude(g):
    """The 2×2 matrix of the fermions whose vacuum is |0⟩ + g|↑↓⟩, with a real positive diagonal."""
    # begin solution
    u = 1 / np.sqrt(1 + abs(g) ** 2)
    v = g * u
    return np.array([[u, -v], [np.conj(v), u]])
    # end solution


check(rotation_from_amplitude)

# %%
rotation_from_amplitude = carry_on(rotation_from_amplitude)

# %% [markdown] tags=["solution"]
# **The matrices confirm it**, for a complex $g$: both $\gamma$ give zero, and the anticommutators are those of fermions. In the BCS ground state $g=v/u=(E-\xi)/\Delta$, with the phase of the condensate:
# from very large deep in the sea through one at $k_F$ to zero far above.

# %% tags=["solution"]
for g in (0.75, 1 + 0.5j):
    M = rotation_from_amplitude(g)
    state = np.array([1, 0, 0, g])
    assert np.allclose([gamma @ state for gamma in quasiparticles(M)], 0)
    assert np.allclose(bogoliubov_anticommutators(M), [1, 1, 0])
print("γ0 and γ1 leave nothing of the state, and they are fermions")

# %% [markdown]
# <!-- task: step_width -->
# ## 3 · How wide is the step? (problem 1096918, 3 points, 20 min)
#
# At $T=0$ the occupation $v^2=\frac12(1-\xi/E)$ falls from one to zero "over a width of about $\Delta$". Between which places, and how wide is that on the axis of $k$?
#
# For an occupation `p` below one half, the gap `Delta` in meV and the Fermi velocity `v_F` in $10^6$ m/s return an array of two numbers: the distance in energy $\xi$, in meV, from where $v^2=1-p$ to where $v^2=p$; and
# the same distance in wave numbers, in µm⁻¹, with $\xi=\hbar v_F(k-k_F)$.

# %% [markdown] tags=["solution"]
# **Idea.** $v^2=p$ means $\xi/E=1-2p$. With $E^2=\xi^2+\Delta^2$, a right-angled triangle with the sides $\xi$ and $\Delta$ and the hypotenuse $E$:
#
# $$\xi_p=\Delta\,\frac{1-2p}{\sqrt{1-(1-2p)^2}}=\Delta\,\frac{1-2p}{2\sqrt{p(1-p)}} .$$
#
# The place of $1-p$ is $-\xi_p$, so the width is $2\xi_p$. From three quarters to one quarter this is $2\Delta/\sqrt3$. Divide by $\hbar v_F$ for the wave number.


# %%
def step_width(p, Delta, v_F):
    """Distance from v² = 1 − p to v² = p: in meV, and in 1/µm; Delta in meV, v_F in 10⁶ m/s."""
    # begin solution
    width = Delta * (1 - 2 * p) / np.sqrt(p * (1 - p))
    hbar = 0.6582120  # meV ps; and 10⁶ m/s is 1 µm/ps
    return np.array([width, width / (hbar * v_F)])
    # end solution


check(step_width)

# %%
step_width = carry_on(step_width)

# %% [markdown] tags=["solution"]
# **A second way.** Let a root finder look for the two places. For aluminium, with $k_F=17.5$ nm⁻¹ (free electrons):

# %% tags=["solution"]
occupation = lambda xi: (1 - xi / np.hypot(xi, 1.0)) / 2
p = np.array([0.25, 0.1, 0.01])
ends = [[brentq(lambda xi: occupation(xi) - q, -100, 100) for q in (a, 1 - a)] for a in p]
found = np.subtract(*np.transpose(ends))
energy, wave_number = np.transpose([step_width(a, 0.18, 2.03) for a in p])
table({"down to": numbers(p, decimals=2), r"by search / $\Delta$": numbers(found, decimals=3),
       r"by formula / $\Delta$": numbers(energy / 0.18, decimals=3),
       "aluminium / meV": numbers(energy, decimals=2),
       "aluminium / µm⁻¹": numbers(wave_number, decimals=2),
       "over $k_F$": numbers(wave_number / 17.5e3, 1)},
      caption="The width of the step from $1-p$ down to $p$.")

# %% [markdown] tags=["solution"]
# "About $\Delta$" is right, and it means one part in a hundred thousand of $k_F$. One over the width of the step is the size of a pair: some micrometres (chapter 03).

# %% [markdown]
# <!-- task: equally_blurred_temperature -->
# ## 4 · How warm a normal metal is as blurred (problem 1096918, 3 points, 20 min)
#
# Heat blurs the Fermi step, too. How warm would a *normal* metal have to be for its step to be as wide as that of the superconductor at $T=0$?
#
# Compare the distances from occupation $1-p$ to $p$. Return the temperature as a multiple of the $T_c$ of the superconductor, for an array `p` of numbers below one half. Take $\Delta(0)/k_BT_c$ from weak coupling.

# %% [markdown] tags=["solution"]
# **Idea.** $1/(e^{x/T}+1)=p$ at $x=T\ln\frac{1-p}p$, so the thermal step is $2T\ln\frac{1-p}p$ wide. Set it equal to the width of task 3 and put in $\Delta(0)=1.764\,T_c$:
#
# $$\frac T{T_c}=1.764\,\frac{1-2p}{2\sqrt{p(1-p)}\,\ln\frac{1-p}p} .$$


# %%
def equally_blurred_temperature(p):
    """T/Tc at which a normal metal's Fermi step is as wide, from 1 − p to p, as v² at T = 0."""
    # begin solution
    gap_over_Tc = np.pi * np.exp(-np.euler_gamma)
    return gap_over_Tc * (1 - 2 * p) / (2 * np.sqrt(p * (1 - p)) * np.log((1 - p) / p))
    # end solution


check(equally_blurred_temperature)

# %%
equally_blurred_temperature = carry_on(equally_blurred_temperature)

# %% tags=["solution"]
xi, gap_over_Tc = np.linspace(-4, 4, 401), np.pi * np.exp(-np.euler_gamma)
p = np.geomspace(1e-3, 0.49, 100)
fig, (left, right) = figure(1, 2)
left.plot(xi, occupation(xi), color=BLUE, label="$v^2$, superconductor at $T=0$")
for T, colour, style in [(0.5, GREEN, "-."), (0.93, RED, "--"), (2.0, ORANGE, ":")]:
    fermi = 1 / (np.exp(xi * gap_over_Tc / T) + 1)
    left.plot(xi, fermi, color=colour, ls=style, label=rf"$f$, normal metal at ${T}\,T_c$")
left.plot(np.array([-1, 1]) / np.sqrt(3), [0.75, 0.25], "o", color=BLACK)
left.set(xlabel=r"$\xi/\Delta_0$", ylabel="occupation", ylim=(-0.03, 1.5))
left.legend(loc="upper right")
right.semilogx(p, equally_blurred_temperature(p), color=RED)
right.axhline(gap_over_Tc / 2, color=GREY, ls=":", label=r"$\Delta_0/2k_BT_c$, equal slopes")
right.set(xlabel="occupation $p$", ylabel="equally wide at $T/T_c$", ylim=(0, 4.2))
right.legend()
show(fig, "steps_equally_blurred_temperature")

# %% [markdown] tags=["solution"]
# **The limit that confirms it.** For $p\to\frac12$ slopes are compared: $v^2$ has $-1/2\Delta$, the Fermi function $-1/4T$, equal at $T=\Delta/2=0.88\,T_c$. Between three quarters and one quarter (dots) it is
# $0.93\,T_c$. So when a metal is cooled through $T_c$, the step, instead of becoming sharp, stays about as blurred as it was at $T_c$. But the tails differ: those of $v^2$ fall like a power, and at $p=10^{-3}$ the normal metal would
# need four times $T_c$.

# %% [markdown]
# <!-- task: pair_breaking_energy -->
# ## 5 · What it costs to break a pair (problem 1809270, 3 points, 20 min)
#
# What is the smallest energy that breaks a pair and leaves the number of electrons as it was? In a metal the answer is well known. In a gas of cold atoms the chemical potential can be moved, even below the
# bottom of the band. Is the answer still the same?
#
# Electrons (or atoms) have $\xi=\hbar^2k^2/2m-\mu$ with any $k\geq0$, and quasiparticles $E=\sqrt{\xi^2+\Delta^2}$. For an array `mu` of chemical potentials, positive or negative, and a gap parameter `Delta`, in the same
# unit, return the smallest energy for each.

# %% [markdown] tags=["solution"]
# **Idea.** A broken pair leaves two quasiparticles, so the answer is $2\min_kE_k$. $E$ grows with $|\xi|$. If $\mu>0$, there is a $k$ with $\xi=0$, the Fermi surface, and the minimum is $\Delta$. If $\mu<0$, the smallest $|\xi|$
# is $|\mu|$, at $k=0$:
#
# $$2E_{\min}=2\Delta\quad(\mu\geq0),\qquad 2E_{\min}=2\sqrt{\mu^2+\Delta^2}\quad(\mu<0).$$


# %%
def pair_breaking_energy(mu, Delta):
    """Smallest energy of two quasiparticles in a band ξ = ħ²k²/2m − μ, for each μ of the array."""
    # begin solution
    smallest_xi = np.where(mu > 0, 0.0, -mu)
    return 2 * np.hypot(smallest_xi, Delta)
    # end solution


check(pair_breaking_energy)

# %%
pair_breaking_energy = carry_on(pair_breaking_energy)

# %% tags=["solution"]
k = np.linspace(0, 1.8, 2001)
mu = np.array([1.0, 0.3, 0.0, -0.6])
curves = np.hypot(k**2 - mu[:, None], 0.4)
looks = [(BLUE, "-"), (GREEN, "--"), (ORANGE, "-."), (RED, ":")]
fig, ax = figure()
for m, E, (colour, style) in zip(mu, curves, looks):
    ax.plot(k, E, color=colour, ls=style, label=rf"$\mu={m:g}$")
    ax.plot(k[E.argmin()], E.min(), "o", color=colour, clip_on=False)
ax.axhline(0.4, color=GREY, lw=1)
ax.text(1.75, 0.42, r"$\Delta$", ha="right", va="bottom")
ax.set(xlabel="wave number $k$", ylabel="quasiparticle energy $E$", xlim=(0, 1.8), ylim=(0, 2.2))
ax.legend()
show(fig, "energies_pair_breaking_energy")
table({r"$\mu$": numbers(mu, decimals=1),
       "twice the lowest point": numbers(2 * curves.min(axis=1), decimals=4),
       "formula": numbers(pair_breaking_energy(mu, 0.4), decimals=4)},
      caption=r"The smallest energy of two quasiparticles for $\Delta=0.4$.")

# %% [markdown] tags=["solution"]
# **What it says.** While a Fermi surface exists, the minimum moves along $k$ but not in height: $2\Delta$, whatever $\mu$ is. Below the band the threshold is larger than $2\Delta$, and for $|\mu|\gg\Delta$ it tends to $2|\mu|$,
# the binding energy of a molecule. The place of the minimum thus tells the two ends of the crossover apart (chapter 11). In metals $\mu/\Delta\sim10^4$.

# %% [markdown]
# <!-- task: quasiparticles_from_light -->
# ## 6 · One photon, how many quasiparticles? (problem 1809270, 3 points, 20 min)
#
# A superconducting film at $T=0$ absorbs one photon. Its energy is passed on until nothing more can be broken. How many quasiparticles can there be at the end, at most?
#
# For an array `wavelength` in mm and the gap `Delta` in meV return the largest number of quasiparticles for each wavelength.

# %% [markdown] tags=["solution"]
# **Idea.** Light brings no electron, so quasiparticles come in twos, and the cheapest two cost $2\Delta$. In the energy $hc/\lambda$ of the photon there is room for $\lfloor hc/2\Delta\lambda\rfloor$ of these portions. Twice this is the number.


# %%
def quasiparticles_from_light(wavelength, Delta):
    """Largest number of quasiparticles from one photon; wavelengths in mm, Delta in meV."""
    # begin solution
    hc = 1.239842  # meV mm
    return 2 * np.floor(hc / wavelength / (2 * Delta))
    # end solution


check(quasiparticles_from_light)

# %%
quasiparticles_from_light = carry_on(quasiparticles_from_light)

# %% tags=["solution"]
light = {"cosmic background": 1.9, "far infrared": 0.1, "telephone fibre": 1.55e-3,
         "green light": 532e-6}  # wavelengths in mm
wavelength = np.array(list(light.values()))
table({"light": light, "wavelength / mm": numbers(wavelength, 3),
       "aluminium": quasiparticles_from_light(wavelength, 0.18).astype(int),
       "lead": quasiparticles_from_light(wavelength, 1.39).astype(int)},
      caption="The largest number of quasiparticles from one photon.")

# %% [markdown] tags=["solution"]
# **What it says.** In aluminium the first photons are seen below a wavelength of 3.4 mm, in lead below 0.45 mm. (The cosmic background is brightest between one and two millimetres: aluminium absorbs it, lead hardly does.) A photon of visible light makes thousands, and
# their number tells its colour: such detectors exist. In practice about four tenths of the energy is lost to phonons that are too slow to break a pair (recalled), so the number is an upper bound.

# %% [markdown]
# <!-- task: quasiparticle_velocity -->
# ## 7 · Against its own momentum (problem 1766611, 3 points, 15 min)
#
# With which velocity does a wave packet of quasiparticles move? Not only near $k_F$: take the whole parabola $\xi=\hbar^2k^2/2m-E_F$.
#
# For an array `k` of wave numbers in units of $k_F$ and a number `ratio` $=\Delta/E_F$ return the group velocity in units of $v_F=\hbar k_F/m$.

# %% [markdown] tags=["solution"]
# **Idea.** The chain rule: $\frac1\hbar\frac{dE}{dk}=\frac{dE}{d\xi}\cdot\frac1\hbar\frac{d\xi}{dk}=\frac\xi E\cdot\frac{\hbar k}m$. In units of $k_F$ and $E_F$, $\xi=k^2-1$ and $\hbar k/m=k\,v_F$.


# %%
def quasiparticle_velocity(k, ratio):
    """Group velocity over v_F in a parabolic band; k in k_F, ratio = Δ/E_F."""
    # begin solution
    xi = k**2 - 1
    return k * xi / np.hypot(xi, ratio)
    # end solution


check(quasiparticle_velocity)

# %%
quasiparticle_velocity = carry_on(quasiparticle_velocity)

# %% tags=["solution"]
k = np.linspace(0, 1.6, 801)
fig, ax = figure()
ax.plot(k, k, color=GREY, ls=":", label="free electron")
for ratio, colour, style in [(0.01, BLUE, "-"), (0.1, GREEN, "--"), (0.5, RED, "-.")]:
    velocity = quasiparticle_velocity(k, ratio)
    ax.plot(k, velocity, color=colour, ls=style, label=rf"$\Delta={ratio}\,E_F$")
ax.set(xlabel="$k/k_F$", ylabel="$v_g/v_F$")
ax.legend()
show(fig, "velocities_quasiparticle_velocity")

# %% tags=["solution"]
h, k = 1e-5, np.array([0.3, 0.97, 1.05, 1.5])
E = lambda k: np.hypot(k**2 - 1, 0.1)
by_step = (E(k + h) - E(k - h)) / (4 * h)  # half of dE/dk, since v_F = 2E_F/ħk_F
table({"$k/k_F$": numbers(k, 3), "by a small step": numbers(by_step, decimals=4),
       "by the chain rule": numbers(quasiparticle_velocity(k, 0.1), decimals=4)},
      caption=r"The group velocity over $v_F$ for $\Delta=0.1\,E_F$.")

# %% [markdown] tags=["solution"]
# **What it says.** Above $k_F$ a quasiparticle runs along $\mathbf k$, like an electron; below $k_F$ against it, like a hole; at $k_F$ it does not move at all. With $\Delta\to0$ the turn becomes a jump from $-v_F$ to $v_F$.

# %% [markdown]
# <!-- task: energy_at_speed -->
# ## 8 · A mass at rest (problem 1766611, 2 points, 15 min)
#
# A quasiparticle at the edge of the gap stands still. How much energy must it have to run?
#
# Near the Fermi level $v_g=v_F\,\xi/E$. For an array `speed` of $v_g/v_F$ between 0 and 1 and the gap `Delta` in meV return the energy $E$ in meV.

# %% [markdown] tags=["solution"]
# **Idea.** Put $\xi=(v_g/v_F)\,E$ into $E^2=\xi^2+\Delta^2$ and solve: $E=\Delta/\sqrt{1-(v_g/v_F)^2}$.


# %%
def energy_at_speed(speed, Delta):
    """Energy in meV of a quasiparticle with the fraction `speed` of v_F; Delta in meV."""
    # begin solution
    return Delta / np.sqrt(1 - speed**2)
    # end solution


check(energy_at_speed)

# %%
energy_at_speed = carry_on(energy_at_speed)

# %% [markdown] tags=["solution"]
# **What it says.** This is Einstein's formula. $E^2=\Delta^2+(v_Fp)^2$ with $p=\hbar(k-k_F)$ is a relativistic particle: the Fermi velocity plays the speed of light, $\Delta$ the energy at rest, and the mass is $\Delta/v_F^2$.
# (The analogy goes further: in chapter 12 the same mathematics gives mass to quarks.) For slow ones the energy above the edge must be Newton's $\frac12(\Delta/v_F^2)\,v_g^2$:

# %% tags=["solution"]
speed = np.array([0.3, 0.1, 0.03])
over = (energy_at_speed(speed, 1.0) - 1) / (speed**2 / 2)
electron = 9.1093837e-31 * (2.03e6) ** 2 / 1.602176634e-22  # m v_F² in meV
print(f"aluminium: mass at rest {0.18 / electron:.1e} electron masses")
table({"$v_g/v_F$": numbers(speed, 1),
       r"$(E-\Delta)$ over Newton's energy": numbers(over, decimals=4)},
      caption="The energy above the edge and Newton's.")

# %% [markdown]
# <!-- task: density_in_bins -->
# ## 9 · Count the states, bin by bin (problem 1809265, 4 points, 25 min)
#
# The density of states is infinite at the edge of the gap, but no instrument shows infinity: it counts what falls into its bins. What does a histogram of the levels look like?
#
# `edges` are the rising edges of bins on the axis of $E\geq0$, an array, and `Delta` is the gap in the same unit. Return for each bin the mean of $N_s/N_0$. (Per spin and for one sign of $E$, so that it is 1 far from the gap. If you count, take so many
# levels that each bin is right to a thousandth.) Program it yourself: to call the package is not the point.

# %% [markdown] tags=["solution"]
# **Idea.** No state gets lost; each only moves from $\xi$ to $E=\sqrt{\xi^2+\Delta^2}$. So make a great many evenly spaced levels $\xi>0$, move them, and count. (The levels at $+\xi$ and
# $-\xi$ end at the same $E$. An electron finds room there with the shares $u^2(\xi)$ and $u^2(-\xi)=v^2(\xi)$, which add up to one. So to count only $\xi>0$, but those fully, is right.)


# %%
def density_in_bins(edges, Delta):
    """Mean of N_s/N0 in each bin; edges of the bins E >= 0, in the unit of Delta."""
    # begin solution
    n = 400_000
    spacing = edges[-1] / n
    levels = (np.arange(n) + 0.5) * spacing
    count = np.histogram(np.hypot(levels, Delta), edges)[0]
    return count * spacing / np.diff(edges)
    # end solution


check(density_in_bins)

# %%
density_in_bins = carry_on(density_in_bins)

# %% [markdown] tags=["solution"]
# **A second way.** Energies below $E$ come from $\xi<\sqrt{E^2-\Delta^2}$. The number of states up to $E$ is therefore $N_0\sqrt{E^2-\Delta^2}$, and the mean in a bin is the difference of two such roots over the width. Let the bin shrink to a point and
# this is the derivative, $N_s/N_0=E/\sqrt{E^2-\Delta^2}$.

# %% tags=["solution"]
edges = np.array([0, 0.6, 0.95, 1.05, 1.5, 3.0])
roots = np.diff(np.sqrt(np.maximum(edges**2 - 1, 0))) / np.diff(edges)
table({r"bin up to $E/\Delta$": numbers(edges[1:], decimals=2),
       "counted": numbers(density_in_bins(edges, 1.0), decimals=3),
       "from the roots": numbers(roots, decimals=3)},
      caption="The mean density of states in five bins.")

# %% tags=["solution"]
widths = np.array([0.1, 0.01, 0.001])
first = [density_in_bins(np.array([1.0, 1.0 + width]), 1.0)[0] for width in widths]
table({r"width / $\Delta$": numbers(widths, 1), "first bin": numbers(first, decimals=2),
       r"$\sqrt{2\Delta/\mathrm{width}}$": numbers(np.sqrt(2 / widths), decimals=2)},
      caption="The first bin above the gap.")

# %% tags=["solution"]
fig, ax = figure()
E = 1 + np.geomspace(1e-3, 2, 400)
looks = [(0.2, {"color": ORANGE, "alpha": 0.4, "fill": True}), (0.04, {"color": BLUE, "lw": 1.6})]
for width, look in looks:
    edges = np.arange(0, 3 + width / 2, width)
    ax.stairs(density_in_bins(edges, 1.0), edges, label=rf"bins of {width} $\Delta$", **look)
ax.plot(E, E / np.sqrt(E**2 - 1), color=BLACK, ls=":", label=r"$E/\sqrt{E^2-\Delta^2}$")
ax.axhline(1, color=GREY, lw=1)
ax.set(xlabel=r"energy $E/\Delta$", ylabel="$N_s/N_0$", ylim=(0, 8))
ax.legend()
show(fig, "histograms_density_in_bins")

# %% [markdown] tags=["solution"]
# The height of the first bin is about $\sqrt{2\Delta/\text{width}}$, so it belongs to the instrument; the area belongs to the metal.

# %% [markdown]
# <!-- task: balancing_energy -->
# ## 10 · Up to which energy? (problem 1809265, 2 points, 10 min)
#
# The gap leaves no state below $\Delta$, where the normal metal has $N_0\Delta$ (on one side of the Fermi level). Above it they stand closer than in the normal metal. Up to which energy must one count, from $\Delta$ on,
# until as many states are found as the gap took away? And until it is half as many, or twice? Return the energy for a gap `Delta` and a number `ratio` of states over $N_0\Delta$, in the unit of `Delta`.

# %% [markdown] tags=["solution"]
# **Idea.** From $\Delta$ to $E$ there are $N_0\int_\Delta^E\frac{E'dE'}{\sqrt{E'^2-\Delta^2}}=N_0\sqrt{E^2-\Delta^2}$ states. This is $r\,N_0\Delta$ at $E=\Delta\sqrt{1+r^2}$. As many as were taken: $\sqrt2\,\Delta$.


# %%
def balancing_energy(Delta, ratio):
    """Energy up to which the superconductor has `ratio` times N₀Δ states; in the unit of Delta."""
    # begin solution
    return Delta * np.hypot(1, ratio)
    # end solution


check(balancing_energy)

# %% [markdown]
# <!-- task: returned_share -->
# ## 11 · Where the missing states stand (problem 1809265, 3 points, 20 min)
#
# As many states as the gap took stand below the energy of the task before. But the normal metal has states there, too. How many are more than it had, and how far must one look to find all that the gap took?
#
# For an array `E` of energies in units of $\Delta$, all above 1, return the share that is found between $\Delta$ and $E$: the states of the superconductor in this interval, less those that the normal metal has in the *same* interval, over $N_0\Delta$.

# %% [markdown] tags=["solution"]
# **Idea.** The superconductor has $N_0\sqrt{E^2-\Delta^2}$ states in the interval, the normal metal $N_0(E-\Delta)$. The share is
#
# $$\frac{\sqrt{E^2-\Delta^2}-(E-\Delta)}\Delta ,$$
#
# zero at $E=\Delta$, one at infinity. At $E=\sqrt2\,\Delta$ it is $2-\sqrt2=58.6\,\%$.


# %%
def returned_share(E):
    """Share of the missing states that stands as an excess between Δ and E; E in units of Δ."""
    # begin solution
    return np.sqrt(E**2 - 1) - (E - 1)
    # end solution


check(returned_share)

# %%
returned_share = carry_on(returned_share)

# %% tags=["solution"]
levels = np.arange(0.05, 2.3, 0.1)
moved = np.hypot(levels, 1)
groups = [(levels < 1, RED, "-", r"from the gap region, $\xi<\Delta$"),
          (levels > 1, BLUE, "--", r"from above, $\xi>\Delta$")]
fig, ax = figure()
ax.axhspan(1, np.sqrt(2), color=GREY, alpha=0.25, lw=0)
for inside, colour, style, label in groups:
    ends = [levels[inside], moved[inside]]
    ax.plot(np.tile([[0.3], [0.7]], inside.sum()), ends, color=colour, ls=style, lw=0.7)
    ax.hlines(levels[inside], 0, 0.3, color=colour, ls=style, lw=1.2)
    ax.hlines(moved[inside], 0.7, 1, color=colour, ls=style, lw=1.2, label=label)
ax.text(1.03, 1.2, r"$\Delta<E<\sqrt{2}\,\Delta$", va="center")
ax.set(xticks=[0.15, 0.85], xticklabels=["normal metal", "superconductor"])
ax.set(ylabel=r"energy of the level $/\Delta$", xlim=(-0.05, 1.3), ylim=(0, 2.5))
ax.grid(False)
ax.legend(loc="lower right")
show(fig, "moved_levels_returned_share")

# %% [markdown] tags=["solution"]
# **What it says.** The band from $\Delta$ to $\sqrt2\,\Delta$ holds exactly the $N_0\Delta$ levels that came from the gap: in this sense the book's count is right. But the levels that were there before have had to move on, so the *excess*,
# which is what a spectrum shows, is smaller by their number, $0.414\,N_0\Delta$. **The limit:** for large $E$ what is still missing is $\Delta/2E$. Solved for $E$: to find all but a share $m$, one must look up to
# $E=\Delta\,(1+m^2)/2m$.

# %% tags=["solution"]
share = np.array([0.5, 0.586, 0.9, 0.99])
searched = [brentq(lambda E: returned_share(E) - s, 1, 1e4) for s in share]
m = 1 - share
table({"share / %": numbers(100 * share, 3),
       r"found below $E/\Delta$": numbers(searched, decimals=2),
       "formula": numbers((1 + m**2) / (2 * m), decimals=2)},
      caption="How far one must look.")

# %% [markdown]
# <!-- task: bogoliubov_levels -->
# ## 12 · When the gap varies from place to place (4 points, 30 min)
#
# All the formulas so far hold where $\Delta$ is the same everywhere. What happens at a boundary, where it changes, perhaps even its sign?
#
# Electrons on $N$ sites, with
#
# $$H=\sum_{ij\sigma}h_{ij}\,c_{i\sigma}^\dagger c_{j\sigma}-\sum_i\Delta_i\left(c_{i\uparrow}^\dagger c_{i\downarrow}^\dagger+c_{i\downarrow}c_{i\uparrow}\right).$$
#
# `h` is a real symmetric $N\times N$ matrix (hopping, and energies from the Fermi level), `Delta` an array of $N$ real numbers. Now a quasiparticle has an amplitude $u_i$ as an electron ↑ and $v_i$ as a hole of ↓ on every site, and $\Delta_i$ mixes
# the two on the same site. Set up the $2N\times2N$ matrix for $(u,v)$ and return the $N$ excitation energies $E\geq0$ in rising order (one spin).

# %% [markdown] tags=["solution"]
# **Idea.** An electron in the state $u$ costs $h$; a hole costs $-h$, because an electron is taken out. $-\Delta$ stands between them, with the sign of chapter 04:
#
# $$\begin{pmatrix}h&-\Delta\\-\Delta&-h\end{pmatrix}\begin{pmatrix}u\\v\end{pmatrix}=E\begin{pmatrix}u\\v\end{pmatrix}.$$
#
# With $(u,v)$ at $E$ there is always $(-v,u)$ at $-E$: the same excitation seen the other way round. So the upper half of the eigenvalues is the answer. (With $+\Delta$ in $H$, as other books have it, $v$ changes its sign and the energies stay.) On a single site with $h=\xi$ this is $E=\sqrt{\xi^2+\Delta^2}$.


# %%
def bogoliubov_levels(h, Delta):
    """The N excitation energies, rising, for the N×N matrix h and the gaps Delta on the sites."""
    # begin solution
    mixing = -np.diag(Delta)
    return np.linalg.eigvalsh(np.block([[h, mixing], [mixing, -h]]))[len(Delta) :]
    # end solution


check(bogoliubov_levels)

# %%
bogoliubov_levels = carry_on(bogoliubov_levels)

# %% [markdown] tags=["solution"]
# **A second way.** Add the two lines as $u\pm iv$: $(h-i\Delta)(u-iv)=E\,(u+iv)$. So the energies are the *singular values* of the $N\times N$ matrix $h-i\Delta$, or of its conjugate $h+i\Delta$. And a limit: with the same $\Delta$ everywhere, $\sqrt{\xi^2+\Delta^2}$.

# %% tags=["solution"]
n = 60
chain = -np.eye(n, k=1) - np.eye(n, k=-1)  # hopping 1, half filled: v_F = 2
same, turned = np.full(n, 0.3), 0.3 * np.sign(np.arange(n) - n / 2 + 0.5)
hypotenuse = np.sort(np.hypot(np.linalg.eigvalsh(chain), 0.3))
singular = np.sort(np.linalg.svd(chain + 1j * np.diag(turned), compute_uv=False))
table({"level": [1, 2, 3],
       r"same $\Delta$": numbers(bogoliubov_levels(chain, same)[:3], decimals=4),
       r"$\sqrt{\xi^2+\Delta^2}$": numbers(hypotenuse[:3], decimals=4),
       r"turned $\Delta$": numbers(bogoliubov_levels(chain, turned)[:3], decimals=4),
       "singular values": numbers(singular[:3], decimals=4)},
      caption="The lowest three levels over the hopping, in two ways.")

# %% tags=["solution"]
gaps = np.diag(turned)
states = np.linalg.eigh(np.block([[chain, -gaps], [-gaps, -chain]]))[1]
u, v = states[:n, n], states[n:, n]  # the lowest E >= 0
x = np.arange(n) - n / 2 + 0.5
fig, (left, right) = figure(1, 2)
chains = [(same, "o", BLUE, r"same $\Delta$ everywhere"),
          (turned, "s", RED, r"$-\Delta$ and $+\Delta$")]
for Delta, marker, colour, label in chains:
    lowest = bogoliubov_levels(chain, Delta)[:10]
    left.plot(np.arange(1, 11), lowest, marker, color=colour, label=label)
left.axhline(0.3, color=GREY, ls="--", lw=1, label=r"$\Delta$")
left.set(xlabel="number of the level", ylabel="energy / hopping", ylim=(0, 0.8))
left.legend(loc="upper left")
right.plot(x, u**2, "o-", color=BLUE, mfc="none", ms=7, lw=1, label="electron $u^2$")
right.plot(x, v**2, "s", color=RED, ms=3, label="hole $v^2$")
decay = (u**2 + v**2).max() / 2 * np.exp(-2 * 0.3 / 2 * (np.abs(x) - 0.5))
right.plot(x, decay, color=BLACK, ls=":", label=r"$\exp(-2\Delta|x|/\hbar v_F)$")
right.set(xlabel="site, from the wall", ylabel="weight of the lowest level", xlim=(-20, 20))
right.legend()
show(fig, "wall_levels_bogoliubov_levels")

# %% [markdown] tags=["solution"]
# **What it says.** With one $\Delta$ there is nothing below it. Where $\Delta$ changes sign it has to pass through zero, and there a quasiparticle is caught, half electron and half hole, within $\hbar v_F/\Delta$ of the wall. A sign is a phase of
# $\pi$: this is the bound state inside a Josephson junction (chapter 10). It would be at $E=0$ if the wall were smooth; the abrupt step scatters electrons back, and that lifts it a little.
# (That the weights come in twos is the lattice: at half filling $u_i$ and $v_i$ have a period of four sites.)

# %% tags=["solution"]
widths = [0.5, 1.0, 2.0]
lowest = [bogoliubov_levels(chain, 0.3 * np.tanh(x / width))[0] for width in widths]
table({"wall over sites": numbers(widths, 2),
       "lowest level / hopping": numbers(lowest, decimals=4)},
      caption="The lowest level of a smooth wall.")

# %% [markdown]
# <!-- task: thermal_quasiparticles -->
# ## 13 · Thermal quasiparticles in a cubic micrometre (3 points, 25 min)
#
# A superconducting qubit wants no quasiparticles. How many does heat make?
#
# Return their number in a cubic micrometre at the temperature `T` in mK, for a gap `Delta` in meV (well below $T_c$ it does not depend on $T$) and a density of states `N0` of one spin, in 1/(meV µm³). For aluminium $N_0=1.72\cdot10^7$ in this unit.

# %% [markdown] tags=["solution"]
# **Idea.** Each level holds a quasiparticle with the probability $f(E)$. There are two spins, and levels at both signs of $\xi$:
#
# $$n=4N_0\int_0^\infty\!d\xi\,f\!\left(\sqrt{\xi^2+\Delta^2}\right),\qquad n\to2N_0\sqrt{2\pi\Delta T}\;e^{-\Delta/T}\quad(T\to0).$$
#
# The integrand has died when $E-\Delta$ is forty times $T$.


# %%
def thermal_quasiparticles(T, Delta, N0):
    """Thermal quasiparticles in a µm³; T in mK, Delta in meV, N0 of one spin in 1/(meV µm³)."""
    # begin solution
    T = 0.08617333 * T / 1000  # meV
    end = np.sqrt((Delta + 40 * T) ** 2 - Delta**2)
    return 4 * N0 * quad(lambda xi: 1 / (np.exp(np.hypot(xi, Delta) / T) + 1), 0, end, epsabs=0)[0]
    # end solution


check(thermal_quasiparticles)

# %%
thermal_quasiparticles = carry_on(thermal_quasiparticles)

# %% [markdown] tags=["solution"]
# **A second way.** Expand the Fermi function in powers of $e^{-E/T}$. With $\xi=\Delta\sinh u$ each term is a Bessel function: $n=4N_0\Delta\,[K_1(\Delta/T)-K_1(2\Delta/T)+\dots]$.

# %% tags=["solution"]
N0, Delta, T = 1.72e7, 0.18, np.array([20, 100, 250])
a, m = Delta / (0.08617333e-3 * T), np.arange(1, 20)
series = 4 * N0 * Delta * np.sum(-((-1.0) ** m) * k1(np.outer(a, m)), axis=1)
leading = 4 * N0 * Delta * np.sqrt(np.pi / (2 * a)) * np.exp(-a)
gamma, volume = 1.35e-3, 1.0e13  # J/(mol K²) as in chapter 06; µm³/mol (recalled)
from_heat = 3 * gamma / (2 * np.pi**2 * 1.380649e-23**2) / volume * 1.602177e-22
print(f"N0 of aluminium from its heat capacity: {from_heat:.2e} per meV µm³")
one = brentq(lambda T: np.log(thermal_quasiparticles(T, Delta, N0)), 50, 300)
print(f"one in a µm³ at {one:.0f} mK")
table({"$T$ / mK": T, "by the integral": numbers([thermal_quasiparticles(t, Delta, N0) for t in T]),
       "series": numbers(series), "leading term": numbers(leading)},
      caption="Quasiparticles in a cubic micrometre of aluminium.")

# %% tags=["solution"]
T = np.linspace(70, 300, 60)
fig, ax = figure()
lines = [(1, BLUE, "-", r"$\Delta$: each one by itself"),
         (2, RED, "--", r"$2\Delta$: if pairs were weighed")]
for exponent, colour, style, label in lines:
    many = [thermal_quasiparticles(t, exponent * Delta, N0) for t in T]
    ax.semilogy(1000 / T, many, color=colour, ls=style, label=label)
ax.axhline(1, color=GREY, lw=1, ls=":")
ax.set(xlabel="$1/T$ (1/K)", ylabel="quasiparticles per µm³")
ax.legend()
show(fig, "numbers_thermal_quasiparticles")

# %% [markdown] tags=["solution"]
# **What it says.** At 20 mK, where qubits work, heat would leave one quasiparticle in a volume larger than the earth's. What is found, whatever the temperature below about 150 mK, is between a hundredth and some tens of them per µm³ (recalled).
# So those are not made by heat, but by stray light, radioactivity and cosmic rays. The straight line has the slope $\Delta$, not $2\Delta$.

# %% [markdown]
# <!-- task: once_or_twice_the_gap -->
# ## 14 · Δ or 2Δ? (in your own words, 4 points, 10 min)
#
# Three experiments on one piece of superconductor: it begins to absorb light whose photons have $2\Delta$; a tunnel contact from a normal metal begins to conduct at the voltage $\Delta/e$; and the number of its quasiparticles goes as $e^{-\Delta/T}$. How can all three be true?

# %% [markdown]
# <!-- answer: once_or_twice_the_gap -->
# <!-- begin solution -->
# A single quasiparticle costs at least $\Delta$. What differs is whether one can be made alone. Light brings energy but no electron; the number of electrons in the metal stays even (or odd), and quasiparticles appear in twos: $2\Delta$. A tunnelling electron comes from
# outside and changes this number by one; it may become one quasiparticle, and the battery supplies the energy of one: $\Delta$. Heat brings no electron either, and makes them in twos. But once made the two go separate ways, and in equilibrium each level is filled by itself with the probability
# $f(E)\approx e^{-E/T}$. In the language of rates: making goes as $e^{-2\Delta/T}$, meeting again as the number squared, so the number goes as $e^{-\Delta/T}$, as for electrons and holes in a semiconductor.
# <!-- end solution -->

# %% tags=["solution"]
rubric("once_or_twice_the_gap")

# %% [markdown]
# <!-- task: where_the_charge_went -->
# ## 15 · Where the charge went (in your own words, 3 points, 10 min)
#
# An electron enters a superconductor and becomes a quasiparticle at $k_F$, which has no charge on average. Charge is conserved. Where is it, and what became of the electron's spin?

# %% [markdown]
# <!-- answer: where_the_charge_went -->
# <!-- begin solution -->
# The quasiparticle at $k_F$ is an electron with probability $u^2=\frac12$ and a hole with $v^2=\frac12$, so its mean charge $u^2-v^2=\xi/E$ (in units of the electron's) is zero. The electron's charge has gone over to the condensate, which gained half a pair on average; it has no definite number of pairs and can take it, and it
# flows off as supercurrent. The spin cannot go there: pairs are singlets. So spin ½ stays with the quasiparticle, and the two properties of one electron have parted.
# <!-- end solution -->

# %% tags=["solution"]
rubric("where_the_charge_went")

# %% [markdown]
# ## A derivation in steps: the mean-field Hamiltonian
#
# In the mean field each pair state has the Hamiltonian $h=\xi(n_\uparrow+n_\downarrow)-\Delta(b+b^\dagger)$, where $b$ takes the pair out. Each step is a function; any form that gives the same numbers is right. The steps earn no points, and chapter 05 goes on from the last.

# %% [markdown]
# ### 1 · The matrix of a pair state
#
# Return the $2\times2$ matrix of $h$ between the empty state (first) and the filled one.

# %% [markdown] tags=["solution"]
# **Step.** No electron on the left above, two on the right below, and $-\Delta$ beside.


# %%
def matrix_of_pair_state(xi, Delta):
    """h between the empty and the filled pair state."""
    # begin solution
    return np.array([[0, -Delta], [-Delta, 2 * xi]])
    # end solution


check(matrix_of_pair_state)

# %% [markdown]
# ### 2 · Its two energies
#
# Return both eigenvalues, the lower one first.

# %% [markdown] tags=["solution"]
# **Step.** Half of the trace is $\xi$; the rest has the square $\xi^2+\Delta^2$. So $\xi\mp E$.


# %%
def levels_of_pair_state(xi, Delta):
    """The two energies, ascending."""
    # begin solution
    return np.linalg.eigvalsh(matrix_of_pair_state(xi, Delta))
    # end solution


check(levels_of_pair_state)

# %% [markdown]
# ### 3 · What one quasiparticle costs
#
# One electron alone in the state has the energy $\xi$. How much more is that than the lower of the two?

# %% [markdown] tags=["solution"]
# **Step.** $\xi-(\xi-E)=E$, the same on both sides of the Fermi level.


# %%
def cost_of_a_quasiparticle(xi, Delta):
    """Energy of one quasiparticle."""
    # begin solution
    return np.hypot(xi, Delta)
    # end solution


check(cost_of_a_quasiparticle)

# %% [markdown]
# ### 4 · The mean of $b$ at a temperature
#
# The paired state has $\langle b\rangle=uv=\Delta/2E$ and the probability $(1-f)^2$; the doubly excited one $-uv$ and $f^2$; with one electron $\langle b\rangle=0$. Here $f=1/(e^{E/T}+1)$. Return $\langle b\rangle$.

# %% [markdown] tags=["solution"]
# **Step.** $(1-f)^2-f^2=1-2f=\tanh(E/2T)$.


# %%
def mean_pair_amplitude(xi, Delta, T):
    """Thermal mean of b."""
    # begin solution
    return Delta * np.tanh(np.hypot(xi, Delta) / (2 * T)) / (2 * np.hypot(xi, Delta))
    # end solution


check(mean_pair_amplitude)

# %% tags=["nbval-ignore-output"]
progress()
