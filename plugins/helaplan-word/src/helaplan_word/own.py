"""The way back of a Word file that helaplan wrote: styles and bookmarks say what each block is, nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, field

from helaplan import Block, Document, Furniture, Heading, LabelLine, ListItem, Paragraph, Place, Table
from helaplan_word import names
from helaplan_word.identity import Identity, identity
from helaplan_word.raw import RawBlock, RawParagraph, RawTable, Span
from helaplan_word.tables import contents, grid_of, paragraphs_in

_PARTED = re.compile(r"[;\n]")
#: Stands for a `;` of somebody's own words until texts are parted at the others. No XML holds a NUL.
_KEPT = "\x00"


def is_ours(blocks: Sequence[RawBlock]) -> bool:
    """Whether helaplan wrote this: any bookmark of ours says so, since people retype a title."""
    return any(identity(each.bookmarks).is_ours for each in paragraphs_in(blocks))


def own_document(blocks: Sequence[RawBlock], language: str) -> Document:
    """The document that was written, with what has been changed in it since."""
    reader = _Own()
    for each in blocks:
        reader.take(each)
    reader.caption_alone()
    title = reader.title or Identity()
    return Document(
        title=reader.title_text,
        language=language,
        subtitle=reader.subtitle,
        blocks=reader.made,
        id=title.id,
        role=title.role,
    )


@define(eq=False)
class _Own:
    made: list[Block] = field(factory=list)
    title: Identity | None = None
    title_text: str = ""
    subtitle: str = ""
    caption: RawParagraph | None = None

    def take(self, block: RawBlock) -> None:
        if isinstance(block, RawTable):
            self.table(block)
            return
        found = identity(block.bookmarks)
        first = block.style.is_title and block.text and not self.made
        if self.title is None and (found.is_title or first):
            self.title, self.title_text = found, block.text
        elif block.text:
            self.paragraph(block, found)
        for each in block.boxes:
            self.take(each)

    def paragraph(self, block: RawParagraph, found: Identity) -> None:
        self.caption_alone()
        name, place = block.style.name, Place(paragraph=block.n)
        if block.beside:
            self.made.append(Furniture(text=block.text, reason=block.beside, place=place))
        elif block.style.is_subtitle and not self.made and not self.subtitle:
            self.subtitle = block.text
        elif name == names.CAPTION:
            self.caption = block
        else:
            self.made.append(_block(block, found, place))

    def caption_alone(self) -> None:
        """A caption with no table below it is that of a picture."""
        if self.caption is not None:
            place = Place(paragraph=self.caption.n)
            self.made.append(Furniture(text=self.caption.text, reason="figure", place=place))
            self.caption = None

    def table(self, block: RawTable) -> None:
        caption, self.caption = self.caption, None
        inside = list(paragraphs_in(list(contents(block))))
        found = identity([name for each in inside for name in each.bookmarks])
        grid = grid_of(block)
        if not any(any(row) for row in grid.rows):
            self.caption = caption
            return
        self.made.append(
            Table(
                rows=tuple(grid.rows),
                header=grid.header,
                merged=frozenset((row, column) for row, columns in grid.merged.items() for column in columns),
                caption=caption.text if caption is not None else "",
                depth=round(block.left / names.STEP) if block.left > 0 else 0,
                id=found.id,
                role=found.role,
                place=Place(paragraph=block.n),
            )
        )


def _block(block: RawParagraph, found: Identity, place: Place) -> Block:
    name, text = block.style.name, block.text
    label = names.depth_of(names.LABEL, name)
    if label is not None:
        words, texts = label_and_texts(block.spans)
        return LabelLine(label=words, texts=texts, depth=label, id=found.id, role=found.role, place=place)
    level = block.style.heading
    if level is not None:
        return Heading(text=text, level=level, id=found.id, role=found.role, place=place)
    styled = names.depth_of(names.BULLET, name) or names.depth_of(names.NUMBER, name) or 0
    if block.mark is not None or styled:
        number = "" if block.mark is None or block.mark.is_bullet else block.mark.printed
        # A template's styles may be lists of one level each: then the style says how deep, else the list.
        depth = max(styled, block.mark.level + 1 if block.mark is not None else 0)
        return ListItem(text=text, number=number, depth=depth, id=found.id, role=found.role, place=place)
    depth = names.depth_of(names.CONTINUED, name) or 0
    return Paragraph(text=text, depth=depth, id=found.id, role=found.role, place=place)


def label_and_texts(spans: Sequence[Span]) -> tuple[str, tuple[str, ...]]:
    """The label of a label line and its texts, parted at `;` or a line break; a `;` may be marked as a word's own.

    Coloured codes before the texts are passed by.
    """
    spans = [each for each in spans if each.style != names.CHIP]
    label = "".join(each.text for each in spans if each.style == names.LABEL_NAME)
    rest = "".join(
        each.text.replace(";", _KEPT) if each.style == names.LITERAL else each.text
        for each in spans
        if each.style != names.LABEL_NAME
    )
    label = " ".join(label.split())
    if not rest.strip() and label.partition(":")[2]:
        # Typed in the look of the label, values and all.
        label, rest = "", label
    if not label:
        # Somebody typed the line: what stands before the colon is the label.
        label, sign, after = rest.partition(":")
        label, rest = (" ".join(label.split()), after) if sign else ("", rest)
    texts = (" ".join(part.replace(_KEPT, ";").split()) for part in _PARTED.split(rest))
    return label.removesuffix(":"), tuple(text for text in texts if text)
