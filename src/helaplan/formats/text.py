"""Reads plain text: bytes to positioned lines, lines to blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from helaplan.document import Document
from helaplan.errors import UnreadableSource
from helaplan.findings import Finding, Severity
from helaplan.formats.limits import CHARACTERS, too_long
from helaplan.layout import Line, Part, blocks
from helaplan.plugins.declarations import Reading, Source
from helaplan.registers.words import language_of

_TAB = 8
#: How far apart the cells between tabs are put: farther than any of them is near another.
_COLUMN = 40
_ENDS = re.compile(r"\r\n|[\n\r\x0b\x85\u2028\u2029]")
_PART = re.compile(r"\S+(?: \S+)*")
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
#: How other kinds of files begin, by the name people know them by.
_OTHERS = ((b"%PDF-", "PDF"), (b"PK\x03\x04", "ZIP"), (b"\xd0\xcf\x11\xe0", "DOC"), (b"{\\rtf", "RTF"))


def read_text(data: bytes, source: Source) -> Reading:
    """The document that a text prints: UTF-8 with or without mark, UTF-16 with one, else Windows-1252.

    A form feed begins a new page. The document's title is empty: which line is the title is for `recognise` to say.
    Raises UnreadableSource for other kinds of files and where there is no word to read.
    """
    text, findings = decode(data, source)
    if not any(letter.isalnum() for letter in text):
        raise UnreadableSource(Finding(code="no-words", args={"name": source.name}))
    document = Document(title="", language=language_of(text), blocks=blocks(text_lines(text)))
    return Reading(document=document, findings=findings)


def text_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text, empty ones too, with their columns; pages where form feeds divide it."""
    pages = text.removeprefix("\ufeff").split("\f")
    lines = []
    for page, content in enumerate(pages, start=1):
        raws = _ENDS.split(content)
        celled = _celled(raws)
        for number, raw in enumerate(raws, start=1):
            wide = raw.replace("\u00a0", " ").expandtabs(_TAB)
            stripped = wide.strip()
            start = len(wide) - len(wide.lstrip())
            line = Line(
                text=stripped,
                page=page if len(pages) > 1 else None,
                number=number,
                x=float(start),
                right=float(start + len(stripped)),
                parts=_tabbed(raw) if number - 1 in celled else _parts(wide),
            )
            lines.append(line)
    return tuple(lines)


def _celled(raws: Sequence[str]) -> set[int]:
    """The places of lines whose cells are divided by single tabs, wherever the cells end.

    Several tabs in a row only push the next cell to its column, or stand around an empty cell: then every line of the
    table has as many, and some line has none in a row.
    """
    if not any("\t\t" in raw for raw in raws):
        return {place for place, raw in enumerate(raws) if "\t" in raw.strip()}
    found: set[int] = set()
    for many, group in groupby(enumerate(raws), key=lambda each: each[1].count("\t")):
        run = list(group)
        whole = any("\t\t" not in raw and not raw.startswith("\t") and not raw.endswith("\t") for _, raw in run)
        if many > 1 and len(run) > 1 and whole:
            found |= {place for place, _ in run}
    return found


def _parts(line: str) -> tuple[Part, ...]:
    return tuple(Part(float(part.start()), part.group()) for part in _PART.finditer(line))


def _tabbed(line: str) -> tuple[Part, ...]:
    """Cells between tabs, each in a column of its own."""
    cells = enumerate(line.split("\t"))
    return tuple(Part(float(place * _COLUMN), cell.strip()) for place, cell in cells if cell.strip())


def decode(data: bytes, source: Source, *, most: int = CHARACTERS) -> tuple[str, tuple[Finding, ...]]:
    """The text in these bytes, and a finding where its encoding was guessed.

    Raises UnreadableSource for no text, and for one of more than `most` characters.
    """
    text, findings = _decoded(data, source)
    if len(text) > most:
        raise too_long()
    return text, findings


def _decoded(data: bytes, source: Source) -> tuple[str, tuple[Finding, ...]]:
    for start, name in _OTHERS:
        if data.startswith(start):
            raise UnreadableSource(Finding(code="not-text", args={"name": source.name, "found": name}))
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        if b"\0" in data:
            raise UnreadableSource(Finding(code="not-text", args={"name": source.name, "found": ""})) from None
    # The only old encoding that Swedish documents are still met in. Its five unused bytes become U+FFFD.
    guessed = Finding(code="encoding-guessed", args={"encoding": "Windows-1252"}, severity=Severity.WARNING)
    return data.decode("cp1252", errors="replace"), (guessed,)
