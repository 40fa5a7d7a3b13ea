"""How much is to be reached, in tables: numbers in figures, letters and round words, and those that count nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from helaplan.model import Period, Target
from helaplan.recognise.schedules import find_schedules, without_recurring
from helaplan.recognise.targets import find_targets

YEAR = Period(start=dt.date(2025, 1, 1), end=dt.date(2025, 12, 31))

#: A sentence, and its targets: bound, number, unit, what it is counted for.
TARGETS = {
    # What stands before or between: a year that begins now, years of birth.
    "Kursen hålls i år två gånger, i juni och i augusti, för barn mellan åtta och tolv år.": "=2 gånger",
    "Ha skidskola för barn födda 2016–2019 vid åtta tillfällen": "=8 tillfällen",
    # Once.
    "Öva en gång under hösten.": "=1 gång",
    "Meet once a month": "=1 time/month",
    "Meet the transport board twice a year about ferries.": "=2 times/year",
    # One meeting that others are asked to.
    "Bjuda in Trafikverket till ett möte om vägen under våren.": "=1 möte",
    "Kalla till ett extra årsmöte": "=1 årsmöte",
    # What it is counted for, short or after a stroke.
    "Ge ut medlemsblad 4 ggr/år": "=4 medlemsblad/år",
    "Hålla 5 träffar/termin": "=5 träffar/termin",
    "Ordna en kurs om hemberedskap": "=1 kurs",
    # Pieces, and round numbers.
    "Köpa stolar, 6 st": "=6 stolar",
    "Köpa in 6 st bord": "=6 bord",
    "Värva ett tiotal nya medlemmar": "=10 medlemmar",
    "Besöka ett femtiotal företag": "=50 företag",
    "Ordna ett par träffar": "=2 träffar",
    # Units of several words in English, which Swedish writes as one.
    "Arrange at least six community lunches": ">6 community lunches",
    "Hold three open days and two guided walks": "=3 open days, =2 guided walks",
    "Two youth camps for girls": "=2 youth camps",
    "Hold 12 workshops on broadband": "=12 workshops",
    "Organise 3-4 film evenings": ">3<4 film evenings",
    # Bounds in other words, and a number behind what it counts.
    "Ordna upp till fem vandringar": "<5 vandringar",
    "Locka över 100 besökare": ">100 besökare",
    "Ta fram en karta över minst 60 besöksmål": ">60 besöksmål",
    "Handlägga ansökningar inom högst åtta veckor": "<8 veckor",
    "Dubbla antalet följare till 2 000": "=2000 följare",
    # An amount of what is made is one; what people do, or to whom, is not what is counted.
    "Lägga ut 300 meter dräneringsrör": "=300 meter",
    "Träffa kommunen två gånger om året": "=2 gånger/år",
    "Ge ut tidningen Bygden 4 gånger": "=4 tidningen",
    "Städa två gånger per termin": "=2 gånger/termin",
    "Count traffic for two weeks in the autumn": "=2 weeks",
    "Ordna två läger för flickor 12–14 år": "=2 läger",
    "Ha 30 femåringar på läger": "=30 femåringar",
    "Ha öppet två dagar i veckan": "=2 dagar/vecka",
    "3 kurser utomhus": "=3 kurser",
}


def read(text: str) -> str:
    """The targets of a text on one line; days are taken as they are in an import."""
    taken = [(each.start, each.end) for each in without_recurring(find_schedules(text, YEAR))]
    return ", ".join(_shown(each.target) for each in find_targets(text, taken))


def _shown(target: Target) -> str:
    bounds = ((">", target.at_least), ("<", target.at_most), ("=", target.exactly))
    signs = "".join(f"{sign}{value:g}" for sign, value in bounds if value is not None)
    return f"{signs} {target.unit}" + (f"/{target.per}" if target.per else "")


@pytest.mark.parametrize("text", TARGETS)
def test_what_is_to_be_reached(text: str) -> None:
    """Number, unit and what it is counted for, none cut and none taken from a neighbour."""
    assert read(text) == TARGETS[text]


@pytest.mark.parametrize(
    "text",
    [
        "Läger för flickor 12–14 år",
        "Kurs för barn 6–12 år",
        "Läger för 8–12-åringar",
        "Camp for children between 8 and 12 years",
        "Träffar för seniorer 65+",
        "Fika kl 18–20",
        "Röja en 2 km lång stig",
        "Loppet är 10 km långt",
        "Kurs på 3 timmar",
        "Svara inom två veckor",
        "Städa under de två första helgerna",
        "Byta till en 60-tums skärm",
        "Än en gång ber vi alla om hjälp",
        "En gång för alla",
        "Once again we invite all",
        "Rusta en av stugorna",
        "Fråga om två av tre byar har fiber",
        "Träffa personer över 65",
        "Byar med över 200 invånare",
        "The plan is revised twice as often",
        "Bjuda in alla till en bättre värld",
        "Måla i samma stil som på 80-talet",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    """Ages, times of day, sizes and how long it takes are nothing to be reached."""
    assert read(text) == ""
