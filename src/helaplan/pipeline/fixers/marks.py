"""Mending lists whose items begin with another sign than a hyphen: each sign becomes `- `, what hangs on it moves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from helaplan.findings import Edit, Finding, Fix
from helaplan.pipeline.fixers.sheet import Sheet
from helaplan.planfile.nodes import foreign_mark

#: A row that opens something below it: `goals:`, `- goals:`, with a comment or without.
_OPENS = re.compile(r"[ ]*(?:- +)*[^\s:#][^:#]*:(?:\s+#.*|\s*)")


def list_mark(sheet: Sheet, finding: Finding) -> Fix | None:
    """Every such sign of the list; None where it may be one in a text, or where a row stands too far out."""
    if finding.span is None:
        return None
    row, column = finding.span.start.line - 1, finding.span.start.column - 1
    first = _first(sheet, row, column)
    above = _above(sheet, first)
    # Below a key without a value nothing but a list can begin so; in the middle of a text it is a sign.
    if above is None or not _OPENS.fullmatch(sheet.places.lines.row(above)):
        return None
    edits = tuple(_edits(sheet, first, column))
    return Fix(edits=edits) if edits else None


def _first(sheet: Sheet, row: int, column: int) -> int:
    """The uppermost row of the list that a row with a sign in this column belongs to."""
    first = row
    while (above := _above(sheet, first)) is not None and _belongs(sheet.places.lines.row(above), column):
        first = above
    return first


def _above(sheet: Sheet, row: int) -> int | None:
    """The next row above that says something."""
    lines = sheet.places.lines
    return next((each for each in range(row - 1, -1, -1) if _says(lines.row(each))), None)


def _edits(sheet: Sheet, first: int, column: int) -> Iterator[Edit]:
    """The signs in this column from the first row on, and the shift of the rows that hang on each."""
    lines = sheet.places.lines
    shift: int | None = 0
    for row in range(first, len(lines)):
        line = lines.row(row)
        if not line.strip():
            continue
        indent = _indent(line)
        if _says(line) and not _belongs(line, column):
            return
        mark = foreign_mark(line) if indent == column else ""
        if mark:
            after = len(line) - len(line[column + len(mark) :].lstrip())
            yield Edit(lines.offset(row, column), lines.offset(row, after), "- ")
            shift = None
        elif indent == column and _says(line):
            shift = 0  # an item as it should be
        elif indent > column:
            if shift is None:
                shift = column + 2 - indent
            start = lines.offset(row)
            if shift > 0:
                yield Edit(start, start, " " * shift)
            elif shift < 0:
                yield Edit(start, start + min(-shift, indent), "")


def _belongs(line: str, column: int) -> bool:
    """Whether a row is an item whose sign stands in this column, or hangs on one. A key there is the list's own."""
    indent = _indent(line)
    return indent > column or (indent == column and (line.startswith("- ", column) or bool(foreign_mark(line))))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


MAKERS: Mapping[str, Callable[[Sheet, Finding], Fix | None]] = {"list-mark": list_mark}
