"""Document to Markdown: what GitHub shows is the document's words, and what stands hidden is only ids and roles."""

from __future__ import annotations

import re
from typing import Any

import attrs
from attrs import define, field

from helaplan.document import Block, Document, Figure, Heading, LabelLine, ListItem, Paragraph, Table
from helaplan.formats.markdown.escape import block, inline
from helaplan.formats.markdown.identity import comment
from helaplan.plugins.declarations import WriteContext

_EMPTY = "<!-- -->"
_NUMBER = re.compile(r"([0-9]{1,9})([.)]?)", re.ASCII)


def write_markdown(document: Document, options: Any, context: WriteContext) -> bytes:
    """The document as UTF-8 Markdown (CommonMark with GitHub's tables), one line a block, `\\n` between lines.

    Page furniture, attachments and what repeats the rest are left out; a figure is its table. Nothing is raised.
    """
    writer = _Writer()
    writer.head(document)
    for each in document.blocks:
        writer.take(each)
    return ("\n".join(writer.lines) + "\n").encode("utf-8") if writer.lines else b""


@define(eq=False)
class _Item:
    """A list item that is still open: where its content begins, and the list it stands in."""

    indent: int


@define(eq=False)
class _Writer:
    lines: list[str] = field(factory=list)
    items: list[_Item] = field(factory=list)
    # Per level of lists the number that comes next, "" for a bullet list, None where no list is open.
    series: dict[int, int | None] = field(factory=dict)
    in_list: bool = False

    def head(self, document: Document) -> None:
        # Swedish goes without saying where the title says that the document is ours.
        silent = document.language == "sv" and (document.id or document.role)
        marks = () if silent else (document.language,)
        hidden = comment(document.id, document.role, *marks)
        if document.title or hidden:
            self.lines.append(f"# {block(document.title, heading=True)}{hidden}".rstrip())
        if document.subtitle:
            self.paragraph(block(document.subtitle) + comment("", "", "subtitle"), 0)

    def take(self, each: Block) -> None:
        if each.repeats:
            return
        hidden = comment(each.id, each.role)
        if isinstance(each, Heading):
            self.items.clear()
            level = min(max(each.level or 1, 1), 5)
            self.paragraph(f"{'#' * (level + 1)} {block(each.text, heading=True)}{hidden}", 0)
        elif isinstance(each, ListItem):
            self.item(each, hidden)
        elif isinstance(each, LabelLine):
            self.label(each, hidden)
        elif isinstance(each, Table):
            self.table(each)
        elif isinstance(each, Figure):
            data = attrs.evolve(each.data, caption=each.caption or each.data.caption or each.alt)
            self.table(attrs.evolve(data, id=each.id, role=each.role, depth=each.depth))
        elif isinstance(each, Paragraph) and (each.text or hidden):
            self.paragraph(block(each.text) + hidden, each.depth)

    def indent(self, depth: int) -> int:
        """Columns before what belongs to the open item of this depth; items further in are closed."""
        depth = min(depth, len(self.items))
        del self.items[depth:]
        for level in [level for level in self.series if level > depth]:
            del self.series[level]
        return self.items[-1].indent if self.items else 0

    def blank(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def paragraph(self, text: str, depth: int) -> None:
        """A line of its own with an empty line before it; it ends the list one level further in."""
        indent = self.indent(depth)
        self.series.pop(min(depth, len(self.items)), None)
        self.blank()
        self.lines.append(" " * indent + text.strip())
        self.in_list = False

    def item(self, each: ListItem, hidden: str) -> None:
        number = _NUMBER.fullmatch(each.number)
        text = block(each.text)
        if each.number and number is None:
            # Markdown counts only whole numbers; any other number is printed before the words.
            text = block(f"{each.number} {each.text}")
        # An item without words ends at the next empty line, unless something stands in it.
        hidden = hidden or ("" if text else f" {_EMPTY}")
        marker = f"{number[1]}{number[2] or '.'}" if number else "-"
        self.bullet(each.depth - 1, marker, text, hidden, int(number[1]) if number else None)

    def label(self, each: LabelLine, hidden: str) -> None:
        texts = "; ".join(inline(text, separator=True) for text in each.texts)
        self.bullet(each.depth, "-", f"**{inline(each.label)}:** {texts}".rstrip(), hidden, None)
        # Nothing hangs on a label line: what comes at this depth belongs to the item above.
        self.items.pop()

    def bullet(self, level: int, marker: str, text: str, hidden: str, number: int | None) -> None:
        """One item of a list at a level from 0; a list of its own where its number doesn't follow on the last."""
        indent = self.indent(level)
        level = len(self.items)
        opened = level in self.series
        if number is not None and opened and self.series[level] not in (number, None):
            self.blank()
            self.lines.append(" " * indent + _EMPTY)
            opened = False
        # Only a list that begins with 1 and a first item with words may follow a paragraph line directly.
        starts_ordered = number is not None and (not opened or self.series[level] is None)
        if not self.in_list or starts_ordered or (not opened and not text):
            self.blank()
        self.lines.append(" " * indent + f"{marker} {text}{hidden}".rstrip().replace(f"{marker}  ", f"{marker} ", 1))
        self.series[level] = None if number is None else number + 1
        self.items.append(_Item(indent + len(marker) + 1))
        self.in_list = True

    def table(self, each: Table) -> None:
        width = max((len(row) for row in each.rows), default=0)
        if not width:
            return
        hidden = comment(each.id, each.role, "table") if each.id or each.role or each.caption else ""
        if hidden:
            self.paragraph(block(each.caption) + hidden, each.depth)
        indent = " " * self.indent(each.depth)
        rows = list(each.rows) if each.header else [("",) * width, *each.rows]
        self.blank()
        for place, row in enumerate(rows):
            cells = [inline(cell) for cell in (*row, *[""] * (width - len(row)))]
            self.lines.append(f"{indent}| {' | '.join(cells)} |")
            if place == 0:
                self.lines.append(f"{indent}|{' --- |' * width}")
        self.series.pop(len(self.items), None)
        self.in_list = False
