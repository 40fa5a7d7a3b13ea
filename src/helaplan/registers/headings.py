"""What the headings of plans mean: their many names in Swedish and English, and one concept for each.

Source: headings met in some thirty real plans of Swedish associations and their English twins.
"""

from __future__ import annotations

import re

from helaplan.registers.months import MONTHS
from helaplan.registers.sentences import sentence_concept

#: Concept to its headings, folded, without numbers, "vår", "our" and year.
_NAMES = {
    "vision": """vision | visioner | målbild | framtidsbild | framtidsvision | dröm | drömmar | drömbild | önskat läge
        | vision statement""",
    "values": """värdegrund | värderingar | kärnvärden | ledord | grundvärderingar | värden | det här tror vi på
        | horisontella kriterier | värdegrund och ledord | ledstjärnor | ledstjärna | värdeord | grundsyn
        | grundläggande värderingar | grundprinciper | values | core values""",
    "mission": "verksamhetsidé | verksamhetside | mission | uppdrag | roll | mission statement",
    "purpose": """syfte | ändamål | ändamålsparagraf | varför finns vi | uppgift enligt stadgar | enligt stadgarna
        | uppgift enligt stadgarna | uppgift | syfte och ändamål | styrelsens ändamål | syftet | ändamålet
        | syfte enligt stadgarna | ändamål enligt stadgarna | purpose | aim | aims""",
    "goals": """övergripande mål | övergripande målsättning | övergripande målsättningar | målsättning |
        målsättningar | övergripande målen | de övergripande målen | de långsiktiga målen | övergripande
        inriktning | långsiktiga mål | långsiktiga målsättningar | långsiktigt mål | mål på lång sikt | mål
        på sikt | inriktningsmål | verksamhetsmål | huvudmål | mål | målen | årets mål | mål för året | mål
        för verksamheten | mål för verksamhetsåret | mål och inriktning | overall goals | overall goal |
        goals | objectives""",
    "part_goals": """delmål | effektmål | resultatmål | mål och effektmål | mål för området | målet | indikatorer
        | nyckeltal | targets""",
    "target_groups": "målgrupp | målgrupper | målgruppen | målgrupperna | target group | target groups",
    "introduction": """inledning | förord | bakgrund | kontext | struktur | omvärld | omvärldsanalys | nuläge
        | nulägesbeskrivning | historik | presentation | sammanfattning | utgångspunkter | utgångspunkt | inledande ord
        | ordföranden har ordet | ordförande har ordet | bakgrund och syfte | introduction
        | background | foreword""",
    "container": """aktiviteter | verksamhet | planerad verksamhet | planerade aktiviteter | insatser | åtgärder
        | konkreta uppgifter | vi gör det här | plan för verksamhetsåret | verksamheten | aktiviteter och insatser
        | prioriterade områden | prioriterade frågor | fokusområden | insatsområden | målområden | sakområden
        | verksamhetsområden | arbetsområden | processer | program | fokus för verksamheten | viktiga arbetsområden
        | övergripande fokusområden | områden | årets aktiviteter | årets verksamhet | arbetsuppgifter | planerat
        | kommande aktiviteter | kommande verksamhet | årets planer | planer | på gång | årets program | årets insatser
        | årets arbete | aktiviteter och arrangemang | aktiviteter och åtgärder | planerade insatser
        | planerade åtgärder
        | aktivitetsplan | aktivitetslista | verksamhetens innehåll | activities | focus areas | priorities
        | planned activities | work areas | programme""",
    "follow_up": """uppföljning | utvärdering | utvärdering och uppföljning | uppföljningen | utvärderingen
        | uppföljning av planen | uppföljning av verksamheten | uppföljning av verksamhetsplanen
        | uppföljning och utvärdering | status | follow-up
        | evaluation | uppföljnings- och utvärderingsplan""",
    "budget": """budget | kostnad | kostnader | ekonomi | resurser | finansiering | intäkter | inkomster | utgifter
        | budgetförslag | pengar | avgift | avgifter | medlemsavgift | medlemsavgifter | medlemsavgiften
        | ekonomisk plan | ekonomi och budget | economy | finances""",
    "contents": "innehåll | innehållsförteckning | contents | table of contents",
    "signatures": "underskrifter | underskrift | signatures",
    "partners": "samarbetspartners | samarbetspartner | samverkansparter | partners | våra samarbetspartners",
    "responsible": """ansvarig | ansvariga | ansvar | ansv | sammankallande | områdesansvarig | arbetsgrupp
        | responsible""",
    "ongoing": "löpande | löpande under året | löpande verksamhet | hela året | under hela året | året runt | ongoing",
}  # fmt: skip

#: Column heads of tables to what the column holds.
_COLUMNS = {
    "activity": """aktivitet | aktiviteter | vad | insats | åtgärd | uppgift | händelse | arrangemang | activity | what
        | beskrivning""",
    "responsible": """ansvarig | ansvariga | ansvar | ansv | vem | ansvarleg | responsible | who | sammankallande
        | huvudansvarig | områdesansvarig | områdesansvariga | ansvarig person | ansvarig part | ansvarig grupp
        | kontaktperson | lead | owner""",
    "when": """när | tid | tidpunkt | datum | dag | klart | klart senast | senast | period | tidplan | tidsplan
        | tidsperiod | deadline | when | date | dato | due | time | timing""",
    "month": "månad | month",
    "number": "nr | nummer | no | id | punkt",
    "area": "område | verksamhetsområde | fokusområde | insatsområde | målområde | area",
    "goal": "mål | delmål | goal | syfte",
    "target": """mått | mätetal | indikator | indikatorer | nyckeltal | målvärde | antal | resultat
        | förväntat resultat | önskat resultat | effekt | förväntad effekt | target | indicator | measure""",
    "budget": """budget | kostnad | kostnader | beräknad kostnad | uppskattad kostnad | kronor | kr | belopp | cost
        | costs""",
    "partner": """samarbete | samarbete med | samarbetspartner | samarbetspartners | samverkan | samverkan med
        | i samarbete med | i samverkan med | med | partner | partners | tillsammans med""",
    "place": "plats | var | lokal | place | where",
    "follow_up": "uppföljning | utvärdering | kommentar | anteckning | status | övrigt | comment",
}  # fmt: skip

#: Words that name the kind of document: a line with one of them is its title.
KINDS = re.compile(
    r"\b(verksamhetsplan(?:en|er)?|handlingsplan|handlingsprogram|aktivitetsplan|arbetsplan|årsplan|verksamhetsinriktning"
    r"|verksamhetsprogram|årsprogram|activity plan|annual plan|work plan|action plan|plan of activities)\b"
    r"|^plan\s+(?:för|for)\b",
    re.IGNORECASE,
)

_AREA = re.compile(
    r"^(?:mål|fokus|insats|verksamhets|arbets|sak)?(?:område|mål)(?:\s+(?P<n>\d+|[A-Z])\b\s*[.:–—-]?|\s*[:–—-])\s*(?P<name>\S.*)$"
    r"|^(?:process|program|priority|area|focus area)\s+(?P<n2>\d+|[A-Z])\b\s*[.:–—-]?\s*(?P<name2>\S.*)$",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"^(?:(?:vår|vårt|våra|föreningens|förbundets|organisationens|distriktets|vad är vår|our|the)\s+)+", re.IGNORECASE
)
#: Whose it is, by the last word of a body's name: "Hembygdsföreningens vision", "Norrby byalags syfte".
_BODIES = (
    r"(?:förening|förbund|byalag|bygdelag|sällskap|samfund|distrikt|krets|klubb|nätverk|organisation|råd|kår|avdelning"
    r"|stiftelse)"
)
_OWNED = re.compile(rf"^(?:\S{{1,40}}\s){{0,4}}(?:\S{{0,40}}{_BODIES}(?:ens|ets|s)|bygdens|byns|gårdens)\s+")
_OF_BODY = re.compile(
    rf"\s(?:för|med|i|hos|for|of)\s(?:vår\s|vårt\s|the\s)?(?:\S{{0,40}}{_BODIES}(?:en|et)?|bygden|byn|verksamheten|association)$"
)
#: What a plan says of the body or of the year as a whole, whoever's it is said to be.
_OF_ALL = (
    "vision", "values", "mission", "purpose", "goals", "target_groups", "introduction", "container", "follow_up",
    "budget",
)  # fmt: skip
#: A time that changes nothing of what a heading means: "Verksamheten under året".
_DURING = re.compile(
    r"\s(?:under|för|i)\s(?:(?:verksamhets|det\skommande\s|kommande\s|hela\s|det\shär\s|kalender)?året|i\sår|(?:det\s)?kommande"
    r"\s(?:verksamhets)?år(?:et)?)$|\s(?:i\sår|nästa\sår|this\syear|next\syear|(?:during|for|in)\sthe\syear)$"
)
_YEAR = re.compile(
    r"\s*(?:(?:för|under|in|for)\s+)?(?:\b(?:verksamhets)?(?:år|året)\s+)?(?:19|20)\d\d(?:\s*[/–-]\s*(?:20)?\d\d)?$",
    re.IGNORECASE,
)
_EDGES = " \t:.;!?–—-*_"


def _table(names: dict[str, str]) -> dict[str, str]:
    return {" ".join(name.split()): concept for concept, several in names.items() for name in several.split("|")}


_CONCEPTS = _table(_NAMES)
_COLUMN_CONCEPTS = _table(_COLUMNS)


def plain_heading(text: str) -> str:
    """The heading folded, without marks at its ends, "vår" and the like before, and a year after."""
    folded = " ".join(text.casefold().split()).strip(_EDGES)
    folded = _YEAR.sub("", folded).strip(_EDGES)
    return _OWN.sub("", folded) or folded


def concept_of(text: str) -> str:
    """The concept a heading names, "" for none. `text` comes without its number.

    Of a heading that joins several ("Vision och värdegrund") it is the first. A month is `month`.
    """
    plain = plain_heading(text)
    if plain in _CONCEPTS:
        return _CONCEPTS[plain]
    if plain in MONTHS or all(part in MONTHS for part in re.split(r"\s*(?:och|and|[-–/,])\s*", plain)):
        return "month"
    if said := sentence_concept(plain):
        return said
    if said := _of_all(plain):
        return said
    first, joined, _ = plain.partition(" och ")
    found = _CONCEPTS.get(first.strip(), "") if joined else ""
    # "Ansvar och kontakt" names no single person, as "Ansvarig" below an area does.
    return "" if found == "responsible" else found


def _of_all(plain: str) -> str:
    """The concept of a heading that also says whose it is or for when: "Byalagets ändamål", "Aktiviteter i år"."""
    timed = _DURING.sub("", plain)
    for words in (timed, _OWNED.sub("", timed), _OF_BODY.sub("", timed)):
        found = _CONCEPTS.get(_OWN.sub("", words), "") if words != plain else ""
        if found in _OF_ALL:
            return found
    return ""


def column_of(text: str) -> str:
    """What a table's column holds by its head (activity, responsible, when …), "" where that isn't known."""
    return _COLUMN_CONCEPTS.get(plain_heading(text), "")


def area_of(text: str) -> tuple[str, str] | None:
    """Number and name of "Målområde 1. Fler medlemmar" or "Område – Unga"; None for what is no such heading."""
    match = _AREA.match(text.strip())
    if match is None:
        return None
    return match["n"] or match["n2"] or "", (match["name"] or match["name2"]).strip()
