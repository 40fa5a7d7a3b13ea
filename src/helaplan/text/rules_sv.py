"""Sentences and pages in Swedish for contradictions in a plan, for comments that silence, and for the careful profile.

`MESSAGES` and `PAGES` are parts of the tables in `messages_sv` and `pages_sv`, which hold the oldest codes.
"""

from __future__ import annotations

from collections.abc import Mapping

_CAREFUL = "Hör till profilen careful (noggrann), som körs när den väljs: "

MESSAGES: Mapping[str, tuple[str, str]] = {
    # comments
    "ignore-unused": ("Här finns inget ”{written}” att bortse från", "Ta bort koden ur kommentaren"),
    "ignore-unknown-code": ("Det finns ingen kod ”{written}”", "[Menade du ”{suggestion}”?]"),
    "ignore-without-code": (
        "Kommentaren säger inte vad som ska bortses från",
        "Skriv koderna inom hakparenteser efter ignore, med komma mellan",
    ),
    "list-in-text": (
        "Raden läses som en del av texten ovanför, inte som en punkt i en lista",
        "Skriv varje punkt på en egen rad under nyckeln, eller sätt citattecken om det ska vara text",
    ),
    # contradictions
    "period-label-differs": (
        "Periodens namn {written} nämner inget år från {start} till {end}",
        "Ändra namnet (label) eller dagarna",
    ),
    "time-outside-period": (
        "{thing} {written} ligger utanför planens period {start} till {end}",
        "Ändra tiden eller perioden",
    ),
    "week-not-in-year": ("Det finns ingen vecka {written} {year}", "Sista veckan är 52"),
    "schedule-value-repeated": ("{written} står två gånger", "Ta bort det ena, eller skriv det som skulle stå där"),
    "adopted-without-date": ("Planen är antagen, men inte när", "Lägg till date: …, dagen för beslutet"),
    "adopted-without-body": ("Planen är antagen, men inte av vem", "Lägg till by: …, till exempel by: årsmötet"),
    "adopted-after-period": (
        "Planen antogs {written}, när dess period redan var slut ({end})",
        "Se efter årtalen i beslutet och perioden",
    ),
    "target-unreachable": (
        "Måltalet är {written}[ {unit}], men tiderna räcker till högst {most}",
        "Ändra måltalet eller lägg till tider (schedule)",
    ),
    "target-before-schedule": (
        "Måltalet ska nås {written}, innan något händer ({first_day})",
        "Ändra dagen (by) eller tiden (schedule)",
    ),
    "currencies-mixed": (
        "Valutan här är {written}, men {usual}[ på {first}]",
        "Räkna om till en valuta, så att budgeten går att summera",
    ),
    "budget-exceeded": (
        "Delarna kostar tillsammans {sum} {currency}, mer än budgeten {written}",
        "Höj budgeten eller ändra delarna",
    ),
    "reference-repeated": ("”{written}” står redan i listan[, på {first}]", "Ta bort det ena"),
    "county-differs-from-name": (
        "Koden {written} är {county}, men föreningens namn säger {right}",
        'Skriv county: "{suggestion}", eller ändra namnet',
    ),
    # careful
    "activity-without-responsible": (
        "Ingen är ansvarig för aktiviteten",
        "Lägg till responsible, här eller på området",
    ),
    "activity-without-measure": (
        "Inget säger när aktiviteten är gjord",
        "Lägg till ett måltal (targets), uppföljning (follow_up) eller ett mål med indikatorer",
    ),
    "goal-unserved": ("Ingen aktivitet bidrar till målet", "Lägg till målets id under goals på en aktivitet"),
    "target-group-unserved": (
        "Ingen aktivitet vänder sig till målgruppen",
        "Lägg till målgruppens id under target_groups på en aktivitet",
    ),
    "partner-unused": (
        "Ingen aktivitet görs med samarbetspartnern",
        "Lägg till id:t under partners på en aktivitet, eller ta bort den",
    ),
    "area-empty": ("Området har varken text, mål eller aktiviteter", "Fyll på eller ta bort området"),
    "target-met-already": (
        "Måltalet {written} är redan nått: utgångsläget är {start}",
        "Höj måltalet eller rätta utgångsläget",
    ),
    "dead-wording": ("”{words}” säger inget som går att göra eller följa upp", "Skriv ut vad som menas, eller stryk"),
    "quotes-kept": (
        "Citattecknen {quote} hör till texten och skrivs ut",
        "Ta bort dem, eller låt dem stå om de ska synas",
    ),
    "budget-words-differ": ("Orden säger {number}, beloppet {amount}", "Rätta det ena"),
    "schedule-words-differ": (
        "Orden nämner inte samma månader som months: {found_words} och {listed}",
        "Rätta det ena",
    ),
    "activity-repeated": ("Aktiviteten står också i ett annat område[, på {first}]", "Behåll den på ett ställe"),
    "name-repeated": ("Namnet finns redan[, på {first}]", "Slå ihop dem, eller ge dem olika namn"),
    "event-on-two-days": (
        "Samma händelse har en annan dag[ på {first}] än {written}",
        "Rätta den ena dagen, eller skilj händelserna åt med namn",
    ),
    "year-outside-plan": (
        "Texten nämner {year}, som ligger utanför planens period {start} till {end}",
        "Är året kvar från en äldre plan?",
    ),
    "other-branch": ("Texten nämner {name}, en annan avdelning", "Är namnet kvar från en plan som kopierats?"),
}

PAGES: Mapping[str, str] = {
    "ignore-unused": "En kommentar som inte gör något längre döljer nästa fel av samma sort på raden.",
    "ignore-unknown-code": "En felskriven kod i en kommentar gör tyst ingenting.",
    "ignore-without-code": "Det som bortser från allt bortser också från fel som ingen har sett än. Därför skrivs "
    "koderna ut.",
    "list-in-text": "YAML fogar ihop raderna till en enda text, ”ros - leader”, utan att säga något.",
    "period-label-differs": "När en plan kopieras från året innan blir ofta namnet eller dagarna kvar.",
    "time-outside-period": "Mars ryms inte i en plan för hösten. Oftast är det perioden som är för kort eller en tid "
    "som följt med från en annan plan.",
    "week-not-in-year": "Bara vart femte eller sjätte år har en vecka 53. En kalender kan inte visa en vecka som inte "
    "finns.",
    "schedule-value-repeated": "Samma månad två gånger är oftast ett skrivfel för en annan månad.",
    "adopted-without-date": "Medlemmar och bidragsgivare frågar när planen antogs.",
    "adopted-without-body": "Medlemmar och bidragsgivare frågar vem som antog planen.",
    "adopted-after-period": "En plan som antas när dess tid är slut har fel årtal i beslutet eller perioden.",
    "target-unreachable": "En träff i kvartalet är fyra om året, så sex träffar går inte att nå. Enheter som räknar "
    "tillfällen, möten, träffar, nyhetsbrev och liknande jämförs med aktivitetens egna tider.",
    "target-before-schedule": "Det som ska vara nått i mars kan inte börja i september.",
    "currencies-mixed": "Belopp i olika valutor går inte att lägga ihop.",
    "budget-exceeded": "Ett område har pengar för sina aktiviteter. Kostar de mer, är något belopp fel.",
    "reference-repeated": "Samma sak två gånger i en lista är oftast ett skrivfel för en annan.",
    "county-differs-from-name": "Koden följer ofta med när en annan avdelnings plan används som mall.",
    "activity-without-responsible": _CAREFUL + "det som ingen ansvarar för blir sällan gjort. Den som ansvarar för "
    "området eller för alla delar räknas.",
    "activity-without-measure": _CAREFUL + "utan måltal, uppföljning eller mål med indikatorer går det inte att "
    "berätta i verksamhetsberättelsen hur det gick.",
    "goal-unserved": _CAREFUL + "ett mål utan aktiviteter är en önskan.",
    "target-group-unserved": _CAREFUL + "en målgrupp som ingen aktivitet når är inte med på riktigt.",
    "partner-unused": _CAREFUL + "en samarbetspartner utan aktivitet är ofta kvar från en äldre plan.",
    "area-empty": _CAREFUL + "en rubrik utan innehåll säger inget till den som läser.",
    "target-met-already": _CAREFUL + "ett måltal som redan är nått är inget att arbeta för.",
    "dead-wording": _CAREFUL + "”m.m.”, ”vid behov” och liknande går varken att göra eller följa upp.",
    "quotes-kept": _CAREFUL + "böjda citattecken är vanliga tecken i YAML. Runt ett helt namn är de oftast tänkta som "
    "raka, som inte skrivs ut.",
    "budget-words-differ": _CAREFUL + "orden skrivs ut och beloppet räknas. Säger de olika blir läsaren lurad.",
    "schedule-words-differ": _CAREFUL + "orden skrivs ut och månaderna styr kalendern. Säger de olika kommer folk fel "
    "månad.",
    "activity-repeated": _CAREFUL + "samma aktivitet på två ställen följs upp två gånger, eller inte alls.",
    "name-repeated": _CAREFUL + "två områden eller samarbetspartner med samma namn är oftast en och samma.",
    "event-on-two-days": _CAREFUL + "flyttas årsmötet på ett ställe i planen blir den gamla dagen lätt kvar på ett "
    "annat.",
    "year-outside-plan": _CAREFUL + "ett gammalt årtal är det som oftast blir kvar när en plan kopieras. Spann som "
    "2021–2027, lagar, Agenda 2030 och ”till 2030” räknas inte.",
    "other-branch": _CAREFUL + "den som lånar en annan avdelnings plan missar lätt ett namn. Samarbetspartner med "
    "samma namn räknas inte.",
}
