"""Lines of a text as editors count them: LF, CRLF and a lone CR end a line, nothing else does."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from helaplan.findings import Position, Span

#: What ends a line.
LINE_END = re.compile(r"\r\n|\n|\r")


class Lines:
    """Finds lines and positions in a text. Rows count from 0 here, as in a parser's marks; positions from 1."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    def __len__(self) -> int:
        return len(self._starts)

    def offset(self, row: int, column: int = 0) -> int:
        """Index into the text of a row and column, both from 0; never outside the text."""
        if row >= len(self._starts):
            return len(self.text)
        return min(self._starts[row] + column, len(self.text))

    def row(self, row: int) -> str:
        """The characters of a row without its line end; empty outside the text."""
        if not 0 <= row < len(self._starts):
            return ""
        end = self._starts[row + 1] if row + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[row] : end].rstrip("\r\n")

    def position(self, offset: int) -> Position:
        """Line and column, from 1, of an index into the text."""
        row = bisect_right(self._starts, offset) - 1
        return Position(row + 1, offset - self._starts[row] + 1)

    def span(self, start: int, end: int) -> Span:
        """The span between two indexes into the text."""
        return Span(self.position(start), self.position(max(start, end)))
