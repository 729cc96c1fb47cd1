"""The house style of the figures, and showing one together with the sentence that describes it.

Importing this module sets matplotlib's defaults for the session: one look for every chapter, and colours
(Okabe and Ito's) that a colour-blind reader can tell apart.
"""

from base64 import b64encode
from io import BytesIO

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

__all__ = [
    "BLACK",
    "BLUE",
    "GREEN",
    "GREY",
    "ORANGE",
    "PINK",
    "RED",
    "SKY",
    "described",
    "figure",
    "picture",
    "png",
    "show",
]

# M. Okabe and K. Ito, Color Universal Design (2008)
BLACK, ORANGE, SKY, GREEN = "#000000", "#e69f00", "#56b4e9", "#009e73"
BLUE, RED, PINK, GREY = "#0072b2", "#d55e00", "#cc79a7", "#8c8c8c"

matplotlib.rcParams.update(
    {
        "figure.figsize": (6.4, 4.0),
        "figure.dpi": 110,
        "figure.constrained_layout.use": True,
        "axes.prop_cycle": matplotlib.cycler(color=[BLUE, RED, GREEN, ORANGE, PINK, SKY, BLACK]),
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.grid": True,
        "grid.color": "#dddddd",
        "grid.linewidth": 0.6,
        "axes.axisbelow": True,
        "axes.labelsize": 11,
        "axes.titlesize": 11,
        "legend.frameon": False,
        "legend.fontsize": 9.5,
        "lines.linewidth": 1.8,
        "lines.markersize": 5,
    }
)


def figure(rows=1, columns=1, size=None, **subplots):
    """A figure in the house style and its axes: `fig, ax = figure()`, `fig, (left, right) = figure(1, 2)`.

    Parameters
    ----------
    rows, columns : int, the grid of axes
    size : (width, height) in inches; by default 6.4 × 4.0, wider where there are several columns
    subplots : passed to `Figure.subplots` (sharex, width_ratios, …)

    Returns
    -------
    (Figure, Axes or array of Axes). The figure belongs to nobody else: not to pyplot, so nothing is shown twice
    """
    fig = Figure(figsize=size or (6.4 if columns == 1 else 4.6 * columns, 4.0 if rows == 1 else 3.0 * rows))
    return fig, fig.subplots(rows, columns, **subplots)


def png(fig):
    """The bytes of the figure as a PNG: the same bytes for the same figure, with no version or date inside."""
    buffer = BytesIO()
    FigureCanvasAgg(fig).print_png(buffer, metadata={"Software": None})  # savefig would draw it twice
    return buffer.getvalue()


def show(fig, alt):
    """Show a figure with its alternative text, which goes into the output's metadata and its plain text.

    Parameters
    ----------
    fig : matplotlib Figure
    alt : str, what a reader who cannot see the figure should know: the axes, the curves, what they do

    Raises
    ------
    ValueError : alt is empty
    """
    from IPython.display import display

    display(picture(fig, alt), raw=True, metadata={"image/png": {"alt": alt}})


def picture(fig, alt):
    """The mime bundle of a figure and its alternative text."""
    return {"image/png": b64encode(png(fig)).decode(), "text/plain": f"[figure] {described(alt)}"}


def described(alt):
    """The alternative text itself; ValueError where it is none."""
    if not isinstance(alt, str) or not alt.strip():
        raise ValueError(f"alt must be a sentence that describes the figure, got {alt!r}")
    return alt
