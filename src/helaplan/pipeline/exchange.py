"""Import and export: from the bytes of a document to a plan with a receipt, and from a plan to bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import attrs
from attrs import evolve, frozen

from helaplan.document import Document
from helaplan.errors import UnknownFormat
from helaplan.findings import Finding, Report
from helaplan.model import Plan
from helaplan.plugins.declarations import (
    Content,
    DocumentReader,
    DocumentWriter,
    Exporter,
    Importer,
    Source,
    WriteContext,
)
from helaplan.recognise import recognise
from helaplan.recognise.receipt import Receipt

T = TypeVar("T")


@frozen(kw_only=True)
class Imported:
    """A plan made from a document or another format, the receipt of where every piece went, and what is to be said."""

    plan: Plan
    receipt: Receipt
    report: Report


def read_document(
    data: bytes, reader: DocumentReader, *, name: str = "", organisation: str = "", year: int | None = None
) -> Imported:
    """The plan in a document. Raises UnreadableSource where the reader can make nothing of the bytes.

    `name` is the file's name without folders, `organisation` and `year` are taken where the document doesn't say.
    """
    reading = reader.read(data, Source(name=name))
    made = recognise(reading.document, source=name, reader=reader.name, organisation=organisation, year=year)
    findings = [evolve(each, file=each.file or name) for each in (*reading.findings, *made.findings)]
    return Imported(plan=made.plan, receipt=made.receipt, report=Report(findings=findings))


def load_data(data: bytes, importer: Importer, *, name: str = "", organisation: str = "") -> Imported:
    """The plan in a data format, whose receipt has no blocks since every value has its own place already."""
    loading = importer.load(data, Source(name=name))
    plan = loading.plan
    if organisation and not plan.organisation.name:
        plan = evolve(plan, organisation=evolve(plan.organisation, name=organisation))
    findings = [evolve(each, file=each.file or name) for each in loading.findings]
    return Imported(plan=plan, receipt=Receipt(source=name, reader=importer.name), report=Report(findings=findings))


def compose_document(plan: Plan, content: Content) -> Document:
    """What is to be read, in the plan's own language where we have its words, else in Swedish."""
    return content.compose(plan, document_language(plan))


def document_language(plan: Plan) -> str:
    """`sv` or `en`: the language of headings and labels around the plan's own words."""
    base = plan.language.split("-")[0]
    return base if base in ("sv", "en") else "sv"


def write_document(
    document: Document, writer: DocumentWriter, options: Mapping[str, str], context: WriteContext
) -> bytes:
    """The document in a written format. Raises UnknownFormat for an option that the writer doesn't have."""
    return writer.write(document, options_of(writer.options, options), context)


def export_plan(plan: Plan, exporter: Exporter, options: Mapping[str, str], context: WriteContext) -> bytes:
    """The plan in a data format. Raises UnknownFormat for an option that the exporter doesn't have."""
    return exporter.export(plan, options_of(exporter.options, options), context)


_YES = frozenset({"true", "yes", "ja", "1", "on"})
_NO = frozenset({"false", "no", "nej", "0", "off"})


def _boolean(text: str) -> bool:
    if text.casefold() not in _YES | _NO:
        raise ValueError(text)
    return text.casefold() in _YES


_FROM_TEXT: Mapping[str, Callable[[str], Any]] = {"str": str, "int": int, "float": float, "bool": _boolean}


def options_of(cls: type[T], given: Mapping[str, str]) -> T:
    """An options object from `-O name=value` texts: text, whole numbers, numbers, yes or no.

    Raises UnknownFormat with `unknown-option` for a name the format doesn't have, `bad-option` for a wrong value.
    """
    attributes = {each.name.replace("_", "-"): each for each in attrs.fields(cls)}  # type: ignore[arg-type]
    values: dict[str, Any] = {}
    for name, text in given.items():
        attribute = attributes.get(name.replace("_", "-"))
        if attribute is None:
            known = ", ".join(sorted(attributes))
            raise UnknownFormat(Finding(code="unknown-option", args={"name": name, "known": known}))
        wanted = str(getattr(attribute.type, "__name__", attribute.type)).split(" | ")[0]
        try:
            values[attribute.alias or attribute.name] = _FROM_TEXT.get(wanted, str)(text)
        except ValueError:
            raise UnknownFormat(Finding(code="bad-option", args={"name": name, "wanted": wanted})) from None
    return cls(**values)
