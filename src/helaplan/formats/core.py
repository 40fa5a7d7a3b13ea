"""The core's own formats, declared through the same hooks as any plugin's.

Each callable imports what it needs when it runs: declaring is all that a command pays that uses another format.
"""

from __future__ import annotations

from typing import Any

from helaplan.document import Document
from helaplan.model import Plan
from helaplan.plugins.declarations import (
    ComposeContent,
    Content,
    DocumentReader,
    DocumentWriter,
    Exporter,
    Importer,
    Loading,
    Reading,
    Source,
    WriteContext,
)
from helaplan.plugins.hookspecs import hookimpl

_MARKDOWN = (".md", ".markdown")


def _read_text(data: bytes, source: Source) -> Reading:
    from helaplan.formats.text import read_text

    return read_text(data, source)


def _read_markdown(data: bytes, source: Source) -> Reading:
    from helaplan.formats.markdown import read_markdown

    return read_markdown(data, source)


def _read_html(data: bytes, source: Source) -> Reading:
    from helaplan.formats.html import read_html

    return read_html(data, source)


def _write_markdown(document: Document, options: Any, context: WriteContext) -> bytes:
    from helaplan.formats.markdown import write_markdown

    return write_markdown(document, options, context)


def _load_json(data: bytes, source: Source) -> Loading:
    from helaplan.formats.json import load_json

    return load_json(data, source)


def _export_json(plan: Plan, options: Any, context: WriteContext) -> bytes:
    from helaplan.formats.json import export_json

    return export_json(plan, options, context)


def _export_yaml(plan: Plan, options: Any, context: WriteContext) -> bytes:
    from helaplan.planfile.writer import write_plan

    return write_plan(plan).encode()


def _export_wheel(plan: Plan, options: Any, context: WriteContext) -> bytes:
    from helaplan.compose import wheel_poster

    return wheel_poster(plan, plan.language).encode()


def _composed(name: str) -> ComposeContent:
    def compose(plan: Plan, language: str) -> Document:
        from helaplan.formats.contents import compose_content

        return compose_content(name, plan, language)

    return compose


@hookimpl
def helaplan_document_readers() -> list[DocumentReader]:
    """Plain text, Markdown and HTML."""
    return [
        DocumentReader(name="text", suffixes=(".txt",), title={"sv": "Ren text", "en": "Plain text"}, read=_read_text),
        DocumentReader(
            name="markdown", suffixes=_MARKDOWN, title={"sv": "Markdown", "en": "Markdown"}, read=_read_markdown
        ),
        DocumentReader(
            name="html", suffixes=(".html", ".htm"), title={"sv": "Webbsida", "en": "Web page"}, read=_read_html
        ),
    ]


@hookimpl
def helaplan_document_writers() -> list[DocumentWriter]:
    """Markdown."""
    return [
        DocumentWriter(
            name="markdown",
            suffixes=_MARKDOWN,
            media_type="text/markdown",
            title={"sv": "Markdown", "en": "Markdown"},
            write=_write_markdown,
        )
    ]


@hookimpl
def helaplan_importers() -> list[Importer]:
    """The JSON export, back in."""
    return [Importer(name="json", suffixes=(".json",), title={"sv": "JSON", "en": "JSON"}, load=_load_json, whole=True)]


@hookimpl
def helaplan_exporters() -> list[Exporter]:
    """The plan's data as JSON and as a plan file; the year wheel as a picture."""
    return [
        Exporter(
            name="json",
            suffixes=(".json",),
            media_type="application/json",
            title={"sv": "JSON", "en": "JSON"},
            export=_export_json,
        ),
        Exporter(
            name="yaml",
            suffixes=(".yaml", ".yml"),
            media_type="application/yaml",
            title={"sv": "Planfil (YAML)", "en": "Plan file (YAML)"},
            export=_export_yaml,
        ),
        Exporter(
            name="wheel",
            suffixes=(".svg",),
            media_type="image/svg+xml",
            title={"sv": "Årshjul (SVG)", "en": "Year wheel (SVG)"},
            export=_export_wheel,
            content="year-wheel",
        ),
    ]


@hookimpl
def helaplan_contents() -> list[Content]:
    """The whole plan, a page of it, its activities as tables, its year."""
    titles = {
        "plan": {"sv": "Verksamhetsplan", "en": "Plan"},
        "summary": {"sv": "Sammanfattning på en sida", "en": "Summary of one page"},
        "activity-table": {"sv": "Aktiviteter i tabell", "en": "Activities in tables"},
        "year-wheel": {"sv": "Årshjul", "en": "Year wheel"},
    }
    return [Content(name=name, title=title, compose=_composed(name)) for name, title in titles.items()]
