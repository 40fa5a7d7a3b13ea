"""The drawing of the year wheel: everything has a place, nothing lies over something else, any words can be in it."""

from __future__ import annotations

import datetime as dt
import math
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from wheel_plans import wheel_plan

from helaplan.compose import wheel_poster
from helaplan.compose.colours import BAND, INK, MUTED, PAPER, SHADE, TONES, sdg_chip
from helaplan.compose.facets import Facets
from helaplan.compose.figure import wheel_blocks
from helaplan.compose.svg import width, wrap
from helaplan.compose.wheel import lay_out, letter
from helaplan.compose.year import year_of
from helaplan.document import Figure
from helaplan.model import Activity, Area, Organisation, Period, Plan, Schedule
from helaplan.registers.notation import shape
from helaplan.testing.strategies import areas, lines_of_text, plans

SVG = "{http://www.w3.org/2000/svg}"
SIZES = [(0, 0), (1, 0), (8, 3), (14, 6), (25, 10), (60, 0), (200, 26), (900, 0)]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2."""

    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dated, ongoing", SIZES)
def test_every_mark_has_a_place(dated: int, ongoing: int) -> None:
    """Each time is a badge, or counted among those that a crowded month has no room for."""
    year = year_of(wheel_plan(dated, ongoing), "sv")
    wheel = lay_out(year, "sv")
    assert len(wheel.badges) + len(wheel.left) == sum(len(entry.marks) for entry in year.entries)
    assert not wheel.left or dated > 200


@pytest.mark.parametrize("dated, ongoing", SIZES)
def test_no_badge_lies_over_another(dated: int, ongoing: int) -> None:
    """Badges keep their distance, and stand within the ring of months."""
    wheel = lay_out(year_of(wheel_plan(dated, ongoing), "sv"), "sv")
    for n, one in enumerate(wheel.badges):
        assert math.hypot(one.x - wheel.x, one.y - wheel.y) + wheel.size <= wheel.band
        for other in wheel.badges[n + 1 :]:
            assert math.hypot(one.x - other.x, one.y - other.y) >= 2 * wheel.size


@pytest.mark.parametrize("dated, ongoing", [(1, 0), (8, 3), (14, 6)])
def test_no_name_lies_over_another(dated: int, ongoing: int) -> None:
    """Few things have their names in two columns, each below the one before and all within the drawing."""
    wheel = lay_out(year_of(wheel_plan(dated, ongoing), "sv"), "sv")
    assert not wheel.is_numbered
    for right in (True, False):
        side = sorted((top, top + label.height) for label, top, where in wheel.columns or () if where is right)
        assert all(one[1] < other[0] for one, other in pairwise(side))
        assert all(top > 0 and bottom < wheel.bottom for top, bottom in side)
    assert len(wheel.columns or ()) == len(wheel.badges)


def test_many_things_have_numbers() -> None:
    """Two hundred things are numbered in the order of the year, and the poster says what each number is."""
    plan = wheel_plan(200)
    drawn = ElementTree.fromstring(wheel_poster(plan, "sv"))
    rows = [each for each in drawn.iter(f"{SVG}text") if each.get("data-label") == "row"]
    assert lay_out(year_of(plan, "sv"), "sv").is_numbered
    assert len(rows) == 200 + len(plan.areas)


def test_a_poster_lists_all_that_is_ongoing() -> None:
    """Twenty-six activities without a day stand in the list with their words, by area."""
    plan = wheel_plan(0, 26)
    words = " ".join("".join(each.itertext()) for each in ElementTree.fromstring(wheel_poster(plan, "sv")))
    assert words.count("Styrelsemöte i bygdegården") == sum(
        activity.text == "Styrelsemöte i bygdegården" for area in plan.areas for activity in area.activities
    )
    assert "26 utan datum" in words
    assert "löpande" not in words


def test_a_list_has_no_heading_alone() -> None:
    """The area's name and its first activity stand in the same column, also where there are two rows in all."""
    for count in (1, 2, 3):
        activities = tuple(Activity(id=f"a{n}", text="Städa") for n in range(count))
        area = Area(
            id="a", name="Bygden med ett långt namn som tar två rader i listan under hjulet", activities=activities
        )
        plan = Plan(id="p", title="P", organisation=Organisation(name="B"), areas=(area,))
        rows = [each for each in ElementTree.fromstring(wheel_poster(plan, "sv")).iter(f"{SVG}tspan") if each.get("x")]
        named = {each.text: each.get("x") for each in reversed(rows) if each.text}
        heading = next(x for text, x in named.items() if text.startswith("Bygden"))
        assert named["Städa"] == heading


def test_years_are_read_in_the_hub() -> None:
    """A plan for two years has both in the middle, uncut."""
    period = Period(start=dt.date(2026, 1, 1), end=dt.date(2027, 12, 31), label="2026–2027")
    march = Schedule(kind="month", months=(3,), words="mars")
    area = Area(id="a", name="A", activities=(Activity(id="x", text="Göra", schedule=(march,)),))
    plan = Plan(id="p", title="P", organisation=Organisation(name="B"), period=period, areas=(area,))
    texts = ElementTree.fromstring(wheel_poster(plan, "sv")).iter(f"{SVG}text")
    assert [each.text for each in texts if each.get("data-label") == "hub"] == ["2026–2027", "1 med datum"]


def test_undated_is_not_ongoing() -> None:
    """What the plan calls ongoing is counted so; of what it says nothing, nothing is said but that, in each place."""
    times: tuple[tuple[Schedule, ...], ...] = (
        (Schedule(kind="ongoing", words="hela året"),),
        (Schedule(kind="recurring", words="varje tisdag"),),
        (),
        (Schedule(kind="unknown", words=""),),
        (),
        (Schedule(kind="month", months=(3,), words="mars"),),
    )
    activities = tuple(Activity(id=f"a{n}", text="Göra", schedule=each) for n, each in enumerate(times))
    plan = Plan(
        id="p", title="P", organisation=Organisation(name="B"), areas=(Area(id="a", name="A", activities=activities),)
    )
    hub = [
        "".join(each.itertext())
        for each in ElementTree.fromstring(wheel_poster(plan, "sv")).iter(f"{SVG}text")
        if each.get("data-label") == "hub"
    ]
    assert hub[1:] == ["1 med datum", "1 återkommande", "1 löpande", "3 utan datum"]
    _, figure = wheel_blocks(plan, "sv")
    assert isinstance(figure, Figure)
    assert "1 aktivitet med datum, 1 återkommande, 1 löpande, 3 utan datum." in figure.alt
    assert [row[0] for row in figure.data.rows[1:]] == ["mars", "hela året", "varje tisdag", *["utan datum"] * 3]
    facets = Facets(plan=plan, language="en", names=shape.Names(by_key={}))
    assert [facets.of(0, n)[1].values for n in (0, 1, 2, 5)] == [
        ("ongoing",),
        ("recurring",),
        ("undated",),
        ("March",),
    ]
    assert facets.of(0, 0)[1].order == ("March", "recurring", "ongoing", "undated")


@settings(max_examples=60)
@given(plans(areas=areas()))
def test_any_plan_is_drawn(plan: Plan) -> None:
    """Law: whatever the words of a plan, its wheel is well-formed and comes out the same each time."""
    made = wheel_poster(plan, plan.language)
    assert ElementTree.fromstring(made).tag == f"{SVG}svg"
    assert made == wheel_poster(plan, plan.language)


def test_characters_that_no_xml_holds() -> None:
    """Controls, noncharacters and lone surrogates become a replacement character, markup stays words."""
    text = "a\x00\x01\ufffe\ud800\U0001ffff <script>&amp;"
    area = Area(id="a", name=text, activities=(Activity(id="x", text=text),))
    made = wheel_poster(Plan(id="p", title=text, organisation=Organisation(name="B"), areas=(area,)), "sv")
    root = ElementTree.fromstring(made.encode("utf-8"))
    assert root.findtext(f"{SVG}title") == "Årshjul för a\ufffd\ufffd\ufffd\ufffd\ufffd <script>&amp;"


@given(lines_of_text())
def test_lines_fit(text: str) -> None:
    """Law: a text in lines is no wider than its room, says where it was cut, and loses nothing otherwise."""
    lines = wrap(text, 15, 200, 3)
    assert all(width(line, 15) <= 200 for line in lines)
    if not lines[-1:] or not lines[-1].endswith("…"):
        assert "".join("".join(lines).split()) == "".join(text.split())


def test_texts_can_be_read_on_their_grounds() -> None:
    """Every text has a contrast of 4.5 to 1 on its ground, the global goals' too (WCAG 2.2, 1.4.3)."""
    assert all(contrast(tone, PAPER) >= 4.5 for tone in TONES)
    assert all(contrast(ink, ground) >= 4.5 for ink in (INK, MUTED) for ground in (PAPER, SHADE))
    assert contrast(BAND, PAPER) >= 4.5
    chips = [sdg_chip(str(n), "sv") for n in range(1, 18)]
    assert all(chip is not None and contrast(chip.colour, chip.ink) >= 4.5 for chip in chips)


def test_areas_have_letters() -> None:
    """A to Z, then two letters, each once."""
    assert [letter(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
    assert len({letter(n) for n in range(1000)}) == 1000
