"""Reads the text layer of a PDF: bytes to characters, to lines, to blocks."""

from __future__ import annotations

from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped]

from helaplan import Document, Finding, Line, Reading, Severity, Source, UnreadableSource, blocks_of_lines, language_of
from helaplan_pdf.glyphs import Turn, count, glyphs, is_noise
from helaplan_pdf.identity import MAX_BYTES, identified
from helaplan_pdf.identity import NAME as identity_name
from helaplan_pdf.lines import lines_of
from helaplan_pdf.opening import opened
from helaplan_pdf.pages import Page, page_of
from helaplan_pdf.ruled import drawn
from helaplan_pdf.tags import figure_marks

#: More than this many characters is no plan, nor any collection of plans.
MAX_CHARACTERS = 1_200_000
_MAX_ATTACHMENTS = 50


def read_pdf(data: bytes, source: Source) -> Reading:
    """The document that a PDF prints. Its title is empty: which line is the title is for `recognise` to say.

    The title in the file's properties is not taken, since it is often that of a file it began as a copy of.
    Raises UnreadableSource where the file is no PDF, is damaged, locked, too large, or has no text.
    """
    with opened(data, source.name) as document:
        pages, unclear = _pages(document)
        identity = _identity(document)
    if len(unclear) * 2 > len(pages):
        raise UnreadableSource(Finding(code="pdf/letters-unknown", args={"pages": len(unclear)}))
    lines = lines_of(pages)
    text = "\n".join(line.text for line in lines)
    if not any(letter.isalnum() for letter in text):
        raise UnreadableSource(Finding(code="pdf/no-text", args={"pages": len(pages)}))
    findings = []
    if unclear:
        numbers = ", ".join(map(str, unclear[:10]))
        findings.append(Finding(code="pdf/page-unclear", args={"pages": numbers}, severity=Severity.WARNING))
    findings += _without_text(pages)
    document_made = Document(title="", language=language_of(text), blocks=blocks_of_lines(lines))
    if identity:
        document_made = identified(document_made, identity)
    return Reading(document=document_made, findings=tuple(findings))


def pdf_lines(data: bytes) -> tuple[Line, ...]:
    """The positioned lines of a PDF, for tests and for looking into a file that is read wrongly."""
    with opened(data, "") as document:
        return lines_of(_pages(document)[0])


def _identity(document: PdfDocument) -> bytes:
    """What helaplan wrote of the blocks' identity, b"" in other files."""
    for place in range(min(document.count_attachments(), _MAX_ATTACHMENTS)):
        each = document.get_attachment(place)
        if each.get_name() == identity_name:
            data = bytes(each.get_data())
            return data if len(data) <= MAX_BYTES else b""
    return b""


def _pages(document: PdfDocument) -> tuple[list[Page], list[int]]:
    """The pages, and the numbers of those whose letters can't be told."""
    made: list[Page] = []
    unclear: list[int] = []
    characters = 0
    for number in range(len(document)):
        page = document[number]
        try:
            many, made_page, noisy = _page(page, MAX_CHARACTERS - characters, alone=len(document) == 1)
        finally:
            page.close()
        characters += many
        made.append(made_page)
        if noisy:
            unclear.append(number + 1)
    return made, unclear


def _page(page: PdfPage, room: int, *, alone: bool) -> tuple[int, Page, bool]:
    text_page = page.get_textpage()
    try:
        many = count(text_page)
        if many > room:
            raise UnreadableSource(Finding(code="pdf/too-much-text", args={"limit": MAX_CHARACTERS}))
        turn = Turn.of(page)
        characters = list(glyphs(text_page, turn, figure_marks(page)))
    finally:
        text_page.close()
    made = page_of(characters, drawn(page, turn), turn.shown, alone=alone)
    return many, made, is_noise(characters)


def _without_text(pages: list[Page]) -> list[Finding]:
    """A warning where some pages have no text at all: a scanned supplement, say."""
    empty = [str(number) for number, page in enumerate(pages, 1) if not (page.rows or page.tables or page.beside)]
    if not empty:
        return []
    return [Finding(code="pdf/pages-without-text", args={"pages": ", ".join(empty[:10])}, severity=Severity.NOTE)]
