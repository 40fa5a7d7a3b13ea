"""Values written for people read back as the same values, and what people write by hand is understood."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helaplan.model import Budget, Period, Schedule, Status, Target
from helaplan.registers import notation
from helaplan.testing.strategies import lines_of_text, values_of

LANGUAGES = st.sampled_from(("sv", "en"))


@settings(max_examples=200)
@given(values_of(Schedule), LANGUAGES)
def test_schedule_reads_back(value: Schedule, language: str) -> None:
    """Law: any schedule the schema accepts, also one whose fields contradict each other, reads back."""
    assert notation.read_schedule(notation.write_schedule(value, language)) == value


@settings(max_examples=200)
@given(values_of(Target), LANGUAGES)
def test_target_reads_back(value: Target, language: str) -> None:
    """Law: any target with a number or words reads back."""
    if value != Target():
        assert notation.read_target(notation.write_target(value, language)) == value


@settings(max_examples=200)
@given(values_of(Budget), LANGUAGES)
def test_budget_reads_back(value: Budget, language: str) -> None:
    """Law: any sum reads back with the decimals it was written with."""
    back = notation.read_budget(notation.write_budget(value, language))
    assert back == value
    assert back is not None
    assert str(back.amount) == str(value.amount)


@settings(max_examples=100)
@given(values_of(Period), values_of(Status), LANGUAGES)
def test_frame_reads_back(period: Period, status: Status, language: str) -> None:
    """Law: any period and any status reads back."""
    assert notation.read_period(notation.write_period(period, language)) == period
    assert notation.read_status(notation.write_status(status, language)) == status


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
    """A sum is written with the currency people use, and read with or without it."""
    assert notation.write_budget(Budget(amount=Decimal("5000")), "sv") == "5 000 kr"
    assert notation.write_budget(Budget(amount=Decimal("12500.50"), words="högst"), "sv") == "högst (= 12 500,50 kr)"
    assert notation.read_budget("5 000 kr") == Budget(amount=Decimal("5000"))
    assert notation.read_budget("5 000 kronor") == Budget(amount=Decimal("5000"))
    assert notation.read_budget("300 EUR") == Budget(amount=Decimal("300"), currency="EUR")
    assert notation.read_budget("ungefär femtusen") is None


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
