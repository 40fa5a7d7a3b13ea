"""Opinions on what stayed behind when a plan was copied: other years, other branches, the same thing twice."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping

from helaplan.findings import Arg, Finding, Path, Related, Severity
from helaplan.model import Organisation, Period
from helaplan.registers.counties import COUNTIES
from helaplan.registers.municipalities import MUNICIPALITIES, county_of
from helaplan.registers.places import county_in, place_at, places_in
from helaplan.rules.parts import Parts
from helaplan.rules.rule import Rule, rule

#: Parts of a plan whose years and names are no part of its own story: decisions, names, and what others are called.
_APART = ("status", "period", "organisation", "partners", "questions", "extensions")
#: Parts that look beyond the plan's time: a year still to come is at home there.
_AHEAD = frozenset(("visions", "values", "mission", "purposes", "goals"))


def _words(parts: Parts) -> Iterator[tuple[Path, str]]:
    return ((path, text) for path, text in parts.words if path[0] not in _APART)


_YEAR = r"(?:19[5-9]|20[0-9])[0-9]"
#: What makes a year part of something else: a law (SFS 2010:1), a sum, a number with more digits, a clock.
_LONE_YEAR = re.compile(
    rf"(?<![\w:/.,–-])(?<![0-9] )(?P<year>{_YEAR})(?![0-9:]|[.,][0-9]|[ ][0-9]{{3}})"
    rf"(?:[ ]?[–/-][ ]?(?P<until>{_YEAR}|[0-9]{{2}}(?![0-9-])))?(?!\w|[ ]?(?:kr|kronor|sek|euro|€|st|personer|medlemmar"
    r"|deltagare|besökare|people|members|m2|km|ex)\b)",
    re.IGNORECASE,
)
#: Words before a year that tell that another year than the plan's is meant: a vision, a deadline, a beginning.
_POINTING = re.compile(
    r"(?<!\w)(?:agenda|\w*vision(?:en)?|\w*mål(?:bild)?(?:et|en)?|\w*strategi\w*|\w*program\w*|till|t\.o\.m\.?|tom"
    r"|senast|före|innan|inför|sedan|efter|från|fr\.o\.m\.?|\w*bildad\w*|grundad\w*|starte\w*|startad\w*|mot|until"
    r"|by|before|since|after|from|founded|towards?|\w*lag(?:en)?|sfs|prop\.?|sou|förordning\w*|dnr)"
    r"(?: (?:år|året|i|in|the year|utgången av|slutet av|end of|med|och med))* \(?$",
    re.IGNORECASE,
)


def year_outside_plan(parts: Parts) -> Iterator[Finding]:
    """A text speaks of a year that is not the plan's. Spans that reach into it, laws, deadlines and visions may."""
    period = parts.plan.period
    if period is None or period.end < period.start:
        return
    for path, text in _words(parts):
        ahead = not _AHEAD.isdisjoint(path)
        others = (each for each in _years(text) if not _within(each, period))
        year = next((each for each in others if not (ahead and each[0] > period.end.year)), None)
        if year:
            args: dict[str, Arg] = {
                "year": f"{year[0]}–{year[1]}" if year[0] != year[1] else str(year[0]),
                "start": period.start.isoformat(),
                "end": period.end.isoformat(),
            }
            yield _note("year-outside-plan", path, args)


def _years(text: str) -> Iterator[tuple[int, int]]:
    """The years and spans of years that a text speaks of as its own."""
    for found in _LONE_YEAR.finditer(text):
        first, until = int(found["year"]), found["until"] or ""
        last = int(until) if len(until) == 4 else first - first % 100 + int(until) if until else first
        # 2022-03 is a month of 2022, not the end of a span.
        last = last if last >= first else first
        if not _POINTING.search(text[max(0, found.start() - 60) : found.start()]):
            yield first, last


def _within(years: tuple[int, int], period: Period) -> bool:
    return years[0] <= period.end.year and years[1] >= period.start.year


def _county_of(organisation: Organisation) -> str:
    """The code of the county that a branch works in; empty where neither its codes nor its name tell."""
    if organisation.county in COUNTIES:
        return organisation.county
    if organisation.municipality in MUNICIPALITIES:
        return county_of(organisation.municipality)
    return county_in(organisation.name)


def _stems(organisation: Organisation) -> set[str]:
    """What the names of all branches have in common, in small letters: "hela sverige ska leva"."""
    words = organisation.name.casefold().split()
    before = next((at for at in range(1, len(words)) if place_at(words[at:])), 0)
    stems = {organisation.parent.casefold(), " ".join(words[:before]).removesuffix(" i")}
    return {each for each in stems if len(each) > 3}


_NEXT = re.compile(r"[ \n]+(?:i[ \n]+)?(?P<words>[\w-]+(?:[ \n]+[\w-]+){0,2})")


def other_branch(parts: Parts) -> Iterator[Finding]:
    """A text names a branch of another county: the association's name, and behind it a place that is not the plan's."""
    organisation = parts.plan.organisation
    own, stems = _county_of(organisation), _stems(organisation)
    if not own or not stems:
        return
    known = {
        place
        for name in (*(each.name for each in parts.plan.partners), *organisation.jointly_with)
        for place in places_in(name)
    }
    stem = re.compile("|".join(re.escape(each) for each in sorted(stems, key=len, reverse=True)), re.IGNORECASE)
    for path, text in _words(parts):
        for found in stem.finditer(text):
            after = _NEXT.match(text, found.end())
            place = place_at(after["words"].casefold().split()) if after else None
            if place and place.county != own and place not in known:
                yield _note("other-branch", path, {"name": place.name})
                break


def activity_repeated(parts: Parts) -> Iterator[Finding]:
    """The same words as an activity of another area. In a month plan things do come again each month."""
    first: dict[str, Path] = {}
    areas = parts.plan.areas
    for path, activity in parts.activities:
        if areas[int(path[1])].schedule:
            continue
        words = " ".join(_WORD.findall(activity.text.casefold()))
        if words and words in first:
            if first[words][1] != path[1]:
                yield _note("activity-repeated", (*path, "text"), {"first": Related((*first[words], "text"))})
        else:
            first[words] = path


_WORD = re.compile(r"\w+")


def event_on_two_days(parts: Parts) -> Iterator[Finding]:
    """An event has one day here and another there, in one year: the annual meeting that was moved in one place only."""
    first: dict[tuple[str, int], Path] = {}
    days: dict[tuple[str, int], dt.date] = {}
    for path, entry in parts.schedules:
        if entry.kind != "event" or entry.date is None or not entry.event:
            continue
        key = (" ".join(entry.event.casefold().split()), entry.date.year)
        if key not in days:
            days[key], first[key] = entry.date, (*path, "date")
        elif days[key] != entry.date:
            args: dict[str, Arg] = {"written": entry.date.isoformat(), "first": Related(first[key])}
            yield _note("event-on-two-days", (*path, "date"), args)


def name_repeated(parts: Parts) -> Iterator[Finding]:
    """Two areas, or two partners, of one name."""
    for key in ("areas", "partners"):
        first: dict[str, int] = {}
        for place, each in enumerate(getattr(parts.plan, key)):
            name = " ".join(each.name.casefold().split())
            if name and name in first:
                args: dict[str, Arg] = {"first": Related((key, first[name], "name"))}
                yield _note("name-repeated", (key, place, "name"), args)
            else:
                first[name] = place


def _note(code: str, path: Path, args: Mapping[str, Arg]) -> Finding:
    return Finding(code=code, path=path, args=args, severity=Severity.NOTE)


RULES: Iterable[Rule] = (
    rule("year-outside-plan", year_outside_plan),
    rule("other-branch", other_branch),
    rule("activity-repeated", activity_repeated),
    rule("name-repeated", name_repeated),
    rule("event-on-two-days", event_on_two_days),
)
