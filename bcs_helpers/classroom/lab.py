"""bcs lab: JupyterLab on the map, with the project's settings, and with sliders that move before anything is run.

JupyterLab runs the scripts of a notebook only where it trusts it. `bcs build` writes a digest of each notebook into
a list; one that still is what the list says is signed here, as `jupyter trust` would, and a changed one is not.
"""

import os
from hashlib import sha256

TRUSTED, EDITION_TRUSTED = ".jupyter/trusted.txt", ".trusted.txt"
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def fingerprint(notebook):
    """A digest of a notebook, whatever Python last opened it."""
    import nbformat

    plain = nbformat.from_dict(notebook)
    plain.metadata.pop("language_info", None)
    return sha256(nbformat.writes(plain).encode()).hexdigest()


def trust(root, listed=TRUSTED):
    """Sign the notebooks that are what `bcs build` has written; their names, where they were not yet trusted."""
    import nbformat
    from nbformat.sign import NotebookNotary

    listed, notary, signed = root / listed, NotebookNotary(), []
    for line in listed.read_text(encoding="utf-8").splitlines() if listed.exists() else []:
        digest, _, name = line.partition("  ")
        try:
            notebook = nbformat.reads((root / name).read_text(encoding="utf-8"), as_version=4)
        except Exception:  # gone, or the leavings of a merge: nothing to trust
            continue
        if fingerprint(notebook) == digest and not notary.check_signature(notebook):
            notary.sign(notebook)
            signed.append(name)
    return signed


def prepare(root, environment, language="en"):
    """What JupyterLab and its kernels find in the environment, unless the user has said otherwise."""
    settings = [str(root / ".jupyter")]
    if language != "en":
        environment["BCS_LANGUAGE"] = language
        settings.insert(0, str(root / ".jupyter" / language))  # where there is its language pack, JupyterLab speaks it
    for name in THREADS:  # beside a slider, threads inside numpy only get in each other's way
        environment.setdefault(name, "1")
    folders = [*settings, *environment.get("JUPYTER_CONFIG_PATH", "").split(os.pathsep)]
    environment["JUPYTER_CONFIG_PATH"] = os.pathsep.join(dict.fromkeys(filter(None, folders)))


def main(root, options, language="en", home=""):
    """Open JupyterLab on the map, or on that of another edition, which stands in `home`; the options are its own."""
    prepare(root, os.environ, language)
    from jupyterlab.labapp import main as jupyterlab

    trust(root)
    if home:
        trust(root, f"{home}/{EDITION_TRUSTED}")
    os.chdir(root)
    index = f"{home}/index.ipynb" if home else "index.ipynb"
    return jupyterlab([f"--LabApp.default_url=/lab/tree/{index}", *options])
