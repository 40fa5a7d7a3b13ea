"""Names in the place of codes: the code that was meant is told beside the fault."""

from __future__ import annotations

import pytest

from helaplan.pipeline.check import examine
from helaplan.registers.sdg import GOALS, meant
from helaplan.reports import message_of

HEAD = "helaplan: 1\nkind: plan\nid: p\ntitle: Plan\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"


@pytest.mark.parametrize(
    "line, code, suggestion, name",
    [
        ("organisation: {name: F, county: Örebro}", "bad-county-code", "18", "Örebro län"),
        ("organisation: {name: F, county: dalarna}", "bad-county-code", "20", "Dalarnas län"),
        ("organisation: {name: F, county: Västra götalands län}", "bad-county-code", "14", "Västra Götalands län"),
        ("organisation: {name: F, municipality: Hällefors kommun}", "bad-municipality-code", "1863", "Hällefors"),
        ("organisation: {name: F, municipality: Borås}", "bad-municipality-code", "1490", "Borås"),
        ('organisation: {name: F, municipality: "117"}', "bad-municipality-code", "0117", "Österåker"),
    ],
)
def test_the_code_that_was_meant(line: str, code: str, suggestion: str, name: str) -> None:
    """By name, with or without its ending, and with a zero left off."""
    (found,) = examine(HEAD + line + "\n", name="plan.yaml").report
    assert (found.code, found.args["suggestion"], found.args["name"]) == (code, suggestion, name)


@pytest.mark.parametrize("line", ["county: Småland", "municipality: Bygden", 'county: ""'])
def test_nothing_near_gives_no_suggestion(line: str) -> None:
    """A name that no code has is told without a guess."""
    (found,) = examine(f"{HEAD}organisation: {{name: F, {line}}}\n", name="plan.yaml").report
    assert "suggestion" not in found.args


@pytest.mark.parametrize(
    "written, code",
    [
        ("mål 11", "11"),
        ("Jämställdhet", "5"),
        ("jamstalldhet", "5"),
        ("Hav och marina resurser", "14"),
        ("Climate action", "13"),
        ("Hållbara städer", "11"),
        ("mål 18", None),
        ("mål 3 och 4", None),
        ("Hållbar", None),
        ("", None),
    ],
)
def test_goals_by_number_and_name(written: str, code: str | None) -> None:
    """One number or one name is enough; two numbers, or the beginning of several names, are not."""
    assert meant(written) == code


def test_every_goal_is_found_by_its_names() -> None:
    """Each of the 17, in both languages."""
    for code, names in GOALS.items():
        assert {meant(name) for name in names.values()} == {code}


@pytest.mark.parametrize(
    "written, day",
    [
        ("1 januari 2026", "2026-01-01"),
        ("den 1:a januari 2026", "2026-01-01"),
        ("torsdag 1 jan. 2026", "2026-01-01"),
        ("1 January 2026", "2026-01-01"),
        ("January 1st, 2026", "2026-01-01"),
        ("1/1 2026", "2026-01-01"),
        ("1/1-2026", "2026-01-01"),
        ("2026-1-1", "2026-01-01"),
        ("2026–01–01", "2026-01-01"),
        ("2026/01/01", "2026-01-01"),
        ("20260101", "2026-01-01"),
        ('"20260101"', "2026-01-01"),
        ("1.1.2026", "2026-01-01"),
        ("2026-01-01T00:00:00", "2026-01-01"),
    ],
)
@pytest.mark.parametrize("language, write", [("sv", "Skriv"), ("en", "Write")])
def test_a_day_in_another_notation_is_told_how_to_be_written(written: str, day: str, language: str, write: str) -> None:
    """Swedish and English, with words and with figures: the day itself in the notation of plan files."""
    period = f"period:\n  start: {written}\n  end: 2026-12-31\n"
    text = HEAD.replace("period: {start: 2023-01-01, end: 2023-12-31}\n", period) + "organisation: {name: F}\n"
    (found,) = examine(text, name="plan.yaml").report
    assert (found.code, found.path, found.args["suggestion"]) == ("bad-date", ("period", "start"), day)
    assert message_of(found, language).hint == f"{write} {day}"


@pytest.mark.parametrize(
    "written", ["2026-02-30", "31 april 2026", "våren 2026", "2026", "31/2 2026", "1 januari", "1" * 200]
)
def test_what_is_no_day_is_told_how_days_are_written(written: str) -> None:
    """A day that isn't in the calendar, a season, a year: one finding that shows the notation."""
    text = HEAD.replace("2023-12-31", f"'{written}'") + "organisation: {name: F}\n"
    (found,) = examine(text, name="plan.yaml").report
    assert found.code == "bad-date"
    assert "suggestion" not in found.args
    assert message_of(found, "sv").hint == "Skriv år, månad och dag, en dag som finns: 2026-12-31"


def test_a_year_as_a_day_is_not_told_to_be_quoted() -> None:
    """Quotes don't make a day of a number; a number in another field is told as before."""
    (found,) = examine(HEAD.replace("2023-12-31", "2023") + "organisation: {name: F}\n", name="plan.yaml").report
    assert found.code == "bad-date"
    (found,) = examine(HEAD.replace("title: Plan", "title: 20260101") + "organisation: {name: F}\n", name="p").report
    assert found.code == "number-for-text"
