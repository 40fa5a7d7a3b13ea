"""Framed texts that stand beside the text of a page, and items that only hang out from their other lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from helaplan_pdf.ruled import Rule
from helaplan_pdf.stretches import Row

#: Edges this near are one, in points.
_NEAR = 3.0
#: A page with more upright rules than this is drawn, not framed.
_MOST_RULES = 200
#: A wider frame, in widths of the page, stands around the text, not beside it.
_WIDE = 0.6
_LEAST_ROWS = 2
#: How far the other lines of an item stand in, in sizes, and how far apart its lines may be.
_IN = (0.8, 4.5)
_FAR = 2.6
_LEAST_ITEMS = 2


@frozen
class Frame:
    """A rectangle that is drawn around something."""

    left: float
    foot: float
    right: float
    top: float

    def holds(self, x: float, right: float, y: float) -> bool:
        """Whether a stretch stands in it."""
        return self.left - _NEAR <= x and right <= self.right + _NEAR and self.foot - _NEAR <= y <= self.top


def beside(given: Sequence[Row], rules: Sequence[Rule], width: float) -> tuple[list[Row], list[list[Row]]]:
    """The rows without the texts in frames beside them, and those texts, each as rows of its own."""
    rest, boxes = list(given), []
    for frame in _frames(rules, width):
        inside = [_part(row, frame, inside=True) for row in rest]
        outside = [_part(row, frame, inside=False) for row in rest]
        held = [row for row in inside if row is not None]
        around = [row for row in outside if row is not None and frame.foot <= row.y <= frame.top]
        if len(held) >= _LEAST_ROWS and around:
            boxes.append(held)
            rest = [row for row in outside if row is not None]
    return rest, boxes


def _part(row: Row, frame: Frame, *, inside: bool) -> Row | None:
    kept = tuple(each for each in row.stretches if frame.holds(each.x, each.right, each.y) == inside)
    if len(kept) == len(row.stretches):
        return row
    return evolve(row, stretches=kept, size=max(each.size for each in kept)) if kept else None


def _frames(rules: Sequence[Rule], width: float) -> Iterator[Frame]:
    """The rectangles that four rules make, from the top."""
    upright = sorted((each for each in rules if not each.level), key=lambda each: (-each.end, each.at))
    level = [each for each in rules if each.level]
    if len(upright) > _MOST_RULES or len(level) > _MOST_RULES:
        return
    for place, first in enumerate(upright):
        for second in upright[place + 1 :]:
            alike = abs(first.start - second.start) <= _NEAR and abs(first.end - second.end) <= _NEAR
            if not alike or not _NEAR < second.at - first.at <= _WIDE * width:
                continue
            ends = (first.start, first.end)
            if all(any(_closes(rule, first.at, second.at, at) for rule in level) for at in ends):
                yield Frame(first.at, first.start, second.at, first.end)


def _closes(rule: Rule, left: float, right: float, at: float) -> bool:
    return abs(rule.at - at) <= _NEAR and abs(rule.start - left) <= _NEAR and abs(rule.end - right) <= _NEAR


def hanging(given: Sequence[Row], typed: re.Pattern[str]) -> set[int]:
    """The places of rows that begin an item without a mark: two items at least go on further in than they begin.

    Between them stand items of one line. The first lines all begin at one place, the others at another. Where a line
    begins with a mark or a label (`typed`), it is that which makes items, and no line beside it is one.
    """
    found: set[int] = set()
    place = 0
    while place < len(given):
        end = place + 1
        while end < len(given) and _alike(given[end - 1], given[end]):
            end += 1
        block = given[place:end]
        if not any(typed.match(row.stretches[0].text) for row in block):
            found |= {place + each for each in _items(block)}
        place = end
    return found


def _alike(first: Row, second: Row) -> bool:
    """Whether two rows may be lines of one list: as large, not bold, near each other, one stretch each."""
    if any(len(row.stretches) > 1 or row.stretches[0].bold for row in (first, second)):
        return False
    return abs(first.size - second.size) < 0.3 and 0 < first.y - second.y <= _FAR * second.size


def _items(rows: Sequence[Row]) -> set[int]:
    if len(rows) < _LEAST_ITEMS * 2:
        return set()
    size = rows[0].size
    starts = [row.stretches[0].x for row in rows]
    out = min(starts)
    deeper = [x for x in starts if x - out > 0.3 * size]
    if not deeper or not all(_IN[0] * size <= x - out <= _IN[1] * size for x in deeper):
        return set()
    if max(deeper) - min(deeper) > 0.3 * size or starts[0] in deeper:
        return set()
    begins = {place for place, x in enumerate(starts) if x not in deeper}
    wrapped = sum(first not in deeper and second in deeper for first, second in pairwise(starts))
    return begins if wrapped >= _LEAST_ITEMS else set()
