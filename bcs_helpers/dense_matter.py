"""Pairing in dense matter: the mass of quarks (NJL), colour superconductivity, neutron superfluidity.

BCS and NJL are one mean-field theory:

    gap Δ                        ↔  mass M
    $E = √(ξ² + Δ²)$               ↔  $E = √(p² + M²)$
    Cooper pair ⟨c c⟩            ↔  condensate ⟨q̄q⟩
    Debye cutoff ω_D             ↔  momentum cutoff Λ
    $1 = N0V ∫ dξ tanh(E/2T)/E$    ↔  $1 = (12G/π²) ∫ dp p² tanh(E/2T)/E$  (chiral limit)
    broken U(1)                  ↔  broken chiral symmetry, with the pion as its Goldstone mode

with one difference: a metal has states at $ξ = 0$ and pairs however weak the attraction, whereas the vacuum, with
$p² → 0$ where the metal has N0, needs GΛ² > π²/6. Quarks: energies in any one unit ($c = 1$). Neutrons: the units of
`units`, so write `k_F = 0.9 / fm`, `neutron_gap(k_F) / MeV` and `pairing_temperature(Delta0) / kelvin`.

The largest gap of neutron matter in plain BCS:

>>> from bcs_helpers.dense_matter import neutron_gap
>>> from bcs_helpers.units import MeV, fm
>>> round(neutron_gap(0.89 / fm) / MeV, 2)
3.08
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from math import pi

import numpy as np
from scipy.constants import m_n

from ._arguments import ArrayLike, FloatOrArray, evaluate, nonnegative, plain, positive, real, require, whole
from ._numerics.quadrature import gauss_legendre
from ._numerics.roots import root_above
from .units import fm, kilogram

__all__ = [
    "CRITICAL_COUPLING",
    "NEUTRON_MASS",
    "chiral_transition_temperature",
    "colour_gap",
    "neutron_gap",
    "neutron_potential",
    "pairing_temperature",
    "phase_shift",
    "pion_decay_constant",
    "quark_condensate",
    "quark_free_energy",
    "quark_mass",
]

CRITICAL_COUPLING = pi**2 / 6  # GΛ² above which the chiral symmetry of the vacuum breaks

NN_SCATTERING_LENGTH = -18.9 * fm  # −18.9(4) fm, Q. Chen et al., Phys. Rev. C 77, 054002 (2008)
NN_EFFECTIVE_RANGE = 2.75 * fm  # 2.75(11) fm, G. A. Miller, B. M. K. Nefkens, I. Šlaus, Phys. Rep. 194, 1 (1990)
NEUTRON_MASS = m_n * kilogram


def quark_mass(T: ArrayLike, coupling: ArrayLike, cutoff: ArrayLike, current_mass: ArrayLike = 0.0) -> FloatOrArray:
    """Constituent mass of the two-flavour NJL model, $M = m0 + (12G/π²) ∫₀^Λ dp p² (M/E) tanh(E/2T)$, $E = √(p² + M²)$.

    Chemical potential zero. In the chiral limit $m0 = 0$ the mass vanishes continuously, as $√(T_χ − T)$, at
    T_χ = chiral_transition_temperature(coupling, cutoff); with m0 > 0 the transition becomes a smooth crossover.

    Parameters
    ----------
    T : float or array, >= 0, temperature, energy
    coupling : float or array, > 0, dimensionless GΛ², for $L = G[(q̄q)² + (q̄ iγ₅τ q)²]$
    cutoff : float or array, > 0, momentum cutoff Λ, energy
    current_mass : float or array, >= 0, m0, energy; all broadcast

    Returns
    -------
    float or array, >= current_mass, energy; exactly 0.0 for $m0 = 0$ at and above T_χ. Near T_χ (and near the critical
    coupling) rounding limits the relative accuracy to about 1e-15/(1 − T/T_χ)

    Source
    ------
    Y. Nambu, G. Jona-Lasinio, Phys. Rev. 122, 345 (1961); S. P. Klevansky, Rev. Mod. Phys. 64, 649 (1992);
    M. Buballa, Phys. Rep. 407, 205 (2005), sec. 2
    """
    arguments = nonnegative(T=T) & positive(coupling=coupling, cutoff=cutoff) & nonnegative(current_mass=current_mass)
    return evaluate(_quark_mass, arguments, size=256)


def chiral_transition_temperature(coupling: ArrayLike, cutoff: ArrayLike) -> FloatOrArray:
    """Temperature of the chiral transition for $m0 = 0$, from $1 = (12G/π²) ∫₀^Λ dp p tanh(p/2T)$.

    Parameters
    ----------
    coupling : float or array, > 0, dimensionless GΛ²
    cutoff : float or array, > 0, Λ, energy

    Returns
    -------
    float or array, energy; 0.0 up to the critical coupling π²/6, then $(Λ/π) √(3(1 − π²/6GΛ²))$ at first

    Source
    ------
    S. P. Klevansky, Rev. Mod. Phys. 64, 649 (1992)
    """
    return evaluate(_transition, positive(coupling=coupling, cutoff=cutoff), size=256)


def quark_condensate(T: ArrayLike, M: ArrayLike, cutoff: ArrayLike) -> FloatOrArray:
    """Chiral condensate of one flavour, $⟨q̄q⟩ = −(3/π²) ∫₀^Λ dp p² (M/E) tanh(E/2T)$.

    It solves the gap equation where $M = m0 − 4G⟨q̄q⟩$.

    Parameters
    ----------
    T : float or array, >= 0, temperature, energy
    M : float or array, >= 0, constituent mass, energy
    cutoff : float or array, > 0, Λ, energy; all broadcast

    Returns
    -------
    float or array, <= 0, energy³; its cube root is usually quoted, np.cbrt(...) = −250 MeV or so

    Source
    ------
    M. Buballa, Phys. Rep. 407, 205 (2005), sec. 2
    """
    return evaluate(_quark_condensate, nonnegative(T=T, M=M) & positive(cutoff=cutoff), size=256)


def quark_free_energy(
    M: ArrayLike, T: ArrayLike, mu: ArrayLike, coupling: ArrayLike, cutoff: ArrayLike, current_mass: ArrayLike = 0.0
) -> FloatOrArray:
    """Grand potential per volume of the NJL model with a trial mass M, less that with M = 0,

    $Ω(M) = (M − m0)²/4G − (6/π²) ∫₀^Λ dp p² [E + T ln(1 + e^{(μ−E)/T}) + T ln(1 + e^{−(μ+E)/T})]$.

    It is stationary at $M = m0 + (12G/π²) ∫₀^Λ dp p² (M/E) [1 − f(E − μ) − f(E + μ)]$; see `quark_mass` for μ = 0.

    Parameters
    ----------
    M : float or array, trial mass, energy
    T : float or array, > 0, temperature, energy
    mu : float or array, >= 0, chemical potential of quarks, energy
    coupling, cutoff, current_mass : as for `quark_mass`; all broadcast

    Returns
    -------
    float or array, energy⁴ ($ħ = c = 1$)

    Source
    ------
    M. Buballa, Phys. Rep. 407, 205 (2005), sec. 2
    """
    arguments = real(M=M) & positive(T=T) & nonnegative(mu=mu) & positive(coupling=coupling, cutoff=cutoff)
    return evaluate(_quark_free_energy, arguments & nonnegative(current_mass=current_mass), size=256)


def pion_decay_constant(T: ArrayLike, M: ArrayLike, cutoff: ArrayLike) -> FloatOrArray:
    """Pion decay constant for $m_π → 0$, $f_π² = (3M²/2π²) ∫₀^Λ dp (p²/E³) tanh(E/2T)$.

    At T > 0 this is the decay constant of a pion at rest (the coupling to the axial charge).

    Parameters
    ----------
    T : float or array, >= 0, temperature, energy
    M : float or array, >= 0, constituent mass, energy
    cutoff : float or array, > 0, Λ, energy; all broadcast

    Returns
    -------
    float or array, >= 0, energy; measured: 92.4 MeV

    Source
    ------
    S. P. Klevansky, Rev. Mod. Phys. 64, 649 (1992)
    """
    return evaluate(_pion_decay_constant, nonnegative(T=T, M=M) & positive(cutoff=cutoff), size=256)


def colour_gap(mu: ArrayLike, coupling: ArrayLike, flavours: int = 2, *, self_energy: bool = True) -> FloatOrArray:
    """Gap of the two-flavour colour superconductor (2SC) at asymptotic density, $Δ0 = b b₀′ μ g^(−5) e^(−3π²/√2g)$.

    $b = 512π⁴ (2/N_f)^(5/2)$ comes from magnetic gluons, which are only dynamically screened: hence 1/g in the exponent
    where BCS has 1/g². $b₀′ = e^(−(π² + 4)/8) = 0.177$ comes from the self-energy of the quarks. Corrections are
    of relative order g, and the expansion is under control only for μ above some 1e8 MeV; at the μ ≈ 500 MeV
    of a neutron star it gives no more than the order of magnitude.

    Parameters
    ----------
    mu : float or array, > 0, quark chemical potential, energy
    coupling : float or array, > 0, strong coupling constant g at the scale μ, $g² = 4πα_s$
    flavours : int, >= 1, N_f, massless flavours
    self_energy : bool; False leaves out b₀′, as the first calculations did

    Returns
    -------
    float or array, energy; asymptotic, for $g → 0$. As it stands the formula has a maximum at $g = 4.19$

    Source
    ------
    D. T. Son, Phys. Rev. D 59, 094019 (1999), exponent and g^(−5); T. Schäfer, F. Wilczek, Phys. Rev. D 60, 114033
    (1999) and R. D. Pisarski, D. H. Rischke, Phys. Rev. D 61, 074017 (2000), b; W. E. Brown, J. T. Liu, H.-c. Ren,
    Phys. Rev. D 61, 114012 (2000) and Q. Wang, D. H. Rischke, Phys. Rev. D 65, 054005 (2002), b₀′;
    K. Rajagopal, E. Shuster, Phys. Rev. D 62, 085007 (2000), its range
    """
    if whole(flavours=flavours) == 0:
        raise ValueError("flavours must be >= 1, got 0")
    log_b = np.log(512 * pi**4) + 2.5 * np.log(2 / flavours) - (pi**2 + 4) / 8 * bool(self_energy)

    def colour_gap(mu, g):
        with np.errstate(over="ignore"):  # 1/g → ∞: the gap is smaller than any float
            return mu * np.exp(log_b - 5 * np.log(g) - 3 * pi**2 / np.sqrt(2) / g)

    return evaluate(colour_gap, positive(mu=mu, coupling=coupling))


def pairing_temperature(Delta0: ArrayLike) -> FloatOrArray:
    """Transition temperature $Tc = (e^γ/π) Δ0 = 0.567 Δ0$ of a weakly coupled pair condensate with gap Δ0 at $T = 0$.

    It holds for a neutron superfluid with Δ0 at the Fermi surface (1 MeV ↔ 6.6e9 K; write Tc / kelvin), and for
    the 2SC phase, although its Δ0 does not go as e^(−1/g²). In the colour–flavour locked phase Tc/Δ0 is 2^(1/3) larger.

    Parameters
    ----------
    Delta0 : float or array, >= 0, gap at $T = 0$, energy

    Returns
    -------
    float or array, same unit

    Source
    ------
    Bardeen, Cooper, Schrieffer (1957), eq. 3.30; Q. Wang, D. H. Rischke, Phys. Rev. D 65, 054005 (2002) for 2SC;
    A. Schmitt, Q. Wang, D. H. Rischke, Phys. Rev. D 66, 114010 (2002) for CFL
    """
    return evaluate(lambda Delta0: np.exp(np.euler_gamma) / pi * Delta0, nonnegative(Delta0=Delta0))


def neutron_potential(
    scattering_length: ArrayLike = NN_SCATTERING_LENGTH, effective_range: ArrayLike = NN_EFFECTIVE_RANGE
) -> tuple[FloatOrArray, FloatOrArray]:
    """Strength λ and width β of Yamaguchi's separable potential $V(k, k′) = −(λ/m) v(k) v(k′)$, $v = 1/(1 + k²/β²)$.

    It is fitted to $k cot δ = −1/a + ½ r k² + …$:  $r β² − 3β + 4/a = 0$ and $4π/λ = β/2 − 1/a$.

    Parameters
    ----------
    scattering_length : float or array, < 0 (attraction without a bound state), a
    effective_range : float or array, > 0, r, same unit; the defaults are those of two neutrons in ¹S₀

    Returns
    -------
    strength : float or array, λ, a length
    width : float or array, β, a wave number

    Source
    ------
    Y. Yamaguchi, Phys. Rev. 95, 1628 (1954)
    """
    inverse_a, width = _yamaguchi(*_potential(scattering_length, effective_range))
    return plain(4 * pi / (width / 2 - inverse_a)), plain(width)


def phase_shift(
    k: ArrayLike, scattering_length: ArrayLike = NN_SCATTERING_LENGTH, effective_range: ArrayLike = NN_EFFECTIVE_RANGE
) -> FloatOrArray:
    """¹S₀ phase shift of `neutron_potential`: $k cot δ = −1/a + (4π/λ)(2x + x²) + ½βx$, $x = k²/β²$.

    The measured one changes sign at $k = 1.7/fm$, where the hard core takes over; this one stays positive.

    Parameters
    ----------
    k : float or array, >= 0, relative wave number (half the difference of the two)
    scattering_length : float or array, < 0, a
    effective_range : float or array, > 0, r, same unit

    Returns
    -------
    float or array, radians, in [0, π/2)

    Source
    ------
    Y. Yamaguchi, Phys. Rev. 95, 1628 (1954)
    """
    return evaluate(_phase_shift, nonnegative(k=k) & _potential(scattering_length, effective_range))


def neutron_gap(
    k_F: ArrayLike,
    mass: ArrayLike = NEUTRON_MASS,
    scattering_length: ArrayLike = NN_SCATTERING_LENGTH,
    effective_range: ArrayLike = NN_EFFECTIVE_RANGE,
) -> FloatOrArray:
    """¹S₀ gap Δ(k_F) of neutron matter at $T = 0$, for the separable potential that fits a and r.

    $Δ(k) = D v(k)/2m$ turns the gap equation into one for a number; with the scattering length in place of λ it reads

        $−π/2a = ∫₀^∞ dk v² [k²/√((k² − k_F²)² + D² v²) − 1]$.

    The chemical potential is that of the free gas, $E_F = k_F²/2m$. This is plain BCS: polarisation of the
    medium leaves a maximum of 1–2 MeV, and the missing hard core makes the gap too large beyond $k_F = 1/fm$.

    Parameters
    ----------
    k_F : float or array, > 0, Fermi wave number
    mass : float or array, > 0, (effective) mass, say 0.9 * NEUTRON_MASS
    scattering_length : float or array, < 0, a, in the inverse unit of k_F
    effective_range : float or array, > 0, r, same unit; all broadcast

    Returns
    -------
    float or array, energy; maximum 3.1 MeV at $k_F = 0.89/fm$; (8/e²) E_F e^(π/2k_Fa) for $k_F → 0$

    Source
    ------
    D. J. Dean, M. Hjorth-Jensen, Rev. Mod. Phys. 75, 607 (2003); A. Gezerlis, J. Carlson, Phys. Rev. C 77, 032801
    (2008) for the gap beyond BCS
    """
    return evaluate(
        _neutron_gap, positive(k_F=k_F, mass=mass) & _potential(scattering_length, effective_range), size=256
    )


# ---- numerics ----------------------------------------------------------------------------------------------


@cache
def _momenta(panels, nodes=16):
    """Gauss–Legendre nodes and weights on [0, 1] in panels [4^(−k−1), 4^(−k)], the last of them down to 0.

    The singularities in p lie on the imaginary axis, at ±iM and ±i√(M² + (πT)²), so that none is closer to a
    panel than the panel's own lower end, however small M and T are: the error is about 3^(−2 nodes).
    """
    x, w = gauss_legendre(nodes)
    ends = np.append(4.0 ** -np.arange(panels), 0)[::-1]
    width = np.diff(ends)[:, None]
    return (ends[:-1, None] + width * x).ravel(), (width * w).ravel()


def _sea(T, M, power):
    """∫₀¹ dp p² E^(−power) tanh(E/2T) in units of Λ: the sum over the filled states of negative energy."""
    p, weight = _momenta({1: 18, 3: 34}[power])  # the integrand starts as p² or, for M → 0, as 1/p from p = M on
    E = np.hypot(p, M[..., None])
    thermal = np.tanh(E / np.maximum(2 * T[..., None], E / 30))  # tanh(30) = 1 in floats
    return ((p / E) ** 2 * E ** (2.0 - power) * thermal) @ weight


def _quark_mass(T, coupling, cutoff, current_mass):
    T, coupling, cutoff, current_mass = np.broadcast_arrays(T, coupling, cutoff, current_mass)
    M = cutoff * _reduced_mass(T / cutoff, coupling, current_mass / cutoff)
    return np.where((current_mass == 0) & (T >= _transition(coupling, cutoff)), 0.0, M)


def _transition(coupling, cutoff):
    return cutoff * _reduced_transition(coupling)


def _quark_condensate(T, M, cutoff):
    return -3 / pi**2 * cutoff**2 * M * _sea(T / cutoff, M / cutoff, 1)


def _pion_decay_constant(T, M, cutoff):
    return M * np.sqrt(3 / (2 * pi**2) * _sea(T / cutoff, M / cutoff, 3))


def _quark_free_energy(M, T, mu, coupling, cutoff, current_mass):
    p, weight = _momenta(8, 64)
    m, T, mu, m0 = (x[..., None] / cutoff[..., None] for x in (M, T, mu, current_mass))
    E, p = np.stack(np.broadcast_arrays(np.hypot(p, m), p + 0 * m))  # with the mass, and without
    inside = [e + T * np.logaddexp(0, (mu - e) / T) + T * np.logaddexp(0, -(mu + e) / T) for e in (E, p)]
    sea = 6 / pi**2 * (p**2 * (inside[0] - inside[1])) @ weight
    return cutoff**4 * (m[..., 0] * (m - 2 * m0)[..., 0] / (4 * coupling) - sea)


def _reduced_mass(T, coupling, current_mass):
    """M/Λ: the zero of 1 − m0/M − (12G/π²) ∫ dp p² tanh(E/2T)/E, which rises with M."""

    def excess(M, T, coupling, current_mass):
        return 1 - current_mass / M - 12 / pi**2 * coupling * _sea(T, M, 1)

    # the integral is below 1/3M, so that M < m0 + 4GΛ²/π², and below its value at M = 0: M < m0/rest
    low = np.where(current_mass > 0, current_mass, 1e-30)
    rest = 1 - 12 / pi**2 * coupling * _sea(T, np.zeros(T.shape), 1) - 1e-14  # safe from rounding
    high = low / np.maximum(rest, low / (current_mass + 4 / pi**2 * coupling))
    return root_above(excess, low, 1.000001 * high, T, coupling, current_mass)


def _reduced_transition(coupling):
    """T_χ/Λ: the zero of 1 − (12G/π²) ∫ dp p tanh(p/2T), which rises with T and, tanh x < x, is below 2GΛ²/π²."""

    def excess(T, coupling):
        return 1 - 12 / pi**2 * coupling * _sea(T, np.zeros(T.shape), 1)

    T = root_above(excess, np.full(coupling.shape, 1e-30), 2.000001 / pi**2 * coupling, coupling)
    return np.where(T > 1e-30, T, 0.0)


def _potential(scattering_length, effective_range):
    potential = real(scattering_length=scattering_length) & positive(effective_range=effective_range)
    a, _ = potential
    require(a < 0, "scattering_length must be < 0 (attraction without a bound state)", scattering_length=a)
    return potential


def _yamaguchi(a, r):
    """1/a and β, from r β² − 3β + 4/a = 0."""
    return 1 / a, (3 + np.sqrt(9 - 16 * r / a)) / (2 * r)


def _phase_shift(k, a, r):
    inverse_a, width = _yamaguchi(a, r)
    x = (k / width) ** 2
    k_cot = -inverse_a + x * ((width / 2 - inverse_a) * (2 + x) + width / 2)
    return np.arctan2(k, k_cot)


def _neutron_gap(k_F, mass, a, r):
    inverse_a, width = _yamaguchi(a, r)
    return k_F**2 / (2 * mass) * _reduced_gap(inverse_a / k_F, width / k_F)


def _reduced_gap(inverse_a, width):
    """Δ(k_F)/E_F, for 1/a and β in units of k_F.

    k = 1 + ½Δ sinh u takes the near-singularity off 1/E. The integral falls as −v_F² ln Δ where Δ is small: below
    Δ = 1e-8 this slope continues it, exactly to all digits.
    """
    # beyond these bounds nothing changes: a range of zero, a gap of zero
    inverse_a, width = np.broadcast_arrays(np.maximum(inverse_a, -1e100), np.clip(width, 1e-30, 1e70))

    def excess(log_gap, inverse_a, width):
        gap = np.exp(log_gap)[..., None]
        above, weight = _wave_numbers(gap, width[..., None])
        k = 1 + above
        v = 1 / (1 + (k / width[..., None]) ** 2)
        v_F = 1 / (1 + width[..., None] ** -2)
        Delta = gap * v / v_F
        E = np.hypot(above * (k + 1), Delta)
        pairing = (2 * k**2 - 1 - Delta**2) / (E * (k**2 + E))  # k²/E − 1, which falls as 1/k²
        return -pi / 2 * inverse_a - (weight * v**2 * pairing).sum(axis=-1)

    smallest = np.full(width.shape, np.log(1e-8))
    log_gap = root_above(excess, smallest, smallest + 21, inverse_a, width)
    beyond = np.maximum(excess(smallest, inverse_a, width), 0) * (1 + width**-2.0) ** 2
    return np.exp(log_gap - beyond)


def _wave_numbers(gap, width, nodes=48):
    """Nodes k − 1 and weights of ∫₀^∞ dk, in panels of u = arsinh(2(k − 1)/Δ) that end at k = 1 and where v changes."""
    x, w = gauss_legendre(nodes)
    low, far = np.minimum(width, 0.25), np.maximum(width, 2)
    ends = [np.arcsinh(2 / gap * (k - 1)) for k in (0.0, low, 0.5, 1.0, 2.0, 1 + far, 1000 * far)]
    panels = [(a, b - a) for a, b in pairwise(np.broadcast_arrays(*ends))]
    u = np.concatenate([a + length * x for a, length in panels], axis=-1)
    return gap / 2 * np.sinh(u), np.concatenate([length * w for _, length in panels], axis=-1) * gap / 2 * np.cosh(u)
