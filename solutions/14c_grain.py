# %% [markdown]
# # 14c · Project C: when is a grain still a superconductor?: answers
#
# <!-- work -->
# *210 minutes, 23 points, and one question in words · uses: the BCS state ([chapter 03](../notebooks/03_bcs_ground_state.ipynb)), the gap equation ([05](../notebooks/05_gap_equation.ipynb)), exact pairing ([13](../notebooks/13_nuclei_and_stars.ipynb)).*
#
# **What you have:** aluminium's $\gamma$ and $T_c$, and the pairing Hamiltonian $H=2\sum_j\varepsilon_jN_j-G\sum_{ij}P_i^\dagger P_j$ on a few levels ($N_j$ counts the pairs on level $j$), which you will solve exactly; and the tunnelling spectrum of one grain.
# **The spectrum is simulated.** A function with a seed makes it from exact energies; what the instrument does is said in task 5.
# **What you will conclude:** at which size a metal grain ceases to be a superconductor; or whether that is the right question.

# %% [markdown] tags=["solution"]
# These are the explained solutions: the idea, the code, and a check by another way. What an exercise leaves out stands between `# begin solution` and `# end solution`.

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

# %% [markdown] tags=["solution"]
# **Idea.** With the volume $\mathcal V$ of the grain (not the attraction $V$) $d=1/N_0\mathcal V$, with $N_0=3\gamma_V/2\pi^2k_B^2$ for one spin. Setting $N_0\mathcal V\Delta=1$ with $\Delta=1.764\,k_BT_c$ gives $\mathcal V=2\pi^2k_B/(3\cdot1.764\,\gamma_VT_c)$, and $D=(6\mathcal V/\pi)^{1/3}$.


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
volume = 4 * E_F / (3 * n * 1.764 * 1.380649e-23 * 1.163)  # N0 = 3n/4E_F for one spin
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

# %% [markdown] tags=["solution"]
# **What it says.** Left: at a given size BCS has a threshold in the attraction, and the exact solution has none. Right, the answer to Anderson's question: at the same attraction, BCS loses the gap where $d=3.6\,\Delta$ ($2e^{\gamma_E}=3.56$ for many levels, with Euler's constant $\gamma_E$). The exact parity gap does not vanish there. From $\Delta$ in the large metal it falls at first,
# like $\Delta-d/2$, has a minimum of $0.69\,\Delta$ near $d=0.8\,\Delta$, and *grows* in smaller grains, in the end like $d/[2\ln(d/\Delta)]$. Only $\Delta_P/d$ falls all the way. Matveev and Larkin found this non-monotonic dependence (*Phys. Rev. Lett.* **78**, 3749 (1997)); both limits are theirs. The energy gained by hopping falls smoothly.
# Black, Ralph and Tinkham measured the levels of single aluminium grains in 1996 and found the even–odd difference in the larger ones, a few nanometres across (recalled).

# %% tags=["solution"]
lost = 2 * np.exp(np.euler_gamma)  # Σ_{k<n} 1/(k + ½) → ln 4n + γ_E, and Δ = 2 ω_D e^(−1/λ)
D_lost = smallest_superconductor(1.35, 9.993, 1.163) * lost ** (-1 / 3)
print(f"BCS loses its gap at d = {lost:.2f} Δ: aluminium, {D_lost:.1f} nm")
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

# %% [markdown] tags=["solution"]
# **Idea.** The ratio $|V_-|/V_+=a/(1-a)$ is the same for all peaks, so all of them tell one $a$. Each side then gives the energy, $aV_+$ or $(1-a)|V_-|$, with an error in proportion to its share; so the weights are $1/a^2$ and $1/(1-a)^2$.


# %%
def energies_of_levels(positive, negative, error):
    """Energies of the peaks in meV."""
    # begin solution
    a = np.sum(negative) / np.sum(positive + negative)
    weights = [1 / a**2, 1 / (1 - a) ** 2]
    return np.average([a * positive, (1 - a) * negative], axis=0, weights=weights)
    # end solution


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

# %% [markdown] tags=["solution"]
# **A second way.** A share for each peak by itself: the shares must agree within their errors, or the picture of the two junctions is wrong.

# %% tags=["solution"]
shares = negative / (positive + negative)
error_of_share = position_error * np.hypot(positive, negative) / (positive + negative) ** 2
mean_share = np.average(shares, weights=error_of_share**-2)
chi_square = np.sum(((shares - mean_share) / error_of_share) ** 2)
print(f"a from single peaks {shares.min():.4f} to {shares.max():.4f}; χ² = {chi_square:.1f} for 8")
assert chi_square < 26  # more in one experiment of a thousand

# %% [markdown]
# <!-- task: spacing_and_gap -->
# ## 6 · Find the spacing and the gap of the grain (4 points, 35 min)
#
# The grain is odd: one electron sits alone at the Fermi level. With the new electron it forms a pair: the first peak. In any other level, $k$ spacings above, the new electron finds no partner, and there are two quasiparticles. BCS then expects the distance $x_k=\Delta+\sqrt{\Delta^2+(kd)^2}$ from the first peak.
# Fit the spacing $d$ and the gap $\Delta$ to the `energies` of the peaks, all with equal weights, and return four numbers in meV: $d$, $\Delta$, the error of $d$, the error of $\Delta$. Decide first whether the scatter about the fit is that of the positions of the peaks.

# %% [markdown] tags=["solution"]
# **Idea.** Two parameters, eight distances. They scatter about the best curve by some hundredths of a meV, ten times as much as the positions are uncertain: that is the unevenness of the grain's levels. It will not become smaller with a better instrument, so it is the scatter that tells the errors.


# %%
def spacing_and_gap(energies):
    """[d, Δ, error of d, error of Δ] in meV, from a spectrum of an odd grain."""
    # begin solution
    k, x = np.arange(1, energies.size), energies[1:] - energies[0]
    model = lambda k, d, Delta: Delta + np.hypot(Delta, k * d)
    best, covariance = curve_fit(model, k, x, (x[-1] / k[-1], x[0] / 3))
    return np.array([*best, *np.sqrt(np.diag(covariance))])
    # end solution


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

# %% tags=["solution"]
from bcs_helpers.classroom import course, rubric

grains = course.module("14c_grain")
true = grains.grain()
assert abs(size - true.diameter) < 4 * error_size
print(f"truth: diameter {true.diameter:.2f} nm, d = {true.spacing:.3f} meV, share {true.share:.3f}")
print(f"d is off by {(d - true.spacing) / error_d:+.1f} of its errors")

# %% [markdown] tags=["solution"]
# **Many grains.** One grain tells its $\Delta$ to a tenth of a spacing at best. So we simulate many grains, analyse each one, and lay the results beside the parity gap of task 4.

# %% tags=["solution"]
found = []
for seed, D in enumerate(np.repeat([5.5, 6.5, 7.5, 8.5, 10.0], 3), 1):
    spectrum = grains.measured_peaks(seed, D)
    found.append(spacing_and_gap(energies_of_levels(*spectrum)))
d_found, gap_found, error_d_found, error_found = np.transpose(found)
size_found = anderson * (bulk_gap / d_found) ** (1 / 3)
error_size_found = size_found * error_d_found / (3 * d_found)
fig, ax = figure()
ax.errorbar(
    size_found,
    gap_found,
    error_found,
    error_size_found,
    fmt="o",
    color=BLUE,
    label="simulated spectra",
)
ax.plot(diameter, parity * spacing * bulk_gap, color=BLACK, label=r"exact parity gap $\Delta_P$")
ax.plot(diameter, bcs * spacing * bulk_gap, color=RED, ls="--", label="BCS: gap")
ax.axhline(bulk_gap, color=GREY, ls=":", label="gap of the large metal")
ax.set(
    xlabel="diameter from the spacing (nm)", ylabel="energy (meV)", xlim=(5, 11), ylim=(0, None)
)
ax.legend(loc="upper right")
show(fig, "gaps_of_spectra_spacing_and_gap")

# %% [markdown] tags=["solution"]
# **What it says.** The sizes come out right to one or two per cent, without a microscope. That can be more than the error from the scatter: the formula of the fit is BCS's, not that of the exact levels, and this is in no error bar. The $\Delta$ of the fit scatters from grain to grain as the levels do. On average it runs like the exact parity gap, but lies above it, by an eighth at 10 nm and by nearly half at 5.5 nm. At 10 nm it lies below the gap of the large metal, and it grows in smaller grains, also below 5.6 nm, where BCS for the same levels has no gap at all.
# It is not the parity gap: in a small grain a broken pair costs two blocked levels, and the formula of the fit, made for $d\ll\Delta$, calls all of that $\Delta$. What a spectrum gives without a model is the empty stretch after the first peak.

# %% [markdown]
# <!-- task: when_is_a_grain_superconducting -->
# ## 7 · When is a grain still superconducting? (in your own words, 3 points, 20 min)
#
# Answer Anderson's question with what you computed and with the spectrum. Is there a smallest superconductor? What would you call superconducting in a grain, and how well does one spectrum tell it?

# %% [markdown]
# <!-- answer: when_is_a_grain_superconducting -->
# <!-- begin solution -->
# Below about 9 nm an aluminium grain has its levels further apart than the gap is wide. At the same attraction $N_0V$ BCS loses its gap where the spacing exceeds 3.6 gaps, below about 5.6 nm. The exact solution has no such size: the energy gained by pairing falls smoothly as the grain shrinks, because in a system with a
# sharp number of particles there is no phase to break and no transition. The parity gap does not even fall all the way: it is a little smaller than $\Delta$ at first, has a minimum where the spacing is about the gap, and then grows with the spacing; only in units of the spacing does it shrink. So what one may ask is which trace is left: an odd
# grain has a higher energy than its even neighbours at every size. In a large grain that is the gap, in the smallest one it is an ordinary interaction of a few levels. Zero resistance and a phase mean nothing for a grain with a fixed number of electrons.
# The simulated spectrum shows that trace: after the first peak a stretch is empty that is wider than two spacings. From it and the spacing, $d=0.195(2)$ meV, follow the diameter, 8.28(3) nm, and $\Delta=0.185(9)$ meV. The error comes from the unevenness of the levels, not from the instrument; the gap of one grain is known to about a tenth of a spacing, and only many grains tell how it depends on size: like the parity gap, which lies lower, it grows in the smallest ones.
# <!-- end solution -->

# %% tags=["solution"]
rubric("when_is_a_grain_superconducting")

# %% tags=["nbval-ignore-output"]
progress()
