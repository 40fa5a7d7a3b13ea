"""Opens the bytes of a PDF, or says why not. The only module that calls PDFium besides `glyphs` and `rules`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import PdfDocument, PdfiumError, raw

from helaplan import Finding, UnreadableSource
from helaplan_pdf.limits import unpacks_too_much
from helaplan_pdf.nesting import draws_too_much

#: A yearly plan has a few pages, an annual report a few dozen, a national collection of plans two hundred.
MAX_PAGES = 400
MAX_BYTES = 100_000_000
#: How far into a file its header may stand (and in how many last bytes its end), as other readers allow.
_SLACK = 1024
#: How other kinds of files begin, by the name people know them by.
_OTHERS = (
    (b"PK\x03\x04", "ZIP"),
    (b"\xd0\xcf\x11\xe0", "DOC"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"<", "HTML"),
)
#: PDFium is one engine for the whole process and not made for several threads.
_ENGINE = RLock()


@contextmanager
def opened(data: bytes, name: str) -> Iterator[PdfDocument]:
    """The document in these bytes, closed afterwards. Raises UnreadableSource with the reason and the way out."""
    _refuse_early(data, name)
    with _ENGINE:
        document = _document(data)
        try:
            pages = len(document)
            if pages > MAX_PAGES:
                raise _unreadable("pdf/too-many-pages", pages=pages, limit=MAX_PAGES)
            if not pages:
                raise _unreadable("pdf/damaged")
            yield document
        except PdfiumError:
            raise _unreadable("pdf/damaged") from None
        finally:
            document.close()


def _refuse_early(data: bytes, name: str) -> None:
    start = data[:_SLACK]
    if b"%PDF-" not in start:
        found = next((kind for sign, kind in _OTHERS if start.lstrip().startswith(sign)), "")
        raise _unreadable("pdf/not-pdf", found=found, name=name)
    if len(data) > MAX_BYTES:
        raise _unreadable("pdf/file-too-large", limit=MAX_BYTES // 1_000_000)
    # PDFium rebuilds what is cut off as well as it can and doesn't tell: half a plan that looks whole.
    if b"%%EOF" not in data[-_SLACK:].replace(b"\0", b"") and b"startxref" not in data[-_SLACK:]:
        raise _unreadable("pdf/damaged")
    limit = unpacks_too_much(data)
    if limit:
        raise _unreadable("pdf/unpacks-too-much", limit=limit)
    if draws_too_much(data):
        raise _unreadable("pdf/draws-too-much")


def _document(data: bytes) -> PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except PdfiumError as error:
        reason = getattr(error, "err_code", None)
    if reason == raw.FPDF_ERR_PASSWORD:
        raise _unreadable("encrypted-document")
    if reason == raw.FPDF_ERR_SECURITY:
        raise _unreadable("pdf/unknown-encryption")
    raise _unreadable("pdf/damaged")


def _unreadable(code: str, **args: str | int) -> UnreadableSource:
    return UnreadableSource(Finding(code=code, args=args))
