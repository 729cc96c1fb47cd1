"""What was handed in, as it lies there: folders and zips, read as data, within a budget for each student.

Links are not followed, and nothing in a zip is written anywhere.
"""

import io
import os
import stat
import struct
import unicodedata
import zipfile
from collections import deque
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path, PurePosixPath

from . import names
from .names import LONGEST, NOTEBOOK

CLASS, STUDENT, DEPTH = 100_000, 4000, 12  # entries of a class and of a student's folder or zip, folders in folders
DIRECTORY = 4 << 20  # bytes of the table of contents of a student's zip
NOT_WORK = {"__MACOSX", ".ipynb_checkpoints", "__pycache__", "node_modules", "site-packages", ".git"}


@dataclass
class Entry:
    """A file, a folder or a zip, with what is in it."""

    name: str
    path: Path
    member: tuple[int, ...] = ()
    kind: str = "file"  # or folder, zip, link, special
    inside: list = field(default_factory=list)
    time: tuple = ()
    size: int = 0
    problem: tuple | None = None

    @property
    def stem(self):
        """The name without its ending."""
        bare = NOTEBOOK.sub("", self.name)
        return bare if bare != self.name or self.kind == "folder" else PurePosixPath(bare).stem

    @property
    def is_notebook(self):
        """A file whose name says so."""
        return self.kind == "file" and bool(NOTEBOOK.search(self.name))


def _is_work(name):
    return name not in NOT_WORK and not name.startswith("._")


def _is_zip(name):
    return name.lower().endswith(".zip")


def walk(folder, skip):
    """The folder as a tree. Whoever has too much in it spends a budget of their own: each of the two upper levels."""
    root = Entry(folder.name, folder, kind="folder")
    entries, waiting = [root], deque([(root, 0, [[CLASS, root]])])
    while waiting:
        place, depth, budgets = waiting.popleft()
        try:
            with os.scandir(place.path) as listing:
                left = min(budget for budget, _ in budgets)
                found = list(islice((e for e in listing if _is_work(e.name)), left + 1))
        except OSError as error:
            place.problem = ("folder_unreadable", {"error": error.strerror or type(error).__name__})
            continue
        if len(found) > left or depth > DEPTH:
            _, spender = min(budgets, key=lambda b: b[0])
            spender.problem = ("many_in_folder", {"most": CLASS if spender is root else STUDENT})
            found = found[:left] if depth <= DEPTH else []
        for budget in budgets:
            budget[0] -= len(found)
        if depth and any(e.name in {"pyvenv.cfg", "conda-meta"} for e in found):
            continue  # an environment of Python is nobody's work
        for item in sorted(found, key=lambda e: e.name):
            entry = Entry(item.name, Path(item.path))
            if item.is_symlink():
                entry.kind = "link"
            elif item.is_dir(follow_symlinks=False):
                if skip and entry.path.resolve() == skip:
                    continue
                entry.kind = "folder"
                budget = CLASS // 2 if depth == 0 else STUDENT
                own = [[budget, entry]] if depth < 2 else []
                waiting.append((entry, depth + 1, [*(b for b in budgets if depth), *own]))
            elif item.is_file(follow_symlinks=False):
                entry.kind = "zip" if _is_zip(item.name) else "file"
                entry.size = item.stat(follow_symlinks=False).st_size
            else:
                entry.kind = "special"
            place.inside.append(entry)
            entries.append(entry)
    for entry, name in zip(entries, names.on_disk([entry.name for entry in entries]), strict=True):
        entry.name = unicodedata.normalize("NFC", name)
    return root


def unzip(entry, members, most, own=False):
    """Put what is in a zip into its entry, as a tree; of a student's own zip only so much of it."""
    try:
        source = io.BytesIO(bytes_of(entry.path, entry.member, most)) if entry.member else entry.path
        if own and _directory(source) > DIRECTORY:
            entry.problem = ("many_in_zip", {"most": members})
            return
        with zipfile.ZipFile(source) as archive:
            listing = archive.infolist()
    except Exception as error:  # of many kinds
        entry.problem = ("zip_unreadable", {"error": type(error).__name__})
        return
    found = [(n, info, name) for n, (info, name) in enumerate(zip(listing, _member_names(listing), strict=True))
             if all(map(_is_work, name.split("/"))) and not info.is_dir()]  # fmt: skip
    if len(found) > members:
        found.sort(key=lambda f: (not NOTEBOOK.search(f[2]), f[0]))
        entry.problem = ("many_in_zip", {"most": members})
    folders = {(): entry}
    for number, info, name in found[:members]:
        *parts, last = [p for p in name.split("/") if p not in {"", ".", ".."}] or ["nameless"]
        parts = tuple(part[: LONGEST + 1] for part in parts[:DEPTH])
        for depth in range(len(parts)):
            if parts[: depth + 1] not in folders:
                folder = folders[parts[: depth + 1]] = Entry(parts[depth], entry.path, kind="folder")
                folders[parts[:depth]].inside.append(folder)
        is_link = stat.S_ISLNK(info.external_attr >> 16)
        kind = "link" if is_link else "zip" if _is_zip(last) else "file"
        time = info.date_time if info.date_time[0] > 1980 else ()
        folders[parts].inside.append(Entry(last[: LONGEST + 1], entry.path, (*entry.member, number), kind, time=time,
                                           size=info.file_size))  # fmt: skip


def _directory(source):
    """How many bytes of table of contents a zip has, as its end says; far too many where it is of the long form."""
    if isinstance(source, io.BytesIO):
        end = source.getbuffer()[-65_557:].tobytes()
    else:
        with source.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - 65_557))
            end = file.read()
    place = end.rfind(b"PK\5\6")
    return struct.unpack_from("<I", end, place + 12)[0] if 0 <= place <= len(end) - 16 else 0


def _member_names(listing):
    """The names in a zip as their packer saw them: some write UTF-8 and say so, some the letters of their system."""
    told, raw = {}, {}
    for number, info in enumerate(listing):
        if info.flag_bits & 0x800 or info.orig_filename.isascii():
            told[number] = info.orig_filename
        elif text := _unicode_name(info.extra):
            told[number] = text
        else:
            raw[number] = info.orig_filename.encode("cp437", "replace")
    told |= zip(raw, names.letters(list(raw.values())), strict=True)
    return [unicodedata.normalize("NFC", told[n].replace("\\", "/").replace("\0", "")) for n in range(len(listing))]


def _unicode_name(extra):
    """The name in the extra field that some packers add for it (0x7075)."""
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        if kind == 0x7075 and length > 5:
            return extra[9 : 4 + length].decode("utf-8", "ignore")
        extra = extra[4 + length :]
    return ""


def bytes_of(path, member, most):
    """The first `most` + 1 bytes of a file, or of a member of a zip."""
    if not member:
        with path.open("rb") as file:
            return file.read(most + 1)
    source = path
    for place in member:
        with zipfile.ZipFile(source) as archive, archive.open(archive.infolist()[place]) as file:
            data = file.read(most + 1)
        source = io.BytesIO(data)
    return data
