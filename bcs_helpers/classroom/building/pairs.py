"""Pairs: the .py that people review and the .ipynb that they open hold the same cells.

Whichever was edited is followed. What was there before either was edited is asked of `past`; nothing is decided
by the times of files, which a pull, a copy or a checkout changes.
"""

import re
from collections import Counter

import nbformat

from ...words import say
from .. import notebooks as nb

CONFLICT = re.compile(r"^(<{7}|={7}|>{7})(?=\s|$)", re.MULTILINE)


class BuildError(Exception):
    """The tree cannot be built as it stands; the message has a line for each reason."""


def stems(root, folder):
    """The names of the notebooks in a folder, in reading order."""
    if not (root / folder).is_dir():
        return []
    return sorted({p.stem for p in (root / folder).iterdir() if p.suffix in {".py", ".ipynb"}})


def read_text(path):
    """The text of a file, whatever its line ends and with or without a byte order mark; None where there is none."""
    return path.read_text(encoding="utf-8-sig") if path.exists() else None


def read_notebook(path):
    """The notebook of a file; None where there is none."""
    if (text := read_text(path)) is None:
        return None
    name = f"{path.parent.name}/{path.name}"
    refuse_conflict(name, text)
    try:
        notebook = nbformat.from_dict(nbformat.reads(text, as_version=4))
    except Exception as error:
        raise BuildError(
            say("{name}: not readable as a notebook ({kind})", name=name, kind=type(error).__name__)
        ) from None
    for cell in notebook.cells:
        refuse_conflict(name, cell.source)
    return notebook


def read_twin(path):
    """The text of a .py twin; None where there is none."""
    if (text := read_text(path)) is not None:
        refuse_conflict(f"{path.parent.name}/{path.name}", text)
        refuse_conflict(f"{path.parent.name}/{path.name}", re.sub("^# ", "", text, flags=re.MULTILINE))
    return text


def refuse_conflict(name, text):
    """BuildError where git has left the marks of a conflict."""
    if found := CONFLICT.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise BuildError(
            say(
                "{name}: line {line} is the mark of a conflict that git left, {mark}. Resolve it first",
                name=name,
                line=line,
                mark=found[1],
            )
        )


def reconciled(root, name, past):
    """(notebook without outputs, text, stored .ipynb or None) of a pair, from whichever twin was edited."""
    text, stored = read_twin(root / f"{name}.py"), read_notebook(root / f"{name}.ipynb")
    if text is None:
        text = nb.to_text(stored)
    notebook = nb.from_text(text)
    if stored is None or nb.source_digest(stored) == nb.source_digest(notebook):
        return notebook, text, stored
    if edited(notebook, stored, past.agreed(name), name) == ".py":
        return notebook, text, stored
    return nb.from_text(nb.to_text(stored)), nb.to_text(stored), stored


def edited(notebook, stored, agreed, name):
    """Which twin was edited since they last agreed, ".py" or ".ipynb"; BuildError where both were, or nobody knows."""
    py, ipynb = nb.source_digest(notebook), nb.source_digest(stored)
    found = {".py" if before == ipynb else ".ipynb" for before in agreed if before in (py, ipynb)}
    if len(found) == 1:
        return found.pop()
    unknown = "{name}: .py and .ipynb differ, and nothing here tells which was edited. Keep one and delete the other"
    both = "{name}: .py and .ipynb were both edited and differ. Keep one and delete the other"
    raise BuildError(say(unknown if found or not agreed else both, name=name))


def refuse_half_renamed(root, folder):
    """BuildError where two notebooks of a folder have one number, or one twin was renamed without the other."""
    names = stems(root, folder)
    numbers = Counter(name.split("_")[0] for name in names)
    reasons = [
        say(
            "{folder}: {names} have the same number. A notebook is renamed with both its files, .py and .ipynb",
            folder=folder,
            names=", ".join(name for name in names if name.split("_")[0] == number),
        )
        for number, count in numbers.items()
        if count > 1
    ]
    lone = {suffix: [n for n in names if not (root / folder / f"{n}{other}").exists()] for suffix, other in TWINS}
    for name in lone[".py"]:
        digest = nb.source_digest(nb.from_text(read_twin(root / folder / f"{name}.py")))
        reasons += [
            say(
                "{folder}: {name}.py and {old}.ipynb are the same notebook. Rename the other file, too",
                folder=folder,
                name=name,
                old=old,
            )
            for old in lone[".ipynb"]
            if nb.source_digest(read_notebook(root / folder / f"{old}.ipynb")) == digest
        ]
    if reasons:
        raise BuildError("\n".join(reasons))


TWINS = ((".py", ".ipynb"), (".ipynb", ".py"))
