"""Mentoring: what a plan may hold under `extensions.example`, and two rules about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrs import field, frozen

from helaplan import Finding, Plan, Severity, fields, structure

NAME = "example"


@frozen(kw_only=True, field_transformer=fields.with_specs)
class Mentoring:
    """A branch's mentoring: who coordinates it, the day it starts, how many places it has (None: not said)."""

    coordinator: str = field(metadata=fields.line(title={"sv": "Samordnare", "en": "Coordinator"}))
    starts: dt.date | None = field(default=None, metadata=fields.date(title={"sv": "Börjar", "en": "Starts"}))
    places: int | None = field(
        default=None, metadata=fields.integer(1, 10_000, title={"sv": "Platser", "en": "Places"})
    )


def mentoring_of(plan: Plan) -> Mentoring | None:
    """The mentoring of a plan, None where it has none that can be read. Faulty parts are left out."""
    value = structure(Mentoring, plan.extensions.get(NAME)).value
    return value if isinstance(value, Mentoring) else None


def within_period(plan: Plan) -> Iterator[Finding]:
    """The first day of the mentoring must lie in the plan's period."""
    mentoring = mentoring_of(plan)
    if mentoring is None or mentoring.starts is None or plan.period is None:
        return
    start, end = plan.period.start, plan.period.end
    if not start <= mentoring.starts <= end:
        args = {"starts": mentoring.starts.isoformat(), "start": start.isoformat(), "end": end.isoformat()}
        path = ("extensions", NAME, "starts")
        yield Finding(code="example/mentoring-outside-period", path=path, args=args, severity=Severity.WARNING)


def coordinator_known(plan: Plan) -> Iterator[Finding]:
    """Who coordinates should be responsible for something in the plan; a plan that names nobody says nothing."""
    mentoring = mentoring_of(plan)
    responsible = [each.responsible for area in plan.areas for each in area.activities]
    responsible += [area.responsible for area in plan.areas]
    named = {name.casefold() for names in responsible for name in names}
    if mentoring is not None and mentoring.coordinator and named and mentoring.coordinator.casefold() not in named:
        path = ("extensions", NAME, "coordinator")
        args = {"coordinator": mentoring.coordinator}
        yield Finding(code="example/coordinator-unknown", path=path, args=args, severity=Severity.NOTE)
