"""The blocks of anybody's Word file: headings by style or by look, lists by numbering or typed marks, tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import define, evolve, field

from helaplan import (
    Block,
    Confidence,
    Furniture,
    Heading,
    ListItem,
    Look,
    Paragraph,
    Place,
    Table,
)
from helaplan_word.levels import Levels
from helaplan_word.pieces import Piece, is_labelled, pieces_of, runs_of_rows, settle, usual_size
from helaplan_word.raw import RawBlock, RawParagraph, RawTable
from helaplan_word.tables import Grid, contents, grid_of, is_frame, is_letterhead, paragraphs_in

_LINE = re.compile(r"[\W_]*")
_ENDS = (".", "!", "?", ",", ";", "…", "-")
_SENTENCE_ENDS = (".", "!", "?", ":", ";", "…")
_LONGEST_HEADING, _MOST_WORDS, _LONGEST_STYLED = 90, 11, 250
#: What stands beside a day that prints itself anew each time: "Utskrivet 2021-12-06", hardly a sentence.
_DATE_WORDS = 4
#: Heads of columns that are repeated below a row that parts the table; more rows are hardly heads.
_HEAD_ROWS = 3
#: An empty paragraph as space before the next one, in points.
_EMPTY = 12.0


@define(eq=False)
class Builder:
    """Makes blocks of the paragraphs and tables of a body. `notes` are the texts of footnotes by their id."""

    notes: dict[str, str]
    title: str = ""
    made: list[Block] = field(factory=list)
    levels: Levels = field(factory=Levels)
    usual: float = 0.0
    body_left: float = 0.0
    styled: bool = False
    strong: int = 0
    gap: float = 0.0
    after_line: bool = False

    def body(self, blocks: Sequence[RawBlock]) -> None:
        """Add the blocks of a body."""
        flat = list(_unframed(_without_letterhead(blocks)))
        pieces = {id(each): pieces_of(each) for each in flat if isinstance(each, RawParagraph) and not each.beside}
        shown = [piece for each in pieces.values() for piece in each]
        settle(shown)
        self._measure(shown)
        waiting: list[RawParagraph] = []
        for each in flat:
            if isinstance(each, RawParagraph):
                waiting.append(each)
                continue
            self._run(waiting, pieces)
            waiting = []
            self._table(each)
        self._run(waiting, pieces)

    def _measure(self, shown: Sequence[Piece]) -> None:
        """What is usual in this document, so that what stands out can be told."""
        plain = [piece for piece in shown if level_of(piece.paragraph) is None]
        self.usual = usual_size(plain)
        self.styled = any(level_of(piece.paragraph) is not None for piece in shown)
        self.strong = sum(1 for piece in plain if self._is_strong(piece) and _is_short(piece, strong=True))
        lefts: Counter[float] = Counter()
        for piece in plain:
            if piece.paragraph.mark is None and not piece.mark:
                lefts[piece.paragraph.left] += len(piece.text)
        self.body_left = max(lefts, key=lambda left: (lefts[left], -left), default=0.0)

    def _run(self, paragraphs: Sequence[RawParagraph], pieces: dict[int, list[Piece]]) -> None:
        """Add paragraphs that stand one after the other, rows set with tabs as tables."""
        ordered: list[Piece] = [piece for each in paragraphs for piece in pieces.get(id(each), [])]
        groups = (group for group in runs_of_rows(ordered) if len(group) > 1 and not _has_lines(group))
        rows = {id(group[0]): group for group in groups}
        done: set[int] = set()
        for each in paragraphs:
            if not each.text:
                self.gap += _EMPTY
            elif each.beside:
                self._beside(each.text, each.beside, each.n)
            elif not self._stale(each):
                for place, piece in enumerate(pieces[id(each)]):
                    if id(piece) in done:
                        continue
                    group = rows.get(id(piece))
                    if group is not None:
                        done.update(map(id, group))
                        self._rows(group)
                    else:
                        self._piece(piece, pieces[id(each)], place)
            self._after(each)

    def _after(self, paragraph: RawParagraph) -> None:
        """What hangs on a paragraph: its footnotes, and the day that a field prints."""
        for ident in paragraph.notes:
            if text := self.notes.get(ident, ""):
                self._beside(text, "footnote", paragraph.n)

    def _stale(self, paragraph: RawParagraph) -> bool:
        """Put a day that prints itself, and the few words with it, beside the text. True where that was all."""
        if not paragraph.dates:
            return False
        if len(paragraph.text.split()) <= _DATE_WORDS:
            self._beside(" ".join((paragraph.text, *paragraph.dates)), "changing field", paragraph.n)
            return True
        for each in paragraph.dates:
            self._beside(each, "changing field", paragraph.n)
        return False

    def _beside(self, text: str, reason: str, n: int) -> None:
        self.made.append(Furniture(text=text, reason=reason, place=Place(paragraph=n)))

    # ---- paragraphs

    def _piece(self, piece: Piece, whole: Sequence[Piece], place: int) -> None:
        paragraph = piece.paragraph
        if self._is_signature(piece):
            return
        level = level_of(paragraph)
        if paragraph.style.is_title and level is None:
            if place == 0:
                self._title(" ".join(each.text for each in whole), piece)
        elif level is not None and len(paragraph.text) <= _LONGEST_STYLED:
            if place == 0:
                self._heading(Heading(text=paragraph.text, level=min(level, 9)), piece)
        elif self._heads_a_list(piece):
            self._heading(Heading(text=piece.text, confidence=Confidence.LIKELY), piece)
        elif paragraph.mark is not None and place == 0 and not piece.mark:
            self._item(piece, piece.text, "" if paragraph.mark.is_bullet else paragraph.mark.printed)
        elif piece.mark and not (piece.number and self._is_heading(piece)):
            self._item(piece, piece.rest, piece.mark if piece.number else "")
        elif not self._hangs(piece) and self._is_heading(piece):
            sure = Confidence.LIKELY if self._is_strong(piece) else Confidence.GUESS
            self._heading(Heading(text=piece.text, confidence=sure), piece)
        else:
            depth = self.levels.depth if self._hangs(piece) else 0
            if not depth:
                self.levels.clear()
            self._add(Paragraph(text=piece.text, depth=depth), piece)

    def _title(self, text: str, piece: Piece) -> None:
        """The title, where nothing stands before it; what else is set as a title is a heading that stands out."""
        self.levels.clear()
        if not self.title and not any(not isinstance(each, Furniture) for each in self.made):
            self.title = text
            self.gap = 0.0
        else:
            self._add(Heading(text=text, confidence=Confidence.LIKELY), piece)

    def _heading(self, block: Heading, piece: Piece) -> None:
        self.levels.clear()
        self._add(block, piece)

    def _item(self, piece: Piece, text: str, number: str) -> None:
        depth = self.levels.item(piece)
        if text:
            self._add(ListItem(text=text, number=number, depth=depth), piece)

    def _add(self, block: Block, piece: Piece) -> None:
        paragraph = piece.paragraph
        mark = piece.mark or (paragraph.mark.printed if paragraph.mark is not None and piece.first else "")
        look = Look(
            indent=piece.start,
            size=piece.size or None,
            bold=piece.bold or piece.size > self.usual + 0.9,
            caps=piece.caps,
            marker=mark or None,
            gap=(paragraph.look.before or 0.0) + self.gap if piece.first else 0.0,
            style=paragraph.style.name or None,
            continues=self._goes_on(block, piece),
        )
        self.gap = 0.0
        self.made.append(evolve(block, look=look, place=Place(paragraph=paragraph.n)))

    def _goes_on(self, block: Block, piece: Piece) -> bool:
        """Whether a page break in mid-sentence cut this off: some programs make two paragraphs of such a one."""
        cut = piece.first and piece.paragraph.look.new_page and piece.text[:1].islower()
        if not cut or not isinstance(block, Paragraph):
            return False
        before = next((each for each in reversed(self.made) if not isinstance(each, Furniture)), None)
        return isinstance(before, ListItem | Paragraph) and not before.text.endswith(_SENTENCE_ENDS)

    def _is_signature(self, piece: Piece) -> bool:
        """Take lines to sign on, and the names or roles right below them, for what they are."""
        if _LINE.fullmatch(piece.text):
            self._beside(piece.text, "line", piece.paragraph.n)
            self.after_line = "_" in piece.text or len(piece.text) > 3
            return True
        below = self.after_line and len(piece.cells) > 1 and not piece.mark and len(piece.text) <= 80
        self.after_line = False
        if below:
            self._beside(piece.text, "signature", piece.paragraph.n)
        return below

    # ---- what a line is

    def _is_strong(self, piece: Piece) -> bool:
        return piece.bold or piece.caps or piece.underline or piece.size > self.usual + 0.9

    def _is_heading(self, piece: Piece) -> bool:
        """Whether a line without a heading's style looks like a heading."""
        strong = self._is_strong(piece) or bool(piece.paragraph.look.keep_next and not piece.text.endswith(":"))
        if not _is_short(piece, strong=strong):
            return False
        # Where others are styled or stand out, a line that is only short is a short line.
        return strong or (not self.styled and self.strong < 2 and not is_labelled(piece.text))

    def _heads_a_list(self, piece: Piece) -> bool:
        """Whether a numbered paragraph is a heading that was numbered as a list, set in bold and short."""
        mark = piece.paragraph.mark
        if mark is None or mark.is_bullet or not piece.first or not (piece.bold or piece.size > self.usual + 0.9):
            return False
        return _is_short(piece, strong=True) and mark.printed[:1].isdigit() and not piece.text.endswith(_ENDS)

    def _hangs(self, piece: Piece) -> bool:
        """Whether a line without a mark belongs to the item above it: it begins where the item's words do."""
        if not self.levels.depth:
            return False
        if not piece.first:
            return piece.paragraph.mark is not None or piece.start > self.body_left
        left = max(piece.start, piece.paragraph.left)
        return left > self.body_left + 1.0 and left >= self.levels.text_left - 1.0

    # ---- tables

    def _rows(self, group: Sequence[Piece]) -> None:
        self.levels.clear()
        width = max(len(piece.cells) for piece in group)
        rows = tuple((*piece.cells, *[""] * (width - len(piece.cells))) for piece in group)
        self.made.append(Table(rows=rows, header=0, place=Place(paragraph=group[0].paragraph.n)))
        self.gap = 0.0

    def _table(self, table: RawTable) -> None:
        """A table; its rows that are one cell wide are headings between the tables that the other rows make."""
        self.levels.clear()
        self.gap = 0.0
        grid = grid_of(table)
        place = Place(paragraph=table.n)
        start, told = 0, False
        for end in (*sorted(grid.sections), len(grid.rows)):
            told = self._part(grid, start, end, place, told=told) or told
            if end < len(grid.rows):
                text = " ".join(cell for cell in grid.rows[end] if cell)
                self.made.append(Heading(text=text, confidence=Confidence.LIKELY, place=place))
            start = end + 1
        for each in paragraphs_in(list(contents(table))):
            self._after(each)

    def _part(self, grid: Grid, start: int, end: int, place: Place, *, told: bool) -> bool:
        """Add the rows from `start` up to `end` as a table; the heads of the columns hold for each part of a table.

        True where that tells the heads. Heads alone, with parts to come, are told with the first of those; repeated
        they count as merged, so that no word comes twice.
        """
        rows = grid.rows[start:end]
        if not any(any(row) for row in rows) or (end <= grid.header <= _HEAD_ROWS and end in grid.sections):
            return False
        own = start <= grid.first
        heads = grid.rows[grid.first : grid.header]
        again = heads if 0 < len(heads) <= _HEAD_ROWS and not own else []
        moved = len(again) - start
        merged = {(row + moved, column) for row in range(start, end) for column in grid.merged.get(row, ())}
        if told:
            merged |= {(row, column) for row, cells in enumerate(again) for column, cell in enumerate(cells) if cell}
        header = min(len(heads), len(rows)) if own else len(again)
        self.made.append(Table(rows=(*again, *rows), header=header, merged=frozenset(merged), place=place))
        return header > 0


def level_of(paragraph: RawParagraph) -> int | None:
    """The level of a heading by its style or its outline level, None for text. 1 is the outermost."""
    outline = paragraph.look.outline
    if outline is not None and outline > 8:
        return None
    found = paragraph.style.heading
    if found is None and outline is not None and outline >= 0 and not paragraph.style.is_title:
        found = outline + 1
    return found


def _unframed(blocks: Sequence[RawBlock]) -> Iterator[RawBlock]:
    """Blocks with the text of boxes after the paragraph they hang on, and tables undone that only place text."""
    for each in blocks:
        if isinstance(each, RawParagraph):
            yield each
            yield from _unframed(each.boxes)
        elif each.rows and is_frame(each):
            yield from _unframed(list(contents(each)))
        elif each.rows:
            yield each


def _without_letterhead(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """The blocks with the head of a letter, a table above the title, as the paragraphs in it."""
    made = list(blocks)
    first = next((place for place, each in enumerate(made) if isinstance(each, RawTable) or each.text), None)
    if first is None:
        return made
    table, rest = made[first], made[first + 1 :]
    titled = any(isinstance(each, RawParagraph) and (each.style.is_title or level_of(each)) for each in rest)
    if titled and isinstance(table, RawTable) and table.rows and is_letterhead(table):
        made[first : first + 1] = list(contents(table))
    return made


def _has_lines(group: Sequence[Piece]) -> bool:
    """Whether a group of tabbed lines is a place for signatures."""
    return any(_LINE.fullmatch(piece.text) for piece in group)


def _is_short(piece: Piece, *, strong: bool) -> bool:
    """Whether a line is as short as a heading and doesn't end as a sentence does."""
    text = piece.text
    if len(text) > _LONGEST_HEADING or len(text.split()) > _MOST_WORDS or not any(map(str.isalpha, text)):
        return False
    start = text.lstrip("\"”'»(")[:1]
    if not strong and not (start.isupper() or start.isdigit()):
        return False
    if text.endswith(_ENDS):
        return strong and text[-1] in ".!?" and len(text.split()) <= 6
    return not text.startswith("(") or strong
