"""What the core composes from a plan, with what travels beside the words: the plan's data, and the same as linked data.

Here and not in `compose/`, since writing a plan file is the business of `planfile/`.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from helaplan.compose import compose_plan, compose_summary, compose_table, compose_wheel, linked_data
from helaplan.document import Attachment, Document
from helaplan.errors import InvalidPlan
from helaplan.model import Plan
from helaplan.planfile.writer import write_plan
from helaplan.text.documents import words

COMPOSERS: dict[str, Callable[[Plan, str], Document]] = {
    "plan": compose_plan,
    "summary": compose_summary,
    "activity-table": compose_table,
    "year-wheel": compose_wheel,
}


def compose_content(name: str, plan: Plan, language: str) -> Document:
    """The document of this name with its attachments."""
    document = COMPOSERS[name](plan, language)
    # Only the whole plan carries itself: whoever hands on a summary does not mean to hand on everything.
    return evolve(document, attachments=_attachments(plan, language)) if name == "plan" else document


def _attachments(plan: Plan, language: str) -> list[Attachment]:
    """Linked data for machines, the plan file for archives: what is printed, so neither questions nor plugins' data."""
    made = [
        Attachment(
            name="plan.jsonld",
            media_type="application/ld+json",
            data=linked_data(plan),
            description=words("attachment.linked", language),
        )
    ]
    try:
        data = write_plan(evolve(plan, questions=(), extensions={})).encode()
    except InvalidPlan:
        return made  # a plan built in Python that no file can hold; `check` says why
    description = words("attachment.plan", language)
    name = f"{plan.id or 'plan'}.yaml"
    return [*made, Attachment(name=name, media_type="application/yaml", data=data, description=description)]
