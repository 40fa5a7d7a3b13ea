"""One time told twice: `nationaldagen den 6 juni` is a day, `varje vecka under hösten` one thing that comes back."""

from __future__ import annotations

import re

from attrs import evolve

from helaplan.model import Schedule
from helaplan.registers.months import SEASON_MONTHS

#: What may stand between two ways of telling one time.
_BETWEEN = re.compile(r"(?:\s*,)?(?:\s*[(:])?(?:\s*(?:dvs\.?|d\.\s?v\.\s?s\.?|alltså|i\.e\.))?\s*", re.IGNORECASE)
#: How often in a year something is that comes every other week.
_FORTNIGHTS = 26
#: The exacter kinds first.
_EXACT = ("date", "period", "week", "month", "months", "quarter", "season", "year")
_STRETCHES = ("month", "months", "week", "quarter", "season", "year", "period")


def joined(first: Schedule, second: Schedule, between: str) -> Schedule | None:
    """The one schedule that both are, told with `between` in the middle; None where they are two. Words are first's."""
    if _BETWEEN.fullmatch(between) is None:
        return None
    for one, other in ((first, second), (second, first)):
        if one.kind == other.kind == "recurring" and one.every == "week" and not one.times:
            # "Onsdagar jämna veckor", "tisdagar en gång i veckan": the second says how often.
            return other if other.every == "week" or other.times == _FORTNIGHTS else None
        if one.kind == "recurring" and one.every == "year" and not one.times and other.kind == "date":
            # "Varje år den 6 juni": the day of this plan's year.
            return other
        if one.kind == "recurring" and other.kind in _STRETCHES:
            return _within(one, other)
        if one.kind == "recurring" and other.kind == "event":
            # No schedule holds both; the words do.
            return one
        if one.kind == "event":
            if other.kind in ("date", "period", "week"):
                return other
            if other.kind in ("month", "months", "season", "year"):
                return evolve(one, months=other.months, season=other.season, year=other.year)
        if one.kind == "ongoing" and one.start is None and other.kind == "period":
            return evolve(one, start=other.start, end=other.end)
    if first.kind in _EXACT and second.kind in _EXACT and first.kind != second.kind:
        exact, rough = sorted((first, second), key=lambda each: _EXACT.index(each.kind))
        if exact.date and rough.kind == "period" and rough.start and rough.end:
            return exact if rough.start <= exact.date <= rough.end else None
        if rough.kind == "week":
            return exact if (exact.date or exact.start) and _week(exact) in rough.weeks else None
        inside, around = _months(exact), _months(rough)
        same_year = not rough.year or not exact.year or rough.year == exact.year
        if inside and around and inside <= around and same_year and rough.kind not in ("date", "period"):
            return exact if exact.year or exact.kind in ("date", "period") else evolve(exact, year=rough.year)
    return None


def _within(recurring: Schedule, stretch: Schedule) -> Schedule:
    """What comes back, within a part of the year. "26 times a year" is twice a month there."""
    if recurring.every == "year" and recurring.times == _FORTNIGHTS:
        recurring = evolve(recurring, every="month", times=2)
    return evolve(
        recurring,
        months=stretch.months,
        weeks=stretch.weeks,
        quarters=stretch.quarters,
        season=stretch.season,
        year=stretch.year,
        start=stretch.start,
        end=stretch.end,
    )


def _week(schedule: Schedule) -> int:
    """The ISO week of the first day of a schedule; 0 where it has no day."""
    first = schedule.date or schedule.start
    return first.isocalendar().week if first else 0


def _months(schedule: Schedule) -> frozenset[int]:
    """The months that a schedule reaches into; none where nobody can tell."""
    days = [each for each in (schedule.date, schedule.start, schedule.end) if each is not None]
    if days:
        first, last = min(days), max(days)
        span = (last.year - first.year) * 12 + last.month - first.month
        return frozenset((first.month - 1 + step) % 12 + 1 for step in range(min(span, 11) + 1))
    if schedule.weeks:
        # A week lies in the month of its Thursday; near a change of months either will do.
        return frozenset(min(12, max(1, int((week * 7 - 3) / 30.44) + 1)) for week in schedule.weeks)
    if schedule.months:
        return frozenset(schedule.months)
    if schedule.quarters:
        return frozenset(month for q in schedule.quarters for month in range(q * 3 - 2, q * 3 + 1))
    if schedule.season:
        return SEASON_MONTHS[schedule.season]
    return frozenset(range(1, 13)) if schedule.kind == "year" else frozenset()
