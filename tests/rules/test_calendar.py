"""Months, weeks, quarters and seasons held against periods, with every day looked at as the judge."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from helaplan.model import Period
from helaplan.rules.calendar import SEASON_MONTHS, lasts_a_year, months_of, overlaps

#: A key of a schedule with one of its values.
STRETCHES = st.one_of(
    st.tuples(st.just("months"), st.integers(1, 12)),
    st.tuples(st.just("weeks"), st.integers(1, 52)),
    st.tuples(st.just("quarters"), st.integers(1, 4)),
    st.tuples(st.just("season"), st.sampled_from(list(SEASON_MONTHS))),
)
PERIODS = st.tuples(st.dates(dt.date(1998, 1, 1), dt.date(2040, 12, 31)), st.integers(0, 800)).map(
    lambda drawn: Period(start=drawn[0], end=drawn[0] + dt.timedelta(days=drawn[1]))
)


def lies_in(day: dt.date, key: str, value: int | str) -> bool:
    """Whether a day belongs to a stretch of any year."""
    return day.isocalendar().week == value if key == "weeks" else day.month in months_of(key, value)


@given(PERIODS, STRETCHES)
def test_a_stretch_overlaps_where_a_day_of_it_lies(period: Period, stretch: tuple[str, int | str]) -> None:
    """With every day of the period looked at, long periods and those over the turn of a year included."""
    days = (period.start + dt.timedelta(days=n) for n in range((period.end - period.start).days + 1))
    assert overlaps(period, *stretch, None) is any(lies_in(day, *stretch) for day in days)


@given(st.dates(dt.date(1998, 1, 1), dt.date(2040, 12, 31)), STRETCHES)
def test_a_year_of_days_has_every_stretch(start: dt.date, stretch: tuple[str, int | str]) -> None:
    """Whichever day is the first."""
    period = Period(start=start, end=start + dt.timedelta(days=364))
    assert lasts_a_year(period)
    assert any(lies_in(start + dt.timedelta(days=n), *stretch) for n in range(365))
