"""What comes back: `varje torsdag`, `en gång i kvartalet`, `första måndagen i varje månad`, `varannan vecka`."""

from __future__ import annotations

import re

from helaplan.model import Period, Schedule
from helaplan.recognise.timewords import (
    EACH_NTH,
    IN_A_YEAR,
    INTERVAL_WORDS,
    INTERVALS,
    NTH,
    NUMBER_WORDS,
    WEEKDAY_WORDS,
    either,
)
from helaplan.recognise.way import Made, Way, unsure, way, words_of
from helaplan.registers.words import NUMBERS

_TIMES_WORDS = {"once": 1, "twice": 2}
#: How many times make one stretch that a schedule knows: three months are a quarter.
_WHOLE = {("month", 3): "quarter", ("month", 6): "half-year", ("month", 12): "year", ("quarter", 2): "half-year",
          ("quarter", 4): "year", ("half-year", 2): "year"}  # fmt: skip


def _recurring(match: re.Match[str], every: str, times: int | None = None) -> Made:
    return (Schedule(kind="recurring", words=words_of(match), every=every, times=times),)


def _every(match: re.Match[str], period: Period | None) -> Made:
    return _recurring(match, INTERVALS[match["each"].casefold()])


def _every_month(match: re.Match[str], period: Period | None) -> Made:
    return _recurring(match, "month")


def _every_nth(match: re.Match[str], period: Period | None) -> Made:
    """`var tredje månad` is every quarter, `varannan vecka` 26 times a year; what makes no whole number stays words."""
    every, written = INTERVALS[match["each"].casefold()], match["nth"].casefold()
    return _apart(match, every, int(written.rstrip("aey:")) if written[0].isdigit() else EACH_NTH[written])


def _apart(match: re.Match[str], every: str, nth: int) -> Made:
    """What comes every nth of a stretch."""
    if not 1 <= nth <= 52:
        return ()
    if nth == 1:
        return _recurring(match, every)
    if whole := _WHOLE.get((every, nth)):
        return _recurring(match, whole)
    times, rest = divmod(IN_A_YEAR.get(every, 0), nth)
    return unsure(match) if rest or not times else _recurring(match, "year", times)


def _every_so_many(match: re.Match[str], period: Period | None) -> Made:
    """`every two months`, which English says as `every second month` too."""
    return _apart(match, match["each"].casefold(), _number(match["nth"]))


def _fortnight(match: re.Match[str], period: Period | None) -> Made:
    return _recurring(match, "year", 26)


def _number(written: str) -> int:
    plain = written.casefold()
    return int(plain) if plain.isdigit() else _TIMES_WORDS.get(plain) or NUMBERS[plain]


def _times(match: re.Match[str], period: Period | None) -> Made:
    # "Minst tre gånger" sets a bound, which only a target can hold.
    if match["bound"]:
        return ()
    every, times = INTERVALS[match["per"].casefold()], _number(match["times"])
    if match["low"]:
        # "1–2 gånger" is a stretch, which only a target can hold too; that it comes back is said all the same.
        return _recurring(match, every)
    return _recurring(match, every, times) if 1 <= times <= 1000 else ()


def _weekdays(match: re.Match[str], period: Period | None) -> Made:
    """`tisdagar och torsdagar` comes twice a week, `vardagar` five times."""
    if re.search(r"(?<!\w)vardag", match.group(), re.IGNORECASE):
        return _recurring(match, "week", 5)
    count = len(re.findall(r"dag|helger|days?\b|weekends", match.group(), re.IGNORECASE))
    return _recurring(match, "week", count if count > 1 else None)


_PLURAL = (
    r"(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:ar(?:na)?|s(?:kvällar|morgnar|eftermiddagar|förmiddagar)(?:na)?)"
    r"|vardag(?:ar(?:na)?|skvällar(?:na)?)|helger(?:na)?|(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekends|weekdays)"
)
_TIME_WORDS = r"(?:gång(?:er)?|ggr\.?|ggn|tillfällen|tillfälle|times|time)"
_PER = r"(?:\s*/\s*|\s+(?:per|om|i|varje|under|a|an|each|every)\s*)"
_PART_OF_DAY = r"(?:s?\s*(?:kväll|morgon|eftermiddag|förmiddag))?"
_MONTHLY = (
    r"(?:(?:i\s+|of\s+)?(?:varje|var|each|every)\s+(?:månad|month)|i\s+månaden|per\s+månad|/\s*månad|of\s+the\s+month)"
)

_DAYS = r"mån|tis|ons|tors|fre|lör|sön"
_BETWEEN = rf"(?P<w1>{_DAYS})dag(?P<many>ar)?(?:s?\s*[–-]\s*|\s+(?:till|t\.?o\.?m\.?)\s+)(?P<w2>{_DAYS})dag(?:ar)?"


def _open_days(match: re.Match[str], period: Period | None) -> Made:
    """`måndagar–fredagar` and `måndag–fredag kl 9–15` come each week; `lördag–söndag` alone may come once."""
    first, last = (_DAYS.split("|").index(match[each].casefold()) for each in ("w1", "w2"))
    if not match["many"] and match["clock"] is None and not match["open"]:
        return ()
    return _recurring(match, "week", (last - first) % 7 + 1)


#: In the order in which they claim characters, the longest meanings first.
WAYS: tuple[Way, ...] = (
    way(
        rf"(?:(?:den|the|varje)\s+)?(?:{either(NTH)}|1:?a|2:?a|3:?e|4:?e)\s+(?:{WEEKDAY_WORDS}|helg|vardag"
        rf"|vecka)(?:s?kväll)?(?:en|n)?\s+{_MONTHLY}\b",
        _every_month,
        r"måna|month",
    ),
    way(
        rf"(?:(?:senast|före|innan|by|before)\s+)?(?:den|the)\s+(?:\d{{1,2}}(?::?[ae]|st|nd|rd|th)?|sista|första"
        rf"|first|last)\s+{_MONTHLY}\b",
        _every_month,
        r"måna|month",
    ),
    way(
        rf"(?:var\s?|vart\s?|every\s+)(?P<nth>\d{{1,2}}:?[aey]|annan|annat|other"
        rf"|(?:{either(EACH_NTH)}))\s+(?P<each>{INTERVAL_WORDS})\b{_PART_OF_DAY}",
        _every_nth,
        r"var|every",
    ),
    way(
        rf"(?:once\s+)?every\s+(?P<nth>\d{{1,2}}|{NUMBER_WORDS})\s+"
        r"(?P<each>week|month|quarter|year)s\b",
        _every_so_many,
        r"every",
    ),
    way(
        r"(?:(?:under|i|på)\s+)?(?:jämna|udda|ojämna)\s+veckor(?:na)?\b|every\s+fortnight\b|fortnightly\b",
        _fortnight,
        r"veckor|fortnight",
    ),
    way(
        rf"(?:(?P<bound>minst|åtminstone|högst|max(?:imalt)?|at\s+least|at\s+most)\s+)?(?:(?P<low>\d{{1,3}}"
        rf"|{NUMBER_WORDS})\s*(?:–|-|till|eller|to|or)\s*)?"
        rf"(?P<times>\d{{1,3}}|{NUMBER_WORDS})\s+{_TIME_WORDS}{_PER}(?P<per>{INTERVAL_WORDS})\b",
        _times,
        r"gång|ggr|tillfälle|time",
    ),
    way(
        rf"(?P<bound>)(?P<low>)(?P<times>once|twice)\s+(?:per|a|an|each|every)\s+(?P<per>{INTERVAL_WORDS})\b",
        _times,
        r"once|twice",
    ),
    way(
        rf"(?:varje|var|vart|every|each)\s+(?P<each>{INTERVAL_WORDS})\b{_PART_OF_DAY}|(?:varje"
        rf"|every)\s+(?P<five>vardag|weekday)\b",
        lambda match, period: _recurring(match, "week", 5) if match["five"] else _every(match, period),
        r"var|every|each",
    ),
    way(
        r"on\s+an?\s+(?P<each>daily|weekly|monthly|quarterly|annual|yearly)\s+basis\b",
        _every,
        r"basis",
    ),
    way(r"alla\s+dagar\b(?!\s+(?:i|som|utan)\b)", lambda match, period: _recurring(match, "day"), r"alla dagar"),
    way(
        r"(?P<each>årligen|månadsvis|månatligen|veckovis|kvartalsvis|halvårsvis|terminsvis|dagligen|annually"
        r"|quarterly|monthly|weekly)\b(?:\s+återkommande\b)?",
        _every,
        r"ligen|vis|ly",
    ),
    way(
        rf"(?P<open>(?:öppet|varje|alla|vardagar)\s+)?{_BETWEEN}(?P<clock>(?=,?\s+(?:kl"
        rf"|\d{{1,2}}(?:[.:]\d\d)?\s?[–-]\s?\d)))?(?!\w)",
        _open_days,
        r"dag",
    ),
    way(
        rf"(?:(?:på|under|on|alla)\s+)?{_PLURAL}(?:\s*(?:,|&|/|\s(?:och|samt|and))\s*{_PLURAL}){{0,6}}(?!\w)",
        _weekdays,
        r"dag|helg|days|weekend",
    ),
)
