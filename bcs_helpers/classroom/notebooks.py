"""Notebooks as text and as JSON: reading pairs, deriving exercises, running, and a form that never varies.

A chapter is a pair: `.py` (py:percent) is what people review, `.ipynb` what they open. Nothing here decides
what is done to which file; that is `building`.
"""

import json
import re
from hashlib import sha256
from textwrap import dedent, indent

import jupytext
import nbformat

WIDGETS = "application/vnd.jupyter.widget-state+json"
TAG_SOLUTION = "solution"  # a cell that exercises do not get
CODE_GAP = re.compile(r"^([ \t]*)# begin solution\n.*?^[ \t]*# end solution[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
TEXT_GAP = re.compile(r"<!-- begin solution -->.*?<!-- end solution -->", re.DOTALL)


PLACEHOLDER = "*Write your answer here.*"


class NotebookError(Exception):
    """A notebook that cannot be built: the message names the notebook, the cell and what is wrong."""


def from_text(text):
    """The notebook of a py:percent text, without outputs."""
    return jupytext.reads(text, fmt="py:percent")


def to_text(notebook):
    """The py:percent text of a notebook: its cells and their tags, and no header."""
    plain = nbformat.v4.new_notebook(cells=notebook.cells)
    plain.metadata["jupytext"] = {"notebook_metadata_filter": "-all", "cell_metadata_filter": "tags,-all"}
    return jupytext.writes(plain, fmt="py:percent")


def canonical(notebook, stem):
    """The notebook in the one form that is stored: fixed ids, no times, no counts or versions that vary."""
    cells = []
    for position, cell in enumerate(notebook.cells):
        new = {
            "id": sha256(f"{stem}/{position}".encode()).hexdigest()[:8],
            "cell_type": cell.cell_type,
            "metadata": {"tags": list(cell.metadata.tags)} if cell.metadata.get("tags") else {},
            "source": cell.source,
        }
        if cell.cell_type == "code":
            number = sum(c["cell_type"] == "code" for c in cells) + 1
            outputs = _whole_streams(cell.get("outputs", []))
            for output in outputs:
                if "execution_count" in output:
                    output["execution_count"] = number
            ran = cell.get("execution_count") is not None
            new |= {"execution_count": number if ran else None, "outputs": outputs}
        cells.append(new)
    metadata = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    new = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    if "widgets" in notebook.metadata:
        new = _rename_widgets(new, notebook.metadata["widgets"][WIDGETS]["state"], stem)
    return nbformat.from_dict(new)


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


def _rename_widgets(notebook, state, stem):
    """Store the widgets that are shown; their random names become names made from the order in which they stand."""
    names = {}

    def visit(text):
        for name in re.findall(r"[0-9a-f]{32}", text):
            if name in state and name not in names:
                names[name] = sha256(f"{stem}/widget/{len(names)}".encode()).hexdigest()[:32]
                visit(json.dumps(state[name], sort_keys=True))

    visit(json.dumps(notebook, sort_keys=True))
    shown = {WIDGETS: {"state": {name: state[name] for name in names}, "version_major": 2, "version_minor": 0}}
    text = json.dumps(notebook | {"metadata": notebook["metadata"] | {"widgets": shown}})
    return json.loads(re.sub(r"[0-9a-f]{32}", lambda match: names.get(match[0], match[0]), text))


def to_json(notebook):
    """The bytes of a notebook's file."""
    return json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def digest(*parts):
    """A short name for a content."""
    return sha256("\0".join(parts).encode()).hexdigest()[:16]


def source_digest(notebook):
    """A digest of what an author writes: types, tags and sources of the cells, not their outputs."""
    return digest(*(json.dumps([c.cell_type, c.metadata.get("tags", []), c.source]) for c in notebook.cells))


def outputs_digest(notebook):
    """A digest of what running it left: outputs and widget state."""
    outputs = [cell.get("outputs", []) for cell in notebook.cells]
    return digest(json.dumps([outputs, notebook.metadata.get("widgets", {})], sort_keys=True))


def _gap(match):
    """Dots where the body of a function stood; helpers of the solution, at the left margin, leave nothing."""
    return f"{match[1]}...  # your code here\n" if match[1] else ""


def without_solutions(notebook):
    """The exercise of a solution: its cells tagged `solution` go, and so do the parts marked as solutions."""
    exercise = nbformat.v4.new_notebook()
    for cell in notebook.cells:
        if TAG_SOLUTION in cell.metadata.get("tags", []):
            continue
        if cell.cell_type == "code":
            source = CODE_GAP.sub(_gap, cell.source).rstrip("\n")
            exercise.cells.append(nbformat.v4.new_code_cell(source, metadata=dict(cell.metadata)))
        else:
            source = TEXT_GAP.sub(PLACEHOLDER, cell.source)
            exercise.cells.append(nbformat.v4.new_markdown_cell(source, metadata=dict(cell.metadata)))
        if "begin solution" in source or "end solution" in source:
            raise NotebookError(f"a solution is not closed in the cell that begins with {source[:60]!r}")
    return exercise


def run(notebook, folder, environment):
    """The notebook executed in `folder`, in a fresh kernel. An error or a warning raises NotebookError."""
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
        client.execute(env=environment)
    except CellExecutionError as error:
        number = next(
            i for i, c in enumerate(executed.cells) if any(o["output_type"] == "error" for o in c.get("outputs", []))
        )
        raise NotebookError(f"{_cell(executed, number)}: {error.ename}: {error.evalue}") from None
    for number, cell in enumerate(executed.cells):
        for output in cell.get("outputs", []):
            if output.get("name") == "stderr":
                raise NotebookError(f"{_cell(executed, number)} wrote to stderr: {output['text'].strip()}")
            if str(folder.parent) in json.dumps(output):
                raise NotebookError(f"{_cell(executed, number)} shows a path of this machine")
            if re.search(r" at 0x[0-9a-f]{6,}>", json.dumps(output)):
                raise NotebookError(
                    f"{_cell(executed, number)} shows the address of an object, which is another in each run"
                )
    return executed


def _cell(notebook, number):
    return f"cell {number + 1}, which begins\n{indent(dedent(notebook.cells[number].source)[:200], '    ')}\n"
