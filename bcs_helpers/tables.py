"""Tables of numbers as a book prints them: symbols and units in the head, uncertainties beside the value.

table({"metal": ["Al", "Sn"], "$T_c$ / K": numbers([1.181, 3.717], 3)}, caption="Critical temperatures.")

The head and the caption are words and formulas between dollar signs; Jupyter and the book set them. The table is plain
HTML without colours of its own, so it is right on light and dark pages; its first column names the rows.
"""

import re
from html import escape
from math import floor, isfinite, log10
from unicodedata import east_asian_width

from .words import fit

__all__ = ["number", "numbers", "table"]

SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
POWER = re.compile("[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+")
PLAIN = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "−0123456789")
SMALL, LARGE = 1e-3, 1e5  # numbers outside are written with a power of ten


def table(columns, caption=""):
    """The columns side by side, as an object that Jupyter shows.

    Parameters
    ----------
    columns : dict, head -> cells: a list of words, whole numbers, or what `numbers` made; the first column names the
        rows. A unit stands in the head, after a slash: "$T_c$ / K"
    caption : str, a sentence that says what the table shows

    Returns
    -------
    Table, with the faces text/html and text/plain

    Raises
    ------
    ValueError : there is no column; the columns differ in length; a cell is a number that `numbers` has not formatted
    """
    cells = {str(head): list(column) for head, column in columns.items()}
    lengths = {head: len(column) for head, column in cells.items()}
    if len(set(lengths.values())) != 1:
        raise ValueError(f"the columns must be at least one, and as long as each other, got {lengths or 'none'}")
    for head, column in cells.items():
        for cell in column:
            if not (cell is None or isinstance(cell, str) or hasattr(cell, "__index__")):
                raise ValueError(f"column {head!r} holds {cell!r}: say how it is written, numbers(values, digits)")
    right = [all(_is_number(cell) for cell in column) for column in cells.values()]
    heads = [fit(head) for head in cells]
    rows = [["–" if cell is None else fit(str(cell)) for cell in row] for row in zip(*cells.values(), strict=True)]
    return Table(fit(caption), heads, rows, right)


def numbers(values, digits=3, *, decimals=None, error=None):
    """The values as they are written in a column: 1.18, 0.0250, 1.2×10⁻⁵, 3.53(2).

    Parameters
    ----------
    values : numbers; None and nan are shown as a dash
    digits : int, significant digits of each value
    decimals : int, digits after the point instead, for all values alike
    error : numbers or one number, standard uncertainties; then each value ends where its uncertainty does, which is
        given in units of the last digits: 3.53 ± 0.02 is 3.53(2), 1.181 ± 0.012 is 1.181(12)

    Returns
    -------
    list of str

    Raises
    ------
    ValueError : digits is below 1 or decimals below 0; an uncertainty is negative
    """
    values = list(values)
    errors = list(error) if hasattr(error, "__len__") else [error] * len(values)
    if len(errors) != len(values):
        raise ValueError(f"error must be one number or {len(values)}, got {len(errors)}")
    return [number(value, digits, decimals=decimals, error=e) for value, e in zip(values, errors, strict=True)]


def number(value, digits=3, *, decimals=None, error=None):
    """One value as `numbers` writes it, for a sentence or a cell."""
    if digits < 1 or (decimals is not None and decimals < 0):
        raise ValueError(f"digits must be at least 1 and decimals at least 0, got {digits} and {decimals}")
    if value is None or value != value:
        return "–"
    if not isfinite(value):
        return "∞" if value > 0 else "−∞"
    if error is not None and error == error and error != 0:
        if error < 0:
            raise ValueError(f"error must not be negative, got {error}")
        return _uncertain(value, error)
    if decimals is not None:
        return _signed(f"{value:.{decimals}f}")
    if value == 0:
        return "0"
    rounded = float(f"{value:.{digits - 1}e}")
    if not SMALL <= abs(rounded) < LARGE:
        return _power(f"{value:.{digits - 1}e}")
    return _signed(f"{rounded:.{max(digits - 1 - floor(log10(abs(rounded))), 0)}f}")


def _uncertain(value, error):
    """3.53(2): two digits of the uncertainty where the first is a 1, as is the custom, else one."""
    digits = 2 if f"{error:.1e}"[0] == "1" else 1
    last = int(f"{error:.{digits - 1}e}".split("e")[1]) - (digits - 1)  # the place of the last digit, a power of ten
    size, power = max(abs(value), error), 0
    if not SMALL <= size < LARGE:
        power = floor(log10(size))
        value, error, last = value / 10.0**power, error / 10.0**power, last - power
    place = max(-last, 0)
    text = f"{_signed(f'{round(value, -last):.{place}f}')}({round(error * 10.0**-last) * 10 ** max(last, 0)})"
    return f"{text}×10{str(power).translate(SUPERSCRIPT)}" if power else text


def _power(text):
    mantissa, exponent = text.split("e")
    return f"{_signed(mantissa)}×10{str(int(exponent)).translate(SUPERSCRIPT)}"


def _signed(text):
    """The sign of subtraction where Python writes a hyphen; no minus before zero."""
    if not re.search("[1-9]", text):
        text = text.lstrip("-")
    return text.replace("-", "−")


def _is_number(cell):
    return cell is None or not isinstance(cell, str) or bool(re.fullmatch(r"[−+]?[\d∞–][\d.()×⁻⁰¹²³⁴⁵⁶⁷⁸⁹−]*", cell))


class Table:
    """A table that is shown as the value of a cell."""

    def __init__(self, caption, heads, rows, right):
        self.caption, self.heads, self.rows, self.right = caption, heads, rows, right

    def _repr_html_(self):
        lines = ["<table>"]
        if self.caption:
            lines.append(f'<caption style="text-align: left">{_html(self.caption)}</caption>')
        heads = [self._cell("th", head, i, ' scope="col"') for i, head in enumerate(self.heads)]
        lines.append(f"<thead><tr>{''.join(heads)}</tr></thead>")
        lines.append("<tbody>")
        for first, *others in self.rows:
            cells = [self._cell("th", first, 0, ' scope="row"')]
            cells += [self._cell("td", cell, i) for i, cell in enumerate(others, 1)]
            lines.append(f"<tr>{''.join(cells)}</tr>")
        return "\n".join([*lines, "</tbody>", "</table>"])

    def _cell(self, kind, text, column, more=""):
        side = "right" if self.right[column] else "left"
        return f'<{kind}{more} style="text-align: {side}">{_html(text)}</{kind}>'

    def __repr__(self):
        """The same for a terminal: columns of equal width, the caption above."""
        widths = [max(map(_width, column)) for column in zip(self.heads, *self.rows, strict=True)]
        lines = [self.caption] if self.caption else []
        for row in (self.heads, *self.rows):
            spaces = [" " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
            cells = zip(row, spaces, self.right, strict=True)
            lines.append("  ".join(space + cell if right else cell + space for cell, space, right in cells).rstrip())
        return "\n".join(lines)


def _width(text):
    """The columns of a terminal that a text fills; Chinese letters fill two each."""
    return sum(1 + (east_asian_width(letter) in "WF") for letter in text)


def _html(text):
    """Escaped, with powers as superscripts outside formulas."""
    parts = re.split(r"(\$[^$]+\$)", escape(text, quote=False))
    for i in range(0, len(parts), 2):
        parts[i] = POWER.sub(lambda match: f"<sup>{match[0].translate(PLAIN)}</sup>", parts[i])
    return "".join(parts)
