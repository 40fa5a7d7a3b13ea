"""The values of an item that a document can't tell whole, joined with those of the plan that is known.

A document without roles prints an item's words and now and then a value beside them. So the known values stand,
except where the words that they were read from are gone, and what was read counts where its words are new or where
the document prints it apart from the item's own words. In a document of another time, days are only what it says
itself, and a known value that nothing in it says is noted, so that somebody is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import chain
from typing import Any

from attrs import define, evolve, field, frozen

from helaplan.model import Budget, Schedule, Target
from helaplan.model.fields import key_of, spec_of
from helaplan.model.specs import Items
from helaplan.recognise.matching import stems, tokens
from helaplan.registers.notation import shape, write_budget, write_schedule, write_target

#: How an item goes from one time to the next: what says how far it has come doesn't come along.
_OF_ITS_TIME = ("progress",)
#: What a document for people prints of an item. Codes, numbers and links to goals and groups are mostly hidden.
_PRINTED = ("targets", "schedule", "place", "responsible", "partners", "budget", "condition", "follow_up")


def running_text(value: Any) -> str:
    """All the running text of an item, which values were read from."""
    words = [str(getattr(value, shape.words_field(type(value))))]
    body = str(getattr(value, shape.body_field(type(value))))
    return "\n\n".join(dict.fromkeys([*words, body]))


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

    def day_gone(self, said: str) -> bool:
        """Whether the words of a day are gone. They stand as they were read or not at all, other than a name's."""
        return self.gone(said) or (self._before_has(said) and _spaced(tokens(said)) not in self._now)

    def _before_has(self, said: str) -> bool:
        return bool(tokens(said)) and _spaced(tokens(said)) in self._before

    def _in(self, said: str, text: str, plain: str) -> bool:
        if not said:
            return False
        # A name stands in the text with other endings than in its own list.
        return _spaced(tokens(said)) in plain or set(stems(said)) <= set(stems(text))


def _spaced(words: list[str]) -> str:
    return f" {' '.join(words)} "


#: Lists that answer one question: who says when it is this year, says that it isn't when it was last year.
_ONE_ANSWER = ("schedule", "responsible")
_WRITERS: Mapping[type, Callable[[Any, str], str]] = {
    Budget: write_budget,
    Schedule: write_schedule,
    Target: write_target,
}
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
    unsaid: tuple[str, ...] = ()


def merge_values(fresh: Any, known: Any, texts: Texts, name_of: NameOf, printed: Printed) -> Merged:
    """The values of an item that are printed as labels (`shape.value_fields`), by attribute name.

    `fresh` has the ids of the new plan already. `lost_days` are the words of values whose days were of another time,
    `unsaid` those of known values that stand although nothing in a document of another time says them.
    """
    values: dict[str, Any] = {}
    places: dict[str, dict[int, int]] = {}
    lost: list[str] = []
    unsaid: list[str] = []
    for attribute in shape.value_fields(type(fresh)):
        name, key = attribute.name, key_of(attribute)
        read, had = getattr(fresh, name), getattr(known, name)
        if isinstance(spec_of(attribute), Items):
            joined = _Joined(read=read, had=had, key=key, texts=texts, name_of=name_of, printed=printed)
            values[name], places[key] = joined.values(), joined.places
            lost += joined.lost
            silent = joined.silent
        elif name in _OF_ITS_TIME and texts.rolled:
            values[name], silent = read, []
        else:
            values[name] = _single(read, had, texts, printed(key, -1))
            said = _said_of(had) and texts.stood(_said_of(had))
            silent = [called(had)] if had == values[name] and had and read in (None, "") and not said else []
        if texts.rolled and name in _PRINTED:
            unsaid += silent
    return Merged(values=values, places=places, lost_days=tuple(lost), unsaid=tuple(dict.fromkeys(unsaid)))


def called(value: Any) -> str:
    """What a value is called in a question."""
    if isinstance(value, (Schedule, Target, Budget)):
        return value.words or _WRITERS[type(value)](value, "sv")
    return str(value)


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


@define(kw_only=True)
class _Joined:
    """The values of a list field: those known that still hold, in their order, then those that are new."""

    read: tuple[Any, ...]
    had: tuple[Any, ...]
    key: str
    texts: Texts
    name_of: NameOf
    printed: Printed
    #: The places of read values in the list.
    places: dict[int, int] = field(init=False, factory=dict)
    #: The words of values whose days were of another time, and of those that nothing in the document says.
    lost: list[str] = field(init=False, factory=list)
    silent: list[str] = field(init=False, factory=list)
    #: Whether a known day went with its words, so that words which are left mean something else.
    _redated: bool = field(init=False, default=False)

    def values(self) -> tuple[Any, ...]:
        """The list. To be called once."""
        made: list[Any] = []
        for each in self.had:
            same = self._place_of(each)
            held = self._held(each, same)
            if held is None:
                continue
            if same is not None:
                self.places[same] = len(made)
            made.append(held)
        for n, each in enumerate(self.read):
            if n not in self.places and self._is_new(n):
                self.places[n] = len(made)
                made.append(each)
        return tuple(dict.fromkeys(made)) if _is_plain(made) else tuple(made)

    def said(self, value: Any) -> str:
        """The words in which a value would stand in the text."""
        if isinstance(value, (Schedule, Target)):
            return value.words
        return self.name_of(self.key, value) if self.key in shape.LISTS else "" if self.key == "sdg" else str(value)

    def _place_of(self, value: Any) -> int | None:
        """Which of the values that were read is this known one."""
        free = [n for n in range(len(self.read)) if n not in self.places]
        same = next((n for n in free if _same(value, self.read[n], self.said)), None)
        if same is None and is_dated(value):
            said = self.said(value)
            # `den 22 mars` is said by `22 mars`, too, and of another year `22 mars` anew by `22 mars till 24 mars`.
            less = (n for n in free if _within(self.said(self.read[n]), said))
            more = (n for n in free if self.texts.rolled and _within(said, self.said(self.read[n])))
            same = next(chain(less, more), None)
        return same

    def _held(self, value: Any, same: int | None) -> Any:
        """What is held of a known value; None where it is gone."""
        texts, said = self.texts, self.said(value)
        if texts.rolled and is_dated(value):
            # Its days belong to the old time. The same words read anew give those of the new one.
            if same is not None:
                return self.read[same]
            if texts.day_gone(said) or self._is_answered(value):
                self._redated = True
                return None
            self.lost.append(called(value))
            return _undated(value)
        gone = texts.gone(said) or (same is None and is_dated(value) and texts.day_gone(said))
        answered = texts.rolled and same is None and self.key in _ONE_ANSWER and self._is_answered(value)
        if gone or answered or (self._shown and same is None and not texts.stood(said) and said):
            self._redated = self._redated or is_dated(value)
            return None
        if same is None and not texts.stood(said) and (said or not self.read):
            self.silent.append(called(value) if isinstance(value, (Schedule, Target)) else said)
        return value

    def _is_answered(self, value: Any) -> bool:
        """Whether the document says something else, and the known words never said this one."""
        return any(map(self._is_new, range(len(self.read)))) and not self.texts.stood(self.said(value))

    @property
    def _shown(self) -> bool:
        return any(self.printed(self.key, n) for n in range(len(self.read)))

    def _is_new(self, place: int) -> bool:
        """Whether a value that was read and that isn't a known one counts."""
        value = self.read[place]
        again = self._redated and is_dated(value)
        return again or self.printed(self.key, place) or not self.texts.stood(self.said(value))


def _within(one: str, other: str) -> bool:
    """Whether the words of one stand in the other, one after the other."""
    words = tokens(one)
    return bool(words) and _spaced(words) in _spaced(tokens(other))


def _is_plain(values: list[Any]) -> bool:
    return all(isinstance(each, str) for each in values)


def _same(one: Any, other: Any, said: Callable[[Any], str]) -> bool:
    if one == other:
        return True
    return bool(said(one)) and _alike(said(one), said(other))


def is_dated(value: Any) -> bool:
    """Whether a value names days or years of its own."""
    if isinstance(value, Schedule):
        return any(each is not None for each in (value.date, value.start, value.end, value.year))
    return isinstance(value, Target) and value.by is not None


__all__ = ["Merged", "NameOf", "Printed", "Texts", "called", "is_dated", "merge_values", "running_text"]
