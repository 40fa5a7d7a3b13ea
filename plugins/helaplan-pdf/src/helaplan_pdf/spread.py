"""Tables without upright rules whose cells run over several lines.

Where each row of a table is one line, helaplan's layout sees the columns itself. Where cells are wrapped, only the
space between the rows (or a level rule) tells which lines make one row, and that is known here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from helaplan_pdf.ruled import Rule
from helaplan_pdf.stretches import Row, Stretch

#: Starts this near are one column, in sizes.
_NEAR = 0.6
#: Two lines further apart than this many of the smallest distances are in two rows.
_LOOSE = 1.22
#: So far apart at most are the lines of a table, in sizes.
_FAR = 4.0
_NUMBER = re.compile(r"\d{1,3}|[ivx]{1,4}")


@frozen
class Spread:
    """A table: which rows of the page it takes, and its own rows, each the stretches of its columns."""

    taken: tuple[Row, ...]
    rows: tuple[tuple[tuple[Stretch, ...], ...], ...]


def spreads(given: Sequence[Row], rules: Sequence[Rule]) -> list[Spread]:
    """The tables with wrapped cells among these rows, from top to bottom."""
    made = []
    place = 0
    while place < len(given):
        end, columns = _region(given, place)
        table = _table(given[place:end], columns, rules) if columns else None
        if table is not None:
            made.append(table)
        place = end if table is not None else place + 1
    return made


def _region(given: Sequence[Row], start: int) -> tuple[int, list[float]]:
    """Where the rows end that begin at `start` and keep to columns, and where the columns begin; none: no table."""
    size = given[start].size
    end = start + 1
    while end < len(given) and given[end - 1].y - given[end].y <= _FAR * size and abs(given[end].size - size) < 1.6:
        end += 1
    several = [row for row in given[start:end] if len(row.stretches) > 1]
    starts = Counter(round(each.x) for row in several for each in row.stretches)
    columns: list[float] = []
    for x in sorted(starts):
        near = sum(starts.get(x + off, 0) for off in (-1, 0, 1))
        if near >= 3 and (not columns or x - columns[-1] > _NEAR * size):
            columns.append(float(x))
    if len(columns) < 2:
        return start + 1, []
    last = start
    while last < end and _keeps(given[last], columns, size):
        last += 1
    return max(last, start + 1), columns


def _keeps(row: Row, columns: Sequence[float], size: float) -> bool:
    """True where each stretch begins in a column and ends before the next one."""
    for each in row.stretches:
        place = _column(each, columns, size)
        if place is None or abs(each.x - columns[place]) > _NEAR * size:
            return False
        if place + 1 < len(columns) and each.right > columns[place + 1] - 0.3 * size:
            return False
    return True


def _column(stretch: Stretch, columns: Sequence[float], size: float) -> int | None:
    before = [place for place, start in enumerate(columns) if start <= stretch.x + _NEAR * size]
    return before[-1] if before else None


def _table(given: Sequence[Row], columns: Sequence[float], rules: Sequence[Rule]) -> Spread | None:
    given = _trimmed(given)
    if sum(len(row.stretches) > 1 for row in given) < 3:
        return None
    size = given[0].size
    if _stands_between(given, columns, size):
        return None  # its space is no measure, and the lines are rows of their own
    groups = _by_rules(given, columns, rules) or _by_space(given)
    rows = []
    for group in groups:
        cells: list[list[Stretch]] = [[] for _ in columns]
        for row in group:
            for each in row.stretches:
                cells[_column(each, columns, size) or 0].append(each)
        rows.append(tuple(tuple(cell) for cell in cells))
    wrapped = sum(any(len(cell) > 1 for cell in row) for row in rows)
    filled = sum(sum(bool(cell) for cell in row) > 1 for row in rows)
    if not wrapped or len(rows) < 3 or filled * 3 < len(rows) * 2 or _is_other(rows):
        return None
    return Spread(tuple(given), tuple(rows))


def _stands_between(given: Sequence[Row], columns: Sequence[float], size: float) -> bool:
    """Whether a cell of the first column stands alone between two rows that have none: it is set in their middle."""
    first = [_column(row.stretches[0], columns, size) == 0 for row in given]
    return any(
        first[place] and len(given[place].stretches) == 1 and not first[place - 1] and not first[place + 1]
        for place in range(1, len(given) - 1)
    )


def _by_rules(given: Sequence[Row], columns: Sequence[float], rules: Sequence[Rule]) -> list[list[Row]]:
    """Rows between level rules that go over most of the table; nothing where there are too few of them."""
    start, end = columns[0] - 3, max(row.stretches[-1].right for row in given)
    covered: Counter[int] = Counter()
    for rule in rules:
        if rule.level and given[-1].y < rule.at < given[0].y:
            covered[round(rule.at)] += round(max(0.0, min(rule.end, end) - max(rule.start, start)))
    inside = sorted((at for at, long in covered.items() if long >= 0.5 * (end - start)), reverse=True)
    if len(inside) < 2:
        return []
    groups: list[list[Row]] = [[] for _ in range(len(inside) + 1)]
    for row in given:
        groups[sum(row.y < at for at in inside)].append(row)
    return [group for group in groups if group]


def _trimmed(given: Sequence[Row]) -> Sequence[Row]:
    """The rows without single lines that stand apart before and after them: a heading, a paragraph."""
    groups = _by_space(given)
    while groups and all(len(row.stretches) == 1 for row in groups[0]):
        groups = groups[1:]
    while groups and all(len(row.stretches) == 1 for row in groups[-1]):
        groups = groups[:-1]
    return [row for group in groups for row in group]


def _by_space(given: Sequence[Row]) -> list[list[Row]]:
    """Rows with less space between their lines than there is between rows."""
    gaps = [first.y - second.y for first, second in pairwise(given)]
    # A line may stand a little lower than the one beside it in the same row: such small steps measure nothing.
    real = [gap for gap in gaps if gap >= 0.85 * given[0].size]
    if not real:
        return [list(given)]
    least = min(real)
    groups = [[given[0]]]
    for gap, row in zip(gaps, given[1:], strict=True):
        if gap > _LOOSE * least:
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups


def _is_other(rows: Sequence[Sequence[Sequence[Stretch]]]) -> bool:
    """True for what only looks like a table: labels with their values, a list of contents with its page numbers."""
    first = [row[0][-1].text for row in rows if row[0]]
    last = [row[-1][-1].text for row in rows if row[-1]]
    labels = sum(text.endswith(":") for text in first)
    numbers = sum(_NUMBER.fullmatch(text) is not None for text in last)
    return labels * 2 > len(first) or (len(rows[0]) == 2 and numbers * 2 > len(last))
