"""Rules about schedules: that each says when, in order, and nothing that its kind does not speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

from helaplan.findings import Anchor, Arg, Finding, Severity
from helaplan.model import Schedule
from helaplan.rules.parts import Parts, repeats
from helaplan.rules.rule import Rule, rule

#: What each kind of schedule is about: one of these keys must be there, the first being the usual one.
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "date": ("date",),
    "before": ("date", "event"),
    "period": ("start", "end"),
    "month": ("months",),
    "months": ("months",),
    "week": ("weeks",),
    "quarter": ("quarters",),
    "season": ("season",),
    "year": ("year",),
    "recurring": ("every", "times"),
    "event": ("event",),
    "ongoing": (),
    "unknown": (),
}
#: Keys that mean something beside those: the year that months, weeks, quarters and seasons lie in.
_MAY: Mapping[str, tuple[str, ...]] = {
    "month": ("year",),
    "months": ("year",),
    "week": ("year",),
    "quarter": ("year",),
    "season": ("year",),
    "recurring": ("months", "weeks", "quarters", "season", "year", "start", "end"),
    "event": ("date", "months", "season", "year"),
    "ongoing": ("start", "end", "year"),
}
_VALUES = ("date", "start", "end", "months", "weeks", "quarters", "season", "year", "every", "times", "event")


def schedule_reversed(parts: Parts) -> Iterator[Finding]:
    """A schedule's stretch of days ends before it starts."""
    for path, entry in parts.schedules:
        if entry.start and entry.end and entry.end < entry.start:
            args = {"start": entry.start.isoformat(), "end": entry.end.isoformat()}
            yield Finding(code="schedule-reversed", path=(*path, "end"), args=args)


def schedule_incomplete(parts: Parts) -> Iterator[Finding]:
    """A schedule's kind promises a value that is not there, so no calendar can show it. Its words still tell people."""
    for path, entry in parts.schedules:
        needs = _NEEDS.get(entry.kind)
        if not needs or getattr(entry, needs[0]):
            continue
        if not any(_has(entry, key) for key in needs):
            args: dict[str, Arg] = {"kind": entry.kind, "key": needs[0], "keys": needs}
            yield Finding(
                code="schedule-incomplete",
                path=(*path, needs[0]),
                args=args,
                severity=Severity.WARNING,
                anchor=Anchor.MISSING,
            )


@cache
def _unspoken(kind: str) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The keys that a kind does not speak of, and what reads them off an entry. No kind speaks of all but one."""
    keys = tuple(key for key in _VALUES if key not in (*_NEEDS[kind], *_MAY.get(kind, ())))
    return keys, attrgetter(*keys)


def schedule_value_unused(parts: Parts) -> Iterator[Finding]:
    """A schedule has a value that its kind does not speak of, so every program will pass it by."""
    for path, entry in parts.schedules:
        if entry.kind not in _NEEDS:
            continue
        keys, read = _unspoken(entry.kind)
        if not any(read(entry)):
            continue
        for key in keys:
            if _has(entry, key):
                yield Finding(
                    code="schedule-value-unused",
                    path=(*path, key),
                    args={"kind": entry.kind, "key": key},
                    severity=Severity.WARNING,
                    anchor=Anchor.KEY,
                )


def schedule_value_repeated(parts: Parts) -> Iterator[Finding]:
    """The same month, week or quarter twice in one entry: one of them was to be another."""
    for path, entry in parts.schedules:
        for key in ("months", "weeks", "quarters"):
            values = getattr(entry, key)
            if len(values) > 1 and len(set(values)) < len(values):
                place = next(repeats(values))
                yield Finding(
                    code="schedule-value-repeated",
                    path=(*path, key, place),
                    args={"written": values[place]},
                    severity=Severity.WARNING,
                )


def _has(entry: Schedule, key: str) -> bool:
    return getattr(entry, key) not in (None, "", ())


RULES: Iterable[Rule] = (
    rule("schedule-reversed", schedule_reversed, whole_mapping=True),
    rule("schedule-incomplete", schedule_incomplete, whole_mapping=True),
    rule("schedule-value-unused", schedule_value_unused, whole_mapping=True),
    rule("schedule-value-repeated", schedule_value_repeated),
)
