"""Rules about the plan's period: that there is one, in order, and that what is to happen lies in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from helaplan.findings import Anchor, Arg, Finding, Path, Severity
from helaplan.model import Period, Plan
from helaplan.rules.calendar import has_week_53, iso_years, lasts_a_year, overlaps
from helaplan.rules.parts import Parts
from helaplan.rules.rule import Rule, rule

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
#: `2023/24`: the plan begins in the middle of the year, and nobody knows where.
_TWO_YEARS = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2} ?[-–/] ?[0-9]{2}(?![0-9])")
#: A year that is not known; the text has a word for it in each language.
_NO_YEAR = "YYYY"


def period_missing(parts: Parts) -> Iterator[Finding]:
    """The plan does not say which time it is for."""
    if parts.plan.period is None:
        year = next(filter(None, map(_only_year, (parts.plan.title, parts.plan.id))), _NO_YEAR)
        args: dict[str, Arg] = {"year": year}
        yield Finding(
            code="period-missing", path=("period",), args=args, severity=Severity.WARNING, anchor=Anchor.MISSING
        )


def _only_year(text: str) -> str:
    """The one year that a text names; "" where it names none, several, or two in one (`2023/24`)."""
    found = set(_YEAR.findall(text))
    return found.pop() if len(found) == 1 and not _TWO_YEARS.search(text) else ""


def period_reversed(parts: Parts) -> Iterator[Finding]:
    """The period ends before it starts."""
    period = parts.plan.period
    if period and period.end < period.start:
        args = {"start": period.start.isoformat(), "end": period.end.isoformat()}
        yield Finding(code="period-reversed", path=("period", "end"), args=args)


def period_label_differs(parts: Parts) -> Iterator[Finding]:
    """The name of the period speaks of other years than its days: one of them was left when the plan was copied."""
    period = _orderly(parts.plan)
    years = [int(each) for each in _YEAR.findall(period.label)] if period else []
    if period and years and not any(period.start.year <= year <= period.end.year for year in years):
        yield _outside("period-label-differs", ("period", "label"), period.label, period)


def due_outside_period(parts: Parts) -> Iterator[Finding]:
    """An activity's target is due outside the plan's period. A goal may well reach further than one plan."""
    period = _orderly(parts.plan)
    if period is None:
        return
    for path, target in parts.activity_targets:
        if target.by and not period.start <= target.by <= period.end:
            yield _outside("due-outside-period", (*path, "by"), target.by, period)


def date_outside_period(parts: Parts) -> Iterator[Finding]:
    """Something is to happen on a day or in a year that lies outside the plan's period."""
    period = _orderly(parts.plan)
    if period is None:
        return
    first, last = period.start, period.end
    for path, entry in parts.schedules:
        if entry.date or entry.start or entry.end:
            for key, day in (("date", entry.date), ("start", entry.start), ("end", entry.end)):
                if day is not None and not first <= day <= last:
                    yield _outside("date-outside-period", (*path, key), day, period)
        if entry.year is not None and not first.year <= entry.year <= last.year:
            yield _outside("date-outside-period", (*path, "year"), entry.year, period)


_STRETCHES = (("months", "the-month"), ("weeks", "the-week"), ("quarters", "the-quarter"))


def time_outside_period(parts: Parts) -> Iterator[Finding]:
    """A month, week, quarter or season of which no day lies in the plan's period: March in a plan for the autumn."""
    period = _orderly(parts.plan)
    if period is None:
        return
    whole_year = lasts_a_year(period)
    for path, entry in parts.schedules:
        if entry.year is None and whole_year:
            continue
        if not (entry.months or entry.weeks or entry.quarters or entry.season):
            continue
        if entry.year is not None and not period.start.year <= entry.year <= period.end.year:
            continue
        for key, thing in _STRETCHES:
            for place, value in enumerate(getattr(entry, key)):
                if not overlaps(period, key, value, entry.year):
                    yield _outside("time-outside-period", (*path, key, place), value, period, thing)
        if entry.season and not overlaps(period, "season", entry.season, entry.year):
            yield _outside("time-outside-period", (*path, "season"), entry.season, period, "the-season")


def week_not_in_year(parts: Parts) -> Iterator[Finding]:
    """Week 53 of a year that has only 52."""
    period = _orderly(parts.plan)
    for path, entry in parts.schedules:
        if 53 not in entry.weeks:
            continue
        years = range(entry.year, entry.year + 1) if entry.year is not None else iso_years(period) if period else ()
        if years and not any(map(has_week_53, years)):
            name = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
            at = (*path, "weeks", entry.weeks.index(53))
            yield Finding(
                code="week-not-in-year", path=at, args={"written": 53, "year": name}, severity=Severity.WARNING
            )


def _orderly(plan: Plan) -> Period | None:
    """The period, unless it is reversed: then nothing can lie inside it, and one finding says so."""
    return plan.period if plan.period and plan.period.start <= plan.period.end else None


def _outside(code: str, path: Path, written: dt.date | int | str, period: Period, thing: str = "") -> Finding:
    args: dict[str, Arg] = {"written": str(written), "start": period.start.isoformat(), "end": period.end.isoformat()}
    if thing:
        args["thing"] = thing
    return Finding(code=code, path=path, args=args, severity=Severity.WARNING)


RULES: Iterable[Rule] = (
    rule("period-missing", period_missing),
    rule("period-reversed", period_reversed, whole_mapping=True),
    rule("period-label-differs", period_label_differs, whole_mapping=True),
    rule("due-outside-period", due_outside_period),
    rule("date-outside-period", date_outside_period),
    rule("time-outside-period", time_outside_period, whole_mapping=True),
    rule("week-not-in-year", week_not_in_year, whole_mapping=True),
)
