"""Days and money as they are written in running text, and the short name of an activity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal

from helaplan.model import Budget, Schedule, SubActivity
from helaplan.registers.notation import number, write_schedule
from helaplan.registers.notation.shape import name_of
from helaplan.text import labels

#: Between the parts of a number and before its unit: these never stand at the end of a line.
NBSP = "\u00a0"
_SIGNS = {"sv": {"SEK": "kr"}, "en": {}}


def month(n: int, language: str) -> str:
    """The name of a month, 1 to 12."""
    return labels.MONTHS[labels.base_language(language)][n - 1]


def day(value: dt.date, language: str, *, year: bool = True) -> str:
    """`18 mars 2023`; without the year `18 mars`."""
    made = f"{value.day}{NBSP}{month(value.month, language)}"
    return f"{made} {value.year}" if year else made


def is_plain_day(value: Schedule) -> bool:
    """Whether the words of a time are nothing but its days in figures (`2023-03-18`), so that nobody chose them."""
    if value.kind == "date" and value.date is not None:
        return value.words == value.date.isoformat()
    if value.kind == "period" and value.start is not None and value.end is not None:
        return value.words == f"{value.start.isoformat()}–{value.end.isoformat()}"
    return False


def when(value: Schedule, language: str) -> str:
    """When something happens, in the words of the plan; days in figures as `18 mars 2023`, as people say them."""
    if is_plain_day(value) and value.date is not None:
        return day(value.date, language)
    if is_plain_day(value) and value.start is not None and value.end is not None:
        return stretch(value.start, value.end, language)
    return value.words or write_schedule(value, language)


def stretch(start: dt.date, end: dt.date, language: str, *, year: bool = True) -> str:
    """`1 mars–5 maj 2026`, `10–14 mars 2026`: month and year twice only where there are two."""
    if (start.year, start.month) == (end.year, end.month) and start < end:
        return f"{start.day}–{day(end, language, year=year)}"
    first = day(start, language, year=year and start.year != end.year)
    return f"{first}–{day(end, language, year=year)}"


def money(budget: Budget, language: str) -> str:
    """`5 000 kr`, `12 345,50 kr`, `300 EUR`; in English `SEK 5 000`. Spaces within never break a line."""
    return amount(budget.amount, budget.currency, language)


def amount(value: Decimal, currency: str, language: str) -> str:
    """An amount in a currency, öre only where there are any."""
    whole = value == value.to_integral_value()
    plain = number(value.quantize(Decimal(1)) if whole else value.quantize(Decimal("0.01")), language, digits=4)
    plain = plain.replace(" ", NBSP)
    base = labels.base_language(language)
    if base == "en":
        return f"{currency}{NBSP}{plain}"
    return f"{plain}{NBSP}{_SIGNS[base].get(currency, currency)}"


def totals(budgets: Iterable[Budget], language: str) -> str:
    """The sums, each currency by itself, the first met first; "" for no budget."""
    sums: dict[str, Decimal] = {}
    for each in budgets:
        sums[each.currency] = sums.get(each.currency, Decimal(0)) + each.amount
    return " + ".join(amount(value, currency, language) for currency, value in sums.items())


def short_name(activity: SubActivity) -> str:
    """What an activity is called in a wheel or a list: its title, else its words, cut where they are long."""
    return activity.title or name_of(activity.text)


def listed(parts: Sequence[str], language: str) -> str:
    """`mars, juni och oktober`."""
    if len(parts) < 2:
        return "".join(parts)
    joiner = labels.JOINERS["and"][labels.base_language(language)][0]
    return f"{', '.join(parts[:-1])} {joiner} {parts[-1]}"
