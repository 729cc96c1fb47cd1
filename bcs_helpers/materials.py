"""Measured values, each a frozen row: its number and unit, its error, its kind, its method, its source.

>>> from bcs_helpers.materials import elements, rows
>>> from bcs_helpers.units import kelvin
>>> Al = elements["Al"]
>>> Al.Tc / kelvin
1.181
>>> Al.Tc
Al Tc = 1.181 ± 0.0025 K (compiled, fixed point: Bedford et al., Metrologia 33, 133 (1996))
>>> [row.amount for row in rows(quantity="gap_ratio", kind="derived", method="ultrasound")]
['4.1 ± 0.2']

A row *is* a float in package units, so formulas take it as it stands. `print(Al)` shows all rows of aluminium.

The kind says how far a number is from an experiment:

- *measured*: the experiment reads this quantity;
- *derived*: fitted to, or computed from, other measured data;
- *calculated*: from another quantity by thermodynamics, or from theory. It is no second witness for its data;
- *compiled*: quoted from a table;
- *recalled*: written down from memory. Say so where it is shown, and never draw it as data.

Where several rows give one quantity of an element, the first kind of this list counts, unless a row is named as
preferred and says why. `rows` selects rows to draw; it leaves recalled ones out unless they are asked for.
A bound or a range is a `Range`, never a number; what a source says in words is a `Remark`.

The rows stand in `measured.csv`, a line each; their sources in `sources.toml`.
"""

import csv
import tomllib
from dataclasses import dataclass, fields
from importlib.resources import files
from math import inf, pi
from types import MappingProxyType

from ._arguments import real
from .units import (
    MeV,
    dalton,
    electron_mass,
    fm,
    gauss,
    hertz,
    joule,
    kelvin,
    kilogram,
    metre,
    meV,
    mole,
    nm,
    ohm,
    second,
)

__all__ = [
    "KINDS",
    "METHODS",
    "Element",
    "Measured",
    "Range",
    "Remark",
    "Source",
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
    "particles",
    "plasmons",
    "ranges",
    "remarks",
    "rows",
    "sources",
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
        "G/K": gauss / kelvin,
        "nm": nm,
        "fm": fm,
        "1/fm": 1 / fm,
        "s": second,
        "year": 365.25 * 86400 * second,
        "Hz": hertz,  # becomes the energy h times the frequency
        "ohm m": ohm * metre,
        "× 10^6 m/s": 1e6 * metre / second,
        "mJ/(mol K^2)": 1e-3 * joule / mole / kelvin**2,  # becomes 1/energy, per atom
        "mJ/(mol K^4)": 1e-3 * joule / mole / kelvin**4,
        "g/cm^3": 1e-3 * kilogram / (1e-2 * metre) ** 3,
        "Da": dalton,
        "s K": second * kelvin,  # becomes a pure number
    }
)

#: From the experiment outwards; the order in which rows of one quantity count.
KINDS = ("measured", "derived", "calculated", "compiled", "recalled")

#: How a number was got.
METHODS = (
    "tunnelling",
    "Andreev reflection",
    "far infrared",
    "microwave",
    "ultrasound",
    "thermal conductivity",
    "calorimetric",
    "magnetic",
    "muons",
    "penetration depth",
    "resistive",
    "persistent current",
    "rotating ring",
    "NMR",
    "electron energy loss",
    "density profiles",
    "collective oscillation",
    "sound",
    "radio frequency",
    "terahertz",
    "Bragg spectroscopy",
    "mass measurements",
    "pulsar timing",
    "X-ray",
    "world average",
    "fixed point",
    "table",
    "theory",
    "lattice QCD",
    "not stated",
)


@dataclass(frozen=True, eq=False, repr=False)
class Source(str):
    """Where a number stands: a text, its citation, that knows where to look it up.

    Parameters
    ----------
    citation : str
        What prints.
    title, doi, arxiv : str
        Empty where not known.
    read : str
        What of it was read: "abstract", "table" …; "computed" where it is our own arithmetic; empty where
        the number was recalled.
    """

    citation: str
    title: str = ""
    doi: str = ""
    arxiv: str = ""
    read: str = ""

    def __new__(cls, citation, *_, **__):
        return super().__new__(cls, citation)

    def __getnewargs__(self):
        return tuple(getattr(self, field.name) for field in fields(self))

    @property
    def link(self):
        """Address of the source; empty where neither DOI nor arXiv number is known."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return f"https://arxiv.org/abs/{self.arxiv}" if self.arxiv else ""


def _known(kind, method, source):
    if kind not in KINDS:
        raise ValueError(f"kind must be one of {', '.join(KINDS)}, got {kind!r}")
    if method not in METHODS:
        raise ValueError(f"method must be one of {', '.join(METHODS)}, got {method!r}")
    if not source:
        raise ValueError("source must be named, got an empty one")


def _factor(unit):
    if unit not in UNITS:
        raise ValueError(f"unit must be one of {', '.join(map(repr, UNITS))}, got {unit!r}")
    return UNITS[unit]


@dataclass(frozen=True, eq=False, repr=False)
class Measured(float):
    """A number from an experiment, a table or a theory: a float in package units that knows where it is from.

    Arithmetic gives plain floats. A row is true even where its number is 0: it is there.

    Parameters
    ----------
    of, quantity : str
        What was measured on what.
    number : float
        The value in its usual unit; `amount` is its text.
    unit : str
        One of `UNITS`, "" for a pure number.
    kind, method : str
        One of `KINDS` and one of `METHODS`.
    source : str or Source
        Where the number stands.
    uncertainty : float or None
        The error in the unit of `number`; None where none is given.
    note : str
        What else a reader must know.
    preferred : str
        Why this row counts before rows of better kinds; empty for most.

    Raises
    ------
    ValueError
        Unknown unit, kind or method, empty source, number not finite. TypeError where it is no number.
    """

    of: str
    quantity: str
    number: float
    unit: str
    kind: str
    method: str
    source: str
    uncertainty: float | None = None
    note: str = ""
    preferred: str = ""

    def __new__(cls, of, quantity, number, unit, *_, **__):
        return super().__new__(cls, next(iter(real(number=number))) * _factor(unit))

    def __post_init__(self):
        _known(self.kind, self.method, self.source)

    def __getnewargs__(self):  # so that copies and pickles keep the source
        return tuple(getattr(self, field.name) for field in fields(self))

    def __bool__(self):
        return True

    def __repr__(self):
        return _line(self)

    @property
    def value(self):
        """The value as a plain float in package units."""
        return float(self)

    @property
    def amount(self):
        """Number, error and unit as text."""
        spread = "" if self.uncertainty is None else f" ± {self.uncertainty:.10g}"
        return f"{self.number:.10g}{spread} {self.unit}".rstrip()


@dataclass(frozen=True, repr=False)
class Range:
    """A bound or a range where no single number was given: from `low` to `high` in the usual unit.

    The open side of a bound is ±inf. Not a float: a range is no number. The other fields are those of `Measured`.
    """

    of: str
    quantity: str
    low: float
    high: float
    unit: str
    kind: str
    method: str
    source: str
    note: str = ""

    def __post_init__(self):
        _known(self.kind, self.method, self.source)
        _factor(self.unit)
        if not self.low < self.high:
            raise ValueError(f"low must be below high, got {self.low!r} and {self.high!r}")

    def __repr__(self):
        return _line(self)

    @property
    def amount(self):
        """The range and its unit as text."""
        if self.low == -inf:
            text = f"≤ {self.high:.10g}"
        elif self.high == inf:
            text = f"≥ {self.low:.10g}"
        else:
            text = f"{self.low:.10g} to {self.high:.10g}"
        return f"{text} {self.unit}".rstrip()


def _line(row):
    equals = "" if isinstance(row, Range) else "= "
    note = f"; {row.note}" if row.note else ""
    return f"{row.of} {row.quantity} {equals}{row.amount} ({row.kind}, {row.method}: {row.source}{note})"


@dataclass(frozen=True, repr=False)
class Remark:
    """What a source says without giving a number of its own."""

    text: str
    kind: str
    method: str
    source: str

    def __post_init__(self):
        _known(self.kind, self.method, self.source)

    def __repr__(self):
        return f"{self.text} ({self.kind}, {self.method}: {self.source})"


@dataclass(frozen=True, repr=False)
class Element:
    """A superconducting element; each quantity the `Measured` row that counts, or None where there is none.

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
    v_F: Measured | None = None  #: Fermi velocity of free electrons, calculated [10⁶ m/s]
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
    dHc_dT: Measured | None = None  #: −dH_c/dT at Tc [G/K]
    lattice_T3: Measured | None = None  #: coefficient of T³ in the normal heat capacity [mJ/(mol K⁴)]
    dlambda_dy: Measured | None = None  #: dλ/dy near Tc, y = (1 − t⁴)^(−1/2) [nm]
    gap_difference: Measured | None = None  #: between two gaps Δ of one crystal [meV]
    gap_anisotropy: Measured | None = None  #: large gap over small gap
    density: Measured | None = None  #: mass density near room temperature [g/cm³]
    atomic_weight: Measured | None = None  #: standard atomic weight [Da]
    valence: Measured | None = None  #: conduction electrons per atom
    rows: tuple[Measured, ...] = ()  #: every row, the one that counts before the others of its quantity

    @property
    def atom_density(self):
        """Atoms per volume ρ/M, in nm⁻³; None without a density."""
        return None if self.density is None else self.density / self.atomic_weight

    @property
    def electron_density(self):
        """Free electrons per volume n = Z ρ/M, in nm⁻³; None without a valence."""
        return None if self.valence is None else self.valence * self.atom_density

    @property
    def N0(self):
        """Density of states per spin and volume, N0 = 3γ/2π² (with phonons), 1/(meV nm³); or None."""
        return None if self.gamma is None or self.density is None else 3 * self.gamma / (2 * pi**2) * self.atom_density

    def __repr__(self):
        lines = [f"{self.name} ({self.symbol})"]
        lines += [
            f"  {row.quantity:<18} {row.amount:<24} {row.kind:<10} {row.method:<16} {row.source}"
            + (f"; {row.note}" if row.note else "")
            for row in self.rows
        ]
        return "\n".join(lines)


# --- the tables ------------------------------------------------------------------------------------------


def _text(name):
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


#: Every source by its short name, the one that `measured.csv` uses.
sources = MappingProxyType({name: Source(**given) for name, given in tomllib.loads(_text("sources.toml")).items()})


def _row(line):
    """The row of a line of measured.csv: a number, or low..high with either end left open."""
    what = {name: line[name] for name in ("of", "quantity", "unit", "kind", "method", "note")}
    what["source"] = sources[line["source"]]
    low, dots, high = line["number"].partition("..")
    if dots:
        return Range(low=float(low or -inf), high=float(high or inf), **what)
    uncertainty = float(line["uncertainty"]) if line["uncertainty"] else None
    return Measured(number=float(low), uncertainty=uncertainty, preferred=line["preferred"], **what)


def _key(text):
    """195 and 199.5 are numbers, "Al" is a name."""
    for number in (int, float):
        try:
            return number(text)
        except ValueError:
            pass
    return text


def _read():
    found, tables = [], {}
    for line in csv.DictReader(_text("measured.csv").splitlines()):
        row = _row(line)
        found.append(row)
        if line["table"]:
            tables.setdefault(line["table"], {})[_key(line["key"])] = row
    nested = {}
    for name, table in tables.items():
        first, _, second = name.partition(".")
        if second:
            nested.setdefault(first, {})[_key(second)] = MappingProxyType(table)
        else:
            nested[first] = table
    return found, {name: MappingProxyType(table) for name, table in nested.items()}


_FOUND, _TABLES = _read()

_NAMES = {
    **{"Al": "aluminium", "Cd": "cadmium", "Ga": "gallium", "Hf": "hafnium", "Hg": "mercury", "In": "indium"},
    **{"La": "lanthanum", "Mo": "molybdenum", "Nb": "niobium", "Os": "osmium", "Pb": "lead", "Re": "rhenium"},
    **{"Ru": "ruthenium", "Sn": "tin", "Ta": "tantalum", "Th": "thorium", "Ti": "titanium", "Tl": "thallium"},
    **{"V": "vanadium", "Zn": "zinc", "Zr": "zirconium"},
}

_QUANTITIES = {field.name for field in fields(Element)}


def _fermi_velocity(symbol, valence, atom_density):
    """The calculated row of v_F; recalled where the valence is."""
    v_F = (3 * pi**2 * valence * atom_density) ** (1 / 3) / electron_mass / UNITS["× 10^6 m/s"]
    kind = "recalled" if valence.kind == "recalled" else "calculated"
    source = sources["free_electrons"]
    return Measured(symbol, "v_F", round(v_F, 3), "× 10^6 m/s", kind, "theory", source, note="free electrons")


def _element(symbol):
    found = [r for r in _FOUND if r.of == symbol and r.quantity in _QUANTITIES and isinstance(r, Measured)]
    found.sort(key=lambda row: (not row.preferred, KINDS.index(row.kind)))
    first = {row.quantity: row for row in reversed(found)}
    if "valence" in first:
        first["v_F"] = _fermi_velocity(symbol, first["valence"], first["density"] / first["atomic_weight"])
        found.append(first["v_F"])
    return Element(symbol, _NAMES[symbol], **first, rows=tuple(found))


#: The superconducting elements by symbol.
elements = MappingProxyType({symbol: _element(symbol) for symbol in _NAMES})

#: Isotope masses by symbol and mass number.
isotope_masses = _TABLES["isotope_masses"]
#: Tc of mercury by the mean mass number of the sample.
mercury_isotopes = _TABLES["mercury_isotopes"]
#: Odd-even staggering |Δ(3)| of tin nuclei by neutron number. N = 54 rests on an extrapolated mass; from N = 82,
#: a closed shell, it is no pairing gap.
tin_staggering = _TABLES["tin_staggering"]
#: A rule for the pairing gaps of nuclei.
nuclei = _TABLES["nuclei"]
#: Nuclear relaxation.
nmr = _TABLES["nmr"]
#: The full gap 2Δ from the first tunnel junctions.
tunnel_gaps = _TABLES["tunnel_gaps"]
#: Fermi gases of lithium-6 at resonance.
cold_atoms = _TABLES["cold_atoms"]
#: Coefficient α of the plasmon dispersion ω = ω_p + α ħq²/m, measured ("Al") and calculated ("Al_theory").
plasmons = _TABLES["plasmons"]
#: Gaps of neutron matter, Cas A, glitches.
neutron_stars = _TABLES["neutron_stars"]
#: Pion, sigma, condensate.
particles = _TABLES["particles"]
#: Strength λ of the electron-phonon coupling, and the phonons of indium that tunnelling shows.
electron_phonon = _TABLES["electron_phonon"]
#: Parameter sets of the two-flavour NJL model (a fit, not a measurement) by constituent mass in MeV.
njl_sets = _TABLES["njl_sets"]


def _remarks(**found):
    return MappingProxyType({name: Remark(*rest, sources[source]) for name, (*rest, source) in found.items()})


# fmt: off
#: What sources say without a number, by subject.
remarks = _remarks(
    mercury=("the exponent of tin is very similar to that found before in mercury", "measured", "magnetic", "lock1951"),
    nmr=("T1 of type-I superconductors is always longer than simple BCS gives: broadening is needed",
         "measured", "NMR", "williamson1974"),
    rhodium=("in rhodium the relaxation below Tc is slower at all temperatures: no peak",
             "measured", "NMR", "knuuttila2000"),
    indium_sound=("gaps of indium from ultrasound are clearly lower than those of other methods",
                  "derived", "ultrasound", "brickwedde1974"),
    tantalum_heat=("the thermal conductivity of tantalum agrees well with BCS between Tc/2 and Tc",
                   "measured", "thermal conductivity", "tantalum_niobium1962"),
    tunnelling=("the pairs Al-Pb, Sn-Pb and In-Sn agree closely and quantitatively with BCS",
                "measured", "tunnelling", "shapiro_nicol"),
    lead_field=("H_c(T) of lead lies above the parabola, unlike that of all other superconductors known then",
                "measured", "magnetic", "decker1958"),
    niobium_inversion=("the standard inversion of niobium gives a BCS-like spectrum and a negative μ*: it fails",
                       "derived", "tunnelling", "bostock1976"),
    kappa_tables=("κ of five type-I metals is about half of what tables give", "measured", "magnetic", "valko2006"),
    inverse_isotope=("Tc of SrPdH3−x is 2.1 K, of SrPdD2.9 2.2 K: an inverse isotope effect, laid to zero-point motion",
                     "measured", "resistive", "hydride2026"),
    higgs_film=("the current of a pumped NbTiN film oscillates at the frequency 2Δ that the gap reaches at late times",
                "measured", "terahertz", "matsunaga2013"),
    higgs_modulated=("a mode at 2Δ of a strongly interacting gas broadens and disappears toward the molecules",
                     "measured", "radio frequency", "behrle2019"),
    higgs_unitary=("after a quench the unitary gas oscillates at twice the gap, and decays faster than BCS gives",
                   "measured", "Bragg spectroscopy", "higgs2023"),
    higgs_crossover=("the mode agrees with the gap at low T, but its frequency hardly changes with temperature",
                     "measured", "radio frequency", "kell2024"),
    gap_rf=("quasiparticle spectroscopy gives the local gap", "measured", "radio frequency", "schirotzek2008"),
    crossover_gap=("Bragg spectroscopy gives the gap across the crossover, in figures only",
                   "measured", "Bragg spectroscopy", "bragg2022"),
    electron_phonon=("a table of λ exists; its numbers were not read", "compiled", "table", "allen2000"),
    cas_a=("the cooling of Cas A is not explained by pair breaking in the usual 3P2 condensate",
           "calculated", "theory", "leinson2015"),
    crust=("the larger glitches are not explained by the crust even without entrainment",
           "calculated", "theory", "crust_rmf2018"),
)
# fmt: on


def all_rows():
    """Every row of this module that is a number.

    Returns
    -------
    tuple of Measured
    """
    v_F = (element.v_F for element in elements.values() if element.v_F is not None)
    return (*(row for row in _FOUND if isinstance(row, Measured)), *v_F)


def rows(*, of=None, quantity=None, kind=None, method=None, source=None):
    """The rows to draw: all that fit each given word, in the order of their kinds.

    Parameters
    ----------
    of, quantity, method : str or None
        Subject, quantity and method as the rows have them; None takes all.
    kind : str, tuple of str or None
        One or several of `KINDS`. None takes all but recalled: those never are data.
    source : str or None
        A part of the citation.

    Returns
    -------
    tuple of Measured
        Empty where no row has all of it.

    Raises
    ------
    ValueError
        A word that no row has.
    """
    return _select(all_rows(), of, quantity, kind, method, source)


def ranges(*, of=None, quantity=None, kind=None, method=None, source=None):
    """The bounds and ranges that fit each given word; parameters and errors as those of `rows`.

    Returns
    -------
    tuple of Range
    """
    return _select([row for row in _FOUND if isinstance(row, Range)], of, quantity, kind, method, source)


def _select(found, of, quantity, kind, method, source):
    for name, word in (("of", of), ("quantity", quantity), ("method", method)):
        have = METHODS if name == "method" else sorted({getattr(row, name) for row in found})
        if word is not None and word not in have:
            raise ValueError(f"{name} must be one of {', '.join(have)}, got {word!r}")
    kinds = KINDS[:-1] if kind is None else (kind,) if isinstance(kind, str) else tuple(kind)
    for word in kinds:
        if word not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(KINDS)}, got {word!r}")
    if source is not None and not any(source in row.source for row in found):
        raise ValueError(f"source must be a part of a citation, got {source!r}")
    fits = [
        row
        for row in found
        if row.kind in kinds
        and of in (None, row.of)
        and quantity in (None, row.quantity)
        and method in (None, row.method)
        and (source is None or source in row.source)
    ]
    return tuple(sorted(fits, key=lambda row: KINDS.index(row.kind)))
