"""The plan: vision, values, purpose, goals, target groups, areas with activities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from helaplan.model import fields as f
from helaplan.model.parts import (
    PROGRESS,
    SDG_PATTERN,
    SOURCES,
    Budget,
    Indicator,
    Organisation,
    Partner,
    Period,
    Schedule,
    Statement,
    Status,
    Target,
)
from helaplan.values import Value

#: The plan format that this helaplan writes.
FORMAT_VERSION = 1


@frozen(kw_only=True, eq=False, repr=False, field_transformer=f.with_specs)
class Goal(Value):
    """What the organisation wants to reach, for the whole plan or one area.

    `number` is its code as printed (`3.1.1`), `sdg` goals or targets of Agenda 2030 as text.
    """

    id: str = field(default="", metadata=f.identifier())
    text: str = field(metadata=f.prose())
    number: str = field(default="", metadata=f.line())
    source: str = field(default="", metadata=f.choice(*SOURCES))
    sdg: tuple[str, ...] = field(default=(), metadata=f.codes(SDG_PATTERN, "bad-sdg-code"))
    indicators: tuple[Indicator, ...] = field(default=(), metadata=f.items(Indicator))
    targets: tuple[Target, ...] = field(default=(), metadata=f.items(Target))


@frozen(kw_only=True, eq=False, repr=False, field_transformer=f.with_specs)
class TargetGroup(Value):
    """Whom the work is for."""

    id: str = field(default="", metadata=f.identifier())
    text: str = field(metadata=f.prose())


@frozen(kw_only=True, eq=False, repr=False, field_transformer=f.with_specs)
class SubActivity(Value):
    """A part of an activity: all that an activity has but parts of its own, since deeper levels get lost in use.

    `text` is what people wrote; the other fields say what a program can use of it. The id stays the same across
    years, since follow-up, diff and calendar hang on it. `responsible` holds roles, groups or persons as printed;
    `partners`, `goals` and `target_groups` hold ids. `progress` stands only where the document itself said so.
    """

    id: str = field(default="", metadata=f.identifier())
    title: str = field(default="", metadata=f.line())
    text: str = field(metadata=f.prose())
    number: str = field(default="", metadata=f.line())
    targets: tuple[Target, ...] = field(default=(), metadata=f.items(Target))
    schedule: tuple[Schedule, ...] = field(default=(), metadata=f.items(Schedule))
    place: str = field(default="", metadata=f.line())
    responsible: tuple[str, ...] = field(default=(), metadata=f.lines())
    partners: tuple[str, ...] = field(default=(), metadata=f.references())
    goals: tuple[str, ...] = field(default=(), metadata=f.references())
    target_groups: tuple[str, ...] = field(default=(), metadata=f.references())
    sdg: tuple[str, ...] = field(default=(), metadata=f.codes(SDG_PATTERN, "bad-sdg-code"))
    budget: Budget | None = field(default=None, metadata=f.nested(Budget))
    condition: str = field(default="", metadata=f.line())
    follow_up: str = field(default="", metadata=f.prose())
    progress: str = field(default="", metadata=f.choice(*PROGRESS))


@frozen(kw_only=True, eq=False, repr=False, field_transformer=f.with_specs)
class Activity(SubActivity):
    """Something the branch will do, with its parts, one level down."""

    activities: tuple[SubActivity, ...] = field(default=(), metadata=f.items(SubActivity))


@frozen(kw_only=True, eq=False, repr=False, field_transformer=f.with_specs)
class Area(Value):
    """An area of work with its goals and activities. In a month plan an area is a month, and `schedule` says so.

    `text` holds introduction and lead-in lines in order; `responsible` who convenes the area.
    """

    id: str = field(default="", metadata=f.identifier())
    name: str = field(metadata=f.line())
    number: str = field(default="", metadata=f.line())
    text: str = field(default="", metadata=f.prose())
    schedule: tuple[Schedule, ...] = field(default=(), metadata=f.items(Schedule))
    responsible: tuple[str, ...] = field(default=(), metadata=f.lines())
    sdg: tuple[str, ...] = field(default=(), metadata=f.codes(SDG_PATTERN, "bad-sdg-code"))
    budget: Budget | None = field(default=None, metadata=f.nested(Budget))
    goals: tuple[Goal, ...] = field(default=(), metadata=f.items(Goal))
    activities: tuple[Activity, ...] = field(default=(), metadata=f.items(Activity))


@frozen(kw_only=True, eq=False, repr=False, field_transformer=f.with_specs)
class Section(Value):
    """A heading that the model has no field for, kept with its text.

    `after` is the place it had: a key of the plan (`title`, `values`), the id of an area or of an earlier section.
    """

    id: str = field(default="", metadata=f.identifier())
    heading: str = field(metadata=f.line())
    text: str = field(default="", metadata=f.prose())
    after: str = field(default="", metadata=f.line())


@frozen(kw_only=True, eq=False, repr=False, field_transformer=f.with_specs)
class Question(Value):
    """What an importer doubts. `about` is a key, an id or a JSON Pointer; deleting the question answers it."""

    about: str = field(metadata=f.line())
    text: str = field(metadata=f.prose())


@frozen(kw_only=True, eq=False, repr=False, field_transformer=f.with_specs)
class Plan(Value):
    """A yearly plan of a branch: what a plan file of format 1 holds.

    Empty text, empty tuple and None mean that the key is not in the file. `extensions` maps the name of a plugin to
    its data, kept value for value. Source of the fields: `docs/plan-format.md`.
    """

    helaplan: int = field(default=FORMAT_VERSION, metadata=f.format_version(FORMAT_VERSION))
    kind: str = field(default="plan", metadata=f.kind("plan"))
    id: str = field(metadata=f.identifier())
    title: str = field(metadata=f.line())
    language: str = field(
        default="sv", metadata=f.line(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", code="bad-language")
    )
    organisation: Organisation = field(metadata=f.nested(Organisation))
    period: Period | None = field(default=None, metadata=f.nested(Period))
    status: Status | None = field(default=None, metadata=f.nested(Status))
    visions: tuple[Statement, ...] = field(default=(), metadata=f.items(Statement))
    values: tuple[Statement, ...] = field(default=(), metadata=f.items(Statement))
    mission: tuple[Statement, ...] = field(default=(), metadata=f.items(Statement))
    purposes: tuple[Statement, ...] = field(default=(), metadata=f.items(Statement))
    goals: tuple[Goal, ...] = field(default=(), metadata=f.items(Goal))
    target_groups: tuple[TargetGroup, ...] = field(default=(), metadata=f.items(TargetGroup))
    areas: tuple[Area, ...] = field(default=(), metadata=f.items(Area))
    partners: tuple[Partner, ...] = field(default=(), metadata=f.items(Partner))
    sections: tuple[Section, ...] = field(default=(), metadata=f.items(Section))
    questions: tuple[Question, ...] = field(default=(), metadata=f.items(Question))
    extensions: Mapping[str, Any] = field(factory=dict, metadata=f.open_mapping())
