"""Areas whose activities are paragraphs: each stays whole, and what only describes or only sets a goal is none."""

from __future__ import annotations

import pytest

from helaplan.document import Block, Document, Heading, ListItem, Paragraph
from helaplan.model import Plan
from helaplan.recognise import recognise
from helaplan.recognise.prose import is_goal_alone, tells_of_work


def blocks_of(text: str, level: int | None = None) -> list[Block]:
    """A heading for each line with `#` (as deep as it has of them, or `level`), an item for each with `-`."""
    made: list[Block] = []
    for line in map(str.strip, text.strip().splitlines()):
        words = line.lstrip("#- ")
        if line.startswith("#"):
            made.append(Heading(text=words, level=len(line) - len(line.lstrip("#")) if level is None else None))
        elif line.startswith("-"):
            made.append(ListItem(text=words))
        else:
            made.append(Paragraph(text=words))
    return made


def read(text: str, *, guessed: bool = False) -> Plan:
    """The plan in these lines below a title; with `guessed` no heading has a level."""
    blocks = blocks_of(text, 1 if guessed else None)
    return recognise(Document(title="Verksamhetsplan 2025", language="sv", blocks=blocks)).plan


WHOLE = [
    "Bildregistreringen fortsätter varje onsdag. Målet är att 500 nya bilder ska vara inlagda före jul.",
    "Vi vill öka antalet medlemmar från 80 till 95. Varje ledamot åtar sig att värva två nya.",
    "Vi ordnar en konsert i kyrkan. Vi vill locka 100 besökare.",
    "Taket på ladan påbörjas så snart snön är borta. Arbetet leds av en snickare. Länsstyrelsen har beviljat bidrag.",
    "Årsmötet är söndagen den 9 mars.",
    "Styrelsen har bjudits in till grannbyn i maj och minst tio ska följa med.",
]


@pytest.mark.parametrize("text", WHOLE)
@pytest.mark.parametrize("before", [True, False])
def test_a_paragraph_that_is_an_activity_stays_whole(text: str, before: bool) -> None:
    """What the work is measured by, and why it can be done, belongs to its words, wherever it stands in the area."""
    other = "En städdag hålls i maj."
    lines = [text, other] if before else [other, text]
    area = read("# Gården\n" + "\n".join(lines) + "\n# Skolan\nVi besöker skolan i mars.").areas[0]
    assert [each.text for each in area.activities] == lines
    assert (area.text, area.goals) == ("", ())


@pytest.mark.parametrize(
    "text",
    [
        "I området finns 14 byar och två tätorter.",
        "Landsbygdens vägar är eftersatta.",
        "Områdenas bredband är dåligt.",
        "Föreningen har två hus.",
        "Huset byggdes 1923.",
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_how_things_are_is_text_beside_work(text: str, before: bool) -> None:
    """A paragraph on how things are or were is the area's text, before or among its activities."""
    work = "Vi mäter farten i maj."
    made = read("# Vägar\n" + "\n".join([text, work] if before else [work, text]) + "\n# Skolan\nVi besöker skolan.")
    assert (made.areas[0].text, [each.text for each in made.areas[0].activities]) == (text, [work])


@pytest.mark.parametrize(
    "text, alone",
    [
        ("Målet är att alla ska trivas.", True),
        ("Vi ska bli 150 medlemmar. Målet är att alla trivs.", True),
        ("Vi ska bli 150 medlemmar. Kassören ringer alla som har lämnat oss.", False),
        ("Minst 400 bilder ska läggas ut på nätet före årets slut.", False),
        ("Vi delar ut 500 flygblad i skolorna i augusti och räknar med minst 15 nya spårare.", False),
        ("Två platser i styrelsen reserveras för unga, och de får välja vad de vill driva.", False),
        ("Vi siktar på 20 nya medlemmar.", True),
        ("Vi räknar med att 300 personer deltar.", True),
        ("", False),
    ],
)
def test_only_a_paragraph_of_goals_is_goals(text: str, alone: bool) -> None:
    """A paragraph is a goal where each of its sentences sets one."""
    assert is_goal_alone(text) is alone


@pytest.mark.parametrize(
    "text, work",
    [
        ("Arbetet leds av en snickare.", True),
        ("Renoveringen påbörjas när tjälen är ur jorden.", True),
        ("Bygdens vägvisare byts och medel finns.", True),
        ("Ansvarig är webbgruppen.", True),
        ("Trappan vid kvarnen får en tavla som barnen har skrivit.", True),
        ("Byarnas vägar är dåliga.", False),
        ("Skogen täcker det mesta av socknen.", False),
        ("Bredband saknas i tre byar.", False),
        ("Deras lokal är liten.", False),
        ("Det är viktigt att alla känner sig välkomna.", False),
    ],
)
def test_verbs_of_what_is_done(text: str, work: bool) -> None:
    """What is done, whoever does it, is work; a possessive that ends in the same letters is no verb."""
    assert tells_of_work(text) is work


ITEMS = "att hålla pub i mars,\natt bjuda in en teater,\natt ha julmarknad."


@pytest.mark.parametrize(
    "lead, who",
    [
        ("Under verksamhetsåret kommer vi", ()),
        ("Programkommittén får i uppdrag", ("Programkommittén",)),
        ("Vi har beslutat", ()),
        ("Vi ska", ()),
        ("Vi ska under året", ()),
        ("Kulturgruppen ska dessutom", ("Kulturgruppen",)),
        ("Under året ska styrelsen", ("styrelsen",)),
        ("Kassören ska:", ("Kassören",)),
        ("Ungdomsgruppen har till uppgift", ("Ungdomsgruppen",)),
        ("Distriktet avser under året", ()),
    ],
)
@pytest.mark.parametrize("marks", ["", "- "])
@pytest.mark.parametrize("guessed", [True, False])
def test_a_line_that_the_items_complete_leads_them_in(
    lead: str, who: tuple[str, ...], marks: str, guessed: bool
) -> None:
    """Without a colon, too, it is no activity; who it says is to do them is responsible for each."""
    items = ITEMS.splitlines()
    text = f"# Program\n{lead}\n" + "\n".join(marks + item for item in items) + "\n# Huset\n- Måla gaveln"
    area = read(text, guessed=guessed).areas[0]
    assert (area.text, [each.text for each in area.activities]) == (lead, items)
    assert [each.responsible for each in area.activities] == [who] * 3


@pytest.mark.parametrize(
    "lead, who",
    [
        ("Styrelsen har gjort en lista. I år gäller:", ()),
        ("Styrelsen ska mötas sex gånger.", ()),
        ("Målet når vi genom att:", ()),
        ("Åldersgruppen är stor. Kassören ska:", ("Kassören",)),
    ],
)
def test_only_the_last_words_of_a_lead_in_say_who(lead: str, who: tuple[str, ...]) -> None:
    """A sentence that ends before the list gives it to nobody."""
    made = read(f"# Program\n{lead}\n- hålla pub\n- ordna fest (ansvarig: Festgruppen)").areas[0]
    assert [each.responsible for each in made.activities] == [who, ("Festgruppen",)]


def test_a_lead_in_is_not_made_of_a_heading_or_a_sentence() -> None:
    """A heading over att-lines stays a heading; a sentence before them is text that ends itself."""
    made = read("# Utbildning\natt hålla kurser,\natt fara på läger.\n# Ekonomi\nVi har plan.\n- att söka bidrag")
    assert [each.name for each in made.areas] == ["Utbildning", "Ekonomi"]
    assert [len(each.activities) for each in made.areas] == [2, 1]
    assert made.areas[1].text == "Vi har plan."


@pytest.mark.parametrize(
    "lead, who",
    [
        ("Under året ska vi", ()),
        ("I år planerar vi", ()),
        ("Dessutom ordnar byalaget", ()),
        ("Vi kommer att", ()),
        ("Husgruppen ska:", ("Husgruppen",)),
    ],
)
def test_a_lead_in_before_unmarked_paragraphs(lead: str, who: tuple[str, ...]) -> None:
    """Words that must go on are no activity though the lines below begin with a capital."""
    area = read(f"# Huset\n{lead}\nMåla gaveln i maj\nLaga rännorna i juni\n# Skolan\nVi besöker skolan.").areas[0]
    assert (area.text, [each.text for each in area.activities]) == (
        lead,
        ["Måla gaveln i maj", "Laga rännorna i juni"],
    )
    assert [each.responsible for each in area.activities] == [who, who]


def test_a_lead_in_of_goals_is_none_of_them() -> None:
    """Before a list of goals, too."""
    made = read("# Mål\nFöreningen vill\n- att alla trivs\n- att byn växer\n# Huset\n- Måla gaveln")
    assert [each.text for each in made.goals] == ["att alla trivs", "att byn växer"]
