"""Wrong calls of the public functions: what is wrong is named, and nothing senseless is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

import helaplan
from helaplan import Area, InvalidPlan, Organisation, Period, Plan, UnknownFormat

OWNER = Organisation(name="Tallmo bygdegrupp")
#: Values of other types than their fields', which mypy would tell a programmer of.
DAY: Any = "2026-01-01"
DATA: Any = {"text": "x"}


@pytest.mark.parametrize("to", ["json", "yaml", "markdown", "wheel"])
def test_a_path_is_no_plan(to: str) -> None:
    """Whoever hands export a file's name is told, and gets no file that holds the name."""
    wrong: Any = "plan.yaml"
    with pytest.raises(TypeError, match="not str"):
        helaplan.export(wrong, to)


@pytest.mark.parametrize("call", [helaplan.check, helaplan.read_plan, helaplan.fix])
@pytest.mark.parametrize("wrong", [None, 7])
def test_a_source_is_a_path_bytes_or_text(call: Callable[[Any], object], wrong: object) -> None:
    """What can't be a plan's source is named by its type."""
    with pytest.raises(TypeError, match=f"not {type(wrong).__name__}"):
        call(wrong)


@pytest.mark.parametrize(
    "changes, path",
    [
        ({"period": Period(start=DAY, end=dt.date(2026, 12, 31))}, ("period", "start")),
        ({"organisation": "Tallmo"}, ("organisation",)),
        ({"areas": (Area(name="A", activities=(DATA,)),)}, ("areas", 0, "activities", 0)),
    ],
)
def test_values_of_wrong_types_have_their_places(changes: dict[str, Any], path: tuple[str | int, ...]) -> None:
    """check reports and export refuses a plan that was built of other values than its fields', with their paths."""
    plan = Plan(**{"id": "a", "title": "T", "organisation": OWNER, **changes})
    assert path in [each.path for each in helaplan.check(plan)]
    with pytest.raises(InvalidPlan) as caught:
        helaplan.export(plan, "markdown")
    assert path in [each.path for each in caught.value.report]


@pytest.mark.parametrize("short, name", [("svg", "wheel"), ("md", "markdown"), ("YML", "yaml")])
def test_a_suffix_goes_without_its_dot(short: str, name: str) -> None:
    """`--to md` means what `-o plan.md` does."""
    plan = Plan(id="a", title="T", organisation=OWNER)
    assert helaplan.export(plan, short) == helaplan.export(plan, name)


@pytest.mark.parametrize("to", ["json", "yaml", "markdown", "wheel"])
def test_export_refuses_a_plan_that_no_file_may_hold(to: str) -> None:
    """Values are verified at the border (ADR 0008): each fault with its path, and no bytes; `force` writes them."""
    plan = Plan(id="a", title="T", organisation=OWNER, areas=(Area(id="A b", name="Å"), Area(id="c", name="")))
    with pytest.raises(InvalidPlan) as caught:
        helaplan.export(plan, to)
    assert {("areas", 0, "id"), ("areas", 1, "name")} <= {each.path for each in caught.value.report}
    if to != "yaml":  # write_plan, whose work this is, verifies by itself
        assert helaplan.export(plan, to, force=True)


@pytest.mark.parametrize("to", ["json", "yaml", "wheel"])
@pytest.mark.parametrize("content", ["summary", "finns-inte"])
def test_a_content_is_of_documents(to: str, content: str) -> None:
    """A format that holds data would write something else than was asked for: refused, not passed by in silence."""
    plan = Plan(id="a", title="T", organisation=OWNER)
    with pytest.raises(UnknownFormat) as caught:
        helaplan.export(plan, to, content=content)
    assert [each.code for each in caught.value.findings] == ["content-without-document"]
    assert helaplan.export(plan, to, content="plan") == helaplan.export(plan, to)
