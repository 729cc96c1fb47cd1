# %% [markdown]
# # 14d · Project D: from a trapped gas to its equation of state
#
# <!-- work -->
# *185 minutes, 19 points, and one question in words · uses: the crossover from BCS to BEC ([chapter 11](../notebooks/11_cold_atoms.ipynb)).*
#
# **What you have:** one picture of a cloud of lithium atoms at unitarity, where the scattering length is infinite.
# **What you will conclude:** the equation of state of this gas, that is one number, the Bertsch parameter $\xi=\mu/E_F$; how well it is known, and what two routes to it share.
#
# **The picture is simulated.** A function with a seed makes it; its $\xi$ is drawn and says nothing about nature. The gas and the instrument that it simulates:
#
# - Equal numbers of two kinds (spins) of ${}^6$Li, $m=9.988\times10^{-27}$ kg, at $T=0$ in a harmonic trap: frequency $f_r$ in both directions across, $f_z$ along. At each place the gas is a uniform one with the chemical potential $\mu-V$ (local density approximation).
# - A camera sees the shadow of the cloud. All that lies across $z$ is added up, so that $n(z)$ is in atoms per µm, of both kinds together. Each pixel has a Gaussian error, which is given, and there is a constant background.
# - All numbers of atoms may be wrong by a common factor (standard error 4 %), and all lengths by another (0.7 %). A number of atoms is counted as absorption times *area*.

# %%
import numpy as np
from scipy.optimize import curve_fit

from bcs_helpers.classroom import ask, carry_on, check, hint, inputs, progress
from bcs_helpers.crossover import chemical_potential
from bcs_helpers.figures import BLACK, BLUE, GREEN, RED, figure, show
from bcs_helpers.materials import cold_atoms
from bcs_helpers.tables import number, numbers, table

hbar, m = 1.054572e-34, 9.988e-27  # J s, kg

# %%
ask("warm_up_trap")


# %% [markdown]
# <!-- task: axial_density -->
# ## 1 · Calculate the profile of the cloud (4 points, 40 min)
#
# The uniform gas at unitarity has no length but the distance of its atoms, so $\mu=\xi E_F$ with $E_F=\hbar^2(3\pi^2n)^{2/3}/2m$. Return the density along the axis, both directions across integrated over, in atoms per µm, at the places `z` in µm, for `N` atoms and frequencies `f_r` and `f_z` in Hz.

# %%
def axial_density(z, N, xi, f_r, f_z):
    """Atoms per µm along the axis at unitarity, T = 0."""
    ...  # your code here


check(axial_density)


# %% [markdown]
# <!-- task: cloud_from_profile -->
# ## 2 · Fit the profile (4 points, 35 min)
#
# Here is the picture. Fit number $N$, half-length $R$ and background $b$, and return four numbers: $N$, $R$ in µm, and the standard errors of both that follow from the given `error` of the pixels.

# %%
def cloud_from_profile(z, n, error):
    """[N, R, error of N, error of R]; lengths in µm."""
    ...  # your code here


check(cloud_from_profile)

# %%
cloud_from_profile, axial_density = carry_on(cloud_from_profile), carry_on(axial_density)
z, n, error = inputs(cloud_from_profile)
N, R, N_error, R_error = cloud_from_profile(z, n, error)
shape = np.maximum(1 - (z / R) ** 2, 0) ** 2.5 * 16 * N / (5 * np.pi * R)
b = np.mean((n - shape)[np.abs(z) > R])
rest = (n - shape - b) / error
fig, (left, right) = figure(1, 2)
left.errorbar(z, n, error, fmt="o", ms=3, color=BLUE, label="simulated pixels")
left.plot(z, shape + b, color=BLACK, lw=1, label="fit")
left.set(xlabel="$z$ (µm)", ylabel="atoms per µm")
left.legend()
right.plot(z, rest, "o", ms=3, color=BLUE)
right.axhline(0, color=BLACK, lw=1)
right.set(xlabel="$z$ (µm)", ylabel="(pixel minus fit) / error")
show(fig, "profile_and_residuals_of_the_cloud")
print(f"N = {N:.0f} ± {N_error:.0f}, R = {number(R, error=R_error)} µm")
print(f"χ² = {np.sum(rest**2):.1f} for {z.size - 3}")


# %% [markdown]
# <!-- task: bertsch_from_size -->
# ## 3 · Find the Bertsch parameter from the size (3 points, 20 min)
#
# Return $\xi$ from `N`, `R` in µm and the frequencies in Hz.

# %%
def bertsch_from_size(N, R, f_r, f_z):
    """ξ from the half-length R in µm."""
    ...  # your code here


check(bertsch_from_size)


# %% [markdown]
# <!-- task: bertsch_from_slope -->
# ## 4 · Find it again from the equation of state (4 points, 40 min)
#
# The profile is itself a graph of the equation of state. Show that the pressure on the axis is $P=\frac{m\omega_r^2}{2\pi}n(z)$, and that at unitarity $P^{2/5}$ is a straight line in the potential $\frac12m\omega_z^2z^2$. Return $\xi$ from its slope, for the pixels `z`, `n`, `error` of the middle of the cloud; the background is subtracted already. Neither the number of atoms nor the size is needed.

# %%
def bertsch_from_slope(z, n, error, f_r, f_z):
    """ξ from the slope of P^{2/5} against the potential."""
    ...  # your code here


check(bertsch_from_slope)

# %%
bertsch_from_size, bertsch_from_slope = carry_on(bertsch_from_size), carry_on(bertsch_from_slope)
middle = inputs(bertsch_from_slope)
z_middle, n_middle, error_middle, f_r, f_z = middle
by_size, by_slope = bertsch_from_size(N, R, f_r, f_z), bertsch_from_slope(*middle)
print(f"f_r = {f_r} Hz, f_z = {f_z} Hz; ξ by size {by_size:.3f}, by slope {by_slope:.3f}")

# %%
V = 0.5 * m * (2 * np.pi * f_z * 1e-6 * z_middle) ** 2
P = 1e6 * m * (2 * np.pi * f_r) ** 2 / (2 * np.pi) * n_middle
P_error = P * error_middle / n_middle
free = (0.4 * (2 * m / hbar**2) ** 1.5 / (3 * np.pi**2)) ** 0.4
mu = np.mean(V + P**0.4 / (free * by_slope**-0.6))
x = np.linspace(0, V.max(), 2)
fig, ax = figure()
scaled = 0.4 * P**0.4 * P_error / P
ax.errorbar(V / mu, P**0.4, scaled, fmt="o", ms=3, color=BLUE, label="simulated pixels")
for value, colour, style, label in (
    (by_slope, BLACK, "-", r"slope that you found"),
    (chemical_potential(0.0), RED, "--", "mean field"),
    (1.0, GREEN, ":", "free fermions"),
):
    ax.plot(x / mu, free * value**-0.6 * (mu - x), color=colour, ls=style, label=label)
ax.set(xlabel=r"potential over $\mu$", ylabel="$P^{2/5}$ (Pa$^{2/5}$)", ylim=(0, None))
ax.legend()
show(fig, "equation_of_state_as_a_line")


# %% [markdown]
# <!-- task: bertsch_error -->
# ## 5 · Make the error budget (4 points, 30 min)
#
# How well is $\xi$ known by the first route? Given `N`, `R`, `f_r`, `f_z`; the statistical error `R_error` of the fit in µm; and three *relative* standard errors: `number` of the counting of atoms, `magnification` of all lengths, and `frequency` of each of the two frequencies, independently. The statistical error of $N$ is negligible. Return the standard error of $\xi$.

# %%
def bertsch_error(N, R, f_r, f_z, R_error, number, magnification, frequency):
    """Standard error of ξ from the size of the cloud."""
    ...  # your code here


check(bertsch_error)

# %%
bertsch_error = carry_on(bertsch_error)
calibrations = {
    "counting of atoms": (0.04, 0, 0),
    "lengths": (0, 0.007, 0),
    "frequencies": (0, 0, 0.003),
}
parts = [bertsch_error(N, R, f_r, f_z, R_error, 0, 0, 0)]
parts += [bertsch_error(N, R, f_r, f_z, 0, *sizes) for sizes in calibrations.values()]
together = bertsch_error(N, R, f_r, f_z, R_error, 0.04, 0.007, 0.003)
table(
    {
        "from": ["noise of the pixels", *calibrations, "together"],
        r"error of $\xi$": numbers([*parts, together], decimals=4),
    },
    caption="The error budget of the first route.",
)

# %%
measured = cold_atoms["bertsch_2013"]
table(
    {
        "": ["by size", "mean field", "real gas (Zürn et al., derived)", "free fermions"],
        r"$\xi$": [
            number(by_size, error=together),
            number(chemical_potential(0.0), 3),
            number(measured.number, error=measured.uncertainty),
            "1",
        ],
        "from the simulated gas, in its errors": numbers(
            [0, *((x - by_size) / together for x in (chemical_potential(0.0), measured.number, 1))],
            decimals=1,
        ),
    },
    caption="The simulated gas has a value of its own, beside it those of theory and of nature.",
)

# %% [markdown]
# <!-- task: what_the_cloud_says -->
# ## 6 · Say what the cloud tells (in your own words, 3 points, 20 min)
#
# What is $\xi$ of this gas, and how well is it known? Is it that of free fermions ($\xi=1$), of mean field (0.591), of the real unitary gas (0.370 ± 0.009, derived by Zürn and others)? What do the two routes share, what does their agreement test, and what can neither of them see? Which calibration would you improve first, and how would you notice a temperature above zero?

# %% [markdown]
# <!-- answer: what_the_cloud_says -->
# *Write your answer here.*

# %% tags=["nbval-ignore-output"]
progress()
