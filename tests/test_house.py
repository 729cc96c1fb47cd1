"""The rules of the house: who may import whom, what importing the package costs, and what a docstring says."""

import ast
import doctest
import subprocess
import sys
from functools import cache
from importlib import import_module
from inspect import getdoc, isfunction, signature
from pathlib import Path

import pytest

from .mutations import MUTATIONS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "bcs_helpers"
TOOLS = {"_arguments", "_numerics"}
BASE = TOOLS | {"units", "spectrum", "gap"}
PHYSICS = {
    *("cooper", "ground_state", "thermodynamics", "response", "collective", "tunnelling"),
    *("crossover", "finite", "richardson", "chain", "dense_matter"),
    *("strong_coupling", "eliashberg", "real_axis", "materials", "vortex"),
}
WORDS = {"words", "panel", "_missing"}  # no physics, no drawing: what any room may use
DRAWING = {"figures", "explore", "_vertices", "tables"}
HEAVY = {"matplotlib", "ipywidgets", "anywidget", "IPython", "dask", "jupyterlab"}


def modules(package):
    """Every module of a package by its dotted name, 'classroom.grading' for an __init__."""
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


MODULES = dict(modules(PACKAGE))


def imports(name, path):
    """Every module a file imports, at its top or later: ours as 'gap' or 'classroom.tasks', star imports as '*'."""
    here = (name.split(".") if name else []) if path.stem == "__init__" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.removeprefix("bcs_helpers.") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                base = ".".join([*here[: len(here) - node.level + 1], *([node.module] if node.module else [])])
            else:
                base = f"{node.module}.".removeprefix("bcs_helpers.").removesuffix(".")
            yield from {"*" if alias.name == "*" else f"{base}.{alias.name}".lstrip(".") for alias in node.names}


def graph(modules):
    """Which of our modules each of them imports: `from x import y` is x.y where that is a module, else x."""

    def ours(target):
        parent = target.rpartition(".")[0]
        return target if target in modules else parent if parent in modules else None

    return {name: {ours(u) for u in imports(name, path)} - {None, ""} for name, path in modules.items()}


@cache
def our_graph():
    return graph(MODULES)


def circles(graph):
    """The modules that reach themselves through their imports."""

    def reach(name, seen):
        for other in graph[name] - seen:
            seen.add(other)
            reach(other, seen)
        return seen

    return sorted(name for name in graph if name in reach(name, set()))


@pytest.mark.parametrize("name", [name for name in MODULES if name])
def test_imports_point_downward(name):
    """Physics imports no drawing and no answers; the answers import no physics; only the course sees physics."""
    used = set(imports(name, MODULES[name]))
    room, heavy = name.split(".")[0], {u.split(".")[0] for u in used} & HEAVY
    ours = {u.split(".")[0] for u in our_graph()[name]} & (BASE | PHYSICS | DRAWING | {"limits"})
    assert "*" not in used and name.split(".")[-1] != "utils"
    if room == "limits":
        assert ours <= TOOLS and not heavy  # how an argument is checked is no physics
    elif room == "_numerics":
        assert ours <= {"_numerics"} and not heavy
    elif room in BASE:
        assert ours <= BASE and not heavy
    elif room in PHYSICS:
        assert ours <= BASE | PHYSICS and not heavy
    elif room in DRAWING:
        assert ours <= DRAWING
    elif room in WORDS:
        assert not ours and not heavy
    elif room == "classroom" and not name.startswith("classroom.course"):
        assert not ours


def test_every_module_has_its_place():
    """A new module is put into a layer here, and named in the package."""
    import bcs_helpers

    rooms = {name.split(".")[0] for name in MODULES} - {"", "classroom"}
    assert rooms == BASE | PHYSICS | DRAWING | WORDS | {"limits"}
    assert {r for r in rooms if not r.startswith("_")} - {"explore"} - WORDS == set(bcs_helpers.__all__)


def test_no_circles():
    """No module reaches itself through its imports, in whatever folder it stands and wherever it imports."""
    assert circles(our_graph()) == []


def test_a_circle_in_a_folder_is_seen(tmp_path):
    """Two modules of a nested package that import each other, one of them inside a function, are a circle."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (inner / "__init__.py").write_text("")
    (inner / "one.py").write_text("from .two import f\nfrom . import three")
    (inner / "two.py").write_text("def f():\n    from bcs_helpers.a.b import one")
    (inner / "three.py").write_text("import numpy")
    assert circles(graph(dict(modules(tmp_path)))) == ["a.b.one", "a.b.two"]


def test_physics_takes_what_is_listed():
    """Of another physics module nothing is taken that it does not list."""
    listed = {room: set(import_module(f"bcs_helpers.{room}").__all__) for room in PHYSICS | {"gap", "spectrum"}}
    taken = [
        f"{name} takes {target}"
        for name in listed
        for target in imports(name, MODULES[name])
        if target.count(".") == 1 and target.split(".")[0] in listed
        if target.split(".")[1] not in listed[target.split(".")[0]]
    ]
    assert not taken


def test_importing_the_package_loads_nothing_heavy():
    """import bcs_helpers, and the whole physics, need neither matplotlib nor ipywidgets nor IPython nor Dask."""
    names = ", ".join(sorted({name for name in MODULES if "." not in name} - DRAWING - {"", "classroom"}))
    code = f"import sys, bcs_helpers; from bcs_helpers import {names}; print(*sorted({HEAVY} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_rooms_open_when_they_are_asked_for():
    """`import bcs_helpers` loads no room; `bcs_helpers.gap` does; dir() lists them; a wrong name is told."""
    code = (
        "import sys, bcs_helpers as b\n"
        "assert not [m for m in sys.modules if m.startswith('bcs_helpers.')], 'loaded too early'\n"
        "assert set(b.__all__) <= set(dir(b)) and b.gap.gap(0.0, 1.0) > 1.7 and b.units.meV == 1\n"
        "try: b.gaps\n"
        "except AttributeError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "has no attribute 'gaps'; its rooms are" in done.stdout


def test_the_tests_mirror_the_package():
    """Each physics module has its test file."""
    here = {p.stem for p in Path(__file__).parent.glob("test_*.py")}
    rooms = {name.lstrip("_") for name in BASE | PHYSICS}
    assert {f"test_{name}" for name in rooms} <= here


def functions():
    for name in sorted((BASE | PHYSICS | {"limits"}) - TOOLS - {"units", "materials"}):
        module = import_module(f"bcs_helpers.{name}")
        for public, thing in vars(module).items():
            if isfunction(thing) and thing.__module__ == module.__name__ and not public.startswith("_"):
                yield f"{name}.{public}", thing


def test_every_mutation_still_finds_its_text():
    """Else it says nothing about the tests beside it."""
    count = lambda mutation: (ROOT / mutation.file).read_text(encoding="utf-8").count(mutation.old)  # noqa: E731
    assert [str(mutation) for mutation in MUTATIONS if count(mutation) != 1] == []


def test_public_functions_are_documented():
    """Each says its parameters, what it returns and its source; `Raises` stands only where there is more to say than
    "outside its domain", which the package says once."""
    missing = []
    for name, function in functions():
        text, room = getdoc(function) or "", name.split(".")[0]
        parts = ["Returns", "Source"] + (["Parameters"] if signature(function).parameters else [])
        missing += [f"{name}: {part}" for part in parts if room != "limits" and f"{part}\n---" not in text]
        if "outside its domain" in text:
            missing.append(f"{name}: Raises that says nothing")
    assert not missing


def test_public_functions_are_annotated():
    """A type checker sees what goes in and what comes out."""
    bare = []
    for name, function in functions():
        hints = function.__annotations__
        if {*signature(function).parameters, "return"} - set(hints):
            bare.append(name)
    assert not bare and (PACKAGE / "py.typed").exists()


@pytest.mark.parametrize("name", sorted((BASE | PHYSICS | {"limits", ""}) - TOOLS))
def test_each_module_has_an_example_that_runs(name):
    """What a docstring shows is what the function returns."""
    module = import_module(f"bcs_helpers.{name}".rstrip("."))
    failed, tried = doctest.testmod(module)
    assert tried and not failed
