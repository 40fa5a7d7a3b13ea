"""Eight planted faults are eight findings, each at its place: one by one, in any company, and all at once."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import helaplan
from helaplan.cli.app import main
from helaplan.findings import Severity

PLAN = """\
helaplan: 1
kind: plan
id: opinion-2023
title: Plan
language: sv
organisation:
  name: Bygdens län
  level: county
  county: "18"
period: {start: 2023-01-01, end: 2023-12-31}
visions:
  - text: Hela länet ska leva.
areas:
  - id: opinion
    name: Opinion
    activities:
      - id: brev
        text: Vi ger ut brev minst tre gånger.
        schedule:
          - {kind: quarter, quarters: [1], words: kvartal 1}
        targets:
          - {at_least: 3, unit: brev, per: year, by: 2023-12-01, words: minst tre gånger}
"""

#: What is written instead of what, and the finding that it must give: code, line, column.
FAULTS: list[tuple[str, str, tuple[str, int, int]]] = [
    ("visions:", "vison:", ("unknown-key", 11, 1)),
    ("title: Plan", "# title: Plan", ("missing-key", 1, 1)),
    ("helaplan: 1", 'helaplan: "1"', ("wrong-type", 1, 11)),
    ('county: "18"', "county: 18", ("number-for-text", 9, 11)),
    ("id: opinion\n", "id: Opinion\n", ("bad-id", 14, 9)),
    ("quarters:", "qarters:", ("unknown-key", 20, 29)),
    ("at_least: 3", "at_least: tre", ("wrong-type", 22, 24)),
    ("by: 2023-12-01", "by: 2023-13-45", ("bad-date", 22, 0)),
]


def planted(which: list[int]) -> str:
    """The plan with some of the faults."""
    text = PLAN
    for number in which:
        right, wrong, _ = FAULTS[number]
        assert text.count(right) == 1
        text = text.replace(right, wrong)
    return text


def told(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of every error and warning; 0 for the columns that another fault on the line moves."""
    found = []
    for each in helaplan.check(text):
        assert each.span is not None
        column = 0 if each.code == "bad-date" else each.span.start.column
        found.append((each.code, each.span.start.line, column))
    return sorted(found)


def test_the_plan_itself_is_clean() -> None:
    """No finding of any severity, so whatever comes is of the planted faults."""
    assert told(PLAN) == []


@pytest.mark.parametrize("number", range(8))
def test_one_fault_is_one_finding(number: int) -> None:
    """Each by itself: one finding, with its code, at its place."""
    assert told(planted([number])) == [FAULTS[number][2]]


def test_eight_at_once_are_eight() -> None:
    """None hides another, none gives two."""
    found = told(planted(list(range(8))))
    assert found == sorted(expected for _, _, expected in FAULTS)
    assert len(found) == 8


@given(st.sets(st.integers(0, 7)))
def test_any_company_is_as_many(which: set[int]) -> None:
    """Any of them together are as many findings, the same ones."""
    assert told(planted(sorted(which))) == sorted(FAULTS[number][2] for number in which)


def test_a_misspelt_required_key_is_one_mistake() -> None:
    """`titel` for `title` is one finding, at the key, with what was meant."""
    (finding,) = helaplan.check(PLAN.replace("title:", "titel:"))
    assert (finding.code, finding.args["suggestion"]) == ("unknown-key", "title")


def test_no_is_text() -> None:
    """The unquoted `NO` of the planted faults is no fault in this format: YAML 1.2 has it as two letters."""
    text = PLAN.replace("title: Plan", "title: NO")
    assert told(text) == []
    assert helaplan.read_plan(text).title == "NO"


def test_statistics_count_what_was_found(
    capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """`--statistics` has a line for each code, the most frequent first; machine-readable output stays whole."""
    path = tmp_path_factory.mktemp("plan") / "plan.yaml"
    path.write_text(planted(list(range(8))), encoding="utf-8")
    counts = Counter(code for _, _, (code, _, _) in FAULTS)
    assert main(["--lang", "en", "check", "--format", "concise", "--statistics", str(path)]) == 1
    lines = capsys.readouterr().out.splitlines()[8:]
    assert [each.split() for each in lines] == [
        [str(count), code] for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    assert main(["--lang", "en", "check", "--format", "json", "--statistics", str(path)]) == 1
    captured = capsys.readouterr()
    assert json.loads(captured.out)["summary"]["errors"] == 8
    assert [each.split() for each in captured.err.splitlines()] == [each.split() for each in lines]


def test_severities_are_errors() -> None:
    """All eight fail a check by themselves."""
    assert {each.severity for each in helaplan.check(planted(list(range(8))))} == {Severity.ERROR}
