"""Tables of a Word file: rows of texts, merged cells repeated, and tables that only hold the page together undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field

from helaplan_word.pieces import Piece, pieces_of
from helaplan_word.raw import RawBlock, RawCell, RawParagraph, RawRow, RawTable

Row = tuple[str, ...]
#: A table of more cells than this is no table that anybody reads.
_MOST_CELLS = 200_000
_LETTERHEAD_ROWS, _LETTERHEAD_CELL = 3, 80


@define(eq=False)
class Grid:
    """The texts of a table row by row, each row equally long.

    `header` is where the heads of the columns end.
    `merged` holds for a row the columns that go on from the row above; `sections` are rows of one cell over all
    columns.
    """

    rows: list[Row] = field(factory=list)
    merged: dict[int, set[int]] = field(factory=dict)
    header: int = 0
    sections: set[int] = field(factory=set)

    @property
    def first(self) -> int:
        """The first row of the table itself: it may have its heading in the row before."""
        return int(0 in self.sections)


def is_frame(table: RawTable) -> bool:
    """Whether a table only puts text in its place: one row, one column, or headings with text inside its cells."""
    if len(table.rows) <= 1 or all(len(row.cells) == 1 for row in table.rows):
        return True
    if len(table.rows) * max(_width(row) for row in table.rows) > _MOST_CELLS:
        return True
    return any(_holds_chapters(cell) for row in table.rows for cell in row.cells)


def is_letterhead(table: RawTable) -> bool:
    """Whether a table that stands above the title is the head of a letter: a few short cells, and no heads."""
    cells = [cell for row in table.rows for cell in row.cells]
    if len(table.rows) > _LETTERHEAD_ROWS or any(row.header for row in table.rows):
        return False
    return all(len(text_of(cell)) <= _LETTERHEAD_CELL for cell in cells) and not _is_set_off(table.rows)


def _width(row: RawRow) -> int:
    return row.skipped + sum(cell.span for cell in row.cells)


def _holds_chapters(cell: RawCell) -> bool:
    shown = [each for each in cell.blocks if not isinstance(each, RawParagraph) or each.text]
    return len(shown) > 1 and any(isinstance(each, RawParagraph) and each.style.heading for each in shown)


def contents(table: RawTable) -> Iterator[RawBlock]:
    """What stands in the cells of a table, in reading order."""
    for row in table.rows:
        for cell in row.cells:
            if not cell.goes_on:
                yield from cell.blocks


def paragraphs_in(blocks: Sequence[RawBlock]) -> Iterator[RawParagraph]:
    """The paragraphs among blocks, those within tables and text boxes too."""
    for each in blocks:
        if isinstance(each, RawTable):
            yield from paragraphs_in(list(contents(each)))
        else:
            yield each
            yield from paragraphs_in(each.boxes)


def text_of(cell: RawCell) -> str:
    """The words of a cell in one line."""
    return " ".join(each.text for each in paragraphs_in(cell.blocks) if each.text and not each.beside)


def grid_of(table: RawTable) -> Grid:
    """The table's texts. A list inside a cell becomes rows of its own, the cells beside it going on through them."""
    width = max(_width(row) for row in table.rows)
    made = Grid()
    open_cells: list[str] = [""] * width
    for number, row in enumerate(table.rows):
        start = len(made.rows)
        lines = _lines(row, width, open_cells)
        for offset, (texts, merged) in enumerate(lines):
            made.rows.append(texts)
            if merged:
                made.merged[start + offset] = merged
        if _is_section(row, width) and (number or len(table.rows) > 2):
            made.sections.add(start)
        elif row.header and made.header in (start, made.first):
            made.header = len(made.rows)
    if made.header <= made.first and (_is_set_off(table.rows[made.first :]) or made.first + 1 in made.sections):
        # What stands right above the first heading between the rows are the heads of the columns of all of them.
        made.header = made.first + 1
    return made


def _lines(row: RawRow, width: int, open_cells: list[str]) -> list[tuple[Row, set[int]]]:
    """A row of the table as one or more rows of texts, each with the columns that go on from above."""
    columns: list[tuple[int, list[str], bool]] = []
    place = row.skipped
    for cell in row.cells:
        texts = [open_cells[place]] if cell.goes_on else _entries(cell)
        columns.append((place, texts, cell.goes_on))
        open_cells[place] = " ".join(texts)
        place += cell.span
    longest = max(len(texts) for _, texts, _ in columns)
    # Lists side by side belong together only where they are equally long.
    if any(1 < len(texts) < longest for _, texts, _ in columns):
        columns = [(column, [" ".join(texts)], goes_on) for column, texts, goes_on in columns]
        longest = 1
    made: list[tuple[Row, set[int]]] = []
    for line in range(longest):
        cells, merged = [""] * width, set()
        for column, texts, goes_on in columns:
            cells[column] = texts[line] if len(texts) > 1 else texts[0]
            if cells[column] and (goes_on or (line and len(texts) == 1)):
                merged.add(column)
        made.append((tuple(cells), merged))
    return made


def _entries(cell: RawCell) -> list[str]:
    """The items of a cell that is a list, else its words as one text."""
    shown = [each for each in paragraphs_in(cell.blocks) if each.text and not each.beside]
    pieces = [piece for each in shown for piece in pieces_of(each)]
    if len(pieces) > 1 and all(_is_item(piece) for piece in pieces):
        return [piece.rest if piece.mark and piece.sure else piece.text for piece in pieces]
    return [text_of(cell)]


def _is_item(piece: Piece) -> bool:
    return (piece.first and piece.paragraph.mark is not None) or bool(piece.mark and piece.sure)


def _is_section(row: RawRow, width: int) -> bool:
    """Whether a row is one cell over the whole table, as a heading between rows."""
    shown = [cell for cell in row.cells if text_of(cell)]
    return width > 1 and len(shown) == 1 and shown[0].span == width and len(text_of(shown[0])) <= 90


def _is_set_off(rows: Sequence[RawRow]) -> bool:
    """Whether the first row is set apart from the others by being bold, as heads of columns are."""
    first, *others = rows
    bold = [_is_bold(cell) for cell in first.cells if text_of(cell)]
    return (
        len(bold) > 1 and all(bold) and any(not _is_bold(cell) for row in others for cell in row.cells if text_of(cell))
    )


def _is_bold(cell: RawCell) -> bool:
    spans = [span for each in paragraphs_in(cell.blocks) for span in each.spans if span.text.strip()]
    return bool(spans) and all(span.look.bold for span in spans)
