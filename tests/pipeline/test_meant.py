"""Names in the place of codes: the code that was meant is told beside the fault."""

from __future__ import annotations

import pytest

from helaplan.pipeline.check import examine
from helaplan.registers.sdg import GOALS, meant

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
