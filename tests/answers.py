"""Two classes of solvers, and what each of their answers is told.

    python -m tests.answers           all of them; writes tests/answers.md; exit code 1 where one is told what is false
    python -m tests.answers gap_      the tasks whose names hold this word, each answer on a line

The first class knows the statements alone: its answers were written by hand (answers_by_hand.py), before anything
else of the tasks was read. (Tasks of project A whose fits take long are left to the nightly test.) The second class
knows the solutions, and no row.

The right ones are the solutions in other dress: exact numbers, lists, rounded constants. The wrong ones are the
solutions with one line miswritten, as it happens at a desk: a factor lost, a sign turned, a square or a root forgotten,
two inputs exchanged, a limit taken, a prefix overlooked; and some with two of these at once. What a diagnosis claims
is done again by other code, and must lead from the answer to the right one.
"""

import ast
import copy
import re
import signal
import sys
from collections import Counter
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

import numpy as np

from bcs_helpers.classroom import course, notebooks
from bcs_helpers.classroom.answers import as_plain, distance, errors, undisturbed
from bcs_helpers.classroom.diagnosis import CHANGES, FACTORS, INSIDE, RARE, SCALES
from bcs_helpers.classroom.tasks import BROKEN, RIGHT, WRONG, judge, sheet

from . import answers_by_hand

ROOT = Path(__file__).parents[1]
SECONDS = 2.0  # for all cases of an answer
MOST = 8  # wrong answers of each task
NO_CAUSE = ("unknown", "some_inputs", "too_large", "too_small")


# ---- the solutions ------------------------------------------------------------------------------------------


def solutions(stem):
    """(namespace, {name: its definition}) of a chapter's solutions: definitions, imports and plain assignments."""
    space, functions = {}, {}
    names = {task.name for task in course.tasks(stem)}
    for cell in notebooks.from_text((ROOT / "solutions" / f"{stem}.py").read_text(encoding="utf-8")).cells:
        if cell.cell_type != "code":
            continue
        for node in ast.parse(cell.source).body:
            if isinstance(node, ast.FunctionDef) and node.name in names:
                functions[node.name] = node
            shown = "solution" in cell.metadata.get("tags", ()) and isinstance(node, ast.Assign)
            if isinstance(node, ast.FunctionDef | ast.Import | ast.ImportFrom | ast.Assign) and not shown:
                source = ast.unparse(node)
                if "carry_on(" not in source and "classroom" not in source and "figure(" not in source:
                    try:
                        exec(compile(source, stem, "exec"), space)
                    except NameError:  # of a picture that is not drawn here
                        continue
    return space, functions


def written(space, definition):
    """The function of a definition, in a namespace of its own."""
    space = dict(space)
    exec(compile(ast.fix_missing_locations(ast.Module([definition], [])), "answer", "exec"), space)
    return space[definition.name]


# ---- slips --------------------------------------------------------------------------------------------------


def _is(node, *names):
    return isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in names


def _product(node, *kinds):
    return isinstance(node, ast.BinOp) and isinstance(node.op, kinds or (ast.Mult, ast.Div))


def _number(node, *values):
    return isinstance(node, ast.Constant) and type(node.value) in (int, float) and (not values or node.value in values)


SLIPS = {
    "a factor is lost": lambda n: n.right if _product(n, ast.Mult) and _number(n.left) and n.left.value not in (0, 1)
    else n.left if _product(n) and _number(n.right) and n.right.value not in (0, 1) else None,
    "π is lost": lambda n: n.left if _product(n, ast.Mult, ast.Div) and ast.unparse(n.right) == "np.pi"
    else n.right if _product(n, ast.Mult) and ast.unparse(n.left) == "np.pi" else None,
    "multiplied in place of divided": lambda n: ast.BinOp(n.left, ast.Mult(), n.right) if _product(n, ast.Div)
    else None,
    "a sign is turned": lambda n: ast.BinOp(n.left, ast.Sub() if isinstance(n.op, ast.Add) else ast.Add(), n.right)
    if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Add | ast.Sub) else None,
    "a minus is lost": lambda n: n.operand if isinstance(n, ast.UnaryOp) and isinstance(n.op, ast.USub)
    and not _number(n.operand) else None,
    "a power is lost": lambda n: n.left if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Pow) else None,
    "a root is lost": lambda n: n.args[0] if _is(n, "sqrt") else None,
    "a square root too many": lambda n: ast.parse(f"np.sqrt(np.abs({ast.unparse(n)}))", mode="eval").body
    if _is(n, "exp", "tanh", "log") else None,
    "the sum without its root": lambda n: ast.BinOp(n.args[0], ast.Add(), n.args[1]) if _is(n, "hypot") else None,
    "a logarithm of another base": lambda n: ast.parse(f"np.log10({ast.unparse(n.args[0])})", mode="eval").body
    if _is(n, "log") else None,
    "the limit of a function": lambda n: ast.Constant(1.0) if _is(n, "tanh", "cosh") else None,
    "a bracket is lost": lambda n: n.left if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Sub | ast.Add)
    and _number(n.right) else n.right if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Sub | ast.Add)
    and _number(n.left) else None,
    "a conjugation is lost": lambda n: ast.parse(f"np.dot({', '.join(map(ast.unparse, n.args))})", mode="eval").body
    if _is(n, "vdot") else n.func.value if _is(n, "conj") and not n.args
    else n.args[0] if _is(n, "conj", "abs") else None,
    "a prefix is overlooked": lambda n: ast.Constant(n.value * 1000) if _number(n) and isinstance(n.value, float)
    and n.value > 0 and np.log10(n.value) % 1 == 0 else None,
    "a constant of nature is mistaken": lambda n: ast.Constant(n.value * 2 * np.pi) if _number(n)
    and isinstance(n.value, float) and len(str(n.value)) > 6 else None,
}  # fmt: skip


class _At(ast.NodeTransformer):
    """Makes a slip in the place of that number."""

    def __init__(self, slip, place):
        self.slip, self.place, self.seen, self.made = slip, place, -1, False

    def visit(self, node):
        changed = self.slip(node) if isinstance(node, ast.expr) else None
        if changed is not None:
            self.seen += 1
            if self.seen == self.place:
                self.made = True
                return ast.copy_location(copy.deepcopy(changed), node)
        return self.generic_visit(node)


def miswritten(definition, most=MOST):
    """(what was done, the definition) of a function with one slip in it, as different ones as there are."""
    found = []
    for place in range(6):
        for name, slip in SLIPS.items():
            at = _At(slip, place)
            changed = at.visit(copy.deepcopy(definition))
            if at.made and all(ast.unparse(changed) != ast.unparse(other) for _, other in found):
                found.append((name, changed))
    step = max(1, len(found) // most)
    return found[::step][:most]


def other_answers(answer, arguments):
    """(what was done, the function) of what goes wrong at the end: the result, and the order of the inputs."""
    yield "the result is doubled", lambda *case: 2 * np.asarray(answer(*case))
    yield "a prefix of the result", lambda *case: 1e3 * np.asarray(answer(*case))
    yield "upside down", lambda *case: 1 / np.asarray(answer(*case))
    yield "the result has the other sign, and a factor", lambda *case: -2 * np.pi * np.asarray(answer(*case))
    yield "nearly", lambda *case: 1.013 * np.asarray(answer(*case))
    if arguments > 1:
        yield "the first two inputs exchanged", lambda a, b, *rest: answer(b, a, *rest)
        yield "the last input halved", lambda *case: answer(*case[:-1], case[-1] / 2)


def in_other_dress(answer, space, definition):
    """(what was done, the function) of right answers."""

    def rounded(match):
        return f"{float(match[0]):.4g}"

    yield "as it is", answer
    yield "as a list", lambda *case: np.asarray(answer(*case)).tolist()
    yield "as objects", lambda *case: np.asarray(answer(*case)).astype(object)
    yield "with an axis of one", lambda *case: np.asarray(answer(*case))[..., None]
    one = lambda x: Decimal(repr(float(x))) if not np.imag(x) else complex(x)  # noqa: E731
    yield "Decimal", lambda *case: [one(x) for x in np.ravel(v)] if np.ndim(v := answer(*case)) == 1 else v
    yield "Fraction", lambda *case: Fraction(float(v)) if np.ndim(v := answer(*case)) == 0 and not np.imag(v) else v
    source = re.sub(r"(?<![\w.])\d\.\d{4,}(?![\d.])", rounded, ast.unparse(definition))
    yield "constants to four digits", written(space, ast.parse(source).body[0])


# ---- judging ------------------------------------------------------------------------------------------------


class TooLong(Exception):
    """An answer that takes too long."""


@contextmanager
def in_time(seconds):
    """At most so many seconds."""

    def stop(*_):
        raise TooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@dataclass(frozen=True)
class Told:
    """What an answer was told."""

    task: str
    done: str
    right: bool  # whether it was meant to be right, or is
    state: str
    key: str
    false: bool

    @property
    def no_cause(self):
        """Whether nothing is said about what may be wrong."""
        return self.state == WRONG and self.key.startswith(NO_CAUSE)


def tell(task, done, function, meant_right, seed=None, *, as_meant=False, seconds=SECONDS):
    """What an answer is told; None for one that stops with an error, of which Python tells the cause."""
    paper = sheet(task, seed)
    try:
        with undisturbed(), in_time(seconds):
            given = [function(*copy.deepcopy(case)) for case in paper.cases]
            values = [as_plain(v) for v in given]
    except Exception:
        return None
    verdict = judge(paper, given)
    right = meant_right or (not as_meant and max(
        distance(v, r) if v.shape == r.shape else np.inf for v, r in zip(values, paper.right, strict=True)
    ) <= task.tolerance)  # fmt: skip
    false = verdict.state == WRONG and not holds(paper, values, verdict)
    state = verdict.state
    if task.draw and state == (RIGHT if right else WRONG):  # and for the grader, who draws other numbers
        paper = sheet(task, 1)
        with suppress(Exception), undisturbed(), in_time(seconds):
            verdict_at_a_seed = judge(paper, [function(*copy.deepcopy(case)) for case in paper.cases]).state
            state = verdict_at_a_seed if RIGHT in (state, verdict_at_a_seed) else state
    return Told(task.name, done, right, state, verdict.key, false)


def holds(paper, values, verdict):
    """Whether what a verdict claims is so: the cause it names is undone, by code that is not the diagnosis's."""
    key, fields = verdict.key, verdict.fields
    allowed = max(paper.task.tolerance, 3e-3)
    worst = lambda given, wanted: max(distance(a, b) for a, b in zip(given, wanted, strict=True))  # noqa: E731
    kind, _, name = key.partition(".")
    if kind == "slip":
        known = next(slip for slip in paper.task.slips if slip.key == name)
        return worst(values, paper.wrong(known)) <= max(paper.task.tolerance, 1e-2)
    if kind == "property":
        prop = next(row for row in paper.task.properties if row.key == name)
        with undisturbed():
            return not all(prop.holds(v, *case) for v, case in zip(values, paper.cases, strict=True))
    if kind == "factor" and name != "other":
        power = fields.get("power", 0) * (1 if name == "ten.large" else -1)
        factor = (FACTORS | RARE).get(name) or 10.0**power
        return worst([v / factor for v in values], paper.right) <= 2 * allowed
    if kind == "change":
        with undisturbed():
            return worst(values, [np.asarray(CHANGES[name](r)) for r in paper.right]) <= paper.task.tolerance
    if key == "nearly":
        return 100 * worst(values, paper.right) <= fields["per_cent"]
    if key.startswith(("inside.", "power.", "term")):
        return _fits(paper, values, key, fields)
    if key == "one_of_them" or (key == "parts" and "because" in fields):
        which = [fields["which"] - 1] if "which" in fields else [n - 1 for n in fields["wrong"]]
        part = SimpleNamespace(task=paper.task, cases=paper.cases, right=[r[which] for r in paper.right])
        because = SimpleNamespace(key=fields["because"], fields=fields)
        if not holds(part, [v[which] for v in values], because):
            return False
    if kind == "argument" and name in SCALES:

        def scaled(case):
            n = fields["number"] - 1
            return as_plain(paper.task.reference(*case[:n], SCALES[name](np.asarray(case[n]))[()], *case[n + 1 :]))

        with undisturbed():
            return worst(values, [scaled(case) for case in paper.cases]) <= paper.task.tolerance
    if key == "argument.exchanged":

        def exchanged(case):
            case, i, j = list(case), fields["first"] - 1, fields["second"] - 1
            case[i], case[j] = case[j], case[i]
            return as_plain(paper.task.reference(*case))

        return worst(values, [exchanged(case) for case in paper.cases]) <= paper.task.tolerance
    if key == "parts":
        flags = np.array([errors(v, r) <= paper.task.tolerance for v, r in zip(values, paper.right, strict=True)])
        return [int(n) + 1 for n in np.flatnonzero(flags.all(axis=0))] == fields["right"]
    return True


def _fits(paper, values, key, fields):
    """Whether a power, or a term, that is said to be in an answer is in it: by a straight line through the numbers."""
    v, r = (np.concatenate([np.ravel(a) for a in arrays]) for arrays in (values, paper.right))
    kind, _, name = key.partition(".")
    columns = []
    for n in (fields.get("number") or fields.get("first"), fields.get("second")):
        if n:
            rows = [
                np.broadcast_to(c[n - 1] + 0.0, a.shape).ravel() for c, a in zip(paper.cases, paper.right, strict=True)
            ]
            columns.append(np.concatenate(rows))
    if kind == "inside":
        off = INSIDE[name](v) - INSIDE[name](r)
        return np.std(off) < 1e-2 * abs(np.mean(off))
    if kind == "term":
        wrong = abs(v - r) > paper.task.tolerance * abs(r)
        size = (v - r)[wrong] / columns[0][wrong]
        return np.ptp(size) <= 1e-2 * abs(np.mean(size))
    here = (v != 0) & (r != 0)
    v, r, columns = v[here], r[here], [x[here] for x in columns]
    y = np.log(abs(v)) - (0 if name in ("alone", "product") else np.log(abs(r)))
    if name.startswith("itself"):
        columns, y = [abs(r)], np.log(abs(v))
    A = np.stack([np.ones_like(y), *map(np.log, columns)], axis=1)
    return np.max(abs(A @ np.linalg.lstsq(A, y, rcond=None)[0] - y)) < 1e-2


def by_hand(tasks):
    """What the answers that were written by hand are told: as they are meant, at no seed and at one."""
    for task in tasks:
        for right, answers in ((True, answers_by_hand.RIGHT), (False, answers_by_hand.WRONG)):
            for done, function in answers.get(task.name, {}).items():
                yield tell(task, done, function, right, as_meant=True, seconds=120.0) or Told(
                    task.name, done, right, BROKEN, "error", False
                )


def of(task, space, functions):
    """What all answers to a task are told."""
    definition = functions[task.name]
    answer = written(space, definition)
    for done, function in in_other_dress(answer, space, definition):
        yield tell(task, done, function, True)
    for done, changed in miswritten(definition):
        try:
            function = written(space, changed)
        except Exception:
            continue
        yield tell(task, done, function, False)
    for done, function in other_answers(answer, len(definition.args.args)):
        yield tell(task, done, function, False)


def told(tasks):
    """What the answers to some tasks are told."""
    spaces, found = {}, []
    for task in tasks:
        if task.chapter not in spaces:
            spaces[task.chapter] = solutions(task.chapter)
        found += [one for one in of(task, *spaces[task.chapter]) if one is not None]
    return found


def complaints(found):
    """What should not be: a right answer refused, a wrong one accepted, a false word."""
    return [t for t in found if t.false or t.right != (t.state == RIGHT)]


def table(found):
    """{what is counted: how many}."""
    right, wrong = [t for t in found if t.right], [t for t in found if not t.right]
    return {
        "right answers": len(right),
        "of these refused": sum(t.state != RIGHT for t in right),
        "wrong answers": len(wrong),
        "of these accepted": sum(t.state == RIGHT for t in wrong),
        "told what is false": sum(t.false for t in found),
        "told no cause": sum(t.no_cause for t in wrong),
    }


def main(word=""):
    tasks = [task for task in course.tasks() if word in task.name and not task.costly]
    steps = [step for step in course.steps() if word in step.name]
    return report({"from the statements": list(by_hand([*tasks, *steps])), "from the solutions": told(tasks)}, word)


def report(classes, word=""):
    """The table of what the classes were told, written down where it is that of all; how many complaints there are."""
    counts = {name: table(found) for name, found in classes.items()}
    kinds = {name: Counter(t.key.partition(".")[0] for t in found if not t.right) for name, found in classes.items()}
    lines = ["# What two classes were told", "", (__doc__ or "").split("\n\n", 2)[-1].strip(), ""]
    lines += [f"| what | {' | '.join(classes)} |", "|---|---|---|"]
    for what in counts["from the statements"]:
        lines.append(f"| {what} | {' | '.join(str(row[what]) for row in counts.values())} |")
    shares = [f"{100 * row['told no cause'] / max(1, row['wrong answers']):.1f} %" for row in counts.values()]
    lines += [f"| no cause, of the wrong answers | {' | '.join(shares)} |", "", "The kinds of what is said:", ""]
    lines += [f"| kind | {' | '.join(classes)} |", "|---|---|---|"]
    for kind, _ in sum(kinds.values(), Counter()).most_common():
        lines.append(f"| {kind} | {' | '.join(str(row[kind]) for row in kinds.values())} |")
    found = [t for answers in classes.values() for t in answers]
    if word:
        print("\n".join(f"{t.task}: {t.done}: {t.state} {t.key}{' FALSE' if t.false else ''}" for t in found))
    else:
        (ROOT / "tests" / "answers.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    bad = complaints(found)
    print("\n".join(["", *lines[4:], "", *map(str, bad)]))
    return len(bad)


if __name__ == "__main__":
    sys.exit(min(1, main(*sys.argv[1:2])))
