# %% [markdown]
# # Project C: when is a grain still a superconductor?
#
# <!-- work -->
# *145 minutes, 16 points, and one question in words · uses: the BCS state ([chapter 03](../notebooks/03_bcs_ground_state.ipynb)), the gap equation ([05](../notebooks/05_gap_equation.ipynb)), exact pairing ([13](../notebooks/13_nuclei_and_stars.ipynb)).*
#
# **What you have:** aluminium's $\gamma$ and $T_c$, and the pairing Hamiltonian $H=2\sum_j\varepsilon_jN_j-G\sum_{ij}P_i^\dagger P_j$ on a few levels ($N_j$ counts the pairs on level $j$), which you will solve exactly.
# **What you will conclude:** at which size a metal grain ceases to be a superconductor; or whether that is the right question.

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

# %%
def smallest_superconductor(gamma, volume, Tc):
    """Diameter in nm of a sphere whose mean level spacing equals the gap."""
    ...  # your code here


check(smallest_superconductor)

# %%
smallest_superconductor = carry_on(smallest_superconductor)
D = smallest_superconductor(1.35, 9.993, 1.163)
print(f"aluminium: {D:.1f} nm, about {np.pi / 6 * D**3 / 9.993e21 * 6.022e23:.0f} atoms; ξ0 = 1600 nm (recalled) is much larger")


# %% [markdown]
# <!-- task: exact_pairing_energy -->
# ## 2 · All ways to place the pairs (5 points, 45 min)
#
# Return the lowest energy of the pairing Hamiltonian for `pairs` pairs on the given `levels` (up to eight, in order), with strength `G`. Each level holds one pair; a state is a choice of levels, and $G$ moves one pair at a time.

# %%
def exact_pairing_energy(levels, pairs, G):
    """Lowest eigenvalue of 2 Σ ε_j N_j − G Σ P†_i P_j with a sharp number of pairs."""
    ...  # your code here


check(exact_pairing_energy)


# %% [markdown]
# <!-- task: grain_gap -->
# ## 3 · What BCS says to the same levels (4 points, 30 min)
#
# Let `count` pairs half fill $2\times$`count` even levels of spacing 1. Solve the gap equation $1=G\sum_j1/2E_j$, with $E_j=\sqrt{\xi_j^2+\Delta^2}$ and without any correction of $\varepsilon_j$, and return $\Delta/d$; zero where there is no solution.

# %%
def grain_gap(count, G):
    """Δ/d of BCS for `count` pairs on twice as many even levels; G in units of the spacing."""
    ...  # your code here


check(grain_gap)

# %% [markdown]
# <!-- task: parity_gap -->
# ## 4 · One electron too many (4 points, 30 min)
#
# The parity gap is $\Delta_P=E(2n+1)-\frac12[E(2n)+E(2n+2)]$, by which a grain with an odd number of electrons lies above its even neighbours. Return it for `pairs` $=n$; the energies are exact. (You may use your function of task 2.)

# %%
exact_pairing_energy = carry_on(exact_pairing_energy)


def parity_gap(levels, pairs, G):
    """E(2n+1) − [E(2n) + E(2n+2)]/2 with exact energies."""
    ...  # your code here


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

# %% [markdown]
# <!-- task: when_is_a_grain_superconducting -->
# ## 5 · When is a grain still superconducting? (in your own words, 3 points, 15 min)
#
# Answer Anderson's question with what you computed. Is there a smallest superconductor?

# %% [markdown]
# <!-- answer: when_is_a_grain_superconducting -->
# *Write your answer here.*

# %% tags=["nbval-ignore-output"]
progress()
