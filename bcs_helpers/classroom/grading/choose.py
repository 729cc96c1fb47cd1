"""Which file counts for a student's chapter, and why; what does not count, and why not. Nothing is run here.

In this order: what holds the chapter's tasks before what does not · what is written in before what is blank · what the
platform received last · what is newest in the archive · what stands last in natural order. The project's own files
are known by their cells and set aside.
"""

from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256

from .. import course
from . import own
from .collect import Submission
from .names import natural, without_copy
from .reading import MOST, is_blank, read_notebook
from .told import Unreadable, sentence


@dataclass(frozen=True)
class Seen:
    """What is known of a file once it has been read."""

    submission: Submission
    digest: str  # of its bytes
    cells: str  # a digest of its code
    chapters: dict  # {chapter: (how well it holds it, whether it is written in, the names of its tasks)}


@dataclass(frozen=True)
class Counts:
    """A file that counts for a chapter: this is what is marked."""

    submission: Submission
    chapter: str
    digest: str


@dataclass(frozen=True)
class Line:
    """What became of a file: the chapter that it counts for (or None), and a key and its fields that say why."""

    student: str
    file: str
    chapter: str | None
    told: tuple
    is_problem: bool = False  # for a person to look at

    def __str__(self):
        return f"{self.student}: {self.file}: {self.chapter + ', ' if self.chapter else ''}{sentence(self.told)}"


def choose(submissions, chapter=None, most=MOST):
    """(what counts, a Line for each file and chapter) of a class; with `chapter`, of this one only."""
    by_student = defaultdict(list)
    for submission in submissions:
        by_student[submission.student].append(submission)
    counting, lines = [], []
    for student, files in by_student.items():
        found, told = _of_student(student, files, chapter, most)
        counting += found
        lines += told
    return counting, lines


def _of_student(student, files, wanted, most):
    seen, lines, ours = [], [], []
    for submission in files:
        try:
            data = submission.read(most)
            notebook = read_notebook(data, submission.stem, most)
            if file := own.book(notebook.cells):
                ours.append((submission.name, None, ("own", {"file": file})))
                continue
            if not notebook.chapters:
                raise Unreadable("no_chapter")
            if wanted and wanted not in notebook.chapters:
                raise Unreadable("other_chapter", other=notebook.chapters[0], wanted=wanted)
        except Unreadable as error:
            lines.append(Line(student, submission.name, None, tuple(error.told), True))
            continue
        seen.append(_seen(submission, data, notebook))
        for other, names in notebook.defines.items():
            if other not in notebook.chapters and wanted in {None, other}:
                fields = {"names": ", ".join(names), "chapter": other}
                lines.append(Line(student, submission.name, None, ("few_tasks", fields)))
    chapters = [c for c in course.stems() if any(c in s.chapters for s in seen) and wanted in {None, c}]
    counting = []
    for chapter in chapters:
        best, told = _best([s for s in seen if chapter in s.chapters], chapter)
        counting.append(Counts(best.submission, chapter, best.digest))
        lines += [Line(student, s.submission.name, chapter if s is best else None, why) for s, why in told]
    lines += [Line(student, *line, is_problem=not counting) for line in ours]
    return counting, lines


def _seen(submission, data, notebook):
    chapters = {}
    for chapter in notebook.chapters:
        names = notebook.defines.get(chapter, [])
        standing = 2 if chapter == notebook.chapter and names else 1 if names else 0
        chapters[chapter] = (standing, not is_blank(notebook, chapter), names)
    code = sha256("\0".join(notebook.cells).encode()).hexdigest()
    words = sha256(repr(sorted(notebook.words.items())).encode()).hexdigest()
    return Seen(submission, sha256(data).hexdigest(), code + words, chapters)


def _best(files, chapter):
    """(the file that counts, [(each file, why)])."""
    worth = lambda s: s.chapters[chapter][:2]  # noqa: E731
    top = max(map(worth, files))
    rivals = [s for s in files if worth(s) == top]
    how, key = _order(rivals)
    best = max(rivals, key=key)
    told = [(seen, (_why_not(seen, best, worth, how), {})) for seen in files if seen is not best]
    whys = {why for _, (why, _) in told}
    why = next((f"counts_{w}" for w in (how, "blank", "less") if {w, f"older_{w}"} & whys), "counts")
    for seen in files:
        if more := sorted(set(seen.chapters[chapter][2]) - set(best.chapters[chapter][2])):
            told.append((seen, ("holds_more", {"names": ", ".join(more)})))
    return best, [(best, (why, {})), *told]


def _why_not(seen, best, worth, how):
    if seen.cells == best.cells:
        return "same"
    if worth(seen) == worth(best):
        return f"older_{how}"
    return "less" if worth(seen)[0] < worth(best)[0] else "blank"


def _order(rivals):
    """(by what files are ordered, the key): the platform's uploads, the archive's times, numbers, or names alone."""
    uploads, times = {s.submission.upload for s in rivals}, {s.submission.time for s in rivals}
    by_name = lambda s: (natural(s.submission.stem), natural(s.submission.name))  # noqa: E731
    if 0 not in uploads and len(uploads) == len(rivals):
        return "upload", lambda s: s.submission.upload
    if () not in times and len(times) > 1:
        return "time", lambda s: (s.submission.time, by_name(s))
    bare = {tuple(word for *_, word in natural(without_copy(s.submission.stem))[0]) for s in rivals}
    stems = {s.submission.stem for s in rivals}
    return "version" if len(bare) == 1 and len(stems) == len(rivals) else "guess", by_name
