"""Comments in a plan file that silence findings: `# helaplan: ignore[due-outside-period]`.

Such a comment counts for its own line, or, where it stands alone on a line, for the next line that is not only a
comment. Only real comments count: the same characters inside a text are the branch's own words.
"""

from __future__ import annotations

import re

from attrs import frozen
from yaml.error import Mark
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from helaplan.findings import Span
from helaplan.planfile.places import Places, is_unwritten

#: What silences everything would silence what nobody has seen yet, so the codes stand in brackets.
_PRAGMA = re.compile(r"(?<![^ \t\r\n])#[ \t]*helaplan[ \t]*:[ \t]*ignore\b[ \t]*(?:\[([^\]\r\n]*)\])?")


@frozen(kw_only=True)
class Ignore:
    """One such comment: the codes it names, the line (from 1) they are ignored on, and where the comment stands."""

    codes: tuple[str, ...]
    line: int
    span: Span


def may_ignore(text: str) -> bool:
    """False where a look at all characters is enough to know that there is no such comment."""
    return "ignore" in text and "helaplan" in text


def find_ignores(text: str, places: Places) -> tuple[Ignore, ...]:
    """All of a file, in order. The tree behind `places` is looked at only where some characters look like one.

    Empty for a file that could not be parsed: nobody can tell there what is a comment.
    """
    found = list(_PRAGMA.finditer(text)) if may_ignore(text) else []
    if not found or places.root is None:
        return ()
    made = []
    for match in found:
        span = places.lines.span(match.start(), match.end())
        row, column = span.start.line - 1, span.start.column - 1
        if not _in_text(places.root, (row, column)):
            codes = tuple(each.strip() for each in (match[1] or "").split(",") if each.strip())
            made.append(Ignore(codes=codes, line=_line(places, row, column) + 1, span=span))
    return tuple(made)


def _line(places: Places, row: int, column: int) -> int:
    """The row that a comment speaks of."""
    if places.lines.row(row)[:column].strip():
        return row
    for below in range(row + 1, len(places.lines)):
        line = places.lines.row(below).strip()
        if line and not line.startswith("#"):
            return below
    return row


def _in_text(root: Node, place: tuple[int, int]) -> bool:
    """Whether a place (row and column from 0) lies within the characters of a key or value."""
    node = root
    while isinstance(node, (MappingNode, SequenceNode)):
        inner = _before(node, place)
        if inner is None:
            return False
        node = inner
    if not isinstance(node, ScalarNode) or is_unwritten(node) or place >= _mark(node.end_mark):
        return False
    # Behind the sign of a block text, on its line, there is still room for a comment.
    return not (node.style in ("|", ">") and place[0] == node.start_mark.line)


def _before(node: Node, place: tuple[int, int]) -> Node | None:
    """The last key, value or item of a node that begins before a place. Parts lie in order, so half are skipped."""
    parts = [each for pair in node.value for each in pair] if isinstance(node, MappingNode) else node.value
    low, high = 0, len(parts)
    while low < high:
        middle = (low + high) // 2
        if _mark(parts[middle].start_mark) <= place:
            low = middle + 1
        else:
            high = middle
    return parts[low - 1] if low else None


def _mark(mark: Mark) -> tuple[int, int]:
    return mark.line, mark.column
