"""What a submission can see: an empty root, the interpreter and its libraries one by one, and of ours physics alone.

Whatever stands beside them is not there: no project, no environment's own folder, no system but what Python loads.
What lies inside one of these places and must not be seen is covered by one empty folder, which nobody can write to.
Then it is looked whether that suffices; where it does not, nothing is marked.
"""

import os
import shutil
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from itertools import islice
from pathlib import Path

from ...words import say

PACKAGE = Path(__file__).parents[2]
LIBRARIES = {"site-packages", "dist-packages"}  # how folders of libraries are called
SYSTEM = (
    *("/usr/share/fonts", "/usr/share/zoneinfo", "/usr/lib/locale/C.utf8"),
    *("/etc/ld.so.cache", "/etc/alternatives"),
)
OURS = (
    "bcs_helpers",
    "bcs_companion",
    "bcs-companion",
    "__editable__",
    "_editable_",
)  # what pip writes of us begins so
NAMES = (".pth", ".egg-link")  # files that name other folders
DEVICES = ("null", "urandom", "random")  # not zero: mapped, it is shared memory that no limit counts
MOST = 5000  # folders of a secret place that are looked for under another name


class Visible(Exception):
    """Something that must not be seen cannot be covered; the message says what and where."""


@dataclass(frozen=True)
class Places:
    """The folders and files that are bound, and what in them is covered."""

    bound: tuple[Path, ...]
    covered: tuple[Path, ...]


def site_folders():
    """The folders of libraries of this environment."""
    import numpy

    found = [Path(name) for name in sys.path if Path(name).name in LIBRARIES and Path(name).is_dir()]
    return list(dict.fromkeys([*found, Path(numpy.__file__).parents[1]]))


def interpreter():
    """The program itself, not the link to it in an environment: the environment need not be seen."""
    return Path(getattr(sys, "_base_executable", "") or sys.executable).resolve()


def places(secret):
    """What to bind and what to cover, so that nothing of the project and of `secret` is seen. Raises Visible."""
    sites = [site.resolve() for site in site_folders()]
    root = PACKAGE.parent
    kept = [PACKAGE, *([] if root.name in LIBRARIES else [root]), *map(Path, secret)]
    kept = list(dict.fromkeys(path.resolve() for path in kept if path.exists()))
    bound = list(dict.fromkeys(path.resolve() if path.is_dir() else path for path in _needed(sites) if path.exists()))
    bound = [path for path in bound if not any(path != place and _below(path, place) for place in bound)]
    covered = [path for site in sites for path in _ours(site)]
    covered += _libraries_of_others(bound, sites)
    covered += [path for path in kept if any(path != place and _below(path, place) for place in bound)]
    covered = [path for path in dict.fromkeys(covered) if not any(other in path.parents for other in covered)]
    _check(bound, covered, kept)
    return Places(tuple(bound), tuple(covered))


def _needed(sites) -> Iterator[Path]:
    """All that Python needs to run and to load libraries."""
    yield interpreter()
    yield from (Path(os.__file__).parent, Path(sysconfig.get_config_var("BINLIBDEST")))  # the standard library
    yield from sites
    yield from map(Path, SYSTEM)
    loaders = [Path("/usr/lib", sysconfig.get_config_var("MULTIARCH") or "no triplet"), Path("/usr/lib64")]
    yield from loaders if any(path.is_dir() for path in loaders) else [Path("/usr/lib")]
    if shell := shutil.which("sh", path="/usr/bin:/bin"):
        yield Path(shell)
    own = Path(sys.base_prefix, "lib").resolve()  # of a Python that is not the system's
    yield from own.glob("*.so*" if Path(sys.base_prefix, "conda-meta").is_dir() else "libpython*.so*")


def _ours(site):
    """What a folder of libraries holds of the project, and of the places of others: packages, notes of installers."""
    try:
        files = distribution("bcs-companion").files or ()
    except PackageNotFoundError:
        files = ()
    names = {file.parts[0] for file in files} - {"..", "__pycache__"}
    with os.scandir(site) as entries:
        for entry in entries:
            if entry.is_symlink():
                continue  # where it leads is visible in its own right, or not at all
            if entry.name in names or entry.name.startswith(OURS) or entry.name.endswith(NAMES):
                yield Path(entry.path)


def _libraries_of_others(bound, sites):
    """Folders of libraries inside bound places that are not this environment's."""
    folders = (place / name for place in bound for name in LIBRARIES)
    return [folder for folder in folders if folder.is_dir() and folder not in sites]


def _below(path, place):
    """Whether a path is that place or lies in it."""
    return path == place or path.is_relative_to(place)


def _check(bound, covered, kept):
    """Raise Visible if a bound place shows anything of what must not be seen, by its path or under another name."""
    hidden = lambda path: any(_below(path, cover) for cover in covered)  # noqa: E731
    for place in bound:
        if hidden(place):
            raise Visible(
                say("{place}, which Python needs, lies in a folder that submissions must not see", place=place)
            )
        for path in kept:
            if _below(path, place.resolve()) and not hidden(path):
                raise Visible(say("{path} is, or lies in, {place}, which submissions must see", path=path, place=place))
    secret = {}
    for folder in (folder for path in kept for folder in islice(_two_levels(path), MOST)):
        if hidden(folder) or not any(_below(folder, place) for place in bound):
            status = folder.stat()
            secret[status.st_dev, status.st_ino] = folder
    for path in (path for place in bound for path in _all_folders(place, set(map(str, covered)))):
        status = os.stat(path)
        if folder := secret.get((status.st_dev, status.st_ino)):
            raise Visible(
                say("{folder} can also be reached as {path}, which submissions must see", folder=folder, path=path)
            )


def _two_levels(path):
    yield path
    if path.is_dir():
        for folder in _folders(path):
            yield folder
            yield from _folders(folder)


def _folders(path):
    try:
        return [Path(entry.path) for entry in os.scandir(path) if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return []


def _all_folders(place, covers):
    """The place and every folder in it, but for those that are covered."""
    waiting = [str(place)] if place.is_dir() else []
    while waiting:
        here = waiting.pop()
        yield here
        with suppress(OSError), os.scandir(here) as entries:
            waiting += [e.path for e in entries if e.is_dir(follow_symlinks=False) and e.path not in covers]


def bindings(found, empty, package):
    """The words for bubblewrap: the places, the covers, the package at /sandbox, and a few devices."""
    devices = [Path("/dev", name) for name in DEVICES]
    words = []
    for parent in sorted(
        {p for place in [*found.bound, *devices, Path("/dev/shm/x")] for p in place.parents} - {Path("/")}
    ):
        words += ["--perms", "0755", "--dir", str(parent)]  # else it is open to root alone
    for place in found.bound:
        words += ["--ro-bind", str(place), str(place)]
    for path in found.covered:
        words += ["--ro-bind", str(empty) if path.is_dir() else os.devnull, str(path)]
    for device in devices:
        words += ["--dev-bind", str(device), str(device)]
    for path in map(Path, ("/bin", "/lib", "/lib64", "/lib32", "/usr/lib64")):
        if path.is_symlink():
            words += ["--symlink", os.readlink(path), str(path)]
        elif path.is_dir() and path.name.startswith("lib") and path not in found.bound and path.parent == Path("/"):
            words += ["--ro-bind", str(path), str(path)]
    return [*words, "--ro-bind", str(package), "/sandbox"]
