"""What is taken along as a zip: its README names nothing that it does not hold, and a link says how large it is."""

import re

from bcs_helpers.classroom.building.maps import SOURCE

TESTS = re.compile(r"^make test\b.*\n", re.MULTILINE)
FOLDER = re.compile(r"^\| `(\w+)/` \|.*\n", re.MULTILINE)  # a row about a folder
LINK = re.compile(r'<a [^>]*href="([^":]*\.zip)"[^>]*>[^<]*</a>')


def without_tests(text):
    """The commands without the one that only the whole source can obey."""
    return TESTS.sub("", text)


def readme(text, folders):
    """A README for who has these folders alone: no part, row or command about what is not there."""
    text = FOLDER.sub(lambda row: row[0] if row[1] in folders else "", SOURCE.sub("", text))
    return without_tests(text)


def content(path, folders):
    """The bytes of a file in the zip, which holds these folders."""
    if path.name in ("README.md", "README.zh.md"):
        return readme(path.read_text(encoding="utf-8"), folders).encode()
    return path.read_bytes()


def weighed(text, folder):
    """The page in this folder with the size of each zip behind the link to it."""

    def with_size(link):
        return f"{link[0]} ({round((folder / link[1]).stat().st_size / 1e6)} MB)"

    return LINK.sub(with_size, text)
