"""Plain data to plan values and back: one strict pass that decides, explains, and saves what can be saved.

The converter is cattrs', but every hook in it is ours: nothing is coerced, unknown keys are refused, and a fault
carries its path and the rest of the value. So one pass gives the plan, all faults, and the partial plan on which the
rules can still run.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

import attrs
from attrs import frozen
from cattrs import Converter

from helaplan.findings import Anchor, Finding, Path
from helaplan.model.faults import NOTHING, Faults, fault
from helaplan.model.fields import is_required, key_of, spec_of
from helaplan.model.specs import Items, Line, Nested, Spec, structure_list, wrong_type
from helaplan.registers.keys import suggest_choice, suggest_key

T = TypeVar("T")
Hook = Callable[[Any], Any]


@frozen(kw_only=True)
class Structured:
    """What came of structuring: the value (partial where there are findings, None where nothing could be made).

    `dropped` lists the paths of list items that are missing from the value, so that the path of a later item can be
    told as it stands in the file.
    """

    value: Any
    findings: tuple[Finding, ...] = ()
    dropped: frozenset[Path] = frozenset()

    def file_path(self, path: Path) -> Path:
        """The path of something in the value as it stands in the file, dropped items counted again."""
        if not self.dropped:
            return path
        made: Path = ()
        for step in path:
            if isinstance(step, int):
                place = step
                for gone in sorted(
                    last for *head, last in self.dropped if tuple(head) == made and isinstance(last, int)
                ):
                    if gone <= place:
                        place += 1
                made = (*made, place)
            else:
                made = (*made, step)
        return made


def make_converter() -> Converter:
    """A converter whose every hook for a model class is ours, both ways. Classes are prepared when first met."""
    converter = Converter(unstruct_collection_overrides={}, prefer_attrib_converters=False)
    converter.register_structure_hook_factory(attrs.has, lambda cls: _class_hook(cls, converter))
    converter.register_unstructure_hook_factory(attrs.has, _class_unstructure)
    return converter


@cache
def _shared() -> Converter:
    # Hooks hold no state of a call, so one converter serves all; building its hooks costs more than a plan.
    return make_converter()


def structure(cls: type[T], data: object) -> Structured:
    """An object of `cls` from plain data, with every fault at its path. Never raises for bad data."""
    hook = _shared().get_structure_hook(cls)
    try:
        return Structured(value=hook(data, cls))
    except Faults as faults:
        partial = None if faults.partial is NOTHING else faults.partial
        return Structured(value=partial, findings=tuple(faults.findings), dropped=frozenset(faults.dropped))


def unstructure(value: Any) -> dict[str, Any]:
    """The plain data of an object of a model class, keys in the order of its fields, empty values left out.

    What comes out is what a plan file holds: dates and amounts as text, tuples as lists.
    """
    made: dict[str, Any] = _shared().unstructure(value)
    return made


def _item_hook(spec: Spec, converter: Converter) -> Hook:
    if isinstance(spec, Nested):
        cls = spec.cls
        hook = converter.get_structure_hook(cls)
        return lambda value: hook(value, cls)
    if isinstance(spec, Items) and isinstance(spec.item, Nested):
        inner = _item_hook(spec.item, converter)
        return lambda value: structure_list(value, inner)
    return spec.structure


def _class_hook(cls: type, converter: Converter) -> Callable[[Any, Any], Any]:
    attributes = attrs.fields(cls)
    known = {key_of(each): (each.alias, _item_hook(spec_of(each), converter)) for each in attributes}
    required = tuple(key_of(each) for each in attributes if is_required(each))
    blanks = {each.alias: _blank(spec_of(each)) for each in attributes if each.default is attrs.NOTHING}
    make = _maker(cls)

    def hook(data: Any, _: Any) -> Any:
        if type(data) is not dict:
            raise wrong_type("mapping", data)
        values: dict[str, Any] = {}
        failed: _Failed | None = None
        for key, raw in data.items():
            entry = known.get(key)
            if entry is None:
                failed = failed or _Failed()
                failed.unknown.append(key)
                continue
            try:
                values[entry[0]] = entry[1](raw)
            except Faults as faults:
                failed = failed or _Failed()
                failed.take(key, faults)
                if faults.partial is not NOTHING:
                    values[entry[0]] = faults.partial
        for key in required:
            if key not in data:
                failed = failed or _Failed()
                failed.missing.append(key)
        if failed is None:
            return make(values)
        raise failed.raised(known, data, _partial(cls, {**blanks, **values}))

    return hook


def _maker(cls: type) -> Callable[[dict[str, Any]], Any]:
    """What makes an object of values that are in their normal form."""
    attributes = attrs.fields(cls)
    if not _is_ours(cls):

        def careful(values: dict[str, Any]) -> Any:
            try:
                return cls(**values)
            except Exception as error:  # validators of a plugin's class, as its author pleased
                raise fault("refused-value", cause=f"{type(error).__name__}: {error}") from error

        return careful
    # Half of a check's time would go into attrs' own __init__, which puts all values into their normal form again.
    # The core's classes have slots, no validators and no hooks of their own, which a test holds.
    plain = [(getattr(cls, each.name).__set__, each.alias, each.default) for each in attributes if not _made(each)]
    fresh = [(getattr(cls, each.name).__set__, each.alias, each.default.factory) for each in attributes if _made(each)]
    new: Callable[[type], Any] = object.__new__

    def quick(values: dict[str, Any]) -> Any:
        made = new(cls)
        get = values.get
        for put, name, default in plain:
            put(made, get(name, default))
        for put, name, factory in fresh:
            put(made, values[name] if name in values else factory())
        return made

    return quick


def _made(attribute: attrs.Attribute[Any]) -> bool:
    return isinstance(attribute.default, attrs.Factory)  # type: ignore[arg-type]


def _partial(cls: type, values: Mapping[str, Any]) -> Any:
    """An object of what could be saved, NOTHING where that is too little, or a plugin's class refuses it."""
    if any(each is NOTHING for each in values.values()):
        return NOTHING
    if _is_ours(cls):
        return cls(**values)
    try:
        return cls(**values)
    except Exception:
        return NOTHING


def _is_ours(cls: type) -> bool:
    """True for the core's own classes, which refuse nothing: an error of theirs is a bug, and must be seen as one."""
    return cls.__module__.partition(".")[0] == "helaplan"


def _blank(spec: Spec) -> Any:
    """What a partial object holds where a required part is missing: empty text, an empty object, or NOTHING."""
    if isinstance(spec, Line):
        return ""
    if isinstance(spec, Nested):
        fields = [each for each in attrs.fields(spec.cls) if each.default is attrs.NOTHING]
        return _partial(spec.cls, {each.alias: _blank(spec_of(each)) for each in fields})
    return NOTHING


class _Failed:
    """The faults of one mapping while it is being read."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.dropped: set[Path] = set()
        self.unknown: list[str] = []
        self.missing: list[str] = []

    def take(self, key: str, faults: Faults) -> None:
        self.findings += [_with_suggestion(each) for each in faults.under(key)]
        self.dropped |= {(key, *path) for path in faults.dropped}

    def raised(self, known: Mapping[str, object], data: Mapping[str, object], partial: object) -> Faults:
        """One fault for each mistake: a misspelt key and the required key that it should have been are one."""
        missing = list(self.missing)
        for key in self.unknown:
            free = [each for each in known if each not in data]
            suggestion = suggest_key(key, missing, free, known) or ""
            args: dict[str, str] = {"key": key}
            if suggestion:
                args["suggestion"] = suggestion
            if suggestion in missing:
                missing.remove(suggestion)
            self.findings.append(Finding(code="unknown-key", path=(key,), args=args, anchor=Anchor.KEY))
        for key in missing:
            self.findings.append(Finding(code="missing-key", path=(key,), args={"key": key}, anchor=Anchor.MISSING))
        return Faults(self.findings, partial, self.dropped)


def _with_suggestion(finding: Finding) -> Finding:
    """A word that is none of the choices gets the one that was probably meant."""
    if finding.code not in ("unknown-choice", "unknown-kind") or "suggestion" in finding.args:
        return finding
    written, choices = finding.args.get("written"), finding.args.get("choices")
    if not isinstance(written, str) or not isinstance(choices, tuple):
        return finding
    suggestion = suggest_choice(written, choices)
    return attrs.evolve(finding, args={**finding.args, "suggestion": suggestion}) if suggestion else finding


def _class_unstructure(cls: type) -> Callable[[Any], dict[str, Any]]:
    fields = tuple((each.name, key_of(each)) for each in attrs.fields(cls))

    def hook(value: Any) -> dict[str, Any]:
        made = {}
        for name, key in fields:
            held = getattr(value, name)
            if held is not None and held != "" and held != () and held != {}:
                made[key] = _plain(held)
            elif held == "" and key in kept:
                made[key] = held
        return made

    # An importer writes `name: ""` where it doesn't know the organisation: required, and allowed to be empty.
    kept = frozenset(key_of(each) for each in attrs.fields(cls) if is_required(each))
    return hook


def _plain(value: Any) -> Any:
    if isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if attrs.has(type(value)):
        return _shared().unstructure(value)
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value
