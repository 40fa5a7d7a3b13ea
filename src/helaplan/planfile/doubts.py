"""What is good YAML and yet surely meant otherwise. Looked for in the characters; the tree has the last word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode

from helaplan.findings import Finding, Path, Position, Severity, Span
from helaplan.planfile.places import Places, key_name

# A line of text with an item below it that lies too far in to belong to anything else. Behind `key:` it would be a
# list; a comment or a bracket ends the text, so nothing goes on after them.
_TEXT = r"(?![-#\s|>])[^#\r\n]*+(?:(?<=[^ \t])#[^#\r\n]*+)*+(?<=[^\s:}\]])(?:\r\n|\n|\r)"
_SWALLOWED = re.compile(rf"^(?:( *+){_TEXT}\1 *- |( *)(?:- +)+{_TEXT}\2 +- )", re.MULTILINE)


def doubts(text: str, places: Places) -> Iterator[Finding]:
    """`list-in-text` for each value that was meant as a list: `partners: ros` and below it, further in, `- leader`.

    YAML reads that as the one text "ros - leader".
    """
    if _SWALLOWED.search(text) is None or places.root is None:
        return
    for path, node in _plain_texts(places.root):
        for row in range(node.start_mark.line + 1, node.end_mark.line + 1):
            line = places.lines.row(row)
            if line.lstrip(" \t").startswith("- "):
                start = Position(row + 1, len(line) - len(line.lstrip(" \t")) + 1)
                span = Span(start, Position(row + 1, len(line.rstrip()) + 1))
                yield Finding(code="list-in-text", path=path, severity=Severity.WARNING, span=span)
                break


def _plain_texts(root: Node) -> Iterator[tuple[Path, ScalarNode]]:
    """The texts without quotes that go over several lines, in the order of the file."""
    stack: list[tuple[Path, Node]] = [((), root)]
    while stack:
        path, node = stack.pop()
        if isinstance(node, ScalarNode):
            if not node.style and node.end_mark.line > node.start_mark.line:
                yield path, node
        elif isinstance(node, MappingNode):
            pairs = [(key, value) for key, value in node.value if isinstance(key, ScalarNode)]
            stack += [((*path, key_name(key)), value) for key, value in reversed(pairs)]
        else:
            stack += [((*path, place), each) for place, each in reversed(list(enumerate(node.value)))]
