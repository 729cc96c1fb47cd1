"""Tasks and feedback for solvers; building of the notebooks.

>>> from bcs_helpers.classroom import carry_on, check, hint, progress
"""

from .feedback import carry_on, check, hint, inputs, progress, rubric, use_seed

__all__ = ["carry_on", "check", "hint", "inputs", "progress", "rubric", "use_seed"]
