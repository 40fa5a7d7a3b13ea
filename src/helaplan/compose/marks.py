"""Where the marks of a year wheel go: points spread within their month, stretches on lanes, labels in two columns."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from attrs import frozen

from helaplan.compose.svg import polar
from helaplan.compose.year import Entry, Mark


@frozen(kw_only=True)
class Marked:
    """A mark with the entry it belongs to and what stands in its badge."""

    entry: Entry
    mark: Mark
    badge: str
    number: int = 0


@frozen(kw_only=True)
class Zone:
    """A ring that marks are put into, between two radii around (x, y); `size` is the radius of a badge."""

    x: float
    y: float
    inner: float
    outer: float
    size: float


@frozen(kw_only=True)
class Placed:
    """A mark with its badge's place; `radius` and `place` are the same in the wheel's own measures.

    `order` is where it comes in the year (0 to 12): badges are moved from their day where there are many.
    """

    marked: Marked
    x: float
    y: float
    radius: float
    place: float
    order: float


def spread(marks: Sequence[Marked], zone: Zone) -> tuple[list[Placed], list[Marked]]:
    """Badges that touch no other, as far out and as near their day as there is room; and those without room.

    Points come first; a stretch goes to the first of its months that has room. Around the circle they follow the year.
    """
    found_in: dict[int, list[tuple[tuple[float, float], Marked]]] = {}
    left: list[Marked] = []
    taken: dict[tuple[int, int], list[tuple[float, float]]] = {}
    full: set[int] = set()
    for each in sorted(marks, key=lambda one: (len(one.mark.months), one.mark.start, one.number)):
        found = None
        for month in each.mark.months:
            if month not in full:
                found = _free_place(each, month, zone, taken)
                if found is not None:
                    found_in.setdefault(month, []).append((found, each))
                    break
                # All of the month was tried, so that the next one needn't be.
                full.add(month)
        if found is None:
            left.append(each)
            continue
        x, y = polar(zone.x, zone.y, *found)
        taken.setdefault(_cell(x, y, zone.size), []).append((x, y))
    return [placed for month in sorted(found_in) for placed in _in_order(month, found_in[month], zone)], left


def _in_order(month: int, found: Sequence[tuple[tuple[float, float], Marked]], zone: Zone) -> Iterator[Placed]:
    """The same places of a month, given anew to its marks as these follow one another: all badges are of one size."""

    def order(each: Marked) -> float:
        # What began in a month before comes first.
        return each.mark.start if int(each.mark.start) == month else float(month)

    places = sorted((place for place, _ in found), key=lambda each: (each[1], -each[0]))
    marks = sorted((each for _, each in found), key=lambda each: (order(each), each.number))
    for (radius, place), each in zip(places, marks, strict=True):
        x, y = polar(zone.x, zone.y, radius, place)
        yield Placed(marked=each, x=x, y=y, radius=radius, place=place, order=order(each))


def _free_place(
    each: Marked, month: int, zone: Zone, taken: dict[tuple[int, int], list[tuple[float, float]]]
) -> tuple[float, float] | None:
    for radius, place in _candidates(each, month, zone):
        x, y = polar(zone.x, zone.y, radius, place)
        if _is_free(x, y, zone.size, taken):
            return radius, place
    return None


def _cell(x: float, y: float, size: float) -> tuple[int, int]:
    return int(x // (2 * size + 3)), int(y // (2 * size + 3))


def _is_free(x: float, y: float, size: float, taken: dict[tuple[int, int], list[tuple[float, float]]]) -> bool:
    column, row = _cell(x, y, size)
    near = (each for dx in (-1, 0, 1) for dy in (-1, 0, 1) for each in taken.get((column + dx, row + dy), ()))
    return all(math.hypot(x - other, y - below) >= 2 * size + 3 for other, below in near)


def _candidates(each: Marked, month: int, zone: Zone) -> Iterator[tuple[float, float]]:
    """Places in a month, the outermost ring first, there the nearest to the day."""
    step = 2 * zone.size + 4
    radius = zone.outer - zone.size
    while radius >= zone.inner + zone.size:
        # The badge must not reach over the month's border: half its width in months at this radius.
        half = (zone.size + 1.5) / radius * 6 / math.pi
        low, high = month + half, month + 1 - half
        if low <= high:
            wanted = min(max(each.mark.start, low), high)
            turns = [wanted + sign * n * half / 2 for n in range(int(4 / half) + 2) for sign in (1, -1)]
            yield from ((radius, turn) for turn in dict.fromkeys(turns) if low <= turn <= high)
        radius -= step


def lanes(marks: Sequence[Marked], most: int) -> tuple[list[list[Marked]], list[Marked]]:
    """Stretches on as few lanes as they need, at most `most`; and those for which no lane is left."""
    made: list[list[Marked]] = []
    left: list[Marked] = []
    for each in sorted(marks, key=lambda one: (one.mark.start - one.mark.end, one.mark.start)):
        lane = next((lane for lane in made if not any(_meet(each.mark, other.mark) for other in lane)), None)
        if lane is None and len(made) < most:
            made.append([])
            lane = made[-1]
        (lane if lane is not None else left).append(each)
    return made, left


def _meet(one: Mark, other: Mark) -> bool:
    room = 0.45  # of a month, so that the ends of two stretches stay apart
    return any(one.start < other.end + turn + room and other.start + turn < one.end + room for turn in (-12, 0, 12))


@frozen(kw_only=True)
class Label:
    """A label beside the wheel: its badge, its height, and where its upper edge would best be.

    `place` is where the line to it leaves the wheel.
    """

    placed: Placed
    lines: tuple[str, ...]
    height: float
    wanted: float
    place: float


def column(labels: Sequence[Label], top: float, bottom: float, gap: float) -> list[tuple[Label, float]] | None:
    """The labels of one side, from top to bottom, with their upper edges; None where they don't fit in."""
    if sum(each.height + gap for each in labels) - gap > bottom - top:
        return None
    edges: list[float] = []
    at = top
    for each in labels:
        edges.append(max(at, each.wanted))
        at = edges[-1] + each.height + gap
    limit = bottom
    for n in range(len(labels) - 1, -1, -1):
        edges[n] = min(edges[n], limit - labels[n].height)
        limit = edges[n] - gap
    return list(zip(labels, edges, strict=True))
