"""A parser's events straight to a checked object, for the file without any fault: nearly every one.

No data, no nodes and no places are made on the way, which halves the time of a check. The tables are made from the
same field specs that structure and describe a plan, so nothing is said twice; whatever is out of the ordinary raises
`NotPlain`, and the file is read again by the way that can explain. A test holds both ways to the same objects.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from typing import Any
from unicodedata import is_normalized

import attrs
from attrs import frozen
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from helaplan.model.faults import Faults
from helaplan.model.fields import is_required, key_of, spec_of
from helaplan.model.specs import Choice, Date, Integer, Items, Line, Nested, Spec
from helaplan.planfile.collector import collector_paused
from helaplan.planfile.compose import PARSE_ERRORS, NextEvent, events_of
from helaplan.planfile.decode import decode
from helaplan.planfile.plain import PERHAPS_A_KEY, NotPlain, collection, scalar
from helaplan.planfile.scalars import CONSTANTS, FORBIDDEN, NUMBER_START, meaning
from helaplan.planfile.scan import scan

#: First characters of an unquoted scalar that may be something else than text; "" is the empty one's.
_TELLING = NUMBER_START | {word[:1] for word in CONSTANTS}

#: A whole number of so many digits is one in every program that reads it.
_SHORT = 9

#: From the next event of a value, and what gives the ones after it, to the value.
Read = Callable[[NextEvent, Any], Any]


@frozen(eq=False, repr=False)
class Straight:
    """An object that was read without the way over data, and the text it was read from."""

    value: Any
    text: str


def read_straight(source: bytes | str, cls: type, *, pure: bool = False) -> Straight | None:
    """The object of a core class in a file without any fault; None for any other file.

    The same object that `read_raw` and `structure` give. Whoever gets None asks those two, which can explain.
    """
    with collector_paused():
        decoded = decode(source)
        if decoded.finding:
            return None
        scanned = scan(decoded.text, decoded.data)
        if scanned.fatal or scanned.faults or scanned.tab:
            return None
        try:
            events = events_of(scanned.text, scanned.data, pure=pure or scanned.only_pure)
            return Straight(straight_object(events, scanned.text, cls), scanned.text)
        except (NotPlain, *PARSE_ERRORS):
            return None


def straight_object(get: NextEvent, text: str, cls: type) -> Any:
    """The object in a file of this text, whose top is a mapping. Raises NotPlain, or what the parser raises."""
    if not _is_tame(text):
        raise NotPlain
    get()  # the start of the stream
    if get().__class__ is not DocumentStartEvent:
        raise NotPlain
    try:
        made = _table(cls)(get, get())
    except (KeyError, Faults):
        raise NotPlain from None
    get()  # the end of the document
    if get().__class__ is not StreamEndEvent:
        raise NotPlain
    return made


def _is_tame(text: str) -> bool:
    """True for a text in which nothing has to be looked for value by value: no odd characters, no anchor, no tag.

    Each look goes over the whole file at the speed of C, and there are some thousand values in it.
    """
    if not (text.replace("\n", "").isprintable() and is_normalized("NFC", text)):
        return False
    for sign in "&!":
        at = text.find(sign)
        while at >= 0:
            # `AB & C` and `leva!` are words; an anchor or tag begins a value, and a lone `!` is a tag too.
            if (sign == "!" or not text[at + 1 : at + 2].isspace()) and not text[at - 1 : at].isalnum():
                return False
            at = text.find(sign, at + 1)
    return True


@cache
def _table(cls: type) -> Read:
    """The table of a model class of the core: they have slots and no validators, so values can be put in directly."""
    attributes = attrs.fields(cls)
    put = {each.name: getattr(cls, each.name).__set__ for each in attributes}
    plain = tuple((put[each.name], each.default) for each in attributes if not _is_factory(each))
    fresh = tuple((put[each.name], each.default.factory) for each in attributes if _is_factory(each))
    known = {
        key_of(each): (1 << bit, put[each.name], _reader(spec_of(each)), _is_free(spec_of(each)))
        for bit, each in enumerate(attributes)
    }
    required = sum(known[key_of(each)][0] for each in attributes if is_required(each))
    new: Callable[[type], Any] = object.__new__

    def read(get: NextEvent, event: Any) -> Any:
        if event.__class__ is not MappingStartEvent:
            raise NotPlain
        made = new(cls)
        for setter, default in plain:
            setter(made, default)
        for setter, factory in fresh:
            setter(made, factory())
        seen = 0
        while True:
            event = get()
            if event.__class__ is not ScalarEvent:
                # Depth needs no count: the classes end it.
                if event.__class__ is MappingEndEvent and seen & required == required:
                    return made
                raise NotPlain
            bit, setter, value, free = known[event.value]
            if seen & bit:
                raise NotPlain
            seen |= bit
            event = get()
            if free and event.__class__ is ScalarEvent and not event.style:
                # Most values are unquoted texts; a call for each would cost as much as the rest of this loop.
                text = event.value
                if text[:1] not in _TELLING and ":" not in text and "  " not in text and " - " not in text:
                    # An empty line in an unquoted text is a line end in its value.
                    setter(made, text if "\n" not in text else value(get, event))
                    continue
            setter(made, value(get, event))

    return read


def _is_factory(attribute: attrs.Attribute[Any]) -> bool:
    return isinstance(attribute.default, attrs.Factory)  # type: ignore[arg-type]


def _is_free(spec: Spec) -> bool:
    """Whether any text will do that is not empty."""
    return isinstance(spec, Line) and not spec.pattern


def _reader(spec: Spec) -> Read:
    """How a value of this shape is read."""
    if isinstance(spec, Nested):
        cls = spec.cls
        # Looked up when it is needed: a class may hold itself.
        return lambda get, event: _table(cls)(get, event)
    if isinstance(spec, Items):
        return _items(_reader(spec.item))
    if isinstance(spec, Line):
        return _text(spec)
    if isinstance(spec, Choice):
        return _choice(spec)
    if isinstance(spec, Date):
        return _date(spec)
    if isinstance(spec, Integer):
        return _integer(spec)
    return _any(spec)


def _items(item: Read) -> Read:
    def read(get: NextEvent, event: Any) -> tuple[Any, ...]:
        if event.__class__ is not SequenceStartEvent:
            raise NotPlain
        made: list[Any] = []
        while True:
            event = get()
            if event.__class__ is SequenceEndEvent:
                return tuple(made)
            made.append(item(get, event))

    return read


def _text(spec: Line) -> Read:
    structure = spec.structure
    match = spec.match
    longest = spec.max_length or sys.maxsize

    def read(get: NextEvent, event: Any) -> Any:
        if event.__class__ is not ScalarEvent:
            raise NotPlain
        value = event.value
        style = event.style
        if not style:
            if value[:1] in _TELLING and meaning(value).__class__ is not str:
                raise NotPlain
            # Perhaps a key without its space, perhaps a list that was swallowed by the text above it.
            if (":" in value and PERHAPS_A_KEY(value)) or " - " in value:
                raise NotPlain
            if match is not None:
                if match(value) and len(value) <= longest:
                    return value
            elif "  " not in value and "\n" not in value:
                return value
        elif style == '"' and not value.isprintable() and FORBIDDEN(value):
            raise NotPlain
        return structure(value)

    return read


def _choice(spec: Choice) -> Read:
    # None of the words is a number or a truth value, so it doesn't matter how one is written.
    words = frozenset(spec.choices) - set(CONSTANTS)

    def read(get: NextEvent, event: Any) -> Any:
        if event.__class__ is not ScalarEvent or event.value not in words:
            raise NotPlain
        return event.value

    return read


def _date(spec: Spec) -> Read:
    structure = spec.structure

    def read(get: NextEvent, event: Any) -> Any:
        # What passes for a day is no number, whether it is quoted or not.
        if event.__class__ is not ScalarEvent:
            raise NotPlain
        return structure(event.value)

    return read


def _integer(spec: Spec) -> Read:
    other = _any(spec)
    structure = spec.structure

    def read(get: NextEvent, event: Any) -> Any:
        if event.__class__ is ScalarEvent and not event.style:
            value = event.value
            if len(value) <= _SHORT and value.isdecimal() and value.isascii():
                return structure(int(value))
        return other(get, event)

    return read


def _any(spec: Spec) -> Read:
    def read(get: NextEvent, event: Any) -> Any:
        value = scalar(event) if event.__class__ is ScalarEvent else collection(get, event, 1)
        # `3.0` is 3 and as good, but there is a note about it.
        if value.__class__ is float and value.is_integer():
            raise NotPlain
        return spec.structure(value)

    return read
