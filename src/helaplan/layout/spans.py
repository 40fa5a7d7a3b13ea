"""Cells over several rows that are set in their middle: a month beside the days that it holds.

Nothing but the place of such a cell tells its rows. Where the first row of a table has none, the cells stand in the
middle of theirs; then the rows of each follow from where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Cells = tuple[str, ...]


def from_the_top(rows: Mapping[int, Cells]) -> dict[int, Cells]:
    """The rows by their places, with cells of the first column that stand in the middle moved to their first row.

    A line that holds only such a cell stands between two rows, and is left empty. Rows that don't fit come back as
    they are.
    """
    made = dict(rows)
    places = sorted(made)
    start = 0
    for end in range(1, len(places) + 1):
        if (
            end == len(places)
            or places[end] != places[end - 1] + 1
            or len(made[places[end]]) != len(made[places[start]])
        ):
            run = places[start:end]
            for place, cells in zip(run, _moved([made[place] for place in run]), strict=True):
                made[place] = cells
            start = end
    return made


def _moved(rows: Sequence[Cells]) -> Sequence[Cells]:
    """The rows of one table. The first one that is full holds the heads."""
    head = int(bool(rows) and len(rows[0]) > 2 and all(rows[0]))
    body = rows[head:]
    data = [place for place, cells in enumerate(body) if any(cells[1:])]
    if len(data) < 3 or body[data[0]][0]:
        return rows
    homes: list[tuple[int, str]] = []
    begin = 0
    for place, cells in enumerate(body):
        if not cells[0]:
            continue
        # Twice the place among the rows, so that a line between two of them has a whole number, too.
        at = sum(2 for each in data if each < place) - (0 if place in data else 1)
        if at < 2 * begin:
            return rows
        homes.append((data[begin], cells[0]))
        begin = at - begin + 1
        if begin > len(data):
            return rows
    if len(homes) < 2 or begin != len(data):
        return rows
    moved = [("", *cells[1:]) for cells in body]
    for place, words in homes:
        moved[place] = (words, *moved[place][1:])
    return [*rows[:head], *moved]
