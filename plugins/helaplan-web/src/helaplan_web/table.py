"""Tables: columns with headings, merged cells, and a place to scroll in where the window is narrow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helaplan import Table
from helaplan_web.markup import attributes, direction, linked, text

#: A word (or an address) that would push the other columns out of sight if it stood on one line.
_LONG_WORD = re.compile(r"\S{31}")


def table(block: Table, identity: str, name: str, *, caption: str = "") -> Iterator[str]:
    """The table; nothing for one without rows. `name` is what the scrolling place is called."""
    if not block.rows:
        return
    width = max(map(len, block.rows))
    caption = caption or block.caption
    # One that can be scrolled must be reached with the keyboard.
    yield f'<div class="scroll" role="group" tabindex="0" aria-label="{text(name)}"><table{identity}>'
    if caption:
        yield f"<caption>{text(caption)}</caption>"
    head = min(block.header, len(block.rows))
    if head:
        yield "<thead>"
        yield from (_row(block, n, width) for n in range(head))
        yield "</thead>"
    yield "<tbody>"
    yield from (_row(block, n, width) for n in range(head, len(block.rows)))
    yield "</tbody></table></div>"


def _row(block: Table, n: int, width: int) -> str:
    cells = []
    for column in range(width):
        if _continues(block, n, column):
            continue
        words = _cell(block, n, column)
        rows = 1
        while n + rows < len(block.rows) and _continues(block, n + rows, column):
            rows += 1
        span = attributes(
            class_="long" if _LONG_WORD.search(words) else None,
            rowspan=str(rows) if rows > 1 else None,
            dir=direction(words),
        )
        # An empty cell of the heading row heads nothing.
        tag, scope = ("th", ' scope="col"') if n < block.header and words else ("td", "")
        cells.append(f"<{tag}{scope}{span}>{linked(words)}</{tag}>")
    return f"<tr>{''.join(cells)}</tr>"


def _cell(block: Table, n: int, column: int) -> str:
    row = block.rows[n]
    return row[column] if column < len(row) else ""


def _continues(block: Table, n: int, column: int) -> bool:
    """Whether a cell is the lower part of the one above; never over the border of the heading rows."""
    return (
        (n, column) in block.merged and 0 < n != block.header and _cell(block, n, column) == _cell(block, n - 1, column)
    )
