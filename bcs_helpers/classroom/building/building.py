"""What is built, in which order.

    notebooks/*.py  ⇄ notebooks/*.ipynb      the pair; the .ipynb is executed and keeps its outputs
    solutions/*.py  ⇄ solutions/*.ipynb      the same
    solutions/      → exercises/             without the solutions, not executed
    all of them     → README's map, index.ipynb, docs/cover.png, .jupyter/trusted.txt

Everything is made in memory and written at the end, so an error leaves the tree as it was. An exercise in which
somebody worked is left as it is, and named.
"""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import nbformat

from ...words import say, translate
from .. import notebooks as nb
from ..lab import TRUSTED, fingerprint
from ..project import ANSWERS, READ, SOLVE
from ..wording import captions
from . import facts, maps
from .pairs import BuildError, read_notebook, read_text, read_twin, reconciled, refuse_conflict, refuse_half_renamed
from .pairs import stems as stems_in
from .past import CACHE, Past
from .reach import Package, code_of

PAGES = ("*.md", "docs/*.md", "docs/*.toml", "docs/locale/**/*.po")


@dataclass
class Built:
    """What a build did: the files written, and the exercises left, each with the reason."""

    written: list
    left: dict


def build(root, overwrite_exercises=False, report=lambda jobs, total: jobs, run=True):
    """Bring everything that is derived up to date.

    Without `run` a notebook whose own code has not changed keeps its outputs, whatever the package has become, and
    stays stale for the next build. Raises BuildError, and writes nothing, where a notebook fails, where both twins of
    a pair were edited, or where git left the marks of a conflict. `report` may wrap the jobs in a progress bar.
    """
    _refuse_conflicts_in_pages(root)
    state = State(root)
    pairs = filled_in(_each(_names(root), state.reconciled))
    reasons = {name: state.stale(pair) for name, pair in pairs.items()}
    stale = [pair for name, pair in pairs.items() if reasons[name] and (run or reasons[name] in OWN)]
    built = {name: pairs[name].as_stored() for name in pairs.keys() - {pair.name for pair in stale}}
    fresh = {name for name in pairs if name not in built or not reasons[name]}
    with ThreadPoolExecutor(max_workers=2) as pool:
        ran = list(report(pool.map(lambda pair: _executed(root, pair), stale), len(stale)))
    if problems := [str(done) for done in ran if isinstance(done, BuildError)]:
        raise BuildError("\n".join(problems))
    built |= {pair.name: done for pair, done in zip(stale, ran, strict=True)}
    built = {name: built[name] for name in pairs}  # in reading order
    exercises = _exercises(built)
    left = {} if overwrite_exercises else _worked_in(root, exercises, state.past)
    written = _write(root, _files(root, pairs, built, exercises, left))
    _write(root, {CACHE: state.cache(built, fresh, exercises, left)})
    return Built(written, left)


def check(root):
    """Everything that drifted, a line each; an empty list where `build` would change nothing. Nothing is executed.

    Whether stored outputs are what the code gives today is not asked of them here (nbval does, in `make test`), but
    of the cache and of git: what was built or committed with this code is taken to be its output.
    """
    state = State(root)
    try:
        _refuse_conflicts_in_pages(root)
        pairs = filled_in(_each(_names(root), state.in_step))
        built = {name: pair.as_stored() for name, pair in pairs.items()}
        exercises = _exercises(built)
        left = _worked_in(root, exercises, state.past)
        files = _files(root, pairs, built, exercises, left)
    except BuildError as error:
        return str(error).split("\n")
    drift = [say("{name}: {why}; bcs build leaves it", name=name, why=why) for name, why in left.items()]
    drift += [
        say("{name}: differs from what bcs build writes", name=name)
        for name in files
        if _differs(root / name, files[name])
    ]
    extra = {f"{SOLVE}/{stem}" for stem in stems_in(root, SOLVE)} - exercises.keys()
    return drift + [say("{name}: has no solution it could be made from", name=name) for name in sorted(extra)]


# ---- pairs and what is stale --------------------------------------------------------------------------------


@dataclass
class Pair:
    """A notebook without outputs, its text, and the .ipynb as it is stored."""

    name: str  # folder/stem
    notebook: nbformat.NotebookNode
    text: str
    stored: nbformat.NotebookNode | None

    @property
    def stem(self):
        """The name without the folder."""
        return self.name.split("/")[1]

    def with_prose(self, sources):
        """The pair with these sources of its markdown cells."""
        notebook = nb.with_outputs_of(self.notebook, None)
        for cell, source in zip(notebook.cells, sources, strict=True):
            cell.source = source if cell.cell_type == "markdown" else cell.source
        return replace(self, notebook=notebook, text=nb.to_text(notebook))

    def as_stored(self):
        """The notebook with the stored outputs, in the form that is stored."""
        return nb.canonical(nb.with_outputs_of(self.notebook, self.stored), self.stem)


class State:
    """The tree as it is and as it was: which pairs are to be run again, and what to remember of them."""

    def __init__(self, root):
        self.root, self.past = root, Past(root)
        self.package = Package.of(root / "bcs_helpers")

    def reconciled(self, name):
        """The pair, after whichever twin was edited."""
        return Pair(name, *reconciled(self.root, name, self.past))

    def in_step(self, name):
        """The pair where both twins are there, agree, and are what bcs build leaves; BuildError where not."""
        text, stored = read_twin(self.root / f"{name}.py"), read_notebook(self.root / f"{name}.ipynb")
        if stored is None or text is None:
            raise BuildError(say("{name}: {kind} is missing", name=name, kind=".ipynb" if stored is None else ".py"))
        notebook = nb.from_text(text)
        if nb.source_digest(stored) != nb.source_digest(notebook):
            raise BuildError(say("{name}: .py and .ipynb differ", name=name))
        pair = Pair(name, notebook, text, stored)
        why = self.stale(pair, trust_git=True)
        if not why and nb.to_json(stored) != read_text(self.root / f"{name}.ipynb"):
            why = UNLIKE
        if why:
            why = next(translate(reason) for reason in REASONS if reason == why)
            raise BuildError(f"{name}: {why}")
        return pair

    def stale(self, pair, trust_git=False):
        """Why the stored outputs cannot be taken for those of this code, or nothing.

        What this machine built it knows best: there a commit of other code proves nothing, unless the notebook was
        committed with it. In a new clone, and for a check (`trust_git`), which must not call wrong what it cannot
        know, a commit is taken at its word: its outputs are those of its code.
        """
        if pair.stored is None:
            return NEVER
        if code_of(pair.notebook) != code_of(pair.stored):
            return NEWER
        if any(cell.execution_count is None for cell in nb.code_cells(pair.stored)):
            return UNRUN
        outputs, reach = nb.outputs_digest(pair.as_stored()), self.package.digest_for(pair.as_stored(), pair.stem)
        known = self.past.cache.get(pair.name, {})
        if known.get("outputs") == outputs and (known.get("reach") == reach or not trust_git):
            return "" if known.get("reach") == reach else CHANGED
        commit = self.past.last_commit(f"{pair.name}.ipynb") if known and not trust_git else "HEAD"
        committed = self.past.committed_notebook(f"{pair.name}.ipynb", commit)
        if committed is None and not known:  # nothing was ever built here: what was never seen is not called wrong
            return "" if trust_git else UNSEEN
        if committed is None:
            return CHANGED if known.get("outputs") == outputs else UNKNOWN
        before = nb.canonical(committed, pair.stem)
        if nb.outputs_digest(before) != outputs:
            return CHANGED if known.get("outputs") == outputs else UNKNOWN
        return "" if self.past.package(commit).digest_for(before, pair.stem) == reach else CHANGED

    def cache(self, built, fresh, exercises, left):
        """The text of the cache after a build in which the outputs of the fresh ones were found or made."""
        entries = {name: {"source": nb.source_digest(e)} for name, e in exercises.items() if name not in left}
        for name, notebook in built.items():
            entries[name] = self.past.cache.get(name, {}) | {"source": nb.source_digest(notebook)}
            if name in fresh:
                reach = self.package.digest_for(notebook, name.split("/")[1])
                entries[name] |= {"outputs": nb.outputs_digest(notebook), "reach": reach}
        entries |= {name: self.past.cache[name] for name in left if name in self.past.cache}
        return json.dumps(entries, indent=1, sort_keys=True) + "\n"


NEVER, NEWER, UNRUN = "it was never run", "the sources are newer than the outputs", "a cell has not been run"
OWN = (NEVER, NEWER, UNRUN)  # what lies in the notebook itself
CHANGED = "what it computes with has changed since it was run"
UNKNOWN = "the outputs are not those of the last build"
UNSEEN = "nothing here tells what it was run with"
UNLIKE = "the file is not in the form that bcs build writes"
REASONS = (*OWN, CHANGED, UNKNOWN, UNSEEN, UNLIKE)


def _names(root):
    """folder/stem of every chapter and every solution, in reading order."""
    _each((READ, ANSWERS), lambda folder: refuse_half_renamed(root, folder))
    return [f"{folder}/{stem}" for folder in (READ, ANSWERS) for stem in stems_in(root, folder)]


def _each(names, work):
    """{name: work(name)}; a BuildError of each name that has one, all at once."""
    done, problems = {}, []
    for name in names:
        try:
            done[name] = work(name)
        except BuildError as error:
            problems.append(str(error))
    if problems:
        raise BuildError("\n".join(problems))
    return done


def filled_in(pairs):
    """The pairs, with what `bcs build` writes into their prose: facts of the rows, and the numbers of the figures."""
    chapters = {pair.stem: pair.notebook for name, pair in pairs.items() if name.startswith(READ)}
    try:
        numbers = captions.numbers(chapters)
    except SyntaxError:  # running that cell will say so
        return pairs

    def filled(name):
        pair = pairs[name]
        before = [cell.source if cell.cell_type == "markdown" else "" for cell in pair.notebook.cells]
        try:
            if name.startswith(READ):
                after = facts.chapter(before, pair.stem)
            else:
                read = chapters.get(pair.stem)
                after = facts.answers(before, pair.stem, read and facts.title(read))
        except BuildError as error:
            raise BuildError(f"{name}: {error}") from None
        after = [captions.numbered(source, numbers) for source in after]
        return pair if after == before else pair.with_prose(after)

    return _each(pairs, filled)


def _executed(root, pair):
    """The notebook as it is stored after a run, or the BuildError that tells why it did not run."""
    try:
        return nb.canonical(nb.run(pair.notebook, (root / pair.name).parent, EXPLORE_READY="1"), pair.stem)
    except nb.NotebookError as error:
        return BuildError(f"{pair.name}: {error}")


def _refuse_conflicts_in_pages(root):
    for path in sorted(p for pattern in PAGES for p in root.glob(pattern)):
        refuse_conflict(path.relative_to(root).as_posix(), read_text(path))


# ---- what is derived ----------------------------------------------------------------------------------------


def _files(root, pairs, built, exercises, left):
    """{name: content} of all files that a build writes."""
    files = {f"{name}.py": pair.text for name, pair in pairs.items()}
    files |= {f"{name}.ipynb": nb.to_json(notebook) for name, notebook in built.items()}
    for name, exercise in exercises.items():
        if name not in left:
            files |= {f"{name}.py": nb.to_text(exercise), f"{name}.ipynb": nb.to_json(exercise)}
    return files | maps.maps(root, built) | {TRUSTED: _trusted(built)}


def _exercises(built):
    """{exercises/stem: notebook} of the exercises of all solutions."""
    exercises = {}
    for name, solution in built.items():
        folder, stem = name.split("/")
        if folder == ANSWERS:
            try:
                exercises[f"{SOLVE}/{stem}"] = nb.canonical(nb.without_solutions(solution), stem)
            except nb.NotebookError as error:
                raise BuildError(f"{name}: {error}") from None
    return exercises


def _worked_in(root, exercises, past):
    """{exercises/stem: why it is left} of the exercises that hold what nobody could make again."""
    left = {}
    for name, exercise in exercises.items():
        try:
            stored, text = read_notebook(root / f"{name}.ipynb"), read_twin(root / f"{name}.py")
        except BuildError as error:
            left[name] = str(error).split(": ", 1)[1]
            continue
        own = [] if stored is None else [nb.source_digest(stored)]
        own += [] if text is None else [nb.source_digest(nb.from_text(text))]
        known = {nb.source_digest(exercise), past.cache.get(name, {}).get("source")}
        if not known.issuperset(own):
            known |= _as_committed(name, past)
        ran = stored is not None and any(cell.outputs for cell in nb.code_cells(stored))
        if ran or not known.issuperset(own):
            left[name] = say("somebody has worked in it")
    return left


def _as_committed(name, past):
    """The source digest of the exercise of the solution as it was committed: nobody has worked in that one."""
    solution = past.agreed_in_git(f"{ANSWERS}/{name.split('/')[1]}")
    return set() if solution is None else {nb.source_digest(nb.without_solutions(solution))}


def _trusted(built):
    """A line for each notebook that `bcs lab` may trust: a digest of it as built, and its name."""
    return "".join(f"{fingerprint(notebook)}  {name}.ipynb\n" for name, notebook in sorted(built.items()))


# ---- writing ------------------------------------------------------------------------------------------------


def _as_bytes(content):
    return content if isinstance(content, bytes) else content.encode()


def _differs(path, content):
    """Whether a file holds something else. Line ends are git's business, `language_info` that of who opened it."""
    if not path.exists():
        return True
    if isinstance(content, bytes):
        return path.read_bytes() != content
    try:
        text = read_text(path)
        if path.suffix == ".ipynb" and text != content:
            notebook = nbformat.reads(text, as_version=4)
            return nb.to_json(notebook) != text or nb.to_json(nb.as_built(notebook)) != content
    except Exception:  # whatever it is, it is not what was built
        return True
    return text != content


def _write(root, files):
    """Write what differs, each file in one step; the names of the files written."""
    changed = [name for name, content in files.items() if _differs(root / name, content)]
    for name in changed:
        path = root / name
        path.parent.mkdir(exist_ok=True)
        fresh = path.with_name(path.name + ".new")
        fresh.write_bytes(_as_bytes(files[name]))
        fresh.replace(path)
    return changed
