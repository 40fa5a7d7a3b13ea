"""Strategies for documents. Needs `hypothesis`."""

from __future__ import annotations

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from helaplan.document import Block, Document, Heading, LabelLine, ListItem, Paragraph, Table
from helaplan.testing.words import ids, lines_of_text


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents of headings, paragraphs, lists, label lines and tables, with ids and roles, hostile words included.

    A block below depth 0 stands inside a list item of its depth; headings have levels from 1 to 5 without leaps.
    """
    free: list[str] = draw(st.lists(ids(), unique=True, max_size=12))
    blocks: list[Block] = []
    depth = level = 0
    wanted: list[tuple[str, bool]] = draw(st.lists(st.tuples(st.sampled_from(_KINDS), st.booleans()), max_size=12))
    for kind, named in wanted:
        block, depth, level = _block(draw, kind, depth, level)
        identity = free.pop() if named and free else ""
        blocks.append(attrs.evolve(block, id=identity, role=draw(_roles())))
    return Document(
        title=draw(lines_of_text()),
        language=draw(st.sampled_from(("sv", "en"))),
        subtitle=draw(st.just("") | lines_of_text()),
        blocks=blocks,
        id=draw(st.just("") | ids().filter(lambda each: each not in free)),
        role=draw(_roles()),
    )


_KINDS = ("heading", "paragraph", "paragraph", "item", "item", "item", "label", "label", "table")


def _roles() -> SearchStrategy[str]:
    return st.sampled_from(("", "", "activity", "statement", "area", "target-group"))


def _block(draw: st.DrawFn, kind: str, depth: int, level: int) -> tuple[Block, int, int]:
    """A block of this kind, and the depth of the list item that is open after it and the level of the last heading."""
    if kind == "heading":
        level = draw(st.integers(1, min(level + 1, 5)))
        return Heading(text=draw(lines_of_text()), level=level), 0, level
    if kind == "item":
        depth = draw(st.integers(1, min(depth + 1, 4)))
        number = draw(st.sampled_from(("", "", "1", "2", "17")))
        return ListItem(text=draw(lines_of_text()), depth=depth, number=number), depth, level
    depth = draw(st.integers(0, depth))
    if kind == "label":
        texts: list[str] = draw(st.lists(lines_of_text(), min_size=1, max_size=3))
        return LabelLine(label=draw(lines_of_text()), texts=texts, depth=depth), depth, level
    if kind == "table":
        return attrs.evolve(draw(_tables()), depth=depth), depth, level
    return Paragraph(text=draw(lines_of_text()), depth=depth), depth, level


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 3))
    # A header row without words and no header row at all look alike in Markdown, so the first row has words.
    first = draw(st.lists(lines_of_text(), min_size=width, max_size=width))
    cell = st.just("") | lines_of_text()
    rest = draw(st.lists(st.lists(cell, min_size=width, max_size=width), max_size=2))
    rows = tuple(tuple(row) for row in (first, *rest))
    return Table(rows=rows, header=draw(st.sampled_from((0, 1))), caption=draw(st.just("") | lines_of_text()))
