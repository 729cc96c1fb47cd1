"""What the outputs of a notebook depend on: the definitions of the package that its code reaches, no more.

A module is read as a syntax tree: its top-level definitions, and its effects (statements that bind no name, such as
`rcParams.update(…)`). From the names in a notebook's cells the definitions are followed, through imports, to all that
they name in turn. Comments, docstrings and annotations are left out. Words that only a person reads (in `raise`, and
all through classroom/) count where they stand in the outputs: a changed hint reaches no notebook, a changed sentence
reaches those that show it. A row of the course is a definition of its own, and a notebook reaches those rows of its
chapter that its cells name: `ask("gap_of_tin")` one, `check(gap_ratio)` another.
"""

import ast
import re
import tomllib
from base64 import b64decode
from functools import cache, cached_property
from html import unescape
from importlib.metadata import version

from .. import notebooks as nb

COURSE = re.compile(r"classroom/course/(?:quick/)?(?!__init__)(\w+)\.py")  # the tasks, loaded by chapter
ROWS = ("TASKS", "QUESTIONS", "QUICK", "STEPS")  # the tables in such a module
IN_HEADINGS = ("problem", "minutes")  # what of a row is for headings alone: no output shows it
ASKED = re.compile(r'data-question="([^"]+)"')  # a question and its sentences, as classroom/asking.py stores them
SUFFIXES = (".py", ".js", ".toml")
ALT = re.compile(r"alt/\w+\.toml")
NUMERICS = ("numpy", "scipy", "matplotlib")
BINDING = ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign | ast.AugAssign
PIECE = re.compile(r"[^\W\d_][^\W\d_ ,']{2,}(?:[ ,']+[^\W\d_]+)+")  # two words and more, without a formula
MAGIC = re.compile(r"^\s*[%!].*$", re.MULTILINE)


class Package:
    """The package as syntax trees, from {path inside it: text}."""

    def __init__(self, texts, name="bcs_helpers"):
        self.name, self.texts = name, texts
        self._modules, self._targets = {}, {}

    @classmethod
    def of(cls, folder):
        """The package in a folder."""
        paths = [path for path in folder.rglob("*") if path.suffix in SUFFIXES]
        return cls({p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in paths}, folder.name)

    def digest_for(self, notebook, stem):
        """A digest of the code of a notebook, of all that it reaches, and of the versions of what computes."""
        cells = [parsed(code) for code in code_of(notebook)]
        shown = outputs_as_text(notebook)
        parts = [f"{library} {version(library)}" for library in NUMERICS] + [ast.dump(cell) for cell in cells]
        parts += self.alternatives(cells)
        for path, definitions in sorted(self.reached(cells, stem).items()):
            parts += [path, self.texts.get(path.replace(".py", ".js"), "")]
            for definition in definitions:
                parts += [definition.code, *(words for words in definition.words if stands_in(words, shown))]
        return nb.digest(*parts)

    def alternatives(self, cells):
        """The alternative texts under the keys that stand in the cells."""
        keys = {n.value for cell in cells for n in ast.walk(cell) if isinstance(n, ast.Constant)}
        return [f"{key} {text}" for key, text in self._alternatives if key in keys]

    @cached_property
    def _alternatives(self):
        texts = [tomllib.loads(text) for path, text in sorted(self.texts.items()) if ALT.fullmatch(path)]
        return [item for one in texts for item in one.items()]

    def reached(self, cells, stem):
        """{path: the definitions in it, in order} that these trees reach, effects of the modules among them."""
        found, waiting, named = {}, [], names_in(cells)
        module = Module("", "", self)
        for cell in cells:
            module.add(cell.body)
        waiting += [target for d in module.definitions for target in self._found(d, module)]
        while waiting:
            path, name = waiting.pop()
            module = self.module(path)
            if module is None or (COURSE.fullmatch(path) and not self.is_chapter(path, stem)):
                continue
            new = module.named(name) if name else module.definitions
            if path not in found:
                found[path] = set()
                new = [*new, *module.effects]
                inits = [f"{path.rsplit('/', k)[0]}/__init__.py" for k in range(1, path.count("/") + 1)]
                waiting += [(init, "__name__") for init in [*inits, "__init__.py"] if init != path]
                if path.startswith("classroom/"):
                    chapter = [other for other in self.texts if self.is_chapter(other, stem)]
                    waiting += [(other, name) for other in chapter for name in self.module(other).taken_by(named)]
            for definition in new:
                if definition not in found[path]:
                    found[path].add(definition)
                    waiting += self.targets(definition, module)
        return {path: sorted(definitions, key=lambda d: (d.place, d.chains)) for path, definitions in found.items()}

    def is_chapter(self, path, stem):
        """Whether this module holds the tasks of the notebooks with this stem."""
        match = COURSE.fullmatch(path)
        return bool(match) and match[1] == stem

    def module(self, path):
        """A file of the package, read; None where there is no such file."""
        if path not in self._modules and path in self.texts:
            self._modules[path] = Module(self.texts[path], path, self)
        return self._modules.get(path)

    def targets(self, definition, module):
        """[(path, name)] of everything that a definition names; (path, "") where it takes a whole module."""
        if definition not in self._targets:
            self._targets[definition] = list(self._found(definition, module))
        return self._targets[definition]

    def _found(self, definition, module):
        local = dict(module.imports)
        for node in definition.imports:
            local |= self.imported(node, module.path)
        for first, *rest in definition.chains:
            if first not in local:
                if module.path:
                    yield module.path, first
                continue
            path, name = local[first]
            while rest and not name and (inner := self.inside(path, rest[0])):
                path, rest = inner, rest[1:]
            yield path, name or (rest[0] if rest else "")

    def imported(self, node, path):
        """{local name: (path, name)} of what an import statement takes from the package."""
        found = {}
        if isinstance(node, ast.Import):
            for alias in node.names:
                parts = alias.name.split(".")
                if parts[0] == self.name:
                    found[alias.asname or parts[0]] = (self.path(parts[1:] if alias.asname else []), "")
            return found
        folders = [self.name, *path.split("/")[:-1]]
        base = folders[: len(folders) - node.level + 1] if node.level else []
        base = [*base, *(node.module.split(".") if node.module else [])]
        if base[:1] == [self.name]:
            for alias in node.names:
                inner = self.path([*base[1:], alias.name])
                found[alias.asname or alias.name] = (inner, "") if inner else (self.path(base[1:]), alias.name)
        return found

    def path(self, parts):
        """The file that a dotted name stands for, or None."""
        place = "/".join(parts)
        return next((p for p in (f"{place}.py", f"{place}/__init__.py".lstrip("/")) if p in self.texts), None)

    def inside(self, path, name):
        """The file of a module inside the package of this __init__.py, or None."""
        return self.path([*path.split("/")[:-1], name]) if path and path.endswith("__init__.py") else None


class Module:
    """The top-level definitions and the effects of a file."""

    def __init__(self, text, path, package):
        self.path, self._package = path, package
        self.definitions, self.effects, self.imports, self.rows, self._names = [], [], {}, set(), {}
        self.add(ast.parse(text).body)

    def add(self, statements):
        """Read these statements."""
        for node in statements:
            if isinstance(node, ast.Import | ast.ImportFrom):
                self.imports |= self._package.imported(node, self.path)
            elif COURSE.fullmatch(self.path) and (rows := rows_in(node)):
                self.rows |= {name_of(row) for row in rows}
                for row in rows:
                    self._add(row, [name_of(row)] if name_of(row) else [])
            elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
                self._add(node, bound(node))

    def _add(self, node, names):
        definition = Definition(node, len(self.definitions), self.path.startswith("classroom/"))
        self.definitions.append(definition)
        for name in names:
            self._names.setdefault(name, []).append(definition)
        if not names or not isinstance(node, BINDING | ast.Call):
            self.effects.append(definition)

    def taken_by(self, named):
        """What a notebook with these names takes of its chapter's module: rows by name, the rest as its attributes.

        A row whose name is not written out may be any, and is taken by all, with the module's effects.
        """
        names, attributes = named
        unnamed = {"__name__"} if None in self.rows else set()
        return unnamed | (names & self.rows) | (attributes & self._names.keys() - self.rows)

    def named(self, name):
        """The definitions of a name; an imported name stands for what was imported; else what answers for any name."""
        if name in self.imports:
            return self._names.setdefault(name, [Definition(ast.Expr(ast.Name(name, ast.Load())), -1, False)])
        return self._names.get(name) or ([] if name.startswith("__") else self._names.get("__getattr__", []))


class Definition:
    """One top-level statement: its code without words, those words, and what it names."""

    def __init__(self, node, place, in_classroom):
        self.node, self.place, self.in_classroom = node, place, in_classroom

    @cached_property
    def _parted(self):
        words = []
        self.node = _Bare(words, self.in_classroom).visit(self.node)
        return ast.dump(self.node), words

    code = property(lambda self: self._parted[0])
    words = property(lambda self: self._parted[1])

    @cached_property
    def chains(self):
        """What the code names, each once."""
        return sorted({tuple(chain) for chain in chains(self.node)}) if self.code else []

    @cached_property
    def imports(self):
        """The import statements inside it."""
        return [node for node in ast.walk(self.node) if isinstance(node, ast.Import | ast.ImportFrom)]


class _Bare(ast.NodeTransformer):
    """A tree without docstrings and annotations; words for people are set aside."""

    def __init__(self, words, said):
        self.words, self.said = words, said

    def _definition(self, node):
        first = node.body[0]
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
            node.body = node.body[1:] or [ast.Pass()]
        if hasattr(node, "returns"):
            node.returns = None
        return self.generic_visit(node)

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = _definition

    def visit_arg(self, node):
        node.annotation = None
        return node

    def visit_Raise(self, node):
        before, self.said = self.said, True
        self.generic_visit(node)
        self.said = before
        return node

    def visit_Constant(self, node):
        if self.said and isinstance(node.value, str) and " " in node.value.strip():
            self.words.append(node.value)
            return ast.Constant("")
        return node


def parsed(code):
    """The syntax tree of a cell; of one that Python cannot read, a tree that holds it as a text."""
    try:
        return ast.parse(code)
    except SyntaxError:
        return ast.Module([ast.Expr(ast.Constant(code))], [])


def names_in(trees):
    """(the names in these trees, with the texts that are all that a call is given; the attributes)."""
    nodes = [node for tree in trees for node in ast.walk(tree)]
    given = [n.args[0] for n in nodes if isinstance(n, ast.Call) and len(n.args) == 1 and not n.keywords]
    texts = {text.value for text in given if isinstance(text, ast.Constant)}
    names = {n.id for n in nodes if isinstance(n, ast.Name)}
    return names | texts, {n.attr for n in nodes if isinstance(n, ast.Attribute)}


def rows_in(node):
    """The rows of a table of the course, without what stands in headings alone; nothing of any other statement."""
    table = isinstance(node, ast.Assign) and {*bound(node)} & {*ROWS} and isinstance(node.value, ast.Tuple | ast.List)
    rows = node.value.elts if table else []
    for row in (row for row in rows if isinstance(row, ast.Call)):
        row.keywords = [keyword for keyword in row.keywords if keyword.arg not in IN_HEADINGS]
    return rows


def name_of(row):
    """The name of a row: its keyword `name`, or what stands first in it; None where it is not written out."""
    first = [keyword.value for keyword in getattr(row, "keywords", ()) if keyword.arg == "name"]
    first = first or getattr(row, "args", [])[:1]
    return first[0].value if first and isinstance(first[0], ast.Constant) else None


def bound(node):
    """The names that a top-level statement binds; those inside a compound statement too."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [node.name]
    return [n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]


def chains(node):
    """Every name that a tree uses, with the attributes that follow it: limits.ZETA3 as ["limits", "ZETA3"]."""
    attributes, inner = [], node
    while isinstance(inner, ast.Attribute):
        attributes.append(inner.attr)
        inner = inner.value
    if isinstance(inner, ast.Name):
        yield [inner.id, *reversed(attributes)]
        return
    for child in ast.iter_child_nodes(inner):
        yield from chains(child)


def code_of(notebook):
    """The code cells of a notebook, without magics."""
    return [MAGIC.sub("", cell.source) for cell in notebook.cells if cell.cell_type == "code"]


def outputs_as_text(notebook):
    """All that the outputs of a notebook say, as one text."""
    said = []
    for output in (o for cell in notebook.cells for o in cell.get("outputs", [])):
        data = output.get("data", {})
        said += [output.get("text", ""), data.get("text/plain", ""), data.get("text/markdown", "")]
        if "data-vertices" not in data.get("text/html", ""):
            said.append(unescape(re.sub("<[^>]*>", " ", data.get("text/html", ""))))
        said += [b64decode(sheet).decode() for sheet in ASKED.findall(data.get("text/html", ""))]
    return " ".join("\n".join(said).split())


@cache
def _pieces(words):
    words = " ".join(words.split())
    found = sorted(PIECE.findall(words), key=len) or [words]
    return [piece for piece in found if len(piece) > 20] or found[-1:]


def stands_in(words, shown):
    """Whether a part of these words that is long enough to be known again stands in what is shown."""
    return any(piece in shown for piece in _pieces(words))
