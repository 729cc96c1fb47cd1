# %% [markdown]
# # 13 · Count the pairs in a nucleus and in a star: answers
#
# <!-- work -->
# *140 minutes, 19 points, and one question in words · read first: [chapter 13](../notebooks/13_nuclei_and_stars.ipynb).*
#
# <!-- how to solve -->

# %% [markdown] tags=["solution"]
# These are the explained solutions: the idea, the steps, the code, and a limit or a second way that confirms it. What an exercise leaves out stands between `# begin solution` and `# end solution`.

# %%
import numpy as np

from bcs_helpers.classroom import ask, carry_on, check, hint, inputs, progress
from bcs_helpers.tables import numbers, table

# %% tags=["solution"]
from functools import reduce
from itertools import combinations

from bcs_helpers.classroom import rubric
from bcs_helpers.dense_matter import neutron_gap, pairing_temperature
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, figure, show
from bcs_helpers.finite import variation_after_projection
from bcs_helpers.units import fm, kelvin

# %%
ask("warm_up_odd")

# %% [markdown]
# <!-- task: five_point_gap -->
# ## 1 · The gap in a table of masses (4 points, 25 min)
#
# In chapter 13 the three-point differences of tin zigzag: 0.2 MeV more at even $N$ than at odd. Is the gap different there, or do three points measure something else as well?
#
# Let the energy be $\Delta$ higher for odd $N$, on top of a smooth energy that may be *curved*. There is one combination of the five energies at $N-2,\dots,N+2$, symmetric about $N$, that gives $\Delta$ and from which a curvature drops out. For consecutive neutron numbers `N` and *binding* energies `binding` $=-E$ in MeV return it for
# `N[2:-2]`. (The first table is tin's, summed up from the measured differences; its first two entries are arbitrary, for a constant and a slope drop out in any case.)

# %% [markdown] tags=["solution"]
# **Idea.** Put $E=\frac12cN^2+\Delta\cdot[N\text{ odd}]$ into the three-point formula. The second difference of the parabola is $c$, that of the zigzag $\pm2\Delta$, so
#
# $$\Delta^{(3)}(N)=\tfrac12(-1)^N[E(N+1)-2E(N)+E(N-1)]=\Delta+\tfrac12(-1)^Nc .$$
#
# The curvature alternates. A quarter, a half and a quarter of three neighbours cancel it:
#
# $$\begin{gathered}\Delta^{(5)}(N)=\tfrac14\big[\Delta^{(3)}(N-1)+2\Delta^{(3)}(N)+\Delta^{(3)}(N+1)\big]\\
# =-\tfrac18(-1)^N\big[E(N\!+\!2)-4E(N\!+\!1)+6E(N)\\
# -4E(N\!-\!1)+E(N\!-\!2)\big].\end{gathered}$$
#
# It is a fourth difference, and a cubic energy drops out, too. The table holds $B=-E$, which takes away the minus sign in front.


# %%
def five_point_gap(N, binding):
    """Pairing gap in MeV for N[2:-2], from binding energies, free of the curvature."""
    # begin solution
    fourth = binding[4:] - 4 * binding[3:-1] + 6 * binding[2:-2] - 4 * binding[1:-3] + binding[:-4]
    return (-1.0) ** N[2:-2] * fourth / 8
    # end solution


check(five_point_gap)

# %%
five_point_gap = carry_on(five_point_gap)
N, binding = inputs(five_point_gap)
Delta = five_point_gap(N, binding)
even = N[2:-2] % 2 == 0
print(f"tin: even N {Delta[even].mean():.3f} MeV, odd N {Delta[~even].mean():.3f} MeV")

# %% tags=["solution"]
three = -0.5 * (-1.0) ** N[1:-1] * np.diff(binding, 2)
fig, ax = figure()
ax.plot(N[1:-1], three, "o:", color=GREY, mfc="white", lw=1, label="three points")
ax.plot(N[2:-2], Delta, "s-", color=BLUE, ms=4, label="five points")
ax.set(xlabel="neutron number $N$ of tin", ylabel=r"$\Delta$ (MeV)", ylim=(0, 1.8))
ax.legend(loc="lower left")
show(fig, "three_and_five_points_gap")

# %% [markdown] tags=["solution"]
# **What it says.** The zigzag is gone. That alone shows little, for these weights remove whatever alternates, a gap that differs at even and odd $N$, too. But the curvature that it asks for, $c=\Delta^{(3)}_\text{even}-\Delta^{(3)}_\text{odd}$, is of the size that the liquid drop has: its asymmetry energy $a(N-Z)^2/A$, $a\approx23$ MeV (recalled), bends by $8aZ^2/A^3$. So
# there is no need for a gap that differs. What is left has a reason in the levels: the dip near $N=65$ is where the lower shells are full and the upper ones begin.

# %% tags=["solution"]
c = (three[1:-1] - Delta)[even].mean() - (three[1:-1] - Delta)[~even].mean()
drop = [8 * 23.3 * 50**2 / A**3 for A in (110, 120, 130)]
print(f"curvature of tin from the zigzag: {c:.2f} MeV")
print(f"liquid drop at A = 110, 120, 130: {drop[0]:.2f}, {drop[1]:.2f}, {drop[2]:.2f} MeV")

# %% [markdown] tags=["solution"]
# **A limit.** A made-up chain: a cubic energy, and a gap of 1.2 MeV.

# %% tags=["solution"]
n = np.arange(40, 52)
made_up = 8.5 * n - 0.1 * (n - 45) ** 2 + 0.003 * (n - 45) ** 3 - 1.2 * (n % 2)
three = -0.5 * (-1.0) ** n[1:-1] * np.diff(made_up, 2)
table({"$N$": [int(k) for k in n[2:-2]], "three points": numbers(three[1:-1], decimals=3),
       "five points": numbers(five_point_gap(n, made_up), decimals=6)},
      caption="The gap of the made-up chain (in MeV).")

# %% [markdown]
# <!-- task: shell_energies -->
# ## 2 · One shell, pair by pair (4 points, 30 min)
#
# What does it cost to break a pair if nothing else changes? Take a single shell: $\Omega$ levels (`capacity`), all at energy zero, and $H=-G\sum_{ij}P_i^\dagger P_j$, the sum over *all* $i$ and $j$. It holds $N$ `neutrons`, of which $s$ are without a partner, each alone in a level; the rest are pairs.
#
# For an array `unpaired` of values of $s$ (of the same parity as $N$) return the exact lowest energy for each, in the same unit as `G`.

# %% [markdown] tags=["solution"]
# **Idea.** An unpaired neutron blocks its level: no pair enters, none leaves. There remain $n=\frac12(N-s)$ pairs on $\Omega'=\Omega-s$ levels. Take all arrangements of the pairs with the same amplitude. Into each of them lead $n(\Omega'-n)$ hops from others, and each of its $n$ pairs may stay; so $H$ multiplies the state by
#
# $$E=-G\,[n(\Omega'-n)+n]=-Gn(\Omega'-n+1)=-\tfrac G4(N-s)(2\Omega-s-N+2).$$
#
# It is the lowest state, because all hops have the same sign: any other state must have amplitudes of both signs, and gains less. (The number $s$ is called seniority; Racah, 1943.)


# %%
def shell_energies(capacity, neutrons, unpaired, G):
    """Lowest energy of N neutrons in a shell of Ω levels, for each number s of unpaired ones."""
    # begin solution
    pairs, levels = (neutrons - unpaired) // 2, capacity - unpaired
    return -G * pairs * (levels - pairs + 1)
    # end solution


check(shell_energies)

# %%
shell_energies = carry_on(shell_energies)
E = np.array([shell_energies(8, n, np.array([0, 2]), 0.2) for n in (4, 6, 8)])
table({"neutrons": [4, 6, 8], "$E(s=0)$ / MeV": numbers(E[:, 0], decimals=2),
       "$E(s=2)$ / MeV": numbers(E[:, 1], decimals=2),
       "the first pair costs / MeV": numbers(E[:, 1] - E[:, 0], decimals=2)},
      caption=r"A shell of $\Omega=8$ levels, $G=0.2$ MeV.")

# %% [markdown] tags=["solution"]
# **A second way: list the arrangements**, and diagonalise.

# %% tags=["solution"]
def hops(a, b):
    """How often P†P leads from the arrangement a to b."""
    return len(a) if a == b else float(len(a & b) == len(a) - 1)


count, lowest = [], []
for s in (0, 2, 4):
    places = [frozenset(c) for c in combinations(range(6 - s), (6 - s) // 2)]
    H = -0.2 * np.array([[hops(a, b) for a in places] for b in places])
    count.append(len(places))
    lowest.append(np.linalg.eigvalsh(H)[0])
formula = shell_energies(6, 6, np.array([0, 2, 4]), 0.2)
table({"$s$": [0, 2, 4], "arrangements": count, "lowest / MeV": numbers(lowest, decimals=6),
       "formula / MeV": numbers(formula, decimals=6)},
      caption=r"Six neutrons in a shell of $\Omega=6$ levels, $G=0.2$ MeV.")

# %% tags=["solution"]
Omega, G = 16, 0.2
N = np.arange(0, 2 * Omega + 1)
lowest = np.array([shell_energies(Omega, n, np.array([n % 2]), G)[0] for n in N])
fig, (left, right) = figure(1, 2)
for s, colour, dash in [(0, BLUE, "-"), (1, RED, "--"), (2, ORANGE, ":")]:
    n = np.linspace(s, 2 * Omega - s, 100)
    arc = -G / 4 * (n - s) * (2 * Omega - s - n + 2)
    left.plot(n, arc, color=colour, ls=dash, label=f"$s={s}$")
left.plot(N, lowest, ".", color=BLACK, ms=4)
left.set(xlabel="neutrons $N$ in the shell", ylabel="energy (MeV)")
zigzag = 0.5 * (-1.0) ** N[1:-1] * np.diff(lowest, 2)
right.plot(N[1:-1], zigzag, "o:", color=GREY, mfc="white", ms=4, lw=1, label="three points")
five = five_point_gap(N, -lowest)
right.plot(N[2:-2], five, "s-", color=BLUE, ms=3, label="five points")
right.set(xlabel="neutrons $N$ in the shell", ylabel=r"$\Delta$ (MeV)", ylim=(1.4, 1.8))
left.legend(loc="upper center")
right.legend(loc="lower left")
show(fig, "shell_arcs_shell_energies")

# %% [markdown] tags=["solution"]
# **What it says.** The first broken pair costs $G\Omega$, *whatever $N$ is*: the difference of the arcs $s=0$ and $s=2$ is the same everywhere. The first excited state of even tin does stay where it is, near 1.2 MeV from $A=104$ to 130 (recalled; below $2\Delta$, because a real force prefers some ways to couple the two neutrons). The right figure is task 1 in closed form: $\Delta^{(3)}$ is $\frac12G(\Omega+1)$ at even $N$ and $\frac12G\Omega$ at odd, a zigzag
# of $\frac12G$ from the curvature of the arcs. With the chapter's $G=0.22$ MeV this is about half of tin's; the rest comes from levels that are not all alike.

# %% [markdown]
# <!-- task: share_missed_by_bcs -->
# ## 3 · What BCS misses in a shell (4 points, 30 min)
#
# The same shell, all neutrons paired: $n$ pairs in $\Omega$ levels have the exact energy $-Gn(\Omega-n+1)$. Now let BCS try: $\prod_j(u+vP_j^\dagger)|0\rangle$ with the right number of pairs *on the average*. Which share of the exact energy does its $\langle H\rangle$ miss?
#
# For `capacity` $\Omega$ and an array `pairs` of values of $n$ return $(E_\text{BCS}-E)/|E|$. Keep all terms of $\langle H\rangle$.

# %% [markdown] tags=["solution"]
# **Idea.** All levels are alike, so $v^2=n/\Omega$ in each. Two different levels give $\langle P_i^\dagger P_j\rangle=u^2v^2$, one and the same $\langle P_i^\dagger P_i\rangle=v^2$:
#
# $$E_\text{BCS}=-G\left[\Omega(\Omega-1)u^2v^2+\Omega v^2\right]=-Gn\left[\Omega-n+\frac n\Omega\right],\qquad\frac{E_\text{BCS}-E}{|E|}=\frac{1-n/\Omega}{\Omega-n+1}.$$


# %%
def share_missed_by_bcs(capacity, pairs):
    """Share of the exact energy of n pairs in a shell that the BCS state misses, for each n."""
    # begin solution
    v2 = pairs / capacity
    bcs = capacity * (capacity - 1) * v2 * (1 - v2) + capacity * v2
    return 1 - bcs / (pairs * (capacity - pairs + 1))
    # end solution


check(share_missed_by_bcs)

# %%
share_missed_by_bcs = carry_on(share_missed_by_bcs)
missed = share_missed_by_bcs(6, np.arange(1, 7))
table({"pairs": list(range(1, 7)), "share missed": numbers(missed, decimals=3)},
      caption=r"What BCS misses in a shell of $\Omega=6$ levels.")

# %% [markdown] tags=["solution"]
# **A second way: matrices.** Five levels are $2^5$ configurations of pairs. Build $P=\sum P_j$ and the product state, and take the mean of $-P^\dagger P$. Then cut the state to the right number of pairs (VAP of the chapter) and take it again.

# %% tags=["solution"]
lower, one = np.array([[0.0, 1.0], [0.0, 0.0]]), np.eye(2)
P = sum(reduce(np.kron, [one] * j + [lower] + [one] * (4 - j)) for j in range(5))
count = np.array([bin(i).count("1") for i in range(32)])
found = []
for n in (1, 2, 4):
    state = reduce(np.kron, [np.array([np.sqrt(1 - n / 5), np.sqrt(n / 5)])] * 5)
    cut = np.where(count == n, state, 0) / np.sqrt(np.sum(state[count == n] ** 2))
    found.append([-n * (5 - n + 1), -np.sum((P @ state) ** 2), -np.sum((P @ cut) ** 2)])
exact, bcs, projected = np.transpose(found)
formula = share_missed_by_bcs(5, np.array([1, 2, 4]))
table({"pairs": [1, 2, 4], "exact / G": numbers(exact, decimals=2),
       "BCS / G": numbers(bcs, decimals=2), "missed": numbers(1 - bcs / exact, decimals=4),
       "missed, formula": numbers(formula, decimals=4), "cut / G": numbers(projected, decimals=2)},
      caption=r"Five levels: exact energy, BCS, and the same state cut to the number of pairs.")

# %% tags=["solution"]
energy = variation_after_projection(np.zeros(16), 8, 1.0).energy
print(f"the package's projected state, Ω = 16, n = 8: {energy:.6f} G, exact {-8 * 9} G")

# %% tags=["solution"]
levels = 2 ** np.arange(1, 11)
half = np.array([share_missed_by_bcs(int(c), np.array([c // 2]))[0] for c in levels])
fig, (left, right) = figure(1, 2)
for c, colour, dash in [(6, RED, "o-"), (16, ORANGE, "s--"), (40, BLUE, "^:")]:
    n = np.unique(np.linspace(1, c, 9).round().astype(int))
    left.plot(n / c, share_missed_by_bcs(c, n), dash, color=colour, ms=4, label=rf"$\Omega={c}$")
right.loglog(levels, half, "o", color=BLUE, label="half full")
right.loglog(levels, 1 / levels, color=BLACK, ls=":", label=r"$1/\Omega$")
left.set(xlabel=r"filling $n/\Omega$", ylabel="share missed by BCS")
right.set(xlabel=r"levels $\Omega$", ylabel="share missed by BCS")
for ax in (left, right):
    ax.legend()
show(fig, "missed_share_bcs")

# %% [markdown] tags=["solution"]
# **What it says.** For a half-full shell the share is exactly $1/(\Omega+2)$: an eighth in a nuclear shell of six levels, nothing in a metal. All of it comes from the uncertain number: the same state cut to $n$ pairs is exact here. The term that is often left out, $Gv^4$ a level, would change the result by a factor of two at half filling.

# %% [markdown]
# <!-- task: neutron_critical_temperature -->
# ## 4 · How cold is a neutron star? (4 points, 25 min)
#
# Neutrons that have dripped out of the nuclei of the crust form a gas. Below which temperature is it superfluid? For a thin gas the gap is
#
# $$\Delta=\frac8{e^2}\,E_F\exp\left(-\frac\pi{2\tan\delta}\right),\qquad k_F\cot\delta=-\frac1a+\frac r2k_F^2,\qquad E_F=\frac{\hbar^2k_F^2}{2m_n}.$$
#
# (For neutrons $a$ is negative, so that $\tan\delta>0$: an attraction that does not quite bind.) Return the critical temperature in kelvin for an array `density` of the gas in g/cm³, a `scattering_length` $a<0$ and an `effective_range` $r$ in fm.

# %% [markdown] tags=["solution"]
# **Idea.** Three conversions: $n=\rho/m_n$ and $k_F=(3\pi^2n)^{1/3}$, two spins; then $\tan\delta$ and $\Delta$; then $T_c=(e^\gamma/\pi)\Delta/k_B$. The exponent is $1/N_0V$ with $N_0V=\frac2\pi\tan\delta$, as everywhere in BCS.


# %%
def neutron_critical_temperature(density, scattering_length, effective_range):
    """T_c in kelvin of a thin gas of neutrons; density in g/cm³, lengths in fm."""
    # begin solution
    k_F = (3 * np.pi**2 * density / 1.67493e-24 * 1e-39) ** (1 / 3)  # 1/fm
    cot = (-1 / scattering_length + effective_range / 2 * k_F**2) / k_F
    E_F = 20.721 * k_F**2  # MeV
    Delta = 8 / np.e**2 * E_F * np.exp(-np.pi / 2 * cot)
    return np.exp(np.euler_gamma) / np.pi * Delta * 1.16045e10
    # end solution


check(neutron_critical_temperature)

# %%
neutron_critical_temperature = carry_on(neutron_critical_temperature)
rho = np.array([1e10, 1e11, 1e12])
table({"density / (g/cm³)": numbers(rho, 1),
       "$T_c$ / K": numbers(neutron_critical_temperature(rho, -18.9, 2.75), 2)},
      caption="Critical temperatures of a thin gas of neutrons.")

# %% [markdown] tags=["solution"]
# **A second way.** The gap equation of the chapter, which is not restricted to thin gases. They must agree where $k_Fr$ is small.

# %% tags=["solution"]
rho = np.geomspace(1e8, 1e14, 120)
k_F = (3 * np.pi**2 * rho / 1.675e-24 * 1e-39) ** (1 / 3)
full = pairing_temperature(neutron_gap(k_F / fm)) / kelvin
thin = neutron_critical_temperature(rho, -18.9, 2.75)
fig, ax = figure()
ax.loglog(rho, full, color=BLUE, label="gap equation")
ax.loglog(rho, thin, color=BLACK, ls=":", label="thin gas")
medium = full * (4 * np.e) ** (-1 / 3)
ax.loglog(rho, medium, color=RED, ls="--", label="with the medium, thin gas (recalled)")
ax.axhspan(1e8, 1e9, color=GREEN, alpha=0.25, label="inside of a star")
ax.set(xlabel="density of the neutron gas (g/cm$^3$)", ylabel="critical temperature (K)")
ax.set(ylim=(1e5, 1e11))
ax.legend(loc="lower right")
show(fig, "thin_gas_neutron_temperature")

# %% tags=["solution"]
some = [0, 40, 60, 80, 100]
table({"density / (g/cm³)": numbers(rho[some], 1), r"$k_F$ / fm$^{-1}$": numbers(k_F[some], 3),
       "thin gas / gap equation": numbers(thin[some] / full[some], decimals=3)},
      caption="Where the formula for a thin gas holds.")

# %% [markdown] tags=["solution"]
# **What it says.** At $10^{12}$ g/cm³ the critical temperature is a quarter of $E_F/k_B$, as for cold atoms near resonance (chapter 11: 0.17 measured), since $|a|$ exceeds the distance of the neutrons. So mean field gives too high a $T_c$ here. The neutrons also polarise and weaken their attraction, in a thin gas by $(4e)^{-1/3}=0.45$ (Gor'kov and Melik-Barkhudarov, recalled);
# take the factor between the curves as the uncertainty. In any case the inside of a star of a year or more (green) is colder than $T_c$ wherever the gas is denser than some $10^{11}$ or $10^{12}$ g/cm³.

# %% [markdown]
# <!-- task: vortices_let_go -->
# ## 5 · A glitch, counted in vortices (3 points, 20 min)
#
# A pulsar with the `period` $P$ (s) suddenly turns faster, by the fraction `jump` $=\delta\omega/\omega$. The angular momentum comes from its superfluid, whose moment of inertia is the fraction `share` $=I_s/I_c$ of all the rest, and which turns, very nearly, with the same $\omega$. A superfluid can slow down in one way only: vortices leave it. How many have to leave, if it fills a
# disc of `radius` (km)?

# %% [markdown] tags=["solution"]
# **Idea.** Angular momentum: $I_s\,\delta\omega_s=I_c\,\delta\omega$, so the superfluid slows by $\delta\omega_s=\omega\cdot$ jump/share. Circulation: on a circle of radius $R$ it is $2\pi R\cdot\omega R=2\omega\cdot\pi R^2$, and every vortex has $\kappa=h/2m_n$, for a *pair* of neutrons. So
#
# $$\delta N=\frac{2\pi R^2}\kappa\,\delta\omega_s .$$


# %%
def vortices_let_go(period, jump, share, radius):
    """Number of vortices that leave the superfluid in a glitch; period in s, radius in km."""
    # begin solution
    kappa = 6.62607e-34 / (2 * 1.67493e-27)  # m²/s
    slowed = 2 * np.pi / period * jump / share
    return 2 * np.pi * (1e3 * radius) ** 2 * slowed / kappa
    # end solution


check(vortices_let_go)

# %%
vortices_let_go = carry_on(vortices_let_go)
stars = [(0.0893, 2e-6, 0.014, 10.0), (0.0334, 4e-9, 0.014, 10.0)]
table({"pulsar": ["Vela", "Crab"],
       "vortices that leave": numbers([vortices_let_go(*star) for star in stars], 2)},
      caption="Two glitches, from recalled numbers.")

# %% [markdown] tags=["solution"]
# **A second way: let them move.** Vortices at the distance $R$ from the axis drift outwards by $\delta r$; those in the ring $2\pi R\,\delta r$ leave. Since the number within any circle, $2\pi r^2\omega_s/\kappa$, moves with them, $r^2\omega_s$ stays: $\delta r/R=\frac12\delta\omega_s/\omega$.

# %% tags=["solution"]
kappa, omega = 6.62607e-34 / (2 * 1.67493e-27), 2 * np.pi / 0.0893
per_area, drift = 2 * omega / kappa, 0.5 * 2e-6 / 0.014 * 1e4
leave, formula = 2 * np.pi * 1e4 * drift * per_area, vortices_let_go(0.0893, 2e-6, 0.014, 10.0)
print(f"Vela: {per_area * 1e-4:.1e} vortices per cm², each moves by {drift:.2f} m")
print(f"{leave:.2e} leave, formula {formula:.2e}")
print(f"of all {per_area * np.pi * 1e8:.1e}: one in {1 / (2e-6 / 0.014):.0f}")

# %% [markdown] tags=["solution"]
# **What it says.** In this picture a jump that radio astronomers see across a thousand light years needs every vortex to move by less than a metre. With entrainment the share is larger, and the move smaller.

# %% [markdown]
# <!-- task: what_cold_means -->
# ## 6 · What cold means (in your own words, 3 points, 10 min)
#
# Niobium at 10 K is too hot to be a superconductor; a neutron star at $10^8$ K is called cold. What is meant? And what speaks, from outside, for a superfluid inside the star? Name two signs.

# %% [markdown]
# <!-- answer: what_cold_means -->
# <!-- begin solution -->
# Hot and cold are said in units of the energy that binds pairs. Niobium's $T_c$ is 9.3 K, so 10 K is too much. Neutrons are packed so tightly that their Fermi energy is tens of MeV, $10^{11}$ K, and their attraction is strong, so that $T_c$ comes near $10^{10}$ K in the crust: $10^8$ K is a hundredth of it. First sign: warmth. Paired neutrons take part in neither heat capacity nor ordinary neutrino
# emission, whereas pairs that are just forming emit neutrinos; so a star cools at another rate than a normal one would, and the fast cooling of Cassiopeia A has been read this way (the rate is debated). Second sign: rotation. A superfluid turns by quantised vortices; pinned in the crust, they keep their part of the star from slowing down, and when many let go at once the crust is spun up. A normal liquid would have slowed down with the crust, and there would be no angular momentum to give. (Whether the superfluid of the crust alone is enough is open, because the lattice drags part of it along.)
# <!-- end solution -->

# %% tags=["solution"]
rubric("what_cold_means")

# %% tags=["nbval-ignore-output"]
progress()
