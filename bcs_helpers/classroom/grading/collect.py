"""What was handed in: which file is whose. Files are read as data, links are not followed, nothing goes unnamed.

    tree      folders and zips as they lie there, a module of its own
    people    which folder, zip or file is whose: the instructor's level ends where a person's begins
    labels    a name for each person that nobody else has

Who somebody is, is a key: the platform's number, else the place and the name as it was written. What is shown is
made from it and never the other way round.
"""

import re
import zipfile
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from ...words import say
from .names import LONGEST, chapter_in, natural, plain, platform, without_copy
from .reading import MOST
from .told import Unreadable
from .tree import CLASS, STUDENT, Entry, bytes_of, unzip, walk

EACH = 40  # notebooks of one student that are looked at
UNPACKED = 3  # times the largest file: bytes that what one student handed in may unpack to
ZIPS = 3  # zips in zips


@dataclass(frozen=True)
class Submission:
    """A file that was handed in, not yet read."""

    student: str  # a name that nobody else of the class has
    name: str  # of the file, for people
    stem: str
    path: Path
    member: tuple[int, ...] = ()  # its place in a zip, and in a zip in it
    number: str = ""  # the learning platform's number of the student
    upload: int = 0  # the platform's number of the upload, which grows with time
    time: tuple = ()  # that an archive tells of it
    size: int = 0
    problem: tuple | None = None  # why it is not looked at: a key and its fields

    def read(self, most=MOST):
        """Its bytes. Raises Unreadable where it is too large, empty or cannot be read."""
        if self.problem:
            raise Unreadable(self.problem[0], **self.problem[1])
        if self.size > most:
            raise Unreadable("too_large", megabytes=most >> 20)
        try:
            data = bytes_of(self.path, self.member, most)
        except Exception as error:  # a broken zip raises of many kinds
            raise Unreadable("file_unreadable", error=type(error).__name__) from None
        if len(data) > most:
            raise Unreadable("too_large", megabytes=most >> 20)
        if not data.strip():
            raise Unreadable("empty")
        return data


@dataclass(frozen=True)
class Collected:
    """A class: its submissions, how the layout was read, what belongs to nobody, who of the roster is missing."""

    submissions: tuple[Submission, ...]
    layout: tuple = ()  # (place, key, fields)
    aside: tuple = ()  # (place, key, fields)
    missing: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()  # not on the roster


def collect(folder, *, most=MOST, skip=None, roster=None):
    """The class below a folder, or in a zip: every notebook; and, as a problem, whoever handed in something else.

    `skip` is a folder that is no part of it. Raises ValueError where there is no such folder or zip.
    """
    folder = Path(folder)
    if folder.is_file() and zipfile.is_zipfile(folder):
        root = Entry(folder.name, folder, kind="zip")
        unzip(root, CLASS, most)
    elif folder.is_dir():
        root = walk(folder, skip and Path(skip).resolve())
    else:
        raise ValueError(say("handed_in must be a folder or a zip, {folder} is neither", folder=folder))
    people = _People(most)
    people.place(_unwrapped(root), (), ())
    places = [(whose, trail) for whose, trail, _ in people.found]
    known = roster.settle(places) if roster else {}
    labels = _labels(places, known)
    found = [replace(s, student=labels[whose, trail]) for whose, trail, s in people.found]
    kept = _not_too_much(_one_problem_each(found), most)
    submissions = sorted(kept, key=lambda s: (s.student, natural(s.stem), natural(s.name)))
    missing = sorted(set(roster.people) - set(known.values())) if roster else ()
    strangers = sorted({labels[place] for place in places if place not in known}) if roster else ()
    return Collected(tuple(submissions), tuple(people.layout), tuple(people.aside), tuple(missing), tuple(strangers))


# ---- whose it is --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Whose:
    """Who handed something in: the key, the name to show, the platform's number."""

    key: tuple
    name: str
    number: str = ""


class _People:
    """Goes through the instructor's folders until a person's begins."""

    def __init__(self, most):
        self.most = most
        self.found, self.layout, self.aside = [], [], []  # found: (Whose, trail, Submission without a name)

    def place(self, folder, groups, way):
        """Whatever lies in a folder (or zip) that holds people."""
        children = folder.inside
        for child in children:
            if child.kind == "zip" and not child.inside and not child.problem and not _own_name(child):
                unzip(child, CLASS, self.most, own=len(children) > 1)
        exports = self._exports(children, alone=not way)
        people_in = _groups([c for c in children if c.kind == "folder" and c not in exports])
        if folder.problem:
            self.aside.append((plain("/".join(way) or folder.name, 200), *folder.problem))
        for child in children:
            path = (*way, child.name)
            if child in exports:
                self.layout.append((plain("/".join(path), 200), "read_as_class", {}))
                self.place(_unwrapped(child), groups, path)
            elif _is_chapter(child):
                self.place(child, groups, path)
            elif child in people_in:
                self.layout.append((plain("/".join(path), 200), "read_as_group", {"people": len(child.inside)}))
                self.place(child, (*groups, child.name), path)
            elif whose := _whose(child, groups):
                self._hand_in(whose, child, "/".join(path), path)
            else:
                self.aside.append((plain("/".join(path), 200), "not_work", {}))

    def _exports(self, children, alone):
        """Folders and zips that a platform made: all in them carry its names.

        A student may write such names too. So beside other things an export holds nobody who also handed in
        elsewhere; else it is of whoever handed it in.
        """
        holding = [c for c in children if c.kind in {"folder", "zip"} and not _own_name(c)]
        made = {id(c): people for c in holding if (people := _platforms_people(_unwrapped(c)))}
        if alone and len(children) == 1 and children[0].kind == "zip" and not _own_name(children[0]):
            return children if children[0].inside else []
        if len(made) == len(children):
            return children
        named = [{w.key} for c in children if (w := _whose(c))] + list(made.values())
        count = Counter(key for keys in named for key in keys)
        exports = []
        for child in children:
            people = made.get(id(child), set())
            if people and all(count[key] == 1 for key in people):
                exports.append(child)
            elif people:
                self.layout.append((child.name, "read_as_own", {"student": plain(_whose(child).name)}))
        return exports

    def _hand_in(self, whose, entry, name, trail):
        """Everything in an entry is this person's. `trail` are the names on the way, but for what is in a zip."""
        if len(entry.name) > LONGEST:
            self._tell(whose, entry, name, trail, ("long_name", {}))
            return
        if entry.kind == "zip":
            entry.inside, entry.problem = [], None
            if len(entry.member) < ZIPS:
                unzip(entry, STUDENT, self.most, own=True)
            else:
                entry.problem = ("deep_zip", {})
        problems = [entry.problem] if entry.problem else []
        if entry.kind in {"link", "special"}:
            problems = [(entry.kind, {})]
        elif entry.kind == "file":
            problems = [None if entry.is_notebook else ("no_notebook", {})]
        elif not entry.inside and not entry.problem:
            problems = [(f"empty_{entry.kind}", {})]
        for problem in problems:
            self._tell(whose, entry, name, trail, problem)
        for child in entry.inside:
            if entry.kind == "zip" or entry.member or child.member:
                self._hand_in(whose, child, f"{name}{': ' if entry.kind == 'zip' else '/'}{child.name}", trail)
            else:
                self._hand_in(whose, child, f"{name}/{child.name}", (*trail, child.name))

    def _tell(self, whose, entry, name, trail, problem):
        match = platform(entry.stem)
        upload = int(match.groupdict().get("upload") or 0) if match else 0
        stem = (match["file"] if match else "") or entry.stem
        submission = Submission("", plain(name, 200), plain(stem, 200), entry.path, entry.member, whose.number, upload,
                                entry.time, entry.size, problem)  # fmt: skip
        self.found.append((whose, trail, submission))


def _is_chapter(entry):
    """A folder that is called after a chapter and nothing else."""
    chapter, rest = chapter_in(entry.name)
    return entry.kind == "folder" and chapter is not None and not rest


def _own_name(entry):
    """Whether a zip's or folder's name says that it is one person's."""
    if entry.kind == "folder":
        return bool(platform(entry.name, folder=True)) or bool(chapter_in(entry.name)[0])
    return bool(platform(entry.stem)) or bool(chapter_in(entry.stem)[1] and chapter_in(entry.stem)[0])


def _whose(entry, groups=()):
    """Whose an entry is, of those that lie where people lie; None where it is nobody's."""
    if entry.kind == "folder":
        match, (chapter, rest) = platform(entry.name, folder=True), chapter_in(entry.name)
    else:
        match, (chapter, rest) = platform(entry.stem), chapter_in(entry.stem)
    if match:
        return Whose(("number", match["id"], match["name"]), match["name"], match["id"])
    if entry.kind == "file" and not entry.is_notebook and not chapter:
        return None
    if entry.kind in {"folder", "zip"} or not chapter:
        name = rest if chapter and rest else entry.name if entry.kind == "folder" else without_copy(entry.stem)
    else:
        name = rest or without_copy(entry.stem)
    return Whose(("name", *groups, name), name)


def _platforms_people(entry):
    """The keys of the people in a folder or zip in which everything carries a platform's name; else none."""
    people = set()
    for child in entry.inside:
        match = platform(child.name, folder=True) if child.kind == "folder" else platform(child.stem)
        if not match:
            return set()
        people.add(("number", match["id"], match["name"]))
    return people


def _unwrapped(root):
    """The folder, or the only one in it where a whole class lies there: many folders, or a platform's names."""
    inside = root.inside
    if len(inside) != 1 or inside[0].kind != "folder" or _own_name(inside[0]):
        return root
    below = [e for e in inside[0].inside if e.kind == "folder" and not _is_chapter(e)]
    platforms = any(platform(e.name, e.kind == "folder") or platform(e.stem) for e in inside[0].inside)
    return _unwrapped(inside[0]) if platforms or len(below) > 1 else root


# ---- groups -------------------------------------------------------------------------------------------------


def _groups(folders):
    """Those of the folders that hold people, as tutorials do: in them are folders or files of the same chapter.

    A person's own folder may look like that too ("old" and "new"). So names of which half come again in another folder,
    and names that differ in a number only, are no people's; and two alone are people only where most folders look so.
    """
    seen = Counter(name for folder in folders for name in {_token(e) for e in folder.inside})
    people = {id(f): _looks_like_people(f, seen) for f in folders}
    direct = sum(people[id(f)] == 0 and bool(f.inside) for f in folders)
    many = sum(n > 0 for n in people.values())
    return [f for f in folders if people[id(f)] > 2 or (people[id(f)] == 2 and many >= direct)]


def _looks_like_people(folder, seen):
    """How many people seem to be in a folder; 0 where it seems to be one person's."""
    inside = [e for e in folder.inside if e.kind in {"folder", "zip"} or e.is_notebook]
    if len([e for e in inside if platform(e.name, e.kind == "folder") or platform(e.stem)]) > 1:
        return len(inside)
    folders = [e for e in inside if e.kind == "folder" and not _is_chapter(e)]
    files = [e for e in inside if e.kind != "folder"]
    if folders and files:
        return 0
    chapters = Counter(c for e in folders for c in _chapters_below(e)) + Counter(
        chapter_in(e.stem)[0] for e in files if chapter_in(e.stem)[1] or e.kind == "zip"
    )
    tokens = {_token(e) for e in inside} - {""}
    if 2 * sum(seen[token] > 1 for token in tokens) >= len(tokens):
        return 0
    same = max(chapters.values(), default=0)
    if files:
        return len(tokens) if same > 2 and len(tokens) > 2 else 0
    return len(tokens) if same > 1 and len(tokens) > 1 else 0


def _token(entry):
    """What makes a name a person's: its letters, without chapter and version; a number only if it is a long one."""
    rest = chapter_in(entry.name if entry.kind == "folder" else entry.stem)[1]
    number = re.search(r"\d{5,}", rest)
    return number[0] if number else re.sub(r"[\W\d_]+", "", rest).casefold()


def _chapters_below(entry):
    """The chapters of the notebooks in a folder, by their names; None for a notebook that names none."""
    found, waiting = set(), [entry]
    while waiting:
        for child in waiting.pop().inside:
            if child.kind == "folder":
                waiting.append(child)
            elif child.is_notebook:
                found.add(chapter_in(child.stem)[0])
    return found


# ---- labels -------------------------------------------------------------------------------------------------


def _labels(places, known):
    """{(Whose, trail): a name that nobody else has}: the roster's, else their own, with what tells namesakes apart."""
    strangers = {place[0].key: place[0] for place in places if place not in known}
    count = Counter(plain(whose.name) for whose in strangers.values())
    taken, labels = set(known.values()), {}
    for key, whose in sorted(strangers.items(), key=lambda item: plain(item[1].name) != item[1].name):
        name = plain(whose.name)
        apart = plain(whose.number or "/".join(key[1:-1]), 40)  # the group
        choices = [name] if count[name] == 1 or (len(key) == 2 and name == whose.name) else []
        choices += [f"{name} ({apart})"] * (len(key) > 2) + [f"{name} ({_digest(key)[:n]})" for n in (4, 12, 64)]
        labels[key] = next(choice for choice in choices if choice not in taken)
        taken.add(labels[key])
    return {place: known.get(place) or labels[place[0].key] for place in places}


def _digest(key):
    return sha256(repr(key).encode("utf-8", "replace")).hexdigest()


def _one_problem_each(found):
    """Whoever handed in no notebook is told so once; of the others, what is no notebook is passed over."""
    others, kept = defaultdict(list), []
    for submission in found:
        if submission.problem and submission.problem[0] == "no_notebook":
            others[submission.student].append(submission)
        else:
            kept.append(submission)
    known = {s.student for s in kept}
    for student, files in others.items():
        if student not in known:
            told = ", ".join(sorted(_last(s.name) for s in files)[:5])
            kept.append(replace(files[0], name=told))
    return kept


def _last(name):
    return name if ": " in name else PurePosixPath(name).name


def _not_too_much(found, most):
    """Of a student's many notebooks the last ones, in their order, are looked at, up to a size that they unpack to."""
    by_student = defaultdict(list)
    for submission in found:
        by_student[submission.student].append(submission)
    for files in by_student.values():
        files.sort(key=lambda s: (s.upload, natural(s.stem), natural(s.name)), reverse=True)
        left, count = UNPACKED * most, 0
        for submission in files:
            if submission.problem:
                yield submission
                continue
            count += 1
            if count > EACH:
                if count == EACH + 1:
                    yield replace(submission, problem=("many_files", {"most": EACH}))
                continue
            if submission.member and submission.size <= most:
                left -= submission.size
                if left < 0:
                    submission = replace(submission, problem=("much_to_unpack", {"megabytes": UNPACKED * most >> 20}))
            yield submission
