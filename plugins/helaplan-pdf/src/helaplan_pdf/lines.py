"""Pages to positioned lines in reading order, for helaplan's layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from helaplan import Line, Part, join_lines
from helaplan_pdf.columns import Gutter, Strip, gutters, strips
from helaplan_pdf.pages import TURNED, Page, RuledTable, TableRow, with_spreads
from helaplan_pdf.stretches import Row, Stretch
from helaplan_pdf.tags import FIGURE

#: The gap of a line at the head of a column, in lines: nobody knows how it follows the line before.
_NEW_COLUMN = 3.0
#: A smaller difference than this between two distances is none, in lines.
_SAME = 0.12
_USUAL = 1.2


def lines_of(pages: Sequence[Page]) -> tuple[Line, ...]:
    """The lines of all pages in reading order, with page and number; the gap is counted in heights of a line."""
    known = gutters([page.rows for page in pages])
    if not known:
        pages = [with_spreads(page) for page in pages]
    read = [_pieces(page, known) for page in pages]
    pitch = Pitch.of([strip for pieces in read for strip in pieces if isinstance(strip, Strip)])
    left = min((row.stretches[0].x for page in pages for row in page.rows), default=0.0)
    made: list[Line] = []
    for number, (page, pieces) in enumerate(zip(pages, read, strict=True), 1):
        lines = list(_of_page(pieces, pitch, left))
        head = [_beside(row, what) for row, what in page.beside if row.y > page.height / 2]
        foot = [_beside(row, what) for row, what in page.beside if row.y <= page.height / 2]
        if page.turned:
            foot.append(Line(text=page.turned, beside=TURNED))
        if page.pictured:
            foot.insert(0, Line(text=page.pictured, beside=FIGURE))
        made += [evolve(each, page=number, number=at) for at, each in enumerate([*head, *lines, *foot], 1)]
    return tuple(made)


def _pieces(page: Page, known: Sequence[Gutter]) -> list[Strip | RuledTable]:
    """The strips and tables of a page in reading order; a table stands between what is above and below its top."""
    made: list[Strip | RuledTable] = []
    rest = list(page.rows)
    for table in page.tables:
        above = [row for row in rest if row.y > table.top - row.size * 0.3]
        rest = [row for row in rest if row.y <= table.top - row.size * 0.3]
        made += [*strips(above, known), table]
    boxes = [Strip(each, each[0].stretches[0].x, max(row.stretches[-1].right for row in each)) for each in page.boxes]
    return [*made, *strips(rest, known), *boxes]


@frozen
class Pitch:
    """How far apart the baselines of one paragraph stand, by the size of its letters."""

    usual: dict[float, float]

    @classmethod
    def of(cls, given: Sequence[Strip]) -> Pitch:
        """Measured from the smallest distance that is met often enough."""
        counts: dict[float, Counter[float]] = {}
        for strip in given:
            for first, second in pairwise(strip.rows):
                far = first.y - second.y
                if abs(first.size - second.size) < 0.6 and 0.9 * second.size <= far <= 2.4 * second.size:
                    counts.setdefault(round(second.size), Counter())[round(far * 2) / 2] += 1
        usual = {}
        for size, seen in counts.items():
            needed = max(2, sum(seen.values()) // 10)
            near = {far: seen[far] + seen.get(far + 0.5, 0) for far in seen}
            often = [far for far, count in near.items() if count >= needed]
            if often:
                usual[size] = min(often)
        return cls(usual)

    def gap(self, first: Row, second: Row) -> float:
        """The space between two rows beyond the usual, in lines."""
        size = min(first.size, second.size)
        usual = self.usual.get(round(size), _USUAL * size)
        # Below a large heading the small line stands further off without that being a gap.
        usual = max(usual, usual + (max(first.size, second.size) - size) * 0.3)
        gap = (first.y - second.y - usual) / usual
        return gap if gap > _SAME else 0.0


def _of_page(pieces: Sequence[Strip | RuledTable], pitch: Pitch, left: float) -> Iterator[Line]:
    for place, piece in enumerate(pieces):
        if isinstance(piece, RuledTable):
            yield from _of_table(piece)
            continue
        shift = left - piece.left if piece.left is not None else 0.0
        before: Row | None = None
        for row in piece.rows:
            gap = pitch.gap(before, row) if before is not None else _NEW_COLUMN if place else 0.0
            edge = piece.right + shift if piece.right is not None else None
            yield evolve(_line(row, shift), gap=gap, edge=edge)
            before = row


def _line(row: Row, shift: float = 0.0) -> Line:
    longest = max(row.stretches, key=lambda each: len(each.text))
    bold = sum(len(each.text) for each in row.stretches if each.bold)
    return Line(
        text=" ".join(each.text for each in row.stretches),
        x=round(row.stretches[0].x + shift, 2),
        right=round(row.stretches[-1].right + shift, 2),
        size=round(longest.size, 1),
        bold=bold * 2 > sum(len(each.text) for each in row.stretches),
        label=_label(row),
        parts=tuple(Part(round(each.x + shift, 2), each.text, round(each.right + shift, 2)) for each in row.stretches),
    )


def _label(row: Row) -> str:
    """The bold words with a colon that the row begins with, nothing where there are none."""
    first, *more = row.stretches
    alone = bool(more) and first.bold and not more[0].bold and first.text.endswith(":") and len(first.text) <= 40
    return first.text if alone else first.label


def _beside(row: Row, what: str) -> Line:
    return evolve(_line(row), beside=what)


def _of_table(table: RuledTable) -> Iterator[Line]:
    header = len(table.rows) > 1 and _is_bold(table.rows[0]) and not _is_bold(table.rows[1])
    for place, row in enumerate(table.rows):
        cells = tuple(_cell(each) for each in row.cells)
        shown = [text for column, text in enumerate(cells) if text and column not in row.merged]
        yield Line(
            text=" ".join(shown),
            x=row.x,
            cells=cells,
            merged=row.merged if place else frozenset(),
            header=header and place == 0,
            gap=0.0 if place else _NEW_COLUMN,
        )


def _cell(stretches: Sequence[Stretch]) -> str:
    text = ""
    for each in stretches:
        text = join_lines(text, each.text) if text else each.text
    return text


def _is_bold(row: TableRow) -> bool:
    held = [each for cell in row.cells for each in cell]
    return bool(held) and all(each.bold for each in held)
