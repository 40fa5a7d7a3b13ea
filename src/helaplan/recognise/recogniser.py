"""The way from a document to a plan, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from helaplan.document import Document
from helaplan.model import Plan
from helaplan.recognise.body import late_status, leftovers, place_body
from helaplan.recognise.details import read_details
from helaplan.recognise.draft import Draft
from helaplan.recognise.front import Given, read_front, with_given
from helaplan.recognise.handwritten import with_typed
from helaplan.recognise.known import with_known
from helaplan.recognise.naming import plan_id
from helaplan.recognise.receipt import Receipt, Recognised
from helaplan.recognise.roles import from_roles
from helaplan.recognise.structure import cut_run_ins, parts_of, say
from helaplan.recognise.typed import with_words_of_typed
from helaplan.recognise.units import placements, units_of
from helaplan.recognise.unmarked import has_marks, with_marks


def recognise(
    document: Document,
    *,
    source: str = "",
    reader: str = "",
    organisation: str = "",
    year: int | None = None,
    known: Plan | None = None,
    headings: Mapping[str, str] | None = None,
    same: Iterable[tuple[str, str]] = (),
) -> Recognised:
    """The plan in a document, and a receipt in which each of its blocks is used, ignored or unplaced.

    A document whose blocks carry roles (helaplan wrote it) is trusted; any other is read by rules, and what they
    doubt becomes a question in the plan. `organisation` and `year` are what the caller knows better than the text.
    `known` is an earlier state of the plan (or last year's): its ids stay with its items, and what a document can't
    carry is taken from it. `headings` says what headings mean (their words to `area`, `section`, `goals`, `vision` …),
    `same` which items of the document (ids of an import without these) are which known ones; both answer `doubts`.
    `source` and `reader` are for the receipt. Never fails: a text without any plan in it comes back as sections.
    """
    if not has_marks(document):
        document = with_marks(document, known)
    whole = has_marks(document)
    given = Given(organisation=organisation, year=year, headings=headings or {})
    if whole:
        made = with_given(from_roles(with_typed(document), source=source, reader=reader), given)
        made = with_words_of_typed(made, known)
    else:
        made = _from_rules(document, source, reader, given)
    if known is None:
        return made
    return with_known(made, known, whole=whole, said=frozenset(same), year=year is not None)


def _from_rules(document: Document, source: str, reader: str, given: Given) -> Recognised:
    units, removed = units_of(document)
    say(units, given.headings)
    draft = Draft(language=document.language)
    front = read_front(units, draft, given, titled=bool(document.title.strip()))
    body = cut_run_ins(units[front:])
    units[front:] = body
    made_id = plan_id(draft)
    late_status(body, draft)
    place_body(parts_of(body), draft)
    leftovers(units, draft)
    read_details(draft)
    receipt = Receipt(
        source=source, reader=reader, blocks=placements(units), proposals=draft.proposals, removed=dict(removed)
    )
    return Recognised(plan=draft.plan(made_id), receipt=receipt, doubts=draft.doubts)
