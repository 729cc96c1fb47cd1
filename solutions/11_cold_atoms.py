# %% [markdown]
# # 11 · Cross from Cooper pairs to molecules: answers
#
# <!-- work -->
# *115 minutes, 14 points, and one question in words · read first: [chapter 11](../notebooks/11_cold_atoms.ipynb).*
#
# <!-- how to solve -->
#
# Except in the first task, energies are in $E_F$ and wave numbers in $k_F$, so that $\xi_k=k^2-\mu$ and $E_k=\sqrt{\xi_k^2+\Delta^2}$, as in the chapter. The temperature is zero.

# %% [markdown] tags=["solution"]
# These are the explained solutions: the idea, the steps, the code, and a limit or a second way that confirms it. What an exercise leaves out stands between `# begin solution` and `# end solution`.

# %%
import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq, minimize_scalar

from bcs_helpers.classroom import ask, carry_on, check, hint, progress
from bcs_helpers.tables import numbers, table

# %% tags=["solution"]
from scipy.constants import atomic_mass, hbar, k, physical_constants

from bcs_helpers.classroom import inputs, rubric
from bcs_helpers.crossover import chemical_potential, excitation_gap, gap, sound_velocity
from bcs_helpers.figures import BLACK, BLUE, GREEN, ORANGE, RED, figure, show
from bcs_helpers.materials import cold_atoms

# %%
ask("warm_up_unitarity")

# %% [markdown]
# <!-- task: place_on_the_axis -->
# ## 1 · Where on the axis is this gas? (3 points, 15 min)
#
# The laboratory tells the scattering length `a` in Bohr radii (with its sign), the `density` in atoms per m³ (both spin states together, filled alike), and the `mass` of an atom in u. Which side of the crossover is that?
# Return the array of $1/k_Fa$ and of the Fermi temperature $E_F/k_B$ in µK.

# %% [markdown] tags=["solution"]
# **Idea.** Each momentum state takes one atom of either spin: $n=2\cdot\frac{4\pi}3k_F^3/(2\pi)^3=k_F^3/3\pi^2$. The rest is units.


# %%
def place_on_the_axis(a, density, mass):
    """Array of 1/k_F a and T_F in µK; a in Bohr radii, density of both spins in m⁻³, mass in u."""
    # begin solution
    k_F = (3 * np.pi**2 * density) ** (1 / 3)
    a0 = physical_constants["Bohr radius"][0]
    return np.array([1 / (k_F * a * a0), (hbar * k_F) ** 2 / (2 * mass * atomic_mass * k) * 1e6])
    # end solution


check(place_on_the_axis)

# %% tags=["solution"]
densities = np.array([5e17, 4e18, 3.2e19])
place, T_F = np.array([place_on_the_axis(-3500.0, n, 6.015) for n in densities]).T
table({"density / m⁻³": numbers(densities, 2), "$1/k_Fa$": numbers(place, decimals=2),
       r"$T_F$ / µK": numbers(T_F, decimals=2),
       "distance of atoms / nm": numbers(densities ** (-1 / 3) * 1e9, decimals=0)},
      caption="Lithium with $a=-3500$ Bohr radii, that is $-185$ nm, at three densities.")

# %% [markdown] tags=["solution"]
# **A second way: count.** Put 4000 atoms of a density of $4\cdot10^{18}$ m⁻³ into a periodic box of 10 µm, and fill the momenta $2\pi\,\mathbf m/L$ from the lowest, with two atoms each.

# %% tags=["solution"]
m = np.arange(-12, 13)
squares = np.sort(np.add.outer(m**2, np.add.outer(m**2, m**2)).ravel())
highest = (2 * np.pi * hbar / 10e-6) ** 2 * squares[1999] / (2 * 6.015 * atomic_mass * k)
T_F = place_on_the_axis(-3500.0, 4e18, 6.015)[1]
print(f"energy of the last atom: {highest * 1e6:.2f} µK, T_F = {T_F:.2f} µK")

# %% [markdown] tags=["solution"]
# **What it says.** Eight times the density halves $1/k_Fa$ and quadruples $T_F$. A *denser* gas is nearer to unitarity: strong means $|a|$ against the distance of the atoms. (With the Coulomb force of electrons it is the other way round: the denser the gas, the less it counts beside the kinetic energy.)

# %% [markdown]
# <!-- task: crossover_in_a_plane -->
# ## 2 · The crossover in a plane (4 points, 35 min)
#
# Squeeze the gas between two sheets of light until it is flat. In a plane two atoms *always* have a bound state, however weakly they attract; let its binding energy be `binding` $=E_b$, in $E_F$. Chapter 11's subtraction now uses that bound state, and the gap equation reads
#
# $$\int_0^\infty\!k\,dk\,\Big[\frac1{2E_k}-\frac1{2k^2+E_b}\Big]=0 .$$
#
# Write down the number equation yourself: in the plane the density of both spin states together is $n=k_F^2/2\pi$. Solve the two equations, numerically or on paper, and return the array of $\Delta$ and $\mu$.

# %% [markdown] tags=["solution"]
# **Idea.** Each spin state is occupied with $\frac12(1-\xi/E)$, and $\int d^2k/(2\pi)^2=\int k\,dk/2\pi$, so $n=k_F^2/2\pi$ becomes $\int_0^\infty k\,dk\,(1-\xi_k/E_k)=1$. A numerical solution: for any $\mu$ the gap equation fixes $\Delta$ (its left side falls when $\Delta$ grows), and the number equation then picks $\mu$. In terms of
# $\xi=k^2-\mu$ both integrals are elementary, and the function below does it on paper; the cell after it does it by quadrature.
#
# $$\tfrac12\int_{-\mu}^\infty\!d\xi\,\Big(1-\frac\xi E\Big)=\tfrac12\Big[\xi-E\Big]_{-\mu}^\infty=\tfrac12\big(\sqrt{\mu^2+\Delta^2}+\mu\big)=1,\qquad
# \tfrac14\Big[\ln\frac{\xi+E}{2\xi+2\mu+E_b}\Big]_{-\mu}^\infty=0\ \Rightarrow\ \sqrt{\mu^2+\Delta^2}-\mu=E_b .$$
#
# Sum and difference give $\mu=1-\frac12E_b$, and the product gives $\Delta^2=2E_b$.


# %%
def crossover_in_a_plane(binding):
    """Array of Δ and μ in E_F for a gas in a plane; binding energy E_b of two atoms in E_F."""
    # begin solution
    return np.array([np.sqrt(2 * binding), 1 - binding / 2])
    # end solution


check(crossover_in_a_plane)

# %% tags=["solution"]
def by_quadrature(E_b):
    """(Δ, μ) from the two integrals, in ε = k²."""
    def integral(f, mu):
        middle = max(mu, 0) + 2
        return quad(f, 0, middle, limit=200)[0] + quad(f, middle, np.inf, limit=200)[0]

    E = lambda x, D, mu: np.hypot(x - mu, D)
    pairing = lambda D, mu: integral(lambda x: 1 / E(x, D, mu) - 2 / (2 * x + E_b), mu)
    Delta = lambda mu: brentq(pairing, 1e-3, 50, args=(mu,))
    occupied = lambda x, D, mu: D**2 / (E(x, D, mu) * (E(x, D, mu) + x - mu))  # 1 − ξ/E
    excess = lambda mu, D: 0.5 * integral(lambda x: occupied(x, D, mu), mu) - 1
    # below μ = −E_b/2 nothing is paired
    mu = brentq(lambda mu: excess(mu, Delta(mu)), 0.2 - E_b / 2, 1.2)
    return Delta(mu), mu


dots = np.array([0.1, 0.3, 1.0, 2.0, 4.0, 8.0])
numeric = np.array([by_quadrature(E_b) for E_b in dots])
paper = np.array([crossover_in_a_plane(E_b) for E_b in dots])
table({"$E_b/E_F$": numbers(dots, 2), r"$\Delta$, quadrature": numbers(numeric[:, 0], decimals=5),
       r"$\Delta$, on paper": numbers(paper[:, 0], decimals=5),
       r"$\mu$, quadrature": numbers(numeric[:, 1], decimals=5),
       r"$\mu$, on paper": numbers(paper[:, 1], decimals=5)},
      caption="The crossover in a plane by two ways, in $E_F$.")

# %% tags=["solution"]
E_b = np.geomspace(0.05, 10, 300)
Delta, mu = crossover_in_a_plane(E_b)
fig, ax = figure()
ax.semilogx(E_b, Delta, color=BLUE, label=r"$\Delta=\sqrt{2E_FE_b}$")
ax.semilogx(E_b, mu, color=RED, ls="--", label=r"$\mu=E_F-\frac{1}{2}E_b$")
smallest = np.where(mu > 0, Delta, np.hypot(mu, Delta))
ax.semilogx(E_b, smallest, color=BLACK, ls=":", label=r"smallest $E_k$")
ax.semilogx(dots, numeric[:, 0], "o", color=BLUE)
ax.semilogx(dots, numeric[:, 1], "s", color=RED)
ax.set(xlabel="binding energy of two atoms $E_b/E_F$", ylabel="energy $/E_F$")
ax.legend(loc="lower left")
show(fig, "gap_and_mu_crossover_in_a_plane")

# %% [markdown] tags=["solution"]
# **What it says.** What took elliptic integrals in space is a square root and a straight line here. The gap is no exponential of the density but a geometric mean of the two energies of the problem, and all of Cooper's exponential sits in $E_b$ itself. $\mu$ changes sign at $E_b=2E_F$; on the right the smallest $E_k$ is
# $\sqrt{\mu^2+\Delta^2}=E_F+\frac12E_b$, half a dimer and one Fermi energy.
#
# **How far to believe it.** Mean field in a plane has a defect that space hides. Since $2\mu+E_b=2E_F$ at *every* $E_b$, and $E_F\propto n$, the sound velocity $c^2=\frac nm\frac{d\mu}{dn}=\frac12v_F^2$ is the same for all attractions. Strongly bound dimers should hardly feel each other; here their repulsion never becomes weak. The two functions above solve the task's equations, and are a good guide to $\Delta$ and to the change of sign of $\mu$, but not to the energy of a gas of molecules.

# %% [markdown]
# <!-- task: radio_threshold -->
# ## 3 · What a radio photon pays (3 points, 20 min)
#
# A radio wave can flip one of the two atoms of a pair into a third, empty spin state, in which it feels no other atom (in this task). It flies off with the momentum it had, and its partner stays behind in the gas. How much energy must the photon
# bring at least, beyond what it costs to flip a free atom? `Delta` and `mu` are arrays of $\Delta$ and $\mu$ in $E_F$, with $\mu$ of either sign; return an array.

# %% [markdown] tags=["solution"]
# **Idea.** Energy afterwards minus before, at fixed $\mu$. The one left behind is a quasiparticle: $E_k$. The one that flies off: $k^2$. The gas has one atom less: $-\mu$. Together $E_k+\xi_k$, which rises with $k$ everywhere, since $d(E+\xi)/d\xi=1+\xi/E>0$. So the cheapest atom is the one at $k=0$,
#
# $$\omega_{\min}=\sqrt{\mu^2+\Delta^2}-\mu .$$


# %%
def radio_threshold(Delta, mu):
    """Smallest photon energy, in E_F, that frees one atom of a pair, for arrays of Δ and μ."""
    # begin solution
    return np.hypot(mu, Delta) - mu
    # end solution


check(radio_threshold)

# %% [markdown]
# Now let the photon find pairs in the plane of task 2. What does it pay there? (Compare each line with its $E_b$.)

# %%
crossover_in_a_plane, radio_threshold = carry_on(crossover_in_a_plane), carry_on(radio_threshold)
bindings = np.array([0.4, 1.0, 3.0])
plane = np.array([crossover_in_a_plane(E_b) for E_b in bindings]).T
table({"$E_b/E_F$": numbers(bindings, decimals=1),
       "the photon pays / $E_F$": numbers(radio_threshold(*plane), decimals=4)},
      caption="The threshold in a plane.")

# %% tags=["solution"]
def cheapest(Delta, mu):
    """k and cost of the cheapest atom, by minimisation."""
    cost = lambda k: np.hypot(k**2 - mu, Delta) + k**2 - mu
    found = minimize_scalar(cost, bounds=(0, 3), method="bounded")
    return found.x, found.fun


Delta, mu = inputs(radio_threshold)
at, least = np.array([cheapest(*pair) for pair in zip(Delta, mu)]).T
table({r"$\Delta/E_F$": numbers(Delta, decimals=3), r"$\mu/E_F$": numbers(mu, decimals=3),
       "minimum at $k/k_F$": numbers(at, decimals=3), "its cost": numbers(least, decimals=4),
       "formula": numbers(radio_threshold(Delta, mu), decimals=4),
       "smallest $E_k$": numbers(np.where(mu > 0, Delta, np.hypot(Delta, mu)), decimals=4)},
      caption="The threshold by minimisation and by the formula.")

# %% tags=["solution"]
eta = np.linspace(-2, 2, 201)
fig, ax = figure()
threshold = radio_threshold(gap(eta), chemical_potential(eta))
left, right = eta[eta < 0], eta[eta > 0.2]
ax.semilogy(eta, threshold, color=BLUE, label="radio threshold")
ax.semilogy(eta, excitation_gap(eta), color=RED, ls="--", label="smallest $E_k$")
ax.semilogy(left, gap(left) ** 2 / 2, color=GREEN, ls=":", lw=2.4, label=r"$\Delta^2/2E_F$")
ax.semilogy(right, 2 * right**2, color=ORANGE, ls="-.", label=r"$E_b=2\eta^2E_F$")
ax.set(xlabel=r"$\eta=1/k_Fa$", ylabel="energy $/E_F$")
ax.legend()
show(fig, "thresholds_radio_threshold")

# %% [markdown] tags=["solution"]
# **What it says.** On the BCS side the threshold is *far below* the gap. The photon takes an atom from the bottom of the Fermi sea. The quasiparticle left behind, a hole deep in the sea, costs about $\mu$, but that is just what the gas gets back for the atom that has left; the rest, $\Delta^2/2E_F$, is small. So the edge of such a spectrum is not $\Delta$, and a gap read off it
# would be far too small. The two curves cross where $\mu=0$, and only there. On the BEC side it is the energy of a molecule. In the plane of task 2 it is $\sqrt{\mu^2+\Delta^2}-\mu=E_b$ exactly, at any strength: there the edge does not depend on the gas at all.
#
# (In a real gas the third state may feel the others, and atoms attract each other also without pairing. Both shift the line.)

# %% [markdown]
# <!-- task: sound_from_a_table -->
# ## 4 · Sound from a table (4 points, 30 min)
#
# How fast is sound in the gas? Everything is in the equation of state: $mc^2=n\,d\mu/dn$, at a fixed scattering length. You are given it as a table, from a theory or from a laboratory: `eta` holds values of $1/k_Fa$ at equal steps, and `mu` the values of $\mu/E_F$ there.
# Return $(c/v_F)^2$ for all points of the table except the first and the last ($v_F=\hbar k_F/m$).

# %% [markdown] tags=["solution"]
# **Idea.** $\mu=E_F\,g(\eta)$, and compression changes both factors: $E_F\propto n^{2/3}$, and $\eta=1/k_Fa\propto n^{-1/3}$ at fixed $a$. So
#
# $$n\frac{d\mu}{dn}=E_F\Big[\tfrac23g-\tfrac13\eta\,g'\Big],\qquad mv_F^2=2E_F\quad\Rightarrow\quad\frac{c^2}{v_F^2}=\frac g3-\frac{\eta\,g'}6 .$$


# %%
def sound_from_a_table(eta, mu):
    """(c/v_F)² at the inner points of a table of μ/E_F against η = 1/k_F a."""
    # begin solution
    return (mu / 3 - eta * np.gradient(mu, eta) / 6)[1:-1]
    # end solution


check(sound_from_a_table)

# %% tags=["solution"]
eta = np.linspace(-3, 3, 241)
inner, bertsch = eta[1:-1], cold_atoms["bertsch_2013"]  # μ/E_F at 0, from density profiles
theory = chemical_potential(eta)
lowered = theory - (theory[120] - bertsch) / (1 + eta**2)
dimer, loose = np.linspace(0.4, 3, 100), np.linspace(-3, -1.5, 2)
fig, ax = figure()
from_theory, from_lowered = (sound_from_a_table(eta, mu) for mu in (theory, lowered))
ax.plot(inner, np.sqrt(from_theory), color=BLUE, label="table of mean field")
few = inner[::12]
ax.plot(few, sound_velocity(few), "o", color=BLUE, label="the chapter's function")
ax.plot(inner, np.sqrt(from_lowered), color=RED, ls="--", label=r"lowered to a known $\mu$ at 0")
star = np.sqrt(bertsch / 3)
ax.plot(0, star, "*", ms=12, mfc="none", color=RED, label=r"$\sqrt{\mu/3E_F}$ there")
limits = r"$1/\sqrt{3}$ and $\sqrt{k_Fa/3\pi}$"
ax.plot(loose, np.full(2, 3**-0.5), color=BLACK, ls=":", label=limits)
ax.plot(dimer, 1 / np.sqrt(3 * np.pi * dimer), color=BLACK, ls=":")
ax.set(xlabel="$1/k_Fa$", ylabel="velocity of sound $c/v_F$", ylim=(0, 0.7))
ax.legend(loc="lower left")
show(fig, "velocity_sound_from_a_table")

# %% tags=["solution"]
bare = sound_from_a_table(eta, np.where(eta > 0, -(eta**2), 0.0))
largest = np.abs(bare[inner > 0.1]).max()
print(f"largest (c/v_F)² from the binding energy alone, μ = −η²: {largest:.10f}")
at_zero = np.sqrt(np.interp(0, inner, sound_from_a_table(eta, theory)))
print(f"at 1/k_F a = 0: mean field {at_zero:.4f}, "
      f"with μ = {bertsch.amount} E_F from density profiles {np.sqrt(bertsch / 3):.4f}")

# %% [markdown] tags=["solution"]
# **What it says.** At unitarity $\eta=0$ the slope does not matter, $c^2=\mu v_F^2/3E_F$: so a Bertsch parameter, once it is known, predicts the velocity of sound. (The star is this prediction, 0.351(4), not a measured velocity.) For molecules $\mu$ is nearly $-\eta^2E_F$, large and negative, and yet $c^2$ is small and positive: with $g=-\eta^2$ the two terms cancel, $-\frac13\eta^2+\frac13\eta^2=0$. The binding energy does not depend on the density
# and so it does not contribute to sound; the repulsion of the molecules does. Whoever forgets the slope finds a negative $c^2$, a gas that collapses. (The dashed curve is an illustration: a smooth way through one derived point, to show what the velocity would feel.)

# %% [markdown]
# <!-- task: two_false_transitions -->
# ## 5 · Two transitions that are none (in your own words, 4 points, 15 min)
#
# A neighbour says: "At unitarity the scattering length jumps from $-\infty$ to $+\infty$: a phase transition." Another: "No, at $\mu=0$, where the minimum of $E_k$ comes to $k=0$." Answer both. How would one recognise a transition at $T=0$? Name a change of the gas that does bring one.

# %% [markdown]
# <!-- answer: two_false_transitions -->
# <!-- begin solution -->
# To the first: the scattering length enters as $1/a$, and that passes through zero without noticing. A jump of $a$ is like the jump of a tangent at 90°: a property of the variable, not of the angle. In the equations, in the energy and in all its derivatives nothing happens there.
#
# To the second: something does change at $\mu=0$, the place of the cheapest excitation, and the second derivative of the edge as a function of $1/k_Fa$ jumps. But the edge is a minimum over $k$, not the energy of the ground state; the gap stays open on both sides, and $v_k$ as a function of $k$ and $\mu$ is smooth.
#
# A transition at $T=0$ is a singular point of the ground-state energy; usually a symmetry changes there. Here, in mean field, the energy is smooth and the same symmetry, the phase, is broken all the way. Real transitions: warm the gas, and the order is lost at $T_c$; make the two spin states unequal, and pairs and surplus atoms separate; or let
# the atoms pair in a $p$ wave, whose gap parameter vanishes at $k=0$: then at $\mu=0$ an excitation costs nothing, and the two sides are different phases.
# <!-- end solution -->

# %% tags=["solution"]
rubric("two_false_transitions")

# %% tags=["nbval-ignore-output"]
progress()
