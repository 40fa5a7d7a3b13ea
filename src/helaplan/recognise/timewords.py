"""The small words that schedules are said with, as pieces of regular expressions. All are matched without case."""

from __future__ import annotations

from collections.abc import Iterable

from helaplan.recognise.dates import DAY, MONTH_WORDS
from helaplan.registers.months import DOUBTFUL_MONTHS, MONTHS, SEASONS, WEEKDAYS
from helaplan.registers.words import NUMBERS


def either(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


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
    "monthly": "month", "mån": "month",
    "kvartal": "quarter", "kvartalet": "quarter", "kvartalsvis": "quarter", "quarter": "quarter",
    "quarterly": "quarter", "halvår": "half-year", "halvåret": "half-year", "termin": "half-year",
    "terminen": "half-year", "halvårsvis": "half-year", "terminsvis": "half-year",
    "år": "year", "året": "year", "verksamhetsår": "year", "verksamhetsåret": "year", "årligen": "year",
    "year": "year", "annually": "year", "yearly": "year", "vår": "year", "höst": "year", "sommar": "year",
    "vinter": "year", "vårtermin": "year", "hösttermin": "year",
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
AND = r"(?:\s*[,/&]\s*|\s*,?\s+(?:och|samt|and|eller|or|resp\.|respektive)\s+)"

#: A day in any notation, the one without a year in figures included. It has no groups of its own.
SLASHED = r"\d{1,2}/\d{1,2}(?![\d/])"
PLAIN_DAY = DAY
for _group in ("iso", "fd", "fm", "sm", "fy", "d", "m", "y", "em", "ed", "ey"):
    PLAIN_DAY = PLAIN_DAY.replace(f"?P<{_group}>", "?:")

#: "Två veckor före": how long before something else.
LEAD = (
    rf"(?:(?:senast\s+)?(?:\d{{1,2}}|{NUMBER_WORDS})\s+(?:dag(?:ar)?|veck(?:a|or)|månad(?:er)?|days?|weeks?"
    rf"|months?)\s+)"
)
AHEAD = r"(?:före|innan|before|ahead\s+of)"
BEFORE = (
    rf"(?:{LEAD}?{AHEAD}|senast|fram\s+till|till\s+och\s+med|t\.?\s?o\.?\s?m\.?|(?:klara?|klart|färdiga?"
    rf"|färdigt)\s+till"
    r"|deadline(?:\s+är)?:?|sista\s+(?:ansöknings|anmälnings|svars)?dag(?:en)?(?:\s+är)?:?|no\s+later\s+than|by)"
)
#: Parts of a month, season or year, which a schedule can hold in its words only.
PART = (
    r"(?:(?:i\s+|under\s+|från\s+|mot\s+|in\s+|at\s+)?(?:the\s+)?(?:(?:början|mitten|slutet|första\s+halvan"
    r"|andra\s+halvan|första\s+delen"
    r"|senare\s+delen|första\s+veckan|första\s+veckorna|sista\s+veckan|sista\s+veckorna|beginning|start|middle|end"
    r"|first\s+week|last\s+week)"
    r"(?:\s*(?:/|–|-|och|eller|till)\s*(?:början|mitten|slutet))?\s+(?:av|på|i|of|in)\s+"
    r"|månadsskiftet\s+|skiftet\s+)"
    r"|(?:tidigt|tidig|sent|sen|redan|early|late|mid)[\s-]+(?:(?:i|på|under|in)\s+)?|någon\s+gång\s+(?:i|på|under)\s+"
    r"|(?:omkring|kring|runt)\s+)"
)
#: Meetings and stretches that have a time of their own, known to those who plan.
EVENTS = (
    r"(?:\w*(?:årsmöte|årsstämma|höstmöte|vårmöte|medlemsmöte|stämma|kongress|landsbygdsriksdag)\w*"
    r"|(?:jul|påsk|pingst|midsommar|nyårs?|allhelgona)(?:helgen|veckan|en)?|advent|skol(?:starten|start|avslutningen"
    r"|avslutning)"
    r"|terminsstart(?:en)?|läsårets\s+(?:slut|start)|sommaren|semestern|semestertider|industrisemestern|(?:sport"
    r"|påsk|höst|jul|sommar)?lovet"
    r"|(?:sport|påsk|höst|jul|sommar)lov|(?:verksamhets)?årets\s+(?:slut|utgång|början)|årsslutet|valet|valdagen"
    r"|annual\s+meeting"
    r"|easter|christmas|new\s+year|the\s+end\s+of\s+the\s+year)"
)
#: Days and stretches whose name alone says when, whatever stands before it.
HOLIDAYS = (
    r"(?:(?:första|andra|tredje|fjärde|1:a|2:a|3:e|4:e|first\s+sunday\s+of)\s+advent|valborg(?:s?mässoafton)?"
    r"|nationaldagen|midsommar(?:afton|dagen|helgen)?"
    r"|skärtorsdag(?:en)?|långfredag(?:en)?|påsk(?:afton|dagen)|annandag(?:en|\s+jul|\s+påsk|\s+pingst)?"
    r"|pingst(?:afton|dagen)"
    r"|jul(?:afton|dagen)|nyårs(?:afton|dagen)|trettondag(?:en|safton|\s+jul)|tjugondag(?:\s+knut|en)"
    r"|tjugondedag\s+jul|knutsdagen"
    r"|fettisdag(?:en)?|mors\s+dag|fars\s+dag|alla\s+hjärtans\s+dag|alla\s+helgons\s+(?:dag|helg)|allhelgonahelgen"
    r"|kristi\s+himmels?färds?(?:\s*dag(?:en)?|helgen)?|luciadagen|skyltsöndag(?:en)?|mellandagarna|hel?årsskiftet"
    r"|årsskiftet|halvårsskiftet|midsummer(?:\s+eve)?"
    r"|boxing\s+day|christmas\s+eve|new\s+year's\s+eve)"
)
#: What happens when it happens: a time that nobody can put into a calendar.
NEEDED = (
    r"(?:vid\s+behov|efter\s+behov|när\s+(?:det\s+)?behov(?:\s+finns|et\s+uppstår|\s+uppstår)|as\s+needed"
    r"|when\s+needed|if\s+needed)"
)
CLOCK = (
    r"(?:från\s+|mellan\s+)?(?:kl\.?|klockan|at(?=\s+\d{1,2}[.:]\d\d))\s*\d{1,2}(?:[.:]\d\d)?"
    r"(?:\s*(?:[–—-]|till|och)\s*\d{1,2}(?:[.:]\d\d)?)?(?!\d)"
)
MONTH_LIST = rf"(?:{MONTH_WORDS})\b\.?(?:(?:{DASH}|{AND})(?:{MONTH_WORDS})\b\.?){{0,12}}"
