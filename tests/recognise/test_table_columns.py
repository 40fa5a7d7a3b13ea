"""What the columns of a table hold: heads that a format doesn't mark, units in heads, days below a month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import pytest

from helaplan.document import Document, Heading, Table
from helaplan.model import Activity, Period, Plan
from helaplan.recognise import recognise
from helaplan.recognise.month_cells import month_cell
from helaplan.registers.columns import head_of, is_heads

YEAR = Period(start=dt.date(2026, 1, 1), end=dt.date(2026, 12, 31))


def plan_of(*rows: Sequence[str], header: int = 0, heading: str = "Aktiviteter") -> Plan:
    """The plan of a document that is a title, a heading and one table."""
    table = Table(rows=tuple(tuple(row) for row in rows), header=header)
    blocks = [Heading(text=heading, level=1), table]
    return recognise(Document(title="Verksamhetsplan 2026 för Ekbyns byalag", language="sv", blocks=blocks)).plan


def activities(plan: Plan) -> list[Activity]:
    """All activities, in order."""
    return [each for area in plan.areas for each in area.activities]


@pytest.mark.parametrize(
    "cells",
    [
        ("Månad", "Dag", "Vad händer", "Ansvarig"),
        ("Vad ska göras?", "Vem gör det?", "När?"),
        ("Aktivitet", "Budget (kr)"),
        ("Datum/tid", "Aktivitet", "Ansvarig (namn)"),
        ("", "Aktivitet", "Kostnad, tkr"),
        ("Activity", "Who", "When"),
        ("Insats", "Ansvarig", "Budget 2026"),
    ],
)
def test_heads_are_known_by_their_words(cells: tuple[str, ...]) -> None:
    """A row that no format marks names the columns where most of its cells are heads of tables."""
    assert is_heads(cells)


@pytest.mark.parametrize(
    "cells",
    [
        ("Januari", "15", "Bingo", "Styrelsen"),
        ("Städdag", "Styrelsen", "maj"),
        ("Aktivitet",),
        ("Aktivitet", "", ""),
        ("Budget", "4 000 kr"),
        ("Aktivitet 1", "Ansvarig 2"),
        ("Vi vill att alla ska få vara med på en aktivitet.", "Ansvarig"),
        ("Mål", "Fler medlemmar", "Styrelsen", "2026"),
    ],
)
def test_rows_of_values_are_no_heads(cells: tuple[str, ...]) -> None:
    """Values, sentences and numbers name no column, though a word of them may."""
    assert not is_heads(cells)


def test_unmarked_heads_are_no_activity() -> None:
    """The row of heads is left out, and the columns hold what it says in any order."""
    plan = plan_of(("Ansvarig", "När", "Vad ska göras"), ("Styrelsen", "maj", "Städdag"), ("Kassören", "juni", "Fest"))
    made = activities(plan)
    assert [each.text for each in made] == ["Städdag", "Fest"]
    assert [each.responsible for each in made] == [("Styrelsen",), ("Kassören",)]
    assert [each.schedule[0].months for each in made] == [(5,), (6,)]


def test_heads_that_come_back_are_no_activity() -> None:
    """A table that runs over pages repeats its heads; the rows after them are read as those before."""
    head = ("Aktivitet", "Ansvarig")
    plan = plan_of(head, ("Städdag", "Styrelsen"), head, ("Fest", "Kassören"), header=1)
    assert [(each.text, each.responsible) for each in activities(plan)] == [
        ("Städdag", ("Styrelsen",)),
        ("Fest", ("Kassören",)),
    ]


@pytest.mark.parametrize(
    "head, cell, amount",
    [
        ("Budget (kr)", "4 000", "4000"),
        ("Kostnad, tkr", "12", "12000"),
        ("Kostnad i tkr", "1,5", "1500"),
        ("Belopp (SEK)", "120 000", "120000"),
        ("Tkr", "40", "40000"),
        ("Kronor", "500", "500"),
        ("Budget", "4 000", "4000"),
        ("Budget (tkr)", "4 000 kr", "4000"),
        ("Beräknad kostnad i kr", "0", "0"),
        ("Budget 2026 (kr)", "750", "750"),
    ],
)
def test_a_head_holds_the_unit_of_its_column(head: str, cell: str, amount: str) -> None:
    """Bare numbers below "Budget (tkr)" are thousands; a sum with a unit of its own keeps that."""
    (made,) = activities(plan_of(("Aktivitet", head), ("Städdag", cell), header=1))
    assert made.budget is not None
    assert made.budget.amount == Decimal(amount)


@pytest.mark.parametrize("cell", ["ingår i hyran", "–", "", "ideellt arbete, 20 timmar"])
def test_words_in_a_column_of_sums_are_no_sum(cell: str) -> None:
    """What is no number gets no unit from the head, and is changed in nothing."""
    (made,) = activities(plan_of(("Aktivitet", "Budget (kr)"), ("Städdag", cell), header=1))
    assert made.budget is None
    assert made.follow_up == cell.strip("–")


DAYS = [
    ("Tors 15", ["2026-01-15"]),
    ("Sön. 18", ["2026-01-18"]),
    ("to 15", ["2026-01-15"]),
    ("torsdag den 15:e", ["2026-01-15"]),
    ("fre 23 kl. 18.30", ["2026-01-23"]),
    ("3, 10 och 17", ["2026-01-03", "2026-01-10", "2026-01-17"]),
    ("tors 15 och sön 25", ["2026-01-15", "2026-01-25"]),
    ("lör–sön 17–18", ["2026-01-17/2026-01-18"]),
    ("15-17", ["2026-01-15/2026-01-17"]),
    ("10–12 och 20", ["2026-01-10/2026-01-12", "2026-01-20"]),
    ("17 och 18", ["2026-01-17/2026-01-18"]),
    ("första lördagen", ["2026-01-03"]),
    ("15/1", ["2026-01-15"]),
    ("20 maj", ["2026-05-20"]),
    ("v 12", ["week"]),
    ("v. 37", ["week"]),
    ("senast 15", ["before"]),
    ("hela månaden", ["month"]),
    ("i början av månaden", ["month"]),
    ("?", ["unknown"]),
    ("lör 35", ["unknown"]),
    ("15 deltagare", ["unknown"]),
]


@pytest.mark.parametrize("cell, expected", DAYS)
def test_days_lie_in_the_month_that_is_named_elsewhere(cell: str, expected: list[str]) -> None:
    """A weekday and a day, several days, stretches: the month comes from the row or the heading."""
    made = []
    for each in month_cell(cell, 1, YEAR):
        assert each.words == cell
        said = f"{each.start}/{each.end}" if each.kind == "period" else str(each.date)
        made.append(said if each.kind in ("date", "period") else each.kind)
    assert made == expected


def test_a_day_without_a_month_stays_unknown() -> None:
    """Where nothing names the month, a weekday and a day are no date."""
    assert [each.kind for each in month_cell("Tors 15", None, YEAR)] == ["unknown"]


def test_a_row_may_name_its_month_in_a_column_beside_its_area() -> None:
    """With areas in another column, the month column and the day make one date together."""
    plan = plan_of(
        ("Område", "Månad", "Dag", "Aktivitet"),
        ("Ungdom", "Mars", "Lör 14", "Läger"),
        ("Bygdegården", "Maj", "", "Städning"),
        header=1,
    )
    first, second = activities(plan)
    assert [area.name for area in plan.areas] == ["Ungdom", "Bygdegården"]
    assert [(each.kind, each.date) for each in first.schedule] == [("date", dt.date(2026, 3, 14))]
    assert [(each.kind, each.months) for each in second.schedule] == [("month", (5,))]


def test_concepts_of_heads() -> None:
    """One word for each way of heading a column; a word that is none says nothing."""
    said = {each: head_of(each).concept for each in ("Vad händer", "Vem?", "Var", "Program", "Färg", "Kr")}
    assert said == {
        "Vad händer": "activity", "Vem?": "responsible", "Var": "place", "Program": "activity", "Färg": "",
        "Kr": "budget",
    }  # fmt: skip
