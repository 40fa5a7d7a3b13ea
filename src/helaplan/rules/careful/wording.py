"""Opinions on words: what nobody can do or follow up, quotes that are printed, words that differ from values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from helaplan.findings import Arg, Finding, Path, Severity
from helaplan.model import Budget, Schedule
from helaplan.registers.months import DOUBTFUL_MONTHS, MONTHS
from helaplan.rules.parts import Parts
from helaplan.rules.rule import Rule, rule

#: Swedish and English: words that leave the rest to the reader, or the doing to better days, or were never filled in.
_DEAD = re.compile(
    r"(?<!\w)(?:m\. ?m\.?|m\. ?fl\.?|etc\.?|osv\.?|o\. ?s\. ?v\.?|och så vidare|med mera|och liknande|vid behov"
    r"|om möjligt|där det är möjligt|så långt (?:det är )?möjligt|i mån av (?:tid|resurser)|and so on|and so forth"
    r"|as needed|if needed|if possible|where possible|when time permits|lorem ipsum|att fylla i|fylls på senare"
    r"|todo|tbd|x{3,})(?!\w)",
    re.IGNORECASE,
)


def dead_wording(parts: Parts) -> Iterator[Finding]:
    """An activity or goal whose words leave out what is meant: "m.m.", "as needed"."""
    texts: list[tuple[Path, str]] = [((*path, "text"), goal.text) for path, goal in parts.goals]
    for path, activity in parts.activities:
        texts += [((*path, "title"), activity.title), ((*path, "text"), activity.text)]
    for path, text in texts:
        found = _DEAD.search(text)
        if found:
            yield _note("dead-wording", path, {"words": found[0]})


_OPEN, _CLOSE = "”“„»‘’‚", "”“«»’‘"


def quotes_kept(parts: Parts) -> Iterator[Finding]:
    """A title or name that stands within typographic quotes as a whole, which YAML takes for characters of the text."""
    plan = parts.plan
    names: list[tuple[Path, str]] = [(("title",), plan.title), (("organisation", "name"), plan.organisation.name)]
    names += [(("areas", place, "name"), each.name) for place, each in enumerate(plan.areas)]
    names += [(("partners", place, "name"), each.name) for place, each in enumerate(plan.partners)]
    names += [(("sections", place, "heading"), each.heading) for place, each in enumerate(plan.sections)]
    names += [((*path, "title"), each.title) for path, each in parts.activities]
    for path, name in names:
        if len(name) > 2 and name[0] in _OPEN and name[-1] in _CLOSE:
            yield _note("quotes-kept", path, {"quote": f"{name[0]} {name[-1]}"})


_NUMBER = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u202f.][0-9]{3})+(?:,[0-9]{1,2})?|[0-9]+(?:[,.][0-9]{1,2})?")
_OTHER_SCALE = re.compile(
    r"\b(?:[tm]?kkr|tkr|mkr|mnkr|msek|ksek|tusen\w*|miljon\w*|mille|million\w*|thousand)\b|%|[×*/]|[0-9] ?x|\bx\b", re.I
)


def budget_words_differ(parts: Parts) -> Iterator[Finding]:
    """The words of a budget name one sum and the amount another. Words with several numbers may be adding up."""
    for path, budget in parts.budgets:
        number = _sum_in(budget)
        if number is not None and number != budget.amount:
            args: dict[str, Arg] = {"number": f"{number:f}", "amount": str(budget.amount)}
            yield _note("budget-words-differ", (*path, "words"), args)


def _sum_in(budget: Budget) -> Decimal | None:
    found = _NUMBER.findall(budget.words[:200])
    if len(found) != 1 or _OTHER_SCALE.search(budget.words[:200]):
        return None
    digits = re.sub(r"[ \u00a0\u202f]|\.(?=[0-9]{3}(?![0-9]))", "", found[0])
    return Decimal(digits.replace(",", "."))


_WORD = re.compile(r"[^\W\d_]+")


def schedule_words_differ(parts: Parts) -> Iterator[Finding]:
    """The words of a schedule name a month that the schedule lacks, and the schedule one that the words lack."""
    for path, entry in parts.schedules:
        if not entry.months and not entry.date:
            continue
        named, listed = _months_in(entry), set(entry.months) or {entry.date.month if entry.date else 0}
        # "mars till maj" names two of three months, and "våren" none: that is no contradiction.
        if named - listed and listed - named:
            args: dict[str, Arg] = {"found_words": _numbers(named), "listed": _numbers(listed)}
            yield _note("schedule-words-differ", (*path, "words"), args)


def _months_in(entry: Schedule) -> set[int]:
    words = {word for word in _WORD.findall(entry.words[:400].casefold()) if word not in DOUBTFUL_MONTHS}
    return {MONTHS[word] for word in words if word in MONTHS}


def _numbers(months: Iterable[int]) -> tuple[str, ...]:
    return tuple(str(each) for each in sorted(months))


def _note(code: str, path: Path, args: dict[str, Arg]) -> Finding:
    return Finding(code=code, path=path, args=args, severity=Severity.NOTE)


RULES: Iterable[Rule] = (
    rule("dead-wording", dead_wording),
    rule("quotes-kept", quotes_kept),
    rule("budget-words-differ", budget_words_differ, whole_mapping=True),
    rule("schedule-words-differ", schedule_words_differ, whole_mapping=True),
)
