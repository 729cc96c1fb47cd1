# %% [markdown]
# # 09 · Compute the isotope effect: tasks
#
# <!-- work -->
# *115 minutes, 15 points, and one question in words · read first: [chapter 09](../notebooks/09_isotope_effect.ipynb).*
#
# <!-- how to solve -->
# Write each function where the dots are and run the cell. `check`, at its end, says ✓ right, ✗ wrong and why, ! does not
# run, … not attempted. `hint(f)` gives the next hint. `carry_on(f)` puts the reference in place of a function that is not
# right yet, so that you can go on. Your function is tried with several sets of numbers.

# %%
import numpy as np

from bcs_helpers.classroom import ask, carry_on, check, hint, inputs, progress

# %%
ask("warm_up_isotope")


# %% [markdown]
# <!-- task: other_isotope -->
# ## 1 · A heavier nucleus (problem 1809280, 3 points, 15 min)
#
# Mercury of mean mass 199.5 u becomes superconducting at 4.185 K. Where does another isotope, if only the phonons' frequency changes? Return $T_c$ in kelvin for the mass `other`, given `Tc` at the mass `M` (both in u).

# %%
def other_isotope(Tc, M, other):
    """Tc in K of the isotope of mass `other`, if Tc ∝ ω_D."""
    ...  # your code here


check(other_isotope)


# %% [markdown]
# <!-- task: measured_isotope_exponent -->
# ## 2 · The exponent from a set of samples (4 points, 30 min)
#
# Given are the masses `M` of some samples in u, their critical temperatures `Tc` in kelvin and the standard errors `error` of `Tc` (arrays). Which $\alpha$ fits $T_c\propto M^{-\alpha}$ best, if precise samples count more?

# %%
def measured_isotope_exponent(M, Tc, error):
    """α of Tc ∝ M^(−α), weighted by the errors."""
    ...  # your code here


check(measured_isotope_exponent)


# %% [markdown]
# <!-- task: isotope_exponent_error -->
# ## 3 · And its error (4 points, 30 min)
#
# Return the standard error of that $\alpha$, if the errors given are right and independent.

# %%
def isotope_exponent_error(M, Tc, error):
    """Standard error of the fitted α."""
    ...  # your code here


check(isotope_exponent_error)

# %%
measured_isotope_exponent = carry_on(measured_isotope_exponent)
isotope_exponent_error = carry_on(isotope_exponent_error)
M, Tc, error = inputs(measured_isotope_exponent)  # synthetic, of the size that tin has
alpha, its_error = measured_isotope_exponent(M, Tc, error), isotope_exponent_error(M, Tc, error)
print(f"α = {alpha:.3f} ± {its_error:.3f}")


# %% [markdown]
# <!-- task: exponent_with_repulsion -->
# ## 4 · Why some metals show none (4 points, 30 min)
#
# In the two-well model $T_c\propto\omega_D\,e^{-1/(\lambda-\mu^*)}$, with $\mu^*=\mu/[1+\mu\ln(E_F/\omega_D)]$. The mass of the ions changes $\omega_D\propto M^{-1/2}$, and nothing else: $\lambda$, $\mu$ and $E_F$ stay. Return the isotope exponent $\alpha$ of $T_c\propto M^{-\alpha}$ for the couplings `lam` and `mu_star`.

# %%
def exponent_with_repulsion(lam, mu_star):
    """α of the two-square-well model."""
    ...  # your code here


check(exponent_with_repulsion)

# %% [markdown]
# <!-- task: does_zero_rule_out_phonons -->
# ## 5 · Does a zero rule out phonons? (in your own words, 3 points, 10 min)
#
# Ruthenium shows no isotope effect. Somebody concludes that phonons do not cause its superconductivity. Do you agree?

# %% [markdown]
# <!-- answer: does_zero_rule_out_phonons -->
# *Write your answer here.*

# %% tags=["nbval-ignore-output"]
progress()
