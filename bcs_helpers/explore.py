"""A slider on a figure: the function that draws the static picture also draws the moving one.

def draw(ax, Gamma=0.05):
    ax.plot(E, density_of_states(E, 1.0, broadening=Gamma))

explore(draw, Gamma=(0.001, 0.3), alt="…")
"""

from base64 import b64decode
from html import escape
from inspect import signature

import ipywidgets as widgets

from .figures import figure, picture, png

__all__ = ["explore"]


def explore(draw, *, alt, size=None, labels=None, **ranges):
    """The figure of `draw` with a slider for each named parameter.

    Parameters
    ----------
    draw : function draw(ax, parameter=default, …) that draws on a matplotlib Axes
    alt : str, the alternative text of the figure at the default values
    size : (width, height) of the figure in inches
    labels : dict, parameter -> label of its slider, by default the parameter's name
    ranges : parameter=(low, high), (low, high, step) for a slider, or a list of values to choose from

    Returns
    -------
    an ipywidget; where no kernel or no script runs, its static picture

    Raises
    ------
    ValueError : a parameter has no default in `draw`, or its default lies outside its range
    """
    return Explorer(draw, alt, size, labels or {}, ranges)


class Explorer(widgets.VBox):
    """An image, its sliders, and a line for what went wrong while drawing."""

    def __init__(self, draw, alt, size, labels, ranges):
        self._draw, self._alt, self._size = draw, alt, size
        self._controls = {name: _control(draw, name, values, labels.get(name, name)) for name, values in ranges.items()}
        fig = self._figure()
        self._still = picture(fig, alt)
        width = f"{fig.bbox.width:.0f}px"
        self._image = widgets.Image(
            value=b64decode(self._still["image/png"]),
            format="png",
            layout=widgets.Layout(width=width, max_width="100%"),
        )
        self._message = widgets.HTML()
        super().__init__([self._image, *self._controls.values(), self._message])
        for control in self._controls.values():
            control.observe(self._redraw, names="value")

    def _figure(self):
        fig, ax = figure(size=self._size)
        self._draw(ax, **{name: control.value for name, control in self._controls.items()})
        return fig

    def _redraw(self, change):
        try:
            self._image.value = png(self._figure())
            self._message.value = ""
        except Exception as error:  # a bad value must not end the session; the next good one recovers
            self._message.value = f"<code>{escape(f'{type(error).__name__}: {error}')}</code>"

    def _repr_mimebundle_(self, **kwargs):
        # the picture stands in wherever the widget cannot live: on paper, on a page without a kernel
        bundle = super()._repr_mimebundle_(**kwargs) or {}
        return {**bundle, **self._still}, {"image/png": {"alt": self._alt}}


def _control(draw, name, values, label):
    parameters = signature(draw).parameters
    if name not in parameters or parameters[name].default is parameters[name].empty:
        raise ValueError(f"{name} must be a parameter of {draw.__name__} with a default value")
    default = parameters[name].default
    style = {"description_width": "9em"}
    layout = widgets.Layout(width="32em")
    if isinstance(values, list):
        if default not in values:
            raise ValueError(f"the default of {name} must be one of {values}, got {default!r}")
        return widgets.Dropdown(options=values, value=default, description=label, style=style, layout=layout)
    low, high = values[:2]
    step = values[2] if len(values) > 2 else (high - low) / 100
    if not low <= default <= high:
        raise ValueError(f"the default of {name} must lie between {low} and {high}, got {default!r}")
    return widgets.FloatSlider(
        value=default,
        min=low,
        max=high,
        step=step,
        description=label,
        readout_format=".3g",
        style=style,
        layout=layout,
    )
