"""Whom the organisation works with, in tables: bodies in running text, and who is no body but a target group."""

from __future__ import annotations

import pytest

from helaplan.recognise.bodies import kind_of
from helaplan.recognise.partners import find_partners

#: A sentence, and the bodies in it with their kinds.
PARTNERS = {
    "Vi samarbetar med Kils kommun och Studieförbundet Vuxenskolan": [
        ("Kils kommun", "municipality"),
        ("Studieförbundet Vuxenskolan", "association"),
    ],
    "Kurs tillsammans med Leader Bergslagen, LRF och Hushållningssällskapet": [
        ("Leader Bergslagen", "association"),
        ("LRF", "association"),
        ("Hushållningssällskapet", "association"),
    ],
    "Kurs i samverkan med bygdegårdsföreningen i Ed och Region Värmland": [
        ("bygdegårdsföreningen i Ed", "association"),
        ("Region Värmland", "region"),
    ],
    "Kurs med stöd av Kils kommun och Sparbanken Nord": [
        ("Kils kommun", "municipality"),
        ("Sparbanken Nord", "company"),
    ],
    "Kurs ihop med Kils IF och Eds hembygdsförening.": [
        ("Kils IF", "association"),
        ("Eds hembygdsförening", "association"),
    ],
    "Samarbeta med skolan och kyrkan om läger": [("skolan", "school"), ("kyrkan", "church")],
    "Samarbetar med Högskolan i Gävle, Örebro universitet och Coompanion Värmland": [
        ("Högskolan i Gävle", "school"),
        ("Örebro universitet", "school"),
        ("Coompanion Värmland", "other"),
    ],
    "Samverka med Eds församling och Svenska kyrkan.": [("Eds församling", "church"), ("Svenska kyrkan", "church")],
    "Samarbete med Destination Sälen AB och Röda Korset": [
        ("Destination Sälen AB", "company"),
        ("Röda Korset", "association"),
    ],
    "Driva projektet i partnerskap med IFK Ed och Ed BK": [("IFK Ed", "association"), ("Ed BK", "association")],
    "I nära samarbete med byalagen i Ed och Töcksfors": [("byalagen i Ed och Töcksfors", "association")],
    # Agreements, and words after a body that are no part of it.
    "Teckna avtal med Färjerederiet om fria resor": [("Färjerederiet", "company")],
    "Skriva hyresavtal med Kils bostäder": [("Kils bostäder", "")],
    "Utvärdera tillsammans med biblioteken våren 2026.": [("biblioteken", "other")],
    "Kurs i samarbete med Studiefrämjandet varje höst": [("Studiefrämjandet", "association")],
    "Träffa kommunen två gånger om året": [("kommunen", "municipality")],
    # Who is asked, met or applied to, where their own words say that they are a body.
    "Bjuda in Riksteatern till minst två föreställningar": [("Riksteatern", "association")],
    "Räddningstjänsten bjuds in till en genomgång i april": [("Räddningstjänsten", "other")],
    "Polisen och räddningstjänsten bjuds in": [("Polisen", "state"), ("räddningstjänsten", "other")],
    "Studiebesök hos Mjölby byalag": [("Mjölby byalag", "association")],
    "Söka bidrag hos Sparbanken Nord": [("Sparbanken Nord", "company")],
    "Träffa kommunstyrelsens presidium": [("kommunstyrelsen", "municipality")],
    "Delta i kommunens samråd": [("kommunen", "municipality")],
    # English.
    "Meet the county council about the crossing in May": [("county council", "region")],
    "Run a camp together with the football club": [("football club", "association")],
    "Work with the local school on a market": [("local school", "school")],
    "Apply for funding from the municipality": [("municipality", "municipality")],
    "Hold a meeting with the Red Cross": [("Red Cross", "association")],
    "Bjuda in till samtal med polisen": [("polisen", "state")],
    "Invite the rescue service to a meeting": [("rescue service", "other")],
    "Sign an agreement with the ferry company": [("ferry company", "company")],
    "Läger med Friluftsfrämjandet": [("Friluftsfrämjandet", "association")],
    "Söka medel från Leader Närheten": [("Leader Närheten", "association")],
    "Rusta med bidrag från Allmänna Arvsfonden": [("Allmänna Arvsfonden", "fund")],
    "Konferens i samarbete med Hela Sverige ska leva Dalarna": [("Hela Sverige ska leva Dalarna", "national-body")],
    "Samarbeta med kommunerna Kil, Forshaga och Grums": [
        ("Kil", "municipality"),
        ("Forshaga", "municipality"),
        ("Grums", "municipality"),
    ],
    "Mässa i samarbete med t.ex. ICA Nära och Coop": [("ICA Nära", "company"), ("Coop", "company")],
    "Samverka med det lokala näringslivet": [("lokala näringslivet", "company")],
    "Kurs tillsammans med Naturskyddsföreningen i Kil under våren": [("Naturskyddsföreningen i Kil", "association")],
    "Kurs tillsammans med ABF i Kils skola": [("ABF", "association")],
    "Medverka i nya LEADER-området Kust och Fjäll": [("LEADER-området Kust och Fjäll", "association")],
    "Möte med Länsstyrelsen Dalarna och Trafikverket": [
        ("Länsstyrelsen Dalarna", "state"),
        ("Trafikverket", "state"),
    ],
    "Ansöka hos Leader Sjö, Skog & Fjäll": [("Leader Sjö, Skog & Fjäll", "association")],
    "Dag i samarrangemang med Svenska Kyrkan 6 sept": [("Svenska Kyrkan", "church")],
    "Gräva tillsammans med Lidén Data fortsatt": [("Lidén Data", "")],
    "Byns dag i samarb. med IFK Ed": [("IFK Ed", "association")],
    "Träffa Länsstyrelsen i Värmland": [("Länsstyrelsen i Värmland", "state")],
    "Cooperate with Kil municipality and the Red Cross": [
        ("Kil municipality", "municipality"),
        ("Red Cross", "association"),
    ],
}


@pytest.mark.parametrize("text", PARTNERS)
def test_bodies(text: str) -> None:
    """Each body by its whole name and with its kind, none joined with the next, none cut."""
    assert [(each.name, each.kind) for each in find_partners(text)] == PARTNERS[text]


@pytest.mark.parametrize(
    "text",
    [
        "Städa tillsammans med medlemmar",
        "Läger med barn och unga",
        "Läger tillsammans med barn och unga",
        "Fika tillsammans med grannar och vänner",
        "Möten med politiker och tjänstemän",
        "Samarbeta med olika aktörer",
        "Klippa gräs med hjälp av ideella krafter",
        "Arbeta med frågor om service",
        "Samtala med varandra",
        "Möten med fokus på unga",
        "Träffas tillsammans med Karin Lund",
        "Möte med Zoom",
        "Together with young people",
        # A place where somebody is, the organisation itself, and all of a kind.
        "Samtliga fjärdeklasser i kommunen får ett erbjudande",
        "Kurs i hela Kils kommun",
        "Hyra ut lokaler till barn i regionen",
        "Städa tillsammans med föreningen",
        "Clean the park together with our association",
        "Medlemmarna bjuds in till fest",
        "Samtliga klubbar bjuds in",
        "Lokala byalag bjuds in",
        "Invite candidates to a debate",
        "Invite local clubs to a meeting",
        "Bjuda in Karin Boye",
        "Träffa styrelsen",
        "Besöka biblioteket",
    ],
)
def test_no_bodies(text: str) -> None:
    """Target groups, members, persons and means are no partners."""
    assert find_partners(text) == []


@pytest.mark.parametrize(
    "name, kind",
    [
        ("Hembygdsgillet", "association"),
        ("Sunne folkhögskola", "school"),
        ("Ideella fonden", "fund"),
        ("Jordbruksverket", "state"),
        ("Nätverket Landsbygd", "network"),
        ("Lantbrukarnas Riksförbund", "national-body"),
        ("Biblioteket i Ed", "other"),
        ("Handelsringen Skog", ""),
        ("Destination Sälen AB", "company"),
        ("Ed IF", "association"),
        ("Oxelholm Municipality", "municipality"),
        ("village council", "association"),
    ],
)
def test_kinds(name: str, kind: str) -> None:
    """The last word of a name says what it is; a name that says nothing has no kind."""
    assert kind_of(name) == kind
