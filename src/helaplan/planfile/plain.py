"""Events straight to data, for the file that has nothing out of the ordinary: nearly every one.

No nodes and no places are made. Whatever is not plain and clean raises `NotPlain`, and the file is read again by
way of the node tree, which can say what is wrong and where. A test holds both ways to the same data.
"""

from __future__ import annotations

from typing import Any

from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from helaplan.planfile.compose import MAX_DEPTH, NextEvent
from helaplan.planfile.scalars import (
    CONSTANTS,
    FORBIDDEN,
    NUMBER_START,
    PERHAPS_A_KEY,
    REFUSED,
    NotPlain,
    meaning,
)


def plain_data(get: NextEvent) -> dict[str, Any]:
    """The data of a file whose top is a mapping. Raises NotPlain, or what the parser raises."""
    get()  # the start of the stream
    if get().__class__ is not DocumentStartEvent:
        raise NotPlain
    event = get()
    if event.__class__ is not MappingStartEvent:
        raise NotPlain
    data: dict[str, Any] = collection(get, event, 1)
    get()  # the end of the document
    if get().__class__ is not StreamEndEvent:
        raise NotPlain
    return data


def collection(get: NextEvent, event: Any, depth: int) -> Any:
    """The mapping or list that begins with this event."""
    if depth > MAX_DEPTH or event.anchor is not None or event.tag is not None:
        raise NotPlain
    if event.__class__ is MappingStartEvent:
        return _mapping(get, depth)
    if event.__class__ is SequenceStartEvent:
        return _sequence(get, depth)
    raise NotPlain


def _mapping(get: NextEvent, depth: int) -> dict[str, Any]:
    made: dict[str, Any] = {}
    count = 0
    while True:
        event = get()
        if event.__class__ is not ScalarEvent:
            if event.__class__ is MappingEndEvent and len(made) == count:
                return made
            raise NotPlain
        key = event.value
        # Keys are ASCII in any plan, so the look at odd ones (decomposed letters, control characters) is left out.
        if event.anchor is not None or event.tag is not None or not key.isascii() or not key.isprintable():
            raise NotPlain
        if not event.style and (key in CONSTANTS or key[0] in NUMBER_START or key == "<<"):
            raise NotPlain
        count += 1
        event = get()
        made[key] = scalar(event) if event.__class__ is ScalarEvent else collection(get, event, depth + 1)


def _sequence(get: NextEvent, depth: int) -> list[Any]:
    made: list[Any] = []
    while True:
        event = get()
        if event.__class__ is ScalarEvent:
            made.append(scalar(event))
        elif event.__class__ is SequenceEndEvent:
            return made
        else:
            made.append(collection(get, event, depth + 1))


def scalar(event: Any) -> Any:
    """The value of a scalar's event."""
    if event.anchor is not None or event.tag is not None:
        raise NotPlain
    value = event.value
    if event.style:
        # isprintable is false for line ends too, but fast; only an escape can bring in what the scan looked for.
        if event.style == '"' and not value.isprintable() and FORBIDDEN(value):
            raise NotPlain
        return value
    if value in CONSTANTS:
        value = CONSTANTS[value]
        # Null is no value of any field, so there will be a finding, and its place depends on what is written.
        if value is None:
            raise NotPlain
        return value
    # On a row of its own a dash was perhaps meant as a list, also below a number: `17 maj`.
    if ":" in value and PERHAPS_A_KEY(value):
        raise NotPlain
    if (" -" in value or "\n-" in value) and event.start_mark.line != event.end_mark.line:
        raise NotPlain
    if value[0] in NUMBER_START:
        value = meaning(value)
        if value is REFUSED:
            raise NotPlain
    return value
