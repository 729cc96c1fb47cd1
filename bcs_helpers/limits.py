"""Closed forms and universal numbers of weak-coupling BCS theory.

This module is the answer key: it imports none of the physics and no physics module imports it, so that a
computation that agrees with it was not helped by it. T in units of Tc where nothing else is said.

>>> from bcs_helpers.limits import GAP_RATIO, HEAT_CAPACITY_JUMP
>>> round(GAP_RATIO, 4), round(HEAT_CAPACITY_JUMP, 4)
(3.5278, 1.4261)
"""

from __future__ import annotations

from math import exp, pi, sqrt

import numpy as np

from ._arguments import ArrayLike, FloatOrArray, evaluate, nonnegative, positive

ZETA3 = 1.2020569031595942  # ζ(3), Apéry's constant

#: Δ(0)/Tc = π e^(−γ)
GAP_OVER_TC = pi * exp(-np.euler_gamma)
#: 2Δ(0)/Tc = 2π e^(−γ), the universal gap ratio
GAP_RATIO = 2 * GAP_OVER_TC
#: Tc = this · ω_D e^(−1/N0V)
TC_PREFACTOR = 2 * exp(np.euler_gamma) / pi
#: ΔC/γTc = 12/7ζ(3)
HEAT_CAPACITY_JUMP = 12 / (7 * ZETA3)
#: Δ(T)/Tc → this · √(1 − T/Tc) as T → Tc
GAP_SLOPE_OVER_TC = pi * sqrt(8 / (7 * ZETA3))
#: Δ(T)/Δ(0) → this · √(1 − T/Tc) as T → Tc; also H_c/H_c(0) → this · (1 − T/Tc)
GAP_SLOPE = GAP_SLOPE_OVER_TC / GAP_OVER_TC
#: superfluid fraction n_s → this · (1 − T/Tc) as T → Tc
SUPERFLUID_SLOPE = 2.0
#: condensation energy ½N0Δ0² in units of γTc², with γ = 2π²N0/3
CONDENSATION_OVER_GAMMA_TC2 = 3 / (4 * pi**2) * GAP_OVER_TC**2
#: γTc²/H_c(0)² in Gaussian units, per volume
GAMMA_TC2_OVER_HC2 = 1 / (8 * pi * CONDENSATION_OVER_GAMMA_TC2)
#: H_c(T)/H_c(0) → 1 − this · (T/Tc)² as T → 0
CRITICAL_FIELD_CURVATURE = 1 / (2 * CONDENSATION_OVER_GAMMA_TC2)
#: e I_c R_n = this · Δ(0) for a tunnel junction at T = 0 (Ambegaokar–Baratoff)
TUNNEL_CRITICAL_CURRENT = pi / 2
#: sound velocity of a weakly coupled neutral superfluid, c = v_F · this
SOUND_VELOCITY = 1 / sqrt(3)


def gap_near_Tc(t: ArrayLike) -> FloatOrArray:
    """$Δ(T)/Δ(0) → 1.7367 √(1 − t)$: the leading term as $t = T/Tc → 1$ from below."""
    return evaluate(lambda t: GAP_SLOPE * np.sqrt(np.maximum(1 - t, 0)), nonnegative(t=t))


def gap_low_temperature(t: ArrayLike) -> FloatOrArray:
    """$Δ(T)/Δ(0) → 1 − √(2π t/a0) e^(−a0/t)$, $a0 = π e^(−γ)$: the leading term as $t = T/Tc → 0$."""

    def leading(t):
        return 1 - np.sqrt(2 * pi * t / GAP_OVER_TC) * np.exp(-GAP_OVER_TC / np.maximum(t, 1e-300))

    return evaluate(leading, nonnegative(t=t))


def yosida_low_temperature(a: ArrayLike) -> FloatOrArray:
    """Yosida function → √(2πa) e^(−a) for a = Δ/T → ∞."""
    return evaluate(lambda a: np.sqrt(2 * pi * a) * np.exp(-a), nonnegative(a=a))


def binding_energy_weak(coupling: ArrayLike, cutoff: ArrayLike) -> FloatOrArray:
    """Cooper's pair, weak coupling: $E_B → 2ω_D e^(−2/N0V)$."""
    attraction = positive(coupling=coupling, cutoff=cutoff)
    return evaluate(lambda g, cutoff: 2 * cutoff * np.exp(-2 / g), attraction)


def gap_weak(coupling: ArrayLike, cutoff: ArrayLike) -> FloatOrArray:
    """$Δ(0) → 2ω_D e^(−1/N0V)$ in weak coupling."""
    attraction = positive(coupling=coupling, cutoff=cutoff)
    return evaluate(lambda g, cutoff: 2 * cutoff * np.exp(-1 / g), attraction)


def critical_temperature_weak(coupling: ArrayLike, cutoff: ArrayLike) -> FloatOrArray:
    """$Tc → (2e^γ/π) ω_D e^(−1/N0V) = 1.1339 ω_D e^(−1/N0V)$ in weak coupling."""
    return evaluate(
        lambda g, cutoff: TC_PREFACTOR * cutoff * np.exp(-1 / g), positive(coupling=coupling, cutoff=cutoff)
    )
