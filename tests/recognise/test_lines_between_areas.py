"""A line alone between two areas is kept, though it looks like a heading with nothing below it."""

from __future__ import annotations

import pytest

from helaplan import import_document

AROUND = (
    "Verksamhetsplan 2025\nEds bygderåd\n\nPåverkan\n- svara på remisser\n- möte i mars\n\n{}\n\nUngdomar\n- läger\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "Ekonomi: 25000 kr från Region Värmland",
        "Vi söker pengar hos Jordbruksverket",
        "Kontaktperson: Lisa",
        "Budget 12 000 kr",
        "Årsmötet hålls i mars",
        "Obs! Anmälan krävs",
        "Tack till alla som hjälper",
    ],
)
def test_what_says_something_is_text(line: str) -> None:
    """It goes to the text of the area above, word for word, and the areas are as without it."""
    plan = import_document(AROUND.format(line).encode(), name="plan.txt").plan
    assert [(area.name, len(area.activities)) for area in plan.areas] == [("Påverkan", 2), ("Ungdomar", 1)]
    assert plan.areas[0].text == line


@pytest.mark.parametrize("line", ["Inåtriktat arbete", "SAMVERKAN", "Samverkan utåt"])
def test_a_name_alone_stands_over_the_next_areas(line: str) -> None:
    """It is no text of the area above."""
    plan = import_document(AROUND.format(line).encode(), name="plan.txt").plan
    assert [area.name for area in plan.areas] == ["Påverkan", "Ungdomar"]
    assert plan.areas[0].text == ""
