"""Which ids the items of a plan name, and what becomes of a name whose item is gone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import attrs
from attrs import evolve

from helaplan.model import Plan, Section
from helaplan.model.fields import spec_of
from helaplan.model.specs import Items
from helaplan.registers.notation import shape


def references(value: Any) -> Iterator[str]:
    """The ids that an item itself names."""
    for attribute in attrs.fields(type(value)):
        spec = spec_of(attribute)
        if isinstance(spec, Items) and shape.is_reference(spec):
            yield from getattr(value, attribute.name)
    if isinstance(value, Section) and value.after:
        yield value.after


def without_lost(plan: Plan, lost: Collection[str]) -> Plan:
    """The plan without references to these ids: goals that were taken out of it, say."""
    made: Plan = _without(plan, frozenset(lost))
    return made


def _without(value: Any, lost: frozenset[str]) -> Any:
    changes: dict[str, Any] = {}
    for attribute in attrs.fields(type(value)):
        held = getattr(value, attribute.name)
        if not isinstance(held, tuple):
            continue
        if shape.is_reference(spec_of(attribute)):
            made = tuple(each for each in held if each not in lost)
        else:
            made = tuple(_without(each, lost) if attrs.has(type(each)) else each for each in held)
        if made != held:
            changes[attribute.name] = made
    return evolve(value, **changes) if changes else value
