"""One document with the plans of several organisations becomes several plans."""

from __future__ import annotations

import pytest

from helaplan.api import import_document, import_documents
from helaplan.pipeline.exchange import Imported

COLLECTION = """Länsavdelningarnas planer 2022

Två planer saknas, men de kommer.

Gävleborgs län

Vi fortsätter arbeta med bygdeutveckling i hela länet.

Vi besöker minst fem byar.

Örebro län

• Ge ut nyhetsbrev fyra gånger per år.
• Bjuda in kommunerna till samtal i mars.

Skåne län

Leader och landsbygd

• Delta i tre möten med Region Skåne.
"""

TITLES = """# Verksamhetsplaner

## Verksamhetsplan 2024 för Kils byalag

### Möten

- Hålla årsmöte.

## Verksamhetsplan 2025 för Fryksdalens bygdelag

### Vägar

- Laga vägen.

### Bryggor

- Laga bryggan.
"""

ONE = """Verksamhetsplan 2024 för Kils byalag

Möten

• Hålla årsmöte.

Vägar

• Laga vägen.
"""


def read(text: str, name: str = "planer.txt") -> tuple[Imported, ...]:
    """The plans in a text."""
    return import_documents(text.encode(), name=name)


def test_a_heading_for_each_branch() -> None:
    """Each branch's name begins its plan; the year stands once, before all of them."""
    plans = [made.plan for made in read(COLLECTION)]
    assert [plan.organisation.name for plan in plans] == ["Gävleborgs län", "Örebro län", "Skåne län"]
    assert [plan.id for plan in plans] == ["gavleborgs-2022", "orebro-2022", "skane-2022"]
    assert [[len(area.activities) for area in plan.areas] for plan in plans] == [[2], [2], [1]]
    assert {plan.period.label for plan in plans if plan.period} == {"2022"}
    assert plans[2].areas[0].name == "Leader och landsbygd"


def test_a_title_for_each_plan() -> None:
    """Titles of the same kind begin plans, each with its own year; headings below them are the plan's own."""
    plans = [made.plan for made in read(TITLES, "planer.md")]
    assert [plan.organisation.name for plan in plans] == ["Kils byalag", "Fryksdalens bygdelag"]
    assert [plan.period.label for plan in plans if plan.period] == ["2024", "2025"]
    assert [[area.name for area in plan.areas] for plan in plans] == [["Möten"], ["Vägar", "Bryggor"]]


@pytest.mark.parametrize("text", [ONE, "Hej.", COLLECTION.split("Örebro")[0]])
def test_one_plan_stays_one(text: str) -> None:
    """A document with one plan is read as ever."""
    (made,) = read(text)
    assert made == import_document(text.encode(), name="planer.txt")


def test_every_word_is_in_one_receipt() -> None:
    """The words of the receipts, one after the other, are those of the document."""
    told = [block.text for made in read(COLLECTION) for block in made.receipt.blocks]
    words = " ".join(told).replace("•", "").split()
    assert sorted(words) == sorted(COLLECTION.replace("•", "").split())
