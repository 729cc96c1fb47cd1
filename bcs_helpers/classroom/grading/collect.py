"""What was handed in: which notebook is whose and for which chapter. Files are read as data, links are not followed."""

import io
import json
import os
import re
import unicodedata
import zipfile
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from .. import course

MOST = 32 << 20  # bytes of a notebook, or of a zip that a student handed in
FILES, NAME = 100_000, 400  # files of a class, characters of a file's name
EACH, MEMBERS = 40, 4000  # files of one student that are looked at, that may be in their zip
CONTAINERS, COMMAS, SOURCE, CELLS = 2_000_000, 3_000_000, 1 << 20, 2000
MARKER = re.compile(r"<!--\s*answer:\s*(\w+)\s*-->")
NOTEBOOK = re.compile(r"\.ipynb(\.txt|\.json)?$", re.IGNORECASE)  # some browsers add an ending of their own
NEXT_TASK = re.compile(r"\s*#{1,3} \d+ ·")  # how the exercises begin a task
MOODLE_FOLDER = re.compile(r"^(?P<name>.+)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)_?(?P<file>)$")
MOODLE = re.compile(r"^(?P<name>.+?)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)_?(?P<file>.*)$")
CANVAS = re.compile(r"^(?P<name>[^_]+)_(?:LATE_)?(?P<id>\d+)_\d+_(?P<file>.+)$")
_COPY = r"[ _-]{0,9}\(\d+\)|[ _-]{1,3}copy\d*"
COPY = re.compile(rf"(?:{_COPY})+$", re.IGNORECASE)
AGAIN = re.compile(rf"(?:{_COPY}|-\d+)+$", re.IGNORECASE)  # Canvas numbers what is handed in again
NOT_WORK = {"__MACOSX", ".ipynb_checkpoints"}


class Unreadable(Exception):
    """A file that is no notebook we can mark; the message says why, for its author."""


@dataclass(frozen=True)
class Submission:
    """A file that was handed in, not yet read."""

    student: str
    name: str  # of the file, for people
    stem: str
    path: Path
    member: tuple[str, ...] = ()  # inside a zip, and inside a zip in it
    number: str = ""  # the learning platform's number of the student
    problem: str = ""  # why it is not looked at

    def read(self):
        """Its bytes. Raises Unreadable where it is too large, empty or cannot be read."""
        if self.problem:
            raise Unreadable(self.problem)
        try:
            data = _bytes_of(self.path, self.member)
        except Exception as error:  # a broken zip raises of many kinds
            raise Unreadable(f"the file cannot be read ({type(error).__name__})") from None
        if len(data) > MOST:
            raise Unreadable(f"the file is larger than {MOST >> 20} MB: clear the outputs and hand it in again")
        if not data.strip():
            raise Unreadable("the file is empty")
        return data


def _bytes_of(path, member):
    """The first MOST + 1 bytes of a file, or of a member of a zip."""
    if not member:
        with path.open("rb") as file:
            return file.read(MOST + 1)
    source = path
    for name in member:
        with zipfile.ZipFile(source) as archive, archive.open(name) as file:
            data = file.read(MOST + 1)
        source = io.BytesIO(data)
    return data


# ---- finding ------------------------------------------------------------------------------------------------


def collect(folder):
    """Every notebook below a folder, or in a zip, sorted; and, as a problem, whoever handed in something else.

    Raises ValueError where there is no such folder or zip.
    """
    folder = Path(folder)
    if folder.is_file() and zipfile.is_zipfile(folder):
        found = _in_zip(folder, ())
    elif folder.is_dir():
        found = _in_folder(folder)
    else:
        raise ValueError(f"handed_in must be a folder or a zip, {folder} is neither")
    return sorted(_not_too_many(_without_namesakes(_one_problem_each(found))), key=_order)


def _in_folder(folder):
    files, found = [], []
    folder = _unwrapped(folder)
    waiting = [folder]
    while waiting and len(files) < FILES:
        place = waiting.pop()
        try:
            entries = sorted(os.scandir(place), key=lambda entry: entry.name)
        except OSError as error:
            found.append(_submission(_relative(place, folder), place, problem=f"the folder cannot be read ({error})"))
            continue
        for entry in entries:
            if not _is_work(entry.name) or entry.is_symlink():
                continue
            if entry.is_dir():
                waiting.append(Path(entry.path))
            elif entry.is_file():
                files.append(Path(entry.path))
    for path in files:
        name = _relative(path, folder)
        if not _is_zip(name):
            found += _file(name, path)
        elif path.parent == folder and not _is_ones_own(path) and (len(files) == 1 or _is_export(path)):
            found += _in_zip(path, ())
        else:
            found += _in_zip(path, (), owner=name)
    return found


def _unwrapped(folder):
    """The folder, or the only one in it where a whole class lies there: many folders, or a platform's names."""
    inside = [path for path in folder.iterdir() if _is_work(path.name)]
    if len(inside) != 1 or inside[0].is_symlink() or not inside[0].is_dir():
        return folder
    below = {path.name: path.is_dir() and _is_work(path.name) for path in inside[0].iterdir()}
    return inside[0] if _wraps_a_class(inside[0].name, below) else folder


def _wrapping(names):
    """How many letters of each name in a zip are the folder in which a whole class lies."""
    parts = [PurePosixPath(name).parts for name in names]
    if len({p[0] for p in parts}) != 1 or min(map(len, parts)) == 1:
        return 0
    below = {p[1]: len(p) > 2 for p in parts}
    return len(parts[0][0]) + 1 if _wraps_a_class(parts[0][0], below) else 0


def _wraps_a_class(name, below):
    """Whether the only folder is a wrapping: in it ({name: is it a folder}) are many folders, or a platform's names."""
    return not MOODLE.match(name[:NAME]) and (sum(below.values()) > 1 or any(map(_is_platforms, below)))


def _is_platforms(name):
    """Whether a learning platform gave the name."""
    return bool(MOODLE.match(name[:NAME]) or CANVAS.match(name[:NAME]))


def _relative(path, folder):
    return path.relative_to(folder).as_posix()


def _in_zip(path, outer, owner=None):
    """The files in a zip, in `outer` of another where it stands in one; `owner` names the student who handed it in."""
    try:
        source = io.BytesIO(_bytes_of(path, outer)) if outer else path
        with zipfile.ZipFile(source) as archive:
            names = dict.fromkeys(info.filename for info in archive.infolist()[:FILES] if not info.is_dir())
    except Exception as error:
        problem = f"the zip cannot be read ({type(error).__name__})"
        return [_submission(owner or path.name, path, outer, problem=problem)]
    if owner and len(names) > MEMBERS:
        return [_submission(owner, path, outer, problem=f"there are more than {MEMBERS} files in the zip")]
    found = []
    names = [name for name in names if all(map(_is_work, PurePosixPath(name).parts))]
    wrapping = 0 if owner else _wrapping(names)
    for name in names:
        if _is_zip(name) and not outer:
            found += _in_zip(path, (name,), owner=owner or name[wrapping:])
        else:
            found += _file(name[wrapping:], path, (*outer, name), owner)
    return found or [_submission(owner or path.name, path, outer, problem="there is nothing in the zip")]


def _file(name, path, member=(), owner=None):
    """A notebook as a submission; another file as a problem, if it is plain whose it is; else nothing."""
    if len(name) > NAME:
        return [_submission(owner or name[:80], path, member, problem="its name is far too long")]
    submission = _submission(name, path, member)
    if owner is not None:
        whose = _submission(owner, path)
        submission = replace(
            submission, student=whose.student, number=whose.number, name=f"{whose.name}: {submission.name}"
        )
    if NOTEBOOK.search(name):
        return [submission]
    handed_in = owner or "/" in name or submission.number or _chapter_of(PurePosixPath(name).stem)[0]
    return [replace(submission, problem=NO_NOTEBOOK)] if handed_in else []


NO_NOTEBOOK = "no notebook (.ipynb) was handed in"


def _is_work(name):
    return name not in NOT_WORK and not name.startswith("._")


def _is_zip(name):
    return name.lower().endswith(".zip")


def _is_ones_own(path):
    """A zip whose name says that a student handed it in."""
    return _is_platforms(path.stem) or bool(_chapter_of(path.stem)[0])


def _is_export(path):
    """A zip as a learning platform makes it: all in it carry the platform's names."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [PurePosixPath(name) for name in archive.namelist()[:FILES]]
    except Exception:
        return False
    firsts = [name.parts[0] for name in names if name.parts and all(map(_is_work, name.parts))]
    return bool(firsts) and all(map(_is_platforms, firsts))


# ---- whose it is --------------------------------------------------------------------------------------------


def _submission(name, path, member=(), problem=""):
    """Whose it is: the first folder that is no chapter, else what the file's name holds beside the chapter."""
    parts = [p for p in PurePosixPath(name.replace("\\", "/")).parts if p not in {"/", "..", "."}] or ["nameless"]
    stem, number = PurePosixPath(NOTEBOOK.sub("", parts[-1])).name, ""
    if stem == parts[-1]:
        stem = PurePosixPath(stem).stem
    folders = [p for p in parts[:-1] if _chapter_of(p)[1] or not _chapter_of(p)[0]]
    student = folders[0] if folders else ""
    if match := MOODLE_FOLDER.match(student) or (not student and (MOODLE.match(stem) or CANVAS.match(stem))) or None:
        student, number, stem = match["name"], match["id"], match["file"] or stem
    elif not student:
        student = _chapter_of(stem)[1] or COPY.sub("", stem)
    return Submission(_plain(student), _plain(name, 200), _plain(stem, 200), path, member, number, problem)


def _chapter_of(stem):
    """(chapter, what else the name holds)."""
    bare = COPY.sub("", stem[:NAME])
    for chapter in course.stems():
        if match := re.search(re.escape(chapter), bare, re.IGNORECASE):
            return chapter, (bare[: match.start()] + bare[match.end() :]).strip(" _-.")
    return None, bare


def _plain(name, most=80):
    """A name that harms neither a terminal nor a table: printable, of a line, and without what splits cells."""
    name = re.sub(r"\s", " ", unicodedata.normalize("NFC", name.replace(";", ",")))
    return "".join(c for c in name if c.isprintable())[:most].strip() or "nameless"


def _one_problem_each(found):
    """Whoever handed in no notebook is named once; of the others, only the notebooks are kept."""
    others, kept = defaultdict(list), []
    for submission in found:
        if submission.problem == NO_NOTEBOOK:
            others[submission.student, submission.number].append(submission)
        else:
            kept.append(submission)
    known = {(s.student, s.number) for s in kept}
    for whose, files in others.items():
        if whose not in known:
            names = ", ".join(sorted(PurePosixPath(s.name).name for s in files)[:5])
            kept.append(replace(files[0], name=names))
    return kept


def _without_namesakes(found):
    """Two of one name, whom the platform numbers differently or not at all, are told apart by the number."""
    numbers = defaultdict(set)
    for submission in found:
        numbers[submission.student].add(submission.number)
    return [
        replace(s, student=f"{s.student} ({s.number})") if s.number and len(numbers[s.student]) > 1 else s
        for s in found
    ]


def _not_too_many(found):
    """Of a student's many files the last ones, in their order, are looked at."""
    count = Counter(s.student for s in found)
    for submission in sorted(found, key=_order):
        surplus = count[submission.student] - EACH
        count[submission.student] -= 1
        if surplus <= 0:
            yield submission
        elif surplus == 1:
            yield replace(submission, problem=f"more than {EACH} files were handed in: this one and those before it "
                          "were not looked at")  # fmt: skip


def _order(submission):
    """Students by name; copies of a file so that the later one stands last."""
    copy = AGAIN.search(submission.stem)
    copies = re.findall(r"\d{1,9}", copy[0]) if copy else []
    return (
        submission.student,
        submission.stem[: copy.start()] if copy else submission.stem,
        int(copies[-1]) if copies else 0,
        submission.name,
    )


# ---- what is in it ------------------------------------------------------------------------------------------


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
        raise Unreadable(f"the notebook holds more than {CELLS} cells or a megabyte of code")
    chapter = _chapter(code, stem)
    words = {q.name: _words(kinds, q.name) for q in course.questions(chapter)}
    return Notebook(chapter, code, words)


def _words(kinds, name):
    """The answer to a question: its marked cell and the text cells right after it; of several, the last not empty."""
    found = ""
    for place, (kind, text) in enumerate(kinds):
        if kind == "code" or name not in MARKER.findall(text):
            continue
        parts = [text]
        for kind_after, after in kinds[place + 1 :]:
            if kind_after == "code" or MARKER.search(after) or NEXT_TASK.match(after):
                break
            parts.append(after)
        answer = MARKER.sub("", "\n\n".join(parts)).replace("*Write your answer here.*", "").strip()
        found = answer or found
    return found[:20_000]


def _text(source):
    text = source if isinstance(source, str) else "".join(source)
    return text.encode("utf-8", "replace").decode()  # half of a surrogate pair is JSON, but no text


def _chapter(code, stem):
    """The chapter most of whose tasks the code defines; where it defines none, the one in the file's name."""
    text = "\n".join(code)
    defined = set(re.findall(r"\bdef\s+(\w+)", text)) | set(re.findall(r"^(\w+)\s*=", text, re.MULTILINE))
    named = _chapter_of(stem)[0]
    count = {c: sum(task.name in defined for task in course.tasks(c)) for c in course.stems()}
    best = max(count, key=lambda c: (count[c], c == named))
    if count[best]:
        return best
    if named is None:
        raise Unreadable("no function of any task is in it, and its name holds no chapter")
    return named
