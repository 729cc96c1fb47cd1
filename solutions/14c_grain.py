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
from bcs_helpers.figures import BLACK, BLUE, GREEN, RED, figure, show

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
print(f"aluminium: {D:.1f} nm, about {np.pi / 6 * D**3 / 9.993e21 * 6.022e23:.0f} atoms; ξ0 = 1600 nm (recalled) is much larger")

# %% tags=["solution"]
n = 3 * 6.022e23 / 9.993e-6  # free electrons per m³, three of each atom
E_F = (1.054572e-34 * (3 * np.pi**2 * n) ** (1 / 3)) ** 2 / (2 * 9.109384e-31)
D_free = 1e9 * (6 / np.pi * 4 * E_F / (3 * n * 1.764 * 1.380649e-23 * 1.163)) ** (1 / 3)  # d = 1/N0V, N0 = 3n/4E_F for one spin
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
    H = np.array([[-G if len(a & b) == pairs - 1 else 0.0 for a in states] for b in states])
    H += np.diag([2 * sum(levels[j] for j in s) - G * pairs for s in states])
    return np.linalg.eigvalsh(H)[0]
    # end solution


check(exact_pairing_energy)

# %% [markdown] tags=["solution"]
# **A limit.** One pair on two levels 0 and 1 is a 2×2 matrix: $E=1-G-\sqrt{1+G^2}$.

# %% tags=["solution"]
for G in (0.1, 1.0):
    print(f"G = {G}: {exact_pairing_energy([0.0, 1.0], 1, G):.6f}, closed form {1 - G - np.hypot(1, G):.6f}")

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
for n in (5, 20, 80, 320):
    print(f"{n:>3} pairs, G = 0.4 d: Δ = {grain_gap(n, 0.4):8.3f} d, integral {n / np.sinh(1 / 0.4):8.3f} d")

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
    odd = min(levels[k] + exact_pairing_energy(np.delete(levels, k), pairs, G) for k in range(len(levels)))
    return odd - (exact_pairing_energy(levels, pairs, G) + exact_pairing_energy(levels, pairs + 1, G)) / 2
    # end solution


check(parity_gap)

# %% [markdown]
# Now put the two together. A smaller grain has a larger spacing $d$ at the same attraction; in units of $d$ that is a smaller $G$.

# %%
grain_gap, parity_gap = carry_on(grain_gap), carry_on(parity_gap)
even = np.arange(8.0)
threshold = 1 / np.sum(1 / (np.arange(4) + 0.5))  # BCS has no gap below
G = np.sort(np.append(np.linspace(0.05, 1.2, 47), threshold + np.array([0, 1e-3, 4e-3, 1e-2])))
second_order = sum(1 / (2 * (k - j)) for j in range(4) for k in range(4, 8))  # Σ 1/2(ε_k − ε_j)
gain = [2 * sum(even[:4]) - 4 * g - exact_pairing_energy(even, 4, g) for g in G]
parity = [parity_gap(even, 3, g) for g in G]
fig, (left, right) = figure(1, 2)
left.plot(G, [grain_gap(4, g) for g in G], color=RED, ls="--", label=r"BCS: $\Delta/d$")
left.plot(G, parity, color=BLACK, label=r"exact: $\Delta_P/d$")
left.set(xlabel="attraction $G/d$ (larger grains to the right)", ylabel="gap / spacing")
right.semilogy(G, gain, color=BLUE, label="exact energy gained by hopping")
right.semilogy(G, second_order * G**2, color=GREEN, ls=":", label=f"second order, ${second_order:.2f}\\,G^2/d^2$")
right.set(xlabel="attraction $G/d$", ylabel="energy / spacing")
for ax in (left, right):
    ax.legend(loc="upper left" if ax is left else "lower right")
show(fig, "Left: BCS's gap is zero up to an attraction of about 0.3 and then rises steeply; the exact parity gap rises smoothly from zero without any threshold. Right, logarithmic: the exact energy gained by hopping of pairs rises smoothly; it starts along the dotted square of second-order perturbation theory and is soon above it.")

# %% [markdown] tags=["solution"]
# The left figure is the answer to Anderson's question: BCS's threshold is not there in the exact solution. The parity gap grows from the first, as does the energy gained (right, at first in second order of perturbation theory, so $\propto G^2$). At large $G$ both agree in size. Black, Ralph and Tinkham measured the levels of single
# aluminium grains in 1996 and found the even–odd difference in the larger ones, a few nanometres across.

# %% tags=["solution"]
print(f"BCS needs G > {threshold:.3f} d; there the exact parity gap is already {parity_gap(even, 3, threshold):.2f} d")
ratio = [gain_at / g**2 for gain_at, g in zip(gain[:2], G[:2])]
print(f"gain/G² at the smallest G: {ratio[0]:.3f}; second-order perturbation theory {second_order:.3f}")
assert abs(ratio[0] / second_order - 1) < 0.12 and grain_gap(4, threshold * 0.999) == 0 < grain_gap(4, threshold * 1.001)

# %% [markdown]
# <!-- task: when_is_a_grain_superconducting -->
# ## 5 · When is a grain still superconducting? (in your own words, 3 points, 15 min)
#
# Answer Anderson's question with what you computed. Is there a smallest superconductor?

# %% [markdown]
# <!-- answer: when_is_a_grain_superconducting -->
# <!-- begin solution -->
# Below about 9 nm an aluminium grain has fewer than one level per gap. BCS holds on a little longer: for an even grain it loses its gap only where the spacing exceeds 3.6 gaps, below about 5.6 nm. The exact solution knows no such size: the condensation energy and the parity gap shrink smoothly as the grain shrinks, because in a system with a
# sharp number of particles there is no phase to break and no transition. What one may ask is which trace is left: the odd grain costs more than its even neighbours, and in a larger even grain the first excitation lies at about twice that (in the smallest it is hardly more than the spacing of the levels). Zero resistance and a phase mean
# nothing for a grain with a fixed number of electrons.
# <!-- end solution -->

# %% tags=["solution"]
from bcs_helpers.classroom import rubric

rubric("when_is_a_grain_superconducting")

# %% tags=["nbval-ignore-output"]
progress()
