"""Writing a plan file: what is read from it is what was written, and people are glad to read it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import yaml
from attrs import evolve
from hypothesis import given

from helaplan.errors import InvalidPlan
from helaplan.findings import Severity
from helaplan.model import Activity, Area, Organisation, Period, Plan, Statement
from helaplan.planfile.reader import read_raw
from helaplan.planfile.structure import structure, unstructure
from helaplan.planfile.writer import write_plan
from helaplan.testing.strategies import plans

PLAN = Plan(id="x-2023", title="Plan", organisation=Organisation(name="Bygd"))
#: Values of other types than their fields', which mypy would tell a programmer of.
DAY: Any = "2026-01-01"
WORDS: Any = "1 jan"
DATA: Any = {"text": "x"}


@given(plans())
def test_what_was_written_reads_as_the_same_plan(plan: Plan) -> None:
    """read(write(plan)) == plan, with libyaml and with the pure parser, and the same bytes each time."""
    text = write_plan(plan)
    assert write_plan(plan) == text
    for pure in (False, True):
        raw = read_raw(text, pure=pure)
        assert raw.findings == ()
        assert structure(Plan, raw.data).value == plan


class _Yaml12(yaml.SafeLoader):
    """Another reader: PyYAML's own, with the scalars of YAML 1.1 that a plan must be safe from."""


@given(plans())
def test_a_yaml_11_reader_sees_the_same_texts(plan: Plan) -> None:
    """Texts that an older YAML would take for dates, booleans or base 60 are quoted."""
    _Yaml12.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: str(node.value))
    data = yaml.load(write_plan(plan), Loader=_Yaml12)
    again = structure(Plan, data)
    assert again.findings == ()
    assert again.value == plan


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "on",
        "18:30",
        "0117",
        "2023-01-01",
        "1_000",
        "null",
        "~",
        "# nej",
        "- x",
        "a: b",
        "'",
        '"',
        "@x",
        "*x",
        "{{ x }}",
    ],
)
def test_words_that_yaml_would_take_for_something_else(text: str) -> None:
    """Each of these comes back as the text it is."""
    plan = evolve(PLAN, title=text)
    assert structure(Plan, read_raw(write_plan(plan)).data).value == plan


def test_long_prose_is_a_block_and_its_paragraphs_stay_apart() -> None:
    """Prose longer than a line stands in a block, broken between words; an empty line divides paragraphs."""
    words = " ".join(["ord"] * 60)
    plan = evolve(PLAN, visions=(Statement(text=f"{words}\n\nTvå."),))
    text = write_plan(plan)
    assert "text: |\n" in text
    assert max(map(len, text.splitlines())) <= 100
    assert "\n\n      Två.\n" in text
    assert structure(Plan, read_raw(text).data).value == plan


def test_what_no_file_may_hold_is_refused_with_its_path() -> None:
    """An object that was built wrong in Python is told before it becomes somebody's file."""
    plan = evolve(PLAN, areas=(Area(name="A", activities=(Activity(text="x", id="Inte Så"),)),))
    with pytest.raises(InvalidPlan) as caught:
        write_plan(plan)
    (finding,) = caught.value.report
    assert (finding.code, finding.path) == ("bad-id", ("areas", 0, "activities", 0, "id"))
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    "changes, code, path",
    [
        ({"period": Period(start=DAY, end=dt.date(2026, 12, 31))}, "not-writable", ("period", "start")),
        ({"period": Period(start=WORDS, end=dt.date(2026, 12, 31))}, "bad-date", ("period", "start")),
        ({"areas": (Area(name="A", activities=(DATA,)),)}, "not-writable", ("areas", 0, "activities", 0)),
        ({"organisation": "Tallmo"}, "wrong-type", ("organisation",)),
    ],
)
def test_a_value_of_another_type_is_told_at_its_place(changes: Any, code: str, path: tuple[str | int, ...]) -> None:
    """A text for a day, data for an activity: a finding with a path, and no AttributeError of the writer's."""
    with pytest.raises(InvalidPlan) as caught:
        write_plan(evolve(PLAN, **changes))
    assert (code, path) in [(each.code, each.path) for each in caught.value.report]


@pytest.mark.parametrize("wrong", [{"id": "a"}, "plan.yaml", None])
def test_what_is_no_plan_at_all_is_wrong_usage(wrong: object) -> None:
    """A mapping or a path in a plan's place is the programmer's fault, and named as what it is."""
    with pytest.raises(TypeError, match=f"not {type(wrong).__name__}"):
        write_plan(wrong)


def test_extension_data_is_kept_value_for_value_in_order() -> None:
    """A plugin's data comes back as it was: order, numbers, nulls, nested lists."""
    data = {"b": [1, 2.5, None, True, "no"], "a": {"x": {"y": []}, "tom": ""}}
    plan = evolve(PLAN, extensions={"zz": data})
    back = structure(Plan, read_raw(write_plan(plan)).data).value
    assert back == plan
    assert list(back.extensions["zz"]) == ["b", "a"]


def test_keys_stand_in_the_order_of_the_model() -> None:
    """Two branches' files can be compared line by line."""
    text = write_plan(evolve(PLAN, values=(Statement(text="v"),), visions=(Statement(text="w"),)))
    keys = [line.split(":")[0] for line in text.splitlines() if line and not line.startswith(" ")]
    assert keys == list(unstructure(evolve(PLAN, values=(Statement(text="v"),), visions=(Statement(text="w"),))))
