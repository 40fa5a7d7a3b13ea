"""Weeks and months in a row are one stretch of the wheel, in the order of the year; each other thing has its kind."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wheel_plans import wheel_plan

from helaplan.compose import compose_wheel, wheel_poster
from helaplan.compose.heading import PosterHeading
from helaplan.compose.svg import width
from helaplan.compose.wheel import lay_out
from helaplan.compose.year import year_of
from helaplan.document import Figure
from helaplan.model import Activity, Area, Organisation, Period, Plan, Schedule

SVG = "{http://www.w3.org/2000/svg}"
BROKEN = Period(start=dt.date(2023, 7, 1), end=dt.date(2024, 6, 30))
WHOLE = Period(start=dt.date(2023, 1, 1), end=dt.date(2023, 12, 31))


def plan_of(*activities: tuple[str, Schedule | None], period: Period = WHOLE, language: str = "sv") -> Plan:
    """A plan of one area with these activities."""
    made = tuple(
        Activity(id=f"a{n}", text=text, schedule=(schedule,) if schedule else ())
        for n, (text, schedule) in enumerate(activities)
    )
    return Plan(
        id="p",
        title="Verksamhetsplan 2023",
        language=language,
        organisation=Organisation(name="Byalaget"),
        period=period,
        areas=(Area(id="o", name="Bygden", activities=made),),
    )


def told(schedule: Schedule, period: Period = WHOLE, language: str = "sv") -> list[tuple[str, bool]]:
    """The words of each mark, and whether it is a stretch."""
    (entry,) = year_of(plan_of(("Göra", schedule), period=period), language).entries
    return [(mark.when.replace("\u00a0", " "), mark.end > mark.start) for mark in entry.marks]


def texts(svg: str, label: str) -> list[str]:
    """What stands in the drawing's texts of one kind, line by line."""
    found = [each for each in ElementTree.fromstring(svg).iter(f"{SVG}text") if each.get("data-label") == label]
    return [" ".join("".join(each.itertext()).split()) for each in found]


@pytest.mark.parametrize(
    "schedule, period, expected",
    [
        (Schedule(kind="week", weeks=(10, 11, 12, 13, 14), words="v. 10–14"), WHOLE, [("v. 10–14", True)]),
        (Schedule(kind="week", weeks=(12, 10, 11), words="x"), WHOLE, [("v. 10–12", True)]),
        (Schedule(kind="week", weeks=(10, 11, 20), words="x"), WHOLE, [("v. 10–11", True), ("vecka 20", False)]),
        (Schedule(kind="week", weeks=(8, 10, 12), words="x"), WHOLE, [(f"vecka {n}", False) for n in (8, 10, 12)]),
        (Schedule(kind="week", weeks=(51, 52, 1, 2), words="x"), BROKEN, [("v. 51–2", True)]),
        (Schedule(kind="week", weeks=(1, 52), words="x"), BROKEN, [("v. 52–1", True)]),
        (Schedule(kind="week", weeks=(51, 52, 1), words="x"), WHOLE, [("v. 51–1", True)]),
        (Schedule(kind="week", weeks=(1, 52), words="x"), WHOLE, [("vecka 1", False), ("vecka 52", False)]),
        (Schedule(kind="months", months=(3, 4, 5), words="mars–maj"), WHOLE, [("mars–maj", True)]),
        (Schedule(kind="months", months=(5, 3, 4, 3), words="x"), WHOLE, [("mars–maj", True)]),
        (
            Schedule(kind="months", months=(3, 6, 10), words="x"),
            WHOLE,
            [(n, False) for n in ("mars", "juni", "oktober")],
        ),
        (Schedule(kind="months", months=(11, 12, 1), words="x"), BROKEN, [("november–januari", True)]),
        (Schedule(kind="months", months=(1, 11, 12), words="x"), BROKEN, [("november–januari", True)]),
        (Schedule(kind="months", months=(12, 1, 2), words="x"), WHOLE, [("december–februari", True)]),
        (
            Schedule(kind="months", months=(1, 2, 12), words="x"),
            WHOLE,
            [("januari–februari", True), ("december", False)],
        ),
        (Schedule(kind="months", months=(6, 7), words="x"), BROKEN, [("juni–juli", True)]),
    ],
)
def test_what_is_in_a_row_is_one_stretch(schedule: Schedule, period: Period, expected: list[tuple[str, bool]]) -> None:
    """One stretch and one label for weeks or months in a row, over new year too; single ones stay points."""
    assert told(schedule, period) == expected


def test_stretches_are_said_in_english() -> None:
    """Weeks in a row in the language of the plan."""
    assert told(Schedule(kind="week", weeks=(10, 11), words="x"), language="en") == [("weeks 10–11", True)]


def test_a_stretch_is_one_badge_with_an_arc() -> None:
    """`v. 10–14` and `mars–maj` are two labels and two arcs, not eight badges."""
    plan = plan_of(
        ("Städa", Schedule(kind="week", weeks=(10, 11, 12, 13, 14), words="v. 10–14")),
        ("Kurs", Schedule(kind="months", months=(3, 4, 5), words="mars–maj")),
    )
    made = wheel_poster(plan, "sv")
    assert sorted(texts(made, "name")) == ["mars–majKurs", "v. 10–14Städa"]
    assert made.count('stroke-opacity="0.75"') == 2


@given(st.sets(st.integers(1, 12), min_size=1, max_size=9), st.sampled_from([WHOLE, BROKEN]))
@settings(max_examples=100)
def test_a_stretch_touches_its_months(months: set[int], period: Period) -> None:
    """Law: the marks of months touch these and no other, each once."""
    plan = plan_of(("Göra", Schedule(kind="months", months=tuple(sorted(months)), words="x")), period=period)
    year = year_of(plan, "sv")
    touched = [year.month(n) for mark in year.entries[0].marks for n in mark.months]
    assert sorted(touched) == sorted(months)


@pytest.mark.parametrize(
    "first, last, expected",
    [
        ("2023-03-10", "2023-03-14", "10–14 mars"),
        ("2023-03-31", "2023-04-02", "31 mars–2 april"),
        ("2023-03-10", "2023-03-10", "10 mars"),
    ],
)
def test_days_of_one_month_name_it_once(first: str, last: str, expected: str) -> None:
    """`10–14 mars` as people write it; a stretch over two months names both, one of a day is a day."""
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    ((when, _),) = told(Schedule(kind="period", start=start, end=end, words="x"))
    assert when == expected


@pytest.mark.parametrize("dated", [6, 14, 21, 24])
def test_labels_stand_in_the_order_of_the_year(dated: int) -> None:
    """Down the right side and up the left one the names follow the year, however their badges were moved apart."""
    wheel = lay_out(year_of(wheel_plan(dated), "sv"), "sv")
    for right in (True, False):
        side = sorted((each for each in wheel.columns or () if each[2] is right), key=lambda each: each[1])
        starts = [label.placed.marked.mark.start for label, _, _ in (side if right else side[::-1])]
        assert starts == sorted(starts)


def test_crowded_points_stand_in_their_order() -> None:
    """Eight days of one month: their badges lie around the circle as the days do."""
    days = [Schedule(kind="date", date=dt.date(2023, 3, n), words="x") for n in (13, 11, 12, 10, 14, 9, 30, 1)]
    wheel = lay_out(year_of(plan_of(*((f"D{n}", each) for n, each in enumerate(days))), "sv"), "sv")
    placed = sorted(wheel.badges, key=lambda each: each.place)
    assert all(one.marked.mark.start <= other.marked.mark.start for one, other in pairwise(placed))


KINDS: tuple[tuple[str, Schedule | None], ...] = (
    ("Möte", Schedule(kind="month", months=(3,), words="mars")),
    ("Styrelsen ses", Schedule(kind="recurring", every="year", times=4, words="fyra gånger om året")),
    ("Hemsidan", Schedule(kind="ongoing", words="löpande")),
    ("Stipendium", Schedule(kind="event", event="årsmötet", words="vid årsmötet")),
    ("Stånd", Schedule(kind="event", event="landsbygdsriksdagen", words="på landsbygdsriksdagar")),
    ("Ljuständning", Schedule(kind="unknown", words="1:a advent")),
    ("Rapport", Schedule(kind="before", event="årsmötet", words="före årsmötet")),
    ("Städa", None),
    ("Öppet", Schedule(kind="months", months=tuple(range(1, 13)), words="alla månader")),
)


def test_each_kind_is_counted_for_itself() -> None:
    """Only what goes on is called ongoing: what returns, and what has no known day, are counted apart."""
    plan = plan_of(*KINDS)
    made = wheel_poster(plan, "sv")
    assert texts(made, "hub")[1:] == ["1 med datum", "1 återkommande", "2 löpande", "5 utan datum"]
    assert texts(wheel_poster(plan, "en"), "hub")[1:] == ["1 dated", "1 recurring", "2 ongoing", "5 undated"]
    figure = compose_wheel(plan, "sv").blocks[0]
    assert isinstance(figure, Figure)
    assert "1 aktivitet med datum, 1 återkommande, 2 löpande, 5 utan datum." in figure.alt
    shown = " ".join(texts(made, "row") + texts(made, "name"))
    assert all(name in shown for name, _ in KINDS)
    assert len(figure.data.rows) == 1 + len(KINDS)


def test_a_note_does_not_repeat_the_name() -> None:
    """`Hemsidan uppdateras löpande` needs no `(löpande)`; other words, and a part of a longer word, stay."""
    ongoing = Schedule(kind="ongoing", words="löpande")
    plan = plan_of(
        ("Hemsidan uppdateras Löpande.", ongoing),
        ("Löpandeband", ongoing),
        ("Kassören bokför löpande", Schedule(kind="recurring", every="week", words="varje vecka")),
    )
    assert texts(wheel_poster(plan, "sv"), "row")[1:] == [
        "Hemsidan uppdateras Löpande.",
        "Löpandeband (löpande)",
        "Kassören bokför löpande (varje vecka)",
    ]


def test_no_area_is_an_empty_heading() -> None:
    """An area with nothing in the list keeps its letter among the other areas, not as a heading over nothing."""
    march = Schedule(kind="month", months=(3,), words="mars")
    dated = Area(id="d", name="Datum", activities=(Activity(id="x", text="Möte", schedule=(march,)),))
    undated = Area(id="u", name="Resten", activities=(Activity(id="y", text="Städa"),))
    plan = Plan(id="p", title="P", organisation=Organisation(name="B"), areas=(dated, undated))
    made = wheel_poster(plan, "sv")
    assert texts(made, "row") == ["Resten", "Städa", "Datum"]
    assert texts(made, "heading") == ["Utan bestämt datum", "Övriga områden"]
    alone = Plan(id="p", title="P", organisation=Organisation(name="B"), areas=(dated,))
    assert texts(wheel_poster(alone, "sv"), "heading") == ["Områden"]


def test_a_poster_says_what_it_is() -> None:
    """Title and organisation stand above the wheel of a poster; a figure has its caption instead."""
    plan = plan_of(*KINDS)
    assert texts(wheel_poster(plan, "sv"), "title") == ["Årshjul för Verksamhetsplan 2023", "Byalaget"]
    figure = compose_wheel(plan, "sv").blocks[0]
    assert isinstance(figure, Figure)
    assert texts(figure.svg, "title") == []


def test_each_of_few_stretches_is_an_arc() -> None:
    """Stretches that overlap lie beside one another: three at once are three arcs, with points in the same month."""
    spring = Schedule(kind="months", months=(3, 4, 5), words="x")
    weeks = Schedule(kind="week", weeks=(10, 11, 12, 13, 14), words="x")
    days = [Schedule(kind="date", date=dt.date(2023, 3, n), words="x") for n in (9, 28)]
    made = wheel_poster(plan_of(*((f"S{n}", each) for n, each in enumerate([spring, weeks, spring, *days]))), "sv")
    assert made.count('stroke-opacity="0.75"') == 3
    assert len(texts(made, "name")) == 5


@pytest.mark.parametrize("title", ["Plan", "Verksamhetsplan med aktiviteter för 2023", "Lång titel " * 9, "å" * 300])
def test_a_title_stands_in_two_lines_at_most(title: str) -> None:
    """A title of any length is above the wheel, as wide as the poster at most, without one word below a full line."""
    drawn = ElementTree.fromstring(wheel_poster(plan_of(*KINDS), "sv"))
    assert drawn.find(f"{SVG}g") is not None
    heading = PosterHeading(title=title, below="B")
    assert 1 <= len(heading.lines) <= 2
    widths = [width(line, heading.size, bold=True) for line in heading.lines]
    assert max(widths) <= 1000
    assert len(widths) == 1 or min(widths) > max(widths) / 3


def test_a_crowded_month_keeps_its_arcs() -> None:
    """Three stretches through March beside five of its days: each is an arc, and the badges get smaller."""
    days = [Schedule(kind="date", date=dt.date(2023, 3, n), words="x") for n in (9, 11, 12, 13)]
    short = Schedule(kind="period", start=dt.date(2023, 3, 10), end=dt.date(2023, 3, 14), words="x")
    winter = Schedule(kind="months", months=(12, 1, 2), words="x")
    spring = Schedule(kind="months", months=(3, 4, 5), words="x")
    weeks = Schedule(kind="week", weeks=(10, 11, 12, 13, 14), words="x")
    plan = plan_of(*((f"S{n}", each) for n, each in enumerate([spring, weeks, winter, short, *days])), *KINDS[1:5])
    wheel = lay_out(year_of(plan, "sv"), "sv")
    assert wheel.has_all_arcs
    assert sum(map(len, wheel.stretches)) == 3
    assert len(wheel.columns or ()) == 8
