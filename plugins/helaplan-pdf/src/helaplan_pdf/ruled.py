"""Rules drawn on a page, and the tables that they make."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from itertools import pairwise

from attrs import define, field, frozen
from pypdfium2 import PdfPage, raw  # type: ignore[import-untyped]

from helaplan_pdf.glyphs import Turn

#: Lines thinner than this are rules, in points.
_THIN = 2.5
_SHORTEST = 6.0
#: Edges this near are one edge.
_NEAR = 3.0
_MAX_OBJECTS = 20_000
_MAX_RULES = 4_000
_MAX_LINES = 200
_MAX_SEGMENTS = 2_000
_DOT = (1.5, 8.0)
#: A picture that is no larger than this may be a bullet.
_PICTURE = 14.0


@frozen
class Rule:
    """A straight line: horizontal or not, where it lies across its direction, and from where to where it runs."""

    level: bool
    at: float
    start: float
    end: float


@frozen
class Drawn:
    """What is drawn on a page besides text: rules, and dots that may be bullets (left, foot, right, top)."""

    rules: tuple[Rule, ...] = ()
    dots: tuple[tuple[float, float, float, float], ...] = ()


def drawn(page: PdfPage, turn: Turn) -> Drawn:
    """The rules and dots of a page. A page with very many drawings has none that mean anything."""
    many = raw.FPDFPage_CountObjects(page)
    if many > _MAX_OBJECTS:
        return Drawn()
    rules: list[Rule] = []
    dots: list[tuple[float, float, float, float]] = []
    for place in range(many):
        thing = raw.FPDFPage_GetObject(page, place)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            continue
        box = _bounds(thing, turn)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            if box is not None and all(_DOT[0] <= side <= _PICTURE for side in (box[2] - box[0], box[3] - box[1])):
                dots.append(box)
            continue
        if box is None or min(box[2] - box[0], box[3] - box[1]) < 0:
            continue
        if max(box[2] - box[0], box[3] - box[1]) <= _DOT[1]:
            if min(box[2] - box[0], box[3] - box[1]) >= _DOT[0]:
                dots.append(box)
            continue
        stroked = _stroked(thing)
        for points in _outlines(thing, turn):
            rules += _rules(points, stroked)
        if len(rules) > _MAX_RULES:
            return Drawn((), tuple(dots))
    return Drawn(tuple(rules), tuple(dots))


def _bounds(thing: object, turn: Turn) -> tuple[float, float, float, float] | None:
    edges = tuple(ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(thing, *edges):
        return None
    return turn.box(*(each.value for each in edges))


def _stroked(thing: object) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(thing, fill, stroke) and stroke.value)


def _outlines(thing: object, turn: Turn) -> list[list[tuple[float, float]]]:
    """The corners of every part of a path as shown; a part with a curve is none."""
    segments = raw.FPDFPath_CountSegments(thing)
    matrix = raw.FS_MATRIX()
    if not 2 <= segments <= _MAX_SEGMENTS or not raw.FPDFPageObj_GetMatrix(thing, matrix):
        return []
    made: list[list[tuple[float, float]]] = []
    curved: set[int] = set()
    x, y = ctypes.c_float(), ctypes.c_float()
    for place in range(segments):
        segment = raw.FPDFPath_GetPathSegment(thing, place)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == raw.FPDF_SEGMENT_MOVETO or not made:
            made.append([])
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            curved.add(len(made) - 1)
        on_page = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        made[-1].append(turn.point(*on_page))
        if raw.FPDFPathSegment_GetClose(segment):
            made[-1].append(made[-1][0])
    return [points for place, points in enumerate(made) if place not in curved]


def _rules(points: Sequence[tuple[float, float]], stroked: bool) -> list[Rule]:
    """What rules an outline is: itself where it is thin, else its sides where they are drawn."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
    if right - left <= _THIN:
        return [Rule(False, (left + right) / 2, bottom, top)] if top - bottom >= _SHORTEST else []
    if top - bottom <= _THIN:
        return [Rule(True, (top + bottom) / 2, left, right)] if right - left >= _SHORTEST else []
    made = []
    for (ax, ay), (bx, by) in pairwise(points) if stroked else ():
        if abs(ay - by) <= 0.5 and abs(ax - bx) >= _SHORTEST:
            made.append(Rule(True, (ay + by) / 2, min(ax, bx), max(ax, bx)))
        elif abs(ax - bx) <= 0.5 and abs(ay - by) >= _SHORTEST:
            made.append(Rule(False, (ax + bx) / 2, min(ay, by), max(ay, by)))
    return made


@frozen
class Grid:
    """A ruled table: the edges of its columns from left to right, of its rows from top to bottom.

    `home` gives for each row and column the row and column of the cell that it is part of, itself or the top left of
    a merged one.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    home: tuple[tuple[tuple[int, int], ...], ...]

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column at a point, None outside."""
        column = _between(x, self.xs)
        row = _between(-y, tuple(-each for each in self.ys))
        return None if column is None or row is None else self.home[row][column]


def _between(value: float, edges: Sequence[float]) -> int | None:
    return next((place for place, (low, high) in enumerate(pairwise(edges)) if low <= value < high), None)


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """The tables of at least two columns and two rows that these rules make, from top to bottom."""
    made = [_grid(group) for group in _connected(rules)]
    return sorted((each for each in made if each is not None), key=lambda grid: -grid.ys[0])


@define(eq=False)
class _Group:
    rules: list[Rule] = field(factory=list)


def _connected(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in groups that cross or touch one another, directly or through others."""
    flat = sorted((each for each in rules if each.level), key=lambda each: each.at)
    upright = [each for each in rules if not each.level]
    groups: dict[int, _Group] = {}
    for place, rule in enumerate(upright):
        group = _Group([rule])
        groups[place] = group
    flat_homes: dict[int, _Group] = {}
    for place, rule in enumerate(upright):
        for other_place, other in enumerate(flat):
            if not _cross(rule, other):
                continue
            mine, theirs = groups[place], flat_homes.get(other_place)
            if theirs is None:
                mine.rules.append(other)
                flat_homes[other_place] = mine
            elif theirs is not mine:
                theirs.rules += mine.rules
                groups.update({each: theirs for each, home in groups.items() if home is mine})
                flat_homes.update({each: theirs for each, home in flat_homes.items() if home is mine})
    seen = {id(group): group.rules for group in groups.values()}
    return list(seen.values())


def _cross(upright: Rule, level: Rule) -> bool:
    return (
        level.start - _NEAR <= upright.at <= level.end + _NEAR
        and upright.start - _NEAR <= level.at <= upright.end + _NEAR
    )


def _grid(rules: Sequence[Rule]) -> Grid | None:
    xs = _merged([rule.at for rule in rules if not rule.level])
    ys = _merged([rule.at for rule in rules if rule.level])[::-1]
    if len(xs) < 3 or len(ys) < 3 or max(len(xs), len(ys)) > _MAX_LINES:
        return None
    home: list[list[tuple[int, int]]] = [[(row, column) for column in range(len(xs) - 1)] for row in range(len(ys) - 1)]
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            above = row > 0 and not _closed(rules, True, ys[row], xs[column], xs[column + 1])
            beside = column > 0 and not _closed(rules, False, xs[column], ys[row + 1], ys[row])
            if beside:
                home[row][column] = home[row][column - 1]
            elif above:
                home[row][column] = home[row - 1][column]
    return Grid(tuple(xs), tuple(ys), tuple(map(tuple, home)))


def _merged(places: list[float]) -> list[float]:
    """Places, those that lie near one another as one, in order."""
    made: list[list[float]] = []
    for each in sorted(places):
        if made and each - made[-1][-1] <= _NEAR:
            made[-1].append(each)
        else:
            made.append([each])
    return [sum(group) / len(group) for group in made]


def _closed(rules: Sequence[Rule], level: bool, at: float, start: float, end: float) -> bool:
    """True where a rule runs along most of this edge of a cell."""
    covered = sum(
        max(0.0, min(rule.end, end) - max(rule.start, start))
        for rule in rules
        if rule.level == level and abs(rule.at - at) <= _NEAR
    )
    return covered >= 0.6 * (end - start)
