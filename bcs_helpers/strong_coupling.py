"""Beyond one coupling constant: Coulomb repulsion, isotope exponents, McMillan, Allen–Dynes and Eliashberg.

λ (`coupling`) is the electron–phonon coupling, μ (`mu`) the Coulomb repulsion times N0 and μ* (`mu_star`) what
retardation leaves of it at the phonon frequency. All Tc come in the energy unit of the frequency that is given.
The isotope exponent is $α = −d ln Tc / d ln M$, for phonon frequencies that go as $M^(−1/2)$.

>>> from bcs_helpers.strong_coupling import coulomb_pseudopotential, mcmillan_isotope_exponent
>>> mu_star = coulomb_pseudopotential(0.4, 1000.0, 1.0)
>>> round(mu_star, 3), round(mcmillan_isotope_exponent(0.7, mu_star), 3)
(0.106, 0.452)
"""

from __future__ import annotations

from collections.abc import Callable
from math import factorial, pi

import numpy as np

from ._arguments import ArrayLike, FloatOrArray, evaluate, nonnegative, plain, positive, require, single
from .eliashberg import critical_temperature, einstein_modes

__all__ = [
    "allen_dynes_critical_temperature",
    "coulomb_pseudopotential",
    "eliashberg_critical_temperature",
    "isotope_exponent",
    "mcmillan_critical_temperature",
    "mcmillan_isotope_exponent",
    "two_well_critical_temperature",
    "two_well_isotope_exponent",
]


def coulomb_pseudopotential(mu: ArrayLike, E_F: ArrayLike, omega: ArrayLike) -> FloatOrArray:
    """Coulomb pseudopotential $μ* = μ/(1 + μ ln(E_F/ω))$: the repulsion of range E_F as it is felt below ω.

    The same formula carries a pseudopotential from any cutoff to any other, upwards too.

    Parameters
    ----------
    mu : float or array, >= 0, dimensionless repulsion that acts up to E_F
    E_F : float or array, > 0, energy
    omega : float or array, > 0, same unit

    Returns
    -------
    float or array, dimensionless

    Raises
    ------
    ValueError : omega >= E_F e^(1/mu), where μ* diverges

    Source
    ------
    P. Morel, P. W. Anderson, Phys. Rev. 125, 1263 (1962)
    """
    return evaluate(_coulomb_pseudopotential, nonnegative(mu=mu) & positive(E_F=E_F, omega=omega))


def two_well_critical_temperature(
    coupling: ArrayLike, mu: ArrayLike, omega_D: ArrayLike, E_F: ArrayLike
) -> FloatOrArray:
    """Tc of the two-square-well model: attraction λ up to ω_D, repulsion μ up to E_F.

    With $L₁ = ln(2e^γ ω_D/πTc)$ and $L₂ = ln(E_F/ω_D)$ the gap takes one value in each well,

        $Δ₁ = (λ − μ) L₁ Δ₁ − μ L₂ Δ₂$,     $Δ₂ = −μ L₁ Δ₁ − μ L₂ Δ₂$,

    which can be solved where $1/L₁ = λ − μ + μ² L₂/(1 + μ L₂) = λ − μ*$: retardation makes Δ₂ negative and so turns
    the repulsion to use. Then $Tc = (2e^γ/π) ω_D e^(−1/(λ − μ*))$, weak coupling (Tc well below ω_D).

    Parameters
    ----------
    coupling, mu : float or array, >= 0, λ and μ, dimensionless
    omega_D : float or array, > 0, energy
    E_F : float or array, >= omega_D, same unit

    Returns
    -------
    float or array, same unit; 0.0 where the repulsion wins (λ <= μ*)

    Source
    ------
    N. N. Bogoliubov, V. V. Tolmachev, D. V. Shirkov, A New Method in the Theory of Superconductivity (1958);
    P. Morel, P. W. Anderson, Phys. Rev. 125, 1263 (1962)
    """
    arguments = nonnegative(coupling=coupling, mu=mu) & positive(omega_D=omega_D, E_F=E_F)
    return evaluate(_two_well_critical_temperature, arguments)


def two_well_isotope_exponent(coupling: ArrayLike, mu_star: ArrayLike) -> FloatOrArray:
    """Isotope exponent $α = ½ [1 − (μ*/(λ − μ*))²]$ of the two-square-well model; zero at $λ = 2μ*$, then negative.

    Parameters
    ----------
    coupling : float or array, > 0, λ
    mu_star : float or array, >= 0, μ* of `coulomb_pseudopotential(mu, E_F, omega_D)`

    Returns
    -------
    float or array, <= ½

    Raises
    ------
    ValueError : coupling <= mu_star (no superconductivity)

    Source
    ------
    J. C. Swihart, Phys. Rev. 116, 45 (1959); P. Morel, P. W. Anderson, Phys. Rev. 125, 1263 (1962)
    """
    return evaluate(_two_well_isotope_exponent, positive(coupling=coupling) & nonnegative(mu_star=mu_star))


def isotope_exponent(Tc: Callable[..., ArrayLike], M: ArrayLike, *, step: float = 0.1) -> FloatOrArray:
    """Isotope exponent $α = −d ln Tc/d ln M$ of any function Tc(M), by a central difference of order 12.

    Parameters
    ----------
    Tc : function of the mass, returns a temperature > 0 (any unit); called with $M e^(j·step)$, $j = −6 … 6$
    M : float or array, > 0, mass in the unit that Tc takes
    step : float, > 0, step in ln M. The default leaves 1e-13 for a smooth function exact to rounding; a wider step
        averages more noise away

    Returns
    -------
    float or array, dimensionless

    Raises
    ------
    TypeError : Tc is not a function
    ValueError : a temperature that Tc returns is not > 0

    Source
    ------
    The definition of α; C. A. Reynolds, B. Serin, L. B. Nesbitt, Phys. Rev. 84, 691 (1951)
    """
    if not callable(Tc):
        raise TypeError(f"Tc must be a function of the mass, got {Tc!r}")
    (M,), (step,) = positive(M=M), single(positive(step=step))
    order = 6
    slope = 0.0
    for j in range(1, order + 1):
        weight = (-1) ** (j + 1) * factorial(order) ** 2 / (j * factorial(order - j) * factorial(order + j))
        (lighter,), (heavier,) = (positive(Tc=Tc(plain(M * np.exp(sign * step)))) for sign in (-j, j))
        slope = slope + weight * np.log(heavier / lighter)
    return plain(-slope / step)


def mcmillan_critical_temperature(coupling: ArrayLike, mu_star: ArrayLike, Theta_D: ArrayLike) -> FloatOrArray:
    """McMillan's $Tc = (Θ_D/1.45) exp[−1.04 (1 + λ)/(λ − μ*(1 + 0.62 λ))]$.

    Parameters
    ----------
    coupling, mu_star : float or array, >= 0, λ and μ*
    Theta_D : float or array, > 0, Debye temperature, energy

    Returns
    -------
    float or array, same unit; 0.0 where λ <= μ*(1 + 0.62 λ)

    Source
    ------
    W. L. McMillan, Phys. Rev. 167, 331 (1968), eq. 18; fitted for λ up to about 1, useful to 1.5
    """
    arguments = nonnegative(coupling=coupling, mu_star=mu_star) & positive(Theta_D=Theta_D)
    return evaluate(lambda L, m, Theta: Theta / 1.45 * _mcmillan_factor(L, m), arguments)


def mcmillan_isotope_exponent(coupling: ArrayLike, mu_star: ArrayLike) -> FloatOrArray:
    """Isotope exponent of McMillan's Tc, $α = ½ [1 − 1.04 (1 + λ)(1 + 0.62 λ) (μ*/(λ − μ*(1 + 0.62 λ)))²]$.

    λ does not depend on the mass; μ* does, through $ln(E_F/Θ_D)$: $dμ*/d ln M = −½ (μ*)²$.

    Parameters
    ----------
    coupling : float or array, > 0, λ
    mu_star : float or array, >= 0, μ*

    Returns
    -------
    float or array, <= ½

    Raises
    ------
    ValueError : λ <= μ*(1 + 0.62 λ) (no superconductivity)

    Source
    ------
    W. L. McMillan, Phys. Rev. 167, 331 (1968); J. W. Garland, Phys. Rev. Lett. 11, 114 (1963) for Ru, Zr and Os
    """
    return evaluate(_mcmillan_isotope_exponent, positive(coupling=coupling) & nonnegative(mu_star=mu_star))


def allen_dynes_critical_temperature(
    coupling: ArrayLike, mu_star: ArrayLike, omega_log: ArrayLike, omega_2: ArrayLike
) -> FloatOrArray:
    """Allen–Dynes $Tc = f₁ f₂ (ω_log/1.20) exp[−1.04 (1 + λ)/(λ − μ*(1 + 0.62 λ))]$.

        $f₁ = [1 + (λ/Λ₁)^(3/2)]^(1/3)$,                   $Λ₁ = 2.46 (1 + 3.8 μ*)$
        $f₂ = 1 + (ω₂/ω_log − 1) λ²/(λ² + (Λ₂)²)$,         $Λ₂ = 1.82 (1 + 6.3 μ*) ω₂/ω_log$

    Parameters
    ----------
    coupling, mu_star : float or array, >= 0, λ and μ*
    omega_log : float or array, > 0, logarithmic mean frequency, energy
    omega_2 : float or array, >= omega_log, root mean square frequency, same unit; equal for an Einstein mode

    Returns
    -------
    float or array, same unit; 0.0 where λ <= μ*(1 + 0.62 λ)

    Source
    ------
    P. B. Allen, R. C. Dynes, Phys. Rev. B 12, 905 (1975), eqs. 34–38
    """
    arguments = nonnegative(coupling=coupling, mu_star=mu_star) & positive(omega_log=omega_log, omega_2=omega_2)
    return evaluate(_allen_dynes_critical_temperature, arguments)


def eliashberg_critical_temperature(
    coupling: ArrayLike, omega_E: ArrayLike, mu_star: ArrayLike = 0.0, *, cutoff: ArrayLike | None = None
) -> FloatOrArray:
    """Tc of the isotropic Eliashberg equations for one Einstein mode; `eliashberg.critical_temperature` takes any α²F.

    The value of μ* belongs to its cutoff. With λ = 1, μ* = 0.1 and ω_E = 10 meV a cutoff of 10 ω_E gives 9.24 K, a
    cutoff of ω_E 8.37 K; `coulomb_pseudopotential(mu_star, cutoff, other)` carries μ* from one to the other.

    Parameters
    ----------
    coupling : float or array, >= 0, λ
    omega_E : float or array, > 0, Einstein frequency, energy
    mu_star : float or array, >= 0, μ*
    cutoff : float or array, > 0, energy to which μ* belongs; None: the literature's 10 omega_E

    Returns
    -------
    float or array, same unit, to a relative 1e-10; 0.0 where Tc is below 1e-30 omega_E

    Source
    ------
    G. M. Eliashberg, Sov. Phys. JETP 11, 696 (1960); P. B. Allen, R. C. Dynes, Phys. Rev. B 12, 905 (1975), the
    kernel and the limit 0.1827 √λ ω_E; F. Marsiglio, Phys. Rev. B 98, 024523 (2018), the limit of weak coupling
    """
    arguments = nonnegative(coupling=coupling) & positive(omega_E=omega_E) & nonnegative(mu_star=mu_star)
    if cutoff is not None:
        arguments = arguments & positive(cutoff=cutoff)
    return evaluate(_eliashberg_critical_temperature, arguments)


# ---- numerics ----------------------------------------------------------------------------------------------


def _coulomb_pseudopotential(mu, E_F, omega):
    denominator = 1 + mu * (np.log(E_F) - np.log(omega))
    require(denominator > 0, "1 + mu ln(E_F/omega) must be > 0", mu=mu, E_F=E_F, omega=omega)
    return mu / denominator


def _two_well_critical_temperature(coupling, mu, omega_D, E_F):
    require(E_F >= omega_D, "E_F must be >= omega_D", E_F=E_F, omega_D=omega_D)
    mu_star = _coulomb_pseudopotential(mu, E_F, omega_D)
    return 2 * np.exp(np.euler_gamma) / pi * omega_D * _exp_minus(1.0, coupling - mu_star)


def _two_well_isotope_exponent(coupling, mu_star):
    require(coupling > mu_star, "coupling must be > mu_star", coupling=coupling, mu_star=mu_star)
    return 0.5 * (1 - (mu_star / (coupling - mu_star)) ** 2)


def _mcmillan_isotope_exponent(coupling, mu_star):
    net = coupling - mu_star * (1 + 0.62 * coupling)
    require(net > 0, "coupling must be > mu_star (1 + 0.62 coupling)", coupling=coupling, mu_star=mu_star)
    return 0.5 * (1 - 1.04 * (1 + coupling) * (1 + 0.62 * coupling) * (mu_star / net) ** 2)


def _allen_dynes_critical_temperature(coupling, mu_star, omega_log, omega_2):
    require(omega_2 >= omega_log, "omega_2 must be >= omega_log", omega_2=omega_2, omega_log=omega_log)
    ratio = omega_2 / omega_log
    f1 = np.cbrt(1 + (coupling / (2.46 * (1 + 3.8 * mu_star))) ** 1.5)
    f2 = 1 + (ratio - 1) * coupling**2 / (coupling**2 + (1.82 * (1 + 6.3 * mu_star) * ratio) ** 2)
    return f1 * f2 * omega_log / 1.2 * _mcmillan_factor(coupling, mu_star)


def _eliashberg_critical_temperature(coupling, omega_E, mu_star, cutoff=None):
    """One solution a point, whose only scale is ω_E."""
    cases = np.broadcast(coupling, mu_star, 10.0 if cutoff is None else cutoff / omega_E)
    Tc = [
        critical_temperature(einstein_modes(1.0, strength), repulsion, cutoff=until) if strength else 0.0
        for strength, repulsion, until in cases
    ]
    return omega_E * np.array(Tc)


def _mcmillan_factor(coupling, mu_star):
    """exp[−1.04 (1 + λ)/(λ − μ*(1 + 0.62 λ))], zero where the denominator is not positive."""
    return _exp_minus(1.04 * (1 + coupling), coupling - mu_star * (1 + 0.62 * coupling))


def _exp_minus(numerator, denominator):
    """exp(−numerator/denominator), and its limit zero where the denominator is not positive."""
    attractive = denominator > 0
    with np.errstate(over="ignore"):  # a tiny denominator: e^(−∞) = 0 is the right answer
        return np.where(attractive, np.exp(-numerator / np.where(attractive, denominator, 1.0)), 0.0)
