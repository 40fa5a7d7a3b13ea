"""Words that somebody changed in a document of ours, beside a meaning that nobody touched.

Where the words alone don't say it, helaplan prints what they mean beside them: `högst 10 000 kr (= 10 000 kr)`.
People change the words and pass the parenthesis by. So what is different in the words is made different in the
meaning; where that can't be told, the meaning stays and a person is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs
from attrs import evolve, field, frozen

from helaplan.model import Budget, Period, Schedule, Status, Target
from helaplan.recognise.matching import tokens
from helaplan.recognise.money import find_money
from helaplan.recognise.schedules import cell_schedules
from helaplan.recognise.targets import find_targets
from helaplan.registers.notation import write_budget, write_status, write_target
from helaplan.text.labels import LANGUAGES

#: The fields whose values may stand with their meaning beside them.
_FIELDS = ("schedule", "targets", "budget")


@frozen(kw_only=True)
class Reread:
    """The values of an item by attribute, where some were read anew.

    `proposed` are the places of those, as (attribute, place in a list or None, words); `doubted` the words whose
    meaning was kept.
    """

    values: Mapping[str, Any] = field(factory=dict)
    proposed: tuple[tuple[str, int | None, str], ...] = ()
    doubted: tuple[str, ...] = ()


def reread(fresh: Any, known: Any, period: Period | None) -> Reread:
    """What the changed words of an item say, beside the known item."""
    values: dict[str, Any] = {}
    proposed: list[tuple[str, int | None, str]] = []
    doubted: list[str] = []
    for name in _FIELDS:
        read, had = getattr(fresh, name, None), getattr(known, name, None)
        several = isinstance(read, tuple)
        made = list(read or ()) if isinstance(read, tuple) else [read] if read is not None else []
        olds = list(had or ()) if several else [had] if had is not None else []
        restored = _all_as_known(made, olds)
        made = restored or made
        for place, old in _reworded(made, olds):
            said = _said(made[place], old, period)
            if said is None:
                doubted.append(made[place].words)
            elif said != made[place]:
                made[place] = said
                proposed.append((name, place if several else None, said.words))
        if restored or any(each[0] == name for each in proposed):
            values[name] = tuple(made) if several else made[0]
    return Reread(values=values, proposed=tuple(proposed), doubted=tuple(doubted))


def as_known(value: Any, old: Any) -> Any:
    """The value with the words of the known one where those are just what is printed for the value without any.

    Such words stand alone in a document, where nothing tells them from none.
    """
    write = _WRITERS.get(type(value))
    if write is None or type(old) is not type(value) or evolve(old, words="") != value:
        return value
    return old if any(write(value, language) == old.words for language in LANGUAGES) else value


def _all_as_known(made: list[Any], olds: list[Any]) -> list[Any]:
    """The values, those of them as known that are; [] where none is."""
    left = [each for each in olds if each not in made]
    found = []
    for value in made:
        old = next((each for each in left if as_known(value, each) is not value), None)
        if old is not None:
            left.remove(old)
        found.append(value if old is None else old)
    return found if found != made else []


def _reworded(made: list[Any], olds: list[Any]) -> Iterator[tuple[int, Any]]:
    """The places of values that mean what a known one means and say it in other words, with that one."""
    left = [each for each in olds if each not in made]
    for place, value in enumerate(made):
        if value in olds or not value.words:
            continue
        old = next((each for each in left if each.words and evolve(each, words=value.words) == value), None)
        # Another sign or a capital says nothing new.
        if old is not None and tokens(old.words) != tokens(value.words):
            left.remove(old)
            yield place, old


def _said(value: Any, old: Any, period: Period | None) -> Any:
    """The value with what is different in its words; None where nobody can tell."""
    read = _READERS[type(value)]
    before, now = read(old.words, period), read(value.words, period)
    if before is None or now is None:
        return None
    attributes: tuple[attrs.Attribute[Any], ...] = attrs.fields(type(value))
    changed = {
        each.name: getattr(now, each.name)
        for each in attributes
        if each.name != "words" and getattr(before, each.name) != getattr(now, each.name)
    }
    return evolve(value, **changed)


def _schedule(words: str, period: Period | None) -> Schedule | None:
    found = cell_schedules(words, None, period)
    return found[0] if len(found) == 1 and found[0].kind != "unknown" else None


def _target(words: str, period: Period | None) -> Target | None:
    found = find_targets(words, ())
    return found[0].target if len(found) == 1 else None


def _budget(words: str, period: Period | None) -> Budget | None:
    found = find_money(words)
    return found[0].budget if len(found) == 1 else None


_WRITERS: Mapping[type, Callable[[Any, str], str]] = {Budget: write_budget, Target: write_target, Status: write_status}
_READERS: Mapping[type, Callable[[str, Period | None], Any]] = {
    Schedule: _schedule,
    Target: _target,
    Budget: _budget,
}
