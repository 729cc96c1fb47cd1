"""Notebooks that students might hand in, a file each, with the marks they deserve of the four tasks of chapter 05.

honest/    what people do without meaning harm          hostile/   what somebody might try
A file is a notebook in percent format, its code as it is typed into Jupyter. The first line holds the marks: "any"
where points may be lost or kept, as long as none are gained and marking ends. In a file of which `try_it` is a
part, it returns True where it found a way that should be closed: gap_ratio is the reward for that, and gap_in_meV,
for False, tells that it was tried to its end.
"""

import json
from pathlib import Path
from textwrap import dedent, indent

HERE = Path(__file__).parent
FULL, CLOSED = (4, 3, 5, 2), (0, 0, 0, 2)


def notebook(cells, **more):
    """The bytes of a notebook with these code cells."""
    cells = (dedent(cell).strip("\n").rstrip() for cell in cells)
    cells = [{"cell_type": "code", "metadata": {}, "source": c, "outputs": [], "execution_count": None} for c in cells]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **more}).encode()


def version3(cells):
    """The bytes of a notebook of the format of 2013."""
    cells = [{"cell_type": "code", "input": c, "language": "python", "outputs": []} for c in cells]
    return json.dumps({"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]}).encode()


def read(path):
    """(its cells, its marks as numbers or None) of a file."""
    head, *cells = path.read_text(encoding="utf-8").split("\n# %%\n")
    marks = head.splitlines()[0].removeprefix("# marks:").split()
    return cells, None if marks == ["any"] else tuple(map(int, marks))


def folder(name):
    """{name: (the bytes of a notebook, its marks)} of the files in a folder."""
    found = {path.stem.replace("_", " "): read(path) for path in sorted((HERE / name).glob("*.percent"))}
    return {name: (notebook(cells), marks) for name, (cells, marks) in found.items()}


CELLS = [cell.strip("\n") for cell in read(HERE / "honest" / "plain.percent")[0]]
IMPORTS, *_ = CELLS
BLANKS = [cell.strip("\n") for cell in read(HERE / "honest" / "blank.percent")[0]][:-1]


def first(cell):
    """All tasks right, after this cell."""
    return notebook([IMPORTS, cell, *CELLS[1:]])


def last(cell):
    """All tasks right, and then this cell."""
    return notebook([*CELLS, cell])


def door(body):
    """No task solved, and a function `try_it` with this body, as in the files."""
    result = read(HERE / "hostile" / "the_reward_for_an_open_door.percent")[0][-1].split("\n", 2)[2]
    return notebook([*BLANKS, "def try_it():\n" + indent(dedent(body).strip("\n"), "    ") + "\n" + result])


HONEST = folder("honest") | {  # what is not plain text in cells
    "unknown kernel": (notebook(CELLS, metadata={"kernelspec": {"name": "conda-env-x", "display_name": "?"}}), FULL),
    "notebook format 3": (version3(CELLS), FULL),
    "byte order mark": (b"\xef\xbb\xbf" + notebook(CELLS), FULL),
    "half of a character": (last("x = '\ud800'"), FULL),
}
HOSTILE = folder("hostile") | {
    "cells with tags of their own": (
        notebook(
            CELLS[:2], metadata={"grade": {"points": 14}, "nbgrader": {"grade": True, "points": 14, "locked": False}}
        ),
        (4, 0, 0, 0),
    ),
}

UNREADABLE = {
    "empty": b"",
    "white": b" \n",
    "corrupt": notebook(CELLS)[:-40],
    "not a notebook": b'{"a": 1}',
    "a list": b"[1, 2]",
    "deep": b"[" * 150_000,
    "many pieces": b"[" + b"[]," * 2_500_000 + b"[]]",
    "wrong cells": b'{"cells": [1, 2], "nbformat": 4}',
    "binary": bytes(range(256)) * 100,
    "50 MB": b'{"cells": [], "x": "' + b"x" * (50 << 20) + b'"}',
    "nothing of ours": notebook(["x = 1"]),
}
