# %% [markdown]
# # 10 · Measure the gap with a voltmeter
#
# **What you will see:** how two wires and a barrier measure the gap, and what changes when pairs can cross.

# %% tags=["hide-input"]
# Load what the chapter needs, and compute the first picture
import numpy as np
from IPython.display import display
from scipy.integrate import quad
from scipy.optimize import curve_fit
from scipy.special import chdtrc, ellipe, ellipk

from bcs_helpers import limits
from bcs_helpers.classroom import ask
from bcs_helpers.eliashberg import LEAD_MU_STAR, lead_model, matsubara_gap
from bcs_helpers.explore import explore
from bcs_helpers.figures import BLACK, BLUE, GREEN, GREY, ORANGE, RED, figure, show
from bcs_helpers.gap import gap
from bcs_helpers.materials import elements, rows, tunnel_gaps
from bcs_helpers.real_axis import real_axis_gap
from bcs_helpers.response import yosida
from bcs_helpers.spectrum import density_of_states
from bcs_helpers.tables import number, numbers, table
from bcs_helpers.tunnelling import (
    andreev_level, andreev_reflection, btk_conductance, critical_current, critical_phase,
    fit_current, nis_conductance, nis_current, normal_reflection, point_contact_current,
    sis_current,
)
from bcs_helpers.units import GHz, kelvin, meV
from bcs_helpers.vortex import smallest_radius, vortex

# Make a noisy current (synthetic) and compute χ² for each gap and resistance, for the picture below
points, noise, cold_T = np.linspace(0.02, 1.2, 60) * meV, 0.3, 1.3 * kelvin  # V, nA, T
gap_inside, put_in = 0.02 * meV, gap(cold_T, elements["Sn"].Tc) / meV  # Γ; Δ in meV


def nanoamperes(V, Delta, R_n):
    """The current through a tunnel junction of tin, for Δ in meV and R_n in kΩ."""
    voltage = nis_current(V, cold_T, np.asarray(Delta)[..., None] * meV, broadening=gap_inside)
    return 1000 * voltage / meV / np.asarray(R_n)[..., None]


scatter = np.random.default_rng(1960).normal(0, noise, points.size)
measured_I = nanoamperes(points, put_in, 50.0) + scatter
trial_gap, trial_R = np.linspace(0.52, 0.595, 61), np.linspace(48.6, 52, 61)
trial_I = nanoamperes(points, trial_gap, 1.0) / trial_R[:, None, None]
chi2_of = np.sum(((measured_I - trial_I) / noise) ** 2, axis=-1)  # [R_n, Δ]

# %% tags=["hide-input"]
# Draw what the gap takes from the current, and the place of the slider among the values of χ²
def draw_fit(axes, Delta=0.535, R_n=50.0):
    left, right = axes
    ohm = 1000 * points / meV / 50
    dip = measured_I - ohm
    left.vlines(points / meV, dip - noise, dip + noise, color=GREY, lw=1)
    left.plot(points / meV, dip, "o", color=GREY, ms=4, label="synthetic data")
    current = nanoamperes(points, Delta, R_n)
    left.plot(points / meV, current - ohm, color=BLUE, label="theory, by your hand")
    left.set(xlabel="voltage $V$ (mV)", ylabel=r"$I-V/50\,\mathrm{k\Omega}$ (nA)", ylim=(-8.5, 1.7))
    chi2 = np.sum(((measured_I - current) / noise) ** 2)
    left.set_title(f"{points.size} points: $\\chi^2={chi2:.0f}$", loc="left")
    left.legend(loc="upper center", ncols=2)
    levels = chi2_of.min() + np.array([1, 4, 9, 25, 100])
    right.contour(trial_R, trial_gap, chi2_of.T, levels=levels, colors=GREY, linewidths=1)
    right.plot([48.6, R_n, R_n], [Delta, Delta, 0.52], color=RED, lw=1, ls=":")
    right.plot(R_n, Delta, "o", color=RED, ms=6)
    right.plot(R_n, 0.52, "^", color=RED, ms=11, gid="R_n")
    right.plot(48.6, Delta, ">", color=RED, ms=11, gid="Delta")
    right.set(xlim=(48.45, 52), ylim=(0.5165, 0.595), ylabel=r"gap $\Delta$ (meV)")
    right.set(xlabel=r"normal resistance $R_n$ ($\mathrm{k\Omega}$)")
    right.set_title(f"$\\Delta={Delta:.4f}$ meV, $R_n={R_n:.2f}$ kΩ")


display(ask("gap_and_wrong_resistance"))
explore(draw_fit, Delta=(0.53, 0.585, 0.0005), R_n=(49.0, 51.5), panels=(1, 2), size=(9.2, 3.4),
        drag={"R_n": "x", "Delta": "y"}, labels={"Delta": "gap Δ", "R_n": "resistance R_n"},
        units={"Delta": "meV", "R_n": "kΩ"}, alt="fit_by_hand",
        presets={"R_n right": {"R_n": 50.0}, "R_n 1 % too large": {"R_n": 50.5}})

# %% [markdown]
# <!-- figure: fit_by_hand -->
# **Figure 10.1.** Fit the gap by hand: many pairs of gap and resistance describe the same noisy curve. Left: the current of a tunnel junction between tin and a normal metal at 1.3 K, less that of a resistor of 50 kΩ, and the theory of section 1 for your values. The data are synthetic, with $\Delta=0.5609$ meV and $R_n=50$ kΩ put in; $\Gamma$ and $T$ are held at what was put in.
# Right: your values (dot) on the plane of all of them; along each line $\chi^2$ is constant, larger than the smallest by 1, 4, 9, 25 and 100.
#
# Press "R_n right" and drag the arrow at the left, the gap, until $\chi^2$ is smallest; with 59 degrees of freedom it should be about $59\pm11$. Then press "R_n 1 % too large" and do it again. The curve fits as well, and the gap comes out too small by as much as the resistance is too large: the valley of $\chi^2$ is long and oblique.
# Whoever holds $R_n$ at a wrong value gets a wrong gap, and $\chi^2$ changes by little. Section 2 does this with a computer, and with $\Gamma$ and $T$ free as well.

# %% [markdown]
# <!-- minutes: 40 -->
# *40 minutes · you need: the density of states (chapter 04), $\Delta(T)$ (chapter 05), the Fermi function, least squares · in the book: tunnelling spectroscopy, which the introduction announces
# and the section on the density of states mentions with the scanning tunnelling microscope. The book stops there; this chapter goes on.*
#
# | in the text | in the code | meaning | unit |
# |---|---|---|---|
# | $V$ | `V` | voltage times the electron's charge ($e=1$ in the code) | energy |
# | $R_n$, $G_n$ | `R_n`, — | resistance and conductance of the contact in its normal state; 1 in the code, but kΩ in section 2 | — |
# | $I$, $G$ | `I`, `G` | $eIR_n$, in section 2 the current in nA; $dI/dV$ over $G_n$ | energy; 1 |
# | $T$, $t$ | `T`, `t` | temperature ($k_B=1$); temperature over $T_c$ | energy; 1 |
# | $\Delta$, $\Delta_0$ | `Delta` | gap at the temperature $T$; at $T=0$ | energy |
# | $\Gamma$ | `Gamma`, `broadening` | Dynes' broadening, an inverse lifetime | energy |
# | $N(E)$, $f(E)$ | `density_of_states`, — | density of states over that of the normal metal; Fermi function | 1 |
# | $r$, $\rho$, $\xi$ | `r`, `radius`, 1 | distance from the centre of a vortex; radius of its cell; coherence length of a dirty metal | length |
# | $\theta$ | — | angle of Usadel's equation, 0 in the normal state | 1 |
# | $D$, $Z$ | `D`, `Z` | probability to cross the barrier, $D=1/(1+Z^2)$ (also called transparency); the barrier's strength | 1 |
# | $A$, $B$ | `A`, `B` | probability that an electron comes back as a hole; as an electron | 1 |
# | $\gamma$ | `gamma` | amplitude for an electron to come back as a hole from a perfect interface | 1 |
# | $\varphi$ | `phi` | phase difference | rad |
# | $E_A$, $F$ | `andreev_level`, `free_energy` | energy of Andreev's bound state; free energy of the contact | energy |
# | $I_c$ | `critical_current` | largest supercurrent, $eI_cR_n$ | energy |

# %% [markdown]
# The contacts of this chapter, all of the same normal resistance, at $T=0.05\,\Delta_0$. N is a normal metal, S a superconductor, I an insulating barrier.

# %% tags=["hide-input"]
# Draw the currents of four contacts
V, T = np.linspace(0, 3, 601), 0.05
fig, ax = figure()
ax.plot(V, V, color=GREY, ls="--", lw=1.2, label="NIN: Ohm's law")
ax.plot(V, nis_current(V, T, 1.0, broadening=0.0), color=BLUE, label=r"NIS: opens at $\Delta$")
ax.plot(V, sis_current(V, T, 1.0), color=RED, ls="-.", label=r"SIS: opens at $2\Delta$")
supercurrent = [0, critical_current(T, 1.0)]
ax.plot([0, 0], supercurrent, color=RED, lw=4, label="SIS: supercurrent at $V=0$")
G = btk_conductance(V, T, 1.0, 0.0)
clean = np.append(0, np.cumsum((G[1:] + G[:-1]) / 2)) * V[1]
ax.plot(V, clean, color=GREEN, ls=":", lw=2.4, label="NS without barrier: Andreev")
ax.set(xlabel=r"voltage $eV/\Delta_0$", ylabel=r"current $eIR_n/\Delta_0$", ylim=(0, 3.5))
ax.legend(loc="upper left", fontsize=8.5)
show(fig, "five_contacts")

# %% [markdown]
# <!-- figure: five_contacts -->
# **Figure 10.2.** Four contacts of equal normal resistance carry different currents below and above the gap. A barrier blocks single electrons below $\Delta$ (solid, bent) or $2\Delta$ (dash-dotted), and yet a current without any voltage flows between two superconductors (thick bar). Without a barrier the contact
# with a normal metal carries, inside the gap, *twice* its normal current (dotted). We take these curves one by one.

# %%
ask("where_current_begins")

# %% [markdown]
# ## 1 · Count states with a current
#
# An electron crosses a thin barrier with a small probability, the same at all energies of interest. At the energy $E$ the rate from the normal metal into the superconductor is proportional to $N(E)\,f(E-V)[1-f(E)]$: places, electrons that come, room that is left. The rate back is proportional to
# $N(E)\,f(E)[1-f(E-V)]$. In the difference the products $ff$ cancel:
#
# $$eIR_n=\int\!dE\,N(E)\,[f(E-V)-f(E)],\qquad G=\int\!dE\,N(E)\,[-f'(E-V)].$$
#
# Why do $u^2$ and $v^2$ not appear? A state of energy $E$ takes an electron with probability $u^2$, its partner across the Fermi surface with $v^2$, and the two add up to 1. What remains is the density of states seen through a window
# $-f'$. With $E=\Delta\cosh y$ the integral is regular at the edge, $N\,dE=E\,dy$, and takes three lines:


# %%
def conductance(V, T):
    """G/G_n for Δ = 1 and no broadening: states above the gap (E) and below it (−E)."""
    y = np.linspace(0, np.arccosh(2 + V + 40 * T), 4001)
    half = [np.minimum(np.abs(np.cosh(y) - s * V) / (2 * T), 300) for s in (1, -1)]
    return np.trapezoid(np.cosh(y) * sum(1 / (4 * T * np.cosh(x) ** 2) for x in half), y)


cases = [(0.0, 0.1), (0.9, 0.1), (1.0, 0.1), (1.5, 0.3)]
module = [nis_conductance(V, T, 1.0, broadening=0.0) for V, T in cases]
table({r"$V/\Delta$": numbers([V for V, _ in cases], decimals=1),
       r"$T/\Delta$": numbers([T for _, T in cases], decimals=1),
       "three lines": numbers([conductance(V, T) for V, T in cases], decimals=6),
       "the package": numbers(module, decimals=6)},
      caption="Conductance $G/G_n$ as a sum over states, and by a contour in the complex plane.")

# %% [markdown]
# How wide is the window, and where does it put the peak?

# %%
width = 2 * np.log(3 + np.sqrt(8))  # 1/cosh²(x/2) is one half at x = ± half of this
cold, shift = np.array([0.02, 0.05, 0.1]), []
for T in cold:
    V = np.linspace(1, 1 + 4 * T, 4001)
    top = V[np.argmax(nis_conductance(V, T, 1.0, broadening=0.0))]
    shift.append((top - 1) / T)
print(f"full width of the window −f′ at half height: {width:.4f} T")
table({r"$T/\Delta$": numbers(cold, decimals=2),
       r"(voltage of the peak − $\Delta$) / $T$": numbers(shift, decimals=2)},
      caption="Distance of the peak of $dI/dV$ from the gap, without broadening.")

# %%
warm = np.linspace(0.02, 0.995, 80)  # T/Tc
T, gaps = warm / limits.GAP_OVER_TC, gap(warm, 1.0) / limits.GAP_OVER_TC
V = gaps + T * np.linspace(0, 5, 1001)[:, None]  # where to look for the peak
highest = nis_conductance(V, T, gaps, broadening=0.02).argmax(axis=0)
peak = V[highest, np.arange(warm.size)]

# %% tags=["hide-input"]
# Draw the conductance at five temperatures, and its peak beside the gap
V, t = np.linspace(-3, 3, 601), np.array([0.05, 0.2, 0.4, 0.7, 0.95])
styles = zip(t, (BLUE, GREEN, ORANGE, RED, BLACK), ("-", "--", "-.", ":", "-"), strict=True)
fig, (left, right) = figure(1, 2)
for x, colour, style in styles:
    T, Delta = x / limits.GAP_OVER_TC, gap(x, 1.0) / limits.GAP_OVER_TC
    G = nis_conductance(V, T, Delta, broadening=0.02)
    left.plot(V, G, color=colour, ls=style, label=f"$T={x:g}\\,T_c$")
left.set(xlabel=r"voltage $eV/\Delta_0$", ylabel=r"conductance $G/G_n$")
left.legend(fontsize=8.5)
right.plot(warm, peak, color=RED, label="peak of $dI/dV$")
right.plot(warm, gaps, color=BLUE, ls="--", label=r"$\Delta(T)$")
right.set(xlabel="temperature $T/T_c$", ylabel=r"energy $/\Delta_0$", ylim=(0, 2))
right.legend()
show(fig, "conductance_and_peak")

# %% [markdown]
# <!-- figure: conductance_and_peak -->
# **Figure 10.3.** The peak of $dI/dV$ is not the gap ($\Gamma=0.02\,\Delta_0$). Left: the spectrum disappears long before the gap closes. At $0.7\,T_c$ the gap is still $0.83\,\Delta_0$, but the window is $3.53\,T=1.40\,\Delta_0$ wide. (That $3.5255\,T$ looks like the gap ratio $3.5278$ is chance.) Right: when cold, the peak
# lies a little more than one $T$ above the gap, and with rising temperature it moves up while the gap goes down. A gap must be fitted, not read off the peak. That is section 2.
#
# At zero voltage the window looks at the middle of the gap. Without broadening only thermally excited electrons conduct, and $G(0)$ is Yosida's function, the same that counts the normal electrons in the penetration depth and in the Knight shift. A finite lifetime fills the gap too, and cooling does not remove it:
#
# $$G(0)\to\sqrt{2\pi\Delta/T}\;e^{-\Delta/T}\quad(\Gamma=0),\qquad G(0)\to\Gamma/\sqrt{\Gamma^2+\Delta^2}\quad(T=0).$$

# %%
t = np.array([0.15, 0.5, 0.7, 0.9])
T, Delta = t / limits.GAP_OVER_TC, gap(t, 1.0) / limits.GAP_OVER_TC
table({"$T/T_c$": numbers(t, decimals=2), r"$\Delta/\Delta_0$": numbers(Delta, decimals=3),
       r"window $3.53\,T/\Delta_0$": numbers(width * T, decimals=3),
       "$G(0)/G_n$": numbers(nis_conductance(0.0, T, Delta, broadening=0.0), 4),
       "Yosida": numbers(yosida(T, Delta), 4)}, caption="The middle of the gap.")

# %% tags=["hide-input"]
# Draw the conductance at zero voltage for three broadenings
t = 1 / np.linspace(1, 16, 200)
T, Delta = t / limits.GAP_OVER_TC, gap(t, 1.0) / limits.GAP_OVER_TC
fig, ax = figure()
for Gamma, colour, style in [(0.0, BLUE, "-"), (1e-4, GREEN, "--"), (1e-2, RED, "-.")]:
    G = nis_conductance(0.0, T, Delta, broadening=Gamma)
    ax.semilogy(1 / t, G, color=colour, ls=style, label=rf"$\Gamma={Gamma:g}\,\Delta_0$")
low = T[t < 0.5]
closed = np.sqrt(2 * np.pi / low) * np.exp(-1 / low)
label = r"$\sqrt{2\pi\Delta_0/T}\,e^{-\Delta_0/T}$"
ax.semilogy(1 / t[t < 0.5], closed, color=BLACK, ls=":", label=label)
ax.set(xlabel="inverse temperature $T_c/T$", ylabel="conductance at zero voltage $G(0)/G_n$")
ax.legend()
show(fig, "zero_voltage_conductance")

# %% [markdown]
# <!-- figure: zero_voltage_conductance -->
# **Figure 10.4.** At zero voltage the conductance falls exponentially on cooling, until the broadening stops it. In natural logarithms the straight line falls with the slope $\Delta_0/T_c$, up to the slowly varying root in front: a gap from a thermometer and an ohmmeter. Where a curve becomes flat, temperature no longer matters and the constant value shows $\Gamma$.
#
# ## 2 · Fit a noisy curve
#
# A laboratory delivers a current in nA against a voltage in mV, and nobody hands out $R_n$. Here is such a curve, except that **it is synthetic**: we make it, for a tin junction of 50 kΩ at 1.3 K, with Gaussian noise from a generator with a stated seed. So we know what was put in and can judge the fit.

# %%
SEED, R_n, NOISE = 10, 50.0, 0.08  # kΩ, nA
T_lab, Gamma = 1.3 * kelvin, 0.02 * meV
truth = gap(T_lab, elements["Sn"].Tc)
V = np.linspace(-1.2, 1.2, 121) * meV


def current_in_nA(V, Delta, Gamma, R_n, T=T_lab):
    return 1000 * nis_current(V, T, Delta, broadening=Gamma) / meV / R_n


exact = current_in_nA(V, truth, Gamma, R_n)
I = exact + np.random.default_rng(SEED).normal(0, NOISE, V.size)
end = np.abs(V) > 1.1 * meV
slope = np.sum(V[end] * I[end]) / np.sum(V[end] ** 2), np.polyfit(V[-10:], I[-10:], 1)[0]
print(f"put in: Δ = {truth / meV:.4f} meV, Γ = {Gamma / meV:.4f} meV; {V.size} points")
print(f"R_n at {V[-1] / meV:.1f} mV: {1000 / slope[0]:.1f} kΩ from V/I, "
      f"{1000 / slope[1]:.1f} kΩ from the slope")

# %% [markdown]
# Neither number is 50. At twice the gap $I$ is still smaller and $dI/dV$ still larger than Ohm's law, by the factors $\sqrt{1-\Delta^2/V^2}=0.88$ and $1/0.88$. The slope comes close only far outside, as $1+\Delta^2/2V^2$: one per cent needs $V\approx7\Delta$. So either one measures far outside the gap (or in a field
# that destroys it), or $R_n$ is a third parameter of the fit:


# %%
def fit(I, T=T_lab):
    """Δ, Γ (meV) and R_n (kΩ) with their errors, χ²; T is held."""
    def model(V, Delta, Gamma, R_n):
        return current_in_nA(V, Delta, Gamma, R_n, T)
    found, covariance = curve_fit(model, V, I, p0=(0.5, 0.03, 45.0), bounds=(0, np.inf),
                                  sigma=np.full(V.size, NOISE), absolute_sigma=True)
    errors = np.sqrt(np.diag(covariance))
    return found, errors, np.sum(((I - model(V, *found)) / NOISE) ** 2), covariance


values, errors, chi2, covariance = fit(I)
assumed_R = [49.5, 50.0, 50.5]  # kΩ: one per cent too low, right, one per cent too high
held = [fit_current(V, I * R / 1000, sigma=NOISE * R / 1000, T=T_lab) for R in assumed_R]
free_T = fit_current(V, I * R_n / 1000, sigma=NOISE * R_n / 1000)

# %%
every = [*held, free_T]
table({"what is held": [*(f"T, R_n = {R} kΩ" for R in assumed_R), "R_n = 50.0 kΩ", "T"],
       r"$\Delta$ / meV": numbers([f.Delta for f in every] + [values[0]],
                                  error=[f.Delta_error for f in every] + [errors[0]]),
       r"$\Gamma$ / meV": numbers([f.broadening for f in every] + [values[1]],
                                  error=[f.broadening_error for f in every] + [errors[1]]),
       "$R_n$ / kΩ": [None] * 4 + [number(values[2], error=errors[2])],
       r"$T$ / K": [None] * 3 + [number(free_T.T / kelvin, error=free_T.T_error / kelvin), None],
       r"$\chi^2$": numbers([f.chi2 for f in every] + [chi2], decimals=0)},
      caption="Five fits to one curve; what was put in is printed above.")

# %% [markdown]
# Read the table from above. With $R_n$ known the quoted error of $\Delta$ is a thousandth. But one per cent in $R_n$ moves $\Delta$ by twelve such errors and $\Gamma$ by thirty per cent, and $\chi^2$, 125 or 137 for 119 degrees of freedom (its spread is 15), hardly shows it. The error that was quoted was not the error. With $R_n$ in the fit (last line)
# the errors are honest, and for $\Delta$ twice as large. $\Delta$ and $R_n$ are strongly correlated: both scale the edge of the curve. If $T$ is left free instead, $T$ and $\Gamma$ exchange roles, since each fills the gap and rounds the edge, and the error of $\Gamma$ grows five times. Now hold $T$ at a wrong value:

# %%
assumed = T_lab + np.linspace(-0.4, 0.4, 17) * kelvin
fits = [fit(I, T) for T in assumed]
print(f"correlation of Δ and R_n {covariance[0, 2] / errors[0] / errors[2]:+.2f}, "
      f"of Δ and Γ {covariance[0, 1] / errors[0] / errors[1]:+.2f}")
table({"$T$ assumed / K": numbers(assumed[::4] / kelvin, decimals=1),
       r"$\Delta$ / meV": numbers([f[0][0] for f in fits[::4]], decimals=4),
       r"$\Gamma$ / meV": numbers([f[0][1] for f in fits[::4]], decimals=4),
       "$R_n$ / kΩ": numbers([f[0][2] for f in fits[::4]], decimals=2),
       r"$\chi^2$": numbers([f[2] for f in fits[::4]], decimals=0)},
      caption="What a wrong thermometer does; 118 degrees of freedom.")

# %% tags=["hide-input"]
# Draw the data, the fit and its residuals, and what a wrong temperature does
model = current_in_nA(V, *values)
fig, (left, right) = figure(1, 2)
left.plot(V, I, "o", ms=3, color=GREY, label="synthetic data")
left.plot(V, model, color=BLUE, label="fit, $T$ known")
residual = 20 * (I - model) - 30
left.plot(V, residual, ".", color=RED, ms=4, label=r"residual $\times20$, shifted by $-30$ nA")
left.set(xlabel="voltage $V$ (mV)", ylabel="current $I$ (nA)", ylim=(-38, 38))
left.legend(loc="upper left", fontsize=8.5)
found, error = np.array([f[0] for f in fits]), np.array([f[1] for f in fits])
x = assumed / kelvin
right.errorbar(x, found[:, 1], error[:, 1], fmt="o-", color=RED, lw=1, capsize=3,
               label=r"$\Gamma$ of the fit")
right.plot(x, found[:, 0] - truth, "s--", color=BLUE, lw=1,
           label=r"$\Delta$ of the fit $-\,\Delta$ put in")
right.plot(T_lab / kelvin, Gamma, "*", ms=13, color=BLACK, label=r"$\Gamma$ put in")
right.set(xlabel="temperature assumed (K)", ylabel="energy (meV)")
right.legend(fontsize=8.5)
show(fig, "fit_and_wrong_temperature")

# %% [markdown]
# <!-- figure: fit_and_wrong_temperature -->
# **Figure 10.5.** The fit describes the synthetic curve, also when the temperature is wrong. Left: the data, the fit with $R_n$ free, and its residuals, which have no pattern. Right: a thermometer that reads 0.2 K too
# low doubles $\Gamma$ and shifts the gap by nearly three of its errors, and $\chi^2=103$ for 118 degrees of freedom does not show it. One that reads 0.2 K too high drives $\Gamma$ to zero, where it stays (its error bar there means nothing), and $\chi^2=119$ does not show it either; beyond, it does. Measure the temperature separately, or cool until it does not matter.
#
# Are the errors of the last line of the table right? Repeat the experiment with fresh noise.

# %%
rng, pulls = np.random.default_rng(SEED + 1), []
for _ in range(200):
    found, error, *_ = fit(exact + rng.normal(0, NOISE, V.size))
    pulls.append((found - (truth, Gamma, R_n)) / error)
mean, spread = np.mean(pulls, axis=0), np.std(pulls, axis=0)
correlation = covariance / np.outer(errors, errors)
together = len(pulls) * mean @ np.linalg.solve(correlation, mean)
table({"parameter": ["Δ", "Γ", "Rₙ"], "mean": numbers(mean, decimals=2),
       "spread": numbers(spread, decimals=2)},
      caption="(Fit − put in)/error over 200 noisy curves.")
print(f"the three means together: χ² = {together:.1f} for 3 numbers; "
      f"as much by chance in {100 * chdtrc(3, together):.0f} of 100 repetitions")

# %% [markdown]
# The spreads are 1 within what 200 curves can tell (0.05). The means lie up to a fifth of an error from 0, where 0.07 is expected of each. Is the fit biased? The three errors are strongly correlated, so one unlucky draw moves all three means at once, and together they are no proof: such a draw happens once in twenty times. The quoted errors mean what they say, *for this noise*. A real amplifier drifts and has an offset, a real thermometer has an error, and no fit knows of them.
#
# ## 3 · Scan a tip across a vortex
#
# The counter electrode may be a fine tip (a scanning tunnelling microscope, STM). Then the same curve belongs to one place, and the tip can be moved. Where does the gap depend on the place? In a vortex (chapter 01): at its centre the phase is undefined, so $\Delta$ must vanish there.
#
# We need a theory that varies in space. For a dirty metal, with a mean free path short against the pairs, it is Usadel's equation for an angle $\theta(r)$ that turns from the normal state ($\theta=0$) towards the pairing state. Around one flux quantum in a circular cell of radius $\rho$, with lengths in units of $\xi$ and energies in units of $\Delta_0$:
#
# $$\theta''+\frac{\theta'}r-\Big(\frac1r-\frac r{\rho^2}\Big)^2\sin\theta\cos\theta-\omega\sin\theta+\Delta(r)\cos\theta=0,\qquad\theta(0)=0,\quad\theta'(\rho)=0 .$$
#
# The bracket is the flow of the pairs around the centre. At $\omega=\pi T(2n+1)$ the sum of $\sin\theta$ over $n$ gives $\Delta(r)$, the gap equation at each place (Matsubara's form of chapter 05's). Then $\omega=\Gamma-iE$ gives the density of states $N(E,r)=\operatorname{Re}\cos\theta$. Far from the vortex this is $N(E)$ of section 1. The tip adds the window:

# %%
one = vortex(T=0.1, Tc=limits.GAP_OVER_TC ** -1, radius=8.0)  # energies in Δ0
E = np.linspace(-4, 4, 801)
r = np.linspace(-1, 1, 161) * one.radius
N = one.density_of_states(E, r, broadening=0.02)
V = np.linspace(-2.5, 2.5, 201)
window = 1 / (4 * one.T * np.cosh((E - V[:, None]) / (2 * one.T)) ** 2)
G = window @ N * (E[1] - E[0])  # one spectrum for each place r
field = (smallest_radius(one.T, one.Tc) / one.radius) ** 2
half = abs(r[np.argmin(np.abs(G[100] - 0.5))])
print(f"mean field {field:.3f} B_c2; G(0) is one half at r = ±{half:.1f} ξ, "
      f"where Δ(r) = {one.gap(half):.2f} Δ₀")

# %% tags=["hide-input"]
# Draw the line cut through the vortex
fig, (left, right) = figure(1, 2)
image = left.contourf(r, V, G, levels=np.linspace(0, 1.8, 13), cmap="cividis")
fig.colorbar(image, ax=left, label="conductance $G/G_n$")
left.set(xlabel=r"place of the tip $r/\xi$", ylabel=r"voltage $eV/\Delta_0$")
for place, colour, style in [(0, RED, "-"), (1, ORANGE, "--"), (2, GREEN, "-."),
                              (0.75 * one.radius, BLUE, "-")]:
    column = np.argmin(np.abs(r - place))
    right.plot(V, G[:, column], color=colour, ls=style, label=rf"$r={place:g}\,\xi$")
right.set(xlabel=r"voltage $eV/\Delta_0$", ylabel="conductance $G/G_n$", ylim=(0, 2))
right.legend(fontsize=8.5)
show(fig, "line_cut_through_a_vortex")

# %% [markdown]
# <!-- figure: line_cut_through_a_vortex -->
# **Figure 10.6.** A tip that moves across a vortex sees the gap close and open again; calculated for a dirty metal at $T=0.1\,\Delta_0$. Left: the conductance against place and voltage. Right: four spectra. At the centre it is that of a normal metal. Outside, the valley is deep and the peaks stand a little more than one $T$ above the gap, as in section 1. In between the states do not
# form a sharp edge at the local $\Delta(r)$: the electrons feel an average over $\xi$, so that the valley is shallow where $\Delta(r)$ is already large (numbers above). A map of $G(0)$ makes vortices visible, and its half width measures $\xi$.
#
# A *clean* metal is different: electrons that run to and fro between the walls of the core, by the Andreev reflection of section 5, have bound states there (Caroli, de Gennes and Matricon 1964), and the tip sees a *peak* at zero voltage. That is what the first microscope found in NbSe₂ (Hess and others 1989, recalled). The dirty model has no such peak.
#
# ## 4 · Join two superconductors
#
# With a superconductor on both sides there are two edges, $eIR_n=\int dE\,N_1(E)\,N_2(E+V)\,[f(E)-f(E+V)]$. Two features have names:
#
# * at $V=\Delta_1+\Delta_2$ the filled edge meets the empty one and the current *jumps*, by $\frac\pi2\sqrt{\Delta_1\Delta_2}\,[f(-\Delta_1)-f(\Delta_2)]$, because two inverse roots overlap;
# * at $V=|\Delta_1-\Delta_2|$ the few thermally excited electrons of the smaller gap meet the empty edge of the larger: a *cusp*, which grows like a logarithm and vanishes on cooling.

# %%
sides, T = ("Al", "Sn"), 1.0 * kelvin
a, b = (gap(T, elements[metal].Tc) for metal in sides)
above, below = (sis_current((a + b) * (1 + s * 1e-9), T, a, b) for s in (1, -1))
fermi = lambda E: 1 / (np.exp(E / T) + 1)
formula = np.pi / 2 * np.sqrt(a * b) * (fermi(-a) - fermi(b))
print(f"{'–'.join(sides)} at {T / kelvin:g} K, BCS gaps {a / meV:.4f} and {b / meV:.4f} meV: "
      f"jump {above - below:.4f} meV, formula {formula:.4f} meV")
distance = np.array([1e-3, 1e-5, 1e-7, 1e-9])
near = sis_current((b - a) * (1 + distance), T, a, b) / meV
table({"distance above the cusp / its voltage": numbers(distance, 1),
       "$eIR_n$ / meV": numbers(near, decimals=4)}, caption="The current close to the cusp.")

# %% tags=["hide-input"]
# Draw junctions of two different and of two equal superconductors
looks = (BLUE, "-"), (GREEN, "--"), (ORANGE, "-."), (RED, ":")
fig, (left, right) = figure(1, 2)
V = np.linspace(0.002, 1.2, 1200) * meV
for x, (colour, style) in zip((0.5, 0.8, 1.0, 1.3), looks, strict=True):
    I_mixed = sis_current(V, x * kelvin, *(gap(x * kelvin, elements[m].Tc) for m in sides))
    left.semilogy(V, I_mixed, color=colour, ls=style, label=f"{x} K")
left.set(xlabel="voltage $V$ (mV)", ylabel="$IR_n$ (mV)", title="–".join(sides), ylim=(1e-7, 3))
left.legend(fontsize=8.5)
V = np.linspace(0.002, 2.8, 1200)
for x, (colour, style) in zip((0.2, 0.6, 0.8, 0.95), looks, strict=True):
    I_equal = sis_current(V, x / limits.GAP_OVER_TC, gap(x, 1.0) / limits.GAP_OVER_TC)
    right.plot(V, I_equal, color=colour, ls=style, label=f"$T={x}\\,T_c$")
right.set(xlabel=r"voltage $eV/\Delta_0$", ylabel=r"$eIR_n/\Delta_0$", title="equal gaps")
right.legend(fontsize=8.5)
show(fig, "two_superconductors")

# %% [markdown]
# <!-- figure: two_superconductors -->
# **Figure 10.7.** Between two superconductors the current has a cusp at the difference of the gaps and a jump at their sum. Left: half the sum of the two voltages is the larger gap, half the difference the smaller, and no fit is needed. Between them the current *falls* with rising voltage, a negative resistance; one sees it when the voltage is set. (A source that sets the current jumps across it.) Each step of a factor 100 towards the
# cusp adds the same 0.12 meV to $eIR_n$ (table): this is the logarithm. In the figure the grid of voltages ends it, in a real junction $\Gamma$ or an uneven gap. Right: with equal gaps the cusp sits at $V=0$, and what is left is the jump at $2\Delta(T)$. It stays sharp at any temperature,
# which the edge at $\Delta$ of section 1 does not: the second superconductor has no thermal window, it has an edge. For a sharp gap, use a superconducting tip.
#
# ## 5 · Send an electron in, get a hole back
#
# Inside the gap no single electron can enter. But two can, as a pair: the electron is reflected as a hole, and a charge $2e$ has crossed (Andreev). At a perfect interface the amplitude is $\gamma=(E-i\sqrt{\Delta^2-E^2})/\Delta$, of size 1 inside the gap, and
# $(E-\sqrt{E^2-\Delta^2})/\Delta$ above it. Now add a barrier in front, which lets through with probability $D$ and reflects with $1-D$. The electron enters, comes back as a hole, leaves, or is reflected and tries again. (The barrier's own phases cancel, since electron and hole pick up opposite ones.) Sum the echoes:
#
# $$a=D\gamma\,\big[1+(1-D)\gamma^2+(1-D)^2\gamma^4+\dots\big]=\frac{D\gamma}{1-(1-D)\gamma^2},\qquad A=|a|^2 .$$


# %%
def echoes(E, Z, bounces):
    """Probability A that an electron of energy E (Δ = 1) comes back as a hole."""
    D = 1 / (1 + Z**2)
    inside = E - 1j * np.sqrt(1 - E + 0j) * np.sqrt(1 + E)
    gamma = inside if E < 1 else E - np.sqrt(E**2 - 1)
    return abs(D * gamma * np.sum(((1 - D) * gamma**2) ** np.arange(bounces))) ** 2


cases = [(0.0, 0.0), (0.0, 1.0), (0.5, 1.0), (0.99, 1.0), (1.2, 1.0)]
columns = {r"$E/\Delta$": numbers([E for E, _ in cases], decimals=2),
           "$Z$": numbers([Z for _, Z in cases], decimals=1)}
for head, n in {"1 echo": 1, "3 echoes": 3, "100 echoes": 100}.items():
    columns[head] = numbers([echoes(E, Z, n) for E, Z in cases], decimals=4)
exact_A = [andreev_reflection(E, 1.0, Z) for E, Z in cases]
columns["the package (BTK)"] = numbers(exact_A, decimals=4)
table(columns, caption="Probability $A$ that an electron comes back as a hole.")

# %%
Z = np.array([0.0, 0.5, 1.0, 5.0])
D = 1 / (1 + Z**2)
table({"$Z$": numbers(Z, decimals=1), "$D$": numbers(D, decimals=3),
       "$G(0)/G_n$": numbers(btk_conductance(0.0, 0.0, 1.0, Z), decimals=4),
       "$2D/(2-D)^2$": numbers(2 * D / (2 - D) ** 2, decimals=4),
       r"$G(\Delta)/G_n$": numbers(btk_conductance(1.0, 0.0, 1.0, Z), decimals=2)},
      caption="Conductance at $T=0$ behind four barriers.")

# %%
outside = quad(lambda V: btk_conductance(V, 0.0, 1.0, 0.0) - 1, 1, np.inf)[0]
excess = 1 + outside  # inside the gap G/G_n − 1 is 1
print(f"excess current of a contact without barrier: eIR_n − V → {excess:.4f} Δ")

# %% tags=["hide-input"]
# Draw what becomes of an electron, and the conductance behind four barriers
E, V, Z = np.linspace(0, 2, 801), np.linspace(-2.5, 2.5, 501), 0.5
A, B = andreev_reflection(E, 1.0, Z), normal_reflection(E, 1.0, Z)
fig, (left, right) = figure(1, 2)
left.stackplot(E, A, B, 1 - A - B, colors=[BLUE, ORANGE, "#dddddd"])
left.text(0.4, 0.3, "hole, $A$", color="white")
left.text(0.3, 0.87, "electron, $B$", color="black")
left.text(1.25, 0.6, "enters", color="black")
left.set(xlabel=r"energy $E/\Delta$", ylabel="share of the electrons", title="$Z=0.5$")
left.set(xlim=(0, 2), ylim=(0, 1))
looks = (0.0, BLUE, "-"), (0.5, GREEN, "--"), (1.0, ORANGE, "-."), (5.0, RED, ":")
for Z, colour, style in looks:
    G = btk_conductance(V, 0.05, 1.0, Z)
    right.plot(V, G, color=colour, ls=style, label=f"$Z={Z:g}$")
right.set(xlabel=r"voltage $eV/\Delta$", ylabel="conductance $G/G_n$", title=r"$T=0.05\,\Delta$")
right.legend(fontsize=8.5)
show(fig, "andreev_and_barriers")

# %% [markdown]
# <!-- figure: andreev_and_barriers -->
# **Figure 10.8.** Behind a weak barrier electrons inside the gap come back, part of them as holes (here 44 per cent at $E=0$, all at $E=\Delta$); a strong barrier makes a tunnel junction. Left: a hole carries the charge $2e$ across for each electron, so without a barrier $G=2G_n$. With a barrier each Andreev reflection must cross it twice, so inside the gap $G/G_n\propto D$, and $G\propto D^2$ itself. This is why a tunnel junction shows an empty gap, and one formula leads from a metallic contact to
# section 1. At $E=\Delta$ the echoes are all in step ($\gamma=1$) and $A=1$ behind *any* barrier. Right: the states of section 1 pile up and are conserved, so the current of a strong barrier returns to Ohm's line; the clean contact keeps an excess of $\frac43\Delta$ at all higher voltages.
# An experimenter takes note: a filled gap may be temperature, $\Gamma$, or a leaky barrier.
#
# ## 6 · Let a current flow without voltage
#
# Put the second superconductor on the other side. A hole that comes back is turned into an electron again, and the round trip closes into a bound state, which depends on the phase difference. One channel of transparency $D$ has the levels $\pm E_A$. If the contact is short against the coherence length, the free energy $F$ of these two is all that depends on $\varphi$:
#
# $$E_A=\Delta\sqrt{1-D\sin^2\tfrac\varphi2},\qquad F=-2T\ln\!\Big(2\cosh\frac{E_A}{2T}\Big),\qquad eIR_n=\frac{2\pi}{D}\frac{dF}{d\varphi}.$$
#
# (A phase is conjugate to the number of pairs, $I=\frac{2e}\hbar\frac{dF}{d\varphi}$, and one channel with two spins has $1/R_n=De^2/\pi\hbar$.)


# %%
def free_energy(phi, T, D):
    return -2 * T * np.log(2 * np.cosh(andreev_level(phi, 1.0, D) / (2 * T)))


T, h, cases = 0.1, 1e-4, [(1.0, 0.01), (1.0, 0.9), (2.8, 0.9)]
from_F = [np.pi / D * (free_energy(phi + h, T, D) - free_energy(phi - h, T, D)) / h
          for phi, D in cases]
module = [point_contact_current(phi, T, 1.0, D) for phi, D in cases]
sine = [np.pi / 2 * np.sin(phi) for phi, _ in cases]
table({r"$\varphi$": numbers([phi for phi, _ in cases], decimals=1),
       "$D$": numbers([D for _, D in cases], decimals=2),
       "slope of $F$": numbers(from_F, decimals=5), "the package": numbers(module, decimals=5),
       r"$\frac{\pi}{2}\sin\varphi$": numbers(sine, decimals=5)},
      caption=r"Supercurrent $eIR_n/\Delta$ at $T=0.1\,\Delta$.")

# %%
t = np.array([0.01, 0.5, 0.99])
T, Delta = t / limits.GAP_OVER_TC, gap(t, 1.0) / limits.GAP_OVER_TC
tunnel, clean = critical_current(T, Delta), critical_current(T, Delta, 1.0)
at = critical_phase(T, Delta, 1.0) / np.pi
product, turns = critical_current(0.0, gap(0.0, elements["Sn"].Tc)) / meV, 2 * meV / GHz
print(f"tin, tunnel junction at T = 0: I_c R_n = {product:.2f} mV; 1 mV is {turns:.1f} GHz")
table({"$T/T_c$": numbers(t, decimals=2), "tunnel": numbers(tunnel, decimals=4),
       "clean": numbers(clean, decimals=4), "ratio": numbers(clean / tunnel, decimals=3),
       r"phase of the clean maximum / $\pi$": numbers(at, decimals=3)},
      caption=r"Critical currents $eI_cR_n/\Delta_0$ of a tunnel junction and of a clean contact.")

# %% tags=["hide-input"]
# Draw the supercurrent against phase, and its maximum against temperature
phi, t = np.linspace(0, 2 * np.pi, 401), np.linspace(0.01, 1, 300)
T, Delta = t / limits.GAP_OVER_TC, gap(t, 1.0) / limits.GAP_OVER_TC
fig, (left, right) = figure(1, 2)
for D, colour, style in [(1.0, RED, "-"), (0.9, GREEN, "--"), (1e-6, BLUE, "-.")]:
    name = r"$D\to0$ (tunnel)" if D < 0.1 else rf"$D={D:g}$"
    left.plot(phi, point_contact_current(phi, 0.02, 1.0, D), color=colour, ls=style, label=name)
    right.plot(t, critical_current(T, Delta, D), color=colour, ls=style, label=name)
right.axhline(np.pi / 2, color=GREY, lw=1, ls=":", label=r"$\pi/2$")
left.set(xlabel=r"phase difference $\varphi$", ylabel=r"$eIR_n/\Delta$")
left.set(xticks=[0, np.pi, 2 * np.pi], xticklabels=["0", r"$\pi$", r"$2\pi$"])
right.set(xlabel="temperature $T/T_c$", ylabel=r"$eI_cR_n/\Delta_0$", ylim=(0, 3.4))
right.legend()
show(fig, "supercurrent")

# %% [markdown]
# <!-- figure: supercurrent -->
# **Figure 10.9.** The supercurrent depends on the phase difference, and its maximum on temperature and transparency. A tunnel junction follows Josephson's $I_c\sin\varphi$, with Ambegaokar and Baratoff's $eI_cR_n=\frac\pi2\Delta\tanh\frac\Delta{2T}$. Pairs cross with $D$, like single electrons, and not with $D^2$, because the two condensates are coherent; so the supercurrent is as large as the normal current at
# $V=\frac\pi2\Delta/e$. In a clean contact (Kulik and Omelyanchuk) the cold $I_c$ is twice that and the curve is a saw-tooth. Heat rounds it early, since at $\varphi=\pi$ the level comes down to zero. At $T_c$ both agree. And a constant voltage makes an alternating current, at a frequency that contains
# nothing but $2e/h$: the 2 is the pair.
#
# ## Explore
#
# Temperature and lifetime on the conductance of section 1. Can you find two settings that look alike, one warm and sharp, one cold and broad? Then compare the walls and the bottom of the gap.


# %%
def draw(ax, t=0.2, Gamma=0.02):
    V, scale = np.linspace(-3, 3, 481), limits.GAP_OVER_TC
    T, Delta = t / scale, gap(t, 1.0) / scale
    N = density_of_states(V, Delta, broadening=Gamma)
    G = nis_conductance(V, T, Delta, broadening=Gamma)
    ax.plot(V, N, color=GREY, ls="--", lw=1.2, label=r"density of states, $\Gamma$ alone")
    label = f"$dI/dV$, $T={t:.2f}\\,T_c$, $\\Gamma={Gamma:.3f}\\,\\Delta_0$"
    ax.plot(V, G, color=BLUE, label=label)
    for sign in (-1, 1):
        ax.axvline(sign * Delta, color=RED, lw=1, ls=":")
    ax.set(xlabel=r"voltage $eV/\Delta_0$", ylabel="conductance $G/G_n$", ylim=(0, 5.2))
    ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0))


# %%
explore(draw, t=(0.02, 1.0), Gamma=(0.002, 0.5), units={"t": "Tc", "Gamma": "Δ₀"},
        labels={"t": "temperature", "Gamma": "broadening Γ"},
        presets={"cold, sharp": {"t": 0.02, "Gamma": 0.002}, "hot": {"t": 0.6, "Gamma": 0.002},
                 "cold, broad": {"t": 0.02, "Gamma": 0.2}}, alt="temperature_or_lifetime")

# %% [markdown]
# <!-- figure: temperature_or_lifetime -->
# **Figure 10.10.** Temperature and broadening both lower the peaks and fill the valley of the conductance. Dotted lines mark $\pm\Delta(T)$. Temperature moves the peaks outwards and leaves the valley exponentially empty while it is low; broadening fills the valley in proportion to $\Gamma$.
#
# ## Compare with experiment
#
# How well does the voltmeter agree with other instruments? The table holds the ratios $2\Delta_0/k_BT_c$ from tunnelling of which we could read the source, and those of the same elements by other methods (of tin crystals we have only the latter). *Measured*: the source gives it. *Derived*: from other measured numbers, or with the help of a theory.

# %%
every = rows(quantity="gap_ratio", kind=("measured", "derived"))
seen = {r.of for r in every if r.method == "tunnelling"} | {"Sn"}
found = [r for r in every if r.of in seen]
subjects = sorted(seen, key=lambda of: max(r for r in found if r.of == of))
found.sort(key=lambda r: (subjects.index(r.of), r.method != "tunnelling", r))
table({"metal": [r.of for r in found], r"$2\Delta_0/k_BT_c$":
       numbers(found, 3, error=[r.uncertainty for r in found]), "method": [r.method for r in found],
       "kind": [r.kind for r in found], "source": [str(r.source) for r in found]},
      caption="Gap ratios by tunnelling and by other methods, with the error of the source.")

# %% tags=["hide-input"]
# Draw the gap ratios, tunnelling beside the other methods
fig, ax = figure(size=(6.4, 5.6))
looks = {"tunnelling": ("o", BLUE), "far infrared": ("s", RED), "ultrasound": ("D", GREEN),
         "muons": ("P", ORANGE), "thermal conductivity": ("^", BLACK),
         "penetration depth": ("X", GREY)}
for of in subjects:
    same = [r for r in found if r.of == of]
    for i, r in enumerate(same):
        (marker, colour), face = looks[r.method], None if r.kind == "measured" else "none"
        height = subjects.index(of) + 0.17 * (i - (len(same) - 1) / 2)
        ax.errorbar(float(r), height, xerr=r.uncertainty or 0, fmt=marker, color=colour, mfc=face,
                    ms=6, lw=1)
for method, (marker, colour) in looks.items():
    ax.plot([], [], marker, color=colour, label=method)
ax.axvline(limits.GAP_RATIO, color=BLACK, lw=1, label="BCS, weak coupling: 3.528")
ax.set_yticks(range(len(subjects)), subjects)
ax.set(xlabel=r"$2\Delta_0/k_BT_c$", xlim=(2.4, 5), ylim=(-0.6, len(subjects) - 0.4))
ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3)
show(fig, "gaps_by_tunnelling")

# %% [markdown]
# <!-- figure: gaps_by_tunnelling -->
# **Figure 10.11.** Gap ratios from tunnelling and from other methods, filled where measured and open where derived. Three things can be read.
#
# * **One metal, several numbers.** Tunnelling into single crystals of lead finds two gaps, 3.81 and 4.48; the other methods give one number each, and all but one (3.75, what weak-coupling theory makes of the penetration depth) lie between 4.1 and 4.6. Niobium: 3.93 by tunnelling and 2.8(3) in the far infrared, which saw the surface.
# * **One element, several metals.** Amorphous films of tin and gallium have larger ratios than the crystals: gallium 4.52 against 3.49. The ratio belongs to the material with its phonons, not to the element.
# * **Weak and strong.** Gallium and tin crystals lie near 3.53, at most 2.5 errors away. Lead's larger gap lies a quarter above, many errors; in the far infrared it is a sixth, three errors. In lead the phonons' energies are only a few times $\Delta$, and weak coupling is no longer good.
#
# The first junctions of this kind were Giaever's and Megerle's (1961). We could not read their numbers; what one finds quoted is recalled, shown here and drawn nowhere.

# %%
metals = ["Al", "Sn", "In", "Pb"]
Tc = np.array([elements[m].Tc for m in metals])
table({"metal": metals, r"$2\Delta$ / meV, recalled": numbers([tunnel_gaps[m] for m in metals], 3),
       r"$3.528\,k_BT_c$ / meV": numbers(limits.GAP_RATIO * Tc / meV, 3),
       r"$\theta_D/T_c$": numbers([elements[m].theta_D / elements[m].Tc for m in metals], 3)},
      caption="The first junctions, recalled, and weak coupling with the $T_c$ of the bulk metal.")

# %% [markdown]
# In lead the tunnel current shows the phonons themselves. Eliashberg's theory (chapter 09) gives a gap $\Delta(E)$ that depends on energy, and with it another $N(E)=\operatorname{Re}\,E/\sqrt{E^2-\Delta^2(E)}$. We take a *stated model* of lead: two peaks in the phonon spectrum, at 4.4 and 8.5 meV, $\lambda=1.55$, $\mu^*=0.131$, all recalled. It is calculated, not measured.

# %%
lead = real_axis_gap(matsubara_gap(lead_model(), 0.7 * kelvin, LEAD_MU_STAR))  # a second
E = np.linspace(1.001 * lead.edge, 20 * meV, 800)
ripples = lead.ripples(E)  # N(E) over BCS's with the same edge, less 1
peaks = lead.edge / meV + np.array([4.4, 8.5])
print(f"model of lead: edge {lead.edge / meV:.3f} meV, edge + phonon peaks {peaks[0]:.1f} and "
      f"{peaks[1]:.1f} meV; ripples {ripples.min():+.3f} to {ripples.max():+.3f}")

# %% tags=["hide-input"]
# Draw the density of states of the model of lead beside that of BCS
fig, (left, right) = figure(1, 2)
left.plot(E / meV, lead.density_of_states(E), color=BLUE, label="model of lead")
left.plot(E / meV, density_of_states(E, lead.edge, broadening=0.0), color=RED, ls="--",
          label="BCS, same edge")
left.set(xlabel="energy $E$ (meV)", ylabel="density of states $N(E)$")
left.set(ylim=(0.8, 1.6), xlim=(0, 20))
left.legend()
right.plot(E / meV, ripples, color=BLUE)
right.axhline(0, color=RED, ls="--", lw=1.2)
for x in peaks:
    right.axvline(x, color=GREY, ls=":", lw=1.2)
right.set(xlabel="energy $E$ (meV)", ylabel="model over BCS, minus 1", xlim=(0, 20))
show(fig, "ripples_of_lead")

# %% [markdown]
# <!-- figure: ripples_of_lead -->
# **Figure 10.12.** In a model of lead the density of states differs from that of BCS by up to nine per cent, with the pattern of its phonons. Left: both curves have the same edge. Right: where $E-\Delta_0$ passes a peak of the phonon spectrum (dotted) $N(E)$ falls steeply. Such ripples are measured: in indium they place broad peaks of the phonon spectrum at 5 and 13 meV and its end at 14.8(1) meV (*Can. J. Phys.* **43**,
# 557, 1965). McMillan turned the ripples of lead into its phonon spectrum, from which $\lambda$ and $\mu^*$ of our model come. So for lead this agreement is built in. The inversion does not always work: for niobium it gives a negative $\mu^*$ (Bostock and others, 1976), because the surface layer of the junction is not the metal.
#
# ## Check
#
# Closed forms at $T=0$, a limit that joins two sections, and numbers from the literature.

# %%
V = np.array([1.2, 2.5, 6.0])
hyperbola = nis_current(V, 0.0, 1.0, broadening=0.0)
assert np.allclose(hyperbola, np.sqrt(V**2 - 1), rtol=1e-12)  # rounding
as_metal = sis_current(V, 0.3, 1.0, 0.0)
assert np.allclose(as_metal, nis_current(V, 0.3, 1.0, broadening=0.0), rtol=1e-12)  # no second gap
V = np.array([2.0001, 2.5, 6.0])
k = 2 / V
closed = V * (ellipe(1 - k**2) - k**2 / 2 * ellipk(1 - k**2))  # scipy's parameter m
assert np.allclose(sis_current(V, 0.0, 1.0), closed, rtol=1e-10)  # 1 − k² near the jump
assert np.isclose(sis_current(2.0, 0.0, 1.0), np.pi / 2, rtol=1e-12)
print("T = 0: NIS is a hyperbola, SIS an elliptic integral with a jump of πΔ/2")

# %%
for V, T in [(0.0, 0.1), (0.9, 0.1), (1.5, 0.3)]:
    tunnel = nis_conductance(V, T, 1.0, broadening=0.0)
    assert abs(conductance(V, T) / tunnel - 1) < 1e-9  # even in y, gone at the end
    assert abs(btk_conductance(V, T, 1.0, 300.0) - tunnel) < 1e-3  # D = 1e-5, cut at its root
lost = quad(lambda V: nis_conductance(V, 0.2, 1.0, broadening=0.0) - 1, 0, 40)[0]
assert abs(lost + 1 / 80) < 1e-4  # conserved: Δ²/2V is missing up to V, next order (Δ/V)² of it
for t in (0.15, 0.5, 0.9):
    T, Delta = t / limits.GAP_OVER_TC, gap(t, 1.0) / limits.GAP_OVER_TC
    at_zero = nis_conductance(0.0, T, Delta, broadening=0.0)
    assert np.isclose(at_zero, yosida(T, Delta), rtol=1e-10)  # a contour and a Matsubara sum
alone = vortex(T=one.T, Tc=one.Tc, radius=20.0)
far = alone.density_of_states(1.3, 19.0, broadening=0.02)  # the flow there is (ξ/r)², at most
assert abs(far / density_of_states(1.3, 1.0, broadening=0.02) - 1) < 1 / 19**2
print("three lines, echoes, Yosida, the high barrier and the far end of the line cut agree")

# %%
assert abs(echoes(0.5, 1.0, 100) - andreev_reflection(0.5, 1.0, 1.0)) < 1e-12  # 2⁻¹⁰⁰ is left
assert abs(excess - 4 / 3) < 1e-6  # Blonder, Tinkham, Klapwijk (1982): 4/3 for Z = 0
cold = [critical_current(0.0, 1.0), critical_current(0.0, 1.0, 1.0)]
assert np.isclose(cold[0], np.pi / 2, rtol=1e-12)  # Ambegaokar and Baratoff
assert np.isclose(cold[1], np.pi, rtol=1e-12)  # Kulik and Omelyanchuk
off = (values - (truth, 0.02 * meV, R_n)) / errors
assert np.all(np.abs(off) < 4)  # four standard errors: 1 in 16 000 for each
assert np.all(np.abs(mean) < 0.3) and np.all(np.abs(spread - 1) < 0.2)  # four errors of 200 curves
print("published limits 4/3, π/2 and π; the fit finds what was put in")

# %% [markdown]
# ## Where this fails
#
# * **Dynes' $\Gamma$ is a fit parameter.** It was made for lifetimes; noise on the voltage, an uneven gap or a leaky barrier look much the same.
# * **One gap, no direction.** In a $d$-wave superconductor (chapter 04) the tunnel current depends on the face of the crystal.
# * **Strong coupling.** The fits and figures of sections 1 to 6 use BCS's $N(E)$; in lead $\Delta$ depends on energy.
# * **A dirty vortex.** Usadel's equation holds for a short mean free path; a clean core has bound states.
# * **Andreev with one plane wave.** BTK is one-dimensional, for equal Fermi velocities, a sharp $\Delta$ at the interface and a contact smaller than the mean free path; a contact that is not small shows dips that are no gaps.
# * **A short contact.** In section 6 only the two bound levels depend on $\varphi$. In a contact that is not short against the coherence length the states above the gap carry current too.
# * **Charging and noise** are left out of the Josephson current: small junctions switch early, and $I_c$ as measured lies below the formula.

# %%
ask("josephson_current")

# %%
ask("andreev_doubles")

# %%
ask("josephson_frequency")

# %% [markdown]
# <!-- try it -->
# ## Try it
#
# * In section 2 raise `NOISE` tenfold and run its cells; then set it back and `T_lab` to 0.5 K. What does each do to the errors of $\Delta$, $\Gamma$ and $R_n$? And if the curve goes to 3 mV (in the line that sets `V`)?
# * In section 3 double the temperature, or take `radius=4`, a stronger field, and run the figure below it. What happens to the valley between two vortices?
# * In section 4 replace tin by indium (in the line that sets `sides`). Where are cusp and jump now, and at what temperature does the cusp vanish?
# * In section 5 how large may $Z$ be before $G(0)$ drops below $G_n$? (Solve $2D=(2-D)^2$ and try.)
# * [The exercises of this chapter](../exercises/10_tunnelling.ipynb): a gap from an ohmmeter, two gaps read off one curve, what is left at high voltage, and Josephson's numbers.
# * Go on with [project A](../exercises/14a_tunnelling_curves.ipynb): from raw curves at five temperatures to $\Delta(T)$, $T_c$ and the coupling, with their errors.
#
# ## Further reading
#
# * I. Giaever, *Phys. Rev. Lett.* **5**, 147 and 464 (1960): the first gap on a voltmeter, then with two superconductors.
# * R. C. Dynes, V. Narayanamurti, J. P. Garno, *Phys. Rev. Lett.* **41**, 1509 (1978): the broadening and how it was measured.
# * G. E. Blonder, M. Tinkham, T. M. Klapwijk, *Phys. Rev. B* **25**, 4515 (1982): from metallic to tunnel contact; table II is what the module computes.
# * V. Ambegaokar, A. Baratoff, *Phys. Rev. Lett.* **10**, 486 (1963): the critical current, with its erratum.
# * A. A. Golubov, U. Hartmann, *Phys. Rev. Lett.* **72**, 3602 (1994): the line through a vortex of a dirty metal, as in section 3 of this chapter.
# * H. F. Hess and others, *Phys. Rev. Lett.* **62**, 214 (1989): the first vortices under a tunnelling microscope.
# * L. Janson and others, arXiv:1110.6254: a student laboratory that fits a gap of niobium with a gold tip; a model for your own.
# * M. Tinkham, *Introduction to Superconductivity*, 2nd ed., section 3.8: tunnelling, in the same units and more slowly.
