"""One walk over every value of a plan, with paths as they stand in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from attrs import frozen

from helaplan.findings import Path
from helaplan.model.fields import key_of, spec_of
from helaplan.model.specs import Items, Nested, Spec


@frozen
class Seen:
    """A value met on the way: its path, the value, and the spec of its field (of the item, within a list)."""

    path: Path
    value: Any
    spec: Spec


def walk(value: Any, path: Path = ()) -> Iterator[Seen]:
    """Every field value below an object of a model class, in file order: lists, their items, objects, texts.

    Absent values (None, empty text, empty list) are passed by. The object itself is not among them.
    """
    for attribute in attrs.fields(type(value)):
        spec = spec_of(attribute)
        held = getattr(value, attribute.name)
        if held is None or held in ("", ()):
            continue
        yield from _seen((*path, key_of(attribute)), held, spec)


def _seen(path: Path, held: Any, spec: Spec) -> Iterator[Seen]:
    yield Seen(path, held, spec)
    if isinstance(spec, Nested):
        yield from walk(held, path)
    elif isinstance(spec, Items):
        for place, each in enumerate(held):
            yield from _seen((*path, place), each, spec.item)
