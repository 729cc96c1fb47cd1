"""bcs build: derive all that is derived, and nothing by halves.

building   what is built and checked, in which order; what is derived; writing
facts      what the prose says of the rows: titles, points, minutes        maps    the map of all chapters
pairs      .py and .ipynb of a notebook: which was edited, and what must not be built
reach      what the outputs of a notebook depend on
past       what was built before: the cache and git
edition    the notebooks of a second language

Beside it, `notebooks` has notebooks as text and as JSON, exercises made of solutions, and running.
"""

from .building import build, check
from .edition import edition
from .pairs import BuildError

__all__ = ["BuildError", "build", "check", "edition"]
