# %% [markdown]
# # 14c · Project C: when is a grain still a superconductor?
#
# <!-- work -->
# *210 minutes, 23 points, and one question in words · uses: the BCS state ([chapter 03](../notebooks/03_bcs_ground_state.ipynb)), the gap equation ([05](../notebooks/05_gap_equation.ipynb)), exact pairing ([13](../notebooks/13_nuclei_and_stars.ipynb)).*
#
# **What you have:** aluminium's $\gamma$ and $T_c$, and the pairing Hamiltonian $H=2\sum_j\varepsilon_jN_j-G\sum_{ij}P_i^\dagger P_j$ on a few levels ($N_j$ counts the pairs on level $j$), which you will solve exactly; and the tunnelling spectrum of one grain.
# **The spectrum is simulated.** A function with a seed makes it from exact energies; what the instrument does is said in task 5.
# **What you will conclude:** at which size a metal grain ceases to be a superconductor; or whether that is the right question.

# %%
from itertools import combinations

import numpy as np
from scipy.optimize import brentq, curve_fit

from bcs_helpers.classroom import ask, carry_on, check, hint, inputs, progress
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, RED, figure, show
from bcs_helpers.richardson import richardson_ground_state
from bcs_helpers.tables import number, numbers, table

# %%
ask("warm_up_spacing")


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
atoms = np.pi / 6 * D**3 / 9.993e21 * 6.022e23
print(f"aluminium: {D:.1f} nm, about {atoms:.0f} atoms; ξ₀ = 1600 nm (recalled) is much larger")


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
off = abs(yours - parity[0])
print(f"7 levels: your parity gap is off from that of Richardson's equations by {off:.6f} d")
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


# %% [markdown]
# <!-- task: energies_of_levels -->
# ## 5 · Turn voltages into energies (3 points, 25 min)
#
# Black, Ralph and Tinkham (1996) let single electrons tunnel into one aluminium grain and saw its levels as peaks of the current against voltage. Here is the spectrum of such an experiment, simulated. The instrument:
#
# - The grain has two junctions. A voltage falls across them in the unknown shares $a$ and $1-a$; the electron can come in through either. Each energy $E$ is therefore seen twice, at $V_+=E/ea$ and at $V_-=-E/e(1-a)$.
# - Each position has a Gaussian error.
# - The grain is a sphere of aluminium of unknown size with an *odd* number of electrons. Its levels are even, but each is displaced by Gaussian noise of 0.1 spacings, since no real grain is even. The energies are exact solutions of the pairing Hamiltonian.
#
# Given the positions `positive` and `negative` (their sizes) in mV and their standard `error`, return the energies of the peaks in meV, as the mean of both sides.

# %%
def energies_of_levels(positive, negative, error):
    """Energies of the peaks in meV."""
    ...  # your code here


check(energies_of_levels)

# %%
energies_of_levels = carry_on(energies_of_levels)
positive, negative, position_error = inputs(energies_of_levels)
E = energies_of_levels(positive, negative, position_error)
table(
    {
        "peak": list(range(1, E.size + 1)),
        "$V_+$ / mV": numbers(positive, decimals=3),
        "$|V_-|$ / mV": numbers(negative, decimals=3),
        "energy / meV": numbers(E, decimals=3),
        "above the first / meV": numbers(E - E[0], decimals=3),
    },
    caption="The simulated spectrum, and the energies that you found.",
)


# %% [markdown]
# <!-- task: spacing_and_gap -->
# ## 6 · Find the spacing and the gap of the grain (4 points, 35 min)
#
# The grain is odd: one electron sits alone at the Fermi level. With the new electron it forms a pair: the first peak. In any other level, $k$ spacings above, the new electron finds no partner, and there are two quasiparticles. BCS then expects the distance $x_k=\Delta+\sqrt{\Delta^2+(kd)^2}$ from the first peak.
# Fit the spacing $d$ and the gap $\Delta$ to the `energies` of the peaks, all with equal weights, and return four numbers in meV: $d$, $\Delta$, the error of $d$, the error of $\Delta$. Decide first whether the scatter about the fit is that of the positions of the peaks.

# %%
def spacing_and_gap(energies):
    """[d, Δ, error of d, error of Δ] in meV, from a spectrum of an odd grain."""
    ...  # your code here


check(spacing_and_gap)

# %%
spacing_and_gap = carry_on(spacing_and_gap)
d, Delta, error_d, error_Delta = spacing_and_gap(E)
bulk_gap = 3.528 / 2 * 0.0861733 * 1.163  # meV, Δ of the large metal
anderson = smallest_superconductor(1.35, 9.993, 1.163)
size = anderson * (bulk_gap / d) ** (1 / 3)  # d goes like 1/volume
error_size = size * error_d / (3 * d)
scatter = np.std(E[1:] - E[0] - Delta - np.hypot(Delta, np.arange(1, E.size) * d))
print(f"d = {number(d, error=error_d)} meV, so the diameter is {number(size, error=error_size)} nm")
print(f"Δ = {number(Delta, error=error_Delta)} meV; in the large metal {bulk_gap:.3f} meV")
print(f"scatter about the fit {scatter:.3f} meV, position of a peak {position_error:.3f} mV")

# %% [markdown]
# <!-- task: when_is_a_grain_superconducting -->
# ## 7 · When is a grain still superconducting? (in your own words, 3 points, 20 min)
#
# Answer Anderson's question with what you computed and with the spectrum. Is there a smallest superconductor? What would you call superconducting in a grain, and how well does one spectrum tell it?

# %% [markdown]
# <!-- answer: when_is_a_grain_superconducting -->
# *Write your answer here.*

# %% tags=["nbval-ignore-output"]
progress()
