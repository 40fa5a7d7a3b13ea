"""What is right as it is read and yet better written otherwise: letters in two pieces, mixed line ends, `3.0` for 3.

None of it changes what a plan says, so it is told as notes; another program may trip over it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unicodedata import is_normalized

from yaml.nodes import MappingNode, Node, ScalarNode

from helaplan.findings import WRITTEN, Anchor, Finding, Path, Severity
from helaplan.planfile.edits import line_end_of
from helaplan.planfile.lines import LINE_END
from helaplan.planfile.places import Places, key_name
from helaplan.planfile.reader import Raw
from helaplan.planfile.tidy import WHOLE_NUMBER, is_tidy

#: Names of line ends as people know them.
LINE_END_NAMES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}


def remarks(raw: Raw) -> Iterator[Finding]:
    """The notes about one file, with their places."""
    if is_tidy(raw.text):
        return
    yield from _mixed_line_ends(raw.text, raw.places)
    yield from _decomposed(raw.places)
    yield from _whole_numbers(raw.data, raw.places)


def _mixed_line_ends(text: str, places: Places) -> Iterator[Finding]:
    """One finding, at the first line end that is not like most."""
    usual = line_end_of(text)
    for match in LINE_END.finditer(text):
        if match[0] != usual:
            args = {"usual": LINE_END_NAMES[usual], "found": LINE_END_NAMES[match[0]]}
            span = places.lines.span(match.start(), match.start())
            yield Finding(code="mixed-line-ends", args=args, severity=Severity.NOTE, span=span)
            return


def _decomposed(places: Places) -> Iterator[Finding]:
    """One finding for each key or text that has letters in pieces. The data of plugins is theirs."""
    for path, node, anchor in _scalars(places.root):
        if path[:1] != ("extensions",) and not is_normalized("NFC", places.text_of(node)):
            yield Finding(
                code="decomposed-letters", path=path, severity=Severity.NOTE, anchor=anchor, span=places.of(node)
            )


def _scalars(root: Node | None) -> Iterator[tuple[Path, ScalarNode, Anchor]]:
    """Every key and every text of a tree, in the order of the file."""
    stack: list[tuple[Path, Node, Anchor]] = [((), root, Anchor.VALUE)] if root is not None else []
    while stack:
        path, node, anchor = stack.pop()
        if isinstance(node, ScalarNode):
            yield path, node, anchor
        elif isinstance(node, MappingNode):
            for key, value in reversed(node.value):
                name = key_name(key) if isinstance(key, ScalarNode) else "?"
                stack += [((*path, name), value, Anchor.VALUE), ((*path, name), key, Anchor.KEY)]
        else:
            stack += [((*path, place), each, Anchor.VALUE) for place, each in reversed(list(enumerate(node.value)))]


def _whole_numbers(data: Any, places: Places) -> Iterator[Finding]:
    """One finding for each whole number written with a point. The data of plugins is theirs."""
    stack: list[tuple[Path, Any]] = [((), data)]
    while stack:
        path, value = stack.pop()
        if isinstance(value, dict):
            stack += [((*path, key), each) for key, each in value.items() if path or key != "extensions"]
        elif isinstance(value, list):
            stack += [((*path, place), each) for place, each in enumerate(value)]
        elif type(value) is float and value.is_integer():
            written = places.written(path) or ""
            if WHOLE_NUMBER.fullmatch(written):
                yield Finding(
                    code="whole-number-with-point",
                    path=path,
                    args={WRITTEN: written, "number": int(value)},
                    severity=Severity.NOTE,
                    span=places.span(path),
                )
