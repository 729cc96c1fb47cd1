# %% [markdown]
# # 14d · Project D: from a trapped gas to its equation of state: answers
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

# %% [markdown] tags=["solution"]
# These are the explained solutions. The truth behind the picture is told at the end. What an exercise leaves out stands between `# begin solution` and `# end solution`.

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

# %% [markdown] tags=["solution"]
# **Idea.** $n_3=\frac1{3\pi^2}\big[\frac{2m}{\hbar^2\xi}(\mu-V)\big]^{3/2}$. Across, $dV=m\omega_r^2\rho\,d\rho$, so that $\int n_3\,2\pi\rho\,d\rho\propto(\mu-\frac12m\omega_z^2z^2)^{5/2}$: the profile is $\frac{16N}{5\pi R}(1-z^2/R^2)^{5/2}$ with $\frac12m\omega_z^2R^2=\mu$.
# The number of atoms fixes $\mu$. For $\xi=1$ it is the $E_F$ of free fermions in a trap, $\hbar\bar\omega(3N)^{1/3}$ with $\bar\omega^3=\omega_r^2\omega_z$. Another $\xi$ divides $\mu$ in the density: $N\propto(\mu/\sqrt\xi)^3$, so $\mu=\sqrt\xi\,\hbar\bar\omega(3N)^{1/3}$.


# %%
def axial_density(z, N, xi, f_r, f_z):
    """Atoms per µm along the axis at unitarity, T = 0."""
    # begin solution
    mean = 2 * np.pi * np.cbrt(f_r**2 * f_z)
    mu = np.sqrt(xi) * hbar * mean * np.cbrt(3 * N)
    R = 1e6 * np.sqrt(2 * mu / m) / (2 * np.pi * f_z)
    return 16 * N / (5 * np.pi * R) * np.maximum(1 - (z / R) ** 2, 0) ** 2.5
    # end solution


check(axial_density)

# %% [markdown] tags=["solution"]
# **A second way.** Add up the atoms of the trap cell by cell, from the local density, and compare with $N$.

# %% tags=["solution"]
N, xi, f_r, f_z = 2e5, 0.4, 500.0, 25.0
mu = np.sqrt(xi) * hbar * 2 * np.pi * np.cbrt(f_r**2 * f_z) * np.cbrt(3 * N)
edge_r, edge_z = np.sqrt(2 * mu / m) / (2 * np.pi * np.array([f_r, f_z]))
rho, z = np.linspace(0, edge_r, 801), np.linspace(-edge_z, edge_z, 801)[:, None]
V = 2 * np.pi**2 * m * ((f_r * rho) ** 2 + (f_z * z) ** 2)
n3 = (2 * m / (hbar**2 * xi) * np.maximum(mu - V, 0)) ** 1.5 / (3 * np.pi**2)
line = np.trapezoid(n3 * 2 * np.pi * rho, rho, axis=1)  # atoms per metre
counted = np.trapezoid(line, z[:, 0])
middle = axial_density(0.0, N, xi, f_r, f_z)
print(f"atoms counted cell by cell: {counted:.0f} of {N:.0f}")
print(f"middle: {1e-6 * line[400]:.1f} per µm, by the formula {middle:.1f}")
assert abs(counted / N - 1) < 1e-4 and abs(1e-6 * line[400] / middle - 1) < 1e-4

# %% [markdown]
# <!-- task: cloud_from_profile -->
# ## 2 · Fit the profile (4 points, 35 min)
#
# Here is the picture. Fit number $N$, half-length $R$ and background $b$, and return four numbers: $N$, $R$ in µm, and the standard errors of both that follow from the given `error` of the pixels.

# %% [markdown] tags=["solution"]
# **Idea.** The shape knows three numbers. A wrong background would be taken for atoms, and its wide wings for a larger cloud; so it is fitted too, and its uncertainty belongs to the errors of the others.


# %%
# begin solution
def profile(z, N, R, b):
    return 16 * N / (5 * np.pi * R) * np.maximum(1 - (z / R) ** 2, 0) ** 2.5 + b


# end solution
def cloud_from_profile(z, n, error):
    """[N, R, error of N, error of R]; lengths in µm."""
    # begin solution
    start = np.sum(n - n.min()) * (z[1] - z[0]), 0.7 * z.max(), 0.0
    best, covariance = curve_fit(profile, z, n, start, error, absolute_sigma=True)
    return np.array([*best[:2], *np.sqrt(np.diag(covariance))[:2]])
    # end solution


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

# %% tags=["solution"]
best, covariance = curve_fit(profile, z, n, (N, R, b), error, absolute_sigma=True)
correlation = covariance / np.sqrt(np.outer(np.diag(covariance), np.diag(covariance)))
assert 38 < np.sum(rest**2) < 116  # less, or more, in one experiment of a thousand each
print(f"correlations: N and R {correlation[0, 1]:+.2f}, N and b {correlation[0, 2]:+.2f}")

# %% [markdown]
# <!-- task: bertsch_from_size -->
# ## 3 · Find the Bertsch parameter from the size (3 points, 20 min)
#
# Return $\xi$ from `N`, `R` in µm and the frequencies in Hz.

# %% [markdown] tags=["solution"]
# **Idea.** $\frac12m\omega_z^2R^2=\sqrt\xi\,\hbar\bar\omega(3N)^{1/3}$. The radius is known to two thousandths, its fourth power to one per cent.


# %%
def bertsch_from_size(N, R, f_r, f_z):
    """ξ from the half-length R in µm."""
    # begin solution
    mu = 0.5 * m * (2 * np.pi * f_z * 1e-6 * R) ** 2
    free = hbar * 2 * np.pi * np.cbrt(f_r**2 * f_z) * np.cbrt(3 * N)
    return (mu / free) ** 2
    # end solution


check(bertsch_from_size)

# %% [markdown]
# <!-- task: bertsch_from_slope -->
# ## 4 · Find it again from the equation of state (4 points, 40 min)
#
# The profile is itself a graph of the equation of state. Show that the pressure on the axis is $P=\frac{m\omega_r^2}{2\pi}n(z)$, and that at unitarity $P^{2/5}$ is a straight line in the potential $\frac12m\omega_z^2z^2$. Return $\xi$ from its slope, for the pixels `z`, `n`, `error` of the middle of the cloud; the background is subtracted already. Neither the number of atoms nor the size is needed.

# %% [markdown] tags=["solution"]
# **Idea.** Across, $dV=m\omega_r^2\rho\,d\rho$, and on the way out the local chemical potential falls from $\mu_z$ to 0: $n(z)=\int n_3\,2\pi\rho\,d\rho=\frac{2\pi}{m\omega_r^2}\int_0^{\mu_z}n_3\,d\mu$. Since $n_3=dP/d\mu$, the integral is $P(\mu_z)$. This holds for every gas (Ho and Zhou, *Nature Physics* **6**, 131 (2010)). At unitarity $P=\frac25\mu n_3\propto\mu^{5/2}$, so
#
# $$P^{2/5}=\Big[\frac25\frac1{3\pi^2}\Big(\frac{2m}{\hbar^2}\Big)^{3/2}\Big]^{2/5}\xi^{-3/5}\,\big(\mu-\tfrac12m\omega_z^2z^2\big).$$
#
# The error of $P^{2/5}$ is $\frac25P^{-3/5}$ times that of $P$.


# %%
def bertsch_from_slope(z, n, error, f_r, f_z):
    """ξ from the slope of P^{2/5} against the potential."""
    # begin solution
    across = 1e6 * m * (2 * np.pi * f_r) ** 2 / (2 * np.pi)
    pressure, pressure_error = across * n, across * error
    V = 0.5 * m * (2 * np.pi * f_z * 1e-6 * z) ** 2
    weights = pressure**0.6 / (0.4 * pressure_error)
    slope = -np.polyfit(1e30 * V, pressure**0.4, 1, w=weights)[0] * 1e30
    free = (0.4 * (2 * m / hbar**2) ** 1.5 / (3 * np.pi**2)) ** 0.4  # the slope for ξ = 1
    return (free / slope) ** (5 / 3)
    # end solution


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

# %% [markdown] tags=["solution"]
# **Idea.** $\xi\propto R^4N^{-2/3}f_z^{10/3}f_r^{-4/3}$. A wrong length enters twice: $R$ by its first power and, since atoms are counted by area, $N$ by its second; together $4-\frac43=\frac83$. The second route needs no $N$ and no $R$. But its $P$ is proportional to the counted number and its $V$ to the square of a length, and both come out with the *same* powers: $-\frac23$ and $\frac83$.


# %%
def bertsch_error(N, R, f_r, f_z, R_error, number, magnification, frequency):
    """Standard error of ξ from the size of the cloud."""
    # begin solution
    powers = np.array([4, 2 / 3, 8 / 3, 10 / 3, 4 / 3])
    parts = powers * [R_error / R, number, magnification, frequency, frequency]
    return bertsch_from_size(N, R, f_r, f_z) * np.sqrt(np.sum(parts**2))
    # end solution


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

# %% [markdown] tags=["solution"]
# **A second way.** Give a perfect picture to a camera with wrong calibrations, many times, and take both routes.

# %% tags=["solution"]
rng = np.random.default_rng(3)
z0, routes = np.linspace(-0.7, 0.7, 41) * R, []
for _ in range(300):
    count, length = 1 + rng.normal(0, 0.04), 1 + rng.normal(0, 0.007)
    seen = axial_density(z0, N, by_size, f_r, f_z) / (count * length)  # per seen length
    f = np.array([f_r, f_z]) * (1 + rng.normal(0, 0.003, 2))
    first = bertsch_from_size(N / (count * length**2), R / length, *f)
    routes.append([first, bertsch_from_slope(z0 / length, seen, 1 + 0 * z0, *f)])
spread = np.std(routes, axis=0)
apart = np.max(np.abs(np.subtract(*np.transpose(routes))))
print(f"scatter of 300 cameras: by size {spread[0]:.4f}, by slope {spread[1]:.4f}")
assert apart < 1e-9  # the two routes are wrong together
assert abs(spread[0] / bertsch_error(N, R, f_r, f_z, 0, 0.04, 0.007, 0.003) - 1) < 0.15  # 300: 4 %

# %% tags=["solution"]
from bcs_helpers.classroom import course, rubric

true = course.module("14d_trapped_gas").truth()
print(f"truth: ξ = {true.xi:.3f}; off by {(by_size - true.xi) / together:+.1f} errors")
print(f"true number over counted: {1 + true.number:.3f}; length: {1 + true.magnification:.3f}")
assert abs(by_size - true.xi) < 3.3 * together

# %% [markdown] tags=["solution"]
# **What it says.** The two routes agree to 0.001, and both are wrong by the same seven per cent, because a tenth of the atoms was not counted. Two routes through one camera are one witness for its calibrations. What their agreement does test is the physics between them: the local density approximation, the harmonic trap and the power 5/2 of the equation of state.

# %% [markdown]
# <!-- task: what_the_cloud_says -->
# ## 6 · Say what the cloud tells (in your own words, 3 points, 20 min)
#
# What is $\xi$ of this gas, and how well is it known? Is it that of free fermions ($\xi=1$), of mean field (0.591), of the real unitary gas (0.370 ± 0.009, derived by Zürn and others)? What do the two routes share, what does their agreement test, and what can neither of them see? Which calibration would you improve first, and how would you notice a temperature above zero?

# %% [markdown]
# <!-- answer: what_the_cloud_says -->
# <!-- begin solution -->
# The size of the cloud gives $\xi=0.547\pm0.019$, more than twenty errors below free fermions, two below mean field (0.591), and nine above the real unitary gas, 0.370(9), which others derived from density profiles, too: the simulated gas has a value of its own. The noise of the pixels is a quarter of the error; the counting of atoms is the largest item (0.015), then the lengths (0.010). So the counting is to be improved first.
# The slope of the equation of state gives 0.548. The two routes share the camera and the frequencies, and both go with the same powers of number and length; so their agreement tests the local density approximation, the shape of the trap and the power 5/2, but no calibration. In fact both are high by seven per cent because a tenth of the atoms was not counted.
# Neither route can see a temperature above zero if it is not looked for: it raises the wings of the profile beyond $R$ and makes the cloud larger, so $\xi$ comes out too large. It would show in the residuals near the edge, where $P^{2/5}$ bends away from the line. A trap that is not harmonic bends it too.
# <!-- end solution -->

# %% tags=["solution"]
rubric("what_the_cloud_says")

# %% tags=["nbval-ignore-output"]
progress()
