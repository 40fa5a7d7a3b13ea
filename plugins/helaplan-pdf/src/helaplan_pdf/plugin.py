"""What this plugin declares. PDFium and Typst are imported when a reader or writer runs, not before."""

from __future__ import annotations

from helaplan import DocumentReader, Reading, Source, Texts, hookimpl
from helaplan_pdf.messages import MESSAGES


def _read(data: bytes, source: Source) -> Reading:
    from helaplan_pdf.reader import read_pdf

    return read_pdf(data, source)


@hookimpl
def helaplan_document_readers() -> list[DocumentReader]:
    """PDF files with a text layer."""
    return [DocumentReader(name="pdf", suffixes=(".pdf",), title={"sv": "PDF", "en": "PDF"}, read=_read)]


@hookimpl
def helaplan_texts() -> list[Texts]:
    """The sentences of this plugin's codes."""
    return [Texts(language=language, messages=messages) for language, messages in MESSAGES.items()]
