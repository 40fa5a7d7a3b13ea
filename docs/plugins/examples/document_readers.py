"""Reads a text whose first line is the title, and every other line a paragraph."""

from helaplan import Document, DocumentReader, Finding, Paragraph, Place, Reading, Source, UnreadableSource, hookimpl


def read(data: bytes, source: Source) -> Reading:
    """What can't be read is refused with a finding; a code of the core serves here, so no sentence is needed."""
    try:
        lines = data.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        raise UnreadableSource(Finding(code="not-utf8")) from None
    blocks = [Paragraph(text=line, place=Place(line=n)) for n, line in enumerate(lines[1:], 2) if line.strip()]
    return Reading(document=Document(title=lines[0] if lines else "", language="sv", blocks=blocks))


@hookimpl
def helaplan_document_readers() -> list[DocumentReader]:
    """`helaplan import anteckning.rader`."""
    return [DocumentReader(name="rader", suffixes=(".rader",), title={"sv": "Rader", "en": "Lines"}, read=read)]
