# %% [markdown]
# # Project B: aluminium from two numbers
#
# <!-- work -->
# *150 minutes, 17 points, and one question in words · uses: the gap ([chapter 05](../notebooks/05_gap_equation.ipynb)), condensation energy, critical field and heat capacity ([06](../notebooks/06_thermodynamics.ipynb)).*
#
# **What you have:** two numbers of aluminium, $\gamma=1.35$ mJ/(mol K²) and $T_c=1.163$ K, from a calorimeter (N. E. Phillips, Phys. Rev. 114, 676, 1959), and BCS.
# **What you will conclude:** which other numbers of aluminium follow from these two, how well, and which agreement tests BCS, which only thermodynamics, and which nothing at all.
#
# Beside aluminium stands tin, whose field was measured inside the metal with muons (Karl et al., arXiv:1905.04228, 2019), and cadmium, whose field was measured with a magnet (Smith and Daunt 1952).

# %% [markdown] tags=["solution"]
# These are the explained solutions: the idea, the code, and a check by another way.

# %%
import numpy as np
from scipy.integrate import cumulative_simpson

from bcs_helpers.classroom import carry_on, check, hint, inputs, progress
from bcs_helpers.figures import BLACK, BLUE, RED, figure, show
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

# %% [markdown]
# <!-- task: field_from_two_numbers -->
# ## 1 · Calculate the critical field at zero temperature (4 points, 30 min)
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
# No magnet stands behind aluminium's 103.0 G. Phillips *calculated* this field from his heat capacity, as you will do in task 3. Tin's field was measured, with an error; its $\gamma$ was
# derived from the same measured field at low temperature. Keep in mind which numbers come from one instrument.

# %% tags=["solution"]
erg = 1.380649e-16 * Tc  # k_B Tc
N0 = 3 * 1e4 * gamma / volume * Tc**2 / (2 * np.pi**2 * erg**2)  # one spin, per erg and cm³
Delta0 = gap(0.0, 1.0) * erg
print(f"a second way, step by step: N0 = {N0:.2e} /(erg cm³), Δ0 = {Delta0:.2e} erg")
print(f"√(4πN0) Δ0 = {np.sqrt(4 * np.pi * N0) * Delta0:.1f} G")
print(f"1 % more in γ or 1 % less in the volume: {H0 * np.sqrt(1.01) - H0:+.1f} G")

# %% [markdown]
# <!-- task: electronic_heat_capacity -->
# ## 2 · Calculate the whole heat capacity (5 points, 45 min)
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
# <!-- task: field_from_heat -->
# ## 3 · Calculate the field from the heat capacity (5 points, 40 min)
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
# ## 4 · Use Rutgers' relation (3 points, 20 min)
#
# A magnetometer gives the slope of the critical field at $T_c$, in G/K. Return the jump of the heat capacity there in mJ/(mol K), given also `Tc` in kelvin and the molar `volume` in cm³.

# %% [markdown] tags=["solution"]
# **Idea.** $F_n-F_s=H_c^2/8\pi$ per volume, and $C=-T\,d^2F/dT^2$, so $C_s-C_n=\frac{T}{8\pi}\frac{d^2H_c^2}{dT^2}=\frac{T}{4\pi}[H_c'^2+H_cH_c'']$, and $H_c=0$ at $T_c$.


# %%
def jump_from_field(slope, Tc, volume):
    """C_s − C_n at Tc in mJ/(mol K), from dH_c/dT in G/K."""
    # begin solution
    return 1e-4 * volume * Tc / (4 * np.pi) * slope**2
    # end solution


check(jump_from_field)

# %%
jump_from_field = carry_on(jump_from_field)
bcs = -1.7367 * H0 / Tc  # BCS: H_c falls like 1.7367 (1 − t) at Tc
table(
    {
        "slope at $T_c$": ["aluminium, BCS", "cadmium, measured with a magnet"],
        "G/K": numbers([bcs, -Cd.dHc_dT.number], 3),
        "jump / mJ/(mol K)": numbers(
            [
                jump_from_field(bcs, Tc, volume),
                jump_from_field(-Cd.dHc_dT.number, Cd.Tc.number, molar_volume(Cd)),
            ],
            3,
        ),
        r"jump $/\gamma T_c$": numbers(
            [
                jump_from_field(bcs, Tc, volume) / (gamma * Tc),
                jump_from_field(-Cd.dHc_dT.number, Cd.Tc.number, molar_volume(Cd))
                / (Cd.gamma.number * Cd.Tc.number),
            ],
            3,
        ),
    },
    caption="Rutgers' relation with a slope of BCS and with a measured one.",
)

# %% [markdown]
# Smith and Daunt derived cadmium's $\gamma$ from this slope and the parabola $H_c(0)(1-t^2)$. The muons gave tin's $\gamma$ from the measured field at low temperature, and its jump from the slope at $T_c$: $\Delta C/\gamma T_c=1.55(2)$.

# %% [markdown] tags=["solution"]
# Neither number of the last column is a test. In the first row BCS went in, through the slope, and the 1.43 of BCS comes out: this checks the function, not aluminium. In the second row the slope was measured, and so the jump in mJ/(mol K) is a
# result. But with the parabola $\gamma$ is $V_m(dH_c/dT)^2/8\pi$, and then the ratio is 2 whatever the slope is. Tin's $\gamma$ does not rest on the parabola, so its ratio is a test.

# %% [markdown]
# <!-- task: what_two_numbers_know -->
# ## 5 · Say what the two numbers tell (in your own words, 3 points, 15 min)
#
# Which numbers of aluminium follow from $\gamma$ and $T_c$, and how well? Name the instrument behind each number that you compare with. Which of your comparisons tests BCS, which would hold for any superconductor, and which tests
# nothing? Which measurement of tin is independent of a calorimeter? What might cause what is left?

# %% [markdown]
# <!-- answer: what_two_numbers_know -->
# <!-- begin solution -->
# Field at zero: BCS gives 104.2 G, the field calculated from the measured heat capacity is 103.0 G: 1.2 per cent. Largest deviation from the parabola: 3.7 % against 4 %. Cold heat capacity: the fit lies above BCS, by 3 % at $t=0.5$ and by a quarter at 0.25.
# All three come from one calorimeter, and the field from $C(T)$ is thermodynamics. So these are not three witnesses: they test one thing, the shape of $C(T)$ in BCS, with its $\Delta_0/T_c$ and $\Delta(T)$. A measured jump of aluminium is not among the data (1.4 is a recalled number). Rutgers' relation, the equality of the entropies at $T_c$ and the way from heat capacity to field
# hold for any superconductor; with a field from a magnet beside the heat capacity they would test the instruments. Rutgers' relation with the slope of BCS tests nothing: what went in comes out. Independent of a calorimeter is tin's field, 305.78(6) G against 299.6 G, and its jump, 1.55(2) against 1.43, both from one curve of the field; the jump misses weak coupling by six of its errors.
# What is left in aluminium cannot be judged without the errors of $\gamma$ and $T_c$, which we do not have: 1.2 per cent of the field needs 2.4 per cent of $\gamma$, or 1.2 per cent of $T_c$. The molar volume is that of room temperature; the cold metal is about 1.2 per cent denser, which makes 104.8 G. Other causes may be an anisotropic gap and the lattice's heat that was subtracted.
# <!-- end solution -->

# %% tags=["solution"]
from bcs_helpers.classroom import rubric

rubric("what_two_numbers_know")

# %% tags=["nbval-ignore-output"]
progress()
