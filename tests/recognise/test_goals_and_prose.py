"""Goals and areas that stand in running text, and what stands after the areas."""

from __future__ import annotations

import pytest
from attrs import evolve

from helaplan.compose import compose_plan
from helaplan.document import Block, Document, Heading, ListItem, Paragraph
from helaplan.model import Plan
from helaplan.recognise import recognise
from helaplan.recognise.prose import is_goal, tells_of_work
from helaplan.recognise.receipt import Doubt
from helaplan.recognise.targets import find_targets


def blocks_of(text: str, level: int | None) -> list[Block]:
    """A heading for each line with `#`, an item for each with `-`, else a paragraph."""
    made: list[Block] = []
    for line in text.strip().splitlines():
        words = line.strip().lstrip("#- ")
        if line.strip().startswith("#"):
            made.append(Heading(text=words, level=level))
        elif line.strip().startswith("-"):
            made.append(ListItem(text=words))
        else:
            made.append(Paragraph(text=words))
    return made


def read(text: str, level: int | None = 1) -> Plan:
    """The plan in these lines below a title."""
    return recognise(Document(title="Verksamhetsplan 2025", language="sv", blocks=blocks_of(text, level))).plan


@pytest.mark.parametrize(
    "sentence, unit, value",
    [
        ("Vi vill nå 20 nya barn.", "barn", 20),
        ("Vi ska bli 150 medlemmar.", "medlemmar", 150),
        ("Målet är minst fem träffar.", "träffar", 5),
        ("Under året ska tre nya byar ansluta sig.", "byar", 3),
        ("Minst 400 besökare ska hitta till gården.", "besökare", 400),
        ("Antalet följare ska öka från 300 till 500.", "följare", 500),
        ("Vi räknar med minst hundra besökare.", "besökare", 100),
        ("Vi vill att minst 250 personer kommer till festen.", "personer", 250),
        ("Målet är att hastigheten sänks till 40 km/h.", "km/h", 40),
        ("Vårt mål för året är att värva tio nya familjer.", "familjer", 10),
    ],
)
def test_a_sentence_above_a_list_is_the_areas_goal(sentence: str, unit: str, value: int) -> None:
    """What is to be reached, with its number, is a goal of the area with a target; the list stays its activities."""
    area = read(f"# Unga\n{sentence}\n- Starta en klubb\n- Ordna läger").areas[0]
    assert [goal.text for goal in area.goals] == [sentence]
    target = area.goals[0].targets[0]
    assert (target.unit, target.at_least or target.exactly) == (unit, value)
    assert (area.text, [each.text for each in area.activities]) == ("", ["Starta en klubb", "Ordna läger"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Föreningen har 120 medlemmar.",
        "Klubben bildades 1998 av fem familjer.",
        "Vi samarbetar gärna med andra.",
        "Under året ska vi:",
        "Vi ska arbeta vidare med det som börjades 2024.",
        "Målet når vi genom att:",
        "I byn finns tre skolor.",
    ],
)
def test_a_sentence_that_sets_no_goal(sentence: str) -> None:
    """How things are, and what leads over to the list, stays the area's text."""
    area = read(f"# Unga\n{sentence}\n- Starta en klubb\n- Ordna läger").areas[0]
    assert (area.goals, area.text) == ((), sentence)


def test_a_stated_goal_needs_no_number() -> None:
    """A sentence "Målet är att …" is a goal whether it can be counted or not; the rest is the area's text."""
    area = read("# Unga\nMålet är att alla trivs. Vi är många.\n- Starta en klubb").areas[0]
    assert ([goal.text for goal in area.goals], area.text) == (["Målet är att alla trivs."], "Vi är många.")


@pytest.mark.parametrize(
    "sentence, above, alone",
    [
        ("Vi ska bli 150 medlemmar.", True, True),
        ("Vi ska ordna minst två discon.", True, False),
        ("Vi ska besöka tio byar i maj.", True, False),
        ("Byn ska ha 90 barn.", True, True),
        ("Vi ordnade två discon.", False, False),
        ("Vi ska måla om fasaden.", False, False),
    ],
)
def test_what_is_made_is_a_goal_only_above_a_list(sentence: str, above: bool, alone: bool) -> None:
    """A number of things to be made is the measure of a list below it, and an activity where it stands alone."""
    assert is_goal(sentence, above_a_list=True) is above
    assert is_goal(sentence, above_a_list=False) is alone


@pytest.mark.parametrize(
    "text, unit",
    [
        ("tre nya lokala grupper", "lokala grupper"),
        ("minst fem olika träffar", "träffar"),
        ("10 st nya skyltar", "skyltar"),
        ("minst tre kurskvällar per termin", "kurskvällar"),
        ("Antalet medlemmar ska vara minst 150", "medlemmar"),
        ("Öka antalet medlemmar från 88 till 110", "medlemmar"),
        ("Vi ska få digitala möten att bli minst tre", ""),
    ],
)
def test_what_is_counted(text: str, unit: str) -> None:
    """The unit is the thing, without words that only say that there will be more of it."""
    assert [each.target.unit for each in find_targets(text, [])] == [unit]


@pytest.mark.parametrize(
    "text, work",
    [
        ("Vi målar om fasaden.", True),
        ("Under våren digitaliserar arkivgruppen samlingen.", True),
        ("En städdag hålls i maj.", True),
        ("Bjuda in grannbyn.", True),
        ("Städdag i april.", True),
        ("Gården är byns samlingspunkt.", False),
        ("Föreningen har en lokal.", False),
        ("Huset byggdes 1923.", False),
    ],
)
def test_work_and_state(text: str, work: bool) -> None:
    """What somebody does is an activity, how things are or were is none."""
    assert tells_of_work(text) is work


@pytest.mark.parametrize("level", [1, None])
def test_an_area_in_prose_among_lists(level: int | None) -> None:
    """Paragraphs between areas with lists are activities of an area; what introduces them is its text."""
    made = read(
        """
        # Trafik
        - Skriva till regionen
        - Mäta farten
        # Gården
        Gården är byns samlingspunkt.
        Vi målar om fasaden under sommaren.
        Styrelsen ser över värmen.
        Minst 300 besökare ska komma.
        # Skola
        - Besöka skolorna
        - Ordna läxhjälp
        """,
        level,
    )
    assert [area.name for area in made.areas] == ["Trafik", "Gården", "Skola"]
    area = made.areas[1]
    assert area.text == "Gården är byns samlingspunkt."
    assert [each.text for each in area.activities] == [
        "Vi målar om fasaden under sommaren.",
        "Styrelsen ser över värmen.",
    ]
    assert [each.text for each in area.goals] == ["Minst 300 besökare ska komma."]
    assert made.sections == ()


def test_prose_at_either_end_is_an_area_where_it_plans() -> None:
    """Before the first and after the last area with a list only words of what will be done, and when, make one."""
    made = read(
        """
        # Vår organisation
        Föreningen har tre arbetsgrupper som arbetar självständigt.
        # Trafik
        - Skriva till regionen
        # Natur
        Vi röjer leden runt sjön i maj.
        # Kontakt
        Styrelsen nås genom hemsidan.
        """
    )
    assert [area.name for area in made.areas] == ["Trafik", "Natur"]
    assert [each.heading for each in made.sections] == ["Vår organisation", "Kontakt"]


@pytest.mark.parametrize(
    "text, area",
    [
        ("Kassören söker bidrag till elsanering.", True),
        ("Vi ska söka bidrag av kommunen.", True),
        ("Medlemsavgiften är 200 kr.", False),
        ("Vi räknar med 20 000 kr i bidrag.", False),
        ("Se bifogad budget.", False),
    ],
)
def test_work_with_money_and_money(text: str, area: bool) -> None:
    """Below "Ekonomi" stands an area where somebody does something, the economy itself elsewhere."""
    made = read(f"# Trafik\n- Skriva till regionen\n# Ekonomi\n{text}\n# Skola\n- Besöka skolorna")
    assert ("Ekonomi" in [each.name for each in made.areas]) is area
    assert ("Ekonomi" in [each.heading for each in made.sections]) is not area


BACK = "# Mål\nEn levande bygd.\n# Trafik\n- Skriva till regionen\n# Skola\n- Besöka skolorna\n"


@pytest.mark.parametrize(
    "first, second", [("Budget", "Uppföljning"), ("Så följer vi upp", "Ekonomi"), ("Utvärdering", "Kontakt")]
)
@pytest.mark.parametrize("level", [1, None])
def test_back_matter_stands_after_all_areas(first: str, second: str, level: int | None) -> None:
    """What stands after the last area is printed as a heading of the plan's own level, and comes back there."""
    made = read(f"{BACK}# {first}\nBestäms av årsmötet.\n# {second}\nBeskrivs i en bilaga.", level)
    assert [(each.heading, each.after) for each in made.sections] == [(first, "areas"), (second, made.sections[0].id)]
    printed = compose_plan(made, "sv")
    levels = {each.text: each.level for each in printed.blocks if isinstance(each, Heading)}
    assert (levels[first], levels[second], levels["Skola"]) == (1, 1, 2)
    assert recognise(printed).plan == evolve(made, questions=())


def test_a_section_within_an_area_stays_there() -> None:
    """A heading below an area's own, and one between two areas, stand where they stood."""
    blocks = [
        Heading(text="Trafik", level=1),
        ListItem(text="Skriva till regionen"),
        Heading(text="Budget", level=1),
        Paragraph(text="Årsavgiften är 100 kr."),
        Heading(text="Skola", level=1),
        ListItem(text="Besöka skolorna"),
        Heading(text="Budget", level=2),
        Paragraph(text="Resor betalas av kommunen."),
    ]
    made = recognise(Document(title="Verksamhetsplan 2025", language="sv", blocks=blocks)).plan
    assert [each.after for each in made.sections] == ["trafik", "skola"]


@pytest.mark.parametrize(
    "lines, area, activities, asked",
    [
        # After a list of several it may be all of them: the area's, and a question.
        ("- Kurs\n- Resa\nAnsvarig: Karin", ("Karin",), ((), ()), True),
        # Before the list it is the area's.
        ("Ansvarig: Karin\n- Kurs\n- Resa", ("Karin",), ((), ()), False),
        # Between two items it can only be of the one above, and so is then the last.
        ("- Kurs\nAnsvarig: Karin\n- Resa", (), (("Karin",), ()), False),
        ("- Kurs\nAnsvarig: Karin\n- Resa\n- Fest\nAnsvarig: Per", (), (("Karin",), (), ("Per",)), False),
        # Below the only activity it is that one's.
        ("- Kurs\nAnsvarig: Karin", (), (("Karin",),), False),
        # Where each area ends in one, each speaks of its area.
        ("- Kurs\n- Resa\nAnsvarig: Karin\n# Möten\n- Årsmöte\n- Höstmöte\nAnsvarig: Per", ("Karin",), ((), ()), False),
        ("- Kurs\nAnsvarig: Karin\n# Möten\n- Årsmöte\n- Höstmöte\nAnsvarig: Per", ("Karin",), ((),), False),
    ],
)
def test_of_whom_a_label_speaks(
    lines: str, area: tuple[str, ...], activities: tuple[tuple[str, ...], ...], asked: bool
) -> None:
    """A label speaks of the activity above it, or of the area, by where labels stand in the whole document."""
    made = read(f"# Utbildning\n{lines}")
    first = made.areas[0]
    assert (first.responsible, tuple(each.responsible for each in first.activities)) == (area, activities)
    assert any(each.about == first.id for each in made.questions) is asked


def test_a_lead_in_is_no_goal() -> None:
    """A line that leads over to a list of goals is none of them."""
    made = read(
        "# Mål\nUnder året ska vi nå dessa mål:\n- Minst tre nya byar ansluter sig\n- Fler unga\n# Trafik\n- Skylta"
    )
    assert [each.text for each in made.goals] == ["Minst tre nya byar ansluter sig", "Fler unga"]
    assert made.goals[0].targets[0].unit == "byar"


@pytest.mark.parametrize("heading", ["Det här vill vi", "Målsättning", "Så arbetar vi"])
def test_the_only_list_of_a_plan_is_its_work(heading: str) -> None:
    """A long list that the plan has no other beside is what will be done; beside areas it is what its heading says."""
    listed = f"# {heading}\n- Skylta om\n- Mäta farten\n- Ha fest\n- Bjuda in\n"
    alone, beside = read(listed), read(f"{listed}# Trafik\n- Skriva till regionen")
    assert [len(each.activities) for each in alone.areas] == [4]
    assert [each.code for each in recognise_doubts(listed)] == ["organisation-unknown", "goals-or-activities"]
    assert [each.name for each in beside.areas] == ["Trafik"]


def recognise_doubts(text: str) -> list[Doubt]:
    """What the import of these lines would like to ask."""
    return list(recognise(Document(title="Verksamhetsplan 2025", language="sv", blocks=blocks_of(text, 1))).doubts)


def test_prose_beside_areas_with_headings_of_their_own() -> None:
    """Areas with "Mål" and "Aktiviteter" below them are areas like those with lists; prose after them is one, too."""
    blocks = [
        Heading(text="Service", level=1),
        Heading(text="Mål", level=2),
        Paragraph(text="Vi ska få två laddstolpar."),
        Heading(text="Aktiviteter", level=2),
        Paragraph(text="Söka bidrag i januari."),
        Heading(text="Kultur", level=1),
        Paragraph(text="Vi ordnar en konsert i kyrkan. Vi vill locka 100 besökare."),
        Heading(text="Styrelsen", level=1),
        Paragraph(text="Styrelsen leder arbetet och träffas varje månad."),
        Heading(text="Uppföljning", level=1),
        ListItem(text="Styrelsen rapporterar varje kvartal"),
    ]
    made = recognise(Document(title="Verksamhetsplan 2025", language="sv", blocks=blocks)).plan
    assert [(each.name, len(each.goals), len(each.activities)) for each in made.areas] == [
        ("Service", 1, 1),
        ("Kultur", 0, 1),
    ]
    assert made.areas[1].activities[0].text == "Vi ordnar en konsert i kyrkan. Vi vill locka 100 besökare."
    assert made.areas[1].activities[0].targets[0].unit == "besökare"
    assert [(each.heading, each.after) for each in made.sections] == [
        ("Styrelsen", "areas"),
        ("Uppföljning", "styrelsen"),
    ]
