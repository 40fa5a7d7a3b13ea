"""How much text is read. What is longer is no plan, nor a collection of them, and costs a minute to find that out."""

from __future__ import annotations

from collections.abc import Iterator

from helaplan.document import Block, Document
from helaplan.errors import UnreadableSource
from helaplan.findings import Finding

#: A national collection of the plans of two dozen branches has two hundred pages.
PAGES = 400
#: The most letters that so many pages hold, and what markup may stand around them.
CHARACTERS = PAGES * 3_000
MARKED_UP = 10 * CHARACTERS


def too_long() -> UnreadableSource:
    """The exception for a text beyond the limit."""
    return UnreadableSource(Finding(code="document-too-large", args={"pages": PAGES}))


def refuse_too_long(document: Document) -> None:
    """Raise UnreadableSource for a document with more text than is read, whatever reader it comes from."""
    left = CHARACTERS
    for block in document.blocks:
        left -= sum(map(len, _texts(block)))
        if left < 0:
            raise too_long()


def _texts(block: Block) -> Iterator[str]:
    yield str(getattr(block, "text", ""))
    yield from getattr(block, "texts", ())
    for row in getattr(block, "rows", ()):
        yield from row
