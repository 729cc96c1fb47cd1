"""Facts that stand once, in the rows of the tasks, and what `bcs build` writes of them into the prose.

    # 05 · Solve the gap equation                the number of a title is that of its file
    # 05 · Solve the gap equation: answers       the title of solutions begins with that of their chapter
    <!-- work -->
    *95 minutes, 14 points, and one question in words · read first: …
    <!-- task: gap_ratio -->
    ## 2 · The number every weak superconductor shares (problem 1096853, 3 points, 15 min)

    <!-- minutes: 25 -->                         how long a chapter is read: the mark itself is the place of the fact
    *25 minutes · you need: …

A mark stands alone on its line. What follows it (the heading; the words up to the first ·) is written anew at each
build, so an author may leave it out of step, but not away.
"""

import re

from ...words import say
from .. import course
from ..notebooks import ENDING
from ..tasks import CourseError, Question
from ..wording.prose import NUMBER
from .pairs import BuildError

TITLE = re.compile(rf"^# (?:{NUMBER})?(.+?)(?:{ENDING})?$", re.MULTILINE)
MINUTES = re.compile(r"<!-- minutes: (\d+) -->\n\*[^·*\n]*")
WORK = re.compile(r"(<!-- work -->\n\*)[^·*\n]*")
TASK = re.compile(r"(<!-- task: (\w+) -->\n)## .*")
MARK = re.compile(r"<!-- (?:task: \w+|work|minutes: \d+) -->")
SUMS = {
    0: "{minutes} minutes, {points} points",
    1: "{minutes} minutes, {points} points, and one question in words",
    2: "{minutes} minutes, {points} points, and two questions in words",
}
MORE = "{minutes} minutes, {points} points, and {count} questions in words"


def title(notebook):
    """What a notebook is about: its title without number and ending; BuildError where it has none."""
    found = TITLE.search(notebook.cells[0].source) if notebook.cells else None
    if not found:
        raise BuildError(say("the first cell must hold a title, # …"))
    return found[1]


def minutes_to_read(notebook):
    """What the mark of a chapter says; BuildError where there is none."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and (found := MINUTES.search(cell.source)):
            return int(found[1])
    raise BuildError(say("a mark must say how long one reads, <!-- minutes: 25 -->, and below it *25 minutes …*"))


def minutes_to_solve(stem):
    """The minutes of all tasks and questions of a chapter, or None where it has none."""
    return sum(row.minutes for row in rows_of(stem)) or None


def rows_of(stem):
    """The tasks and then the questions in words of a chapter."""
    try:
        return (*course.tasks(stem), *course.questions(stem)) if stem in course.stems() else ()
    except CourseError as error:
        raise BuildError(say("course/{stem}: {error}", stem=stem, error=error)) from None


def chapter(sources, stem):
    """The sources of a chapter's cells with its number and its minutes put in."""
    sources = [_numbered(sources[0], stem), *sources[1:]]
    return [MINUTES.sub(lambda m: f"<!-- minutes: {m[1]} -->\n*{_line(_minutes(int(m[1])), m)}", s) for s in sources]


def _numbered(source, stem, title=None, ending=""):
    """The first cell with the number of the file, 05 or 14a, before its title, or before another one."""
    return TITLE.sub(lambda found: f"# {stem.partition('_')[0]} · {title or found[1]}{ending}", source, count=1)


def answers(sources, stem, chapter_title=None):
    """The sources of the cells of solutions with title, sums and headings put in.

    Raises
    ------
    BuildError : a mark names no row of this chapter, a row has no mark, or a mark has nothing below it
    """
    rows = {row.name: row for row in rows_of(stem)}
    marked = [name for source in sources for _, name in TASK.findall(source)]
    if wrong := [name for name in marked if name not in rows]:
        raise BuildError(
            say(
                "<!-- task: {wrong} --> is no row of this chapter, which has: {rows}",
                wrong=wrong[0],
                rows=", ".join(rows),
            )
        )
    if len(set(marked)) < len(marked):
        raise BuildError(say("a row is marked twice: {names}", names=", ".join(n for n in rows if marked.count(n) > 1)))
    if loose := [m[0] for s in sources for m in MARK.finditer(TASK.sub("", WORK.sub("", s)))]:
        raise BuildError(
            say("below {mark} must stand what it marks: a heading ## …, or words that begin with *", mark=loose[0])
        )
    if missing := [name for name in rows if name not in marked]:
        raise BuildError(say("no heading is marked <!-- task: {mark} -->", mark=missing[0]))
    done = []
    for position, source in enumerate(sources):
        if position == 0:
            source = _numbered(source, stem, chapter_title, ending=ENDING)
        source = WORK.sub(lambda m: m[1] + _line(_sums(stem), m), source)
        done.append(TASK.sub(lambda m: m[1] + _heading(rows[m[2]], marked.index(m[2]) + 1), source))
    return done


def _line(words, match):
    """The words, and a space where the line goes on with a ·."""
    return words + " " * (match.string[match.end() : match.end() + 1] == "·")


def _minutes(number):
    return say("{minutes} minutes", minutes=number)


def _sums(stem):
    rows = rows_of(stem)
    points = sum(row.points for row in rows if not isinstance(row, Question))
    count = sum(isinstance(row, Question) for row in rows)
    return say(SUMS.get(count, MORE), minutes=minutes_to_solve(stem) or 0, points=points, count=count)


def _heading(row, number):
    fields = {"number": number, "title": row.title, "points": row.points, "minutes": row.minutes}
    if isinstance(row, Question):
        return say("## {number} · {title} (in your own words, {points} points, {minutes} min)", **fields)
    if row.problem:
        heading = "## {number} · {title} (problem {problem}, {points} points, {minutes} min)"
        return say(heading, problem=row.problem, **fields)
    return say("## {number} · {title} ({points} points, {minutes} min)", **fields)
