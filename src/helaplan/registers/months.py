"""Names of months, seasons and weekdays in Swedish and English, and how they are written short."""

from __future__ import annotations

#: Folded name to number, 1 to 12. Short forms without their full stop.
MONTHS = {
    "januari": 1, "jan": 1, "februari": 2, "feb": 2, "febr": 2, "mars": 3, "mar": 3, "april": 4, "apr": 4, "maj": 5,
    "juni": 6, "jun": 6, "juli": 7, "jul": 7, "augusti": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "oktober": 10, "okt": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "october": 10, "oct": 10,
}  # fmt: skip

#: Names that are other words too (jul: Christmas, may: a verb, mar). They count only beside a number.
DOUBTFUL_MONTHS = frozenset({"jul", "may", "mar", "jun", "dec", "march"})

#: Folded name of a season, in its forms, to the word of the plan format.
SEASONS = {
    "vintern": "winter", "vinter": "winter", "winter": "winter", "vintersäsongen": "winter", "vinterhalvåret": "winter",
    "vintermånaderna": "winter", "senvintern": "winter",
    "våren": "spring", "vår": "spring", "vårterminen": "spring", "vårhalvåret": "spring", "spring": "spring",
    "vårsäsongen": "spring", "vårmånaderna": "spring", "vårkanten": "spring", "senvåren": "spring", "vt": "spring",
    "sommaren": "summer", "sommar": "summer", "summer": "summer", "sommarsäsongen": "summer",
    "sommarhalvåret": "summer",
    "sommarmånaderna": "summer", "försommaren": "summer", "högsommaren": "summer", "sensommaren": "summer",
    "hösten": "autumn", "höst": "autumn", "höstterminen": "autumn", "hösthalvåret": "autumn", "autumn": "autumn",
    "höstsäsongen": "autumn", "höstmånaderna": "autumn", "höstkanten": "autumn", "senhösten": "autumn", "ht": "autumn",
}  # fmt: skip

#: Forms that are season and something else (vår: our). They count only with a year or in a fixed phrase.
DOUBTFUL_SEASONS = frozenset({"vår", "vinter", "sommar", "höst", "spring", "summer", "winter", "autumn"})

#: The months that each season may reach into, so that "våren, i mars" is one time told twice.
SEASON_MONTHS = {
    "winter": frozenset({11, 12, 1, 2, 3}),
    "spring": frozenset({1, 2, 3, 4, 5, 6}),
    "summer": frozenset({5, 6, 7, 8}),
    "autumn": frozenset({8, 9, 10, 11, 12}),
}

WEEKDAYS = (
    "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip


#: How Swedish weekdays are written short before a day ("tors 3 april"), without their full stop.
SHORT_WEEKDAYS = ("mån", "tis", "ons", "tors", "tor", "fre", "lör", "sön")


def month_of(word: str) -> int | None:
    """The number of the month that a word names, whatever its case and full stop; None where it names none."""
    return MONTHS.get(word.casefold().strip(" .:"))
