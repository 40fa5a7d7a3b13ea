"""What a finding shows as an example would be accepted where it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import helaplan.model
from helaplan.model.fields import key_of, spec_of
from helaplan.pipeline.example import example_of
from helaplan.planfile.reader import read_raw
from helaplan.planfile.structure import structure


def _fields() -> Iterator[tuple[type, str]]:
    for name in helaplan.model.__all__:
        cls = getattr(helaplan.model, name)
        if isinstance(cls, type) and attrs.has(cls):
            yield from ((cls, key_of(each)) for each in attrs.fields(cls))


FIELDS = [*_fields()]


def _shown(cls: type, key: str, value: object) -> str:
    (attribute,) = [each for each in attrs.fields(cls) if key_of(each) == key]
    return example_of(spec_of(attribute), value)


@pytest.mark.parametrize(
    "value", ["Anna", 7, 2027, None, ["x"], {"a": 1}, "styrelsen, Anna", "maj", "7", "7, 8", "true"], ids=str
)
def test_an_example_has_the_shape_that_is_wanted(value: Any) -> None:
    """For every field of the model, whatever stood there: read back it is of no wrong shape, nor lacks a key."""
    assert len(FIELDS) > 100
    shown = 0
    for cls, key in FIELDS:
        example = _shown(cls, key, value)
        if not example:
            continue
        shown += 1
        raw = read_raw(f"{key}: {example}\n")
        assert raw.findings == (), (cls, key, example)
        findings = structure(cls, raw.data).findings
        told = [(each.code, each.path) for each in findings if each.path[:1] == (key,) and each.path != (key,)]
        told += [(each.code, each.path) for each in findings if each.path == (key,) and each.code == "wrong-type"]
        # An id is told of by itself; `…` and words stand for what only the writer knows.
        wrong = [each for each in told if each[0] in ("wrong-type", "missing-key", "unknown-key", "number-for-text")]
        assert wrong == [], (cls, key, example)
    assert shown > 100


@given(st.text(max_size=60), st.integers(0, len(FIELDS) - 1))
def test_any_value_is_shown_whole_or_not_at_all(value: str, place: int) -> None:
    """The example can be read again, whatever stood in the file."""
    cls, key = FIELDS[place]
    example = _shown(cls, key, value)
    assert "\n" not in example
    if example:
        assert read_raw(f"{key}: {example}\n").findings == ()
