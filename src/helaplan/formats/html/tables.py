"""Tables of HTML: cells that span rows or columns, heading rows, tables that only lay out a page."""

from __future__ import annotations

from collections.abc import Iterator

from helaplan.document import Table
from helaplan.findings import Place
from helaplan.formats.html.tree import Element
from helaplan.formats.html.words import text_of

_LAID_OUT = frozenset("h1 h2 h3 h4 h5 h6 ul ol dl table".split())
#: Spans beyond this are no table that anybody reads.
_WIDEST = 100


def is_layout(table: Element) -> bool:
    """Whether a table only puts things beside each other: lists and headings stand in it, or it has one column."""
    if any(each.tag in _LAID_OUT for each in _below(table)):
        return True
    return all(len(list(_cells(row))) < 2 for row in _rows(table))


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


def _span(cell: Element, name: str) -> int:
    written = cell.get(name).strip()
    return min(max(int(written), 1), _WIDEST) if written.isascii() and written.isdigit() and len(written) < 6 else 1


def read_table(element: Element, ident: str, role: str, depth: int) -> Table | None:
    """The table, every cell at its column; None for one without a word."""
    rows: list[list[str]] = []
    merged: set[tuple[int, int]] = set()
    falling: dict[int, tuple[int, str]] = {}
    header = 0
    for row in _rows(element):
        cells = list(_cells(row))
        made: list[str] = []
        place = len(rows)
        for cell in cells:
            _fall(falling, made, merged, place)
            words = text_of(cell.children)
            for n in range(_span(cell, "colspan")):
                if (down := _span(cell, "rowspan")) > 1:
                    falling[len(made)] = (down - 1, words if n == 0 else "")
                made.append(words if n == 0 else "")
        _fall(falling, made, merged, place)
        heads = bool(cells) and (element_is_head(row, element) or all(cell.tag == "th" for cell in cells))
        if heads and header == place:
            header += 1
        rows.append(made)
    if not any(words for row in rows for words in row):
        return None
    width = max(map(len, rows))
    padded = tuple(tuple(row + [""] * (width - len(row))) for row in rows)
    captions = [each for each in element.children if isinstance(each, Element) and each.tag == "caption"]
    return Table(
        rows=padded,
        header=header,
        caption=text_of(captions),
        merged=frozenset(merged),
        id=ident,
        role=role,
        depth=depth,
        place=Place(line=element.line),
    )


def _fall(falling: dict[int, tuple[int, str]], made: list[str], merged: set[tuple[int, int]], place: int) -> None:
    """Put the cells that reach down from the rows above where the next cell would stand."""
    while len(made) in falling:
        column = len(made)
        left, words = falling.pop(column)
        if left > 1:
            falling[column] = (left - 1, words)
        merged.add((place, column))
        made.append(words)


def element_is_head(row: Element, table: Element) -> bool:
    """Whether a row stands in the table's head."""
    heads = (each for each in table.children if isinstance(each, Element) and each.tag == "thead")
    return any(row is each for head in heads for each in head.children)
