"""What of last year still stands in a document of ours that is read for another time: its title, and days.

Our document prints every value, so all of them count as they stand. But who copies last year's document, or says
`--year`, mostly means the new year's days and hasn't come to them yet.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from helaplan.model import Area, Period, Plan, Schedule, SubActivity, Target
from helaplan.recognise.merging import called
from helaplan.recognise.years import years_in


def is_other_time(now: Period | None, before: Period | None) -> bool:
    """Whether a plan is for other days than the known one. How the time is called says nothing."""
    return before is not None and (now is None or (now.start, now.end) != (before.start, before.end))


def has_old_title(plan: Plan) -> bool:
    """Whether the title names years and none of the plan's."""
    named = years_in(plan.title)
    return named is not None and plan.period is not None and _apart(named.start, named.end, plan.period)


def old_days(value: Any, known: Any, period: Period | None) -> Iterator[str]:
    """What those values of an item are called whose days lie outside the period and are just those of the known one.

    A goal may well reach further than one plan, so its targets are not meant.
    """
    if period is None or not isinstance(value, (Area, SubActivity)):
        return
    for each in (*value.schedule, *getattr(value, "targets", ())):
        if each in (*known.schedule, *getattr(known, "targets", ())) and _is_outside(each, period):
            yield called(each)


def _is_outside(value: Schedule | Target, period: Period) -> bool:
    if isinstance(value, Target):
        return value.by is not None and _apart(value.by, value.by, period)
    days = [each for each in (value.date, value.start, value.end) if each is not None]
    if value.year is not None and not period.start.year <= value.year <= period.end.year:
        return True
    return any(_apart(day, day, period) for day in days)


def _apart(first: dt.date, last: dt.date, period: Period) -> bool:
    return last < period.start or period.end < first
