"""Sums of money in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve, frozen

from helaplan.model import Budget
from helaplan.registers.words import NUMBERS


@frozen
class FoundMoney:
    """A sum, the characters it was read from, and how many times it is given out (1 where nothing says so).

    `counted` is where the sum itself begins, after that number. A `rate` is what each of something costs ("500 kr per
    deltagare"), which nobody can add up.
    """

    start: int
    end: int
    budget: Budget
    count: int
    counted: int
    rate: bool = False


_GAP = "[ .\u00a0\u202f,]"
_FIGURES = rf"\d{{1,3}}(?:{_GAP}\d{{3}}){{1,4}}(?!\d)|\d{{1,12}}"
_SUM = rf"(?<![\d,.:])(?P<whole>{_FIGURES})(?:[.,](?P<part>\d{{1,2}})|:00)?(?!\d)"
_UNIT = (
    r"(?P<unit>tkr|kkr|ksek|mkr|mnkr|msek|(?:miljon(?:er)?|milj\.|tusen)\s+(?:kr(?:onor)?|SEK)|kr(?:onor)?"
    r"|SEK)(?![^\W\d_])"
    r"|(?P<dash>[:,][-–](?!\d))|(?P<euro>euro\b|EUR\b|€)"
)
_ABOUT = (
    r"(?:(?:högst|max(?:imalt)?|minst|cirka|ca|omkring|ungefär|runt|drygt|knappt|totalt|sammanlagt|upp\s+till"
    r"|up\s+to|about"
    r"|approximately)\.?\s+)?"
)
_SMALL = "|".join(sorted((word for word in NUMBERS if word not in ("noll", "hundra", "tusen")), key=len, reverse=True))
_COUNT = (
    rf"(?:(?P<count>\d{{1,3}}|(?:{_SMALL})(?=\s))\s*(?:[×x*]|(?:[^\W\d_]{{1,30}}\.?\s+)?(?:à|á|@)|(?:st(?:ycken|\.)?"
    rf"|stipendier)\s+om)\s*)?"
)
_MONEY = re.compile(
    rf"(?<!\w){_ABOUT}{_COUNT}(?:(?<![\d,.:])(?:{_FIGURES})(?:,\d{{1,2}})?\s*(?:tkr|mkr|kr|:-)?\s*(?:[–—-]"
    rf"|\still\s)\s*)?"
    rf"{_SUM}\s*(?:{_UNIT})(?:\s*[×x*]\s*(?P<after>\d{{1,4}})\b)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<!\w)(?<!\d\s){_ABOUT}(?P<count>)(?P<after>)(?P<dash>)(?:(?P<euro>EUR|€)|(?P<unit>SEK"
    rf"|kr))\s?{_SUM}(?!\s?(?:kr|SEK|EUR|€|:-)|\w)",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    rf"(?<!\w)(?=[^\W\d_])(?:(?P<tens>(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio"
    rf"|nittio)(?=[^\W\d_]))?(?P<small>{_SMALL})\s?)?"
    r"(?P<scale>hundra|tusen|miljon(?:er)?|hundred|thousand|million)?\s+(?:kr|kronor|SEK)\b",
    re.IGNORECASE,
)
_TIMES = {
    "tkr": 1000, "kkr": 1000, "ksek": 1000, "tusen": 1000, "mkr": 1_000_000, "mnkr": 1_000_000, "msek": 1_000_000,
    "miljon": 1_000_000, "miljoner": 1_000_000, "milj.": 1_000_000, "hundra": 100, "hundred": 100, "thousand": 1000,
    "million": 1_000_000,
}  # fmt: skip
#: What a sum is for, which belongs to its words: `per år`, `/deltagare`.
_PER = re.compile(
    r"\s*(?:(?:/|per\s+|för\s+varje\s+)\s*(?P<what>[^\W\d_]{1,30})|i\s+(?P<time>månaden|veckan|timmen)\b"
    r"|(?P<piece>st\b|styck(?:et)?\b|a\s+head\b))",
    re.IGNORECASE,
)
#: A sum for each person, piece or stretch of time is no whole cost. One for each village or year may be.
_EACH_OF = re.compile(
    r"(?:deltagare|delt|person(?:er)?|pers|p|besökare|gäst|barn|ungdom|unga|elev|vuxen|medlem|familj|hushåll|st"
    r"|styck|tim(?:me)?|h"
    r"|dag|dygn|natt|vecka|månad|mån|km|mil|kilometer|meter|m|kvm|gång|kväll|biljett|portion|kuvert|lott|exemplar|ex"
    r"|participant|child|member|hour|month|day|piece)\Z",
    re.IGNORECASE,
)
#: "Två stipendier på 5 000 kr vardera".
_EACH = re.compile(r"\s*(?:vardera|var\b|styck\b|/\s*st\b|per\s+st\b|each\b)", re.IGNORECASE)
_HOW_MANY = re.compile(
    rf"(?<!\w)(?P<count>\d{{1,3}}|{_SMALL})\s+[^\W\d_]{{2,30}}\s+(?:på|om|of|with)\s+(?:(?:högst|max|upp\s+till)\s+)?\Z",
    re.IGNORECASE,
)
#: What those who come pay is no cost of the association.
_FEE = re.compile(
    r"(?:\w{0,30}avgift(?:en)?|\w{0,30}pris(?:et)?|entrén?|inträdet?|biljetten?|kostar|fee|admission)\W*(?:är|på|is)?\s*$",
    re.I,
)
#: How many characters before a sum can change what it means.
_CONTEXT = 60
#: The largest sum that the plan format holds.
_LIMIT = Decimal(10) ** 15


def is_fee(text: str, found: FoundMoney) -> bool:
    """True for a sum that is a fee or price ("avgift 300 kr") or for each of something, which no budget holds."""
    return found.rate or _FEE.search(text[max(0, found.start - _CONTEXT) : found.start]) is not None


def find_money(text: str) -> list[FoundMoney]:
    """All sums in a text, in its order; `2 × 5 000 kr` is 10 000, and of `5 000–10 000 kr` the higher one counts."""
    found: list[FoundMoney] = []
    for each in sorted((*_in_figures(text), *_in_letters(text)), key=lambda money: money.start):
        if found and each.start < found[-1].end:
            continue
        if found and re.fullmatch(r"\s*\+\s*", text[found[-1].end : each.start]) and not each.rate:
            each = _added(found.pop(), each, text)
        found.append(each)
    return found


def cell_sum(words: str) -> Budget | None:
    """The sum of a cell for the budget, where a bare number is kronor; None for what each of something costs."""
    money = find_money(words) or find_money(f"{words} kr")
    return next((each.budget for each in money if not each.rate), None)


def _in_figures(text: str) -> Iterator[FoundMoney]:
    for pattern in (_MONEY, _BEFORE):
        for match in pattern.finditer(text):
            amount = _amount(match)
            count, counted = _count(match, text)
            per = None if count > 1 else _PER.match(text, match.end())
            end = per.end() if per else match.end()
            made = _made(amount * count, "EUR" if match["euro"] else "SEK", text[match.start() : end])
            if made is not None:
                yield FoundMoney(match.start(), end, made, count, counted, _is_rate(per))


def _amount(match: re.Match[str]) -> Decimal:
    whole, unit = match["whole"], (match["unit"] or "").casefold().split()
    scale = _TIMES.get(unit[0], 1) if unit else 1
    if "," in whole and scale > 1:
        # A third decimal: "1,250 mkr".
        return Decimal(whole.replace(",", ".", 1).replace(",", "")) * scale
    amount = Decimal(re.sub(_GAP, "", whole))
    if match["part"]:
        amount += Decimal(match["part"]) / 10 ** len(match["part"])
    return amount * scale


def _count(match: re.Match[str], text: str) -> tuple[int, int]:
    """How many times the sum is given out, and where the sum itself begins."""
    if match["count"]:
        return max(1, _number(match["count"])), match.start("whole")
    if match["after"]:
        return max(1, int(match["after"])), match.start("whole")
    if _EACH.match(text, match.end()) and (
        many := _HOW_MANY.search(text[max(0, match.start() - _CONTEXT) : match.start()])
    ):
        return _number(many["count"]), match.start("whole")
    return 1, match.start("whole")


def _number(written: str) -> int:
    return int(written) if written.isdigit() else NUMBERS[written.casefold()]


def _in_letters(text: str) -> Iterator[FoundMoney]:
    for match in _IN_WORDS.finditer(text):
        if not match["small"] and not match["scale"]:
            continue
        amount = Decimal(NUMBERS[match["small"].casefold()] if match["small"] else 1)
        amount += NUMBERS[match["tens"].casefold()] if match["tens"] else 0
        amount *= _TIMES.get((match["scale"] or "").casefold(), 1)
        made = _made(amount, "SEK", match.group())
        if made is not None:
            rate = _is_rate(_PER.match(text, match.end()))
            yield FoundMoney(match.start(), match.end(), made, 1, match.start(), rate)


def _is_rate(per: re.Match[str] | None) -> bool:
    return per is not None and (not per["what"] or _EACH_OF.match(per["what"]) is not None)


def _made(amount: Decimal, currency: str, words: str) -> Budget | None:
    if not 0 <= amount < _LIMIT:
        return None
    plain = amount.quantize(Decimal("0.01")) if amount % 1 else amount.quantize(Decimal(1))
    return Budget(amount=plain, currency=currency, words=" ".join(words.split()))


def _added(first: FoundMoney, second: FoundMoney, text: str) -> FoundMoney:
    """Two sums with a plus between them are one."""
    if first.budget.currency != second.budget.currency or first.rate:
        return second
    amount = first.budget.amount + second.budget.amount
    words = " ".join(text[first.start : second.end].split())
    return FoundMoney(first.start, second.end, evolve(first.budget, amount=amount, words=words), 1, first.start)
