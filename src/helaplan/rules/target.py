"""Rules about targets: that each says a number, one that can be reached, and in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from helaplan.findings import Anchor, Arg, Finding, Path, Related, Severity
from helaplan.model import Activity, Period, Schedule, SubActivity, Target
from helaplan.registers.folding import fold
from helaplan.rules.calendar import first_day
from helaplan.rules.parts import Parts
from helaplan.rules.rule import Rule, rule


def target_empty(parts: Parts) -> Iterator[Finding]:
    """A target has neither number nor words, so there is nothing to reach."""
    for path, target in parts.targets:
        if not target.words and target.at_least is None and target.at_most is None and target.exactly is None:
            yield Finding(code="target-empty", path=(*path, "at_least"), anchor=Anchor.MISSING)


def target_conflict(parts: Parts) -> Iterator[Finding]:
    """A target wants an exact number and a least or greatest one as well."""
    for path, target in parts.targets:
        if target.exactly is None:
            continue
        for key, number in (("at_least", target.at_least), ("at_most", target.at_most)):
            if number is not None:
                args: dict[str, Arg] = {"key": key, "first": Related((*path, key))}
                yield Finding(code="target-conflict", path=(*path, "exactly"), args=args)
                break


def target_reversed(parts: Parts) -> Iterator[Finding]:
    """A target wants at least more than it wants at most."""
    for path, target in parts.targets:
        if target.at_least is not None and target.at_most is not None and target.at_least > target.at_most:
            args = {"at_least": target.at_least, "at_most": target.at_most}
            yield Finding(code="target-reversed", path=(*path, "at_most"), args=args)


#: Units of which one is had each time that something happens, folded. Longer words may end so: `dialogmöten`.
_OCCASIONS: tuple[str, ...] = (
    "gang",
    "ganger",
    "tillfalle",
    "tillfallen",
    "mote",
    "moten",
    "traff",
    "traffar",
    "nyhetsbrev",
    "nummer",
)
_OCCASIONS += ("utskick", "utgava", "utgavor", "times", "occasions", "meetings", "newsletters", "issues")
_YEARLY = frozenset("ar aret verksamhetsar verksamhetsaret arligen year the_year activity_year".split())
#: How often a year has each stretch at most.
_A_YEAR = {"day": 366, "week": 53, "month": 12, "quarter": 4, "half-year": 2, "year": 1}


def target_unreachable(parts: Parts) -> Iterator[Finding]:
    """An activity is to happen more often than its own schedule lets it: six meetings, one each quarter."""
    period = parts.plan.period
    years = -(-((period.end - period.start).days + 1) // 366) if period and period.start <= period.end else 1
    for path, activity in _with_both(parts):
        most_of: dict[int, int | None] = {}
        for place, target in enumerate(activity.targets):
            wanted = target.exactly if target.at_least is None else target.at_least
            if wanted is None or not _counts_occasions(target):
                continue
            stretch = 1 if target.per else years
            if stretch not in most_of:
                most_of[stretch] = _most(_entries(activity), stretch)
            most = most_of[stretch]
            if most is not None and wanted > most:
                key = "exactly" if target.at_least is None else "at_least"
                args: dict[str, Arg] = {"written": wanted, "most": most, "unit": target.unit}
                yield _warning("target-unreachable", (*path, "targets", place, key), args)


def target_before_schedule(parts: Parts) -> Iterator[Finding]:
    """An activity's target is due before anything of the activity happens."""
    for path, activity in _with_both(parts):
        due = [(place, target.by) for place, target in enumerate(activity.targets) if target.by]
        first = _earliest(_entries(activity), parts.plan.period) if due else None
        for place, by in due:
            if first is not None and by < first:
                args: dict[str, Arg] = {"written": by.isoformat(), "first_day": first.isoformat()}
                yield _warning("target-before-schedule", (*path, "targets", place, "by"), args)


def _with_both(parts: Parts) -> Iterator[tuple[Path, SubActivity]]:
    """The activities that have targets, and a schedule of their own or in their parts."""
    for path, activity in parts.activities:
        if activity.targets and (activity.schedule or (isinstance(activity, Activity) and activity.activities)):
            yield path, activity


def _entries(activity: SubActivity) -> Sequence[Schedule]:
    """When an activity or any part of it happens."""
    if not isinstance(activity, Activity) or not activity.activities:
        return activity.schedule
    return [*activity.schedule, *(entry for part in activity.activities for entry in part.schedule)]


def _counts_occasions(target: Target) -> bool:
    return fold(target.unit).endswith(_OCCASIONS) and (not target.per or fold(target.per) in _YEARLY)


def _most(entries: Iterable[Schedule], years: int) -> int | None:
    """How often something happens at most by its schedule; None where the schedule doesn't limit it."""
    most = 0
    for entry in entries:
        listed = max(len(entry.months), len(entry.weeks), len(entry.quarters))
        if entry.kind == "date" and entry.date:
            most += 1
        elif entry.kind in ("month", "months", "week", "quarter") and listed:
            most += listed * (1 if entry.year else years)
        elif entry.kind == "recurring" and (entry.every or entry.times):
            most += max((entry.times or 1) * _A_YEAR.get(entry.every, 1), listed) * years
        else:
            return None
    return most or None


def _earliest(entries: Iterable[Schedule], period: Period | None) -> dt.date | None:
    """The first day on which something happens; None where nobody can tell."""
    days = [first_day(entry, period) for entry in entries]
    known = [day for day in days if day is not None]
    return min(known) if known and len(known) == len(days) else None


def _warning(code: str, path: Path, args: dict[str, Arg]) -> Finding:
    return Finding(code=code, path=path, args=args, severity=Severity.WARNING)


RULES: Iterable[Rule] = (
    rule("target-empty", target_empty, whole_mapping=True),
    rule("target-conflict", target_conflict, whole_mapping=True),
    rule("target-reversed", target_reversed, whole_mapping=True),
    rule("target-unreachable", target_unreachable),
    rule("target-before-schedule", target_before_schedule),
)
