"""What is composed from a plan beside the plan itself: a page, tables, the wheel, and what travels with them."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wheel_plans import wheel_plan

import helaplan
from helaplan import Document, Figure, Heading, Host, Paragraph, Plan, Table, read_plan
from helaplan.compose import compose_plan, compose_summary, compose_table, compose_wheel, linked_data
from helaplan.compose.printed import amount
from helaplan.model import (
    Activity,
    Area,
    Budget,
    Goal,
    Organisation,
    Period,
    Question,
    Schedule,
    Section,
    Statement,
    Target,
)
from helaplan.recognise.roles import from_roles
from helaplan.registers.sorting import swedish_key
from helaplan.testing import ContentContract
from helaplan.testing.strategies import areas, plans

EXAMPLE = "examples/orebro-2023/plan.yaml"


def lines(document: Document) -> float:
    """How many lines of a page of A4 the blocks take at least, as a careful printer counts."""
    made = 0.0
    for block in document.blocks:
        made += 3 if isinstance(block, Heading) else -(-len(getattr(block, "text", "")) // 90)
    return made


class _Core(ContentContract):
    def host(self) -> Host:
        """A host with nothing but the core."""
        return Host(plugins=False)

    def test_plugin_is_sound(self) -> None:
        """The core is no plugin; that it loads is what the others show."""
        assert self.declared(self.host()).name == self.name


class TestSummary(_Core):
    name = "summary"
    plugin_name = "helaplan"
    most = 20


class TestActivityTable(_Core):
    name = "activity-table"
    plugin_name = "helaplan"
    most = 20


class TestYearWheel(_Core):
    name = "year-wheel"
    plugin_name = "helaplan"
    most = 20


# ---- the plan's own document


def test_the_wheel_is_drawn_and_passed_by() -> None:
    """The plan's document carries heading and wheel; on the way back they are ignored and the plan is the same."""
    plan = read_plan(EXAMPLE)
    document = compose_plan(plan, "sv")
    assert [block.role for block in document.blocks if block.repeats] == ["year-wheel", "year-wheel"]
    made = from_roles(document)
    assert made.plan.areas == plan.areas
    ignored = [each.ignored for each in made.receipt.blocks if "Årshjul" in each.text]
    assert ignored == ["year wheel", "figure"]


def test_the_wheel_stands_beside_what_it_shows() -> None:
    """Directly below the activities, before the budget and the follow-up that end a plan."""
    end = tuple(Section(id=each.lower(), heading=each, text="Så.", after="areas") for each in ("Budget", "Uppföljning"))
    plan = attrs.evolve(wheel_plan(3), sections=end)
    document = compose_plan(plan, "sv")
    heads = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    assert heads[-3:] == ["Årshjul", "Budget", "Uppföljning"]
    assert from_roles(document).plan == plan


def test_a_numbered_wheel_has_its_key() -> None:
    """Where the picture shows numbers, the table with them stands below it, and is passed by as well."""
    plan = wheel_plan(60)
    kinds = [type(block) for block in compose_plan(plan, "sv").blocks if block.role == "year-wheel"]
    assert kinds == [Heading, Figure, Table]
    assert from_roles(compose_plan(plan, "sv")).plan == plan


def test_markdown_has_no_wheel() -> None:
    """A format that can't draw leaves the wheel out of the plan, but writes its table where it is asked for."""
    host = Host(plugins=False)
    plan = read_plan(EXAMPLE)
    assert "Årshjul" not in helaplan.export(plan, ".md", host=host).decode()
    alone = helaplan.export(plan, ".md", content="year-wheel", host=host).decode()
    assert "| mars, juni och oktober | Digitalt nyhetsbrev | Opinionsbildning och kommunikation |" in alone


def test_a_plan_without_activities_has_no_wheel() -> None:
    """Nothing is drawn of nothing, and a document of nothing else says so rather than being a blank page."""
    plan = Plan(id="p", title="P", organisation=Organisation(name="B"))
    assert not compose_plan(plan, "sv").blocks[1:]
    assert [getattr(each, "text", "") for each in compose_wheel(plan, "sv").blocks] == [
        "Planen har inga aktiviteter än."
    ]


def test_days_in_figures_are_said_as_people_say_them() -> None:
    """Words that are but `2023-03-18` become `18 mars 2023` in what is for reading; the year where it is needed."""
    day = Schedule(kind="date", date=dt.date(2023, 3, 18), words="2023-03-18")
    stretch = Schedule(kind="period", start=dt.date(2023, 3, 1), end=dt.date(2023, 5, 5), words="2023-03-01–2023-05-05")
    own = Schedule(kind="date", date=dt.date(2023, 3, 18), words="lördagen den 18:e")
    area = Area(name="Unga", activities=tuple(Activity(text="Läger", schedule=(each,)) for each in (day, stretch, own)))
    period = Period(start=dt.date(2023, 1, 1), end=dt.date(2023, 12, 31), label="2023")
    plan = Plan(id="p", title="P", organisation=Organisation(name="B"), areas=(area,))
    (table,) = [each for each in compose_table(plan, "sv").blocks if isinstance(each, Table)]
    told = [row[2].replace("\u00a0", " ") for row in table.rows[1:]]
    assert told == ["18 mars 2023", "1 mars–5 maj 2023", "lördagen den 18:e"]
    wheel = [each for each in compose_wheel(attrs.evolve(plan, period=period), "sv").blocks if isinstance(each, Table)]
    told = [row[0].replace("\u00a0", " ") for row in wheel[0].rows[1:]]
    assert sorted(told) == ["1 mars–5 maj", "18 mars", "lördagen den 18:e"]


def test_what_an_activity_can_be_found_by() -> None:
    """Facets name area, month, responsible (the area's where nobody else is), target group, partner and goal."""
    document = compose_plan(read_plan(EXAMPLE), "sv")
    item = next(block for block in document.blocks if block.id == "nyhetsbrev")
    found = {facet.title: facet.values for facet in item.facets}
    assert found["Område"] == ("Opinionsbildning och kommunikation",)
    assert found["Månad"] == ("mars", "juni", "oktober")
    assert found["Ansvarig"] == ("kommunikationsgruppen",)
    months = next(facet.order for facet in item.facets if facet.title == "Månad")
    named = ("januari", "mars", "april", "maj", "juni", "september", "oktober", "november")
    assert months == (*named, "återkommande", "löpande", "utan datum")
    goals = next(block for block in document.blocks if block.id == "hallbara-bygder").facets[-1]
    assert goals.values == ("11 Hållbara städer och samhällen", "13 Bekämpa klimatförändringarna")


# ---- what travels along


def test_what_is_picked_from_is_in_swedish_order() -> None:
    """In a list to pick from, å, ä and ö stand last, in that order, and numbers stand as people count."""
    names = ("Östen", "Zara", "Äpplet", "Ådalen", "Arne", "Grupp 10", "Grupp 2")
    area = Area(name="A", activities=tuple(Activity(text=f"Sak {n}", responsible=(n,)) for n in names))
    plan = Plan(id="p", title="P", organisation=Organisation(name="B"), areas=(area,))
    (facets, *_) = [block.facets for block in compose_plan(plan, "sv").blocks if block.facets]
    (order,) = [each.order for each in facets if each.title == "Ansvarig"]
    assert order == ("Arne", "Grupp 2", "Grupp 10", "Zara", "Ådalen", "Äpplet", "Östen")


def test_the_plan_travels_with_its_document() -> None:
    """The plan file is attached as it is printed: without questions and without the data of plugins."""
    plan = attrs.evolve(
        read_plan(EXAMPLE), questions=(Question(about="period", text="Hemligt?"),), extensions={"x": {"y": "hemligt"}}
    )
    document = helaplan.compose(plan, host=Host(plugins=False))
    by_type = {each.media_type: each for each in document.attachments}
    assert by_type["application/yaml"].name == "orebro-2023.yaml"
    data = by_type["application/yaml"].data
    assert b"emligt" not in data
    assert read_plan(data) == attrs.evolve(plan, questions=(), extensions={})
    assert str(document.date) == "2023-03-18"
    assert not helaplan.compose(plan, "summary", host=Host(plugins=False)).attachments


def test_a_plan_that_no_file_can_hold() -> None:
    """A plan built in Python with characters that no plan file may hold is composed, without the file."""
    plan = Plan(id="p", title="a\x01b", organisation=Organisation(name="B"))
    document = helaplan.compose(plan, host=Host(plugins=False))
    assert [each.media_type for each in document.attachments] == ["application/ld+json"]


def test_linked_data() -> None:
    """Report, publisher, goals, and an event only where a day is known; no name of anybody responsible."""
    plan = read_plan(EXAMPLE)
    made = json.loads(linked_data(plan))
    assert made["@type"] == "Report"
    assert made["temporalCoverage"] == "2023-01-01/2023-12-31"
    assert made["datePublished"] == "2023-03-18"
    assert made["publisher"]["areaServed"] == {
        "@type": "AdministrativeArea",
        "identifier": "18",
        "name": "Örebro län",
    }
    assert {"11", "17.17", "13"} <= {each["termCode"] for each in made["about"]}
    assert len(made["hasPart"]) == 26
    assert all("startDate" in each for each in made["hasPart"] if each["@type"] == "Event")
    assert "kommunikationsgruppen" not in json.dumps(made, ensure_ascii=False)


@settings(max_examples=50)
@given(plans(areas=areas()))
def test_linked_data_of_any_plan(plan: Plan) -> None:
    """Law: any plan gives JSON in UTF-8 with a context and a name."""
    made = json.loads(linked_data(plan).decode("utf-8"))
    assert made["@context"] == "https://schema.org"
    assert made["name"]


# ---- the summary


@settings(max_examples=80)
@given(st.one_of(plans(), plans(areas=areas())), st.sampled_from(("sv", "en")))
def test_a_summary_is_a_page(plan: Plan, language: str) -> None:
    """Law: the summary of any plan has no more lines than a page, and says something."""
    document = compose_summary(plan, language)
    assert lines(document) <= 34
    assert document.blocks


def test_headings_are_in_the_language() -> None:
    """The headings of a summary and of the wheel's table are in the language that is asked for."""
    plan = read_plan(EXAMPLE)
    for language, summary, columns in (
        ("sv", ["Vi vill", "Mål", "Det här gör vi", "När"], ("När", "Aktivitet", "Område")),
        ("en", ["What we want", "Goals", "What we do", "When"], ("When", "Activity", "Area")),
    ):
        blocks = compose_summary(plan, language).blocks
        assert [each.text for each in blocks if isinstance(each, Heading)] == summary
        assert isinstance(blocks[-1], Paragraph)
        assert blocks[-1].text.endswith({"sv": "15\u00a0000\u00a0kr", "en": "SEK\u00a015\u00a0000"}[language])
        (table,) = [each for each in compose_wheel(plan, language).blocks if isinstance(each, Table)]
        assert table.rows[0] == columns


def test_a_summary_of_very_much() -> None:
    """Long texts are cut, long lists counted: 300 activities in 60 areas and texts of 10,000 letters still fit."""
    long = "ord " * 2500
    area = Area(id="a", name="Område", activities=(Activity(text=long),) * 5)
    plan = Plan(
        id="p",
        title="P",
        organisation=Organisation(name="B"),
        visions=(Statement(text=long),),
        goals=(Goal(text=long),) * 30,
        areas=tuple(attrs.evolve(area, id=f"a{n}") for n in range(60)),
    )
    document = compose_summary(plan, "sv")
    assert lines(document) <= 34
    assert [getattr(block, "text", "") for block in document.blocks][-1] == "och 57 till"


# ---- the tables


def test_tables_for_a_meeting() -> None:
    """Who, when, money and follow-up of each activity, its parts below it, the sum last."""
    plan = Plan(
        id="p",
        title="P",
        organisation=Organisation(name="B"),
        areas=(
            Area(
                id="a",
                name="Unga",
                activities=(
                    Activity(
                        id="x",
                        text="Läger",
                        responsible=("styrelsen", "Kim"),
                        budget=Budget(amount=Decimal("12345.50")),
                        targets=(Target(at_least=3, unit="läger"),),
                        progress="ongoing",
                    ),
                    Activity(id="y", text="Kurs", budget=Budget(amount=Decimal(700))),
                ),
            ),
        ),
    )
    table = next(block for block in compose_table(plan, "sv").blocks if isinstance(block, Table))
    assert table.rows == (
        ("Aktivitet", "Ansvarig", "När", "Budget", "Uppföljning"),
        ("Läger", "styrelsen, Kim", "", "12\u00a0345,50\u00a0kr", "pågår; minst 3 läger"),
        ("Kurs", "", "", "700\u00a0kr", ""),
        ("Summa", "", "", "13\u00a0045,50\u00a0kr", ""),
    )
    english = next(block for block in compose_table(plan, "en").blocks if isinstance(block, Table))
    assert english.rows[0] == ("Activity", "Responsible", "When", "Budget", "Follow-up")


def test_one_sum_is_told_once() -> None:
    """The sum of the plan stands below the tables where several areas have money, else in the one table only."""
    money = Activity(id="a", text="Fest", budget=Budget(amount=Decimal(100)))
    more = attrs.evolve(money, id="b")
    for others, wanted in (((), []), ((Activity(id="b", text="Möte"),), []), ((more,), ["Summa: 200\u00a0kr"])):
        areas = (Area(id="x", name="X", activities=(money,)), Area(id="y", name="Y", activities=others))
        plan = Plan(id="p", title="P", organisation=Organisation(name="B"), areas=areas)
        blocks = helaplan.compose(plan, "activity-table", host=Host(plugins=False)).blocks
        assert [each.text for each in blocks if isinstance(each, Paragraph)] == wanted


def test_tables_of_nothing() -> None:
    """A plan without activities gives a sentence and no empty table."""
    document = compose_table(Plan(id="p", title="P", organisation=Organisation(name="B")), "sv")
    assert [getattr(block, "text", "") for block in document.blocks] == ["Planen har inga aktiviteter än."]


@pytest.mark.parametrize(
    "value, currency, language, expected",
    [
        ("5000", "SEK", "sv", "5\u00a0000\u00a0kr"),
        ("999", "SEK", "sv", "999\u00a0kr"),
        ("1234567.8", "SEK", "sv", "1\u00a0234\u00a0567,80\u00a0kr"),
        ("300", "EUR", "sv", "300\u00a0EUR"),
        ("0.5", "SEK", "en", "SEK\u00a00.50"),
    ],
)
def test_money(value: str, currency: str, language: str, expected: str) -> None:
    """Money as Swedes write it: thousands apart, comma, kronor last; whole amounts without öre."""
    assert amount(Decimal(value), currency, language) == expected


# ---- order


def test_swedish_order() -> None:
    """å, ä and ö come after z, é is an e, and 2 comes before 10, whatever locale the machine has."""
    wanted = ["Ale", "Élan", "Emma", "punkt 2", "punkt 10", "Zorn", "Åre", "Ängel", "Öland"]
    assert sorted([*wanted[1::2], *wanted[::2]], key=swedish_key) == wanted


# ---- the package


def test_the_function_keeps_its_name() -> None:
    """Importing the room `helaplan.compose` leaves the public function of that name where it was."""
    assert callable(helaplan.compose)
    assert helaplan.compose(read_plan(EXAMPLE), host=Host(plugins=False)).id == "orebro-2023"
