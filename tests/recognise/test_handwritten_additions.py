"""What a board adds to a document that helaplan wrote, as people write: label lines in plain text, a table."""

from __future__ import annotations

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helaplan.compose import compose_plan
from helaplan.document import Block, Document, Heading, ListItem, Paragraph, Table
from helaplan.model import Activity, Plan
from helaplan.recognise import recognise
from helaplan.recognise.handwritten import with_typed
from helaplan.testing import full_plan
from helaplan.testing.strategies import areas, plans

PLAN = full_plan()


def added(*blocks: Block, after: str = "kurs") -> Document:
    """The plan's own document with these blocks behind all that belongs to an item."""
    document = compose_plan(PLAN, "sv")
    made = [*document.blocks]
    place = next(n for n, each in enumerate(made) if each.id == after) + 1
    while made[place].depth:
        place += 1
    return Document(
        title=document.title, language="sv", id=document.id, role=document.role,
        blocks=[*made[:place], *blocks, *made[place:]],
    )  # fmt: skip


def activities(document: Document) -> list[Activity]:
    """The activities of the first area."""
    return [*recognise(document, known=PLAN).plan.areas[0].activities]


def test_a_label_typed_below_a_typed_line() -> None:
    """In plain text, not in the style of label lines: it belongs to the line above."""
    new = ListItem(text="Starta ett ungdomsråd", depth=1)
    made = activities(added(new, Paragraph(text="Ansvarig: ungdomsgruppen; styrelsen"), Paragraph(text="När: mars")))
    assert made[-1].text == "Starta ett ungdomsråd"
    assert made[-1].responsible == ("ungdomsgruppen", "styrelsen")
    assert [each.months for each in made[-1].schedule] == [(3,)]


def test_a_label_typed_below_a_known_item() -> None:
    """A value that the item didn't have."""
    made = activities(added(Paragraph(text="Plats: Folkets hus")))
    assert (made[-1].id, made[-1].place) == ("kurs", "Folkets hus")


def test_other_words_with_a_colon_are_words() -> None:
    """Only labels of values are labels."""
    made = recognise(added(Paragraph(text="Observera: vi tar en sak i taget.")), known=PLAN).plan
    assert "Observera: vi tar en sak i taget." in made.areas[0].text


def test_a_table_of_activities() -> None:
    """Each row is an activity with the values of its cells; what stands in no column of ours keeps its words."""
    rows = (
        ("Aktivitet", "Ansvarig", "När"),
        ("Bygdedag", "styrelsen", "12 augusti"),
        ("Julmarknad", "", "december"),
        ("", "alla", ""),
    )
    made = activities(added(Table(rows=rows, header=1)))
    assert [each.text for each in made][-2] == "Bygdedag"
    assert made[-2].responsible == ("styrelsen",)
    assert [each.date for each in made[-2].schedule] == [dt.date(2024, 8, 12)]
    assert made[-1].text.startswith("Julmarknad")
    assert "alla" in made[-1].text
    assert [each.months for each in made[-1].schedule] == [(12,)]


def test_another_table_keeps_its_words() -> None:
    """One that names no activities, or has columns that nobody knows."""
    for rows in ((("Namn", "Uppdrag"), ("Kim", "ordförande")), (("Aktivitet", "Färg"), ("Loppis", "röd"))):
        made = recognise(added(Table(rows=rows, header=1)), known=PLAN).plan.areas[0]
        assert " – ".join(rows[1]) in made.text
        assert len(made.activities) == len(PLAN.areas[0].activities)


def test_a_new_area_with_all_of_it() -> None:
    """Heading, text, list, label, table."""
    blocks = [
        Heading(text="Ungdomar", level=2),
        Paragraph(text="Ansvarig för arbetet är vi alla."),
        ListItem(text="Läger", depth=1),
        Paragraph(text="Ansvarig: ungdomsgruppen"),
        Table(rows=(("Vad", "När"), ("Disko", "mars")), header=1),
    ]
    area = recognise(added(*blocks), known=PLAN).plan.areas[1]
    assert (area.name, area.text) == ("Ungdomar", "Ansvarig för arbetet är vi alla.")
    assert [(each.text, each.responsible) for each in area.activities] == [
        ("Läger", ("ungdomsgruppen",)),
        ("Disko", ()),
    ]


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.one_of(plans(), plans(areas=areas())))
def test_what_helaplan_wrote_is_not_taken_for_typed(plan: Plan) -> None:
    """Law: no block of any plan's own document is changed, whatever its words look like."""
    document = compose_plan(plan, "sv")
    assert with_typed(document).blocks == document.blocks
