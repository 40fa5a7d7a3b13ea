"""The rules of plan files: what no shape can say, one small pure function each."""

from __future__ import annotations

from helaplan.rules import content, identity, money, period, personal, register, schedule, status, target
from helaplan.rules.rule import CheckPlan, Rule

#: The rules of the core that run by themselves. Those that hold opinions wait in `careful` until they are selected.
RULES: tuple[Rule, ...] = (
    *content.RULES,
    *period.RULES,
    *status.RULES,
    *schedule.RULES,
    *target.RULES,
    *money.RULES,
    *identity.RULES,
    *register.RULES,
    *personal.RULES,
)

__all__ = ["RULES", "CheckPlan", "Rule"]
