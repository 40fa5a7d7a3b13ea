"""How much a PDF unpacks to, measured before PDFium unpacks it whole into memory.

Every stream is inflated piece by piece and thrown away, and only as far as the limit. Nothing here understands PDF
beyond `stream` and the words before it; what it misses (encrypted streams) PDFium's own limit of a gigabyte stops.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib

#: The most that one stream may unpack to, in bytes, and all of them together.
ONE = 24_000_000
ALL = 100_000_000
#: How far zlib can shrink.
_RATIO = 1032
_PIECE = 1 << 20
_NESTED = 4
_STREAM = re.compile(rb"stream\r?\n")
#: Pictures are big, and PDFium only unpacks them to draw them.
_PICTURE = re.compile(rb"/(?:Subtype\s*/Image|DCTDecode|JPXDecode|CCITTFaxDecode|JBIG2Decode)")
_DICTIONARY = 2000


def unpacks_too_much(data: bytes) -> int:
    """The limit in megabytes that the streams of this file break, 0 where they keep to it."""
    total = 0
    for match in _STREAM.finditer(data):
        if data[match.start() - 3 : match.start()] == b"end":
            continue
        end = data.find(b"endstream", match.end())
        packed = data[match.end() : end if end >= 0 else len(data)]
        words = data[max(0, match.start() - _DICTIONARY) : match.start()].rpartition(b" obj")[2]
        if _PICTURE.search(words) and len(packed) * _RATIO < ALL:
            continue
        size = _size(_bare(packed, words), _NESTED)
        total += size
        if size > ONE:
            return ONE // 1_000_000
        if total > ALL:
            return ALL // 1_000_000
    return 0


def _bare(packed: bytes, words: bytes) -> bytes:
    """The stream without the cover of letters that some programs put around it."""
    try:
        if b"ASCII85Decode" in words or b"/A85" in words:
            return base64.a85decode(packed.strip().removeprefix(b"<~").removesuffix(b"~>"))
        if b"ASCIIHexDecode" in words or b"/AHx" in words:
            return binascii.unhexlify(b"".join(packed.partition(b">")[0].split()))
    except ValueError:
        return packed
    return packed


def _size(packed: bytes, deep: int) -> int:
    """How many bytes a stream unpacks to, all layers together; counting ends above the limit."""
    # zlib's header: method 8, and a checksum that makes the first two bytes divisible by 31.
    if len(packed) < 3 or packed[0] & 0x0F != 8 or (packed[0] * 256 + packed[1]) % 31:
        return len(packed)
    machine = zlib.decompressobj()
    size, first, rest = 0, b"", packed
    try:
        while rest and size <= ONE:
            piece = machine.decompress(rest, _PIECE)
            size += len(piece)
            # What is packed twice is small after the first time, or the first time was too much already.
            first = first + piece if len(first) < _PIECE else first
            if not piece:
                break
            rest = machine.unconsumed_tail
    except zlib.error:
        return size
    return max(size, _size(first, deep - 1)) if deep and size <= ONE else size
