"""Every rule's case files: `tests/cases/<code>/` holds a bad plan, what is found in it and where, and a good plan."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helaplan.findings import Finding, Related, pointer
from helaplan.pipeline.check import examine
from helaplan.rules import RULES

CASES = sorted(path.parent for path in (Path(__file__).parents[1] / "cases").glob("*/expected.json"))
#: One walk finds all four, under the rule of the first.
PERSONAL = {"phone-in-text", "email-in-text", "address-in-text"}


def _found(path: Path, code: str) -> list[Finding]:
    return [each for each in examine(path.read_bytes(), name=path.name).report if each.code == code]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_bad_plan_has_the_findings_at_their_places(case: Path) -> None:
    """All findings of the code, with severity, path, line and column, and no others of that code."""
    found = [
        {
            "code": each.code,
            "severity": each.severity.value,
            "path": pointer(each.path),
            "line": each.span.start.line if each.span else None,
            "column": each.span.start.column if each.span else None,
        }
        for each in _found(case / "bad.yaml", case.name)
    ]
    assert found == json.loads((case / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_good_plan_has_none(case: Path) -> None:
    """The good plan, as near to the bad one as can be, has no finding of the code and no error."""
    report = examine((case / "good.yaml").read_bytes(), name="good.yaml").report
    assert report.ok
    assert case.name not in [each.code for each in report]


def test_every_rule_has_cases() -> None:
    """A rule without case files is a rule that nobody has tried."""
    codes = {rule.code for rule in RULES} | PERSONAL
    assert codes == {case.name for case in CASES}


def test_a_duplicate_is_told_in_the_order_of_the_file() -> None:
    """The first place of the file keeps its id, whatever order the keys of the plan usually have."""
    text = (
        "helaplan: 1\nkind: plan\ntitle: T\norganisation: {name: F}\n"
        "areas:\n  - {id: bygd, name: Bygd}\ngoals:\n  - {id: bygd, text: Levande}\nid: bygd\n"
    )
    found = [each for each in examine(text, name="plan.yaml").report if each.code == "duplicate-id"]
    assert [(pointer(each.path), each.span and each.span.start.line) for each in found] == [
        ("/goals/0/id", 8),
        ("/id", 9),
    ]
    for each in found:
        first = each.args["first"]
        assert isinstance(first, Related)
        assert (pointer(first.path), first.span and first.span.start.line) == ("/areas/0/id", 6)
