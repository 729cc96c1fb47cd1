# %% [markdown]
# # 14b · Project B: aluminium from two numbers: answers
#
# <!-- work -->
# *250 minutes, 28 points, and one question in words · uses: the gap ([chapter 05](../notebooks/05_gap_equation.ipynb)), condensation energy, critical field and heat capacity ([06](../notebooks/06_thermodynamics.ipynb)).*
#
# **What you have:** points with errors from a calorimeter and a magnetometer, *simulated*, of a sample much like aluminium; two numbers of real aluminium, $\gamma=1.35$ mJ/(mol K²) and $T_c=1.163$ K, measured with a calorimeter (N. E. Phillips, Phys. Rev. 114, 676, 1959), and BCS.
# **What you will conclude:** which other numbers follow from $\gamma$ and $T_c$, how well they are known, and which agreement tests BCS, which only thermodynamics, and which nothing at all.
#
# **The simulated instruments.** A function with a seed makes the points. Each heat capacity has a Gaussian error of 0.6 % and of 0.003 mJ/(mol K) for the empty holder; each field one of 1/400 of the largest. These errors are given with the points. Both instruments use one thermometer, whose scale has a standard error of 0.3 %:
# where it reads $T$ the temperature is $T(1+s)$, with one unknown $s$.
#
# Beside aluminium stands tin, whose field was measured inside the metal with muons (Karl et al., arXiv:1905.04228, 2019), and cadmium, whose field was measured with a magnet (Smith and Daunt 1952).

# %% [markdown] tags=["solution"]
# These are the explained solutions: the idea, the code, and a check by another way. What an exercise leaves out stands between `# begin solution` and `# end solution`.

# %%
import numpy as np
from scipy.integrate import cumulative_simpson
from scipy.optimize import curve_fit

from bcs_helpers.classroom import ask, carry_on, check, hint, inputs, progress
from bcs_helpers.figures import BLACK, BLUE, GREEN, RED, figure, show
from bcs_helpers.gap import gap
from bcs_helpers.materials import elements
from bcs_helpers.tables import number, numbers, table

Al, Sn, Cd = elements["Al"], elements["Sn"], elements["Cd"]
gamma, Tc = 1.35, 1.163  # mJ/(mol K²), K: one sample, one calorimeter


def molar_volume(metal):
    """cm³/mol at room temperature."""
    return metal.atomic_weight.number / metal.density.number


volume = molar_volume(Al)
print(f"molar volume {volume:.2f} cm³/mol")

# %%
ask("warm_up_average")

# %% [markdown]
# <!-- task: gamma_from_heat -->
# ## 1 · Separate electrons and lattice (3 points, 25 min)
#
# In a field that destroys superconductivity the metal's heat capacity is $C=\gamma T+AT^3$, from electrons and lattice. Given `T` in K, `C` in mJ/(mol K) and the standard `error` of each point, return four numbers: $\gamma$, $A$, the error of $\gamma$, the error of $A$. The errors are to follow from those that are given.

# %% [markdown] tags=["solution"]
# **Idea.** $C/T$ against $T^2$ is a straight line with the intercept $\gamma$ and the slope $A$. Each point has its own error, so it is a weighted line, and the covariance follows from the weights.


# %%
def gamma_from_heat(T, C, error):
    """[γ, A, error of γ, error of A] in mJ/(mol K²) and mJ/(mol K⁴)."""
    # begin solution
    line = lambda square, gamma, A: gamma + A * square
    best, covariance = curve_fit(
        line, T**2, C / T, (1, 0.1), error / T, absolute_sigma=True
    )
    return np.array([*best, *np.sqrt(np.diag(covariance))])
    # end solution


check(gamma_from_heat)

# %%
gamma_from_heat = carry_on(gamma_from_heat)
T, C, error = inputs(gamma_from_heat)
gamma_here, A, gamma_error, A_error = gamma_from_heat(T, C, error)
fig, (left, right) = figure(1, 2)
left.errorbar(T**2, C / T, error / T, fmt="o", ms=3, color=BLUE, label="simulated points")
left.plot(T**2, gamma_here + A * T**2, color=BLACK, lw=1, label="weighted line")
left.set(xlabel="$T^2$ (K$^2$)", ylabel="$C/T$ (mJ/mol K$^2$)")
left.legend()
rest = (C - gamma_here * T - A * T**3) / error
right.errorbar(T, rest, 1, fmt="o", ms=3, color=BLUE)
right.axhline(0, color=BLACK, lw=1)
right.set(xlabel="$T$ (K)", ylabel="(point minus line) / error")
show(fig, "normal_heat_and_residuals")
print(f"γ = {number(gamma_here, error=gamma_error)} mJ/(mol K²)")
print(f"A = {number(A, error=A_error)} mJ/(mol K⁴); χ² = {np.sum(rest**2):.1f} for {T.size - 2}")

# %% tags=["solution"]
assert 7 < np.sum(rest**2) < 49  # less, or more, in one experiment of a thousand each
theta = (1.9438e6 / A) ** (1 / 3)  # A = 12π⁴R/5θ³
print(f"Debye temperature {theta:.0f} K, known to {theta * A_error / (3 * A):.0f} K")

# %% [markdown]
# <!-- task: field_from_two_numbers -->
# ## 2 · Calculate the critical field at zero temperature (4 points, 30 min)
#
# Which field destroys superconductivity at $T=0$? Return it in gauss, for `gamma` in mJ/(mol K²), a molar `volume` in cm³ and `Tc` in kelvin, in weak coupling.

# %% [markdown] tags=["solution"]
# **Idea.** At the critical field, expelling the field costs what pairing gains: $H_c^2/8\pi=\frac12N_0\Delta_0^2$. The normal heat capacity gives $N_0=3\gamma_V/2\pi^2k_B^2$ (one spin, per volume), the ratio $\Delta_0=\pi e^{-\gamma_E}k_BT_c$. Then $k_B$ cancels:
#
# $$H_c(0)=\sqrt{6/\pi}\;\frac{\Delta_0}{k_BT_c}\,\sqrt{\gamma_V}\,T_c=2.44\,\sqrt{\gamma_V}\,T_c\quad(\gamma_V\text{ in erg/cm}^3\text{K}^2).$$


# %%
def field_from_two_numbers(gamma, volume, Tc):
    """H_c(0) in gauss from γ in mJ/(mol K²), the molar volume in cm³ and Tc in K."""
    # begin solution
    per_volume = 1e4 * gamma / volume  # erg/(cm³ K²)
    return np.sqrt(6 / np.pi) * np.pi / np.exp(np.euler_gamma) * np.sqrt(per_volume) * Tc
    # end solution


check(field_from_two_numbers)

# %%
field_from_two_numbers = carry_on(field_from_two_numbers)
H0 = field_from_two_numbers(gamma, volume, Tc)
H0_tin = field_from_two_numbers(Sn.gamma.number, molar_volume(Sn), Sn.Tc.number)
table(
    {
        "metal": ["aluminium", "tin"],
        r"BCS from $\gamma$ and $T_c$ / G": numbers([H0, H0_tin], 4),
        "$H_c(0)$ / G": [f"{Al.Hc0.number:.1f}", number(Sn.Hc0.number, error=Sn.Hc0.uncertainty)],
        "found": [f"{row.kind}, {row.method}" for row in (Al.Hc0, Sn.Hc0)],
        "BCS too large by / %": numbers(
            [100 * (H0 / Al.Hc0.number - 1), 100 * (H0_tin / Sn.Hc0.number - 1)], decimals=1
        ),
    },
    caption="The field of BCS, and the field found.",
)

# %% [markdown]
# No magnet stands behind aluminium's 103.0 G. Phillips *calculated* this field from his heat capacity, as you will do in task 6. Tin's field was measured, with an error; its $\gamma$ was
# derived from the same measured field at low temperature. Keep in mind which numbers come from one instrument.

# %% tags=["solution"]
erg = 1.380649e-16 * Tc  # k_B Tc
N0 = 3 * 1e4 * gamma / volume * Tc**2 / (2 * np.pi**2 * erg**2)  # one spin, per erg and cm³
Delta0 = gap(0.0, 1.0) * erg
print(f"a second way, step by step: N0 = {N0:.2e} /(erg cm³), Δ0 = {Delta0:.2e} erg")
print(f"√(4πN0) Δ0 = {np.sqrt(4 * np.pi * N0) * Delta0:.1f} G")
print(f"1 % more in γ or 1 % less in the volume: {H0 * np.sqrt(1.01) - H0:+.1f} G")

# %% [markdown]
# <!-- task: field_error -->
# ## 3 · Propagate the errors to the field (3 points, 30 min)
#
# Let $\gamma$, the volume and $T_c$ have the independent standard errors `gamma_error`, `volume_error` and `Tc_error`, in their own units. Besides, the scale of the thermometer has the relative standard error `thermometer`: one number $s$, with $T_\text{true}=T(1+s)$, that enters all temperatures, those of the heat capacity too. Return the standard error of $H_c(0)$ in gauss.

# %% [markdown] tags=["solution"]
# **Idea.** $H_c\propto\sqrt{\gamma/V_m}\,T_c$. The thermometer first: $C$ is a heat, measured with voltmeter and clock, over a step in temperature, so the true $C$ is smaller by $1+s$, $\gamma=C/T$ by $(1+s)^2$, and $T_c$ is larger by $1+s$. In $\sqrt\gamma\,T_c$ this *cancels*. It must: $H_c^2V_m/8\pi$ is an energy, and no thermometer is needed to measure
# an energy. The three others are independent, with the powers ½, −½ and 1.


# %%
def field_error(gamma, volume, Tc, gamma_error, volume_error, Tc_error, thermometer):
    """Standard error of H_c(0) in gauss."""
    # begin solution
    parts = gamma_error / (2 * gamma), volume_error / (2 * volume), Tc_error / Tc
    return field_from_two_numbers(gamma, volume, Tc) * np.sqrt(np.sum(np.square(parts)))
    # end solution


check(field_error)

# %% [markdown] tags=["solution"]
# **A second way.** Draw all inputs ten thousand times, the thermometer among them, and look at the scatter of the field.

# %% tags=["solution"]
rng = np.random.default_rng(1)
given = (1.35, volume, 1.163, 0.008, 0.05, 0.003, 0.005)
s = rng.normal(0, given[6], 10_000)
drawn_gamma = rng.normal(given[0], given[3], s.size) / (1 + s) ** 2
drawn_Tc = rng.normal(given[2], given[5], s.size) * (1 + s)
drawn = field_from_two_numbers(drawn_gamma, rng.normal(volume, given[4], s.size), drawn_Tc)
scatter = np.std(drawn)
assert abs(scatter / field_error(*given) - 1) < 0.03  # a width from 10,000 draws: 0.7 %
print(f"by formula {field_error(*given):.3f} G, by drawing {scatter:.3f} G")
print(f"γ alone scatters by {100 * np.std(drawn_gamma) / 1.35:.1f} %")

# %% [markdown]
# <!-- task: electronic_heat_capacity -->
# ## 4 · Calculate the whole heat capacity (5 points, 45 min)
#
# Return the electrons' heat capacity over $\gamma T_c$ for an increasing array `t` of $T/T_c$; some may be above 1. (`gap(t, 1.0)` is $\Delta(T)/k_BT_c$.)

# %% [markdown] tags=["solution"]
# **Idea.** Entropy of fermions, then $C=T\,dS/dT$ with the gap moving. In units of $T_c$ and with $\gamma=2\pi^2N_0/3$,
#
# $$\frac{S}{\gamma T_c}=-\frac{6}{\pi^2}\int_0^\infty\!d\xi\,\big[f\ln f+(1-f)\ln(1-f)\big],\qquad f=\frac1{e^{E/t}+1}.$$
#
# The integrand is even and smooth in $\xi$, so an even grid converges quickly; the bracket is $-[x f+\ln(1+e^{-x})]$ with $x=E/t$, which never overflows. The derivative is a central difference.


# %%
# begin solution
def entropy(t):
    """S/γTc at temperatures t = T/Tc."""
    xi = np.linspace(0, 50, 5001)
    x = np.hypot(xi, np.asarray(gap(t, 1.0))[..., None]) / np.asarray(t)[..., None]
    integrand = x * np.exp(-x) / (1 + np.exp(-x)) + np.log1p(np.exp(-x))
    return 6 / np.pi**2 * np.trapezoid(integrand, xi)


# end solution
def electronic_heat_capacity(t):
    """C/γTc for an increasing array t = T/Tc."""
    # begin solution
    step = 1e-4
    return t * (entropy(t + step) - entropy(t - step)) / (2 * step)
    # end solution


check(electronic_heat_capacity)

# %%
electronic_heat_capacity = carry_on(electronic_heat_capacity)
t = np.linspace(0.01, 0.9995, 400)
C = electronic_heat_capacity(t)
fig, ax = figure()
ax.plot(t, C, color=BLUE, label="superconducting")
ax.plot([0, 1.3], [0, 1.3], color=BLACK, ls="--", label="normal")
cold = (t > Al.C_es_from) & (t < Al.C_es_to)
fit = Al.C_es_prefactor * np.exp(-Al.C_es_exponent / t[cold])
ax.plot(t[cold], fit, color=RED, lw=4, alpha=0.5, label="Al, fit by Phillips (1959)")
ax.set(xlabel="$T/T_c$", ylabel=r"$C/\gamma T_c$", ylim=(0, 2.6))
ax.legend(loc="upper left")
show(fig, "aluminium_heat_capacity")

# %% tags=["solution"]
t = np.array([0.25, 0.4, 0.5])
fit = Al.C_es_prefactor * np.exp(-Al.C_es_exponent / t)
theory = electronic_heat_capacity(t)
print(f"jump of BCS at Tc: {C[-1] - 0.9995:.2f} γTc")
table(
    {
        "$T/T_c$": numbers(t, 2),
        "BCS": numbers(theory, 3),
        "Phillips' fit": numbers(fit, 3),
        "fit above BCS / %": numbers(100 * (fit / theory - 1), decimals=0),
    },
    caption=r"$C/\gamma T_c$ of cold aluminium.",
)

# %% tags=["solution"]
# second order: no latent heat, the entropies meet at Tc
assert abs(entropy(np.array([1.0]))[0] - 1) < 1e-6

# %% [markdown]
# <!-- task: gap_from_heat -->
# ## 5 · Fit the gap to the heat (4 points, 35 min)
#
# Now the simulated points without a field. Let the gap of this sample be that of weak coupling, times one factor at all temperatures: $\Delta(T)=\frac{r}{1.764}\,\Delta_\text{BCS}(T)$, with $r=\Delta(0)/k_BT_c$ (the α model). Given `T`, `C` and `error` of the points below $T_c$, and `gamma`, `A` and `Tc` of the sample (as exact here), return $r$ and its standard error.

# %% [markdown] tags=["solution"]
# **Idea.** The lattice does not know of superconductivity, so $AT^3$ is subtracted. The entropy of task 4 takes any gap; with $r$ free it is fitted to the points by least squares. Who takes the slope of $\ln C$ against $1/T$ for the gap finds about 1.3: the factor before the exponential depends on $T$ too. Phillips' exponent 1.34 is such a slope.


# %%
# begin solution
def heat_of_gap(t, r):
    """C/γTc when Δ(0) = r k_B Tc and Δ(T) has the shape of weak coupling."""
    xi, step = np.linspace(0, 50, 5001), 1e-4

    def entropy(t):
        x = np.hypot(xi, r / gap(0.0, 1.0) * gap(t, 1.0)[:, None]) / t[:, None]
        integrand = x * np.exp(-x) / (1 + np.exp(-x)) + np.log1p(np.exp(-x))
        return 6 / np.pi**2 * np.trapezoid(integrand, xi)

    return t * (entropy(t + step) - entropy(t - step)) / (2 * step)


# end solution
def gap_from_heat(T, C, error, gamma, A, Tc):
    """[Δ(0)/k_B Tc, its error] of the α model."""
    # begin solution
    model = lambda T, r: gamma * Tc * heat_of_gap(T / Tc, r)
    (r,), covariance = curve_fit(model, T, C - A * T**3, 1.8, error, absolute_sigma=True)
    return np.array([r, np.sqrt(covariance[0, 0])])
    # end solution


check(gap_from_heat)

# %%
gap_from_heat = carry_on(gap_from_heat)
points = inputs(gap_from_heat)
r, r_error = gap_from_heat(*points)
print(f"Δ(0)/k_B Tc = {number(r, error=r_error)}; weak coupling 1.764, at γ and Tc as given")

# %% tags=["solution"]
T, C, error, gamma_here, A, Tc_here = points
electrons = C - A * T**3
shift = [
    gap_from_heat(T, C, error, gamma_here + gamma_error, A, Tc_here)[0] - r,
    gap_from_heat(T, C, error, gamma_here, A + A_error, Tc_here)[0] - r,
    gap_from_heat(T, C, error, gamma_here, A, 1.001 * Tc_here)[0] - r,
]
rest = (electrons - gamma_here * Tc_here * heat_of_gap(T / Tc_here, r)) / error
fig, (left, right) = figure(1, 2)
t = np.linspace(0.2, 0.999, 80)
for ratio, colour, style, label in (
    (r, BLUE, "-", "best gap"), (gap(0.0, 1.0), BLACK, ":", "weak coupling")
):  # fmt: skip
    curve = heat_of_gap(t, ratio)
    left.semilogy(1 / t, curve, color=colour, ls=style, label=label)
left.plot(Tc_here / T, electrons / (gamma_here * Tc_here), "o", ms=3, color=GREEN, label="points")
left.set(xlabel="$T_c/T$", ylabel=r"$C/\gamma T_c$, lattice subtracted")
left.legend()
right.errorbar(T / Tc_here, rest, 1, fmt="o", ms=3, color=GREEN)
right.axhline(0, color=BLACK, lw=1)
right.set(xlabel="$T/T_c$", ylabel="(point minus curve) / error")
show(fig, "superconducting_heat_and_residuals")
print(f"χ² = {np.sum(rest**2):.1f} for {T.size - 1}")

# %% tags=["solution"]
table(
    {
        "from": [
            "noise of the points",
            r"$\gamma$ and its error",
            "lattice and its error",
            "0.1 % of $T_c$",
        ],
        r"moves $\Delta(0)/k_BT_c$ by": numbers([r_error, *shift], decimals=4),
    },
    caption="The error budget of the gap.",
)  # fmt: skip

# %% [markdown] tags=["solution"]
# The $\chi^2$ is somewhat large; chance alone does this in one of twenty experiments. The numbers that were taken as exact move the gap less than the noise of the points does: the cold points decide, and there the exponential outweighs a quarter of a per cent of $\gamma$. So the gap of this sample lies five per cent below weak coupling, by thirty times its error. The scale of the thermometer cancels: $r$ compares temperatures with temperatures.

# %% [markdown]
# <!-- task: field_from_heat -->
# ## 6 · Calculate the field from the heat capacity (5 points, 40 min)
#
# Let a calorimeter give `C`, the heat capacity over $\gamma T_c$, on an even grid `t` of $T/T_c$ from 0 to 1. Return $H_c/H_c(0)$ at the temperatures `at` (of $T/T_c$, up to 0.9). No theory of the metal enters: your function should work for any superconductor's heat capacity. (In this way Phillips found 103.0 G.)

# %% [markdown] tags=["solution"]
# **Idea.** $S_s=\int C/t\,dt$; the normal entropy is $t$. The free energies differ by $\int_t^1(t'-S_s)dt'$, and $H_c^2$ is proportional to it. At $t=0$ the ratio $C/t$ is 0/0 with limit zero.


# %%
def field_from_heat(t, C, at):
    """H_c/H_c(0) at the temperatures `at`, from C/γTc on an even grid of t = T/Tc from 0 to 1."""
    # begin solution
    ratio = np.divide(C, t, out=np.zeros_like(C), where=t > 0)
    area = cumulative_simpson(t - cumulative_simpson(ratio, x=t, initial=0), x=t, initial=0)
    return np.interp(at, t, np.sqrt(np.maximum(1 - area / area[-1], 0)))
    # end solution


check(field_from_heat)

# %%
field_from_heat = carry_on(field_from_heat)
t, heat, _ = inputs(field_from_heat)
grid = np.linspace(0, 0.99, 100)
h = field_from_heat(t, heat, grid)
fig, ax = figure()
ax.plot(grid, 100 * (h - (1 - grid**2)), color=BLUE, label="from the heat capacity of BCS")
largest = 100 * Al.parabola_deviation
label = "largest in Al, calculated from its heat capacity (Phillips)"
ax.axhline(largest, color=RED, ls="--", label=label)
ax.set(xlabel="$T/T_c$", ylabel=r"$H_c/H_c(0)-(1-t^2)$ (%)", ylim=(-6, 0.5))
ax.legend(loc="lower center")
show(fig, "aluminium_field_deviation")

# %% tags=["solution"]
from bcs_helpers.thermodynamics import critical_field

direct = critical_field(grid, gap(grid, 1.0), gap(0.0, 1.0))
print(f"largest deviation {100 * (h - 1 + grid**2).min():.2f} %")
assert np.abs(h - direct).max() < 1e-6  # another way: the free energy summed directly

# %% [markdown]
# <!-- task: jump_from_field -->
# ## 7 · Use Rutgers' relation (4 points, 30 min)
#
# A magnetometer gives the critical field at temperatures just below $T_c$: `T` in K, `H` in gauss, the standard `error` of each field. Put a weighted straight line through the points. Return the jump of the heat capacity at the temperature where the line meets zero, in mJ/(mol K), and its standard error, for a molar `volume` in cm³.

# %% [markdown] tags=["solution"]
# **Idea.** $F_n-F_s=H_c^2/8\pi$ per volume, and $C=-T\,d^2F/dT^2$, so $C_s-C_n=\frac{T}{8\pi}\frac{d^2H_c^2}{dT^2}=\frac{T}{4\pi}[H_c'^2+H_cH_c'']$, and $H_c=0$ at $T_c$. With the line $H=b-mT$ the jump is $V_m\,T_cm^2/4\pi=V_m\,bm/4\pi$. Intercept and slope are correlated almost completely, because $T=0$ is far from the points; so the whole covariance matrix is used.


# %%
def jump_from_field(T, H, error, volume):
    """[C_s − C_n at Tc, its error] in mJ/(mol K), from H_c in G near Tc."""
    # begin solution
    line = lambda T, b, m: b - m * T
    start = np.polyfit(T, H, 1)[::-1] * [1, -1]
    (b, m), covariance = curve_fit(line, T, H, start, error, absolute_sigma=True)
    factor = 1e-4 * volume / (4 * np.pi)
    g = factor * np.array([m, b])
    return np.array([factor * b * m, np.sqrt(g @ covariance @ g)])
    # end solution


check(jump_from_field)

# %%
jump_from_field = carry_on(jump_from_field)
T, H, error, volume = inputs(jump_from_field)
jump, jump_error = jump_from_field(T, H, error, volume)
print(f"simulated sample: ΔC = {number(jump, error=jump_error)} mJ/(mol K)")
cadmium = 1e-4 * molar_volume(Cd) * Cd.Tc.number * Cd.dHc_dT.number**2 / (4 * np.pi)
of_cadmium = cadmium / (Cd.gamma.number * Cd.Tc.number)
slope = abs(Cd.dHc_dT.number)
print(f"cadmium, measured slope {slope:.0f} G/K: {cadmium:.2f} mJ/(mol K) = {of_cadmium:.2f} γTc")

# %% tags=["solution"]
bent = lambda T, Tc, m, q: m * (Tc - T) + q * (Tc - T) ** 2  # what does the straight line cost?
(Tc_bent, m, q), C3 = curve_fit(bent, T, H, (1.01 * T[-1], 150, 0), error, absolute_sigma=True)
curved = 1e-4 * volume * Tc_bent * m**2 / (4 * np.pi)
curved_error = 2 * curved * np.sqrt(C3[1, 1]) / m  # the error of Tc is negligible here
heat_jump = gamma_here * Tc_here * (heat_of_gap(np.array([0.9998]), r)[0] - 1)
heat_error = heat_jump * np.hypot(gamma_error / gamma_here, 2 * r_error / r)
table(
    {
        "jump from": ["magnet, straight line", "magnet, parabola", "calorimeter, fitted gap"],
        "mJ/(mol K)": [
            number(jump, error=jump_error),
            number(curved, error=curved_error),
            number(heat_jump, error=heat_error),
        ],
    },
    caption="Two instruments, one thermodynamics: the jump of the simulated sample.",
)  # fmt: skip

# %% [markdown]
# Smith and Daunt derived cadmium's $\gamma$ from this slope and the parabola $H_c(0)(1-t^2)$. The muons gave tin's $\gamma$ from the measured field at low temperature, and its jump from the slope at $T_c$: $\Delta C/\gamma T_c=1.55(2)$.

# %% [markdown] tags=["solution"]
# The straight line gives two per cent less than the calorimeter, several times its error: the field bends, and the error of a model is in no covariance matrix. The parabola has no such bias, but its slope at $T_c$ is known less well. Within that error magnet and calorimeter agree, as thermodynamics demands; in a laboratory this tests the instruments, not BCS. (Here it tests our functions: the simulation knows thermodynamics.)
# Cadmium's number is no test either. The slope was measured, and so the jump in mJ/(mol K) is a result. But with the parabola $\gamma$ is $V_m(dH_c/dT)^2/8\pi$, and then the ratio is 2 whatever the slope is. Tin's $\gamma$ does not rest on the parabola, so its ratio is a test.

# %% [markdown]
# <!-- task: what_two_numbers_know -->
# ## 8 · Say what the two numbers tell (in your own words, 3 points, 15 min)
#
# Which numbers of aluminium follow from $\gamma$ and $T_c$, and how well are they known? Which error cancels where, and which is in no covariance matrix? Name the instrument behind each number that you compare with. Which of your comparisons tests BCS, which would hold for any superconductor, and which tests
# nothing? Which measurement of tin is independent of a calorimeter? What might cause what is left?

# %% [markdown]
# <!-- answer: what_two_numbers_know -->
# <!-- begin solution -->
# Field at zero: BCS gives 104.2 G, the field calculated from the measured heat capacity is 103.0 G: 1.2 per cent. Largest deviation from the parabola: 3.7 % against 4 %. Cold heat capacity: the fit lies above BCS, by 3 % at $t=0.5$ and by a quarter at 0.25.
# All three come from one calorimeter, and the field from $C(T)$ is thermodynamics. So these are not three witnesses: they test one thing, the shape of $C(T)$ in BCS, with its $\Delta_0/T_c$ and $\Delta(T)$. A measured jump of aluminium is not among the data (1.4 is a recalled number). Rutgers' relation, the equality of the entropies at $T_c$ and the way from heat capacity to field
# hold for any superconductor; with a field from a magnet beside the heat capacity they would test the instruments. Rutgers' relation with a slope of BCS, or with a $\gamma$ from that slope, tests nothing: what went in comes out. Independent of a calorimeter is tin's field, 305.78(6) G against 299.6 G, and its jump, 1.55(2) against 1.43, both from one curve of the field; the jump misses weak coupling by six of its errors.
# Errors: with 0.6 per cent of $\gamma$, 0.5 per cent of the volume and 0.3 per cent of $T_c$ the field is known to 0.5 G; a wrong scale of the thermometer cancels, because the field is an energy. So aluminium's 1.2 G are two to three such errors, if Phillips' were of this size; his are not among our data. The molar volume is that of room temperature; the cold metal is about 1.2 per cent denser, which makes 104.8 G. Other causes may be an anisotropic gap and the lattice's heat that was subtracted.
# In the simulated sample the gap is $\Delta(0)=1.669\,k_BT_c$. The noise of the points leaves 0.003, and the errors of $\gamma$, lattice and $T_c$ move it by less. The straight line through the field costs two per cent of the jump, several times its statistical error: the choice of a model is in no covariance matrix.
# <!-- end solution -->

# %% tags=["solution"]
from bcs_helpers.classroom import rubric

rubric("what_two_numbers_know")

# %% tags=["nbval-ignore-output"]
progress()
