"""Pictures as numbers: what a page without a kernel needs in order to show a figure at any place of the hand.

A picture is SVG, in parts: one for each line, area, text, legend or axis. A part is taken apart into its *kind*, the
text with a hole for each coordinate and each digit, its *points*, which fill the first, and the numbers that it *says*,
which fill the second. Between two pictures a part of one kind in both is where the points in between put it.
A number that is the value of a control is written from the control; another one is interpolated between rounded ones,
and may be wrong by one in its last digit, where two sliders move it by two. What exists on one side alone is shown as
it is on the nearer side.
explore.js does the same in the browser.
"""

import re
import zlib
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product
from json import dumps

import numpy as np

STEPS = 20  # places in a point of the page
FAR = 1600  # points: what lies beyond this far outside is put here
THIN = 0.06  # points by which a line may change when vertices are left out
PIXELS = 110 / 72  # of the page in a point
PLACE = re.compile(r'(?<=\sd=")[^"]+|(?<=\s[xy]=")[^"]+|(?<=<g transform="translate\()[^)]+')
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
USE = re.compile(r'<use xlink:href="#([^"]+)"(?: transform="translate\(([^)]*)\)( scale\([^)]*\))?")?/>')
MARKER = re.compile(r"(?<=[\"#])m[0-9a-f]{10}(?=\")")
LINE = re.compile(r'd="M ~ ~((?: L ~ ~){3,})((?: z)? ?)"')
MINUS, POINT = "-", "."


@dataclass(frozen=True)
class Part:
    """A part of a picture: the text with holes, the same whatever digits a number has, what fills the holes."""

    kind: str
    family: str
    points: np.ndarray
    said: tuple  # (value, digits in all, digits after the point) of each number


def parts(svg, glyphs):
    """The parts of a picture. `glyphs` says which glyph is which sign: {name: "0" … "9", "-" or "."}."""
    found, depth, lines = [], 0, []
    for line in svg.splitlines():
        lines.append(line)
        depth += len(re.findall(r"<(?:g|defs)\b[^/>]*>", line)) - line.count("</g>") - line.count("</defs>")
        if depth == 0:
            found.append(part("\n".join(lines), glyphs))
            lines = []
    return found


def part(text, glyphs):
    """One part, taken apart."""
    names = {}
    text = MARKER.sub(lambda name: names.setdefault(name[0], f"m{len(names)}@"), re.sub(r"<!--.*?-->\n", "", text))
    points = []

    def hole(place):
        points.extend(float(number) for number in NUMBER.findall(place[0]))
        return NUMBER.sub("~", " ".join(place[0].split()))

    text = PLACE.sub(hole, text)
    kind, family, said, digits, minus = [], [], [], "", False
    for line in [*text.splitlines(), ""]:
        use = USE.fullmatch(line)
        sign = glyphs.get(use[1], "") if use and not use[3] else ""  # a raised digit is no number of its own
        inside = sign.isdigit() or (sign == POINT and digits and POINT not in digits)
        if digits and not inside:
            said.append(number(digits, minus))
            family.append("number")
            digits, minus = "", False
        if inside:
            digits += sign
        elif sign == MINUS:
            minus = True
        else:
            minus = False
            family.append(f"{use[1]}{use[3] or ''}" if use else line)
        if use:
            where = " ".join(f"{float(x):.0f}" for x in use[2].split()) if use[2] else "0 0"
            name = use[1].rsplit("-", 1)[0] + "¤" if sign.isdigit() else use[1]
            kind.append(f'<use xlink:href="#{name}" transform="translate({where}){use[3] or ""}"/>')
        elif line:
            kind.append(line)
    return Part("\n".join(kind), "\n".join(family), np.clip(points, -FAR, FAR), tuple(said))


def number(digits, minus):
    """(value, digits in all, digits after the point) of a number as it is written."""
    whole, _, after = digits.partition(POINT)
    return (-1 if minus else 1) * float(digits), len(whole) + len(after), len(after)


def keys(picture):
    """A name for each part that finds its partner in another picture: its family, and which of the family it is."""
    seen, found = {}, []
    for one in picture:
        seen[one.family] = seen.get(one.family, 0) + 1
        found.append((one.family, seen[one.family]))
    return found


# ---- how far a picture in between is from the true one -------------------------------------------------------


def distance(true, corners, weights):
    """Pixels by which the picture between these misses the true one; infinite where parts have no partner.

    Of each curve, the distance below which 99 of 100 points lie; of the rest, the largest. A number counts by what its
    last digit differs by, as soon as that is two.
    """
    corners = [dict(zip(keys(corner), corner, strict=True)) for corner in corners]
    worst = 0.0
    for key, one in zip(keys(true), true, strict=True):
        partners = [corner.get(key) for corner in corners]
        if None in partners or any(other.kind != one.kind for other in partners):
            alike = all(other and [n[2] for n in other.said] == [n[2] for n in one.said] for other in partners)
            if not (alike and one.said):
                return np.inf
        else:
            between = sum(weight * other.points for weight, other in zip(weights, partners, strict=True))
            worst = max(worst, PIXELS * missed(one.kind, one.points, between))
        for k, (value, _, after) in enumerate(one.said):
            told = sum(weight * other.said[k][0] for weight, other in zip(weights, partners, strict=True))
            if (off := abs(told - value) * 10**after) > 1.1:
                worst = max(worst, off)
    absent = set().union(*corners) - set(keys(true))
    return np.inf if any(all(key in corner for corner in corners) for key in absent) else worst


def missed(kind, true, between):
    """Points by which curves and markers are misplaced."""
    if np.abs(true - between).max(initial=0) < 0.1:
        return 0.0
    worst, rest = 0.0, np.ones(len(true), bool)
    for line in LINE.finditer(kind):
        start = kind.count("~", 0, line.start())
        stop = start + line[0].count("~")
        rest[start:stop] = False
        path = true[start:stop].reshape(-1, 2)
        gaps = to_line(path, between[start:stop].reshape(-1, 2))
        worst = max(worst, float(np.quantile(gaps, 0.99, method="lower")))
    return max(worst, np.abs(true - between)[rest].max(initial=0))


def to_line(points, line):
    """The distance of each point from a polyline."""
    start, step = line[:-1], np.diff(line, axis=0)
    along = ((points[:, None] - start) * step).sum(-1) / np.maximum((step**2).sum(-1), 1e-12)
    foot = start + np.clip(along, 0, 1)[..., None] * step
    return np.sqrt(((points[:, None] - foot) ** 2).sum(-1).min(1))


# ---- which pictures are stored -------------------------------------------------------------------------------


class Grid:
    """The pictures at all combinations of some values of each slider, more of them where pictures change faster.

    `draw(values)` gives the picture at a tuple of values; `starts` are the values to begin with, `whole` tells whose
    values are taken all, as nothing lies between them, `finest` the least distance of two values worth the difference.
    Of sliders that are `tied` to a kink, all these are places (see Tied), and `true(places)` gives the values.
    """

    def __init__(self, draw, starts, whole, finest, tied, true):
        self.nodes = [sorted(start) for start in starts]
        self.whole, self.finest, self.tied = whole, finest, tied
        self._true = true
        self.drawn, self._draw = {}, draw
        self.cells = []
        for axis, nodes in enumerate(self.nodes):
            if not whole[axis]:
                self._push(axis, pairwise(nodes), depth=0)

    def at(self, places):
        return self._at(self._true(places))

    def _at(self, values):
        if values not in self.drawn:
            self.drawn[values] = self._draw(values)
        return self.drawn[values]

    def count(self):
        return int(np.prod([len(nodes) for nodes in self.nodes]))

    def pictures(self):
        """(values, picture) at each place of the grid, the last slider moving fastest."""
        return [(values, self._at(values)) for values in map(self._true, product(*self.nodes))]

    def refine(self):
        """Halve the cell that errs most, or tell that none errs too much."""
        self.cells.sort(key=lambda cell: cell[0])
        while self.cells and self.cells[-1][0] > GOOD:
            error, axis, low, high, depth = self.cells.pop()
            if high - low <= self.finest[axis] * (1 if np.isfinite(error) else 0.25):
                continue
            middle = (low + high) / 2
            self.nodes[axis] = sorted({*self.nodes[axis], middle})
            self._push(axis, [(low, middle), (middle, high)], depth + 1)
            return True
        return False

    def _push(self, axis, cells, depth):
        for low, high in cells:
            self.cells.append((self._error(axis, low, high, depth), axis, low, high, depth))

    def _error(self, axis, low, high, depth):
        """The largest error in a cell, seen at low, middle and high values of the other sliders.

        The middle of a tied slider may be its kink, which tells little: it is seen between that and the ends.
        """
        others = [
            [None] if k == axis else [nodes[0], *(HALVES if tied else [nodes[len(nodes) // 2]]), nodes[-1]]
            for k, (nodes, tied) in enumerate(zip(self.nodes, self.tied, strict=True))
        ]
        worst = 0.0
        for place in sorted(set(product(*others)), key=str):

            def at(value, place=place):
                return self.at(tuple(value if k == axis else other for k, other in enumerate(place)))

            for share in (0.25, 0.5, 0.75) if depth < 1 else (0.5,):
                true = at(low + share * (high - low))
                worst = max(worst, distance(true, [at(low), at(high)], [1 - share, share]))
                if worst == np.inf:
                    return worst
        return worst


HALVES = (0.5, 1.5)
GOOD = 0.7  # pixels: of two sliders together, less than two


class Tied:
    """A slider whose pictures stand at places tied to a kink: 0 is its low end, 1 the kink, 2 its high end.

    In between, place = 1 ± √(distance from the kink / distance of the end from it), so that what begins at the kink
    like a square root goes straight. `where(x)` is the kink at a value x of the slider `other`; outside the slider's
    `values` it counts as at the nearer end, nan as at the low one. `table` lists (x, kink): x are the values `along`
    and, unless these are `whole`, as many more as keep straight lines within NARROW of the slider's range.
    """

    def __init__(self, where, values, other=None, along=(0,), whole=True):
        low, high = self.ends = values[0], values[-1]
        self.other, self.kink = other, cache(lambda x: float(min(max(low, where(x)), high)))
        inner = [] if whole else [x for cell in pairwise(along) for x in self._between(*cell)]
        self.table = [(x, self.kink(x)) for x in sorted({*along, *inner})]

    def _between(self, low, high, depth=0):
        middle = (low + high) / 2
        missed = abs(self.kink(middle) - (self.kink(low) + self.kink(high)) / 2)
        if depth > 20 or (depth > 4 and missed <= NARROW * (self.ends[1] - self.ends[0])):
            return []
        return [*self._between(low, middle, depth + 1), middle, *self._between(middle, high, depth + 1)]

    def begins(self):
        """The first value of the other slider at which the kink enters the range or leaves it, or None."""
        inside = [kink not in self.ends for _, kink in self.table]
        crossed = [k for k, (before, after) in enumerate(pairwise(inside)) if before != after]
        return self.table[crossed[0] + inside[crossed[0]]][0] if crossed else None

    def inside(self):
        return any(kink not in self.ends for _, kink in self.table)

    def value(self, place, x):
        kink, end = self.kink(x), self.ends[place > 1]
        return kink + (end - kink) * (place - 1) ** 2

    def place(self, value, x):
        kink = self.kink(x)
        end = self.ends[value > kink]
        return float(1 + np.sign(value - kink) * (abs(value - kink) / (abs(end - kink) or 1)) ** 0.5)

    def packed(self):
        """[name of the other slider, its values, the kink at each], as explore.js reads them."""
        return [
            self.other,
            *([float(f"{number:.10g}") for number in column] for column in zip(*self.table, strict=True)),
        ]


NARROW = 1e-5


# ---- packed ---------------------------------------------------------------------------------------------------


def packed(sheet, blocks, digits):
    """Sheet and pictures as text for a page: base64 of deflate of one line of JSON, then the points.

    `blocks` are grids, one for each combination of choices; `digits` is {font: names of the glyphs of 0 to 9}. In the
    JSON, a kind is [text with holes, family, of each number (digits, after the point, negative), what each picture
    says, pictures, points, stride of the differences]; a picture is its place among the `scenes`, which list kinds.
    """
    drawn = [pair for block in blocks for pair in block.pictures()]
    rows = {}
    for _, picture in drawn:
        for one in picture:
            rows.setdefault(one.kind, []).append(one)
    order = {kind: place for place, kind in enumerate(rows)}
    families = {}
    for members in rows.values():
        families.setdefault(members[0].family, len(families))
    scenes = {}
    shown = [scenes.setdefault(tuple(order[one.kind] for one in picture), len(scenes)) for _, picture in drawn]
    kinds, data = [], []
    for kind, members in rows.items():
        text, points = thinned(kind, np.array([one.points for one in members]))
        kept = [k for k in range(points.shape[1]) if np.ptp(points[:, k])]
        holes = iter(range(points.shape[1]))
        text = re.sub(
            "~", lambda hole, h=holes, p=points, k=set(kept): "~" if (n := next(h)) in k else short(p[0, n]), text
        )
        said = [[value for value, *_ in one.said] for one in members] if members[0].said else []
        stride = min((1, 2), key=lambda stride, p=points[:, kept]: rough(p, stride))
        layout = [[*n[1:], n[0] < 0] for n in members[0].said]
        kinds.append([text, families[members[0].family], layout, said, len(members), len(kept), stride])
        data.append(wrapped(points[:, kept], stride).astype(np.uint16).ravel())
    links = linked(drawn, families)
    head = {
        **sheet,
        "kinds": kinds,
        "links": [links[family] for family in families],
        "scenes": list(scenes),
        "shown": shown,
        "blocks": [block.nodes for block in blocks],
        "digits": digits,
    }
    numbers = np.concatenate([np.zeros(0, np.uint16), *data])
    halves = [(numbers >> 8).astype(np.uint8).tobytes(), (numbers & 255).astype(np.uint8).tobytes()]
    return b64encode(zlib.compress(b"\n".join([dumps(head).encode(), b"".join(halves)]), 9)).decode()


def short(number):
    return f"{number / STEPS:.2f}".rstrip("0").rstrip(".")


def thinned(kind, points):
    """The kind without the vertices that no picture needs, and the points in whole steps."""
    keep, text, end = np.ones(points.shape[1], bool), [], 0
    for line in LINE.finditer(kind):
        start = kind.count("~", 0, line.start())
        stop = start + line[0].count("~")
        wanted = needed(points[:, start:stop].reshape(len(points), -1, 2))
        keep[start:stop] = np.repeat(wanted, 2)
        text += [kind[end : line.start()], 'd="M ~ ~', " L ~ ~" * (wanted.sum() - 1), line[2], '"']
        end = line.end()
    return "".join([*text, kind[end:]]), np.round(points[:, keep] * STEPS).astype(np.int16)


def needed(paths):
    """Which vertices of polylines, of one length, none can do without (Douglas and Peucker, for all at once)."""
    wanted = np.zeros(paths.shape[1], bool)
    wanted[[0, -1]] = True
    open_ = [(0, paths.shape[1] - 1)]
    while open_:
        first, last = open_.pop()
        if last - first < 2:
            continue
        start, step = paths[:, first, None], paths[:, last, None] - paths[:, first, None]
        inside = paths[:, first + 1 : last] - start
        along = np.clip((inside * step).sum(-1) / np.maximum((step**2).sum(-1), 1e-12), 0, 1)
        gaps = np.sqrt(((inside - along[..., None] * step) ** 2).sum(-1)).max(0)
        worst = int(gaps.argmax())
        if gaps[worst] > THIN:
            wanted[first + 1 + worst] = True
            open_ += [(first, first + 1 + worst), (first + 1 + worst, last)]
    return wanted


def wrapped(points, stride):
    """Differences along pictures and along vertices; as 16-bit whole numbers they may wrap, and so may the sums."""
    steps = points.astype(np.int64)
    steps[1:] = np.diff(steps, axis=0)
    steps[:, stride:] = steps[:, stride:] - steps[:, :-stride]
    return steps


def rough(points, stride):
    return np.abs(wrapped(points, stride)).sum()


def linked(drawn, families):
    """{family: for each number that it says the place of the slider whose value it is, or None}."""
    found = {}
    for values, picture in drawn:
        for one in picture:
            still = found.setdefault(one.family, [set(range(len(values))) for _ in one.said])
            for places, (value, _, after) in zip(still, one.said, strict=True):
                places -= {k for k in places if f"{float(values[k]):.{after}f}" != f"{value:.{after}f}"}
    return {family: [min(places, default=None) for places in found[family]] for family in families}
