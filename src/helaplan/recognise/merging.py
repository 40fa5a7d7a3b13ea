"""The values of an item that a document can't tell whole, joined with those of the plan that is known.

A document without roles prints an item's words and now and then a value beside them. So the known values stand,
except where the words that they were read from are gone, and what was read counts where its words are new or where
the document prints it apart from the item's own words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve, field, frozen

from helaplan.model import Budget, Schedule, Target
from helaplan.model.fields import key_of, spec_of
from helaplan.model.specs import Items
from helaplan.recognise.matching import stems, tokens
from helaplan.registers.notation import shape
from helaplan.registers.notation.amounts import write_target

#: How an item goes from one time to the next: what says how far it has come doesn't come along.
_OF_ITS_TIME = ("progress",)


@frozen(kw_only=True)
class Texts:
    """What the item says now and what it said. `rolled`: the new plan is for another time than the known one."""

    now: str
    before: str
    rolled: bool
    _now: str = field(init=False)
    _before: str = field(init=False)

    @_now.default
    def _now_default(self) -> str:
        return _spaced(tokens(self.now))

    @_before.default
    def _before_default(self) -> str:
        return _spaced(tokens(self.before))

    def gone(self, said: str) -> bool:
        """Whether words stood in the old text and don't in the new one."""
        return self.stood(said) and not self._in(said, self.now, self._now)

    def stood(self, said: str) -> bool:
        """Whether words stood in the old text."""
        return self._in(said, self.before, self._before)

    def _in(self, said: str, text: str, plain: str) -> bool:
        if not said:
            return False
        # A name stands in the text with other endings than in its own list.
        return _spaced(tokens(said)) in plain or set(stems(said)) <= set(stems(text))


def _spaced(words: list[str]) -> str:
    return f" {' '.join(words)} "


#: The key of a list and an id in it → what it is called; of both plans.
NameOf = Callable[[str, str], str]
#: Whether the document prints a value of a field (by key) apart from the item's words.
Printed = Callable[[str, int], bool]


@frozen(kw_only=True)
class Merged:
    """The values of an item, and for each list which of the read values (by place) came to which place in it."""

    values: Mapping[str, Any]
    places: Mapping[str, Mapping[int, int]]
    lost_days: tuple[str, ...] = ()


def merge_values(fresh: Any, known: Any, texts: Texts, name_of: NameOf, printed: Printed) -> Merged:
    """The values of an item that are printed as labels (`shape.value_fields`), by attribute name.

    `fresh` has the ids of the new plan already. `lost_days` are the words of values whose days were of another time.
    """
    values: dict[str, Any] = {}
    places: dict[str, dict[int, int]] = {}
    lost: list[str] = []
    for attribute in shape.value_fields(type(fresh)):
        name, key = attribute.name, key_of(attribute)
        read, had = getattr(fresh, name), getattr(known, name)
        if isinstance(spec_of(attribute), Items):
            values[name], places[key] = _list(read, had, key, texts, name_of, printed)
            if texts.rolled:
                lost += [_called(each) for each in had if _undated(each) in values[name] and _is_dated(each)]
        elif name in _OF_ITS_TIME and texts.rolled:
            values[name] = read
        else:
            values[name] = _single(read, had, texts, printed(key, -1))
    return Merged(values=values, places=places, lost_days=tuple(lost))


def _called(value: Schedule | Target) -> str:
    """What a value with days of its own is called in a question."""
    return value.words or (write_target(value, "sv") if isinstance(value, Target) else value.kind)


def _undated(value: Any) -> Any:
    """The value without the days of another time."""
    if isinstance(value, Target):
        return evolve(value, by=None)
    return Schedule(kind="unknown", words=value.words) if isinstance(value, Schedule) else value


def _single(read: Any, had: Any, texts: Texts, printed: bool) -> Any:
    if had in (None, "") or texts.gone(_said_of(had)):
        # A value that was there to be read before, and that the known plan doesn't have, was taken out by somebody.
        removed = had in (None, "") and not printed and texts.stood(_said_of(read))
        return had if removed else read
    if read in (None, "") or _alike(_said_of(read), _said_of(had)):
        return had
    return read if printed or not texts.stood(_said_of(read)) else had


def _said_of(value: Any) -> str:
    if isinstance(value, Budget):
        return value.words
    return value if isinstance(value, str) else ""


def _alike(one: str, other: str) -> bool:
    return tokens(one) == tokens(other)


def _list(
    read: tuple[Any, ...], had: tuple[Any, ...], key: str, texts: Texts, name_of: NameOf, printed: Printed
) -> tuple[tuple[Any, ...], dict[int, int]]:
    """The values of a list field: those known that still hold, in their order, then those that are new."""

    def said(value: Any) -> str:
        if isinstance(value, (Schedule, Target)):
            return value.words
        return name_of(key, value) if key in shape.LISTS else "" if key == "sdg" else str(value)

    shown = [n for n in range(len(read)) if printed(key, n)]
    made: list[Any] = []
    places: dict[int, int] = {}
    for each in had:
        same = next((n for n, other in enumerate(read) if n not in places and _same(each, other, said)), None)
        if texts.rolled and _is_dated(each):
            # Its days belong to the old time. The same words read anew give those of the new one.
            each = read[same] if same is not None else _undated(each)
        elif texts.gone(said(each)) or (shown and same is None and not texts.stood(said(each)) and said(each)):
            continue
        if same is not None:
            places[same] = len(made)
        made.append(each)
    for n, each in enumerate(read):
        if n not in places and (n in shown or not texts.stood(said(each))):
            places[n] = len(made)
            made.append(each)
    return tuple(dict.fromkeys(made)) if _is_plain(made) else tuple(made), places


def _is_plain(values: list[Any]) -> bool:
    return all(isinstance(each, str) for each in values)


def _same(one: Any, other: Any, said: Callable[[Any], str]) -> bool:
    if one == other:
        return True
    return bool(said(one)) and _alike(said(one), said(other))


def _is_dated(value: Any) -> bool:
    """Whether a value names days or years of its own."""
    if isinstance(value, Schedule):
        return any(each is not None for each in (value.date, value.start, value.end, value.year))
    return isinstance(value, Target) and value.by is not None


__all__ = ["Merged", "NameOf", "Printed", "Texts", "merge_values"]
