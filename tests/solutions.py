"""What the solutions do, read from their code."""

import ast
import json
from pathlib import Path

from bcs_helpers.classroom import course

ROOT = Path(__file__).parents[1]


def builds_on(stem):
    """{task: the earlier tasks of its chapter whose functions its solution reaches}, where there are any."""
    names = [task.name for task in course.tasks(stem)]
    uses = _uses(_statements(stem), names)
    found = {}
    for place, task in enumerate(names):
        reached, waiting = set(), [task]
        while waiting:
            new = uses.get(waiting.pop(), set()) - reached
            reached |= new
            waiting += new
        if earlier := tuple(name for name in names[:place] if name in reached):
            found[task] = earlier
    return found


def _statements(stem):
    cells = json.loads((ROOT / "solutions" / f"{stem}.ipynb").read_text(encoding="utf-8"))["cells"]
    return [node for c in cells if c["cell_type"] == "code" for node in ast.parse("".join(c["source"])).body]


def _uses(statements, tasks):
    """{name at the level of cells: the other such names that it needs}."""
    uses = {}
    for node in statements:
        if isinstance(node, ast.FunctionDef):
            uses[node.name] = _loaded(node) - _own(node)
        elif isinstance(node, ast.Assign):
            bound = {part.id for target in node.targets for part in ast.walk(target) if isinstance(part, ast.Name)}
            for name in bound - set(tasks):  # gap_curve = carry_on(gap_curve) is no other function
                uses[name] = _loaded(node.value) - bound
    return {name: needs & uses.keys() for name, needs in uses.items()}


def _loaded(node):
    return {p.id for p in ast.walk(node) if isinstance(p, ast.Name) and isinstance(p.ctx, ast.Load)}


def _own(function):
    """The names that a function gives to its inputs and values."""
    inputs = {a.arg for p in ast.walk(function) if isinstance(p, ast.arguments)
              for a in (*p.posonlyargs, *p.args, *p.kwonlyargs)}  # fmt: skip
    inside = {p.name for p in ast.walk(function) if isinstance(p, ast.FunctionDef)}
    stored = {p.id for p in ast.walk(function) if isinstance(p, ast.Name) and isinstance(p.ctx, ast.Store)}
    return inputs | inside | stored
