"""The parts of a plan that rules ask about, with their paths. Plain loops: every check of every plan runs them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from helaplan.findings import Path
from helaplan.model import (
    Activity,
    Area,
    Goal,
    Indicator,
    Partner,
    Plan,
    Schedule,
    Section,
    Statement,
    SubActivity,
    Target,
    TargetGroup,
)

Named: TypeAlias = Goal | Indicator | TargetGroup | Area | SubActivity | Partner | Section

#: The keys of a plan that hold statements.
STATEMENTS = ("visions", "values", "mission", "purposes")


def statements(plan: Plan) -> Iterator[tuple[Path, Statement]]:
    """Every vision, value, mission and purpose."""
    for key in STATEMENTS:
        for place, each in enumerate(getattr(plan, key)):
            yield (key, place), each


def goals(plan: Plan) -> Iterator[tuple[Path, Goal]]:
    """Every goal, first the plan's, then each area's."""
    for place, goal in enumerate(plan.goals):
        yield ("goals", place), goal
    for at, area in enumerate(plan.areas):
        for place, goal in enumerate(area.goals):
            yield ("areas", at, "goals", place), goal


def indicators(plan: Plan) -> Iterator[tuple[Path, Indicator]]:
    """Every indicator of every goal."""
    for path, goal in goals(plan):
        for place, indicator in enumerate(goal.indicators):
            yield (*path, "indicators", place), indicator


def activities(plan: Plan) -> Iterator[tuple[Path, SubActivity]]:
    """Every activity, each followed by its parts."""
    for at, area in enumerate(plan.areas):
        for place, activity in enumerate(area.activities):
            path: Path = ("areas", at, "activities", place)
            yield path, activity
            yield from _parts(path, activity)


def _parts(path: Path, activity: Activity) -> Iterator[tuple[Path, SubActivity]]:
    for place, part in enumerate(activity.activities):
        yield (*path, "activities", place), part


def targets(plan: Plan) -> Iterator[tuple[Path, Target]]:
    """Every target of goals, indicators and activities."""
    for holders in (goals(plan), indicators(plan), activities(plan)):
        for path, holder in holders:
            for place, target in enumerate(holder.targets):
                yield (*path, "targets", place), target


def schedules(plan: Plan) -> Iterator[tuple[Path, Schedule]]:
    """Every schedule entry of areas and activities."""
    for at, area in enumerate(plan.areas):
        for place, entry in enumerate(area.schedule):
            yield ("areas", at, "schedule", place), entry
    for path, activity in activities(plan):
        for place, entry in enumerate(activity.schedule):
            yield (*path, "schedule", place), entry


def named(plan: Plan) -> Iterator[tuple[Path, Named]]:
    """Everything below the plan that can have an id."""
    yield from goals(plan)
    yield from indicators(plan)
    for key in ("target_groups", "areas"):
        for place, each in enumerate(getattr(plan, key)):
            yield (key, place), each
    yield from activities(plan)
    for key in ("partners", "sections"):
        for place, each in enumerate(getattr(plan, key)):
            yield (key, place), each
