"""Notebooks as text and as JSON: reading pairs, deriving exercises, running, and a form that never varies.

A chapter is a pair: `.py` (py:percent) is what people review, `.ipynb` what they open. Nothing here decides
what is done to which file; that is `building`. The stored form is the one that nbformat and JupyterLab write, so that
opening and saving a notebook changes nothing but `language_info`, which says what Python the reader has.
"""

import json
import os
import re
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent, indent

import nbformat

from ..words import say

WIDGET = "application/vnd.jupyter.widget-view+json"
LANGUAGE = {"name": "python"}
TAG_SOLUTION = "solution"  # a cell that exercises do not get
TAG_FOLDED = "hide-input"  # a cell that only draws: the book folds its code, and so does JupyterLab
TAG_OWN = "nbval-ignore-output"  # outputs that are another in each run are not compared, so they are not stored
CODE_GAP = re.compile(r"^([ \t]*)# begin solution\n.*?^[ \t]*# end solution[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
TEXT_GAP = re.compile(r"<!-- begin solution -->.*?<!-- end solution -->", re.DOTALL)
ENDING = ": answers"  # of the title of solutions
TITLE_OF_ANSWERS = re.compile(rf"\A# (.+){ENDING}$", re.MULTILINE)
HOW_TO_SOLVE = "<!-- how to solve -->"  # a mark in solutions; below it the exercise says:
HOW = """\
Write each function where the dots are and run the cell. `check`, at its end, says ✓ right, ✗ wrong and why, ! does not
run, … not attempted. `hint(f)` gives the next hint. `carry_on(f)` puts the reference in place of a function that is not
right yet, so that you can go on. Your function is tried with several sets of numbers."""
PLACEHOLDER = "*Write your answer here.*"


class NotebookError(Exception):
    """A notebook that cannot be built: the message names the notebook, the cell and what is wrong."""


def from_text(text):
    """The notebook of a py:percent text, without outputs."""
    import jupytext  # only who builds needs it

    return jupytext.reads(text, fmt="py:percent")


def to_text(notebook):
    """The py:percent text of a notebook: its cells and their tags, and no header."""
    import jupytext

    plain = nbformat.v4.new_notebook(cells=notebook.cells)
    plain.metadata["jupytext"] = {"notebook_metadata_filter": "-all", "cell_metadata_filter": "tags,-all"}
    return jupytext.writes(plain, fmt="py:percent")


def canonical(notebook, stem):
    """The notebook in the one form that is stored: fixed ids, no times, no counts or versions that vary.

    Of a figure that moves its page is stored, which needs no kernel, and nothing of the widget: JupyterLab would show
    a widget without a kernel instead, which stands still.
    """
    cells = []
    for position, cell in enumerate(notebook.cells):
        tags = list(cell.metadata.get("tags", []))
        new = {
            "id": sha256(f"{stem}/{position}".encode()).hexdigest()[:8],
            "cell_type": cell.cell_type,
            "metadata": {"tags": tags} if tags else {},
            "source": cell.source,
        }
        if cell.cell_type == "code":
            if TAG_FOLDED in tags:
                new["metadata"]["jupyter"] = {"source_hidden": True}
            number = sum(c["cell_type"] == "code" for c in cells) + 1
            ran = cell.get("execution_count") is not None
            outputs = [] if TAG_OWN in tags else _whole_streams(cell.get("outputs", []))
            new |= {"execution_count": number if ran else None, "outputs": [_stored(o, number) for o in outputs]}
        cells.append(new)
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": dict(LANGUAGE)}
    return nbformat.from_dict({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def _stored(output, number):
    output = dict(output)
    if "execution_count" in output:
        output["execution_count"] = number
    if "data" in output:
        output["data"] = {kind: data for kind, data in output["data"].items() if kind != WIDGET}
        # of a figure the <img> with its words; the same picture a second time would double the file
        picture = output["data"].get("image/png", "").strip()
        if picture and picture in output["data"].get("text/html", ""):
            del output["data"]["image/png"]
    return output


def _whole_streams(outputs):
    """Copies of the outputs; what was printed in one go is one output, into however many pieces timing cut it."""
    whole = []
    for output in outputs:
        before = whole[-1] if whole else {}
        if output["output_type"] == "stream" and before.get("name") == output["name"]:
            before["text"] += output["text"]
        else:
            whole.append(dict(output))
    return whole


def to_json(notebook):
    """The text of a notebook's file."""
    return nbformat.writes(notebook) + "\n"


def as_built(notebook):
    """The same notebook with the `language_info` that is stored, not that of whoever opened it last."""
    plain = nbformat.from_dict(notebook)
    plain.metadata["language_info"] = dict(LANGUAGE)
    return plain


def digest(*parts):
    """A short name for a content."""
    return sha256("\0".join(parts).encode()).hexdigest()[:16]


def source_digest(notebook):
    """A digest of what an author writes: types, tags and sources of the cells, not their outputs."""
    return digest(*(json.dumps([c.cell_type, c.metadata.get("tags", []), c.source]) for c in notebook.cells))


def outputs_digest(notebook):
    """A digest of what running it left."""
    return digest(json.dumps([[c.get("execution_count"), c.outputs] for c in code_cells(notebook)], sort_keys=True))


def code_cells(notebook):
    """Its code cells."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def with_outputs_of(notebook, ran):
    """The notebook with the outputs of one that has as many code cells, or without where there is no such."""
    whole = nbformat.from_dict(json.loads(json.dumps(notebook)))
    if ran is not None and len(code_cells(whole)) == len(code_cells(ran)):
        for cell, before in zip(code_cells(whole), code_cells(ran), strict=True):
            cell.outputs, cell.execution_count = before.outputs, before.execution_count
    return whole


def _gap(match):
    """Dots where the body of a function stood; helpers of the solution, at the left margin, leave nothing."""
    return f"{match[1]}...  # your code here\n" if match[1] else ""


def without_solutions(notebook):
    """The exercise of a solution: its cells tagged `solution` go, and so do the parts marked as solutions.

    Its title ends with "tasks" in place of "answers", and below the mark HOW_TO_SOLVE it says how to work.
    """
    exercise = nbformat.v4.new_notebook()
    for cell in notebook.cells:
        if TAG_SOLUTION in cell.metadata.get("tags", []):
            continue
        if cell.cell_type == "code":
            source = CODE_GAP.sub(_gap, cell.source).rstrip("\n")
            exercise.cells.append(nbformat.v4.new_code_cell(source, metadata=dict(cell.metadata)))
        else:
            source = TITLE_OF_ANSWERS.sub(_title, TEXT_GAP.sub(PLACEHOLDER, cell.source))
            source = source.replace(HOW_TO_SOLVE, f"{HOW_TO_SOLVE}\n{HOW}")
            exercise.cells.append(nbformat.v4.new_markdown_cell(source, metadata=dict(cell.metadata)))
        if "begin solution" in source or "end solution" in source:
            raise NotebookError(
                say("a solution is not closed in the cell that begins with {source!r}", source=source[:60])
            )
    return exercise


def _title(match):
    """Of an exercise; a project, which has a colon of its own, says already what it is."""
    return f"# {match[1]}" if ":" in match[1] else f"# {match[1]}: tasks"


def run(notebook, folder, **surroundings):
    """The notebook executed in `folder`, in a fresh kernel with these surroundings and a progress file of its own.

    An error or a warning raises NotebookError.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    executed = nbformat.from_dict(json.loads(json.dumps(notebook)))
    client = NotebookClient(
        executed,
        timeout=300,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        record_timing=False,
        extra_arguments=["--IPKernelApp.log_level=40"],
    )
    try:
        with TemporaryDirectory() as scratch:
            client.execute(env={**os.environ, "BCS_PROGRESS": str(Path(scratch) / "progress.json"), **surroundings})
    except CellExecutionError as error:
        number = next(
            i for i, c in enumerate(executed.cells) if any(o["output_type"] == "error" for o in c.get("outputs", []))
        )
        raise NotebookError(f"{_cell(executed, number)}: {error.ename}: {error.evalue}") from None
    for number, cell in enumerate(executed.cells):
        for output in cell.get("outputs", []):
            if output.get("name") == "stderr":
                raise NotebookError(
                    say("{cell} wrote to stderr: {text}", cell=_cell(executed, number), text=output["text"].strip())
                )
            if str(folder.parent) in json.dumps(output):
                raise NotebookError(say("{cell} shows a path of this machine", cell=_cell(executed, number)))
            if re.search(r" at 0x[0-9a-f]{6,}>", json.dumps(output)):
                raise NotebookError(
                    say(
                        "{cell} shows the address of an object, which is another in each run",
                        cell=_cell(executed, number),
                    )
                )
    return executed


def _cell(notebook, number):
    return f"cell {number + 1}, which begins\n{indent(dedent(notebook.cells[number].source)[:200], '    ')}\n"
