"""The same for programs: one checker for many files, fixes as values, no file touched."""

from __future__ import annotations

import json
from pathlib import Path

from helaplan import Checker, Edit, Fix, Host, check, fix, read_settings, render

PLAN = "helaplan: 1\nkind: plan\nid: tallmo\ntitle: Plan\norganisation: {name: Tallmo}\nperiod: 2023\n"


def test_a_checker_says_what_check_says(tmp_path: Path) -> None:
    """Paths, bytes and texts in one go, in order, each report as if it were alone."""
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    sources = (path, PLAN.encode(), PLAN, "x: ]")
    checker = Checker(host=Host(plugins=False))
    assert list(checker.check_all(sources)) == [check(each) for each in sources]
    assert checker.look_at(PLAN).report == check(PLAN)


def test_a_path_is_mended_in_memory_only(tmp_path: Path) -> None:
    """Whoever wants the file changed writes `data`."""
    path = tmp_path / "plan.yaml"
    path.write_bytes(PLAN.encode())
    made = fix(path)
    assert made.data.endswith(b"period: {start: 2023-01-01, end: 2023-12-31}\n")
    assert path.read_bytes() == PLAN.encode()
    assert {each.file for each in made.applied} == {str(path)}


def test_settings_decide_what_is_mended() -> None:
    """A code that is ignored is not mended either."""
    read = read_settings(b'[rules]\nignore = ["wrong-type"]\n')
    assert read is not None
    checker = Checker(settings=read.settings)
    assert [each.code for each in checker.check(PLAN)] == []
    assert not checker.fix(PLAN).changed
    assert Checker().fix(PLAN).changed


def test_a_selected_profile_that_is_missing_is_told_for_each_file() -> None:
    """As `check` does."""
    reports = list(Checker(profiles=["finns-inte"]).check_all([PLAN, PLAN]))
    assert ["profile-missing" in [each.code for each in report] for report in reports] == [True, True]


def test_a_report_says_which_findings_can_be_mended() -> None:
    """JSON has one word; SARIF has the edits with their places."""
    report = check(PLAN, name="p.yaml")
    (found,) = report
    assert found.fix == Fix(edits=(Edit(83, 87, "{start: 2023-01-01, end: 2023-12-31}"),))
    (told,) = json.loads(render(report, "json", "sv"))["findings"]
    assert told["fix"] == "safe"
    (result,) = json.loads(render(report, "sarif", "sv"))["runs"][0]["results"]
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement == {
        "deletedRegion": {"startLine": 6, "startColumn": 9, "endLine": 6, "endColumn": 13},
        "insertedContent": {"text": "{start: 2023-01-01, end: 2023-12-31}"},
    }


def test_no_personal_data_travels_in_a_fix() -> None:
    """Quoting a line with a telephone number is told without the line."""
    report = check(PLAN + "visions: [{text: x}]\nmission: Ring: 070-123 45 67\n", name="p.yaml")
    (found,) = report
    assert found.fix is not None
    assert "070-123" in found.fix.edits[0].text
    for form in ("json", "sarif", "full", "gitlab", "junit"):
        assert "070-123" not in render(report, form, "sv")
