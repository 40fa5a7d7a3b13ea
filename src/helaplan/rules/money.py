"""Rules about budgets: one currency, and parts that fit into the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from helaplan.findings import Arg, Finding, Path, Related, Severity
from helaplan.model import Activity, Budget, SubActivity
from helaplan.rules.parts import Parts
from helaplan.rules.rule import Rule, rule


def currencies_mixed(parts: Parts) -> Iterator[Finding]:
    """Budgets in several currencies, which nobody can add up. Each currency but the first is told once."""
    first: dict[str, Path] = {}
    for path, budget in parts.budgets:
        if budget.currency in first:
            continue
        if first:
            usual, at = next(iter(first.items()))
            args: dict[str, Arg] = {"written": budget.currency, "usual": usual, "first": Related(at)}
            yield Finding(code="currencies-mixed", path=(*path, "currency"), args=args, severity=Severity.WARNING)
        first[budget.currency] = path


def budget_exceeded(parts: Parts) -> Iterator[Finding]:
    """The parts of an area or activity cost more together than its own budget."""
    if not parts.budgets:
        return
    for at, area in enumerate(parts.plan.areas):
        if area.budget:
            yield from _exceeded(("areas", at), area.budget, area.activities)
    for path, activity in parts.activities:
        if activity.budget and isinstance(activity, Activity) and activity.activities:
            yield from _exceeded(path, activity.budget, activity.activities)


def _exceeded(path: Path, budget: Budget, inside: Iterable[SubActivity]) -> Iterator[Finding]:
    spent = sum((_cost(each, budget.currency) for each in inside), Decimal(0))
    if spent > budget.amount:
        args: dict[str, Arg] = {"written": str(budget.amount), "sum": f"{spent:f}", "currency": budget.currency}
        yield Finding(code="budget-exceeded", path=(*path, "budget", "amount"), args=args, severity=Severity.WARNING)


def _cost(activity: SubActivity, currency: str) -> Decimal:
    """What an activity costs in a currency: its own budget, else that of its parts."""
    if activity.budget:
        return activity.budget.amount if activity.budget.currency == currency else Decimal(0)
    inside = activity.activities if isinstance(activity, Activity) else ()
    return sum((_cost(each, currency) for each in inside), Decimal(0))


RULES: Iterable[Rule] = (
    rule("currencies-mixed", currencies_mixed),
    rule("budget-exceeded", budget_exceeded),
)
