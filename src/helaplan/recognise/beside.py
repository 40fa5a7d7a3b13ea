"""What a document prints beside the words of an activity: label lines ("Ansvarig: …") and cells of a table row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from helaplan.findings import Path
from helaplan.model import Goal, Schedule
from helaplan.recognise.draft import Draft, DraftActivity, DraftArea
from helaplan.recognise.money import cell_sum
from helaplan.recognise.month_cells import month_cell
from helaplan.recognise.people import split_names
from helaplan.recognise.schedules import find_schedules
from helaplan.recognise.targets import find_targets
from helaplan.recognise.units import Unit
from helaplan.registers.headings import column_of, plain_heading
from helaplan.registers.months import month_of
from helaplan.registers.progress import progress_of

#: What a label may say of the activity that it stands below.
_VALUES = ("responsible", "when", "month", "budget", "partner", "place", "follow_up", "target")
_LABEL = re.compile(r"(?P<label>[^\W\d_][^\W\d_ .()/-]*(?:[ /-][^\W\d_]+){0,3}\.?)\s*(?:\([^()]{1,12}\)\s*)?:(?=\s)")
#: What may stand between two labels on one line.
_BETWEEN = re.compile(r"(?:\A|[.;,|·•–—]\s+|\s{2,}|\s\|\s?)\Z")


@frozen
class Said:
    """One thing that a label line says: what kind it is of (`registers.headings.column_of`), and the words."""

    concept: str
    words: str


def labels_of(text: str) -> list[Said]:
    """What a line of labels says: "Ansvarig: Eva. När: maj" is two things. None for a line that begins otherwise."""
    # Asked of every line: most say at their first word that they are none.
    first = _LABEL.match(text)
    if first is None or column_of(first["label"]) not in _VALUES:
        return []
    starts = [
        match
        for match in _LABEL.finditer(text)
        # What is asked for stands directly before the label.
        if column_of(match["label"]) in _VALUES and _BETWEEN.search(text[max(0, match.start() - 20) : match.start()])
    ]
    ends = [*(match.start() for match in starts[1:]), len(text)]
    made = [
        Said(column_of(match["label"]), text[match.end() : end].strip(" ;,|·•–—"))
        for match, end in zip(starts, ends, strict=True)
    ]
    return made if all(each.words for each in made) else []


def labels_repeat(units: Sequence[Unit]) -> bool:
    """True where the same label comes again after another item: then labels speak of the items they follow."""
    after: dict[str, int] = {}
    items = 0
    for unit in units:
        said = labels_of(printed(unit))
        if not said:
            items += unit.kind in ("item", "paragraph")
        for each in said if items else ():
            if after.setdefault(each.concept, items) != items:
                return True
    return False


def labels_between(units: Sequence[Unit]) -> bool:
    """True where a label stands between two items: it can only speak of the one above it."""
    labelled = items = 0
    for unit in units:
        if labels_of(printed(unit)):
            labelled += items > 0
        elif unit.kind == "item" and unit.depth <= 1:
            items += 1
            if labelled:
                return True
    return False


def labels_end(units: Sequence[Unit]) -> bool:
    """True where a label stands after a list of several items: then it may speak of all of them."""
    said = [bool(labels_of(printed(unit))) for unit in units]
    items = [n for n, unit in enumerate(units) if unit.kind == "item" and unit.depth <= 1 and not said[n]]
    return len(items) > 1 and any(n > items[-1] and not unit.depth and said[n] for n, unit in enumerate(units))


def printed(unit: Unit) -> str:
    """The words of a unit as they stand in the document, with its label."""
    return f"{unit.label}: {unit.text}" if unit.kind == "label" else unit.text


@frozen(kw_only=True)
class Owner:
    """The activity that something is said of: itself, the area it stands in, and where it stands in the plan."""

    activity: DraftActivity
    area: DraftArea
    path: Path


def put_label(draft: Draft, unit: Unit, said: Said, owner: Owner) -> None:
    """Give an activity what a label line below it says. Every day in it counts, not only the whole line."""
    found = find_schedules(said.words, draft.period) if said.concept in ("when", "month") else []
    if not found:
        put_value(draft, unit, said.concept, said.words, owner)
        return
    owner.activity.schedule += [each.schedule for each in found]
    unit.use((*owner.path, "schedule"), "schedule")


def put_value(draft: Draft, unit: Unit, concept: str, words: str, owner: Owner, *, month: int | None = None) -> None:
    """Put words into the field of an activity that they are for; what has none is the follow-up's.

    A day without a month lies in `month`, else in the one that the area is named after.
    """
    activity, path = owner.activity, owner.path
    if concept == "responsible":
        activity.responsible += split_names(words) or [words]
        unit.use((*path, "responsible"), "responsible")
    elif concept in ("when", "month"):
        month = month or month_of(plain_heading(owner.area.name))
        for schedule in month_cell(words, month, draft.period) or [Schedule(kind="unknown", words=words)]:
            activity.schedule.append(schedule)
            unit.use((*path, "schedule", len(activity.schedule) - 1), "schedule")
    elif concept == "partner":
        activity.partners += [draft.partner(name, "") for name in split_names(words)]
        unit.use(("partners",), "partner")
    elif concept == "number" and not activity.number:
        activity.number = words.strip("().")
        unit.use((*path, "number"), "number")
    elif concept == "place" and not activity.place:
        activity.place = words
        unit.use((*path, "place"), "place")
    elif concept == "budget" and activity.budget is None and (found := cell_sum(words)):
        activity.budget = found
        unit.use((*path, "budget"), "budget")
    elif concept == "follow_up" and not activity.progress and (progress := progress_of(words)):
        activity.progress = progress
        unit.use((*path, "progress"), "progress")
    elif concept == "goal":
        place = _goal(draft, owner.area, words)
        activity.goals.append(owner.area.goals[place].id)
        unit.use((*path[:2], "goals", place), "goal")
    else:
        if concept == "target":
            _targets(draft, words, owner)
        activity.follow_up = f"{activity.follow_up}\n\n{words}".strip()
        unit.use((*path, "follow_up"), "follow-up")


def _targets(draft: Draft, words: str, owner: Owner) -> None:
    """The numbers of a measure; its words are kept as the follow-up, since they say how it is measured."""
    dated = [(each.start, each.end) for each in find_schedules(words, draft.period)]
    for found in find_targets(words, dated):
        draft.propose((*owner.path, "targets", len(owner.activity.targets)), found.target.words)
        owner.activity.targets.append(found.target)


def _goal(draft: Draft, area: DraftArea, text: str) -> int:
    for place, goal in enumerate(area.goals):
        if goal.text == text:
            return place
    area.goals.append(Goal(id=draft.new_id(text, "mal"), text=text))
    return len(area.goals) - 1
