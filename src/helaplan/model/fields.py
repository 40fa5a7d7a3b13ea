"""Field helpers: one call says what a field takes, how it is checked, described and brought into normal form::

    @frozen(kw_only=True, field_transformer=with_specs)
    class Visit:
        place: str = field(metadata=line())
        date: dt.date | None = field(default=None, metadata=date())

A field without default must be in the file. The classes of plugins use the same helpers and so get schema, places,
findings and round trip like the core's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import attrs

from helaplan.model import specs
from helaplan.model.specs import SPEC, Spec

Metadata = dict[Any, Any]
Title = str | Mapping[str, str]


def with_specs(cls: type, fields: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """Give each field the converter of its spec. For `field_transformer=` of attrs."""
    made = []
    for each in fields:
        spec = each.metadata.get(SPEC)
        converter = spec.converter if isinstance(spec, Spec) else None
        made.append(each.evolve(converter=_shared(converter)) if converter and not each.converter else each)
    return made


@cache
def _shared(converter: Callable[[Any], Any]) -> Any:
    """The converter as attrs wraps it. Each wrapping looks at its signature, which costs more than a field."""
    return attrs.Converter(converter)


def line(
    *, key: str = "", title: Title = "", blank: bool = False, pattern: str = "", code: str = "bad-text"
) -> Metadata:
    """A text in one line. It may be empty only with `blank`; what doesn't match `pattern` is a finding `code`."""
    return {SPEC: specs.Line(key=key, title=title, blank=blank, pattern=pattern, code=code)}


def prose(*, key: str = "", title: Title = "") -> Metadata:
    """A text of paragraphs divided by empty lines."""
    return {SPEC: specs.Prose(key=key, title=title)}


def identifier(*, key: str = "", title: Title = "") -> Metadata:
    """An id: `[a-z0-9]+(-[a-z0-9]+)*`, at most 38 characters."""
    spec = specs.Line(key=key, title=title, pattern=specs.ID_PATTERN, max_length=specs.ID_LENGTH, code="bad-id")
    return {SPEC: spec}


def date(*, key: str = "", title: Title = "") -> Metadata:
    """A day, `2023-12-31`."""
    return {SPEC: specs.Date(key=key, title=title)}


def amount(*, key: str = "", title: Title = "") -> Metadata:
    """A sum of money as text: digits, at most two decimals after a point."""
    return {SPEC: specs.Amount(key=key, title=title)}


def number(*, key: str = "", title: Title = "") -> Metadata:
    """A number, whole or not, of at most 15 digits."""
    return {SPEC: specs.Number(key=key, title=title)}


def integer(low: int, high: int, *, key: str = "", title: Title = "") -> Metadata:
    """A whole number from `low` to `high`."""
    return {SPEC: specs.Integer(key=key, title=title, low=low, high=high)}


def choice(*choices: str, key: str = "", title: Title = "") -> Metadata:
    """One of these words."""
    return {SPEC: specs.Choice(key=key, title=title, choices=choices)}


def format_version(value: int, *, title: Title = "") -> Metadata:
    """The format version this class reads."""
    return {SPEC: specs.FormatVersion(title=title, value=value)}


def kind(value: str, *, title: Title = "") -> Metadata:
    """The name of the file kind this class reads."""
    return {SPEC: specs.Kind(title=title, value=value)}


def nested(cls: type, *, key: str = "", title: Title = "") -> Metadata:
    """An object of another class."""
    return {SPEC: specs.Nested(key=key, title=title, cls=cls)}


def lines(*, key: str = "", title: Title = "") -> Metadata:
    """A list of one-line texts."""
    return {SPEC: specs.Items(key=key, title=title, item=specs.Line())}


def references(*, key: str = "", title: Title = "") -> Metadata:
    """A list of ids of other parts of the plan. That they exist is a rule, not a shape."""
    item = specs.Line(pattern=specs.ID_PATTERN, max_length=specs.ID_LENGTH, code="bad-id")
    return {SPEC: specs.Items(key=key, title=title, item=item)}


def codes(pattern: str, code: str, *, key: str = "", title: Title = "") -> Metadata:
    """A list of codes kept as text, each matching `pattern`."""
    return {SPEC: specs.Items(key=key, title=title, item=specs.Line(pattern=pattern, code=code))}


def integers(low: int, high: int, *, key: str = "", title: Title = "") -> Metadata:
    """A list of whole numbers from `low` to `high`."""
    return {SPEC: specs.Items(key=key, title=title, item=specs.Integer(low=low, high=high))}


def items(cls: type, *, key: str = "", title: Title = "") -> Metadata:
    """A list of objects of a class."""
    return {SPEC: specs.Items(key=key, title=title, item=specs.Nested(cls=cls))}


def open_mapping(*, key: str = "", title: Title = "") -> Metadata:
    """A mapping whose content somebody else knows."""
    return {SPEC: specs.OpenMapping(key=key, title=title)}


def choice_map(*choices: str, key: str = "", title: Title = "") -> Metadata:
    """A mapping from free names to one of these words."""
    return {SPEC: specs.ChoiceMap(key=key, title=title, choices=choices)}


def described(metadata: Metadata, words: Mapping[str, str]) -> Metadata:
    """A field with a description by language, which editors show: `described(line(), {"sv": …, "en": …})`."""
    return {**metadata, SPEC: attrs.evolve(metadata[SPEC], description=words)}


def spec_of(attribute: attrs.Attribute[Any]) -> Spec:
    """The spec of a field. TypeError where a model class has a field without one."""
    spec = attribute.metadata.get(SPEC)
    if not isinstance(spec, Spec):
        raise TypeError(f"field {attribute.name} has no spec; use a helper from helaplan.fields")
    return spec


def key_of(attribute: attrs.Attribute[Any]) -> str:
    """The key of a field in a plan file."""
    return spec_of(attribute).key or attribute.name


def is_required(attribute: attrs.Attribute[Any]) -> bool:
    """True where the key must be in the file."""
    return attribute.default is attrs.NOTHING or spec_of(attribute).required
