"""The plan's frame in words that read back: its period, its status, codes of places and of the global goals."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from attrs import evolve

from helaplan.model import Period, Status
from helaplan.model.parts import COUNTY_PATTERN, MUNICIPALITY_PATTERN, SDG_PATTERN
from helaplan.registers import counties, municipalities, sdg
from helaplan.registers.notation.base import (
    DASH,
    DATE,
    accepted,
    alternatives,
    joined,
    long_form,
    meant,
    parted,
    read_date,
    read_long_form,
    shortest,
)
from helaplan.text import labels


def write_period(value: Period, language: str) -> str:
    """`2023` for a calendar year that is called so, else the days: `2023/24 (= 2023-07-01–2024-06-30)`."""
    return shortest(value, _period_candidates(value, language), read_period)


def _period_candidates(value: Period, language: str) -> Iterator[str]:
    if value.label:
        yield joined(value.label, "")
    yield joined(value.label, f"{value.start.isoformat()}–{value.end.isoformat()}")
    yield joined(value.label, long_form(value, language, skip=("label",)))


_STRETCH = re.compile(rf"({DATE}){DASH}({DATE})")


def read_period(text: str) -> Period | None:
    """What stands in a line after `Gäller:`; None where no days can be read."""
    words, meaning = parted(text)
    if meaning is None and re.fullmatch(r"[1-9][0-9]{3}", words, re.ASCII):
        year = int(words)
        return Period(start=dt.date(year, 1, 1), end=dt.date(year, 12, 31), label=words)
    found = _STRETCH.fullmatch(words if meaning is None else meaning)
    if found is None:
        return None
    start, end = read_date(found[1]), read_date(found[2])
    if start is None or end is None:
        return None
    return accepted(Period, {"start": start, "end": end, **({} if meaning is None else {"label": words})})


def write_status(value: Status, language: str) -> str:
    """`antagen av årsmötet 2023-03-18, Örebro`, after the words of the document where it had some."""
    return shortest(value, _status_candidates(value, language), read_status, evolve(value, words=""))


def _status_candidates(value: Status, language: str) -> Iterator[str]:
    if value.words:
        yield joined(value.words, "")
    yield joined(value.words, _short_status(value, language))
    yield joined(value.words, long_form(value, language, skip=("words",)))


def _short_status(value: Status, language: str) -> str:
    by = f" {labels.JOINERS['by'][labels.base_language(language)][0]} {value.by}" if value.by else ""
    date = f" {value.date.isoformat()}" if value.date else ""
    place = f", {value.place}" if value.place else ""
    return labels.choice("state", value.state, language) + by + date + place


_STATES = "|".join(alternatives(each) for each in labels.CHOICES["state"].values())
_STATUS = re.compile(
    rf"({_STATES})(?: (?:{alternatives(labels.JOINERS['by'])}) (.+?))?(?: ({DATE}))?(?:, (.+))?", re.IGNORECASE
)
_STATE_FIRST = re.compile(rf"({_STATES})\b", re.IGNORECASE)


def read_status(text: str) -> Status | None:
    """What stands in a line after `Status:`; None where no state can be read."""
    words, meaning = parted(text)
    values = _status(words if meaning is None else meaning)
    if values is not None and meaning is not None:
        return accepted(Status, {**values, "words": words})
    if values is not None:
        made = accepted(Status, values)
        return made and evolve(
            made, words=meant(words, partial(_short_status, made)) if _STATUS.fullmatch(words) else ""
        )
    begins = _STATE_FIRST.match(text)
    return accepted(Status, {"state": labels.value_of_choice("state", begins[1]), "words": text}) if begins else None


def _status(text: str) -> dict[str, Any] | None:
    found = _STATUS.fullmatch(text)
    if found is None:
        return read_long_form(Status, text)
    date = read_date(found[3]) if found[3] else None
    if found[3] and date is None:
        return None
    state = labels.value_of_choice("state", found[1])
    return {"state": state, "by": found[2] or "", "date": date, "place": found[4] or ""}


_PLACES: Mapping[str, tuple[Any, str]] = {
    "county": (counties.REGISTER, COUNTY_PATTERN),
    "municipality": (municipalities.REGISTER, MUNICIPALITY_PATTERN),
}


def write_place(key: str, code: str) -> str:
    """A county or municipality by name and code: `Örebro län (18)`; the code alone where it is no known one."""
    name = _PLACES[key][0].name(code)
    return f"{name} ({code})" if name else code


def read_place(key: str, text: str) -> str | None:
    """The code in the line, or the code of the name that stands there; None where there is neither."""
    register, pattern = _PLACES[key]
    found = re.search(r"\(([0-9]+)\)$|^([0-9]+)$", text, re.ASCII)
    code = (found[1] or found[2]) if found else register.code(text)
    return code if code and re.search(pattern, code, re.ASCII) else None


def write_sdg(code: str, language: str) -> str:
    """A goal of Agenda 2030 with its name: `11 Hållbara städer och samhällen`; a target as its code alone."""
    names = sdg.GOALS.get(code)
    return f"{code} {names[labels.base_language(language)]}" if names else code


def read_sdg(text: str) -> str | None:
    """The code that the line begins with, or the goal whose name it is; None where there is neither."""
    code = text.partition(" ")[0]
    if re.search(SDG_PATTERN, code, re.ASCII):
        return code
    for goal, names in sdg.GOALS.items():
        if labels.fold(text) in map(labels.fold, names.values()):
            return goal
    return None
