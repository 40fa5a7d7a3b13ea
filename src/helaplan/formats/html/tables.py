"""Tables of HTML: cells over rows or columns, heads of columns, lists in cells, tables that only lay out a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, evolve, field, frozen

from helaplan.document import Block, Confidence, Heading, Table
from helaplan.findings import Place
from helaplan.formats.html.cells import entries, is_bold_cell, shown_blocks
from helaplan.formats.html.tree import Element
from helaplan.formats.html.words import text_of
from helaplan.registers.columns import is_heads

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
#: Spans beyond this are no table that anybody reads.
_WIDEST = 100
_LONGEST_HEADING = 90
_LETTERHEAD_ROWS, _LETTERHEAD_CELL = 3, 80
#: More rows than these are hardly heads of columns.
_HEAD_ROWS = 3


def is_layout(table: Element) -> bool:
    """Whether a table only puts things beside each other: chapters or tables stand in it, it has one column or row.

    Lists in its cells are lists of what the cell is about.
    """
    rows = [list(_cells(row)) for row in _rows(table)]
    if all(len(row) < 2 for row in rows):
        return True
    if any(each.tag in ("table", "dl") for each in _below(table)):
        return True
    if any(_holds_chapters(cell) for row in rows for cell in row):
        return True
    return len(rows) == 1


def is_letterhead(table: Element) -> bool:
    """Whether a table that stands above the title is the head of a letter: a few short cells, and no heads."""
    grid = _grid(table, whole=True)
    if len(grid.rows) > _LETTERHEAD_ROWS or grid.heads:
        return False
    return all(len(cell) <= _LETTERHEAD_CELL for row in grid.rows for cell in row)


def _holds_chapters(cell: Element) -> bool:
    """Whether a cell has a heading with something below it."""
    headings = [each for each in _below(cell) if each.tag in _HEADINGS]
    return bool(headings) and any(text_of([each]) for each in shown_blocks(cell) if each.tag not in _HEADINGS)


def _below(element: Element) -> Iterator[Element]:
    waiting = [each for each in element.children if isinstance(each, Element)]
    while waiting:
        each = waiting.pop()
        yield each
        waiting += [inner for inner in each.children if isinstance(inner, Element)]


def _rows(table: Element) -> Iterator[Element]:
    for each in table.children:
        if isinstance(each, Element):
            if each.tag == "tr":
                yield each
            elif each.tag in ("thead", "tbody", "tfoot"):
                yield from _rows(each)


def _cells(row: Element) -> Iterator[Element]:
    return (each for each in row.children if isinstance(each, Element) and each.tag in ("td", "th"))


#: More cells than this, a table's merged ones among them, are not made: no document has them.
_MOST_CELLS = 200_000


def _span(cell: Element, name: str) -> int:
    written = cell.get(name).strip()
    return min(max(int(written), 1), _WIDEST) if written.isascii() and written.isdigit() and len(written) < 6 else 1


@frozen
class _Held:
    """What stands in a column of a row: its texts, and whether it goes on from the row above."""

    texts: tuple[str, ...]
    goes_on: bool = False


@define(eq=False)
class _Grid:
    """The rows of a table as texts, and what is known of them.

    `falling` holds for a column how many more rows its cell covers, with its words. `sections` are the rows that are
    one cell over all columns, as a heading between rows; `heads` are those that name the columns.
    """

    rows: list[list[str]] = field(factory=list)
    merged: set[tuple[int, int]] = field(factory=set)
    falling: dict[int, tuple[int, str]] = field(factory=dict)
    sections: set[int] = field(factory=set)
    heads: set[int] = field(factory=set)
    #: What goes on reaching down from the row that is read.
    waiting: dict[int, tuple[int, str]] = field(factory=dict)
    cells: int = 0

    @property
    def header(self) -> int:
        """How many rows at the top name the columns."""
        return next(place for place in range(len(self.rows) + 1) if place not in self.heads)

    def take(self, row: Element, *, heads: bool, whole: bool) -> None:
        """Add a row. `heads`: it names the columns; `whole`: a list in a cell is one text."""
        held: list[_Held] = []
        reached: dict[int, tuple[int, str]] = {}
        self._fall(held)
        for cell in _cells(row):
            texts = (text_of(cell.children),) if whole or heads else tuple(entries(cell))
            down = _span(cell, "rowspan")
            # Spans are numbers in the file: a few letters may ask for more cells than there is memory for.
            room = max(_MOST_CELLS - self.cells, 1)
            for n in range(min(_span(cell, "colspan"), room)):
                if down > 1:
                    reached[len(held)] = (down - 1, " ".join(texts) if n == 0 else "")
                held.append(_Held(texts if n == 0 else ("",)))
            self._fall(held)
        self.cells += len(held)
        self.falling |= reached | self.waiting
        self.waiting = {}
        start = len(self.rows)
        for texts_of_line, merged in _lines(held):
            self.merged |= {(len(self.rows), column) for column in merged}
            self.rows.append(texts_of_line)
        if heads:
            self.heads.update(range(start, len(self.rows)))

    def _fall(self, held: list[_Held]) -> None:
        """Put the cells that reach down from the rows above where the next cell would stand."""
        kept: dict[int, tuple[int, str]] = {}
        while len(held) in self.falling:
            column = len(held)
            left, words = self.falling.pop(column)
            held.append(_Held((words,), goes_on=True))
            if left > 1:
                kept[column] = (left - 1, words)
        self.waiting |= kept


def _lines(held: Sequence[_Held]) -> Iterator[tuple[list[str], set[int]]]:
    """A row as one or more: a list in a cell gives a row for each item, the cells beside it going on through them.

    Lists side by side belong together only where they are equally long.
    """
    longest = max((len(each.texts) for each in held), default=0)
    if any(1 < len(each.texts) < longest for each in held):
        held = [evolve(each, texts=(" ".join(each.texts),)) for each in held]
        longest = 1
    for line in range(longest):
        cells = [each.texts[line] if len(each.texts) > 1 else each.texts[0] for each in held]
        yield (
            cells,
            {
                column
                for column, each in enumerate(held)
                if (each.goes_on and cells[column]) or (line and len(each.texts) == 1 and cells[column])
            },
        )


def read_table(element: Element, ident: str, role: str, depth: int, *, whole: bool = True) -> Table | None:
    """The table, every cell at its column; None for one without a word. `whole`: a list in a cell is one text."""
    grid = _grid(element, whole=whole)
    if not any(words for row in grid.rows for words in row):
        return None
    captions = [each for each in element.children if isinstance(each, Element) and each.tag == "caption"]
    return Table(
        rows=_padded(grid.rows),
        header=grid.header,
        caption=text_of(captions),
        merged=frozenset(grid.merged),
        id=ident,
        role=role,
        depth=depth,
        place=Place(line=element.line),
    )


def read_tables(element: Element, depth: int) -> list[Block]:
    """Somebody else's table as blocks: rows of one cell are headings between the tables that the others make."""
    grid = _grid(element, whole=False)
    table = read_table(element, "", "", depth, whole=False)
    if table is None:
        return []
    made: list[Block] = []
    start, told = 0, False
    for end in (*sorted(grid.sections), len(table.rows)):
        part = _part(table, grid, start, end, told=told)
        if part is not None:
            made.append(part)
            told = told or part.header > 0
        if end < len(table.rows):
            text = next(cell for cell in table.rows[end] if cell)
            made.append(Heading(text=text, confidence=Confidence.LIKELY, depth=depth, place=table.place))
        start = end + 1
    return made


def _part(table: Table, grid: _Grid, start: int, end: int, *, told: bool) -> Table | None:
    """The rows from `start` up to `end`; the heads of the columns hold for each part of a table.

    Heads alone, with parts to come, are told with the first of those.
    """
    rows = table.rows[start:end]
    if not any(any(row) for row in rows) or (end in grid.sections and grid.heads.issuperset(range(start, end))):
        return None
    above = [place for place in sorted(grid.heads) if place < start]
    again = [] if start in grid.heads else [table.rows[place] for place in above[:_HEAD_ROWS]]
    moved = len(again) - start
    merged = {(row + moved, column) for row, column in table.merged if start <= row < end}
    # The heads have been told; repeated they count as merged, so that no word comes twice.
    if told:
        merged |= {(row, column) for row, cells in enumerate(again) for column, cell in enumerate(cells) if cell}
    own = next(place for place in range(start, end + 1) if place not in grid.heads) - start
    caption = "" if start else table.caption
    return evolve(table, rows=(*again, *rows), header=len(again) + own, merged=frozenset(merged), caption=caption)


def _padded(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    width = max(map(len, rows))
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def _grid(element: Element, *, whole: bool) -> _Grid:
    grid = _Grid()
    rows = list(_rows(element))
    width = max((sum(_span(cell, "colspan") for cell in _cells(row)) for row in rows), default=0)
    set_off = _first_is_set_off(rows)
    for place, row in enumerate(rows):
        cells = list(_cells(row))
        told = bool(cells) and (_in_head(row, element) or all(cell.tag == "th" for cell in cells))
        section = _is_section(cells, width) and (place > 0 or _heads_follow(rows, element))
        known = is_heads([text_of(cell.children) for cell in cells])
        if section:
            grid.sections.add(len(grid.rows))
        grid.take(row, heads=not section and (told or known or (place == 0 and set_off)), whole=whole)
    return grid


def _first_is_set_off(rows: Sequence[Element]) -> bool:
    """Whether the first row is set apart from the others by being bold, as heads of columns are."""
    if len(rows) < 2:
        return False
    first = [is_bold_cell(cell) for cell in _cells(rows[0]) if text_of(cell.children)]
    others = (cell for row in rows[1:] for cell in _cells(row) if text_of(cell.children))
    return len(first) > 1 and all(first) and any(not is_bold_cell(cell) for cell in others)


def _is_section(cells: Sequence[Element], width: int) -> bool:
    """Whether a row is one cell over the whole table, as a heading between rows."""
    shown = [cell for cell in cells if text_of(cell.children)]
    if width < 2 or len(shown) != 1 or _span(shown[0], "rowspan") > 1:
        return False
    return _span(shown[0], "colspan") == width and len(text_of(shown[0].children)) <= _LONGEST_HEADING


def _heads_follow(rows: Sequence[Element], table: Element) -> bool:
    """Whether the second row names the columns, so that the first is the heading of the table."""
    if len(rows) < 3:
        return False
    cells = list(_cells(rows[1]))
    told = _in_head(rows[1], table) or all(cell.tag == "th" for cell in cells)
    return bool(cells) and (told or is_heads([text_of(cell.children) for cell in cells]))


def _in_head(row: Element, table: Element) -> bool:
    """Whether a row stands in the table's head."""
    heads = (each for each in table.children if isinstance(each, Element) and each.tag == "thead")
    return any(row is each for head in heads for each in head.children)
