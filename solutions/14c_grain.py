# %% [markdown]
# # Project C: when is a grain still a superconductor?
#
# <!-- work -->
# *145 minutes, 16 points, and one question in words · uses: the BCS state ([chapter 03](../notebooks/03_bcs_ground_state.ipynb)), the gap equation ([05](../notebooks/05_gap_equation.ipynb)), exact pairing ([13](../notebooks/13_nuclei_and_stars.ipynb)).*
#
# **What you have:** aluminium's $\gamma$ and $T_c$, and the pairing Hamiltonian $H=2\sum_j\varepsilon_jN_j-G\sum_{ij}P_i^\dagger P_j$ on a few levels ($N_j$ counts the pairs on level $j$), which you will solve exactly.
# **What you will conclude:** at which size a metal grain ceases to be a superconductor; or whether that is the right question.

# %% [markdown] tags=["solution"]
# These are the explained solutions: the idea, the code, and a check by another way.

# %%
from itertools import combinations

import numpy as np
from scipy.optimize import brentq

from bcs_helpers.classroom import carry_on, check, hint, progress
from bcs_helpers.figures import BLACK, GREEN, GREY, RED, figure, show
from bcs_helpers.richardson import richardson_ground_state
from bcs_helpers.tables import numbers, table

# %% [markdown]
# <!-- task: smallest_superconductor -->
# ## 1 · Anderson's question (3 points, 25 min)
#
# In a grain the levels, each for two electrons, are apart by $d$. P. W. Anderson asked in 1959 what happens when $d$ exceeds the gap. For which diameter, in nm, of a spherical grain is $d=\Delta(0)$? Given are `gamma` in mJ/(mol K²), the molar `volume` in cm³ and `Tc` in kelvin.

# %% [markdown] tags=["solution"]
# **Idea.** $d=1/N_0V$, with $N_0=3\gamma_V/2\pi^2k_B^2$ for one spin. Setting $N_0V\Delta=1$ with $\Delta=1.764\,k_BT_c$ gives $V=2\pi^2k_B/(3\cdot1.764\,\gamma_VT_c)$, and $D=(6V/\pi)^{1/3}$.


# %%
def smallest_superconductor(gamma, volume, Tc):
    """Diameter in nm of a sphere whose mean level spacing equals the gap."""
    # begin solution
    k_B = 1.380649e-23  # J/K
    per_volume = 1e-3 * gamma / (volume * 1e-6)  # J/(m³ K²)
    V = 2 * np.pi**2 * k_B / (3 * np.pi / np.exp(np.euler_gamma) * per_volume * Tc)
    return 1e9 * (6 * V / np.pi) ** (1 / 3)
    # end solution


check(smallest_superconductor)

# %%
smallest_superconductor = carry_on(smallest_superconductor)
D = smallest_superconductor(1.35, 9.993, 1.163)
atoms = np.pi / 6 * D**3 / 9.993e21 * 6.022e23
print(f"aluminium: {D:.1f} nm, about {atoms:.0f} atoms; ξ₀ = 1600 nm (recalled) is much larger")

# %% tags=["solution"]
n = 3 * 6.022e23 / 9.993e-6  # free electrons per m³, three of each atom
E_F = (1.054572e-34 * (3 * np.pi**2 * n) ** (1 / 3)) ** 2 / (2 * 9.109384e-31)
volume = 4 * E_F / (3 * n * 1.764 * 1.380649e-23 * 1.163)  # d = 1/N0V, N0 = 3n/4E_F for one spin
D_free = 1e9 * (6 / np.pi * volume) ** (1 / 3)
print(f"a second way: free electrons, whose γ is a third too small, give {D_free:.1f} nm")

# %% [markdown]
# <!-- task: exact_pairing_energy -->
# ## 2 · All ways to place the pairs (5 points, 45 min)
#
# Return the lowest energy of the pairing Hamiltonian for `pairs` pairs on the given `levels` (up to eight, in order), with strength `G`. Each level holds one pair; a state is a choice of levels, and $G$ moves one pair at a time.

# %% [markdown] tags=["solution"]
# **Idea.** List the choices. The diagonal holds $2\sum\varepsilon_j-Gn$, the last because each of the $n$ pairs may hop onto its own level; two choices that differ by one pair are joined by $-G$.


# %%
def exact_pairing_energy(levels, pairs, G):
    """Lowest eigenvalue of 2 Σ ε_j N_j − G Σ P†_i P_j with a sharp number of pairs."""
    # begin solution
    states = [frozenset(s) for s in combinations(range(len(levels)), pairs)]
    H = [[-G if len(a & b) == pairs - 1 else 0.0 for a in states] for b in states]
    H = np.array(H) + np.diag([2 * sum(levels[j] for j in s) - G * pairs for s in states])
    return np.linalg.eigvalsh(H)[0]
    # end solution


check(exact_pairing_energy)

# %% [markdown] tags=["solution"]
# **A limit.** One pair on two levels 0 and 1 is a 2×2 matrix: $E=1-G-\sqrt{1+G^2}$.

# %% tags=["solution"]
G = np.array([0.1, 1.0])
matrix = [exact_pairing_energy([0.0, 1.0], 1, g) for g in G]
columns = {"$G$": numbers(G, 2), "matrix": numbers(matrix, decimals=6)}
table(columns | {"closed form": numbers(1 - G - np.hypot(1, G), decimals=6)})

# %% [markdown]
# <!-- task: grain_gap -->
# ## 3 · What BCS says to the same levels (4 points, 30 min)
#
# Let `count` pairs half fill $2\times$`count` even levels of spacing 1. Solve the gap equation $1=G\sum_j1/2E_j$, with $E_j=\sqrt{\xi_j^2+\Delta^2}$ and without any correction of $\varepsilon_j$, and return $\Delta/d$; zero where there is no solution.

# %% [markdown] tags=["solution"]
# **Idea.** Half filling puts $\mu$ midway, so $|\xi|=\frac12,\frac32,\dots$, each twice. The sum falls as $\Delta$ rises, so there is a root only if $G\sum1/2|\xi|>1$: a critical strength $G_c=1/\sum_{k<n}\frac{1}{k+1/2}$, which goes to zero only like $1/\ln n$.


# %%
def grain_gap(count, G):
    """Δ/d of BCS for `count` pairs on twice as many even levels; G in units of the spacing."""
    # begin solution
    xi = np.arange(count) + 0.5
    excess = lambda Delta: G * np.sum(1 / np.sqrt(xi**2 + Delta**2)) - 1
    if excess(0.0) <= 0:
        return 0.0
    return brentq(excess, 0.0, 2 * G * count, xtol=1e-13)
    # end solution


check(grain_gap)

# %% [markdown] tags=["solution"]
# **A limit.** For many levels the sum becomes the integral and $\Delta=n\,d/\sinh(d/G)$.

# %% tags=["solution"]
n = np.array([5, 20, 80, 320])
summed = numbers([grain_gap(k, 0.4) for k in n], decimals=3)
integral = numbers(n / np.sinh(1 / 0.4), decimals=3)
table(
    {"pairs": n, r"$\Delta/d$ from the sum": summed, "from the integral": integral},
    caption="The gap at $G=0.4\\,d$.",
)

# %% [markdown]
# <!-- task: parity_gap -->
# ## 4 · One electron too many (4 points, 30 min)
#
# The parity gap is $\Delta_P=E(2n+1)-\frac12[E(2n)+E(2n+2)]$, by which a grain with an odd number of electrons lies above its even neighbours. Return it for `pairs` $=n$; the energies are exact. (You may use your function of task 2.)

# %% [markdown] tags=["solution"]
# **Idea.** The odd electron sits in a level $k$, adds $\varepsilon_k$ and keeps all pairs out of it. So $E(2n+1)=\min_k[\varepsilon_k+E_n(\text{levels without }k)]$.


# %%
exact_pairing_energy = carry_on(exact_pairing_energy)


def parity_gap(levels, pairs, G):
    """E(2n+1) − [E(2n) + E(2n+2)]/2 with exact energies."""
    # begin solution
    blocked = [exact_pairing_energy(np.delete(levels, k), pairs, G) for k in range(len(levels))]
    even = [exact_pairing_energy(levels, n, G) for n in (pairs, pairs + 1)]
    return np.min(np.add(levels, blocked)) - sum(even) / 2
    # end solution


check(parity_gap)

# %% [markdown]
# Now put the two together, for grains of different size. $G$ is a matrix element between states that fill the grain, so $G\propto1/\text{volume}$. The spacing is $d=1/(N_0\,\text{volume})$. Their ratio $G/d=N_0V=\lambda$ is therefore the *same* in all grains of a metal.
# What changes with the size is the number of levels within the cutoff: $2\omega_D/d$, and so $2n$ levels on an interval $2\omega_D=2nd$. The gap of the large metal, $\Delta=\omega_D/\sinh(1/\lambda)$, sets the scale: $d/\Delta=\sinh(1/\lambda)/n$.
# We take $\lambda=0.224$, a usual choice for aluminium grains (recalled). Your own functions reach eight levels; for more the package solves Richardson's equations, which are exact too.

# %%
smallest_superconductor = carry_on(smallest_superconductor)
grain_gap, parity_gap = carry_on(grain_gap), carry_on(parity_gap)
coupling = 0.224  # G/d = N0V
bulk = 1 / np.sinh(1 / coupling)  # Δ/ω_D of the large metal


def exact_grain(n, G):
    """Parity gap, and energy gained by hopping, over d; the odd electron takes the middle level."""
    levels = np.arange(2 * n + 1.0)
    grains = (levels, n), (levels, n + 1), (np.delete(levels, n), n)
    below, above, odd = (richardson_ground_state(*grain, G).energy for grain in grains)
    gain = richardson_ground_state(levels[:-1], n, G).condensation_energy
    return n + odd - (below + above) / 2, gain


n = np.array([3, 4, 6, 8, 12, 17, 24, 33, 43, 60, 80])
spacing = 1 / (n * bulk)  # d/Δ
parity, gain = np.transpose([exact_grain(k, coupling) for k in n])
bcs = np.array([grain_gap(k, coupling) for k in n])
yours = parity_gap(np.arange(7.0), 3, coupling)
print(f"7 levels: your parity gap {yours:.6f} d, by Richardson's equations {parity[0]:.6f} d")
diameter = smallest_superconductor(1.35, 9.993, 1.163) * spacing ** (-1 / 3)
columns = {
    r"$d/\Delta$": numbers(spacing, 3),
    "diameter / nm": numbers(diameter, 2),
    "levels": 2 * n,
    r"BCS: gap$/\Delta$": numbers(bcs * spacing, decimals=3),
    r"exact: $\Delta_P/\Delta$": numbers(parity * spacing, decimals=3),
    r"exact: $\Delta_P/d$": numbers(parity, decimals=3),
    r"exact: energy gained$/\Delta$": numbers(gain * spacing, decimals=2),
}
table(columns, caption=r"Grains of aluminium's spacing at the same attraction $N_0V=0.224$.")

# %%
eight = np.arange(8.0)
threshold = 1 / np.sum(1 / (np.arange(4) + 0.5))  # on eight levels BCS has no gap below
G = np.sort(np.append(np.linspace(0.05, 1.2, 24), threshold + np.array([0, 1e-3, 4e-3, 1e-2])))
size = np.geomspace(0.5, 16, 200)  # d/Δ
fig, (left, right) = figure(1, 2)
left.plot(G, [grain_gap(4, g) for g in G], color=RED, ls="--", label=r"BCS: gap$/d$")
left.plot(G, [parity_gap(eight, 3, g) for g in G], color=BLACK, label=r"exact: $\Delta_P/d$")
left.set(xlabel="attraction $G/d=N_0V$, eight levels", ylabel="gap / spacing")
right.semilogx(spacing, bcs * spacing, "s--", color=RED, ms=4, label=r"BCS: gap$/\Delta$")
right.semilogx(
    spacing, parity * spacing, "o-", color=BLACK, ms=4, label=r"exact: $\Delta_P/\Delta$"
)
small, large = size[size < 0.9], size[size > 4]
right.semilogx(small, 1 - small / 2, color=GREEN, ls=":", label=r"$1-d/2\Delta$")
right.semilogx(
    large, large / (2 * np.log(large)), color=GREY, ls="-.", label=r"$d/[2\Delta\ln(d/\Delta)]$"
)
right.set(
    xlabel=r"$d/\Delta$, $N_0V=0.224$ (smaller grains to the right)",
    ylabel=r"gap / gap of the large metal",
    ylim=(0, 3),
)
right.set_xticks([0.5, 1, 2, 4, 8, 16], ["0.5", "1", "2", "4", "8", "16"])
right.minorticks_off()
for ax in (left, right):
    ax.legend(loc="upper left")
show(fig, "gap_of_grains_parity_gap")

# %% [markdown] tags=["solution"]
# **What it says.** Left: at a given size BCS has a threshold in the attraction, and the exact solution has none. Right, the answer to Anderson's question: at the same attraction, BCS loses the gap where $d=3.6\,\Delta$ ($2e^\gamma=3.56$ for many levels). The exact parity gap does not vanish there. From $\Delta$ in the large metal it falls at first,
# like $\Delta-d/2$, has a minimum of $0.69\,\Delta$ near $d=0.8\,\Delta$, and *grows* in smaller grains, in the end like $d/[2\ln(d/\Delta)]$. Only $\Delta_P/d$ falls all the way. Matveev and Larkin found this non-monotonic dependence (*Phys. Rev. Lett.* **78**, 3749 (1997)); both limits are theirs. The energy gained by hopping falls smoothly.
# Black, Ralph and Tinkham measured the levels of single aluminium grains in 1996 and found the even–odd difference in the larger ones, a few nanometres across (recalled).

# %% tags=["solution"]
lost = 2 * np.exp(np.euler_gamma)  # Σ_{k<n} 1/(k + ½) → ln 4n + γ, and Δ = 2 ω_D e^(−1/λ)
D_lost = smallest_superconductor(1.35, 9.993, 1.163) * lost ** (-1 / 3)
print(f"BCS loses its gap at d = 2e^γ Δ = {lost:.2f} Δ: aluminium, {D_lost:.1f} nm")
weak = np.array([0.05, 0.07])
second_order = sum(1 / (2 * (k - j)) for j in range(4) for k in range(4, 8))  # Σ 1/2(ε_k − ε_j)
ratio = [(12 - 4 * g - exact_pairing_energy(eight, 4, g)) / g**2 for g in weak]
print(f"gain/G² on eight levels: {ratio[0]:.3f} at G = 0.05 d; second order {second_order:.3f}")
assert abs(ratio[0] / second_order - 1) < 0.12
assert grain_gap(4, threshold * 0.999) == 0 < grain_gap(4, threshold * 1.001)
assert bcs[n < 12].max() == 0 < bcs[n > 12].min()  # the threshold lies near d = 3.56 Δ
assert abs(yours / parity[0] - 1) < 1e-9  # two exact solutions
assert 0.7 < spacing[np.argmin(parity * spacing)] < 1  # the minimum of the parity gap
assert np.all(np.diff(parity) > 0) and np.all(
    np.diff(gain * spacing) > 0
)  # both fall with the size

# %% [markdown]
# <!-- task: when_is_a_grain_superconducting -->
# ## 5 · When is a grain still superconducting? (in your own words, 3 points, 15 min)
#
# Answer Anderson's question with what you computed. Is there a smallest superconductor?

# %% [markdown]
# <!-- answer: when_is_a_grain_superconducting -->
# <!-- begin solution -->
# Below about 9 nm an aluminium grain has its levels further apart than the gap is wide. At the same attraction $N_0V$ BCS loses its gap where the spacing exceeds 3.6 gaps, below about 5.6 nm. The exact solution has no such size: the energy gained by pairing falls smoothly as the grain shrinks, because in a system with a
# sharp number of particles there is no phase to break and no transition. The parity gap does not even fall all the way: it is a little smaller than $\Delta$ at first, has a minimum where the spacing is about the gap, and then grows with the spacing; only in units of the spacing does it shrink. So what one may ask is which trace is left: an odd
# grain has a higher energy than its even neighbours at every size. In a large grain that is the gap, in the smallest one it is an ordinary interaction of a few levels. Zero resistance and a phase mean nothing for a grain with a fixed number of electrons.
# <!-- end solution -->

# %% tags=["solution"]
from bcs_helpers.classroom import rubric

rubric("when_is_a_grain_superconducting")

# %% tags=["nbval-ignore-output"]
progress()
