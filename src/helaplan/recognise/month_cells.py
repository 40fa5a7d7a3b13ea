"""Days in a table or below a heading that has named their month: `Tors 15`, `3, 10 och 17`, `första lördagen`."""

from __future__ import annotations

import re

from attrs import evolve

from helaplan.model import Period, Schedule
from helaplan.recognise.schedules import cell_schedules, find_schedules
from helaplan.recognise.timewords import CLOCK, DASH, NTH, either
from helaplan.registers.months import SHORT_WEEKDAYS, WEEKDAYS

#: Alone beside a day the shortest forms are no other words.
_SHORT = (*SHORT_WEEKDAYS, "må", "ti", "on", "to", "fr", "lö", "sö", "månd", "fred", "mon", "tue", "tues", "wed", "thu",
          "thur", "thurs", "fri", "sat", "sun")  # fmt: skip
_WEEKDAY = rf"(?:(?:{either(WEEKDAYS)})(?:en)?|(?:{either(_SHORT)})\.?)"
_AND = r"(?:\s*[,&]\s*|(?:\s*,)?\s+(?:och|samt|and|eller|or|resp\.|respektive)\s+)"
_SEPARATOR = re.compile(_AND, re.IGNORECASE)
_NUMBER = r"(?:(?:den|the)\s+)?\d{1,2}(?::?[ae]|st|nd|rd|th)?\.?"
_ONE = rf"(?:{_WEEKDAY},?\s+)?{_NUMBER}"
_STRETCH = rf"(?:{_WEEKDAY}{DASH}{_WEEKDAY}\s+)?{_ONE}(?:{DASH}{_ONE})?"
_DAYS = re.compile(
    rf"(?P<before>(?:senast|före|innan|från|by|before|from)\s+)?(?P<days>{_STRETCH}(?:{_AND}{_STRETCH}){{0,12}})"
    rf"(?:[\s,]+\(?{CLOCK}\)?)?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_NTH = re.compile(rf"(?:den\s+)?(?:{either(NTH)})\s+(?:{either(WEEKDAYS)}|helg|veckan?)(?:en|ens)?", re.IGNORECASE)
_MANY = 12
#: The whole month, or a part of it that the plan format has no word for.
_SOMETIME = re.compile(
    r"(?:under\s+|i\s+)?(?:hela\s+)?månaden|(?:i\s+)?(?:början|mitten|slutet)(?:\s+av\s+månaden)?|all\s+month",
    re.IGNORECASE,
)
_MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
           "november", "december")  # fmt: skip


def month_cell(cell: str, month: int | None, period: Period | None) -> list[Schedule]:
    """All schedules of a table cell, whose bare days lie in `month` (1 to 12) where that is known.

    A single one has the words of the whole cell; several each have those of the cell, too, where they were one list.
    What cannot be read is one schedule of the kind unknown; an empty cell has none.
    """
    words = " ".join(cell.split())
    if month is not None and (made := _in_list(words, month, period)):
        return made
    plain = cell_schedules(words, month, period)
    if month is not None and _SOMETIME.fullmatch(words) and all(each.kind == "unknown" for each in plain):
        return [Schedule(kind="month", words=words, months=(month,))]
    return plain


def _in_list(words: str, month: int, period: Period | None) -> list[Schedule]:
    """The schedules of days that name no month, [] where the cell is something else."""
    name = _MONTHS[month - 1]
    if _NTH.fullmatch(words):
        return _said(f"{words} i {name}", words, period)
    match = _DAYS.fullmatch(words)
    if match is None:
        return []
    if match["before"]:
        return _said(f"{match['before']}{'-'.join(_DIGITS.findall(match['days']))} {name}", words, period)
    made = []
    for each in _SEPARATOR.split(match["days"]):
        made += cell_schedules("-".join(_DIGITS.findall(each)), month, period)
    if any(each.kind == "unknown" for each in made) or len(made) > _MANY or _follow(made):
        return []
    return [evolve(each, words=words) for each in made]


def _follow(made: list[Schedule]) -> bool:
    """Whether two days come one after the other: "3 och 4" is one stretch, and read as that elsewhere."""
    days = [each.date for each in made if each.date is not None]
    return len(made) == len(days) == 2 and (days[1] - days[0]).days == 1


def _said(text: str, words: str, period: Period | None) -> list[Schedule]:
    found = [each.schedule for each in find_schedules(text, period)]
    return [evolve(each, words=words) for each in found if each.kind != "unknown"]
