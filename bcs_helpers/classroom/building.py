"""bcs build: derive all that is derived, and nothing by halves.

    notebooks/*.py  ⇄ notebooks/*.ipynb      the pair; the .ipynb is executed and keeps its outputs
    solutions/*.py  ⇄ solutions/*.ipynb      the same
    solutions/      → exercises/             without the solutions, not executed
    all of them     → README's map, index.ipynb, docs/cover.png

Everything is made in memory and written at the end, so an error leaves the tree as it was. Each built notebook
carries digests of its sources, of the part of the package it imports, and of its outputs: from these a later
build knows what to run again, whose edit is newer, and what drifted.
"""

import ast
import base64
import os
import re
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat

from . import notebooks as nb

READ, SOLVE, ANSWERS = "notebooks", "exercises", "solutions"
COVER = "05_gap_equation"  # the chapter whose first figure is the picture in the README
MAP = re.compile(r"(<!-- map begins -->\n).*?(<!-- map ends -->)", re.DOTALL)
ABOUT = re.compile(r"(# .*?)\n*<!-- about ends -->", re.DOTALL)


class BuildError(Exception):
    """The tree cannot be built as it stands; the message has a line for each reason."""


def find_root(start=None):
    """The project's folder: the nearest one upward that holds notebooks/, solutions/ and bcs_helpers/."""
    start = Path(start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if all((folder / name).is_dir() for name in (READ, ANSWERS, "bcs_helpers")):
            return folder
    raise BuildError(f"{start} is not inside a folder with {READ}/, {ANSWERS}/ and bcs_helpers/")


def build(root, overwrite_exercises=False, report=lambda jobs, total: jobs):
    """Bring everything that is derived up to date; the list of the files written.

    Raises BuildError, and writes nothing, where a notebook fails, where both twins of a pair were edited, or
    where an exercise holds someone's own work. `report` may wrap the jobs in a progress bar.
    """
    package = Package(root / "bcs_helpers")
    files, problems, stale, built = {}, [], [], {}
    for folder, stem in _stems(root):
        try:
            notebook, text = _reconciled(root, folder, stem)
        except BuildError as error:
            problems.append(str(error))
            continue
        files[f"{folder}/{stem}.py"] = text
        stored = _read(root / folder / f"{stem}.ipynb")
        if stored is not None and not _drift(notebook, stored, stem, package):
            built[folder, stem] = stored
        else:
            stale.append((folder, stem, notebook))
    if problems:
        raise BuildError("\n".join(problems))

    def execute(job):
        folder, stem, notebook = job
        with tempfile.TemporaryDirectory() as scratch:
            scratch_file = str(Path(scratch) / "progress.json")
            environment = {**os.environ, "BCS_PROGRESS": scratch_file, "EXPLORE_READY": "1"}
            try:
                done = nb.canonical(nb.run(notebook, root / folder, environment), stem)
            except nb.NotebookError as error:
                return BuildError(f"{folder}/{stem}: {error}")
        return _stamped(done, package)

    with ThreadPoolExecutor(max_workers=2) as pool:
        for (folder, stem, _), done in zip(stale, report(pool.map(execute, stale), len(stale)), strict=True):
            if isinstance(done, BuildError):
                problems.append(str(done))
            built[folder, stem] = done
    if problems:
        raise BuildError("\n".join(problems))

    for (folder, stem), notebook in built.items():
        files[f"{folder}/{stem}.ipynb"] = nb.to_json(notebook)
        if folder == ANSWERS:
            files |= _exercise(root, stem, notebook, overwrite_exercises)
    files |= _maps(root, built)
    return _write(root, files)


def check(root):
    """Everything that drifted, a line each; an empty list where `build` would change nothing."""
    package = Package(root / "bcs_helpers")
    drift, built = [], {}
    for folder, stem in _stems(root):
        path = root / folder / f"{stem}.ipynb"
        stored, text = _read(path), _text(root / folder / f"{stem}.py")
        if stored is None or text is None:
            drift.append(f"{folder}/{stem}: {'.ipynb' if stored is None else '.py'} is missing")
            continue
        notebook = nb.from_text(text)
        reason = _drift(notebook, stored, stem, package)
        if not reason and nb.to_json(stored) != path.read_text(encoding="utf-8"):
            reason = "the file is not in the form that bcs build writes"
        if reason:
            drift.append(f"{folder}/{stem}: {reason}")
        else:
            built[folder, stem] = stored
    if drift:
        return drift
    derived = {}
    for (folder, stem), notebook in built.items():
        if folder == ANSWERS:
            derived |= _exercise(root, stem, notebook, overwrite=True)
    derived |= _maps(root, built)
    drift += [f"{name}: differs from what bcs build writes" for name in derived if _differs(root / name, derived[name])]
    kept = {Path(name).stem for name in derived if name.startswith(f"{SOLVE}/")}
    extra = {p.stem for p in (root / SOLVE).glob("*") if p.suffix in {".py", ".ipynb"}} - kept
    return drift + [f"{SOLVE}/{stem}: has no solution it could be made from" for stem in sorted(extra)]


# ---- pairs --------------------------------------------------------------------------------------------------


def _stems(root):
    """(folder, stem) of every chapter and every solution, in reading order."""
    for folder in (READ, ANSWERS):
        stems = {p.stem for p in (root / folder).iterdir() if p.suffix in {".py", ".ipynb"}}
        yield from ((folder, stem) for stem in sorted(stems))


def _read(path):
    if not path.exists():
        return None
    try:
        return nbformat.from_dict(nbformat.reads(path.read_text(encoding="utf-8"), as_version=4))
    except Exception as error:
        raise BuildError(
            f"{path.parent.name}/{path.name}: not readable as a notebook ({type(error).__name__})"
        ) from None


def _text(path):
    return path.read_text(encoding="utf-8") if path.exists() else None


def _reconciled(root, folder, stem):
    """(notebook without outputs, text) of a pair, from whichever twin was edited since the last build."""
    text, stored = _text(root / folder / f"{stem}.py"), _read(root / folder / f"{stem}.ipynb")
    if text is None:
        return nb.from_text(nb.to_text(stored)), nb.to_text(stored)
    notebook = nb.from_text(text)
    if stored is not None and nb.source_digest(stored) != nb.source_digest(notebook):
        recorded = stored.metadata.get("bcs", {}).get("source")
        if recorded == nb.source_digest(notebook):  # only the .ipynb was edited
            return nb.from_text(nb.to_text(stored)), nb.to_text(stored)
        if recorded != nb.source_digest(stored):
            raise BuildError(
                f"{folder}/{stem}: .py and .ipynb were both edited and differ. Keep one and delete the other"
            )
    return notebook, text


def _drift(notebook, stored, stem, package):
    """Why a stored notebook is not the built form of these sources, or nothing."""
    stamp = stored.metadata.get("bcs", {})
    if nb.source_digest(stored) != nb.source_digest(notebook):
        return ".py and .ipynb differ"
    if stamp.get("source") != nb.source_digest(stored):
        return "the sources are newer than the outputs"
    if stamp.get("package") != package.digest_for(notebook):
        return "the package has changed since it was run"
    if stamp.get("outputs") != nb.outputs_digest(stored):
        return "the outputs are not those of the last build"
    if nb.to_json(_stamped(nb.canonical(stored, stem), package)) != nb.to_json(stored):
        return "ids or metadata are not those of the last build"
    return ""


def _stamped(notebook, package):
    notebook.metadata["bcs"] = {
        "source": nb.source_digest(notebook),
        "package": package.digest_for(notebook),
        "outputs": nb.outputs_digest(notebook),
    }
    return notebook


class Package:
    """Which files of the package a notebook depends on, directly or through others."""

    def __init__(self, folder):
        self.folder = folder
        self._imports = {}

    def digest_for(self, notebook):
        """A digest of the package files that the notebook's code imports, and of the scripts beside them."""
        code = "\n".join(c.source for c in notebook.cells if c.cell_type == "code")
        code = re.sub(r"^\s*[%!].*$", "", code, flags=re.MULTILINE)
        seen, waiting = set(), list(self._imported(ast.parse(code), ()))
        while waiting:
            path = waiting.pop()
            if path not in seen:
                seen.add(path)
                waiting += self.imports_of(path)
        scripts = {path.with_suffix(".js") for path in seen if path.with_suffix(".js").exists()}
        files = sorted(seen | scripts)
        return nb.digest(*(f"{p.relative_to(self.folder).as_posix()}\n{p.read_text('utf-8')}" for p in files))

    def imports_of(self, path):
        """The files of the package that a file of the package imports, its enclosing packages among them."""
        if path not in self._imports:
            inside = path.relative_to(self.folder).parts[:-1]
            self._imports[path] = list(self._imported(ast.parse(path.read_text(encoding="utf-8")), inside))
        return self._imports[path]

    def _imported(self, tree, inside):
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names = [alias.name.split(".") for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                base = [self.folder.name, *inside[: len(inside) - node.level + 1]] if node.level else []
                base += (node.module or "").split(".") if node.module else []
                names = [[*base, alias.name] for alias in node.names]
            else:
                continue
            for name in names:
                if name[:1] == [self.folder.name]:
                    yield from self._files(name[1:])

    def _files(self, parts):
        """The files that importing these parts runs; a last part that is no module is a name inside one."""
        path = self.folder
        yield path / "__init__.py"
        for part in parts:
            path = path / part
            if path.is_dir():
                yield path / "__init__.py"
            elif path.with_suffix(".py").exists():
                yield path.with_suffix(".py")


# ---- what is derived ----------------------------------------------------------------------------------------


def _exercise(root, stem, solution, overwrite):
    """{file name: text} of the exercise of a solution. Work that someone did in it is not overwritten unasked."""
    try:
        exercise = nb.canonical(nb.without_solutions(solution), stem)
    except nb.NotebookError as error:
        raise BuildError(f"{ANSWERS}/{stem}: {error}") from None
    exercise.metadata["bcs"] = {"source": nb.source_digest(exercise)}
    path = root / SOLVE / stem
    stored, text = _read(path.with_suffix(".ipynb")), _text(path.with_suffix(".py"))
    if not overwrite and stored is not None:
        built = stored.metadata.get("bcs", {}).get("source")
        own = [nb.source_digest(stored)] + ([nb.source_digest(nb.from_text(text))] if text is not None else [])
        if any(d not in (built, nb.source_digest(exercise)) for d in own):
            raise BuildError(
                f"{SOLVE}/{stem}: somebody has worked in it. Move it away, or build with --overwrite-exercises"
            )
    return {f"{SOLVE}/{stem}.py": nb.to_text(exercise), f"{SOLVE}/{stem}.ipynb": nb.to_json(exercise)}


def _maps(root, built):
    """The map in README.md and in index.ipynb, and the picture on the README."""
    readme = _text(root / "README.md")
    if readme is None or not MAP.search(readme) or not ABOUT.search(readme):
        raise BuildError("README.md must hold the marks <!-- about ends -->, <!-- map begins --> and <!-- map ends -->")
    table = _table(built)
    index = nbformat.v4.new_notebook()
    about = re.sub(r"^!\[.*?\]\(.*?\)\n*", "", ABOUT.search(readme).group(1), flags=re.MULTILINE | re.DOTALL)
    index.cells = [nbformat.v4.new_markdown_cell(about.strip()), nbformat.v4.new_markdown_cell(table)]
    files = {
        "README.md": MAP.sub(lambda m: f"{m[1]}\n{table}\n\n{m[2]}", readme),
        "index.ipynb": nb.to_json(nb.canonical(index, "index")),
    }
    cover = built.get((READ, COVER))
    pictures = [
        output["data"]["image/png"]
        for cell in (cover.cells if cover else [])
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]
    if pictures:
        files["docs/cover.png"] = base64.b64decode(pictures[0])
    return files


def _table(built):
    """The map: chapter | read | solve | answers | minutes."""
    lines = ["| chapter | read | solve | answers | minutes |", "|---|---|---|---|---|"]
    for stem in sorted({stem for _, stem in built}):
        read, answers = built.get((READ, stem)), built.get((ANSWERS, stem))
        title, minutes = _heading(read or answers, stem)
        times = [read and minutes, answers and _heading(answers, stem)[1]]
        links = [_link("read", READ, stem, read)]
        links += [_link("solve", SOLVE, stem, answers), _link("answers", ANSWERS, stem, answers)]
        lines.append(f"| {stem[:2]} {title} | {' | '.join(links)} | {' + '.join(filter(None, times))} |")
    return "\n".join(lines)


def _link(word, folder, stem, there):
    return f"[{word}]({folder}/{stem}.ipynb)" if there else ""


def _heading(notebook, stem):
    """(title, minutes) from a chapter's first cell: `# Title` and `… 25 minutes …`."""
    first = notebook.cells[0].source if notebook.cells else ""
    title, minutes = re.search(r"^# (.+)$", first, re.MULTILINE), re.search(r"(\d+) minutes", first)
    if not title or not minutes:
        raise BuildError(f"{stem}: the first cell must hold a line '# Title' and say how many 'minutes' it takes")
    return title[1], minutes[1]


# ---- writing ------------------------------------------------------------------------------------------------


def _differs(path, content):
    data = content if isinstance(content, bytes) else content.encode()
    return not path.exists() or path.read_bytes() != data


def _write(root, files):
    """Write what differs, each file in one step; the names of the files written."""
    changed = [name for name, content in files.items() if _differs(root / name, content)]
    for name in changed:
        path, content = root / name, files[name]
        path.parent.mkdir(exist_ok=True)
        fresh = path.with_name(path.name + ".new")
        fresh.write_bytes(content if isinstance(content, bytes) else content.encode())
        fresh.replace(path)
    for name in changed:  # jupytext wants the text not to be older than its notebook
        if name.endswith(".ipynb") and (twin := (root / name).with_suffix(".py")).exists():
            twin.touch()
    return changed
