"""What came of a class: dataclasses, made from what was collected, chosen and marked; no sentence is in them."""

from collections import Counter
from dataclasses import dataclass, field

from .. import course
from .policy import Policy


@dataclass(frozen=True)
class TaskResult:
    """The verdict on a task: a state, the key and fields of what is said, the points, and the student's code."""

    state: str
    key: str
    fields: dict
    points: float
    code: str
    follow_on: list | None = None  # the earlier tasks with whose references it is right
    package: list | None = None  # what of the package a function calls whose point is to be programmed


@dataclass(frozen=True)
class Result:
    """A marked notebook: of one chapter, the tasks, the answers in words, what else is to be known."""

    chapter: str
    tasks: dict[str, TaskResult]
    words: dict[str, str]
    remarks: list  # {key, fields}
    loose: list  # (cell, text) that stands in no marked cell
    language: str = "en"  # of the notebook

    @classmethod
    def of(cls, plain):
        """From the plain data that is stored and that workers send."""
        tasks = {name: TaskResult(**row) for name, row in plain["tasks"].items()}
        return cls(plain["chapter"], tasks, plain["words"], plain["remarks"], plain["loose"], plain["language"])


@dataclass
class Student:
    """A student: {chapter: Result} of what counts, a Line for each file, and the points."""

    name: str
    number: str = ""
    results: dict = field(default_factory=dict)
    lines: list = field(default_factory=list)
    policy: Policy = field(default_factory=Policy)
    set: tuple = ()  # the chapters of which the total is made
    points: dict = field(default_factory=dict)  # {task or question: points, None where not yet read}
    rules: dict = field(default_factory=dict)  # {task or question: (key, fields) of the rule behind its points}
    deductions: dict = field(default_factory=dict)  # {chapter: Deduction}

    @property
    def taken(self):
        """The points that are taken off for being late."""
        return sum(d.points for chapter, d in self.deductions.items() if chapter in self.set)

    @property
    def before_cap(self):
        """The points so far, late penalties taken off."""
        return round(sum(self.points.get(row.name) or 0 for row in self._counting()) - self.taken, 2)

    @property
    def earned(self):
        """The points so far, under all rules."""
        return min(self.before_cap, self.policy.cap)

    @property
    def possible(self):
        """All points of the chapters of which the total is made."""
        return self.policy.possible(self.set)

    @property
    def waiting(self):
        """The points of answers that nobody has read yet; 0 where there is a total."""
        there = [row for row in self._counting() if row.name in self.points]
        return sum(row.points for row in there if self.points[row.name] is None)

    def _counting(self):
        """What was handed in of what the total is made of, a row each."""
        return [row for chapter in self.results if chapter in self.set for row in self.policy.rows(chapter)]

    @property
    def language(self):
        """That of most of the notebooks which count."""
        spoken = Counter(result.language for result in self.results.values())
        return spoken.most_common(1)[0][0] if spoken else "en"

    @property
    def problems(self):
        """The lines about files that a person should look at."""
        return [line for line in self.lines if line.is_problem]

    def file(self, chapter):
        """The file that counts for a chapter."""
        return next((line.file for line in self.lines if line.chapter == chapter), "")


@dataclass(frozen=True)
class Class:
    """Everybody, by name; how they were collected; the instructor's own points; what is to be said of the walls."""

    students: tuple[Student, ...]
    collected: object
    manual: dict
    unprotected: bool
    memory: list  # whose account of it held: (key, fields)
    answers: dict = field(default_factory=dict)  # {(student, chapter, question): digest} of answers in words
    policy: Policy = field(default_factory=Policy)
    set: tuple = ()  # the chapters that are set
    is_guessed: bool = False  # what is set follows from what was handed in
    provisional: bool = False  # totals are told though answers wait
    unknown: tuple = ()  # names in the policy's extensions that are nobody's
    submissions: dict = field(default_factory=dict)  # {(student, chapter): the Submission that counts}

    @property
    def chapters(self):
        """The chapters that count for somebody, in the order of the course."""
        return [c for c in course.stems() if any(c in student.results for student in self.students)]

    @property
    def of(self):
        """All points of what is set."""
        return self.policy.possible(self.set)

    def has_total(self, student):
        """Whether a student's total may be told: nothing waits to be read, or it is asked for all the same."""
        return bool(student.results) and (self.provisional or not student.waiting)


def set_chapters(students, policy, chapter=None):
    """(the chapters that are set, whether that is a guess): the policy's, the one asked for, else what at least half
    of those who handed something in worked on; where there is no such chapter, all.

    Each student's total is of these, and where it is a guess also of what else they handed in.
    """
    told = policy.chapters or ((chapter,) if chapter else ())
    active = [student for student in students if student.results]
    found = [c for c in course.stems() if any(c in s.results for s in active)]
    usual = [c for c in found if 2 * sum(c in s.results for s in active) >= len(active)]
    chapters = tuple(told or usual or found)
    for student in students:
        student.set = chapters if told else tuple(c for c in course.stems() if c in chapters or c in student.results)
    return chapters, not told


def students_of(collected, lines, results):
    """The students by name. `results` are (what counts, its Result)."""
    class_ = {}
    for submission in collected.submissions:
        student = class_.setdefault(submission.student, Student(submission.student))
        student.number = student.number or submission.number
    for line in lines:
        class_.setdefault(line.student, Student(line.student)).lines.append(line)
    for counts, result in results:
        class_[counts.submission.student].results[counts.chapter] = result
    for student in class_.values():
        student.results = dict(sorted(student.results.items()))
    return tuple(class_[name] for name in sorted(class_))


def answered(students):
    """(student, chapter, question, points) of every answer in words."""
    return [(s.name, chapter, q.name, q.points) for s in students for chapter, result in s.results.items()
            for q in s.policy.questions(chapter) if result.words.get(q.name)]  # fmt: skip


def totals(class_):
    """{student: (points, or None where answers wait; a line for the platform's feedback column; its number; of)}."""
    words = lambda s: "; ".join(f"{name} {value:g}" for name, value in s.points.items() if value is not None)  # noqa: E731
    return {s.name: (s.earned if class_.has_total(s) else None, words(s), s.number, s.possible)
            for s in class_.students if s.results}  # fmt: skip
