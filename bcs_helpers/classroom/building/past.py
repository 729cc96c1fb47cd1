"""What a notebook was when it was last built: a small cache of this machine's, and git.

The cache, build/built.json, is not in git, and whoever deletes it loses nothing but time. It holds for each notebook
`source` (a digest of the cells), `outputs` (of what running them left) and `reach` (of the code that they ran).
Where the cache does not know, git does: what was committed was built before.
"""

import io
import json
import subprocess
import tarfile
from functools import cached_property

import nbformat

from .. import notebooks as nb
from .reach import SUFFIXES, Package

CACHE = "build/built.json"
COMMITS = 50  # how far back the last commit is looked for in which two twins agreed


class Past:
    """The last built state of the notebooks below a folder."""

    def __init__(self, root):
        self.root, self._packages = root, {}

    @cached_property
    def cache(self):
        """{folder/stem: {"source": …, "outputs": …, "reach": …}}; empty where there is none that can be read."""
        try:
            return {name: dict(entry) for name, entry in json.loads((self.root / CACHE).read_text("utf-8")).items()}
        except (OSError, ValueError, AttributeError, TypeError):
            return {}

    def committed(self, name, commit="HEAD"):
        """The text of a file as it was committed, or None."""
        text = self._git("show", f"{commit}:./{name}")
        return None if text is None else text.decode("utf-8-sig").replace("\r\n", "\n")

    def committed_notebook(self, name, commit="HEAD"):
        """A notebook as it was committed, or None where there was none that can be read."""
        try:
            return nbformat.reads(self.committed(name, commit), as_version=4)
        except Exception:  # no such file, or the leavings of a merge
            return None

    def last_commit(self, name):
        """The commit in which a file was last changed, or HEAD."""
        return (self._git("log", "-1", "--format=%H", "--", name) or b"").decode().strip() or "HEAD"

    def package(self, commit="HEAD"):
        """The package as it was committed; an empty one where there is no git."""
        if commit not in self._packages:
            self._packages[commit] = self._unpacked(commit)
        return self._packages[commit]

    def _unpacked(self, commit):
        packed = self._git("archive", "--format=tar", commit, "bcs_helpers")
        if packed is None:
            return Package({})
        with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
            files = [m for m in tar.getmembers() if m.isfile() and m.name.endswith(SUFFIXES)]
            return Package({m.name.split("/", 1)[1]: tar.extractfile(m).read().decode("utf-8") for m in files})

    def agreed(self, name):
        """The source digests of the last states in which both twins of a notebook agreed: here, and in git."""
        here, there = self.cache.get(name, {}).get("source"), self.agreed_in_git(name)
        return ([here] if here else []) + ([nb.source_digest(there)] if there else [])

    def agreed_in_git(self, name):
        """The notebook as it was last committed together with a twin that agrees with it, or None."""
        commits = self._git("log", f"-{COMMITS}", "--format=%H", "--", f"{name}.py", f"{name}.ipynb") or b""
        for commit in commits.decode().split():
            text, notebook = self.committed(f"{name}.py", commit), self.committed_notebook(f"{name}.ipynb", commit)
            if text and notebook and nb.source_digest(notebook) == nb.source_digest(nb.from_text(text)):
                return notebook
        return None

    def _git(self, *arguments):
        """What git answers, or None where it cannot: not a repository, no such file, no git."""
        try:
            done = subprocess.run(["git", "-C", str(self.root), *arguments], capture_output=True)
        except OSError:
            return None
        return done.stdout if done.returncode == 0 else None
