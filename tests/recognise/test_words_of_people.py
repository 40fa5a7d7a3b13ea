"""Who is responsible, in tables: names and offices where people write them, and what only looks like a name."""

from __future__ import annotations

import pytest

from helaplan.document import Document, Heading, ListItem
from helaplan.recognise import recognise
from helaplan.recognise.people import find_roles, split_names
from helaplan.recognise.persons import Known, known_people

#: What follows the words of an activity, and who is responsible. A question mark after those who may be nobody.
NAMED = {
    "(Karin Lund)": "Karin Lund",
    "(Lars P)": "Lars P",
    "(Karin & Lars).": "Karin, Lars",
    "(Karin Lund och styrelsen)": "Karin Lund, styrelsen",
    "(kassören och Karin)": "kassören, Karin",
    "(Karin m.fl.)": "Karin",
    "(Karin Lund, ordf.)": "Karin Lund",
    "(ordförande Karin Lund)": "ordförande Karin Lund",
    "(KARIN LUND)": "KARIN LUND",
    "(Anna-Karin)": "Anna-Karin",
    "(Maj-Britt Ek)": "Maj-Britt Ek",
    "(Carl von Ek)": "Carl von Ek",
    "(ansvarig: Karin)": "Karin",
    "(Karin ansvarar)": "Karin",
    "(hela styrelsen)": "hela styrelsen",
    "(vice ordförande)": "vice ordförande",
    "(Karin), senast 1 maj": "Karin",
    "(Anders webbmaster)": "Anders",
    "(arbetsgrupp: Karin, Lars)": "Karin, Lars",
    # A body and a person do it together.
    "(Vägsamfälligheten, Sture Palm)": "Vägsamfälligheten, Sture Palm",
    "(Karin Lund/byalaget)": "Karin Lund, byalaget",
    "(LRF och Karin Lund)": "LRF, Karin Lund",
    "[KL]": "KL?",
    "[KL, LP]": "KL?, LP?",
    "/ Karin": "Karin",
    "/Karin Lund": "Karin Lund",
    "/ Karin & styrelsen": "Karin, styrelsen",
    "– styrelsen": "styrelsen",
    "– Karin Lund": "Karin Lund?",
    ". Ansv: KL": "KL",
    ". Ansv. Karin Lund": "Karin Lund",
    ", ansv Karin Lund och Lars Ek": "Karin Lund, Lars Ek",
    ", ansv: Karin, senast 5 maj": "Karin",
    ". Ansvariga är Karin Lund och Lars Ek.": "Karin Lund, Lars Ek",
    ". Kontaktperson: Karin Lund": "Karin Lund",
    ", Karin Lund ansvarar": "Karin Lund",
    ". Karin håller i det.": "Karin",
    ". Karin och Lars sköter detta.": "Karin, Lars",
    ". Karin Lund är sammankallande": "Karin Lund",
    "med Karin Lund som ansvarig": "Karin Lund",
    ". Leds av Karin Lund och styrelsen i maj.": "Karin Lund, styrelsen",
    ". Genomförs av festkommittén": "festkommittén",
    ". Sidan uppdateras av Karin Lund.": "Karin Lund",
    ". Ansvarigt ombud är tills vidare Karin Lund": "Karin Lund",
    "under ledning av Karin Lund": "Karin Lund",
    ". Ansvar: Ungdomssektionen": "Ungdomssektionen",
    ". Nöjesgruppen ombesörjer inköpet.": "Nöjesgruppen",
    ". Arkivgruppen träffas varannan tisdag.": "Arkivgruppen",
    ". Kassören rapporterar till årsmötet.": "Kassören",
    ". Anna Lund ansvarig.": "Anna Lund",
    ". Anna och Per tar fram ett förslag.": "Anna, Per",
    "(Stig-Björn, Per & Co)": "Stig-Björn, Per",
    # A name that no register has, known by its form only.
    "(Zoran Lundgren)": "Zoran Lundgren?",
    "(Karin Lund och Zoran Lundgren)": "Karin Lund, Zoran Lundgren",
}


def named(text: str, known: Known | None = None) -> str:
    """Who is responsible according to the text, on one line."""
    found = find_roles(text) if known is None else find_roles(text, known)
    return ", ".join(each.name + "?" * each.doubtful for each in found)


@pytest.mark.parametrize("words", NAMED)
def test_who_is_named(words: str) -> None:
    """People write who does it in brackets, after a stroke, or in words; names and offices together too."""
    assert named(f"Städa stranden {words}") == NAMED[words]


@pytest.mark.parametrize(
    "text",
    [
        "Valborg (Kils kommun)",
        "Möte (Folkets Hus)",
        "Väg (riks: ska ha)",
        "Möte (Zoom)",
        "Möte (Grängesberg)",
        "Ansökan (LEADER)",
        "Ansökan (EU)",
        "Gudstjänst (Svenska Kyrkan)",
        "Mål (Agenda 2030)",
        "Möte [LRF]",
        "Samtal (Hela Sverige)",
        "Möte (Stora Torget)",
        "Läger (Norra Berg)",
        "Bad (Maj)",
        "Utflykt (Karin Boyes Gata)",
        "Mat (Lars Kagg-skolan)",
        "Besök (Maria församling)",
        "Träff (Region Värmland)",
        "Träff (Örebro)",
        "Träff (Kils kommun, Karin Lund)",
        "Träff (Folkets Hus, Karin Lund)",
        "Konsert (Karin Lund, Eds kyrka)",
        "Träff (biblioteket, skolan)",
        "Träff (se bilaga)",
        "Möten (mars och maj)",
        "Kurs (Per deltagare 500 kr)",
        "Insamling (Rädda Barnen)",
        "Söka medel (Allmänna Arvsfonden)",
        "Bjud in författare (Karin Boye)",
        "Vandring (guide: Karin Lund)",
        "Bo kvar i byn",
        "Visa filmen (Ingmar Bergman)",
        "Soppteater (Karin Lund-show)",
        "Målgruppen ska bli större",
        "Föreläsning – Karin Boye",
        "Åka till Lund – Sälen",
        "Besöka Karin Lund",
        "Träffa kommunalrådet, Karin Lund",
        "Loppis i samarbete med Karin Lund",
        "Kommunen ansvarar för vägen",
        "Kils kommun ansvarar för vägen",
        "Vi ansvarar för lokalen",
        "Styrelsen behöver fler suppleanter",
        "Gruppen består av sju unga",
        "Ledare utbildas i maj",
        "Arbetsgruppen som bildas i maj",
        "Genomförs av kommunen",
        "Ansvariga politiker bjuds in",
        "Ansvarig utgivare för bladet",
        "Skicka brev /pågående",
        "Måla huset / Åtgärdat och pågående",
    ],
)
def test_nobody_is_named(text: str) -> None:
    """Places, bodies, abbreviations, guests and explanations are nobody who is responsible."""
    assert named(text) == ""


def test_the_document_tells_who_is_who() -> None:
    """Somebody named once for sure is known by initials, after a comma, and beside a dash that comes again."""
    known = known_people(["Städa (Karin Lund)", "Baka – Eva", "Sy – Lars"], ["Östen Ström", "QX"])
    assert named("Måla (KL)", known) == "KL"
    assert named("Måla [QX]", known) == "QX"
    assert named("Måla, Östen Ström", known) == "Östen Ström"
    assert named("Måla – Eva", known) == "Eva"
    assert named("Måla (KL)") == ""


def test_who_stands_at_a_colon() -> None:
    """A name or an office before a colon does what follows; nothing but names after one are those who do it."""
    assert named("Karin Lund: boka lokal") == "Karin Lund"
    assert named("Styrelsen: kalla till möte") == "Styrelsen"
    assert named("Hus och försäkring: Kjell Ek och konsulenten.") == "Kjell Ek, konsulenten"
    assert named("Arbetsutskott: Conny Ek, Ingela Ask") == "Conny Ek, Ingela Ask"
    assert named("Föreläsare: Karin Boye") == ""
    assert named("Ledare: kursen är öppen för alla") == ""
    assert named("Plats: Folkets Hus") == ""


def test_a_bracket_that_comes_again_may_be_a_name() -> None:
    """Two words with capitals, twice in brackets, are asked about; those of a place or body never."""
    texts = ["Städa (Ilze Ozola)", "Måla (Ilze Ozola)", "Fest (Folkets Hus)", "Bal (Folkets Hus)"]
    texts += ["Fotboll (Ed IF)", "Skidor (Ed IF)"]
    known = known_people(texts, [])
    assert [named(each, known) for each in texts] == ["Ilze Ozola?", "Ilze Ozola?", "", "", "", ""]


def test_a_name_said_in_words_is_known_everywhere() -> None:
    """Who is called responsible in one activity needs no question in the next, and may be there by initials."""
    texts = ("Städa. Ansv: Eva Ström", "Måla den stora bryggan – Eva Ström", "Laga (ES)")
    blocks = [Heading(text="Städning", level=1), *(ListItem(text=each) for each in texts)]
    document = Document(title="Verksamhetsplan 2025", language="sv", organisation="Kils byalag", blocks=blocks)
    plan = recognise(document).plan
    assert [each.responsible for each in plan.areas[0].activities] == [("Eva Ström",), ("Eva Ström",), ("ES",)]
    assert not [each for each in plan.questions if "Eva" in each.text or "ES" in each.text]


def test_a_doubt_is_asked_once() -> None:
    """The plan holds the name, and asks about it once however often it comes."""
    blocks = [Heading(text="Städning", level=1), *(ListItem(text=f"{what} [QX]") for what in ("Städa", "Måla", "Laga"))]
    document = Document(title="Verksamhetsplan 2025", language="sv", organisation="Kils byalag", blocks=blocks)
    plan = recognise(document).plan
    assert [each.responsible for each in plan.areas[0].activities] == [("QX",)] * 3
    assert ["QX" in each.text for each in plan.questions].count(True) == 1


@pytest.mark.parametrize(
    "text, names",
    [
        ("Karin & Lars", ["Karin", "Lars"]),
        ("Karin Lund och Lars Ek", ["Karin Lund", "Lars Ek"]),
        ("Karin, Lars och Eva", ["Karin", "Lars", "Eva"]),
        ("KL + LP", ["KL", "LP"]),
        ("Styrelsen / Hembygdsföreningen", ["Styrelsen", "Hembygdsföreningen"]),
        ("Kassören och sekreteraren", ["Kassören", "sekreteraren"]),
        ("Gruppen för kultur och fritid", ["Gruppen för kultur och fritid"]),
        ("Information & kommunikation", ["Information & kommunikation"]),
    ],
)
def test_names_in_a_column(text: str, names: list[str]) -> None:
    """Names are parted, and what is one name with "och" in it stays whole."""
    assert split_names(text) == names
