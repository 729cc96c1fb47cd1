"""The words of code, found in its syntax tree.

In the cells of a notebook: every text that a reader will see, be it a label, a title, the head of a table, the name of
a control or a printed line. A text with holes (f"at {T:.2f} K") is a message with fields (at {T} K), and is found again
by its fixed parts once it is filled in. In the package: what is passed to `say` and `translate`, through names,
choices, loops and the package's own functions.
"""

import ast
import re
from functools import cache

from .captions import SHOWN, tree
from .prose import has_words

# words that matplotlib and numpy understand, and names of columns; a reader never sees them
SILENT_ARGUMENTS = {
    *("alpha", "axis", "bbox", "c", "clip_on", "cmap", "color", "colors", "coordinates", "dtype", "ec", "edgecolor"),
    *("encoding", "extend", "facecolor", "family", "fc", "fmt", "fontweight", "format", "full_output", "ha", "hatch"),
    *("horizontalalignment", "interpolation", "kind", "linestyle", "linestyles", "loc", "ls", "marker", "markers"),
    *("method", "mode", "origin", "scale", "sep", "shading", "side", "style", "textcoords", "transform", "va", "which"),
    *("verticalalignment", "weight", "where", "whis", "xscale", "xycoords", "yscale", "alt", "key", "end", "status"),
    *("layout", "projection", "aspect", "position", "arrowprops", "name", "quantity", "of", "base", "nonpositive"),
}
SILENT_CALLS = {
    *("show", "hint", "check", "carry_on", "rubric", "inputs", "getattr", "hasattr", "setattr", "isinstance", "open"),
    *("set_xscale", "set_yscale", "set_aspect", "tick_params", "set_visible", "set_loc", "axis", "grid", "margins"),
    *("get_cmap", "rcParams", "astype", "split", "replace", "startswith", "endswith", "strip", "get", "minimize"),
    *("root_scalar", "minimize_scalar", "solve_ivp", "einsum", "interp1d", "dtype", "zeros", "find", "measurement"),
    *("import_module", "pop", "format", "sum_over", "set_position", "set_ticks_position", "set_label_position", "use"),
}
SILENT_WORDS = {
    *("log", "linear", "symlog", "equal", "auto", "best", "center", "left", "right", "top", "bottom", "both", "none"),
    *("upper right", "upper left", "lower left", "lower right", "upper center", "lower center", "center left"),
    *("center right", "offset points", "offset pixels", "axes fraction", "figure fraction", "data", "post", "pre"),
    *("mid", "row", "col", "bold", "normal", "dashed", "dotted", "solid", "major", "minor", "max", "min"),
    *("black", "white", "red", "blue", "viridis", "cividis", "same", "full", "valid", "edge", "steps-post", "xy"),
    *("butt", "round", "projecting", "miter", "bevel"),
}
STYLE = re.compile(r"\S+,\w+=\S+")  # of an arrow, a connection, a box: arc3,rad=0.2
ARGUMENTS = {"textcoords", "xytext", "fmt", "capsize", "bounds", "xatol", "arrowstyle", "connectionstyle", "options"}
SAYS = {"say", "translate"}
NAME = re.compile(r"\w*(?:_|\d)\w*")  # of a column or a variable


def messages(source):
    """(message, whether it has fields) of each text of a code cell that a reader may see, in order."""
    found, cell = [], tree(source)
    for text, filled in (*_seen(cell), *_heads(cell)):
        if has_words(text) and text not in SILENT_WORDS and not NAME.fullmatch(text) and not STYLE.fullmatch(text):
            found.append((text, filled))
    return list(dict.fromkeys(found))


def _seen(node, parent=None):
    """The texts below a node, without those that only the computer reads."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield from ((line, False) for line in _printed(node.value))
        return
    if isinstance(node, ast.JoinedStr):
        yield from ((line, "{" in line) for line in _printed(template(node)))
        for part in node.values:  # a word that goes into a hole is a word
            if isinstance(part, ast.FormattedValue):
                yield from _seen(part.value, part)
        return
    for field, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _silent(node, field, child):
                yield from _seen(child, node)


def _heads(cell):
    """The heads of a cell's tables: table({"a head": …}); columns = {"a head": …}; columns["another"] = …."""
    nodes = list(ast.walk(cell))
    tables = [node.args[0] for node in nodes if calls(node, "table") and node.args]
    shown = {getattr(columns, "id", None) for columns in tables}
    for node in nodes:
        for target in node.targets if isinstance(node, ast.Assign) else ():
            if isinstance(target, ast.Subscript) and getattr(target.value, "id", "") in shown:
                yield from _seen(target.slice, target)
            elif isinstance(target, ast.Name) and target.id in shown:
                tables.append(node.value)
    for columns in tables:
        for head in columns.keys if isinstance(columns, ast.Dict) else ():
            if head is not None:
                yield from _seen(head, columns)


def calls(node, name):
    """Whether a node of a syntax tree calls a function of that name."""
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") == name


def _printed(text):
    """A text as it is looked up: without the space and the line ends around it."""
    return [text.strip()] if text.strip() else []


def _silent(node, field, child):
    if isinstance(node, ast.Expr) and isinstance(child, ast.Constant):
        return True  # a docstring
    if isinstance(node, ast.Subscript):
        return field == "slice"
    if isinstance(node, ast.Compare | ast.Assert | ast.Raise):
        return not (isinstance(node, ast.Compare) and isinstance(child, ast.Call))
    if isinstance(node, ast.keyword):
        return node.arg in SILENT_ARGUMENTS
    if isinstance(node, ast.Dict) and field == "keys":
        return all(getattr(key, "value", None) in _names_of_arguments() for key in node.keys)
    if isinstance(node, ast.Call) and field == "args":
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        return name in SILENT_CALLS and not isinstance(child, ast.Call)
    if isinstance(node, ast.Call) and field == "func":
        return isinstance(child, ast.Attribute) and isinstance(child.value, ast.Constant)
    return False


@cache
def _names_of_arguments():
    """Names of arguments that a dict may hold for a call: matplotlib's properties of what is drawn, and some more."""
    from matplotlib.artist import ArtistInspector
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch
    from matplotlib.text import Text

    told = [ArtistInspector(kind) for kind in (Line2D, Patch, Text)]
    return ARGUMENTS.union(
        SILENT_ARGUMENTS,
        *(one.get_setters() for one in told),
        *(names for one in told for names in one.aliasd.values()),
    )


def template(joined):
    """The message of an f-string: its holes by their source, without formats; braces of the text are doubled."""
    parts = []
    for number, part in enumerate(joined.values):
        if isinstance(part, ast.Constant):
            parts.append(part.value.replace("{", "{{").replace("}", "}}"))
        else:
            hole = ast.unparse(part.value)
            parts.append(f"{{value{number}}}" if "{" in hole or "}" in hole else f"{{{hole}}}")
    return "".join(parts)


def alternatives_in(source):
    """The alternative texts that still stand in a code cell, as sentences."""
    for call in ast.walk(tree(source)):
        if isinstance(call, ast.Call) and getattr(call.func, "id", None) in SHOWN:
            place, name = SHOWN[call.func.id]
            given = [word.value for word in call.keywords if word.arg in (name, "alt")]
            given += call.args[place : place + 1] if place is not None else []
            for node in given:
                if isinstance(node, ast.Constant) and " " in str(node.value):
                    yield node.value


# ---- the package ----------------------------------------------------------------------------------------------


class Spoken:
    """The messages that a module of the package says, and the calls of which none can be known."""

    def __init__(self, source):
        self.tree = ast.parse(source)
        self.parents = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}
        self.messages, self.unknown = [], []
        for call in ast.walk(self.tree):
            if isinstance(call, ast.Call) and self._name(call) == "add_argument":  # its parser looks it up
                told = [word.value for word in call.keywords if word.arg == "help"]
                self.messages += [(None, text) for node in told for text in self._texts(node, call, 0)]
            if isinstance(call, ast.Call) and call.args and self._speaks(call.func):
                context = next((word.value for word in call.keywords if word.arg == "context"), None)
                context = context.value if isinstance(context, ast.Constant) else None
                texts = list(self._texts(call.args[0], call, 0))
                if not texts and not isinstance(call.args[0], ast.Attribute):
                    self.unknown.append((call.lineno, ast.unparse(call.args[0])))
                self.messages += [(context, text) for text in texts]
        self.messages = list(dict.fromkeys(self.messages))

    def constants(self, *names):
        """The texts of the tuples or dicts that the module binds to names."""
        return [text for name in names for text in self._texts(ast.Name(name), self.tree.body[-1], 0)]

    @staticmethod
    def _speaks(function):
        if isinstance(function, ast.Attribute):
            return function.attr in SAYS and getattr(function.value, "id", "") == "words"
        return getattr(function, "id", "") in SAYS

    @staticmethod
    def _name(call):
        return getattr(call.func, "attr", getattr(call.func, "id", ""))

    def _texts(self, node, place, depth):
        """The texts that an expression may be, as far as the module shows them."""
        if depth > 6:
            return
        if isinstance(node, ast.Constant):
            if isinstance(node.value, str):
                yield node.value
        elif isinstance(node, ast.IfExp):
            yield from self._texts(node.body, place, depth + 1)
            yield from self._texts(node.orelse, place, depth + 1)
        elif isinstance(node, ast.BoolOp):
            for value in node.values:
                yield from self._texts(value, place, depth + 1)
        elif isinstance(node, ast.Tuple | ast.List | ast.Set):
            for value in node.elts:
                yield from self._texts(value, place, depth + 1)
        elif isinstance(node, ast.Dict):
            for value in node.values:
                yield from self._texts(value, place, depth + 1)
        elif isinstance(node, ast.Subscript | ast.Starred):
            yield from self._texts(node.value, place, depth + 1)
        elif isinstance(node, ast.Call) and self._name(node) in {"get", "values", "items"}:
            yield from self._texts(node.func.value, place, depth + 1)
            for default in node.args[1:]:
                yield from self._texts(default, place, depth + 1)
        elif isinstance(node, ast.Name):
            for value in self._values(node.id, place):
                yield from self._texts(value, place, depth + 1)

    def _values(self, name, place):
        """The expressions to which a name is bound in the functions around a place, or in the module."""
        around, node = [], place
        while node in self.parents:
            node = self.parents[node]
            if isinstance(node, ast.FunctionDef | ast.Module | ast.ListComp | ast.GeneratorExp | ast.DictComp):
                around.append(node)
        for scope in around:
            values = []
            if isinstance(scope, ast.FunctionDef):
                values += self._arguments(scope, name)
            for node in ast.walk(scope):
                targets = getattr(node, "targets", [getattr(node, "target", None)])
                value = getattr(node, "value", getattr(node, "iter", None))
                if value and any(target and _binds(target, name) for target in targets):
                    values.append(value)
            if values:
                return values
        return []

    def _arguments(self, function, name):
        """The default of a parameter, and what the module passes for it."""
        names = [argument.arg for argument in [*function.args.posonlyargs, *function.args.args]]
        values = []
        defaults = dict(zip(names[::-1], function.args.defaults[::-1], strict=False))
        defaults |= {
            argument.arg: default
            for argument, default in zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
            if default is not None
        }
        if name in defaults:
            values.append(defaults[name])
        if name in names or name in [argument.arg for argument in function.args.kwonlyargs]:
            for call in ast.walk(self.tree):
                if isinstance(call, ast.Call) and self._name(call) == function.name:
                    values += [word.value for word in call.keywords if word.arg == name]
                    place = names.index(name) - (names[:1] in (["self"], ["cls"])) if name in names else 10**6
                    values += call.args[place : place + 1] if place >= 0 else []
        return values


def _binds(target, name):
    return any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(target))
