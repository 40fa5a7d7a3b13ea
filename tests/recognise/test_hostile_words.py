"""Words without end: a cell, a title or a line of ten thousand characters of one sort is read."""

from __future__ import annotations

import pytest

from helaplan.api import import_document

#: Each holds what some rule looks for, again and again.
SORTS = (
    "Styrelsen ", "ansvarig ", "gruppen ", "Karin och ", "KL, ", "a-", "2026-", "1/2 ", "1 kr ", "10% ", "1 maj ",
    "vice ", "Ansvarig: ", "av Ab ", "( ", "–",
)  # fmt: skip
LENGTH = 10_000
PLAN = (
    "# Verksamhetsplan 2026 för Kils byalag {title}\n\n## Möten {heading}\n\n{text}\n\n"
    "- Hålla årsmöte. {item}\n\n{table}"
)
HEADS = "| Aktivitet | Ansvarig | När | Budget | Mått |\n|---|---|---|---|---|\n"


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("place", ["title", "heading", "text", "item", "table"])
def test_any_words_are_read(sort: str, place: str) -> None:
    """Wherever they stand, the plan has its area and its activity."""
    words = (sort * LENGTH)[:LENGTH].strip()
    holes = dict.fromkeys(("title", "heading", "text", "item", "table"), "")
    holes[place] = f"{HEADS}| Fest | {words} | {words} | {words} | {words} |\n" if place == "table" else words
    made = import_document(PLAN.format(**holes).encode(), name="plan.md").plan
    activities = [each for area in made.areas for each in area.activities]
    assert any(each.text.startswith("Hålla årsmöte") for each in activities)
