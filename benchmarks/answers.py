"""What it costs to open the page of answers: beside a plain page of the same answers, as text and with nothing to tick.

    python benchmarks/answers.py            200 students, all questions in words of the course
    python benchmarks/answers.py --small    20 students: does it still work?

The answers are made up, 40 to 160 words with formulas, lists and bold print in them; every tenth is one that others
gave, too. Both pages are opened in turns in one headless browser, each in a fresh process. A page is open when its
scripts have ended and two frames were drawn; memory is that of its process (shared pages shared out); a tick is a key
pressed until the count has changed. Seconds of wall time: the ratios count.
"""

import argparse
import html
import os
import random
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bcs_helpers.classroom import course  # noqa: E402
from bcs_helpers.classroom.grading import collect, grading, readers, results  # noqa: E402
from benchmarks.browsing import chromium  # noqa: E402

WORDS = ("the", "gap", "opens", "because", "pairs", "of", "electrons", "near", "the", "Fermi", "surface", "attract",
         "through", "phonons", "and", "the", "coherence", "length", "is", "larger", "than", "distance")  # fmt: skip
PIECES = (r"$\Delta = 2\hbar\omega_D e^{-1/N(0)V}$", r"$$E_k=\sqrt{\xi_k^2+\Delta^2}$$", r"$T_c$",
          r"\( \xi_0 = \hbar v_F/\pi\Delta \)", "**bold**", "\n\n- one\n- two\n\n")  # fmt: skip
PLAIN = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Answers</title><style>body { max-width: 56rem }'
    ".words { white-space: pre-wrap }</style></head><body>"
)
FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"


def a_class(students):
    """A class of which only answers in words are known."""
    draw, made = random.Random(1957), []
    for number in range(students):
        student = results.Student(f"student {number:03d}")
        for chapter in course.stems():
            words = {q.name: answer(draw) for q in course.questions(chapter)}
            student.results[chapter] = results.Result(chapter, {}, words, [], [])
        made.append(student)
    return results.Class(tuple(made), collect.Collected(()), {}, False, [], readers.answers_of(made))


def answer(draw):
    """Something that a student may have written."""
    if draw.random() < 0.1:
        return draw.choice(("I do not know.", "Because $T_c$ is low.", "See the book."))
    count = draw.randint(40, 160)
    return " ".join(draw.choice(WORDS) if draw.random() > 0.04 else draw.choice(PIECES) for _ in range(count))


def plain(path, class_):
    """The same answers as text, with the same headings."""
    parts = [PLAIN]
    for question in course.questions():
        parts.append(f"<h2>{html.escape(question.title)}</h2>")
        for student in class_.students:
            text = html.escape(student.results[question.chapter].words[question.name])
            parts.append(f'<h3>{student.name}: not yet read</h3><p class="words">{text}</p>')
    path.write_text("\n".join(parts), encoding="utf-8")


def opened(browser, path, tick):
    """(seconds until a page is open, MB of its process, seconds from a key to the tick, or None)."""
    context = browser.new_context(viewport={"width": 1100, "height": 900})
    page = context.new_page()
    page.set_default_timeout(300_000)
    begun = perf_counter()
    page.goto(path.as_uri(), timeout=300_000)
    page.evaluate(FRAMES)
    seconds, spent = perf_counter() - begun, None
    megabytes = memory(browser)
    if tick:
        page.keyboard.press("n")
        page.evaluate(FRAMES)
        begun = perf_counter()
        page.keyboard.press("1")
        page.wait_for_function("document.getElementById('count').textContent.startsWith('1 of')")
        spent = perf_counter() - begun
    context.close()
    return seconds, megabytes, spent


def memory(browser):
    """MB of the largest of the processes that show pages."""
    session = browser.new_browser_cdp_session()
    found = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return max(pss(process["id"]) for process in found if process["type"] == "renderer") / 2**10


def pss(pid):
    """kB of a process, shared pages shared out."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def main(words=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--small", action="store_true", help="20 students: does it still work?")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(words)
    students = 20 if options.small else 200
    print(f"load of the machine at the beginning: {os.getloadavg()[0]:.1f} of {os.cpu_count()} cores\n")
    with tempfile.TemporaryDirectory(prefix="bcs-bench-") as folder, chromium() as browser:
        made, ours, theirs = a_class(students), Path(folder) / "answers.html", Path(folder) / "plain.html"
        begun = perf_counter()
        readers.write(Path(folder), made, grading.write, readers.secret_of(3))
        written = perf_counter() - begun
        plain(theirs, made)
        count = students * len(course.questions())
        print(f"{count} answers: written in {written:.1f} s ({1000 * written / count:.1f} ms each)")
        rows = {ours: [], theirs: []}
        for _ in range(options.rounds):
            for path, seen in rows.items():
                seen.append(opened(browser, path, path is ours))
        for path, seen in rows.items():
            seconds, megabytes = (median(column) for column in list(zip(*seen, strict=True))[:2])
            size = path.stat().st_size / 2**20
            print(f"{path.name:<14}{size:6.1f} MB   open in {seconds:5.2f} s   {megabytes:5.0f} MB of memory")
        mine, other = ([median(column) for column in list(zip(*rows[p], strict=True))[:2]] for p in (ours, theirs))
        print(f"\n{mine[0] / other[0]:.1f}× the plain page's time, {mine[1] / other[1]:.1f}× its memory")
        print(f"a tick takes {median(row[2] for row in rows[ours]):.2f} s")
    print(f"\nload of the machine at the end: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
