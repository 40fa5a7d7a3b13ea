"""Tables without rules: columns that are only seen by where their cells begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from helaplan.layout.lines import Line

#: Two cells begin in the same column when their left edges are this near, in widths of a letter.
_NEAR = 1.5
#: How many lines a run of rows must have, and how wide the blank before at least one of its cells must be.
_ROWS = 2
_WIDE = 3.0


def rows(lines: Sequence[Line], skip: Collection[int]) -> dict[int, tuple[str, ...]]:
    """The places of lines that are rows of a table, each with its cells; an empty text where a cell is empty.

    Columns are places where cells begin on several lines. A line is a row when it has several parts and all of them
    begin in a column, or when it has one and that begins right of the first column. `skip` are lines that can be none.
    """
    columns = _columns(lines, skip)
    if len(columns) < 2:
        return {}
    found: dict[int, tuple[str, ...]] = {}
    for place, line in enumerate(lines):
        cells = None if place in skip else _cells(line, columns)
        if cells is not None:
            found[place] = cells
    return _in_company(lines, found, columns, skip)


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
