"""bcs build --language zh: the notebooks of a second language, derived from the English ones and run."""

from .. import notebooks as nb
from ..wording import editions
from .pairs import BuildError
from .reach import Package


def edition(root, language, report=lambda jobs, total: jobs):
    """Bring the edition of a language up to date; what was written and what was left. See `editions.build`.

    Raises BuildError where a notebook does not run; those that do are written.
    """
    package, place = Package.of(root / "bcs_helpers"), editions.home(root, language)

    def execute(name, notebook):
        folder = (place / name).parent
        folder.mkdir(parents=True, exist_ok=True)
        try:
            return nb.run(notebook, folder, EXPLORE_READY="1")
        except (nb.NotebookError, TimeoutError) as error:
            return f"{place.name}/{name}: {error}"

    built = editions.build(root, language, execute, package.digest_for, report)
    if built.failed:
        raise BuildError("\n".join(built.failed.values()))
    return built
