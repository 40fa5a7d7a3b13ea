"""The years that a title or a line at the top names, and the time from day to day that they mean."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from helaplan.model import Period
from helaplan.recognise.dates import MONTH_WORDS
from helaplan.registers.months import MONTHS

_YEAR = r"(?:19|20)\d\d"
_BROKEN = re.compile(rf"\b({_YEAR})\s*/\s*({_YEAR}|\d\d)\b")
#: "2025–26" is no stretch of years as "2025–2026" is, and "verksamhetsåret 2025–2026" is one year.
_BROKEN_DASH = re.compile(
    rf"\b({_YEAR})\s*[–—-]\s*(\d\d)(?![\d–—-])|\b(?:verksamhetsår(?:et)?|activity\s+year)\s+({_YEAR})\s*[–—-]\s*({_YEAR})\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(rf"\b({_YEAR})\s*(?:[–—-]|\btill\b|\boch\b|\bto\b|\band\b|\+)\s*({_YEAR})\b")
_SINGLE = re.compile(rf"(?<![\d/–-])({_YEAR})(?![\d/]|-\d)")
#: Half a year as the first and the last month of it. The school year's terms begin and end where these do.
_HALVES = {
    "våren": (1, 6), "vårterminen": (1, 6), "första halvåret": (1, 6), "spring": (1, 6),
    "hösten": (7, 12), "höstterminen": (7, 12), "andra halvåret": (7, 12), "autumn": (7, 12),
}  # fmt: skip
_PART = rf"(?:(?P<{{0}}>{'|'.join(_HALVES)}|{MONTH_WORDS})\s+)"
#: "2025-07 – 2026-06": months in figures.
_MONTHS_IN_FIGURES = re.compile(
    rf"(?<![\d-])({_YEAR})-(0[1-9]|1[0-2])(?:\s*[–—-]{{1,2}}\s*|\s+(?:till|to)\s+)({_YEAR})-(0[1-9]|1[0-2])(?![\d-])"
)
_STRETCH = re.compile(
    rf"(?<!\d )\b{_PART.format('first')}(?P<from>{_YEAR})"
    r"(?:\s*(?:[–—+-]|t\.?\s?o\.?\s?m\.?|till\s+och\s+med|till|och|samt|to|and)\s*"
    rf"{_PART.format('last')}?(?P<to>{_YEAR})\b)?",
    re.IGNORECASE,
)


def years_in(text: str) -> Period | None:
    """The time that the years in a line mean. A broken year is taken to begin on 1 July."""
    return _broken(text) or _figures(text) or _stretch(text) or _several(text) or _single(text)


def broken_year(text: str) -> str:
    """The words of a broken year whose days the line doesn't give ("2025/26"); "" where it names none."""
    found = _broken(text)
    return found.label if found is not None else ""


def single_years(text: str) -> list[str]:
    """The years that stand alone in a text."""
    return _SINGLE.findall(text)


def years_label(first: int, last: int) -> str:
    """How a time that begins and ends in these years is called."""
    return str(first) if first == last else f"{first}/{last}"


def _broken(text: str) -> Period | None:
    for match in (_BROKEN.search(text), _BROKEN_DASH.search(text)):
        if match is None:
            continue
        begins, ends = (each for each in match.groups() if each)
        first = int(begins)
        last = int(ends) if len(ends) == 4 else first // 100 * 100 + int(ends)
        if last == first + 1:
            label = match.group()[match.start(match.lastindex - 1 if match.lastindex else 0) - match.start() :]
            return Period(start=dt.date(first, 7, 1), end=dt.date(last, 6, 30), label=label)
    return None


def _stretch(text: str) -> Period | None:
    """A time between halves or months that are named: "hösten 2025 och våren 2026", "juli 2025 – juni 2026"."""
    match = _STRETCH.search(text)
    if match is None or not (match["to"] or " ".join(match["first"].casefold().split()) in _HALVES):
        # A month alone is when something was decided or printed.
        return None
    first, last = _months(match["first"]), _months(match["last"] or "december" if match["to"] else match["first"])
    start = dt.date(int(match["from"]), first[0], 1)
    year = int(match["to"] or match["from"])
    end = dt.date(year, last[1], calendar.monthrange(year, last[1])[1])
    return Period(start=start, end=end, label=" ".join(match.group().split())) if start < end else None


def _figures(text: str) -> Period | None:
    match = _MONTHS_IN_FIGURES.search(text)
    if match is None:
        return None
    start, (year, month) = dt.date(int(match[1]), int(match[2]), 1), (int(match[3]), int(match[4]))
    end = dt.date(year, month, calendar.monthrange(year, month)[1])
    return Period(start=start, end=end, label=years_label(start.year, year)) if start < end else None


def _months(words: str) -> tuple[int, int]:
    plain = " ".join(words.casefold().split())
    return _HALVES[plain] if plain in _HALVES else (MONTHS[plain], MONTHS[plain])


def _several(text: str) -> Period | None:
    match = _SEVERAL.search(text)
    if match is None or int(match[1]) >= int(match[2]):
        return None
    label = match.group()
    return Period(start=dt.date(int(match[1]), 1, 1), end=dt.date(int(match[2]), 12, 31), label=label)


def _single(text: str) -> Period | None:
    match = _SINGLE.search(text)
    if match is None:
        return None
    year = int(match[1])
    return Period(start=dt.date(year, 1, 1), end=dt.date(year, 12, 31), label=match[1])
