# %% [markdown]
# # 08 · Compute the collective modes: answers
#
# <!-- work -->
# *175 minutes, 17 points, and one question in words · read first: [chapter 08](../notebooks/08_collective_modes.ipynb).*
#
# <!-- how to solve -->

# %% [markdown] tags=["solution"]
# These are the explained solutions: the idea, the steps, the code, and a limit or a second way that confirms it. What an exercise leaves out stands between `# begin solution` and `# end solution`.

# %%
import numpy as np
from scipy.constants import atomic_mass, c, e, epsilon_0, hbar
from scipy.optimize import brentq

from bcs_helpers.classroom import ask, carry_on, check, hint, progress
from bcs_helpers.gap import gap
from bcs_helpers.tables import numbers, table

# %% tags=["solution"]
from scipy.integrate import quad

from bcs_helpers.classroom import rubric
from bcs_helpers.collective import phase_mode
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, figure, show

# %%
ask("warm_up_plasma")

# %% [markdown]
# <!-- task: neutral_sound -->
# ## 1 · Sound that does not know the gap (problem 1146003, 3 points, 25 min)
#
# A neutral superfluid of fermions carries a wave of its phase. How fast is it, if the attraction is weak?
#
# Atoms of `mass` in u, half of them ↑ and half ↓, are confined to a wire, a sheet, or a cloud in space. The array `density` holds the three densities, of both spins together: per µm, per µm², per µm³.
# Return an array of the three velocities in mm/s, at $T=0$, in weak coupling.

# %% [markdown] tags=["solution"]
# **Idea.** A long wave is slow: the gas is in equilibrium at each place, and all it feels is how stiff the gas is, $mc^2=n\,d\mu/dn$. In weak coupling $\mu=E_F$; the gap changes the energy only by a fraction $(\Delta/E_F)^2$.
#
# **Steps.** Each spin has $n/2$ atoms, and fills a "sphere" of radius $k_F$: a length $2k_F$, an area $\pi k_F^2$, a volume $\frac43\pi k_F^3$, each over $(2\pi)^d$. So $k_F=\frac{\pi n}2$, $\sqrt{2\pi n}$, $(3\pi^2n)^{1/3}$. As $n\propto k_F^d$ and $E_F\propto k_F^2$,
#
# $$n\frac{d\mu}{dn}=\frac2dE_F=\frac{mv_F^2}d\qquad\Rightarrow\qquad c=\frac{v_F}{\sqrt d}.$$
#
# It is the mean of $\cos^2\theta$ over the directions of the fermions, $1/d$, that stands under the root.


# %%
def neutral_sound(mass, density):
    """Velocity in mm/s in a wire, a sheet and a cloud; mass in u, densities per µm^d."""
    # begin solution
    d = np.array([1, 2, 3])
    factor = np.array([np.pi / 2, np.sqrt(2 * np.pi), (3 * np.pi**2) ** (1 / 3)])
    k_F = factor * density ** (1 / d) * 1e6  # per metre
    v_F = hbar * k_F / (mass * atomic_mass)
    return v_F / np.sqrt(d) * 1000
    # end solution


check(neutral_sound)

# %% tags=["solution"]
density = np.array([2.0, 4.0, 10.0])
columns = {"lithium-6 in a": ["wire, 2 per µm", "sheet, 4 per µm²", "cloud, 10 per µm³"]}
table(columns | {"$c$ / (mm/s)": numbers(neutral_sound(6.015, density), decimals=1)})

# %% [markdown] tags=["solution"]
# **A second way: the mean over directions.** Take many random directions in $d$ dimensions and average the square of one component.

# %% tags=["solution"]
rng = np.random.default_rng(1)
d, mean = np.array([1, 2, 3]), []
for dimension in d:
    n = rng.normal(size=(400_000, dimension))
    mean.append(np.sqrt(np.mean(n[:, 0] ** 2 / np.sum(n**2, axis=1))))
columns = {"$d$": d, r"$\sqrt{\langle\cos^2\theta\rangle}$": numbers(mean, decimals=3)}
table(columns | {r"$1/\sqrt{d}$": numbers(d**-0.5, decimals=3)})

# %% [markdown] tags=["solution"]
# A few centimetres per second: a wave that one can watch running through a cloud of atoms. (In a wire there is, strictly, no long-range order; the velocity is that of mean-field theory. And at resonance the attraction is not weak:
# there the wave is slower, as the chapter's comparison shows.)

# %% [markdown]
# <!-- task: plane_mode -->
# ## 2 · The mode in a plane (problem 1146003, 4 points, 50 min)
#
# In the chapter the wave bends below $2\Delta$ when it becomes as short as a pair is large. How does it bend when the fermions can move in a plane only?
#
# The condition is the one of the chapter's section 2,
#
# $$\int\!d\xi\;\Big\langle\frac{(E+E')(EE'+\xi\xi'+\Delta^2)}{2EE'\,[(E+E')^2-\omega^2]}\Big\rangle-\frac{1}{2\sqrt{\xi^2+\Delta^2}}=0,\qquad \xi,\xi'\to\xi\pm\tfrac12v_Fq\cos\theta,$$
#
# with the mean over the directions in the plane. Return $\omega/2\Delta$ for each element of the array `Q` $=v_Fq/2\Delta$, all between 0 and 1.3. Program it yourself: to call the package is not the point.

# %% [markdown] tags=["solution"]
# **Idea.** Nothing in the condition knows the dimension except the mean. In space all values of $\cos\theta$ are equally frequent; in a plane all values of $\theta$ are.
#
# **Steps.** Put $\Delta=1$. Then $\frac12v_Fq\cos\theta=Q\cos\theta$. With $\xi=\sinh u$ the trapezoid converges fast, and an even grid of angles does so as well, because the integrand is periodic in $\theta$. At $\omega=0$ the left-hand side is negative (a phase
# that varies costs energy), towards $\omega=2\Delta$ it becomes large: there is one root between.


# %%
def plane_mode(Q):
    """ω/2Δ of the phase mode in two dimensions for an array Q = v_F q/2Δ."""
    # begin solution
    u, du = np.linspace(-15, 15, 601, retstep=True)
    xi = np.sinh(u)[:, None]
    cosine = np.cos((np.arange(32) + 0.5) * np.pi / 64)  # a quarter of the circle is enough

    def condition(omega, Q):
        plus, minus = xi + Q * cosine, xi - Q * cosine
        E, F = np.hypot(plus, 1), np.hypot(minus, 1)
        pairs = (E + F) * (E * F + plus * minus + 1) / (2 * E * F * ((E + F) ** 2 - omega**2))
        return np.sum((pairs.mean(axis=1) - 0.5 / np.hypot(xi[:, 0], 1)) * np.cosh(u)) * du

    return np.array([brentq(condition, 0, 2 - 1e-9, args=(x,)) for x in Q]) / 2
    # end solution


check(plane_mode)

# %% tags=["solution"]
Q = np.array([0.05, 0.5, 1.0])
table({"$Q$": numbers(Q, 2), "$c/v_F$": numbers(plane_mode(Q) / Q, decimals=4)},
      caption=r"The mode in a plane; $1/\sqrt{2}=0.7071$.")

# %% tags=["solution"]
Q = np.linspace(0.02, 1.3, 50)
fig, ax = figure()
ax.plot(Q, plane_mode(Q), color=BLUE, label="plane")
ax.plot(Q, Q / np.sqrt(2), color=BLUE, lw=1, ls=":", label=r"$v_Fq/\sqrt{2}$")
ax.plot(Q, phase_mode(2 * Q, 1.0, 1.0) / 2, color=RED, ls="--", label="space")
ax.plot(Q, Q / np.sqrt(3), color=RED, lw=1, ls="-.", label=r"$v_Fq/\sqrt{3}$")
ax.axhspan(1, 1.1, color=GREY, alpha=0.35, lw=0)
ax.text(0.05, 1.03, "pairs break", fontsize=10)
ax.set(
    xlabel=r"wave number $v_Fq/2\Delta$",
    ylabel=r"frequency $\omega/2\Delta$",
    xlim=(0, 1.3),
    ylim=(0, 1.1),
)
ax.legend(loc="lower right")
show(fig, "phase_mode_in_a_plane")

# %% [markdown] tags=["solution"]
# **The limit that confirms it.** The long wave has the velocity of task 1, $v_F/\sqrt2$, though no compressibility was used: the gap equation knows the stiffness of the gas. **A second way:** the integral over $\xi$ can be done in closed form. It is $\langle s\arcsin s/\sqrt{1-s^2}\rangle=0$ with
# $s^2=(\omega^2-v_F^2q^2\cos^2\theta)/4\Delta^2$.


# %% tags=["solution"]
def closed(w, Q):
    z = w**2 - (Q * np.cos(np.linspace(0, np.pi, 400, endpoint=False))) ** 2 + 0j
    return np.mean(np.sqrt(z) * np.arcsin(np.sqrt(z)) / np.sqrt(1 - z)).real


Q = np.array([0.4, 1.2])
columns = {"$Q$": numbers(Q, 2), "double integral": numbers(plane_mode(Q), decimals=6)}
root = [brentq(closed, 0.01, 0.999, args=(x,)) for x in Q]
table(columns | {"closed form": numbers(root, decimals=6)}, caption=r"$\omega/2\Delta$ in a plane.")

# %% [markdown]
# <!-- task: ring_modes -->
# ## 3 · A ring of phases, neutral and charged (4 points, 35 min)
#
# How many modes cost nothing, and what does charge do to them? Take a model small enough for matrices: `N` superconducting grains on a ring, with extra pairs $n_j$ and phases $\varphi_j$, and ($\hbar=1$)
#
# $$H=\frac12\sum_{ij}n_i\,C_{ij}\,n_j+\frac J2\sum_j(\varphi_{j+1}-\varphi_j)^2,\qquad\dot\varphi_j=-\frac{\partial H}{\partial n_j},\qquad\dot n_j=\frac{\partial H}{\partial\varphi_j}.$$
#
# $C=U\,\mathbb 1+W\,L^{+}$. Here $U$ is the energy of filling one grain, $W$ the strength of the Coulomb force over distance, $L$ the matrix of second differences on the closed ring (2 on the diagonal, $-1$ between neighbours), and $L^+$ its pseudo-inverse (`np.linalg.pinv`), which solves
# Poisson's equation. $W=0$ is the neutral ring. Return all `N` frequencies in ascending order.

# %% [markdown] tags=["solution"]
# **Idea.** The second sum is $\frac12J\,\varphi^TL\,\varphi$. So $\dot n=JL\varphi$ and $\dot\varphi=-Cn$: together $\ddot\varphi=-J\,C\,L\,\varphi$. The squares of the frequencies are the eigenvalues of $J\,C\,L$.
#
# **By hand.** On the ring the eigenvectors are waves $e^{ikj}$, $k=2\pi m/N$, with $L\to\lambda_k=4\sin^2\frac k2$. $L^+L$ is 1 on all waves but the uniform one, where it is 0. Therefore
#
# $$\omega_k^2=J\,(U\lambda_k+W)\quad(k\neq0),\qquad\omega_0=0 .$$


# %%
def ring_modes(N, J, U, W):
    """All N frequencies, ascending, of a ring of grains; W is the Coulomb energy, 0 if neutral."""
    # begin solution
    L = 2 * np.eye(N) - np.roll(np.eye(N), 1, axis=0) - np.roll(np.eye(N), -1, axis=0)
    C = U * np.eye(N) + W * np.linalg.pinv(L)
    squares = np.linalg.eigvalsh(J * C @ L)  # C and L commute, so the product is symmetric
    return np.sqrt(np.maximum(squares, 0))
    # end solution


check(ring_modes)

# %%
ring_modes = carry_on(ring_modes)
columns = {"mode": np.arange(1, 9)}
for name, W in (("neutral", 0.0), ("charged", 2.0)):
    columns[name] = numbers(ring_modes(8, 1.0, 0.5, W), decimals=3)
table(columns, caption="Frequencies of a ring of eight grains.")

# %% tags=["solution"]
N, J, U = 40, 1.0, 0.5
k = 2 * np.pi * np.sort(np.minimum(np.arange(N), N - np.arange(N))) / N
fig, ax = figure()
for W, colour, mark in [(0.0, BLUE, "o"), (0.2, GREEN, "^"), (2.0, RED, "s")]:
    ax.plot(
        k,
        ring_modes(N, J, U, W),
        mark,
        color=colour,
        label=f"$W={W:g}$",
        mfc="none" if W else colour,
    )
ax.plot(k, np.sqrt(J * U) * k, color=BLUE, lw=1, ls="--", label=r"$\sqrt{JU}\,k$")
ax.set(
    xlabel="wave number $k$ (per grain)",
    ylabel=r"frequency $\omega$",
    xlim=(-0.05, np.pi + 0.07),
    ylim=(-0.05, 2.3),
)
ax.legend(loc="lower right")
show(fig, "modes_of_a_ring_modes")

# %% [markdown] tags=["solution"]
# **What it says.** One broken symmetry (the common phase), one soft branch $\omega=\sqrt{JU}\,k$: a stiffness $J$ of the phase and a compressibility $1/U$ make a sound. Charge adds $\omega_p^2=JW$ to every wave, however long. A single mode remains at zero, the common phase itself; it piles up
# no charge, and so it is no wave. Goldstone's theorem assumes forces of short range; $W\,L^+$ reaches round the whole ring.

# %% [markdown]
# <!-- task: film_plasmon -->
# ## 4 · In a film the soft mode comes back (3 points, 25 min)
#
# Is the phase mode of every charged superconductor lifted to the plasma frequency? Take a film much thinner than the wavelength, in empty space.
#
# The film is a sheet with `inductance` $L$ per square in nH (chapter 07's exercises say how large it is): a field $\mathcal E$ along the film makes the current $K$ per width grow as $L\,\dot K=\mathcal E$. The array `wavelength` is in µm, ascending. Return the
# frequency $f=\omega/2\pi$ in GHz of a wave of charge along the film. The field is that of electrostatics (the wave is much slower than light).

# %% [markdown] tags=["solution"]
# **Idea.** A sheet with the charge $\sigma e^{iqx}$ per area has the potential $\phi=\sigma/(2\epsilon_0q)$: outside it solves Laplace's equation, $e^{-q|z|}$, and the two fields $q\phi$ that leave the film up and down carry $\sigma/\epsilon_0$.
#
# **Steps.** Conservation of charge, $\dot\sigma=-iqK$; inertia, $L\dot K=-iq\phi$. So $\ddot\sigma=-\frac{q^2}L\phi$, and
#
# $$\omega^2=\frac{q^2}L\cdot\frac1{2\epsilon_0q}=\frac q{2\epsilon_0L}.$$
#
# In the bulk the potential is $\rho/\epsilon_0q^2$, and the same steps give a constant: the plasma frequency.


# %%
def film_plasmon(wavelength, inductance):
    """Frequency in GHz of the charge wave on a superconducting film; µm, nH per square."""
    # begin solution
    q = 2 * np.pi / (wavelength * 1e-6)
    omega = np.sqrt(q / (2 * epsilon_0 * inductance * 1e-9))
    return omega / (2 * np.pi) / 1e9
    # end solution


check(film_plasmon)

# %% tags=["solution"]
wavelength = np.array([100.0, 200.0, 500.0])
columns = {"wavelength / µm": numbers(wavelength, 3)}
table(columns | {"frequency / GHz": numbers(film_plasmon(wavelength, 2.0), decimals=0)},
      caption="A film of 2 nH per square.")

# %% [markdown] tags=["solution"]
# **A second way to the potential.** A sheet is a sum of waves in $z$, each with the bulk's $1/\epsilon_0(q^2+q_z^2)$. Their sum is $\int\frac{dq_z}{2\pi}\frac1{q^2+q_z^2}=\frac1{2q}$:

# %% tags=["solution"]
waves = quad(lambda qz: 1 / (9 + qz**2) / (2 * np.pi), -np.inf, np.inf)[0]
print(f"q = 3: sum of waves {waves:.6f}, 1/2q = {1 / 6:.6f}")


# %% tags=["solution"]
def with_light(wavelength, inductance):
    """The same with a field that needs time: q in the potential becomes √(q² − ω²/c²)."""
    q, a = 2 * np.pi / (wavelength * 1e-6), 2 * epsilon_0 * inductance * 1e-9
    square = 2 * q**2 / (c**-2 + np.sqrt(c**-4 + (2 * a * q) ** 2))
    return np.sqrt(square) / (2 * np.pi) / 1e9


wavelength = np.geomspace(50, 20_000, 200)
fig, ax = figure()
for L, colour, dash in [(0.2, BLUE, "-"), (2.0, RED, "--")]:
    ax.loglog(
        1000 / wavelength,
        with_light(wavelength, L),
        color=colour,
        ls=dash,
        label=f"film, {L:g} nH per square",
    )
    ax.loglog(1000 / wavelength, film_plasmon(wavelength, L), color=colour, lw=1, ls=":")
ax.loglog(
    1000 / wavelength, c / (wavelength * 1e-6) / 1e9, color=GREY, lw=1, label="light in empty space"
)
ax.axhline(147, color=BLACK, lw=1, ls="-.", label=r"$2\Delta/h$ for $T_c=2$ K")
ax.set(xlabel="1 / wavelength (1/mm)", ylabel="frequency (GHz)", ylim=(10, 2000), xlim=(0.05, 20))
ax.legend()
show(fig, "plasmon_of_a_film_plasmon")

# %% [markdown] tags=["solution"]
# **What it says.** $\omega\propto\sqrt q$ (dotted): no gap. The field of a long wave leaves the film and its force grows weak, so the phase mode is soft again, only not a sound. (For very long waves electrostatics is not enough, and the mode joins the light beside the film.) With a large inductance, such as that of granular aluminium, it lies below the gap of the
# superconductor, undamped. In a wire over a ground plane the potential has no $1/q$ at all, and a true sound returns.

# %% [markdown]
# <!-- task: photon_mass_curve -->
# ## 5 · The photon loses its mass (3 points, 25 min)
#
# In the superconductor the photon has a mass. What becomes of it on warming?
#
# `depth` is the penetration depth at $T=0$ in nm; `t` is an array of $T/T_c$, ascending and below 1. The metal is clean, local and weakly coupled, as in section 5 of chapter 07. Return the photon's rest energy $mc^2$ in eV for each temperature. (`gap(t, 1.0)` is $\Delta/k_BT_c$.)

# %% [markdown] tags=["solution"]
# **Idea.** $\hbar^2\omega^2=(mc^2)^2+(\hbar cq)^2$ at $\omega=0$ has $q=i/\lambda$ with $mc^2=\hbar c/\lambda$. The condensate screens with $1/\lambda^2\propto n_s$, so
#
# $$mc^2=\frac{\hbar c}{\lambda(0)}\sqrt{1-Y},\qquad Y=2\int_0^\infty\!d\xi\,\Big(-\frac{\partial f}{\partial E}\Big)=\frac2T\int_0^\infty\!d\xi\,\frac{e^{-E/T}}{(1+e^{-E/T})^2} .$$


# %%
def photon_mass_curve(depth, t):
    """Rest energy in eV of the photon in a clean superconductor at t = T/Tc; depth(T = 0) in nm."""
    # begin solution
    xi = np.linspace(0, 40, 4001)
    boltzmann = np.exp(-np.hypot(xi, gap(t, 1.0)[:, None]) / t[:, None])
    Y = 2 / t * np.trapezoid(boltzmann / (1 + boltzmann) ** 2, xi)
    return hbar * c / e / (depth * 1e-9) * np.sqrt(1 - Y)
    # end solution


check(photon_mass_curve)

# %% tags=["solution"]
t = np.array([0.4, 0.7, 0.9, 0.99])
table({"$T/T_c$": numbers(t, decimals=2), "$mc^2$ / eV": numbers(photon_mass_curve(39.0, t), 3)},
      caption="The photon's mass in niobium, 39 nm.")

# %% tags=["solution"]
t = np.linspace(0.05, 0.999, 300)
fig, ax = figure()
mass = photon_mass_curve(1.0, t) / photon_mass_curve(1.0, np.array([0.02]))
ax.plot(t, mass, color=RED, label="photon's mass")
ax.plot(t, gap(t, 1.0) / gap(0.0, 1.0), color=BLUE, ls="--", label="gap")
ax.plot(
    t[t > 0.6], np.sqrt(2 * (1 - t[t > 0.6])), color=BLACK, lw=1, ls=":", label=r"$\sqrt{2(1-t)}$"
)
ax.set(xlabel="$T/T_c$", ylabel="over the value at $T=0$", xlim=(0, 1), ylim=(0, 1.05))
ax.legend(loc="lower left")
show(fig, "photon_mass_curve")

# %% [markdown] tags=["solution"]
# **A second way: Matsubara's sum** $n_s=2\pi T\sum_{n\ge0}\Delta^2/(\omega_n^2+\Delta^2)^{3/2}$, $\omega_n=(2n+1)\pi T$. And the limit: close to $T_c$ it gives $n_s\to2(1-t)$, the dotted line.

# %% tags=["solution"]
t = np.array([0.5, 0.9, 0.99])
omega = (2 * np.arange(20_000) + 1) * np.pi * t[:, None]
Delta = gap(t, 1.0)[:, None]
n_s = 2 * np.pi * t * np.sum(Delta**2 / (omega**2 + Delta**2) ** 1.5, axis=1)
from_mass = (photon_mass_curve(39.0, t) * 39.0 / 197.327) ** 2
columns = {"$T/T_c$": numbers(t, decimals=2), "$n_s$, sum": numbers(n_s, decimals=5)}
columns |= {"$n_s$, from the mass": numbers(from_mass, decimals=5)}
table(columns | {"$2(1-t)$": numbers(2 * (1 - t), decimals=2)})

# %% [markdown] tags=["solution"]
# **What it says.** For niobium 5 eV, a hundred-thousandth of an electron's mass, and zero at $T_c$, as continuously as the order parameter. In the electroweak theory the W and Z owe their masses to a condensate in the same way; in the hot early universe they too were
# without mass. (Do not look for this mass with light of 5 eV: already above $2\Delta/\hbar$, a thousand times lower, superconductor and normal metal hardly differ. It is the static field that tells them apart.)

# %% [markdown]
# <!-- task: where_the_soft_mode_went -->
# ## 6 · Where the soft mode went (in your own words, 4 points, 15 min)
#
# In a cloud of neutral atoms the phase mode is a sound; in aluminium its energy is 16 eV. Where did the soft mode go, why is Goldstone's theorem not violated, and when is a charged superconductor's phase mode soft after all?

# %% [markdown]
# <!-- answer: where_the_soft_mode_went -->
# <!-- begin solution -->
# Pairing chooses a phase, and with forces of short range a symmetry broken like this has a soft mode: a slow twist of the phase, which in the neutral gas is a sound of velocity $v_F/\sqrt3$. A phase that varies drives currents, and the currents pile up density. If the particles are charged, the density
# makes a field whose force does not become weak for long waves; so the frequency starts at $\omega_p$ and not at zero. The theorem assumes short range, and is not violated. Nothing is lost in the count: the photon outside has two polarisations, inside it is massive and has three; the third is the phase mode,
# and the mass is what keeps the magnetic field out. The mode is soft where the field can leave: in a thin film ($\omega\propto\sqrt q$) or a wire, or where the coupling of the phase is weak, as in a Josephson junction, whose plasma frequency lies below the gap.
# <!-- end solution -->

# %% tags=["solution"]
rubric("where_the_soft_mode_went")

# %% [markdown]
# ## A derivation in steps: the sound mode
#
# The phase mode of a neutral superfluid stands where $\displaystyle\int_0^1dx\,\frac{s\arcsin s}{\sqrt{1-s^2}}=0$ (chapter 08); $x=\cos\theta$ is the direction of a pair. Each step is a function; any form that gives the same numbers is right. The steps earn no points, and chapter 08 draws the whole curve.

# %% [markdown]
# ### 1 · The variable $s^2$
#
# Return $s^2$: the frequency squared, less that of a pair which moves along with the wave, $(v_Fqx)^2$, in units of $(2\Delta)^2$.

# %% [markdown] tags=["solution"]
# **Step.** $s^2=(\omega^2-(v_Fqx)^2)/4\Delta^2$. It may be negative.


# %%
def s_squared(omega, q, x, Delta, v_F):
    """The variable s²."""
    # begin solution
    return (omega**2 - (v_F * q * x) ** 2) / (4 * Delta**2)
    # end solution


check(s_squared)

# %% [markdown]
# ### 2 · The first term for small $s$
#
# For long waves $s$ is small. Return the first term of the power series of $s\arcsin(s)/\sqrt{1-s^2}$.

# %% [markdown] tags=["solution"]
# **Step.** $\arcsin s\approx s$, so the first term is $s^2$.


# %%
def first_term(s):
    """First term of the power series in s."""
    # begin solution
    return s**2
    # end solution


check(first_term)

# %% [markdown]
# ### 3 · The mean over all directions
#
# Return $\int_0^1dx\,s^2$.

# %% [markdown] tags=["solution"]
# **Step.** $\int_0^1x^2dx=\frac13$.


# %%
def mean_over_directions(omega, q, Delta, v_F):
    """∫ s² dx from 0 to 1."""
    # begin solution
    return (omega**2 - (v_F * q) ** 2 / 3) / (4 * Delta**2)
    # end solution


check(mean_over_directions)

# %% [markdown]
# ### 4 · The speed in one, two and three dimensions
#
# Where that vanishes is the mode. Return its speed $\omega/q$; in $d$ dimensions the mean of $x^2$ is $1/d$.

# %% [markdown] tags=["solution"]
# **Step.** $\omega^2=v_F^2q^2/d$.


# %%
def sound_in_dimensions(v_F, dimension):
    """Speed of the phase mode for long waves."""
    # begin solution
    return v_F / dimension**0.5
    # end solution


check(sound_in_dimensions)

# %% tags=["nbval-ignore-output"]
progress()
