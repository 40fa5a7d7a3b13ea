"""Names that mean something by themselves: an area that is a month, the id of a plan."""

from __future__ import annotations

import re

from helaplan.model import Schedule
from helaplan.recognise.draft import Draft, DraftArea
from helaplan.registers.headings import concept_of, plain_heading
from helaplan.registers.months import MONTHS
from helaplan.registers.slug import MAX_LENGTH, slug

# What every branch of a movement has in its name tells none of them apart.
_COMMON = re.compile(r"hela\s+sverige\s+ska\s+leva\W*|\b(?:län|läns)\b", re.IGNORECASE)


def new_area(draft: Draft, name: str, number: str = "") -> int:
    """Add an empty area and say where it stands. A month, or "Löpande under året", says when, too."""
    area = DraftArea(name=name, number=number, id=draft.new_id(name, "omrade"))
    draft.areas.append(area)
    place = len(draft.areas) - 1
    if schedule := heading_schedule(name):
        area.schedule.append(schedule)
        draft.propose(("areas", place, "schedule", 0), name)
    return place


def heading_schedule(name: str) -> Schedule | None:
    """When everything below a heading happens, where the heading is a month, several, or "löpande"."""
    concept = concept_of(name)
    if concept == "month":
        named = [month for word in re.findall(r"\w+", plain_heading(name)) if (month := MONTHS.get(word))]
        kind = "month" if len(named) == 1 else "months"
        return Schedule(kind=kind, words=name, months=tuple(dict.fromkeys(named)))
    if concept == "ongoing":
        return Schedule(kind="ongoing", words=name)
    return None


def plan_id(draft: Draft) -> str:
    """The plan's own id: what tells the organisation apart, and the first year (`orebro-2023`)."""
    year = str(draft.period.start.year) if draft.period else ""
    own = _COMMON.sub(" ", draft.organisation.name).strip()
    base = slug(own or draft.title, default="plan")
    words = base.split("-")
    if year and year not in words:
        while len(words) > 1 and len("-".join(words)) + len(year) + 1 > MAX_LENGTH:
            words.pop()
        base = f"{'-'.join(words)[: MAX_LENGTH - len(year) - 1].rstrip('-')}-{year}"
    return draft.take_id(base)
