"""The plan while it is being made: lists that only grow, so that a path once given stays right."""

from __future__ import annotations

from typing import Any

from attrs import define, evolve, field

from helaplan.document import Confidence
from helaplan.findings import Path
from helaplan.model import (
    Activity,
    Area,
    Budget,
    Goal,
    Organisation,
    Partner,
    Period,
    Plan,
    Question,
    Schedule,
    Section,
    Statement,
    Status,
    SubActivity,
    Target,
    TargetGroup,
)
from helaplan.recognise.partners import extends, same_letters
from helaplan.recognise.receipt import Doubt, Proposal
from helaplan.registers.slug import number_of, slug, unique
from helaplan.text.questions import question


@define(eq=False, kw_only=True)
class DraftActivity:
    """An activity or a part of one. `partners` are ids, as in the plan."""

    text: str
    id: str = ""
    number: str = ""
    targets: list[Target] = field(factory=list)
    schedule: list[Schedule] = field(factory=list)
    place: str = ""
    responsible: list[str] = field(factory=list)
    partners: list[str] = field(factory=list)
    goals: list[str] = field(factory=list)
    sdg: list[str] = field(factory=list)
    budget: Budget | None = None
    condition: str = ""
    follow_up: str = ""
    progress: str = ""
    activities: list[DraftActivity] = field(factory=list)


@define(eq=False, kw_only=True)
class DraftArea:
    """An area; `texts` are its paragraphs."""

    name: str
    id: str = ""
    number: str = ""
    texts: list[str] = field(factory=list)
    schedule: list[Schedule] = field(factory=list)
    responsible: list[str] = field(factory=list)
    sdg: list[str] = field(factory=list)
    budget: Budget | None = None
    goals: list[Goal] = field(factory=list)
    activities: list[DraftActivity] = field(factory=list)


@define(eq=False, kw_only=True)
class DraftSection:
    """A heading without a field of its own, and its paragraphs."""

    heading: str
    id: str = ""
    texts: list[str] = field(factory=list)
    after: str = ""


@define(eq=False, kw_only=True)
class DraftStatement:
    """A statement; `texts` are its paragraphs."""

    texts: list[str] = field(factory=list)
    items: list[str] = field(factory=list)
    source: str = ""


@define(eq=False, kw_only=True)
class Draft:
    """Everything that was recognised so far. `proposals` and `questions` are what a person should look at.

    `labels_below` says that label lines of this document speak of the activity above them rather than of the area;
    `labels_end` counts the areas that end in a label below a list of several activities.
    """

    language: str = "sv"
    title: str = ""
    organisation: Organisation = field(factory=lambda: Organisation(name=""))
    period: Period | None = None
    status: Status | None = None
    statements: dict[str, list[DraftStatement]] = field(factory=dict)
    goals: list[Goal] = field(factory=list)
    target_groups: list[TargetGroup] = field(factory=list)
    areas: list[DraftArea] = field(factory=list)
    partners: list[Partner] = field(factory=list)
    sections: list[DraftSection] = field(factory=list)
    questions: list[Question] = field(factory=list)
    proposals: list[Proposal] = field(factory=list)
    doubts: list[Doubt] = field(factory=list)
    labels_below: bool = False
    labels_end: int = 0
    ids: set[str] = field(factory=set)
    counts: dict[str, int] = field(factory=dict)

    def new_id(self, text: str, default: str) -> str:
        """An id made of the text that no part of the plan has yet."""
        return self.take_id(slug(text, default=default))

    def take_id(self, wanted: str) -> str:
        """This id, or one like it where a part of the plan has it already."""
        # Counting on from the last one keeps a thousand equal texts from being compared with each other.
        made = wanted if wanted not in self.ids else unique(wanted, self.ids, start=self.counts.get(wanted, 2))
        self.counts[wanted] = number_of(made, wanted) + 1
        self.ids.add(made)
        return made

    def propose(self, path: Path, words: str) -> None:
        """Note that the value at `path` is read from these words and nobody has confirmed it."""
        self.proposals.append(Proposal(path, " ".join(words.split())))

    def doubt(self, code: str, about: str, words: str) -> None:
        """Note what a person could answer in a word; words of the document, at most once for the same."""
        made = Doubt(code, about, words)
        if made not in self.doubts:
            self.doubts.append(made)

    def ask(self, about: str, code: str, words: str = "") -> None:
        """Put a question into the plan."""
        self.doubt(code, about, words)
        self.questions.append(Question(about=about, text=question(code, self.language, words)))

    def partner(self, name: str, kind: str) -> str:
        """The id of the partner with this name, who is added where the plan has none yet.

        A name with a place after it and the same name without are one partner, who keeps the longer name.
        """
        wanted = slug(name, default="partner")
        for known in self.partners:
            if known.name.casefold() == name.casefold() or slug(known.name) == wanted:
                return known.id
        for place, known in enumerate(self.partners):
            if extends(known.name, name) or same_letters(known.name, name):
                return known.id
            if extends(name, known.name):
                self.partners[place] = evolve(known, name=name)
                return known.id
        made = Partner(id=self.new_id(name, "partner"), name=name, kind=kind)
        self.partners.append(made)
        return made.id

    def plan(self, plan_id: str) -> Plan:
        """The plan as a value of the model."""
        return Plan(
            id=plan_id,
            title=self.title,
            language=self.language,
            organisation=self.organisation,
            period=self.period,
            status=self.status,
            visions=self._statements("visions"),
            values=self._statements("values"),
            mission=self._statements("mission"),
            purposes=self._statements("purposes"),
            goals=tuple(self.goals),
            target_groups=tuple(self.target_groups),
            areas=tuple(_area(area) for area in self.areas),
            partners=tuple(self.partners),
            sections=tuple(
                Section(id=each.id, heading=each.heading, text="\n\n".join(each.texts), after=each.after)
                for each in self.sections
            ),
            questions=tuple(self.questions),
        )

    def _statements(self, key: str) -> tuple[Statement, ...]:
        return tuple(
            Statement(text="\n\n".join(each.texts), items=tuple(each.items), source=each.source)
            for each in self.statements.get(key, ())
        )


def _area(area: DraftArea) -> Area:
    return Area(
        id=area.id,
        name=area.name,
        number=area.number,
        text="\n\n".join(area.texts),
        schedule=tuple(area.schedule),
        responsible=tuple(area.responsible),
        sdg=tuple(area.sdg),
        budget=area.budget,
        goals=tuple(area.goals),
        activities=tuple(
            Activity(activities=tuple(SubActivity(**_fields(part)) for part in each.activities), **_fields(each))
            for each in area.activities
        ),
    )


def _fields(activity: DraftActivity) -> dict[str, Any]:
    """What an activity and a part of one have in common."""
    return {
        "id": activity.id,
        "text": activity.text,
        "number": activity.number,
        "targets": tuple(activity.targets),
        "schedule": tuple(activity.schedule),
        "place": activity.place,
        "responsible": tuple(activity.responsible),
        "partners": tuple(activity.partners),
        "goals": tuple(activity.goals),
        "sdg": tuple(activity.sdg),
        "budget": activity.budget,
        "condition": activity.condition,
        "follow_up": activity.follow_up,
        "progress": activity.progress,
    }


#: How sure the recogniser is where it had only the layout to go by.
LIKELY = Confidence.LIKELY
GUESS = Confidence.GUESS
