"""What was handed in: which notebook is whose and for which chapter. Files are read as data, links are not followed."""

import json
import re
import stat
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from .. import questions

MOST = 32 << 20  # bytes of a notebook
CONTAINERS, COMMAS, SOURCE, CELLS = 200_000, 3_000_000, 1 << 20, 2000
MARKER = re.compile(r"<!--\s*answer:\s*(\w+)\s*-->")
MOODLE = re.compile(r"^(?P<name>.+?)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)_?(?P<file>.*)$")
CANVAS = re.compile(r"^(?P<name>[^_]+)_(?:LATE_)?(?P<id>\d+)_\d+_(?P<file>.+)$")
COPY = re.compile(r"(?:[ _-]*\(\d+\)|-\d+|[ _-]copy\d*)$", re.IGNORECASE)


class Unreadable(Exception):
    """A file that is no notebook we can mark; the message says why, for its author."""


@dataclass(frozen=True)
class Submission:
    """A file that was handed in, not yet read."""

    student: str
    name: str  # of the file, for people
    stem: str
    path: Path
    member: str | None = None  # inside a zip
    number: str = ""  # the learning platform's number of the student

    def read(self):
        """Its bytes. Raises Unreadable where it is too large, empty or cannot be read."""
        try:
            if self.member is None:
                with self.path.open("rb") as file:
                    data = file.read(MOST + 1)
            else:
                with zipfile.ZipFile(self.path) as archive, archive.open(self.member) as file:
                    data = file.read(MOST + 1)
        except Exception as error:  # a broken zip raises of many kinds
            raise Unreadable(f"the file cannot be read ({type(error).__name__})") from None
        if len(data) > MOST:
            raise Unreadable(f"the file is larger than {MOST >> 20} MB: clear the outputs and hand it in again")
        if not data.strip():
            raise Unreadable("the file is empty")
        return data


def collect(folder):
    """Every notebook below a folder, or in a zip, sorted; raises ValueError where there is no such thing."""
    folder = Path(folder)
    if folder.is_file() and zipfile.is_zipfile(folder):
        return sorted(_in_zip(folder), key=_order)
    if not folder.is_dir():
        raise ValueError(f"handed_in must be a folder or a zip, {folder} is neither")
    found = []
    for path in _files(folder):
        if path.suffix.lower() == ".ipynb":
            found.append(_submission(path.relative_to(folder).as_posix(), path))
        elif path.suffix.lower() == ".zip":
            found += _in_zip(path, prefix="" if path.parent == folder else path.relative_to(folder).parts[0])
    return sorted(found, key=_order)


def _files(folder):
    for path in sorted(folder.iterdir()):
        mode = path.lstat().st_mode
        if path.name in {".ipynb_checkpoints", "__MACOSX"} or path.name.startswith("._"):
            continue
        if stat.S_ISDIR(mode):
            yield from _files(path)
        elif stat.S_ISREG(mode):
            yield path


def _in_zip(path, prefix=""):
    try:
        with zipfile.ZipFile(path) as archive:
            names = [i.filename for i in archive.infolist()[:100_000] if i.filename.lower().endswith(".ipynb")]
    except Exception:
        return [Submission(_plain(path.stem), path.name, path.stem, path, member="")]
    keep = [n for n in dict.fromkeys(names) if not {"__MACOSX", ".ipynb_checkpoints"} & set(PurePosixPath(n).parts)]
    student = prefix or (
        path.stem if all("/" not in n and _chapter_of(PurePosixPath(n).stem)[1] == "" for n in keep) else ""
    )
    return [_submission(f"{student}/{n}" if student else n, path, n) for n in keep]


def _submission(name, path, member=None):
    """Whose it is: the first folder that is no chapter, else what the file's name holds beside the chapter."""
    parts = [p for p in PurePosixPath(name.replace("\\", "/")).parts if p not in {"/", "..", "."}]
    stem, number = PurePosixPath(parts[-1]).stem, ""
    folders = [p for p in parts[:-1] if _chapter_of(p)[1] or not _chapter_of(p)[0]]
    student = folders[0] if folders else ""
    if match := MOODLE.match(student or stem) or (not student and CANVAS.match(stem)) or None:
        student, number, stem = match["name"], match["id"], match["file"] or stem
    elif not student:
        student = _chapter_of(stem)[1] or COPY.sub("", stem)
    return Submission(_plain(student), name, stem, path, member, number)


def _chapter_of(stem):
    """(chapter, what else the name holds)."""
    bare = COPY.sub("", stem)
    for chapter in questions.by_chapter():
        if chapter in bare:
            return chapter, bare.replace(chapter, "").strip(" _-.")
    return None, bare


def _plain(name):
    return "".join(c for c in name if c.isprintable())[:80].strip() or "nameless"


def _order(submission):
    """Students by name; copies of a file so that the later one stands last."""
    copies = re.findall(r"\d+", COPY.search(submission.stem)[0]) if COPY.search(submission.stem) else []
    return (submission.student, COPY.sub("", submission.name), int(copies[-1]) if copies else 0, submission.name)


@dataclass(frozen=True)
class Notebook:
    """What is read from a submission: the source of its code cells, and its answers in words."""

    chapter: str
    cells: tuple[str, ...]
    words: dict


def read_notebook(data, stem=""):
    """The Notebook in these bytes, of any notebook format from 3 on. Raises Unreadable."""
    if sum(map(data.count, (b"[", b"{"))) > CONTAINERS or data.count(b",") > COMMAS:
        raise Unreadable("the file holds far more pieces than a notebook does: clear the outputs and hand it in again")
    try:
        book = json.loads(data)
        cells = book["cells"] if "cells" in book else [c for sheet in book["worksheets"] for c in sheet["cells"]]
        kinds = [(cell["cell_type"], _text(cell.get("source", cell.get("input", "")))) for cell in cells]
    except (ValueError, RecursionError):
        raise Unreadable("the file is not a notebook: it is not JSON") from None
    except (KeyError, TypeError, AttributeError):
        raise Unreadable("the file is JSON, but not a notebook") from None
    code = tuple(text for kind, text in kinds if kind == "code" and text.strip())
    if len(code) > CELLS or sum(map(len, code)) > SOURCE:
        raise Unreadable("the notebook holds more than a megabyte of code")
    chapter = _chapter(code, stem)
    words = {}
    for question in questions.EXPLAINS:
        if question.chapter == chapter:
            texts = [text for kind, text in kinds if kind == "markdown" and question.name in MARKER.findall(text)]
            answer = MARKER.sub("", texts[-1]).strip() if texts else ""
            words[question.name] = "" if answer == "*Write your answer here.*" else answer[:20_000]
    return Notebook(chapter, code, words)


def _text(source):
    return source if isinstance(source, str) else "".join(source)


def _chapter(code, stem):
    """The chapter most of whose tasks the code defines; where it defines none, the one in the file's name."""
    text = "\n".join(code)
    defined = set(re.findall(r"\bdef\s+(\w+)", text)) | set(re.findall(r"^(\w+)\s*=", text, re.MULTILINE))
    named = _chapter_of(stem)[0]
    count = {c: sum(t.name in defined for t in tasks) for c, tasks in questions.by_chapter().items()}
    best = max(count, key=lambda c: (count[c], c == named))
    if count[best]:
        return best
    if named is None:
        raise Unreadable("no function of any task is in it, and its name holds no chapter")
    return named
