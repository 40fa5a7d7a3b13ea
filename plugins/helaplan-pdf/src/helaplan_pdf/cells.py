"""Cells that stand so near each other that only the rows above and below tell them apart.

A blank between two words is parted from one between two cells by its width where it is very wide. Where cells are full
it is hardly wider than in a line of prose, or there is no blank in the file, though all other words have one; but then
a word begins exactly where cells of other rows do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from helaplan_pdf.glyphs import Glyph

#: A blank this wide, in sizes of the letters, may lie between two cells; between words it is about a quarter.
_CELLS = 0.42
#: So wide is the gap where the file has no blank, though it has them between words.
_BARE = 0.12
#: Letters set this wide stand apart without being words.
_SPACED = 0.08
#: Cells begin at the same place when they are this near, in points.
_SAME = 0.8
#: In so many other rows a cell begins at that place, and how many rows up or down they may stand.
_ROWS, _FAR = 2, 15

Groups = list[list[Glyph]]


def by_columns(rows: Sequence[Groups]) -> list[Groups]:
    """The same rows with stretches parted where a word begins at the place of a column.

    Such a place is where stretches of at least two rows near it begin, one of them not the first of its row.
    """
    # A file that sets every word by itself has no blanks, and says nothing by having none.
    blanks = sum(glyph.text.isspace() for groups in rows for group in groups for glyph in group) * 2 >= len(rows)
    starts = [[_x(group) for group in groups] for groups in rows]
    return [_parted(groups, _columns(starts, place), bare=blanks) for place, groups in enumerate(rows)]


def _x(group: Sequence[Glyph]) -> float:
    return group[0].x


def _columns(starts: Sequence[Sequence[float]], place: int) -> list[float]:
    """Where stretches begin in the rows near this one; in one row at least another stretch stands before."""
    near = range(max(0, place - _FAR), min(len(starts), place + _FAR + 1))
    found = Counter(round(x / _SAME) for other in near if other != place for x in starts[other])
    later = {round(x / _SAME) for other in near if other != place for x in starts[other][1:]}
    return [key * _SAME for key in later if found[key] + found.get(key - 1, 0) + found.get(key + 1, 0) >= _ROWS]


def _parted(groups: Groups, columns: Sequence[float], *, bare: bool) -> Groups:
    if not columns:
        return groups
    return [part for group in groups for part in _cells(group, columns, bare=bare)]


def _cells(group: list[Glyph], columns: Sequence[float], *, bare: bool) -> Groups:
    """A stretch as one or more, parted before each word that begins in a column after a blank of some width.

    `bare`: where the file has no blank, a narrow gap will do.
    """
    least = _BARE if bare and not _is_spaced(group) else _CELLS
    made: Groups = [[]]
    last: Glyph | None = None
    blank = False
    for glyph in group:
        if glyph.text.isspace():
            blank = True
        else:
            gap = glyph.x - last.right if last is not None else 0.0
            wide = gap >= (_CELLS if blank else least) * glyph.size
            if wide and any(abs(glyph.x - column) <= 1.5 * _SAME for column in columns):
                made.append([])
            last, blank = glyph, False
        made[-1].append(glyph)
    return made


def _is_spaced(group: Sequence[Glyph]) -> bool:
    """Whether the letters of a stretch stand apart, as in titles."""
    gaps = [
        (after.x - before.right) / after.size
        for before, after in pairwise(group)
        if not before.text.isspace() and not after.text.isspace()
    ]
    return bool(gaps) and median(gaps) > _SPACED
