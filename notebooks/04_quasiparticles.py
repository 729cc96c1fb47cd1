# %% [markdown]
# # Excite the superconductor
#
# <!-- minutes: 35 -->
# *35 minutes · you need: the amplitudes $u$ and $v$ of the BCS ground state (chapter 03), creation and annihilation operators ·
# in the book: "Excitations and the superconducting gap", from the Bogoliubov transformation to the density of states.*
#
# **What you will see:** the excitations of a superconductor are half electron, half hole where it matters; creating one
# costs at least $\Delta$; and the states that the gap removes from the Fermi level all come back, though
# not all of them at the edge of the gap.

# %% [markdown]
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
# | $\gamma_0$, $\gamma_1$ ($\alpha_{k\uparrow}$, $\alpha_{-k\downarrow}$ in the book) | `gamma0`, `gamma1` | annihilate a quasiparticle | 1 |
# | $v_g$, $v_F$ | `group_velocity`, `v_F` | group velocity, Fermi velocity ($\hbar=1$) | energy × length |
# | $N_s(E)/N_0$ | `density_of_states` | density of states over that of the normal metal, $N_0$ (one spin) | 1 |
# | $\Gamma$ | `broadening`, `Gamma` | width of a level (Dynes) | energy |

# %%
import numpy as np
from scipy.integrate import quad
from scipy.linalg import expm
from scipy.optimize import brentq

from bcs_helpers import limits
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, figure, show
from bcs_helpers.materials import elements, tunnel_gaps
from bcs_helpers.spectrum import amplitudes, bogoliubov_matrix, density_of_states
from bcs_helpers.spectrum import group_velocity, number_of_states, occupation, quasiparticle_energy
from bcs_helpers.units import GHz, electron_mass, eV, kelvin, meV, metre, second, speed_of_light

# %% [markdown]
# The chapter in one picture: on the left what it costs to add an electron of momentum $k$ (upwards) or to take one out (downwards),
# on the right how many states there are at that cost. Both share the energy axis.

# %%
xi, energy = np.linspace(-4, 4, 97), np.linspace(-4, 4, 2001)
E, (u, v) = quasiparticle_energy(xi, 1.0), amplitudes(xi, 1.0)
fig, (left, right) = figure(1, 2, sharey=True, width_ratios=[3, 2])
left.plot(xi, xi, color=GREY, ls="--", lw=1.2, label="normal metal")
left.scatter(xi, E, s=40 * u**2, color=BLUE, label="add an electron: area $u^2$")
left.scatter(xi, -E, s=40 * v**2, color=RED, marker="s", label="remove one: area $v^2$")
left.set(xlabel=r"$\hbar v_F(k-k_F)/\Delta$", ylabel=r"energy $/\Delta$", ylim=(-4, 4))
left.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=3, columnspacing=1, handletextpad=0.3)
right.plot(density_of_states(energy, 1.0, broadening=0.02), energy, color=BLACK)
right.axvline(1, color=GREY, ls="--", lw=1.2)
right.set(xlabel=r"density of states $N_s/N_0$", xlim=(0, 5.5))
show(fig, "branches_and_density")

# %% [markdown]
# <!-- figure: branches_and_density -->
# **Figure.** In the normal metal one straight line crosses zero at $k_F$. In the superconductor it splits in two. Each branch follows the old line
# on one side, turns back at $\pm\Delta$, and fades as its electron share dies out. Where a branch is flat, many $k$ have nearly the
# same energy, and the density of states on the right has its peak. The rest of the chapter derives this picture.
#
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


print("{c↑, c↑†} = {c↓, c↓†} = 1:", all(np.array_equal(anticommutator(c, c.T), np.eye(4)) for c in (up, down)))
print("{c↑, c↓} = {c↑, c↓†} = 0: ", not anticommutator(up, down).any() and not anticommutator(up, down.T).any())

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


def table(gamma0, gamma1):
    """The anticommutators {ψ, ψ′†} of ψ = γ0, γ1, γ0†, γ1†: each is this number times the unit matrix."""
    psi = [gamma0, gamma1, gamma0.T, gamma1.T]
    return np.array([[np.trace(anticommutator(A, B.T)) / 4 for B in psi] for A in psi])


u, v = 0.8, 0.6
cases = [(f"$u={u}$, $v={v}$", table(*quasiparticles(u, v))),
         (f"$u={u}$, $v={u}$", table(*quasiparticles(u, u))),
         (f"$u={u}$, $v={v}$, no minus", table(*quasiparticles(u, v, minus=+1)))]

# %%
names = [r"$\gamma_0$", r"$\gamma_1$", r"$\gamma_0^\dagger$", r"$\gamma_1^\dagger$"]
fig, axes = figure(1, 3, size=(9.2, 3.5))
for ax, (title, entries) in zip(axes, cases, strict=True):
    ax.imshow(entries, cmap="RdBu_r", vmin=-2, vmax=2)
    for row, column in np.ndindex(4, 4):
        ax.text(column, row, f"{entries[row, column] + 0.0:.2f}".replace("0.00", "0"), ha="center", va="center")
    ax.set(title=title, xticks=range(4), xticklabels=names[2:] + names[:2], yticks=range(4), yticklabels=names)
    ax.grid(False)
show(fig, "anticommutator_tables")

# %% [markdown]
# <!-- figure: anticommutator_tables -->
# **Figure.** Left: a unit matrix, so quasiparticles are fermions. Middle: the diagonal is $u^2+v^2=1.28$, so the demand for fermions *is* the
# normalisation $u^2+v^2=1$, as the book says. Right: the normalisation alone is not enough. Without the minus sign
# $\{\gamma_0,\gamma_1\}=2uv=0.96$ although $u^2+v^2=1$. In the book's two lines the minus is there, and the zeros come for free:
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
print("U c↑ U† = γ0 and U c↓ U† = γ1:", np.allclose(U @ up @ U.T, gamma0) and np.allclose(U @ down @ U.T, gamma1))
ground = U[:, 0]
print("γ0 and γ1 annihilate U|0⟩:    ", np.allclose(gamma0 @ ground, 0) and np.allclose(gamma1 @ ground, 0))

# %% [markdown]
# The four corners of $U$ hold a rotation of the plane spanned by $|0\rangle$ and $|\!\uparrow\downarrow\rangle$; the two states with
# a single electron stay as they are. Its first column is the BCS state of chapter 03, and both $\gamma$ annihilate it. So the BCS ground state is
# *the vacuum of quasiparticles*, and this could serve as its definition.
#
# ## 2 · Four levels, and what may be excited
#
# Which angle? The one that makes the energy diagonal. In the mean field of all other pairs the energy of one pair state is (with $n=c^\dagger c$)
#
# $$H=\xi\,(n_\uparrow+n_\downarrow)-\Delta\,(c_\uparrow^\dagger c_\downarrow^\dagger+c_\downarrow c_\uparrow).$$


# %%
def hamiltonian(xi, Delta):
    """The mean-field energy of one pair state as a 4×4 matrix."""
    return xi * (up.T @ up + down.T @ down) - Delta * (pair + pair.T)


xi, Delta = 0.75, 1.0
levels, states = np.linalg.eigh(hamiltonian(xi, Delta))
print("levels:                  ", levels.round(6))
print("above the lowest:        ", (levels - levels[0]).round(6), f"  and E = {quasiparticle_energy(xi, Delta)}")
print(f"pair in the ground state: {states[3, 0] ** 2:.6f}  and v² = ½(1 − ξ/E) = {occupation(xi, Delta):.6f}")

# %% [markdown]
# Above the ground state the levels are $0, E, E, 2E$ with $E=\sqrt{\xi^2+\Delta^2}$, as for two independent fermions of energy $E$
# each, $H=E(\gamma_0^\dagger\gamma_0+\gamma_1^\dagger\gamma_1)+(\xi-E)$. And the exact lowest state is filled with just the
# probability $v^2$ that the book writes down. Now look at the four states themselves.

# %%
u, v = amplitudes(xi, Delta)
gamma0, gamma1 = quasiparticles(u, v)
ground = np.array([u, 0, 0, v])
for name, state in [("BCS", ground), ("γ0†", gamma0.T @ ground), ("γ1†", gamma1.T @ ground), ("γ1†γ0†", gamma1.T @ gamma0.T @ ground)]:
    energy = state @ hamiltonian(xi, Delta) @ state - (xi - quasiparticle_energy(xi, Delta))
    n_up, n_down = state @ up.T @ up @ state, state @ down.T @ down @ state
    print(f"{name:<7} energy {energy + 0.0:.2f}   n↑ = {n_up:.2f}   n↓ = {n_down:.2f}   charge against BCS {n_up + n_down - 2 * v**2 + 0.0:+.2f}")

# %% [markdown]
# A single quasiparticle $\gamma_0^\dagger$ is very concrete: $\mathbf k\!\uparrow$ is filled *for certain*, $-\mathbf k\!\downarrow$
# empty for certain. No pair can scatter into this place any more, so besides $\xi$ for the electron the metal pays $E-\xi$
# of lost pairing energy: together $E$. $\gamma_1^\dagger\gamma_0^\dagger$ puts the pair into the upper of the two mixed states, $-v+u\,c_\uparrow^\dagger c_\downarrow^\dagger$.
#
# *Signs.* Our $u$, $v$ and $\gamma$ are those of the book and of Tinkham, with $-\Delta$ in $H$. Other books write $u\,c+v\,c^\dagger$ or
# $+\Delta$. Each is right when both signs are changed together. Changed alone, a sign leaves $\langle 2E|H|0\rangle\neq0$:

# %%
for sign_v, sign_Delta in [(+1, +1), (-1, -1), (-1, +1)]:
    lower, upper = np.array([u, 0, 0, sign_v * v]), np.array([-sign_v * v, 0, 0, u])
    coupled = upper @ hamiltonian(xi, sign_Delta * Delta) @ lower
    print(f"v → {sign_v:+d}·v, Δ → {sign_Delta:+d}·Δ:  ⟨2E|H|0⟩ = {round(coupled, 6) + 0.0:.3f}")

# %% [markdown]
# What is the cheapest excitation of a whole metal? $H$ contains only pairs, so it never changes whether the number of electrons is even or odd;
# each $\gamma^\dagger$ does change it. So at an even number quasiparticles come in twos; an electron that
# enters from outside brings one. Take levels $\xi=(j+\frac12)d$ with spacing $d$ and add up the energies above the even ground state, once with
# $\Delta$ and once for the normal metal, where $E=|\xi|$. (An electron from outside is counted from the Fermi level.)


# %%
def excitations(Delta, d=0.2, top=3.0):
    """Energies below `top` with two quasiparticles (even) and with one (odd); levels ξ = (j + ½)d."""
    E = quasiparticle_energy((np.arange(-20, 20) + 0.5) * d, Delta)
    two = np.add.outer(E, E)
    return {"even": np.unique(two[two < top].round(9)), "odd": np.unique(E[E < top].round(9))}


ladders = {("normal", p): s for p, s in excitations(0.0).items()} | {("BCS", p): s for p, s in excitations(1.0).items()}
for (metal, parity), steps in ladders.items():
    print(f"{metal:<7}{parity:<5} number of electrons: cheapest excitation {steps[0]:.3f} Δ")

# %%
xi = np.linspace(-3, 3, 301)
four = np.array([np.linalg.eigvalsh(hamiltonian(x, 1.0)) for x in xi])
fig, (left, right) = figure(1, 2)
left.plot(xi, np.outer(xi, [0, 2]), color=GREY, ls="--", lw=1, label=["no pair, or a pair, unmixed", None])
for n, colour, style, label in [(3, RED, "-", "mixed, upper"), (1, GREEN, "-.", "one electron (two states)"), (0, BLUE, "-", "mixed, lower: BCS")]:
    left.plot(xi, four[:, n], color=colour, ls=style, label=label)
left.set(xlabel=r"$\xi/\Delta$", ylabel=r"energy of one pair state $/\Delta$", ylim=(-6.5, 6.5))
left.legend(loc="upper left")
for x, steps in enumerate(ladders.values()):
    right.hlines(steps, x - 0.35, x + 0.35, color=[GREY, GREY, BLUE, RED][x], lw=1)
right.set(xticks=range(4), xticklabels=[f"{m}\n{p}" for m, p in ladders], ylabel=r"excitation energy $/\Delta$", ylim=(0, 3))
show(fig, "four_levels_and_ladders")

# %% [markdown]
# <!-- figure: four_levels_and_ladders -->
# **Figure.** Left: *no pair* and *a pair* have the same energy at the Fermi level, and they repel each other. The ground state goes
# down; the two one-electron states find no state of their own momentum and parity to mix with, and stay. That the ground state
# moved away from them *is* the gap. Right: for a fixed even number the first step is $2\Delta$ (a pair must break), while one electron from a
# lead finds room at $\Delta$. The book says that excitations are always created in pairs: true for light, heat and sound, which bring no
# electron. A tunnel contact does bring one, and its current sets in at $V=\Delta/e$, not $2\Delta/e$ (chapter 10).
#
# ## 3 · Part electron, part hole
#
# The rotation angle follows from $\tan2\theta=\Delta/\xi$, and with it
#
# $$v^2=\tfrac12\Big(1-\frac{\xi}{E}\Big),\qquad u^2=\tfrac12\Big(1+\frac{\xi}{E}\Big),\qquad u^2-v^2=\frac{\xi}{E}.$$
#
# $v^2$ is a Fermi step whose edge the pairing has rounded. The book gives its width as about $\Delta$. Which width? Let us ask
# where $v^2$ passes two levels, and ask the same of a Fermi function at $T_c$.


# %%
def width(p, step):
    """Distance over which `step`, a falling function of ξ, goes from 1 − p to p."""
    return brentq(lambda xi: step(xi) - p, -200, 200) - brentq(lambda xi: step(xi) - (1 - p), -200, 200)


Tc = 1 / limits.GAP_OVER_TC  # in units of Δ0
for p in (0.5 - 0.5**1.5, 0.1, 0.01):  # the first is v² at ξ = Δ
    bcs, fermi = width(p, lambda xi: occupation(xi, 1.0)), width(p, lambda xi: 0.5 * (1 - np.tanh(xi / (2 * Tc))))
    print(f"from {100 * (1 - p):.1f} % to {100 * p:.1f} %: v² at T = 0 needs {bcs:.2f} Δ0, the Fermi function at Tc {fermi:.2f} Δ0")

# %%
xi, far = np.linspace(-5, 5, 401), np.geomspace(0.1, 30, 300)
fermi = lambda xi: 0.5 * (1 - np.tanh(xi / (2 * Tc)))
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
# **Figure.** "About $\Delta$" is the right size, but the number depends on the question: $2\Delta$ from 85 % to 15 %, $2.7\,\Delta$ from 90 % to 10 %, and almost
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
# $$v_g=\frac{1}{\hbar}\frac{\partial E}{\partial k}=\frac{\hbar k}{m}\,\frac{\xi}{E}\;\approx\;v_F\,\frac{\xi}{E}.$$
#
# This is the same ratio as the charge. At the Fermi surface, where an electron of the normal metal runs with $v_F$, a
# quasiparticle stands still. And no state is lost on the way from $\xi$ to $E$: on either side of the Fermi level $N_s\,dE=N_0\,|d\xi|$. The density of states is the inverse of the slope.

# %%
for E in (1.001, 1.01, 1.1, 2.0, 10.0):
    xi = np.sqrt(E**2 - 1)
    speed, states = group_velocity(xi, 1.0, 1.0), density_of_states(E, 1.0, broadening=0)
    print(f"E = {E:<6} Δ   v_g/v_F = {speed:.4f}   N_s/N0 = {states:7.4f}   product {speed * states:.4f}")

# %%
x, E = np.linspace(-4, 4, 401), 1 + np.geomspace(1e-3, 4, 300)
fig, (left, right) = figure(1, 2)
for Delta, colour, style in [(1.0, BLUE, "-"), (0.3, GREEN, "--"), (0.05, ORANGE, "-."), (0.0, GREY, ":")]:
    left.plot(x, group_velocity(x, Delta, 1.0), color=colour, ls=style, label=rf"$\Delta={Delta:g}\,\Delta_0$")
left.set(xlabel=r"$\hbar v_F(k-k_F)/\Delta_0$", ylabel=r"$v_g/v_F$, and charge $u^2-v^2$")
left.legend(loc="lower right")
speed, states = group_velocity(np.sqrt(E**2 - 1), 1.0, 1.0), density_of_states(E, 1.0, broadening=0)
for y, colour, style, label in [(states, RED, "-", "$N_s/N_0$"), (speed, BLUE, "--", "$v_g/v_F$"), (speed * states, BLACK, ":", "product")]:
    right.loglog(E - 1, y, color=colour, ls=style, label=label)
right.set(xlabel=r"energy above the edge, $(E-\Delta)/\Delta$", ylabel="relative to the normal metal")
right.legend()
show(fig, "velocity_and_density")

# %% [markdown]
# <!-- figure: velocity_and_density -->
# **Figure.** Left: the velocity turns round at $k_F$, within a width of about $\Delta/\hbar v_F$; without a gap it would jump. So for each energy above $\Delta$ there are
# two quasiparticles in each direction of $\mathbf k$, an electron-like one that runs along $\mathbf k$ and a hole-like one that runs against it. A change from
# one to the other at a contact is Andreev's reflection (chapter 10). Right: velocity and density of states are mirror images and their product is one. As many
# states per second pass a given point as in the normal metal; near the edge of the gap there are more of them, and they creep.
#
# The book says that the gap suppresses scattering and so leads to zero resistance. Here is what the gap itself does. In a metal whose pairs
# all flow with velocity $\mathbf v_s$, the energy of a quasiparticle is $E+\hbar\mathbf k\cdot\mathbf v_s$. As long as this is positive for all $\mathbf k$, a defect at rest
# cannot create quasiparticles and slow the flow. Landau's bound is the smallest $E/\hbar k$, that is $\Delta/\hbar k_F$:

# %%
for symbol in ("Sn", "Pb"):  # Δ0 sourced, v_F recalled (free electrons), k_F = m v_F/ħ
    metal = elements[symbol]
    k_F, E_F = electron_mass * metal.v_F, 0.5 * electron_mass * metal.v_F**2
    k = k_F * (1 + np.linspace(-1e-3, 1e-3, 20001))
    bound = np.min(quasiparticle_energy(k**2 / (2 * electron_mass) - E_F, metal.Delta0) / k)
    print(f"{symbol}: v_F = {metal.v_F * second / metre / 1e6:.2f}·10⁶ m/s, E_F = {E_F / eV:.1f} eV, Δ0/E_F = {metal.Delta0 / E_F:.1e}"
          f"   smallest E/ħk = {bound * second / metre:.0f} m/s, Δ0/ħk_F = {metal.Delta0 / k_F * second / metre:.0f} m/s")

# %% [markdown]
# 55 m/s in tin and 133 m/s in lead, against a Fermi velocity of nearly two million: small, but not zero. In the normal metal the bound is
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
# directions. In a *d-wave* superconductor the gap goes as $\Delta\cos2\varphi$ with the direction $\varphi$ of $\mathbf k$, and we must average.


# %%
def d_wave(E, Gamma):
    """Mean of the density of states over the directions φ when the gap is cos 2φ."""
    phi = (np.arange(1000) + 0.5) / 1000 * np.pi / 4
    return density_of_states(np.asarray(E)[..., None], np.cos(2 * phi), broadening=Gamma).mean(axis=-1)


E = np.array([0.0, 0.1, 0.3, 0.5, 0.9])
print("E/Δ    ", E)
print("s-wave ", density_of_states(E, 1.0, broadening=1e-3).round(3))
print("d-wave ", d_wave(E, 1e-3).round(3))

# %%
Gamma = np.geomspace(1e-4, 0.3, 60)
peak = np.max(density_of_states(1 + Gamma * np.linspace(-2, 4, 1201)[:, None], 1.0, broadening=Gamma), axis=0)
height = 3**0.75 / 4 / np.sqrt(Gamma)
for G in (1e-4, 1e-3, 1e-2, 1e-1):
    print(f"Γ = {G:<7} Δ   peak {np.interp(G, Gamma, peak):6.2f}   closed form {3**0.75 / 4 / np.sqrt(G):6.2f}"
          f"   at E = 0: {density_of_states(0.0, 1.0, broadening=G):.4f}")

# %%
E = np.linspace(-2.5, 2.5, 1001)
fig, (left, right) = figure(1, 2)
left.plot(E, density_of_states(E, 1.0, broadening=0.01), color=BLUE, label="s-wave: U")
left.plot(E, d_wave(E, 0.01), color=RED, ls="--", label="d-wave: V")
left.axhline(1, color=GREY, lw=1, ls=":")
left.set(xlabel=r"energy $E/\Delta$", ylabel="density of states $N_s/N_0$", ylim=(0, 4.5))
left.legend()
right.loglog(Gamma, peak, color=BLUE, label="height of the s-wave peak")
right.loglog(Gamma, height, color=BLACK, ls=":", label=r"$\frac{1}{4}3^{3/4}\sqrt{\Delta/\Gamma}$")
right.loglog(Gamma, density_of_states(0.0, 1.0, broadening=Gamma), color=GREEN, ls="--", label=r"in mid-gap: $\Gamma/\sqrt{\Gamma^2+\Delta^2}$")
right.set(xlabel=r"broadening $\Gamma/\Delta$", ylabel="$N_s/N_0$")
right.legend(loc="lower right")
show(fig, "u_and_v_shapes")

# %% [markdown]
# <!-- figure: u_and_v_shapes -->
# **Figure.** Left: the book calls the shape V or U. The two letters are two different things. A superconductor with one gap draws a **U**: nothing
# inside, steep walls. A **V**, linear from $E=0$, is the sign of a gap that vanishes in some directions, as in the cuprates: there $N_s\approx N_0\,E/\Delta$,
# the cheapest quasiparticles cost nothing, and the metal superconducts all the same. Right: the peak has no height of its own. It grows like $\Gamma^{-1/2}$,
# $0.570\sqrt{\Delta/\Gamma}$ for $\Gamma\ll\Delta$, and stands at $\Delta+\Gamma/\sqrt3$. Whoever quotes a peak height must quote $\Gamma$.
#
# Now count. Below $E$ the normal metal has $N_0E$ states (on one side of the Fermi level), the superconductor
# $N_0\sqrt{E^2-\Delta^2}$. The gap takes $N_0\Delta$. The book says that exactly as many stand in a certain interval at the edge: up to
# $E=\sqrt2\,\Delta$ the count is indeed $N_0\Delta$. But who stands there? Let us follow two hundred thousand levels one by one.

# %%
levels = (np.arange(200_000) + 0.5) * 2e-5  # ξ from 0 to 4 Δ, spacing 2·10⁻⁵ Δ: 50 000 levels per Δ
moved = quasiparticle_energy(levels, 1.0)
edge = np.sqrt(2)
print(f"superconductor: {np.sum(moved < edge)} levels in [Δ, √2Δ], of which {np.sum((moved < edge) & (levels < 1))} came from the gap region")
print(f"normal metal:   {np.sum(levels < 1)} levels in [0, Δ] and {np.sum((levels > 1) & (levels < edge))} in [Δ, √2Δ]")
excess = np.sum(moved < edge) - np.sum((levels > 1) & (levels < edge))
print(f"excess over the normal metal in [Δ, √2Δ]: {excess} of 50000 = {100 * excess / 50_000:.1f} %")

# %% [markdown]
# So the book is right about the number: exactly the levels that the gap had to clear stand in $[\Delta,\sqrt2\,\Delta]$, since
# $E<\sqrt2\,\Delta$ means $|\xi|<\Delta$. But that interval was not empty. Its old owners have moved on to $[\sqrt2\,\Delta,\sqrt3\,\Delta]$, theirs
# to $[\sqrt3\,\Delta,2\Delta]$, and so on, like the guests of Hilbert's hotel. What a measurement compares is superconductor with normal metal, and up
# to $\sqrt2\,\Delta$ the *excess* is only $2-\sqrt2=58.6\,\%$ of what is missing in the gap. How far must one integrate to find the rest?
#
# $$\text{missing below }E:\quad N_0\left(E-\sqrt{E^2-\Delta^2}\right)\;\to\;N_0\,\frac{\Delta^2}{2E}.$$

# %%
for E in (np.sqrt(2), 3.0):
    print(f"below E = {E:.2f} Δ   {100 * (1 - E + number_of_states(E, 1.0)):.1f} % of the missing states are back")
for found in (0.9, 0.99, 0.999):
    E = brentq(lambda E, share=1 - found: E - number_of_states(E, 1.0) - share, 1, 1e4)
    print(f"{100 * found:.1f} % are back below E = {E:.1f} Δ")

# %%
E, far = np.linspace(0, 3, 301), np.geomspace(1, 1000, 200)
gaps = np.cos(2 * (np.arange(1000) + 0.5) / 1000 * np.pi / 4)  # d-wave: Δ in a thousand directions
fig, (left, right) = figure(1, 2)
left.plot(E, E, color=GREY, ls="--", label="normal metal")
left.plot(E, number_of_states(E, 1.0), color=BLUE, label=r"superconductor, $\sqrt{E^2-\Delta^2}$")
left.vlines(np.sqrt(2), 1, np.sqrt(2), color=RED, lw=2, label=r"still missing at $\sqrt{2}\,\Delta$: 41.4 %")
left.set(xlabel=r"energy $E/\Delta$", ylabel=r"states below $E$, over $N_0\Delta$")
left.legend()
right.loglog(far, far - number_of_states(far, 1.0), color=BLUE, label="s-wave")
right.loglog(far, far - number_of_states(far[:, None], gaps).mean(axis=1), color=RED, ls="--", label="d-wave")
right.loglog(far, np.divide.outer(1 / far, [2, 4]), color=BLACK, ls=":", label=[r"$\Delta^2/2E$ and $\Delta^2/4E$", None])
right.set(xlabel=r"energy $E/\Delta$", ylabel=r"missing states over $N_0\Delta$")
right.legend()
show(fig, "missing_states")

# %% [markdown]
# <!-- figure: missing_states -->
# **Figure.** Left: the curve of the superconductor nears the straight line but never touches it. Right: nothing is lost, the deficit goes to zero, but as slowly
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
explore(draw, Gamma=(0.005, 0.6), pairing=["s-wave", "d-wave"], labels={"Gamma": "broadening Γ"}, units={"Gamma": "Δ"},
        alt="density_slider")

# %% [markdown]
# <!-- figure: density_slider -->
# **Figure.** And the branches of the opening picture in a band $\hbar^2k^2/2m$ with a gap that need not be small. At $\Delta/E_F=10^{-4}$, as in metals, the bend
# would be too narrow to see; in cold atoms and neutron matter (chapters 11 and 13) it looks like this. (Energies are counted from a chemical potential
# that we hold fixed and call $E_F$.)


# %%
def draw_branches(ax, ratio=0.15):
    k = np.linspace(0, 1.7, 35)
    xi = k**2 - 1
    E, (u, v) = quasiparticle_energy(xi, ratio), amplitudes(xi, ratio)
    ax.plot(k, xi, color=GREY, ls="--", lw=1.2, label="normal")
    ax.scatter(k, E, s=30 * u**2, color=BLUE, label="add an electron: area $u^2$")
    ax.scatter(k, -E, s=30 * v**2, color=RED, marker="s", label="remove one: area $v^2$")
    ax.set(xlabel="$k/k_F$", ylabel=r"energy from the Fermi level $/E_F$", ylim=(-1.6, 2))
    ax.legend(loc="upper left")


# %%
explore(draw_branches, ratio=(0.01, 1.0), labels={"ratio": "gap Δ"}, units={"ratio": "E_F"},
        alt="branches_slider")

# %% [markdown]
# ## Compare with experiment
#
# Light breaks a pair when $hf\geq2\Delta$, and a tunnel contact opens at $eV=\Delta$. The list gives $2\Delta_0$ as energy, frequency, wavelength and temperature. Here are gaps read in the named source
# (`sourced`), and the full gaps of the first tunnel junctions (`recalled`: from memory, the page was not at hand).

# %%
for metal in sorted((e for e in elements.values() if e.Delta0), key=lambda e: e.Delta0):
    full = 2 * metal.Delta0
    print(f"{metal.symbol:<2} 2Δ0 = {full / meV:.3f} meV   h × {full / GHz:3.0f} GHz ({2 * np.pi * speed_of_light / full / (1e-3 * metre):.2f} mm)"
          f"   k_B × {full / kelvin:4.1f} K   {metal.Delta0.status}: {metal.Delta0.source}")
for symbol, full in tunnel_gaps.items():
    other = elements[symbol].Delta0
    print(f"{symbol} 2Δ0 = {full.amount:<14} h × {full / GHz:3.0f} GHz   {full.status}: {full.source}"
          + (f"; the row above is {100 * (2 * other / full - 1):.0f} % larger" if other else ""))

# %% [markdown]
# The book calls the energy to break a pair considerable. For tin it is $1.2$ meV or $287$ GHz: at $T=0$ lower frequencies are not absorbed, higher ones are
# (chapter 07). Against $E_F$ it is tiny, a few times $10^{-4}$ and less (section 4); considerable only against $k_BT$ well below $T_c$. The two sets of
# numbers for the same metals differ by three to five per cent, which tells how far one table of gaps should be trusted.
#
# One more test: does a *thermometer* see $\Delta$ or $2\Delta$? Heat breaks pairs, each for $2\Delta$ and more, but then the two go separate ways: the number of
# quasiparticles is $n=4N_0\int_0^\infty\!d\xi\,f(E)$, and $f(E)\approx e^{-E/T}$ knows only $\Delta$.


# %%
def quasiparticle_number(T):
    """n/4N0Δ of the thermal quasiparticles, T in units of a fixed gap."""
    return quad(lambda xi: 1 / (np.exp(np.hypot(xi, 1) / T) + 1), 0, np.sqrt((1 + 40 * T) ** 2 - 1))[0]


for T in (0.05, 0.1, 0.2):
    slope = np.log(quasiparticle_number(1.01 * T) / quasiparticle_number(T / 1.01)) / (1.01 / T - 1 / (1.01 * T))
    print(f"theory, T = {T} Δ: n grows like exp(−a/T) with a = {slope:.2f} Δ")
for symbol in ("Al", "Tl", "Hg"):
    metal, ratio = elements[symbol], elements[symbol].gap_ratio
    print(f"{symbol}: heat capacity ∝ exp(−{metal.C_es_exponent:.2f} Tc/T), {2 * metal.C_es_exponent / ratio:.2f} of Δ0/Tc = {ratio / 2:.2f} ({ratio.status});"
          f"   {metal.C_es_exponent.status}: {metal.C_es_exponent.source}")

# %% [markdown]
# The theory's exponent is $\Delta$ plus about $T/2$ from the number of states at the edge. The measured heat capacities fall with exponents of $0.7$ to $0.85$ times $\Delta_0$,
# never $2\Delta_0$. (Why somewhat *less* than $\Delta_0$: other factors in the heat capacity vary with $T$ as well, chapter 06.) So quasiparticles are made in twos
# and counted in ones, as electrons and holes are in a semiconductor.
#
# ## Check
#
# The algebra, the module against the matrices, two routes to the density of states, and a number of Gauss's.

# %%
for u, v, minus in [(0.8, 0.6, -1), (0.3, 1.7, -1), (0.8, 0.6, +1)]:
    psi = [*quasiparticles(u, v, minus), *(g.T for g in quasiparticles(u, v, minus))]
    T = table(*quasiparticles(u, v, minus))
    whole = np.array([[anticommutator(A, B.T) for B in psi] for A in psi])
    assert np.allclose(whole, T[..., None, None] * np.eye(4), rtol=0, atol=1e-14)  # rounding: the table hides no other entries
    closed = (u**2 + v**2) * np.eye(4) + (1 + minus) * u * v * np.fliplr(np.eye(4))
    assert np.allclose(T, closed, rtol=0, atol=1e-14)
print("each anticommutator is a number times 1; the diagonal is u² + v², the rest vanishes with the minus sign")

# %%
for xi, Delta in [(0.75, 1.0), (-2.0, 0.3), (0.0, 1.0), (5.0, 1e-3)]:
    E, (u, v) = quasiparticle_energy(xi, Delta), amplitudes(xi, Delta)
    levels, states = np.linalg.eigh(hamiltonian(xi, Delta))
    assert np.allclose(levels - levels[0], [0, E, E, 2 * E], rtol=0, atol=1e-14 * (1 + E))  # rounding of eigh
    assert abs(abs(np.array([u, 0, 0, v]) @ states[:, 0]) - 1) < 1e-14  # u + v c†c†, up to a sign, is the exact ground state
    V = expm(np.arctan2(v, u) * (pair - pair.T))
    assert np.allclose(V.T @ hamiltonian(xi, Delta) @ V, np.diag([xi - E, xi, xi, xi + E]), rtol=0, atol=1e-13)  # the rotation makes H diagonal
    (a, b), (c, d) = bogoliubov_matrix(u, v)
    gamma0, gamma1 = quasiparticles(u, v)
    assert np.allclose(a * up + b * down.T, gamma0) and np.allclose(c * up + d * down.T, gamma1.T)
print("the module's E, u, v and γ are those of the exact 4×4 problem")

# %%
k, h, Delta = np.linspace(0.2, 1.8, 33), 1e-5, 0.15  # a parabolic band, ξ = k² − 1, so that ħk/m = 2k
slope = (quasiparticle_energy((k + h) ** 2 - 1, Delta) - quasiparticle_energy((k - h) ** 2 - 1, Delta)) / (2 * h)
assert np.allclose(group_velocity(k**2 - 1, Delta, 2 * k), slope, rtol=0, atol=1e-7)  # h² times the third derivative of E, about 1/Δ²
print("v_g = (ħk/m) ξ/E is the slope of E(k) in a parabolic band too")


# %%
def from_states(E, Gamma):
    """Second route to Dynes: each ξ brings a level of width Γ at +E with share u² and one at −E with share v²."""
    level = lambda x: Gamma / np.pi / (x**2 + Gamma**2)
    def share(t):
        xi = np.tan(t)  # all ξ
        e = np.hypot(xi, 1)
        return (occupation(-xi, 1.0) * level(E - e) + occupation(xi, 1.0) * level(E + e)) * (1 + xi**2)
    return quad(share, -np.pi / 2, np.pi / 2, limit=2000, epsabs=1e-9)[0]


for E in (-2.0, 0.0, 0.7, 1.0, 3.0):
    assert abs(from_states(E, 0.1) - density_of_states(E, 1.0, broadening=0.1)) < 1e-7  # what quad is asked for, and a margin
print("levels of width Γ, weighted with u² and v² and added, give Dynes' formula")

# %%
G = 1e-6
E = 1 + G * np.linspace(0, 2, 20_001)
N = density_of_states(E, 1.0, broadening=G)
assert abs(N.max() * np.sqrt(G) / (3**0.75 / 4) - 1) < 1e-5  # the next term is of order Γ/Δ
assert abs((E[N.argmax()] - 1) / G - 1 / np.sqrt(3)) < 1e-3  # the grid
assert excess == round(50_000 * (2 - np.sqrt(2)))  # whole levels
assert abs(brentq(lambda E: E - number_of_states(E, 1.0) - 0.01, 1, 1e3) - (1 + 0.01**2) / (2 * 0.01)) < 1e-9  # closed form
print("peak height, peak place, 58.6 %, and 99 % at 50.005 Δ agree with their closed forms")

# %%
# Gauss's constant 1/agm(1, √2), OEIS A014549: the d-wave density of states at E = Δ/√2, (2/π) E/Δ · K(E²/Δ²)
gauss = 0.8346268416740731
x = np.sqrt(0.5)
average = 2 / np.pi * quad(lambda phi: density_of_states(x, np.cos(phi), broadening=0), np.pi / 4, np.pi / 2)[0]
assert abs(average - gauss) < 1e-6  # quad at the root singularity where cos φ = x
print(f"d-wave average at Δ/√2: {average:.6f}, Gauss 1799: {gauss:.6f}")

# %% [markdown]
# ## Where this fails
#
# * **Mean field.** $H$ of section 2 replaces all other pairs by a number $\Delta$. For an odd electron in a small grain, taking one pair state away changes $\Delta$
#   itself; chapter 13 compares with exact diagonalisation.
# * **Infinite lifetime.** A quasiparticle well above the gap decays by emitting phonons. One number $\Gamma$ stands for that, and for everything else that
#   smears an edge; it is a fit, not a theory.
# * **One gap everywhere.** Real gaps vary over the Fermi surface, a little in simple metals, all the way to zero in the cuprates.
# * **A gap at all.** With magnetic impurities there are superconductors whose density of states has no gap (Abrikosov and Gor'kov). A gap is neither necessary
#   nor sufficient for superconductivity.
# * **A constant $N_0$.** The density of states of the metal must not change over a few $\Delta$, and $\Delta\ll E_F$. Otherwise left and right peaks differ, and if the chemical
#   potential sinks below the band edge, the smallest $E$ is at $k=0$ and is no longer $\Delta$ (chapter 11).
# * **Strong coupling.** In lead, $\Delta$ depends on energy, and the density of states shows the phonons (chapter 09).
#
# <!-- try it -->
# ## Try it
#
# * In the cell with `cases`, try other `u`, `v` with $u^2+v^2=1$. For which does the lost minus sign do the most harm, and where on the $\xi$ axis is that?
# * In the cell with `xi, Delta = 0.75, 1.0`, put `xi = -0.75`. Which numbers in the table of the four states change sign, and which do not? Then put `xi = 0.0`: what
#   charge has a quasiparticle at the Fermi surface, and what spin?
# * With the first slider, find the $\Gamma$ at which a tenth of the normal density of states stands in mid-gap, first for s-wave, then for d-wave. Why is it
#   smaller for d-wave?
# * [The exercises of this chapter](../exercises/04_quasiparticles.ipynb): which mixtures are fermions, how wide the step is, what one photon can break, where the
#   missing states stand, and a quasiparticle caught where the gap changes its sign.
#
# ## Further reading
#
# * N. N. Bogoliubov, *Nuovo Cimento* **7**, 794 (1958), and J. G. Valatin, *Nuovo Cimento* **7**, 843 (1958): the transformation, found by both at once, in the same volume.
# * M. Tinkham, *Introduction to Superconductivity*, 2nd ed., sections 3.5, 3.7 and 3.8: the same steps, and how the shares $u^2$ and $v^2$ drop out of a tunnel current.
# * P. W. Anderson, *Phys. Rev.* **112**, 1900 (1958): the rotation of section 1 as a rotating spin ½ for each pair state, the best picture of it.
# * R. C. Dynes and others, *Phys. Rev. Lett.* **41**, 1509 (1978): the formula with $\Gamma$, made to measure how long quasiparticles live.
# * M. T. Tuominen and others, *Phys. Rev. Lett.* **69**, 1997 (1992): the odd electron seen on an island of aluminium, one among a billion.
# * C. C. Tsuei and J. R. Kirtley, *Rev. Mod. Phys.* **72**, 969 (2000): why a V is not yet a proof of d-wave, and what is.
