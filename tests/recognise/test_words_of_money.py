"""Sums as people write them, in a table, and what is no sum or no whole cost."""

from __future__ import annotations

import pytest

from helaplan.document import Document, Heading, ListItem, Paragraph, Table
from helaplan.recognise import recognise
from helaplan.recognise.money import cell_sum, find_money, is_fee

#: The words of a sum, and the exact amount they name.
SUMS = {
    "5 000 kr": "5000",
    "5000kr": "5000",
    "5\u00a0000\u00a0kr": "5000",
    "5000:-": "5000",
    "5 000,-": "5000",
    "5 000:00 kr": "5000",
    "5 000,00 kr": "5000",
    "1.500 kr": "1500",
    "1.50 kr": "1.50",
    "12 500,50 kr": "12500.50",
    "5.000,00 kr": "5000",
    "5,000 SEK": "5000",
    "ca 10 000 SEK": "10000",
    "SEK 10 000": "10000",
    "kr 5 000": "5000",
    "högst 3 000 kr": "3000",
    "omkring 5 000 kr": "5000",
    "5 tkr": "5000",
    "12 kkr": "12000",
    "0,5 mnkr": "500000",
    "2.5 mkr": "2500000",
    "1,250 mkr": "1250000",
    "10 tusen kronor": "10000",
    "1,2 miljoner kronor": "1200000",
    "femtusen kronor": "5000",
    "tio tusen kronor": "10000",
    "tjugofem tusen kronor": "25000",
    "en miljon kronor": "1000000",
    "tvåhundra kronor": "200",
    "5 000–10 000 kr": "10000",
    "5-10 tkr": "10000",
    "5 000 kr till 10 000 kr": "10000",
    "2 × 5 000 kr": "10000",
    "3 stipendier à 5 000 kr": "15000",
    "20 deltagare á 500 kr": "10000",
    "500 kr x 20": "10000",
    "5 000 kr + 3 000 kr": "8000",
    "10 000 kr per år": "10000",
    "40 000 kr per bygdegård": "40000",
    "0 kr": "0",
}


@pytest.mark.parametrize("words", SUMS)
def test_sums(words: str) -> None:
    """One exact amount, whatever the notation, with all of its words: the higher end of a stretch, the sum of parts."""
    text = f"Måla huset, {words}, i maj"
    (found,) = find_money(text)
    assert str(found.budget.amount) == SUMS[words]
    assert found.budget.words == " ".join(words.split())
    assert text[found.start : found.end] == words
    assert not is_fee(text, found)


@pytest.mark.parametrize("words", ["€ 300", "300 euro", "EUR 300", "300 EUR"])
def test_another_currency(words: str) -> None:
    """Euros stay euros."""
    (found,) = find_money(words)
    assert (str(found.budget.amount), found.budget.currency) == ("300", "EUR")


@pytest.mark.parametrize(
    "words",
    [
        "500 kr/deltagare",
        "500 kr per deltagare",
        "100 kr/person",
        "25 kr st",
        "25 kr/st",
        "500 kr i månaden",
        "3 kr/km",
    ],
)
def test_what_each_costs_is_no_whole_cost(words: str) -> None:
    """Nobody knows how many come, so no budget is made of it; its words are kept whole."""
    (found,) = find_money(words)
    assert (found.rate, is_fee(words, found), found.budget.words) == (True, True, words)


def test_what_each_gets_is_counted() -> None:
    """The words "vardera" and "styck" say that every one gets the sum."""
    (found,) = find_money("Dela ut två stipendier på 5 000 kr vardera")
    assert (str(found.budget.amount), found.count) == ("10000", 2)
    (found,) = find_money("Dela ut ett stipendium på 5 000 kr")
    assert (str(found.budget.amount), found.count) == ("5000", 1)


@pytest.mark.parametrize(
    "text",
    ["Sätta 10 krukor", "Inga kostnader", "Möte kl 18:00", "Öppna 12,5 km led", "Budget: se bilaga", "20 krigare"],
)
def test_no_sums(text: str) -> None:
    """Numbers of other things are no money."""
    assert find_money(text) == []


@pytest.mark.parametrize("cell, amount", [("5 000", "5000"), ("ca 5 tkr", "5000"), ("2 500:-", "2500")])
def test_a_cell_of_a_budget(cell: str, amount: str) -> None:
    """A bare number in a column of sums is kronor."""
    found = cell_sum(cell)
    assert found is not None
    assert str(found.amount) == amount


@pytest.mark.parametrize("cell", ["500 kr/deltagare", "inga kostnader", ""])
def test_a_cell_without_a_sum(cell: str) -> None:
    """What each costs, and words, give the budget no amount."""
    assert cell_sum(cell) is None


def test_a_column_of_sums() -> None:
    """What each costs stays words of the activity, beside rows that have their whole cost."""
    rows = (("Aktivitet", "Budget"), ("Läger", "500 kr/deltagare"), ("Måla", "2 000:-"))
    blocks = [Heading(text="Aktiviteter", level=1), Table(rows=rows, header=1)]
    document = Document(title="Verksamhetsplan 2025", language="sv", organisation="Kils byalag", blocks=blocks)
    first, second = (each for area in recognise(document).plan.areas for each in area.activities)
    assert (first.budget, first.follow_up) == (None, "500 kr/deltagare")
    assert second.budget is not None
    assert str(second.budget.amount) == "2000"


@pytest.mark.parametrize("line, amount", [("Budget: 5 000", "5000"), ("Budget: 5–10 tkr", "10000")])
def test_the_budget_of_an_area(line: str, amount: str) -> None:
    """A line for the budget below a heading is the area's, its number kronor."""
    blocks = [Heading(text="Läger", level=1), Paragraph(text=line), ListItem(text="Ordna ett läger för unga")]
    document = Document(title="Verksamhetsplan 2025", language="sv", organisation="Kils byalag", blocks=blocks)
    budget = recognise(document).plan.areas[0].budget
    assert budget is not None
    assert str(budget.amount) == amount
