"""What the words of goals and activities say besides: numbers, days, names, money. All of it is proposed only."""

from __future__ import annotations

import re

from attrs import evolve

from helaplan.findings import Path
from helaplan.model import Goal, Schedule
from helaplan.recognise.draft import Draft, DraftActivity
from helaplan.recognise.lines import find_sdg
from helaplan.recognise.money import find_money, is_fee
from helaplan.recognise.partners import find_partners
from helaplan.recognise.people import find_roles
from helaplan.recognise.persons import NOBODY, Known, known_people
from helaplan.recognise.schedules import Found, day_in_month, find_schedules, without_recurring
from helaplan.recognise.targets import find_targets
from helaplan.registers.headings import plain_heading
from helaplan.registers.months import month_of

_CONDITION = re.compile(
    r"\b(?:om\s+(?:medel|medlen|bidrag|bidraget|ekonomin|pengar|vädret|projektmedel)\b|under\s+förutsättning\b"
    r"|förutsatt\s+att"
    r"|i\s+mån\s+av|if\s+(?:funding|funds|the\s+weather)\b|provided\s+that)[^.;,()]*",
    re.IGNORECASE,
)


#: What is longer is no activity, and not worth the time of looking for numbers in it.
_LONGEST = 4000


def read_details(draft: Draft) -> None:
    """Fill in, for every goal and activity of the draft, what can be read from its words."""
    draft.goals[:] = [_goal(draft, goal, ("goals", n)) for n, goal in enumerate(draft.goals)]
    known = _people(draft)
    for n, area in enumerate(draft.areas):
        area.goals[:] = [_goal(draft, goal, ("areas", n, "goals", g)) for g, goal in enumerate(area.goals)]
        for a, activity in enumerate(area.activities):
            path: Path = ("areas", n, "activities", a)
            month = month_of(plain_heading(area.name))
            if month and not activity.schedule and not _says_when(draft, activity):
                _month_day(draft, activity, path, month)
            read_activity(draft, activity, path, known)
            for s, part in enumerate(activity.activities):
                read_activity(draft, part, (*path, "activities", s), known)


def _people(draft: Draft) -> Known:
    """Who the whole document names as responsible, so that a name once sure is known everywhere."""
    activities: list[DraftActivity] = []
    named: list[str] = []
    for area in draft.areas:
        named += area.responsible
        for each in area.activities:
            activities += (each, *each.activities)
    for each in activities:
        named += each.responsible
        named += [role.name for role in find_roles(each.text[:_LONGEST]) if not role.doubtful]
    return known_people((each.text[:_LONGEST] for each in activities), named)


def _says_when(draft: Draft, activity: DraftActivity) -> bool:
    found = find_schedules(activity.text[:_LONGEST], draft.period)
    return any(each.schedule.kind != "unknown" for each in found)


def _month_day(draft: Draft, activity: DraftActivity, path: Path, month: int) -> None:
    found = day_in_month(activity.text[:_LONGEST], month, draft.period)
    if found is not None:
        activity.schedule.append(found)
        draft.propose((*path, "schedule", 0), found.words)


def _goal(draft: Draft, goal: Goal, path: Path) -> Goal:
    text = goal.text[:_LONGEST]
    schedules = find_schedules(text, draft.period)
    money = find_money(text)
    days = [each.schedule.date for each in schedules if each.schedule.date is not None]
    taken = [(each.start, each.end) for each in without_recurring(schedules)]
    taken += [(each.start, each.end) for each in money]
    targets = find_targets(text, taken, days[0] if len(days) == 1 else None)
    for n, each in enumerate(targets):
        draft.propose((*path, "targets", n), each.target.words)
    sdg = find_sdg(goal.text)
    if sdg:
        draft.propose((*path, "sdg"), ", ".join(sdg))
    return evolve(goal, targets=tuple(each.target for each in targets), sdg=sdg)


def read_activity(draft: Draft, activity: DraftActivity, path: Path, known: Known = NOBODY) -> None:
    """Fill in what the words of one activity, which stands at `path`, say besides. `known`: who is named elsewhere."""
    text = activity.text[:_LONGEST]
    schedules = find_schedules(text, draft.period)
    for found in _new(schedules, activity):
        draft.propose((*path, "schedule", len(activity.schedule)), found.schedule.words)
        activity.schedule.append(found.schedule)
    money = find_money(text)
    spent = next((each for each in money if not is_fee(text, each)), None)
    if spent is not None and activity.budget is None:
        activity.budget = spent.budget
        draft.propose((*path, "budget"), spent.budget.words)
    taken = [(each.start, each.end) for each in without_recurring(schedules)]
    taken += [(each.start if each.count == 1 else each.counted, each.end) for each in money]
    _targets(draft, activity, path, taken)
    for role in find_roles(text, known):
        if role.name.casefold() not in map(str.casefold, activity.responsible):
            draft.propose((*path, "responsible", len(activity.responsible)), role.name)
            activity.responsible.append(role.name)
            if role.doubtful and all(
                each.code != "responsible-guessed" or each.words != role.name for each in draft.doubts
            ):
                draft.ask(activity.id, "responsible-guessed", role.name)
    for partner in find_partners(text):
        made = draft.partner(partner.name, partner.kind)
        if made not in activity.partners:
            draft.propose((*path, "partners", len(activity.partners)), partner.name)
            activity.partners.append(made)
    _rest(draft, activity, path)


def _new(found: list[Found], activity: DraftActivity) -> list[Found]:
    """What the words say of time that a column or a label has not said already.

    Beside a day of its own, the name of a holiday in the words ("Midsommarfest") and the time of day tell no other.
    """
    before = activity.schedule
    told = {_meaning(each) for each in before}
    loose = ("unknown", "event") if before else ()
    return [each for each in found if each.schedule.kind not in loose and _meaning(each.schedule) not in told]


def _meaning(schedule: Schedule) -> Schedule:
    """A schedule without its words."""
    return evolve(schedule, words="")


def _targets(draft: Draft, activity: DraftActivity, path: Path, taken: list[tuple[int, int]]) -> None:
    for found in find_targets(activity.text[:_LONGEST], taken):
        draft.propose((*path, "targets", len(activity.targets)), found.target.words)
        if found.doubtful:
            draft.ask(activity.id, "target-count", found.target.words)
        activity.targets.append(found.target)


def _rest(draft: Draft, activity: DraftActivity, path: Path) -> None:
    """Agenda 2030 and conditions."""
    sdg = [code for code in find_sdg(activity.text) if code not in activity.sdg]
    if sdg:
        draft.propose((*path, "sdg"), ", ".join(sdg))
        activity.sdg += sdg
    condition = _CONDITION.search(activity.text)
    if condition is not None and not activity.condition:
        activity.condition = condition.group().strip()
        draft.propose((*path, "condition"), activity.condition)
