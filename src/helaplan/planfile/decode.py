"""Bytes to text. A plan file is UTF-8; what is not is refused with a place and, if it can be told, its name."""

from __future__ import annotations

import codecs

from attrs import frozen

from helaplan.findings import Finding, Position, Span
from helaplan.planfile.lines import Lines
from helaplan.registers.filetypes import filetype_of

#: No yearly plan comes near it; a larger file would only take memory. 5,000 activities are 1.6 MB.
MAX_MEGABYTES = 16

# UTF-32 first: its little-endian BOM begins with that of UTF-16.
_WIDE_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)

#: Old one-byte encodings, and the letters and marks that Swedish texts have in them.
_ONE_BYTE = (
    ("Windows-1252", "cp1252", "åäöÅÄÖéÉüÜ–—‘’“”…§°»«½"),
    ("Mac Roman", "mac_roman", "åäöÅÄÖéÉüÜ–—‘’“”…§»«•"),
    ("DOS (CP850)", "cp850", "åäöÅÄÖéÉüÜ§"),
)

_FIRST = Span(Position(1, 1), Position(1, 1))


@frozen(eq=False, repr=False)
class Decoded:
    """The text without BOM and the same as UTF-8 bytes; or the one finding that says why there is none."""

    text: str = ""
    data: bytes = b""
    finding: Finding | None = None


def decode(source: bytes | str) -> Decoded:
    """The text of a plan file. A text is taken as it is, lone surrogates included: the scan finds those."""
    if len(source) > MAX_MEGABYTES * 1_000_000:
        return _refused("file-too-large", limit=MAX_MEGABYTES)
    if isinstance(source, str):
        text = source.removeprefix("\ufeff")
        data = text.encode("utf-8", "surrogatepass")
        found = filetype_of(data)
        return _refused("wrong-file", found=found) if found else Decoded(text, data)
    for bom, encoding in _WIDE_BOMS:
        if source.startswith(bom):
            return _refused("wrong-encoding", encoding=encoding)
    data = source.removeprefix(codecs.BOM_UTF8)
    found = filetype_of(data)
    if found:
        return _refused("wrong-file", found=found)
    if b"\0" in data[:400]:
        encoding = _wide_without_bom(data[:400])
        if encoding:
            return _refused("wrong-encoding", encoding=encoding)
    try:
        return Decoded(data.decode("utf-8"), data)
    except UnicodeDecodeError as error:
        return Decoded(finding=_not_utf8(data, error.start))


def _refused(code: str, **args: str | int) -> Decoded:
    return Decoded(finding=Finding(code=code, args=args, span=_FIRST))


def _wide_without_bom(head: bytes) -> str:
    """UTF-16 or UTF-32 by the places of the NULs: Latin text has one in two, or three in four, bytes zero."""
    if len(head) >= 8 and head.count(0) * 3 >= len(head) * 2:
        return "UTF-32"
    half = len(head) // 2
    even, odd = head[::2].count(0), head[1::2].count(0)
    # Three in four, since å ä ö keep the zero but dashes and typographic quotes don't.
    if half >= 2 and max(even, odd) >= half * 0.75 and min(even, odd) <= half * 0.1:
        return "UTF-16"
    return ""


def _not_utf8(data: bytes, first: int) -> Finding:
    before = data[:first].decode("utf-8")
    start = Lines(before).position(len(before))
    strange = [ord(each) - 0xDC00 for each in data.decode("utf-8", "surrogateescape") if "\udc80" <= each <= "\udcff"]
    name, codec = "", ""
    best = len(strange) / 2
    for candidate, its_codec, letters in _ONE_BYTE:
        known = frozenset(letters.encode(its_codec))
        score = sum(1 for byte in strange if byte in known)
        if score > best:
            name, codec, best = candidate, its_codec, score
    args: dict[str, str] = {"encoding": name}
    if codec:
        args["written"] = data[first : first + 1].decode(codec, "replace")
    return Finding(code="not-utf8", args=args, span=Span(start, Position(start.line, start.column + 1)))
