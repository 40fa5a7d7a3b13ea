"""What a schedule means on the circle of the year, and that no activity is lost from it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings

from helaplan.compose.year import year_of
from helaplan.model import Activity, Area, Organisation, Period, Plan, Schedule, SubActivity
from helaplan.testing.strategies import areas, plans


def plan_of(*schedules: Schedule, start: str = "2023-01-01", end: str = "2023-12-31") -> Plan:
    """A plan of one activity with these times."""
    return Plan(
        id="p",
        title="Plan",
        organisation=Organisation(name="Bygden"),
        period=Period(start=dt.date.fromisoformat(start), end=dt.date.fromisoformat(end)),
        areas=(Area(id="a", name="A", activities=(Activity(id="x", text="Något", schedule=schedules),)),),
    )


def months(plan: Plan) -> list[list[int]]:
    """The calendar months of each mark."""
    year = year_of(plan, "sv")
    return [[year.month(n) for n in mark.months] for entry in year.entries for mark in entry.marks]


@pytest.mark.parametrize(
    "schedule, expected, when",
    [
        (Schedule(kind="date", date=dt.date(2023, 3, 18), words="x"), [[3]], "18\u00a0mars"),
        (Schedule(kind="before", date=dt.date(2023, 1, 15), words="x"), [[1]], "senast 15\u00a0januari"),
        (
            Schedule(kind="period", start=dt.date(2023, 5, 20), end=dt.date(2023, 7, 2), words="x"),
            [[5, 6, 7]],
            "20\u00a0maj–2\u00a0juli",
        ),
        (Schedule(kind="months", months=(3, 6), words="x"), [[3], [6]], "mars"),
        (Schedule(kind="week", weeks=(1,), words="x"), [[1]], "vecka 1"),
        (Schedule(kind="quarter", quarters=(4,), words="x"), [[10, 11, 12]], "kvartal 4"),
        (Schedule(kind="season", season="winter", words="x"), [[12, 1, 2]], "vintern"),
    ],
)
def test_times_on_the_circle(schedule: Schedule, expected: list[list[int]], when: str) -> None:
    """Each kind of time that names days, weeks or months touches the right months."""
    plan = plan_of(schedule)
    assert months(plan) == expected
    assert year_of(plan, "sv").entries[0].marks[0].when == when


@pytest.mark.parametrize(
    "schedule",
    [
        Schedule(kind="ongoing", words="löpande"),
        Schedule(kind="unknown", words="när det passar"),
        Schedule(kind="event", event="årsmötet", words="vid årsmötet"),
        Schedule(kind="before", event="årsmötet", words="före årsmötet"),
        Schedule(kind="year", year=2023, words="2023"),
        Schedule(kind="recurring", every="month", words="varje månad"),
        Schedule(kind="months", months=tuple(range(1, 13)), words="alla månader"),
        Schedule(kind="period", start=dt.date(2023, 1, 1), end=dt.date(2023, 12, 31), words="hela året"),
        Schedule(kind="period", start=dt.date(2023, 5, 1), end=dt.date(2023, 4, 1), words="bakvänt"),
        Schedule(kind="months", words="trasigt"),
    ],
)
def test_what_has_no_day_is_ongoing(schedule: Schedule) -> None:
    """All year, no day, or nothing that can be placed: it stands among what is ongoing, with its words."""
    year = year_of(plan_of(schedule), "sv")
    assert [entry.when for entry in year.ongoing] == [schedule.words]
    assert not year.dated


def test_broken_year_begins_at_its_own_month() -> None:
    """The circle of 2023/24 begins in July, and a date in January lies half round it."""
    plan = plan_of(Schedule(kind="date", date=dt.date(2024, 1, 1), words="x"), start="2023-07-01", end="2024-06-30")
    year = year_of(plan, "sv")
    assert (year.month(0), year.month(11)) == (7, 6)
    assert 6 <= year.entries[0].marks[0].start < 6.1
    assert (year.label, year.years) == ("2023–2024", "2023–2024")


def test_week_of_a_broken_year_falls_within_it() -> None:
    """Week 2 of 2023/24 is in January 2024, and there is no week 53 in 2023."""
    week = Schedule(kind="week", weeks=(2, 53), words="x")
    assert months(plan_of(week, start="2023-07-01", end="2024-06-30")) == [[12], [1]]


def test_years_are_named_where_there_are_several() -> None:
    """In a plan for three years a day and a month have their year beside them."""
    plan = plan_of(
        Schedule(kind="date", date=dt.date(2024, 3, 18), words="x"),
        Schedule(kind="month", months=(5,), year=2025, words="y"),
        start="2023-01-01",
        end="2025-12-31",
    )
    assert [mark.when for mark in year_of(plan, "sv").entries[0].marks] == ["18\u00a0mars 2024", "maj 2025"]


def test_time_of_the_area_holds_for_its_activities() -> None:
    """In a plan by month the area has the time; an activity with its own keeps that. Parts show only their own."""
    march = Schedule(kind="month", months=(3,), words="mars")
    may = Schedule(kind="month", months=(5,), words="maj")
    parts = (SubActivity(id="p", text="Del"), SubActivity(id="q", text="Egen", schedule=(may,)))
    area = Area(
        id="a",
        name="Mars",
        schedule=(march,),
        activities=(Activity(id="x", text="X", activities=parts), Activity(id="y", text="Y", schedule=(may,))),
    )
    plan = Plan(id="p", title="P", organisation=Organisation(name="B"), areas=(area,))
    found = [(entry.id, [mark.when for mark in entry.marks]) for entry in year_of(plan, "sv").entries]
    assert found == [("x", ["mars"]), ("q", ["maj"]), ("y", ["maj"])]


@settings(max_examples=100)
@given(plans(areas=areas()))
def test_no_activity_is_lost(plan: Plan) -> None:
    """Law: each activity is dated or ongoing, in its own area, at places on the circle."""
    year = year_of(plan, "sv")
    found = {(entry.area, entry.activity) for entry in (*year.dated, *year.ongoing)}
    assert found == {(n, m) for n, area in enumerate(plan.areas) for m in range(len(area.activities))}
    assert all(0 <= mark.start < 12 and mark.end >= mark.start for entry in year.dated for mark in entry.marks)
