"""The blocks of a Document.

Blocks are flat, in reading order. `depth` says how far a block hangs inside list items: 0 is the body, 1 is a
first-level item or what belongs to it, and so on, which is how Word keeps lists and what Markdown and HTML can nest.
Readers fill in what they saw (`place`, `look`, `confidence`); writers carry `id` and `role` where their format can
and never ask what they mean.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import Enum

from attrs import field, frozen

from helaplan.findings import Place


class Confidence(Enum):
    """How sure a reader or the recogniser is of what it says."""

    SURE = "sure"
    LIKELY = "likely"
    GUESS = "guess"


@frozen(kw_only=True)
class Look:
    """What a reader saw of the layout. None where the format doesn't say.

    `indent` is in points (or columns of a text file), `size` in points, `marker` the bullet or number as printed
    (`•`, `a)`, `3.1`), `gap` the empty lines (or points) before, `style` the name of the style in the source.
    `continues` marks a block whose words go on from the last block before it that is no page furniture.
    """

    indent: float | None = None
    size: float | None = None
    bold: bool | None = None
    caps: bool | None = None
    marker: str | None = None
    gap: float | None = None
    style: str | None = None
    continues: bool = False


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    # Not `tuple` itself: a type checker takes its parameter for the field's and refuses every list.
    return tuple(texts)


@frozen(kw_only=True)
class Facet:
    """Something that a page may be filtered by: `title` names it (`Månad`), `values` are those of one item.

    `order` holds every value that occurs in the document, in the order of a list to pick from.
    """

    title: str
    values: tuple[str, ...] = field(default=(), converter=_texts)
    order: tuple[str, ...] = field(default=(), converter=_texts)


@frozen(kw_only=True)
class Chip:
    """A sign with colours of its own (`#rrggbb`) that a text is shown on: goal 11 is orange.

    `code` is what the text begins with, `ink` the colour of the text. `name` is what the code is called, for a text
    that doesn't say so itself.
    """

    code: str
    colour: str
    ink: str
    name: str = ""


def _facets(facets: Iterable[Facet]) -> tuple[Facet, ...]:
    return tuple(facets)


def _chips(chips: Iterable[Chip | None]) -> tuple[Chip | None, ...]:
    return tuple(chips)


@frozen(kw_only=True)
class Block:
    """What every block has: hidden identity (`id`, `role`), depth, and what its reader saw.

    `facets` make an item one that a page can be filtered for; formats without filters pass them by. `repeats` says
    that the document tells all of this elsewhere, too: a format that can't draw leaves it out.
    """

    id: str = ""
    role: str = ""
    depth: int = 0
    facets: tuple[Facet, ...] = field(default=(), converter=_facets, eq=False)
    repeats: bool = field(default=False, eq=False)
    place: Place | None = field(default=None, eq=False)
    look: Look | None = field(default=None, eq=False)
    confidence: Confidence = field(default=Confidence.SURE, eq=False)


@frozen(kw_only=True)
class Heading(Block):
    """A heading. `level` 1 is right below the title; None means that the heading was guessed from its look."""

    text: str
    level: int | None = None


@frozen(kw_only=True)
class Paragraph(Block):
    """Running text, one paragraph, line breaks undone."""

    text: str


@frozen(kw_only=True)
class ListItem(Block):
    """An item of a list, without its mark. `depth` is at least 1; `number` as printed, "" for a bullet."""

    text: str
    number: str = ""
    depth: int = 1


@frozen(kw_only=True)
class LabelLine(Block):
    """A labelled value such as `När: mars och juni`. Each writer escapes label and texts on its own.

    `chips` is empty, or has one for each text; a writer without colours passes them by.
    """

    label: str
    texts: tuple[str, ...] = field(converter=_texts)
    chips: tuple[Chip | None, ...] = field(default=(), converter=_chips, eq=False)


@frozen(kw_only=True)
class Table(Block):
    """Rows of cell texts. `header` is the number of rows at the top that name the columns.

    A cell that continues the one above (a merged cell) repeats its text in `rows` and is listed in `merged` as
    (row, column), both from 0.
    """

    rows: tuple[tuple[str, ...], ...]
    header: int = 1
    caption: str = ""
    merged: frozenset[tuple[int, int]] = frozenset()


@frozen(kw_only=True)
class Figure(Block):
    """A picture: SVG, a text alternative (never empty), a caption, and a table that says the same.

    A writer that can't draw writes the table, or nothing where the figure `repeats`. A writer with themes may colour
    the SVG by its classes: `ink` and `muted` (text), `paper` and `shade` (grounds), `rule` (thin lines), `tone-1` …
    `tone-8` (fills), `tone-line-1` … (strokes) and `on-tone` (text on a tone). Else the colours of its attributes hold.
    """

    svg: str
    alt: str
    caption: str = ""
    data: Table


@frozen(kw_only=True)
class Furniture(Block):
    """What a page carries beside its text: page numbers, running heads, a list of contents. `reason` names it."""

    text: str
    reason: str


@frozen(kw_only=True)
class Attachment:
    """A file that travels with a document, for people and archives; no reader takes values from it."""

    name: str
    media_type: str
    data: bytes = field(repr=False)
    description: str = ""


def _blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(blocks)


def _attachments(attachments: Iterable[Attachment]) -> tuple[Attachment, ...]:
    return tuple(attachments)


@frozen(kw_only=True)
class Document:
    """What people read. Title and language are required; blocks stand in reading order.

    `id` and `role` say what the whole document is, hidden as with blocks (the id of the plan it was composed from).
    `date` is the day it is of (adopted, or the first day it is for), for formats that must name one; None if unknown.
    """

    title: str
    language: str
    organisation: str = ""
    blocks: tuple[Block, ...] = field(default=(), converter=_blocks)
    attachments: tuple[Attachment, ...] = field(default=(), converter=_attachments)
    id: str = ""
    role: str = ""
    subtitle: str = ""
    date: dt.date | None = None

    @property
    def landscape(self) -> bool:
        """Whether it is better read on a page that lies: most of its letters stand in tables of five columns or more.

        For formats that have pages, where nobody has chosen another paper.
        """
        wide = every = 0
        for block in self.blocks:
            if isinstance(block, Table):
                letters = sum(len(cell) for row in block.rows for cell in row)
                wide += letters if max((len(row) for row in block.rows), default=0) >= _WIDE else 0
            else:
                letters = len(getattr(block, "text", "")) + sum(map(len, getattr(block, "texts", ())))
            every += letters
        return wide * 2 > every


#: Columns from which a table has too little room on a page that stands.
_WIDE = 5
