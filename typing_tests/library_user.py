"""Type-checked, never run: the public API as a branch's own program uses it."""

import datetime as dt
from pathlib import Path

import attrs

import helaplan
from helaplan import Activity, Area, Organisation, Period, Plan, Report


def next_year(path: Path) -> str:
    """Every public function with the types it promises."""
    plan: Plan = helaplan.read_plan(path)
    period = Period(start=dt.date(2027, 1, 1), end=dt.date(2027, 12, 31))
    owner: Organisation = plan.organisation
    areas: tuple[Area, ...] = tuple(attrs.evolve(area, activities=()) for area in plan.areas)
    activities: list[Activity] = [activity for area in plan.areas for activity in area.activities]
    new = attrs.evolve(plan, period=period, areas=areas)
    report: Report = helaplan.check(new, name=owner.name)
    lines: list[str] = [finding.code for finding in report]
    written: bytes = helaplan.export(new, "markdown")
    made = helaplan.import_document(written, name="plan.md", organisation=owner.name)
    receipt: helaplan.Receipt = made.receipt
    again: Plan = made.plan
    return helaplan.write_plan(again) + receipt.reader + "".join(lines) + str(len(activities))
