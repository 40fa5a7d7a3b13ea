"""What this plugin declares. PDFium and Typst are imported when a reader or writer runs, not before."""

from __future__ import annotations

from helaplan import (
    Document,
    DocumentReader,
    DocumentWriter,
    Rasterizer,
    Reading,
    Source,
    Texts,
    WriteContext,
    hookimpl,
)
from helaplan_pdf.messages import MESSAGES
from helaplan_pdf.options import PdfOptions


def _read(data: bytes, source: Source) -> Reading:
    from helaplan_pdf.reader import read_pdf

    return read_pdf(data, source)


@hookimpl
def helaplan_document_readers() -> list[DocumentReader]:
    """PDF files with a text layer."""
    return [DocumentReader(name="pdf", suffixes=(".pdf",), title={"sv": "PDF", "en": "PDF"}, read=_read)]


def _write(document: Document, options: PdfOptions, context: WriteContext) -> bytes:
    from helaplan_pdf.writer import write_pdf

    return write_pdf(document, options, context)


def _rasterise(svg: str, *, width: int) -> bytes:
    from helaplan_pdf.raster import rasterise

    return rasterise(svg, width=width)


@hookimpl
def helaplan_document_writers() -> list[DocumentWriter]:
    """Tagged PDF, for people, screen readers and archives."""
    return [
        DocumentWriter(
            name="pdf",
            suffixes=(".pdf",),
            media_type="application/pdf",
            title={"sv": "PDF", "en": "PDF"},
            write=_write,
            options=PdfOptions,
        )
    ]


@hookimpl
def helaplan_rasterizers() -> list[Rasterizer]:
    """PNG of SVG by Typst."""
    return [Rasterizer(name="typst", rasterise=_rasterise)]


@hookimpl
def helaplan_texts() -> list[Texts]:
    """The sentences of this plugin's codes."""
    return [Texts(language=language, messages=messages) for language, messages in MESSAGES.items()]
