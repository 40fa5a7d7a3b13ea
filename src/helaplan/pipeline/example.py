"""A value in the shape that a place wants, as it could stand in a plan file: for a finding that shows the way."""

from __future__ import annotations

import re

import attrs

from helaplan.model.fields import key_of, spec_of
from helaplan.model.parts import Schedule
from helaplan.model.specs import (
    Amount,
    Choice,
    Date,
    FormatVersion,
    Integer,
    Items,
    Kind,
    Line,
    Nested,
    Number,
    Prose,
    Spec,
)
from helaplan.pipeline.fixers.times import in_braces
from helaplan.registers.months import month_of
from helaplan.registers.personal import mask
from helaplan.registers.words import NUMBERS

#: The key that a lone value is meant for, the first one that the class has.
_MAIN_KEYS = ("name", "heading", "text", "amount", "words")
#: Words that are a text without quotes.
_PLAIN = re.compile(r"(?!(?:true|false|null)$)[^\W\d_][\w .()/åäö–-]{0,39}(?<! )", re.IGNORECASE)
#: What stands between the points of a list, or before its first.
_BETWEEN = re.compile(r"\s*[,;•·]\s*|(?:^|\s)-(?=\w)|(?:^|\s)[0-9]{1,2}[.)]\s")
_UNKNOWN = "…"


def example_of(spec: Spec | None, value: object) -> str:
    """The value that stands there in brackets, braces or quotes as they are wanted; `…` for words that aren't there.

    "" for a shape that nothing is known of. Personal data is never shown.
    """
    shown = value if isinstance(value, str) and _PLAIN.fullmatch(value) and mask(value) == value else _UNKNOWN
    return _shape(spec, shown, value)


def _shape(spec: Spec | None, shown: str, value: object) -> str:
    if isinstance(spec, Items):
        if type(spec.item) is Line and (parts := _parts(value)):
            return f"[{', '.join(parts)}]"
        inner = _shape(spec.item, shown, value)
        return f"[{inner}]" if inner else ""
    if isinstance(spec, Nested):
        return _mapping(spec.cls, shown, value)
    if isinstance(spec, (Number, Integer)):
        return str(value if type(value) is int else _number(value))
    if isinstance(spec, Amount):
        return f'"{value}"' if type(value) is int else '"5000"'
    if isinstance(spec, Choice):
        return spec.choices[0]
    if isinstance(spec, FormatVersion):
        return "1"
    if isinstance(spec, Kind):
        return spec.value
    if isinstance(spec, Date):
        return "2026-12-31"
    if isinstance(spec, (Line, Prose)):
        return shown if shown != _UNKNOWN or type(value) not in (int, float) else f'"{value}"'
    return ""


def _parts(value: object) -> list[str]:
    """The words of a list that was written as one text: with commas, bullets or numbers between them."""
    if not isinstance(value, str) or mask(value) != value:
        return []
    parts = [each.strip() for each in _BETWEEN.split(value) if each.strip()]
    fits = len(value) <= 80 and all(_PLAIN.fullmatch(each) for each in parts)
    return parts if fits else []


def _number(value: object) -> int:
    """The number that a word is, of a month or a count; 3 where it is none."""
    word = value.strip().casefold() if isinstance(value, str) else ""
    return month_of(word) or NUMBERS.get(word) or 3


def _mapping(cls: type, shown: str, value: object) -> str:
    if cls is Schedule:
        return in_braces(value if shown != _UNKNOWN and isinstance(value, str) else "", shown)
    found = {key_of(each): each for each in attrs.fields(cls)}
    if "start" in found and "end" in found and "kind" not in found:
        year = value if type(value) is int and 1900 <= value <= 2200 else 2026
        return f"{{start: {year}-01-01, end: {year}-12-31}}"
    main = next((key for key in _MAIN_KEYS if key in found), "")
    # An id is told of by itself, and --fix makes one.
    wanted = [key for key, each in found.items() if each.default is attrs.NOTHING and key not in ("id", main)]
    keys = [*wanted, *([main] if main else [])] or list(found)[:1]
    pairs = ((key, _shape(spec_of(found[key]), shown if key == main else _UNKNOWN, value)) for key in keys)
    return "{" + ", ".join(f"{key}: {inner or _UNKNOWN}" for key, inner in pairs) + "}"
