"""Sliders on a figure: the function that draws the static picture also draws the moving one.

def draw(ax, Gamma=0.05):
    ax.plot(E, density_of_states(E, 1.0, broadening=Gamma))

explore(draw, Gamma=(0.001, 0.3), alt="…")

How it works
------------
Redrawing a figure is slow because of what does not move: layout, ticks, labels, pixels, a PNG. So they are drawn once.
`Drawing` keeps one Axes, calls `draw` on it for each set of values, and lets matplotlib write as SVG paths only what
`draw` put there: lines, fills, points, texts, title and legend, in the Axes' own transform, linear or logarithmic.
Axes, ticks and labels are the *frame*, drawn again only when limits, scales, ticks or labels have changed. Paths are
cut to a tenth of a point. Whatever matplotlib can draw on the Axes that `draw` is given can be carried over; a further
Axes, or something put on the figure itself, raises NotImplementedError that names it.

explore.js (after panel.js) puts frame and paths into one <svg> and makes the controls. The same picture has three faces
in one mime bundle, and whoever shows it chooses:

- live: an anywidget. A control that moves asks the kernel for a picture, one at a time: the newest values wait, older
  ones are forgotten. When nothing waits, pictures beside the hand are asked for, so that a drag meets them ready.
  An error in `draw` comes back as text and stands under the figure until the next good value.
- text/html, without a kernel: pictures computed in advance on a grid of values, as numbers, and explore.js, which
  interpolates between them (_vertices.py). The page loads nothing, so it works from a disk and offline. As this takes
  seconds, only `bcs build` asks for it, by setting EXPLORE_READY=1; elsewhere this face is the still picture.
- image/png and text/plain, without script: the still figure at the default values, and its alternative text.
"""

import os
import re
from hashlib import sha256
from inspect import signature
from io import StringIO
from itertools import product
from pathlib import Path
from threading import RLock

import numpy as np

from ._missing import missing
from ._vertices import Grid, Tied, packed, parts
from .panel import begin, hint, script, words
from .words import fit, language, translate

try:
    import anywidget
    import traitlets
    from IPython import get_ipython
except ModuleNotFoundError as error:
    raise missing(error, "Sliders") from None
from matplotlib import rc_context, rcParams
from matplotlib.backends.backend_svg import RendererSVG

from .figures import _set_family, alternative, anchor, edges, figure, picture, reword

__all__ = ["explore"]

SCRIPT = Path(__file__).with_suffix(".js")
READY = 1500  # pictures computed in advance,
ROOM = 200_000  # or as many as fill so many characters of the page
# what stands under the picture where neither a kernel nor a script moves it
STILL = "To move it: Run ▸ Run All Cells."
ONE_AT_A_TIME = RLock()  # newer kernels answer each figure in a thread of its own, and matplotlib is not made for that
NOT_WRITTEN = dict.fromkeys(["Date", "Creator", "Format", "Type"])
PATH_DATA = re.compile(r'(?<=\sd=")[^"]+')
GLYPH = re.compile(r'<path id="[^"]+"(?: d="[^"]+")? transform="scale\(0\.015625\)"/>\n?')
COARSE, FINE = re.compile(r"(\.\d)\d+"), re.compile(r"(\.\d\d)\d+")


def explore(
    draw,
    *,
    alt,
    size=None,
    panels=(1, 1),
    labels=None,
    units=None,
    presets=None,
    play=None,
    drag=None,
    kinks=None,
    **ranges,
):
    """The figure of `draw` with a control for each named parameter.

    Parameters
    ----------
    draw : function draw(ax, parameter=default, …) that draws on a matplotlib Axes
    alt : str, the key of the alternative text of the figure at the default values (see figures.show)
    size : (width, height) of the figure in inches
    panels : (rows, columns) of Axes, moved together; `draw` is given what `figure(rows, columns)` gives: an array of
        Axes. On a phone the columns stand one below the other
    labels : dict, parameter -> label of its control, by default the parameter's name
    units : dict, parameter -> unit written after its number
    presets : dict, text of a button -> dict of the values it sets
    play : str, the parameter that a Play button moves, from where it is to the end of its range and again from the
        beginning, in eight seconds. Nothing moves before it is pressed; Escape stops it; who asked for less motion gets
        one step for each press
    drag : dict, parameter -> "x" or "y": the parameter is this coordinate of a marker, which is then a handle to be
        dragged. `draw` marks it with the parameter's name, `ax.plot(t, y, "o", gid="t")`; the axis is linear or
        logarithmic and its limits are fixed
    kinks : dict, parameter -> function that gives the value of this slider, in its unit, at which the picture has a
        kink or something in it begins like a square root, √|T − Tc|. The function takes other controls by name, as
        `draw` does, one other slider among them at most: `kinks={"T": lambda coupling: Tc(coupling)}`. A value outside
        the range counts as at the nearer end, None or nan as at the low one
    ranges : parameter=(low, high) or (low, high, step) for a slider (a hundred steps unless told; whole numbers stay
        whole when all of them are), or a list of values to choose from

    Returns
    -------
    an anywidget; where no kernel or no script runs, its picture

    Raises
    ------
    ValueError : no text stands under alt; a parameter has no default in `draw`, or its default or a preset lies
        outside its range; a label, unit, preset, play, drag or kink names no control, or no slider; a handle is not
        where its parameter says; a kink is no function, or one of what it cannot depend on
    NotImplementedError : `draw` adds an Axes or draws on the figure instead of on the Axes it is given

    Notes
    -----
    Two linked panels, a button that plays, a handle on the curve:

    >>> def draw(axes, t=1.0):
    ...     wave, circle = axes
    ...     x = np.linspace(0, 6.3, 100)
    ...     wave.plot(x, np.sin(x))
    ...     wave.plot(t, np.sin(t), "o", gid="t")  # its x is t: it can be dragged
    ...     wave.set(xlim=(0, 6.3), ylim=(-1.2, 1.2), title=f"t = {t:.2f}")
    ...     circle.plot([0, np.cos(t)], [0, np.sin(t)])
    ...     circle.set(xlim=(-1.2, 1.2), ylim=(-1.2, 1.2), aspect="equal")
    >>> moving = explore(draw, t=(0.0, 6.3), panels=(1, 2), play="t", drag={"t": "x"}, alt="A wave and its circle.")

    A page without a kernel stores pictures, more of them where they change faster, and interpolates between them: the
    places of vertices, dots, texts and ticks, and the numbers in texts. That is smooth where each picture has the same
    lines with as many vertices. So let vertices go with what moves (a grid tied to the gap, not a fixed one, for a peak
    at the gap), draw what is shaded with `np.maximum`, not `fill_between(where=…)`, keep the limits, and name values at
    which something begins or ends, as a preset or as the end of a range: there a picture is stored. Where such a value
    depends on another slider, no such picture helps; `kinks` says where it lies. The pictures of T then stand at values
    of u = 1 ± √(|T − Tc|/|end − Tc|), 0 at the low end, 1 at Tc, 2 at the high end, and the other slider's are
    gathered where Tc comes into the range of T. With a kernel nothing depends on this.
    """
    alternative(alt)
    controls = {name: Control(draw, name, values) for name, values in ranges.items()}
    sliders = [name for name, control in controls.items() if not control.choice]
    for what, given in {"labels": labels, "units": units, **(presets or {})}.items():
        if unknown := set(given or {}) - set(controls):
            raise ValueError(f"{what} names {', '.join(sorted(unknown))}; the controls are {', '.join(controls)}")
    for what, given in {"play": [play] if play else [], "drag": drag or {}}.items():
        if unknown := set(given) - set(sliders):
            raise ValueError(f"{what} names {', '.join(sorted(unknown))}; the sliders are {', '.join(sliders)}")
    if unknown := set((drag or {}).values()) - {"x", "y"}:
        raise ValueError(f'drag must say "x" or "y" for each parameter, got {", ".join(map(repr, sorted(unknown)))}')
    _check_kinks(kinks or {}, controls)
    for values in (presets or {}).values():
        for name, value in values.items():
            controls[name].insert(value)
    texts = labels or {}, units or {}, presets or {}
    return Explorer(draw, alt, size, panels, *texts, play, drag or {}, kinks or {}, controls)


def _check_kinks(kinks, controls):
    between = [name for name, control in controls.items() if not control.choice and not control.whole]
    if unknown := set(kinks) - set(between):
        raise ValueError(
            f"kinks names {', '.join(sorted(unknown))}; the sliders with values between whole numbers are "
            f"{', '.join(between) or 'none'}"
        )
    for name, where in kinks.items():
        if not callable(where):
            raise ValueError(f"kinks must give a function of the other controls for {name}, got {where!r}")
        needs, others = signature(where).parameters, [other for other in controls if other not in kinks]
        if unknown := set(needs) - set(others):
            raise ValueError(
                f"the kink of {name} is a function of {', '.join(sorted(unknown))}; it may depend on controls that "
                f"have none: {', '.join(others) or 'none'}"
            )
        if len(sliders := [other for other in needs if not controls[other].choice]) > 1:
            raise ValueError(f"the kink of {name} may depend on one slider and on choices, got {', '.join(sliders)}")


class Control:
    """The values one parameter may take: sorted numbers for a slider, or choices."""

    def __init__(self, draw, name, values):
        parameters = signature(draw).parameters
        if name not in parameters or parameters[name].default is parameters[name].empty:
            raise ValueError(f"{name} must be a parameter of {draw.__name__} with a default value")
        self.name, self.default = name, parameters[name].default
        self.choice = isinstance(values, list)
        self.values = values if self.choice else steps(name, *values)
        self.whole = all(isinstance(value, int) for value in self.values)
        # else a slider: of choices, too, where they are numbers and more than a few
        self.menu = len(self.values) < 4 or not isinstance(self.values[0], int | float)
        self.insert(self.default)

    def insert(self, value):
        """Make sure that a default or a preset can be reached."""
        if self.choice and value not in self.values:
            raise ValueError(f"{self.name} must be one of {self.values}, got {value!r}")
        if not self.choice:
            if not self.values[0] <= value <= self.values[-1]:
                raise ValueError(f"{self.name} must lie between {self.values[0]} and {self.values[-1]}, got {value!r}")
            self.values = sorted({*self.values, value})

    def read(self, value):
        """A value that came from the browser, as `draw` expects it."""
        if self.choice:
            return self.values[self.values.index(value)]
        value = min(max(float(value), self.values[0]), self.values[-1])
        return round(value) if self.whole else value

    def starts(self, wanted):
        """The values to begin with: both ends, the default and the wanted ones; all, where nothing lies between."""
        return set(self.values) if self.whole else {self.values[0], self.values[-1], self.default, *wanted}


def steps(name, low, high, step=None):
    """The numbers from low to high."""
    if not low < high or (step is not None and not step > 0):
        raise ValueError(f"{name} needs low < high and a step above zero, got {(low, high, step)}")
    whole = all(isinstance(value, int) for value in (low, high, step or 1))
    step = step or (1 if whole else (high - low) / 100)
    numbers = [low + step * k for k in range(int((high - low) / step + 1e-9) + 1)]
    return numbers if whole else [float(f"{number:.10g}") for number in numbers]


class Whole(RendererSVG):
    """Lines with all their vertices, however close, and wherever they lie; each artist brings its own markers."""

    def _convert_path(self, path, transform=None, clip=None, simplify=None, sketch=None):
        return super()._convert_path(path, transform, None, False, sketch)


class Drawing:
    """One figure, drawn again and again: its frame and what moves in it, as SVG."""

    def __init__(self, draw, size, panels, values):
        self.draw = draw
        self.figure, self.given = figure(*panels, size=size)
        self.axes = np.ravel(np.array(self.given, dtype=object)).tolist()
        self.untouched = [_settings(ax) for ax in self.axes]
        self.draw(self.given, **values)
        reword(self.figure)
        self.frame_key, self.frames = None, {}

    def freeze(self):
        """End the layout, so that the Axes stand still from here on; the picture as it is now, with its frame."""
        if layout := self.figure.get_layout_engine():
            layout.execute(self.figure)
        self.figure.set_layout_engine("none")
        self.figure.dpi = 72  # SVG counts in points
        first = self._picture()
        self.frame_key = self._frame_key()
        return first

    def still(self, alt):
        """The mime bundle of the figure as it is now."""
        self.figure.dpi, dots = rcParams["figure.dpi"], self.figure.dpi
        bundle = picture(self.figure, alt)
        self.figure.dpi = dots
        return bundle

    def columns(self):
        """Where the columns of Axes begin and end, in points; each has what belongs to its own Axes."""
        return edges(self.figure)

    def handle(self, name, along, value):
        """How a handle's place in the picture tells its parameter: {along, from, to: [place, value], log}."""
        marks = [(ax, artist) for ax in self.axes for artist in ax.get_children() if artist.get_gid() == name]
        if len(marks) != 1:
            raise ValueError(f'drag: one marker must be drawn with gid="{name}", there are {len(marks)}')
        ax, artist = marks[0]
        at = np.atleast_1d(getattr(artist, f"get_{along}data")())[0]
        if not np.isclose(at, value):
            raise ValueError(f"drag: the {along} of the marker must be {name}, which is {value:g}, got {at:g}")
        axis, limits = getattr(ax, f"{along}axis"), getattr(ax, f"get_{along}lim")()
        if axis.get_scale() not in ("linear", "log"):
            raise ValueError(f"drag: the {along} axis must be linear or logarithmic, not {axis.get_scale()}")
        box, height = ax.bbox, self.figure.bbox.height
        places = (box.x0, box.x1) if along == "x" else (height - box.y0, height - box.y1)
        (start, first), (stop, last) = zip(places, limits, strict=True)
        return {"along": along, "from": [start, first], "to": [stop, last], "log": axis.get_scale() == "log"}

    def picture(self, values):
        """{"moving": SVG, "frame": SVG, or None where it is the frame of the default values}."""
        self._redraw(values)
        return self._picture()

    def whole(self, values):
        """[frame, moving] as SVG with every vertex."""
        self._redraw(values)
        self._settle()
        if (key := repr(self._frame_key())) not in self.frames:
            self.frames[key] = self._svg(self._still_artists(), Whole)
        return [self.frames[key], self._svg(self._moving(), Whole)]

    def _redraw(self, values):
        for ax, untouched in zip(self.axes, self.untouched, strict=True):
            _wipe(ax, untouched)
        self.draw(self.given, **values)
        for ax in self.axes:
            reword(ax)

    def _settle(self):
        for extra in self.figure.get_children():
            if extra not in (*self.axes, self.figure.patch):
                raise NotImplementedError(f"explore carries over the Axes it gave and what is on them, not {extra}")
        for ax in self.axes:
            ax.get_xlim(), ax.get_ylim()  # limits that follow the data are found only when they are asked for
            ax.apply_aspect()

    def _picture(self):
        self._settle()
        moving = self._svg(self._moving())
        if self._frame_key() == self.frame_key:
            return {"moving": moving, "frame": None}
        return {"moving": moving, "frame": self._svg(self._still_artists())}

    def _still_artists(self):
        return [part for ax in self.axes if ax.axison for part in (ax.xaxis, ax.yaxis, *ax.spines.values())]

    def _moving(self):
        found = []
        for ax in self.axes:
            still = {ax.patch, ax.xaxis, ax.yaxis, *ax.spines.values()}
            found += sorted((a for a in ax.get_children() if a not in still), key=lambda artist: artist.zorder)
        return found

    def _frame_key(self):
        """All that the look of the frame depends on."""
        return [ax.axison for ax in self.axes] + [
            (
                *axis.get_view_interval(),
                axis.get_scale(),
                axis.get_label_text(),
                *axis.get_minorticklocs(),
                *axis.major.formatter.format_ticks(axis.get_majorticklocs()),
            )
            for ax in self.axes
            for axis in (ax.xaxis, ax.yaxis)
        ]

    def _svg(self, artists, renderer=RendererSVG):
        buffer, box = StringIO(), self.figure.bbox
        with rc_context({"svg.hashsalt": "explore", "svg.fonttype": "path"}):
            renderer = renderer(box.width, box.height, buffer, image_dpi=144, metadata=NOT_WRITTEN)
            for artist in artists:
                if isinstance(renderer, Whole):
                    renderer._markers.clear()  # else a legend would refer to the marker of its line, another part
                artist.draw(renderer)
            renderer.finalize()
        svg = PATH_DATA.sub(_one_line if isinstance(renderer, Whole) else _shorter, buffer.getvalue())
        return re.sub(r"\n *", "\n", svg[svg.index("</defs>") + 7 : svg.rindex("</svg>")].strip())


def _wipe(ax, untouched):
    """An empty Axes: what ax.clear() does, in a tenth of its time where only limits, labels and title were set."""
    if _settings(ax) != untouched:
        ax.set_aspect("auto"), ax.reset_position()  # which clear does not do
        return ax.clear()
    parts = ("lines", "patches", "collections", "texts", "images", "tables", "artists", "child_axes")
    for artist in [part for name in parts for part in getattr(ax, name)] + [ax.get_legend()]:
        if artist is not None:
            artist.remove()
    ax.containers.clear()
    for place in ("left", "center", "right"):
        ax.set_title("", loc=place)
    ax.set(xlabel="", ylabel="")
    ax.set_prop_cycle(None)
    ax.relim()
    ax.autoscale(True)


def _settings(ax):
    """What stays on an Axes when all that was drawn is taken away, but for limits."""
    look = [ax.axison, ax.get_aspect(), ax.margins(), ax.get_facecolor(), ax.get_axisbelow()]
    look += [(spine.get_visible(), spine.get_position()) for spine in ax.spines.values()]
    for axis in (ax.xaxis, ax.yaxis):
        look += [axis.get_scale(), axis.get_inverted(), axis.isDefault_majloc, axis.isDefault_majfmt]
        look += [axis.isDefault_minloc, axis.isDefault_minfmt, axis.get_label_position(), axis.have_units()]
        look += [axis.get_tick_params("major"), axis.get_tick_params("minor")]
    return look


def signs():
    """({name of a glyph: its sign}, {font: glyphs of 0 to 9}, their shapes), of every font that writes numbers."""
    found, digits, shapes = {}, {}, {}
    for text in ("0123456789.-", r"$0123456789.-$", *(["0123456789.-零"] if language() != "en" else [])):
        fig, _ = figure()
        label = fig.text(0, 0, text)
        _set_family(label)
        with rc_context({"svg.hashsalt": "explore", "svg.fonttype": "path"}):
            renderer = RendererSVG(1, 1, buffer := StringIO(), metadata=NOT_WRITTEN)
            label.draw(renderer)
            renderer.finalize()
        svg = re.sub(r"\n *", "\n", PATH_DATA.sub(_one_line, buffer.getvalue()))
        names = re.findall(r'<use xlink:href="#([^"]+)"', svg)
        found |= dict(zip(names, "0123456789.-", strict=False))
        digits[names[0].rsplit("-", 1)[0]] = names[:10]
        shapes |= dict.fromkeys(GLYPH.findall(svg))
    return found, digits, shapes


def bare(svg):
    """A picture without the shapes of its letters, which all pictures share."""
    return GLYPH.sub("", svg).replace("<defs>\n</defs>\n", "")


def _one_line(data):
    return data[0].replace("\n", "")


def _shorter(data):
    """Path data with a tenth of a point kept in straight lines, a hundredth in the curves of markers."""
    return (FINE if "C" in data[0] else COARSE).sub(r"\1", data[0]).replace("\n", "")


class Explorer(anywidget.AnyWidget):
    """A drawing, its controls, and the pictures the browser asks for."""

    _esm = script(SCRIPT)
    sheet = traitlets.Dict().tag(sync=True)

    def __init__(self, draw, key, size, panels, labels, units, presets, play, drag, kinks, controls):
        self._controls, self._presets, self._kinks = controls, presets, kinks
        values = {name: control.default for name, control in controls.items()}
        with ONE_AT_A_TIME:
            self._drawing = Drawing(draw, size, panels, values)
            first = self._drawing.freeze()
            handles = {n: self._drawing.handle(n, along, values[n]) for n, along in drag.items()}
            columns = self._drawing.columns()
        width, height = self._drawing.figure.get_size_inches() * 72
        sheet = {
            "alt": alternative(key),
            "width": round(width, 1),
            "height": round(height, 1),
            "columns": columns,
            "play": play,
            "handles": handles,
            "presets": [{"text": fit(text), "values": chosen} for text, chosen in presets.items()],
            "controls": [
                {
                    "name": name,
                    "label": fit(labels.get(name, name)),
                    "unit": fit(units.get(name, "")),
                    "values": control.values,
                    "texts": [fit(v) for v in control.values] if isinstance(control.values[0], str) else None,
                    "value": control.default,
                    "choice": control.choice,
                    "menu": control.menu,
                    "whole": control.whole,
                }
                for name, control in controls.items()
            ],
        }
        if language() != "en":
            sheet["words"] = words(SCRIPT)
        super().__init__(sheet=sheet | {"first": first})  # from here on the browser loads the script
        self.on_msg(self._answer)
        self._replace()
        with ONE_AT_A_TIME:
            self._still, self._name = self._drawing.still(sheet["alt"]), anchor(key)

    _made_by = {}  # noqa: RUF012 — cell -> (its last run, the explorers that this run made)

    def _replace(self):
        """Close what an earlier run of the same cell made: ipywidgets would keep it, and its figure, for ever."""
        try:
            request = get_ipython().kernel.get_parent()
            cell, run = request["metadata"]["cellId"], request["header"]["msg_id"]
        except (AttributeError, KeyError):  # no kernel, or a front end that does not name its cells
            return
        before, made = self._made_by.get(cell, (run, []))
        if before != run:
            for explorer in made:
                explorer.close()
            made = []
        self._made_by[cell] = (run, [*made, self])

    def close(self):
        """Let go of the figure too: IPython's Out keeps the widget that a cell once showed."""
        if self.layout is not None:
            self.layout.close()
        super().close()
        self.sheet, self._drawing, self._still = {}, None, None

    def _answer(self, widget, question, buffers):
        try:
            values = {name: control.read(question["values"][name]) for name, control in self._controls.items()}
            with ONE_AT_A_TIME:
                answer = self._drawing.picture(values)
        except Exception as error:  # a bad value must not end the session; the next good one recovers
            answer = {"error": f"{type(error).__name__}: {error}"}
        self.send({"key": question["key"], **answer})

    def _ready(self):
        """The sheet with pictures, packed: as many as are needed, or as there is room for."""
        known, digits, glyphs = signs()

        def shared(svg):
            glyphs.update(dict.fromkeys(GLYPH.findall(svg)))
            return bare(svg)

        sliders = [control for control in self._controls.values() if not control.choice]
        choices = [[(c.name, value) for value in c.values] for c in self._controls.values() if c.choice]
        grids, kinks = [], []
        for chosen in product(*choices):
            tied = self._tied(dict(chosen), sliders)
            kinks.append({name: tie.packed() for name, tie in tied.items()})

            def true(places, tied=tied):
                values = dict(zip([c.name for c in sliders], places, strict=True))
                for name, tie in tied.items():
                    values[name] = tie.value(values[name], values.get(tie.other))
                return tuple(values.values())

            def drawn(place, chosen=chosen):
                given = dict([*chosen, *zip([c.name for c in sliders], place, strict=True)])
                values = {name: control.read(given[name]) for name, control in self._controls.items()}
                frame, moving = (shared(svg) for svg in self._drawing.whole(values))
                return [*parts(f"<g>\n{frame}\n</g>", {}), *parts(moving, known)]

            wanted = [[p[c.name] for p in self._presets.values() if c.name in p] for c in sliders]
            starts = [control.starts(values) for control, values in zip(sliders, wanted, strict=True)]
            finest = [min(np.diff(control.values)) / 2 for control in sliders]
            for k, control in enumerate(sliders):
                if tie := tied.get(control.name):
                    starts[k], finest[k] = {0.0, 1.0, 2.0, *self._places(tie, control.name)}, 1 / len(control.values)
            flags = [[control.whole for control in sliders], finest, [control.name in tied for control in sliders]]
            grids.append(Grid(drawn, starts, *flags, true))

        def text():
            first = {part: shared(svg) for part, svg in self.sheet["first"].items()}
            more = {"kinks": kinks} if any(kinks) else {}
            return packed({**self.sheet, "first": first, "glyphs": "".join(glyphs), **more}, grids, digits)

        stored, number = text(), 0
        while any([grid.refine() for grid in grids]):
            count = sum(grid.count() for grid in grids)
            if count < 1.15 * number:
                continue
            number, longer = count, text()
            if len(longer) > ROOM or number > READY:
                return stored
            stored = longer
        longer = text()
        return longer if len(longer) <= ROOM else stored

    def _tied(self, chosen, sliders):
        """{slider: how it is tied}, for one combination of choices; first those that depend on no other."""
        found = {}
        for name, where in self._kinks.items():
            needs = signature(where).parameters
            other = next((control for control in sliders if control.name in needs), None)

            def kink(x, where=where, needs=needs):
                value = where(**{need: chosen.get(need, x) for need in needs})
                return np.nan if value is None else value

            along = (other.name, sorted(other.starts([])), other.whole) if other else ()
            found[name] = tie = Tied(kink, self._controls[name].values, *along)
            if other and not other.whole and (begins := tie.begins()) is not None:
                found = {other.name: Tied(lambda x, begins=begins: begins, other.values), **found}
        return {name: tie for name, tie in found.items() if tie.inside()}

    def _places(self, tie, name):
        """Where the default picture and those of the presets stand."""
        default = {control.name: control.default for control in self._controls.values()}
        wanted = [default | chosen for chosen in ({}, *self._presets.values())]
        return {float(f"{tie.place(values[name], values.get(tie.other)):.10g}") for values in wanted}

    def _html(self):
        still = self._still["text/html"] + hint(translate(STILL))
        place = f'id="{self._name}" ' if self._name else ""
        if os.environ.get("EXPLORE_READY") != "1":
            return still.replace("<img ", f"<img {place}", 1)
        data = self._ready()
        name = "explore-" + sha256(data.encode()).hexdigest()[:12]
        return f'<div {place}class="{name}" data-vertices="{data}">{still}</div>\n{begin(SCRIPT, name)}'

    def _repr_mimebundle_(self, **kwargs):
        bundle, _ = super()._repr_mimebundle_(**kwargs)
        return {**bundle, **self._still, "text/html": self._html()}, {"image/png": {"alt": self.sheet["alt"]}}
