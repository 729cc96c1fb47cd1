"""What a mark depends on, by content: a changed question marks its class again, a changed sentence does not.

The digest is taken of syntax trees, so that comments and layout do not count, and of strings only if they hold no
blank: a key, a name or a format may decide something, a sentence is for people, and pages are written anew anyway.
"""

import ast
from functools import cache
from hashlib import sha256

from .. import course
from .places import PACKAGE

SEEN_ONLY = {"explore", "figures", "panel", "words"}  # they change what people see, and no number
START = ("classroom/grading/marking.py", "classroom/grading/inside/warm.py", "classroom/grading/inside/stand_in.py")


def code_digest():
    """A digest of all code that judges: the grader's, the physics', and the rows of the course in use."""
    return _digest(course.current().folder)


@cache
def _digest(rows):
    physics = [path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] != "classroom"]
    files = _reached([*(PACKAGE / name for name in START), *physics])
    named = {path.relative_to(PACKAGE).as_posix(): path for path in files}
    named |= {f"a row of the course: {path.name}": path for path in rows.glob("*.py")}
    parts = (f"{name}\0{_read(path)[0]}" for name, path in sorted(named.items()))
    return sha256("\0".join(parts).encode()).hexdigest()[:16]


def _read(path):
    return _parsed(path.read_text(encoding="utf-8"))


@cache  # by the text: each file is parsed once
def _parsed(text):
    """(a digest of the syntax tree without sentences, (level, module, names) of each import that may be of ours)."""
    tree = ast.parse(text)
    nodes = list(ast.walk(tree))
    imports = [
        (node.level, node.module or "", [alias.name for alias in node.names])
        for node in nodes
        if isinstance(node, ast.ImportFrom) and (node.level or (node.module or "").startswith("bcs_helpers"))
    ]
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and (" " in node.value or "\n" in node.value):
            node.value = ""
    return sha256(ast.dump(tree).encode()).hexdigest(), imports


def _reached(start):
    """The files of the package that these import, and those in turn, and the packages that they lie in."""
    found, waiting = set(), list(start)
    while waiting:
        path = waiting.pop()
        if path in found or path.stem in SEEN_ONLY or not path.is_file():
            continue
        found.add(path)
        waiting += [path.parent / "__init__.py", *_imports(path)]
    return found


def _imports(path):
    """The files of the package that a module may mean with its imports, whether they are there or not."""
    for level, module, names in _read(path)[1]:
        base = path.parents[level - 1] if level else PACKAGE.parent
        base = base.joinpath(*filter(None, module.split(".")))
        for name in ("", *names):
            place = base / name if name else base
            yield from (place.with_suffix(".py"), place / "__init__.py")
