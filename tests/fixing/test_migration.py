"""Older format versions, shown with a version 0 that never was: `namn` for `name`, a year for the period."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from helaplan import Edit, Plan, Severity
from helaplan.pipeline.check import examine
from helaplan.pipeline.fixing import fix_source
from helaplan.planfile.migrate import MIGRATIONS, migrate
from helaplan.planfile.places import child
from helaplan.planfile.reader import Raw, read_raw

OLD = """\
# Tallmos plan, skriven för hand
helaplan: {version}   # gammal
kind: plan
id: tallmo
title: Plan
organisation: {{namn: "Tallmo"}}   # byalaget
year: 2023
status: {{state: antagen}}
"""


def edits(raw: Raw, key: str, old: str, new: str, value: str = "") -> Iterator[Edit]:
    """The edits that rename a key of a mapping at `key` (or the top), and write another value."""
    owner = raw.places.node((key,) if key else ())
    found = child(owner, old) if owner is not None else None
    if found is None or found[0] is None:
        return
    for node, text in ((found[0], new), (found[1], value)):
        if text:
            span = raw.places.of(node)
            start, end = (raw.places.lines.offset(at.line - 1, at.column - 1) for at in (span.start, span.end))
            yield Edit(start, end, text)


def from_0(raw: Raw) -> Iterator[Edit]:
    """Version 0 had Swedish names and the year as a number."""
    yield from edits(raw, "organisation", "namn", "name")
    year = raw.data.get("year")
    yield from edits(raw, "", "year", "period", f"{{start: {year}-01-01, end: {year}-12-31}}")


def from_minus_1(raw: Raw) -> Iterator[Edit]:
    """Version -1 said `rubrik`."""
    yield from edits(raw, "", "rubrik", "title")


STEPS = {0: from_0, -1: from_minus_1}


def test_format_1_is_the_first() -> None:
    """No migration exists for real; `helaplan: 0` is an unknown version and nothing is guessed."""
    assert not MIGRATIONS
    assert "bad-format-version" in [each.code for each in examine(OLD.format(version=0)).report]


def test_an_old_file_is_read_as_if_it_were_new() -> None:
    """The value is the plan that the migration makes; one note says how old the file is."""
    made = examine(OLD.format(version=0).replace("antagen", "draft"), migrations=STEPS)
    assert isinstance(made.value, Plan)
    assert made.value.organisation.name == "Tallmo"
    assert made.value.period is not None
    assert [(each.code, each.severity) for each in made.report] == [("old-format", Severity.NOTE)]


def test_findings_stand_where_they_are_in_the_old_file() -> None:
    """Edits before a finding on its own line do not move it."""
    text = OLD.format(version=0).replace('"Tallmo"}', '"Tallmo", nvå: x}').replace("antagen", "fel")
    found = {each.code: each for each in examine(text, migrations=STEPS).report}
    for code, part in (("unknown-key", "nvå"), ("unknown-choice", "fel")):
        span = found[code].span
        assert span is not None
        assert text.splitlines()[span.start.line - 1][span.start.column - 1 :].startswith(part)
        assert found[code].fix is None, "an edit for the new text would hit the wrong characters of the old one"


def test_fixing_rewrites_the_file_and_keeps_comments() -> None:
    """First the format, then what is wrong in it; twice is once."""
    made = fix_source(OLD.format(version=0), lambda source: examine(source, migrations=STEPS).report)
    assert made.text == (
        "# Tallmos plan, skriven för hand\nhelaplan: 1   # gammal\nkind: plan\nid: tallmo\ntitle: Plan\n"
        'organisation: {name: "Tallmo"}   # byalaget\nperiod: {start: 2023-01-01, end: 2023-12-31}\n'
        "status: {state: adopted}\n"
    )
    assert [each.code for each in made.applied] == ["old-format", "unknown-choice"]


def test_several_versions_are_gone_through_one_by_one() -> None:
    """A file two versions old is read, and its places are those of the file, through both steps."""
    text = OLD.format(version=-1).replace("title:", "rubrik:").replace("antagen", "draft, xy: 1")
    made = examine(text, migrations=STEPS)
    assert made.value.title == "Plan"
    unknown = next(each for each in made.report if each.code == "unknown-key")
    assert unknown.span is not None
    assert text.splitlines()[unknown.span.start.line - 1][unknown.span.start.column - 1 :].startswith("xy")
    fixed = fix_source(text, lambda source: examine(source, migrations=STEPS).report)
    assert [each.args["number"] for each in fixed.applied if each.code == "old-format"] == [-1, 0]
    assert "helaplan: 1   # gammal\n" in fixed.text


@pytest.mark.parametrize("version", ["1", "2", '"0"', "x", "-5", "0.5"])
def test_what_is_not_old_is_not_migrated(version: str) -> None:
    """The present version, a newer one, no number, and one from which no way leads."""
    assert migrate(read_raw(OLD.format(version=version)), known=1, migrations=STEPS) is None
