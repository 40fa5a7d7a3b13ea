"""Days, numbers, money and names in running text."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from helaplan.model import Period
from helaplan.recognise.lines import find_sdg, goal_line, sdg_line, status_line
from helaplan.recognise.money import find_money, is_fee
from helaplan.recognise.partners import find_partners
from helaplan.recognise.people import find_roles
from helaplan.recognise.schedules import cell_schedule, find_schedules
from helaplan.recognise.targets import find_targets

YEAR = Period(start=dt.date(2024, 1, 1), end=dt.date(2024, 12, 31))
BROKEN = Period(start=dt.date(2023, 7, 1), end=dt.date(2024, 6, 30))


@pytest.mark.parametrize(
    "text, kind, values",
    [
        ("Träffa dem senast 30 september.", "before", {"date": dt.date(2024, 9, 30)}),
        ("Klart före den 1 mars", "before", {"date": dt.date(2024, 3, 1)}),
        ("svara senast i mars", "before", {"date": dt.date(2024, 3, 31)}),
        ("svara före mars", "before", {"date": dt.date(2024, 3, 1)}),
        ("ringa alla före sommaren", "before", {"event": "sommaren"}),
        ("Fest den 6 juni", "date", {"date": dt.date(2024, 6, 6)}),
        ("möte 2024-05-02", "date", {"date": dt.date(2024, 5, 2)}),
        ("läger 14–16 augusti", "period", {"start": dt.date(2024, 8, 14), "end": dt.date(2024, 8, 16)}),
        ("kurs i november", "month", {"months": (11,)}),
        ("kurser i mars, juni och oktober", "months", {"months": (3, 6, 10)}),
        ("kurser mars–maj", "months", {"months": (3, 4, 5)}),
        ("städdag maj/juni", "months", {"months": (5, 6)}),
        ("konferens vecka 43", "week", {"weeks": (43,)}),
        ("konferens v. 12–13", "week", {"weeks": (12, 13)}),
        ("klart Q3", "quarter", {"quarters": (3,)}),
        ("klart tredje kvartalet", "quarter", {"quarters": (3,)}),
        ("kurser under våren", "season", {"season": "spring"}),
        ("kurser hösten 2023", "season", {"season": "autumn", "year": 2023}),
        ("möte varje torsdag", "recurring", {"every": "week"}),
        ("brev en gång per kvartal", "recurring", {"every": "quarter", "times": 1}),
        ("möte två gånger om året", "recurring", {"every": "year", "times": 2}),
        ("delas ut vid årsmötet", "event", {"event": "årsmötet"}),
        ("hålla sidan aktuell löpande", "ongoing", {}),
        ("genomförs under 2024", "year", {"year": 2024}),
    ],
)
def test_schedule(text: str, kind: str, values: dict[str, Any]) -> None:
    """Each way of saying when has its kind, and the words stand beside the meaning."""
    (found,) = find_schedules(text, YEAR)
    assert found.schedule.kind == kind
    assert {key: getattr(found.schedule, key) for key in values} == values
    assert found.schedule.words == text[found.start : found.end].rstrip(" .,")


@pytest.mark.parametrize("text", ["Vi vill ha vår by kvar.", "Ta fram 12 broschyrer.", "Kraven höjs med 3 procent."])
def test_no_schedule(text: str) -> None:
    """A word that is a season or month only by its letters says nothing of time."""
    assert find_schedules(text, YEAR) == []


def test_a_day_lies_in_the_plans_time() -> None:
    """In a broken year, September is in the first calendar year and March in the second."""
    days = [each.schedule.date for each in find_schedules("den 5 september och den 5 mars", BROKEN)]
    assert days == [dt.date(2023, 9, 5), dt.date(2024, 3, 5)]


def test_a_day_that_does_not_exist_is_unknown() -> None:
    """31 April is kept as words and never made another day."""
    (found,) = find_schedules("senast 31 april", YEAR)
    assert (found.schedule.kind, found.schedule.words) == ("unknown", "senast 31 april")


@pytest.mark.parametrize(
    "cell, kind", [("14", "date"), ("14-16", "period"), ("?", "unknown"), ("v. 12", "week"), ("31", "unknown")]
)
def test_cell(cell: str, kind: str) -> None:
    """A bare day in a month's table lies in that month; April has no 31st."""
    made = cell_schedule(cell, 4, YEAR)
    assert made is not None
    assert (made.kind, made.words) == (kind, cell)


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Publicera minst fyra debattinlägg", [("at_least", 4, "debattinlägg")]),
        ("Besöka minst 10 lokala grupper", [("at_least", 10, "lokala grupper")]),
        ("Ta emot högst 15 deltagare", [("at_most", 15, "deltagare")]),
        ("Trycka 1 500 foldrar", [("exactly", 1500, "foldrar")]),
        ("Samordna en träff", [("exactly", 1, "träff")]),
        ("Vid minst ett möte", [("at_least", 1, "möte")]),
        ("Ge ut nyhetsbrev vid minst tre tillfällen per år", [("at_least", 3, "nyhetsbrev")]),
        ("Hålla tio möten, varav sex digitala.", [("exactly", 10, "möten"), ("exactly", 6, "digitala")]),
        ("Ha en aktiv roll i nätverket", []),
        ("Vara en synlig part", []),
        ("Driva frågan om busslinje 120.", []),
        ("Deltagarna är under 30 år", []),
        ("I linje med Agenda 2030", []),
        ("Byar med fler än 200 invånare ska ha service", []),
    ],
)
def test_target(text: str, wanted: list[tuple[str, float, str]]) -> None:
    """A number is a target where it counts something to be reached."""
    made = [each.target for each in find_targets(text, ())]
    assert [(key, getattr(target, key), target.unit) for target in made for key in _bounds(target)] == wanted


def _bounds(target: object) -> list[str]:
    return [key for key in ("at_least", "at_most", "exactly") if getattr(target, key) is not None]


def test_from_and_to() -> None:
    """A change has a start and an end, as in "från 88 till 110"."""
    (found,) = find_targets("Öka antalet medlemmar från 88 till 110.", ())
    assert (found.target.start, found.target.exactly, found.target.unit) == (88, 110, "medlemmar")


@pytest.mark.parametrize(
    "text, amount, words",
    [
        ("stipendiet på 5 000 kronor", "5000", "5 000 kronor"),
        ("stipendiet, 2 × 5 000 kr, delas", "10000", "2 × 5 000 kr"),
        ("högst 1,5 miljoner kronor", "1500000", "högst 1,5 miljoner kronor"),
        ("kostar 12 tkr", "12000", "12 tkr"),
        ("kostar 99,50 kr", "99.50", "99,50 kr"),
    ],
)
def test_money(text: str, amount: str, words: str) -> None:
    """Sums are exact, whatever unit they are written in."""
    (found,) = find_money(text)
    assert (found.budget.amount, found.budget.words) == (Decimal(amount), words)


@pytest.mark.parametrize(
    "text, names",
    [
        ("delta på mässor (ansv. kommunikationsgruppen)", ["kommunikationsgruppen"]),
        ("lämna ett yttrande (arbetsutskottet).", ["arbetsutskottet"]),
        ("Rusta badplatsen. Ansvarig: styrelsen", ["styrelsen"]),
        ("besök (kassören och sekreteraren)", ["kassören", "sekreteraren"]),
        ("efter beslut i styrelsen", ["styrelsen"]),
        ("träffa politiker (även digitalt)", []),
        ("arbeta ansvarsfullt med naturen", []),
    ],
)
def test_responsible(text: str, names: list[str]) -> None:
    """Who is responsible is named after "ansvarig", in brackets at the end, or as who decides."""
    assert [each.name for each in find_roles(text)] == names


@pytest.mark.parametrize(
    "text, names",
    [
        ("i samarbete med Handelsringen Skog.", ["Handelsringen Skog"]),
        ("Delta i länsstyrelsens landsbygdsråd.", ["länsstyrelsen"]),
        ("Skriva till Region Skogslands län om vården", ["Region Skogslands län"]),
        (
            "Samverka med andra länsavdelningar och medlemsorganisationer.",
            ["andra länsavdelningar", "medlemsorganisationer"],
        ),
        ("Tala med varandra", []),
    ],
)
def test_partners(text: str, names: list[str]) -> None:
    """Bodies are known by their word or by what stands before them, and lose the s of a genitive."""
    assert [each.name for each in find_partners(text)] == names


def test_status() -> None:
    """A status has its body, day and place, and keeps its words."""
    made = status_line("Antagen vid årsmötet i Tallåsen den 22 mars 2025")
    assert made is not None
    assert (made.state, made.by, made.place, made.date) == ("adopted", "årsmötet", "Tallåsen", dt.date(2025, 3, 22))
    assert status_line("Antagandet av nya medlemmar är viktigt") is None


def test_goals_and_agenda() -> None:
    """Goals keep their number; only goals that Agenda 2030 has are taken."""
    made = goal_line("Mål 3.1.1: Alla orter har service.")
    assert made is not None
    assert (made.number, made.text) == ("3.1.1", "Alla orter har service.")
    assert goal_line("Mål B: Fler medlemmar.") is not None
    assert goal_line("Måla – Eva Ström") is None
    assert sdg_line("Agenda 2030: mål 9 och 11") == ("9", "11")
    assert sdg_line("Agenda 2030: mål 99") == ()
    assert find_sdg("i linje med Agenda 2030.") == ()


@pytest.mark.parametrize(
    "words, kind, day",
    [
        ("sista söndagen i maj", "date", "2026-05-31"),
        ("första lördagen i maj", "date", "2026-05-02"),
        ("den andra tisdagen i mars 2027", "date", "2027-03-09"),
        ("the last Friday of May", "date", "2026-05-29"),
        ("sista helgen i augusti", "period", "2026-08-29"),
    ],
)
def test_a_weekday_counted_within_its_month(words: str, kind: str, day: str) -> None:
    """The words "sista söndagen i maj" say one day, and are kept whole."""
    (found,) = find_schedules(f"Städdag {words}.", Period(start=dt.date(2026, 1, 1), end=dt.date(2026, 12, 31)))
    schedule = found.schedule
    assert (schedule.kind, schedule.words, str(schedule.date or schedule.start)) == (kind, words, day)


def test_a_holiday_alone_in_a_cell_is_an_event() -> None:
    """A column of days may hold the name of one."""
    for words in ("andra advent", "Valborg", "midsommarafton"):
        found = cell_schedule(words, None, None)
        assert found is not None
        assert (found.kind, found.event) == ("event", words)


def test_a_fee_is_no_budget() -> None:
    """What those who come pay is not what the association pays; neither counts as a number to reach."""
    text = "Sommarläger, högst 24 barn, avgift 300 kr. Mat för 4 000 kr."
    assert [is_fee(text, each) for each in find_money(text)] == [True, False]


def test_the_number_of_a_class_counts_nothing() -> None:
    """The words "årskurs 3" name a class, as "busslinje 120" names a line."""
    assert find_targets("Varje elev i årskurs 3 har besökt gården.", []) == []
