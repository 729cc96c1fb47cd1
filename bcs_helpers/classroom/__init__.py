"""Tasks and feedback for solvers; building of the notebooks.

>>> from bcs_helpers.classroom import ask, carry_on, check, hint, progress
"""

from .asking import ask
from .feedback import carry_on, check, hint, inputs, progress, rubric, use_seed

__all__ = ["ask", "carry_on", "check", "hint", "inputs", "progress", "rubric", "use_seed"]
