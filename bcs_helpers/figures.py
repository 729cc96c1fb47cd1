"""The house style of the figures, and showing one together with the sentence that describes it.

Importing this module sets matplotlib's defaults for the session: one look for every chapter, and colours
(Okabe and Ito's) that a colour-blind reader can tell apart.
"""

from base64 import b64encode
from difflib import get_close_matches
from functools import lru_cache
from hashlib import sha256
from html import escape
from io import BytesIO
from itertools import chain, pairwise

import numpy as np

from ._missing import missing
from .words import FONT, alternatives, fit, language, translate

try:
    import matplotlib
except ModuleNotFoundError as error:
    raise missing(error, "Figures") from None
from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import QuadMesh
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.text import Text
from matplotlib.ticker import FixedLocator
from PIL import Image, ImageColor

__all__ = [
    "BLACK",
    "BLUE",
    "GREEN",
    "GREY",
    "ORANGE",
    "PINK",
    "RED",
    "SKY",
    "alternative",
    "anchor",
    "clear",
    "covered",
    "edges",
    "figure",
    "in_few_colours",
    "picture",
    "png",
    "reword",
    "show",
]

DRAWN = "application/vnd.bcs.drawn+json"  # in an output: what a figure draws, which tests compare; nobody shows it

# M. Okabe and K. Ito, Color Universal Design (2008)
BLACK, ORANGE, SKY, GREEN = "#000000", "#e69f00", "#56b4e9", "#009e73"
BLUE, RED, PINK, GREY = "#0072b2", "#d55e00", "#cc79a7", "#8c8c8c"
HOUSE = ("white", BLACK, ORANGE, SKY, GREEN, BLUE, RED, PINK, GREY)

SHARP, COLOURS = 2, 64  # pixels a point of the page, and colours of a stored picture

rcParams.update(
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
    """The bytes of the figure as a PNG: twice its size, so that it is sharp, in 64 colours, so that it is small.

    The same bytes for the same figure, with no version or date inside.
    """
    dots = fig.dpi
    fig.set_dpi(SHARP * dots)
    try:
        canvas = FigureCanvasAgg(fig)
        canvas.draw()
        image = Image.fromarray(np.asarray(canvas.buffer_rgba())[..., :3])
    finally:
        fig.set_dpi(dots)
    buffer = BytesIO()
    in_few_colours(image).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def in_few_colours(image):
    """A picture as it is stored: white and the house's colours, however thin their lines, and those of a median cut."""
    kept = [ImageColor.getrgb(colour) for colour in HOUSE]
    known = np.array([(*colour, 255) for colour in kept], np.uint8).view(np.uint32)[:, 0]
    free = COLOURS - len(kept)
    cut = image.quantize(free, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    places, pixels = np.array(cut), np.asarray(image.convert("RGBA")).view(np.uint32)[..., 0]
    for place, colour in enumerate(known, start=free):
        places[pixels == colour] = place
    stored, colours = Image.fromarray(places), cut.getpalette()[: 3 * free]
    stored.putpalette([*colours, *[0] * (3 * free - len(colours)), *chain(*kept)])
    return stored


def show(fig, key):
    """Show a figure with its alternative text: what a reader who cannot see it should know.

    Parameters
    ----------
    fig : matplotlib Figure
    key : str, the name under which its text stands in bcs_helpers/alt/, as "gap_curve"; for a figure of one's own
        the sentence itself

    Raises
    ------
    ValueError : there is no text under this key
    """
    from IPython.display import display

    alt = alternative(key)
    clear(fig)
    display(picture(fig, alt, anchor(key)), raw=True, metadata={"image/png": {"alt": alt}})


def picture(fig, alt, name=""):
    """The mime bundle of a figure: pictures, alternative text and what is drawn, its words in the reader's language.

    JupyterLab keeps an alternative text in text/html alone; other readers take image/png. `name` is where a link leads.
    """
    reword(fig)
    data, width = b64encode(png(fig)).decode(), round(fig.get_size_inches()[0] * fig.dpi)
    place = f' id="{name}"' if name else ""
    if len(columns := edges(fig)) > 2:  # a phone shows them one below the other
        place += f' data-columns="{" ".join(map(str, columns))}"'
    return {
        "image/png": data,
        "text/html": f'<img alt="{escape(alt)}"{place} width="{width}" src="data:image/png;base64,{data}">',
        "text/plain": f"[figure] {alt}",
        DRAWN: drawn(fig),
    }


def covered(ax):
    """How many drawn points the legend of an Axes lies on; a long step of a line counts as many points."""
    legend = ax.get_legend()
    if legend is None:
        return 0
    box = legend.get_window_extent().padded(-1)
    points = [line.get_transform().transform_path(line.get_path()).vertices for line in ax.lines if line.get_visible()]
    points = [
        _dense(path) if line.get_linestyle() != "None" else path for path, line in zip(points, ax.lines, strict=True)
    ]
    for collection in ax.collections:
        if len(collection.get_offsets()) and not isinstance(collection, QuadMesh):
            points.append(collection.get_offset_transform().transform(collection.get_offsets()))
    for patch in ax.patches:
        points.append(_dense(patch.get_transform().transform_path(patch.get_path()).vertices))
    found = np.concatenate([np.zeros((0, 2)), *points])
    inside = ax.bbox.contains
    return sum(box.contains(x, y) and inside(x, y) for x, y in found[np.isfinite(found).all(1)])


def _dense(path):
    """The points of a polyline, none more than a few pixels from the next."""
    steps = np.linspace(0, 1, 64)[:, None, None]
    return (path[:-1] * (1 - steps) + path[1:] * steps).reshape(-1, 2) if 1 < len(path) < 2000 else path


PLACES = ("upper right", "upper left", "lower left", "lower right", "center right", "center left", "lower center")


def clear(fig):
    """Put each legend that lies on data where none are, above the Axes if there is no such place."""
    fig.draw_without_rendering()
    for ax in fig.axes:
        legend = ax.get_legend()
        if not covered(ax):
            continue
        for place in (*PLACES, "upper center", "center"):
            legend.set_loc(place)
            if not covered(ax):
                break
        else:
            legend.set_loc("lower center")
            legend.set_bbox_to_anchor((0.5, 1.0 if not ax.get_title() else 1.1), ax.transAxes)
        fig.draw_without_rendering()


def edges(fig):
    """Where the columns of the figure's Axes begin and end, in points from the left; each holds all of its own Axes.

    A colour bar stands in the column of the Axes whose colours it tells.
    """
    boxes = {}
    bars = {bar.ax: ax for ax in fig.axes for image in (*ax.images, *ax.collections) if (bar := image.colorbar)}
    for ax in fig.axes:
        if (spec := bars.get(ax, ax).get_subplotspec()) and (box := ax.get_tightbbox()):
            left, right = boxes.get(spec.colspan.start, (np.inf, -np.inf))
            boxes[spec.colspan.start] = min(left, box.x0), max(right, box.x1)
    inside = [boxes[column] for column in sorted(boxes)]
    between = [(right + left) / 2 for (_, right), (left, _) in pairwise(inside)]
    return [round(float(x) * 72 / fig.dpi, 1) for x in (0, *between, fig.bbox.width)]


def drawn(fig):
    """What is drawn, as short strings: every text, and for all points of a line, area or image a digest.

    Points are taken as places on their axes, in thousandths of the axis: what nobody can see is not compared, so two
    machines agree although their last digits differ, and so do two versions of matplotlib, whose pixels differ.
    """
    found = [f"text {text.get_text()}" for text in fig.texts]
    inside = [inset for ax in fig.axes for inset in ax.child_axes if isinstance(inset, Axes)]  # no second scale
    for ax in [*fig.axes, *inside]:
        ax.get_xlim(), ax.get_ylim()  # limits that follow the data are found only when they are asked for
        titles = [ax.get_title(loc) for loc in ("left", "center", "right")]
        labels = [*titles, ax.get_xlabel(), ax.get_ylabel()]
        found.append(" | ".join(["axes", ax.get_xscale(), ax.get_yscale(), *filter(None, labels)]))
        found += [f"legend {text.get_text()}" for text in (ax.get_legend().get_texts() if ax.get_legend() else [])]
        found += [f"text {text.get_text()}" for text in ax.texts]
        found += [f"line {_places(ax, line.get_xydata())}" for line in ax.lines if len(line.get_xydata())]
        for patch in ax.patches:
            found.append(f"patch {_places(ax, patch.get_transform().transform_path(patch.get_path()).vertices, 0)}")
        for points in ax.collections:
            if points.get_array() is not None:
                found.append(f"values {_shares(points)}")
            elif len(points.get_offsets()) > 1:
                found.append(f"points {_places(ax, points.get_offsets())}")
            else:
                found += [f"area {_places(ax, path.vertices)}" for path in points.get_paths()]
        found += [f"image {_shares(image)}" for image in ax.images]
    return found


def _places(ax, points, scaled=1):
    """How many points, and a digest of where they stand on the axes; far outside is outside."""
    with np.errstate(all="ignore"):
        pixels = ax.transData.transform(_plain(points)) if scaled else points
        places = ax.transAxes.inverted().transform(pixels)
    return f"{len(places)} {_digest(np.clip(places, -1, 2))}"


def _shares(artist):
    """A digest of the values that an artist shows as colours, as shares of the largest."""
    values = _plain(artist.get_array())
    return _digest(values / (np.nanmax(np.abs(values), initial=0.0) or 1.0))


def _plain(numbers):
    """An array of floats, with nan where something is masked."""
    return np.ma.filled(np.ma.asarray(numbers, dtype=float), np.nan)


def _digest(shares):
    """A digest of numbers in thousandths. The odd offset keeps round numbers away from the edges of the steps."""
    steps = np.floor(1000 * np.nan_to_num(shares, nan=5, posinf=2, neginf=-1) + 0.381966).astype("<i4")
    return sha256(steps.tobytes()).hexdigest()[:8]


def anchor(key):
    """The name to which a link to the figure leads: its key; none for a figure with a sentence of its own."""
    return key if key.isidentifier() else ""


# ---- words --------------------------------------------------------------------------------------------------


def alternative(key):
    """The alternative text under a key, in the reader's language; a sentence is itself."""
    if not isinstance(key, str) or not key.strip():
        raise ValueError(f"a figure needs the key of its alternative text, or a sentence, got {key!r}")
    if " " in key.strip():
        return fit(key)
    texts = alternatives()
    if not texts:  # where notebooks are marked nobody looks at figures, and their texts are not at hand
        return key
    if key not in texts:
        near = get_close_matches(key, texts, 1)
        hint = f" (there is {near[0]!r}, in {texts[near[0]][0]}.toml)" if near else ""
        raise ValueError(
            f"no alternative text stands under {key!r}{hint}: write it into bcs_helpers/alt/STEM.toml, "
            "where STEM is the name of the notebook"
        )
    return translate(texts[key][1])


def reword(fig):
    """Put the words of a figure, or of an Axes, into the reader's language. What has no translation stays."""
    if language() == "en":
        return
    for axis in fig.findobj(Axis):
        if isinstance(axis.major.locator, FixedLocator):  # the texts of its ticks are made anew at each drawing
            labels = [tick.get_text() for tick in axis.get_ticklabels()]
            told = [fit(label) for label in labels]
            if told != labels:
                axis.set_ticklabels(told)
                for tick in axis.get_ticklabels():
                    _set_family(tick)
    for text in fig.findobj(Text):
        told = fit(text.get_text())
        if told != text.get_text():
            text.set_text(told)
            _set_family(text)


def _set_family(text):
    """Letters of its own for a text that has Chinese ones; the others keep the look of the house.

    matplotlib takes the words beside a formula from the first family alone, so that must be the one with all letters.
    """
    if any(ord(letter) > 0x2E80 for letter in text.get_text()):
        text.set_fontfamily([_chinese(), *rcParams["font.family"], "DejaVu Sans"])


@lru_cache
def _chinese():
    """The family of the Chinese letters, from a file of the package, so that pictures are the same everywhere."""
    fontManager.addfont(FONT)
    return FontProperties(fname=FONT).get_name()
