"""Tables without rules: columns that are only seen by where their cells begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from attrs import evolve

from helaplan.layout.lines import Line, Part
from helaplan.layout.spans import from_the_top

#: Two cells begin in the same column when their left edges are this near, in widths of a letter.
_NEAR = 1.5
#: How many lines a run of rows must have, and how wide the blank before at least one of its cells must be.
_ROWS = 2
_WIDE = 3.0
#: In so many rows cells share an edge that is no left one.
_MOVED = 3
_PAGE = re.compile(r"\d{1,3}|[ivx]{1,5}")


def rows(lines: Sequence[Line], skip: Collection[int]) -> dict[int, tuple[str, ...]]:
    """The places of lines that are rows of a table, each with its cells; an empty text where a cell is empty.

    Columns are places where cells begin on several lines. A line is a row when it has several parts and all of them
    begin in a column, or when it has one and that begins right of the first column. `skip` are lines that can be none.
    """
    lines = _moved(lines, skip)
    columns = _columns(lines, skip)
    if len(columns) < 2:
        return {}
    found: dict[int, tuple[str, ...]] = {}
    for place, line in enumerate(lines):
        cells = None if place in skip else _cells(line, columns)
        if cells is not None:
            found[place] = cells
    return from_the_top(_in_company(lines, found, columns, skip))


def _moved(lines: Sequence[Line], skip: Collection[int]) -> Sequence[Line]:
    """The lines with cells of columns that are set to the right or to the middle moved to where the widest begins.

    Such cells share no left edge, but the right one or the middle. A list of contents has a column of numbers, too.
    """
    open_lines = [line for place, line in enumerate(lines) if place not in skip and len(line.parts) > 1]
    columns = _columns(lines, skip)
    loose = [
        (line, part)
        for line in open_lines
        for part in line.parts[1:]
        if part.right is not None and _column_of(part.x, columns or [-1e6], line.letter_width) is None
    ]
    homes: dict[int, float] = {}
    for edge in (_right, _middle):
        groups: dict[float, list[tuple[Line, Part]]] = {}
        for line, part in loose:
            if id(part) not in homes:
                groups.setdefault(_rounded(edge(part)), []).append((line, part))
        for at, group in groups.items():
            together = [*group, *groups.get(at + 1, [])]
            least = min(part.x for _, part in together)
            if len(together) < _MOVED or _is_contents(together) or not _is_clear(together, least):
                continue
            homes.update({id(part): least for _, part in together})
    if not homes:
        return lines
    return [
        evolve(line, parts=tuple(evolve(part, x=homes.get(id(part), part.x)) for part in line.parts)) for line in lines
    ]


def _right(part: Part) -> float:
    return part.right or 0.0


def _middle(part: Part) -> float:
    return (part.x + (part.right or part.x)) / 2


def _is_clear(group: Sequence[tuple[Line, Part]], least: float) -> bool:
    """Whether no line reaches into the column from the left, as lines of prose do that are set to both margins."""
    for line, part in group:
        before = [each for each in line.parts if each.x < part.x]
        if before and (before[-1].right or before[-1].x) > least - line.letter_width / 2:
            return False
    return True


def _is_contents(group: Sequence[tuple[Line, Part]]) -> bool:
    return all(len(line.parts) == 2 and _PAGE.fullmatch(part.text.strip()) for line, part in group)


def _columns(lines: Sequence[Line], skip: Collection[int]) -> list[float]:
    """Left edges of columns, from left to right."""
    several = [line for place, line in enumerate(lines) if place not in skip and len(line.parts) > 1]
    edges = Counter(_rounded(part.x) for line in several for part in line.parts)
    columns: list[float] = []
    for edge, count in sorted(edges.items()):
        near = count + edges.get(edge + 1, 0) + edges.get(edge - 1, 0)
        width = several[0].letter_width
        if near >= _ROWS and (not columns or edge - columns[-1] > _NEAR * width):
            columns.append(edge)
    return columns


def _rounded(x: float) -> float:
    return float(round(x))


def _column_of(x: float, columns: Sequence[float], width: float) -> int | None:
    near = min(range(len(columns)), key=lambda place: abs(columns[place] - x))
    return near if abs(columns[near] - x) <= _NEAR * width else None


def _cells(line: Line, columns: Sequence[float]) -> tuple[str, ...] | None:
    if not line.parts:
        return None
    at = [_column_of(part.x, columns, line.letter_width) for part in line.parts]
    if None in at or len(set(at)) < len(at) or (len(at) == 1 and at[0] == 0):
        return None
    cells = [""] * len(columns)
    for column, part in zip(at, line.parts, strict=True):
        if column is not None:
            cells[column] = part.text.strip()
    return tuple(cells)


def _in_company(
    lines: Sequence[Line], found: dict[int, tuple[str, ...]], columns: Sequence[float], skip: Collection[int]
) -> dict[int, tuple[str, ...]]:
    """Only rows that stand in a table: enough lines with several cells, and blanks wide enough to be meant."""
    several = [place for place in found if len(lines[place].parts) > 1]
    wide = [place for place in several if _widest(lines[place]) >= _WIDE]
    if len(several) < _ROWS or not wide:
        return {}
    # A line with one cell belongs to a table only where it touches a row with several.
    kept = set(several)
    for place in sorted(found):
        if place not in kept and (place - 1 in kept or place + 1 in kept):
            kept.add(place)
    rows_found = {place: found[place] for place in kept}
    for place, line in enumerate(lines):
        if place not in rows_found and place not in skip and place - 1 in rows_found and len(line.parts) > 1:
            loose = _loosely(line, columns)
            if loose is not None:
                rows_found[place] = loose
    for place, line in enumerate(lines):
        around = [rows_found.get(near) for near in (place - 1, place + 1)]
        if place in rows_found or place in skip or len(line.parts) != 1 or not all(around):
            continue
        # A cell over two rows stands between them, where neither has a cell of its own.
        if all(cells and not cells[0] for cells in around) and abs(line.x - columns[0]) <= _NEAR * line.letter_width:
            rows_found[place] = (line.parts[0].text.strip(), *[""] * (len(columns) - 1))
    return dict(sorted(rows_found.items()))


def _loosely(line: Line, columns: Sequence[float]) -> tuple[str, ...] | None:
    """The cells of a line right below a row where a long cell has pushed the ones after it out of their columns.

    Every cell then lies in the last column that began before it; None where two would lie in one.
    """
    cells = [""] * len(columns)
    for part in line.parts:
        began = [place for place, edge in enumerate(columns) if edge <= part.x + _NEAR * line.letter_width]
        if not began or cells[began[-1]]:
            return None
        cells[began[-1]] = part.text.strip()
    return tuple(cells) if cells[0] else None


def _widest(line: Line) -> float:
    """The widest blank between two parts, in widths of a letter."""
    ends = [part.x + len(part.text) * line.letter_width if part.right is None else part.right for part in line.parts]
    blanks = [after.x - end for end, after in zip(ends, line.parts[1:], strict=False)]
    return max(blanks, default=0.0) / line.letter_width
