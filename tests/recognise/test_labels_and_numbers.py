"""What stands beside the words of an item in a document from elsewhere: labels below it, numbers that Word counts."""

from __future__ import annotations

from helaplan.document import Block, Document, Heading, LabelLine, ListItem, Look, Paragraph
from helaplan.formats.text import read_text
from helaplan.model import Plan
from helaplan.plugins.declarations import Source
from helaplan.recognise import Recognised, recognise


def read(*blocks: Block) -> Recognised:
    """What is recognised in these blocks below a title."""
    return recognise(Document(title="Verksamhetsplan 2026 för Lunda byalag", language="sv", blocks=blocks))


def people(plan: Plan) -> list[tuple[str, ...]]:
    """Who is responsible: of the first area, then of its activities."""
    area = plan.areas[0]
    return [area.responsible, *(each.responsible for each in area.activities)]


def test_the_number_that_word_counts_is_the_areas() -> None:
    """A heading numbered by its style has no number in its words; the area has it, and the receipt shows it."""
    made = read(
        Heading(text="Vision", level=1, look=Look(marker="1")),
        Paragraph(text="En levande bygd."),
        Heading(text="Trafik", level=1, look=Look(marker="2.")),
        ListItem(text="Skriva till regionen"),
        Heading(text="skola och förskola", level=2, look=Look(marker="2.1")),
        ListItem(text="Besöka skolorna"),
        Heading(text="Ungas inflytande", level=1, look=Look(marker="Målområde 3:")),
        ListItem(text="Bilda ett ungdomsråd"),
    )
    numbered = [(area.number, area.name) for area in made.plan.areas]
    assert numbered == [("2", "Trafik"), ("2.1", "skola och förskola"), ("3", "Ungas inflytande")]
    assert [statement.text for statement in made.plan.visions] == ["En levande bygd."]
    assert [block.text for block in made.receipt.blocks][3] == "2. Trafik"


def test_a_number_that_stands_in_the_words_is_counted_once() -> None:
    """Readers of lines tell the marker and leave it in the words, too."""
    made = read(Heading(text="3.1 Trafik", look=Look(marker="3.1")), ListItem(text="Skriva till regionen"))
    assert (made.plan.areas[0].number, made.plan.areas[0].name) == ("3.1", "Trafik")
    assert [block.text for block in made.receipt.blocks][1] == "3.1 Trafik"


def test_labels_below_each_activity_are_the_activities() -> None:
    """Where the same label comes again after another activity, each belongs to the activity before it."""
    made = read(
        Heading(text="Bygdens mötesplatser", level=1),
        ListItem(text="Måla om bygdegården.", depth=1),
        LabelLine(label="Ansvarig", texts=["lokalgruppen"]),
        LabelLine(label="När", texts=["maj"]),
        LabelLine(label="Budget", texts=["4 000 kr"]),
        ListItem(text="Ordna en loppis.", depth=1),
        LabelLine(label="Ansvarig", texts=["Eva Lund"]),
        LabelLine(label="Plats", texts=["ladan vid ån"]),
        LabelLine(label="Uppföljning", texts=["antal besökare"]),
    )
    assert people(made.plan) == [(), ("lokalgruppen",), ("Eva Lund",)]
    first, second = made.plan.areas[0].activities
    assert (first.schedule[0].kind, first.budget.words if first.budget else "") == ("month", "4 000 kr")
    assert (second.place, second.follow_up) == ("ladan vid ån", "antal besökare")
    assert not made.plan.areas[0].text


def test_one_label_after_a_list_is_the_areas() -> None:
    """A line at the end of a list of several speaks for all of them."""
    made = read(
        Heading(text="Bygdens mötesplatser", level=1),
        ListItem(text="Måla om bygdegården.", depth=1),
        ListItem(text="Ordna en loppis.", depth=1),
        LabelLine(label="Ansvarig", texts=["lokalgruppen"]),
    )
    assert people(made.plan) == [("lokalgruppen",), (), ()]


def test_a_label_that_comes_twice_after_one_activity_goes_on_to_the_area() -> None:
    """The second line of the same kind can't be about the same activity."""
    made = read(
        Heading(text="Bygdens mötesplatser", level=1),
        ListItem(text="Måla om bygdegården.", depth=1),
        LabelLine(label="Ansvarig", texts=["Per Ek"]),
        ListItem(text="Ordna en loppis.", depth=1),
        LabelLine(label="Ansvarig", texts=["Eva Lund"]),
        LabelLine(label="Ansvarig", texts=["lokalgruppen"]),
    )
    assert people(made.plan) == [("lokalgruppen",), ("Per Ek",), ("Eva Lund",)]


def test_labels_as_a_list_within_the_list() -> None:
    """Marks below an item that are labels are its values and no parts of it."""
    made = read(
        Heading(text="Bygdens mötesplatser", level=1),
        ListItem(text="Måla om bygdegården.", depth=1),
        ListItem(text="Ansvarig: lokalgruppen", depth=2),
        ListItem(text="Tidsplan: april–maj", depth=2),
        ListItem(text="Köpa färg", depth=2),
        ListItem(text="Vem: Eva Lund", depth=3),
    )
    (activity,) = made.plan.areas[0].activities
    assert activity.responsible == ("lokalgruppen",)
    assert [each.words for each in activity.schedule] == ["april–maj"]
    assert [(part.text, part.responsible) for part in activity.activities] == [("Köpa färg", ("Eva Lund",))]


def test_a_measure_below_an_activity_is_a_target_and_keeps_its_words() -> None:
    """The line "Mått: minst 20 deltagare" gives the number, and not a word of it is lost."""
    made = read(
        Heading(text="Bygdens mötesplatser", level=1),
        ListItem(text="Ordna loppis.", depth=1),
        LabelLine(label="Mått", texts=["minst 20 deltagare, räknade vid dörren"], depth=1),
    )
    (activity,) = made.plan.areas[0].activities
    assert [target.at_least for target in activity.targets] == [20]
    assert activity.follow_up == "minst 20 deltagare, räknade vid dörren"


def test_labels_on_lines_of_their_own_below_marks() -> None:
    """The same in a text: a line with a label ends the item above it, indented or not."""
    text = """Verksamhetsplan 2026 för Lunda byalag

Bygdens mötesplatser

• Måla om bygdegården
  Ansvarig: lokalgruppen
  När: maj
• Ordna en loppis
  Ansvarig: Eva Lund
  När: september
"""
    document = read_text(text.encode(), Source(name="plan.txt")).document
    plan = recognise(document).plan
    assert [each.text for each in plan.areas[0].activities] == ["Måla om bygdegården", "Ordna en loppis"]
    assert people(plan) == [(), ("lokalgruppen",), ("Eva Lund",)]
    assert [each.schedule[0].months or each.schedule[0].words for each in plan.areas[0].activities] == [(5,), (9,)]


def test_several_labels_on_one_line() -> None:
    """A line may say who, when and for how much, divided by whatever people divide with."""
    for line in ("Ansvarig: Eva Lund. När: maj. Budget: 500 kr", "Ansvarig: Eva Lund | Tid: maj | Kostnad: 500 kr"):
        made = read(
            Heading(text="Bygdens mötesplatser", level=1),
            ListItem(text="Ordna loppis.", depth=1),
            Paragraph(text=line, depth=1),
        )
        (activity,) = made.plan.areas[0].activities
        assert activity.responsible == ("Eva Lund",)
        assert [each.months for each in activity.schedule] == [(5,)]
        assert activity.budget is not None
        assert str(activity.budget.amount) == "500"


def test_a_part_whose_paragraphs_have_labels_is_an_area() -> None:
    """Elsewhere in the plan there are lists; who is responsible tells that these paragraphs are activities, too."""
    made = read(
        Heading(text="Samlingarna", level=1),
        Paragraph(text="Vi går igenom textilierna."),
        Paragraph(text="Ansvarig: samlingsgruppen"),
        Paragraph(text="Katalogen läggs ut före den 1 oktober."),
        Paragraph(text="Ansvarig: webbgruppen"),
        Heading(text="Unga", level=1),
        ListItem(text="Ordna läger", depth=1),
    )
    assert [area.name for area in made.plan.areas] == ["Samlingarna", "Unga"]
    assert people(made.plan) == [(), ("samlingsgruppen",), ("webbgruppen",)]
    assert not made.plan.sections


def test_a_line_that_leads_on_is_no_heading() -> None:
    """Without its colon, too: "Under året vill vi" names nothing."""
    made = read(
        Heading(text="2. PROGRAM"),
        Heading(text="Under året vill vi"),
        ListItem(text="fira hembygdens dag", depth=1),
        ListItem(text="visa Storstugan", depth=1),
    )
    (area,) = made.plan.areas
    assert (area.name, area.number, area.text) == ("PROGRAM", "2", "Under året vill vi")
    assert len(area.activities) == 2


def test_a_heading_of_a_list_between_paragraphs_is_no_text() -> None:
    """The paragraph "Aktiviteter:" only says what follows; who is meant stands in the title, whatever kind of group."""
    made = recognise(
        Document(
            title="Handlingsplan 2025–2026 för Lokala utvecklingsgruppen i Ormaryd",
            language="sv",
            blocks=[
                Heading(text="Insatsområde 1: Boende", level=1),
                Paragraph(text="Mål: Tio nya bostäder senast 2026."),
                Paragraph(text="Aktiviteter:"),
                ListItem(text="Kartlägga lediga tomter.", depth=1),
                ListItem(text="Bladet ges ut fyra gånger.", depth=1),
            ],
        )
    )
    (area,) = made.plan.areas
    assert (area.name, area.text, len(area.goals)) == ("Boende", "", 1)
    assert [(target.exactly, target.unit) for target in area.activities[1].targets] == [(4, "gånger")]
    assert made.plan.organisation.name == "Lokala utvecklingsgruppen i Ormaryd"
    assert [block.ignored for block in made.receipt.blocks if block.ignored] == ["container heading"]
