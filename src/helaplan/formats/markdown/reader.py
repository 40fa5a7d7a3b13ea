"""Markdown to Document: our own with ids and roles, other people's as what stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, evolve, field

from helaplan.document import (
    Block,
    Confidence,
    Document,
    Furniture,
    Heading,
    LabelLine,
    ListItem,
    Look,
    Paragraph,
    Table,
)
from helaplan.errors import UnreadableSource
from helaplan.findings import Finding, Place
from helaplan.formats.markdown.identity import Identity, identity
from helaplan.formats.markdown.inlines import Inline, parted, read_inline
from helaplan.formats.markdown.lettered import with_numbers
from helaplan.formats.markdown.parts import defined, is_bold_line, listed_cell, parts, without_box
from helaplan.formats.markdown.structure import Line, Raw, Structure
from helaplan.formats.text import decode
from helaplan.layout import join_letters
from helaplan.plugins.declarations import Reading, Source
from helaplan.registers.words import language_of

#: The title in front matter, with or without quotes.
_MATTER_TITLE = re.compile(r"(?:title|titel):[ \t]*([\"']?)(\S.*?)\1[ \t]*$", re.IGNORECASE)
_LONGEST_HEADING = 90
_LINE_END = re.compile(r"\r\n|\r|\n")


def read_markdown(data: bytes, source: Source) -> Reading:
    """The document of a Markdown file: UTF-8, with or without mark; else as text files are decoded.

    Emphasis is taken away, links are their text and address, pictures their alternative text, HTML its words. The
    title is the only heading of the first level where it comes first. Raises UnreadableSource for other kinds of
    files and where there is no word to read.
    """
    text, findings = decode(data, source)
    text = text.removeprefix("\ufeff")
    lines = [Line(number, _untabbed(each)) for number, each in enumerate(_LINE_END.split(text), start=1)]
    matter, lines = _front_matter(lines)
    structure = Structure()
    reader = _Reader(references=structure.references)
    reader.matter(matter)
    reader.take(structure.blocks(with_numbers(lines)))
    document = reader.document(text)
    if not any(letter.isalnum() for letter in text):
        raise UnreadableSource(Finding(code="no-words", args={"name": source.name}))
    return Reading(document=document, findings=findings)


def _untabbed(line: str) -> str:
    """The line with tabs in its indentation and after its list mark as spaces."""
    return line.expandtabs(4) if "\t" in line else line


def _front_matter(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines between `---` at the very top, as site builders want them, and the rest."""
    if not lines or lines[0].text.rstrip() != "---":
        return [], lines
    for place, line in enumerate(lines[1:], start=1):
        if line.text.rstrip() in ("---", "..."):
            return lines[1:place], lines[place + 1 :]
        if not line.blank and ":" not in line.text and not line.text.startswith((" ", "-", "#")):
            break
    return [], lines


@define(eq=False, kw_only=True)
class _Reader:
    references: dict[str, str]
    made: list[Block] = field(factory=list)
    title: str = ""
    named: str = ""
    titled: bool = False
    subtitle: str = ""
    whole: Identity = field(factory=Identity)
    pending: tuple[str, Identity] | None = None
    # The open items as (depth in the file, depth of the block): they part where something stands below a label line.
    open_items: list[tuple[int, int]] = field(factory=list)

    def matter(self, lines: list[Line]) -> None:
        """Page furniture of what site builders want to know; a title there is the document's where it has no other."""
        for line in lines:
            if not line.blank:
                if found := _MATTER_TITLE.match(line.text):
                    self.named = found[2].strip()
                place = Place(line=line.number)
                self.made.append(Furniture(text=line.text.strip(), reason="front matter", place=place))

    def take(self, raws: list[Raw]) -> None:
        tops = [each for each in raws if each.kind == "heading" and each.level == 1]
        words = [each for each in raws if each.kind != "rule"]
        # Several headings of the first level are chapters: then only the first of all blocks can be the title.
        shift = 1 if len(tops) <= 1 else 0
        for raw in words:
            if raw.kind == "heading" and raw.level == 1 and raw is words[0]:
                self.head(raw)
            elif self.ours or raw.kind not in ("paragraph", "item"):
                self.block(raw, shift)
            else:
                for part in parts(raw):
                    self.block(part, shift)

    @property
    def ours(self) -> bool:
        """Whether helaplan wrote the file: then every block is one line that says one thing."""
        return bool(self.whole.id or self.whole.role)

    def head(self, raw: Raw) -> None:
        found, hidden = self.words(raw.source)
        self.whole, self.titled = hidden, True
        self.title = found.text if self.ours else join_letters(found.text)

    def words(self, source: str) -> tuple[Inline, Identity]:
        """The words of a source, and the identity in the last of our comments there."""
        found = read_inline(source, self.references)
        ours = [each for each in map(identity, found.comments) if each is not None]
        return found, ours[-1] if ours else Identity()

    def block(self, raw: Raw, shift: int) -> None:
        place = Place(line=raw.line)
        raw = evolve(raw, depth=self.depth(raw))
        if raw.kind == "table":
            self.table(raw, place)
            return
        if raw.kind == "html":
            # Few files hold any HTML, and its parser takes a while to load.
            from helaplan.formats.html import html_blocks

            self.made += [evolve(each, place=place) for each in html_blocks(raw.source)]
            return
        if raw.kind == "defined":
            name, texts = defined(raw.source)
            said = [self.words(each)[0].text for each in texts]
            self.made.append(LabelLine(label=self.words(name)[0].text, texts=said, depth=raw.depth, place=place))
            return
        if raw.kind == "code":
            self.made.append(Paragraph(text=" ".join(raw.source.split()), depth=raw.depth, place=place))
            return
        box, source = without_box(raw.source) if raw.kind == "item" and not self.ours else ("", raw.source)
        found, hidden = self.words(source)
        if "table" in hidden.marks:
            self.pending = (found.text, hidden)
        elif "subtitle" in hidden.marks:
            self.subtitle = found.text
        else:
            made = self.worded(raw, found, shift)
            if made is not None:
                look = Look(marker=box) if box else made.look
                self.made.append(evolve(made, id=hidden.id, role=hidden.role, place=place, look=look))

    def depth(self, raw: Raw) -> int:
        """How deep the block of a raw one stands."""
        while self.open_items and self.open_items[-1][0] > raw.depth - (raw.kind == "item"):
            self.open_items.pop()
        depth = self.open_items[-1][1] if self.open_items else 0
        if raw.kind == "item":
            depth += 1
            self.open_items.append((raw.depth, depth))
        return depth

    def worded(self, raw: Raw, found: Inline, shift: int) -> Block | None:
        """The block of a raw one that has words; None where it has none and is no item."""
        if raw.kind == "heading":
            level = max(1, raw.level - shift)
            text = found.text if self.ours else join_letters(found.text)
            return Heading(text=text, level=level, depth=raw.depth) if text else None
        labelled = _label(found)
        if labelled is not None:
            if raw.kind != "item":
                return LabelLine(label=labelled[0], texts=labelled[1], depth=raw.depth)
            # A label line is an item below the item that it belongs to; what stands below it belongs there too.
            self.open_items[-1] = (self.open_items[-1][0], raw.depth - 1)
            return LabelLine(label=labelled[0], texts=labelled[1], depth=raw.depth - 1)
        if raw.kind == "item":
            return ListItem(text=found.text, number=raw.number, depth=raw.depth)
        if raw.kind == "paragraph" and not raw.depth and not self.ours and self.is_heading(raw, found):
            return Heading(text=join_letters(found.text), look=Look(bold=True), confidence=Confidence.LIKELY)
        return Paragraph(text=found.text, depth=raw.depth) if found.text else None

    def is_heading(self, raw: Raw, found: Inline) -> bool:
        """Whether a paragraph is a short line in bold: a heading, as people without a feeling for `#` set them."""
        short = len(found.text) <= _LONGEST_HEADING and not found.text.endswith((".", ",", ";"))
        return short and is_bold_line(raw.source) and any(each.isalpha() for each in found.text)

    def table(self, raw: Raw, place: Place) -> None:
        caption, hidden = self.pending or ("", Identity())
        self.pending = None
        merged: set[tuple[int, int]] = set()
        made: list[tuple[str, ...]] = []
        for row in raw.rows:
            for line, cells in enumerate(_by_items(row) if made and not self.ours else [list(row)]):
                merged |= {(len(made), column) for column, cell in enumerate(cells) if line and cell == row[column]}
                made.append(tuple(self.words(cell)[0].text for cell in cells))
        rows = tuple(made)
        if not any(map(any, rows)):
            return
        header = raw.header
        if header and not any(rows[0]):
            header, rows = 0, rows[1:]
            merged = {(row - 1, column) for row, column in merged}
        self.made.append(
            Table(
                rows=rows,
                header=header,
                caption=caption,
                merged=frozenset((row, column) for row, column in merged if rows[row][column]),
                depth=raw.depth,
                place=place,
                id=hidden.id,
                role=hidden.role,
            )
        )

    def document(self, text: str) -> Document:
        marks = self.whole.marks
        ours = bool(self.whole.id or self.whole.role)
        return Document(
            title=self.title or self.named,
            language=marks[0] if marks else "sv" if ours else language_of(text),
            subtitle=self.subtitle,
            blocks=self.made,
            id=self.whole.id,
            role=self.whole.role,
        )


def _by_items(row: Sequence[str]) -> list[list[str]]:
    """A row of a table, or one for each item of the list that stands in one of its cells."""
    lists = [listed_cell(cell) for cell in row]
    longest = max(map(len, lists), default=1)
    if any(1 < len(items) < longest for items in lists):
        return [list(row)]
    return [[items[line] if len(items) > 1 else items[0] for items in lists] for line in range(longest)]


def _label(found: Inline) -> tuple[str, tuple[str, ...]] | None:
    """Label and texts of a line such as `**När:** mars; juni`; None for any other."""
    label, rest = found.bold, found.rest
    if label.endswith(":"):
        label = label[:-1]
    elif rest.startswith(":"):
        rest = rest[1:]
    else:
        return None
    texts = parted(rest)
    return (label.strip(), texts) if label.strip() and texts else None
