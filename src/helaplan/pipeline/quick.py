"""The quick way through a check, for the file of which there is nothing to say: nearly every one.

It imports little and finds no words for anything; whoever gets None asks `helaplan.pipeline.check`, which has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from helaplan.findings import Finding
from helaplan.model import Plan
from helaplan.planfile.straight import read_straight
from helaplan.planfile.tidy import is_tidy
from helaplan.rules import RULES
from helaplan.rules.parts import Parts
from helaplan.rules.rule import Rule


def without_findings(source: bytes | str, profiles: Iterable[Rule] = ()) -> Plan | None:
    """The plan in a file without fault, doubt or remark; None for all others."""
    straight = read_straight(source, Plan)
    # A comment that silences findings may silence nothing, which is to be told.
    if straight is None or not is_tidy(straight.text) or ("ignore" in straight.text and "helaplan" in straight.text):
        return None
    plan: Plan = straight.value
    if plan.extensions or next(findings_of((*RULES, *profiles), plan), None) is not None:
        return None
    return plan


def findings_of(rules: Iterable[Rule], value: Any) -> Iterator[tuple[Rule, Finding]]:
    """What rules find, each finding with its rule."""
    # Taken apart once for all rules of the core. Only they have a `look`, and only at plans.
    parts = Parts(value)
    for rule in rules:
        for finding in rule.check(value) if rule.look is None else rule.look(parts):
            yield rule, finding
