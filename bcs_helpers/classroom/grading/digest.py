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
    parts = (f"{name}\0{_skeleton(path.read_text(encoding='utf-8'))}" for name, path in sorted(named.items()))
    return sha256("\0".join(parts).encode()).hexdigest()[:16]


def _skeleton(text):
    """The syntax tree as text, without sentences."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and (" " in node.value or "\n" in node.value):
            node.value = ""
    return ast.dump(tree)


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
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom) or not (node.level or (node.module or "").startswith("bcs_helpers")):
            continue
        words = [part for part in (node.module or "").split(".") if part]
        base = path.parents[node.level - 1] if node.level else PACKAGE.parent
        base = base.joinpath(*words)
        for name in ("", *(alias.name for alias in node.names)):
            module = base / name if name else base
            yield from (module.with_suffix(".py"), module / "__init__.py")
