"""Heads of columns as people write them: a known word, more words after it, the unit in brackets.

Source: the tables of real plans (`docs/import-measured.md`) and what their writers call the same things.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from helaplan.registers.headings import column_of
from helaplan.registers.months import month_of

#: What the first word of a question says that the column holds: "Vad händer?", "Vem gör det?".
_ASKED = {
    "vad": "activity", "what": "activity", "vem": "responsible", "vilka": "responsible", "who": "responsible",
    "när": "when", "when": "when", "var": "place", "where": "place",
}  # fmt: skip
_MORE = {
    "dag": "when", "datum": "when", "tid": "when", "vecka": "when", "veckodag": "when", "tidpunkt": "when",
    "aktivitet": "activity", "aktiviteter": "activity", "program": "activity", "programpunkt": "activity",
    "evenemang": "activity", "insatser": "activity", "åtgärder": "activity", "att göra": "activity",
    "uppgifter": "activity", "event": "activity", "planerad aktivitet": "activity", "planerade aktiviteter": "activity",
    "ansvar": "responsible", "budget": "budget", "kostnad": "budget", "belopp": "budget", "pris": "budget",
    "kvartal": "when", "startdatum": "when", "färdigt": "when", "klar": "when", "värd": "responsible",
}  # fmt: skip
#: A unit of money at the end of a head: "Budget (kr)", "Kostnad, tkr", "Belopp i SEK".
_UNIT = re.compile(
    r"(?<![\s,(\[/])[\s,(\[/]+(?:i\s+|in\s+)?(?P<unit>kr|kronor|sek|tkr|kkr|tsek|ksek|mkr|msek|tusen\s+kr(?:onor)?|1000\s+kr|eur|euro"
    r"|€)\.?\s*[)\]]?$",
    re.IGNORECASE,
)
_UNITS = {
    "kr": "kr", "kronor": "kr", "sek": "kr", "tkr": "tkr", "kkr": "tkr", "tsek": "tkr", "ksek": "tkr",
    "tusen kr": "tkr", "tusen kronor": "tkr", "1000 kr": "tkr", "mkr": "mkr", "msek": "mkr", "eur": "euro",
    "euro": "euro", "€": "euro",
}  # fmt: skip
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{1,40}[)\]]\s*$")
_JOINED = re.compile(r"\s*(?:/|,|&|\+|\s(?:och|and|samt|eller|or)\s)\s*")
_WORD = re.compile(r"[^\W_]")
_SENTENCE = re.compile(r"[.!;]\s*$|\d")
_LONGEST, _MOST_WORDS = 45, 6


@frozen
class Head:
    """What a column holds by its head (`registers.headings.column_of`), and the unit of sums: `kr`, `tkr` …

    Both are "" where the head doesn't say.
    """

    concept: str
    unit: str


def head_of(text: str) -> Head:
    """What the head of a column says."""
    plain = " ".join(text.split())
    alone = _UNITS.get(plain.casefold().strip(" .()"), "")
    if alone:
        return Head("budget", alone)
    found = _UNIT.search(plain)
    unit = _UNITS[" ".join(found["unit"].casefold().split())] if found else ""
    if found:
        plain = plain[: found.start()]
    return Head(_concept(plain) or _concept(_BRACKETS.sub("", plain)), unit)


def _concept(text: str) -> str:
    folded = text.casefold().strip(" .:?!*")
    if known := column_of(text) or _MORE.get(folded, ""):
        return known
    first = _JOINED.split(folded)[0].strip()
    if first != folded and (known := column_of(first) or _MORE.get(first, "")):
        return known
    words = folded.split()
    return _ASKED.get(words[0], "") if 1 < len(words) <= 4 else ""


def is_heads(cells: Sequence[str]) -> bool:
    """Whether a row whose format doesn't say so names the columns of a table.

    Most of its cells are known heads, two at least, and of different things; none is long, a sentence, or a number.
    """
    filled = [cell for cell in cells if _WORD.search(cell)]
    if len(filled) < 2 or any(month_of(cell) for cell in filled):
        return False
    if any(len(cell) > _LONGEST or len(cell.split()) > _MOST_WORDS or _has_value(cell) for cell in filled):
        return False
    known = [concept for cell in filled if (concept := head_of(cell).concept)]
    return len(set(known)) >= 2 and len(known) * 2 >= len(filled)


def _has_value(cell: str) -> bool:
    """Whether a cell has a number or ends as a sentence does; the year of the plan and a unit are no numbers."""
    plain = re.sub(r"\b(?:19|20)\d\d\b|\b1000\s+kr\b", "", cell)
    return _SENTENCE.search(plain) is not None and not re.fullmatch(r"\w{2,5}\.", plain.strip())
