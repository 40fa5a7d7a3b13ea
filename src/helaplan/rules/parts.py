"""A plan taken apart once for all rules: its parts in lists, with their paths."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from functools import cached_property
from typing import TypeAlias

from helaplan.findings import Path
from helaplan.model import (
    Area,
    Budget,
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
from helaplan.model.specs import Line
from helaplan.model.walk import walk

Named: TypeAlias = Goal | Indicator | TargetGroup | Area | SubActivity | Partner | Section

#: The keys of a plan that hold statements.
STATEMENTS = ("visions", "values", "mission", "purposes")


class Parts:
    """The parts of one plan that rules ask about. Each list is made when first asked for, and then kept.

    Two dozen rules run at each check; going through the plan once for all of them costs a third of going each alone.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @cached_property
    def statements(self) -> list[tuple[Path, Statement]]:
        """Every vision, value, mission and purpose."""
        plan = self.plan
        return [((key, place), each) for key in STATEMENTS for place, each in enumerate(getattr(plan, key))]

    @cached_property
    def goals(self) -> list[tuple[Path, Goal]]:
        """Every goal, first the plan's, then each area's."""
        made: list[tuple[Path, Goal]] = [(("goals", place), goal) for place, goal in enumerate(self.plan.goals)]
        for at, area in enumerate(self.plan.areas):
            made += [(("areas", at, "goals", place), goal) for place, goal in enumerate(area.goals)]
        return made

    @cached_property
    def indicators(self) -> list[tuple[Path, Indicator]]:
        """Every indicator of every goal."""
        return [
            ((*path, "indicators", place), each)
            for path, goal in self.goals
            if goal.indicators
            for place, each in enumerate(goal.indicators)
        ]

    @cached_property
    def activities(self) -> list[tuple[Path, SubActivity]]:
        """Every activity, each followed by its parts."""
        made: list[tuple[Path, SubActivity]] = []
        for at, area in enumerate(self.plan.areas):
            for place, activity in enumerate(area.activities):
                path: Path = ("areas", at, "activities", place)
                made.append((path, activity))
                if activity.activities:
                    made += [((*path, "activities", n), part) for n, part in enumerate(activity.activities)]
        return made

    @cached_property
    def activity_targets(self) -> list[tuple[Path, Target]]:
        """Every target of activities."""
        return [
            ((*path, "targets", place), target)
            for path, activity in self.activities
            if activity.targets
            for place, target in enumerate(activity.targets)
        ]

    @cached_property
    def targets(self) -> list[tuple[Path, Target]]:
        """Every target of goals, indicators and activities."""
        made: list[tuple[Path, Target]] = []
        for holders in (self.goals, self.indicators):
            for path, holder in holders:
                if holder.targets:
                    made += [((*path, "targets", place), target) for place, target in enumerate(holder.targets)]
        return made + self.activity_targets

    @cached_property
    def schedules(self) -> list[tuple[Path, Schedule]]:
        """Every schedule entry of areas and activities."""
        made: list[tuple[Path, Schedule]] = [
            (("areas", at, "schedule", place), entry)
            for at, area in enumerate(self.plan.areas)
            for place, entry in enumerate(area.schedule)
        ]
        for path, activity in self.activities:
            if activity.schedule:
                made += [((*path, "schedule", place), entry) for place, entry in enumerate(activity.schedule)]
        return made

    @cached_property
    def budgets(self) -> list[tuple[Path, Budget]]:
        """Every budget of areas and activities."""
        made: list[tuple[Path, Budget]] = [
            (("areas", at, "budget"), area.budget) for at, area in enumerate(self.plan.areas) if area.budget
        ]
        return made + [((*path, "budget"), each.budget) for path, each in self.activities if each.budget]

    @cached_property
    def named(self) -> list[tuple[Path, Named]]:
        """Everything below the plan that can have an id."""
        plan = self.plan
        made: list[tuple[Path, Named]] = [*self.goals, *self.indicators]
        made += [(("target_groups", place), each) for place, each in enumerate(plan.target_groups)]
        made += [(("areas", place), each) for place, each in enumerate(plan.areas)]
        made += self.activities
        made += [(("partners", place), each) for place, each in enumerate(plan.partners)]
        made += [(("sections", place), each) for place, each in enumerate(plan.sections)]
        return made

    @cached_property
    def words(self) -> list[tuple[Path, str]]:
        """Every text of people's own words, without ids, codes and addresses."""
        return [
            (seen.path, seen.value) for seen in walk(self.plan) if isinstance(seen.spec, Line) and not seen.spec.pattern
        ]


def repeats(values: Iterable[Hashable]) -> Iterator[int]:
    """The places in a list of what stood in it before."""
    seen: set[Hashable] = set()
    for place, each in enumerate(values):
        if each in seen:
            yield place
        seen.add(each)
