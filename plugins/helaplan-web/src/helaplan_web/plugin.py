"""What this plugin declares. The writer is imported when it runs: being installed costs next to nothing."""

from __future__ import annotations

from helaplan import Document, DocumentWriter, NoOptions, WriteContext, hookimpl


def _write(document: Document, options: NoOptions, context: WriteContext) -> bytes:
    from helaplan_web.page import write_page

    return write_page(document)


@hookimpl
def helaplan_document_writers() -> list[DocumentWriter]:
    """Web pages."""
    return [
        DocumentWriter(
            name="html",
            suffixes=(".html", ".htm"),
            media_type="text/html",
            title={"sv": "Webbsida", "en": "Web page"},
            write=_write,
        )
    ]
