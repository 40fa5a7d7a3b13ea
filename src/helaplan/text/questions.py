"""What an importer asks and the few headings it must invent, by code and language.

These stand in the plan itself, so they are in the plan's language rather than the reader's.
"""

from __future__ import annotations

from collections.abc import Mapping

#: Code to the sentence in each language; `{name}` stands for what the question is about.
QUESTIONS: Mapping[str, Mapping[str, str]] = {
    "organisation-unknown": {
        "sv": "Vilken organisation är det som har planen? Namnet hittades inte i texten.",
        "en": "Whose plan is this? The organisation's name was not found in the text.",
    },
    "organisation-guessed": {
        "sv": "Är det ”{words}” som har planen? Ingen rad i texten säger det uttryckligen.",
        "en": "Is this the plan of “{words}”? No line of the text says so outright.",
    },
    "period-unknown": {
        "sv": "Vilken tid gäller planen? Inget årtal hittades.",
        "en": "What time is the plan for? No year was found.",
    },
    "period-guessed": {
        "sv": "Gäller planen {words}? Årtalet står inte i rubriken utan längre ned i texten.",
        "en": "Is the plan for {words}? The year is not in the title but further down.",
    },
    "period-broken": {
        "sv": "Börjar verksamhetsåret {words} den 1 juli? Dagarna står inte i texten.",
        "en": "Does the activity year {words} begin on 1 July? The text gives no days.",
    },
    "title-unknown": {
        "sv": "Vad heter planen? Ingen rubrik i texten ser ut som en titel.",
        "en": "What is the plan called? No heading looks like a title.",
    },
    "target-count": {
        "sv": "Är ”{words}” ett mått att nå eller bara en uppgift om hur många som finns?",
        "en": "Is “{words}” a target to reach, or only how many there are?",
    },
    "responsible-guessed": {
        "sv": "Är ”{words}” den som ansvarar? Orden ser ut som ett namn, men inget i texten säger det uttryckligen.",
        "en": "Is “{words}” who is responsible? It looks like a name, but nothing in the text says so outright.",
    },
    "goals-or-activities": {
        "sv": "Är punkterna under ”{words}” aktiviteter eller mål? De är lästa som aktiviteter.",
        "en": "Are the items below “{words}” activities or goals? They were read as activities.",
    },
    "paragraphs-as-activities": {
        "sv": "Är varje stycke under ”{words}” en aktivitet? Där finns ingen punktlista.",
        "en": "Is each paragraph below “{words}” an activity? There is no list there.",
    },
    "label-of-area": {
        "sv": "Gäller ”{words}” hela området eller bara den sista aktiviteten? Raden står efter hela listan.",
        "en": "Does “{words}” hold for the whole area or only for the last activity? The line stands below the list.",
    },
    "same-item": {
        "sv": "Är detta samma som förra planens ”{words}”? Ge den i så fall det id:t.",
        "en": "Is this the same as “{words}” of the known plan? If so, give it that id.",
    },
    "parts-unseen": {
        "sv": "Är ”{words}” kvar? Dokumentet nämner inga delar av aktiviteten; de kommer från den kända planen.",
        "en": "Is “{words}” still there? The document names no parts of the activity; they are from the known plan.",
    },
    "meaning-kept": {
        "sv": "Gäller uppgiften vid ”{words}” fortfarande? Orden är nya, men det inom parentes är som förut.",
        "en": "Does the value beside “{words}” still hold? The words are new, what is in parentheses is as before.",
    },
    "values-unsaid": {
        "sv": "Gäller ”{words}” också det här året? Dokumentet säger det inte; det kommer från den kända planen.",
        "en": "Does “{words}” hold this year, too? The document doesn't say it; it is from the known plan.",
    },
    "title-of-another-year": {
        "sv": "Heter planen ”{words}”? Året i titeln är ett annat än planens.",
        "en": "Is the plan called “{words}”? The year in the title is not the plan's.",
    },
    "day-of-another-year": {
        "sv": "När är ”{words}” det här året? Dagen i förra planen gällde en annan tid.",
        "en": "When is “{words}” this year? The day in the known plan was of another time.",
    },
}

#: Headings and names that a plan must have where the source has none.
NAMES: Mapping[str, Mapping[str, str]] = {
    "title": {"sv": "Verksamhetsplan", "en": "Plan of activities"},
    "area": {"sv": "Verksamhet", "en": "Activities"},
    "introduction": {"sv": "Inledning", "en": "Introduction"},
    "other": {"sv": "Övrigt", "en": "Other"},
}


def question(code: str, language: str, words: str = "") -> str:
    """The question in the plan's language, Swedish where there is none in it."""
    texts = QUESTIONS[code]
    return texts.get(language, texts["sv"]).replace("{words}", words)


def name(code: str, language: str) -> str:
    """The invented name in the plan's language, Swedish where there is none in it."""
    texts = NAMES[code]
    return texts.get(language, texts["sv"])
