"""The former names, for modules that still use them: see `_numerics`."""

from ._numerics.blocks import BLOCK, blockwise
from ._numerics.table import Table

__all__ = ["BLOCK", "Table", "blockwise"]
