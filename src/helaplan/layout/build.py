"""One pass over the lines of a document that makes blocks of them."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, evolve, field

from helaplan.document import Block, Confidence, Furniture, Heading, LabelLine, ListItem, Look, Paragraph, Table
from helaplan.findings import Place
from helaplan.layout.chars import SOFT_HYPHEN, clean_chars, is_caps
from helaplan.layout.company import Company, company
from helaplan.layout.flow import Measure, ends_sentence, goes_on, measure
from helaplan.layout.furniture import PAGE_EDGE, furniture
from helaplan.layout.headings import heading_goes_on, is_strong, looks_like_heading, numbered_heading
from helaplan.layout.joining import join
from helaplan.layout.lines import Line, Part
from helaplan.layout.markers import Mark, Marker, markers
from helaplan.layout.spaced import join_letters
from helaplan.layout.tables import rows


def blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """The blocks that these lines print, in their order; every word of every line stands in exactly one.

    Headings are guessed and have no level. Page numbers, running heads and contents lists are Furniture. Where
    furniture cuts a paragraph or an item in two, the second half is a block of its own whose look `continues`.
    """
    clean = _clean(lines)
    beside = _beside(clean)
    body = [line for place, line in enumerate(clean) if place not in beside]
    marks = [None if line.cells else mark for line, mark in zip(body, markers(body), strict=True)]
    known = {place for place, line in enumerate(body) if line.cells}
    marked = {place for place, line in enumerate(body) if marks[place] is not None or line.label}
    table = rows(body, known | marked)
    table |= {place: body[place].cells for place in known}
    usual = measure([line for line in body if not line.cells])
    told = company(body, marks, usual, table)
    builder = _Builder(lines=body, marks=marks, table=table, usual=usual, told=told)
    place_in_body = 0
    for place, line in enumerate(clean):
        if place in beside:
            builder.furniture(line, beside[place])
        else:
            builder.take(place_in_body)
            place_in_body += 1
    return tuple(piece.block(builder.usual) for piece in builder.pieces)


def _beside(lines: Sequence[Line]) -> dict[int, str]:
    """The places of lines that are no text of the document: what the reader knows, then what is guessed."""
    told = {place: line.beside for place, line in enumerate(lines) if line.beside}
    open_places = [place for place, line in enumerate(lines) if not line.beside and not line.cells]
    known = PAGE_EDGE in told.values()
    guessed = furniture([lines[place] for place in open_places], heads=not known)
    return told | {open_places[place]: reason for place, reason in guessed.items()}


def _clean(lines: Sequence[Line]) -> list[Line]:
    """Lines with plain characters; empty ones are left out and count as gap of the next."""
    kept: list[Line] = []
    empty = 0
    for line in lines:
        text = join_letters(clean_chars(line.text).replace("\t", " ").strip())
        if not text or text == SOFT_HYPHEN:
            empty += 1
            continue
        parts = [
            Part(part.x, clean_chars(part.text).replace(SOFT_HYPHEN, "").strip(), part.right) for part in line.parts
        ]
        cells = tuple(clean_chars(cell).replace("\t", " ").strip() for cell in line.cells)
        parts = [part for part in parts if part.text]
        label = clean_chars(line.label).strip()
        label = label if text.startswith(label) else ""
        kept.append(evolve(line, text=text, label=label, parts=tuple(parts), cells=cells, gap=line.gap + empty))
        empty = 0
    return kept


@define(eq=False)
class _Piece:
    """Lines that will be one block, or a part of one between page furniture."""

    first: Line
    kind: str
    texts: list[str]
    depth: int = 0
    marker: Marker | None = None
    continues: bool = False
    plain: bool = False
    reason: str = ""
    cells: list[tuple[str, ...]] = field(factory=list)
    merged: set[tuple[int, int]] = field(factory=set)
    last: Line | None = None

    def block(self, usual: Measure) -> Block:
        """The block of these lines."""
        text = ""
        for each in self.texts:
            text = join(text, each)
        text = text.rstrip(SOFT_HYPHEN) if not self.continues else text
        place = Place(page=self.first.page, line=self.first.number)
        look = self._look(usual)
        if self.kind == "furniture":
            return Furniture(text=text, reason=self.reason, place=place, look=look)
        if self.kind == "table":
            head = int(self.first.header)
            return Table(rows=tuple(self.cells), header=head, merged=frozenset(self.merged), place=place, look=look)
        if self.kind == "item":
            number = self.marker.printed if self.marker and self.marker.mark is not Mark.BULLET else ""
            return ListItem(text=text, number=number, depth=self.depth, place=place, look=look)
        if self.kind == "label":
            label, value = self.first.label, text.removeprefix(self.first.label).strip()
            texts = [each.strip() for each in value.split("; ") if each.strip()]
            name = label.rstrip(" :")
            return LabelLine(label=name, texts=texts, depth=self.depth, place=place, look=look)
        if self.kind == "heading" or self._is_heading(text, usual):
            sure = Confidence.LIKELY if self.kind == "heading" or is_strong(self.first, usual) else Confidence.GUESS
            return Heading(text=text, place=place, look=look, confidence=sure)
        return Paragraph(text=text, depth=self.depth, place=place, look=look)

    def _is_heading(self, text: str, usual: Measure) -> bool:
        if self.depth or self.continues or self.plain or (len(self.texts) > 1 and not is_strong(self.first, usual)):
            return False
        return looks_like_heading(evolve(self.first, text=text), usual)

    def _look(self, usual: Measure) -> Look:
        line = self.first
        caps = is_caps(line.text) if line.caps is None else line.caps
        larger = line.size is not None and usual.size is not None and line.size > usual.size + 0.9
        return Look(
            indent=line.x,
            size=line.size,
            bold=True if larger else line.bold,
            caps=caps,
            marker=self.marker.printed if self.marker else None,
            gap=line.gap,
            continues=self.continues,
        )


@define(eq=False)
class _Level:
    """One level of the list that is open: where its marks stand and how they look."""

    x: float
    printed: str


@define(eq=False)
class _Builder:
    """The pieces made so far, and the block that is open."""

    lines: Sequence[Line]
    marks: Sequence[Marker | None]
    table: dict[int, tuple[str, ...]]
    usual: Measure
    told: Company
    pieces: list[_Piece] = field(factory=list)
    open: _Piece | None = None
    levels: list[_Level] = field(factory=list)
    apart: bool = False
    nested: set[tuple[str, str]] = field(factory=set)
    """Marks that stood a level below others without an indent: they do so again."""
    hanging: float | None = None
    """Where the last item that ran over a line was continued."""

    def furniture(self, line: Line, reason: str) -> None:
        """Put page furniture between; the open block may go on after it."""
        self.pieces.append(_Piece(line, "furniture", [line.text], reason=reason))
        self.apart = True

    def take(self, place: int) -> None:
        """Put a line of the body where it belongs."""
        marker = self.marks[place]
        if place in self.table:
            self._row(place)
        elif place not in self.told.listed and numbered_heading(place, self.lines, self.marks, self.usual):
            self.levels.clear()
            self._start(_Piece(self.lines[place], "heading", [self.lines[place].text], marker=marker))
        elif marker is not None:
            self._item(place, marker)
        elif self.lines[place].label:
            self._label(self.lines[place])
        else:
            self._words(place)
        self.apart = False

    def _start(self, piece: _Piece) -> None:
        piece.last = piece.first
        self.pieces.append(piece)
        self.open = piece

    def _row(self, place: int) -> None:
        line, cells = self.lines[place], self.table[place]
        table = self.open if self.open is not None and self.open.kind == "table" else None
        if table is None or self.pieces[-1] is not table or not _same_table(table, line, cells):
            self.levels.clear()
            table = _Piece(line, "table", [])
            self._start(table)
        table.merged |= {(len(table.cells), column) for column in line.merged} if table.cells else set()
        table.cells.append(cells)

    def _label(self, line: Line) -> None:
        """A label line, in the item that is open where it stands in as the item's words do."""
        inside = self.open is not None and self.open.depth and self._hangs(self.open, line)
        if not inside:
            self.levels.clear()
        self._start(_Piece(line, "label", [line.text], depth=self.open.depth if self.open and inside else 0))

    def _item(self, place: int, marker: Marker) -> None:
        depth = self._depth(place, marker)
        texts = [marker.text] if marker.text else []
        self._start(_Piece(self.lines[place], "item", texts, depth=depth, marker=marker))

    def _depth(self, place: int, marker: Marker) -> int:
        """How deep in the open list an item stands: by its indent, else by its mark."""
        line = self.lines[place]
        near = 1.5 * line.letter_width
        key = _kind_of(marker)
        while self.levels and line.x < self.levels[-1].x - near:
            self.levels.pop()
        same = [level for level in self.levels if abs(level.x - line.x) <= near]
        known = next((level for level in same if level.printed == key), None)
        if known is not None:
            del self.levels[self.levels.index(known) + 1 :]
        elif not same or (same[-1].printed, key) in self.nested or self._comes_back(place, same[-1].printed):
            if same:
                self.nested.add((same[-1].printed, key))
            self.levels.append(_Level(line.x, key))
        return len(self.levels)

    def _comes_back(self, place: int, printed: str) -> bool:
        """True where a mark of the outer kind follows later in this list, so that another mark is a level below."""
        for later in range(place + 1, min(place + 40, len(self.lines))):
            marker = self.marks[later]
            if marker is not None and _kind_of(marker) == printed:
                return True
            if marker is None and looks_like_heading(self.lines[later], self.usual):
                return False
        return False

    def _words(self, place: int) -> None:
        """A line without mark: it goes on with the open block or begins one."""
        block, line = self.open, self.lines[place]
        kind = "heading" if place in self.told.headings else "paragraph"
        if place in self.told.starts:
            self.levels.clear()
            self._start(_Piece(line, kind, [line.text], plain=place in self.told.plain))
            return
        if block is not None and block.last is not None and block.kind != "table":
            if self._lost_its_mark(block, line):
                self._start(_Piece(line, "item", [line.text], depth=block.depth))
                return
            if not block.texts or place in self.told.joined or self._continues(block, line):
                self._go_on(block, line)
                return
            if block.depth and self._hangs(block, line) and not self.apart and not self._stands_out(line):
                self._start(_Piece(line, "paragraph", [line.text], depth=block.depth, marker=None))
                return
        self.levels.clear()
        self._start(_Piece(line, kind, [line.text], plain=place in self.told.plain))

    def _continues(self, block: _Piece, line: Line) -> bool:
        if block.last is None:
            return False
        if block.kind == "label" and line.x > block.first.x + 0.5 * line.letter_width and line.size == block.last.size:
            return not self.usual.is_loose(line) or self.apart
        if heading_goes_on(block.last, line, self.usual):
            return True
        if block.kind == "heading":
            return False
        return goes_on(block.last, line, self.usual, hanging=self._hangs(block, line), apart=self.apart)

    def _stands_out(self, line: Line) -> bool:
        """True for what looks like a heading and has more space before it than lines have: no list goes on in it."""
        return is_strong(line, self.usual) and self.usual.is_loose(line) and looks_like_heading(line, self.usual)

    def _lost_its_mark(self, block: _Piece, line: Line) -> bool:
        """True for an item whose mark has no letter in the file: it stands in, but not where items are continued."""
        if not block.depth or block.kind != "item" or not block.texts or line.gap >= 1 or self.apart:
            return False
        if self.hanging is None or block.last is None or not ends_sentence(block.last.text):
            return False
        near = 0.7 * line.letter_width
        between = block.first.x + near < line.x < self.hanging - near
        return between and line.text[:1].isupper()

    def _hangs(self, block: _Piece, line: Line) -> bool:
        if block.marker is None:
            return bool(block.depth) and abs(line.x - block.first.x) <= 1.5 * line.letter_width
        return line.x >= block.first.x + line.letter_width

    def _go_on(self, block: _Piece, line: Line) -> None:
        if block.marker is not None and block.texts:
            self.hanging = line.x
        block.last = line
        if self.pieces[-1] is block or not self.apart:
            block.texts.append(line.text)
            return
        piece = _Piece(line, block.kind, [line.text], depth=block.depth, continues=True, marker=block.marker)
        piece.last = line
        self.pieces.append(piece)
        self.open = piece


def _same_table(table: _Piece, line: Line, cells: tuple[str, ...]) -> bool:
    """True where a row belongs to the open table: both have rules or neither, and as many columns."""
    return bool(table.first.cells) == bool(line.cells) and len(table.cells[-1]) == len(cells) and not line.header


def _kind_of(marker: Marker) -> str:
    """The mark without what changes from item to item."""
    return marker.printed if marker.mark is Mark.BULLET else f"{marker.mark.value}{marker.printed[-1:]}"
