"""Sums of money in running text."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import frozen

from helaplan.model import Budget


@frozen
class FoundMoney:
    """A sum, the characters it was read from, and how many times it is given out (1 where nothing says so).

    `counted` is where the sum itself begins, after that number.
    """

    start: int
    end: int
    budget: Budget
    count: int
    counted: int


_MONEY = re.compile(
    r"(?:(?:högst|max(?:imalt)?|minst|cirka|ca|upp\s+till|up\s+to)\.?\s+)?"
    r"(?:(?P<count>\d{1,3})\s*(?:[×x*]|st(?:ycken|\.)?\s+(?:à|á|om))\s*)?"
    r"(?<![\d,.])(?P<whole>\d{1,3}(?:[ .]\d{3})+|\d{1,12})(?:,(?P<part>\d{1,2}))?\s*"
    r"(?:(?P<unit>tkr|mkr|miljon(?:er)?\s+kr(?:onor)?|tusen\s+kr(?:onor)?|kr(?:onor)?|SEK)\b|(?P<dash>:-)|(?P<euro>euro\b|EUR\b|€))",
    re.IGNORECASE,
)
_TIMES = {"tkr": 1000, "tusen": 1000, "mkr": 1_000_000, "miljon": 1_000_000, "miljoner": 1_000_000}
#: What those who come pay is no cost of the association.
_FEE = re.compile(
    r"(?:\w*avgift(?:en)?|\w*pris(?:et)?|entrén?|inträdet?|biljetten?|kostar|fee|admission)\W*(?:är|på|is)?\s*$", re.I
)
#: The largest sum that the plan format holds.
_LIMIT = Decimal(10) ** 15


def is_fee(text: str, found: FoundMoney) -> bool:
    """True for a sum that is a fee or price ("avgift 300 kr"), which no budget holds."""
    return _FEE.search(text[: found.start]) is not None


def find_money(text: str) -> list[FoundMoney]:
    """All sums in a text, in its order; `2 × 5 000 kr` is 10 000."""
    found = []
    for match in _MONEY.finditer(text):
        amount = Decimal(re.sub(r"[ .]", "", match["whole"]))
        if match["part"]:
            amount += Decimal(match["part"]) / 10 ** len(match["part"])
        unit = (match["unit"] or "").casefold().split()
        amount *= _TIMES.get(unit[0], 1) if unit else 1
        count = int(match["count"] or 1)
        amount *= count
        if not 0 <= amount < _LIMIT:
            continue
        budget = Budget(
            amount=amount.quantize(Decimal("0.01")) if amount % 1 else amount.quantize(Decimal(1)),
            currency="EUR" if match["euro"] else "SEK",
            words=match.group().strip(),
        )
        found.append(FoundMoney(match.start(), match.end(), budget, count, match.start("whole")))
    return found
