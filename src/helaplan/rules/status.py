"""Rules about the decision: an adopted plan says when and by whom, and was not adopted after its time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from helaplan.findings import Anchor, Finding, Severity
from helaplan.rules.parts import Parts
from helaplan.rules.rule import Rule, rule

_DECIDED = ("adopted", "revised")


def adopted_without_date(parts: Parts) -> Iterator[Finding]:
    """The plan is said to be adopted, on no day."""
    status = parts.plan.status
    if status and status.state in _DECIDED and status.date is None:
        yield _missing("adopted-without-date", "date")


def adopted_without_body(parts: Parts) -> Iterator[Finding]:
    """The plan is said to be adopted, by nobody. Words as printed are enough for a reader to tell."""
    status = parts.plan.status
    if status and status.state in _DECIDED and not status.by and not status.words:
        yield _missing("adopted-without-body", "by")


def _missing(code: str, key: str) -> Finding:
    return Finding(code=code, path=("status", key), severity=Severity.WARNING, anchor=Anchor.MISSING)


def adopted_after_period(parts: Parts) -> Iterator[Finding]:
    """The plan was decided on when its time was over already: the day or the period is another year's."""
    status, period = parts.plan.status, parts.plan.period
    if status and status.date and period and status.date > period.end >= period.start:
        args = {"written": status.date.isoformat(), "end": period.end.isoformat()}
        yield Finding(code="adopted-after-period", path=("status", "date"), args=args, severity=Severity.WARNING)


RULES: Iterable[Rule] = (
    rule("adopted-without-date", adopted_without_date, whole_mapping=True),
    rule("adopted-without-body", adopted_without_body, whole_mapping=True),
    rule("adopted-after-period", adopted_after_period),
)
