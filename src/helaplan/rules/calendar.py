"""Days, weeks, months and seasons of a schedule, held against a period."""

from __future__ import annotations

import datetime as dt

from helaplan.model import Period, Schedule

#: Which months a season has. Winter lies at both ends of a year.
SEASON_MONTHS = {"winter": (12, 1, 2), "spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11)}

#: Every month, week, quarter and season has a day in as many days, whichever is the first: between week 10 of one
#: year and that of the next lie 364 days at most.
_WHOLE_YEAR = 365


def has_week_53(year: int) -> bool:
    """Whether a year has an ISO week 53: the week that its 28 December lies in is its last."""
    return dt.date(year, 12, 28).isocalendar().week == 53


def iso_years(period: Period) -> range:
    """The years whose ISO weeks a period has: 1 January 2027 lies in week 53 of 2026."""
    return range(period.start.isocalendar().year, period.end.isocalendar().year + 1)


def lasts_a_year(period: Period) -> bool:
    """Whether a period is so long that every month, week, quarter and season has a day in it."""
    return (period.end - period.start).days + 1 >= _WHOLE_YEAR


def overlaps(period: Period, key: str, value: int | str, year: int | None) -> bool:
    """Whether a month, week, quarter or season (`key` of a schedule, and its value) has a day in a period.

    Without a year any year of the period will do. True for a week that its year doesn't have.
    """
    if year is None and lasts_a_year(period):
        return True
    if key == "weeks":
        assert isinstance(value, int)
        years = iso_years(period) if year is None else (year,)
        return any(_week_overlaps(period, each, value) for each in years)
    years = range(period.start.year, period.end.year + 1) if year is None else (year,)
    return any(_month_overlaps(period, each, month) for each in years for month in months_of(key, value))


def months_of(key: str, value: int | str) -> tuple[int, ...]:
    """The months of a month, quarter or season."""
    if isinstance(value, str):
        return SEASON_MONTHS[value]
    return (value,) if key == "months" else (3 * value - 2, 3 * value - 1, 3 * value)


def _month_overlaps(period: Period, year: int, month: int) -> bool:
    # By number, since the module of the standard library that knows the lengths of months takes a while to load.
    first, last = (period.start.year, period.start.month), (period.end.year, period.end.month)
    return first <= (year, month) <= last


def _week_overlaps(period: Period, year: int, week: int) -> bool:
    try:
        monday = dt.date.fromisocalendar(year, week, 1)
    except ValueError:
        return True
    return monday <= period.end and (monday - period.start).days > -7


def first_day(entry: Schedule, period: Period | None) -> dt.date | None:
    """The first day that a schedule entry speaks of; None where it doesn't say one."""
    if entry.kind == "date":
        return entry.date
    if entry.kind in ("period", "ongoing", "recurring") and entry.start:
        return entry.start
    if entry.kind in ("date", "period", "ongoing", "recurring", "before", "event", "unknown"):
        return None
    year = entry.year
    if year is None and period and period.start.year == period.end.year:
        year = period.start.year
    if year is None:
        return None
    if entry.kind == "year":
        return dt.date(year, 1, 1)
    if entry.kind == "week":
        return dt.date.fromisocalendar(year, min(entry.weeks), 1) if entry.weeks and max(entry.weeks) < 53 else None
    if entry.kind == "season":
        # January belongs to the winter of the year before as well.
        return dt.date(year, SEASON_MONTHS[entry.season][0], 1) if entry.season not in ("", "winter") else None
    months = [*entry.months, *(3 * quarter - 2 for quarter in entry.quarters)]
    return dt.date(year, min(months), 1) if months else None
