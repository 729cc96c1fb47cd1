"""The roster: who is in the class, under which names, logins and numbers (`--roster names.csv`)."""

import re
from collections import Counter, defaultdict
from itertools import permutations
from pathlib import Path

from ...words import say
from . import gradebook
from .names import NOTEBOOK, chapter_in, plain, without_copy


class Roster:
    """A table with a row for each person, whatever its columns are called.

    The first cell with letters is the name to show. Whatever stands in one row only (a name, a login, a number, what
    stands before the @ of an address) is a name that this person is known by.
    """

    def __init__(self, path):
        path = Path(path)
        text, _ = gradebook.decode(path)
        rows = [[cell.strip() for cell in row] for _, row in gradebook.rows_of(path, text)]
        rows = [row for row in rows if any(row)]
        if rows and not re.search(r"[\d@]", "".join(rows[0])):  # headings
            rows = rows[1:]
        if not rows:
            raise ValueError(say("{path} holds no row below its headings: a roster has one for each person", path=path))
        self.people = _shown(rows)
        whose = defaultdict(set)
        for number, row in enumerate(rows):
            for name in _known_by(row):
                whose[name].add(number)
        self._known = {name: self.people[min(numbers)] for name, numbers in whose.items() if len(numbers) == 1}

    def find(self, *names):
        """The person known by one of these names, or None."""
        return next((self._known[key] for name in names if name and (key := gradebook.norm(name)) in self._known), None)

    def settle(self, places):
        """{(Whose, trail): person} of who is found by number or name, else by a folder or file on the trail to them.

        A folder that somebody named after another person does not count where that person is found otherwise, or in
        two places.
        """
        found = {place: person for place in set(places) if (person := self.find(place[0].number, place[0].name))}
        taken, ways = set(found.values()), defaultdict(set)
        for whose, trail in set(places) - set(found):
            for depth, part in enumerate(trail, 1):
                person = self.find(*_names_in(part))
                if person and person not in taken:
                    ways[person].add((trail[:depth], whose, trail))
                    break
        for person, places in ways.items():
            if len({way for way, *_ in places}) == 1:
                found |= {(whose, trail): person for _, whose, trail in places}
        return found


def _names_in(part):
    bare = NOTEBOOK.sub("", part)
    return chapter_in(bare)[1], without_copy(bare), re.sub(r"\.\w{1,5}$", "", bare)


def _shown(rows):
    """A name for each row that no other has."""
    words = [_with_letters(row) or [cell for cell in row if cell] for row in rows]
    shown = [plain(cells[0]) for cells in words]
    for longer in (lambda n, cells: cells[:2], lambda n, cells: cells[:3], lambda n, cells: [*cells, f"({n})"]):
        count = Counter(shown)
        shown = [name if count[name] == 1 else plain(" ".join(longer(n, cells)))
                 for n, (name, cells) in enumerate(zip(shown, words, strict=True), 1)]  # fmt: skip
    return shown


def _known_by(row):
    """What the person of a row may be called: each cell, and two of them together, as first and last name."""
    cells = [cell for cell in row if cell]
    letters = _with_letters(row)
    joined = list(permutations(letters, 2))
    parts = [pair for cell in letters if len(words := re.findall(r"\w+", cell)) == 2 for pair in permutations(words)]
    names = {*cells, *(f"{a} {b}" for a, b in joined), *(a + b for a, b in [*joined, *parts])}  # Canvas: doejane
    return {gradebook.norm(name) for name in names} - {""}


def _with_letters(row):
    return [cell for cell in row if re.search(r"[^\W\d_]", cell) and "@" not in cell]
