"""Headings, label words and words for fixed choices, as they stand in composed documents, in Swedish and English.

The first word of each entry is the one that is written; the others are read as well, since people write by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

#: Languages that documents can be composed in; a plan in another language gets Swedish headings.
LANGUAGES = ("sv", "en")

Entry = Mapping[str, tuple[str, ...]]


def _words(sv: str, en: str) -> Entry:
    return {"sv": tuple(sv.split("|")), "en": tuple(en.split("|"))}


#: Headings by the key of the plan they hold; `area_goals` and `activities` stand within an area.
HEADINGS: Mapping[str, Entry] = {
    "visions": _words("Vision|Vår vision|Visioner", "Vision|Our vision"),
    "values": _words("Värdegrund|Vår värdegrund|Värderingar", "Values|Our values"),
    "mission": _words("Verksamhetsidé|Uppdrag|Vårt uppdrag", "Mission|Our mission"),
    "purposes": _words("Syfte|Ändamål|Syften", "Purpose|Aims"),
    "goals": _words("Övergripande mål|Mål|Målsättningar", "Overall goals|Goals|Objectives"),
    "target_groups": _words("Målgrupper|Målgrupp", "Target groups|Audience"),
    "areas": _words("Aktiviteter|Verksamhetsområden|Verksamhet", "Activities|Areas of work"),
    "partners": _words("Samarbetspartner|Samarbetspartners|Samarbeten|Partner", "Partners"),
    "area_goals": _words("Mål|Mål för området", "Goals|Objectives"),
    "activities": _words("Aktiviteter|Insatser|Åtgärder", "Activities|Actions"),
}

#: Label words by key. Where a key says different things in different classes, the class stands before a point.
LABELS: Mapping[str, Entry] = {
    "title": _words("Kort namn|Rubrik|Titel", "Short name|Title"),
    "number": _words("Nummer|Nr", "Number|No"),
    "targets": _words("Mått|Måltal|Mätbart mål|Mätbara mål|Målvärde", "Target|Targets|Measure"),
    "schedule": _words("När|Tid|Tidpunkt|Tidplan|Datum", "When|Time|Date|Schedule"),
    "place": _words("Plats|Var|Lokal", "Place|Where"),
    "responsible": _words("Ansvarig|Ansvariga|Ansvar|Vem|Sammankallande", "Responsible|Who|Owner"),
    "partners": _words(
        "Tillsammans med|Samarbetspartner|Samarbetspartners|I samarbete med|I samverkan med|Samverkan|Partner",
        "Together with|Partners|Partner",
    ),
    "goals": _words("Bidrar till|Mål", "Contributes to|Goals|Goal"),
    "target_groups": _words("För|Målgrupp|Målgrupper", "For|Target group|Target groups"),
    "sdg": _words("Globala mål|Agenda 2030", "Global goals|Agenda 2030"),
    "budget": _words("Budget|Kostnad", "Budget|Cost"),
    "condition": _words("Villkor|Förutsättning", "Condition"),
    "follow_up": _words("Uppföljning", "Follow-up"),
    "progress": _words("Läge", "Progress"),
    "source": _words("Källa", "Source"),
    "unit": _words("Enhet", "Unit"),
    "baseline": _words("Utgångsläge|Nuläge", "Baseline"),
    "kind": _words("Slag", "Kind"),
    "website": _words("Webbplats|Hemsida", "Website"),
    "level": _words("Nivå", "Level"),
    "county": _words("Län", "County"),
    "municipality": _words("Kommun", "Municipality"),
    "parent": _words("Del av|Tillhör", "Part of"),
    "jointly_with": _words("Gemensam med", "Jointly with"),
    "period": _words("Gäller|Period|Verksamhetsår|År", "Period|Valid|Year"),
    "status": _words("Status|Beslut", "Status|Decision"),
    "language": _words("Språk", "Language"),
    "after": _words("Står efter", "Comes after"),
    # Parts of a value, seldom seen: only where no shorter form says the same.
    "schedule.kind": _words("sort", "sort"),
    "date": _words("datum", "date"),
    "start": _words("början", "beginning"),
    "end": _words("slut", "end"),
    "months": _words("månader", "months"),
    "weeks": _words("veckor", "weeks"),
    "quarters": _words("kvartal", "quarters"),
    "season": _words("årstid", "season"),
    "year": _words("år", "year"),
    "every": _words("varje", "every"),
    "times": _words("gånger", "times"),
    "event": _words("händelse", "event"),
    "at_least": _words("minst", "at least"),
    "at_most": _words("högst", "at most"),
    "exactly": _words("exakt", "exactly"),
    "from": _words("från", "from"),
    "per": _words("per", "per"),
    "by": _words("senast", "by"),
    "status.by": _words("beslutad av", "decided by"),
    "state": _words("läge", "state"),
    "amount": _words("belopp", "amount"),
    "currency": _words("valuta", "currency"),
}

#: Words for fixed choices, by field and value.
CHOICES: Mapping[str, Mapping[str, Entry]] = {
    "level": {
        "national": _words("riks|nationell", "national"),
        "interregional": _words("flera län|mellanregional", "interregional"),
        "county": _words("län|länsnivå", "county"),
        "district": _words("distrikt", "district"),
        "municipal": _words("kommun|kommunal", "municipal"),
        "local": _words("lokal|bygd", "local"),
        "european": _words("europeisk", "european"),
    },
    "source": {
        "own": _words("egen|egna ord", "own|own words"),
        "national": _words("riksorganisationen|riks|nationell", "national organisation|national"),
        "county": _words("länet|länsförbundet", "county"),
        "municipality": _words("kommunen", "municipality"),
        "statutes": _words("stadgarna|stadgar", "statutes"),
        "partner": _words("samarbetspartner|partner", "partner"),
        "european": _words("europeisk|EU", "european|EU"),
    },
    "state": {
        "draft": _words("utkast", "draft"),
        "proposed": _words("förslag|föreslagen", "proposed|proposal"),
        "adopted": _words("antagen|fastställd|beslutad", "adopted"),
        "revised": _words("reviderad", "revised"),
    },
    "progress": {
        "planned": _words("planerad|planerat", "planned"),
        "ongoing": _words("pågår|pågående", "ongoing"),
        "done": _words("klar|klart|genomförd|genomfört", "done"),
        "postponed": _words("uppskjuten|uppskjutet|framflyttad", "postponed"),
        "cancelled": _words("inställd|inställt", "cancelled"),
    },
    "partner.kind": {
        "association": _words("förening", "association"),
        "network": _words("nätverk", "network"),
        "municipality": _words("kommun", "municipality"),
        "region": _words("region", "region"),
        "state": _words("stat|myndighet", "state|authority"),
        "company": _words("företag", "company"),
        "school": _words("skola", "school"),
        "church": _words("kyrka|församling", "church"),
        "fund": _words("fond|stiftelse", "fund|foundation"),
        "national-body": _words("riksorganisation", "national body"),
        "other": _words("annan", "other"),
    },
    "schedule.kind": {
        "date": _words("dag", "day"),
        "before": _words("före", "before"),
        "period": _words("tidsrymd", "stretch of time"),
        "month": _words("månad", "month"),
        "months": _words("månader", "months"),
        "week": _words("vecka|veckor|v.|v", "week|weeks"),
        "quarter": _words("kvartal", "quarter|quarters"),
        "season": _words("årstid", "season"),
        "year": _words("år", "year"),
        "recurring": _words("återkommande", "recurring"),
        "event": _words("vid", "at"),
        "ongoing": _words("löpande|fortlöpande|under året|hela året|året runt", "ongoing|continuously|all year"),
        "unknown": _words("oklart när", "time unknown"),
    },
    "season": {
        "winter": _words("vintern|vinter", "winter"),
        "spring": _words("våren|vår", "spring"),
        "summer": _words("sommaren|sommar", "summer"),
        "autumn": _words("hösten|höst", "autumn|fall"),
    },
    "every": {
        "day": _words("dag", "day"),
        "week": _words("vecka", "week"),
        "month": _words("månad", "month"),
        "quarter": _words("kvartal", "quarter"),
        "half-year": _words("halvår", "half-year|half year"),
        "year": _words("år", "year"),
    },
}

#: The months from January to December.
MONTHS: Mapping[str, tuple[str, ...]] = {
    "sv": tuple("januari februari mars april maj juni juli augusti september oktober november december".split()),
    "en": tuple("January February March April May June July August September October November December".split()),
}

#: Single words that join or qualify the parts of a value.
JOINERS: Mapping[str, Entry] = {
    "and": _words("och|samt", "and"),
    "per": _words("per", "per|a"),
    "each": _words("varje", "every"),
    "times": _words("gånger|gång|ggr", "times|time"),
    "by": _words("av", "by"),
    "no_later": _words("senast", "no later than|by"),
    "within": _words("under|i", "during|in"),
    "beside": _words("efter|inför|omkring|kring|runt", "after|around"),
}

#: Sentences of the questions that reading a document may leave.
QUESTIONS: Mapping[str, Mapping[str, str]] = {
    "id-twice": {
        "sv": "Id ”{words}” stod två gånger i dokumentet. Det första behöll det; är det här en egen punkt?",
        "en": "The id “{words}” stood twice in the document. The first one kept it; is this an item of its own?",
    },
    "value-unread": {
        "sv": "”{words}” gick inte att förstå och står kvar som text. Vad menas?",
        "en": "“{words}” could not be understood and is kept as text. What does it mean?",
    },
    "new-partner": {
        "sv": "”{words}” fanns inte bland samarbetspartnerna och har lagts till där. Stämmer det?",
        "en": "“{words}” was not among the partners and has been added there. Is that right?",
    },
}


def base_language(language: str) -> str:
    """The language that headings and labels are written in for a plan in `language`: sv or en."""
    base = language.partition("-")[0].lower()
    return base if base in LANGUAGES else "sv"


def heading(key: str, language: str) -> str:
    """The heading that is written over a part of the plan."""
    return HEADINGS[key][base_language(language)][0]


def label(key: str, language: str, cls: str = "") -> str:
    """The label of a key, of the class's own where it has one (`schedule.kind`)."""
    entry = LABELS.get(f"{cls}.{key}") or LABELS[key]
    return entry[base_language(language)][0]


def choice(field: str, value: str, language: str) -> str:
    """The word for a fixed choice."""
    return CHOICES[field][value][base_language(language)][0]


def fold(words: str) -> str:
    """Words as they are compared: small letters, plain spaces, no sign after them."""
    return " ".join(words.split()).casefold().rstrip(" .:")


def _index(entries: Mapping[str, Entry]) -> dict[str, tuple[str, ...]]:
    made: dict[str, tuple[str, ...]] = {}
    for key, entry in entries.items():
        for place in (slice(0, 1), slice(1, None)):
            for language in LANGUAGES:
                for word in entry[language][place]:
                    if key not in made.get(fold(word), ()):
                        made[fold(word)] = (*made.get(fold(word), ()), key)
    return made


@cache
def _headings() -> dict[str, tuple[str, ...]]:
    return _index(HEADINGS)


@cache
def _labels() -> dict[str, tuple[str, ...]]:
    return _index(LABELS)


@cache
def _choices(field: str) -> dict[str, tuple[str, ...]]:
    return _index(CHOICES[field])


def keys_of_heading(words: str) -> tuple[str, ...]:
    """The keys that a heading may stand for, in either language; none for an unknown one."""
    return _headings().get(fold(words), ())


def keys_of_label(words: str) -> tuple[str, ...]:
    """The keys that a label may stand for, in either language; none for an unknown one."""
    return _labels().get(fold(words), ())


def value_of_choice(field: str, words: str) -> str | None:
    """The fixed choice that these words stand for, in either language or as in the plan file."""
    known = _choices(field).get(fold(words))
    if known:
        return known[0]
    return fold(words) if fold(words) in CHOICES[field] else None


def question(code: str, language: str, **args: str) -> str:
    """The sentence of a question, with its arguments in place."""
    return QUESTIONS[code][base_language(language)].format(**args)
