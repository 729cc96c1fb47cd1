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
cut to a tenth of a point. Whatever matplotlib can draw on one Axes can be carried over; a second Axes, or
something put on the figure itself, raises NotImplementedError that names it.

explore.js puts frame and paths into one <svg> and makes the controls. The same picture has three faces in one mime
bundle, and whoever shows it chooses:

- live: an anywidget. A control that moves asks the kernel for a picture, one at a time: the newest values wait, older
  ones are forgotten. When nothing waits, pictures beside the hand are asked for, so that a drag meets them ready.
  An error in `draw` comes back as text and stands under the figure until the next good value.
- text/html, without a kernel: pictures computed in advance on a grid of values, deflated, with explore.js in the page.
  It loads nothing, so it works from a disk and offline. As this takes seconds, only `bcs build` asks for it, by setting
  EXPLORE_READY=1; elsewhere this face is the still picture.
- image/png and text/plain, without script: the still figure at the default values, and its alternative text.
"""

import os
import re
import zlib
from base64 import b64encode
from hashlib import sha256
from html import escape
from inspect import signature
from io import StringIO
from itertools import product
from json import dumps, loads
from pathlib import Path
from threading import RLock

import numpy as np

from ._missing import missing
from .words import fit, language, translate

try:
    import anywidget
    import traitlets
    from IPython import get_ipython
except ModuleNotFoundError as error:
    raise missing(error, "Sliders") from None
from matplotlib import rc_context, rcParams
from matplotlib.backends.backend_svg import RendererSVG

from .figures import alternative, anchor, figure, picture, reword

__all__ = ["explore"]

SCRIPT = Path(__file__).with_suffix(".js")
READY = 600  # pictures computed in advance, one fine slider or 24 × 24 steps of two,
ROOM = 200_000  # or as many as fill so many characters of the page
PROBE = 16, 50  # numbers of pictures that tell how many those are
# what stands under the picture where neither a kernel nor a script moves it
STILL = "To move it: Run ▸ Run All Cells."
ONE_AT_A_TIME = RLock()  # newer kernels answer each figure in a thread of its own, and matplotlib is not made for that
NOT_WRITTEN = dict.fromkeys(["Date", "Creator", "Format", "Type"])
PATH_DATA = re.compile(r'(?<=\sd=")[^"]+')
GLYPH = re.compile(r'<path id="[^"]+" d="[^"]+" transform="scale\(0\.015625\)"/>\n?')
WORD = re.compile(r'\bword\(\s*sheet,\s*("(?:[^"\\]|\\.)*")')
COARSE, FINE = re.compile(r"(\.\d)\d+"), re.compile(r"(\.\d\d)\d+")


def explore(draw, *, alt, size=None, labels=None, units=None, presets=None, **ranges):
    """The figure of `draw` with a control for each named parameter.

    Parameters
    ----------
    draw : function draw(ax, parameter=default, …) that draws on a matplotlib Axes
    alt : str, the key of the alternative text of the figure at the default values (see figures.show)
    size : (width, height) of the figure in inches
    labels : dict, parameter -> label of its control, by default the parameter's name
    units : dict, parameter -> unit written after its number
    presets : dict, text of a button -> dict of the values it sets
    ranges : parameter=(low, high) or (low, high, step) for a slider (a hundred steps unless told; whole numbers stay
        whole when all of them are), or a list of values to choose from

    Returns
    -------
    an anywidget; where no kernel or no script runs, its picture

    Raises
    ------
    ValueError : no text stands under alt; a parameter has no default in `draw`, or its default or a preset lies
        outside its range; a label, unit or preset names no control
    NotImplementedError : `draw` adds an Axes or draws on the figure instead of on the Axes it is given
    """
    alternative(alt)
    controls = {name: Control(draw, name, values) for name, values in ranges.items()}
    for what, given in {"labels": labels, "units": units, **(presets or {})}.items():
        if unknown := set(given or {}) - set(controls):
            raise ValueError(f"{what} names {', '.join(sorted(unknown))}; the controls are {', '.join(controls)}")
    for values in (presets or {}).values():
        for name, value in values.items():
            controls[name].insert(value)
    return Explorer(draw, alt, size, labels or {}, units or {}, presets or {}, controls)


class Control:
    """The values one parameter may take: sorted numbers for a slider, or choices."""

    def __init__(self, draw, name, values):
        parameters = signature(draw).parameters
        if name not in parameters or parameters[name].default is parameters[name].empty:
            raise ValueError(f"{name} must be a parameter of {draw.__name__} with a default value")
        self.name, self.default = name, parameters[name].default
        self.choice = isinstance(values, list)
        self.values = values if self.choice else steps(name, *values)
        self.whole = not self.choice and all(isinstance(value, int) for value in self.values)
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

    def some(self, count, wanted):
        """At most about `count` of the values, evenly spread, with both ends and the wanted ones among them."""
        if self.choice or len(self.values) <= count:
            return self.values
        wanted = {self.default, *wanted}
        places = np.linspace(0, len(self.values) - 1, max(count, 2)).round().astype(int)
        return sorted({self.values[place] for place in places} | wanted)


def steps(name, low, high, step=None):
    """The numbers from low to high."""
    if not low < high or (step is not None and not step > 0):
        raise ValueError(f"{name} needs low < high and a step above zero, got {(low, high, step)}")
    whole = all(isinstance(value, int) for value in (low, high, step or 1))
    step = step or (1 if whole else (high - low) / 100)
    numbers = [low + step * k for k in range(int((high - low) / step + 1e-9) + 1)]
    return numbers if whole else [float(f"{number:.10g}") for number in numbers]


class Drawing:
    """One figure, drawn again and again: its frame and what moves in it, as SVG."""

    def __init__(self, draw, size, values):
        self.draw = draw
        self.figure, self.ax = figure(size=size)
        self.untouched = self._settings()
        self.draw(self.ax, **values)
        reword(self.figure)
        self.frame_key = None

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

    def picture(self, values):
        """{"moving": SVG, "frame": SVG, or None where it is the frame of the default values}."""
        self._wipe()
        self.draw(self.ax, **values)
        reword(self.ax)
        return self._picture()

    def _picture(self):
        ax = self.ax
        for extra in self.figure.get_children():
            if extra not in (ax, self.figure.patch):
                raise NotImplementedError(f"explore carries over one Axes and what is on it, not {extra}")
        ax.get_xlim(), ax.get_ylim()  # limits that follow the data are found only when they are asked for
        ax.apply_aspect()
        moving = self._svg(sorted(self._moving(), key=lambda artist: artist.zorder))
        if self._frame_key() == self.frame_key:
            return {"moving": moving, "frame": None}
        return {"moving": moving, "frame": self._svg([ax.xaxis, ax.yaxis, *ax.spines.values()] if ax.axison else [])}

    def _moving(self):
        still = {self.ax.patch, self.ax.xaxis, self.ax.yaxis, *self.ax.spines.values()}
        return [artist for artist in self.ax.get_children() if artist not in still]

    def _wipe(self):
        """An empty Axes: what ax.clear() does, in a tenth of its time where only limits, labels and title were set."""
        ax = self.ax
        if self._settings() != self.untouched:
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

    def _settings(self):
        """What stays on an Axes when all that was drawn is taken away, but for limits."""
        ax = self.ax
        look = [ax.axison, ax.get_aspect(), ax.margins(), ax.get_facecolor(), ax.get_axisbelow()]
        look += [(spine.get_visible(), spine.get_position()) for spine in ax.spines.values()]
        for axis in (ax.xaxis, ax.yaxis):
            look += [axis.get_scale(), axis.get_inverted(), axis.isDefault_majloc, axis.isDefault_majfmt]
            look += [axis.isDefault_minloc, axis.isDefault_minfmt, axis.get_label_position(), axis.have_units()]
            look += [axis.get_tick_params("major"), axis.get_tick_params("minor")]
        return look

    def _frame_key(self):
        """All that the look of the frame depends on."""
        return [self.ax.axison] + [
            (
                *axis.get_view_interval(),
                axis.get_scale(),
                axis.get_label_text(),
                *axis.get_minorticklocs(),
                *axis.major.formatter.format_ticks(axis.get_majorticklocs()),
            )
            for axis in (self.ax.xaxis, self.ax.yaxis)
        ]

    def _svg(self, artists):
        buffer, box = StringIO(), self.figure.bbox
        with rc_context({"svg.hashsalt": "explore", "svg.fonttype": "path"}):
            renderer = RendererSVG(box.width, box.height, buffer, image_dpi=144, metadata=NOT_WRITTEN)
            for artist in artists:
                artist.draw(renderer)
            renderer.finalize()
        svg = PATH_DATA.sub(_shorter, buffer.getvalue())
        return re.sub(r"\n *", "\n", svg[svg.index("</defs>") + 7 : svg.rindex("</svg>")].strip())


def spoken():
    """The words that the script says, as they stand in it: word(sheet, "reset")."""
    return [loads(text) for text in WORD.findall(SCRIPT.read_text(encoding="utf-8"))]


def _shorter(data):
    """Path data with a tenth of a point kept in straight lines, a hundredth in the curves of markers."""
    return (FINE if "C" in data[0] else COARSE).sub(r"\1", data[0]).replace("\n", "")


class Explorer(anywidget.AnyWidget):
    """A drawing, its controls, and the pictures the browser asks for."""

    _esm = SCRIPT
    sheet = traitlets.Dict().tag(sync=True)

    def __init__(self, draw, key, size, labels, units, presets, controls):
        self._controls, self._presets = controls, presets
        values = {name: control.default for name, control in controls.items()}
        with ONE_AT_A_TIME:
            self._drawing = Drawing(draw, size, values)
            first = self._drawing.freeze()
        width, height = self._drawing.figure.get_size_inches() * 72
        sheet = {
            "alt": alternative(key),
            "width": round(width, 1),
            "height": round(height, 1),
            "presets": [{"text": fit(text), "values": chosen} for text, chosen in presets.items()],
            "controls": [
                {
                    "name": name,
                    "label": fit(labels.get(name, name)),
                    "unit": fit(units.get(name, "")),
                    "values": control.values,
                    "value": control.default,
                }
                for name, control in controls.items()
            ],
        }
        if language() != "en":
            sheet["words"] = {english: fit(english) for english in spoken()}
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
        """The sheet with pictures for a grid of values, packed: as many as there is room for."""
        few, more = (len(self._packed(number)) for number in PROBE)
        room = PROBE[0] + (ROOM - few) / (more - few + 1) * (PROBE[1] - PROBE[0])  # the size grows by as much for each
        number = min(READY, max(int(room), 8))
        while len(packed := self._packed(number)) > ROOM and number > 8:
            number = int(0.93 * number)
        return packed

    def _packed(self, number):
        text = dumps(self._sheet_with_pictures(number), ensure_ascii=False)
        return b64encode(zlib.compress(text.encode(), 9)).decode()

    def _sheet_with_pictures(self, number):
        """The sheet with about so many pictures, the last control moving fastest; letters are shared by all of them."""
        sliders = [control for control in self._controls.values() if not control.choice]
        choices = np.prod([len(c.values) for c in self._controls.values() if c.choice], initial=1)
        count = max(2, int((number / choices) ** (1 / max(len(sliders), 1)) + 1e-9))
        wanted = {name: [p[name] for p in self._presets.values() if name in p] for name in self._controls}
        grid = {name: control.some(count, wanted[name]) for name, control in self._controls.items()}
        glyphs = {}

        def shared(svg):
            glyphs.update(dict.fromkeys(GLYPH.findall(svg)))
            return GLYPH.sub("", svg).replace("<defs>\n</defs>\n", "")

        first = {part: shared(svg) for part, svg in self.sheet["first"].items()}
        frames, pictures = [first["frame"]], []
        for values in product(*grid.values()):
            drawn = self._drawing.picture(dict(zip(grid, values, strict=True)))
            frame = shared(drawn["frame"]) if drawn["frame"] else frames[0]
            if frame not in frames:
                frames.append(frame)
            pictures.append([frames.index(frame), shared(drawn["moving"])])
        controls = [{**control, "values": grid[control["name"]]} for control in self.sheet["controls"]]
        drawn = {"first": first, "frames": frames, "pictures": pictures, "glyphs": "".join(glyphs)}
        return {**self.sheet, "controls": controls, **drawn}

    def _html(self):
        still = self._still["text/html"] + f'<p class="explore-still">{escape(translate(STILL))}</p>'
        place = f'id="{self._name}" ' if self._name else ""
        if os.environ.get("EXPLORE_READY") != "1":
            return still.replace("<img ", f"<img {place}", 1)
        data = self._ready()
        name = "explore-" + sha256(data.encode()).hexdigest()[:12]
        script = SCRIPT.read_text(encoding="utf-8")
        return (
            f'<div {place}class="{name}" data-pictures="{data}">{still}</div>\n'
            f'<script type="module">\n{script}\nready("{name}");\n</script>'
        )

    def _repr_mimebundle_(self, **kwargs):
        bundle, _ = super()._repr_mimebundle_(**kwargs)
        return {**bundle, **self._still, "text/html": self._html()}, {"image/png": {"alt": self.sheet["alt"]}}
