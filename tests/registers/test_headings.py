"""Headings of plans: which concept their words name, and which name none."""

from __future__ import annotations

import pytest

from helaplan.registers.headings import concept_of

NAMED = {
    "vision": (
        "Vision",
        "Vad vi vill",
        "Det här vill vi",
        "Vår dröm",
        "Vart vi är på väg",
        "Dit vill vi nå",
        "Framtidsvision",
    ),
    "values": ("Värdegrund", "Vad vi står för", "Det här står vi för", "Våra ledstjärnor", "Det tror vi på"),
    "purpose": (
        "Syfte",
        "Därför finns vi",
        "Varför vi finns",
        "Varför finns vi?",
        "Varför finns föreningen till?",
        "Därför finns Öarnas utvecklingsgrupp",
    ),
    "mission": ("Verksamhetsidé", "Så arbetar vi", "Hur vi jobbar", "Så här arbetar föreningen"),
    "target_groups": ("Målgrupper", "Vilka vi är till för", "För vem?", "För vem vi finns", "Vem vänder vi oss till?"),
    "introduction": ("Inledning", "Bakgrund", "Förord", "Om oss", "Om föreningen", "Nuläge", "Ordföranden har ordet"),
    "goals": ("Långsiktiga mål", "Övergripande mål", "De övergripande målen", "Årets mål", "Det här vill vi uppnå"),
    "follow_up": ("Uppföljning", "Så följer vi upp", "Så mäter vi", "Hur följs planen upp?", "Utvärdering 2025"),
    "budget": ("Budget", "Ekonomi", "Kostnader och intäkter", "Intäkter", "Budget för 2025"),
    "container": ("Aktiviteter", "Det här ska vi göra", "Vad vi gör", "Det vill vi göra under året"),
}
OWN = (
    "Vad vi vill med skolan", "Så arbetar vi med unga", "Om vädret tillåter", "För vem som vill", "Dröm om Dalarna",
    "Därför finns biblioteket kvar", "Det här vill vi ha", "Så mäter vi snödjupet", "Målningsarbeten",
    "Ekonomisk förening",    "Uppföljning av byavandringen", "Vilka är med", "Trafik", "Barn och unga",
)  # fmt: skip


@pytest.mark.parametrize("concept, heading", [(key, each) for key, several in NAMED.items() for each in several])
def test_a_heading_names_its_concept(concept: str, heading: str) -> None:
    """Names and half sentences of the same meaning are one concept, whatever stands before or after."""
    assert concept_of(heading) == concept


@pytest.mark.parametrize("heading", OWN)
def test_a_heading_of_the_branchs_own(heading: str) -> None:
    """Words that begin like a known heading and go on are an area of the branch's own."""
    assert concept_of(heading) == ""
