"""Rules about personal data: a plan is public, so nobody's personnummer, phone, e-mail or home stands in it.

A finding tells the place and how many there are, never the characters: it may end up in a log that everybody reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from helaplan.findings import Finding, Path, Severity
from helaplan.model import Plan
from helaplan.model.fields import key_of, spec_of
from helaplan.model.specs import Items, Line, Nested, OpenMapping
from helaplan.registers.personal import KINDS, find
from helaplan.rules.rule import Rule

#: The deepest that plugins' data is looked through; the reader of plan files stops earlier.
_DEEPEST = 200


@cache
def _shapes(cls: type) -> tuple[tuple[str, str, str], ...]:
    """Attribute, key and shape of each field that can hold text. Worked out once a class, since every check asks."""
    made = []
    for attribute in attrs.fields(cls):
        spec = spec_of(attribute)
        item = spec.item if isinstance(spec, Items) else spec
        if isinstance(item, Nested):
            shape = "object"
        elif isinstance(item, OpenMapping):
            shape = "open"
        elif isinstance(item, Line):
            shape = "code" if item.pattern else "text"
        else:
            continue
        made.append((attribute.name, key_of(attribute), f"{shape}s" if isinstance(spec, Items) else shape))
    return tuple(made)


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str, bool]]:
    """Every text below an object: path, text, and whether it is people's own words rather than an id or a code."""
    for name, key, shape in _shapes(value.__class__):
        held = getattr(value, name)
        if not held:
            continue
        if shape in ("text", "code"):
            yield (*path, key), held, shape == "text"
        elif shape == "object":
            yield from _texts(held, (*path, key))
        elif shape == "open":
            yield from _open_texts(held, (*path, key))
        else:
            for place, each in enumerate(held):
                if shape == "objects":
                    yield from _texts(each, (*path, key, place))
                else:
                    yield (*path, key, place), each, shape == "texts"


def _open_texts(value: Any, path: Path) -> Iterator[tuple[Path, str, bool]]:
    """The texts in a plugin's data. What is a code there nobody knows, so only personnummer count."""
    if isinstance(value, str):
        yield path, value, False
    elif len(path) < _DEEPEST and isinstance(value, Mapping):
        for key, each in value.items():
            yield from _open_texts(each, (*path, key))
    elif len(path) < _DEEPEST and isinstance(value, (list, tuple)):
        for place, each in enumerate(value):
            yield from _open_texts(each, (*path, place))


def personal_data(plan: Plan) -> Iterator[Finding]:
    """Personal data of every kind, counted for each text: codes `personnummer-in-text`, `phone-in-text` and so on."""
    for path, text, free in _texts(plan, ()):
        found = find(text)
        for kind in KINDS if found else ():
            count = sum(1 for each in found if each.kind == kind)
            if count and (free or kind == "personnummer"):
                severity = Severity.ERROR if kind == "personnummer" else Severity.WARNING
                yield Finding(code=f"{kind}-in-text", path=path, args={"count": count}, severity=severity)


#: One rule for four codes, since going through all texts is the dearest thing that any rule does.
RULES: Iterable[Rule] = (Rule(code="personnummer-in-text", check=personal_data),)
