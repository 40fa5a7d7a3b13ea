"""Import and export: from the bytes of a document to a plan with a receipt, and from a plan to bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
from attrs import evolve, field, frozen

from helaplan.document import Document
from helaplan.errors import UnknownFormat
from helaplan.findings import Finding, Report
from helaplan.formats.limits import refuse_too_long
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

# Recognising is imported where it is done: an export, which needs none of it, would take a third longer to start.
if TYPE_CHECKING:
    from helaplan.recognise.changes import Changes
    from helaplan.recognise.receipt import Doubt, Receipt, Recognised

T = TypeVar("T")


@frozen(kw_only=True)
class Imported:
    """A plan made from a document or another format, the receipt of where every piece went, and what is to be said.

    `changes` are the differences from the known plan, None where none was given. `doubts` are what a person could
    answer in a word; each is a question in the plan, too. `known` is the id of the known plan, "" without one.
    """

    plan: Plan
    receipt: Receipt
    report: Report
    changes: Changes | None = None
    doubts: tuple[Doubt, ...] = ()
    known: str = ""


def _pairs(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    # Not `tuple` itself: a type checker takes its parameter for the field's and refuses every list.
    return tuple(pairs)


@frozen(kw_only=True)
class Given:
    """What the caller of an import knows better than the document; see `helaplan.import_document`."""

    organisation: str = ""
    year: int | None = None
    known: Plan | None = None
    headings: Mapping[str, str] = field(factory=dict)
    same: tuple[tuple[str, str], ...] = field(default=(), converter=_pairs)


def read_document(data: bytes, reader: DocumentReader, given: Given, *, name: str = "") -> Imported:
    """The plan in a document. Raises UnreadableSource where the reader can make nothing of the bytes.

    `name` is the file's name without folders.
    """
    reading = reader.read(data, Source(name=name))
    refuse_too_long(reading.document)
    return _recognised(reading.document, reading.findings, reader, given, name)


def read_documents(
    data: bytes, reader: DocumentReader, given: Given, *, name: str = "", known: Iterable[Plan] = ()
) -> tuple[Imported, ...]:
    """The plans in a document that holds those of several organisations, at least one; as `read_document`.

    Each is read beside the one of the `known` plans that is of the same organisation, where there is one.
    """
    from helaplan.recognise.several import plans_in

    reading = reader.read(data, Source(name=name))
    refuse_too_long(reading.document)
    waiting = [*known]
    made = []
    for n, part in enumerate(plans_in(reading.document)):
        own = evolve(given, organisation=part.organisation or given.organisation, year=given.year or part.year)
        # What the reader has to say is about the whole document.
        findings = reading.findings if n == 0 else ()
        one = _recognised(part.document, findings, reader, own, name)
        same = of_same_organisation(one.plan, waiting)
        if same is not None:
            waiting.remove(same)
            own = evolve(own, known=same, organisation=same.organisation.name)
            one = _recognised(part.document, findings, reader, own, name)
        made.append(_entitled(one) if part.organisation else one)
    return tuple(made)


def of_same_organisation(plan: Plan, known: Iterable[Plan]) -> Plan | None:
    """The known plan of the same organisation; of one that has other words around its name if no other has these.

    A collection may say "Örebro län" where the plan says "Hela Sverige ska leva Örebro län".
    """
    from helaplan.recognise.matching import tokens

    named = [(tokens(each.organisation.name), each) for each in known]
    words = tokens(plan.organisation.name)
    exact = [each for name, each in named if name == words]
    if exact or not words:
        return exact[0] if len(exact) == 1 else None
    within = [each for name, each in named if name and (set(words) <= set(name) or set(name) <= set(words))]
    return within[0] if len(within) == 1 else None


def _entitled(made: Imported) -> Imported:
    """The import without the question of its title: in a collection a plan is called after its organisation."""
    questions = tuple(each for each in made.plan.questions if each.about != "title")
    doubts = tuple(each for each in made.doubts if each.about != "title")
    return evolve(made, plan=evolve(made.plan, questions=questions), doubts=doubts)


def _recognised(
    document: Document, findings: Iterable[Finding], reader: DocumentReader, given: Given, name: str
) -> Imported:
    from helaplan.recognise import recognise

    made = recognise(
        document,
        source=name,
        reader=reader.name,
        organisation=given.organisation,
        year=given.year,
        known=given.known,
        headings=given.headings,
        same=given.same,
    )
    return _imported(made, (*findings, *made.findings), name, given)


def load_data(data: bytes, importer: Importer, given: Given, *, name: str = "") -> Imported:
    """The plan in a data format, whose receipt has no blocks since every value has its own place already."""
    from helaplan.recognise.known import with_known
    from helaplan.recognise.matching import ids_of
    from helaplan.recognise.receipt import Receipt, Recognised

    loading = importer.load(data, Source(name=name))
    plan = loading.plan
    if given.organisation and not plan.organisation.name:
        plan = evolve(plan, organisation=evolve(plan.organisation, name=given.organisation))
    made = Recognised(plan=plan, receipt=Receipt(source=name, reader=importer.name), carried=frozenset(ids_of(plan)))
    if given.known is not None:
        made = with_known(made, given.known, whole=importer.whole, said=frozenset(given.same))
    return _imported(made, loading.findings, name, given)


def _imported(made: Recognised, findings: Iterable[Finding], name: str, given: Given) -> Imported:
    report = Report(findings=[evolve(each, file=each.file or name) for each in findings])
    return Imported(
        plan=made.plan,
        receipt=made.receipt,
        report=report,
        changes=made.changes,
        doubts=made.doubts,
        known=given.known.id if given.known is not None else "",
    )


def compose_document(plan: Plan, content: Content) -> Document:
    """What is to be read, in the plan's own language where we have its words, else in Swedish."""
    return content.compose(plan, document_language(plan))


def document_language(plan: Plan) -> str:
    """`sv` or `en`: the language of headings and labels around the plan's own words."""
    base = plan.language.split("-")[0]
    return base if base in ("sv", "en") else "sv"


def write_document(
    document: Document, writer: DocumentWriter, options: Mapping[str, str | bytes], context: WriteContext
) -> bytes:
    """The document in a written format. Raises UnknownFormat for an option that the writer doesn't have."""
    return writer.write(document, options_of(writer.options, options), context)


def export_plan(plan: Plan, exporter: Exporter, options: Mapping[str, str | bytes], context: WriteContext) -> bytes:
    """The plan in a data format. Raises UnknownFormat for an option that the exporter doesn't have."""
    return exporter.export(plan, options_of(exporter.options, options), context)


_YES = frozenset({"true", "yes", "ja", "1", "on"})
_NO = frozenset({"false", "no", "nej", "0", "off"})


def _boolean(text: str) -> bool:
    if text.casefold() not in _YES | _NO:
        raise ValueError(text)
    return text.casefold() in _YES


_FROM_TEXT: Mapping[str, Callable[[str], Any]] = {"str": str, "int": int, "float": float, "bool": _boolean}


def option_names(cls: type) -> frozenset[str]:
    """The options of a format, as they are written after `-O`."""
    return frozenset(each.name.replace("_", "-") for each in attrs.fields(cls))


def file_options(cls: type) -> frozenset[str]:
    """The options of a format whose value is what is in a file, as they are written after `-O`."""
    fields = ((each.name, getattr(each.type, "__name__", each.type)) for each in attrs.fields(cls))
    return frozenset(name.replace("_", "-") for name, kind in fields if kind == "bytes")


def options_of(cls: type[T], given: Mapping[str, str | bytes]) -> T:
    """An options object from `-O name=value` texts: text, whole numbers, numbers, yes or no; bytes as they are.

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
        if isinstance(text, bytes) != (wanted == "bytes"):
            raise UnknownFormat(Finding(code="bad-option", args={"name": name, "wanted": wanted}))
        try:
            made = text if isinstance(text, bytes) else _FROM_TEXT.get(wanted, str)(text)
            values[attribute.alias or attribute.name] = made
        except ValueError:
            raise UnknownFormat(Finding(code="bad-option", args={"name": name, "wanted": wanted})) from None
    return cls(**values)
