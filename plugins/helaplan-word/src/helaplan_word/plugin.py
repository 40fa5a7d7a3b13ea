"""What this plugin declares. Each callable imports its module when it runs: being installed costs next to nothing."""

from __future__ import annotations

from helaplan import DocumentReader, Reading, Source, Texts, hookimpl
from helaplan_word.texts import MESSAGES


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
def helaplan_texts() -> list[Texts]:
    """The sentences of this plugin's codes."""
    return [Texts(language=language, messages=messages) for language, messages in MESSAGES.items()]
