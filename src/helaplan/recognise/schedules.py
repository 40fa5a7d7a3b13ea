"""When something happens, read from what people wrote. The words are always kept beside the meaning."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from attrs import frozen

from helaplan.model import Period, Schedule
from helaplan.recognise.dates import DAY, MONTH_WORDS, day_of, in_period, last_of, read_day
from helaplan.registers.months import DOUBTFUL_MONTHS, DOUBTFUL_SEASONS, MONTHS, SEASONS, WEEKDAYS
from helaplan.registers.words import NUMBERS


@frozen
class Found:
    """A schedule and the characters of the text it was read from."""

    start: int
    end: int
    schedule: Schedule


_BEFORE = r"(?:senast|före|innan|fram\s+till|till\s+och\s+med|t\.?\s?o\.?\s?m\.?|no\s+later\s+than|before|by)"
_YEAR = r"(?:19|20)\d\d"
_SEASON_WORDS = "|".join(sorted(SEASONS, key=len, reverse=True))
_NUMBER_WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
_EVENTS = (
    r"\w*(?:årsmöte|årsstämma|höstmöte|vårmöte|medlemsmöte|stämma|kongress|landsbygdsriksdag)\w*"
    r"|jul(?:en|afton)?|midsommar(?:en|afton)?|nationaldagen|valborg(?:smässoafton)?|påsk(?:en)?|pingst(?:en)?"
    r"|nyår(?:et|safton)?|lucia|(?:(?:första|andra|tredje|fjärde)\s+)?advent|skolstarten|sommaren|semestern"
    r"|annual\s+meeting"
)
_INTERVALS = {
    "dag": "day", "dagligen": "day", "day": "day", "vecka": "week", "veckan": "week", "veckovis": "week",
    "week": "week", "månad": "month", "månaden": "month", "månadsvis": "month", "månatligen": "month", "month": "month",
    "monthly": "month", "weekly": "week", "kvartal": "quarter", "kvartalet": "quarter", "kvartalsvis": "quarter",
    "quarter": "quarter", "halvår": "half-year", "termin": "half-year", "år": "year", "året": "year", "årligen": "year",
    "year": "year", "annually": "year", "yearly": "year", "vår": "year", "höst": "year", "sommar": "year",
}  # fmt: skip
_INTERVALS.update(dict.fromkeys(WEEKDAYS, "week"))
_TIMES_WORDS = {"once": 1, "twice": 2}
_INTERVAL_WORDS = "|".join(sorted(_INTERVALS, key=len, reverse=True))
_ORDINALS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}

_NTH = {**_ORDINALS, "sista": -1, "last": -1}
_NTH_WORDS = "|".join(_NTH)
_WEEKDAY_WORDS = "|".join(WEEKDAYS)

Make = Callable[[re.Match[str], Period | None], Schedule | None]


def _words(match: re.Match[str]) -> str:
    return " ".join(match.group().split()).rstrip(" .,")


def _before_day(match: re.Match[str], period: Period | None) -> Schedule | None:
    found = day_of(match, period)
    return Schedule(kind="before", words=_words(match), date=found) if found else _unsure(match)


def _unsure(match: re.Match[str]) -> Schedule:
    """A day that is written but does not exist, or has no year to lie in."""
    return Schedule(kind="unknown", words=_words(match))


def _before_month(match: re.Match[str], period: Period | None) -> Schedule | None:
    month = MONTHS[match["bm"].casefold()]
    first = in_period(month, 1, period)
    year = int(match["by"]) if match["by"] else (first.year if first else None)
    if year is None:
        return Schedule(kind="before", words=_words(match), event=match["bm"])
    ahead = match.group().casefold().startswith(("före", "innan", "before"))
    date = dt.date(year, month, 1) if ahead else last_of(year, month)
    return Schedule(kind="before", words=_words(match), date=date)


def _before_year(match: re.Match[str], period: Period | None) -> Schedule | None:
    year = int(match["only"])
    ahead = match.group().casefold().startswith(("före", "innan", "before"))
    return Schedule(kind="before", words=_words(match), date=dt.date(year, 1, 1) if ahead else dt.date(year, 12, 31))


def _before_event(match: re.Match[str], period: Period | None) -> Schedule | None:
    return Schedule(kind="before", words=_words(match), event=match["event"])


def _range(match: re.Match[str], period: Period | None) -> Schedule | None:
    month = MONTHS[match["rm"].casefold()]
    year = int(match["ry"]) if match["ry"] else None
    ends = [
        dt.date(year, month, int(n))
        if year and 1 <= int(n) <= last_of(year, month).day
        else in_period(month, int(n), period)
        for n in (match["r1"], match["r2"])
    ]
    return _period(match, ends[0], ends[1])


def _period(match: re.Match[str], start: dt.date | None, end: dt.date | None) -> Schedule | None:
    if start is None or end is None or end < start:
        return _unsure(match)
    return Schedule(kind="period", words=_words(match), start=start, end=end)


def _day_range(match: re.Match[str], period: Period | None) -> Schedule | None:
    first, _, second = re.split(r"(\s*(?:[–—-]|till|to)\s*)(?=\d|den)", match.group(), maxsplit=1)
    return _period(match, read_day(first, period), read_day(second, period))


def _date(match: re.Match[str], period: Period | None) -> Schedule | None:
    found = day_of(match, period)
    return Schedule(kind="date", words=_words(match), date=found) if found else _unsure(match)


def _nth_day(match: re.Match[str], period: Period | None) -> Schedule | None:
    """`sista söndagen i maj` is a day, `första helgen i maj` a Saturday with the Sunday after it."""
    month, weekend = MONTHS[match["nm"].casefold()], match["wd"].casefold() in ("helg", "weekend")
    first = in_period(month, 1, period)
    year = int(match["ny"]) if match["ny"] else (first.year if first else None)
    if year is None:
        return Schedule(kind="month", words=_words(match), months=(month,))
    weekday = 5 if weekend else WEEKDAYS.index(match["wd"].casefold()) % 7
    days = [dt.date(year, month, n) for n in range(1, last_of(year, month).day + 1)]
    nth = _NTH[match["nth"].casefold()]
    date = [each for each in days if each.weekday() == weekday][nth - 1 if nth > 0 else nth]
    if weekend:
        return _period(match, date, date + dt.timedelta(days=1))
    return Schedule(kind="date", words=_words(match), date=date)


def _slashed(match: re.Match[str], period: Period | None) -> Schedule | None:
    """`14/2`, where its place in the text says that it is no fraction."""
    number, month = int(match["sd"] or match["sd2"]), int(match["sm"] or match["sm2"])
    if not 1 <= month <= 12 or not 1 <= number <= 31:
        return None
    found = in_period(month, number, period)
    if found is None:
        return _unsure(match)
    kind = "before" if (match["lead"] or "").casefold().startswith(("senast", "före")) else "date"
    return Schedule(kind=kind, words=_words(match), date=found)


def _months(match: re.Match[str], period: Period | None) -> Schedule | None:
    written = re.findall(rf"\b(?:{MONTH_WORDS})\b", match.group(), re.IGNORECASE)
    numbers = [MONTHS[each.casefold()] for each in written]
    if all(each.casefold() in DOUBTFUL_MONTHS for each in written):
        return None
    if len(numbers) == 2 and re.search(r"[–—-]|\btill\b|\bto\b", match.group()):
        first, last = numbers
        span = last - first if last >= first else last + 12 - first
        numbers = [(first - 1 + step) % 12 + 1 for step in range(span + 1)]
    year = re.search(_YEAR, match.group())
    kind = "month" if len(numbers) == 1 else "months"
    return Schedule(
        kind=kind, words=_words(match), months=tuple(dict.fromkeys(numbers)), year=int(year.group()) if year else None
    )


def _weeks(match: re.Match[str], period: Period | None) -> Schedule | None:
    first, last = int(match["w1"]), int(match["w2"] or match["w1"])
    if not 1 <= first <= last <= 53:
        return None
    return Schedule(kind="week", words=_words(match), weeks=tuple(range(first, last + 1)))


def _quarter(match: re.Match[str], period: Period | None) -> Schedule | None:
    written = match["q1"] or match["q2"]
    number = int(written) if written else _ORDINALS[match["q3"].casefold()]
    return Schedule(kind="quarter", words=_words(match), quarters=(number,)) if 1 <= number <= 4 else None


def _season(match: re.Match[str], period: Period | None) -> Schedule | None:
    word = match["season"].casefold()
    doubtful = word in DOUBTFUL_SEASONS and not match["sy"]
    if doubtful:
        return None
    return Schedule(
        kind="season", words=_words(match), season=SEASONS[word], year=int(match["sy"]) if match["sy"] else None
    )


def _every(match: re.Match[str], period: Period | None) -> Schedule | None:
    return Schedule(kind="recurring", words=_words(match), every=_INTERVALS[match["each"].casefold()])


def _times(match: re.Match[str], period: Period | None) -> Schedule | None:
    # "Minst tre gånger" sets a bound, which only a target can hold.
    if match["bound"]:
        return None
    written = match["times"].casefold()
    times = int(written) if written.isdigit() else _TIMES_WORDS.get(written) or NUMBERS[written]
    every = _INTERVALS[match["per"].casefold()]
    return Schedule(kind="recurring", words=_words(match), every=every, times=times) if 1 <= times <= 1000 else None


def _event(match: re.Match[str], period: Period | None) -> Schedule | None:
    return Schedule(kind="event", words=_words(match), event=match["event"])


def _ongoing(match: re.Match[str], period: Period | None) -> Schedule | None:
    return Schedule(kind="ongoing", words=_words(match))


def _year(match: re.Match[str], period: Period | None) -> Schedule | None:
    return Schedule(kind="year", words=_words(match), year=int(match["only"]))


_MONTH_LIST = rf"(?:{MONTH_WORDS})\b\.?(?:\s*(?:,|och|and|eller|[/–—-]|till|to)\s*(?:{MONTH_WORDS})\b\.?)*"
_DAY_PLAIN = re.sub(r"\?P<\w+>", "?:", DAY)

#: Patterns in the order in which they claim characters, the longest meanings first.
_PATTERNS: tuple[tuple[re.Pattern[str], Make], ...] = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE), make)
    for pattern, make in (
        (rf"{_BEFORE}\s+{DAY}", _before_day),
        (
            rf"{_BEFORE}\s+(?:i\s+|utgången\s+av\s+|slutet\s+av\s+)?(?P<bm>{MONTH_WORDS})\b(?:\s+(?P<by>{_YEAR}))?",
            _before_month,
        ),
        (rf"{_BEFORE}\s+(?:år\s+)?(?P<only>{_YEAR})(?![\d/-])", _before_year),
        (rf"{_BEFORE}\s+(?P<event>{_EVENTS})\b", _before_event),
        (
            rf"(?:den\s+)?(?P<r1>\d{{1,2}})\s*(?:[–—-]|och|till)\s*(?P<r2>\d{{1,2}})\s+(?P<rm>{MONTH_WORDS})\b"
            rf"(?:\s+(?P<ry>{_YEAR}))?",
            _range,
        ),
        (rf"{_DAY_PLAIN}\s*(?:[–—-]|till|to)\s*{_DAY_PLAIN}", _day_range),
        (DAY, _date),
        (
            rf"(?:den\s+|the\s+)?(?P<nth>{_NTH_WORDS})\s+(?P<wd>{_WEEKDAY_WORDS}|helg|weekend)(?:en)?\s+(?:i|in|of)\s+"
            rf"(?P<nm>{MONTH_WORDS})\b(?:\s+(?P<ny>{_YEAR})\b)?",
            _nth_day,
        ),
        (
            r"(?:(?<=^)|(?P<lead>senast\s+(?:den\s+)?|före\s+|den\s+))(?P<sd>\d{1,2})/(?P<sm>\d{1,2})(?![\d/])"
            r"|(?P<sd2>\d{1,2})/(?P<sm2>\d{1,2})(?=[,.;)]|$)",
            _slashed,
        ),
        (rf"(?:(?:i|under|in|during)\s+)?{_MONTH_LIST}(?:\s+{_YEAR}\b)?", _months),
        (r"(?:vecka|veckorna|v\.?|week)\s*(?P<w1>\d{1,2})(?:\s*(?:[–—-]|och)\s*(?P<w2>\d{1,2}))?\b", _weeks),
        (
            r"(?:under\s+)?(?:Q(?P<q1>[1-4])|kv(?:artal|\.)?\s*(?P<q2>[1-4])"
            r"|(?P<q3>första|andra|tredje|fjärde|first|second|third|fourth)\s+(?:kvartalet|quarter))\b",
            _quarter,
        ),
        (
            rf"(?:(?P<bound>minst|högst|at\s+least|at\s+most)\s+)?(?P<times>\d{{1,3}}|{_NUMBER_WORDS})\s+"
            rf"(?:gång(?:er)?|ggr|tillfällen|tillfälle|times|time)\s+(?:per|om|i|a|an|each|varje)\s*(?P<per>{_INTERVAL_WORDS})\b",
            _times,
        ),
        (rf"(?P<bound>)(?P<times>once|twice)\s+(?:per|a|an|each|every)\s+(?P<per>{_INTERVAL_WORDS})\b", _times),
        (rf"(?:varje|var|every|each)\s+(?P<each>{_INTERVAL_WORDS})\b(?:s?\s*(?:kväll|morgon|eftermiddag))?", _every),
        (r"(?P<each>årligen|månadsvis|månatligen|veckovis|kvartalsvis|dagligen|annually|monthly|weekly)\b", _every),
        (
            rf"(?:(?:under|i|till|på|in|during)\s+)?(?:the\s+)?(?P<season>{_SEASON_WORDS})\b(?:\s+(?P<sy>{_YEAR})\b)?",
            _season,
        ),
        (rf"(?:vid|på|under|inför|efter|i\s+samband\s+med|till|at)\s+(?:the\s+)?(?P<event>{_EVENTS})\b", _event),
        (
            r"(?:fort)?löpande(?:\s+under\s+året)?\b|kontinuerligt\b|(?:under\s+)?hela\s+året\b|året\s+(?:runt|om)\b"
            r"|tills\s+vidare\b|all\s+year\b|continuously\b",
            _ongoing,
        ),
        (rf"(?:under|år|in|during)\s+(?P<only>{_YEAR})(?![\d/–-])", _year),
    )
)


def find_schedules(text: str, period: Period | None) -> list[Found]:
    """All schedules in a text, in its order, none overlapping. Days without a year lie in the plan's time."""
    found: list[Found] = []
    for pattern, make in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < each.end and each.start < match.end() for each in found):
                continue
            schedule = make(match, period)
            if schedule is not None:
                found.append(Found(match.start(), match.end(), schedule))
    return sorted(found, key=lambda each: each.start)


_MONTH_DAY = re.compile(r"\bden\s+(\d{1,2})(?::?[ae])?(?![\d/:.-])", re.IGNORECASE)


def day_in_month(text: str, month: int, period: Period | None) -> Schedule | None:
    """The day that "den 20:e" means below the heading of a month."""
    match = _MONTH_DAY.search(text)
    found = in_period(month, int(match[1]), period) if match else None
    return Schedule(kind="date", words=_words(match), date=found) if match and found else None


_CELL_RANGE = re.compile(r"(\d{1,2})\s*(?:[–—-]|och)\s*(\d{1,2})\.?")
_CELL_DAY = re.compile(r"(?:den\s+)?(\d{1,2})(?::?[ae])?\.?")


def cell_schedule(cell: str, month: int | None, period: Period | None) -> Schedule | None:
    """The schedule of a table cell such as `14`, `14-16`, `?`, `senast 3 maj`; None for an empty one.

    A bare day lies in `month`, which the row or the area names. What cannot be read is `unknown`.
    """
    words = " ".join(cell.split())
    if not words:
        return None
    span, single = _CELL_RANGE.fullmatch(words), _CELL_DAY.fullmatch(words)
    if month and span:
        start, end = (in_period(month, int(number), period) for number in span.groups())
        if start and end and start <= end:
            return Schedule(kind="period", words=words, start=start, end=end)
    if month and single:
        found = in_period(month, int(single[1]), period)
        if found is not None:
            return Schedule(kind="date", words=words, date=found)
    return next(_whole(words, month, period), None) or Schedule(kind="unknown", words=words)


def _whole(words: str, month: int | None, period: Period | None) -> Iterator[Schedule]:
    """Readings of a cell that is more than a bare day."""
    for each in find_schedules(words, period):
        fields = {name: getattr(each.schedule, name) for name in _FIELDS}
        yield Schedule(words=words, **fields)
    if re.fullmatch(_EVENTS, words, re.IGNORECASE):
        yield Schedule(kind="event", words=words, event=words)
    slashed = read_day(words, period)
    if slashed is not None:
        yield Schedule(kind="date", words=words, date=slashed)


_FIELDS = ("kind", "date", "start", "end", "months", "weeks", "quarters", "season", "year", "every", "times", "event")


def without_recurring(found: list[Found]) -> Iterator[Found]:
    """The schedules whose numbers are days and years, not counts."""
    return (each for each in found if each.schedule.kind != "recurring")
