"""Shapes of tables: rows over other rows, sums, heads again on each page, columns in any order, months."""

from __future__ import annotations

import pytest

from helaplan.document import Document, Heading, Table
from helaplan.model import Plan
from helaplan.recognise import recognise
from helaplan.recognise.table_rows import group_name, grouping_kind, is_sum
from helaplan.registers.progress import progress_of

Rows = tuple[tuple[str, ...], ...]
HEADS = ("Aktivitet", "Ansvarig", "När")


def read(*tables: Rows, header: int = 1, heading: str = "") -> Plan:
    """The plan of these tables, below a heading where one is given."""
    blocks = [Heading(text=heading, level=1)] if heading else []
    made = [*blocks, *(Table(rows=rows, header=header) for rows in tables)]
    return recognise(
        Document(title="Verksamhetsplan 2025", language="sv", organisation="Byalaget i Ed", blocks=made)
    ).plan


def outline(plan: Plan) -> dict[str, list[str]]:
    """The texts of activities by area."""
    return {area.name: [each.text for each in area.activities] for area in plan.areas}


DISCO, CLEAN = ("Disco", "Eva", "maj"), ("Städdag", "Per", "april")


@pytest.mark.parametrize(
    "first, second",
    [
        (("Ungdom", "Ungdom", "Ungdom"), ("Miljö", "Miljö", "Miljö")),
        (("UNGDOM", "", ""), ("MILJÖ", "", "")),
        (("Ungdom:", "", ""), ("Miljö:", "", "")),
    ],
)
@pytest.mark.parametrize("again", [(), (HEADS,)])
def test_a_row_over_others_names_their_area(first: tuple[str, ...], second: tuple[str, ...], again: Rows) -> None:
    """One cell over all columns, or words set apart alone in a row, head the rows below; so, too, with heads again."""
    made = read((HEADS, first, DISCO, second, *again, CLEAN))
    names = [cells[0].rstrip(":") for cells in (first, second)]
    assert outline(made) == dict(zip(names, (["Disco"], ["Städdag"]), strict=True))


def test_an_activity_without_anything_beside_it_is_one() -> None:
    """A row with its first cell alone is an activity nobody has taken on yet."""
    assert outline(read((HEADS, ("Skylta om", "", ""), DISCO), heading="Trafik")) == {"Trafik": ["Skylta om", "Disco"]}


@pytest.mark.parametrize(
    "cells", [("Städdag", "Per"), ("Städdag", "", ""), ("12", "12"), ("Eva.", "Eva."), ("MILJÖ", "Per", "")]
)
def test_rows_that_head_nothing(cells: tuple[str, ...]) -> None:
    """Different cells, a number, a sentence, and words like any other are no heading."""
    assert group_name(cells) == ""


@pytest.mark.parametrize(
    "words", ["Summa", "Summa:", "Delsumma", "Totalt", "Total kostnad", "Summa kostnader", "Totalt budget"]
)
def test_sum_rows(words: str) -> None:
    """A row that adds up is no activity, whatever it is called and wherever its word stands."""
    rows = (("Aktivitet", "Ansvarig", "Kostnad"), ("Disco", "Eva", "500 kr"))
    for row in ((words, "", "500 kr"), ("", words, "500 kr")):
        assert outline(read((*rows, row), heading="Unga")) == {"Unga": ["Disco"]}
    assert not is_sum(("Summera året", "", ""), ())
    assert not is_sum(("Totalrenovera köket", "", ""), ())


def test_a_sum_without_a_word() -> None:
    """A sum of money alone in its row adds up the column."""
    rows = (("Aktivitet", "Kostnad"), ("Disco", "500 kr"), ("", "500 kr"))
    assert outline(read(rows, heading="Unga")) == {"Unga": ["Disco"]}


def test_heads_repeated_on_each_page() -> None:
    """The heads again among the rows are no activity."""
    assert outline(read((HEADS, DISCO, HEADS, CLEAN), heading="Unga")) == {"Unga": ["Disco", "Städdag"]}


def test_a_title_over_the_heads() -> None:
    """A row over all columns that only says "Aktiviteter 2025" names no area."""
    rows = (("Aktiviteter 2025",) * 3, HEADS, DISCO)
    assert outline(read(rows, header=0)) == {"Verksamhet": ["Disco"]}


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4, 5), (5, 4, 3, 2, 1, 0), (2, 0, 4, 1, 5, 3)])
def test_columns_in_any_order(order: tuple[int, ...]) -> None:
    """Each column is known by its head, wherever it stands."""
    heads = ("Vad", "Vem", "Tid", "Kostnad", "Mål", "Resultat")
    cells = ("Disco", "Eva", "3 maj", "500 kr", "Fler unga", "minst 30 deltagare")
    made = read(tuple(tuple(row[place] for place in order) for row in (heads, cells)), heading="Unga").areas[0]
    activity = made.activities[0]
    assert (activity.text, activity.responsible, activity.schedule[0].words) == ("Disco", ("Eva",), "3 maj")
    assert activity.budget is not None
    assert (str(activity.budget.amount), made.goals[0].text, activity.targets[0].unit) == (
        "500",
        "Fler unga",
        "deltagare",
    )


def test_months_without_heads() -> None:
    """A month that holds for several rows is their area; one for each row is when they are."""
    grouped = read((("Januari", "Möte"), ("Februari", "Årsmöte"), ("", "Städdag"), ("April", "")), header=0)
    assert outline(grouped) == {"Januari": ["Möte"], "Februari": ["Årsmöte", "Städdag"], "April": []}
    for header in (0, 1):
        single = read((("Januari", "Möte"), ("Februari", "Årsmöte"), ("Mars", "")), header=header)
        assert outline(single) == {"Verksamhet": ["Möte", "Årsmöte"]}
        assert [each.schedule[0].kind for each in single.areas[0].activities] == ["month", "month"]


@pytest.mark.parametrize(
    "rows, kind",
    [
        ((("Trafik", "Skylta", "Eva"), ("", "Mäta", "Per"), ("Skola", "Läxhjälp", "Ola")), "area"),
        ((("Trafik", "Skylta", "Eva"), ("Trafik", "Mäta", "Per"), ("Skola", "Läxhjälp", "Ola")), "area"),
        ((("Mars", "Möte"), ("Mars", "Fest")), "month"),
        # Negatives: what happens again, who shares a shift, and rows of their own.
        ((("Styrelsemöte", "12 januari"), ("Styrelsemöte", "3 mars"), ("Fest", "1 maj")), ""),
        ((("Städdag", "Per"), ("Städdag", "Eva"), ("Fest", "Ola")), ""),
        ((("Skylta", "Eva"), ("Mäta", "Per")), ""),
        ((("Mars", "Möte"), ("April", "Fest")), ""),
    ],
)
def test_names_that_hold_for_several_rows(rows: Rows, kind: str) -> None:
    """A first column without head names areas or months where its names hold for more rows than one."""
    assert grouping_kind(rows) == kind


def test_each_table_has_the_columns_of_its_own_heads() -> None:
    """Of two tables the second need not have the columns of the first."""
    made = read((HEADS, DISCO), (("När", "Aktivitet", "Ansvarig"), ("april", "Städdag", "Per")), heading="Unga").areas[
        0
    ]
    assert [(each.text, each.responsible) for each in made.activities] == [("Disco", ("Eva",)), ("Städdag", ("Per",))]


@pytest.mark.parametrize(
    "words, progress",
    [
        ("Pågår", "ongoing"),
        ("Ej påbörjad", "planned"),
        ("Klart.", "done"),
        ("Inställd", "cancelled"),
        ("Uppskjutet", "postponed"),
    ],
)
def test_how_far_an_activity_has_come(words: str, progress: str) -> None:
    """A column "Status" says it in a word; other words are the follow-up."""
    made = read((("Aktivitet", "Status"), ("Disco", words), ("Läger", "Rapporteras i juni")), heading="Unga").areas[0]
    assert [(each.progress, each.follow_up) for each in made.activities] == [(progress, ""), ("", "Rapporteras i juni")]
    assert progress_of("Klart till hösten") == ""
