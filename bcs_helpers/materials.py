"""Measured values, each a frozen row: a number in its usual unit, its uncertainty, its source and status.

>>> from bcs_helpers.materials import elements
>>> from bcs_helpers.units import kelvin
>>> Al = elements["Al"]
>>> Al.Tc / kelvin
1.2
>>> Al.Tc
Al Tc = 1.2 K (sourced: Wikipedia, "Conventional superconductor", table)

A row *is* a float in package units, so formulas take it as it stands. `print(Al)` shows all rows of
aluminium. Status `sourced`: the number was read in the named place. Status `recalled`: a textbook number
written down from memory, whose page was not at hand; say so where it is shown, and never draw it as data.
Where several rows give one quantity, the first counts, sourced before recalled; `Al.rows` has them all.
"""

from dataclasses import dataclass, fields
from math import pi
from types import MappingProxyType

from ._domain import real
from .units import MeV, dalton, fm, gauss, joule, kelvin, kilogram, metre, meV, mole, nm, second

__all__ = [
    "Element",
    "Measured",
    "Remark",
    "all_rows",
    "cold_atoms",
    "electron_phonon",
    "elements",
    "isotope_masses",
    "mercury_isotopes",
    "neutron_stars",
    "njl_sets",
    "nmr",
    "nuclei",
    "remarks",
    "tin_staggering",
    "tunnel_gaps",
]

#: What one of each usual unit is in package units.
UNITS = MappingProxyType(
    {
        "": 1.0,
        "K": kelvin,
        "meV": meV,
        "MeV": MeV,
        "G": gauss,
        "nm": nm,
        "1/fm": 1 / fm,
        "× 10^6 m/s": 1e6 * metre / second,
        "mJ/(mol K^2)": 1e-3 * joule / mole / kelvin**2,  # becomes 1/energy, per atom
        "g/cm^3": 1e-3 * kilogram / (1e-2 * metre) ** 3,
        "Da": dalton,
        "s K": second * kelvin,  # becomes a pure number
    }
)

STATUSES = ("sourced", "recalled")


@dataclass(frozen=True, eq=False, repr=False)
class Measured(float):
    """A measured value: a float in package units that remembers its number, unit, source and status.

    Arithmetic gives plain floats. A row is true even where its number is 0: it is there.

    Parameters
    ----------
    of, quantity : str
        What was measured on what.
    number : float
        The value in its usual unit; `amount` is its text.
    unit : str
        One of `UNITS`, "" for a pure number.
    source, status : str
        Where the number stands, and whether it was read there: "sourced" or "recalled".
    uncertainty : float or None
        In the unit of `number`; None where none is given.
    note : str
        What else a reader must know.

    Raises
    ------
    ValueError
        Unknown unit or status, empty source, number not finite. TypeError where it is no number.
    """

    of: str
    quantity: str
    number: float
    unit: str
    source: str
    status: str
    uncertainty: float | None = None
    note: str = ""

    def __new__(cls, of, quantity, number, unit, *_, **__):
        if unit not in UNITS:
            raise ValueError(f"unit must be one of {', '.join(map(repr, UNITS))}, got {unit!r}")
        return super().__new__(cls, real(number=number) * UNITS[unit])

    def __post_init__(self):
        if self.status not in STATUSES:
            raise ValueError(f"status must be one of {', '.join(STATUSES)}, got {self.status!r}")
        if not self.source:
            raise ValueError("source must be named, got an empty one")

    def __getnewargs__(self):  # so that copies and pickles keep the source
        return tuple(getattr(self, field.name) for field in fields(self))

    def __bool__(self):
        return True

    def __repr__(self):
        note = f"; {self.note}" if self.note else ""
        return f"{self.of} {self.quantity} = {self.amount} ({self.status}: {self.source}{note})"

    @property
    def value(self):
        """The value as a plain float in package units."""
        return float(self)

    @property
    def amount(self):
        """Number, uncertainty and unit as text."""
        spread = "" if self.uncertainty is None else f" ± {self.uncertainty:.10g}"
        return f"{self.number:.10g}{spread} {self.unit}".rstrip()


@dataclass(frozen=True, repr=False)
class Remark:
    """What a source says without giving a number of its own."""

    text: str
    source: str
    status: str

    def __repr__(self):
        return f"{self.text} ({self.status}: {self.source})"


@dataclass(frozen=True, repr=False)
class Element:
    """A superconducting element; each quantity a `Measured` row, or None where there is none.

    Usual units in brackets; as floats the rows are in package units.
    """

    symbol: str
    name: str
    Tc: Measured | None = None  #: transition temperature [K]
    theta_D: Measured | None = None  #: Debye temperature [K]
    gamma: Measured | None = None  #: normal C/T of the electrons [mJ/(mol K²)]; as a float per atom
    Hc0: Measured | None = None  #: (thermodynamic) critical field at T = 0 [G]; as a float B = μ0 H
    heat_capacity_jump: Measured | None = None  #: ΔC/γTc at Tc
    gap_ratio: Measured | None = None  #: 2Δ0/k_B Tc
    Delta0: Measured | None = None  #: gap at T = 0 [meV]
    v_F: Measured | None = None  #: Fermi velocity of free electrons [10⁶ m/s]
    xi0: Measured | None = None  #: coherence length [nm]
    lambda_L: Measured | None = None  #: London penetration depth [nm]
    lambda0: Measured | None = None  #: measured penetration depth at T = 0 [nm]
    kappa: Measured | None = None  #: Ginzburg–Landau parameter
    isotope_exponent: Measured | None = None  #: α in Tc ∝ M^(−α)
    parabola_deviation: Measured | None = None  #: largest H_c/H_c(0) − (1 − t²)
    C_es_prefactor: Measured | None = None  #: a in C_es/γTc = a e^(−b Tc/T)
    C_es_exponent: Measured | None = None  #: b in the same fit
    C_es_from: Measured | None = None  #: the fit holds above this T/Tc …
    C_es_to: Measured | None = None  #: … and below this one
    density: Measured | None = None  #: mass density near room temperature [g/cm³]
    atomic_weight: Measured | None = None  #: standard atomic weight [Da]
    valence: Measured | None = None  #: conduction electrons per atom
    rows: tuple[Measured, ...] = ()  #: every row, the second measurements of a quantity too

    @property
    def atom_density(self):
        """Atoms per volume ρ/M, in nm⁻³."""
        return self.density / self.atomic_weight

    @property
    def electron_density(self):
        """Free electrons per volume n = Z ρ/M, in nm⁻³; None without a valence."""
        return None if self.valence is None else self.valence * self.atom_density

    @property
    def N0(self):
        """Density of states per spin and volume, N0 = 3γ/2π² (with phonons), 1/(meV nm³); or None."""
        return None if self.gamma is None else 3 * self.gamma / (2 * pi**2) * self.atom_density

    def __repr__(self):
        lines = [f"{self.name} ({self.symbol})"]
        lines += [
            f"  {row.quantity:<18} {row.amount:<24} {row.status:<8} {row.source}"
            + (f"; {row.note}" if row.note else "")
            for row in self.rows
        ]
        return "\n".join(lines)


# --- sources ---------------------------------------------------------------------------------------------


def _read(where):
    return {"source": where, "status": "sourced"}


def _recalled(where):
    return {"source": where, "status": "recalled"}


WIKIPEDIA = _read('Wikipedia, "Conventional superconductor", table')
VASILIEV = _read("Vasiliev, Superconductivity and Superfluidity, table 7.5 (yumpu.com 59829940); secondary")
DEBYE = _read("Kittel, ISSP 7th ed. (1996), Debye temperatures, as quoted in a public MATLAB table")
PHILLIPS = _read("N. E. Phillips, Phys. Rev. 114, 676 (1959), abstract")
ONEAL = _read("O'Neal & Phillips, Phys. Rev. 137, A748 (1965), abstract")
MERCURY_THALLIUM = _read('van der Hoeven & Keesom, "Specific Heat of Mercury and Thallium" (1964), abstract')
RADEBAUGH = _read('Radebaugh & Keesom, "... Thermodynamic Properties of Vanadium. I" (1966), abstract')
NIOBIUM_GAP = _read('"... Anisotropy in single-crystal Nb" (1973), doi:10.1063/1.1662197, abstract')
MCFADDEN = _read("McFadden et al. (2025), arXiv:2511.02913")
MAXFIELD = _read("Maxfield & McLean, Phys. Rev. 139, A1515 (1965), abstract")
GASPAROVIC = _read("Gasparovic & McLean, Phys. Rev. B 2, 2519 (1970), abstract")
LOCK = _read("Lock, Pippard & Shoenberg, Proc. Camb. Phil. Soc. 47, 811 (1951), abstract")
LOCK_FILMS = _read("Lock, Proc. R. Soc. A 208, 391 (1951), abstract")
TOXEN = _read("Toxen, Critical Fields of Thin Superconducting Films I, Phys. Rev. (1962), abstract")
SUTER = _read("Suter et al., PRB 72, 024506 (2005), arXiv:cond-mat/0504626, abstract")
SERIN = _read("Serin, Reynolds & Lohman, Phys. Rev. 86, 162 (1952), abstract")
HAKE = _read("Hake, Mapother & Decker, Phys. Rev. 112, 1522 (1958), abstract")
MENDELEEV = _read("mendeleev 1.3.0, elements.db")
ANDERSON = _read("Anderson & Redfield, Phys. Rev. 116, 583 (1959), abstract")
KU = _read("Ku et al., Science 335, 563 (2012), arXiv:1110.3309, abstract")
CARLSON = _read("Carlson & Reddy, PRL 100, 150403 (2008), arXiv:0711.0414, abstract")
ZUERN = _read("Zuern et al. (2013), arXiv:1211.1512, abstract")
JOSEPH = _read("Joseph et al., PRL 98, 170401 (2007), abstract")
AME2012 = _read("AME2012 mass excesses, as shipped in masstable 0.4.1: |three-point staggering|")
PAGE = _read("Page, arXiv:1206.5011; arXiv:1110.5116")
RUDIN = _read("Rudin et al., arXiv:cond-mat/9806053, abstract")
TANTALUM = _read('"Electron-phonon interaction effects in tantalum", abstract (scilit.com)')
WOLF = _read("Wolf, Burnell & Noer, Phys. Lett. A (1981), abstract")

KITTEL_GAMMA = _recalled("Kittel, ISSP 8th ed., ch. 6 table 2")
KITTEL_FIELD = _recalled("Kittel, ISSP 8th ed., ch. 10 table 1")
KITTEL_ISOTOPE = _recalled("Kittel, ISSP 8th ed., ch. 10 table 4")
KITTEL_LENGTH = _recalled("Kittel, ISSP 8th ed., ch. 10 table 5")
AM_JUMP = _recalled("Ashcroft & Mermin (1976), table 34.3")
AM_GAP = _recalled("Ashcroft & Mermin (1976), table 34.3; Kittel ch. 10 table 3")
AM_FERMI = _recalled("Ashcroft & Mermin (1976), table 2.1 (free-electron value)")
AM_VALENCE = _recalled("Ashcroft & Mermin (1976), table 1.1")
REYNOLDS = _recalled("Reynolds et al. (1950), Maxwell (1950), as textbooks quote them; check before use")
HEBEL = _recalled("Hebel & Slichter (1957, 1959), Masuda & Redfield (1962)")
GIAEVER = _recalled("Giaever & Megerle (1961)")
SCHIROTZEK = _recalled("Schirotzek et al., PRL 101, 140403 (2008)")
KU_RECALLED = _recalled("Ku et al., Science 335, 563 (2012)")
ZUERN_RECALLED = _recalled("Zuern et al. (2013)")
CHIN = _recalled("Chin et al., Science 305, 1128 (2004)")
NUCLEAR_RULE = _recalled("the usual global fit of pairing gaps")
DEAN = _recalled("Dean & Hjorth-Jensen, RMP (2003)")
GEZERLIS = _recalled("Dean & Hjorth-Jensen, RMP (2003); Gezerlis & Carlson")
BUBALLA = _recalled("Buballa, Phys. Rep. 407, 205 (2005), table 2.1")
ALLEN_DYNES = _recalled("Allen & Dynes (1975)")


# --- the elements ----------------------------------------------------------------------------------------


def _rows(quantity, unit, source, note="", **values):
    """Rows of one quantity from one source: symbol = number, or (number, uncertainty)."""
    pairs = {symbol: v if isinstance(v, tuple) else (v, None) for symbol, v in values.items()}
    return [
        Measured(symbol, quantity, number, unit, uncertainty=uncertainty, note=note, **source)
        for symbol, (number, uncertainty) in pairs.items()
    ]


# A line per quantity and source, as in the printed tables: compare neighbours at a glance. The first row of a
# quantity counts: sourced before recalled (and the Tc of zinc that goes with its gap before the other one).
# fmt: off
_ELEMENT_ROWS = [
    *_rows("Tc", "K", VASILIEV, Cd=0.51, Ga=1.09, In=3.41, Tl=2.39, Zn=0.85),
    *_rows("Tc", "K", WIKIPEDIA, Al=1.20, Hg=4.15, Mo=0.92, Nb=9.26, Pb=7.19, Sn=3.72, Ta=4.48, Ti=0.39,
           V=5.30, Zn=0.88),
    *_rows("Tc", "K", PHILLIPS, "calorimetric", Al=1.163),
    *_rows("Tc", "K", MERCURY_THALLIUM, "calorimetric", Hg=4.16, Tl=2.38),
    *_rows("Tc", "K", RADEBAUGH, "this sample, calorimetric", V=(5.379, 0.004)),
    *_rows("Tc", "K", KITTEL_FIELD, Os=0.655, Ru=0.51, Zr=0.546),

    *_rows("theta_D", "K", DEBYE, Al=428, Cd=209, Ga=320, Hg=71.9, In=108, Mo=450, Nb=275, Pb=105, Sn=200,
           Ta=240, Ti=420, Tl=78.5, V=380, Zn=327),
    *_rows("theta_D", "K", PHILLIPS, "calorimetric", Al=427.7),
    *_rows("theta_D", "K", MERCURY_THALLIUM, "T → 0", Hg=71.9, Tl=78.5),
    *_rows("theta_D", "K", RADEBAUGH, "T → 0", V=(382, 10)),

    *_rows("gamma", "mJ/(mol K^2)", PHILLIPS, Al=1.35),
    *_rows("gamma", "mJ/(mol K^2)", ONEAL, In=1.69),
    *_rows("gamma", "mJ/(mol K^2)", MERCURY_THALLIUM, "Kittel's table has the same number", Hg=1.79, Tl=1.47),
    *_rows("gamma", "mJ/(mol K^2)", RADEBAUGH, V=9.82),
    *_rows("gamma", "mJ/(mol K^2)", KITTEL_GAMMA, Cd=0.688, Nb=7.79, Pb=2.98, Sn=1.78, Ta=5.9,
           V=9.26, Zn=0.64),

    *_rows("Hc0", "G", PHILLIPS, Al=103.0),
    *_rows("Hc0", "G", MERCURY_THALLIUM, Tl=176.5),
    *_rows("Hc0", "G", KITTEL_FIELD, Cd=30, Hg=412, In=293, Pb=803, Sn=309, Ta=830, Tl=171, Zn=53),
    *_rows("Hc0", "G", KITTEL_FIELD, "type II: the thermodynamic field", Nb=1980, V=1420),

    *_rows("heat_capacity_jump", "", AM_JUMP, Al=1.4, Cd=1.4, Hg=2.4, In=1.7, Nb=1.9, Pb=2.7, Sn=1.6, Ta=1.6,
           Tl=1.5, V=1.5, Zn=1.3),

    *_rows("gap_ratio", "", VASILIEV, "from Delta0 and Tc of the same table",
           Cd=3.28, Ga=3.60, Hg=4.61, In=3.68, Pb=4.45, Sn=3.70, Tl=3.58, Zn=3.55),
    *_rows("gap_ratio", "", NIOBIUM_GAP, "tunnelling", Nb=3.93),
    *_rows("gap_ratio", "", GASPAROVIC, "tunnelling, quoted there", Pb=4.3),
    *_rows("gap_ratio", "", GASPAROVIC, "what the penetration depth fits", Pb=3.75),
    *_rows("gap_ratio", "", AM_GAP, Al=3.4, Cd=3.2, Hg=4.6, In=3.6, Nb=3.8, Pb=4.38, Sn=3.5, Ta=3.6, Tl=3.57,
           V=3.4, Zn=3.2),

    *_rows("Delta0", "meV", VASILIEV, Cd=0.072, Ga=0.169, Hg=0.824, In=0.541, Pb=1.38, Sn=0.593,
           Tl=0.369, Zn=0.130),
    *_rows("Delta0", "meV", NIOBIUM_GAP, "half of 3.12 ± 0.05", Nb=(1.56, 0.025)),

    *_rows("v_F", "× 10^6 m/s", AM_FERMI, Al=2.03, Cd=1.62, Hg=1.58, In=1.74, Nb=1.37, Pb=1.83, Sn=1.90,
           Tl=1.69, Zn=1.83),

    *_rows("xi0", "nm", MCFADDEN, "about", Nb=40),
    *_rows("xi0", "nm", GASPAROVIC, "review of experiments", Pb=96),
    *_rows("xi0", "nm", TOXEN, "from the critical fields of films", In=(260, 40)),
    *_rows("xi0", "nm", KITTEL_LENGTH, Al=1600, Cd=760, Pb=83, Sn=230),

    *_rows("lambda_L", "nm", MCFADDEN, "about", Nb=29),
    *_rows("lambda_L", "nm", MAXFIELD, Nb=(39, 5)),
    *_rows("lambda_L", "nm", GASPAROVIC, "review of experiments", Pb=30.5),
    *_rows("lambda_L", "nm", TOXEN, "from the critical fields of films", In=(35, 3)),
    *_rows("lambda_L", "nm", KITTEL_LENGTH, Al=16, Cd=110, Pb=37, Sn=34),
    *_rows("lambda0", "nm", MAXFIELD, Nb=(47, 5)),
    *_rows("lambda0", "nm", LOCK_FILMS, "films", Pb=(39, 3), Sn=(50, 1)),
    *_rows("lambda0", "nm", LOCK_FILMS, "films; printed without the 10⁻⁶ cm that the others have", In=(64, 3)),
    *_rows("kappa", "", SUTER, "films", Nb=(0.7, 0.2), Pb=(0.6, 0.1), Ta=(0.5, 0.2)),

    *_rows("isotope_exponent", "", LOCK, "masses 116, 120, 124", Sn=(0.462, 0.014)),
    *_rows("isotope_exponent", "", SERIN, Sn=0.46),
    *_rows("isotope_exponent", "", HAKE, Pb=(0.501, 0.013)),
    *_rows("isotope_exponent", "", KITTEL_ISOTOPE, Cd=(0.32, 0.07), Hg=(0.50, 0.03), Mo=0.33, Os=(0.15, 0.05),
           Pb=(0.49, 0.02), Ru=(0.00, 0.05), Sn=(0.47, 0.02), Tl=(0.61, 0.10), Zn=(0.45, 0.05),
           Zr=(0.00, 0.05)),
    *_rows("isotope_exponent", "", REYNOLDS, Hg=0.48),

    *_rows("parabola_deviation", "", PHILLIPS, "largest, below the parabola", Al=-0.04),
    *_rows("C_es_prefactor", "", PHILLIPS, "below C_es_from the data lie above, ×4 at the lowest T", Al=7.1),
    *_rows("C_es_prefactor", "", MERCURY_THALLIUM, Hg=15, Tl=9),
    *_rows("C_es_exponent", "", PHILLIPS, Al=1.34),
    *_rows("C_es_exponent", "", MERCURY_THALLIUM, Hg=1.64, Tl=1.52),
    *_rows("C_es_from", "", PHILLIPS, Al=0.25),
    *_rows("C_es_to", "", PHILLIPS, Al=0.5),

    *_rows("density", "g/cm^3", MENDELEEV, "295 K", Al=2.70, Cd=8.69, Ga=5.91, In=7.31, Mo=10.2, Nb=8.57,
           Os=22.5872, Pb=11.3, Ru=12.1, Sn=7.287, Ta=16.4, Ti=4.506, Tl=11.8, V=6.0, Zn=7.134, Zr=6.52),
    *_rows("density", "g/cm^3", MENDELEEV, "295 K: the liquid; the solid is some 5 % denser", Hg=13.5336),
    *_rows("atomic_weight", "Da", MENDELEEV, Al=26.9815385, Cd=112.414, Ga=69.723, Hg=200.592, In=114.818,
           Mo=95.95, Nb=92.90637, Os=190.23, Pb=207.2, Ru=101.07, Sn=118.71, Ta=180.94788, Ti=47.867,
           Tl=204.38, V=50.9415, Zn=65.38, Zr=91.224),
    *_rows("valence", "", AM_VALENCE, Al=3, Cd=2, Ga=3, Hg=2, In=3, Nb=1, Pb=4, Sn=4, Tl=3, Zn=2),
]

_NAMES = dict(
    Al="aluminium", Cd="cadmium", Ga="gallium", Hg="mercury", In="indium", Mo="molybdenum", Nb="niobium",
    Os="osmium", Pb="lead", Ru="ruthenium", Sn="tin", Ta="tantalum", Ti="titanium", Tl="thallium",
    V="vanadium", Zn="zinc", Zr="zirconium",
)
# fmt: on


def _element(symbol):
    rows = [row for row in _ELEMENT_ROWS if row.of == symbol]
    first = {row.quantity: row for row in reversed(rows)}
    return Element(symbol, _NAMES[symbol], **first, rows=tuple(rows))


#: The superconducting elements by symbol.
elements = MappingProxyType({symbol: _element(symbol) for symbol in _NAMES})

# --- everything else -------------------------------------------------------------------------------------


def _numbered(of, quantity, unit, source, values):
    return MappingProxyType(
        {key: Measured(of.format(key), quantity, number, unit, **source) for key, number in values.items()}
    )


# fmt: off
#: Isotope masses by symbol and mass number.
isotope_masses = MappingProxyType({
    "Hg": _numbered("Hg-{}", "mass", "Da", MENDELEEV, {
        196: 195.96583, 198: 197.96677, 199: 198.96828, 200: 199.96833, 201: 200.9703,
        202: 201.97064, 204: 203.97349}),
    "Pb": _numbered("Pb-{}", "mass", "Da", MENDELEEV, {
        204: 203.97304, 206: 205.97447, 207: 206.9759, 208: 207.97665}),
    "Sn": _numbered("Sn-{}", "mass", "Da", MENDELEEV, {116: 115.90174, 120: 119.9022, 124: 123.90528}),
})

#: Tc of mercury by the mean mass number of the sample.
mercury_isotopes = _numbered("Hg of mean mass {}", "Tc", "K", REYNOLDS, {199.5: 4.185, 203.4: 4.146})

#: Odd-even staggering |Δ(3)| of tin nuclei by neutron number.
tin_staggering = _numbered("Sn, N = {}", "|Delta(3)|", "MeV", AME2012, {
    54: 1.473, 55: 1.152, 56: 1.429, 57: 1.200, 58: 1.498, 59: 1.325, 60: 1.557,
    61: 1.309, 62: 1.522, 63: 1.278, 64: 1.376, 65: 1.008, 66: 1.310, 67: 1.192,
    68: 1.421, 69: 1.311, 70: 1.467, 71: 1.323, 72: 1.435, 73: 1.271, 74: 1.378,
    75: 1.228, 76: 1.331, 77: 1.217, 78: 1.323, 79: 1.140, 80: 1.193, 81: 1.066})

nuclei = MappingProxyType({
    "rule": Measured("nuclei", "sqrt(A) x gap", 12, "MeV", **NUCLEAR_RULE),
})

#: Nuclear relaxation.
nmr = MappingProxyType({
    "T1T_Al27": Measured("Al-27, normal", "T1 T", 1.80, "s K", uncertainty=0.05, **ANDERSON),
    "T1T_Li7": Measured("Li-7, normal", "T1 T", 44, "s K", uncertainty=2, **ANDERSON),
    "T1T_Na23": Measured("Na-23, normal", "T1 T", 5.1, "s K", uncertainty=0.3, **ANDERSON),
    "T1T_Cu63": Measured("Cu-63, normal", "T1 T", 1.27, "s K", uncertainty=0.07, **ANDERSON),
    "peak": Measured("Al", "R_s/R_n at its peak", 2, "", note="about, just below Tc", **HEBEL),
})

#: The full gap 2Δ from the first tunnel junctions.
tunnel_gaps = MappingProxyType({
    "Al": Measured("Al", "2 Delta", 0.34, "meV", uncertainty=0.02, note="from 0.32 to 0.36", **GIAEVER),
    "In": Measured("In", "2 Delta", 1.05, "meV", **GIAEVER),
    "Pb": Measured("Pb", "2 Delta", 2.68, "meV", **GIAEVER),
    "Sn": Measured("Sn", "2 Delta", 1.13, "meV", uncertainty=0.02, note="from 1.11 to 1.15", **GIAEVER),
})

#: Fermi gases of lithium-6 at resonance.
cold_atoms = MappingProxyType({
    "Tc_unitary": Measured("unitary gas", "Tc/T_F", 0.167, "", uncertainty=0.013, **KU),
    "gap_unitary": Measured("unitary gas", "Delta/E_F", 0.45, "", uncertainty=0.05,
                            note="analysis of polarised-gas data", **CARLSON),
    "gap_rf": Measured("unitary gas", "Delta/E_F", 0.44, "", note="quasiparticle spectroscopy", **SCHIROTZEK),
    "bertsch_2012": Measured("unitary gas", "Bertsch parameter", 0.376, "", uncertainty=0.004, **KU_RECALLED),
    "bertsch_2013": Measured("unitary gas", "Bertsch parameter", 0.370, "", uncertainty=0.009,
                             note="Ku's data corrected; 0.370(5)(8), here added in quadrature", **ZUERN),
    "resonance_Li6": Measured("Li-6", "resonance field", 832.18, "G", **ZUERN_RECALLED),
    "sound_scatter": Measured("at resonance", "spread of c/v_F", 0.018, "",
                              note="c ∝ v_F over a factor 30 in density", **JOSEPH),
    "gap_rf_2004": Measured("trapped gas", "rf gap/E_F", 0.2, "", note="about; trap average", **CHIN),
})

neutron_stars = MappingProxyType({
    "triplet_gap": Measured("neutrons 3P-F2", "gap", 0.1, "MeV", note="about; from Cas A cooling", **PAGE),
    "singlet_gap_bcs": Measured("neutrons 1S0", "largest BCS gap", 3, "MeV", note="about", **DEAN),
    "singlet_k_F": Measured("neutrons 1S0", "k_F of the largest gap", 0.85, "1/fm", uncertainty=0.05,
                            note="from 0.8 to 0.9", **DEAN),
    "singlet_gap": Measured("neutrons 1S0", "largest gap", 1.5, "MeV", uncertainty=0.5,
                            note="after polarisation, or quantum Monte Carlo: 1 to 2", **GEZERLIS),
})

#: Strength λ of the electron-phonon coupling, and Tc → asymptote · ω √λ for large λ.
electron_phonon = MappingProxyType({
    "In": Measured("In", "lambda", 0.9, "", uncertainty=0.1, note="tunnelling, inverted again", **RUDIN),
    "In_older": Measured("In", "lambda", 0.805, "", note="long quoted", **RUDIN),
    "Ta": Measured("Ta", "lambda", 0.88, "", note="calculated", **TANTALUM),
    "Ta_tunnelling": Measured("Ta", "lambda", 0.73, "", note="proximity tunnelling", **WOLF),
    "asymptote": Measured("lambda → ∞", "Tc/omega sqrt(lambda)", 0.1827, "", note="theory", **ALLEN_DYNES),
})


def _njl(cutoff, coupling, quark_mass, M, condensate):
    set_ = f"NJL M = {M}"
    return MappingProxyType({
        "cutoff": Measured(set_, "cutoff", cutoff, "MeV", **BUBALLA),
        "coupling": Measured(set_, "G cutoff^2", coupling, "", **BUBALLA),
        "quark_mass": Measured(set_, "bare quark mass", quark_mass, "MeV", **BUBALLA),
        "M": Measured(set_, "constituent mass", M, "MeV", **BUBALLA),
        "f_pi": Measured(set_, "f_pi", 92.4, "MeV", **BUBALLA),
        "condensate": Measured(set_, "cube root of <qq> per flavour", condensate, "MeV", **BUBALLA),
    })


#: Parameter sets of the two-flavour NJL model (a fit, not a measurement) by constituent mass in MeV.
njl_sets = MappingProxyType({
    300: _njl(664.3, 2.06, 5.0, 300, -250.8),
    400: _njl(587.9, 2.44, 5.6, 400, -240.8),
    500: _njl(569.3, 2.81, 5.5, 500, -242.4),
})

#: What sources say without a number, by subject.
remarks = MappingProxyType({
    "mercury": Remark("the exponent of tin is very similar to that found before in mercury", **LOCK),
    "mercury_caution": Remark("a re-analysis claims that α of mercury is far from 0.5",
                              **_read("arXiv:1102.1467, abstract")),
    "nmr": Remark("T1 of type-I superconductors is always longer than simple BCS gives: broadening is needed",
                  **_read("Williamson & MacLaughlin, LT-13, Springer 978-1-4684-2688-5_154, abstract")),
    "tunnelling": Remark("the pairs Al-Pb, Sn-Pb and In-Sn agree closely and quantitatively with BCS",
                         **_read('Shapiro, Nicol et al., "Superconductivity and Electron Tunneling"')),
    "gap_rf": Remark("quasiparticle spectroscopy gives the local gap",
                     **_read("Schirotzek et al., PRL 101, 140403 (2008), abstract")),
    "crossover_gap": Remark("Bragg spectroscopy gives the gap across the crossover, in figures only",
                            **_read("Biss et al., PRL 128, 100401 (2022); "
                                    "Hoinka et al., Nat. Phys. 13, 943 (2017), arXiv:1707.00406")),
    "electron_phonon": Remark("a table of λ exists; its numbers were not read",
                              **_read("P. B. Allen, The electron-phonon coupling constant (2000)")),
})
# fmt: on


def all_rows():
    """Every measured row of this module.

    Returns
    -------
    tuple of Measured
    """
    tables = [*isotope_masses.values(), mercury_isotopes, tin_staggering, nuclei, nmr, tunnel_gaps]
    tables += [cold_atoms, neutron_stars, electron_phonon, *njl_sets.values()]
    return (*_ELEMENT_ROWS, *(row for table in tables for row in table.values()))
