"""Cells of the first column that stand in the middle of the rows they hold."""

from __future__ import annotations

import pytest

from helaplan.layout.spans import from_the_top

HEAD = ("Månad", "Dag", "Vad")


def first_column(*rows: tuple[str, str, str]) -> list[str]:
    """The first cells of the rows below a head, after."""
    return [cells[0] for cells in from_the_top(dict(enumerate([HEAD, *rows]))).values()][1:]


def test_each_cell_moves_to_its_first_row() -> None:
    """The rows of a cell reach as far below it as above; what is between two rows is left empty."""
    rows = [("", "1", "a"), ("Jan", "", ""), ("", "2", "b"), ("Feb", "3", "c"), ("", "4", "d"), ("Mar", "5", "e"),
            ("", "6", "f")]  # fmt: skip
    assert first_column(*rows) == ["Jan", "", "", "Feb", "Mar", "", ""]


@pytest.mark.parametrize(
    "rows",
    [
        [("Jan", "1", "a"), ("", "2", "b"), ("Feb", "3", "c")],
        [("", "1", "a"), ("Jan", "2", "b"), ("Feb", "3", "c"), ("", "4", "d")],
        [("", "1", "a"), ("Jan", "2", "b")],
        [("", "1", "a"), ("", "2", "b"), ("", "3", "c")],
        [],
    ],
)
def test_other_tables_stay_as_they_are(rows: list[tuple[str, str, str]]) -> None:
    """Cells at the top of their rows, places that fit no rows, too few rows: nothing moves."""
    given = dict(enumerate([HEAD, *rows]))
    assert from_the_top(given) == given


def test_tables_apart_are_judged_apart() -> None:
    """Lines between two tables, or another number of columns, end the first one."""
    middle = [HEAD, ("", "1", "a"), ("Jan", "2", "b"), ("", "3", "c"), ("Feb", "4", "d")]
    given = {**dict(enumerate(middle)), **{place + 10: cells for place, cells in enumerate(middle)}, 20: ("x", "y")}
    made = from_the_top(given)
    assert [made[place][0] for place in (1, 2, 4, 11, 12, 14, 20)] == ["Jan", "", "Feb", "Jan", "", "Feb", "x"]
