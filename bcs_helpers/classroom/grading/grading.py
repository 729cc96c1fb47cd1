"""A class: collect, choose what counts, mark what is not yet marked, write.

    marks/seed.txt       the seed of the inputs, drawn at the first run where none was chosen
    marks/state/         a file for each notebook marked: its result, under a digest of all that it depends on
    marks/marks.csv, class.html, handed_in.html, answers.html, pictures/, feedback/   for people; made anew at each run
    marks/manual.csv     the instructor's own: rows are appended, nothing is changed
    marks/manual-*.csv   what readers ticked on the page of answers, as they saved it
    marks/time.html      seconds each notebook took, the one file that differs between runs

Stopped half-way, the next run finds the results in state/ and marks the rest. A question that changed changes
the digest, so everything of its course is marked again.
"""

import html
import json
import math
import secrets
from collections import defaultdict
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path

from ...words import say
from .. import course
from . import gradebook, manual, pages, readers
from .account import held
from .choose import choose
from .collect import Collected, collect
from .digest import code_digest
from .reading import MOST as LARGEST
from .results import Class, Result, answered, give_points, students_of, totals
from .roster import Roster
from .sandbox import Limits, SandboxError
from .workers import GradingError, here


@dataclass(frozen=True)
class Plan:
    """What shall be marked: how the class was collected, which files count, and a Line for each file."""

    collected: Collected
    counting: list
    lines: list


def plan(handed_in, marks="marks", *, chapter=None, roster=None, most=LARGEST):
    """Collect a class and choose what counts; nothing is run.

    Raises ValueError for bad arguments, GradingError where there is nothing to mark.
    """
    handed_in, marks = Path(handed_in), Path(marks)
    if marks.resolve() == handed_in.resolve():
        raise ValueError(say("marks must be another folder than handed_in, both are {marks}", marks=marks))
    if most < 1 << 20:
        raise ValueError(say("largest must be at least 1 MB, not {most} bytes", most=most))
    collected = collect(handed_in, most=most, skip=marks, roster=Roster(roster) if roster else None)
    if not collected.submissions:
        raise GradingError(say("there is no notebook (.ipynb) below {handed_in}", handed_in=handed_in))
    counting, lines = choose(collected.submissions, _chapter(chapter), most)
    return Plan(collected, counting, lines)


def listing(*where, **how):
    """The lines that say what would be marked, and why."""
    planned = plan(*where, **how)
    return list(pages.listing(planned.collected, planned.lines))


def grade(handed_in, marks="marks", *, seed=None, workers=1, limits=Limits(), isolation="bubblewrap",  # noqa: B008
          chapter=None, scheduler=None, export=None, column=None, roster=None, most=LARGEST, by_hand=(), parts=1,
          report=lambda jobs, total: jobs):  # fmt: skip
    """Mark what counts of all that lies below `handed_in` and write `marks`; the list of lines to tell the instructor.

    With `chapter`, notebooks of other chapters are named but not marked. `by_hand` are files with points of readers,
    beside those in `marks`; `parts` is among how many readers the answers in words are split.

    Raises ValueError for bad arguments, GradingError or SandboxError where marking is not possible.
    """
    _check(limits, workers, isolation, parts)
    planned = plan(handed_in, marks, chapter=chapter, roster=roster, most=most)
    handed_in, marks = Path(handed_in), Path(marks)
    (marks / "state").mkdir(parents=True, exist_ok=True)
    for path in (marks / manual.OWN, *manual.files(marks, by_hand)):
        manual.read(path)  # what is wrong in a table is told before the work begins
    if export:
        gradebook.fill(export, {}, column)
    seed = _seed(marks / "seed.txt", seed)
    secret = tuple(str(path.resolve()) for path in (handed_in, marks, course.current().folder.parent))
    settings = {"seed": seed, "limits": limits, "isolation": isolation, "secret": secret, "most": most}
    settings["neighbours"] = bool(scheduler) or workers > 1
    results = _marked(planned.counting, marks, settings, scheduler or workers, report)
    class_ = _class(planned, results, marks, settings, by_hand)
    pages.write_all(marks, class_, write)
    submissions = {(c.submission.student, c.chapter): c.submission for c in planned.counting}
    shown = readers.take_out_pictures(marks, class_.students, submissions, most, write)
    readers.write(marks, class_, write, readers.secret_of(seed), shown, parts)
    lines = list(pages.tell(marks, class_))
    if export:
        text, unclear = gradebook.fill(export, totals(class_.students), column)
        write(marks / "gradebook.csv", text)
        lines += [say("wrote {name}", name=marks / "gradebook.csv"), *unclear]
    return lines


def _check(limits, workers, isolation, parts):
    if isolation not in {"bubblewrap", "none"}:
        raise ValueError(say("isolation must be 'bubblewrap' or 'none', not {isolation!r}", isolation=isolation))
    for name, value in asdict(limits).items():
        if not 0 < value < math.inf:
            raise ValueError(say("{name} must be larger than zero and finite, not {value}", name=name, value=value))
    if workers < 1:
        raise ValueError(say("workers must be at least 1, not {workers}", workers=workers))
    if not 1 <= parts <= 99:
        raise ValueError(say("readers must be between 1 and 99, not {parts}", parts=parts))


def _marked(counting, marks, settings, where, report):
    """{what counts: its plain result}: from the state, where it is there, else marked now."""
    depends = json.dumps([code_digest(), settings["seed"], asdict(settings["limits"]), settings["isolation"]])
    keys = {c: sha256(f"{depends}{c.chapter}\0{c.digest}".encode()).hexdigest()[:32] for c in counting}
    results = {c: stored for c, key in keys.items() if (stored := _read(marks / "state" / f"{key}.json"))}
    alike = defaultdict(list)  # the same bytes are marked once
    for counts, key in keys.items():
        if counts not in results:
            alike[key].append(counts)
    waiting = [(counts[0], key) for key, counts in alike.items()]
    kept = set(keys.values())
    times = {k: t for k, t in (_read(marks / "state" / "times.json") or {}).items() if k in kept}
    if isinstance(where, str):
        from .cluster import marked
    else:
        marked = here
    done = marked(waiting, settings, where)
    try:
        for _, key, result, seconds in report(done, len(waiting)):
            results |= dict.fromkeys(alike[key], result)
            if not result.get("again"):  # else the next run tries once more
                write(marks / "state" / f"{key}.json", json.dumps(result, sort_keys=True, ensure_ascii=False, indent=1))
                times[key] = round(seconds, 3)
    finally:
        done.close()  # now, and not when it is collected: it ends the sandboxes
        if times:
            write(marks / "state" / "times.json", json.dumps(times, sort_keys=True, indent=1))
            _time_page(marks / "time.html", times, settings["isolation"])
    return results


def _class(planned, results, marks, settings, by_hand):
    """The class as it is written: what could not be marked becomes a line of its own."""
    failed = {c: tuple(r["problem"]) for c, r in results.items() if "problem" in r}
    lines = [
        replace(line, chapter=None, told=why, is_problem=True) if (why := _why_failed(failed, line)) else line
        for line in planned.lines
    ]
    found = [(c, Result.of(results[c])) for c in planned.counting if c not in failed]
    students = students_of(planned.collected, lines, found)
    manual.append(marks / manual.OWN, answered(students))
    answers, files = readers.answers_of(students), manual.files(marks, by_hand)
    given = manual.merged(manual.read(marks / manual.OWN), map(manual.read, files), answers)
    give_points(students, given)
    memory = held(results.values(), settings["limits"])
    return Class(students, planned.collected, given, settings["isolation"] == "none", memory, answers)


def _why_failed(failed, line):
    return next((why for c, why in failed.items() if line.chapter == c.chapter and
                 (c.submission.student, c.submission.name) == (line.student, line.file)), None)  # fmt: skip


def write(path, text):
    """Write a file (text, or bytes) in one step, and only if it changes."""
    data = text if isinstance(text, bytes) else text.encode()
    if path.exists() and path.read_bytes() == data:
        return
    fresh = path.with_name(path.name + ".new")
    fresh.write_bytes(data)
    fresh.replace(path)


def _read(path):
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _chapter(name):
    """The stem that a name like "05" begins; None stays None."""
    stems = course.stems()
    fits = [stem for stem in stems if name and stem.startswith((name, f"0{name}_"))]
    if name and len(fits) != 1:
        raise ValueError(say("chapter must begin one of {stems}; got {name!r}", stems=", ".join(stems), name=name))
    return fits[0] if fits else None


def _seed(path, seed):
    """The seed asked for, else the one of the last run, else a new one."""
    if seed is None and path.exists():
        try:
            return int(path.read_text())
        except ValueError:
            raise GradingError(say("{path} must hold one whole number; delete it to draw another", path=path)) from None
    if seed is not None and seed < 0:
        raise ValueError(say("seed must be a whole number, zero or larger, not {seed}", seed=seed))
    seed = secrets.randbelow(10**9) if seed is None else seed
    write(path, f"{seed}\n")
    return seed


def _time_page(path, times, isolation):
    values = sorted(times.values())
    told = "{count} notebooks, {work:.0f} s of work; median {median:.2f} s, longest {longest:.2f} s."
    numbers = {"count": len(values), "work": sum(values), "median": values[len(values) // 2], "longest": values[-1]}
    text = say(told, **numbers)
    if isolation == "none":
        text += " " + say("Marked with --isolation=none.")
    write(path, f'<!doctype html><meta charset="utf-8"><body style="font:16px system-ui;margin:0">{html.escape(text)}')


__all__ = ["GradingError", "Limits", "SandboxError", "grade"]
