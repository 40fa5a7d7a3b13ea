"""A line as a reader saw it."""

from __future__ import annotations

from attrs import frozen


@frozen
class Part:
    """A stretch of a line between wide blanks: where it begins, in the line's own unit, and its text.

    `right` is where it ends, None where all letters are one unit wide.
    """

    x: float
    text: str
    right: float | None = None


@frozen(kw_only=True)
class Line:
    """One printed line. What a format doesn't know is None.

    `page` and `number` count from 1, `number` within the page where there are pages. `x` is the left edge, `right`
    the right edge, in points or, in a text file, columns; `gap` the empty space before the line beyond the usual
    distance, in heights of a line. `size` is in points. `parts` are the stretches between wide blanks, for tables.

    Where columns of text stand side by side, the reader gives their lines one after the other, moved to where the
    first column stands; `edge` is the right edge that lines of this column reach, None where it is the document's.

    What a reader knows needn't be guessed: `cells` are the cells of a row of a ruled table, `merged` the columns in
    which such a row goes on with the cell above, `header` says that it names the columns; `beside` names what the
    line is where it is no text of the document (a footnote, say); `label` are the words with a colon before a value,
    where they are set off from it (`När:` in bold).
    """

    text: str
    page: int | None = None
    number: int | None = None
    x: float = 0.0
    right: float | None = None
    gap: float = 0.0
    size: float | None = None
    bold: bool | None = None
    caps: bool | None = None
    parts: tuple[Part, ...] = ()
    edge: float | None = None
    cells: tuple[str, ...] = ()
    merged: frozenset[int] = frozenset()
    header: bool = False
    beside: str = ""
    label: str = ""

    @property
    def letter_width(self) -> float:
        """How wide one character is on average, in the unit of `x`."""
        if self.right is None or not self.text:
            return 1.0
        wide = [(part.right - part.x, len(part.text)) for part in self.parts if part.right is not None and part.text]
        if wide and len(wide) == len(self.parts):  # the blanks between them are no letters
            return max(sum(width for width, _ in wide) / sum(letters for _, letters in wide), 0.01)
        return max((self.right - self.x) / len(self.text), 0.01)
