"""In which order the stretches of a page are read: line by line, or column by column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from attrs import field, frozen

from helaplan_pdf.stretches import Row, Stretch

#: Starts this near are one start, in sizes.
_NEAR = 0.6
#: A column of prose has at least this many lines, one that was seen on another page fewer.
_LINES = 4
_KNOWN_LINES = 1
#: The widest gutter between columns of prose, in sizes, and the narrowest.
_GUTTER = (0.7, 7.0)
#: How much of the wider column the narrower one is wide, at least.
_ALIKE = 0.55
#: Columns of a table hold so many cells at least, and some are as narrow as this beside the widest.
_CELLS, _NARROW = 3, 0.5
_ITEM = re.compile(r"[•●○◦▪■□·∙‣⁃➢✓–—*-]|\(?\d{1,2}[.)]|\(?[a-zåäö]\)")


def _rows(rows: Sequence[Row]) -> tuple[Row, ...]:
    return tuple(rows)


@frozen
class Strip:
    """Rows that are read one after the other, in a column that begins at `left` and whose lines reach `right`.

    `right` is None where the strip goes over the whole page.
    """

    rows: tuple[Row, ...] = field(converter=_rows)
    left: float | None = None
    right: float | None = None


@frozen
class Gutter:
    """Where a column begins, and where the one before it begins."""

    before: float
    start: float


def gutters(pages: Sequence[Sequence[Row]]) -> list[Gutter]:
    """The gutters that divide prose into columns on any of these pages, from left to right.

    Items are indented and hang, so several places may look like the left edge of one column: the one that divides
    most lines is it.
    """
    found: list[tuple[int, float, Gutter]] = []
    for rows in pages:
        size = _size(rows)
        for start in _starts(rows, size):
            lines, gutter = _gutter(rows, start, size)
            if gutter is not None:
                found.append((lines, size, gutter))
    kept: list[Gutter] = []
    for _, size, gutter in sorted(found, key=lambda each: (-each[0], each[2].start)):
        if all(abs(each.start - gutter.start) > _GUTTER[1] * size for each in kept):
            kept.append(gutter)
    return sorted(kept, key=lambda each: each.start)


def strips(rows: Sequence[Row], known: Sequence[Gutter]) -> list[Strip]:
    """The strips of a page in reading order; together they hold every stretch of every row."""
    size = _size(rows)
    made: list[Strip] = []
    waiting: list[Row] = []
    for whole, band in _bands(rows, known, size):
        if whole or not _is_divided(band, known, size):
            waiting += band
            continue
        if waiting:
            made.append(Strip(waiting))
            waiting = []
        made += _columns(band, known, size)
    if waiting:
        made.append(Strip(waiting))
    return made


def _size(rows: Sequence[Row]) -> float:
    return median(row.size for row in rows) if rows else 1.0


def _starts(rows: Sequence[Row], size: float) -> list[float]:
    """Where stretches begin, but for the first of the page."""
    xs = sorted(each.x for row in rows for each in row.stretches)
    groups: list[list[float]] = []
    for x in xs:
        if groups and x - groups[-1][0] <= _NEAR * size:
            groups[-1].append(x)
        else:
            groups.append([x])
    return [group[0] for group in groups[1:]]


def _crosses(stretch: Stretch, start: float, size: float) -> bool:
    return stretch.x < start - _NEAR * size and stretch.right > start - _GUTTER[0] * size / 2


def _gutter(rows: Sequence[Row], start: float, size: float) -> tuple[int, Gutter | None]:
    """The gutter left of a start, where prose stands on both sides of it and nothing crosses it for long enough.

    With it, how many lines it divides.
    """
    for band in _uncrossed(rows, start, size):
        stretches = [each for row in band for each in row.stretches]
        left = _nearest([each for each in stretches if each.x < start - _NEAR * size], size, last=True)
        right = _nearest([each for each in stretches if each.x >= start - _NEAR * size], size, last=False)
        if len(left) < _LINES or len(right) < _LINES - 1:
            continue
        edge, begin = max(each.right for each in left), min(each.x for each in left)
        if not _GUTTER[0] * size <= start - edge <= _GUTTER[1] * size:
            continue
        width, other = edge - begin, max(each.right for each in right) - start
        if _is_table(stretches, size) or not _goes_on([*left, *right]):
            continue
        alike = min(width, other) >= _ALIKE * max(width, other) and other <= 1.15 * (start - begin)
        if alike and width >= 8 * size and _is_prose(left, edge) and _is_prose(right, start + other):
            return len(left) + len(right), Gutter(begin, start)
    return 0, None


def _is_table(stretches: Sequence[Stretch], size: float) -> bool:
    """Whether these stand in three columns or more of which some are far narrower than the widest, as cells do."""
    columns = [each for each in _upright(stretches, size) if len(each) >= _CELLS]
    widths = [max(each.right for each in column) - column[0].x for column in columns]
    return len(widths) > 2 and min(widths) < _NARROW * max(widths)


def _goes_on(stretches: Sequence[Stretch]) -> bool:
    """Whether a line or two go on from the one above or are items: cells that are not wrapped begin each anew."""
    begun = (_ITEM.match(each.text) or each.text[:1].islower() for each in stretches)
    return sum(map(bool, begun)) >= 2


def _nearest(stretches: Sequence[Stretch], size: float, *, last: bool) -> list[Stretch]:
    """Of the columns that these stretches stand in, the first or the last: what no upright blank divides."""
    columns = _upright(stretches, size)
    return columns[-1 if last else 0] if columns else []


def _upright(stretches: Sequence[Stretch], size: float) -> list[list[Stretch]]:
    """The stretches by the columns that upright blanks divide, from left to right."""
    columns: list[list[Stretch]] = []
    reach = float("-inf")
    for each in sorted(stretches, key=lambda one: one.x):
        if not columns or each.x - reach >= _GUTTER[0] * size:
            columns.append([])
        columns[-1].append(each)
        reach = max(reach, each.right)
    return columns


def _uncrossed(rows: Sequence[Row], start: float, size: float) -> list[list[Row]]:
    bands: list[list[Row]] = [[]]
    for row in rows:
        if any(_crosses(each, start, size) for each in row.stretches):
            bands.append([])
        else:
            bands[-1].append(row)
    return [band for band in bands if band]


def _is_prose(stretches: Sequence[Stretch], edge: float) -> bool:
    """True where a third of the lines, or three, come near the right edge, as broken lines do and cells do not."""
    # Cells stand side by side; a column has one stretch on a line, but for a tab here and there.
    beside = len(stretches) - len({round(each.y) for each in stretches})
    if beside * 3 > len(stretches):
        return False
    begin = min(each.x for each in stretches)
    full = sum(each.right >= edge - 0.22 * (edge - begin) for each in stretches)
    return full >= min(3, max(2, len(stretches) // 3))


def _bands(rows: Sequence[Row], known: Sequence[Gutter], size: float) -> list[tuple[bool, list[Row]]]:
    """Rows that go over a gutter, and between them rows that don't."""
    bands: list[tuple[bool, list[Row]]] = []
    for row in rows:
        whole = not known or any(_crosses(each, gutter.start, size) for each in row.stretches for gutter in known)
        whole = whole or _is_centred(row, known, size)
        if bands and bands[-1][0] == whole:
            bands[-1][1].append(row)
        else:
            bands.append((whole, [row]))
    return bands


def _is_centred(row: Row, known: Sequence[Gutter], size: float) -> bool:
    """True for one stretch in the gutter itself, such as a page number in the middle."""
    only = row.stretches[0]
    if len(row.stretches) > 1 or not known:
        return False
    return any(
        only.x < each.start - _NEAR * size and abs((only.x + only.right) / 2 - each.start + size) <= 2 * size
        for each in known
    )


def _is_divided(band: Sequence[Row], known: Sequence[Gutter], size: float) -> bool:
    """True where text begins at a gutter in this band."""
    starts = [each.x for row in band for each in row.stretches]
    return any(
        sum(gutter.start - _NEAR * size <= x <= gutter.start + 3 * size for x in starts) >= _KNOWN_LINES
        for gutter in known
    )


def _columns(band: Sequence[Row], known: Sequence[Gutter], size: float) -> list[Strip]:
    begins = [
        min(known[0].before, *(each.x for row in band for each in row.stretches)),
        *(each.start for each in known),
    ]
    ends = [each.start - _GUTTER[0] * size for each in known]
    made = []
    for place, left in enumerate(begins):
        low = left - _NEAR * size if place else float("-inf")
        high = begins[place + 1] - _NEAR * size if place + 1 < len(begins) else float("inf")
        rows = [_part(row, low, high) for row in band]
        kept = [row for row in rows if row is not None]
        if kept:
            edge = max(each.right for row in kept for each in row.stretches)
            limit = ends[place] if place < len(ends) else left + (ends[0] - begins[0])
            made.append(Strip(kept, left, min(max(edge, left + 0.8 * (limit - left)), limit)))
    return made


def _part(row: Row, low: float, high: float) -> Row | None:
    kept = tuple(each for each in row.stretches if low <= each.x < high)
    return Row(kept, row.y, max(each.size for each in kept)) if kept else None
