"""Documents whose format knows structure: headings with levels, tables with merged cells, label lines."""

from __future__ import annotations

from helaplan.compose import compose_plan
from helaplan.document import Block, Document, Furniture, Heading, LabelLine, ListItem, Look, Paragraph, Table
from helaplan.model import Activity, Area, Goal, Organisation, Plan
from helaplan.recognise import Recognised, recognise


def read(*blocks: Block, title: str = "Verksamhetsplan 2024", organisation: str = "") -> Recognised:
    """What is recognised in these blocks below a title that the format keeps apart."""
    return recognise(Document(title=title, language="sv", organisation=organisation, blocks=blocks))


def outline(plan: Plan) -> list[tuple[str, list[str]]]:
    """Names of areas with the texts of their activities."""
    return [(area.name, [activity.text for activity in area.activities]) for area in plan.areas]


def test_levels_tell_what_stands_inside_an_area() -> None:
    """A goals heading below an area's own is the area's, one beside it the plan's; an area ends at its level."""
    made = read(
        Heading(text="Mål", level=1),
        Paragraph(text="Fler byar ska leva."),
        Heading(text="Verksamhet", level=1),
        Heading(text="Trafik", level=2),
        Heading(text="Mål", level=3),
        ListItem(text="Två nya linjer"),
        Heading(text="Aktiviteter", level=3),
        ListItem(text="Skriva till regionen"),
        Heading(text="Skola", level=2),
        ListItem(text="Besöka skolorna"),
        Heading(text="Uppföljning", level=1),
        Paragraph(text="Sker i juni."),
    ).plan
    assert [goal.text for goal in made.goals] == ["Fler byar ska leva."]
    assert outline(made) == [("Trafik", ["Skriva till regionen"]), ("Skola", ["Besöka skolorna"])]
    assert [goal.text for goal in made.areas[0].goals] == ["Två nya linjer"]
    assert [(section.heading, section.text) for section in made.sections] == [("Uppföljning", "Sker i juni.")]


def test_a_guessed_heading_is_not_above_styled_ones() -> None:
    """A guessed "Aktiviteter:" between styled headings opens its area's list and ends nothing."""
    made = read(
        Heading(text="Trafik", level=1),
        Heading(text="Aktiviteter:", level=None),
        ListItem(text="Skriva till regionen"),
        Heading(text="Skola", level=1),
        Heading(text="Aktiviteter:", level=None),
        ListItem(text="Besöka skolorna"),
    ).plan
    assert outline(made) == [("Trafik", ["Skriva till regionen"]), ("Skola", ["Besöka skolorna"])]


def test_a_table_of_months_makes_an_area_of_each() -> None:
    """A merged month cell names the area of all its rows, and bare days lie in that month."""
    made = read(
        Table(
            rows=(
                ("Månad", "Dag", "Aktivitet", "Ansvarig"),
                ("Mars", "8", "Årsmöte", "Styrelsen"),
                ("Mars", "?", "Loppis", "Styrelsen"),
                ("Maj", "14–16", "Bygdedagar", "Eva / Per"),
                ("", "", "", ""),
            ),
            merged=frozenset({(2, 0), (2, 3)}),
        )
    )
    assert outline(made.plan) == [("Mars", ["Årsmöte", "Loppis"]), ("Maj", ["Bygdedagar"])]
    first, second = made.plan.areas[0].activities
    assert (str(first.schedule[0].date), second.schedule[0].kind) == ("2024-03-08", "unknown")
    assert second.responsible == ("Styrelsen",)
    assert made.plan.areas[1].activities[0].responsible == ("Eva", "Per")
    assert [block.text for block in made.receipt.blocks][1:4] == [
        "Månad Dag Aktivitet Ansvarig",
        "Mars 8 Årsmöte Styrelsen",
        "? Loppis",
    ]


def test_label_lines_of_an_area() -> None:
    """A label line below an area's heading is read as what its label says."""
    made = read(
        Heading(text="Trafik", level=1),
        LabelLine(label="Ansvarig", texts=("trafikgruppen",)),
        LabelLine(label="Budget", texts=("5 000 kr",)),
        ListItem(text="Skriva till regionen"),
    ).plan
    assert made.areas[0].responsible == ("trafikgruppen",)
    assert made.areas[0].budget is not None
    assert str(made.areas[0].budget.amount) == "5000"


def test_what_the_format_keeps_apart_is_in_the_receipt() -> None:
    """Title and organisation of the document are words of the source, too."""
    made = read(Paragraph(text="Något."), organisation="Byarnas förening")
    assert made.plan.title == "Verksamhetsplan 2024"
    assert made.plan.organisation.name == "Byarnas förening"
    assert [block.text for block in made.receipt.blocks] == ["Verksamhetsplan 2024", "Byarnas förening", "Något."]


def test_a_cut_item_is_whole_again() -> None:
    """Two halves of an item around a page's foot are one activity and stand apart in the receipt."""
    made = read(
        Heading(text="Trafik", level=1),
        ListItem(text="Skriva till region-"),
        Furniture(text="Sida 1", reason="page number"),
        ListItem(text="fullmäktige", look=Look(continues=True)),
    )
    assert outline(made.plan) == [("Trafik", ["Skriva till regionfullmäktige"])]
    assert [(block.text, block.ignored) for block in made.receipt.blocks][2:] == [
        ("Skriva till region-", ""),
        ("Sida 1", "page number"),
        ("fullmäktige", ""),
    ]


def test_personal_data_leaves_plan_and_receipt() -> None:
    """A number that points at a person stands nowhere; what was taken out is counted."""
    made = read(Heading(text="Trafik", level=1), ListItem(text="Ring Eva, 070-123 45 67, eva@example.org"))
    assert made.plan.areas[0].activities[0].text == "Ring Eva, [borttaget: telefon], [borttaget: e-post]"
    assert "123 45" not in str(made.receipt)
    assert (made.receipt.removed["phone"], made.receipt.removed["email"]) == (1, 1)


def test_the_callers_year_wins() -> None:
    """A year from the caller decides where the text has none or another."""
    document = Document(title="Verksamhetsplan", language="sv", blocks=(Paragraph(text="Som antogs 2019."),))
    assert str(recognise(document, year=2024).plan.period) != str(recognise(document).plan.period)
    period = recognise(document, year=2024).plan.period
    assert period is not None
    assert (period.start.isoformat(), period.end.isoformat()) == ("2024-01-01", "2024-12-31")


def test_every_block_is_in_the_receipt() -> None:
    """A label that nobody filled in and a line of dashes say nothing, and are told all the same."""
    blocks = (
        Heading(text="Trafik", level=1),
        LabelLine(label="Ansvarig", texts=()),
        ListItem(text="Skriva till regionen"),
        LabelLine(label="När", texts=("",), depth=1),
        Paragraph(text="———"),
    )
    made = read(*blocks)
    told = [(block.text, block.ignored) for block in made.receipt.blocks[2:]]
    assert told == [
        ("Ansvarig:", "empty label"),
        ("Skriva till regionen", ""),
        ("När:", "empty label"),
        ("———", "no words"),
    ]
    assert (made.plan.areas[0].text, made.plan.areas[0].responsible, made.plan.sections) == ("", (), ())
    document = Document(title="Plan", language="sv", role="plan", blocks=blocks)
    whole = recognise(document)
    assert ("Ansvarig:", "empty label") in [(block.text, block.ignored) for block in whole.receipt.blocks]
    assert all(block.used or block.ignored or block.unplaced for block in whole.receipt.blocks)
    assert not whole.plan.questions


def test_a_name_that_an_item_without_an_id_has_too() -> None:
    """The reference says the id as well: whoever reads it meets two items of that name."""
    goals = (Goal(text="En bygd för alla"), Goal(id="alla", text="En bygd för alla"))
    area = Area(id="moten", name="Möten", activities=(Activity(id="arsmote", text="Årsmöte", goals=("alla",)),))
    plan = Plan(id="kil", title="Plan", organisation=Organisation(name="Kil"), goals=goals, areas=(area,))
    made = recognise(compose_plan(plan, "sv")).plan
    assert made.areas == plan.areas
    assert made.questions == ()
