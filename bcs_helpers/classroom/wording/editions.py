"""An edition of the companion in a second language: the same notebooks with other words.

    notebooks/05_gap_equation.ipynb   →  zh/notebooks/05_gap_equation.ipynb     derived, executed
    solutions/, exercises/, the map   →  zh/…                                   and none of it in git

Code cells are those of the English notebook, but for one line that says which language is spoken. What has no
translation stays English.
"""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nbformat

from ... import words
from .. import notebooks as nb
from ..lab import EDITION_TRUSTED, fingerprint
from . import captions, code, prose, rooms

RUN = ("notebooks/", "solutions/")
CACHE = ".built.json"


def home(root, language):
    """The folder of an edition: zh for zh_CN."""
    return root / language.split("_")[0]


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


@dataclass
class Built:
    """What was done: the files written, the notebooks left and why, those that show English outputs or do not run."""

    written: list
    left: dict
    english: list
    failed: dict


def build(root, language, execute=None, reach=lambda notebook, stem: "", report=lambda jobs, total: jobs):
    """Bring an edition up to date.

    `execute(name, notebook)` runs a notebook and returns it, or what went wrong as a text; the others are written all
    the same, as nothing of an edition is in git. Without it, what would have to be run shows English outputs. `reach`
    gives a digest of the package that a notebook uses. A notebook whose words and code give the same outputs as
    before is not run again. One in which somebody worked is left as it is.
    """
    place, cache, wanted = home(root, language), _cache(home(root, language)), editions(root, language)
    left, built, stale, keys = {}, {}, {}, {}
    for name, notebook in wanted.items():
        stored = _read(place / f"{name}.ipynb") if (place / f"{name}.ipynb").exists() else None
        if stored is not None and _worked_in(name, stored, notebook, cache):
            left[name] = words.say("somebody has worked in it")
            continue
        built[name] = notebook
        if name.startswith(RUN):
            keys[name] = shown(notebook, name, language, reach)
            if stored is not None and cache.get(name, {}).get("shown") == keys[name]:
                built[name] = nb.with_outputs_of(notebook, stored)
            else:
                stale[name] = notebook
    foreign, failed = [], {}
    if execute is None:
        for name, notebook in stale.items():
            ran = _read(place / f"{name}.ipynb") if (place / f"{name}.ipynb").exists() else None
            if ran is None or _code(ran) != _code(notebook):
                ran = _read(root / f"{name}.ipynb")
                foreign.append(name)
            built[name] = nb.with_outputs_of(notebook, ran)
            keys[name] = "" if name in foreign else cache.get(name, {}).get("shown", "")
    else:
        with ThreadPoolExecutor(max_workers=2) as pool:
            ran = report(pool.map(lambda item: execute(*item), stale.items()), len(stale))
            for name, done in zip(stale, ran, strict=True):
                if isinstance(done, str):
                    failed[name] = done
                    del built[name]
                else:
                    built[name] = done
    entries, files, trusted = {name: cache[name] for name in left if name in cache}, {}, []
    for name, notebook in built.items():
        notebook = nb.canonical(notebook, name.split("/")[-1])
        files[f"{name}.ipynb"] = nb.to_json(notebook)
        trusted.append(f"{fingerprint(notebook)}  {place.name}/{name}.ipynb\n")
        entries[name] = {"source": nb.source_digest(notebook)}
        if name in keys:
            entries[name]["shown"] = keys[name]
    files |= {EDITION_TRUSTED: "".join(trusted), CACHE: json.dumps(entries, indent=1, sort_keys=True) + "\n"}
    written = [f"{place.name}/{name}" for name, text in files.items() if _write(place / name, text)]
    return Built(written, left, foreign, failed)


def shown(notebook, name, language, reach=lambda notebook, stem: ""):
    """A digest of all that the outputs of a notebook depend on: its code, the package, and the words it shows."""
    stem = name.split("/")[-1]
    codes = _code(notebook)
    texts = [text for source in codes for text, _ in code.messages(source)]
    texts += [text for there, text in words.alternatives().values() if there == stem]
    if any("classroom import" in source for source in codes):
        texts += [message.text for there, message in rooms.of_tasks() if there == stem]
        texts += _of_package()
    told = [words.translate(text, language) for text in texts]
    return nb.digest(*codes, *told, reach(english(notebook), stem))


@cache
def _of_package():
    """What the package says: read once, since every solution depends on it."""
    return [message.text for message in rooms.of_package(Path(words.__file__).parent)]


def _code(notebook):
    return [cell.source for cell in nb.code_cells(notebook)]


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
