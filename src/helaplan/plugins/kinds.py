"""Declarations about what stands in a file. Apart from the others, since a plain check needs these and no more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen

from helaplan.rules.rule import Rule

#: A name, suffix or sentence in each language a plugin has words in: `{"sv": …, "en": …}`.
Words = Mapping[str, str]


def _rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    # A function with types: mypy can't see through `converter=tuple`, and the author of a plugin would pay for it.
    return tuple(rules)


@frozen(kw_only=True, eq=False, repr=False)
class Profile:
    """Rules that run where the configuration selects the profile by name, never because they are installed."""

    name: str
    title: Words
    rules: tuple[Rule, ...] = field(converter=_rules)


@frozen(kw_only=True, eq=False, repr=False)
class Extension:
    """What a plugin keeps under `extensions.<name>`: an attrs class built with `helaplan.fields`, or a JSON Schema.

    Its rules run on plans that have the extension. `None` for both means that anything goes.
    """

    name: str
    title: Words
    cls: type | None = None
    schema: Mapping[str, Any] | None = None
    rules: tuple[Rule, ...] = field(default=(), converter=_rules)


@frozen(kw_only=True, eq=False, repr=False)
class FileKind:
    """A kind of file of its own: the word after `kind:`, the class that reads it, and its rules."""

    kind: str
    title: Words
    cls: type
    rules: tuple[Rule, ...] = field(default=(), converter=_rules)
