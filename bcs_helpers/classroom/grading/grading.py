"""A class: collect, choose what counts, mark what is not yet marked, write.

    marks/seed.txt       the seed of the inputs, drawn at the first run where none was chosen
    marks/state/         a file for each notebook marked: its result, under a digest of all that it depends on
    marks/marks.csv, class.html, handed_in.html, answers.html, pictures/, feedback/   for people; made anew at each run
    marks/manual.csv     the instructor's own: rows are appended, nothing is changed
    marks/summary.json, changes.csv, verdicts.csv   for machines, and for comparing two runs
    marks/gradebook.csv, feedback-*.zip             for a learning platform
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
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path

from ...words import say
from .. import course
from ..say import listed
from . import gradebook, manual, pages, points, readers, summary, ways_back
from .account import held, sentence
from .advice import SandboxError
from .choose import choose
from .collect import Collected, collect
from .digest import code_digest
from .policy import Policy, read_policy
from .reading import MOST as LARGEST
from .received import Times
from .results import Class, Result, answered, set_chapters, students_of, totals
from .roster import Roster
from .sandbox import Limits
from .workers import GradingError, begin, here


@dataclass(frozen=True)
class Plan:
    """What shall be marked: how the class was collected, which files count, and a Line for each file."""

    collected: Collected
    counting: list
    lines: list
    roster: Roster | None = None


def plan(handed_in, marks="marks", *, chapter=None, roster=None, most=LARGEST):
    """Collect a class and choose what counts; nothing is run.

    Raises ValueError for bad arguments, GradingError where there is nothing to mark.
    """
    handed_in, marks = Path(handed_in), Path(marks)
    if marks.resolve() == handed_in.resolve():
        raise ValueError(say("marks must be another folder than handed_in, both are {marks}", marks=marks))
    if most < 1 << 20:
        raise ValueError(say("largest must be at least 1 MB, not {most} bytes", most=most))
    roster = Roster(roster) if roster else None
    collected = collect(handed_in, most=most, skip=marks, roster=roster)
    if not collected.submissions:
        raise GradingError(say("there is no notebook (.ipynb) below {handed_in}", handed_in=handed_in))
    counting, lines = choose(collected.submissions, _chapter(chapter), most)
    return Plan(collected, counting, lines, roster)


def listing(*where, **how):
    """The lines that say what would be marked, and why."""
    planned = plan(*where, **how)
    return list(pages.listing(planned.collected, planned.lines))


@dataclass(frozen=True)
class Outcome:
    """What a run came to: the lines to tell the instructor, and {what needs a person: whose}."""

    lines: list
    needs: dict


def grade(*where, **how):
    """The lines of `run`."""
    return run(*where, **how).lines


def run(handed_in, marks="marks", *, seed=None, workers=1, limits=Limits(), isolation="bubblewrap",  # noqa: B008
        chapter=None, scheduler=None, export=None, column=None, roster=None, most=LARGEST, policy=None,
        provisional=False, only=None, minimum=None, by_hand=(), parts=1, report=lambda jobs, total: jobs):  # fmt: skip
    """Mark what counts of all that lies below `handed_in` and write `marks`; the Outcome.

    With `chapter`, notebooks of other chapters are named but not marked; with `only`, those of everybody else are
    left as they are. `policy` is a file, by default policy.toml beside `handed_in`. `minimum` is the number of
    points below which a student is named. `provisional` tells totals though answers wait to be read. `by_hand` are
    files with points of readers, beside those in `marks`; `parts` is among how many readers the answers are split.

    Raises ValueError for bad arguments, GradingError or SandboxError where marking is not possible.
    """
    _check(limits, workers, isolation, parts, minimum)
    handed_in, marks = Path(handed_in), Path(marks)
    policy_file = Path(policy) if policy else _beside(handed_in)
    rules = read_policy(policy_file) if policy_file else Policy()
    planned = plan(handed_in, marks, chapter=chapter, roster=roster, most=most)
    (marks / "state").mkdir(parents=True, exist_ok=True)
    _try_tables(marks, by_hand, export, column)
    times = _times(rules, export, planned.roster)
    seed = _seed(marks / "seed.txt", seed)
    secret = tuple(str(path.resolve()) for path in (handed_in, marks, course.current().folder.parent))
    settings = {"seed": seed, "limits": limits, "isolation": isolation, "secret": secret, "most": most}
    settings["neighbours"] = bool(scheduler) or workers > 1
    name = _one(planned, only) if only else None
    results = _marked(planned.counting, marks, settings, scheduler or workers, report, name)
    class_ = _class(planned, results, marks, settings, rules, times, _chapter(chapter), provisional, by_hand)
    names = [name] if name else [s.name for s in class_.students]
    pages.write_all(marks, class_, write, name)
    shown = readers.take_out_pictures(marks, class_.students, class_.submissions, most, write)
    readers.write(marks, class_, write, readers.secret_of(seed), shown, parts)
    unfit = pages.unfit_rows(class_)
    needed = _of_one(summary.needs(class_, unfit), name)
    lines = list(pages.tell(marks, class_, unfit))
    if export:
        told = _fill_gradebook(marks / "gradebook.csv", class_, names, export, column)
        lines += told.lines
        needed |= {"gradebook": told.nobody} if told.nobody else {}
    lines += ways_back.write_zips(marks, class_, names, write)
    if minimum is not None and (below := [s.name for s in class_.students if s.name in names and s.earned < minimum]):
        needed["below_minimum"] = below
        lines.append(say("below {minimum:g} points: {names}", minimum=minimum, names=listed(below)))
    lines[1:1] = _told_of(marks, class_, planned, settings, policy_file, needed)
    return Outcome([*lines, *map(sentence, class_.memory)], needed)


def _try_tables(marks, by_hand, export, column):
    """Read every table that will be needed: what is wrong in one is told before the work begins."""
    for path in (marks / manual.OWN, *manual.files(marks, by_hand)):
        manual.read(path)
    if export:
        gradebook.fill(export, {}, column)


def _fill_gradebook(path, class_, names, export, column):
    """Write the platform's table with the totals of these students; what is Told of it."""
    found = {student: total for student, total in totals(class_).items() if student in names}
    data, told = gradebook.fill(export, found, column)
    write(path, data)
    return told._replace(lines=[say("wrote {name}", name=path), *told.lines])


def _beside(handed_in):
    """policy.toml beside what was handed in, if there is one."""
    found = handed_in.resolve().parent / "policy.toml"
    return found if found.is_file() else None


def _times(rules, export, roster):
    """The table of when things arrived: the policy's, else the platform's worksheet, where one is given."""
    if not rules.deadlines or not (rules.times or export):
        return None
    return Times(Path(rules.times or export), roster)


def _one(planned, only):
    """The student that a name or number stands for. Raises ValueError where it is nobody's, or not one's."""
    wanted = gradebook.norm((planned.roster and planned.roster.find(only)) or only)
    people = {s.student for s in planned.collected.submissions}
    numbers = {s.student for s in planned.collected.submissions if wanted and gradebook.norm(s.number) == wanted}
    found = numbers or {name for name in people if gradebook.norm(name) == wanted}
    if len(found) != 1:
        near = get_close_matches(only, people, 3, 0.4) or sorted(people)[:3]
        told = "only must be the name or number of one who handed something in, as {near}; got {only!r}"
        raise ValueError(say(told, near=", ".join(near), only=only))
    return found.pop()


def _of_one(needed, name):
    """Of what needs a person, what is about one student."""
    if name is None:
        return needed
    return {key: [name] for key, names in needed.items() if name in names}


def _told_of(marks, class_, planned, settings, policy_file, needed):
    """Write summary.json and changes.csv; the lines about what changed."""
    digests = {(c.submission.student, c.chapter): c.digest for c in planned.counting}
    told = summary.summary(class_, digests, summary.settings_of(_depends(settings), policy_file), needed)
    told = json.loads(json.dumps(told))  # as it will be read
    changed = summary.changes(_read(marks / "summary.json"), told)
    write(marks / "summary.json", json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    write(marks / "changes.csv", summary.changes_table(changed))
    line = summary.changes_line(changed, marks / "changes.csv")
    return [line] if line else []


def _check(limits, workers, isolation, parts, minimum):
    if isolation not in {"bubblewrap", "none"}:
        raise ValueError(say("isolation must be 'bubblewrap' or 'none', not {isolation!r}", isolation=isolation))
    for name, value in asdict(limits).items():
        if not 0 < value < math.inf:
            raise ValueError(say("{name} must be larger than zero and finite, not {value}", name=name, value=value))
    if workers < 1:
        raise ValueError(say("workers must be at least 1, not {workers}", workers=workers))
    if not 1 <= parts <= 99:
        raise ValueError(say("readers must be between 1 and 99, not {parts}", parts=parts))
    if minimum is not None and not 0 <= minimum < math.inf:
        raise ValueError(say("minimum must be zero or larger, not {minimum}", minimum=minimum))


def _depends(settings):
    """What every result depends on, besides its notebook."""
    return json.dumps([code_digest(), settings["seed"], asdict(settings["limits"]), settings["isolation"]])


def _marked(counting, marks, settings, where, report, only=None):
    """{what counts: its plain result}: from the state, where it is there, else marked now; with `only`, one's alone."""
    if not isinstance(where, str) and not any((marks / "state").glob("*.json")):
        begin(settings, min(where, len(counting)))  # at a first run the libraries load while the digest is taken
    depends = _depends(settings)
    keys = {c: sha256(f"{depends}{c.chapter}\0{c.digest}".encode()).hexdigest()[:32] for c in counting}
    results = {c: stored for c, key in keys.items() if (stored := _read(marks / "state" / f"{key}.json"))}
    alike = defaultdict(list)  # the same bytes are marked once
    for counts, key in keys.items():
        if counts not in results and only in {None, counts.submission.student}:
            alike[key].append(counts)
        elif counts not in results:
            results[counts] = {"problem": ["not_now", {}]}
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


def _class(planned, results, marks, settings, rules, times, chapter, provisional, by_hand):
    """The class as it is written: what could not be marked becomes a line of its own."""
    failed = {c: tuple(r["problem"]) for c, r in results.items() if "problem" in r}
    lines = [
        replace(line, chapter=None, told=why, is_problem=True) if (why := _why_failed(failed, line)) else line
        for line in planned.lines
    ]
    found = [(c, Result.of(results[c])) for c in planned.counting if c not in failed]
    students = students_of(planned.collected, lines, found)
    for student in students:
        student.policy = rules
    manual.append(marks / manual.OWN, answered(students))
    answers, files = readers.answers_of(students), manual.files(marks, by_hand)
    given = manual.merged(manual.read(marks / manual.OWN), map(manual.read, files), answers)
    set_, guessed = set_chapters(students, rules, chapter)
    submissions = {(c.submission.student, c.chapter): c.submission for c in planned.counting}
    unknown = points.give(students, given, rules, submissions, times)
    memory = held(results.values(), settings["limits"])
    return Class(
        students, planned.collected, given, settings["isolation"] == "none", memory, answers, policy=rules, set=set_,
        is_guessed=guessed, provisional=provisional, unknown=tuple(unknown), submissions=submissions,
    )  # fmt: skip


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


__all__ = ["GradingError", "Limits", "Outcome", "SandboxError", "grade", "run"]
