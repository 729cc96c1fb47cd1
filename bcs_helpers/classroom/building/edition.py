"""bcs build --language zh: the notebooks of a second language, derived from the English ones and run."""

import os
import tempfile
from pathlib import Path

from .. import notebooks as nb
from ..wording import editions
from .pairs import BuildError
from .reach import Package


def edition(root, language, report=lambda jobs, total: jobs):
    """Bring the edition of a language up to date; what was written and what was left. See `editions.build`.

    Raises BuildError, and writes nothing, where a notebook does not run.
    """
    package, problems, place = Package.of(root / "bcs_helpers"), [], editions.home(root, language)

    def execute(name, notebook):
        folder = (place / name).parent
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as scratch:
            environment = {**os.environ, "BCS_PROGRESS": str(Path(scratch) / "progress.json"), "EXPLORE_READY": "1"}
            try:
                return nb.run(notebook, folder, environment)
            except nb.NotebookError as error:
                problems.append(f"{place.name}/{name}: {error}")
                return notebook

    def run_all(jobs, total):
        done = list(report(jobs, total))
        if problems:
            raise BuildError("\n".join(problems))
        return done

    return editions.build(root, language, execute, package.digest_for, run_all)
