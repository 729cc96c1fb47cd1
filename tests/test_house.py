"""The rules of the house: who may import whom, and what importing the package costs."""

import ast
import subprocess
import sys
from importlib import import_module
from inspect import getdoc, isfunction, signature
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "bcs_helpers"
BASE = {"_domain", "_table", "units", "spectrum", "gap"}
PHYSICS = {
    *("cooper", "ground_state", "thermodynamics", "response", "collective", "tunnelling"),
    *("crossover", "finite", "richardson", "chain", "dense_matter"),
    *("strong_coupling", "eliashberg", "materials", "vortex"),
}
WORDS = {"words", "_missing"}  # no physics, no drawing: what any room may use
DRAWING = {"figures", "explore", "tables"}
HEAVY = {"matplotlib", "ipywidgets", "anywidget", "IPython", "dask"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports(path):
    """Every module a file imports, ours as 'gap' or 'classroom.tasks', with star imports as '*'."""
    here = path.relative_to(PACKAGE).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            base = ".".join((*here[: len(here) - node.level + 1], *([node.module] if node.module else [])))
            yield from (f"{base}.{alias.name}".lstrip(".") if not node.module else base for alias in node.names)
            yield from ("*" for alias in node.names if alias.name == "*")
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            yield from ("*" for alias in node.names if alias.name == "*")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_imports_point_downward(path):
    """Physics imports no drawing and no answers; the answers import nothing of ours; only the course sees physics."""
    name = path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", ".")
    used = {module.removeprefix("bcs_helpers.") for module in imports(path)}
    ours = used & (BASE | PHYSICS | DRAWING | {"limits"})
    assert "*" not in used and path.stem != "utils"
    if name == "limits":
        assert not ours
    elif name in BASE:
        assert ours <= BASE and not {u.split(".")[0] for u in used} & HEAVY
    elif name in PHYSICS:
        assert ours <= BASE | PHYSICS and not {u.split(".")[0] for u in used} & HEAVY
    elif name in DRAWING:
        assert ours <= DRAWING
    elif name in WORDS:
        assert not ours and not {u.split(".")[0] for u in used} & HEAVY
    elif name.startswith("classroom") and not name.startswith("classroom.course"):
        assert not ours


def test_every_module_has_its_place():
    """A new module is put into a layer here, and named in the package."""
    import bcs_helpers

    modules = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"}
    assert modules == BASE | PHYSICS | DRAWING | WORDS | {"limits"}
    assert {m for m in modules if not m.startswith("_")} - {"explore"} - WORDS == set(bcs_helpers.__all__)


def test_no_circles():
    """No module reaches itself through its imports."""
    graph = {p.stem: {u for u in imports(p)} for p in PACKAGE.glob("*.py")}

    def reach(name, seen=()):
        for other in graph.get(name, ()):
            if other in graph and other not in seen:
                seen = reach(other, (*seen, other))
        return seen

    assert not [name for name in graph if name in reach(name)]


def test_importing_the_package_loads_nothing_heavy():
    """import bcs_helpers, and the whole physics, need neither matplotlib nor ipywidgets nor IPython nor Dask."""
    names = ", ".join(sorted(p.stem for p in PACKAGE.glob("*.py") if p.stem not in DRAWING and p.stem != "__init__"))
    code = f"import sys, bcs_helpers; from bcs_helpers import {names}; print(*sorted({HEAVY} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_the_tests_mirror_the_package():
    """Each physics module has its test file."""
    here = {p.stem for p in Path(__file__).parent.glob("test_*.py")}
    assert {f"test_{name}" for name in (BASE | PHYSICS) - {"_domain", "_table"}} <= here
    assert {"test_domain", "test_table"} <= here


def test_public_functions_are_documented():
    """Each public function of the physics says its parameters, what it returns and its source."""
    missing = []
    for name in sorted((BASE | PHYSICS) - {"_domain", "_table", "units", "materials"}):
        module = import_module(f"bcs_helpers.{name}")
        for public in module.__all__:
            thing = getattr(module, public)
            if isfunction(thing):
                parts = ["Returns", "Source"] + (["Parameters"] if signature(thing).parameters else [])
                missing += [f"{name}.{public}: {part}" for part in parts if f"{part}\n---" not in getdoc(thing)]
    assert not missing
