"""The text of a file straight to a checked object, for the file without any fault: nearly every one.

No nodes and no places are made on the way, which takes most of the time of a check. The tables are made from the same
field specs that structure and describe a plan, so nothing is said twice; whatever is out of the ordinary raises
`NotPlain`, and the file is read again by the way that can explain. A test holds both ways to the same objects.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import Any, TypeAlias
from unicodedata import is_normalized

import attrs
from attrs import frozen

from helaplan.model.faults import Faults
from helaplan.model.fields import is_required, key_of, spec_of
from helaplan.model.specs import Choice, Items, Line, Nested, OpenMapping, Prose, Spec
from helaplan.planfile.collector import collector_paused
from helaplan.planfile.decode import Decoded, decode
from helaplan.planfile.rows import everyday_data
from helaplan.planfile.scalars import NotPlain

#: From a value in the data to the one in an object.
Read: TypeAlias = Callable[[Any], Any]
_Put: TypeAlias = Callable[[Any, Any], None]

#: So many orders of keys of one class are kept; half a dozen are in use.
_MOST_SHAPES = 200


@frozen(eq=False, repr=False)
class Straight:
    """An object that was read without the way over nodes, and the text it was read from."""

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
        if not _is_tame(decoded.text):
            return None
        try:
            return Straight(_table(cls)(_data(decoded, pure)), decoded.text)
        except (NotPlain, Faults):
            return None


def _data(decoded: Decoded, pure: bool) -> dict[str, Any]:
    """The data of a tame file. Raises NotPlain."""
    try:
        return everyday_data(decoded.text)
    except NotPlain:
        return _parsed(decoded, pure)


def _parsed(decoded: Decoded, pure: bool) -> dict[str, Any]:
    """The data of a tame file that takes a parser. Raises NotPlain."""
    # Imported here: a check of files in the everyday style needs no parser, which takes a while to load.
    from helaplan.planfile.compose import PARSE_ERRORS, events_of
    from helaplan.planfile.plain import plain_data
    from helaplan.planfile.scan import scan

    scanned = scan(decoded.text, decoded.data)
    if scanned.fatal or scanned.faults or scanned.tab:
        raise NotPlain
    try:
        return plain_data(events_of(scanned.text, scanned.data, pure=pure or scanned.only_pure))
    except PARSE_ERRORS:
        raise NotPlain from None


def _is_tame(text: str) -> bool:
    """True for a text in which nothing has to be looked for value by value: no odd characters, no anchor, no tag.

    Each look goes over the whole file at the speed of C, and there are some hundred values in it.
    """
    if not (text.replace("\n", "").isprintable() and is_normalized("NFC", text)):
        return False
    # An escape may bring in any character.
    if "\\" in text and '"' in text:
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
    shapes: dict[tuple[str, ...], _Shape] = {}
    new: Callable[[type], Any] = object.__new__

    def read(data: Any) -> Any:
        if data.__class__ is not dict:
            raise NotPlain
        keys = tuple(data)
        shape = shapes.get(keys)
        if shape is None:
            shape = _shape(cls, keys)
            if len(shapes) < _MOST_SHAPES:
                shapes[keys] = shape
        made = new(cls)
        for put, default in shape.defaults:
            put(made, default)
        for put, factory in shape.factories:
            put(made, factory())
        for (put, read_value), value in zip(shape.given, data.values(), strict=True):
            put(made, read_value(value))
        return made

    return read


@frozen(eq=False, repr=False)
class _Shape:
    """How an object is made of a mapping that has certain keys: what is put into each of its slots."""

    given: tuple[tuple[_Put, Read], ...]
    defaults: tuple[tuple[_Put, Any], ...]
    factories: tuple[tuple[_Put, Callable[[], Any]], ...]


def _shape(cls: type, keys: tuple[str, ...]) -> _Shape:
    """The shape of a class for keys in their order. Raises NotPlain where one is unknown or missing."""
    known = {key_of(each): each for each in attrs.fields(cls)}
    missing = [each for key, each in known.items() if key not in keys]
    if len(known) - len(missing) != len(keys) or any(map(is_required, missing)):
        raise NotPlain
    made = [each for each in missing if isinstance(each.default, attrs.Factory)]  # type: ignore[arg-type]
    return _Shape(
        given=tuple((_put(cls, known[key]), _reader(spec_of(known[key]))) for key in keys),
        defaults=tuple((_put(cls, each), each.default) for each in missing if each not in made),
        factories=tuple((_put(cls, each), each.default.factory) for each in made),
    )


def _put(cls: type, attribute: attrs.Attribute[Any]) -> _Put:
    put: _Put = getattr(cls, attribute.name).__set__
    return put


def _reader(spec: Spec) -> Read:
    """How a value of this shape is read."""
    if isinstance(spec, Nested):
        return _table(spec.cls)
    if isinstance(spec, Items):
        return _items(_reader(spec.item))
    if isinstance(spec, Prose):
        return _prose(_text(spec))
    if isinstance(spec, Line):
        return _text(spec)
    if isinstance(spec, Choice):
        return _choice(spec)
    if isinstance(spec, OpenMapping):
        # Kept value for value, while the data may be shared.
        return lambda value: deepcopy(spec.structure(value))
    return _other(spec)


def _items(item: Read) -> Read:
    def read(value: Any) -> tuple[Any, ...]:
        if value.__class__ is not list:
            raise NotPlain
        return tuple([item(each) for each in value])

    return read


def _text(spec: Line) -> Read:
    structure = spec.structure
    if spec.match is not None:
        return _matching(spec) if spec.ascii else structure

    def read(value: Any) -> Any:
        # The file is in NFC and has no odd characters, so only blanks can keep a text from its normal form.
        if value.__class__ is not str or "\n" in value or "  " in value or value[:1] in _EDGES or value[-1] == " ":
            return structure(value)
        return value

    return read


#: What a text in its normal form does not begin with.
_EDGES = ("", " ")


def _prose(other: Read) -> Read:
    def read(value: Any) -> Any:
        # A line of blanks would divide paragraphs too.
        if value.__class__ is not str or "\n" not in value or "\n " in value:
            return other(value)
        if "\n\n" not in value:
            made = " ".join(value.split())
        else:
            made = "\n\n".join(filter(None, [" ".join(part.split()) for part in value.split("\n\n")]))
        return made or other(value)

    return read


def _matching(spec: Line) -> Read:
    match, longest = spec.match, spec.max_length
    assert match is not None

    def read(value: Any) -> Any:
        if value.__class__ is not str or len(value) > longest or not match(value):
            raise NotPlain
        return value

    return read


def _choice(spec: Choice) -> Read:
    words = {word: word for word in spec.choices}.get

    def read(value: Any) -> Any:
        word = words(value) if value.__class__ is str else None
        if word is None:
            raise NotPlain
        return word

    return read


def _other(spec: Spec) -> Read:
    structure = spec.structure

    def read(value: Any) -> Any:
        # `3.0` is 3 and as good, but there is a note about it.
        if value.__class__ is float and value.is_integer():
            raise NotPlain
        return structure(value)

    return read
