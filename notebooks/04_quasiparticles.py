# %% [markdown]
# # 04 · Excite the superconductor
#
# **What you will see:** the excitations of a superconductor are part electron, part hole; each costs at least $\Delta$; and the
# states that the gap removes all come back, though not all of them at its edge.

# %% tags=["hide-input"]
# Load what the chapter needs, and compute the first picture
import numpy as np
from IPython.display import display
from scipy.integrate import quad
from scipy.linalg import expm
from scipy.optimize import brentq

from bcs_helpers import limits
from bcs_helpers.classroom import ask
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, figure, show
from bcs_helpers.gap import gap
from bcs_helpers.materials import elements, rows
from bcs_helpers.spectrum import amplitudes, bogoliubov_matrix, density_of_states
from bcs_helpers.spectrum import group_velocity, number_of_states, occupation, quasiparticle_energy
from bcs_helpers.tables import numbers, table
from bcs_helpers.thermodynamics import heat_capacity
from bcs_helpers.units import GHz, electron_mass, eV, meV, metre, second, speed_of_light

# Compute how a wave packet runs into a superconductor on a chain, for the picture below
sites, packet_times = np.arange(320), np.linspace(0, 115, 116)  # time in ħ over the hopping
gap_at = 0.3 * (1 + np.tanh((sites - 180) / 12))  # Δ in units of the hopping: from 0 to 0.6
hop = -np.eye(320, k=1) - np.eye(320, k=-1)
tones, modes = np.linalg.eigh(np.block([[hop, np.diag(gap_at)], [np.diag(gap_at), -hop]]))


def packet(t, energy):
    """|u|² and |v|² on the sites: an electron starts at site 70 with energy × Δ."""
    k = np.arccos(-0.3 * energy)  # E = −2 cos k
    start = np.exp(-((sites - 70) ** 2) / (4 * 20**2) + 1j * k * sites)
    along = modes.T @ np.append(start, 0 * start) / np.linalg.norm(start)
    moved = modes @ (along[:, None] * np.exp(-1j * np.multiply.outer(tones, np.atleast_1d(t))))
    return np.abs(moved[:320]) ** 2, np.abs(moved[320:]) ** 2


CHARGES = {}
for energy in (0.6, 1.25):
    electron_part, hole_part = packet(packet_times, energy)
    CHARGES[energy] = (electron_part - hole_part).sum(axis=0)

# %% tags=["hide-input"]
# Draw its two parts on the sites, and their difference up to the time of the slider
def draw_packet(axes, t=60.0, energy=0.6):
    left, right = axes
    electron, hole = (part[:, 0] for part in packet(t, energy))
    shade = {"color": "#c8c8c8", "alpha": 0.6, "lw": 0}
    left.fill_between(sites, 0, 2.2 * gap_at / 0.6, label=r"gap $\Delta$", **shade)
    left.plot(sites, 100 * electron, color=BLUE, label="electron $|u|^2$")
    left.plot(sites, 100 * hole, color=RED, ls="--", label="hole $|v|^2$")
    left.set(xlabel="site", ylabel="probability on a site / %", xlim=(0, 319), ylim=(0, 3.7))
    left.set_title(f"t = {t:.0f}")
    left.legend(loc="upper left", ncols=3, columnspacing=1, handlelength=1.5)
    way = np.linspace(0, t, 150)
    charge = np.interp(way, packet_times, CHARGES[energy])
    right.axhline(0, color=GREY, lw=1)
    right.plot(way, charge, color=BLUE)
    right.plot(t, charge[-1], "o", color=RED, ms=9, gid="t")
    right.set(xlabel=r"time $t$ / ($\hbar$/hopping)", ylabel="electron minus hole")
    right.set(xlim=(-3, 118), ylim=(-1.15, 1.15), title=f"{charge[-1]:.2f}")


display(ask("electron_that_enters"))
explore(draw_packet, t=(0.0, 115.0), energy=[0.6, 1.25], panels=(1, 2), size=(9.2, 3.2), play="t",
        drag={"t": "x"}, labels={"t": "time", "energy": "energy / Δ"}, alt="packet_turns")

# %% [markdown]
# <!-- figure: packet_turns -->
# **Figure 4.1.** An electron runs from a normal metal into a superconductor and becomes part electron, part hole. Left: where it is found as an electron (blue) and as a hole (red), on a chain on which the gap (grey) rises slowly. Right: the sum of the blue curve minus that of the red one, up to the time of the red dot.
#
# Drag the red dot, or press Play. With an energy of $0.6\,\Delta$ no state awaits it inside. Where the gap has grown to its energy it stops, turns into a hole and runs back: the difference goes from 1 to $-1$. So two electrons have gone over into the superconductor, as a pair (*Andreev reflection*, chapter 10). With $1.25\,\Delta$ it goes on, but as a mixture, and at only six tenths
# of its speed. (The packet holds energies from about $1.1$ to $1.4\,\Delta$, so that its mean is 0.59.) This chapter derives the mixture, the speed and the energy at which it must turn.

# %% [markdown]
# <!-- minutes: 35 -->
# *35 minutes · you need: the amplitudes $u$ and $v$ of the BCS ground state (chapter 03), creation and annihilation operators ·
# in the book: "Excitations and the superconducting gap".*
#
# | in the text | in the code | meaning | unit |
# |---|---|---|---|
# | $\xi$ ($\epsilon_k$ in the book) | `xi` | electron energy from the Fermi level | energy |
# | $\Delta$ | `Delta` | gap; a given number here, chapter 05 finds it | energy |
# | $E$ | `E` | energy of a quasiparticle, $\sqrt{\xi^2+\Delta^2}$ | energy |
# | $u$, $v$ | `u`, `v` | amplitudes of an empty and a filled pair state | 1 |
# | $\theta$ | `np.arctan2(v, u)` | angle of the rotation, $\tan\theta=v/u$ | rad |
# | $n_\uparrow$, $n_\downarrow$ | `n_up`, `n_down` | number of electrons in $\mathbf k\!\uparrow$, in $-\mathbf k\!\downarrow$ | 1 |
# | $f$ | `fermi` | Fermi function $1/(e^{E/T}+1)$ ($k_B=1$) | 1 |
# | $c_\uparrow$, $c_\downarrow$ | `up`, `down` | annihilate an electron in $\mathbf k\!\uparrow$, in $-\mathbf k\!\downarrow$ | 1 |
# | $\gamma_0$, $\gamma_1$ (with indices $k\uparrow$, $-k\downarrow$ in the book) | `gamma0`, `gamma1` | annihilate a quasiparticle | 1 |
# | $v_g$, $v_F$ | `group_velocity`, `v_F` | group velocity, Fermi velocity ($\hbar=1$) | energy × length |
# | $N_s(E)/N_0$ | `density_of_states` | density of states over that of the normal metal, $N_0$ (one spin) | 1 |
# | $\Gamma$ | `broadening`, `Gamma` | width of a level (Dynes) | energy |
# | $\alpha$ | `alpha` | direction of $\mathbf k$, for a gap that depends on it | rad |

# %% [markdown]
# The same in energy: on the left what it costs to add an electron of momentum $k$ (upwards) or to take one out (downwards),
# on the right how many states there are at that cost. Both share the energy axis.

# %% tags=["hide-input"]
# Draw the energies to add and to remove an electron, and the density of states
xi, energy = np.linspace(-4, 4, 97), np.linspace(-4, 4, 2001)
E, (u, v) = quasiparticle_energy(xi, 1.0), amplitudes(xi, 1.0)
fig, (left, right) = figure(1, 2, sharey=True, width_ratios=[3, 2])
left.plot(xi, xi, color=GREY, ls="--", lw=1.2, label="normal metal")
left.scatter(xi, E, s=40 * u**2, color=BLUE, label="add an electron: area $u^2$")
left.scatter(xi, -E, s=40 * v**2, color=RED, marker="s", label="remove one: area $v^2$")
left.set(xlabel=r"$\hbar v_F(k-k_F)/\Delta$", ylabel=r"energy $/\Delta$", ylim=(-4, 4))
left.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=3,
            columnspacing=1, handletextpad=0.3)
right.plot(density_of_states(energy, 1.0, broadening=0.02), energy, color=BLACK)
right.axvline(1, color=GREY, ls="--", lw=1.2)
right.set(xlabel=r"density of states $N_s/N_0$", ylabel=r"energy $/\Delta$", xlim=(0, 5.5))
right.tick_params(labelleft=True)  # on a phone it stands below
show(fig, "branches_and_density")

# %% [markdown]
# <!-- figure: branches_and_density -->
# **Figure 4.2.** The gap splits the straight line of the normal metal into two branches. In the normal metal one line crosses zero at $k_F$. In the superconductor it splits in two. Each branch follows the old line
# on one side, turns back at $\pm\Delta$, and its points become smaller as its electron share dies out. Where a branch is flat, many $k$ have nearly the
# same energy, and the density of states on the right has its peak. The rest of the chapter derives this picture.

# %%
ask("read_branches")

# %%
ask("states_above_the_gap")

# %% [markdown]
# ## 1 · A transformation that is a rotation
#
# Take one pair state: the two modes $\mathbf k\!\uparrow$ and $-\mathbf k\!\downarrow$. Each is empty or filled, so there are
# four states, $|0\rangle$, $|\!\downarrow\rangle$, $|\!\uparrow\rangle$, $|\!\uparrow\downarrow\rangle$, and every operator is
# a 4×4 matrix. The minus signs of fermions come from a factor $-1$ in $c_\downarrow$ when
# $\uparrow$ is filled (Jordan and Wigner's trick).

# %%
empty, one, sign = np.array([[0, 1], [0, 0]]), np.eye(2), np.diag([1, -1])
up, down = np.kron(empty, one), np.kron(sign, empty)


def anticommutator(A, B):
    return A @ B + B @ A


same = all(np.array_equal(anticommutator(c, c.T), np.eye(4)) for c in (up, down))
mixed = anticommutator(up, down).any() or anticommutator(up, down.T).any()
print("{c↑, c↑†} = {c↓, c↓†} = 1:", same, "  {c↑, c↓} = {c↑, c↓†} = 0:", not mixed)

# %% [markdown]
# Bogoliubov and Valatin mix an electron with a hole of the opposite momentum and spin:
#
# $$\gamma_0=u\,c_\uparrow-v\,c_\downarrow^\dagger,\qquad \gamma_1^\dagger=v\,c_\uparrow+u\,c_\downarrow^\dagger ,$$
#
# with real $u$ and $v$. In each line both terms take away the same momentum and the same spin, so nothing is mixed that must not be.
# Are $\gamma_0$ and $\gamma_1$ fermions? That asks for all anticommutators of $\gamma_0,\gamma_1,\gamma_0^\dagger,\gamma_1^\dagger$
# with one another's conjugates: a table that must be the unit matrix. We compute it three times: with $u^2+v^2=1$, without, and with the minus sign lost.


# %%
def quasiparticles(u, v, minus=-1):
    """γ0 and γ1 as 4×4 matrices; `minus` is the sign in the first line."""
    return u * up + minus * v * down.T, u * down + v * up.T


def brackets(gamma0, gamma1):
    """The {ψ, ψ′†} of ψ = γ0, γ1, γ0†, γ1†: each is this number times the unit matrix."""
    psi = [gamma0, gamma1, gamma0.T, gamma1.T]
    return np.array([[np.trace(anticommutator(A, B.T)) / 4 for B in psi] for A in psi])


u, v = 0.8, 0.6
cases = [(f"$u={u}$, $v={v}$", brackets(*quasiparticles(u, v))),
         (f"$u={u}$, $v={u}$", brackets(*quasiparticles(u, u))),
         (f"$u={u}$, $v={v}$, no minus", brackets(*quasiparticles(u, v, minus=+1)))]

# %% tags=["hide-input"]
# Draw the three tables of anticommutators
names = [r"$\gamma_0$", r"$\gamma_1$", r"$\gamma_0^\dagger$", r"$\gamma_1^\dagger$"]
fig, axes = figure(1, 3, size=(9.2, 3.5))
for ax, (title, entries) in zip(axes, cases, strict=True):
    ax.imshow(entries, cmap="RdBu_r", vmin=-3, vmax=3)
    for row, column in np.ndindex(4, 4):
        text = f"{entries[row, column] + 0.0:.2f}".replace("0.00", "0")
        ax.text(column, row, text, ha="center", va="center")
    ax.set(title=title, xticks=range(4), xticklabels=names[2:] + names[:2])
    ax.set(yticks=range(4), yticklabels=names)
    ax.grid(False)
show(fig, "anticommutator_tables")

# %% [markdown]
# <!-- figure: anticommutator_tables -->
# **Figure 4.3.** The new operators are fermions when $u^2+v^2=1$ and the minus sign stands. Left: a unit matrix, so quasiparticles are fermions. Middle: the diagonal is $u^2+v^2=1.28$, so the demand for fermions *is* the
# normalisation $u^2+v^2=1$, as the book says. Right: the normalisation alone is not enough. Without the minus sign
# $\{\gamma_0,\gamma_1\}=2uv=0.96$ although $u^2+v^2=1$. In the book's two lines the minus is there, and the zeros follow:
# $\{\gamma_0,\gamma_1\}=uv-vu$.
#
# The new operators obey the rules of the old ones. So there must be a unitary
# matrix $U$ with $\gamma=U\,c\,U^\dagger$, and here it is, a rotation by the angle $\theta$ with $\tan\theta=v/u$:
#
# $$U=\exp\!\big[\theta\,(c_\uparrow^\dagger c_\downarrow^\dagger-c_\downarrow c_\uparrow)\big],\qquad
# U|0\rangle=(u+v\,c_\uparrow^\dagger c_\downarrow^\dagger)|0\rangle .$$

# %%
pair = up.T @ down.T  # c↑† c↓†: creates the pair
gamma0, gamma1 = quasiparticles(u, v)
U = expm(np.arctan2(v, u) * (pair - pair.T))
print((U.round(3) + 0.0), "\n")
rotated = np.allclose(U @ up @ U.T, gamma0) and np.allclose(U @ down @ U.T, gamma1)
print("U c↑ U† = γ0 and U c↓ U† = γ1:", rotated)
ground = U[:, 0]
left_over = np.abs([gamma0 @ ground, gamma1 @ ground]).max()
print("γ0 and γ1 annihilate U|0⟩:    ", left_over < 1e-12)

# %% [markdown]
# The four corners of $U$ hold a rotation of the plane spanned by $|0\rangle$ and $|\!\uparrow\downarrow\rangle$; the two states with
# a single electron stay as they are. Its first column is the BCS state of chapter 03, and both $\gamma$ annihilate it. So the BCS ground state is
# *the vacuum of quasiparticles*, and this could serve as its definition.
#
# ## 2 · Four levels, and what may be excited
#
# Which angle? The one that makes the energy diagonal. Chapter 03 wrote the reduced Hamiltonian and found why a number may stand for the sum of all pairs, $V\sum_k\langle b_k\rangle=\Delta$: the sum has as many terms as there are levels, and its
# fluctuations are small against it. What is left is a sum over pair states that no longer know of each other,
#
# $$H_\Delta=\sum_k\Big[\xi_k\,(n_{k\uparrow}+n_{-k\downarrow})-\Delta\,(b_k^\dagger+b_k)\Big]+\frac{\Delta^2}V,\qquad b_k^\dagger=c_{k\uparrow}^\dagger c_{-k\downarrow}^\dagger .$$
#
# So one pair state can be solved alone (with $n=c^\dagger c$),
#
# $$H=\xi\,(n_\uparrow+n_\downarrow)-\Delta\,(c_\uparrow^\dagger c_\downarrow^\dagger+c_\downarrow c_\uparrow).$$

# %%
def hamiltonian(xi, Delta):
    """The mean-field energy of one pair state as a 4×4 matrix."""
    return xi * (up.T @ up + down.T @ down) - Delta * (pair + pair.T)


xi, Delta = 0.75, 1.0
levels, states = np.linalg.eigh(hamiltonian(xi, Delta))
lowest, E = states[:, 0], quasiparticle_energy(xi, Delta)
mean_pair = lowest @ down @ up @ lowest  # ⟨c↓c↑⟩
print(f"ξ = {xi} Δ, E = {E} Δ")
print(f"lowest state: a pair with probability {lowest[3] ** 2:.4f}, ⟨c↓c↑⟩ = {mean_pair:.4f}")
print(f"closed forms: v² = {occupation(xi, Delta):.4f}, uv = Δ/2E = {Delta / (2 * E):.4f}")
table({"level": [1, 2, 3, 4],
       r"above the lowest / $\Delta$": numbers(levels - levels[0], decimals=4),
       "expected": ["0", "$E$", "$E$", "$2E$"]},
      caption=r"The four levels of one pair state, with $E=\sqrt{\xi^2+\Delta^2}$.")

# %% [markdown]
# Above the ground state the levels are $0, E, E, 2E$ with $E=\sqrt{\xi^2+\Delta^2}$, as for two independent fermions of energy $E$
# each, $H=E(\gamma_0^\dagger\gamma_0+\gamma_1^\dagger\gamma_1)+(\xi-E)$. And the exact lowest state of this $H$ is filled with just the
# probability $v^2$ that the book writes down. Its $\langle c_\downarrow c_\uparrow\rangle$ is $\Delta/2E$: times $V$ and summed over all pair states it must give back the $\Delta$ that we put in. That is the gap equation of chapter 05. Now look at the four states themselves.

# %%
u, v = amplitudes(xi, Delta)
gamma0, gamma1 = quasiparticles(u, v)
ground = np.array([u, 0, 0, v])
four = [ground, gamma0.T @ ground, gamma1.T @ ground, gamma1.T @ gamma0.T @ ground]
cost = np.array([state @ hamiltonian(xi, Delta) @ state for state in four]) - (xi - E)
n_up, n_down = np.array([[s @ c.T @ c @ s for s in four] for c in (up, down)])
table({"state": ["BCS", r"$\gamma_0^\dagger$", r"$\gamma_1^\dagger$",
                 r"$\gamma_1^\dagger\gamma_0^\dagger$"],
       r"energy / $\Delta$": numbers(cost, decimals=2),
       r"$n_\uparrow$": numbers(n_up, decimals=2), r"$n_\downarrow$": numbers(n_down, decimals=2),
       "charge against BCS": numbers(n_up + n_down - 2 * v**2, decimals=2)},
      caption="The four states of the same pair state.")

# %% [markdown]
# A single quasiparticle $\gamma_0^\dagger$ is very concrete: $\mathbf k\!\uparrow$ is filled *for certain*, $-\mathbf k\!\downarrow$
# empty for certain. No pair can scatter into this place any more, so besides $\xi$ for the electron the metal pays $E-\xi$
# of lost pairing energy: together $E$. $\gamma_1^\dagger\gamma_0^\dagger$ puts the pair into the upper of the two mixed states, $-v+u\,c_\uparrow^\dagger c_\downarrow^\dagger$.
#
# *Signs.* Our $u$, $v$ and $\gamma$ are those of the book and of Tinkham, with $-\Delta$ in $H$. Other books write $u\,c+v\,c^\dagger$ or
# $+\Delta$. Each is right when both signs are changed together. Changed alone, a sign leaves $\langle 2E|H|0\rangle\neq0$:

# %%
signs = [(+1, +1), (-1, -1), (-1, +1)]
coupled = []
for sign_v, sign_Delta in signs:
    lower, upper = np.array([u, 0, 0, sign_v * v]), np.array([-sign_v * v, 0, 0, u])
    coupled.append(upper @ hamiltonian(xi, sign_Delta * Delta) @ lower)
table({"sign of $v$": ["+", "−", "−"], r"sign of $\Delta$": ["+", "−", "+"],
       r"$\langle2E|H|0\rangle$": numbers(coupled, decimals=3)},
      caption="Both signs may be changed together, but not one alone.")


# %% [markdown]
# What is the cheapest excitation of a whole metal? $H$ contains only pairs, so it never changes whether the number of electrons is even or odd;
# each $\gamma^\dagger$ does change it. So at an even number quasiparticles come in twos; an electron that
# enters from outside brings one. Take levels $\xi=(j+\frac12)d$ with spacing $d$ and add up the energies above the even ground state, once with
# $\Delta$ and once for the normal metal, where $E=|\xi|$. (An electron from outside is counted from the Fermi level.)
#
#

# %%
def excitations(Delta, d=0.2, top=3.0):
    """Energies below `top` with two quasiparticles (even), with one (odd); ξ = (j + ½)d."""
    E = quasiparticle_energy((np.arange(-20, 20) + 0.5) * d, Delta)
    two = np.add.outer(E, E)
    return {"even": np.unique(two[two < top].round(9)), "odd": np.unique(E[E < top].round(9))}


normal, paired = excitations(0.0), excitations(1.0)
table({"number of electrons": ["even", "odd"],
       r"normal metal / $\Delta$": numbers([steps[0] for steps in normal.values()], decimals=3),
       r"BCS / $\Delta$": numbers([steps[0] for steps in paired.values()], decimals=3)},
      caption="The cheapest excitation.")

# %% tags=["hide-input"]
# Draw the four levels of one pair state, and the ladders of excitation energies
xi = np.linspace(-3, 3, 301)
four = np.array([np.linalg.eigvalsh(hamiltonian(x, 1.0)) for x in xi])
fig, (left, right) = figure(1, 2)
left.plot(xi, np.outer(xi, [0, 2]), color=GREY, ls="--", lw=1,
          label=["no pair, or a pair, unmixed", None])
curves = [(3, RED, "-", "mixed, upper"), (1, GREEN, "-.", "one electron (two states)"),
          (0, BLUE, "-", "mixed, lower: BCS")]
for n, colour, style, label in curves:
    left.plot(xi, four[:, n], color=colour, ls=style, label=label)
left.set(xlabel=r"$\xi/\Delta$", ylabel=r"energy of one pair state $/\Delta$", ylim=(-6.5, 6.5))
left.legend(loc="upper left")
for x, steps in enumerate([*normal.values(), *paired.values()]):
    right.hlines(steps, x - 0.35, x + 0.35, color=[GREY, GREY, BLUE, RED][x], lw=1)
right.set(xticks=range(4), ylabel=r"excitation energy $/\Delta$", ylim=(0, 3))
right.set(xticklabels=["normal\neven", "normal\nodd", "BCS\neven", "BCS\nodd"])
show(fig, "four_levels_and_ladders")


# %% [markdown]
# <!-- figure: four_levels_and_ladders -->
# **Figure 4.4.** The gap is the distance by which the ground state moves away from the states with one electron. Left: *no pair* and *a pair* have the same energy at the Fermi level, and they repel each other. The ground state goes
# down; the two one-electron states find no state of their own momentum and parity to mix with, and stay. That the ground state
# moved away from them *is* the gap. Right: for a fixed even number the first step is $2\Delta$ (a pair must break), while one electron from a
# lead finds room at $\Delta$. The book says that excitations are always created in pairs: true for light, heat and sound, which bring no
# electron. A tunnel contact between a normal metal and the superconductor does bring one, and its current sets in at the voltage $\Delta/e$. (Between two superconductors it is $2\Delta/e$, as for light; chapter 10.)
#
# ## 3 · Part electron, part hole
#
# The rotation angle follows from $\tan2\theta=\Delta/\xi$, and with it
#
# $$v^2=\tfrac12\Big(1-\frac{\xi}{E}\Big),\qquad u^2=\tfrac12\Big(1+\frac{\xi}{E}\Big),\qquad u^2-v^2=\frac{\xi}{E}.$$
#
# $v^2$ is a Fermi step whose edge the pairing has rounded. The book gives its width as about $\Delta$. Which width? Let us ask
# where $v^2$ passes two levels, and ask the same of a Fermi function at $T_c$.
#
#

# %%
def width(p, step):
    """Distance over which `step`, a falling function of ξ, goes from 1 − p to p."""
    ends = [brentq(lambda xi: step(xi) - q, -200, 200) for q in (p, 1 - p)]
    return ends[0] - ends[1]


Tc = 1 / limits.GAP_OVER_TC  # in units of Δ0
fermi = lambda xi: 0.5 * (1 - np.tanh(xi / (2 * Tc)))
p = np.array([0.5 - 0.5**1.5, 0.1, 0.01])  # the first is v² at ξ = Δ
table({"to the occupation / %": numbers(100 * p, 3),
       r"$v^2$ at $T=0$ / $\Delta_0$": numbers([width(q, lambda x: occupation(x, 1.0)) for q in p]),
       r"Fermi function at $T_c$ / $\Delta_0$": numbers([width(q, fermi) for q in p])},
      caption="The width of the step, from an occupation $1-p$ down to $p$.")

# %% tags=["hide-input"]
# Draw the rounded step beside the Fermi function at Tc, and the tails of both
xi, far = np.linspace(-5, 5, 401), np.geomspace(0.1, 30, 300)
fig, (left, right) = figure(1, 2)
left.plot(xi, occupation(xi, 1.0), color=BLUE, label="$v^2$, superconductor at $T=0$")
left.plot(xi, fermi(xi), color=RED, ls="--", label="$f$, normal metal at $T_c$")
left.step([-5, 0, 5], [1, 0, 0], where="post", color=GREY, lw=1, label="$f$, normal metal at $T=0$")
left.set(xlabel=r"$\xi/\Delta_0$", ylabel="occupation", ylim=(-0.03, 1.3))
left.legend(loc="upper right")
right.loglog(far, occupation(far, 1.0), color=BLUE)
right.loglog(far, fermi(far), color=RED, ls="--")
right.loglog(far, 1 / (4 * far**2), color=BLACK, ls=":", label=r"$\Delta_0^2/4\xi^2$")
right.set(xlabel=r"$\xi/\Delta_0$", ylabel="occupation", ylim=(1e-5, 1))
right.legend()
show(fig, "blurred_step")

# %% [markdown]
# <!-- figure: blurred_step -->
# **Figure 4.5.** Pairing rounds the Fermi step at $T=0$ about as much as heat does at $T_c$. "About $\Delta$" is the right size, but the number depends on the question: $2\Delta$ from 85 % to 15 %, $2.7\,\Delta$ from 90 % to 10 %, and almost
# $10\,\Delta$ from 99 % to 1 %, because the step ends in a tail $\Delta^2/4\xi^2$ and not in an exponential. Left: the superconductor at zero
# temperature occupies states nearly like the normal metal at $T_c$. Pairing does not sharpen the Fermi edge, it blurs it, and it pays kinetic energy
# for that; what it gains is $uv$, which is large only where a state is both empty and filled (chapter 03).
#
# The other half of the story is the charge. $\gamma_0^\dagger$ carries momentum $\mathbf k$ and spin ½ with certainty, since $n_\uparrow-n_\downarrow=1$
# in the table above, but its charge is only $u^2-v^2=\xi/E$ electrons. In the table it was $+0.60$ for $\xi=0.75\,\Delta$; it is $1$ far above $k_F$, $-1$ (a hole)
# far below, and $0$ at $k_F$. There is nothing odd in this: the ground state has no definite number of electrons
# to count from, and the condensate holds the rest of the charge.
#
# ## 4 · Slow at the Fermi surface
#
# A wave packet of quasiparticles moves with
#
# $$v_g=\frac{1}{\hbar}\frac{\partial E}{\partial k}\;\approx\;v_F\,\frac{\xi}{E}\qquad\text{near the Fermi level.}$$
#
# This is the same ratio as the charge. At the Fermi surface, where an electron of the normal metal runs with $v_F$, a
# quasiparticle stands still. And no state is lost on the way from $\xi$ to $E$: on either side of the Fermi level $N_s\,dE=N_0\,|d\xi|$. The density of states is the inverse of the slope.

# %%
E = np.array([1.001, 1.01, 1.1, 2.0, 10.0])  # in units of Δ
speed = group_velocity(np.sqrt(E**2 - 1), 1.0, 1.0)
states = density_of_states(E, 1.0, broadening=0)
table({r"$E/\Delta$": numbers(E, 4), "$v_g/v_F$": numbers(speed, decimals=4),
       "$N_s/N_0$": numbers(states, decimals=4), "product": numbers(speed * states, decimals=4)},
      caption="Velocity and density of states above the edge of the gap.")

# %% tags=["hide-input"]
# Draw the group velocity for four gaps, and velocity and density of states above the edge
x, E = np.linspace(-4, 4, 401), 1 + np.geomspace(1e-3, 4, 300)
fig, (left, right) = figure(1, 2)
gaps = [(1.0, BLUE, "-"), (0.3, GREEN, "--"), (0.05, ORANGE, "-."), (0.0, GREY, ":")]
for Delta, colour, style in gaps:
    speed = group_velocity(x, Delta, 1.0)
    left.plot(x, speed, color=colour, ls=style, label=rf"$\Delta={Delta:g}\,\Delta_0$")
left.set(xlabel=r"$\hbar v_F(k-k_F)/\Delta_0$", ylabel=r"$v_g/v_F$, and charge $u^2-v^2$")
left.legend(loc="lower right")
speed = group_velocity(np.sqrt(E**2 - 1), 1.0, 1.0)
states = density_of_states(E, 1.0, broadening=0)
right.loglog(E - 1, states, color=RED, label="$N_s/N_0$")
right.loglog(E - 1, speed, color=BLUE, ls="--", label="$v_g/v_F$")
right.loglog(E - 1, speed * states, color=BLACK, ls=":", label="product")
right.set(xlabel=r"energy above the edge, $(E-\Delta)/\Delta$")
right.set(ylabel="relative to the normal metal")
right.legend()
show(fig, "velocity_and_density")

# %% [markdown]
# <!-- figure: velocity_and_density -->
# **Figure 4.6.** Where quasiparticles are slow, there are many of them. Left: the velocity turns round at $k_F$, within a width of about $\Delta/\hbar v_F$; without a gap it would jump. So for each energy above $\Delta$ there are
# two quasiparticles in each direction of $\mathbf k$, an electron-like one that runs along $\mathbf k$ and a hole-like one that runs against it. A change from
# one to the other at a contact is Andreev's reflection (chapter 10). Right: velocity and density of states are mirror images and their product is one. As many
# states per second pass a given point as in the normal metal; near the edge of the gap there are more of them, and they are slower.
#
# The book says that the gap suppresses scattering and so leads to zero resistance. Here is what the gap itself does. In a metal whose pairs
# all flow with velocity $\mathbf v_s$, the energy of a quasiparticle is $E+\hbar\mathbf k\cdot\mathbf v_s$. As long as this is positive for all $\mathbf k$, a defect at rest
# cannot create quasiparticles and slow the flow. Landau's bound is the smallest $E/\hbar k$, that is $\Delta/\hbar k_F$:

# %%
metals = [elements[symbol] for symbol in ("Sn", "Pb")]
gaps, v_F = [np.array([float(getattr(e, name)) for e in metals]) for name in ("Delta0", "v_F")]
k_F, E_F = electron_mass * v_F, 0.5 * electron_mass * v_F**2  # free electrons
k = k_F[:, None] * (1 + np.linspace(-1e-3, 1e-3, 20001))
E = quasiparticle_energy(k**2 / (2 * electron_mass) - E_F[:, None], gaps[:, None])
bound = np.min(E / k, axis=1)
table({"metal": ["tin", "lead"], r"$\Delta_0$ / meV": numbers(gaps / meV),
       "$v_F$ / $10^6$ m/s": numbers(v_F * second / metre / 1e6), "$E_F$ / eV": numbers(E_F / eV),
       r"smallest $E/\hbar k$ / (m/s)": numbers(bound * second / metre),
       r"$\Delta_0/\hbar k_F$ / (m/s)": numbers(gaps / k_F * second / metre)},
      caption="Landau's bound with free-electron velocities; lead's gap is the larger of two.")


# %% [markdown]
# 55 m/s in tin and 134 m/s in lead, against a Fermi velocity of nearly two million: small, but not zero. In the normal metal the bound is
# zero, since there $E=|\xi|$ vanishes at $k_F$. So a gap protects a current that already flows. It is not the *reason* for zero resistance: silicon has a gap of $1.1$ eV (recalled), about a thousand times the $2\Delta_0$ of tin, and no
# supercurrent, and in the next section we meet superconductors whose gap has zeros. What carries the current is the common phase of the pairs
# (chapters 03 and 08).
#
# ## 5 · Where the missing states went
#
# From $N_s\,dE=N_0\,|d\xi|$, and because the states at $+\xi$ and $-\xi$ bring the shares $u^2$ and $v^2$ that add up to one,
#
# $$\frac{N_s(E)}{N_0}=\frac{|E|}{\sqrt{E^2-\Delta^2}}\quad(|E|>\Delta),\qquad N_s=0\quad(|E|<\Delta).$$
#
# (In the printed book the sign < of the second case is missing.) An infinite peak cannot be measured. If each level has the
# width $\Gamma$, Dynes' formula puts $z=E+i\Gamma$ in place of $E$: $N_s/N_0=|\mathrm{Re}\,z/\sqrt{z^2-\Delta^2}|$. All this is for *s-wave* pairing, where $\Delta$ is the same in all
# directions. In a *d-wave* superconductor the gap goes as $\Delta\cos2\alpha$ with the direction $\alpha$ of $\mathbf k$, and we must average.
#
#

# %%
def d_wave(E, Gamma):
    """Mean of the density of states over the directions α when the gap is cos 2α."""
    alpha = (np.arange(1000) + 0.5) / 1000 * np.pi / 4
    gaps = np.cos(2 * alpha)
    return density_of_states(np.asarray(E)[..., None], gaps, broadening=Gamma).mean(axis=-1)


E = np.array([0.0, 0.1, 0.3, 0.5, 0.9])
table({r"$E/\Delta$": numbers(E, decimals=1),
       "s-wave": numbers(density_of_states(E, 1.0, broadening=1e-3), decimals=3),
       "d-wave": numbers(d_wave(E, 1e-3), decimals=3)},
      caption=r"The density of states $N_s/N_0$ inside the gap, $\Gamma=0.001\,\Delta$.")

# %%
Gamma = np.geomspace(1e-4, 0.3, 60)
near = 1 + Gamma * np.linspace(-2, 4, 1201)[:, None]
peak = np.max(density_of_states(near, 1.0, broadening=Gamma), axis=0)
height = 3**0.75 / 4 / np.sqrt(Gamma)
mid_gap = density_of_states(0.0, 1.0, broadening=Gamma)
G = np.array([1e-4, 1e-3, 1e-2, 1e-1])
table({r"$\Gamma/\Delta$": numbers(G, 1), "peak": numbers(np.interp(G, Gamma, peak), decimals=2),
       "closed form": numbers(3**0.75 / 4 / np.sqrt(G), decimals=2),
       "at $E=0$": numbers(density_of_states(0.0, 1.0, broadening=G), decimals=4)},
      caption="The height of the peak depends on the broadening.")

# %% tags=["hide-input"]
# Draw the two shapes, and the height of the peak and the states in mid-gap against the broadening
E = np.linspace(-2.5, 2.5, 1001)
fig, (left, right) = figure(1, 2)
left.plot(E, density_of_states(E, 1.0, broadening=0.01), color=BLUE, label="s-wave: U")
left.plot(E, d_wave(E, 0.01), color=RED, ls="--", label="d-wave: V")
left.axhline(1, color=GREY, lw=1, ls=":")
left.set(xlabel=r"energy $E/\Delta$", ylabel="density of states $N_s/N_0$", ylim=(0, 4.5))
left.legend()
right.loglog(Gamma, peak, color=BLUE, label="height of the s-wave peak")
right.loglog(Gamma, height, color=BLACK, ls=":", label=r"$\frac{1}{4}3^{3/4}\sqrt{\Delta/\Gamma}$")
right.loglog(Gamma, mid_gap, color=GREEN, ls="--",
             label=r"in mid-gap: $\Gamma/\sqrt{\Gamma^2+\Delta^2}$")
right.set(xlabel=r"broadening $\Gamma/\Delta$", ylabel="$N_s/N_0$")
right.legend(loc="lower right")
show(fig, "u_and_v_shapes")

# %% [markdown]
# <!-- figure: u_and_v_shapes -->
# **Figure 4.7.** The shape of the density of states tells one gap from a gap with zeros, and the height of its peak tells the broadening. Left: the book calls the shape V or U. The two letters are two different things. A superconductor with one gap draws a **U**: nothing
# inside, steep walls. A **V**, linear from $E=0$, is the sign of a gap that vanishes in some directions, as in the cuprates: there $N_s\approx N_0\,E/\Delta$,
# the cheapest quasiparticles cost nothing, and the metal is a superconductor nevertheless. Right: the peak has no height of its own. It grows like $\Gamma^{-1/2}$,
# $0.570\sqrt{\Delta/\Gamma}$ for $\Gamma\ll\Delta$, and stands at $\Delta+\Gamma/\sqrt3$. Whoever quotes a peak height must quote $\Gamma$.
#
# Now count. Below $E$ the normal metal has $N_0E$ states (on one side of the Fermi level), the superconductor
# $N_0\sqrt{E^2-\Delta^2}$. The gap takes $N_0\Delta$. The book says that exactly as many stand in a certain interval at the edge: up to
# $E=\sqrt2\,\Delta$ the count is indeed $N_0\Delta$. But which levels are they? Let us follow two hundred thousand levels one by one.

# %%
# ξ from 0 to 4 Δ, spacing 2·10⁻⁵ Δ: 50 000 levels per Δ
levels = (np.arange(200_000) + 0.5) * 2e-5
moved = quasiparticle_energy(levels, 1.0)
edge = np.sqrt(2)
there, owners = np.sum(moved < edge), np.sum((levels > 1) & (levels < edge))
excess = there - owners
came = np.sum((moved < edge) & (levels < 1))
print(f"superconductor: {there} levels in [Δ, √2Δ], of which {came} came from the gap region")
print(f"normal metal:   {np.sum(levels < 1)} levels in [0, Δ] and {owners} in [Δ, √2Δ]")
print(f"excess in [Δ, √2Δ]: {excess} of 50000 = {100 * excess / 50_000:.1f} %")

# %% [markdown]
# So the book is right about the number: exactly the levels that the gap had to clear stand in $[\Delta,\sqrt2\,\Delta]$, since
# $E<\sqrt2\,\Delta$ means $|\xi|<\Delta$. But that interval was not empty. Its old owners have moved on to $[\sqrt2\,\Delta,\sqrt3\,\Delta]$, theirs
# to $[\sqrt3\,\Delta,2\Delta]$, and so on, like the guests of Hilbert's hotel. What a measurement compares is superconductor with normal metal, and up
# to $\sqrt2\,\Delta$ the *excess* is only $2-\sqrt2=58.6\,\%$ of what is missing in the gap. How far must one integrate to find the rest?
#
# $$\text{missing below }E:\quad N_0\left(E-\sqrt{E^2-\Delta^2}\right)\;\to\;N_0\,\frac{\Delta^2}{2E}.$$

# %%
E = np.array([np.sqrt(2), 3.0])
returned = 100 * (1 - E + number_of_states(E, 1.0))
print(f"below √2Δ {returned[0]:.1f} % are back, below 3Δ {returned[1]:.1f} %")
missing = lambda E: E - number_of_states(E, 1.0)
found = np.array([0.9, 0.99, 0.999])
far_away = [brentq(lambda E: missing(E) - (1 - share), 1, 1e4) for share in found]
table({"back / %": numbers(100 * found, 3), r"below $E/\Delta$": numbers(far_away, 4)},
      caption="How far one must look to find the missing states.")

# %% tags=["hide-input"]
# Draw the number of states below E, and the missing states far above the gap
E, far = np.linspace(0, 3, 301), np.geomspace(1, 1000, 200)
gaps = np.cos(2 * (np.arange(1000) + 0.5) / 1000 * np.pi / 4)  # d-wave: a thousand directions
missing_d = far - number_of_states(far[:, None], gaps).mean(axis=1)
fig, (left, right) = figure(1, 2)
left.plot(E, E, color=GREY, ls="--", label="normal metal")
left.plot(E, number_of_states(E, 1.0), color=BLUE, label=r"superconductor, $\sqrt{E^2-\Delta^2}$")
left.vlines(np.sqrt(2), 1, np.sqrt(2), color=RED, lw=2,
            label=r"still missing at $\sqrt{2}\,\Delta$: 41.4 %")
left.set(xlabel=r"energy $E/\Delta$", ylabel=r"states below $E$, over $N_0\Delta$")
left.legend()
right.loglog(far, missing(far), color=BLUE, label="s-wave")
right.loglog(far, missing_d, color=RED, ls="--", label="d-wave")
right.loglog(far, np.divide.outer(1 / far, [2, 4]), color=BLACK, ls=":",
             label=[r"$\Delta^2/2E$ and $\Delta^2/4E$", None])
right.set(xlabel=r"energy $E/\Delta$", ylabel=r"missing states over $N_0\Delta$")
right.legend()
show(fig, "missing_states")

# %% [markdown]
# <!-- figure: missing_states -->
# **Figure 4.8.** The missing states come back, but only at high energy. Left: the curve of the superconductor nears the straight line but never touches it. Right: nothing is lost, the deficit goes to zero, but as slowly
# as $\Delta^2/2E$ (half of this for d-wave, where $\Delta^2$ is averaged): 90 % are back at $5\,\Delta$, 99 % at $50\,\Delta$, 99.9 % at $500\,\Delta$.
# So "piled up at the edge" is right as a picture, since more than half of the missing states are found within $0.41\,\Delta$ of it, but it is not a sum rule. An experimenter who integrates a spectrum to $3\,\Delta$ and misses about a sixth of
# what the gap took has made no mistake.
#
# ## Explore
#
# Choose the pairing and the broadening. At which $\Gamma$ can you no longer tell a U from a V?


# %%
def draw(ax, Gamma=0.03, pairing="s-wave"):
    E = np.linspace(-3, 3, 601)
    N = density_of_states(E, 1.0, broadening=Gamma) if pairing == "s-wave" else d_wave(E, Gamma)
    ax.axhline(1, color=GREY, ls="--", lw=1.2)
    ax.fill_between(E, N, 1, where=N < 1, color=RED, alpha=0.25, label="missing")
    ax.fill_between(E, N, 1, where=N > 1, color=BLUE, alpha=0.25, label="in excess")
    ax.plot(E, N, color=BLACK, label=f"{pairing}, $\\Gamma={Gamma:.3f}\\,\\Delta$")
    ax.set(xlabel=r"energy $E/\Delta$", ylabel="density of states $N_s/N_0$", ylim=(0, 4))
    ax.legend(loc="upper right")


# %%
explore(draw, Gamma=(0.005, 0.6), pairing=["s-wave", "d-wave"],
        labels={"Gamma": "broadening Γ", "pairing": "pairing"}, units={"Gamma": "Δ"},
        alt="density_slider")

# %% [markdown]
# <!-- figure: density_slider -->
# **Figure 4.9.** Broadening fills the gap and lowers the peak. The orange-red area is missing, the blue one in excess. As $\Gamma$ grows the U becomes a V with a rounded tip, and a broad d-wave curve looks the same.
#
# Now the branches of the opening picture in a band $\hbar^2k^2/2m$ with a gap that need not be small. At $\Delta/E_F=10^{-4}$, as in metals, the bend
# would be too narrow to see, so the slider begins at 0.05; in cold atoms and neutron matter (chapters 11 and 13) it looks like this. (Energies are counted from a chemical potential
# that we hold fixed and call $E_F$.)


# %%
def draw_branches(ax, ratio=0.15):
    k = 1 + np.sinh(np.linspace(-3.2, 2.8, 61)) / 12  # dense at k_F, where the branches bend
    xi = k**2 - 1
    E, (u, v) = quasiparticle_energy(xi, ratio), amplitudes(xi, ratio)
    ax.plot(k, xi, color=GREY, ls="--", lw=1.2, label="normal")
    ax.scatter(k, E, s=30 * u**2, color=BLUE, label="add an electron: area $u^2$")
    ax.scatter(k, -E, s=30 * v**2, color=RED, marker="s", label="remove one: area $v^2$")
    ax.set(xlabel="$k/k_F$", ylabel=r"energy from the Fermi level $/E_F$")
    ax.set(xlim=(0, 1.7), ylim=(-1.6, 2))
    ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3, columnspacing=1,
              handletextpad=0.3)

# %%
explore(draw_branches, ratio=(0.05, 1.0), labels={"ratio": "gap Δ"}, units={"ratio": "E_F"},
        alt="branches_slider")

# %% [markdown]
# <!-- figure: branches_slider -->
# **Figure 4.10.** With a large gap the whole band feels the pairing. Each branch bends at $k_F$ over a width of about $\Delta/\hbar v_F$, and the dots of the other kind reach far into the band.
#
# ## Compare with experiment
#
# Light breaks a pair when its quantum is at least $2\Delta$, and a contact from a normal metal opens at the voltage $\Delta/e$. The table gives $2\Delta_0$ as energy and as the frequency and wavelength of light. "Derived" means fitted to other data: tin's gap was fitted to its critical field, no spectrum was taken.

# %%
gaps = sorted(rows(quantity="Delta0", kind=("measured", "derived")), key=float)
full, GHz_mm = 2 * np.array(gaps), 2 * np.pi * speed_of_light / (1e-3 * metre)
errors = [row.uncertainty and 2 * row.uncertainty for row in gaps]
table({"metal": [row.of for row in gaps],
       r"$2\Delta_0$ / meV": numbers(full / meV, 3, error=errors),
       "frequency / GHz": numbers(full / GHz), "wavelength / mm": numbers(GHz_mm / full),
       "kind": [f"{row.kind}, {row.method}" for row in gaps],
       "source": [str(row.source) for row in gaps]},
      caption="The energy that breaks a pair.")

# %% [markdown]
# The book calls the energy to break a pair considerable. For tin it is $1.18$ meV or $285$ GHz: at $T=0$ lower frequencies are not absorbed, higher ones are
# (chapter 07). Against $E_F$ it is tiny, a few times $10^{-4}$ and less (section 4); it is considerable only against $k_BT$ well below $T_c$. And one number for a metal is not always enough: in single crystals of lead the gap is
# 18 % larger in one direction than in another, and MgB₂ has two gaps, 2.5 times apart.
#
# One more test: does a *thermometer* see $\Delta$ or $2\Delta$? Heat breaks pairs, each for $2\Delta$ and more, but then the two go separate ways: the number of
# quasiparticles is $n=4N_0\int_0^\infty\!d\xi\,f(E)$, and $f(E)\approx e^{-E/T}$ knows only $\Delta$. What is measured is the heat capacity, of which authors give an exponent $a$: they fit $e^{-aT_c/T}$ over a range well below $T_c$. To compare, fit BCS's own heat capacity
# (chapter 06) in the same way, in the range that was used for aluminium.


# %%
def quasiparticle_number(T):
    """n/4N0Δ of the thermal quasiparticles, T in units of a fixed gap."""
    end = np.sqrt((1 + 40 * T) ** 2 - 1)
    return quad(lambda xi: 1 / (np.exp(np.hypot(xi, 1) / T) + 1), 0, end)[0]


T, h = 0.1, 1.01
ratio = quasiparticle_number(h * T) / quasiparticle_number(T / h)
print(f"n at T = {T} Δ grows like exp(−{np.log(ratio) / ((h - 1 / h) / T):.2f} Δ/T)")
t = np.linspace(0.25, 0.5, 40)  # T/Tc, the range of the fit for aluminium
bcs_exponent = -np.polyfit(1 / t, np.log(heat_capacity(t, gap(t, 1.0))), 1)[0]
fits = rows(quantity="C_es_exponent", kind="measured")
exponents = np.array([bcs_exponent, *fits])
table({"metal": ["BCS, gap 1.764", *(row.of for row in fits)],
       "exponent $a$": numbers(exponents, decimals=2),
       r"over $\Delta_0/T_c=1.764$": numbers(exponents / limits.GAP_OVER_TC, 2),
       "source": ["computed", *(str(row.source) for row in fits)]},
      caption="Exponents of the heat capacity well below $T_c$ (calorimetric).")

# %% [markdown]
# The theory's number of quasiparticles falls with $\Delta$ plus about $T/2$ from the number of states at the edge. The heat capacities fall with exponents that are
# near the BCS one, and all far from $2\times1.764$. (The BCS exponent itself is *less* than $\Delta_0/T_c$, because other factors of the heat capacity vary with $T$ as well. An exponent fitted over such a range is not a measured gap.) So quasiparticles are made in twos
# and counted in ones, as electrons and holes are in a semiconductor.
#
# ## Check
#
# The algebra, the module against the matrices, two routes to the density of states, and a number of Gauss's.

# %%
wave_number = np.linspace(0, np.pi, 4001)  # the packet of the first figure, wave by wave
there = np.maximum(-2 * np.cos(wave_number) / 0.6, 1e-9)  # E/Δ
share = np.where(there > 1, np.sqrt(np.maximum(there**2 - 1, 0)) / there, -1)  # ξ/E, or a hole
for start in (0.6, 1.25):
    in_packet = np.exp(-2 * 20**2 * (wave_number - np.arccos(-0.3 * start)) ** 2)
    # the gap rises over a dozen sites, some three times ħv_F/Δ: nothing else is reflected
    assert abs(CHARGES[start][-1] - in_packet @ share / in_packet.sum()) < 2e-3
print("the packet leaves as a hole, or enters with the share ξ/E, as its waves do one by one")

# %%
for u, v, minus in [(0.8, 0.6, -1), (0.3, 1.7, -1), (0.8, 0.6, +1)]:
    psi = [*quasiparticles(u, v, minus), *(g.T for g in quasiparticles(u, v, minus))]
    T = brackets(*quasiparticles(u, v, minus))
    whole = np.array([[anticommutator(A, B.T) for B in psi] for A in psi])
    multiples = T[..., None, None] * np.eye(4)  # no other entries are hidden behind the trace
    assert np.allclose(whole, multiples, rtol=0, atol=1e-14)  # rounding
    closed = (u**2 + v**2) * np.eye(4) + (1 + minus) * u * v * np.fliplr(np.eye(4))
    assert np.allclose(T, closed, rtol=0, atol=1e-14)
print("multiples of the unit matrix; the diagonal is u² + v²,", end=" ")
print("the rest vanishes with the minus sign")

# %%
for xi, Delta in [(0.75, 1.0), (-2.0, 0.3), (0.0, 1.0), (5.0, 1e-3)]:
    E, (u, v) = quasiparticle_energy(xi, Delta), amplitudes(xi, Delta)
    levels, states = np.linalg.eigh(hamiltonian(xi, Delta))
    above = levels - levels[0]
    assert np.allclose(above, [0, E, E, 2 * E], rtol=0, atol=1e-14 * (1 + E))  # rounding of eigh
    # u + v c†c†, up to a sign, is the exact ground state
    assert abs(abs(np.array([u, 0, 0, v]) @ states[:, 0]) - 1) < 1e-14
    V = expm(np.arctan2(v, u) * (pair - pair.T))
    diagonal = np.diag([xi - E, xi, xi, xi + E])  # the rotation makes H diagonal
    assert np.allclose(V.T @ hamiltonian(xi, Delta) @ V, diagonal, rtol=0, atol=1e-13)
    (a, b), (c, d) = bogoliubov_matrix(u, v)
    gamma0, gamma1 = quasiparticles(u, v)
    assert np.allclose(a * up + b * down.T, gamma0) and np.allclose(c * up + d * down.T, gamma1.T)
print("the module's E, u, v and γ are those of the exact 4×4 problem")

# %%
k, h, Delta = np.linspace(0.2, 1.8, 33), 1e-5, 0.15  # ξ = k² − 1, so that ħk/m = 2k
E_of = lambda k: quasiparticle_energy(k**2 - 1, Delta)
slope = (E_of(k + h) - E_of(k - h)) / (2 * h)
# the step: h² times the third derivative of E, about 1/Δ²
assert np.allclose(group_velocity(k**2 - 1, Delta, 2 * k), slope, rtol=0, atol=1e-7)
print("the module's group velocity is the slope of E(k) in a parabolic band too")


# %%
def from_states(E, Gamma):
    """Second route to Dynes: each ξ brings a level of width Γ at +E (share u²) and at −E (v²)."""
    level = lambda x: Gamma / np.pi / (x**2 + Gamma**2)

    def share(t):
        xi = np.tan(t)  # all ξ
        e = np.hypot(xi, 1)
        both = occupation(-xi, 1.0) * level(E - e) + occupation(xi, 1.0) * level(E + e)
        return both * (1 + xi**2)

    return quad(share, -np.pi / 2, np.pi / 2, limit=2000, epsabs=1e-9)[0]


for E in (-2.0, 0.0, 0.7, 1.0, 3.0):
    dynes = density_of_states(E, 1.0, broadening=0.1)
    assert abs(from_states(E, 0.1) - dynes) < 1e-7  # what quad is asked for, and a margin
print("levels of width Γ, weighted with u² and v² and added, give Dynes' formula")

# %%
G = 1e-6
E = 1 + G * np.linspace(0, 2, 20_001)
N = density_of_states(E, 1.0, broadening=G)
assert abs(N.max() * np.sqrt(G) / (3**0.75 / 4) - 1) < 1e-5  # the next term is of order Γ/Δ
assert abs((E[N.argmax()] - 1) / G - 1 / np.sqrt(3)) < 1e-3  # the grid
assert excess == round(50_000 * (2 - np.sqrt(2)))  # whole levels
at_99 = brentq(lambda E: E - number_of_states(E, 1.0) - 0.01, 1, 1e3)
assert abs(at_99 - (1 + 0.01**2) / (2 * 0.01)) < 1e-9  # closed form
print("peak height, peak place, 58.6 %, and 99 % at 50.005 Δ agree with their closed forms")

# %%
# Gauss's constant 1/agm(1, √2), OEIS A014549:
# the d-wave density of states at E = Δ/√2, (2/π) E/Δ · K(E²/Δ²)
gauss = 0.8346268416740731
x = np.sqrt(0.5)
N = lambda angle: density_of_states(x, np.cos(angle), broadening=0)
average = 2 / np.pi * quad(N, np.pi / 4, np.pi / 2)[0]
assert abs(average - gauss) < 1e-6  # quad at the root singularity where cos(angle) = x
print(f"d-wave average at Δ/√2: {average:.6f}, Gauss 1799: {gauss:.6f}")

# %% [markdown]
# ## Where this fails
#
# * **Mean field.** $H_\Delta$ of section 2 replaces the sum over all pairs by a number $\Delta$; with few levels its fluctuations count (chapter 03). For an odd electron in a small grain, taking one pair state away changes $\Delta$
#   itself; chapter 13 compares with exact diagonalisation.
# * **Infinite lifetime.** A quasiparticle well above the gap decays by emitting phonons. One number $\Gamma$ stands for that, and for everything else that
#   smears an edge; it is a fit, not a theory.
# * **One gap everywhere.** Real gaps vary over the Fermi surface, a little in simple metals, all the way to zero in the cuprates.
# * **A gap at all.** With magnetic impurities there are superconductors whose density of states has no gap (Abrikosov and Gor'kov). A gap is neither necessary
#   nor sufficient for superconductivity.
# * **A constant $N_0$.** The density of states of the metal must not change over a few $\Delta$, and $\Delta\ll E_F$. Otherwise left and right peaks differ, and if the chemical
#   potential sinks below the band edge, the smallest $E$ is at $k=0$ and is no longer $\Delta$ (chapter 11).
# * **Strong coupling.** In lead, $\Delta$ depends on energy, and the density of states shows the phonons (chapter 09).

# %%
ask("charge_of_a_quasiparticle")

# %%
ask("gap_and_resistance")

# %% [markdown]
# <!-- try it -->
# ## Try it
#
# * In the cell with `cases`, try other `u`, `v` with $u^2+v^2=1$, and run the figure below it. For which does the lost minus sign do the most harm, and where on the $\xi$ axis is that?
# * In the cell with `xi, Delta = 0.75, 1.0`, put `xi = -0.75`; run it and the next cell. Which numbers in the table of the four states change sign, and which do not? Then put `xi = 0.0`: what
#   charge has a quasiparticle at the Fermi surface, and what spin?
# * With the slider of the section Explore, find the $\Gamma$ at which a tenth of the normal density of states stands in mid-gap, first for s-wave, then for d-wave. Why is it
#   smaller for d-wave?
# * [The exercises of this chapter](../exercises/04_quasiparticles.ipynb): which mixtures are fermions, how wide the step is, what one photon can break, where the
#   missing states stand, and a quasiparticle caught where the gap changes its sign.
#
# ## Further reading
#
# * N. N. Bogoliubov, *Nuovo Cimento* **7**, 794 (1958), and J. G. Valatin, *Nuovo Cimento* **7**, 843 (1958): the transformation, found by both at once, in the same volume.
# * M. Tinkham, *Introduction to Superconductivity*, 2nd ed., sections 3.5, 3.7 and 3.8: the same steps, and how the shares $u^2$ and $v^2$ drop out of a tunnel current.
# * P. W. Anderson, *Phys. Rev.* **112**, 1900 (1958): the rotation of section 1 of this chapter as a rotating spin ½ for each pair state, the best picture of it.
# * R. C. Dynes and others, *Phys. Rev. Lett.* **41**, 1509 (1978): the formula with $\Gamma$, made to measure how long quasiparticles live.
# * M. T. Tuominen and others, *Phys. Rev. Lett.* **69**, 1997 (1992): the odd electron seen on an island of aluminium, one among a billion.
# * C. C. Tsuei and J. R. Kirtley, *Rev. Mod. Phys.* **72**, 969 (2000): why a V is not yet a proof of d-wave, and what is.
