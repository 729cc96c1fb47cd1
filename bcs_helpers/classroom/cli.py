"""The command `bcs`."""

import argparse
import sys


def main(arguments=None):
    """Run `bcs …`; the exit code is 0 where all is well, 1 where something drifted or failed."""
    parser = argparse.ArgumentParser(prog="bcs", description="The companion's own command.")
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="sync pairs, write exercises/, execute notebooks, write the map")
    build.add_argument("--check", action="store_true", help="change nothing; fail where something drifted")
    build.add_argument("--overwrite-exercises", action="store_true", help="also where someone has worked in exercises/")
    options = parser.parse_args(arguments)
    return _build(options)


def _build(options):
    try:
        from . import building
    except ImportError as error:
        print(
            f"bcs build needs the extra [build]: pip install -e '.[build]' ({error.name} is missing)",
            file=sys.stderr,
        )
        return 1
    try:
        root = building.find_root()
        if options.check:
            drift = building.check(root)
            print("\n".join(drift) if drift else "Everything derived is up to date.")
            return 1 if drift else 0
        changed = building.build(root, options.overwrite_exercises, report=_bar)
    except building.BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(f"wrote {name}" for name in changed) if changed else "Nothing to do.")
    return 0


def _bar(jobs, total):
    from tqdm import tqdm

    return tqdm(jobs, total=total, desc="executing", unit="notebook", disable=total == 0)
