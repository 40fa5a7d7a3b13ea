"""What stands in a Word file, before anything is said of what it means: paragraphs of spans, tables of cells."""

from __future__ import annotations

from typing import TypeAlias

from attrs import define, field, frozen

from helaplan import join_letters
from helaplan_word.numbering import Mark
from helaplan_word.styles import ParagraphLook, RunLook, Style

#: The text of spans that are no words.
BREAK, TAB = "\n", "\t"


@frozen
class Span:
    """Characters that look alike. `style` is the name of their character style, lower case."""

    text: str
    look: RunLook
    style: str = ""


@define(eq=False, kw_only=True)
class RawParagraph:
    """A paragraph as a reader sees it, with what its bookmarks, fields and notes say of it.

    `beside` is the reason why the words are no text of the document, "" for all others; `dates` the results of fields
    that change by themselves; `notes` the ids of its footnotes; `boxes` what stands in its text boxes.
    """

    n: int
    style: Style
    look: ParagraphLook
    spans: list[Span] = field(factory=list)
    bookmarks: list[str] = field(factory=list)
    mark: Mark | None = None
    beside: str = ""
    dates: list[str] = field(factory=list)
    notes: list[str] = field(factory=list)
    boxes: list[RawBlock] = field(factory=list)

    @property
    def text(self) -> str:
        """The words with breaks and tabs as blanks; no blanks at the ends, none doubled."""
        return plain(self.spans)

    @property
    def left(self) -> float:
        """Where the lines after the first begin, in points."""
        own = self.look.left
        if own is None and self.mark is not None:
            own = self.mark.definition.left
        return own or 0.0

    @property
    def start(self) -> float:
        """Where the first line begins, in points."""
        own = self.look.first
        if own is None and self.mark is not None:
            own = self.mark.definition.first
        return self.left + (own or 0.0)


@define(eq=False, kw_only=True)
class RawCell:
    """A cell: what stands in it, how many columns it covers, and whether it goes on from the row above."""

    blocks: list[RawBlock]
    span: int = 1
    goes_on: bool = False
    opens: bool = False


@define(eq=False, kw_only=True)
class RawRow:
    """A row of cells; `skipped` columns stand empty before the first."""

    cells: list[RawCell]
    header: bool = False
    skipped: int = 0


@define(eq=False, kw_only=True)
class RawTable:
    """A table. `n` is the number of the first paragraph in it, `left` its indent in points."""

    n: int
    rows: list[RawRow]
    left: float = 0.0
    description: str = ""


RawBlock: TypeAlias = RawParagraph | RawTable


def plain(spans: list[Span]) -> str:
    """The words of spans in one line."""
    return " ".join(join_letters("".join(each.text for each in spans)).split())
