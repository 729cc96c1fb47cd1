"""A class: collect, mark what is not yet marked, write.

    marks/seed.txt       the seed of the inputs, drawn at the first run where none was chosen
    marks/state/         a file for each notebook marked: its result, under a digest of all that it depends on
    marks/marks.csv, class.html, answers.html, feedback/   for people; made from the state at each run
    marks/manual.csv     the instructor's own: rows are appended, nothing is changed
    marks/time.html      seconds each notebook took, the one file that differs between runs

Stopped half-way, the next run finds the results in state/ and marks the rest. A question that changed changes
the digest, so everything of its course is marked again.
"""

import html
import json
import math
import secrets
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from .. import course
from . import gradebook, pages
from .account import told
from .collect import Unreadable, collect, read_notebook
from .digest import code_digest
from .sandbox import Limits, SandboxError
from .workers import GradingError, here


def grade(handed_in, marks="marks", *, seed=None, workers=1, limits=Limits(), isolation="bubblewrap",  # noqa: B008
          chapter=None, scheduler=None, export=None, column=None, report=lambda jobs, total: jobs):  # fmt: skip
    """Mark every notebook below `handed_in` and write `marks`; the list of lines to tell the instructor.

    With `chapter`, notebooks of other chapters are named but not marked.

    Raises ValueError for bad arguments, GradingError or SandboxError where marking is not possible.
    """
    if isolation not in {"bubblewrap", "none"}:
        raise ValueError(f"isolation must be 'bubblewrap' or 'none', not {isolation!r}")
    for name, value in asdict(limits).items():
        if not 0 < value < math.inf:
            raise ValueError(f"{name} must be larger than zero and finite, not {value}")
    if workers < 1:
        raise ValueError(f"workers must be at least 1, not {workers}")
    chapter = _chapter(chapter)
    handed_in, marks = Path(handed_in), Path(marks)
    if marks.resolve() == handed_in.resolve():
        raise ValueError(f"marks must be another folder than handed_in, both are {marks}")
    found = [s for s in collect(handed_in) if marks.resolve() not in s.path.resolve().parents]
    if not found:
        raise GradingError(f"there is no notebook (.ipynb) below {handed_in}")
    (marks / "state").mkdir(parents=True, exist_ok=True)
    gradebook.read_manual(marks / "manual.csv")  # what is wrong in a table is told before the work begins
    if export:
        gradebook.fill(export, {}, column)
    seed = _seed(marks / "seed.txt", seed)
    secret = tuple(str(path.resolve()) for path in (handed_in, marks, course.current().folder.parent))
    settings = {"seed": seed, "limits": limits, "isolation": isolation, "secret": secret}
    settings["neighbours"] = bool(scheduler) or workers > 1
    depends = json.dumps([code_digest(), seed, asdict(limits), isolation])
    results, waiting, keys, times = {}, [], set(), _read(marks / "state" / "times.json") or {}
    for submission in found:
        try:
            data = submission.read()
            if chapter and (other := read_notebook(data, submission.stem).chapter) != chapter:
                raise Unreadable(f"it is of chapter {other}, and only {chapter} is marked here")
            key = sha256(depends.encode() + submission.stem.encode() + b"\0" + data).hexdigest()[:32]
        except Unreadable as error:
            results[submission] = {"problem": str(error)}
            continue
        keys.add(key)
        stored = _read(marks / "state" / f"{key}.json")
        if stored is None:
            waiting.append((submission, key))
        else:
            results[submission] = stored
    if scheduler:
        from .cluster import marked
    else:
        marked = here
    times = {key: seconds for key, seconds in times.items() if key in keys}
    done = marked(waiting, settings, scheduler or workers)
    try:
        for submission, key, result, seconds in report(done, len(waiting)):
            results[submission] = result
            if not result.get("again"):  # else the next run tries once more
                write(marks / "state" / f"{key}.json", json.dumps(result, sort_keys=True, ensure_ascii=False, indent=1))
                times[key] = round(seconds, 3)
    finally:
        done.close()  # now, and not when it is collected: it ends the sandboxes
        if times:
            write(marks / "state" / "times.json", json.dumps(times, sort_keys=True, indent=1))
            _time_page(marks / "time.html", times, isolation)
    students, lines = pages.write_all(marks, [(s, results[s]) for s in found], isolation == "none", write)
    lines += told(results.values(), limits)
    if export:
        text, unclear = gradebook.fill(export, pages.totals(students), column)
        write(marks / "gradebook.csv", text)
        lines += [f"wrote {marks / 'gradebook.csv'}", *unclear]
    return lines


def write(path, text):
    """Write a file in one step, and only if it changes."""
    if path.exists() and path.read_bytes() == text.encode():
        return
    fresh = path.with_name(path.name + ".new")
    fresh.write_bytes(text.encode())
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
        raise ValueError(f"chapter must begin one of {', '.join(stems)}; got {name!r}")
    return fits[0] if fits else None


def _seed(path, seed):
    """The seed asked for, else the one of the last run, else a new one."""
    if seed is None and path.exists():
        try:
            return int(path.read_text())
        except ValueError:
            raise GradingError(f"{path} must hold one whole number; delete it to draw another") from None
    if seed is not None and seed < 0:
        raise ValueError(f"seed must be a whole number, zero or larger, not {seed}")
    seed = secrets.randbelow(10**9) if seed is None else seed
    write(path, f"{seed}\n")
    return seed


def _time_page(path, times, isolation):
    values = sorted(times.values())
    text = f"{len(values)} notebooks, {sum(values):.0f} s of work; median {values[len(values) // 2]:.2f} s, longest "
    text += f"{values[-1]:.2f} s." + (" Marked with --isolation=none." if isolation == "none" else "")
    write(path, f'<!doctype html><meta charset="utf-8"><body style="font:16px system-ui;margin:0">{html.escape(text)}')


__all__ = ["GradingError", "Limits", "SandboxError", "grade"]
