"""Opinions on how a plan hangs together: everything is somebody's work, and serves something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from helaplan.findings import Anchor, Arg, Finding, Path, Severity
from helaplan.model import Activity, SubActivity
from helaplan.rules.parts import Parts
from helaplan.rules.rule import Rule, rule


def _note(code: str, path: Path, args: dict[str, Arg] | None = None, anchor: Anchor = Anchor.VALUE) -> Finding:
    return Finding(code=code, path=path, args=args or {}, severity=Severity.NOTE, anchor=anchor)


def _whole(parts: Parts) -> Iterator[tuple[Path, Activity]]:
    """The activities that are no part of another."""
    for path, activity in parts.activities:
        if isinstance(activity, Activity):
            yield path, activity


def activity_without_responsible(parts: Parts) -> Iterator[Finding]:
    """Nobody is responsible for an activity: neither there, nor for its area, nor for all of its parts."""
    areas = parts.plan.areas
    for path, activity in _whole(parts):
        if activity.responsible or areas[int(path[1])].responsible:
            continue
        if not activity.activities or not all(part.responsible for part in activity.activities):
            yield _note("activity-without-responsible", (*path, "responsible"), anchor=Anchor.MISSING)


def activity_without_measure(parts: Parts) -> Iterator[Finding]:
    """Nothing tells when an activity is done: no target or follow-up, of its own, of a part, or of a goal it serves."""
    measured = {goal.id for _, goal in parts.goals if goal.id and (goal.indicators or goal.targets)}

    def is_measured(activity: SubActivity) -> bool:
        return bool(activity.targets or activity.follow_up) or not measured.isdisjoint(activity.goals)

    for path, activity in _whole(parts):
        if not is_measured(activity) and not any(is_measured(part) for part in activity.activities):
            yield _note("activity-without-measure", (*path, "targets"), anchor=Anchor.MISSING)


def goal_unserved(parts: Parts) -> Iterator[Finding]:
    """No activity serves a goal. The goals of an area are served by the area's activities."""
    served = {each for _, activity in parts.activities for each in activity.goals}
    for path, goal in parts.goals:
        if not goal.id or goal.id in served:
            continue
        if path[0] == "areas" and parts.plan.areas[int(path[1])].activities:
            continue
        yield _note("goal-unserved", path)


def target_group_unserved(parts: Parts) -> Iterator[Finding]:
    """No activity turns to a target group."""
    served = {each for _, activity in parts.activities for each in activity.target_groups}
    for place, group in enumerate(parts.plan.target_groups):
        if group.id and group.id not in served:
            yield _note("target-group-unserved", ("target_groups", place))


def partner_unused(parts: Parts) -> Iterator[Finding]:
    """No activity is done with a partner."""
    used = {each for _, activity in parts.activities for each in activity.partners}
    for place, partner in enumerate(parts.plan.partners):
        if partner.id and partner.id not in used:
            yield _note("partner-unused", ("partners", place))


def area_empty(parts: Parts) -> Iterator[Finding]:
    """An area that is nothing but a heading."""
    for place, area in enumerate(parts.plan.areas):
        if not (area.text or area.goals or area.activities or area.schedule):
            yield _note("area-empty", ("areas", place))


def target_met_already(parts: Parts) -> Iterator[Finding]:
    """A target that is no further than where it begins: at least 34 from 40."""
    baselines = {path: each.baseline for path, each in parts.indicators if each.baseline is not None}
    for path, target in parts.targets:
        start = target.start if target.start is not None else baselines.get(path[:-2])
        if start is None:
            continue
        if target.at_least is not None and start >= target.at_least:
            key, wanted = "at_least", target.at_least
        elif target.at_most is not None and target.at_least is None and start <= target.at_most:
            key, wanted = "at_most", target.at_most
        elif target.exactly is not None and start == target.exactly:
            key, wanted = "exactly", target.exactly
        else:
            continue
        yield _note("target-met-already", (*path, key), {"written": wanted, "start": start})


RULES: Iterable[Rule] = (
    rule("activity-without-responsible", activity_without_responsible),
    rule("activity-without-measure", activity_without_measure),
    rule("goal-unserved", goal_unserved),
    rule("target-group-unserved", target_group_unserved),
    rule("partner-unused", partner_unused),
    rule("area-empty", area_empty, whole_mapping=True),
    rule("target-met-already", target_met_already, whole_mapping=True),
)
