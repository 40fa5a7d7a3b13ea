"""Sentences with holes: `{name}` for a value, `{count:rad|rader}` for a noun after its number, `[…]` for what may go.

A part in square brackets is left out where a value of it is missing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_HOLE = re.compile(r"\{([a-z_]+)(?::([^{}|\[\]]*)\|([^{}|\[\]]*))?\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
#: What stands for a value that is not known.
UNKNOWN = "…"


def holes(template: str, *, needed: bool = False) -> frozenset[str]:
    """The names of the values that the sentence speaks of; `needed` leaves out those of optional parts."""
    return frozenset(each[0] for each in _HOLE.findall(_OPTIONAL.sub("", template) if needed else template))


def filled(template: str, values: Mapping[str, str], *, bare: bool = True) -> str:
    """The sentence with its values. An optional part without one of its values goes; if nothing is left, all stay.

    With `bare` false nothing may be left: a hint has no need to say anything.
    """

    def part(match: re.Match[str]) -> str:
        wanted = holes(match[1])
        if not wanted:
            return match[0]
        return match[1] if wanted <= values.keys() else ""

    made = _with(_OPTIONAL.sub(part, template), values)
    return made if made or not bare else whole(template, values)


def whole(template: str, values: Mapping[str, str] | None = None) -> str:
    """The sentence as a page about it shows it: with all its optional parts, and `…` for what is not known."""
    made = _with(re.sub(r"\[([^\[\]]+)\]", r"\1", template), values or {})
    return re.sub(rf"{UNKNOWN}( {UNKNOWN})+", UNKNOWN, made)


def _with(template: str, values: Mapping[str, str]) -> str:
    def fill(hole: re.Match[str]) -> str:
        value = values.get(hole[1], UNKNOWN)
        if hole[3] is None:
            return value
        return hole[2] if value == "1" else hole[3]

    return _HOLE.sub(fill, template).strip()
