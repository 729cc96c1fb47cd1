"""The command `bcs`."""

import argparse
import os
import sys
from contextlib import contextmanager
from pathlib import Path

from ..words import named, say, translate
from . import project
from .wording import command

ARGPARSE = (  # the words of Python's own parser, as far as somebody meets them
    *("usage: ", "options", "positional arguments", "show this help message and exit", "expected one argument"),
    *("unrecognized arguments: %s", "the following arguments are required: %s", "invalid %(type)s value: %(value)r"),
    *("argument %(argument_name)s: %(message)s", "invalid choice: %(value)r (choose from %(choices)s)"),
    "%(prog)s: error: %(message)s\n",
)


NEEDS_A_PERSON, SET_UP = 1, 2  # exit codes of bcs grade


class Parser(argparse.ArgumentParser):
    """A parser whose help is in the reader's language."""

    def add_argument(self, *names, **options):
        """An argument, its help looked up."""
        if "help" in options:
            options["help"] = translate(options["help"])
        return super().add_argument(*names, **options)


def main(arguments=None):
    """Run `bcs …`; the exit code is 0 where all is well, 1 where something drifted or failed.

    Of `bcs grade` it is 0 where all is marked, 1 where something needs a person, 2 where the set-up is at fault.
    """
    told = {text: translate(text) for text in ARGPARSE}
    argparse._ = lambda text: told.get(text, text)  # else it asks gettext, whose catalogues are compiled ones
    parser = Parser(prog="bcs", description=translate("The companion's own command."))
    commands = parser.add_subparsers(dest="command", required=True)
    _add_build(commands)
    _add_lab(commands)
    grade = _add_grade(commands)
    command.add(commands)
    for stream in (sys.stdout, sys.stderr):  # a name that the terminal has no letters for is no reason to stop
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    options, others = parser.parse_known_args(arguments)
    if options.command == "lab":
        return _lab(others, options.language)
    if options.command == "words" and not any(other.startswith("-") for other in others):
        options.what += others  # argparse takes what follows an option, as in `fill --replace 05.po`, for unknown
    elif others:
        parser.error(told["unrecognized arguments: %s"] % " ".join(others))
    if options.command == "grade" and not (options.handed_in or options.example_policy):
        grade.error(told["the following arguments are required: %s"] % "handed_in")
    if options.command == "words":
        return _words(options)
    return _grade(options) if options.command == "grade" else _build(options)


def _add_build(commands):
    parser = commands.add_parser(
        "build", help=translate("sync pairs, write exercises/, execute notebooks, write the map")
    )
    parser.add_argument("--check", action="store_true", help="change nothing; fail where something drifted")
    parser.add_argument(
        "--no-run", action="store_true", help="run only what has other code of its own: for words alone"
    )
    parser.add_argument(
        "--overwrite-exercises", action="store_true", help="also where someone has worked in exercises/"
    )
    parser.add_argument("--course", help="a folder with your own tasks instead, see docs/instructors.md")
    parser.add_argument("--language", default="en", help="derive and run the notebooks of another language, as zh")


def _add_lab(commands):
    parser = commands.add_parser(
        "lab", help=translate("open JupyterLab on the map; further options are JupyterLab's"), add_help=False
    )
    parser.add_argument("--language", default="en", help="that of another language, as zh")


def _add_grade(commands):
    parser = commands.add_parser(
        "grade", help=translate("mark a class: a folder of exercise notebooks, see docs/instructors.md")
    )
    parser.add_argument("handed_in", nargs="?", help="a folder, or a zip as a learning platform exports it")
    parser.add_argument("--marks", default="marks", help="where the results go (default: marks/)")
    parser.add_argument(
        "--seed", type=int, help="the inputs follow from this number (default: drawn once, kept in marks/)"
    )
    parser.add_argument("--chapter", help="mark only this one, as 05; other notebooks are named (default: all)")
    parser.add_argument("--course", help="a folder with your own tasks (default: the tasks of this course)")
    parser.add_argument("--list", action="store_true", help="say which file is whose and which counts; mark nothing")
    parser.add_argument("--roster", help="a CSV with a row for each student: names, logins, numbers")
    parser.add_argument("--workers", type=int, default=1, help="sandboxes side by side on this machine (default: 1)")
    parser.add_argument("--scheduler", help="a Dask cluster to use instead, as tcp://host:8786")
    parser.add_argument("--gradebook", help="a CSV exported from Canvas or Moodle, to fill in")
    parser.add_argument("--column", help="its column for the points, where that is not clear (Canvas: the assignment)")
    parser.add_argument("--policy", help="a file with your rules (default: policy.toml beside the folder)")
    parser.add_argument(
        "--example-policy", action="store_true", help="print such a file, to begin with, and do no more"
    )
    parser.add_argument("--provisional", action="store_true", help="tell totals though answers wait to be read")
    parser.add_argument("--only", metavar="NAME", help="mark this student's notebooks alone")
    parser.add_argument("--minimum", type=float, help="name who has fewer points, and end with exit code 1")
    parser.add_argument("--readers", type=int, default=1, help="split the answers in words among so many (default: 1)")
    parser.add_argument("--manual", nargs="+", default=(), metavar="FILE", help="points of readers, to be merged")
    parser.add_argument("--call-seconds", type=float, default=10.0, help="for one call of a function")
    parser.add_argument("--cell-seconds", type=float, default=30.0, help="for one cell")
    parser.add_argument("--notebook-seconds", type=float, default=180.0, help="for a whole notebook")
    parser.add_argument("--memory-megabytes", type=int, default=2048, help="for a whole notebook while it runs")
    parser.add_argument("--largest-megabytes", type=int, default=32, help="of a notebook's file (default: 32)")
    parser.add_argument(
        "--isolation", default="bubblewrap", choices=("bubblewrap", "none"), help="none: without a sandbox"
    )
    return parser


def _lab(options, language):
    from . import lab

    extras = "lab" if language == "en" else "lab,words"
    try:
        root, language, home = project.find_root(), named(language), ""
        if language != "en":
            from .wording import editions

            home = editions.home(root, language).name
            for name, why in editions.build(root, language).left.items():
                print(say("left {home}/{name}: {why}", home=home, name=name, why=why))
        return lab.main(root, options, language, home)
    except (project.NotAProject, ValueError) as error:
        print(error, file=sys.stderr)
    except ImportError as error:
        print(_needs("lab", extras, error), file=sys.stderr)
    return 1


def _grade(options):
    if options.example_policy:
        print((Path(__file__).parent / "grading" / "example_policy.toml").read_text(encoding="utf-8"), end="")
        return 0
    try:
        from .grading import grading
    except ImportError as error:
        print(_needs("grade", "grade", error), file=sys.stderr)
        return SET_UP
    try:
        with _course_in_use(options.course):
            return _marked(grading, options)
    except KeyboardInterrupt:
        print(say("Stopped. The same command goes on from here."), file=sys.stderr)
        return 130
    except (ValueError, OSError, grading.GradingError, grading.SandboxError) as error:
        print(error, file=sys.stderr)
        return SET_UP


@contextmanager
def _course_in_use(folder):
    """The course that is named, or this one; and never a folder course/ around here: it may have been handed in."""
    from . import course

    given = os.environ.get("BCS_COURSE")
    try:
        os.environ["BCS_COURSE"] = str(Path(folder).resolve() if folder else given or course.OURS.parent)
        if folder:
            course.current().refuse_doubled()
        yield
    finally:
        os.environ.pop("BCS_COURSE", None)
        os.environ |= {"BCS_COURSE": given} if given else {}


def _marked(grading, options):
    where = {"chapter": options.chapter, "roster": options.roster, "most": options.largest_megabytes << 20}
    if options.list:
        print("\n".join(grading.listing(options.handed_in, options.marks, **where)))
        return 0
    outcome = grading.run(
        options.handed_in,
        options.marks,
        seed=options.seed,
        workers=options.workers,
        limits=grading.Limits(
            options.call_seconds, options.cell_seconds, options.notebook_seconds, options.memory_megabytes << 20
        ),
        isolation=options.isolation,
        scheduler=options.scheduler,
        export=options.gradebook,
        column=options.column,
        policy=options.policy,
        provisional=options.provisional,
        only=options.only,
        minimum=options.minimum,
        by_hand=options.manual,
        parts=options.readers,
        report=lambda jobs, total: _bar(jobs, total, translate("marking")),
        **where,
    )
    print("\n".join(outcome.lines))
    return NEEDS_A_PERSON if outcome.needs else 0


def _words(options):
    try:
        return command.run(options, project.find_root())
    except project.NotAProject as error:
        print(error, file=sys.stderr)
        return 1


def _build(options):
    try:
        from . import building
    except ImportError as error:
        print(_needs("build", "build", error), file=sys.stderr)
        return 1
    if options.course:
        return _course(options)
    try:
        root = project.find_root()
        if options.check:
            drift = building.check(root)
            print("\n".join(drift) if drift else say("Everything derived is up to date."))
            return 1 if drift else 0
        language = named(options.language)
        if language == "en":
            built = building.build(root, options.overwrite_exercises, report=_bar, run=not options.no_run)
        else:
            built = building.edition(root, language, report=_bar)
    except (building.BuildError, project.NotAProject, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    _wrote(built.written)
    for name, why in built.left.items():
        told = "left {name}: {why}. Move it away, or build with --overwrite-exercises"
        print(say(told if language == "en" else "left {name}: {why}. Move it away", name=name, why=why))
    return 0


def _course(options):
    from . import handout

    try:
        changed = handout.make(options.course, options.overwrite_exercises)
    except (handout.CourseError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    _wrote(changed)
    return 0


def _wrote(names):
    print("\n".join(say("wrote {name}", name=name) for name in names) or say("Nothing to do."))


def _needs(command, extras, error):
    told = "bcs {command} needs the extra [{extras}]: pip install -e '.[{extras}]' ({name} is missing)"
    return say(told, command=command, extras=extras, name=error.name)


def _bar(jobs, total, what=None):
    from tqdm import tqdm

    unit = translate("notebook", context="unit of a progress bar")
    return tqdm(jobs, total=total, desc=what or translate("executing"), unit=unit, disable=total == 0)
