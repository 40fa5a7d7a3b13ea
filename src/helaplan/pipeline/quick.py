"""The quick way through a check, for the file of which there is nothing to say: nearly every one.

It imports little and finds no words for anything; whoever gets None asks `helaplan.pipeline.check`, which has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from helaplan.findings import Finding
from helaplan.model import Plan
from helaplan.planfile.collector import collector_paused
from helaplan.planfile.straight import read_straight
from helaplan.planfile.tidy import WHOLE_NUMBER
from helaplan.registers.personal import surely_free
from helaplan.rules import RULES, personal
from helaplan.rules.parts import Parts
from helaplan.rules.rule import Rule


def without_findings(source: bytes | str, profiles: Iterable[Rule] = ()) -> Plan | None:
    """The plan in a file without fault, doubt or remark; None for all others."""
    # Until the plan is looked through: it is what the collector would go through for nothing.
    with collector_paused():
        straight = read_straight(source, Plan)
        # A comment that silences findings may silence nothing, which is to be told.
        if straight is None or (".0" in straight.text and WHOLE_NUMBER.search(straight.text)):
            return None
        if "ignore" in straight.text and "helaplan" in straight.text:
            return None
        plan: Plan = straight.value
        # The dearest rule of all, and the whole file shows at once that it has nothing to find.
        rules = _IMPERSONAL if _is_impersonal(straight.text) else RULES
        if plan.extensions or next(findings_of((*rules, *profiles), plan), None) is not None:
            return None
        return plan


#: The core's rules but for those about personal data.
_IMPERSONAL = tuple(each for each in RULES if each not in personal.RULES)


def _is_impersonal(text: str) -> bool:
    """Whether no value in a file of this text can hold personal data.

    A value's letters and digits stand in the file as they do in the value, with other signs between them at most,
    unless a backslash writes one otherwise.
    """
    return "\\" not in text and surely_free(text)


def findings_of(rules: Iterable[Rule], value: Any) -> Iterator[tuple[Rule, Finding]]:
    """What rules find, each finding with its rule."""
    # Taken apart once for all rules of the core. Only they have a `look`, and only at plans.
    parts = Parts(value)
    for rule in rules:
        for finding in rule.check(value) if rule.look is None else rule.look(parts):
            yield rule, finding
