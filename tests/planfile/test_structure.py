"""Strict structuring: value, every fault with its path, and the partial value, in one pass."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from helaplan.findings import Anchor
from helaplan.model import Plan
from helaplan.planfile.structure import structure, unstructure
from helaplan.testing.strategies import plans

SMALL: dict[str, Any] = {
    "helaplan": 1,
    "kind": "plan",
    "id": "x-2023",
    "title": "Plan",
    "organisation": {"name": "Bygd"},
}


def found(data: object) -> list[tuple[str, tuple[str | int, ...]]]:
    """Codes and paths of what structuring a plan says."""
    return [(each.code, each.path) for each in structure(Plan, data).findings]


@given(plans())
def test_plain_data_comes_back_as_the_same_plan(plan: Plan) -> None:
    """structure(unstructure(plan)) == plan, and without a finding."""
    made = structure(Plan, unstructure(plan))
    assert made.findings == ()
    assert made.value == plan


def test_values_have_their_python_types() -> None:
    """Dates are dates, amounts exact decimals, lists tuples, whole floats whole numbers."""
    data = {
        **SMALL,
        "helaplan": 1.0,
        "period": {"start": "2023-01-01", "end": "2023-12-31"},
        "areas": [
            {
                "name": "A",
                "activities": [{"text": "x", "budget": {"amount": "5000.50"}, "targets": [{"at_least": 3.0}]}],
            }
        ],
    }
    plan = structure(Plan, data).value
    assert plan.period.start == dt.date(2023, 1, 1)
    activity = plan.areas[0].activities[0]
    assert activity.budget.amount == Decimal("5000.50")
    assert activity.targets[0].at_least == 3
    assert isinstance(activity.targets[0].at_least, int)
    assert plan.helaplan == 1


@pytest.mark.parametrize(
    "change, code, path",
    [
        ({"title": 2023}, "number-for-text", ("title",)),
        ({"title": True}, "boolean-for-text", ("title",)),
        ({"title": None}, "empty-value", ("title",)),
        ({"title": "  "}, "empty-value", ("title",)),
        ({"title": ["x"]}, "wrong-type", ("title",)),
        ({"id": "Ogiltigt Id"}, "bad-id", ("id",)),
        ({"id": "a" * 39}, "bad-id", ("id",)),
        ({"id": "rad\n"}, "bad-id", ("id",)),
        ({"period": "2023"}, "wrong-type", ("period",)),
        ({"period": {"start": "20230101", "end": "2023-12-31"}}, "bad-date", ("period", "start")),
        ({"period": {"start": "2023-02-29", "end": "2023-12-31"}}, "bad-date", ("period", "start")),
        ({"status": {"state": "antagen"}}, "unknown-choice", ("status", "state")),
        ({"areas": {"name": "A"}}, "wrong-type", ("areas",)),
        ({"areas": ["A"]}, "wrong-type", ("areas", 0)),
        ({"purposes": None}, "empty-value", ("purposes",)),
        ({"helaplan": 2}, "newer-format", ("helaplan",)),
        ({"helaplan": True}, "wrong-type", ("helaplan",)),
        ({"kind": "plann"}, "unknown-kind", ("kind",)),
        ({"extensions": []}, "wrong-type", ("extensions",)),
        ({"goals": [{"text": "g", "sdg": [11]}]}, "number-for-text", ("goals", 0, "sdg", 0)),
        ({"partners": [{"name": "A", "kind": "förening"}]}, "unknown-choice", ("partners", 0, "kind")),
    ],
)
def test_one_fault_is_one_finding_at_its_value(change: dict[str, Any], code: str, path: tuple[str | int, ...]) -> None:
    """Nothing is coerced: each wrong value is told once, at its own path."""
    assert found({**SMALL, **change}) == [(code, path)]


def test_a_misspelt_key_and_the_missing_one_are_one_mistake() -> None:
    """`titel:` for `title:` is one finding, at the key, that names the right key."""
    data = {("titel" if key == "title" else key): value for key, value in SMALL.items()}
    (finding,) = structure(Plan, data).findings
    assert (finding.code, finding.path, finding.anchor) == ("unknown-key", ("titel",), Anchor.KEY)
    assert finding.args["suggestion"] == "title"


def test_the_partial_plan_keeps_everything_that_is_right() -> None:
    """A faulty optional part is left out, a faulty item dropped, a missing required text empty."""
    data = {
        "helaplan": 1,
        "kind": "plan",
        "id": "x",
        "organisation": {"name": "Bygd"},
        "period": {"start": "2023-13-01", "end": "2023-12-31"},
        "values": ["löst", {"text": "helt"}],
        "areas": [{"activities": [{"text": "a", "sdg": ["11", "x", "13"]}]}],
    }
    made = structure(Plan, data)
    assert made.value.title == ""
    assert made.value.period is None
    assert [each.text for each in made.value.values] == ["helt"]
    assert made.value.areas[0].name == ""
    assert made.value.areas[0].activities[0].sdg == ("11", "13")
    # A later item of a list that lost one is told where it stands in the file.
    assert made.file_path(("values", 0, "text")) == ("values", 1, "text")
    assert made.file_path(("areas", 0, "activities", 0, "sdg", 1)) == ("areas", 0, "activities", 0, "sdg", 2)


@pytest.mark.parametrize("data", [None, [], "text", 3, {}, {"organisation": None}, {"organisation": {}}])
def test_anything_at_all_gives_findings_and_no_exception(data: object) -> None:
    """Data that is no plan at all is told, not raised."""
    assert structure(Plan, data).findings
