"""Plans whose areas are paragraphs below a heading of its own wording, and what stands before and after them."""

from __future__ import annotations

import pytest

from helaplan.document import Block, Document, Heading, ListItem, Paragraph
from helaplan.model import Plan
from helaplan.recognise import recognise
from helaplan.recognise.titles import name_of


def read(text: str, *, guessed: bool = False) -> Plan:
    """The plan in these lines below a title: `#` begins a heading, as deep as it has of them, `-` an item."""
    blocks: list[Block] = []
    for line in map(str.strip, text.strip().splitlines()):
        words = line.lstrip("#- ")
        depth = len(line) - len(line.lstrip("#"))
        if depth:
            blocks.append(Heading(text=words, level=None if guessed else depth))
        elif line.startswith("-"):
            blocks.append(ListItem(text=words))
        else:
            blocks.append(Paragraph(text=words))
    return recognise(Document(title="Verksamhetsplan 2025", language="sv", blocks=blocks)).plan


OWN_WORDS = """
# Bakgrund.
Föreningen bildades 1931 och har 200 medlemmar.
# Vårt uppdrag.
Vi vårdar bygdens minne.
# {over}
## Husen.
Taket läggs om i juni. Arbetet leds av byggnadskommittén.
Grinden lagas.
## Arkiv.
Fotona skannas varje torsdag.
## Program.
Gökotta på Kristi himmelsfärdsdag.
Lucia firas med kyrkan.
# Utvärdering.
Styrelsen går igenom planen i augusti.
"""


@pytest.mark.parametrize(
    "over",
    [
        "Verksamheten under året.",
        "Det här gör vi i år",
        "Planerade aktiviteter 2025",
        "Vad vi ska göra:",
        "Det här har vi planerat",
        "Insatser under verksamhetsåret 2025",
        "Byalagets verksamhet",
        "På gång under året",
        "What we will do this year.",
    ],
)
@pytest.mark.parametrize("guessed", [True, False])
def test_areas_in_paragraphs_below_a_heading_over_them(over: str, guessed: bool) -> None:
    """Each paragraph is an activity, "Program" one area of several, and the full stop is no part of a name."""
    made = read(OWN_WORDS.format(over=over), guessed=guessed)
    assert [(each.name, len(each.activities)) for each in made.areas] == [("Husen", 2), ("Arkiv", 1), ("Program", 2)]
    assert [each.heading for each in made.sections] == ["Bakgrund", "Utvärdering"]
    assert [each.text for each in made.mission] == ["Vi vårdar bygdens minne."]


@pytest.mark.parametrize("intro", ["", "Gården ska vara öppen för alla.\n"])
@pytest.mark.parametrize("guessed", [True, False])
def test_areas_as_high_as_the_heading_over_them(intro: str, guessed: bool) -> None:
    """A heading over areas with nothing deeper below it is over those that follow, until one of another kind."""
    made = read(
        f"""
        # Om bygden
        Bygden är vacker.
        # Verksamhet
        {intro}# Ungdomskvällar
        Ungdomskvällar hålls varannan fredag.
        # Dans
        Dans till orkester fyra lördagar.
        Golvet slipas.
        # Firmateckning
        Firman tecknas av ordföranden.
        # Till sist
        Bygden är vacker.
        """,
        guessed=guessed,
    )
    assert [(each.name, len(each.activities)) for each in made.areas] == [("Ungdomskvällar", 1), ("Dans", 2)]
    headings = ["Om bygden", *(["Verksamhet"] if intro else []), "Firmateckning", "Till sist"]
    assert [each.heading for each in made.sections] == headings


@pytest.mark.parametrize("guessed", [True, False])
def test_the_board_between_areas_ends_nothing(guessed: bool) -> None:
    """A section among areas in paragraphs stands where it stood, and the areas go on."""
    made = read(
        "# Verksamhet\n## Husen\nTaket läggs om.\n## Styrelsen\nStyrelsen är fem.\n## Vägar\nVi mäter farten.",
        guessed=guessed,
    )
    assert [each.name for each in made.areas] == ["Husen", "Vägar"]
    assert [(each.heading, each.after) for each in made.sections] == [("Styrelsen", "husen")]


def test_a_heading_of_any_wording_holds_the_work_below_it() -> None:
    """Where headings are known to be deeper, what stands below them tells what the one above is over."""
    made = read(
        """
        # Vår bygd
        ## Byarna
        I området finns 14 byar.
        ## Folket
        Här bor 600 personer.
        # Ett år fyllt av liv
        ## Husen
        Taket läggs om i juni.
        ## Arkiv
        Fotona skannas varje torsdag.
        # Sagt om oss
        Tidningen skrev om oss.
        """
    )
    assert [each.name for each in made.areas] == ["Husen", "Arkiv"]
    assert [each.heading for each in made.sections] == ["Byarna", "Folket", "Sagt om oss"]


@pytest.mark.parametrize("guessed", [True, False])
def test_program_is_an_area_among_others_in_prose(guessed: bool) -> None:
    """Without a heading over the areas, too, one that could stand over others is one of them."""
    made = read(
        "# Husen\nTaket läggs om i juni.\n# Program\nGökotta i maj.\nSlåtterkaffe i juli.\n# Unga\nAlla bjuds in.",
        guessed=guessed,
    )
    assert [(each.name, len(each.activities)) for each in made.areas] == [("Husen", 1), ("Program", 2), ("Unga", 1)]


@pytest.mark.parametrize(
    "heading, text",
    [
        ("Pengar:", "Medlemsavgiften är 100 kronor per hushåll. Arbetet sker ideellt."),
        ("Medlemsavgift 2025", "Avgiften är 150 kr."),
        ("Resurser", "Vi har en lokal och en traktor."),
        ("Kontakt", "Ordföranden nås på telefon."),
        ("Styrelsen 2025", "Styrelsen består av fem personer."),
        ("Styrelsen 2025", "- Eva Berg, ordförande\n- Kassör: Bo Ek\n- Ulla Alm"),
        ("Till sist", "Bygden är vacker."),
        ("Ansvar och kontakt", "Sammankallande är Rut Ek."),
    ],
)
@pytest.mark.parametrize("over", ["", "# Insatsområden 2026:\n"])
@pytest.mark.parametrize("guessed", [True, False])
def test_what_stands_around_the_areas_is_none(heading: str, text: str, over: str, guessed: bool) -> None:
    """Money, the board and how to get in touch are sections, though nothing but their words tells where areas end."""
    mark = "##" if over else "#"
    made = read(
        f"{over}{mark} Husen\nVi ska:\n- Måla gaveln\n- Laga taket\n{mark} Vägar\n- Skriva brev\n# {heading}\n{text}",
        guessed=guessed,
    )
    assert [each.name for each in made.areas] == ["Husen", "Vägar"]
    assert [each.heading for each in made.sections] == [name_of(heading)]


@pytest.mark.parametrize(
    "heading, text, count",
    [
        ("Information", "Medlemsbladet ges ut i mars och i oktober.\nHemsidan uppdateras varje vecka.", 2),
        ("Styrelsen", "- Hålla åtta möten\n- Gå en kurs i mars", 2),
        ("Ekonomi", "- Söka bidrag i mars\n- Se över avgifterna", 2),
        ("Kyrkan", "Vi putsar klockan i maj.", 1),
    ],
)
@pytest.mark.parametrize("guessed", [True, False])
def test_work_below_such_a_heading_is_an_area(heading: str, text: str, count: int, guessed: bool) -> None:
    """What will be done makes an area, whatever the heading usually stands over."""
    made = read(
        f"# Verksamhet\n## Husen\n- Måla gaveln\n## {heading}\n{text}\n## Vägar\n- Skriva brev", guessed=guessed
    )
    assert [(each.name, len(each.activities)) for each in made.areas] == [("Husen", 1), (heading, count), ("Vägar", 1)]


@pytest.mark.parametrize(
    "heading, key",
    [
        ("Byalagets ändamål:", "purposes"),
        ("Hembygdsföreningens vision", "visions"),
        ("Norrby byalags värdegrund", "values"),
        ("Syftet med föreningen", "purposes"),
        ("Vision för bygden", "visions"),
        ("Bygdens vision", "visions"),
        ("Föreningens målgrupper", "target_groups"),
        ("Bygdelagets uppgift", "purposes"),
        ("Why we exist", "purposes"),
        ("What we want", "visions"),
    ],
)
def test_an_owner_in_a_heading_changes_nothing(heading: str, key: str) -> None:
    """Whose vision or purpose it is, before or after the word, is no meaning of its own."""
    made = read(f"# {heading}\nAlla som bor här.\n# Husen\n- Måla gaveln")
    assert len(getattr(made, key)) == 1
    assert made.sections == ()


@pytest.mark.parametrize("heading", ["Ungdomsgruppens program", "Aktiviteter under hösten", "Bygdens framtid"])
def test_an_owner_or_a_season_may_name_an_area(heading: str) -> None:
    """What a group of its own does, or what is done in a part of the year, is an area."""
    made = read(f"# Husen\n- Måla gaveln\n# {heading}\n- Hålla disco\n- Ordna läger")
    assert [each.name for each in made.areas] == ["Husen", heading]


@pytest.mark.parametrize(
    "heading, name",
    [
        ("Byggnadsvård.", "Byggnadsvård"),
        ("Mål :", "Mål"),
        ("Unga (13–20 år).", "Unga (13–20 år)"),
        ("Kök, bad m.m.", "Kök, bad m.m."),
        ("Kurser osv.", "Kurser osv."),
        ("Husen", "Husen"),
        ("Vad nu...", "Vad nu..."),
        (".", "."),
    ],
)
def test_the_name_in_a_heading(heading: str, name: str) -> None:
    """A colon or full stop that ends the heading is no part of the name, that of an abbreviation is."""
    assert name_of(heading) == name
