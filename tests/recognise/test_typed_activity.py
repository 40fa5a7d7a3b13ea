"""A line that a board types into the document that helaplan wrote: its words are read as anybody's."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from helaplan.compose import compose_plan
from helaplan.document import Document, ListItem
from helaplan.findings import pointer
from helaplan.model import Activity, Area, Organisation, Partner, Period, Plan
from helaplan.recognise import recognise

TYPED = "Hålla minst tre träffar med Lunda kommun senast 31 mars (kulturgruppen), högst 5 000 kr, om medel beviljas."
PLAN = Plan(
    id="lunda-2026",
    title="Verksamhetsplan 2026",
    organisation=Organisation(name="Lunda byalag"),
    period=Period(start=dt.date(2026, 1, 1), end=dt.date(2026, 12, 31), label="2026"),
    areas=(
        Area(
            id="moten",
            name="Möten",
            activities=(
                Activity(id="loppis", text="Ordna loppis i maj (styrelsen)."),
                Activity(text="Skriva till Region Skåne i juni."),
            ),
        ),
    ),
    partners=(Partner(id="kommunen", name="Lunda kommun"),),
)


def with_line(text: str) -> Document:
    """The plan's own document, with a line typed below its first activity."""
    document = compose_plan(PLAN, "sv")
    blocks = list(document.blocks)
    place = next(n for n, each in enumerate(blocks) if each.id == "loppis")
    blocks.insert(place + 1, ListItem(text=text, depth=1))
    return Document(
        title=document.title, language="sv", id=document.id, role=document.role, organisation="", blocks=blocks
    )


def test_the_words_of_a_typed_activity_are_read() -> None:
    """Who, when, how many, for how much, with whom and on what condition; each a proposal of the receipt."""
    made = recognise(with_line(TYPED), known=PLAN)
    activity = made.plan.areas[0].activities[1]
    assert activity.text == TYPED
    assert activity.responsible == ("kulturgruppen",)
    assert [each.date for each in activity.schedule] == [dt.date(2026, 3, 31)]
    assert [each.at_least for each in activity.targets] == [3]
    assert activity.budget is not None
    assert activity.budget.amount == Decimal(5000)
    assert activity.partners == ("kommunen",)
    assert activity.condition == "om medel beviljas"
    proposed = {pointer(each.path).rsplit("/", 1)[0] for each in made.receipt.proposals}
    assert "/areas/0/activities/1/responsible" in proposed


def test_nothing_else_is_read_anew() -> None:
    """An activity that has an id, or that the known plan has in these words, has the values it has: none."""
    made = recognise(with_line(TYPED), known=PLAN)
    first, _, last = made.plan.areas[0].activities
    assert (first.responsible, first.schedule) == ((), ())
    assert (last.text, last.schedule, last.partners) == ("Skriva till Region Skåne i juni.", (), ())
    assert [each.name for each in made.plan.partners] == ["Lunda kommun"]


def test_an_activity_that_was_written_without_an_id_was_not_typed() -> None:
    """The plan says nothing of its time, and so says the plan that comes back, whatever its words speak of."""
    for known in (None, Plan(id="a", title="Annan", organisation=Organisation(name="Lunda byalag"))):
        made = recognise(compose_plan(PLAN, "sv"), known=known)
        assert [(each.schedule, each.partners) for each in made.plan.areas[0].activities] == [((), ()), ((), ())]
        assert list(made.receipt.proposals) == []
