"""How deep an item stands in the list that is open: by its own level in the list, else by where it begins."""

from __future__ import annotations

from attrs import define, field

from helaplan_word.pieces import Piece

#: Items begin at the same place when they are this near, in points.
_NEAR = 5.0


@define(eq=False)
class _Level:
    """A level that is open: where its marks stand, where its words begin, the list it belongs to."""

    start: float
    left: float
    group: str
    level: int


@define(eq=False)
class Levels:
    """The levels of the list that is open, the outermost first."""

    open: list[_Level] = field(factory=list)

    @property
    def depth(self) -> int:
        """How deep the last item stood, 0 where no list is open."""
        return len(self.open)

    @property
    def text_left(self) -> float:
        """Where the words of the last item begin."""
        return self.open[-1].left if self.open else 0.0

    def clear(self) -> None:
        """Close the list."""
        self.open.clear()

    def item(self, piece: Piece) -> int:
        """Open the level of an item, close those further in, and say how deep it stands."""
        new = _level_of(piece)
        same = [place for place, each in enumerate(self.open) if (each.group, each.level) == (new.group, new.level)]
        if same and (new.group.startswith("list ") or abs(self.open[same[-1]].start - new.start) <= _NEAR):
            del self.open[same[-1] + 1 :]
            self.open[-1] = new
            return self.depth
        if self.open and new.group.startswith("list ") and self.open[-1].group == new.group:
            while self.open and self.open[-1].level >= new.level:
                self.open.pop()
        else:
            while self.open and new.start < self.open[-1].start - _NEAR:
                self.open.pop()
            if self.open and abs(self.open[-1].start - new.start) <= _NEAR:
                self.open.pop()
        self.open.append(new)
        return self.depth


def _level_of(piece: Piece) -> _Level:
    paragraph = piece.paragraph
    mark = paragraph.mark
    if mark is not None and piece.first and not piece.mark:
        return _Level(paragraph.start, paragraph.left, f"list {mark.group}", mark.level)
    left = max(paragraph.left, piece.start + 1.0)
    return _Level(piece.start, left, f"typed {'1' if piece.number else piece.mark}", 0)
