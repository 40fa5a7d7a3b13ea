"""Rules about codes: that counties, municipalities and goals of Agenda 2030 exist, and that they fit together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from helaplan.findings import Arg, Finding, Path, Severity
from helaplan.registers import counties, municipalities, sdg
from helaplan.registers.places import county_in, county_said
from helaplan.rules.parts import Parts
from helaplan.rules.rule import Rule, rule


def unknown_county(parts: Parts) -> Iterator[Finding]:
    """No county has this code. The suggestion is that of a right municipality beside it, or of the branch's name."""
    code = parts.plan.organisation.county
    if not code or code in counties.COUNTIES:
        return
    args: dict[str, Arg] = {"written": code}
    municipality = parts.plan.organisation.municipality
    if municipality in municipalities.MUNICIPALITIES:
        args["suggestion"] = municipalities.county_of(municipality)
        args["name"] = counties.COUNTIES[municipalities.county_of(municipality)]
    elif named := county_in(parts.plan.organisation.name):
        args["suggestion"] = named
        args["named"] = counties.COUNTIES[named]
    yield Finding(code="unknown-county", path=("organisation", "county"), args=args)


def unknown_municipality(parts: Parts) -> Iterator[Finding]:
    """No municipality has this code."""
    code = parts.plan.organisation.municipality
    if not code or code in municipalities.MUNICIPALITIES:
        return
    yield Finding(code="unknown-municipality", path=("organisation", "municipality"), args={"written": code})


def municipality_outside_county(parts: Parts) -> Iterator[Finding]:
    """The municipality lies in another county than the one given."""
    county, code = parts.plan.organisation.county, parts.plan.organisation.municipality
    if county not in counties.COUNTIES or code not in municipalities.MUNICIPALITIES:
        return
    right = municipalities.county_of(code)
    if right != county:
        args: dict[str, Arg] = {
            "written": code,
            "municipality": municipalities.MUNICIPALITIES[code],
            "county": counties.COUNTIES[county],
            "right": counties.COUNTIES[right],
            "suggestion": right,
        }
        yield Finding(code="municipality-outside-county", path=("organisation", "municipality"), args=args)


def county_differs_from_name(parts: Parts) -> Iterator[Finding]:
    """The branch calls itself one of another county ("… Örebro län") than the code says: one of them was copied."""
    organisation = parts.plan.organisation
    if organisation.county not in counties.COUNTIES:
        return
    said = county_said(organisation.name)
    if said and said != organisation.county:
        args: dict[str, Arg] = {
            "written": organisation.county,
            "county": counties.COUNTIES[organisation.county],
            "right": counties.COUNTIES[said],
            "suggestion": said,
        }
        yield Finding(
            code="county-differs-from-name", path=("organisation", "county"), args=args, severity=Severity.WARNING
        )


def unknown_sdg(parts: Parts) -> Iterator[Finding]:
    """Agenda 2030 has no goal or target of this code."""
    for path, codes in _sdg_lists(parts):
        for place, code in enumerate(codes):
            if not sdg.is_known(code):
                args: dict[str, Arg] = {"written": code}
                suggestion = sdg.suggest(code)
                if suggestion:
                    args["suggestion"] = suggestion
                yield Finding(code="unknown-sdg", path=(*path, "sdg", place), args=args)


def _sdg_lists(parts: Parts) -> Iterator[tuple[Path, tuple[str, ...]]]:
    for path, goal in parts.goals:
        if goal.sdg:
            yield path, goal.sdg
    for place, area in enumerate(parts.plan.areas):
        if area.sdg:
            yield ("areas", place), area.sdg
    for path, activity in parts.activities:
        if activity.sdg:
            yield path, activity.sdg


RULES: Iterable[Rule] = (
    rule("unknown-county", unknown_county),
    rule("unknown-municipality", unknown_municipality),
    rule("municipality-outside-county", municipality_outside_county, whole_mapping=True),
    rule("county-differs-from-name", county_differs_from_name, whole_mapping=True),
    rule("unknown-sdg", unknown_sdg),
)
