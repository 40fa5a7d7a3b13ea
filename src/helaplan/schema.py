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
    `fragment_of` makes one of a class; one that was written by hand goes as it is.
    """
    definitions: dict[str, Any] = {}
    top = _object(cls, language, definitions)
    if extensions:
        held = {name: _moved(each, _pointer(name)) for name, each in sorted(extensions.items())}
        top["properties"]["extensions"]["properties"] = held
    made = {"$schema": DRAFT, "$id": id, **_described(_class_key(cls), language), **top}
    if definitions:
        made["$defs"] = dict(sorted(definitions.items()))
    return made


def plan_schema(
    language: str = "sv", *, extensions: Mapping[str, type | Mapping[str, Any]] | None = None
) -> dict[str, Any]:
    """The schema of plan files of format 1, `$id` `urn:helaplan:schema:plan:1`.

    `extensions` maps the name below `extensions` to the class (or JSON Schema) of its data; they become part of it.
    """
    from helaplan.model import FORMAT_VERSION, Plan

    held = {
        name: fragment_of(each, language=language) if isinstance(each, type) else each
        for name, each in (extensions or {}).items()
    }
    return schema_of(Plan, id=f"urn:helaplan:schema:plan:{FORMAT_VERSION}", language=language, extensions=held)


def fragment_of(cls: type, *, language: str = "sv", title: str = "") -> dict[str, Any]:
    """The schema of a plugin's class, to stand below `extensions`: its `$defs` in it, `$ref` from its own top.

    Titles are those of the field helpers, the description is the beginning of the class's docstring. `title` stands
    for the whole, the class's name where it is "".
    """
    definitions: dict[str, Any] = {}
    made = {**_described_class(cls, language), **_object(cls, language, definitions)}
    if title:
        made["title"] = title
    if definitions:
        made["$defs"] = dict(sorted(definitions.items()))
    return made


def _pointer(name: str) -> str:
    from urllib.parse import quote  # rarely needed

    return "#/properties/extensions/properties/" + quote(name.replace("~", "~0").replace("/", "~1"))


#: Keywords whose value is data, in which `$ref` is a word like any other.
_DATA = frozenset({"const", "default", "enum", "examples"})


def _moved(value: Any, pointer: str, key: str = "") -> Any:
    """A schema that stands at `pointer` now, its references to places in itself still leading there.

    One with an `$id` is a resource of its own wherever it stands.
    """
    if isinstance(value, Mapping):
        if not key and "$id" in value:
            return dict(value)
        return {name: each if name in _DATA else _moved(each, pointer, name) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_moved(each, pointer, "[]") for each in value]
    if key == "$ref" and isinstance(value, str) and (value == "#" or value.startswith("#/")):
        return pointer + value[1:]
    return value


def _object(cls: type, language: str, definitions: dict[str, Any]) -> dict[str, Any]:
    properties = {}
    for attribute in attrs.fields(cls):
        spec = spec_of(attribute)
        _define(spec, language, definitions)
        key = key_of(attribute)
        told = _told(spec, f"{_class_key(_owner(cls, attribute.name))}.{key}" if _is_ours(cls) else "", key, language)
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
        definitions[spec.cls.__name__] = {**_described_class(spec.cls, language), **made}


def _told(spec: Spec, own: str, key: str, language: str) -> dict[str, str]:
    """Title and description of a field: what its spec says, else what `text/` has under `own`."""
    if isinstance(spec.title, str):
        named = spec.title or own
        told = _described(named, language) if named else {"title": _readable(key)}
    else:
        told = {"title": _in(spec.title, language) or _readable(key)}
    if spec.description:
        told["description"] = _in(spec.description, language)
    return told


def _in(words: Mapping[str, str], language: str) -> str:
    return words.get(language) or next(iter(words.values()), "")


def _described_class(cls: type, language: str) -> dict[str, str]:
    """Title and description of a class: ours have words in `text/`, a plugin's its name and docstring."""
    if _is_ours(cls):
        return _described(_class_key(cls), language)
    told = {"title": _readable(_class_key(cls))}
    # `inspect.cleandoc` would import much for one line; a docstring of attrs' own making has no paragraph.
    first = (vars(cls).get("__doc__") or "").strip().partition("\n\n")[0]
    if first:
        told["description"] = " ".join(first.split())
    return told


def _readable(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _is_ours(cls: type) -> bool:
    return cls.__module__.partition(".")[0] == "helaplan"


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
