"""The way from a document to a plan, step by step."""

from __future__ import annotations

from helaplan.document import Document
from helaplan.recognise.body import late_status, leftovers, place_body
from helaplan.recognise.details import read_details
from helaplan.recognise.draft import Draft
from helaplan.recognise.front import Given, read_front
from helaplan.recognise.naming import plan_id
from helaplan.recognise.receipt import Receipt, Recognised
from helaplan.recognise.roles import from_roles
from helaplan.recognise.structure import cut_run_ins, parts_of
from helaplan.recognise.units import placements, units_of


def recognise(
    document: Document, *, source: str = "", reader: str = "", organisation: str = "", year: int | None = None
) -> Recognised:
    """The plan in a document, and a receipt in which each of its blocks is used, ignored or unplaced.

    A document whose blocks carry roles (helaplan wrote it) is trusted; any other is read by rules, and what they
    doubt becomes a question in the plan. `organisation` and `year` are what the caller knows better than the text.
    `source` and `reader` are for the receipt. Never fails: a text without any plan in it comes back as sections.
    """
    if document.role or any(block.role for block in document.blocks):
        return from_roles(document, source=source, reader=reader)
    return _from_rules(document, source, reader, Given(organisation=organisation, year=year))


def _from_rules(document: Document, source: str, reader: str, given: Given) -> Recognised:
    units, removed = units_of(document)
    draft = Draft(language=document.language)
    front = read_front(units, draft, given)
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
    return Recognised(plan=draft.plan(made_id), receipt=receipt)
