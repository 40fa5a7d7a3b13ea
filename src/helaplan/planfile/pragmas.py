"""Comments in a plan file that silence findings: `# helaplan: ignore[due-outside-period]`.

Such a comment counts for its own line, or, where it stands alone on a line, for the next line that is not only a
comment. Only real comments count: the same characters inside a text are the branch's own words.
"""

from __future__ import annotations

import re
from bisect import bisect_right

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
    made: list[Ignore] = []
    targets: dict[int, int] = {}
    # From the end, so that each of many comments in a row need only look as far as the next.
    for match in reversed(found):
        span = places.lines.span(match.start(), match.end())
        row, column = span.start.line - 1, span.start.column - 1
        if not _in_text(places.root, (row, column)):
            codes = tuple(each.strip() for each in (match[1] or "").split(",") if each.strip())
            made.append(Ignore(codes=codes, line=_line(places, row, column, targets) + 1, span=span))
    return tuple(reversed(made))


def _line(places: Places, row: int, column: int, targets: dict[int, int]) -> int:
    """The row that a comment speaks of. `targets` holds those of the comments on lines of their own further down."""
    if places.lines.row(row)[:column].strip():
        return row
    target = row
    for below in range(row + 1, len(places.lines)):
        line = places.lines.row(below).strip()
        if below in targets or (line and not line.startswith("#")):
            target = targets.get(below, below)
            break
    targets[row] = target
    return target


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
    if isinstance(node, MappingNode):
        at = bisect_right(node.value, place, key=lambda pair: _mark(pair[0].start_mark))
        if not at:
            return None
        key, value = node.value[at - 1]
        found: Node = value if _mark(value.start_mark) <= place else key
        return found
    at = bisect_right(node.value, place, key=lambda item: _mark(item.start_mark))
    item: Node | None = node.value[at - 1] if at else None
    return item


def _mark(mark: Mark) -> tuple[int, int]:
    return mark.line, mark.column
