"""What kind of file some bytes are, whatever the file is called.

Source: the formats' own descriptions (PDF 2.0 7.5.2, OPC, OpenDocument 3.3, RTF 1.9, MS-CFB).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

#: Kind → the suffixes that such files are called by. Each has a name in `text/` (`a-file-word`).
SUFFIXES: Mapping[str, tuple[str, ...]] = {
    "file-word": (".docx", ".docm", ".dotx", ".dotm"),
    "file-pdf": (".pdf",),
    "file-opendocument": (".odt", ".fodt", ".ott"),
    "file-html": (".html", ".htm"),
    "file-old-word": (".doc", ".dot"),
    "file-rtf": (".rtf",),
    "file-excel": (".xlsx", ".xlsm", ".xls", ".ods"),
    "file-powerpoint": (".pptx", ".pptm", ".ppt", ".odp"),
    "file-office": (".doc", ".dot", ".xls", ".ppt", ".msg"),
    "file-pages": (".pages",),
    "file-epub": (".epub",),
    "file-image": (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".heic", ".webp"),
    "file-zip": (".zip",),
    "file-gzip": (".gz",),
    "file-xml": (".xml", ".fodt", ".html", ".htm"),
    "file-text": (".txt", ".md", ".markdown"),
}

#: Kinds whose bytes nobody takes for text.
BINARY = frozenset(SUFFIXES) - {"file-html", "file-xml", "file-text"}

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNINGS = (
    (b"{\\rtf", "file-rtf"),
    (b"\x89PNG\r\n\x1a\n", "file-image"),
    (b"\xff\xd8\xff", "file-image"),
    (b"GIF8", "file-image"),
    (b"II*\0", "file-image"),
    (b"MM\0*", "file-image"),
    (b"\x1f\x8b", "file-gzip"),
)
#: Names of parts of a zip, by the program that wrote it.
_ZIPPED = (
    (b"word/", "file-word"),
    (b"xl/", "file-excel"),
    (b"ppt/", "file-powerpoint"),
    (b"Index/Document.iwa", "file-pages"),
)
#: What a zip says of itself in its first part.
_MIMETYPES = (
    (b"application/vnd.oasis.opendocument.text", "file-opendocument"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "file-excel"),
    (b"application/vnd.oasis.opendocument.presentation", "file-powerpoint"),
    (b"application/epub+zip", "file-epub"),
)
#: Names of the streams in an old Office file.
_STREAMS = (
    ("EncryptedPackage", "file-word"),
    ("WordDocument", "file-old-word"),
    ("Workbook", "file-excel"),
    ("PowerPoint Document", "file-powerpoint"),
)
_HTML = re.compile(rb"<(!doctype\s+html|html\b|head\b|body\b)", re.IGNORECASE)
_HEAD = 1024
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def filetype_of(data: bytes) -> str:
    """A key of `SUFFIXES` by the first bytes, for a zip by the names of its parts; "" for what may be plain text.

    Nothing is unpacked. `file-text` is never the answer, since every other format that is text begins like one.
    """
    head = data[:_HEAD].removeprefix(_MARKS[0]).lstrip()
    if head.startswith(b"%PDF-"):
        return "file-pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if data.startswith(_OLE):
        return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in data), "file-office")
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"avif"):
        return "file-image"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "file-image"
    if head.startswith(b"<"):
        if _HTML.match(head) or (head.startswith(b"<?xml") and _HTML.search(head)):
            return "file-html"
        return "file-xml" if head.startswith(b"<?xml") else ""
    return ""


def is_blank(data: bytes) -> bool:
    """Whether there is nothing in a file but blanks."""
    for mark in _MARKS:
        data = data.removeprefix(mark)
    return not data.strip(b"\0 \t\r\n\x0b\x0c")


def is_plain(data: bytes) -> bool:
    """Whether bytes of no known kind look like text: no zero among the first ones, unless a mark says UTF-16."""
    return data.startswith(_MARKS) or b"\0" not in data[:4096]


def _zipped(data: bytes) -> str:
    for sign, kind in _MIMETYPES:
        if sign in data[:_HEAD]:
            return kind
    # The list of all parts stands last, so the last name counts: a Word file may hold a whole Excel file within.
    places = [(data.rfind(sign), kind) for sign, kind in _ZIPPED]
    place, kind = max(places)
    return kind if place >= 0 else "file-zip"
