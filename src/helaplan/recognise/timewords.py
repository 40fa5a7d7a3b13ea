"""The small words that schedules are said with, as pieces of regular expressions. All are matched without case."""

from __future__ import annotations

import re
from collections.abc import Iterable

from helaplan.recognise.dates import DAY, MONTH_WORDS
from helaplan.registers.months import DOUBTFUL_MONTHS, MONTHS, SEASONS, WEEKDAYS
from helaplan.registers.words import NUMBERS


def either(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def phrases(text: str) -> str:
    """A group for any of the phrases that stand between strokes, with any blanks within them, the longest first."""
    parts = sorted((" ".join(part.split()) for part in re.split(r"\s\|\s", text)), key=len, reverse=True)
    return "(?:" + "|".join(part.replace(" ", r"\s+") for part in parts) + ")"


NUMBER_WORDS = either(NUMBERS)
ORDINALS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
NTH = {**ORDINALS, "sista": -1, "last": -1}
#: "Var sjätte vecka": how many stretches lie between.
EACH_NTH = {
    **ORDINALS, "femte": 5, "sjätte": 6, "tolfte": 12, "annan": 2, "annat": 2, "other": 2,
}  # fmt: skip
INTERVALS = {
    "dag": "day", "dagen": "day", "dygn": "day", "dagligen": "day", "day": "day",
    "vecka": "week", "veckan": "week", "veckovis": "week", "week": "week", "weekly": "week", "helg": "week",
    "helgen": "week", "weekend": "week",
    "månad": "month", "månaden": "month", "månadsvis": "month", "månatligen": "month", "month": "month",
    "monthly": "month", "mån": "month", "daily": "day",
    "kvartal": "quarter", "kvartalet": "quarter", "kvartalsvis": "quarter", "quarter": "quarter",
    "quarterly": "quarter", "halvår": "half-year", "halvåret": "half-year", "termin": "half-year",
    "terminen": "half-year", "halvårsvis": "half-year", "terminsvis": "half-year",
    "år": "year", "året": "year", "verksamhetsår": "year", "verksamhetsåret": "year", "årligen": "year",
    "year": "year", "annually": "year", "annual": "year", "yearly": "year", "vår": "year", "höst": "year",
    "sommar": "year", "vinter": "year", "vårtermin": "year", "hösttermin": "year",
}  # fmt: skip
INTERVALS.update(dict.fromkeys(WEEKDAYS, "week"))
INTERVALS.update({f"{day}en": "week" for day in WEEKDAYS[:7]})
INTERVAL_WORDS = either(INTERVALS)
#: How many of a stretch make a year, where it is a whole number.
IN_A_YEAR = {"week": 52, "month": 12, "quarter": 4, "half-year": 2, "year": 1}

SEASON_WORDS = either(SEASONS)
#: Months that are no other word.
PLAIN_MONTHS = either(word for word in MONTHS if word not in DOUBTFUL_MONTHS)
WEEKDAY_WORDS = either(WEEKDAYS)
DASH = r"(?:\s*[–—-]\s*|\s+(?:till|to|until|till\s+och\s+med|t\.?\s?o\.?\s?m\.?)\s+)"
AND = r"(?:\s*[,/&]\s*|(?:\s*,)?\s+(?:och|samt|and|eller|or|resp\.|respektive)\s+)"

#: A day in any notation, the one without a year in figures included. It has no groups of its own.
SLASHED = r"\d{1,2}/\d{1,2}(?![\d/])"
PLAIN_DAY = DAY
for _group in ("iso", "fd", "fm", "sm", "fy", "d", "m", "y", "em", "ed", "ey"):
    PLAIN_DAY = PLAIN_DAY.replace(f"?P<{_group}>", "?:")

#: "Två veckor före": how long before something else.
LEAD = (
    rf"(?:(?:senast\s+|minst\s+)?(?:\d{{1,2}}|{NUMBER_WORDS})\s+"
    r"(?:dag(?:ar)?|veck(?:a|or)|månad(?:er)?|days?|weeks?|months?)\s+)"
)
AHEAD = r"(?:före|innan|before|ahead\s+of)"
BEFORE = (
    rf"(?:{LEAD}?{AHEAD}|"
    + phrases(
        r"""senast | senaste(?=\s+(?:den\s+)?\d) | fram till | till och med | t\.?\s?o\.?\s?m\.?
    | (?:klara?|färdiga?) till
    | (?:klart|färdigt) till | deadline(?:\s+är)?:? | sista (?:ansöknings|anmälnings|svars)?dag(?:en)?(?:\s+är)?:?
    | no later than | by"""
    )
    + ")"
)
_PARTS = phrases(
    """början | mitten | slutet | första halvan | andra halvan | första delen | senare delen | första veckan
    | första veckorna | sista veckan | sista veckorna | beginning | start | middle | end | first week | last week"""
)
#: Parts of a month, season or year, which a schedule can hold in its words only.
PART = (
    rf"(?:(?:(?:i|under|från|mot|in|at)\s+)?(?:the\s+)?(?:{_PARTS}(?:\s*(?:/|–|-|och|eller|till)\s*(?:början|mitten"
    rf"|slutet))?"
    r"\s+(?:av|på|i|of|in)\s+|månadsskiftet\s+|skiftet\s+)"
    r"|(?:tidigt|tidig|sent|sen|redan|early|late|mid)[\s-]+(?:(?:i|på|under|in)\s+)?|någon\s+gång\s+(?:i|på|under)\s+"
    r"|(?:omkring|kring|runt)\s+)"
)
#: Meetings and stretches that have a time of their own, known to those who plan.
EVENTS = phrases(
    r"""\w{0,30}(?:årsmöte|årsstämma|höstmöte|vårmöte|medlemsmöte|stämma|kongress|landsbygdsriksdag)\w{0,20}
    | \w{0,30}mötet | \w{0,30}styrelsemöten? | jul | påsk | pingst | midsommar | nyår | julen | påsken | pingsten
    | nyåret
    | (?:jul|påsk|pingst|midsommar|nyårs|allhelgona)(?:helgen|veckan) | advent | skolstart(?:en)?
    | skolavslutning(?:en)?
    | terminsstart(?:en)? | läsårets (?:slut|start) | sommaren | semestern | semestertider | industrisemestern
    | (?:sport|påsk|höst|jul|sommar)?lovet | (?:sport|påsk|höst|jul|sommar)lov
    | (?:verksamhets)?årets (?:slut|utgång|början)
    | årsslutet | valet | valdagen | annual meeting | easter | christmas | new year | the end of the year"""
)
#: Days and stretches whose name alone says when, whatever stands before it.
HOLIDAYS = phrases(
    r"""(?:första|andra|tredje|fjärde|1:a|2:a|3:e|4:e) advent | first sunday of advent | valborg
    | valborgsmässoafton(?:en)?
    | nationaldagen | midsommar | midsommar(?:afton|dagen|helgen) | skärtorsdag(?:en)? | långfredag(?:en)?
    | påsk(?:afton|dagen) | annandag(?:en)? | annandag (?:jul|påsk|pingst) | pingst(?:afton|dagen) | jul(?:afton|dagen)
    | nyårs(?:afton|dagen) | trettondag(?:en|safton) | trettondag jul | tjugondag knut | tjugondagen | tjugondedag jul
    | knutsdagen | fettisdag(?:en)? | mors dag | fars dag | alla hjärtans dag | alla helgons (?:dag|helg)
    | allhelgonahelgen | kristi himmels?färds?(?:\s*dag(?:en)?|helgen)? | luciadagen | skyltsöndag(?:en)?
    | mellandagarna
    | (?:halv)?årsskiftet | midsummer | midsummer eve | midsummer's eve | boxing day | christmas eve | new year's eve"""
)
#: What happens when it happens: a time that nobody can put into a calendar.
NEEDED = phrases(
    """vid behov | efter behov | när behov finns | när det behövs | när behov uppstår | när behovet uppstår | as needed
    | when needed | if needed"""
)
CLOCK = (
    r"(?:från\s+|mellan\s+)?(?:kl\.?|klockan|at(?=\s+\d{1,2}[.:]\d\d))\s*\d{1,2}(?:[.:]\d\d)?"
    r"(?:\s*(?:[–—-]|till|och)\s*\d{1,2}(?:[.:]\d\d)?)?(?!\d)"
)
#: "Jan-Olof" is nobody's month.
_MONTH = rf"(?:{MONTH_WORDS})\b(?!-(?!(?:{MONTH_WORDS})\b)[^\W\d])\.?"
MONTH_LIST = rf"{_MONTH}(?:(?:{DASH}|{AND}){_MONTH}){{0,12}}"
