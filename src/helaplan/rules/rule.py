"""What a rule is: a code and a pure function from a plan to findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from attrs import frozen

from helaplan.findings import Finding
from helaplan.model import Plan


class CheckPlan(Protocol):
    def __call__(self, plan: Plan) -> Iterable[Finding]:
        """Findings about the plan. It may be a partial one: what was faulty is missing from it."""


@frozen(kw_only=True)
class Rule:
    """One rule: the code of its findings and the function that finds them.

    `whole_mapping` marks a rule that weighs several keys of one mapping against each other (the order of two dates,
    one of several keys): it is silent about a mapping in which something is faulty already.
    """

    code: str
    check: CheckPlan
    whole_mapping: bool = False
