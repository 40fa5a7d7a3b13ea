"""Formats that are not read, with what to do instead."""

from __future__ import annotations

from typing import NoReturn

from helaplan import Source
from helaplan_word.package import is_encrypted_office, kind_of, unreadable


def read_other(data: bytes, source: Source) -> NoReturn:
    """Raises UnreadableSource that names the format and the way out. A .doc or .rtf is never read as text.

    RTF has no structure that a permissive library reads well, and the old Word format none at all; every program that
    opens them saves .docx.
    """
    if is_encrypted_office(data):
        raise unreadable("encrypted-document")
    if data.startswith(b"PK"):
        raise unreadable("word/is-docx", name=source.name)
    found = kind_of(data)
    if not data.strip():
        raise unreadable("nothing-to-read", name=source.name)
    if not found and b"\0" not in data[:4096]:
        raise unreadable("word/plain-text", name=source.name)
    raise (
        unreadable("word/other-format", name=source.name, found=found)
        if found
        else unreadable("word/damaged", name=source.name)
    )
