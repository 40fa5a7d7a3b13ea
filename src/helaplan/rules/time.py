"""Rules about days: that the plan has a period, that dates stand in order and inside it, that schedules say when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from helaplan.findings import Anchor, Arg, Finding, Path, Severity
from helaplan.model import Period, Plan, Schedule
from helaplan.rules.rule import Rule
from helaplan.rules.walks import activities, schedules

#: What each kind of schedule is about: one of these keys must be there, the first being the usual one.
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "date": ("date",),
    "before": ("date", "event"),
    "period": ("start", "end"),
    "month": ("months",),
    "months": ("months",),
    "week": ("weeks",),
    "quarter": ("quarters",),
    "season": ("season",),
    "year": ("year",),
    "recurring": ("every", "times"),
    "event": ("event",),
    "ongoing": (),
    "unknown": (),
}
#: Keys that mean something beside those: the year that months, weeks, quarters and seasons lie in.
_MAY: Mapping[str, tuple[str, ...]] = {
    "month": ("year",),
    "months": ("year",),
    "week": ("year",),
    "quarter": ("year",),
    "season": ("year",),
    "recurring": ("months", "weeks", "quarters", "season", "year", "start", "end"),
    "event": ("date", "months", "season", "year"),
    "ongoing": ("start", "end", "year"),
}
_VALUES = ("date", "start", "end", "months", "weeks", "quarters", "season", "year", "every", "times", "event")


def period_missing(plan: Plan) -> Iterator[Finding]:
    """The plan does not say which time it is for."""
    if plan.period is None:
        yield Finding(code="period-missing", path=("period",), severity=Severity.WARNING, anchor=Anchor.MISSING)


def period_reversed(plan: Plan) -> Iterator[Finding]:
    """The period ends before it starts."""
    if plan.period and plan.period.end < plan.period.start:
        yield _reversed("period-reversed", ("period", "end"), plan.period.start, plan.period.end)


def schedule_reversed(plan: Plan) -> Iterator[Finding]:
    """A schedule's stretch of days ends before it starts."""
    for path, entry in schedules(plan):
        if entry.start and entry.end and entry.end < entry.start:
            yield _reversed("schedule-reversed", (*path, "end"), entry.start, entry.end)


def _reversed(code: str, path: Path, start: dt.date, end: dt.date) -> Finding:
    return Finding(code=code, path=path, args={"start": start.isoformat(), "end": end.isoformat()})


def due_outside_period(plan: Plan) -> Iterator[Finding]:
    """An activity's target is due outside the plan's period. A goal may well reach further than one plan."""
    period = _orderly(plan)
    if period is None:
        return
    for path, activity in activities(plan):
        for place, target in enumerate(activity.targets):
            if target.by and not period.start <= target.by <= period.end:
                yield _outside("due-outside-period", (*path, "targets", place, "by"), target.by, period)


def date_outside_period(plan: Plan) -> Iterator[Finding]:
    """Something is to happen on a day or in a year that lies outside the plan's period."""
    period = _orderly(plan)
    if period is None:
        return
    for path, entry in schedules(plan):
        for key in ("date", "start", "end"):
            day = getattr(entry, key)
            if day and not period.start <= day <= period.end:
                yield _outside("date-outside-period", (*path, key), day, period)
        if entry.year is not None and not period.start.year <= entry.year <= period.end.year:
            yield _outside("date-outside-period", (*path, "year"), entry.year, period)


def _orderly(plan: Plan) -> Period | None:
    """The period, unless it is reversed: then nothing can lie inside it, and one finding says so."""
    return plan.period if plan.period and plan.period.start <= plan.period.end else None


def _outside(code: str, path: Path, day: dt.date | int, period: Period) -> Finding:
    args: dict[str, Arg] = {"written": str(day), "start": period.start.isoformat(), "end": period.end.isoformat()}
    return Finding(code=code, path=path, args=args, severity=Severity.WARNING)


def schedule_incomplete(plan: Plan) -> Iterator[Finding]:
    """A schedule's kind promises a value that is not there, so no calendar can show it. Its words still tell people."""
    for path, entry in schedules(plan):
        needs = _NEEDS.get(entry.kind, ())
        if needs and not any(_has(entry, key) for key in needs):
            args: dict[str, Arg] = {"kind": entry.kind, "key": needs[0], "keys": needs}
            yield Finding(
                code="schedule-incomplete",
                path=(*path, needs[0]),
                args=args,
                severity=Severity.WARNING,
                anchor=Anchor.MISSING,
            )


def schedule_value_unused(plan: Plan) -> Iterator[Finding]:
    """A schedule has a value that its kind does not speak of, so every program will pass it by."""
    for path, entry in schedules(plan):
        if entry.kind not in _NEEDS:
            continue
        spoken_of = (*_NEEDS[entry.kind], *_MAY.get(entry.kind, ()))
        for key in _VALUES:
            if key not in spoken_of and _has(entry, key):
                yield Finding(
                    code="schedule-value-unused",
                    path=(*path, key),
                    args={"kind": entry.kind, "key": key},
                    severity=Severity.WARNING,
                    anchor=Anchor.KEY,
                )


def _has(entry: Schedule, key: str) -> bool:
    return getattr(entry, key) not in (None, "", ())


RULES: Iterable[Rule] = (
    Rule(code="period-missing", check=period_missing),
    Rule(code="period-reversed", check=period_reversed, whole_mapping=True),
    Rule(code="schedule-reversed", check=schedule_reversed, whole_mapping=True),
    Rule(code="due-outside-period", check=due_outside_period),
    Rule(code="date-outside-period", check=date_outside_period),
    Rule(code="schedule-incomplete", check=schedule_incomplete, whole_mapping=True),
    Rule(code="schedule-value-unused", check=schedule_value_unused, whole_mapping=True),
)
