"""What this plugin declares. Each callable imports its module when it runs: being installed costs next to nothing."""

from __future__ import annotations

from attrs import field, frozen

from helaplan import (
    Document,
    DocumentReader,
    DocumentWriter,
    Reading,
    Source,
    Texts,
    WriteContext,
    hookimpl,
)
from helaplan_word.texts import MESSAGES


@frozen(kw_only=True)
class WordOptions:
    """Options of the Word writer, reached by `-O name=value`.

    `template` is a .docx or .dotx whose letterhead, fonts and styles the document takes; `contents` says whether it has
    a list of contents; `font` is the font of a document without a template.
    """

    contents: bool = field(default=True)
    font: str = field(default="Calibri")
    template: bytes = field(default=b"", repr=False)


def _write_word(document: Document, options: WordOptions, context: WriteContext) -> bytes:
    from helaplan_word.writer import write_word

    return write_word(document, context, contents=options.contents, font=options.font, template=options.template)


def _read_word(data: bytes, source: Source) -> Reading:
    from helaplan_word.reader import read_word

    return read_word(data, source)


def _read_odt(data: bytes, source: Source) -> Reading:
    from helaplan_word.odt import read_odt

    return read_odt(data, source)


def _read_other(data: bytes, source: Source) -> Reading:
    from helaplan_word.others import read_other

    return read_other(data, source)


@hookimpl
def helaplan_document_readers() -> list[DocumentReader]:
    """Word and OpenDocument; of older formats, the advice what to do."""
    return [
        DocumentReader(
            name="word", suffixes=(".docx", ".docm", ".dotx"), title={"sv": "Word", "en": "Word"}, read=_read_word
        ),
        DocumentReader(
            name="opendocument",
            suffixes=(".odt", ".fodt"),
            title={"sv": "OpenDocument (LibreOffice)", "en": "OpenDocument (LibreOffice)"},
            read=_read_odt,
        ),
        DocumentReader(
            name="old-word",
            suffixes=(".doc", ".dot", ".rtf"),
            title={"sv": "Word 97–2003 och RTF (bara råd)", "en": "Word 97–2003 and RTF (advice only)"},
            read=_read_other,
        ),
    ]


@hookimpl
def helaplan_document_writers() -> list[DocumentWriter]:
    """Word."""
    return [
        DocumentWriter(
            name="word",
            suffixes=(".docx",),
            media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            title={"sv": "Word", "en": "Word"},
            write=_write_word,
            options=WordOptions,
        )
    ]


@hookimpl
def helaplan_texts() -> list[Texts]:
    """The sentences of this plugin's codes."""
    return [Texts(language=language, messages=messages) for language, messages in MESSAGES.items()]
