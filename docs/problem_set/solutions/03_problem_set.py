# %% [markdown]
# # Problem set 3

# %%
import numpy as np

from bcs_helpers.classroom import check
from bcs_helpers.gap import critical_temperature, zero_temperature_gap

# %% [markdown]
# ## 1 · A universal number
#
# Return $2\Delta(0)/k_BT_c$ as an array of two: in the limit of a weak coupling, and at a given `coupling` $N_0V$.


# %%
def gap_ratio(coupling):
    """2Δ(0)/k_B Tc, in the limit and at a coupling."""
    # begin solution
    limit = 2 * np.pi * np.exp(-np.euler_gamma)
    return np.array([limit, 2 * zero_temperature_gap(coupling, 1.0) / critical_temperature(coupling, 1.0)])
    # end solution


check(gap_ratio)

# %% [markdown]
# ## 2 · How large is a pair?
#
# Return $\xi_0=\hbar v/\pi\Delta$ in nm, for a `speed` in 10⁶ m/s and a `gap` in meV.


# %%
def coherence_length(speed, gap):
    """ξ0 in nm."""
    # begin solution
    return 658.2 * speed / (np.pi * gap)
    # end solution


check(coherence_length)

# %% [markdown]
# ## 3 · Why do the electrons between them not disturb a pair?

# %% [markdown]
# <!-- answer: why_so_many -->
# <!-- begin solution -->
# All pairs overlap and are in the same state: a pair is a correlation, and no molecule.
# <!-- end solution -->
