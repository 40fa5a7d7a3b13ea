"""What the columns of a table without heads hold is told by their cells."""

from __future__ import annotations

import pytest

from helaplan import import_document
from helaplan.recognise.tables import guess_columns

TABLES = [
    (
        [("6 jan", "Julgransplundring", "Barngruppen"), ("?", "Skoterdag", "Lag 2"), ("vecka 44", "Bio", "Styrelsen")],
        ["when", "activity", "responsible"],
    ),
    ([("12", "Årsmöte"), ("14–16", "Läger")], ["when", "activity"]),
    ([("Städdag", "18 april", "Väggruppen"), ("Fest", "maj", "Alla")], ["activity", "when", "responsible"]),
    (
        [("1", "Städdag", "våren", "500 kr"), ("2", "Fest", "maj", "1 000:-"), ("3", "Resa", "löpande", "–")],
        ["other", "activity", "when", "budget"],
    ),
    (
        [("Styrelsen", "Ordna en stor städdag längs byavägen", "hösten"), ("AU", "Skriva ett remissvar", "våren")],
        ["responsible", "activity", "when"],
    ),
    # Events are what happens, not when something else does.
    ([("Årsmöte", "Styrelsen"), ("Midsommar", "Festgruppen")], ["activity", "responsible"]),
    # A day within a text makes no column of times.
    ([("Fest den 5 maj i parken", "Anna"), ("Städa i mars", "Bo")], ["activity", "responsible"]),
    ([("senast 3 maj", "Söka bidrag", ""), ("varje månad", "Träffas", "")], ["when", "activity", "other"]),
    ([("12",), ("13",)], ["activity"]),
]


@pytest.mark.parametrize("rows, wanted", TABLES)
def test_columns_are_known_by_their_cells(rows: list[tuple[str, ...]], wanted: list[str]) -> None:
    """Times and sums wherever they stand; of the words the first column, or the one with far longer texts."""
    assert guess_columns(rows) == wanted


def test_a_calendar_of_months_whose_days_name_them() -> None:
    """The day goes to the schedule, with a `?` too; who is responsible stands last."""
    text = (
        "# Årets program 2026\n\n## Januari\n\n| | | |\n|-|-|-|\n| 6 jan | Julgransplundring | Barngruppen |\n"
        "| ? | Skoterdag om snön räcker | Bastugänget |\n\n## Maj\n\n| | | |\n|-|-|-|\n| 23-24 maj | Cykelrunda | F |\n"
    )
    plan = import_document(text.encode(), name="plan.md").plan
    told = [
        (each.text, [when.words for when in each.schedule], each.responsible)
        for area in plan.areas
        for each in area.activities
    ]
    assert told == [
        ("Julgransplundring", ["6 jan"], ("Barngruppen",)),
        ("Skoterdag om snön räcker", ["?"], ("Bastugänget",)),
        ("Cykelrunda", ["23-24 maj"], ("F",)),
    ]
