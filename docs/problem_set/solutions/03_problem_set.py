# %% [markdown]
# # Problem set 3

# %%
import numpy as np

from bcs_helpers.classroom import check

# %% [markdown]
# ## 1 · A universal number
#
# Return $2\Delta(0)/k_BT_c$ of a weak superconductor.


# %%
def gap_ratio():
    """2Δ(0)/k_B Tc."""
    # begin solution
    return 2 * np.pi * np.exp(-np.euler_gamma)
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
