# %% [markdown]
# # 02 · Bind two electrons above a Fermi sea: answers
#
# <!-- work -->
# *115 minutes, 16 points, and one question in words · read first: [chapter 02](../notebooks/02_cooper_problem.ipynb).*
#
# <!-- how to solve -->

# %% [markdown] tags=["solution"]
# These are the explained solutions: the idea, the steps, the code, and a limit or a second way that confirms it. What an exercise leaves out stands between `# begin solution` and `# end solution`.

# %%
import numpy as np

from bcs_helpers.classroom import ask, carry_on, check, hint, progress

# %% tags=["solution"]
from scipy.constants import atomic_mass, e, epsilon_0, hbar, k
from scipy.integrate import quad
from scipy.optimize import brentq

from bcs_helpers.classroom import rubric
from bcs_helpers.figures import BLUE, ORANGE, RED, figure, show
from bcs_helpers.tables import numbers, table

# %%
ask("warm_up_log")

# %% [markdown]
# <!-- task: ion_displacement -->
# ## 1 · How far an ion moves (problem 1809263, 2 points, 20 min)
#
# An electron flies past an ion and pulls at it. How far does the ion swing out when the electron is gone?
#
# `speed` of the electron in $10^6$ m/s, `distance` $b$ of its path from the ion in nm, `mass` of the ion in u, its frequency as a temperature `theta` in kelvin
# ($\hbar\omega=k_B\Theta$), its `charge` $Z$. The Coulomb force at the distance $b$ acts for the time $2b/v$, and the ion is a harmonic oscillator. Return the displacement in pm ($10^{-12}$ m). Then ask whether that time is a good guess: integrate the sideways force along the straight path. Do the two momenta agree?

# %% [markdown] tags=["solution"]
# **Idea.** The passage takes a fraction of a femtosecond, the ion needs a hundred. So the ion does not move during the passage; it only gets a momentum, the force times the time,
#
# $$p=\frac{Ze^2}{4\pi\epsilon_0b^2}\cdot\frac{2b}v=\frac{2Ze^2}{4\pi\epsilon_0bv},$$
#
# and this is exact for a straight path (the integral of the sideways force is the same). An oscillator that starts from rest with $p$ has $x=(p/M\omega)\sin\omega t$, so $A=p/M\omega$.


# %%
def ion_displacement(speed, distance, mass, theta, charge):
    """Largest displacement in pm of an ion that an electron has passed; 10⁶ m/s, nm, u, K, Z."""
    # begin solution
    p = 2 * charge * e**2 / (4 * np.pi * epsilon_0 * (distance * 1e-9) * (speed * 1e6))
    omega = k * theta / hbar
    return p / (mass * atomic_mass * omega) * 1e12
    # end solution


check(ion_displacement)

# %%
ion_displacement = carry_on(ion_displacement)

# %% [markdown] tags=["solution"]
# **A second way.** Integrate the sideways force along the path instead of estimating its time: $\int dt\,b/(b^2+v^2t^2)^{3/2}=2/bv$, exactly the estimate.

# %% tags=["solution"]
b, v = 0.2, 2.0
integral = quad(lambda t: b / (b**2 + (v * t) ** 2) ** 1.5, -np.inf, np.inf)[0]
print(f"integral of the sideways force {integral:.6f}, estimate 2/bv = {2 / (b * v):.6f}")

# %% [markdown]
# <!-- task: kick_attraction -->
# ## 2 · What the second electron gains (problem 1809263, 3 points, 15 min)
#
# A second electron follows on the same path and finds the ion nearer by its displacement $A$. By how much is its energy lower? Same arguments as before; return the energy in meV,
# as a positive number, to first order in $A/b$. (You may call `ion_displacement`.)

# %% [markdown] tags=["solution"]
# **Idea.** Its potential energy is $-Ze^2/4\pi\epsilon_0r$, and $r$ has shrunk from $b$ to $b-A$. Only the change counts: $U=Ze^2A/4\pi\epsilon_0b^2$. All together
#
# $$U=\frac{2(Ze^2/4\pi\epsilon_0)^2}{M\omega\,v\,b^3},$$
#
# with $Z^2$, because the ion's charge is used twice, and $b^{-3}$: the estimate is as good as our guess of $b$.


# %%
def kick_attraction(speed, distance, mass, theta, charge):
    """By how much the energy of a second electron is lowered, in meV; 10⁶ m/s, nm, u, K, Z."""
    # begin solution
    A, b = ion_displacement(speed, distance, mass, theta, charge) * 1e-12, distance * 1e-9
    return charge * e * A / (4 * np.pi * epsilon_0 * b**2) * 1000  # one e less: J/e are eV
    # end solution


check(kick_attraction)

# %% tags=["solution"]
distance = np.linspace(0.1, 0.4, 100)
fig, ax = figure()
metals = [("Al", 2.03, 27.0, 428.0, BLUE, "-"), ("Sn", 1.90, 118.7, 200.0, ORANGE, "--"),
          ("Pb", 1.83, 207.2, 105.0, RED, ":")]
for name, speed, mass, theta, colour, dash in metals:
    U = kick_attraction(speed, distance, mass, theta, 1)
    ax.semilogy(distance, U, color=colour, ls=dash, label=name)
ax.set(xlabel="distance of passage $b$ (nm)", ylabel="attraction $U$ for $Z=1$ (meV)")
ax.legend()
show(fig, "metals_kick_attraction")

# %% [markdown] tags=["solution"]
# **What it says.** Three metals whose ions differ eightfold in mass lie within a factor of two: a heavy ion also has a low frequency, and $M\omega\propto\sqrt M$ for equal springs. The distance
# matters most. So the *bare* estimate is some milli-electronvolts to a hundred of them, and no more than an order of magnitude; screening lowers it a hundredfold and more (chapter 02, section 1).

# %% [markdown]
# <!-- task: pair_binding_energy -->
# ## 3 · One pair above a sea (4 points, 25 min)
#
# Two electrons above a filled sea attract each other with $-V$ while $0<\xi<\omega_D$. The condition on their binding energy is
#
# $$\frac1{N_0V}=\int_0^{\omega_D}\frac{d\xi}{2\xi+E_B}.$$
#
# Return $E_B$ in the same unit as `cutoff` $=\omega_D$ for any `coupling` $N_0V$, weak *or* strong, to five digits. There are two ways, which must agree: from the integral, and as the lowest eigenvalue of the pair's matrix on a fine grid of energies.

# %% [markdown] tags=["solution"]
# **Idea.** The integral is $\frac12\ln(1+2\omega_D/E_B)$. Exponentiate: $1+2\omega_D/E_B=e^{2/N_0V}$, and so $E_B=2\omega_D/(e^{2/N_0V}-1)$.


# %%
def pair_binding_energy(coupling, cutoff):
    """Binding energy of one pair above a sea, exact in the coupling, in the unit of cutoff."""
    # begin solution
    return 2 * cutoff / (np.exp(2 / coupling) - 1)
    # end solution


check(pair_binding_energy)

# %% [markdown] tags=["solution"]
# **A second way: a matrix.** Put the pair on a grid of $n$ energies: $2\xi$ on the diagonal and $-V=-N_0V/n$ (in units of $\omega_D$) in every element. Its lowest eigenvalue tends to $-E_B$
# when the grid becomes finer than the binding energy.

# %% tags=["solution"]
def lowest(xi):
    """Lowest energy of a pair on the levels ξ, evenly spaced, for N0V = 0.5."""
    spacing = xi[1] - xi[0]
    return np.linalg.eigvalsh(np.diag(2 * xi) - 0.5 * spacing)[0]


sizes = [100, 400, 1600]
found = [-lowest((np.arange(n) + 0.5) / n) for n in sizes]
table({"energies": sizes, "matrix": numbers(found, decimals=6),
       "formula": numbers([pair_binding_energy(0.5, 1.0)] * 3, decimals=6)},
      caption=r"$E_B/\omega_D$ for $N_0V=0.5$.")

# %% [markdown]
# <!-- task: threshold_coupling -->
# ## 4 · The threshold where states are missing (3 points, 20 min)
#
# Suppose that the density of states of each particle is not constant but vanishes like $x^p$ at $x=0$, with the energy $x$ in units of the cutoff; $p=\frac12$ is a free particle in empty space.
# Then
#
# $$\frac1g=\int_0^1\frac{x^p\,dx}{2x+E_B},$$
#
# with $g$ the attraction times the density of states at $x=1$. How strong must it be to bind at all? For `power` $p>0$ return the smallest $g$ with a bound state.

# %% [markdown] tags=["solution"]
# **Idea.** The right-hand side falls as $E_B$ grows, so it is largest at $E_B=0$: $\int_0^1x^{p-1}dx/2=1/2p$. If $1/g$ is above that, nothing can be bound. The threshold is $g=2p$.


# %%
def threshold_coupling(power):
    """Smallest g that binds a pair whose density of states is x^power, 0 < x < 1."""
    # begin solution
    return 2 * power
    # end solution


check(threshold_coupling)

# %%
threshold_coupling = carry_on(threshold_coupling)

# %% tags=["solution"]
def bound(g, p):
    """E_B from the equation above by quadrature (x = y²) and a root; 0 below the threshold."""
    def excess(log_E):
        part = lambda y: 2 * y ** (2 * p + 1) / (2 * y**2 + np.exp(log_E))
        return quad(part, 0, 1, points=[1e-3], limit=200)[0] - 1 / g

    return np.exp(brentq(excess, -30, 3)) if excess(-30) > 0 else 0.0


fig, ax = figure()
g = np.linspace(0.05, 3, 60)
for p, colour, dash in [(0.25, BLUE, "-"), (0.5, ORANGE, "--"), (1.0, RED, ":")]:
    ax.plot(g, [bound(gi, p) for gi in g], color=colour, ls=dash, label=f"$p={p}$")
    ax.plot(threshold_coupling(p), 0, "o", color=colour, clip_on=False)
ax.set(xlabel="attraction $g$", ylabel=r"binding energy $E_B/\omega_D$", xlim=(0, 3), ylim=(0, 1.5))
ax.legend()
show(fig, "thresholds_threshold_coupling")

# %% [markdown] tags=["solution"]
# **The limits.** For $p=\frac12$ the threshold is 1, chapter 02's value for empty space. For $p\to0$, the Fermi sea or an empty plane, it vanishes: any attraction binds. The dots sit where
# the numerical curves start.

# %% [markdown]
# <!-- task: kept_out_binding_energy -->
# ## 5 · A pair that is kept away from the Fermi level (4 points, 25 min)
#
# Which states hold the pair together? Block those with $0<\xi<s$, by filling them with other electrons, so that the integral of task 3 begins at $s$. For a `coupling` $N_0V$ and an array
# `blocked` of values of $s$, in units of the cutoff, return $E_B$ in units of the cutoff: the energy by which the pair lies below $2E_F$, and 0 where it does not.

# %% [markdown] tags=["solution"]
# **Idea.** $1/N_0V=\frac12\ln\frac{2+E_B}{2s+E_B}$. With $q=e^{-2/N_0V}$ this is $2s+E_B=q(2+E_B)$, so
#
# $$E_B=\frac{2(q-s)}{1-q},$$
#
# which falls linearly and reaches zero at $s=q$, where $2s$ is about the binding energy of the free pair. There is still a state below the lowest *free* level $2s$, but it no longer
# gains against the sea.


# %%
def kept_out_binding_energy(coupling, blocked):
    """E_B of a pair without 0 < ξ < s, for each s; units of the cutoff, 0 if not bound."""
    # begin solution
    q = np.exp(-2 / coupling)
    return np.maximum(2 * (q - blocked) / (1 - q), 0.0)
    # end solution


check(kept_out_binding_energy)

# %% [markdown] tags=["solution"]
# **A second way**, the matrix again, with its first rows and columns left out. A hundredth of the band is enough to halve the binding.

# %% tags=["solution"]
n, blocked = 2000, np.array([0.0, 0.005, 0.01, 0.015])
xi = (np.arange(n) + 0.5) / n
table({"$s$": numbers(blocked, decimals=3),
       "matrix": numbers([max(-lowest(xi[xi > s]), 0) for s in blocked], decimals=5),
       "formula": numbers(kept_out_binding_energy(0.5, blocked), decimals=5)},
      caption=r"$E_B/\omega_D$ of a pair that may not use $0<\xi<s$, for $N_0V=0.5$.")

# %% [markdown]
# <!-- task: why_meV_beats_eV -->
# ## 6 · Why a weak attraction can win over a strong repulsion (in your own words, 3 points, 10 min)
#
# Without screening the attraction of task 2 is some meV to a hundred of them, and two electrons at the same distance repel each other with thousands. Screening lowers both: at 0.2 nm in aluminium to half a meV
# and to a hundred (chapter 02, section 1). Why does the repulsion not simply win?

# %% [markdown]
# <!-- answer: why_meV_beats_eV -->
# <!-- begin solution -->
# The two act at different times. The electron is near the ion for a fraction of a femtosecond, but the ion swings out some tens of femtoseconds later, when the first electron is a hundred
# lattice spacings away. The second electron uses the displaced ion without coming near the first. In terms of energies: the exchange of a phonon attracts where less than the phonon's energy is handed over. The
# repulsion is screened by all the other electrons, and it acts over the whole band and not only over the phonons' narrow range of energies. So the pair can arrange its wave function to avoid it, and only a part of it is left in the pair equation.
# <!-- end solution -->

# %% tags=["solution"]
rubric("why_meV_beats_eV")

# %% [markdown]
# ## A derivation in steps: Cooper's sum
#
# From Schrödinger's equation of one pair above the sea to its binding energy: $(2\xi+E_B)\,a(\xi)=V\sum a$, $0<\xi<\omega_D$. Each step is a function; any form that gives the same numbers is right. The steps earn no points: task 3 is their sum.

# %% [markdown]
# ### 1 · One term of the sum
#
# `xi` is the energy of one electron above the Fermi level, `E_B` the binding energy. Divide the equation by its bracket, sum over all states and cancel $\sum a$: $1=V\sum(\ldots)$. Return what stands under the sum.

# %% [markdown] tags=["solution"]
# **Step.** $a(\xi)=V\big(\sum a\big)/(2\xi+E_B)$; summed, $1=V\sum 1/(2\xi+E_B)$.


# %%
def term_of_coopers_sum(xi, E_B):
    """The term of the sum in 1 = V Σ (…)."""
    # begin solution
    return 1 / (2 * xi + E_B)
    # end solution


check(term_of_coopers_sum)

# %% [markdown]
# ### 2 · The sum as an integral
#
# Write $\sum\to N_0\int_0^{\omega_D}d\xi$ and return the integral without $N_0$.

# %% [markdown] tags=["solution"]
# **Step.** $\int_0^{\omega_D}\frac{d\xi}{2\xi+E_B}=\frac12\ln\frac{2\omega_D+E_B}{E_B}$, with $\frac12$ for the inner derivative.


# %%
def coopers_integral(E_B, cutoff):
    """∫ of the term from 0 to the cutoff."""
    # begin solution
    return 0.5 * np.log((2 * cutoff + E_B) / E_B)
    # end solution


check(coopers_integral)

# %% [markdown]
# ### 3 · Solve for the binding energy
#
# Now $1=N_0V$ times the integral. Return $E_B$ for any coupling $N_0V$.

# %% [markdown] tags=["solution"]
# **Step.** $e^{2/N_0V}=1+2\omega_D/E_B$.


# %%
def coopers_energy(coupling, cutoff):
    """Binding energy for any coupling."""
    # begin solution
    return 2 * cutoff / (np.exp(2 / coupling) - 1)
    # end solution


check(coopers_energy)

# %% [markdown]
# ### 4 · The limit of weak coupling
#
# Return what is left of it when the coupling is small.

# %% [markdown] tags=["solution"]
# **Step.** The 1 beside the exponential is dropped. At $N_0V=0.25$ the two differ by $e^{-8}$, three parts in ten thousand.


# %%
def coopers_energy_weak(coupling, cutoff):
    """Binding energy in the limit of weak coupling."""
    # begin solution
    return 2 * cutoff * np.exp(-2 / coupling)
    # end solution


check(coopers_energy_weak)

# %% tags=["nbval-ignore-output"]
progress()
