"""A plan as linked data: JSON-LD with the words of schema.org, so that search engines and portals can read the page.

Only what the plan itself says; an activity is an Event where its day is known, else a PlanAction. Nobody responsible
is named here: names of people don't belong in data that is made to be collected.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from helaplan.compose.printed import short_name
from helaplan.model import Activity, Plan
from helaplan.registers import counties, sdg
from helaplan.text import labels

#: The identifiers of the goals, as the United Nations publish them.
_SDG_SET = "http://metadata.un.org/sdg"


def linked_data(plan: Plan) -> bytes:
    """The JSON-LD document of a plan, UTF-8, keys in a fixed order."""
    return json.dumps(_report(plan), ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _report(plan: Plan) -> dict[str, Any]:
    language = labels.base_language(plan.language)
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "@id": f"urn:helaplan:{plan.id}",
        "name": plan.title,
        "inLanguage": plan.language,
    }
    if plan.status is not None and plan.status.date is not None and plan.status.state in ("adopted", "revised"):
        made["datePublished"] = plan.status.date.isoformat()
    if plan.period is not None:
        made["temporalCoverage"] = f"{plan.period.start.isoformat()}/{plan.period.end.isoformat()}"
    visions = [each.text for each in plan.visions if each.text]
    if visions:
        made["abstract"] = visions[0]
    if plan.organisation.name:
        made["publisher"] = _organisation(plan)
    if plan.target_groups:
        made["audience"] = [{"@type": "Audience", "audienceType": each.text} for each in plan.target_groups]
    codes = dict.fromkeys(_codes(plan))
    if codes:
        made["about"] = [_goal(code, language) for code in codes]
    parts = [_activity(plan, each, area.name) for area in plan.areas for each in area.activities]
    if parts:
        made["hasPart"] = parts
    return made


def _organisation(plan: Plan) -> dict[str, Any]:
    organisation = plan.organisation
    made: dict[str, Any] = {"@type": "NGO", "name": organisation.name}
    if organisation.website:
        made["url"] = organisation.website
    if organisation.county:
        name = counties.REGISTER.name(organisation.county)
        area = {"@type": "AdministrativeArea", "identifier": organisation.county}
        made["areaServed"] = {**area, "name": name} if name else area
    if organisation.parent:
        made["parentOrganization"] = {"@type": "NGO", "name": organisation.parent}
    return made


def _codes(plan: Plan) -> Iterator[str]:
    for goal in (*plan.goals, *(goal for area in plan.areas for goal in area.goals)):
        yield from goal.sdg
    for area in plan.areas:
        yield from area.sdg
        for activity in area.activities:
            for each in (activity, *activity.activities):
                yield from each.sdg


def _goal(code: str, language: str) -> dict[str, Any]:
    made = {"@type": "DefinedTerm", "termCode": code, "inDefinedTermSet": _SDG_SET}
    names = sdg.GOALS.get(code)
    if names:
        made |= {"@id": f"{_SDG_SET}/{code}", "name": names[language]}
    return made


def _activity(plan: Plan, activity: Activity, area: str) -> dict[str, Any]:
    """An Event where the day is known, else a PlanAction: an Event without a day says nothing to anybody."""
    days = [(each.date, each.date) for each in activity.schedule if each.kind == "date" and each.date]
    days += [(each.start, each.end) for each in activity.schedule if each.kind == "period" and each.start and each.end]
    made: dict[str, Any] = {"@type": "Event" if days else "PlanAction"}
    if activity.id:
        made["@id"] = f"urn:helaplan:{plan.id}:{activity.id}"
    made["name"] = short_name(activity)
    made["description"] = activity.text
    if days:
        made["startDate"], made["endDate"] = (each.isoformat() for each in days[0])
        if activity.progress in ("cancelled", "postponed"):
            made["eventStatus"] = f"https://schema.org/Event{activity.progress.title()}"
        if activity.place:
            made["location"] = {"@type": "Place", "name": activity.place}
        if plan.organisation.name:
            made["organizer"] = {"@type": "NGO", "name": plan.organisation.name}
    made["keywords"] = area
    return made
