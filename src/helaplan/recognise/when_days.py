"""Days, stretches of days and terms: `lördagen den 5 april`, `22–24/5`, `senast vid årsmötet`."""

from __future__ import annotations

import datetime as dt
import re

from helaplan.model import Period, Schedule
from helaplan.recognise.dates import (
    DAY,
    MONTH_WORDS,
    WEEKDAY,
    WEEKDAY_WORD,
    YEAR,
    day,
    day_of,
    in_period,
    last_of,
    read_day,
    whole_year,
    year_of,
)
from helaplan.recognise.timewords import (
    AHEAD,
    BEFORE,
    DASH,
    EVENTS,
    HOLIDAYS,
    MONTH_LIST,
    NTH,
    PLAIN_DAY,
    PLAIN_MONTHS,
    SLASHED,
    WEEKDAY_WORDS,
    either,
)
from helaplan.recognise.way import Made, Way, unsure, way, words_of
from helaplan.recognise.when_stretches import months_in
from helaplan.registers.months import MONTHS, WEEKDAYS

#: A day in any notation. "Sista mars" and "första maj" are days as well.
_ANY_DAY = (
    rf"(?:{PLAIN_DAY}|(?:{WEEKDAY})?(?:den\s+)?{SLASHED}"
    rf"|(?:den\s+)?(?:sist|först)[ae]\s+(?:{PLAIN_MONTHS})\b(?!-)(?:\s+{YEAR}\b)?)"
)
_EACH_DAY = re.compile(_ANY_DAY, re.IGNORECASE)
_BOUND = re.compile(rf"(?P<which>sist|först)[ae]\s+(?P<m>{PLAIN_MONTHS})\b(?:\s+(?P<y>{YEAR}))?", re.IGNORECASE)
_AHEAD = re.compile(rf"(?:\A|\s){AHEAD}\s", re.IGNORECASE)
#: Shares that look like days, and what says before them that they are shares.
_ALWAYS = "24/7"
_SHARES = frozenset({"1/2", "1/3", "2/3", "1/4", "3/4"})
_SHARE = re.compile(
    r"(?:minst|kräver|kräva|majoritet|andel\w*|ca|cirka|högst|drygt|knappt|omkring|ungefär|av|på)[\s:]+$", re.I
)


def _read(text: str, period: Period | None) -> dt.date | None:
    """The day that the text writes, in any notation."""
    bound = _BOUND.search(text)
    if bound is None:
        return read_day(text, period)
    month = MONTHS[bound["m"].casefold()]
    year = int(bound["y"]) if bound["y"] else year_of(month, period)
    if year is None:
        return None
    return last_of(year, month) if bound["which"].casefold() == "sist" else day(year, month, 1)


def _ahead(match: re.Match[str]) -> bool:
    """Whether the words say "before" and so leave out the day itself, which "senast" has in it."""
    return _AHEAD.search(match.group()) is not None


def _before_day(match: re.Match[str], period: Period | None) -> Made:
    found = _read(match["on"], period)
    return (Schedule(kind="before", words=words_of(match), date=found),) if found else unsure(match)


def _before_month(match: re.Match[str], period: Period | None) -> Made:
    month, part = MONTHS[match["bm"].casefold()], (match["part"] or "").casefold()
    year = int(match["by"]) if match["by"] else year_of(month, period)
    if "början" in part or "mitten" in part:
        event = " ".join(f"{match['part']}{match['bm']}".split())
        return (Schedule(kind="before", words=words_of(match), event=event),)
    if year is None:
        return (Schedule(kind="before", words=words_of(match), event=match["bm"]),)
    whole = bool(part or match["out"])
    date = dt.date(year, month, 1) if _ahead(match) and not whole else last_of(year, month)
    return (Schedule(kind="before", words=words_of(match), date=date),)


def _before_week(match: re.Match[str], period: Period | None) -> Made:
    week, year = int(match["bw"]), period.start.year if period else None
    if match["bwy"]:
        year = int(match["bwy"])
    elif period and period.end.year > period.start.year:
        first = [
            y
            for y in range(period.start.year, period.end.year + 1)
            if (d := _of_week(y, week, 0)) and d >= period.start
        ]
        year = first[0] if first else year
    found = _of_week(year, week, 0 if _ahead(match) else 6) if year else None
    if found is None:
        return (Schedule(kind="before", words=words_of(match), event=f"vecka {week}"),) if 1 <= week <= 53 else ()
    return (Schedule(kind="before", words=words_of(match), date=found),)


def _of_week(year: int, week: int, weekday: int) -> dt.date | None:
    try:
        return dt.date.fromisocalendar(year, week, weekday + 1)
    except ValueError:
        return None


def _before_quarter(match: re.Match[str], period: Period | None) -> Made:
    number = int(match["bq"])
    year = int(match["bqy"]) if match["bqy"] else year_of(number * 3, period)
    if year is None:
        return (Schedule(kind="before", words=words_of(match), event=f"kvartal {number}"),)
    date = dt.date(year, number * 3 - 2, 1) if _ahead(match) else last_of(year, number * 3)
    return (Schedule(kind="before", words=words_of(match), date=date),)


def _before_year(match: re.Match[str], period: Period | None) -> Made:
    year = int(match["only"])
    return (
        Schedule(kind="before", words=words_of(match), date=dt.date(year, *((1, 1) if _ahead(match) else (12, 31)))),
    )


def _before_event(match: re.Match[str], period: Period | None) -> Made:
    return (Schedule(kind="before", words=words_of(match), event=" ".join(match["event"].split())),)


def _in_month(match: re.Match[str], period: Period | None) -> Made:
    """Days of one month: `22–24 maj` and `22-24/5` are one stretch, `3 och 10 maj` two days."""
    month = MONTHS[match["rm"].casefold()] if match["rm"] else int(match["rs"])
    if not 1 <= month <= 12:
        return ()
    year = match["ry"] or match["rsy"]
    lies = whole_year(int(year)) if year else period
    numbers = [int(each) for each in re.findall(r"\d+", match["many"])]
    found = [in_period(month, number, lies) for number in (*numbers, int(match["r2"]))]
    apart = re.search(r"och|samt|and|&|,", match["sign"], re.IGNORECASE) is not None and not match["between"]
    if apart and (len(numbers) > 1 or int(match["r2"]) != numbers[-1] + 1):
        return _dates(match, found)
    return (*_dates(match, found[:-2]), *_period(match, found[-2], found[-1]))


def _english_range(match: re.Match[str], period: Period | None) -> Made:
    """`May 22–24`."""
    lies = whole_year(int(match["eyr"])) if match["eyr"] else period
    month = MONTHS[match["emn"].casefold()]
    return _period(match, in_period(month, int(match["e1"]), lies), in_period(month, int(match["e2"]), lies))


def _month_range(match: re.Match[str], period: Period | None) -> Made:
    """`januari t.o.m. mars` is three months; with years, a stretch of days."""
    first, last = MONTHS[match["m1"].casefold()], MONTHS[match["m2"].casefold()]
    if match["y1"] is None:
        months = tuple((first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1))
        year = int(match["y2"]) if match["y2"] and first <= last else None
        return (Schedule(kind="months", words=words_of(match), months=months, year=year),)
    if match["y2"] is None:
        return unsure(match)
    return _period(match, dt.date(int(match["y1"]), first, 1), last_of(int(match["y2"]), last))


def _dates(match: re.Match[str], found: list[dt.date | None]) -> Made:
    if None in found:
        return unsure(match)
    return tuple(Schedule(kind="date", words=words_of(match), date=each) for each in found)


def _period(match: re.Match[str], start: dt.date | None, end: dt.date | None) -> Made:
    if start is None or end is None or end < start:
        return unsure(match)
    return (Schedule(kind="period", words=words_of(match), start=start, end=end),)


def _day_range(match: re.Match[str], period: Period | None) -> Made:
    first, second = [each.group() for each in _EACH_DAY.finditer(match.group())][:2]
    end, lies = _read(second, period), period
    written = re.search(YEAR, second)
    if written and not re.search(YEAR, first):
        lies = whole_year(int(written.group()))
    start = _read(first, lies)
    if start and end and end < start and start.month > end.month and not re.search(YEAR, first):
        # Over a new year, of which the words name one side at most.
        moved = day(start.year - 1, start.month, start.day) if written else day(end.year + 1, end.month, end.day)
        start, end = (moved, end) if written else (start, moved)
    return _period(match, start, end)


def _date(match: re.Match[str], period: Period | None) -> Made:
    found = day_of(match, period)
    return (Schedule(kind="date", words=words_of(match), date=found),) if found else unsure(match)


def _bound(match: re.Match[str], period: Period | None) -> Made:
    found = _read(match.group(), period)
    return (Schedule(kind="date", words=words_of(match), date=found),) if found else unsure(match)


def _nth_day(match: re.Match[str], period: Period | None) -> Made:
    """`sista söndagen i maj` is a day, `första helgen i maj` a Saturday with the Sunday after it."""
    weekend = match["wd"].casefold() in ("helg", "weekend")
    weekday = 5 if weekend else WEEKDAYS.index(match["wd"].casefold()) % 7
    nth, months = NTH[match["nth"].casefold()], months_in(match["nm"])
    written = re.search(YEAR, match.group())
    made: Made = ()
    for month in months:
        year = int(written.group()) if written else year_of(month, period)
        if year is None:
            kind = "month" if len(months) == 1 else "months"
            return (Schedule(kind=kind, words=words_of(match), months=tuple(months)),)
        days = [dt.date(year, month, n) for n in range(1, last_of(year, month).day + 1)]
        date = [each for each in days if each.weekday() == weekday][nth - 1 if nth > 0 else nth]
        made += _period(match, date, date + dt.timedelta(days=1)) if weekend else _dates(match, [date])
    return made


def _slashed(match: re.Match[str], period: Period | None) -> Made:
    """`14/2`, where its place in the text says that it is no share."""
    groups = match.groupdict()
    written = next(groups[key] for key in ("led", "followed", "first", "high") if groups[key])
    number, month = map(int, written.split("/"))
    if not 1 <= month <= 12 or not 1 <= number <= 31:
        return ()
    before = match.string[max(0, match.start() - 30) : match.start()]
    if not groups["led"] and (written == _ALWAYS or (written in _SHARES and _SHARE.search(before))):
        return ()
    found = in_period(month, number, period)
    return (Schedule(kind="date", words=words_of(match), date=found),) if found else unsure(match)


def _short_year(match: re.Match[str], period: Period | None) -> Made:
    """`15/3-25` is a day of 2025, unless the plan knows no such year and March has a stretch up to the 25th."""
    number, month, last = int(match["yd"]), int(match["ym"]), int(match["yy"])
    if not 1 <= month <= 12:
        return ()
    known = period is None or period.start.year <= 2000 + last <= period.end.year
    if not known and number < last <= 31:
        return _period(match, in_period(month, number, period), in_period(month, last, period))
    return _dates(match, [day(2000 + last, month, number)])


def _onwards(match: re.Match[str], period: Period | None) -> Made:
    written = match["since"]
    start = _read(written, period)
    if start is None and (months := months_in(written)):
        year = re.search(YEAR, written)
        lies = int(year.group()) if year else year_of(months[0], period)
        start = dt.date(lies, months[0], 1) if lies else None
    return (Schedule(kind="ongoing", words=words_of(match), start=start),) if start else unsure(match)


_FROM = r"(?:från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?|from)\s+"
_MONTHS_HINT = r"jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec"
_DIGIT = r"\d"
_ONWARDS = r"fr|med|start|with"
_TERM = r"före|innan|senast|till|t\.? ?o\.? ?m|deadline|dag|before|later|by\b|ahead"
_AFTER_SLASHED = (
    r"(?=\s*(?:[,;:!?)\]]|\.(?!\d)|\Z)|\s+(?:[–—-]\s|(?:kl|klockan|och|samt|i|på|vid|hos|med|at|in)\b)|\s*&)"
)

#: In the order in which they claim characters, the longest meanings first.
WAYS: tuple[Way, ...] = (
    way(
        rf"(?:mellan|between)\s+{_ANY_DAY}\s+(?:och|and)\s+{_ANY_DAY}|(?:{_FROM})?{_ANY_DAY}{DASH}{_ANY_DAY}",
        _day_range,
        _DIGIT,
    ),
    way(
        rf"(?:{_FROM})?(?P<m1>{PLAIN_MONTHS})\b\.?(?:(?:\s+(?P<y1>{YEAR})\b)(?:{DASH})|\s+(?:till\s+och\s+med"
        rf"|t\.?\s?o\.?\s?m\.?)\s+)"
        rf"(?P<m2>{PLAIN_MONTHS})\b(?:\s+(?P<y2>{YEAR})\b)?",
        _month_range,
        _MONTHS_HINT,
    ),
    way(rf"{BEFORE}\s+(?:(?:till|den)\s+)?(?P<on>{_ANY_DAY})", _before_day, _TERM),
    way(
        rf"{BEFORE}\s+(?:(?:till|i|in)\s+)?(?P<part>(?:utgången|slutet|början|mitten|the\s+end)\s+(?:av|på|i"
        rf"|of)\s+)?(?P<bm>{PLAIN_MONTHS}|(?-i:May|March)(?!\s+(?-i:[A-ZÅÄÖ])))\b"
        rf"(?P<out>\s+månads\s+(?:utgång|slut))?(?:\s+(?P<by>{YEAR})\b)?",
        _before_month,
        _TERM,
    ),
    way(
        rf"{BEFORE}\s+(?:(?:till|i|under)\s+)?(?:vecka|v\.?|week)\s*(?P<bw>\d{{1,2}})\b(?:\s+(?P<bwy>{YEAR})\b)?",
        _before_week,
        _TERM,
    ),
    way(
        rf"{BEFORE}\s+(?:(?:till|i|under|slutet\s+av)\s+)?(?:Q|kv\.?\s?"
        rf"|kvartal\s)(?P<bq>[1-4])\b(?:\s+(?P<bqy>{YEAR})\b)?",
        _before_quarter,
        _TERM,
    ),
    way(rf"{BEFORE}\s+(?:år\s+|utgången\s+av\s+|slutet\s+av\s+)?(?P<only>{YEAR})(?![\d/-])", _before_year, _TERM),
    way(
        rf"{BEFORE}\s+(?:(?:vid|till|på|under|i|inför|i\s+samband\s+med|the)\s+)?"
        rf"(?P<event>(?:(?:nästa|kommande)\s+)?(?:{EVENTS}|{HOLIDAYS})"
        rf"|(?:sommaren|hösten|vintern|våren|semestern|(?:early|late)?\s?(?:summer|autumn|winter))(?:\s+{YEAR})?)\b",
        _before_event,
        _TERM,
    ),
    way(
        rf"(?P<between>(?:mellan|between)\s+)?(?:{_FROM})?(?:{WEEKDAY_WORD}(?:{DASH}|\s+och\s+){WEEKDAY}"
        rf"|{WEEKDAY})?(?:(?:den|the)\s+)?"
        rf"(?P<many>\d{{1,2}}(?:\s*,\s*\d{{1,2}}){{0,12}})(?::?[ae])?(?P<sign>{DASH}|\s*&\s*|\s+(?:och|samt"
        rf"|and)\s+)(?:{WEEKDAY})?(?:den\s+)?"
        rf"(?P<r2>\d{{1,2}})(?:(?::?[ae])?\s+(?P<rm>{MONTH_WORDS})\b(?:,?\s+(?P<ry>{YEAR})\b)?"
        rf"|/(?P<rs>\d{{1,2}})(?:(?:\s*[-–/]\s*|\s+)(?P<rsy>{YEAR}))?(?![\d/]))",
        _in_month,
        _DIGIT,
    ),
    way(
        rf"(?P<emn>january|february|march|april|may|june|july|august|september|october|november"
        rf"|december)\s+(?P<e1>\d{{1,2}}){DASH}"
        rf"(?P<e2>\d{{1,2}})\b(?:,?\s+(?P<eyr>{YEAR})\b)?",
        _english_range,
        r"[a-z] \d",
    ),
    way(
        rf"(?:fr\.?\s?o\.?\s?m\.?|från\s+och\s+med|med\s+(?:start|början)(?:\s+(?:i|den))?|starting"
        rf"|with\s+effect\s+from)\s+(?:i\s+)?"
        rf"(?P<since>{_ANY_DAY}|(?:{PLAIN_MONTHS})\b(?:\s+{YEAR}\b)?)(?!{DASH}(?:{MONTH_WORDS})\b)",
        _onwards,
        _ONWARDS,
    ),
    way(rf"(?:(?:omkring|kring|runt|around)\s+)?{DAY}", _date, _DIGIT),
    way(rf"(?:den\s+)?(?:sist|först)[ae]\s+(?:{PLAIN_MONTHS})\b(?!-)(?:\s+{YEAR}\b)?", _bound, r"sist|först"),
    way(
        rf"(?:den\s+|the\s+)?(?P<nth>{either(NTH)})\s+(?P<wd>{WEEKDAY_WORDS}|helg|weekend)(?:en)?\s+(?:i|in|of)\s+"
        rf"(?P<nm>{MONTH_LIST})(?:\s+{YEAR}\b)?",
        _nth_day,
        _MONTHS_HINT,
    ),
    way(r"(?P<yd>\d{1,2})/(?P<ym>\d{1,2})\s?[-–]\s?(?P<yy>[1-4]\d)(?![\d/])", _short_year, _DIGIT),
    way(
        rf"(?:{WEEKDAY}(?:den\s+)?|den\s+|(?:omkring|kring|runt)\s+|{HOLIDAYS}\s+(?:den\s+)?)(?P<led>{SLASHED})"
        rf"|(?P<followed>{SLASHED}){_AFTER_SLASHED}"
        rf"|\A(?P<first>{SLASHED})(?!\s+av\b)"
        # More days than months have is no share.
        rf"|(?P<high>(?:1[3-9]|2\d|3[01])/(?:1[0-2]|0?[1-9])(?![\d/]))(?!\s+av\b)",
        _slashed,
        _DIGIT,
    ),
)
