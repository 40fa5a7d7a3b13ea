"""OpenDocument."""

from __future__ import annotations

from helaplan import Reading, Source
from helaplan_word.package import unreadable


def read_odt(data: bytes, source: Source) -> Reading:
    """Not yet."""
    raise unreadable("word/other-format", name=source.name, found="OpenDocument")
