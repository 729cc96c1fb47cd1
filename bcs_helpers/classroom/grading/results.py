"""What came of a class: dataclasses, made from what was collected, chosen and marked; no sentence is in them."""

from collections import Counter
from dataclasses import dataclass, field

from .. import course
from . import manual as by_hand


@dataclass(frozen=True)
class TaskResult:
    """The verdict on a task: a state, the key and fields of what is said, the points, and the student's code."""

    state: str
    key: str
    fields: dict
    points: float
    code: str
    follow_on: list | None = None  # the earlier tasks with whose references it is right


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
    points: dict = field(default_factory=dict)  # {task or question: points, None where not yet read}

    @property
    def earned(self):
        """The points so far."""
        return sum(value for value in self.points.values() if value is not None)

    @property
    def possible(self):
        """All points of the chapters that count."""
        return sum(row.points for chapter in self.results for row in rows(chapter))

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

    @property
    def chapters(self):
        """The chapters that count for somebody, in the order of the course."""
        return [c for c in course.stems() if any(c in student.results for student in self.students)]

    @property
    def of(self):
        """All points of these chapters."""
        return sum(row.points for chapter in self.chapters for row in rows(chapter))


def rows(chapter):
    """All that earns points in a chapter: its tasks, then its questions in words."""
    return [*course.tasks(chapter), *course.questions(chapter)]


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
            for q in course.questions(chapter) if result.words.get(q.name)]  # fmt: skip


def give_points(students, manual):
    """Fill in everybody's points: computed ones, none for an answer not yet read; the instructor's come first."""
    for student in students:
        student.points = {}
        for chapter, result in student.results.items():
            for row in rows(chapter):
                if row.name in result.tasks:
                    computed = result.tasks[row.name].points
                else:
                    computed = None if result.words.get(row.name) else 0
                given, _ = by_hand.look_up(manual, student.name, chapter, row.name)
                student.points[row.name] = computed if given is None else given


def totals(students):
    """{student: (points, a line for the platform's feedback column, the platform's number)}."""
    words = lambda s: "; ".join(f"{name} {value:g}" for name, value in s.points.items() if value is not None)  # noqa: E731
    return {s.name: (s.earned, words(s), s.number) for s in students if s.results}
