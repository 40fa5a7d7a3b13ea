"""JSON Schema 2020-12 of a model class, made from the same field specs that read the file.

For editors and other tools; helaplan itself never reads it back. No unions and no `oneOf`, so every validator says the
same one thing about a mistake. Titles and descriptions are what an editor shows on hover.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from helaplan.model.fields import is_required, key_of, spec_of
from helaplan.model.specs import Items, Nested, Spec
from helaplan.text import field_text

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(
    cls: type, *, id: str, language: str = "sv", extensions: Mapping[str, Mapping[str, Any]] | None = None
) -> dict[str, Any]:
    """The schema of a file kind's class. `id` is its `$id`, `language` that of titles and descriptions (sv, en).

    `extensions` maps the names of plugins to the schemas of their data, which then stand below `extensions`.
    """
    definitions: dict[str, Any] = {}
    top = _object(cls, language, definitions)
    if extensions:
        top["properties"]["extensions"]["properties"] = {name: dict(each) for name, each in extensions.items()}
    made = {"$schema": DRAFT, "$id": id, **_described(_class_key(cls), language), **top}
    if definitions:
        made["$defs"] = dict(sorted(definitions.items()))
    return made


def plan_schema(language: str = "sv") -> dict[str, Any]:
    """The schema of plan files of format 1, `$id` `urn:helaplan:schema:plan:1`."""
    from helaplan.model import FORMAT_VERSION, Plan

    return schema_of(Plan, id=f"urn:helaplan:schema:plan:{FORMAT_VERSION}", language=language)


def _object(cls: type, language: str, definitions: dict[str, Any]) -> dict[str, Any]:
    properties = {}
    for attribute in attrs.fields(cls):
        spec = spec_of(attribute)
        _define(spec, language, definitions)
        key = key_of(attribute)
        if isinstance(spec.title, str):
            told = _described(spec.title or f"{_class_key(_owner(cls, attribute.name))}.{key}", language)
        else:
            told = {"title": spec.title.get(language) or next(iter(spec.title.values()), key)}
        properties[key] = {**told, **spec.schema()}
    made: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    required = [key_of(each) for each in attrs.fields(cls) if is_required(each)]
    if required:
        made["required"] = required
    return made


def _define(spec: Spec, language: str, definitions: dict[str, Any]) -> None:
    """The definition of every class that a spec speaks of, once."""
    if isinstance(spec, Items):
        _define(spec.item, language, definitions)
    elif isinstance(spec, Nested) and spec.cls.__name__ not in definitions:
        definitions[spec.cls.__name__] = {}
        made = _object(spec.cls, language, definitions)
        definitions[spec.cls.__name__] = {**_described(_class_key(spec.cls), language), **made}


def _owner(cls: type, name: str) -> type:
    """The class that a field comes from: an activity's fields are a sub-activity's, and so are their words."""
    for each in reversed(cls.__mro__):
        if attrs.has(each) and any(attribute.name == name for attribute in attrs.fields(each)):
            return each
    return cls


def _class_key(cls: type) -> str:
    """`TargetGroup` as `target_group`."""
    return "".join("_" + each.lower() if each.isupper() else each for each in cls.__name__).lstrip("_")


def _described(key: str, language: str) -> dict[str, str]:
    told = field_text(key, language)
    return {name: words for name, words in (("title", told.title), ("description", told.description)) if words}
