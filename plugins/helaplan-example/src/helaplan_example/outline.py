"""Reads an indented outline into a Document.

    Verksamhetsplan 2024
    Möten
        > Vi träffas ofta.
        Årsmöte
            När: mars
        Julfest

The first line is the title. A line with deeper lines below it is a heading, unless all of those are label lines; then
it is a list item that they belong to. `Label: value` is a label line, `> …` running text, everything else a list item.
Tabs count as four columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from helaplan import (
    Block,
    Document,
    Finding,
    Heading,
    LabelLine,
    ListItem,
    Paragraph,
    Place,
    Reading,
    Source,
    UnreadableSource,
)

_LABEL = re.compile(r"(?P<label>[^\W\d_][\w ]{0,30}): +(?P<value>\S.*)")


@frozen
class _Line:
    number: int
    indent: int
    text: str

    @property
    def is_label(self) -> bool:
        return _LABEL.fullmatch(self.text) is not None


def read_outline(data: bytes, source: Source) -> Reading:
    """The document of an outline in UTF-8. Raises UnreadableSource where it is none, or has no line."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableSource(Finding(code="example/not-utf8")) from None
    lines = list(_lines(text))
    if not lines:
        raise UnreadableSource(Finding(code="example/empty-outline"))
    blocks = tuple(_blocks(lines[1:]))
    return Reading(document=Document(title=lines[0].text, language="sv", blocks=blocks))


def _lines(text: str) -> Iterator[_Line]:
    for number, line in enumerate(text.splitlines(), 1):
        wide = line.expandtabs(4)
        if wide.strip():
            yield _Line(number, len(wide) - len(wide.lstrip()), " ".join(wide.split()))


def _blocks(lines: Sequence[_Line]) -> Iterator[Block]:
    open_headings: list[int] = []  # indents of the headings we are in
    item: int | None = None  # indent of the list item that deeper label lines belong to
    for position, line in enumerate(lines):
        while open_headings and line.indent <= open_headings[-1]:
            open_headings.pop()
        if item is not None and line.indent <= item:
            item = None
        place = Place(line=line.number)
        label = _LABEL.fullmatch(line.text)
        if label:
            depth = 0 if item is None else 1
            yield LabelLine(label=label["label"], texts=(label["value"],), depth=depth, place=place)
        elif line.text.startswith(">"):
            yield Paragraph(text=line.text.lstrip("> "), place=place)
        elif _is_heading(position, lines):
            open_headings.append(line.indent)
            yield Heading(text=line.text, level=min(len(open_headings), 6), place=place)
        else:
            item = line.indent
            yield ListItem(text=line.text.lstrip("-*• "), place=place)


def _is_heading(position: int, lines: Sequence[_Line]) -> bool:
    """True where something other than label lines stands deeper below this line."""
    indent = lines[position].indent
    for line in lines[position + 1 :]:
        if line.indent <= indent:
            return False
        if not line.is_label:
            return True
    return False
