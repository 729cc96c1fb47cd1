"""The project's folder: where `bcs build` and `bcs lab` work."""

from pathlib import Path

from ..words import say

READ, SOLVE, ANSWERS = "notebooks", "exercises", "solutions"
ROOMS = (READ, ANSWERS, "bcs_helpers")


class NotAProject(Exception):
    """There is no project here; the message names the folder."""


def find_root(start=None):
    """The project's folder: the nearest one upward that holds notebooks/, solutions/ and bcs_helpers/."""
    start = Path(start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if all((folder / name).is_dir() for name in ROOMS):
            return folder
    raise NotAProject(
        say(
            "{start} is not inside a folder with {rooms}/ and {last}/",
            start=start,
            rooms="/, ".join(ROOMS[:-1]),
            last=ROOMS[-1],
        )
    )
