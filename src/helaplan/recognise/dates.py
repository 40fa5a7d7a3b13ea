"""Days as people write them, and which year they mean."""

from __future__ import annotations

import datetime as dt
import re

from helaplan.model import Period
from helaplan.registers.months import MONTHS, SHORT_WEEKDAYS, WEEKDAYS

MONTH_WORDS = "|".join(sorted(MONTHS, key=len, reverse=True))
YEAR = r"(?:19|20)\d\d"
#: A weekday as it stands before a day: `lördagen den`, `tors`.
WEEKDAY_WORD = rf"(?:(?:{'|'.join(WEEKDAYS)})(?:en|ens)?|(?:{'|'.join(SHORT_WEEKDAYS)})\b\.?)"
WEEKDAY = rf"{WEEKDAY_WORD},?\s+"
#: A day with its month, with or without a weekday before it: in letters, with or without a year; in figures with one.
DAY = (
    rf"(?:{WEEKDAY})?(?:(?:den|the)\s+)?(?:(?P<iso>{YEAR}-\d\d-\d\d)(?!\d)"
    rf"|(?P<fd>\d{{1,2}})(?:\.(?P<fm>\d{{1,2}})\.|/(?P<sm>\d{{1,2}})(?:\s*[-–/]\s*|\s+))(?P<fy>{YEAR})(?![\d/])"
    rf"|(?P<d>\d{{1,2}})(?::?[ae]|st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{MONTH_WORDS})\b\.?(?:,?\s+(?P<y>{YEAR})\b(?!-\d))?"
    rf"|(?P<em>january|february|march|april|may|june|july|august|september|october|november|december)"
    rf"\s+(?P<ed>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<ey>{YEAR})\b)?)"
)
_DAY = re.compile(DAY, re.IGNORECASE)
_SLASHED = re.compile(rf"(?P<d>\d{{1,2}})\s*/\s*(?P<m>\d{{1,2}})(?:[\s/–-]+(?P<y>{YEAR}))?(?!\d)")
#: A stretch of days of which only the last has a year. Every repetition has an end.
_WITHOUT_YEAR = re.compile(
    rf"(?P<day>\b\d{{1,2}}(?::?[ae]|st|nd|rd|th)?\s{{1,3}}(?:of\s)?(?P<first>{MONTH_WORDS}))\b"
    rf"(?P<on>\s{{0,3}}(?:[–—-]{{1,2}}|till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?|to|until)\s{{0,3}}(?:den\s|the\s)?"
    rf"\d{{1,2}}(?::?[ae]|st|nd|rd|th)?\s{{1,3}}(?:of\s)?(?P<last>{MONTH_WORDS})\s(?P<y>{YEAR})\b)",
    re.IGNORECASE,
)


def day(year: int, month: int, number: int) -> dt.date | None:
    """The day, or None where there is no such day."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def in_period(month: int, number: int, period: Period | None) -> dt.date | None:
    """The day without a year that lies in the plan's time; the first year's where none does; None without a period."""
    if period is None:
        return None
    for year in range(period.start.year, min(period.end.year, period.start.year + 10) + 1):
        made = day(year, month, number)
        if made is not None and period.start <= made <= period.end:
            return made
    return day(period.start.year, month, number)


def last_of(year: int, month: int) -> dt.date:
    """The last day of a month."""
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return following - dt.timedelta(days=1)


def year_of(month: int, period: Period | None) -> int | None:
    """The year in which a month of the plan's time lies; None without a period."""
    first = in_period(month, 1, period) or in_period(month, 28, period)
    return first.year if first else None


def whole_year(year: int) -> Period:
    """A calendar year as the time in which days without a year lie."""
    return Period(start=dt.date(year, 1, 1), end=dt.date(year, 12, 31))


def read_day(text: str, period: Period | None = None) -> dt.date | None:
    """The first day written in the text; one without a year lies in the plan's time."""
    match = _DAY.search(text)
    if match is not None:
        return day_of(match, period)
    slashed = _SLASHED.search(text)
    if slashed is None or not 1 <= int(slashed["m"]) <= 12:
        return None
    if slashed["y"]:
        return day(int(slashed["y"]), int(slashed["m"]), int(slashed["d"]))
    return in_period(int(slashed["m"]), int(slashed["d"]), period)


def day_of(match: re.Match[str], period: Period | None) -> dt.date | None:
    """The day of a match of `DAY`."""
    if match["iso"]:
        return day(*map(int, match["iso"].split("-")))
    if match["fy"]:
        return day(int(match["fy"]), int(match["fm"] or match["sm"]), int(match["fd"]))
    word, written = (match["m"], match["d"]) if match["m"] else (match["em"], match["ed"])
    month, number, year = MONTHS[word.casefold()], int(written), match["y"] or match["ey"]
    return day(int(year), month, number) if year else in_period(month, number, period)


def days(text: str) -> list[dt.date]:
    """All days with a year that are written in the text, in order. In "1 juli–31 december 2025" both have one."""
    text = _WITHOUT_YEAR.sub(_with_year, text)
    return [found for match in _DAY.finditer(text) if (found := day_of(match, None)) is not None]


def _with_year(match: re.Match[str]) -> str:
    """The first day of a stretch with the year of the last, or with the one before where it runs over a new year."""
    first, last = MONTHS[match["first"].casefold()], MONTHS[match["last"].casefold()]
    return f"{match['day']} {int(match['y']) - (first > last)}{match['on']}"
