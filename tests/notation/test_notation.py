"""Values written for people read back as the same values, and what people write by hand is understood."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helaplan.model import Budget, Period, Schedule, Status, Target
from helaplan.registers import notation
from helaplan.testing.strategies import lines_of_text, values_of

#: How a value is written and read, by its class.
_WAYS: dict[type, tuple[Any, Any]] = {
    Budget: (notation.write_budget, notation.read_budget),
    Target: (notation.write_target, notation.read_target),
    Status: (notation.write_status, notation.read_status),
}
LANGUAGES = st.sampled_from(("sv", "en"))


@settings(max_examples=200)
@given(values_of(Schedule), LANGUAGES)
def test_schedule_reads_back(value: Schedule, language: str) -> None:
    """Law: any schedule the schema accepts, also one whose fields contradict each other, reads back."""
    assert notation.read_schedule(notation.write_schedule(value, language)) == value


@settings(max_examples=200)
@given(values_of(Target), LANGUAGES)
def test_target_reads_back(value: Target, language: str) -> None:
    """Law: any target with a number or words reads back; words that are all that is printed count as none."""
    if value != Target():
        assert notation.read_target(notation.write_target(value, language)) in (value, attrs.evolve(value, words=""))


@settings(max_examples=200)
@given(values_of(Budget), LANGUAGES)
def test_budget_reads_back(value: Budget, language: str) -> None:
    """Law: any sum reads back with the decimals it was written with."""
    back = notation.read_budget(notation.write_budget(value, language))
    assert back is not None
    assert back in (value, attrs.evolve(value, words=""))
    assert str(back.amount) == str(value.amount)


@settings(max_examples=100)
@given(values_of(Period), values_of(Status), LANGUAGES)
def test_frame_reads_back(period: Period, status: Status, language: str) -> None:
    """Law: any period and any status reads back."""
    assert notation.read_period(notation.write_period(period, language)) == period
    assert notation.read_status(notation.write_status(status, language)) in (status, attrs.evolve(status, words=""))


@given(lines_of_text())
def test_any_words_are_read(text: str) -> None:
    """Law: no line of words makes a reader fail; schedule and target keep the words they don't understand."""
    schedule = notation.read_schedule(text)
    assert schedule is not None
    assert schedule.words
    assert notation.read_target(text) is not None
    for read in (notation.read_budget, notation.read_period, notation.read_status, notation.read_sdg):
        read(text)


@pytest.mark.parametrize(
    "value, written",
    [
        (Schedule(kind="months", words="mars, juni och oktober", months=(3, 6, 10)), "mars, juni och oktober"),
        (Schedule(kind="months", words="våren", months=(3, 4)), "våren (= mars och april)"),
        (Schedule(kind="season", words="våren", season="spring"), "våren"),
        (Schedule(kind="before", words="innan jul", date=dt.date(2023, 12, 24)), "innan jul (= senast 2023-12-24)"),
        (Schedule(kind="recurring", words="en gång", every="year", times=1), "en gång (= 1 gång per år)"),
        (
            Schedule(kind="recurring", words="tisdagar i höst", every="week", season="autumn"),
            "tisdagar i höst (= varje vecka, hösten)",
        ),
        (
            Schedule(kind="recurring", words="ibland", every="month", times=2, months=(3, 4, 5), year=2025),
            "ibland (= 2 gånger per månad, mars, april och maj 2025)",
        ),
        (Schedule(kind="unknown", words="när det passar"), "när det passar (= oklart när)"),
        (Schedule(kind="unknown", words="våren"), "våren (= oklart när)"),
        (Schedule(kind="ongoing", words="under året"), "under året"),
    ],
)
def test_schedule_in_words(value: Schedule, written: str) -> None:
    """People see their own words, and what they mean only where the words alone say something else."""
    assert notation.write_schedule(value, "sv") == written


@pytest.mark.parametrize(
    "value, written",
    [
        (Target(at_least=3, unit="nyhetsbrev", per="år"), "minst 3 nyhetsbrev per år"),
        (Target(at_least=3, at_most=5, unit="träffar"), "3–5 träffar"),
        (Target(exactly=110, start=88, by=dt.date(2025, 12, 31)), "110 från 88 senast 2025-12-31"),
        (Target(at_least=3, per="år", words="minst tre tillfällen"), "minst tre tillfällen (= minst 3 per år)"),
        (Target(at_least=3, per="”år”"), "minst 3 per ””år””"),
        (Target(at_most=12500.5), "högst 12 500,5"),
    ],
)
def test_target_in_words(value: Target, written: str) -> None:
    """A target is written as a person would say it."""
    assert notation.write_target(value, "sv") == written


def test_money_in_words() -> None:
    """A sum is written with the currency people use, and read with or without it, in the words that somebody chose."""
    assert notation.write_budget(Budget(amount=Decimal("5000")), "sv") == "5 000 kr"
    assert notation.write_budget(Budget(amount=Decimal("12500.50"), words="högst"), "sv") == "högst (= 12 500,50 kr)"
    assert notation.read_budget("5 000 kr") == Budget(amount=Decimal("5000"))
    assert notation.read_budget("5 000 kronor") == Budget(amount=Decimal("5000"), words="5 000 kronor")
    assert notation.read_budget("300 EUR") == Budget(amount=Decimal("300"), currency="EUR")
    assert notation.read_budget("ungefär femtusen") is None


@pytest.mark.parametrize(
    "value, written, back",
    [
        (Budget(amount=Decimal(8000), words="8 000 kr"), "8 000 kr", ""),
        (Budget(amount=Decimal(0), words="0 kr"), "0 kr", ""),
        (Budget(amount=Decimal(8000), words="8000 kr"), "8000 kr", "8000 kr"),
        (Budget(amount=Decimal(8000), words="8 000 kronor"), "8 000 kronor", "8 000 kronor"),
        (Budget(amount=Decimal(300), currency="EUR", words="300 EUR"), "300 EUR", ""),
        (Budget(amount=Decimal(9000), words="8 000 kr"), "8 000 kr (= 9 000 kr)", "8 000 kr"),
        (Budget(amount=Decimal(8000), currency="EUR", words="8 000 kr"), "8 000 kr (= 8 000 EUR)", "8 000 kr"),
        (Target(at_least=3, unit="träffar", words="minst 3 träffar"), "minst 3 träffar", ""),
        (Target(at_least=3, unit="träffar", words="Minst 3 träffar"), "Minst 3 träffar", "Minst 3 träffar"),
        (
            Target(at_least=3, unit="möten", words="minst 3 träffar"),
            "minst 3 träffar (= minst 3 möten)",
            "minst 3 träffar",
        ),
        (Status(state="adopted", by="årsmötet", words="antagen av årsmötet"), "antagen av årsmötet", ""),
        (
            Status(state="adopted", by="årsmötet", words="Antagen av årsmötet"),
            "Antagen av årsmötet",
            "Antagen av årsmötet",
        ),
        (Status(state="draft", words="Antagen av årsmötet"), "Antagen av årsmötet (= utkast)", "Antagen av årsmötet"),
    ],
)
def test_nothing_is_printed_twice(value: Budget | Target | Status, written: str, back: str) -> None:
    """Words that say the value themselves stand alone, and come back unless they are just what helaplan writes."""
    write, read = _WAYS[type(value)]
    assert write(value, "sv") == written
    assert read(written) == attrs.evolve(value, words=back)


@settings(max_examples=200)
@given(st.one_of(values_of(Budget), values_of(Target), values_of(Status)), LANGUAGES)
def test_printed_words_are_printed_once(value: Budget | Target | Status, language: str) -> None:
    """Law: a value whose words are what helaplan prints for it without any is printed just so."""
    write, _ = _WAYS[type(value)]
    bare = attrs.evolve(value, words="")
    printed = write(bare, language)
    if value == Target() or " (" in printed or ": " in printed or printed == "–":
        return  # no words that a person would write
    assert write(attrs.evolve(value, words=printed), language) == printed


@pytest.mark.parametrize(
    "value",
    [
        Schedule(kind="season", words="under hösten", season="autumn"),
        Schedule(kind="months", words="i mars och april", months=(3, 4)),
        Schedule(kind="date", words="18 mars 2023", date=dt.date(2023, 3, 18)),
        Schedule(kind="ongoing", words="fortlöpande"),
    ],
)
def test_a_time_is_told_once(value: Schedule) -> None:
    """Words with `under` or `i` before the time, and days with month and year, say the time themselves."""
    assert notation.write_schedule(value, "sv") == value.words
    assert notation.read_schedule(value.words) == value


def test_no_day_that_there_is_not() -> None:
    """The thirtieth of February stays words."""
    assert notation.read_schedule("30 februari 2023") == Schedule(kind="unknown", words="30 februari 2023")


def test_frame_in_words() -> None:
    """Period, status and codes are written with what people call them."""
    year = Period(start=dt.date(2023, 1, 1), end=dt.date(2023, 12, 31), label="2023")
    assert notation.write_period(year, "sv") == "2023"
    adopted = Status(state="adopted", by="årsmötet", date=dt.date(2023, 3, 18), place="Örebro")
    assert notation.write_status(adopted, "sv") == "antagen av årsmötet 2023-03-18, Örebro"
    assert notation.read_status("Antagen på årsmötet i mars") == Status(
        state="adopted", words="Antagen på årsmötet i mars"
    )
    assert notation.write_place("county", "18") == "Örebro län (18)"
    assert notation.read_place("county", "Örebro") == "18"
    assert notation.write_sdg("11", "sv") == "11 Hållbara städer och samhällen"
    assert notation.read_sdg("Jämställdhet") == "5"
    assert notation.read_sdg("17.10") == "17.10"
