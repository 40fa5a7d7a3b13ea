"""The line of a source that a finding stands on, with carets below its characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import category, east_asian_width

from attrs import frozen

from helaplan.findings import Span
from helaplan.registers.personal import mask
from helaplan.reports.safe import visible

#: The widest piece of a line that is shown; of longer ones what stands around the finding.
WIDEST = 100

_LINE_END = re.compile(r"\r\n|\r|\n")
_JOINER = "\u200d"


def source_lines(source: str) -> Sequence[str]:
    """The lines of a file as findings count them: ended by LF, CRLF or CR, a BOM being no character."""
    return _LINE_END.split(source.removeprefix("\ufeff"))


@frozen(eq=False, repr=False)
class Excerpt:
    """A source line as it may be shown, and the carets to write below it."""

    line: str
    carets: str


def excerpt(lines: Sequence[str], span: Span) -> Excerpt | None:
    """The first line of a span. Personal data is masked, control characters are made visible; None beyond the end."""
    place = span.start.line - 1
    if not 0 <= place < len(lines):
        return None
    text = _masked(lines, place)
    start = min(span.start.column - 1, len(text))
    end = min(span.end.column - 1, len(text)) if span.end.line == span.start.line else len(text)
    end = max(end, start + 1)
    first, last = _window(len(text), start, end)
    cells = [visible(char) for char in text[first:last]]
    before, under = _widths(cells[: start - first]), _widths(cells[start - first : end - first])
    head, tail = "…" if first else "", "…" if last < len(text) else ""
    carets = " " * (before + len(head)) + "^" * max(under, 1)
    return Excerpt(head + "".join(cells) + tail, carets)


def _masked(lines: Sequence[str], place: int) -> str:
    """One line with personal data masked, such that begins or ends on a neighbouring line too."""
    around = [
        lines[at][-80:] if at < place else lines[at][:80] for at in (place - 1, place + 1) if 0 <= at < len(lines)
    ]
    before = f"{around.pop(0)}\n" if place > 0 else ""
    after = f"\n{around[0]}" if around else ""
    line = lines[place]
    return mask(before + line + after)[len(before) : len(before) + len(line)]


def _window(length: int, start: int, end: int) -> tuple[int, int]:
    """Which characters of a long line are shown: some before the finding, and as much of it as there is room for."""
    if length <= WIDEST:
        return 0, length
    first = max(0, min(start - WIDEST // 4, length - WIDEST))
    return first, min(length, first + WIDEST)


def _widths(cells: Sequence[str]) -> int:
    """How many columns of a terminal the cells take: two for wide letters and emoji, none for marks."""
    total, joined = 0, False
    for cell in cells:
        for char in cell:
            if char == _JOINER:
                joined = True
                continue
            if not joined and category(char) not in ("Mn", "Me", "Cf"):
                total += 2 if east_asian_width(char) in "WF" else 1
            joined = False
    return total
