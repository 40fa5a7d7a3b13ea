"""The lines of a document with what may be asked of one of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from attrs import define

from helaplan.layout.flow import Measure
from helaplan.layout.headings import is_strong, looks_like_heading
from helaplan.layout.lines import Line
from helaplan.layout.markers import Marker

#: No item has more lines than this.
_FARTHEST = 20


@define(eq=False)
class View:
    """The lines, their marks, what is usual, and the places of lines that are rows of a table."""

    lines: Sequence[Line]
    marks: Sequence[Marker | None]
    usual: Measure
    table: Collection[int]

    def bare(self, place: int) -> bool:
        """True for a line of text without a mark."""
        return 0 <= place < len(self.lines) and self.marks[place] is None and not self.is_known(place)

    def is_known(self, place: int) -> bool:
        """True for a line of which the reader knows what it is."""
        return place in self.table or bool(self.lines[place].label)

    def text(self, place: int) -> str:
        """The words of a line."""
        return self.lines[place].text

    def strong(self, place: int) -> bool:
        """True for a line that stands out."""
        return is_strong(self.lines[place], self.usual)

    def meant(self, place: int) -> bool:
        """True where the break before a line was meant: there was room for its first word, or space was left."""
        first, second = self.lines[place - 1], self.lines[place]
        return self.usual.fits(first, second) or self.usual.is_loose(second)

    def is_small(self, place: int) -> bool:
        """True for a line without a mark that begins in small letters."""
        return self.bare(place) and self.text(place).lstrip("(\"”'»")[:1].islower()

    def hangs(self, place: int) -> bool:
        """True for a line that stands where the text of an item is continued."""
        line = self.lines[place]
        at, least = place - 1, max(place - _FARTHEST, 0)
        while at > least and self.marks[at] is None and abs(self.lines[at].x - line.x) <= line.letter_width:
            at -= 1
        return self.marks[at] is not None and line.x >= self.lines[at].x + line.letter_width

    def is_heading(self, place: int) -> bool:
        """True for a line that is seen to be a heading."""
        return self.strong(place) and looks_like_heading(self.lines[place], self.usual)
