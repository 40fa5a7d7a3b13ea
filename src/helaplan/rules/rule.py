"""What a rule is: a code and a pure function from a plan to findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from attrs import frozen

from helaplan.findings import Finding
from helaplan.model import Plan
from helaplan.rules.parts import Parts


class CheckPlan(Protocol):
    def __call__(self, plan: Plan) -> Iterable[Finding]:
        """Findings about the plan. It may be a partial one: what was faulty is missing from it."""


class CheckParts(Protocol):
    def __call__(self, parts: Parts, /) -> Iterable[Finding]:
        """As CheckPlan, of a plan that was taken apart for all rules together."""


@frozen(kw_only=True, eq=False, repr=False)
class Rule:
    """One rule: the code of its findings and the function that finds them.

    `whole_mapping` marks a rule that weighs several keys of one mapping against each other (the order of two dates,
    one of several keys): it is silent about a mapping in which something is faulty already.
    `also` are further codes of the same function. `look`, which the core's own rules have, says the same as `check`
    of a plan that is taken apart already.
    """

    code: str
    check: CheckPlan
    whole_mapping: bool = False
    also: tuple[str, ...] = ()
    look: CheckParts | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes that its findings can have."""
        return (self.code, *self.also)


def rule(code: str, look: CheckParts, *, whole_mapping: bool = False, also: tuple[str, ...] = ()) -> Rule:
    """A rule of the core, made of a function of the plan's parts."""
    return Rule(
        code=code,
        check=lambda plan: look(Parts(plan)),
        whole_mapping=whole_mapping,
        also=also,
        look=look,
    )
