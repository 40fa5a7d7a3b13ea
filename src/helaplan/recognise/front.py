"""The lines before the first heading: title, organisation, time, status."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import evolve, field, frozen

from helaplan.model import Organisation, Period, Status
from helaplan.recognise.dates import days
from helaplan.recognise.draft import Draft
from helaplan.recognise.lines import DATED, status_line
from helaplan.recognise.organisation import ORGANISATION, described, read_organisation
from helaplan.recognise.receipt import Recognised
from helaplan.recognise.titles import split_number
from helaplan.recognise.units import Unit
from helaplan.recognise.years import broken_year, single_years, years_in, years_label
from helaplan.registers.headings import KINDS, area_of, concept_of
from helaplan.text.questions import name

_YEAR = r"(?:19|20)\d\d"
_YEAR_ONLY = re.compile(
    rf"(?:(?:år|året|verksamhetsåret|för)\s+)?{_YEAR}(?:\s*[/–—-]\s*(?:{_YEAR}|\d\d))?", re.IGNORECASE
)
_OPEN = re.compile(r"\s(?:för|for|of|och|and)$", re.IGNORECASE)
#: How many lines at the top may belong to the front.
_LINES = 12
#: "Organisation: …", "Period: …", "Status: …": a line of the front that says what it holds.
_LABEL = re.compile(
    r"(?:(?P<organisation>organisation|förening|föreningens\s+namn|association)|(?P<period>period|tid|tidsperiod|gäller|år"
    r"|verksamhetsår)|(?P<status>status|läge))\s*:\s+(?=\S)",
    re.IGNORECASE,
)
#: What a title says of itself after a dash or in brackets: "Verksamhetsplan 2025 (utkast)", "… – förslag".
_TITLE_STATUS = re.compile(
    r"(?:\(\s*+|\s[–—-]\s+|,\s+)(?P<words>(?:styrelsens\s+)?(?:förslag|utkast|preliminär|reviderad|arbetsmaterial|draft|proposal|proposed"
    r"|revised)(?:[ ,][\w ,-]{0,60})?)\s*\)?\s*$",
    re.IGNORECASE,
)


@frozen
class Given:
    """What the caller knows better than the text: the organisation's name, the year, what headings mean.

    `headings` maps the words of a heading to a concept of `registers.headings`, to `area` or to `section`.
    """

    organisation: str = ""
    year: int | None = None
    headings: Mapping[str, str] = field(factory=dict)


def read_front(units: Sequence[Unit], draft: Draft, given: Given, *, titled: bool = False) -> int:
    """Take title, organisation, time and status from the top, and say how many units were looked at.

    What stands there and says none of these stays without a place. Where title, organisation or time is missing in
    the front, the running text is asked, and a question says so. `titled`: the first unit is the document's title.
    """
    front = _front(units, titled)
    title = _title(front, units, draft)
    _period(front, units, draft, given, title)
    for unit in front:
        status = None if draft.status and unit is not title else _status(unit, title, draft.period)
        if status is not None and (unit is not title or status.state in ("proposed", "draft")):
            draft.status = status
            unit.use(("status", "words"), "status")
            draft.propose(("status", "state"), unit.text)
    read_organisation(front, units, draft, given.organisation, title)
    return len(front)


def _status(unit: Unit, title: Unit | None, period: Period | None) -> Status | None:
    """The status that a line of the front gives. A title says it at its beginning or its end."""
    inside = _TITLE_STATUS.search(unit.text) if unit is title else None
    return status_line(inside["words"] if inside is not None else _value_of(unit.text, "status"), period)


def _value_of(text: str, key: str) -> str:
    """The words of a line without the label that says what they are."""
    match = _LABEL.match(text)
    return text[match.end() :] if match is not None and match[key] else text


def with_given(made: Recognised, given: Given) -> Recognised:
    """What a document with roles tells, with the organisation and year that the caller knows better."""
    plan = made.plan
    if given.organisation.strip():
        printed, named = plan.organisation, described(given.organisation)
        same = named.name.casefold() == printed.name.casefold()
        plan = evolve(plan, organisation=printed if same else _named_anew(printed, named))
    if (period := _period_of(plan.period, given.year)) != plan.period:
        plan = evolve(plan, period=period)
    return evolve(made, plan=plan)


def _named_anew(printed: Organisation, named: Organisation) -> Organisation:
    """The organisation with another name. What the old name told goes with it; what was known besides stays."""
    before = described(printed.name)
    told = {
        key: getattr(named, key)
        for key in ("level", "county", "parent")
        if getattr(named, key) or getattr(before, key) == getattr(printed, key)
    }
    return evolve(printed, name=named.name, **told)


def _front(units: Sequence[Unit], titled: bool) -> list[Unit]:
    """The units at the top that may say what the document is: short lines up to the first heading of its body."""
    front: list[Unit] = []
    has_title = titled
    for place, unit in enumerate(units[:_LINES]):
        if unit.kind == "beside":
            front.append(unit)
            continue
        if titled and unit is units[0]:
            front.append(unit)
            continue
        entry = has_title and DATED.match(unit.text) and not days(unit.text)
        if unit.kind not in ("heading", "paragraph") or _begins_body(unit) or entry:
            break
        says = _says(unit.text)
        short = len(unit.text) <= 120 and not unit.text.endswith((".", ":"))
        if not (says and len(unit.text) <= 200) and not short:
            break
        following = next((each for each in units[place + 1 :] if each.kind != "beside"), None)
        heads = unit.kind == "heading" and following is not None and _stands_below(following)
        if heads and has_title and not says and not ORGANISATION.search(unit.text):
            break
        has_title = has_title or bool(KINDS.search(unit.text))
        front.append(unit)
    return front


def _says(text: str) -> bool:
    """Whether a line says what the document is: its kind, its time, its status."""
    return bool(
        KINDS.search(text) or status_line(text) or days(text) or _YEAR_ONLY.fullmatch(text) or _LABEL.match(text)
    )


def _stands_below(unit: Unit) -> bool:
    """Whether a unit is what a heading of the body has below it."""
    if unit.kind == "heading":
        return concept_of(split_number(unit.text)[1]) in ("goals", "part_goals", "container")
    return unit.kind != "beside" and status_line(unit.text) is None


def _begins_body(unit: Unit) -> bool:
    if unit.said:
        return True
    # "1 May 2025 – 30 April 2026" begins with a number that counts no part.
    if unit.kind != "heading" or KINDS.search(unit.text) or _is_period(unit.text):
        return False
    number, rest = split_number(unit.text)
    return bool(number or concept_of(rest) or area_of(unit.text))


def _title(front: Sequence[Unit], units: Sequence[Unit], draft: Draft) -> Unit | None:
    lines = [unit for unit in front if unit.kind != "beside"]
    named = [unit for unit in lines if KINDS.search(unit.text) and not _LABEL.match(unit.text)]
    plain = [unit for unit in lines if not status_line(unit.text) and not _is_period(unit.text)]
    best = named or [unit for unit in plain if not ORGANISATION.search(unit.text)] or plain
    if not best:
        draft.title = name("title", draft.language)
        draft.ask("title", "title-unknown")
        return None
    unit = best[0]
    unit.use(("title",), "title")
    draft.title = unit.text.strip(" .:") or unit.text
    for following in lines[lines.index(unit) + 1 :]:
        # "Verksamhetsplan" and "2025" on lines of their own are one title; so is what "för" leads to.
        year = _YEAR_ONLY.fullmatch(following.text) and not single_years(draft.title)
        if not (year or _OPEN.search(draft.title) or _OPEN.fullmatch(f" {following.text}")):
            break
        draft.title = f"{draft.title} {following.text}"
        following.use(("title",), "title")
    if not named:
        draft.ask("title", "title-unknown")
    return unit


def _is_period(text: str) -> bool:
    return len(days(text)) == 2 or _YEAR_ONLY.fullmatch(text) is not None


def _period(front: Sequence[Unit], units: Sequence[Unit], draft: Draft, given: Given, title: Unit | None) -> None:
    """The time of the plan: days first, then broken, several and single years, the title before other lines."""
    lines = sorted((unit for unit in front if unit.kind != "beside"), key=lambda unit: unit is not title)
    label = next((words for unit in lines if (words := broken_year(unit.text))), "")
    for unit in lines:
        written = days(unit.text)
        if len(written) == 2 and written[0] < written[1] and not status_line(unit.text):
            label = label or years_label(written[0].year, written[1].year)
            draft.period = Period(start=written[0], end=written[1], label=label)
            if unit is not title:
                unit.use(("period",), "period")
            draft.propose(("period",), unit.text)
            return
    for unit in lines:
        if status_line(unit.text) and unit is not title:
            continue
        found = years_in(unit.text)
        if found is not None:
            months = _told_in_months(found, lines) if broken_year(unit.text) else None
            draft.period = found if months is None else evolve(months[1], label=found.label)
            draft.propose(("period",), found.label)
            if not unit.uses:
                unit.use(("period", "label"), "period")
            if months is not None:
                months[0].use(("period",), "period")
            elif broken_year(unit.text):
                draft.ask("period", "period-broken", found.label)
            break
    _given_year(draft, given)
    if draft.period is None:
        _guess_period(units, draft)


def _told_in_months(broken: Period, lines: Sequence[Unit]) -> tuple[Unit, Period] | None:
    """The line that tells from which month to which a broken year runs: "maj 2025–april 2026"."""
    for unit in lines:
        found = None if broken_year(unit.text) or status_line(unit.text) else years_in(unit.text)
        if found is None or (found.start.month, found.end.month) == (1, 12):
            continue
        if (found.start.year, found.end.year) == (broken.start.year, broken.end.year):
            return unit, found
    return None


def _given_year(draft: Draft, given: Given) -> None:
    draft.period = _period_of(draft.period, given.year)


def _period_of(said: Period | None, year: int | None) -> Period | None:
    """The caller's year wins over a text that speaks of another time."""
    if year is None or not 1 <= year <= 9999 or (said is not None and said.start.year <= year <= said.end.year):
        return said
    return Period(start=dt.date(year, 1, 1), end=dt.date(year, 12, 31), label=str(year))


def _guess_period(units: Sequence[Unit], draft: Draft) -> None:
    """The year that the text names most often, and a question about it."""
    years = Counter(year for unit in units for year in single_years(unit.text) if year != "2030")
    if not years:
        draft.ask("period", "period-unknown")
        return
    best = max(years, key=lambda year: (years[year], -int(year)))
    draft.period = Period(start=dt.date(int(best), 1, 1), end=dt.date(int(best), 12, 31), label=best)
    draft.propose(("period",), best)
    draft.ask("period", "period-guessed", best)
