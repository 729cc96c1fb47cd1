"""An edition of the companion in a second language: the same notebooks with other words.

    notebooks/05_gap_equation.ipynb   →  zh_CN/notebooks/05_gap_equation.ipynb     derived, executed
    solutions/, exercises/, the map   →  zh_CN/…                                   and none of it in git

Code cells are those of the English notebook, but for one line that says which language is spoken. What has no
translation stays English.
"""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat

from ... import words
from .. import notebooks as nb
from . import captions, code, prose, rooms

FOLDERS = ("notebooks", "solutions", "exercises")
CACHE = ".built.json"


def derived(notebook, language, numbers=None):
    """The notebook in another language, without outputs; `numbers` are those of the figures."""
    new = nbformat.v4.new_notebook()
    spoken = False
    for cell in notebook.cells:
        source = cell.source
        if cell.cell_type == "markdown":
            source = prose.translated(source, lambda text: words.translate(text, language))
            source = captions.numbered(source, numbers or {}, language)
        elif cell.cell_type == "code" and not spoken:
            source, spoken = f"{words.EDITION.format(language)}\n{source}", True
        make = getattr(nbformat.v4, f"new_{cell.cell_type}_cell")
        new.cells.append(make(source, metadata=dict(cell.metadata)))
    return new


def english(notebook):
    """The notebook whose code an edition holds: without the line that says its language."""
    new = nbformat.from_dict(json.loads(json.dumps(notebook)))
    for cell in new.cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and words.edition(first) != "en":
            cell.source = rest
    return new


def editions(root, language):
    """{folder/stem: notebook} of all that an edition holds, not yet executed; `index` is the map."""
    chapters = {path.stem: _read(path) for path in sorted((root / "notebooks").glob("*.ipynb"))}
    solutions = {path.stem: _read(path) for path in sorted((root / "solutions").glob("*.ipynb"))}
    numbers = captions.numbers(chapters)
    found = {f"notebooks/{stem}": derived(notebook, language, numbers) for stem, notebook in chapters.items()}
    for stem, notebook in solutions.items():
        found[f"solutions/{stem}"] = derived(notebook, language, numbers)
        found[f"exercises/{stem}"] = derived(nb.without_solutions(notebook), language, numbers)
    if (root / "index.ipynb").exists():
        found["index"] = derived(_read(root / "index.ipynb"), language, numbers)
    return {name: nb.canonical(notebook, name.split("/")[-1]) for name, notebook in found.items()}


def build(root, language, execute, reach=lambda notebook, stem: "", report=lambda jobs, total: jobs):
    """Bring an edition up to date; (files written, {name: why it is left}).

    `execute(name, notebook)` runs a notebook and returns it as it is stored; `reach` gives a digest of the package
    that it uses. A notebook whose words and code give the same outputs as before is not run again. One in which
    somebody worked is left as it is.
    """
    home = root / language
    cache = _cache(home)
    wanted, left, built, stale = editions(root, language), {}, {}, {}
    for name, notebook in wanted.items():
        stored = _read(home / f"{name}.ipynb") if (home / f"{name}.ipynb").exists() else None
        if stored is not None and _worked_in(name, stored, notebook, cache):
            left[name] = "somebody has worked in it"
        elif name.startswith(("notebooks/", "solutions/")):
            key = shown(notebook, name, language, reach)
            if stored is not None and cache.get(name, {}).get("shown") == key:
                built[name] = nb.with_outputs_of(notebook, stored)
            else:
                stale[name] = notebook
        else:
            built[name] = notebook
    with ThreadPoolExecutor(max_workers=2) as pool:
        ran = report(pool.map(lambda item: execute(*item), stale.items()), len(stale))
        built |= dict(zip(stale, ran, strict=True))
    entries = {name: cache[name] for name in left if name in cache}
    files = {}
    for name, notebook in built.items():
        files[f"{name}.ipynb"] = nb.to_json(nb.canonical(notebook, name.split("/")[-1]))
        entries[name] = {"source": nb.source_digest(notebook)}
        if name.startswith(("notebooks/", "solutions/")):
            entries[name]["shown"] = shown(notebook, name, language, reach)
    files[CACHE] = json.dumps(entries, indent=1, sort_keys=True) + "\n"
    return [f"{language}/{name}" for name, text in files.items() if _write(home / name, text)], left


def shown(notebook, name, language, reach=lambda notebook, stem: ""):
    """A digest of all that the outputs of a notebook depend on: its code, the package, and the words it shows."""
    stem = name.split("/")[-1]
    codes = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    texts = [text for source in codes for text, _ in code.messages(source)]
    texts += [text for there, text in words.alternatives().values() if there == stem]
    if any("feedback import" in source for source in codes):
        texts += [message.text for there, message in rooms.of_tasks() if there == stem]
        texts += [message.text for message in rooms.of_package(Path(words.__file__).parent)]
    told = [words.translate(text, language) for text in texts]
    return nb.digest(*codes, *told, reach(english(notebook), stem))


def _worked_in(name, stored, notebook, cache):
    """Whether a stored notebook holds what nobody could derive again."""
    own = nb.source_digest(stored)
    if own not in (nb.source_digest(notebook), cache.get(name, {}).get("source")):
        return True
    return name.startswith("exercises/") and any(cell.get("outputs") for cell in stored.cells)


def _cache(home):
    try:
        return json.loads((home / CACHE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _read(path):
    return nbformat.read(path, as_version=4)


def _write(path, text):
    """Write a file in one step where it differs; whether it did."""
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
    return True
