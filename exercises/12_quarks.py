# %% [markdown]
# # 12 · Give the vacuum a gap: tasks
#
# <!-- work -->
# *160 minutes, 19 points, and one question in words · read first: [chapter 12](../notebooks/12_quarks.ipynb).*
#
# <!-- how to solve -->
# Write each function where the dots are and run the cell. `check`, at its end, says ✓ right, ✗ wrong and why, ! does not
# run, … not attempted. `hint(f)` gives the next hint. `carry_on(f)` puts the reference in place of a function that is not
# right yet, so that you can go on. Your function is tried with several sets of numbers.
#
# As in the chapter, $\hbar=c=k_B=1$.

# %%
import numpy as np
from scipy.optimize import brentq

from bcs_helpers.classroom import ask, carry_on, check, hint, progress
from bcs_helpers.tables import numbers, table

# %%
ask("warm_up_density")


# %% [markdown]
# <!-- task: dynamical_mass -->
# ## 1 · A mass without a bare mass (4 points, 30 min)
#
# How much attraction does it take to make massless quarks heavy, in a world with `colours` and `flavours` other than ours?
#
# A state of the Dirac sea with momentum $p$ that is filled adds $-M/E$, $E=\sqrt{p^2+M^2}$, to the condensate, and the condensate of *all* kinds of quark acts on each of them: $M=-2G\langle\bar qq\rangle$, so that
#
# $$M=2G\sum_\text{kinds}\int_{p<\Lambda}\!\frac{d^3p}{(2\pi)^3}\,\frac ME .$$
#
# For an array `coupling` of values of $G\Lambda^2$ return $M/\Lambda$, and exactly 0 where $M=0$ is the only solution.

# %%
def dynamical_mass(coupling, colours, flavours):
    """M/Λ for each GΛ² of the array, without bare mass; 0 where the vacuum stays massless."""
    ...  # your code here


check(dynamical_mass)

# %%
dynamical_mass = carry_on(dynamical_mass)
G = np.array([1.6, 1.7, 2.0, 2.5])
mass = numbers(dynamical_mass(G, 3, 2), decimals=4)
table({r"$G\Lambda^2$": numbers(G, 2), r"$M/\Lambda$": mass},
      caption="Three colours and two flavours.")


# %% [markdown]
# <!-- task: weak_quark_gap -->
# ## 2 · With a Fermi sea there is no threshold (4 points, 30 min)
#
# Now let quarks fill a Fermi sea. Two colours and two flavours pair, and chapter 12 has, with the cutoff as unit,
#
# $$1=\frac{4H}{\pi^2}\int_0^1\!dp\,p^2\Big(\frac1{E_-}+\frac1{E_+}\Big),\qquad E_\mp=\sqrt{(p\mp\mu)^2+\Delta^2}.$$
#
# How large is the gap when the attraction is weak? Return $\Delta/\Lambda$, the number in front of the exponential included, for one `mu` $=\mu/\Lambda$ and one `attraction` $=H\Lambda^2$. (You may expand for $\Delta\ll\mu$, or find the root of the
# whole equation; here they differ by less than a thousandth.)

# %%
def weak_quark_gap(mu, attraction):
    """Gap Δ/Λ of quark pairs for a weak attraction HΛ², with μ in units of Λ."""
    ...  # your code here


check(weak_quark_gap)

# %%
weak_quark_gap = carry_on(weak_quark_gap)
H = np.array([1.0, 0.5, 0.25])
table({r"$H\Lambda^2$": numbers(H, decimals=2),
       r"$\Delta/\Lambda$": numbers([weak_quark_gap(0.6, h) for h in H], 3)},
      caption=r"Gaps for a weak attraction at $\mu=0.6\,\Lambda$.")


# %% [markdown]
# <!-- task: quark_masses_from_mesons -->
# ## 3 · Quark masses from meson masses (3 points, 20 min)
#
# No free quark can be put on a balance. But a quark's bare mass tilts the valley of chapter 12, and the pion's mass tells how much: $m_\pi^2f_\pi^2=-2m_0\langle\bar qq\rangle$, where the light quarks u and d have the mass $m_0$. A kaon consists of one light and one
# *strange* quark (one of them an antiquark). Suppose that the condensate per flavour and the decay constant are the same for strange quarks.
#
# Given `m_pi`, `m_K`, `f_pi` and `root` $=|\langle\bar qq\rangle|^{1/3}$ of one flavour, all in MeV, return the bare masses of a light and of a strange quark in MeV, as an array of two.

# %%
def quark_masses_from_mesons(m_pi, m_K, f_pi, root):
    """Bare masses (light, strange) in MeV from Gell-Mann, Oakes and Renner's relation."""
    ...  # your code here


check(quark_masses_from_mesons)

# %%
quark_masses_from_mesons = carry_on(quark_masses_from_mesons)
light, strange = quark_masses_from_mesons(138.0, 495.6, 92.4, 250.8)
print(f"light {light:.1f} MeV, strange {strange:.0f} MeV, ratio {strange / light:.1f}")


# %% [markdown]
# <!-- task: vector_boson_masses -->
# ## 4 · The masses of W, Z and photon (4 points, 30 min)
#
# A superconductor makes the photon heavy: a uniform field $A$ acts on the order parameter $\varphi$, $|qA\varphi|^2=\frac12m^2A^2$. The vacuum has *four* such fields, $W^1,W^2,W^3$ and $B$, and an order parameter with two components. What are their masses?
#
# $$\mathcal E=\Big|\Big(\frac g2\sum_{a=1}^3W^a\sigma_a+\frac{g'}2B\Big)\varphi\Big|^2,\qquad\varphi=\frac1{\sqrt2}\begin{pmatrix}0\\v\end{pmatrix},$$
#
# with Pauli's matrices $\sigma_a$. Some mixtures of the fields have a definite mass, $\mathcal E=\frac12\sum_im_i^2A_i^2$. Return the four masses, in the unit of `v`, sorted upwards, for `g`, `g_prime` and `v`.

# %%
def vector_boson_masses(g, g_prime, v):
    """The four masses of W¹, W², W³, B in the vacuum, sorted upwards."""
    ...  # your code here


check(vector_boson_masses)

# %%
vector_boson_masses = carry_on(vector_boson_masses)
masses = vector_boson_masses(0.652, 0.357, 246.2)
table({"boson": ["photon", "W", "W", "Z"], "mass / GeV": numbers(masses, decimals=1),
       "recalled / GeV": ["0", "80.4", "80.4", "91.2"]},
      caption="The masses for the couplings of our world.")


# %% [markdown]
# <!-- task: log_gap_screened -->
# ## 5 · The gap for a screened force (4 points, 40 min)
#
# Is it the strength of the gluons that makes $\ln\Delta_0\propto-1/g$, or their range? Suppose that magnetic gluons *were* screened, below an energy $\mu e^{-s}$. In the variable $x=\ln(\mu/\omega)$ of the chapter's section "Deeper" the kernel then stops growing at $s$:
#
# $$\Delta(x)=\kappa^2\int_0^{x_0}\!dx'\,\min(x,x',s)\,\Delta(x'),\qquad\kappa^2=\frac{g^2}{18\pi^2},\qquad x_0=\ln\frac\mu{\Delta_0}.$$
#
# For one `g` and an array `screening` of values of $s$ return $x_0$.

# %%
def log_gap_screened(g, screening):
    """ln(μ/Δ0) for gluons that are screened below μ exp(−s), for each s of the array."""
    ...  # your code here


check(log_gap_screened)

# %%
log_gap_screened = carry_on(log_gap_screened)
s = np.array([1.0, 4.0, 10.0, 20.0])
table({"$s$": numbers(s, decimals=0), "$x_0$": numbers(log_gap_screened(2.0, s), decimals=2)},
      caption="The logarithm of the gap at $g=2$.")

# %% [markdown]
# <!-- task: why_the_vacuum_needs_a_push -->
# ## 6 · Why the vacuum has a threshold (in your own words, 3 points, 10 min)
#
# An attraction, however weak, makes a gap in a metal. In the vacuum it has to exceed a threshold. Why is that so, and what follows for how large the two gaps are?

# %% [markdown]
# <!-- answer: why_the_vacuum_needs_a_push -->
# *Write your answer here.*

# %% tags=["nbval-ignore-output"]
progress()
