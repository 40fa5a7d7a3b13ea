"""JSON: the plan file's data under the same keys, there and back."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helaplan import InvalidPlan, Organisation, Plan, Source, UnreadableSource
from helaplan.formats.json import export_json, load_json
from helaplan.pipeline.check import check_data
from helaplan.testing.strategies import plans

PLAN = Plan(id="x-2023", title="Bygdens plan", organisation=Organisation(name="Bygd"))


@given(plans())
def test_there_and_back(plan: Plan) -> None:
    """load(export(plan)) is the plan, without a finding, and the same bytes each time."""
    data = export_json(plan)
    assert export_json(plan) == data
    loading = load_json(data)
    assert loading.plan == plan
    assert loading.findings == ()


@given(plans())
def test_export_is_what_the_schema_says(plan: Plan) -> None:
    """The export validates against the plan schema, and is UTF-8 that people can read, ending in a line break."""
    data = export_json(plan)
    assert data.endswith(b"}\n")
    assert check_data(json.loads(data)).findings == ()


def test_readable() -> None:
    """Swedish letters stand as themselves, two spaces a level, keys in the order of a plan file."""
    plan = attrs.evolve(PLAN, title="Träffar på Åsen")
    assert (
        export_json(plan)
        .decode()
        .startswith('{\n  "helaplan": 1,\n  "kind": "plan",\n  "id": "x-2023",\n  "title": "Träffar på Åsen"')
    )


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800"])
def test_what_json_cannot_hold_is_refused(value: Any) -> None:
    """A plan built in Python with a number or text that is none for JSON is InvalidPlan, never a broken file."""
    with pytest.raises(InvalidPlan):
        export_json(attrs.evolve(PLAN, extensions={"mine": {"x": value}}))


@pytest.mark.parametrize(
    "data, code",
    [
        (b"\xff\xfe", "json-not-utf8"),
        (b"", "json-broken"),
        (b"{", "json-broken"),
        (b'{"a": NaN}', "json-broken"),
        (b'{"a": 1e999}', "json-broken"),
        (b'{"a": ' + b"9" * 6000 + b"}", "json-broken"),
        (b'{"a": "\\ud800"}', "json-broken"),
        (b"[" * 100_000, "json-broken"),
        (b"[]", "json-not-a-plan"),
        (b'"plan"', "json-not-a-plan"),
        (b'{"id": "a", "id": "b"}', "json-duplicate-key"),
    ],
)
def test_no_json_is_unreadable(data: bytes, code: str) -> None:
    """Bytes that are no JSON mapping are refused with a finding that says what they are."""
    with pytest.raises(UnreadableSource) as caught:
        load_json(data, Source(name="plan.json"))
    assert [each.code for each in caught.value.findings] == [code]


def test_place_of_the_fault() -> None:
    """A syntax fault has line and column."""
    with pytest.raises(UnreadableSource) as caught:
        load_json(b'{\n  "id": x\n}')
    assert caught.value.findings[0].args == {"line": 2, "column": 9}


def test_byte_order_mark_is_no_fault() -> None:
    """What Windows programs put in front is passed over."""
    assert load_json(b"\xef\xbb\xbf" + export_json(PLAN)).plan == PLAN


def test_faulty_data_is_told_and_the_rest_saved() -> None:
    """Faults in the data are findings with paths, as in a plan file; what is sound comes through."""
    data = json.loads(export_json(PLAN)) | {"areas": [{"name": 7}, {"name": "Bygd"}]}
    loading = load_json(json.dumps(data).encode())
    assert [area.name for area in loading.plan.areas if area.name] == ["Bygd"]
    assert [each.path for each in loading.findings] == [("areas", 0, "name")]


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """Any bytes at all give a plan or UnreadableSource."""
    with suppress(UnreadableSource):
        assert load_json(data).plan.title is not None
