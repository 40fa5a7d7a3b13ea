"""The blocks of a document as units that have one place in the plan each.

A unit is a whole paragraph, item, heading or table row, whatever pages it ran over. It keeps the pieces it was made
of, so that the receipt can tell of every piece where it stood. Personal data is taken out here, before anything looks
at the words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from attrs import define, field, frozen

from helaplan.document import (
    Block,
    Confidence,
    Document,
    Figure,
    Furniture,
    Heading,
    LabelLine,
    ListItem,
    Look,
    Paragraph,
    Table,
)
from helaplan.findings import Path, Place
from helaplan.layout import clean_chars, join
from helaplan.model.normal import clean_line
from helaplan.recognise.receipt import Placement, Use
from helaplan.registers.personal import redact

_WORD = re.compile(r"\w")
#: A word that was cut at the end of a line and stands within one now ("lands- bygdens").
_CUT = re.compile(r"([^\W\d_]{3,}-) ([a-zåäöé]{3,})(?![\w-])")


@frozen
class Piece:
    """A part of the source that went into a unit: its order in the document, its words, its place."""

    order: float
    text: str
    place: Place | None


@define(eq=False, kw_only=True)
class Unit:
    """Words of the document that go to one place, and where they went.

    `kind` is heading, paragraph, item, label, row or beside (what is no text of the document). A row has `cells`, a
    label has `label`; `number` is what the format counted before an item or heading. `level` is known for headings
    that were not guessed. `said` is what a person said that the heading means. Exactly one of `uses`, `ignored` and
    `unplaced` is set in the end.
    """

    kind: str
    text: str
    pieces: list[Piece]
    level: int | None = None
    depth: int = 0
    number: str = ""
    label: str = ""
    said: str = ""
    cells: tuple[str, ...] = ()
    row: int = 0
    header: bool = False
    look: Look | None = None
    confidence: Confidence = Confidence.SURE
    uses: list[Use] = field(factory=list)
    ignored: str = ""
    unplaced: Path | None = None

    @property
    def placed(self) -> bool:
        """True where the receipt can say what became of the unit."""
        return bool(self.uses or self.ignored or self.unplaced)

    def use(self, path: Path, concept: str, confidence: Confidence | None = None) -> None:
        """Say that words of this unit stand at `path`."""
        use = Use(path, concept, confidence or self.confidence)
        if use not in self.uses:
            self.uses.append(use)

    def split(self, place: int) -> Unit:
        """Cut the words before `place` off as a heading of their own; this unit keeps the rest."""
        piece = self.pieces[0]
        heading = Unit(
            kind="heading",
            text=self.text[:place].rstrip(" –—-"),
            pieces=[Piece(piece.order - 0.5, self.text[:place].rstrip(), piece.place)],
            confidence=Confidence.LIKELY,
        )
        self.text = self.text[place:]
        self.pieces = [Piece(piece.order, self.text, piece.place)]
        return heading


def units_of(document: Document) -> tuple[list[Unit], Counter[str]]:
    """The units of a document in its order, and how many pieces of personal data were taken out, by kind."""
    maker = _Maker()
    for text in (document.title, document.subtitle, document.organisation):
        if text.strip():
            maker.add("paragraph" if text is not document.title else "heading", text, Paragraph(text=text))
    for block in document.blocks:
        maker.take(block)
    return maker.units, maker.removed


@define(eq=False)
class _Maker:
    units: list[Unit] = field(factory=list)
    removed: Counter[str] = field(factory=Counter)
    order: int = 0

    def take(self, block: Block) -> None:
        """Make units of a block, or let it go on in the unit before it."""
        if isinstance(block, Heading):
            number = _counted(block)
            self.add("heading", block.text, block, level=block.level, number=number, printed=number and f"{number} ")
        elif isinstance(block, ListItem):
            marker = block.number or (block.look.marker if block.look and block.look.marker else "")
            printed = f"{marker} " if _WORD.search(marker) else ""
            self.add("item", block.text, block, number=block.number, printed=printed)
        elif isinstance(block, LabelLine) and not _WORD.search("".join(block.texts)):
            # A label that nobody has filled in says nothing of the plan, but it stood in the document.
            self.add("beside", f"{block.label}:", block, ignored="empty label")
        elif isinstance(block, LabelLine):
            self.add("label", ", ".join(block.texts), block, label=block.label, printed=f"{block.label}: ")
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Figure):
            self.add("beside", " ".join((block.caption, block.alt)), block, ignored="figure")
        elif isinstance(block, Furniture):
            self.add("beside", block.text, block, ignored=block.reason or "page furniture")
        elif isinstance(block, Paragraph):
            self.add("paragraph", block.text, block)

    def _table(self, block: Table) -> None:
        if block.caption.strip():
            self.add("paragraph", block.caption, block)
        for place, cells in enumerate(block.rows):
            shown = [text for column, text in enumerate(cells) if (place, column) not in block.merged]
            clean = tuple(self._clean(cell, count=False) for cell in cells)
            self.add("row", " ".join(shown), block, cells=clean, row=place, header=place < block.header)

    def _clean(self, text: str, *, count: bool = True) -> str:
        """The words as they may be shown: plain characters, no personal data."""
        plain = clean_line(clean_chars(text).replace("\u00ad", ""))
        made, removed = redact(_CUT.sub(lambda match: join(match[1], match[2]), plain))
        if count:
            self.removed.update(removed)
        return made

    def add(
        self,
        kind: str,
        text: str,
        block: Block,
        *,
        printed: str = "",
        level: int | None = None,
        number: str = "",
        label: str = "",
        cells: tuple[str, ...] = (),
        row: int = 0,
        header: bool = False,
        ignored: str = "",
    ) -> None:
        """A unit of its own, unless the block goes on with the one before. One without a word is beside the text."""
        before = self._before() if block.look is not None and block.look.continues else None
        clean = clean_chars(text).rstrip() if before is not None or text.rstrip()[-1:] in "-\u00ad" else text
        made = self._clean(clean)
        if not _WORD.search(made) and not cells:
            if not made:
                return
            kind, ignored, before = "beside", ignored or "no words", None
        self.order += 1
        if before is not None:
            before.pieces.append(Piece(self.order, made, block.place))
            before.text = self._clean(join(before.text, made))
            return
        piece = Piece(self.order, printed + made, block.place)
        unit = Unit(
            kind=kind, text=made, pieces=[piece], level=level, depth=block.depth, number=number, label=label,
            cells=cells, row=row, header=header, look=block.look, confidence=block.confidence, ignored=ignored,
        )  # fmt: skip
        self.units.append(unit)

    def _before(self) -> Unit | None:
        return next((unit for unit in reversed(self.units) if unit.kind != "beside"), None)


def _counted(block: Heading) -> str:
    """The number that a format prints before a heading by itself; "" where it stands in the words or is a bullet."""
    marker = (block.look.marker or "").strip() if block.look is not None else ""
    if not _WORD.search(marker) or block.text.lstrip().startswith(marker):
        return ""
    return marker


def placements(units: list[Unit]) -> tuple[Placement, ...]:
    """The receipt's blocks: every piece of every unit in the document's order."""
    return tuple(
        Placement(
            n=n,
            text=piece.text,
            place=piece.place,
            used=tuple(unit.uses),
            ignored="" if unit.uses or unit.unplaced else unit.ignored,
            unplaced=None if unit.uses else unit.unplaced,
        )
        for n, (piece, unit) in enumerate(_in_order(units), start=1)
    )


def _in_order(units: list[Unit]) -> Iterator[tuple[Piece, Unit]]:
    every = [(piece, unit) for unit in units for piece in unit.pieces]
    return iter(sorted(every, key=lambda pair: pair[0].order))
