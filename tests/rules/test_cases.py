"""Every rule's case files: `tests/cases/<code>/` holds a bad plan, what is found in it and where, and a good plan."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import helaplan
from helaplan.findings import Finding, Related, Severity, pointer
from helaplan.pipeline.check import examine
from helaplan.rules import RULES
from helaplan.rules.careful import RULES as CAREFUL
from helaplan.rules.rule import Rule
from helaplan.text.starter import starter

CASES = sorted(path.parent for path in (Path(__file__).parents[1] / "cases").glob("*/expected.json"))
#: What no rule finds, but the file itself is asked for.
OF_FILES = {"ignore-unused", "ignore-unknown-code", "ignore-without-code", "list-in-text"}


def _profiles(code: str) -> tuple[Rule, ...]:
    """The careful rules for a case of theirs: everything else must be found without them."""
    return CAREFUL if any(code in rule.codes for rule in CAREFUL) else ()


def _found(path: Path, code: str) -> list[Finding]:
    report = examine(path.read_bytes(), name=path.name, profiles=_profiles(code)).report
    return [each for each in report if each.code == code]


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
    report = examine((case / "good.yaml").read_bytes(), name="good.yaml", profiles=_profiles(case.name)).report
    assert report.ok
    assert case.name not in [each.code for each in report]


def test_every_rule_has_cases() -> None:
    """A rule without case files is a rule that nobody has tried."""
    codes = {code for rule in (*RULES, *CAREFUL) for code in rule.codes}
    assert codes | OF_FILES == {case.name for case in CASES}


def test_opinions_are_notes_and_wait_to_be_selected() -> None:
    """No careful rule runs by itself, and none gives more than a note: a default check stays calm."""
    assert not {code for rule in RULES for code in rule.codes} & {code for rule in CAREFUL for code in rule.codes}
    for case in CASES:
        if _profiles(case.name):
            assert {each.severity for each in _found(case / "bad.yaml", case.name)} == {Severity.NOTE}
            plain = examine((case / "bad.yaml").read_bytes(), name="bad.yaml").report
            assert case.name not in [each.code for each in plain]


def test_plans_that_people_begin_with_are_clean() -> None:
    """The starter has nothing to remark upon by default, and only notes for careful readers."""
    for text in (starter(2024), starter(2026)):
        assert examine(text, name="plan.yaml").report.findings == ()
        careful = examine(text, name="plan.yaml", profiles=CAREFUL).report
        assert {each.severity for each in careful} <= {Severity.NOTE}


@pytest.mark.checkout
def test_the_example_is_clean_and_so_is_its_import() -> None:
    """The published plan of Örebro, as its plan file and as read from its text: no warning."""
    folder = Path(__file__).parents[2] / "examples" / "orebro-2023"
    assert examine((folder / "plan.yaml").read_bytes(), name="plan.yaml").report.findings == ()
    imported = helaplan.import_document(folder / "verksamhetsplan-2023.txt").plan
    assert {each.code for each in helaplan.check(imported)} <= {"question-open", "organisation-unknown"}


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
