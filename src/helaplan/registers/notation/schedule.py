"""When something happens, in words that read back: `mars, juni och oktober`, `före årsmötet`, `våren 2024`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from attrs import evolve

from helaplan.model import Schedule
from helaplan.registers.notation.base import (
    DASH,
    DATE,
    accepted,
    alternatives,
    joined,
    long_form,
    parted,
    read_date,
    read_long_form,
    shortest,
)
from helaplan.text import labels


def write(value: Schedule, language: str) -> str:
    """The words, and beside them what they mean where they don't say it themselves."""
    return shortest(value, _candidates(value, language), read)


def _candidates(value: Schedule, language: str) -> Iterator[str]:
    if value.kind != "unknown":
        # Said outright for unknown ones: bare words that we don't understand are read again with more effort.
        yield joined(value.words, "")
    short = _short(value, language)
    if short:
        yield joined(value.words, short)
    yield joined(value.words, long_form(value, language, skip=("words",)))


def read(text: str) -> Schedule | None:
    """What stands in a line after `När:`. Words that say nothing to us are kept, with the kind unknown."""
    words, meaning = parted(text)
    values = _meaning(words if meaning is None else meaning)
    if values is None and meaning is not None:
        words, values = text, None
    return accepted(Schedule, {"kind": "unknown", **(values or {}), "words": words})


def _short(value: Schedule, language: str) -> str:
    """The shortest words for a schedule of its kind; "" where it lacks what its kind needs."""
    kind = labels.choice("schedule.kind", value.kind, language)
    year = f" {value.year}" if value.year is not None else ""
    match value.kind:
        case "date":
            return value.date.isoformat() if value.date else ""
        case "before":
            # The day itself is in time, which ”före” doesn't say.
            latest = labels.JOINERS["no_later"][labels.base_language(language)][0]
            return f"{latest} {value.date.isoformat()}" if value.date else f"{kind} {value.event}"
        case "period":
            return f"{value.start.isoformat()}–{value.end.isoformat()}" if value.start and value.end else ""
        case "month" | "months":
            return _listed([_month(each, language) for each in value.months], language) + year
        case "week":
            return f"{kind} {_listed(value.weeks, language)}{year}"
        case "quarter":
            return f"{kind} {_listed(value.quarters, language)}{year}"
        case "season":
            return labels.choice("season", value.season, language) + year if value.season else ""
        case "year":
            return year.strip()
        case "recurring":
            return _recurring(value, language)
        case "event":
            return f"{kind} {value.event}"
    return kind


def _month(month: int, language: str) -> str:
    return labels.MONTHS[labels.base_language(language)][month - 1]


def _listed(parts: Any, language: str) -> str:
    words = [str(each) for each in parts]
    last = f" {labels.JOINERS['and'][labels.base_language(language)][0]} "
    return last.join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _recurring(value: Schedule, language: str) -> str:
    """`varje vecka`, and after a comma the part of the year in which it comes: `varje vecka, hösten`."""
    if not value.every:
        return ""
    base, every = labels.base_language(language), labels.choice("every", value.every, language)
    short = f"{labels.JOINERS['each'][base][0]} {every}"
    if value.times is not None:
        times = labels.JOINERS["times"][base][1 if value.times == 1 else 0]
        short = f"{value.times} {times} {labels.JOINERS['per'][base][0]} {every}"
    within = _part_of_year(value, language)
    return f"{short}, {within}" if within else short


def _part_of_year(value: Schedule, language: str) -> str:
    """The part of the year that a recurring schedule is bound to; the first where it has several."""
    parts: dict[str, Any] = {
        "months": value.months,
        "week": value.weeks,
        "quarter": value.quarters,
        "season": value.season,
    }
    parts |= {"period": value.start and value.end, "year": value.year}
    kind = next((kind for kind, held in parts.items() if held), None)
    return _short(evolve(value, kind=kind), language) if kind else ""


_MONTHS = {name.casefold(): n for names in labels.MONTHS.values() for n, name in enumerate(names, start=1)}
_KINDS = labels.CHOICES["schedule.kind"]
_AND = rf"(?:, ?| (?:{alternatives(labels.JOINERS['and'])}) )"
_YEAR = r"(?: ([0-9]{4}))?"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


#: Before a time of the calendar, and no part of it: `under hösten`, `i mars och april`.
_WITHIN = rf"(?:(?:{alternatives(labels.JOINERS['within'])}) )?"
_DAY = _compile(rf"([0-9]{{1,2}}) ({'|'.join(_MONTHS)}) ([0-9]{{4}})")
_MONTH_LIST = _compile(rf"{_WITHIN}((?:{'|'.join(_MONTHS)})(?:{_AND}(?:{'|'.join(_MONTHS)}))*){_YEAR}")
_WEEKS = _compile(rf"(?:{alternatives(_KINDS['week'])}) ?([0-9]{{1,2}}(?:{_AND}[0-9]{{1,2}})*){_YEAR}")
_QUARTERS = _compile(rf"(?:{alternatives(_KINDS['quarter'])}) ?([1-4](?:{_AND}[1-4])*){_YEAR}")
_SEASON = _compile(rf"{_WITHIN}({'|'.join(alternatives(each) for each in labels.CHOICES['season'].values())}){_YEAR}")
_BEFORE = _compile(rf"(?:{alternatives(_KINDS['before'])}|{alternatives(labels.JOINERS['no_later'])}) (.+)")
_EVENT = _compile(rf"(?:{alternatives(_KINDS['event'])}) (.+)")
#: Words of one's own for a time beside an event. With a number in them they speak of days, which others read.
_BESIDE = _compile(rf"(?:{alternatives(labels.JOINERS['beside'])}) [^0-9]+")
_STRETCH = _compile(rf"({DATE}){DASH}({DATE})")
_EVERY = "|".join(alternatives(each) for each in labels.CHOICES["every"].values())
_EACH = _compile(rf"(?:{alternatives(labels.JOINERS['each'])}) ({_EVERY})")
_TIMES = _compile(
    rf"([0-9]{{1,4}}) (?:{alternatives(labels.JOINERS['times'])})"
    rf" (?:(?:{alternatives(labels.JOINERS['per'])})|(?:{alternatives(labels.JOINERS['each'])})) ({_EVERY})"
)


def _meaning(text: str) -> dict[str, Any] | None:
    """The attribute values that the words give; None where they give none."""
    return _fixed(text) or _calendar(text) or _repeated(text) or _tied(text) or read_long_form(Schedule, text)


def _fixed(text: str) -> dict[str, Any] | None:
    day = read_date(text) or _day(text)
    if day:
        return {"kind": "date", "date": day}
    if stretch := _STRETCH.fullmatch(text):
        start, end = read_date(stretch[1]), read_date(stretch[2])
        return {"kind": "period", "start": start, "end": end} if start and end else None
    for kind in ("ongoing", "unknown"):
        if any(labels.fold(text) in _KINDS[kind][language] for language in labels.LANGUAGES):
            return {"kind": kind}
    return None


def _day(text: str) -> dt.date | None:
    """The day that is written `18 mars 2023`; None for anything else, days that don't exist included."""
    found = _DAY.fullmatch(text)
    return read_date(f"{found[3]}-{_MONTHS[found[2].casefold()]:02}-{int(found[1]):02}") if found else None


def _calendar(text: str) -> dict[str, Any] | None:
    made: dict[str, Any] | None = None
    found: re.Match[str] | None = None
    if found := _MONTH_LIST.fullmatch(text):
        months = tuple(_MONTHS[each.casefold()] for each in re.findall("|".join(_MONTHS), found[1], re.IGNORECASE))
        made = {"kind": "months" if len(months) > 1 else "month", "months": months}
    elif found := _WEEKS.fullmatch(text):
        made = {"kind": "week", "weeks": _numbers(found[1])}
    elif found := _QUARTERS.fullmatch(text):
        made = {"kind": "quarter", "quarters": _numbers(found[1])}
    elif found := _SEASON.fullmatch(text):
        made = {"kind": "season", "season": labels.value_of_choice("season", found[1])}
    elif re.fullmatch(r"(?:19|20|21)[0-9]{2}|2200", text, re.ASCII):
        return {"kind": "year", "year": int(text)}
    if made and found and found[2]:
        made["year"] = int(found[2])
    return made


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(each) for each in re.findall(r"[0-9]+", text))


def _repeated(text: str) -> dict[str, Any] | None:
    base, comma, within = text.partition(", ")
    if found := _EACH.fullmatch(base):
        made: dict[str, Any] = {"kind": "recurring", "every": labels.value_of_choice("every", found[1])}
    elif found := _TIMES.fullmatch(base):
        made = {"kind": "recurring", "times": int(found[1]), "every": labels.value_of_choice("every", found[2])}
    else:
        return None
    if not comma:
        return made
    stretch = _fixed(within) if _STRETCH.fullmatch(within) else _calendar(within)
    return {**stretch, **made} if stretch else None


def _tied(text: str) -> dict[str, Any] | None:
    if found := _BEFORE.fullmatch(text):
        day = read_date(found[1])
        return {"kind": "before", "date": day} if day else {"kind": "before", "event": found[1]}
    if found := _EVENT.fullmatch(text):
        return {"kind": "event", "event": found[1]}
    if _BESIDE.fullmatch(text):
        return {"kind": "event", "event": text}
    return None
