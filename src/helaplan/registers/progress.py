"""How far an activity has come, in the words that plans and their follow-ups use for it.

Source: the words met in follow-up reports of some ten Swedish associations.
"""

from __future__ import annotations

_WORDS = {
    "planned": """ej påbörjad | ej påbörjat | inte påbörjad | inte påbörjat | planeras | planerad | planerat
        | under planering | kommande | not started | planned""",
    "ongoing": """pågår | pågående | löpande | påbörjad | påbörjat | fortsätter | igång | under arbete | ongoing
        | started""",
    "done": """klar | klart | klara | genomförd | genomfört | genomförda | avslutad | avslutat | åtgärdat | åtgärdad
        | färdig | färdigt | utförd | utfört | uppnått | uppnådd | done | completed | finished""",
    "postponed": """uppskjuten | uppskjutet | framflyttad | framflyttat | flyttad | flyttat | senarelagd | senarelagt
        | vilande | postponed""",
    "cancelled": """inställd | inställt | utgår | utgått | struken | avbruten | avbrutet | ställs in | ej aktuellt
        | cancelled""",
}  # fmt: skip
_PROGRESS = {" ".join(name.split()): key for key, names in _WORDS.items() for name in names.split("|")}


def progress_of(words: str) -> str:
    """The value of `progress` that these words and no others mean; "" for any other words."""
    return _PROGRESS.get(" ".join(words.casefold().split()).strip(" ./!"), "")
