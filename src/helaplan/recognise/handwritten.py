"""What people add to a document that helaplan wrote, in the forms they know: a line with a label, a table.

helaplan prints neither a paragraph behind an item, unless it is indented, nor a table without a role. So what stands
there was typed, and a label line or a row with a heading over each cell says what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from helaplan.document import Block, Document, Heading, LabelLine, ListItem, Paragraph, Table
from helaplan.registers.notation import shape
from helaplan.text import labels

#: A label with what it says, typed as running text.
LABELLED = re.compile(r"(?P<label>[^\s:][^:]{1,30}):\s+(?P<rest>\S.*)", re.DOTALL)
#: Headings of the column that says what is to be done.
_DOING = frozenset({"aktivitet", "aktiviteter", "vad", "insats", "åtgärd", "activity", "activities", "what", "action"})
#: Values that an activity may have beside its words.
_VALUES = frozenset({"schedule", "place", "responsible", "partners", "targets", "budget", "follow_up", "condition"})


def with_typed(document: Document) -> Document:
    """The document of ours, with what was typed between its blocks as the blocks that helaplan writes for it."""
    return evolve(document, blocks=[*_blocks(document)])


def _blocks(document: Document) -> Iterator[Block]:
    depth, in_area = 0, False
    for block in document.blocks:
        if isinstance(block, Heading):
            # A heading within an area ("Mål") leaves it open; one without a role begins an area or a section.
            in_area = (
                block.role == shape.AREA or (in_area and block.level == 3) or (block.level == 2 and not block.role)
            )
            depth = 0
        elif block.role == shape.STATEMENT:
            depth = 0
        elif isinstance(block, ListItem):
            depth = max(1, block.depth)
        line = _label_line(block, depth) if depth else None
        if line is not None:
            yield line
        elif isinstance(block, Table) and in_area and not block.role and (rows := [*_rows(block)]):
            yield from rows
            depth = 1
        else:
            yield block


def _label_line(block: Block, depth: int) -> LabelLine | None:
    """The label line that somebody typed as a paragraph below an item."""
    if not isinstance(block, Paragraph) or block.role or block.depth:
        return None
    match = LABELLED.fullmatch(block.text)
    if match is None or not _VALUES & set(labels.keys_of_label(match["label"])):
        return None
    return LabelLine(label=match["label"], texts=parted(match["rest"]), depth=depth, place=block.place)


def _rows(table: Table) -> Iterator[Block]:
    """The rows as items with a label line for each cell; nothing where the first row names no activities."""
    heads = [" ".join(each.split()) for each in table.rows[0]] if table.rows else []
    doing = next((n for n, each in enumerate(heads) if labels.fold(each) in _DOING), None)
    named = [n for n, each in enumerate(heads) if _VALUES & set(labels.keys_of_label(each))]
    if doing is None or not named or len(named) + 1 < sum(1 for each in heads if each):
        return
    for row in table.rows[1:]:
        if len(row) != len(heads) or not row[doing].strip():
            # What is no activity keeps its words.
            yield Paragraph(text=" – ".join(cell for cell in row if cell.strip()), depth=1, place=table.place)
            continue
        yield ListItem(text=" ".join(row[doing].split()), depth=1, place=table.place)
        for n in named:
            if row[n].strip():
                yield LabelLine(label=heads[n], texts=parted(row[n]), depth=1, place=table.place)


def parted(text: str) -> list[str]:
    """The texts of a line; which of them had a semicolon of its own is not to be seen any more."""
    return [words for each in text.split(";") if (words := " ".join(each.split()))]
