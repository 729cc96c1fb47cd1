"""Units as plain floats in the system k_B = ħ = e = 1, with energies in meV and lengths in nm.

Multiply on the way in, divide on the way out:

>>> T = 4.2 * kelvin
>>> round(T / meV, 4)
0.3619

Then temperatures, frequencies and voltages are energies, a velocity is an energy times a length, and code
and textbook formulas are the same line. Values: CODATA 2018 or later, as shipped in `scipy.constants`.
"""

from math import pi

from scipy import constants as si

# energy, temperature, frequency
meV = 1.0
ueV = 1e-3 * meV
eV = 1e3 * meV
MeV = 1e6 * eV
joule = eV / si.e
kelvin = si.k * joule
second = 1 / (si.hbar * joule)
hertz = 2 * pi / second  # energy h·f of a frequency f, not an angular frequency
GHz = 1e9 * hertz

# length
nm = 1.0
angstrom = 0.1 * nm
metre = 1e9 * nm
fm = 1e-15 * metre

# mass, charge, fields
kilogram = joule * second**2 / metre**2
electron_mass = si.m_e * kilogram
nucleon_mass = 0.5 * (si.m_p + si.m_n) * kilogram
dalton = si.atomic_mass * kilogram
volt = eV
ampere = 1 / (si.e * second)
ohm = volt / ampere
tesla = volt * second / metre**2
gauss = 1e-4 * tesla
speed_of_light = si.c * metre / second
mu0 = si.mu_0 * joule / (ampere**2 * metre)
epsilon0 = 1 / (mu0 * speed_of_light**2)
flux_quantum = pi  # h/2e

# amount
mole = si.N_A
