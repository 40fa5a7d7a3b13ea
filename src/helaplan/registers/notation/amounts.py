"""Targets and money in words that read back: `minst 3 nyhetsbrev per år`, `5 000 kr`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from attrs import evolve

from helaplan.model import Budget, Target
from helaplan.registers.notation.base import (
    DASH,
    DATE,
    NOTHING,
    NUMBER,
    accepted,
    alternatives,
    joined,
    long_form,
    meant,
    number,
    parted,
    read_date,
    read_decimal,
    read_long_form,
    read_number,
    shortest,
)
from helaplan.text import labels


def write_target(value: Target, language: str) -> str:
    """The words and what they mean: `minst tre gånger (= minst 3 gånger per år)`."""
    return shortest(value, _target_candidates(value, language), read_target, evolve(value, words=""))


def _target_candidates(value: Target, language: str) -> Iterator[str]:
    if value == Target(words=value.words):
        yield joined(value.words, "")
        yield joined(value.words, NOTHING)
        return
    if value.words:
        yield joined(value.words, "")
    yield joined(value.words, _short_target(value, language))
    yield joined(value.words, long_form(value, language, skip=("words",)))


def _short_target(value: Target, language: str) -> str:
    def word(key: str) -> str:
        return labels.label(key, language)

    def amount(held: float | None) -> str:
        return number(held or 0, language)

    if value.at_least is not None and value.at_most is not None:
        parts = [f"{amount(value.at_least)}–{amount(value.at_most)}"]
    elif value.at_least is not None:
        parts = [f"{word('at_least')} {amount(value.at_least)}"]
    elif value.at_most is not None:
        parts = [f"{word('at_most')} {amount(value.at_most)}"]
    else:
        parts = [amount(value.exactly)]
    parts += [value.unit] if value.unit else []
    parts += [f"{word('per')} {_per(value.per)}"] if value.per else []
    parts += [f"{word('from')} {amount(value.start)}"] if value.start is not None else []
    parts += [f"{word('by')} {value.by.isoformat()}"] if value.by else []
    return " ".join(parts)


def _per(per: str) -> str:
    """What the number is counted for: text in the plan's own language, so it stands as it is ("år").

    One in quotes gets another pair, since a pair is taken off when it is read.
    """
    return f"”{per}”" if per[0] == per[-1] == "”" else per


def _read_per(text: str) -> str:
    return text[1:-1] if len(text) > 2 and text[0] == text[-1] == "”" else text


def _key(key: str) -> str:
    return alternatives(labels.LABELS[key])


_TARGET = re.compile(
    rf"(?:(?P<low>{NUMBER}){DASH}(?P<high>{NUMBER})|(?:{_key('at_least')}) (?P<at_least>{NUMBER})"
    rf"|(?:{_key('at_most')}) (?P<at_most>{NUMBER})|(?:(?:{_key('exactly')}) )?(?P<exactly>{NUMBER}))"
    rf"(?: (?P<unit>\S.*?))??(?: (?:{_key('per')}) (?P<per>\S.*?))?"
    rf"(?: (?:{_key('from')}) (?P<start>{NUMBER}))?(?: (?:{_key('by')}) (?P<by>{DATE}))?",
    re.IGNORECASE,
)


def read_target(text: str) -> Target | None:
    """What stands in a line after `Mått:`. Words that give no number are kept as words."""
    words, meaning = parted(text)
    if meaning == NOTHING:
        return accepted(Target, {"words": words})
    values = _target(words if meaning is None else meaning)
    if values is None:
        return accepted(Target, {"words": words if meaning is None else text})
    if meaning is not None:
        return accepted(Target, {**values, "words": words})
    made = accepted(Target, values)
    if made is None or not _TARGET.fullmatch(words):
        return made
    return evolve(made, words=meant(words, partial(_short_target, made)))


def _target(text: str) -> dict[str, Any] | None:
    found = _TARGET.fullmatch(text)
    if found is None:
        return read_long_form(Target, text)
    given = {key: held for key, held in found.groupdict().items() if held is not None}
    if "low" in given:
        given |= {"at_least": given.pop("low"), "at_most": given.pop("high")}
    values: dict[str, Any] = {"unit": given.get("unit", ""), "per": _read_per(given.get("per", ""))}
    for key in ("at_least", "at_most", "exactly", "start"):
        if key in given:
            values[key] = read_number(given[key])
    if "by" in given:
        values["by"] = read_date(given["by"])
        if values["by"] is None:
            return None
    return values


def write_budget(value: Budget, language: str) -> str:
    """The sum, and the words about it before: `högst 5 000 kr (= 5 000 kr)`; words that are but the sum stand alone."""
    bare = evolve(value, words="")
    return shortest(value, _budget_candidates(value, language), _read_budget_exactly(value), bare)


def _budget_candidates(value: Budget, language: str) -> Iterator[str]:
    if value.words:
        yield joined(value.words, "")
    yield joined(value.words, _short_budget(value, language))
    yield joined(value.words, long_form(value, language, skip=("words",)))


def _short_budget(value: Budget, language: str) -> str:
    amount = number(value.amount, language, digits=4)
    return f"{amount} kr" if value.currency == "SEK" else f"{amount} {value.currency}"


def _read_budget_exactly(value: Budget) -> Any:
    # 5 and 5.00 are equal as numbers, yet not the same amount in the file.
    def read(text: str) -> Budget | None:
        found = read_budget(text)
        return found if found is None or str(found.amount) == str(value.amount) else None

    return read


_MONEY = re.compile(rf"({NUMBER})(?: ?(kr|kronor|[A-Z]{{3}}))?")


def read_budget(text: str) -> Budget | None:
    """What stands in a line after `Budget:`; None where no sum can be read."""
    words, meaning = parted(text)
    values = _money(words if meaning is None else meaning)
    if values is None:
        return None
    if meaning is not None:
        return accepted(Budget, {**values, "words": words})
    made = accepted(Budget, values)
    if made is None or not _MONEY.fullmatch(words):
        return made
    return evolve(made, words=meant(words, partial(_short_budget, made)))


def _money(text: str) -> dict[str, Any] | None:
    found = _MONEY.fullmatch(text)
    if found is None:
        return read_long_form(Budget, text)
    amount = read_decimal(found[1])
    currency = found[2] if found[2] and found[2].isupper() else "SEK"
    return {"amount": amount, "currency": currency}
